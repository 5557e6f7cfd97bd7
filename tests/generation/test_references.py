"""Which pictures go along with a shot: people in their looks, the place, props; who matters most comes first."""

from __future__ import annotations

import pytest

from entities.models import Library, Look
from generation import recipes, services, staging
from generation.film import Film, load
from generation.models import Job, ModelOffer, Slot
from projects.models import Casting, Project, Scene, Segment, Shot
from tests.factories import (
    AssetFactory,
    CastingFactory,
    CharacterFactory,
    LookFactory,
    ModelOfferFactory,
    PropFactory,
    SetFactory,
)
from tests.fakes import FakeQueue, FakeVendor
from tests.generation.planned import fill, film_in, seat

pytestmark = pytest.mark.django_db


@pytest.fixture
def film(library: Library) -> Project:
    """A film whose one shot shows Ana, who listens in the back, Ben, who speaks, the quay, and a lamp."""
    film = film_in(library, shots=1)
    shot = Shot.objects.get()
    ben = CharacterFactory.create(library=library, name="Ben", hair="black", sex="male")
    LookFactory.create(character=ben, wears="yellow oilskin")
    lamp = PropFactory.create(library=library, name="lamp", description="brass, dented")
    CastingFactory.create(project=None, shot=shot, entity=ben.entity, place="left")
    CastingFactory.create(project=None, shot=shot, entity=lamp.entity)
    Casting.objects.filter(shot=shot, entity__name="Ana").update(place="back")
    Scene.objects.update(set=SetFactory.create(library=library, name="The Quay"))
    Segment.objects.update(speaker=ben, kind="line")
    return film


def drawn(film: Project) -> Film:
    """Give everybody and everything a picture of their own; return the film."""
    loaded = services.ensure_slots(load(film.pk))
    for slot in loaded.slots.values():
        if slot.role == Slot.Role.REFERENCE and slot.selected_take is None:
            fill(slot, film.library)
    return load(film.pk)


def sent(film: Film, most: int = 9) -> list[str]:
    """Return what the pictures show that go along with the first shot."""
    return [reference.name for reference in staging.references(film, film.shots[0], most)]


def test_people_come_first_then_the_place_then_props_and_who_speaks_leads(film: Project) -> None:
    assert sent(drawn(film)) == ["Ben", "Ana", "The Quay", "lamp"]


def test_whom_the_picture_is_about_comes_before_who_is_only_there(film: Project, library: Library) -> None:
    Segment.objects.update(speaker=None)
    Shot.objects.update(focus="Ana")

    assert sent(drawn(film))[0] == "Ana"


def test_who_stands_nearer_comes_before_who_stands_in_the_back(film: Project) -> None:
    Segment.objects.update(speaker=None)

    assert sent(drawn(film))[:2] == ["Ben", "Ana"]


def test_a_prop_that_fills_the_picture_comes_before_all(film: Project) -> None:
    Shot.objects.update(size="insert", focus="lamp")

    assert sent(drawn(film), 1) == ["lamp"]


@pytest.mark.parametrize("most", [0, 1, 2, 3])
def test_a_model_that_takes_few_gets_those_that_matter_most(film: Project, most: int) -> None:
    assert sent(drawn(film), most) == ["Ben", "Ana", "The Quay", "lamp"][:most]


def test_one_picture_of_two_things_is_sent_once(film: Project) -> None:
    loaded = drawn(film)
    slots = [slot for slot in loaded.slots.values() if slot.role == Slot.Role.REFERENCE and slot.look_id]
    slots[1].selected_take = slots[0].selected_take

    references = staging.references(loaded, loaded.shots[0], 9)

    assert len({reference.asset.sha256 for reference in references}) == len(references) == 3


def painter(most: int) -> ModelOffer:
    """A model that changes the pictures it is given."""
    return ModelOffer.objects.create(
        key="fake/painter",
        label="Painter",
        vendor="fake",
        capability="image",
        adapter="tests.fakes.FakeVendor",
        endpoint="image",
        family="qwen-edit",
        max_references=most,
        takes=["references"],
        max_prompt_chars=800,
    )


def frame_recipe(film: Film) -> recipes.Recipe:
    """Return the recipe of the first shot's first frame."""
    slot = film.slot("shot", film.shots[0].pk, Slot.Role.FRAME)
    assert slot is not None
    return recipes.recipe_for(film, slot)


