"""Vendors: whether there is a key, whose it is, what the vendor says about it, and whether it is asked now."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db.models import Count, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from generation import vault
from generation.http import StudioRequest
from generation.models import ModelOffer, Vendor, VendorGate, VendorKey
from generation.views import said
from generation.views.account.models_section import MAKES

Reason = VendorGate.Reason
MOST_NAMED = 3
"""How many people are named to ask; any of them will do."""


@dataclass(frozen=True)
class Shut:
    """Why a vendor, or one of its models, is not asked now."""

    title: str
    words: str
    model: str


@dataclass(frozen=True)
class VendorRow:
    """One vendor as a library sees it. `key` is the library's own; `is_given`: the studio was started with one."""

    vendor: Vendor
    key: VendorKey | None
    secrets: tuple[VendorKey, ...]
    is_given: bool
    adds: str
    shut: tuple[Shut, ...]

    @property
    def is_connected(self) -> bool:
        """Tell whether the studio can ask it for anything."""
        return self.takes_key or not self.vendor.needs_key

    @property
    def takes_key(self) -> bool:
        """Tell whether a key can be tried, so that one is asked for."""
        return bool(self.vendor.variable)

    @property
    def has_key(self) -> bool:
        """Tell whether it is asked with somebody's key."""
        return bool(self.key or self.is_given)

    @property
    def is_in_use(self) -> bool:
        """Tell whether it is of interest before somebody looks for more: it has a key, is shut, or is the studio."""
        is_ours = not (self.vendor.needs_key or self.vendor.is_local)
        return bool(self.key or self.secrets or self.shut or is_ours or (self.is_given and self.is_connected))

    @property
    def address(self) -> str:
        """Return where a server on one's own network is asked: the environment's word comes before the row's."""
        return vault.from_environment(str(self.vendor.settings.get("address_variable", ""))) or self.vendor.base_url

    @property
    def is_server(self) -> bool:
        """Tell whether it is a server of one's own, which may be there or not."""
        return self.vendor.is_local and self.vendor.is_elsewhere

    @property
    def takes_secrets(self) -> bool:
        """Tell whether a further secret could be of use: for its messages, or in what a row of the gateway sends."""
        signs = self.vendor.webhook and self.takes_key
        return bool(self.vendor.is_elsewhere and (signs or not self.vendor.needs_key))


def shown(request: StudioRequest, library: Any) -> dict[str, Any]:
    """Return what the section shows; what is sealed never leaves the table."""
    kept: dict[str, dict[str, VendorKey]] = {}
    rows = VendorKey.objects.filter(library=library).select_related("written_by").defer("sealed")
    for row in rows.order_by("name"):
        kept.setdefault(row.vendor, {})[row.name] = row
    closed = _closed(library.pk, kept)
    adds = _adds()
    vendors = Vendor.objects.filter(Q(is_on=True) | Q(is_local=True)).order_by("pk")
    found = [
        VendorRow(
            vendor=vendor,
            key=kept.get(vendor.key, {}).get(""),
            secrets=tuple(row for name, row in kept.get(vendor.key, {}).items() if name),
            is_given=bool(vault.from_environment(vendor.variable)),
            adds=adds.get(vendor.key, ""),
            shut=tuple(closed.get(vendor.key, ())) if vendor.is_on else (),
        )
        for vendor in vendors
    ]
    return {
        "vendors": [row for row in found if row.is_in_use],
        "more_vendors": [row for row in found if not row.is_in_use],
        "are_more_open": not any(row.has_key for row in found) or _was_folded(request, found),
        "public_url": settings.PUBLIC_URL,
        "who_runs_it": _who_runs_it(),
    }


def _who_runs_it() -> str:
    """Name those who may switch what the whole studio uses."""
    staff = get_user_model().objects.filter(is_staff=True, is_active=True).order_by("pk")[:MOST_NAMED]
    return ", ".join(person.get_username() for person in staff)


def _was_folded(request: StudioRequest, rows: list[VendorRow]) -> bool:
    """Tell whether what was just done was done to a vendor behind the fold, so that its answer is seen."""
    return any(row.vendor.key == request.POST.get("vendor") and not row.is_in_use for row in rows)


def _closed(library_id: int, kept: dict[str, dict[str, VendorKey]]) -> dict[str, list[Shut]]:
    """Return the shut gates that concern a library: those of its own keys, and the studio's where it has none."""
    gates = VendorGate.objects.filter(closed_until__gt=timezone.now(), account__in=["", str(library_id)])
    labels = _labels(gates)
    found: dict[str, list[Shut]] = {}
    for gate in gates:
        mine = str(library_id) if "" in kept.get(gate.vendor, {}) else ""
        if gate.account == mine and gate.closed_until is not None:
            label = labels.get((gate.vendor, gate.endpoint), gate.endpoint)
            found.setdefault(gate.vendor, []).append(
                Shut(title_of(gate.reason, gate.closed_until), said.words(gate.words), label)
            )
    return found


def _labels(gates: Iterable[VendorGate]) -> dict[tuple[str, str], str]:
    wanted = [gate.endpoint for gate in gates if gate.endpoint]
    offers = ModelOffer.objects.filter(endpoint__in=wanted) if wanted else ModelOffer.objects.none()
    return {(vendor, endpoint): label for vendor, endpoint, label in offers.values_list("vendor", "endpoint", "label")}


def title_of(reason: str, until: datetime) -> str:
    """Say how a shut gate stands: “Failing, asked again at 14:05”."""
    at = f"{timezone.localtime(until):%H:%M}"
    if reason == Reason.RATE_LIMITED:
        return _("Waiting: it was asked too often, until %s") % at
    if reason == Reason.OUT_OF_CREDIT:
        return _("Out of credit, asked again at %s") % at
    if reason == Reason.BAD_KEY:
        return _("The key is not accepted")
    if reason == Reason.NEEDS_SETUP:
        return _("Needs setup")
    return _("Failing, asked again at %s") % at


def _adds() -> dict[str, str]:
    """Say what each vendor's models make, with how many there are."""
    counts = ModelOffer.objects.filter(is_on=True).order_by().values_list("vendor", "capability")
    found: dict[str, dict[str, int]] = {}
    for vendor, capability, number in counts.annotate(number=Count("pk")):
        found.setdefault(vendor, {})[capability] = number
    return {
        vendor: " · ".join(f"{label} ({numbers[key]})" for key, label in MAKES.items() if key in numbers)
        for vendor, numbers in found.items()
    }
