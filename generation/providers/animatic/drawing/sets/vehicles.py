"""What drives through sets, era by era: carts, carriages, motor cars, buses, trams, pods. All are seen from the side.

They face right, stand on (0, 0), and are measured so that a grown person beside them would be 100 units tall.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

import skia

from generation.providers.animatic.drawing.canvas import (
    Point,
    fill,
    linear,
    mix,
    polygon,
    radial,
    rounded,
    smooth,
    stroke,
)
from generation.providers.animatic.drawing.stage import LivePainter

from .life import Sprite, around
from .site import Site

_PAINTS = ("#b03a34", "#3f6a9a", "#d8c9a8", "#3f7a5a", "#4a4e58", "#c8963c", "#8a8f98")
_BOX = (-190.0, -130.0, 330.0, 16.0)


def _shade(site: Site, colour: str, top: float, low: float) -> skia.Paint:
    return fill(colour, shader=linear((0, top), (0, low), [site.lit(colour, 0.25), colour, site.shaded(colour, 0.4)]))


def _wheels(site: Site, canvas: skia.Canvas, spots: tuple[float, ...], radius: float) -> None:
    for x in spots:
        canvas.drawCircle(x, -radius, radius, fill(site.tone("#1f2024")))
        canvas.drawCircle(x, -radius, radius * 0.52, fill(site.tone("#a8aab0")))
        canvas.drawCircle(x, -radius, radius * 0.18, fill(site.tone("#3a3c42")))


def _spoked(site: Site, canvas: skia.Canvas, x: float, radius: float) -> None:
    wood = site.tone("#5a3f2a")
    canvas.save()
    canvas.translate(x, -radius)
    for _ in range(4):
        canvas.drawLine(-radius, 0, radius, 0, stroke(wood, 2.6))
        canvas.rotate(45)
    canvas.drawCircle(0, 0, radius - 2, stroke(wood, 4.5))
    canvas.drawCircle(0, 0, 5, fill(wood))
    canvas.restore()


def _ground_shadow(site: Site, canvas: skia.Canvas, half: float) -> None:
    canvas.drawOval(skia.Rect(-half, -7, half, 9), fill(site.light.shade, 0.38, blur=4))


def _headlight(site: Site, canvas: skia.Canvas, x: float, y: float) -> None:
    if site.light.lamps < 0.4:
        return
    fade = radial((x, y), 190, [("#fff0c0", 0.55), ("#fff0c0", 0)])
    canvas.drawPath(
        polygon([(x, y - 4), (x + 190, y - 26), (x + 190, y + 40), (x, y + 5)]), fill("#fff0c0", shader=fade)
    )
    canvas.drawCircle(x, y, 6, fill("#fff8e0"))


def _glass(site: Site) -> str:
    return mix(site.tone("#9fc0d0"), "#ffe0a0", 0.3 * site.light.lamps)


def _saloon(
    site: Site,
    canvas: skia.Canvas,
    colour: str,
    body: Sequence[Point],
    cabin: Sequence[Point],
    wheels: tuple[float, float],
) -> None:
    _ground_shadow(site, canvas, 128)
    paint = site.tone(colour, 0.06)
    canvas.drawPath(smooth(cabin, closed=True, tension=0.35), _shade(site, paint, -84, -40))
    inset = [(x * 0.88 + (cabin[0][0] + cabin[-1][0]) * 0.06, -46 + (y + 46) * 0.82) for x, y in cabin]
    canvas.drawPath(smooth(inset, closed=True, tension=0.3), fill(_glass(site)))
    middle = (inset[0][0] + inset[-1][0]) / 2
    canvas.drawLine(middle, -80, middle, -44, stroke(paint, 6))
    canvas.drawPath(smooth(body, closed=True, tension=0.4), _shade(site, paint, -56, -12))
    canvas.drawLine(body[0][0] + 10, -34, body[-1][0] - 8, -34, stroke(site.lit(paint, 0.45), 2, 0.7))
    _wheels(site, canvas, wheels, 17)


def _modern_car(site: Site, canvas: skia.Canvas, colour: str, _rng: random.Random) -> None:
    body = [(-118, -14), (-122, -40), (-70, -52), (70, -52), (116, -42), (124, -16)]
    _saloon(site, canvas, colour, body, [(-84, -50), (-56, -84), (22, -86), (66, -50)], (-72, 76))
    canvas.drawCircle(-118, -38, 4, fill("#e04a3c"))
    _headlight(site, canvas, 119, -36)


def _retro_car(site: Site, canvas: skia.Canvas, colour: str, _rng: random.Random) -> None:
    body = [(-136, -16), (-144, -52), (-80, -50), (74, -50), (130, -46), (134, -16)]
    _saloon(site, canvas, colour, body, [(-66, -50), (-48, -80), (26, -82), (52, -50)], (-82, 84))
    chrome = site.tone("#e4e6e8")
    canvas.drawLine(-140, -17, 134, -17, stroke(chrome, 4))
    _headlight(site, canvas, 128, -38)


def _old_car(site: Site, canvas: skia.Canvas, colour: str, _rng: random.Random) -> None:
    _ground_shadow(site, canvas, 120)
    paint, dark = site.tone(mix(colour, "#1c1c20", 0.55), 0.06), site.tone("#1f2024")
    canvas.drawRRect(rounded(-86, -104, 112, 76, 10), _shade(site, paint, -104, -28))
    for x in (-76, -24):
        canvas.drawRRect(rounded(x, -94, 42, 32, 4), fill(_glass(site)))
    canvas.drawRRect(rounded(22, -66, 78, 42, 8), _shade(site, paint, -66, -20))
    for x in (-66, 78):
        arch = skia.Path()
        arch.addArc(skia.Rect(x - 32, -56, x + 32, 6), 180, 180)
        canvas.drawPath(arch, fill(dark))
    canvas.drawLine(-60, -14, 90, -14, stroke(dark, 7))
    _wheels(site, canvas, (-66, 78), 22)
    canvas.drawCircle(104, -52, 9, fill(site.tone("#d8b04a")))
    _headlight(site, canvas, 108, -52)


def _horse(site: Site, canvas: skia.Canvas, x: float) -> None:
    coat = site.tone("#6a4630", 0.04)
    body = [(-46, -78), (0, -84), (44, -80), (50, -54), (0, -46), (-46, -54)]
    canvas.drawPath(smooth([(x + dx, dy) for dx, dy in body], closed=True, tension=0.8), fill(coat))
    neck = [(30, -74), (58, -116), (72, -112), (92, -92), (84, -86), (66, -94), (52, -64)]
    canvas.drawPath(smooth([(x + dx, dy) for dx, dy in neck], closed=True, tension=0.5), fill(coat))
    for dx, lean in ((-38, -6), (-28, 8), (32, -8), (42, 6)):
        canvas.drawLine(x + dx, -56, x + dx + lean, 0, stroke(site.shaded(coat, 0.15), 8))
    canvas.drawPath(smooth([(x - 46, -76), (x - 60, -60), (x - 56, -34)], tension=1), stroke(site.shaded(coat, 0.5), 8))
    canvas.drawPath(smooth([(x + 34, -86), (x + 56, -116)], tension=1), stroke(site.shaded(coat, 0.5), 8))


def _carriage(site: Site, canvas: skia.Canvas, colour: str, _rng: random.Random) -> None:
    _ground_shadow(site, canvas, 150)
    paint = site.tone(mix(colour, "#20181c", 0.5), 0.05)
    body = [(-120, -108), (-24, -108), (-20, -70), (-34, -40), (-108, -40), (-124, -70)]
    canvas.drawPath(smooth(body, closed=True, tension=0.3), _shade(site, paint, -108, -36))
    canvas.drawRRect(rounded(-88, -96, 40, 32, 5), fill(_glass(site)))
    canvas.drawLine(-20, -48, 60, -52, stroke(site.tone("#5a3f2a"), 5))
    _spoked(site, canvas, -102, 30)
    _spoked(site, canvas, -32, 22)
    _horse(site, canvas, 92)


def _cart(site: Site, canvas: skia.Canvas, _colour: str, rng: random.Random) -> None:
    _ground_shadow(site, canvas, 150)
    wood, load = site.tone("#8a6240", 0.05), site.tone(rng.choice(("#d8b86a", "#9a7a50", "#8a9a5a")), 0.05)
    canvas.drawPath(smooth([(-126, -56), (-96, -96), (-50, -100), (-20, -56)], closed=True, tension=0.7), fill(load))
    canvas.drawPath(polygon([(-136, -64), (-10, -64), (-22, -30), (-122, -30)]), _shade(site, wood, -64, -26))
    canvas.drawLine(-20, -44, 60, -52, stroke(site.shaded(wood, 0.2), 5))
    _spoked(site, canvas, -74, 30)
    _horse(site, canvas, 92)


def _pod(site: Site, canvas: skia.Canvas, colour: str, rng: random.Random) -> None:
    shine = site.grade.colour(rng.choice(("#5af0ff", "#ff5ad8", "#8affa0")))
    canvas.drawOval(skia.Rect(-100, -8, 100, 10), fill(shine, 0.5, blur=7))
    paint = site.tone(mix(colour, "#c8d0dc", 0.4), 0.05)
    body = [(-126, -44), (-80, -62), (60, -62), (130, -40), (70, -26), (-90, -26)]
    canvas.drawPath(smooth(body, closed=True, tension=0.7), _shade(site, paint, -64, -24))
    dome = [(-66, -58), (-30, -88), (36, -86), (76, -56)]
    canvas.drawPath(smooth(dome, closed=True, tension=0.6), fill(_glass(site), 0.9))
    canvas.drawLine(-110, -40, 118, -40, stroke(shine, 3, 0.9))
    canvas.drawCircle(-122, -44, 7, fill(mix(shine, "#ffffff", 0.5)))
    _headlight(site, canvas, 124, -40)


def _bus(site: Site, canvas: skia.Canvas, colour: str, _rng: random.Random) -> None:
    _ground_shadow(site, canvas, 180)
    paint = site.tone(colour, 0.06)
    canvas.drawRRect(rounded(-178, -124, 356, 112, 12), _shade(site, paint, -124, -10))
    for index in range(6):
        canvas.drawRRect(rounded(-166 + index * 57, -108, 48, 42, 5), fill(_glass(site)))
    canvas.drawRect(skia.Rect(-178, -54, 178, -46), fill(site.lit(paint, 0.5), 0.8))
    _wheels(site, canvas, (-112, 116), 19)
    _headlight(site, canvas, 176, -36)


def _omnibus(site: Site, canvas: skia.Canvas, _colour: str, _rng: random.Random) -> None:
    """Draw a bus with two floors, an open stair and spoked wheels."""
    _ground_shadow(site, canvas, 160)
    paint, cream = site.tone("#a8382f", 0.06), site.tone("#e8dcc0", 0.06)
    canvas.drawRect(skia.Rect(-150, -170, 104, -30), _shade(site, paint, -170, -26))
    for y in (-160, -96):
        for index in range(5):
            canvas.drawRect(skia.Rect.MakeXYWH(-140 + index * 47, y, 40, 34), fill(_glass(site)))
    canvas.drawRect(skia.Rect(-154, -116, 108, -104), fill(cream))
    canvas.drawRRect(rounded(100, -74, 62, 44, 6), _shade(site, paint, -74, -30))
    _spoked(site, canvas, -96, 26)
    _spoked(site, canvas, 118, 26)
    _headlight(site, canvas, 160, -48)


_Painter = Callable[[Site, skia.Canvas, str, random.Random], None]
_BY_ERA: dict[str, tuple[_Painter, ...]] = {
    "medieval": (_cart,),
    "victorian": (_carriage, _cart, _carriage),
    "classic": (_old_car, _old_car, _omnibus),
    "retro": (_retro_car, _retro_car, _bus),
    "modern": (_modern_car, _modern_car, _bus),
    "future": (_pod,),
}


def vehicle(site: Site, rng: random.Random) -> Sprite:
    """Return a vehicle of the site's era."""
    painter = rng.choice(_BY_ERA.get(site.era, _BY_ERA["modern"]))
    colour, seed = rng.choice(_PAINTS), rng.random()
    return Sprite(_BOX, lambda canvas: painter(site, canvas, colour, random.Random(seed)))


