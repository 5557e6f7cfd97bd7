"""Rooms of times to come: a school, a shop, a ward, an office and a train of struts, light and pictures in the air."""

from __future__ import annotations

import skia

from generation.providers.animatic.drawing.canvas import fill, glow, linear, mix, polygon, rounded, smooth, stroke
from generation.providers.animatic.drawing.stage import LivePainter

from . import fixtures, furniture, machines
from .interior import Interior
from .site import Plane, Site

LIGHTS = ("#5ad8f0", "#7ae8c0", "#a08cff")
_SHELL = "#c4ccd8"


def tint_of(site: Site) -> str:
    """Return the colour of all that shines at a site of the future."""
    return site.grade.colour(site.pick("tint", LIGHTS))


def struts(site: Site, canvas: skia.Canvas, top: float, low: float, *, step: float = 330) -> None:
    """Draw ribs that carry a shell, each with a line of light along it."""
    shell, tint = site.tone("#8a94a6"), tint_of(site)
    for index in range(int(site.span / step) + 2):
        x = site.left + index * step
        rib = [(x - 44, top), (x - 15, low), (x + 15, low), (x + 44, top)]
        shades = linear((x - 30, 0), (x + 30, 0), [site.lit(shell, 0.3), shell, site.shaded(shell, 0.4)])
        canvas.drawPath(polygon(rib), fill(shell, shader=shades))
        canvas.drawLine(x, top, x, low - 8, stroke(tint, 9, 0.25))
        canvas.drawLine(x, top, x, low - 8, stroke(mix(tint, "#ffffff", 0.45), 3, 0.9))


def hologram(site: Site, canvas: skia.Canvas, x: float, y: float, width: float, height: float) -> None:
    """Draw a picture that hangs in the air: lines of light, a diagram, and writing."""
    tint = tint_of(site)
    glow(canvas, (x + width / 2, y + height / 2), width * 0.7, tint, 0.4)
    canvas.drawRRect(rounded(x, y, width, height, 14), fill(mix(tint, "#0e1a2c", 0.72), 0.62))
    canvas.drawRRect(rounded(x, y, width, height, 14), stroke(mix(tint, "#ffffff", 0.4), 2.5, 0.8))
    pale = mix(tint, "#ffffff", 0.55)
    spot, reach = (x + width * 0.28, y + height * 0.5), min(width * 0.19, height * 0.30)
    for share in (1.0, 0.62):
        canvas.drawCircle(*spot, reach * share, stroke(pale, 2.4, 0.85))
    canvas.drawOval(skia.Rect(spot[0] - reach * 1.3, spot[1] - reach * 0.4, spot[0] + reach * 1.3,
                              spot[1] + reach * 0.4), stroke(pale, 2, 0.7))  # fmt: skip
    rng = site.rng(f"hologram {x:.0f}")
    for row in range(int((height - 40) / 22)):
        long = width * rng.uniform(0.16, 0.36)
        canvas.drawLine(x + width * 0.56, y + 26 + row * 22, x + width * 0.56 + long, y + 26 + row * 22,
                        stroke(pale, 5, 0.7))  # fmt: skip


def flickering(site: Site, x: float, y: float, width: float, height: float) -> LivePainter:
    """Return the line that runs down a picture in the air."""
    paint = stroke(mix(tint_of(site), "#ffffff", 0.5), 3, 0.55)

    def live(canvas: skia.Canvas, seconds: float) -> None:
        at = y + height * ((seconds * 0.21) % 1.0)
        canvas.drawLine(x + 6, at, x + width - 6, at, paint)

    return live


def _room(site: Site, *, ground: str = "#56606e") -> Interior:
    home = Interior(site, _SHELL, ground, pattern="metal", lit_from=0.5)
    home.cover(lambda canvas: struts(site, canvas, max(site.top, site.floor - 520), site.floor))
    return home


