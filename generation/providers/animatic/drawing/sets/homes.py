"""Rooms people live in: living room, bedroom, bathroom, attic, and a plain room for unknown words."""

from __future__ import annotations

import skia

from generation.providers.animatic.drawing.canvas import fill, glow, polygon, stroke

from . import fittings, fixtures, furniture, goods, room
from .fire import flame, smoke
from .interior import Interior
from .site import Plane, Site

_WALLS = ("#d9b48f", "#b9c4a8", "#a8bcc4", "#d8c49a", "#c9a8a0", "#a8b4a0", "#c8b4c4")

_OLD_WALLS = ("#8a5a50", "#6f7a5a", "#7a6a5a", "#5f6f7a")

CLOTHS = ("#a8443f", "#3f6f80", "#6a7a4a", "#8a5a7a", "#c08a3f", "#4a5a8a")

PICTURES = ("#5c7f8a", "#b0764f", "#6a6f9a", "#7a8a5a")

_RUGS = (
    ("#8c3b3b", "#d9b07a", "#7a3038", "#c98f5a", "#7a3038"),
    ("#3f5a6a", "#c8c0a8", "#34505f", "#a8b0a0", "#34505f"),
    ("#6a7a4a", "#d8c89a", "#5a6a40", "#b8a870", "#5a6a40"),
)


def _wall(site: Site) -> str:
    if site.era == "medieval":
        return "#a89a86"
    if site.era == "future":
        return site.pick("wall", ("#8a94a8", "#9aa8b0", "#7f88a0"))
    old = site.era in {"victorian", "classic"} or site.grand
    return site.pick("wall", _OLD_WALLS if old else _WALLS)


def _hearth(home: Interior, share: float, *, focal: bool = True) -> None:
    """Put a fireplace in the room, its fire lit when it is dark or cold."""
    site, low = home.site, home.low
    burning = site.light.lamps > 0.3 or site.snowy or site.wet
    home.stand(
        share, 250, lambda canvas, x: furniture.fireplace(site, canvas, x + 10, low + 10), focal=focal, flip=False,
        live=(lambda x: flame(site, x + 125, low + 2, 88, wide=0.5)) if burning else None,
    )  # fmt: skip
    home.hang(share, 150, lambda canvas, x: fixtures.mirror(site, canvas, x, low - 400, 150, 160, oval=site.grand))


def _screen_or_radio(home: Interior, share: float) -> None:
    """Put what a family of this era gathers round in the room."""
    site, low = home.site, home.low
    if site.era in {"modern", "future", "retro"}:
        flat = site.era != "retro"

        def set_(canvas: skia.Canvas, x: float) -> None:
            furniture.cupboard(site, canvas, x, low + 24, 230, 84, "#6a4a36")
            furniture.solid(
                site, canvas, x + (14 if flat else 50), low - 190, 200 if flat else 130, 122, site.tone("#1c2026"), 6
            )
            glass = skia.RRect.MakeRectXY(
                skia.Rect.MakeXYWH(x + (20 if flat else 60), low - 184, 188 if flat else 90, 106), 4, 4
            )
            canvas.drawRRect(glass, fill("#3f6f8a" if site.light.lamps else "#2a3a44"))

        home.stand(share, 230, set_)
        return
    home.stand(share, 120, lambda canvas, x: furniture.drawers(site, canvas, x, low + 20, 120, 130, "#6a4630"))


