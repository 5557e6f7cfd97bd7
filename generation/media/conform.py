"""One shot -> one segment: a file of exactly its frames, in the format, that can be joined to others by copying.

A segment is kept under the digest of everything that decides its picture, so that a shot which has not changed is
never encoded again, in whatever film and place it stands.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field, replace
from fractions import Fraction
from hashlib import sha256
from math import ceil, floor
from pathlib import Path

from . import caption_drawing, card_drawing, ffmpeg, lettering
from .captions import CaptionEvent
from .card_designs import design
from .errors import BrokenMedia, MediaError
from .ffmpeg import Beginning, Ending, Fit, Part, Source
from .fonts import faces_used, own_family
from .formats import CUT_RATIO, Format
from .framing import Framing, Window
from .probe import Probed, count_frames, probe
from .runner import find_ffmpeg, run
from .stills import draw_slate
from .timeline import DIPS, Captions, Clip, PictureClip

# Goes up when the way of encoding changes, so that no segment made the old way is used again.
_ENCODING = 2
# What is drawn for a segment, beside it while it is made.
_LEFTOVERS = (".png", ".before.png", ".captions.mov", ".card.mov", ".scrim.png")
# How far before the end of the clip before a dissolve is looked for: enough for a frame to be there at any rate.
_TAIL_S = Fraction(1, 2)
# Readers that know where each key frame is. Seeking in others may land behind the last one and find no picture at all,
# so those files are read from their start.
_INDEXED = ("mov,mp4,m4a,3gp,3g2,mj2", "matroska,webm")
# A 1080 x 1920 frame takes about 50 ms of a core; at forty times that something is stuck. The rest is for starting.
_SECONDS_A_FRAME = 2
_START_S = 120


@dataclass(frozen=True, slots=True)
class SegmentPlan:
    """All that decides a segment.

    `look` is how its captions look. `before` is the shot that a dissolve, wipe or match comes from. The last
    `out_frames` frames fade into `out_colour`.
    """

    shot: PictureClip
    fmt: Format
    captions: tuple[CaptionEvent, ...] = ()
    look: Captions = field(default_factory=Captions)
    before: PictureClip | None = None
    out_frames: int = 0
    out_colour: str = "black"

    @property
    def in_frames(self) -> int:
        """Over how many frames it begins; 0 for a cut."""
        return min(self.shot.transition.frames, self.shot.frames) if self.shot.transition else 0

    @property
    def comes_from(self) -> PictureClip | None:
        """The shot whose picture is seen while this one begins."""
        dips = self.shot.transition is not None and self.shot.transition.dips
        return self.before if self.in_frames and not dips else None


def segment_digest(plan: SegmentPlan) -> str:
    """The identity of a segment: 64 hex digits, the same for the same picture."""
    shot, before = plan.shot, plan.comes_from
    value = {
        "encoding": _ENCODING,
        # Another ffmpeg may write headers that cannot be joined to these.
        "program": find_ffmpeg().name,
        "format": _format_value(plan.fmt),
        "clip": _clip_value(shot),
        "frames": shot.frames,
        "begins": asdict(shot.transition) | {"frames": plan.in_frames} if shot.transition else None,
        "before": [_clip_value(before), before.frames] if before else None,
        "ends": [plan.out_frames, plan.out_colour] if plan.out_frames else None,
        "captions": _captions_value(plan),
        "card": _card_value(plan),
    }
    return sha256(json.dumps(value, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def _captions_value(plan: SegmentPlan) -> list[object]:
    if not plan.captions:
        return []
    text = "".join(word.text for event in plan.captions for line in event.lines for word in line)
    versions = [caption_drawing.DRAWING, lettering.LETTERING, *faces_used(text)]
    found = [[asdict(event) for event in plan.captions], plan.look.style, plan.look.palette, versions]
    return [*found, *_zone_value(plan.fmt)]


def _card_value(plan: SegmentPlan) -> list[object]:
    card = plan.shot.card
    if card is None:
        return []
    faces = [own_family(design(card.design).family), *faces_used(card.text + card.note)]
    return [asdict(card), card_drawing.DRAWING, lettering.LETTERING, faces, *_zone_value(plan.fmt)]


def _zone_value(fmt: Format) -> list[object]:
    """What a platform covers, for the shots that have words; nothing for no platform in particular."""
    return [asdict(fmt.safe_zone)] if fmt.platform else []


def segment_path(plan: SegmentPlan, cache: Path) -> Path:
    """Where the plan's segment is kept, whether or not it is there yet."""
    return cache / f"{segment_digest(plan)}.mp4"


