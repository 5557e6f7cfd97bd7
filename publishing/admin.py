"""Platforms' limits and addresses are changed here, with their dates; publications are looked at and helped along."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.utils import timezone

from entities.curation import History
from generation.admin.json_field import READABLE_JSON
from generation.admin.shown import film_filter, library_filter
from publishing import services
from publishing.models import (
    Channel,
    ChannelTime,
    PlatformApp,
    PlatformMessage,
    PlatformRow,
    Publication,
    PublicationEvent,
    PublishingRules,
    QuotaEntry,
    QuotaGate,
    SideStep,
)
from publishing.platforms import catalog
from publishing.services.platform_rows import in_force


class PlatformRowForm(forms.ModelForm):
    """A platform's row. What is wrong is said before anything is asked there."""

    def clean_addresses(self) -> Any:
        """Names with addresses."""
        given = self.cleaned_data.get("addresses") or {}
        known = catalog.platforms().get(self.instance.key)
        if not isinstance(given, dict) or not all(isinstance(value, str) for value in given.values()):
            raise forms.ValidationError('Write names with addresses, such as {"api": "https://api.example.org"}.')
        unknown = sorted(set(given) - set(known.addresses if known else given))
        if unknown:
            raise forms.ValidationError(f"There is no address {unknown[0]!r}. There are: {', '.join(known.addresses)}.")  # type: ignore[union-attr]
        for name, value in given.items():
            if not value.startswith(("https://", "http://")):
                raise forms.ValidationError(f"The address {name!r} begins with https:// or http://.")
        return given

    def clean_spec(self) -> Any:
        """What can be read of it must be readable whole."""
        given = self.cleaned_data.get("spec") or {}
        shipped = catalog.platforms().get(self.instance.key)
        if not isinstance(given, dict):
            raise forms.ValidationError('Write limits by their names, such as {"media": {"longest_ms": 600000}}.')
        if shipped is not None and given:
            row = PlatformRow(key=shipped.key, spec=given)
            if in_force(shipped, row) == shipped:
                raise forms.ValidationError("None of this differs from what is shipped, or none of it can be read.")
        return given

    def clean_facts_date(self) -> date | None:
        """A fact is not from tomorrow."""
        given: date | None = self.cleaned_data.get("facts_date")
        if given is not None and given > timezone.localdate():
            raise forms.ValidationError("The facts cannot have been read later than today.")
        return given


