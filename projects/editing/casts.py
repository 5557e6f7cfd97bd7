"""Who and what is in a scene and in its shots, and in which look: put in, dressed, taken out."""

from __future__ import annotations

from django.db.models import Max, QuerySet
from django.utils.translation import gettext as _

from projects.editing.order import NotPossible
from projects.journal import recorded
from projects.models import Casting, Edit, Scene, Shot


def cast_in_scene(scene: Scene, entity_id: int, *, by_id: int | None) -> Edit | None:
    """Put somebody or something into a scene: shots can then show them. Who is there already stays as they are."""
    with recorded(scene.project_id, "Cast in a scene", by_id) as recording:
        castings = Casting.objects.filter(scene=scene)
        if not castings.filter(entity=entity_id).exists():
            Casting.objects.create(scene=scene, entity_id=entity_id, position=_next(castings))
    return recording.edit


def uncast_from_scene(scene: Scene, entity_id: int, *, by_id: int | None) -> Edit | None:
    """Take somebody or something out of a scene and of all its shots."""
    with recorded(scene.project_id, "Take out of a scene", by_id) as recording:
        Casting.objects.filter(scene=scene, entity=entity_id).delete()
        Casting.objects.filter(shot__in=_shots(scene), entity=entity_id).delete()
    return recording.edit


def dress_in_scene(scene: Scene, entity_id: int, look_id: int | None, *, by_id: int | None) -> Edit | None:
    """Give somebody a look for a scene and all its shots; None is the usual one."""
    with recorded(scene.project_id, "Change a look in a scene", by_id) as recording:
        castings = Casting.objects.filter(scene=scene)
        if not castings.filter(entity=entity_id).exists():
            Casting.objects.create(scene=scene, entity_id=entity_id, position=_next(castings))
        castings.filter(entity=entity_id).update(look=look_id)
        Casting.objects.filter(shot__in=_shots(scene), entity=entity_id).update(look=look_id)
    return recording.edit


def cast_in_shot(shot: Shot, entity_id: int, *, by_id: int | None) -> Edit | None:
    """Show somebody or something in a shot, in the look that they have in its scene."""
    with recorded(shot.scene.project_id, "Cast in a shot", by_id) as recording:
        castings = Casting.objects.filter(shot=shot)
        if castings.filter(entity=entity_id).exists():
            raise NotPossible(_("This is in the shot already."))
        in_scene = Casting.objects.filter(scene=shot.scene_id, entity=entity_id).first()
        Casting.objects.create(
            shot=shot,
            entity_id=entity_id,
            look_id=in_scene.look_id if in_scene else None,
            position=_next(castings),
        )
    return recording.edit


def uncast(casting: Casting, *, by_id: int | None) -> Edit | None:
    """Take somebody or something out of a shot. Raise `NotPossible` for one that is in no shot."""
    if casting.shot is None:
        raise NotPossible(_("This is not in a shot."))
    with recorded(casting.shot.scene.project_id, "Take out of a shot", by_id) as recording:
        Casting.objects.filter(pk=casting.pk).delete()
    return recording.edit


def _shots(scene: Scene) -> QuerySet[Shot]:
    return Shot.objects.filter(scene=scene)


def _next(castings: QuerySet[Casting]) -> int:
    last: int | None = castings.aggregate(last=Max("position"))["last"]
    return 0 if last is None else last + 1
