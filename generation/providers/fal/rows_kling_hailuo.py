"""Kling, Hailuo, Hunyuan and AnimateDiff at fal."""

from __future__ import annotations

from typing import Any

from generation.providers.offering import clip_sizes, seconds
from generation.providers.specs import ModelSpec

from .offers import ESTIMATED, FROM_PICTURE, PICTURE, WIDE, WIDE_OR_SQUARE, clip_row, second

FULL_HD = {"as": "fixed", "sizes": [[1920, 1080], [1080, 1920], [1440, 1440]]}
HD = {"as": "fixed", "sizes": [[1280, 720], [720, 1280], [960, 960]]}
HAILUO_768 = [[1366, 768], [768, 1366], [768, 768]]
HAILUO_1080 = [[1920, 1080], [1080, 1920], [1080, 1080]]
START = {"first_frame": "start_image_url", "needs": FROM_PICTURE}
SIX_S = {"lasts_ms": 6000}
KLING_26 = second(70_000, ({"sound": True}, 140_000))
KLING_3_LENGTHS = seconds(*range(3, 16), way="text")


def _kling(key: str, path: str, label: str, settings: dict[str, Any], price: dict[str, Any], **more: Any) -> ModelSpec:
    return clip_row(
        key,
        f"fal-ai/kling-video/{path}",
        label,
        {"duration": seconds(5, 10, way="text"), "size": FULL_HD, **settings},
        **{"family": "kling", "typical_s": 150, "quality": 4, **price, **more},
    )


def _hailuo(key: str, path: str, label: str, settings: dict[str, Any], micros: int, **more: Any) -> ModelSpec:
    return clip_row(
        key,
        f"fal-ai/minimax/{path}",
        label,
        {"extra": {"prompt_optimizer": True}, **settings},
        family="hailuo",
        typical_s=180,
        quality=4,
        **{"facts_source": ESTIMATED, **second(micros), **more},
    )


KLING_HAILUO: tuple[ModelSpec, ...] = (
    _kling(
        "kling-2.1",
        "v2.1/standard/image-to-video",
        "Kling 2.1 (fal)",
        {**PICTURE, "size": HD},
        second(50_000),
        preference=172,
        facts_source=ESTIMATED,
    ),
    _kling(
        "kling-2.5-turbo-pro",
        "v2.5-turbo/pro/image-to-video",
        "Kling 2.5 Turbo Pro (fal)",
        {**PICTURE, "last_frame": "tail_image_url"},
        second(70_000),
        preference=37,
    ),
    _kling(
        "kling-2.5-turbo",
        "v2.5-turbo/standard/image-to-video",
        "Kling 2.5 Turbo (fal)",
        {**PICTURE, "size": HD},
        second(42_000),
        preference=136,
        facts_source=ESTIMATED,
    ),
    _kling(
        "kling-2.5-turbo-pro-t2v",
        "v2.5-turbo/pro/text-to-video",
        "Kling 2.5 Turbo Pro (fal), from words",
        {"shape": WIDE_OR_SQUARE},
        second(70_000),
        preference=225,
    ),
    _kling(
        "kling-2.6",
        "v2.6/pro/image-to-video",
        "Kling 2.6 (fal)",
        {**START, "last_frame": "end_image_url", "audio": "generate_audio"},
        KLING_26,
        preference=119,
        quality=5,
    ),
    _kling(
        "kling-2.6-t2v",
        "v2.6/pro/text-to-video",
        "Kling 2.6 (fal), from words",
        {"shape": WIDE_OR_SQUARE, "audio": "generate_audio"},
        KLING_26,
        preference=226,
        quality=5,
    ),
    _kling(
        "kling-3-pro",
        "v3/pro/image-to-video",
        "Kling 3 Pro (fal)",
        {**START, "last_frame": "end_image_url", "duration": KLING_3_LENGTHS, "audio": "generate_audio"},
        second(168_000, ({"sound": True}, 252_000)),
        preference=126,
        quality=5,
        facts_source=ESTIMATED,
    ),
    _kling(
        "kling-3",
        "v3/standard/image-to-video",
        "Kling 3 (fal)",
        {**START, "last_frame": "end_image_url", "duration": KLING_3_LENGTHS, "audio": "generate_audio", "size": HD},
        second(84_000, ({"sound": True}, 126_000)),
        preference=127,
        facts_source=ESTIMATED,
    ),
    _hailuo(
        "hailuo-2.3-pro",
        "hailuo-2.3/pro/image-to-video",
        "Hailuo 2.3 Pro (fal)",
        {**PICTURE, **SIX_S, "size": {"as": "fixed", "sizes": HAILUO_1080}},
        81_600,
        preference=151,
    ),
    _hailuo(
        "hailuo-2.3",
        "hailuo-2.3/standard/image-to-video",
        "Hailuo 2.3 (fal)",
        {**PICTURE, "duration": seconds(6, 10, way="text"), "size": {"as": "fixed", "sizes": HAILUO_768}},
        46_600,
        preference=152,
    ),
    _hailuo(
        "hailuo-2.3-pro-t2v",
        "hailuo-2.3/pro/text-to-video",
        "Hailuo 2.3 Pro (fal), from words",
        {**SIX_S, "size": {"as": "fixed", "sizes": [[1920, 1080]]}},
        81_600,
        preference=227,
    ),
    _hailuo(
        "hailuo-02-pro",
        "hailuo-02/pro/image-to-video",
        "Hailuo 02 Pro (fal)",
        {**PICTURE, **SIX_S, "last_frame": "end_image_url", "size": {"as": "fixed", "sizes": HAILUO_1080}},
        81_600,
        preference=153,
    ),
    _hailuo(
        "hailuo-02",
        "hailuo-02/standard/image-to-video",
        "Hailuo 02 (fal)",
        {
            **PICTURE,
            "last_frame": "end_image_url",
            "duration": seconds(6, 10, way="text"),
            "size": {"as": "names", "field": "resolution", "names": {"768P": HAILUO_768}},
        },
        46_600,
        preference=154,
    ),
    *(
        clip_row(
            f"hunyuan-video-1.5-{key}",
            f"fal-ai/hunyuan-video-v1.5/{path}",
            label,
            {
                **settings,
                "frames": {"field": "num_frames", "least": 5, "most": 121, "step": 4, "rate": 24},
                "shape": WIDE,
                "size": clip_sizes("480p"),
                "seed": "seed",
                "extra": {"enable_prompt_expansion": False},
            },
            family="hunyuan",
            preference=preference,
            facts_source=ESTIMATED,
            **second(75_000),
        )
        for key, path, label, settings, preference in (
            ("i2v", "image-to-video", "Hunyuan Video 1.5, from a picture", PICTURE, 156),
            ("t2v", "text-to-video", "Hunyuan Video 1.5, from words", {}, 228),
        )
    ),
    clip_row(
        "animatediff",
        "fal-ai/fast-animatediff/text-to-video",
        "AnimateDiff (fal)",
        {
            "frames": {"field": "num_frames", "least": 8, "most": 32, "rate_field": "fps", "rate": 8},
            "size": {"as": "object", "field": "video_size", "multiple": 8, "least": 256, "most": 1280},
            "seed": "seed",
        },
        family="animatediff",
        preference=290,
        quality=1,
        facts_source=ESTIMATED,
        price_micros=40_000,
        price_unit="call",
    ),
)
