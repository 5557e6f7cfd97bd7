"""Models for mouths, sizes and sounds of clips at fal."""

from __future__ import annotations

from typing import Any

from generation.providers.base import Capability
from generation.providers.specs import ModelSpec

from .offers import CLIP_AT, ESTIMATED, PRICES, SOUND_AT, SQUARES, UNCHECKED, at_fal, second

FACE_AND_VOICE = {"clip": "video_url", "sound": "audio_url", "needs": ["clip", "sound"], "output": CLIP_AT}


def _mouth(key: str, endpoint: str, label: str, settings: dict[str, Any], **more: Any) -> ModelSpec:
    whole = {**FACE_AND_VOICE, **settings}
    return at_fal(endpoint, label, Capability.LIPSYNC, whole, key=key, **{"typical_s": 90, **more})


def _talking(key: str, endpoint: str, label: str, face: dict[str, Any], preference: int) -> ModelSpec:
    return at_fal(
        endpoint,
        label,
        Capability.LIPSYNC,
        {
            "prompt": "prompt",
            # It cannot do without words.
            "fallback_prompt": "A person speaks to the camera.",
            "sound": "audio_url",
            **face,
            "frames": {"field": "num_frames", "least": 41, "most": 721, "rate": 25},
            "size": {"as": "names", "field": "resolution", "names": SQUARES},
            "seed": "seed",
            "output": CLIP_AT,
        },
        key=key,
        family="infinitalk",
        preference=preference,
        quality=4,
        typical_s=240,
        **second(400_000, ({"resolution": "480p"}, 200_000)),
    )


MOUTHS: tuple[ModelSpec, ...] = (
    _mouth(
        "kling-lipsync",
        "fal-ai/kling-video/lipsync/audio-to-video",
        "Kling Lip Sync (fal)",
        {
            "accepts": {
                "clip": {
                    "kinds": ["video/mp4", "video/quicktime"],
                    "most_bytes": 100_000_000,
                    "least_ms": 2000,
                    "most_ms": 10_000,
                    "least_side": 720,
                    "most_side": 1920,
                },
                "sound": {"most_bytes": 5_000_000},
            },
        },
        preference=22,
        **second(14_000),
    ),
    _mouth(
        "sync-lipsync-v2-pro",
        "fal-ai/sync-lipsync/v2/pro",
        "Lipsync 2 Pro (fal)",
        {"extra": {"sync_mode": "cut_off"}},
        preference=42,
        quality=5,
        facts_source=ESTIMATED,
        **second(83_250),
    ),
    _mouth(
        "sync-lipsync-v2",
        "fal-ai/sync-lipsync/v2",
        "Lipsync 2 (fal)",
        # What it does by itself is named after an older model: it is left to fal which one that is.
        {"extra": {"sync_mode": "cut_off"}},
        preference=132,
        is_on=False,
        setup="What this endpoint uses by itself is an older model. Set its field `model` to the one you want.",
        facts_source=ESTIMATED,
        **second(50_000),
    ),
    _mouth(
        "sync-lipsync-v3",
        "fal-ai/sync-lipsync/v3",
        "Lipsync 3 (fal)",
        {"extra": {"sync_mode": "cut_off"}},
        preference=131,
        quality=5,
        is_on=False,
        setup=UNCHECKED,
        facts_source=f"fields: those of version 2, since none of version 3 are known; price: {PRICES}",
        **second(133_300),
    ),
    _mouth(
        "latentsync",
        "fal-ai/latentsync",
        "LatentSync (fal)",
        {"seed": "seed", "extra": {"loop_mode": "loop"}},
        preference=151,
        facts_source=ESTIMATED,
        **second(5_000),
    ),
    _mouth("veed-lipsync", "veed/lipsync", "VEED Lipsync", {}, preference=152, facts_source=ESTIMATED, **second(7_000)),
    _mouth(
        "pixverse-lipsync",
        "fal-ai/pixverse/lipsync",
        "PixVerse Lipsync",
        {},
        preference=153,
        facts_source=ESTIMATED,
        **second(40_000),
    ),
    _talking(
        "infinitalk",
        "fal-ai/infinitalk",
        "InfiniteTalk, from a picture",
        {"picture": "image_url", "needs": ["picture", "sound"]},
        120,
    ),
    _talking(
        "infinitalk-video",
        "fal-ai/infinitalk/video-to-video",
        "InfiniteTalk, from a clip",
        {"clip": "video_url", "needs": ["clip", "sound"]},
        121,
    ),
)

OTHERS: tuple[ModelSpec, ...] = (
    at_fal(
        "fal-ai/seedvr/upscale/video",
        "SeedVR2 for clips",
        Capability.UPSCALE,
        {
            "media": {"video": "video_url"},
            "size": {
                "as": "short_side",
                "field": "target_resolution",
                "names": {"720p": 720, "1080p": 1080, "1440p": 1440, "2160p": 2160},
            },
            "extra": {"upscale_mode": "target"},
            "output": CLIP_AT,
        },
        key="seedvr-video",
        preference=30,
        quality=4,
        typical_s=180,
        facts_source=ESTIMATED,
        **second(60_000),
    ),
    at_fal(
        "fal-ai/topaz/upscale/video",
        "Topaz for clips",
        Capability.UPSCALE,
        {
            "media": {"video": "video_url"},
            "size": {"as": "factor", "field": "upscale_factor", "least": 1, "most": 4},
            "output": CLIP_AT,
        },
        key="topaz-video",
        preference=161,
        quality=5,
        typical_s=240,
        is_on=False,
        setup=UNCHECKED,
        facts_source=ESTIMATED,
        **second(100_000),
    ),
    at_fal(
        "fal-ai/hunyuan-video-foley",
        "Hunyuan Foley",
        Capability.FOLEY,
        {
            "prompt": "text_prompt",
            "clip": "video_url",
            "needs": ["clip"],
            "seed": "seed",
            # It answers with the clip, and the sound is in it.
            "output": {"path": "video", "kind": "soundtrack"},
        },
        key="hunyuan-foley",
        preference=25,
        quality=4,
        max_duration_ms=15_000,
        facts_source=ESTIMATED,
        **second(25_000),
    ),
    at_fal(
        "fal-ai/thinksound/audio",
        "ThinkSound",
        Capability.FOLEY,
        {"prompt": "prompt", "clip": "video_url", "needs": ["clip"], "seed": "seed", "output": SOUND_AT},
        key="thinksound",
        preference=130,
        facts_source=ESTIMATED,
        **second(2_000),
    ),
)

CLIPS: tuple[ModelSpec, ...] = (*MOUTHS, *OTHERS)
