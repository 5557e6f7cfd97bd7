"""What could be written on a draft: by rules for nothing, or by a language model at a price that is known before.

Nothing that a person wrote is ever replaced: fields that were edited by hand are left out of every suggestion.
"""

from __future__ import annotations

from .asking import Asked, Offer, Standing, ask, offered, standing, take_up
from .errors import CannotSuggest
from .rules import Film, by_rules, film_of, suggest

__all__ = [
    "Asked",
    "CannotSuggest",
    "Film",
    "Offer",
    "Standing",
    "ask",
    "by_rules",
    "film_of",
    "offered",
    "standing",
    "suggest",
    "take_up",
]
