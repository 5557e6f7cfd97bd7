"""Sets in a city: alleys, roofs over it, its skyline, and what streets are made of."""

from __future__ import annotations

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

from . import air, growing
from .building import WARM, block, near_post, paving, street_lamp
from .sea import ripples, sea
from .site import Plane, Site
from .skylines import future_skyline, old_skyline

_BRICKS = ("#8a5a4a", "#7d6a62", "#a87a5c", "#6f7480", "#94646a")

_TOWERS = ("#66728a", "#5a6478", "#7a7684", "#526070")


def skyline(site: Site, canvas: skia.Canvas, name: str, base: float, tall: float, haze: float) -> None:
    """Draw a row of tall buildings whose feet stand at `base`; of roofs and steeples where the era has no towers."""
    if site.era in {"medieval", "victorian"}:
        old_skyline(site, canvas, name, base, tall, haze)
        return
    if site.era == "future":
        future_skyline(site, canvas, name, base, tall, haze)
        return
    rng = site.rng(name)
    x = site.left - 20
    while x < site.right:
        wide = rng.uniform(58, 128)
        block(site, canvas, rng, x, base, wide, tall * rng.uniform(0.45, 1.0), rng.choice(_TOWERS), haze)
        x += wide + rng.uniform(-6, 14)


def crossing_road(site: Site, canvas: skia.Canvas, base: float) -> None:
    """Draw a road that runs across the picture, a pavement behind it at `base` and one before it."""
    old = site.era in {"medieval", "victorian"}
    growing.ground(site, canvas, "#8a8580" if not old else "#8a7f74", base)
    tar = site.tone("#46464e" if not old else "#7a7068", 0.12)
    if site.snowy:
        tar = mix(tar, "#dfe6ec", 0.35)
    area = skia.Rect(site.left, base + 26, site.right, base + 118)
    canvas.drawRect(
        area, fill(tar, shader=linear((0, base + 26), (0, base + 118), [site.lit(tar, 0.1), site.shaded(tar, 0.2)]))
    )
    for y in (base + 22, base + 116):
        canvas.drawRect(skia.Rect(site.left, y, site.right, y + 6), fill(site.tone("#b8b2aa", 0.1)))
    if old:
        paving(site, canvas, base + 26, alpha=0.09)
        return
    for index in range(int(site.span / 120) + 1):
        canvas.drawRect(
            skia.Rect.MakeXYWH(site.left + index * 120, base + 70, 62, 4), fill(site.tone("#e8dcc0", 0.1), 0.7)
        )
    paving(site, canvas, base + 124, size=20, alpha=0.05)


def shining_road(site: Site, canvas: skia.Canvas, shares: tuple[float, ...]) -> None:
    """Mirror the lamps and windows of a street in its wet ground."""
    if not site.wet:
        return
    rng = site.rng("reflections")
    for share in shares:
        for _ in range(3):
            x, wide = site.across(share) + rng.uniform(-60, 60), rng.uniform(10, 26)
            colour = (
                site.grade.colour(rng.choice(("#ffd48a", "#ffb45a", "#8ad0f0", "#ff8aa0")))
                if site.light.lamps
                else site.light.sky[3]
            )
            top = site.horizon + 60
            fade = linear((0, top), (0, site.bottom), [(colour, 0.34), (colour, 0.16), (colour, 0)], [0, 0.4, 1])
            canvas.drawRect(skia.Rect(x - wide, top, x + wide, site.bottom), fill(colour, blur=7, shader=fade))


