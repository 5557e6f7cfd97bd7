"""A loaded film remembers what it reckoned: never longer than it holds, and its rows are rows like any other."""

from __future__ import annotations

import copy
from dataclasses import replace

import pytest

from entities.rows import QuickRow
from generation import graph, recipes, services, staging
from generation.film import Film, load
from generation.models import ModelOffer, Run, Slot
from projects.models import Casting, Project, Shot
from tests.fakes import FakeQueue, FakeVendor

pytestmark = [pytest.mark.django_db, pytest.mark.servers]


@pytest.fixture
def film(project: Project, vendor: type[FakeVendor], task_queue: FakeQueue) -> Film:
    """A film made up to its clips."""
    services.start_run(project, until=Run.Gate.CLIPS)
    task_queue.deliver_all()
    return load(project.pk)


@pytest.mark.parametrize(
    "settings",
    [
        {"seed": 77},
        {"style": {"name": "Noir", "light": "hard"}},
        {"mood": "sly"},
        {"shape": "9:16"},
        {"preference": "cost"},
        {"offers": {"image": "fake/other"}},
        {"offers": {"video": "none"}},
        {"usual_offers": {"image": "fake/other"}},
        {"fallbacks": {"image": ["fake/other"]}},
    ],
    ids=lambda settings: next(iter(settings)),
)
def test_other_settings_are_reckoned_as_by_a_film_that_remembers_nothing(
    film: Film, settings: dict[str, object]
) -> None:
    ModelOffer.objects.create(
        key="fake/other", label="Other", vendor="fake", capability="image", adapter="tests.fakes.FakeVendor",
        endpoint="other", preference=200, price_micros=5, price_unit="image", max_references=2,
    )  # fmt: skip
    film = load(film.project.pk)
    graph.work_out(film)
    other = copy.copy(film.project)
    for name, value in settings.items():
        setattr(other, name, value)

    kept = graph.work_out(staging.with_project(film, other))

    anew = graph.work_out(replace(film, project=other))
    assert kept.states == anew.states
    assert {pk: recipe.digest for pk, recipe in kept.recipes.items()} == {
        pk: recipe.digest for pk, recipe in anew.recipes.items()
    }


def test_what_the_studio_draws_from_the_plan_has_no_prompt_in_its_recipe(film: Film) -> None:
    ModelOffer.objects.filter(capability="image").update(vendor="animatic")
    shown = load(film.project.pk)
    slot = shown.slots["shot", shown.shots[0].pk, Slot.Role.FRAME, ""]

    arguments = recipes.recipe_for(shown, slot).arguments

    assert (arguments["prompt"], arguments["staging"]["size"]) == ("", shown.shots[0].size)


def test_a_described_model_is_told_the_words_beside_the_plan(film: Film) -> None:
    slot = film.slots["shot", film.shots[0].pk, Slot.Role.FRAME, ""]

    arguments = recipes.recipe_for(film, slot).arguments

    assert film.shots[0].action in arguments["prompt"]
    assert arguments["staging"]["action"] == film.shots[0].action


@pytest.mark.parametrize("model", [Shot, Casting, Slot], ids=lambda model: model.__name__)
def test_a_row_read_quickly_is_the_row_that_is_read_slowly(film: Film, model: type[QuickRow]) -> None:
    names = [field.attname for field in model._meta.concrete_fields]
    values = model._default_manager.values_list(*names).order_by("pk")[0]

    quick = model._default_manager.order_by("pk")[0]

    slow = super(QuickRow, model).from_db("default", names, values)
    assert [getattr(quick, name) for name in names] == [getattr(slow, name) for name in names]
    assert (quick == slow, quick._state.adding, quick._state.db) == (True, False, "default")


def test_a_row_of_which_a_part_was_read_fetches_the_rest_and_can_be_saved(film: Film) -> None:
    shot = Shot.objects.only("pk", "action").order_by("pk")[0]

    shot.action = "She waits."
    shot.save()

    whole = Shot.objects.get(pk=shot.pk)
    assert (whole.action, whole.size) == ("She waits.", shot.size)
