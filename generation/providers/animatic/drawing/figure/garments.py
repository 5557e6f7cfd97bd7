"""What clothes look like on the trunk: collars, lapels, buttons, ties, belts, patterns and what hangs around a neck.

Everything here is drawn in the frame of the trunk: the pelvis at (0, 0), the neck at (0, -torso).
"""

from __future__ import annotations

import skia

from generation.providers.animatic.drawing.canvas import fill, linear, mix, smooth

from .accessories import draw_on_trunk
from .body import Body, trunk_outline
from .cloth import draw_back_seam, draw_form_shadow, draw_pattern, edge_paint, fill_cloth
from .clothing import Garment
from .coats import draw_outer
from .colours import darker, lighter, luminance
from .costume_cloth import SPECIAL_CLOTH, draw_special
from .pen import blob, clipped, disc, facet, line


def draw_trunk(canvas: skia.Canvas, body: Body) -> None:
    """Draw the trunk with everything worn on it, from the shirt to the coat."""
    outfit = body.outfit
    base = outfit.dress or outfit.top
    loose = 0.03 if base.kind in {"sweater", "hoodie", "habit"} else 0.0
    path = smooth(trunk_outline(body, loose=loose), closed=True, tension=0.58)
    fill_cloth(canvas, body, path, base)
    with clipped(canvas, path):
        draw_pattern(canvas, body, base)
        if base.kind in SPECIAL_CLOTH:
            draw_special(canvas, body, base)
            if body.view != "back":
                _draw_tie(canvas, body)
        elif body.view != "back":
            _draw_base(canvas, body, base)
        else:
            draw_back_seam(canvas, body, base.colour)
        if outfit.bib:
            _draw_bib(canvas, body, outfit.bib)
        if outfit.vest:
            _draw_vest(canvas, body, outfit.vest)
        draw_form_shadow(canvas, body, base.colour)
    if outfit.outer:
        draw_outer(canvas, body, outfit.outer)
    if outfit.belt:
        _draw_belt(canvas, body, outfit.belt, path)
    if outfit.worn:
        with clipped(canvas, smooth(trunk_outline(body, hem=0.18, loose=0.07), closed=True, tension=0.58)):
            draw_on_trunk(canvas, body)
    if outfit.apron and body.view != "back":
        _draw_apron(canvas, body, outfit.apron, path)


def draw_neckwear(canvas: skia.Canvas, body: Body, *, blowing: bool) -> None:
    """Draw what is worn around the neck, over the head's lower edge."""
    outfit = body.outfit
    if outfit.pearls and body.view != "back":
        y = body.chest + 0.06
        for step in range(-4, 5):
            disc(canvas, (body.middle * 0.6 + step * 0.058, y + 0.10 - 0.0045 * step * step), 0.036, outfit.pearls)
            disc(
                canvas,
                (body.middle * 0.6 + step * 0.058 + 0.01, y + 0.09 - 0.0045 * step * step),
                0.011,
                "#ffffff",
                0.9,
            )
    if outfit.scarf:
        _draw_scarf(canvas, body, outfit.scarf, blowing=blowing)


def draw_cape(canvas: skia.Canvas, body: Body, colour: str, *, blowing: bool) -> None:
    """Draw the cape behind the body."""
    b, top = body.build, body.chest
    low = b.hip * (0.82 if not body.seated else 0.3)
    sway = -0.5 if blowing and not body.flat else -0.1
    path = smooth([(-0.2, top - 0.1), (-b.shoulder * 1.08, top + 0.14), (-b.shoulder * 1.3 + sway * 0.5, top * 0.3),
                   (-b.shoulder * 1.5 + sway, low), (b.shoulder * 1.2 + sway * 0.3, low + 0.05),
                   (b.shoulder * 1.15, top * 0.3), (b.shoulder * 1.0, top + 0.16), (0.2, top - 0.1)], closed=True,
                  tension=0.55)  # fmt: skip
    shade = linear((-0.9, 0), (0.8, 0), [colour, darker(colour, 0.4)])
    canvas.drawPath(path, fill(colour, shader=shade))
    with clipped(canvas, path):
        for x in (-0.5, -0.25, 0.05, 0.35):
            line(canvas, [(x, top + 0.3), (x * 1.3 + sway * 0.4, top * 0.2), (x * 1.7 + sway, low)],
                darker(colour, 0.4),
                 0.04, 0.5)  # fmt: skip


