"""Faces of those who are not human: eyes with lids, brows, and mouths that feel and speak."""

from __future__ import annotations

from dataclasses import replace

import skia

from generation.providers.animatic.drawing.canvas import Point, fill, smooth, stroke
from generation.providers.animatic.drawing.figure.colours import darker, luminance
from generation.providers.animatic.drawing.figure.expressions import EXPRESSIONS, Expression, expression_of
from generation.providers.animatic.drawing.figure.pen import clipped, facet
from generation.providers.animatic.drawing.stage import Face

PUPIL = "#1d1620"
_CALM = replace(EXPRESSIONS["neutral"], smile=0.42)


def felt(word: str) -> Expression:
    """Return how a face shows what a word says; calm animals look friendly, as in picture books."""
    shown = expression_of(word)
    return _CALM if shown is EXPRESSIONS["neutral"] else shown


def eye(
    canvas: skia.Canvas, at: Point, radius: float, shown: Expression, blink: float, lid: str, *,
    inner: float = 1.0, iris: str = "#3a2a22", narrow: float = 1.0, slit: bool = False,
) -> None:  # fmt: skip
    """Draw an eye. `lid` is the colour of its lids, `inner` the side (-1, 1) of the nose, `narrow` squeezes it."""
    x, y = at
    wide, high = radius * narrow, radius * 1.16
    opening = min(1.25, shown.lid) * (1 - blink)
    if opening < 0.2:
        bow = -0.5 if shown.smile > 0.7 else 0.42
        arc = [(x - wide, y), (x, y + high * bow), (x + wide, y)]
        canvas.drawPath(smooth(arc, tension=0.58), stroke(PUPIL, radius * 0.32))
        return
    if shown.lid > 1:
        wide, high = wide * 1.1, high * 1.12
    socket = skia.Path()
    socket.addOval(skia.Rect(x - wide, y - high, x + wide, y + high))
    canvas.drawPath(socket, fill("#fdfaf2"))
    look = (x + (0.14 + shown.gaze[0] * 3) * wide, y + (0.04 + shown.gaze[1] * 3) * high)
    share = 0.66 if shown.lid > 1 else 0.80
    with clipped(canvas, socket):
        canvas.drawOval(
            skia.Rect(look[0] - wide * share, look[1] - high * share, look[0] + wide * share, look[1] + high * share),
            fill(iris),
        )
        across = wide * (0.24 if slit else share * 0.62)
        canvas.drawOval(
            skia.Rect(look[0] - across, look[1] - high * share * 0.66, look[0] + across, look[1] + high * share * 0.66),
            fill(PUPIL),
        )
        _lids(canvas, (x, y), (wide, high), shown, opening, lid, inner)
    canvas.drawCircle(look[0] + wide * 0.3, look[1] - high * 0.3, radius * 0.24, fill("#ffffff", 0.95))
    canvas.drawPath(socket, stroke(darker(lid, 0.62), radius * 0.12, 0.75))


def _lids(
    canvas: skia.Canvas, at: Point, size: Point, shown: Expression, opening: float, lid: str, inner: float
) -> None:
    (x, y), (wide, high) = at, size
    tilt = shown.slant * 9 * high * inner - shown.inner * 2.2 * high * inner * (1 if shown.inner < 0 else 0.9)
    drop = (1 - min(1.0, opening)) * 2 * high - (0.12 * high if abs(tilt) < 0.02 * high else -0.12 * high)
    if drop > 0 or abs(tilt) > 0.02 * high:
        edge = y - high + max(0.0, drop)
        shade = darker(lid, 0.12)
        facet(canvas, [(x - wide * 1.3, y - high * 1.5), (x + wide * 1.3, y - high * 1.5),
                       (x + wide * 1.3, edge + tilt * 1.2), (x - wide * 1.3, edge - tilt * 1.2)], shade)  # fmt: skip
    if shown.squint > 0.1:
        rise = shown.squint * high * 0.95
        canvas.drawOval(
            skia.Rect(x - wide * 1.5, y + high - rise, x + wide * 1.5, y + high * 2.6), fill(darker(lid, 0.06))
        )


def brow(canvas: skia.Canvas, at: Point, radius: float, shown: Expression, colour: str, inner: float) -> None:
    """Draw a brow over the eye at `at`: it rises, sinks and slants with what is felt."""
    strength = abs(shown.brow) + abs(shown.inner) + abs(shown.slant)
    if strength < 0.02:
        return
    x, y = at[0], at[1] - radius * (1.62 + shown.brow * 9)
    near, far = y - shown.inner * radius * 8, y + shown.inner * radius * 2.5
    ends = [(x + inner * radius * 0.95, near), (x, (near + far) / 2 - radius * 0.18), (x - inner * radius * 1.05, far)]
    tone = darker(colour, 0.58) if luminance(colour) > 0.22 else "#8d8793"
    canvas.drawPath(smooth(ends, tension=0.58), stroke(tone, radius * 0.36, 0.95))


def mouth(
    canvas: skia.Canvas, at: Point, wide: float, shown: Expression, face: Face, *, colour: str = "#3a2424",
    line: float = 0.0, teeth: bool = False, still: bool = True,
) -> None:  # fmt: skip
    """Draw a mouth around `at`, `wide` to either side; `still` False leaves the line of a shut mouth out."""
    x, y = at
    thick = line or wide * 0.13
    opening = max(face.mouth, shown.gap * 0.8)
    lift = wide * 0.42 * shown.smile
    half = wide * (1.0 - 0.25 * face.mouth if face.mouth > 0.3 else 1.0) * (0.8 + 0.2 * shown.width)
    left, right = (x - half, y - lift * 0.55), (x + half, y - lift * (0.55 + 0.5 * shown.smirk))
    if opening < 0.06:
        if still:
            canvas.drawPath(smooth([left, (x, y + lift * 0.55), right], tension=0.58), stroke(colour, thick))
        return
    deep = wide * (0.25 + 1.05 * opening)
    lips = smooth([left, (x, y + lift * 0.25), right, (x + half * 0.62, y + deep * 0.75), (x, y + deep),
                   (x - half * 0.62, y + deep * 0.75)], closed=True, tension=0.58)  # fmt: skip
    canvas.drawPath(lips, fill("#5f1d2b"))
    with clipped(canvas, lips):
        canvas.drawOval(skia.Rect(x - half * 0.6, y + deep * 0.52, x + half * 0.6, y + deep * 1.5), fill("#d9706e"))
        if teeth or shown.clench:
            canvas.drawRect(skia.Rect(x - half, y - wide, x + half, y + deep * 0.26), fill("#f7f1e4"))
    canvas.drawPath(lips, stroke(colour, thick * 0.8))
