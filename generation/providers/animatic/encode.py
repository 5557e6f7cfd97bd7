"""Frames to an H.264 file: BT.709 colours, a steady rate, no sound."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from types import TracebackType
from typing import Self

import av
import numpy as np
import skia
from av.video.reformatter import Colorspace, VideoReformatter
from numpy.typing import NDArray

QUALITY = {
    "preset": "ultrafast",
    "crf": "18",
    "g": "48",
    "x264-params": "aq-mode=1:8x8dct=1:no-deblock=0:deblock=0,0",
}
"""A clip is read once more than it is shown: the cut encodes what it shows anew. So it is made quick to write and to
read (half of what superfast costs) and a fifth larger; with these three tools added it is as true to the picture.
A key frame every 2 s at 24.
"""

BT709 = 1
"""The number of ITU-R BT.709 in H.264's colour tables, for matrix, primaries and transfer alike."""

LIMITED_RANGE = 1


class ClipWriter:
    """Writes the pictures drawn on `canvas`, one per call of `add`, to an mp4 file.

    `width` and `height` must be even, as the encoder halves the colours' resolution.
    """

    def __init__(self, path: Path, width: int, height: int, rate: int) -> None:
        self._pixels: NDArray[np.uint8] = np.zeros((height, width, 4), np.uint8)
        info = skia.ImageInfo.Make(width, height, skia.ColorType.kBGRA_8888_ColorType, skia.AlphaType.kPremul_AlphaType)
        # Skia's fast path needs its native byte order and no colour space, and draws straight into our array.
        self._surface = skia.Surface.MakeRasterDirect(info, self._pixels, width * 4)
        self.canvas: skia.Canvas = self._surface.getCanvas()
        self.frames = 0
        self._reformatter = VideoReformatter()
        self._container = av.open(str(path), "w", format="mp4", container_options={"movflags": "+faststart"})
        self._stream = self._container.add_stream("libx264", rate=Fraction(rate), options=dict(QUALITY))
        self._describe(width, height)

    def _describe(self, width: int, height: int) -> None:
        context = self._stream.codec_context
        context.width, context.height, context.pix_fmt = width, height, "yuv420p"
        context.colorspace = context.color_primaries = context.color_trc = BT709
        context.color_range = LIMITED_RANGE
        context.thread_count = 1  # the pool already runs a process on every core

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if kind is None:
                self._container.mux(self._stream.encode(None))
        finally:
            self._container.close()

    def add(self) -> None:
        """Add what the canvas shows now as the next frame."""
        picture = av.VideoFrame.from_numpy_buffer(self._pixels, format="bgra")
        frame = self._reformatter.reformat(picture, format="yuv420p", dst_colorspace=Colorspace.ITU709)
        frame.colorspace = frame.color_primaries = frame.color_trc = BT709
        frame.color_range = LIMITED_RANGE
        frame.pts = self.frames
        self.frames += 1
        self._container.mux(self._stream.encode(frame))

    def pixels(self) -> NDArray[np.uint8]:
        """Return the picture on the canvas: height x width x (blue, green, red, opacity), not a copy."""
        return self._pixels
