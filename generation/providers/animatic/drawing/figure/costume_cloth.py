"""What costumes look like on a trunk: plates, laces, fur, shells, the stripes of a tracksuit, the drape of a sari."""

from __future__ import annotations

import skia

from .body import Body
from .clothing import Garment
from .colours import darker, lighter
from .pen import blob, disc, facet, line, oval


def draw_special(canvas: skia.Canvas, body: Body, garment: Garment) -> None:
    """Draw what is particular about a costume's cloth; the caller clips to the trunk."""
    painter = _SPECIAL.get(garment.kind)
    if painter is not None:
        painter(canvas, body, garment.colour)


def _lamellar(canvas: skia.Canvas, body: Body, colour: str) -> None:
    top = body.chest
    for row in range(9):
        y = top + 0.12 + row * 0.24
        line(canvas, [(-1, y), (1, y)], darker(colour, 0.55), 0.05)
        for step in range(-7, 8):
            line(canvas, [(step * 0.13, y - 0.17), (step * 0.13, y - 0.06)], "#d9b04c", 0.03, 0.9)
    facet(canvas, [(-1, -0.30), (1, -0.30), (1, -0.14), (-1, -0.14)], "#26242b")


def _segmented(canvas: skia.Canvas, body: Body, colour: str) -> None:
    top = body.chest
    for row in range(7):
        y = top + 0.36 + row * 0.24
        line(canvas, [(-1, y), (body.middle, y + 0.06), (1, y)], darker(colour, 0.5), 0.05)
        line(canvas, [(-1, y + 0.06), (body.middle, y + 0.12), (1, y + 0.06)], lighter(colour, 0.5), 0.03, 0.7)
    for side in (-1, 1):
        line(canvas, [(body.middle + side * 0.34, top - 0.1), (body.middle + side * 0.44, top + 0.34)],
             lighter(colour, 0.3), 0.22)  # fmt: skip
    line(canvas, [(body.middle, top + 0.2), (body.middle + 0.02, 0.2)], "#b98c5a", 0.06)


def _camo(canvas: skia.Canvas, body: Body, colour: str) -> None:
    top = body.chest
    spots = ((-0.4, 0.3), (0.2, 0.2), (0.4, 0.7), (-0.1, 0.75), (-0.45, 1.1), (0.15, 1.25), (0.45, 1.5), (-0.3, 1.6))
    for index, (x, y) in enumerate(spots):
        tone = (darker(colour, 0.4), "#8a7a52", "#3d4a34")[index % 3]
        blob(canvas, [(x - 0.2, top + y), (x, top + y - 0.12), (x + 0.2, top + y), (x + 0.05, top + y + 0.13)], tone)
    line(canvas, [(-1, -0.12), (1, -0.12)], "#33352a", 0.13)
    for side in (-1, 1):
        facet(canvas, [(body.middle + side * 0.3 - 0.13, top + 0.9), (body.middle + side * 0.3 + 0.13, top + 0.9),
                       (body.middle + side * 0.3 + 0.13, top + 1.2), (body.middle + side * 0.3 - 0.13, top + 1.2)],
              darker(colour, 0.3))  # fmt: skip


def _skins(canvas: skia.Canvas, body: Body, colour: str) -> None:
    top, skin = body.chest, body.look.skin
    blob(
        canvas,
        [(-1, top - 0.4), (body.middle - 0.1, top - 0.3), (body.middle - 0.1, top + 0.5), (-1, top + 0.95)],
        skin,
    )
    for x, y in ((0.2, 0.4), (0.36, 0.8), (0.0, 0.95), (-0.25, 1.3), (0.25, 1.35), (0.0, 1.6)):
        oval(canvas, (body.middle + x - 0.1, top + y), 0.10, 0.075, darker(colour, 0.5))
    for step in range(9):
        x = -0.6 + step * 0.15
        line(canvas, [(x, top + 0.95 - step * 0.12), (x + 0.04, top + 1.06 - step * 0.12)], lighter(colour, 0.3), 0.05)


def _bare(canvas: skia.Canvas, body: Body, colour: str) -> None:
    top, shade = body.chest, body.look.shadow
    if body.view == "back":
        return
    for side in (-1, 1):
        line(
            canvas, [(body.middle + side * 0.08, top + 0.62), (body.middle + side * 0.34, top + 0.60)], shade, 0.03, 0.7
        )
    line(canvas, [(body.middle, top + 0.4), (body.middle, top + 1.3)], shade, 0.02, 0.5)
    disc(canvas, (body.middle, top * 0.16), 0.03, shade)


