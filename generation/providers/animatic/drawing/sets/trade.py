"""Rooms of trade and craft: shop, market hall, workshop, smithy, garage, factory."""

from __future__ import annotations

import math

import skia

from generation.providers.animatic.drawing.canvas import fill, glow, linear, polygon, rounded, stroke
from generation.providers.animatic.drawing.stage import LivePainter

from . import fittings, fixtures, furniture, goods, machines
from .fire import flame, smoke
from .interior import Interior
from .life import dots
from .site import Plane, Site
from .vehicles import parked

TRADES: dict[str, str] = {
    "books": "bookshop bookstore books bookseller",
    "medicine": "pharmacy chemist apothecary drugstore",
    "flowers": "florist flower flowers",
    "toys": "toy toys toyshop",
    "clothes": "boutique clothes clothing tailor dress fashion hat",
    "potions": "potion potions magic wizard alchemist witch",
    "fruit": "greengrocer fruit vegetable",
    "tools": "hardware tool ironmonger",
    "dishes": "antique antiques pottery china pawnshop pawn",
    "jars": "candy sweet sweets chocolate spice tea confectionery",
}
"""What a shop sells, by the words for it; others sell groceries."""


def _trade(site: Site) -> str:
    return next((kind for kind, listed in TRADES.items() if site.has(*listed.split())), "grocery")


def shop(site: Site) -> list[Plane]:
    """Draw a shop full of what its words say that it sells: shelves, counter and till, a window to the street."""
    low, kind, layout = site.floor, _trade(site), site.variant("layout", 2)
    home = Interior(
        site,
        site.pick("wall", ("#cdb694", "#c8d0c4", "#d8c0b0", "#b8c4cc")),
        "#b09a80",
        pattern="tiles" if layout else "boards",
        lit_from=0.5,
    )
    wood = site.pick("wood", ("#7a5236", "#8f8a80", "#5a4a3a"))
    step = 150 if kind == "clothes" else 88
    shelf_at, window_at = (0.28, 0.80) if layout == 0 else (0.66, 0.14)
    home.hang(
        shelf_at,
        560,
        lambda canvas, x: goods.shelves(site, canvas, kind, x, low - 30, 560, 380, wood=wood, step=step),
        focal=True,
    )
    home.window(window_at, min(300, site.width * 0.4), 270, city=True, panes=3, frame="#6a8a7a")
    home.door(0.96 if layout == 0 else 0.94, "#5a6a5a", glass=True)

    def counter(canvas: skia.Canvas, x: float) -> None:
        furniture.counter(site, canvas, x, low + 56, 330, 132, wood)
        fittings.till(site, canvas, x + 220, low - 78)
        goods.row(site, canvas, kind if kind not in {"clothes", "tools"} else "boxes", x + 26, low - 78, 150, 60)

    home.stand(0.17 if layout == 0 else 0.80, 330, counter)
    home.stand(0.74 if layout == 0 else 0.40, 210, lambda canvas, x: _island(site, canvas, x, low + 50, kind))
    home.hang(
        0.60 if layout == 0 else 0.30,
        70,
        lambda canvas, x: fixtures.poster(site, canvas, x, low - 400, 70, 96, "#c8564a"),
    )
    home.strangers(1, shares=(0.56,), drop=20)
    for share in (0.25, 0.72):
        home.lamp(share, above=410, size=0.8)
    return home.planes()


def _island(site: Site, canvas: skia.Canvas, x: float, base: float, kind: str) -> None:
    furniture.table(site, canvas, x, base, 210, 92, "#8a5f40")
    goods.row(site, canvas, "boxes" if kind in {"clothes", "tools", "books"} else kind, x + 10, base - 92, 190, 58)