def living_room(site: Site) -> list[Plane]:
    """Draw a living room in one of four layouts: hearth, sofa, books or screen as its middle."""
    cloth, old = site.pick("cloth", CLOTHS), site.era in {"medieval", "victorian", "classic"}
    home = Interior(
        site, _wall(site), "#7a4a30", stripes=site.era != "medieval", panels=110 if site.era != "future" else 0
    )
    low, layout = site.floor, site.variant("layout", 4)
    home.rug(0.5, _RUGS[site.variant("rug", 3)], 350)
    curtains = site.pick("curtains", CLOTHS)
    if layout == 0:
        home.window(0.27, 220, 262, cloth=curtains)
        _hearth(home, 0.60)
        home.stand(0.86, 240, lambda canvas, x: furniture.bookshelf(site, canvas, x, low + 16, 240, 430))
        home.stand(
            0.24, 180, lambda canvas, x: furniture.sofa(site, canvas, x, low + 44, 180, site.painted("armchair", cloth))
        )
        home.hang(
            0.43, 110, lambda canvas, x: room.picture(site, canvas, x, low - 380, 110, 90, PICTURES[site.seed % 4])
        )
    elif layout == 1:
        home.window(0.5, 300, 250, panes=3, cloth=curtains)
        home.stand(
            0.5,
            350,
            lambda canvas, x: furniture.sofa(site, canvas, x, low + 36, 350, site.painted("sofa", cloth)),
            focal=True,
        )
        home.stand(0.10, 230, lambda canvas, x: furniture.bookshelf(site, canvas, x, low + 14, 230, 400))
        home.hang(0.80, 240, lambda canvas, x: room.gallery(site, canvas, x, low - 400, PICTURES))
        if old:
            home.stand(0.86, 210, lambda canvas, x: fittings.piano(site, canvas, x, low + 26))
        else:
            _screen_or_radio(home, 0.86)
    elif layout == 2:
        home.hang(0.30, 240, lambda canvas, x: room.gallery(site, canvas, x, low - 410, PICTURES))
        home.stand(
            0.32,
            320,
            lambda canvas, x: furniture.sofa(site, canvas, x, low + 40, 320, site.painted("sofa", cloth)),
            focal=True,
        )
        home.window(0.72, 190, 290, cloth=curtains)
        home.door(0.95, site.pick("door", ("#7a4f38", "#e4dcc8", "#5d6a70")))
        _screen_or_radio(home, 0.74)
    else:
        home.window(0.14, 180, 280, cloth=curtains)
        home.window(0.42, 180, 280, cloth=curtains)
        _hearth(home, 0.78)
        home.stand(
            0.56, 170, lambda canvas, x: furniture.sofa(site, canvas, x, low + 54, 170, site.painted("armchair", cloth))
        )
        home.stand(0.28, 100, lambda canvas, x: furniture.plant(site, canvas, x + 50, low + 24, 170))
    home.stand(0.09, 130, lambda canvas, x: furniture.floor_lamp(site, canvas, x + 65, low + 44))
    home.stand(0.695, 90, lambda canvas, x: furniture.plant(site, canvas, x + 45, low + 30))
    home.hang(
        0.5,
        70,
        lambda canvas, x: fixtures.clock_face(site, canvas, x + 35, low - 340, 32),
        live=lambda x: fixtures.clock_hands(site, x + 35, low - 340, 32),
    )
    home.before(Plane("near chair", 1.4, lambda canvas: room.near_chair(site, canvas)))
    if site.grand or site.tall:
        home.lamp(0.5, above=430, size=1.2, colour="#8a6a3a")
    return home.planes()


