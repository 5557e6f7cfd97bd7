"""Sounds that happen once: a door, a bell, thunder.

Each takes a generator and returns one mono event; `foley` sets its level and its moment.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from .textures import Rng, chirp, hump, puff, ring, seconds
from .wave import SAMPLE_RATE, Samples, as_samples

_CHURCH = (
    (0.5, 0.6, 0.7),
    (1, 1, 0.9),
    (1.19, 0.5, 1.3),
    (1.56, 0.35, 1.8),
    (2, 0.5, 1.6),
    (2.74, 0.25, 2.6),
    (3.76, 0.15, 3.5),
)
_CHIME = ((1, 1, 2.0), (2.76, 0.35, 5.0), (5.4, 0.12, 9.0))


def line(*parts: tuple[float, Samples]) -> Samples:
    """Return sounds put one over the other, each at its second."""
    out = np.zeros(max(int(at * SAMPLE_RATE) + len(part) for at, part in parts), np.float32)
    for at, part in parts:
        start = int(at * SAMPLE_RATE)
        out[start : start + len(part)] += part
    return out


def _bent(length_s: float, points: tuple[tuple[float, float], ...]) -> Samples:
    """Return a pitch over time: `points` are (share of the length, Hz)."""
    shares, hertz = zip(*points, strict=True)
    return as_samples(np.interp(np.linspace(0, 1, int(length_s * SAMPLE_RATE)), shares, hertz))


def voice(
    length_s: float, points: tuple[tuple[float, float], ...], harmonics: tuple[float, ...], *, rise: float = 0.2
) -> Samples:
    pitch = _bent(length_s, points)
    return chirp(pitch, hump(len(pitch), rise=rise), harmonics) / sum(harmonics)


def _thunder(rng: Rng) -> Samples:
    time = seconds(5.0)
    rumble = puff(5.0, 28, 220, 0.85, rng, rise_s=0.25)
    rolling = 0.55 + 0.45 * np.sin(2 * np.pi * (1.7 * time + rng.random())) * np.sin(2 * np.pi * 0.9 * time)
    return line((0.0, 0.5 * puff(0.6, 250, 3500, 9, rng)), (0.05, rumble * rolling.astype(np.float32)))


def _door(rng: Rng) -> Samples:
    time = seconds(0.6)
    rub = np.abs(np.sin(2 * np.pi * (24 + 9 * time) * time)) ** 6
    creak = chirp(
        _bent(0.6, ((0, 300), (0.6, 410), (1, 340))), (hump(len(time)) * rub).astype(np.float32), (1, 0.6, 0.4, 0.3)
    )
    shut = puff(0.35, 45, 320, 14, rng) + 0.25 * puff(0.35, 900, 3200, 60, rng)
    return line((0.0, 0.25 * creak), (0.75, as_samples(0.8 * shut)), (0.79, 0.15 * puff(0.05, 1800, 5000, 120, rng)))


def _knock(rng: Rng) -> Samples:
    return line(*((0.21 * n + rng.uniform(0, 0.02), (0.7 + 0.1 * n) * puff(0.16, 110, 900, 38, rng)) for n in range(3)))


def _bell(rng: Rng) -> Samples:
    hertz = rng.uniform(360, 420)
    return 0.7 * line((0.0, ring(4.0, hertz, _CHURCH)), (1.9, 0.8 * ring(4.0, hertz, _CHURCH)))


def _doorbell(rng: Rng) -> Samples:
    return 0.7 * line((0.0, ring(1.6, 659.3, _CHIME)), (0.5, ring(2.0, 523.3, _CHIME)))


def _phone(rng: Rng) -> Samples:
    """Two rings of an old telephone: two small bells struck twenty times a second."""
    time = seconds(1.1)
    strokes = np.exp(-((time * 22) % 1) * 2.2) * np.minimum(1, (1.1 - time) / 0.06)
    tone = (
        np.sin(2 * np.pi * 1180 * time) + 0.8 * np.sin(2 * np.pi * 1420 * time) + 0.3 * np.sin(2 * np.pi * 2950 * time)
    )
    one = (0.4 * tone * strokes).astype(np.float32)
    return line((0.0, one), (2.0, one))


def _gunshot(rng: Rng) -> Samples:
    return line(
        (0.0, puff(0.25, 180, 5000, 30, rng)),
        (0.004, 0.8 * puff(0.5, 40, 260, 10, rng)),
        (0.05, 0.2 * puff(1.4, 150, 1600, 3, rng)),
    )


def _explosion(rng: Rng) -> Samples:
    return line((0.0, 0.7 * puff(0.6, 80, 2500, 9, rng)), (0.0, puff(3.0, 25, 180, 1.7, rng, rise_s=0.02)))


def _splash(rng: Rng) -> Samples:
    return line((0.0, 0.5 * puff(0.3, 90, 500, 16, rng)), (0.02, 0.7 * puff(1.0, 700, 6000, 5, rng, rise_s=0.04)))


def _clink(rng: Rng) -> Samples:
    hertz = rng.uniform(2100, 2600)
    return 0.6 * ring(0.9, hertz, ((1, 1, 7), (1.42, 0.7, 9), (2.31, 0.35, 13)))


def _glass_break(rng: Rng) -> Samples:
    shards = [
        (
            float(rng.uniform(0, 0.6)) ** 1.5,
            0.35 * ring(0.3, float(rng.uniform(2500, 6000)), ((1, 1, 22), (1.7, 0.5, 30))),
        )
        for _ in range(26)
    ]
    return line((0.0, puff(0.2, 1500, 8000, 28, rng)), *shards)


def _paper(rng: Rng) -> Samples:
    return 0.6 * line(
        *((float(at), puff(0.14, 1800, 7500, 20, rng, rise_s=0.03)) for at in np.cumsum(rng.uniform(0.06, 0.16, 5)))
    )


def _dog(rng: Rng) -> Samples:
    def bark() -> Samples:
        pitch = rng.uniform(0.9, 1.1)
        voiced = voice(
            0.2, ((0, 300 * pitch), (0.2, 520 * pitch), (1, 240 * pitch)), (1, 0.8, 0.7, 0.5, 0.4, 0.3), rise=0.12
        )
        return voiced + 0.2 * puff(0.2, 500, 2500, 18, rng, rise_s=0.02)

    return line((0.0, bark()), (0.34, bark()), (1.1, 0.8 * bark()))


def _wolf(rng: Rng) -> Samples:
    return voice(3.2, ((0, 290), (0.2, 520), (0.7, 500), (1, 330)), (1, 0.35, 0.15, 0.05), rise=0.35)


def _cat(rng: Rng) -> Samples:
    return voice(0.7, ((0, 520), (0.3, 760), (1, 430)), (1, 0.7, 0.6, 0.4, 0.2), rise=0.3)


def _owl(rng: Rng) -> Samples:
    def hoot(length: float) -> Samples:
        return voice(length, ((0, 330), (0.3, 365), (1, 335)), (1, 0.12), rise=0.3)

    return line((0.0, hoot(0.25)), (0.42, hoot(0.18)), (0.68, hoot(0.5)))


def _crow(rng: Rng) -> Samples:
    caws = [
        (
            0.55 * n,
            voice(0.32, ((0, 520), (0.4, 610), (1, 460)), (0.6, 0.8, 1, 0.9, 0.7, 0.5))
            * (0.6 + 0.4 * np.sign(np.sin(2 * np.pi * 70 * seconds(0.32)))),
        )
        for n in range(3)
    ]
    return line(*((at, caw.astype(np.float32)) for at, caw in caws))


def _rooster(rng: Rng) -> Samples:
    parts = ((0.0, 0.22, 620), (0.28, 0.18, 760), (0.5, 0.25, 900), (0.8, 0.8, 820))
    return line(
        *(
            (at, voice(length, ((0, hertz), (0.5, hertz * 1.1), (1, hertz * 0.75)), (1, 0.8, 0.6, 0.4)))
            for at, length, hertz in parts
        )
    )


def _neigh(rng: Rng) -> Samples:
    time = seconds(1.4)
    pitch = _bent(1.4, ((0, 900), (0.2, 1250), (1, 420))) * (1 + 0.05 * np.sin(2 * np.pi * 13 * time)).astype(
        np.float32
    )
    return chirp(pitch, hump(len(time), rise=0.15), (1, 0.7, 0.5, 0.3)) / 2.5


def _siren(rng: Rng) -> Samples:
    time = seconds(7.0)
    pitch = 760 + 240 * np.sin(2 * np.pi * 0.28 * time - 1.2)
    return 0.5 * chirp(pitch.astype(np.float32), hump(len(time), rise=0.4), (1, 0.4, 0.25, 0.12))


def _car_horn(rng: Rng) -> Samples:
    return 0.5 * (
        voice(0.6, ((0, 415), (1, 415)), (1, 0.7, 0.6, 0.4, 0.3), rise=0.1)
        + voice(0.6, ((0, 522), (1, 522)), (1, 0.7, 0.5, 0.3), rise=0.1)
    )


def _ship_horn(rng: Rng) -> Samples:
    return voice(3.4, ((0, 104), (0.1, 110), (0.95, 109), (1, 100)), (1, 0.9, 0.7, 0.5, 0.35, 0.2, 0.1), rise=0.15)


def _whistle(rng: Rng) -> Samples:
    chord = sum(
        voice(1.8, ((0, h * 0.94), (0.15, h), (0.85, h), (1, h * 0.93)), (1, 0.5, 0.3), rise=0.12)
        for h in (466, 554, 698)
    )
    return np.asarray(chord, np.float32) / 3 + 0.05 * puff(1.8, 800, 5000, 0.5, rng, rise_s=0.1)


def _magic(rng: Rng) -> Samples:
    steps = np.sort(rng.uniform(0, 1.3, 18))
    pitches = 880 * 2 ** (np.linspace(0, 30, 18).round() / 12)
    return 0.8 * line(
        *((float(at), 0.3 * ring(1.2, float(hertz), _CHIME)) for at, hertz in zip(steps, pitches, strict=True))
    )


def _whoosh(rng: Rng) -> Samples:
    return puff(0.7, 250, 2600, 0, rng) * hump(int(0.7 * SAMPLE_RATE), rise=0.6)


def _sword(rng: Rng) -> Samples:
    hertz = rng.uniform(1700, 2100)
    return line(
        (0.0, 0.5 * puff(0.06, 2000, 8000, 70, rng)),
        (0.0, 0.6 * ring(1.3, hertz, ((1, 1, 4), (1.51, 0.8, 5), (2.33, 0.5, 7), (3.1, 0.3, 9)))),
    )


def _click(rng: Rng) -> Samples:
    return line((0.0, 0.7 * puff(0.03, 1500, 6000, 220, rng)), (0.07, 0.5 * puff(0.03, 1200, 5000, 220, rng)))


def _thud(rng: Rng) -> Samples:
    return line((0.0, puff(0.4, 40, 260, 13, rng)), (0.0, 0.2 * puff(0.1, 600, 2500, 60, rng)))


def _crash(rng: Rng) -> Samples:
    return line(
        *(
            (float(at), float(rng.uniform(0.4, 1)) * puff(0.4, 150, 4000, 12, rng))
            for at in np.sort(rng.uniform(0, 0.7, 7))
        )
    )


def _beep(rng: Rng) -> Samples:
    return line(*((0.3 * n, voice(0.16, ((0, 988), (1, 988)), (1, 0.15), rise=0.1)) for n in range(3)))


def _laser(rng: Rng) -> Samples:
    return voice(0.45, ((0, 2400), (0.3, 900), (1, 220)), (1, 0.5, 0.3), rise=0.04)


def _gasp(rng: Rng) -> Samples:
    return puff(0.9, 700, 3200, 0, rng) * hump(int(0.9 * SAMPLE_RATE), rise=0.7)


def _music_box(rng: Rng) -> Samples:
    """A turn of a small tune that falls back on its first note."""
    scale = (0, 2, 4, 7, 9, 12)
    steps = [int(rng.integers(0, 6)) for _ in range(6)]
    tune = [*steps, steps[0], 0]
    partials = ((1, 1, 2.5), (2, 0.25, 4), (3.01, 0.2, 6), (5.4, 0.08, 10))
    return 0.7 * line(
        *((0.42 * n, 0.6 * ring(1.6, 784 * 2 ** (scale[step] / 12), partials)) for n, step in enumerate(tune))
    )


SPOTS: dict[str, Callable[[Rng], Samples]] = {
    "thunder": _thunder, "door": _door, "knock": _knock, "bell": _bell, "doorbell": _doorbell, "phone": _phone,
    "gunshot": _gunshot, "explosion": _explosion, "splash": _splash, "glass clink": _clink, "glass break": _glass_break,
    "paper": _paper, "dog": _dog, "wolf": _wolf, "cat": _cat, "owl": _owl, "crow": _crow, "rooster": _rooster,
    "neigh": _neigh, "siren": _siren, "car horn": _car_horn, "ship horn": _ship_horn, "train whistle": _whistle,
    "magic": _magic, "whoosh": _whoosh, "sword": _sword, "click": _click, "thud": _thud, "crash": _crash,
    "beep": _beep, "laser": _laser, "breath": _gasp, "music box": _music_box,
}  # fmt: skip
