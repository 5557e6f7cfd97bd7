"""Where films go, when, and what became of them: import models from here."""

from __future__ import annotations

from .channels import (
    Channel,
    ChannelTime,
    ConsentRequest,
    PlatformApp,
    PlatformMessage,
    PlatformRow,
    PublishingRules,
)
from .figures import ChannelSnapshot, RetentionSnapshot, Snapshot
from .publications import LostRace, Publication, PublicationEvent, SideStep
from .quotas import QuotaEntry, QuotaGate

__all__ = [
    "Channel",
    "ChannelSnapshot",
    "ChannelTime",
    "ConsentRequest",
    "LostRace",
    "PlatformApp",
    "PlatformMessage",
    "PlatformRow",
    "Publication",
    "PublicationEvent",
    "PublishingRules",
    "QuotaEntry",
    "QuotaGate",
    "RetentionSnapshot",
    "SideStep",
    "Snapshot",
]
