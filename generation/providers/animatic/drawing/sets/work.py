"""Rooms of work and law: office of its era, newsroom, police, court, prison cell, cellar."""

from __future__ import annotations

import math

import skia

from generation.providers.animatic.drawing.canvas import fill, polygon, rounded, stroke

from . import fittings, fixtures, furniture, goods, machines, room
from .fire import candle
from .interior import Interior
from .life import turning
from .site import Plane, Site


def office(site: Site) -> list[Plane]:
    """Draw an office of its era: a detective's den, a boss's room, an open plan of screens, a clerk's room."""
    private = site.has("detective", "private", "noir", "agency", "investigator")
    if site.era in {"medieval", "victorian"}:
        return _clerks_office(site)
    if (site.era in {"modern", "future"} and not private) or site.has("startup", "cubicle", "open"):
        return (
            _glass_office(site)
            if site.variant("tower", 2) or site.has("boss", "penthouse", "ceo")
            else _open_plan(site)
        )
    low, layout = site.floor, site.variant("layout", 4)
    home = Interior(
        site, site.pick("wall", ("#a89878", "#8f9a84", "#a08a7a", "#98a0a4")), "#6a4830", panels=104, lit_from=0.55
    )
    window_at, door_at, desk_at = ((0.52, 0.15, 0.78), (0.28, 0.86, 0.30), (0.70, 0.12, 0.66), (0.40, 0.90, 0.42))[
        layout
    ]
    home.window(window_at, min(300, site.width * 0.42), 270, city=True, panes=3, frame="#8a7a64", blinds=True)
    home.door(door_at, "#6a4a34", glass=True)
    home.stand(desk_at, 300, lambda canvas, x: furniture.desk(site, canvas, x, low + 62, 300), focal=True)
    home.stand(
        desk_at + (0.02 if layout else -0.01),
        110,
        lambda canvas, x: furniture.chair(site, canvas, x + 55, low + 26, "#5a3a28"),
    )
    for offset in (0, 0.062):
        home.stand(
            (0.30 if layout in {0, 2} else 0.66) + offset,
            76,
            lambda canvas, x: furniture.drawers(site, canvas, x, low + 12, 74, 206, "#6a7064"),
        )
    home.stand(
        0.95 if layout == 0 else 0.04,
        190,
        lambda canvas, x: goods.shelves(site, canvas, "files", x, low + 12, 190, 330),
    )
    board_at = 0.30 if layout in {0, 2} else 0.66
    if private or site.has("police", "precinct", "newsroom"):
        home.hang(
            board_at, 220, lambda canvas, x: fixtures.pinboard(site, canvas, x, low - 400, 220, 140, thread=private)
        )
    else:
        home.hang(board_at, 130, lambda canvas, x: room.picture(site, canvas, x, low - 380, 130, 96, "#5c7f8a"))
    home.hang(0.97 if layout == 1 else 0.24, 110, lambda canvas, x: fixtures.hooks(site, canvas, x, low - 320, 110))
    home.hang(
        0.5 if layout != 0 else 0.70,
        64,
        lambda canvas, x: fixtures.clock_face(site, canvas, x + 32, low - 440, 30),
        live=lambda x: fixtures.clock_hands(site, x + 32, low - 440, 30),
    )
    home.stand(
        0.235 if layout == 0 else 0.80, 90, lambda canvas, x: furniture.plant(site, canvas, x + 45, low + 24, 120)
    )
    home.before(*_fan(site, home.x(0.5), max(site.top + 40, low - 520)))
    home.before(Plane("near chair", 1.4, lambda canvas: room.near_chair(site, canvas)))
    return home.planes()


def _fan(site: Site, x: float, y: float) -> list[Plane]:
    dark = site.tone("#4a3a30")

    def live(canvas: skia.Canvas, seconds: float) -> None:
        canvas.drawLine(x, site.top, x, y, stroke(dark, 5))
        for blade in range(4):
            angle = 0.4 + blade * math.pi / 2 + seconds * 1.5
            end = (x + math.cos(angle) * 160, y + math.sin(angle) * 20)
            canvas.drawLine(x, y, *end, stroke(dark, 13, 0.9))
        canvas.drawCircle(x, y, 15, fill(site.lit(dark, 0.2)))

    return [Plane.living("fan", 0.77, live)]


