"""Machines: engines and what they drive, telephones of every time, clocks, computers, tools."""

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
    roughened,
    seconds,
    voice,
)
from generation.providers.animatic.sound.wave import SAMPLE_RATE, Samples, as_samples

from .kinds import Spot

_BUZZ = tuple(1 / n**0.8 for n in range(1, 20))


def _motor(length_s: float, points: tuple[tuple[float, float], ...], rng: Rng, *, rise: float = 0.3) -> Samples:
    """Return a piston engine whose firings follow `points`, with what its exhaust adds."""
    firings = bent(length_s, points)
    envelope = hump(len(firings), rise=rise)
    tone = chirp(firings, envelope, _BUZZ) / 4
    exhaust = puff(length_s, 60, 700, 0, rng)[: len(tone)] * envelope
    beat = 0.5 + 0.5 * np.sin(np.cumsum(firings.astype(np.float64)) * (np.pi / SAMPLE_RATE))
    return as_samples(tone * 0.8 + 0.5 * exhaust * beat)


def _car_start(rng: Rng) -> Samples:
    crank = roughened(_motor(0.9, ((0, 24), (1, 26)), rng, rise=0.1), 9, 0.8)
    return line((0.0, as_samples(0.7 * crank)), (0.85, _motor(1.8, ((0, 40), (0.2, 95), (1, 58)), rng, rise=0.12)))


def _car_pass(rng: Rng) -> Samples:
    tyres = puff(2.6, 250, 2600, 0, rng) * hump(int(2.6 * SAMPLE_RATE), rise=0.4) ** 2
    return as_samples(0.8 * tyres + 0.5 * _motor(2.6, ((0, 92), (0.4, 88), (0.55, 72), (1, 68)), rng, rise=0.4))


def _brakes(rng: Rng) -> Samples:
    squeal = voice(1.2, ((0, 1250), (0.6, 1120), (1, 900)), (1, 0.5, 0.3, 0.2), rise=0.25)
    return as_samples(squeal * 0.7 + 0.5 * puff(1.2, 700, 3800, 1, rng, rise_s=0.03)[: len(squeal)])


def _motorcycle(rng: Rng) -> Samples:
    return _motor(2.4, ((0, 45), (0.3, 130), (0.45, 95), (1, 150)), rng, rise=0.4)


def _engine(rng: Rng) -> Samples:
    return _motor(2.4, ((0, 44), (0.5, 52), (1, 46)), rng, rise=0.2)


def _boat(rng: Rng) -> Samples:
    return as_samples(_motor(2.4, ((0, 17), (1, 18)), rng, rise=0.1) + 0.2 * puff(2.4, 300, 2000, 0.4, rng))


def _helicopter(rng: Rng) -> Samples:
    chop = roughened(as_samples(puff(3.0, 50, 900, 0, rng) * hump(int(3.0 * SAMPLE_RATE), rise=0.4)), 11.5, 0.95)
    return as_samples(chop + 0.25 * voice(3.0, ((0, 160), (1, 158)), _BUZZ, rise=0.4))


def _plane(rng: Rng) -> Samples:
    return _motor(3.4, ((0, 112), (0.5, 104), (1, 88)), rng, rise=0.5)


def _jet(rng: Rng) -> Samples:
    roar = puff(3.4, 120, 4500, 0, rng) * hump(int(3.4 * SAMPLE_RATE), rise=0.45) ** 1.5
    whine = voice(3.4, ((0, 2300), (0.45, 2200), (0.6, 1700), (1, 1500)), (1,), rise=0.45)
    return as_samples(roar + 0.12 * whine)


def _rocket(rng: Rng) -> Samples:
    return as_samples(puff(4.0, 30, 1400, 0.3, rng, rise_s=0.25) + 0.6 * puff(4.0, 25, 120, 0.2, rng, rise_s=0.4))


def _car_horn(rng: Rng) -> Samples:
    horns = [voice(0.6, ((0, h), (1, h)), (1, 0.7, 0.6, 0.4, 0.3), rise=0.06) for h in (415, 522)]
    return as_samples(0.5 * (horns[0] + horns[1]))


def _old_horn(rng: Rng) -> Samples:
    honk = voice(0.32, ((0, 260), (0.3, 330), (1, 240)), tuple(1 / n**0.4 for n in range(1, 14)), rise=0.2)
    return line((0.0, honk), (0.42, honk))


