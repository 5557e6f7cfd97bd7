"""The door: guessing gets slow, the right password stays quick, and nobody is kept out for good."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.http.response import HttpResponseBase
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from sceneme import throttle
from sceneme.models import SignInTries
from sceneme.signin import sign_in_link
from sceneme.throttle import FREE_TRIES, LONGEST_WAIT, Shut, count_try, forget_tries
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def maria(settings: Settings) -> User:
    """Somebody with a password, in a studio that hashes quickly."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    user: User = UserFactory.create(username="maria")
    user.set_password("lamp")
    user.save()
    return user


def knock(browser: Client, password: str, *, name: str = "maria", **headers: str) -> HttpResponseBase:
    """Try to sign in."""
    return browser.post("/sign-in/", {"username": name, "password": password}, headers=headers)


def test_a_few_mistakes_cost_no_time(maria: User) -> None:
    browser = Client()
    for _ in range(FREE_TRIES["name"] - 1):
        knock(browser, "wrong")

    answer = knock(browser, "lamp")

    assert answer.status_code == 302


def test_after_more_mistakes_even_the_right_password_waits_and_the_page_says_how_long(maria: User) -> None:
    browser = Client()
    for _ in range(FREE_TRIES["name"]):
        knock(browser, "wrong")

    answer = browser.post("/sign-in/", {"username": "Maria", "password": "lamp"})

    assert answer.status_code == 429
    assert 1 <= int(answer.headers["Retry-After"]) <= 5
    assert b"Too many tries. Wait 5 seconds, then try again." in answer.content
    assert browser.get("/activity/").status_code == 302


def test_one_name_is_guarded_against_guesses_from_many_addresses() -> None:
    for number in range(FREE_TRIES["name"]):
        count_try("maria", f"10.0.0.{number}")

    with pytest.raises(Shut):
        count_try("maria", "10.0.1.1")


def test_one_address_cannot_try_a_password_under_many_names() -> None:
    for number in range(FREE_TRIES["address"]):
        count_try(f"person{number}", "10.0.0.1")

    with pytest.raises(Shut):
        count_try("somebody else", "10.0.0.1")
    count_try("somebody else", "10.0.0.2")


def test_waits_double_and_end_at_a_quarter_of_an_hour() -> None:
    now = timezone.now()
    for _ in range(FREE_TRIES["name"]):
        count_try("maria", "10.0.0.1", now=now)
    waits = []
    for number in range(12):
        with pytest.raises(Shut) as shut:
            count_try("maria", f"10.0.1.{number}", now=now)
        waits.append(shut.value.wait)
        now += shut.value.wait
        count_try("maria", f"10.0.2.{number}", now=now)

    assert [wait.total_seconds() for wait in waits[:4]] == [5, 10, 20, 40]
    assert waits[-1] == LONGEST_WAIT


def test_a_try_while_the_door_is_shut_does_not_make_the_wait_longer() -> None:
    now = timezone.now()
    for _ in range(FREE_TRIES["name"]):
        count_try("maria", "10.0.0.1", now=now)
    for _ in range(3):
        with pytest.raises(Shut):
            count_try("maria", "10.0.0.1", now=now)

    count_try("maria", "10.0.0.1", now=now + throttle.FIRST_WAIT)

    assert SignInTries.objects.order_by("-count")[0].count == FREE_TRIES["name"] + 1


def test_whoever_gets_in_begins_anew() -> None:
    for _ in range(FREE_TRIES["name"] - 1):
        count_try("maria", "10.0.0.1")

    forget_tries("maria", "10.0.0.1")

    for _ in range(FREE_TRIES["name"]):
        count_try("maria", "10.0.0.1")


def test_mistakes_are_forgotten_after_a_day() -> None:
    now = timezone.now()
    for _ in range(FREE_TRIES["name"]):
        count_try("maria", "10.0.0.1", now=now)

    count_try("maria", "10.0.0.1", now=now + timedelta(days=1, seconds=1))

    assert {row.count for row in SignInTries.objects.all()} == {1}


def test_a_link_opens_the_door_while_passwords_wait(maria: User) -> None:
    for _ in range(FREE_TRIES["name"]):
        count_try("maria", "127.0.0.1")
    browser = Client()

    browser.post(sign_in_link(maria, "http://testserver"))

    assert browser.get("/activity/").status_code == 200


def test_behind_a_proxy_the_address_is_the_one_that_the_proxy_heard_from(maria: User, settings: Settings) -> None:
    settings.BEHIND_PROXY = True
    for number in range(FREE_TRIES["address"]):
        count_try(f"person{number}", "10.9.9.9")
    forged = {"X-Forwarded-For": "1.2.3.4, 10.9.9.9"}

    answers = [knock(Client(), "lamp", **forged), knock(Client(), "lamp", **{"X-Forwarded-For": "10.9.9.9, 5.6.7.8"})]

    assert [answer.status_code for answer in answers] == [429, 302]


def test_without_a_proxy_nobody_may_say_where_they_come_from(maria: User) -> None:
    for number in range(FREE_TRIES["address"]):
        count_try(f"person{number}", "127.0.0.1")

    answer = knock(Client(), "lamp", **{"X-Forwarded-For": "8.8.8.8"})

    assert answer.status_code == 429


def test_the_admin_has_no_door_of_its_own(maria: User) -> None:
    curator, guest = Client(), Client()
    curator.force_login(User.objects.create_superuser("curator"))
    guest.force_login(maria)

    assert "/sign-in/" in Client().get("/admin/", follow=True).redirect_chain[-1][0]
    assert Client().post("/admin/login/", {"username": "maria", "password": "lamp"}).status_code == 302
    assert curator.get("/admin/login/", follow=True).status_code == 200
    assert guest.get("/admin/", follow=True).status_code == 403
