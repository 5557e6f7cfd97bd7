"""What lives and blows about out of doors: fireflies, leaves, petals, butterflies, dust, swaying grass, animals."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import skia

from generation.providers.animatic.drawing.canvas import fill, polygon, smooth, stroke
from generation.providers.animatic.drawing.stage import LivePainter

from .life import Sprite, around, breeze, dashes, dots, halo
from .site import Site


def fireflies(site: Site) -> LivePainter:
    """Return small lights that wander and glow by turns."""
    rng = site.rng("fireflies")
    flies = [
        (
            rng.uniform(site.left, site.right),
            rng.uniform(site.height * 0.35, site.height * 0.92),
            rng.uniform(6, 12),
            rng.uniform(0, math.tau),
        )
        for _ in range(round(site.span / 52))
    ]

    def live(canvas: skia.Canvas, seconds: float) -> None:
        for x, y, size, phase in flies:
            bright = 0.55 + 0.4 * math.sin(seconds * 1.3 + phase * 2)
            left = x + 16 * math.sin(seconds * 0.5 + phase) - 16 * math.sin(phase)
            halo(canvas, left, y + 9 * math.cos(seconds * 0.7 + phase) - 9 * math.cos(phase), size, "#ffe98a", bright)

    return live


def falling(site: Site, colours: Sequence[str], *, count: int = 16) -> LivePainter:
    """Return leaves or petals that sail down."""
    rng, high = site.rng("falling"), site.bottom - site.top
    flying = [
        (
            rng.uniform(site.left, site.right),
            rng.random(),
            rng.uniform(0.7, 1.2),
            rng.uniform(0, math.tau),
            rng.choice(colours),
        )
        for _ in range(count)
    ]
    leaf = {colour: Sprite((-8, -5, 8, 5), _leaf(site.tone(colour))) for colour in set(colours)}

    def live(canvas: skia.Canvas, seconds: float) -> None:
        for x, start, pace, phase, colour in flying:
            y = site.top + high * ((start + seconds * pace * 0.045) % 1.0)
            left = x + 34 * math.sin(seconds * 0.9 * pace + phase)
            leaf[colour].draw(
                canvas, left, y, scale=0.7 + 0.5 * pace, turn=70 * math.sin(seconds * 1.1 + phase), alpha=0.85
            )

    return live


def _leaf(colour: str) -> Callable[[skia.Canvas], None]:
    shape = smooth([(-8, 0), (0, -4.4), (8, 0), (0, 4.4)], closed=True, tension=0.9)
    return lambda canvas: canvas.drawPath(shape, fill(colour))


def butterflies(site: Site, count: int = 5) -> LivePainter:
    """Return butterflies over a meadow."""
    rng = site.rng("butterflies")
    flies = [
        (
            site.at(rng.uniform(0.05, 0.95)),
            site.horizon + rng.uniform(-30, 120),
            rng.uniform(0, math.tau),
            site.tone(rng.choice(("#f2e6a0", "#f0a04a", "#8ab8e8", "#f4f0f0"))),
        )
        for _ in range(count)
    ]

    def live(canvas: skia.Canvas, seconds: float) -> None:
        for x, y, phase, colour in flies:
            left = x + 60 * (math.sin(seconds * 0.33 + phase) - math.sin(phase))
            top = y + 24 * (math.sin(seconds * 0.8 + phase) - math.sin(phase))
            wing = 2.5 + 4 * abs(math.cos(seconds * 4.4 + phase))
            for side in (-1, 1):
                canvas.drawOval(
                    skia.Rect(left + min(0, side * wing * 1.6), top - 5, left + max(0, side * wing * 1.6), top + 4),
                    fill(colour),
                )

    return live


def swaying_grass(site: Site, y: float, colours: Sequence[str], *, tall: float = 30, count: int = 90) -> LivePainter:
    """Return high grass before the people's feet that bends in the wind."""
    rng, wind = site.rng("swaying"), breeze(site.rng("wind"))
    blades: dict[str, list[tuple[float, float, float, float]]] = {colour: [] for colour in colours}
    for _ in range(round(count * site.span / 1600)):
        down = rng.random()
        blades[rng.choice(list(colours))].append(
            (
                rng.uniform(site.left, site.right),
                y + (site.bottom - y) * down,
                tall * (0.5 + down) * rng.uniform(0.7, 1.2),
                rng.uniform(0, math.tau),
            )
        )
    paints = {colour: stroke(site.tone(colour, 0.05), 3, 0.85) for colour in colours}

    def live(canvas: skia.Canvas, seconds: float) -> None:
        push = wind(seconds)
        for colour, stems in blades.items():
            ends = []
            for x, base, high, phase in stems:
                lean = high * (0.18 * push + 0.1 * math.sin(seconds * 1.6 + phase))
                ends += [(x, base), (x + lean, base - high)]
            dashes(canvas, ends, paints[colour])

    return live


