"""Models for clips at Replicate."""

from __future__ import annotations

from typing import Any

from generation.providers.base import Capability
from generation.providers.offering import clip_sizes, seconds, span
from generation.providers.specs import ModelSpec

from .offers import A100, ESTIMATED, H100, L40S, UNCHECKED, URI, URIS, at_replicate, by_time, second

WIDE = {"field": "aspect_ratio", "choices": ["16:9", "9:16"]}
CLIP = {"path": URI, "kind": "clip"}
CLIPS = {"path": URIS, "kind": "clip"}
WAN_FRAMES = {
    "field": "num_frames",
    "least": 81,
    "most": 121,
    "step": 4,
    "rate_field": "frames_per_second",
    "rate": 16,
    # It takes 5 to 30. Outside of these things move as in slow motion or in an old film.
    "rates": [12, 24],
}
FULL_HD = {"as": "fixed", "sizes": [[1920, 1080], [1080, 1920], [1440, 1440]]}
HD = {"as": "fixed", "sizes": [[1280, 720], [720, 1280], [960, 960]]}
HAILUO_768 = [[1366, 768], [768, 1366], [768, 768]]
HAILUO_1080 = [[1920, 1080], [1080, 1920], [1080, 1080]]
LTX_SIZES = clip_sizes("1080p", own={"2k": [[2560, 1440], [1440, 2560]], "4k": [[3840, 2160], [2160, 3840]]})


def _video(name: str, label: str, settings: dict[str, Any], **more: Any) -> ModelSpec:
    usual = {"prompt": "prompt", "output": CLIP}
    return at_replicate(name, label, Capability.VIDEO, {**usual, **settings}, **{"typical_s": 90, **more})


def _veo(name: str, label: str, **more: Any) -> ModelSpec:
    settings: dict[str, Any] = {
        "first_frame": "image",
        "last_frame": "last_frame",
        "duration": seconds(4, 6, 8),
        "shape": WIDE,
        "size": clip_sizes("720p", "1080p"),
        "seed": "seed",
        "audio": "generate_audio",
    }
    return _video(f"google/{name}", label, settings, family="veo", **more)


def _hailuo(key: str, name: str, label: str, settings: dict[str, Any], price: int, **more: Any) -> ModelSpec:
    return _video(
        f"minimax/{name}",
        label,
        {"first_frame": "first_frame_image", "extra": {"prompt_optimizer": True}, **settings},
        key=key,
        family="hailuo",
        typical_s=180,
        quality=4,
        **second(price),
        **more,
    )


def _kling(name: str, label: str, settings: dict[str, Any], **more: Any) -> ModelSpec:
    usual = {"first_frame": "start_image", "duration": seconds(5, 10), "size": FULL_HD}
    return _video(f"kwaivgi/{name}", label, {**usual, **settings}, family="kling", typical_s=150, **more)


def _ltx(name: str, label: str, duration: dict[str, Any], prices: tuple[int, int, int], **more: Any) -> ModelSpec:
    full, two_k, four_k = prices
    extra = {"task": "text_to_video"} if name.endswith("pro") else {}
    return _video(
        f"lightricks/{name}",
        label,
        {
            "first_frame": "image",
            "last_frame": "last_frame_image",
            "duration": duration,
            "rate": {"field": "fps", "choices": [24, 25, 48, 50]},
            "shape": WIDE,
            "size": LTX_SIZES,
            "audio": "generate_audio",
            # A task follows from what is sent along: a picture makes it the other one.
            "extra": extra or None,
            "with": {"first_frame": {"task": "image_to_video"}} if extra else None,
        },
        family="ltx",
        **second(four_k, ({"resolution": "1080p"}, full), ({"resolution": "1440p"}, two_k)),
        **more,
    )


