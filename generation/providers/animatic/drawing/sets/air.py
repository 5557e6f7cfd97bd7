"""What is over and between things: sky, stars, clouds, distant hills, haze, sun rays, wet ground."""

from __future__ import annotations

import math
import random

import skia

from generation.providers.animatic.drawing.canvas import Point, fill, glow, linear, mix, polygon, radial, smooth, stroke

from .site import Plane, Site

_SUN_HORIZON = 0.60
"""The share of the picture's height at which `Light.sun` assumes the horizon."""


def sun_at(site: Site) -> Point | None:
    """Return where the sun or moon stands over this horizon, or None under cloud."""
    sun = site.light.sun
    if sun is None:
        return None
    return site.at(sun.x), site.top * 0.3 + site.horizon * sun.y / _SUN_HORIZON * 0.97


def sky(site: Site, canvas: skia.Canvas, *, clouds: bool = True) -> None:
    """Draw the sky down to the horizon and beyond: stars at night, sun or moon, bands of cloud."""
    light = site.light
    start = max(site.top, site.horizon - 760)
    shades = linear((0, start), (0, site.horizon + 30), list(light.sky), [0, 0.36, 0.76, 1])
    canvas.drawRect(site.all, fill("#000000", shader=shades))
    clear = light.weather in {"clear", "snow"}
    if _is_night(site) and clear:
        _stars(site, canvas)
    spot = sun_at(site)
    if spot and light.sun:
        _sun(site, canvas, spot, light.sun.colour)
    if clouds:
        _clouds(site, canvas, heavy=not clear)


def _is_night(site: Site) -> bool:
    return site.light.dark and (site.light.sun is None or site.light.sun.y < 0.3)


def _stars(site: Site, canvas: skia.Canvas) -> None:
    rng = site.rng("stars")
    reach = site.horizon - site.top
    for _ in range(round(170 * site.span * reach / 900_000)):
        x, y, size = rng.uniform(site.left, site.right), site.top + reach * rng.random() ** 1.5, rng.random()
        canvas.drawCircle(x, y, 0.6 + size * size * 1.5, fill("#ffffff", 0.25 + 0.7 * size * size))


def _sun(site: Site, canvas: skia.Canvas, spot: Point, colour: str) -> None:
    night = _is_night(site)
    radius = 38 if night else 50
    glow(canvas, spot, 260 if night else 430, colour, 0.55)
    canvas.drawCircle(*spot, radius, fill(colour, 0.97))
    if night:
        for dx, dy, size in ((-10, -8, 8), (12, 4, 6), (-2, 14, 5)):
            canvas.drawCircle(spot[0] + dx, spot[1] + dy, size, fill("#cfd0c0", 0.55))


def _clouds(site: Site, canvas: skia.Canvas, *, heavy: bool) -> None:
    rng, light = site.rng("clouds"), site.light
    reach = min(site.horizon - site.top, 620)
    night = _is_night(site)
    tint = "#27406f" if night else mix("#ffffff", light.sky[3], 0.15 if not light.dark else 0.75)
    count = round((18 if heavy else 7 if night else 11) * max(0.6, site.span / 1600))
    for _ in range(count):
        x, y = rng.uniform(site.left, site.right), site.horizon - reach * (0.16 + 0.78 * rng.random())
        width = rng.uniform(160, 430) * (1.5 if heavy else 1)
        alpha = (0.34 if light.dark else 0.72) * rng.uniform(0.5, 1)
        _cloud(site, canvas, rng, (x, y), width, site.light.sky[1] if heavy else tint, alpha)


def _cloud(
    site: Site, canvas: skia.Canvas, rng: random.Random, spot: Point, width: float, tint: str, alpha: float
) -> None:
    x, y = spot
    height = width * rng.uniform(0.045, 0.085)
    shape = skia.Path()
    for step in range(6):
        share = step / 5
        swell = math.sin(share * math.pi)
        wide = width * (0.24 + 0.12 * swell)
        high = height * (0.8 + 1.5 * swell * rng.uniform(0.55, 1))
        shape.addOval(skia.Rect.MakeXYWH(x + width * share - wide / 2, y - high, wide, high * 1.25))
    bar = skia.Rect.MakeXYWH(x - width * 0.1, y - height * 0.35, width * 1.2, height * 0.7)
    shape.addRRect(skia.RRect.MakeRectXY(bar, height, height))
    under = mix(tint, site.light.sky[2], 0.75)
    shades = linear((0, y - height * 2.4), (0, y + height * 0.3), [(tint, alpha), (under, alpha * 0.25)])
    canvas.save()
    canvas.clipRect(skia.Rect(site.left, site.top, site.right, y + height * 0.2))
    canvas.drawPath(shape, fill(tint, alpha, shader=shades))
    canvas.restore()


