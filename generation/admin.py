"""What was made and how: slots, takes, jobs, runs, the models on offer, the books."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.html import format_html

from generation.models import Asset, Job, LedgerEntry, ModelOffer, Rendition, Run, RunEvent, Slot, Take

_OWNERS = ["project", "scene", "segment", "shot", "entity", "look", "voice"]


def preview(asset: Asset | None, *, height: int = 90) -> str:
    """Return an asset to look at or listen to, as the admin shows it."""
    if asset is None:
        return "–"
    url = asset.link
    if asset.kind == Asset.Kind.IMAGE:
        return format_html('<img src="{}" height="{}" loading="lazy" alt="">', url, height)
    if asset.kind == Asset.Kind.VIDEO:
        return format_html('<video src="{}" height="{}" controls preload="none" muted></video>', url, height)
    if asset.kind == Asset.Kind.AUDIO:
        return format_html('<audio src="{}" controls preload="none"></audio>', url)
    return format_html('<a href="{}">{}</a>', url, asset.media_type)


class _History(admin.ModelAdmin):
    """Rows that say what happened: looked at, never edited."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        """History is made by working, not by typing."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """History is not rewritten."""
        return False


class TakeInline(admin.TabularInline):
    """The answers a slot got."""

    model = Take
    fk_name = "slot"
    extra = 0
    fields = ["number", "look_at", "recipe_digest", "created_at"]
    readonly_fields = ["number", "look_at", "recipe_digest", "created_at"]
    can_delete = False

    def get_queryset(self, request: HttpRequest) -> Any:
        """Bring the assets along."""
        return super().get_queryset(request).select_related("asset")

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Takes are made by jobs and uploads."""
        return False

    @admin.display(description="Take")
    def look_at(self, take: Take) -> str:
        """The asset itself."""
        return preview(take.asset)


class RunEventInline(admin.TabularInline):
    """A run's log."""

    model = RunEvent
    extra = 0
    fields = ["at", "level", "step", "text"]
    readonly_fields = ["at", "level", "step", "text"]
    can_delete = False

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """The log writes itself."""
        return False


@admin.register(Asset)
class AssetAdmin(_History):
    """Every stored file."""

    list_display = ["__str__", "look_at", "media_type", "size", "width", "height", "duration_ms", "library"]
    list_select_related = ["library"]
    list_filter = ["kind", "library", "created_at"]
    search_fields = ["sha256"]
    readonly_fields = ["look_at"]

    @admin.display(description="Preview")
    def look_at(self, asset: Asset) -> str:
        """The asset itself."""
        return preview(asset)


@admin.register(Slot)
class SlotAdmin(admin.ModelAdmin):
    """Places that want an asset, with their takes. Choosing another take is done here too."""

    list_display = ["__str__", "role", "look_at", "owner"]
    list_select_related = ["selected_take__asset", *_OWNERS, "scene__project", "shot__scene"]
    list_filter = ["role", ("selected_take", admin.EmptyFieldListFilter)]
    search_fields = ["project__title", "entity__name", "scene__heading"]
    raw_id_fields = [*_OWNERS, "selected_take"]
    inlines = [TakeInline]

    @admin.display(description="Selected take")
    def look_at(self, slot: Slot) -> str:
        """What is used now."""
        return preview(slot.selected_take.asset if slot.selected_take else None)

    @admin.display(description="Of")
    def owner(self, slot: Slot) -> str:
        """What it belongs to."""
        return str(getattr(slot, slot.owner_name))


@admin.register(Job)
class JobAdmin(_History):
    """Every attempt, with what went wrong."""

    list_display = ["id", "state", "role", "film", "made_by", "took", "attempt", "error_code", "created_at"]
    list_select_related = ["slot", "project", "offer"]
    list_filter = ["state", "slot__role", "offer", "error_code", "created_at"]
    search_fields = ["project__title", "error_detail", "vendor_words", "provider_job_id", "recipe_digest"]
    date_hierarchy = "created_at"

    @admin.display(description="Work", ordering="slot__role")
    def role(self, job: Job) -> str:
        """What kind of work it is."""
        return job.slot.get_role_display()

    @admin.display(description="Film", ordering="project")
    def film(self, job: Job) -> str:
        """The film it is for."""
        return str(job.project or "–")

    @admin.display(description="Model", ordering="offer")
    def made_by(self, job: Job) -> str:
        """Who does it."""
        return str(job.offer or "the studio")

    @admin.display(description="Took")
    def took(self, job: Job) -> str:
        """From start to finish."""
        if job.started_at is None or job.finished_at is None:
            return "–"
        return f"{(job.finished_at - job.started_at).total_seconds():.1f} s"


@admin.register(Run)
class RunAdmin(_History):
    """Runs and their logs."""

    list_display = ["id", "project", "state", "until", "message", "requested_by", "created_at", "finished_at"]
    list_select_related = ["project", "requested_by"]
    list_filter = ["state", "until", "created_at"]
    search_fields = ["project__title", "message"]
    inlines = [RunEventInline]


@admin.register(ModelOffer)
class ModelOfferAdmin(admin.ModelAdmin):
    """Models, limits and prices. A change counts from the next job on."""

    list_display = [
        "label", "vendor", "capability", "is_on", "preference", "price", "max_references", "facts_date",
    ]  # fmt: skip
    list_editable = ["is_on", "preference"]
    list_filter = ["capability", "vendor", "is_on", "price_unit"]
    search_fields = ["key", "label", "endpoint"]

    @admin.display(description="Price", ordering="price_micros")
    def price(self, offer: ModelOffer) -> str:
        """The price with its unit."""
        if offer.is_free:
            return "free"
        return f"{offer.price_micros / 1e6:.4f} USD {offer.get_price_unit_display().lower()}"


@admin.register(LedgerEntry)
class LedgerEntryAdmin(_History):
    """The books."""

    list_display = ["at", "kind", "dollars", "project", "job", "note", "library"]
    list_select_related = ["project", "job", "library"]
    list_filter = ["kind", "library", "at"]
    search_fields = ["project__title", "note"]
    date_hierarchy = "at"

    @admin.display(description="USD", ordering="amount_micros")
    def dollars(self, entry: LedgerEntry) -> str:
        """The amount in dollars."""
        return f"{entry.amount_micros / 1e6:.4f}"


@admin.register(Rendition)
class RenditionAdmin(_History):
    """Finished films."""

    list_display = [
        "project", "format_key", "look_at", "frames", "duration_ms", "loudness_lufs", "true_peak_dbtp",
        "encoded_segments", "reused_segments", "created_at",
    ]  # fmt: skip
    list_select_related = ["project", "take__asset"]
    list_filter = ["format_key", "created_at"]
    search_fields = ["project__title"]

    @admin.display(description="Film")
    def look_at(self, rendition: Rendition) -> str:
        """The film itself."""
        return preview(rendition.take.asset, height=120)
