"""Drawn frames -> a small film with transparency that ffmpeg lays over a shot.

Only frames that differ are kept, each until the next; the film covers just the part of the picture that is drawn on.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import skia
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
"""Rows, columns, and red, green, blue and alpha, not multiplied."""


@dataclass(frozen=True, slots=True)
class Region:
    """A part of the picture in pixels. All four are even: colour is stored for every second pixel."""

    x: int
    y: int
    width: int
    height: int

    @classmethod
    def around(cls, left: float, top: float, right: float, bottom: float, size: tuple[int, int]) -> Region:
        """The smallest part of a picture of this size that holds a box and is not empty."""
        x, y = (max(0, min(int(edge) // 2 * 2, most - 2)) for edge, most in zip((left, top), size, strict=True))
        ends = (max(start + 2, min(-int(-edge // 2) * 2, most // 2 * 2))
                for edge, start, most in zip((right, bottom), (x, y), size, strict=True))  # fmt: skip
        across, down = ends
        return cls(x, y, across - x, down - y)


@dataclass(frozen=True, slots=True)
class Overlay:
    """A film with transparency, and where it lies in the picture."""

    path: Path
    x: int
    y: int


class Canvas:
    """A sheet to draw a region of the picture on, in the picture's own coordinates."""

    def __init__(self, region: Region) -> None:
        self.region = region
        self._pixels = np.zeros((region.height, region.width, 4), np.uint8)
        info = skia.ImageInfo.Make(
            region.width, region.height, skia.ColorType.kRGBA_8888_ColorType, skia.AlphaType.kPremul_AlphaType
        )
        self._surface = skia.Surface.MakeRaster(info)
        self.skia: skia.Canvas = self._surface.getCanvas()
        self.skia.translate(-region.x, -region.y)

    def clear(self) -> None:
        self.skia.clear(0)

    def pixels(self) -> Pixels:
        """What is drawn, as a copy."""
        image = self._surface.makeImageSnapshot()
        return np.array(image.toarray(colorType=skia.ColorType.kRGBA_8888_ColorType), dtype=np.uint8)


def write_overlay(frames: Iterable[tuple[int, Pixels]], region: Region, rate: Fraction, path: Path) -> Overlay:
    """Write frames, each with the number of the shot's frame from which it is seen, in order, as a film."""
    with av.open(str(path), "w", format="mov") as container:
        stream = container.add_stream("qtrle", rate=rate)
        stream.width, stream.height, stream.pix_fmt = region.width, region.height, "argb"
        stream.time_base = stream.codec_context.time_base = 1 / rate
        blank = np.zeros((region.height, region.width, 4), np.uint8)
        for number, pixels in _from_start(frames, blank):
            # The encoder's order is alpha first.
            frame = av.VideoFrame.from_ndarray(np.ascontiguousarray(np.roll(pixels, 1, axis=2)), format="argb")
            frame.pts, frame.time_base = number, 1 / rate
            for packet in stream.encode(frame):
                container.mux(packet)
        for packet in stream.encode():
            container.mux(packet)
    return Overlay(path, region.x, region.y)


def _from_start(frames: Iterable[tuple[int, Pixels]], blank: Pixels) -> Iterable[tuple[int, Pixels]]:
    """The frames with an empty one at 0, because players move a film's first frame to its start."""
    first = True
    for number, pixels in frames:
        if first and number > 0:
            yield 0, blank
        first = False
        yield number, pixels
    if first:
        yield 0, blank
