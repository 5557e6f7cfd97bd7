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
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from generation.providers.animatic.voice.breath import inhaled
from generation.providers.animatic.voice.delivery import Delivery
from generation.providers.animatic.voice.frames import FRAME_RATE, Frames, directed
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
from generation.providers.animatic.voice.phrasing import pause_after, rests, stressed_symbols, stresses
from generation.providers.animatic.voice.speaking import EngineMissing, Utterance, joined, moved, trimmed
from generation.providers.animatic.voice.timbre import sounded
from generation.providers.animatic.voice.wave import SAMPLE_RATE, faded, silence, speech_bounds
from generation.providers.animatic.voice.wording import EMPHASIS, SHOUTED, SpokenWord, sentences

logger = logging.getLogger(__name__)

# The graph's tensor of durations is not one of its outputs; it counts pairs of frames.
_DURATIONS = "/Clip_output_0"
_FRAMES_PER_UNIT = 2
# Silence kept at both ends of a sentence; it is part of the pause between two.
_SENTENCE_EDGE_S = 0.025
_LONGEST_LEAD_S = 0.08
# People breathe in after a long sentence, when there is time for it.
_BREATH_AFTER_S = 3.0
_BREATH_NEEDS_S = 0.20
# A pause shorter than this does not close the mouth; between words without a mark the voice mostly runs on.
_SHORTEST_SILENCE_S = 0.06
_SHORTEST_WORD_GAP_S = 0.15


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
        parts: list[Utterance] = []
        runs = sentences(words)
        for run in runs:
            spoken = [(index, piece) for index in run for piece in words[index].spoken]
            stressed = {index: words[index].stress for index in run if self._is_stressed(words[index])}
            pieces = breaths([_stressed(sound, stressed) for sound in self._pronouncer.sounds(spoken)])
            for place, piece in enumerate(pieces, start=1):
                utterance = self._say_breath(piece, stressed, delivery, seed + len(parts))
                last = words[run[-1]] if place == len(pieces) else None
                is_end = place == len(pieces) and run is runs[-1]
                parts += [utterance] if is_end else [utterance, _pause(utterance, last, delivery, seed + len(parts))]
        return joined(parts)

    def _is_stressed(self, word: SpokenWord) -> bool:
        letters = "".join(filter(str.isalpha, word.display))
        return word.stress == EMPHASIS or (word.stress == SHOUTED and self._pronouncer.is_word(letters))

    def _say_breath(
        self, sounds: Sequence[Sound], stressed: dict[int, int], delivery: Delivery, seed: int
    ) -> Utterance:
        symbols, owners = _symbols_in_order(sounds)
        ids = [0, *(self._ids[symbol] for symbol in symbols), 0]
        inputs = {"ids": np.asarray([ids], np.int64), "speed": np.asarray([delivery.shape.pace], np.float32)}
        *spectra, durations = self._session.run(None, inputs)
        # The third spectrum is noise that the model has learned not to use: it is 60 dB below the rest.
        harmonic, phase, _, free, free_phase, pitch = (spectrum[0] for spectrum in spectra)
        frames = Frames(harmonic, phase, free, free_phase, pitch)
        edges = np.concatenate([[0], np.cumsum(durations.reshape(-1).astype(np.intp))]) * _FRAMES_PER_UNIT
        starts = edges.tolist()
        held = rests([SILENCE, *symbols, SILENCE], starts, delivery)
        frames, places = directed(frames, stresses(owners, stressed, starts[1:]), held)
        samples = sounded(frames, delivery.shape, seed)
        moments = (places[np.minimum(edges, len(places) - 1)] / FRAME_RATE).tolist()
        words = _word_spans(symbols, owners, moments[1:-2], moments[2:-1])
        phones = _phone_spans([SILENCE, *symbols, SILENCE], moments[:-1], moments[1:])
        told = Utterance(samples, words, phones)
        # The model sounds a little ahead of its own durations, the more the slower it speaks; alike from end to end.
        lead = min(max(moments[1] - speech_bounds(samples)[0] / SAMPLE_RATE, 0.0), _LONGEST_LEAD_S)
        whole = trimmed(moved(told, -lead), _SENTENCE_EDGE_S)
        return Utterance(faded(whole.samples), whole.words, whole.phones)


def _stressed(sound: Sound, stressed: Mapping[int, int]) -> Sound:
    return Sound(sound.word, stressed_symbols(sound.symbols)) if sound.word in stressed else sound


def _pause(before: Utterance, last: SpokenWord | None, delivery: Delivery, seed: int) -> Utterance:
    """The silence after a sentence (or after a part of one: `last` is None), with a breath when there is time."""
    seconds = len(before.samples) / SAMPLE_RATE
    pause = max(pause_after(last, seconds, delivery) - 2 * _SENTENCE_EDGE_S, 0.0)
    samples = silence(pause)
    if seconds > _BREATH_AFTER_S and pause > _BREATH_NEEDS_S and delivery.shape.liveliness > 0:
        samples = inhaled(samples, before.samples, delivery.shape.formant, seed)
    return Utterance(samples, {}, [])


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
