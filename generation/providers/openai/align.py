"""When each word of a recording is heard, by a transcription with times of words."""

from __future__ import annotations

import json
from collections.abc import Mapping
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
from generation.providers.openai.costs import cost_micros
from generation.providers.openai.server import Server

LARGEST_BYTES = 25_000_000
_ENDINGS = {
    "audio/wav": "wav",
    "audio/x-wav": "wav",
    "audio/mpeg": "mp3",
    "audio/flac": "flac",
    "audio/ogg": "ogg",
    "audio/mp4": "m4a",
    "audio/webm": "webm",
}


class OpenAIAlign:
    """Transcribes a recording and finds the given words in what was heard."""

    def __init__(self, endpoint: str, settings: Mapping[str, Any], access: Access | None = None) -> None:
        self.endpoint = endpoint
        self.server = Server(access or Access(), settings)

    def submit(self, request: AlignRequest, folder: Path, ticket: Ticket = NO_TICKET) -> Finished:
        """Write {"words": [[text, start_ms, end_ms], ...]} to `folder`/words.json: the words of the given text.

        Raise `BadAnswer` if the server tells no times.
        """
        content = request.sound.path.read_bytes()
        if len(content) > LARGEST_BYTES:
            raise Unsupported(f"{self.endpoint} listens to 25 MB at most.")
        ending = _ENDINGS.get(request.sound.media_type, request.sound.path.suffix.lstrip(".") or "wav")
        file = {"file": (f"sound.{ending}", content, request.sound.media_type or "audio/wav")}
        fields = {"model": self.endpoint, "response_format": "verbose_json", "timestamp_granularities[]": "word"}
        if request.language:
            fields["language"] = request.language.replace("_", "-").split("-")[0].lower()
        body = self.server.body_of(self.server.order(ticket, "audio/transcriptions", data=fields, files=file))
        heard = self._heard(body)
        words = timed(request.text, heard, request.duration_ms)
        path = folder / "words.json"
        path.write_text(json.dumps({"words": words}, ensure_ascii=False), encoding="utf-8")
        details = {"heard": str(body.get("text") or "")}
        return Finished(path, "application/json", details=details, cost_micros=self._cost(body))

    def collect(self, sent: Submitted, folder: Path, ticket: Ticket = NO_TICKET) -> Finished:
        """Nothing is ever collected: a recording is heard when it is submitted."""
        raise Unsupported("Recordings are heard at once; there is nothing to collect.")

    def _heard(self, body: Mapping[str, Any]) -> list[Heard]:
        rows = body.get("words")
        if not isinstance(rows, list):
            raise BadAnswer(f"{self.endpoint} tells no times of words.", vendor_words=str(body)[:500])
        try:
            return [(str(row["word"]), _ms(row["start"]), _ms(row["end"])) for row in rows]
        except (KeyError, TypeError, ValueError) as error:
            raise BadAnswer(f"The times of {self.endpoint} cannot be read.", vendor_words=str(rows)[:500]) from error

    def _cost(self, body: Mapping[str, Any]) -> int | None:
        """What the row's price says of the seconds, or of the tokens, that the server counted."""
        usage = body.get("usage")
        price = self.server.settings.get("second_micros")
        if price and isinstance(usage, Mapping) and usage.get("seconds") is not None:
            return round(float(usage["seconds"]) * int(price))
        return cost_micros(usage, self.server.settings)


def _ms(seconds: object) -> int:
    return round(float(str(seconds)) * 1000)
