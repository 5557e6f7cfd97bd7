"""The rows of models that make pictures: FLUX.2 Klein, Qwen-Image and its edit."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generation.providers.base import Capability
from generation.providers.specs import ModelSpec

from .offers import FREE_LICENCE, NOT_FOR_MONEY, row, sides


def _pictures(name: str, label: str, endpoint: str, settings: Mapping[str, Any], **more: Any) -> ModelSpec:
    return row(name, label, Capability.IMAGE, "image.OpenWeightsImage", endpoint, settings, **more)


_QWEN = {
    "size": sides(16, 1664, 1664 * 1664, least=256),
    # A film of 1080 lines is a little wider than what it was taught.
    "enlarge": 1.25,
    "memory_gb": 62,
    "offload": {"model": 45, "sequential": 8},
    "weights_gb": 58,
}
_KLEIN = {
    "pipeline": "Flux2KleinPipeline",
    "size": sides(16, 2048, 2048 * 2048, least=256),
    "references": {"field": "image", "most": 4},
    "edit": "references",
    "steps": 4,
    "call": {"guidance_scale": 1.0},
}

PICTURES: tuple[ModelSpec, ...] = (
    _pictures(
        "flux-2-klein-4b",
        "FLUX.2 Klein 4B (this machine)",
        "black-forest-labs/FLUX.2-klein-4B",
        {**_KLEIN, "memory_gb": 18, "offload": {"model": 11, "sequential": 4}, "weights_gb": 16},
        family="flux",
        preference=50,
        quality=3,
        speed=5,
        typical_s=5,
        licence=FREE_LICENCE,
    ),
    _pictures(
        "flux-2-klein-9b",
        "FLUX.2 Klein 9B (this machine)",
        "black-forest-labs/FLUX.2-klein-9B",
        {**_KLEIN, "memory_gb": 38, "offload": {"model": 21, "sequential": 6}, "weights_gb": 35},
        family="flux",
        preference=60,
        quality=4,
        speed=4,
        typical_s=8,
        licence=NOT_FOR_MONEY,
    ),
    _pictures(
        "qwen-image-2512",
        "Qwen-Image 2512 (this machine)",
        "Qwen/Qwen-Image-2512",
        {
            **_QWEN,
            "pipeline": "QwenImagePipeline",
            "steps": 50,
            "call": {"true_cfg_scale": 4.0, "negative_prompt": " "},
        },
        family="qwen",
        preference=70,
        quality=4,
        speed=2,
        typical_s=60,
        licence=FREE_LICENCE,
    ),
    _pictures(
        "qwen-image-edit-2511",
        "Qwen-Image-Edit 2511 (this machine)",
        "Qwen/Qwen-Image-Edit-2511",
        {
            **_QWEN,
            "pipeline": "QwenImageEditPlusPipeline",
            # What looks at the pictures is written with it.
            "packages": ["torchvision"],
            "references": {"field": "image", "most": 3},
            "edit": "references",
            "needs": ["references"],
            "steps": 40,
            "call": {"true_cfg_scale": 4.0, "guidance_scale": 1.0, "negative_prompt": " "},
        },
        family="qwen",
        preference=80,
        quality=4,
        speed=2,
        typical_s=75,
        licence=FREE_LICENCE,
    ),
)
