"""Speech as samples: found, trimmed, brought to one level, and written as the file we keep."""

from __future__ import annotations

import wave
from pathlib import Path

import numpy as np
import numpy.typing as npt

Samples = npt.NDArray[np.float32]

SAMPLE_RATE = 24_000
# The level every voice is brought to, so that a mix can treat all lines alike.
SPEECH_DBFS = -20.0
# The limiter bends what is above the knee and never lets through more than the ceiling.
CEILING_DBFS = -1.3
KNEE_DBFS = -4.0
EDGE_SILENCE_S = 0.040
_FADE_S = 0.004
_FRAME_S = 0.010
# Quieter than this below the loudest part is silence: the tails of "s" and "f" lie some 35 dB down.
_SILENCE_BELOW_PEAK_DB = 46.0
# Frames within this of the loud ones count as active speech; pauses and closures do not.
_ACTIVE_BELOW_LOUD_DB = 25.0


def speech_bounds(samples: Samples) -> tuple[int, int]:
    """Return where the sound begins and ends, as [first, last) samples; (0, 0) for silence."""
    levels = frame_levels(samples)
    if not len(levels) or levels.max() <= 0:
        return 0, 0
    heard = np.flatnonzero(levels > levels.max() * _ratio(-_SILENCE_BELOW_PEAK_DB))
    frame = int(_FRAME_S * SAMPLE_RATE)
    return int(heard[0]) * frame, min((int(heard[-1]) + 1) * frame, len(samples))


def active_level(samples: Samples) -> float:
    """RMS of the parts where someone is speaking, 0 for silence."""
    levels = frame_levels(samples)
    if not len(levels):
        return 0.0
    loud = np.percentile(levels, 95)
    active = levels[levels >= loud * _ratio(-_ACTIVE_BELOW_LOUD_DB)]
    return float(np.sqrt(np.mean(active**2)))


def levelled(samples: Samples, level_db: float = 0.0) -> Samples:
    """Bring active speech to `SPEECH_DBFS` + `level_db`, with peaks under `CEILING_DBFS`."""
    result = np.asarray(samples, np.float32)
    # Limiting takes a little of the level away, so the second pass gives it back.
    for _ in range(2):
        level = active_level(result)
        if level <= 0:
            return result
        result = _limited(result * np.float32(_ratio(SPEECH_DBFS + level_db) / level))
    return result


def faded(samples: Samples) -> Samples:
    """Take the click from both ends."""
    count = min(int(_FADE_S * SAMPLE_RATE), len(samples) // 2)
    if not count:
        return samples
    ramp = np.linspace(0.0, 1.0, count, dtype=np.float32)
    result = samples.copy()
    result[:count] *= ramp
    result[-count:] *= ramp[::-1]
    return result


def silence(seconds: float) -> Samples:
    """So many seconds of nothing."""
    return np.zeros(round(seconds * SAMPLE_RATE), np.float32)


def write_wave(path: Path, samples: Samples) -> None:
    """Write mono 16-bit PCM at `SAMPLE_RATE`."""
    pcm = (np.clip(np.nan_to_num(samples), -1.0, 1.0) * 32767.0).astype("<i2")
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(SAMPLE_RATE)
        file.writeframes(pcm.tobytes())


def frame_levels(samples: Samples) -> npt.NDArray[np.float64]:
    """Return the RMS of every 10 ms."""
    frame = int(_FRAME_S * SAMPLE_RATE)
    padded = np.pad(samples.astype(np.float64), (0, -len(samples) % frame))
    level: npt.NDArray[np.float64] = np.sqrt(np.mean(padded.reshape(-1, frame) ** 2, axis=1))
    return level


def _limited(samples: Samples) -> Samples:
    knee, ceiling = _ratio(KNEE_DBFS), _ratio(CEILING_DBFS)
    size = np.abs(samples)
    bent = knee + (ceiling - knee) * np.tanh((size - knee) / (ceiling - knee))
    return np.where(size > knee, np.sign(samples) * bent, samples).astype(np.float32)


def _ratio(decibels: float) -> float:
    return float(10.0 ** (decibels / 20.0))
