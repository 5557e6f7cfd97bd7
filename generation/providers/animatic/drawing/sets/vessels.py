"""Inside a space ship, and the lamp room of a lighthouse."""

from __future__ import annotations

import math

import skia

from generation.providers.animatic.drawing.canvas import (
    fill,
    glow,
    linear,
    mix,
    polygon,
    radial,
    rounded,
    stroke,
)
from generation.providers.animatic.drawing.stage import LivePainter

from . import far_away, fixtures, furniture, machines
from .interior import Interior
from .life import around, dots, halo
from .site import Plane, Site

_TINTS = ("#5af0ff", "#ffb03c", "#8a9aff", "#6affb0")


def spaceship(site: Site) -> list[Plane]:
    """Draw a space ship from inside in one of four layouts: a bridge with a great window, a corridor, engines."""
    named = {
        "engine": 2,
        "reactor": 2,
        "corridor": 1,
        "airlock": 1,
        "quarters": 3,
        "cabin": 3,
        "bridge": 0,
        "cockpit": 0,
    }
    layout = next((way for word, way in named.items() if site.has(word)), site.variant("layout", 4))
    tint = site.grade.colour(site.pick("tint", _TINTS))
    if layout == 1:
        return _ship_corridor(site, tint)
    low = site.floor
    home = Interior(
        site, site.pick("hull", ("#4a5666", "#5a5a6a", "#4f5a58")), "#3a424e", pattern="metal", lit_from=0.5
    )
    home.cover(lambda canvas: _hull(site, canvas, tint))
    if layout == 0:
        wide = min(780.0, site.width * 0.86)
        pane = skia.Rect.MakeXYWH(home.x(0.5) - wide / 2, low - 430, wide, 290)
        home.hang(0.5, wide, lambda canvas, x: _space_window(site, canvas, pane), focal=True, flip=False)
        home.moving(_star_drift(site, pane), wall=True)
        home.stand(
            0.5,
            560,
            lambda canvas, x: machines.console(site, canvas, x, low + 26, 560, 120),
            flip=False,
            live=lambda x: machines.blinking(site, x + 30, low - 88, 500, 40),
        )
        home.stand(0.5, 130, lambda canvas, x: None)
        home.before(
            Plane("chair", 0.79, lambda canvas: machines.captains_chair(site, canvas, home.x(0.5) - 65, low + 84))
            if site.width > 800
            else Plane("chair", 0.79, lambda canvas: None)
        )
        for share in (0.10, 0.90):
            home.hang(
                share,
                170,
                lambda canvas, x: fixtures.screen(site, canvas, x + 8, low - 380, 150, 110, tint),
                live=lambda x: fixtures.screen_trace(
                    site, x + 8, low - 380, 150, 110, tint, kind="bars" if x < site.at(0.5) else "radar"
                ),
                flip=False,
            )
            home.stand(
                share,
                260,
                lambda canvas, x: machines.console(site, canvas, x, low + 60, 260),
                live=lambda x: machines.blinking(site, x + 26, low - 64, 210, 44),
            )
    elif layout == 2:
        home.stand(
            0.5,
            190,
            lambda canvas, x: _reactor(site, canvas, x, low + 20, tint),
            focal=True,
            flip=False,
            live=lambda x: _reactor_pulse(site, x + 95, low - 170, tint),
        )
        for share in (0.22, 0.78):
            home.stand(share, 150, lambda canvas, x: machines.pipework(site, canvas, x, low + 10))
        for share in (0.06, 0.94):
            home.stand(
                share,
                110,
                lambda canvas, x: machines.server_rack(site, canvas, x, low + 26),
                live=lambda x: machines.blinking(site, x + 12, low - 300, 84, 290, every=30),
            )
        home.moving(machines.beacon(site, home.x(0.36), low - 380, "#ff5a3c"), wall=True)
    else:
        pane = skia.Rect.MakeXYWH(home.x(0.62, 250), low - 380, 250, 180)
        home.hang(0.62, 250, lambda canvas, x: _space_window(site, canvas, pane), focal=True, flip=False)
        home.moving(_star_drift(site, pane), wall=True)
        home.stand(0.24, 340, lambda canvas, x: _pod_bed(site, canvas, x, low + 40, tint))
        home.stand(
            0.84,
            260,
            lambda canvas, x: machines.console(site, canvas, x, low + 46, 260),
            live=lambda x: machines.blinking(site, x + 26, low - 76, 210, 44),
        )
        home.hang(
            0.36,
            150,
            lambda canvas, x: fixtures.screen(site, canvas, x, low - 370, 150, 100, tint),
            live=lambda x: fixtures.screen_trace(site, x, low - 370, 150, 100, tint),
            flip=False,
        )
        home.stand(0.48, 80, lambda canvas, x: furniture.plant(site, canvas, x + 40, low + 24, 150))
    home.moving(
        lambda canvas, seconds: halo(
            canvas,
            site.at(0.5),
            low + 80,
            min(420.0, site.width * 0.45),
            tint,
            0.12 + 0.02 * math.cos(seconds * 0.9),
            0.3,
        )
    )
    return home.planes()


