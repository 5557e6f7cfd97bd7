"""The fronts of buildings seen from the street, era by era, with shops in their ground floors."""

from __future__ import annotations

import random

import skia

from generation.providers.animatic.drawing.canvas import fill, glow, linear, mix, polygon, rounded, smooth, stroke

from .building import WARM, shop_front, sign_board
from .fixtures import NEON_SHAPES
from .site import Site

SIGNS = ("#e0483e", "#3fb8b0", "#f0b53c", "#7a6ae0", "#e86aa6")
_WALLS = {
    "medieval": ("#e8dcc0", "#d8c8a8", "#e0cfb0"),
    "victorian": ("#8a4a3c", "#a0705a", "#7a6a60", "#9a8a74"),
    "classic": ("#8a5a4a", "#7d6a62", "#a87a5c", "#6f7480", "#94646a"),
    "retro": ("#c8a078", "#8fa0a0", "#b08070", "#a8946a"),
    "modern": ("#a8a49c", "#8a5a4a", "#c8bca8", "#6f7a86", "#b08870"),
    "future": ("#3a4456", "#44405a", "#384c54"),
}


def front(
    site: Site, canvas: skia.Canvas, rng: random.Random, x: float, base: float, wide: float, tall: float, haze: float
) -> None:
    """Draw one building of the site's era, its lower left corner at (x, base)."""
    walls = _WALLS.get(site.era, _WALLS["modern"])
    colour = mix(rng.choice(walls), "#6a665e", 0.4) if site.worn else rng.choice(walls)
    wall = site.tone(site.painted("building", colour), haze)
    size = wide / 150
    if site.era == "medieval":
        _timbered(site, canvas, rng, x, base, wide, tall * 0.72, wall, haze)
        return
    shades = linear((x, 0), (x + wide, 0), [site.lit(wall, 0.14), wall, site.shaded(wall, 0.25)])
    canvas.drawRect(skia.Rect.MakeXYWH(x, base - tall, wide, tall + 4), fill(wall, shader=shades))
    glassy = site.era == "modern" and rng.random() < 0.35
    if site.era == "future":
        _tower_front(site, canvas, rng, x, base, wide, tall, wall)
    elif glassy:
        _glass_front(site, canvas, rng, x, base, wide, tall, wall)
    else:
        _cornice(site, canvas, x, base - tall, wide, wall)
        _windows(site, canvas, rng, x, base, wide, tall, wall, arched=site.era == "victorian")
    canvas.save()
    canvas.translate(x, base)
    canvas.scale(size, size)
    shop_front(site, canvas, rng, 4, 0, 142, rng.choice(SIGNS))
    if rng.random() < 0.6:
        sign_board(site, canvas, 24, -168, 102, 32, rng.choice(SIGNS))
    canvas.restore()
    if site.era in {"retro", "future"} or site.has("neon", "downtown", "nightlife"):
        _neon_blade(
            site, canvas, rng, x + (wide - 26 if rng.random() < 0.5 else 4), base - 190 * size, 24 * size, 120 * size
        )
    if site.snowy:
        canvas.drawRRect(rounded(x - 6, base - tall - 16, wide + 12, 14, 6), fill("#f2f6fa"))
    if site.worn:
        _ivy(site, canvas, rng, x, base, wide, tall)


