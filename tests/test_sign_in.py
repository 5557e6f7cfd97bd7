"""The way in: a link that works once, a password, and a health page for machines."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from entities.models import Library
from generation.models import Job
from sceneme import signin
from sceneme.signin import sign_in_link
from tests.factories import JobFactory, UserFactory
from tests.generation.planned import clip_slots, film_in

pytestmark = pytest.mark.django_db

BASE = "http://testserver"


def is_in(browser: Client) -> bool:
    """Tell whether a browser has signed in."""
    return browser.get("/activity/").status_code == 200


def test_a_link_signs_in_once() -> None:
    link = sign_in_link(UserFactory.create(), BASE)
    first, second = Client(), Client()

    first.post(link)
    answer = second.post(link)

    assert is_in(first)
    assert not is_in(second)
    assert answer.status_code == 410


def test_looking_at_a_link_does_not_use_it_up() -> None:
    link, browser = sign_in_link(UserFactory.create(), BASE), Client()

    looks = [browser.get(link).status_code, browser.head(link).status_code]
    browser.post(link)

    assert looks == [200, 200]
    assert is_in(browser)


def test_a_link_made_in_the_second_of_the_last_sign_in_still_dies_with_its_use() -> None:
    user = UserFactory.create(last_login=timezone.now())
    link = sign_in_link(user, BASE)
    Client().post(link)
    late = Client()

    late.post(link)

    assert not is_in(late)


def test_a_link_lives_a_day(monkeypatch: pytest.MonkeyPatch) -> None:
    link = sign_in_link(UserFactory.create(), BASE)
    browser = Client()
    later = signin.TOKENS._now() + timedelta(days=1, seconds=2)
    monkeypatch.setattr(signin.SignInTokens, "_now", lambda tokens: later)

    answer = browser.post(link)

    assert answer.status_code == 410
    assert not is_in(browser)


def test_a_link_dies_when_the_password_changes() -> None:
    user = UserFactory.create()
    link, browser = sign_in_link(user, BASE), Client()
    user.set_password("another")
    user.save()

    browser.post(link)

    assert not is_in(browser)


@pytest.mark.parametrize("token", ["x", "1.abc-def", "zzzzzzzzzzzzzzzzzzz.a-b", ".", "1."])
def test_a_link_that_was_made_up_opens_nothing(token: str) -> None:
    assert Client().post(f"/enter/{token}/").status_code == 410


def test_somebody_who_was_shut_out_cannot_use_a_link() -> None:
    user = UserFactory.create()
    link = sign_in_link(user, BASE)
    User.objects.filter(pk=user.pk).update(is_active=False)

    assert Client().post(link).status_code == 410


def test_a_password_opens_the_door() -> None:
    user = UserFactory.create()
    user.set_password("lamp")
    user.save()
    browser = Client()

    answer = browser.post("/sign-in/", {"username": user.username, "password": "lamp"})

    assert answer.headers["Location"] == "/"
    assert is_in(browser)


def test_a_page_whose_session_ended_is_told_so_in_place_of_a_form() -> None:
    answer = Client().get("/films/1/live/", headers={"HX-Request": "true"}, follow=True)

    assert answer.status_code == 401


def test_health_needs_no_sign_in_and_says_whether_work_waits_for_nobody(library: Library) -> None:
    slot = clip_slots(film_in(library))[0]
    quiet = Client().get("/health/").json()
    JobFactory.create(slot=slot, state=Job.State.QUEUED, queued_at=timezone.now() - timedelta(hours=1))

    forgotten = Client().get("/health/").json()

    assert quiet == {"status": "ok", "database": "ok", "worker": "idle"}
    assert forgotten["worker"] == "silent"
