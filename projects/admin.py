"""Films, with what is heard and what is seen in them."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest

from projects.models import Casting, Project, Scene, Segment, Series, Shot


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
    list_filter = ["library"]
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
class ProjectAdmin(admin.ModelAdmin):
    """Films."""

    list_display = ["__str__", "source_kind", "shape", "seconds", "genre", "series", "library", "created_at"]
    list_select_related = ["library", "series"]
    list_filter = ["library", "source_kind", "shape", "genre", "language", "created_at"]
    search_fields = ["title", "logline", "source"]
    autocomplete_fields = ["library", "series", "narrator"]
    raw_id_fields = ["created_by"]
    date_hierarchy = "created_at"
    inlines = [ProjectCastingInline, SceneInline, SegmentInline]


@admin.register(Scene)
class SceneAdmin(admin.ModelAdmin):
    """Scenes with their shots."""

    list_display = ["__str__", "project", "position", "set", "time_of_day", "weather", "mood", "shot_count"]
    list_select_related = ["project", "set"]
    list_filter = ["time_of_day", "weather", "mood"]
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
class ShotAdmin(admin.ModelAdmin):
    """Shots with who is in them."""

    list_display = ["__str__", "film", "size", "angle", "move", "action"]
    list_select_related = ["scene__project"]
    list_filter = ["size", "angle", "move"]
    search_fields = ["action", "focus", "scene__heading", "scene__project__title"]
    raw_id_fields = ["scene", "segment"]
    inlines = [ShotCastingInline]

    @admin.display(description="Film", ordering="scene__project")
    def film(self, shot: Shot) -> str:
        """The film it is in."""
        return str(shot.scene.project)
