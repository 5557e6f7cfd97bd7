"""Coats, jackets and robes: the outermost layer, with its lapels and buttons, in the frame of the trunk."""

from __future__ import annotations

import skia

from generation.providers.animatic.drawing.canvas import Point, mix, smooth

from .body import Body, trunk_outline
from .cloth import draw_back_seam, draw_form_shadow, draw_pattern, edge_paint, fill_cloth
from .clothing import Garment
from .colours import darker, lighter, luminance
from .pen import blob, clipped, disc, facet, line


def draw_outer(canvas: skia.Canvas, body: Body, outer: Garment) -> None:
    """Draw a coat, jacket, robe or cardigan over the shirt, which shows where it is open."""
    path = smooth(trunk_outline(body, hem=0.16, loose=0.055), closed=True, tension=0.58)
    if body.view == "back":
        fill_cloth(canvas, body, path, outer)
        with clipped(canvas, path):
            draw_back_seam(canvas, body, outer.colour)
            blob(canvas, [(-0.4, body.chest - 0.2), (0.4, body.chest - 0.2), (0.3, body.chest + 0.12), (-0.3,
                body.chest + 0.12)],
                 lighter(outer.colour, 0.12))  # fmt: skip
            if outer.kind == "trench":
                _coat_belt(canvas, body, outer.colour)
        return
    opening = smooth(_opening(body, outer), closed=True, tension=0.25)
    canvas.save()
    canvas.clipPath(opening, skia.ClipOp.kDifference, doAntiAlias=True)
    fill_cloth(canvas, body, path, outer)
    with clipped(canvas, path):
        draw_form_shadow(canvas, body, outer.colour)
        draw_pattern(canvas, body, outer)
    canvas.restore()
    with clipped(canvas, path):
        _draw_lapels(canvas, body, outer)
        _draw_fastening(canvas, body, outer)


def _opening(body: Body, outer: Garment) -> list[Point]:
    """Return the part of the shirt that an outer garment leaves free."""
    top, middle = body.chest, body.middle
    deep = {"suit": 0.98, "labcoat": 0.90, "cardigan": 1.0, "jacket": 0.66, "robe": 0.95}.get(outer.kind, 0.58)
    low = top + deep
    return [(middle - 0.27, top - 0.3), (middle + 0.02, low), (middle + 0.26, top - 0.3)]


def _draw_lapels(canvas: skia.Canvas, body: Body, outer: Garment) -> None:
    top, middle, colour = body.chest, body.middle, outer.colour
    low = _opening(body, outer)[1][1]
    edge = darker(colour, 0.42)
    if outer.kind in {"cardigan", "robe"}:
        band = darker(colour, 0.18) if outer.kind == "cardigan" else lighter(colour, 0.3)
        line(canvas, [(middle - 0.28, top - 0.2), (middle + 0.01, low), (middle + 0.03, 0.3)], band, 0.10, tension=0.15)
        line(canvas, [(middle + 0.28, top - 0.2), (middle + 0.05, low)], band, 0.10, tension=0.15)
        return
    notch = top + 0.34
    for side, tone in ((1, lighter(colour, 0.12)), (-1, lighter(colour, 0.18))):
        wide = 0.20 if side > 0 else 0.24
        lapel = [(middle + side * 0.20, top - 0.25), (middle + side * (wide + 0.20), notch - 0.10),
                 (middle + side * (wide + 0.10), notch), (middle + side * (wide + 0.16), notch + 0.06),
                 (middle + 0.02 + side * 0.015, low + 0.04)]  # fmt: skip
        facet(canvas, lapel, tone)
        line(canvas, lapel[1:], edge, 0.02, 0.75, tension=0.05)


def _draw_fastening(canvas: skia.Canvas, body: Body, outer: Garment) -> None:
    top, middle, colour = body.chest, body.middle, outer.colour
    low = _opening(body, outer)[1][1]
    edge = darker(colour, 0.42)
    if outer.kind != "robe":
        line(canvas, [(middle + 0.02, low), (middle + 0.05, 0.3)], edge, 0.026, 0.85)
    button = mix(colour, "#fff0c8", 0.6) if luminance(colour) > 0.3 else mix(colour, "#8b8794", 0.5)
    double = outer.kind == "trench"
    y = low + 0.14
    while y < 0.1 and outer.kind not in {"robe", "jacket"}:
        disc(canvas, (middle + 0.12, y), 0.042, button)
        if double:
            disc(canvas, (middle - 0.14, y), 0.042, button)
        y += 0.34
    if outer.kind == "jacket":
        line(canvas, [(middle + 0.03, low), (middle + 0.05, 0.3)], lighter(colour, 0.5), 0.022, 0.9)
        facet(canvas, [(-1, 0.02), (1, 0.02), (1, 0.3), (-1, 0.3)], darker(colour, 0.3), 0.55)
    if outer.kind == "suit":
        facet(canvas, [(middle + 0.30, top + 0.60), (middle + 0.46, top + 0.56), (middle + 0.45, top + 0.64),
                       (middle + 0.31, top + 0.66)], lighter(body.outfit.top.colour, 0.2))  # fmt: skip
    if outer.kind in {"coat", "labcoat", "suit", "trench"}:
        line(canvas, [(middle + 0.20, -0.26), (middle + 0.42, -0.30)], edge, 0.035, 0.7)
        line(canvas, [(middle - 0.48, -0.30), (middle - 0.26, -0.26)], edge, 0.035, 0.7)
    if outer.kind in {"trench", "robe"}:
        _coat_belt(canvas, body, colour)


def _coat_belt(canvas: skia.Canvas, body: Body, colour: str) -> None:
    y = body.chest * 0.32
    facet(canvas, [(-1, y - 0.09), (1, y - 0.09), (1, y + 0.08), (-1, y + 0.08)], darker(colour, 0.36))
    if body.view != "back":
        canvas.drawRoundRect(skia.Rect(body.middle - 0.06, y - 0.12, body.middle + 0.16, y + 0.11), 0.03, 0.03,
                             edge_paint("#d9b36b", 0.045))  # fmt: skip
