"""Kling's own API: rows of its models. The same models are offered by others too, each with a row of its own there."""

from __future__ import annotations

from datetime import date
from typing import Any

from generation.providers.base import Capability
from generation.providers.specs import ModelSpec, VendorSpec

_CHECKED = date(2026, 5, 1)
_SPEC = "hand-made OpenAPI document of 2026-05-01 and mirrors of the vendor's pages; prices: its price list of 2025"

VENDORS: tuple[VendorSpec, ...] = (
    VendorSpec(
        "kling",
        "Kling",
        "Clips, and mouths that follow a recording. The key is ACCESS:SECRET, both parts with a colon between",
        variable="KLING_API_KEY",
        site="https://app.klingai.com/global/dev/api-key",
        base_url="https://api-singapore.klingai.com",
        account="generation.providers.kling.account.look",
        webhook="generation.providers.kling.webhook.verify",
        download_hosts=(".klingai.com", ".kling.ai", ".kechuangai.com"),
        # What the smallest package allows at once.
        max_in_flight=5,
        poll_seconds=5.0,
        facts_date=_CHECKED,
        facts_source=_SPEC,
    ),
)

_SIZES = {
    720: ((1280, 720), (720, 1280), (960, 960)),
    1080: ((1920, 1080), (1080, 1920), (1440, 1440)),
}


def _clip(
    name: str, label: str, endpoint: str, mode: str, cents: int, preference: int, settings: dict[str, Any], **more: Any
) -> ModelSpec:
    """A row of a model in one mode; `cents` are those of five seconds."""
    short_side = 1080 if mode == "pro" else 720
    takes = ("first_frame", "last_frame") if settings.get("last_frame") else ("first_frame",)
    return ModelSpec(
        key=f"kling/{name}",
        label=label,
        vendor="kling",
        capability=Capability.VIDEO,
        adapter="generation.providers.kling.video.KlingVideo",
        endpoint=endpoint,
        preference=preference,
        family="kling",
        takes=takes,
        needs=() if settings.get("from_words") else ("first_frame",),
        max_prompt_chars=2500,
        durations_ms=(5000, 10_000),
        max_duration_ms=10_000,
        shapes=("16:9", "9:16", "1:1"),
        sizes=_SIZES[short_side],
        price_micros=cents * 2000,
        price_unit="second",
        typical_s=180,
        facts_date=_CHECKED,
        facts_source=_SPEC,
        settings={"mode": mode, "short_side": short_side, "durations_ms": [5000, 10_000], **settings},
        **more,
    )


_WORDS = {"from_words": True}
_TAIL = {"last_frame": True}

MODELS: tuple[ModelSpec, ...] = (
    _clip("v2-1-std", "Kling 2.1", "kling-v2-1", "std", 28, 40, {}, quality=4),
    _clip("v2-1-pro", "Kling 2.1 Pro", "kling-v2-1", "pro", 49, 50, _TAIL, quality=5, speed=2),
    _clip("v2-master", "Kling 2 Master", "kling-v2", "std", 140, 120, _WORDS, quality=5, speed=2),
    _clip("v1-6-std", "Kling 1.6", "kling-v1-6", "std", 28, 130, _WORDS),
    _clip("v1-6-pro", "Kling 1.6 Pro", "kling-v1-6", "pro", 49, 140, _TAIL, quality=4, speed=2),
    _clip("v1-5-std", "Kling 1.5", "kling-v1-5", "std", 28, 150, {}),
    _clip("v1-5-pro", "Kling 1.5 Pro", "kling-v1-5", "pro", 49, 160, _TAIL, speed=2),
    _clip("v1-std", "Kling 1", "kling-v1", "std", 14, 170, {**_WORDS, **_TAIL, "last_frame_ms": [5000]}, quality=2),
    _clip("v1-pro", "Kling 1 Pro", "kling-v1", "pro", 49, 180, {**_WORDS, **_TAIL, "last_frame_ms": [5000]}, speed=2),
    ModelSpec(
        key="kling/lip-sync",
        label="Kling lip-sync",
        vendor="kling",
        capability=Capability.LIPSYNC,
        adapter="generation.providers.kling.lipsync.KlingLipSync",
        endpoint="lip-sync",
        preference=50,
        # What a clip hears is cut out of the voices for this one request, and lies nowhere that Kling could fetch it.
        is_on=False,
        setup="Kling fetches clips and recordings by their links, and the studio gives recordings none. "
        "Use Kling's lip-sync at Replicate or fal, or Kling Avatar, which takes the files themselves.",
        takes=("clip", "sound"),
        needs=("clip", "sound"),
        min_duration_ms=2000,
        max_duration_ms=10_000,
        price_micros=14_000,
        price_unit="second",
        quality=3,
        typical_s=120,
        facts_date=_CHECKED,
        facts_source=_SPEC,
        # Mirrors of the vendor's pages name two more fields, which the document does not: where an account wants
        # them, `input` is {"mode": "audio2video", "audio_type": "url"}.
        settings={"input": {}, "min_side": 720, "max_side": 1920},
    ),
    *(
        ModelSpec(
            key=f"kling/avatar-{mode}",
            label=label,
            vendor="kling",
            capability=Capability.LIPSYNC,
            adapter="generation.providers.kling.lipsync.KlingAvatar",
            endpoint="avatar",
            preference=preference,
            takes=("picture", "sound"),
            needs=("picture", "sound"),
            max_prompt_chars=2500,
            min_duration_ms=2000,
            max_duration_ms=300_000,
            price_micros=micros,
            price_unit="second",
            quality=quality,
            speed=2,
            typical_s=300,
            facts_date=_CHECKED,
            facts_source=_SPEC,
            settings={"mode": mode},
        )
        for mode, label, preference, micros, quality in (
            ("std", "Kling Avatar", 110, 56_200, 3),
            ("pro", "Kling Avatar Pro", 120, 115_000, 4),
        )
    ),
)
