"""Every twin there is, and how a studio is told to take it for the vendor."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from django.utils import timezone

from entities.services import library_of
from generation import services, vault
from generation.models import Vendor, VendorKey
from generation.services import budget, keys, voices
from publishing.models import PlatformRow
from publishing.services import keep_app
from publishing.services import sync_shipped as sync_platforms
from sceneme.owner import owner
from tests.twins import instagram, kling, tiktok, youtube
from tests.twins.comfyui import ComfyUITwin
from tests.twins.elevenlabs import ElevenLabsTwin
from tests.twins.fal import FalTwin
from tests.twins.google import GoogleTwin
from tests.twins.instagram import InstagramTwin
from tests.twins.kling import KlingTwin
from tests.twins.n8n import N8nTwin
from tests.twins.openai import OpenAITwin
from tests.twins.replicate import ReplicateTwin
from tests.twins.runpod import RunPodTwin
from tests.twins.server import Twin
from tests.twins.tiktok import TikTokTwin
from tests.twins.youtube import YouTubeTwin

TWINS: dict[str, Callable[[], Twin]] = {
    "openrouter": partial(OpenAITwin, "openrouter"),
    "openai": partial(OpenAITwin, "openai"),
    "anthropic": partial(OpenAITwin, "anthropic"),
    "replicate": ReplicateTwin,
    "fal": FalTwin,
    "elevenlabs": ElevenLabsTwin,
    "google": GoogleTwin,
    "kling": KlingTwin,
    "runpod": RunPodTwin,
    "comfyui": ComfyUITwin,
    "n8n": N8nTwin,
}
"""By the vendor that each stands for."""

PLATFORMS: dict[str, Callable[[], Twin]] = {
    "youtube": YouTubeTwin,
    "tiktok": TikTokTwin,
    "instagram": InstagramTwin,
}
"""By the platform that each stands for."""

_APPS: dict[str, dict[str, tuple[str, str]]] = {
    "youtube": {"google": (youtube.CLIENT_ID, youtube.CLIENT_SECRET)},
    "tiktok": {"tiktok": (tiktok.CLIENT_KEY, tiktok.CLIENT_SECRET)},
    "instagram": {
        "instagram": (instagram.CLIENT_ID, instagram.CLIENT_SECRET),
        "facebook": (instagram.CLIENT_ID, instagram.CLIENT_SECRET),
    },
}
"""What the studio is registered as there, by the way to sign in."""

_KEYS = {"kling": kling.KEY, "fal": "made-up:by-nobody", "replicate": "r8_made-up-by-nobody"}
"""What keys look like where the twin looks at them."""

LIBRARY_BUDGET_MICROS = 50_000_000


def introduce(twins: dict[str, Any]) -> None:
    """Tell the studio of this process's settings where its vendors are, and give its owner keys and a budget."""
    services.sync_shipped()
    user = owner()
    library = library_of(user)
    for name, twin in twins.items():
        vendor = Vendor.objects.get(key=name)
        vendor.base_url = getattr(twin, "base_url", twin.url)
        vendor.settings = {**vendor.settings, **getattr(twin, "settings", {})}
        vendor.is_local = True
        vendor.save(update_fields=["base_url", "settings", "is_local"])
        now = timezone.now()
        secret = _KEYS.get(name, "made-up-by-nobody")
        row, _created = VendorKey.objects.update_or_create(
            library=library,
            vendor=name,
            name="",
            defaults={"sealed": vault.seal(secret), "written_by": user, "written_at": now, "tested_at": now},
        )
        keys.try_again(row)
        voices.bring(library, vendor)
    budget.set_budget(library.pk, None, LIBRARY_BUDGET_MICROS, by_id=user.pk)


def introduce_platforms(twins: dict[str, Any]) -> None:
    """Tell the studio where its platforms are, and register it there."""
    sync_platforms()
    for name, twin in twins.items():
        PlatformRow.objects.filter(key=name).update(addresses=twin.addresses, is_local=True)
        for login, (client_id, secret) in _APPS[name].items():
            keep_app(
                None,
                name,
                login,
                client_id=client_id,
                client_secret=secret,
                by_id=None,
                settings=getattr(twin, "settings", {}),
            )
