"""When words are likely heard in a recording whose maker gives no times: spread over where something is heard.

An estimate, and said to be one: good for a caption, not for lips.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from .formats import SAMPLE_RATE
from .slices import mono

_HOP_MS = 10
_QUIET = 0.02
"""Below this share of the loudest moment nobody speaks."""
_BREATH_MS = 160
"""A pause that is shorter belongs to a word."""
_STOPS = {",": 2, ";": 3, ":": 3, ".": 5, "!": 5, "?": 5, "\u2026": 5, "\u2014": 3}
"""How many letters' time a sign stands for."""


def estimated(path: Path, text: str) -> list[tuple[str, int, int]]:
    """Return (word, start_ms, end_ms) for each word of `text`, in order, covering where the recording is not silent.

    Raise `BrokenMedia` for a recording without a sound.
    """
    words = text.split()
    spans = _voiced(_loudness(path))
    if not words or not spans:
        return []
    weights = np.array([_weight(word) for word in words], float)
    edges = np.concatenate([[0.0], np.cumsum(weights) / weights.sum()])
    lengths = np.array([end - start for start, end in spans], float)
    reached = np.concatenate([[0.0], np.cumsum(lengths) / lengths.sum()])
    times = [_at(share, spans, reached) for share in edges]
    return [(word, round(times[i]), round(max(times[i + 1], times[i] + 1))) for i, word in enumerate(words)]


def _weight(word: str) -> float:
    return max(1, sum(letter.isalnum() for letter in word)) + sum(_STOPS.get(letter, 0) for letter in word) / 2


def _at(share: float, spans: list[tuple[int, int]], reached: NDArray[np.float64]) -> float:
    """Return the moment at which a share of all that is heard has gone by."""
    index = min(int(np.searchsorted(reached, share, side="right")) - 1, len(spans) - 1)
    start, end = spans[index]
    part = (share - reached[index]) / (reached[index + 1] - reached[index])
    return start + min(1.0, float(part)) * (end - start)


def _loudness(path: Path) -> NDArray[np.float64]:
    samples = mono(path)
    hop = SAMPLE_RATE * _HOP_MS // 1000
    frames = samples[: len(samples) // hop * hop].reshape(-1, hop)
    return np.sqrt((frames.astype(np.float64) ** 2).mean(axis=1)) if len(frames) else np.zeros(0)


def _voiced(loudness: NDArray[np.float64]) -> list[tuple[int, int]]:
    if not len(loudness) or loudness.max() <= 0:
        return []
    loud = np.flatnonzero(loudness > _QUIET * loudness.max())
    spans: list[tuple[int, int]] = []
    for at in loud * _HOP_MS:
        if spans and at - spans[-1][1] <= _BREATH_MS:
            spans[-1] = (spans[-1][0], int(at) + _HOP_MS)
        else:
            spans.append((int(at), int(at) + _HOP_MS))
    return spans
