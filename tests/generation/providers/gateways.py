"""Gateways as tests open them: rows against twins, and files to send."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from generation.providers.base import Access, MediaInput
from generation.providers.gateway.model import GatewayModel
from generation.providers.gateway.rows import MODELS
from tests.twins import media
from tests.twins.runpod import KEY, RunPodTwin
from tests.twins.server import Twin

ROWS = {row.key: row for row in MODELS}
Open = Callable[..., GatewayModel]


def access_to(twin: Twin, **more: Any) -> Access:
    """Return how a twin is reached."""
    url = twin.base_url if isinstance(twin, RunPodTwin) else twin.url
    key = KEY if isinstance(twin, RunPodTwin) else ""
    return Access(**{"vendor": twin.name, "base_url": url, "key": key, "allows_private": True, **more})


def opened_row(
    twin: Twin, row_key: str, *, endpoint: str = "", changes: Mapping[str, Any] | None = None, **more: Any
) -> Any:
    """Return the adapter of a shipped row, with changes to its settings."""
    row = ROWS[row_key]
    return GatewayModel(endpoint or row.endpoint, {**row.settings, **(changes or {})}, access_to(twin, **more))


def kept(folder: Path, name: str, content: bytes, media_type: str, url: str = "") -> MediaInput:
    """Return a file to be sent along."""
    path = folder / name
    path.write_bytes(content)
    return MediaInput(hashlib.sha256(content).hexdigest(), path, media_type, url)


def picture(folder: Path, hue: int = 0, *, url: str = "") -> MediaInput:
    """Return a picture to be sent along."""
    return kept(folder, f"picture{hue}.png", media.picture(64, 36, "png", hue), "image/png", url)


def recording(folder: Path, *, url: str = "") -> MediaInput:
    """Return a recording to be sent along."""
    return kept(folder, "line.wav", media.sound(1000), "audio/wav", url)


def film(folder: Path, *, url: str = "") -> MediaInput:
    """Return a clip to be sent along."""
    return kept(folder, "clip.mp4", media.clip(1000), "video/mp4", url)
