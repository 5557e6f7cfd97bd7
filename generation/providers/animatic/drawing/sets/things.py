"""Where a shot's things go: on the ground, on a small table, or filling the picture."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import skia

from generation.providers.animatic.drawing.canvas import fill, glow, linear
from generation.providers.animatic.drawing.framing import Framing
from generation.providers.animatic.drawing.props import draw_prop, is_drawable, prop_heads, prop_room, prop_word
from generation.providers.animatic.drawing.sizes import size_of
from generation.providers.animatic.drawing.stage import Face, Layer, Painter

from . import furniture
from .site import Site

_MOST = 3
_EDGE = 0.08
"""Kept free at the sides of the picture, for the camera's moves, as a share of its width."""

_TIGHTEST = 0.6
"""How far things are made smaller to find a place; with less than that they are left out."""

_BEHIND = 0.62
"""How large things on the ground are behind the people of a medium shot."""

_LEDGE, _TALL_LEDGE = 0.86, 0.71
"""Where a table's top lies in a medium shot, wide and tall: things on it are above the words of a caption."""

_ON_TABLE = 0.62
"""How high, in heads, a thing on a table is drawn: larger than life, so that it is recognised."""


def things_about(staging: Mapping[str, Any], framing: Framing, site: Site, width: int, height: int) -> list[Layer]:
    """Return layers with the shot's props where no one stands; those deeper than 1 belong before the people.

    Props in someone's hands are left out. Close pictures have room for faces only.
    """
    names = [] if framing.insert else _lying_about(staging)
    size = size_of(staging)
    if not names or size in {"close", "extreme_close", "insert"}:
        return []
    large = [name for name in names if prop_heads(name, site.era)]
    small = [name for name in names if not prop_heads(name, site.era)]
    if size == "medium" and any(spot.y > height for spot in framing.spots):
        return _in_a_medium_shot(large, small, framing, site, (width, height), still=not _anyone_moves(staging))
    unit = max((spot.unit for spot in framing.spots), default=0.45 * height / 5.45)
    ground = max((spot.y for spot in framing.spots), default=0.88 * height)
    free = _Free(width, _taken(framing, unit))
    layers = []
    for name in large:
        layers += _on_ground(name, ground - unit * 0.25, unit * prop_heads(name, site.era), free, site)
    wide = unit * (0.5 + 0.8 * len(small))
    place = free.take(wide) if small else None
    if place:
        shrunk = min(1.0, place[1] / wide)
        layers.append(_on_table(small, place[0], ground - unit * 0.1, unit * shrunk, site))
    return layers


def _taken(framing: Framing, half: float) -> list[tuple[float, float]]:
    """Return where people are, `half` to either side of each, and who stands before the camera."""
    taken = [(spot.x - half, spot.x + half) for spot in framing.spots]
    if framing.shoulder:
        taken.append((framing.shoulder.x - framing.shoulder.unit, framing.shoulder.x + framing.shoulder.unit))
    return taken


class _Free:
    """The stretches of a picture's width where nobody and nothing stands yet."""

    def __init__(self, width: float, taken: Sequence[tuple[float, float]]) -> None:
        self._width = width
        self._taken = list(taken)

    def gaps(self) -> list[tuple[float, float]]:
        """Return them as (left, right), the widest first."""
        edge, gaps = self._width * _EDGE, []
        start = edge
        for left, right in sorted([*self._taken, (self._width - edge, self._width)]):
            if left > start:
                gaps.append((start, left))
            start = max(start, right)
        return sorted(gaps, key=lambda gap: gap[0] - gap[1])

    def fill(self, stretch: tuple[float, float]) -> None:
        """Take the place from the left to the right end of `stretch`."""
        self._taken.append(stretch)

    def take(self, wide: float) -> tuple[float, float] | None:
        """Return the middle of a place for something `wide`, and how much of that width it has; None if too little."""
        gap = next(iter(self.gaps()), None)
        if gap is None or gap[1] - gap[0] < wide * _TIGHTEST:
            return None
        room = min(wide, gap[1] - gap[0])
        slack = gap[1] - gap[0] - room
        nearer = 0.65 if (gap[0] + gap[1]) / 2 < self._width / 2 else 0.35
        left = gap[0] + slack * nearer
        self._taken.append((left, left + room))
        return left + room / 2, room


def _anyone_moves(staging: Mapping[str, Any]) -> bool:
    cast = staging.get("cast")
    return any(entry.get("pose") in {"walk", "run", "kneel"} for entry in cast) if isinstance(cast, list) else False


def _lying_about(staging: Mapping[str, Any]) -> list[str]:
    listed, cast = staging.get("props"), staging.get("cast")
    held = {prop_word(str(entry.get("holds") or "")) for entry in cast} if isinstance(cast, list | tuple) else set()
    names = [str(name) for name in listed] if isinstance(listed, list | tuple) else []
    return [name for name in names if is_drawable(name) and prop_word(name) not in held][:_MOST]


