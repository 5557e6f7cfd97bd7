"""What is worn on the body besides clothes: wings, packs, collars, straps, a tail, and the wheels of a chair.

Things on the trunk are drawn in its frame, the pelvis at (0, 0) and the neck at (0, -torso); the others in heads from
the feet.
"""

from __future__ import annotations

import math

import skia

from generation.providers.animatic.drawing.canvas import fill, linear, mix, rounded, smooth, stroke

from .body import Body
from .clothing import Garment
from .colours import darker, lighter
from .pen import blob, disc, facet, line, oval

BEHIND = frozenset({"wings", "feathers", "backpack", "tank", "jetpack", "quiver", "high collar"})
"""What hangs on a back."""

OVER = frozenset({"poncho", "crutches", "satchel", "sporran", "pompoms", "holster"})
"""What lies over arms and legs."""

_GOLD = "#d9b04c"


def draw_behind(canvas: skia.Canvas, body: Body) -> None:
    """Draw what hangs on the back, in the frame of the trunk."""
    for garment in body.outfit.worn:
        if garment.kind in {"wings", "feathers"}:
            _wings(canvas, body, garment)
        elif garment.kind in BEHIND:
            _pack(canvas, body, garment)


def _wings(canvas: skia.Canvas, body: Body, garment: Garment) -> None:
    top, colour = body.chest, garment.colour
    feathered = garment.kind == "feathers"
    sides = (-1, 1) if body.flat else (-1, -0.72)
    for side in sides:
        lift = 0.0 if side == -1 or body.flat else -0.35
        upper = [(0.0, top + 0.35), (side * 0.9, top - 0.85 + lift), (side * 1.75, top - 0.75 + lift),
                 (side * 1.70, top + 0.10 + lift), (side * 0.9, top + 0.62)]  # fmt: skip
        lower = [(0.0, top + 0.50), (side * 1.15, top + 0.55), (side * 1.38, top + 1.25), (side * 0.85, top + 1.55)]
        for points in (lower, upper):
            path = smooth(points, closed=True, tension=0.6)
            shade = linear((0, top - 1), (side * 1.6, top + 1), [lighter(colour, 0.55), colour])
            canvas.drawPath(path, fill(colour, 1.0 if feathered else 0.72, shader=None if feathered else shade))
            canvas.drawPath(path, stroke(darker(colour, 0.25) if feathered else lighter(colour, 0.7), 0.04))
        for share in (0.35, 0.6, 0.85):
            line(canvas, [(0.0, top + 0.4), (side * 1.55 * share, top - 0.55 * share + lift + 0.15)],
                 darker(colour, 0.25), 0.03, 0.6)  # fmt: skip


def _pack(canvas: skia.Canvas, body: Body, garment: Garment) -> None:
    top, wide, colour = body.chest, body.build.shoulder, garment.colour
    if garment.kind == "high collar":
        blob(canvas, [(-0.30, top + 0.2), (-0.66, top - 0.62), (-0.28, top - 0.34), (0.0, top - 0.2),
                      (0.28, top - 0.34), (0.66, top - 0.62), (0.30, top + 0.2)], "#26242b", tension=0.3)  # fmt: skip
        blob(canvas, [(-0.24, top + 0.2), (-0.52, top - 0.44), (-0.2, top - 0.2), (0.2, top - 0.2), (0.52, top - 0.44),
                      (0.24, top + 0.2)], colour, tension=0.3)  # fmt: skip
        return
    left = -wide * 0.8 if body.view == "back" else -wide * 1.12 if body.flat else -wide - 0.58
    right = -left if body.flat else -wide * 0.35
    if garment.kind == "backpack":
        canvas.drawRRect(rounded(left, top - 0.02, right - left, 1.45, 0.26), fill(colour))
        canvas.drawRRect(rounded(left, top + 0.66, (right - left) * 0.62, 0.62, 0.14), fill(darker(colour, 0.25)))
        line(canvas, [(left + 0.08, top + 0.36), (right - 0.06, top + 0.36)], darker(colour, 0.4), 0.05)
        return
    if garment.kind == "quiver":
        line(canvas, [(left + 0.5, top + 1.1), (left + 0.10, top - 0.1)], colour, 0.30)
        for step in range(3):
            x = left - 0.02 + step * 0.11
            line(canvas, [(x + 0.06, top - 0.1), (x - 0.08, top - 0.55)], "#d9c9a4", 0.035)
            line(canvas, [(x - 0.09, top - 0.62), (x - 0.05, top - 0.42)], "#c23b36", 0.10)
        return
    for x in ((left + right) / 2,) if not body.flat else (left * 0.5, right * 0.5):
        canvas.drawRRect(
            rounded(x - 0.24, top - 0.10, 0.48, 1.55, 0.22),
            fill(colour, shader=linear((x - 0.24, 0), (x + 0.24, 0), [darker(colour, 0.3), colour])),
        )
        line(canvas, [(x, top - 0.10), (x, top - 0.26)], "#43454d", 0.12)
        line(canvas, [(x - 0.24, top + 0.5), (x + 0.24, top + 0.5)], darker(colour, 0.45), 0.07)
        if garment.kind == "jetpack":
            blob(canvas, [(x - 0.2, top + 1.45), (x, top + 2.1), (x + 0.2, top + 1.45)], "#f0a23c", tension=0.4)


