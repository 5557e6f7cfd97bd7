"""Who and what belongs to a film: put on its list, taken off it, two that are one made one."""

from __future__ import annotations

from django.db.models import Max, Q
from django.utils.translation import gettext as _

from entities.models import Character, Entity
from projects.editing.order import NotPossible
from projects.journal import recorded
from projects.models import Casting, Edit, Project, Scene, Segment


def cast_in_film(project: Project, entity: Entity, *, by_id: int | None) -> Edit | None:
    """Put somebody or something of the library on a film's list."""
    with recorded(project.pk, f"Add {entity.name}", by_id) as recording:
        castings = Casting.objects.filter(project=project)
        if not castings.filter(entity=entity.pk).exists():
            last = castings.aggregate(last=Max("position"))["last"]
            Casting.objects.create(project=project, entity_id=entity.pk, position=0 if last is None else last + 1)
    return recording.edit


def uncast_from_film(project: Project, entity: Entity, *, by_id: int | None) -> Edit | None:
    """Take somebody or something off a film's list. Raise `NotPossible` while a scene, a shot or a line needs them."""
    with recorded(project.pk, f"Take {entity.name} off the list", by_id) as recording:
        if is_used(project, entity.pk):
            raise NotPossible(_("%s is seen or heard in this film. Change its scenes and lines first.") % entity.name)
        Casting.objects.filter(project=project, entity=entity.pk).delete()
    return recording.edit


def is_used(project: Project, entity_id: int) -> bool:
    """Tell whether a film's scenes, shots or lines need somebody or something."""
    seen = Q(scene__project=project, scene__removed_at=None)
    seen |= Q(shot__scene__project=project, shot__removed_at=None, shot__scene__removed_at=None)
    return (
        Casting.objects.filter(seen, entity=entity_id).exists()
        or Segment.objects.filter(project=project, speaker=entity_id).exists()
        or Scene.objects.filter(project=project, set=entity_id).exists()
    )


def merge_people(project: Project, person: Character, into: Character, *, by_id: int | None) -> Edit | None:
    """Make two characters of a film one: what the first says and does, the second does from now on, in its own looks.

    Raise `NotPossible` for one and the same.
    """
    if person.pk == into.pk:
        raise NotPossible(_("Choose two characters that are one and the same person."))
    with recorded(project.pk, f"Merge {person.name} into {into.name}", by_id) as recording:
        Segment.everything.filter(project=project, speaker=person).update(speaker=into, speaker_name=into.name)
        here = Q(project=project) | Q(scene__project=project) | Q(shot__scene__project=project)
        for casting in Casting.objects.filter(here, entity=person.pk):
            place = {"project": casting.project_id, "scene": casting.scene_id, "shot": casting.shot_id}
            if Casting.objects.filter(**place, entity=into.pk).exists():
                casting.delete()
            else:
                Casting.objects.filter(pk=casting.pk).update(entity=into.pk, look=None)
        if not Casting.objects.filter(project=project, entity=into.pk).exists():
            Casting.objects.create(project=project, entity_id=into.pk)
    return recording.edit
