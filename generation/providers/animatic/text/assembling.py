"""Puts a story together for a premise: an opening, steps, a turn and an ending, each in a place of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from . import objects, settings
from .conflicts import Conflict, Part, conflict
from .gifts import ability, has_own_gift
from .ideas import Premise
from .plots import Act, Beat, Plot, Unit
from .words import draw, lexicon, pick, words, words_of

GUESTS = "CDEFGIJKLM"  # letters of those met on the way
HERE = re.compile(r"\b([Aa])t \{here\}")
GUEST = re.compile(r"\{G(?=[.}])")
STAYING = frozenset({"$home", "$place"})
ELSEWHERE = frozenset({"underwater", "space", "planet", "spaceship", "sea", "sky"})
WITHOUT_WEATHER = frozenset({"space", "planet", "spaceship", "underwater", "cave", "cellar", "corridor"})
SAID_OF_ANYBODY = ("O: Nobody's", "O: People", "O: Why would")  # what is said to nobody has no "your"
ANYBODY_CAN = frozenset({"rescue", "survive", "defend", "belong", "meet"})  # an ordinary person's courage will do
DETECTING = frozenset({"eye", "stealth", "word", "lead", "nose", "night", "unseen"})
HOUR_WORDS = {"night": 1, "dawn": 2, "day": 3, "dusk": 4}
HOUR = re.compile(
    r"\b(?:((?:that|the next|the|one|all|at) night|midnight|three in the morning|at two,)"
    r"|((?:in the|the next|this) morning|at dawn|first light|by breakfast|sun come up)"
    r"|(at noon|by noon|at lunch|three o'clock|nine o'clock|all afternoon)"
    r"|((?:that|the last|in the|one|of an|every) evening|at five))\b",
    re.IGNORECASE,
)
OPEN_AIR = (
    "field",
    "street",
    "forest",
    "harbour",
    "mountain",
    "beach",
    "rooftop",
    "river",
    "bridge",
    "space",
    "planet",
    "desert",
)


@dataclass(frozen=True, slots=True)
class _World:
    """What places and hours the parts of one story get."""

    premise: Premise
    home: tuple[str, str]
    route: list[str]
    hours: tuple[str, ...]
    seed: int


def assemble(premise: Premise, home: tuple[str, str], seed: int) -> Plot:
    """Return a plot for the premise. `home` is the kind and the name of the place where its hero belongs."""
    known = conflict(premise.conflict)
    world = _World(premise, home, settings.route(premise, home[0], seed), settings.hours(premise, seed), seed)
    chosen = _chosen(known, premise, seed)
    plot = Plot(premise.conflict, frozenset({premise.genre}), frozenset({premise.conflict}), list(known.titles))
    plot.cast = {key: value for key, value in known.cast.items() if key != "event"}
    plot.teller = "H" if _first_person(premise, seed) else ""
    used: list[str] = []
    step = 0
    for at, part in enumerate(chosen):
        step += part.stage == "step"
        for act in part.acts:
            plot.acts.append(_placed(act, part, world, used, at, step if part.stage == "step" else 0, plot))
    _bring_in_deed(plot, premise, seed)
    _bring_in_fear(plot, premise, seed)
    _bring_in_thing(plot, premise)
    _bring_in_events(plot, premise)
    plot.acts.insert(next(at for at, act in enumerate(plot.acts) if act.units and act.step == 0 and at), Act("..."))
    return plot


def _first_person(premise: Premise, seed: int) -> bool:
    """Say whether the hero tells the story: where the idea does, and in every other noir."""
    noir = premise.genre == "noir" and premise.other is None and draw(seed, "teller").random() < 0.5
    return premise.teller or (noir and premise.hero.nature == "human" and not premise.events)


# --- which parts -------------------------------------------------------------------------------------------------


def _chosen(known: Conflict, premise: Premise, seed: int) -> list[Part]:
    """Return one opening, every step in drawn order, one turn and one ending."""
    source = draw(seed, "parts", premise.source)
    steps = [part for part in known.of("step") if _fits(part, premise) and not _is_out_of_place(part, premise)]
    source.shuffle(steps)
    # The first step, which most films have, should show another place, and what the idea is about.
    steps.sort(
        key=lambda part: 2 * (part.acts[0].place != "$near") + (not premise.own_thing or "thing" not in part.needs)
    )
    opening = pick(_best(known.of("open"), premise, frozenset()), seed, "open", premise.source)
    turn = pick(_best(known.of("turn"), premise, opening.sets), seed, "turn", premise.source)
    ends = _best(known.of("end"), premise, opening.sets)
    if {opening.acts[0].place, turn.acts[0].place} <= STAYING:
        # Somewhere else at last: a film in one room is seen out before it is over.
        ends = [part for part in ends if part.acts[0].place not in STAYING] or ends
    end = pick(ends, seed, "end", premise.source)
    return [opening, *steps, turn, end]


def _best(parts: Sequence[Part], premise: Premise, told: frozenset[str]) -> list[Part]:
    """Return the parts that fit; those that need what this idea has count twice."""
    fitting = [part for part in parts if _fits(part, premise, told)]
    fitting = [part for part in fitting if not _is_out_of_place(part, premise)] or fitting
    telling = [part for part in fitting if part.needs or _has_gift(part)]
    return [*fitting, *telling] or list(parts)


def _is_out_of_place(part: Part, premise: Premise) -> bool:
    """Say whether a part speaks of what there is not where or when the idea plays: stairs under water."""
    strange: set[str] = set()
    if premise.place_kind in ELSEWHERE:
        strange |= words_of("settings", "worlds", "household")
    if premise.era in settings.OLD_ERAS:
        strange |= words_of("settings", "worlds", "newfangled")
    texts = [beat.text for act in part.acts for unit in act.units for beat in unit.beats]
    return bool(strange) and any(strange & set(words(text)) for text in texts)


def _has_gift(part: Part) -> bool:
    return any("{gift}" in beat.text for act in part.acts for unit in act.units for beat in unit.beats)


def _fits(part: Part, premise: Premise, told: frozenset[str] = frozenset()) -> bool:
    given = {
        "modern": premise.era not in settings.OLD_ERAS and premise.genre != "space",
        "alone": premise.other is None,
        **dict.fromkeys(told, True),
        "thing": premise.own_thing,
        "human": premise.hero.nature == "human",
        "place": bool(premise.place),
    }
    gifted = has_own_gift(premise.hero) or premise.conflict in ANYBODY_CAN
    if _has_gift(part) and not (gifted and (premise.conflict != "mystery" or ability(premise.hero) in DETECTING)):
        return False
    return all(given.get(need, need == premise.genre) for need in part.needs)


# --- where and when ----------------------------------------------------------------------------------------------


def _placed(act: Act, part: Part, world: _World, used: list[str], at: int, step: int, plot: Plot) -> Act:
    """Return an act in its own place and hour, with its guest brought in."""
    kind, name = _place(act.place, part, world, used)
    position = {"open": 0, "step": 1, "turn": 2, "end": 3}[part.stage]
    hour = act.time or _hour_told(act) or world.hours[position]
    if part.stage == "end" and not act.time and world.premise.time:
        hour = world.hours[3]
    letter = GUESTS[min(len([key for key in plot.cast if key in GUESTS]), len(GUESTS) - 1)]
    units = [_here(unit, kind, name, letter, world, part) for unit in act.units]
    if part.stage == "step" and len(units) > 1 and units[1].tier == 2:
        # Half of a step says nothing: its first two units are told together or not at all.
        units[:2] = [Unit(1, [*units[0].beats, *units[1].beats])]
    if any("{" + letter in beat.text or beat.who == letter for unit in units for beat in unit.beats):
        plot.cast[letter] = settings.person_at(kind)
    weather = _weather(act, part, world, step, kind)
    return Act(kind, hour, weather, units, step, name)


def _hour_told(act: Act) -> str:
    """Return the hour that an act's own words speak of: "That night it made a sound"."""
    said = " ".join(beat.text for unit in act.units if unit.tier <= 2 for beat in unit.beats if not beat.who)
    found = HOUR.search(said)
    return next(hour for hour, word in HOUR_WORDS.items() if found[word]) if found else ""


