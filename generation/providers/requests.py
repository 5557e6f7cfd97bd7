"""What is asked of a vendor, one shape per kind of work: plain values, and files that lie on this disk."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class MediaInput:
    """One stored file sent along with a request: on this disk, and by link where the store gives one."""

    sha256: str
    path: Path
    media_type: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class TextRequest:
    """Ask for a JSON document.

    `instructions` and `prompt` are for language models. `material` holds the same facts as plain
    values, for vendors that work from fields; `task` says which document is wanted (see
    `generation.planning.schema`). `answer_schema` is JSON Schema.
    """

    task: str
    instructions: str
    prompt: str
    answer_schema: Mapping[str, Any]
    material: Mapping[str, Any]
    seed: int = 0


@dataclass(frozen=True, slots=True)
class ImageRequest:
    """Ask for one picture of `width` x `height` pixels.

    `staging` is the plan's own description of the picture (see `docs/staging.md`), for vendors that
    draw from fields rather than from the prompt.
    """

    prompt: str
    width: int
    height: int
    staging: Mapping[str, Any] | None = None
    references: tuple[MediaInput, ...] = ()
    seed: int = 0
    edit: MediaInput | None = None
    """The picture to change, where the user asked for a change; `mask` is white where it may change."""
    mask: MediaInput | None = None


@dataclass(frozen=True, slots=True)
class SpokenPart:
    """What is heard during a clip: who speaks, from when to when, and the mouth's sounds.

    `phones` are (IPA symbol, start_ms, end_ms) from the start of the clip; `speaker` is "" for a voice
    off screen.
    """

    speaker: str
    start_ms: int
    end_ms: int
    phones: tuple[tuple[str, int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class ClipRequest:
    """Ask for one moving shot that lasts at least `duration_ms` at `rate` frames a second.

    `first_frame` is the picture it starts from. With `staging` a vendor that draws may draw the
    scene again in depth; without it the picture itself must move.
    """

    prompt: str
    width: int
    height: int
    duration_ms: int
    rate: int = 24
    first_frame: MediaInput | None = None
    staging: Mapping[str, Any] | None = None
    speech: tuple[SpokenPart, ...] = ()
    references: tuple[MediaInput, ...] = ()
    seed: int = 0
    last_frame: MediaInput | None = None


@dataclass(frozen=True, slots=True)
class SpeechRequest:
    """Ask for `text` spoken. The answer's details carry `words` and `phones` with times."""

    text: str
    voice: str
    settings: Mapping[str, Any] = field(default_factory=dict)
    direction: str = ""
    language: str = "en"
    seed: int = 0


@dataclass(frozen=True, slots=True)
class MusicSection:
    """A stretch of a score in one mood; `energy` is from 0 (hardly there) to 1. The mood "none" asks for silence."""

    start_ms: int
    end_ms: int
    mood: str
    energy: float = 0.5


@dataclass(frozen=True, slots=True)
class MusicRequest:
    """Ask for a score of exactly `duration_ms`.

    `sections` cover it in order and say how its mood changes; without any it has one mood throughout.
    """

    prompt: str
    mood: str
    duration_ms: int
    era: str = ""
    genre: str = ""
    sections: tuple[MusicSection, ...] = ()
    seed: int = 0


@dataclass(frozen=True, slots=True)
class SoundCue:
    """A sound that happens once, `at_ms` from the start of the scene."""

    sound: str
    at_ms: int


@dataclass(frozen=True, slots=True)
class EffectsRequest:
    """Ask for the sound of a scene, mixed, for exactly `duration_ms`.

    `sounds` last all through it and `cues` happen in it. `place` is the kind of place, whose own quiet sound lies
    under everything.
    """

    prompt: str
    sounds: tuple[str, ...]
    duration_ms: int
    cues: tuple[SoundCue, ...] = ()
    place: str = ""
    interior: bool = False
    seed: int = 0


@dataclass(frozen=True, slots=True)
class LipSyncRequest:
    """Ask for `clip` (or, for vendors that start from a face, `picture`) with mouths that follow `sound`.

    Both last `duration_ms`. `expressiveness` is from 0 to 1. `many_faces`: more than one person is seen, so that the
    model should find out who speaks.
    """

    sound: MediaInput
    duration_ms: int
    width: int
    height: int
    clip: MediaInput | None = None
    picture: MediaInput | None = None
    prompt: str = ""
    expressiveness: float = 0.5
    many_faces: bool = False
    seed: int = 0


@dataclass(frozen=True, slots=True)
class CameraRequest:
    """Ask for `clip` as a camera sees it that moves as `move` says (a word of `docs/staging.md`)."""

    clip: MediaInput
    move: str
    duration_ms: int
    width: int
    height: int
    prompt: str = ""
    seed: int = 0


@dataclass(frozen=True, slots=True)
class UpscaleRequest:
    """Ask for `media` (a picture or a clip) in at least `width` x `height` pixels."""

    media: MediaInput
    width: int
    height: int
    duration_ms: int = 0


@dataclass(frozen=True, slots=True)
class FoleyRequest:
    """Ask for the sound of what `clip` shows, for exactly `duration_ms`."""

    clip: MediaInput
    prompt: str
    duration_ms: int
    seed: int = 0


@dataclass(frozen=True, slots=True)
class VoiceRequest:
    """Ask for `sound` in another voice: one of the vendor's by its key, or that of `sample`. Its times stay."""

    sound: MediaInput
    voice: str = ""
    sample: MediaInput | None = None
    duration_ms: int = 0
    seed: int = 0


@dataclass(frozen=True, slots=True)
class AlignRequest:
    """Ask when each word of `text` is heard in `sound`.

    The answer is JSON: {"words": [[text, start_ms, end_ms], ...]}.
    """

    sound: MediaInput
    text: str
    duration_ms: int
    language: str = "en"


@dataclass(frozen=True, slots=True)
class VisionRequest:
    """Ask what `picture` shows. The answer is JSON of the shape of `answer_schema`."""

    picture: MediaInput
    instructions: str
    answer_schema: Mapping[str, Any]


Request = (
    TextRequest
    | ImageRequest
    | ClipRequest
    | SpeechRequest
    | MusicRequest
    | EffectsRequest
    | LipSyncRequest
    | CameraRequest
    | UpscaleRequest
    | FoleyRequest
    | VoiceRequest
    | AlignRequest
    | VisionRequest
)