def draw_cape_collar(canvas: skia.Canvas, body: Body, colour: str) -> None:
    """Draw the part of the cape that lies on the shoulders."""
    b, top, middle = body.build, body.chest, body.middle
    if body.view == "back":
        return
    blob(canvas, [(-0.24, top - 0.14), (-b.shoulder * 1.06, top + 0.10), (-b.shoulder * 1.1, top + 0.50),
                  (-b.shoulder * 0.4, top + 0.42), (middle, top + 0.26), (b.shoulder * 0.7, top + 0.40),
                  (b.shoulder * 1.04, top + 0.44), (b.shoulder * 0.96, top + 0.10), (0.24, top - 0.14)],
                      colour)  # fmt: skip
    disc(canvas, (middle * 0.9, top + 0.22), 0.07, "#d9b04c")


def _draw_base(canvas: skia.Canvas, body: Body, garment: Garment) -> None:
    top, middle, skin = body.chest, body.middle, body.look.skin
    kind, colour = garment.kind, garment.colour
    shade = darker(colour, 0.30)
    if kind in {"shirt", "blouse", "pyjamas", "uniform", "jumpsuit"}:
        _draw_shirt(canvas, body, colour)
    elif kind in {"tshirt", "dress"}:
        blob(canvas, [(middle - 0.24, top - 0.2), (middle, top + 0.13), (middle + 0.22, top - 0.2)], skin)
        line(canvas, [(middle - 0.24, top - 0.12), (middle, top + 0.14), (middle + 0.22, top - 0.12)], shade, 0.035)
    elif kind in {"sundress", "gown", "tank", "leotard"}:
        blob(canvas, [(-0.62, top - 0.3), (middle - 0.28, top + 0.10), (middle - 0.18, top + 0.36),
            (middle + 0.02, top + 0.44),
                      (middle + 0.20, top + 0.36), (middle + 0.26, top + 0.06), (0.66, top - 0.3)], skin)  # fmt: skip
    elif kind in {"kimono", "habit"}:
        facet(canvas, [(middle - 0.22, top - 0.2), (middle + 0.05, top + 0.52), (middle + 0.2, top - 0.2)], skin)
        line(
            canvas,
            [(middle - 0.26, top - 0.15), (middle + 0.26, top + 0.95)],
            lighter(colour, 0.42),
            0.085,
            tension=0.2,
        )
        line(
            canvas,
            [(middle + 0.24, top - 0.15), (middle - 0.08, top + 0.58)],
            lighter(colour, 0.42),
            0.085,
            tension=0.2,
        )
    else:
        line(canvas, [(middle - 0.24, top - 0.04), (middle, top + 0.06), (middle + 0.22, top - 0.04)], shade, 0.07)
    _draw_details(canvas, body, garment)
    _draw_tie(canvas, body)


def _draw_details(canvas: skia.Canvas, body: Body, garment: Garment) -> None:
    top, middle, colour, kind = body.chest, body.middle, garment.colour, garment.kind
    shade = darker(colour, 0.30)
    if kind in {"sweater", "hoodie", "turtleneck"}:
        facet(canvas, [(-1, -0.02), (1, -0.02), (1, 0.3), (-1, 0.3)], darker(colour, 0.16))
        for step in range(-6, 7):
            line(canvas, [(step * 0.09, 0.0), (step * 0.09, 0.2)], shade, 0.018, 0.5)
    if kind == "hoodie":
        line(canvas, [(middle - 0.30, -0.62), (middle - 0.36, -0.12), (middle + 0.34, -0.12), (middle + 0.28, -0.62),
                      (middle - 0.30, -0.62)], shade, 0.03, 0.8, tension=0.2)  # fmt: skip
        for x in (-0.08, 0.08):
            line(canvas, [(middle + x, top + 0.05), (middle + x * 1.2, top + 0.42)], lighter(colour, 0.6), 0.03)
    elif kind == "uniform":
        for side in (-1, 1):
            x = middle + side * 0.24
            facet(canvas, [(x - 0.12, top + 0.55), (x + 0.12, top + 0.55), (x + 0.12, top + 0.80), (x - 0.12,
                top + 0.80)],
                  shade, 0.7)  # fmt: skip
    elif kind == "spacesuit":
        facet(canvas, [(middle - 0.26, top + 0.6), (middle + 0.26, top + 0.6), (middle + 0.26, top + 1.0),
                       (middle - 0.26, top + 1.0)], "#6d7682")  # fmt: skip
        for x, tone in ((-0.14, "#c9474a"), (0.0, "#e3b53f"), (0.14, "#4d9a7c")):
            disc(canvas, (middle + x, top + 0.78), 0.05, tone)
    elif kind in {"dress", "sundress", "gown"}:
        _band(canvas, body, lighter(colour, 0.25) if luminance(colour) < 0.35 else darker(colour, 0.3), 0.42, 0.09)
    elif kind == "kimono":
        _band(canvas, body, mix(colour, "#e0b65a", 0.7), 0.44, 0.30)
    elif kind == "habit":
        line(canvas, [(-0.7, top * 0.36), (middle, top * 0.33), (0.7, top * 0.36)], "#8a6a45", 0.065)
    if body.outfit.badge:
        disc(canvas, (middle + 0.22, top + 0.52), 0.075, "#d9b04c")
        disc(canvas, (middle + 0.22, top + 0.52), 0.035, "#f4dc93")


