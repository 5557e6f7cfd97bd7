"""Tells a premise as a story: fills in a plot and makes it as long as asked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from . import explaining
from .choosing import stage_for, with_guests
from .filling import ABOUT_A_THING, LETTER, Stage, Unfilled, fill
from .ideas import Premise
from .leads import without_about, without_format
from .plots import Act, Beat, Unit, episodes, views, voices
from .reading import pieces
from .titles import title_for
from .words import draw, kinds, lexicon, pick

LETTER_MS, BREATH_MS = 55, 110  # how long the studio's own voices take: measured over six of them
SHORTEST_PAUSE_MS, LONGEST_PAUSE_MS = 800, 2500
LONGEST_GAP_MS = 6000  # so much is made up with silent shots; more needs an episode
ESTABLISHING_MS = 1200
CARD_BREATH_MS = 500
CORE = 10  # the order of what no film leaves out
ARTICLE = re.compile(r"^(?:an?|the|their|his|her|my|our)\s+", re.IGNORECASE)
TITLE_MS, END_CARD_MS = 2200, 2500
SHORTEST_WITH_CARDS_MS = 20_000  # a film of this length or less has no time for cards
DEEDS = ("{crisis}", "{gift}", "{event}", "{fear}")
STEP_EVERY_MS = 42_000  # so much film asks for one step between opening and turn; more steps than that hurry


@dataclass(frozen=True, slots=True)
class Part:
    """One segment of the told story (the same fields as a script's segment)."""

    kind: str
    text: str = ""
    speaker: str = ""
    direction: str = ""
    pause_before_ms: int = 240
    duration_ms: int = 0

    @property
    def cost_ms(self) -> int:
        """How long it takes to hear, about."""
        return self.pause_before_ms + self.duration_ms + spoken_ms(self.text)


def spoken_ms(text: str) -> int:
    """Return how long a text takes to say, about: by its letters, because long words take longer."""
    return BREATH_MS + LETTER_MS * len(text) if text else 0


@dataclass(frozen=True, slots=True)
class Tale:
    """A told story."""

    title: str
    logline: str
    parts: list[Part]
    notes: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Told:
    """A unit with its words filled in. `letters` are the cast it speaks of; a view is scenery only."""

    tier: int
    parts: list[Part]
    letters: frozenset[str]
    is_view: bool
    is_deed: bool = False  # what saves the day: without it a turn is none
    is_sight: bool = False  # the story's thing is seen once more, and nothing else


@dataclass(slots=True)
class _Scene:
    """A scene with its units told, each at its tier."""

    heading: str
    units: list[_Told]
    chosen: list[bool]
    step: int = 0

    def cost_ms(self) -> int:
        told = sum(sum(part.cost_ms for part in parts) for parts, use in self._pairs() if use)
        return told + (ESTABLISHING_MS + 300 if any(self.chosen) else 0)

    def carries(self, place: int) -> bool:
        """Say whether a unit's ground is laid: what adorns a scene is nothing without what it adorns."""
        ground = min(unit.tier for unit in self.units if not unit.is_view)
        own = self.units[place].tier
        return own == ground or all(
            use for unit, use in zip(self.units, self.chosen, strict=True) if unit.tier == ground
        )

    def _pairs(self) -> list[tuple[list[Part], bool]]:
        return [(unit.parts, use) for unit, use in zip(self.units, self.chosen, strict=True)]


def tell(premise: Premise, seconds: int, seed: int) -> Tale:
    """Return the premise told as a story of about `seconds`."""
    stage = stage_for(premise, seed)
    budget_ms = seconds * 1000
    cards_ms = TITLE_MS - ESTABLISHING_MS + END_CARD_MS + CARD_BREATH_MS if budget_ms > SHORTEST_WITH_CARDS_MS else 0
    scenes = _fit(stage, budget_ms - cards_ms)
    parts = _joined(scenes)
    if cards_ms:
        parts = [replace(parts[0], duration_ms=TITLE_MS), *parts[1:]]
    parts = _stretch(parts, budget_ms - (END_CARD_MS + CARD_BREATH_MS if cards_ms else 0))
    if cards_ms:
        parts.append(Part("pause", pause_before_ms=CARD_BREATH_MS, duration_ms=END_CARD_MS))
    return Tale(_title(stage), _logline(stage), parts, _notes(premise))


def _scene(act: Act, stage: Stage, number: int, used: set[str]) -> _Scene:
    kind = {"$home": stage.home_kind, "$place": stage.premise.place_kind or stage.home_kind}.get(act.place, act.place)
    units = []
    for place, unit in enumerate(_with_voice(act, stage, number)):
        told = _told_unit(unit, act, kind, stage, (number, place), used)
        if told is not None:
            units.append(replace(told, tier=_order(told.tier, act.step)))
    return _Scene(_heading(kind, act, stage), units, [False] * len(units), act.step)


def _order(tier: int, step: int) -> int:
    """Return how soon a unit is wanted: what carries the story, the first step, then what adorns both."""
    if not step:
        return 10 * tier
    if step == 1:
        # The first step is a part of the story wherever there is room for one.
        return 10 * tier + (0 if tier == 1 else 5)
    return {1: 14 + 8 * step, 2: 17 + 8 * step}.get(tier, 10 * tier + 26 + step)


def _told_unit(unit: Unit, act: Act, kind: str, stage: Stage, number: tuple[int, int], used: set[str]) -> _Told | None:
    """Return a unit with its words filled in; None where the premise has nothing for one of its slots."""
    try:
        parts = _unit(unit, act, kind, stage, number, used)
    except Unfilled:
        return None
    letters = frozenset(found for beat in unit.beats for found in (beat.who, *LETTER.findall(beat.text)) if found)
    is_deed = any(slot in beat.text for beat in unit.beats for slot in DEEDS)
    is_sight = len(unit.beats) == 1 and unit.beats[0].text.startswith("{T.")
    is_view = unit.beats[0].text.startswith("%")
    return _Told(unit.tier, parts, letters, is_view, is_deed, is_sight) if parts else None


def _with_voice(act: Act, stage: Stage, number: int) -> list[Unit]:
    """Return an act's units, with the genre's own voice before the story's first word and before its turn."""
    if stage.premise.form != "story":
        return list(act.units)
    moment = "open" if number == 0 else "turn" if act is _turn(stage) else ""
    lines = voices().get(f"{stage.premise.genre} {moment}", []) if moment else []
    if not lines:
        return list(act.units)
    return [Unit(2 if moment == "open" else 3, [Beat(pick(lines, stage.seed, "voice", moment))]), *act.units]


def _turn(stage: Stage) -> Act | None:
    core = [act for act in stage.plot.acts[1:] if act.units and not act.step]
    return core[0] if core else None


def _heading(kind: str, act: Act, stage: Stage) -> str:
    """Return a scene's heading: "INT. LIGHTHOUSE - NIGHT - RAIN"."""
    inside = bool(lexicon("places")["kinds"].get(kind, {}).get("interior"))
    name = ARTICLE.sub("", act.name or kind).upper()
    premise = stage.premise
    if premise.place and kind == premise.place_kind and kind not in {"city", "sea"}:
        name = ARTICLE.sub("", premise.place).upper()
    if kinds().get(name.rsplit(" ", 1)[-1].lower()) != kind and kind.upper() not in name:
        name = kind.upper() if act.name == f"the {kind}" else f"{name}, {kind.upper()}"
    parts = [f"{'INT' if inside else 'EXT'}. {name}", (act.time or premise.time or "day").upper()]
    return " - ".join([*parts, act.weather.upper()] if act.weather and act.weather != "clear" else parts)


def _unit(unit: Unit, act: Act, kind: str, stage: Stage, number: tuple[int, int], used: set[str]) -> list[Part]:
    parts: list[Part] = []
    for beat in unit.beats:
        if beat.text.startswith("%"):
            parts += _narrated(_view(beat.text[1:], act, kind, stage, used))
        elif beat.who:
            parts += _spoken(beat, stage, number)
        else:
            parts += _narrated(fill(beat.text, stage, spoken=False, purpose=number))
    return parts


def _view(which: str, act: Act, kind: str, stage: Stage, used: set[str]) -> str:
    """Return a sentence about the place, the hour or the weather that this film has not used yet."""
    key = {"place": kind, "time": act.time or "day", "weather": act.weather or "clear"}[which]
    options = [line for line in views().get(key, []) if line not in used]
    if not options:
        return ""
    line = pick(options, stage.seed, "view", key, len(used))
    used.add(line)
    return line


def _narrated(text: str) -> list[Part]:
    breath = 300
    parts = []
    for piece in pieces(text):
        parts.append(Part("narration", piece, pause_before_ms=breath))
        breath = 260 if piece.endswith((".", "!", "?", "…")) else 120
    return parts


def _spoken(beat: Beat, stage: Stage, number: tuple[int, int]) -> list[Part]:
    text = fill(beat.text, stage, spoken=True, purpose=number)
    speaker = stage.cast.get(beat.who, stage.cast["H"]).name
    return [
        Part("line", piece, speaker, beat.direction, 320 if at == 0 else 220) for at, piece in enumerate(pieces(text))
    ]


def _fit(stage: Stage, budget_ms: int) -> list[_Scene]:
    """Return the plot's scenes with as much chosen as the time allows."""
    used: set[str] = set()
    scenes: list[_Scene] = []
    room = len(stage.plot.acts)
    steps = _steps(budget_ms)
    for number, act in enumerate(stage.plot.acts):
        if act.place == "...":
            room = len(scenes)
        elif act.step <= steps:
            scenes.append(_scene(act, stage, number, used))
    _choose_units(scenes, budget_ms, stage.seed)
    if _total(scenes) < min(budget_ms * 0.95, budget_ms - LONGEST_GAP_MS):
        extra = _episodes(stage, budget_ms - _total(scenes), used)
        scenes[min(room, len(scenes)) : min(room, len(scenes))] = extra
        _choose_units(scenes, budget_ms, stage.seed)
    return scenes


def _steps(budget_ms: int) -> int:
    return round(budget_ms / STEP_EVERY_MS)


def _choose_units(scenes: Sequence[_Scene], budget_ms: int, seed: int) -> None:
    """Choose by tier; within a tier in drawn order, so that no part of the story is favoured."""
    core = {letter for scene in scenes for unit in scene.units if unit.tier == CORE for letter in unit.letters}
    met: set[str] = set()
    waiting = []
    for at, scene in enumerate(scenes):
        for place, unit in enumerate(scene.units):
            introduces = bool((unit.letters & core) - met)
            met |= unit.letters
            # Whoever the core speaks of is met first; then what opens a scene; scenery comes last.
            turn = -2.0 * introduces - (place == 0) + unit.is_view + draw(seed, at, place).random()
            if not scene.chosen[place]:
                waiting.append((unit.tier, turn, at, place))
    for tier, _, at, place in sorted(waiting):
        scene = scenes[at]
        if tier > CORE and not scene.carries(place):
            continue
        scene.chosen[place] = True
        if tier > CORE and _total(scenes) > budget_ms * 1.02:
            scene.chosen[place] = False
    _trim(scenes, budget_ms)


def _trim(scenes: Sequence[_Scene], budget_ms: int) -> None:
    """Leave out core units while the film is much too long: the first of what its story can best do without."""
    while _total(scenes) > budget_ms * 1.1:
        used = [(at, place) for at, scene in enumerate(scenes) for place, use in enumerate(scene.chosen) if use]
        inner = used[1:-1]
        if not inner:
            return
        at, place = min(inner, key=lambda found: (_worth(scenes, *found), -found[0], -found[1]))
        scenes[at].chosen[place] = False


def _worth(scenes: Sequence[_Scene], at: int, place: int) -> int:
    """Return how much a core unit carries: a step least, then talk in the opening, and the turn and its deed most."""
    unit = scenes[at].units[place]
    if unit.is_deed:
        return 6
    if scenes[at].step:
        return 1
    if at == 0:
        return 2 if unit.parts[0].kind == "line" else 3
    if unit.is_sight:
        return 2
    return 5 if at == len(scenes) - 1 else 4


def _total(scenes: Sequence[_Scene]) -> int:
    return sum(scene.cost_ms() for scene in scenes)


def _episodes(stage: Stage, missing_ms: int, used: set[str]) -> list[_Scene]:
    """Return scenes of episodes that fit the story, until they could fill the missing time."""
    fitting = [
        episode
        for episode in episodes()
        if (stage.premise.genre in episode.genres or "*" in episode.genres)
        and all(need == "human" and stage.premise.hero.nature == "human" for need in episode.needs)
    ]
    draw(stage.seed, "episodes").shuffle(fitting)
    fitting.sort(key=lambda episode: stage.premise.genre not in episode.genres)
    found: list[_Scene] = []
    for episode in fitting:
        if missing_ms <= 0:
            break
        guest = with_guests(stage, episode)
        scenes = [_scene(act, guest, 100 + at, used) for at, act in enumerate(episode.acts)]
        missing_ms -= sum(part.cost_ms for scene in scenes for unit in scene.units for part in unit.parts)
        for unit in (unit for scene in scenes for unit in scene.units):
            # One episode after the other: half of two is nothing.
            unit.tier += 100 * (len(found) + 1)
        found += scenes
    return found


def _joined(scenes: Sequence[_Scene]) -> list[Part]:
    parts: list[Part] = []
    for scene in scenes:
        told = [part for unit, use in zip(scene.units, scene.chosen, strict=True) if use for part in unit.parts]
        if told:
            parts.append(Part("pause", direction=scene.heading, pause_before_ms=300, duration_ms=ESTABLISHING_MS))
            parts += told
    return parts


def _stretch(parts: list[Part], budget_ms: int) -> list[Part]:
    """Make up the difference with silent shots, at scene starts and at the end: longer ones, or shorter."""
    missing = budget_ms - sum(part.cost_ms for part in parts)
    if missing < -0.05 * budget_ms:
        # Too much even of the core: silent shots become as short as they may be.
        return [replace(p, duration_ms=SHORTEST_PAUSE_MS) if p.kind == "pause" else p for p in parts]
    if missing < 600:
        return parts
    parts = [*parts, Part("pause", pause_before_ms=240, duration_ms=min(LONGEST_PAUSE_MS, max(800, missing - 240)))]
    missing = budget_ms - sum(part.cost_ms for part in parts)
    silent = [at for at, part in enumerate(parts) if part.kind == "pause"]
    for at in silent:
        more = max(0, min(missing, LONGEST_PAUSE_MS - parts[at].duration_ms))
        parts[at] = replace(parts[at], duration_ms=parts[at].duration_ms + more)
        missing -= more
    return parts


def _title(stage: Stage) -> str:
    """Return the title: of the idea's own words, or one of the plot's."""
    premise = stage.premise
    spoken_of = premise.own_thing or premise.conflict in ABOUT_A_THING or stage.plot.key != premise.conflict
    told = []
    for option in stage.plot.titles:
        if "thing}" in option.lower() and not spoken_of:
            continue
        try:
            told.append(fill(option, stage, spoken=True, purpose="title"))
        except Unfilled:
            continue
    return title_for(premise, told, stage.seed)


def _logline(stage: Stage) -> str:
    if stage.plot.loglines:
        return fill(pick(stage.plot.loglines, stage.seed, "logline"), stage, spoken=True, purpose="logline")
    if stage.premise.conflict == "motif":
        topic = stage.premise.topic
        return f"{topic[:1].upper()}{topic[1:]}, and a few people who happen to meet in it."
    idea = without_about(without_format(stage.premise.source)).strip().rstrip(".!?")
    return f"{idea[:1].upper()}{idea[1:]}."[:240]


def _notes(premise: Premise) -> list[str]:
    if premise.form == "explain":
        return [] if explaining.is_known(premise.topic) else [explaining.UNKNOWN]
    if premise.genre == "advert":
        return ["The advert says only what the idea says of the product; add facts and prices to the script yourself."]
    return ["This story was put together from the studio's own plots; change any line of it, or write your own story."]
