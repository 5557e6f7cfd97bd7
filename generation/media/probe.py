"""What a media file really holds, whatever its name says.

A file is opened only as one of the formats we know to be plain media. A playlist, which could make the reader fetch
other files or addresses, is turned down whatever it is called.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Literal, TypedDict

import av
from av.container import InputContainer
from av.stream import Disposition
from av.video.frame import VideoFrame
from av.video.stream import VideoStream
from PIL import Image, UnidentifiedImageError

from .errors import BrokenMedia

# Names of libavformat's readers. Playlists (hls, dash, concat) and anything that reads devices are left out on purpose.
READABLE = (
    "mov,matroska,avi,mpegts,mpeg,flv,ogg,asf,nut,ivf,gif,apng,wav,w64,mp3,aac,flac,aiff,au,caf,amr,ac3,eac3,webp_anim,"
    "image2,png_pipe,jpeg_pipe,webp_pipe,bmp_pipe,tiff_pipe,pgm_pipe,ppm_pipe,j2k_pipe,jpegxl_pipe"
)
# Reads a "%" in a name as the pattern of a numbered series, unless told not to.
SERIES_READER = "image2"
_ROTATED = (90, 270)
_SD_HEIGHT = 576
# An edit list may leave frames out; a file that is cut off also ends before the length it gives itself.
_SHORT = Fraction(98, 100)


@dataclass(frozen=True, slots=True)
class Probed:
    """What a file holds.

    `width` and `height` are those on screen: turned upright and with square pixels. `stored_width` and
    `stored_height` are upright too, before pixels are made square. `frames` counts a clip's frames; a still has one.
    `reader` is libavformat's name for the kind of file. `matrix` is "bt709", "bt601", "bt2020" or "rgb", guessed from
    the size where the file does not say.
    """

    kind: Literal["video", "image", "audio"]
    reader: str
    codec: str
    duration_ms: int
    width: int = 0
    height: int = 0
    stored_width: int = 0
    stored_height: int = 0
    frames: int = 0
    rate: Fraction | None = None
    matrix: str = ""
    full_range: bool = False
    high_dynamic_range: bool = False
    interlaced: bool = False
    has_audio: bool = False
    audio_rate: int = 0
    channels: int = 0
    audio_codec: str = ""


class _Look(TypedDict):
    width: int
    height: int
    stored_width: int
    stored_height: int
    matrix: str
    full_range: bool
    high_dynamic_range: bool
    interlaced: bool


def probe(path: Path) -> Probed:
    """Look into a file and decode enough of it to know that it is whole: its first picture, and its last key picture.

    Raises BrokenMedia, in one sentence, when it is not a picture, clip or sound, or ends too early.
    """
    with opened(path) as container:
        if not container.streams.video and not container.streams.audio:
            raise BrokenMedia(f"{path.name} holds neither picture nor sound.")
        if not container.streams.video or _is_cover(container.streams.video[0]):
            return _audio(path, container)
        if _is_still(container):
            return _still(path, container)
        return _video(path, container)


@contextmanager
def opened(path: Path, reader: str | None = None) -> Iterator[InputContainer]:
    """The file, open for reading, with libavformat's `reader` or the one that suits what is in it.

    Raises BrokenMedia when it cannot be read, then or later.
    """
    if not path.is_file():
        raise BrokenMedia(f"{path.name} is not there.")
    if path.stat().st_size == 0:
        raise BrokenMedia(f"{path.name} is empty.")
    options = {"format_whitelist": READABLE, "protocol_whitelist": "file", "pattern_type": "none"}
    try:
        # "file:" so that a name with a colon is never read as a protocol.
        with av.open(f"file:{path}", format=reader, options=options) as container:
            yield container
    except (av.FFmpegError, UnicodeDecodeError) as error:
        raise BrokenMedia(f"{path.name} cannot be read: it is damaged, or not a picture, clip or sound.") from error


def count_frames(path: Path) -> int:
    """How many video frames a file stores, counted by packets without decoding; none without a video track."""
    with opened(path) as container:
        if not container.streams.video:
            return 0
        return sum(1 for packet in container.demux(video=0) if packet.size)


def _is_cover(stream: VideoStream) -> bool:
    """A song's cover art is stored as a video stream, and is not a film."""
    return bool(stream.disposition & Disposition.attached_pic)


def _is_still(container: InputContainer) -> bool:
    name = container.format.name
    return name == SERIES_READER or name.endswith("_pipe")


def _audio(path: Path, container: InputContainer) -> Probed:
    stream = container.streams.audio[0]
    end = Fraction(0)
    for packet in container.demux(stream):
        if packet.pts is not None and packet.time_base is not None:
            end = max(end, (packet.pts + (packet.duration or 0)) * packet.time_base)
    container.seek(0)
    if next(container.decode(stream), None) is None:
        raise BrokenMedia(f"{path.name} has a sound track with nothing in it.")
    return Probed(
        kind="audio",
        reader=container.format.name,
        codec=stream.codec_context.name,
        duration_ms=round(end * 1000),
        has_audio=True,
        audio_rate=stream.codec_context.sample_rate,
        channels=stream.codec_context.channels,
        audio_codec=stream.codec_context.name,
    )


