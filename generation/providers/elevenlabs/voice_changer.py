"""A recording in another voice: its words, its pauses and its feeling stay."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

from generation.providers.base import NO_TICKET, Access, Finished, Submitted, Ticket, Unsupported, VoiceRequest

from .client import FORMAT, billed, open_wire, write_sound
from .speech import LARGEST_SEED


class ElevenLabsVoiceChanger:
    """One model that turns a recording into one of the vendor's voices. Settings: `format`, `micros_per_kchar`."""

    def __init__(self, endpoint: str, settings: Mapping[str, Any], access: Access) -> None:
        self._endpoint = endpoint
        self._settings = settings
        self._wire = open_wire(access)

    def submit(self, request: VoiceRequest, folder: Path, ticket: Ticket = NO_TICKET) -> Finished:
        """Buy the recording in the other voice. Raise `Unsupported` where the voice is given by a sample."""
        if request.sample is not None:
            raise Unsupported("ElevenLabs changes a recording into a voice of its own, not into that of a sample.")
        if not request.voice:
            raise Unsupported("Choose a voice of ElevenLabs first.")
        sound = request.sound
        response = self._wire.pay(
            ticket,
            "POST",
            f"/v1/speech-to-speech/{quote(request.voice, safe='')}",
            params={"output_format": self._settings.get("format", FORMAT)},
            data={"model_id": self._endpoint, "seed": str(request.seed % LARGEST_SEED)},
            files={"audio": (sound.path.name, sound.path.read_bytes(), sound.media_type)},
        )
        cost, details = billed(response, self._settings)
        path, media_type = write_sound(response.content, folder, "voice", cost)
        return Finished(path, media_type, details, cost_micros=cost)

    def collect(self, sent: Submitted, folder: Path, ticket: Ticket = NO_TICKET) -> Finished:
        """Nothing is ever collected: the recording comes at once."""
        raise Unsupported("ElevenLabs sends recordings at once; there is nothing to collect.")
