"""What nobody has heard: magic, ghosts, space ships, portals, and the film's own whooshes."""

from __future__ import annotations

import numpy as np

from generation.providers.animatic.sound.textures import (
    AH,
    OH,
    Rng,
    grains,
    hump,
    line,
    puff,
    ring,
    roughened,
    throat,
    voice,
)
from generation.providers.animatic.sound.wave import SAMPLE_RATE, Samples, as_samples

from .kinds import Spot

_WHISPERED = ((1100, 1.5, 0.7), (2600, 1.5, 1.0), (4600, 1.4, 0.8))
_CHIME = ((1, 1, 2.0), (2.76, 0.35, 5.0), (5.4, 0.12, 9.0))


def _magic(rng: Rng) -> Samples:
    steps = np.sort(rng.uniform(0, 1.3, 18))
    steps[0] = 0.0
    pitches = 880 * 2 ** (np.linspace(0, 30, 18).round() / 12)
    return line(
        *((float(at), 0.25 * ring(1.2, float(hertz), _CHIME)) for at, hertz in zip(steps, pitches, strict=True))
    )


def _spell(rng: Rng) -> Samples:
    burst = puff(0.9, 400, 6000, 4, rng, rise_s=0.03)
    return line(
        (0.0, as_samples(0.5 * burst)),
        (0.0, voice(0.8, ((0, 300), (0.4, 1400), (1, 700)), (1, 0.4, 0.2))),
        (0.15, as_samples(0.6 * _magic(rng))),
    )


def _vanish(rng: Rng) -> Samples:
    return line(
        (0.0, voice(0.35, ((0, 500), (1, 2600)), (1, 0.3), rise=0.7)),
        (0.3, as_samples(0.5 * puff(0.4, 1500, 8000, 9, rng))),
    )


def _whoosh(rng: Rng) -> Samples:
    return as_samples(puff(0.7, 250, 2600, 0, rng) * hump(int(0.7 * SAMPLE_RATE), rise=0.35))


def _swish(rng: Rng) -> Samples:
    return as_samples(puff(0.26, 700, 5500, 0, rng) * hump(int(0.26 * SAMPLE_RATE), rise=0.4))


def _boom(rng: Rng) -> Samples:
    return line(
        (0.0, voice(2.2, ((0, 62), (0.2, 42), (1, 30)), (1, 0.3), rise=0.02)),
        (0.0, as_samples(0.3 * puff(1.6, 40, 500, 3, rng))),
    )


def _riser(rng: Rng) -> Samples:
    return as_samples(puff(2.4, 300, 5000, 0, rng) * hump(int(2.4 * SAMPLE_RATE), rise=0.95) ** 2)


def _ghost(rng: Rng) -> Samples:
    return throat(2.4, ((0, 330), (0.3, 520), (0.6, 460), (1, 360)), OH, rng, rise=0.4, breath=0.5)


def _whisper(rng: Rng) -> Samples:
    return line(*((0.17 * n, throat(0.15, ((0, 120), (1, 120)), _WHISPERED, rng, breath=9.0)) for n in range(6)))


def _portal(rng: Rng) -> Samples:
    deep = voice(3.0, ((0, 55), (0.5, 110), (1, 82)), (1, 0.7, 0.5, 0.3, 0.2), rise=0.3)
    return roughened(as_samples(deep + 0.3 * puff(3.0, 500, 4000, 0, rng)[: len(deep)] * hump(len(deep))), 6, 0.5)


def _ship_pass(rng: Rng) -> Samples:
    tone = voice(3.0, ((0, 240), (0.45, 225), (0.55, 170), (1, 150)), (1, 0.6, 0.5, 0.3, 0.2), rise=0.45)
    return as_samples(tone + 0.5 * puff(3.0, 80, 900, 0, rng) * hump(int(3.0 * SAMPLE_RATE), rise=0.45) ** 2)


def _warp(rng: Rng) -> Samples:
    charge = voice(1.2, ((0, 90), (1, 1600)), (1, 0.5, 0.3), rise=0.9)
    return line((0.0, as_samples(0.6 * charge)), (1.1, puff(1.6, 40, 1500, 3, rng)))


def _airlock(rng: Rng) -> Samples:
    return line(
        (0.0, 0.8 * puff(1.2, 1500, 9000, 3, rng, rise_s=0.02)),
        (0.0, 0.6 * puff(0.2, 60, 500, 22, rng)),
        (1.1, puff(0.3, 50, 400, 16, rng)),
    )


def _teleport(rng: Rng) -> Samples:
    shimmer = grains(1.4, 60, lambda r: ring(0.3, float(r.uniform(1200, 5200)), ((1, 1, 12),)), rng)
    return line(
        (0.0, as_samples(0.4 * shimmer)), (0.0, as_samples(0.4 * voice(1.4, ((0, 300), (1, 1800)), (1, 0.2), rise=0.5)))
    )


def _sonar(rng: Rng) -> Samples:
    return ring(2.6, 1480, ((1, 1, 1.8), (1.003, 0.6, 1.8)))


def _force(rng: Rng) -> Samples:
    return roughened(voice(1.6, ((0, 92), (1, 98)), tuple(1 / n**0.8 for n in range(1, 16)), rise=0.3), 17, 0.6)


def _heaven(rng: Rng) -> Samples:
    chord = [throat(2.8, ((0, h), (1, h)), AH, rng, rise=0.4, breath=0.08) for h in (261.6, 329.6, 392.0, 523.3)]
    return as_samples(sum(0.3 * part for part in chord))


def _cartoon_boing(rng: Rng) -> Samples:
    return roughened(voice(0.8, ((0, 170), (0.3, 420), (1, 210)), (1, 0.5, 0.3), rise=0.05), 15, 0.5)


def _pop(rng: Rng) -> Samples:
    return voice(0.07, ((0, 380), (1, 900)), (1, 0.2), rise=0.2)


def _slip(rng: Rng) -> Samples:
    return voice(0.6, ((0, 500), (1, 1900)), (1, 0.1), rise=0.5)


SPOTS: dict[str, Spot] = {
    "magic": _magic, "spell": _spell, "vanish": _vanish, "whoosh": _whoosh, "swish": _swish, "boom": _boom,
    "riser": _riser, "ghost": _ghost, "whisper": _whisper, "portal": _portal, "space ship": _ship_pass, "warp": _warp,
    "airlock": _airlock, "teleport": _teleport, "sonar": _sonar, "force field": _force, "choir": _heaven,
    "boing": _cartoon_boing, "pop": _pop, "slip": _slip,
}  # fmt: skip
