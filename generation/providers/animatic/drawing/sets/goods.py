"""What stands on shelves and counters, trade by trade, so that a bakery shows bread and a chemist jars."""

from __future__ import annotations

import random
from collections.abc import Callable

import skia

from generation.providers.animatic.drawing.canvas import fill, linear, mix, polygon, rounded, smooth, stroke

from .furniture import BOOKS, shadow, solid
from .site import Site

Good = Callable[[Site, skia.Canvas, random.Random, float, float, float], float]
"""Draws one thing whose lower left corner is at (x, y) under a board `room` above it; returns its width."""

_BRIGHT = ("#d9483c", "#e8a53c", "#4a9a6a", "#3f7ab8", "#c85a9a", "#e8d25a", "#7a5ac0")


def _loaf(site: Site, canvas: skia.Canvas, rng: random.Random, x: float, y: float, room: float) -> float:
    crust = site.tone(rng.choice(("#c98a42", "#b5713a", "#dba85a")))
    kind, wide = rng.randrange(3), rng.uniform(38, 60)
    tall = min(room * 0.62, (22, 30, 16)[kind] * rng.uniform(0.9, 1.2))
    body = [
        (x, y),
        (x + wide * 0.08, y - tall * 0.8),
        (x + wide / 2, y - tall),
        (x + wide * 0.92, y - tall * 0.8),
        (x + wide, y),
    ]
    canvas.drawPath(
        smooth(body, closed=True, tension=0.6),
        fill(crust, shader=linear((0, y - tall), (0, y), [site.lit(crust, 0.3), site.shaded(crust, 0.35)])),
    )
    for cut in (0.3, 0.5, 0.7):
        canvas.drawLine(
            x + wide * cut - 5,
            y - tall * 0.62,
            x + wide * cut + 4,
            y - tall * 0.84,
            stroke(site.tone("#f0d8a0"), 2.6, 0.8),
        )
    return wide


def _book(site: Site, canvas: skia.Canvas, rng: random.Random, x: float, y: float, room: float) -> float:
    wide, tall = rng.uniform(11, 22), room * rng.uniform(0.6, 0.93)
    colour = site.tone(rng.choice(BOOKS))
    canvas.drawRRect(
        rounded(x, y - tall, wide - 1.5, tall, 2),
        fill(colour, shader=linear((x, 0), (x + wide, 0), [site.lit(colour, 0.25), site.shaded(colour, 0.3)])),
    )
    return wide


def _bottle(site: Site, canvas: skia.Canvas, rng: random.Random, x: float, y: float, room: float) -> float:
    tall, wide = min(room * 0.92, rng.uniform(38, 64)), rng.uniform(11, 16)
    glass = site.tone(rng.choice(("#3f8a5a", "#c98a3a", "#8a3f3a", "#d8e0d0", "#4a6f9a")))
    canvas.drawRRect(rounded(x, y - tall * 0.66, wide, tall * 0.66, 3), fill(glass))
    canvas.drawRRect(rounded(x + wide * 0.3, y - tall, wide * 0.4, tall * 0.4, 2), fill(glass))
    canvas.drawLine(x + 3, y - tall * 0.56, x + 3, y - 5, stroke("#ffffff", 1.6, 0.4))
    return wide + 4


def _box(site: Site, canvas: skia.Canvas, rng: random.Random, x: float, y: float, room: float) -> float:
    wide, tall = rng.uniform(20, 40), room * rng.uniform(0.4, 0.85)
    colour = site.tone(rng.choice(_BRIGHT))
    solid(site, canvas, x, y - tall, wide - 2, tall, colour, 2)
    canvas.drawRect(
        skia.Rect.MakeXYWH(x + 4, y - tall * 0.66, wide - 10, tall * 0.24), fill(site.tone("#f4eee0"), 0.85)
    )
    return wide


def _jar(site: Site, canvas: skia.Canvas, rng: random.Random, x: float, y: float, room: float) -> float:
    wide, tall = rng.uniform(22, 32), room * rng.uniform(0.45, 0.75)
    inside = site.tone(rng.choice(("#b5713a", "#8a9a5a", "#d9a03c", "#a83f3a", "#e8dcc0")))
    canvas.drawRRect(rounded(x, y - tall, wide - 3, tall, 6), fill(site.tone("#dfe8e8"), 0.6))
    canvas.drawRRect(rounded(x + 2, y - tall * 0.72, wide - 7, tall * 0.7, 5), fill(inside))
    canvas.drawRRect(rounded(x + 1, y - tall - 4, wide - 5, 8, 3), fill(site.tone("#6a4a30")))
    return wide


