"""Small things that hands hold: lights, papers, drinks, bags and toys, one function each."""

from __future__ import annotations

from collections.abc import Callable

import skia

from generation.providers.animatic.drawing.canvas import fill, linear, radial, rounded, stroke

from .colours import darker, lighter
from .pen import blob, disc, facet, line, turned

Painter = Callable[[skia.Canvas, str, float], None]
"""Draws a thing in its colour, gripped at the origin; the last number is how far below the ground is."""


def _box(canvas: skia.Canvas, x: float, y: float, width: float, height: float, radius: float, colour: str) -> None:
    canvas.drawRRect(rounded(x, y, width, height, radius), fill(colour))


def draw_parcel(canvas: skia.Canvas, colour: str, ground: float) -> None:
    """Draw a small wrapped parcel: it stands for whatever we cannot draw."""
    _box(canvas, -0.14, -0.26, 0.46, 0.36, 0.03, colour)
    facet(canvas, [(-0.14, -0.26), (0.32, -0.26), (0.32, -0.17), (-0.14, -0.17)], lighter(colour, 0.2))
    line(canvas, [(0.09, -0.26), (0.09, 0.10)], darker(colour, 0.45), 0.03)
    line(canvas, [(-0.14, -0.08), (0.32, -0.08)], darker(colour, 0.45), 0.03)


def _lantern(canvas: skia.Canvas, colour: str, ground: float) -> None:
    iron = "#2a2226"
    line(canvas, [(-0.17, 0.24), (0.0, -0.07), (0.17, 0.24)], iron, 0.04)
    _box(canvas, -0.20, 0.22, 0.40, 0.10, 0.03, iron)
    glass = radial((0, 0.54), 0.34, ["#fffbe0", "#ffd466", "#ff9d3a"], [0, 0.5, 1])
    canvas.drawRRect(rounded(-0.17, 0.32, 0.34, 0.42, 0.06), fill("#fff3b0", shader=glass))
    for x in (-0.165, 0.0, 0.165):
        line(canvas, [(x, 0.32), (x, 0.74)], iron, 0.03)
    _box(canvas, -0.22, 0.73, 0.44, 0.10, 0.03, iron)


def _flame(canvas: skia.Canvas, x: float, y: float, size: float) -> None:
    for scale, colour in ((1.0, "#ff9a3a"), (0.66, "#ffd060"), (0.36, "#fff6cf")):
        tall = size * scale
        blob(canvas, [(x, y - tall * 1.5), (x + tall * 0.42, y - tall * 0.4), (x, y), (x - tall * 0.42,
            y - tall * 0.4)],
             colour)  # fmt: skip


def _candle(canvas: skia.Canvas, colour: str, ground: float) -> None:
    blob(canvas, [(-0.22, 0.0), (0.22, 0.0), (0.16, 0.07), (-0.16, 0.07)], "#b8863b")
    _box(canvas, -0.07, -0.36, 0.14, 0.36, 0.03, "#f3ead6")
    _flame(canvas, 0.0, -0.37, 0.17)


def _torch(canvas: skia.Canvas, colour: str, ground: float) -> None:
    line(canvas, [(-0.03, 0.34), (0.05, -0.55)], "#5a3c28", 0.11)
    line(canvas, [(0.045, -0.5), (0.055, -0.62)], "#3a2a20", 0.18)
    _flame(canvas, 0.06, -0.58, 0.40)


def _flashlight(canvas: skia.Canvas, colour: str, ground: float) -> None:
    beam = linear((0.4, 0), (2.6, 0), [("#fff4cc", 0.5), ("#fff4cc", 0.0)])
    facet_path = skia.Path()
    for index, point in enumerate(((0.42, -0.10), (2.7, -0.75), (2.7, 0.75), (0.42, 0.10))):
        (facet_path.lineTo if index else facet_path.moveTo)(*point)
    canvas.drawPath(facet_path, fill("#fff4cc", shader=beam))
    line(canvas, [(-0.16, 0.0), (0.30, 0.0)], "#33343c", 0.13)
    line(canvas, [(0.34, 0.0), (0.42, 0.0)], "#4a4c56", 0.20)


def _match(canvas: skia.Canvas, colour: str, ground: float) -> None:
    line(canvas, [(0.0, 0.02), (0.1, -0.24)], "#d9bd88", 0.03)
    _flame(canvas, 0.1, -0.22, 0.12)


