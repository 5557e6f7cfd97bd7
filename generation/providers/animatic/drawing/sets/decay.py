"""What the state of a room adds to it: cracks and cobwebs where nobody cares, gold where somebody is rich."""

from __future__ import annotations

import math

import skia

from generation.providers.animatic.drawing.canvas import fill, glow, polygon, smooth, stroke

from .room import CEILING
from .site import Site


def cracks(site: Site, canvas: skia.Canvas, colour: str) -> None:
    """Let plaster fall from a wall whose toned colour is `colour`."""
    rng = site.rng("cracks")
    for _ in range(round(site.span / 210)):
        x, y = rng.uniform(site.left, site.right), site.floor - rng.uniform(90, 500)
        patch = []
        for step in range(9):
            angle, reach = step * math.tau / 9, rng.uniform(18, 58)
            patch.append((x + math.cos(angle) * reach * 1.5, y + math.sin(angle) * reach))
        canvas.drawPath(smooth(patch, closed=True, tension=0.4), fill(site.shaded(colour, 0.26), 0.8))
        crack = [(x, y)]
        for _step in range(5):
            crack.append((crack[-1][0] + rng.uniform(-26, 30), crack[-1][1] + rng.uniform(8, 38)))
        canvas.drawPath(polygon(crack, closed=False), stroke(site.shaded(colour, 0.6), 2.2, 0.75))


def cobwebs(site: Site, canvas: skia.Canvas) -> None:
    """Hang cobwebs in the corners that are seen."""
    top = max(site.floor - CEILING, -4.0)
    for side in (0.0, 1.0):
        x, way = site.at(side), 1 - 2 * side
        thread = stroke("#e8e8ec", 1.3, 0.4)
        ends = [(x + way * math.cos(turn) * 150, top + math.sin(turn) * 130) for turn in (0.0, 0.4, 0.8, 1.2, 1.57)]
        for end in ends:
            canvas.drawLine(x, top, *end, thread)
        for share in (0.35, 0.6, 0.85):
            ring = [(x + (ex - x) * share, top + (ey - top) * share) for ex, ey in ends]
            canvas.drawPath(smooth(ring, tension=-0.6), thread)


def rubble(site: Site, canvas: skia.Canvas) -> None:
    """Strew dust and broken bits over the floor."""
    rng = site.rng("rubble")
    for _ in range(round(site.span / 46)):
        x, share = rng.uniform(site.left, site.right), rng.random()
        y, size = site.floor + 14 + (site.bottom - site.floor) * share**1.4, 4 + 13 * share * rng.random()
        bit = [(x - size, y), (x - size * 0.4, y - size * 0.8), (x + size * 0.7, y - size * 0.5), (x + size, y)]
        canvas.drawPath(polygon(bit), fill(site.tone("#8f877a"), 0.75))


def gilding(site: Site, canvas: skia.Canvas, y: float) -> None:
    """Set golden mouldings on a wall, their lower edge at `y`."""
    gold = site.tone("#d8b45a")
    top, step = site.floor - CEILING + 30, 250
    for index in range(int(site.span / step) + 1):
        x = site.left + index * step + 20
        canvas.drawRRect(
            skia.RRect.MakeRectXY(skia.Rect(x, top, x + step - 40, y - 20), 10, 10), stroke(gold, 3.4, 0.55)
        )
    canvas.drawRect(skia.Rect(site.left, y - 8, site.right, y), fill(gold, 0.75))


def fairy_lights(site: Site, canvas: skia.Canvas) -> None:
    """Hang a chain of small warm lights over the room."""
    y = max(site.floor - 500, 26)
    for start in (-0.1, 0.32, 0.74):
        line = [(site.at(start), y), (site.at(start + 0.21), y + 46), (site.at(start + 0.42), y)]
        canvas.drawPath(smooth(line, tension=1), stroke(site.light.shade, 1.6, 0.6))
        for step in range(8):
            share = (step + 0.5) / 8
            spot = (site.at(start + 0.42 * share), y + 46 * 4 * share * (1 - share) * 0.75 + 5)
            canvas.drawCircle(*spot, 4, fill("#fff0c0"))
            glow(canvas, spot, 30, "#ffc467", 0.6)
