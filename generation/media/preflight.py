"""A file is checked against what a platform takes, before anything is sent: each problem is a sentence with a way out.

Limits are plain numbers; whoever knows a platform fills them in. A limit that is not set is not checked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Final

from .boxes import Boxes, boxes_of
from .errors import BrokenMedia
from .probe import Probed, probe


@dataclass(frozen=True, slots=True)
class Limits:
    """What a platform takes. Lengths are in ms, sizes in bytes, bit rates in kbit/s, levels in LUFS and dBTP.

    `containers` are endings of names ("mp4"), codecs are ffmpeg's names ("h264", "aac"). `shapes` are those that are
    taken ("9:16"), all where there are none; `best_shape` is shown best. `loudness_room` is how far from
    `loudness_lufs` a film may be.
    """

    name: str
    shortest_ms: int | None = None
    longest_ms: int | None = None
    largest_bytes: int | None = None
    containers: tuple[str, ...] = ()
    video_codecs: tuple[str, ...] = ()
    audio_codecs: tuple[str, ...] = ()
    smallest_side: int | None = None
    largest_side: int | None = None
    largest_width: int | None = None
    shapes: tuple[str, ...] = ()
    best_shape: str = ""
    least_rate: float | None = None
    most_rate: float | None = None
    largest_kbps: int | None = None
    audio_rates: tuple[int, ...] = ()
    most_channels: int | None = None
    needs_sound: bool = False
    loudness_lufs: float | None = None
    loudness_room: float = 2.0
    peak_dbtp: float | None = None
    refuses_edit_lists: bool = False
    needs_index_first: bool = False


@dataclass(frozen=True, slots=True)
class Levels:
    """How loud a film is, as it was measured when it was made; None for what nobody measured."""

    loudness_lufs: float | None = None
    true_peak_dbtp: float | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """What stands in the way: its name, a sentence with holes ("%(most)s"), and what fills them.

    One that is no `obstacle` is only advice: the platform takes the file, and shows it less well.
    """

    key: str
    sentence: str
    facts: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    is_obstacle: bool = True

    @property
    def text(self) -> str:
        """The sentence, filled in."""
        return self.sentence % self.facts


SENTENCES: Final[dict[str, str]] = {
    "unreadable": "The file cannot be read as a film. Make the version again, then publish that file.",
    "silent": "%(name)s takes no film without sound. Add voices or music, then make the version again.",
    "too_short": "The film lasts %(is)s, and %(name)s takes none under %(limit)s. Let a shot stay longer or add one.",
    "too_long": (
        "The film lasts %(is)s, and %(name)s takes %(limit)s at most. "
        "Shorten it: the studio proposes which shots could go."
    ),
    "too_large": (
        "The file has %(is)s, and %(name)s takes %(limit)s at most. Make the version in draft quality, or shorten it."
    ),
    "container": "The file is a %(is)s, and %(name)s takes %(limit)s. Make the version again: the studio makes MP4.",
    "video_codec": (
        "The picture is stored as %(is)s, and %(name)s takes %(limit)s. Make the version again: the studio makes H.264."
    ),
    "audio_codec": (
        "The sound is stored as %(is)s, and %(name)s takes %(limit)s. Make the version again: the studio makes AAC."
    ),
    "too_small_frame": "The picture is %(is)s, and %(name)s takes no side under %(limit)s. Make it in full quality.",
    "too_large_frame": "The picture is %(is)s, and %(name)s takes no side over %(limit)s. Make it in another quality.",
    "too_wide_frame": "The picture is %(is)s, and %(name)s takes a width of %(limit)s at most. Make the 9:16 version.",
    "shape": "The picture is %(is)s, and %(name)s takes %(limit)s. Make a version in one of these shapes.",
    "best_shape": (
        "The picture is %(is)s; %(name)s shows it with bars or cut off. Make the %(limit)s version to fill the screen."
    ),
    "slow_rate": "The film has %(is)s frames a second, and %(name)s takes %(limit)s at least. Make the version again.",
    "fast_rate": "The film has %(is)s frames a second, and %(name)s takes %(limit)s at most. Make the version again.",
    "bitrate": "The file has %(is)s Mbit/s, and %(name)s takes %(limit)s at most. Make the version in draft quality.",
    "audio_rate": "The sound has %(is)s samples a second, and %(name)s takes %(limit)s. Make the version again.",
    "channels": "The sound has %(is)s channels, and %(name)s takes %(limit)s at most. Make the version again.",
    "loudness": (
        "The film is at %(is)s LUFS, and %(name)s turns films to about %(limit)s. "
        "Make the version again: the studio brings it there."
    ),
    "peak": "The sound peaks at %(is)s dBTP, over %(limit)s, where %(name)s may distort it. Make the version again.",
    "edit_list": (
        "The file has an edit list, with which %(name)s shows picture and sound apart. "
        "Make the version again: the studio writes none."
    ),
    "index_last": (
        "The file's index comes after its picture, and %(name)s wants it first. "
        "Make the version again: the studio writes it first."
    ),
}
"""Every sentence by its name, so that a page can show it in another language."""


def check(path: Path, limits: Limits, levels: Levels | None = None) -> list[Problem]:
    """Return what of a file a platform would not take, obstacles first; an empty list if it may be sent."""
    try:
        probed = probe(path)
    except BrokenMedia:
        return [_problem("unreadable", limits)]
    if probed.kind != "video":
        return [_problem("unreadable", limits)]
    found = [
        *_length_and_size(path, probed, limits),
        *_storage(path, probed, limits, boxes_of(path)),
        *_picture(probed, limits),
        *_sound(probed, limits, levels or Levels()),
    ]
    return sorted(found, key=lambda problem: not problem.is_obstacle)


def _problem(key: str, limits: Limits, is_: object = "", limit: object = "", *, is_obstacle: bool = True) -> Problem:
    facts = {"name": limits.name, "is": str(is_), "limit": str(limit)}
    return Problem(key, SENTENCES[key], MappingProxyType(facts), is_obstacle)


def _length_and_size(path: Path, probed: Probed, limits: Limits) -> Iterator[Problem]:
    length, size = probed.duration_ms, path.stat().st_size
    if limits.shortest_ms is not None and length < limits.shortest_ms:
        yield _problem("too_short", limits, clock(length), clock(limits.shortest_ms))
    if limits.longest_ms is not None and length > limits.longest_ms:
        yield _problem("too_long", limits, clock(length), clock(limits.longest_ms))
    if limits.largest_bytes is not None and size > limits.largest_bytes:
        yield _problem("too_large", limits, _bytes(size), _bytes(limits.largest_bytes))
    bitrate = round(size * 8 / max(1, length))
    if limits.largest_kbps is not None and bitrate > limits.largest_kbps:
        yield _problem("bitrate", limits, f"{bitrate / 1000:.1f}", f"{limits.largest_kbps / 1000:g}")


def _storage(path: Path, probed: Probed, limits: Limits, boxes: Boxes) -> Iterator[Problem]:
    container = _container(path, probed)
    if limits.containers and container not in limits.containers:
        yield _problem("container", limits, container.upper(), _or(map(str.upper, limits.containers)))
    codec = _SAME.get(probed.codec, probed.codec)
    if limits.video_codecs and codec not in limits.video_codecs:
        yield _problem("video_codec", limits, _codec(codec), _or(map(_codec, limits.video_codecs)))
    if not boxes.has_index:
        return
    if limits.refuses_edit_lists and boxes.edit_lists:
        yield _problem("edit_list", limits)
    if limits.needs_index_first and not boxes.is_index_first:
        yield _problem("index_last", limits)


def _picture(probed: Probed, limits: Limits) -> Iterator[Problem]:
    sides = (probed.width, probed.height)
    size, ratio = f"{probed.width} × {probed.height}", probed.width / probed.height
    if limits.smallest_side is not None and min(sides) < limits.smallest_side:
        yield _problem("too_small_frame", limits, size, limits.smallest_side)
    if limits.largest_side is not None and max(sides) > limits.largest_side:
        yield _problem("too_large_frame", limits, size, limits.largest_side)
    if limits.largest_width is not None and probed.width > limits.largest_width:
        yield _problem("too_wide_frame", limits, size, limits.largest_width)
    if limits.shapes and not any(_has_shape(ratio, shape) for shape in limits.shapes):
        yield _problem("shape", limits, size, _or(limits.shapes))
    elif limits.best_shape and not _has_shape(ratio, limits.best_shape):
        yield _problem("best_shape", limits, size, limits.best_shape, is_obstacle=False)
    rate = probed.rate
    if rate is not None and limits.least_rate is not None and rate < limits.least_rate * (1 - _DRIFT):
        yield _problem("slow_rate", limits, f"{float(rate):g}", f"{limits.least_rate:g}")
    if rate is not None and limits.most_rate is not None and rate > limits.most_rate * (1 + _DRIFT):
        yield _problem("fast_rate", limits, f"{float(rate):g}", f"{limits.most_rate:g}")


def _has_shape(ratio: float, shape: str) -> bool:
    wide, high = shape.split(":")
    return abs(ratio * int(high) / int(wide) - 1) <= _NEAR


_NEAR = 0.02
"""Shapes as near as this count as the same."""
_DRIFT = 0.002
"""23.976 frames a second count as 24."""


def _sound(probed: Probed, limits: Limits, levels: Levels) -> Iterator[Problem]:
    if not probed.has_audio:
        if limits.needs_sound:
            yield _problem("silent", limits)
        return
    if limits.audio_codecs and probed.audio_codec not in limits.audio_codecs:
        yield _problem("audio_codec", limits, _codec(probed.audio_codec), _or(map(_codec, limits.audio_codecs)))
    if limits.audio_rates and probed.audio_rate not in limits.audio_rates:
        yield _problem("audio_rate", limits, probed.audio_rate, _or(map(str, limits.audio_rates)))
    if limits.most_channels is not None and probed.channels > limits.most_channels:
        yield _problem("channels", limits, probed.channels, limits.most_channels)
    yield from _loudness(limits, levels)


def _loudness(limits: Limits, levels: Levels) -> Iterator[Problem]:
    loud, peak = levels.loudness_lufs, levels.true_peak_dbtp
    wanted = limits.loudness_lufs
    if wanted is not None and loud is not None and abs(loud - wanted) > limits.loudness_room:
        yield _problem("loudness", limits, f"{loud:.1f}", f"{wanted:g}", is_obstacle=False)
    if limits.peak_dbtp is not None and peak is not None and peak > limits.peak_dbtp + _PEAK_ROOM:
        yield _problem("peak", limits, f"{peak:.1f}", f"{limits.peak_dbtp:g}", is_obstacle=False)


_PEAK_ROOM = 0.05
"""What meters differ by."""


def _container(path: Path, probed: Probed) -> str:
    """The kind of file by what is in it; by its name only where two kinds are stored alike."""
    if probed.reader.startswith("mov"):
        return "mov" if path.suffix.lower() == ".mov" else "mp4"
    if probed.reader.startswith("matroska"):
        return "webm" if _SAME.get(probed.codec, probed.codec) in {"vp8", "vp9", "av1"} else "mkv"
    return probed.reader.partition(",")[0]


_SAME: Final = {"libdav1d": "av1", "libaom-av1": "av1", "libvpx": "vp8", "libvpx-vp9": "vp9"}
"""What reads a codec, where that has a name of its own."""
_CODECS: Final = {"h264": "H.264", "hevc": "H.265", "vp8": "VP8", "vp9": "VP9", "av1": "AV1", "aac": "AAC"}


def _codec(name: str) -> str:
    return _CODECS.get(name, name)


def _or(names: Iterable[str]) -> str:
    return " / ".join(names)


def clock(length_ms: int) -> str:
    """Return a length as minutes and seconds: "3:05", or "2.5 s" under ten seconds."""
    seconds = length_ms / 1000
    return f"{seconds:.1f} s" if seconds < 10 else f"{int(seconds) // 60}:{int(seconds) % 60:02d}"


def _bytes(size: int) -> str:
    steps: tuple[tuple[int, str, Callable[[float], str]], ...] = (
        (10**9, "GB", lambda value: f"{value:.1f}"),
        (10**6, "MB", lambda value: f"{value:.0f}"),
    )
    for unit, name, shown in steps:
        if size >= unit:
            return f"{shown(size / unit)} {name}"
    return f"{-(-size // 1000)} KB"
