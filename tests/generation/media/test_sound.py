from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from generation.media.errors import BrokenMedia
from generation.media.runner import run
from generation.media.sound import read_sound

from .samples import QUIET, make_wav, tone

RATE = 48_000


def whole(path: Path, *, channels: int = 2, start_ms: int = 0, duration_ms: int | None = None) -> NDArray[np.float32]:
    return np.concatenate(list(read_sound(path, channels=channels, start_ms=start_ms, duration_ms=duration_ms)))


def rms(sound: NDArray[np.float32]) -> float:
    return float(np.sqrt(np.mean(np.square(sound, dtype=np.float64))))


@pytest.mark.parametrize("channels", [1, 2])
@pytest.mark.parametrize("rate", [8000, 44_100, 48_000])
def test_sound_is_read_at_one_rate(tmp_path: Path, channels: int, rate: int) -> None:
    wav = make_wav(tmp_path / "a.wav", tone(3.5, rate=rate), rate)

    sound = whole(wav, channels=channels)

    assert sound.shape == (3.5 * RATE, channels)
    # One channel heard from both sides is as loud as it was.
    expected = tone(3.5)[:, np.newaxis] / np.sqrt(channels)
    assert float(np.abs(sound - expected)[RATE // 10 : -RATE // 10].max()) < 0.001


def test_a_long_file_is_never_read_at_once(tmp_path: Path) -> None:
    wav = make_wav(tmp_path / "a.wav", tone(20, rate=44_100), 44_100)

    parts = [len(part) for part in read_sound(wav, channels=2)]

    assert max(parts) < 2 * RATE
    assert sum(parts) == 20 * RATE


@pytest.mark.parametrize(("start_ms", "duration_ms"), [(0, 500), (1500, 2100), (2900, None), (700, 10_000), (0, 0)])
def test_only_what_is_asked_for_is_read(tmp_path: Path, start_ms: int, duration_ms: int | None) -> None:
    wav = make_wav(tmp_path / "a.wav", np.linspace(-0.5, 0.5, 4 * RATE))
    everything = whole(wav)
    stop = None if duration_ms is None else (start_ms + duration_ms) * 48

    part = whole(wav, start_ms=start_ms, duration_ms=duration_ms)

    np.testing.assert_array_equal(part, everything[start_ms * 48 : stop])


@pytest.mark.parametrize("rate", [24_000, 48_000])
def test_nothing_is_left_after_the_end(tmp_path: Path, rate: int) -> None:
    wav = make_wav(tmp_path / "a.wav", tone(1, rate=rate), rate)

    assert not len(whole(wav, start_ms=5000))


def test_a_damaged_moment_in_a_song_does_not_lose_the_song(tmp_path: Path) -> None:
    wav = make_wav(tmp_path / "a.wav", tone(3))
    song = tmp_path / "a.mp3"
    run([*QUIET, "-i", str(wav), "-c:a", "libmp3lame", str(song)], timeout_s=30)
    content = bytearray(song.read_bytes())
    content[len(content) // 2 : len(content) // 2 + 600] = b"\x55" * 600
    song.write_bytes(content)

    sound = whole(song)

    assert len(sound) > 2.8 * RATE
    early, late = sound[RATE // 5 : RATE], sound[2 * RATE : round(2.8 * RATE)]
    assert rms(late) == pytest.approx(rms(early), rel=0.1)


def test_a_file_that_is_no_sound_is_refused_before_anything_is_read(tmp_path: Path) -> None:
    bad = tmp_path / "bad.wav"
    bad.write_bytes(b"nothing")

    with pytest.raises(BrokenMedia, match=r"bad\.wav cannot be read"):
        next(read_sound(bad, channels=1))