def blown_sand(site: Site, colour: str) -> LivePainter:
    """Return grains that the wind carries over the ground."""
    rng = site.rng("sand")
    grains = [(rng.uniform(0, site.span), rng.random(), rng.uniform(60, 150)) for _ in range(50)]
    paint = stroke(site.tone(colour, 0.2), 2.4, 0.5)

    def live(canvas: skia.Canvas, seconds: float) -> None:
        spots = []
        for start, down, pace in grains:
            x = around(site.left + start, pace, site.left, site.right)(seconds)
            spots.append((x, site.horizon + 20 + 230 * down + 6 * math.sin(x / 60 + down * 9)))
        dots(canvas, spots, paint)

    return live


def grazing(site: Site, spots: Sequence[tuple[float, float, float]], kind: str = "cow") -> LivePainter:
    """Return animals that graze at (x, y, size), their heads going up and down."""
    coat = site.tone(
        {"cow": "#f0ece4", "sheep": "#ece6d8", "horse": "#7a5236", "deer": "#a8744a"}.get(kind, "#8a6a4a"), 0.12
    )
    dark = site.tone("#2f2a28" if kind in {"cow", "sheep"} else "#4a3022", 0.12)
    phases = [site.rng(f"grazing {index}").uniform(0, math.tau) for index in range(len(spots))]

    def body(canvas: skia.Canvas) -> None:
        for dx in (-26, -18, 20, 28):
            canvas.drawLine(dx, -26, dx, 0, stroke(dark if kind == "sheep" else coat, 6))
        canvas.drawRRect(skia.RRect.MakeRectXY(skia.Rect(-40, -62, 38, -20), 19, 19), fill(coat))
        if kind == "cow":
            for spot in ((-24, -46, 13), (10, -38, 15)):
                canvas.drawCircle(*spot, fill(dark))

    sprite = Sprite((-46, -66, 46, 4), body)

    def live(canvas: skia.Canvas, seconds: float) -> None:
        for (x, y, size), phase in zip(spots, phases, strict=True):
            sprite.draw(canvas, x, y, scale=size)
            low = 0.5 + 0.5 * math.sin(seconds * 0.5 + phase)
            head = (x + 52 * size, y - (54 - 40 * low) * size)
            canvas.drawLine(x + 30 * size, y - 50 * size, *head, stroke(coat, 13 * size))
            canvas.drawOval(
                skia.Rect(head[0] - 9 * size, head[1] - 9 * size, head[0] + 15 * size, head[1] + 9 * size),
                fill(dark if kind == "sheep" else coat),
            )

    return live


def flag(site: Site, x: float, y: float, width: float, height: float, colours: Sequence[str]) -> LivePainter:
    """Return a flag that flies from a pole whose top is at (x, y)."""
    tones = [site.tone(colour, 0.05) for colour in colours]
    phase = site.rng(f"flag {x:.0f}").uniform(0, math.tau)

    def live(canvas: skia.Canvas, seconds: float) -> None:
        stripe = height / len(tones)
        for index, tone in enumerate(tones):
            top, low = [], []
            for step in range(9):
                share = step / 8
                wave = math.sin(seconds * 3.2 - share * 5 + phase) * height * 0.13 * share
                top.append((x + width * share, y + index * stripe + wave))
                low.append((x + width * share, y + (index + 1) * stripe + wave))
            canvas.drawPath(polygon([*top, *reversed(low)]), fill(tone))

    return live


def washing(site: Site, left: float, right: float, y: float) -> LivePainter:
    """Return a line of washing that swings."""
    rng, wind = site.rng(f"washing {left:.0f}"), breeze(site.rng("washing wind"))
    pieces, x = [], left + 14
    while x < right - 40:
        wide, tall = rng.uniform(24, 46), rng.uniform(36, 66)
        pieces.append(
            (
                x,
                wide,
                tall,
                site.tone(rng.choice(("#f0ece0", "#c86a5a", "#6a8ab0", "#e0c070", "#f4f0ea"))),
                rng.uniform(0, math.tau),
            )
        )
        x += wide + rng.uniform(6, 18)
    line = stroke(site.light.shade, 2, 0.7)

    def live(canvas: skia.Canvas, seconds: float) -> None:
        canvas.drawPath(smooth([(left, y), ((left + right) / 2, y + 14), (right, y)], tension=1), line)
        for start, wide, tall, colour, phase in pieces:
            sag = y + 14 * 4 * ((start - left) / (right - left)) * (1 - (start - left) / (right - left)) * 0.8
            sway = 9 * wind(seconds) + 3 * math.sin(seconds * 2 + phase) - 3 * math.sin(phase)
            cloth = [
                (start, sag),
                (start + wide, sag),
                (start + wide + sway, sag + tall),
                (start + wide * 0.5 + sway, sag + tall - 4),
                (start + sway, sag + tall),
            ]
            canvas.drawPath(polygon(cloth), fill(colour))

    return live
