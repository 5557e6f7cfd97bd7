"""Chooses the plot for a premise, casts it and gives it a home: all that is the same however long the film is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from . import advertising, explaining
from .assembling import assemble
from .figures import Figure, a_name, invent
from .filling import Stage
from .ideas import Premise
from .plots import Plot, episodes, plots
from .settings import name_of, named_place
from .tagging import Tagged
from .words import draw, lexicon, pick, words_of

TOWNS = {
    "noir": "Harbor City|Bay Point|Port Meridian|Ashford",
    "western": "Dry Creek|Redemption|Cold Spring|Mercy Flats",
    "fantasy": "Elderwood|Highmere|Thornvale|Oakhollow",
    "space": "Tranquility Base|Port Kepler|Ganymede Station|New Aurora",
}
PLACE_TOWNS = "Millbrook|Alderton|Saltmarsh|Wexley|Marrow Bay|Linden"
CORNERS = frozenset({"cellar", "attic", "corridor"})  # where things are found, and nobody lives
AWAY_FROM_HOME = frozenset({"belong", "find", "meet", "rescue", "mystery", "wonder"})  # the idea's place is not theirs
WHOLE_PLOT_CHANCE = 0.6  # how often a bare genre gets a plot of the bank as it stands
PLAIN_PARTS = frozenset({"friend", "child", "stranger", "neighbour"})
SPECIAL_PARTS = frozenset({"gangster", "mayor", "judge", "official", "captain", "computer", "witch", "giant", "owl"})
CRAFTS = words_of("grammar", "sets", "telling_crafts")


def stage_for(premise: Premise, seed: int) -> Stage:
    """Return a plot for the premise, cast and placed."""
    seed = draw(seed, premise.source).getrandbits(31)
    kind, home = _home(premise)
    premise, cast = _with_partner(premise, seed)
    plot = _plot(premise, (kind, home), seed)
    taken = [figure.name for figure in cast.values()]
    spare = _spare_part(plot, premise)
    if spare and premise.other is not None:
        cast[spare] = premise.other
    for letter, entry in plot.cast.items():
        if letter not in cast:
            cast[letter] = _supporting(entry, letter, premise, seed, taken)
            taken.append(cast[letter].name)
    return Stage(premise, plot, cast, home, kind, _town(premise, seed), seed)


def _with_partner(premise: Premise, seed: int) -> tuple[Premise, dict[str, Figure]]:
    """Return the idea's own people by their letters, with a partner where the story cannot do without."""
    cast = {"H": premise.hero}
    if premise.conflict == "bond" and premise.other is None:
        premise = replace(premise, conflict="meet")
    if premise.other is not None:
        cast["O"] = premise.other
    if premise.third is not None:
        cast["B"] = premise.third
    del seed
    return premise, cast


def _plot(premise: Premise, home: tuple[str, str], seed: int) -> Plot:
    """Return a whole plot of the bank for an idea that says little but its kind, else one put together."""
    if premise.form == "advert":
        return advertising.plot(premise, seed)
    if premise.form == "explain":
        return explaining.plot(premise, seed)
    by_chance = draw(seed, "bank", premise.source).random()
    if premise.says_only_genre and by_chance < WHOLE_PLOT_CHANCE:
        fitting = [p for p in plots() if premise.genre in p.genres and "open" in p.shapes and is_possible(p, premise)]
        if fitting:
            return pick(fitting, seed, "plot", premise.source)
    return assemble(premise, home, seed)


def _spare_part(plot: Plot, premise: Premise) -> str:
    """Return the cast letter that the idea's second figure can play in a plot with no part of its own for them."""
    other = premise.other
    if other is None or "O" in plot.cast or "other" in plot.needs or other.nature == "animal" != premise.hero.nature:
        return ""
    for letter in ("B", "A"):
        entry = plot.cast.get(letter, "").split()
        plain = entry and entry[0] not in {"nameless", "old", "young"} and not set(entry) & SPECIAL_PARTS
        if plain and entry[-1] in {other.sex, *PLAIN_PARTS}:
            return letter
    return ""


