"""A form is done once, however often it is sent."""

from __future__ import annotations

import threading
from datetime import timedelta
from uuid import uuid4

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.http import HttpResponse
from django.test import RequestFactory
from django.utils import timezone

from entities.models import Library
from generation.http import StudioRequest
from generation.models import SentForm
from generation.views.once import new_key, once, refused
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


@once
def shelve(request: StudioRequest) -> HttpResponse:
    """Make a library, as a page would."""
    name = request.POST["name"]
    if not name:
        return refused(HttpResponse("It needs a name."))
    if name == "taken":
        return HttpResponse("There is one already.", status=409)
    library = Library.objects.create(name=name)
    if name == "broken":
        raise RuntimeError(name)
    return HttpResponse(f"<li>{library.pk}</li>", headers={"HX-Trigger": "shelved"})


def send(user: User, **fields: object) -> HttpResponse:
    """Send the form."""
    request = RequestFactory().post("/shelve/", fields)
    request.user = user
    try:
        answer: HttpResponse = shelve(request)
    finally:
        request.close()
    return answer


def test_the_second_of_two_clicks_gets_the_answer_of_the_first() -> None:
    user, key = UserFactory.create(), uuid4().hex

    first, second = send(user, name="Home", once=key), send(user, name="Home", once=key, seen="abc")

    assert Library.objects.count() == 1
    assert (first.content, first.headers["HX-Trigger"]) == (second.content, second.headers["HX-Trigger"])


def test_a_form_that_was_changed_after_the_back_button_is_another_one() -> None:
    user, key = UserFactory.create(), uuid4().hex

    send(user, name="Home", once=key)
    send(user, name="Studio", once=key)

    assert Library.objects.count() == 2


def test_the_same_words_in_a_new_form_are_done_again() -> None:
    user = UserFactory.create()

    send(user, name="Home", once=uuid4().hex)
    send(user, name="Home", once=uuid4().hex)

    assert Library.objects.count() == 2


def test_another_persons_form_is_never_answered_with_mine() -> None:
    key = uuid4().hex

    first, second = send(UserFactory.create(), name="Home", once=key), send(UserFactory.create(), name="Home", once=key)

    assert first.content != second.content


@pytest.mark.parametrize("name", ["", "taken"])
def test_what_was_refused_may_be_sent_again(name: str) -> None:
    send(UserFactory.create(), name=name, once=uuid4().hex)

    assert SentForm.objects.count() == 0


def test_what_broke_leaves_nothing_behind_and_may_be_sent_again() -> None:
    with pytest.raises(RuntimeError):
        send(UserFactory.create(), name="broken", once=uuid4().hex)

    assert (Library.objects.count(), SentForm.objects.count()) == (0, 0)


def test_another_file_is_another_form() -> None:
    user, key = UserFactory.create(), uuid4().hex

    send(user, name="Home", once=key, file=SimpleUploadedFile("a.png", b"a"))
    send(user, name="Home", once=key, file=SimpleUploadedFile("b.png", b"bb"))

    assert Library.objects.count() == 2


def test_answers_are_kept_for_a_day() -> None:
    user, key = UserFactory.create(), uuid4().hex
    send(user, name="Home", once=key)
    SentForm.objects.update(at=timezone.now() - timedelta(days=1, seconds=1))

    send(user, name="Another", once=uuid4().hex)

    assert SentForm.objects.count() == 1


def test_every_form_of_a_page_gets_a_number_of_its_own() -> None:
    give = new_key(RequestFactory().get("/"))["new_key"]

    assert give() != give()


@pytest.mark.servers
@pytest.mark.skipif(connection.vendor == "sqlite", reason="the tests' own SQLite is one connection for all threads")
@pytest.mark.django_db(transaction=True)
def test_two_clicks_at_the_same_moment_do_one_thing() -> None:
    user, key, bodies = UserFactory.create(), uuid4().hex, []
    start = threading.Barrier(2)

    def click() -> None:
        start.wait()
        bodies.append(send(user, name="Home", once=key).content)
        connection.close()

    clicks = [threading.Thread(target=click) for _ in range(2)]
    for each in clicks:
        each.start()
    for each in clicks:
        each.join()

    assert Library.objects.count() == 1
    assert len(set(bodies)) == 1
