"""Vendors: whether there is a key, whose it is, and what the vendor says about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from generation import vault
from generation.http import StudioRequest
from generation.models import Vendor, VendorKey


@dataclass(frozen=True)
class VendorRow:
    """One vendor as a library sees it. `key` is the library's own; `is_given`: the studio was started with one."""

    vendor: Vendor
    key: VendorKey | None
    is_given: bool

    @property
    def is_connected(self) -> bool:
        """Tell whether the studio can ask it for anything."""
        return self.takes_key or not self.vendor.needs_key

    @property
    def takes_key(self) -> bool:
        """Tell whether a key can be tried, so that one is asked for."""
        return bool(self.vendor.account and self.vendor.variable)


def shown(request: StudioRequest, library: Any) -> dict[str, Any]:
    """Return what the section shows; what is sealed never leaves the table."""
    rows = VendorKey.objects.filter(library=library, name="").select_related("written_by").defer("sealed")
    own = {row.vendor: row for row in rows}
    return {
        "vendors": [
            VendorRow(vendor, own.get(vendor.key), bool(vault.from_environment(vendor.variable)))
            for vendor in Vendor.objects.filter(is_on=True).order_by("pk")
        ]
    }
