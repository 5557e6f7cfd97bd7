"""One step ahead or back, by somebody who otherwise stays where they are."""

from __future__ import annotations

from .curves import bump, nudge, rise
from .performance import Performance

STEP = 0.55
"""How long a step is, in heads."""


def step_on(part: Performance, at: float, way: float) -> None:
    """Go `way` heads ahead (back when it is below 0): the body moves, and a foot stays until it is lifted."""
    times, ahead = part.times, -1.0 if part.figure.mirrored else 1.0
    side = 1.0 if way > 0 else -1.0
    if part.figure.facing in {"camera", "away"}:
        part.add("size", way / STEP * 0.05 * rise(times, at, at + 0.6))
    else:
        part.add("dx", ahead * way * rise(times, at + 0.08, at + 0.62))
    for name, start in (("lead_foot", at), ("rear_foot", at + 0.30)) if way > 0 else (
        ("rear_foot", at), ("lead_foot", at + 0.30)):  # fmt: skip
        moving = rise(times, start, start + 0.36)
        gone = rise(times, at + 0.08, at + 0.62)
        part.add_body(f"{name}_x", way * (moving - gone))
        part.add_body(f"{name}_y", 0.12 * nudge(times, start + 0.18, 0.36))
    part.add_body("lean", 3.0 * side * bump(times, at, at + 0.25, at + 0.4, at + 0.8))
