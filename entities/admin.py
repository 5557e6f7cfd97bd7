"""The library, curated: who and what is seen, in which looks, with which guide images."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import Count, Prefetch, QuerySet
from django.http import HttpRequest
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from entities import audit
from entities.curation import History, as_table, differences, newest_filter
from entities.editing import write_down
from entities.models import (
    AuditEntry,
    Character,
    GuideImage,
    Invitation,
    Library,
    LibraryEdit,
    Look,
    Membership,
    Prop,
    Set,
    Style,
    Voice,
)

LibraryFilter = newest_filter(Library, "library", title="library", name="library")


def picture(asset: Any, *, height: int = 72) -> str | SafeString:
    """Return a small preview of an image asset; a dash where there is none."""
    if asset is None or asset.kind != "image":
        return "–"
    url = asset.link
    return format_html('<img src="{}" height="{}" loading="lazy" alt="">', url, height)


class MembershipInline(admin.TabularInline):
    """Who may see and change a library."""

    model = Membership
    extra = 0
    autocomplete_fields = ["user"]


class GuideImageInline(admin.TabularInline):
    """The pictures the user gave, in order."""

    model = GuideImage
    extra = 0
    fields = ["position", "asset", "preview"]
    readonly_fields = ["preview"]
    raw_id_fields = ["asset"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[GuideImage]:
        """Bring the assets along."""
        return super().get_queryset(request).select_related("asset")

    @admin.display(description="Preview")
    def preview(self, guide: GuideImage) -> str:
        """The picture itself."""
        return picture(guide.asset, height=96)


class LookInline(admin.TabularInline):
    """What a character wears."""

    model = Look
    extra = 0


@admin.register(Library)
class LibraryAdmin(admin.ModelAdmin):
    """Libraries and their members."""

    list_display = ["name", "entity_count", "film_count", "created_at"]
    search_fields = ["name"]
    inlines = [MembershipInline]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Library]:
        """Count in the same query."""
        counted = Count("entities", distinct=True), Count("projects", distinct=True)
        return super().get_queryset(request).annotate(entity_count=counted[0], film_count=counted[1])

    @admin.display(description="Entities", ordering="entity_count")
    def entity_count(self, library: Any) -> int:
        """How many entities it has."""
        return int(library.entity_count)

    @admin.display(description="Films", ordering="film_count")
    def film_count(self, library: Any) -> int:
        """How many films it has."""
        return int(library.film_count)


class _Noted(admin.ModelAdmin):
    """Rows of a library: who changed what here is written down like everywhere else."""

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: Any) -> None:
        """Store it, and what it was before."""
        own = {field.name for field in obj._meta.concrete_fields}
        names = [name for name in form.changed_data if name in own]
        super().save_model(request, obj, form, change)
        if change and names and obj.library_id:
            before = {name: form.initial.get(name) for name in names}
            after = {name: obj._meta.get_field(name).value_from_object(obj) for name in names}
            write_down(obj, before, after, by_id=request.user.pk, label=f"Changed “{obj}” in the admin")


class _EntityAdmin(_Noted):
    """What characters, sets and props have in common here."""

    list_select_related = ["library"]
    list_filter = [LibraryFilter]
    search_fields = ["name", "description"]
    inlines = [GuideImageInline]
    readonly_fields = ["references"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Bring the reference pictures along, whatever the length of the list."""
        own = "slots", "slots__selected_take", "slots__selected_take__asset"
        return super().get_queryset(request).prefetch_related(*own)

    @admin.display(description="Reference")
    def references(self, entity: Any) -> str:
        """The reference picture in use."""
        return _pictures(list(entity.slots.all()))


def _pictures(slots: list[Any]) -> str:
    takes = [slot.selected_take for slot in slots if slot.role == "reference" and slot.selected_take]
    return format_html_join(" ", "{}", ((picture(take.asset),) for take in takes)) or "–"


