"""The models on offer: rows that can be added, changed, switched off. A change counts from the next job on."""

from __future__ import annotations

import re
from importlib import import_module
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest

from generation.admin.json_field import READABLE_JSON
from generation.admin.shown import dollars
from generation.admin.vendors import checked, known_path
from generation.models import ModelOffer, Vendor

GATEWAY = "generation.providers.gateway"
"""Rows of this adapter say in their settings how a workflow is asked."""


_SHAPE = re.compile(r"\d+(\.\d+)?:\d+(\.\d+)?")


class ModelOfferForm(forms.ModelForm):
    """A model's row. What is wrong is said before anything is asked for with it."""

    def clean_key(self) -> str:
        """A key names its vendor."""
        key: str = self.cleaned_data["key"].strip()
        if "/" not in key.strip("/"):
            raise forms.ValidationError("A key is written as vendor/model, such as fal/flux-2-pro.")
        return key

    def clean_vendor(self) -> str:
        """The vendor must be there."""
        key: str = self.cleaned_data["vendor"].strip()
        if not Vendor.objects.filter(key=key).exists():
            known = ", ".join(Vendor.objects.order_by("key").values_list("key", flat=True))
            raise forms.ValidationError(f"There is no vendor {key!r}. There are: {known}.")
        return key

    def clean_adapter(self) -> str:
        """It must be there."""
        return known_path(self.cleaned_data["adapter"].strip())

    def clean_settings(self) -> Any:
        """Only names with values."""
        return checked(self.cleaned_data.get("settings"), dict, 'names with values, such as {"field": "image"}')

    def clean_takes(self) -> Any:
        """Only words."""
        return _words(self.cleaned_data.get("takes"), '["first_frame", "references"]')

    def clean_needs(self) -> Any:
        """Only words."""
        return _words(self.cleaned_data.get("needs"), '["first_frame"]')

    def clean_shapes(self) -> Any:
        """Only shapes."""
        shapes = _words(self.cleaned_data.get("shapes"), '["16:9"]')
        odd = [shape for shape in shapes if not _SHAPE.fullmatch(shape)]
        if odd:
            raise forms.ValidationError(f"A shape is written like 16:9, not like {odd[0]!r}.")
        return shapes

    def clean_durations_ms(self) -> Any:
        """Only lengths."""
        lengths = checked(self.cleaned_data.get("durations_ms"), list, "a list of milliseconds, such as [5000, 10000]")
        if any(not _is_positive(length) for length in lengths):
            raise forms.ValidationError("Each length is a whole number of milliseconds above 0.")
        return lengths

    def clean_sizes(self) -> Any:
        """Only sizes."""
        sizes = checked(self.cleaned_data.get("sizes"), list, "a list of sizes, such as [[1280, 720]]")
        if any(not isinstance(size, list) or len(size) != 2 or not all(map(_is_positive, size)) for size in sizes):
            raise forms.ValidationError("Each size is [width, height] in whole pixels.")
        return sizes

    def clean_prices(self) -> Any:
        """Only prices, in whole millionths."""
        prices = checked(self.cleaned_data.get("prices"), list, "a list of prices, each with a condition")
        for rule in prices:
            _check_price(rule)
        return prices

    def clean(self) -> dict[str, Any]:
        """Say what fields say against each other."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        is_free = cleaned.get("price_unit") == ModelOffer.PriceUnit.FREE
        if is_free and cleaned.get("price_micros"):
            self.add_error("price_micros", "What is free has no price: write 0, or choose another unit.")
        if not is_free and not cleaned.get("price_micros"):
            self.add_error("price_micros", "Write what one unit costs in millionths of a dollar: $0.05 is 50000.")
        key, vendor = cleaned.get("key", ""), cleaned.get("vendor", "")
        if key and vendor and not key.startswith(f"{vendor}/"):
            self.add_error("key", f"A model of {vendor} has a key that begins with {vendor}/.")
        for problem in gateway_problems(cleaned.get("adapter", ""), cleaned.get("settings")):
            self.add_error("settings", problem)
        return cleaned


def _words(value: Any, example: str) -> list[str]:
    words = checked(value, list, f"a list of words, such as {example}")
    if any(not isinstance(word, str) for word in words):
        raise forms.ValidationError(f"Each of them is a word in quotation marks, as in {example}.")
    return list(words)


def _is_positive(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value > 0


def _check_price(rule: Any) -> None:
    units = [unit for unit in ModelOffer.PriceUnit.values if unit != ModelOffer.PriceUnit.FREE]
    if not isinstance(rule, dict) or not _is_positive(rule.get("micros")):
        raise forms.ValidationError('Each price has "micros": a whole number of millionths of a dollar above 0.')
    if "unit" in rule and rule["unit"] not in units:
        raise forms.ValidationError(f"A price is for one of: {', '.join(units)}. Not for {rule['unit']!r}.")
    if not isinstance(rule.get("when", {}), dict):
        raise forms.ValidationError('"when" holds conditions, such as {"resolution": "720p"}.')
    if "kind" in rule and rule["kind"] not in {"in", "out"}:
        raise forms.ValidationError('"kind" is "in" for tokens that are read, or "out" for those that are written.')


def gateway_problems(adapter: str, settings: Any) -> list[str]:
    """Return what is wrong with a row of the gateway; nothing for other rows."""
    if not adapter.startswith(f"{GATEWAY}."):
        return []
    problems: list[str] = import_module(f"{GATEWAY}.row").check(settings)
    return problems


class StandingFilter(admin.SimpleListFilter):
    """Rows by what keeps them from being used."""

    title = "standing"
    parameter_name = "standing"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Offer what there is."""
        return [("gone", "Gone at the vendor"), ("setup", "Needs setup"), ("fine", "Can be used")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[ModelOffer]) -> QuerySet[ModelOffer]:
        """Keep what stands so."""
        if self.value() == "gone":
            return queryset.exclude(problem="")
        if self.value() == "setup":
            return queryset.exclude(setup="")
        return queryset.filter(problem="", is_on=True) if self.value() == "fine" else queryset


