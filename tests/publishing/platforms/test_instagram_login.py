"""Connecting an Instagram account, in both ways: what is asked for, what was given, and how long it lasts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from publishing.platforms.base import Tokens
from publishing.platforms.errors import MissingScope, Reconnect, Unavailable
from publishing.platforms.instagram.login import FacebookLogin, InstagramLogin
from tests.publishing.platforms.instagram_world import (
    ME,
    REDIRECT,
    STATE,
    VERIFIER,
    app_for,
    came_back,
    tokens_for,
)
from tests.twins.instagram import CLIENT_SECRET, InstagramTwin

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
LIFE = timedelta(days=60)


@pytest.fixture
def twin() -> Iterator[InstagramTwin]:
    """Instagram."""
    with InstagramTwin() as running:
        assert isinstance(running, InstagramTwin)
        yield running


def consented(twin: InstagramTwin, way: InstagramLogin | FacebookLogin, **more: Any) -> dict[str, str]:
    """What comes back from the consent page."""
    return came_back(twin.consent(way.authorize_url(redirect_uri=REDIRECT, state=STATE, verifier=VERIFIER), **more))


def exchanged(way: InstagramLogin | FacebookLogin, code: str) -> Tokens:
    """The tokens for a code."""
    return way.exchange(code=code, redirect_uri=REDIRECT, verifier=VERIFIER)


@pytest.mark.parametrize(
    ("make", "scope"), [(InstagramLogin, "instagram_business_basic"), (FacebookLogin, "pages_show_list")]
)
def test_a_person_sees_who_asks_for_what_and_comes_back_with_the_state(
    twin: InstagramTwin, make: type[InstagramLogin] | type[FacebookLogin], scope: str
) -> None:
    way = make(app_for(twin))
    url = way.authorize_url(redirect_uri=REDIRECT, state=STATE, verifier=VERIFIER)

    page = httpx.get(url)
    back = twin.consent(url)

    assert page.status_code == 200
    assert scope in page.text
    assert "Allow" in page.text
    assert came_back(back)["state"] == STATE
    assert back.startswith(REDIRECT)


def test_refusing_leads_back_with_the_reason(twin: InstagramTwin) -> None:
    back = consented(twin, InstagramLogin(app_for(twin)), allow=False)

    assert back["error"] == "access_denied"
    assert "code" not in back


@pytest.mark.parametrize("reply", ["data", "flat"])
@pytest.mark.parametrize("words", ["list", "comma"])
def test_a_code_becomes_a_token_of_sixty_days_however_instagram_answers(
    twin: InstagramTwin, reply: str, words: str
) -> None:
    twin.knobs |= {"token_reply": reply, "permissions_as": words}
    way = InstagramLogin(app_for(twin))

    tokens = exchanged(way, consented(twin, way)["code"])

    assert twin.tokens[tokens.access].kind == "long"
    assert tokens.scopes == way.scopes
    assert tokens.expires_at is not None
    assert timedelta(days=59) < tokens.expires_at - datetime.now(UTC) <= LIFE


def test_the_ending_that_instagram_hangs_on_is_no_part_of_the_code(twin: InstagramTwin) -> None:
    way = InstagramLogin(app_for(twin))
    code = consented(twin, way)["code"]

    tokens = exchanged(way, f"{code}#_")

    assert tokens.access in twin.tokens


def test_a_code_is_sent_as_a_form_in_parts_and_only_once(twin: InstagramTwin) -> None:
    way = InstagramLogin(app_for(twin))
    code = consented(twin, way)["code"]
    twin.fail("drop_after", path="/api/oauth/access_token")

    with pytest.raises(Reconnect):
        exchanged(way, code)

    asked = twin.asked_for("POST", "/api/oauth/access_token")
    assert len(asked) == 1
    assert "multipart/form-data" in asked[0].headers["content-type"]
    assert {name for name, _file, _content in asked[0].parts} == {
        "client_id",
        "client_secret",
        "grant_type",
        "redirect_uri",
        "code",
    }


@pytest.mark.parametrize("make", [InstagramLogin, FacebookLogin])
def test_a_used_code_asks_for_another_sign_in_without_telling_secrets(
    twin: InstagramTwin, make: type[InstagramLogin] | type[FacebookLogin]
) -> None:
    way = make(app_for(twin))
    code = consented(twin, way)["code"]
    exchanged(way, code)

    with pytest.raises(Reconnect) as caught:
        exchanged(way, code)

    assert CLIENT_SECRET not in caught.value.vendor_words + str(caught.value)


@pytest.mark.parametrize("make", [InstagramLogin, FacebookLogin])
def test_what_was_unticked_is_not_among_the_scopes(
    twin: InstagramTwin, make: type[InstagramLogin] | type[FacebookLogin]
) -> None:
    way = make(app_for(twin))
    unticked = next(scope for scope in way.scopes if scope.endswith("manage_insights"))

    tokens = exchanged(way, consented(twin, way, untick=(unticked,))["code"])

    assert unticked not in tokens.scopes
    assert set(way.needed) <= set(tokens.scopes)


@pytest.mark.parametrize("reply", ["flat", "data"])
def test_the_account_is_known_by_its_professional_id(twin: InstagramTwin, reply: str) -> None:
    twin.knobs["me_reply"] = reply

    found = InstagramLogin(app_for(twin)).identities(tokens_for(twin))

    assert [(row.remote_id, row.handle, row.name) for row in found] == [(ME, "quiet.films", "Quiet Films")]
    assert found[0].facts["account_type"] == "BUSINESS"
    assert found[0].tokens is None


def test_behind_facebook_only_pages_where_the_user_may_publish_are_offered(twin: InstagramTwin) -> None:
    way = FacebookLogin(app_for(twin))
    tokens = exchanged(way, consented(twin, way)["code"])

    found = way.identities(tokens)

    assert [row.handle for row in found] == ["quiet.films", "night.reels"]
    assert len(twin.asked_for("GET", "/me/accounts")) == 2
    for row in found:
        assert row.tokens is not None
        assert row.tokens.expires_at is None
        assert twin.tokens[row.tokens.access].kind == "page"
        assert row.tokens.refresh == tokens.access
    assert len({row.facts["consent"] for row in found}) == 1


@pytest.mark.parametrize(
    ("age", "needed_for_s", "is_due"),
    [
        (timedelta(hours=23), 0, False),
        (timedelta(hours=23), 70 * 86_400, False),
        (timedelta(days=2), 0, False),
        (timedelta(days=2), 59 * 86_400, True),
        (timedelta(days=7), 0, True),
        (timedelta(days=59), 0, True),
    ],
)
def test_a_token_is_refreshed_after_a_week_and_never_on_its_first_day(
    age: timedelta, needed_for_s: float, *, is_due: bool
) -> None:
    way = InstagramLogin(replace(app_for_nobody(), settings={}))
    tokens = Tokens("t", expires_at=NOW - age + LIFE)

    assert way.due(tokens, now=NOW, needed_for_s=needed_for_s) is is_due


def app_for_nobody() -> Any:
    """An application that is asked nowhere."""
    from publishing.platforms.base import App

    return App("instagram", "id", "secret")


def test_a_refreshed_token_takes_the_place_of_the_old_one(twin: InstagramTwin) -> None:
    way, old = InstagramLogin(app_for(twin)), tokens_for(twin)
    twin.pass_time(8 * 86_400)
    later = datetime.fromtimestamp(twin.now(), UTC)

    new = way.refresh(old, now=later)

    assert new.access != old.access
    assert new.scopes == old.scopes
    assert new.expires_at is not None
    assert abs(new.expires_at - later - LIFE) < timedelta(seconds=5)
    assert way.identities(new)[0].remote_id == ME
    with pytest.raises(Reconnect):
        way.identities(old)


def test_a_token_of_its_first_day_is_not_asked_for_again(twin: InstagramTwin) -> None:
    way, old = InstagramLogin(app_for(twin)), tokens_for(twin)

    new = way.refresh(old, now=datetime.now(UTC))

    assert new is old
    assert twin.asked_for("GET", "refresh_access_token") == []


def test_a_token_that_has_ended_needs_its_owner(twin: InstagramTwin) -> None:
    way, old = InstagramLogin(app_for(twin)), tokens_for(twin)

    with pytest.raises(Reconnect):
        way.refresh(old, now=datetime.now(UTC) + timedelta(days=61))


@pytest.mark.parametrize("status", [500, 503])
def test_a_refresh_that_fails_for_now_ends_nothing(twin: InstagramTwin, status: int) -> None:
    way, old = InstagramLogin(app_for(twin)), tokens_for(twin)
    twin.pass_time(8 * 86_400)
    twin.fail("html", path="refresh_access_token", status=status, times=5)

    with pytest.raises(Unavailable):
        way.refresh(old, now=datetime.fromtimestamp(twin.now(), UTC))


def test_a_removed_app_is_told_apart(twin: InstagramTwin) -> None:
    way, tokens = InstagramLogin(app_for(twin)), tokens_for(twin)
    twin.tokens[tokens.access].is_revoked = True

    with pytest.raises(Reconnect) as caught:
        way.identities(tokens)

    assert not isinstance(caught.value, MissingScope)
    assert "removed" in str(caught.value)
    assert tokens.access not in caught.value.vendor_words


def test_instagram_has_no_way_to_give_consent_back(twin: InstagramTwin) -> None:
    assert InstagramLogin(app_for(twin)).revoke(tokens_for(twin)) is False


def test_facebook_takes_the_whole_consent_back(twin: InstagramTwin) -> None:
    way, page = FacebookLogin(app_for(twin)), tokens_for(twin, "facebook")

    assert way.revoke(page) is True
    assert twin.tokens[page.access].is_revoked
    assert way.revoke(page) is False


def test_a_pages_token_does_not_end_and_is_left_alone(twin: InstagramTwin) -> None:
    way, page = FacebookLogin(app_for(twin)), tokens_for(twin, "facebook")

    assert way.due(page, now=NOW, needed_for_s=10**9) is False
    assert way.refresh(page, now=NOW) is page


def test_facebook_for_business_is_asked_by_its_configuration(twin: InstagramTwin) -> None:
    way = FacebookLogin(app_for(twin, config_id="77"))

    query = parse_qs(urlsplit(way.authorize_url(redirect_uri=REDIRECT, state=STATE, verifier=VERIFIER)).query)

    assert query["config_id"] == ["77"]
    assert "scope" not in query


@pytest.mark.parametrize("login", ["instagram", "facebook"])
def test_the_proof_of_the_secret_goes_along_where_it_is_demanded(twin: InstagramTwin, login: str) -> None:
    twin.knobs["needs_proof"] = True

    with pytest.raises(Exception, match="Instagram"):
        InstagramLogin(app_for(twin)).identities(tokens_for(twin, login))

    way = InstagramLogin if login == "instagram" else FacebookLogin
    tokens = tokens_for(twin, login, needs_proof=True)
    if login == "instagram":
        assert way(app_for(twin, needs_proof=True)).identities(tokens)
    assert tokens.access


def test_no_token_stands_in_an_address_that_does_not_demand_it(twin: InstagramTwin) -> None:
    tokens_for(twin)
    tokens_for(twin, "facebook")

    with_token = {asked.path for asked in twin.seen if "access_token" in asked.query}

    assert with_token == {"/ig/access_token"}
