"""Where people go for fun: playground, stadium, zoo, camp."""

from __future__ import annotations

import math

import skia

from generation.providers.animatic.drawing.canvas import fill, glow, linear, polygon, rounded, smooth, stroke

from . import air, growing, wild_life
from .building import fence, paving
from .extras import passers
from .fire import fire_light, flame, smoke
from .life import together
from .site import Plane, Site
from .town import skyline

BRIGHT = ("#e0483e", "#3fa0d8", "#f0b53c", "#5ab06a", "#b06ad0")


def playground(site: Site) -> list[Plane]:
    """Draw a playground: a slide, swings that move, a seesaw, a sandpit, houses or trees behind."""
    base = site.horizon + 16

    def far(canvas: skia.Canvas) -> None:
        if site.variant("behind", 2):
            skyline(site, canvas, "flats", base, 220 * site.rise, 0.5)
        rng = site.rng("trees")
        for index in range(round(site.span / 84)):
            growing.broadleaf(
                site,
                canvas,
                rng,
                site.left + index * 84,
                base + 8,
                rng.uniform(120, 190) * (0.6 + 0.4 * site.rise),
                rng.choice(("#5d8f4a", "#7a9a4c")),
                0.4,
            )

    def ground(canvas: skia.Canvas) -> None:
        growing.ground(site, canvas, "#7aa052", base)
        sand = site.tone("#e0c68a", 0.08)
        canvas.drawOval(skia.Rect(site.at(0.5) - 330, base + 40, site.at(0.5) + 330, base + 210), fill(sand))
        growing.grass(site, canvas, "grass", ("#5d8a4c", "#7fa05a"), base + 8, count=150)
        _slide(site, canvas, site.across(0.78), base + 84)
        for share in (0.12, 0.36):
            for dx, lean in ((-18, -20), (18, 20)):
                canvas.drawLine(
                    site.across(share) + dx * 0,
                    base - 130,
                    site.across(share) + dx + lean,
                    base + 70,
                    stroke(site.tone("#c8342c", 0.05), 9),
                )
        canvas.drawLine(
            site.across(0.12), base - 130, site.across(0.36), base - 130, stroke(site.tone("#e8b03c", 0.05), 11)
        )
        fence(site, canvas, site.left, site.right, base + 22, 34, site.tone("#d8cfb8", 0.2))

    def seats(canvas: skia.Canvas, seconds: float) -> None:
        for index, share in enumerate((0.18, 0.30)):
            angle = (0.34 if index else 0.2) * math.sin(seconds * (2.0 + 0.15 * index))
            x, y, reach = site.across(share), base - 128, 160.0
            end = (x + math.sin(angle) * reach, y + math.cos(angle) * reach)
            for dx in (-14, 14):
                canvas.drawLine(x + dx, y, end[0] + dx, end[1], stroke(site.tone("#5a6068", 0.05), 2.6))
            canvas.drawLine(end[0] - 22, end[1], end[0] + 22, end[1], stroke(site.tone("#2a2c30", 0.05), 9))

    return [
        *air.heavens(site),
        Plane("trees", 0.3, far),
        Plane("playground", 0.70, ground),
        Plane.living("swings", 0.72, seats),
        Plane("near leaves", 1.5, lambda canvas: growing.near_leaves(site, canvas, "#1f3a1c")),
    ]


