"""Words as a voice would time them, and films that hold only words."""

from __future__ import annotations

from fractions import Fraction

import pytest

from generation.media.fonts import missing_scripts
from generation.media.formats import format_for
from generation.media.timeline import Captions, CaptionWord, Clip, PictureClip, Timeline

WIDE = format_for("16:9", "draft")
TALL = format_for("9:16", "draft")


def said(text: str, *, start_ms: int = 0, each_ms: int = 300) -> tuple[CaptionWord, ...]:
    """The words of a text, evenly spoken."""
    return tuple(
        CaptionWord(word, start_ms + index * each_ms, start_ms + index * each_ms + each_ms - 20)
        for index, word in enumerate(text.split(" "))
    )


def film(words: tuple[CaptionWord, ...], *frames: int, shift_ms: int = 0, style: str = "") -> Timeline:
    """Shots of these lengths; with a shift, after one more shot that long."""
    lead = round(Fraction(shift_ms, 1000) * WIDE.rate)
    lengths = ([lead] if lead else []) + list(frames)
    starts = [sum(lengths[:index]) for index in range(len(lengths))]
    placed = tuple(PictureClip(Clip("a", None, ""), start, count) for start, count in zip(starts, lengths, strict=True))
    moved = tuple(CaptionWord(word.text, word.start_ms + shift_ms, word.end_ms + shift_ms) for word in words)
    return Timeline(WIDE.rate, placed, words=moved, captions=Captions(style))


def drawing(text: str) -> pytest.MarkDecorator:
    """Skip a test where the machine has no letters for a text: those beyond Latin, Greek and Cyrillic are its own."""
    return pytest.mark.skipif(bool(missing_scripts(text)), reason=f"no letters for {text!r} on this machine")
