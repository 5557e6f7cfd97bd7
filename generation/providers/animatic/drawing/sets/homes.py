"""Rooms people live in: living room, bedroom, kitchen, library, and a plain room for unknown words."""

from __future__ import annotations

import skia

from generation.providers.animatic.drawing.canvas import fill, glow

from . import furniture, room
from .site import Plane, Site

_WALLS = ("#d9b48f", "#b9c4a8", "#a8bcc4", "#d8c49a", "#c9a8a0")
_CLOTHS = ("#a8443f", "#3f6f80", "#6a7a4a", "#8a5a7a", "#c08a3f")
_PICTURES = ("#5c7f8a", "#b0764f", "#6a6f9a")
_RUG = ("#8c3b3b", "#d9b07a", "#7a3038", "#c98f5a", "#7a3038")


def _choice(site: Site, name: str, values: tuple[str, ...]) -> str:
    return site.rng(name).choice(values)


def living_room(site: Site) -> list[Plane]:
    """Draw a living room: window with curtains, pictures, sofa, bookcase, lamp, rug."""
    grand = site.has("mansion", "palace", "victorian", "grand", "manor")
    cloth = _choice(site, "cloth", _CLOTHS)
    low = site.floor

    def back(canvas: skia.Canvas) -> None:
        paint = room.wall(site, canvas, "#8a5a50" if grand else _choice(site, "wall", _WALLS))
        room.panelling(site, canvas, site.shaded(paint, 0.30))
        x = site.at(0.27)
        room.view_window(site, canvas, x, low - 420, 220, 262, city=site.has("apartment", "flat", "city", "penthouse"))
        room.curtains(site, canvas, x, low - 420, 220, 262, cloth)
        room.gallery(site, canvas, site.at(0.60), low - 400, _PICTURES)

    def ground(canvas: skia.Canvas) -> None:
        room.floor(site, canvas, "#7a4a30")
        room.sun_patch(site, canvas, site.at(0.30), site.at(0.46))
        room.rug(site, canvas, site.at(0.53), _RUG)

    def things(canvas: skia.Canvas) -> None:
        furniture.bookshelf(site, canvas, site.at(0.82), low + 16, 250, 440)
        if grand or site.seed % 2:
            furniture.fireplace(site, canvas, site.at(0.555), low + 10)
        else:
            furniture.sofa(site, canvas, site.at(0.28) - 40, low + 34, 330, cloth)
        furniture.floor_lamp(site, canvas, site.at(0.09), low + 44)
        furniture.plant(site, canvas, site.at(0.20), low + 30)

    return [
        Plane("wall", 0.45, back),
        Plane("floor", 0.68, ground),
        Plane("furniture", 0.74, things),
        Plane("near chair", 1.4, lambda canvas: room.near_chair(site, canvas)),
    ]


def bedroom(site: Site) -> list[Plane]:
    """Draw a bedroom or a hotel room: bed, night table, window, wardrobe."""
    low, cloth = site.floor, _choice(site, "cloth", _CLOTHS)

    def back(canvas: skia.Canvas) -> None:
        paint = room.wall(
            site, canvas, _choice(site, "wall", ("#a8b4c4", "#c4b0b4", "#c8bc9c", "#9aaaa0")), lit_from=0.5
        )
        room.panelling(site, canvas, site.shaded(paint, 0.22), 74)
        room.view_window(
            site, canvas, site.at(0.54), low - 400, 190, 250, city=site.has("hotel", "motel", "city", "apartment")
        )
        room.curtains(site, canvas, site.at(0.54), low - 400, 190, 250, cloth)
        room.picture(site, canvas, site.at(0.20), low - 370, 150, 100, _PICTURES[site.seed % 3])

    def ground(canvas: skia.Canvas) -> None:
        room.floor(site, canvas, "#8a6246")
        room.sun_patch(site, canvas, site.at(0.56), site.at(0.70))

    def things(canvas: skia.Canvas) -> None:
        furniture.cupboard(site, canvas, site.at(0.84), low + 18, 210, 380, "#7a5238")
        furniture.drawers(site, canvas, site.at(0.07) - 60, low + 22, 84, 104, "#7a5238")
        _night_lamp(site, canvas, site.at(0.07) - 18, low - 82)
        furniture.bed(site, canvas, site.at(0.07) + 44, low + 52, 370, cloth)
        furniture.chair(site, canvas, site.at(0.76), low + 44)

    return [Plane("wall", 0.45, back), Plane("floor", 0.68, ground), Plane("furniture", 0.74, things)]


