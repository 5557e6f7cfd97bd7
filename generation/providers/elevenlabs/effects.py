"""The sound of a scene, from its sounds and cues in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from generation.providers.base import NO_TICKET, Access, EffectsRequest, Finished, Submitted, Ticket, Unsupported

from .client import FORMAT, billed, open_wire, write_sound

SHORTEST_MS, LONGEST_MS = 500, 30_000
MOST_CHARACTERS = 450
"""Beyond this the vendor answers that the description is too long."""


class ElevenLabsEffects:
    """One model that makes sounds from words. Settings: `max_chars`, `loops`, `format`, `micros_per_kchar`."""

    def __init__(self, endpoint: str, settings: Mapping[str, Any], access: Access) -> None:
        self._endpoint = endpoint
        self._settings = settings
        self._wire = open_wire(access)

    def submit(self, request: EffectsRequest, folder: Path, ticket: Ticket = NO_TICKET) -> Finished:
        """Buy the sound and write it to `folder`. Raise `Unsupported` for a length that the model does not make."""
        if not SHORTEST_MS <= request.duration_ms <= LONGEST_MS:
            raise Unsupported("ElevenLabs makes sounds of 0.5 to 30 seconds.")
        text, left_out = describe(request, int(self._settings.get("max_chars", MOST_CHARACTERS)))
        body: dict[str, Any] = {
            "text": text,
            "duration_seconds": request.duration_ms / 1000,
            "model_id": self._endpoint,
        }
        # The longest that there is stands for a scene that is longer still: it will be heard again and again.
        if request.duration_ms == LONGEST_MS and self._settings.get("loops"):
            body["loop"] = True
        response = self._wire.pay(
            ticket,
            "POST",
            "/v1/sound-generation",
            params={"output_format": self._settings.get("format", FORMAT)},
            json=body,
        )
        cost, details = billed(response, self._settings)
        path, media_type = write_sound(response.content, folder, "effects", cost)
        return Finished(path, media_type, details, _notes(left_out), cost)

    def collect(self, sent: Submitted, folder: Path, ticket: Ticket = NO_TICKET) -> Finished:
        """Nothing is ever collected: the sound comes at once."""
        raise Unsupported("ElevenLabs sends sounds at once; there is nothing to collect.")


def describe(request: EffectsRequest, most: int) -> tuple[str, list[str]]:
    """Return the description of a scene's sound in at most `most` characters, and the sounds that found no room.

    The sounds that last come first, then those that happen, in order; what the scene is about fills the rest. Raise
    `Unsupported` if there is nothing to hear.
    """
    parts: list[str] = []
    left_out: list[str] = []
    for sound, words in _pieces(request):
        if len(", ".join([*parts, words])) <= most:
            parts.append(words)
        else:
            left_out.append(sound)
    text = ", ".join(parts)
    about = request.prompt.strip()
    # The prompt repeats the sounds; alone it is used where there are none.
    if about and (not parts or not _says(about, request.sounds)) and len(text) + len(about) + 2 <= most:
        text = f"{text}. {about}" if text else about
    if not text:
        raise Unsupported("There is nothing to hear in this scene.")
    return text, left_out


def _pieces(request: EffectsRequest) -> list[tuple[str, str]]:
    pieces = [(sound, sound) for sound in request.sounds]
    if request.place:
        where = "inside" if request.interior else "at"
        ambience = f"quiet ambience {where} a {request.place}"
        pieces.append((ambience, ambience))
    return pieces + [(cue.sound, f"{cue.sound} after {cue.at_ms / 1000:.1f} seconds") for cue in request.cues]


def _says(about: str, sounds: Sequence[str]) -> bool:
    return bool(sounds) and about.startswith(", ".join(sounds))


def _notes(left_out: Sequence[str]) -> tuple[str, ...]:
    if not left_out:
        return ()
    return (f"ElevenLabs takes short descriptions only. Left out of this scene's sound: {', '.join(left_out)}.",)
