"""What a library's numbers say about its films: comparisons that stand up to chance, as sentences with their evidence.

Each trait of the films (how they open, how fast they are cut, ...) divides the posts in two: those that have a value of
it and those that have another. Only a difference that would be rare among shuffled posts is a finding, and the more
comparisons there are, the rarer it has to be (Benjamini and Hochberg's procedure); a small library simply has none yet.
"""

from __future__ import annotations

import random
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import comb
from statistics import median
from typing import Any

from django.utils.translation import gettext as _

LEAST_POSTS = 3
"""On either side of a comparison."""
LEAST_DIFFERENCE = 0.10
"""Of the lower side's middle value: less is not worth a sentence."""
FALSE_AMONG_FOUND = 0.10
"""The share of findings that may be chance."""
SHUFFLES = 2000

WATCHED, VIEWED = "watched", "viewed"
"""What is compared: the share of a film that is watched on average, or its views against its channel's usual ones."""


@dataclass(frozen=True, slots=True)
class Observed:
    """One post: what its film was like, and what it reached."""

    publication_id: int
    traits: Mapping[str, str]
    reached: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Compared:
    """One comparison: posts with a value of a trait beside the others."""

    trait: str
    value: str
    measure: str
    with_it: tuple[float, ...]
    without: tuple[float, ...]
    chance: float
    """How often shuffled posts differ as much."""
    posts: tuple[int, ...]

    @property
    def key(self) -> str:
        """Its name: alike for the same finding at another time."""
        return f"{self.trait}:{self.value}"

    @property
    def difference(self) -> float:
        """How much more the posts with it reach, as a share of the lower side; below zero: less."""
        high, low = median(self.with_it), median(self.without)
        return (high - low) / max(min(high, low), 1e-9)

    @property
    def evidence(self) -> dict[str, Any]:
        """What it rests on, as JSON."""
        return {
            "measure": self.measure,
            "with": round(median(self.with_it), 4),
            "without": round(median(self.without), 4),
            "films_with": len(self.with_it),
            "films_without": len(self.without),
            "chance": round(self.chance, 4),
            "posts": list(self.posts),
        }


def found(posts: Sequence[Observed]) -> list[Compared]:
    """Return what holds, the strongest of each trait, the surest first."""
    compared = [each for measure in (WATCHED, VIEWED) for each in _comparisons(posts, measure)]
    sure = _not_by_chance(compared)
    best: dict[str, Compared] = {}
    for each in sorted(sure, key=lambda each: (each.chance, -each.difference, each.key)):
        if abs(each.difference) >= LEAST_DIFFERENCE:
            best.setdefault(each.trait, each)
    return list(best.values())


def _comparisons(posts: Sequence[Observed], measure: str) -> Iterable[Compared]:
    counted = [post for post in posts if measure in post.reached]
    for trait in sorted({trait for post in counted for trait in post.traits}):
        having = [post for post in counted if trait in post.traits]
        for value in sorted({post.traits[trait] for post in having}):
            ours = [post for post in having if post.traits[trait] == value]
            others = [post for post in having if post.traits[trait] != value]
            if min(len(ours), len(others)) >= LEAST_POSTS:
                yield _compare(trait, value, measure, ours, others)


def _compare(trait: str, value: str, measure: str, ours: list[Observed], others: list[Observed]) -> Compared:
    high, low = ([post.reached[measure] for post in side] for side in (ours, others))
    posts = tuple(post.publication_id for post in ours)
    return Compared(trait, value, measure, tuple(high), tuple(low), _chance(high, low), posts)