def _hull(site: Site, canvas: skia.Canvas, tint: str) -> None:
    low, steel = site.floor, site.tone("#5a6676")
    for index in range(int(site.span / 170) + 1):
        x = site.left + index * 170
        canvas.drawRect(
            skia.Rect.MakeXYWH(x, site.top, 20, low - site.top),
            fill(steel, shader=linear((x, 0), (x + 20, 0), [site.lit(steel, 0.2), site.shaded(steel, 0.5)])),
        )
        canvas.drawRRect(rounded(x + 34, low - 120, 122, 96, 10), stroke(site.shaded(steel, 0.4), 4, 0.7))
    for y, thick in ((low - 470, 22), (low - 134, 12)):
        canvas.drawRect(skia.Rect.MakeXYWH(site.left, y, site.span, thick), fill(site.shaded(steel, 0.25)))
    canvas.drawRect(skia.Rect.MakeXYWH(site.left, low - 450, site.span, 5), fill(tint, 0.85))
    canvas.drawRect(skia.Rect.MakeXYWH(site.left, low - 456, site.span, 16), fill(tint, 0.3, blur=6))
    canvas.drawRect(skia.Rect.MakeXYWH(site.left, low - 10, site.span, 4), fill(tint, 0.7))


def _space_window(site: Site, canvas: skia.Canvas, pane: skia.Rect) -> None:
    steel = site.tone("#3a4452")
    shape = polygon(
        [
            (pane.left() + 50, pane.top()),
            (pane.right() - 50, pane.top()),
            (pane.right(), pane.bottom()),
            (pane.left(), pane.bottom()),
        ]
    )
    canvas.save()
    canvas.clipPath(shape, doAntiAlias=True)
    canvas.drawRect(pane, fill("#05060f", shader=linear((0, pane.top()), (0, pane.bottom()), ["#05060f", "#1a2048"])))
    rng = site.rng("window stars")
    for _ in range(round(pane.width() * pane.height() / 1300)):
        size = rng.random()
        canvas.drawCircle(
            pane.left() + pane.width() * rng.random(),
            pane.top() + pane.height() * rng.random(),
            0.6 + size * 1.4,
            fill("#ffffff", 0.2 + 0.6 * size),
        )
    world = site.pick("world", ("#4a86c8", "#c8744a", "#8a6ac8", "#4aa88a"))
    if pane.width() > 300:
        far_away.globe(
            site,
            canvas,
            pane.left() + pane.width() * 0.72,
            pane.bottom() + pane.height() * 0.16,
            pane.height() * 0.62,
            world,
            ringed=False,
        )
    else:
        far_away.globe(site, canvas, pane.right() - 40, pane.bottom() - 20, pane.height() * 0.5, world, ringed=False)
    canvas.restore()
    canvas.drawPath(shape, stroke(steel, 18))
    canvas.drawPath(shape, stroke(site.lit(steel, 0.4), 3))
    for share in (0.34, 0.66) if pane.width() > 300 else ():
        canvas.drawLine(
            pane.left() + pane.width() * (0.08 + share * 0.84),
            pane.top(),
            pane.left() + pane.width() * share,
            pane.bottom(),
            stroke(steel, 12),
        )


def _star_drift(site: Site, pane: skia.Rect) -> LivePainter:
    rng = site.rng("drift")
    stars = [(rng.uniform(pane.left(), pane.right()), rng.uniform(0.04, 0.7), rng.uniform(3, 9)) for _ in range(26)]

    def live(canvas: skia.Canvas, seconds: float) -> None:
        spots = []
        for x, down, pace in stars:
            inset = 60 * (1 - down)
            spots.append(
                (
                    around(x, -pace, pane.left() + inset + 10, pane.right() - inset - 10)(seconds),
                    pane.top() + 12 + (pane.height() - 24) * down,
                )
            )
        dots(canvas, spots, stroke("#ffffff", 2.4, 0.85))

    return live


def _reactor(site: Site, canvas: skia.Canvas, x: float, base: float, tint: str) -> None:
    steel = site.tone("#5a6676")
    furniture.shadow(site, canvas, x, base, 190)
    glow(canvas, (x + 95, base - 190), 330, tint, 0.5)
    area = skia.Rect(x + 26, site.top, x + 164, base)
    canvas.drawRect(
        area,
        fill(
            tint,
            shader=linear((x + 26, 0), (x + 164, 0), [(tint, 0.7), (mix(tint, "#ffffff", 0.8), 0.95), (tint, 0.7)]),
        ),
    )
    for level in range(12):
        y = base - 44 - level * 84
        if y > site.top:
            furniture.solid(site, canvas, x, y, 190, 40, steel, 8)


