"""What is worn on a face and over ears: masks, goggles, a red nose, headphones, earrings."""

from __future__ import annotations

from collections.abc import Sequence

import skia

from generation.providers.animatic.drawing.canvas import fill, rounded, smooth, stroke

from .clothing import Garment
from .colours import darker, lighter
from .pen import blob, disc, line, oval


def draw_below_eyes(canvas: skia.Canvas, worn: Sequence[Garment], *, front: bool) -> None:
    """Draw the masks that eyes look out of."""
    x = 0.0 if front else 0.13
    for garment in worn:
        if garment.kind == "eye mask":
            blob(canvas, [(x - 0.47, -0.17), (x - 0.2, -0.19), (x, -0.11), (x + 0.2, -0.19), (x + 0.40, -0.17),
                          (x + 0.36, 0.06), (x + 0.16, 0.16), (x, 0.07), (x - 0.18, 0.16), (x - 0.42, 0.06)],
                 garment.colour, tension=0.5)  # fmt: skip
            if not front:
                line(canvas, [(-0.50, -0.12), (-0.30, -0.10)], garment.colour, 0.07)


def draw_on_face(canvas: skia.Canvas, worn: Sequence[Garment], *, front: bool) -> None:
    """Draw what lies over a face, below the hat."""
    x = 0.0 if front else 0.13
    for garment in worn:
        colour = garment.colour
        if garment.kind == "face mask":
            blob(canvas, [(x - 0.42, 0.12), (x, 0.08), (x + 0.32, 0.12), (x + 0.28, 0.42), (x, 0.58), (x - 0.30, 0.46)],
                 colour, tension=0.45)  # fmt: skip
            for y in (0.24, 0.34, 0.43):
                line(canvas, [(x - 0.34, y), (x, y - 0.02), (x + 0.26, y)], darker(colour, 0.2), 0.016, 0.8)
            line(canvas, [(x - 0.40, 0.16), (x - 0.56, 0.02)], lighter(colour, 0.5), 0.025)
        elif garment.kind == "red nose":
            disc(canvas, (0.0 if front else 0.20, 0.13), 0.135, colour)
            disc(canvas, (-0.04 if front else 0.16, 0.08), 0.035, "#ffffff", 0.85)
        elif garment.kind == "diving mask":
            canvas.drawRRect(rounded(x - 0.46, -0.27, 0.86, 0.46, 0.16), fill("#a9dcec", 0.35))
            canvas.drawRRect(rounded(x - 0.46, -0.27, 0.86, 0.46, 0.16), stroke(colour, 0.085))
            line(canvas, [(x - 0.30, -0.12), (x - 0.16, -0.20)], "#ffffff", 0.035, 0.9)
            line(canvas, [(x - 0.46, -0.06), (-0.56, -0.06)], colour, 0.12)
        elif garment.kind == "snorkel":
            line(canvas, [(x + 0.04, 0.33), (x + 0.34, 0.44), (x + 0.56, 0.20), (x + 0.55, -0.98)], colour, 0.10,
                 tension=0.4)  # fmt: skip
            line(canvas, [(x + 0.55, -0.98), (x + 0.55, -0.82)], "#e3b53f", 0.13)
        elif garment.kind == "goggles":
            line(canvas, [(-0.52, -0.05), (x, -0.03), (0.48 if front else 0.44, -0.05)], darker(colour, 0.3), 0.06)
            for dx in (-0.20, 0.18):
                oval(canvas, (x + dx, -0.02), 0.165, 0.125, "#8fd0e6", 0.35)
                canvas.drawOval(skia.Rect(x + dx - 0.165, -0.145, x + dx + 0.165, 0.105), stroke(colour, 0.05))


def draw_over_head(canvas: skia.Canvas, worn: Sequence[Garment], view: str) -> None:
    """Draw what is worn over hair and ears."""
    for garment in worn:
        colour = garment.colour
        if garment.kind == "headphones":
            arch = smooth([(-0.54, 0.02), (-0.50, -0.50), (0.0, -0.80), (0.50, -0.50), (0.54, 0.02)], tension=0.6)
            if view == "side":
                arch = smooth([(-0.30, 0.02), (-0.30, -0.42), (-0.10, -0.80), (0.10, -0.82)], tension=0.5)
            canvas.drawPath(arch, stroke(darker(colour, 0.15), 0.085))
            for x in (-0.32,) if view == "side" else (-0.52, 0.52):
                oval(canvas, (x, 0.04), 0.15 if view == "side" else 0.12, 0.22, colour)
                oval(canvas, (x, 0.04), 0.08 if view == "side" else 0.05, 0.13, lighter(colour, 0.35))
        elif garment.kind == "earrings":
            for x in (-0.40,) if view == "side" else (-0.46, 0.46):
                canvas.drawCircle(x, 0.27, 0.075, stroke(colour, 0.04))
