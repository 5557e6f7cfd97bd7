"""A timeline's sound -> one encoded file, at -14 LUFS, ready to be laid beside the picture by copying.

It is kept under the digest of everything that is heard, so that a change of picture never mixes again.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

import numpy as np

from . import ffmpeg
from .formats import Format
from .loudness import SILENT, LoudnessMeter, PeakMeter, Samples
from .mastering import CEILING_DBTP, TARGET_LUFS, Mastering
from .mix import mix, sample_count
from .runner import run
from .sound import read_sound
from .tape import blank_tape
from .timeline import SoundClip, Timeline, Track

# Goes up when the way of mixing or encoding changes, so that no sound made the old way is used again.
_MIXING = 2
# An AAC encoder puts this much before the sound. Normally an edit list tells players to skip it; our films have none,
# so the sound's own first 21 ms make room for it, and everything after them is heard when it should be.
_PRIMING = 1024
_CHANNELS = 2
_HIGHEST_DBTP = -1.0
_SPARE_DB = 0.15
_NEAR_ENOUGH_LU = 0.3
_MOST_PUSH_LU = 3.0
_TRIES = 4
_TIMEOUT_S = 3600


@dataclass(frozen=True, slots=True)
class Soundtrack:
    """An encoded sound, and its levels measured after encoding; None for a film without sound."""

    path: Path
    loudness_lufs: float | None
    true_peak_dbtp: float | None
    reused: bool


def soundtrack_digest(timeline: Timeline, fmt: Format) -> str:
    """The identity of the film's sound: 64 hex digits."""
    value = {
        "mixing": _MIXING,
        "samples": sample_count(timeline),
        "bitrate": fmt.audio_bitrate,
        "tracks": [_track_value(track) for track in (timeline.speech, timeline.music, timeline.effects)],
    }
    return sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()


def make_soundtrack(
    timeline: Timeline, fmt: Format, cache: Path, *, on_step: Callable[[], None] | None = None
) -> Soundtrack:
    """Mix, master and encode the film's sound, or find it in the cache.

    It is never held whole in memory; on the disk it takes 2.8 GB for each hour while it is made. `on_step` is called
    every few seconds of sound, and what it raises stops the work.
    A film without sound gets a silent track, because not every platform takes a film that has none. Raises
    BrokenMedia naming the clip that cannot be heard, DiskFull, or MediaError.
    """
    target = cache / f"{soundtrack_digest(timeline, fmt)}.aac"
    kept = _kept(target)
    if kept is not None:
        return kept
    cache.mkdir(parents=True, exist_ok=True)
    with blank_tape(cache, channels=_CHANNELS, samples=sample_count(timeline), on_read=on_step) as film:
        mix(timeline, film, cache)
        made = _on_target(Mastering(film), fmt, target)
    _write_notes(made)
    return made


def _kept(target: Path) -> Soundtrack | None:
    """The sound of an earlier assembly, marked as used now, when all of it is there."""
    notes = target.with_suffix(".json")
    if not (target.is_file() and notes.is_file()):
        return None
    levels = json.loads(notes.read_text())
    if levels.pop("size") != target.stat().st_size:
        return None
    for path in (target, notes):
        path.touch()
    return Soundtrack(target, **levels, reused=True)


def _write_notes(made: Soundtrack) -> None:
    levels = {"loudness_lufs": made.loudness_lufs, "true_peak_dbtp": made.true_peak_dbtp}
    work = made.path.with_suffix(f".{uuid.uuid4().hex[:8]}.part")
    work.write_text(json.dumps(levels | {"size": made.path.stat().st_size}))
    work.replace(made.path.with_suffix(".json"))


def _on_target(mastering: Mastering, fmt: Format, path: Path) -> Soundtrack:
    """Master and encode, and again when encoding has moved the levels: it takes off treble and adds to peaks."""
    target, ceiling = TARGET_LUFS, CEILING_DBTP
    for tries_left in reversed(range(_TRIES)):
        made = _encoded(mastering.play(mastering.reach(target, ceiling)), fmt, path)
        if made.loudness_lufs is None or made.true_peak_dbtp is None:
            break
        over, short = made.true_peak_dbtp - _HIGHEST_DBTP, TARGET_LUFS - made.loudness_lufs
        if not tries_left or (over <= 0 and abs(short) <= _NEAR_ENOUGH_LU):
            break
        if over > 0:
            ceiling -= over + _SPARE_DB
        # Sound that cannot be made loud enough is not driven into the limiter without end.
        target = min(target + short, TARGET_LUFS + _MOST_PUSH_LU)
    return made


def _encoded(sound: Iterable[Samples], fmt: Format, target: Path) -> Soundtrack:
    raw = target.with_name(f"{target.stem}.{uuid.uuid4().hex[:8]}.part")
    work = raw.with_suffix(".aac.part")
    try:
        _write_raw(sound, raw)
        run(ffmpeg.encode_sound(raw, fmt, work), timeout_s=_TIMEOUT_S)
        loudness, peak = _levels(work)
        work.replace(target)
    finally:
        raw.unlink(missing_ok=True)
        work.unlink(missing_ok=True)
    return Soundtrack(target, loudness, peak, reused=False)


def _write_raw(sound: Iterable[Samples], path: Path) -> None:
    """Write what the encoder reads: plain samples, which have no limit of size, less those its priming stands for."""
    skipped = 0
    with path.open("wb") as file:
        for part in sound:
            rest = part[_PRIMING - skipped :] if skipped < _PRIMING else part
            skipped += len(part) - len(rest)
            file.write(np.ascontiguousarray(rest, dtype="<f4").tobytes())
        if not file.tell():
            file.write(np.zeros((1, _CHANNELS), "<f4").tobytes())


def _levels(encoded: Path) -> tuple[float | None, float | None]:
    """Loudness and true peak of an encoded sound."""
    loudness, peak = LoudnessMeter(_CHANNELS), PeakMeter(_CHANNELS)
    # A sound of a frame or two is too short to be known for AAC by its content.
    for sound in read_sound(encoded, channels=_CHANNELS, reader="aac"):
        loudness.add(sound)
        peak.add(sound)
    return _finite(loudness.integrated()), _finite(peak.true_peak())


def _finite(level: float) -> float | None:
    return None if level == SILENT else round(level, 2)


def _track_value(track: Track) -> list[object]:
    return [_clip_value(clip) for clip in track.clips if clip.clip.media is not None]


def _clip_value(placed: SoundClip) -> list[object]:
    used = asdict(placed.clip.source_range) if placed.clip.source_range else None
    fades = [placed.fade_in_ms, placed.fade_out_ms]
    return [placed.clip.key, used, placed.start_ms, placed.gain_db, placed.duration_ms, fades, placed.level_lufs]
