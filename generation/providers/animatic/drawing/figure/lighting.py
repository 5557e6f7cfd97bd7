"""The light on a drawn figure: the air before it, its shaded side, and the bright edge towards the sun."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

import skia

from generation.providers.animatic.drawing.canvas import fill, linear, rgb
from generation.providers.animatic.drawing.light import Light

from .person import Figure

_RIM = 0.052
"""How wide the light on an edge is, in heads."""
_COARSE = 48
"""Pixels along each side of the image that holds the grade: it is smooth."""
_FLOATS = skia.ImageInfo.Make(_COARSE, _COARSE, skia.kRGBA_F16_ColorType, skia.kPremul_AlphaType)
"""The grade is mixed in floats and rounded once: three faint layers rounded to bytes show as stripes."""
_SMOOTH = skia.SamplingOptions(skia.FilterMode.kLinear)
_AROUND = 2.5
"""Heads around a figure over which the grade reaches, for arms that are raised and what they hold."""

_SPARE_PX = 8
"""Pixels around what is seen that are painted as well."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is painted of a figure on pixels of its own; `left`, `top` is where its corner lies among the pixels."""

    image: skia.Image
    left: int
    top: int


@dataclass(frozen=True, slots=True)
class Lighting:
    """The light on one figure: `grade` covers `area` of the pixels, and an edge is as wide as `rim` says.

    `fine` keeps the grade as large as the pixels that are `seen`: copying it takes a tenth of enlarging it.
    """

    grade: skia.Image
    area: skia.Rect
    key: str
    strength: float
    rim: tuple[float, float]
    filter: skia.ColorFilter | None
    seen: skia.Rect | None = None
    fine: list[Sheet] = field(default_factory=list)

    def lit(self, plain: skia.Image, left: int, top: int, body: Sheet | None) -> skia.Image:
        """Return a flat picture in the light. Where `body` stands between a part and the sun the part has no edge.

        Everything is moved by whole pixels: skia copies those many times faster than it resamples.
        """
        surface = skia.Surface(plain.width(), plain.height())
        light = surface.getCanvas()
        if not self.fine:
            self.fine.append(_enlarged(self.grade, self.area, self.seen))
        fine = self.fine[0]
        light.drawImage(fine.image, fine.left - left, fine.top - top)
        edge = self._edge(plain, left, top, body)
        light.drawImage(edge, 0, 0, skia.SamplingOptions(), skia.Paint(Alphaf=self.strength))
        shown = skia.Surface(plain.width(), plain.height())
        sheet = shown.getCanvas()
        sheet.drawImage(plain, 0, 0)
        over = skia.Paint(BlendMode=skia.BlendMode.kSrcATop)
        sheet.drawImage(surface.makeImageSnapshot(), 0, 0, skia.SamplingOptions(), over)
        return self._graded(shown.makeImageSnapshot())

    def _edge(self, plain: skia.Image, left: int, top: int, body: Sheet | None) -> skia.Image:
        """Return all that is not hidden from the light: everything minus the part moved away from the light, twice."""
        surface = skia.Surface(plain.width(), plain.height())
        sheet = surface.getCanvas()
        sheet.clear(rgb(self.key, 1.0).toColor())
        reach = math.ceil(max(abs(self.rim[0]), abs(self.rim[1])))
        hiding = plain if body is None else _together(plain, left, top, body, reach)
        spare = 0 if body is None else reach
        for share, strength in ((1.0, 0.6), (0.55, 1.0)):
            erase = skia.Paint(BlendMode=skia.BlendMode.kDstOut, Alphaf=strength)
            dx, dy = round(self.rim[0] * share), round(self.rim[1] * share)
            sheet.drawImage(hiding, dx - spare, dy - spare, skia.SamplingOptions(), erase)
        return surface.makeImageSnapshot()

    def _graded(self, image: skia.Image) -> skia.Image:
        if self.filter is None:
            return image
        surface = skia.Surface(image.width(), image.height())
        surface.getCanvas().drawImage(image, 0, 0, skia.SamplingOptions(), skia.Paint(ColorFilter=self.filter))
        return surface.makeImageSnapshot()