@admin.register(PlatformRow)
class PlatformRowAdmin(admin.ModelAdmin):
    """Platforms: switched on or off, where they are asked, and which of their limits have changed."""

    form = PlatformRowForm
    formfield_overrides = READABLE_JSON
    list_display = ["label", "key", "is_on", "is_local", "facts_date", "facts_source"]
    list_editable = ["is_on"]
    readonly_fields = ["key"]
    fieldsets = [
        (None, {"fields": ["key", "label", "is_on"]}),
        ("Where it is asked", {"fields": ["addresses", "is_local"]}),
        ("What differs from the shipped limits", {"fields": ["spec", "facts_date", "facts_source"]}),
    ]

    def has_add_permission(self, request: HttpRequest) -> bool:
        """A platform comes with the code that speaks to it."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """It is switched off instead."""
        return False


class _Lines(admin.TabularInline):
    """Rows that tell what happened: they write themselves."""

    extra = 0
    can_delete = False

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """They write themselves."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """They stay as they were written."""
        return False


class EventInline(_Lines):
    """What happened to a publication."""

    model = PublicationEvent
    fields = ["at", "kind", "words", "facts", "by"]


class SideStepInline(_Lines):
    """What is done beside the post."""

    model = SideStep
    fields = ["kind", "state", "tries", "not_before", "words", "vendor_words"]


@admin.register(Publication)
class PublicationAdmin(History):
    """Every publication, with what happened to it."""

    list_display = [
        "id", "film", "channel", "state", "scheduled_at", "published_at", "attempts", "failures", "error_code",
        "library",
    ]  # fmt: skip
    list_select_related = ["project", "channel", "library"]
    list_filter = ["state", "channel__platform", library_filter("library"), film_filter("project"), "scheduled_at"]
    search_fields = ["=remote_id", "url", "marker", "project__title", "channel__name", "error_detail"]
    actions = ["cancel", "try_beside_again"]
    inlines = [SideStepInline, EventInline]

    @admin.display(description="Film")
    def film(self, publication: Publication) -> str:
        """Its film."""
        return str(publication.project)[:60]

    def has_help_permission(self, request: HttpRequest) -> bool:
        """Whoever may change publications may help them along."""
        return request.user.has_perm("publishing.change_publication")

    @admin.action(description="Cancel what is not being posted yet", permissions=["help"])
    def cancel(self, request: HttpRequest, rows: QuerySet[Publication]) -> None:
        """Cancel some."""
        self._each(request, rows, lambda row: services.cancel(row, by_id=request.user.pk))

    @admin.action(description="Try the failed steps beside the post again", permissions=["help"])
    def try_beside_again(self, request: HttpRequest, rows: QuerySet[Publication]) -> None:
        """Try what failed beside some."""
        steps = SideStep.objects.filter(publication__in=rows, state=SideStep.State.FAILED).select_related("publication")
        self._each(
            request, steps, lambda step: services.retry_side_step(step.publication, step.kind, by_id=request.user.pk)
        )

    def _each(self, request: HttpRequest, rows: Any, do: Any) -> None:
        done = 0
        for row in rows:
            try:
                do(row)
                done += 1
            except services.NotPossible as error:
                self.message_user(request, f"{row}: {error}", messages.WARNING)
        self.message_user(request, f"Done for {done}.")


class TimeInline(admin.TabularInline):
    """When a channel usually publishes."""

    model = ChannelTime
    extra = 0


@admin.register(Channel)
class ChannelAdmin(History):
    """Connected accounts. Their tokens are shown to nobody."""

    list_display = ["name", "platform", "state", "expires_at", "closed_until", "library", "connected_at"]
    list_select_related = ["library"]
    list_filter = ["platform", "state", library_filter("library")]
    search_fields = ["name", "handle", "=remote_id"]
    exclude = ["sealed_tokens", "sealed_secret"]


@admin.register(PlatformApp)
class PlatformAppAdmin(History):
    """Applications that were registered at platforms. Their secrets are shown to nobody."""

    list_display = ["platform", "login", "client_id", "library", "written_by", "written_at"]
    list_select_related = ["library", "written_by"]
    list_filter = ["platform", library_filter("library")]
    exclude = ["sealed_secret"]


@admin.register(PublishingRules)
class PublishingRulesAdmin(admin.ModelAdmin):
    """How libraries publish."""

    list_display = ["library", "wants_approval", "time_zone"]
    list_select_related = ["library"]
    list_filter = ["wants_approval", library_filter("library")]


@admin.register(QuotaEntry)
class QuotaEntryAdmin(History):
    """What was used of each platform's shares."""

    list_display = ["at", "platform", "bucket", "units", "what", "owner", "channel", "publication"]
    list_select_related = ["channel", "publication"]
    list_filter = ["platform", "bucket", "at"]
    search_fields = ["owner"]
    date_hierarchy = "at"


@admin.register(QuotaGate)
class QuotaGateAdmin(admin.ModelAdmin):
    """Shares that a platform says are gone. One may be opened again by hand."""

    list_display = ["platform", "bucket", "owner", "closed_until", "words"]
    list_filter = ["platform", "bucket"]
    readonly_fields = ["platform", "bucket", "owner"]
    actions = ["open_again"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        """They write themselves."""
        return False

    @admin.action(description="Open again", permissions=["change"])
    def open_again(self, request: HttpRequest, rows: QuerySet[Model]) -> None:
        """Open some."""
        self.message_user(request, f"Opened {rows.update(closed_until=None, words='')}.")


@admin.register(PlatformMessage)
class PlatformMessageAdmin(History):
    """What platforms told."""

    list_display = ["at", "platform", "event", "remote_ref", "account_ref", "times", "problem"]
    list_filter = ["platform", "event", "at"]
    search_fields = ["=delivery_id", "=remote_ref"]