def bedroom(site: Site) -> list[Plane]:
    """Draw a bedroom: a bed seen from its side or its foot, window, wardrobe, dressing table; toys for a child."""
    low, cloth = site.floor, site.painted("bed", site.pick("cloth", CLOTHS))
    child = site.has("child", "children", "nursery", "kid", "boy", "girl", "playroom", "childhood")
    walls = (
        ("#e8c8a8", "#a8d0d8", "#d8c0e0", "#c8e0b8")
        if child
        else ("#a8b4c4", "#c4b0b4", "#c8bc9c", "#9aaaa0", "#b8a48c")
    )
    home = Interior(
        site,
        site.pick("wall", walls) if site.era not in {"medieval"} else "#a89a86",
        "#8a6246",
        stripes=True,
        panels=74,
        lit_from=0.5,
    )
    layout = site.variant("layout", 4)
    home.rug(0.52, _RUGS[site.variant("rug", 3)], 300)
    if layout in {0, 2}:
        home.stand(0.26, 380, lambda canvas, x: furniture.bed(site, canvas, x, low + 50, 380, cloth), focal=True)
        home.stand(0.045, 90, lambda canvas, x: _night_table(site, canvas, x, low + 22))
        home.window(0.58, 190, 250, cloth=cloth)
        home.hang(
            0.24, 150, lambda canvas, x: room.picture(site, canvas, x, low - 370, 150, 100, PICTURES[site.seed % 4])
        )
    else:
        home.stand(0.5, 300, lambda canvas, x: _bed_from_foot(site, canvas, x, low + 40, cloth), focal=True, flip=False)
        for share in (0.355, 0.645):
            home.stand(share, 84, lambda canvas, x: _night_table(site, canvas, x, low + 18), flip=False)
        home.window(0.20, 180, 260, cloth=cloth)
        home.hang(
            0.5, 200, lambda canvas, x: room.picture(site, canvas, x, low - 430, 200, 110, PICTURES[site.seed % 4])
        )
    home.stand(0.88, 210, lambda canvas, x: furniture.cupboard(site, canvas, x, low + 18, 210, 380, "#7a5238"))
    if child:
        home.stand(
            0.72, 200, lambda canvas, x: goods.shelves(site, canvas, "toys", x, low + 20, 200, 190, wood="#d8b070")
        )
    elif layout in {0, 1}:
        home.stand(0.74, 150, lambda canvas, x: furniture.drawers(site, canvas, x, low + 24, 150, 120, "#7a5238"))
        home.hang(0.74, 90, lambda canvas, x: fixtures.mirror(site, canvas, x, low - 300, 90, 140, oval=True))
    else:
        home.stand(0.74, 150, lambda canvas, x: furniture.chair(site, canvas, x + 75, low + 44))
    return home.planes()


