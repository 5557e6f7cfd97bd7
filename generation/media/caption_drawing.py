"""A shot's captions -> the frames of an overlay: each style's letters, boxes and movement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import skia

from .caption_styles import CaptionStyle, caption_style
from .captions import CaptionEvent, ShownWord, blank, line_width
from .colours import INK, WHITE, Colour, lit_colour
from .formats import Format
from .lettering import ASCENT, DESCENT, draw, width
from .overlay import Canvas, Overlay, Pixels, Region, write_overlay
from .phrases import CaptionLayout, caption_type
from .placement import LINE_HEIGHT, block_box, block_size
from .timeline import Captions
from .writing import direction, seen_order

# Goes up when captions are drawn another way, so that no segment made the old way is used again.
DRAWING = 1

# A phrase jumps in over this long, from this size, and a little beyond its own.
_POP_S = Fraction(1, 6)
_POP_FROM, _POP_BEYOND = 0.78, 1.06
_BOX_ROUND = 0.28
_BOX_PAD = (0.46, 0.16)


@dataclass(frozen=True, slots=True)
class _Look:
    """What a shot's captions are drawn with. `size` is an em in pixels."""

    style: CaptionStyle
    lit: Colour
    size: float
    fmt: Format


@dataclass(frozen=True, slots=True)
class _Placed:
    """A word where it is drawn: the left end of its base line, its width, and its place in the phrase."""

    word: ShownWord
    x: float
    y: float
    width: float


def draw_captions(events: Sequence[CaptionEvent], chosen: Captions, fmt: Format, path: Path) -> Overlay:
    """Draw a shot's captions as a film to lay over it. There must be events, in order, all at one place."""
    style = caption_style(chosen.style)
    look = _Look(style, lit_colour(chosen.palette), CaptionLayout.of(fmt, style).size, fmt)
    region = _region(events, look)
    return write_overlay(_frames(events, look, Canvas(region)), region, fmt.rate, path)


def _region(events: Sequence[CaptionEvent], look: _Look) -> Region:
    """The part of the picture that any of the events draws on."""
    margin = look.size * (0.8 + look.style.outline + look.style.shadow)
    words = [word for event in events for word in _row(event, look)]
    spread = _POP_BEYOND - 1 if look.style.lights == "pop" else 0.0
    across = max((word.x + word.width for word in words), default=0.0) - min((word.x for word in words), default=0.0)
    return Region.around(
        min(word.x for word in words) - margin - across * spread,
        min(word.y for word in words) - ASCENT * look.size - margin,
        max(word.x + word.width for word in words) + margin + across * spread,
        max(word.y for word in words) + DESCENT * look.size + margin,
        (look.fmt.width, look.fmt.height),
    )


def _row(event: CaptionEvent, look: _Look) -> list[_Placed]:
    """Every word of the phrase where it is drawn, in the order in which they are read."""
    size = look.size * event.shrink
    set_in = caption_type(look.style, size)
    widths = [line_width(line, look.style, size, event.base) for line in event.lines]
    block = block_size(max(widths), len(event.lines), look.size, look.fmt)
    _, top, _, bottom = (edge * look.fmt.height for edge in block_box(event.place, block, look.fmt))
    height = len(event.lines) * LINE_HEIGHT * look.size
    placed: list[_Placed] = []
    for number, (line, across) in enumerate(zip(event.lines, widths, strict=True)):
        middle = (top + bottom - height) / 2 + (number + 0.5) * LINE_HEIGHT * look.size
        y = middle + (ASCENT - DESCENT) / 2 * size
        x = (look.fmt.width - across) / 2
        found: dict[int, _Placed] = {}
        order = seen_order([word.text for word in line], event.base)
        for seen, index in enumerate(order):
            word = line[index]
            reach = width(word.text, set_in, event.base)
            found[index] = _Placed(word, x, y, reach)
            after = order[seen + 1] if seen + 1 < len(order) else None
            # Of two neighbours, the one read later says whether there is a blank between them.
            gap = 0.0 if after is None or line[max(index, after)].joined else blank(size)
            x += reach + gap
        placed += [found[index] for index in range(len(line))]
    return placed


def _frames(events: Sequence[CaptionEvent], look: _Look, canvas: Canvas) -> Iterator[tuple[int, Pixels]]:
    """The overlay's frames: one for each moment at which something changes, and an empty one after each phrase."""
    for number, event in enumerate(events):
        words = _row(event, look)
        for at in _moments(event, look):
            canvas.clear()
            _draw_phrase(canvas.skia, words, event, at, look)
            yield at, canvas.pixels()
        if number + 1 == len(events) or events[number + 1].start > event.end:
            canvas.clear()
            yield event.end, canvas.pixels()


def _moments(event: CaptionEvent, look: _Look) -> list[int]:
    """The frames on which the phrase looks different from the frame before."""
    found = {event.start}
    words = [word for line in event.lines for word in line]
    if look.style.lights in ("word", "pop"):
        found |= {word.start for word in words}
    if look.style.lights == "pop":
        found |= set(range(event.begins, event.begins + _pop_frames(look) + 1))
    if look.style.lights == "fill":
        found |= {frame for word in words for frame in range(word.start, word.end + 1)}
    return sorted(frame for frame in found if event.start <= frame < event.end)


