"""Words with times -> phrases -> captions: burned in with the spoken word lit, or as SRT and WebVTT files.

Phrases are made once for the whole film and then cut by shots. What one shot shows is described in frames from the
shot's own start, so that a shot which only moves keeps its captions, and its encoded picture, as they are.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path
from unicodedata import category

from PIL import ImageFont

from .formats import Format
from .timeline import CaptionWord, Timeline

FONT_NAME = "Manrope ExtraBold"
MAX_WORDS = 6
# A longer silence ends a phrase: holding words over it would show them long after they were said.
PAUSE_MS = 600
# The shortest time in which a phrase can be read, and how long one stays after its last word.
READABLE_MS = 800
HOLD_MS = 250

_SENTENCE_ENDS = ".!?…。！？؟"
_CLAUSE_ENDS = ",;:—–-،、"
_CLOSERS = "\"'”’»)]"
# Words that belong to what follows, so that a phrase reads badly when it ends on one.
# fmt: off
_LEANING = frozenset((
    "a", "an", "the", "of", "in", "on", "at", "to", "by", "for", "from", "with", "into", "over", "under", "and",
    "or", "but", "nor", "as", "if", "than", "that", "who", "whose", "my", "your", "his", "her", "its", "our",
    "their", "this", "is", "was", "are", "were", "be", "no", "not", "very", "when", "where", "while", "because",
))
# fmt: on

# What it costs to divide words badly; only the order of the figures matters. A lone word is worst, then a phrase too
# short to read, then one that runs over the end of a sentence, then uneven lengths.
_LONE_WORD = 100.0
_UNREADABLE = 60.0
_RUNS_OVER_SENTENCE = 25.0
_RUNS_OVER_CLAUSE = 3.0
_BREAKS_INSIDE_CLAUSE = 8.0
_ENDS_ON_LEANING_WORD = 6.0
_BEST_WORDS = 4


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words shown together, laid out in lines; `lines` holds how many words stand on each."""

    words: tuple[CaptionWord, ...]
    lines: tuple[int, ...]
    end_ms: int

    @property
    def start_ms(self) -> int:
        return self.words[0].start_ms


@dataclass(frozen=True, slots=True)
class CaptionEvent:
    """What is shown from frame `start` up to frame `end` of a shot: the words by line, and which one is lit."""

    start: int
    end: int
    lines: tuple[tuple[str, ...], ...]
    lit: int


@dataclass(frozen=True, slots=True)
class CaptionLayout:
    """Where captions stand in a format, in pixels."""

    font_size: int
    left: int
    right: int
    bottom: int

    @classmethod
    def of(cls, fmt: Format) -> CaptionLayout:
        zone = fmt.safe_zone
        # Centred text looks centred only when both margins are the wider one.
        side = round(max(zone.left, zone.right) * fmt.width)
        # Phones show a narrow picture small, so its letters are larger for their width.
        size = 0.062 * fmt.height if fmt.width > fmt.height else 0.09 * fmt.width
        return cls(font_size=round(size), left=side, right=side, bottom=round((zone.bottom + 0.015) * fmt.height))


def fonts_folder() -> Path:
    """The folder of the caption font."""
    import font_manrope

    return Path(font_manrope.font_directory)


def phrases(words: Sequence[CaptionWord], fmt: Format) -> list[Phrase]:
    """Divide the words into phrases of at most six words and two lines.

    A phrase ends at every pause over 600 ms, and best at punctuation; a word stands alone only when nothing is near.
    """
    clean = [CaptionWord(_printable(word.text), word.start_ms, word.end_ms) for word in words]
    ordered = sorted((word for word in clean if word.text), key=lambda word: word.start_ms)
    room = _line_room(fmt)
    divided = [part for run in _runs(ordered) for part in _divide(run, room)]
    result = []
    for index, part in enumerate(divided):
        following = divided[index + 1][0].start_ms if index + 1 < len(divided) else None
        result.append(Phrase(tuple(part), _lines(part, room), _end_ms(part, following)))
    return result


def shot_events(timeline: Timeline, fmt: Format, shown: Sequence[Phrase] | None = None) -> list[list[CaptionEvent]]:
    """For each shot of the timeline, what its captions show, in frames from the shot's start.

    A phrase that runs over a cut goes on in the next shot where it was.
    """
    shown = phrases(timeline.words, fmt) if shown is None else shown
    starts, ends = [phrase.start_ms for phrase in shown], [phrase.end_ms for phrase in shown]
    frame_ms = 1000 / timeline.rate
    result: list[list[CaptionEvent]] = []
    for index, shot in enumerate(timeline.picture):
        start_ms = timeline.starts_ms(index)
        # No phrase starts or ends before the one it follows. A frame more on each side, for what rounding brings in.
        first = bisect_left(ends, start_ms - frame_ms)
        last = bisect_right(starts, start_ms + (shot.frames + 1) * frame_ms)
        near = shown[first:last]
        result.append([event for phrase in near for event in _events(phrase, start_ms, shot.frames, timeline.rate)])
    return result