def _bicycle_bell(rng: Rng) -> Samples:
    one = ring(0.7, 2050, ((1, 1, 6), (2.7, 0.4, 9)))
    return line((0.0, one), (0.13, one))


def _siren(rng: Rng) -> Samples:
    time = seconds(4.5)
    pitch = 760 + 240 * np.sin(2 * np.pi * 0.35 * time - 1.2)
    return as_samples(0.5 * chirp(as_samples(pitch), hump(len(time), rise=0.25), (1, 0.4, 0.25, 0.12)))


def _train_pass(rng: Rng) -> Samples:
    rumble = puff(3.6, 40, 500, 0, rng) * hump(int(3.6 * SAMPLE_RATE), rise=0.35)
    clacks = [(0.55 * n + late, 0.8 * puff(0.12, 250, 2600, 45, rng)) for n in range(6) for late in (0.0, 0.12)]
    return line((0.0, as_samples(0.8 * rumble)), *clacks)


def _train_whistle(rng: Rng) -> Samples:
    chord = sum(
        voice(1.8, ((0, h * 0.94), (0.15, h), (0.85, h), (1, h * 0.93)), (1, 0.5, 0.3), rise=0.12)
        for h in (466, 554, 698)
    )
    return as_samples(np.asarray(chord, np.float32) / 3 + 0.05 * puff(1.8, 800, 5000, 0.5, rng, rise_s=0.1))


def _steam(rng: Rng) -> Samples:
    return as_samples(puff(1.6, 1200, 9000, 1.6, rng, rise_s=0.03))


def _ship_horn(rng: Rng) -> Samples:
    return voice(3.0, ((0, 104), (0.1, 110), (0.95, 109), (1, 100)), (1, 0.9, 0.7, 0.5, 0.35, 0.2, 0.1), rise=0.12)


def _telephone(rng: Rng) -> Samples:
    """Two rings of an old telephone: two small bells struck twenty times a second."""
    time = seconds(1.1)
    strokes = np.exp(-((time * 22) % 1) * 2.2) * np.minimum(1, (1.1 - time) / 0.06)
    bells = sum(level * np.sin(2 * np.pi * hertz * time) for hertz, level in ((1180, 1), (1420, 0.8), (2950, 0.3)))
    one = as_samples(0.4 * bells * strokes)
    return line((0.0, one), (2.0, one))


def _electronic_phone(rng: Rng) -> Samples:
    """The warble of a desk telephone with buttons."""
    time = seconds(0.9)
    pitch = np.where((time * 16).astype(int) % 2 == 0, 1050.0, 1320.0)
    one = chirp(as_samples(pitch), as_samples(np.minimum(1, (0.9 - time) / 0.05)), (1, 0.0, 0.3)) * 0.6
    return line((0.0, as_samples(one)), (1.7, as_samples(one)))


def _mobile(rng: Rng) -> Samples:
    notes = (0, 4, 7, 12, 7, 4)
    tone = [ring(0.5, 880 * 2 ** (step / 12), ((1, 1, 7), (2.0, 0.3, 10), (4.0, 0.1, 14))) for step in notes]
    return line(*((0.14 * n, as_samples(0.6 * one)) for n, one in enumerate((*tone, *tone))))


def _vibrating(rng: Rng) -> Samples:
    one = voice(0.45, ((0, 165), (1, 165)), (1, 0.5, 0.4, 0.2), rise=0.1)
    return line((0.0, one), (0.75, one))


def _dial(rng: Rng) -> Samples:
    return grains(0.8, 22, lambda r: puff(0.02, 1200, 5000, 220, r), rng)


def _hang_up(rng: Rng) -> Samples:
    return line((0.0, puff(0.1, 300, 2600, 60, rng)), (0.05, 0.4 * ring(0.5, 1180, ((1, 1, 8), (1.2, 0.7, 9)))))


def _tick(rng: Rng) -> Samples:
    tick, tock = puff(0.03, 2200, 6500, 330, rng), puff(0.03, 1500, 5200, 330, rng)
    return line(*((0.5 * n, tock if n % 2 else tick) for n in range(6)))


