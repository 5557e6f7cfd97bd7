"""Sound effects of the animatic: the sounds a scene names, made of noise and tones on this machine."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generation.providers.base import EffectsRequest, Finished, Unsupported

from .pool import compute
from .sound.foley import scene_sound

_LONGEST_MS = 30 * 60 * 1000
"""A scene's sound is held in memory whole."""


class AnimaticEffects:
    """The sound of a scene from named sounds; a name it does not know becomes a note, not a failure."""

    def __init__(self, endpoint: str, settings: Mapping[str, Any]) -> None:
        self.endpoint = endpoint

    def submit(self, request: EffectsRequest, folder: Path) -> Finished:
        """Leave `effects.wav`, stereo 48 kHz and exactly as long as asked, in `folder`.

        Raise `Unsupported` when no sound is named, or for a length of nothing or of more than half an hour.
        """
        sounds = tuple(sound for sound in request.sounds if sound.strip())
        if not sounds:
            raise Unsupported("Name at least one sound, such as rain or footsteps: there is nothing to make yet.")
        if not 0 < request.duration_ms <= _LONGEST_MS:
            raise Unsupported("Local sound effects last up to 30 minutes.")
        path = folder / "effects.wav"
        details = compute(scene_sound, sounds, request.duration_ms, request.seed, str(path))
        return Finished(path, "audio/wav", details, _notes(details), cost_micros=0)

    def collect(self, provider_job_id: str, folder: Path) -> Finished | None:
        """Raise `Unsupported`: every sound is finished when it is submitted."""
        raise Unsupported("Local sound effects are ready at once; there is nothing to collect.")


def _notes(details: Mapping[str, Any]) -> tuple[str, ...]:
    """Return a sentence about the sounds that no local sound stands for."""
    if not details["unknown"]:
        return ()
    names = ", ".join(f"“{name}”" for name in details["unknown"])
    instead = "it was left out" if details["sounds"] != ["room tone"] else "a quiet room is heard instead"
    return (f"There is no local sound for {names}; {instead}.",)
