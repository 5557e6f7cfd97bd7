"""What every vendor's adapter promises: one protocol per capability, plain values in and out.

An adapter never touches the database, Django or Celery. It is given a request, a folder to leave
its file in, and answers `Finished` (here is the result) or `Submitted` (the vendor is working on it).
Anything it cannot do raises `Unsupported` before money is spent; nothing is dropped silently.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any, Protocol


class Capability(StrEnum):
    """The kind of work a model does."""

    TEXT = "text"
    SPEECH = "speech"
    IMAGE = "image"
    VIDEO = "video"
    MUSIC = "music"
    EFFECTS = "effects"


class ProviderError(Exception):
    """The provider did not give us what we asked for.

    `permanent` means the same request will fail again. `code` is ours, not the vendor's: screens
    and retry rules key on it. The message is in the user's words; `vendor_words` is what the vendor said.
    """

    code = "provider_error"
    permanent = False

    def __init__(self, message: str, *, vendor_words: str = "") -> None:
        super().__init__(message)
        self.vendor_words = vendor_words


class Unsupported(ProviderError):
    """We asked for something the model cannot do."""

    code = "unsupported"
    permanent = True


class Refused(ProviderError):
    """The vendor's safety rules turned the request down."""

    code = "refused"
    permanent = True


class BadAnswer(ProviderError):
    """The vendor answered, and the answer cannot be used (a broken file, a wrong shape)."""

    code = "bad_answer"


class Unavailable(ProviderError):
    """The vendor cannot be reached or has no room; the same request may succeed later."""

    code = "unavailable"


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


Request = TextRequest | ImageRequest | ClipRequest | SpeechRequest | MusicRequest | EffectsRequest


@dataclass(frozen=True, slots=True)
class Finished:
    """A result: one file in the folder we were given, and what the vendor knows of it.

    `details` is kept with the asset. Speech gives `words`: [[text, start_ms, end_ms], ...] (the
    display text, punctuation included, in order, covering the whole text) and `phones`:
    [[symbol, start_ms, end_ms], ...]. `notes` are sentences for the user ("spoken by the fallback voice").
    """

    path: Path
    media_type: str
    details: Mapping[str, Any] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    cost_micros: int | None = None


@dataclass(frozen=True, slots=True)
class Submitted:
    """The vendor took the request and will be asked again under this id."""

    provider_job_id: str


class Provider(Protocol):
    """One model of one vendor, ready to be asked.

    Adapters are built with the offer's `endpoint` and `settings` and kept for the life of the process.
    """

    def submit(self, request: Any, folder: Path) -> Submitted | Finished:
        """Start the work; leave a finished file in `folder`. Raise `ProviderError` if it is not taken."""
        ...

    def collect(self, provider_job_id: str, folder: Path) -> Finished | None:
        """Return the result, or None while the vendor is still working."""
        ...