def cityscape(site: Site) -> list[Plane]:
    """Draw a city's skyline over water or from a hill: towers in the haze, lit windows and their reflections."""
    line, water = site.horizon + 6, site.variant("water", 2) == 0 or site.has("river", "bay", "waterfront")

    def far(canvas: skia.Canvas) -> None:
        skyline(site, canvas, "farthest", line, 470 * site.rise, 0.7)
        air.haze(site, canvas, line - 90, 150, 0.35)
        skyline(site, canvas, "far city", line, 350 * site.rise, 0.46)
        if site.era not in {"medieval", "victorian"}:
            _landmark(site, canvas, site.across(0.62), line)
        skyline(site, canvas, "city", line, 210, 0.26)

    def front(canvas: skia.Canvas) -> None:
        y = site.horizon + 92 if water else site.horizon + 20
        if water:
            sea(site, canvas, line, "#23405c")
        growing.ground(site, canvas, "#6a6a66" if water else "#5f7a4a", y)
        if water:
            paving(site, canvas, y + 4, size=18, alpha=0.06)
            iron = site.tone("#2f3640", 0.05)
            for index in range(int(site.span / 40) + 1):
                canvas.drawLine(site.left + index * 40, y + 6, site.left + index * 40, y - 54, stroke(iron, 4))
            canvas.drawLine(site.left, y - 54, site.right, y - 54, stroke(iron, 8))
        else:
            growing.grass(site, canvas, "grass", ("#5d8a4c", "#466f42"), y + 8, count=200)
        for share in (0.09, 0.90):
            street_lamp(site, canvas, site.across(share), y + 40, 220)

    planes = [*air.heavens(site), Plane("city", 0.3, far), Plane("front", 0.7, front)]
    if water:
        planes.append(Plane.living("glints", 0.71, ripples(site, line + 6, site.horizon + 36, lights=True)))
    planes.append(Plane("near leaves", 1.5, lambda canvas: growing.near_leaves(site, canvas, "#1f2a24")))
    return planes


def _landmark(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    """Draw the one tower that everybody knows this city by."""
    wall, kind, tall = site.tone("#6a7488", 0.34), site.variant("landmark", 3), 430 * site.rise
    shades = linear((x - 60, 0), (x + 60, 0), [site.lit(wall, 0.2), wall, site.shaded(wall, 0.3)])
    if kind == 0:
        for wide, low, high in ((60, 0, 0.55), (44, 0.55, 0.75), (28, 0.75, 0.88), (12, 0.88, 0.95)):
            canvas.drawRect(
                skia.Rect(x - wide, base - tall * high, x + wide, base - tall * low), fill(wall, shader=shades)
            )
        canvas.drawLine(x, base - tall * 0.95, x, base - tall * 1.1, stroke(wall, 4))
    elif kind == 1:
        canvas.drawPath(
            polygon([(x - 9, base), (x - 6, base - tall * 0.7), (x + 6, base - tall * 0.7), (x + 9, base)]), fill(wall)
        )
        canvas.drawOval(skia.Rect(x - 40, base - tall * 0.78, x + 40, base - tall * 0.68), fill(wall, shader=shades))
        canvas.drawLine(x, base - tall * 0.75, x, base - tall * 1.05, stroke(wall, 4))
    else:
        canvas.drawPath(
            smooth(
                [
                    (x - 46, base),
                    (x - 58, base - tall * 0.4),
                    (x, base - tall),
                    (x + 58, base - tall * 0.4),
                    (x + 46, base),
                ],
                closed=True,
                tension=0.8,
            ),
            fill(wall, shader=shades),
        )
    if site.light.lamps:
        lit, rng = skia.Path(), site.rng("landmark lights")
        for _ in range(46):
            lit.addRect(skia.Rect.MakeXYWH(x + rng.uniform(-36, 34), base - rng.uniform(20, tall * 0.54), 4, 7))
        canvas.drawPath(lit, fill("#ffd98a", 0.8 if kind == 0 else 0.0))
        glow(canvas, (x, base - tall * 0.95), 60, "#ff8a6a", 0.8)


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
        *air.heavens(site),
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
        *air.heavens(site),
        Plane("far city", 0.2, far),
        Plane("city", 0.38, middle),
        Plane("roof", 0.72, roof),
        Plane("things", 0.78, things),
        Plane("near", 1.5, lambda canvas: near_post(site, canvas, 0 if site.seed % 2 else 1)),
    ]
