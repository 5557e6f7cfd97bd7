"""What every local engine gives back: samples, and when each word and each sound is heard."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from generation.providers.animatic.voice.wave import EDGE_SILENCE_S, SAMPLE_RATE, Samples, silence, speech_bounds


class EngineMissing(Exception):
    """A speech engine cannot be loaded on this machine."""


class EngineFailed(Exception):
    """A speech engine broke on this text."""


@dataclass(frozen=True, slots=True)
class Utterance:
    """Speech at `SAMPLE_RATE`, in seconds: `words` by index of the display word, `phones` as (IPA, start, end)."""

    samples: Samples
    words: dict[int, tuple[float, float]]
    phones: list[tuple[str, float, float]]


def trimmed(utterance: Utterance, margin_s: float = EDGE_SILENCE_S) -> Utterance:
    """Cut the silence at both ends to `margin_s` (padding where there is less) and move the times along."""
    first, last = speech_bounds(utterance.samples)
    margin = round(margin_s * SAMPLE_RATE)
    body = utterance.samples[max(first - margin, 0) : last + margin]
    missing_before = max(margin - first, 0)
    missing_after = max(last + margin - len(utterance.samples), 0)
    return moved(
        Utterance(np.pad(body, (missing_before, missing_after)), utterance.words, utterance.phones),
        (margin - first) / SAMPLE_RATE,
    )


def moved(utterance: Utterance, by_s: float) -> Utterance:
    """Move the times (not the samples), keeping them inside the audio."""
    end = len(utterance.samples) / SAMPLE_RATE

    def at(moment: float) -> float:
        return min(max(moment + by_s, 0.0), end)

    words = {index: (at(start), at(stop)) for index, (start, stop) in utterance.words.items()}
    phones = [(symbol, at(start), at(stop)) for symbol, start, stop in utterance.phones]
    return Utterance(utterance.samples, words, phones)


def joined(parts: Sequence[Utterance]) -> Utterance:
    """Put utterances one after the other."""
    words: dict[int, tuple[float, float]] = {}
    phones: list[tuple[str, float, float]] = []
    clock = 0
    for part in parts:
        offset = clock / SAMPLE_RATE
        for index, (start, stop) in part.words.items():
            # A word cut in two by the sentence cap is heard from its first part to its last.
            begins = words[index][0] if index in words else start + offset
            words[index] = (begins, stop + offset)
        phones += [(symbol, start + offset, stop + offset) for symbol, start, stop in part.phones]
        clock += len(part.samples)
    return Utterance(np.concatenate([part.samples for part in parts]) if parts else silence(0), words, phones)
