"""The neural voice: the hibari model's spectra, reshaped into other people before they become sound.

The model predicts, for each 12.5 ms frame, a harmonic and a noise spectrum and a pitch. Scaling the pitch
and stretching the spectra before synthesis gives other voices without any other model, and the model's own
durations give the times of every sound exactly. English only.
"""

from __future__ import annotations

import functools
import itertools
import json
import logging
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from generation.providers.animatic.voice.breath import breathy
from generation.providers.animatic.voice.delivery import Delivery
from generation.providers.animatic.voice.phonemes import (
    LENGTHENING,
    PAUSES,
    SILENCE,
    STRESS,
    WORD_GAP,
    Pronouncer,
    Sound,
    as_ipa,
    breaths,
)
from generation.providers.animatic.voice.speaking import EngineMissing, Utterance, joined, moved, trimmed
from generation.providers.animatic.voice.wave import SAMPLE_RATE, Samples, faded, speech_bounds
from generation.providers.animatic.voice.wording import SpokenWord, sentences

logger = logging.getLogger(__name__)

Spectrum = npt.NDArray[np.float32]

# Spectra come every 300 samples. The graph's tensor of durations is not one of its outputs; it counts pairs of frames.
_FRAME_RATE = SAMPLE_RATE / 300
_DURATIONS = "/Clip_output_0"
_DURATION_UNIT_S = 2 / _FRAME_RATE
# Silence kept at both ends of a sentence, and the pause between two; as voices fade out, 0.19 is heard as 0.22 to 0.25.
_SENTENCE_EDGE_S = 0.025
_LONGEST_LEAD_S = 0.15
SENTENCE_PAUSE_S = 0.19
BREATH_PAUSE_S = 0.10
# A pause shorter than this does not close the mouth; between words without a mark the voice mostly runs on.
_SHORTEST_SILENCE_S = 0.06
_SHORTEST_WORD_GAP_S = 0.15
_TREMOR_HZ = 5.3


@dataclass(frozen=True, slots=True)
class _Frames:
    """What the model predicts, each [601 bins, frames], with the pitch in Hz per frame."""

    harmonic: Spectrum
    phase: Spectrum
    noise: Spectrum
    free: Spectrum
    free_phase: Spectrum
    pitch: Spectrum


class NeuralVoice:
    """The loaded model and its pronunciation rules; safe to use from several threads."""

    def __init__(self) -> None:
        import hibari
        import onnxruntime

        assets = Path(hibari.__file__).parent / "assets"
        self._ids: dict[str, int] = json.loads((assets / "vocab.json").read_text(encoding="utf-8"))
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        model = with_output((assets / "hibari.onnx").read_bytes(), _DURATIONS)
        self._session: Any = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
        self._pronouncer = Pronouncer(frozenset(self._ids))

    def say(self, words: Sequence[SpokenWord], delivery: Delivery, seed: int) -> Utterance:
        """Say all `words`; the answer is empty when none of them makes a sound."""
        parts: list[tuple[Utterance, float]] = []
        for sentence in sentences(words):
            spoken = [(index, piece) for index in sentence for piece in words[index].spoken]
            pieces = breaths(self._pronouncer.sounds(spoken))
            for piece in pieces:
                pause = SENTENCE_PAUSE_S if piece is pieces[-1] else BREATH_PAUSE_S
                utterance = self._say_breath(piece, delivery, seed + len(parts))
                parts.append((utterance, max(pause / delivery.pace - 2 * _SENTENCE_EDGE_S, 0.0)))
        return joined(parts)

    def _say_breath(self, sounds: Sequence[Sound], delivery: Delivery, seed: int) -> Utterance:
        symbols, owners = _symbols_in_order(sounds)
        ids = [0, *(self._ids[symbol] for symbol in symbols), 0]
        inputs = {"ids": np.asarray([ids], np.int64), "speed": np.asarray([delivery.pace], np.float32)}
        *spectra, durations = self._session.run(None, inputs)
        frames = _Frames(*(spectrum[0] for spectrum in spectra))
        samples = breathy(_synthesised(_reshaped(frames, delivery), seed), delivery.breath, seed)
        edges = np.concatenate([[0.0], np.cumsum(durations.reshape(-1))]) * _DURATION_UNIT_S
        starts, ends = edges[:-1].tolist(), edges[1:].tolist()
        words = _word_spans(symbols, owners, starts[1:-1], ends[1:-1])
        phones = _phone_spans([SILENCE, *symbols, SILENCE], starts, ends)
        told = Utterance(samples, words, phones)
        # The model sounds a little ahead of its own durations, the more the slower it speaks; alike from end to end.
        lead = min(max(starts[1] - speech_bounds(samples)[0] / SAMPLE_RATE, 0.0), _LONGEST_LEAD_S)
        whole = trimmed(moved(told, -lead), _SENTENCE_EDGE_S)
        return Utterance(faded(whole.samples), whole.words, whole.phones)


_LOADING = threading.Lock()


def neural_voice() -> NeuralVoice:
    """Return the process's one neural voice, loading it at the first call. Raise `EngineMissing` if it cannot be."""
    with _LOADING:
        return _loaded()


@functools.cache
def _loaded() -> NeuralVoice:
    try:
        return NeuralVoice()
    except Exception as error:  # a missing package, a library of another machine, a damaged model: all mean the same
        logger.warning("the neural voice cannot be loaded: %s", error, exc_info=True)
        raise EngineMissing(str(error)) from error


