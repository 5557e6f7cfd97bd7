"""Clips of Kling's: from words, or from a picture that they start from."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generation.providers.base import NO_TICKET, Access, ClipRequest, Finished, Submitted, Ticket, Unsupported, Working
from generation.providers.sizes import shape_for

from . import tasks
from .client import Kling
from .inputs import picture

FROM_WORDS = "/v1/videos/text2video"
FROM_PICTURE = "/v1/videos/image2video"
LONGEST_PROMPT = 2500

_SHAPES = {"choices": ["16:9", "9:16", "1:1"]}


class KlingVideo:
    """One model in one mode.

    Settings: `mode` ("std" or "pro"); `short_side`, the pixels it makes; `durations_ms`; `from_words`: it needs no
    picture; `last_frame`: it can be told how the clip ends, `last_frame_ms`: in clips of these lengths only.
    """

    def __init__(self, endpoint: str, settings: Mapping[str, Any], access: Access) -> None:
        self._endpoint = endpoint
        self._settings = settings
        self._kling = Kling(access)

    def submit(self, request: ClipRequest, folder: Path, ticket: Ticket = NO_TICKET) -> Submitted:
        """Begin a clip. Raise `Unsupported` for what the model does not make."""
        self._check(request)
        path = _path(request)
        task = self._kling.pay(ticket, path, self._body(request, ticket))
        return Submitted(str(task["task_id"]), {"path": path})

    def collect(self, sent: Submitted, folder: Path, ticket: Ticket = NO_TICKET) -> Finished | Working:
        """Return the clip, or how far it is."""
        return tasks.collect(self._kling, sent, folder, FROM_PICTURE)

    def find(self, request: ClipRequest, ticket: Ticket) -> Submitted | None:
        """Look for the task in the vendor's list: it was given our own number."""
        return tasks.find_by_reference(self._kling, ticket, _path(request))

    def _check(self, request: ClipRequest) -> None:
        if request.duration_ms not in self._settings.get("durations_ms", (5000, 10_000)):
            raise Unsupported("Kling makes clips of 5 or 10 seconds.")
        if len(request.prompt) > LONGEST_PROMPT:
            raise Unsupported(f"Kling takes at most {LONGEST_PROMPT} characters for a clip.")
        short = int(self._settings.get("short_side", 720))
        if min(request.width, request.height) > short:
            raise Unsupported(f"This model of Kling makes clips of {short}p.")
        if request.references:
            raise Unsupported("This model of Kling takes no references beside its first picture.")
        if request.first_frame is None and not self._settings.get("from_words"):
            raise Unsupported("This model of Kling needs a picture to start from.")
        if request.last_frame is not None:
            self._check_last(request)

    def _check_last(self, request: ClipRequest) -> None:
        if request.first_frame is None or not self._settings.get("last_frame"):
            raise Unsupported("This model of Kling cannot be told how a clip ends.")
        lengths = self._settings.get("last_frame_ms")
        if lengths and request.duration_ms not in lengths:
            raise Unsupported("This model of Kling can be told how a clip ends only in shorter clips.")

    def _body(self, request: ClipRequest, ticket: Ticket) -> dict[str, Any]:
        body: dict[str, Any] = {
            "model_name": self._endpoint,
            "prompt": request.prompt,
            "mode": self._settings.get("mode", "std"),
            "duration": str(request.duration_ms // 1000),
        }
        if request.first_frame is None:
            body["aspect_ratio"] = shape_for(request.width, request.height, _SHAPES)
        else:
            # The clip has the shape of its picture.
            body["image"] = picture(request.first_frame)
        if request.last_frame is not None:
            body["image_tail"] = picture(request.last_frame)
        if ticket.callback_url:
            body["callback_url"] = ticket.callback_url
        if ticket.reference:
            body["external_task_id"] = ticket.reference
        return body


def _path(request: ClipRequest) -> str:
    return FROM_WORDS if request.first_frame is None else FROM_PICTURE
