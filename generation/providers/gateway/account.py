"""What the servers behind the gateway say about themselves."""

from __future__ import annotations

from contextlib import closing
from typing import Any

from generation.providers.base import Access, Account, Unavailable, Unconfirmed
from generation.providers.wire import Wire, json_of

from .meanings import by_status
from .paths import first_at

COMFYUI_URL = "http://127.0.0.1:8188"


def look_at_comfyui(access: Access) -> Account:
    """Return which ComfyUI it is and how much memory is free. Raise `Unavailable` where nobody answers."""
    label = str(access.settings.get("label") or "ComfyUI")
    wire = Wire(
        access, default_url=COMFYUI_URL, translate=lambda response: by_status(response, {}, label), timeout_s=10
    )
    with closing(wire):
        try:
            told = json_of(wire.get("/system_stats", headers=_greeting(access)))
        except Unconfirmed as error:
            raise Unavailable(f"{label} cannot be read.", vendor_words=error.vendor_words) from error
    return Account(_identity(told), _memory(told))


def _greeting(access: Access) -> dict[str, str]:
    return {"Authorization": f"Bearer {access.key}"} if access.key else {}


def _identity(told: Any) -> str:
    version, device = first_at(told, "system.comfyui_version"), first_at(told, "devices[0].name")
    return " on ".join(str(part) for part in (f"ComfyUI {version}" if version else "", device or "") if part)


def _memory(told: Any) -> str:
    free, whole = first_at(told, "devices[0].vram_free"), first_at(told, "devices[0].vram_total")
    if not isinstance(free, int | float) or not isinstance(whole, int | float):
        return ""
    return f"{free / 1024**3:.1f} of {whole / 1024**3:.1f} GB of graphics memory free"
