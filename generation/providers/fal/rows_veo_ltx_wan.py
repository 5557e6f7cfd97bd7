"""Veo, LTX and WAN at fal."""

from __future__ import annotations

from typing import Any

from generation.providers.offering import clip_sizes, seconds
from generation.providers.specs import ModelSpec

from .offers import ESTIMATED, FROM_PICTURE, PICTURE, SQUARES, WIDE, WIDE_OR_SQUARE, clip_row, second

WAN_SHAPES = {"field": "aspect_ratio", "choices": ["16:9", "9:16", "1:1", "4:3", "3:4"]}
WAN_A14B_SIZES = {"as": "names", "field": "resolution", "names": SQUARES}
WAN_A14B_FRAMES = {
    "field": "num_frames",
    "least": 17,
    "most": 161,
    "step": 4,
    "rate_field": "frames_per_second",
    "rate": 16,
    "rates": [12, 24],
}
# One rendered frame in place of two, and the rate that was asked for: lengths are what they are reckoned to be.
WAN_A14B_EXTRA = {"num_interpolated_frames": 0, "adjust_fps_for_interpolation": False, "interpolator_model": "none"}


def _veo(key: str, path: str, label: str, settings: dict[str, Any], prices: tuple[int, int], **more: Any) -> ModelSpec:
    silent, loud = prices
    return clip_row(
        key,
        f"fal-ai/veo3.1{path}",
        label,
        {
            "duration": seconds(4, 6, 8, way="text_s"),
            "shape": WIDE,
            "size": clip_sizes("720p", "1080p"),
            "seed": "seed",
            "audio": "generate_audio",
            **settings,
        },
        family="veo",
        quality=5,
        **second(silent, ({"sound": True}, loud)),
        **more,
    )


def _veo_family(path: str, name: str, label: str, prices: tuple[int, int], preference: int) -> list[ModelSpec]:
    first = {"first_frame": "image_url", "needs": FROM_PICTURE}
    # A lite clip of 1,080 lines has another price and lasts eight seconds: it is made with 720.
    small: dict[str, Any] = {"size": clip_sizes("720p")} if path == "/lite" else {}
    return [
        _veo(f"{name}-i2v", f"{path}/image-to-video", f"{label}, from a picture", {**first, **small}, prices,
             preference=preference),
        _veo(name, path, f"{label}, from words", small, prices, preference=preference + 100),
    ]  # fmt: skip


def _ltx(key: str, version: str, label: str, *, has_end: bool, fast: bool, preference: int) -> ModelSpec:
    is_new = version == "ltx-2.3"
    full, two_k, four_k = (40_000, 80_000, 160_000) if fast else (60_000, 120_000, 240_000)
    return clip_row(
        key,
        f"fal-ai/{version}/image-to-video{'/fast' if fast else ''}",
        label,
        {
            "first_frame": "image_url",
            "last_frame": "end_image_url" if has_end else None,
            "needs": FROM_PICTURE,
            "duration": seconds(6, 8, 10, way="text"),
            "rate": {"field": "fps", "choices": [24, 25, 48, 50] if is_new else [25, 50], "as": "text"},
            "shape": WIDE if is_new else None,
            "size": clip_sizes("1080p", "1440p", "2160p"),
            "audio": "generate_audio",
        },
        family="ltx",
        preference=preference,
        quality=4,
        speed=4 if fast else 3,
        **second(four_k, ({"resolution": "1080p"}, full), ({"resolution": "1440p"}, two_k)),
    )


def _ltx_words(version: str, label: str, preference: int) -> ModelSpec:
    is_new = version == "ltx-2.3"
    return clip_row(
        f"{version}-t2v",
        f"fal-ai/{version}/text-to-video",
        label,
        {
            "duration": seconds(6, 8, 10, way="text"),
            "rate": {"field": "fps", "choices": [24, 25, 48, 50] if is_new else [25, 50], "as": "text"},
            "shape": WIDE if is_new else None,
            "size": clip_sizes("1080p", "1440p", "2160p"),
            "audio": "generate_audio",
        },
        shapes=("16:9", "9:16") if is_new else ("16:9",),
        family="ltx",
        preference=preference,
        quality=4,
        **second(240_000, ({"resolution": "1080p"}, 60_000), ({"resolution": "1440p"}, 120_000)),
    )


