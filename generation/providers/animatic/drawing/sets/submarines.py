"""Inside what floats and dives: a submarine, a cabin on a ship."""

from __future__ import annotations

import math

import skia

from generation.providers.animatic.drawing.canvas import (
    fill,
    glow,
    linear,
    mix,
    polygon,
    rounded,
    smooth,
    stroke,
)
from generation.providers.animatic.drawing.stage import LivePainter

from . import fittings, fixtures, furniture, goods, machines
from .interior import Interior
from .life import around, halo
from .site import Plane, Site


def submarine(site: Site) -> list[Plane]:
    """Draw a submarine from inside: round bulkheads, pipes, dials, a periscope, a porthole on the sea, red lamps."""
    low = site.floor
    home = Interior(site, "#5a6a64", "#4a4a48", pattern="metal", lit_from=0.5)
    home.cover(lambda canvas: fixtures.pipes(site, canvas, low - 520, "#8a7a5a"))
    home.cover(lambda canvas: fixtures.pipes(site, canvas, low - 380, "#8a7a5a"))
    home.hang(
        0.28,
        190,
        lambda canvas, x: _porthole(site, canvas, x + 95, low - 270, 84),
        focal=True,
        flip=False,
        live=lambda x: _fish_by(site, x + 95, low - 270, 76),
    )
    home.hang(
        0.72,
        170,
        lambda canvas, x: fixtures.screen(site, canvas, x + 10, low - 370, 150, 130, "#5af08a"),
        live=lambda x: fixtures.screen_trace(site, x + 10, low - 370, 150, 130, "#5af08a", kind="radar"),
        flip=False,
    )
    home.hang(0.92, 170, lambda canvas, x: _dials(site, canvas, x, low - 390))
    home.hang(0.10, 170, lambda canvas, x: _dials(site, canvas, x, low - 390))
    home.stand(0.5, 110, lambda canvas, x: _periscope(site, canvas, x + 55, low + 20), focal=True, flip=False)
    home.stand(
        0.78,
        330,
        lambda canvas, x: machines.console(site, canvas, x, low + 50, 330),
        live=lambda x: machines.blinking(site, x + 26, low - 74, 280, 44),
    )
    home.stand(0.16, 150, lambda canvas, x: machines.pipework(site, canvas, x, low + 20))
    home.moving(machines.beacon(site, home.x(0.405), low - 440, "#ff4a3c", 3.4), wall=True)
    return home.planes()


def _porthole(site: Site, canvas: skia.Canvas, x: float, y: float, radius: float) -> None:
    brass = site.tone("#b08a4a")
    canvas.drawCircle(x, y, radius + 18, fill(brass))
    sea = site.grade.colour("#0f5a86" if not site.outside.dark else "#0a3450")
    canvas.drawCircle(
        x,
        y,
        radius,
        fill(
            sea,
            shader=linear((0, y - radius), (0, y + radius), [mix(sea, "#bff0ff", 0.5), sea, mix(sea, "#02101c", 0.5)]),
        ),
    )
    for index in range(10):
        angle = index * math.tau / 10
        canvas.drawCircle(
            x + math.cos(angle) * (radius + 9), y + math.sin(angle) * (radius + 9), 4, fill(site.shaded(brass, 0.5))
        )
    glow(canvas, (x, y), radius * 1.8, "#8fd8f0", 0.3)


def _fish_by(site: Site, x: float, y: float, radius: float) -> LivePainter:
    rng = site.rng("port fish")
    fish = [(rng.uniform(-radius, radius), rng.uniform(-0.6, 0.6), rng.uniform(12, 20)) for _ in range(4)]

    def live(canvas: skia.Canvas, seconds: float) -> None:
        disc = skia.Path()
        disc.addCircle(x, y, radius)
        canvas.save()
        canvas.clipPath(disc, doAntiAlias=True)
        for start, high, size in fish:
            left = around(x + start, 14, x - radius - 30, x + radius + 30)(seconds)
            top = y + high * radius
            canvas.drawOval(
                skia.Rect(left - size, top - size * 0.4, left + size, top + size * 0.4), fill("#ffb347", 0.85)
            )
            canvas.drawPath(
                polygon(
                    [
                        (left - size * 0.8, top),
                        (left - size * 1.5, top - size * 0.4),
                        (left - size * 1.5, top + size * 0.4),
                    ]
                ),
                fill("#ffb347", 0.85),
            )
        canvas.restore()

    return live