def _clock_strike(rng: Rng) -> Samples:
    one = ring(2.6, 330, ((0.5, 0.5, 1.2), (1, 1, 1.4), (2.0, 0.6, 2.2), (2.9, 0.3, 3.4), (4.1, 0.2, 5)))
    return line((0.0, one), (1.5, one), (3.0, one))


def _alarm_clock(rng: Rng) -> Samples:
    return line(*((0.06 * n, ring(0.12, 2350, ((1, 1, 18), (1.5, 0.6, 22)))) for n in range(20)))


def _type(rng: Rng) -> Samples:
    places = np.cumsum(rng.uniform(0.08, 0.19, 11)) - 0.08
    return line(*((float(at), as_samples(rng.uniform(0.6, 1) * key_stroke(rng))) for at in places))


def key_stroke(rng: Rng) -> Samples:
    """Return one type hitting the paper."""
    return as_samples(0.8 * puff(0.05, 900, 5500, 130, rng) + 0.3 * puff(0.05, 150, 600, 80, rng))


def _typewriter(rng: Rng) -> Samples:
    bell = ring(0.9, 2400, ((1, 1, 5), (2.7, 0.3, 8)))
    return line(
        (0.0, _type(rng)),
        (1.5, as_samples(0.6 * bell)),
        (1.75, 0.6 * grains(0.3, 70, lambda r: puff(0.02, 900, 4500, 200, r), rng)),
    )


def _keyboard(rng: Rng) -> Samples:
    places = np.cumsum(rng.uniform(0.06, 0.16, 12)) - 0.06
    return line(*((float(at), 0.6 * puff(0.035, 1300, 5500, 170, rng)) for at in places))


def _click(rng: Rng) -> Samples:
    return line((0.0, 0.7 * puff(0.03, 1500, 6000, 220, rng)), (0.07, 0.5 * puff(0.03, 1200, 5000, 220, rng)))


def _camera(rng: Rng) -> Samples:
    wind = roughened(puff(0.3, 900, 5000, 3, rng), 55, 0.8)
    return line(
        (0.0, puff(0.03, 1800, 7500, 180, rng)),
        (0.06, 0.8 * puff(0.04, 1200, 6000, 150, rng)),
        (0.12, as_samples(0.3 * wind)),
    )


def _flashbulb(rng: Rng) -> Samples:
    return line((0.0, puff(0.1, 300, 6000, 45, rng)), (0.1, 0.15 * voice(0.9, ((0, 4000), (1, 7500)), (1,), rise=0.2)))


def _cash(rng: Rng) -> Samples:
    bell = ring(1.3, 2100, ((1, 1, 3.5), (1.51, 0.6, 5), (2.8, 0.3, 8)))
    return line(
        (0.0, 0.6 * puff(0.08, 600, 4000, 60, rng)),
        (0.12, as_samples(0.8 * bell)),
        (0.16, 0.5 * puff(0.3, 200, 2400, 12, rng)),
    )


def _beep(rng: Rng) -> Samples:
    return line(*((0.3 * n, voice(0.16, ((0, 988), (1, 988)), (1, 0.15), rise=0.1)) for n in range(3)))


def _heart_monitor(rng: Rng) -> Samples:
    return line(*((0.85 * n, voice(0.12, ((0, 1000), (1, 1000)), (1, 0.05), rise=0.1)) for n in range(3)))


def _alert(rng: Rng) -> Samples:
    return line(
        (0.0, ring(0.5, 1318.5, ((1, 1, 7), (2, 0.2, 10)))), (0.13, ring(0.9, 1975.5, ((1, 1, 5), (2, 0.2, 9))))
    )


def _error(rng: Rng) -> Samples:
    return line(*((0.19 * n, voice(0.15, ((0, 196), (1, 196)), (1, 0.0, 0.5, 0.0, 0.3), rise=0.1)) for n in range(2)))


def _data(rng: Rng) -> Samples:
    return line(
        *(
            (0.07 * n, voice(0.05, ((0, h), (1, h)), (1, 0.2), rise=0.1))
            for n, h in enumerate(rng.uniform(900, 3200, 14))
        )
    )


def _alarm(rng: Rng) -> Samples:
    return line(*((0.5 * n, voice(0.42, ((0, 620), (1, 930)), (1, 0.5, 0.35, 0.2), rise=0.15)) for n in range(4)))


