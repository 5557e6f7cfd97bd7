"""Graphs for ComfyUI, in the form that its `/prompt` takes: node by node, with our placeholders in them.

Only nodes of ComfyUI's own core are used. Which model files have to lie in its folders, `FILES` says.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Graph = dict[str, dict[str, Any]]

FILES: Mapping[str, tuple[str, ...]] = {
    "ltx-2": (
        "checkpoints/ltx-2-19b-dev-fp8.safetensors",
        "text_encoders/gemma_3_12B_it_fp4_mixed.safetensors",
    ),
    "qwen-image-2512": (
        "diffusion_models/qwen_image_2512_fp8_e4m3fn.safetensors",
        "text_encoders/qwen_2.5_vl_7b_fp8_scaled.safetensors",
        "vae/qwen_image_vae.safetensors",
    ),
    "qwen-image-edit-2511": (
        "diffusion_models/qwen_image_edit_2511_bf16.safetensors",
        "text_encoders/qwen_2.5_vl_7b_fp8_scaled.safetensors",
        "vae/qwen_image_vae.safetensors",
    ),
    "ace-step": ("checkpoints/ace_step_v1_3.5b.safetensors",),
    "real-esrgan": ("upscale_models/RealESRGAN_x4plus.pth",),
}
"""Which files each graph loads, below ComfyUI's folder `models`."""

PREFIX = "sceneme/{reference|made}"
_UNWANTED = "blurry, low quality, still frame, watermark, subtitles, text"


def _file(graph: str, number: int) -> str:
    return FILES[graph][number].rpartition("/")[2]


def _node(kind: str, **inputs: Any) -> dict[str, Any]:
    return {"class_type": kind, "inputs": inputs}


def _if(field: str, node: dict[str, Any]) -> dict[str, Any]:
    return {"$if": field, **node}


def _load(media: str) -> dict[str, Any]:
    return _if(media, _node("LoadImage", image=f"{{{media}.uploaded.name}}"))


def _either(field: str, first: Any, second: Any = None) -> dict[str, Any]:
    """Return a choice; without a second there is nothing where the field has no value."""
    return {"$if": field, "$then": first} | ({} if second is None else {"$else": second})


def ltx_2() -> Graph:
    """A clip from a first frame and words, 8k+1 pictures, sides in multiples of 32. Its own sound is not kept."""
    checkpoint = _file("ltx-2", 0)
    return {
        "model": _node("CheckpointLoaderSimple", ckpt_name=checkpoint),
        "words": _node(
            "LTXAVTextEncoderLoader", text_encoder=_file("ltx-2", 1), ckpt_name=checkpoint, device="default"
        ),
        "wanted": _node("CLIPTextEncode", clip=["words", 0], text="{prompt|}"),
        "unwanted": _node("CLIPTextEncode", clip=["words", 0], text=_UNWANTED),
        "guided": _node("LTXVConditioning", positive=["wanted", 0], negative=["unwanted", 0], frame_rate="{rate}"),
        "empty": _node("EmptyLTXVLatentVideo", width="{width}", height="{height}", length="{frames}", batch_size=1),
        "first": _load("first_frame"),
        "softened": _if("first_frame", _node("LTXVPreprocess", image=["first", 0], img_compression=33)),
        "begun": _if(
            "first_frame",
            _node(
                "LTXVImgToVideoInplace",
                vae=["model", 2],
                image=["softened", 0],
                latent=["empty", 0],
                strength=1.0,
                bypass=False,
            ),
        ),
        "sounds": _node("LTXVAudioVAELoader", ckpt_name=checkpoint),
        "silence": _node(
            "LTXVEmptyLatentAudio",
            frames_number="{frames}",
            frame_rate="{rate}",
            batch_size=1,
            audio_vae=["sounds", 0],
        ),
        "start": _node(
            "LTXVConcatAVLatent",
            video_latent=_either("first_frame", ["begun", 0], ["empty", 0]),
            audio_latent=["silence", 0],
        ),
        "steps": _node(
            "LTXVScheduler",
            steps=20,
            max_shift=2.05,
            base_shift=0.95,
            stretch=True,
            terminal=0.1,
            latent=["start", 0],
        ),
        "sampler": _node("KSamplerSelect", sampler_name="euler"),
        "noise": _node("RandomNoise", noise_seed="{seed}"),
        "guider": _node("CFGGuider", model=["model", 0], positive=["guided", 0], negative=["guided", 1], cfg=4.0),
        "made": _node(
            "SamplerCustomAdvanced",
            noise=["noise", 0],
            guider=["guider", 0],
            sampler=["sampler", 0],
            sigmas=["steps", 0],
            latent_image=["start", 0],
        ),
        "parts": _node("LTXVSeparateAVLatent", av_latent=["made", 0]),
        "pictures": _node(
            "VAEDecodeTiled",
            samples=["parts", 0],
            vae=["model", 2],
            tile_size=512,
            overlap=64,
            temporal_size=4096,
            temporal_overlap=8,
        ),
        "clip": _node("CreateVideo", images=["pictures", 0], fps="{rate}"),
        "saved": _node("SaveVideo", video=["clip", 0], filename_prefix=PREFIX, format="mp4", codec="h264"),
    }