def _still(path: Path, container: InputContainer) -> Probed:
    frame = next(container.decode(video=0), None)
    if frame is None:
        raise BrokenMedia(f"{path.name} is a picture with nothing in it.")
    try:
        # libav shows half a JPEG without a word; Pillow does not.
        with Image.open(path) as image:
            image.load()
    except UnidentifiedImageError:
        pass
    except (OSError, ValueError, SyntaxError) as error:
        raise BrokenMedia(f"{path.name} is a picture that ends too early.") from error
    stream = container.streams.video[0]
    return Probed(
        kind="image",
        reader=container.format.name,
        codec=stream.codec_context.name,
        duration_ms=0,
        frames=1,
        **_look(stream, frame),
    )


def _video(path: Path, container: InputContainer) -> Probed:
    stream = container.streams.video[0]
    sound = container.streams.audio[0] if container.streams.audio else None
    frames, stored, end = 0, 0, Fraction(0)
    for packet in container.demux(stream):
        if packet.is_corrupt:
            raise BrokenMedia(f"{path.name} ends too early: its last picture is cut off.")
        if packet.size:
            stored += 1
            frames += not packet.is_discard
        if packet.pts is not None and packet.time_base is not None:
            end = max(end, (packet.pts + (packet.duration or 0)) * packet.time_base)
    if not frames or (stored < stream.frames and end < _SHORT * _end(stream)):
        raise BrokenMedia(f"{path.name} ends too early: {frames} of its {stream.frames or 'unknown'} frames are there.")
    first = _first_frame(path, container, stream)
    start = (stream.start_time or 0) * (stream.time_base or Fraction(0))
    return Probed(
        kind="video",
        reader=container.format.name,
        codec=stream.codec_context.name,
        duration_ms=round((end - start) * 1000),
        frames=frames,
        rate=stream.average_rate or stream.guessed_rate,
        has_audio=sound is not None,
        audio_rate=sound.codec_context.sample_rate if sound else 0,
        channels=sound.codec_context.channels if sound else 0,
        audio_codec=sound.codec_context.name if sound else "",
        **_look(stream, first),
    )


def _first_frame(path: Path, container: InputContainer, stream: VideoStream) -> VideoFrame:
    """The first picture, after making sure that the last key picture can be decoded too."""
    container.seek(0)
    first = next(container.decode(stream), None)
    end = (stream.start_time or 0) + (stream.duration or 0)
    # Transport streams have no index, and a search at their very end finds nothing: the middle is asked next.
    if end and not any(_frame_near(container, stream, at) for at in (end, end // 2)):
        raise BrokenMedia(f"{path.name} ends too early: its last pictures cannot be shown.")
    if first is None:
        raise BrokenMedia(f"{path.name} is a clip with no picture in it.")
    return first


def _frame_near(container: InputContainer, stream: VideoStream, at: int) -> bool:
    container.seek(at, stream=stream)
    return next(container.decode(stream), None) is not None


def _end(stream: VideoStream) -> Fraction:
    return ((stream.start_time or 0) + (stream.duration or 0)) * (stream.time_base or Fraction(0))


def _look(stream: VideoStream, frame: VideoFrame) -> _Look:
    """Size, colour and scan, as `Probed` names them."""
    width, height = frame.width, frame.height
    aspect = stream.sample_aspect_ratio or Fraction(1)
    square_width = max(1, round(width * aspect))
    turned = frame.rotation % 360 in _ROTATED
    transfer = int(frame.color_trc)
    return {
        "width": height if turned else square_width,
        "height": square_width if turned else height,
        "stored_width": height if turned else width,
        "stored_height": width if turned else height,
        "matrix": _matrix(frame),
        # 2 is "full" in libav; the yuvj formats say the same in their name.
        "full_range": int(frame.color_range) == 2 or frame.format.name.startswith("yuvj"),
        # 16 is PQ and 18 is HLG, the two curves of high dynamic range.
        "high_dynamic_range": transfer in (16, 18),
        "interlaced": bool(frame.interlaced_frame),
    }


def _matrix(frame: VideoFrame) -> str:
    if frame.format.is_rgb or frame.format.name.startswith(("gbr", "pal", "mono")):
        return "rgb"
    # Numbers of ISO/IEC 23091-2: 1 is BT.709; 5, 6, 7 are BT.601 and its twins; 9 and 10 are BT.2020.
    match int(frame.colorspace):
        case 1:
            return "bt709"
        case 5 | 6 | 7:
            return "bt601"
        case 9 | 10:
            return "bt2020"
    # JPEG is always BT.601; an untagged video of standard definition nearly always is.
    jpeg = frame.format.name.startswith("yuvj")
    return "bt601" if jpeg or min(frame.width, frame.height) <= _SD_HEIGHT else "bt709"