def _robot(rng: Rng) -> Samples:
    parts = [(0.28 * n, voice(0.24, ((0, h), (1, h * float(rng.uniform(0.7, 1.4)))), _BUZZ[:8], rise=0.15))
             for n, h in enumerate(rng.uniform(180, 520, 5))]  # fmt: skip
    return line(*parts)


def _servo(rng: Rng) -> Samples:
    return as_samples(voice(0.6, ((0, 420), (0.3, 980), (0.8, 940), (1, 500)), (1, 0.4, 0.3, 0.2), rise=0.3))


def _hammer(rng: Rng) -> Samples:
    def blow() -> Samples:
        return as_samples(
            0.6 * ring(0.4, 1300, ((1, 1, 12), (1.6, 0.6, 15), (2.4, 0.4, 20))) + puff(0.4, 80, 400, 20, rng)
        )

    return line(*((0.62 * n, blow()) for n in range(3)))


def _anvil(rng: Rng) -> Samples:
    return line(
        *((0.8 * n, ring(1.4, 1850, ((1, 1, 3.5), (1.52, 0.8, 4.5), (2.61, 0.5, 7), (3.9, 0.3, 10)))) for n in range(2))
    )


def _saw(rng: Rng) -> Samples:
    stroke = roughened(puff(0.34, 900, 5500, 2, rng, rise_s=0.05), 62, 0.6)
    return line(*((0.42 * n, as_samples((0.7, 1.0)[n % 2] * stroke)) for n in range(5)))


def _drill(rng: Rng) -> Samples:
    return as_samples(voice(1.6, ((0, 120), (0.15, 310), (0.9, 300), (1, 150)), _BUZZ, rise=0.1))


def _power_down(rng: Rng) -> Samples:
    return voice(1.8, ((0, 420), (1, 45)), _BUZZ[:10], rise=0.05)


def _power_up(rng: Rng) -> Samples:
    return voice(1.8, ((0, 45), (1, 480)), _BUZZ[:10], rise=0.85)


def _spark(rng: Rng) -> Samples:
    return grains(0.8, 55, lambda r: puff(0.015, 1800, 9000, 350, r), rng)


def _projector(rng: Rng) -> Samples:
    return roughened(as_samples(puff(2.4, 700, 5000, 0.2, rng)), 24, 0.9)


def _radio(rng: Rng) -> Samples:
    tune = voice(0.9, ((0, 600), (0.4, 2600), (1, 900)), (1, 0.2), rise=0.5)
    return as_samples(line((0.0, 0.4 * puff(1.6, 400, 4500, 0.6, rng)), (0.2, as_samples(0.35 * tune))))


def _vacuum(rng: Rng) -> Samples:
    return as_samples(
        0.7 * puff(2.2, 250, 6000, 0.1, rng, rise_s=0.2) + 0.3 * voice(2.2, ((0, 90), (0.2, 230), (1, 230)), _BUZZ)
    )


SPOTS: dict[str, Spot] = {
    "car start": _car_start, "car pass": _car_pass, "brakes": _brakes, "motorcycle": _motorcycle,
    "engine rev": _engine, "motorboat": _boat, "helicopter": _helicopter, "plane": _plane, "jet": _jet,
    "rocket": _rocket, "car horn": _car_horn, "klaxon": _old_horn, "bicycle bell": _bicycle_bell,
    "siren": _siren, "train pass": _train_pass, "train whistle": _train_whistle, "steam": _steam,
    "ship horn": _ship_horn, "telephone": _telephone, "office phone": _electronic_phone, "mobile": _mobile,
    "vibrating phone": _vibrating, "dialling": _dial, "hang up": _hang_up, "ticking": _tick,
    "clock strike": _clock_strike, "alarm clock": _alarm_clock, "typewriter": _typewriter, "keyboard": _keyboard,
    "click": _click, "camera": _camera, "flashbulb": _flashbulb, "cash register": _cash, "beep": _beep,
    "heart monitor": _heart_monitor, "alert": _alert, "error": _error, "computer": _data, "alarm": _alarm,
    "robot": _robot, "servo": _servo, "hammer": _hammer, "anvil": _anvil, "sawing": _saw, "drill": _drill,
    "shutdown": _power_down, "startup": _power_up, "spark": _spark, "projector": _projector, "radio": _radio,
    "vacuum": _vacuum,
}  # fmt: skip