def is_whole(segment: Path, frames: int) -> bool:
    """Tell whether a kept segment is there with all its frames."""
    try:
        return count_frames(segment) == frames
    except BrokenMedia:
        return False


def make_segment(
    plan: SegmentPlan, cache: Path, *, threads: int = 1, on_progress: Callable[[int], None] | None = None
) -> Path:
    """Encode the plan's segment and put it in its place in the cache, whole or not at all.

    `on_progress` is told the frames encoded so far. Raises BrokenMedia naming the shot when a clip cannot be used,
    DiskFull, or MediaError.
    """
    target = segment_path(plan, cache)
    cache.mkdir(parents=True, exist_ok=True)
    work = cache / f"{target.stem}.{uuid.uuid4().hex[:8]}.part"
    leftovers = [work, *(work.with_suffix(suffix) for suffix in _LEFTOVERS)]
    try:
        run(
            _command(plan, work, threads),
            timeout_s=_START_S + _SECONDS_A_FRAME * plan.shot.frames,
            on_progress=on_progress,
        )
        if not is_whole(work, plan.shot.frames):
            raise MediaError(f"Shot “{plan.shot.clip.name}” could not be encoded to its {plan.shot.frames} frames.")
        work.replace(target)
    finally:
        for path in leftovers:
            path.unlink(missing_ok=True)
    return target


def fit(width: int, height: int, fmt: Format, focus: tuple[float, float] | None = None) -> Fit:
    """How a picture of this size on screen fills the format: cut to it when nearly its shape, or around a focus."""
    across, down = Fraction(fmt.width, width), Fraction(fmt.height, height)
    near = max(across, down) / min(across, down) <= Fraction(str(CUT_RATIO))
    if not (near or focus):
        scale = min(across, down)
        # Even numbers throughout: colour is stored for every second pixel.
        inner = (_even(width * scale, fmt.width), _even(height * scale, fmt.height))
        return Fit(*inner, x=_half(fmt.width - inner[0]), y=_half(fmt.height - inner[1]), covers=False)
    scale = max(across, down)
    outer = (2 * ceil(width * scale / 2), 2 * ceil(height * scale / 2))
    centre = focus or (0.5, 0.5)
    x = _cut(outer[0], fmt.width, centre[0])
    y = _cut(outer[1], fmt.height, centre[1])
    return Fit(*outer, x=x, y=y, covers=outer != (fmt.width, fmt.height))


