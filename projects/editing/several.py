"""Several shots changed at once, as one change that is taken back as one."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from django.utils.translation import gettext as _

from projects.editing.order import NotPossible, remove, renumber
from projects.journal import recorded
from projects.models import Edit, Shot


def change_shots(
    project_id: int, shot_ids: Collection[int], values: Mapping[str, str], *, by_id: int | None, label: str
) -> Edit | None:
    """Give shots of a film the same size, angle or move. Whatever they had before comes back together."""
    with recorded(project_id, label, by_id) as recording:
        Shot.objects.filter(scene__project=project_id, pk__in=shot_ids).update(**values)
    return recording.edit


def remove_shots(project_id: int, shot_ids: Collection[int], *, by_id: int | None) -> Edit | None:
    """Take shots out; of each run of them the one before is seen longer, or the one after earlier.

    Raise `NotPossible`, with nothing changed, where a scene would be left without a shot.
    """
    wanted = Shot.objects.filter(scene__project=project_id, scene__removed_at=None, pk__in=shot_ids)
    with recorded(project_id, "Remove several shots", by_id) as recording:
        for scene_id in list(wanted.order_by().values_list("scene", flat=True).distinct()):
            _remove_from(scene_id, shot_ids)
    return recording.edit


def _remove_from(scene_id: int, shot_ids: Collection[int]) -> None:
    rows = list(Shot.objects.filter(scene=scene_id))
    stay = [row for row in rows if row.pk not in shot_ids]
    if not stay:
        raise NotPossible(_("A scene has at least one shot. Remove the scene instead."))
    if stay[0].pk != rows[0].pk:
        # The scene's sound begins where it did, so that is where its first shot begins.
        first, heir = rows[0], stay[0]
        heir.segment_id, heir.from_word, heir.lead_ms = first.segment_id, first.from_word, first.lead_ms
        heir.save(update_fields=["segment", "from_word", "lead_ms"])
    remove([row for row in rows if row.pk in shot_ids])
    renumber(stay)
