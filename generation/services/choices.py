"""What people choose among: the take that is used, the takes that stay, the model that makes the next ones.

Nothing here destroys anything. A take that is put aside keeps its file and can be brought back.
"""

from __future__ import annotations

from collections.abc import Collection

from django.db import transaction
from django.utils import timezone

from generation.models import ModelOffer, Slot, Take
from generation.services.takes import select_take
from projects.models import Project

__all__ = [
    "ChangedMeanwhile",
    "InUse",
    "choose_model",
    "choose_take",
    "keep_take",
    "keep_used",
    "remove_take",
    "restore_take",
    "set_of_film",
    "sign_take",
    "usable_model",
]


class InUse(Exception):
    """The take is the one that the film uses."""


class ChangedMeanwhile(Exception):
    """Somebody else chose something else since. `theirs` is what it is now."""

    def __init__(self, theirs: object) -> None:
        super().__init__("Somebody changed this while you were at it.")
        self.theirs = theirs


@transaction.atomic
def choose_take(take: Take) -> None:
    """Use a take for its slot; one that had been put aside comes back."""
    slot = Slot.objects.select_for_update(of=("self",)).get(pk=take.slot_id)
    Take.objects.filter(pk=take.pk).update(removed_at=None)
    select_take(slot, take)


def keep_take(take: Take, *, kept: bool) -> None:
    """Mark a take as one that stays. As long as the film uses it, nothing newer takes its place by itself."""
    Take.objects.filter(pk=take.pk).update(is_kept=kept)


def keep_used(project_id: int, shot_ids: Collection[int], *, kept: bool) -> int:
    """Mark the pictures and clips that shots of a film use as ones that stay, or no longer; return how many."""
    used = Slot.objects.filter(shot__scene__project=project_id, shot__in=shot_ids, selected_take__isnull=False)
    return Take.objects.filter(pk__in=used.values("selected_take"), is_kept=not kept).update(is_kept=kept)


def sign_take(take: Take, user_id: int) -> None:
    """Write down who uploaded a take."""
    Take.objects.filter(pk=take.pk).update(made_by=user_id)


@transaction.atomic
def remove_take(take: Take) -> None:
    """Put a take aside. Raise `InUse` for the one that the film uses."""
    slot = Slot.objects.select_for_update(of=("self",)).get(pk=take.slot_id)
    if slot.selected_take_id == take.pk:
        raise InUse(f"take {take.pk}")
    Take.objects.filter(pk=take.pk, removed_at=None).update(removed_at=timezone.now(), is_kept=False)


def restore_take(take: Take) -> None:
    """Bring back a take that was put aside."""
    Take.objects.filter(pk=take.pk).update(removed_at=None)


@transaction.atomic
def choose_model(project_id: int, capability: str, key: str, *, was: str) -> ModelOffer | None:
    """Make a film's pieces of one kind with a model from now on; "" is the studio's own choice.

    `was` is what the user saw. Raise `ModelOffer.DoesNotExist` for a model that cannot be used, `ChangedMeanwhile`
    where somebody chose another one since.
    """
    project = Project.objects.select_for_update().get(pk=project_id)
    offer = usable_model(project.library_id, capability, key) if key else None
    now = str(project.offers.get(capability, ""))
    if now not in {was, key}:
        raise ChangedMeanwhile(now)
    others = {name: value for name, value in project.offers.items() if name != capability}
    project.offers = {**others, capability: key} if key else others
    project.save(update_fields=["offers"])
    return offer


def usable_model(library_id: int, capability: str, key: str) -> ModelOffer:
    """Return a model that a library may choose.

    Raise `ModelOffer.DoesNotExist` if none of that key can do it, or if it is switched off there or for everybody.
    """
    able = ModelOffer.objects.filter(capability=capability, is_on=True)
    return able.exclude(switched_off__library=library_id).get(key=key)


@transaction.atomic
def set_of_film(project_id: int, name: str, value: object, *, was: object) -> None:
    """Store one setting of a film, such as how loud its music is. Raise `ChangedMeanwhile` as above."""
    project = Project.objects.select_for_update().get(pk=project_id)
    now = getattr(project, name)
    if now not in (was, value):
        raise ChangedMeanwhile(now)
    setattr(project, name, value)
    project.save(update_fields=[name])
