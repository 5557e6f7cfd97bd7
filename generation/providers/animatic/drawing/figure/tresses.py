"""Hair that is tied, plaited or locked, and the way all hair takes the light."""

from __future__ import annotations

import math

import skia

from generation.providers.animatic.drawing.canvas import Point, fill, linear, mix, smooth

from .looks import Look
from .pen import blob, disc, line, moved


def tones_of(look: Look) -> tuple[str, str, str]:
    """Return hair, its shade and its shine."""
    return look.hair, mix(look.hair, "#0c0814", 0.36), mix(look.hair, "#fff0d0", 0.26)


def fill_hair(canvas: skia.Canvas, path: skia.Path, look: Look, low: float = 0.5) -> None:
    """Fill a shape with hair that is lighter at the crown; `low` is where it is darkest."""
    hair, shade, shine = tones_of(look)
    down = linear((0.25, -0.85), (-0.25, low), [mix(hair, shine, 0.45), hair, mix(hair, shade, 0.75)], [0, 0.4, 1])
    canvas.drawPath(path, fill(hair, shader=down))


def draw_tied(canvas: skia.Canvas, look: Look, kind: str, view: str) -> None:
    """Draw a bun, pony, pigtails, braids or braid for the given view."""
    hair, shade, shine = tones_of(look)
    if kind == "bun":
        x, y = {"side": (-0.44, -0.64), "front": (0.0, -0.93), "back": (0.0, -0.42)}[view]
        disc(canvas, (x, y), 0.27, mix(hair, shade, 0.35))
        for radius in (0.19, 0.11):
            line(canvas, [(x - radius, y + radius * 0.3), (x, y - radius), (x + radius, y)], shine, 0.026, 0.5)
    elif kind in {"pony", "braid"}:
        _draw_tail(canvas, look, view, braided=kind == "braid")
    else:
        for side in (-1.0, 1.0):
            if view == "side" and side > 0:
                x, y = 0.42, 0.06
            else:
                x, y = side * (0.53 if view != "side" else 0.50), 0.0
            if kind == "braids":
                _draw_plait(canvas, look, (x, y + 0.1), (x + side * 0.06, 1.0))
            else:
                tail = [(x, y - 0.2), (x + side * 0.32, y - 0.14), (x + side * 0.34, y + 0.36),
                    (x + side * 0.16, y + 0.62),
                        (x + side * 0.06, y + 0.3)]  # fmt: skip
                fill_hair(canvas, smooth(tail, closed=True, tension=0.58), look)
            disc(canvas, (x, y - 0.08 if kind != "braids" else y + 0.08), 0.07, "#c9474a")


def _draw_tail(canvas: skia.Canvas, look: Look, view: str, *, braided: bool) -> None:
    if view == "front":
        if braided:
            _draw_plait(canvas, look, (0.42, 0.25), (0.50, 1.15))
        else:
            blob(canvas, [(0.2, -0.7), (0.5, -0.72), (0.66, -0.3), (0.62, 0.4), (0.46, 0.2), (0.4, -0.4)], look.hair)
        return
    x, y = (-0.50, -0.42) if view == "side" else (0.0, -0.22)
    if braided:
        _draw_plait(canvas, look, (x, y + 0.2), (x - (0.2 if view == "side" else 0.0), y + 1.5))
    else:
        swing = 0.36 if view == "side" else 0.0
        tail = [(x + 0.12, y - 0.06), (x - swing * 0.6 - 0.16, y - 0.06), (x - swing - 0.17, y + 0.44),
                (x - swing - 0.06, y + 1.16), (x - swing * 0.6 + 0.10, y + 0.66), (x + 0.14, y + 0.24)]  # fmt: skip
        path = smooth(tail, closed=True, tension=0.58)
        fill_hair(canvas, path, look, low=0.9)
        _, _, shine = tones_of(look)
        line(canvas, [(x - swing * 0.5, y + 0.06), (x - swing - 0.04, y + 0.42), (x - swing - 0.01, y + 0.86)], shine,
             0.03, 0.5)  # fmt: skip
    disc(canvas, (x - 0.02, y + 0.02), 0.095, "#c9474a")


def _draw_plait(canvas: skia.Canvas, look: Look, start: Point, end: Point) -> None:
    hair, shade, shine = tones_of(look)
    knots = max(5, round(math.dist(start, end) / 0.13))
    for step in range(knots):
        share = step / (knots - 1)
        x, y = start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share
        side = 0.03 if step % 2 else -0.03
        disc(canvas, (x + side, y), 0.115 - 0.035 * share, hair if step % 2 else mix(hair, shade, 0.3))
        line(
            canvas, [(x + side - 0.06, y - 0.02), (x + side, y - 0.06), (x + side + 0.05, y - 0.02)], shine, 0.018, 0.5
        )
    disc(canvas, end, 0.06, "#c9474a")


def draw_dreads(canvas: skia.Canvas, look: Look, view: str) -> None:
    """Draw locks that hang around the head."""
    _, shade, shine = tones_of(look)
    columns = (-0.58, -0.47, -0.36, -0.24, 0.36, 0.46) if view == "side" else (
        -0.54, -0.44, -0.34, -0.2, -0.05, 0.1, 0.24, 0.34, 0.44, 0.54)  # fmt: skip
    for index, x in enumerate(columns):
        low = 0.86 + 0.10 * math.sin(index * 2.3)
        strand = [(x * 0.8, -0.35), (x * 1.05, 0.2), (x, low)]
        line(canvas, strand, shade, 0.12)
        line(canvas, moved(strand, 0.015, 0), mix(look.hair, shine, 0.2), 0.05, 0.8)
