"""Lines spoken by ElevenLabs, with the time of each word.

The vendor answers with the sound at once and keeps it in its history. So an answer that was lost on the way is looked
for there, and the line is not bought again.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

from generation.providers.base import (
    NO_TICKET,
    Access,
    BadAnswer,
    BadKey,
    Finished,
    SpeechRequest,
    Submitted,
    Ticket,
    Unconfirmed,
    Unsupported,
)
from generation.providers.wire import json_of

from .alignment import Words, timed_words
from .client import FORMAT, billed, open_wire, read, write_sound
from .direction import Delivery, deliver

LARGEST_SEED = 2**32
CLOCK_SLACK_S = 5
"""The vendor's clock and ours may differ by so much. More would find an older take of the same line."""

_CONTEXT = ("previous_text", "next_text")


class ElevenLabsSpeech:
    """One model that speaks.

    Settings: `tags`, `dials`, `stability_steps` (see `direction.deliver`); `language`: it can be told the language;
    `context`: it can be told what is said before and after; `max_chars`; `format`; `micros_per_kchar`.
    """

    def __init__(self, endpoint: str, settings: Mapping[str, Any], access: Access) -> None:
        self._endpoint = endpoint
        self._settings = settings
        self._wire = open_wire(access)

    def submit(self, request: SpeechRequest, folder: Path, ticket: Ticket = NO_TICKET) -> Finished:
        """Buy a line and write it to `folder`. `details` holds `words` where the vendor gives their times."""
        delivery = self._delivery(request)
        response = self._wire.pay(
            ticket,
            "POST",
            f"/v1/text-to-speech/{quote(request.voice, safe='')}/with-timestamps",
            params={"output_format": self._settings.get("format", FORMAT)},
            json=self._body(request, delivery),
        )
        answer = json_of(response)
        cost, details = billed(response, self._settings)
        path, media_type = write_sound(_sound_in(answer), folder, "speech", cost)
        words = timed_words(request.text, delivery.prefix + request.text, answer)
        return Finished(path, media_type, {**details, **_words(words)}, delivery.notes, cost)

    def find(self, request: SpeechRequest, ticket: Ticket) -> Submitted | None:
        """Look for the line in the vendor's history, from when it was sent.

        Raise `Unconfirmed` if the same line is there twice, for nobody can tell which one is ours, or if the key may
        not read the history.
        """
        spoken = self._delivery(request).prefix + request.text
        wanted = (request.voice, self._endpoint, spoken.strip())
        try:
            history = self._history(request.voice, ticket.sent_at - CLOCK_SLACK_S)
        except BadKey as error:
            raise Unconfirmed(
                "The ElevenLabs key may not read the history, so nobody can tell whether the line was made.",
                vendor_words=error.vendor_words,
            ) from error
        found = [
            item
            for item in history
            if (item.get("voice_id"), item.get("model_id"), str(item.get("text") or "").strip()) == wanted
        ]
        if len(found) > 1:
            raise Unconfirmed("ElevenLabs spoke this line more than once since then; nobody can tell which is ours.")
        if not found:
            return None
        return Submitted(str(found[0]["history_item_id"]), {"text": request.text, "spoken": spoken})

    def collect(self, sent: Submitted, folder: Path, ticket: Ticket = NO_TICKET) -> Finished:
        """Fetch a line that was found in the history."""
        kept = f"/v1/history/{quote(sent.provider_job_id, safe='')}"
        item = read(self._wire, kept)
        sound = self._wire.get(f"{kept}/audio").content
        path, media_type = write_sound(sound, folder, "speech")
        words = timed_words(str(sent.handle["text"]), str(sent.handle["spoken"]), item.get("alignments") or {})
        characters = int(item["character_count_change_to"]) - int(item["character_count_change_from"])
        price = self._settings.get("micros_per_kchar")
        cost = None if price is None else -(-characters * int(price) // 1000)
        return Finished(path, media_type, {"billed_characters": characters, **_words(words)}, cost_micros=cost)

    def _delivery(self, request: SpeechRequest) -> Delivery:
        """Return how the line is to be said. Raise `Unsupported` if it cannot be said at all."""
        if not request.text.strip():
            raise Unsupported("There is nothing to say.")
        if not request.voice:
            raise Unsupported("Choose a voice of ElevenLabs first.")
        delivery = deliver(request.direction, request.settings, self._settings)
        longest = self._settings.get("max_chars")
        if longest and len(delivery.prefix + request.text) > int(longest):
            raise Unsupported(f"This model speaks at most {longest:,} characters at once.")
        return delivery

    def _body(self, request: SpeechRequest, delivery: Delivery) -> dict[str, Any]:
        body: dict[str, Any] = {
            "text": delivery.prefix + request.text,
            "model_id": self._endpoint,
            "seed": request.seed % LARGEST_SEED,
        }
        if delivery.dials:
            body["voice_settings"] = delivery.dials
        if self._settings.get("language") and request.language:
            body["language_code"] = request.language.partition("-")[0].lower()
        if self._settings.get("context"):
            body.update({name: request.settings[name] for name in _CONTEXT if request.settings.get(name)})
        return body

    def _history(self, voice: str, since: float) -> list[dict[str, Any]]:
        asked = {
            "page_size": 1000,
            "voice_id": voice,
            "model_id": self._endpoint,
            "date_after_unix": max(0, int(since)),
        }
        found: list[dict[str, Any]] = []
        while True:
            page = read(self._wire, "/v1/history", **asked)
            found += page.get("history") or []
            if not page.get("has_more") or not page.get("last_history_item_id"):
                return found
            asked["start_after_history_item_id"] = page["last_history_item_id"]


def _sound_in(answer: Any) -> bytes:
    try:
        return base64.b64decode(answer["audio_base64"], validate=True)
    except (KeyError, TypeError, binascii.Error) as error:
        raise BadAnswer("ElevenLabs sent no sound.", vendor_words=str(answer)[:500]) from error


def _words(words: Words | None) -> dict[str, Any]:
    return {} if words is None else {"words": words}