@admin.register(ModelOffer)
class ModelOfferAdmin(admin.ModelAdmin):
    """Models, limits and prices. A change counts from the next job on."""

    form = ModelOfferForm
    formfield_overrides = READABLE_JSON
    list_display = [
        "label", "vendor", "capability", "is_on", "preference", "price", "max_references", "problem", "facts_date",
    ]  # fmt: skip
    list_editable = ["is_on", "preference"]
    list_filter = ["capability", "vendor", "is_on", StandingFilter, "price_unit", "family"]
    search_fields = ["key", "label", "endpoint", "family"]
    actions = ["switch_on", "switch_off", "forget_problem"]
    fieldsets = [
        (None, {"fields": ["key", "label", "vendor", "capability", "is_on", "preference", "setup", "problem"]}),
        (
            "How it is asked",
            {
                "fields": ["adapter", "endpoint", "family", "settings"],
                "description": "A changed row counts from the next job on; nothing has to be started again.",
            },
        ),
        (
            "What it takes and makes",
            {
                "fields": [
                    "takes", "needs", "max_references", "beyond", "max_prompt_chars", "durations_ms",
                    "min_duration_ms", "max_duration_ms", "shapes", "sizes",
                ],
                "description": "Limits are settled before anything is sent, so that nothing is paid for in vain.",
            },
        ),
        (
            "What it costs",
            {
                "fields": ["price_unit", "price_micros", "prices"],
                "description": "The first price whose condition holds counts, else the usual one. "
                "Conditions: resolution, megapixels, seconds, sound, shape.",
            },
        ),
        ("What models are chosen by", {"fields": ["quality", "speed", "typical_s"]}),
        ("Where this was read", {"fields": ["facts_date", "facts_source"]}),
    ]  # fmt: skip

    @admin.display(description="Price", ordering="price_micros")
    def price(self, offer: ModelOffer) -> str:
        """The price with its unit."""
        if offer.is_free:
            return "free"
        ruled = f", {len(offer.prices)} conditions" if offer.prices else ""
        return f"{dollars(offer.price_micros)} USD {offer.get_price_unit_display().lower()}{ruled}"

    @admin.action(description="Switch on", permissions=["change"])
    def switch_on(self, request: HttpRequest, offers: QuerySet[ModelOffer]) -> None:
        """They can be chosen."""
        messages.success(request, f"Switched on: {offers.update(is_on=True)}.")

    @admin.action(description="Switch off", permissions=["change"])
    def switch_off(self, request: HttpRequest, offers: QuerySet[ModelOffer]) -> None:
        """They are asked nothing more."""
        messages.success(request, f"Switched off: {offers.update(is_on=False)}.")

    @admin.action(description="Forget the problem", permissions=["change"])
    def forget_problem(self, request: HttpRequest, offers: QuerySet[ModelOffer]) -> None:
        """The vendor has them again."""
        messages.success(request, f"Forgotten: {offers.exclude(problem='').update(problem='')}.")
