"""The shell of a room: walls, floor, ceiling, windows, doors, pictures, curtains and hanging lamps."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import skia

from generation.providers.animatic.drawing.canvas import (
    fill,
    glow,
    linear,
    mix,
    polygon,
    radial,
    rounded,
    smooth,
    stroke,
)
from generation.providers.animatic.drawing.light import Light

from .candles import candle_wheel
from .site import Site

CEILING = 560.0
"""How far above the floor line a room ends; above it a tall picture shows the ceiling."""


def room_light(light: Light) -> Light:
    """Return what a room makes of the light outside: lamps warm it when that is dark."""
    if not light.dark:
        grey = 0.0 if light.weather == "clear" else 0.25
        return replace(
            light,
            ambient=mix(mix(light.ambient, "#e8d8c4", 0.5), "#8f9aa6", grey),
            shade=mix(light.shade, "#2a2030", 0.5),
            fog=mix(light.fog, "#f2e6d0", 0.5),
            lamps=max(light.lamps, 0.35 if grey else light.lamps),
        )
    return replace(
        light,
        ambient=mix(light.ambient, "#d08a4c", 0.72),
        shade=mix(light.shade, "#22101c", 0.6),
        key=mix(light.key, "#ffcf8a", 0.75),
        fog=mix(light.fog, "#5a4038", 0.6),
        lamps=1.0,
        sun=None,
    )


def wall(site: Site, canvas: skia.Canvas, colour: str, *, stripes: bool = True, lit_from: float = 0.4) -> str:
    """Fill the back wall, brighter around the share `lit_from`, and return its toned colour.

    It goes on behind the floor, which lies nearer and slides off its foot when the camera moves.
    """
    paint = site.tone(colour)
    middle = (site.at(lit_from), site.floor - 300)
    reach = max(site.width * (0.68 if site.light.dark else 0.85), 660)
    dim = site.shaded(paint, 0.82 if site.light.dark else 0.5)
    shades = radial(middle, reach, [site.lit(paint, 0.28), paint, dim], [0, 0.42, 1])
    canvas.drawPaint(fill(paint, shader=shades))
    if stripes:
        for index in range(math.ceil(site.span / 54)):
            x = site.left + index * 54
            canvas.drawRect(skia.Rect(x, site.top, x + 26, site.bottom), fill("#ffffff", 0.022))
    ceiling(site, canvas, paint)
    return paint


def bricks(site: Site, canvas: skia.Canvas, colour: str, top: float, bottom: float) -> None:
    """Draw courses of brick over a wall whose toned colour is `colour`."""
    rng = site.rng("bricks")
    seams, odd = skia.Path(), skia.Path()
    y, row = top, 0
    while y < bottom:
        seams.moveTo(site.left, y)
        seams.lineTo(site.right, y)
        x = site.left + (row % 2) * 26
        while x < site.right:
            if rng.random() < 0.14:
                odd.addRect(skia.Rect.MakeXYWH(x + 1, y + 1, 50, 20))
            seams.moveTo(x, y)
            seams.lineTo(x, min(y + 22, bottom))
            x += 52
        y, row = y + 22, row + 1
    canvas.drawPath(seams, stroke(site.shaded(colour, 0.5), 1.6, 0.4))
    canvas.drawPath(odd, fill(site.shaded(colour, 0.4), 0.35))


def ceiling(site: Site, canvas: skia.Canvas, colour: str) -> None:
    """Draw the ceiling where a tall picture shows it, with its moulding."""
    y = site.floor - CEILING
    if y < site.top:
        return
    pale = site.lit(mix(colour, "#ffffff", 0.25), 0.1)
    canvas.drawRect(
        skia.Rect(site.left, site.top, site.right, y),
        fill(pale, shader=linear((0, site.top), (0, y), [site.shaded(pale, 0.55), site.shaded(pale, 0.2)])),
    )
    for drop, thick in ((0, 12), (15, 5)):
        canvas.drawRect(skia.Rect(site.left, y + drop, site.right, y + drop + thick), fill(site.lit(colour, 0.2)))
    for index in range(1, 4):
        beam = y - index * 74
        canvas.drawRect(
            skia.Rect(site.left, beam, site.right, beam + 9 + index * 3), fill(site.shaded(colour, 0.45), 0.6)
        )


def panelling(site: Site, canvas: skia.Canvas, colour: str, height: float = 120) -> None:
    """Clad the foot of the wall with panels; `colour` is already toned."""
    y = site.floor - height
    canvas.drawRect(
        skia.Rect(site.left, y, site.right, site.bottom),
        fill(colour, shader=linear((0, y), (0, site.floor), [colour, site.shaded(colour, 0.2)])),
    )
    canvas.drawRect(skia.Rect(site.left, y - 6, site.right, y + 2), fill(site.lit(colour, 0.25)))
    edge = stroke(site.shaded(colour, 0.5), 3, 0.7)
    for index in range(math.ceil(site.span / 110)):
        canvas.drawRRect(rounded(site.left + index * 110 + 14, y + 16, 84, height - 32, 4), edge)


def floor(site: Site, canvas: skia.Canvas, colour: str, *, tiles: bool = False) -> None:
    """Lay boards, or tiles, from the wall to the front, and a skirting."""
    y, near = site.floor, site.tone(colour)
    shades = linear((0, y), (0, site.bottom), [site.lit(near, 0.12), site.shaded(near, 0.45)])
    canvas.drawRect(skia.Rect(site.left, y, site.right, site.bottom), fill(near, shader=shades))
    if tiles:
        _tiles(site, canvas, near)
    else:
        middle = site.at(0.5)
        for index in range(-16, 17):
            canvas.drawLine(
                middle + index * 66, y, middle + index * 215, site.bottom + 50, stroke(site.light.shade, 2.4, 0.35)
            )
    canvas.drawRect(skia.Rect(site.left, y - 9, site.right, y + 3), fill(site.shaded(near, 0.5)))


def _tiles(site: Site, canvas: skia.Canvas, colour: str) -> None:
    middle, y = site.at(0.5), site.floor
    rows = [y + (site.bottom - y) * (index / 6) ** 1.7 for index in range(7)]
    dark = skia.Path()
    for row, (top, low) in enumerate(pairwise(rows)):
        reach = (site.bottom - y) or 1
        for index in range(-15, 15):
            if (index + row) % 2:
                continue
            corners = []
            for x, level in ((index, top), (index + 1, top), (index + 1, low), (index, low)):
                spread = 84 + 120 * (level - y) / reach
                corners.append(skia.Point(middle + x * spread, level))
            dark.addPoly(corners, close=True)
    canvas.drawPath(dark, fill(site.shaded(colour, 0.55), 0.55))


def sun_patch(site: Site, canvas: skia.Canvas, left: float, right: float) -> None:
    """Let daylight from a window fall on the floor between `left` and `right`."""
    if site.light.sun is None:
        return
    wide = right - left
    patch = polygon(
        [
            (left, site.floor + 6),
            (right, site.floor + 6),
            (right + wide * 0.9, site.bottom),
            (left + wide * 0.3, site.bottom),
        ]
    )
    canvas.drawPath(patch, fill(site.light.key, 0.20, blur=7, mode=skia.BlendMode.kScreen))


def view_window(
    site: Site, canvas: skia.Canvas, x: float, top: float, width: float, height: float, *, frame: str = "#f0e6d6",
    city: bool = False, panes: int = 2, sun: bool = True,
) -> None:  # fmt: skip
    """Draw a window seen from inside, with the hour and the weather outside it."""
    edge = mix(site.tone(frame), "#ffffff", 0.15)
    canvas.drawRRect(rounded(x - 14, top - 14, width + 28, height + 30, 6), fill(site.shaded(edge, 0.18)))
    canvas.save()
    canvas.clipRect(skia.Rect.MakeXYWH(x, top, width, height))
    outside_view(site, canvas, x, top, width, height, city=city, sun=sun)
    canvas.restore()
    canvas.drawRect(skia.Rect.MakeXYWH(x, top, width, height), stroke(edge, 9))
    for index in range(1, panes):
        canvas.drawLine(x + width * index / panes, top, x + width * index / panes, top + height, stroke(edge, 6))
    canvas.drawLine(x, top + height * 0.42, x + width, top + height * 0.42, stroke(edge, 6))
    canvas.drawRRect(rounded(x - 22, top + height + 2, width + 44, 13, 4), fill(site.lit(edge, 0.2)))
    shine = polygon(
        [
            (x + width * 0.10, top + height),
            (x + width * 0.42, top),
            (x + width * 0.56, top),
            (x + width * 0.24, top + height),
        ]
    )
    canvas.drawPath(shine, fill("#ffffff", 0.05))


def outside_view(
    site: Site, canvas: skia.Canvas, x: float, top: float, width: float, height: float, *, city: bool, sun: bool = True
) -> None:
    """Draw the hour and the weather outside, as an area of a wall shows them."""
    light = site.outside
    area = skia.Rect.MakeXYWH(x, top, width, height)
    canvas.drawRect(area, fill("#000000", shader=linear((0, top), (0, top + height), list(light.sky))))
    rng = site.rng(f"window {x:.0f}")
    if light.sun and sun and width > 90:
        spot = (x + width * 0.68, top + height * 0.30)
        glow(canvas, spot, 120, light.sun.colour, 0.7)
        canvas.drawCircle(*spot, 17, fill(light.sun.colour))
    if city:
        low = 0.45 if site.era in {"medieval", "victorian"} else 1.0
        _roofs(canvas, rng, light, x, top + height * (1 - low), width, height * low, gabled=low < 1)
    else:
        hill = [
            (x - 20, top + height),
            (x + width * 0.16, top + height * 0.78),
            (x + width * 0.44, top + height * 0.86),
            (x + width * 0.76, top + height * 0.70),
            (x + width + 30, top + height * 0.84),
            (x + width + 30, top + height + 20),
        ]
        canvas.drawPath(smooth(hill, closed=True, tension=0.8), fill(mix(light.fog, light.shade, 0.45)))
    if light.weather == "fog":
        canvas.drawRect(area, fill(light.fog, 0.5))


def _roofs(
    canvas: skia.Canvas, rng: random.Random, light: Light, x: float, top: float, width: float, height: float,
    *, gabled: bool = False,
) -> None:  # fmt: skip
    for haze, share in ((0.55, 0.62), (0.25, 0.42)):
        left, colour = x - 10, mix(light.shade, light.fog, haze)
        while left < x + width:
            wide, tall = rng.uniform(26, 52), height * share * rng.uniform(0.5, 1)
            canvas.drawRect(skia.Rect.MakeXYWH(left, top + height - tall, wide, tall), fill(colour))
            if gabled:
                eaves = top + height - tall
                gable = polygon([(left - 3, eaves), (left + wide / 2, eaves - wide / 2), (left + wide + 3, eaves)])
                canvas.drawPath(gable, fill(colour))
            if light.lamps:
                for _ in range(int(tall / 16)):
                    spot = left + rng.uniform(4, wide - 8), top + height - tall + rng.uniform(6, max(8, tall - 8))
                    canvas.drawRect(skia.Rect.MakeXYWH(*spot, 4, 6), fill("#ffd27a", 0.85))
            left += wide + rng.uniform(-2, 5)


def curtains(site: Site, canvas: skia.Canvas, x: float, top: float, width: float, height: float, colour: str) -> None:
    """Hang curtains at both sides of the window at (x, top)."""
    cloth = site.tone(colour)
    for side, start in ((1, x - 44), (-1, x + width + 44)):
        for fold in range(4):
            q, shade = start + side * fold * 19, mix(cloth, site.light.shade if fold % 2 else site.light.key, 0.22)
            points = [
                (q, top - 26),
                (q + side * 26, top - 26),
                (q + side * (22 - fold * 2), top + height * 0.55),
                (q + side * 24, top + height + 34),
                (q - side * 4, top + height + 34),
                (q + side * 2, top + height * 0.5),
            ]
            canvas.drawPath(smooth(points, closed=True, tension=0.6), fill(shade))
    canvas.drawLine(x - 64, top - 28, x + width + 64, top - 28, stroke(site.tone("#d8b06a"), 8))


def blinds(site: Site, canvas: skia.Canvas, x: float, top: float, width: float, height: float) -> None:
    """Draw slatted blinds, half open, over a window."""
    slat = site.tone("#d9d0bc")
    y = top + 4
    while y < top + height:
        canvas.drawRect(skia.Rect.MakeXYWH(x + 4, y, width - 8, 6), fill(site.shaded(slat, 0.12), 0.88))
        y += 14
    for dx in (0.22, 0.78):
        canvas.drawLine(x + width * dx, top, x + width * dx, top + height, stroke(slat, 2, 0.8))


def door(site: Site, canvas: skia.Canvas, x: float, colour: str, *, height: float = 330, glass: bool = False) -> None:
    """Draw a panelled door whose left edge is at x, 150 units wide."""
    wood, top = site.tone(colour), site.floor - height
    canvas.drawRect(skia.Rect(x - 14, top - 14, x + 164, site.bottom), fill(site.lit(wood, 0.2)))
    shades = linear((x, 0), (x + 150, 0), [site.lit(wood, 0.1), site.shaded(wood, 0.3)])
    canvas.drawRect(skia.Rect(x, top, x + 150, site.bottom), fill(wood, shader=shades))
    edge = stroke(site.shaded(wood, 0.5), 3.5, 0.8)
    if glass:
        pane = skia.Rect.MakeXYWH(x + 20, top + 22, 110, height * 0.46)
        canvas.drawRect(pane, fill(mix(site.light.ambient, "#ffe6b0" if site.light.lamps else "#e6f2f6", 0.5), 0.85))
        canvas.drawRect(pane, edge)
        for index in range(4):
            canvas.drawRRect(
                rounded(x + 38 + index * 20, top + 22 + height * 0.22, 13, 8, 2), fill(site.shaded(wood, 0.4), 0.8)
            )
    else:
        for dx in (18, 82):
            canvas.drawRRect(rounded(x + dx, top + 24, 50, height * 0.40, 4), edge)
    for dx in (18, 82):
        canvas.drawRRect(rounded(x + dx, top + height * 0.58, 50, height * 0.34, 4), edge)
    canvas.drawCircle(x + 134, top + height * 0.53, 6, fill(site.tone("#e0bd70")))


def picture(site: Site, canvas: skia.Canvas, x: float, top: float, width: float, height: float, colour: str) -> None:
    """Hang a framed landscape."""
    canvas.drawRect(skia.Rect.MakeXYWH(x - 4, top + 8, width + 8, height), fill(site.light.shade, 0.35, blur=6))
    canvas.drawRect(skia.Rect.MakeXYWH(x, top, width, height), fill(site.tone("#d9b871")))
    inside = site.tone(colour)
    canvas.drawRect(
        skia.Rect.MakeXYWH(x + 8, top + 8, width - 16, height - 16),
        fill(inside, shader=linear((0, top), (0, top + height), [mix(inside, "#ffffff", 0.25), inside])),
    )
    hill = [(0.08, 0.92), (0.4, 0.55), (0.65, 0.7), (0.92, 0.45), (0.92, 0.92)]
    points = [(x + max(8, min(width - 8, width * dx)), top + min(height - 8, height * dy)) for dx, dy in hill]
    canvas.drawPath(smooth(points, closed=True, tension=0.3), fill(site.tone(mix(colour, "#1d2a2a", 0.4))))


def gallery(site: Site, canvas: skia.Canvas, x: float, top: float, colours: Sequence[str]) -> None:
    """Hang a group of three pictures."""
    spots = ((0, 16, 96, 118), (112, 0, 120, 84), (128, 104, 86, 74))
    for (dx, dy, wide, tall), colour in zip(spots, colours, strict=False):
        picture(site, canvas, x + dx, top + dy, wide, tall, colour)


def hanging_lamp(
    site: Site, canvas: skia.Canvas, x: float, y: float, *, size: float = 1.0, colour: str = "#2a3238"
) -> None:
    """Hang a lamp from above, its shade's rim at y; lit, it throws a cone. Long ago it was a wheel of candles."""
    if site.era == "medieval":
        candle_wheel(site, canvas, x, y, size)
        return
    iron = site.tone(colour)
    canvas.drawLine(x, site.top, x, y - 40 * size, stroke(iron, 3))
    shade = [(x - 12 * size, y - 42 * size), (x + 12 * size, y - 42 * size), (x + 46 * size, y), (x - 46 * size, y)]
    canvas.drawPath(smooth(shade, closed=True, tension=0.25), fill(site.lit(iron, 0.12)))
    on = site.light.lamps
    canvas.drawOval(
        skia.Rect(x - 40 * size, y - 6, x + 40 * size, y + 7), fill("#fff0c0" if on else site.tone("#e8e0d0"))
    )
    if not on:
        return
    low = site.floor + 60
    cone = polygon([(x - 38 * size, y), (x + 38 * size, y), (x + 210 * size, low), (x - 210 * size, low)])
    fade = linear((0, y), (0, low), [("#ffd48a", 0.30 * on), ("#ffd48a", 0)])
    canvas.drawPath(cone, fill("#ffd48a", blur=9, mode=skia.BlendMode.kScreen, shader=fade))
    glow(canvas, (x, y), 170 * size, "#ffc878", 0.75 * on)


