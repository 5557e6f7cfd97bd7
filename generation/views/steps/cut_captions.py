"""How captions are drawn over the timeline: the same phrases, letters and places as in the film that is made of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final

from generation.media.captions import CaptionLayout, Phrase, phrases
from generation.media.formats import Format
from generation.media.timeline import CaptionWord

LIT: Final = "#ffc83c"
"""The colour of the word that is spoken."""

_FONT_HEIGHT: Final = 1.366
"""Manrope from its highest to its lowest point, in ems."""


@dataclass(frozen=True)
class Look:
    """One way in which captions look, as a browser draws it. Lengths are in ems.

    `lights` says what becomes of the spoken word: nothing, "word" (it takes the colour), "fill" (the colour runs
    through it) or "pop" (it takes the colour and its phrase jumps in).
    """

    weight: int = 800
    scale: float = 1.0
    lights: str = ""
    outline: float = 0.0
    shadow: float = 0.0
    box: float = 0.0
    capitals: bool = False


_USUAL: Final = Look(lights="word", outline=0.1, shadow=0.05)
LOOKS: Final = {
    "word": _USUAL,
    "classic": Look(weight=600, scale=1.02, outline=0.035, shadow=0.1),
    "box": Look(weight=700, scale=0.92, box=0.72),
    "pop": Look(scale=1.5, lights="pop", outline=0.12, shadow=0.08, capitals=True),
    "karaoke": Look(scale=1.06, lights="fill", outline=0.1, shadow=0.06),
}


def captions(words: Sequence[CaptionWord], fmt: Format, style: str, language: str) -> dict[str, Any]:
    """Return a film's captions: every phrase with its lines of words and their times, and how they are drawn.

    Lengths are parts of the picture's height (`size`, `bottom`, `top`) or width (`side`).
    """
    layout, look = CaptionLayout.of(fmt), LOOKS.get(style, _USUAL)
    return {
        "look": asdict(look),
        "lit": LIT,
        "language": language,
        "size": round(layout.font_size / _FONT_HEIGHT / fmt.height * look.scale, 5),
        "bottom": round(layout.bottom / fmt.height, 4),
        "top": round(fmt.safe_zone.top + 0.015, 4),
        "side": round(layout.left / fmt.width, 4),
        "phrases": [_phrase(phrase) for phrase in phrases(words, fmt)],
    }


def _phrase(phrase: Phrase) -> dict[str, Any]:
    words = iter(phrase.words)
    lines = [
        [[word.text, word.start_ms, word.end_ms] for word, _ in zip(words, range(n), strict=False)]
        for n in phrase.lines
    ]
    return {"start_ms": phrase.start_ms, "end_ms": phrase.end_ms, "lines": lines}
