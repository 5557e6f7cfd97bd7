from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from generation.media.tape import blank_tape

BLOCK = 480


def ramp(samples: int) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    return np.arange(1, 2 * samples + 1, dtype=np.float32).reshape(samples, 2)


def test_a_tape_plays_what_was_written(tmp_path: Path) -> None:
    with blank_tape(tmp_path, channels=2) as tape:
        tape.write(0, ramp(1000))
        tape.write(len(tape), ramp(500))

        assert len(tape) == 1500
        np.testing.assert_array_equal(tape.read(0, 1500), np.concatenate([ramp(1000), ramp(500)]))
        np.testing.assert_array_equal(tape.read(990, 1003), np.concatenate([ramp(1000)[990:], ramp(500)[:3]]))


def test_where_nothing_was_written_is_silence(tmp_path: Path) -> None:
    with blank_tape(tmp_path, channels=2, samples=100) as tape:
        tape.write(40, ramp(10))

        around = tape.read(-20, 130)

        assert len(around) == 150
        np.testing.assert_array_equal(around[60:70], ramp(10))
        assert not around[:60].any()
        assert not around[70:].any()


@pytest.mark.parametrize(("start", "stop"), [(5, 5), (9, 2), (-9, -2), (200, 210)])
def test_a_stretch_that_is_not_on_the_tape_is_silent(tmp_path: Path, start: int, stop: int) -> None:
    with blank_tape(tmp_path, channels=1, samples=100) as tape:
        assert tape.read(start, stop).shape == (max(0, stop - start), 1)


def test_sounds_that_are_added_are_heard_together(tmp_path: Path) -> None:
    with blank_tape(tmp_path, channels=2, samples=20) as tape:
        tape.add(0, ramp(10))
        tape.add(5, np.full((10, 1), 0.5, np.float32))

        np.testing.assert_array_equal(tape.read(0, 5), ramp(5))
        np.testing.assert_array_equal(tape.read(5, 10), ramp(10)[5:] + 0.5)
        np.testing.assert_array_equal(tape.read(10, 20), [[0.5, 0.5]] * 5 + [[0, 0]] * 5)


@pytest.mark.parametrize("samples", [0, 1, BLOCK, BLOCK + 1, 5 * BLOCK - 1])
def test_the_stretches_of_a_tape_are_all_of_it(tmp_path: Path, samples: int) -> None:
    with blank_tape(tmp_path, channels=1, samples=samples, block=BLOCK) as tape:
        covered = [at for start, stop in tape.stretches() for at in range(start, stop)]

        assert covered == list(range(samples))
        assert all(stop - start <= BLOCK for start, stop in tape.stretches())


def test_a_tape_leaves_no_file(tmp_path: Path) -> None:
    with blank_tape(tmp_path, channels=2) as tape:
        tape.write(0, ramp(100))

    assert not list(tmp_path.iterdir())
