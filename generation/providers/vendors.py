"""The vendors that the studio knows: how their keys are called, and how a key is tried.

A vendor whose models the studio cannot ask yet has no `look`; its key is not asked for.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Account:
    """What a vendor says about a key. An empty string means that it says nothing; nothing is made up."""

    identity: str = ""
    balance: str = ""


Look = Callable[[str], Account]
"""Ask a vendor about a key. Raise `Refused` where the key is not good, `Unavailable` where nobody answers."""


@dataclass(frozen=True, slots=True)
class Vendor:
    """Somebody who makes things for us. `variable` is the environment's name for a key that all libraries use."""

    key: str
    label: str
    offers: str
    variable: str = ""
    site: str = ""
    look: Look | None = None

    @property
    def needs_key(self) -> bool:
        """Tell whether it asks who one is."""
        return bool(self.variable)


VENDORS: tuple[Vendor, ...] = (
    Vendor("animatic", "Animatic", "Everything, drawn and played on this machine"),
    Vendor("openai", "OpenAI", "Text, pictures, voices", "OPENAI_API_KEY", "https://platform.openai.com/api-keys"),
    Vendor("fal", "fal", "Pictures, video, sound", "FAL_KEY", "https://fal.ai/dashboard/keys"),
    Vendor("replicate", "Replicate", "Video, lip sync, music", "REPLICATE_API_TOKEN", "https://replicate.com/account"),
)


def vendor_of(key: str) -> Vendor | None:
    """Return a vendor by its key."""
    return next((vendor for vendor in VENDORS if vendor.key == key), None)
