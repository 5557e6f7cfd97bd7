"""Built things out of doors: houses, blocks, windows, street lamps, shop fronts, paving, fences."""

from __future__ import annotations

import random

import skia

from generation.providers.animatic.drawing.canvas import (
    Point,
    fill,
    glow,
    linear,
    mix,
    polygon,
    rounded,
    smooth,
    stroke,
)

from .site import Site

WARM = ("#fff0b8", "#ffb95a")
"""The light of a room seen from outside, top and bottom."""


def window(
    site: Site, canvas: skia.Canvas, x: float, y: float, width: float, height: float, *, lit: bool, arched: bool = False
) -> None:
    """Draw a house's window from outside."""
    light = site.light
    dark = mix(light.shade, light.sky[2], 0.35)
    radius = width * 0.5 if arched else 2
    if lit:
        glow(canvas, (x + width / 2, y + height / 2), width * 2.0, "#ffb54d", 0.30)
    glass = list(WARM) if lit else [mix(dark, "#ffffff", 0.16), dark]
    end = (x, y + height) if lit else (x + width, y + height)
    canvas.drawRRect(rounded(x, y, width, height, radius), fill(dark, shader=linear((x, y), end, glass)))
    bar = stroke("#3b2a2a", 1.6, 0.55)
    canvas.drawLine(x + width / 2, y, x + width / 2, y + height, bar)
    canvas.drawLine(x, y + height * 0.5, x + width, y + height * 0.5, bar)


