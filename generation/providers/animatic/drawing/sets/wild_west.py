"""The West of the nineteenth century: the main street of a town, its saloon, the sheriff's office, a ranch."""

from __future__ import annotations

import random

import skia

from generation.providers.animatic.drawing.canvas import fill, glow, linear, polygon, rounded, smooth, stroke

from . import air, fittings, fixtures, furniture, goods, growing, room, wild_life
from .building import WARM, fence
from .extras import passers
from .interior import Interior
from .life import together
from .nature import mesas
from .site import Plane, Site
from .vehicles import traffic

_PAINTS = ("#9a6f4a", "#b08a5c", "#7d5a44", "#8a7a66", "#a35f48", "#6f7a78", "#c2a678")


def western_town(site: Site) -> list[Plane]:
    """Draw the main street of a frontier town: false fronts on a boardwalk, a water tower, dust, mesas behind."""
    base = site.horizon + 40

    def far(canvas: skia.Canvas) -> None:
        mesas(site, canvas)
        air.haze(site, canvas, site.horizon, 80, 0.45)

    def fronts(canvas: skia.Canvas) -> None:
        rng, x = site.rng("false fronts"), site.left - 30
        gap = site.variant("gap", 3) + 1
        count = 0
        while x < site.right:
            wide = rng.uniform(180, 250)
            if count == gap:
                _water_tower(site, canvas, x + 80, base - 6)
                x += 170
            _false_front(site, canvas, rng, x, base, wide, rng.uniform(230, 320) * (0.75 + 0.25 * site.rise))
            x, count = x + wide + rng.choice((4, 4, 34)), count + 1

    def street(canvas: skia.Canvas) -> None:
        growing.ground(site, canvas, "#c99a64", base + 2)
        rut = site.shaded(site.tone("#c99a64"), 0.3)
        reach = site.bottom - base
        for drop in (0.24, 0.34, 0.62, 0.78):
            y = base + reach * drop
            curve = [(site.left, y), (site.at(0.3), y + 6), (site.at(0.7), y - 5), (site.right, y + 4)]
            canvas.drawPath(smooth(curve, tension=1), stroke(rut, 4 + 10 * drop, 0.35))
        for share in (0.14, 0.80):
            _hitching_rail(site, canvas, site.across(share), base + 56)
        fittings.barrel(site, canvas, site.across(0.34), base + 30, 0.7)
        fittings.barrel(site, canvas, site.across(0.93), base + 34, 0.8)

    cart = traffic(site, "street", ((base + 58, 110, 1),), count=0 if site.worn else 1, speed=46)
    walkers = passers(site, "boardwalk", base + 22, site.peopled(4), haze=0.26, tall=104)
    return [
        *air.heavens(site, clouds=site.light.weather != "clear"),
        Plane("mesas", 0.25, far),
        Plane("fronts", 0.55, fronts),
        Plane("street", 0.70, street),
        Plane.living("street life", 0.72, together(walkers, cart)),
        Plane.living("dust", 0.76, wild_life.blown_sand(site, "#e8c998")),
    ]


