"""Every word sent to a model: plain values in, text out."""

from __future__ import annotations

from .pictures import clip, frame, reference
from .plans import fingerprint, instructions, plan_prompt
from .sounds import effects, music

__all__ = ["clip", "effects", "fingerprint", "frame", "instructions", "music", "plan_prompt", "reference"]