def _reactor_pulse(site: Site, x: float, y: float, tint: str) -> LivePainter:
    def live(canvas: skia.Canvas, seconds: float) -> None:
        for ring in range(3):
            age = (seconds * 0.35 + ring / 3) % 1.0
            halo(canvas, x, site.floor - 20 - age * 420, 110, mix(tint, "#ffffff", 0.5), 0.4 * math.sin(math.pi * age))
        halo(canvas, x, y, 260, tint, 0.18 + 0.08 * math.cos(seconds * 1.6))

    return live


def _pod_bed(site: Site, canvas: skia.Canvas, x: float, base: float, tint: str) -> None:
    white = site.tone("#c8d0d8")
    furniture.shadow(site, canvas, x, base, 340)
    furniture.solid(site, canvas, x, base - 120, 340, 120, white, 44)
    canvas.drawRRect(rounded(x + 24, base - 178, 292, 92, 44), fill(mix(tint, "#ffffff", 0.6), 0.35))
    canvas.drawRRect(rounded(x + 24, base - 178, 292, 92, 44), stroke(site.lit(white, 0.4), 4))
    canvas.drawRRect(rounded(x + 40, base - 100, 250, 20, 8), fill(site.tone("#4a5a7a")))
    canvas.drawRect(skia.Rect.MakeXYWH(x + 30, base - 50, 280, 5), fill(tint))


def _ship_corridor(site: Site, tint: str) -> list[Plane]:
    low, middle = site.floor - 40, site.at(0.5)
    steel = site.tone("#56606e")
    reach = max(site.width, 700.0)

    def ring(share: float) -> list[tuple[float, float]]:
        """Return the outline of the corridor `share` (0 far, 1 at us) of the way towards us."""
        wide, tall = 90 + reach * 0.66 * share, 130 + 400 * share
        y = low - 150 + 40 * share
        return [
            (middle - wide, y - tall * 0.6),
            (middle - wide * 0.6, y - tall),
            (middle + wide * 0.6, y - tall),
            (middle + wide, y - tall * 0.6),
            (middle + wide, y + tall * 0.6),
            (middle + wide * 0.7, y + tall),
            (middle - wide * 0.7, y + tall),
            (middle - wide, y + tall * 0.6),
        ]

    def shell(canvas: skia.Canvas) -> None:
        canvas.drawPaint(
            fill(
                steel,
                shader=radial(
                    (middle, low - 150),
                    max(site.width, site.height) * 0.75,
                    [site.lit(steel, 0.3), steel, site.shaded(steel, 0.75)],
                    [0, 0.4, 1],
                ),
            ),
        )
        end = polygon(ring(0.0))
        canvas.drawPath(end, fill(site.shaded(steel, 0.2)))
        canvas.drawRRect(rounded(middle - 56, low - 262, 112, 190, 14), fill(site.tone("#2c343e")))
        canvas.drawLine(middle, low - 258, middle, low - 74, stroke(tint, 4))
        glow(canvas, (middle, low - 150), 220, tint, 0.5)
        for index in range(6):
            share = ((index + 1) / 6) ** 1.8
            outline = polygon(ring(share))
            canvas.drawPath(outline, stroke(site.shaded(steel, 0.55), 10 + 40 * share))
            canvas.drawPath(outline, stroke(site.lit(steel, 0.25), 3 + 6 * share))
        first, last = ring(0.0), ring(1.3)
        for corner in range(8):
            canvas.drawLine(*first[corner], *last[corner], stroke(site.shaded(steel, 0.6), 4, 0.7))
        canvas.drawPath(
            polygon([first[5], first[6], last[6], last[5]]), fill(site.shaded(site.tone("#3a424e"), 0.1), 0.85)
        )
        for corner in (0, 3, 4, 7):
            canvas.drawLine(*first[corner], *last[corner], stroke(tint, 6, 0.9))

    def lights(canvas: skia.Canvas, seconds: float) -> None:
        for index in range(5):
            share = ((index + 0.5) / 5) ** 1.8
            top = ring(share)[1]
            bright = 0.5 + 0.16 * math.sin(seconds * 1.4 - index * 1.1) + 0.16 * math.sin(index * 1.1)
            halo(canvas, middle, top[1] + 14, 120 + 260 * share, mix(tint, "#ffffff", 0.5), 0.5 * bright)

    blink = machines.blinking(site, middle - 180, low - 190, 60, 60)
    return [Plane("corridor", 0.5, shell), Plane.living("lights", 0.6, lights), Plane.living("panel", 0.64, blink)]
