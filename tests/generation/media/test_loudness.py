from __future__ import annotations

import re
import subprocess
from pathlib import Path

import numpy as np
import pyloudnorm
import pytest
from numpy.typing import NDArray

from generation.media.loudness import SILENT, integrated_loudness, true_peak
from generation.media.runner import find_ffmpeg

from .samples import tone

SECONDS = 8
RATE = 48_000


def noise(level: float) -> NDArray[np.float64]:
    return np.random.default_rng(3).standard_normal((SECONDS * RATE, 2)) * level


def swelling(level: float) -> NDArray[np.float64]:
    at = np.arange(SECONDS * RATE) / RATE
    return np.asarray(noise(level) * (np.abs(np.sin(np.pi * 0.3 * at)) ** 6)[:, np.newaxis])


def stereo(sound: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.stack([sound, sound], axis=1)


SOUNDS = {
    "noise": noise(0.1),
    "quiet noise": noise(0.001),
    "swelling": swelling(0.2),
    "bass": stereo(tone(SECONDS, pitch=45)),
    "treble": stereo(tone(SECONDS, pitch=9000)),
    "one side": np.stack([tone(SECONDS), np.zeros(SECONDS * RATE)], axis=1),
}


@pytest.mark.parametrize("name", SOUNDS)
def test_loudness_is_what_the_reference_meter_reads(name: str) -> None:
    sound = SOUNDS[name]

    ours = integrated_loudness(sound.astype(np.float32))

    assert ours == pytest.approx(pyloudnorm.Meter(RATE).integrated_loudness(sound), abs=0.1)


def test_a_full_tone_reads_what_the_standard_says() -> None:
    sound = tone(5, pitch=997, level=1.0).astype(np.float32)

    assert integrated_loudness(sound) == pytest.approx(-3.01, abs=0.02)


def faded(sound: NDArray[np.float64]) -> NDArray[np.float64]:
    ramp = np.minimum(1, np.minimum(np.arange(len(sound)), np.arange(len(sound))[::-1]) / 4800)
    return stereo(sound * ramp)


PEAKS = {
    "between the samples": faded(0.5 * np.sin(2 * np.pi * 12_000 * np.arange(2 * RATE) / RATE + np.pi / 4)),
    "high": faded(tone(2, pitch=15_000, level=0.5)),
    "noise": noise(0.1)[: 2 * RATE],
    "clicks": np.repeat(np.eye(1, 2 * RATE, 777).T * 0.7, 2, axis=1),
}


@pytest.mark.parametrize("name", PEAKS)
def test_true_peak_is_what_ffmpeg_reads(name: str, tmp_path: Path) -> None:
    sound = PEAKS[name].astype(np.float32)
    raw = tmp_path / "sound.f32"
    raw.write_bytes(sound.tobytes())
    command = [str(find_ffmpeg()), "-nostdin", "-f", "f32le", "-ar", "48000", "-ac", "2", "-i", str(raw)]
    log = subprocess.run(
        [*command, "-af", "ebur128=peak=true", "-f", "null", "-"], capture_output=True, text=True, check=True
    ).stderr

    ours = true_peak(sound)

    assert ours == pytest.approx(float(re.findall(r"Peak:\s+(\S+) dBFS", log)[-1]), abs=0.3)


def test_silence_has_no_loudness_and_no_peak() -> None:
    silence = np.zeros((RATE, 2), np.float32)

    assert integrated_loudness(silence) == SILENT
    assert true_peak(silence) == SILENT


def test_a_sound_shorter_than_the_window_is_measured() -> None:
    sound = tone(0.1, pitch=997, level=1.0).astype(np.float32)

    assert integrated_loudness(sound) == pytest.approx(-3.0, abs=0.5)
