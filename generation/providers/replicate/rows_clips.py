"""Models for mouths, sizes and sounds of clips at Replicate."""

from __future__ import annotations

from typing import Any

from generation.providers.base import Capability
from generation.providers.offering import span
from generation.providers.specs import ModelSpec

from .offers import A100, L40S, URI, at_replicate, by_time, second

CLIP = {"path": URI, "kind": "clip"}


def _sync(name: str, label: str, micros: int, **more: Any) -> ModelSpec:
    return at_replicate(
        f"sync/{name}",
        label,
        Capability.LIPSYNC,
        {
            "clip": "video",
            "sound": "audio",
            "needs": ["clip", "sound"],
            "expressiveness": "temperature",
            "many_faces": "active_speaker",
            # Left to itself it loops, and makes a longer clip of a longer sound.
            "extra": {"sync_mode": "cut_off"},
            "accepts": {
                "clip": {"kinds": ["video/mp4"]},
                "sound": {"kinds": ["audio/wav", "audio/x-wav"]},
            },
            "upload": "always",
            "output": CLIP,
        },
        typical_s=90,
        **second(micros),
        **more,
    )


MOUTHS: tuple[ModelSpec, ...] = (
    _sync("lipsync-2-pro", "Lipsync 2 Pro", 83_250, preference=40, quality=5),
    _sync("lipsync-2", "Lipsync 2", 50_000, preference=30, quality=4),
    at_replicate(
        "kwaivgi/kling-lip-sync",
        "Kling Lip Sync",
        Capability.LIPSYNC,
        {
            "clip": "video_url",
            "sound": "audio_file",
            "needs": ["clip", "sound"],
            "accepts": {
                "clip": {
                    "kinds": ["video/mp4", "video/quicktime"],
                    "most_bytes": 100_000_000,
                    "least_ms": 2000,
                    "most_ms": 10_000,
                    "least_side": 720,
                    "most_side": 1920,
                },
                "sound": {
                    "kinds": ["audio/mpeg", "audio/mp3", "audio/wav", "audio/x-wav", "audio/mp4", "audio/aac"],
                    "most_bytes": 5_000_000,
                },
            },
            "upload": "always",
            "output": CLIP,
        },
        preference=20,
        typical_s=120,
        **second(14_000),
    ),
    at_replicate(
        "bytedance/latentsync",
        "LatentSync",
        Capability.LIPSYNC,
        {
            "clip": "video",
            "sound": "audio",
            "needs": ["clip", "sound"],
            "seed": "seed",
            "output": CLIP,
            "versioned": True,
            "micros_per_s": L40S,
        },
        preference=150,
        **by_time(L40S, 70),
    ),
)

OTHERS: tuple[ModelSpec, ...] = (
    at_replicate(
        "lucataco/real-esrgan-video",
        "Real-ESRGAN for clips",
        Capability.UPSCALE,
        {
            "media": {"video": "video_path"},
            "size": {
                "as": "names",
                "field": "resolution",
                "names": {
                    "FHD": [[1920, 1080], [1080, 1920]],
                    "2k": [[2560, 1440], [1440, 2560]],
                    "4k": [[3840, 2160], [2160, 3840]],
                },
            },
            "output": CLIP,
            "versioned": True,
            "micros_per_s": A100,
        },
        preference=50,
        **by_time(A100, 120),
    ),
    at_replicate(
        "zsxkib/mmaudio",
        "MMAudio",
        Capability.FOLEY,
        {
            "prompt": "prompt",
            "clip": "video",
            "needs": ["clip"],
            "duration": span(1, 30, way="float"),
            "seed": "seed",
            "extra": {"negative_prompt": "music"},
            # It answers with the clip, and the sound is in it.
            "output": {"path": URI, "kind": "soundtrack"},
            "micros_per_s": L40S,
        },
        version="62871fb59889b2d7c13777f08deb3b36bdff88f7e1d53a50ad7694548a41b484",
        preference=30,
        **by_time(L40S, 12),
    ),
)

CLIPS: tuple[ModelSpec, ...] = (*MOUTHS, *OTHERS)
