"""What our own workflows are sent and what they answer, by capability. `docs/gateways.md` is written from this."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generation.providers.base import Capability

SENT: Mapping[Capability, Mapping[str, Any]] = {
    Capability.TEXT: {
        "task": "{task}",
        "instructions": "{instructions}",
        "prompt": "{prompt}",
        "answer_schema": "{answer_schema}",
        "seed": "{seed}",
    },
    Capability.SPEECH: {
        "text": "{text}",
        "voice": "{voice}",
        "direction": "{direction}",
        "language": "{language}",
        "settings": "{settings}",
        "seed": "{seed}",
    },
    Capability.IMAGE: {
        "prompt": "{prompt}",
        "width": "{width}",
        "height": "{height}",
        "references": "{references[].link}",
        "edit": "{edit.link}",
        "mask": "{mask.link}",
        "seed": "{seed}",
    },
    Capability.VIDEO: {
        "prompt": "{prompt}",
        "width": "{width}",
        "height": "{height}",
        "duration_ms": "{duration_ms}",
        "frames": "{frames}",
        "rate": "{rate}",
        "first_frame": "{first_frame.link}",
        "last_frame": "{last_frame.link}",
        "references": "{references[].link}",
        "seed": "{seed}",
    },
    Capability.MUSIC: {
        "prompt": "{prompt}",
        "mood": "{mood}",
        "genre": "{genre}",
        "era": "{era}",
        "duration_ms": "{duration_ms}",
        "sections": "{sections}",
        "seed": "{seed}",
    },
    Capability.EFFECTS: {
        "prompt": "{prompt}",
        "sounds": "{sounds}",
        "cues": "{cues}",
        "place": "{place}",
        "interior": "{interior}",
        "duration_ms": "{duration_ms}",
        "seed": "{seed}",
    },
    Capability.LIPSYNC: {
        "clip": "{clip.link}",
        "picture": "{picture.link}",
        "sound": "{sound.link}",
        "prompt": "{prompt}",
        "width": "{width}",
        "height": "{height}",
        "duration_ms": "{duration_ms}",
        "expressiveness": "{expressiveness}",
        "many_faces": "{many_faces}",
        "seed": "{seed}",
    },
    Capability.CAMERA: {
        "clip": "{clip.link}",
        "move": "{move}",
        "prompt": "{prompt}",
        "width": "{width}",
        "height": "{height}",
        "duration_ms": "{duration_ms}",
        "seed": "{seed}",
    },
    Capability.UPSCALE: {
        "media": "{media.link}",
        "media_type": "{media.media_type}",
        "width": "{width}",
        "height": "{height}",
        "duration_ms": "{duration_ms}",
    },
    Capability.FOLEY: {
        "clip": "{clip.link}",
        "prompt": "{prompt}",
        "duration_ms": "{duration_ms}",
        "seed": "{seed}",
    },
    Capability.VOICE: {
        "sound": "{sound.link}",
        "voice": "{voice}",
        "sample": "{sample.link}",
        "duration_ms": "{duration_ms}",
        "seed": "{seed}",
    },
    Capability.ALIGN: {
        "sound": "{sound.link}",
        "text": "{text}",
        "language": "{language}",
        "duration_ms": "{duration_ms}",
    },
    Capability.VISION: {
        "picture": "{picture.link}",
        "instructions": "{instructions}",
        "answer_schema": "{answer_schema}",
    },
}
"""The request, as it stands in what is sent. What a request does not have is left out."""

TAKES: Mapping[Capability, tuple[str, ...]] = {
    Capability.IMAGE: ("references", "edit", "mask"),
    Capability.VIDEO: ("first_frame", "last_frame", "references"),
    Capability.LIPSYNC: ("clip", "picture", "sound"),
    Capability.CAMERA: ("clip",),
    Capability.UPSCALE: ("picture", "clip"),
    Capability.FOLEY: ("clip",),
    Capability.VOICE: ("sound", "sample"),
    Capability.ALIGN: ("sound",),
    Capability.VISION: ("picture",),
}
NEEDS: Mapping[Capability, tuple[str, ...]] = {
    Capability.LIPSYNC: ("sound",),
    Capability.CAMERA: ("clip",),
    Capability.FOLEY: ("clip",),
    Capability.VOICE: ("sound",),
    Capability.ALIGN: ("sound",),
    Capability.VISION: ("picture",),
}
NAMES: Mapping[Capability, str] = {
    Capability.TEXT: "plans and scripts",
    Capability.SPEECH: "speech",
    Capability.IMAGE: "pictures",
    Capability.VIDEO: "clips",
    Capability.MUSIC: "music",
    Capability.EFFECTS: "effects",
    Capability.LIPSYNC: "lip-sync",
    Capability.CAMERA: "camera moves",
    Capability.UPSCALE: "enlarging",
    Capability.FOLEY: "foley",
    Capability.VOICE: "voice changes",
    Capability.ALIGN: "word times",
    Capability.VISION: "looking at pictures",
}
MOST_REFERENCES = 8
"""How many pictures to go by a workflow of one's own is sent unless its row says another number."""


def spoken(path: str) -> dict[str, Any]:
    """Return the rule of word times: a list of {"text", "start_ms", "end_ms"} at `path`."""
    return {"path": path, "start": "start_ms", "end": "end_ms", "unit": "ms"}
