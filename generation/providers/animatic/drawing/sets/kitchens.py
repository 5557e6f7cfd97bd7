"""Kitchens of every era: an open hearth long ago, a range, a fitted kitchen."""

from __future__ import annotations

import skia

from generation.providers.animatic.drawing.canvas import fill

from . import fittings, furniture, goods
from .fire import candle, flame, smoke
from .homes import CLOTHS, tiles
from .interior import Interior, Put
from .site import Plane, Site


def kitchen(site: Site) -> list[Plane]:
    """Draw a kitchen of its era in one of four layouts: an open hearth long ago, a range, a fitted kitchen."""
    low, layout = site.floor, site.variant("layout", 4)
    if site.era == "medieval":
        return _old_kitchen(site)
    colours = {"retro": ("#8fc4b8", "#e8b85a", "#e89a8a"), "future": ("#5f6a78", "#7a7f9a")}.get(
        site.era, ("#7f9a8a", "#d8cdb4", "#8a9fb0", "#b5805a", "#4a5f6a")
    )
    front = site.painted("cupboard", site.pick("cupboards", colours))
    home = Interior(site, site.pick("wall", ("#e6d8ba", "#dce4dc", "#e8d0b8", "#d4dce4")), "#c9b49a", pattern="tiles")
    sink_at = (0.45, 0.36, 0.55, 0.62)[layout]
    stove_at, fridge_at = ((0.72, 0.93), (0.60, 0.06), (0.30, 0.92), (0.84, 0.10))[layout]
    home.window(sink_at, 210, 176, cloth=site.pick("cloth", CLOTHS) if layout % 2 else "")
    for share, wide in ((0.14, 270), (0.74, 300), (0.96, 200)):
        if abs(share - sink_at) > 0.22:
            home.hang(share, wide, _wall_cupboard(site, wide, front))
    home.hang(
        0.30 if abs(sink_at - 0.3) > 0.16 else 0.56,
        150,
        lambda canvas, x: goods.shelves(site, canvas, "dishes", x, low - 262, 150, 130, back=False, step=64),
    )

    def worktop(canvas: skia.Canvas, x: float) -> None:
        del x
        tiles(site, canvas, low - 226, low - 126)
        furniture.cupboard(site, canvas, site.left, low + 14, site.span, 126, front)
        canvas.drawRect(skia.Rect(site.left, low - 126, site.right, low - 110), fill(site.tone("#7a5a42")))
        canvas.drawRect(skia.Rect(site.left, low - 110, site.right, low - 100), fill(site.light.shade, 0.3))

    home.lay(lambda canvas: worktop(canvas, 0))
    home.stand(sink_at, 96, lambda canvas, x: fittings.sink(site, canvas, x, low - 122))
    home.stand(
        stove_at,
        140,
        lambda canvas, x: fittings.stove(site, canvas, x, low + 16),
        live=lambda x: smoke(site, x + 46, low - 176, rise=90, size=0.5, alpha=0.4, lean=0.1),
    )
    home.stand(
        fridge_at,
        116,
        lambda canvas, x: (
            fittings.fridge(site, canvas, x, low + 18)
            if site.era not in fittings.OLD
            else furniture.cupboard(site, canvas, x, low + 18, 116, 290, "#6e4630")
        ),
    )
    home.stand(
        0.5 * (sink_at + stove_at), 110, lambda canvas, x: goods.row(site, canvas, "jars", x, low - 126, 110, 60)
    )
    home.stand((sink_at + 0.16) % 1.0, 60, lambda canvas, x: furniture.plant(site, canvas, x + 30, low - 126, 70))
    home.lamp(0.5, above=340)
    table = (0.13, 0.84, 0.16, 0.5)[layout]
    if layout != 3:
        home.before(_kitchen_table(site, home.x(table, 260), low))
    return home.planes()


def _wall_cupboard(site: Site, wide: float, front: str) -> Put:
    return lambda canvas, x: furniture.cupboard(site, canvas, x, site.floor - 250, wide, 150, front)


def _kitchen_table(site: Site, x: float, low: float) -> Plane:
    def paint(canvas: skia.Canvas) -> None:
        furniture.table(site, canvas, x, low + 92, 260, 104, "#94683f")
        furniture.chair(site, canvas, x + 290, low + 92, side=-1)
        goods.row(site, canvas, "fruit", x + 40, low - 12, 100, 40)
        goods.row(site, canvas, "dishes", x + 150, low - 12, 80, 40)

    return Plane("table", 0.78, paint)


def _old_kitchen(site: Site) -> list[Plane]:
    low = site.floor
    home = Interior(site, "#a8977f", "#8f8272", pattern="tiles", bricks=True, lit_from=0.6)
    home.stand(
        0.66,
        260,
        lambda canvas, x: fittings.hearth(site, canvas, x, low + 12),
        live=lambda x: flame(site, x + 130, low + 4, 66, wide=0.7),
        focal=True,
        flip=False,
    )
    home.window(0.30, 150, 170)
    home.hang(0.90, 200, lambda canvas, x: goods.shelves(site, canvas, "dishes", x, low - 150, 200, 240))
    home.stand(0.94, 84, lambda canvas, x: fittings.barrel(site, canvas, x, low + 40))
    home.stand(0.09, 170, lambda canvas, x: goods.shelves(site, canvas, "jars", x, low + 20, 170, 330))
    home.before(_kitchen_table(site, home.x(0.24, 260), low))
    home.moving(candle(site, home.x(0.24) - 30, low - 12))
    return home.planes()
