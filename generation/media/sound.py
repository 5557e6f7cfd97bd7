"""Read the sound of any file, a stretch at a time, as samples for the mix."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import av
import numpy as np
import soxr
from av.audio.frame import AudioFrame
from av.audio.stream import AudioStream
from av.container import InputContainer

from .errors import BrokenMedia
from .formats import SAMPLE_RATE
from .loudness import Samples
from .probe import opened


def read_sound(
    path: Path, *, channels: int, start_ms: int = 0, duration_ms: int | None = None, reader: str | None = None
) -> Iterator[Samples]:
    """The file's sound at 48 kHz from `start_ms` on, in one or two channels, about a second at a time.

    `reader` is libavformat's name for the kind of file, where it is known. Raises BrokenMedia when the file has
    no sound or cannot be read at all; a damaged moment in it is skipped.
    """
    with opened(path, reader) as container:
        if not container.streams.audio:
            raise BrokenMedia(f"{path.name} has no sound.")
        stream = container.streams.audio[0]
        rate = stream.codec_context.sample_rate
        last = None if duration_ms is None else (start_ms + duration_ms) * rate // 1000
        found = _between(_seconds(_decoded(container, stream, channels), rate), start_ms * rate // 1000, last)
        first = next(found, None)
        if first is None:
            raise BrokenMedia(f"{path.name} has a sound track with nothing in it.")
        yield from _at_rate(_chained(first, found), rate, channels)


def _decoded(container: InputContainer, stream: AudioStream, channels: int) -> Iterator[Samples]:
    layout = "mono" if channels == 1 else "stereo"
    converter = av.AudioResampler(format="fltp", layout=layout, rate=stream.codec_context.sample_rate)
    for frame in _frames(container, stream):
        for converted in converter.resample(frame):
            yield converted.to_ndarray().astype(np.float32, copy=False).T


def _frames(container: InputContainer, stream: AudioStream) -> Iterator[AudioFrame]:
    for packet in container.demux(stream):
        try:
            yield from packet.decode()
        except av.InvalidDataError:
            continue


def _seconds(parts: Iterable[Samples], rate: int) -> Iterator[Samples]:
    """The same sound in parts of a second or more: a decoder's own are too short to work on one by one."""
    gathered: list[Samples] = []
    length = 0
    for part in parts:
        gathered.append(part)
        length += len(part)
        if length >= rate:
            yield np.concatenate(gathered)
            gathered, length = [], 0
    if gathered:
        yield np.concatenate(gathered)


def _between(parts: Iterable[Samples], first: int, last: int | None) -> Iterator[Samples]:
    """Samples `first` to `last` of the sound, in as many parts as it has: a part may be empty."""
    at = 0
    for part in parts:
        yield part[max(0, first - at) : None if last is None else max(0, last - at)]
        at += len(part)
        if last is not None and at >= last:
            break


def _chained(first: Samples, others: Iterable[Samples]) -> Iterator[Samples]:
    yield first
    yield from others


def _at_rate(parts: Iterable[Samples], rate: int, channels: int) -> Iterator[Samples]:
    if rate == SAMPLE_RATE:
        yield from parts
        return
    converter = soxr.ResampleStream(rate, SAMPLE_RATE, channels, dtype="float32", quality="HQ")
    for part in parts:
        yield converter.resample_chunk(np.ascontiguousarray(part))
    yield converter.resample_chunk(np.zeros((0, channels), np.float32), last=True)
