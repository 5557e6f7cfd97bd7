"""Words as they are drawn: which face each part is in, how wide it is, and in which direction it runs.

A word is shaped whole by HarfBuzz (through Skia's text layout), so that Arabic joins and Devanagari stacks. A line is a
row of words, put in the order in which they are seen; so each word of it can be lit, boxed or moved by itself.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache, lru_cache
from unicodedata import bidirectional

import skia

from .fonts import Face, drawable, is_own, own_faces, own_family, system_faces
from .writing import clusters, direction

# Goes up when letters are drawn another way, so that no picture made the old way is used again.
LETTERING = 1

_WIDEST = 1e6
# Sets a word's direction without changing what stands around it.
_RIGHT_TO_LEFT, _LEFT_TO_RIGHT, _END = "\u2067", "\u2066", "\u2069"
_SYSTEM_FAMILY = "Noto Sans"
# Of an em: where letters stand on the line, and how far they reach above and below it, in faces of any script.
ASCENT, DESCENT = 0.96, 0.30


@dataclass(frozen=True, slots=True)
class Type:
    """How letters are set: face, size in pixels and what is added between letters, in ems."""

    face: Face
    size: float
    tracking: float = 0.0

    def sized(self, size: float) -> Type:
        return replace(self, size=size)


def width(text: str, set_in: Type, base: str = "ltr") -> float:
    """How far the text reaches, in pixels, with what stands between its letters."""
    return sum(advance for _, advance in _parts(text, set_in, base))


def draw(
    canvas: skia.Canvas, text: str, at: tuple[float, float], set_in: Type, paint: skia.Paint, base: str = "ltr"
) -> None:
    """Draw the text from the left end of its base line at `at`."""
    x, y = at
    for part, advance in _parts(text, set_in, base):
        paragraph = _laid_out(part, set_in, base, paint)
        paragraph.paint(canvas, x, y - paragraph.AlphabeticBaseline)
        x += advance


@lru_cache(maxsize=1 << 14)
def _parts(text: str, set_in: Type, base: str) -> tuple[tuple[str, float], ...]:
    """The text divided by who draws it, each part with its advance in pixels."""
    text = drawable(text)
    plain = skia.Paint()
    return tuple((part, _laid_out(part, set_in, base, plain).LongestLine) for part in _divided(text, set_in.face))


def _divided(text: str, face: Face) -> list[str]:
    """Parts that our own face draws, and those that the system's do.

    What holds letters from right to left stays whole, because its parts would have to change places.
    """
    if not text:
        return []
    if any(bidirectional(sign) in ("R", "AL") for sign in text):
        return [text]
    parts: list[tuple[bool, str]] = []
    for cluster in clusters(text):
        own = all(is_own(sign, face) for sign in cluster)
        if parts and parts[-1][0] == own:
            parts[-1] = (own, parts[-1][1] + cluster)
        else:
            parts.append((own, cluster))
    return [part for _, part in parts]


def _laid_out(text: str, set_in: Type, base: str, paint: skia.Paint) -> skia.textlayout_Paragraph:
    own = all(is_own(sign, set_in.face) for sign in text)
    style = skia.textlayout.TextStyle()
    style.setFontFamilies([own_family(set_in.face.family) if own else _SYSTEM_FAMILY])
    style.setFontStyle(set_in.face.style)
    style.setFontSize(set_in.size)
    # Letters that join must not be drawn apart.
    if set_in.tracking and direction(text) != "rtl":
        style.setLetterSpacing(set_in.tracking * set_in.size)
    style.setForegroundPaint(paint)
    paragraphs = skia.textlayout.ParagraphStyle()
    paragraphs.setTextStyle(style)
    builder = skia.textlayout.ParagraphBuilder.make(paragraphs, _collection(own=own), _unicode())
    builder.pushStyle(style)
    around = _RIGHT_TO_LEFT if base == "rtl" else _LEFT_TO_RIGHT
    builder.addText(text if own and base == "ltr" else f"{around}{text}{_END}")
    paragraph = builder.Build()
    paragraph.layout(_WIDEST)
    return paragraph


@cache
def _collection(*, own: bool) -> skia.textlayout_FontCollection:
    collection = skia.textlayout.FontCollection()
    if own:
        collection.setDefaultFontManager(own_faces(), own_family(""))
    else:
        collection.setDefaultFontManager(system_faces())
    return collection


@cache
def _unicode() -> skia.Unicode:
    return skia.Unicodes.ICU.Make()