def _letter(canvas: skia.Canvas, colour: str, ground: float) -> None:
    with turned(canvas, (0.08, -0.02), -14):
        _box(canvas, -0.12, -0.42, 0.60, 0.42, 0.015, "#f6ecd4")
        line(canvas, [(-0.12, -0.42), (0.18, -0.17), (0.48, -0.42)], "#b8a27a", 0.022, tension=0)
        disc(canvas, (0.18, -0.17), 0.06, "#b5362f")


def _paper(canvas: skia.Canvas, colour: str, ground: float) -> None:
    with turned(canvas, (0.06, 0.0), 8):
        _box(canvas, -0.16, -0.62, 0.48, 0.64, 0.015, "#f4eedf")
        for step in range(5):
            line(canvas, [(-0.09, -0.52 + step * 0.09), (0.24 - 0.06 * (step % 2), -0.52 + step * 0.09)],
                "#8a8478", 0.018,
                 0.8)  # fmt: skip


def _ticket(canvas: skia.Canvas, colour: str, ground: float) -> None:
    with turned(canvas, (0.04, -0.02), -12):
        _box(canvas, -0.06, -0.22, 0.42, 0.20, 0.02, "#e9dcb5")
        line(canvas, [(0.02, -0.12), (0.28, -0.12)], "#8f7a48", 0.02)


def _book(canvas: skia.Canvas, colour: str, ground: float) -> None:
    with turned(canvas, (0.08, -0.10), -6):
        facet(canvas, [(-0.02, -0.32), (-0.42, -0.40), (-0.44, 0.16), (-0.02, 0.24)], darker(colour, 0.2))
        facet(canvas, [(-0.02, -0.32), (0.40, -0.40), (0.42, 0.16), (-0.02, 0.24)], colour)
        facet(canvas, [(-0.02, -0.36), (-0.38, -0.43), (-0.38, -0.38), (-0.02, -0.30)], "#f6eedb")
        facet(canvas, [(-0.02, -0.36), (0.36, -0.43), (0.36, -0.38), (-0.02, -0.30)], "#e9dfc8")
        line(canvas, [(0.08, -0.18), (0.30, -0.22)], lighter(colour, 0.5), 0.03)


def _cup(canvas: skia.Canvas, colour: str, ground: float) -> None:
    canvas.drawCircle(0.26, -0.06, 0.09, stroke(colour, 0.045))
    _box(canvas, -0.12, -0.22, 0.36, 0.34, 0.06, colour)
    canvas.drawOval(skia.Rect(-0.12, -0.26, 0.24, -0.17), fill("#5a3a26"))


def _glass(canvas: skia.Canvas, colour: str, ground: float) -> None:
    facet(canvas, [(-0.12, -0.26), (0.22, -0.26), (0.19, 0.12), (-0.09, 0.12)], "#dfeaf0", 0.55)
    facet(canvas, [(-0.11, -0.08), (0.208, -0.08), (0.19, 0.10), (-0.09, 0.10)], "#c9822f", 0.9)
    line(canvas, [(-0.06, -0.2), (-0.045, 0.05)], "#ffffff", 0.025, 0.8)


def _wineglass(canvas: skia.Canvas, colour: str, ground: float) -> None:
    line(canvas, [(0.02, -0.10), (0.02, 0.22)], "#dfe8ee", 0.03)
    line(canvas, [(-0.10, 0.23), (0.14, 0.23)], "#dfe8ee", 0.035)
    blob(canvas, [(-0.14, -0.48), (0.18, -0.48), (0.17, -0.20), (0.02, -0.08), (-0.13, -0.20)], "#e4edf2", 0.5)
    blob(canvas, [(-0.13, -0.30), (0.17, -0.30), (0.14, -0.17), (0.02, -0.09), (-0.10, -0.17)], "#8a1f35")


def _bottle(canvas: skia.Canvas, colour: str, ground: float) -> None:
    blob(canvas, [(-0.03, -0.62), (0.07, -0.62), (0.08, -0.36), (0.16, -0.22), (0.16, 0.24), (-0.12, 0.24),
        (-0.12, -0.22),
                  (-0.04, -0.36)], colour, tension=0.5)  # fmt: skip
    _box(canvas, -0.11, -0.12, 0.26, 0.22, 0.01, "#e8dcc0")
    line(canvas, [(-0.06, -0.28), (-0.07, -0.18)], "#ffffff", 0.03, 0.6)


