"""What the library's pages ask for: a picture of an entity, a sample of a voice, and what an edit makes out of date.

A picture is drawn as the newest film that uses the entity would have it: in its style, by its models, on its account.
What no film uses yet is drawn without a style. So the picture made here is the very one that the film would ask for.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from django.db import transaction
from django.db.models import Max

from entities.models import Entity, Library, Look, Voice
from generation import graph, recipes, staging
from generation.film import Film, load, load_entities
from generation.models import Asset, Job, Slot, Take
from generation.recipes import Recipe
from generation.routing import NoOffer, OverLimit
from generation.services import budget, describing
from generation.services.takes import request_take, select_take
from projects import usage
from projects.models import Project

MOST_FILMS: Final = 10
"""How many films are worked out to say what an edit made out of date; beyond them it is said: at least."""

Wanted = Callable[[Film, Slot], bool]


@dataclass(frozen=True)
class OutOfDate:
    """What was made from something that has changed since, and what making it again would cost."""

    films: int = 0
    pictures: int = 0
    clips: int = 0
    lines: int = 0
    sounds: int = 0
    micros: int = 0
    is_at_least: bool = False


def film_for(entity: Entity) -> Film:
    """Return an entity as the newest film that uses it would have it drawn."""
    blank = load_entities(entity.library, {entity.pk})
    newest = usage.of_entities([entity.pk]).newest(entity.pk)
    return replace(blank, project=Project.objects.get(pk=newest)) if newest else blank


def reference_slot(entity: Entity, look: Look | None) -> Slot:
    """Return the place of the picture of a look, a set or a prop, making it if there is none."""
    owner = {"look": look} if look else {"entity_id": entity.pk}
    slot, _ = Slot.objects.select_related("selected_take__asset").get_or_create(
        role=Slot.Role.REFERENCE, variant="", **owner
    )
    return slot


def draw(entity: Entity, look: Look | None, *, requested_by_id: int | None) -> Job | Take:
    """Ask for a new picture. Raise as `request_take` and `recipe_for` do.

    What is up to date, or the user's own, gets one more take beside it; an upload stays the one in use.
    """
    slot = reference_slot(entity, look)
    film = film_for(entity)
    film.slots[slot.owner_name, slot.owner_id, slot.role, slot.variant] = slot
    recipe = recipes.recipe_for(film, slot)
    chosen = slot.selected_take
    another = chosen is not None and chosen.recipe_digest in {"", recipe.digest}
    return request_take(film, slot, recipe=recipe, requested_by_id=requested_by_id, again=another)


def speak_sample(voice: Voice, library: Library, *, requested_by_id: int | None) -> Job | Take:
    """Ask for what a voice sounds like, for one library; what was spoken before is used again."""
    slot, _ = Slot.objects.select_related("selected_take__asset").get_or_create(
        role=Slot.Role.SAMPLE, variant=str(library.pk), voice=voice
    )
    film = load_entities(library, set())
    return request_take(film, slot, requested_by_id=requested_by_id)


def use_asset(slot: Slot, asset: Asset) -> Take:
    """Use a stored picture for a slot, as the user's own: it has no recipe, so it is never out of date."""
    with transaction.atomic():
        slot = Slot.objects.select_for_update(of=("self",)).get(pk=slot.pk)
        last = slot.takes.aggregate(last=Max("number"))["last"] or 0
        take = Take.objects.create(slot=slot, asset=asset, number=last + 1)
        select_take(slot, take)
    return take


def ask_again(slot: Slot, library: Library, *, requested_by_id: int | None) -> Job | Take:
    """Ask anew for what no film asked for: a sample, or the picture of something that is in no film."""
    if slot.asset is not None:
        return describing.describe(slot.asset, requested_by_id=requested_by_id)
    if slot.voice is not None:
        return speak_sample(slot.voice, library, requested_by_id=requested_by_id)
    entity = slot.look.character if slot.look else slot.entity
    if entity is None:
        raise recipes.NotYet("what it belongs to")
    return draw(entity, slot.look, requested_by_id=requested_by_id)


def clear_reference(slot: Slot) -> None:
    """Use no picture for a slot; its takes and the guide images stay."""
    Slot.objects.filter(pk=slot.pk).update(selected_take=None)


# --- What an edit makes out of date -----------------------------------------------------------------


def out_of_date(film_ids: Sequence[int], wanted: Wanted) -> OutOfDate:
    """Work out what of the newest films is made from something older, among the slots that are `wanted`."""
    newest = sorted(film_ids, reverse=True)[:MOST_FILMS]
    films = pictures = clips = lines = sounds = micros = 0
    for film_id in newest:
        film = load(film_id)
        found = _stale(film, wanted)
        stale = [slot for slot, _ in found]
        micros += sum(_price(film, slot, recipe) for slot, recipe in found)
        films += bool(stale)
        pictures += sum(slot.role in {Slot.Role.REFERENCE, Slot.Role.FRAME} for slot in stale)
        clips += sum(slot.role == Slot.Role.CLIP for slot in stale)
        lines += sum(slot.role == Slot.Role.SPEECH for slot in stale)
        sounds += sum(slot.role == Slot.Role.EFFECTS for slot in stale)
    return OutOfDate(films, pictures, clips, lines, sounds, micros, is_at_least=len(film_ids) > MOST_FILMS)


def _stale(film: Film, wanted: Wanted) -> list[tuple[Slot, Recipe]]:
    worked_out = graph.work_out(film)
    found = []
    for slot in worked_out.slots.values():
        take, recipe = slot.selected_take, worked_out.recipes.get(slot.pk)
        if take is None or recipe is None or not take.recipe_digest or not wanted(film, slot):
            continue
        if take.recipe_digest != recipe.digest:
            found.append((slot, recipe))
    return found


def _price(film: Film, slot: Slot, recipe: Recipe) -> int:
    try:
        return budget.estimate(recipes.offer_for(film, slot), recipe.arguments)
    except (NoOffer, OverLimit, recipes.NotYet):
        return 0


def shows(entity_id: int) -> Wanted:
    """Return a test: is an entity to be seen or heard in a slot?"""

    def is_seen(film: Film, slot: Slot) -> bool:
        if slot.shot_id:
            scene = film.scene_by_id[film.shots[film.shot_index[slot.shot_id]].scene_id]
            cast = {casting.entity_id for casting in film.shot_castings.get(slot.shot_id, ())}
            return entity_id in cast or scene.set_id == entity_id
        if slot.segment_id:
            return film.segments[film.segment_index[slot.segment_id]].speaker_id == entity_id
        if slot.scene_id:
            # A place is heard all through its scenes.
            return slot.role == Slot.Role.EFFECTS and film.scene_by_id[slot.scene_id].set_id == entity_id
        if slot.look_id:
            return bool(film.looks[slot.look_id].character_id == entity_id)
        return slot.entity_id == entity_id

    return is_seen


def speaks(voice_id: int) -> Wanted:
    """Return a test: is a slot a line that is spoken with a voice?"""

    def is_spoken(film: Film, slot: Slot) -> bool:
        if not slot.segment_id:
            return False
        voice = staging.voice_of(film, film.segments[film.segment_index[slot.segment_id]])
        return voice is not None and voice.pk == voice_id

    return is_spoken
