"""Rooms where people eat, drink and dance: bar, night club, cafe, restaurant."""

from __future__ import annotations

import math

import skia

from generation.providers.animatic.drawing.canvas import fill, glow, linear, mix, polygon, rounded, stroke
from generation.providers.animatic.drawing.stage import LivePainter

from . import fittings, fixtures, furniture, goods
from .fire import candle, flame, smoke
from .interior import Interior
from .life import beam, halo
from .site import Plane, Site

_BAR_WALLS = {
    "victorian": ("#5f3a34", "#4a4a38", "#6a5238"),
    "classic": ("#6f4a3a", "#5a4a3a", "#4a5248", "#6a3f3a"),
    "retro": ("#3f7a7a", "#c88a4a", "#8a4a5a"),
    "modern": ("#4a5560", "#5f564e", "#3f4a48", "#6a5a50"),
}
_BAR_WOOD = {
    "victorian": ("#4a2a1c", "#c9a04a"),
    "classic": ("#6a3f2a", "#2f6a4a"),
    "retro": ("#c0c4c8", "#e0563c"),
    "modern": ("#3a3c40", "#24282c"),
    "future": ("#3a4458", "#3fa0c0"),
}
"""By era: the colours of the counter and of the lamps' shades."""

_NEONS = ("#ff5a7a", "#4ad8e8", "#ffb03c", "#9a6aff")


def _back_bar(site: Site, canvas: skia.Canvas, x: float, wide: float) -> None:
    low = site.floor
    wood = site.tone("#4a2c20")
    canvas.drawRRect(rounded(x, low - 410, wide, 262, 5), fill(wood))
    mirror = mix(site.light.ambient, site.light.shade, 0.35)
    area = skia.Rect.MakeXYWH(x + 12, low - 398, wide - 24, 238)
    canvas.drawRect(
        area, fill(mirror, shader=linear((x, low - 398), (x + wide, low - 160), [site.lit(mirror, 0.4), mirror]))
    )
    for level in range(3):
        base = low - 322 + level * 76
        goods.row(site, canvas, "bottles", x + 22, base, wide - 40, 66)
        canvas.drawRect(skia.Rect.MakeXYWH(x + 8, base, wide - 16, 8), fill(site.lit(wood, 0.15)))
    if site.light.lamps:
        glow(canvas, (x + wide / 2, low - 300), wide * 0.55, "#ffb860", 0.45)


def _tavern(site: Site) -> list[Plane]:
    low = site.floor
    home = Interior(site, "#8f7358", "#6a4a30", bricks=site.variant("stone", 2) == 0, lit_from=0.6)
    home.stand(
        0.62,
        260,
        lambda canvas, x: fittings.hearth(site, canvas, x, low + 12),
        focal=True,
        flip=False,
        live=lambda x: flame(site, x + 130, low + 6, 70, wide=0.7),
    )
    home.window(0.40, 110, 130)
    home.hang(0.84, 140, lambda canvas, x: fixtures.trophy(site, canvas, x + 70, low - 330))
    home.stand(0.10, 330, lambda canvas, x: furniture.counter(site, canvas, x, low + 40, 330, 140, "#6a3f2a"))
    home.hang(0.10, 300, lambda canvas, x: goods.shelves(site, canvas, "jars", x, low - 190, 300, 190))
    for share in (0.30, 0.93):
        home.stand(share, 84, lambda canvas, x: fittings.barrel(site, canvas, x, low + 44))
    home.stand(
        0.80,
        220,
        lambda canvas, x: furniture.table(site, canvas, x, low + 84, 220, 92, "#6e4a30"),
        live=lambda x: candle(site, x + 110, low - 8),
    )
    home.moving(fixtures.torch(site, home.x(0.275), low - 300), wall=True)
    home.moving(fixtures.torch(site, home.x(0.92), low - 300), wall=True)
    home.strangers(3, manner="sit", shares=(0.76, 0.88, 0.2), drop=18)
    return home.planes()


