"""What every vendor's adapter promises: one protocol per capability, plain values in and out.

An adapter never touches the database, Django or Celery. It is given a request, a folder to leave
its file in, and answers `Finished` (here is the result) or `Submitted` (the vendor is working on it).
Anything it cannot do raises `Unsupported` before money is spent; nothing is dropped silently.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any, Protocol, runtime_checkable

from .errors import BadAnswer as BadAnswer
from .errors import BadKey as BadKey
from .errors import GoneModel as GoneModel
from .errors import Invalid as Invalid
from .errors import LostByVendor as LostByVendor
from .errors import NeedsSetup as NeedsSetup
from .errors import OutOfCredit as OutOfCredit
from .errors import OutOfMemory as OutOfMemory
from .errors import ProviderError as ProviderError
from .errors import RateLimited as RateLimited
from .errors import Refused as Refused
from .errors import Stopped as Stopped
from .errors import Unavailable as Unavailable
from .errors import Unconfirmed as Unconfirmed
from .errors import Unsupported as Unsupported


class Capability(StrEnum):
    """The kind of work a model does."""

    TEXT = "text"
    SPEECH = "speech"
    IMAGE = "image"
    VIDEO = "video"
    MUSIC = "music"
    EFFECTS = "effects"
    LIPSYNC = "lipsync"  # a clip's mouths follow a recording
    CAMERA = "camera"  # a clip is seen again from a moving camera
    UPSCALE = "upscale"  # a picture or a clip in more pixels
    FOLEY = "foley"  # the sound of what a clip shows
    VOICE = "voice"  # a recording in another voice
    ALIGN = "align"  # when each word of a recording is heard
    VISION = "vision"  # what a picture shows, in words


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
    """The vendor took the request and will be asked again under this id.

    `handle` is what else is needed to ask (addresses that the vendor gave): JSON, kept with the job.
    """

    provider_job_id: str
    handle: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Working:
    """The vendor is not done. `progress` is from 0 to 1, or None where it does not say; `words` are its own."""

    progress: float | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Access:
    """How a vendor is reached: the address, the secret, and what its row says of this server's own ways.

    `secrets` are all secrets by name, for gateways whose headers name several. Files are fetched from the vendor's own
    host and from `download_hosts` (a leading "." takes subdomains too), from private addresses only where
    `allows_private` says so.
    """

    vendor: str = ""
    base_url: str = ""
    key: str = ""
    secrets: Mapping[str, str] = field(default_factory=dict)
    settings: Mapping[str, Any] = field(default_factory=dict)
    download_hosts: tuple[str, ...] = ()
    allows_private: bool = False


def _nothing() -> None:
    pass


def _say_nothing(share: float) -> None:
    pass


def _never() -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Ticket:
    """What one attempt brings along beside its request.

    `reference` is our own number for it, the same for each look at it; a vendor that keeps such a number gets it.
    `callback_url` is where the vendor may say that it is done ("" where it cannot reach us). An adapter calls
    `sending` right before the one request that may cost something: from then on, an answer that is not seen may have
    been paid for. `sent_at` (POSIX seconds) says when that was, for those who search later. Work on this machine calls
    `progress` (0 to 1) and asks `is_stopped` between its steps.
    """

    reference: str = ""
    callback_url: str = ""
    sent_at: float = 0.0
    sending: Callable[[], None] = _nothing
    progress: Callable[[float], None] = _say_nothing
    is_stopped: Callable[[], bool] = _never


NO_TICKET = Ticket()


class Provider(Protocol):
    """One model of one vendor, ready to be asked.

    Adapters are built as `Adapter(endpoint, settings, access)` with the offer's row and the vendor's access, and kept
    for the life of the process; they are used by several threads.
    """

    def submit(self, request: Any, folder: Path, ticket: Ticket = NO_TICKET) -> Submitted | Finished:
        """Start the work; leave a finished file in `folder`.

        Raise `Unconfirmed` if it was sent and no answer was seen, another `ProviderError` if it is not taken. Never
        send twice what may cost something.
        """
        ...

    def collect(self, sent: Submitted, folder: Path, ticket: Ticket = NO_TICKET) -> Finished | Working:
        """Return the result, or say how far the vendor is. Costs nothing and may be called again at any time."""
        ...


@runtime_checkable
class CanCancel(Protocol):
    """A vendor that stops what it has begun when it is asked to."""

    def cancel(self, sent: Submitted) -> None:
        """Ask to stop. What is done already stays done; raise `ProviderError` if the vendor does not listen."""
        ...


@runtime_checkable
class CanFind(Protocol):
    """A vendor that can be asked what it took from us, so that a lost answer need not stay lost."""

    def find(self, request: Any, ticket: Ticket) -> Submitted | None:
        """Return what was taken for this ticket, None if surely nothing was; raise `Unconfirmed` if one cannot tell."""
        ...


@dataclass(frozen=True, slots=True)
class Account:
    """What a vendor says about a key. An empty string means that it says nothing; nothing is made up."""

    identity: str = ""
    balance: str = ""


@dataclass(frozen=True, slots=True)
class Delivery:
    """A vendor's message that something is done. It is only a hint: what it says is asked for again.

    `told` is what it said, for the few who cannot be asked: it goes into the job's handle under "told".
    """

    delivery_id: str
    provider_job_id: str = ""
    told: Mapping[str, Any] = field(default_factory=dict, compare=False)


class Forged(Exception):
    """A message that does not come from whom it says, or came too late. The text is for the log."""