VIDEOS: tuple[ModelSpec, ...] = (
    _veo(
        "veo-3.1",
        "Veo 3.1",
        preference=110,
        quality=5,
        speed=2,
        **second(200_000, ({"sound": True}, 400_000)),
    ),
    _video(
        "google/veo-3.1",
        "Veo 3.1, by reference pictures",
        {
            "references": {"field": "reference_images", "as": "list", "most": 3},
            "needs": ["references"],
            # With reference pictures it makes this length and this shape only, and ignores a last frame.
            "duration": seconds(8),
            "shape": {"field": "aspect_ratio", "choices": ["16:9"]},
            "size": {
                "as": "names",
                "field": "resolution",
                "names": {"720p": [[1280, 720]], "1080p": [[1920, 1080]]},
            },
            "seed": "seed",
            "audio": "generate_audio",
        },
        key="replicate/veo-3.1-references",
        family="veo",
        beyond="refused",
        preference=210,
        quality=5,
        speed=2,
        **second(200_000, ({"sound": True}, 400_000)),
    ),
    _veo(
        "veo-3.1-fast",
        "Veo 3.1 Fast",
        preference=25,
        quality=5,
        speed=3,
        **second(100_000, ({"sound": True}, 150_000)),
    ),
    _video(
        "google/veo-3.1-lite",
        "Veo 3.1 Lite",
        {
            "first_frame": "image",
            "last_frame": "last_frame",
            "duration": seconds(4, 6, 8),
            "shape": WIDE,
            "size": clip_sizes("720p"),
            "seed": "seed",
            "audio": "generate_audio",
        },
        family="veo",
        preference=112,
        quality=4,
        **second(50_000),
    ),
    _video(
        "wan-video/wan-2.2-i2v-fast",
        "WAN 2.2 Fast, from a picture",
        {
            "first_frame": "image",
            "last_frame": "last_image",
            "needs": ["first_frame"],
            "frames": WAN_FRAMES,
            "size": clip_sizes("480p", "720p"),
            "seed": "seed",
            "extra": {"go_fast": True, "interpolate_output": False},
        },
        family="wan",
        preference=20,
        speed=5,
        typical_s=45,
        price_micros=110_000,
        price_unit="call",
        prices=({"when": {"resolution": "480p"}, "micros": 50_000, "unit": "call"},),
    ),
    _video(
        "wan-video/wan-2.2-t2v-fast",
        "WAN 2.2 Fast, from words",
        {
            "frames": WAN_FRAMES,
            "shape": WIDE,
            "size": clip_sizes("480p", "720p"),
            "seed": "seed",
            "extra": {"go_fast": True, "interpolate_output": False, "optimize_prompt": False},
        },
        family="wan",
        preference=220,
        speed=5,
        typical_s=45,
        price_micros=100_000,
        price_unit="call",
        prices=({"when": {"resolution": "480p"}, "micros": 50_000, "unit": "call"},),
    ),
    _video(
        "wan-video/wan-2.7-i2v",
        "WAN 2.7, from a picture",
        {
            "first_frame": "image",
            "needs": ["first_frame"],
            "duration": span(2, 15),
            "size": clip_sizes("720p", "1080p"),
            "seed": "seed",
        },
        family="wan",
        preference=230,
        quality=4,
        is_on=False,
        setup=UNCHECKED,
        **second(150_000, ({"resolution": "720p"}, 100_000)),
    ),
    _video(
        "lightricks/ltx-video",
        "LTX Video",
        {
            "first_frame": "image",
            "frames": {"field": "length", "choices": [97, 129, 161, 193, 225, 257], "rate": 25},
            "shape": {
                "field": "aspect_ratio",
                "choices": ["1:1", "1:2", "2:1", "2:3", "3:2", "3:4", "4:3", "4:5", "5:4", "9:16", "16:9"],
            },
            "seed": "seed",
            "extra": {"target_size": 1024, "model": "0.9.1"},
            "output": CLIPS,
            "micros_per_s": L40S,
        },
        version="8c47da666861d081eeb4d1261853087de23923a268a69b63febdf5dc1dee08e4",
        family="ltx",
        preference=260,
        quality=2,
        **by_time(L40S, 40),
    ),
    _ltx("ltx-2.3-fast", "LTX 2.3 Fast", seconds(*range(6, 21, 2)), (40_000, 80_000, 160_000), preference=30, speed=4),
    _ltx(
        "ltx-2.3-pro",
        "LTX 2.3 Pro",
        seconds(6, 8, 10),
        (60_000, 120_000, 240_000),
        preference=115,
        quality=4,
    ),
    _hailuo(
        "replicate/hailuo-2.3",
        "hailuo-2.3",
        "Hailuo 2.3, 768 lines",
        {"duration": seconds(6, 10), "size": {"as": "names", "field": "resolution", "names": {"768p": HAILUO_768}}},
        46_600,
        preference=120,
    ),
    _hailuo(
        "replicate/hailuo-2.3-1080p",
        "hailuo-2.3",
        "Hailuo 2.3, 1080 lines",
        {"duration": seconds(6), "size": {"as": "names", "field": "resolution", "names": {"1080p": HAILUO_1080}}},
        81_600,
        preference=121,
    ),
    _hailuo(
        "replicate/hailuo-02",
        "hailuo-02",
        "Hailuo 02",
        {
            "last_frame": "last_frame_image",
            "duration": seconds(6, 10),
            "size": {"as": "names", "field": "resolution", "names": {"768p": HAILUO_768}},
        },
        46_600,
        preference=150,
        facts_source=ESTIMATED,
    ),
    _kling(
        "kling-v2.5-turbo-pro",
        "Kling 2.5 Turbo Pro",
        {"last_frame": "end_image", "shape": {"field": "aspect_ratio", "choices": ["16:9", "9:16", "1:1"]}},
        preference=35,
        quality=4,
        **second(70_000),
    ),
    _kling(
        "kling-v2.6",
        "Kling 2.6",
        {"audio": "generate_audio"},
        preference=116,
        quality=5,
        **second(70_000, ({"sound": True}, 140_000)),
    ),
    _kling(
        "kling-v2.1",
        "Kling 2.1",
        {"needs": ["first_frame"], "size": HD, "extra": {"mode": "standard"}},
        preference=170,
        facts_source=ESTIMATED,
        **second(50_000),
    ),
    _kling(
        "kling-v2.1",
        "Kling 2.1 Pro",
        {"last_frame": "end_image", "needs": ["first_frame"], "extra": {"mode": "pro"}},
        key="replicate/kling-v2.1-pro",
        preference=171,
        quality=4,
        facts_source=ESTIMATED,
        **second(90_000),
    ),
    _kling(
        "kling-v3-video",
        "Kling 3",
        {"last_frame": "end_image", "duration": span(3, 15), "audio": "generate_audio"},
        preference=231,
        quality=5,
        is_on=False,
        setup=UNCHECKED,
        facts_source=ESTIMATED,
        **second(168_000, ({"sound": True}, 252_000)),
    ),
    _video(
        "tencent/hunyuan-video",
        "Hunyuan Video",
        {
            "frames": {"field": "video_length", "least": 5, "most": 197, "step": 4, "rate": 24, "rate_field": "fps"},
            "size": {"as": "sides", "width": "width", "height": "height", "multiple": 16, "least": 16, "most": 1280},
            "seed": "seed",
            "micros_per_s": H100,
        },
        version="6c9132aee14409cd6568d030453f1ba50f5f3412b844fe67f78a9eb62d55664f",
        family="hunyuan",
        preference=265,
        **by_time(H100, 300),
    ),
    _video(
        "lucataco/animate-diff",
        "AnimateDiff",
        {"lasts_ms": 2000, "seed": "seed", "versioned": True, "micros_per_s": A100},
        family="animatediff",
        preference=290,
        quality=1,
        is_on=False,
        setup=UNCHECKED,
        **by_time(A100, 40),
    ),
)
