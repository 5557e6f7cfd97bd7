"""People: steps by what they step on, breath, hands, falls, and crowds that react."""

from __future__ import annotations

import numpy as np

from generation.providers.animatic.sound.textures import (
    AH,
    EE,
    OH,
    Formant,
    Rng,
    grains,
    hump,
    line,
    puff,
    ring,
    throat,
    voice,
)
from generation.providers.animatic.sound.wave import SAMPLE_RATE, Samples, as_samples

from .kinds import Spot


def step(surface: str, rng: Rng) -> Samples:
    """Return one footstep: the heel, then the sole."""
    match surface:
        case "wood":
            heel = puff(0.12, 80, 500, 40, rng) + 0.5 * ring(0.12, rng.uniform(150, 190), ((1, 1, 30), (2.3, 0.4, 45)))
            sole = 0.3 * puff(0.1, 500, 2500, 60, rng)
        case "stone":
            heel, sole = puff(0.09, 250, 3500, 70, rng), 0.4 * puff(0.08, 900, 5500, 80, rng)
        case "heels":
            heel = puff(0.06, 700, 5000, 110, rng) + 0.5 * ring(0.06, rng.uniform(1300, 1600), ((1, 1, 80),))
            sole = 0.25 * puff(0.05, 400, 2500, 90, rng)
        case "gravel":
            heel = grains(0.1, 160, lambda r: puff(0.02, 1200, 7500, 260, r), rng)
            sole = 0.7 * grains(0.12, 140, lambda r: puff(0.02, 1500, 8000, 260, r), rng)
        case "snow":
            heel = 0.8 * grains(0.16, 240, lambda r: puff(0.02, 500, 2800, 220, r), rng)
            sole = 0.5 * puff(0.18, 300, 1800, 22, rng, rise_s=0.04)
        case "leaves":
            heel = grains(0.16, 180, lambda r: puff(0.025, 2000, 8500, 180, r), rng)
            sole = 0.6 * grains(0.14, 120, lambda r: puff(0.02, 1500, 8000, 220, r), rng)
        case "grass":
            heel, sole = 0.8 * puff(0.13, 300, 3000, 30, rng, rise_s=0.02), 0.4 * puff(0.12, 900, 5000, 32, rng)
        case "metal":
            heel = ring(0.5, rng.uniform(210, 260), ((1, 1, 9), (2.7, 0.7, 12), (4.6, 0.5, 16), (7.1, 0.3, 22)))
            sole = 0.4 * puff(0.08, 700, 5000, 80, rng)
        case "water":
            heel = puff(0.16, 200, 1800, 22, rng, rise_s=0.01)
            sole = 0.8 * grains(0.16, 70, lambda r: voice(0.04, ((0, 500), (1, 1300)), (1,), rise=0.2), rng)
        case "carpet":
            heel, sole = 0.9 * puff(0.12, 60, 350, 34, rng), 0.3 * puff(0.1, 200, 1200, 40, rng)
        case _:
            heel, sole = puff(0.12, 70, 420, 42, rng), 0.3 * puff(0.1, 1300, 4500, 65, rng)
    loud = float(rng.uniform(0.8, 1.0))
    return line((0.0, as_samples(heel * loud)), (float(rng.uniform(0.05, 0.08)), as_samples(sole * loud)))


SURFACES = ("wood", "stone", "heels", "gravel", "snow", "leaves", "grass", "metal", "water", "carpet")


def _walk(surface: str, steps: int, pace_s: float) -> Spot:
    def walked(rng: Rng) -> Samples:
        places = np.arange(steps) * pace_s * rng.uniform(0.94, 1.06) + rng.uniform(-0.02, 0.02, steps)
        places[0] = 0.0
        return line(*((float(at), step(surface, rng)) for at in places))

    return walked


def _thud(rng: Rng) -> Samples:
    return line((0.0, puff(0.4, 40, 260, 13, rng)), (0.0, 0.2 * puff(0.1, 600, 2500, 60, rng)))


def _fall(rng: Rng) -> Samples:
    return line((0.0, 0.4 * puff(0.2, 300, 2500, 18, rng, rise_s=0.02)), (0.09, _thud(rng)), (0.27, 0.5 * _thud(rng)))


def _punch(rng: Rng) -> Samples:
    smack = puff(0.12, 500, 3500, 45, rng)
    return line((0.0, as_samples(0.8 * smack)), (0.0, puff(0.2, 60, 350, 24, rng)))


def _slap(rng: Rng) -> Samples:
    return line((0.0, puff(0.12, 800, 6000, 60, rng)), (0.0, 0.4 * puff(0.1, 200, 900, 45, rng)))


def _handclap(rng: Rng) -> Samples:
    return as_samples(0.9 * puff(0.09, 700, 3800, 75, rng))


def _breath(rng: Rng) -> Samples:
    out = puff(0.9, 600, 3200, 0, rng) * hump(int(0.9 * SAMPLE_RATE), rise=0.35)
    return as_samples(out)


def _gasp(rng: Rng) -> Samples:
    return as_samples(puff(0.42, 900, 5200, 0, rng) * hump(int(0.42 * SAMPLE_RATE), rise=0.8))


def _panting(rng: Rng) -> Samples:
    return line(*((0.36 * n, as_samples((0.9 if n % 2 else 0.6) * _gasp(rng))) for n in range(5)))


