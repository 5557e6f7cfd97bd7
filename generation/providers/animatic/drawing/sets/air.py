"""What is over and between things: sky, stars, clouds, distant hills, haze, sun rays, wet ground."""

from __future__ import annotations

import math
import random

import skia

from generation.providers.animatic.drawing.canvas import Point, fill, glow, linear, mix, polygon, radial, smooth, stroke
from generation.providers.animatic.drawing.stage import LivePainter

from .life import Sprite, around, dots
from .site import Plane, Site

_SUN_HORIZON = 0.60
"""The share of the picture's height at which `Light.sun` assumes the horizon."""


def sun_at(site: Site) -> Point | None:
    """Return where the sun or moon stands over this horizon, or None under cloud."""
    sun = site.light.sun
    if sun is None:
        return None
    return site.at(sun.x), site.top * 0.3 + site.horizon * sun.y / _SUN_HORIZON * 0.97


def heavens(site: Site, *, clouds: bool = True, birds_at: Point | None = None) -> list[Plane]:
    """Return the sky, and what moves in it: clouds that drift, stars that twinkle, birds."""
    movers: list[LivePainter] = []
    if site.night and site.light.weather in {"clear", "snow"}:
        movers.append(_twinkling(site))
    if clouds:
        movers.append(_drifting_clouds(site))
    if not site.night and site.light.weather in {"clear", "fog"}:
        movers.append(flock(site, birds_at or (site.at(0.34), site.horizon * 0.36)))

    def live(canvas: skia.Canvas, seconds: float) -> None:
        for mover in movers:
            mover(canvas, seconds)

    return [Plane("sky", 0.06, lambda canvas: sky(site, canvas)), Plane.living("clouds", 0.09, live)]


def sky(site: Site, canvas: skia.Canvas) -> None:
    """Draw the sky down to the horizon and beyond: stars at night, sun or moon."""
    light = site.light
    start = max(site.top, site.horizon - 760)
    shades = linear((0, start), (0, site.horizon + 30), list(light.sky), [0, 0.36, 0.76, 1])
    canvas.drawPaint(fill("#000000", shader=shades))
    clear = light.weather in {"clear", "snow"}
    if _is_night(site) and clear:
        _stars(site, canvas)
    spot = sun_at(site)
    if spot and light.sun:
        _sun(site, canvas, spot, light.sun.colour)


def _is_night(site: Site) -> bool:
    return site.light.dark and (site.light.sun is None or site.light.sun.y < 0.3)


def _twinkling(site: Site) -> LivePainter:
    rng, reach = site.rng("twinkle"), site.horizon - site.top
    stars = [
        (
            rng.uniform(site.left, site.right),
            site.top + reach * 0.8 * rng.random(),
            rng.uniform(0.25, 0.6),
            rng.uniform(0, math.tau),
        )
        for _ in range(16)
    ]

    def live(canvas: skia.Canvas, seconds: float) -> None:
        for x, y, pace, phase in stars:
            bright = 0.45 + 0.45 * math.sin(seconds * math.tau * pace + phase)
            dots(canvas, [(x, y)], stroke("#ffffff", 3.0, bright))

    return live


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


def _drifting_clouds(site: Site) -> LivePainter:
    rng, light = site.rng("clouds"), site.light
    heavy = light.weather not in {"clear", "snow"}
    reach = min(site.horizon - site.top, 620 * site.rise)
    night = _is_night(site)
    tint = "#27406f" if night else mix("#ffffff", light.sky[3], 0.15 if not light.dark else 0.75)
    tint = light.sky[1] if heavy else tint
    count = round((13 if heavy else 6 if night else 8) * max(0.6, site.span / 1600) * site.rise)
    pace = {"storm": 20.0, "rain": 8.0}.get(light.weather, 4.0)
    clouds = []
    for _ in range(count):
        x, high = rng.uniform(site.left, site.right), 0.16 + 0.78 * rng.random()
        width = rng.uniform(160, 430) * (1.5 if heavy else 1)
        alpha = (0.34 if light.dark else 0.72) * rng.uniform(0.5, 1)
        sprite = _cloud(site, rng, width, tint, alpha)
        track = around(x, pace * (0.5 + high), site.left - width * 1.4, site.right + width * 0.4)
        clouds.append((site.horizon - reach * high, sprite, track))

    for index in range(0 if heavy or night else 4 if site.tall else 2):
        width, share = rng.uniform(230, 380), (index + rng.uniform(0.1, 0.9)) / (4 if site.tall else 2)
        high = rng.uniform(0.3, 0.62) if site.tall else rng.uniform(0.2, 0.42)
        track = around(site.left + site.span * share, pace * 0.8, site.left - width * 1.4, site.right + width * 0.4)
        clouds.append((site.horizon - reach * high, _heap(site, rng, width, tint), track))

    def live(canvas: skia.Canvas, seconds: float) -> None:
        for y, sprite, track in clouds:
            sprite.draw(canvas, track(seconds), y)

    return live


