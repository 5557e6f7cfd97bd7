"""Models for pictures at fal."""

from __future__ import annotations

from typing import Any

from generation.providers.base import Capability
from generation.providers.specs import ModelSpec

from .offers import ESTIMATED, PICTURE_AT, PICTURES_AT, UNCHECKED, at_fal, image

BANANA_SHAPES = ["21:9", "16:9", "3:2", "4:3", "5:4", "1:1", "4:5", "3:4", "2:3", "9:16"]
KONTEXT_SHAPES = ["21:9", "16:9", "4:3", "3:2", "1:1", "2:3", "3:4", "9:16", "9:21"]
KONTEXT_SIZES = {"as": "fixed", "sizes": [[1392, 752], [752, 1392], [1024, 1024]]}
BANANA_SIZES = {"as": "fixed", "sizes": [[1344, 768], [768, 1344], [1024, 1024]]}
BANANA_NAMES = {
    "as": "names",
    "field": "resolution",
    "names": {
        "1K": [[1376, 768], [768, 1376], [1024, 1024]],
        "2K": [[2752, 1536], [1536, 2752], [2048, 2048]],
        "4K": [[5504, 3072], [3072, 5504], [4096, 4096]],
    },
}
FREE_SIZE = {"as": "object", "field": "image_size", "multiple": 16, "least": 256, "most": 2048}
QWEN_2_SIZE = {"as": "object", "field": "image_size", "multiple": 8, "least": 512, "most": 2048}
SEEDREAM_SIZE = {"as": "object", "field": "image_size", "multiple": 8, "least": 1024, "most": 4096}
SEEDREAM_45_SIZE = {"as": "object", "field": "image_size", "multiple": 8, "least": 1920, "most": 4096}


def _picture(key: str, endpoint: str, label: str, settings: dict[str, Any], **more: Any) -> ModelSpec:
    usual = {"prompt": "prompt", "seed": "seed", "output": PICTURES_AT, "extra": {"output_format": "png"}}
    return at_fal(endpoint, label, Capability.IMAGE, {**usual, **settings}, key=key, **more)


def _edits(field: str = "image_urls", *, way: str = "list", most: int = 1) -> dict[str, Any]:
    """Return the rules of a model that goes by pictures, and cannot do without."""
    return {
        "references": {"field": field, "as": way, "most": most},
        "edit": "references",
        "needs": ["references"],
    }


def _flux_2(name: str, label: str, micros: int, preference: int, **more: Any) -> tuple[ModelSpec, ModelSpec]:
    """Return the rows of one of the family, from words and by pictures."""
    return (
        _picture(
            name,
            f"fal-ai/{name}",
            label,
            {"size": FREE_SIZE},
            family="flux",
            preference=preference + 5,
            quality=5,
            **image(micros),
            **more,
        ),
        _picture(
            f"{name}-edit",
            f"fal-ai/{name}/edit",
            f"{label} Edit",
            {"size": FREE_SIZE, **_edits(most=8)},
            family="flux",
            beyond="not known; the maker's own interface takes eight",
            preference=preference,
            quality=5,
            **image(micros),
            **more,
        ),
    )


def _kontext(key: str, label: str, settings: dict[str, Any], micros: int, preference: int) -> ModelSpec:
    shape = {"field": "aspect_ratio", "choices": KONTEXT_SHAPES}
    return _picture(
        f"flux-{key.replace('/', '-')}",
        f"fal-ai/flux-pro/{key}",
        label,
        {"shape": shape, "size": KONTEXT_SIZES, **settings},
        family="kontext",
        beyond="the field holds one" if settings["references"]["as"] == "one" else "not known",
        preference=preference,
        quality=4,
        **image(micros),
    )


def _qwen_edit(key: str, label: str, preference: int, **more: Any) -> ModelSpec:
    return _picture(
        key,
        f"fal-ai/{key}",
        label,
        {"size": FREE_SIZE, **_edits(most=3)},
        family="qwen-edit",
        beyond="not known; the model was made for three",
        preference=preference,
        price_micros=30_000,
        price_unit="megapixel",
        **more,
    )


def _qwen_2(path: str, label: str, micros: int, preference: int, *, has_pictures: bool, **more: Any) -> ModelSpec:
    settings: dict[str, Any] = {
        "prompt": {"field": "prompt", "most": 800},
        "size": QWEN_2_SIZE,
        "extra": {"output_format": "png", "enable_prompt_expansion": False},
    }
    if has_pictures:
        accepted = {"least_side": 384, "most_side": 5000, "most_bytes": 10_000_000}
        settings |= {**_edits(most=3), "accepts": {"references": accepted}}
    return _picture(
        path.replace("/", "-"),
        f"fal-ai/{path}",
        label,
        settings,
        family="qwen",
        beyond="refused (422)" if has_pictures else "",
        preference=preference,
        quality=4,
        **image(micros),
        **more,
    )