def _place(place: str, part: Part, world: _World, used: list[str]) -> tuple[str, str]:
    premise, (home_kind, home_name) = world.premise, world.home
    own = (premise.place_kind, home_name if premise.place_kind == home_kind else "")
    if place == "$home" or (place == "$place" and not premise.place_kind):
        return home_kind, home_name
    if place == "$place":
        return premise.place_kind, own[1] or settings.named_place(premise)
    if place == "$wild":
        kind = settings.wild(premise, world.seed)
    elif place == "$near":
        kind = next((kind for kind in world.route if kind not in used), world.route[len(used) % len(world.route)])
    elif place == "$far":
        rest = [kind for kind in world.route if kind not in used]
        kind = next((kind for kind in rest if kind in OPEN_AIR), (rest or world.route)[0])
    else:
        kind = place
    del part
    used.append(kind)
    return kind, settings.name_of(kind)


def _weather(act: Act, part: Part, world: _World, step: int, kind: str) -> str:
    """Return the weather of an act: as written, else the idea's, else now and then what suits the genre."""
    usual = {"noir": "rain", "horror": "fog", "romance": "rain", "adventure": "storm", "space": "clear"}
    said = world.premise.weather
    if kind in WITHOUT_WEATHER:
        return ""
    if said:
        return said if part.stage != "end" else ""
    if act.weather:
        return act.weather
    sky = usual.get(world.premise.genre, "")
    lucky = draw(world.seed, "weather", part.stage, step).random()
    return sky if sky and part.stage in {"open", "turn"} and lucky < 0.6 else ""


