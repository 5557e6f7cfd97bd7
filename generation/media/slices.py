"""The slice of a film's voices that one clip hears, as a sound of its own."""

from __future__ import annotations

import wave
from collections.abc import Iterable
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

from .errors import BrokenMedia

RATE = 44_100


def voices_between(parts: Iterable[tuple[Path, int, int]], duration_ms: int, place: Path) -> Path:
    """Write the mono WAV of `duration_ms` in which each sound of `parts` is heard: (file, from, to), in milliseconds.

    Times may lie before the beginning or after the end; what is heard there is left out. Raise `BrokenMedia` for a
    file that cannot be read.
    """
    whole = np.zeros(RATE * duration_ms // 1000, np.float32)
    for path, start_ms, end_ms in parts:
        sound = _decoded(path)[: max(0, RATE * (end_ms - start_ms) // 1000)]
        at = RATE * start_ms // 1000
        sound, at = sound[max(0, -at) :], max(0, at)
        sound = sound[: max(0, len(whole) - at)]
        whole[at : at + len(sound)] += sound
    with wave.open(str(place), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes((np.clip(whole, -1, 1) * 32767).astype(np.int16).tobytes())
    return place


def sound_of(path: Path, place: Path) -> Path:
    """Write the sound of a clip as a WAV of its own. Raise `BrokenMedia` where it has none."""
    samples = _decoded(path)
    if not len(samples):
        raise BrokenMedia("The clip has no sound.")
    with wave.open(str(place), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes((np.clip(samples, -1, 1) * 32767).astype(np.int16).tobytes())
    return place


def _decoded(path: Path) -> NDArray[np.float32]:
    try:
        with av.open(str(path)) as file:
            if not file.streams.audio:
                return np.zeros(0, np.float32)
            resampler = av.AudioResampler(format="flt", layout="mono", rate=RATE)
            chunks = [
                part.to_ndarray().reshape(-1) for frame in file.decode(audio=0) for part in resampler.resample(frame)
            ]
            chunks += [part.to_ndarray().reshape(-1) for part in resampler.resample(None)]
    except av.FFmpegError as error:
        raise BrokenMedia(f"A sound cannot be read: {error}") from error
    return np.concatenate(chunks).astype(np.float32) if chunks else np.zeros(0, np.float32)
