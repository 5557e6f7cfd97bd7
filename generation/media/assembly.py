"""A timeline -> a finished film: the only module the rest of the studio needs to call.

Every shot becomes a segment and all sound becomes one track, each kept under its digest; the film is those joined by
copying. So a film with one changed shot costs one encode, and what was made before an interruption is not made again.
"""

from __future__ import annotations

import errno
import os
import threading
import uuid
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from . import ffmpeg
from .captions import shot_events
from .conform import SegmentPlan, is_whole, make_segment, segment_path
from .errors import DiskFull, MediaError
from .formats import Format
from .phrases import phrases
from .placement import seated
from .probe import count_frames
from .reframing import reframed
from .runner import run
from .soundtrack import Soundtrack, make_soundtrack
from .subtitles import FILE_STYLE, to_srt, to_vtt
from .timeline import DIPS, PictureClip, Timeline

_JOIN_TIMEOUT_S = 3600
# The share of the work that is over when all segments are there; the rest is joining.
_ENCODED_SHARE = 0.97
_TELL_EVERY_S = 0.25
_LOOKS_AT_ONCE = 8


@dataclass(frozen=True, slots=True)
class Assembled:
    """What came of an assembly. Levels are those after encoding, None for a film without sound; `size` is in bytes."""

    frames: int
    duration_ms: int
    encoded_segments: int
    reused_segments: int
    loudness_lufs: float | None
    true_peak_dbtp: float | None
    size: int


def assemble(
    timeline: Timeline,
    fmt: Format,
    output: Path,
    cache: Path,
    *,
    captions_burned: bool = True,
    on_progress: Callable[[float], None] | None = None,
) -> Assembled:
    """Make the film of a timeline at `output` (MP4), with its captions beside it as .srt and .vtt.

    `cache` keeps segments and sound from one assembly to the next. `on_progress` is told the part done, 0 to 1, in
    the caller's own thread; what it raises stops the assembly. Nothing is left at `output` unless the film is whole.
    Raises BrokenMedia naming the clip that cannot be used, DiskFull, or MediaError.
    """
    _check(timeline, fmt)
    shots = reframed(timeline.picture, fmt, cache / "looks")
    timeline = replace(timeline, picture=tuple(seated(shot, fmt) for shot in shots))
    with _room_on_disk():
        output.parent.mkdir(parents=True, exist_ok=True)
        plans = _plans(timeline, fmt, captions_burned=captions_burned)
        progress = _Progress(timeline.frames, on_progress)
        encoded, sound = _make_parts(plans, timeline, fmt, cache, progress)
        segments = [segment_path(plan, cache / "segments") for plan in plans]
        _join(segments, sound, timeline, fmt, output, cache)
        _write_captions(timeline, fmt, output)
        progress.tell(1.0)
        return Assembled(
            frames=timeline.frames,
            duration_ms=timeline.duration_ms,
            encoded_segments=encoded,
            reused_segments=len(plans) - encoded,
            loudness_lufs=sound.loudness_lufs,
            true_peak_dbtp=sound.true_peak_dbtp,
            size=output.stat().st_size,
        )


class _Progress:
    """Frames done by all encoders together. They report from their threads; the listener is told from the caller's."""

    def __init__(self, frames: int, listener: Callable[[float], None] | None) -> None:
        self._total = frames
        self._listener = listener
        self._done: dict[str, int] = {}
        self._told = 0.0
        self.stopped = threading.Event()

    def segment(self, name: str, frames: int) -> None:
        """`frames` of the segment are done. Raises MediaError when the assembly is being stopped."""
        self.check()
        self._done[name] = frames

    def check(self) -> None:
        """Raise MediaError when the assembly is being stopped."""
        if self.stopped.is_set():
            raise MediaError("The assembly was stopped.")

    def tell(self, part: float | None = None) -> None:
        """Tell the listener how much is done: what the encoders reported, unless `part` says it."""
        if part is None:
            part = _ENCODED_SHARE * sum(list(self._done.values())) / self._total
        if self._listener is not None and part > self._told:
            self._told = part
            self._listener(min(1.0, part))


def _check(timeline: Timeline, fmt: Format) -> None:
    if not timeline.picture:
        raise MediaError("There is nothing to assemble: the cut has no shots.")
    if timeline.rate != fmt.rate:
        raise MediaError(f"The cut is counted at {timeline.rate} frames a second and the format has {fmt.rate}.")


@contextmanager
def _room_on_disk() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        message = "The disk is full: there is no room left to write the film. Free some space and try again."
        raise DiskFull(message) from error


