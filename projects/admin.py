"""Films, with what is heard and what is seen in them."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse

from entities.curation import Change, History, as_table, differences, newest_filter
from entities.models import Library
from projects import journal
from projects.models import Casting, Edit, Project, Scene, Segment, Series, Shot


def _filters(film: str, library: str) -> list[Any]:
    return [
        newest_filter(Project, film, title="film", name="film"),
        newest_filter(Library, library, title="library", name="library"),
    ]


class _Journaled(admin.ModelAdmin):
    """Rows of a film's plan: who changed what here is written down, and can be undone, like everywhere else."""

    def changeform_view(
        self, request: HttpRequest, object_id: str | None = None, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """Answer as always; write down what a sent form changed."""
        film_id = self._film_id(object_id) if request.method == "POST" and object_id else None
        if film_id is None:
            return super().changeform_view(request, object_id, form_url, extra_context)
        with journal.recorded(film_id, f"Changed {self.opts.verbose_name} {object_id} in the admin", request.user.pk):
            return super().changeform_view(request, object_id, form_url, extra_context)

    def _film_id(self, object_id: str) -> int | None:
        path = {"Project": "pk", "Scene": "project", "Shot": "scene__project"}[self.model.__name__]
        if not object_id.isdecimal():
            return None
        return self.model._default_manager.filter(pk=object_id).values_list(path, flat=True).first()


class SceneInline(admin.TabularInline):
    """The scenes of a film."""

    model = Scene
    extra = 0
    fields = ["position", "heading", "set", "time_of_day", "weather", "mood", "music", "transition"]
    raw_id_fields = ["set"]
    show_change_link = True


class SegmentInline(admin.TabularInline):
    """What is heard."""

    model = Segment
    extra = 0
    fields = ["position", "kind", "speaker", "text", "direction", "sounds", "pause_before_ms", "pause_ms"]
    raw_id_fields = ["speaker"]


class ShotInline(admin.TabularInline):
    """The shots of a scene."""

    model = Shot
    extra = 0
    fields = ["position", "segment", "from_word", "lead_ms", "size", "angle", "move", "transition", "card", "action"]
    raw_id_fields = ["segment"]
    show_change_link = True


class CastingInline(admin.TabularInline):
    """Who and what is there."""

    model = Casting
    extra = 0
    fields = ["position", "entity", "look", "pose", "gesture", "expression", "holds", "place", "facing", "looks_at"]
    raw_id_fields = ["entity", "look"]


class ProjectCastingInline(CastingInline):
    """The cast of a film."""

    fk_name = "project"
    fields = ["position", "entity", "look"]


class SceneCastingInline(CastingInline):
    """The cast of a scene."""

    fk_name = "scene"
    fields = ["position", "entity", "look"]


class ShotCastingInline(CastingInline):
    """The cast of a shot."""

    fk_name = "shot"


@admin.register(Series)
class SeriesAdmin(admin.ModelAdmin):
    """Films that share a cast."""

    list_display = ["name", "episode_count", "library"]
    list_select_related = ["library"]
    list_filter = [_filters("episodes", "library")[1]]
    search_fields = ["name"]
    autocomplete_fields = ["library"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Series]:
        """Count in the same query."""
        return super().get_queryset(request).annotate(episode_count=Count("episodes"))

    @admin.display(description="Episodes", ordering="episode_count")
    def episode_count(self, series: Any) -> int:
        """How many films it has."""
        return int(series.episode_count)


@admin.register(Project)
class ProjectAdmin(_Journaled):
    """Films."""

    list_display = ["__str__", "source_kind", "shape", "seconds", "genre", "series", "library", "created_at"]
    list_select_related = ["library", "series"]
    list_filter = [_filters("pk", "library")[1], "source_kind", "shape", "genre", "language", "created_at"]
    search_fields = ["title", "logline", "source"]
    autocomplete_fields = ["library", "series", "narrator"]
    raw_id_fields = ["created_by"]
    date_hierarchy = "created_at"
    inlines = [ProjectCastingInline, SceneInline, SegmentInline]


@admin.register(Scene)
class SceneAdmin(_Journaled):
    """Scenes with their shots."""

    list_display = ["__str__", "project", "position", "set", "time_of_day", "weather", "mood", "shot_count"]
    list_select_related = ["project", "set"]
    list_filter = [*_filters("project", "project__library"), "time_of_day", "weather", "mood"]
    search_fields = ["heading", "summary", "project__title"]
    raw_id_fields = ["project", "set"]
    inlines = [SceneCastingInline, ShotInline]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Scene]:
        """Count in the same query."""
        return super().get_queryset(request).annotate(shot_count=Count("shots"))

    @admin.display(description="Shots", ordering="shot_count")
    def shot_count(self, scene: Any) -> int:
        """How many shots it has."""
        return int(scene.shot_count)


@admin.register(Shot)
class ShotAdmin(_Journaled):
    """Shots with who is in them."""

    list_display = ["__str__", "film", "size", "angle", "move", "action"]
    list_select_related = ["scene__project"]
    list_filter = [*_filters("scene__project", "scene__project__library"), "size", "angle", "move"]
    search_fields = ["action", "focus", "scene__heading", "scene__project__title"]
    raw_id_fields = ["scene", "segment"]
    inlines = [ShotCastingInline]

    @admin.display(description="Film", ordering="scene__project")
    def film(self, shot: Shot) -> str:
        """The film it is in."""
        return str(shot.scene.project)


@admin.register(Edit)
class EditAdmin(History):
    """Who changed what in a film's plan."""

    list_display = ["at", "user", "project", "label", "rows", "undone_at"]
    list_select_related = ["user", "project"]
    list_filter = [*_filters("project", "project__library"), ("undone_at", admin.EmptyFieldListFilter), "at"]
    search_fields = ["label", "user__username", "project__title"]
    date_hierarchy = "at"
    fields = ["at", "user", "project", "label", "undone_at", "what"]
    readonly_fields = ["what"]

    @admin.display(description="Rows")
    def rows(self, edit: Edit) -> str:
        """Which rows it touched."""
        return ", ".join(f"{name} {pk}" for name, pk in _rows(edit)[:5]) or "–"

    @admin.display(description="What it was and is")
    def what(self, edit: Edit) -> str:
        """Each field before and after."""
        return as_table(_changes(edit))


def _rows(edit: Edit) -> list[tuple[str, str]]:
    touched = {(name, pk): None for side in (edit.before, edit.after) for name in side for pk in side[name]}
    return list(touched)


def _changes(edit: Edit) -> list[Change]:
    found: list[Change] = []
    for name, pk in _rows(edit)[:200]:
        before, after = (side.get(name, {}).get(pk) for side in (edit.before, edit.after))
        what = f"{name} {pk}" + (" (new)" if before is None else " (removed)" if after is None else "")
        found += differences(what, before or {}, after or {})
    return found
