"""The values that a row's templates may name, as one request has them."""

from __future__ import annotations

import base64
import math
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields, is_dataclass
from typing import Any
from urllib.parse import quote

from generation.providers import lengths, sizes
from generation.providers.base import (
    Access,
    LipSyncRequest,
    MediaInput,
    NeedsSetup,
    Request,
    Ticket,
    Unsupported,
    UpscaleRequest,
)
from generation.providers.extents import extent_of
from generation.providers.kinds import SUFFIXES

from .template import ABSENT, EACH, Field, Resolve

Settings = Mapping[str, Any]

MEDIA: Mapping[str, str] = {
    "first_frame": "first frame",
    "last_frame": "last frame",
    "references": "reference picture",
    "edit": "picture to change",
    "mask": "mask",
    "clip": "clip",
    "sound": "recording",
    "picture": "picture",
    "sample": "sample of a voice",
    "media": "picture or clip",
}
"""The fields that hold files, and how they are called."""

MEDIA_PARTS = ("url", "link", "data", "base64", "name", "media_type", "sha256", "file")
"""`url`: its public address; `link`: that, or the file itself as a data address where there is none; `file`: itself,
as a part of a multipart body. Beside them `uploaded`, which is what an upload brought."""

WORDS = frozenset(
    (
        *("prompt", "text", "instructions", "task", "voice", "direction", "language", "move"),
        *("mood", "era", "genre", "place", "shape", "size", "duration", "resolution"),
        *("reference", "callback_url"),
    )
)
NUMBERS = frozenset(
    ("width", "height", "duration_ms", "duration_s", "frames", "rate", "seed", "expressiveness", "factor")
)
OBJECTS = frozenset(("answer_schema", "material", "staging", "settings"))
LISTS = frozenset(("sections", "cues", "sounds", "speech", "references"))
SWITCHES = frozenset(("interior", "many_faces"))
REQUEST_FIELDS = WORDS | NUMBERS | OBJECTS | LISTS | SWITCHES | frozenset(MEDIA)
"""What may be named of a request."""

RATE = 24
"""Pictures a second where neither the request nor the row says it."""

SHORTEST_SECRET = 4
"""What is shorter keeps nothing secret, and would be found inside other words."""

_MUST_BE_SAID = {"prompt": "words", "text": "text", "voice": "voice", "move": "move of the camera", "instructions": ""}
_OPTIONAL_PROMPT = ("LipSyncRequest", "CameraRequest")


@dataclass(frozen=True, slots=True)
class FilePart:
    """A file, as a part of a multipart body."""

    name: str
    content: bytes
    media_type: str


def values_of(request: Request, settings: Settings, ticket: Ticket) -> dict[str, Any]:
    """Return what a request's templates may name, by field. Raise `Unsupported` for what the row's rules exclude."""
    found: dict[str, Any] = {
        field.name: _plain(getattr(request, field.name)) for field in fields(request) if field.name in REQUEST_FIELDS
    }
    found |= _length(request, settings) | _extent(request, settings)
    if isinstance(request, UpscaleRequest):
        found[_kind_of(request.media)] = request.media
    found |= {"reference": ticket.reference, "callback_url": ticket.callback_url}
    for name, words in settings.get("words", {}).items():
        found[name] = _word(name, found.get(name), words)
    return found


def _kind_of(media: MediaInput) -> str:
    return "picture" if media.media_type.startswith("image/") else "clip"


def _plain(value: Any) -> Any:
    if isinstance(value, tuple | list):
        return [_plain(one) for one in value]
    if is_dataclass(value) and not isinstance(value, MediaInput | type):
        return asdict(value)
    return value


def _length(request: Request, settings: Settings) -> dict[str, Any]:
    duration_ms = int(getattr(request, "duration_ms", 0))
    if not duration_ms:
        return {}
    found: dict[str, Any] = {}
    if "frames" in settings:
        found["frames"], found["rate"] = lengths.frames_for(duration_ms, settings["frames"])
    else:
        found["rate"] = int(getattr(request, "rate", 0) or settings.get("rate", RATE))
        found["frames"] = math.ceil(duration_ms * found["rate"] / 1000)
    if "duration" in settings:
        duration_ms = lengths.length_for(duration_ms, settings["duration"])
        found["duration"] = lengths.written(duration_ms, settings["duration"])
    seconds = duration_ms / 1000
    return {**found, "duration_ms": duration_ms, "duration_s": int(seconds) if seconds.is_integer() else seconds}


