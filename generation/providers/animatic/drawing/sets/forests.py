"""Forests: of firs or broad-leaved trees, with a path, a stream, great trunks or a cabin."""

from __future__ import annotations

import skia

from generation.providers.animatic.drawing.canvas import fill, glow, linear, mix, polygon, smooth, stroke

from . import air, growing, wild_life
from .life import Sprite
from .nature import GRASSES, LEAVES, PINES
from .sea import ripples
from .site import Plane, Site


def forest(site: Site) -> list[Plane]:
    """Draw a forest, of firs or broad-leaved trees, in one of four layouts: path, stream, great trunks, cabin."""
    layout = site.variant("layout", 4)
    firs = site.has("pine", "fir", "winter", "dark", "snow") or (not site.has("oak", "leafy") and site.seed % 3 != 0)

    def tree(name: str, tall: float, haze: float) -> Sprite:
        rng = site.rng(name)
        colour = rng.choice(PINES if firs else LEAVES)

        def paint(canvas: skia.Canvas) -> None:
            if firs:
                growing.pine(site, canvas, 0, 0, tall, colour, haze)
            else:
                growing.broadleaf(site, canvas, site.rng(f"{name} crown"), 0, 0, tall * 0.92, colour, haze)

        return Sprite((-0.5 * tall, -1.06 * tall, 0.5 * tall, 0.06 * tall), paint)

    def rows(
        canvas: skia.Canvas, name: str, every: float, base: float, heights: tuple[float, float], haze: float
    ) -> None:
        rng, tall = site.rng(name), heights[1] * (0.6 + 0.4 * site.rise)
        kinds = [tree(f"{name} {index}", tall, haze + 0.1 * rng.random()) for index in range(6)]
        count = round(site.span / every)
        for index in range(count):
            x = site.left + site.span * (index + rng.random()) / count
            scale = rng.uniform(heights[0] / heights[1], 1.0)
            rng.choice(kinds).draw(canvas, x, base + rng.uniform(0, 30), scale=scale, flip=rng.random() < 0.5)

    def far(canvas: skia.Canvas) -> None:
        air.ridge(site, canvas, "hills", site.horizon + 10, 150, site.tone("#3f6b62", 0.70))
        rows(canvas, "third row", 62, site.horizon + 10, (165, 240), 0.58)
        air.haze(site, canvas, site.horizon - 10, 110, 0.42)
        rows(canvas, "second row", 80, site.horizon + 16, (230, 330), 0.40)
        air.haze(site, canvas, site.horizon - 10, 110, 0.38)

    def middle(canvas: skia.Canvas) -> None:
        rows(canvas, "first row", 150, site.horizon + 30, (330, 450), 0.14)
        air.haze(site, canvas, site.horizon + 6, 90, 0.36)

    planes = [*air.heavens(site), Plane("far trees", 0.25, far)]
    source = air.sun_at(site)
    if source:
        high = (source[0], source[1] - 120)
        planes.append(Plane("rays", 0.34, lambda canvas: air.rays(site, canvas, high)))
    planes += [
        Plane("trees", 0.5, middle),
        Plane("forest floor", 0.72, lambda canvas: _forest_floor(site, canvas, layout)),
    ]
    if layout == 1:
        planes.append(Plane.living("stream", 0.73, ripples(site, site.horizon + 52, site.horizon + 108, calm=True)))
    elif layout == 2:
        planes.insert(-1, Plane("great trees", 0.64, lambda canvas: _great_trunks(site, canvas)))
    if site.light.lamps and site.light.weather == "clear":
        planes.append(Plane.living("fireflies", 1.1, wild_life.fireflies(site)))
    elif site.light.weather == "clear":
        planes.append(Plane.living("falling leaves", 1.1, wild_life.falling(site, ("#c98a3a", "#8a9a4a", "#b5703a"))))
    planes.append(Plane("near", 1.5, lambda canvas: _near_trunks(site, canvas)))
    return planes


def _great_trunks(site: Site, canvas: skia.Canvas) -> None:
    """Draw old trunks, so great that only their feet are seen."""
    rng, base = site.rng("great trunks"), site.horizon + 40
    for share, wide in ((0.05, 86), (0.24, 54), (0.74, 62), (0.94, 100)):
        x, bark = site.across(share), site.tone("#5f4a38", 0.12)
        outline = [
            (x - wide * 1.3, base + 34), (x - wide * 0.5, base - 60), (x - wide * 0.42, site.top),
            (x + wide * 0.42, site.top), (x + wide * 0.5, base - 60), (x + wide * 1.4, base + 40),
        ]  # fmt: skip
        shades = linear((x - wide * 0.5, 0), (x + wide * 0.5, 0), [site.lit(bark, 0.24), bark, site.shaded(bark, 0.45)])
        canvas.drawPath(smooth(outline, closed=True, tension=0.25), fill(bark, shader=shades))
        for _ in range(5):
            left, high = x + rng.uniform(-0.3, 0.3) * wide, base - rng.uniform(60, 380)
            canvas.drawLine(left, high, left + 3, high - rng.uniform(40, 120), stroke(site.shaded(bark, 0.5), 3, 0.5))
        moss = site.tone("#5f8a4a", 0.1)
        canvas.drawOval(skia.Rect(x - wide * 1.1, base + 8, x + wide * 0.3, base + 40), fill(moss, 0.8))


