"""Animals, each by its own throat, wings or feet."""

from __future__ import annotations

import numpy as np

from generation.providers.animatic.sound.textures import (
    AH,
    EE,
    OH,
    Rng,
    chirp,
    grains,
    hump,
    line,
    puff,
    roughened,
    seconds,
    throat,
    voice,
)
from generation.providers.animatic.sound.wave import SAMPLE_RATE, Samples, as_samples

from .kinds import Spot


def _bark(rng: Rng, low: float) -> Samples:
    pitch = low * float(rng.uniform(0.92, 1.1))
    voiced = throat(0.19, ((0, pitch), (0.25, pitch * 1.7), (1, pitch * 0.8)), AH, rng, rise=0.12, breath=0.5)
    return line((0.0, voiced), (0.0, 0.3 * puff(0.1, 400, 2500, 40, rng)))


def _dog(rng: Rng) -> Samples:
    return line((0.0, _bark(rng, 300)), (0.33, _bark(rng, 310)), (1.0, as_samples(0.8 * _bark(rng, 290))))


def _small_dog(rng: Rng) -> Samples:
    return line(*((0.24 * n, _bark(rng, 620)) for n in range(3)))


def _whine(rng: Rng) -> Samples:
    return voice(0.7, ((0, 900), (0.4, 1150), (1, 760)), (1, 0.3, 0.15), rise=0.4)


def _growl(rng: Rng) -> Samples:
    return roughened(throat(1.3, ((0, 85), (0.5, 105), (1, 80)), OH, rng, rise=0.4, breath=0.8), 27, 0.7)


def _wolf(rng: Rng) -> Samples:
    return voice(3.2, ((0, 290), (0.2, 520), (0.7, 500), (1, 330)), (1, 0.35, 0.15, 0.05), rise=0.35)


def _cat(rng: Rng) -> Samples:
    low = float(rng.uniform(470, 560))
    return throat(0.75, ((0, low), (0.35, low * 1.5), (1, low * 0.85)), EE, rng, rise=0.35, breath=0.05)


def _purr(rng: Rng) -> Samples:
    return roughened(as_samples(puff(1.8, 60, 420, 0, rng) * hump(int(1.8 * SAMPLE_RATE))), 25, 0.9)


def _hiss(rng: Rng) -> Samples:
    return as_samples(puff(0.8, 2500, 9000, 0, rng) * hump(int(0.8 * SAMPLE_RATE), rise=0.2))


def _neigh(rng: Rng) -> Samples:
    time = seconds(1.4)
    glide = np.interp(time, (0, 0.28, 1.4), (900, 1250, 420)) * (1 + 0.05 * np.sin(2 * np.pi * 13 * time))
    return as_samples(chirp(as_samples(glide), hump(len(time), rise=0.15), (1, 0.7, 0.5, 0.3)) / 2.5)


def _snort(rng: Rng) -> Samples:
    return roughened(puff(0.5, 150, 2200, 5, rng, rise_s=0.03), 38, 0.8)


def hoof(rng: Rng) -> Samples:
    """Return one hoof on hard ground."""
    return as_samples(puff(0.09, 350, 1800, 65, rng) + 0.4 * puff(0.09, 90, 300, 50, rng))


def _hooves(rng: Rng) -> Samples:
    beats = (0.0, 0.14, 0.28, 0.56, 0.7, 0.84, 1.12, 1.26, 1.4)
    return line(*((at + float(rng.uniform(0, 0.012)), as_samples(rng.uniform(0.7, 1) * hoof(rng))) for at in beats))


def _cow(rng: Rng) -> Samples:
    return throat(1.6, ((0, 105), (0.2, 165), (0.8, 155), (1, 120)), OH, rng, rise=0.3, breath=0.15)


def _sheep(rng: Rng) -> Samples:
    bleat = throat(0.8, ((0, 330), (0.3, 370), (1, 300)), AH, rng, rise=0.2, breath=0.15)
    return roughened(bleat, 8.5, 0.7)


def _pig(rng: Rng) -> Samples:
    return line(
        *((0.3 * n, roughened(throat(0.2, ((0, 160), (1, 120)), OH, rng, breath=0.9), 45, 0.8)) for n in range(3))
    )


