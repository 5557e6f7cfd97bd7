"""City streets of every era: along them, across them, boulevards, railways over them."""

from __future__ import annotations

import skia

from generation.providers.animatic.drawing.canvas import (
    fill,
    linear,
    polygon,
    rounded,
    smooth,
    stroke,
)
from generation.providers.animatic.drawing.stage import LivePainter

from . import air, facades, growing
from .building import near_post, paving, street_lamp
from .extras import passers
from .life import Sprite, around, together
from .site import Plane, Site
from .town import crossing_road, shining_road, skyline
from .vehicles import traffic


def street(site: Site) -> list[Plane]:
    """Draw a city street of its era in one of four layouts: along it, across it, a boulevard with trees."""
    # No train ran over the roofs before there were trains.
    layout = site.variant("layout", 3 if site.era in {"medieval", "victorian"} else 4)
    if site.has("square", "plaza"):
        layout = 2
    return (_along, _across, _boulevard, _viaduct)[layout](site)


def _along(site: Site) -> list[Plane]:
    old = site.era in {"medieval", "victorian"} or site.has("cobblestone", "cobbled", "old", "narrow", "ancient")

    def far(canvas: skia.Canvas) -> None:
        if old:
            air.ridge(site, canvas, "hills", site.horizon, 90, site.tone("#5d7086", 0.6))
        else:
            skyline(site, canvas, "far city", site.horizon + 10, 330 * site.rise, 0.62)
            skyline(site, canvas, "city", site.horizon + 14, 220 * site.rise, 0.40)
        air.haze(site, canvas, site.horizon - 20, 90, 0.45)

    def fronts(canvas: skia.Canvas) -> None:
        rng, base = site.rng("fronts"), site.horizon + 26
        gap = site.across(0.40), site.across(0.60)
        for side in (-1, 1):
            built = []
            x, depth = gap[side > 0], 0.30
            while site.left - 10 < x < site.right + 10:
                wide = rng.uniform(104, 138) * (1.5 - depth * 1.6)
                built.append((x if side > 0 else x - wide, wide, depth))
                x, depth = x + side * wide, max(0.04, depth - 0.09)
            for left, wide, depth in built:
                tall = rng.uniform(250, 410) * (1.3 - depth) * site.rise
                facades.front(site, canvas, rng, left, base + (0.30 - depth) * 120, wide, tall, depth)

    def road(canvas: skia.Canvas) -> None:
        _road(site, canvas, old=old)
        for share, drop, tall in ((0.10, 84, 230), (0.36, 40, 140), (0.66, 40, 140), (0.91, 84, 230)):
            street_lamp(site, canvas, site.across(share), site.horizon + drop, tall)
        shining_road(site, canvas, (0.10, 0.36, 0.66, 0.91))

    y = site.horizon + 30
    cars = traffic(site, "far", ((y, 52, 1), (y + 8, 58, -1)), count=2, speed=80)
    walkers = passers(site, "pavement", y + 22, site.peopled(4), haze=0.34)
    return [
        *air.heavens(site),
        Plane("far city", 0.25, far),
        Plane("fronts", 0.55, fronts),
        Plane("road", 0.70, road),
        Plane.living("street life", 0.72, together(cars, walkers)),
        Plane("near", 1.5, lambda canvas: near_post(site, canvas, site.seed % 2)),
    ]


def _across(site: Site) -> list[Plane]:
    base = site.horizon + 34

    def far(canvas: skia.Canvas) -> None:
        skyline(site, canvas, "far city", site.horizon + 10, 480 * site.rise, 0.66)
        air.haze(site, canvas, site.horizon - 80, 160, 0.4)

    def fronts(canvas: skia.Canvas) -> None:
        facades.row(site, canvas, "row", base, (190, 270), (300, 430), 0.14)

    def road(canvas: skia.Canvas) -> None:
        crossing_road(site, canvas, base)
        for share in (0.07, 0.93):
            street_lamp(site, canvas, site.across(share), base + 138, 270)
        shining_road(site, canvas, (0.07, 0.5, 0.93))

    return [
        *air.heavens(site),
        Plane("far city", 0.25, far),
        Plane("fronts", 0.55, fronts),
        Plane("road", 0.70, road),
        Plane.living("street life", 0.72, _busy_road(site, base)),
        Plane("near", 1.5, lambda canvas: near_post(site, canvas, site.seed % 2)),
    ]


def _busy_road(site: Site, base: float) -> LivePainter:
    cars = traffic(site, "road", ((base + 62, 104, 1), (base + 96, 124, -1)), count=1 if site.worn else 2)
    walkers = passers(site, "far pavement", base + 10, site.peopled(4), haze=0.28, tall=96)
    return together(walkers, cars)