def test_the_prompt_numbers_the_pictures_in_the_very_order_in_which_they_are_sent(film: Project) -> None:
    painter(2)
    drawn(film)
    loaded = load(film.pk)

    recipe = frame_recipe(loaded)

    expected = [reference.asset.sha256 for reference in staging.references(loaded, loaded.shots[0], 2)]
    assert list(recipe.references) == expected
    assert recipe.arguments["prompt"].startswith("Picture 1: Ben; Picture 2: Ana.")
    assert "The Quay" not in recipe.arguments["prompt"].split("Keep")[0]
    assert len(recipe.arguments["prompt"]) <= 800


def test_a_retry_sends_the_very_same_words_and_pictures(film: Project, task_queue: FakeQueue) -> None:
    painter(3)
    drawn(film)
    loaded = load(film.pk)
    slot = loaded.slot("shot", loaded.shots[0].pk, Slot.Role.FRAME)
    assert slot is not None

    first = services.request_take(loaded, slot)
    assert isinstance(first, Job)
    services.cancel_job(first)
    second = services.request_take(load(film.pk), slot)

    assert isinstance(second, Job)
    assert (second.recipe, second.recipe_digest) == (first.recipe, first.recipe_digest)


def test_a_prop_is_described_in_the_shot_that_shows_it(film: Project) -> None:
    painter(0)

    assert "lamp (brass, dented)" in frame_recipe(drawn(film)).arguments["prompt"]


def test_a_look_that_changes_changes_what_every_shot_of_it_is_told(film: Project) -> None:
    painter(0)
    before = frame_recipe(drawn(film)).arguments["prompt"]

    Look.objects.filter(character__name="Ben").update(wears="grey suit")

    after = frame_recipe(load(film.pk)).arguments["prompt"]
    assert "wearing yellow oilskin" in before
    assert "wearing grey suit" in after
    assert "yellow" not in after


# --- What is left out is said --------------------------------------------------------------------------


def takes_two(film: Project) -> ModelOffer:
    """Let the film's pictures be made by a model that takes two pictures along."""
    offer: ModelOffer = ModelOfferFactory.create(
        key="fake/two",
        label="Two",
        vendor="fake",
        adapter="tests.fakes.FakeVendor",
        endpoint="image",
        takes=["references"],
        max_references=2,
    )
    Project.objects.filter(pk=film.pk).update(offers={"image": "fake/two"})
    return offer


def test_what_does_not_go_along_is_named_in_its_order(film: Project) -> None:
    offer = takes_two(film)
    loaded = drawn(film)
    slot = loaded.slots["shot", loaded.shots[0].pk, Slot.Role.FRAME, ""]

    assert recipes.left_out(loaded, slot, offer) == "Two takes 2 pictures; left out: The Quay, lamp."
    offer.max_references = 4
    assert recipes.left_out(loaded, slot, offer) == ""


def test_a_model_that_draws_from_the_plan_leaves_nothing_out(film: Project) -> None:
    loaded = drawn(film)
    slot = loaded.slots["shot", loaded.shots[0].pk, Slot.Role.FRAME, ""]
    ours = ModelOfferFactory.build(vendor="animatic", max_references=0)

    assert recipes.left_out(loaded, slot, ours) == ""


def test_guides_beyond_the_number_are_named_by_their_place(film: Project, library: Library) -> None:
    offer = takes_two(film)
    loaded = drawn(film)
    slot = next(slot for slot in loaded.slots.values() if slot.role == Slot.Role.REFERENCE and slot.look_id)
    entity = recipes.entity_of(loaded, slot)
    loaded.guides[entity.pk] = [AssetFactory.create(library=library) for _ in range(4)]

    assert recipes.left_out(loaded, slot, offer) == "Two takes 2 pictures; left out: guide images 3, 4."


def test_it_is_said_before_it_is_made_and_kept_with_the_take(
    film: Project, vendor: type[FakeVendor], task_queue: FakeQueue
) -> None:
    takes_two(film)
    loaded = drawn(film)
    shot, browser = loaded.shots[0], seat(film.library)
    slot = loaded.slots["shot", shot.pk, Slot.Role.FRAME, ""]
    pages = (f"/films/{film.pk}/shots/?shot={shot.pk}", f"/films/{film.pk}/frames/?shot={shot.pk}")

    before = [browser.get(page).content.decode() for page in pages]
    services.request_take(loaded, slot)
    task_queue.deliver_all()
    taken = Job.objects.filter(slot=slot).latest("pk").take
    services.select_take(slot, taken)
    Project.objects.filter(pk=film.pk).update(offers={})
    after = browser.get(pages[0]).content.decode()

    words = "Two takes 2 pictures; left out: The Quay, lamp."
    assert all(words in page for page in before)
    assert words in after