def draw_on_trunk(canvas: skia.Canvas, body: Body) -> None:
    """Draw what lies on the chest, in the frame of the trunk."""
    top, middle, wide = body.chest, body.middle, body.build.shoulder
    for garment in body.outfit.worn:
        colour, kind = garment.colour, garment.kind
        back = body.view == "back"
        if kind in {"backpack", "tank", "jetpack"} and not back:
            for side in (-1, 1):
                line(canvas, [(middle * 0.6 + side * wide * 0.62, top + 0.04), (middle * 0.8 + side * wide * 0.62,
                     top + 0.5),
                              (middle * 0.4 + side * wide * 0.78, top + 0.95)], darker(colour, 0.35), 0.13)  # fmt: skip
        elif kind in {"hi-vis", "reflectors"}:
            _stripes(canvas, body, garment)
        elif kind == "sash":
            line(canvas, [(-wide * 0.86, top + 0.16), (middle, top * 0.52), (wide * 0.9, top * 0.14)], colour, 0.24,
                 tension=0.2)  # fmt: skip
        elif kind == "fur collar":
            for step in range(-5, 6):
                x = step * wide * 0.2
                disc(canvas, (x, top + 0.10 + 0.26 * (1 - (step / 5) ** 2) ** 0.5), 0.20,
                     colour if step % 2 else lighter(colour, 0.15))  # fmt: skip
        elif kind == "ruff":
            for step in range(-4, 5):
                oval(canvas, (middle * 0.5 + step * 0.125, top + 0.02 + 0.008 * (16 - step * step)), 0.10, 0.20,
                     "#ffffff" if step % 2 else "#e3dfd6")  # fmt: skip
        elif kind == "patches":
            for x, y in ((-0.3, 0.5), (0.25, 0.9), (-0.1, 1.25)):
                facet(canvas, [(x, top + y), (x + 0.24, top + y + 0.03), (x + 0.22, top + y + 0.24),
                               (x - 0.02, top + y + 0.2)], lighter(colour, 0.25))  # fmt: skip
        elif kind == "white trim":
            line(canvas, [(-1, 0.02), (1, 0.02)], "#f7f3ec", 0.24)
            if not back:
                line(canvas, [(middle + 0.03, top - 0.1), (middle + 0.05, 0.3)], "#f7f3ec", 0.20, tension=0.1)
        elif not back:
            _on_chest(canvas, body, garment)


def _stripes(canvas: skia.Canvas, body: Body, garment: Garment) -> None:
    top, middle, wide, colour = body.chest, body.middle, body.build.shoulder, garment.colour
    if garment.kind == "hi-vis":
        for points in ([(-1, top - 0.3), (middle - 0.26, top - 0.3), (middle - 0.04, top + 0.6), (middle - 0.02, 0.3),
                        (-1, 0.3)], [(1, top - 0.3), (middle + 0.26, top - 0.3), (middle + 0.08, top + 0.6),
                                     (middle + 0.08, 0.3), (1, 0.3)]):  # fmt: skip
            facet(
                canvas,
                points if body.view != "back" else [(-1, top - 0.3), (1, top - 0.3), (1, 0.3), (-1, 0.3)],
                colour,
            )
    bright = "#f4f6ee" if garment.kind == "hi-vis" else "#e6f06a"
    for y in (top * 0.52, top * 0.20):
        line(canvas, [(-1, y), (1, y)], bright, 0.13)
        line(canvas, [(-1, y), (1, y)], "#b9bfc7", 0.04)
    for side in (-1, 1):
        line(canvas, [(middle + side * wide * 0.56, top - 0.1), (middle + side * wide * 0.56, top * 0.5)], bright, 0.11)