def _picture(home: Interior, share: float, width: float, height: float, *, above: float = 400) -> None:
    site, y = home.site, home.low - above
    home.hang(
        share, width, lambda canvas, x: hologram(site, canvas, x, y, width, height), focal=True, flip=False,
        live=lambda x: flickering(site, x, y, width, height),
    )  # fmt: skip


def _seat(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    """Draw a shell on one foot, 90 units wide."""
    shell, tint = site.tone("#dfe5ec"), tint_of(site)
    furniture.shadow(site, canvas, x + 10, base, 70)
    canvas.drawLine(x + 46, base - 4, x + 46, base - 46, stroke(site.tone("#7a8494"), 9))
    canvas.drawOval(skia.Rect(x + 16, base - 10, x + 76, base + 4), fill(site.tone("#7a8494")))
    form = [(x + 4, base - 120), (x + 18, base - 62), (x + 44, base - 44), (x + 86, base - 50), (x + 80, base - 66),
            (x + 46, base - 70), (x + 30, base - 124)]  # fmt: skip
    canvas.drawPath(smooth(form, closed=True, tension=0.5), fill(shell))
    canvas.drawLine(x + 26, base - 54, x + 78, base - 46, stroke(tint, 3, 0.9))


def _light_table(site: Site, canvas: skia.Canvas, x: float, base: float, width: float) -> None:
    """Draw a table with a shining top and a small thing in the air over it."""
    shell, tint = site.tone("#dfe5ec"), tint_of(site)
    furniture.shadow(site, canvas, x, base, width)
    foot = [
        (x + width * 0.36, base),
        (x + width * 0.64, base),
        (x + width * 0.56, base - 92),
        (x + width * 0.44, base - 92),
    ]
    canvas.drawPath(polygon(foot), fill(site.shaded(shell, 0.25)))
    furniture.solid(site, canvas, x, base - 108, width, 20, shell, 10)
    canvas.drawRRect(rounded(x + 10, base - 110, width - 20, 6, 3), fill(mix(tint, "#ffffff", 0.4)))
    middle = x + width / 2
    cone = [(middle - 12, base - 110), (middle + 12, base - 110), (middle + 52, base - 196), (middle - 52, base - 196)]
    canvas.drawPath(polygon(cone), fill(tint, 0.18))
    for share in (1.0, 0.55):
        canvas.drawOval(skia.Rect(middle - 44 * share, base - 196 - 16 * share, middle + 44 * share,
                                  base - 196 + 16 * share), stroke(mix(tint, "#ffffff", 0.4), 2.5, 0.85))  # fmt: skip


def _pane(home: Interior, share: float, width: float) -> None:
    home.window(share, width, 260, above=430, panes=1, frame="#8a94a6", city=True)


def holo_classroom(site: Site) -> list[Plane]:
    """Draw a school: a lesson that hangs in the air, shells to sit in, a table of light."""
    low, home = site.floor, _room(site)
    _picture(home, 0.5, 400, 200)
    _pane(home, 0.12, 190)
    _pane(home, 0.89, 190)
    home.stand(0.62, 220, lambda canvas, x: _light_table(site, canvas, x, low + 36, 220))

    def seats(canvas: skia.Canvas) -> None:
        for share, drop in ((0.05, 74), (0.22, 88), (0.80, 88), (0.96, 74)):
            _seat(site, canvas, site.across(share) - 45, low + drop)

    home.before(Plane("seats", 0.79, seats))
    home.strangers(3, manner="sit", shares=(0.06, 0.23, 0.95), drop=6)
    return home.planes()


def holo_office(site: Site) -> list[Plane]:
    """Draw an office: tables of light, pictures in the air, a wall of glass."""
    low, home = site.floor, _room(site)
    _pane(home, 0.72, min(360, site.width * 0.4))
    _picture(home, 0.28, 300, 170)
    for share, drop in ((0.14, 60), (0.52, 66), (0.90, 60)):
        home.stand(share, 240, lambda canvas, x, drop=drop: _light_table(site, canvas, x, low + drop, 240))  # type: ignore[misc]
    home.strangers(3, shares=(0.06, 0.60, 0.80), drop=20)
    return home.planes()


def holo_shop(site: Site) -> list[Plane]:
    """Draw a shop: goods in niches of light, prices in the air, a counter that shines."""
    low, home = site.floor, _room(site)
    home.hang(0.30, 500, lambda canvas, x: _niches(site, canvas, x, low - 400), focal=True)
    _picture(home, 0.68, 220, 130)
    _pane(home, 0.92, 190)
    home.stand(0.74, 300, lambda canvas, x: _light_table(site, canvas, x, low + 56, 300))
    home.strangers(1, shares=(0.56,), drop=20)
    return home.planes()


def _niches(site: Site, canvas: skia.Canvas, x: float, y: float) -> None:
    tint, rng = tint_of(site), site.rng("niches")
    for row in range(3):
        for column in range(5):
            left, top = x + column * 100, y + row * 116
            canvas.drawRRect(rounded(left + 6, top, 88, 102, 20), fill(mix(tint, "#1c2634", 0.72)))
            canvas.drawRRect(rounded(left + 6, top, 88, 102, 20), stroke(mix(tint, "#ffffff", 0.3), 2.5, 0.8))
            glow(canvas, (left + 50, top + 90), 52, tint, 0.5)
            tall, colour = (
                rng.uniform(36, 58),
                site.tone(rng.choice(("#e8e2d4", "#e0803f", "#7ac88a", "#d87aa0", "#8aa0e0"))),
            )
            canvas.drawRRect(rounded(left + 32, top + 90 - tall, 36, tall, rng.uniform(6, 18)), fill(colour))


def holo_ward(site: Site) -> list[Plane]:
    """Draw a sickroom: a bed under a ring of light, a body's picture in the air, a pulse that runs."""
    low, home, tint = site.floor, _room(site, ground="#a4b0b8"), tint_of(site)
    _picture(home, 0.66, 210, 230, above=420)
    _pane(home, 0.90, 200)
    home.stand(0.34, 350, lambda canvas, x: _healing_bed(site, canvas, x, low + 56), focal=True)
    home.stand(
        0.08, 150, lambda canvas, x: fixtures.screen(site, canvas, x, low - 230, 130, 90, tint),
        live=lambda x: fixtures.screen_trace(site, x, low - 230, 130, 90, tint, kind="pulse"),
    )  # fmt: skip
    return home.planes()


def _healing_bed(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    shell, tint = site.tone("#e6ecf0"), tint_of(site)
    furniture.shadow(site, canvas, x, base, 350)
    ring = skia.Rect(x + 190, base - 268, x + 300, base - 20)
    canvas.drawOval(ring, stroke(site.shaded(shell, 0.25), 24))
    canvas.drawOval(ring, stroke(mix(tint, "#ffffff", 0.4), 5, 0.9))
    canvas.drawRRect(rounded(x, base - 92, 350, 46, 22), fill(shell))
    canvas.drawRRect(rounded(x + 14, base - 110, 90, 30, 14), fill(site.lit(shell, 0.3)))
    canvas.drawRRect(rounded(x + 110, base - 104, 220, 20, 10), fill(mix(tint, "#ffffff", 0.6)))
    canvas.drawPath(polygon([(x + 120, base - 46), (x + 230, base - 46), (x + 210, base), (x + 140, base)]),
                    fill(site.shaded(shell, 0.3)))  # fmt: skip
    canvas.drawArc(skia.Rect(ring.left() - 14, ring.top(), ring.right() - 14, ring.bottom()), 60, 60,
                   useCenter=False, paint=stroke(site.shaded(shell, 0.15), 24))  # fmt: skip


def cabin(site: Site) -> list[Plane]:
    """Draw a cabin of a ship to come: a round pane on the sea, a berth in the wall, a chart in the air."""
    low, home, tint = site.floor, _room(site), tint_of(site)

    def pane(canvas: skia.Canvas, x: float) -> None:
        spot = x + 130, low - 300
        canvas.drawCircle(*spot, 130, fill(site.tone("#8a94a6")))
        sea = linear((0, spot[1] - 110), (0, spot[1] + 110), [*list(site.outside.sky)[:2], site.outside.fog])
        canvas.drawCircle(*spot, 110, fill("#3f6f8a", shader=sea))
        canvas.save()
        path = skia.Path()
        path.addCircle(*spot, 110)
        canvas.clipPath(path, doAntiAlias=True)
        canvas.drawRect(skia.Rect(x, spot[1] + 24, x + 260, spot[1] + 120), fill(site.tone("#2f5f7a")))
        canvas.restore()
        canvas.drawCircle(*spot, 118, stroke(mix(tint, "#ffffff", 0.4), 4, 0.8))

    home.hang(0.34, 260, pane, focal=True)
    home.stand(0.62, 280, lambda canvas, x: _light_table(site, canvas, x, low + 54, 280))
    home.stand(0.10, 300, lambda canvas, x: _berth(site, canvas, x, low + 40))
    home.stand(0.93, 190, lambda canvas, x: machines.console(site, canvas, x, low + 40, 190),
               live=lambda x: machines.blinking(site, x + 20, low - 84, 150, 40))  # fmt: skip
    return home.planes()


def lounge(site: Site) -> list[Plane]:
    """Draw the room of a home to come: a long pane on the city, a shell to lie in, a picture in the air."""
    low, home = site.floor, _room(site)
    _pane(home, 0.30, min(420, site.width * 0.46))
    _picture(home, 0.76, 240, 140)
    home.stand(0.30, 330, lambda canvas, x: _shell_sofa(site, canvas, x, low + 50), focal=True)
    home.stand(0.66, 220, lambda canvas, x: _light_table(site, canvas, x, low + 56, 220))
    return home.planes()


def _shell_sofa(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    shell, tint = site.tone("#dfe5ec"), tint_of(site)
    cloth = site.tone(site.painted("sofa", site.pick("cloth", ("#5a6a9a", "#7a5a8a", "#4a8088"))))
    furniture.shadow(site, canvas, x, base, 330)
    form = [(x, base - 120), (x + 26, base - 34), (x + 80, base - 12), (x + 250, base - 12), (x + 304, base - 34),
            (x + 330, base - 120), (x + 300, base - 124), (x + 270, base - 66), (x + 60, base - 66),
            (x + 30, base - 124)]  # fmt: skip
    canvas.drawRRect(rounded(x + 34, base - 140, 262, 86, 30), fill(site.shaded(cloth, 0.2)))
    canvas.drawPath(smooth(form, closed=True, tension=0.35), fill(shell))
    canvas.drawRRect(rounded(x + 46, base - 82, 238, 34, 16), fill(cloth))
    canvas.drawLine(x + 70, base - 8, x + 260, base - 8, stroke(mix(tint, "#ffffff", 0.4), 4, 0.9))


def quarters(site: Site) -> list[Plane]:
    """Draw a room to sleep in: a berth in the wall, a pane, a picture in the air."""
    low, home = site.floor, _room(site)
    home.stand(0.22, 300, lambda canvas, x: _berth(site, canvas, x, low + 30), focal=True)
    _pane(home, 0.58, 240)
    _picture(home, 0.84, 190, 130)
    home.stand(0.82, 200, lambda canvas, x: _light_table(site, canvas, x, low + 54, 200))
    return home.planes()


def _berth(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    shell, tint = site.tone("#dfe5ec"), tint_of(site)
    furniture.solid(site, canvas, x, base - 210, 300, 210, site.shaded(shell, 0.2), 40)
    canvas.drawRRect(rounded(x + 20, base - 186, 260, 120, 34), fill(mix(tint, "#1c2634", 0.75)))
    canvas.drawRRect(rounded(x + 24, base - 96, 252, 30, 14), fill(shell))
    canvas.drawRRect(rounded(x + 34, base - 116, 70, 26, 12), fill(site.lit(shell, 0.3)))
    canvas.drawLine(x + 40, base - 178, x + 260, base - 178, stroke(mix(tint, "#ffffff", 0.4), 4, 0.9))
