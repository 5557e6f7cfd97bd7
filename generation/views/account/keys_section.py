"""Vendors: whether there is a key, whose it is, and what the vendor says about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from generation.http import StudioRequest
from generation.models import VendorKey
from generation.providers import vendors
from generation.providers.vendors import Vendor
from generation.services import keys


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
        return self.vendor.look is not None


def shown(request: StudioRequest, library: Any) -> dict[str, Any]:
    """Return what the section shows; what is sealed never leaves the table."""
    rows = VendorKey.objects.filter(library=library).select_related("written_by").defer("sealed")
    own = {row.vendor: row for row in rows}
    return {
        "vendors": [
            VendorRow(vendor, own.get(vendor.key), bool(keys.from_environment(vendor))) for vendor in vendors.VENDORS
        ]
    }
