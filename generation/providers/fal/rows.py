"""fal and its models, as they were known on the date of each row."""

from __future__ import annotations

from datetime import date

from generation.providers.specs import ModelSpec, VendorSpec

from .client import CDN_URL, PLATFORM_URL, QUEUE_URL, REST_URL
from .rows_clips import CLIPS
from .rows_kling_hailuo import KLING_HAILUO
from .rows_pictures import PICTURES
from .rows_sound import SOUNDS
from .rows_veo_ltx_wan import VEO_LTX_WAN

VENDORS: tuple[VendorSpec, ...] = (
    VendorSpec(
        "fal",
        "fal",
        "Pictures, clips, lip-sync, voices, music and more from many makers",
        variable="FAL_KEY",
        site="https://fal.ai/dashboard/keys",
        base_url=QUEUE_URL,
        account="generation.providers.fal.client.look",
        webhook="generation.providers.fal.webhook.verify",
        settings={
            "label": "fal",
            "rest_url": REST_URL,
            "cdn_url": CDN_URL,
            "platform_url": PLATFORM_URL,
            "jwks_url": f"{REST_URL}/.well-known/jwks.json",
        },
        download_hosts=("fal.media", ".fal.media", "storage.googleapis.com"),
        max_in_flight=40,
        requests_per_minute=None,
        poll_seconds=2.0,
        facts_date=date(2026, 11, 20),
        facts_source="fal.ai/docs; what is beyond a key's concurrency waits in fal's own queue",
    ),
)

MODELS: tuple[ModelSpec, ...] = (*PICTURES, *VEO_LTX_WAN, *KLING_HAILUO, *CLIPS, *SOUNDS)
