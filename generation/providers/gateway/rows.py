"""Everything that is asked through the gateway, as shipped: n8n, RunPod and ComfyUI, and models through them."""

from __future__ import annotations

from generation.providers.specs import ModelSpec, VendorSpec

from . import rows_comfyui, rows_n8n, rows_runpod

VENDORS: tuple[VendorSpec, ...] = (rows_runpod.RUNPOD, rows_comfyui.COMFYUI, rows_n8n.N8N)
MODELS: tuple[ModelSpec, ...] = (*rows_runpod.MODELS, *rows_comfyui.MODELS, *rows_n8n.MODELS)
