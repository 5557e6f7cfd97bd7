"""Captions as files beside the film: SubRip and WebVTT."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from .caption_styles import STYLES, CaptionStyle
from .phrases import Phrase, base_direction

FILE_STYLE: CaptionStyle = STYLES["classic"]
"""Players draw these themselves, so they are divided as subtitles are, whatever is burned into the picture."""

# Joins without showing: put after a sign that would start a command, it makes the sign plain text.
_WORD_JOINER = "\u2060"
# Says that the line runs from right to left, for players that would go by its first letter.
_RIGHT_TO_LEFT = "\u200f"


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


def _plain(phrase: Phrase, escape: Callable[[str], str]) -> str:
    mark = _RIGHT_TO_LEFT if base_direction(phrase.words) == "rtl" else ""
    lines = []
    for words in phrase.by_line:
        text = "".join(("" if word.joined or not index else " ") + word.text for index, word in enumerate(words))
        lines.append(mark + escape(text))
    return "\n".join(lines)


def _srt_text(text: str) -> str:
    # SubRip has no way to escape; players take <i> and {\an8} for orders only when nothing stands between.
    return text.replace("<", "<" + _WORD_JOINER).replace("{", "{" + _WORD_JOINER).replace("-->", "→")


def _vtt_text(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _clock(time_ms: int, point: str) -> str:
    seconds, milliseconds = divmod(max(0, time_ms), 1000)
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}{point}{milliseconds:03d}"