def _qwen(graph: str) -> Graph:
    return {
        "diffusion": _node("UNETLoader", unet_name=_file(graph, 0), weight_dtype="default"),
        "words": _node("CLIPLoader", clip_name=_file(graph, 1), type="qwen_image", device="default"),
        "vae": _node("VAELoader", vae_name=_file(graph, 2)),
        "shifted": _node("ModelSamplingAuraFlow", model=["diffusion", 0], shift=3.1),
        "empty": _node("EmptySD3LatentImage", width="{width}", height="{height}", batch_size=1),
        "picture": _node("VAEDecode", samples=["made", 0], vae=["vae", 0]),
        "saved": _node("SaveImage", images=["picture", 0], filename_prefix=PREFIX),
    }


def _sampled(model: str, wanted: str, unwanted: str, *, steps: int, cfg: float) -> dict[str, Any]:
    return _node(
        "KSampler",
        model=[model, 0],
        positive=[wanted, 0],
        negative=[unwanted, 0],
        latent_image=["empty", 0],
        seed="{seed}",
        steps=steps,
        cfg=cfg,
        sampler_name="euler",
        scheduler="simple",
        denoise=1.0,
    )


def qwen_image() -> Graph:
    """A picture from words."""
    return {
        **_qwen("qwen-image-2512"),
        "wanted": _node("CLIPTextEncode", clip=["words", 0], text="{prompt}"),
        "unwanted": _node("CLIPTextEncode", clip=["words", 0], text=_UNWANTED),
        "made": _sampled("shifted", "wanted", "unwanted", steps=50, cfg=4.0),
    }


def qwen_edit() -> Graph:
    """A picture changed, or made after up to three others; the one to change comes first."""
    inputs = {
        "clip": ["words", 0],
        "vae": ["vae", 0],
        "image1": _either("edit", ["edited", 0], _either("references[0]", ["seen0", 0])),
        "image2": _either("edit", _either("references[0]", ["seen0", 0]), _either("references[1]", ["seen1", 0])),
        "image3": _either("edit", _either("references[1]", ["seen1", 0]), _either("references[2]", ["seen2", 0])),
    }
    method = {"reference_latents_method": "index_timestep_zero"}
    return {
        **_qwen("qwen-image-edit-2511"),
        "edited": _load("edit"),
        **{f"seen{number}": _load(f"references[{number}]") for number in range(3)},
        "even": _node("CFGNorm", model=["shifted", 0], strength=1.0),
        "said": _node("TextEncodeQwenImageEditPlus", prompt="{prompt}", **inputs),
        "unsaid": _node("TextEncodeQwenImageEditPlus", prompt="", **inputs),
        "wanted": _node("FluxKontextMultiReferenceLatentMethod", conditioning=["said", 0], **method),
        "unwanted": _node("FluxKontextMultiReferenceLatentMethod", conditioning=["unsaid", 0], **method),
        "made": _sampled("even", "wanted", "unwanted", steps=40, cfg=4.0),
    }


def ace_step() -> Graph:
    """A score without words, of any length up to four minutes."""
    return {
        "model": _node("CheckpointLoaderSimple", ckpt_name=_file("ace-step", 0)),
        "shifted": _node("ModelSamplingSD3", model=["model", 0], shift=5.0),
        "wanted": _node(
            "TextEncodeAceStepAudio",
            clip=["model", 1],
            tags="instrumental, film score, {prompt}",
            lyrics="[instrumental]",
            lyrics_strength=1.0,
        ),
        "unwanted": _node("ConditioningZeroOut", conditioning=["wanted", 0]),
        "empty": _node("EmptyAceStepLatentAudio", seconds="{duration_s}", batch_size=1),
        "made": _sampled("shifted", "wanted", "unwanted", steps=50, cfg=5.0),
        "sound": _node("VAEDecodeAudio", samples=["made", 0], vae=["model", 2]),
        "saved": _node("SaveAudio", audio=["sound", 0], filename_prefix=PREFIX),
    }


def real_esrgan() -> Graph:
    """A picture or a clip four times as large, then brought to the size that is wanted."""
    return {
        "model": _node("UpscaleModelLoader", model_name=_file("real-esrgan", 0)),
        "small": _load("picture"),
        "film": _if("clip", _node("LoadVideo", file="{clip.uploaded.name}")),
        "pieces": _if("clip", _node("GetVideoComponents", video=["film", 0])),
        "large": _node(
            "ImageUpscaleWithModel",
            upscale_model=["model", 0],
            image=_either("picture", ["small", 0], ["pieces", 0]),
        ),
        "fitting": _node(
            "ImageScale",
            image=["large", 0],
            upscale_method="lanczos",
            width="{width}",
            height="{height}",
            crop="center",
        ),
        "saved": _if("picture", _node("SaveImage", images=["fitting", 0], filename_prefix=PREFIX)),
        "clip": _if("clip", _node("CreateVideo", images=["fitting", 0], audio=["pieces", 1], fps=["pieces", 2])),
        "saved_clip": _if(
            "clip", _node("SaveVideo", video=["clip", 0], filename_prefix=PREFIX, format="mp4", codec="h264")
        ),
    }