def _rooster(rng: Rng) -> Samples:
    parts = ((0.0, 0.22, 620), (0.28, 0.18, 760), (0.5, 0.25, 900), (0.8, 0.8, 820))
    return line(
        *(
            (at, throat(length, ((0, hertz), (0.5, hertz * 1.1), (1, hertz * 0.75)), AH, rng, breath=0.15))
            for at, length, hertz in parts
        )
    )


def _hen(rng: Rng) -> Samples:
    return line(*((0.26 * n, throat(0.09, ((0, 480), (1, 380)), AH, rng, breath=0.3)) for n in range(4)),
                (1.05, throat(0.3, ((0, 450), (0.5, 640), (1, 500)), AH, rng, breath=0.3)))  # fmt: skip


def _duck(rng: Rng) -> Samples:
    return line(*((0.3 * n, roughened(throat(0.2, ((0, 300), (1, 250)), AH, rng, rise=0.15, breath=0.5), 62, 0.6))
                  for n in range(4)))  # fmt: skip


def bird_phrase(rng: Rng) -> Samples:
    """Return one phrase of a small bird, which repeats its syllable two to five times."""
    length = int(rng.uniform(0.06, 0.15) * SAMPLE_RATE)
    sweep = np.linspace(0, 1, length, dtype=np.float32)
    pitch = rng.uniform(2400, 4300) * (1 + rng.uniform(-0.3, 0.35) * sweep + 0.04 * np.sin(sweep * rng.uniform(6, 40)))
    syllable = chirp(as_samples(pitch), hump(length, rise=0.3))
    gap = np.zeros(int(rng.uniform(0.04, 0.12) * SAMPLE_RATE), np.float32)
    return np.concatenate([part for _ in range(int(rng.integers(2, 6))) for part in (syllable, gap)])


def _bird(rng: Rng) -> Samples:
    return line((0.0, bird_phrase(rng)), (0.9, as_samples(0.7 * bird_phrase(rng))))


def _owl(rng: Rng) -> Samples:
    def hoot(length: float) -> Samples:
        return voice(length, ((0, 330), (0.3, 365), (1, 335)), (1, 0.12), rise=0.3)

    return line((0.0, hoot(0.25)), (0.42, hoot(0.18)), (0.68, hoot(0.5)))


def _crow(rng: Rng) -> Samples:
    def caw() -> Samples:
        return roughened(throat(0.32, ((0, 520), (0.4, 610), (1, 460)), AH, rng, rise=0.2, breath=0.6), 72, 0.7)

    return line(*((0.5 * n + float(rng.uniform(0, 0.05)), caw()) for n in range(3)))


def gull_call(rng: Rng) -> Samples:
    """Return two to four falling cries."""
    calls = []
    for call in range(int(rng.integers(2, 5))):
        length = int(rng.uniform(0.28, 0.45) * SAMPLE_RATE)
        bend = np.interp(np.linspace(0, 1, length), (0, 0.25, 1), (0.8, 1.12, 0.78)) * rng.uniform(950, 1150)
        calls += [chirp(as_samples(bend), hump(length, rise=0.2) * 0.9**call, (1, 0.7, 0.5, 0.3)),
                  np.zeros(int(0.09 * SAMPLE_RATE), np.float32)]  # fmt: skip
    return np.concatenate(calls)


def _eagle(rng: Rng) -> Samples:
    return voice(1.2, ((0, 2300), (0.15, 2900), (1, 1900)), (1, 0.4, 0.3, 0.15), rise=0.12)


def _pigeon(rng: Rng) -> Samples:
    return roughened(voice(1.1, ((0, 330), (0.3, 420), (0.5, 360), (1, 320)), (1, 0.15), rise=0.3), 19, 0.6)


def _wings(rng: Rng) -> Samples:
    beats = np.cumsum(rng.uniform(0.08, 0.12, 9)) - 0.08
    return line(*((float(at), as_samples(0.93**n * puff(0.09, 250, 2800, 28, rng, rise_s=0.015)))
                  for n, at in enumerate(beats)))  # fmt: skip


