"""What a workflow's answer says: how far it is, what went wrong, what it cost, and where the result is."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from enum import StrEnum
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from generation.providers import base
from generation.providers.base import Access, BadAnswer, Finished, ProviderError, Working
from generation.providers.download import fetch
from generation.providers.hearing import Heard, pieces, timed
from generation.providers.kinds import SUFFIXES, media_type_of

from .meanings import by_failure, meant, worded
from .paths import every_at, first_at

Settings = Mapping[str, Any]

DOCUMENT = "application/json"
_KINDS: Mapping[type, str] = {
    base.TextRequest: DOCUMENT,
    base.AlignRequest: DOCUMENT,
    base.VisionRequest: DOCUMENT,
    base.ImageRequest: "image",
    base.ClipRequest: "video",
    base.LipSyncRequest: "video",
    base.CameraRequest: "video",
    base.SpeechRequest: "audio",
    base.MusicRequest: "audio",
    base.EffectsRequest: "audio",
    base.FoleyRequest: "audio",
    base.VoiceRequest: "audio",
}


class State(StrEnum):
    """How far a job is."""

    WORKING = "working"
    DONE = "done"
    FAILED = "failed"
    STOPPED = "stopped"
    LOST = "lost"
    UNSAID = "unsaid"


@dataclass(frozen=True, slots=True)
class Asked:
    """What has to be known of a request when its result is there."""

    kind: str = ""
    text: str = ""
    notes: tuple[str, ...] = field(default=())

    def kept(self) -> dict[str, Any]:
        """Return it as JSON, for the handle of a job."""
        return {"kind": self.kind, "text": self.text, "notes": list(self.notes)}

    @classmethod
    def of(cls, request: Any, notes: tuple[str, ...] = ()) -> Asked:
        """Return what has to be known of a request."""
        kind = _KINDS.get(type(request), "")
        if isinstance(request, base.UpscaleRequest):
            kind = request.media.media_type.partition("/")[0]
        text = request.text if isinstance(request, base.SpeechRequest) else ""
        return cls(kind, text, notes)

    @classmethod
    def again(cls, kept: Any) -> Asked:
        """Return it from the handle of a job; a job that was found without one is known by its file alone."""
        told = kept if isinstance(kept, Mapping) else {}
        return cls(str(told.get("kind", "")), str(told.get("text", "")), tuple(map(str, told.get("notes", ()))))


# --- How far ---------------------------------------------------------------------------------------


def state_of(answer: Any, settings: Settings) -> State:
    """Return how far a job is, `UNSAID` where the answer does not tell. A word that no list names means working."""
    rule = settings.get("state")
    if rule is None:
        return State.DONE if output_in(answer, settings) is not None else _without_words(answer, settings)
    found = first_at(answer, rule["path"])
    if found is None:
        return _without_words(answer, settings)
    word = worded(found).casefold()
    for state in (State.DONE, State.FAILED, State.STOPPED, State.LOST):
        if word in (str(one).casefold() for one in rule.get(state.value, ())):
            return state
    return State.WORKING


def _without_words(answer: Any, settings: Settings) -> State:
    return State.FAILED if first_at(answer, settings.get("error")) else State.UNSAID


def working(answer: Any, settings: Settings) -> Working:
    """Return how far a job is, as far as the answer says."""
    words = first_at(answer, settings["state"]["path"]) if "state" in settings else None
    return Working(_progress(answer, settings.get("progress")), worded(words)[:200] if words is not None else "")


def _progress(answer: Any, rule: Mapping[str, Any] | None) -> float | None:
    found = _number(first_at(answer, rule["path"])) if rule else None
    if rule is None or found is None:
        return None
    return float(min(Decimal(1), max(Decimal(0), found / Decimal(str(rule.get("of", 1))))))


def trouble(answer: Any, state: State, settings: Settings, label: str) -> ProviderError:
    """Return what a job's end means that brought nothing."""
    words = " / ".join(worded(one) for one in every_at(answer, settings.get("error"))) or worded(answer)[:500]
    if state is State.STOPPED:
        error = meant("stopped", label, words)
    elif state is State.LOST:
        error = meant("lost", label, words)
    else:
        error = by_failure(words, settings, label)
    error.charged_micros = cost_in(answer, settings)
    return error


def cost_in(answer: Any, settings: Settings) -> int | None:
    """Return what an answer says it cost, in micros of a dollar; None where it does not say."""
    rule = settings.get("cost")
    found = _number(first_at(answer, rule["path"])) if rule else None
    if rule is None or found is None or found < 0:
        return None
    return int((found * Decimal(str(rule["micros"]))).quantize(Decimal(1), ROUND_HALF_UP))