def _dish(site: Site, canvas: skia.Canvas, rng: random.Random, x: float, y: float, room: float) -> float:
    china = site.tone(rng.choice(("#f2efe6", "#a8c4d8", "#e0c8a8", "#c86a4a")))
    if rng.random() < 0.45:
        size = min(room * 0.42, 26)
        canvas.drawCircle(x + size, y - size, size, fill(china))
        canvas.drawCircle(x + size, y - size, size * 0.62, stroke(site.shaded(china, 0.25), 2))
        return size * 2 + 2
    canvas.drawRRect(rounded(x, y - 22, 24, 22, 5), fill(china))
    canvas.drawCircle(x + 26, y - 12, 6, stroke(china, 3))
    return 36


def _fruit(site: Site, canvas: skia.Canvas, rng: random.Random, x: float, y: float, room: float) -> float:
    del room
    colour = site.tone(rng.choice(("#d9483c", "#e8953c", "#7aa04a", "#e8d05a", "#8a4a7a")))
    for dx, dy in ((0, 0), (18, 0), (36, 0), (9, 14), (27, 14)):
        canvas.drawCircle(
            x + 9 + dx,
            y - 9 - dy,
            9.5,
            fill(colour, shader=linear((0, y - 30), (0, y), [site.lit(colour, 0.35), site.shaded(colour, 0.3)])),
        )
    return 58


def _toy(site: Site, canvas: skia.Canvas, rng: random.Random, x: float, y: float, room: float) -> float:
    colour, kind = site.tone(rng.choice(_BRIGHT)), rng.randrange(3)
    if kind == 0:
        canvas.drawCircle(x + 18, y - 18, 18, fill(colour))
        canvas.drawLine(x + 2, y - 18, x + 34, y - 18, stroke("#ffffff", 4, 0.7))
    elif kind == 1:
        fur = site.tone("#a8744a")
        canvas.drawOval(skia.Rect.MakeXYWH(x + 4, y - 32, 30, 32), fill(fur))
        for dx, dy, size in ((19, -42, 13), (9, -52, 5), (29, -52, 5)):
            canvas.drawCircle(x + dx, y + dy, size, fill(fur))
    else:
        for step in range(3):
            solid(
                site,
                canvas,
                x + step * 4,
                y - 16 * (step + 1),
                34 - step * 8,
                15,
                site.tone(_BRIGHT[(step * 2 + kind) % 7]),
                2,
            )
    del room
    return 44


def _flower(site: Site, canvas: skia.Canvas, rng: random.Random, x: float, y: float, room: float) -> float:
    tall = min(room * 0.9, 66)
    bloom = site.tone(rng.choice(("#e0566a", "#f0c84a", "#f4eee6", "#a86ac8", "#f08a4a")))
    canvas.drawPath(polygon([(x + 6, y - 22), (x + 34, y - 22), (x + 29, y), (x + 11, y)]), fill(site.tone("#b5663f")))
    for dx, dy in ((-8, -0.7), (0, -0.95), (9, -0.74), (-3, -0.6)):
        canvas.drawLine(x + 20, y - 20, x + 20 + dx, y + tall * dy, stroke(site.tone("#4f8a56"), 2.6))
        canvas.drawCircle(x + 20 + dx * 1.4, y + tall * dy, 8, fill(bloom))
    return 44


def _cloth(site: Site, canvas: skia.Canvas, rng: random.Random, x: float, y: float, room: float) -> float:
    colour, tall = site.tone(rng.choice(_BRIGHT)), min(room * 0.9, 130)
    top = y - room + 6
    coat = [(x, top + 12), (x + 12, top), (x + 24, top), (x + 36, top + 12), (x + 33, top + tall), (x + 3, top + tall)]
    canvas.drawPath(
        polygon(coat),
        fill(colour, shader=linear((x, 0), (x + 36, 0), [site.lit(colour, 0.2), site.shaded(colour, 0.35)])),
    )
    return 38


def _can(site: Site, canvas: skia.Canvas, rng: random.Random, x: float, y: float, room: float) -> float:
    tall, colour = min(room * 0.5, 34), site.tone(rng.choice(_BRIGHT))
    solid(site, canvas, x, y - tall, 22, tall, site.tone("#c4c8cc"), 3)
    canvas.drawRect(skia.Rect.MakeXYWH(x, y - tall * 0.8, 22, tall * 0.6), fill(colour))
    return 25


