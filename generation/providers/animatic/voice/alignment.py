"""Times for the words on screen, made from the times of what was actually spoken."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

Timed = list[list[str | int]]


def word_times(display: Sequence[str], heard: Mapping[int, tuple[float, float]], length_s: float) -> Timed:
    """Return [text, start_ms, end_ms] for every display word, in order, inside the audio, never overlapping.

    `heard` gives start and end in seconds by index into `display`. A word that makes no sound (a lone dash,
    an emoji) has no length and stands where the word before it ends; at the very beginning, at the first sound.
    """
    end_ms = int(length_s * 1000)
    first = min((start for start, _ in heard.values()), default=0.0)
    clock = min(max(int(first * 1000), 0), end_ms)
    timed: Timed = []
    for index, text in enumerate(display):
        start, stop = clock, clock
        if index in heard:
            start = min(max(round(heard[index][0] * 1000), clock), end_ms)
            stop = min(max(round(heard[index][1] * 1000), start), end_ms)
        timed.append([text, start, stop])
        clock = stop
    return timed


def phone_times(phones: Sequence[tuple[str, float, float]], length_s: float) -> Timed:
    """Return [symbol, start_ms, end_ms] from times in seconds, in order, inside the audio, without the empty ones."""
    end_ms = int(length_s * 1000)
    clock = 0
    timed: Timed = []
    for symbol, start, stop in phones:
        begins = min(max(round(start * 1000), clock), end_ms)
        ends = min(max(round(stop * 1000), begins), end_ms)
        if ends > begins:
            timed.append([symbol, begins, ends])
            clock = ends
    return timed
