"""Everything that is made, and how: import models from here."""

from __future__ import annotations

from .assets import Asset
from .jobs import Job, LostRace
from .ledger import LedgerEntry
from .offers import ModelOffer
from .renditions import Rendition
from .runs import Run, RunEvent
from .sent import SentForm
from .slots import Slot, Take

__all__ = [
    "Asset",
    "Job",
    "LedgerEntry",
    "LostRace",
    "ModelOffer",
    "Rendition",
    "Run",
    "RunEvent",
    "SentForm",
    "Slot",
    "Take",
]
