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
from .requests import AlignRequest as AlignRequest
from .requests import CameraRequest as CameraRequest
from .requests import ClipRequest as ClipRequest
from .requests import EffectsRequest as EffectsRequest
from .requests import FoleyRequest as FoleyRequest
from .requests import ImageRequest as ImageRequest
from .requests import LipSyncRequest as LipSyncRequest
from .requests import MediaInput as MediaInput
from .requests import MusicRequest as MusicRequest
from .requests import MusicSection as MusicSection
from .requests import Request as Request
from .requests import SoundCue as SoundCue
from .requests import SpeechRequest as SpeechRequest
from .requests import SpokenPart as SpokenPart
from .requests import TextRequest as TextRequest
from .requests import UpscaleRequest as UpscaleRequest
from .requests import VisionRequest as VisionRequest
from .requests import VoiceRequest as VoiceRequest


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
