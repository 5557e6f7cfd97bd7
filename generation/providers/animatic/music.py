"""Music of the animatic: a film's score composed and played on this machine, for any moods, length and seed."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generation.providers.base import NO_TICKET, Access, Finished, MusicRequest, Submitted, Ticket, Unsupported

from .pool import compute
from .sound.cue import compose_cue

_LONGEST_MS = 30 * 60 * 1000
"""A cue is held in memory whole, about 2 MB a second while it is made."""


class AnimaticMusic:
    """Cues from the built-in composer, played by a SoundFont where the machine has one, else by a synthesiser.

    `settings` may hold `soundfont`: a path, or "" for the synthesiser whatever the machine has.
    """

    def __init__(self, endpoint: str, settings: Mapping[str, Any], access: Access | None = None) -> None:
        self.endpoint = endpoint
        self.soundfont: str | None = settings.get("soundfont")

    def submit(self, request: MusicRequest, folder: Path, ticket: Ticket = NO_TICKET) -> Finished:
        """Leave `music.wav`, stereo 48 kHz and exactly as long as asked, in `folder`.

        With sections every change of mood is a cue of its own, and the details' `cues` say where each begins.

        Raise `Unsupported` for a length of nothing or of more than half an hour.
        """
        if not 0 < request.duration_ms <= _LONGEST_MS:
            raise Unsupported("The local composer writes cues of up to 30 minutes.")
        path = folder / "music.wav"
        details = dict(
            compute(
                compose_cue, request.prompt, request.mood, request.duration_ms, request.era, request.genre,
                request.seed, str(path), self.soundfont,
                tuple((part.start_ms, part.end_ms, part.mood, part.energy) for part in request.sections),
            )
        )  # fmt: skip
        notes = tuple(details.pop("notes"))
        return Finished(path, "audio/wav", details, notes, cost_micros=0)

    def collect(self, sent: Submitted, folder: Path, ticket: Ticket = NO_TICKET) -> Finished:
        """Raise `Unsupported`: every cue is finished when it is submitted."""
        raise Unsupported("Local music is ready at once; there is nothing to collect.")
