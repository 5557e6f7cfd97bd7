"""Chooses the plot for a premise, casts it and gives it a home: all that is the same however long the film is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from .figures import Figure, a_name, invent
from .filling import Stage, with_article
from .ideas import Premise
from .plots import Plot, episodes, plots
from .tagging import Tagged
from .words import draw, lexicon, pick, words, words_of

TOWNS = {
    "noir": "Harbor City|Bay Point|Port Meridian|Ashford",
    "western": "Dry Creek|Redemption|Cold Spring|Mercy Flats",
    "fantasy": "Elderwood|Highmere|Thornvale|Oakhollow",
    "space": "Tranquility Base|Port Kepler|Ganymede Station|New Aurora",
}
PLACE_TOWNS = "Millbrook|Alderton|Saltmarsh|Wexley|Marrow Bay|Linden"
NEED_RANK = {"goal": 6, "fear": 4, "other": 3, "craft": 3, "being": 2, "animal": 2, "thing": 1}
CLOSE_RANK = 2
OPENABLE = words_of("grammar", "sets", "choosing_openable")
HERO_NAMED = re.compile(r"\{H\.(?:[Rr]ole|[Tt]he|[Aa]|described)\}")
PLAIN_PARTS = frozenset({"friend", "child", "stranger", "neighbour"})
SPECIAL_PARTS = frozenset({"gangster", "mayor", "judge", "official", "captain", "computer", "witch", "giant", "owl"})
NEIGHBOURS = {"train": "station", "station": "train", "sea": "harbour", "harbour": "sea", "ship": "harbour"}
CRAFTS = words_of("grammar", "sets", "telling_crafts")


def stage_for(premise: Premise, seed: int) -> Stage:
    """Return the plot that fits the premise best, cast and placed."""
    seed = draw(seed, premise.source).getrandbits(31)
    plot = _choose(premise, seed)
    kind, home = _home(premise)
    cast = {"H": premise.hero}
    if premise.other is not None:
        cast["O"] = premise.other
    taken = [figure.name for figure in cast.values()]
    spare = _spare_part(plot, premise)
    if spare and premise.other is not None:
        cast[spare] = premise.other
    for letter, entry in plot.cast.items():
        if letter not in cast:
            cast[letter] = _supporting(entry, letter, premise, seed, taken)
            taken.append(cast[letter].name)
    town = _town(premise, seed)
    return Stage(premise, plot, cast, home, kind, town, seed)


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


def _choose(premise: Premise, seed: int) -> Plot:
    """Return a plot that fits genre, shape and people; among those that fit almost equally well, one is drawn."""
    ranked: list[tuple[int, Plot]] = []
    for plot in plots():
        shape, opened = premise.shape in plot.shapes, "open" in plot.shapes
        genre = premise.genre in plot.genres
        if _fits(plot, premise) and (shape or (opened and (genre or "*" in plot.genres))):
            # "Drama" is what an idea is when it says nothing else, so it decides less.
            by_genre = (3 if premise.genre == "drama" else 7) * genre
            by_need = sum(NEED_RANK.get(need, 0) for need in plot.needs)
            rank = 10 * shape + by_genre + by_need + (shape and not opened) + _uses(plot, premise)
            ranked.append((rank, plot))
    best = max(rank for rank, _ in ranked)
    return pick([plot for rank, plot in ranked if rank >= best - CLOSE_RANK], seed, "plot", premise.source)


def _fits(plot: Plot, premise: Premise) -> bool:
    openable = premise.place_kind in OPENABLE or _home(premise)[0] in OPENABLE
    return is_possible(plot, premise) and ("openable" not in plot.needs or openable)


def _uses(plot: Plot, premise: Premise) -> int:
    """Return how much of what the idea names a plot has a part for: a second figure, a place."""
    has_other = "O" in plot.cast or "other" in plot.needs
    near = {premise.place_kind, NEIGHBOURS.get(premise.place_kind, "")}
    has_place = any(act.place == "$place" or act.place in near for act in plot.acts)
    score = (3 if has_other else -3) * (premise.other is not None) + 2 * (has_place and bool(premise.place_kind))
    return score + (_speaks_of_hero(plot) if premise.own_hero else 0)


def _speaks_of_hero(plot: Plot) -> int:
    """Return how well a plot shows a hero the idea describes: where they belong, and what they are."""
    at_home = any(act.place in {"$home", "$place"} for act in plot.acts)
    core = " ".join(beat.text for act in plot.acts for unit in act.units if unit.tier <= 2 for beat in unit.beats)
    return 2 * at_home + (2 if HERO_NAMED.search(core) else -2)


def is_possible(plot: Plot, premise: Premise) -> bool:
    given = {
        "other": premise.other is not None,
        "alone": premise.other is None,
        "goal": bool(premise.goal),
        "fear": bool(premise.fear),
        "human": premise.hero.nature == "human",
        "animal": premise.hero.nature != "human",
        "being": premise.hero.nature == "being",
        "thing": premise.own_thing,
        "openable": bool(premise.place) or premise.own_hero,
        "durable": not any(word in words_of("products", "kinds", "consumed") for word in words(premise.topic)),
        "craft": premise.goal.split(" ")[0] in CRAFTS,
    }
    explains = premise.shape == "explain"
    return all(given.get(need, False) for need in plot.needs) and explains == ("explain" in plot.shapes)


def _home(premise: Premise) -> tuple[str, str]:
    """Return the kind of place where the hero belongs, and what the story calls it."""
    work = lexicon("ideas")["work"]
    role = premise.hero.role.replace(" ", "-")
    kind = premise.place_kind
    if not kind or (kind in {"city", "sea", "space", "planet", "sky"} and premise.shape not in {"thing"}):
        kind = str(
            work.get(role) or work.get(role.rsplit("-", 1)[-1]) or lexicon("ideas")["place"].get(premise.genre, "house")
        )
    if premise.place and premise.place_kind == kind:
        return kind, with_article(premise.place)
    return kind, f"the {kind}"


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