def _sob(rng: Rng) -> Samples:
    parts = [(0.34 * n, 0.8 * throat(0.22, ((0, 330), (0.4, 380), (1, 260)), OH, rng, breath=0.4)) for n in range(4)]
    return line(*parts, (1.35, as_samples(0.4 * _gasp(rng))))


def _scream(rng: Rng) -> Samples:
    return throat(1.1, ((0, 520), (0.15, 880), (0.7, 840), (1, 620)), AH, rng, rise=0.15, breath=0.25)


def _cough(rng: Rng) -> Samples:
    return line(
        *((0.32 * n, 0.8 * throat(0.16, ((0, 190), (1, 140)), AH, rng, rise=0.1, breath=0.9)) for n in range(2))
    )


def _snore(rng: Rng) -> Samples:
    rasp = throat(1.2, ((0, 62), (0.6, 74), (1, 58)), OH, rng, rise=0.6, breath=0.5)
    return line((0.0, rasp), (1.7, as_samples(0.35 * _breath(rng))))


def _kiss(rng: Rng) -> Samples:
    return line((0.0, 0.5 * puff(0.09, 1500, 6000, 50, rng, rise_s=0.02)), (0.09, puff(0.03, 900, 4000, 190, rng)))


def _heart(rng: Rng) -> Samples:
    beat = voice(0.22, ((0, 72), (1, 44)), (1, 0.3), rise=0.12)
    return line(
        *((0.9 * n + late, as_samples(level * beat)) for n in range(3) for late, level in ((0.0, 1), (0.27, 0.7)))
    )


def _whistling(rng: Rng) -> Samples:
    tune = rng.choice((1320, 1480, 1760, 1568, 1175), 4)
    return line(
        *((0.3 * n, voice(0.28, ((0, h * 0.97), (0.2, h), (1, h)), (1, 0.04), rise=0.3)) for n, h in enumerate(tune))
    )


def _laugh(rng: Rng) -> Samples:
    base = float(rng.uniform(150, 300))
    return line(
        *(
            (0.19 * n, (0.95**n) * throat(0.13, ((0, base * 1.3 * 0.96**n), (1, base * 0.96**n)), AH, rng, breath=0.35))
            for n in range(6)
        )
    )


def _baby(rng: Rng) -> Samples:
    cry = ((0, 380), (0.2, 520), (0.8, 480), (1, 360))
    return line(*((0.95 * n, throat(0.8, cry, AH, rng, rise=0.3, breath=0.12)) for n in range(2)))


def _many(make: Spot, people: int, spread_s: float) -> Spot:
    """Return the sound of several people who do one thing at almost one moment."""

    def heard(rng: Rng) -> Samples:
        starts = np.sort(rng.random(people)) * spread_s
        starts[0] = 0.0
        return line(*((float(at), as_samples(rng.uniform(0.3, 1) * make(rng))) for at in starts))

    return heard


def _cheer_voice(rng: Rng) -> Samples:
    low = float(rng.uniform(180, 420))
    length = float(rng.uniform(0.9, 1.9))
    formants: tuple[Formant, ...] = (AH, OH, EE)[int(rng.integers(3))]
    return throat(length, ((0, low), (0.3, low * 1.35), (1, low * 1.05)), formants, rng, rise=0.3, breath=0.5)


def _applause(rng: Rng) -> Samples:
    claps = grains(3.6, 90, _handclap, rng, takes=24)
    return as_samples(claps[: int(3.6 * SAMPLE_RATE)] * hump(int(3.6 * SAMPLE_RATE), rise=0.2)[: len(claps)])


def _murmur_voice(rng: Rng) -> Samples:
    low = float(rng.uniform(100, 230))
    parts = []
    for syllable in range(7):
        formants = (AH, OH, EE)[int(rng.integers(3))]
        bend = float(rng.uniform(0.9, 1.15))
        parts.append((0.21 * syllable, throat(0.19, ((0, low), (1, low * bend)), formants, rng, rise=0.4, breath=0.3)))
    return line(*parts)


SPOTS: dict[str, Spot] = {
    "footsteps": _walk("", 4, 0.54), "running": _walk("", 7, 0.29), "stairs": _walk("wood", 5, 0.4),
    **{f"footsteps {surface}": _walk(surface, 4, 0.54) for surface in SURFACES},
    **{f"running {surface}": _walk(surface, 7, 0.29) for surface in ("stone", "gravel", "snow", "leaves", "grass",
                                                                    "metal", "water", "wood")},
    "marching": _many(_walk("stone", 5, 0.5), 5, 0.05), "thud": _thud, "body fall": _fall, "punch": _punch,
    "slap": _slap, "clap": _handclap, "breath": _breath, "gasp": _gasp, "panting": _panting, "sob": _sob,
    "scream": _scream, "cough": _cough, "snore": _snore, "kiss": _kiss, "heartbeat": _heart, "whistling": _whistling,
    "laugh": _laugh, "baby": _baby, "crowd laughter": _many(_laugh, 9, 0.5), "crowd gasp": _many(_gasp, 10, 0.12),
    "cheer": _many(_cheer_voice, 14, 0.5), "applause": _applause, "murmur": _many(_murmur_voice, 8, 0.5),
    "children": _many(_cheer_voice, 5, 0.9),
}  # fmt: skip