def bar(site: Site) -> list[Plane]:
    """Draw a bar or pub of its era in one of four layouts: long counter, corner counter, stage, pool table."""
    if site.era == "medieval":
        return _tavern(site)
    low, layout = site.floor, site.variant("layout", 4)
    sign = fixtures.NEON_SHAPES[site.pick("sign", sorted(fixtures.NEON_SHAPES))]
    colour = site.grade.colour(site.pick("neon", _NEONS))
    old, wood, shade = site.era in {"victorian", "classic"}, *_BAR_WOOD.get(site.era, _BAR_WOOD["modern"])
    home = Interior(
        site,
        site.pick("wall", _BAR_WALLS.get(site.era, _BAR_WALLS["modern"])),
        "#4f3226" if site.era != "retro" else "#b0483c",
        pattern="boards" if site.era != "retro" else "tiles",
        bricks=layout % 2 == 0 and not old,
        stripes=old,
        panels=170 if old else 0 if site.era == "modern" else 110,
        lit_from=0.3,
    )
    wide = 420.0 if layout != 1 else 560.0
    bar_at = (0.17, 0.5, 0.20, 0.16)[layout]
    home.hang(bar_at, wide, lambda canvas, x: _back_bar(site, canvas, x, wide), focal=True)
    home.stand(bar_at, wide + 60, lambda canvas, x: furniture.counter(site, canvas, x, low + 42, wide + 60, 150, wood))
    for index in range(4):
        home.before(_stool(site, home.x(bar_at) - wide * 0.36 + index * wide * 0.24, low + 74))
    home.strangers(2, manner="sit", shares=(bar_at - 0.12, bar_at + 0.06), drop=-28)
    at = (0.66, 0.92, 0.60, 0.50)[layout]
    if old:
        home.hang(at, 150, lambda canvas, x: fixtures.mirror(site, canvas, x, low - 400, 150, 110, oval=True))
        home.hang(at + 0.1, 40, lambda canvas, x: fixtures.sconce(site, canvas, x + 20, low - 330))
        home.hang(at - 0.1, 40, lambda canvas, x: fixtures.sconce(site, canvas, x + 20, low - 330))
    else:
        home.hang(
            at,
            150,
            lambda canvas, x: fixtures.neon_sign(site, canvas, x + 26, low - 370, sign, colour),
            live=lambda x: fixtures.neon_light(x + 26, low - 370, sign, colour, site, fails=layout in {0, 3}),
        )
    if layout == 0:
        home.stand(
            0.78,
            230,
            lambda canvas, x: fittings.dining_table(site, canvas, x, low + 84, cloth="#8a3a34"),
            live=lambda x: candle(site, x + 132, low - 20),
        )
        home.window(0.90, 150, 220, city=True)
    elif layout == 1:
        home.window(0.06, 150, 230, city=True)
        if old:
            home.stand(0.93, 210, lambda canvas, x: fittings.piano(site, canvas, x, low + 30))
        else:
            home.stand(0.93, 120, lambda canvas, x: fittings.jukebox(site, canvas, x, low + 30))
    elif layout == 2:
        _bandstand(home, 0.72)
    else:
        home.stand(0.74, 320, lambda canvas, x: _pool_table(site, canvas, x, low + 70))
        home.window(0.86, 160, 220, city=True)
    for share in (bar_at - 0.1, bar_at + 0.12, 0.78):
        home.lamp(share, above=335, size=0.8, colour=shade)
    return home.planes()


def _stool(site: Site, x: float, base: float) -> Plane:
    return Plane("stools", 0.76, lambda canvas: furniture.stool(site, canvas, x, base))


