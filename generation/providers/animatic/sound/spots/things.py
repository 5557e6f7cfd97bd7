"""Things that are handled: glass, paper, cloth, metal, what is in a kitchen, bells and small instruments."""

from __future__ import annotations

import numpy as np

from generation.providers.animatic.sound.textures import Rng, grains, hump, line, puff, ring, roughened, voice
from generation.providers.animatic.sound.wave import SAMPLE_RATE, Samples, as_samples

from .kinds import Spot

_CHURCH = ((0.5, 0.6, 0.7), (1, 1, 0.9), (1.19, 0.5, 1.3), (1.56, 0.35, 1.8), (2, 0.5, 1.6), (2.74, 0.25, 2.6),
           (3.76, 0.15, 3.5))  # fmt: skip


def _clink(rng: Rng) -> Samples:
    hertz = rng.uniform(2100, 2600)
    return 0.6 * ring(0.9, hertz, ((1, 1, 7), (1.42, 0.7, 9), (2.31, 0.35, 13)))


def _set_down(rng: Rng) -> Samples:
    return line(
        (0.0, 0.7 * puff(0.08, 250, 1600, 55, rng)), (0.0, 0.25 * ring(0.3, rng.uniform(1700, 2300), ((1, 1, 18),)))
    )


def _glass_break(rng: Rng) -> Samples:
    shards = grains(0.7, 45, _shard, rng)
    return line((0.0, puff(0.2, 1500, 8000, 28, rng)), (0.02, as_samples(0.6 * shards)))


def _shard(rng: Rng) -> Samples:
    return ring(0.3, float(rng.uniform(2500, 6000)), ((1, 1, 22), (1.7, 0.5, 30)))


def _page(rng: Rng) -> Samples:
    lift = puff(0.3, 1500, 7000, 0, rng) * hump(int(0.3 * SAMPLE_RATE), rise=0.3)
    return line((0.0, as_samples(0.6 * lift)), (0.26, 0.8 * puff(0.12, 900, 6000, 26, rng, rise_s=0.006)))


def _paper(rng: Rng) -> Samples:
    return grains(0.6, 45, lambda r: puff(0.05, 1800, 8000, 60, r, rise_s=0.01), rng)


def _tear(rng: Rng) -> Samples:
    return roughened(as_samples(puff(0.6, 1200, 8500, 1, rng, rise_s=0.02)), 85, 0.7)


def _crumple(rng: Rng) -> Samples:
    return grains(0.7, 120, lambda r: puff(0.015, 1500, 9000, 280, r), rng)


def _writing(rng: Rng) -> Samples:
    strokes = np.cumsum(rng.uniform(0.09, 0.2, 8)) - 0.09
    return line(
        *(
            (float(at), as_samples(0.7 * puff(float(rng.uniform(0.07, 0.15)), 2200, 7500, 9, rng, rise_s=0.01)))
            for at in strokes
        )
    )


def _chalk(rng: Rng) -> Samples:
    taps = np.cumsum(rng.uniform(0.14, 0.26, 6)) - 0.14
    return line(
        *(
            (float(at), line((0.0, puff(0.03, 900, 5000, 140, rng)), (0.02, 0.3 * puff(0.12, 2500, 8000, 12, rng))))
            for at in taps
        )
    )


def _book(rng: Rng) -> Samples:
    return line((0.0, puff(0.16, 90, 1200, 30, rng)), (0.0, 0.4 * puff(0.1, 1200, 5000, 50, rng)))


def _stamp(rng: Rng) -> Samples:
    return line((0.0, 0.4 * puff(0.05, 600, 3000, 90, rng)), (0.07, puff(0.16, 70, 700, 32, rng)))


def _cloth(rng: Rng) -> Samples:
    return as_samples(0.8 * puff(0.45, 500, 4200, 4, rng, rise_s=0.05))


def _zip(rng: Rng) -> Samples:
    return roughened(as_samples(puff(0.45, 1500, 8000, 0, rng) * hump(int(0.45 * SAMPLE_RATE), rise=0.2)), 120, 0.6)


def _coins(rng: Rng) -> Samples:
    return grains(0.5, 26, lambda r: ring(0.25, float(r.uniform(3400, 5200)), ((1, 1, 18), (1.6, 0.6, 24))), rng)


def _dice(rng: Rng) -> Samples:
    return grains(0.7, 24, lambda r: puff(0.03, 700, 5000, 170, r), rng)


def _cards(rng: Rng) -> Samples:
    return roughened(as_samples(puff(0.7, 1500, 7000, 1, rng)), 34, 0.9)