def workshop(site: Site) -> list[Plane]:
    """Draw a workshop: tools on the wall, a bench with work on it, a high window, boxes; a forge for a smith."""
    if site.has("forge", "smithy", "blacksmith", "smith", "foundry"):
        return _smithy(site)
    low, layout = site.floor, site.variant("layout", 2)
    home = Interior(
        site,
        site.pick("wall", ("#8a7a6c", "#a08868", "#7a7f7a")),
        "#7a7470",
        bricks=layout == 0,
        pattern="boards",
        lit_from=0.55,
    )
    if layout == 1:
        home.cover(lambda canvas: _planks(site, canvas))
    window_at, tools_at = (0.64, 0.22) if layout == 0 else (0.30, 0.72)
    home.window(window_at, min(340, site.width * 0.45), 190, above=450, panes=4, frame="#5a6064", city=False)

    def board(canvas: skia.Canvas, x: float) -> None:
        fixtures.wall_shadow(site, canvas, x, low - 370, 320, 190)
        canvas.drawRRect(rounded(x, low - 370, 320, 190, 6), fill(site.tone("#9a7650")))
        goods.row(site, canvas, "tools", x + 16, low - 190, 300, 164)

    home.hang(tools_at, 320, board, focal=True, flip=False)

    def bench(canvas: skia.Canvas, x: float) -> None:
        furniture.table(site, canvas, x, low + 46, 380, 124, "#8a6240")
        canvas.drawRect(skia.Rect.MakeXYWH(x + 20, low - 10, 340, 12), fill(site.shaded(site.tone("#8a6240"), 0.3)))
        goods.row(site, canvas, "boxes", x + 30, low + 34, 300, 44)
        goods.row(site, canvas, "jars", x + 22, low - 79, 120, 56)
        furniture.desk_lamp(site, canvas, x + 320, low - 79)
        furniture.solid(site, canvas, x + 190, low - 106, 56, 28, site.tone("#5a6a7a"), 4)

    home.stand(tools_at, 380, bench)
    home.stand(
        0.80 if layout == 0 else 0.16,
        120,
        lambda canvas, x: furniture.drawers(site, canvas, x, low + 34, 120, 170, "#a84a3a"),
    )
    home.stand(
        0.95,
        170,
        lambda canvas, x: goods.shelves(site, canvas, "boxes", x, low + 26, 170, 320, wood="#5d6a70"),
    )
    home.stand(0.58, 150, lambda canvas, x: fittings.crate_stack(site, canvas, x, low + 26))
    for share in (0.26, 0.70):
        home.lamp(share, above=390)
    return home.planes()


def _planks(site: Site, canvas: skia.Canvas) -> None:
    wood = site.tone("#8a6a48")
    for index in range(int(site.span / 58) + 1):
        x = site.left + index * 58
        canvas.drawLine(x, site.top, x, site.floor, stroke(site.shaded(wood, 0.5), 3, 0.6))
        canvas.drawRect(skia.Rect.MakeXYWH(x + 2, site.top, 8, site.floor - site.top), fill(site.lit(wood, 0.2), 0.25))


def _smithy(site: Site) -> list[Plane]:
    low = site.floor
    home = Interior(site, "#6a5f58", "#5a5450", bricks=True, pattern="plain", lit_from=0.66)
    home.stand(
        0.68,
        260,
        lambda canvas, x: fittings.hearth(site, canvas, x, low + 10),
        focal=True,
        flip=False,
        live=lambda x: flame(site, x + 130, low + 4, 96, wide=0.62),
    )
    home.stand(0.36, 150, lambda canvas, x: _anvil(site, canvas, x, low + 60))
    home.hang(0.16, 300, lambda canvas, x: goods.row(site, canvas, "tools", x, low - 210, 300, 150))
    home.stand(0.93, 84, lambda canvas, x: fittings.barrel(site, canvas, x, low + 44))
    home.stand(0.07, 150, lambda canvas, x: fittings.crate_stack(site, canvas, x, low + 40))
    home.window(0.42, 120, 130)
    home.hang(0.93, 140, lambda canvas, x: fixtures.trophy(site, canvas, x + 70, low - 300))
    home.pool(home.x(0.68), 360, "#ff9a45")
    return home.planes()