def _cabin(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    wood, roof = site.tone("#7a5638", 0.2), site.tone("#4a4038", 0.2)
    canvas.drawRect(skia.Rect(x - 90, base - 90, x + 90, base), fill(wood))
    for level in range(6):
        canvas.drawLine(
            x - 96, base - 8 - level * 15, x + 96, base - 8 - level * 15, stroke(site.shaded(wood, 0.4), 3, 0.7)
        )
    canvas.drawPath(polygon([(x - 120, base - 84), (x, base - 170), (x + 120, base - 84)]), fill(roof))
    if site.snowy:
        canvas.drawPath(
            polygon([(x - 120, base - 86), (x, base - 172), (x + 120, base - 86), (x, base - 140)]), fill("#f2f6fa")
        )
    lit = "#ffd07a" if site.light.lamps > 0.3 and not site.worn else site.shaded(wood, 0.6)
    canvas.drawRect(skia.Rect(x - 62, base - 66, x - 24, base - 34), fill(lit))
    canvas.drawRect(skia.Rect(x + 14, base - 66, x + 50, base), fill(site.shaded(wood, 0.45)))
    if site.light.lamps > 0.3 and not site.worn:
        glow(canvas, (x - 43, base - 50), 130, "#ffb45a", 0.6)


def _stream(site: Site, canvas: skia.Canvas, y: float) -> None:
    """Draw a stream that crosses the wood, with a fallen trunk over it."""
    water = mix(site.light.sky[2], site.tone("#3f7a8a"), 0.5)
    bank = [(site.left - 30, y + 18), (site.at(0.3), y + 30), (site.at(0.7), y + 16), (site.right + 30, y + 34)]
    low = [(site.right + 30, y + 96), (site.at(0.7), y + 78), (site.at(0.3), y + 92), (site.left - 30, y + 76)]
    path = smooth([*bank, *low], closed=True, tension=0.6)
    canvas.drawPath(path, fill(water, shader=linear((0, y), (0, y + 96), [mix(water, "#ffffff", 0.3), water])))
    canvas.drawPath(path, stroke(site.tone("#6a5a40", 0.06), 7, 0.6))
    bark, x = site.tone("#5a4632", 0.05), site.across(0.68)
    canvas.drawLine(x - 130, y + 22, x + 90, y + 92, stroke(site.shaded(bark, 0.3), 40))
    canvas.drawLine(x - 130, y + 14, x + 90, y + 84, stroke(bark, 34))
    canvas.drawCircle(x + 92, y + 85, 17, fill(site.tone("#c8a878", 0.05)))


def _forest_floor(site: Site, canvas: skia.Canvas, layout: int) -> None:
    rng, start = site.rng("undergrowth"), site.horizon + 26
    growing.ground(site, canvas, "#49663f", start)
    count = round(site.span / 40)
    for index in range(count):
        x = site.left + site.span * (index + rng.random()) / count
        colour = rng.choice(("#3d6a48", "#2f5a44", "#4b7a4e"))
        growing.bush(site, canvas, x, start + 14, rng.uniform(22, 50), colour, 0.2)
    if layout == 3:
        _cabin(site, canvas, site.across(0.66), start + 24)
    if layout != 1:
        growing.path_strip(site, canvas, "#b79b72", y=start, bend=site.seed % 5)
    growing.grass(site, canvas, "grass", GRASSES, start + 8)
    if layout == 1:
        _stream(site, canvas, start + 20)
    _mushrooms(site, canvas, start)


def _mushrooms(site: Site, canvas: skia.Canvas, start: float) -> None:
    rng = site.rng("mushrooms")
    for _ in range(round(site.span / 110)):
        x, y = rng.uniform(site.left, site.right), rng.uniform(start + 34, site.height * 0.98)
        size = 3 + (y - site.horizon) * 0.02
        if abs(x - site.across(0.52)) < site.width * 0.24:
            continue
        canvas.drawLine(x, y, x, y - size * 1.6, stroke(site.tone("#efe2cf"), size * 0.55))
        cap = [(x - size * 1.4, y - size * 1.4), (x, y - size * 3), (x + size * 1.4, y - size * 1.4)]
        canvas.drawPath(smooth(cap, closed=True, tension=0.9), fill(site.tone("#d0493f", 0.05)))


def _near_trunks(site: Site, canvas: skia.Canvas) -> None:
    dark = site.shaded(site.grade.colour("#0d2a20"), 0.6)
    top, low, half = site.top, site.bottom, site.height * 0.5
    for x, wide in ((site.left + 20, 88), (site.right - 14, 108)):
        side = [(-0.5, low), (-0.36, half), (-0.42, top), (0.42, top), (0.34, half), (0.6, low)]
        trunk = [(x + wide * dx, y) for dx, y in side]
        canvas.drawPath(smooth(trunk, closed=True, tension=0.6), fill(dark, blur=2.5))
    growing.near_leaves(site, canvas, "#0d2a20")
