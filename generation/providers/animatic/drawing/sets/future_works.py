"""What will be built over water: a bridge that hangs from arches of light, the deck of a ship that flies on foils."""

from __future__ import annotations

import skia

from generation.providers.animatic.drawing.canvas import fill, linear, mix, polygon, rounded, smooth, stroke

from .future_rooms import hologram, tint_of
from .site import Site


def arches(site: Site, canvas: skia.Canvas, base: float) -> None:
    """Draw two leaning arches with struts of light from them to a deck at the y `base`."""
    shell, tint = site.tone("#b4bfcc", 0.10), tint_of(site)
    high = 400 * (0.7 + 0.3 * site.rise)
    for left, right, size in ((0.02, 0.58, 1.0), (0.44, 0.98, 0.86)):
        ends = site.across(left), site.across(right)
        middle, top = (ends[0] + ends[1]) / 2, base - high * size
        way = [(ends[0], base + 6), (ends[0] + (middle - ends[0]) * 0.42, base - high * size * 0.78), (middle, top),
               (ends[1] - (ends[1] - middle) * 0.42, base - high * size * 0.78), (ends[1], base + 6)]  # fmt: skip
        for index in range(1, 14):
            share = index / 14
            x = ends[0] + (ends[1] - ends[0]) * share
            y = base - high * size * (1 - (2 * share - 1) ** 2) ** 0.62
            canvas.drawLine(x, y, middle + (x - middle) * 0.62, base, stroke(mix(tint, "#ffffff", 0.3), 2, 0.7))
        canvas.drawPath(smooth(way, tension=0.85), stroke(site.shaded(shell, 0.25), 26))
        canvas.drawPath(smooth(way, tension=0.85), stroke(site.lit(shell, 0.2), 16))
        canvas.drawPath(smooth(way, tension=0.85), stroke(mix(tint, "#ffffff", 0.4), 4, 0.9))


def foil(site: Site, canvas: skia.Canvas) -> None:
    """Draw the bridge of a ship to come: a shell like a fin on struts, panes of light, a chart in the air."""
    shell, tint = site.tone("#dfe5ec", 0.05), tint_of(site)
    x, low = site.across(0.72), site.horizon + 60
    for share in (0.78, 0.90):
        foot = site.across(share)
        strut = [(foot - 30, low), (foot + 12, low), (foot + 66, low - 200), (foot + 34, low - 200)]
        canvas.drawPath(polygon(strut), fill(site.shaded(shell, 0.3)))
        canvas.drawLine(foot - 9, low, foot + 50, low - 200, stroke(mix(tint, "#ffffff", 0.4), 3, 0.9))
    fin = [(x - 40, low - 190), (x + 120, low - 330), (site.right, low - 380), (site.right, low - 150), (x, low - 160)]
    shades = linear((0, low - 380), (0, low - 150), [site.lit(shell, 0.2), shell, site.shaded(shell, 0.35)])
    canvas.drawPath(smooth(fin, closed=True, tension=0.3), fill(shell, shader=shades))
    pane = [(x + 60, low - 232), (x + 150, low - 300), (site.right, low - 330), (site.right, low - 262)]
    canvas.drawPath(polygon(pane), fill(mix(tint, "#0e1a2c", 0.6)))
    canvas.drawPath(polygon(pane), stroke(mix(tint, "#ffffff", 0.4), 3, 0.8))
    spot = site.across(0.34)
    canvas.drawRRect(rounded(spot - 26, low - 84, 52, 92, 12), fill(site.shaded(shell, 0.2)))
    hologram(site, canvas, spot - 105, low - 214, 210, 116)


def glass_rail(site: Site, canvas: skia.Canvas, base: float) -> None:
    """Draw a rail of glass along a deck at the y `base`, with a line of light on it."""
    tint = tint_of(site)
    canvas.drawRect(skia.Rect(site.left, base - 78, site.right, base), fill(mix(tint, "#ffffff", 0.5), 0.22))
    for index in range(round(site.span / 190) + 1):
        x = site.left + index * 190
        canvas.drawLine(x, base, x + 10, base - 80, stroke(site.tone("#8a94a6"), 6))
    canvas.drawLine(site.left, base - 79, site.right, base - 79, stroke(mix(tint, "#ffffff", 0.4), 5, 0.95))
