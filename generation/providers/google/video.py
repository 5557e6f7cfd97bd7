"""Clips by Veo: a long operation that is asked about until it is done.

The Gemini API tells of an operation when its name is asked for (`operations` "get" in the row), Google Cloud when it is
asked by a request of its own ("fetch"). The result is a link that wants the key, or the clip itself.
"""

from __future__ import annotations

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
from generation.providers.sizes import name_for, shape_for
from generation.providers.wire import json_of, words_of

from .client import key_headers, meant, open_wire, picture_in

LARGEST_SEED = 2**32
_SHAPES = {"choices": ["16:9", "9:16"]}
_RESOLUTIONS = {"720p": 720, "1080p": 1080}


class Veo:
    """One model that makes clips.

    Settings: `operations` ("get" or "fetch"); `seconds`, the lengths it makes; `resolutions`, word to short side;
    `long_only`, the resolutions that it makes in its longest clips only; `sound`: whether clips come with sound (left
    out where the model is not asked); `seed`: it takes one; `last_frame`: it can be told how a clip ends;
    `max_references`.
    """

    def __init__(self, endpoint: str, settings: Mapping[str, Any], access: Access) -> None:
        self._endpoint = endpoint
        self._settings = settings
        self._wire = open_wire(access)
        self._access = self._wire.access

    def submit(self, request: ClipRequest, folder: Path, ticket: Ticket = NO_TICKET) -> Submitted:
        """Begin a clip. Raise `Unsupported` for what the model does not make."""
        body = {"instances": [self._instance(request)], "parameters": self._parameters(request)}
        response = self._wire.pay(
            ticket, "POST", f"models/{quote(self._endpoint, safe='')}:predictLongRunning", json=body
        )
        answer = json_of(response)
        name = answer.get("name") if isinstance(answer, dict) else None
        if not name:
            raise Unconfirmed("Google took the request, but did not say as what.", vendor_words=words_of(response))
        return Submitted(str(name))

    def collect(self, sent: Submitted, folder: Path, ticket: Ticket = NO_TICKET) -> Finished | Working:
        """Return the clip, or that it is being made."""
        try:
            operation = self._looked_at(sent.provider_job_id)
        except GoneModel as error:
            raise LostByVendor("Google no longer knows of this clip.", vendor_words=error.vendor_words) from error
        if not operation.get("done"):
            return Working(words=str((operation.get("metadata") or {}).get("state") or ""))
        if operation.get("error"):
            raise _failure(operation["error"])
        return self._written(operation.get("response") or {}, folder)

    # --- What is asked ---

    def _instance(self, request: ClipRequest) -> dict[str, Any]:
        if request.last_frame and not (request.first_frame and self._settings.get("last_frame")):
            raise Unsupported("This model cannot be told how a clip ends.")
        if len(request.references) > int(self._settings.get("max_references", 0)):
            raise Unsupported("This model takes no more references along.")
        if request.references and request.first_frame:
            raise Unsupported("Veo takes a first picture or references, not both.")
        instance: dict[str, Any] = {"prompt": request.prompt}
        if request.first_frame:
            instance["image"] = _image(request.first_frame)
        if request.last_frame:
            instance["lastFrame"] = _image(request.last_frame)
        if request.references:
            instance["referenceImages"] = [
                {"image": _image(media), "referenceType": "asset"} for media in request.references
            ]
        return instance

    def _parameters(self, request: ClipRequest) -> dict[str, Any]:
        seconds = sorted(int(each) for each in self._settings.get("seconds", (4, 6, 8)))
        if request.duration_ms not in {each * 1000 for each in seconds}:
            lengths = ", ".join(str(each) for each in seconds)
            raise Unsupported(f"This model makes clips of {lengths} seconds.")
        shorts = self._settings.get("resolutions", _RESOLUTIONS)
        rule = {"as": "short_side", "field": "resolution", "names": shorts}
        resolution = name_for(request.width, request.height, rule)
        longest_only = resolution in self._settings.get("long_only", ()) or request.references
        if longest_only and request.duration_ms != seconds[-1] * 1000:
            raise Unsupported(f"This model makes such clips of {seconds[-1]} seconds only.")
        parameters: dict[str, Any] = {
            "aspectRatio": shape_for(request.width, request.height, _SHAPES),
            "durationSeconds": request.duration_ms // 1000,
            "resolution": resolution,
        }
        if "sound" in self._settings:
            parameters["generateAudio"] = bool(self._settings["sound"])
        if self._settings.get("seed"):
            parameters["seed"] = request.seed % LARGEST_SEED
        return parameters

    # --- What comes back ---

    def _looked_at(self, name: str) -> dict[str, Any]:
        if self._settings.get("operations", "get") == "fetch":
            path = f"models/{quote(self._endpoint, safe='')}:fetchPredictOperation"
            response = self._wire.ask("POST", path, json={"operationName": name})
        else:
            response = self._wire.get(quote(name, safe="/"))
        try:
            operation = response.json()
        except ValueError:
            operation = None
        if not isinstance(operation, dict):
            raise Unavailable("Google's answer cannot be read.", vendor_words=words_of(response))
        return operation

    def _written(self, answer: Mapping[str, Any], folder: Path) -> Finished:
        told = answer.get("generateVideoResponse") or answer
        samples = [sample.get("video") or {} for sample in told.get("generatedSamples") or ()]
        clip = next(iter([*samples, *(told.get("videos") or ())]), None)
        if clip is None:
            raise _without_clip(told)
        path = folder / "clip"
        if clip.get("bytesBase64Encoded"):
            fetch(f"data:video/mp4;base64,{clip['bytesBase64Encoded']}", path, self._access)
        elif clip.get("uri"):
            fetch(str(clip["uri"]), path, self._access, headers=key_headers(self._access))
        else:
            raise BadAnswer("Google put the clip where it cannot be fetched.", vendor_words=str(clip)[:500])
        media_type = media_type_of(path)
        if not media_type.startswith("video/"):
            raise BadAnswer("Google sent something that is no clip.", vendor_words=repr(path.read_bytes()[:200]))
        return Finished(path.rename(path.with_suffix(SUFFIXES[media_type])), media_type)


def _image(media: MediaInput) -> dict[str, str]:
    media_type, data = picture_in(media)
    return {"bytesBase64Encoded": data, "mimeType": media_type}


def _without_clip(told: Mapping[str, Any]) -> ProviderError:
    reasons = told.get("raiMediaFilteredReasons") or ()
    if reasons or told.get("raiMediaFilteredCount"):
        words = "; ".join(str(reason) for reason in reasons)
        return Refused("Google turned this down: it goes against its rules.", vendor_words=words)
    return BadAnswer("Google says that it is done, but gives no clip.", vendor_words=str(told)[:500])


def _failure(error: Mapping[str, Any]) -> ProviderError:
    """Return what it means that an operation ended in an error. It is over: asking again gives the same."""
    found = meant(error, 400 if int(error.get("code") or 0) == 3 else 500)
    if isinstance(found, Unavailable):
        return ProviderError("Google could not make this.", vendor_words=found.vendor_words)
    return found