def _on_chest(canvas: skia.Canvas, body: Body, garment: Garment) -> None:
    top, middle, wide, colour = body.chest, body.middle, body.build.shoulder, garment.colour
    x = middle
    match garment.kind:
        case "stethoscope":
            line(canvas, [(x - 0.24, top - 0.12), (x - 0.26, top + 0.42), (x - 0.02, top + 0.72)], colour, 0.06)
            line(canvas, [(x + 0.24, top - 0.12), (x + 0.26, top + 0.42), (x - 0.02, top + 0.72), (x + 0.10,
                 top + 1.0)],
                 colour, 0.06)  # fmt: skip
            disc(canvas, (x + 0.12, top + 1.06), 0.10, "#b9bfc7")
            disc(canvas, (x + 0.12, top + 1.06), 0.05, "#eef2f4")
        case "emblem":
            facet(canvas, [(x - 0.28, top + 0.30), (x + 0.28, top + 0.30), (x + 0.30, top + 0.52), (x, top + 0.86),
                           (x - 0.30, top + 0.52)], colour)  # fmt: skip
            points = []
            for step in range(10):
                reach, angle = (0.19 if step % 2 == 0 else 0.08), -math.pi / 2 + step * math.pi / 5
                points.append((x + reach * math.cos(angle), top + 0.52 + reach * math.sin(angle)))
            facet(canvas, points, "#c23b36")
        case "clerical":
            facet(canvas, [(x * 0.7 - 0.20, top - 0.12), (x * 0.7 + 0.20, top - 0.12), (x * 0.7 + 0.19, top + 0.06),
                           (x * 0.7 - 0.19, top + 0.06)], "#26242b")  # fmt: skip
            facet(canvas, [(x - 0.10, top - 0.11), (x + 0.10, top - 0.11), (x + 0.09, top + 0.07),
                           (x - 0.09, top + 0.07)], "#ffffff")  # fmt: skip
        case "gold collar":
            for step, tone in enumerate(("#2f55a4", colour, "#2f8480", colour)):
                half = wide * (1.02 - step * 0.18)
                blob(canvas, [(x * 0.5 - half, top + 0.10), (x * 0.8, top + 0.62 - step * 0.13), (x * 0.5 + half,
                     top + 0.10),
                              (x * 0.5 + half * 0.5, top - 0.04), (x * 0.5 - half * 0.5, top - 0.04)],
                              tone)  # fmt: skip
        case "jabot":
            for side in (-1, 1):
                facet(
                    canvas, [(x, top + 0.02), (x + side * 0.16, top + 0.58), (x + side * 0.02, top + 0.60)], "#ffffff"
                )
        case "cross":
            line(canvas, [(x - 0.2, top + 0.1), (x, top + 0.62), (x + 0.2, top + 0.1)], colour, 0.025)
            line(canvas, [(x, top + 0.58), (x, top + 0.94)], colour, 0.075)
            line(canvas, [(x - 0.12, top + 0.70), (x + 0.12, top + 0.70)], colour, 0.075)
        case "medals":
            for step, tone in enumerate(("#c23b36", "#3f6ea8", "#4c8556")):
                spot = x - 0.34 + step * 0.13
                facet(canvas, [(spot - 0.05, top + 0.44), (spot + 0.05, top + 0.44), (spot + 0.05, top + 0.58),
                               (spot - 0.05, top + 0.58)], tone)  # fmt: skip
                disc(canvas, (spot, top + 0.64), 0.055, _GOLD)
        case "braces":
            for side in (-1, 1):
                line(canvas, [(x * 0.7 + side * 0.30, top - 0.02), (x + side * 0.26, 0.1)], colour, 0.09)
        case "motley":
            for row in range(5):
                for column in range(-2, 3):
                    cx, cy = column * 0.34 + (0.17 if row % 2 else 0), top + 0.2 + row * 0.36
                    tone = ("#c23b36", "#e3b53f", "#4c8556")[(row + column) % 3]
                    facet(canvas, [(cx, cy - 0.2), (cx + 0.16, cy), (cx, cy + 0.2), (cx - 0.16, cy)], tone)
        case "buttonhole":
            disc(canvas, (x + 0.30, top + 0.46), 0.10, colour)
            disc(canvas, (x + 0.30, top + 0.46), 0.04, lighter(colour, 0.5))
        case "lei":
            for step in range(-5, 6):
                disc(canvas, (x * 0.8 + step * 0.085, top + 0.10 + 0.019 * (25 - step * step)), 0.09,
                     colour if step % 2 else "#f4efe6")  # fmt: skip
        case _:
            return