def _pop_frames(look: _Look) -> int:
    return max(2, round(_POP_S * look.fmt.rate))


def _draw_phrase(canvas: skia.Canvas, words: Sequence[_Placed], event: CaptionEvent, at: int, look: _Look) -> None:
    canvas.save()
    if look.style.lights == "pop":
        _jump(canvas, words, (at - event.begins) / _pop_frames(look), look)
    if look.style.box:
        _draw_boxes(canvas, words, event, look)
    size = look.size * event.shrink
    _draw_ground(canvas, words, size, event.base, look)
    lit = _lit(words, at) if look.style.lights in ("word", "pop") else None
    for index, placed in enumerate(words):
        _draw_word(canvas, placed, size, event.base, _spoken_part(placed, index == lit, at, look), look)
    canvas.restore()


def _jump(canvas: skia.Canvas, words: Sequence[_Placed], part: float, look: _Look) -> None:
    """Make the phrase spring to its size around its own middle."""
    if part >= 1:
        return
    scale = _POP_FROM + (_POP_BEYOND - _POP_FROM) * min(1.0, part / 0.6)
    if part > 0.6:
        scale = _POP_BEYOND + (1 - _POP_BEYOND) * (part - 0.6) / 0.4
    middle = (min(word.y for word in words) + max(word.y for word in words)) / 2 - 0.33 * look.size
    canvas.translate(look.fmt.width / 2, middle)
    canvas.scale(scale, scale)
    canvas.translate(-look.fmt.width / 2, -middle)


def _lit(words: Sequence[_Placed], at: int) -> int | None:
    """The word that was begun last."""
    begun = [index for index, placed in enumerate(words) if placed.word.start <= at]
    return begun[-1] if begun else None


def _spoken_part(placed: _Placed, is_lit: bool, at: int, look: _Look) -> float:  # noqa: FBT001
    """How much of a word is in the colour, 0 to 1."""
    if look.style.lights != "fill":
        return float(is_lit)
    length = max(1, placed.word.end - placed.word.start)
    return min(1.0, max(0.0, (at + 1 - placed.word.start) / length))


def _draw_ground(canvas: skia.Canvas, words: Sequence[_Placed], size: float, base: str, look: _Look) -> None:
    """Shadow and outline of the whole phrase, so that no word's shadow falls on its neighbour."""
    style, set_in = look.style, caption_type(look.style, size)
    passes = []
    if style.shadow:
        soft = _paint(INK, 0.85)
        soft.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, style.shadow * size))
        soft.setStyle(skia.Paint.kStrokeAndFill_Style)
        soft.setStrokeWidth(style.shadow * size)
        passes.append((soft, style.shadow * size * 0.6))
    if style.outline:
        line = _paint(INK, 0.96)
        line.setStyle(skia.Paint.kStrokeAndFill_Style)
        line.setStrokeWidth(2 * style.outline * size)
        line.setStrokeJoin(skia.Paint.kRound_Join)
        passes.append((line, 0.0))
    for paint, down in passes:
        for placed in words:
            draw(canvas, placed.word.text, (placed.x, placed.y + down), set_in, paint, base)


def _draw_word(canvas: skia.Canvas, placed: _Placed, size: float, base: str, spoken: float, look: _Look) -> None:
    set_in = caption_type(look.style, size)
    at = (placed.x, placed.y)
    if spoken < 1:
        draw(canvas, placed.word.text, at, set_in, _paint(WHITE), base)
    if spoken <= 0:
        return
    canvas.save()
    if spoken < 1:
        reach = placed.width * spoken
        backwards = direction(placed.word.text) == "rtl"
        left = placed.x + placed.width - reach if backwards else placed.x
        canvas.clipRect(skia.Rect.MakeXYWH(left, placed.y - 2 * size, reach, 3 * size))
    draw(canvas, placed.word.text, at, set_in, _paint(look.lit), base)
    canvas.restore()


def _draw_boxes(canvas: skia.Canvas, words: Sequence[_Placed], event: CaptionEvent, look: _Look) -> None:
    """A rounded box behind each line; boxes of neighbouring lines run into each other."""
    size = look.size * event.shrink
    across, down = (pad * size for pad in _BOX_PAD)
    boxes, at = skia.Path(), 0
    rows = []
    for line in event.lines:
        row = words[at : at + len(line)]
        at += len(line)
        left, right = min(word.x for word in row), max(word.x + word.width for word in row)
        middle = row[0].y - (ASCENT - DESCENT) / 2 * size
        half = LINE_HEIGHT * look.size / 2 + down
        rows.append((left - across, middle - half, right + across, middle + half))
    for left, top, right, bottom in rows:
        one = skia.Path()
        one.addRoundRect(skia.Rect.MakeLTRB(left, top, right, bottom), _BOX_ROUND * size, _BOX_ROUND * size)
        boxes = skia.Op(boxes, one, skia.PathOp.kUnion_PathOp)
    canvas.drawPath(boxes, _paint(INK, look.style.box))


def _paint(colour: Colour, alpha: float = 1.0) -> skia.Paint:
    return skia.Paint(AntiAlias=True, Color=skia.Color(*colour, round(255 * alpha)))