def _boulevard(site: Site) -> list[Plane]:
    base = site.horizon + 26

    def far(canvas: skia.Canvas) -> None:
        facades.row(site, canvas, "far row", base, (120, 170), (230, 330), 0.36)
        air.haze(site, canvas, site.horizon - 60, 110, 0.3)

    def square(canvas: skia.Canvas) -> None:
        growing.ground(site, canvas, "#a89f94", base)
        paving(site, canvas, base + 4, alpha=0.08)
        _monument(site, canvas, site.across(0.66), base + 56)
        rng = site.rng("trees")
        for share in (0.06, 0.24, 0.44, 0.86):
            x = site.across(share)
            growing.broadleaf(
                site, canvas, rng, x, base + 46, rng.uniform(230, 300) * (0.7 + 0.3 * site.rise), "#5d8f4a", 0.10
            )
        for share in (0.15, 0.54, 0.95):
            street_lamp(site, canvas, site.across(share), base + 64, 190)
        shining_road(site, canvas, (0.15, 0.54, 0.95))

    cars = traffic(site, "square", ((base + 18, 62, 1),), count=2, speed=90)
    walkers = passers(site, "square", base + 44, site.peopled(5), haze=0.26)
    return [
        *air.heavens(site),
        Plane("far row", 0.4, far),
        Plane("square", 0.70, square),
        Plane.living("street life", 0.72, together(cars, walkers)),
        Plane("near leaves", 1.5, lambda canvas: growing.overhang(site, canvas, "#3f5a34")),
    ]


def _monument(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    stone, bronze = site.tone("#b8b0a4", 0.1), site.tone("#5a7a6a", 0.1)
    for step in range(3):
        canvas.drawRect(
            skia.Rect.MakeXYWH(x - 90 + step * 18, base - 16 * (step + 1), 180 - step * 36, 17),
            fill(site.shaded(stone, 0.08 * step)),
        )
    canvas.drawRect(
        skia.Rect.MakeXYWH(x - 38, base - 150, 76, 104),
        fill(stone, shader=linear((x - 38, 0), (x + 38, 0), [site.lit(stone, 0.25), site.shaded(stone, 0.35)])),
    )
    horse = [
        (-58, -196),
        (-20, -206),
        (26, -204),
        (44, -246),
        (66, -244),
        (74, -226),
        (54, -220),
        (50, -190),
        (30, -172),
        (-50, -172),
    ]
    canvas.drawPath(smooth([(x + dx, base + dy) for dx, dy in horse], closed=True, tension=0.5), fill(bronze))
    for dx, lean in ((-46, -6), (-34, 8), (24, 2), (40, 16)):
        canvas.drawLine(x + dx, base - 176, x + dx + lean, base - 150, stroke(bronze, 8))
    canvas.drawRRect(rounded(x - 22, base - 262, 32, 62, 12), fill(bronze))
    canvas.drawCircle(x - 4, base - 276, 14, fill(bronze))


def _viaduct(site: Site) -> list[Plane]:
    base, deck = site.horizon + 30, site.horizon - 150

    def far(canvas: skia.Canvas) -> None:
        skyline(site, canvas, "far city", site.horizon + 10, 420 * site.rise, 0.6)
        facades.row(site, canvas, "back row", base - 4, (130, 180), (180, 270), 0.34)

    train = Sprite((-420, -70, 420, 4), lambda canvas: elevated_train(site, canvas))
    track = around(site.at(0.1), 120, site.left - 440, site.right + 440 + site.span * 0.8)

    def rails(canvas: skia.Canvas) -> None:
        iron = site.tone("#4a5a52" if site.era != "future" else "#5a6678", 0.16)
        canvas.drawRect(
            skia.Rect(site.left, deck, site.right, deck + 26),
            fill(iron, shader=linear((0, deck), (0, deck + 26), [site.lit(iron, 0.25), site.shaded(iron, 0.4)])),
        )
        for index in range(int(site.span / 60) + 1):
            x = site.left + index * 60
            canvas.drawLine(x, deck + 26, x + 30, deck + 50, stroke(iron, 4))
            canvas.drawLine(x + 60, deck + 26, x + 30, deck + 50, stroke(iron, 4))
        canvas.drawRect(skia.Rect(site.left, deck + 48, site.right, deck + 58), fill(site.shaded(iron, 0.2)))
        for share in (0.02, 0.34, 0.68, 1.0):
            x = site.across(share)
            canvas.drawRect(
                skia.Rect(x - 15, deck + 50, x + 15, base + 30),
                fill(iron, shader=linear((x - 15, 0), (x + 15, 0), [site.lit(iron, 0.25), site.shaded(iron, 0.45)])),
            )

    def road(canvas: skia.Canvas) -> None:
        crossing_road(site, canvas, base)
        street_lamp(site, canvas, site.across(0.88), base + 136, 250)
        shining_road(site, canvas, (0.2, 0.5, 0.88))

    return [
        *air.heavens(site),
        Plane("far city", 0.3, far),
        Plane.living("train", 0.5, lambda canvas, seconds: train.draw(canvas, track(seconds), deck + 2)),
        Plane("viaduct", 0.55, rails),
        Plane("road", 0.70, road),
        Plane.living("street life", 0.72, _busy_road(site, base)),
        Plane("near", 1.5, lambda canvas: near_post(site, canvas, site.seed % 2)),
    ]


def elevated_train(site: Site, canvas: skia.Canvas) -> None:
    """Draw a train on high rails, its middle at (0, 0)."""
    body = site.tone(site.pick("elevated", ("#a83f34", "#3f6a5a", "#c8a040")), 0.18)
    for car in range(3):
        x = -416 + car * 280
        canvas.drawRRect(
            rounded(x, -66, 270, 62, 10),
            fill(body, shader=linear((0, -66), (0, -4), [site.lit(body, 0.25), site.shaded(body, 0.35)])),
        )
        for index in range(6):
            glass = "#ffe0a0" if site.light.lamps else site.tone("#b8d0dc", 0.15)
            canvas.drawRRect(rounded(x + 14 + index * 42, -54, 32, 24, 4), fill(glass))


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
