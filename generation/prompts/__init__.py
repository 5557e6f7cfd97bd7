"""Every word sent to a model: plain values in, text out."""

from __future__ import annotations

from .clips import clip
from .pictures import change, frame, reference, wish
from .plans import fingerprint, instructions, plan_prompt
from .posts import posting, posting_fingerprint
from .seeing import looking, looking_fingerprint
from .sounds import effects, music

__all__ = [
    "change",
    "clip",
    "effects",
    "fingerprint",
    "frame",
    "instructions",
    "looking",
    "looking_fingerprint",
    "music",
    "plan_prompt",
    "posting",
    "posting_fingerprint",
    "reference",
    "wish",
]