def cut_out(probed: Probed, framing: Framing, frames: int, fmt: Format) -> Fit:
    """How a picture is looked at through a window in the frame's shape, over so many frames.

    No more of it is scaled than is ever seen.
    """
    window = Window.of((probed.width, probed.height), (fmt.width, fmt.height))
    scale = max(Fraction(fmt.width, probed.width), Fraction(fmt.height, probed.height))
    across = window.is_across
    long, stored = (probed.width, probed.stored_width) if across else (probed.height, probed.stored_height)
    frame = fmt.width if across else fmt.height
    least, most = (window.inside(middle) for middle in framing.reach(frames))
    begins = max(0, floor((least - window.share / 2) * stored) // 2 * 2 - _BESIDE)
    ends = min(stored, 2 * ceil((most + window.share / 2) * stored / 2) + _BESIDE)
    length = max(frame, 2 * ceil(Fraction(ends - begins, stored) * long * scale / 2))
    whole = float(long * scale)
    start = framing.at * whole - frame / 2 - begins / stored * whole
    room = length - frame
    size = (length, fmt.height) if across else (fmt.width, length)
    part = Part(ends - begins, probed.stored_height, begins, 0)
    if not across:
        part = Part(probed.stored_width, ends - begins, 0, begins)
    pans = tuple(replace(pan, by=round(pan.by * whole, 2)) for pan in framing.pans)
    at = round(start) if pans else max(0, min(room, round(start))) // 2 * 2
    x, y = (at, 0) if across else (0, at)
    return Fit(*size, x=x, y=y, covers=True, part=part, pans=pans, is_across=across)


_BESIDE = 2
"""Pixels beside what is seen that scaling needs to see, too."""


def prune(folder: Path, max_bytes: int, *, keep: Sequence[Path] = ()) -> int:
    """Delete the files used longest ago until the folder's files take at most `max_bytes`; answer the bytes freed."""
    kept = set(keep)
    files = []
    for path in folder.iterdir() if folder.is_dir() else ():
        if path.is_file() and path not in kept:
            found = path.stat()
            files.append((found.st_mtime_ns, found.st_size, path))
    total = sum(size for _, size, _ in files) + sum(path.stat().st_size for path in kept if path.is_file())
    freed = 0
    for _, size, path in sorted(files):
        if total - freed <= max_bytes:
            break
        path.unlink(missing_ok=True)
        freed += size
    return freed


def _command(plan: SegmentPlan, work: Path, threads: int) -> list[str]:
    shot, fmt = plan.shot, plan.fmt
    source = _source(shot, fmt, Fraction(shot.clip.source_start_ms, 1000), work.with_suffix(".png"), shot.frames)
    card = _card(plan, source, work)
    captions = None
    if plan.captions:
        path = work.with_suffix(".captions.mov")
        captions = caption_drawing.draw_captions(plan.captions, plan.look, fmt, path)
    return ffmpeg.conform(
        source,
        shot.frames,
        fmt,
        work,
        beginning=_beginning(plan, work),
        ending=Ending(min(plan.out_frames, shot.frames), plan.out_colour) if plan.out_frames else None,
        scrim=card.scrim if card else None,
        card=card.letters if card else None,
        captions=captions,
        threads=threads,
    )


def _card(plan: SegmentPlan, source: Source, work: Path) -> card_drawing.DrawnCard | None:
    """What is laid over the picture for the shot's card."""
    if plan.shot.card is None:
        return None
    scrim, letters = work.with_suffix(".scrim.png"), work.with_suffix(".card.mov")
    return card_drawing.draw_card(plan.shot.card, plan.shot.frames, plan.fmt, source.path, scrim, letters)


def _beginning(plan: SegmentPlan, work: Path) -> Beginning | None:
    shot, before = plan.shot, plan.comes_from
    if shot.transition is None or not plan.in_frames:
        return None
    if before is None:
        return Beginning(plan.in_frames, colour=DIPS.get(shot.transition.kind, "black"))
    offset = Fraction(before.clip.source_start_ms, 1000) + before.frames / plan.fmt.rate
    if before.framing is not None:
        # It goes on where it was: the window of the shot that ends, from the cut on.
        before = replace(before, framing=before.framing.later(before.frames))
    source = _source(before, plan.fmt, offset, work.with_suffix(".before.png"), plan.in_frames)
    return Beginning(plan.in_frames, shot.transition.kind, shot.transition.towards, source)


def _source(shot: PictureClip, fmt: Format, start_s: Fraction, slate: Path, frames: int) -> Source:
    """The shot's clip from `start_s` on, for so many frames; past its end, its last frame; without a take, a slate."""
    path = shot.clip.media
    if path is None:
        path = slate
        draw_slate(shot.clip.name, fmt, path)
    try:
        probed = probe(path)
    except BrokenMedia as error:
        raise BrokenMedia(f"Shot “{shot.clip.name}” cannot be used: {error}") from error
    if probed.kind == "audio":
        raise BrokenMedia(f"Shot “{shot.clip.name}” cannot be used: {path.name} has sound but no picture.")
    if shot.framing is not None:
        placed = cut_out(probed, shot.framing, frames, fmt)
    else:
        placed = fit(probed.width, probed.height, fmt, shot.focus)
    end = Fraction(probed.duration_ms, 1000)
    if probed.kind == "image":
        return Source(path, probed, placed)
    # Seeking past the end gives nothing at all, so the last frame is reached from a little before it.
    seek = max(Fraction(0), min(start_s, end - _TAIL_S)) if probed.reader in _INDEXED else Fraction(0)
    return Source(path, probed, placed, start_s=seek, skipped=round((start_s - seek) * fmt.rate))


def _clip_value(shot: PictureClip) -> list[object]:
    clip: Clip = shot.clip
    if clip.media is None:
        return ["slate", clip.name]
    return [clip.key, clip.source_start_ms, shot.focus, *([asdict(shot.framing)] if shot.framing else [])]


def _format_value(fmt: Format) -> dict[str, object]:
    """What of the format shows in the picture; its name and its sound do not."""
    value = asdict(fmt) | {"rate": str(fmt.rate)}
    # Whose buttons words keep clear of is a matter of the words.
    for silent in ("key", "label", "audio_bitrate", "platform"):
        del value[silent]
    return value


def _even(length: Fraction, most: int) -> int:
    return max(2, min(most - most % 2, 2 * round(length / 2)))


def _half(length: int) -> int:
    return length // 4 * 2


def _cut(length: int, window: int, centre: float) -> int:
    start = round(length * centre - window / 2)
    return max(0, min(length - window, start)) // 2 * 2
