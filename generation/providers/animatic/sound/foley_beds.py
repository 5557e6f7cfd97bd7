"""Sounds that go on for the whole scene: weather, water, places, animals in the distance.

Each takes a number of samples and a generator and returns stereo sound of any level; `foley` sets the level.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from .spots.animals import bird_phrase, cricket, gull_call
from .spots.bodies import SPOTS as BODIES
from .spots.nature import drop
from .textures import Rng, chirp, hiss, hump, puff, ring, scatter, swell
from .wave import SAMPLE_RATE, Samples, as_samples


def _rain(samples: int, rng: Rng) -> Samples:
    drops = scatter(samples, 70, lambda r: puff(0.02, 1500, 7000, 260, r), rng)
    patter = hiss(samples, 700, 5500, rng) * swell(samples, 3, 0.25, rng)
    return as_samples(patter + 0.35 * hiss(samples, 150, 700, rng) + 1.2 * drops)


def _wind(samples: int, rng: Rng) -> Samples:
    low = hiss(samples, 90, 420, rng) * swell(samples, 2.6, 0.8, rng)
    return low + 0.45 * hiss(samples, 450, 1100, rng) * swell(samples, 1.7, 0.95, rng)


def _waves(samples: int, rng: Rng) -> Samples:
    place = np.arange(samples, dtype=np.float32) / SAMPLE_RATE
    surge = np.sin(2 * np.pi * (place / 7.1 + rng.random()) + 0.6 * np.sin(place / 5)).clip(0, 1)[:, None] ** 2
    foam = 0.6 * hiss(samples, 1200, 6000, rng) * (0.08 + surge**2)
    return as_samples(hiss(samples, 110, 800, rng) * (0.3 + surge) + foam)


def _stream(samples: int, rng: Rng) -> Samples:
    def bubble(r: Rng) -> Samples:
        length = int(r.uniform(0.03, 0.09) * SAMPLE_RATE)
        return chirp(np.linspace(1, 1.5, length, dtype=np.float32) * r.uniform(420, 1300), hump(length, rise=0.2))

    return 0.7 * hiss(samples, 500, 4500, rng) * swell(samples, 0.8, 0.3, rng) + scatter(samples, 45, bubble, rng)


def _fire(samples: int, rng: Rng) -> Samples:
    crackle = scatter(samples, 16, lambda r: puff(0.012, 1400, 7000, 500, r), rng)
    snaps = scatter(samples, 1.2, lambda r: puff(0.05, 500, 4000, 120, r), rng)
    return 0.5 * hiss(samples, 60, 480, rng) * swell(samples, 0.4, 0.45, rng) + 2.2 * crackle + 3 * snaps


def _crowd(samples: int, rng: Rng) -> Samples:
    """Many voices at once: bands of a voice's formants, each rising and falling at the pace of syllables."""
    murmur = np.zeros((samples, 2), np.float32)
    for low, high, level in ((180, 420, 1.0), (420, 800, 0.8), (800, 1500, 0.4), (1500, 2600, 0.18)):
        murmur += level * hiss(samples, low, high, rng) * swell(samples, 0.15, 0.85, rng)
    return murmur * swell(samples, 2.5, 0.3, rng)


def _traffic(samples: int, rng: Rng) -> Samples:
    def car(r: Rng) -> Samples:
        length = r.uniform(3.5, 6)
        return puff(length, 120, 1600, 0, r) * hump(int(length * SAMPLE_RATE), rise=0.45) ** 2

    road = hiss(samples, 40, 350, rng) * swell(samples, 2, 0.4, rng)
    return as_samples(road + 0.15 * hiss(samples, 350, 1800, rng) + 1.6 * scatter(samples, 0.28, car, rng, takes=5))


def _train(samples: int, rng: Rng) -> Samples:
    place = np.arange(samples) / SAMPLE_RATE
    beat = place % 1.05
    clack = sum(np.exp(-np.maximum(beat - at, 0) * 45) * (beat >= at) * level for at, level in ((0.0, 1), (0.13, 0.7)))
    rumble = hiss(samples, 40, 260, rng) * swell(samples, 1.2, 0.25, rng)
    return as_samples(rumble + 0.9 * hiss(samples, 300, 2200, rng, width=0.3) * as_samples(clack)[:, None])


