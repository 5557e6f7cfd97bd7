"""Tiny models that make pictures and voices, with random weights, in the files and shapes of the real ones."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from generation.providers.openweights.packages import need

from .openweights_models import letters, saved, words


def _qwen_vae() -> Any:
    return need("diffusers").AutoencoderKLQwenImage(
        base_dim=24,
        z_dim=4,
        dim_mult=[1, 2, 4],
        num_res_blocks=1,
        temperal_downsample=[False, True],
        latents_mean=[0.0] * 4,
        latents_std=[1.0] * 4,
    )


def _qwen_encoder(size: int) -> Any:
    transformers = need("transformers")
    config = transformers.Qwen2_5_VLConfig(
        text_config={
            "hidden_size": 16,
            "intermediate_size": 16,
            "num_hidden_layers": 2,
            "num_attention_heads": 2,
            "num_key_value_heads": 2,
            "rope_parameters": {
                "mrope_section": [1, 1, 2],
                "rope_type": "default",
                "type": "default",
                "rope_theta": 1000000.0,
            },
            "vocab_size": size,
        },
        vision_config={
            "depth": 2,
            "hidden_size": 16,
            "intermediate_size": 16,
            "num_heads": 2,
            "out_hidden_size": 16,
            "fullatt_block_indexes": [1],
        },
        vocab_size=size,
        vision_end_token_id=5,
        vision_start_token_id=4,
        vision_token_id=3,
    )
    return transformers.Qwen2_5_VLForConditionalGeneration(config).eval()


def qwen_image(folder: Path) -> Path:
    """Qwen-Image."""
    diffusers = need("diffusers")
    need("torch").manual_seed(0)
    tokenizer = letters(folder.parent / "letters")
    transformer = diffusers.QwenImageTransformer2DModel(
        patch_size=2,
        in_channels=16,
        out_channels=4,
        num_layers=2,
        attention_head_dim=16,
        num_attention_heads=3,
        joint_attention_dim=16,
        guidance_embeds=False,
        axes_dims_rope=(8, 4, 4),
    )
    return saved(
        folder,
        diffusers.QwenImagePipeline(
            scheduler=diffusers.FlowMatchEulerDiscreteScheduler(),
            vae=_qwen_vae(),
            text_encoder=_qwen_encoder(len(tokenizer)),
            tokenizer=tokenizer,
            transformer=transformer,
        ),
    )


def flux_klein(folder: Path) -> Path:
    """FLUX.2 Klein: pictures from words and from several pictures."""
    diffusers, transformers = need("diffusers"), need("transformers")
    need("torch").manual_seed(0)
    tokenizer = letters(folder.parent / "letters")
    encoder = transformers.Qwen3ForCausalLM(
        transformers.Qwen3Config(
            vocab_size=len(tokenizer),
            hidden_size=16,
            intermediate_size=16,
            num_hidden_layers=28,
            num_attention_heads=2,
            num_key_value_heads=2,
            head_dim=8,
        )
    )
    transformer = diffusers.Flux2Transformer2DModel(
        patch_size=1,
        in_channels=4,
        num_layers=1,
        num_single_layers=1,
        attention_head_dim=16,
        num_attention_heads=2,
        joint_attention_dim=48,
        timestep_guidance_channels=256,
        axes_dims_rope=[4, 4, 4, 4],
        guidance_embeds=False,
    )
    vae = diffusers.AutoencoderKLFlux2(
        sample_size=32,
        in_channels=3,
        out_channels=3,
        down_block_types=("DownEncoderBlock2D",),
        up_block_types=("UpDecoderBlock2D",),
        block_out_channels=(4,),
        layers_per_block=1,
        latent_channels=1,
        norm_num_groups=1,
        use_quant_conv=False,
        use_post_quant_conv=False,
    )
    return saved(
        folder,
        diffusers.Flux2KleinPipeline(
            scheduler=diffusers.FlowMatchEulerDiscreteScheduler(),
            vae=vae,
            text_encoder=encoder.eval(),
            tokenizer=tokenizer,
            transformer=transformer,
            is_distilled=True,
        ),
    )


def bark(folder: Path) -> Path:
    """Bark, with one voice called "v2/en_speaker_6"."""
    np, torch, transformers = need("numpy"), need("torch"), need("transformers")
    torch.manual_seed(0)
    part = {"num_layers": 1, "num_heads": 2, "hidden_size": 16, "block_size": 1024, "bias": False}
    config = transformers.BarkConfig(
        semantic_config={**part, "input_vocab_size": 129_600, "output_vocab_size": 10_048},
        coarse_acoustics_config={**part, "input_vocab_size": 12_096, "output_vocab_size": 12_096},
        fine_acoustics_config={
            **part,
            "input_vocab_size": 1056,
            "output_vocab_size": 1056,
            "n_codes_total": 8,
            "n_codes_given": 1,
        },
        codec_config={
            "num_filters": 2,
            "hidden_size": 8,
            "codebook_dim": 8,
            "codebook_size": 1024,
            "num_lstm_layers": 1,
            "target_bandwidths": [6.0],
            "sampling_rate": 24_000,
            "model_type": "encodec",
        },
    )
    model = transformers.BarkModel(config)
    for layer in model.codec_model.quantizer.layers:
        # Untrained, every code would sound the same.
        layer.codebook.embed.normal_()
    model.save_pretrained(folder)
    manner = {
        "semantic_config": {"max_new_tokens": 20, "do_sample": True},
        "coarse_acoustics_config": {"do_sample": True},
        "fine_acoustics_config": {},
        "codebook_size": 1024,
    }
    (folder / "generation_config.json").write_text(json.dumps(manner), "utf-8")
    voices = folder / "speaker_embeddings" / "v2"
    voices.mkdir(parents=True)
    drawn = np.random.default_rng(1)
    shapes = {"semantic_prompt": (60,), "coarse_prompt": (2, 90), "fine_prompt": (8, 90)}
    listed: dict[str, Any] = {"repo_or_path": str(folder), "v2/en_speaker_6": {}}
    for name, shape in shapes.items():
        np.save(voices / f"en_speaker_6_{name}.npy", drawn.integers(0, 1000, shape))
        listed["v2/en_speaker_6"][name] = f"speaker_embeddings/v2/en_speaker_6_{name}.npy"
    (folder / "speaker_embeddings_path.json").write_text(json.dumps(listed), "utf-8")
    words().save_pretrained(folder)
    return folder
