"""Outlines in ink, as comics and picture books have them: drawn where colours or shapes meet.

They are found in the painted picture itself, so that everything gets its line, whoever painted it.
"""

from __future__ import annotations

import math

import numpy as np
import skia
from numpy.typing import NDArray

from .stage import Face, Layer, Painter

INK = (20, 17, 26)
"""Red, green and blue of the ink: nearly black, a little warm."""

_FAINT, _SURE = 26.0, 80.0
"""Differences of brightness (of 255) from which a line begins to show, and at which it is whole."""

_SHAPES = 0.9
"""How much an edge of a shape counts beside one of brightness."""


def inked(layer: Layer, strength: float) -> Layer:
    """Return the layer with its outlines in ink; `strength` is from 0 (none) to 1 (bold)."""
    if not strength or layer.live or layer.depth < _FARTHEST:
        return layer
    actor = layer.actor.inked(strength) if layer.actor else None
    return Layer(layer.name, layer.depth, _inking(layer.paint, strength), layer.person, layer.drift, layer.live, actor)


def outlined(picture: skia.Image, strength: float) -> skia.Image:
    """Return a picture with the ink on it."""
    lines = _lines(_premultiplied(picture), strength)
    if lines is None:
        return picture
    image, left, top = lines
    surface = skia.Surface(picture.width(), picture.height())
    canvas = surface.getCanvas()
    canvas.drawImage(picture, 0, 0)
    canvas.drawImage(image, left, top)
    return surface.makeImageSnapshot()


_FARTHEST = 0.12
"""Skies and what hangs in them have no outlines."""


def _inking(paint: Painter, strength: float) -> Painter:
    def draw(canvas: skia.Canvas, face: Face) -> None:
        bounds = canvas.getDeviceClipBounds()
        if bounds.isEmpty():
            return
        surface = skia.Surface(bounds.width(), bounds.height())
        sheet = surface.getCanvas()
        sheet.translate(-bounds.left(), -bounds.top())
        sheet.concat(canvas.getTotalMatrix())
        paint(sheet, face)
        picture = surface.makeImageSnapshot()
        lines = _lines(_premultiplied(picture), strength)
        canvas.save()
        canvas.resetMatrix()
        canvas.drawImage(picture, bounds.left(), bounds.top())
        if lines is not None:
            image, left, top = lines
            canvas.drawImage(image, bounds.left() + left, bounds.top() + top)
        canvas.restore()

    return draw


def _premultiplied(picture: skia.Image) -> NDArray[np.uint8]:
    """Return the pixels with their opacity in them: at the soft rim of a glow there is then nothing to outline."""
    pixels = np.empty((picture.height(), picture.width(), 4), np.uint8)
    info = skia.ImageInfo.Make(
        picture.width(), picture.height(), skia.ColorType.kRGBA_8888_ColorType, skia.AlphaType.kPremul_AlphaType
    )
    picture.readPixels(info, pixels, picture.width() * 4, 0, 0)
    return pixels


def _lines(pixels: NDArray[np.uint8], strength: float) -> tuple[skia.Image, int, int] | None:
    """Return the ink on a picture, and where its top left corner lies; None where nothing is painted."""
    filled = pixels[:, :, 3] > 8
    rows, columns = np.flatnonzero(filled.any(axis=1)), np.flatnonzero(filled.any(axis=0))
    if not len(rows):
        return None
    top, bottom = max(0, int(rows[0]) - 2), int(rows[-1]) + 3
    left, right = max(0, int(columns[0]) - 2), int(columns[-1]) + 3
    part = pixels[top:bottom, left:right].astype(np.int16)
    alpha = part[:, :, 3]
    bright = (part[:, :, 0] * 77 + part[:, :, 1] * 150 + part[:, :, 2] * 29) >> 8
    edge = np.maximum(_steps(bright), _steps(alpha) * _SHAPES)
    share = np.clip((edge - _FAINT) / (_SURE - _FAINT), 0, 1) * math.sqrt(strength)
    ink = np.empty((*share.shape, 4), np.uint8)
    ink[:, :, :3] = (share[:, :, None] * INK).astype(np.uint8)
    ink[:, :, 3] = (share * 255).astype(np.uint8)
    image = skia.Image.fromarray(np.ascontiguousarray(ink), skia.kRGBA_8888_ColorType, skia.kPremul_AlphaType)
    return image, left, top


def _steps(values: NDArray[np.int16]) -> NDArray[np.float32]:
    """Return how much each pixel differs from those around it, two apart: a line two pixels wide."""
    found = np.zeros(values.shape, np.float32)
    found[:, 1:-1] = np.abs(values[:, 2:] - values[:, :-2])
    found[1:-1] = np.maximum(found[1:-1], np.abs(values[2:] - values[:-2]))
    return found
