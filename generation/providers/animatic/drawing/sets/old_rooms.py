"""Rooms of times gone by: of timber, straw, candles and scrolls, and a laboratory from before there were screens."""

from __future__ import annotations

import skia

from generation.providers.animatic.drawing.canvas import fill, linear, polygon, rounded, smooth, stroke

from . import fittings, fixtures, furniture, goods
from .candles import candle_wheel
from .fire import flame
from .interior import Interior
from .site import Plane, Site

_OAK, _STRAW, _LINEN, _PARCHMENT = "#5f4128", "#c9a95c", "#d9cdb2", "#e3d2a4"


def _room(site: Site, *, straw: bool = True) -> Interior:
    """Return a room of timber and lime with a beaten floor, candles and small windows."""
    home = Interior(site, "#c4b493", "#7a6248", pattern="boards", lit_from=0.5)
    home.cover(lambda canvas: _timber(site, canvas))
    if straw:
        home.lay(lambda canvas: _straw(site, canvas))
    x, y = home.x(0.5), max(site.top + 90, site.floor - 400)
    home.before(Plane("candles", 0.78, lambda canvas: candle_wheel(site, canvas, x, y, 0.9)))
    if site.light.lamps:
        home.pool(x)
    return home


def _window(home: Interior, share: float) -> None:
    home.window(share, 130, 170, above=390, panes=4, frame="#4a3421", city=False)


def _timber(site: Site, canvas: skia.Canvas) -> None:
    """Draw the posts, the beam and the braces of a timbered wall."""
    oak, low, top = site.tone(_OAK), site.floor, max(site.top, site.floor - 470)
    paint = fill(oak, shader=linear((0, top), (0, low), [site.shaded(oak, 0.35), oak]))
    canvas.drawRect(skia.Rect(site.left, top, site.right, top + 34), paint)
    canvas.drawRect(skia.Rect(site.left, low - 150, site.right, low - 134), paint)
    step = 330
    for index in range(int(site.span / step) + 2):
        x = site.left + index * step
        canvas.drawRect(skia.Rect(x - 13, top, x + 13, low), paint)
        for side in (-1, 1):
            brace = [(x, top + 130), (x, top + 104), (x + side * 84, top + 30), (x + side * 106, top + 30)]
            canvas.drawPath(polygon(brace), fill(site.shaded(oak, 0.15)))


def _straw(site: Site, canvas: skia.Canvas) -> None:
    """Strew straw on the floor."""
    rng, colour = site.rng("straw"), site.tone(_STRAW)
    for _ in range(150):
        x, y = rng.uniform(site.left, site.right), site.floor + 14 + (site.bottom - site.floor) * rng.random() ** 1.4
        long, lean = rng.uniform(14, 34), rng.uniform(-7, 7)
        canvas.drawLine(x, y, x + long, y + lean, stroke(site.shaded(colour, rng.uniform(0, 0.3)), 2.2, 0.7))


def _candle(site: Site, canvas: skia.Canvas, x: float, y: float, height: float = 34) -> None:
    canvas.drawOval(skia.Rect(x - 15, y - 7, x + 15, y + 3), fill(site.tone("#8a6a3a")))
    canvas.drawRect(skia.Rect(x - 5, y - height, x + 5, y - 3), fill(site.tone("#efe4c8")))
    canvas.drawOval(skia.Rect(x - 4, y - height - 16, x + 4, y - height), fill("#ffd98a"))


def _scroll(site: Site, canvas: skia.Canvas, x: float, y: float, wide: float) -> None:
    """Draw a scroll that lies unrolled on something."""
    sheet = site.tone(_PARCHMENT)
    canvas.drawPath(polygon([(x, y), (x + wide, y), (x + wide - 10, y - 14), (x + 12, y - 14)]), fill(sheet))
    for end in (x + 2, x + wide - 4):
        canvas.drawRRect(rounded(end - 6, y - 19, 13, 23, 6), fill(site.shaded(sheet, 0.18)))