def _flask(site: Site, canvas: skia.Canvas, rng: random.Random, x: float, y: float, room: float) -> float:
    tall = min(room * 0.85, rng.uniform(40, 62))
    colour = site.grade.colour(rng.choice(("#5af0b0", "#f05ac8", "#5ab0f0", "#f0d05a", "#8af05a")))
    glass = [
        (x + 14, y - tall),
        (x + 14, y - tall * 0.5),
        (x, y),
        (x + 38, y),
        (x + 24, y - tall * 0.5),
        (x + 24, y - tall),
    ]
    canvas.drawPath(
        polygon([(x + 8, y - tall * 0.3), (x, y), (x + 38, y), (x + 30, y - tall * 0.3)]), fill(colour, 0.9)
    )
    canvas.drawPath(polygon(glass), fill("#ffffff", 0.2))
    canvas.drawPath(polygon(glass, closed=False), stroke("#ffffff", 1.8, 0.65))
    return 44


def _tool(site: Site, canvas: skia.Canvas, rng: random.Random, x: float, y: float, room: float) -> float:
    top, tall, steel = y - room + 4, room * rng.uniform(0.55, 0.9), site.tone("#c4c8cc")
    canvas.drawLine(
        x + 12, top, x + 12, top + tall, stroke(site.tone(rng.choice(("#6a4028", "#b8342c", "#3f5a7a"))), 7)
    )
    head = ((0, -10, 26, 15), (5, -12, 14, 30), (2, -14, 20, 22))[rng.randrange(3)]
    canvas.drawRRect(rounded(x + head[0], top + tall + head[1], head[2], head[3], 4), fill(steel))
    return 34


def _paper(site: Site, canvas: skia.Canvas, rng: random.Random, x: float, y: float, room: float) -> float:
    tall, wide = room * rng.uniform(0.7, 0.9), rng.uniform(18, 26)
    colour = site.tone(rng.choice(("#5a6a7a", "#7a5a4a", "#4a6a5a", "#c8b088", "#3a3f4a")))
    solid(site, canvas, x, y - tall, wide - 2, tall, colour, 2)
    canvas.drawRect(skia.Rect.MakeXYWH(x + 4, y - tall * 0.8, wide - 10, tall * 0.22), fill(site.tone("#f4eee0")))
    return wide


GOODS: dict[str, tuple[Good, ...]] = {
    "bread": (_loaf,),
    "books": (_book,),
    "bottles": (_bottle,),
    "boxes": (_box, _can, _box),
    "jars": (_jar,),
    "dishes": (_dish, _jar),
    "fruit": (_fruit,),
    "toys": (_toy, _box),
    "flowers": (_flower,),
    "clothes": (_cloth,),
    "medicine": (_jar, _bottle, _box),
    "tools": (_tool,),
    "potions": (_flask, _jar, _bottle),
    "files": (_paper,),
    "grocery": (_can, _box, _jar, _bottle),
}
"""What each trade keeps on its shelves."""


def row(site: Site, canvas: skia.Canvas, kind: str, x: float, y: float, width: float, room: float) -> None:
    """Stand things of a kind side by side on `y`, `room` below the board above; books have gaps."""
    rng, left = site.rng(f"{kind} {x:.0f} {y:.0f}"), x
    drawn = GOODS.get(kind, GOODS["boxes"])
    while left < x + width - 36:
        good = rng.choice(drawn)
        if rng.random() < 0.06:
            left += 20
            continue
        left += good(site, canvas, rng, left, y, room) + (0 if kind in {"books", "files"} else rng.uniform(2, 9))


def shelves(
    site: Site,
    canvas: skia.Canvas,
    kind: str,
    x: float,
    base: float,
    width: float,
    height: float,
    *,
    wood: str = "#6a4630",
    step: float = 88,
    back: bool = True,
) -> None:
    """Draw a set of shelves full of things of a kind, from `base` up; lit from above where lamps are on."""
    board = site.tone(wood)
    if back:
        shadow(site, canvas, x, base, width)
        solid(site, canvas, x, base - height, width, height, board)
    rows = max(1, round((height - 16) / step))
    gap = (height - 16) / rows
    for index in range(rows):
        y = base - height + 12 + (index + 1) * gap - 8
        if back:
            dark = site.shaded(board, 0.6)
            area = skia.Rect.MakeXYWH(x + 9, y - gap + 10, width - 18, gap - 8)
            shades = [mix(dark, "#ffd08a", 0.22 * site.light.lamps), dark]
            canvas.drawRect(area, fill(dark, shader=linear((0, y - gap), (0, y), shades)))
        row(site, canvas, kind, x + 13, y, width - 22, gap - 12)
        canvas.drawRect(skia.Rect.MakeXYWH(x, y, width, 8), fill(site.lit(board, 0.16)))
        canvas.drawRect(skia.Rect.MakeXYWH(x, y + 8, width, 6), fill(site.light.shade, 0.25))
