"""Rooms where people learn and search: library, classroom, laboratory, museum, observatory."""

from __future__ import annotations

import skia

from generation.providers.animatic.drawing.canvas import fill, glow, linear, mix, polygon, rounded, smooth, stroke
from generation.providers.animatic.drawing.stage import LivePainter

from . import decay, fittings, fixtures, furniture, goods, machines, room
from .fire import flame
from .interior import Interior, Put
from .life import halo
from .site import Plane, Site


def library(site: Site) -> list[Plane]:
    """Draw a library or study: walls of books, a ladder, a desk with a lamp, a tall window or a hearth."""
    low, layout = site.floor, site.variant("layout", 3)
    home = Interior(site, site.pick("wall", ("#8a6a50", "#6a5a4a", "#7a7060")), "#6a4028", lit_from=0.5)
    wood = site.pick("wood", ("#5a3526", "#4a3a30", "#7a5236"))
    middle = (0.5, 0.30, 0.70)[layout]
    if layout == 2:
        home.stand(
            middle,
            250,
            lambda canvas, x: furniture.fireplace(site, canvas, x + 10, low + 10),
            focal=True,
            flip=False,
            live=lambda x: flame(site, x + 125, low + 2, 84, wide=0.5),
        )
        home.hang(middle, 170, lambda canvas, x: room.picture(site, canvas, x, low - 430, 170, 130, "#5c7f8a"))
    else:
        home.window(middle, 170, 330, above=440, panes=3, frame="#8a6444")
    for index in range(-4, 5):
        share = middle + index * 0.185 + (0.02 if index > 0 else -0.02 if index < 0 else 0)
        if index:
            home.hang(
                share,
                228,
                lambda canvas, x: goods.shelves(site, canvas, "books", x, low + 6, 228, 520, wood=wood, step=92),
            )
    home.rug(0.5, ("#3f5a4a", "#c9a86a", "#2f4a3c", "#b8925a", "#2f4a3c"), 330)
    home.stand(middle + 0.2, 90, lambda canvas, x: _ladder(site, canvas, x, low + 14))
    home.stand(0.82 if layout != 2 else 0.34, 290, lambda canvas, x: furniture.desk(site, canvas, x, low + 66, 290))
    home.stand(
        0.10, 180, lambda canvas, x: furniture.sofa(site, canvas, x, low + 58, 180, site.painted("armchair", "#7a3f34"))
    )
    home.stand(0.25, 110, lambda canvas, x: _globe(site, canvas, x, low + 50))
    home.lamp(0.5, above=450, colour="#7a5a30")
    home.before(Plane("near chair", 1.4, lambda canvas: room.near_chair(site, canvas)))
    return home.planes()