def house(
    site: Site, canvas: skia.Canvas, rng: random.Random, x: float, base: float, width: float, height: float,
    wall: str, roof: str, haze: float, *, gabled: bool,
) -> None:  # fmt: skip
    """Draw a house of one or more storeys, its front towards us."""
    plaster, tiles = site.tone(wall, haze), site.tone(roof, haze)
    shades = linear(
        (x, 0), (x + width, 0), [site.lit(plaster, 0.16), plaster, site.shaded(plaster, 0.26)], [0, 0.45, 1]
    )
    canvas.drawRect(skia.Rect.MakeXYWH(x, base - height, width, height), fill(plaster, shader=shades))
    rise = _roof(site, canvas, x, base - height, width, tiles, gabled=gabled)
    if rng.random() < 0.65:
        _chimney(site, canvas, x + width * rng.uniform(0.62, 0.8), base - height, width, rise, mix(tiles, plaster, 0.4))
    if site.light.weather == "snow":
        canvas.drawRect(skia.Rect.MakeXYWH(x - width * 0.09, base - height - 8, width * 1.18, 9), fill("#f2f6fa"))
    columns = max(2, int(width // 52))
    _house_windows(site, canvas, rng, (x, base), width, height, columns, arched=gabled and rng.random() < 0.4)
    wide = width / (columns * 1.7)
    left = x + width * (columns // 2 + 0.5) / columns - wide / 2
    canvas.drawRRect(rounded(left, base - 50, wide, 50, 6), fill(site.tone("#6b3b2c", haze * 0.6)))
    canvas.drawCircle(left + wide * 0.8, base - 24, 2.2, fill("#e6c36a"))


def _roof(site: Site, canvas: skia.Canvas, x: float, eaves: float, width: float, tiles: str, *, gabled: bool) -> float:
    rise, over = width * (0.55 if gabled else 0.34), width * 0.09
    if gabled:
        points = [(x - over, eaves), (x + width / 2, eaves - rise), (x + width + over, eaves)]
    else:
        points = [(x - over, eaves), (x + width * 0.1, eaves - rise), (x + width * 0.9, eaves - rise)]
        points.append((x + width + over, eaves))
    shades = linear((x, 0), (x + width, 0), [site.lit(tiles, 0.22), tiles, site.shaded(tiles, 0.3)], [0, 0.4, 1])
    canvas.drawPath(polygon(points), fill(tiles, shader=shades))
    canvas.drawRect(skia.Rect.MakeXYWH(x - over, eaves - 1, width + 2 * over, 5), fill(site.shaded(tiles, 0.35)))
    return rise


def _chimney(site: Site, canvas: skia.Canvas, x: float, eaves: float, width: float, rise: float, colour: str) -> None:
    canvas.drawRect(skia.Rect.MakeXYWH(x, eaves - rise * 0.92, width * 0.1, rise * 0.62), fill(colour))
    if not site.light.dark:
        return
    for puff in range(4):
        spot = (x + width * 0.05 + puff * 7, eaves - rise * 0.98 - puff * 15)
        canvas.drawCircle(*spot, 6 + puff * 4.2, fill(site.light.fog, 0.20 - 0.04 * puff, blur=5))


def _house_windows(
    site: Site, canvas: skia.Canvas, rng: random.Random, corner: Point, width: float, height: float, columns: int,
    *, arched: bool,
) -> None:  # fmt: skip
    x, base = corner
    wide = width / (columns * 2.15)
    for row in range(max(1, int(height // 64))):
        y = base - height + 22 + row * 62
        for column in range(columns):
            lit = rng.random() < site.light.lamps * 0.62
            door = y + 36 > base - 62 and column == columns // 2
            if y + 36 < base - 8 and not door:
                window(
                    site, canvas, x + width * (column + 0.5) / columns - wide / 2, y, wide, 34, lit=lit, arched=arched
                )


def block(
    site: Site, canvas: skia.Canvas, rng: random.Random, x: float, base: float, width: float, height: float,
    colour: str, haze: float,
) -> None:  # fmt: skip
    """Draw a tall building with a grid of small windows."""
    wall = site.tone(colour, haze)
    shades = linear((x, 0), (x + width, 0), [site.lit(wall, 0.14), wall, site.shaded(wall, 0.25)])
    canvas.drawRect(skia.Rect.MakeXYWH(x, base - height, width, height), fill(wall, shader=shades))
    _crown(site, canvas, rng, x, base - height, width, wall)
    lit, dark = skia.Path(), skia.Path()
    columns, rows = max(2, int(width // 17)), int(height // 24)
    for row in range(rows):
        for column in range(columns):
            pane = skia.Rect.MakeXYWH(x + width * (column + 0.28) / columns, base - height + 12 + row * 24, 7, 12)
            (lit if rng.random() < site.light.lamps * 0.42 else dark).addRect(pane)
    canvas.drawPath(dark, fill(site.shaded(wall, 0.4), 0.7))
    future = site.era == "future"
    glow_colour = rng.choice(("#5af0ff", "#ff5ad8", "#ffd27a")) if future else "#ffd27a"
    canvas.drawPath(lit, fill(site.grade.colour(glow_colour), 0.9 - haze * 0.5))
    if future and site.light.lamps:
        edge = x + width * rng.choice((0.04, 0.96))
        canvas.drawLine(edge, base, edge, base - height, stroke(glow_colour, 7, 0.4 - haze * 0.3, blur=4))
        canvas.drawLine(
            edge, base, edge, base - height, stroke(mix(glow_colour, "#ffffff", 0.4), 2.2, 0.9 - haze * 0.7)
        )


def _crown(site: Site, canvas: skia.Canvas, rng: random.Random, x: float, top: float, width: float, wall: str) -> None:
    kind = rng.randrange(4)
    if kind == 0:
        canvas.drawRect(skia.Rect.MakeXYWH(x + width * 0.2, top - 22, width * 0.6, 23), fill(wall))
        canvas.drawRect(skia.Rect.MakeXYWH(x + width * 0.36, top - 44, width * 0.28, 23), fill(site.lit(wall, 0.1)))
    elif kind == 1:
        canvas.drawLine(x + width / 2, top, x + width / 2, top - 54, stroke(wall, 3))
    elif kind == 2:
        _water_tank(site, canvas, x + width * 0.55, top, wall)
    canvas.drawRect(skia.Rect.MakeXYWH(x - 3, top - 3, width + 6, 6), fill(site.shaded(wall, 0.3)))


def _water_tank(site: Site, canvas: skia.Canvas, x: float, base: float, colour: str) -> None:
    dark = site.shaded(colour, 0.35)
    for dx in (-11, 11):
        canvas.drawLine(x + dx, base, x + dx, base - 18, stroke(dark, 2.5))
    canvas.drawRect(skia.Rect.MakeXYWH(x - 15, base - 44, 30, 27), fill(dark))
    canvas.drawPath(polygon([(x - 18, base - 44), (x, base - 58), (x + 18, base - 44)]), fill(dark))


def street_lamp(site: Site, canvas: skia.Canvas, x: float, base: float, height: float) -> None:
    """Draw a street lamp of the site's era, and the pool of its light on the ground."""
    iron = site.tone("#1d2430")
    on = site.light.lamps
    if site.era in {"modern", "future"}:
        head = (x + height * 0.17, base - height)
        bend = [(x, base), (x, base - height * 0.86), (x + height * 0.05, base - height), head]
        canvas.drawPath(smooth(bend, tension=0.4), stroke(iron, 6))
        canvas.drawRRect(rounded(head[0] - 16, head[1] - 4, 32, 9, 4), fill(iron))
        spot = (head[0], head[1] + 8)
    elif site.era == "medieval":
        height *= 0.6
        _torch_post(site, canvas, x, base, height, on=bool(on))
        spot = (x, base - height - 16)
    else:
        _lantern_head(canvas, x, base, height, iron, on=bool(on))
        spot = (x, base - height - 21)
    if on:
        glow(canvas, spot, height * 0.8, "#ffc467", 0.85 * on)
        canvas.save()
        canvas.translate(spot[0], base + 12)
        canvas.scale(1, 0.24)
        glow(canvas, (0, 0), height * 0.95, "#ffc467", 0.5 * on)
        canvas.restore()


def _lantern_head(canvas: skia.Canvas, x: float, base: float, height: float, iron: str, *, on: bool) -> None:
    top = base - height
    canvas.drawLine(x, base, x, top, stroke(iron, 6))
    canvas.drawLine(x - 13, base, x + 13, base, stroke(iron, 8))
    glass = [(x - 11, top - 6), (x + 11, top - 6), (x + 15, top - 36), (x - 15, top - 36)]
    canvas.drawPath(polygon(glass), fill("#ffe2a0" if on else "#d9e4e8"))
    canvas.drawPath(polygon([(x - 18, top - 36), (x + 18, top - 36), (x, top - 52)]), fill(iron))


def _torch_post(site: Site, canvas: skia.Canvas, x: float, base: float, height: float, *, on: bool) -> None:
    """Draw an iron basket for a fire on a post of wood."""
    wood, iron, top = site.tone("#5f4128"), site.tone("#2c2826"), base - height
    canvas.drawLine(x, base, x, top, stroke(wood, 8))
    canvas.drawPath(polygon([(x - 9, top), (x + 9, top), (x + 15, top - 18), (x - 15, top - 18)]), fill(iron))
    if on:
        fire = [(x - 11, top - 16), (x + 11, top - 16), (x + 8, top - 32), (x, top - 46), (x - 8, top - 30)]
        canvas.drawPath(smooth(fire, closed=True, tension=0.5), fill("#ffb84d"))


def sign_board(site: Site, canvas: skia.Canvas, x: float, y: float, width: float, height: float, colour: str) -> None:
    """Draw a sign without letters: a board with a bar for its name; at night it shines."""
    board = site.tone(mix(colour, "#14141c", 0.55))
    canvas.drawRRect(rounded(x, y, width, height, 4), fill(board))
    bright = site.grade.colour(colour) if site.light.lamps else site.tone(mix(colour, "#ffffff", 0.35))
    canvas.drawRRect(rounded(x + 4, y + 4, width - 8, height - 8, 3), stroke(bright, 2.2))
    for index in range(max(2, int(width // 22))):
        left = x + 12 + index * 22
        if left + 12 < x + width - 8:
            canvas.drawRRect(rounded(left, y + height * 0.38, 14, height * 0.24, 2), fill(bright))
    if site.light.lamps:
        glow(canvas, (x + width / 2, y + height / 2), width * 0.9, bright, 0.34 * site.light.lamps)


def shop_front(
    site: Site, canvas: skia.Canvas, rng: random.Random, x: float, base: float, width: float, colour: str
) -> None:
    """Draw the ground floor of a shop: a wide lit pane, a door, an awning and a sign."""
    frame = site.tone(mix(colour, "#2a2020", 0.45))
    canvas.drawRect(skia.Rect.MakeXYWH(x, base - 128, width, 128), fill(frame))
    pane = skia.Rect.MakeXYWH(x + 10, base - 98, width * 0.62, 82)
    glass = list(WARM) if site.light.lamps else [mix(site.light.sky[2], "#ffffff", 0.3), site.shaded(frame, 0.3)]
    canvas.drawRect(pane, fill(frame, shader=linear((0, base - 98), (0, base - 16), glass)))
    for index in range(4):
        tall = rng.uniform(18, 46)
        left = pane.left() + 10 + index * (pane.width() - 20) / 4
        canvas.drawRRect(rounded(left, base - 18 - tall, 17, tall, 4), fill(site.shaded(frame, 0.35), 0.75))
    canvas.drawRect(skia.Rect.MakeXYWH(x + width * 0.72, base - 96, width * 0.2, 96), fill(site.shaded(frame, 0.4)))
    _awning(site, canvas, x - 4, base - 112, width + 8, colour)
    if site.light.lamps:
        glow(canvas, (x + width * 0.36, base - 50), width * 0.7, "#ffc467", 0.30 * site.light.lamps)


def _awning(site: Site, canvas: skia.Canvas, x: float, y: float, width: float, colour: str) -> None:
    stripes = 9
    wide = width / stripes
    for index in range(stripes):
        shade = site.tone(colour if index % 2 else "#f0e6d4", 0.04)
        left = x + index * wide
        edge = [(left, y + 24), (left + wide / 2, y + 33), (left + wide, y + 24)]
        canvas.drawPath(smooth([(left + 4, y), *edge, (left + wide - 2, y)], closed=True, tension=0.1), fill(shade))


def paving(
    site: Site, canvas: skia.Canvas, y: float, *, clip: skia.Path | None = None, size: float = 7, alpha: float = 0.075
) -> None:
    """Lay paving stones below `y`, larger where they are nearer."""
    rng, light = site.rng("paving"), site.light
    bright, dark = skia.Path(), skia.Path()
    row, top = 0, y + 2
    while top < site.bottom:
        tall = size + (top - y) * 0.10
        x = site.left - (row % 2) * tall * 1.1
        while x < site.right:
            if rng.random() < 0.62:
                (bright if rng.random() > 0.5 else dark).addRRect(
                    rounded(x + 1, top + 1, tall * 2.2 - 2.4, tall - 2.2, tall * 0.3)
                )
            x += tall * 2.2
        top, row = top + tall, row + 1
    canvas.save()
    if clip is not None:
        canvas.clipPath(clip, doAntiAlias=True)
    canvas.drawPath(bright, fill(light.key, alpha))
    canvas.drawPath(dark, fill(light.shade, alpha * 1.4))
    canvas.restore()


def fence(site: Site, canvas: skia.Canvas, left: float, right: float, base: float, height: float, colour: str) -> None:
    """Draw a wooden fence from `left` to `right`; `colour` is already toned."""
    for y in (0.45, 0.8):
        canvas.drawLine(left, base - height * y, right, base - height * y, stroke(colour, height * 0.09))
    x = left
    while x <= right:
        canvas.drawLine(x, base, x, base - height, stroke(site.lit(colour, 0.08), height * 0.13))
        x += height * 0.72


def near_post(site: Site, canvas: skia.Canvas, share: float) -> None:
    """Put a dark, soft post or door frame at the edge of the picture, before everything."""
    dark = mix(site.light.shade, site.light.sky[1], 0.12)
    x = site.left - 10 if share < 0.5 else site.right - 106
    canvas.drawRect(skia.Rect.MakeXYWH(x, site.top, 116, site.bottom - site.top), fill(dark, blur=3))