def _false_front(
    site: Site, canvas: skia.Canvas, rng: random.Random, x: float, base: float, wide: float, tall: float
) -> None:
    colour = rng.choice(_PAINTS)
    wall = site.tone("#8f8578" if site.worn and rng.random() < 0.5 else colour, 0.12)
    trim, dark = site.lit(wall, 0.35), site.shaded(wall, 0.5)
    top = base - tall
    crown = (
        [(x, top), (x + wide, top)],
        [
            (x, top + 34),
            (x + wide * 0.22, top + 34),
            (x + wide * 0.22, top),
            (x + wide * 0.78, top),
            (x + wide * 0.78, top + 34),
            (x + wide, top + 34),
        ],
        [(x, top + 40), (x + wide * 0.5, top - 14), (x + wide, top + 40)],
    )[rng.randrange(3)]
    shades = linear((x, 0), (x + wide, 0), [site.lit(wall, 0.16), wall, site.shaded(wall, 0.22)])
    canvas.drawPath(polygon([*crown, (x + wide, base), (x, base)]), fill(wall, shader=shades))
    seams = stroke(dark, 1.4, 0.45)
    for row in range(int(tall // 15)):
        canvas.drawLine(x + 2, base - row * 15, x + wide - 2, base - row * 15, seams)
    canvas.drawPath(polygon(crown, closed=False), stroke(trim, 9))
    board = skia.Rect.MakeXYWH(x + wide * 0.14, top + 46, wide * 0.72, 34)
    canvas.drawRect(board, fill(site.tone(rng.choice(("#5a2f24", "#2f4038", "#e4d3ac", "#3a3a4a")), 0.1)))
    canvas.drawRect(board, stroke(trim, 3))
    for index in range(5):
        left = board.left() + board.width() * (0.12 + index * 0.16)
        canvas.drawRect(skia.Rect.MakeXYWH(left, board.top() + 11, board.width() * 0.10, 12), fill(trim, 0.9))
    for share in (0.2, 0.5, 0.8) if tall > 270 else ():
        _pane(site, canvas, rng, x + wide * share - 15, top + 94, 30, 44, dark)
    _porch(site, canvas, rng, x, base, wide, wall, dark)


def _pane(
    site: Site, canvas: skia.Canvas, rng: random.Random, x: float, y: float, wide: float, tall: float, dark: str
) -> None:
    lit = rng.random() < site.light.lamps * 0.8 and not site.worn
    glass = list(WARM) if lit else [site.shaded(dark, 0.2), site.shaded(dark, 0.5)]
    canvas.drawRect(skia.Rect.MakeXYWH(x, y, wide, tall), fill(dark, shader=linear((0, y), (0, y + tall), glass)))
    bar = stroke(site.tone("#e4d3ac", 0.2), 3)
    canvas.drawRect(skia.Rect.MakeXYWH(x, y, wide, tall), bar)
    canvas.drawLine(x + wide / 2, y, x + wide / 2, y + tall, bar)
    if site.worn and rng.random() < 0.6:
        canvas.drawLine(x - 4, y + tall * 0.2, x + wide + 4, y + tall * 0.8, stroke(site.tone("#7a6048", 0.1), 9))
    if lit:
        glow(canvas, (x + wide / 2, y + tall / 2), wide * 2.4, "#ffb54d", 0.3)


def _porch(
    site: Site, canvas: skia.Canvas, rng: random.Random, x: float, base: float, wide: float, wall: str, dark: str
) -> None:
    saloon = rng.random() < 0.4
    canvas.drawRect(skia.Rect.MakeXYWH(x, base - 112, wide, 112), fill(site.shaded(wall, 0.28)))
    door = x + wide * 0.42
    canvas.drawRect(skia.Rect.MakeXYWH(door, base - 100, 44, 100), fill(site.shaded(dark, 0.4)))
    if saloon:
        if site.light.lamps:
            canvas.drawRect(skia.Rect.MakeXYWH(door, base - 100, 44, 100), fill(WARM[1], 0.8))
        for left in (door, door + 23):
            canvas.drawRRect(rounded(left, base - 76, 21, 48, 5), fill(site.tone("#8a4a2c", 0.08)))
    else:
        canvas.drawRect(skia.Rect.MakeXYWH(door + 4, base - 94, 36, 94), fill(site.tone("#6a4630", 0.1)))
    for share in (0.12, 0.74):
        _pane(site, canvas, rng, x + wide * share, base - 88, wide * 0.16, 50, dark)
    plank = site.tone("#9a7a54", 0.08)
    canvas.drawRect(skia.Rect.MakeXYWH(x - 3, base - 6, wide + 6, 20), fill(plank))
    canvas.drawRect(skia.Rect.MakeXYWH(x - 3, base + 4, wide + 6, 10), fill(site.shaded(plank, 0.4)))
    roof = [(x + 6, base - 138), (x + wide - 6, base - 138), (x + wide + 5, base - 112), (x - 5, base - 112)]
    canvas.drawPath(polygon(roof), fill(site.tone("#7d6a58", 0.1)))
    canvas.drawLine(x - 5, base - 112, x + wide + 5, base - 112, stroke(site.shaded(plank, 0.3), 5))
    for share in (0.02, 0.34, 0.66, 0.98):
        canvas.drawLine(x + wide * share, base - 110, x + wide * share, base + 6, stroke(site.lit(plank, 0.1), 6))
    if site.light.lamps and not site.worn:
        glow(canvas, (x + wide * 0.34, base - 96), 90, "#ffc467", 0.55 * site.light.lamps)


def _water_tower(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    wood = site.tone("#8a6848", 0.2)
    for dx in (-46, -16, 16, 46):
        canvas.drawLine(x + dx * 1.1, base, x + dx * 0.8, base - 170, stroke(site.shaded(wood, 0.3), 7))
    canvas.drawLine(x - 50, base - 20, x + 42, base - 150, stroke(site.shaded(wood, 0.3), 4))
    canvas.drawLine(x + 50, base - 20, x - 42, base - 150, stroke(site.shaded(wood, 0.3), 4))
    tank = skia.Rect.MakeXYWH(x - 58, base - 290, 116, 122)
    shades = linear((x - 58, 0), (x + 58, 0), [site.lit(wood, 0.25), wood, site.shaded(wood, 0.35)])
    canvas.drawRect(tank, fill(wood, shader=shades))
    for step in range(1, 8):
        canvas.drawLine(
            x - 58 + step * 14.5, base - 290, x - 58 + step * 14.5, base - 168, stroke(site.shaded(wood, 0.4), 1.5, 0.6)
        )
    for y in (-262, -198):
        canvas.drawLine(x - 58, base + y, x + 58, base + y, stroke(site.tone("#3a3a3e", 0.2), 4))
    canvas.drawPath(
        polygon([(x - 66, base - 290), (x, base - 340), (x + 66, base - 290)]), fill(site.shaded(wood, 0.2))
    )


def _hitching_rail(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    wood = site.tone("#6e5238", 0.06)
    for dx in (-64, 64):
        canvas.drawLine(x + dx, base, x + dx, base - 58, stroke(wood, 9))
    canvas.drawLine(x - 84, base - 52, x + 84, base - 52, stroke(site.lit(wood, 0.12), 8))
    trough = skia.Rect.MakeXYWH(x - 50, base - 4, 100, 28)
    canvas.drawRect(trough, fill(site.shaded(wood, 0.15)))
    canvas.drawRect(skia.Rect.MakeXYWH(x - 46, base - 3, 92, 6), fill(site.tone("#7fa8b4", 0.1)))


def ranch(site: Site) -> list[Plane]:
    """Draw a ranch: a log house with a porch, a corral, a windmill, a gate with a skull, hills and grass."""
    base = site.horizon + 22

    def far(canvas: skia.Canvas) -> None:
        air.ridge(site, canvas, "mountains", base - 4, 190, site.tone("#8a7a86", 0.55), jagged=True)
        air.ridge(site, canvas, "hills", base + 8, 70, site.tone("#b89a5c", 0.35))
        air.haze(site, canvas, base - 8, 70, 0.35)

    def yard(canvas: skia.Canvas) -> None:
        growing.ground(site, canvas, "#c2a45e", base)
        growing.grass(site, canvas, "grass", ("#b89a4c", "#d0b468"), base + 12, count=260)
        _ranch_house(site, canvas, site.across(0.70), base + 40)
        _wind_pump(site, canvas, site.across(0.40), base + 20)
        wood = site.tone("#7a5a3c", 0.12)
        fence(site, canvas, site.left, site.across(0.30), base + 56, 56, wood)
        fence(site, canvas, site.across(0.88), site.right, base + 60, 56, wood)
        for dx in (-90, 90):
            canvas.drawLine(site.across(0.16) + dx, base + 84, site.across(0.16) + dx, base - 120, stroke(wood, 15))
        canvas.drawLine(site.across(0.16) - 112, base - 104, site.across(0.16) + 112, base - 104, stroke(wood, 15))
        _skull(site, canvas, site.across(0.16), base - 104)

    return [
        *air.heavens(site),
        Plane("hills", 0.25, far),
        Plane("yard", 0.70, yard),
        Plane.living("high grass", 0.72, wild_life.swaying_grass(site, base + 120, ("#b89a4c", "#d0b468"), tall=24)),
    ]


def _ranch_house(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    logs, roof = site.tone("#8a6240", 0.12), site.tone("#6a4c3a", 0.12)
    canvas.drawRect(skia.Rect.MakeXYWH(x - 170, base - 130, 340, 130), fill(logs))
    for row in range(9):
        canvas.drawLine(
            x - 174, base - 8 - row * 15, x + 174, base - 8 - row * 15, stroke(site.shaded(logs, 0.35), 2.5)
        )
    canvas.drawPath(
        polygon([(x - 204, base - 118), (x - 140, base - 212), (x + 140, base - 212), (x + 204, base - 118)]),
        fill(roof, shader=linear((0, base - 212), (0, base - 118), [site.lit(roof, 0.2), roof])),
    )
    canvas.drawRect(skia.Rect.MakeXYWH(x + 70, base - 252, 40, 60), fill(site.tone("#8f8478", 0.15)))
    rng = site.rng("ranch panes")
    canvas.drawRect(skia.Rect.MakeXYWH(x - 26, base - 94, 52, 94), fill(site.tone("#4f3626", 0.1)))
    for dx in (-128, 78):
        _pane(site, canvas, rng, x + dx, base - 94, 52, 46, site.shaded(logs, 0.5))
    for dx in (-196, -96, 96, 196):
        canvas.drawLine(x + dx, base - 118, x + dx, base + 10, stroke(site.lit(logs, 0.1), 8))
    canvas.drawRect(skia.Rect.MakeXYWH(x - 204, base, 408, 16), fill(site.lit(logs, 0.1)))


def _wind_pump(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    iron = site.tone("#6a6e72", 0.25)
    top = base - 240
    for dx in (-40, 40):
        canvas.drawLine(x + dx, base, x, top, stroke(iron, 5))
    for share in (0.25, 0.5, 0.75):
        canvas.drawLine(
            x - 40 * (1 - share), base - 240 * share, x + 40 * (1 - share), base - 240 * share, stroke(iron, 3)
        )
    canvas.drawLine(x, top, x + 78, top + 6, stroke(iron, 5))
    canvas.drawPath(
        polygon([(x + 66, top - 22), (x + 108, top - 26), (x + 108, top + 34), (x + 66, top + 28)]), fill(iron)
    )
    for step in range(12):
        canvas.save()
        canvas.translate(x, top)
        canvas.rotate(step * 30)
        canvas.drawPath(polygon([(-5, -14), (5, -14), (13, -56), (-11, -58)]), fill(site.lit(iron, 0.25)))
        canvas.restore()
    canvas.drawCircle(x, top, 9, fill(iron))


def _skull(site: Site, canvas: skia.Canvas, x: float, y: float) -> None:
    bone = site.tone("#efe3c8", 0.05)
    for side in (-1, 1):
        horn = [(x, y - 6), (x + side * 34, y - 8), (x + side * 46, y - 34)]
        canvas.drawPath(smooth(horn, tension=0.8), stroke(bone, 8))
    canvas.drawPath(
        smooth(
            [(x - 18, y - 12), (x + 18, y - 12), (x + 12, y + 14), (x + 8, y + 34), (x - 8, y + 34), (x - 12, y + 14)],
            closed=True,
        ),
        fill(bone),
    )
    for side in (-1, 1):
        canvas.drawCircle(x + side * 8, y + 2, 5, fill(site.shaded(bone, 0.8)))


def saloon(site: Site) -> list[Plane]:
    """Draw a saloon: a long bar with a mirror and bottles, swing doors, a piano, card tables, oil lamps."""
    low, wood = site.floor, "#6a3f28"
    home = Interior(site, "#7a5236", "#6a4830", pattern="boards", panels=150, lit_from=0.5)

    def doors(canvas: skia.Canvas, x: float) -> None:
        frame = site.tone("#4a2c1c")
        canvas.drawRect(skia.Rect.MakeXYWH(x, low - 330, 190, 344), fill(frame))
        room.outside_view(site, canvas, x + 14, low - 316, 162, 330, city=False)
        ground = site.outside.fog
        canvas.drawRect(skia.Rect.MakeXYWH(x + 14, low - 60, 162, 74), fill(ground))
        leaf = site.tone("#9a5f38")
        for left in (x + 14, x + 97):
            canvas.drawRRect(rounded(left, low - 226, 79, 150, 8), fill(leaf))
            for row in range(7):
                canvas.drawLine(
                    left + 10, low - 210 + row * 19, left + 69, low - 210 + row * 19, stroke(site.shaded(leaf, 0.4), 5)
                )

    def back(canvas: skia.Canvas, x: float) -> None:
        frame = site.tone("#4a2c1c")
        canvas.drawRRect(rounded(x, low - 420, 430, 270, 6), fill(frame))
        glass = site.tone("#a9b4b0")
        canvas.drawRRect(rounded(x + 130, low - 404, 170, 200, 80), fill(site.lit(glass, 0.2)))
        canvas.drawRRect(rounded(x + 130, low - 404, 170, 200, 80), stroke(site.tone("#c9a04a"), 7))
        for left in (x + 16, x + 312):
            for level in range(2):
                goods.row(site, canvas, "bottles", left, low - 296 + level * 84, 104, 70)
                canvas.drawRect(
                    skia.Rect.MakeXYWH(left - 6, low - 296 + level * 84, 116, 7), fill(site.lit(frame, 0.2))
                )

    home.hang(0.30, 430, back, focal=True)
    home.stand(0.30, 500, lambda canvas, x: furniture.counter(site, canvas, x, low + 42, 500, 146, wood))
    home.hang(0.72, 190, doors, focal=True)
    home.stand(0.93, 210, lambda canvas, x: fittings.piano(site, canvas, x, low + 30))
    home.stand(0.56, 84, lambda canvas, x: fittings.barrel(site, canvas, x, low + 34))
    home.hang(0.90, 90, lambda canvas, x: fixtures.trophy(site, canvas, x + 60, low - 330))
    home.hang(0.535, 70, lambda canvas, x: _wanted(site, canvas, x, low - 330))
    home.strangers(3, manner="stand", shares=(0.20, 0.38, 0.86), drop=-20)
    for share in (0.16, 0.46, 0.80):
        home.lamp(share, above=340, size=0.85, colour="#8a6a2c")
    return home.planes()


def _wanted(site: Site, canvas: skia.Canvas, x: float, y: float) -> None:
    paper, ink = site.tone("#e2cf9f"), site.tone("#4a3626")
    canvas.drawRect(skia.Rect.MakeXYWH(x, y, 66, 88), fill(paper))
    canvas.drawRect(skia.Rect.MakeXYWH(x + 9, y + 8, 48, 8), fill(ink))
    canvas.drawCircle(x + 33, y + 42, 12, fill(ink, 0.8))
    canvas.drawRect(skia.Rect.MakeXYWH(x + 12, y + 28, 42, 5), fill(ink))
    canvas.drawRRect(rounded(x + 16, y + 54, 34, 14, 6), fill(ink, 0.8))
    canvas.drawRect(skia.Rect.MakeXYWH(x + 14, y + 74, 38, 6), fill(ink))


def sheriff_office(site: Site) -> list[Plane]:
    """Draw a sheriff's office: a cell behind bars, a desk, a gun rack, wanted posters, an iron stove."""
    low = site.floor
    home = Interior(site, "#9a7a56", "#7a5a3c", pattern="boards", lit_from=0.55)

    def cell(canvas: skia.Canvas, x: float) -> None:
        dark = site.shaded(site.tone("#5a5048"), 0.35)
        canvas.drawRect(skia.Rect.MakeXYWH(x, low - 390, 330, 392), fill(dark))
        canvas.drawRect(skia.Rect.MakeXYWH(x + 120, low - 340, 80, 64), fill(site.outside.sky[2]))
        canvas.drawRect(skia.Rect.MakeXYWH(x + 30, low - 84, 200, 18), fill(site.tone("#6a4a30")))
        iron = site.tone("#33353a")
        for step in range(12):
            canvas.drawLine(x + 8 + step * 28.5, low - 388, x + 8 + step * 28.5, low + 2, stroke(iron, 8))
        for y in (-388, -200, -4):
            canvas.drawLine(x, low + y, x + 330, low + y, stroke(iron, 10))
        canvas.drawRect(skia.Rect.MakeXYWH(x + 196, low - 214, 34, 44), fill(site.lit(iron, 0.15)))

    def rack(canvas: skia.Canvas, x: float) -> None:
        wood = site.tone("#5a3a26")
        canvas.drawRect(skia.Rect.MakeXYWH(x, low - 350, 130, 150), fill(site.shaded(wood, 0.2)))
        for step in range(4):
            left = x + 18 + step * 31
            canvas.drawLine(left, low - 340, left, low - 262, stroke(site.tone("#3a3c42"), 6))
            canvas.drawLine(left, low - 264, left + 4, low - 212, stroke(site.tone("#8a5a34"), 11))
        for y in (-318, -240):
            canvas.drawRect(skia.Rect.MakeXYWH(x - 5, low + y, 140, 9), fill(site.lit(wood, 0.15)))

    home.hang(0.80, 330, cell, focal=True)
    home.stand(0.26, 300, lambda canvas, x: furniture.desk(site, canvas, x, low + 56, 300, "#6a4428"))
    home.hang(0.30, 130, rack)
    for share, drop in ((0.44, 352), (0.505, 338), (0.16, 346)):
        home.hang(share, 70, lambda canvas, x, drop=drop: _wanted(site, canvas, x, low - drop))  # type: ignore[misc]
    home.window(0.06, 150, 170)
    home.stand(0.54, 110, lambda canvas, x: _iron_stove(site, canvas, x, low + 24))
    home.lamp(0.40, above=350, size=0.8, colour="#8a6a2c")
    return home.planes()


def _iron_stove(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    iron = site.tone("#3a3a3e")
    canvas.drawRect(skia.Rect.MakeXYWH(x + 44, site.top, 22, base - 130 - site.top), fill(site.lit(iron, 0.08)))
    canvas.drawRRect(rounded(x + 10, base - 150, 90, 130, 26), fill(iron))
    canvas.drawRRect(rounded(x, base - 160, 110, 18, 6), fill(site.lit(iron, 0.15)))
    canvas.drawRect(skia.Rect.MakeXYWH(x + 34, base - 92, 42, 34), fill("#ffb45a"))
    for dx in (18, 92):
        canvas.drawLine(x + dx, base - 22, x + dx, base, stroke(iron, 9))
    glow(canvas, (x + 55, base - 74), 110, "#ff9a3d", 0.5)