def draw_over(canvas: skia.Canvas, body: Body) -> None:
    """Draw what lies over arms and hips, in the frame of the trunk."""
    top, middle, b = body.chest, body.middle, body.build
    for garment in body.outfit.worn:
        colour = garment.colour
        if garment.kind == "poncho":
            _poncho(canvas, body, colour)
        elif garment.kind == "sporran" and body.view != "back":
            blob(canvas, [(middle - 0.2, 0.1), (middle + 0.2, 0.1), (middle + 0.18, 0.5), (middle - 0.18, 0.5)], colour)
            for x in (-0.1, 0.0, 0.1):
                line(canvas, [(middle + x, 0.34), (middle + x, 0.62)], "#26242b", 0.05)
        elif garment.kind == "holster":
            line(canvas, [(-b.hips, -0.10), (0.0, 0.02), (b.hips, -0.06)], colour, 0.13)
            x = -b.hips * 0.7 if not body.flat else -b.hips * 0.95
            blob(canvas, [(x - 0.13, 0.0), (x + 0.13, 0.0), (x + 0.10, 0.56), (x - 0.06, 0.58)], darker(colour, 0.2))
            line(canvas, [(x - 0.02, 0.0), (x - 0.12, -0.16)], "#43454d", 0.10)
        elif garment.kind == "satchel":
            line(canvas, [(b.shoulder * 0.6, top + 0.05), (0.0, top * 0.5), (-b.hips, 0.1)], darker(colour, 0.25), 0.09)
            canvas.drawRRect(rounded(-b.hips - 0.42, -0.05, 0.78, 0.62, 0.10), fill(colour))
            canvas.drawRRect(rounded(-b.hips - 0.42, -0.05, 0.78, 0.34, 0.10), fill(lighter(colour, 0.12)))
        elif garment.kind == "pompoms" and body.view != "back":
            for step, tone in enumerate((colour, "#3f6ea8", "#4c8556")):
                disc(canvas, (middle, top + 0.55 + step * 0.42), 0.15, tone)
        elif garment.kind == "crutches":
            for side in (-1, 1):
                x = side * (b.shoulder + 0.14)
                foot = b.hip - 0.04
                line(canvas, [(x - side * 0.04, top + 0.56), (x + side * 0.12, foot)], "#8b9098", 0.10)
                line(canvas, [(x - 0.2, top + 0.52), (x + 0.2, top + 0.52)], "#43454d", 0.14)
                line(canvas, [(x - 0.14, top * 0.26), (x + 0.16, top * 0.26)], "#43454d", 0.10)


def _poncho(canvas: skia.Canvas, body: Body, colour: str) -> None:
    b, top = body.build, body.chest
    low = -0.05
    points = [
        (-0.26, top - 0.06),
        (-b.shoulder * 1.2, top + 0.22),
        (-b.shoulder * 1.75, low - 0.35),
        (0.0, low + 0.32),
        (b.shoulder * 1.75, low - 0.35),
        (b.shoulder * 1.15, top + 0.22),
        (0.26, top - 0.06),
        (0.0, top + 0.14),
    ]
    path = smooth(points, closed=True, tension=0.2)
    canvas.drawPath(path, fill(colour, shader=linear((-1, 0), (1, 0), [darker(colour, 0.25), colour])))
    canvas.save()
    canvas.clipPath(path, doAntiAlias=True)
    for step, tone in enumerate(("#f0dfb8", "#2f8480", "#e3b53f", "#f0dfb8")):
        y = top + 0.62 + step * 0.30
        line(canvas, [(-1.2, y - 0.38), (0.0, y + 0.26), (1.2, y - 0.38)], tone, 0.10, tension=0.1)
    canvas.restore()
    for step in range(-8, 9):
        x = step * b.shoulder * 0.2
        y = low + 0.30 - abs(step) / 8 * 0.62
        line(canvas, [(x, y), (x, y + 0.12)], "#f0dfb8", 0.03)


