"""RunPod serverless: models that nobody hosts, on endpoints of one's own, and InfiniteTalk on RunPod's public one."""

from __future__ import annotations

from datetime import date
from typing import Any

from generation.providers.base import Capability
from generation.providers.offering import clip_sizes
from generation.providers.specs import ModelSpec, VendorSpec

from .contract import NEEDS, SENT, TAKES, spoken
from .row import UNSET

CHECKED = date(2026, 11, 20)
LARGEST_BODY = 10_000_000
LONGEST_RUN_MS = 1_800_000
ESTIMATE_MICROS = 100_000
_SOURCE = "docs.runpod.io: serverless operations and states"

RUNPOD = VendorSpec(
    "runpod",
    "RunPod",
    "InfiniteTalk, and any open model on an endpoint of your own",
    variable="RUNPOD_API_KEY",
    site="https://console.runpod.io/user/settings",
    base_url="https://api.runpod.ai/v2",
    webhook="generation.providers.gateway.webhook.verify",
    settings={"label": "RunPod"},
    download_hosts=(".runpod.ai", ".runpod.net"),
    max_in_flight=20,
    requests_per_minute=600,
    poll_seconds=5.0,
    facts_date=CHECKED,
    facts_source=f"{_SOURCE}; results are kept for 30 minutes",
)


def settings_for(sent: dict[str, Any], **more: Any) -> dict[str, Any]:
    """Return what an endpoint is sent under "input", and how its answers are read."""
    return {
        "headers": {"Authorization": "Bearer {secret:key}"},
        "limits": {"body_bytes": LARGEST_BODY},
        "submit": {
            "url": "{base_url}/{endpoint}/run",
            "body": {
                "input": sent,
                "webhook": "{callback_url}",
                "policy": {"executionTimeout": LONGEST_RUN_MS},
            },
            "answer": "json",
        },
        "id": "id",
        "poll": {"url": "{base_url}/{endpoint}/status/{id}"},
        "cancel": [{"method": "POST", "url": "{base_url}/{endpoint}/cancel/{id}"}],
        "state": {
            "path": "status",
            "working": ["IN_QUEUE", "IN_PROGRESS", "RUNNING"],
            "done": ["COMPLETED"],
            "failed": ["FAILED", "TIMED_OUT"],
            "stopped": ["CANCELLED"],
        },
        "progress": {"path": "output.progress"},
        "error": ["error", "output.error"],
        "output": {
            "path": ["output.video_url", "output.image_url", "output.audio_url", "output.result", "output.output"]
        },
        "cost": {"path": ["output.cost", "output.cost_usd"], "micros": "1000000"},
        **more,
    }


INFINITETALK = ModelSpec(
    key="runpod/infinitetalk",
    label="InfiniteTalk",
    vendor="runpod",
    capability=Capability.LIPSYNC,
    adapter="generation.providers.gateway.model.GatewayModel",
    endpoint="infinitetalk",
    preference=60,
    takes=("picture", "sound"),
    needs=("picture", "sound"),
    price_micros=500_000,
    price_unit="call",
    prices=({"when": {"resolution": "480p"}, "micros": 250_000, "unit": "call"},),
    sizes=((832, 480), (480, 832), (1280, 720), (720, 1280)),
    quality=4,
    speed=2,
    typical_s=180,
    facts_date=CHECKED,
    facts_source="docs.runpod.io/public-endpoints/models/infinitetalk: $0.25 to $0.50 a video",
    settings=settings_for(
        {
            "prompt": "{prompt|A person speaks to the camera.}",
            "image": "{picture.url}",
            "audio": "{sound.url}",
            "size": "{size}",
            "enable_safety_checker": True,
        },
        size={**clip_sizes("480p", "720p"), "field": "size"},
        needs=["picture", "sound"],
    ),
)


def _own(
    name: str, label: str, capability: Capability, image: str, *, quality: int = 4, preference: int = 100, **more: Any
) -> ModelSpec:
    """Return the row of a model on an endpoint of one's own. `image` says what has to run there."""
    found = settings_for(dict(SENT[capability]))
    if capability is Capability.SPEECH:
        found["spoken"] = spoken("output.words")
    found |= more.pop("settings", {})
    return ModelSpec(
        **{
            "key": f"runpod/{name}",
            "label": label,
            "vendor": "runpod",
            "capability": capability,
            "adapter": "generation.providers.gateway.model.GatewayModel",
            "endpoint": UNSET,
            "preference": preference,
            "is_on": False,
            "takes": TAKES.get(capability, ()),
            "needs": NEEDS.get(capability, ()),
            "price_micros": ESTIMATE_MICROS,
            "price_unit": "call",
            "quality": quality,
            "speed": 2,
            "typical_s": 120,
            "facts_date": CHECKED,
            "facts_source": f"{_SOURCE}; the price is a guess until you enter that of your graphics card",
            "setup": (
                f"Nobody hosts {label}. Make a serverless endpoint at RunPod from an image that runs {image} and keeps "
                "the contract of docs/gateways.md, enter its id here as the endpoint and RunPod's key under Keys. "
                "Enter what one call costs you; the price that stands here is only a guess."
            ),
            "settings": found,
            **more,
        }
    )


_WORLDGEN = {key: SENT[Capability.IMAGE][key] for key in ("prompt", "width", "height", "references", "seed")}

MODELS: tuple[ModelSpec, ...] = (
    INFINITETALK,
    _own(
        "worldgen",
        "WorldGen",
        Capability.IMAGE,
        "WorldGen, which builds a place in 3D from words or one picture, and renders a view of it",
        preference=150,
        takes=("references",),
        max_references=1,
        settings=settings_for(_WORLDGEN, limits={"body_bytes": LARGEST_BODY, "references": 1}),
    ),
    _own("infcam", "InfCam", Capability.CAMERA, "InfCam, which sees a clip again from a moving camera"),
    _own(
        "seed-vc",
        "Seed-VC",
        Capability.VOICE,
        "Seed-VC (zero-shot voice conversion)",
        needs=("sound", "sample"),
        settings={"needs": ["sample"]},
    ),
    _own("hunyuan-foley", "Hunyuan Foley", Capability.FOLEY, "HunyuanVideo-Foley"),
    _own("higgs-audio-v2", "Higgs Audio V2", Capability.SPEECH, "Higgs Audio V2", max_prompt_chars=2000),
)