def _dials(site: Site, canvas: skia.Canvas, x: float, y: float) -> None:
    furniture.solid(site, canvas, x, y, 170, 150, site.tone("#4a5650"), 6)
    for row in range(2):
        for column in range(3):
            spot = (x + 32 + column * 53, y + 40 + row * 70)
            canvas.drawCircle(*spot, 24, fill(site.tone("#b08a4a")))
            canvas.drawCircle(*spot, 19, fill(site.tone("#efe6d2")))
            angle = row + column * 1.3
            canvas.drawLine(*spot, spot[0] + math.cos(angle) * 14, spot[1] + math.sin(angle) * 14, stroke("#a8322f", 3))


def _periscope(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    steel = site.tone("#8a949a")
    canvas.drawRect(
        skia.Rect(x - 20, site.top, x + 20, base - 110),
        fill(steel, shader=linear((x - 20, 0), (x + 20, 0), [site.lit(steel, 0.35), steel, site.shaded(steel, 0.5)])),
    )
    furniture.solid(site, canvas, x - 34, base - 250, 68, 150, site.shaded(steel, 0.2), 8)
    canvas.drawLine(x - 90, base - 190, x + 90, base - 190, stroke(site.tone("#3a4046"), 14))
    canvas.drawCircle(x, base - 216, 16, fill("#10181e"))
    canvas.drawOval(skia.Rect(x - 54, base - 14, x + 54, base + 8), fill(site.light.shade, 0.35, blur=3))


def ship_cabin(site: Site) -> list[Plane]:
    """Draw a cabin on a ship: stern windows or portholes on the sea, a chart table, a bunk, a lantern that swings."""
    low, old = site.floor, site.era in {"medieval", "victorian", "classic"} or site.has("captain", "pirate")
    home = Interior(site, "#8a5f3c", "#7a5236", panels=110, lit_from=0.5)
    if old:
        home.window(0.5, min(520, site.width * 0.62), 210, above=400, panes=6, frame="#5a3a24", city=False)
    else:
        for share in (0.36, 0.64):
            home.hang(share, 170, lambda canvas, x: _porthole(site, canvas, x + 85, low - 290, 66), flip=False)
    home.stand(0.58, 330, lambda canvas, x: _chart_table(site, canvas, x, low + 60), focal=True)
    home.stand(0.12, 330, lambda canvas, x: furniture.bed(site, canvas, x, low + 46, 330, "#2f4a6a"))
    home.stand(0.93, 190, lambda canvas, x: goods.shelves(site, canvas, "books", x, low + 16, 190, 340))
    home.stand(0.34, 110, lambda canvas, x: fittings.barrel(site, canvas, x, low + 30))
    x, y = home.x(0.34), max(low - 480, 20.0)

    def lantern(canvas: skia.Canvas, seconds: float) -> None:
        angle = 0.12 * math.sin(seconds * 1.2)
        end = (x + math.sin(angle) * 130, y + math.cos(angle) * 130)
        canvas.drawLine(x, y - 200, x, y, stroke(site.tone("#3a2a1c"), 3))
        canvas.drawLine(x, y, *end, stroke(site.tone("#3a2a1c"), 3))
        canvas.drawRRect(
            rounded(end[0] - 17, end[1], 34, 46, 6), fill("#ffe2a0" if site.light.lamps else site.tone("#d8d4c4"))
        )
        canvas.drawRRect(rounded(end[0] - 17, end[1], 34, 46, 6), stroke(site.tone("#3a2a1c"), 4))
        if site.light.lamps:
            halo(canvas, end[0], end[1] + 24, 240, "#ffc878", 0.6)

    home.moving(lantern)
    return home.planes()


def _chart_table(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    furniture.table(site, canvas, x, base, 330, 112, "#6e4630")
    canvas.drawPath(
        polygon([(x + 40, base - 116), (x + 250, base - 116), (x + 230, base - 132), (x + 66, base - 132)]),
        fill(site.tone("#e8d8b0")),
    )
    canvas.drawPath(
        smooth([(x + 80, base - 122), (x + 140, base - 128), (x + 220, base - 120)], tension=1),
        stroke(site.tone("#a8322f"), 2),
    )
    canvas.drawCircle(x + 286, base - 128, 15, fill(site.tone("#d8b04a")))
    canvas.drawCircle(x + 286, base - 128, 10, fill(site.tone("#f4f0e4")))
