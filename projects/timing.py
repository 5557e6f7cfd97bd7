"""Sound is the clock: where segments stand, how long shots last, on which frame they cut.

Pure integer arithmetic on whole milliseconds. A shot lasts until the next one begins, so the gaps
between segments belong to the shot before them, and all shots together are exactly the film.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

TAIL_MS = 1200
"""How long the last picture stays after the last word."""

NTSC_FILM = Fraction(24000, 1001)
NTSC_VIDEO = Fraction(30000, 1001)


@dataclass(frozen=True, slots=True)
class Heard:
    """One segment as it sounds: the silence before it, its length, and where each of its words starts.

    `word_starts_ms` counts from the segment's own start.
    """

    pause_before_ms: int
    duration_ms: int
    word_starts_ms: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a shot begins: at word `word` of the segment at index `segment`, `lead_ms` later (or before it, if < 0)."""

    segment: int
    word: int = 0
    lead_ms: int = 0


def segment_starts(heard: Sequence[Heard]) -> list[int]:
    """Return when each segment starts, in milliseconds from the start of the film."""
    starts, now = [], 0
    for segment in heard:
        now += segment.pause_before_ms
        starts.append(now)
        now += segment.duration_ms
    return starts


def film_length(heard: Sequence[Heard]) -> int:
    """Return the length of the film in milliseconds; 0 if nothing is heard."""
    if not heard:
        return 0
    return sum(segment.pause_before_ms + segment.duration_ms for segment in heard) + TAIL_MS


def shot_bounds(heard: Sequence[Heard], anchors: Sequence[Anchor]) -> list[int]:
    """Return where shots begin, and last where the film ends: one more value than there are anchors.

    The first shot starts with the film. An anchor that lies before the one before it, or beyond the
    film, is moved to the nearest place that keeps the order: no length is ever negative.
    """
    length = film_length(heard)
    if not anchors:
        return [length] if not length else [0, length]
    starts = segment_starts(heard)
    bounds = [0]
    for anchor in anchors[1:]:
        bounds.append(min(length, max(bounds[-1], moment(heard, starts, anchor) + anchor.lead_ms)))
    return [*bounds, length]


def moment(heard: Sequence[Heard], starts: Sequence[int], anchor: Anchor) -> int:
    """Return when the word of an anchor is heard; the last word for one beyond the segment's end."""
    if not heard:
        return 0
    index = min(max(anchor.segment, 0), len(heard) - 1)
    words = heard[index].word_starts_ms
    if anchor.word <= 0 or not words:
        return starts[index]
    within = words[min(anchor.word, len(words) - 1)]
    return starts[index] + min(max(within, 0), heard[index].duration_ms)


def frame_at(milliseconds: int, rate: Fraction) -> int:
    """Return the frame boundary nearest to a moment, halves rounded up."""
    ticks = 2 * milliseconds * rate.numerator + 1000 * rate.denominator
    return ticks // (2000 * rate.denominator)


def frame_bounds(bounds_ms: Sequence[int], rate: Fraction) -> list[int]:
    """Return the frame on which each moment falls.

    Each is rounded on its own from the start of the film, so the error is at most half a frame
    everywhere and never adds up.
    """
    return [frame_at(moment, rate) for moment in bounds_ms]


def lengths(bounds: Sequence[int]) -> list[int]:
    """Return the differences between neighbouring bounds."""
    return [after - before for before, after in pairwise(bounds)]
