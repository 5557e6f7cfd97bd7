"""Slots are filled here: by reusing what was made before, by asking for a job, by an upload."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Max

from generation import graph, queue, recipes, routing, storage
from generation.film import Film, load
from generation.models import Asset, Job, ModelOffer, Run, Slot, Take
from generation.models.jobs import new_token
from generation.planning.apply import apply
from generation.recipes import Recipe
from generation.services import analysis, budget
from generation.services.budget import OverBudget
from projects import journal
from projects.models import Project, Scene

__all__ = ["AlreadyActive", "OverBudget", "ensure_slots", "record_take", "request_take", "select_take", "upload_take"]


USE_SCRIPT = "Use version {new} of the script instead of {old}"
"""How a change of the script's version is written down; it says which one to go back to."""


class AlreadyActive(Exception):
    """The slot already has a job that has not finished, or the same thing is being made elsewhere."""


def ensure_slots(film: Film) -> Film:
    """Make the slots that the film's rows want and do not have; return the film with them."""
    missing = graph.missing_places(film)
    if not missing:
        return film
    rows = [Slot(**{f"{owner}_id": owner_id}, role=role, variant=variant) for owner, owner_id, role, variant in missing]
    Slot.objects.bulk_create(rows, ignore_conflicts=True, batch_size=500)
    return load(film.project.pk)


def request_take(
    film: Film,
    slot: Slot,
    *,
    recipe: Recipe | None = None,
    run: Run | None = None,
    requested_by_id: int | None = None,
    again: bool = False,
) -> Job | Take:
    """Get one new take for `slot`: a take at once where the library holds the same work, else a queued job.

    `again` asks for another take of the same recipe and never reuses. Raise `AlreadyActive` if it is
    being made, `OverBudget` if it costs more than is left. The recipe is stored before anything is
    sent, so a failed job can be retried or explained later.
    """
    recipe = recipe or recipes.recipe_for(film, slot)
    if not again:
        made = same_work(film.project.library_id, recipe)
        if made is not None:
            return _reuse(slot, made, "" if recipe.is_change else recipe.digest)
    try:
        with transaction.atomic():
            job = _create_job(film, slot, recipe, run=run, requested_by_id=requested_by_id, again=again)
            budget.reserve(job)
            queue.send(queue.RUN_JOB, job_id=job.pk)
    except IntegrityError as error:
        raise AlreadyActive(f"slot {slot.pk}") from error
    return job


def _create_job(
    film: Film, slot: Slot, recipe: Recipe, *, run: Run | None, requested_by_id: int | None, again: bool
) -> Job:
    offer = next((offer for offer in film.offers if offer.key == recipe.offer), None)
    is_no_choice = slot.role in {Slot.Role.REFERENCE, Slot.Role.SAMPLE, Slot.Role.DESCRIBED, *Slot.ASIDE}
    if offer is not None and not is_no_choice and not recipe.is_change:
        _keep_usual(film.project, offer)
    return Job.objects.create(
        library_id=film.project.library_id,
        project_id=film.project.pk,  # none for what no film uses
        slot=slot,
        run=run,
        offer=offer,
        recipe=asdict(recipe),
        recipe_digest=recipe.digest,
        token=new_token(),
        route=_route(film, slot, offer, recipe),
        notes=_notes(film, slot, offer, recipe),
        variation=slot.takes.count() if again else 0,
        requested_by_id=requested_by_id,
    )


def _route(film: Film, slot: Slot, offer: ModelOffer | None, recipe: Recipe) -> str:
    if offer is None:
        return ""
    if recipe.is_change:
        return f"{offer.label}: chosen for this change."
    return routing.explain(film.project, slot, offer, film.offers)


def _notes(film: Film, slot: Slot, offer: ModelOffer | None, recipe: Recipe) -> list[str]:
    """Return what is to be known of a job before it is made: which pictures do not go along."""
    if offer is None or recipe.is_change:
        return []
    return [words] if (words := recipes.left_out(film, slot, offer)) else []


def _keep_usual(project: Project, offer: ModelOffer) -> None:
    """Write down which model was taken where none was chosen: a better one that comes later makes nothing stale."""
    if project.pk is None or offer.capability in project.usual_offers or project.offers.get(offer.capability):
        return
    row = Project.objects.select_for_update().get(pk=project.pk)
    row.usual_offers = {offer.capability: offer.key, **row.usual_offers}
    row.save(update_fields=["usual_offers"])
    project.usual_offers = row.usual_offers


def same_work(library_id: int, recipe: Recipe) -> Take | None:
    """Return the newest take of the library that was made from the very same recipe and whose file is still there."""
    takes = Take.objects.filter(asset__library=library_id, removed_at=None)
    # A changed picture is a choice made by hand: what it was made from, only its job remembers.
    made_so = {"job__recipe_digest" if recipe.is_change else "recipe_digest": recipe.digest}
    takes = takes.filter(**made_so)
    takes = takes.select_related("asset", "slot")
    return next((take for take in takes.order_by("-pk")[:3] if storage.is_kept(take.asset)), None)