def _clerks_office(site: Site) -> list[Plane]:
    low = site.floor
    home = Interior(site, "#8a7358", "#5a4030", panels=130, bricks=site.era == "medieval", lit_from=0.5)
    home.window(0.5, 150, 290, above=440, panes=2, frame="#5a3f2a")
    home.stand(
        0.74,
        290,
        lambda canvas, x: furniture.desk(site, canvas, x, low + 60, 290),
        live=lambda x: candle(site, x + 220, low - 58),
        focal=True,
    )
    home.stand(0.10, 240, lambda canvas, x: goods.shelves(site, canvas, "files", x, low + 14, 240, 430))
    home.stand(0.93, 190, lambda canvas, x: goods.shelves(site, canvas, "books", x, low + 14, 190, 400))
    home.hang(0.30, 190, lambda canvas, x: fixtures.map_sheet(site, canvas, x, low - 390, 190, 130), flip=False)
    home.stand(0.31, 170, lambda canvas, x: furniture.drawers(site, canvas, x, low + 20, 150, 140, "#5a3a28"))
    return home.planes()


def _monitor(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    furniture.solid(site, canvas, x, base - 76, 104, 64, site.tone("#23282e"), 4)
    canvas.drawRect(skia.Rect.MakeXYWH(x + 5, base - 71, 94, 54), fill("#6fb8d8", 0.85 if site.light.lamps else 0.6))
    canvas.drawRect(skia.Rect.MakeXYWH(x + 46, base - 14, 12, 14), fill(site.tone("#3a4048")))
    for row in range(3):
        canvas.drawRect(skia.Rect.MakeXYWH(x + 12, base - 62 + row * 14, 40 + (row * 23) % 36, 5), fill("#eaf6fb", 0.8))


def _work_desk(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    top = site.tone("#d8cdb8" if site.era != "future" else "#8a94a8")
    furniture.shadow(site, canvas, x, base, 250)
    for dx in (10, 236):
        canvas.drawLine(x + dx, base, x + dx, base - 110, stroke(site.tone("#6a7078"), 7))
    furniture.solid(site, canvas, x, base - 118, 250, 12, top, 3)
    _monitor(site, canvas, x + 70, base - 118)
    furniture.solid(site, canvas, x + 184, base - 150, 18, 32, site.tone("#c8564a"), 4)
    furniture.solid(site, canvas, x + 84, base - 100, 76, 64, site.tone("#3a4550"), 10)
    canvas.drawLine(x + 122, base - 40, x + 122, base, stroke(site.tone("#3a4048"), 8))


def _open_plan(site: Site) -> list[Plane]:
    low = site.floor
    home = Interior(
        site, site.pick("wall", ("#c4ccd0", "#d0ccc0", "#b8c4c0")), "#7a7f84", pattern="plain", lit_from=0.5
    )
    home.window(0.28, min(420, site.width * 0.6), 290, city=True, panes=4, frame="#9aa4ac")
    home.hang(
        0.70,
        300,
        lambda canvas, x: fixtures.board(site, canvas, x + 15, low - 390, 270, 150, white=True),
        flip=False,
        focal=True,
    )
    home.door(0.94, "#7f8a94", glass=True)
    for share in (0.10, 0.36, 0.64, 0.90):
        home.stand(share, 250, lambda canvas, x: _work_desk(site, canvas, x, low + 50))
    home.stand(0.505, 80, lambda canvas, x: furniture.plant(site, canvas, x + 40, low + 20, 190))
    home.strangers(3, manner="sit", shares=(0.12, 0.38, 0.90), drop=4)
    for share in (0.22, 0.76):
        home.lamp(share, above=430, size=1.1, colour="#e4e8ea")
    return home.planes()


def _glass_office(site: Site) -> list[Plane]:
    low = site.floor
    home = Interior(site, "#8f98a4" if site.era == "future" else "#b0aaa0", "#4a4644", pattern="plain", lit_from=0.5)
    home.window(0.5, min(900, site.width * 0.74), 380, above=450, city=True, panes=5, frame="#4a5058")
    home.stand(0.66, 330, lambda canvas, x: _boss_desk(site, canvas, x, low + 64), focal=True)
    home.stand(0.12, 330, lambda canvas, x: furniture.sofa(site, canvas, x, low + 44, 300, "#2f343c"))
    home.stand(0.95, 90, lambda canvas, x: furniture.plant(site, canvas, x + 45, low + 34, 220))
    home.stand(0.35, 110, lambda canvas, x: fittings.glass_case(site, canvas, x, low + 22, 110, 96, "#5a4a40"))
    if site.era == "future":
        home.moving(fixtures.screen_trace(site, home.x(0.66) - 110, low - 250, 220, 120, "#5af0ff"))
    return home.planes()


def _boss_desk(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    machines.captains_chair(site, canvas, x + 100, base - 30)
    furniture.shadow(site, canvas, x, base, 330)
    furniture.solid(site, canvas, x + 20, base - 106, 60, 106, site.tone("#3a3430"))
    furniture.solid(site, canvas, x + 250, base - 106, 60, 106, site.tone("#3a3430"))
    furniture.solid(site, canvas, x, base - 122, 330, 16, site.tone("#6a4a36"), 4)
    _monitor(site, canvas, x + 214, base - 120)
    furniture.desk_lamp(site, canvas, x + 40, base - 122)


def court(site: Site) -> list[Plane]:
    """Draw a court: the judge's high bench, a crest, flags, panelled walls, a rail and benches."""
    low = site.floor
    home = Interior(site, "#a8865c", "#7a4a30", panels=190, lit_from=0.5)
    home.hang(0.5, 160, lambda canvas, x: _scales(site, canvas, x + 80, low - 400), focal=True, flip=False)
    for share in (0.16, 0.84):
        home.window(share, 120, 290, above=460, panes=2, frame="#7a5236")

    def bench(canvas: skia.Canvas, x: float) -> None:
        furniture.solid(site, canvas, x + 210, low - 270, 80, 140, site.tone("#5a2428"), 26)
        furniture.counter(site, canvas, x, low + 20, 500, 190, "#6e4630")
        furniture.solid(site, canvas, x + 180, low - 204, 140, 36, site.tone("#6e4630"))
        furniture.counter(site, canvas, x + 380, low + 44, 150, 130, "#7a5236")

    home.stand(0.5, 500, bench, focal=True)
    home.moving(
        fixtures.banner(
            site, home.x(0.30) - 34, low - 400, 68, 220, site.pick("flag", ("#2c4a8a", "#8a2c34", "#2f6a4a"))
        ),
        wall=True,
    )
    home.moving(fixtures.banner(site, home.x(0.70) - 34, low - 400, 68, 220, "#a8342c"), wall=True)
    home.strangers(4, manner="sit", shares=(0.04, 0.11, 0.90, 0.97), drop=-6)

    def rail(canvas: skia.Canvas) -> None:
        wood = site.tone("#6e4630")
        for side in (-1, 1):
            left, right = (site.left, site.across(0.27)) if side < 0 else (site.across(0.73), site.right)
            for index in range(int((right - left) / 34) + 1):
                canvas.drawLine(left + index * 34, low + 96, left + index * 34, low + 20, stroke(wood, 8))
            furniture.solid(site, canvas, left - 10, low + 8, right - left + 20, 18, site.lit(wood, 0.2), 6)

    home.before(Plane("rail", 0.81, rail))
    return home.planes()


def _scales(site: Site, canvas: skia.Canvas, x: float, y: float) -> None:
    gold = site.tone("#d8b45a")
    canvas.drawCircle(x, y + 70, 84, fill(site.tone("#6e4630")))
    canvas.drawCircle(x, y + 70, 84, stroke(gold, 6))
    canvas.drawLine(x, y + 10, x, y + 124, stroke(gold, 6))
    canvas.drawLine(x - 56, y + 34, x + 56, y + 34, stroke(gold, 5))
    for side in (-1, 1):
        canvas.drawLine(x + side * 54, y + 34, x + side * 54, y + 78, stroke(gold, 2))
        canvas.drawArc(
            skia.Rect(x + side * 54 - 22, y + 58, x + side * 54 + 22, y + 98), 0, 180, useCenter=True, paint=fill(gold)
        )


def cell(site: Site) -> list[Plane]:
    """Draw a prison cell or a dungeon: a barred window with its shaft of light, a bunk, a steel or wooden door."""
    low, old = site.floor, site.era in {"medieval", "victorian"} or site.has("dungeon")
    home = Interior(
        site, "#6f6a66" if old else "#9aa09c", "#6a6664", pattern="tiles" if old else "plain", bricks=True, lit_from=0.6
    )

    def window(canvas: skia.Canvas, x: float) -> None:
        room.view_window(site, canvas, x + 15, low - 410, 130, 130, frame="#5a5654", panes=1)
        for dx in (26, 52, 78, 104):
            canvas.drawLine(x + 15 + dx, low - 414, x + 15 + dx, low - 276, stroke(site.tone("#2a2c30"), 8))

    left = home.hang(0.58, 160, window, focal=True, flip=False) or 0.0
    if site.outside.sun:
        home.lay(lambda canvas: room.shaft(site, canvas, left + 15, left + 145, low - 410))
    home.door(0.13, "#4a4640" if old else "#6a747c", height=330)
    home.stand(0.80, 330, lambda canvas, x: _bunk(site, canvas, x, low + 50, old=old))
    if old:
        home.moving(fixtures.torch(site, home.x(0.30), low - 280), wall=True)
        home.stand(0.34, 84, lambda canvas, x: fittings.barrel(site, canvas, x, low + 30))
        home.hang(0.86, 90, lambda canvas, x: _chains(site, canvas, x, low - 320))
    else:
        home.stand(0.36, 96, lambda canvas, x: fittings.toilet(site, canvas, x, low + 28))
    home.hang(0.44, 120, lambda canvas, x: _tally(site, canvas, x, low - 230))

    def bars(canvas: skia.Canvas) -> None:
        iron = site.tone("#2c3036")
        for share in (0.0, 0.045, 0.955, 1.0):
            canvas.drawRect(
                skia.Rect(site.at(share) - 9, site.top, site.at(share) + 9, site.bottom), fill(iron, blur=1.5)
            )

    home.before(Plane("near bars", 1.4, bars))
    return home.planes()


def _bunk(site: Site, canvas: skia.Canvas, x: float, base: float, *, old: bool) -> None:
    if old:
        furniture.table(site, canvas, x, base, 320, 62, "#6e4c34")
        canvas.drawRRect(rounded(x + 10, base - 84, 300, 24, 10), fill(site.tone("#b8a468")))
        return
    steel = site.tone("#6a747c")
    furniture.shadow(site, canvas, x, base, 320)
    for dx in (0, 310):
        canvas.drawLine(x + dx, base, x + dx, base - 300, stroke(steel, 10))
    for level in (70, 240):
        furniture.solid(site, canvas, x, base - level, 310, 14, steel)
        furniture.solid(site, canvas, x + 6, base - level - 26, 298, 27, site.tone("#8f9a8a"), 8)
        furniture.solid(site, canvas, x + 12, base - level - 40, 60, 20, site.tone("#d8dcd8"), 8)


def _chains(site: Site, canvas: skia.Canvas, x: float, y: float) -> None:
    iron = stroke(site.tone("#3a3a40"), 4)
    for dx in (10, 70):
        for link in range(7):
            canvas.drawOval(skia.Rect.MakeXYWH(x + dx - 5, y + link * 15, 10, 18), iron)
        canvas.drawCircle(x + dx, y + 116, 15, stroke(site.tone("#3a3a40"), 6))


def _tally(site: Site, canvas: skia.Canvas, x: float, y: float) -> None:
    chalk = stroke(site.tone("#e8e4dc"), 2.6, 0.6)
    for group in range(3):
        for index in range(4):
            canvas.drawLine(x + group * 40 + index * 7, y, x + group * 40 + index * 7 + 1, y + 28, chalk)
        canvas.drawLine(x + group * 40 - 4, y + 22, x + group * 40 + 28, y + 6, chalk)


def cellar(site: Site) -> list[Plane]:
    """Draw a cellar: vaults of stone, barrels or boxes, steps to a door, a bulb that swings."""
    low = site.floor
    home = Interior(site, "#75695f", "#5a5450", pattern="plain", bricks=True, lit_from=0.5)

    def steps(canvas: skia.Canvas, x: float) -> None:
        stone = site.tone("#6a625c")
        for index in range(7):
            furniture.solid(
                site,
                canvas,
                x + index * 36,
                low + 16 - index * 40 - 40,
                300 - index * 36,
                42 + index * 40,
                site.lit(stone, 0.05 * index),
                2,
            )
        canvas.drawRect(skia.Rect.MakeXYWH(x + 230, low - 470, 110, 208), fill(site.tone("#4a3428")))

    home.stand(0.86, 330, steps)
    wine = site.has("wine", "brewery", "tavern", "inn")
    home.hang(
        0.30,
        330,
        lambda canvas, x: goods.shelves(
            site, canvas, "bottles" if wine else "jars", x, low - 60, 330, 280, wood="#5a4030"
        ),
    )
    for share in (0.08, 0.17):
        home.stand(share, 84, lambda canvas, x: fittings.barrel(site, canvas, x, low + 30, 1.1))
    home.stand(0.56, 150, lambda canvas, x: fittings.crate_stack(site, canvas, x, low + 24))
    x, y = home.x(0.46), low - 320

    def bulb(canvas: skia.Canvas) -> None:
        canvas.drawLine(x, site.top, x, y, stroke(site.tone("#2a2624"), 3))
        canvas.drawCircle(x, y + 10, 12, fill("#fff2c0" if site.light.lamps else site.tone("#d8d4c4")))
        canvas.drawPath(
            polygon([(x - 7, y - 8), (x + 7, y - 8), (x + 7, y + 2), (x - 7, y + 2)]), fill(site.tone("#3a3430"))
        )

    if site.era in {"medieval", "victorian"}:
        home.moving(fixtures.torch(site, x, y), wall=True)
    else:
        home.before(
            Plane("bulb", 0.77, bulb, drift=turning((x, site.top - 200), lambda seconds: 1.1 * math.sin(seconds * 1.3)))
        )
        home.pool(x)
    return home.planes()
