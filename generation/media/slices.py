"""The slice of a film's voices that one clip hears, as a sound of its own."""

from __future__ import annotations

import wave
from collections.abc import Iterable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from .formats import SAMPLE_RATE
from .sound import read_sound


def voices_between(parts: Iterable[tuple[Path, int, int]], duration_ms: int, place: Path) -> Path:
    """Write the mono WAV of `duration_ms` in which each sound of `parts` is heard: (file, from, to), in milliseconds.

    Times may lie before the beginning or after the end; what is heard there is left out. Raise `BrokenMedia` for a
    file that cannot be read.
    """
    whole = np.zeros(SAMPLE_RATE * duration_ms // 1000, np.float32)
    for path, start_ms, end_ms in parts:
        sound = mono(path)[: max(0, SAMPLE_RATE * (end_ms - start_ms) // 1000)]
        at = SAMPLE_RATE * start_ms // 1000
        sound, at = sound[max(0, -at) :], max(0, at)
        sound = sound[: max(0, len(whole) - at)]
        whole[at : at + len(sound)] += sound
    return _written(whole, place)


def sound_of(path: Path, place: Path) -> Path:
    """Write the sound of a clip as a WAV of its own. Raise `BrokenMedia` where it has none."""
    return _written(mono(path), place)


def mono(path: Path) -> NDArray[np.float32]:
    """Return all of a file's sound in one channel at 48 kHz. Raise `BrokenMedia` where it has none."""
    return np.concatenate(list(read_sound(path, channels=1)))[:, 0]


def _written(samples: NDArray[np.float32], place: Path) -> Path:
    with wave.open(str(place), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(SAMPLE_RATE)
        file.writeframes((np.clip(samples, -1, 1) * 32767).astype(np.int16).tobytes())
    return place
