"""Weather, water, fire, stone and wood."""

from __future__ import annotations

import numpy as np

from generation.providers.animatic.sound.textures import Rng, grains, hump, line, puff, ring, seconds, voice
from generation.providers.animatic.sound.wave import SAMPLE_RATE, Samples, as_samples

from .kinds import Spot


def _thunder(rng: Rng) -> Samples:
    time = seconds(5.0)
    rumble = puff(5.0, 28, 220, 0.85, rng, rise_s=0.25)
    rolling = 0.55 + 0.45 * np.sin(2 * np.pi * (1.7 * time + rng.random())) * np.sin(2 * np.pi * 0.9 * time)
    return line((0.0, 0.5 * puff(0.6, 250, 3500, 9, rng)), (0.05, as_samples(rumble * rolling)))


def _thunder_crack(rng: Rng) -> Samples:
    tears = grains(0.35, 60, lambda r: puff(0.05, 400, 6000, 90, r), rng)
    return line((0.0, as_samples(0.9 * tears)), (0.1, _thunder(rng)))


def _gust(rng: Rng) -> Samples:
    low = puff(2.8, 90, 480, 0, rng) * hump(int(2.8 * SAMPLE_RATE), rise=0.4)
    return as_samples(low + 0.45 * puff(2.8, 450, 1400, 0, rng) * hump(int(2.8 * SAMPLE_RATE), rise=0.5) ** 2)


def _splash(rng: Rng) -> Samples:
    drops = grains(0.7, 60, drop, rng)
    return line(
        (0.0, 0.6 * puff(0.3, 90, 500, 16, rng)),
        (0.0, 0.7 * puff(1.0, 700, 6000, 5, rng, rise_s=0.02)),
        (0.2, 0.4 * drops),
    )


def drop(rng: Rng) -> Samples:
    """Return one drop falling into water: the bubble under it rises in pitch."""
    low = float(rng.uniform(600, 1300))
    return voice(0.09, ((0, low), (1, low * 1.7)), (1,), rise=0.08)


def _drip(rng: Rng) -> Samples:
    return line((0.0, drop(rng)), (0.62, as_samples(0.8 * drop(rng))), (1.3, as_samples(0.9 * drop(rng))))


def _plop(rng: Rng) -> Samples:
    return line((0.0, 0.5 * puff(0.08, 200, 1500, 45, rng)), (0.02, voice(0.16, ((0, 240), (1, 620)), (1,), rise=0.15)))


def _pour(rng: Rng) -> Samples:
    """A glass that fills sounds higher and higher."""
    stream = puff(1.9, 700, 5000, 0, rng) * hump(int(1.9 * SAMPLE_RATE), rise=0.15)
    glugs = [(0.09 * n, voice(0.08, ((0, 380 + 26 * n), (1, 560 + 34 * n)), (1,), rise=0.3)) for n in range(19)]
    return line((0.0, as_samples(0.3 * stream)), *glugs)


def _wave(rng: Rng) -> Samples:
    surge = puff(3.2, 110, 1200, 0, rng) * hump(int(3.2 * SAMPLE_RATE), rise=0.35)
    foam = puff(3.2, 1500, 7000, 0, rng) * hump(int(3.2 * SAMPLE_RATE), rise=0.55) ** 2
    return as_samples(surge + 0.5 * foam)


def _oar(rng: Rng) -> Samples:
    creak = voice(0.3, ((0, 240), (1, 310)), (1, 0.6, 0.4), rise=0.5)
    return line(
        (0.0, 0.6 * puff(0.6, 300, 2600, 5, rng, rise_s=0.05)),
        (0.1, 0.5 * grains(0.5, 40, drop, rng)),
        (0.6, as_samples(0.3 * creak)),
    )


def _bubbles(rng: Rng) -> Samples:
    return grains(1.4, 26, drop, rng)


def _sails(rng: Rng) -> Samples:
    flaps = np.cumsum(rng.uniform(0.12, 0.3, 5)) - 0.12
    return line(*((float(at), puff(0.22, 150, 1800, 20, rng, rise_s=0.008)) for at in flaps))


