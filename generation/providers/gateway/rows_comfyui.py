"""ComfyUI on one's own machine. Asking it costs nothing; it forgets what it made when it is started anew."""

from __future__ import annotations

from datetime import date
from typing import Any

from generation.providers.base import Capability
from generation.providers.specs import ModelSpec, VendorSpec

from . import comfyui_graphs as graphs
from .account import COMFYUI_URL

CHECKED = date(2026, 11, 20)

COMFYUI = VendorSpec(
    "comfyui",
    "ComfyUI",
    "Pictures, clips and music on your own graphics card",
    site="https://docs.comfy.org/installation",
    base_url=COMFYUI_URL,
    account="generation.providers.gateway.account.look_at_comfyui",
    settings={"label": "ComfyUI"},
    is_local=True,
    max_in_flight=4,
    poll_seconds=2.0,
    facts_date=CHECKED,
    facts_source="ComfyUI's server.py; its nodes and templates as of 2026",
)


def settings_for(graph: graphs.Graph, uploads: tuple[str, ...] = (), **more: Any) -> dict[str, Any]:
    """Return how a graph is asked for. Our reference is the number that ComfyUI knows the job by."""
    upload = {
        "url": "{base_url}/upload/image",
        "multipart": {"image": "{file}", "type": "input", "overwrite": "true"},
        "keep": {"name": "name"},
    }
    return {
        "headers": {"Authorization": "Bearer {secret:key|}"},
        **({"uploads": [{"for": list(uploads), "steps": [upload]}]} if uploads else {}),
        "submit": {
            "url": "{base_url}/prompt",
            "body": {"prompt": graph, "prompt_id": "{reference}", "client_id": "sceneme"},
            "answer": "json",
        },
        "id": "prompt_id",
        "poll": {"url": "{base_url}/history/{id}"},
        "known": {"url": "{base_url}/queue", "in": ["queue_running.*[1]", "queue_pending.*[1]"]},
        "find": {"by": "id"},
        "cancel": [
            {"method": "POST", "url": "{base_url}/queue", "body": {"delete": ["{id}"]}},
            {"method": "POST", "url": "{base_url}/interrupt", "body": {"prompt_id": "{id}"}},
        ],
        "state": {"path": "*.status.status_str", "done": ["success"], "failed": ["error"]},
        "error": [
            "node_errors.*.errors.*.details",
            "error.message",
            "*.status.messages.*[1].exception_message",
            "*.status.messages.*[0]",
        ],
        # A missing model file or node is a matter of this row, not of the whole server.
        "meanings": {
            "out_of_memory": ["out of memory", "allocation on device"],
            "gone_model": ["not in list", "not in [", "does not exist", "missing_node_type"],
            "stopped": ["execution_interrupted"],
        },
        "output": {
            "path": [f"*.outputs.*.{kind}[0]" for kind in ("images", "video", "gifs", "audio")],
            "as": "fetch",
            "url": "{base_url}/view?filename={output.filename}&subfolder={output.subfolder|}&type={output.type|output}",
        },
        **more,
    }


def _row(
    name: str, label: str, capability: Capability, settings: dict[str, Any], *, preference: int, **more: Any
) -> ModelSpec:
    files = ", ".join(graphs.FILES[name])
    return ModelSpec(
        **{
            "key": f"comfyui/{name}",
            "label": f"{label} in ComfyUI",
            "vendor": "comfyui",
            "capability": capability,
            "adapter": "generation.providers.gateway.model.GatewayModel",
            "endpoint": name,
            "preference": preference,
            "is_on": False,
            "speed": 2,
            "typical_s": 120,
            "facts_date": CHECKED,
            "facts_source": "nodes of ComfyUI's core and its own templates, 2026",
            "setup": (
                f"Start ComfyUI (of 2026; no further nodes are needed) and put these files below its folder models: "
                f"{files}. If it does not listen at {COMFYUI_URL}, enter its address under Vendors."
            ),
            "settings": settings,
            **more,
        }
    )


_SIDES = {"as": "sides", "width": "width", "height": "height"}
_LTX_FRAMES = {"least": 9, "most": 241, "step": 8, "rate": 24}
_QWEN_SIZE = {**_SIDES, "multiple": 16, "least_pixels": 590_000, "most_pixels": 2_800_000}

MODELS: tuple[ModelSpec, ...] = (
    _row(
        "ltx-2",
        "LTX-2",
        Capability.VIDEO,
        settings_for(
            graphs.ltx_2(),
            ("first_frame",),
            frames=_LTX_FRAMES,
            size={**_SIDES, "multiple": 32, "most_pixels": 2_300_000},
        ),
        preference=100,
        family="ltx",
        takes=("first_frame",),
        min_duration_ms=375,
        max_duration_ms=10_041,
        quality=4,
        typical_s=240,
    ),
    _row(
        "qwen-image-2512",
        "Qwen-Image-2512",
        Capability.IMAGE,
        settings_for(graphs.qwen_image(), size=_QWEN_SIZE),
        preference=110,
        family="qwen",
        quality=4,
    ),
    _row(
        "qwen-image-edit-2511",
        "Qwen-Edit-2511",
        Capability.IMAGE,
        settings_for(
            graphs.qwen_edit(),
            ("edit", "references"),
            size=_QWEN_SIZE,
            limits={"references": 3, "references_beside_edit": 2},
        ),
        preference=100,
        family="qwen",
        takes=("references", "edit"),
        max_references=3,
        beyond="its node has room for three pictures; others are not sent",
        quality=4,
    ),
    _row(
        "ace-step",
        "ACE-Step",
        Capability.MUSIC,
        settings_for(graphs.ace_step(), limits={"duration_ms": [1000, 240_000]}),
        preference=100,
        min_duration_ms=1000,
        max_duration_ms=240_000,
        quality=4,
        typical_s=60,
    ),
    _row(
        "real-esrgan",
        "Real-ESRGAN",
        Capability.UPSCALE,
        settings_for(graphs.real_esrgan(), ("picture", "clip"), factor={"as": "factor", "least": 1, "most": 4}),
        preference=100,
        takes=("picture", "clip"),
        quality=3,
        typical_s=60,
    ),
)
