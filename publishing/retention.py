"""Where people leave a film: a platform's curve laid over the shots that went out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from publishing.traits import CutShot

OPENING_MS = 3_000
"""Whoever leaves in these first seconds never chose the film; that says more about its cover than about a shot."""


@dataclass(frozen=True, slots=True)
class Watched:
    """One shot and its viewers: the share of all that watched when it began and when it ended."""

    shot: CutShot
    begin: float
    end: float

    @property
    def lost_per_s(self) -> float:
        """The share of its viewers that left in a second of it; below zero where some came back."""
        seconds = max(0.001, (self.shot.end_ms - self.shot.start_ms) / 1000)
        return (self.begin - self.end) / max(self.begin, 1e-9) / seconds


def watched(shots: Sequence[CutShot], curve: Sequence[tuple[float, float]]) -> list[Watched]:
    """Return each shot with its viewers. `curve` is (share of the length, share of the viewers), in order."""
    if not shots or not curve:
        return []
    length = shots[-1].end_ms
    return [Watched(shot, at(curve, shot.start_ms / length), at(curve, shot.end_ms / length)) for shot in shots]


def at(curve: Sequence[tuple[float, float]], place: float) -> float:
    """Return the share of viewers at a place of the film, between the points around it."""
    before = curve[0]
    for point in curve:
        if point[0] >= place:
            width = point[0] - before[0]
            return point[1] if width <= 0 else before[1] + (point[1] - before[1]) * (place - before[0]) / width
        before = point
    return before[1]


def left_at(shots: Sequence[Watched]) -> Watched | None:
    """Return the shot in which people leave fastest, after the opening; None where they stay."""
    later = [row for row in shots if row.shot.end_ms > OPENING_MS and row.shot.start_ms > 0] or list(shots)
    worst = max(later, key=lambda row: row.lost_per_s, default=None)
    return worst if worst and worst.lost_per_s > 0 else None