def _phone(canvas: skia.Canvas, colour: str, ground: float) -> None:
    with turned(canvas, (0.02, -0.04), 10):
        _box(canvas, -0.11, -0.32, 0.24, 0.42, 0.04, "#1d1e26")
        canvas.drawRRect(rounded(-0.085, -0.285, 0.19, 0.34, 0.02), fill("#9fc8ee", shader=linear(
            (0, -0.28), (0, 0.06), ["#cfe8ff", "#7fb0e0"])))  # fmt: skip


def _receiver(canvas: skia.Canvas, colour: str, ground: float) -> None:
    line(canvas, [(-0.06, -0.34), (0.08, -0.06), (0.02, 0.30)], "#24222a", 0.10)
    disc(canvas, (-0.06, -0.34), 0.11, "#24222a")
    disc(canvas, (0.03, 0.30), 0.11, "#24222a")


def _tablet(canvas: skia.Canvas, colour: str, ground: float) -> None:
    _box(canvas, -0.14, -0.50, 0.56, 0.58, 0.04, "#2a2b33")
    canvas.drawRRect(rounded(-0.10, -0.46, 0.48, 0.50, 0.02), fill("#a9d0f0"))


def _umbrella(canvas: skia.Canvas, colour: str, ground: float) -> None:
    with turned(canvas, (0.0, 0.0), -16):
        line(canvas, [(0.0, 0.16), (0.0, -2.35)], "#3a2d2a", 0.045)
        line(canvas, [(0.0, 0.14), (0.03, 0.26), (0.12, 0.22)], "#5a3c28", 0.07)
        path = skia.Path()
        path.moveTo(-1.35, -1.72)
        path.cubicTo(-1.25, -2.75, 1.15, -2.75, 1.25, -1.72)
        for index in range(4):
            x = 1.25 - 0.65 * index
            path.quadTo(x - 0.325, -1.90, x - 0.65, -1.72)
        path.close()
        canvas.drawPath(
            path, fill(colour, shader=linear((-1.3, 0), (1.25, 0), [darker(colour, 0.35), lighter(colour, 0.12)]))
        )
        for x in (-0.70, -0.05, 0.60):
            line(canvas, [(-0.03, -2.48), (x * 0.85, -2.2), (x, -1.73)], darker(colour, 0.4), 0.022, 0.6)
        line(canvas, [(-0.04, -2.48), (-0.04, -2.62)], "#3a2d2a", 0.045)


def _bag(canvas: skia.Canvas, colour: str, ground: float) -> None:
    line(canvas, [(-0.20, 0.36), (0.0, -0.03), (0.20, 0.36)], darker(colour, 0.35), 0.045)
    blob(canvas, [(-0.30, 0.32), (0.30, 0.32), (0.38, 0.78), (-0.38, 0.78)], colour, tension=0.5)
    line(canvas, [(-0.31, 0.46), (0.0, 0.52), (0.31, 0.46)], darker(colour, 0.35), 0.03)
    disc(canvas, (0.0, 0.52), 0.04, "#d9b04c")


def _suitcase(canvas: skia.Canvas, colour: str, ground: float) -> None:
    line(canvas, [(-0.14, 0.16), (-0.12, 0.03), (0.12, 0.03), (0.14, 0.16)], darker(colour, 0.5), 0.05, tension=0.4)
    _box(canvas, -0.52, 0.14, 1.04, 0.70, 0.07, colour)
    for x in (-0.32, 0.24):
        _box(canvas, x, 0.14, 0.08, 0.70, 0.0, darker(colour, 0.3))
    line(canvas, [(-0.48, 0.20), (0.48, 0.20)], lighter(colour, 0.3), 0.025, 0.7)


def _basket(canvas: skia.Canvas, colour: str, ground: float) -> None:
    line(canvas, [(-0.30, 0.36), (0.0, -0.05), (0.30, 0.36)], darker(colour, 0.3), 0.05)
    blob(canvas, [(-0.36, 0.34), (0.36, 0.34), (0.28, 0.74), (-0.28, 0.74)], colour, tension=0.4)
    for y in (0.44, 0.54, 0.64):
        line(canvas, [(-0.32, y), (0.32, y)], darker(colour, 0.35), 0.02, 0.7)


