"""What is seen in the windows of a room: rain on the panes, snow behind them, dust in their light."""

from __future__ import annotations

import math
from dataclasses import dataclass

import skia

from generation.providers.animatic.drawing.canvas import stroke
from generation.providers.animatic.drawing.stage import LivePainter

from .life import dashes, dots
from .site import Site


@dataclass(frozen=True, slots=True)
class Pane:
    """Where a window's glass is."""

    left: float
    top: float
    width: float
    height: float


def falling_outside(site: Site, panes: list[Pane]) -> LivePainter:
    """Return the rain that runs down the panes, or the snow that falls behind them."""
    rng, snow = site.rng("panes"), site.outside.weather == "snow"
    drops = [
        (
            pane,
            [
                (rng.random(), rng.random(), rng.uniform(0.7, 1.3))
                for _ in range(round(pane.width * pane.height / 1500))
            ],
        )
        for pane in panes
    ]
    paint = stroke("#ffffff", 3.4, 0.8) if snow else stroke("#e4f0fa", 1.6, 0.5)

    def live(canvas: skia.Canvas, seconds: float) -> None:
        for pane, spots in drops:
            canvas.save()
            canvas.clipRect(skia.Rect.MakeXYWH(pane.left, pane.top, pane.width, pane.height))
            ends = []
            for across, start, pace in spots:
                fall = (start + seconds * pace * (0.16 if snow else 0.9)) % 1.0
                x, y = pane.left + pane.width * across, pane.top + (pane.height + 30) * fall - 30
                ends += [(x, y)] if snow else [(x, y), (x - 3, y + 16 * pace)]
            (dots if snow else dashes)(canvas, ends, paint)
            canvas.restore()

    return live


def dust(site: Site, panes: list[Pane]) -> LivePainter:
    """Return motes that hang in the light of the windows."""
    rng = site.rng("dust")
    motes = [
        (pane, rng.random(), rng.random(), rng.uniform(0, 6.28), rng.uniform(4, 9))
        for pane in panes[:3]
        for _ in range(14)
    ]
    paint = stroke(site.light.key, 2.2, 0.55)

    def live(canvas: skia.Canvas, seconds: float) -> None:
        spots = []
        for pane, across, down, phase, pace in motes:
            fall = (down + seconds * pace / 420) % 1.0
            x = pane.left + pane.width * (across + fall * 0.5) + 9 * math.sin(seconds * 0.5 + phase)
            spots.append((x, pane.top + pane.height * 0.5 + fall * 330))
        dots(canvas, spots, paint)

    return live