def _in_a_medium_shot(
    large: Sequence[str], small: Sequence[str], framing: Framing, site: Site, size: tuple[int, int], *, still: bool
) -> list[Layer]:
    """Put what stands on the ground behind the people, and what lies on a table on one in a corner before them."""
    width, height = size
    unit = max(spot.unit for spot in framing.spots)
    tall = unit * _ON_TABLE
    beside = _Free(width, framing.bodies)
    if not _corners(beside, width, tall):
        beside = _Free(width, _taken(framing, unit * 0.8))
    corners = _corners(beside, width, tall)
    shown, layers = list(small), []
    top = height * (_LEDGE if width >= height else _TALL_LEDGE)
    if shown and corners:
        left, right = corners[0]
        shown = shown[: int((right - left) / tall)]
        wide = min(right - left, tall * 1.15 * len(shown))
        # Nearer to the people than to the edge, which a moving camera cuts off.
        away = (right - left - wide) * 0.6
        inner = (left + away, left + away + wide) if left <= width * _EDGE else (right - away - wide, right - away)
        layers.append(_ledge(shown, inner, top, tall, site, size, full=False))
        beside.fill(inner)
    elif shown and not site.interior:
        first = max(framing.spots, key=lambda spot: spot.unit)
        stretch = (width * 0.66, width * 0.94) if first.x <= width / 2 else (width * 0.06, width * 0.34)
        layers.append(_ledge(shown[:1], stretch, top, tall, site, size, full=False))
    elif shown and still and framing.chin < top - tall:
        layers.append(_ledge(shown[:2], (width * 0.10, width * 0.90), top, tall, site, size, full=True))
        return layers
    for name in large:
        layers += _on_ground(name, height * 0.97, unit * prop_heads(name, site.era) * _BEHIND, beside, site)
    return layers


def _corners(free: _Free, width: float, least: float) -> list[tuple[float, float]]:
    """Return the stretches wider than `least` at the sides of a picture, the widest first."""
    sides = [gap for gap in free.gaps() if gap[0] <= width * _EDGE or gap[1] >= width * (1 - _EDGE)]
    return [gap for gap in sides if gap[1] - gap[0] > least]


def _on_ground(name: str, y: float, tall: float, free: _Free, site: Site) -> list[Layer]:
    left, top, right = prop_room(name, site.era)
    place = free.take((right - left) * tall)
    if place is None:
        return []
    size = tall * min(1.0, place[1] / ((right - left) * tall), site.height * site.scale * 0.9 / (-top * tall))
    x = place[0] - (left + right) / 2 * size
    return [Layer(f"thing {name}", 0.95, _prop(name, x, y, size, site))]


def _prop(name: str, x: float, y: float, size: float, site: Site) -> Painter:
    def paint(canvas: skia.Canvas, _face: Face) -> None:
        _draw(canvas, name, (x, y), size, site)

    return paint


def _draw(canvas: skia.Canvas, name: str, at: tuple[float, float], size: float, site: Site) -> None:
    """Draw a prop in the colours of the film's style, as people are."""
    if site.grade.plain:
        draw_prop(canvas, name, *at, size, site.light, era=site.era)
        return
    reach = skia.Rect(at[0] - 2 * size, at[1] - 2 * size, at[0] + 2 * size, at[1] + size * 0.5)
    canvas.saveLayer(reach, skia.Paint(ColorFilter=site.grade.filter()))
    draw_prop(canvas, name, *at, size, site.light, era=site.era)
    canvas.restore()


def _along(
    canvas: skia.Canvas, names: Sequence[str], ends: tuple[float, float], y: float, size: float, site: Site
) -> None:
    """Draw things next to each other, each in its own share of the line from one end to the other."""
    each = (ends[1] - ends[0]) / len(names)
    for index, name in enumerate(names):
        left, _, right = prop_room(name, site.era)
        shown = min(size, size * each / ((right - left) * size))
        middle = ends[0] + each * (index + 0.5) - (left + right) / 2 * shown
        _draw(canvas, name, (middle, y), shown, site)


def _ledge(
    names: Sequence[str], ends: tuple[float, float], top: float, tall: float, site: Site, size: tuple[int, int],
    *, full: bool,
) -> Layer:  # fmt: skip
    """Return the near corner of a table, or all of one across the picture, with things on it."""
    width, height = size
    to_left, to_right = full or ends[0] + ends[1] < width, full or ends[0] + ends[1] >= width
    left = -width * 0.3 if to_left else ends[0] - tall * 0.2
    right = width * 1.3 if to_right else ends[1] + tall * 0.2
    paint_colour = site.tone("#86593a" if site.interior else "#8d857c")

    def paint(canvas: skia.Canvas, _face: Face) -> None:
        thick = tall * 0.16
        front = linear((0, top), (0, height * 1.2), [site.shaded(paint_colour, 0.3), site.shaded(paint_colour, 0.7)])
        inset = 0 if full else tall * 0.12
        body = skia.Rect(left + inset, top, right - inset, height * 1.4)
        canvas.drawRect(body, fill(paint_colour, shader=front))
        board = skia.RRect.MakeRectXY(skia.Rect(left, top - thick, right, top + thick * 0.7), thick * 0.4, thick * 0.4)
        shine = linear((0, top - thick), (0, top + thick), [site.lit(paint_colour, 0.25), paint_colour])
        canvas.drawRRect(board, fill(paint_colour, shader=shine))
        if full and len(names) == 2:
            third = (ends[1] - ends[0]) * 0.3
            _along(canvas, names[:1], (ends[0], ends[0] + third), top - thick * 0.3, tall, site)
            _along(canvas, names[1:], (ends[1] - third, ends[1]), top - thick * 0.3, tall, site)
        else:
            stretch = (ends[0], ends[0] + (ends[1] - ends[0]) * 0.34) if full else ends
            _along(canvas, names, stretch, top - thick * 0.3, tall, site)

    return Layer("thing ledge", 1.06, paint)