@admin.register(Character)
class CharacterAdmin(_EntityAdmin):
    """Everybody."""

    list_display = ["name", "references", "role", "sex", "age", "hair", "voice", "library"]
    list_select_related = ["library", "voice"]
    list_filter = [LibraryFilter, "sex", "age", ("voice", admin.EmptyFieldListFilter)]
    search_fields = ["name", "description", "role", "aliases"]
    inlines = [LookInline, GuideImageInline]
    autocomplete_fields = ["library", "voice"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Character]:
        """Bring each look's reference along."""
        looks = Look.objects.prefetch_related("slots__selected_take__asset")
        return super().get_queryset(request).prefetch_related(Prefetch("looks", queryset=looks))

    @admin.display(description="Looks")
    def references(self, entity: Any) -> str:
        """One picture per look."""
        looks = entity.looks.all()
        return _pictures([slot for look in looks for slot in look.slots.all()])


@admin.register(Set)
class SetAdmin(_EntityAdmin):
    """Every place."""

    list_display = ["name", "references", "place", "interior", "era", "library"]
    list_filter = [LibraryFilter, "interior", "place"]
    autocomplete_fields = ["library"]


@admin.register(Prop)
class PropAdmin(_EntityAdmin):
    """Every thing that matters."""

    list_display = ["name", "references", "owner", "library"]
    list_select_related = ["library", "owner"]
    autocomplete_fields = ["library", "owner"]


@admin.register(Voice)
class VoiceAdmin(_Noted):
    """Voices to cast."""

    list_display = ["name", "sex", "age", "tone", "offer", "key", "library"]
    list_select_related = ["library"]
    list_filter = ["offer", "sex", "age", LibraryFilter]
    search_fields = ["name", "key", "tone"]
    autocomplete_fields = ["library"]


@admin.register(Style)
class StyleAdmin(_Noted):
    """Directors' styles."""

    list_display = ["name", "swatches", "light", "framing", "rhythm", "captions", "music", "library"]
    list_select_related = ["library"]
    list_filter = [("library", admin.EmptyFieldListFilter), LibraryFilter]
    search_fields = ["name", "description"]
    autocomplete_fields = ["library"]

    @admin.display(description="Palette")
    def swatches(self, style: Style) -> str:
        """The palette as colours."""
        box = '<svg width="22" height="22" role="img"><title>{0}</title><rect width="22" height="22" fill="{0}"/></svg>'
        return format_html_join("", box, ((colour,) for colour in style.palette))


@admin.register(LibraryEdit)
class LibraryEditAdmin(History):
    """Who changed what in a library."""

    list_display = ["at", "user", "label", "what", "library"]
    list_select_related = ["user", "library"]
    list_filter = ["model", LibraryFilter, "at"]
    search_fields = ["label", "user__username", "library__name"]
    date_hierarchy = "at"
    fields = ["at", "user", "library", "label", "what"]
    readonly_fields = ["what"]

    @admin.display(description="What it was and is")
    def what(self, edit: LibraryEdit) -> str:
        """Each field before and after."""
        return as_table(differences(f"{edit.model} {edit.row_id}", edit.before, edit.after))


@admin.register(Invitation)
class InvitationAdmin(History):
    """Seats that were offered. The link itself is known to nobody but who got it."""

    fields = ["library", "role", "invited_by", "created_at", "expires_at", "used_by", "used_at"]
    list_display = ["library", "role", "invited_by", "created_at", "expires_at", "used_by", "used_at"]
    list_select_related = ["library", "invited_by", "used_by"]
    list_filter = ["role", ("used_at", admin.EmptyFieldListFilter), LibraryFilter]
    search_fields = ["library__name", "invited_by__username", "used_by__username"]


@admin.register(AuditEntry)
class AuditEntryAdmin(History):
    """Who changed a library's members, links, keys, models and budgets. What is secret is not in it."""

    fields = ["at", "user", "library", "words"]
    readonly_fields = ["words"]
    list_display = ["at", "user", "words", "library"]
    list_select_related = ["user", "library"]
    list_filter = ["code", LibraryFilter, "at"]
    search_fields = ["user__username", "library__name", "facts"]
    date_hierarchy = "at"

    @admin.display(description="What was done")
    def words(self, entry: AuditEntry) -> str:
        """The deed, in words."""
        return audit.words(entry)