def _slide(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    red, yellow = site.tone("#d8483c", 0.04), site.tone("#f0b53c", 0.04)
    for dx in (0, 62):
        canvas.drawLine(x + dx, base, x + dx, base - 190, stroke(red, 9))
    for step in range(6):
        canvas.drawLine(x, base - 24 - step * 26, x + 62, base - 24 - step * 26, stroke(red, 6))
    canvas.drawPath(
        polygon([(x - 18, base - 230), (x + 31, base - 286), (x + 80, base - 230)]), fill(site.tone("#3fa0d8", 0.04))
    )
    chute = [(x - 4, base - 176), (x - 40, base - 150), (x - 110, base - 40), (x - 170, base - 10)]
    canvas.drawPath(smooth(chute, tension=0.8), stroke(yellow, 30))
    canvas.drawPath(smooth(chute, tension=0.8), stroke(site.lit(yellow, 0.3), 14))
    canvas.drawOval(skia.Rect(x - 190, base - 6, x + 90, base + 14), fill(site.light.shade, 0.22, blur=4))


def stadium(site: Site) -> list[Plane]:
    """Draw a stadium: a stand full of moving people, floodlights, a board, the pitch with its lines and a goal."""
    base = site.horizon + 22
    top = base - 230 * (0.7 + 0.3 * site.rise)

    def stand(canvas: skia.Canvas) -> None:
        grey = site.tone("#8a8f96", 0.2)
        canvas.drawRect(
            skia.Rect(site.left, top, site.right, base),
            fill(grey, shader=linear((0, top), (0, base), [site.shaded(grey, 0.5), grey])),
        )
        canvas.drawPath(
            polygon([(site.left, top - 60), (site.right, top - 60), (site.right, top - 14), (site.left, top - 14)]),
            fill(site.tone("#d8dce0", 0.2)),
        )
        for index in range(int(site.span / 170) + 1):
            x = site.left + index * 170
            canvas.drawLine(x, top - 14, x, base, stroke(site.shaded(grey, 0.4), 6))
        canvas.drawRect(skia.Rect(site.left, base - 30, site.right, base), fill(site.tone("#2c4a7a", 0.12)))
        rng = site.rng("adverts")
        for index in range(int(site.span / 150) + 1):
            canvas.drawRect(
                skia.Rect.MakeXYWH(site.left + index * 150 + 8, base - 24, 124, 18),
                fill(site.tone(rng.choice(BRIGHT), 0.1)),
            )
        x = site.across(0.66)
        canvas.drawRRect(rounded(x - 120, top - 170, 240, 110, 6), fill("#141a22"))
        for row in range(2):
            canvas.drawRect(skia.Rect.MakeXYWH(x - 96, top - 150 + row * 40, 120, 14), fill("#ffc84a", 0.9))
            canvas.drawRect(skia.Rect.MakeXYWH(x + 60, top - 156 + row * 40, 26, 26), fill("#ffc84a", 0.9))
        for share in (0.06, 0.94):
            x = site.across(share)
            canvas.drawLine(x, top, x, top - 250, stroke(site.tone("#5a6068", 0.2), 9))
            canvas.drawRRect(rounded(x - 60, top - 300, 120, 60, 6), fill(site.tone("#3a4046", 0.2)))
            for dx in (-40, -14, 14, 40):
                for dy in (-286, -262):
                    canvas.drawCircle(
                        x + dx, top + dy, 9, fill("#fffbe8" if site.light.lamps else site.tone("#dfe4e8", 0.1))
                    )
            if site.light.lamps:
                glow(canvas, (x, top - 270), 260, "#f4f8ff", 0.7)

    rng = site.rng("crowd")
    fans: dict[str, list[tuple[float, float, float]]] = {}
    for _ in range(0 if site.worn else round(site.span * 0.36)):
        spot = (rng.uniform(site.left, site.right), rng.uniform(top + 8, base - 42), rng.uniform(0, math.tau))
        fans.setdefault(site.tone(rng.choice((*BRIGHT, "#e8e4da", "#2f3440", "#c8a080")), 0.3), []).append(spot)
    paints = {colour: stroke(colour, 12) for colour in fans}

    def crowd(canvas: skia.Canvas, seconds: float) -> None:
        for colour, spots in fans.items():
            hop = [skia.Point(x, y - 2.4 * (1 + math.sin(seconds * 3 + phase))) for x, y, phase in spots]
            canvas.drawPoints(skia.Canvas.kPoints_PointMode, hop, paints[colour])

    def pitch(canvas: skia.Canvas) -> None:
        growing.ground(site, canvas, "#5a9a4a", base)
        middle, reach = site.at(0.5), site.bottom - base
        for index in range(-10, 11, 2):
            band = [
                (middle + index * 90, base),
                (middle + (index + 1) * 90, base),
                (middle + (index + 1) * 240, site.bottom),
                (middle + index * 240, site.bottom),
            ]
            canvas.drawPath(polygon(band), fill("#ffffff", 0.07))
        line = stroke(site.tone("#f4f4ee", 0.1), 5, 0.85)
        canvas.drawLine(site.left, base + 14, site.right, base + 14, line)
        canvas.drawOval(skia.Rect(middle - 330, base + reach * 0.3, middle + 330, base + reach * 0.72), line)
        x = site.across(0.28)
        canvas.drawRect(skia.Rect(x - 90, base - 80, x + 90, base + 18), fill("#ffffff", 0.12))
        canvas.drawPath(
            polygon([(x - 90, base + 18), (x - 90, base - 80), (x + 90, base - 80), (x + 90, base + 18)], closed=False),
            stroke("#ffffff", 7),
        )

    return [
        *air.heavens(site),
        Plane("stand", 0.45, stand),
        Plane.living("crowd", 0.5, crowd),
        Plane("pitch", 0.70, pitch),
    ]


def zoo(site: Site) -> list[Plane]:
    """Draw a zoo: enclosures behind bars, an elephant and a giraffe that move, rocks, signs, trees, visitors."""
    base = site.horizon + 18

    def far(canvas: skia.Canvas) -> None:
        rng = site.rng("trees")
        for index in range(round(site.span / 80)):
            growing.broadleaf(
                site,
                canvas,
                rng,
                site.left + index * 80,
                base + 4,
                rng.uniform(130, 210) * (0.6 + 0.4 * site.rise),
                rng.choice(("#5d8f4a", "#7a9a4c")),
                0.4,
            )
        for share in (0.04, 0.96):
            growing.palm(site, canvas, site.across(share), base + 30, 330, 0.2, 0.1 if share < 0.5 else -0.1)

    def ground(canvas: skia.Canvas) -> None:
        growing.ground(site, canvas, "#b8a070", base)
        rng = site.rng("rocks")
        for share, size in ((0.5, 60), (0.56, 40), (0.44, 34)):
            growing.rock(site, canvas, rng, site.across(share), base + 30, size, site.tone("#8f8a84", 0.16))

    def animals(canvas: skia.Canvas, seconds: float) -> None:
        _elephant(site, canvas, site.across(0.24), base + 34, seconds)
        _giraffe(site, canvas, site.across(0.74), base + 34, seconds)

    def bars(canvas: skia.Canvas) -> None:
        path_y = base + 92
        canvas.drawRect(
            skia.Rect(site.left, path_y, site.right, site.bottom),
            fill(
                site.tone("#c8b8a0", 0.04),
                shader=linear(
                    (0, path_y), (0, site.bottom), [site.tone("#c8b8a0", 0.1), site.shaded(site.tone("#c8b8a0"), 0.3)]
                ),
            ),
        )
        paving(site, canvas, path_y, size=14, alpha=0.05)
        iron = site.tone("#3f5a4a", 0.04)
        for index in range(int(site.span / 30) + 1):
            canvas.drawLine(site.left + index * 30, path_y + 8, site.left + index * 30, path_y - 84, stroke(iron, 4))
        for drop in (84, 20):
            canvas.drawLine(site.left, path_y - drop, site.right, path_y - drop, stroke(iron, 7))
        for share, wide in ((0.14, 74), (0.86, 74)):
            x = site.across(share)
            canvas.drawLine(x, path_y + 20, x, path_y - 90, stroke(site.tone("#6a4630", 0.03), 9))
            canvas.drawRRect(rounded(x - wide / 2, path_y - 130, wide, 52, 6), fill(site.tone("#e8d8a8", 0.03)))
            canvas.drawCircle(x, path_y - 104, 14, fill(site.tone("#8a6a3a", 0.03)))

    return [
        *air.heavens(site),
        Plane("trees", 0.3, far),
        Plane("enclosure", 0.55, ground),
        Plane.living("animals", 0.6, animals),
        Plane("bars", 0.70, bars),
        Plane.living("visitors", 0.74, passers(site, "visitors", base + 116, site.peopled(1), haze=0.24)),
        Plane("near leaves", 1.5, lambda canvas: growing.overhang(site, canvas, "#2a4a2a")),
    ]


def _elephant(site: Site, canvas: skia.Canvas, x: float, base: float, seconds: float) -> None:
    grey = site.tone("#8f8f96", 0.12)
    for dx in (-70, -36, 34, 66):
        canvas.drawRRect(
            rounded(x + dx - 16, base - 80, 34, 84, 12), fill(site.shaded(grey, 0.2 if dx in {-36, 34} else 0.06))
        )
    canvas.drawRRect(
        rounded(x - 100, base - 190, 196, 130, 62),
        fill(grey, shader=linear((0, base - 190), (0, base - 60), [site.lit(grey, 0.2), site.shaded(grey, 0.25)])),
    )
    canvas.drawCircle(x + 104, base - 166, 52, fill(grey))
    flap = 1 + 0.1 * math.sin(seconds * 1.2)
    canvas.drawOval(skia.Rect(x + 48, base - 206, x + 48 + 56 * flap, base - 112), fill(site.shaded(grey, 0.2)))
    sway = 16 * math.sin(seconds * 0.9)
    canvas.drawPath(
        smooth(
            [
                (x + 146, base - 160),
                (x + 166, base - 110),
                (x + 160 + sway, base - 50),
                (x + 176 + sway * 1.3, base - 26),
            ],
            tension=1,
        ),
        stroke(grey, 22),
    )
    canvas.drawCircle(x + 122, base - 178, 5, fill("#1c1c20"))


def _giraffe(site: Site, canvas: skia.Canvas, x: float, base: float, seconds: float) -> None:
    coat, spot = site.tone("#e0b45a", 0.12), site.tone("#9a6a34", 0.12)
    for dx in (-46, -24, 30, 50):
        canvas.drawLine(x + dx, base - 130, x + dx, base, stroke(site.shaded(coat, 0.1), 13))
    canvas.drawPath(
        smooth(
            [(x - 66, base - 180), (x + 56, base - 206), (x + 66, base - 130), (x - 60, base - 124)],
            closed=True,
            tension=0.6,
        ),
        fill(coat),
    )
    lean = 14 * math.sin(seconds * 0.6)
    head = (x + 96 + lean, base - 372)
    canvas.drawPath(
        smooth([(x + 44, base - 180), (x + 74 + lean * 0.4, base - 280), head], tension=1), stroke(coat, 32)
    )
    canvas.drawOval(skia.Rect(head[0] - 18, head[1] - 22, head[0] + 50, head[1] + 16), fill(coat))
    for dx in (-4, 10):
        canvas.drawLine(head[0] + dx, head[1] - 16, head[0] + dx - 3, head[1] - 38, stroke(spot, 5))
    for dx, dy in (
        (-40, -170),
        (-12, -158),
        (18, -178),
        (40, -150),
        (-30, -142),
        (6, -140),
        (56, -214),
        (64, -252),
        (74, -292),
    ):
        canvas.drawCircle(x + dx + (lean * 0.4 if dy < -200 else 0), base + dy, 9, fill(spot))


def camp(site: Site) -> list[Plane]:
    """Draw a camp at the edge of a wood: tents, a fire that throws its light and smoke, logs, stars."""
    base = site.horizon + 24

    def far(canvas: skia.Canvas) -> None:
        air.ridge(site, canvas, "hills", site.horizon + 6, 170, site.tone("#3f6b62", 0.62))
        for row, (drop, haze) in enumerate(((0, 0.5), (10, 0.3))):
            rng = site.rng(f"pines {row}")
            for index in range(round(site.span / (66 + 26 * row))):
                x = site.left + index * (66 + 26 * row) + rng.uniform(-20, 20)
                growing.pine(
                    site,
                    canvas,
                    x,
                    base + drop,
                    rng.uniform(190, 320) * (0.6 + 0.4 * site.rise),
                    rng.choice(("#2c6650", "#3a7055")),
                    haze,
                )

    def ground(canvas: skia.Canvas) -> None:
        growing.ground(site, canvas, "#5f6f42", base)
        growing.grass(site, canvas, "grass", ("#5d8a4c", "#466f42"), base + 8, count=220)
        for share, size, colour in ((0.10, 1.1, "#d8783c"), (0.84, 1.25, "#4a8a7a")):
            x, foot = site.across(share), base + 78
            cloth = site.tone(site.painted("tent", colour), 0.05)
            canvas.drawOval(
                skia.Rect(x - 150 * size, foot - 10, x + 150 * size, foot + 16), fill(site.light.shade, 0.3, blur=4)
            )
            canvas.drawPath(
                polygon([(x - 140 * size, foot), (x - 10 * size, foot - 150 * size), (x + 140 * size, foot)]),
                fill(
                    cloth,
                    shader=linear(
                        (x - 140 * size, 0), (x + 140 * size, 0), [site.lit(cloth, 0.25), site.shaded(cloth, 0.35)]
                    ),
                ),
            )
            canvas.drawPath(
                polygon([(x - 50 * size, foot), (x - 10 * size, foot - 146 * size), (x + 26 * size, foot)]),
                fill("#ffcf8a" if site.light.lamps > 0.5 else site.shaded(cloth, 0.6), 0.9),
            )
        x = site.across(0.34)
        for dx, lean in ((-30, 26), (30, -26), (0, 4)):
            canvas.drawLine(x + dx, base + 92, x + dx + lean, base + 70, stroke(site.tone("#4a3020", 0.04), 12))
        for dx in (-120, 110):
            canvas.drawLine(x + dx - 46, base + 100, x + dx + 46, base + 104, stroke(site.tone("#6a4a30", 0.04), 26))

    x = site.across(0.34)
    fire = together(
        fire_light(site, x, base + 92, 330),
        flame(site, x, base + 86, 84, wide=0.5),
        smoke(site, x, base + 6, rise=240, size=1.0, alpha=0.3),
    )
    flies = wild_life.fireflies(site) if site.light.lamps and site.light.weather == "clear" else together()
    return [
        *air.heavens(site),
        Plane("far trees", 0.28, far),
        Plane("clearing", 0.70, ground),
        Plane.living("fire", 0.74, fire),
        Plane.living("fireflies", 1.1, flies),
        Plane("near leaves", 1.5, lambda canvas: growing.near_leaves(site, canvas, "#0d2a20")),
    ]