def _number(value: Any) -> Decimal | None:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


# --- The result ------------------------------------------------------------------------------------


def output_in(answer: Any, settings: Settings) -> Any:
    """Return what stands where the result is said to be; None where nothing does."""
    return first_at(answer, settings.get("output", {}).get("path", ""))


def is_inside(output: Any, settings: Settings) -> bool:
    """Tell whether an answer holds the result itself, and not an address where it is."""
    way = settings.get("output", {}).get("as", "auto")
    if way in {"base64", "json"}:
        return True
    found = _link(output)
    return way == "auto" and not found.startswith(("http://", "https://", "/"))


def _link(output: Any) -> str:
    if isinstance(output, list) and output:
        output = output[0]
    if isinstance(output, Mapping):
        output = output.get("url")
    return output if isinstance(output, str) else ""


def spoken_in(answer: Any, settings: Settings, text: str) -> list[list[str | int]]:
    """Return when each word of `text` was spoken; nothing where the answer does not say."""
    rule = settings.get("spoken")
    rows = first_at(answer, rule["path"]) if rule else None
    if rule is None or not text or not isinstance(rows, list):
        return []
    heard = [one for row in rows for one in _heard(row, rule)]
    return timed(text, heard, 0) if heard else []


def _heard(row: Any, rule: Mapping[str, Any]) -> list[Heard]:
    if isinstance(row, Mapping):
        row = [row.get(str(rule.get(name, name))) for name in ("text", "start", "end")]
    if not isinstance(row, list) or len(row) < 3:
        return []
    start, end = _number(row[1]), _number(row[2])
    if start is None or end is None:
        return []
    times = 1000 if rule.get("unit", "ms") == "s" else 1
    begins, lasts = round(start * times), round(end * times) - round(start * times)
    words = pieces(str(row[0]))
    return [
        (word, begins + lasts * number // len(words), begins + lasts * (number + 1) // len(words))
        for number, word in enumerate(words)
    ]


def write_result(
    output: Any, settings: Settings, folder: Path, access: Access, asked: Asked, headers: dict[str, str]
) -> Finished:
    """Write a result into `folder`. Raise `BadAnswer` for one that is none, or of another kind than was asked for."""
    if asked.kind == DOCUMENT or settings.get("output", {}).get("as") == "json":
        return _document(output, folder, asked)
    place = folder / "result"
    if is_inside(output, settings):
        place.write_bytes(_decoded(output))
    else:
        link = _link(output)
        if not link:
            raise BadAnswer("It is said to be done, and no file is named.", vendor_words=worded(output)[:500])
        fetch(urljoin(access.base_url.rstrip("/") + "/", link), place, access, headers=headers)
    return checked(place, asked)


def _document(output: Any, folder: Path, asked: Asked) -> Finished:
    try:
        found = json.loads(output) if isinstance(output, str) else output
    except ValueError as error:
        raise BadAnswer("The workflow's answer is not JSON.", vendor_words=worded(output)[:500]) from error
    if not isinstance(found, dict):
        raise BadAnswer("The workflow's answer is no JSON object.", vendor_words=worded(found)[:500])
    place = folder / "answer.json"
    place.write_text(json.dumps(found, ensure_ascii=False), "utf-8")
    return Finished(place, DOCUMENT, notes=asked.notes)


def _decoded(output: Any) -> bytes:
    text = output[0] if isinstance(output, list) and output else output
    text = text.partition(",")[2] if isinstance(text, str) and text.startswith("data:") else text
    try:
        return base64.b64decode("".join(str(text).split()), validate=True)
    except binascii.Error as error:
        raise BadAnswer("The result came inside the answer, and is broken.", vendor_words=worded(text)[:200]) from error


def checked(place: Path, asked: Asked) -> Finished:
    """Return a file that is what was asked for. Raise `BadAnswer` for another."""
    media_type = media_type_of(place)
    if not media_type or (asked.kind and not media_type.startswith(asked.kind)):
        with place.open("rb") as file:
            begin = file.read(200)
        wanted = {"image": "picture", "video": "clip", "audio": "sound"}.get(asked.kind, "picture, clip or sound")
        raise BadAnswer(f"The workflow delivered something that is not a {wanted}.", vendor_words=repr(begin))
    return Finished(place.rename(place.with_suffix(SUFFIXES[media_type])), media_type, notes=asked.notes)