def ridge(
    site: Site, canvas: skia.Canvas, name: str, base: float, height: float, colour: str, *, jagged: bool = False
) -> None:
    """Draw a line of hills (or of peaks, when `jagged`) that rises `height` over `base`, hazy at its foot."""
    rng = site.rng(name)
    phases = [rng.uniform(0, math.tau) for _ in range(5)]
    step = 44 if jagged else 26
    points = []
    for index in range(int(site.span / step) + 3):
        x = site.left + (index - 1) * step
        rise = sum(math.sin(x / (520 / (k + 1)) + phase) / (k + 1.2) for k, phase in enumerate(phases)) * 0.55
        rise += rng.uniform(-0.32, 0.32) if jagged else 0
        points.append((x, base - height * (rise + 0.35)))
    path = polygon(points, closed=False) if jagged else smooth(points)
    path.lineTo(site.right + 60, site.bottom)
    path.lineTo(site.left - 60, site.bottom)
    path.close()
    haze = mix(colour, site.light.fog, 0.55)
    canvas.drawPath(
        path, fill(colour, shader=linear((0, base - height * 1.4), (0, base + height * 1.2), [colour, haze]))
    )


def haze(site: Site, canvas: skia.Canvas, y: float, height: float, alpha: float = 0.5) -> None:
    """Lay a soft band of fog, `height` up and down from `y`."""
    colour = site.light.fog
    band = linear((0, y - height), (0, y + height), [(colour, 0), (colour, alpha), (colour, 0)], [0, 0.55, 1])
    canvas.drawRect(skia.Rect(site.left, y - height, site.right, y + height), fill(colour, shader=band))


def rays(site: Site, canvas: skia.Canvas, source: Point, *, strength: float = 0.3, length: float = 980) -> None:
    """Draw shafts of light that fall from `source` towards the left."""
    rng, key = site.rng("rays"), site.light.key
    fade = radial(source, length, [(key, strength), (key, strength * 0.45), (key, 0)], [0, 0.5, 1])
    for index in range(7):
        angle = 1.05 + 0.17 * index + rng.uniform(-0.05, 0.05)
        width = rng.uniform(0.02, 0.05)
        ends = [
            (source[0] - math.cos(angle + side) * length, source[1] + math.sin(angle + side) * length)
            for side in (-width, width)
        ]
        canvas.drawPath(polygon([source, *ends]), fill(key, blur=8, mode=skia.BlendMode.kScreen, shader=fade))


def birds(site: Site, canvas: skia.Canvas, around: Point) -> None:
    """Draw a few far birds."""
    rng = site.rng("birds")
    for _ in range(7):
        x, y, size = around[0] + rng.gauss(0, 110), around[1] + rng.gauss(0, 34), rng.uniform(5, 10)
        wings = [(-1.5, -0.5), (-0.5, -0.45), (0, 0), (0.5, -0.5), (1.5, -0.35)]
        line = smooth([(x + size * dx, y + size * dy) for dx, dy in wings], tension=1)
        canvas.drawPath(line, stroke(site.light.shade, 1.8, 0.6))


def weather_planes(site: Site) -> list[Plane]:
    """Return the planes that weather adds out of doors. What falls through the air is drawn over the picture."""
    weather = site.light.weather
    if weather == "fog":
        return [
            Plane("fog far", 0.6, lambda canvas: haze(site, canvas, site.horizon - 10, 170, 0.45)),
            Plane("fog behind people", 0.9, lambda canvas: _fog_bank(site, canvas)),
        ]
    if weather in {"rain", "storm"}:
        return [
            Plane("rain haze", 0.6, lambda canvas: haze(site, canvas, site.horizon - 10, 150, 0.40)),
            Plane("wet ground", 0.73, lambda canvas: _puddles(site, canvas)),
        ]
    return []


def _fog_bank(site: Site, canvas: skia.Canvas) -> None:
    """Lay fog over all that is behind the people, thickest where sky and ground meet."""
    colour = mix(site.light.fog, "#dfe7ea", 0.25)
    y = site.horizon
    band = linear(
        (0, y - 420), (0, y + 300), [(colour, 0.22), (colour, 0.62), (colour, 0.55), (colour, 0.12)], [0, 0.5, 0.66, 1]
    )
    canvas.drawRect(site.all, fill(colour, shader=band))


def _puddles(site: Site, canvas: skia.Canvas) -> None:
    rng, light = site.rng("puddles"), site.light
    depth = site.bottom - site.horizon
    for _ in range(9):
        y = site.horizon + depth * rng.uniform(0.22, 0.9)
        near = (y - site.horizon) / depth
        wide, x = rng.uniform(120, 260) * (0.4 + near), rng.uniform(site.left, site.right)
        area = skia.Rect.MakeXYWH(x - wide / 2, y - wide * 0.07, wide, wide * 0.14)
        mirror = linear((0, y - wide * 0.07), (0, y + wide * 0.07), [(light.sky[3], 0.42), (light.sky[1], 0.30)])
        canvas.drawOval(area, fill(light.sky[2], shader=mirror))
        canvas.drawArc(area, 190, 110, useCenter=False, paint=stroke("#ffffff", 1.2, 0.28))