def _flower(canvas: skia.Canvas, colour: str, ground: float) -> None:
    line(canvas, [(-0.02, 0.22), (0.02, -0.1), (0.10, -0.42)], "#4c7a45", 0.035)
    blob(canvas, [(0.03, -0.12), (0.20, -0.24), (0.24, -0.12)], "#5c8f4f")
    for x, y in ((0.10, -0.58), (0.0, -0.50), (0.20, -0.50), (0.04, -0.40), (0.16, -0.40)):
        disc(canvas, (x, y), 0.085, colour)
    disc(canvas, (0.10, -0.48), 0.06, lighter(colour, 0.5))


def _key(canvas: skia.Canvas, colour: str, ground: float) -> None:
    canvas.drawCircle(0.10, -0.28, 0.085, stroke("#d2a443", 0.04))
    line(canvas, [(0.06, -0.2), (-0.04, 0.06)], "#d2a443", 0.04)
    line(canvas, [(-0.02, 0.02), (0.06, 0.05)], "#d2a443", 0.035)


def _camera(canvas: skia.Canvas, colour: str, ground: float) -> None:
    _box(canvas, -0.20, -0.26, 0.52, 0.36, 0.05, "#2b2b33")
    _box(canvas, -0.06, -0.33, 0.22, 0.10, 0.03, "#2b2b33")
    disc(canvas, (0.06, -0.08), 0.13, "#6d7480")
    disc(canvas, (0.06, -0.08), 0.09, "#1a2230")
    disc(canvas, (0.09, -0.11), 0.025, "#ffffff", 0.8)


def _cigarette(canvas: skia.Canvas, colour: str, ground: float) -> None:
    line(canvas, [(0.06, -0.10), (0.24, -0.22)], "#f2ece0", 0.035)
    disc(canvas, (0.26, -0.235), 0.024, "#ff7a3a")
    line(canvas, [(0.28, -0.28), (0.24, -0.44), (0.34, -0.58), (0.28, -0.78)], "#e6e6ee", 0.03, 0.35)


def _pipe(canvas: skia.Canvas, colour: str, ground: float) -> None:
    line(canvas, [(-0.1, -0.30), (0.06, -0.16), (0.2, -0.10)], "#4a2f22", 0.045)
    _box(canvas, 0.14, -0.26, 0.16, 0.20, 0.05, "#5e3a28")


def _map(canvas: skia.Canvas, colour: str, ground: float) -> None:
    facet(canvas, [(-0.44, -0.38), (-0.15, -0.44), (0.16, -0.36), (0.48, -0.42), (0.46, 0.12), (0.16, 0.18),
        (-0.15, 0.10),
                   (-0.42, 0.16)], "#e6d3a5")  # fmt: skip
    for x in (-0.15, 0.16):
        line(canvas, [(x, -0.40), (x, 0.13)], "#b9a06c", 0.018)
    line(canvas, [(-0.32, -0.10), (-0.05, -0.24), (0.10, -0.05), (0.34, -0.18)], "#b0463c", 0.028)


def _rope(canvas: skia.Canvas, colour: str, ground: float) -> None:
    for radius in (0.26, 0.20, 0.14):
        canvas.drawCircle(0.0, 0.24, radius, stroke("#b9945c" if radius != 0.20 else "#97774a", 0.055))


def _pen(canvas: skia.Canvas, colour: str, ground: float) -> None:
    line(canvas, [(-0.04, -0.22), (0.14, 0.08)], "#2c3a63", 0.04)


def _microphone(canvas: skia.Canvas, colour: str, ground: float) -> None:
    line(canvas, [(0.0, 0.18), (0.06, -0.22)], "#2b2b33", 0.09)
    disc(canvas, (0.08, -0.32), 0.12, "#8f96a2")


def _guitar(canvas: skia.Canvas, colour: str, ground: float) -> None:
    with turned(canvas, (-0.25, 0.1), -24):
        line(canvas, [(0.1, 0.0), (1.35, 0.0)], "#4a2f22", 0.10)
        disc(canvas, (-0.45, 0.0), 0.46, colour)
        disc(canvas, (0.0, 0.0), 0.34, colour)
        disc(canvas, (-0.10, 0.0), 0.14, "#2b1c16")
        line(canvas, [(-0.6, 0.0), (1.3, 0.0)], "#efe6d6", 0.012, 0.8)