def _banana(
    name: str, label: str, size: dict[str, Any], *, most: int, preference: int, **price: Any
) -> list[ModelSpec]:
    shape = {"field": "aspect_ratio", "choices": BANANA_SHAPES}
    return [
        _picture(
            f"{name}{'-edit' if has_pictures else ''}",
            f"fal-ai/{name}{'/edit' if has_pictures else ''}",
            f"{label}{' Edit' if has_pictures else ''}",
            {"shape": shape, "size": size, **(_edits(most=most) if has_pictures else {})},
            family="nano-banana",
            beyond="not known" if has_pictures else "",
            preference=preference if has_pictures else preference + 5,
            quality=5,
            **price,
        )
        for has_pictures in (False, True)
    ]


def _seedream(
    version: str, label: str, size: dict[str, Any], micros: int, preference: int, **own: Any
) -> list[ModelSpec]:
    return [
        _picture(
            f"seedream-{version.replace('/', '-')}{'-edit' if has_pictures else ''}",
            f"fal-ai/bytedance/seedream/{version}/{'edit' if has_pictures else 'text-to-image'}",
            f"{label}{' Edit' if has_pictures else ''}",
            {"size": size, **own, "extra": None, **(_edits(most=10) if has_pictures else {})},
            family="seedream",
            beyond="only the last ten are used" if has_pictures else "",
            preference=preference if has_pictures else preference + 5,
            quality=4,
            **image(micros),
        )
        for has_pictures in (False, True)
    ]


def _reve(key: str, path: str, label: str, settings: dict[str, Any], micros: int, preference: int) -> ModelSpec:
    return _picture(
        key,
        f"fal-ai/reve/{path}",
        label,
        {"seed": None, "extra": {"output_format": "png", "num_images": 1}, **settings},
        family="reve",
        preference=preference,
        quality=4,
        facts_source="fields and price: notes of 2026-08",
        **image(micros),
    )


