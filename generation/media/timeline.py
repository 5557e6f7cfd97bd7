"""The cut as plain values: which clip is seen on which frames, and what is heard when.

Time has two units. Sound and words are placed in milliseconds. Pictures are placed on the frame grid, in whole
frames counted by the caller (`frame_grid`), because only whole numbers add up without drift.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from fractions import Fraction
from pathlib import Path

from .framing import Box, Follow, Framing


@dataclass(frozen=True, slots=True)
class TimeRange:
    """A stretch of time in milliseconds."""

    start_ms: int
    duration_ms: int

    @property
    def end_ms(self) -> int:
        return self.start_ms + self.duration_ms


@dataclass(frozen=True, slots=True)
class Clip:
    """A media file and the part of it that is used.

    `key` is the content's identity (its sha256), so that the same content under another path is the same clip.
    `media` is None while there is no take yet. `source_range` None means "from its start, as far as needed"; of a
    picture's range only the start counts, because its frames say how long it is seen.
    """

    name: str
    media: Path | None
    key: str
    source_range: TimeRange | None = None

    @property
    def source_start_ms(self) -> int:
        return self.source_range.start_ms if self.source_range else 0


@dataclass(frozen=True, slots=True)
class Transition:
    """How a shot begins, other than by a cut, over its first `frames` frames.

    "dissolve", "wipe" and "match" (a dissolve during which both pictures come a little nearer) need the clip before
    and show how it goes on. "dip" and "dip_white" go through black and white: the shot before fades out over as many
    of its last frames. `towards` is where the edge of a wipe goes: left, right, up or down.
    """

    frames: int
    kind: str = "dissolve"
    towards: str = "right"

    @property
    def dips(self) -> bool:
        """Whether it goes through a colour instead of from picture to picture."""
        return self.kind in DIPS


DIPS = {"dip": "black", "dip_white": "white"}


@dataclass(frozen=True, slots=True)
class Card:
    """What is written over a shot: a title or an end, with a smaller line (a credit, a call) under it or none.

    `design` is a key of `card_designs.DESIGNS`; `palette` holds the film's colours as "#rrggbb", dark to light.
    `stays` keeps it to the last frame instead of letting it go before the cut. `height` is where its middle stands,
    from 0 (top) to 1; None where the design has it.
    """

    text: str
    note: str = ""
    design: str = ""
    palette: tuple[str, ...] = ()
    stays: bool = False
    height: float | None = None


@dataclass(frozen=True, slots=True)
class Captions:
    """How a film's captions look: a key of `caption_styles.STYLES`, the film's colours, and its language's code."""

    style: str = ""
    palette: tuple[str, ...] = ()
    language: str = ""


@dataclass(frozen=True, slots=True)
class PictureClip:
    """A clip that is seen for exactly `frames` frames from frame `start_frame`.

    `start_ms` is where the shot starts before rounding to the grid; given that, captions keep the same place in the
    shot wherever the shot moves to. `focus` is the point of the picture, as fractions of its width and height, that
    must stay in view; with a focus the picture always fills the frame. `faces` are boxes that captions keep off when
    there is room elsewhere; `caption_place` puts them: "top", "bottom", "none", or "" where there is room.
    `follow` says what a window in the frame's shape keeps in view; `framing` is that window once its way is known.
    """

    clip: Clip
    start_frame: int
    frames: int
    start_ms: int | None = None
    transition: Transition | None = None
    focus: tuple[float, float] | None = None
    card: Card | None = None
    faces: tuple[Box, ...] = ()
    caption_place: str = ""
    follow: Follow | None = None
    framing: Framing | None = None