def _pool_table(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    furniture.table(site, canvas, x, base, 320, 96, "#5a3424")
    canvas.drawPath(
        polygon([(x + 26, base - 118), (x + 294, base - 118), (x + 316, base - 98), (x + 4, base - 98)]),
        fill(site.tone("#2f7a52")),
    )
    for index, colour in enumerate(("#e8d25a", "#c8342c", "#f4f0e4", "#3f6fb0", "#24242a")):
        canvas.drawCircle(x + 80 + index * 38, base - 112 + (index % 2) * 5, 6, fill(site.tone(colour)))


def _bandstand(home: Interior, share: float) -> None:
    site, low = home.site, home.low
    wood = site.tone("#5a3424")

    def stand(canvas: skia.Canvas, x: float) -> None:
        red = site.tone("#8a2430")
        for fold in range(8):
            canvas.drawRect(
                skia.Rect.MakeXYWH(x + fold * 50, low - 420, 51, 390),
                fill(mix(red, site.light.shade, 0.2 + 0.35 * (fold % 2))),
            )
        canvas.drawRRect(
            rounded(x - 20, low - 34, 440, 54, 4),
            fill(wood, shader=linear((0, low - 34), (0, low + 20), [site.lit(wood, 0.3), site.shaded(wood, 0.3)])),
        )
        fittings.drum_kit(site, canvas, x + 190, low - 32)
        canvas.drawLine(x + 110, low - 34, x + 110, low - 196, stroke(site.tone("#b0b0b4"), 4))
        canvas.drawCircle(x + 110, low - 204, 10, fill(site.tone("#d8d8dc")))

    home.stand(share, 400, stand)
    home.moving(
        lambda canvas, seconds: halo(
            canvas, home.x(share), low - 60, 230, "#ffe0a8", 0.5 + 0.06 * math.sin(seconds * 1.1)
        )
    )
    home.moving(smoke(site, home.x(share), low - 40, rise=260, size=2.6, alpha=0.16, pace=0.4, lean=0.6))


def club(site: Site) -> list[Plane]:
    """Draw a night club: a dance floor under moving beams, a booth, people who dance."""
    if site.has("jazz", "cabaret", "swing", "blues") or site.era in {"victorian", "classic"}:
        return _jazz_club(site)
    low, tints = site.floor, [site.grade.colour(each) for each in ("#ff3f9a", "#3fd0ff", "#8a5aff", "#ffb03c")]
    home = Interior(site, "#2a2040", "#241c34", pattern="metal", lit_from=0.5)

    def booth(canvas: skia.Canvas, x: float) -> None:
        canvas.drawRect(skia.Rect.MakeXYWH(x, low - 320, 420, 210), fill("#120c20"))
        furniture.solid(site, canvas, x + 70, low - 128, 280, 130, site.tone("#3a2f54"), 8)
        for dx in (120, 300):
            canvas.drawOval(skia.Rect.MakeXYWH(x + dx - 40, low - 140, 80, 18), fill("#1a1428"))
        for dx in (0, 352):
            furniture.solid(site, canvas, x + dx, low - 250, 68, 254, site.tone("#1c1728"), 4)
            for level in range(3):
                canvas.drawCircle(x + dx + 34, low - 210 + level * 76, 24, fill(site.tone("#383048")))

    home.stand(
        0.5,
        420,
        booth,
        focal=True,
        flip=False,
        live=lambda x: fixtures.screen_trace(site, x + 70, low - 320, 280, 180, tints[1], kind="bars"),
    )
    home.before(Plane.living("beams", 0.76, _beams(site, tints)))
    dancers = tuple(0.08 + 0.84 * index / 8 for index in range(9))
    home.strangers(9, manner="dance", shares=dancers, drop=40)

    def ball(canvas: skia.Canvas) -> None:
        y = max(low - 470, 40)
        canvas.drawLine(site.at(0.5), site.top, site.at(0.5), y - 34, stroke("#6a6480", 3))
        canvas.drawCircle(
            site.at(0.5), y, 36, fill("#b8b4d0", shader=linear((0, y - 36), (0, y + 36), ["#f4f0ff", "#5a5478"]))
        )

    home.before(Plane("ball", 0.79, ball))
    return home.planes()


def _beams(site: Site, tints: list[str]) -> LivePainter:
    low, lamps = site.floor, [(share, index) for index, share in enumerate((0.1, 0.34, 0.66, 0.9))]
    top = max(site.top, low - 620)

    def live(canvas: skia.Canvas, seconds: float) -> None:
        for share, index in lamps:
            x, colour = site.at(share), tints[index % len(tints)]
            foot = x + site.width * 0.2 * math.sin(seconds * (0.5 + 0.11 * index) + index * 1.9)
            beam(canvas, (x, top), (foot, low + 90), (6, 84), colour, (0.42, 0.05))
            halo(canvas, foot, low + 88, 150, colour, 0.5, 0.3)

    return live


def _jazz_club(site: Site) -> list[Plane]:
    low = site.floor
    home = Interior(site, "#4a2c34", "#3f2a22", panels=110, lit_from=0.6)
    _bandstand(home, 0.64)
    home.stand(0.36, 210, lambda canvas, x: fittings.piano(site, canvas, x, low + 20))
    home.stand(0.08, 330, lambda canvas, x: furniture.counter(site, canvas, x, low + 44, 330, 150, "#5a3424"))
    home.hang(0.08, 300, lambda canvas, x: _back_bar(site, canvas, x, 300))
    for share in (0.90, 0.27):
        home.before(Plane.living("tables", 0.8, _candle_table(site, home.x(share), low + 96)))
    home.strangers(3, manner="sit", shares=(0.94, 0.86, 0.2), drop=24)
    home.lamp(0.10, above=340, size=0.7, colour="#7a3a30")
    return home.planes()


def _candle_table(site: Site, x: float, base: float) -> LivePainter:
    light, cloth = candle(site, x, base - 92), site.tone("#7a2c30")

    def live(canvas: skia.Canvas, seconds: float) -> None:
        canvas.drawPath(
            polygon([(x - 66, base - 92), (x + 66, base - 92), (x + 78, base - 10), (x - 78, base - 10)]), fill(cloth)
        )
        canvas.drawOval(skia.Rect(x - 66, base - 100, x + 66, base - 84), fill(site.lit(cloth, 0.2)))
        light(canvas, seconds)

    return live


def cafe(site: Site) -> list[Plane]:
    """Draw a cafe or coffee house: counter with cakes, a machine that steams, blackboard, small tables."""
    low, diner = site.floor, site.era == "retro" or site.has("diner")
    wall = site.pick("wall", ("#d8b890", "#c8d0c0", "#e0c4b0", "#b8c8cc"))
    home = Interior(
        site, "#9fd0c8" if diner else wall, "#c03a34" if diner else "#9a8a7a", pattern="tiles", panels=100, lit_from=0.6
    )
    layout = site.variant("layout", 2)
    counter_at, window_at = (0.16, 0.70) if layout == 0 else (0.84, 0.28)
    home.window(window_at, min(330, site.width * 0.5), 250, city=True, panes=3, cloth="#c86a4a" if layout else "")
    home.hang(counter_at, 300, lambda canvas, x: fixtures.board(site, canvas, x + 20, low - 420, 260, 120), flip=False)
    home.hang(
        counter_at,
        320,
        lambda canvas, x: goods.shelves(site, canvas, "dishes", x, low - 184, 320, 92, back=False, step=80),
    )

    def counter(canvas: skia.Canvas, x: float) -> None:
        furniture.counter(site, canvas, x, low + 46, 380, 128, "#b08460" if not diner else "#c8ccd0")
        inside = fittings.glass_case(site, canvas, x + 40, low + 44, 200, 124)
        goods.row(site, canvas, "bread", inside.left() + 6, inside.bottom(), inside.width() - 6, 50)
        furniture.solid(site, canvas, x + 270, low - 160, 86, 76, site.tone("#b8bcc0"), 8)
        canvas.drawRect(skia.Rect.MakeXYWH(x + 282, low - 112, 62, 8), fill(site.tone("#3a3a40")))

    home.stand(
        counter_at,
        380,
        counter,
        focal=True,
        live=lambda x: smoke(site, x + 300, low - 100, rise=80, size=0.45, alpha=0.5),
    )
    if diner:
        home.stand(0.93 if layout == 0 else 0.07, 120, lambda canvas, x: fittings.jukebox(site, canvas, x, low + 30))
    for share in (0.58, 0.80) if layout == 0 else (0.20, 0.44):
        home.stand(
            share,
            230,
            lambda canvas, x: fittings.dining_table(
                site, canvas, x, low + 70, cloth="#e8e0d0" if not diner else "#d8483c"
            ),
        )
        home.lamp(share, above=350, size=0.7, colour="#b8683f")
    home.strangers(2, manner="sit", shares=(0.545, 0.845) if layout == 0 else (0.165, 0.475), drop=-8)
    home.stand(0.42, 80, lambda canvas, x: furniture.plant(site, canvas, x + 40, low + 26, 150))
    return home.planes()


def restaurant(site: Site) -> list[Plane]:
    """Draw a restaurant: laid tables with candles, wine shelves, wall lamps, a great window or mirror."""
    low, layout = site.floor, site.variant("layout", 2)
    home = Interior(
        site, site.pick("wall", ("#8a4a44", "#5a6a5a", "#7a6248")), "#6a4430", stripes=True, panels=120, lit_from=0.5
    )
    home.hang(
        0.14 if layout else 0.86,
        230,
        lambda canvas, x: goods.shelves(site, canvas, "bottles", x, low - 120, 230, 270, wood="#4a2c20"),
    )
    if layout:
        home.window(0.55, min(360, site.width * 0.55), 270, city=True, panes=4, cloth="#7a2c34")
    else:
        home.hang(0.42, 260, lambda canvas, x: fixtures.mirror(site, canvas, x, low - 410, 260, 190), focal=True)
    for share in (0.29, 0.72) if layout else (0.20, 0.64):
        home.hang(share, 60, lambda canvas, x: fixtures.sconce(site, canvas, x + 30, low - 300))
    for share in (0.16, 0.42, 0.68, 0.92):
        home.stand(
            share,
            230,
            lambda canvas, x: fittings.dining_table(site, canvas, x, low + 62),
            live=lambda x: candle(site, x + 92, low - 42, tall=18),
        )
    home.strangers(5, manner="sit", shares=(0.11, 0.47, 0.63, 0.73, 0.97), drop=-14)
    home.lamp(0.5, above=440, size=1.3, colour="#8a6a3a")
    return home.planes()


def bakery(site: Site) -> list[Plane]:
    """Draw a bakery: shelves of loaves, a glass counter of cakes, an oven with its glow, sacks of flour."""
    low = site.floor
    home = Interior(
        site, site.pick("wall", ("#e8d2ac", "#e0d8c4", "#d8b898")), "#b89878", pattern="tiles", lit_from=0.35
    )
    home.hang(
        0.26,
        430,
        lambda canvas, x: goods.shelves(site, canvas, "bread", x, low - 96, 430, 320, wood="#9a6a40", step=80),
        focal=True,
    )
    home.stand(
        0.72,
        250,
        lambda canvas, x: _oven(site, canvas, x, low + 12),
        flip=False,
        live=lambda x: flame(site, x + 125, low - 88, 34, wide=0.9),
    )
    home.window(0.92, 150, 200)

    def counter(canvas: skia.Canvas, x: float) -> None:
        inside = fittings.glass_case(site, canvas, x, low + 54, 420, 134)
        goods.row(site, canvas, "bread", inside.left() + 6, inside.bottom(), inside.width() - 6, 46)
        fittings.till(site, canvas, x + 320, low - 80)
        goods.row(site, canvas, "bread", x + 24, low - 82, 230, 44)

    home.stand(0.22, 420, counter)
    home.stand(0.92, 150, lambda canvas, x: _flour(site, canvas, x, low + 40))
    home.moving(smoke(site, home.x(0.72), low - 190, rise=150, size=0.7, alpha=0.3))
    home.lamp(0.24, above=400)
    home.lamp(0.56, above=400)
    return home.planes()


def _oven(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    brick = site.tone("#a8684a")
    furniture.solid(site, canvas, x, base - 300, 250, 300, brick, 10)
    for level in range(11):
        canvas.drawLine(
            x + 4, base - 26 * level - 8, x + 246, base - 26 * level - 8, stroke(site.shaded(brick, 0.4), 1.6, 0.5)
        )
    canvas.drawRect(skia.Rect(x + 150, site.top, x + 210, base - 298), fill(site.shaded(brick, 0.15)))
    mouth = skia.Path()
    mouth.addArc(skia.Rect(x + 40, base - 230, x + 210, base - 30), 180, 180)
    canvas.drawPath(mouth, fill("#1a0e0c"))
    canvas.drawRect(skia.Rect(x + 40, base - 131, x + 210, base - 92), fill("#1a0e0c"))
    canvas.drawRRect(rounded(x + 26, base - 94, 198, 14, 4), fill(site.tone("#7a7470")))
    glow(canvas, (x + 125, base - 130), 200, "#ff9a45", 0.6)


def _flour(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    sack = site.tone("#e0d2b4")
    furniture.shadow(site, canvas, x, base, 140)
    for dx, dy in ((0, 0), (70, 0), (34, -70)):
        furniture.solid(site, canvas, x + dx, base + dy - 84, 72, 84, sack, 20)
        canvas.drawLine(x + dx + 22, base + dy - 82, x + dx + 50, base + dy - 82, stroke(site.tone("#8a6a40"), 5))
