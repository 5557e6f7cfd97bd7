"""Keys, budgets and the books."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from entities.curation import History
from generation.admin.shown import dollars, film_filter, library_filter
from generation.models import Budget, LedgerEntry, SwitchedOff, VendorKey


@admin.register(SwitchedOff)
class SwitchedOffAdmin(admin.ModelAdmin):
    """Models that one library does not want."""

    list_display = ["offer", "library"]
    list_select_related = ["offer", "library"]
    list_filter = [library_filter("library"), "offer__vendor", "offer__capability"]
    search_fields = ["offer__key", "offer__label", "library__name"]
    autocomplete_fields = ["library", "offer"]


@admin.register(VendorKey)
class VendorKeyAdmin(History):
    """Whose keys there are and what the vendors say about them. The keys themselves are shown nowhere."""

    fields = ["library", "vendor", "name", "identity", "balance", "problem", "written_by", "written_at", "tested_at"]
    list_display = [
        "vendor",
        "name",
        "library",
        "identity",
        "balance",
        "problem",
        "written_by",
        "written_at",
        "tested_at",
    ]
    list_select_related = ["library", "written_by"]
    list_filter = ["vendor", ("problem", admin.EmptyFieldListFilter), library_filter("library")]
    search_fields = ["vendor", "identity", "library__name"]


@admin.register(Budget)
class BudgetAdmin(admin.ModelAdmin):
    """The most that a film or a library may cost."""

    list_display = ["__str__", "is_daily", "library", "project", "warned_percent", "set_by", "set_at"]
    list_select_related = ["library", "project", "set_by"]
    list_filter = [
        "is_daily", ("project", admin.EmptyFieldListFilter), library_filter("library"), film_filter("project"),
    ]  # fmt: skip
    search_fields = ["library__name", "project__title"]
    autocomplete_fields = ["library", "project"]
    readonly_fields = ["warned_percent", "warned_on", "set_by", "set_at"]

    def save_model(self, request: HttpRequest, obj: Budget, form: Any, change: Any) -> None:
        """Write down who set it."""
        obj.set_by_id = request.user.pk
        super().save_model(request, obj, form, change)


@admin.register(LedgerEntry)
class LedgerEntryAdmin(History):
    """The books."""

    list_display = ["at", "kind", "dollars", "project", "job", "vendor", "note", "library"]
    list_select_related = ["project", "job__offer", "library"]
    list_filter = ["kind", "job__offer__vendor", library_filter("library"), film_filter("project"), "at"]
    search_fields = ["project__title", "note"]
    date_hierarchy = "at"

    @admin.display(description="USD", ordering="amount_micros")
    def dollars(self, entry: LedgerEntry) -> str:
        """The amount in dollars."""
        return dollars(entry.amount_micros)

    @admin.display(description="Vendor", ordering="job__offer__vendor")
    def vendor(self, entry: LedgerEntry) -> str:
        """Who was paid."""
        return entry.job.offer.vendor if entry.job and entry.job.offer else "–"
