"""Sets in a city: streets, alleys, roofs over it."""

from __future__ import annotations

import random

import skia

from generation.providers.animatic.drawing.canvas import Point, fill, glow, linear, mix, polygon, rounded, stroke

from . import air, growing
from .building import WARM, block, house, near_post, paving, shop_front, sign_board, street_lamp
from .site import Plane, Site

_SIGNS = ("#e0483e", "#3fb8b0", "#f0b53c", "#7a6ae0", "#e86aa6")
_BRICKS = ("#8a5a4a", "#7d6a62", "#a87a5c", "#6f7480", "#94646a")
_TOWERS = ("#66728a", "#5a6478", "#7a7684", "#526070")


def skyline(site: Site, canvas: skia.Canvas, name: str, base: float, tall: float, haze: float) -> None:
    """Draw a row of tall buildings whose feet stand at `base`."""
    rng = site.rng(name)
    x = site.left - 20
    while x < site.right:
        wide = rng.uniform(58, 128)
        block(site, canvas, rng, x, base, wide, tall * rng.uniform(0.45, 1.0), rng.choice(_TOWERS), haze)
        x += wide + rng.uniform(-6, 14)


def street(site: Site) -> list[Plane]:
    """Draw a city street seen along its length: fronts on both sides, shops, lamps, a far skyline."""
    old = site.era in {"medieval", "victorian"} or site.has("cobblestone", "cobbled", "old", "narrow", "ancient")

    def far(canvas: skia.Canvas) -> None:
        if old:
            air.ridge(site, canvas, "hills", site.horizon, 90, site.tone("#5d7086", 0.6))
        else:
            skyline(site, canvas, "far city", site.horizon + 10, 330, 0.62)
            skyline(site, canvas, "city", site.horizon + 14, 220, 0.40)
        air.haze(site, canvas, site.horizon - 20, 90, 0.45)

    def fronts(canvas: skia.Canvas) -> None:
        rng, base = site.rng("fronts"), site.horizon + 26
        gap = site.at(0.40), site.at(0.60)
        for side in (-1, 1):
            x, depth = gap[side > 0], 0.30
            while site.left - 10 < x < site.right + 10:
                wide = rng.uniform(104, 138) * (1.5 - depth * 1.6)
                left = x if side > 0 else x - wide
                drop = (0.30 - depth) * 120
                _front(site, canvas, rng, left, base + drop, wide, depth, old=old)
                x, depth = x + side * wide, max(0.04, depth - 0.09)

    def road(canvas: skia.Canvas) -> None:
        _road(site, canvas, old=old)
        for share, drop, tall in ((0.10, 84, 230), (0.36, 40, 140), (0.66, 40, 140), (0.91, 84, 230)):
            street_lamp(site, canvas, site.at(share), site.horizon + drop, tall)

    return [
        Plane("sky", 0.06, lambda canvas: air.sky(site, canvas)),
        Plane("far city", 0.25, far),
        Plane("fronts", 0.55, fronts),
        Plane("road", 0.72, road),
        Plane("near", 1.5, lambda canvas: near_post(site, canvas, site.seed % 2)),
    ]


def _front(
    site: Site, canvas: skia.Canvas, rng: random.Random, x: float, base: float, wide: float, haze: float, *, old: bool
) -> None:
    if old:
        walls = ("#d9b892", "#c99a78", "#b8a08c", "#e0cda8")
        house(
            site,
            canvas,
            rng,
            x,
            base,
            wide,
            rng.uniform(170, 270),
            rng.choice(walls),
            "#6a4038",
            haze,
            gabled=rng.random() < 0.6,
        )
        return
    tall = rng.uniform(250, 430) * (1.3 - haze)
    colour = rng.choice(_BRICKS)
    wall = site.tone(colour, haze)
    shades = linear((x, 0), (x + wide, 0), [site.lit(wall, 0.14), wall, site.shaded(wall, 0.25)])
    canvas.drawRect(skia.Rect.MakeXYWH(x, base - tall, wide, tall), fill(wall, shader=shades))
    canvas.drawRect(skia.Rect.MakeXYWH(x - 4, base - tall - 6, wide + 8, 12), fill(site.shaded(wall, 0.35)))
    _front_windows(site, canvas, rng, x, base, wide, tall, wall)
    shop_front(site, canvas, rng, x + 4, base, wide - 8, rng.choice(_SIGNS))
    if rng.random() < 0.55:
        sign_board(site, canvas, x + wide * 0.16, base - 166, wide * 0.68, 30, rng.choice(_SIGNS))