def _supporting(entry: str, letter: str, premise: Premise, seed: int, taken: Sequence[str]) -> Figure:
    """Return a figure from a cast line of a plot: "old singer female", "nameless ferryman male"."""
    described = entry.split()
    sex = described.pop() if described[-1] in {"male", "female"} else ""
    nameless = described[0] == "nameless"
    if nameless:
        described.pop(0)
    tokens = [Tagged(word, "JJ" if word in {"old", "young"} else "NN") for word in described]
    figure = invent(tokens, premise.genre, premise.era, premise.place, seed, letter, taken)
    if sex and sex != figure.sex:
        name = a_name(sex, figure.nature, described[-1], (premise.genre, premise.place), seed, letter, taken)
        figure = replace(figure, sex=sex, name=name)
    return replace(figure, name=f"The {figure.described}", surname="") if nameless else figure


def is_possible(plot: Plot, premise: Premise) -> bool:
    """Say whether a premise has what a plot of the bank needs."""
    given = {
        "other": premise.other is not None,
        "alone": premise.other is None,
        "goal": bool(premise.goal),
        "fear": bool(premise.fear),
        "human": premise.hero.nature == "human",
        "animal": premise.hero.nature != "human",
        "being": premise.hero.nature == "being",
        "thing": premise.own_thing,
        "openable": bool(premise.place),
        "craft": premise.goal.split(" ")[0] in CRAFTS,
    }
    return all(given.get(need, False) for need in plot.needs)


def _home(premise: Premise) -> tuple[str, str]:
    """Return the kind of place where the hero belongs, and what the story calls it."""
    role = premise.hero.role.replace(" ", "-")
    kind = premise.place_kind
    if kind in CORNERS and premise.conflict != "survive":
        return "kitchen", name_of("kitchen")
    elsewhere = premise.conflict in AWAY_FROM_HOME and role.rsplit("-", 1)[-1] in lexicon("ideas")["work"]
    if (
        not kind
        or elsewhere
        or premise.conflict == "heist"
        or (kind in {"city", "sea", "space", "planet", "sky"} and premise.own_hero)
    ):
        kind = _usual_home(premise, role)
    if premise.place and premise.place_kind == kind:
        return kind, named_place(premise)
    return kind, name_of(kind)


def _usual_home(premise: Premise, role: str) -> str:
    """Return where somebody of this role is at home, else a place that suits the story."""
    work = lexicon("ideas")["work"]
    own = work.get(role) or work.get(role.rsplit("-", 1)[-1])
    usual = "stadium" if premise.conflict == "contest" else lexicon("ideas")["place"].get(premise.genre, "house|room")
    return str(own or pick(str(usual).split("|"), draw(0, premise.source).getrandbits(16), "home"))


def _town(premise: Premise, seed: int) -> str:
    if premise.town:
        return premise.town
    if premise.place and premise.place[:1].isupper() and premise.place_kind in {"city", "planet", "village", "beach"}:
        return premise.place
    return pick(TOWNS.get(premise.genre, PLACE_TOWNS).split("|"), seed, "town")


def with_guests(stage: Stage, episode: Plot) -> Stage:
    """Return the stage with an episode's own people added; the story's people keep their letters."""
    cast = dict(stage.cast)
    taken = [figure.name for figure in cast.values()]
    for letter, entry in episode.cast.items():
        cast[letter] = _supporting(entry, f"{episode.key}{letter}", stage.premise, stage.seed, taken)
    plot = replace(episode, teller=stage.plot.teller)
    return replace(stage, cast=cast, plot=plot)


def company(stage: Stage) -> list[Figure]:
    """Return everybody who can be in this story, with the guests of every episode."""
    found = list(stage.cast.values())
    for episode in episodes():
        guests = with_guests(stage, episode).cast
        found += [guests[letter] for letter in episode.cast]
    return found
