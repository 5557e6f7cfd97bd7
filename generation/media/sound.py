"""Read the sound of any file as samples for the mix, and bring a mix to its loudness under a ceiling."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import av
import numpy as np
import soxr
from av.audio.frame import AudioFrame
from av.audio.stream import AudioStream
from av.container import InputContainer
from numpy.typing import NDArray

from .errors import BrokenMedia
from .formats import SAMPLE_RATE
from .loudness import SILENT, Samples, integrated_loudness, peak_envelope
from .probe import opened

# What players turn a film to anyway, so that ours is neither turned down nor quieter than the one before.
TARGET_LUFS = -14.0
CEILING_DBTP = -1.5

# A track of almost nothing is not blown up into noise.
_MOST_GAIN_DB = 40.0
_NEAR_ENOUGH_LU = 0.05
_ROUNDS = 6

# The limiter works in steps of a millisecond. It turns down ahead of a peak and lets go slowly enough not to be heard.
_STEP = SAMPLE_RATE // 1000
_FALL_DB = 2.0
_RISE_DB = 0.03
# A gain for each sample takes memory; an hour of them at once would take a gigabyte.
_RIDE_BLOCK = 1 << 18
# Peaks between samples reach this much over the samples beside them, with room to spare, in anything but test tones.
_OVERSHOOT = 1.6


@dataclass(frozen=True, slots=True)
class Mastered:
    """Sound at its target, and the loudness it came to."""

    samples: Samples
    loudness_lufs: float


def read_sound(path: Path, *, channels: int, start_ms: int = 0, duration_ms: int | None = None) -> Samples:
    """The file's sound at 48 kHz as (samples, channels), from `start_ms` on, in one or two channels.

    Raises BrokenMedia when the file has no sound or cannot be read at all; a damaged moment in it is skipped.
    """
    with opened(path) as container:
        if not container.streams.audio:
            raise BrokenMedia(f"{path.name} has no sound.")
        stream = container.streams.audio[0]
        rate = stream.codec_context.sample_rate
        layout = "mono" if channels == 1 else "stereo"
        converter = av.AudioResampler(format="fltp", layout=layout, rate=rate)
        last = None if duration_ms is None else (start_ms + duration_ms) * rate // 1000
        parts: list[NDArray[np.float32]] = []
        length = 0
        for frame in _frames(container, stream):
            for converted in converter.resample(frame):
                parts.append(converted.to_ndarray().astype(np.float32, copy=False))
                length += converted.samples
            if last is not None and length >= last:
                break
    if not parts:
        raise BrokenMedia(f"{path.name} has a sound track with nothing in it.")
    sound = np.concatenate(parts, axis=1).T[start_ms * rate // 1000 : last]
    return _at_rate(np.ascontiguousarray(sound), rate)


def master(sound: Samples, *, target_lufs: float = TARGET_LUFS, ceiling_dbtp: float = CEILING_DBTP) -> Mastered:
    """Bring sound to a loudness without letting a peak over the ceiling. Silence stays silence."""
    loudness = integrated_loudness(sound)
    if loudness == SILENT:
        return Mastered(sound, SILENT)
    gain, result = 0.0, sound
    for _ in range(_ROUNDS):
        gain = min(_MOST_GAIN_DB, gain + target_lufs - loudness)
        result = limit(sound * np.float32(10 ** (gain / 20)), ceiling_dbtp)
        loudness = integrated_loudness(result)
        if abs(loudness - target_lufs) <= _NEAR_ENOUGH_LU or gain == _MOST_GAIN_DB:
            break
    return Mastered(result, loudness)


def limit(sound: Samples, ceiling_dbtp: float) -> Samples:
    """Turn sound down around every peak, between samples too, that would go over the ceiling."""
    ceiling = 10 ** (ceiling_dbtp / 20)
    steps = -(-len(sound) // _STEP)
    peaks = np.zeros(steps * _STEP, np.float32)
    for channel in sound.T:
        np.maximum(peaks[: len(sound)], peak_envelope(channel, above=ceiling / _OVERSHOOT), out=peaks[: len(sound)])
    highest = peaks.reshape(steps, _STEP).max(axis=1)
    if not steps or highest.max() <= ceiling:
        return sound
    needed = np.minimum(0.0, 20 * np.log10(ceiling / np.maximum(highest, 1e-9)))
    reduction = _ramped(_ramped(needed, _RISE_DB)[::-1], _FALL_DB)[::-1]
    # Each edge between two steps takes the lower of them, so that no point of a step is over what it needs.
    edges = np.minimum(np.append(reduction, 0.0), np.append(0.0, reduction))
    return ride(sound.copy(), np.arange(steps + 1) * float(_STEP), edges)


def ride(sound: Samples, at: NDArray[np.floating], gain_db: NDArray[np.floating]) -> Samples:
    """Turn sound up and down in place: at each of the samples `at` by `gain_db`, and evenly in between."""
    for start in range(0, len(sound), _RIDE_BLOCK):
        block = sound[start : start + _RIDE_BLOCK]
        gain = np.interp(np.arange(start, start + len(block)), at, gain_db)
        block *= (10 ** (gain / 20)).astype(np.float32)[:, np.newaxis]
    return sound


def _ramped(reduction: NDArray[np.float64], slope: float) -> NDArray[np.float64]:
    """After each low point, come back up by at most `slope` a step."""
    climb = slope * np.arange(len(reduction))
    return np.asarray(np.minimum.accumulate(reduction - climb) + climb)


def _frames(container: InputContainer, stream: AudioStream) -> Iterator[AudioFrame]:
    for packet in container.demux(stream):
        try:
            yield from packet.decode()
        except av.InvalidDataError:
            continue


def _at_rate(sound: Samples, rate: int) -> Samples:
    if rate == SAMPLE_RATE or not len(sound):
        return sound
    return np.asarray(soxr.resample(sound, rate, SAMPLE_RATE, quality="HQ"), dtype=np.float32)
