"""Somebody who is not human, as one value, and how far along they are in moving."""

from __future__ import annotations

from dataclasses import dataclass

from generation.providers.animatic.drawing.canvas import Point
from generation.providers.animatic.drawing.figure.held import Held


@dataclass(frozen=True, slots=True)
class Motion:
    """What differs from one frame to the next in a body that moves.

    `stride` is the phase of the walk, of the wing beat or of the stroke, in turns; `pace` is 0 (still) to 1 (walks) and
    2 (runs, flies hard); `wag` (-1 to 1) swings tails, wings at rest and feelers; `bob` (-1 to 1) is a breath; `head`
    (-1 to 1) nods.
    """

    stride: float = 0.0
    pace: float = 0.0
    wag: float = 0.0
    bob: float = 0.0
    head: float = 0.0


AT_EASE = Motion()


@dataclass(frozen=True, slots=True)
class Garb:
    """One thing that a being wears: `kind` is a word of `garb.py`."""

    kind: str
    colour: str


@dataclass(frozen=True, slots=True)
class Coat:
    """The colours of a being. `pattern` is spots, stripes, patches or ""."""

    main: str
    pale: str
    dark: str
    pattern: str = ""
    marks: str = "#2a2226"


@dataclass(frozen=True, slots=True)
class Being:
    """An animal, a robot or another creature, posed.

    `height` and `head_center` are as a figure's, in heads; `length` is from its hindmost to its foremost point.
    `view` is side, front or back; `stance` is "" or upright; `variant` (0 to 255) tells apart what words do not.
    """

    species: str
    kind: str
    coat: Coat
    pose: str = "stand"
    view: str = "side"
    expression: str = "neutral"
    stance: str = ""
    garbs: tuple[Garb, ...] = ()
    held: Held | None = None
    variant: int = 0
    scale: float = 1.0
    height: float = 2.0
    head_center: Point = (0.0, -1.7)
    length: float = 2.0

    def worn(self, *kinds: str) -> Garb | None:
        """Return the first thing worn of one of `kinds`, or None."""
        return next((garb for garb in self.garbs if garb.kind in kinds), None)
