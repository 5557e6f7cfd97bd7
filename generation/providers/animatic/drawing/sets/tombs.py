"""The chamber in a pyramid: painted walls, jackals of stone, a golden coffin."""

from __future__ import annotations

import skia

from generation.providers.animatic.drawing.canvas import fill, linear, polygon, smooth, stroke

from . import fixtures
from .interior import Interior
from .site import Plane, Site

_GLYPHS = (
    ((0, 0), (10, -14), (20, 0), (10, 6)),
    ((0, 0), (20, 0), (20, -18), (0, -18)),
    ((0, -18), (10, 0), (20, -18)),
    ((0, 0), (6, -10), (14, -10), (20, 0)),
    ((10, 0), (10, -20), (18, -14)),
    ((0, -6), (7, -14), (14, -6), (21, -14)),
)


def tomb(site: Site) -> list[Plane]:
    """Draw a chamber in a pyramid: painted walls, statues of jackals, a golden sarcophagus, torches, heaps of gold."""
    low = site.floor
    home = Interior(site, "#c8a468", "#a8844e", pattern="plain", bricks=True, lit_from=0.5)

    def signs(canvas: skia.Canvas) -> None:
        rng = site.rng("glyphs")
        for top in (low - 440, low - 150):
            canvas.drawRect(skia.Rect(site.left, top, site.right, top + 46), fill(site.tone("#dcbc80")))
            for index in range(int(site.span / 40)):
                x = site.left + index * 40
                canvas.drawPath(
                    polygon([(x + 8 + dx, top + 34 + dy) for dx, dy in rng.choice(_GLYPHS)]),
                    stroke(site.tone(rng.choice(("#7a3a2a", "#2f5a7a", "#4a3a26"))), 4),
                )
        for share in (0.30, 0.70):
            _painted_figure(site, canvas, home.x(share), low - 170)

    def coffin(canvas: skia.Canvas, x: float) -> None:
        gold, blue = site.tone("#e0b040"), site.tone("#2f55a4")
        canvas.drawRect(skia.Rect.MakeXYWH(x - 20, low - 10, 230, 60), fill(site.tone("#8a6c44")))
        shape = [
            (x + 95, low - 330),
            (x + 150, low - 290),
            (x + 172, low - 200),
            (x + 138, low - 10),
            (x + 52, low - 10),
            (x + 18, low - 200),
            (x + 40, low - 290),
        ]
        canvas.drawPath(
            smooth(shape, closed=True, tension=0.4),
            fill(gold, shader=linear((x, 0), (x + 190, 0), [site.lit(gold, 0.4), site.shaded(gold, 0.3)])),
        )
        for row in range(6):
            canvas.drawLine(
                x + 40 + row * 2, low - 190 + row * 28, x + 150 - row * 2, low - 190 + row * 28, stroke(blue, 9)
            )
        canvas.drawOval(skia.Rect.MakeXYWH(x + 66, low - 304, 58, 76), fill(site.tone("#d8a878")))
        for dx in (82, 108):
            canvas.drawOval(skia.Rect.MakeXYWH(x + dx - 8, low - 278, 16, 9), fill(site.tone("#26242b")))

    home.cover(signs)
    home.stand(0.5, 190, coffin, focal=True, flip=False)
    for share in (0.14, 0.86):
        home.stand(share, 150, lambda canvas, x: _jackal(site, canvas, x, low + 20))
    home.moving(fixtures.torch(site, home.x(0.25), low - 300), wall=True)
    home.moving(fixtures.torch(site, home.x(0.75), low - 300), wall=True)
    return home.planes()


def _painted_figure(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    skin, cloth, hair = site.tone("#a8643c"), site.tone("#f0e6cc"), site.tone("#26242b")
    canvas.drawRect(skia.Rect(x - 14, base - 70, x + 14, base - 30), fill(skin))
    canvas.drawPath(
        polygon([(x - 18, base - 34), (x + 18, base - 34), (x + 28, base - 4), (x - 22, base - 4)]), fill(cloth)
    )
    for dx in (-10, 12):
        canvas.drawLine(x + dx, base - 6, x + dx, base + 12, stroke(skin, 9))
    canvas.drawLine(x + 12, base - 64, x + 44, base - 84, stroke(skin, 9))
    canvas.drawLine(x - 12, base - 64, x - 30, base - 36, stroke(skin, 9))
    canvas.drawCircle(x + 2, base - 86, 15, fill(skin))
    canvas.drawPath(
        polygon([(x - 18, base - 98), (x + 8, base - 104), (x + 2, base - 66), (x - 20, base - 66)]), fill(hair)
    )


def _jackal(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    black, gold = site.tone("#2c2a33"), site.tone("#e0b040")
    canvas.drawRect(skia.Rect.MakeXYWH(x, base - 70, 150, 70), fill(site.tone("#a8844e")))
    canvas.drawRect(skia.Rect.MakeXYWH(x - 8, base - 82, 166, 16), fill(gold))
    canvas.drawPath(
        smooth(
            [
                (x + 16, base - 82),
                (x + 24, base - 150),
                (x + 70, base - 190),
                (x + 120, base - 120),
                (x + 130, base - 82),
            ],
            closed=True,
            tension=0.5,
        ),
        fill(black),
    )
    canvas.drawPath(
        smooth(
            [(x + 14, base - 226), (x + 66, base - 250), (x + 84, base - 190), (x + 40, base - 186)],
            closed=True,
            tension=0.5,
        ),
        fill(black),
    )
    canvas.drawPath(polygon([(x - 20, base - 210), (x + 34, base - 238), (x + 38, base - 200)]), fill(black))
    for dx in (48, 70):
        canvas.drawPath(
            polygon([(x + dx - 9, base - 236), (x + dx + 4, base - 300), (x + dx + 12, base - 232)]), fill(black)
        )
    canvas.drawLine(x + 36, base - 180, x + 84, base - 176, stroke(gold, 11))
    canvas.drawCircle(x + 34, base - 222, 5, fill(gold))
