"""Replicate and its models, as they were known on the date of each row."""

from __future__ import annotations

from datetime import date

from generation.providers.specs import ModelSpec, VendorSpec

from .client import URL
from .rows_clips import CLIPS
from .rows_pictures import PICTURES
from .rows_sound import SOUNDS
from .rows_video import VIDEOS

VENDORS: tuple[VendorSpec, ...] = (
    VendorSpec(
        "replicate",
        "Replicate",
        "Pictures, clips, lip-sync, voices, music and more from many makers",
        variable="REPLICATE_API_TOKEN",
        site="https://replicate.com/account/api-tokens",
        base_url=URL,
        account="generation.providers.replicate.client.look",
        webhook="generation.providers.replicate.webhook.verify",
        settings={"label": "Replicate"},
        download_hosts=("replicate.delivery", ".replicate.delivery"),
        max_in_flight=60,
        requests_per_minute=600,
        poll_seconds=2.0,
        facts_date=date(2026, 11, 20),
        facts_source="replicate.com/docs; 600 predictions a minute, 6 for accounts with little credit",
    ),
)

MODELS: tuple[ModelSpec, ...] = (*PICTURES, *VIDEOS, *CLIPS, *SOUNDS)