def _anvil(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    iron = site.tone("#4a4e56")
    furniture.shadow(site, canvas, x + 30, base, 90)
    furniture.solid(site, canvas, x + 36, base - 66, 78, 66, site.tone("#6a4a30"), 4)
    shape = [
        (x, base - 126),
        (x + 40, base - 132),
        (x + 138, base - 132),
        (x + 138, base - 110),
        (x + 104, base - 104),
        (x + 96, base - 82),
        (x + 112, base - 66),
        (x + 44, base - 66),
        (x + 58, base - 82),
        (x + 48, base - 106),
    ]
    canvas.drawPath(
        polygon(shape),
        fill(iron, shader=linear((0, base - 132), (0, base - 66), [site.lit(iron, 0.35), site.shaded(iron, 0.4)])),
    )
    canvas.drawLine(x + 60, base - 136, x + 130, base - 138, stroke("#ff9a4a", 6))


def garage(site: Site) -> list[Plane]:
    """Draw a garage: a car under repair, tyres, a rack of tools, a roller door."""
    low = site.floor
    home = Interior(site, "#8f9498", "#6f7274", pattern="plain", lit_from=0.5)
    home.hang(0.70, 360, lambda canvas, x: _roller_door(site, canvas, x, 360), focal=True, flip=False)
    home.hang(0.26, 300, lambda canvas, x: goods.row(site, canvas, "tools", x, low - 230, 300, 150))
    home.cover(lambda canvas: fixtures.pipes(site, canvas, low - 520))
    home.stand(0.64, 430, lambda canvas, x: parked(site, canvas, "repair", x + 215, low + 46, 172))
    home.stand(0.12, 300, lambda canvas, x: furniture.table(site, canvas, x, low + 40, 300, 120, "#5d6a70"))
    home.stand(0.12, 120, lambda canvas, x: goods.row(site, canvas, "boxes", x, low - 80, 200, 56))
    home.stand(0.33, 110, lambda canvas, x: _tyres(site, canvas, x, low + 52))
    home.stand(0.94, 120, lambda canvas, x: furniture.drawers(site, canvas, x, low + 36, 120, 170, "#a8342c"))
    for share in (0.2, 0.6):
        home.lamp(share, above=400, size=1.1)
    return home.planes()


def _roller_door(site: Site, canvas: skia.Canvas, x: float, width: float) -> None:
    steel, low = site.tone("#b8bcbe"), site.floor
    canvas.drawRect(skia.Rect(x, low - 400, x + width, site.bottom), fill(steel))
    for level in range(14):
        canvas.drawLine(
            x, low - 396 + level * 30, x + width, low - 396 + level * 30, stroke(site.shaded(steel, 0.4), 3, 0.7)
        )
    canvas.drawRect(skia.Rect(x - 8, low - 412, x + width + 8, low - 396), fill(site.shaded(steel, 0.4)))


def _tyres(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    rubber = site.tone("#2a2a2e")
    furniture.shadow(site, canvas, x, base, 110)
    for level in range(4):
        canvas.drawRRect(
            rounded(x + (level % 2) * 6, base - 32 * (level + 1), 104, 32, 15), fill(site.lit(rubber, 0.06 * level))
        )
        canvas.drawLine(x + 14, base - 32 * level - 16, x + 94, base - 32 * level - 16, stroke("#000000", 2, 0.4))


def factory(site: Site) -> list[Plane]:
    """Draw a factory hall: great machines, turning cog wheels, a belt with boxes, pipes, high windows, steam."""
    low = site.floor
    home = Interior(site, "#8a7f78", "#6a6866", pattern="metal", bricks=True, lit_from=0.5)
    for share in (0.2, 0.5, 0.8):
        home.window(share, 150, 150, above=500, panes=3, frame="#4a5056")
    home.cover(lambda canvas: fixtures.pipes(site, canvas, low - 300))
    home.stand(0.20, 220, lambda canvas, x: machines.press(site, canvas, x, low + 20), focal=True)
    home.stand(0.92, 220, lambda canvas, x: machines.press(site, canvas, x, low + 20))
    home.moving(
        machines.gears(
            site,
            home.x(0.42),
            low - 190,
            ((0, 0, 62), (98, -30, 44), (60, 72, 40)),
            site.pick("cogs", ("#8a7a5a", "#7a8288")),
        ),
        wall=True,
    )
    home.moving(machines.conveyor(site, home.x(0.60, 560), low - 6, 560))
    home.moving(smoke(site, home.x(0.24), low - 270, rise=200, size=1.0, alpha=0.4))
    home.moving(machines.beacon(site, home.x(0.71), low - 330, "#ffb03c"), wall=True)
    home.strangers(2, shares=(0.36, 0.82), drop=4)
    for share in (0.3, 0.7):
        home.lamp(share, above=430, size=1.1)
    return home.planes()


def barn(site: Site) -> list[Plane]:
    """Draw the inside of a barn or stable: timber, hay, stalls, a ladder, shafts of light."""
    low = site.floor
    home = Interior(site, "#8a6240", "#a08858", pattern="plain", lit_from=0.5)
    home.cover(lambda canvas: _planks(site, canvas))
    home.window(0.5, 200, 200, above=460, panes=2, frame="#5a3f2a")

    def stalls(canvas: skia.Canvas, x: float) -> None:
        wood = site.tone("#6a4630")
        for dx in (0, 200, 400):
            furniture.solid(site, canvas, x + dx, low - 330, 22, 350, wood)
        for level in range(4):
            furniture.solid(site, canvas, x, low - 130 + level * 38, 420, 26, site.lit(wood, 0.06 * level))
        furniture.solid(site, canvas, x - 20, low - 352, 460, 26, wood)

    home.stand(0.76, 420, stalls)
    home.stand(0.14, 330, lambda canvas, x: _hay(site, canvas, x, low + 40), focal=True)
    home.stand(0.40, 84, lambda canvas, x: fittings.barrel(site, canvas, x, low + 30))
    home.moving(_motes(site))
    home.lamp(0.5, above=330, size=0.7, colour="#5a4a34")
    return home.planes()


def _motes(site: Site) -> LivePainter:
    rng = site.rng("straw dust")
    motes = [(rng.uniform(site.left, site.right), rng.random(), rng.uniform(0, 6.28)) for _ in range(36)]
    paint = stroke("#f0d8a0", 2.4, 0.5)

    def live(canvas: skia.Canvas, seconds: float) -> None:
        spots = [
            (x + 12 * math.sin(seconds * 0.4 + phase), site.floor - 480 + 520 * ((start + seconds * 0.02) % 1.0))
            for x, start, phase in motes
        ]
        dots(canvas, spots, paint)

    return live


def _hay(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    straw, rng = site.tone("#d8b45a"), site.rng("hay")
    furniture.shadow(site, canvas, x, base, 320)
    for dx, dy in ((0, 0), (110, 0), (220, 0), (52, -74), (164, -74), (108, -148)):
        furniture.solid(site, canvas, x + dx, base + dy - 74, 106, 72, straw, 6)
        for level in range(4):
            y = base + dy - 66 + level * 17
            canvas.drawLine(
                x + dx + 6, y, x + dx + 98, y + rng.uniform(-3, 3), stroke(site.shaded(straw, 0.35), 2, 0.5)
            )
        canvas.drawLine(x + dx + 34, base + dy - 74, x + dx + 34, base + dy - 2, stroke(site.tone("#8a6a30"), 3, 0.7))
    if site.light.lamps:
        glow(canvas, (x + 160, base - 200), 200, "#ffc878", 0.2)
