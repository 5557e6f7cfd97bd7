"""Hair: the mass that hangs behind the head, the cap that lies on it, and what is tied up or curls.

A cut is a cap (how the hair frames the face), a fall (how far it hangs behind) and ornaments.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import skia

from generation.providers.animatic.drawing.canvas import Point, fill, linear, mix, smooth

from .costume_hats import HIDING_ALL, HIDING_TOP
from .looks import Look
from .pen import blob, clipped, disc, line, mirrored, moved
from .tresses import draw_dreads, draw_tied, fill_hair, tones_of

_HIDES_ALL = {"hood", "veil"} | HIDING_ALL
_HIDES_TOP = {
    "fedora", "cowboy", "bowler", "sunhat", "tophat", "wizard", "cap", "flatcap", "officer", "sailor", "beanie",
    "beret", "turban", "helmet", "chef", *HIDING_TOP,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Cut:
    """`cap` names how it frames the face, `fall` is where the hair behind ends (0: none), in heads."""

    cap: str
    fall: float = 0.0
    curl: float = 0.0
    tied: str = ""


_CUTS: dict[str, _Cut] = {
    "crop": _Cut("crop"), "short": _Cut("short"), "slick": _Cut("slick"), "messy": _Cut("messy"),
    "balding": _Cut("balding"), "bald": _Cut("bald"), "mohawk": _Cut("mohawk"),
    "curly": _Cut("short", curl=0.17), "afro": _Cut("short", curl=0.30), "bob": _Cut("long", 0.54),
    "long": _Cut("long", 1.22), "wavy": _Cut("long", 1.02, curl=0.001), "curly_long": _Cut("long", 0.80, curl=0.2),
    "dreads": _Cut("short", 0.90), "bun": _Cut("tied", tied="bun"), "pony": _Cut("tied", tied="pony"),
    "pigtails": _Cut("tied", tied="pigtails"), "braids": _Cut("tied", tied="braids"),
    "braid": _Cut("tied", tied="braid"),
}  # fmt: skip

_NAPE = [
    (-0.445, 0.20), (-0.535, 0.0), (-0.575, -0.32), (-0.43, -0.68), (-0.06, -0.82), (0.29, -0.77), (0.49, -0.55),
    (0.485, -0.30),
]  # fmt: skip
"""The outside of the cap in the three-quarter view, from the nape over the crown to the far temple."""

_SIDE_CAPS: dict[str, list[Point]] = {
    "short": [(0.455, -0.235), (0.42, -0.37), (0.26, -0.47), (0.05, -0.455), (-0.13, -0.37), (-0.235, -0.22),
              (-0.255, 0.08), (-0.315, 0.06), (-0.335, -0.10), (-0.41, -0.13), (-0.46, 0.02)],
    "crop": [(0.45, -0.28), (0.40, -0.44), (0.20, -0.50), (-0.04, -0.47), (-0.20, -0.35), (-0.27, -0.16),
             (-0.285, 0.04), (-0.33, 0.02), (-0.345, -0.10), (-0.41, -0.12), (-0.46, 0.02)],
    "slick": [(0.45, -0.32), (0.38, -0.48), (0.16, -0.56), (-0.06, -0.50), (-0.20, -0.36), (-0.26, -0.18),
              (-0.27, 0.06), (-0.32, 0.05), (-0.34, -0.10), (-0.41, -0.13), (-0.46, 0.02)],
    "messy": [(0.46, -0.20), (0.41, -0.35), (0.34, -0.27), (0.27, -0.42), (0.15, -0.29), (0.06, -0.42), (-0.06, -0.30),
              (-0.14, -0.36), (-0.235, -0.16), (-0.26, 0.10), (-0.32, 0.06), (-0.335, -0.10), (-0.41, -0.12),
              (-0.46, 0.04)],
    "tied": [(0.45, -0.20), (0.40, -0.38), (0.24, -0.49), (0.04, -0.47), (-0.14, -0.38), (-0.24, -0.22),
             (-0.265, 0.10), (-0.30, 0.14), (-0.325, -0.06), (-0.40, -0.13), (-0.45, 0.04)],
}  # fmt: skip
"""The hairlines, from the far temple back to the nape."""

_FRONT_CAPS: dict[str, list[Point]] = {
    "short": [(-0.43, 0.02), (-0.455, -0.20), (-0.40, -0.32), (-0.24, -0.41), (-0.05, -0.47), (0.16, -0.42),
              (0.34, -0.36), (0.42, -0.24), (0.445, 0.02)],
    "crop": [(-0.44, -0.02), (-0.435, -0.28), (-0.36, -0.42), (-0.15, -0.49), (0.15, -0.49), (0.36, -0.42),
             (0.435, -0.28), (0.44, -0.02)],
    "slick": [(-0.44, 0.02), (-0.43, -0.30), (-0.34, -0.46), (-0.12, -0.56), (0.16, -0.55), (0.35, -0.45),
              (0.43, -0.30), (0.44, 0.02)],
    "messy": [(-0.44, 0.04), (-0.43, -0.24), (-0.34, -0.30), (-0.28, -0.40), (-0.17, -0.28), (-0.08, -0.41),
              (0.04, -0.28), (0.14, -0.42), (0.26, -0.29), (0.33, -0.38), (0.43, -0.22), (0.44, 0.04)],
    "tied": [(-0.44, 0.06), (-0.425, -0.22), (-0.32, -0.40), (-0.10, -0.49), (0.10, -0.49), (0.32, -0.40),
             (0.425, -0.22), (0.44, 0.06)],
}  # fmt: skip
_FRONT_TOP = [(0.52, 0.02), (0.545, -0.32), (0.40, -0.68), (0.0, -0.83), (-0.40, -0.68), (-0.545, -0.32), (-0.52, 0.02)]

_LONG_SIDE = [
    (-0.47, 0.50), (-0.575, 0.22), (-0.60, -0.26), (-0.45, -0.68), (-0.06, -0.85), (0.32, -0.78), (0.52, -0.54),
    (0.535, -0.18), (0.475, 0.16), (0.455, -0.12), (0.40, -0.33), (0.22, -0.47), (0.02, -0.42), (-0.16, -0.26),
    (-0.265, -0.02), (-0.29, 0.28), (-0.36, 0.50),
]  # fmt: skip
_LONG_FRONT = [
    (-0.46, 0.48), (-0.57, 0.16), (-0.585, -0.28), (-0.42, -0.70), (0.0, -0.85), (0.42, -0.70), (0.585, -0.28),
    (0.57, 0.16), (0.46, 0.48), (0.40, 0.24), (0.425, -0.06), (0.36, -0.30), (0.18, -0.44), (0.02, -0.56),
    (-0.16, -0.43), (-0.36, -0.27), (-0.425, -0.04), (-0.40, 0.24),
]  # fmt: skip


def _cap_of(cut: _Cut, view: str, *, fringe: bool = False) -> list[Point] | None:
    if cut.cap == "long":
        points = _LONG_FRONT if view == "front" else _LONG_SIDE
        if fringe:
            low = {(0.22, -0.47): (0.24, -0.20), (0.02, -0.42): (0.02, -0.18), (-0.16, -0.26): (-0.17, -0.16),
                   (0.40, -0.33): (0.42, -0.22), (0.18, -0.44): (0.18, -0.19), (0.02, -0.56): (0.0, -0.18),
                   (-0.16, -0.43): (-0.18, -0.19), (0.36, -0.30): (0.38, -0.20), (-0.36, -0.27): (-0.38,
                       -0.20)}  # fmt: skip
            points = [low.get(point, point) for point in points]
        return points
    if view == "front":
        line_ = _FRONT_CAPS.get(cut.cap)
        return None if line_ is None else [*_FRONT_TOP, *line_]
    line_ = _SIDE_CAPS.get(cut.cap)
    top = moved(_NAPE[1:-1], 0.02, 0.035) if cut.cap == "crop" else _NAPE[1:-1]
    return None if line_ is None else [_NAPE[0], *top, _NAPE[-1], *line_]


def hair_shadow(canvas: skia.Canvas, look: Look, view: str, *, covered: str) -> None:
    """Darken the skin just below the hair, which lifts the hair off the face. The caller clips to the face."""
    cut = _CUTS.get(look.cut, _CUTS["short"])
    shadow = mix(look.skin, "#5c2430", 0.42)
    if covered in _HIDES_TOP:
        line(canvas, [(-0.6, -0.20), (0.0, -0.22), (0.6, -0.18)], shadow, 0.18, 0.40, tension=0.6)
        return
    cap = None if covered in _HIDES_ALL else _cap_of(cut, view, fringe=look.fringe)
    if cap is not None:
        canvas.drawPath(smooth(moved(cap, 0.012, 0.05), closed=True, tension=0.58), fill(shadow, 0.45))


def draw_hair_behind(canvas: skia.Canvas, look: Look, view: str, *, covered: str) -> None:
    """Draw the hair that lies behind the head; seen from the back it lies in front of everything."""
    if covered in _HIDES_ALL:
        return
    cut = _CUTS.get(look.cut, _CUTS["short"])
    if cut.curl >= 0.1 and not (covered in _HIDES_TOP and cut.cap != "long"):
        _draw_curls_behind(canvas, look, cut, view)
    elif look.cut == "dreads":
        draw_dreads(canvas, look, view)
    elif cut.fall:
        _draw_fall(canvas, look, cut, view)
    if cut.tied and not (cut.tied == "bun" and covered in _HIDES_TOP):
        draw_tied(canvas, look, cut.tied, view)


def draw_hair_in_front(canvas: skia.Canvas, look: Look, view: str, *, covered: str) -> None:
    """Draw the hair that lies on the head."""
    if covered in _HIDES_ALL:
        return
    cut = _CUTS.get(look.cut, _CUTS["short"])
    if view == "back":
        _draw_back_of_head(canvas, look, cut)
    elif cut.cap in {"bald", "balding"}:
        _draw_bald(canvas, look, view, fringe=cut.cap == "balding")
    elif cut.cap == "mohawk":
        _draw_mohawk(canvas, look, view)
    else:
        _draw_cap(canvas, look, cut, view)
        if cut.curl >= 0.1 and covered not in _HIDES_TOP:
            _draw_curls(canvas, look, cut, view)


def _draw_cap(canvas: skia.Canvas, look: Look, cut: _Cut, view: str) -> None:
    points = _cap_of(cut, view, fringe=look.fringe)
    if points is None:
        return
    _, shade, shine = tones_of(look)
    if cut.cap == "slick":
        points = [(x, y - (0.07 if y < -0.6 and x > 0 else 0.0)) for x, y in points]
    if cut.cap == "messy":
        points = _ruffled(points)
    path = smooth(points, closed=True, tension=0.58)
    fill_hair(canvas, path, look)
    with clipped(canvas, path):
        for strand in _strands(cut, view):
            line(canvas, strand, shade, 0.020, 0.5)
        for strand in _lights(cut, view):
            line(canvas, strand, shine, 0.045, 0.55)
            line(canvas, moved(strand, 0.02, 0.055), shine, 0.018, 0.5)


def _ruffled(points: Sequence[Point]) -> list[Point]:
    """Return the outline with tufts on the crown."""
    tufted: list[Point] = []
    for index, (x, y) in enumerate(points):
        tufted.append((x, y))
        if y < -0.5 and index + 1 < len(points) and points[index + 1][1] < -0.5:
            nx, ny = points[index + 1]
            mx, my = (x + nx) / 2, (y + ny) / 2
            tufted += [(mx * 1.16 - 0.03, my * 1.18), (mx * 1.02 + 0.05, my * 1.03)]
    return tufted


def _strands(cut: _Cut, view: str) -> list[list[Point]]:
    if view == "front":
        if cut.cap == "long":
            return [[(0.02, -0.56), (0.05, -0.72), (0.04, -0.84)], [(-0.50, -0.1), (-0.48, 0.2), (-0.44, 0.44)],
                    [(0.50, -0.1), (0.48, 0.2), (0.44, 0.44)]]  # fmt: skip
        if cut.cap == "tied":
            return [[(x * 0.9, -0.46 + abs(x) * 0.35), (x * 0.7, -0.66), (x * 0.25, -0.82)] for x in
                    (-0.38, -0.16, 0.16, 0.38)]  # fmt: skip
        return [[(-0.22, -0.42), (-0.28, -0.60), (-0.20, -0.76)], [(0.20, -0.42), (0.05, -0.58), (-0.16, -0.66)],
                [(0.36, -0.40), (0.24, -0.58), (-0.02, -0.70)]]  # fmt: skip
    if cut.cap == "long":
        return [[(0.05, -0.44), (-0.02, -0.62), (0.08, -0.80)], [(-0.34, -0.40), (-0.46, -0.05), (-0.42, 0.42)],
                [(-0.22, -0.30), (-0.36, 0.0), (-0.36, 0.40)]]  # fmt: skip
    if cut.cap == "tied":
        return [[(0.30, -0.50), (0.0, -0.62), (-0.40, -0.54)], [(0.0, -0.46), (-0.22, -0.48), (-0.46, -0.42)],
                [(-0.22, -0.24), (-0.36, -0.28), (-0.50, -0.34)]]  # fmt: skip
    return [[(0.36, -0.42), (0.12, -0.56), (-0.16, -0.52)], [(0.16, -0.48), (-0.10, -0.54), (-0.30, -0.36)],
            [(-0.30, -0.44), (-0.46, -0.22), (-0.46, 0.02)]]  # fmt: skip


def _lights(cut: _Cut, view: str) -> list[list[Point]]:
    if cut.cap == "crop":
        return [[(-0.10, -0.70), (0.12, -0.72), (0.30, -0.64)]]
    if view == "front":
        return [[(0.12, -0.70), (0.30, -0.60), (0.42, -0.40)]]
    if cut.cap == "long":
        return [[(-0.46, -0.30), (-0.34, -0.56), (-0.06, -0.70), (0.24, -0.64)]]
    return [[(-0.40, -0.40), (-0.24, -0.62), (0.04, -0.71), (0.30, -0.64)]]


def _draw_bald(canvas: skia.Canvas, look: Look, view: str, *, fringe: bool) -> None:
    shine = mix(look.skin, "#fffaf0", 0.65)
    x = 0.14 if view == "front" else 0.10
    line(canvas, [(x - 0.10, -0.56), (x + 0.06, -0.57), (x + 0.20, -0.48)], shine, 0.045, 0.6)
    if not fringe:
        return
    hair = look.hair
    if view == "front":
        for side in (-1.0, 1.0):
            blob(canvas, [(side * x, y) for x, y in ((0.44, -0.34), (0.54, -0.26), (0.56, -0.02), (0.49, 0.10),
                                                     (0.44, -0.06))], hair)  # fmt: skip
        return
    blob(canvas, [(-0.45, 0.20), (-0.55, 0.0), (-0.58, -0.26), (-0.48, -0.40), (-0.34, -0.32), (-0.255, -0.16),
                  (-0.27, 0.06), (-0.325, 0.02), (-0.345, -0.12), (-0.41, -0.13), (-0.45, 0.02)], hair)  # fmt: skip


def _draw_mohawk(canvas: skia.Canvas, look: Look, view: str) -> None:
    _, shade, shine = tones_of(look)
    if view == "front":
        path = smooth([(-0.13, -0.46), (-0.16, -0.86), (-0.05, -1.12), (0.02, -0.98), (0.09, -1.10), (0.17, -0.86),
                       (0.13, -0.46)], closed=True, tension=0.6)  # fmt: skip
    else:
        path = smooth([(0.26, -0.50), (0.34, -0.96), (0.10, -0.92), (-0.04, -1.12), (-0.22, -0.92), (-0.50, -0.98),
                       (-0.52, -0.62), (-0.74, -0.42), (-0.54, -0.26), (-0.36, -0.52), (0.0, -0.62)], closed=True,
                      tension=0.5)  # fmt: skip
    fill_hair(canvas, path, look)
    with clipped(canvas, path):
        for x in (-0.3, -0.1, 0.1, 0.25):
            line(canvas, [(x * 0.8, -0.5), (x, -0.95)], shine if x > 0 else shade, 0.03, 0.5)


def _draw_back_of_head(canvas: skia.Canvas, look: Look, cut: _Cut) -> None:
    _, shade, shine = tones_of(look)
    if cut.cap == "bald":
        return
    if cut.cap in {"balding", "mohawk"}:
        blob(canvas, [(-0.46, 0.22), (-0.53, -0.1), (-0.44, -0.30), (0.0, -0.16), (0.44, -0.30), (0.53, -0.1),
                      (0.46, 0.22), (0.0, 0.34)] if cut.cap == "balding" else
             [(-0.12, 0.3), (-0.14, -0.9), (0.0, -1.1), (0.14, -0.9), (0.12, 0.3)], look.hair)  # fmt: skip
        return
    low = 0.30 if cut.cap in {"crop", "short", "slick", "messy"} else 0.40
    half = [(0.0, -0.83), (0.40, -0.68), (0.545, -0.30), (0.50, 0.06), (0.40, low), (0.0, low + 0.08)]
    path = smooth(mirrored(half), closed=True, tension=0.58)
    fill_hair(canvas, path, look)
    with clipped(canvas, path):
        for x in (-0.36, -0.18, 0.0, 0.18, 0.36):
            start = (x * 0.3, -0.70) if not cut.tied else (x, low)
            end = (x * 1.15, low) if not cut.tied else (x * 0.2, -0.25)
            line(canvas, [start, ((start[0] + end[0]) * 0.62, (start[1] + end[1]) / 2), end], shade, 0.02, 0.5)
        line(canvas, [(0.16, -0.66), (0.34, -0.50), (0.42, -0.26)], shine, 0.05, 0.5)
    if cut.curl >= 0.1:
        _draw_curls(canvas, look, cut, "back")


def _draw_fall(canvas: skia.Canvas, look: Look, cut: _Cut, view: str) -> None:
    _, shade, _ = tones_of(look)
    deep = cut.fall
    wave = 0.07 if cut.curl else 0.0
    if view == "side":
        left = [(-0.46, -0.5), (-0.64, 0.0), (-0.63 - wave, deep * 0.38), (-0.66 + wave, deep * 0.7), (-0.52, deep)]
        points = [*left, (-0.20, deep * 0.97), (0.10, deep * 0.90), (0.36, deep * 0.72), (0.46, 0.2), (0.40, -0.5)]
    else:
        crown = [(0.0, -0.83), (0.40, -0.68), (0.55, -0.30)] if view == "back" else [(0.0, -0.6), (0.46, -0.5)]
        right = [*crown, (0.60, 0.0), (0.60 + wave, deep * 0.38), (0.62 - wave, deep * 0.72),
                 (0.44, deep), (0.0, deep * 0.97)]  # fmt: skip
        points = mirrored(right)
    path = smooth(points, closed=True, tension=0.58)
    dark = mix(look.hair, shade, 0.9 if view != "back" else 0.25)
    canvas.drawPath(path, fill(dark, shader=linear((0, -0.4), (0, deep), [dark, mix(dark, look.hair, 0.45)])))
    with clipped(canvas, path):
        if view == "back":
            line(canvas, [(0.12, -0.68), (0.32, -0.56), (0.44, -0.28)], mix(look.hair, "#fff0d0", 0.26), 0.05, 0.5)
        for x in (-0.52, -0.40, -0.22, 0.0, 0.22, 0.40) if view != "side" else (-0.54, -0.44, -0.32, 0.34):
            line(canvas, [(x * 0.9, -0.3), (x + wave * 0.7, deep * 0.4), (x - wave * 0.7, deep * 0.75), (x, deep)],
                 shade if view == "back" else look.hair, 0.024, 0.4)  # fmt: skip


def _curl_ring(cut: _Cut, view: str) -> list[tuple[float, float, float]]:
    """Return curls around the crown as (x, y, radius)."""
    radius = cut.curl
    count = 15 if radius < 0.25 else 13
    span = math.radians(244)
    curls = []
    for step in range(count):
        angle = math.radians(148) + span * step / (count - 1)
        wobble = 1.0 + 0.05 * math.sin(step * 2.4)
        far = (0.47 if radius < 0.25 else 0.56) * wobble
        curls.append((math.cos(angle) * far - (0.03 if view == "side" else 0.0), math.sin(angle) * far * 1.18 - 0.12,
                      radius * (1.0 + 0.12 * math.sin(step * 1.7))))  # fmt: skip
    return curls


def _draw_curls_behind(canvas: skia.Canvas, look: Look, cut: _Cut, view: str) -> None:
    dark = mix(look.hair, "#0c0814", 0.24 if cut.curl < 0.25 else 0.12)
    for x, y, radius in _curl_ring(cut, view):
        disc(canvas, (x * 1.05, y + 0.03), radius * 1.12, dark)
    if view != "back":
        blob(canvas, [(-0.5, 0.25), (-0.58, -0.3), (0.0, -0.7), (0.45, -0.3), (0.4, 0.1), (0.0, 0.2)], dark)
    if cut.fall:
        for row in range(5):
            y = 0.0 + row * cut.fall / 4.4
            wide = 0.50 + 0.05 * math.sin(row * 2.0)
            for x in (-wide, -wide * 0.55, 0.0, wide * 0.55, wide):
                if view == "side" and x > 0.45:
                    continue
                disc(canvas, (x, y + 0.05 * math.sin(x * 9 + row)), cut.curl * 1.05, dark)


def _draw_curls(canvas: skia.Canvas, look: Look, cut: _Cut, view: str) -> None:
    hair, _, shine = tones_of(look)
    high = -0.30 if cut.cap != "long" else -0.42
    lift = cut.curl * 0.35
    crown = [
        (x, y - lift, radius)
        for x, y, radius in _curl_ring(cut, view)
        if y < high - max(0.0, x if view == "side" else abs(x)) * 0.75 * (view != "back")
    ]
    for index, (x, y, radius) in enumerate(crown):
        disc(canvas, (x * 0.96, y * 0.97), radius, mix(hair, shine, (0.07 if cut.curl > 0.25 else 0.15) * (index % 2)))
    for index, (x, y, radius) in enumerate(crown):
        if index % 2:
            line(canvas, [(x * 0.96 - radius * 0.5, y - radius * 0.15), (x * 0.96, y - radius * 0.55),
                          (x * 0.96 + radius * 0.5, y - radius * 0.2)], shine, 0.022, 0.45)  # fmt: skip
