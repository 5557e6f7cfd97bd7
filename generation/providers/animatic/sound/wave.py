"""The form of all sound made here: stereo 48 kHz float arrays in memory, 16-bit WAV on disk."""

from __future__ import annotations

import wave
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

SAMPLE_RATE = 48_000
"""What the film's sound track uses, so that nothing is resampled on the way to the cut."""

Samples = NDArray[np.float32]
"""Shape (n,) for mono and (n, 2) for stereo, in full scale -1 to 1."""

_WRITTEN_AT_ONCE = 1 << 20


def as_samples(values: Any) -> Samples:
    """Return an array of numbers as samples: what numpy computed in double precision becomes single."""
    return np.asarray(values, np.float32)


def samples_in(duration_ms: int) -> int:
    """Return how many samples last `duration_ms`."""
    return round(duration_ms * SAMPLE_RATE / 1000)


def write_wav(path: Path, stereo: Samples) -> None:
    """Write `stereo`, shape (n, 2), as 16-bit WAV; what is beyond full scale is cut off."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(2)
        file.setsampwidth(2)
        file.setframerate(SAMPLE_RATE)
        for start in range(0, len(stereo), _WRITTEN_AT_ONCE):
            part = np.clip(stereo[start : start + _WRITTEN_AT_ONCE], -1.0, 1.0)
            file.writeframes(np.rint(part * 32767.0).astype("<i2").tobytes())
