"""Rooms of their own: in an igloo, a tree, a glass house, a pyramid, a wizard's tower; a pool, an alley for bowling."""

from __future__ import annotations

import math

import skia

from generation.providers.animatic.drawing.canvas import fill, glow, linear, polygon, rounded, smooth, stroke

from . import air, fittings, fixtures, furniture, goods, growing, room
from .fire import candle
from .interior import Interior
from .site import Plane, Site


def igloo_room(site: Site) -> list[Plane]:
    """Draw the inside of an igloo: a dome of snow blocks, furs on a bench, a lamp, the low way out."""
    low = site.floor
    home = Interior(site, "#d4e4f0", "#e4edf4", pattern="plain", stripes=False, lit_from=0.5)

    def blocks(canvas: skia.Canvas) -> None:
        seam = stroke(site.tone("#8fb0c8"), 4, 0.9)
        middle = site.at(0.5)
        for row in range(9):
            reach = max(site.width * 0.72, 520) * math.cos(row * 0.155)
            y = low - row * 74
            canvas.drawPath(
                smooth([(middle - reach, y + 26), (middle, y - 16), (middle + reach, y + 26)], tension=0.9), seam
            )
            for step in range(-7, 8):
                x = middle + (step + (0.5 if row % 2 else 0)) * reach * 0.17
                canvas.drawLine(x, y - 8, x * 0.97 + middle * 0.03, y - 82, seam)
        shade = site.light.shade
        for side in (-1, 1):
            edge = middle + side * max(site.width * 0.5, 420)
            canvas.drawRect(
                site.all, fill(shade, shader=linear((edge, 0), (edge - side * 260, 0), [(shade, 0.45), (shade, 0)]))
            )

    def way_out(canvas: skia.Canvas, x: float) -> None:
        arch = skia.Rect.MakeXYWH(x, low - 170, 190, 340)
        canvas.save()
        canvas.clipRect(skia.Rect(x - 30, low - 300, x + 230, low + 6))
        canvas.drawRRect(
            skia.RRect.MakeRectXY(arch.makeOutset(16, 16), 110, 110), fill(site.shaded(site.tone("#c0d4e4"), 0.15))
        )
        light = site.outside.sky
        canvas.drawRRect(
            skia.RRect.MakeRectXY(arch, 95, 95),
            fill(light[3], shader=linear((0, low - 170), (0, low), [light[1], light[3]])),
        )
        canvas.restore()

    def bench(canvas: skia.Canvas, x: float) -> None:
        snow = site.tone("#eaf2f8")
        canvas.drawRRect(
            rounded(x, low - 70, 360, 120, 22),
            fill(snow, shader=linear((0, low - 70), (0, low + 50), [snow, site.shaded(snow, 0.3)])),
        )
        for index, tone in enumerate(("#8a6242", "#a37a52", "#6a4a34")):
            canvas.drawPath(
                smooth(
                    [
                        (x + 16 + index * 110, low - 74),
                        (x + 90 + index * 100, low - 96),
                        (x + 140 + index * 100, low - 60),
                        (x + 80 + index * 106, low - 30),
                    ],
                    closed=True,
                ),
                fill(site.tone(tone)),
            )

    home.cover(blocks)
    home.hang(0.30, 190, way_out, focal=True, flip=False)
    home.stand(0.76, 360, bench, focal=True)
    home.stand(
        0.50, 90, lambda canvas, x: _seal_lamp(site, canvas, x, low + 40), live=lambda x: candle(site, x + 45, low + 16)
    )
    return home.planes()


