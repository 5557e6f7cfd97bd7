"""The light on a drawn figure: the air before it, its shaded side, and the bright edge towards the sun."""

from __future__ import annotations

from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is painted of a figure on pixels of its own; `left`, `top` is where its corner lies among the pixels."""

    image: skia.Image
    left: int
    top: int


@dataclass(frozen=True, slots=True)
class Lighting:
    """The light on one figure: `grade` covers `area` of the pixels, and an edge is as wide as `rim` says."""

    grade: skia.Image
    area: skia.Rect
    key: str
    strength: float
    rim: tuple[float, float]
    filter: skia.ColorFilter | None

    def lit(self, plain: skia.Image, left: int, top: int, body: Sheet | None) -> skia.Image:
        """Return a flat picture in the light. Where `body` stands between a part and the sun the part has no edge.

        Everything is moved by whole pixels: skia copies those many times faster than it resamples.
        """
        surface = skia.Surface(plain.width(), plain.height())
        light = surface.getCanvas()
        light.drawImageRect(self.grade, self.area.makeOffset(-left, -top), _SMOOTH)
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
        for reach, strength in ((1.0, 0.6), (0.55, 1.0)):
            dx, dy = round(self.rim[0] * reach), round(self.rim[1] * reach)
            erase = skia.Paint(BlendMode=skia.BlendMode.kDstOut, Alphaf=strength)
            sheet.drawImage(plain, dx, dy, skia.SamplingOptions(), erase)
            if body is not None:
                sheet.drawImage(body.image, body.left - left + dx, body.top - top + dy, skia.SamplingOptions(), erase)
        return surface.makeImageSnapshot()

    def _graded(self, image: skia.Image) -> skia.Image:
        if self.filter is None:
            return image
        surface = skia.Surface(image.width(), image.height())
        surface.getCanvas().drawImage(image, 0, 0, skia.SamplingOptions(), skia.Paint(ColorFilter=self.filter))
        return surface.makeImageSnapshot()


def lighting_of(
    figure: Figure, room: tuple[float, float, float, float], light: Light, sunward: float, onto: skia.Matrix,
    head: float, colours: skia.ColorFilter | None = None,
) -> Lighting:  # fmt: skip
    """Return the light on `figure`, which takes `room` (left, top, right, bottom in heads from the feet).

    `onto` leads from heads to pixels, of which one head has `head`; `sunward` is 1 when the sun is to the right.
    """
    left, top, right, bottom = room
    area = skia.Rect(left - _AROUND, top - _AROUND, right + _AROUND, bottom + _AROUND)
    shown = onto.mapRect(area)
    rim = -sunward * head * _RIM, head * _RIM * 0.4
    strength = 0.85 if light.dark else 0.62
    return Lighting(_grade(figure, area, shown, onto, light, sunward), shown, light.key, strength, rim, colours)


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