def _cornice(site: Site, canvas: skia.Canvas, x: float, top: float, wide: float, wall: str) -> None:
    canvas.drawRect(skia.Rect.MakeXYWH(x - 5, top - 8, wide + 10, 14), fill(site.shaded(wall, 0.3)))
    canvas.drawRect(skia.Rect.MakeXYWH(x - 2, top + 6, wide + 4, 5), fill(site.lit(wall, 0.2)))
    for index in range(int(wide // 18)):
        canvas.drawRect(skia.Rect.MakeXYWH(x + 5 + index * 18, top + 11, 8, 8), fill(site.shaded(wall, 0.25)))


def _windows(
    site: Site, canvas: skia.Canvas, rng: random.Random, x: float, base: float, wide: float, tall: float, wall: str,
    *, arched: bool,
) -> None:  # fmt: skip
    size = wide / 150
    columns = max(2, round(wide / (46 * max(1.0, size * 0.8))))
    dark, sill = mix(site.light.shade, site.light.sky[2], 0.3), site.shaded(wall, 0.4)
    y, pane_high = base - 236 * size, 44 * size
    lit_path, dark_path, frames = skia.Path(), skia.Path(), skia.Path()
    while y > base - tall + 16:
        for column in range(columns):
            lit = rng.random() < site.light.lamps * (0.5 if not site.worn else 0.06)
            pane_wide = wide / columns * 0.5
            area = skia.Rect.MakeXYWH(x + wide * (column + 0.25) / columns, y, pane_wide, pane_high)
            radius = pane_wide / 2 if arched else 1.5
            (lit_path if lit else dark_path).addRRect(skia.RRect.MakeRectXY(area, radius, radius))
            frames.addRect(skia.Rect.MakeXYWH(area.left() - 3, y + pane_high, pane_wide + 6, 4))
            frames.addRect(skia.Rect.MakeXYWH(area.centerX() - 1, y + 2, 2, pane_high - 2))
        y -= 70 * size
    canvas.drawPath(dark_path, fill(dark, shader=linear((x, 0), (x + wide, 0), [mix(dark, "#ffffff", 0.2), dark])))
    canvas.drawPath(lit_path, fill(WARM[1], shader=linear((0, base - tall), (0, base), list(WARM))))
    canvas.drawPath(frames, fill(sill))


def _glass_front(
    site: Site, canvas: skia.Canvas, rng: random.Random, x: float, base: float, wide: float, tall: float, wall: str
) -> None:
    glass, light = mix(site.light.sky[2], site.light.shade, 0.3), site.light
    area = skia.Rect.MakeXYWH(x + 4, base - tall + 6, wide - 8, tall - 130 * wide / 150)
    canvas.drawRect(
        area,
        fill(
            glass,
            shader=linear(
                (x, base - tall), (x + wide, base), [mix(light.sky[3], glass, 0.3), glass, mix(glass, light.shade, 0.4)]
            ),
        ),
    )
    bars, lit = skia.Path(), skia.Path()
    columns, rows = max(3, int(wide // 30)), max(4, int(area.height() // 34))
    for column in range(columns + 1):
        bars.addRect(
            skia.Rect.MakeXYWH(area.left() + area.width() * column / columns - 1, area.top(), 2, area.height())
        )
    for row in range(rows):
        bars.addRect(skia.Rect.MakeXYWH(area.left(), area.top() + area.height() * row / rows, area.width(), 2))
        for column in range(columns):
            if rng.random() < light.lamps * 0.4:
                lit.addRect(
                    skia.Rect.MakeXYWH(
                        area.left() + area.width() * column / columns + 2,
                        area.top() + area.height() * row / rows + 3,
                        area.width() / columns - 4,
                        area.height() / rows - 5,
                    )
                )
    canvas.drawPath(lit, fill("#ffdf9a", 0.85))
    canvas.drawPath(bars, fill(site.shaded(wall, 0.4), 0.7))


def _tower_front(
    site: Site, canvas: skia.Canvas, rng: random.Random, x: float, base: float, wide: float, tall: float, wall: str
) -> None:
    tints = [site.grade.colour(each) for each in ("#5af0ff", "#ff5ad8", "#ffd27a", "#8affa0")]
    tint, lit = rng.choice(tints), skia.Path()
    for row in range(int((tall - 150) // 22)):
        for column in range(max(2, int(wide // 26))):
            if rng.random() < 0.18 + 0.4 * site.light.lamps:
                lit.addRect(skia.Rect.MakeXYWH(x + 8 + column * 26, base - tall + 14 + row * 22, 15, 8))
    canvas.drawPath(lit, fill(mix(tint, "#ffe8c0", 0.5), 0.35 + 0.5 * site.light.lamps))
    for dx in (0.06, 0.94):
        edge = x + wide * dx
        canvas.drawLine(edge, base, edge, base - tall, stroke(tint, 8, 0.3 * (0.3 + 0.7 * site.light.lamps), blur=4))
        canvas.drawLine(edge, base, edge, base - tall, stroke(mix(tint, "#ffffff", 0.4), 2.4, 0.8))
    canvas.drawRect(skia.Rect.MakeXYWH(x, base - tall - 10, wide, 12), fill(site.lit(wall, 0.2)))


def _neon_blade(
    site: Site, canvas: skia.Canvas, rng: random.Random, x: float, y: float, wide: float, tall: float
) -> None:
    colour = site.grade.colour(rng.choice(SIGNS))
    canvas.drawRRect(rounded(x, y - tall, wide, tall, 4), fill(site.shaded(site.tone("#22242c"), 0.2)))
    on = 0.4 + 0.6 * site.light.lamps
    canvas.drawRRect(rounded(x + 2, y - tall + 2, wide - 4, tall - 4, 3), stroke(colour, 2.4, on))
    for index in range(5):
        canvas.drawCircle(
            x + wide / 2, y - tall + tall * (index + 0.6) / 5.2, wide * 0.24, fill(mix(colour, "#ffffff", 0.35), on)
        )
    shape = NEON_SHAPES["star"]
    canvas.drawPath(
        smooth([(x + wide / 2 + (dx - 48) * 0.3, y - tall - 22 + dy * 0.3) for dx, dy in shape], closed=True),
        stroke(colour, 2.4, on),
    )
    if site.light.lamps:
        glow(canvas, (x + wide / 2, y - tall / 2), tall * 1.1, colour, 0.45 * site.light.lamps)


def _timbered(
    site: Site,
    canvas: skia.Canvas,
    rng: random.Random,
    x: float,
    base: float,
    wide: float,
    tall: float,
    wall: str,
    haze: float,
) -> None:
    wood, tiles = site.tone("#4a3226", haze), site.tone(rng.choice(("#7a4a3a", "#5a4a44", "#8a6a44")), haze)
    over = wide * 0.07
    canvas.drawRect(
        skia.Rect.MakeXYWH(x, base - tall * 0.48, wide, tall * 0.48 + 4),
        fill(site.shaded(site.tone("#8f8578", haze), 0.1)),
    )
    upper = skia.Rect.MakeXYWH(x - over, base - tall, wide + 2 * over, tall * 0.54)
    canvas.drawRect(
        upper, fill(wall, shader=linear((x, 0), (x + wide, 0), [site.lit(wall, 0.14), wall, site.shaded(wall, 0.25)]))
    )
    beams = stroke(wood, max(4, wide * 0.045))
    for share in (0.0, 0.33, 0.66, 1.0):
        canvas.drawLine(
            upper.left() + upper.width() * share,
            upper.top(),
            upper.left() + upper.width() * share,
            upper.bottom(),
            beams,
        )
    for y in (upper.top(), upper.centerY(), upper.bottom()):
        canvas.drawLine(upper.left(), y, upper.right(), y, beams)
    for left, right in ((0.0, 0.33), (1.0, 0.66)):
        canvas.drawLine(
            upper.left() + upper.width() * left,
            upper.bottom(),
            upper.left() + upper.width() * right,
            upper.centerY(),
            beams,
        )
    peak = (x + wide / 2, base - tall - wide * 0.62)
    roof = polygon([(upper.left() - over, upper.top() + 4), peak, (upper.right() + over, upper.top() + 4)])
    canvas.drawPath(
        roof, fill(tiles, shader=linear((x, 0), (x + wide, 0), [site.lit(tiles, 0.2), tiles, site.shaded(tiles, 0.35)]))
    )
    if site.snowy:
        canvas.drawPath(
            polygon(
                [
                    (upper.left() - over, upper.top()),
                    peak,
                    (x + wide * 0.5, base - tall - wide * 0.36),
                    (upper.left() + over, upper.top()),
                ]
            ),
            fill("#f2f6fa"),
        )
    for share in (0.5, 0.17, 0.83):
        lit = rng.random() < site.light.lamps * 0.7
        area = skia.Rect.MakeXYWH(
            upper.left() + upper.width() * share - wide * 0.08, upper.centerY() - tall * 0.21, wide * 0.16, tall * 0.16
        )
        canvas.drawRect(area, fill(WARM[1] if lit else site.shaded(wood, 0.2)))
        canvas.drawRect(area, stroke(wood, 3))
        if lit:
            glow(canvas, (area.centerX(), area.centerY()), wide * 0.34, "#ffb54d", 0.3)
    door = skia.RRect.MakeRectXY(
        skia.Rect.MakeXYWH(x + wide * 0.36, base - tall * 0.36, wide * 0.26, tall * 0.36), wide * 0.1, wide * 0.1
    )
    canvas.drawRRect(door, fill(site.tone(site.painted("door", "#5a3a28"), haze)))
    for left in (0.08, 0.72):
        canvas.drawRect(
            skia.Rect.MakeXYWH(x + wide * left, base - tall * 0.34, wide * 0.18, tall * 0.16),
            fill(WARM[1] if rng.random() < site.light.lamps else site.shaded(wood, 0.3)),
        )


def _ivy(site: Site, canvas: skia.Canvas, rng: random.Random, x: float, base: float, wide: float, tall: float) -> None:
    leaf = site.tone("#4f6a3a", 0.1)
    patch = skia.Path()
    for _ in range(34):
        share = rng.random()
        patch.addCircle(
            x + wide * (0.04 + 0.4 * rng.random() * (1 - share)), base - tall * share * 0.8, rng.uniform(5, 13)
        )
    canvas.drawPath(patch, fill(leaf, 0.9))


def row(
    site: Site,
    canvas: skia.Canvas,
    name: str,
    base: float,
    wides: tuple[float, float],
    talls: tuple[float, float],
    haze: float,
) -> None:
    """Draw a street's side seen from across it: buildings side by side, as high as the picture's shape asks for."""
    rng, x = site.rng(name), site.left - 60
    while x < site.right:
        wide = rng.uniform(*wides)
        front(site, canvas, rng, x, base, wide, rng.uniform(*talls) * (0.6 + 0.4 * site.rise), haze)
        x += wide + (2 if rng.random() < 0.8 else 26)
