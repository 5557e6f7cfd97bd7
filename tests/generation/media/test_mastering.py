from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from generation.media.loudness import SILENT, integrated_loudness, true_peak
from generation.media.mastering import Mastering, Setting
from generation.media.tape import BLOCK, blank_tape

from .samples import tone

RATE = 48_000


@contextmanager
def mastering(sound: NDArray[np.floating], folder: Path, *, block: int = BLOCK) -> Iterator[Mastering]:
    with blank_tape(folder, channels=2, block=block) as tape:
        tape.write(0, sound.astype(np.float32))
        yield Mastering(tape)


def played(master: Mastering, setting: Setting) -> NDArray[np.float32]:
    return np.concatenate(list(master.play(setting)))


def both_sides(sound: NDArray[np.floating]) -> NDArray[np.floating]:
    return np.stack([sound, sound], axis=1)


def swelling_noise(seconds: int, gain: float) -> NDArray[np.float64]:
    swell = (1.2 + np.sin(np.arange(seconds * RATE) / RATE * 5))[:, np.newaxis]
    return np.asarray(np.random.default_rng(5).standard_normal((seconds * RATE, 2)) * 0.1 * swell * gain)


@pytest.mark.parametrize("gain", [0.02, 0.5, 4.0])
def test_mastering_comes_to_the_target_under_the_ceiling(tmp_path: Path, gain: float) -> None:
    with mastering(swelling_noise(6, gain), tmp_path) as master:
        sound = played(master, master.reach())

    assert integrated_loudness(sound) == pytest.approx(-14, abs=0.3)
    assert true_peak(sound) <= -1.4


@pytest.mark.parametrize("gain", [0.02, 4.0])
def test_a_setting_tells_what_is_heard(tmp_path: Path, gain: float) -> None:
    with mastering(swelling_noise(6, gain), tmp_path) as master:
        setting = master.reach()

        assert setting.loudness_lufs == pytest.approx(integrated_loudness(played(master, setting)), abs=0.001)


@pytest.mark.parametrize("block", [RATE * 10, RATE * 7 + 480 * 31, 480])
def test_a_film_is_mastered_the_same_however_it_is_divided(tmp_path: Path, block: int) -> None:
    sound = swelling_noise(12, 1.0)
    with mastering(sound, tmp_path, block=RATE * 60) as master:
        whole = played(master, master.limited(9.0, -1.5))

    with mastering(sound, tmp_path, block=block) as master:
        divided = played(master, master.limited(9.0, -1.5))

    assert len(divided) == len(whole)
    assert float(np.abs(divided - whole).max()) < 1e-6


def test_the_limiter_leaves_quiet_sound_alone(tmp_path: Path) -> None:
    sound = both_sides(tone(1, level=0.2)).astype(np.float32)

    with mastering(sound, tmp_path) as master:
        np.testing.assert_array_equal(played(master, master.limited(0.0, -1.0)), sound)


def test_the_limiter_holds_peaks_between_the_samples(tmp_path: Path) -> None:
    between = 0.99 * np.sin(2 * np.pi * 12_000 * np.arange(RATE) / RATE + np.pi / 4) * np.sqrt(2)

    with mastering(both_sides(between), tmp_path) as master:
        limited = played(master, master.limited(0.0, -3.0))

    assert true_peak(limited[RATE // 10 : -RATE // 10]) <= -2.85


def test_the_limiter_turns_down_ahead_of_a_peak_and_lets_go_slowly(tmp_path: Path) -> None:
    # The peak comes 20 ms after a block has begun, and what it takes back ends long after the next.
    at, block = RATE + 960, RATE
    sound = np.full(3 * RATE, 0.1)
    sound[at : at + 480] = 0.8

    with mastering(both_sides(sound), tmp_path, block=block) as master:
        gain = 20 * np.log10(played(master, master.limited(0.0, -12.0))[:, 0] / sound)

    assert gain[at : at + 480].max() <= -10
    assert gain[at - 480] > -0.1
    assert -10 < gain[at + 480 * 11] < -5
    assert gain[at + RATE // 2] == pytest.approx(0, abs=0.01)
    # No step from one sample to the next that could be heard as a click.
    assert float(np.abs(np.diff(gain)).max()) < 0.1


def test_silence_stays_silence(tmp_path: Path) -> None:
    with mastering(np.zeros((RATE, 2)), tmp_path) as master:
        setting = master.reach()

        assert setting.loudness_lufs == SILENT
        assert not played(master, setting).any()


def test_almost_nothing_is_not_blown_up(tmp_path: Path) -> None:
    with mastering(both_sides(tone(2, level=0.0008)), tmp_path) as master:
        assert master.reach().gain_db <= 40
