"""Nodes of ComfyUI that the twin knows: what each needs, and what comes out of it.

From the node definitions in ComfyUI's `nodes.py` and `comfy_extras` as of 2026: for each node the inputs that it must
have, those that it may have, and the types of its outputs. An upper-case type comes from another node; FILE:folder is a
name out of a folder of models, INPUT one of the uploaded files.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Node:
    """A kind of node."""

    needs: Mapping[str, str]
    gives: tuple[str, ...] = ()
    takes: Mapping[str, str] = field(default_factory=dict)
    saves: str = ""
    """Under which word the history shows what it saved."""


_SAVE = {"filename_prefix": "text"}
_QWEN = {"vae": "VAE", "image1": "IMAGE", "image2": "IMAGE", "image3": "IMAGE"}

NODES: Mapping[str, Node] = {
    "CheckpointLoaderSimple": Node({"ckpt_name": "FILE:checkpoints"}, ("MODEL", "CLIP", "VAE")),
    "UNETLoader": Node({"unet_name": "FILE:diffusion_models", "weight_dtype": "text"}, ("MODEL",)),
    "CLIPLoader": Node({"clip_name": "FILE:text_encoders", "type": "text"}, ("CLIP",), {"device": "text"}),
    "VAELoader": Node({"vae_name": "FILE:vae"}, ("VAE",)),
    "UpscaleModelLoader": Node({"model_name": "FILE:upscale_models"}, ("UPSCALE_MODEL",)),
    "LTXAVTextEncoderLoader": Node(
        {"text_encoder": "FILE:text_encoders", "ckpt_name": "FILE:checkpoints", "device": "text"}, ("CLIP",)
    ),
    "LTXVAudioVAELoader": Node({"ckpt_name": "FILE:checkpoints"}, ("VAE",)),
    "CLIPTextEncode": Node({"clip": "CLIP", "text": "text"}, ("CONDITIONING",)),
    "LTXVConditioning": Node(
        {"positive": "CONDITIONING", "negative": "CONDITIONING", "frame_rate": "float"}, ("CONDITIONING",) * 2
    ),
    "EmptyLTXVLatentVideo": Node(
        {"width": "int:32", "height": "int:32", "length": "int", "batch_size": "int"}, ("LATENT",)
    ),
    "LTXVPreprocess": Node({"image": "IMAGE", "img_compression": "int"}, ("IMAGE",)),
    "LTXVImgToVideoInplace": Node(
        {"vae": "VAE", "image": "IMAGE", "latent": "LATENT", "strength": "float", "bypass": "bool"}, ("LATENT",)
    ),
    "LTXVEmptyLatentAudio": Node(
        {"frames_number": "int", "frame_rate": "int", "batch_size": "int", "audio_vae": "VAE"}, ("LATENT",)
    ),
    "LTXVConcatAVLatent": Node({"video_latent": "LATENT", "audio_latent": "LATENT"}, ("LATENT",)),
    "LTXVSeparateAVLatent": Node({"av_latent": "LATENT"}, ("LATENT", "LATENT")),
    "LTXVScheduler": Node(
        {"steps": "int", "max_shift": "float", "base_shift": "float", "stretch": "bool", "terminal": "float"},
        ("SIGMAS",),
        {"latent": "LATENT"},
    ),
    "KSamplerSelect": Node({"sampler_name": "text"}, ("SAMPLER",)),
    "RandomNoise": Node({"noise_seed": "int"}, ("NOISE",)),
    "CFGGuider": Node(
        {"model": "MODEL", "positive": "CONDITIONING", "negative": "CONDITIONING", "cfg": "float"}, ("GUIDER",)
    ),
    "SamplerCustomAdvanced": Node(
        {"noise": "NOISE", "guider": "GUIDER", "sampler": "SAMPLER", "sigmas": "SIGMAS", "latent_image": "LATENT"},
        ("LATENT", "LATENT"),
    ),
    "VAEDecode": Node({"samples": "LATENT", "vae": "VAE"}, ("IMAGE",)),
    "VAEDecodeTiled": Node(
        {
            "samples": "LATENT",
            "vae": "VAE",
            "tile_size": "int",
            "overlap": "int",
            "temporal_size": "int",
            "temporal_overlap": "int",
        },
        ("IMAGE",),
    ),
    "VAEDecodeAudio": Node({"samples": "LATENT", "vae": "VAE"}, ("AUDIO",)),
    "LoadImage": Node({"image": "INPUT"}, ("IMAGE", "MASK")),
    "LoadVideo": Node({"file": "INPUT"}, ("VIDEO",)),
    "GetVideoComponents": Node({"video": "VIDEO"}, ("IMAGE", "AUDIO", "FLOAT")),
    "CreateVideo": Node({"images": "IMAGE", "fps": "float"}, ("VIDEO",), {"audio": "AUDIO"}),
    "ModelSamplingAuraFlow": Node({"model": "MODEL", "shift": "float"}, ("MODEL",)),
    "ModelSamplingSD3": Node({"model": "MODEL", "shift": "float"}, ("MODEL",)),
    "CFGNorm": Node({"model": "MODEL", "strength": "float"}, ("MODEL",)),
    "EmptySD3LatentImage": Node({"width": "int:16", "height": "int:16", "batch_size": "int"}, ("LATENT",)),
    "KSampler": Node(
        {
            "model": "MODEL",
            "seed": "int",
            "steps": "int",
            "cfg": "float",
            "sampler_name": "text",
            "scheduler": "text",
            "positive": "CONDITIONING",
            "negative": "CONDITIONING",
            "latent_image": "LATENT",
            "denoise": "float",
        },
        ("LATENT",),
    ),
    "TextEncodeQwenImageEditPlus": Node({"clip": "CLIP", "prompt": "text"}, ("CONDITIONING",), _QWEN),
    "FluxKontextMultiReferenceLatentMethod": Node(
        {"conditioning": "CONDITIONING", "reference_latents_method": "text"}, ("CONDITIONING",)
    ),
    "ConditioningZeroOut": Node({"conditioning": "CONDITIONING"}, ("CONDITIONING",)),
    "TextEncodeAceStepAudio": Node(
        {"clip": "CLIP", "tags": "text", "lyrics": "text", "lyrics_strength": "float"}, ("CONDITIONING",)
    ),
    "EmptyAceStepLatentAudio": Node({"seconds": "float", "batch_size": "int"}, ("LATENT",)),
    "ImageUpscaleWithModel": Node({"upscale_model": "UPSCALE_MODEL", "image": "IMAGE"}, ("IMAGE",)),
    "ImageScale": Node(
        {"image": "IMAGE", "upscale_method": "text", "width": "int", "height": "int", "crop": "text"}, ("IMAGE",)
    ),
    "SaveImage": Node({"images": "IMAGE", **_SAVE}, saves="images"),
    "SaveVideo": Node({"video": "VIDEO", "format": "text", "codec": "text", **_SAVE}, saves="images"),
    "SaveAudio": Node({"audio": "AUDIO", **_SAVE}, saves="audio"),
}