def _scroll_rack(site: Site, canvas: skia.Canvas, x: float, base: float, width: float, height: float) -> None:
    """Draw a case with pigeonholes full of scrolls."""
    oak, sheet = site.tone(_OAK), site.tone(_PARCHMENT)
    furniture.solid(site, canvas, x, base - height, width, height, oak)
    rng, hole = site.rng(f"scrolls {x:.0f}"), 50.0
    for row in range(int((height - 16) / hole)):
        for column in range(int((width - 16) / hole)):
            left, top = x + 10 + column * hole, base - height + 10 + row * hole
            canvas.drawRect(skia.Rect.MakeXYWH(left, top, hole - 8, hole - 8), fill(site.shaded(oak, 0.55)))
            for index in range(rng.randrange(0, 4)):
                spot = left + 11 + (index % 2) * 19, top + hole - 18 - (index // 2) * 17
                canvas.drawCircle(*spot, 9, fill(site.shaded(sheet, rng.uniform(0, 0.25))))
                canvas.drawCircle(*spot, 3, fill(site.shaded(sheet, 0.5)))


def _bench(site: Site, canvas: skia.Canvas, x: float, base: float, width: float = 170) -> None:
    """Draw a bench made of half a log on four legs."""
    furniture.shadow(site, canvas, x, base, width)
    oak = site.tone("#74522f")
    for leg in (x + 16, x + width - 26):
        canvas.drawPath(polygon([(leg, base - 44), (leg + 12, base - 44), (leg + 18, base), (leg - 6, base)]),
                        fill(site.shaded(oak, 0.3)))  # fmt: skip
    furniture.solid(site, canvas, x, base - 58, width, 17, oak, 5)


def _lectern(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    """Draw a reading desk with a great book and a candle, 130 units wide."""
    oak = site.tone(_OAK)
    furniture.shadow(site, canvas, x + 20, base, 90)
    furniture.solid(site, canvas, x + 52, base - 130, 26, 130, oak)
    furniture.solid(site, canvas, x + 24, base - 14, 82, 14, oak)
    canvas.drawPath(
        polygon([(x, base - 118), (x + 130, base - 150), (x + 130, base - 138), (x, base - 104)]), fill(oak)
    )
    page = site.tone(_PARCHMENT)
    canvas.drawPath(smooth([(x + 12, base - 124), (x + 40, base - 142), (x + 66, base - 138), (x + 96, base - 156),
                            (x + 122, base - 150), (x + 66, base - 132)], closed=True, tension=0.4),
                    fill(page))  # fmt: skip
    _candle(site, canvas, x + 138, base - 148)


def schoolroom(site: Site) -> list[Plane]:
    """Draw a school of monks: a master's desk with a book, benches, scrolls, an abacus on the wall."""
    low, home = site.floor, _room(site)
    home.hang(0.5, 190, lambda canvas, x: _abacus(site, canvas, x, low - 330), focal=True)
    _window(home, 0.14)
    _window(home, 0.88)
    home.stand(0.60, 150, lambda canvas, x: _lectern(site, canvas, x, low + 30), focal=True)
    home.stand(0.30, 220, lambda canvas, x: _scroll_rack(site, canvas, x, low + 12, 220, 220))

    def benches(canvas: skia.Canvas) -> None:
        for share, drop in ((0.03, 76), (0.20, 92), (0.80, 92), (0.97, 76)):
            _bench(site, canvas, site.across(share) - 85, low + drop)

    home.before(Plane("benches", 0.79, benches))
    home.strangers(3, manner="sit", shares=(0.05, 0.21, 0.95), drop=6)
    return home.planes()


def _abacus(site: Site, canvas: skia.Canvas, x: float, y: float) -> None:
    fixtures.wall_shadow(site, canvas, x, y, 190, 120)
    canvas.drawRect(skia.Rect.MakeXYWH(x, y, 190, 120), stroke(site.tone(_OAK), 11))
    for row in range(4):
        line = y + 22 + row * 26
        canvas.drawLine(x, line, x + 190, line, stroke(site.tone("#3a2a1c"), 3))
        for bead in range(6):
            at = x + 22 + bead * 17 + (66 if bead >= 5 - row else 0)
            canvas.drawCircle(at, line, 9, fill(site.tone(("#8a4a32", "#4a6a4a")[bead % 2])))


def old_shop(site: Site) -> list[Plane]:
    """Draw a merchant's shop: jars and cloth on boards, a plank on barrels with scales, sacks, a hanging sign."""
    low, home = site.floor, _room(site)
    kind = "cloth" if site.has("tailor", "cloth", "clothes", "weaver") else "jars"
    home.hang(
        0.32, 420, lambda canvas, x: goods.shelves(site, canvas, kind, x, low - 40, 420, 290, wood=_OAK, step=96),
        focal=True,
    )  # fmt: skip
    _window(home, 0.82)
    home.hang(0.97, 180, lambda canvas, x: _plank_door(site, canvas, x + 15))
    home.stand(0.62, 300, lambda canvas, x: _trestle(site, canvas, x, low + 56), focal=True)
    home.stand(0.10, 150, lambda canvas, x: _sacks(site, canvas, x, low + 50))
    home.stand(0.90, 90, lambda canvas, x: fittings.barrel(site, canvas, x, low + 40))
    home.strangers(1, shares=(0.5,), drop=18)
    return home.planes()


def _plank_door(site: Site, canvas: skia.Canvas, x: float) -> None:
    oak, low = site.tone(_OAK), site.floor
    furniture.solid(site, canvas, x, low - 320, 150, 320, site.shaded(oak, 0.1))
    for index in range(1, 5):
        canvas.drawLine(x + index * 30, low - 318, x + index * 30, low, stroke(site.shaded(oak, 0.5), 3))
    for y in (low - 270, low - 70):
        canvas.drawRect(skia.Rect.MakeXYWH(x, y, 120, 13), fill(site.tone("#2c2826")))
    canvas.drawCircle(x + 130, low - 160, 10, stroke(site.tone("#2c2826"), 5))


def _trestle(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    """Draw a plank on two barrels with scales, loaves and a candle, 300 units wide."""
    for dx in (10, 210):
        fittings.barrel(site, canvas, x + dx, base)
    top = base - 118
    furniture.solid(site, canvas, x - 14, top, 328, 18, site.tone("#74522f"), 4)
    brass = site.tone("#b08a3a")
    canvas.drawLine(x + 96, top, x + 96, top - 84, stroke(brass, 6))
    canvas.drawLine(x + 52, top - 78, x + 140, top - 84, stroke(brass, 5))
    for pan, y in ((x + 52, top - 34), (x + 140, top - 40)):
        canvas.drawLine(pan, y - 44, pan - 18, y, stroke(brass, 2))
        canvas.drawLine(pan, y - 44, pan + 18, y, stroke(brass, 2))
        canvas.drawArc(skia.Rect(pan - 22, y - 14, pan + 22, y + 12), 0, 180, useCenter=True, paint=fill(brass))
    for index in range(3):
        canvas.drawOval(skia.Rect.MakeXYWH(x + 176 + index * 34, top - 24, 44, 25), fill(site.tone("#b9813f")))
    _candle(site, canvas, x + 20, top)


def _sacks(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    furniture.shadow(site, canvas, x, base, 150)
    for dx, tall, colour in ((0, 92, "#b39b6d"), (74, 78, "#a58c60"), (36, 104, "#bea878")):
        sack = site.tone(colour)
        form = [(x + dx + 4, base), (x + dx - 2, base - tall * 0.6), (x + dx + 26, base - tall),
                (x + dx + 48, base - tall), (x + dx + 74, base - tall * 0.55), (x + dx + 68, base)]  # fmt: skip
        canvas.drawPath(smooth(form, closed=True, tension=0.5), fill(sack))
        canvas.drawLine(x + dx + 24, base - tall + 10, x + dx + 52, base - tall + 10, stroke(site.shaded(sack, 0.5), 5))


def infirmary(site: Site) -> list[Plane]:
    """Draw an infirmary of a cloister: cots of straw in a row, herbs to dry, a hearth, a jug on a table."""
    low, home = site.floor, _room(site)
    home.hang(0.30, 260, lambda canvas, x: _herbs(site, canvas, x, low - 330, 260))
    _window(home, 0.50)
    _window(home, 0.86)
    home.stand(0.30, 300, lambda canvas, x: _cot(site, canvas, x, low + 58), focal=True)
    home.stand(0.80, 300, lambda canvas, x: _cot(site, canvas, x, low + 44))
    home.stand(0.03, 250, lambda canvas, x: furniture.fireplace(site, canvas, x + 10, low + 10), flip=False,
               live=lambda x: flame(site, x + 125, low + 2, 78, wide=0.5))  # fmt: skip

    def stand(canvas: skia.Canvas, x: float) -> None:
        furniture.table(site, canvas, x, low + 40, 96, 92, "#74522f")
        clay = site.tone("#a5613f")
        jug = [(x + 24, low - 52), (x + 14, low - 74), (x + 26, low - 94), (x + 24, low - 108), (x + 46, low - 108),
               (x + 44, low - 94), (x + 56, low - 74), (x + 46, low - 52)]  # fmt: skip
        canvas.drawPath(smooth(jug, closed=True, tension=0.4), fill(clay))
        canvas.drawPath(smooth([(x + 46, low - 102), (x + 64, low - 92), (x + 54, low - 72)], tension=0.7),
                        stroke(clay, 5))  # fmt: skip
        _candle(site, canvas, x + 76, low - 52)

    home.stand(0.555, 96, stand)
    return home.planes()


def _herbs(site: Site, canvas: skia.Canvas, x: float, y: float, width: float) -> None:
    canvas.drawLine(x, y, x + width, y, stroke(site.tone(_OAK), 7))
    for index in range(6):
        at, green = x + 24 + index * (width - 48) / 5, site.tone(("#6f7f46", "#8a7a4a", "#7a6a86")[index % 3])
        canvas.drawLine(at, y, at, y + 22, stroke(site.tone("#8a6a44"), 3))
        bunch = [(at, y + 14), (at + 20, y + 46), (at + 12, y + 84), (at - 12, y + 82), (at - 20, y + 44)]
        canvas.drawPath(smooth(bunch, closed=True, tension=0.6), fill(green))


def _cot(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    """Draw a cot of planks filled with straw, under linen and a blanket, 300 units wide."""
    furniture.shadow(site, canvas, x, base, 300)
    oak, straw, linen = site.tone("#74522f"), site.tone(_STRAW), site.tone(_LINEN)
    for foot in (x + 6, x + 272):
        furniture.solid(
            site, canvas, foot, base - 96 if foot < x + 100 else base - 72, 20, 96 if foot < x + 100 else 72, oak
        )
    rng = site.rng(f"cot {x:.0f}")
    for _ in range(40):
        at = x + 20 + rng.random() * 260
        canvas.drawLine(at, base - 56, at + rng.uniform(-16, 16), base - 30 + rng.uniform(-6, 12), stroke(straw, 3))
    canvas.drawRRect(rounded(x + 20, base - 72, 258, 26, 10), fill(linen))
    canvas.drawRRect(rounded(x + 28, base - 88, 70, 28, 13), fill(site.lit(linen, 0.2)))
    wool = site.tone(site.pick("wool", ("#7a4a3a", "#5a5f48", "#4f5a6a")))
    canvas.drawRRect(rounded(x + 116, base - 78, 164, 44, 9), fill(wool))
    furniture.solid(site, canvas, x + 14, base - 44, 270, 20, oak, 4)


def scriptorium(site: Site) -> list[Plane]:
    """Draw the room of somebody who writes and reckons: a desk with a quill, a rack of scrolls, a chest."""
    low, home = site.floor, _room(site, straw=False)
    _window(home, 0.56)
    home.stand(0.14, 280, lambda canvas, x: _scroll_rack(site, canvas, x, low + 12, 280, 320))
    home.hang(0.80, 150, lambda canvas, x: fixtures.map_sheet(site, canvas, x, low - 350, 150, 110), flip=False)

    def desk(canvas: skia.Canvas, x: float) -> None:
        furniture.table(site, canvas, x, low + 54, 300, 122, "#6a4a2c")
        _scroll(site, canvas, x + 70, low - 66, 130)
        _candle(site, canvas, x + 36, low - 66, 46)
        furniture.solid(site, canvas, x + 226, low - 88, 22, 22, site.tone("#2c2826"), 5)
        feather = [(x + 236, low - 84), (x + 246, low - 128), (x + 268, low - 152), (x + 256, low - 112)]
        canvas.drawPath(smooth(feather, closed=True, tension=0.5), fill(site.tone("#efe9da")))

    home.stand(0.46, 300, desk, focal=True)
    home.stand(0.86, 180, lambda canvas, x: _chest(site, canvas, x, low + 40))
    return home.planes()


def hearth_room(site: Site) -> list[Plane]:
    """Draw the one room of a house: a hearth, a table with benches, bowls on a board, a chest."""
    low, home = site.floor, _room(site)
    home.stand(0.50, 250, lambda canvas, x: furniture.fireplace(site, canvas, x + 10, low + 10), focal=True, flip=False,
               live=lambda x: flame(site, x + 125, low + 2, 88, wide=0.5))  # fmt: skip
    _window(home, 0.80)
    home.hang(0.20, 250, lambda canvas, x: goods.shelves(site, canvas, "dishes", x, low - 190, 250, 130, wood=_OAK,
                                                         step=62))  # fmt: skip

    def table(canvas: skia.Canvas, x: float) -> None:
        furniture.table(site, canvas, x, low + 54, 280, 104, "#74522f")
        _candle(site, canvas, x + 140, low - 50, 40)
        canvas.drawOval(skia.Rect.MakeXYWH(x + 40, low - 70, 64, 26), fill(site.tone("#b9813f")))
        _bench(site, canvas, x + 50, low + 84)

    home.stand(0.17, 280, table)
    home.stand(0.88, 180, lambda canvas, x: _chest(site, canvas, x, low + 40))
    return home.planes()


def bedchamber(site: Site) -> list[Plane]:
    """Draw a room to sleep in: a bed of planks and straw, a chest, a candle, a small window."""
    low, home = site.floor, _room(site)
    _window(home, 0.60)
    home.stand(0.26, 300, lambda canvas, x: _cot(site, canvas, x, low + 56), focal=True)
    home.stand(0.76, 180, lambda canvas, x: _chest(site, canvas, x, low + 40))

    def stand(canvas: skia.Canvas, x: float) -> None:
        furniture.table(site, canvas, x, low + 40, 80, 84, "#74522f")
        _candle(site, canvas, x + 40, low - 44, 40)

    home.stand(0.47, 80, stand)
    return home.planes()


def book_room(site: Site) -> list[Plane]:
    """Draw a library of scrolls and chained books: racks to the ceiling, a reading desk, a bench."""
    low, home = site.floor, _room(site, straw=False)
    for share in (0.12, 0.40, 0.90):
        home.stand(share, 250, lambda canvas, x: _scroll_rack(site, canvas, x, low + 12, 250, 400))
    _window(home, 0.66)
    home.stand(0.66, 150, lambda canvas, x: _lectern(site, canvas, x, low + 36), focal=True)
    home.before(Plane("bench", 0.79, lambda canvas: _bench(site, canvas, home.x(0.22) - 85, low + 84)))
    return home.planes()


def _chest(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    furniture.shadow(site, canvas, x, base, 180)
    oak, iron = site.tone("#74522f"), site.tone("#2c2826")
    furniture.solid(site, canvas, x, base - 74, 180, 74, oak, 4)
    canvas.drawRRect(rounded(x - 4, base - 104, 188, 40, 16), fill(site.lit(oak, 0.12)))
    for at in (x + 26, x + 142):
        canvas.drawRect(skia.Rect.MakeXYWH(at, base - 102, 14, 102), fill(iron))
    furniture.solid(site, canvas, x + 78, base - 76, 26, 28, iron, 4)


def chemists_room(site: Site) -> list[Plane]:
    """Draw a laboratory between the wars: flasks on wooden benches, a blackboard with formulas, lamps."""
    low = site.floor
    home = Interior(site, "#c4bca0", "#a89a80", pattern="tiles", panels=110, lit_from=0.5)
    home.hang(0.30, 330, lambda canvas, x: fixtures.board(site, canvas, x + 10, low - 390, 310, 170), focal=True,
              flip=False)  # fmt: skip
    home.hang(0.70, 300, lambda canvas, x: goods.shelves(site, canvas, "potions", x, low - 190, 300, 210,
                                                         wood="#6e4a2e", step=100))  # fmt: skip
    home.window(0.95, 180, 240, panes=3, city=True)
    for share in (0.16, 0.78):
        home.stand(share, 360, lambda canvas, x: _flask_bench(site, canvas, x, low + 54))
    for share in (0.3, 0.72):
        home.lamp(share, above=400, size=0.8)
    return home.planes()


def _flask_bench(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    furniture.counter(site, canvas, x, base, 350, 122, "#6e4a2e")
    goods.row(site, canvas, "potions", x + 14, base - 126, 230, 84)
    brass = site.tone("#b08a3a")
    canvas.drawLine(x + 300, base - 124, x + 300, base - 216, stroke(brass, 6))
    canvas.drawCircle(x + 300, base - 190, 17, stroke(brass, 5))
    canvas.drawOval(skia.Rect(x + 284, base - 222, x + 316, base - 184), fill(site.tone("#9ac8b8"), 0.85))