def _frog(rng: Rng) -> Samples:
    return line(
        *((0.4 * n, roughened(throat(0.22, ((0, 170), (1, 230)), OH, rng, breath=0.2), 34, 0.9)) for n in range(3))
    )


def cricket(rng: Rng) -> Samples:
    """Return one chirp: a comb drawn over the wing's edge."""
    time = seconds(0.42)
    pulses = np.sin(2 * np.pi * 33 * time).clip(0, 1) ** 2 * np.minimum(1, (0.42 - time) / 0.05)
    return chirp(np.full(len(time), rng.uniform(3900, 4700), np.float32), as_samples(pulses))


def _cricket(rng: Rng) -> Samples:
    one = cricket(rng)
    return line((0.0, one), (0.7, one), (1.4, one))


def _fly(rng: Rng) -> Samples:
    pitch = ((0, 190), (0.3, 235), (0.6, 205), (1, 180))
    return as_samples(voice(1.8, pitch, tuple(n**-0.8 for n in range(1, 18)), rise=0.5))


def _whale(rng: Rng) -> Samples:
    return voice(3.6, ((0, 120), (0.3, 340), (0.5, 260), (0.8, 420), (1, 180)), (1, 0.4, 0.2, 0.1), rise=0.35)


def _dolphin(rng: Rng) -> Samples:
    clicks = grains(0.5, 60, lambda r: puff(0.008, 2500, 9000, 600, r), rng)
    return line((0.0, voice(0.5, ((0, 4200), (0.5, 8200), (1, 5200)), (1,), rise=0.3)), (0.5, clicks))


def _mouse(rng: Rng) -> Samples:
    return line(*((0.16 * n, voice(0.07, ((0, 4600), (0.5, 5600), (1, 4800)), (1, 0.2))) for n in range(4)))


def _monkey(rng: Rng) -> Samples:
    return line(*((0.24 * n, throat(0.16, ((0, 380), (0.6, 620 + 60 * n), (1, 420)), OH, rng)) for n in range(6)))


def _elephant(rng: Rng) -> Samples:
    blast = throat(1.5, ((0, 310), (0.2, 520), (0.8, 480), (1, 330)), AH, rng, rise=0.2, breath=0.4)
    return roughened(blast, 46, 0.4)


def _lion(rng: Rng) -> Samples:
    roar = throat(2.2, ((0, 70), (0.25, 130), (0.7, 105), (1, 60)), AH, rng, rise=0.25, breath=1.0)
    return roughened(roar, 31, 0.6)


def _monster(rng: Rng) -> Samples:
    deep = throat(2.0, ((0, 46), (0.3, 74), (1, 40)), AH, rng, rise=0.3, breath=0.8)
    return line((0.0, roughened(deep, 22, 0.7)), (0.0, as_samples(0.5 * puff(2.0, 35, 160, 1.2, rng, rise_s=0.1))))


def _donkey(rng: Rng) -> Samples:
    hee = throat(0.5, ((0, 420), (1, 620)), EE, rng, breath=0.6)
    haw = throat(0.6, ((0, 300), (1, 220)), AH, rng, breath=0.4)
    return line((0.0, hee), (0.5, haw), (1.15, hee), (1.65, haw))


def _snake(rng: Rng) -> Samples:
    return roughened(_hiss(rng), 24, 0.7)


SPOTS: dict[str, Spot] = {
    "dog": _dog, "lap dog": _small_dog, "whine": _whine, "growl": _growl, "wolf": _wolf, "cat": _cat, "purr": _purr,
    "hiss": _hiss, "neigh": _neigh, "snort": _snort, "hooves": _hooves, "cow": _cow, "sheep": _sheep, "pig": _pig,
    "rooster": _rooster, "hen": _hen, "duck": _duck, "bird": _bird, "owl": _owl, "crow": _crow, "gull": gull_call,
    "eagle": _eagle, "pigeon": _pigeon, "wings": _wings, "frog": _frog, "cricket": _cricket, "fly": _fly,
    "whale": _whale, "dolphin": _dolphin, "mouse": _mouse, "monkey": _monkey, "elephant": _elephant, "lion": _lion,
    "monster": _monster, "donkey": _donkey, "snake": _snake,
}  # fmt: skip