@dataclass(frozen=True, slots=True)
class SoundClip:
    """A clip that is heard from `start_ms`, `gain_db` louder or softer than the mix would have it.

    With `duration_ms` it is heard for that long, and repeated when the file is shorter. It comes and goes over
    `fade_in_ms` and `fade_out_ms`, and at least as softly as its kind of sound does. A sound that was made for the
    mix says in `level_lufs` which loudness all its kind were made beside: a quiet one is then meant to be quiet. Others
    are measured.
    """

    clip: Clip
    start_ms: int
    gain_db: float = 0.0
    duration_ms: int | None = None
    fade_in_ms: int = 0
    fade_out_ms: int = 0
    level_lufs: float | None = None


@dataclass(frozen=True, slots=True)
class Track:
    """Sounds of one kind. They may overlap."""

    clips: tuple[SoundClip, ...] = ()


@dataclass(frozen=True, slots=True)
class CaptionWord:
    """One word as it is displayed, punctuation included, and when it is heard, in the film's time.

    One that is `joined` stands right after the one before, with no blank between.
    """

    text: str
    start_ms: int
    end_ms: int
    joined: bool = False


@dataclass(frozen=True, slots=True)
class Timeline:
    """One film. Picture clips follow each other without a hole, from frame 0, at `rate` frames a second.

    Its last `fade_out_frames` frames fade to black.
    """

    rate: Fraction
    picture: tuple[PictureClip, ...]
    speech: Track = field(default_factory=Track)
    music: Track = field(default_factory=Track)
    effects: Track = field(default_factory=Track)
    words: tuple[CaptionWord, ...] = ()
    captions: Captions = field(default_factory=Captions)
    fade_out_frames: int = 0

    def __post_init__(self) -> None:
        """Raise ValueError when the picture has a hole, an overlap or an empty shot."""
        at = 0
        for shot in self.picture:
            if shot.frames < 1:
                raise ValueError(f"shot {shot.clip.name!r} lasts {shot.frames} frames; a shot lasts at least one")
            if shot.start_frame != at:
                raise ValueError(f"shot {shot.clip.name!r} starts at frame {shot.start_frame}; the cut is at {at}")
            at += shot.frames

    @property
    def frames(self) -> int:
        return sum(shot.frames for shot in self.picture)

    @property
    def duration_ms(self) -> int:
        return round(self.frames / self.rate * 1000)

    def starts_ms(self, index: int) -> Fraction:
        """Where shot `index` starts in the film's time: as placed, before rounding to the grid where that is known."""
        shot = self.picture[index]
        return Fraction(shot.start_ms) if shot.start_ms is not None else shot.start_frame / self.rate * 1000

    def at_rate(self, rate: Fraction) -> Timeline:
        """The same film on another frame grid. A shot too short for the new grid keeps one frame."""
        if rate == self.rate:
            return self
        ends = [Fraction(shot.start_frame + shot.frames) / self.rate * rate for shot in self.picture]
        picture, at = [], 0
        for shot, end in zip(self.picture, ends, strict=True):
            frames = max(1, round(end) - at)
            picture.append(
                replace(shot, start_frame=at, frames=frames, transition=_regrid(shot, rate / self.rate, frames))
            )
            at += frames
        fade = round(self.fade_out_frames * rate / self.rate)
        return replace(self, rate=rate, picture=tuple(picture), fade_out_frames=fade)


def frame_grid(lengths_ms: Iterable[int], rate: Fraction) -> list[tuple[int, int]]:
    """Place shots of these lengths on the grid: (start frame, frames) for each.

    Cuts are rounded on the running total, so that no cut is ever more than half a frame from its place and the error
    never adds up. A shot shorter than a frame gets one frame, taken from the next.
    """
    grid: list[tuple[int, int]] = []
    at, total_ms = 0, 0
    for length_ms in lengths_ms:
        total_ms += length_ms
        end = max(at + 1, round(Fraction(total_ms, 1000) * rate))
        grid.append((at, end - at))
        at = end
    return grid


def _regrid(shot: PictureClip, ratio: Fraction, frames: int) -> Transition | None:
    if shot.transition is None:
        return None
    return replace(shot.transition, frames=min(frames, max(1, round(shot.transition.frames * ratio))))
