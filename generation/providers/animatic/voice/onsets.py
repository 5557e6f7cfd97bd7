"""When words after a pause are really heard: the models count the closure of a "b" or "t" as a part of it."""

from __future__ import annotations

import itertools
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from generation.providers.animatic.voice.speaking import Utterance
from generation.providers.animatic.voice.wave import frame_levels

_STEP_S = 0.010
# Quieter than this below the loud parts nobody hears a word begin.
_SILENT_DB = -30.0
_SHORTEST_PAUSE_S = 0.05
# How far before and after its told time a word is looked for.
_BEFORE_S, _AFTER_S = 0.12, 0.20


def listened(utterance: Utterance) -> Utterance:
    """Move the starts of words that follow a silence to where they are heard, and the ends of words before it."""
    levels = frame_levels(utterance.samples)
    if not len(levels) or levels.max() <= 0:
        return utterance
    quiet = levels < np.percentile(levels, 95) * 10 ** (_SILENT_DB / 20)
    words = dict(utterance.words)
    starts: dict[float, float] = {}
    ordered = sorted(words, key=lambda index: words[index])
    for before, index in itertools.pairwise(ordered):
        pause = _pause_near(quiet, words[before], words[index])
        if pause:
            starts[words[index][0]] = pause[1]
            words[before] = (words[before][0], max(min(words[before][1], pause[0]), words[before][0]))
            words[index] = (pause[1], max(words[index][1], pause[1]))
    return replace(utterance, words=words, phones=_phones(utterance.phones, starts))


def _pause_near(
    quiet: npt.NDArray[np.bool_], before: tuple[float, float], word: tuple[float, float]
) -> tuple[float, float] | None:
    """Return where the silence next to the start of `word` begins and ends, in seconds; None when there is none."""
    first = int(max(word[0] - _BEFORE_S, (before[0] + before[1]) / 2) / _STEP_S)
    last = int(min(word[0] + _AFTER_S, (word[0] + word[1]) / 2) / _STEP_S)
    edges = np.flatnonzero(np.diff(np.concatenate([[False], quiet[first : last + 1], [False]]).astype(np.int8)))
    runs = [(start + first, stop + first) for start, stop in edges.reshape(-1, 2).tolist()]
    runs = [run for run in runs if run[1] <= last and run[1] - run[0] >= _SHORTEST_PAUSE_S / _STEP_S]
    if not runs:
        return None
    start, stop = min(runs, key=lambda run: abs(run[1] * _STEP_S - word[0]))
    while start > 0 and quiet[start - 1]:
        start -= 1
    return start * _STEP_S, stop * _STEP_S


def _phones(phones: list[tuple[str, float, float]], starts: dict[float, float]) -> list[tuple[str, float, float]]:
    """Let the sound that began a moved word begin with it, and the one before it last as long."""
    moved = list(phones)
    for index in range(1, len(moved)):
        symbol, start, stop = moved[index]
        if start in starts and starts[start] < stop:
            earlier = moved[index - 1]
            moved[index] = (symbol, starts[start], stop)
            moved[index - 1] = (earlier[0], earlier[1], max(starts[start], earlier[1]))
    return moved
