"""A model that a library has switched off is no choice there: not in a list, and not for whoever sends its name."""

from __future__ import annotations

import pytest
from django.test import Client

from entities.models import Character, Library, Voice
from generation.models import ModelOffer, SwitchedOff
from generation.services import choices
from projects.models import Project
from tests.factories import LibraryFactory, ModelOfferFactory
from tests.generation.planned import film_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def film(library: Library) -> Project:
    """A planned film."""
    return film_in(library)


@pytest.fixture
def painter(library: Library) -> ModelOffer:
    """A model that the library does not want, and others do."""
    ModelOfferFactory.create(key="own", label="Own pictures", capability="image")
    offer: ModelOffer = ModelOfferFactory.create(key="painter", label="Painter", capability="image")
    SwitchedOff.objects.create(library=library, offer=offer)
    return offer


def test_a_film_does_not_take_a_model_that_its_library_does_not_want(
    client: Client, film: Project, painter: ModelOffer
) -> None:
    answer = client.post(f"/films/{film.pk}/takes/model/", {"capability": "image", "model": "painter"}, follow=True)

    film.refresh_from_db()
    assert film.offers == {}
    assert "cannot be used now" in answer.content.decode()


def test_another_library_may_choose_what_this_one_does_not_want(painter: ModelOffer) -> None:
    elsewhere = film_in(LibraryFactory.create())

    chosen = choices.choose_model(elsewhere.pk, "image", "painter", was="")

    assert chosen == painter


def test_nobody_is_drawn_by_a_model_that_is_switched_off(client: Client, film: Project, painter: ModelOffer) -> None:
    ana = Character.objects.get(name="Ana")

    answer = client.post(f"/library/entities/{ana.pk}/model/", {"offer": "painter"}, follow=True)

    ana.refresh_from_db()
    assert ana.offer == ""
    assert "not switched on" in answer.content.decode()


def test_what_is_switched_off_is_in_no_list(client: Client, film: Project, painter: ModelOffer) -> None:
    ana = Character.objects.get(name="Ana")

    frames = client.get(f"/films/{film.pk}/frames/").content.decode()
    panel = client.get(f"/library/entities/{ana.pk}/").content.decode()

    assert "Own pictures" in frames
    assert "Own pictures" in panel
    assert "Painter" not in frames
    assert "Painter" not in panel


def test_what_was_chosen_before_it_was_switched_off_says_so(client: Client, film: Project, painter: ModelOffer) -> None:
    ana = Character.objects.get(name="Ana")
    Project.objects.update(offers={"image": "painter"})
    Character.objects.update(offer="painter")

    frames = client.get(f"/films/{film.pk}/frames/").content.decode()
    panel = client.get(f"/library/entities/{ana.pk}/").content.decode()

    assert "Painter – switched off" in frames
    assert "Painter (switched off)" in panel


def test_a_voice_whose_model_is_switched_off_is_no_choice_and_says_so_where_it_was_chosen(
    client: Client, film: Project, library: Library
) -> None:
    for key in ("talker", "singer"):
        ModelOfferFactory.create(key=key, capability="speech")
        Voice.objects.create(offer=key, key=key, name=key.title())
    SwitchedOff.objects.create(library=library, offer=ModelOffer.objects.get(key="singer"))
    ana = Character.objects.get(name="Ana")
    without = client.get(f"/library/entities/{ana.pk}/").content.decode()
    Character.objects.update(voice=Voice.objects.get(key="singer"))

    chosen = client.get(f"/library/entities/{ana.pk}/").content.decode()
    voice = Voice.objects.get(key="singer")
    refused = client.post(f"/films/{film.pk}/voices/choose/", {"of": "narrator", "voice": voice.pk}, follow=True)

    assert "Talker" in without
    assert "Singer" not in without
    assert "Singer (switched off)" in chosen
    assert "The model of this voice is switched off" in refused.content.decode()
