"""Frames into sound, as somebody else: another pitch, another throat, more breath, a creak, a whisper.

The model's harmonic spectrum means something only where its own speaker had harmonics. Read between those points it
leaves holes and a ghost of her pitch in a lower voice; so the envelope is drawn through her harmonics.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from generation.providers.animatic.voice.frames import BINS, FRAME_RATE, VOICED_HZ, Curve, Frames, Spectrum, Whole
from generation.providers.animatic.voice.frames import without_gain as _with_gain_applied
from generation.providers.animatic.voice.voices import Shape
from generation.providers.animatic.voice.wave import Samples

_BIN_HZ = 20.0
_NEPER_PER_DB = float(np.log(10) / 20)
# Pulses reach into the frames next to the voice: a window is four frames long.
_REACH = 3
_PITCH_RANGE_HZ = (52.0, 640.0)
# Below this the throat's own factor works; above, the first resonance has passed.
_THROAT_HZ = 1000.0
# The speaker's own pitch can be heard in the rest of her voice; another pitch needs it out of the way.
_GHOST_BELOW_HZ = 2000.0
_GHOST_DB = -9.0
_WHISPERED_GHOST_DB = -30.0
_FULL_GHOST_OCTAVES = 0.12
# The model's levels: noise of the same power as pulses at this many hertz has the same number.
_NOISE_HZ = 60.0
_WHISPERED_VOWELS_DB = -5.0
_CHEST_HZ = 700.0
_AIR_HZ = 1800.0
_TREMOR_HZ, _SHAKE_HZ = 5.3, 4.6
_TREMOR_DB_PER_DEPTH = 60.0
_SHAKE_DB = 14.0
_JITTER = 0.0025
_ROUGH_JITTER = 0.06
_LILT_FROM = 0.55
_LOWEST_LOG = -20.0


def sounded(frames: Frames, shape: Shape, seed: int) -> Samples:
    """Return the samples of `frames` in the voice of `shape`. The same seed gives the same breath and creak."""
    from hibari import dsp

    frames = _with_gain_applied(frames)
    pitch = melody(frames, shape, seed)
    spectrum = np.zeros((BINS, frames.count), np.complex64)
    columns = _near_voice(frames.voiced)
    if len(columns):
        envelope = _envelope(frames, shape, columns)
        _add_voice(spectrum, envelope, pitch, shape)
        _add_air(spectrum, envelope, pitch, shape, seed)
    _add_free(spectrum, frames, shape, columns, seed)
    spectrum *= _loudness(frames.count, shape)
    samples: Samples = dsp.ola(spectrum)
    np.nan_to_num(samples, copy=False)
    return samples


def melody(frames: Frames, shape: Shape, seed: int) -> Curve:
    """Move the pitch, widen or narrow its movement around the middle, bend its end, and let it tremble."""
    voiced = frames.voiced
    if not voiced.any():
        return frames.pitch
    logs = np.log(np.maximum(frames.pitch, 1.0))
    middle = float(logs[voiced].mean())
    moved = middle + (logs - middle) * shape.liveliness + np.log(shape.pitch)
    clock = np.arange(frames.count) / FRAME_RATE
    moved += shape.tremor * np.sin(2 * np.pi * _TREMOR_HZ * clock)
    if shape.lilt:
        place = np.linspace(0.0, 1.0, frames.count)
        moved += shape.lilt * np.log(2) / 12 * np.clip((place - _LILT_FROM) / (1 - _LILT_FROM), 0.0, 1.0) ** 2
    if len(frames.lift):
        moved += frames.lift
    # No throat is a machine; a rough one is far from it. A voice without any melody is meant to be one.
    depth = _JITTER * (shape.liveliness > 0) + _ROUGH_JITTER * shape.rough
    moved += depth * np.random.default_rng([seed, 3]).standard_normal(frames.count)
    return np.where(voiced, np.clip(np.exp(moved), *_PITCH_RANGE_HZ), 0.0).astype(np.float32)


@dataclass(frozen=True, slots=True)
class _Envelope:
    """The colour of the voice at `columns`, each [601, columns], in logarithms, with the phase of its pulses."""

    colour: Spectrum
    phase: Spectrum
    columns: Whole


def _near_voice(voiced: npt.NDArray[np.bool_]) -> Whole:
    near = np.convolve(voiced, np.ones(2 * _REACH + 1), "same") > 0.5
    return np.flatnonzero(near[: len(voiced)])


def _envelope(frames: Frames, shape: Shape, columns: Whole) -> _Envelope:
    equal = _equaliser(shape)[:, None]
    if shape.pitch == 1.0 and shape.formant == 1.0 and shape.throat == 1.0 and shape.breath < 1.0:
        return _Envelope(frames.harmonic[:, columns] + equal, frames.phase[:, columns], columns)
    voiced = np.flatnonzero(frames.voiced)
    spacing = np.interp(columns, voiced, frames.pitch[voiced]).astype(np.float32) / np.float32(_BIN_HZ)
    number = _sources(shape.formant, shape.throat)[:, None] / spacing
    lower = np.floor(number)
    weight = number - lower
    np.maximum(lower, 1.0, out=lower)
    first = _places(lower * spacing, columns, frames.count)
    lower += 1.0
    second = _places(lower * spacing, columns, frames.count)
    logs = np.take(frames.harmonic, first)
    logs += (np.take(frames.harmonic, second) - logs) * weight
    logs += equal
    # A phase between two others is neither; the nearer harmonic's is right.
    phase = np.take(frames.phase, np.where(weight < 0.5, first, second))
    return _Envelope(logs, phase, columns)


def _places(bins: Spectrum, columns: Whole, count: int) -> Whole:
    """Flat indices of the nearest bins into a [601, count] array."""
    np.minimum(np.rint(bins, out=bins), BINS - 1, out=bins)
    places = bins.astype(np.intp)
    places *= count
    places += columns
    return places


@functools.lru_cache(maxsize=64)
def _sources(formant: float, throat: float) -> Curve:
    """For every bin, the bin of the recorded speaker that is heard there."""
    bins = np.arange(BINS, dtype=np.float64)
    knee = _THROAT_HZ / _BIN_HZ
    low = bins / (formant * throat)
    high = knee + (bins - knee * formant * throat) / formant
    return np.clip(np.where(low < knee, low, high), 0, BINS - 1).astype(np.float32)


@functools.lru_cache(maxsize=64)
def _equaliser(shape: Shape) -> Curve:
    """The static colour of a voice in logarithms, per bin."""
    frequency = np.maximum(np.arange(BINS) * _BIN_HZ, 60.0)
    # Past five octaves nobody hears a slope, only hiss or dullness.
    decibels = shape.tilt * np.log2(np.clip(frequency, 125.0, 5000.0) / 1000.0)
    for amount, centre, width in (
        (shape.chest, 220.0, 0.7),
        (shape.presence, 3000.0, 0.5),
        (shape.nasal, 1100.0, 0.35),
        (-0.7 * shape.nasal, 560.0, 0.35),
    ):
        decibels = decibels + amount * np.exp(-0.5 * (np.log2(frequency / centre) / width) ** 2)
    return np.asarray(decibels * _NEPER_PER_DB, np.float32)


def _add_voice(spectrum: npt.NDArray[np.complex64], envelope: _Envelope, pitch: Curve, shape: Shape) -> None:
    from hibari import dsp

    if shape.breath >= 1.0:
        return
    pulses = dsp.pulses(pitch)
    if shape.rough:
        # Every second pulse stronger is a voice an octave below, under the voice.
        pulses += np.float32(1.6 * shape.rough) * dsp.pulses(pitch / 2, vthresh=VOICED_HZ / 2)
    voice = dsp.stft(pulses, len(pitch))[:, envelope.columns]
    voice *= _turned(envelope.colour, np.float32(np.pi) * np.tanh(envelope.phase))
    voice *= np.float32(np.sqrt(1.0 - shape.breath**2))
    spectrum[:, envelope.columns] += voice


def _add_air(spectrum: npt.NDArray[np.complex64], envelope: _Envelope, pitch: Curve, shape: Shape, seed: int) -> None:
    """Air of the same colour as the voice, without chest; a whisper has nothing else."""
    if shape.breath <= 0:
        return
    columns = envelope.columns
    voiced = np.flatnonzero(pitch > VOICED_HZ)
    height = np.interp(columns, voiced, pitch[voiced])
    # The air stops where the voice does, over the frames around it.
    near = np.interp(columns, voiced, voiced).astype(np.float64)
    fade = np.clip(1.0 - np.abs(columns - near) / _REACH, 0.05, 1.0)
    logs = envelope.colour + (0.5 * np.log(_NOISE_HZ / height) + np.log(fade * shape.breath)).astype(np.float32)
    logs += _airiness(shape.breath)[:, None]
    random = np.random.default_rng([seed, 1])
    noise = random.standard_normal((BINS, 2 * len(columns)), dtype=np.float32).view(np.complex64)
    noise *= np.exp(np.minimum(logs, 7.0), dtype=np.float32)
    spectrum[:, columns] += noise


@functools.lru_cache(maxsize=16)
def _airiness(breath: float) -> Curve:
    """Where air is heard: in a voice above its strong part, in a whisper everywhere but the chest."""
    frequency = np.arange(BINS) * _BIN_HZ
    whispered = np.log(np.clip(frequency / _CHEST_HZ, 0.12, 1.0)) + _WHISPERED_VOWELS_DB * _NEPER_PER_DB
    voiced = np.log(np.clip(frequency / _AIR_HZ, 0.1, 1.6))
    share = breath**2
    return np.asarray(share * whispered + (1 - share) * voiced, np.float32)


def _add_free(spectrum: npt.NDArray[np.complex64], frames: Frames, shape: Shape, columns: Whole, seed: int) -> None:
    rows = np.rint(_sources(shape.formant, shape.throat)).astype(np.intp)
    is_whisper = shape.breath >= 1.0
    logs = frames.free if shape.formant == shape.throat == 1.0 else frames.free[rows]
    logs = logs + _equaliser(shape)[:, None]
    ghost = _WHISPERED_GHOST_DB if is_whisper else _GHOST_DB * min(abs(np.log2(shape.pitch)) / _FULL_GHOST_OCTAVES, 1.0)
    if ghost and len(columns):
        low = int(_GHOST_BELOW_HZ / _BIN_HZ)
        logs[:low] += np.float32(ghost * _NEPER_PER_DB) * frames.voiced
    phase = frames.free_phase
    if is_whisper and len(columns):
        phase = phase.copy()
        turns = np.random.default_rng([seed, 2]).random((BINS, len(columns)), dtype=np.float32)
        phase[:, columns] = turns * np.float32(2 * np.pi)
    spectrum += _turned(logs, phase)


def _turned(logs: Spectrum, angle: Spectrum) -> npt.NDArray[np.complex64]:
    """Complex numbers of these log sizes and angles. What is louder than speech can be is an error of the model."""
    size = np.exp(np.minimum(logs, 7.0), dtype=np.float32)
    turned = np.empty(logs.shape, np.complex64)
    np.multiply(np.cos(angle), size, out=turned.real)
    np.multiply(np.sin(angle), size, out=turned.imag)
    return turned


def _loudness(count: int, shape: Shape) -> Curve | np.float32:
    """Tremor and laughter move the loudness too."""
    if not shape.tremor and not shape.shake:
        return np.float32(1.0)
    clock = np.arange(count) / FRAME_RATE
    decibels = shape.tremor * _TREMOR_DB_PER_DEPTH * np.sin(2 * np.pi * _TREMOR_HZ * clock + 0.7)
    decibels += shape.shake * _SHAKE_DB * (np.sin(2 * np.pi * _SHAKE_HZ * clock) - 1.0) / 2
    return (10.0 ** (decibels / 20)).astype(np.float32)