def to_ass(events: Sequence[CaptionEvent], fmt: Format) -> str:
    """An ASS document for one shot, in the format's size, with the spoken word in colour."""
    layout = CaptionLayout.of(fmt)
    lines = [_ass_line(event, fmt, layout) for event in events if event.end > event.start]
    return _ASS_HEAD.format(
        width=fmt.width,
        height=fmt.height,
        font=FONT_NAME,
        size=layout.font_size,
        outline=f"{layout.font_size / 14:.1f}",
        shadow=f"{layout.font_size / 40:.1f}",
        left=layout.left,
        right=layout.right,
        bottom=layout.bottom,
    ) + "".join(lines)


def to_srt(shown: Sequence[Phrase]) -> str:
    """The whole film's captions as SubRip, one cue for each phrase."""
    cues = [
        f"{number}\n{_clock(phrase.start_ms, ',')} --> {_clock(phrase.end_ms, ',')}\n{_plain(phrase, _srt_text)}\n"
        for number, phrase in enumerate(shown, start=1)
    ]
    return "\n".join(cues)


def to_vtt(shown: Sequence[Phrase]) -> str:
    """The whole film's captions as WebVTT, one cue for each phrase."""
    cues = [
        f"{_clock(phrase.start_ms, '.')} --> {_clock(phrase.end_ms, '.')}\n{_plain(phrase, _vtt_text)}\n"
        for phrase in shown
    ]
    return "\n".join(["WEBVTT\n", *cues])


# Words into phrases.


def _printable(text: str) -> str:
    """The text on one line, without control characters and halves of characters, which no file can hold."""
    return " ".join("".join(sign if category(sign) not in ("Cc", "Cs") else " " for sign in text).split())


def _runs(words: Sequence[CaptionWord]) -> list[list[CaptionWord]]:
    """Words with no long pause between them."""
    runs: list[list[CaptionWord]] = []
    for word in words:
        if runs and word.start_ms - runs[-1][-1].end_ms <= PAUSE_MS:
            runs[-1].append(word)
        else:
            runs.append([word])
    return runs


def _divide(run: list[CaptionWord], room: float) -> list[list[CaptionWord]]:
    """The cheapest division of a run into phrases that fit."""
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(run) + 1):
        choices = []
        for start in range(max(0, end - MAX_WORDS), end):
            if end - start > 1 and not _fits(run[start:end], room):
                continue
            choices.append((best[start][0] + _cost(run, start, end), start))
        best.append(min(choices))
    parts, end = [], len(run)
    while end:
        start = best[end][1]
        parts.append(run[start:end])
        end = start
    return parts[::-1]


def _cost(run: list[CaptionWord], start: int, end: int) -> float:
    part = run[start:end]
    cost = float((len(part) - _BEST_WORDS) ** 2)
    if len(part) == 1 and len(run) > 1:
        cost += _LONE_WORD
    if end < len(run):
        if run[end].start_ms - part[0].start_ms < READABLE_MS:
            cost += _UNREADABLE
        if not _ends(part[-1], _SENTENCE_ENDS + _CLAUSE_ENDS):
            cost += _BREAKS_INSIDE_CLAUSE
            if part[-1].text.lower() in _LEANING:
                cost += _ENDS_ON_LEANING_WORD
    for word in part[:-1]:
        if _ends(word, _SENTENCE_ENDS):
            cost += _RUNS_OVER_SENTENCE
        elif _ends(word, _CLAUSE_ENDS):
            cost += _RUNS_OVER_CLAUSE
    return cost


def _ends(word: CaptionWord, marks: str) -> bool:
    return word.text.rstrip(_CLOSERS).endswith(tuple(marks))


def _end_ms(part: Sequence[CaptionWord], following_ms: int | None) -> int:
    end = max(part[-1].end_ms + HOLD_MS, part[0].start_ms + READABLE_MS)
    return end if following_ms is None else min(end, following_ms)


# Phrases into lines.


@cache
def _font() -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(fonts_folder() / "Manrope-ExtraBold.ttf", 100)


def _width(words: Sequence[CaptionWord]) -> float:
    """Width of the words on one line, in heights of the font."""
    # Letters stand nearer or further only beside their neighbours, so a line is as wide as its pairs of words, less
    # what they share. A long text has far fewer pairs than lines that its words could stand on.
    if len(words) == 1:
        return _text_width(words[0].text)
    pairs = sum(_text_width(f"{one.text} {other.text}") for one, other in pairwise(words))
    return pairs - sum(_text_width(word.text) for word in words[1:-1])


@lru_cache(maxsize=1 << 15)
def _text_width(text: str) -> float:
    ascent, descent = _font().getmetrics()
    # ASS counts a font's size from its highest to its lowest point, Pillow counts its em.
    return _font().getlength(text) / (ascent + descent)


def _line_room(fmt: Format) -> float:
    layout = CaptionLayout.of(fmt)
    return (fmt.width - layout.left - layout.right) / layout.font_size


def _fits(words: Sequence[CaptionWord], room: float) -> bool:
    return _width(words) <= room or any(max(widths) <= room for _, widths in _layouts(words))