def _band(canvas: skia.Canvas, body: Body, colour: str, height: float, half: float) -> None:
    y = body.chest * height
    facet(canvas, [(-1, y - half), (1, y - half), (1, y + half), (-1, y + half)], colour)
    line(canvas, [(-1, y + half), (1, y + half)], darker(colour, 0.4), 0.02, 0.6)


def _draw_shirt(canvas: skia.Canvas, body: Body, colour: str) -> None:
    top, middle = body.chest, body.middle
    shade = darker(colour, 0.26)
    facet(canvas, [(middle - 0.17, top - 0.2), (middle, top + 0.22), (middle + 0.16, top - 0.2)], body.look.shadow)
    line(canvas, [(middle + 0.01, top + 0.2), (middle + 0.05, top * 0.4), (middle + 0.04, 0.3)], shade, 0.022, 0.8)
    for step in range(4):
        disc(canvas, (middle + 0.05, top + 0.46 + step * 0.36), 0.026, shade)
    for side in (-1, 1):
        facet(canvas, [(middle + side * 0.15, top - 0.19), (middle + side * 0.31, top - 0.02),
                       (middle + side * 0.155, top + 0.25), (middle, top + 0.12)], lighter(colour, 0.22))  # fmt: skip
        line(canvas, [(middle + side * 0.31, top - 0.02), (middle + side * 0.155, top + 0.25), (middle, top + 0.12)],
             shade, 0.018, 0.8, tension=0.1)  # fmt: skip


def _draw_tie(canvas: skia.Canvas, body: Body) -> None:
    top, middle = body.chest, body.middle
    if body.outfit.tie:
        colour = body.outfit.tie
        facet(canvas, [(middle - 0.03, top + 0.24), (middle + 0.07, top + 0.24), (middle + 0.17, top + 1.12),
                       (middle + 0.06, top + 1.28), (middle - 0.06, top + 1.12)], colour)  # fmt: skip
        facet(canvas, [(middle - 0.07, top + 0.09), (middle + 0.09, top + 0.09), (middle + 0.06, top + 0.26),
                       (middle - 0.03, top + 0.26)], darker(colour, 0.2))  # fmt: skip
        for step in range(3):
            y = top + 0.45 + step * 0.24
            line(canvas, [(middle - 0.05, y + 0.08), (middle + 0.13, y)], lighter(colour, 0.3), 0.022, 0.6)
    if body.outfit.bow:
        colour = body.outfit.bow
        for side in (-1, 1):
            facet(canvas, [(middle, top + 0.13), (middle + side * 0.21, top + 0.03), (middle + side * 0.21,
                top + 0.25)],
                  colour)  # fmt: skip
        disc(canvas, (middle, top + 0.14), 0.055, darker(colour, 0.3))


def _draw_vest(canvas: skia.Canvas, body: Body, vest: Garment) -> None:
    top, middle = body.chest, body.middle
    colour = vest.colour
    left = [(-1, top - 0.4), (middle - 0.30, top - 0.3), (middle + 0.02, top + 0.82), (middle + 0.04, 0.3), (-1, 0.3)]
    right = [(1, top - 0.4), (middle + 0.28, top - 0.3), (middle + 0.02, top + 0.82), (middle + 0.04, 0.3), (1, 0.3)]
    if body.view == "back":
        facet(canvas, [(-1, top - 0.4), (1, top - 0.4), (1, 0.3), (-1, 0.3)], colour)
        return
    facet(canvas, left, darker(colour, 0.08))
    facet(canvas, right, colour)
    line(canvas, [(middle - 0.30, top - 0.3), (middle + 0.02, top + 0.82), (middle + 0.04, 0.3)],
        darker(colour, 0.4), 0.024,
         tension=0.1)  # fmt: skip
    for step in range(3):
        disc(canvas, (middle + 0.09, top + 1.0 + step * 0.24), 0.03, lighter(colour, 0.45))


