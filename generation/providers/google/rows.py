"""Google's rows: pictures and clips by Gemini, and clips by Veo on Google Cloud.

Text by Gemini has rows of its own, in the protocol that it shares with others. Veo left the Gemini API on 2026-10-22.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from generation.providers.base import Capability
from generation.providers.specs import ModelSpec, VendorSpec

_CHECKED = date(2026, 11, 20)
_GEMINI = "google-genai 3.3.0 and the Gemini API's pages; prices: public lists of 2026-02 to 2026-10"
_CLOUD = "Google Cloud's pages on Veo; prices: public lists of 2026-03, without sound"
_SETUP = (
    "Veo is offered on Google Cloud only. Enter the address of your project, "
    "https://us-central1-aiplatform.googleapis.com/v1/projects/YOUR-PROJECT/locations/us-central1/publishers/google, "
    "and an access token of a service account as the key. A token is good for an hour."
)

VENDORS: tuple[VendorSpec, ...] = (
    VendorSpec(
        "google",
        "Google Gemini (pictures, clips)",
        "Pictures and clips",
        variable="GEMINI_API_KEY",
        site="https://aistudio.google.com/apikey",
        base_url="https://generativelanguage.googleapis.com/v1beta",
        account="generation.providers.google.account.look",
        settings={"auth": "x-goog-api-key"},
        download_hosts=(".googleapis.com", ".googleusercontent.com"),
        facts_date=_CHECKED,
        facts_source=_GEMINI,
    ),
    VendorSpec(
        "google-cloud",
        "Google Cloud",
        "Clips by Veo",
        variable="CLOUDSDK_AUTH_ACCESS_TOKEN",
        site="https://console.cloud.google.com/vertex-ai",
        account="generation.providers.google.account.look",
        settings={"auth": "bearer"},
        download_hosts=(".googleapis.com", ".googleusercontent.com"),
        max_in_flight=10,
        requests_per_minute=50,
        poll_seconds=5.0,
        facts_date=_CHECKED,
        facts_source=_CLOUD,
    ),
)

_SHAPES = ("1:1", "2:3", "3:2", "3:4", "4:3", "4:5", "5:4", "9:16", "16:9", "21:9")


def _images(name: str, label: str, endpoint: str, sizes: list[str], tokens: dict[str, int], **more: Any) -> ModelSpec:
    return ModelSpec(
        key=f"google/{name}",
        label=label,
        vendor="google",
        capability=Capability.IMAGE,
        adapter="generation.providers.google.images.GeminiImages",
        endpoint=endpoint,
        family="gemini",
        takes=("references", "edit"),
        max_references=14,
        beyond="refused by the vendor",
        shapes=_SHAPES,
        price_unit="image",
        facts_date=_CHECKED,
        facts_source=_GEMINI,
        settings={
            "shapes": list(_SHAPES),
            "image_sizes": sizes,
            "max_references": 14,
            "micros_per_mtoken": tokens,
        },
        **more,
    )


def _veo(name: str, label: str, endpoint: str, micros: int, preference: int, **more: Any) -> ModelSpec:
    return ModelSpec(
        key=f"google-cloud/{name}",
        label=label,
        vendor="google-cloud",
        capability=Capability.VIDEO,
        adapter="generation.providers.google.video.Veo",
        endpoint=endpoint,
        preference=preference,
        is_on=False,
        family="veo",
        takes=("first_frame", "last_frame"),
        durations_ms=(4000, 6000, 8000),
        max_duration_ms=8000,
        shapes=("16:9", "9:16"),
        sizes=((1280, 720), (720, 1280), (1920, 1080), (1080, 1920)),
        price_micros=micros,
        price_unit="second",
        facts_date=_CHECKED,
        facts_source=_CLOUD,
        setup=_SETUP,
        settings={
            "operations": "fetch",
            "seconds": [4, 6, 8],
            "resolutions": {"720p": 720, "1080p": 1080},
            # The studio makes its own sound, and clips without any cost half as much.
            "sound": False,
            "seed": True,
            "last_frame": True,
        },
        **more,
    )


MODELS: tuple[ModelSpec, ...] = (
    _images(
        "gemini-3.1-flash-image",
        "Nano Banana 2 (Gemini 3.1 Flash Image)",
        "gemini-3.1-flash-image",
        ["1K", "2K", "4K"],
        {"in": 500_000, "out": 3_000_000, "image": 60_000_000},
        preference=20,
        # 1,120 tokens for 1K, 1,680 for 2K, 2,520 for 4K.
        price_micros=67_200,
        prices=(
            {"when": {"megapixels": {"min": 6}}, "micros": 151_200, "unit": "image"},
            {"when": {"megapixels": {"min": 3}}, "micros": 100_800, "unit": "image"},
        ),
        quality=4,
        speed=4,
        typical_s=15,
    ),
    _images(
        "gemini-3-pro-image",
        "Nano Banana Pro (Gemini 3 Pro Image)",
        "gemini-3-pro-image",
        ["1K", "2K", "4K"],
        {"in": 2_000_000, "out": 12_000_000, "image": 120_000_000},
        preference=30,
        # 1,120 tokens for 1K and 2K, 2,000 for 4K.
        price_micros=134_400,
        prices=({"when": {"megapixels": {"min": 6}}, "micros": 240_000, "unit": "image"},),
        quality=5,
        speed=3,
        typical_s=25,
    ),
    ModelSpec(
        key="google/gemini-omni-1.1-flash",
        label="Gemini Omni 1.1 Flash",
        vendor="google",
        capability=Capability.VIDEO,
        adapter="generation.providers.google.omni.GeminiOmni",
        endpoint="gemini-omni-1.1-flash",
        preference=90,
        family="gemini",
        takes=("first_frame", "last_frame"),
        # Whole seconds are what can be asked for, and what is paid.
        durations_ms=tuple(range(3000, 10_001, 1000)),
        min_duration_ms=3000,
        max_duration_ms=10_000,
        shapes=("16:9", "9:16"),
        sizes=((1280, 720), (720, 1280), (1920, 1080), (1080, 1920)),
        price_micros=100_000,
        price_unit="second",
        prices=({"when": {"resolution": "1080p"}, "micros": 150_000, "unit": "second"},),
        quality=4,
        speed=4,
        typical_s=60,
        facts_date=_CHECKED,
        facts_source="Google's page on Omni of 2026-09 and public adapters; prices: public lists of 2026-08",
        settings={
            "resolutions": {"720p": 720, "1080p": 1080},
            "duration": {"as": "text_s", "least_ms": 3000, "most_ms": 10_000},
            "last_frame": True,
            # By itself it makes a little film of several shots, with music and talk.
            "suffix": "In one continuous shot without cuts. No dialogue, no music.",
        },
    ),
    _veo("veo-3.1", "Veo 3.1", "veo-3.1-generate-001", 200_000, 60, quality=5, speed=2, typical_s=90),
    _veo("veo-3.1-fast", "Veo 3.1 Fast", "veo-3.1-fast-generate-001", 100_000, 70, quality=4, typical_s=60),
)
