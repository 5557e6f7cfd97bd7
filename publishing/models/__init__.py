"""Where films go, when, and what became of them: import models from here."""

from __future__ import annotations

from .channels import Channel, ChannelTime, PlatformApp, PlatformRow, PublishingRules
from .figures import ChannelSnapshot, RetentionSnapshot, Snapshot
from .publications import LostRace, Publication, PublicationEvent, SideStep
from .quotas import QuotaEntry

__all__ = [
    "Channel",
    "ChannelSnapshot",
    "ChannelTime",
    "LostRace",
    "PlatformApp",
    "PlatformRow",
    "Publication",
    "PublicationEvent",
    "PublishingRules",
    "QuotaEntry",
    "RetentionSnapshot",
    "SideStep",
    "Snapshot",
]