def _ball(canvas: skia.Canvas, colour: str, ground: float) -> None:
    disc(canvas, (0.10, -0.16), 0.19, colour)
    disc(canvas, (0.16, -0.23), 0.05, "#ffffff", 0.5)


def _balloon(canvas: skia.Canvas, colour: str, ground: float) -> None:
    line(canvas, [(0.0, 0.1), (0.10, -0.8), (0.04, -1.5)], "#e8e4dc", 0.02, 0.8)
    blob(canvas, [(0.04, -2.42), (0.42, -2.1), (0.30, -1.68), (0.04, -1.5), (-0.22, -1.68), (-0.34, -2.1)], colour)
    line(canvas, [(0.18, -2.24), (0.27, -2.08)], "#ffffff", 0.06, 0.5)


def _ring(canvas: skia.Canvas, colour: str, ground: float) -> None:
    canvas.drawCircle(0.10, -0.20, 0.075, stroke("#d9b04c", 0.032))
    disc(canvas, (0.10, -0.29), 0.035, "#dff2ff")


def _round_wheel(canvas: skia.Canvas, colour: str, ground: float) -> None:
    with turned(canvas, (-0.12, 0.02)):
        canvas.drawCircle(0.0, 0.06, 0.54, stroke("#23232b", 0.11))
        line(canvas, [(-0.5, 0.06), (0.5, 0.06)], "#2f2f39", 0.12)
        disc(canvas, (0.0, 0.06), 0.16, "#2f2f39")


def _wheel(canvas: skia.Canvas, colour: str, ground: float) -> None:
    with turned(canvas, (0.06, 0.02), 24):
        canvas.scale(0.42, 1.0)
        canvas.drawCircle(0.0, 0.06, 0.56, stroke("#23232b", 0.13))
        line(canvas, [(0.0, -0.44), (0.0, 0.56)], "#2f2f39", 0.09)


def _tray(canvas: skia.Canvas, colour: str, ground: float) -> None:
    blob(canvas, [(-0.40, -0.12), (0.60, -0.12), (0.52, -0.03), (-0.32, -0.03)], "#b9bfc7", tension=0.5)
    with turned(canvas, (0.1, -0.2), 0, 0.7):
        _cup(canvas, "#efe6d6", ground)


def _bread(canvas: skia.Canvas, colour: str, ground: float) -> None:
    blob(canvas, [(-0.22, -0.14), (0.10, -0.27), (0.42, -0.14), (0.38, 0.02), (-0.18, 0.02)], "#c98f4a")
    for x in (-0.05, 0.10, 0.25):
        line(canvas, [(x, -0.18), (x + 0.05, -0.07)], "#eac58a", 0.03)


def _teddy(canvas: skia.Canvas, colour: str, ground: float) -> None:
    for x, y, radius in ((0.05, 0.10, 0.20), (0.05, -0.22, 0.18), (-0.08, -0.38, 0.075), (0.18, -0.38, 0.075)):
        disc(canvas, (x, y), radius, colour)
    disc(canvas, (0.08, -0.17), 0.08, lighter(colour, 0.4))
    for x in (0.0, 0.14):
        disc(canvas, (x, -0.27), 0.022, "#1c1714")


THINGS: dict[str, Painter] = {
    "lantern": _lantern, "candle": _candle, "torch": _torch, "flashlight": _flashlight, "match": _match,
    "letter": _letter, "paper": _paper, "ticket": _ticket, "book": _book, "cup": _cup, "glass": _glass,
    "wineglass": _wineglass, "bottle": _bottle, "phone": _phone, "receiver": _receiver, "tablet": _tablet,
    "umbrella": _umbrella, "bag": _bag, "suitcase": _suitcase, "basket": _basket, "flower": _flower, "key": _key,
    "camera": _camera, "cigarette": _cigarette, "pipe": _pipe, "map": _map, "rope": _rope, "pen": _pen,
    "microphone": _microphone, "guitar": _guitar, "ball": _ball, "balloon": _balloon,
    "ring": _ring, "wheel": _wheel, "round wheel": _round_wheel, "tray": _tray,
    "bread": _bread, "teddy": _teddy,
}  # fmt: skip
