"""What was made: files, the places they are for, takes, finished films."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest

from entities.curation import History
from generation.admin.shown import OWNERS, StandingFilter, film_filter, library_filter, of_slot, preview, tell
from generation.models import Asset, Rendition, Slot, Take
from generation.services import choices, curation

_SLOT = [*OWNERS, "scene__project", "segment__project", "shot__scene__project", "look__character"]
_FILM, _LIBRARY = of_slot()
_TAKE_FILM, _TAKE_LIBRARY = of_slot("slot__")


class Curated(History):
    """Rows on which something can be asked for, though none of them can be typed into."""

    def has_curate_permission(self, request: HttpRequest) -> bool:
        """Whoever may change slots may ask for what fills them."""
        return request.user.has_perm("generation.change_slot")


class TakeInline(admin.TabularInline):
    """The answers a slot got."""

    model = Take
    fk_name = "slot"
    extra = 0
    fields = ["number", "look_at", "is_kept", "removed_at", "recipe_digest", "created_at"]
    readonly_fields = ["number", "look_at", "is_kept", "removed_at", "recipe_digest", "created_at"]
    can_delete = False
    show_change_link = True

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


@admin.register(Asset)
class AssetAdmin(History):
    """Every stored file."""

    list_display = ["__str__", "look_at", "media_type", "size", "width", "height", "duration_ms", "library"]
    list_select_related = ["library"]
    list_filter = ["kind", library_filter("library"), "created_at"]
    search_fields = ["sha256", "media_type"]
    readonly_fields = ["look_at"]

    @admin.display(description="Preview")
    def look_at(self, asset: Asset) -> str:
        """The asset itself."""
        return preview(asset)


@admin.register(Slot)
class SlotAdmin(Curated):
    """Places that want an asset, with their takes. Which take is used is chosen among the takes."""

    list_display = ["__str__", "role", "look_at", "is_kept", "owner"]
    list_select_related = ["selected_take__asset", *_SLOT]
    list_filter = ["role", StandingFilter, _FILM, _LIBRARY]
    search_fields = ["project__title", "entity__name", "look__character__name", "scene__heading", "shot__action"]
    actions = ["make_again", "approve"]
    inlines = [TakeInline]

    @admin.display(description="Selected take")
    def look_at(self, slot: Slot) -> str:
        """What is used now."""
        return preview(slot.selected_take.asset if slot.selected_take else None)

    @admin.display(description="Kept", boolean=True)
    def is_kept(self, slot: Slot) -> bool:
        """Whether what is used stays, whatever comes."""
        return bool(slot.selected_take and slot.selected_take.is_kept)

    @admin.display(description="Of")
    def owner(self, slot: Slot) -> str:
        """What it belongs to."""
        return str(getattr(slot, slot.owner_name))

    @admin.action(description="Make again", permissions=["curate"])
    def make_again(self, request: HttpRequest, slots: QuerySet[Slot]) -> None:
        """Ask for a take of each."""
        chosen = slots.select_related(*_SLOT)
        tell(request, curation.make_again(chosen, requested_by_id=request.user.pk))

    @admin.action(description="Approve: keep the selected takes", permissions=["curate"])
    def approve(self, request: HttpRequest, slots: QuerySet[Slot]) -> None:
        """Nothing newer takes their place by itself."""
        chosen = list(slots.filter(selected_take__isnull=False).select_related("selected_take"))
        for slot in chosen:
            if slot.selected_take:
                choices.keep_take(slot.selected_take, kept=True)
        messages.success(request, f"Kept: {len(chosen)}.")


@admin.register(Take)
class TakeAdmin(Curated):
    """Every answer there is, also those that were put aside."""

    list_display = [
        "__str__",
        "role",
        "look_at",
        "is_used",
        "is_kept",
        "removed_at",
        "made_with",
        "made_by",
        "created_at",
    ]
    list_select_related = ["asset", "slot", "job__offer", "made_by"]
    list_filter = [
        "slot__role", "is_kept", ("removed_at", admin.EmptyFieldListFilter), "job__offer__vendor", _TAKE_FILM,
        _TAKE_LIBRARY, "created_at",
    ]  # fmt: skip
    search_fields = [
        "slot__project__title",
        "slot__entity__name",
        "slot__shot__action",
        "recipe_digest",
        "asset__sha256",
    ]
    readonly_fields = ["look_at"]
    actions = ["use", "approve", "release", "put_aside", "bring_back"]

    @admin.display(description="Preview")
    def look_at(self, take: Take) -> str:
        """The asset itself."""
        return preview(take.asset)

    @admin.display(description="Work", ordering="slot__role")
    def role(self, take: Take) -> str:
        """What kind of work it is."""
        return take.slot.get_role_display()

    @admin.display(description="Used", boolean=True)
    def is_used(self, take: Take) -> bool:
        """Whether its slot uses it."""
        return take.slot.selected_take_id == take.pk

    @admin.display(description="Model", ordering="job__offer")
    def made_with(self, take: Take) -> str:
        """Who made it."""
        if take.job is None:
            return "–"
        return str(take.job.offer or "the studio")

    @admin.action(description="Use these", permissions=["curate"])
    def use(self, request: HttpRequest, takes: QuerySet[Take]) -> None:
        """Each for its slot."""
        chosen = list(takes)
        for take in chosen:
            choices.choose_take(take)
        messages.success(request, f"Used now: {len(chosen)}.")

    @admin.action(description="Approve: keep", permissions=["curate"])
    def approve(self, request: HttpRequest, takes: QuerySet[Take]) -> None:
        """They stay, whatever comes."""
        self._keep(request, takes, kept=True)

    @admin.action(description="Keep no longer", permissions=["curate"])
    def release(self, request: HttpRequest, takes: QuerySet[Take]) -> None:
        """They may be replaced by newer ones."""
        self._keep(request, takes, kept=False)

    def _keep(self, request: HttpRequest, takes: QuerySet[Take], *, kept: bool) -> None:
        chosen = list(takes)
        for take in chosen:
            choices.keep_take(take, kept=kept)
        messages.success(request, f"{'Kept' if kept else 'No longer kept'}: {len(chosen)}.")

    @admin.action(description="Put aside", permissions=["curate"])
    def put_aside(self, request: HttpRequest, takes: QuerySet[Take]) -> None:
        """What is in use stays where it is."""
        for take in takes:
            try:
                choices.remove_take(take)
            except choices.InUse:
                messages.warning(request, f"{take} is in use. Choose another one first.")

    @admin.action(description="Bring back", permissions=["curate"])
    def bring_back(self, request: HttpRequest, takes: QuerySet[Take]) -> None:
        """What was put aside."""
        for take in takes:
            choices.restore_take(take)


@admin.register(Rendition)
class RenditionAdmin(History):
    """Finished films."""

    list_display = [
        "project", "format_key", "look_at", "frames", "duration_ms", "loudness_lufs", "true_peak_dbtp",
        "encoded_segments", "reused_segments", "created_at",
    ]  # fmt: skip
    list_select_related = ["project", "take__asset"]
    list_filter = ["format_key", film_filter("project"), library_filter("project__library"), "created_at"]
    search_fields = ["project__title"]
    readonly_fields = ["look_at"]

    @admin.display(description="Film")
    def look_at(self, rendition: Rendition) -> str:
        """The film itself."""
        return preview(rendition.take.asset, height=120)
