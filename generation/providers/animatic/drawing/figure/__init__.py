"""The drawn people: words of a cast entry in, a person in the light of the picture out."""

from __future__ import annotations

from .painting import draw_person
from .person import Figure

__all__ = ["Figure", "draw_person"]
