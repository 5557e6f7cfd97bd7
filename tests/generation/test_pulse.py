"""What stands for the state of a page: it is another after every change that anybody makes, and cheap to ask for."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from entities import editing as shelf
from entities.models import Character, GuideImage, Library, Membership
from generation.models import Budget, ModelOffer, Slot, SwitchedOff
from generation.services import choices
from generation.views import pulse
from projects import editing
from projects.models import Project, Shot
from tests.factories import AssetFactory, JobFactory, MembershipFactory, ModelOfferFactory, TakeFactory
from tests.generation.cut_film import cut_film
from tests.generation.planned import clip_slots, film_in

pytestmark = pytest.mark.django_db

MOST = 6
"""The session, whose it is, the film, its jobs, the figures of the bar; and one to spare."""


@pytest.fixture
def film(library: Library) -> Project:
    """A planned film with two pictures, each with a take beside the one that is used, and a guide image."""
    made = film_in(library)
    for slot in Slot.objects.filter(shot__scene__project=made, role=Slot.Role.FRAME):
        TakeFactory.create(slot=slot, asset=AssetFactory.create(library=library), number=2)
    person = Character.objects.get()
    GuideImage.objects.create(entity=person.entity, asset=AssetFactory.create(library=library), position=0)
    ModelOfferFactory.create(key="painter", capability="image")
    return made


def _frame(film: Project) -> Slot:
    found = Slot.objects.filter(shot__scene__project=film, role=Slot.Role.FRAME).first()
    assert found is not None
    return found


def _choose_another(film: Project) -> None:
    choices.choose_take(_frame(film).takes.get(number=2))


def _keep(film: Project) -> None:
    choices.keep_take(_frame(film).takes.get(number=2), kept=True)


def _put_aside(film: Project) -> None:
    choices.remove_take(_frame(film).takes.get(number=2))


def _clear(film: Project) -> None:
    Slot.objects.filter(pk=_frame(film).pk).update(selected_take=None)


def _upload(film: Project) -> None:
    TakeFactory.create(slot=clip_slots(film)[0], asset=AssetFactory.create(library=film.library))


def _choose_model(film: Project) -> None:
    choices.choose_model(film.pk, "image", "painter", was="")


def _turn_down(film: Project) -> None:
    choices.set_of_film(film.pk, "music_gain_db", -6.0, was=0.0)


def _limit(film: Project) -> None:
    Budget.objects.create(library=film.library, project=film, micros=5_000_000)


def _limit_all(film: Project) -> None:
    Budget.objects.create(library=film.library, micros=5_000_000)


def _edit(film: Project) -> None:
    shot = Shot.objects.filter(scene__project=film)[0]
    editing.change(shot, {"size": "close"}, was={"size": shot.size}, by_id=None, label="Size")


def _edit_somebody(film: Project) -> None:
    person = Character.objects.get()
    shelf.change(person, {"hair": "red"}, was={"hair": person.hair}, by_id=None, label="Hair")


def _take_a_guide_away(film: Project) -> None:
    GuideImage.objects.all().delete()


def _switch_off(film: Project) -> None:
    SwitchedOff.objects.create(library=film.library, offer=ModelOffer.objects.get(key="painter"))


def _switch_off_for_all(film: Project) -> None:
    ModelOffer.objects.filter(key="painter").update(is_on=False)


def _work_elsewhere(film: Project) -> None:
    JobFactory.create(slot=clip_slots(film_in(film.library))[0])


DEEDS: list[Callable[[Project], None]] = [
    _choose_another,
    _keep,
    _put_aside,
    _clear,
    _upload,
    _choose_model,
    _turn_down,
    _limit,
    _limit_all,
    _edit,
    _edit_somebody,
    _take_a_guide_away,
    _switch_off,
    _switch_off_for_all,
    _work_elsewhere,
]


@pytest.mark.parametrize("deed", DEEDS)
def test_a_film_is_another_after_what_anybody_does(
    deed: Callable[[Project], None], film: Project, editor: Membership
) -> None:
    user: User = editor.user
    before, still = pulse.of_film(user, film.pk), pulse.of_film(user, film.pk)

    deed(film)

    assert before == still != pulse.of_film(user, film.pk)


@pytest.mark.parametrize("deed", [_edit_somebody, _take_a_guide_away, _switch_off, _switch_off_for_all])
def test_a_library_is_another_after_what_anybody_does(
    deed: Callable[[Project], None], film: Project, editor: Membership
) -> None:
    user: User = editor.user
    before, still = pulse.of_library(user, film.library_id), pulse.of_library(user, film.library_id)

    deed(film)

    assert before == still != pulse.of_library(user, film.library_id)


@pytest.mark.parametrize("address", ["/films/{0}/live/", "/films/{0}/shots/live/", "/films/{0}/export/live/"])
def test_asking_a_film_in_vain_takes_few_queries_however_long_it_is(
    address: str, client: Client, library: Library, editor: Membership
) -> None:
    counts = []
    for shots in (4, 40):
        film = cut_film(library, shots=shots, scenes=2)
        path = f"{address.format(film.pk)}?since={pulse.of_film(editor.user, film.pk)}"
        with CaptureQueriesContext(connection) as queries:
            answer = client.get(path)
        counts.append((answer.status_code, len(queries)))

    assert counts[0] == counts[1]
    assert counts[0][0] == 204
    assert counts[0][1] <= MOST


def test_asking_the_library_in_vain_takes_few_queries(client: Client, library: Library, film: Project) -> None:
    since = re.search(r"since=(\w{8})", client.get("/library/").content.decode())
    assert since is not None

    with CaptureQueriesContext(connection) as queries:
        answer = client.get(f"/library/live/?since={since[1]}")

    assert answer.status_code == 204
    assert len(queries) <= MOST


def test_a_page_that_rests_asks_nothing_until_somebody_comes_back_to_it(client: Client, film: Project) -> None:
    page = client.get(f"/films/{film.pk}/shots/").content.decode()

    assert 'hx-trigger="look"' in page
    assert "every 2s" not in page


def test_a_page_asks_on_while_something_is_made_elsewhere_and_gets_the_figures_of_the_bar(
    client: Client, film: Project, editor: Membership
) -> None:
    since = pulse.of_film(editor.user, film.pk)
    _work_elsewhere(film)

    answer = client.get(f"/films/{film.pk}/shots/live/?since={since}").content.decode()

    assert 'id="activity-badge"' in answer
    assert "1 under way" in answer
    assert "every 2s" in answer


def test_two_people_see_what_the_other_one_chose(client: Client, film: Project, editor: Membership) -> None:
    other = Client()
    other.force_login(MembershipFactory.create(library=film.library, role=Membership.Role.EDITOR).user)
    since = pulse.of_film(editor.user, film.pk)
    take = _frame(film).takes.get(number=2)

    other.post(f"/films/{film.pk}/takes/{take.pk}/select/")
    answer = client.get(f"/films/{film.pk}/frames/live/?since={since}")

    assert answer.status_code == 200
    assert f"/media/{take.asset_id}/" in answer.content.decode()
