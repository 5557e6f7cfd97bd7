"""Roads out of town, great bridges, airfields."""

from __future__ import annotations

import skia

from generation.providers.animatic.drawing.canvas import fill, linear, mix, polygon, rounded, smooth, stroke

from . import air, future_works, growing, wild_life
from .building import fence, house
from .crossings import old_bridge
from .life import Sprite, around, halo, together
from .sea import ripples, sea
from .site import Plane, Site
from .town import skyline
from .vehicles import parked, traffic


def highway(site: Site) -> list[Plane]:
    """Draw a road through open country to the horizon: posts, hills or mesas, a petrol station or a sign."""
    base, layout = site.horizon + 10, site.variant("layout", 3)
    dry, old = site.has("desert", "route", "frontier", "mojave") or layout == 0, site.era in {"medieval", "victorian"}

    def far(canvas: skia.Canvas) -> None:
        air.ridge(site, canvas, "far", base - 4, 150, site.tone("#a87a6a" if dry else "#6f8a96", 0.6), jagged=dry)
        air.ridge(site, canvas, "near", base + 6, 70, site.tone("#c89a6a" if dry else "#7a9a5a", 0.4))
        air.haze(site, canvas, base, 50, 0.35)

    def road(canvas: skia.Canvas) -> None:
        growing.ground(site, canvas, "#cfa468" if dry else "#7a9a52", base)
        growing.grass(
            site, canvas, "grass", ("#b8a05a", "#8a8a4a") if dry else ("#5d8a4c", "#7fa05a"), base + 10, count=180
        )
        middle = site.across(0.36)
        tar = site.tone("#4a4a52" if not old else "#a88a64", 0.12)
        lane = [
            (middle - 8, base),
            (middle + 8, base),
            (site.at(0.5) + 640, site.bottom),
            (site.at(0.5) - 420, site.bottom),
        ]
        canvas.drawPath(
            polygon(lane), fill(tar, shader=linear((0, base), (0, site.bottom), [mix(tar, site.light.fog, 0.5), tar]))
        )
        for index in range(6 if not old else 0):
            near, far_end = ((index + 0.5) / 6) ** 1.8, (index / 6) ** 1.8
            path = [
                (
                    middle + (site.at(0.5) + 110 - middle) * share + side * (1 + 12 * share),
                    base + (site.bottom - base) * share,
                )
                for share, side in ((far_end, -1), (far_end, 1), (near, 1), (near, -1))
            ]
            canvas.drawPath(polygon(path), fill(site.tone("#f0dc9a", 0.1), 0.85))
        for index in range(5):
            share = 0.08 + 0.2 * index
            x, foot, tall = (
                site.across(0.36) + (site.at(1.12) - site.across(0.36)) * share**1.4,
                base + 40 * share,
                40 + 300 * share**1.3,
            )
            canvas.drawLine(
                x, foot + 30 * share, x, foot - tall, stroke(site.tone("#5a4434", 0.3 - 0.2 * share), 2 + 7 * share)
            )
            canvas.drawLine(
                x - 26 * share - 4,
                foot - tall * 0.9,
                x + 26 * share + 4,
                foot - tall * 0.9,
                stroke(site.tone("#5a4434", 0.3 - 0.2 * share), 2 + 4 * share),
            )

    def things(canvas: skia.Canvas) -> None:
        if layout == 1 and not old:
            _petrol_station(site, canvas, site.across(0.80), base + 74)
        elif layout == 2:
            house(
                site,
                canvas,
                site.rng("motel"),
                site.across(0.72),
                base + 60,
                250,
                96,
                "#d8b890",
                "#8a4a3a",
                0.12,
                gabled=False,
            )
            fence(site, canvas, site.left, site.across(0.2), base + 90, 50, site.tone("#a08868", 0.05))
        elif not old:
            x, foot = site.across(0.80), base + 84
            canvas.drawLine(x, foot, x, foot - 130, stroke(site.tone("#8a8f94", 0.05), 8))
            canvas.drawRRect(rounded(x - 76, foot - 230, 152, 104, 8), fill(site.tone("#2f7a52", 0.05)))
            for row in range(3):
                canvas.drawRect(
                    skia.Rect.MakeXYWH(x - 56, foot - 212 + row * 28, 80 + 12 * row, 10), fill("#f4f8f4", 0.9)
                )
            parked(site, canvas, "broken down", site.across(0.15), base + 96, 124)
        rng = site.rng("bushes")
        for _ in range(7):
            growing.bush(
                site,
                canvas,
                rng.uniform(site.left, site.right),
                base + rng.uniform(24, 60),
                rng.uniform(10, 24),
                "#7a8a4a" if not dry else "#9a8a5a",
                0.2,
            )

    cars = traffic(site, "road", ((base + 15, 30, 1), (base + 20, 34, -1)), count=1, speed=70)
    mover = wild_life.blown_sand(site, "#f0d09a") if dry else together()
    return [
        *air.heavens(site),
        Plane("hills", 0.25, far),
        Plane("road", 0.68, road),
        Plane("roadside", 0.72, things),
        Plane.living("road life", 0.74, together(cars, mover)),
    ]


