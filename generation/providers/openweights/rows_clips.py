"""The rows of models that make clips: Wan, LTX, HunyuanVideo, CogVideoX, AnimateDiff."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generation.providers.base import Capability
from generation.providers.specs import ModelSpec

from .offers import COMMUNITY, FREE_LICENCE, row, sides


def _clips(name: str, label: str, endpoint: str, settings: Mapping[str, Any], **more: Any) -> ModelSpec:
    # What is longer than it is wanted is cut, so nothing is too short for it.
    more = {"min_duration_ms": 0, **more}
    return row(name, label, Capability.VIDEO, "video.OpenWeightsVideo", endpoint, settings, **more)


_FROM_FRAME = {"first_frame": "image", "needs": ["first_frame"]}
_WORST = "worst quality, inconsistent motion, blurry, jittery, distorted"

_LTX = {
    "frames": {"least": 9, "most": 257, "step": 8, "rates": [24, 30], "rate": 24, "rate_field": "frame_rate"},
    "size": sides(32, 1280, 1280 * 736),
    "call": {"negative_prompt": _WORST, "decode_timestep": 0.05, "decode_noise_scale": 0.025},
}
_LTX_2 = {
    "pipeline": "LTX2Pipeline",
    "pipeline_from_frame": "LTX2ImageToVideoPipeline",
    "first_frame": "image",
    "frames": {"least": 9, "most": 241, "step": 8, "rates": [24, 30], "rate": 24, "rate_field": "frame_rate"},
    "size": sides(32, 1920, 1920 * 1088),
    "steps": 40,
    "call": {"guidance_scale": 4.0, "negative_prompt": _WORST},
    "memory_gb": 72,
    "offload": {"model": 46, "sequential": 12},
    "weights_gb": 64,
}
_HUNYUAN = {
    # The decoder is meant for half precision, the rest for bfloat16.
    "dtype": "float16",
    "parts": {
        "transformer": {"class": "HunyuanVideoTransformer3DModel", "subfolder": "transformer", "dtype": "bfloat16"}
    },
    "frames": {"least": 5, "most": 129, "step": 4, "rate": 24},
    "size": sides(16, 1280, 1280 * 720),
    "steps": 50,
    "memory_gb": 64,
    "offload": {"model": 48, "sequential": 14},
    "weights_gb": 43,
}
_HUNYUAN_15 = {
    "frames": {"least": 5, "most": 121, "step": 4, "rate": 24},
    "size": sides(16, 1280, 1280 * 720),
    "steps": 50,
    "memory_gb": 50,
    "offload": {"model": 32, "sequential": 14},
    "weights_gb": 36,
}
_COGVIDEOX = {
    "frames": {"choices": [81, 161], "rate": 16},
    "size": {"as": "fixed", "sizes": [[1360, 768], [768, 1360]]},
    "steps": 50,
    "call": {"guidance_scale": 6.0},
    # Decoding a whole clip at once takes most of it.
    "memory_gb": 66,
    "offload": {"model": 24, "sequential": 9},
    "weights_gb": 21,
}
_WAN_VAE = {"vae": {"class": "AutoencoderKLWan", "subfolder": "vae", "dtype": "float32"}}
_WAN_14B = {
    "parts": _WAN_VAE,
    "frames": {"least": 5, "most": 81, "step": 4, "rate": 16},
    "size": sides(16, 1280, 1280 * 720),
    "steps": 40,
    "memory_gb": 79,
    "offload": {"model": 42, "sequential": 12},
    "weights_gb": 69,
}

CLIPS: tuple[ModelSpec, ...] = (
    _clips(
        "wan-2.2-i2v",
        "Wan 2.2 14B, from a picture (this machine)",
        "Wan-AI/Wan2.2-I2V-A14B-Diffusers",
        {
            **_WAN_14B,
            **_FROM_FRAME,
            "pipeline_from_frame": "WanImageToVideoPipeline",
            # Two models share the work: one for the first steps, one from this share of the noise on.
            "load": {"boundary_ratio": 0.9},
            "call": {"guidance_scale": 3.5, "guidance_scale_2": 3.5},
        },
        family="wan",
        preference=60,
        quality=4,
        speed=1,
        typical_s=900,
        licence=FREE_LICENCE,
    ),
    _clips(
        "wan-2.2-t2v",
        "Wan 2.2 14B, from words (this machine)",
        "Wan-AI/Wan2.2-T2V-A14B-Diffusers",
        {
            **_WAN_14B,
            "pipeline": "WanPipeline",
            "load": {"boundary_ratio": 0.875},
            "call": {"guidance_scale": 4.0, "guidance_scale_2": 3.0},
        },
        family="wan",
        preference=260,
        quality=4,
        speed=1,
        typical_s=900,
        licence=FREE_LICENCE,
    ),
    _clips(
        "wan-2.2-5b",
        "Wan 2.2 5B (this machine)",
        "Wan-AI/Wan2.2-TI2V-5B-Diffusers",
        {
            "pipeline": "WanPipeline",
            "pipeline_from_frame": "WanImageToVideoPipeline",
            "first_frame": "image",
            "parts": _WAN_VAE,
            "frames": {"least": 5, "most": 121, "step": 4, "rate": 24},
            "size": sides(32, 1280, 1280 * 736),
            "steps": 50,
            "call": {"guidance_scale": 5.0},
            "memory_gb": 32,
            "offload": {"model": 20, "sequential": 10},
            "weights_gb": 25,
        },
        family="wan",
        preference=70,
        quality=3,
        speed=2,
        typical_s=600,
        licence=FREE_LICENCE,
    ),
    _clips(
        "ltx-2",
        "LTX-2 (this machine)",
        "Lightricks/LTX-2",
        _LTX_2,
        family="ltx",
        preference=50,
        quality=4,
        speed=2,
        typical_s=300,
        licence=COMMUNITY,
    ),
    _clips(
        "ltx-video-13b",
        "LTX-Video 13B (this machine)",
        "Lightricks/LTX-Video-0.9.7-dev",
        {
            **_LTX,
            "pipeline": "LTXConditionPipeline",
            "pipeline_from_frame": "LTXConditionPipeline",
            "first_frame": "image",
            "steps": 30,
            "call": {**_LTX["call"], "guidance_scale": 5.0},
            "memory_gb": 42,
            "offload": {"model": 31, "sequential": 8},
            "weights_gb": 37,
        },
        family="ltx",
        preference=80,
        quality=3,
        speed=3,
        typical_s=240,
        licence=COMMUNITY,
    ),
    _clips(
        "ltx-video",
        "LTX-Video 2B (this machine)",
        "Lightricks/LTX-Video",
        {
            **_LTX,
            "pipeline": "LTXPipeline",
            "pipeline_from_frame": "LTXImageToVideoPipeline",
            "first_frame": "image",
            "steps": 40,
            "call": {"negative_prompt": _WORST, "guidance_scale": 3.0},
            "memory_gb": 18,
            "offload": {"model": 12, "sequential": 5},
            "weights_gb": 15,
        },
        family="ltx",
        preference=90,
        quality=2,
        speed=4,
        typical_s=90,
        licence=COMMUNITY,
    ),
    _clips(
        "hunyuan-1.5-i2v",
        "HunyuanVideo 1.5, from a picture (this machine)",
        "hunyuanvideo-community/HunyuanVideo-1.5-Diffusers-720p_i2v",
        # It chooses the size by the shape of its picture, and may end up a little below what is wanted.
        {**_HUNYUAN_15, **_FROM_FRAME, "pipeline_from_frame": "HunyuanVideo15ImageToVideoPipeline", "enlarge": 1.1},
        family="hunyuan",
        preference=95,
        quality=4,
        speed=1,
        typical_s=900,
        licence=COMMUNITY,
    ),
    _clips(
        "hunyuan-1.5-t2v",
        "HunyuanVideo 1.5, from words (this machine)",
        "hunyuanvideo-community/HunyuanVideo-1.5-Diffusers-720p_t2v",
        {**_HUNYUAN_15, "pipeline": "HunyuanVideo15Pipeline"},
        family="hunyuan",
        preference=265,
        quality=4,
        speed=1,
        typical_s=900,
        licence=COMMUNITY,
    ),
    _clips(
        "hunyuan-i2v",
        "HunyuanVideo, from a picture (this machine)",
        "hunyuanvideo-community/HunyuanVideo-I2V",
        {
            **_HUNYUAN,
            **_FROM_FRAME,
            "pipeline_from_frame": "HunyuanVideoImageToVideoPipeline",
            "call": {"guidance_scale": 6.0},
        },
        family="hunyuan",
        preference=160,
        quality=3,
        speed=1,
        typical_s=1200,
        licence=COMMUNITY,
    ),
    _clips(
        "hunyuan-t2v",
        "HunyuanVideo, from words (this machine)",
        "hunyuanvideo-community/HunyuanVideo",
        {**_HUNYUAN, "pipeline": "HunyuanVideoPipeline", "call": {"guidance_scale": 6.0}},
        family="hunyuan",
        preference=270,
        quality=3,
        speed=1,
        typical_s=1200,
        licence=COMMUNITY,
    ),
    _clips(
        "cogvideox-1.5-i2v",
        "CogVideoX 1.5, from a picture (this machine)",
        "zai-org/CogVideoX1.5-5B-I2V",
        {**_COGVIDEOX, **_FROM_FRAME, "pipeline_from_frame": "CogVideoXImageToVideoPipeline"},
        family="cogvideox",
        preference=170,
        quality=2,
        speed=1,
        typical_s=900,
        licence=COMMUNITY,
    ),
    _clips(
        "cogvideox-1.5-t2v",
        "CogVideoX 1.5, from words (this machine)",
        "zai-org/CogVideoX1.5-5B",
        {**_COGVIDEOX, "pipeline": "CogVideoXPipeline"},
        family="cogvideox",
        preference=275,
        quality=2,
        speed=1,
        typical_s=900,
        licence=COMMUNITY,
    ),
    _clips(
        "animatediff",
        "AnimateDiff (this machine)",
        "stable-diffusion-v1-5/stable-diffusion-v1-5",
        {
            "pipeline": "AnimateDiffPipeline",
            "dtype": "float16",
            "parts": {
                "motion_adapter": {"class": "MotionAdapter", "at": "guoyww/animatediff-motion-adapter-v1-5-3"},
                "scheduler": {
                    "class": "DDIMScheduler",
                    "subfolder": "scheduler",
                    "load": {"clip_sample": False, "timestep_spacing": "linspace", "beta_schedule": "linear"},
                },
            },
            "load": {"feature_extractor": None},
            "frames": {"choices": [16, 24, 32], "rate": 8},
            "size": sides(8, 768, 768 * 512, least=256),
            # What it makes is small; a film of 720 lines gets it at twice its size.
            "enlarge": 2.0,
            "steps": 25,
            "call": {"guidance_scale": 7.5, "negative_prompt": "bad quality, worse quality"},
            "memory_gb": 9,
            "offload": {"model": 6, "sequential": 4},
            "weights_gb": 4,
        },
        family="animatediff",
        preference=290,
        quality=1,
        speed=4,
        typical_s=45,
        licence="CreativeML OpenRAIL-M",
    ),
)