def _plans(timeline: Timeline, fmt: Format, *, captions_burned: bool) -> list[SegmentPlan]:
    shots = timeline.picture
    events = shot_events(timeline, fmt) if captions_burned else [[] for _ in shots]
    plans = []
    for index, (shot, shown) in enumerate(zip(shots, events, strict=True)):
        after = shots[index + 1] if index + 1 < len(shots) else None
        frames, colour = _going_out(shot, after, timeline.fade_out_frames)
        before = shots[index - 1] if index else None
        plans.append(SegmentPlan(shot, fmt, tuple(shown), timeline.captions, before, frames, colour))
    return plans


def _going_out(shot: PictureClip, after: PictureClip | None, at_end: int) -> tuple[int, str]:
    """Over how many of its last frames a shot goes into which colour: for the dip that follows, or the film's end."""
    if after is None:
        return min(at_end, shot.frames), "black"
    if after.transition is None or not after.transition.dips:
        return 0, "black"
    # A short shot is not dark from its middle on.
    return min(after.transition.frames, shot.frames // 2), DIPS[after.transition.kind]


def _make_parts(
    plans: Sequence[SegmentPlan], timeline: Timeline, fmt: Format, cache: Path, progress: _Progress
) -> tuple[int, Soundtrack]:
    """Encode what is missing, and the sound beside it; answer how many segments were encoded."""
    folder = cache / "segments"
    missing = _missing(plans, folder, progress)
    # A container may be given fewer cores than the machine has; only Linux can tell.
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    jobs = max(1, min(cores, len(missing)))
    # One thread for each encoder wastes least; a lone encoder gets the whole machine.
    threads = max(1, cores // jobs)
    with ThreadPoolExecutor(jobs + 1, thread_name_prefix="assembly") as workers:
        sound = workers.submit(make_soundtrack, timeline, fmt, cache / "sound", on_step=progress.check)
        pending: list[Future[Path]] = [
            workers.submit(_encode, path, plan, threads, progress) for path, plan in missing.items()
        ]
        _wait([sound, *pending], progress)
    return len(missing), sound.result()


def _missing(plans: Sequence[SegmentPlan], folder: Path, progress: _Progress) -> dict[Path, SegmentPlan]:
    """The segments that must be encoded, longest first. Those that are there are marked as used now."""
    missing: dict[Path, SegmentPlan] = {}
    paths = [segment_path(plan, folder) for plan in plans]
    # Looking into a file is mostly waiting for it, so several are looked into at once.
    with ThreadPoolExecutor(_LOOKS_AT_ONCE) as looking:
        kept = looking.map(is_whole, paths, (plan.shot.frames for plan in plans))
    for index, (plan, path, is_kept) in enumerate(zip(plans, paths, kept, strict=True)):
        if path in missing:
            continue
        if is_kept:
            path.touch()
            progress.segment(f"{index}", plan.shot.frames)
        else:
            missing[path] = plan
    return dict(sorted(missing.items(), key=lambda item: -item[1].shot.frames))


def _encode(path: Path, plan: SegmentPlan, threads: int, progress: _Progress) -> Path:
    progress.segment(path.stem, 0)
    made = make_segment(
        plan, path.parent, threads=threads, on_progress=lambda frames: progress.segment(path.stem, frames)
    )
    progress.segment(path.stem, plan.shot.frames)
    return made


def _wait(pending: Sequence[Future[Any]], progress: _Progress) -> None:
    """Wait for all; at the first failure stop the others and raise it."""
    try:
        waiting = set(pending)
        while waiting:
            done, waiting = wait(waiting, timeout=_TELL_EVERY_S, return_when=FIRST_COMPLETED)
            for future in done:
                future.result()
            progress.tell()
    except BaseException:
        progress.stopped.set()
        for future in pending:
            future.cancel()
        raise


def _join(
    segments: Sequence[Path], sound: Soundtrack, timeline: Timeline, fmt: Format, output: Path, cache: Path
) -> None:
    """Join the segments and lay the sound beside them, whole or not at all."""
    listing = cache / f"{uuid.uuid4().hex}.ffconcat"
    work = output.with_name(f"{output.name}.{uuid.uuid4().hex[:8]}.part")
    lines = [f"file segments/{path.name}\n" for path in segments]
    try:
        listing.write_text("ffconcat version 1.0\n" + "".join(lines))
        run(ffmpeg.join(listing, sound.path, fmt, work), timeout_s=_JOIN_TIMEOUT_S)
        frames = count_frames(work)
        if frames != timeline.frames:
            raise MediaError(f"The film came out with {frames} frames instead of {timeline.frames}.")
        work.replace(output)
    finally:
        listing.unlink(missing_ok=True)
        work.unlink(missing_ok=True)


def _write_captions(timeline: Timeline, fmt: Format, output: Path) -> None:
    shown = phrases(timeline.words, fmt, FILE_STYLE, language=timeline.captions.language)
    output.with_suffix(".srt").write_text(to_srt(shown), encoding="utf-8")
    output.with_suffix(".vtt").write_text(to_vtt(shown), encoding="utf-8")
