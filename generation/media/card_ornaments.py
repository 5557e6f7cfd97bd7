"""The ornaments of cards: rules, bars, stars, echoes and light, each growing as the card comes."""

from __future__ import annotations

from collections.abc import Callable
from math import cos, pi, sin

import skia

from .card_colours import CardColours
from .card_layout import CardLayout, letter_type
from .colours import Colour
from .lettering import draw

_THIN, _THICK = 0.02, 0.085
_ECHOES = 3


def draw_ornament(canvas: skia.Canvas, layout: CardLayout, colours: CardColours, come: float, whole: float) -> None:
    """Draw what goes with the words of a card that has come this far, 0 to 1, of which `whole` is over, 0 to 1."""
    drawing = _ORNAMENTS.get(layout.design.ornament)
    if drawing is not None:
        drawing(canvas, layout, colours, _eased(come), whole)


def _rule(canvas: skia.Canvas, layout: CardLayout, colours: CardColours, come: float, _: float) -> None:
    middle, half = _middle(layout), come * 0.16 * _span(layout)
    y = layout.title_bottom + 0.12 * layout.size
    canvas.drawLine(middle - half, y, middle + half, y, _line(colours.accent, _stroke(layout, _THIN)))


def _diamond(canvas: skia.Canvas, layout: CardLayout, colours: CardColours, come: float, _: float) -> None:
    middle, y = _middle(layout), layout.title_bottom + 0.14 * layout.size
    side, gap, reach = 0.09 * layout.size, 0.2 * layout.size, come * 0.3 * _span(layout)
    thin = _line(colours.text, _stroke(layout, _THIN))
    if reach > gap:
        canvas.drawLine(middle - reach, y, middle - gap, y, thin)
        canvas.drawLine(middle + gap, y, middle + reach, y, thin)
    path = skia.Path()
    path.moveTo(middle, y - side).lineTo(middle + side, y).lineTo(middle, y + side).lineTo(middle - side, y).close()
    canvas.drawPath(path, _fill(colours.text, come))


def _bar(canvas: skia.Canvas, layout: CardLayout, colours: CardColours, come: float, _: float) -> None:
    wide = _stroke(layout, _THICK)
    x = layout.right + 0.22 * layout.size if layout.base == "rtl" else layout.left - 0.22 * layout.size - wide
    top, bottom = layout.top + 0.08 * layout.size, layout.bottom - 0.04 * layout.size
    canvas.drawRect(skia.Rect.MakeLTRB(x, bottom - (bottom - top) * come, x + wide, bottom), _fill(colours.accent))


def _short_line(canvas: skia.Canvas, layout: CardLayout, colours: CardColours, come: float, _: float) -> None:
    long = 1.6 * layout.size * come
    x = layout.right - long if layout.base == "rtl" else layout.left
    y = layout.top - 0.3 * layout.size
    canvas.drawRect(skia.Rect.MakeXYWH(x, y, long, _stroke(layout, 0.07)), _fill(colours.accent))


def _underline(canvas: skia.Canvas, layout: CardLayout, colours: CardColours, come: float, _: float) -> None:
    last = max(word.line for word in layout.words)
    row = [word for word in layout.words if word.line == last]
    left, right = min(word.left for word in row), max(word.right for word in row)
    y = row[0].parts[0].y + 0.2 * layout.size
    reach = (right - left) * come
    start = right - reach if layout.base == "rtl" else left
    high = _stroke(layout, _THICK)
    canvas.drawRoundRect(skia.Rect.MakeXYWH(start, y, reach, high), high / 2, high / 2, _fill(colours.accent))


def _flourish(canvas: skia.Canvas, layout: CardLayout, colours: CardColours, come: float, _: float) -> None:
    middle, y, reach = _middle(layout), layout.title_bottom + 0.16 * layout.size, 0.22 * _span(layout)
    high = 0.09 * layout.size
    path = skia.Path()
    path.moveTo(middle - reach, y)
    path.cubicTo(middle - reach / 2, y - high * 2, middle - reach / 4, y + high * 2, middle, y)
    path.cubicTo(middle + reach / 4, y - high * 2, middle + reach / 2, y + high * 2, middle + reach, y)
    canvas.save()
    canvas.clipRect(skia.Rect.MakeLTRB(middle - reach * come - 2, y - 99, middle + reach * come + 2, y + 99))
    canvas.drawPath(path, _line(colours.accent, _stroke(layout, _THIN * 1.3)))
    canvas.restore()


