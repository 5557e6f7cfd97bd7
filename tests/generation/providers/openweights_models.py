"""Tiny models with random weights, in the files and shapes of the real ones: built here, saved, loaded by real code."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from generation.providers.openweights.packages import need

LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,:;!?<>|_-/'\"\\nĠĊ"
CHAT = "{% for message in messages %}{{ message['content'] }} {% endfor %}"


def words() -> Any:
    """A tokenizer that knows a few words."""
    tokenizers, transformers = need("tokenizers"), need("transformers")
    known = {
        word: number for number, word in enumerate(["<pad>", "</s>", "<unk>", "a", "red", "lamp", "swings", "the"])
    }
    plain = tokenizers.Tokenizer(tokenizers.models.WordLevel(known, unk_token="<unk>"))
    plain.pre_tokenizer = tokenizers.pre_tokenizers.Whitespace()
    return transformers.PreTrainedTokenizerFast(
        tokenizer_object=plain, pad_token="<pad>", eos_token="</s>", unk_token="<unk>", model_max_length=64
    )


def _t5() -> Any:
    transformers = need("transformers")
    config = transformers.T5Config(vocab_size=16, d_model=32, d_kv=8, d_ff=32, num_layers=2, num_heads=2)
    return transformers.T5EncoderModel(config)


def ltx(folder: Path) -> Path:
    """LTX: 8k+1 pictures, sides of multiples of 32."""
    diffusers = need("diffusers")
    need("torch").manual_seed(0)
    vae = diffusers.AutoencoderKLLTXVideo(
        latent_channels=8,
        block_out_channels=(8, 8, 8, 8),
        decoder_block_out_channels=(8, 8, 8, 8),
        layers_per_block=(1, 1, 1, 1, 1),
        decoder_layers_per_block=(1, 1, 1, 1, 1),
    )
    transformer = diffusers.LTXVideoTransformer3DModel(
        in_channels=8,
        out_channels=8,
        num_attention_heads=4,
        attention_head_dim=8,
        cross_attention_dim=32,
        num_layers=1,
        caption_channels=32,
    )
    return saved(
        folder,
        diffusers.LTXPipeline(
            scheduler=diffusers.FlowMatchEulerDiscreteScheduler(),
            vae=vae,
            text_encoder=_t5(),
            tokenizer=words(),
            transformer=transformer,
        ),
    )


def wan(folder: Path, *, from_picture: bool = False) -> Path:
    """Wan 2.2: 4k+1 pictures, two transformers, one for the first steps and one for the last."""
    diffusers = need("diffusers")
    need("torch").manual_seed(0)

    def transformer() -> Any:
        return diffusers.WanTransformer3DModel(
            patch_size=(1, 2, 2),
            num_attention_heads=2,
            attention_head_dim=12,
            in_channels=36 if from_picture else 16,
            out_channels=16,
            text_dim=32,
            freq_dim=256,
            ffn_dim=32,
            num_layers=2,
            cross_attn_norm=True,
            qk_norm="rms_norm_across_heads",
            rope_max_seq_len=32,
        )

    vae = diffusers.AutoencoderKLWan(
        base_dim=3, z_dim=16, dim_mult=[1, 1, 1, 1], num_res_blocks=1, temperal_downsample=[False, True, True]
    )
    parts: dict[str, Any] = {
        "tokenizer": words(),
        "text_encoder": _t5(),
        "vae": vae,
        "scheduler": diffusers.UniPCMultistepScheduler(
            prediction_type="flow_prediction", use_flow_sigmas=True, num_train_timesteps=1000, flow_shift=3.0
        ),
        "transformer": transformer(),
        "transformer_2": transformer(),
        "boundary_ratio": 0.9 if from_picture else 0.875,
    }
    if from_picture:
        parts |= {"image_encoder": None, "image_processor": None}
        return saved(folder, diffusers.WanImageToVideoPipeline(**parts))
    return saved(folder, diffusers.WanPipeline(**parts))


def cogvideox(folder: Path) -> Path:
    """CogVideoX: 8 pictures a second."""
    diffusers = need("diffusers")
    need("torch").manual_seed(0)
    transformer = diffusers.CogVideoXTransformer3DModel(
        num_attention_heads=4,
        attention_head_dim=8,
        in_channels=4,
        out_channels=4,
        time_embed_dim=2,
        text_embed_dim=32,
        num_layers=1,
        sample_width=2,
        sample_height=2,
        sample_frames=9,
        patch_size=2,
        temporal_compression_ratio=4,
        max_text_seq_length=16,
    )
    vae = diffusers.AutoencoderKLCogVideoX(
        in_channels=3,
        out_channels=3,
        down_block_types=("CogVideoXDownBlock3D",) * 4,
        up_block_types=("CogVideoXUpBlock3D",) * 4,
        block_out_channels=(8, 8, 8, 8),
        latent_channels=4,
        layers_per_block=1,
        norm_num_groups=2,
        temporal_compression_ratio=4,
    )
    return saved(
        folder,
        diffusers.CogVideoXPipeline(
            tokenizer=words(),
            text_encoder=_t5(),
            vae=vae,
            transformer=transformer,
            scheduler=diffusers.CogVideoXDDIMScheduler(),
        ),
    )


def letters(folder: Path) -> Any:
    """A tokenizer of the kind that Qwen has, which knows letters."""
    folder.mkdir(parents=True, exist_ok=True)
    special = ["<|endoftext|>", "<|im_start|>", "<|im_end|>", "<|image_pad|>", "<|vision_start|>", "<|vision_end|>"]
    signs = dict.fromkeys([*LETTERS, *special])
    (folder / "vocab.json").write_text(json.dumps({sign: number for number, sign in enumerate(signs)}), "utf-8")
    (folder / "merges.txt").write_text("#version: 0.2\n", "utf-8")
    made = need("transformers").Qwen2Tokenizer(
        str(folder / "vocab.json"), str(folder / "merges.txt"), model_max_length=4096, extra_special_tokens=special
    )
    made.chat_template = CHAT
    return made


def hunyuan15(folder: Path) -> Path:
    """HunyuanVideo 1.5, whose pipeline tells nobody of its steps but its progress bar."""
    diffusers, transformers = need("diffusers"), need("transformers")
    need("torch").manual_seed(0)
    tokenizer = letters(folder.parent / "letters")
    encoder = transformers.Qwen2_5_VLTextModel(
        transformers.Qwen2_5_VLTextConfig(
            vocab_size=len(tokenizer),
            hidden_size=24,
            intermediate_size=16,
            num_hidden_layers=3,
            num_attention_heads=3,
            num_key_value_heads=3,
            rope_parameters={"mrope_section": [1, 1, 2], "rope_type": "default", "rope_theta": 10000.0},
        )
    )
    transformer = diffusers.HunyuanVideo15Transformer3DModel(
        in_channels=9,
        out_channels=4,
        num_attention_heads=2,
        attention_head_dim=8,
        num_layers=1,
        num_refiner_layers=1,
        mlp_ratio=2.0,
        patch_size=1,
        patch_size_t=1,
        text_embed_dim=24,
        text_embed_2_dim=32,
        image_embed_dim=12,
        rope_axes_dim=(2, 2, 4),
        target_size=32,
        task_type="t2v",
    )
    vae = diffusers.AutoencoderKLHunyuanVideo15(
        in_channels=3,
        out_channels=3,
        latent_channels=4,
        block_out_channels=(8, 8),
        layers_per_block=1,
        spatial_compression_ratio=4,
        temporal_compression_ratio=2,
        downsample_match_channel=False,
        upsample_match_channel=False,
    )
    byte_encoder = transformers.T5EncoderModel(
        transformers.T5Config(vocab_size=384, d_model=32, d_kv=8, d_ff=32, num_layers=1, num_heads=2)
    )
    return saved(
        folder,
        diffusers.HunyuanVideo15Pipeline(
            text_encoder=encoder.eval(),
            tokenizer=tokenizer,
            transformer=transformer.eval(),
            vae=vae.eval(),
            scheduler=diffusers.FlowMatchEulerDiscreteScheduler(shift=7.0),
            text_encoder_2=byte_encoder.eval(),
            tokenizer_2=transformers.ByT5Tokenizer(),
            guider=diffusers.ClassifierFreeGuidance(guidance_scale=1.0),
        ),
    )


def animatediff(folder: Path) -> tuple[Path, Path]:
    """AnimateDiff: a model of pictures, and beside it what makes them move."""
    diffusers, transformers = need("diffusers"), need("transformers")
    need("torch").manual_seed(0)
    unet = diffusers.UNet2DConditionModel(
        block_out_channels=(8, 16),
        layers_per_block=1,
        sample_size=8,
        down_block_types=("CrossAttnDownBlock2D", "DownBlock2D"),
        up_block_types=("CrossAttnUpBlock2D", "UpBlock2D"),
        cross_attention_dim=16,
        attention_head_dim=2,
        norm_num_groups=2,
    )
    vae = diffusers.AutoencoderKL(
        block_out_channels=[8, 16],
        down_block_types=("DownEncoderBlock2D",) * 2,
        up_block_types=("UpDecoderBlock2D",) * 2,
        latent_channels=4,
        norm_num_groups=2,
    )
    encoder = transformers.CLIPTextModel(
        transformers.CLIPTextConfig(
            vocab_size=16,
            hidden_size=16,
            intermediate_size=16,
            num_hidden_layers=1,
            num_attention_heads=2,
            bos_token_id=0,
            eos_token_id=1,
            pad_token_id=0,
            projection_dim=16,
        )
    )
    motion = diffusers.MotionAdapter(
        block_out_channels=(8, 16), motion_layers_per_block=1, motion_norm_num_groups=2, motion_num_attention_heads=2
    )
    pictures = diffusers.StableDiffusionPipeline(
        vae=vae,
        text_encoder=encoder,
        tokenizer=words(),
        unet=unet,
        scheduler=diffusers.DDIMScheduler(beta_schedule="linear", clip_sample=False),
        safety_checker=None,
        feature_extractor=None,
        requires_safety_checker=False,
    )
    motion.save_pretrained(folder.parent / "motion")
    return saved(folder, pictures), folder.parent / "motion"


def saved(folder: Path, pipe: Any) -> Path:
    pipe.set_progress_bar_config(disable=True)
    pipe.save_pretrained(folder)
    return folder
