"""Mouths that follow a recording: in a clip that is there already, or in a picture that begins to speak."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generation.providers.base import (
    NO_TICKET,
    Access,
    Finished,
    LipSyncRequest,
    Submitted,
    Ticket,
    Unsupported,
    Working,
)

from . import tasks
from .client import Kling
from .inputs import check_clip, check_sound, link, picture, sound

CLIP_PATH = "/v1/videos/lip-sync"
PICTURE_PATH = "/v1/videos/avatar"
SHORTEST_MS = 2000
LONGEST_CLIP_MS, LONGEST_PICTURE_MS = 10_000, 300_000
LEAST_SIDE, MOST_SIDE = 720, 1920
LONGEST_PROMPT = 2500


class KlingLipSync:
    """Mouths in a clip. Settings: `input`, fields that are always sent with the clip's and the sound's links."""

    def __init__(self, endpoint: str, settings: Mapping[str, Any], access: Access) -> None:
        self._settings = settings
        self._kling = Kling(access)

    def submit(self, request: LipSyncRequest, folder: Path, ticket: Ticket = NO_TICKET) -> Submitted:
        """Begin the clip. Raise `Unsupported` for a clip of another size or length, `NeedsSetup` without links."""
        if request.clip is None:
            raise Unsupported("This model of Kling needs a clip whose mouths it moves.")
        _check_length(request.duration_ms, LONGEST_CLIP_MS)
        if min(request.width, request.height) < LEAST_SIDE or max(request.width, request.height) > MOST_SIDE:
            raise Unsupported(f"Kling moves mouths in clips of {LEAST_SIDE} to {MOST_SIDE} pixels a side.")
        check_clip(request.clip)
        check_sound(request.sound)
        links = {"video_url": link(request.clip), "audio_url": link(request.sound)}
        body: dict[str, Any] = {"input": {**links, **self._settings.get("input", {})}}
        if ticket.callback_url:
            body["callback_url"] = ticket.callback_url
        task = self._kling.pay(ticket, CLIP_PATH, body)
        return Submitted(str(task["task_id"]), {"path": CLIP_PATH})

    def collect(self, sent: Submitted, folder: Path, ticket: Ticket = NO_TICKET) -> Finished | Working:
        """Return the clip, or how far it is."""
        return tasks.collect(self._kling, sent, folder, CLIP_PATH)

    def find(self, request: LipSyncRequest, ticket: Ticket) -> None:
        """Tell whether surely nothing was begun; these tasks take no number of ours."""
        tasks.find_by_time(self._kling, ticket, CLIP_PATH)


class KlingAvatar:
    """A picture that speaks. Settings: `mode` ("std" or "pro")."""

    def __init__(self, endpoint: str, settings: Mapping[str, Any], access: Access) -> None:
        self._settings = settings
        self._kling = Kling(access)

    def submit(self, request: LipSyncRequest, folder: Path, ticket: Ticket = NO_TICKET) -> Submitted:
        """Begin the clip. Raise `Unsupported` without a picture, or for a sound too short or too long."""
        if request.picture is None:
            raise Unsupported("This model of Kling needs a picture of who speaks.")
        _check_length(request.duration_ms, LONGEST_PICTURE_MS)
        if len(request.prompt) > LONGEST_PROMPT:
            raise Unsupported(f"Kling takes at most {LONGEST_PROMPT} characters for a clip.")
        body: dict[str, Any] = {
            "image": picture(request.picture),
            "sound_file": sound(request.sound),
            "mode": self._settings.get("mode", "std"),
        }
        if request.prompt:
            body["prompt"] = request.prompt
        if ticket.callback_url:
            body["callback_url"] = ticket.callback_url
        task = self._kling.pay(ticket, PICTURE_PATH, body)
        return Submitted(str(task["task_id"]), {"path": PICTURE_PATH})

    def collect(self, sent: Submitted, folder: Path, ticket: Ticket = NO_TICKET) -> Finished | Working:
        """Return the clip, or how far it is."""
        return tasks.collect(self._kling, sent, folder, PICTURE_PATH)

    def find(self, request: LipSyncRequest, ticket: Ticket) -> None:
        """Tell whether surely nothing was begun; these tasks take no number of ours."""
        tasks.find_by_time(self._kling, ticket, PICTURE_PATH)


def _check_length(duration_ms: int, longest_ms: int) -> None:
    if not SHORTEST_MS <= duration_ms <= longest_ms:
        raise Unsupported(f"Kling lets mouths follow 2 to {longest_ms // 1000} seconds of sound.")
