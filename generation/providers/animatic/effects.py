"""Sound effects of the animatic: what is heard in a scene, made of noise and tones on this machine."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generation.providers.base import NO_TICKET, Access, EffectsRequest, Finished, Submitted, Ticket, Unsupported

from .pool import compute
from .sound.foley import Scene, scene_sound

_LONGEST_MS = 30 * 60 * 1000
"""A scene's sound is held in memory whole."""


LEVEL_LUFS = -31.0
"""How loud a scene's lasting sounds are made. Scenes are levelled beside each other: a quiet room stays quiet."""


class AnimaticEffects:
    """The sound of a scene: its place, what lasts in it, what happens; a name it does not know becomes a note."""

    def __init__(self, endpoint: str, settings: Mapping[str, Any], access: Access | None = None) -> None:
        self.endpoint = endpoint

    def submit(self, request: EffectsRequest, folder: Path, ticket: Ticket = NO_TICKET) -> Finished:
        """Leave `effects.wav`, stereo 48 kHz and exactly as long as asked, in `folder`.

        A cue is heard at its own moment, to a few milliseconds; what lies behind the end is left out.

        Raise `Unsupported` when neither a sound nor a place nor a scene is told, or for a length of nothing
        or of more than half an hour.
        """
        sounds = tuple(sound for sound in request.sounds if sound.strip())
        cues = tuple((cue.sound, cue.at_ms) for cue in request.cues if cue.sound.strip())
        if not any((sounds, cues, request.place.strip(), request.prompt.strip())):
            raise Unsupported("Name at least one sound, such as rain or footsteps: there is nothing to make yet.")
        if not 0 < request.duration_ms <= _LONGEST_MS:
            raise Unsupported("Local sound effects last up to 30 minutes.")
        path = folder / "effects.wav"
        scene = Scene(
            sounds, cues, request.duration_ms, request.place, request.interior, request.prompt, request.seed
        )  # fmt: skip
        details = compute(scene_sound, scene, str(path))
        made = {**details, "level_lufs": LEVEL_LUFS}
        return Finished(path, "audio/wav", made, _notes(details), cost_micros=0)

    def collect(self, sent: Submitted, folder: Path, ticket: Ticket = NO_TICKET) -> Finished:
        """Raise `Unsupported`: every sound is finished when it is submitted."""
        raise Unsupported("Local sound effects are ready at once; there is nothing to collect.")


def _notes(details: Mapping[str, Any]) -> tuple[str, ...]:
    """Return a sentence about the sounds that no local sound stands for."""
    if not details["unknown"]:
        return ()
    names = ", ".join(f"“{name}”" for name in details["unknown"])
    return (f"There is no local sound for {names}; it was left out.",)