def _night_table(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    furniture.drawers(site, canvas, x, base, 84, 104, "#7a5238")
    top = base - 104
    canvas.drawRect(skia.Rect.MakeXYWH(x + 39, top - 30, 6, 30), fill(site.tone("#c9a25a")))
    shade = [(x + 28, top - 66), (x + 56, top - 66), (x + 69, top - 28), (x + 15, top - 28)]
    canvas.drawPath(polygon(shade), fill("#ffdca0" if site.light.lamps else site.tone("#efe2c8")))
    if site.light.lamps:
        glow(canvas, (x + 42, top - 44), 230, "#ffb860", 0.75 * site.light.lamps)


def _bed_from_foot(site: Site, canvas: skia.Canvas, x: float, base: float, cloth: str) -> None:
    wood, quilt = site.tone("#6e4630"), site.tone(cloth)
    furniture.shadow(site, canvas, x, base, 300)
    furniture.solid(site, canvas, x + 6, base - 250, 288, 190, wood, 26)
    furniture.solid(site, canvas, x + 22, base - 234, 256, 120, site.lit(wood, 0.14), 18)
    for dx in (36, 158):
        canvas.drawRRect(
            skia.RRect.MakeRectXY(skia.Rect.MakeXYWH(x + dx, base - 168, 106, 56), 20, 20), fill(site.tone("#fbf6ea"))
        )
    furniture.solid(site, canvas, x, base - 128, 300, 108, quilt, 18)
    canvas.drawRRect(
        skia.RRect.MakeRectXY(skia.Rect.MakeXYWH(x + 2, base - 130, 296, 30), 12, 12), fill(site.tone("#f6f0e2"))
    )
    for dx in (75, 150, 225):
        canvas.drawLine(x + dx, base - 96, x + dx, base - 26, stroke(site.shaded(quilt, 0.35), 2.4, 0.5))
    furniture.solid(site, canvas, x - 6, base - 54, 312, 54, site.shaded(wood, 0.1), 8)


def bathroom(site: Site) -> list[Plane]:
    """Draw a bathroom: a bath, a basin under a mirror, tiles, towels."""
    low = site.floor
    home = Interior(
        site, site.pick("wall", ("#c8dce0", "#e4d8cc", "#b8d0c4")), "#d8dcdc", pattern="tiles", lit_from=0.5
    )
    left = site.variant("layout", 2) == 0
    home.cover(lambda canvas: tiles(site, canvas, low - 250, low))
    home.window(0.5, 120, 130, above=440)
    home.hang(
        0.36 if left else 0.66, 110, lambda canvas, x: fixtures.mirror(site, canvas, x, low - 330, 110, 130, oval=True)
    )
    home.hang(0.84 if left else 0.16, 150, lambda canvas, x: fixtures.hooks(site, canvas, x, low - 330, 150))
    home.stand(
        0.72 if left else 0.30,
        280,
        lambda canvas, x: fittings.bathtub(site, canvas, x, low + 50),
        focal=True,
        live=lambda x: smoke(site, x + 120, low - 70, rise=120, size=1.0, alpha=0.28),
    )
    home.stand(0.36 if left else 0.66, 110, lambda canvas, x: fittings.washstand(site, canvas, x, low + 16))
    home.stand(0.16 if left else 0.86, 96, lambda canvas, x: fittings.toilet(site, canvas, x, low + 30))
    return home.planes()


def attic(site: Site) -> list[Plane]:
    """Draw an attic: sloping beams, a round window with a shaft of light, trunks and forgotten things."""
    low = site.floor
    home = Interior(site, "#9a7a58", "#7a5638", lit_from=0.5)
    home.hang(0.5, 190, lambda canvas, x: _round_window(site, canvas, x + 95, low - 300, 84), focal=True)
    home.lay(
        lambda canvas: (
            room.shaft(site, canvas, home.x(0.5) - 70, home.x(0.5) + 70, low - 300, lean=-210)
            if site.outside.sun
            else None
        )
    )
    home.stand(0.14, 150, lambda canvas, x: fittings.crate_stack(site, canvas, x, low + 40))
    home.stand(0.33, 120, lambda canvas, x: _trunk(site, canvas, x, low + 46))
    home.stand(0.80, 150, lambda canvas, x: furniture.chair(site, canvas, x + 75, low + 40))
    home.stand(0.92, 160, lambda canvas, x: goods.shelves(site, canvas, "books", x, low + 20, 160, 190))
    home.hang(0.74, 110, lambda canvas, x: fixtures.mirror(site, canvas, x, low - 190, 100, 180, oval=True))

    def slopes(canvas: skia.Canvas) -> None:
        wood = site.tone("#6a4a30")
        reach = site.width * (0.34 if not site.tall else 0.3)
        top = max(site.top, low - room.CEILING - 40)
        for side in (-1, 1):
            edge = site.left if side < 0 else site.right
            foot = (site.at(0.5) + side * (site.width / 2 + 20), low - 90)
            peak = (site.at(0.5) + side * (site.width / 2 - reach), top)
            roof = polygon([(edge, low - 60), foot, peak, (peak[0], site.top), (edge, site.top)])
            canvas.drawPath(roof, fill(site.shaded(wood, 0.25)))
            for step in range(5):
                share = step / 4
                x = foot[0] + (peak[0] - foot[0]) * share
                y = foot[1] + (peak[1] - foot[1]) * share
                canvas.drawLine(
                    x, y, edge + side * -(site.width * 0.02), y - 40, stroke(site.shaded(wood, 0.5), 5, 0.6)
                )
            canvas.drawLine(*foot, *peak, stroke(site.lit(wood, 0.1), 22))
        canvas.drawRect(skia.Rect(site.left, top - 8, site.right, top + 20), fill(site.lit(wood, 0.05)))

    home.before(Plane("roof", 0.6, slopes))
    return home.planes()


def _round_window(site: Site, canvas: skia.Canvas, x: float, y: float, radius: float) -> None:
    glow(canvas, (x, y), radius * 2.4, site.outside.sky[3], 0.45)
    disc = skia.Path()
    disc.addCircle(x, y, radius)
    canvas.save()
    canvas.clipPath(disc, doAntiAlias=True)
    room.outside_view(site, canvas, x - radius, y - radius, radius * 2, radius * 2, city=False)
    canvas.restore()
    frame = site.tone("#5a3f2a")
    canvas.drawCircle(x, y, radius, stroke(frame, 13))
    canvas.drawLine(x - radius, y, x + radius, y, stroke(frame, 6))
    canvas.drawLine(x, y - radius, x, y + radius, stroke(frame, 6))


def _trunk(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    wood, brass = site.tone("#7a4a30"), site.tone("#c9a04a")
    furniture.shadow(site, canvas, x, base, 120)
    furniture.solid(site, canvas, x, base - 62, 120, 62, wood, 4)
    furniture.solid(site, canvas, x - 3, base - 92, 126, 36, site.lit(wood, 0.1), 14)
    for dx in (18, 96):
        canvas.drawLine(x + dx, base - 90, x + dx, base - 2, stroke(brass, 6))
    canvas.drawRRect(skia.RRect.MakeRectXY(skia.Rect.MakeXYWH(x + 50, base - 66, 20, 22), 3, 3), fill(brass))


def plain_room(site: Site) -> list[Plane]:
    """Draw a room that nothing is known of: a door, a window, a picture, a table and a lamp."""
    low = site.floor
    home = Interior(site, _wall(site), "#7d5438", stripes=site.seed % 2 == 0, panels=92)
    swapped = site.variant("layout", 2)
    home.window(
        0.66 if swapped else 0.34, 200, 240, cloth=site.pick("cloth", CLOTHS) if site.variant("cloth", 2) else ""
    )
    home.door(0.14 if swapped else 0.86, site.pick("door", ("#7a4f38", "#5d6a70", "#8a6a4a")))
    home.hang(
        0.42 if swapped else 0.60,
        130,
        lambda canvas, x: room.picture(site, canvas, x, low - 370, 130, 96, PICTURES[site.seed % 4]),
        focal=True,
    )
    home.stand(
        0.86 if swapped else 0.16,
        230,
        lambda canvas, x: furniture.table(site, canvas, x, low + 56, 230, 108, "#8a5f3f"),
    )
    home.stand(0.90 if swapped else 0.20, 60, lambda canvas, x: furniture.plant(site, canvas, x + 30, low - 52, 80))
    home.stand(
        0.30 if swapped else 0.70, 130, lambda canvas, x: furniture.floor_lamp(site, canvas, x + 65, low + 30, 310)
    )
    home.stand(0.5, 190, lambda canvas, x: furniture.drawers(site, canvas, x, low + 16, 150, 120, "#7a5238"))
    home.rug(0.5, _RUGS[site.variant("rug", 3)], 280)
    return home.planes()


def tiles(site: Site, canvas: skia.Canvas, top: float, low: float) -> None:
    """Tile a wall between two heights."""
    tiles = site.tone(site.pick("tiles", ("#cfdcd8", "#e8e0d0", "#a8c4c8", "#d8b8a0")))
    canvas.drawRect(skia.Rect(site.left, top, site.right, low), fill(tiles))
    seams = skia.Path()
    for index in range(int(site.span // 32) + 1):
        seams.addRect(skia.Rect.MakeXYWH(site.left + index * 32, top, 1.6, low - top))
    for row in range(int((low - top) // 32) + 1):
        seams.addRect(skia.Rect.MakeXYWH(site.left, top + row * 32, site.span, 1.6))
    canvas.drawPath(seams, fill(site.shaded(tiles, 0.3)))