def _draw_bib(canvas: skia.Canvas, body: Body, colour: str) -> None:
    top, middle = body.chest, body.middle
    chest = top * 0.66
    for side in (-1, 1):
        line(
            canvas, [(middle + side * 0.24, chest), (middle * 0.6 + side * 0.34, top - 0.1)], darker(colour, 0.12), 0.12
        )
    facet(canvas, [(-1, top * 0.30), (middle - 0.36, top * 0.34), (middle - 0.32, chest), (middle + 0.32, chest),
                   (middle + 0.36, top * 0.34), (1, top * 0.30), (1, 0.3), (-1, 0.3)], colour)  # fmt: skip
    if body.view != "back":
        facet(canvas, [(middle - 0.17, chest + 0.12), (middle + 0.17, chest + 0.12), (middle + 0.16, chest + 0.36),
                       (middle - 0.16, chest + 0.36)], darker(colour, 0.2))  # fmt: skip
        for side in (-1, 1):
            disc(canvas, (middle + side * 0.24, chest + 0.03), 0.045, "#d9b36b")


def _draw_belt(canvas: skia.Canvas, body: Body, colour: str, path: skia.Path) -> None:
    with clipped(canvas, path):
        facet(canvas, [(-1, -0.14), (1, -0.14), (1, 0.0), (-1, 0.0)], colour)
        canvas.drawRoundRect(skia.Rect(body.middle - 0.08, -0.16, body.middle + 0.10, 0.02), 0.02, 0.02,
                             edge_paint("#d9b36b", 0.04))  # fmt: skip


def _draw_apron(canvas: skia.Canvas, body: Body, colour: str, path: skia.Path) -> None:
    top, middle, hips = body.chest, body.middle, body.build.hips
    low = body.build.hip * 0.42 if not body.seated else 0.22
    with clipped(canvas, path):
        for side in (-1, 1):
            line(
                canvas,
                [(middle + side * 0.22, top + 0.5), (middle + side * 0.20, top - 0.1)],
                darker(colour, 0.12),
                0.06,
            )
        line(canvas, [(-1, top * 0.40), (1, top * 0.40)], darker(colour, 0.2), 0.07)
    blob(canvas, [(middle - 0.26, top + 0.46), (middle + 0.26, top + 0.46), (middle + 0.32, top * 0.42),
                  (middle + hips * 0.95, low), (middle * 0.5, low + 0.06), (-hips * 0.85 + middle * 0.4, low),
                  (middle - 0.34, top * 0.42)], colour, tension=0.4)  # fmt: skip
    line(canvas, [(middle - 0.22, -0.20), (middle + 0.22, -0.20), (middle + 0.20, 0.14), (middle - 0.20, 0.14),
                  (middle - 0.22, -0.20)], darker(colour, 0.28), 0.024, 0.7, tension=0.15)  # fmt: skip


def _draw_scarf(canvas: skia.Canvas, body: Body, colour: str, *, blowing: bool) -> None:
    top, shade = body.chest, darker(colour, 0.26)
    x = 0.0 if body.flat else 0.03
    blob(canvas, [(x - 0.44, top - 0.20), (x - 0.10, top - 0.08), (x + 0.34, top - 0.22), (x + 0.44, top + 0.02),
                  (x, top + 0.19), (x - 0.48, top + 0.04)], colour)  # fmt: skip
    line(canvas, [(x - 0.40, top - 0.03), (x - 0.05, top + 0.06), (x + 0.38, top - 0.06)], shade, 0.03, 0.7)
    if body.view == "back":
        return
    if blowing:
        tail = [(x - 0.30, top - 0.02), (x - 0.70, top + 0.12), (x - 1.20, top + 0.02), (x - 1.26, top + 0.26),
                (x - 0.72, top + 0.40), (x - 0.26, top + 0.18)]  # fmt: skip
    else:
        tail = [(x - 0.28, top + 0.02), (x - 0.36, top + 0.42), (x - 0.34, top + 1.02), (x - 0.08, top + 1.04),
                (x - 0.08, top + 0.44), (x - 0.04, top + 0.10)]  # fmt: skip
    blob(canvas, tail, shade, tension=0.55)
    first, last = tail[2], tail[3]
    for step in range(4):
        share = step / 3
        fx, fy = first[0] + (last[0] - first[0]) * share, first[1] + (last[1] - first[1]) * share
        out = (-0.09, 0.02) if blowing else (0.0, 0.09)
        line(canvas, [(fx, fy), (fx + out[0], fy + out[1])], shade, 0.028)
