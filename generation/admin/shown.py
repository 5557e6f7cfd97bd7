"""How the admin shows a stored file, and which filters its lists share."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils.html import format_html

from entities.curation import newest_filter
from entities.models import Library
from generation import graph
from generation.film import load
from generation.models import Asset, Slot
from generation.services.asking import Asked
from projects.models import Project

OWNERS = ["project", "scene", "segment", "shot", "entity", "look", "voice", "asset"]

_OF_FILM = ("project", "scene__project", "segment__project", "shot__scene__project")
_OF_LIBRARY = (
    *(f"{path}__library" for path in _OF_FILM),
    "entity__library",
    "look__character__library",
    "asset__library",
)


def film_filter(*paths: str) -> Any:
    """Return a filter by film."""
    return newest_filter(Project, *paths, title="film", name="film")


def library_filter(*paths: str) -> Any:
    """Return a filter by library."""
    return newest_filter(Library, *paths, title="library", name="library")


def of_slot(prefix: str = "") -> tuple[Any, Any]:
    """Return filters by the film and the library of a slot."""
    films, libraries = ((prefix + path for path in paths) for paths in (_OF_FILM, _OF_LIBRARY))
    return film_filter(*films), library_filter(*libraries, f"{prefix}voice__library")


def preview(asset: Asset | None, *, height: int = 90) -> str:
    """Return an asset to look at or listen to."""
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


def dollars(micros: int) -> str:
    """Return an amount of money."""
    return f"{micros / 1e6:.4f}"


def tell(request: HttpRequest, asked: Asked) -> None:
    """Say what came of asking."""
    if asked.queued:
        messages.success(request, f"Being made: {asked.queued}.")
    if asked.found:
        messages.success(request, f"Made before and used again: {asked.found}.")
    for problem, count in asked.problems.items():
        messages.warning(request, f"{count} not now: {problem}")


class StandingFilter(admin.SimpleListFilter):
    """How slots stand. What is out of date can only be told of one film at a time: choose a film first."""

    title = "standing"
    parameter_name = "standing"
    _STORED = (("empty", "Empty"), ("own", "Somebody's own file"), ("kept", "Kept"))
    _RECKONED = (
        ("stale", "Out of date"),
        (graph.State.FAILED.value, "Failed"),
        (graph.State.WORKING.value, "Being made"),
        (graph.State.FRESH.value, "Up to date"),
    )

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Offer what can be told."""
        reckoned = self._RECKONED if request.GET.get("film", "").isdecimal() else ()
        return [*self._STORED, *reckoned]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Slot]) -> QuerySet[Slot]:
        """Keep what stands so."""
        wanted = self.value()
        if not wanted:
            return queryset
        stored = {
            "empty": Q(selected_take=None),
            "own": Q(selected_take__recipe_digest=""),
            "kept": Q(selected_take__is_kept=True),
        }
        if wanted in stored:
            return queryset.filter(stored[wanted])
        film = request.GET.get("film", "")
        return queryset.filter(pk__in=_standing(int(film), wanted)) if film.isdecimal() else queryset.none()


def _standing(film_id: int, wanted: str) -> list[int]:
    try:
        worked_out = graph.work_out(load(film_id))
    except Project.DoesNotExist:
        return []
    if wanted == "stale":
        rest = {graph.State.FRESH, graph.State.WORKING}
        return [
            slot.pk
            for slot in worked_out.slots.values()
            if slot.selected_take and worked_out.states[slot.pk] not in rest
        ]
    return [pk for pk, state in worked_out.states.items() if state.value == wanted]
