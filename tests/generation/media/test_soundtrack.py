from __future__ import annotations

import tracemalloc
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from generation.media.soundtrack import make_soundtrack
from generation.media.timeline import Clip, PictureClip, SoundClip, Timeline, Track

from .samples import SMALL, make_wav, tone

RATE = 48_000


def talking_film(folder: Path, seconds: int) -> Timeline:
    """Somebody speaks every five seconds, over music that is repeated many times."""
    swell = np.sin(np.arange(2 * 24_000) / 24_000 * 20)
    voice = make_wav(folder / "voice.wav", tone(2, pitch=220, rate=24_000) * swell, 24_000)
    music = make_wav(folder / "music.wav", tone(7, pitch=500))
    said, played = Clip("voice", voice, "voice"), Clip("music", music, "music")
    return Timeline(
        Fraction(24),
        (PictureClip(Clip("a", None, ""), 0, seconds * 24),),
        speech=Track(tuple(SoundClip(said, at) for at in range(0, seconds * 1000, 5000))),
        music=Track((SoundClip(played, 0, duration_ms=seconds * 1000),)),
    )


def test_a_film_is_never_held_whole_in_memory(tmp_path: Path) -> None:
    seconds = 90
    film = talking_film(tmp_path, seconds)
    tracemalloc.start()

    make_soundtrack(film, SMALL, tmp_path / "cache")

    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < seconds * RATE * 2 * np.float32().nbytes


def test_a_soundtrack_has_its_levels_after_encoding(tmp_path: Path) -> None:
    made = make_soundtrack(talking_film(tmp_path, 20), SMALL, tmp_path / "cache")

    assert made.loudness_lufs == pytest.approx(-14, abs=0.5)
    assert made.true_peak_dbtp is not None
    assert made.true_peak_dbtp <= -1


def test_only_the_soundtrack_and_its_levels_are_kept(tmp_path: Path) -> None:
    made = make_soundtrack(talking_film(tmp_path, 20), SMALL, tmp_path / "cache")

    assert sorted((tmp_path / "cache").iterdir()) == [made.path, made.path.with_suffix(".json")]


class Stopped(Exception):
    pass


@pytest.mark.parametrize("steps", [1, 5, 9, 11])
def test_a_soundtrack_can_be_stopped(tmp_path: Path, steps: int) -> None:
    left = iter(range(steps))

    def stop() -> None:
        if next(left, None) is None:
            raise Stopped

    with pytest.raises(Stopped):
        make_soundtrack(talking_film(tmp_path, 20), SMALL, tmp_path / "cache", on_step=stop)

    assert not list((tmp_path / "cache").iterdir())
