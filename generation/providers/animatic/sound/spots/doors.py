"""Doors, locks, knocks, stairs: what a building does."""

from __future__ import annotations

import numpy as np

from generation.providers.animatic.sound.textures import (
    Rng,
    bent,
    chirp,
    grains,
    hump,
    line,
    puff,
    ring,
    seconds,
    voice,
)
from generation.providers.animatic.sound.wave import Samples, as_samples

from .kinds import Spot

_PANEL = ((1.0, 1.0, 28), (1.8, 0.6, 34), (2.9, 0.35, 45))


def _slam(rng: Rng) -> Samples:
    panel = 0.5 * ring(0.3, rng.uniform(88, 112), _PANEL)
    return line(
        (0.0, puff(0.5, 45, 300, 11, rng)),
        (0.0, as_samples(panel)),
        (0.0, 0.35 * puff(0.1, 700, 4000, 70, rng)),
        (0.06, as_samples(0.15 * latch(rng))),
    )


def latch(rng: Rng) -> Samples:
    """Return the click of a small bolt."""
    return puff(0.05, 1600, 6500, 130, rng) + 0.5 * ring(0.05, rng.uniform(2300, 2900), ((1, 1, 90), (1.6, 0.5, 120)))


def _close(rng: Rng) -> Samples:
    return line((0.0, 0.6 * puff(0.28, 60, 380, 18, rng)), (0.02, 0.5 * latch(rng)), (0.07, 0.25 * latch(rng)))


def _open(rng: Rng) -> Samples:
    handle = line((0.0, 0.7 * latch(rng)), (0.09, 0.5 * latch(rng)))
    return line((0.0, handle), (0.14, 0.3 * puff(0.35, 90, 700, 6, rng, rise_s=0.06)), (0.2, 0.12 * _creak(rng)))


def _creak(rng: Rng) -> Samples:
    """A hinge sticks and slips: a tone chopped ever faster, then slower."""
    length = float(rng.uniform(0.8, 1.3))
    time = seconds(length)
    rub = np.abs(np.sin(2 * np.pi * np.cumsum(12 + 26 * hump(len(time), rise=0.6)) / 48_000)) ** 5
    low = rng.uniform(260, 360)
    pitch = bent(length, ((0, low), (0.55, low * 1.5), (1, low * 1.2)))
    return as_samples(chirp(pitch, as_samples(hump(len(time), rise=0.25) * rub), (1, 0.7, 0.6, 0.5, 0.4, 0.3)) / 3)


def _knock(rng: Rng) -> Samples:
    def rap() -> Samples:
        return as_samples(puff(0.14, 150, 1300, 42, rng) + 0.6 * ring(0.14, rng.uniform(190, 230), _PANEL))

    gap = rng.uniform(0.17, 0.22)
    return line(*((gap * n + rng.uniform(0, 0.015), as_samples(rng.uniform(0.7, 1) * rap())) for n in range(3)))


def _sliding(rng: Rng) -> Samples:
    roll = puff(0.8, 200, 2600, 0.5, rng, rise_s=0.12) * hump(38_400, rise=0.6)
    return line((0.0, as_samples(0.6 * roll)), (0.78, 0.8 * puff(0.2, 60, 500, 22, rng)))


def _gate(rng: Rng) -> Samples:
    iron = ring(1.2, rng.uniform(330, 420), ((1, 1, 4), (2.3, 0.7, 6), (3.9, 0.5, 8), (5.6, 0.3, 11)))
    return line((0.0, 0.5 * _creak(rng)), (0.9, as_samples(0.7 * iron + 0.4 * puff(1.2, 100, 900, 20, rng))))


def _lock(rng: Rng) -> Samples:
    return line((0.0, 0.6 * latch(rng)), (0.13, latch(rng)), (0.2, 0.4 * puff(0.08, 200, 900, 60, rng)))


def _keys(rng: Rng) -> Samples:
    def jingle(r: Rng) -> Samples:
        return 0.5 * ring(0.18, float(r.uniform(3200, 6800)), ((1, 1, 26), (1.47, 0.7, 34), (2.1, 0.4, 44)))

    return grains(0.6, 30, jingle, rng)


def _doorbell(rng: Rng) -> Samples:
    chime = ((1, 1, 2.0), (2.76, 0.35, 5.0), (5.4, 0.12, 9.0))
    return 0.7 * line((0.0, ring(1.6, 659.3, chime)), (0.5, ring(2.0, 523.3, chime)))


def _buzzer(rng: Rng) -> Samples:
    return voice(0.7, ((0, 118), (1, 118)), tuple(1 / n**0.5 for n in range(1, 24)), rise=0.05)


def _elevator(rng: Rng) -> Samples:
    ding = ring(1.4, 1174.7, ((1, 1, 2.6), (2.0, 0.3, 5), (3.0, 0.1, 8)))
    return line((0.0, 0.7 * ding), (0.6, 0.5 * _sliding(rng)))


def _window(rng: Rng) -> Samples:
    return line((0.0, 0.6 * latch(rng)), (0.1, 0.5 * puff(0.5, 250, 2400, 4, rng, rise_s=0.1)))


def _drawer(rng: Rng) -> Samples:
    return line((0.0, 0.5 * puff(0.32, 180, 1800, 4, rng, rise_s=0.03)), (0.3, 0.8 * puff(0.2, 90, 700, 26, rng)))


def _floorboard(rng: Rng) -> Samples:
    return line((0.0, 0.4 * puff(0.1, 70, 300, 40, rng)), (0.05, 0.7 * _creak(rng)[: int(0.5 * 48_000)]))


def _curtain(rng: Rng) -> Samples:
    rings = grains(0.4, 40, lambda r: 0.5 * puff(0.04, 2500, 7000, 110, r), rng)
    return line((0.0, rings), (0.0, 0.5 * puff(0.6, 400, 3500, 4, rng, rise_s=0.05)))


SPOTS: dict[str, Spot] = {
    "door slam": _slam, "door close": _close, "door open": _open, "creak": _creak, "knock": _knock,
    "sliding door": _sliding, "gate": _gate, "lock": _lock, "keys": _keys, "doorbell": _doorbell, "buzzer": _buzzer,
    "elevator": _elevator, "window": _window, "drawer": _drawer, "floorboard": _floorboard, "curtain": _curtain,
}  # fmt: skip
