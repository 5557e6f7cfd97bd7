"""Ships' decks at sea: an old sailing ship, a liner."""

from __future__ import annotations

import math

import skia

from generation.providers.animatic.drawing.canvas import fill, linear, mix, polygon, smooth, stroke
from generation.providers.animatic.drawing.stage import Drift

from . import air, fittings, future_works, wild_life
from .fire import smoke
from .life import bobbing, together
from .sea import ripples, sea
from .site import Plane, Site


def bollard(site: Site, canvas: skia.Canvas) -> None:
    dark = mix(site.light.shade, site.light.sky[1], 0.15)
    size = min(1.0, site.width / 1280)
    canvas.save()
    canvas.translate(site.at(1.0), site.height * 0.82)
    canvas.scale(size, size)
    post = [(-84, 400), (-96, 0), (-66, -26), (24, -26), (52, 0), (40, 400)]
    canvas.drawPath(polygon(post), fill(dark, 0.96, blur=2.2))
    canvas.drawOval(skia.Rect(-110, -34, 66, 0), fill(site.lit(dark, 0.14), blur=2.2))
    rope = [(24, 0), (-90, 60), (-256, 112), (-486, 150), (-640, 260)]
    canvas.drawPath(smooth(rope, tension=1), stroke(dark, 15, blur=2.2))
    canvas.restore()


def deck(site: Site) -> list[Plane]:
    """Draw a ship's deck at sea, the horizon rocking: an old sailing ship with mast and wheel."""
    line = site.horizon - 56
    sails = site.era in {"medieval", "victorian"} or site.has(
        "pirate", "galleon", "sailing", "schooner", "sailboat", "mast", "raft"
    )

    new = site.era == "future" and not sails

    def rock(seconds: float) -> Drift:
        return bobbing((site.at(0.5), line), lift=9, lean=0, period=5.4)(seconds)

    def far_sea(canvas: skia.Canvas) -> None:
        canvas.save()
        canvas.translate(site.at(0.5), 0)
        canvas.scale(1.06, 1)
        canvas.translate(-site.at(0.5), 0)
        sea(site, canvas, line)
        canvas.restore()

    def rail(canvas: skia.Canvas) -> None:
        base, wood = site.horizon + 30, site.tone("#7a5236" if sails else "#eef0ee", 0.1)
        for index in range(0 if new else round(site.span / 46) + 1):
            x = site.left + index * 46
            canvas.drawLine(x, base, x, base - 74, stroke(site.shaded(wood, 0.2), 9 if sails else 5))
        bars = ((78, 13), (10, 10)) if sails else ((78, 10), (52, 4), (28, 4), (6, 12))
        for drop, thick in () if new else bars:
            canvas.drawLine(
                site.left - 10, base - drop, site.right + 10, base - drop, stroke(site.lit(wood, 0.14), thick)
            )
        if new:
            future_works.glass_rail(site, canvas, base)
        plank = site.tone("#a87a50" if sails else "#9aa4b0" if new else "#c8a878")
        area = skia.Rect(site.left, base, site.right, site.bottom)
        canvas.drawRect(area, fill(plank, shader=linear((0, base), (0, site.bottom), [plank, site.shaded(plank, 0.4)])))
        for index in range(-18, 19):
            canvas.drawLine(
                site.at(0.5) + index * 46,
                base,
                site.at(0.5) + index * 170,
                site.bottom + 30,
                stroke(site.light.shade, 2.2, 0.34),
            )

    def gear(canvas: skia.Canvas) -> None:
        if sails:
            _mast(site, canvas)
        elif new:
            future_works.foil(site, canvas)
        else:
            _liner(site, canvas)

    swell = ripples(site, line + 3, site.horizon + 26)
    moving = [swell]
    if sails:
        moving.append(
            wild_life.flag(
                site,
                site.across(0.24) + 8,
                max(site.top + 70, line - 420),
                90,
                52,
                ("#24242a", "#24242a") if site.has("pirate") else ("#c8342c", "#f0ead8", "#2c4a8a"),
            )
        )
    elif not new:
        moving.append(smoke(site, site.across(0.86), site.horizon - 330, rise=170, size=1.4, alpha=0.4, lean=0.9))
    return [
        *air.heavens(site),
        Plane("sea", 0.2, far_sea, drift=rock),
        Plane.living("swell", 0.24, together(*moving)),
        Plane("rail", 0.7, rail),
        Plane("gear", 0.78, gear),
        Plane("near", 1.45, lambda canvas: bollard(site, canvas)),
    ]


