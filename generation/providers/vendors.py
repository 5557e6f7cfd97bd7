"""The vendors that the studio ships rows for. A row is copied into the database once; there it may be changed.

Each vendor's folder has its own rows; this is all of them.
"""

from __future__ import annotations

from .specs import VendorSpec

VENDORS: tuple[VendorSpec, ...] = (VendorSpec("animatic", "Animatic", "Everything, drawn and played on this machine"),)