def with_output(model: bytes, tensor: str) -> bytes:
    """Add one of its inner tensors to the outputs of a serialised ONNX model.

    Protocol buffers put one after the other are merged when read, so a second model holding nothing but
    `graph.output { name }` is all it takes, without the onnx package.
    """
    name = _field(1, tensor.encode())
    return model + _field(7, _field(12, name))


def _field(number: int, content: bytes) -> bytes:
    """A length-delimited protocol buffer field."""
    return bytes([number << 3 | 2]) + _varint(len(content)) + content


def _varint(number: int) -> bytes:
    low, rest = number & 0x7F, number >> 7
    return bytes([low | 0x80]) + _varint(rest) if rest else bytes([low])


def _symbols_in_order(sounds: Sequence[Sound]) -> tuple[list[str], list[int]]:
    """Spell the sounds out with gaps between words; each symbol with its display word, -1 for a gap."""
    symbols: list[str] = []
    owners: list[int] = []
    for sound in sounds:
        if symbols:
            symbols.append(WORD_GAP)
            owners.append(-1)
        symbols += sound.symbols
        owners += [sound.word] * len(sound.symbols)
    return symbols, owners


def _word_spans(
    symbols: Sequence[str], owners: Sequence[int], starts: Sequence[float], ends: Sequence[float]
) -> dict[int, tuple[float, float]]:
    """From the first to the last sound of each display word; the pause of its comma is not part of it."""
    spans: dict[int, tuple[float, float]] = {}
    for symbol, owner, start, end in zip(symbols, owners, starts, ends, strict=True):
        if owner >= 0 and symbol not in PAUSES:
            spans[owner] = (spans[owner][0] if owner in spans else start, end)
    return spans


def _phone_spans(
    symbols: Sequence[str], starts: Sequence[float], ends: Sequence[float]
) -> list[tuple[str, float, float]]:
    """Give every sound its time; short gaps and all marks without a sound of their own go to a neighbour."""
    phones: list[tuple[str, float, float]] = []
    runs = itertools.groupby(zip(symbols, starts, ends, strict=True), key=lambda each: each[0] in PAUSES | {SILENCE})
    for is_silence, run in runs:
        items = list(run)
        if is_silence:
            runs_on = all(symbol == WORD_GAP for symbol, _, _ in items)
            shortest = _SHORTEST_WORD_GAP_S if runs_on else _SHORTEST_SILENCE_S
            _add_silence(phones, items[0][1], items[-1][2], shortest)
        else:
            _add_sounds(phones, items)
    return phones


def _add_sounds(phones: list[tuple[str, float, float]], items: Sequence[tuple[str, float, float]]) -> None:
    """Stress begins the vowel after it; a length mark prolongs the sound before it."""
    stress_start: float | None = None
    for symbol, start, end in items:
        if symbol in STRESS:
            stress_start = start if stress_start is None else stress_start
        elif symbol in LENGTHENING and phones:
            phones[-1] = (phones[-1][0], phones[-1][1], end)
        else:
            phones.append((as_ipa(symbol), start if stress_start is None else stress_start, end))
            stress_start = None


def _add_silence(phones: list[tuple[str, float, float]], start: float, end: float, shortest: float) -> None:
    if phones and end - start < shortest:
        phones[-1] = (phones[-1][0], phones[-1][1], end)
    else:
        phones.append((SILENCE, start, end))


def _reshaped(frames: _Frames, delivery: Delivery) -> _Frames:
    stretched = [
        _stretched(each, delivery.formant) for each in (frames.harmonic, frames.phase, frames.noise, frames.free)
    ]
    harmonic, phase, noise, free = stretched
    return _Frames(harmonic, phase, noise, free, frames.free_phase, _melody(frames.pitch, delivery))


def _stretched(spectrum: Spectrum, factor: float) -> Spectrum:
    """Move what is at one frequency to `factor` times it, by linear interpolation along the bins."""
    if factor == 1.0:
        return spectrum
    bins = spectrum.shape[0]
    source = np.clip(np.arange(bins) / factor, 0, bins - 1)
    lower = source.astype(np.int64)
    upper = np.minimum(lower + 1, bins - 1)
    weight = (source - lower).astype(np.float32)[:, None]
    stretched: Spectrum = spectrum[lower] * (1 - weight) + spectrum[upper] * weight
    return stretched


def _melody(pitch: Spectrum, delivery: Delivery) -> Spectrum:
    """Move the pitch, widen or narrow its movement around the middle, and let it tremble."""
    voiced = pitch > 40.0
    if not voiced.any():
        return pitch
    middle = float(np.exp(np.mean(np.log(pitch[voiced]))))
    shaped = middle * (np.maximum(pitch, 1.0) / middle) ** delivery.liveliness * delivery.pitch
    shake = 1.0 + delivery.tremor * np.sin(2 * np.pi * _TREMOR_HZ * np.arange(len(pitch)) / _FRAME_RATE)
    return np.where(voiced, shaped * shake, 0.0).astype(np.float32)


def _synthesised(frames: _Frames, seed: int) -> Samples:
    from hibari import dsp

    noise = np.random.default_rng(seed)
    spectra = (frames.harmonic, frames.phase, frames.noise, frames.free, frames.free_phase)
    samples: Samples = dsp.synth(*spectra, frames.pitch, noise)
    np.nan_to_num(samples, copy=False)
    return samples
