"""Shots, blades and blasts."""

from __future__ import annotations

import numpy as np

from generation.providers.animatic.sound.textures import Rng, grains, hump, line, puff, ring, voice
from generation.providers.animatic.sound.wave import SAMPLE_RATE, Samples, as_samples

from .kinds import Spot


def _pistol(rng: Rng) -> Samples:
    return line(
        (0.0, puff(0.25, 180, 5000, 30, rng)),
        (0.004, 0.8 * puff(0.5, 40, 260, 10, rng)),
        (0.05, 0.2 * puff(1.4, 150, 1600, 3, rng)),
    )


def _rifle(rng: Rng) -> Samples:
    return line(
        (0.0, puff(0.3, 250, 7000, 24, rng)),
        (0.0, puff(0.7, 35, 220, 7, rng)),
        (0.09, 0.35 * puff(1.8, 150, 1800, 2.2, rng)),
    )


def _shotgun(rng: Rng) -> Samples:
    rack = line((0.0, puff(0.06, 800, 5000, 90, rng)), (0.16, puff(0.07, 600, 4500, 80, rng)))
    return line((0.0, puff(0.4, 80, 4500, 16, rng)), (0.0, puff(0.8, 30, 200, 6, rng)), (1.0, as_samples(0.3 * rack)))


def _burst(rng: Rng) -> Samples:
    return line(
        *((0.095 * n, as_samples(0.8 * puff(0.2, 150, 5000, 36, rng))) for n in range(7)),
        (0.0, 0.5 * puff(1.2, 40, 240, 3, rng)),
    )


def _cocking(rng: Rng) -> Samples:
    return line(
        (0.0, puff(0.05, 1500, 6500, 110, rng)),
        (0.14, puff(0.06, 1100, 6000, 90, rng)),
        (0.15, 0.3 * ring(0.2, 2100, ((1, 1, 22),))),
    )


def _ricochet(rng: Rng) -> Samples:
    return line(
        (0.0, puff(0.05, 1500, 8000, 100, rng)),
        (0.01, voice(0.7, ((0, 3600), (0.3, 2900), (1, 1300)), (1, 0.3), rise=0.08)),
    )


def _cannon(rng: Rng) -> Samples:
    return line((0.0, puff(0.5, 60, 1800, 9, rng)), (0.0, puff(2.4, 24, 150, 2.2, rng, rise_s=0.01)))


def _explosion(rng: Rng) -> Samples:
    debris = grains(2.0, 22, lambda r: puff(0.06, 400, 4000, 60, r), rng)
    return line(
        (0.0, 0.7 * puff(0.6, 80, 2500, 9, rng)),
        (0.0, puff(3.0, 25, 180, 1.7, rng, rise_s=0.01)),
        (0.5, as_samples(0.12 * debris)),
    )


def _fireworks(rng: Rng) -> Samples:
    rise = voice(0.9, ((0, 900), (1, 2600)), (1, 0.1), rise=0.5)
    sparks = grains(1.2, 70, lambda r: puff(0.02, 1800, 8000, 220, r), rng)
    return line((0.0, as_samples(0.2 * rise)), (0.9, puff(0.9, 50, 900, 6, rng)), (1.05, as_samples(0.4 * sparks)))


def _sword(rng: Rng) -> Samples:
    hertz = rng.uniform(1700, 2100)
    return line(
        (0.0, 0.5 * puff(0.06, 2000, 8000, 70, rng)),
        (0.0, 0.6 * ring(1.3, hertz, ((1, 1, 4), (1.51, 0.8, 5), (2.33, 0.5, 7), (3.1, 0.3, 9)))),
    )


def _drawn(rng: Rng) -> Samples:
    scrape = puff(0.5, 2500, 9000, 1, rng, rise_s=0.04) * hump(24_000, rise=0.7)
    return line((0.0, as_samples(0.6 * scrape)), (0.38, 0.5 * ring(1.2, 2300, ((1, 1, 3.5), (1.7, 0.6, 5)))))


def _arrow(rng: Rng) -> Samples:
    twang = voice(0.3, ((0, 240), (1, 190)), (1, 0.6, 0.4, 0.2), rise=0.03)
    flight = puff(0.4, 900, 4500, 0, rng) * hump(int(0.4 * SAMPLE_RATE), rise=0.4)
    return line((0.0, twang), (0.03, as_samples(0.5 * flight)), (0.42, puff(0.14, 200, 2000, 42, rng)))


def _whip(rng: Rng) -> Samples:
    swish = puff(0.22, 700, 3500, 0, rng) * hump(int(0.22 * SAMPLE_RATE), rise=0.9)
    return line((0.0, as_samples(0.5 * swish)), (0.2, puff(0.08, 1200, 9000, 80, rng)))


def _stab(rng: Rng) -> Samples:
    return line((0.0, 0.5 * puff(0.1, 2500, 8000, 50, rng)), (0.03, puff(0.16, 120, 1500, 32, rng)))


def _laser(rng: Rng) -> Samples:
    return voice(0.42, ((0, 2600), (0.3, 900), (1, 220)), (1, 0.5, 0.3), rise=0.03)


def _armour(rng: Rng) -> Samples:
    return grains(
        0.7, 18, lambda r: ring(0.3, float(r.uniform(700, 1900)), ((1, 1, 14), (2.2, 0.7, 19), (3.7, 0.4, 26))), rng
    )


def _battle(rng: Rng) -> Samples:
    return line(
        *(
            (float(at), as_samples(rng.uniform(0.4, 1) * _sword(rng)))
            for at in (0.0, *np.sort(rng.uniform(0.2, 2.4, 6)))
        )
    )


SPOTS: dict[str, Spot] = {
    "gunshot": _pistol, "rifle": _rifle, "shotgun": _shotgun, "machine gun": _burst, "gun cocking": _cocking,
    "ricochet": _ricochet, "cannon": _cannon, "explosion": _explosion, "fireworks": _fireworks, "sword": _sword,
    "sword drawn": _drawn, "arrow": _arrow, "whip": _whip, "stab": _stab, "laser": _laser, "armour": _armour,
    "sword fight": _battle,
}  # fmt: skip
