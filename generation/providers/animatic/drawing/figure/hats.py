"""What is worn on a head. Shapes are for the three-quarter view; from the front and the back they are evened out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import skia

from generation.providers.animatic.drawing.canvas import Point, fill, linear, mix, smooth

from .clothing import Garment
from .colours import darker, lighter
from .costume_hats import COSTUME_HATS
from .pen import blob, clipped, disc, facet, line, oval


def _crown(canvas: skia.Canvas, points: Sequence[Point], colour: str, tension: float = 0.58) -> None:
    path = smooth(points, closed=True, tension=tension)
    shade = linear((-0.6, 0), (0.6, 0), [darker(colour, 0.34), colour, lighter(colour, 0.12)], [0, 0.5, 1])
    canvas.drawPath(path, fill(colour, shader=shade))


def draw_hat_behind(canvas: skia.Canvas, hat: Garment, view: str) -> None:
    """Draw the part of a hat that hangs behind the neck."""
    if hat.kind in {"hood", "veil"}:
        _crown(canvas, [(-0.50, -0.62), (-0.70, -0.1), (-0.74, 0.5), (-0.60, 0.82), (0.0, 0.78), (0.56, 0.74),
                        (0.60, 0.3), (0.5, -0.6)], darker(hat.colour, 0.3))  # fmt: skip


def draw_hat(canvas: skia.Canvas, hat: Garment, view: str) -> None:
    """Draw a hat on a head in the given view; an unknown one is a plain cap."""
    (COSTUME_HATS.get(hat.kind) or _HATS.get(hat.kind, _cap))(canvas, hat.colour, view)


def _brimmed(canvas: skia.Canvas, colour: str, *, height: float, brim: float, dent: float, band: str) -> None:
    top = -0.38 - height
    _crown(canvas, [(-0.47, -0.34), (-0.45, top + 0.16), (-0.28, top), (0.02, top + dent), (0.28, top - 0.01),
                    (0.43, top + 0.16), (0.47, -0.34)], colour, 0.5)  # fmt: skip
    with clipped(canvas, smooth([(-0.50, -0.56), (0, -0.49), (0.50, -0.56), (0.5, -0.30), (-0.5, -0.30)], closed=True,
                                tension=0.5)):  # fmt: skip
        facet(canvas, [(-0.475, -0.7), (0.475, -0.7), (0.48, -0.2), (-0.48, -0.2)], band)
    blob(canvas, [(-brim, -0.33), (-0.46, -0.45), (0.0, -0.40), (0.46, -0.45), (brim + 0.03, -0.30), (0.46, -0.25),
                  (0.0, -0.22), (-0.46, -0.25)], darker(colour, 0.24))  # fmt: skip
    line(canvas, [(-brim + 0.02, -0.335), (-0.46, -0.435), (0.0, -0.395), (0.46, -0.435), (brim, -0.31)],
         lighter(colour, 0.2), 0.018, 0.7)  # fmt: skip


def _fedora(canvas: skia.Canvas, colour: str, view: str) -> None:
    _brimmed(canvas, colour, height=0.60, brim=0.86, dent=0.11, band=darker(colour, 0.6))


def _cowboy(canvas: skia.Canvas, colour: str, view: str) -> None:
    _brimmed(canvas, colour, height=0.62, brim=0.78, dent=0.16, band=darker(colour, 0.5))
    blob(canvas, [(-1.04, -0.52), (-0.6, -0.36), (0.0, -0.28), (0.6, -0.36), (1.08, -0.52), (0.66, -0.22),
                  (0.0, -0.16), (-0.62, -0.22)], darker(colour, 0.18))  # fmt: skip


def _bowler(canvas: skia.Canvas, colour: str, view: str) -> None:
    _brimmed(canvas, colour, height=0.48, brim=0.66, dent=-0.09, band=darker(colour, 0.6))


def _sunhat(canvas: skia.Canvas, colour: str, view: str) -> None:
    _brimmed(canvas, colour, height=0.44, brim=1.06, dent=-0.07, band="#b5483f")


def _tophat(canvas: skia.Canvas, colour: str, view: str) -> None:
    _brimmed(canvas, colour, height=0.92, brim=0.72, dent=0.0, band=darker(colour, 0.5))
    line(canvas, [(0.28, -1.2), (0.28, -0.62)], "#ffffff", 0.03, 0.18)


def _wizard(canvas: skia.Canvas, colour: str, view: str) -> None:
    _crown(canvas, [(-0.48, -0.34), (-0.30, -0.9), (-0.16, -1.35), (-0.30, -1.62), (-0.02, -1.42), (0.22, -0.95),
                    (0.48, -0.34)], colour, 0.5)  # fmt: skip
    _brim_only(canvas, colour, 0.98)
    facet(canvas, [(-0.46, -0.42), (0.46, -0.42), (0.42, -0.54), (-0.43, -0.54)], mix(colour, "#e0b65a", 0.75))


def _brim_only(canvas: skia.Canvas, colour: str, brim: float) -> None:
    blob(canvas, [(-brim, -0.33), (-0.46, -0.45), (0.0, -0.40), (0.46, -0.45), (brim, -0.31), (0.46, -0.25),
                  (0.0, -0.22), (-0.46, -0.25)], darker(colour, 0.25))  # fmt: skip


def _cap(canvas: skia.Canvas, colour: str, view: str) -> None:
    _crown(canvas, [(-0.53, -0.24), (-0.54, -0.56), (-0.30, -0.84), (0.05, -0.90), (0.36, -0.78), (0.53, -0.46),
                    (0.50, -0.28), (0.0, -0.34)], colour)  # fmt: skip
    shade = darker(colour, 0.35)
    line(canvas, [(-0.10, -0.89), (-0.02, -0.6), (0.02, -0.36)], shade, 0.016, 0.6)
    disc(canvas, (0.04, -0.90), 0.045, shade)
    if view == "side":
        blob(canvas, [(0.06, -0.42), (0.50, -0.44), (0.86, -0.27), (0.80, -0.20), (0.46, -0.25), (0.10, -0.28)], shade)
    elif view == "front":
        blob(canvas, [(-0.44, -0.40), (0.0, -0.46), (0.44, -0.40), (0.50, -0.22), (0.0, -0.30), (-0.50, -0.22)], shade)


def _flatcap(canvas: skia.Canvas, colour: str, view: str) -> None:
    _crown(canvas, [(-0.55, -0.26), (-0.60, -0.56), (-0.25, -0.80), (0.25, -0.78), (0.60, -0.52), (0.60, -0.34),
                    (0.0, -0.36)], colour)  # fmt: skip
    reach = 0.76 if view == "side" else 0.44
    left = 0.05 if view == "side" else -0.44
    if view != "back":
        blob(canvas, [(left, -0.38), (0.40, -0.46), (reach, -0.31), (0.40, -0.26), (left + 0.05, -0.29)],
             darker(colour, 0.35))  # fmt: skip


def _officer(canvas: skia.Canvas, colour: str, view: str) -> None:
    _crown(canvas, [(-0.52, -0.30), (-0.74, -0.62), (-0.40, -0.82), (0.10, -0.92), (0.52, -0.84), (0.72, -0.62),
                    (0.52, -0.34), (0.0, -0.40)], colour, 0.5)  # fmt: skip
    facet(canvas, [(-0.53, -0.50), (0.53, -0.52), (0.52, -0.34), (-0.52, -0.32)], darker(colour, 0.55))
    if view == "back":
        return
    middle = 0.16 if view == "side" else 0.0
    disc(canvas, (middle, -0.62), 0.085, "#d9b04c")
    disc(canvas, (middle, -0.62), 0.045, "#f4dc93")
    blob(canvas, [(middle - 0.42, -0.36), (middle, -0.42), (middle + 0.40, -0.36), (middle + 0.44, -0.22),
                  (middle, -0.28), (middle - 0.40, -0.24)], "#16141b")  # fmt: skip


def _sailor(canvas: skia.Canvas, colour: str, view: str) -> None:
    _crown(canvas, [(-0.46, -0.50), (-0.36, -0.80), (0.0, -0.88), (0.36, -0.80), (0.46, -0.50)], colour)
    _crown(canvas, [(-0.55, -0.62), (0.0, -0.58), (0.55, -0.62), (0.52, -0.36), (0.0, -0.34), (-0.52, -0.36)],
           lighter(colour, 0.3), 0.5)  # fmt: skip
    line(canvas, [(-0.52, -0.44), (0.0, -0.41), (0.52, -0.44)], "#2d4470", 0.03)


def _beanie(canvas: skia.Canvas, colour: str, view: str) -> None:
    _crown(canvas, [(-0.54, -0.30), (-0.54, -0.66), (-0.28, -0.94), (0.06, -1.00), (0.38, -0.88), (0.54, -0.60),
                    (0.53, -0.34)], colour)  # fmt: skip
    for step in range(-3, 4):
        x = step * 0.14
        line(canvas, [(x * 0.5, -0.96), (x, -0.68), (x * 1.15, -0.44)], darker(colour, 0.3), 0.016, 0.45)
    fold = lighter(colour, 0.18)
    _crown(
        canvas, [(-0.57, -0.50), (0.0, -0.56), (0.57, -0.50), (0.56, -0.26), (0.0, -0.33), (-0.56, -0.26)], fold, 0.5
    )
    for step in range(-5, 6):
        line(canvas, [(step * 0.10, -0.50), (step * 0.102, -0.33)], darker(colour, 0.2), 0.014, 0.5)
    disc(canvas, (0.02, -1.02), 0.12, lighter(colour, 0.35))


def _beret(canvas: skia.Canvas, colour: str, view: str) -> None:
    _crown(canvas, [(-0.50, -0.34), (-0.80, -0.52), (-0.70, -0.76), (-0.20, -0.92), (0.36, -0.78), (0.54, -0.46),
                    (0.46, -0.38), (0.0, -0.42)], colour)  # fmt: skip
    line(canvas, [(-0.12, -0.90), (-0.10, -0.99)], darker(colour), 0.04)


def _veil(canvas: skia.Canvas, colour: str, view: str) -> None:
    if view == "back":
        _crown(canvas, [(0.0, -0.84), (0.45, -0.66), (0.62, -0.1), (0.74, 0.7), (0.3, 0.86), (-0.3, 0.86),
                        (-0.74, 0.7), (-0.62, -0.1), (-0.45, -0.66)], colour)  # fmt: skip
        return
    _around_face(canvas, colour, side=view == "side", chin=True, brow=-0.40)


def _hood(canvas: skia.Canvas, colour: str, view: str) -> None:
    if view == "back":
        _crown(canvas, [(-0.04, -0.96), (0.5, -0.70), (0.66, -0.1), (0.58, 0.7), (0.0, 0.84), (-0.58, 0.7),
                        (-0.66, -0.1), (-0.5, -0.70)], colour)  # fmt: skip
        return
    _around_face(canvas, colour, side=view == "side", chin=False, brow=-0.50)


def _around_face(canvas: skia.Canvas, colour: str, *, side: bool, chin: bool, brow: float) -> None:
    """Cover the head but for an opening around the face."""
    shift = 0.10 if side else 0.0
    low = 0.70 if chin else 0.62
    outer = smooth([(-0.05, -0.94), (-0.46, -0.76), (-0.64, -0.20), (-0.60, 0.30), (-0.42, low), (shift, low + 0.10),
                    (0.42 + shift * 0.6, low - 0.04), (0.56, 0.25), (0.60, -0.22), (0.42, -0.72)], closed=True,
                   tension=0.58)  # fmt: skip
    bottom = 0.53 if chin else 0.66
    hole = smooth([(shift, brow), (-0.30 + shift, brow + 0.10), (-0.38 + shift, 0.0), (-0.30 + shift, 0.34),
                   (shift, bottom), (0.27 + shift, 0.38), (0.36 + shift * 0.7, 0.0), (0.29 + shift, brow + 0.10)],
                  closed=True, tension=0.58)  # fmt: skip
    canvas.save()
    canvas.clipPath(hole, skia.ClipOp.kDifference, doAntiAlias=True)
    shade = linear((-0.6, 0), (0.6, 0), [darker(colour, 0.32), colour, lighter(colour, 0.1)], [0, 0.5, 1])
    canvas.drawPath(outer, fill(colour, shader=shade))
    canvas.restore()
    with clipped(canvas, hole):
        line(canvas, [(shift - 0.34, 0.2), (shift - 0.36, 0.0), (shift - 0.27, brow + 0.10), (shift, brow + 0.01),
                      (shift + 0.28, brow + 0.10), (shift + 0.34, 0.05)], "#120c1a", 0.11, 0.25)  # fmt: skip
    line(canvas, [(shift - 0.385, 0.05), (shift - 0.31, brow + 0.09), (shift, brow - 0.01), (shift + 0.30, brow + 0.09),
                  (shift * 0.7 + 0.37, 0.05)], darker(colour, 0.4), 0.022, 0.8)  # fmt: skip


def _turban(canvas: skia.Canvas, colour: str, view: str) -> None:
    _crown(canvas, [(-0.56, -0.24), (-0.66, -0.56), (-0.36, -0.94), (0.06, -1.02), (0.46, -0.88), (0.64, -0.52),
                    (0.50, -0.26), (0.06, -0.44)], colour)  # fmt: skip
    for step in range(4):
        y = -0.36 - step * 0.15
        line(canvas, [(-0.60 + step * 0.06, y), (0.0, y - 0.16), (0.56 - step * 0.05, y + 0.02)], darker(colour, 0.3),
             0.022, 0.55)  # fmt: skip


def _helmet(canvas: skia.Canvas, colour: str, view: str) -> None:
    _crown(canvas, [(-0.58, -0.10), (-0.60, -0.50), (-0.36, -0.86), (0.02, -0.96), (0.40, -0.84), (0.58, -0.48),
                    (0.54, -0.28), (0.0, -0.36), (-0.36, -0.26), (-0.42, -0.06)], colour, 0.55)  # fmt: skip
    line(canvas, [(-0.50, -0.22), (0.0, -0.40), (0.54, -0.32)], darker(colour, 0.42), 0.06)
    line(canvas, [(0.12, -0.86), (0.34, -0.72), (0.44, -0.5)], "#ffffff", 0.05, 0.5)


def _crown_hat(canvas: skia.Canvas, colour: str, view: str) -> None:
    points: list[Point] = [(-0.46, -0.42)]
    for step in range(5):
        x = -0.46 + step * 0.23
        points += [(x, -0.94 if step % 2 == 0 else -0.88), (x + 0.115, -0.66)]
    points = [*points[:-1], (0.46, -0.42)]
    facet(canvas, points, colour)
    facet(canvas, [(-0.47, -0.54), (0.47, -0.54), (0.46, -0.38), (-0.46, -0.38)], darker(colour, 0.22))
    for step in range(5):
        x = -0.46 + step * 0.23
        disc(canvas, (x, -0.94 if step % 2 == 0 else -0.88), 0.045, lighter(colour, 0.4))
    for x, gem in ((-0.28, "#3f6fc0"), (0.0, "#c0303c"), (0.28, "#3c9b6a")):
        disc(canvas, (x, -0.46), 0.055, gem)
        disc(canvas, (x + 0.015, -0.475), 0.016, "#ffffff", 0.8)


def _tiara(canvas: skia.Canvas, colour: str, view: str) -> None:
    line(canvas, [(-0.42, -0.48), (0.0, -0.60), (0.44, -0.50)], colour, 0.05)
    for x, tall in ((-0.22, 0.10), (0.02, 0.20), (0.26, 0.10)):
        facet(canvas, [(x - 0.09, -0.56), (x, -0.58 - tall), (x + 0.09, -0.56)], colour)
        disc(canvas, (x, -0.60 - tall * 0.4), 0.03, "#ffffff", 0.9)


def _band(canvas: skia.Canvas, colour: str, view: str) -> None:
    line(canvas, [(-0.51, -0.36), (0.0, -0.50), (0.50, -0.40)], colour, 0.11)
    line(canvas, [(-0.51, -0.39), (0.0, -0.53), (0.50, -0.43)], lighter(colour, 0.25), 0.02, 0.7)


def _chef(canvas: skia.Canvas, colour: str, view: str) -> None:
    for x, y, radius in ((-0.36, -0.95, 0.26), (0.0, -1.06, 0.32), (0.36, -0.95, 0.27)):
        oval(canvas, (x, y), radius, radius * 0.86, colour)
    _crown(
        canvas, [(-0.47, -0.34), (-0.48, -0.80), (0.0, -0.84), (0.48, -0.80), (0.47, -0.36), (0.0, -0.40)], colour, 0.4
    )
    for x in (-0.26, 0.0, 0.26):
        line(canvas, [(x, -0.78), (x * 0.98, -0.52)], "#b9b4ae", 0.02, 0.7)


_HATS: dict[str, Callable[[skia.Canvas, str, str], None]] = {
    "fedora": _fedora, "cowboy": _cowboy, "bowler": _bowler, "sunhat": _sunhat, "tophat": _tophat,
    "wizard": _wizard, "cap": _cap, "flatcap": _flatcap, "officer": _officer, "sailor": _sailor, "beanie": _beanie,
    "beret": _beret, "veil": _veil, "hood": _hood, "turban": _turban, "helmet": _helmet, "crown": _crown_hat,
    "tiara": _tiara, "band": _band, "chef": _chef,
}  # fmt: skip
