"""The drawn people: words of a cast entry in, a person in the light of the picture out."""

from __future__ import annotations

from .actor import Actor
from .painting import draw_actor, draw_person
from .person import Figure

__all__ = ["Actor", "Figure", "draw_actor", "draw_person"]