def _cutlery(rng: Rng) -> Samples:
    return grains(0.8, 12, lambda r: ring(0.25, float(r.uniform(1800, 4200)), ((1, 1, 20), (2.1, 0.6, 28))), rng)


def _plates(rng: Rng) -> Samples:
    return grains(
        0.5, 9, lambda r: ring(0.35, float(r.uniform(800, 1600)), ((1, 1, 15), (2.3, 0.7, 20), (3.9, 0.4, 28))), rng
    )


def _kettle(rng: Rng) -> Samples:
    tone = voice(2.4, ((0, 1500), (0.4, 2250), (1, 2300)), (1, 0.15, 0.05), rise=0.5)
    return as_samples(0.6 * tone + 0.3 * puff(2.4, 2000, 8000, 0, rng) * hump(int(2.4 * SAMPLE_RATE), rise=0.5))


def _sizzle(rng: Rng) -> Samples:
    fat = grains(2.2, 90, lambda r: puff(0.012, 3000, 9500, 380, r), rng)
    return line((0.0, as_samples(0.6 * puff(2.4, 2500, 9000, 1, rng, rise_s=0.05))), (0.0, fat))


def _chop(rng: Rng) -> Samples:
    return line(
        *(
            (0.19 * n, line((0.0, puff(0.07, 300, 2600, 70, rng)), (0.0, 0.3 * puff(0.05, 2500, 7000, 120, rng))))
            for n in range(6)
        )
    )


def _stir(rng: Rng) -> Samples:
    return line(
        *((0.17 * n, 0.5 * ring(0.16, float(rng.uniform(2500, 3100)), ((1, 1, 24), (1.9, 0.5, 32)))) for n in range(7))
    )


def _cork(rng: Rng) -> Samples:
    return line(
        (0.0, puff(0.05, 250, 2200, 80, rng)),
        (0.0, voice(0.05, ((0, 380), (1, 620)), (1,), rise=0.2)),
        (0.05, 0.3 * puff(0.9, 3000, 9000, 4, rng)),
    )


def _can(rng: Rng) -> Samples:
    return line((0.0, puff(0.05, 1500, 7000, 100, rng)), (0.06, 0.7 * puff(0.7, 2500, 9500, 6, rng)))


def _bite(rng: Rng) -> Samples:
    return line(*((0.3 * n, grains(0.14, 90, lambda r: puff(0.02, 900, 6000, 200, r), rng)) for n in range(3)))


def _gulp(rng: Rng) -> Samples:
    return line(*((0.4 * n, voice(0.12, ((0, 190), (0.5, 320), (1, 160)), (1, 0.3), rise=0.4)) for n in range(3)))


def _chain(rng: Rng) -> Samples:
    return grains(
        1.0, 26, lambda r: ring(0.2, float(r.uniform(900, 2600)), ((1, 1, 20), (2.4, 0.7, 26), (4.1, 0.4, 34))), rng
    )


def _clang(rng: Rng) -> Samples:
    return ring(1.4, float(rng.uniform(420, 560)), ((1, 1, 4), (1.7, 0.8, 5), (2.9, 0.6, 7), (4.7, 0.4, 10)))


def _crash(rng: Rng) -> Samples:
    pieces = [(float(at), as_samples(float(rng.uniform(0.4, 1)) * puff(0.4, 150, 4000, 12, rng)))
              for at in (0.0, *np.sort(rng.uniform(0.05, 0.7, 6)))]  # fmt: skip
    return line(*pieces, (0.1, as_samples(0.4 * _clang(rng))))


def _wood_hit(rng: Rng) -> Samples:
    return as_samples(
        puff(0.12, 300, 2500, 45, rng) + ring(0.12, float(rng.uniform(420, 560)), ((1, 1, 32), (2.6, 0.4, 45)))
    )


def _swing(rng: Rng) -> Samples:
    squeak = voice(0.5, ((0, 900), (0.5, 1150), (1, 950)), (1, 0.5, 0.3), rise=0.5)
    return line((0.0, squeak), (1.1, as_samples(0.8 * squeak)))


def _bell(rng: Rng) -> Samples:
    one = ring(4.0, float(rng.uniform(360, 420)), _CHURCH)
    return line((0.0, as_samples(0.7 * one)), (1.9, as_samples(0.55 * one)))


def _small_bell(rng: Rng) -> Samples:
    return grains(0.6, 14, lambda r: ring(0.7, float(r.uniform(2050, 2150)), ((1, 1, 6), (2.4, 0.5, 9))), rng)


def _desk_bell(rng: Rng) -> Samples:
    return ring(1.6, 1980, ((1, 1, 2.8), (2.71, 0.4, 5), (5.1, 0.15, 9)))