def _cloud(site: Site, rng: random.Random, width: float, tint: str, alpha: float) -> Sprite:
    height = width * rng.uniform(0.045, 0.085)
    shape = skia.Path()
    for step in range(6):
        share = step / 5
        swell = math.sin(share * math.pi)
        wide = width * (0.24 + 0.12 * swell)
        high = height * (0.8 + 1.5 * swell * rng.uniform(0.55, 1))
        shape.addOval(skia.Rect.MakeXYWH(width * share - wide / 2, -high, wide, high * 1.25))
    bar = skia.Rect.MakeXYWH(-width * 0.1, -height * 0.35, width * 1.2, height * 0.7)
    shape.addRRect(skia.RRect.MakeRectXY(bar, height, height))
    under = mix(tint, site.light.sky[2], 0.75)
    shades = linear((0, -height * 2.4), (0, height * 0.3), [(tint, alpha), (under, alpha * 0.25)])

    def paint(canvas: skia.Canvas) -> None:
        canvas.clipRect(skia.Rect(-width, -height * 4, width * 2, height * 0.2))
        canvas.drawPath(shape, fill(tint, alpha, shader=shades))

    return Sprite((-width * 0.2, -height * 2.7, width * 1.2, height * 0.25), paint)


def _heap(site: Site, rng: random.Random, width: float, tint: str) -> Sprite:
    """Return a heaped cloud of fair weather, flat at its foot."""
    height, shape = width * rng.uniform(0.34, 0.5), skia.Path()
    for step in range(9):
        share = (step + 0.5) / 9
        size = height * (0.2 + 0.34 * math.sin(share * math.pi)) * rng.uniform(0.8, 1.15)
        shape.addCircle(
            width * share, -size * 0.7 - height * 0.42 * math.sin(share * math.pi) * rng.uniform(0.1, 1), size
        )
    alpha = 0.5 if site.light.dark else 0.8
    under = mix(tint, site.light.sky[2], 0.6)
    shades = linear((0, -height), (0, 0), [(tint, alpha), (under, alpha * 0.55)])

    def paint(canvas: skia.Canvas) -> None:
        canvas.clipRect(skia.Rect(-width, -height * 3, width * 2, 0))
        canvas.drawPath(shape, fill(tint, alpha, shader=shades))

    return Sprite((-height * 0.3, -height * 1.4, width + height * 0.3, 1), paint)


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


def flock(site: Site, around_point: Point, count: int = 6) -> LivePainter:
    """Return a few far birds that fly slowly across the sky."""
    rng = site.rng("birds")
    left, right = site.left - 60, site.right + 60
    birds = [
        (
            around(around_point[0] + rng.gauss(0, 90), rng.uniform(13, 17), left, right),
            around_point[1] + rng.gauss(0, 30), rng.uniform(5, 9), rng.uniform(0, math.tau), rng.uniform(1.0, 1.5),
        )
        for _ in range(count)
    ]  # fmt: skip
    paint = stroke(site.light.shade, 1.9, 0.6)

    def live(canvas: skia.Canvas, seconds: float) -> None:
        path = skia.Path()
        for track, high, size, phase, pace in birds:
            x, y = track(seconds), high + 8 * math.sin(seconds * 0.4 + phase) - 8 * math.sin(phase)
            lift = -0.25 - 0.55 * math.sin(seconds * math.tau * pace * 0.8 + phase)
            path.moveTo(x - size * 1.5, y + size * lift)
            path.quadTo(x - size * 0.6, y - size * 0.35, x, y)
            path.quadTo(x + size * 0.6, y - size * 0.35, x + size * 1.5, y + size * lift)
        canvas.drawPath(path, paint)

    return live


def mist(site: Site) -> list[Plane]:
    """Return the thin mist of a clear dawn."""
    dawn = site.light.weather == "clear" and not site.light.dark and 0 < site.light.lamps < 1
    return [Plane("mist", 0.6, lambda canvas: haze(site, canvas, site.horizon + 14, 90, 0.5))] if dawn else []


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
            Plane.living("drops on the ground", 0.735, _splashes(site)),
        ]
    return mist(site)


def _splashes(site: Site) -> LivePainter:
    """Return the rings that drops make where they hit the ground."""
    rng, depth = site.rng("splashes"), site.bottom - site.horizon
    rings = [
        (rng.uniform(site.left, site.right), rng.uniform(0.12, 0.95), rng.random(), rng.uniform(0.8, 1.2))
        for _ in range(round(site.span / 34))
    ]
    paint = stroke(mix(site.light.sky[3], "#ffffff", 0.5), 1.2, 0.34)

    def live(canvas: skia.Canvas, seconds: float) -> None:
        path = skia.Path()
        for x, near, phase, pace in rings:
            age = (seconds * pace + phase) % 1.0
            wide = (4 + 26 * near) * age
            if age < 0.75:
                y = site.horizon + depth * near
                path.addOval(skia.Rect(x - wide, y - wide * 0.22, x + wide, y + wide * 0.22))
        canvas.drawPath(path, paint)

    return live


def _fog_bank(site: Site, canvas: skia.Canvas) -> None:
    """Lay fog over all that is behind the people, thickest where sky and ground meet."""
    colour = mix(site.light.fog, "#dfe7ea", 0.25)
    y = site.horizon
    band = linear(
        (0, y - 420), (0, y + 300), [(colour, 0.22), (colour, 0.62), (colour, 0.55), (colour, 0.12)], [0, 0.5, 0.66, 1]
    )
    canvas.drawPaint(fill(colour, shader=band))


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