def _mast(site: Site, canvas: skia.Canvas) -> None:
    wood, x = site.tone("#6a4630", 0.04), site.across(0.24)
    shades = linear((x - 20, 0), (x + 20, 0), [site.lit(wood, 0.3), wood, site.shaded(wood, 0.4)])
    canvas.drawRect(skia.Rect(x - 19, site.top, x + 19, site.horizon + 92), fill(wood, shader=shades))
    for share in (-0.22, -0.02, 0.46, 0.70):
        canvas.drawLine(x, site.top, site.across(share), site.horizon - 46, stroke(site.light.shade, 2.6, 0.7))
    for level in range(9):
        y = site.horizon - 60 - level * 46
        canvas.drawLine(x - 120 + level * 13, y, x - 20, y, stroke(site.light.shade, 2, 0.5))
    sail = site.tone(site.painted("sail", "#eadfca"), 0.06)
    right = site.across(0.62)
    bulge = [(x + 24, site.top), (right, site.top), (right - 60, site.horizon - 330), (x + 30, site.horizon - 286)]
    shades = linear((x, 0), (right, 0), [site.shaded(sail, 0.3), sail, site.lit(sail, 0.25)])
    canvas.drawPath(smooth(bulge, closed=True, tension=0.3), fill(sail, shader=shades))
    fittings.barrel(site, canvas, site.across(0.90), site.horizon + 104)
    wheel, brass = (site.across(0.76), site.horizon - 10), site.tone("#8a5a36", 0.03)
    for spoke in range(4):
        angle = spoke * math.pi / 4
        canvas.drawLine(
            wheel[0] - math.cos(angle) * 74,
            wheel[1] - math.sin(angle) * 74,
            wheel[0] + math.cos(angle) * 74,
            wheel[1] + math.sin(angle) * 74,
            stroke(brass, 8),
        )
    canvas.drawCircle(*wheel, 52, stroke(site.shaded(brass, 0.15), 13))
    canvas.drawRect(skia.Rect(wheel[0] - 12, wheel[1], wheel[0] + 12, site.horizon + 96), fill(site.shaded(brass, 0.3)))


def _liner(site: Site, canvas: skia.Canvas) -> None:
    white, x = site.tone("#f0f0ea", 0.04), site.across(0.76)
    canvas.drawRect(
        skia.Rect(x, site.horizon - 250, site.right, site.horizon + 60),
        fill(white, shader=linear((x, 0), (x + 200, 0), [site.shaded(white, 0.2), white])),
    )
    for row in range(2):
        for column in range(5):
            lit = site.light.lamps > 0.3
            spot = (x + 44 + column * 84, site.horizon - 190 + row * 110)
            canvas.drawCircle(*spot, 22, fill(site.tone("#b08a4a")))
            canvas.drawCircle(*spot, 16, fill("#ffdf9a" if lit else site.tone("#7fa8b8")))
    canvas.drawRect(
        skia.Rect(site.across(0.82), site.horizon - 420, site.across(0.82) + 100, site.horizon - 250),
        fill(site.tone("#c8423b", 0.04)),
    )
    canvas.drawRect(
        skia.Rect(site.across(0.82), site.horizon - 420, site.across(0.82) + 100, site.horizon - 390),
        fill(site.tone("#24262c", 0.04)),
    )
    for share in (0.08, 0.30):
        spot = (site.across(share), site.horizon - 10)
        canvas.drawCircle(*spot, 34, stroke(site.tone("#e8642a", 0.03), 17))
        for turn in range(4):
            angle = turn * math.pi / 2 + 0.4
            canvas.drawLine(
                spot[0] + math.cos(angle) * 26,
                spot[1] + math.sin(angle) * 26,
                spot[0] + math.cos(angle) * 42,
                spot[1] + math.sin(angle) * 42,
                stroke("#f4f0ea", 9),
            )
    for index, share in enumerate((0.52, 0.62)):
        left = site.across(share)
        for dx in (0, 60):
            canvas.drawLine(
                left + dx,
                site.horizon + 84 + index * 6,
                left + dx - 24,
                site.horizon + 20,
                stroke(site.tone("#a8743f"), 6),
            )
        canvas.drawRect(
            skia.Rect.MakeXYWH(left - 26, site.horizon + 40, 92, 14), fill(site.tone("#d8483c" if index else "#3f6fb0"))
        )
