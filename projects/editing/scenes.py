"""Scenes: added, moved, doubled, divided, joined, taken out, with all that is said and seen in them."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import models
from django.utils.translation import gettext as _

from projects.editing.fields import SCENE_FIELDS, SEGMENT_FIELDS
from projects.editing.order import NotPossible, moved, remove, renumber
from projects.editing.shots import copy_of
from projects.journal import PARKED, recorded
from projects.models import Edit, Scene, Segment, Shot


def add_scene(project_id: int, after: Scene | None, *, by_id: int | None, pause_ms: int = 3000) -> Scene:
    """Add a scene after another one (or before all): a silent one with one shot, in the same place."""
    with recorded(project_id, "Add a scene", by_id):
        rows = list(Scene.objects.filter(project=project_id))
        at = next((index + 1 for index, row in enumerate(rows) if after and row.pk == after.pk), 0)
        like = after or (rows[0] if rows else None)
        fresh: Scene = Scene.objects.create(
            project_id=project_id,
            position=PARKED,
            set=like.set if like else None,
            time_of_day=like.time_of_day if like else "day",
            weather=like.weather if like else "clear",
        )
        renumber([*rows[:at], fresh, *rows[at:]])
        segment = Segment.objects.create(
            project_id=project_id, scene=fresh, position=PARKED, kind=Segment.Kind.PAUSE, pause_ms=pause_ms
        )
        Shot.objects.create(scene=fresh, position=0, segment=segment, size="wide")
        _lay_out_segments(project_id)
    return fresh


def move_scene(scene: Scene, to: int, *, by_id: int | None) -> Edit | None:
    """Tell a scene earlier or later, with all that is said in it."""
    with recorded(scene.project_id, "Move a scene", by_id) as recording:
        rows = list(Scene.objects.filter(project=scene.project_id))
        renumber(moved(rows, next(row for row in rows if row.pk == scene.pk), to))
        _lay_out_segments(scene.project_id)
    return recording.edit


def remove_scene(scene: Scene, *, by_id: int | None) -> Edit | None:
    """Take a scene out with its lines and shots. Raise `NotPossible` for the only one."""
    with recorded(scene.project_id, "Remove a scene", by_id) as recording:
        rows = list(Scene.objects.filter(project=scene.project_id))
        if len(rows) < 2:
            raise NotPossible(_("A film has at least one scene."))
        remove(Shot.objects.filter(scene=scene))
        remove(Segment.objects.filter(scene=scene))
        remove([scene])
        renumber([row for row in rows if row.pk != scene.pk])
        _lay_out_segments(scene.project_id)
    return recording.edit


def duplicate_scene(scene: Scene, *, by_id: int | None) -> Scene:
    """Tell a scene twice: the copy, right after it, has lines, shots and cast of its own that are alike."""
    with recorded(scene.project_id, "Duplicate a scene", by_id):
        rows = list(Scene.objects.filter(project=scene.project_id))
        at = next(index for index, row in enumerate(rows) if row.pk == scene.pk)
        fields = {name: getattr(scene, name) for name in SCENE_FIELDS}
        fresh: Scene = Scene.objects.create(project_id=scene.project_id, position=PARKED, **fields)
        renumber([*rows[: at + 1], fresh, *rows[at + 1 :]])
        segments = {row.pk: _copy_segment(row, fresh, at) for row, at in _numbered(Segment.objects.filter(scene=scene))}
        for shot in Shot.objects.filter(scene=scene):
            segment = segments[shot.segment_id]
            copy = copy_of(shot, segment, shot.from_word, position=shot.position, scene_id=fresh.pk)
            Shot.objects.filter(pk=copy.pk).update(lead_ms=shot.lead_ms, card=shot.card, transition=shot.transition)
        for casting in scene.castings.all():
            casting.pk, casting.scene, casting._state.adding = None, fresh, True
            casting.save()
        _lay_out_segments(scene.project_id)
    return fresh


def _numbered(rows: Iterable[Segment]) -> list[tuple[Segment, int]]:
    return [(row, position) for position, row in enumerate(rows)]


def _copy_segment(segment: Segment, scene: Scene, at: int) -> Segment:
    fields = {name: getattr(segment, name) for name in (*SEGMENT_FIELDS, "kind", "speaker_name")}
    copy: Segment = Segment.objects.create(project_id=scene.project_id, scene=scene, position=2 * PARKED + at, **fields)
    return copy


def split_scene(scene: Scene, segment: Segment, *, by_id: int | None) -> Scene:
    """Divide a scene: from a line on it is a scene of its own, in the same place.

    Raise `NotPossible` at its first line.
    """
    with recorded(scene.project_id, "Divide a scene", by_id):
        later = list(Segment.objects.filter(scene=scene, position__gte=segment.position))
        if (
            segment.scene_id != scene.pk
            or not Segment.objects.filter(scene=scene, position__lt=segment.position).exists()
        ):
            raise NotPossible(_("A scene is divided at a line after its first."))
        rows = list(Scene.objects.filter(project=scene.project_id))
        at = next(index for index, row in enumerate(rows) if row.pk == scene.pk)
        fields = {name: getattr(scene, name) for name in SCENE_FIELDS} | {"transition": "cut"}
        fresh: Scene = Scene.objects.create(project_id=scene.project_id, position=PARKED, **fields)
        renumber([*rows[: at + 1], fresh, *rows[at + 1 :]])
        Segment.objects.filter(pk__in=[row.pk for row in later]).update(scene=fresh)
        _divide_shots(scene, fresh, segment)
        for casting in scene.castings.all():
            casting.pk, casting.scene, casting._state.adding = None, fresh, True
            casting.save()
    return fresh


def _divide_shots(scene: Scene, fresh: Scene, segment: Segment) -> None:
    """Give the shots from a line on to the new scene; one that runs over the line is seen in both."""
    shots = list(Shot.objects.filter(scene=scene).select_related("segment"))
    later = [shot for shot in shots if shot.segment.position >= segment.position]
    running = [shot for shot in shots if shot not in later][-1]
    Shot.objects.filter(pk__in=[shot.pk for shot in later]).update(scene=fresh, position=models.F("position") + PARKED)
    moved = list(Shot.objects.filter(scene=fresh))
    if not moved or (moved[0].segment_id, moved[0].from_word) != (segment.pk, 0):
        moved = [copy_of(running, segment, 0, position=2 * PARKED, scene_id=fresh.pk), *moved]
    renumber(moved)


def merge_scene(scene: Scene, *, by_id: int | None) -> Edit | None:
    """Join a scene with the next one: this one's place and light are kept. Raise `NotPossible` for the last."""
    following = Scene.objects.filter(project=scene.project_id, position__gt=scene.position).first()
    if following is None:
        raise NotPossible(_("This is the last scene: there is none to join it with."))
    with recorded(scene.project_id, "Join two scenes", by_id) as recording:
        Segment.objects.filter(scene=following).update(scene=scene)
        Shot.objects.filter(scene=following).update(scene=scene, position=models.F("position") + PARKED)
        known = set(scene.castings.values_list("entity", flat=True))
        for casting in following.castings.exclude(entity__in=known):
            casting.pk, casting.scene, casting._state.adding = None, scene, True
            casting.save()
        renumber(list(Shot.objects.filter(scene=scene)))
        remove([following])
        renumber(list(Scene.objects.filter(project=scene.project_id)))
    return recording.edit


def _lay_out_segments(project_id: int) -> None:
    """Number what is heard in the order of the scenes; what is in no scene yet stays at the end."""
    rows = list(Segment.objects.filter(project=project_id).select_related("scene"))
    rows.sort(key=lambda row: (row.scene.position if row.scene else PARKED, row.position))
    renumber(rows)
