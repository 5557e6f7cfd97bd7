"""Models for pictures at Replicate."""

from __future__ import annotations

from typing import Any

from generation.providers.base import Capability
from generation.providers.specs import ModelSpec

from .offers import ESTIMATED, L40S, T4, UNCHECKED, URI, URIS, at_replicate, by_time

FLUX_SHAPES = ["1:1", "16:9", "3:2", "2:3", "4:5", "5:4", "9:16", "3:4", "4:3"]
BANANA_SHAPES = ["1:1", "2:3", "3:2", "3:4", "4:3", "4:5", "5:4", "9:16", "16:9", "21:9"]
SEEDREAM_SHAPES = ["1:1", "4:3", "3:4", "16:9", "9:16", "3:2", "2:3", "21:9"]
QWEN_SIZES = {"as": "fixed", "sizes": [[1664, 928], [928, 1664], [1328, 1328]]}
KONTEXT_SIZES = {"as": "fixed", "sizes": [[1392, 752], [752, 1392], [1024, 1024]]}
ONE_K, TWO_K, FOUR_K = (
    [[1376, 768], [768, 1376], [1024, 1024]],
    [[2752, 1536], [1536, 2752], [2048, 2048]],
    [[5504, 3072], [3072, 5504], [4096, 4096]],
)
SEEDREAM_2K = [[2560, 1440], [1440, 2560], [2048, 2048]]
SEEDREAM_3K = [[3840, 2160], [2160, 3840], [3072, 3072]]
SEEDREAM_4K = [[5404, 3040], [3040, 5404], [4096, 4096]]


def _output(path: str) -> dict[str, Any]:
    return {"path": path, "kind": "picture"}


def _flux_2(name: str, label: str, **more: Any) -> ModelSpec:
    return at_replicate(
        f"black-forest-labs/{name}",
        label,
        Capability.IMAGE,
        {
            "prompt": "prompt",
            "references": {"field": "input_images", "as": "list", "most": 8},
            "edit": "references",
            "size": {
                "as": "sides",
                "width": "width",
                "height": "height",
                "multiple": 16,
                "least": 256,
                "most": 2048,
                "most_pixels": 4_194_304,
            },
            "seed": "seed",
            "extra": {"aspect_ratio": "custom", "output_format": "png"},
            "output": _output(URI),
        },
        family="flux",
        beyond="refused",
        price_unit="call",
        **more,
    )


def _by_megapixels(one: int, two: int, four: int) -> dict[str, Any]:
    """Return prices by area. What is called one megapixel has up to 1.05 million pixels, and two up to 2.1."""
    steps = ((2, one), (3, two))
    prices = tuple({"when": {"megapixels": {"max": most}}, "micros": micros, "unit": "call"} for most, micros in steps)
    return {"price_micros": four, "prices": prices}


def _seedream(name: str, label: str, sizes: dict[str, Any], price: int, **extra: Any) -> ModelSpec:
    return at_replicate(
        f"bytedance/{name}",
        label,
        Capability.IMAGE,
        {
            "prompt": "prompt",
            "references": {"field": "image_input", "as": "list", "most": 10},
            "edit": "references",
            **sizes,
            "extra": {"sequential_image_generation": "disabled", "max_images": 1, **extra},
            "output": _output(URIS),
        },
        family="seedream",
        beyond="only the last ten are used",
        preference=110,
        quality=4,
        price_micros=price,
        price_unit="image",
    )


def _banana(name: str, label: str, *, most: int, size: dict[str, Any], **more: Any) -> ModelSpec:
    return at_replicate(
        f"google/{name}",
        label,
        Capability.IMAGE,
        {
            "prompt": "prompt",
            "references": {"field": "image_input", "as": "list", "most": most},
            "edit": "references",
            "shape": {"field": "aspect_ratio", "choices": BANANA_SHAPES},
            "size": size,
            "extra": {"output_format": "png"},
            "output": _output(URI),
        },
        family="nano-banana",
        beyond="not known",
        price_unit="image",
        **more,
    )


def _qwen_edit(name: str, label: str, *, most: int, **more: Any) -> ModelSpec:
    return at_replicate(
        f"qwen/{name}",
        label,
        Capability.IMAGE,
        {
            "prompt": "prompt",
            "references": {"field": "image", "as": "list", "most": most},
            "edit": "references",
            "needs": ["references"],
            "shape": {"field": "aspect_ratio", "choices": ["1:1", "16:9", "9:16", "4:3", "3:4", "3:2", "2:3"]},
            "seed": "seed",
            "extra": {"output_format": "png"},
            "output": _output(URIS),
        },
        family="qwen-edit",
        beyond="not known",
        price_micros=30_000,
        price_unit="image",
        **more,
    )