def _lines(words: Sequence[CaptionWord], room: float) -> tuple[int, ...]:
    """One line when the words fit it; else the most even two, the lower one rather the longer."""
    (one, (width,)), *two = _layouts(words)
    if width <= room or not two:
        return one
    return min(two, key=lambda layout: (round(max(layout[1]), 3), layout[0]))[0]


def _layouts(words: Sequence[CaptionWord]) -> list[tuple[tuple[int, ...], tuple[float, ...]]]:
    layouts: list[tuple[tuple[int, ...], tuple[float, ...]]] = [((len(words),), (_width(words),))]
    for cut in range(1, len(words)):
        layouts.append(((cut, len(words) - cut), (_width(words[:cut]), _width(words[cut:]))))
    return layouts


# Phrases into a shot's events.


def _events(phrase: Phrase, start_ms: Fraction, frames: int, rate: Fraction) -> list[CaptionEvent]:
    times = [*(word.start_ms for word in phrase.words), phrase.end_ms]
    marks = [round((time - start_ms) * rate / 1000) for time in times]
    if marks[-1] <= 0 or marks[0] >= frames:
        return []
    lines = _by_line(phrase)
    events = []
    for lit, (start, end) in enumerate(pairwise(marks)):
        start, end = max(0, start), min(frames, end)
        if end > start:
            events.append(CaptionEvent(start, end, lines, lit))
    return events


def _by_line(phrase: Phrase) -> tuple[tuple[str, ...], ...]:
    texts = iter(word.text for word in phrase.words)
    return tuple(tuple(next(texts) for _ in range(count)) for count in phrase.lines)


# Writing it down.

_ASS_HEAD = """[Script Info]
ScriptType: v4.00+
PlayResX: {width}
PlayResY: {height}
WrapStyle: 2
ScaledBorderAndShadow: yes
YCbCr Matrix: TV.709

[V4+ Styles]
Format: Name,Fontname,Fontsize,PrimaryColour,SecondaryColour,OutlineColour,BackColour,Bold,Italic,Underline,StrikeOut,\
ScaleX,ScaleY,Spacing,Angle,BorderStyle,Outline,Shadow,Alignment,MarginL,MarginR,MarginV,Encoding
Style: Caption,{font},{size},&H00FFFFFF,&H00FFFFFF,&H00201018,&H80000000,0,0,0,0,\
100,100,0,0,1,{outline},{shadow},2,{left},{right},{bottom},1

[Events]
Format: Layer,Start,End,Style,Name,MarginL,MarginR,MarginV,Effect,Text
"""

# ASS writes colours as blue, green, red: this is #FFC83C.
_LIT = r"{\c&H3CC8FF&}"
_UNLIT = r"{\c&HFFFFFF&}"
# Joins without showing: put after a sign that would start a command, it makes the sign plain text.
_WORD_JOINER = "\u2060"


def _ass_line(event: CaptionEvent, fmt: Format, layout: CaptionLayout) -> str:
    number, lines = 0, []
    for words in event.lines:
        shown = []
        for word in words:
            text = _ass_text(word)
            shown.append(f"{_LIT}{text}{_UNLIT}" if number == event.lit else text)
            number += 1
        lines.append(" ".join(shown))
    start, end = _ass_clock(event.start / fmt.rate), _ass_clock(event.end / fmt.rate)
    text = _shrink(event, fmt, layout) + r"\N".join(lines)
    return f"Dialogue: 0,{start},{end},Caption,,0,0,0,,{text}\n"


def _shrink(event: CaptionEvent, fmt: Format, layout: CaptionLayout) -> str:
    """A smaller size for a word that is wider than the line."""
    room = _line_room(fmt)
    widest = max(_width([CaptionWord(" ".join(line), 0, 0)]) for line in event.lines)
    return "" if widest <= room else rf"{{\fs{max(1, int(layout.font_size * room / widest))}}}"


def _ass_text(text: str) -> str:
    return text.replace("\\", "\\" + _WORD_JOINER).replace("{", r"\{").replace("}", r"\}")


def _srt_text(text: str) -> str:
    # SubRip has no way to escape; players take <i> and {\an8} for orders only when nothing stands between.
    return text.replace("<", "<" + _WORD_JOINER).replace("{", "{" + _WORD_JOINER).replace("-->", "→")


def _vtt_text(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _plain(phrase: Phrase, escape: Callable[[str], str]) -> str:
    return "\n".join(" ".join(escape(word) for word in line) for line in _by_line(phrase))


def _ass_clock(seconds: Fraction) -> str:
    # Rounded down: a frame's time must not lie before the event that starts on it.
    hundredths = int(seconds * 100)
    return f"{hundredths // 360_000}:{hundredths // 6000 % 60:02d}:{hundredths // 100 % 60:02d}.{hundredths % 100:02d}"


def _clock(time_ms: int, point: str) -> str:
    seconds, milliseconds = divmod(max(0, time_ms), 1000)
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}{point}{milliseconds:03d}"
