"""When each word of a text is heard in a recording."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from generation.providers.base import (
    NO_TICKET,
    Access,
    AlignRequest,
    BadAnswer,
    Finished,
    Submitted,
    Ticket,
    Unsupported,
)
from generation.providers.hearing import Heard, timed
from generation.providers.wire import json_of

from .alignment import milliseconds, words_of_characters
from .client import billed, open_wire


class ElevenLabsAligner:
    """Forced alignment. Settings: `micros_per_kchar`. The vendor has one model for it, which is not named."""

    def __init__(self, endpoint: str, settings: Mapping[str, Any], access: Access) -> None:
        self._settings = settings
        self._wire = open_wire(access)

    def submit(self, request: AlignRequest, folder: Path, ticket: Ticket = NO_TICKET) -> Finished:
        """Buy the times of a recording's words and write {"words": [[text, start_ms, end_ms], ...]} to `folder`."""
        if not request.text.strip():
            raise Unsupported("There are no words to look for.")
        sound = request.sound
        response = self._wire.pay(
            ticket,
            "POST",
            "/v1/forced-alignment",
            data={"text": request.text},
            files={"file": (sound.path.name, sound.path.read_bytes(), sound.media_type)},
        )
        answer = json_of(response)
        characters, heard = _rows(answer, "characters"), _rows(answer, "words")
        if not characters and not heard:
            raise BadAnswer("ElevenLabs found no words in the recording.", vendor_words=str(answer)[:500])
        text = request.text
        words = words_of_characters(text, text, characters) if characters else timed(text, heard, request.duration_ms)
        path = folder / "words.json"
        path.write_text(json.dumps({"words": words}, ensure_ascii=False), encoding="utf-8")
        cost, details = billed(response, self._settings)
        return Finished(path, "application/json", details, cost_micros=cost)

    def collect(self, sent: Submitted, folder: Path, ticket: Ticket = NO_TICKET) -> Finished:
        """Nothing is ever collected: the times come at once."""
        raise Unsupported("ElevenLabs aligns at once; there is nothing to collect.")


def _rows(answer: Any, name: str) -> Sequence[Heard]:
    rows = answer.get(name) if isinstance(answer, dict) else None
    return [(str(row["text"]), milliseconds(row["start"]), milliseconds(row["end"])) for row in rows or ()]