def _night_lamp(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    canvas.drawRect(skia.Rect.MakeXYWH(x - 3, base - 30, 6, 30), fill(site.tone("#c9a25a")))
    shade = skia.Path()
    shade.addPoly(
        [skia.Point(x + dx, base + dy) for dx, dy in ((-14, -66), (14, -66), (27, -28), (-27, -28))], close=True
    )
    canvas.drawPath(shade, fill("#ffdca0" if site.light.lamps else site.tone("#efe2c8")))
    if site.light.lamps:
        glow(canvas, (x, base - 44), 210, "#ffb860", 0.75 * site.light.lamps)


def kitchen(site: Site) -> list[Plane]:
    """Draw a kitchen: cupboards, worktop with a window over it, a stove, a table."""
    low = site.floor
    paint_colour = _choice(site, "cupboards", ("#7f9a8a", "#d8cdb4", "#8a9fb0", "#b5805a"))

    def back(canvas: skia.Canvas) -> None:
        room.wall(site, canvas, "#e6d8ba", stripes=False)
        tiles = site.tone("#cfdcd8")
        canvas.drawRect(skia.Rect(site.left, low - 226, site.right, low - 130), fill(tiles))
        for index in range(int(site.span // 32) + 1):
            x = site.left + index * 32
            canvas.drawRect(skia.Rect.MakeXYWH(x, low - 226, 1.6, 96), fill(site.shaded(tiles, 0.3)))
        for row in range(3):
            canvas.drawRect(
                skia.Rect(site.left, low - 226 + row * 32, site.right, low - 224.4 + row * 32),
                fill(site.shaded(tiles, 0.3)),
            )
        room.view_window(site, canvas, site.at(0.40), low - 420, 210, 176)
        for left, wide in ((site.left, site.at(0.33) - site.left), (site.at(0.62), site.right - site.at(0.62))):
            furniture.cupboard(site, canvas, left, low - 250, wide, 150, paint_colour)

    def things(canvas: skia.Canvas) -> None:
        room.floor(site, canvas, "#c9b49a", tiles=True)
        furniture.cupboard(site, canvas, site.left, low + 14, site.span, 126, paint_colour)
        top = site.tone("#7a5a42")
        canvas.drawRect(skia.Rect(site.left, low - 126, site.right, low - 110), fill(top))
        _stove(site, canvas, site.at(0.70), low + 16)
        furniture.bottles(site, canvas, site.at(0.14), low - 126, 120, "jars", step=26)
        furniture.plant(site, canvas, site.at(0.46), low - 126, 70)

    def middle(canvas: skia.Canvas) -> None:
        room.hanging_lamp(site, canvas, site.at(0.5), low - 330)
        furniture.table(site, canvas, site.at(0.06) - 60, low + 92, 240, 104, "#94683f")
        furniture.chair(site, canvas, site.at(0.27), low + 92, side=-1)

    return [Plane("wall", 0.45, back), Plane("cupboards", 0.68, things), Plane("table", 0.76, middle)]


def _stove(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    iron = site.tone("#e0ddd4")
    canvas.drawRect(skia.Rect.MakeXYWH(x, base - 146, 130, 146), fill(iron))
    canvas.drawRect(skia.Rect.MakeXYWH(x + 14, base - 96, 102, 70), fill(site.shaded(iron, 0.75)))
    for index in range(4):
        canvas.drawCircle(x + 24 + index * 27, base - 120, 7, fill(site.shaded(iron, 0.6)))
    pot = site.tone("#a8483a")
    canvas.drawRect(skia.Rect.MakeXYWH(x + 18, base - 186, 58, 40), fill(pot))
    canvas.drawRect(skia.Rect.MakeXYWH(x + 12, base - 190, 70, 7), fill(site.lit(pot, 0.25)))


def library(site: Site) -> list[Plane]:
    """Draw a library or a study: walls of books, a desk, a tall window, a warm lamp."""
    low = site.floor

    def back(canvas: skia.Canvas) -> None:
        room.wall(site, canvas, "#8a6a50", stripes=False, lit_from=0.5)
        room.view_window(site, canvas, site.at(0.5) - 85, low - 430, 170, 320, frame="#8a6444", panes=3)
        wide = 236
        for index in range(int(site.span / wide) + 2):
            for side in (-1, 1):
                left = site.at(0.5) + side * 116 + (index * wide if side > 0 else -(index + 1) * wide)
                if left < site.right and left + wide > site.left:
                    furniture.bookshelf(site, canvas, left, low + 6, wide - 8, 520)

    def ground(canvas: skia.Canvas) -> None:
        room.floor(site, canvas, "#6a4028")
        room.sun_patch(site, canvas, site.at(0.5) - 80, site.at(0.5) + 80)
        room.rug(site, canvas, site.at(0.5), ("#3f5a4a", "#c9a86a", "#2f4a3c", "#b8925a", "#2f4a3c"), 330)

    def things(canvas: skia.Canvas) -> None:
        furniture.desk(site, canvas, site.at(0.78), low + 66, 270)
        furniture.sofa(site, canvas, site.at(0.06) - 30, low + 58, 176, "#7a3f34")
        room.hanging_lamp(site, canvas, site.at(0.5), low - 450, colour="#7a5a30")

    return [
        Plane("shelves", 0.45, back),
        Plane("floor", 0.68, ground),
        Plane("furniture", 0.76, things),
        Plane("near chair", 1.4, lambda canvas: room.near_chair(site, canvas)),
    ]


def plain_room(site: Site) -> list[Plane]:
    """Draw a room that nothing is known of: a door, a window, a picture, a table and a lamp."""
    low = site.floor

    def back(canvas: skia.Canvas) -> None:
        paint = room.wall(site, canvas, _choice(site, "wall", _WALLS), stripes=site.seed % 2 == 0)
        room.panelling(site, canvas, site.shaded(paint, 0.26), 92)
        room.view_window(site, canvas, site.at(0.60), low - 400, 200, 240)
        room.door(site, canvas, site.at(0.12), _choice(site, "door", ("#7a4f38", "#5d6a70", "#8a6a4a")))
        room.picture(site, canvas, site.at(0.36), low - 370, 130, 96, _PICTURES[site.seed % 3])

    def ground(canvas: skia.Canvas) -> None:
        room.floor(site, canvas, "#7d5438")
        room.sun_patch(site, canvas, site.at(0.62), site.at(0.76))

    def things(canvas: skia.Canvas) -> None:
        furniture.table(site, canvas, site.at(0.82), low + 56, 230, 108, "#8a5f3f")
        furniture.plant(site, canvas, site.at(0.82) + 60, low - 52, 80)
        furniture.floor_lamp(site, canvas, site.at(0.31), low + 30, 310)

    return [Plane("wall", 0.45, back), Plane("floor", 0.68, ground), Plane("furniture", 0.74, things)]