_NAMES_2K_4K = {"as": "names", "field": "size", "names": {"2K": SEEDREAM_2K, "4K": SEEDREAM_4K}}
_NAMES_2K_3K = {"as": "names", "field": "size", "names": {"2K": SEEDREAM_2K, "3K": SEEDREAM_3K}}
_NAMES_1K_4K = {"as": "names", "field": "resolution", "names": {"1K": ONE_K, "2K": TWO_K, "4K": FOUR_K}}
_SEEDREAM_SHAPE = {"shape": {"field": "aspect_ratio", "choices": SEEDREAM_SHAPES}}

PICTURES: tuple[ModelSpec, ...] = (
    _flux_2("flux-2-pro", "FLUX.2 Pro", preference=20, quality=5, **_by_megapixels(30_000, 45_000, 75_000)),
    _flux_2(
        "flux-2-max",
        "FLUX.2 Max",
        preference=120,
        quality=5,
        facts_source=ESTIMATED,
        **_by_megapixels(70_000, 100_000, 160_000),
    ),
    _flux_2(
        "flux-2-flex",
        "FLUX.2 Flex",
        preference=125,
        quality=5,
        facts_source=ESTIMATED,
        **_by_megapixels(60_000, 120_000, 240_000),
    ),
    at_replicate(
        "black-forest-labs/flux-2-klein-4b",
        "FLUX.2 Klein 4B",
        Capability.IMAGE,
        {
            "prompt": "prompt",
            "references": {"field": "images", "as": "list", "most": 5},
            "edit": "references",
            "shape": {"field": "aspect_ratio", "choices": [*FLUX_SHAPES, "21:9", "9:21"]},
            "size": {
                "as": "megapixels",
                "field": "output_megapixels",
                "names": {"0.25": 0.25, "0.5": 0.5, "1": 1, "2": 2, "4": 4},
            },
            "seed": "seed",
            "extra": {"output_format": "png"},
            "output": _output(URIS),
        },
        family="flux",
        beyond="not known",
        preference=130,
        speed=5,
        facts_source=ESTIMATED,
        price_micros=14_000,
        price_unit="image",
    ),
    at_replicate(
        "black-forest-labs/flux-kontext-pro",
        "FLUX.1 Kontext Pro",
        Capability.IMAGE,
        {
            "prompt": "prompt",
            "references": {"field": "input_image", "as": "one"},
            "edit": "references",
            "shape": {"field": "aspect_ratio", "choices": [*FLUX_SHAPES, "21:9", "9:21", "2:1", "1:2"]},
            "size": KONTEXT_SIZES,
            "seed": "seed",
            "extra": {"output_format": "png"},
            "output": _output(URI),
        },
        family="kontext",
        beyond="the field holds one",
        preference=140,
        quality=4,
        price_micros=40_000,
        price_unit="image",
    ),
    at_replicate(
        "qwen/qwen-image",
        "Qwen Image",
        Capability.IMAGE,
        {
            "prompt": "prompt",
            "shape": {"field": "aspect_ratio", "choices": ["1:1", "16:9", "9:16", "4:3", "3:4", "3:2", "2:3"]},
            "size": QWEN_SIZES,
            "seed": "seed",
            "extra": {"output_format": "png", "image_size": "optimize_for_quality"},
            "output": _output(URIS),
        },
        family="qwen",
        preference=150,
        quality=4,
        price_micros=25_000,
        price_unit="image",
    ),
    at_replicate(
        "qwen/qwen-image-2-pro",
        "Qwen Image 2 Pro",
        Capability.IMAGE,
        {
            "prompt": {"field": "prompt", "most": 800},
            "references": {"field": "image", "as": "one"},
            "edit": "references",
            "shape": {
                "field": "aspect_ratio",
                "choices": ["1:1", "16:9", "9:16", "4:3", "3:4", "3:2", "2:3", "2:1", "1:2"],
            },
            "seed": "seed",
            "extra": {"enable_prompt_expansion": False, "match_input_image": False},
            "output": _output(URI),
        },
        family="qwen",
        beyond="the field holds one",
        preference=135,
        quality=4,
        facts_source="fields: its schema of 2026-04-23; price: that of the same model at fal, 2026-08-21",
        price_micros=75_000,
        price_unit="image",
    ),
    at_replicate(
        "qwen/qwen-image-edit",
        "Qwen Image Edit",
        Capability.IMAGE,
        {
            "prompt": "prompt",
            "edit": "image",
            "needs": ["edit"],
            "seed": "seed",
            "extra": {"output_format": "png"},
            "output": _output(URIS),
        },
        family="qwen-edit",
        preference=180,
        price_micros=30_000,
        price_unit="image",
    ),
    _qwen_edit("qwen-image-edit-plus", "Qwen Image Edit Plus", most=3, preference=145),
    _qwen_edit("qwen-image-edit-2511", "Qwen Image Edit 2511", most=3, preference=115, quality=4),
    _banana(
        "nano-banana",
        "Nano Banana",
        most=4,
        size={"as": "fixed", "sizes": [[1344, 768], [768, 1344], [1024, 1024]]},
        preference=105,
        quality=4,
        price_micros=39_000,
    ),
    _banana(
        "nano-banana-2",
        "Nano Banana 2",
        most=14,
        size=_NAMES_1K_4K,
        preference=30,
        quality=5,
        price_micros=151_000,
        prices=(
            {"when": {"megapixels": {"max": 2}}, "micros": 67_000, "unit": "image"},
            {"when": {"megapixels": {"max": 5}}, "micros": 101_000, "unit": "image"},
        ),
    ),
    _banana(
        "nano-banana-pro",
        "Nano Banana Pro",
        most=14,
        size=_NAMES_1K_4K,
        preference=106,
        quality=5,
        price_micros=300_000,
        prices=({"when": {"megapixels": {"max": 5}}, "micros": 150_000, "unit": "image"},),
    ),
    _seedream(
        "seedream-4",
        "Seedream 4",
        {"size": {"as": "sides", "width": "width", "height": "height", "least": 1024, "most": 4096}},
        30_000,
        size="custom",
        enhance_prompt=False,
    ),
    _seedream("seedream-4.5", "Seedream 4.5", {"size": _NAMES_2K_4K, **_SEEDREAM_SHAPE}, 40_000),
    _seedream(
        "seedream-5-lite",
        "Seedream 5 Lite",
        {"size": _NAMES_2K_3K, **_SEEDREAM_SHAPE},
        35_000,
        output_format="png",
    ),
    at_replicate(
        "fofr/pulid-base",
        "PuLID",
        Capability.IMAGE,
        {
            "prompt": "prompt",
            "references": {"field": "face_image", "as": "one"},
            "needs": ["references"],
            "size": {"as": "sides", "width": "width", "height": "height", "multiple": 8, "least": 256, "most": 2048},
            "seed": "seed",
            "extra": {"output_format": "png", "number_of_images": 1},
            "output": _output(URIS),
            "micros_per_s": L40S,
        },
        version="65ea75658bf120abbbdacab07e89e78a74a6a1b1f504349f4c4e3b01a655ee7a",
        family="pulid",
        beyond="the field holds one",
        preference=190,
        **by_time(L40S, 12),
    ),
    at_replicate(
        "bytedance/pulid",
        "PuLID with four faces",
        Capability.IMAGE,
        {
            "prompt": "prompt",
            "references": {
                "as": "fields",
                "fields": [
                    "main_face_image",
                    "auxiliary_face_image1",
                    "auxiliary_face_image2",
                    "auxiliary_face_image3",
                ],
                "most": 4,
            },
            "needs": ["references"],
            "output": _output(URIS),
            "versioned": True,
            "micros_per_s": L40S,
        },
        is_on=False,
        setup="It makes one size only, which is not that of a film. Switch it on for portraits.",
        family="pulid",
        preference=290,
        **by_time(L40S, 15),
    ),
    at_replicate(
        "bytedance/flux-pulid",
        "FLUX PuLID",
        Capability.IMAGE,
        {
            "prompt": "prompt",
            "references": {"field": "main_face_image", "as": "one"},
            "needs": ["references"],
            "output": _output(URIS),
            "versioned": True,
            "micros_per_s": L40S,
        },
        is_on=False,
        setup=UNCHECKED,
        family="pulid",
        preference=291,
        **by_time(L40S, 20),
    ),
    at_replicate(
        "nightmareai/real-esrgan",
        "Real-ESRGAN",
        Capability.UPSCALE,
        {
            "media": {"image": "image"},
            "size": {"as": "factor", "field": "scale", "least": 1, "most": 10},
            "extra": {"face_enhance": False},
            "output": _output(URI),
            "versioned": True,
            "micros_per_s": T4,
        },
        preference=40,
        **by_time(T4, 8),
    ),
)
