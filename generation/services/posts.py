"""Words for a post, asked of a language model: bought like anything else, and used by whoever publishes.

A post's slot belongs to a film and is no part of its making. What comes of it is a document (`PostWords`) that lies in
the slot's take: nothing here knows what a platform or a draft is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from generation import recipes, storage
from generation.film import Film, load, offers_of
from generation.models import Job, ModelOffer, Slot, Take
from generation.planning.posts import PostWords
from generation.providers.base import Capability
from generation.recipes import Recipe, posts
from generation.services import budget
from generation.services.takes import request_take, same_work


@dataclass(frozen=True, slots=True)
class Wish:
    """Words that could be asked for: of which model, for how much (in millionths of a dollar; 0: made before)."""

    film: Film
    recipe: Recipe
    offer: ModelOffer
    micros: int


def has_writer(library_id: int) -> bool:
    """Tell whether a library can ask any language model that is not the studio's own. One query."""
    offers = offers_of(library_id)
    return any(one.capability == Capability.TEXT and one.is_on and not one.is_ours for one in offers)


def wish(project_id: int, place: str, brief: Mapping[str, Any]) -> Wish:
    """Reckon what words for a post would cost. `place` names the post among those of its film; `brief` is JSON.

    Raise `NoOffer` where no language model is set up for the film.
    """
    return _wish(load(project_id), slot_of(project_id, place), brief)


def _wish(film: Film, slot: Slot | None, brief: Mapping[str, Any]) -> Wish:
    recipe = posts.post(film, slot, brief)
    offer = film.offer_by_key[recipe.offer]
    made = same_work(film.project.library_id, recipe)
    return Wish(film, recipe, offer, 0 if made else budget.estimate(offer, recipe.arguments))


def ask(wish: Wish, place: str, *, requested_by_id: int | None) -> Job | Take:
    """Ask for the words: a job, or the take that the very same wish brought before. Raise as `request_take` does."""
    slot, _ = Slot.objects.get_or_create(project_id=wish.film.project.pk, role=Slot.Role.POST, variant=place)
    recipes.check_limits(wish.film, wish.recipe)
    return request_take(wish.film, slot, recipe=wish.recipe, requested_by_id=requested_by_id)


def ask_again(job: Job, *, requested_by_id: int | None) -> Job | Take:
    """Ask anew for the words that a job did not bring, as the film stands now. Raise as `wish` and `ask` do."""
    told: Mapping[str, Any] = job.recipe["arguments"]["material"]
    brief = {name: value for name, value in told.items() if name != "film"}
    wanted = _wish(load(job.project_id or 0), job.slot, brief)
    return ask(wanted, job.slot.variant, requested_by_id=requested_by_id)


def slot_of(project_id: int, place: str) -> Slot | None:
    """Return where the words of a post lie; None where nobody has asked for any."""
    found = Slot.objects.filter(project=project_id, role=Slot.Role.POST, variant=place)
    return found.select_related("selected_take__asset", "selected_take__job").first()


def last_job(slot: Slot) -> Job | None:
    """Return the newest job of a post's words."""
    return slot.jobs.select_related("offer").order_by("-pk").first()


def words_of(take: Take) -> PostWords:
    """Return the words that a take holds."""
    return PostWords.model_validate(storage.read_json(take.asset))
