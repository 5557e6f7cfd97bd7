"""Plain backdrops for explainers and products."""

from __future__ import annotations

import math

import skia

from generation.providers.animatic.drawing.canvas import (
    fill,
    linear,
    mix,
    radial,
    stroke,
)

from .site import Plane, Site


def backdrop(site: Site) -> list[Plane]:
    """Draw a plain studio backdrop for an explainer or a product: a soft sweep of colour, a round light."""
    base = site.painted(
        "background", site.pick("backdrop", ("#5a9ad0", "#e8a04a", "#6ab08a", "#a87ac8", "#e07a6a", "#4a6a9a"))
    )
    colour, low = site.grade.colour(base), site.floor

    def sweep(canvas: skia.Canvas) -> None:
        shades = radial(
            (site.at(0.5), site.height * 0.42),
            max(site.width, site.height) * 0.85,
            [mix(colour, "#ffffff", 0.62), mix(colour, "#ffffff", 0.22), mix(colour, "#141830", 0.25)],
            [0, 0.5, 1],
        )
        canvas.drawPaint(fill(colour, shader=shades))
        ground = linear(
            (0, low + 20), (0, site.bottom), [(mix(colour, "#ffffff", 0.4), 0.0), (mix(colour, "#ffffff", 0.5), 0.75)]
        )
        canvas.drawRect(skia.Rect(site.left, low + 10, site.right, site.bottom), fill(colour, shader=ground))
        size = min(site.width, site.height)
        canvas.drawCircle(site.at(0.5), site.height * 0.42, size * 0.36, fill("#ffffff", 0.14))
        canvas.drawCircle(site.at(0.5), site.height * 0.42, size * 0.28, fill("#ffffff", 0.14))

    rng = site.rng("shapes")
    shapes = [
        (
            rng.uniform(0.04, 0.96),
            rng.uniform(0.08, 0.68),
            rng.uniform(10, 34),
            rng.randrange(3),
            rng.uniform(0, math.tau),
        )
        for _ in range(14)
    ]
    paint = fill(mix(colour, "#ffffff", 0.75), 0.5)

    def float_(canvas: skia.Canvas, seconds: float) -> None:
        for across, down, size, kind, phase in shapes:
            x = site.at(across) + 10 * (math.sin(seconds * 0.4 + phase) - math.sin(phase))
            y = site.height * down + 14 * (math.cos(seconds * 0.33 + phase) - math.cos(phase))
            if kind == 0:
                canvas.drawCircle(x, y, size * 0.6, paint)
            elif kind == 1:
                canvas.drawCircle(x, y, size * 0.7, stroke(mix(colour, "#ffffff", 0.8), 4, 0.5))
            else:
                canvas.drawLine(x - size * 0.6, y, x + size * 0.6, y, stroke(mix(colour, "#ffffff", 0.8), 5, 0.5))
                canvas.drawLine(x, y - size * 0.6, x, y + size * 0.6, stroke(mix(colour, "#ffffff", 0.8), 5, 0.5))

    return [Plane("backdrop", 0.1, sweep), Plane.living("shapes", 0.4, float_)]