def _here(unit: Unit, kind: str, name: str, letter: str, world: _World, part: Part) -> Unit:
    """Fill in what depends on an act's place: its name, who is met there and what they say, what goes wrong."""

    def placed(text: str) -> str:
        text = HERE.sub(lambda found: f"{_cased(settings.preposition(kind), found[1])} {{here}}", text)
        text = text.replace("{here.says}", settings.saying_at(kind, world.seed, part.key))
        text = text.replace("{here.event}", settings.event_at(kind))
        text = text.replace(
            "{weather.crisis}", str(lexicon("ideas")["weather_crisis"][world.premise.weather or "clear"])
        )
        return GUEST.sub("{" + letter, text.replace("{here}", name))

    beats = [Beat(placed(beat.text), letter if beat.who == "G" else beat.who, beat.direction) for beat in unit.beats]
    return Unit(unit.tier, beats)


def _cased(word: str, like: str) -> str:
    return word.capitalize() if like.isupper() else word


def _bring_in_deed(plot: Plot, premise: Premise, seed: int) -> None:
    """Let people speak of what the hero does, in the idea's own words: early, and in a longer film once more."""
    if (
        not premise.deed
        or premise.fear
        or premise.deed.startswith("try ")
        or premise.teller
        or ("O" not in plot.cast and premise.other is None)
    ):
        return
    for act, key, tier in ((plot.acts[0], "open", 3), (plot.acts[-1], "end", 3)):
        options = str(lexicon("ideas")["deeds"][key]).split("|")
        if "your" in premise.deed.split():
            options = [line for line in options if not line.startswith(SAID_OF_ANYBODY)]
        said = pick(options, seed, "deed", key).split("+")
        unit = Unit(tier, [Beat(line.partition(": ")[2], line[0]) for line in said])
        at = next((i for i, other in enumerate(act.units) if "{event}" in other.beats[0].text), 0)
        act.units.insert(at + 1 if key == "open" else max(0, len(act.units) - 1), unit)


def _bring_in_fear(plot: Plot, premise: Premise, seed: int) -> None:
    """Let a fear that is not the story's conflict be in its way: named early, and walked through at the turn."""
    if not premise.fear or premise.conflict == "fear" or premise.teller:
        return
    table = lexicon("ideas")["fears"]
    turn = _turn_of(plot)
    for act, key, at in ((plot.acts[0], "open", 1), (turn, "turn", len(turn.units) - 1)):
        if key == "open" and "O" not in plot.cast and premise.other is None:
            continue
        said = pick(str(table[key]).split("|"), seed, "fear", key).split("+")
        beats = [Beat(line.partition(": ")[2], line[0]) if line[1:3] == ": " else Beat(line) for line in said]
        act.units.insert(min(at, len(act.units)), Unit(1, beats))


def _turn_of(plot: Plot) -> Act:
    return next(act for at, act in enumerate(plot.acts) if at and act.step == 0)


def _bring_in_thing(plot: Plot, premise: Premise) -> None:
    """Show what the idea is about: early, at the turn and at the end, where the parts do not do so themselves."""
    if not premise.own_thing or premise.conflict in {"motif", "awake"}:
        return
    opening, turn, end = plot.acts[0], _turn_of(plot), plot.acts[-1]
    grown = objects.is_stuff(premise.thing) or objects.kind_of(premise.thing) in {"food", "drink", "plant"}
    first = objects.first_seen(premise.thing, "" if grown and premise.conflict == "make" else premise.conflict)
    if first and not _shows_thing(opening):
        at = next((i for i, unit in enumerate(opening.units) if "{event}" in unit.beats[0].text), 0)
        opening.units.insert(at + 1, Unit(1, [Beat(first)]))
    if not _shows_thing(turn):
        turn.units.append(Unit(1, [Beat("{T.works}")]))
    if not _shows_thing(end):
        end.units.insert(max(0, len(end.units) - 1), Unit(1, [Beat("{T.last}")]))


def _shows_thing(act: Act) -> bool:
    """Say whether an act's own words, in every film, speak of the thing."""
    told = " ".join(beat.text for unit in act.units if unit.tier == 1 for beat in unit.beats)
    return "{T." in told or "thing}" in told


# --- the idea's own sentences ------------------------------------------------------------------------------------


def _bring_in_events(plot: Plot, premise: Premise) -> None:
    """Tell the idea's further sentences where they belong: the second early, the last before the turn."""
    later = list(premise.events[1:])
    if not later:
        return
    opening = plot.acts[0]
    is_static = re.search(r"\b(?:was|were|had)\b", premise.events[0]) is not None and len(later) > 1
    if is_static or len(later) > 2:
        at = next((i for i, unit in enumerate(opening.units) if "{event}" in unit.beats[0].text), 0)
        opening.units.insert(at + 1, Unit(1, [Beat(later.pop(0))]))
    turn = next(i for i, act in enumerate(plot.acts) if i and act.step == 0)
    for event in later[:-1]:
        earlier = plot.acts[max(0, turn - 1)]
        earlier.units.insert(0, Unit(1, [Beat(event)]))
    said = words(later[-1])
    act = plot.acts[turn]
    act.units.insert(0, Unit(1, [Beat(later[-1])]))
    if "night" in said or "midnight" in said:
        plot.acts[turn] = replace(act, time="night")
