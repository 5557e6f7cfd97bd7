"""Whose faces a clip shows and where it draws the eye, for clips of which nobody knows who stands where.

Faces are looked for in a few pictures a second. They are not always found: drawn ones, small ones, those that look
away. So it is reckoned too, on small copies of the same pictures, what draws the eye: what stands out from its
surroundings, what moves against them, strong colours, the colours of skin. All of that together finds people in most
pictures, as they stand out, move and have skin.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

from .errors import BrokenMedia
from .faces import Face, can_find, faces_in
from .framing import Person
from .probe import opened
from .tracks import PERHAPS, people_in

# Goes up when the way of looking changes, so that nothing found the old way is used again.
_LOOKING = 3
_SIDE = 64
"""The longer side of the small copies, in pixels."""
_FACES_SIDE = 448
"""The longer side of the copies in which faces are looked for: 35 ms each, half as much again as at 384."""
_EVERY_MS = 250
_MOST_MS = 120_000
"""No shot is longer; what comes after in a clip is not looked at."""

_STANDS_OUT, _MOVES, _COLOUR, _SKIN = 1.0, 1.6, 0.5, 0.9
"""How much each counts."""
_EDGE = 0.08
"""What lies this near to the picture's edge counts less: it is cut by the picture itself."""

Map = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Salient:
    """How much each column and each row of a clip's picture draws the eye (sums of 1), every so often; and the people
    whose faces were found, without names.
    """

    every_ms: int
    columns: Map
    rows: Map
    people: tuple[Person, ...] = ()

    def along(self, time_ms: float, *, is_across: bool) -> Map:
        """Return what draws the eye at a moment along one side of the picture."""
        found = self.columns if is_across else self.rows
        return np.asarray(found[min(len(found) - 1, max(0, int(time_ms // self.every_ms)))])


def look(path: Path, key: str, cache: Path) -> Salient:
    """Return whom a clip or a still shows and where it draws the eye. It is kept in `cache` under the clip's `key`.

    Raise BrokenMedia if it cannot be read.
    """
    place = _place(key, cache)
    if (before := kept(key, cache)) is not None:
        place.touch()
        return before
    found = _found(path)
    cache.mkdir(parents=True, exist_ok=True)
    part = place.with_name(f"{place.name}.{uuid.uuid4().hex[:8]}.part")
    try:
        people = [[person.name, person.boxes] for person in found.people]
        part.write_text(json.dumps([found.every_ms, found.columns.tolist(), found.rows.tolist(), people]))
        part.replace(place)
    finally:
        part.unlink(missing_ok=True)
    return found


def _place(key: str, cache: Path) -> Path:
    way = f"{_LOOKING}" if can_find() else f"{_LOOKING} no faces"
    return cache / f"{sha256(f'{way} {key}'.encode()).hexdigest()}.json"


def kept(key: str, cache: Path) -> Salient | None:
    """Return what was found in a clip before; None if nobody has looked at it yet."""
    try:
        every_ms, columns, rows, people = json.loads(_place(key, cache).read_text())
        return Salient(int(every_ms), np.array(columns), np.array(rows), tuple(_person(*one) for one in people))
    except (OSError, ValueError, TypeError):
        return None


def _person(name: str, boxes: Sequence[tuple[int, Sequence[float]]]) -> Person:
    return Person(name, tuple((int(at), (left, top, right, bottom)) for at, (left, top, right, bottom) in boxes))


def _found(path: Path) -> Salient:
    looked = list(_pictures(path))
    if not looked:
        raise BrokenMedia(f"{path.name} holds no picture.")
    pictures = [one.small for one in looked]
    drawn = [
        _drawn(picture, [other for other in pictures[max(0, index - 1) : index + 2] if other is not picture])
        for index, picture in enumerate(pictures)
    ]
    columns, rows = (np.array([one.sum(axis=axis) for one in drawn]) for axis in (0, 1))
    shape = pictures[0].shape[1] / pictures[0].shape[0]
    people = people_in([(one.at_ms, one.faces) for one in looked], shape)
    return Salient(_EVERY_MS, _calmed(columns), _calmed(rows), people)


@dataclass(frozen=True, slots=True)
class _Looked:
    """One picture of a clip: when it is shown, a small copy (rows, columns, red green blue; 0 to 1), and its faces."""

    at_ms: int
    small: Map
    faces: Sequence[Face]


def _pictures(path: Path) -> Iterator[_Looked]:
    """A few pictures a second of a clip, looked at."""
    is_able = can_find()
    with opened(path) as container:
        if not container.streams.video:
            return
        stream = container.streams.video[0]
        stream.thread_type = "AUTO"
        due = 0.0
        for frame in container.decode(stream):
            at = (frame.time or 0.0) * 1000
            if at + 1 >= due:
                due = max(due, at) + _EVERY_MS
                small = np.asarray(_copy(frame, _SIDE), dtype=np.float64) / 255
                faces = faces_in(_copy(frame, _FACES_SIDE), sure=PERHAPS) if is_able else ()
                yield _Looked(round(at), small, faces)
            if at > _MOST_MS:
                return


def _copy(frame: av.VideoFrame, side: int) -> NDArray[np.uint8]:
    """Return an upright copy of a picture whose longer side has so many pixels, as (rows, columns, red green blue)."""
    largest = max(frame.width, frame.height)
    width, height = (max(8, round(length * side / largest)) for length in (frame.width, frame.height))
    picture = frame.reformat(width=width, height=height, format="rgb24", interpolation="AREA").to_ndarray()
    return np.asarray(np.rot90(picture, frame.rotation // 90) if frame.rotation % 360 else picture, dtype=np.uint8)


def _drawn(picture: Map, beside: Sequence[Map]) -> Map:
    """How much each point draws the eye, knowing the pictures before and after; all together are 1."""
    light = picture @ np.array([0.2126, 0.7152, 0.0722])
    mean = picture.mean(axis=(0, 1))
    parts = _STANDS_OUT * _unit(_residual(light)) + _COLOUR * _unit(np.abs(picture - mean).sum(axis=2))
    parts = parts + _SKIN * _unit(_skin(picture) * (0.2 + _unit(_detail(light))))
    if beside:
        # What differs from one of the two only has been there, or will be.
        parts = parts + _MOVES * np.min([_moving(picture, other) for other in beside], axis=0)
    parts = _blurred(parts, 2) * _inner(parts.shape)
    # What draws the eye a little everywhere draws it nowhere.
    parts = np.maximum(0, parts - np.median(parts)) + 1e-6
    return np.asarray(parts / parts.sum())


def _residual(light: Map) -> Map:
    """What a picture has that pictures usually have not: its spectrum without the smooth part of it."""
    spectrum = np.fft.fft2(light)
    size = np.log(np.abs(spectrum) + 1e-9)
    return np.asarray(
        _blurred(np.abs(np.fft.ifft2(np.exp(size - _blurred(size, 1) + 1j * np.angle(spectrum)))) ** 2, 1)
    )


def _moving(picture: Map, other: Map) -> Map:
    """What moves against the picture as a whole: a moving camera moves everything, and that draws no eye."""
    moved = _blurred(np.abs(picture - other).sum(axis=2), 1)
    usual, most = float(np.median(moved)), float(moved.max())
    if most < _STILL:
        return np.zeros(moved.shape)
    return np.asarray(np.clip((moved - 1.5 * usual) / most, 0, 1))


_STILL = 0.06
"""Less of a change than this is the grain of the picture."""


def _skin(picture: Map) -> Map:
    """How near each point is to the colours of skin, dark and light: warm, and not too strong."""
    red, green, blue = (picture[:, :, index] for index in range(3))
    light = picture @ np.array([0.299, 0.587, 0.114])
    warm, cool = 0.713 * (red - light), 0.564 * (blue - light)
    return np.asarray(np.exp(-(((warm - 0.09) / 0.05) ** 2) - ((cool + 0.07) / 0.05) ** 2) * (green > 0.08))


def _detail(light: Map) -> Map:
    across, down = np.zeros_like(light), np.zeros_like(light)
    across[:, 1:], down[1:, :] = np.abs(np.diff(light, axis=1)), np.abs(np.diff(light, axis=0))
    return _blurred(across + down, 1)


def _inner(shape: tuple[int, ...]) -> Map:
    """How much each point counts for where it is: less at the very edge."""
    ways = []
    for length in shape[:2]:
        near = np.minimum(np.arange(length) + 0.5, length - np.arange(length) - 0.5) / length
        ways.append(np.clip(near / _EDGE, 0.3, 1))
    return np.asarray(ways[0][:, np.newaxis] * ways[1][np.newaxis, :])


def _unit(values: Map) -> Map:
    most = float(values.max())
    return np.asarray(values / most) if most > 1e-9 else np.zeros(values.shape)


def _blurred(values: Map, times: int) -> Map:
    """Each point as the mean of the nine around it, again and again."""
    for _ in range(times):
        for axis in (0, 1):
            padded = np.pad(values, [(1, 1) if one == axis else (0, 0) for one in (0, 1)], mode="edge")
            length = values.shape[axis]
            values = np.mean([padded.take(range(shift, shift + length), axis=axis) for shift in range(3)], axis=0)
    return np.asarray(values)


def _calmed(found: Map) -> Map:
    """Each moment with a little of those beside it, so that a flicker draws nobody aside."""
    padded = np.pad(found, [(1, 1), (0, 0)], mode="edge")
    return np.asarray(np.round((padded[:-2] + 2 * padded[1:-1] + padded[2:]) / 4, 5))