def _chance(high: Sequence[float], low: Sequence[float]) -> float:
    """Return how often two random sides differ at least as much as these, in their ranks: no wild number decides."""
    ranks = _ranks([*high, *low])
    size, whole = min(len(high), len(low)), sum(ranks)
    side = ranks[: len(high)] if len(high) <= len(low) else ranks[len(high) :]
    usual = whole * size / len(ranks)
    seen = abs(sum(side) - usual) - 1e-9
    if comb(len(ranks), size) <= SHUFFLES:
        sides = [abs(sum(each) - usual) >= seen for each in combinations(ranks, size)]
        return sum(sides) / len(sides)
    dice = random.Random(len(ranks) * 1000 + size)
    as_much = sum(abs(sum(dice.sample(ranks, size)) - usual) >= seen for _number in range(SHUFFLES))
    return (as_much + 1) / (SHUFFLES + 1)


def _ranks(values: Sequence[float]) -> list[float]:
    """Return the place of each value among all; equal ones share theirs."""
    ordered = sorted(values)
    return [(bisect_left(ordered, value) + bisect_right(ordered, value) + 1) / 2 for value in values]


def _not_by_chance(compared: Sequence[Compared]) -> list[Compared]:
    """Return those that hold together: the k surest of n where the k-th is rarer than its share of what is allowed."""
    ordered = sorted(compared, key=lambda each: each.chance)
    holds = [
        number for number, each in enumerate(ordered, 1) if each.chance <= FALSE_AMONG_FOUND * number / len(ordered)
    ]
    return ordered[: max(holds, default=0)]


ADVICE: Mapping[str, Mapping[str, str]] = {
    "cutting:fast": {"lever": "rhythm", "value": "fast"},
    "cutting:slow": {"lever": "rhythm", "value": "slow"},
    "title:without": {"lever": "title", "value": "without"},
    "opening:line": {"lever": "opening", "value": "line"},
    "opening:narration": {"lever": "opening", "value": "narration"},
}
"""What a planner can do about a finding that speaks for it. The others are told all the same."""


def sentence(key: str, evidence: Mapping[str, Any]) -> str:
    """Return a finding in words, with its numbers."""
    trait, _colon, value = key.partition(":")
    films = _subject(trait, value)
    if evidence["measure"] == WATCHED:
        return _(
            "%(films)s are watched for %(with)s of their length on average, the others for %(without)s "
            "(%(n)d and %(m)d films)."
        ) % {**_counted(films, evidence), "with": _percent(evidence["with"]), "without": _percent(evidence["without"])}
    return _(
        "%(films)s reach %(with)s of their channel's usual views after a week, the others %(without)s "
        "(%(n)d and %(m)d films)."
    ) % {**_counted(films, evidence), "with": _percent(evidence["with"]), "without": _percent(evidence["without"])}


def _counted(films: str, evidence: Mapping[str, Any]) -> dict[str, Any]:
    return {"films": films, "n": evidence["films_with"], "m": evidence["films_without"]}


def _percent(share: float) -> str:
    return f"{share * 100:.0f} %"


def _subject(trait: str, value: str) -> str:
    fixed = {
        ("cutting", "fast"): _("Films that are cut fast"),
        ("cutting", "slow"): _("Films that are cut slowly"),
        ("cutting", "even"): _("Films that are cut neither fast nor slowly"),
        ("title", "without"): _("Films without a title card at their beginning"),
        ("title", "with"): _("Films that begin with a title card"),
        ("opening", "line"): _("Films that open with somebody speaking"),
        ("opening", "narration"): _("Films that open with the narrator"),
        ("opening", "silence"): _("Films that open in silence"),
        ("time", "night"): _("Films published at night"),
        ("time", "morning"): _("Films published in the morning"),
        ("time", "afternoon"): _("Films published in the afternoon"),
        ("time", "evening"): _("Films published in the evening"),
    }
    by_value = {
        "style": _("Films in the style “%(value)s”"),
        "genre": _("Films of the genre “%(value)s”"),
        "shape": _("Films in %(value)s"),
        "length": _("Films of %(value)s"),
    }
    if (trait, value) in fixed:
        return fixed[trait, value]
    return by_value.get(trait, _("Films with %(value)s")) % {"value": value}
