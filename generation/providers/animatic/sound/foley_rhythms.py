"""Sounds with a pulse: steps, hooves, a clock, a heart.

Each takes a number of samples and a generator and returns stereo sound for the whole scene.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from .spots.animals import hoof
from .spots.bodies import SURFACES, step
from .spots.machines import key_stroke
from .textures import Rng, line, puff, put, ring, voice
from .wave import SAMPLE_RATE, Samples


def _paced(
    samples: int, period_s: float, uneven: float, rng: Rng, stroke: Callable[[int], Samples], *, sway: float = 0.0
) -> Samples:
    """Return strokes every `period_s`, each moved by up to the share `uneven`, panned a little left and right."""
    out = np.zeros((samples, 2), np.float32)
    at, count = period_s * 0.4, 0
    while at * SAMPLE_RATE < samples:
        start = int(max(0.0, at + rng.uniform(-uneven, uneven) * period_s) * SAMPLE_RATE)
        sound = stroke(count)
        if start + len(sound) < samples:
            put(out, sound, start, level=float(rng.uniform(0.8, 1)), pan=sway if count % 2 else -sway)
        at, count = at + period_s, count + 1
    return out


def _steps(surface: str) -> Callable[[int, Rng], Samples]:
    def walked(samples: int, rng: Rng) -> Samples:
        takes = [step(surface, rng) for _ in range(6)]
        return _paced(samples, 0.56, 0.04, rng, lambda count: takes[count % 6], sway=0.12)

    return walked


def _hooves(samples: int, rng: Rng) -> Samples:
    clop = [line(*((0.12 * n, hoof(rng)) for n in range(3))) for _ in range(4)]
    return _paced(samples, 0.52, 0.02, rng, lambda count: clop[count % 4], sway=0.1)


def _clock(samples: int, rng: Rng) -> Samples:
    tick, tock = puff(0.03, 2200, 6500, 330, rng), puff(0.03, 1500, 5200, 330, rng)
    return _paced(samples, 0.5, 0.0, rng, lambda count: tock if count % 2 else tick)


def _heart(samples: int, rng: Rng) -> Samples:
    beat = voice(0.22, ((0, 72), (1, 44)), (1, 0.3), rise=0.12)
    return _paced(samples, 0.92, 0.01, rng, lambda _: line((0.0, beat), (0.27, 0.7 * beat)))


def _typing(samples: int, rng: Rng) -> Samples:
    keys = [key_stroke(rng) for _ in range(8)]
    pauses = [np.zeros(8, np.float32)]
    order = rng.integers(0, 10, 4096)
    return _paced(
        samples, 0.15, 0.3, rng, lambda count: keys[order[count % 4096]] if order[count % 4096] < 8 else pauses[0]
    )


def _hammering(samples: int, rng: Rng) -> Samples:
    blow = ring(0.5, 1300, ((1, 1, 12), (1.6, 0.6, 15), (2.4, 0.4, 20))) + puff(0.5, 80, 400, 20, rng)
    return _paced(samples, 0.85, 0.03, rng, lambda _: 0.6 * blow)


RHYTHMS: dict[str, Callable[[int, Rng], Samples]] = {
    "footsteps": _steps(""),
    **{f"footsteps {surface}": _steps(surface) for surface in SURFACES},
    "hooves": _hooves,
    "clock": _clock,
    "heartbeat": _heart,
    "typing": _typing,
    "hammering": _hammering,
}
