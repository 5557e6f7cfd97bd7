"""Vendors, whether they are asked now, and the messages they sent."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import ImproperlyConfigured
from django.db import models
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.module_loading import import_string

from entities.curation import History
from generation.admin.json_field import READABLE_JSON
from generation.models import Vendor, VendorGate, WebhookDelivery
from generation.services import gates


class VendorForm(forms.ModelForm):
    """A vendor's row; what is written in JSON is set out in lines, and what it names must be there."""

    def clean_settings(self) -> Any:
        """Say what is wrong with it."""
        return checked(self.cleaned_data.get("settings"), dict, 'names with values, such as {"api": "v1"}')

    def clean_download_hosts(self) -> Any:
        """Say what is wrong with it."""
        hosts = checked(self.cleaned_data.get("download_hosts"), list, 'a list of hosts, such as ["cdn.example.org"]')
        odd = [host for host in hosts if not isinstance(host, str) or "/" in host or not host.strip()]
        if odd:
            raise forms.ValidationError(f"A host is written without https:// and without a path. Look at: {odd[0]!r}.")
        return hosts

    def clean_account(self) -> str:
        """Say whether it is there."""
        return known_path(self.cleaned_data["account"])

    def clean_webhook(self) -> str:
        """Say whether it is there."""
        return known_path(self.cleaned_data["webhook"])

    def clean_base_url(self) -> str:
        """Say what an address is."""
        url: str = self.cleaned_data["base_url"].strip()
        if url and not url.startswith(("http://", "https://")):
            raise forms.ValidationError("An address begins with http:// or https://.")
        return url


def checked(value: Any, kind: type, example: str) -> Any:
    """Return what was written, empty for nothing. Raise a sentence where it is something of another kind."""
    if value in (None, ""):
        return kind()
    if not isinstance(value, kind):
        raise forms.ValidationError(f"This has to be {example}.")
    return value


def known_path(path: str) -> str:
    """Return a dotted path that leads somewhere. Raise a sentence where it does not."""
    try:
        if path:
            import_string(path)
    except (ImportError, ImproperlyConfigured, ValueError) as error:
        raise forms.ValidationError(f"There is nothing at {path}: {error}.") from error
    return path


@admin.register(Vendor)
class VendorAdmin(admin.ModelAdmin):
    """Who makes things for us. A change counts from the next job on; keys are written in the account."""

    form = VendorForm
    formfield_overrides = {**READABLE_JSON, models.URLField: {"assume_scheme": "https"}}
    list_display = [
        "label", "key", "is_on", "variable", "base_url", "is_local", "max_in_flight", "requests_per_minute",
        "poll_seconds", "facts_date",
    ]  # fmt: skip
    list_editable = ["is_on", "max_in_flight", "requests_per_minute"]
    list_filter = ["is_on", "is_local"]
    search_fields = ["key", "label", "offers", "base_url"]
    actions = ["switch_on", "switch_off", "ask_again"]
    fieldsets = [
        (None, {"fields": ["key", "label", "offers", "site", "is_on"]}),
        ("Where it is, and with whose key", {"fields": ["base_url", "is_local", "variable", "account", "webhook"]}),
        ("How much at once", {"fields": ["max_in_flight", "requests_per_minute", "poll_seconds"]}),
        ("Its own ways", {"fields": ["settings", "download_hosts"]}),
        ("Where this was read", {"fields": ["facts_date", "facts_source"]}),
    ]

    @admin.action(description="Switch on", permissions=["change"])
    def switch_on(self, request: HttpRequest, vendors: QuerySet[Vendor]) -> None:
        """They are asked again."""
        messages.success(request, f"Switched on: {vendors.update(is_on=True)}.")

    @admin.action(description="Switch off", permissions=["change"])
    def switch_off(self, request: HttpRequest, vendors: QuerySet[Vendor]) -> None:
        """They are asked nothing more; what they are making is still fetched."""
        messages.success(request, f"Switched off: {vendors.update(is_on=False)}.")

    @admin.action(description="Ask again now, whatever was wrong", permissions=["change"])
    def ask_again(self, request: HttpRequest, vendors: QuerySet[Vendor]) -> None:
        """Open all their gates."""
        keys = list(vendors.values_list("key", flat=True))
        _open(VendorGate.objects.filter(vendor__in=keys))
        messages.success(request, f"Asked again: {len(keys)}.")


def _open(shut: QuerySet[VendorGate]) -> int:
    whose = set(shut.values_list("vendor", "account"))
    for vendor, account in whose:
        gates.reopen(vendor, account)
    return len(whose)


class ShutFilter(admin.SimpleListFilter):
    """Gates by whether they are shut."""

    title = "state"
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Offer both."""
        return [("shut", "Shut"), ("open", "Open")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[VendorGate]) -> QuerySet[VendorGate]:
        """Keep what stands so."""
        now = timezone.now()
        if self.value() == "shut":
            return queryset.filter(closed_until__gt=now)
        return queryset.exclude(closed_until__gt=now) if self.value() == "open" else queryset


@admin.register(VendorGate)
class VendorGateAdmin(History):
    """Whether vendors and their models are asked now. The studio opens and shuts them by itself."""

    list_display = ["vendor", "endpoint", "whose", "reason", "words", "closed_until", "failures"]
    list_filter = [ShutFilter, "reason", "vendor"]
    search_fields = ["vendor", "endpoint", "words"]
    actions = ["ask_again"]

    def has_curate_permission(self, request: HttpRequest) -> bool:
        """Whoever may change vendors may ask them again."""
        return request.user.has_perm("generation.change_vendor")

    @admin.display(description="For", ordering="account")
    def whose(self, gate: VendorGate) -> str:
        """With whose key."""
        return f"library {gate.account}" if gate.account else "the studio's key"

    @admin.action(description="Ask again now", permissions=["curate"])
    def ask_again(self, request: HttpRequest, shut: QuerySet[VendorGate]) -> None:
        """Somebody has seen to it."""
        messages.success(request, f"Asked again: {_open(shut)}.")


@admin.register(WebhookDelivery)
class WebhookDeliveryAdmin(History):
    """Vendors' messages that something is done."""

    list_display = ["received_at", "vendor", "job", "provider_job_id", "times", "problem"]
    list_select_related = ["job"]
    list_filter = ["vendor", ("problem", admin.EmptyFieldListFilter), "received_at"]
    search_fields = ["delivery_id", "provider_job_id", "problem"]
    date_hierarchy = "received_at"