@transaction.atomic
def _reuse(slot: Slot, made: Take, digest: str) -> Take:
    slot = Slot.objects.select_for_update(of=("self",)).select_related("selected_take").get(pk=slot.pk)
    chosen = slot.selected_take
    if chosen is not None and digest and chosen.recipe_digest == digest:
        return chosen  # somebody else looked at the film at the same moment
    if made.slot_id == slot.pk:
        take = made
    else:
        take = _new_take(slot, made.asset, recipe_digest=digest, reused_from=made)
        if slot.role == Slot.Role.EXPORT:
            _copy_rendition(made, take, slot)
    select_take(slot, take)
    return take


def _copy_rendition(made: Take, take: Take, slot: Slot) -> None:
    rendition = getattr(made, "rendition", None)
    if rendition is not None:
        rendition.pk, rendition._state.adding = None, True
        rendition.take, rendition.project_id = take, slot.project_id
        rendition.save()


def _new_take(slot: Slot, asset: Asset, **fields: Any) -> Take:
    last = slot.takes.aggregate(last=Max("number"))["last"] or 0
    return Take.objects.create(slot=slot, asset=asset, number=last + 1, **fields)


@transaction.atomic
def record_take(job: Job, asset: Asset, *, cost_micros: int | None = None) -> Take:
    """Turn a finished `job` into a take and use it, unless the user chose an upload meanwhile or keeps what is there.

    `cost_micros` is what the vendor says it cost; None books the estimate. A plan is turned into rows
    at the same time. Raise `LostRace` if the job is no longer ours: then nothing has happened.
    """
    slots = Slot.objects.select_for_update(of=("self",)).select_related("selected_take__asset")
    slot = slots.get(pk=job.slot_id)
    take = _new_take(slot, asset, job=job, recipe_digest="" if job.is_change else job.recipe_digest)
    if _takes_its_place(job, slot.selected_take):
        select_take(slot, take)
    if not job.is_free:
        budget.settle(job, cost_micros)
    job.move_to(Job.State.SUCCEEDED, progress=100)  # last: if it raises, nothing above has happened
    return take


def _takes_its_place(job: Job, chosen: Take | None) -> bool:
    """Tell whether a new take is used in place of the one that is chosen now."""
    if chosen is None:
        return True
    if job.is_change:
        # Whoever asked for the change wants to see it, unless they have chosen something else since.
        return not chosen.is_kept and chosen.asset.sha256 == job.recipe["arguments"]["edit"]
    return bool(chosen.recipe_digest) and not chosen.is_kept


@transaction.atomic(savepoint=False)
def select_take(slot: Slot, take: Take) -> None:
    """Use `take` for `slot`; a plan becomes rows. One that replaces another can be taken back, and what it replaced."""
    before = slot.selected_take
    Slot.objects.filter(pk=slot.pk).update(selected_take=take)
    slot.selected_take = take
    if slot.role == Slot.Role.DESCRIBED:
        analysis.adopt(slot, take)
    if slot.role not in Slot.PLANS:
        return
    if before is None:
        apply(slot, storage.read_json(take.asset))
    else:
        _plan_anew(slot, before, take)


def _plan_anew(slot: Slot, before: Take, take: Take) -> None:
    project_id = slot.project_id or Scene.objects.get(pk=slot.scene_id).project_id
    label = f"{slot.get_role_display()} planned anew"
    if slot.role == Slot.Role.SCRIPT:
        label = USE_SCRIPT.format(new=take.number, old=before.number)
    with journal.recorded(project_id, label, None):
        if slot.role == Slot.Role.SCRIPT:
            _go_back_to_seed(project_id, take)
        apply(slot, storage.read_json(take.asset))


def _go_back_to_seed(project_id: int, take: Take) -> None:
    """What is made by the script that is used is made with its seed."""
    job = take.job or (take.reused_from.job if take.reused_from else None)
    seed = job.recipe["arguments"].get("seed") if job else None
    if seed is not None:
        Project.objects.filter(pk=project_id).update(seed=seed)


def upload_take(slot: Slot, path: Path, media_type: str, *, library_id: int, details: Mapping[str, Any]) -> Take:
    """Use the user's own file for `slot`. It has no recipe, so it is never stale. Raise `BadAnswer` if it is broken."""
    asset = storage.store(path, media_type, library_id=library_id, details=details)
    with transaction.atomic():
        slot = Slot.objects.select_for_update().get(pk=slot.pk)
        take = _new_take(slot, asset)
        select_take(slot, take)
    return take
