"""What was made, as files: pictures to PNG, frames to an H.264 clip of a steady rate, sound to WAV."""

from __future__ import annotations

import wave
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from av.video.reformatter import Colorspace, VideoReformatter
from numpy.typing import NDArray
from PIL import Image

from .extents import Pictures, fitted

QUALITY = {"preset": "veryfast", "crf": "16", "g": "48", "x264-params": "no-mbtree=1"}
"""The cut encodes what it shows once more, so little may be lost here. A key frame every two seconds or so.

With x264's macroblock tree the same frames were seen to give other bytes now and then.
"""

BT709 = 1
"""The number of ITU-R BT.709 in H.264's colour tables, for matrix, primaries and transfer alike."""
LIMITED_RANGE = 1


def write_picture(picture: NDArray[np.uint8], size: tuple[int, int], path: Path) -> Path:
    """Write one picture, brought to `size`, as PNG."""
    fitted(Image.fromarray(picture), size).save(path)
    return path


def write_clip(pictures: Pictures, size: tuple[int, int], rate: int, path: Path) -> Path:
    """Write frames, brought to `size`, as MP4 of exactly `rate` frames a second. An odd side becomes the next even."""
    width, height = (side + side % 2 for side in size)
    reformatter = VideoReformatter()
    with av.open(str(path), "w", format="mp4", container_options={"movflags": "+faststart"}) as file:
        stream = file.add_stream("libx264", rate=Fraction(rate), options=dict(QUALITY))
        context = stream.codec_context
        context.width, context.height, context.pix_fmt = width, height, "yuv420p"
        context.colorspace = context.color_primaries = context.color_trc = BT709
        context.color_range = LIMITED_RANGE
        context.thread_count = 1  # the same frames give the same bytes
        for number, picture in enumerate(pictures):
            shown = np.ascontiguousarray(fitted(Image.fromarray(picture), (width, height)))
            frame = reformatter.reformat(
                av.VideoFrame.from_ndarray(shown, format="rgb24"), format="yuv420p", dst_colorspace=Colorspace.ITU709
            )
            frame.colorspace = frame.color_primaries = frame.color_trc = BT709
            frame.color_range = LIMITED_RANGE
            frame.pts = number
            file.mux(stream.encode(frame))
        file.mux(stream.encode(None))
    return path


def write_sound(samples: NDArray[np.float32], rate: int, path: Path) -> Path:
    """Write samples from -1 to 1, one channel, as 16-bit WAV."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes((np.clip(samples, -1, 1) * 32767).astype("<i2").tobytes())
    return path