def _tones(samples: int, hertz: tuple[float, ...], rng: Rng, *, wobble: float) -> Samples:
    """Return a sum of steady tones, each drifting in level on its own."""
    place = np.arange(samples) / SAMPLE_RATE
    out = np.zeros((samples, 2), np.float32)
    for number, frequency in enumerate(hertz):
        tone = np.sin(2 * np.pi * (frequency * place + wobble * np.sin(place * (1.3 + number)))).astype(np.float32)
        out += tone[:, None] * swell(samples, 1.5, 0.4, rng) / (number + 1)
    return out


def _engine(samples: int, rng: Rng) -> Samples:
    return _tones(samples, (41.0, 82.3, 123.1, 164.9), rng, wobble=0.3) + 0.25 * hiss(samples, 90, 900, rng)


def _hum(samples: int, rng: Rng) -> Samples:
    return _tones(samples, (60.0, 120.0, 180.2, 240.3), rng, wobble=0.02) + 0.12 * hiss(samples, 200, 2500, rng)


def _room(samples: int, rng: Rng) -> Samples:
    return hiss(samples, 60, 380, rng) + 0.12 * hiss(samples, 400, 3000, rng)


def _crickets(samples: int, rng: Rng) -> Samples:
    return scatter(samples, 3.5, cricket, rng, takes=8) + 0.02 * hiss(samples, 3000, 6000, rng)


def _night(samples: int, rng: Rng) -> Samples:
    return 0.6 * _crickets(samples, rng) + 0.06 * _wind(samples, rng)


def _birds(samples: int, rng: Rng) -> Samples:
    return scatter(samples, 0.9, bird_phrase, rng, takes=10) + 0.015 * hiss(samples, 200, 2500, rng)


def _gulls(samples: int, rng: Rng) -> Samples:
    return scatter(samples, 0.3, gull_call, rng, takes=5) + 0.02 * hiss(samples, 200, 1500, rng)


def _drip(samples: int, rng: Rng) -> Samples:
    return scatter(samples, 0.9, drop, rng, takes=6) + 0.01 * hiss(samples, 100, 800, rng)


def _applause(samples: int, rng: Rng) -> Samples:
    claps = scatter(samples, 160, lambda r: puff(0.03, 700, 3800, 190, r), rng, takes=40)
    return claps + 0.15 * hiss(samples, 700, 4000, rng)


def _insects(samples: int, rng: Rng) -> Samples:
    buzz = hiss(samples, 4200, 5200, rng) * swell(samples, 0.05, 0.7, rng) * swell(samples, 2, 0.6, rng)
    return buzz + 1.5 * scatter(samples, 0.5, bird_phrase, rng, takes=6)


def _bubbles(samples: int, rng: Rng) -> Samples:
    """Under water, or a pot on the fire."""
    return 0.4 * hiss(samples, 50, 300, rng) + 0.8 * _stream(samples, rng) * swell(samples, 0.5, 0.7, rng)


def _chimes(samples: int, rng: Rng) -> Samples:
    partials = ((1, 1, 2.2), (2.76, 0.4, 4), (5.4, 0.15, 8))
    notes = (1047.0, 1175.0, 1319.0, 1568.0, 1760.0)
    struck = scatter(samples, 1.3, lambda r: ring(2.0, notes[int(r.integers(5))], partials), rng, takes=8)
    return struck + 0.01 * hiss(samples, 150, 1200, rng)


def _vent(samples: int, rng: Rng) -> Samples:
    return hiss(samples, 70, 600, rng) + 0.25 * hiss(samples, 600, 3500, rng) * swell(samples, 4, 0.3, rng)


def _underwater(samples: int, rng: Rng) -> Samples:
    deep = hiss(samples, 30, 220, rng) * swell(samples, 2.5, 0.5, rng)
    return deep + 0.35 * scatter(samples, 3, drop, rng, takes=10)


def _talk(samples: int, rng: Rng) -> Samples:
    """A few voices near enough to be told apart, over many that are not."""
    near = scatter(samples, 0.7, BODIES["laugh"], rng, takes=3) * 0.25
    return _crowd(samples, rng) + near


BEDS: dict[str, Callable[[int, Rng], Samples]] = {
    "rain": _rain, "wind": _wind, "waves": _waves, "stream": _stream, "fire": _fire, "crowd": _talk,
    "traffic": _traffic, "train": _train, "engine": _engine, "hum": _hum, "room tone": _room, "crickets": _crickets,
    "night": _night, "birds": _birds, "seagulls": _gulls, "drip": _drip, "applause": _applause, "insects": _insects,
    "bubbles": _bubbles, "chimes": _chimes, "vent": _vent, "underwater": _underwater,
}  # fmt: skip
