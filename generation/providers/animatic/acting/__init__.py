"""What people do while a clip lasts: who walks, speaks, listens and looks where, frame by frame."""

from __future__ import annotations

from .play import Cue, play

__all__ = ["Cue", "play"]
