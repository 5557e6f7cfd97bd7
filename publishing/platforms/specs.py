"""What a platform's row says: where it is asked, what a post may be, what it costs of our share, and since when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field of a platform's draft, by our name for it.

    `kind`: "line", "text", "tags" (a list of words), "choice", "switch", "playlist". `limit` is counted in `unit` as
    the platform counts: "chars" (code points), "utf8" (bytes), "utf16" (code units), "tags" (YouTube's way: commas
    count, a tag with a space counts two more). `default` None on a choice or a switch means that a person must choose.
    `choices` are (value, label); empty: the account tells (`Requirements.choices`). `forbids` are characters it must
    not hold. `counts` are limits of what is in it: {"hashtags": 30, "mentions": 20}. `asked` says under which
    condition it is shown: {"field": value}.
    """

    name: str
    label: str
    kind: str = "line"
    limit: int | None = None
    unit: str = "chars"
    is_required: bool = False
    default: Any = ""
    choices: tuple[tuple[str, str], ...] = ()
    forbids: str = ""
    counts: Mapping[str, int] = field(default_factory=dict)
    hint: str = ""
    asked: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class MediaSpec:
    """What a file may be. None or empty: no limit is known. Bit rates in kbit/s, sizes in bytes, lengths in ms.

    `best` are the shape and quality of the export that suits it ("9:16 full"); `shapes` all that it takes.
    `longest_ms` may be cut further by what the account says of itself.
    """

    best: str
    shapes: tuple[str, ...]
    shortest_ms: int = 0
    longest_ms: int | None = None
    largest_bytes: int | None = None
    containers: tuple[str, ...] = ("mp4",)
    video_codecs: tuple[str, ...] = ("h264",)
    audio_codecs: tuple[str, ...] = ("aac",)
    fps: tuple[float, float] | None = None
    smallest_side: int | None = None
    largest_side: int | None = None
    largest_width: int | None = None
    largest_video_kbps: int | None = None
    audio_rates: tuple[int, ...] = (48000, 44100)
    loudness_lufs: float = -14.0
    peak_dbtp: float = -1.0
    allows_edit_lists: bool = False
    needs_moov_first: bool = True


@dataclass(frozen=True, slots=True)
class QuotaSpec:
    """One share that is used up by asking, and given anew.

    `per_app`: shared by all channels of one application, else an account's own. `resets`: "day:America/Los_Angeles"
    (at that midnight), "rolling:86400" or "rolling:60" (seconds). `costs` are units by what is done: "start",
    "commit", "observe", "thumbnail", "captions", "playlist", "permalink", "figures", "take_down", "set_privacy",
    "requirements".
    """

    bucket: str
    label: str
    limit: int
    resets: str
    per_app: bool = False
    costs: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LoginSpec:
    """One way to connect an account: `login` is a dotted path of a `Login`, "" where none is needed.

    `setup` says what the studio's owner has to register where, `scopes` what each scope is for, in plain words.
    """

    key: str
    label: str
    login: str = ""
    setup: str = ""
    site: str = ""
    scopes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PlatformSpec:
    """One platform. `adapter` is a dotted path of a `Platform`; `addresses` by name are its servers.

    `figure_lag_h` is how long its numbers take to be whole. `breaks` are dates on which a number changed its meaning:
    (date, figure, what changed). `webhook` is a dotted path of `(body, headers, app, now) -> Message`. `zone` names
    the safe zone that its own buttons leave. `keeps_schedule`: it makes a post public at a time by itself.
    `can` are what its posts allow later: "take_down", "unlist", "reschedule".
    """

    key: str
    label: str
    adapter: str
    logins: tuple[LoginSpec, ...]
    media: MediaSpec
    fields: tuple[FieldSpec, ...]
    addresses: Mapping[str, str] = field(default_factory=dict)
    quotas: tuple[QuotaSpec, ...] = ()
    zone: str = ""
    keeps_schedule: bool = False
    can: tuple[str, ...] = ()
    figure_lag_h: float = 0
    breaks: tuple[tuple[date, str, str], ...] = ()
    webhook: str = ""
    best_times: tuple[tuple[int, int], ...] = ()
    """(weekday from Monday 0, hour of the audience's day): a usual guess until the channel's own numbers say better."""
    consent: str = ""
    """Words that the platform demands to be shown and agreed to before a post."""
    settings: Mapping[str, Any] = field(default_factory=dict)
    facts_date: date | None = None
    facts_source: str = ""
