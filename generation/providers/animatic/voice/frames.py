"""What the voice model predicts for a sentence, and its time: frames repeated to hold a word or a pause."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import numpy.typing as npt

from generation.providers.animatic.voice.wave import SAMPLE_RATE

Spectrum = npt.NDArray[np.float32]
Curve = npt.NDArray[np.float32]
Whole = npt.NDArray[np.intp]

HOP = 300
BINS = 601
FRAME_RATE = SAMPLE_RATE / HOP
VOICED_HZ = 40.0
_NOTHING: Curve = np.zeros(0, np.float32)


@dataclass(frozen=True, slots=True)
class Frames:
    """Logarithmic spectra, each [601 bins of 20 Hz, frames], and the pitch in Hz per frame (0 = no voice).

    `harmonic` (with its `phase`) colours the pulses of the voice; `free` (with its own phase) is everything else.
    `gain` and `lift`, natural logarithms per frame, make parts louder and higher; empty when nothing is.
    """

    harmonic: Spectrum
    phase: Spectrum
    free: Spectrum
    free_phase: Spectrum
    pitch: Curve
    gain: Curve = field(default_factory=lambda: _NOTHING)
    lift: Curve = field(default_factory=lambda: _NOTHING)

    @property
    def count(self) -> int:
        """How many frames there are."""
        return len(self.pitch)

    @property
    def voiced(self) -> npt.NDArray[np.bool_]:
        """Which frames have a voice."""
        return self.pitch > VOICED_HZ


@dataclass(frozen=True, slots=True)
class Stress:
    """A stretch of frames that is held longer (`hold`, 1 = as it is), louder (dB) and higher (semitones)."""

    start: int
    stop: int
    hold: float
    louder_db: float
    higher: float


@dataclass(frozen=True, slots=True)
class Rest:
    """A pause that has to last `frames` in all; its quietest moment lies between the frames `start` and `stop`."""

    start: int
    stop: int
    frames: int


# Around a held pause the voice fades out and in again over so many frames, down to silence.
_FADE_DB = (-6.0, -20.0, -45.0)
_SILENCE_DB = -90.0
_NEPER_PER_DB = float(np.log(10) / 20)
# Louder and higher come and go over this many frames, so that no step is heard.
_RAMP = 3
# So far below the loudest harmonic nothing is heard: 48 dB.
_SILENT_NEPERS = 5.5


def directed(frames: Frames, stresses: Sequence[Stress], rests: Sequence[Rest]) -> tuple[Frames, Whole]:
    """Hold what is stressed and rest where a pause has to be longer.

    Return the frames and the new place of each old frame's start, one more than there were frames.
    """
    if not stresses and not rests:
        return frames, np.arange(frames.count + 1)
    repeats = np.ones(frames.count, np.intp)
    gain, lift = np.zeros(frames.count, np.float32), np.zeros(frames.count, np.float32)
    for stress in stresses:
        repeats[stress.start : stress.stop] += _spread(stress)
        gain += _bump(frames.count, stress) * np.float32(stress.louder_db * _NEPER_PER_DB)
        lift += _bump(frames.count, stress) * np.float32(stress.higher * np.log(2) / 12)
    held = _held(frames, rests)
    for at, extra in held.items():
        repeats[at] += extra
    source = np.repeat(np.arange(frames.count), repeats)
    places = np.concatenate([[0], np.cumsum(repeats)])
    gain = gain[source]
    for at in held:
        _fade(gain, int(places[at]), int(places[at + 1]))
    directed_frames = Frames(
        harmonic=frames.harmonic[:, source],
        phase=frames.phase[:, source],
        free=frames.free[:, source],
        free_phase=frames.free_phase[:, source],
        pitch=frames.pitch[source],
        gain=gain,
        lift=lift[source],
    )
    return directed_frames, places


def _spread(stress: Stress) -> Whole:
    """Which frames of a stressed stretch come twice."""
    length = stress.stop - stress.start
    marks = np.floor(np.arange(length + 1) * (stress.hold - 1.0))
    return np.asarray(np.diff(marks), np.intp)


def _bump(count: int, stress: Stress) -> Curve:
    """1 over the stretch, with slopes on both sides."""
    place = np.arange(count, dtype=np.float32)
    rise = (place - stress.start + _RAMP) / _RAMP
    fall = (stress.stop - 1 + _RAMP - place) / _RAMP
    return np.clip(np.minimum(rise, fall), 0.0, 1.0).astype(np.float32)


def _held(frames: Frames, rests: Sequence[Rest]) -> dict[int, int]:
    """At which frame to wait for each rest, and how many frames longer."""
    held: dict[int, int] = {}
    peak = float(frames.harmonic[2:200:6].max()) if rests else 0.0
    for rest in rests:
        start, stop = max(rest.start, 0), min(rest.stop, frames.count)
        loud = np.maximum(
            frames.harmonic[2:200:6, start:stop].max(axis=0), frames.free[2:400:8, start:stop].max(axis=0)
        )
        if not len(loud):
            continue
        quiet = int(np.count_nonzero(loud < max(loud.min() + 1.0, peak - _SILENT_NEPERS)))
        if rest.frames > quiet:
            held[start + int(np.argmin(loud))] = rest.frames - quiet
    return held


def _fade(gain: Curve, start: int, stop: int) -> None:
    gain[start:stop] += np.float32(_SILENCE_DB * _NEPER_PER_DB)
    for step, decibels in enumerate(_FADE_DB):
        change = np.float32((decibels - _SILENCE_DB) * _NEPER_PER_DB)
        for at in {start + step, stop - 1 - step}:
            if start <= at < stop:
                gain[at] += change


def without_gain(frames: Frames) -> Frames:
    """The same frames with their `gain` moved into the spectra."""
    if not len(frames.gain):
        return frames
    return replace(frames, harmonic=frames.harmonic + frames.gain, free=frames.free + frames.gain, gain=_NOTHING)