def _on_table(names: Sequence[str], x: float, y: float, unit: float, site: Site) -> Layer:
    wide, tall = unit * (0.5 + 0.8 * len(names)), unit * 1.75

    def paint(canvas: skia.Canvas, _face: Face) -> None:
        canvas.save()
        canvas.translate(x - wide / 2, y)
        canvas.scale(unit / 55, unit / 55)
        if site.interior:
            furniture.table(site, canvas, 0, 0, wide * 55 / unit, tall * 55 / unit, "#86593a")
        else:
            _block(site, canvas, wide * 55 / unit, tall * 0.62 * 55 / unit)
        canvas.restore()
        top = y - (tall if site.interior else tall * 0.62)
        inside = wide / 2 - unit * 0.15
        _along(canvas, names, (x - inside, x + inside), top + unit * 0.05, unit * _ON_TABLE, site)

    return Layer("thing table", 0.94, paint)


def _block(site: Site, canvas: skia.Canvas, wide: float, tall: float) -> None:
    """Draw a low block of stone to lay things on out of doors."""
    stone = site.tone("#8d857c", 0.04)
    furniture.shadow(site, canvas, 0, 0, wide)
    front = linear((0, -tall), (0, 0), [stone, site.shaded(stone, 0.45)])
    canvas.drawRRect(skia.RRect.MakeRectXY(skia.Rect.MakeXYWH(0, -tall, wide, tall), 6, 6), fill(stone, shader=front))
    canvas.drawRRect(
        skia.RRect.MakeRectXY(skia.Rect.MakeXYWH(-6, -tall - 4, wide + 12, 14), 6, 6), fill(site.lit(stone, 0.2))
    )


def table_top(staging: Mapping[str, Any], site: Site, width: int, height: int) -> list[Layer]:
    """Return the layers of an insert: the thing, large, on a surface of this set."""
    name = _wanted(staging)
    tall_picture = height > width
    edge, foot = (height * 0.56, height * 0.67) if tall_picture else (height * 0.68, height * 0.83)
    left, top, right = prop_room(name, site.era) if name else (-0.5, -1.0, 0.5)
    size = min(height * (0.46 if tall_picture else 0.64) / -top, width * 0.68 / (right - left))
    middle = width / 2 - (left + right) / 2 * size
    wood = site.tone("#7a5236" if site.interior else "#8d857c")

    def surface(canvas: skia.Canvas, _face: Face) -> None:
        area = skia.Rect.MakeLTRB(-width * 0.2, edge, width * 1.2, height * 1.2)
        shades = linear(
            (0, edge), (0, height * 1.1), [site.lit(wood, 0.28), wood, site.shaded(wood, 0.5)], [0, 0.25, 1]
        )
        canvas.drawRect(area, fill(wood, shader=shades, blur=1.5))
        canvas.drawRect(
            skia.Rect.MakeLTRB(-width * 0.2, edge, width * 1.2, edge + 3), fill(site.lit(wood, 0.5), 0.5, blur=1.5)
        )
        canvas.drawOval(
            skia.Rect(width / 2 + left * size, foot - size * 0.09, width / 2 + right * size, foot + size * 0.09),
            fill(site.light.shade, 0.35, blur=14),
        )

    def thing(canvas: skia.Canvas, _face: Face) -> None:
        glow(canvas, (middle, foot + top * size * 0.45), size * 1.1, site.light.key, 0.22)
        _draw(canvas, name, (middle, foot), size, site)

    return [Layer("surface", 0.9, surface), *([Layer(f"thing {name}", 1.0, thing)] if name else [])]


def _wanted(staging: Mapping[str, Any]) -> str:
    """Return the name of the thing that an insert shows."""
    listed, cast = staging.get("props"), staging.get("cast")
    props = [str(name) for name in listed if name] if isinstance(listed, list | tuple) else []
    held = [str(entry.get("holds") or "") for entry in cast] if isinstance(cast, list | tuple) else []
    focus = str(staging.get("focus") or "")
    candidates = [name for name in (focus, *props, *held) if name]
    return next((name for name in candidates if is_drawable(name)), candidates[0] if candidates else "")