def _shells(canvas: skia.Canvas, body: Body, colour: str) -> None:
    top = body.chest
    facet(canvas, [(-1, top - 0.4), (1, top - 0.4), (1, 0.4), (-1, 0.4)], body.look.skin)
    if body.view == "back":
        line(canvas, [(-1, top + 0.6), (1, top + 0.6)], colour, 0.05)
        return
    for side in (-1, 1):
        x = body.middle + side * 0.22
        blob(canvas, [(x - 0.2, top + 0.46), (x, top + 0.38), (x + 0.2, top + 0.46), (x + 0.14, top + 0.7),
                      (x, top + 0.76), (x - 0.14, top + 0.7)], colour)  # fmt: skip
        for dx in (-0.1, 0.0, 0.1):
            line(canvas, [(x, top + 0.74), (x + dx * 1.4, top + 0.45)], lighter(colour, 0.5), 0.02)


def _wetsuit(canvas: skia.Canvas, body: Body, colour: str) -> None:
    top = body.chest
    line(canvas, [(body.middle, top), (body.middle + 0.02, 0.2)], lighter(colour, 0.35), 0.03)
    for side in (-1, 1):
        line(canvas, [(side * body.build.shoulder, top + 0.1), (side * body.build.waist, top * 0.4),
                      (side * body.build.hips, 0.1)], lighter(colour, 0.22), 0.16)  # fmt: skip


def _track(canvas: skia.Canvas, body: Body, colour: str) -> None:
    top = body.chest
    line(canvas, [(body.middle, top - 0.1), (body.middle + 0.02, 0.3)], "#f1ede4", 0.035)
    for side in (-1, 1):
        line(
            canvas, [(body.middle + side * 0.20, top - 0.12), (body.middle + side * 0.62, top + 0.42)], "#f1ede4", 0.09
        )
    line(canvas, [(-1, 0.06), (1, 0.06)], "#f1ede4", 0.09)


def _sari(canvas: skia.Canvas, body: Body, colour: str) -> None:
    top, middle, gold = body.chest, body.middle, "#e0b65a"
    blouse = darker(colour, 0.35)
    facet(canvas, [(-1, top - 0.3), (1, top - 0.3), (1, top * 0.55), (-1, top * 0.55)], blouse)
    blob(canvas, [(middle - 0.24, top - 0.2), (middle, top + 0.26), (middle + 0.22, top - 0.2)], body.look.skin)
    facet(canvas, [(-1, top * 0.55), (1, top * 0.55), (1, top * 0.36), (-1, top * 0.36)], body.look.skin)
    facet(canvas, [(-1, top * 0.36), (1, top * 0.36), (1, 0.3), (-1, 0.3)], colour)
    facet(canvas, [(-0.66, top - 0.2), (-0.16, top - 0.2), (middle + 0.75, top * 0.30), (middle + 0.6, 0.1), (-0.4,
         top * 0.45)],
          colour)  # fmt: skip
    line(canvas, [(-0.14, top - 0.16), (middle + 0.75, top * 0.30)], gold, 0.075, tension=0.1)


def _kurta(canvas: skia.Canvas, body: Body, colour: str) -> None:
    top, middle, trim = body.chest, body.middle, "#b98c5a"
    line(canvas, [(middle - 0.20, top - 0.03), (middle, top + 0.06), (middle + 0.20, top - 0.03)], trim, 0.09)
    line(canvas, [(middle, top + 0.05), (middle, top + 0.9)], trim, 0.10)
    for step in range(4):
        disc(canvas, (middle, top + 0.2 + step * 0.2), 0.03, "#f1ede4")


_SPECIAL = {
    "lamellar": _lamellar, "segmented": _segmented, "camo": _camo, "skins": _skins, "bare": _bare, "shells": _shells,
    "wetsuit": _wetsuit, "track": _track, "sari": _sari, "kurta": _kurta,
}  # fmt: skip
SPECIAL_CLOTH = frozenset(_SPECIAL)
"""Kinds of garments that have a look of their own."""