def _front_windows(
    site: Site, canvas: skia.Canvas, rng: random.Random, x: float, base: float, wide: float, tall: float, wall: str
) -> None:
    columns = max(2, int(wide // 40))
    dark, sill = mix(site.light.shade, site.light.sky[2], 0.3), site.shaded(wall, 0.4)
    y = base - 232
    while y > base - tall + 12:
        for column in range(columns):
            left, lit = x + wide * (column + 0.25) / columns, rng.random() < site.light.lamps * 0.5
            pane = skia.Rect.MakeXYWH(left, y, wide / columns * 0.5, 40)
            glass = list(WARM) if lit else [mix(dark, "#ffffff", 0.18), dark]
            canvas.drawRect(pane, fill(dark, shader=linear((0, y), (0, y + 40), glass)))
            canvas.drawRect(skia.Rect.MakeXYWH(left - 3, y + 40, wide / columns * 0.5 + 6, 4), fill(sill))
        y -= 66


def _road(site: Site, canvas: skia.Canvas, *, old: bool) -> None:
    y, middle = site.horizon + 18, site.at(0.5)
    growing.ground(site, canvas, "#8a7f7c" if old else "#77737a", y)
    if old:
        paving(site, canvas, y + 4, alpha=0.10)
        return
    lane = polygon([(middle - 62, y), (middle + 62, y), (middle + 620, site.bottom), (middle - 620, site.bottom)])
    far, near = site.tone("#4a4a54", 0.3), site.shaded(site.tone("#3d3d46"), 0.3)
    canvas.drawPath(lane, fill(far, shader=linear((0, y), (0, site.bottom), [far, near])))
    for side in (-1, 1):
        kerb = [
            (middle + side * 62, y),
            (middle + side * 68, y),
            (middle + side * 662, site.bottom),
            (middle + side * 620, site.bottom),
        ]
        canvas.drawPath(polygon(kerb), fill(site.tone("#a8a29e", 0.12)))
    for index in range(6):
        start, end = (index / 6) ** 1.6, ((index + 0.5) / 6) ** 1.6
        reach = site.bottom - y
        dash = [(middle - 2 - 12 * start, y + reach * start), (middle + 2 + 12 * start, y + reach * start)]
        dash += [(middle + 2 + 12 * end, y + reach * end), (middle - 2 - 12 * end, y + reach * end)]
        canvas.drawPath(polygon(dash), fill(site.tone("#e8dcc0"), 0.55))


def alley(site: Site) -> list[Plane]:
    """Draw a narrow alley: high brick walls on both sides, fire stairs, a lamp, crates."""

    def far(canvas: skia.Canvas) -> None:
        skyline(site, canvas, "city", site.horizon + 20, 300, 0.5)
        air.haze(site, canvas, site.horizon - 10, 110, 0.6)

    def ground(canvas: skia.Canvas) -> None:
        growing.ground(site, canvas, "#65606a", site.horizon + 14)
        paving(site, canvas, site.horizon + 16, alpha=0.10)

    def walls(canvas: skia.Canvas) -> None:
        for side in (-1, 1):
            _alley_wall(site, canvas, side)
        x, base = site.at(0.5) + min(210, site.width * 0.3), site.horizon - 210
        canvas.drawLine(x + 44, base - 10, x, base - 16, stroke(site.tone("#22242c"), 5))
        canvas.drawPath(polygon([(x - 22, base), (x + 22, base), (x, base - 24)]), fill(site.tone("#22242c")))
        if site.light.lamps:
            cone = polygon(
                [(x - 14, base), (x + 14, base), (x + 150, site.horizon + 120), (x - 170, site.horizon + 120)]
            )
            fade = linear((0, base), (0, site.horizon + 120), [("#ffd48a", 0.42), ("#ffd48a", 0)])
            canvas.drawPath(cone, fill("#ffd48a", blur=6, mode=skia.BlendMode.kScreen, shader=fade))
            glow(canvas, (x, base + 4), 80, "#ffd48a", 0.9)

    def things(canvas: skia.Canvas) -> None:
        crate(site, canvas, site.at(0.5) - min(330, site.width * 0.44), site.horizon + 78, 66)
        crate(site, canvas, site.at(0.5) - min(268, site.width * 0.32), site.horizon + 92, 50)
        bin_colour, x = site.tone("#4a5560", 0.04), site.at(0.5) + min(300, site.width * 0.36)
        shades = linear((x, 0), (x + 66, 0), [site.lit(bin_colour, 0.3), bin_colour, site.shaded(bin_colour, 0.4)])
        canvas.drawRRect(rounded(x, site.horizon - 4, 66, 92, 5), fill(bin_colour, shader=shades))
        canvas.drawRRect(rounded(x - 5, site.horizon - 14, 76, 14, 6), fill(site.lit(bin_colour, 0.12)))

    return [
        Plane("sky", 0.06, lambda canvas: air.sky(site, canvas)),
        Plane("far city", 0.25, far),
        Plane("ground", 0.60, ground),
        Plane("walls", 0.62, walls),
        Plane("things", 0.78, things),
        Plane("near", 1.5, lambda canvas: near_post(site, canvas, site.seed % 2)),
    ]


def _alley_wall(site: Site, canvas: skia.Canvas, side: int) -> None:
    rng = site.rng(f"wall {side}")
    colour = site.tone(rng.choice(_BRICKS), 0.10)
    middle = site.at(0.5)
    near = middle + side * min(420, site.width * 0.50)
    far = middle + side * min(150, site.width * 0.17)
    edge = site.left - 10 if side < 0 else site.right + 10
    base = site.horizon
    wall = [(far, site.top), (far, base + 24), (near, base + 120), (edge, base + 210), (edge, site.top)]
    shades = linear((far, 0), (edge, 0), [mix(colour, site.light.fog, 0.25), colour, site.shaded(colour, 0.55)])
    canvas.save()
    canvas.clipPath(polygon(wall), doAntiAlias=True)
    canvas.drawPaint(fill(colour, shader=shades))
    seams = stroke(site.shaded(colour, 0.55), 1.4, 0.5)
    for row in range(46):
        rise = row * 24
        canvas.drawLine(far, base + 24 - rise, edge, base + 190 - rise * 1.22, seams)
    for index in range(1, 5):
        for level in range(3):
            lit = rng.random() < site.light.lamps * 0.5
            _alley_window(site, canvas, (far, edge), index, level, colour, lit=lit)
    canvas.restore()


def _alley_window(
    site: Site, canvas: skia.Canvas, ends: Point, index: int, level: int, colour: str, *, lit: bool
) -> None:
    """Draw a window in a side wall that runs from x `ends[0]`, far away, to `ends[1]`."""

    def corner(share: float, rise: float) -> Point:
        y = site.horizon + 24 - rise + share * (166 - rise * 0.22)
        return ends[0] + (ends[1] - ends[0]) * share, y

    left, right = (index / 5) ** 1.15, ((index + 0.42) / 5) ** 1.15
    low = 190 + level * 175
    pane = [corner(left, low), corner(left, low + 92), corner(right, low + 92), corner(right, low)]
    glass = list(WARM) if lit else [site.shaded(colour, 0.45), site.shaded(colour, 0.7)]
    canvas.drawPath(polygon(pane), fill(colour, shader=linear((0, pane[1][1]), (0, pane[0][1]), glass)))
    canvas.drawLine(*pane[0], *pane[3], stroke(site.shaded(colour, 0.5), 6))


def crate(site: Site, canvas: skia.Canvas, x: float, base: float, size: float) -> None:
    """Draw a wooden crate whose lower left corner is (x, base)."""
    wood = site.tone("#94693f", 0.04)
    shades = linear((x, 0), (x + size, 0), [site.lit(wood, 0.2), site.shaded(wood, 0.3)])
    canvas.drawRect(skia.Rect.MakeXYWH(x, base - size, size, size), fill(wood, shader=shades))
    edge = stroke(site.shaded(wood, 0.45), size * 0.09)
    canvas.drawRect(skia.Rect.MakeXYWH(x + 3, base - size + 3, size - 6, size - 6), edge)
    canvas.drawLine(x + 6, base - 6, x + size - 6, base - size + 6, edge)


def rooftop(site: Site) -> list[Plane]:
    """Draw a flat roof high over a city."""

    def far(canvas: skia.Canvas) -> None:
        skyline(site, canvas, "far city", site.horizon + 40, 420, 0.66)
        air.haze(site, canvas, site.horizon - 60, 120, 0.35)
        skyline(site, canvas, "city", site.horizon + 50, 300, 0.42)

    def middle(canvas: skia.Canvas) -> None:
        air.haze(site, canvas, site.horizon - 10, 100, 0.35)
        skyline(site, canvas, "near city", site.horizon + 70, 190, 0.18)

    def roof(canvas: skia.Canvas) -> None:
        y, wall = site.horizon + 26, site.tone("#7a6e6c", 0.06)
        canvas.drawRect(skia.Rect(site.left, y, site.right, y + 48), fill(site.shaded(wall, 0.15)))
        canvas.drawRect(skia.Rect(site.left, y - 12, site.right, y + 4), fill(site.lit(wall, 0.16)))
        growing.ground(site, canvas, "#77717a", y + 48)
        paving(site, canvas, y + 50, size=16, alpha=0.05)

    def things(canvas: skia.Canvas) -> None:
        x, base, dark = site.at(0.82), site.horizon + 92, site.tone("#4a4650", 0.03)
        canvas.drawRect(
            skia.Rect.MakeXYWH(x, base - 210, 250, 210),
            fill(dark, shader=linear((x, 0), (x + 250, 0), [site.lit(dark, 0.2), site.shaded(dark, 0.4)])),
        )
        canvas.drawRect(skia.Rect.MakeXYWH(x + 40, base - 150, 74, 150), fill(site.shaded(dark, 0.5)))
        if site.light.lamps:
            canvas.drawRRect(rounded(x + 62, base - 184, 30, 10, 4), fill("#ffe2a0"))
            glow(canvas, (x + 77, base - 176), 150, "#ffc467", 0.7 * site.light.lamps)
        for dx, tall in ((0.07, 76), (0.13, 54)):
            duct = site.tone("#8d939c", 0.04)
            canvas.drawRRect(
                rounded(site.at(dx), base - tall, 58, tall, 6),
                fill(duct, shader=linear((0, base - tall), (0, base), [site.lit(duct, 0.2), site.shaded(duct, 0.4)])),
            )

    return [
        Plane("sky", 0.06, lambda canvas: air.sky(site, canvas)),
        Plane("far city", 0.2, far),
        Plane("city", 0.38, middle),
        Plane("roof", 0.72, roof),
        Plane("things", 0.78, things),
        Plane("near", 1.5, lambda canvas: near_post(site, canvas, 0 if site.seed % 2 else 1)),
    ]