def lighting_of(
    figure: Figure, room: tuple[float, float, float, float], light: Light, sunward: float, onto: skia.Matrix,
    head: float, colours: skia.ColorFilter | None = None, seen: skia.Rect | None = None,
) -> Lighting:  # fmt: skip
    """Return the light on `figure`, which takes `room` (left, top, right, bottom in heads from the feet).

    `onto` leads from heads to pixels, of which one head has `head`; `sunward` is 1 when the sun is to the right.
    Nothing is lit that is not in `seen` pixels, or hardly outside.
    """
    left, top, right, bottom = room
    area = skia.Rect(left - _AROUND, top - _AROUND, right + _AROUND, bottom + _AROUND)
    shown = onto.mapRect(area)
    rim = -sunward * head * _RIM, head * _RIM * 0.4
    strength = 0.85 if light.dark else 0.62
    return Lighting(_grade(figure, area, shown, onto, light, sunward), shown, light.key, strength, rim, colours, seen)


def _together(plain: skia.Image, left: int, top: int, body: Sheet, spare: int) -> skia.Image:
    """Return a part whose corner is at (`left`, `top`) over the body behind it, and `spare` pixels around it."""
    surface = skia.Surface(plain.width() + 2 * spare, plain.height() + 2 * spare)
    canvas = surface.getCanvas()
    canvas.clear(0)
    canvas.drawImage(body.image, body.left - left + spare, body.top - top + spare)
    canvas.drawImage(plain, spare, spare)
    return surface.makeImageSnapshot()


def _enlarged(grade: skia.Image, area: skia.Rect, seen: skia.Rect | None) -> Sheet:
    """Return a grade, which covers `area`, as large as it is laid on what is seen."""
    shown = skia.Rect(area.left(), area.top(), area.right(), area.bottom())
    if seen is not None and not shown.intersect(seen.makeOutset(_SPARE_PX, _SPARE_PX)):
        shown = skia.Rect(0, 0, 1, 1)
    left, top, right, bottom = shown.roundOut()
    surface = skia.Surface(max(1, right - left), max(1, bottom - top))
    surface.getCanvas().drawImageRect(grade, area.makeOffset(-left, -top), _SMOOTH)
    return Sheet(surface.makeImageSnapshot(), left, top)


def _grade(
    figure: Figure, area: skia.Rect, shown: skia.Rect, onto: skia.Matrix, light: Light, sunward: float
) -> skia.Image:
    surface = skia.Surface.MakeRaster(_FLOATS)
    sheet = surface.getCanvas()
    sheet.scale(_COARSE / shown.width(), _COARSE / shown.height())
    sheet.translate(-shown.left(), -shown.top())
    sheet.concat(onto)
    lying = figure.pose is not None and bool(figure.pose.roll)
    air = linear((0, -figure.height * (0.5 if lying else 1.0)), (0, 0), [(light.ambient, 0.03), (light.shade, 0.30)])
    sheet.drawRect(area, fill(light.ambient, shader=air))
    if light.dark:
        sheet.drawRect(area, fill(light.ambient, 0.18))
    middle = figure.head_center[0] * 0.4
    sides = [(light.shade, 0.36), (light.key, 0.0), (light.key, 0.22)]
    wide = figure.height * 0.7 if lying else 0.85
    half = (wide if figure.being is None else max(0.6, figure.being.length * 0.5)) * sunward
    form = linear((middle - half, 0), (middle + half, 0), sides, [0, 0.5, 1])
    sheet.drawRect(area, fill(light.key, shader=form))
    bytewise = skia.Surface(_COARSE, _COARSE)
    bytewise.getCanvas().drawImage(surface.makeImageSnapshot(), 0, 0)
    return bytewise.makeImageSnapshot()
