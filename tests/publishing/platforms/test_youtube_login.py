"""Connecting a YouTube channel: what is asked for, what was allowed, how long it lasts, how it ends."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from publishing.platforms.base import Tokens
from publishing.platforms.errors import AccountTrouble, NeedsSetup, Reconnect, Unavailable
from publishing.platforms.youtube.login import YouTubeLogin
from publishing.platforms.youtube.row import CHANGE, FIGURES, PLATFORM, READ, UPLOAD
from tests.twins.youtube import YouTubeTwin

from .on_youtube import app_on

BACK = "http://127.0.0.1:8000/publishing/connected"
VERIFIER = "v" * 64
NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)


@pytest.fixture
def twin() -> Iterator[YouTubeTwin]:
    """YouTube."""
    with YouTubeTwin() as running:
        assert isinstance(running, YouTubeTwin)
        yield running


@pytest.fixture
def login(twin: YouTubeTwin) -> YouTubeLogin:
    """The way to connect."""
    return YouTubeLogin(app_on(twin))


def url_of(login: YouTubeLogin) -> str:
    """Where the owner is sent."""
    return login.authorize_url(redirect_uri=BACK, state="a state", verifier=VERIFIER)


def connected(twin: YouTubeTwin, login: YouTubeLogin, *without: str) -> Tokens:
    """What the owner allows."""
    back = twin.allow(url_of(login), without=without)
    return login.exchange(code=back["code"], redirect_uri=BACK, verifier=VERIFIER)


def test_the_owner_is_asked_for_lasting_consent_with_pkce(login: YouTubeLogin) -> None:
    asked = {name: values[0] for name, values in parse_qs(urlsplit(url_of(login)).query).items()}

    challenge = base64.urlsafe_b64encode(hashlib.sha256(VERIFIER.encode()).digest()).rstrip(b"=").decode()
    assert asked["access_type"] == "offline"
    assert asked["prompt"] == "consent"
    assert asked["include_granted_scopes"] == "true"
    assert asked["response_type"] == "code"
    assert (asked["code_challenge"], asked["code_challenge_method"]) == (challenge, "S256")
    assert asked["scope"].split() == [UPLOAD, READ, CHANGE, FIGURES]
    assert asked["state"] == "a state"


def test_every_scope_is_explained_in_the_row() -> None:
    assert set(PLATFORM.logins[0].scopes) == set(YouTubeLogin.scopes)


def test_google_is_asked_at_its_own_addresses_unless_told_otherwise(twin: YouTubeTwin) -> None:
    login = YouTubeLogin(replace(app_on(twin), addresses={}))

    assert url_of(login).startswith("https://accounts.google.com/o/oauth2/v2/auth?")


def test_a_person_can_connect_in_a_browser_and_untick_a_part(twin: YouTubeTwin, login: YouTubeLogin) -> None:
    page = httpx.get(url_of(login)).text
    given = {name: values[0] for name, values in parse_qs(urlsplit(url_of(login)).query).items()}
    form = {**given, "granted": [UPLOAD, READ], "channel": twin.channels[1].id, "answer": "allow"}
    answer = httpx.post(f"{twin.url}/o/oauth2/v2/answer", data=form)
    back = {name: values[0] for name, values in parse_qs(urlsplit(answer.headers["location"]).query).items()}
    tokens = login.exchange(code=back["code"], redirect_uri=BACK, verifier=VERIFIER)

    assert page.count('type="checkbox"') == len(YouTubeLogin.scopes)
    assert back["state"] == "a state"
    assert tokens.scopes == (UPLOAD, READ)
    assert [one.name for one in login.identities(tokens)] == ["Second Stage"]


def test_a_person_can_say_no(twin: YouTubeTwin, login: YouTubeLogin) -> None:
    answer = httpx.post(f"{twin.url}/o/oauth2/v2/answer", data={"redirect_uri": BACK, "state": "s", "answer": "deny"})

    assert answer.headers["location"] == f"{BACK}?error=access_denied&state=s"


def test_a_code_becomes_tokens_with_what_was_allowed(twin: YouTubeTwin, login: YouTubeLogin) -> None:
    before = datetime.now(UTC)
    tokens = connected(twin, login, FIGURES)

    assert tokens.scopes == (UPLOAD, READ, CHANGE)
    assert tokens.refresh
    assert tokens.expires_at is not None
    assert timedelta(minutes=59) < tokens.expires_at - before < timedelta(minutes=61)
    assert tokens.refresh_expires_at is None


def test_an_application_in_testing_says_when_its_consent_ends(twin: YouTubeTwin, login: YouTubeLogin) -> None:
    twin.knobs["refresh_s"] = 7 * 24 * 3600

    tokens = connected(twin, login)

    assert tokens.refresh_expires_at is not None
    assert tokens.refresh_expires_at - datetime.now(UTC) > timedelta(days=6, hours=23)


def test_a_code_is_good_once_and_for_whoever_asked(twin: YouTubeTwin, login: YouTubeLogin) -> None:
    first, second = (twin.allow(url_of(login))["code"] for _ in range(2))
    login.exchange(code=first, redirect_uri=BACK, verifier=VERIFIER)

    with pytest.raises(Reconnect):
        login.exchange(code=first, redirect_uri=BACK, verifier=VERIFIER)
    with pytest.raises(Reconnect):
        login.exchange(code=second, redirect_uri=BACK, verifier="w" * 64)


def test_a_lost_exchange_is_not_repeated(twin: YouTubeTwin, login: YouTubeLogin) -> None:
    code = twin.allow(url_of(login))["code"]
    twin.fail("drop_after", path="/token", times=9)

    with pytest.raises(Unavailable):
        login.exchange(code=code, redirect_uri=BACK, verifier=VERIFIER)

    assert len(twin.asked_for("POST", "/token")) == 1


def test_without_a_lasting_token_there_is_no_connection(twin: YouTubeTwin, login: YouTubeLogin) -> None:
    twin.knobs["no_refresh"] = True

    with pytest.raises(Reconnect):
        connected(twin, login)


def test_a_refresh_keeps_the_old_refresh_token_where_no_new_one_comes(twin: YouTubeTwin, login: YouTubeLogin) -> None:
    before = connected(twin, login, FIGURES)

    after = login.refresh(before, now=NOW)

    assert after.refresh == before.refresh
    assert after.access != before.access
    assert after.scopes == before.scopes
    assert after.expires_at == NOW + timedelta(seconds=3599)


def test_a_refresh_takes_a_new_refresh_token_where_one_comes(twin: YouTubeTwin, login: YouTubeLogin) -> None:
    before = connected(twin, login)
    twin.knobs["rotate_refresh"] = True

    after = login.refresh(before, now=NOW)

    assert after.refresh != before.refresh
    assert login.refresh(after, now=NOW).access
    with pytest.raises(Reconnect):
        login.refresh(before, now=NOW)


def test_ended_consent_is_told_from_a_server_that_has_trouble(twin: YouTubeTwin, login: YouTubeLogin) -> None:
    twin.knobs["refresh_s"] = 7 * 24 * 3600
    tokens = connected(twin, login)

    twin.fail("answer", path="/token", status=503, times=3)
    with pytest.raises(Unavailable):
        login.refresh(tokens, now=NOW)
    assert login.refresh(tokens, now=NOW).access

    twin.pass_time(7 * 24 * 3600)
    with pytest.raises(Reconnect) as caught:
        login.refresh(tokens, now=NOW)
    assert "invalid_grant" in caught.value.vendor_words


def test_a_refresh_is_asked_again_on_a_bad_way(twin: YouTubeTwin, login: YouTubeLogin) -> None:
    tokens = connected(twin, login)
    twin.fail("drop", path="/token")

    assert login.refresh(tokens, now=NOW).access


@pytest.mark.parametrize("error", ["invalid_client", "unauthorized_client", "redirect_uri_mismatch"])
def test_a_wrong_application_is_the_studios_fault_and_not_the_channels(
    twin: YouTubeTwin, login: YouTubeLogin, error: str
) -> None:
    tokens = connected(twin, login)
    twin.fail("answer", path="/token", status=401, body={"error": error})

    with pytest.raises(NeedsSetup):
        login.refresh(tokens, now=NOW)


def test_without_an_application_nobody_is_sent_anywhere(twin: YouTubeTwin) -> None:
    with pytest.raises(NeedsSetup):
        url_of(YouTubeLogin(replace(app_on(twin), client_id="")))


@pytest.mark.parametrize(
    ("left_s", "needed_s", "is_due"),
    [(3599, 0, False), (400, 0, False), (300, 0, True), (-5, 0, True), (1000, 900, False), (1000, 1000, True)],
)
def test_a_token_is_due_by_the_life_that_is_left_of_it(
    login: YouTubeLogin,
    left_s: float,
    needed_s: float,
    is_due: bool,  # noqa: FBT001
) -> None:
    tokens = Tokens("a", "r", expires_at=NOW + timedelta(seconds=left_s))

    assert login.due(tokens, now=NOW, needed_for_s=needed_s) is is_due


def test_a_fresh_token_is_never_due_however_long_the_upload(login: YouTubeLogin) -> None:
    tokens = Tokens("a", "r", expires_at=NOW + timedelta(seconds=3599))

    assert not login.due(tokens, now=NOW, needed_for_s=1e6)


def test_consent_is_given_back(twin: YouTubeTwin, login: YouTubeLogin) -> None:
    tokens = connected(twin, login)

    assert login.revoke(tokens)
    assert login.revoke(tokens)

    with pytest.raises(Reconnect):
        login.refresh(tokens, now=NOW)


def test_the_channel_is_known_with_what_it_may(twin: YouTubeTwin, login: YouTubeLogin) -> None:
    (identity,) = login.identities(connected(twin, login))

    channel = twin.channels[0]
    assert (identity.remote_id, identity.name, identity.handle) == (channel.id, channel.title, channel.handle)
    assert identity.url == f"{twin.url}/{channel.handle}"
    assert identity.facts == {"uploads": channel.uploads, "long_uploads": True, "country": "DE"}


def test_a_google_account_without_a_channel_is_told_so(twin: YouTubeTwin, login: YouTubeLogin) -> None:
    tokens = connected(twin, login)
    twin.knobs["no_channel"] = True
    with pytest.raises(AccountTrouble):
        login.identities(tokens)

    twin.knobs.clear()
    twin.fail("answer", path="/youtube/v3/channels", status=200, body={"kind": "youtube#channelListResponse"})
    with pytest.raises(AccountTrouble):
        login.identities(tokens)