def _school_bell(rng: Rng) -> Samples:
    return line(*((0.055 * n, ring(0.3, 1380, ((1, 1, 9), (1.6, 0.7, 11), (2.8, 0.4, 15)))) for n in range(34)))


def _gong(rng: Rng) -> Samples:
    partials = tuple(
        (float(ratio), 1 / (n + 1) ** 0.6, 0.5 + 0.35 * n) for n, ratio in enumerate((1, 1.48, 1.97, 2.6, 3.3, 4.2))
    )
    return as_samples(ring(4.5, 92, partials) + 0.15 * puff(4.5, 900, 5000, 1.8, rng, rise_s=0.2))


def _chimes(rng: Rng) -> Samples:
    notes = (1047.0, 1175.0, 1319.0, 1568.0, 1760.0)
    return grains(
        1.5, 7, lambda r: ring(2.0, notes[int(r.integers(5))], ((1, 1, 2.2), (2.76, 0.4, 4), (5.4, 0.15, 8))), rng
    )


def _music_box(rng: Rng) -> Samples:
    """A turn of a small tune that falls back on its first note."""
    scale = (0, 2, 4, 7, 9, 12)
    steps = [int(rng.integers(0, 6)) for _ in range(6)]
    partials = ((1, 1, 2.5), (2, 0.25, 4), (3.01, 0.2, 6), (5.4, 0.08, 10))
    tune = (*steps, steps[0], 0)
    return line(*((0.42 * n, 0.45 * ring(1.6, 784 * 2 ** (scale[step] / 12), partials)) for n, step in enumerate(tune)))


def _piano_note(rng: Rng) -> Samples:
    partials = tuple((n * (1 + 0.0003 * n * n), n**-1.2, 0.9 + 0.4 * n) for n in range(1, 9))
    return line(
        *((0.012 * n, 0.4 * ring(2.4, 220 * 2 ** (step / 12), partials)) for n, step in enumerate((0, 4, 7, 12)))
    )


def _guitar(rng: Rng) -> Samples:
    partials = tuple((n, n**-1.1, 1.2 + 0.7 * n) for n in range(1, 9))
    return line(
        *((0.035 * n, 0.4 * ring(1.8, 110 * 2 ** (step / 12), partials)) for n, step in enumerate((0, 7, 12, 16, 19)))
    )


def _drum(rng: Rng) -> Samples:
    skin = voice(0.6, ((0, 150), (0.1, 78), (1, 70)), (1, 0.3), rise=0.02)
    return line((0.0, skin), (0.0, 0.3 * puff(0.1, 200, 2000, 45, rng)))


def _drum_roll(rng: Rng) -> Samples:
    return line(*((0.045 * n, as_samples((0.3 + 0.02 * n) * puff(0.12, 250, 5000, 32, rng))) for n in range(34)))


def _horn_call(rng: Rng) -> Samples:
    buzz = (1, 0.8, 0.6, 0.45, 0.3, 0.2)
    return line(*((at, voice(length, ((0, h * 0.98), (0.1, h), (1, h)), buzz, rise=0.15))
                  for at, length, h in ((0.0, 0.32, 220), (0.34, 0.32, 220), (0.68, 1.1, 330))))  # fmt: skip


def _whistle(rng: Rng) -> Samples:
    return roughened(voice(0.7, ((0, 2350), (1, 2350)), (1, 0.1), rise=0.1), 32, 0.6)


SPOTS: dict[str, Spot] = {
    "glass clink": _clink, "set down": _set_down, "glass break": _glass_break, "page": _page, "paper": _paper,
    "tear": _tear, "crumple": _crumple, "writing": _writing, "chalk": _chalk, "book": _book, "stamp": _stamp,
    "cloth": _cloth, "zip": _zip, "coins": _coins, "dice": _dice, "cards": _cards, "cutlery": _cutlery,
    "plates": _plates, "kettle": _kettle, "frying": _sizzle, "chopping": _chop, "stirring": _stir, "cork": _cork,
    "can": _can, "bite": _bite, "gulp": _gulp, "chain": _chain, "clang": _clang, "crash": _crash,
    "wood hit": _wood_hit, "swing": _swing, "bell": _bell, "hand bell": _small_bell, "desk bell": _desk_bell,
    "school bell": _school_bell, "gong": _gong, "wind chimes": _chimes, "music box": _music_box, "piano": _piano_note,
    "guitar": _guitar, "drum": _drum, "drum roll": _drum_roll, "horn call": _horn_call, "referee whistle": _whistle,
}  # fmt: skip
