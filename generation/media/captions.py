"""Phrases, cut by shots: what each shot shows, from which frame, where in the picture.

Phrases are made once for the whole film. What one shot shows is described in frames from the shot's own start, so that
a shot which only moves keeps its captions, and its encoded picture, as they are.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from .caption_styles import CaptionStyle, caption_style
from .formats import Format
from .lettering import width
from .phrases import CaptionLayout, Phrase, base_direction, caption_type, phrases, shown_text
from .placement import block_size, free_place
from .timeline import CaptionWord, PictureClip, Timeline


@dataclass(frozen=True, slots=True)
class ShownWord:
    """A word as it is drawn, and the frames of the shot from and to which it is spoken; they may lie outside it."""

    text: str
    start: int = 0
    end: int = 0
    joined: bool = False


@dataclass(frozen=True, slots=True)
class CaptionEvent:
    """A phrase that is seen from frame `start` up to frame `end` of a shot, at `place` in the picture.

    `begins` is the frame on which the phrase first appears: below 0 when it runs on from the shot before. `base` is the
    direction it runs in, `shrink` how much smaller than usual its letters are.
    """

    start: int
    end: int
    lines: tuple[tuple[ShownWord, ...], ...]
    begins: int = 0
    base: str = "ltr"
    place: str = "bottom"
    shrink: float = 1.0


def shot_events(timeline: Timeline, fmt: Format, shown: Sequence[Phrase] | None = None) -> list[list[CaptionEvent]]:
    """For each shot of the timeline, what its captions show, in frames from the shot's start.

    A phrase that runs over a cut goes on in the next shot. Within a shot all stand in the same place.
    """
    style, language = caption_style(timeline.captions.style), timeline.captions.language
    shown = phrases(timeline.words, fmt, style, language=language) if shown is None else shown
    starts, ends = [phrase.start_ms for phrase in shown], [phrase.end_ms for phrase in shown]
    frame_ms = 1000 / timeline.rate
    result: list[list[CaptionEvent]] = []
    for index, shot in enumerate(timeline.picture):
        start_ms = timeline.starts_ms(index)
        # No phrase starts or ends before the one it follows. A frame more on each side, for what rounding brings in.
        first = bisect_left(ends, start_ms - frame_ms)
        last = bisect_right(starts, start_ms + (shot.frames + 1) * frame_ms)
        clock = _Clock(start_ms, timeline.rate, shot.frames)
        events = [_event(phrase, clock, style, fmt, language) for phrase in shown[first:last]]
        result.append(_placed([event for event in events if event is not None], shot, style, fmt))
    return result


@dataclass(frozen=True, slots=True)
class _Clock:
    """Turns the film's milliseconds into frames of a shot."""

    start_ms: Fraction
    rate: Fraction
    frames: int

    def frame(self, time_ms: int) -> int:
        # In whole numbers, to the even one from the middle as `round` does: a film asks for its words' frames at once.
        since = time_ms * self.start_ms.denominator - self.start_ms.numerator
        whole = self.start_ms.denominator * self.rate.denominator * 1000
        frame, rest = divmod(since * self.rate.numerator, whole)
        return frame + (2 * rest > whole or (2 * rest == whole and frame % 2 == 1))


def _event(phrase: Phrase, clock: _Clock, style: CaptionStyle, fmt: Format, language: str) -> CaptionEvent | None:
    begins, ends = clock.frame(phrase.start_ms), clock.frame(phrase.end_ms)
    start, end = max(0, begins), min(clock.frames, ends)
    if end <= start:
        return None
    lines = tuple(tuple(_shown(word, clock, style, language) for word in line) for line in phrase.by_line)
    base = base_direction(phrase.words, language)
    event = CaptionEvent(start, end, lines, begins if style.lights == "pop" else 0, base)
    return replace(event, shrink=_shrink(event, style, fmt))


def _shown(word: CaptionWord, clock: _Clock, style: CaptionStyle, language: str) -> ShownWord:
    text = shown_text(word.text, style, language)
    # Where no word is lit, its time decides nothing and stays out of the segment's identity.
    start, end = (clock.frame(word.start_ms), clock.frame(word.end_ms)) if style.lights else (0, 0)
    return ShownWord(text, start, end, joined=word.joined)


def _shrink(event: CaptionEvent, style: CaptionStyle, fmt: Format) -> float:
    """How much smaller a line that is too wide is drawn."""
    layout = CaptionLayout.of(fmt, style)
    widest = max(line_width(line, style, layout.size, event.base) for line in event.lines)
    return round(min(1.0, layout.room(fmt) * layout.size / max(widest, 1.0)), 3)


def line_width(line: Sequence[ShownWord], style: CaptionStyle, size: float, base: str) -> float:
    """How wide a line is drawn in letters of this size, in pixels."""
    set_in = caption_type(style, size)
    blanks = sum(not word.joined for word in line[1:])
    return blanks * blank(size) + sum(width(word.text, set_in, base) for word in line)


def blank(size: float) -> float:
    """The room between two words in letters of this size."""
    return 0.26 * size


def _placed(events: list[CaptionEvent], shot: PictureClip, style: CaptionStyle, fmt: Format) -> list[CaptionEvent]:
    """The events where they cover nothing that matters; none where they are not wanted."""
    if not events or shot.caption_place == "none":
        return []
    size = CaptionLayout.of(fmt, style).size
    widest = max(line_width(line, style, size * event.shrink, event.base) for event in events for line in event.lines)
    block = block_size(widest, max(len(event.lines) for event in events), size, fmt)
    place = free_place(shot, block, fmt)
    return [replace(event, place=place) for event in events] if place else []
