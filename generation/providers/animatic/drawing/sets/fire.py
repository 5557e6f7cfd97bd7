"""Fire and smoke: flames that lick, the light they throw, steam and smoke that rise."""

from __future__ import annotations

import math

import skia

from generation.providers.animatic.drawing.canvas import fill, mix, radial
from generation.providers.animatic.drawing.stage import LivePainter

from .life import Sprite, flicker, halo
from .site import Site

_TONGUES = ((1.0, 1.0, "#e8642a"), (0.66, 0.72, "#ffa63d"), (0.36, 0.44, "#fff0b0"))


def flame(site: Site, x: float, base: float, tall: float, *, wide: float = 0.42, reach: float = 3.4) -> LivePainter:
    """Return a living flame `tall` units high that stands on (x, base), with its light around it."""
    rng = site.rng(f"flame {x:.0f} {base:.0f}")
    bright, phase = flicker(rng, dim=0.28), rng.uniform(0, math.tau)
    colours = [site.grade.colour(colour) for _, _, colour in _TONGUES]
    shine = site.grade.colour("#ff9a45")

    def live(canvas: skia.Canvas, seconds: float) -> None:
        now = bright(seconds)
        halo(canvas, x, base - tall * 0.5, tall * reach, shine, 0.62 * now * (0.55 + 0.45 * site.light.lamps))
        for index, (broad, high, _) in enumerate(_TONGUES):
            half, top = tall * wide * broad, tall * high * (0.86 + 0.14 * now)
            lean = tall * 0.11 * high * math.sin(seconds * (3.1 + index) + phase) * math.sin(seconds * 1.3 + index)
            path = skia.Path()
            path.moveTo(x - half, base)
            path.cubicTo(
                x - half * 1.1, base - top * 0.5, x + lean - half * 0.2, base - top * 0.6, x + lean, base - top
            )
            path.cubicTo(x + lean + half * 0.3, base - top * 0.55, x + half * 1.1, base - top * 0.5, x + half, base)
            path.quadTo(x, base + half * 0.22, x - half, base)
            canvas.drawPath(path, fill(colours[index], 0.94))

    return live


def candle(site: Site, x: float, base: float, *, tall: float = 24) -> LivePainter:
    """Return a burning candle that stands on (x, base)."""
    fire = flame(site, x, base - tall, 16, wide=0.26, reach=6.0)
    wax = site.tone("#f2e8d0")

    def live(canvas: skia.Canvas, seconds: float) -> None:
        canvas.drawRect(skia.Rect(x - 4.5, base - tall, x + 4.5, base), fill(wax))
        if site.light.lamps:
            fire(canvas, seconds)

    return live


def _puff(colour: str) -> Sprite:
    shades = radial((0, 0), 30, [(colour, 0.5), (colour, 0.28), (colour, 0)], [0, 0.5, 1])
    return Sprite(
        (-30, -30, 30, 30), lambda canvas: canvas.drawCircle(0, 0, 30, fill(colour, shader=shades)), soft=True
    )


def smoke(
    site: Site, x: float, y: float, *, rise: float = 130, size: float = 1.0, alpha: float = 0.5, lean: float = 0.35,
    colour: str = "", pace: float = 1.0, puffs: int = 6,
) -> LivePainter:  # fmt: skip
    """Return smoke or steam that rises `rise` units from (x, y) and thins."""
    rng = site.rng(f"smoke {x:.0f} {y:.0f}")
    puff, phases = _puff(colour or mix(site.light.fog, "#ffffff", 0.35)), [rng.random() * 0.1 for _ in range(puffs)]

    def live(canvas: skia.Canvas, seconds: float) -> None:
        for index in range(puffs):
            age = (index / puffs + phases[index] + seconds * 0.13 * pace) % 1.0
            sway = math.sin(seconds * 0.8 + index * 1.7) * 7 * age * size
            fade = min(1.0, age * 6) * (1 - age) ** 1.2
            puff.draw(
                canvas, x + rise * lean * age**1.3 + sway, y - rise * age, scale=size * (0.25 + 0.9 * age),
                alpha=alpha * fade,
            )  # fmt: skip

    return live


def fire_light(
    site: Site, x: float, y: float, reach: float, *, colour: str = "#ff9a45", alpha: float = 0.5
) -> LivePainter:
    """Return a pool of light that flickers on the ground or a wall."""
    bright, shine = flicker(site.rng(f"light {x:.0f}"), dim=0.3), site.grade.colour(colour)
    return lambda canvas, seconds: halo(canvas, x, y, reach, shine, alpha * bright(seconds), 0.32)