PICTURES: tuple[ModelSpec, ...] = (
    *_flux_2("flux-2-pro", "FLUX.2 Pro (fal)", 45_000, 20),
    *_flux_2("flux-2-max", "FLUX.2 Max (fal)", 100_000, 160, facts_source=ESTIMATED),
    *_flux_2("flux-2-flex", "FLUX.2 Flex (fal)", 60_000, 165, facts_source=ESTIMATED),
    _picture(
        "flux-2",
        "fal-ai/flux-2",
        "FLUX.2",
        {"size": FREE_SIZE},
        family="flux",
        preference=115,
        quality=4,
        price_micros=12_000,
        price_unit="megapixel",
    ),
    _picture(
        "flux-2-edit",
        "fal-ai/flux-2/edit",
        "FLUX.2 Edit",
        {"size": FREE_SIZE, **_edits(most=4)},
        family="flux",
        beyond="ignored without a word beyond four",
        preference=110,
        quality=4,
        price_micros=12_000,
        price_unit="megapixel",
    ),
    _kontext("kontext", "FLUX.1 Kontext Pro (fal)", _edits("image_url", way="one"), 40_000, 150),
    _kontext("kontext/max", "FLUX.1 Kontext Max", _edits("image_url", way="one"), 80_000, 152),
    _kontext("kontext/multi", "FLUX.1 Kontext Pro, several pictures", _edits(most=4), 40_000, 151),
    _kontext("kontext/max/multi", "FLUX.1 Kontext Max, several pictures", _edits(most=4), 80_000, 153),
    _picture(
        "pulid",
        "fal-ai/pulid",
        "PuLID (fal)",
        {
            "size": FREE_SIZE,
            "references": {"field": "reference_images", "as": "objects", "key": "image_url", "most": 4},
            "needs": ["references"],
            "extra": {"num_images": 1},
        },
        family="pulid",
        beyond="more than four do no good",
        preference=190,
        price_micros=33_000,
        price_unit="megapixel",
        facts_source=ESTIMATED,
    ),
    _picture(
        "flux-pulid",
        "fal-ai/flux-pulid",
        "FLUX PuLID (fal)",
        {
            "size": FREE_SIZE,
            "references": {"field": "reference_image_url", "as": "one"},
            "needs": ["references"],
            "extra": None,
        },
        family="pulid",
        beyond="the field holds one",
        preference=185,
        price_micros=33_000,
        price_unit="megapixel",
        facts_source=ESTIMATED,
    ),
    _reve("reve-edit", "edit", "Reve Edit", {"edit": "image_url", "needs": ["edit"]}, 40_000, 170),
    _reve("reve-fast-edit", "fast/edit", "Reve Edit, fast", {"edit": "image_url", "needs": ["edit"]}, 10_000, 171),
    _reve("reve-remix", "remix", "Reve Remix", _edits(most=6), 40_000, 172),
    _reve("reve-fast-remix", "fast/remix", "Reve Remix, fast", _edits(most=6), 10_000, 173),
    _picture(
        "qwen-image",
        "fal-ai/qwen-image",
        "Qwen Image (fal)",
        {"size": FREE_SIZE},
        family="qwen",
        preference=155,
        price_micros=20_000,
        price_unit="megapixel",
        facts_source=ESTIMATED,
    ),
    _picture(
        "qwen-image-2512",
        "fal-ai/qwen-image-2512",
        "Qwen Image 2512",
        {"size": FREE_SIZE},
        family="qwen",
        preference=45,
        quality=4,
        price_micros=20_000,
        price_unit="megapixel",
        facts_source=ESTIMATED,
    ),
    _picture(
        "qwen-image-edit",
        "fal-ai/qwen-image-edit",
        "Qwen Image Edit (fal)",
        {"size": FREE_SIZE, **_edits("image_url", way="one")},
        family="qwen-edit",
        beyond="the field holds one",
        preference=182,
        price_micros=30_000,
        price_unit="megapixel",
    ),
    _picture(
        "qwen-image-edit-inpaint",
        "fal-ai/qwen-image-edit/inpaint",
        "Qwen Image Edit, inside a mask",
        {"size": FREE_SIZE, "edit": "image_url", "mask": "mask_url", "needs": ["edit", "mask"]},
        family="qwen-edit",
        preference=181,
        price_micros=30_000,
        price_unit="megapixel",
    ),
    _qwen_edit("qwen-image-edit-2511", "Qwen Image Edit 2511 (fal)", 40, quality=4),
    _qwen_edit("qwen-image-edit-2509", "Qwen Image Edit 2509", 183),
    _qwen_edit("qwen-image-edit-plus", "Qwen Image Edit Plus (fal)", 184),
    _qwen_2("qwen-image-2/text-to-image", "Qwen Image 2", 35_000, 147, has_pictures=False),
    _qwen_2("qwen-image-2/edit", "Qwen Image 2 Edit", 35_000, 142, has_pictures=True),
    _qwen_2("qwen-image-2/pro/text-to-image", "Qwen Image 2 Pro (fal)", 75_000, 148, has_pictures=False),
    _qwen_2("qwen-image-2/pro/edit", "Qwen Image 2 Pro Edit", 75_000, 143, has_pictures=True),
    _qwen_2("qwen-image-max/edit", "Qwen Image Max Edit", 75_000, 144, has_pictures=True, facts_source=ESTIMATED),
    *_banana("nano-banana", "Nano Banana (fal)", BANANA_SIZES, most=4, preference=120, **image(39_000)),
    *_banana(
        "nano-banana-2",
        "Nano Banana 2 (fal)",
        BANANA_NAMES,
        most=14,
        preference=30,
        **image(160_000, ({"megapixels": {"max": 2}}, 80_000), ({"megapixels": {"max": 5}}, 120_000)),
    ),
    *_banana(
        "nano-banana-pro",
        "Nano Banana Pro (fal)",
        BANANA_NAMES,
        most=14,
        preference=122,
        **image(300_000, ({"megapixels": {"max": 5}}, 150_000)),
    ),
    *_seedream("v4", "Seedream 4 (fal)", SEEDREAM_SIZE, 30_000, 130),
    *_seedream("v4.5", "Seedream 4.5 (fal)", SEEDREAM_45_SIZE, 40_000, 131),
    *_seedream("v5/lite", "Seedream 5 Lite (fal)", SEEDREAM_45_SIZE, 35_000, 132, seed=None),
    at_fal(
        "fal-ai/esrgan",
        "Real-ESRGAN (fal)",
        Capability.UPSCALE,
        {
            "media": {"image": "image_url"},
            "size": {"as": "factor", "field": "scale", "least": 1, "most": 8},
            "extra": {"model": "RealESRGAN_x4plus", "output_format": "png"},
            "output": PICTURE_AT,
        },
        key="esrgan",
        preference=45,
        facts_source=ESTIMATED,
        **image(10_000),
    ),
    at_fal(
        "fal-ai/seedvr/upscale/image",
        "SeedVR2 for pictures",
        Capability.UPSCALE,
        {
            "media": {"image": "image_url"},
            "size": {"as": "factor", "field": "upscale_factor", "least": 1, "most": 10},
            "extra": {"upscale_mode": "factor", "output_format": "png"},
            "output": PICTURE_AT,
        },
        key="seedvr-image",
        preference=60,
        quality=4,
        price_micros=1_000,
        price_unit="megapixel",
        facts_source=ESTIMATED,
    ),
    at_fal(
        "fal-ai/topaz/upscale/image",
        "Topaz for pictures",
        Capability.UPSCALE,
        {
            "media": {"image": "image_url"},
            "size": {"as": "factor", "field": "upscale_factor", "least": 1, "most": 4},
            "extra": {"output_format": "png"},
            "output": PICTURE_AT,
        },
        key="topaz-image",
        preference=160,
        quality=5,
        is_on=False,
        setup=UNCHECKED,
        facts_source=ESTIMATED,
        **image(100_000),
    ),
)
