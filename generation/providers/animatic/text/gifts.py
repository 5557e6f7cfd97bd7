"""What somebody in a story is good at, and the moment that needs it: a dragon has fire, a nurse steady hands."""

from __future__ import annotations

from functools import cache

from .figures import Figure
from .words import lexicon, pick, singular

PLAIN = "hand"  # what everybody has
UNSUITED = {
    "survive": frozenset({"word", "eye", "grow", "fast", "lead", "unseen"}),
    "rescue": frozenset({"word", "grow", "eye", "music"}),
    "contest": frozenset({"unseen", "grow"}),
}
"""Conflicts in which a gift is of no use: there, anybody's courage must do."""


@cache
def _ability_of() -> dict[str, str]:
    return {word: ability for ability, line in lexicon("gifts")["of"].items() for word in str(line).split()}


def ability(figure: Figure) -> str:
    """Return what a figure is good at, by what they are; any word of a role counts, the last one first."""
    for word in [*reversed(figure.role.replace("-", " ").split()), *figure.adjectives.split()]:
        found = _ability_of().get(word) or _ability_of().get(singular(word))
        if found:
            return found
    return "hand"


def has_own_gift(figure: Figure) -> bool:
    """Say whether a figure's trade or kind gives them a gift of their own."""
    return ability(figure) != PLAIN


def crisis(figure: Figure, conflict: str, seed: int) -> str:
    """Return the moment that needs this figure, as sentences."""
    return _one(lexicon("gifts")[_useful(figure, conflict)]["crisis"], seed, "crisis")


def gift(figure: Figure, conflict: str, seed: int) -> str:
    """Return what they then do, as sentences with slots."""
    return _one(lexicon("gifts")[_useful(figure, conflict)]["gift"], seed, "gift")


def _useful(figure: Figure, conflict: str) -> str:
    own = ability(figure)
    return PLAIN if own in UNSUITED.get(conflict, ()) else own


def slip(figure: Figure) -> str:
    """Return how they go wrong by being what they are, as a clause with slots."""
    return str(lexicon("gifts")["slips"][ability(figure)])


def tool(figure: Figure) -> str:
    """Return what they hold when they work."""
    return str(lexicon("gifts")["tools"][ability(figure)])


def _one(options: str, seed: int, purpose: str) -> str:
    return pick(options.split("|"), seed, purpose)
