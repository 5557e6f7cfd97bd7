"""A given picture that moves: a slow push, pull or pan over it, at fractions of a pixel."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from pathlib import Path

import av
import numpy as np
import skia
from av.error import FFmpegError

from generation.providers.base import BadAnswer, ClipRequest

from .camera import ease
from .encode import ClipWriter
from .pieces import LINEAR

_CLOSE = 1.14
_ROOM = 1.08
"""The zoom that leaves room to pan: over a picture that just fills the frame nothing could move."""


@dataclass(frozen=True, slots=True)
class Move:
    """Zoom and position (0 to 1 of the room there is) at the first and the last frame."""

    zoom: tuple[float, float]
    x: tuple[float, float] = (0.5, 0.5)
    y: tuple[float, float] = (0.5, 0.5)


MOVES: dict[str, Move] = {
    "push_in": Move((1.0, _CLOSE)),
    "pull_out": Move((_CLOSE, 1.0)),
    "pan_left": Move((_ROOM, _ROOM), x=(0.95, 0.05)),
    "pan_right": Move((_ROOM, _ROOM), x=(0.05, 0.95)),
    "tilt_up": Move((_ROOM, _ROOM), y=(0.95, 0.05)),
    "tilt_down": Move((_ROOM, _ROOM), y=(0.05, 0.95)),
    "hold": Move((1.0, 1.025)),
}

_SAID: tuple[tuple[str, str], ...] = (
    ("push_in", r"\b(push(es|ing)?[ -_]?in|zoom(s|ing)?[ -]?in|dolly[ -]?in|moves? closer|closing in)\b"),
    ("pull_out", r"\b(pull(s|ing)?[ -_]?(out|back)|zoom(s|ing)?[ -]?out|dolly[ -]?out|moves? away|reveal(s|ing)?)\b"),
    ("pan_left", r"\bpan(s|ning)?[ -_]?(to the )?left\b"),
    ("pan_right", r"\bpan(s|ning)?[ -_]?(to the )?right\b"),
    ("tilt_up", r"\b(tilt(s|ing)?|pan(s|ning)?|crane(s)?)[ -_]?up\b"),
    ("tilt_down", r"\b(tilt(s|ing)?|pan(s|ning)?|crane(s)?)[ -_]?down\b"),
    ("hold", r"\b(static|hold(s|ing)?|locked[ -]?off|still|tripod)\b"),
)

_FFMPEG_LIMITS = {
    "format_whitelist": "mov,mp4,matroska,webm,avi,mpegts,gif,tiff_pipe,bmp_pipe,png_pipe,jpeg_pipe,webp_pipe",
    "protocol_whitelist": "file",
}
"""Pictures and clips only: ffmpeg also reads playlists, which open other files, and draws any text as a picture."""

_CHOSEN_UNASKED = ("push_in", "pull_out", "pan_left", "pan_right")


def move_for(prompt: str, seed: int) -> Move:
    """Return the move that the prompt's words ask for, else one that the seed decides."""
    for name, words in _SAID:
        if re.search(words, prompt.lower()):
            return MOVES[name]
    return MOVES[random.Random(seed).choice(_CHOSEN_UNASKED)]


def read_picture(path: Path) -> skia.Image:
    """Return the picture at `path` in memory; raises `BadAnswer` if it is not a picture."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise BadAnswer("The first frame's file cannot be read.", vendor_words=str(error)) from error
    if data and not _is_whole(skia.Data.MakeWithCopy(data)):
        raise BadAnswer("The first frame's file is damaged: a part of the picture is missing.")
    image = skia.Image.MakeFromEncoded(skia.Data.MakeWithCopy(data)) if data else None
    in_memory = image.makeRasterImage() if image is not None else None
    return in_memory if in_memory is not None else _read_with_ffmpeg(path)


def _is_whole(data: skia.Data) -> bool:
    """Whether the picture is complete; True for what skia does not know. Its images show the rest as black."""
    try:
        codec = skia.Codec.MakeFromData(data)
    except RuntimeError:
        return True
    size = codec.dimensions()
    pixels = np.empty((size.height(), size.width(), 4), np.uint8)
    result = codec.getPixels(skia.ImageInfo.MakeN32Premul(size), pixels, size.width() * 4)
    return result not in {skia.Codec.kIncompleteInput, skia.Codec.kErrorInInput}


def _read_with_ffmpeg(path: Path) -> skia.Image:
    """Formats that skia does not know, and the first picture of a clip."""
    try:
        with av.open(str(path), options=_FFMPEG_LIMITS) as container:
            pixels = next(container.decode(video=0)).to_ndarray(format="rgba")
    except (FFmpegError, StopIteration, IndexError, ValueError) as error:
        raise BadAnswer("The first frame is not a picture that can be read.", vendor_words=str(error)) from error
    return skia.Image.fromarray(pixels, colorType=skia.ColorType.kRGBA_8888_ColorType)


def shoot(request: ClipRequest, clip: ClipWriter, frames: int) -> None:
    """Move the request's first frame for `frames` frames, filling the clip's whole picture."""
    if request.first_frame is None:
        raise BadAnswer("There is no first frame to move.")
    move = move_for(request.prompt, request.seed)
    width, height = request.width, request.height
    picture = _fitted(read_picture(request.first_frame.path), width, height, max(move.zoom))
    fills = max(width / picture.width(), height / picture.height())
    for frame in range(frames):
        share = ease(frame / max(1, frames - 1))
        scale = fills * _along(move.zoom, share)
        dx = (width - picture.width() * scale) * _along(move.x, share)
        dy = (height - picture.height() * scale) * _along(move.y, share)
        clip.canvas.save()
        clip.canvas.translate(dx, dy)
        clip.canvas.scale(scale, scale)
        clip.canvas.drawImage(picture, 0, 0, LINEAR)
        clip.canvas.restore()
        clip.add()


def _along(ends: tuple[float, float], share: float) -> float:
    return ends[0] + (ends[1] - ends[0]) * share


def _fitted(image: skia.Image, width: int, height: int, zoom: float) -> skia.Image:
    """Return the picture just fine enough for its nearest view, in skia's fast format, on black where it is clear."""
    scale = max(width / image.width(), height / image.height()) * zoom
    fine_width, fine_height = max(width, round(image.width() * scale)), max(height, round(image.height() * scale))
    surface = skia.Surface(fine_width, fine_height)
    canvas = surface.getCanvas()
    canvas.clear(skia.ColorBLACK)
    area = skia.Rect.MakeWH(fine_width, fine_height)
    soft = skia.SamplingOptions(skia.CubicResampler.Mitchell())
    shrinking = skia.SamplingOptions(skia.FilterMode.kLinear, skia.MipmapMode.kLinear)
    canvas.drawImageRect(image, area, soft if scale >= 0.6 else shrinking)
    return surface.makeImageSnapshot()
