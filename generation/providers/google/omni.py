"""Clips by Gemini Omni: an interaction that goes on in the background, and a link to the clip that wants the key."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

from generation.providers.base import (
    NO_TICKET,
    Access,
    BadAnswer,
    ClipRequest,
    Finished,
    GoneModel,
    Invalid,
    LostByVendor,
    MediaInput,
    ProviderError,
    Refused,
    Submitted,
    Ticket,
    Unavailable,
    Unconfirmed,
    Unsupported,
    Working,
)
from generation.providers.download import fetch
from generation.providers.kinds import SUFFIXES, media_type_of
from generation.providers.lengths import length_for, written
from generation.providers.sizes import name_for, shape_for
from generation.providers.wire import json_of, words_of

from .client import key_headers, meant, open_wire, picture_in

PATH = "interactions"
_SHAPES = {"choices": ["16:9", "9:16"]}
_LENGTHS = {"as": "text_s", "least_ms": 3000, "most_ms": 10_000}
_OVER = frozenset({"cancelled", "incomplete", "budget_exceeded", "requires_action"})
_UNKNOWN = "invalid interaction name"


class GeminiOmni:
    """One model that makes clips.

    Settings: `resolutions`, word to short side; `duration`, the rule of its lengths (see `lengths`); `last_frame`: it
    can be told how a clip ends; `suffix`, words that end each prompt.
    """

    def __init__(self, endpoint: str, settings: Mapping[str, Any], access: Access) -> None:
        self._endpoint = endpoint
        self._settings = settings
        self._wire = open_wire(access)
        self._access = self._wire.access

    def submit(self, request: ClipRequest, folder: Path, ticket: Ticket = NO_TICKET) -> Submitted:
        """Begin a clip. Raise `Unsupported` for what the model does not make."""
        body = self._body(request)
        response = self._wire.pay(ticket, "POST", PATH, json=body)
        answer = json_of(response)
        name = answer.get("id") if isinstance(answer, dict) else None
        if not name:
            raise Unconfirmed("Google took the request, but did not say as what.", vendor_words=words_of(response))
        return Submitted(str(name))

    def collect(self, sent: Submitted, folder: Path, ticket: Ticket = NO_TICKET) -> Finished | Working:
        """Return the clip, or how far it is."""
        told = self._looked_at(sent.provider_job_id)
        status = str(told.get("status") or "")
        if status == "failed":
            raise _failure(told.get("error") or {})
        if status in _OVER:
            raise ProviderError("Google did not make this to the end.", vendor_words=status)
        if status != "completed":
            return Working(words=status)
        clip = _clip_in(told)
        if clip.get("uri") and not self._is_ready(str(clip["uri"])):
            return Working(words="processing")
        return self._written(clip, folder)

    def cancel(self, sent: Submitted) -> None:
        """Ask Google to stop."""
        self._wire.ask("POST", f"{PATH}/{quote(sent.provider_job_id, safe='')}/cancel")

    def _body(self, request: ClipRequest) -> dict[str, Any]:
        if request.references:
            raise Unsupported("This model takes no references beside its first picture.")
        if request.last_frame and not (request.first_frame and self._settings.get("last_frame")):
            raise Unsupported("This model cannot be told how a clip ends.")
        rule = {"as": "short_side", "field": "resolution", "names": self._settings["resolutions"]}
        lengths = self._settings.get("duration", _LENGTHS)
        return {
            "model": self._endpoint,
            "input": self._input(request),
            # Without it the answer comes when the clip is done, minutes later.
            "background": True,
            "generation_config": {
                "video_config": {"task": "image_to_video" if request.first_frame else "text_to_video"}
            },
            "response_format": {
                "type": "video",
                "delivery": "uri",
                "aspect_ratio": shape_for(request.width, request.height, _SHAPES),
                "resolution": name_for(request.width, request.height, rule),
                "duration": written(length_for(request.duration_ms, lengths), lengths),
            },
        }

    def _input(self, request: ClipRequest) -> str | list[dict[str, str]]:
        words = " ".join(filter(None, (request.prompt, str(self._settings.get("suffix", "")))))
        if request.first_frame is None:
            return words
        pictures = [_picture(request.first_frame)]
        if request.last_frame is not None:
            # Which picture is which is said in the words.
            words = f"<FIRST_FRAME> <LAST_FRAME> {words}"
            pictures.append(_picture(request.last_frame))
        return [*pictures, {"type": "text", "text": words}]

    def _looked_at(self, name: str) -> dict[str, Any]:
        try:
            response = self._wire.get(f"{PATH}/{quote(name, safe='')}")
        except (GoneModel, Invalid) as error:
            if isinstance(error, GoneModel) or _UNKNOWN in error.vendor_words.lower():
                raise LostByVendor("Google no longer knows of this clip.", vendor_words=error.vendor_words) from error
            # Others were seen while a clip was being made, and passed.
            raise Unavailable("Google has a problem.", vendor_words=error.vendor_words) from error
        return _object(response.json, words_of(response))

    def _is_ready(self, address: str) -> bool:
        """Tell whether a clip can be fetched: for a while after it was made it is still being written."""
        name = re.search(r"/(files/[\w-]+)", address)
        if name is None:
            return True
        try:
            response = self._wire.get(name[1])
        except GoneModel as error:
            raise LostByVendor("Google no longer has the clip.", vendor_words=error.vendor_words) from error
        state = _object(response.json, words_of(response)).get("state")
        if state == "FAILED":
            raise ProviderError("Google could not make this.", vendor_words=words_of(response))
        return bool(state != "PROCESSING")

    def _written(self, clip: Mapping[str, Any], folder: Path) -> Finished:
        path = folder / "clip"
        if clip.get("uri"):
            fetch(str(clip["uri"]), path, self._access, headers=key_headers(self._access))
        else:
            fetch(f"data:video/mp4;base64,{clip.get('data', '')}", path, self._access)
        media_type = media_type_of(path)
        if not media_type.startswith("video/"):
            raise BadAnswer("Google sent something that is no clip.", vendor_words=repr(path.read_bytes()[:200]))
        return Finished(path.rename(path.with_suffix(SUFFIXES[media_type])), media_type)


def _picture(media: MediaInput) -> dict[str, str]:
    media_type, data = picture_in(media)
    return {"type": "image", "data": data, "mime_type": media_type}


def _object(read: Any, words: str) -> dict[str, Any]:
    try:
        told = read()
    except ValueError:
        told = None
    if not isinstance(told, dict):
        raise Unavailable("Google's answer cannot be read.", vendor_words=words)
    return told


def _clip_in(told: Mapping[str, Any]) -> dict[str, Any]:
    """Return the clip of a finished interaction. Raise `Refused` where there are words in its place."""
    parts = [
        part
        for step in told.get("steps") or ()
        if step.get("type") == "model_output"
        for part in step.get("content") or ()
    ]
    clips = [part for part in parts if part.get("type") == "video" and (part.get("uri") or part.get("data"))]
    if clips:
        return dict(clips[-1])
    words = " ".join(str(part.get("text") or "") for part in parts).strip()
    if words:
        # That is how its rules say no: done, with a sentence and no clip.
        raise Refused("Google turned this down: it goes against its rules.", vendor_words=words[:2000])
    raise BadAnswer("Google says that it is done, but gives no clip.", vendor_words=str(told)[:500])


def _failure(error: Mapping[str, Any]) -> ProviderError:
    """Return what it means that an interaction failed. It is over: asking again gives the same."""
    known = {**error, "code": error.get("code") if isinstance(error.get("code"), int) else 0}
    found = meant(known, 400 if "invalid" in str(error.get("code")).lower() else 500)
    if isinstance(found, Unavailable):
        return ProviderError("Google could not make this.", vendor_words=found.vendor_words)
    return found
