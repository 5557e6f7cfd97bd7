"""What a window follows through a clip, and the way it takes, as plain values.

A film of one shape becomes one of another by looking at each clip through a window of that shape, as large as the clip
allows. So the window moves along one side of the picture only: to the left and right in a clip that is too wide, up and
down in one that is too tall.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, replace

Box = tuple[float, float, float, float]
"""Left, top, right and bottom as fractions of the picture."""


@dataclass(frozen=True, slots=True)
class Pan:
    """A move of a window by `by` (a part of the picture), eased at both ends, over `frames` frames from `start`."""

    start: int
    frames: int
    by: float

    def moved(self, frame: float) -> float:
        """Return how far it has come on a frame."""
        part = min(1.0, max(0.0, (frame - self.start) / self.frames))
        # It starts and stops without a jerk: speed and its change are nothing at either end.
        return self.by * part**3 * (10 + part * (6 * part - 15))


@dataclass(frozen=True, slots=True)
class Framing:
    """The way of a window: where its middle is at first, as a part of the picture's longer side, and how it moves."""

    at: float
    pans: tuple[Pan, ...] = ()

    def middle(self, frame: float) -> float:
        """Return where the window's middle is on a frame of the shot."""
        return self.at + sum(pan.moved(frame) for pan in self.pans)

    def reach(self, frames: int) -> tuple[float, float]:
        """Return the least and the furthest that its middle is at, over a shot of so many frames."""
        ways = [self.middle(frame) for frame in range(frames)] if self.pans else [self.at]
        return min(ways), max(ways)

    def later(self, frames: int) -> Framing:
        """Return the rest of the way, from a frame on."""
        return replace(self, pans=tuple(replace(pan, start=pan.start - frames) for pan in self.pans))


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in a clip, and where their face is at which moments of the clip, in milliseconds, in order.

    Unnamed if nobody said who it is. With a single moment they stay where they are.
    """

    name: str
    boxes: tuple[tuple[int, Box], ...]

    def box(self, time_ms: float) -> Box | None:
        """Return where the face is at a moment, or None while it is out of the picture."""
        if len(self.boxes) == 1:
            return self.boxes[0][1]
        index = bisect_left(self.boxes, time_ms, key=lambda moment: moment[0])
        before, after = self.boxes[max(0, index - 1)], self.boxes[min(index, len(self.boxes) - 1)]
        near = min(abs(before[0] - time_ms), abs(after[0] - time_ms))
        if after[0] - before[0] > _GAP_MS or before is after:
            nearest = min(before, after, key=lambda moment: abs(moment[0] - time_ms))
            return nearest[1] if near <= _GAP_MS / 2 else None
        part = (time_ms - before[0]) / (after[0] - before[0])
        left, top, right, bottom = (one + (other - one) * part for one, other in zip(before[1], after[1], strict=True))
        return left, top, right, bottom


_GAP_MS = 700
"""Between two moments further apart than this a face was out of the picture."""


@dataclass(frozen=True, slots=True)
class Turn:
    """Somebody speaks, from when to when in the shot."""

    name: str
    start_ms: int
    end_ms: int


@dataclass(frozen=True, slots=True)
class Follow:
    """What a window keeps in view of a shot, as far as the film knows.

    `people` are those whose place in the clip is known. `spots` says of the others where they are meant to stand:
    (name, "left", "center", "right" or "back"). `focus` is whom or what the shot is about. `by_hand` is where somebody
    put the window: nothing else counts then.
    """

    people: tuple[Person, ...] = ()
    turns: tuple[Turn, ...] = ()
    spots: tuple[tuple[str, str], ...] = ()
    focus: str = ""
    by_hand: float | None = None


@dataclass(frozen=True, slots=True)
class Window:
    """The largest window of a frame's shape in a picture: along which side it moves, and its part of that side."""

    is_across: bool
    share: float

    @classmethod
    def of(cls, picture: tuple[int, int], frame: tuple[int, int]) -> Window:
        """Return the window of a frame's shape in a picture, both as width and height."""
        ratio = frame[0] * picture[1] / (frame[1] * picture[0])
        return cls(ratio <= 1, min(ratio, 1 / ratio))

    def inside(self, middle: float) -> float:
        """Return the nearest middle at which the window lies in the picture."""
        return min(1 - self.share / 2, max(self.share / 2, middle))

    def span(self, box: Box) -> tuple[float, float]:
        """Return from where to where a box reaches along the window's side."""
        return (box[0], box[2]) if self.is_across else (box[1], box[3])

    def seen(self, box: Box, middle: float) -> Box | None:
        """Return where a box is in the window, or None where it is outside."""
        start = middle - self.share / 2
        near, far = ((edge - start) / self.share for edge in self.span(box))
        if far <= 0 or near >= 1:
            return None
        near, far = max(0.0, near), min(1.0, far)
        return (near, box[1], far, box[3]) if self.is_across else (box[0], near, box[2], far)


def around(boxes: Iterable[Box]) -> Box:
    """Return the box around several; there must be one."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)