def _extent(request: Request, settings: Settings) -> dict[str, Any]:
    width, height = int(getattr(request, "width", 0)), int(getattr(request, "height", 0))
    if not width or not height:
        return {}
    found: dict[str, Any] = {"width": width, "height": height}
    if "shape" in settings:
        found["shape"] = sizes.shape_for(width, height, settings["shape"])
    if "factor" in settings and isinstance(request, UpscaleRequest):
        found["factor"] = sizes.factor_for(width, height, extent_of(request.media), settings["factor"])
    if "size" in settings:
        found |= sizes.size_for(width, height, settings["size"])
    return found


def _word(name: str, value: Any, words: Mapping[str, Any]) -> Any:
    if value is None or value == "":
        return value
    if str(value) not in words:
        raise Unsupported(f"This model has no word for the {name.replace('_', ' ')} {value!r}.")
    return words[str(value)]


# --- What has to be said ---------------------------------------------------------------------------


def check_said(request: Request, settings: Settings, named: Iterable[Field]) -> list[str]:
    """Raise `Unsupported` for what a request holds and the row's templates do not name; return notes on what may go.

    Nothing is left out silently: what would change the result is refused.
    """
    known = list(named)
    roots = {str(field[0]) for field in known} | set(settings.get("ignores", ()))
    for name, called in MEDIA.items():
        if getattr(request, name, None) and name not in roots and not _is_met(request, name, roots):
            raise Unsupported(f"This model takes no {called}.")
    for name, called in _MUST_BE_SAID.items():
        optional = name == "prompt" and type(request).__name__ in _OPTIONAL_PROMPT
        if getattr(request, name, "") and name not in roots and not optional:
            raise Unsupported(f"This model takes no {called or name}.")
    _check_references(request, settings, known)
    _check_limits(request, settings)
    if getattr(request, "direction", "") and "direction" not in roots:
        return ["This model takes no direction: the line is spoken as its words suggest."]
    return []


def _is_met(request: Request, name: str, roots: set[str]) -> bool:
    """A face is a clip's or a picture's, whichever the model starts from; what is enlarged is one or the other."""
    if isinstance(request, LipSyncRequest) and name in {"clip", "picture"}:
        other = "picture" if name == "clip" else "clip"
        return other in roots and getattr(request, other) is not None
    return isinstance(request, UpscaleRequest) and _kind_of(request.media) in roots


def _check_references(request: Request, settings: Settings, named: Iterable[Field]) -> None:
    count = len(getattr(request, "references", ()))
    steps = [field[1] for field in named if field[0] == "references" and len(field) > 1]
    most = settings.get("limits", {}).get("references")
    if most is None and EACH not in steps:
        most = 1 + max((step for step in steps if isinstance(step, int)), default=-1)
    limits = settings.get("limits", {})
    if getattr(request, "edit", None) is not None:
        most = limits.get("references_beside_edit", most)
    if most is not None and count > int(most):
        raise Unsupported(f"This model takes {most} reference pictures, but this has {count}.")


def _check_limits(request: Request, settings: Settings) -> None:
    limits = settings.get("limits", {})
    text = str(getattr(request, "prompt", "") or getattr(request, "text", ""))
    if len(text) > int(limits.get("characters", len(text))):
        raise Unsupported(f"This model takes {int(limits['characters']):,} characters, but this has {len(text):,}.")
    duration_ms = int(getattr(request, "duration_ms", 0))
    least, most = limits.get("duration_ms", (0, duration_ms))
    if duration_ms and not int(least) <= duration_ms <= int(most):
        raise Unsupported(
            f"This model makes {least / 1000:g} to {most / 1000:g} s, but {duration_ms / 1000:g} s are wanted."
        )
    for name in settings.get("needs", ()):
        if not getattr(request, name, None):
            raise Unsupported(f"This model needs a {MEDIA.get(name, name)}.")


# --- Looking a field up ----------------------------------------------------------------------------