def traffic(
    site: Site, name: str, lanes: tuple[tuple[float, float, int], ...], *, count: int = 2, speed: float = 150.0
) -> LivePainter:
    """Return vehicles on `lanes`: the y of each, how tall a person there would be, and the way (1 right, -1 left)."""
    rng, driven = site.rng(f"traffic {name}"), []
    slow = 0.4 if site.era in {"medieval", "victorian"} else 1.0
    for y, person, way in lanes:
        scale, pace = person / 100, speed * slow * rng.uniform(0.85, 1.15)
        reach = 340 * scale
        left, right = site.left - reach, site.right + reach
        gap = (right - left) / max(1, count)
        offset = rng.uniform(0.15, 0.85)
        for index in range(count):
            start = left + gap * (index + offset)
            driven.append((y, scale, way, vehicle(site, rng), around(start, way * pace, left, right)))

    def live(canvas: skia.Canvas, seconds: float) -> None:
        for y, scale, way, sprite, track in driven:
            sprite.draw(canvas, track(seconds), y, scale=scale, flip=way < 0)

    return live


def parked(
    site: Site, canvas: skia.Canvas, name: str, x: float, y: float, person: float, *, flip: bool = False
) -> None:
    """Draw a vehicle that stands at (x, y)."""
    rng = site.rng(f"parked {name}")
    vehicle(site, rng).draw(canvas, x, y, scale=person / 100, flip=flip)
