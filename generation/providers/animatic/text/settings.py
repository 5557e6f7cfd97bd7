"""Where a story goes: from its own place to places near it, so that a film is seen in several."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from .figures import Figure
from .ideas import Premise
from .words import draw, lexicon, pick

WILD = ("beach", "mountain", "field", "forest", "harbour", "desert", "river", "city")
WILD_BY_WEATHER = {"rain": "city", "snow": "field", "storm": "harbour", "fog": "river"}
TIMES = (
    ("day", "dusk", "night", "dawn"),
    ("dawn", "day", "dusk", "night"),
    ("dusk", "night", "dawn", "day"),
    ("day", "day", "night", "dawn"),
    ("dawn", "day", "night", "day"),
    ("night", "dawn", "day", "dusk"),
)
DARK_TIMES = (
    ("night", "dusk", "night", "dawn"),
    ("dusk", "night", "night", "dawn"),
    ("night", "night", "dusk", "night"),
)
LONELY = frozenset(str(lexicon("settings")["worlds"]["lonely"]).split())
"""Where nobody comes by: those who have to survive go nowhere else."""
OLD_ERAS = frozenset({"medieval", "ancient", "prehistoric", "18th century"})
SPACE_KINDS = frozenset({"spaceship", "planet", "space"})
BY_WATER = frozenset({"beach", "harbour", "sea", "lighthouse", "ship", "underwater", "river"})
URBAN = frozenset(str(lexicon("settings")["worlds"]["urban"]).split())
RURAL = frozenset({"village", "planet", "desert", "forest", "mountain", "beach", "farm", "field", "snowfield"})
FEWEST_PLACES = 3


def name_of(kind: str) -> str:
    """Return what a story calls a kind of place: "the old well"."""
    return str(lexicon("settings").get(kind, {}).get("name", f"the {kind}"))


def preposition(kind: str) -> str:
    """Return "in", "on" or "at" for a kind of place."""
    table = lexicon("settings")["prepositions"]
    return "on" if kind in table["on"].split() else "at" if kind in table["at"].split() else "in"


def person_at(kind: str) -> str:
    """Return who is met at a kind of place."""
    return str(lexicon("settings").get(kind, {}).get("who", "stranger"))


def event_at(kind: str) -> str:
    """Return what goes wrong at a kind of place, as a sentence."""
    return str(
        lexicon("settings").get(kind, {}).get("event", "Then everything went dark, from one breath to the next.")
    )


def saying_at(kind: str, seed: int, *purpose: object) -> str:
    """Return what somebody at a kind of place says to strangers."""
    said = [line for entry in lexicon("settings").get(kind, {}).get("says", ()) for line in str(entry).split("|")]
    return pick(said or ["I only work here."], seed, "says", kind, *purpose)


def route(premise: Premise, home: str, seed: int) -> list[str]:
    """Return the kinds of places a story goes to, nearest first; none is its home or its own place."""
    start = premise.place_kind or home
    first = _near(start, premise, home)
    draw(seed, "route").shuffle(first)
    further = [kind for near in first for kind in _near(near, premise, home)] + _near(home, premise, home)
    draw(seed, "further").shuffle(further)
    usable = dict.fromkeys(kind for kind in [*first, *further] if kind not in {start, home})
    out_there = _is_out_there(premise, home)
    if premise.conflict == "survive" and len(usable) < FEWEST_PLACES and not _is_out_there(premise, home):
        usable |= dict.fromkeys(kind for kind in ("cave", "mountain", "forest", "river") if kind not in {start, home})
    return list(usable) or (["spaceship", "laboratory", "planet", "corridor"] if out_there else ["street", "field"])


def _near(kind: str, premise: Premise, home: str) -> list[str]:
    listed = str(lexicon("settings").get(kind, {}).get("near", "street field")).split()
    return [near for near in listed if _fits(near, premise, home) and (premise.conflict != "survive" or near in LONELY)]


def _fits(kind: str, premise: Premise, home: str) -> bool:
    if _is_out_there(premise, home):
        return kind in SPACE_KINDS | {"laboratory", "corridor", "cave", "ruins", "garden"}
    if kind in SPACE_KINDS:
        return False
    if premise.place_kind in {"underwater", "sea"}:
        return kind in BY_WATER | {"cave"}
    if premise.conflict == "bond" and any(_lives_in_water(figure) for figure in (premise.hero, premise.other)):
        return kind in BY_WATER
    if premise.town and premise.place_kind not in RURAL:
        return kind in URBAN and (kind not in _old_world() or premise.era not in OLD_ERAS)
    return kind not in _old_world() if premise.era in OLD_ERAS else True


def _lives_in_water(figure: Figure | None) -> bool:
    swimmers = {"whale", "dolphin", "octopus", "seal", "fish", "shark", "squid", "mermaid", "orca", "turtle"}
    return figure is not None and figure.role.rsplit(" ", 1)[-1] in swimmers


def _is_out_there(premise: Premise, home: str) -> bool:
    far = {"mars", "moon", "venus", "jupiter", "galaxy", "orbit"} & set(premise.place.lower().split())
    return premise.genre == "space" and (
        bool(far) or {premise.place_kind, home} & SPACE_KINDS != set() or premise.town == "Mars"
    )


@cache
def _old_world() -> frozenset[str]:
    return frozenset(str(lexicon("settings")["worlds"]["old"]).split())


def wild(premise: Premise, seed: int) -> str:
    """Return a place in the open that suits the idea's weather."""
    return premise.place_kind or WILD_BY_WEATHER.get(premise.weather) or pick(WILD, seed, "wild")


def hours(premise: Premise, seed: int) -> tuple[str, ...]:
    """Return the hours of a film's opening, steps, turn and ending."""
    dark = premise.genre in {"horror", "noir"}
    pattern: Sequence[str] = pick(DARK_TIMES if dark else TIMES, seed, "hours", premise.source)
    if premise.time:
        end = {"night": "dawn", "dusk": "night", "dawn": "day", "day": "dusk"}[premise.time]
        return (premise.time, pattern[1], premise.time, end)
    return tuple(pattern)


def named_place(premise: Premise) -> str:
    """Return the idea's own place as the story speaks of it: "a lighthouse" is "the lighthouse" from then on."""
    place = premise.place
    first = place.split()[0].lower()
    if first in {"a", "an"}:
        return "the " + place.split(maxsplit=1)[1]
    owned = first in {"the", "their", "his", "her", "my", "our"} or "'s" in place.split()[0]
    return place if owned or place[:1].isupper() else f"the {place}"