def _seal_lamp(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    stone = site.tone("#5a5a62")
    canvas.drawPath(
        smooth([(x, base - 22), (x + 90, base - 22), (x + 74, base), (x + 16, base)], closed=True, tension=0.4),
        fill(stone),
    )
    glow(canvas, (x + 45, base - 30), 190, "#ffb45a", 0.6)


def tree_room(site: Site) -> list[Plane]:
    """Draw the room of a tree house: planks, a trunk through the floor, a round window on leaves, toys and lanterns."""
    low = site.floor
    home = Interior(site, "#b08450", "#96693c", pattern="boards", stripes=False, lit_from=0.5)

    def planks(canvas: skia.Canvas) -> None:
        seam = stroke(site.shaded(site.tone("#b08450"), 0.4), 3, 0.8)
        for index in range(int(site.span / 64) + 1):
            canvas.drawLine(site.left + index * 64, site.top, site.left + index * 64, low, seam)
        beam = site.tone("#7a5430")
        canvas.drawPath(
            polygon(
                [
                    (site.left, low - 470),
                    (site.at(0.5), low - 640),
                    (site.right, low - 470),
                    (site.right, site.top),
                    (site.left, site.top),
                ]
            ),
            fill(site.shaded(beam, 0.2)),
        )
        canvas.drawPath(
            polygon([(site.left, low - 470), (site.at(0.5), low - 640), (site.right, low - 470)], closed=False),
            stroke(beam, 22),
        )

    def trunk(canvas: skia.Canvas, x: float) -> None:
        bark = site.tone("#6a4a30")
        canvas.drawPath(
            smooth(
                [
                    (x + 10, low + 30),
                    (x + 34, low - 200),
                    (x + 24, site.top),
                    (x + 150, site.top),
                    (x + 136, low - 220),
                    (x + 170, low + 30),
                ],
                closed=True,
                tension=0.3,
            ),
            fill(bark, shader=linear((x, 0), (x + 170, 0), [site.lit(bark, 0.2), bark, site.shaded(bark, 0.4)])),
        )
        canvas.drawPath(
            smooth([(x + 130, low - 330), (x + 240, low - 420), (x + 330, low - 440)], tension=0.7), stroke(bark, 34)
        )
        leaves = skia.Path()
        rng = site.rng("indoor leaves")
        for _ in range(20):
            leaves.addCircle(x + rng.uniform(230, 400), low - rng.uniform(400, 490), rng.uniform(14, 30))
        canvas.drawPath(leaves, fill(site.tone("#5a9248")))

    def round_window(canvas: skia.Canvas, x: float) -> None:
        hole = skia.Path()
        hole.addCircle(x + 95, low - 290, 90)
        canvas.save()
        canvas.clipPath(hole, doAntiAlias=True)
        room.outside_view(site, canvas, x, low - 390, 190, 200, city=False)
        rng = site.rng("window leaves")
        for _ in range(22):
            canvas.drawCircle(
                x + rng.uniform(0, 190),
                low - 210 - rng.uniform(0, 70),
                rng.uniform(16, 34),
                fill(site.tone("#5a9248", 0.1)),
            )
        canvas.restore()
        canvas.drawCircle(x + 95, low - 290, 94, stroke(site.tone("#7a5430"), 15))
        canvas.drawLine(x + 95, low - 380, x + 95, low - 200, stroke(site.tone("#7a5430"), 8))
        canvas.drawLine(x + 5, low - 290, x + 185, low - 290, stroke(site.tone("#7a5430"), 8))

    home.cover(planks)
    home.stand(0.12, 170, trunk)
    home.hang(0.52, 190, round_window, focal=True, flip=False)
    home.hang(0.82, 240, lambda canvas, x: goods.shelves(site, canvas, "toys", x, low - 200, 240, 180))
    home.stand(0.80, 220, lambda canvas, x: furniture.table(site, canvas, x, low + 30, 220, 84, "#8a5f38"))
    home.stand(0.34, 150, lambda canvas, x: fittings.crate_stack(site, canvas, x, low + 24))
    home.rug(0.52, ("#b8483c", "#e8cf94", "#3f6a7a"), 250)
    home.lamp(0.66, above=340, size=0.75, colour="#8a6a2c")
    return home.planes()


def glass_house(site: Site) -> list[Plane]:
    """Draw a greenhouse from inside: panes in iron up to the ridge, benches of plants, hanging ferns, a gravel path."""
    base = site.floor - 30

    def glass(canvas: skia.Canvas) -> None:
        air.sky(site, canvas) if not site.interior else room.outside_view(
            site, canvas, site.left, site.top, site.span, base - site.top + 40, city=False
        )
        rng = site.rng("garden outside")
        for index in range(round(site.span / 80)):
            growing.broadleaf(
                site, canvas, rng, site.left + index * 80, base + 10, rng.uniform(120, 200), "#5d9450", 0.4
            )
        canvas.drawRect(site.all, fill("#dff4ee", 0.16))
        iron = stroke(site.tone("#e6efe8"), 7)
        middle, step = site.at(0.5), 120
        for index in range(-8, 9):
            x = middle + index * step
            canvas.drawLine(x, base, x, base - 330, iron)
            canvas.drawLine(x, base - 330, middle + index * step * 0.45, base - 560, iron)
        for y, wide in ((base - 120, 9), (base - 330, 12)):
            canvas.drawLine(site.left, y, site.right, y, stroke(site.tone("#e6efe8"), wide))
        canvas.drawLine(site.left, base - 560, site.right, base - 560, stroke(site.tone("#e6efe8"), 14))

    def beds(canvas: skia.Canvas) -> None:
        room.floor(site, canvas, "#b5a288")
        path = polygon(
            [
                (site.at(0.5) - 60, base + 30),
                (site.at(0.5) + 60, base + 30),
                (site.at(0.5) + 420, site.bottom),
                (site.at(0.5) - 420, site.bottom),
            ]
        )
        canvas.drawPath(path, fill(site.tone("#cfc3ae")))
        rng = site.rng("plants")
        for side in (-1, 1):
            for step in range(14):
                x = site.at(0.5) + side * (130 + step * 52)
                tall = rng.uniform(60, 150)
                _leafy(
                    site,
                    canvas,
                    rng.randrange(4),
                    x,
                    base - 20,
                    tall,
                    rng.choice(("#4f8f45", "#6aa84f", "#3f7a4a", "#7ab86a")),
                )
            left = site.at(0.5) + (110 if side > 0 else -110 - site.width * 0.6)
            wood = site.tone("#9a7048")
            canvas.drawRect(skia.Rect.MakeXYWH(left, base - 30, site.width * 0.6, 22), fill(wood))
            canvas.drawRect(skia.Rect.MakeXYWH(left, base - 8, site.width * 0.6, 70), fill(site.shaded(wood, 0.35)))
        for share in (0.16, 0.34, 0.68, 0.86):
            _hanging_fern(site, canvas, site.at(share), base - 470)

    return [
        Plane("glass", 0.3, glass),
        Plane("beds", 0.70, beds),
        Plane("near leaves", 1.5, lambda canvas: growing.near_leaves(site, canvas, "#2f5a34")),
    ]


def _leafy(site: Site, canvas: skia.Canvas, kind: int, x: float, base: float, tall: float, colour: str) -> None:
    green = site.tone(colour)
    for step in range(-3, 4):
        tip = (x + step * tall * 0.22, base - tall * (1 - abs(step) * 0.12))
        canvas.drawPath(
            smooth([(x, base), (x + step * tall * 0.05, base - tall * 0.6), tip], tension=0.8),
            stroke(green if step % 2 else site.lit(green, 0.2), 9 if kind else 14),
        )
    if kind in {1, 2}:
        flower = site.tone("#e2574a" if kind == 1 else "#f0b53c")
        for step in (-2, 0, 2):
            canvas.drawCircle(x + step * tall * 0.2, base - tall * 0.92, 11, fill(flower))
    canvas.drawPath(
        polygon([(x - 24, base - 6), (x + 24, base - 6), (x + 18, base + 22), (x - 18, base + 22)]),
        fill(site.tone("#b8643f")),
    )


def _hanging_fern(site: Site, canvas: skia.Canvas, x: float, y: float) -> None:
    green = site.tone("#5a9e4c")
    canvas.drawLine(x, y - 120, x, y, stroke(site.tone("#5a4a3a"), 3))
    for step in range(-5, 6):
        canvas.drawPath(
            smooth([(x, y), (x + step * 12, y - 12), (x + step * 19, y + 70 - abs(step) * 6)], tension=0.8),
            stroke(green, 7),
        )
    canvas.drawRRect(rounded(x - 30, y - 8, 60, 30, 12), fill(site.tone("#b8643f")))


def wizard_study(site: Site) -> list[Plane]:
    """Draw a wizard's room in a tower: a tall window, books and potions, a cauldron, a star on the floor."""
    low = site.floor
    home = Interior(site, "#6f6a78", "#5a4a44", pattern="boards", bricks=True, lit_from=0.5)

    def cauldron(canvas: skia.Canvas, x: float) -> None:
        iron, brew = site.tone("#33343c"), site.grade.colour("#6af0a0")
        for dx in (34, 126):
            canvas.drawLine(x + dx, low + 30, x + dx, low + 58, stroke(iron, 12))
        canvas.drawPath(
            smooth(
                [(x, low - 60), (x + 160, low - 60), (x + 170, low), (x + 80, low + 46), (x - 10, low)],
                closed=True,
                tension=0.5,
            ),
            fill(iron),
        )
        canvas.drawOval(skia.Rect.MakeXYWH(x - 4, low - 84, 168, 42), fill(site.lit(iron, 0.15)))
        canvas.drawOval(skia.Rect.MakeXYWH(x + 10, low - 78, 140, 30), fill(brew))
        for index, (dx, rise) in enumerate(((40, 110), (80, 150), (110, 96), (64, 190))):
            canvas.drawCircle(x + dx, low - rise, 12 - index * 2, fill(brew, 0.7))
        glow(canvas, (x + 80, low - 90), 230, brew, 0.6)

    def circle(canvas: skia.Canvas) -> None:
        x, y = home.x(0.46), low + 110
        for wide in (260, 226):
            canvas.drawOval(skia.Rect(x - wide, y - wide * 0.2, x + wide, y + wide * 0.2), stroke("#e8d27a", 5, 0.8))
        star = [
            (x + 226 * math.cos(step * math.pi * 0.8), y + 44 * math.sin(step * math.pi * 0.8)) for step in range(5)
        ]
        canvas.drawPath(polygon(star), stroke("#e8d27a", 4, 0.8))

    home.hang(0.24, 230, lambda canvas, x: goods.shelves(site, canvas, "flasks", x, low - 150, 230, 260))
    home.window(0.52, 130, 300, above=470, panes=2, frame="#4a4450")
    home.stand(0.88, 230, lambda canvas, x: furniture.bookshelf(site, canvas, x, low + 10, 230, 400))
    home.stand(0.66, 170, cauldron, focal=True, flip=False)
    home.stand(
        0.14,
        250,
        lambda canvas, x: furniture.table(site, canvas, x, low + 50, 250, 96, "#5a3a28"),
        live=lambda x: candle(site, x + 70, low - 46),
    )
    home.lay(circle)
    home.moving(fixtures.torch(site, home.x(0.40), low - 300), wall=True)
    home.moving(fixtures.torch(site, home.x(0.74), low - 320), wall=True)
    return home.planes()