def _stars(canvas: skia.Canvas, layout: CardLayout, colours: CardColours, come: float, whole: float) -> None:
    middle, reach = _middle(layout), 0.5 * (layout.right - layout.left) + 0.1 * layout.size
    for index in range(7):
        part = index / 6
        x = middle - reach + 2 * reach * part
        y = layout.top - (0.08 + 0.22 * sin(part * pi)) * layout.size
        twinkle = 0.75 + 0.25 * sin(whole * 9 + index * 2.1)
        size = (0.1 if index % 2 else 0.06) * layout.size * twinkle * min(1.0, max(0.0, come * 2 - part))
        canvas.drawPath(_star(x, y, size), _fill(colours.accent))


def _echoes(canvas: skia.Canvas, layout: CardLayout, colours: CardColours, come: float, _: float) -> None:
    """The words again, behind themselves, in the film's other colours."""
    shades = [colour for colour in colours.many if colour != colours.text] or [colours.accent]
    for number in range(_ECHOES, 0, -1):
        away = 0.045 * layout.size * number * come
        paint = _fill(shades[(number - 1) % len(shades)])
        for word in layout.words:
            for part in word.parts:
                at = (part.x + away * (-1 if layout.base == "rtl" else 1), part.y + away)
                draw(canvas, part.text, at, letter_type(layout.design, part.size), paint, layout.base)


def _glow(canvas: skia.Canvas, layout: CardLayout, colours: CardColours, come: float, whole: float) -> None:
    strength = come * (0.85 + 0.15 * sin(whole * 17))
    for wide, alpha in ((0.22, 0.55), (0.07, 0.8)):
        paint = _fill(colours.accent, alpha * strength)
        paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, wide * layout.size))
        for word in layout.words:
            for part in word.parts:
                draw(canvas, part.text, (part.x, part.y), letter_type(layout.design, part.size), paint, layout.base)


def _star(x: float, y: float, size: float) -> skia.Path:
    path = skia.Path()
    for point in range(8):
        reach = size if point % 2 == 0 else size * 0.36
        angle = point * pi / 4 - pi / 2
        to = (x + reach * cos(angle), y + reach * sin(angle))
        path.moveTo(*to) if point == 0 else path.lineTo(*to)
    path.close()
    return path


def _middle(layout: CardLayout) -> float:
    return (min(word.left for word in layout.words) + max(word.right for word in layout.words)) / 2


def _span(layout: CardLayout) -> float:
    return max(word.right for word in layout.words) - min(word.left for word in layout.words)


def _stroke(layout: CardLayout, part: float) -> float:
    return max(1.5, part * layout.size)


def _eased(part: float) -> float:
    return part * part * (3 - 2 * part)


def _fill(colour: Colour, alpha: float = 1.0) -> skia.Paint:
    return skia.Paint(AntiAlias=True, Color=skia.Color(*colour, round(255 * min(1.0, max(0.0, alpha)))))


def _line(colour: Colour, wide: float) -> skia.Paint:
    paint = _fill(colour)
    paint.setStyle(skia.Paint.kStroke_Style)
    paint.setStrokeWidth(wide)
    paint.setStrokeCap(skia.Paint.kRound_Cap)
    return paint


_Drawing = Callable[[skia.Canvas, CardLayout, CardColours, float, float], None]
_ORNAMENTS: dict[str, _Drawing] = {
    "rule": _rule,
    "diamond": _diamond,
    "bar": _bar,
    "line": _short_line,
    "underline": _underline,
    "flourish": _flourish,
    "stars": _stars,
    "echoes": _echoes,
    "glow": _glow,
}