def _petrol_station(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    white, red = site.tone("#f0ece2", 0.08), site.tone("#c8342c", 0.08)
    canvas.drawRect(
        skia.Rect(x - 60, base - 120, x + 200, base),
        fill(white, shader=linear((0, base - 120), (0, base), [white, site.shaded(white, 0.2)])),
    )
    canvas.drawRect(
        skia.Rect(x - 40, base - 90, x + 60, base - 20),
        fill("#ffe2a0" if site.light.lamps else site.tone("#9ab8c4", 0.08)),
    )
    canvas.drawRect(skia.Rect(x - 220, base - 176, x + 210, base - 142), fill(red))
    for dx in (-200, -70):
        canvas.drawLine(x + dx, base - 142, x + dx, base, stroke(white, 11))
    for dx in (-160, -112):
        canvas.drawRRect(rounded(x + dx, base - 84, 36, 84, 8), fill(red))
        canvas.drawRect(skia.Rect.MakeXYWH(x + dx + 6, base - 76, 24, 20), fill(white))
    if site.light.lamps:
        halo(canvas, x - 130, base - 100, 260, "#fff2d0", 0.5 * site.light.lamps)


def bridge(site: Site) -> list[Plane]:
    """Draw a great bridge that we stand on: towers and cables against the sky, its railing, water and a city below.

    Before steel it is one of stone, wood or iron.
    """
    if site.era in {"medieval", "victorian"} or site.has("stone", "wooden", "rope", "old", "arch", "footbridge"):
        return old_bridge(site)
    base, line = site.horizon + 36, site.horizon - 10
    iron_colour = site.painted("bridge", site.pick("bridge", ("#b8483a", "#6a7a86", "#8a7a68")))

    def far(canvas: skia.Canvas) -> None:
        skyline(site, canvas, "far city", line, 230 * site.rise, 0.55)
        air.haze(site, canvas, line - 20, 80, 0.4)
        sea(site, canvas, line, "#2a4a62")

    def cables(canvas: skia.Canvas) -> None:
        if site.era == "future":
            future_works.arches(site, canvas, base)
            return
        iron = site.tone(iron_colour, 0.12)
        for share in (0.16, 0.84):
            x = site.across(share)
            top = base - 430 * (0.7 + 0.3 * site.rise)
            for dx in (-34, 34):
                canvas.drawRect(
                    skia.Rect(x + dx - 13, top, x + dx + 13, base + 10),
                    fill(
                        iron,
                        shader=linear(
                            (x + dx - 13, 0), (x + dx + 13, 0), [site.lit(iron, 0.3), site.shaded(iron, 0.35)]
                        ),
                    ),
                )
            for level in range(4):
                y = top + 26 + level * (base - top) / 4
                canvas.drawRect(skia.Rect(x - 40, y, x + 40, y + 17), fill(site.shaded(iron, 0.15)))
        top = base - 420 * (0.7 + 0.3 * site.rise)
        sag = smooth(
            [
                (site.across(-0.4), base - 120),
                (site.across(0.16), top),
                (site.across(0.5), base - 70),
                (site.across(0.84), top),
                (site.across(1.4), base - 120),
            ],
            tension=0.9,
        )
        canvas.drawPath(sag, stroke(site.shaded(iron, 0.2), 8))
        for index in range(21):
            share = 0.18 + 0.64 * index / 20
            swing = ((share - 0.5) / 0.34) ** 2
            canvas.drawLine(
                site.across(share),
                base - 70 - (base - 70 - top) * swing * 0.97,
                site.across(share),
                base,
                stroke(iron, 2.4),
            )

    def deck(canvas: skia.Canvas) -> None:
        growing.ground(site, canvas, "#85807e", base)
        iron = site.tone(iron_colour, 0.06)
        for index in range(int(site.span / 26) + 1):
            canvas.drawLine(site.left + index * 26, base + 24, site.left + index * 26, base - 44, stroke(iron, 4))
        for drop, thick in ((46, 10), (-20, 8)):
            canvas.drawLine(site.left, base - drop, site.right, base - drop, stroke(site.lit(iron, 0.15), thick))
        for index in range(-12, 13):
            canvas.drawLine(
                site.at(0.5) + index * 70,
                base + 24,
                site.at(0.5) + index * 220,
                site.bottom,
                stroke(site.light.shade, 2, 0.2),
            )

    boat = Sprite((-90, -60, 90, 6), lambda canvas: _barge(site, canvas))
    course = around(site.at(0.4), 9, site.left - 100, site.right + 100)
    waves = ripples(site, line + 4, base - 30, lights=True)
    return [
        *air.heavens(site, birds_at=(site.at(0.5), site.horizon * 0.5)),
        Plane("city", 0.24, far),
        Plane.living(
            "river",
            0.28,
            together(waves, lambda canvas, seconds: boat.draw(canvas, course(seconds), line + 26, scale=0.7)),
        ),
        Plane("cables", 0.55, cables),
        Plane("deck", 0.70, deck),
    ]


def _barge(site: Site, canvas: skia.Canvas) -> None:
    hull = site.tone("#3a4048", 0.3)
    canvas.drawPath(polygon([(-86, -14), (86, -16), (72, 2), (-74, 2)]), fill(hull))
    canvas.drawRect(skia.Rect(-70, -40, -36, -12), fill(site.tone("#d8d4c8", 0.3)))
    for index in range(4):
        canvas.drawRect(
            skia.Rect.MakeXYWH(-24 + index * 25, -28, 22, 15),
            fill(site.tone(("#b8483c", "#3f6a9a", "#c8a040", "#5a8a6a")[index], 0.3)),
        )


def airfield(site: Site) -> list[Plane]:
    """Draw an airfield: an aeroplane of its era on the apron, a hangar, a tower, a windsock, the runway."""
    base = site.horizon + 14

    def far(canvas: skia.Canvas) -> None:
        air.ridge(site, canvas, "hills", base, 80, site.tone("#7a9086", 0.58))
        metal = site.tone("#9aa4a8", 0.22)
        x = site.across(0.16)
        canvas.drawPath(
            smooth(
                [
                    (x - 170, base + 14),
                    (x - 160, base - 80),
                    (x, base - 150),
                    (x + 160, base - 80),
                    (x + 170, base + 14),
                ],
                closed=True,
                tension=0.4,
            ),
            fill(metal, shader=linear((0, base - 150), (0, base), [site.lit(metal, 0.25), site.shaded(metal, 0.3)])),
        )
        canvas.drawRect(skia.Rect(x - 110, base - 76, x + 110, base + 12), fill(site.shaded(metal, 0.6)))
        tower = site.across(0.90)
        canvas.drawRect(skia.Rect(tower - 20, base - 200, tower + 20, base + 10), fill(site.tone("#d8d4c8", 0.24)))
        canvas.drawPath(
            polygon(
                [(tower - 50, base - 246), (tower + 50, base - 246), (tower + 34, base - 196), (tower - 34, base - 196)]
            ),
            fill("#ffe2a0" if site.light.lamps else site.tone("#7a9aa8", 0.24)),
        )
        canvas.drawRect(skia.Rect(tower - 54, base - 258, tower + 54, base - 244), fill(site.tone("#c8423b", 0.2)))

    def runway(canvas: skia.Canvas) -> None:
        growing.ground(site, canvas, "#7a9a58", base)
        tar = site.tone("#5a5a60", 0.1)
        canvas.drawRect(
            skia.Rect(site.left, base + 40, site.right, site.bottom),
            fill(tar, shader=linear((0, base + 40), (0, site.bottom), [site.lit(tar, 0.15), site.shaded(tar, 0.25)])),
        )
        for index in range(int(site.span / 190) + 1):
            canvas.drawRect(skia.Rect.MakeXYWH(site.left + index * 190, base + 176, 110, 9), fill("#f0ecd8", 0.75))
        aeroplane(site, canvas, site.across(0.60), base + 92)

    sock = wild_life.flag(site, site.across(0.345), base - 120, 74, 24, ("#e8642a", "#f4f0ea"))

    def pole(canvas: skia.Canvas, seconds: float) -> None:
        canvas.drawLine(
            site.across(0.345), base + 30, site.across(0.345), base - 124, stroke(site.tone("#e8e4da", 0.1), 6)
        )
        sock(canvas, seconds)

    return [
        *air.heavens(site),
        Plane("hangar", 0.3, far),
        Plane("runway", 0.70, runway),
        Plane.living("windsock", 0.72, pole),
    ]


def aeroplane(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    """Draw an aeroplane of the site's era on the ground, about 520 units long."""
    body = site.tone(site.painted("plane", "#c8443a" if site.era in {"victorian", "classic"} else "#eef0f2"), 0.05)
    canvas.drawOval(skia.Rect(x - 260, base - 8, x + 250, base + 16), fill(site.light.shade, 0.3, blur=5))
    if site.era in {"medieval", "victorian", "classic"}:
        for y in (-86, -196):
            canvas.drawRRect(rounded(x - 150, base + y, 270, 15, 7), fill(site.tone("#e8dcb8", 0.05)))
        for dx in (-120, -30, 90):
            canvas.drawLine(x + dx, base - 182, x + dx, base - 80, stroke(site.tone("#6a4a30", 0.05), 5))
        hull = [
            (x + 160, base - 132),
            (x + 120, base - 160),
            (x - 60, base - 156),
            (x - 250, base - 116),
            (x - 250, base - 100),
            (x - 40, base - 96),
            (x + 120, base - 100),
        ]
        canvas.drawPath(
            smooth(hull, closed=True, tension=0.4),
            fill(body, shader=linear((0, base - 160), (0, base - 96), [site.lit(body, 0.3), site.shaded(body, 0.3)])),
        )
        canvas.drawPath(
            polygon([(x - 250, base - 108), (x - 280, base - 170), (x - 226, base - 160), (x - 206, base - 110)]),
            fill(body),
        )
        canvas.drawLine(x + 166, base - 200, x + 166, base - 66, stroke(site.tone("#5a3a24", 0.05), 8))
        for dx in (60, 96):
            canvas.drawLine(x + dx, base - 98, x + dx + 8, base - 22, stroke(site.tone("#4a4a50", 0.05), 6))
        canvas.drawCircle(x + 90, base - 22, 23, fill(site.tone("#22242a", 0.05)))
        return
    hull = [
        (x - 256, base - 130),
        (x - 200, base - 156),
        (x + 190, base - 156),
        (x + 250, base - 124),
        (x + 200, base - 96),
        (x - 180, base - 96),
    ]
    canvas.drawPath(
        polygon([(x - 256, base - 232), (x - 214, base - 232), (x - 140, base - 146), (x - 246, base - 140)]),
        fill(site.tone("#2f5a9a", 0.05)),
    )
    canvas.drawPath(
        smooth(hull, closed=True, tension=0.5),
        fill(body, shader=linear((0, base - 156), (0, base - 96), [site.lit(body, 0.2), site.shaded(body, 0.3)])),
    )
    for index in range(13):
        canvas.drawRRect(
            rounded(x - 150 + index * 24, base - 142, 12, 15, 5),
            fill("#ffe2a0" if site.light.lamps else site.tone("#4a6a80", 0.05)),
        )
    canvas.drawPath(
        polygon([(x - 30, base - 112), (x + 70, base - 112), (x - 80, base - 56), (x - 130, base - 56)]),
        fill(site.shaded(body, 0.25)),
    )
    canvas.drawRRect(rounded(x - 60, base - 84, 80, 34, 15), fill(site.shaded(body, 0.15)))
    for dx in (-40, 180):
        canvas.drawLine(x + dx, base - 98, x + dx, base - 16, stroke(site.tone("#5a6068", 0.05), 7))
        canvas.drawCircle(x + dx, base - 14, 15, fill(site.tone("#22242a", 0.05)))