def _rope(rng: Rng) -> Samples:
    return as_samples(voice(0.9, ((0, 170), (0.5, 230), (1, 190)), tuple(1 / n**0.6 for n in range(1, 14)), rise=0.5)
                      * (0.4 + 0.6 * (np.sin(2 * np.pi * 34 * seconds(0.9)) > 0)))  # fmt: skip


def _ignite(rng: Rng) -> Samples:
    return line(
        (0.0, 0.5 * puff(0.2, 1500, 8000, 18, rng, rise_s=0.01)), (0.05, puff(0.9, 80, 900, 4, rng, rise_s=0.08))
    )


def _match(rng: Rng) -> Samples:
    scratch = grains(0.16, 200, lambda r: puff(0.01, 2500, 9000, 400, r), rng)
    return line((0.0, scratch), (0.14, as_samples(0.7 * puff(0.7, 900, 6000, 5, rng, rise_s=0.03))))


def _crackle(rng: Rng) -> Samples:
    snaps = grains(1.6, 26, lambda r: puff(0.014, 1400, 7500, 420, r), rng)
    return line((0.0, snaps), (0.0, 0.25 * puff(1.6, 60, 480, 0.5, rng)))


def _rocks(rng: Rng) -> Samples:
    def stone(r: Rng) -> Samples:
        return as_samples(puff(0.12, float(r.uniform(150, 500)), 2600, 40, r))

    return line((0.0, 0.6 * puff(1.6, 40, 260, 2, rng)), (0.0, grains(1.5, 18, stone, rng)))


def _quake(rng: Rng) -> Samples:
    return as_samples(puff(4.0, 20, 140, 0.3, rng, rise_s=0.3) * (0.7 + 0.3 * np.sin(2 * np.pi * 7 * seconds(4.0))))


def _branch(rng: Rng) -> Samples:
    return line(
        (0.0, puff(0.06, 700, 6000, 90, rng)),
        (0.0, 0.5 * ring(0.1, 520, ((1, 1, 40), (2.4, 0.5, 55)))),
        (0.05, 0.4 * puff(0.1, 500, 4000, 60, rng)),
    )


def _tree(rng: Rng) -> Samples:
    groan = voice(1.2, ((0, 130), (0.7, 190), (1, 90)), tuple(1 / n**0.7 for n in range(1, 16)), rise=0.7)
    return line((0.0, _branch(rng)), (0.1, as_samples(0.4 * groan)), (1.2, puff(1.2, 60, 2500, 4, rng, rise_s=0.1)))


def _rustle(rng: Rng) -> Samples:
    return as_samples(grains(0.8, 110, lambda r: puff(0.03, 2200, 8500, 130, r), rng))


def _ice(rng: Rng) -> Samples:
    cracks = [
        (float(at), 0.6 * ring(0.3, float(rng.uniform(900, 2600)), ((1, 1, 18), (1.9, 0.6, 24))))
        for at in np.sort(rng.random(4)) * 0.5
    ]
    return line((0.0, puff(0.1, 1200, 8000, 70, rng)), *cracks)


def _avalanche(rng: Rng) -> Samples:
    return as_samples(puff(3.6, 40, 1600, 0, rng) * hump(int(3.6 * SAMPLE_RATE), rise=0.35))


SPOTS: dict[str, Spot] = {
    "thunder": _thunder, "thunder crack": _thunder_crack, "gust": _gust, "splash": _splash, "drip": _drip,
    "plop": _plop, "pour": _pour, "wave": _wave, "oars": _oar, "bubbles": _bubbles, "sails": _sails, "rope": _rope,
    "ignite": _ignite, "match": _match, "crackle": _crackle, "rocks": _rocks, "earthquake": _quake,
    "branch": _branch, "tree fall": _tree, "rustle": _rustle, "ice": _ice, "avalanche": _avalanche,
}  # fmt: skip
