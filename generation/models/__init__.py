"""Everything that is made, and how: import models from here."""

from __future__ import annotations

from .analysis import AssetAnalysis, Describer
from .assets import Asset
from .jobs import Job, LostRace
from .ledger import Budget, LedgerEntry
from .offers import ModelOffer
from .renditions import Rendition
from .runs import Run, RunEvent
from .sent import SentForm
from .slots import Slot, Take
from .vendors import SwitchedOff, Vendor, VendorGate, VendorKey, WebhookDelivery

__all__ = [
    "Asset",
    "AssetAnalysis",
    "Budget",
    "Describer",
    "Job",
    "LedgerEntry",
    "LostRace",
    "ModelOffer",
    "Rendition",
    "Run",
    "RunEvent",
    "SentForm",
    "Slot",
    "SwitchedOff",
    "Take",
    "Vendor",
    "VendorGate",
    "VendorKey",
    "WebhookDelivery",
]