def rug(site: Site, canvas: skia.Canvas, x: float, colours: Sequence[str], radius: float = 350) -> None:
    """Lay a round rug on the floor, centred at x."""
    canvas.save()
    canvas.translate(x, site.floor + (site.height - site.floor) * 0.62)
    canvas.scale(1, 0.22)
    for ring, share in enumerate((1.0, 0.91, 0.85, 0.58, 0.53)):
        canvas.drawCircle(0, 0, radius * share, fill(site.tone(colours[ring % len(colours)])))
    canvas.restore()


def near_chair(site: Site, canvas: skia.Canvas) -> None:
    """Put the dark, soft back of a chair in the nearest corner."""
    dark, low = mix(site.light.shade, site.grade.colour("#2a1712"), 0.5), site.bottom
    back = [
        (site.right, site.height * 0.76),
        (site.at(0.96), site.height * 0.78),
        (site.at(0.92), site.height * 0.89),
        (site.at(0.90), low),
        (site.right, low),
    ]
    canvas.drawPath(smooth(back, closed=True, tension=0.8), fill(dark, blur=3))
    seat = [
        (site.right, site.height * 0.90),
        (site.at(0.94), site.height * 0.91),
        (site.at(0.88), site.height * 0.96),
        (site.at(0.87), low),
        (site.right, low),
    ]
    canvas.drawPath(smooth(seat, closed=True, tension=0.8), fill(site.lit(dark, 0.06), blur=3))


def shaft(site: Site, canvas: skia.Canvas, left: float, right: float, top: float, *, lean: float = -150) -> None:
    """Let a beam of daylight fall into a dark room."""
    beam = polygon(
        [(left, top), (right, top), (right + lean + 90, site.floor + 90), (left + lean - 60, site.floor + 90)]
    )
    colour = site.outside.sky[3]
    fade = linear((left, top), (left + lean, site.floor + 90), [(colour, 0.34), (colour, 0.02)])
    canvas.drawPath(beam, fill(colour, blur=8, mode=skia.BlendMode.kScreen, shader=fade))
    glow(canvas, ((left + right) / 2, top), (right - left) * 1.4, colour, 0.3)