def draw_fishtail(canvas: skia.Canvas, body: Body, garment: Garment) -> None:
    """Draw the tail of a mermaid instead of legs, in heads from the feet."""
    (px, py), hips, colour = body.joints.pelvis, body.build.hips, garment.colour
    bend = 0.0 if body.flat else 0.30
    outline = [(px - hips * 1.06, py - 0.35), (px + hips * 1.06, py - 0.35), (px + hips * 1.1 + bend * 0.4, py + 0.55),
               (px + 0.30 + bend, -0.85), (px + 0.10 + bend * 0.3, -0.30), (px - 0.14 + bend * 0.3, -0.30),
               (px - 0.22 + bend, -0.85), (px - hips * 1.08 + bend * 0.4, py + 0.55)]  # fmt: skip
    x = px + bend * 0.3 - 0.02
    for side in (-1, 1):
        fin = [(x, -0.44), (x + side * 0.55, -0.42), (x + side * 1.0, -0.04), (x + side * 0.45, -0.02), (x, -0.16)]
        blob(canvas, fin, lighter(colour, 0.15) if side > 0 else colour, tension=0.5)
        line(canvas, [(x, -0.32), (x + side * 0.8, -0.14)], darker(colour, 0.3), 0.03)
    path = smooth(outline, closed=True, tension=0.5)
    canvas.drawPath(path, fill(colour, shader=linear((px - hips, 0), (px + hips, 0), [darker(colour, 0.3), colour,
                                                                                     lighter(colour,
                                                                                          0.2)])))  # fmt: skip
    canvas.save()
    canvas.clipPath(path, doAntiAlias=True)
    scale = stroke(mix(colour, "#ffffff", 0.4), 0.025, 0.7)
    for row in range(14):
        for column in range(-4, 5):
            cx, cy = px + bend * 0.5 + column * 0.2 + (0.1 if row % 2 else 0), py - 0.3 + row * 0.16
            canvas.drawArc(skia.Rect(cx - 0.1, cy - 0.1, cx + 0.1, cy + 0.1), 0, 180, useCenter=False, paint=scale)
    canvas.restore()


def draw_wheelchair(canvas: skia.Canvas, body: Body, *, before: bool) -> None:
    """Draw the chair behind whoever sits in it, or its near wheel before them."""
    px, seat = body.joints.pelvis[0], body.joints.pelvis[1] + 0.25
    frame, rubber = "#7d8792", "#33343c"
    if body.flat:
        half = body.build.hips + 0.24
        if not before:
            canvas.drawRRect(rounded(px - half, seat - 1.6, half * 2, 1.7, 0.12), fill("#3f4a58"))
            return
        for side in (-1, 1):
            canvas.drawRRect(
                rounded(px + side * (half + 0.10) - 0.08, seat - 0.62, 0.16, 0.6 - seat, 0.08), fill(rubber)
            )
            line(canvas, [(px + side * half, seat - 0.55), (px + side * half, seat + 0.1)], frame, 0.08)
        return
    if before:
        radius = min(1.02, -seat * 0.5 + 0.42)
        centre = (px - 0.22, -radius)
        canvas.drawCircle(*centre, radius, stroke(rubber, 0.11))
        canvas.drawCircle(*centre, radius - 0.13, stroke(frame, 0.05))
        for step in range(8):
            angle = step * math.pi / 8
            dx, dy = math.cos(angle) * (radius - 0.1), math.sin(angle) * (radius - 0.1)
            line(canvas, [(centre[0] - dx, centre[1] - dy), (centre[0] + dx, centre[1] + dy)], frame, 0.02, 0.8)
        disc(canvas, centre, 0.10, frame)
        return
    line(canvas, [(px - 0.66, seat - 1.5), (px - 0.58, seat + 0.1), (px + 0.70, seat + 0.1), (px + 1.0, -0.35)], frame,
         0.10, tension=0.15)  # fmt: skip
    line(canvas, [(px - 0.66, seat - 1.48), (px - 0.94, seat - 1.55)], rubber, 0.12)
    canvas.drawRRect(rounded(px - 0.72, seat - 1.35, 0.22, 1.4, 0.08), fill("#3f4a58"))
    canvas.drawRRect(rounded(px - 0.62, seat - 0.04, 1.36, 0.18, 0.07), fill("#3f4a58"))
    line(canvas, [(px - 0.5, seat - 0.62), (px + 0.5, seat - 0.62)], rubber, 0.12)
    canvas.drawCircle(px + 0.80, -0.20, 0.20, stroke(rubber, 0.09))
    line(canvas, [(px + 0.86, -0.18), (px + 1.34, -0.14)], frame, 0.10)
