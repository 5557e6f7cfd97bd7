"""A line of text spoken. The protocol gives no times of words; they are found afterwards.

Words of an offer's `settings`: `voices` (the keys that it knows; without it any is passed on), `takes_directions`,
`format` ("wav" unless it says otherwise).
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generation.providers.base import (
    NO_TICKET,
    Access,
    BadAnswer,
    Finished,
    SpeechRequest,
    Submitted,
    Ticket,
    Unsupported,
)
from generation.providers.kinds import SUFFIXES, media_type_of
from generation.providers.openai.server import Server

MOST_CHARACTERS = 4096
SLOWEST, FASTEST = 0.25, 4.0


class OpenAISpeech:
    """Speaks with one of the server's voices. Of a voice's settings `pace` is used, a multiplier."""

    def __init__(self, endpoint: str, settings: Mapping[str, Any], access: Access | None = None) -> None:
        self.endpoint = endpoint
        self.server = Server(access or Access(), settings)

    def submit(self, request: SpeechRequest, folder: Path, ticket: Ticket = NO_TICKET) -> Finished:
        """Write the recording into `folder`. Raise `Unsupported` for too much text or a voice that it does not have."""
        response = self.server.order(
            ticket, "audio/speech", json=self._body(request), headers={"Accept": "application/octet-stream"}
        )
        place = folder / "speech"
        place.write_bytes(whole_wave(response.content))
        kind = media_type_of(place)
        if not kind.startswith("audio/"):
            words = response.text[:500] if "json" in response.headers.get("content-type", "") else ""
            raise BadAnswer(f"{self.server.label} sent something that is no recording.", vendor_words=words)
        path = place.rename(place.with_suffix(SUFFIXES[kind]))
        return Finished(path, kind, details={"voice": request.voice}, notes=self._notes(request))

    def collect(self, sent: Submitted, folder: Path, ticket: Ticket = NO_TICKET) -> Finished:
        """Nothing is ever collected: a line is finished when it is submitted."""
        raise Unsupported("Lines are spoken at once; there is nothing to collect.")

    def _body(self, request: SpeechRequest) -> dict[str, Any]:
        settings = self.server.settings
        if not request.text.strip():
            raise Unsupported("There is nothing to say.")
        if len(request.text) > MOST_CHARACTERS:
            raise Unsupported(f"{self.endpoint} speaks {MOST_CHARACTERS:,} characters at a time.")
        body: dict[str, Any] = {"model": self.endpoint, "input": request.text, "voice": self._voice(request.voice)}
        body["response_format"] = str(settings.get("format") or "wav")
        if request.direction and settings.get("takes_directions"):
            body["instructions"] = _instructions(request.direction)
        pace = float(request.settings.get("pace") or 1)
        if pace != 1:
            body["speed"] = min(FASTEST, max(SLOWEST, pace))
        return {**body, **dict(settings.get("extra") or {})}

    def _voice(self, voice: str) -> str | dict[str, str]:
        known = self.server.settings.get("voices")
        if voice.startswith("voice_"):
            return {"id": voice}
        if not voice or (known and voice not in known):
            raise Unsupported(f"{self.endpoint} has no voice called “{voice}”.")
        return voice

    def _notes(self, request: SpeechRequest) -> tuple[str, ...]:
        if request.direction and not self.server.settings.get("takes_directions"):
            return (f"{self.endpoint} takes no directions; it reads lines as they are written.",)
        return ()


def _instructions(direction: str) -> str:
    return f"You are an actor in a film. Say the line like this: {direction.strip()}"[:MOST_CHARACTERS]


def whole_wave(content: bytes) -> bytes:
    """Return a recording; if it is WAV, with a header that tells its true length: servers that stream write
    one before they know it.
    """
    at = 12 if content[8:12] == b"WAVE" else len(content)
    while at + 8 <= len(content):
        name, size = content[at : at + 4], int.from_bytes(content[at + 4 : at + 8], "little")
        if name == b"data":
            true = len(content) - at - 8
            if size <= true:
                return content
            riff = content[:4] + (len(content) - 8).to_bytes(4, "little") + content[8 : at + 4]
            return riff + true.to_bytes(4, "little") + content[at + 8 :]
        at += 8 + size + size % 2
    return content
