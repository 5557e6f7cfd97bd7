"""Where journeys began before railways: the yard of an inn, with a coach that waits."""

from __future__ import annotations

import skia

from generation.providers.animatic.drawing.canvas import fill, polygon, rounded, stroke

from . import fittings, settlements, vehicles
from .nature import bench
from .site import Plane, Site


def coach_stop(site: Site) -> list[Plane]:
    """Draw the place before an inn of a village: a coach or a cart with its horse, a signpost, barrels, a bench."""

    def yard(canvas: skia.Canvas) -> None:
        base = site.horizon + 96
        vehicles.parked(site, canvas, "coach", site.across(0.74), base, 175)
        _signpost(site, canvas, site.across(0.16), base - 6)
        fittings.barrel(site, canvas, site.across(0.30), base + 8)
        bench(site, canvas, site.across(0.40), base + 16)

    return [*settlements.village(site), Plane("yard", 0.78, yard)]


def _signpost(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    wood = site.tone("#6a4a2c", 0.05)
    canvas.drawRect(skia.Rect(x - 8, base - 250, x + 8, base), fill(wood))
    for y, way in ((base - 236, 1), (base - 186, -1)):
        arm = [
            (x - way * 24, y),
            (x + way * 96, y),
            (x + way * 122, y + 18),
            (x + way * 96, y + 36),
            (x - way * 24, y + 36),
        ]
        canvas.drawPath(polygon(arm), fill(site.lit(wood, 0.12)))
        for line in range(2):
            canvas.drawRRect(rounded(min(x, x + way * 84), y + 9 + line * 11, 84, 4, 2), fill(site.shaded(wood, 0.5)))
    canvas.drawLine(x - 8, base - 120, x + 8, base - 120, stroke(site.shaded(wood, 0.4), 3))
