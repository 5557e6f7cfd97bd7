"""A request that each shipped row can answer: with all that it needs, and all that it takes."""

from __future__ import annotations

from pathlib import Path

from generation.providers import base
from generation.providers.base import Capability
from generation.providers.specs import ModelSpec

from . import sent

MADE: dict[Capability, str | tuple[str, ...]] = {
    Capability.IMAGE: "image/",
    Capability.VIDEO: "video/",
    Capability.SPEECH: "audio/",
    Capability.MUSIC: "audio/",
    Capability.EFFECTS: "audio/",
    Capability.LIPSYNC: "video/",
    Capability.CAMERA: "video/",
    Capability.UPSCALE: ("image/", "video/"),
    Capability.FOLEY: "audio/",
    Capability.VOICE: "audio/",
    Capability.ALIGN: "application/json",
    Capability.TEXT: "application/json",
    Capability.VISION: "application/json",
}
"""What a result of each kind of work is."""

SCHEMA: dict[str, object] = {"type": "object", "properties": {"title": {"type": "string"}}, "required": ["title"]}


def asked_of(row: ModelSpec, folder: Path, *, everything: bool = False) -> base.Request:
    """Return a request for a row: with what it needs, or with `everything` that it takes."""
    wanted = set(row.takes if everything else row.needs)
    length = row.durations_ms[0] if row.durations_ms else max(row.min_duration_ms, 2000)
    width, height = row.sizes[0] if row.sizes else (1280, 720)
    small = sent.picture(folder, 800, 800)
    references = tuple(
        sent.picture(folder, 512, 512, hue)
        for hue in range(row.max_references - ("edit" in wanted) if everything else 1)
    )
    match row.capability:
        case Capability.IMAGE:
            return base.ImageRequest(
                "a lamp",
                width,
                height,
                references=references if "references" in wanted else (),
                edit=small if "edit" in wanted else None,
                mask=small if "mask" in wanted else None,
            )
        case Capability.VIDEO:
            return base.ClipRequest(
                "the lamp swings",
                width,
                height,
                length,
                first_frame=small if "first_frame" in wanted else None,
                last_frame=small if "last_frame" in wanted else None,
                references=references if "references" in wanted else (),
            )
        case Capability.SPEECH:
            settings = {"pace": 1.1, "stability": 0.4} if everything else {}
            return base.SpeechRequest("Hello there.", _voice(row), settings)
        case Capability.MUSIC:
            return base.MusicRequest("calm piano", "calm", length)
        case Capability.EFFECTS:
            return base.EffectsRequest("rain", ("rain",), length)
        case Capability.LIPSYNC:
            face = sent.clip(folder, 2100, 720, 720)
            return base.LipSyncRequest(
                sent.sound(folder, 2000),
                length,
                width if row.sizes else 720,
                height if row.sizes else 720,
                clip=face if "clip" in row.takes else None,
                picture=small if "clip" not in row.takes else None,
                prompt="she speaks",
            )
        case Capability.UPSCALE:
            media = small if "picture" in row.takes else sent.clip(folder, 500, 640, 360)
            size = (width, height) if row.sizes else (1200, 1200) if "picture" in row.takes else (1280, 720)
            return base.UpscaleRequest(media, *size, duration_ms=500)
        case Capability.FOLEY:
            return base.FoleyRequest(sent.clip(folder, 2000), "steps on gravel", length)
        case Capability.VOICE:
            return base.VoiceRequest(sent.sound(folder), _voice(row), duration_ms=1000)
        case Capability.CAMERA:
            return base.CameraRequest(sent.clip(folder), "pan_left", 1000, 640, 360)
        case Capability.ALIGN:
            return base.AlignRequest(sent.sound(folder, 2000), "hello there", 2000)
        case Capability.TEXT:
            return base.TextRequest("cast", "Answer in JSON.", "A lamp goes out.", SCHEMA, {})
        case Capability.VISION:
            return base.VisionRequest(small, "Say what there is to see.", SCHEMA)
        case other:
            raise ValueError(other)


def _voice(row: ModelSpec) -> str:
    rule = row.settings.get("voice")
    return "" if rule is None or rule.get("default") else "https://example.com/speaker.wav"