def _wan(
    key: str, endpoint: str, label: str, settings: dict[str, Any], prices: dict[str, int], **more: Any
) -> ModelSpec:
    cases = [({"resolution": name}, micros) for name, micros in prices.items()]
    return clip_row(
        key,
        endpoint,
        label,
        {
            "prompt": {"field": "prompt", "most": 800},
            "size": clip_sizes(*prices),
            "seed": "seed",
            "extra": {"enable_prompt_expansion": False},
            **settings,
        },
        family="wan",
        **second(max(prices.values()), *cases),
        **more,
    )


VEO_LTX_WAN: tuple[ModelSpec, ...] = (
    *_veo_family("/fast", "veo3.1-fast", "Veo 3.1 Fast (fal)", (100_000, 150_000), 25),
    *_veo_family("", "veo3.1", "Veo 3.1 (fal)", (200_000, 400_000), 113),
    *_veo_family("/lite", "veo3.1-lite", "Veo 3.1 Lite (fal)", (50_000, 50_000), 114),
    *(
        _veo(
            f"{name}-first-last",
            f"{path}/first-last-frame-to-video",
            f"{label}, from the first to the last picture",
            {"first_frame": "first_frame_url", "last_frame": "last_frame_url", "needs": ["first_frame", "last_frame"]},
            prices,
            preference=preference,
        )
        for name, path, label, prices, preference in (
            ("veo3.1", "", "Veo 3.1 (fal)", (200_000, 400_000), 125),
            ("veo3.1-fast", "/fast", "Veo 3.1 Fast (fal)", (100_000, 150_000), 124),
        )
    ),
    _veo(
        "veo3.1-references",
        "/reference-to-video",
        "Veo 3.1 (fal), by reference pictures",
        {
            "references": {"field": "image_urls", "as": "list", "most": 3},
            "needs": ["references"],
            "duration": seconds(8, way="text_s"),
            "seed": None,
        },
        (200_000, 400_000),
        beyond="not known; the model takes three",
        preference=213,
    ),
    _ltx("ltx-2.3-fast", "ltx-2.3", "LTX 2.3 Fast (fal)", has_end=True, fast=True, preference=32),
    _ltx("ltx-2.3", "ltx-2.3", "LTX 2.3 (fal)", has_end=True, fast=False, preference=117),
    _ltx("ltx-2-fast", "ltx-2", "LTX-2 Fast", has_end=False, fast=True, preference=118),
    _ltx("ltx-2", "ltx-2", "LTX-2", has_end=False, fast=False, preference=40),
    _ltx_words("ltx-2.3", "LTX 2.3 (fal), from words", 217),
    _ltx_words("ltx-2", "LTX-2, from words", 218),
    clip_row(
        "ltx-2-19b",
        "fal-ai/ltx-2-19b/image-to-video",
        "LTX-2 19B, open weights",
        {
            "first_frame": "image_url",
            "last_frame": "end_image_url",
            "needs": FROM_PICTURE,
            "frames": {"field": "num_frames", "least": 9, "most": 481, "step": 8, "rate_field": "fps", "rate": 25},
            "size": {"as": "object", "field": "video_size", "multiple": 32, "least": 256, "most": 1920},
            "seed": "seed",
            "audio": "generate_audio",
            "extra": {"enable_prompt_expansion": False},
        },
        family="ltx",
        preference=140,
        quality=4,
        facts_source=ESTIMATED,
        **second(60_000),
    ),
    clip_row(
        "ltx-video-13b",
        "fal-ai/ltx-video-13b-distilled/image-to-video",
        "LTX Video 13B",
        {
            **PICTURE,
            "frames": {
                "field": "num_frames",
                "least": 9,
                "most": 161,
                "step": 8,
                "rate_field": "frame_rate",
                "rate": 24,
            },
            "shape": WIDE_OR_SQUARE,
            "size": {"as": "names", "field": "resolution", "names": SQUARES},
            "seed": "seed",
            "extra": {"expand_prompt": False},
        },
        family="ltx",
        preference=240,
        facts_source=ESTIMATED,
        **second(20_000),
    ),
    clip_row(
        "wan-2.2-a14b-i2v",
        "fal-ai/wan/v2.2-a14b/image-to-video",
        "WAN 2.2 A14B, from a picture",
        {
            **PICTURE,
            "last_frame": "end_image_url",
            "frames": WAN_A14B_FRAMES,
            "shape": WIDE_OR_SQUARE,
            "size": WAN_A14B_SIZES,
            "seed": "seed",
            "extra": WAN_A14B_EXTRA,
        },
        family="wan",
        preference=36,
        quality=4,
        facts_source="fields: those of its sister with LoRA in @fal-ai/client 1.10.1; the price is an estimate",
        **second(80_000, ({"resolution": "480p"}, 40_000)),
    ),
    clip_row(
        "wan-2.2-a14b-turbo",
        "fal-ai/wan/v2.2-a14b/image-to-video/turbo",
        "WAN 2.2 A14B Turbo",
        {
            **PICTURE,
            "last_frame": "end_image_url",
            # It takes no number of frames; it makes 81 at 16 a second.
            "lasts_ms": 5000,
            "shape": WIDE_OR_SQUARE,
            "size": WAN_A14B_SIZES,
            "seed": "seed",
        },
        family="wan",
        preference=130,
        speed=5,
        typical_s=30,
        facts_source=ESTIMATED,
        price_micros=100_000,
        price_unit="call",
        prices=({"when": {"resolution": "480p"}, "micros": 50_000, "unit": "call"},),
    ),
    clip_row(
        "wan-2.2-a14b-t2v",
        "fal-ai/wan/v2.2-a14b/text-to-video",
        "WAN 2.2 A14B, from words",
        {
            "frames": WAN_A14B_FRAMES,
            "shape": WIDE_OR_SQUARE,
            "size": WAN_A14B_SIZES,
            "seed": "seed",
            "extra": WAN_A14B_EXTRA,
        },
        family="wan",
        preference=221,
        quality=4,
        facts_source=ESTIMATED,
        **second(80_000, ({"resolution": "480p"}, 40_000)),
    ),
    _wan(
        "wan-2.5-i2v",
        "fal-ai/wan-25-preview/image-to-video",
        "WAN 2.5, from a picture",
        {**PICTURE, "duration": seconds(5, 10, way="text")},
        {"480p": 50_000, "720p": 100_000, "1080p": 150_000},
        preference=133,
        quality=4,
    ),
    _wan(
        "wan-2.5-t2v",
        "fal-ai/wan-25-preview/text-to-video",
        "WAN 2.5, from words",
        {"duration": seconds(5, 10, way="text"), "shape": WAN_SHAPES},
        {"720p": 100_000, "1080p": 150_000},
        preference=222,
        quality=4,
    ),
    _wan(
        "wan-2.6-i2v",
        "wan/v2.6/image-to-video",
        "WAN 2.6, from a picture",
        {
            **PICTURE,
            "duration": seconds(5, 10, 15, way="text"),
            "extra": {"enable_prompt_expansion": False, "multi_shots": False},
        },
        {"720p": 100_000, "1080p": 150_000},
        preference=134,
        quality=4,
        facts_source=ESTIMATED,
    ),
    _wan(
        "wan-2.6-t2v",
        "wan/v2.6/text-to-video",
        "WAN 2.6, from words",
        {
            "duration": seconds(5, 10, 15, way="text"),
            "shape": WAN_SHAPES,
            "extra": {"enable_prompt_expansion": False, "multi_shots": False},
        },
        {"720p": 100_000, "1080p": 150_000},
        preference=223,
        quality=4,
        facts_source=ESTIMATED,
    ),
    _wan(
        "wan-2.7-i2v",
        "fal-ai/wan/v2.7/image-to-video",
        "WAN 2.7, from a picture",
        {**PICTURE, "last_frame": "end_image_url", "duration": seconds(*range(2, 16), way="text")},
        {"720p": 100_000, "1080p": 150_000},
        preference=34,
        quality=4,
    ),
    _wan(
        "wan-2.7-t2v",
        "fal-ai/wan/v2.7/text-to-video",
        "WAN 2.7, from words",
        {"duration": seconds(*range(2, 16), way="text"), "shape": WAN_SHAPES},
        {"720p": 100_000, "1080p": 150_000},
        preference=224,
        quality=4,
    ),
)
