"""Sounds that happen once, by name: each takes a generator and returns one mono event that begins at once."""

from __future__ import annotations

from . import animals, bodies, doors, machines, nature, things, weapons, wonders
from .kinds import Spot

SPOTS: dict[str, Spot] = {
    **doors.SPOTS, **bodies.SPOTS, **animals.SPOTS, **machines.SPOTS, **nature.SPOTS, **things.SPOTS,
    **weapons.SPOTS, **wonders.SPOTS,
}  # fmt: skip

__all__ = ["SPOTS", "Spot"]
