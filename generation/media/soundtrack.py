"""A timeline's sound -> one encoded file, at -14 LUFS, ready to be laid beside the picture by copying.

It is kept under the digest of everything that is heard, so that a change of picture never mixes again.
"""

from __future__ import annotations

import json
import uuid
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

import numpy as np

from . import ffmpeg
from .formats import Format
from .loudness import SILENT, Samples, integrated_loudness, true_peak
from .mix import mix, sample_count
from .runner import run
from .sound import CEILING_DBTP, TARGET_LUFS, master, read_sound
from .timeline import SoundClip, Timeline, Track

# Goes up when the way of mixing or encoding changes, so that no sound made the old way is used again.
_MIXING = 1
# An AAC encoder puts this much before the sound. Normally an edit list tells players to skip it; our films have none,
# so the sound's own first 21 ms make room for it, and everything after them is heard when it should be.
_PRIMING = 1024
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


def make_soundtrack(timeline: Timeline, fmt: Format, cache: Path) -> Soundtrack:
    """Mix, master and encode the film's sound, or find it in the cache.

    A film without sound gets a silent track, because not every platform takes a film that has none. Raises
    BrokenMedia naming the clip that cannot be heard, DiskFull, or MediaError.
    """
    target = cache / f"{soundtrack_digest(timeline, fmt)}.aac"
    kept = _kept(target)
    if kept is not None:
        return kept
    cache.mkdir(parents=True, exist_ok=True)
    made = _on_target(mix(timeline), fmt, target)
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


def _on_target(mixed: Samples, fmt: Format, path: Path) -> Soundtrack:
    """Master and encode, and again when encoding has moved the levels: it takes off treble and adds to peaks."""
    target, ceiling = TARGET_LUFS, CEILING_DBTP
    for tries_left in reversed(range(_TRIES)):
        made = _encoded(master(mixed, target_lufs=target, ceiling_dbtp=ceiling).samples, fmt, path)
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


def _encoded(samples: Samples, fmt: Format, target: Path) -> Soundtrack:
    raw = target.with_name(f"{target.stem}.{uuid.uuid4().hex[:8]}.part")
    # A sound of a frame or two is known for AAC only by its name.
    work = raw.with_suffix(".part.aac")
    try:
        heard = samples[_PRIMING:] if len(samples) > _PRIMING else np.zeros((1, 2), np.float32)
        raw.write_bytes(np.ascontiguousarray(heard, dtype="<f4").tobytes())
        run(ffmpeg.encode_sound(raw, fmt, work), timeout_s=_TIMEOUT_S)
        decoded = read_sound(work, channels=2)
        work.replace(target)
    finally:
        raw.unlink(missing_ok=True)
        work.unlink(missing_ok=True)
    return Soundtrack(target, _finite(integrated_loudness(decoded)), _finite(true_peak(decoded)), reused=False)


def _finite(level: float) -> float | None:
    return None if level == SILENT else round(level, 2)


def _track_value(track: Track) -> list[object]:
    return [_clip_value(clip) for clip in track.clips if clip.clip.media is not None]


def _clip_value(placed: SoundClip) -> list[object]:
    used = asdict(placed.clip.source_range) if placed.clip.source_range else None
    return [placed.clip.key, used, placed.start_ms, placed.gain_db, placed.duration_ms]