class Values:
    """Looks fields up, for templates. `uploaded` is what the uploads brought, by the digest of the file."""

    def __init__(self, values: Mapping[str, Any], uploaded: Mapping[str, Mapping[str, Any]] | None = None) -> None:
        self._values = values
        self._uploaded = uploaded or {}

    def __call__(self, field: Field) -> Any:
        """Return the value of a field, `ABSENT` where there is none. Raise `NeedsSetup` for a file without a link."""
        return self._at(self._values.get(str(field[0])), field[1:])

    def _at(self, value: Any, steps: Field) -> Any:
        if _is_nothing(value):
            return ABSENT
        if not steps:
            return value
        step, rest = steps[0], steps[1:]
        if step is EACH:
            each = [self._at(one, rest) for one in value] if isinstance(value, list | tuple) else []
            return [one for one in each if one is not ABSENT] or ABSENT
        if isinstance(value, MediaInput):
            return self._part(value, str(step), rest)
        return self._at(_under(value, step), rest)

    def _part(self, media: MediaInput, part: str, rest: Field) -> Any:
        if part == "uploaded":
            return self._at(self._uploaded.get(media.sha256), rest)
        return ABSENT if rest else part_of(media, part)


def _is_nothing(value: Any) -> bool:
    return value is None or value is ABSENT or (isinstance(value, str | list | tuple | Mapping) and not value)


def _under(value: Any, step: str | int) -> Any:
    if isinstance(value, Mapping):
        return value.get(str(step))
    if isinstance(value, list | tuple) and isinstance(step, int) and step < len(value):
        return value[step]
    return None


def part_of(media: MediaInput, part: str) -> Any:
    """Return one of a file's parts (see `MEDIA_PARTS`), `ABSENT` for another."""
    if part == "url":
        return _public(media)
    if part in {"data", "base64", "link"}:
        return _inside(media, part)
    if part == "file":
        return FilePart(name_of(media), media.path.read_bytes(), media.media_type)
    known = {"name": name_of(media), "media_type": media.media_type, "sha256": media.sha256}
    return known.get(part, ABSENT)


def _public(media: MediaInput) -> str:
    if not media.url.startswith(("http://", "https://")):
        raise NeedsSetup(
            "This workflow fetches files by their link, but this studio's files cannot be reached from outside. "
            "Set a public address or a public store first."
        )
    return media.url


def _inside(media: MediaInput, part: str) -> str:
    if part == "link" and media.url.startswith(("http://", "https://")):
        return media.url
    content = base64.b64encode(media.path.read_bytes()).decode("ascii")
    return content if part == "base64" else f"data:{media.media_type};base64,{content}"


def name_of(media: MediaInput) -> str:
    """Return a name for a file that is the same each time, and another for each content."""
    return media.sha256[:32] + (SUFFIXES.get(media.media_type) or media.path.suffix)


# --- Secrets ---------------------------------------------------------------------------------------


class Secrets:
    """A vendor's secrets by name, and what keeps them out of what is written down."""

    def __init__(self, access: Access) -> None:
        self._known = {"key": access.key, **access.secrets}
        self._label = str(access.settings.get("label") or access.vendor or "this server")

    def named(self, name: str, *, must: bool) -> Any:
        """Return a secret, `ABSENT` where there is none and none is needed. Raise `NeedsSetup`."""
        secret = self._known.get(name, "").strip()
        if not secret and must:
            raise NeedsSetup(
                f"There is no secret “{name}” for {self._label}. Enter one in the account panel, under Keys."
            )
        return secret or ABSENT

    def kept_out(self, text: str) -> str:
        """Return a text without any secret, however it came there."""
        for secret in sorted(self._known.values(), key=len, reverse=True):
            if len(secret.strip()) >= SHORTEST_SECRET:
                for form in _forms(secret.strip()):
                    text = text.replace(form, "[secret]")
        return text


def _forms(secret: str) -> list[str]:
    plain = base64.b64encode(secret.encode()).decode()
    return [secret, quote(secret, safe=""), plain]


def with_secrets(resolve: Resolve, secrets: Secrets, *, defaulted: frozenset[str]) -> Resolve:
    """Return what looks fields up, secrets among them. `defaulted` are those that a template has words for."""

    def look(field: Field) -> Any:
        if field[0] == "secret":
            return secrets.named(str(field[1]), must=str(field[1]) not in defaulted)
        return resolve(field)

    return look