def _ladder(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    wood = site.tone("#a87a4a")
    for dx in (0, 56):
        canvas.drawLine(x + dx + 10, base, x + dx * 0.7 + 30, base - 430, stroke(wood, 8))
    for step in range(9):
        share = (step + 0.6) / 9.6
        canvas.drawLine(
            x + 10 + 20 * share,
            base - 430 * share,
            x + 66 + 3 * share,
            base - 430 * share,
            stroke(site.shaded(wood, 0.15), 6),
        )


def _globe(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    wood, sea = site.tone("#6e4630"), site.tone("#4a8a9a")
    furniture.shadow(site, canvas, x + 20, base, 60)
    for dx in (-30, 30):
        canvas.drawLine(x + 50, base - 70, x + 50 + dx, base, stroke(wood, 7))
    canvas.drawCircle(
        x + 50,
        base - 122,
        50,
        fill(sea, shader=linear((x, 0), (x + 100, 0), [site.lit(sea, 0.3), site.shaded(sea, 0.4)])),
    )
    for land in ([(24, -150), (50, -156), (46, -122), (30, -116)], [(58, -140), (82, -134), (78, -104), (62, -100)]):
        canvas.drawPath(
            smooth([(x + dx, base + dy) for dx, dy in land], closed=True, tension=0.9), fill(site.tone("#b8a05a"))
        )
    canvas.drawArc(
        skia.Rect.MakeXYWH(x - 6, base - 178, 112, 112), 20, 180, useCenter=False, paint=stroke(site.tone("#c9a04a"), 5)
    )


def classroom(site: Site) -> list[Plane]:
    """Draw a classroom: a board, the teacher's desk, rows of desks, maps or drawings, windows, a clock."""
    low, layout = site.floor, site.variant("layout", 2)
    modern = site.era in {"modern", "future"}
    home = Interior(
        site, site.pick("wall", ("#dcd2b0", "#c8d8cc", "#d8c8b0")), "#a8845c", panels=0 if modern else 96, lit_from=0.5
    )
    board_at = 0.5 if layout == 0 else 0.62
    home.hang(
        board_at,
        430,
        lambda canvas, x: fixtures.board(site, canvas, x + 15, low - 400, 400, 190, white=modern),
        focal=True,
        flip=False,
    )
    home.window(0.10 if layout == 0 else 0.20, 180, 260, panes=3)
    home.window(0.92, 180, 260, panes=3)
    home.hang(
        0.765 if layout == 0 else 0.90,
        130,
        lambda canvas, x: fixtures.map_sheet(site, canvas, x, low - 390, 130, 100),
        flip=False,
    )
    home.hang(
        0.27,
        64,
        lambda canvas, x: fixtures.clock_face(site, canvas, x + 32, low - 420, 30),
        live=lambda x: fixtures.clock_hands(site, x + 32, low - 420, 30),
    )
    home.stand(board_at + 0.09, 250, lambda canvas, x: furniture.desk(site, canvas, x, low + 26, 250, "#8a5f3c"))
    home.stand(board_at - 0.13, 110, lambda canvas, x: _globe(site, canvas, x, low + 24))

    def desks(canvas: skia.Canvas) -> None:
        for share, drop in ((0.05, 74), (0.21, 84), (0.80, 84), (0.96, 74)):
            x = site.across(share) - 60
            fittings.school_desk(site, canvas, x, low + drop)
            furniture.chair(site, canvas, x + 10, low + drop + 6, "#b98a58")

    home.before(Plane("desks", 0.79, desks))
    home.strangers(3, manner="sit", shares=(0.06, 0.22, 0.95), drop=6)
    return home.planes()


def laboratory(site: Site) -> list[Plane]:
    """Draw a laboratory of its era: benches with flasks, screens or an alchemist's furnace, tanks that bubble."""
    if site.era in {"medieval", "victorian"} or site.has("alchemist", "alchemy", "wizard"):
        return _alchemist(site)
    low, layout = site.floor, site.variant("layout", 2)
    colour = site.grade.colour(site.pick("glow", ("#5ae0c8", "#8ac8ff", "#ffb85a", "#9aff8a")))
    home = Interior(
        site, site.pick("wall", ("#a8bcc4", "#b8c4c0", "#9aa8b8")), "#b4c0c4", pattern="tiles", lit_from=0.5
    )
    home.cover(lambda canvas: _wall_panels(site, canvas))
    first, second = (0.24, 0.76) if layout == 0 else (0.5, 0.84)
    home.hang(
        first,
        300,
        lambda canvas, x: fixtures.screen(site, canvas, x + 10, low - 390, 280, 150, colour),
        live=lambda x: fixtures.screen_trace(site, x + 10, low - 390, 280, 150, colour),
        flip=False,
        focal=True,
    )
    home.hang(
        second,
        220,
        lambda canvas, x: fixtures.screen(site, canvas, x + 10, low - 390, 200, 150, colour),
        live=lambda x: fixtures.screen_trace(site, x + 10, low - 390, 200, 150, colour, kind="bars"),
        flip=False,
    )
    home.hang(
        0.5 if layout == 0 else 0.16,
        260,
        lambda canvas, x: goods.shelves(site, canvas, "potions", x, low - 220, 260, 170, wood="#8f9aa0", step=80),
    )
    for share, wide in ((0.12, 380), (0.90, 340)):
        home.stand(share, wide, lambda canvas, x: _bench(site, canvas, x, low + 50))
    home.stand(
        0.66 if layout == 0 else 0.30,
        120,
        lambda canvas, x: machines.tank(site, canvas, x, low + 20, colour),
        flip=False,
        live=lambda x: machines.bubbling(site, x + 12, low - 280, 96, 250),
    )
    home.moving(_tube_light(site))
    return home.planes()


def _wall_panels(site: Site, canvas: skia.Canvas) -> None:
    for index in range(int(site.span / 150) + 1):
        x = site.left + index * 150
        canvas.drawRect(skia.Rect.MakeXYWH(x, site.top, 3, site.floor - site.top), fill(site.light.shade, 0.16))


def _bench(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    furniture.counter(site, canvas, x, base, 360, 124, "#d8e0e2")
    goods.row(site, canvas, "potions", x + 14, base - 128, 190, 84)
    steel = site.tone("#4a525c")
    canvas.drawPath(
        smooth([(x + 262, base - 128), (x + 250, base - 176), (x + 276, base - 204)], tension=0.8), stroke(steel, 11)
    )
    canvas.drawLine(x + 268, base - 208, x + 294, base - 168, stroke(steel, 14))
    canvas.drawLine(x + 240, base - 132, x + 306, base - 132, stroke(steel, 9))


def _tube_light(site: Site) -> LivePainter:
    y = max(site.floor - room.CEILING + 22, 8)

    def live(canvas: skia.Canvas, seconds: float) -> None:
        del seconds
        for share in (0.26, 0.74):
            x = site.across(share)
            canvas.drawRRect(rounded(x - 130, y, 260, 10, 5), fill("#f4fbff"))
            halo(canvas, x, y + 6, 240, "#e8f6ff", 0.3)

    return live


def _alchemist(site: Site) -> list[Plane]:
    low = site.floor
    home = Interior(site, "#7a6c60", "#6a5a4a", bricks=True, lit_from=0.4)
    home.stand(
        0.30,
        260,
        lambda canvas, x: fittings.hearth(site, canvas, x, low + 10),
        focal=True,
        flip=False,
        live=lambda x: flame(site, x + 130, low + 4, 70, wide=0.66),
    )
    home.hang(0.72, 420, lambda canvas, x: goods.shelves(site, canvas, "potions", x, low - 130, 420, 270, step=86))

    def bench(canvas: skia.Canvas, x: float) -> None:
        furniture.table(site, canvas, x, low + 60, 400, 124, "#6e4a30")
        goods.row(site, canvas, "potions", x + 20, low - 64, 240, 84)
        goods.row(site, canvas, "books", x + 280, low - 64, 110, 70)

    home.stand(0.76, 400, bench)
    home.stand(0.08, 170, lambda canvas, x: machines.telescope(site, canvas, x, low + 50))
    home.window(0.5, 110, 150)
    home.moving(fixtures.torch(site, home.x(0.965), low - 330), wall=True)
    return home.planes()


def museum(site: Site) -> list[Plane]:
    """Draw a museum: a skeleton or a statue in the middle, gold-framed pictures, glass cases, ropes, skylight."""
    low, layout = site.floor, site.variant("layout", 3)
    art = site.has("art", "gallery", "painting", "paintings", "exhibition")
    home = Interior(site, site.pick("wall", ("#b8b0a4", "#8f3f3f", "#7a8a8f", "#a89a84")), "#a8865c", lit_from=0.5)
    home.cover(lambda canvas: decay.gilding(site, canvas, low - 90))
    colours = ("#5c7f8a", "#b0764f", "#6a6f9a", "#7a8a5a", "#9a5a5a")
    for index, (share, wide, tall) in enumerate(
        ((0.12, 170, 210), (0.32, 210, 150), (0.70, 210, 150), (0.90, 170, 210))
    ):
        if index != layout:
            home.hang(share, wide, _framed(site, wide, tall, colours[index]))
    if art or layout == 2:
        home.hang(0.5, 260, _framed(site, 260, 220, colours[site.seed % 5]), focal=True, flip=False)
    elif layout == 0:
        home.stand(0.5, 420, lambda canvas, x: _dinosaur(site, canvas, x, low + 30), focal=True)
    else:
        home.stand(0.5, 170, lambda canvas, x: statue(site, canvas, x + 85, low + 30), focal=True)
    for share in (0.16, 0.84):
        home.stand(share, 150, lambda canvas, x: _case(site, canvas, x, low + 44))
    home.before(Plane("ropes", 0.79, lambda canvas: _ropes(site, canvas)))
    home.strangers(3, shares=(0.28, 0.74, 0.95), drop=14)
    home.lamp(0.5, above=480, size=0.9)
    return home.planes()


def _framed(site: Site, wide: float, tall: float, colour: str) -> Put:
    def paint(canvas: skia.Canvas, x: float) -> None:
        room.picture(site, canvas, x, site.floor - 270 - tall * 0.75, wide, tall, colour)
        glow(canvas, (x + wide / 2, site.floor - 270 - tall * 0.9), wide * 0.7, "#fff0c8", 0.3)

    return paint


def statue(site: Site, canvas: skia.Canvas, x: float, base: float, size: float = 1.0) -> None:
    """Draw a marble figure on its pedestal, about 330 units high."""
    stone = site.tone("#d8d2c8")
    canvas.save()
    canvas.translate(x, base)
    canvas.scale(size, size)
    furniture.shadow(site, canvas, -70, 0, 140)
    furniture.solid(site, canvas, -62, -100, 124, 100, site.shaded(stone, 0.15))
    furniture.solid(site, canvas, -74, -112, 148, 16, stone)
    robe = [(-44, -112), (-34, -220), (-46, -276), (0, -296), (46, -276), (32, -220), (48, -112)]
    shades = linear((-46, 0), (46, 0), [site.lit(stone, 0.3), stone, site.shaded(stone, 0.4)])
    canvas.drawPath(smooth(robe, closed=True, tension=0.5), fill(stone, shader=shades))
    canvas.drawPath(smooth([(38, -270), (72, -300), (64, -346)], tension=1), stroke(stone, 19))
    canvas.drawOval(skia.Rect.MakeXYWH(-21, -344, 42, 54), fill(stone, shader=shades))
    for dx in (-18, 2, 20):
        canvas.drawLine(dx, -116, dx * 0.6, -216, stroke(site.shaded(stone, 0.3), 3, 0.6))
    canvas.restore()


def _dinosaur(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    bone, plinth = site.tone("#e6dcc4"), site.tone("#5a4a40")
    furniture.shadow(site, canvas, x, base, 420)
    furniture.solid(site, canvas, x, base - 36, 420, 36, plinth)
    spine = [(4, -150), (70, -190), (150, -236), (220, -250), (280, -270), (322, -330), (356, -352)]
    canvas.drawPath(smooth([(x + dx, base + dy) for dx, dy in spine], tension=1), stroke(bone, 13))
    for index in range(9):
        left = x + 128 + index * 15
        canvas.drawPath(
            smooth([(left, base - 236), (left - 16, base - 186), (left + 2, base - 150)], tension=1), stroke(bone, 5)
        )
    for hip, knee, foot in (
        ((150, -228), (176, -140), (150, -36)),
        ((190, -240), (222, -150), (212, -36)),
        ((254, -252), (262, -206), (286, -190)),
    ):
        canvas.drawPath(smooth([(x + dx, base + dy) for dx, dy in (hip, knee, foot)], tension=0.6), stroke(bone, 11))
    skull = [(346, -372), (392, -366), (420, -336), (396, -330), (416, -314), (372, -318), (346, -336)]
    canvas.drawPath(polygon([(x + dx, base + dy) for dx, dy in skull]), fill(bone))
    canvas.drawCircle(x + 370, base - 350, 7, fill(site.shaded(plinth, 0.4)))


def _case(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    furniture.shadow(site, canvas, x, base, 150)
    furniture.solid(site, canvas, x, base - 100, 150, 100, site.tone("#5a4a40"))
    canvas.drawRect(skia.Rect.MakeXYWH(x + 6, base - 208, 138, 108), fill("#e8f4f8", 0.22))
    canvas.drawRect(skia.Rect.MakeXYWH(x + 6, base - 208, 138, 108), stroke(site.tone("#d8e4e8"), 3))
    gold = site.tone("#d8b04a")
    canvas.drawPath(
        smooth(
            [
                (x + 54, base - 104),
                (x + 44, base - 146),
                (x + 62, base - 180),
                (x + 88, base - 180),
                (x + 106, base - 146),
                (x + 96, base - 104),
            ],
            closed=True,
            tension=0.7,
        ),
        fill(gold),
    )
    glow(canvas, (x + 75, base - 150), 90, "#fff0c8", 0.4)


def _ropes(site: Site, canvas: skia.Canvas) -> None:
    brass, y = site.tone("#c9a04a"), site.floor + 78
    posts = [site.across(share) for share in (0.30, 0.43, 0.57, 0.70)]
    for x in posts:
        canvas.drawLine(x, y, x, y - 92, stroke(brass, 6))
        canvas.drawOval(skia.Rect(x - 17, y - 5, x + 17, y + 6), fill(brass))
        canvas.drawCircle(x, y - 94, 7, fill(brass))
    for left, right in ((posts[0], posts[1]), (posts[2], posts[3])):
        canvas.drawPath(
            smooth([(left, y - 84), ((left + right) / 2, y - 44), (right, y - 84)], tension=1),
            stroke(mix(site.tone("#a8242c"), "#000000", 0.1), 8),
        )


def observatory(site: Site) -> list[Plane]:
    """Draw an observatory: a dome open to the stars, a great telescope, star maps, dials."""
    low = site.floor
    home = Interior(site, "#4a5268", "#5a4a44", lit_from=0.5)

    def slit(canvas: skia.Canvas) -> None:
        x, top = home.x(0.5), max(site.top, low - 640)
        canvas.save()
        canvas.clipPath(
            polygon([(x - 60, top), (x + 60, top), (x + 130, low - 150), (x - 130, low - 150)]), doAntiAlias=True
        )
        room.outside_view(site, canvas, x - 140, top, 280, low - 150 - top, city=False)
        canvas.restore()
        canvas.drawPath(
            polygon([(x - 60, top), (x + 60, top), (x + 130, low - 150), (x - 130, low - 150)]),
            stroke(site.tone("#8a94a8"), 12),
        )
        for index in (-3, -2, 2, 3):
            canvas.drawPath(
                smooth([(x + index * 40, top), (x + index * 150, low - 260), (x + index * 190, low)], tension=0.8),
                stroke(site.tone("#39415a"), 7),
            )

    home.cover(slit)
    home.stand(0.5, 360, lambda canvas, x: _great_telescope(site, canvas, x, low + 20), focal=True)
    home.hang(0.10, 220, lambda canvas, x: fixtures.map_sheet(site, canvas, x, low - 370, 220, 160), flip=False)
    home.stand(
        0.90,
        250,
        lambda canvas, x: machines.console(site, canvas, x, low + 40, 250),
        live=lambda x: machines.blinking(site, x + 24, low - 84, 200, 44),
    )
    home.stand(0.12, 290, lambda canvas, x: furniture.desk(site, canvas, x, low + 54, 270))
    return home.planes()


def _great_telescope(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    brass, iron = site.tone("#b8924a"), site.tone("#4a4a54")
    furniture.shadow(site, canvas, x + 80, base, 200)
    canvas.drawPath(
        polygon([(x + 110, base), (x + 250, base), (x + 204, base - 170), (x + 156, base - 170)]), fill(iron)
    )
    canvas.save()
    canvas.rotate(-38, x + 180, base - 180)
    furniture.solid(site, canvas, x - 20, base - 222, 420, 84, brass, 8)
    furniture.solid(site, canvas, x + 390, base - 236, 46, 112, site.shaded(brass, 0.15), 6)
    furniture.solid(site, canvas, x - 90, base - 200, 76, 40, site.shaded(brass, 0.3), 6)
    canvas.restore()
    canvas.drawCircle(x + 180, base - 180, 30, fill(site.lit(iron, 0.2)))
