"""TikTok's login and messages against its twin."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from publishing.platforms.base import App, Forged, Tokens
from publishing.platforms.errors import NeedsSetup, Reconnect, Unavailable
from publishing.platforms.tiktok.login import TikTokLogin
from publishing.platforms.tiktok.webhook import verify
from tests.twins.tiktok import CLIENT_KEY, CLIENT_SECRET, TikTokTwin
from tests.twins.tiktok_rules import SCOPES

VERIFIER = "v" * 64
DESKTOP = "http://127.0.0.1:8000/publishing/connected/tiktok/"
WEB = "https://studio.example.org/publishing/connected/tiktok/"
NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


@pytest.fixture
def twin() -> Iterator[TikTokTwin]:
    with TikTokTwin() as server:
        server.knobs["auto_consent"] = True
        yield server  # type: ignore[misc]


def app_of(twin: TikTokTwin, **more: str) -> App:
    given = {"client_id": CLIENT_KEY, "client_secret": CLIENT_SECRET, **more}
    return App("tiktok", addresses=twin.addresses, allows_private=True, **given)  # type: ignore[arg-type]


def sent_back(url: str) -> Mapping[str, str]:
    """Follow consent as a browser would, and return what comes back to us."""
    answer = httpx.get(url)

    assert answer.status_code == 302, answer.text

    return {name: values[0] for name, values in parse_qs(urlsplit(answer.headers["location"]).query).items()}


@pytest.mark.parametrize("redirect", [DESKTOP, WEB])
def test_consent_becomes_tokens(twin: TikTokTwin, redirect: str) -> None:
    login = TikTokLogin(app_of(twin))

    url = login.authorize_url(redirect_uri=redirect, state="s-1", verifier=VERIFIER)
    back = sent_back(url)
    tokens = login.exchange(code=back["code"], redirect_uri=redirect, verifier=VERIFIER)

    asked = {name: values[0] for name, values in parse_qs(urlsplit(url).query).items()}
    assert asked["client_key"] == CLIENT_KEY
    assert asked["scope"] == ",".join(login.scopes)
    proof = hashlib.sha256(VERIFIER.encode()).hexdigest()
    assert asked.get("code_challenge", "") == (proof if redirect == DESKTOP else "")
    assert back["state"] == "s-1"
    assert tokens.scopes == login.scopes
    assert tokens.expires_at is not None
    assert tokens.refresh_expires_at is not None
    assert timedelta(hours=23) < tokens.expires_at - datetime.now(UTC) <= timedelta(hours=24)
    assert tokens.refresh_expires_at - datetime.now(UTC) > timedelta(days=364)


def test_a_code_is_good_once_and_for_who_asked(twin: TikTokTwin) -> None:
    login = TikTokLogin(app_of(twin))
    url = login.authorize_url(redirect_uri=DESKTOP, state="s", verifier=VERIFIER)

    with pytest.raises(Reconnect):
        login.exchange(code=sent_back(url)["code"], redirect_uri=DESKTOP, verifier="w" * 64)
    code = sent_back(url)["code"]
    login.exchange(code=code, redirect_uri=DESKTOP, verifier=VERIFIER)
    with pytest.raises(Reconnect):
        login.exchange(code=code, redirect_uri=DESKTOP, verifier=VERIFIER)


def test_the_page_lets_scopes_be_unticked_and_everything_be_denied(twin: TikTokTwin) -> None:
    twin.knobs["auto_consent"] = False
    login = TikTokLogin(app_of(twin))
    url = login.authorize_url(redirect_uri=WEB, state="s", verifier=VERIFIER)
    given = {name: values[0] for name, values in parse_qs(urlsplit(url).query).items()}

    page = httpx.get(url).text
    chosen = {**given, "user": twin.users[1].open_id, "granted": ["user.info.basic", "video.publish"]}
    allowed = httpx.get(f"{twin.url}/v2/auth/authorize/decide", params={**chosen, "decision": "allow"})
    denied = httpx.get(f"{twin.url}/v2/auth/authorize/decide", params={**given, "decision": "deny"})
    code = parse_qs(urlsplit(allowed.headers["location"]).query)["code"][0]
    tokens = login.exchange(code=code, redirect_uri=WEB, verifier=VERIFIER)

    assert all(f'value="{scope}" checked' in page for scope in login.scopes)
    assert "error=access_denied" in denied.headers["location"]
    assert tokens.scopes == ("user.info.basic", "video.publish")
    assert set(login.needed) <= set(tokens.scopes)
    (found,) = login.identities(tokens)
    assert (found.name, found.handle, found.url) == ("Second Screen", "", "")


def test_an_identity_is_what_was_allowed_to_be_known(twin: TikTokTwin) -> None:
    grant = twin.grant()

    (found,) = TikTokLogin(app_of(twin)).identities(Tokens(grant.access, scopes=SCOPES))

    assert found.remote_id == grant.open_id
    assert (found.name, found.handle) == ("Studio Nord", "@studio.nord")
    assert found.facts == {"username": "studio.nord"}


def test_a_refresh_replaces_both_tokens(twin: TikTokTwin) -> None:
    login = TikTokLogin(app_of(twin))
    grant = twin.grant()
    old = Tokens(grant.access, grant.refresh, scopes=SCOPES)

    fresh = login.refresh(old, now=NOW)

    assert fresh.refresh not in {"", old.refresh}
    assert fresh.access != old.access
    assert fresh.expires_at == NOW + timedelta(days=1)
    with pytest.raises(Reconnect):
        login.refresh(old, now=NOW)
    assert login.refresh(fresh, now=NOW).access


@pytest.mark.parametrize("as_200", [False, True])
def test_errors_are_known_whatever_their_status(twin: TikTokTwin, as_200: object) -> None:
    twin.knobs["errors_as_200"] = as_200

    with pytest.raises(Reconnect) as ended:
        TikTokLogin(app_of(twin)).refresh(Tokens("a", "rft.unknown-token"), now=NOW)
    with pytest.raises(NeedsSetup):
        TikTokLogin(app_of(twin, client_secret="wrong-secret")).refresh(Tokens("a", "rft.unknown-token"), now=NOW)

    assert "invalid_grant" in ended.value.vendor_words
    assert "rft.unknown-token" not in ended.value.vendor_words


@pytest.mark.parametrize("kind", ["drop", "drop_after", "html"])
def test_a_refresh_that_is_not_answered_ends_nothing(twin: TikTokTwin, kind: str) -> None:
    grant = twin.grant()
    twin.fail(kind, path="oauth/token", status=502)

    with pytest.raises(Unavailable):
        TikTokLogin(app_of(twin)).refresh(Tokens(grant.access, grant.refresh), now=NOW)


def test_consent_that_is_over_is_not_asked_about(twin: TikTokTwin) -> None:
    with pytest.raises(Reconnect):
        TikTokLogin(app_of(twin)).refresh(Tokens("a", "rft.b", refresh_expires_at=NOW), now=NOW)

    assert twin.seen == []


def test_a_refresh_is_due_by_the_life_that_is_left(twin: TikTokTwin) -> None:
    login = TikTokLogin(app_of(twin))

    def tokens(hours: float) -> Tokens:
        return Tokens("a", "b", NOW + timedelta(hours=hours))

    assert not login.due(tokens(23), now=NOW)
    assert not login.due(tokens(6.1), now=NOW)
    assert login.due(tokens(5.9), now=NOW)
    assert login.due(tokens(8), now=NOW, needed_for_s=9 * 3600)
    assert not login.due(tokens(23.9), now=NOW, needed_for_s=10**9)
    assert not login.due(Tokens("a"), now=NOW)


def test_consent_is_given_back(twin: TikTokTwin) -> None:
    login = TikTokLogin(app_of(twin))
    grant = twin.grant()

    assert login.revoke(Tokens(grant.access, grant.refresh))
    with pytest.raises(Reconnect):
        login.refresh(Tokens(grant.access, grant.refresh), now=NOW)
    assert login.revoke(Tokens(grant.access, grant.refresh))


def test_without_an_app_it_is_said_what_to_enter(twin: TikTokTwin) -> None:
    with pytest.raises(NeedsSetup, match="client key"):
        TikTokLogin(App("tiktok")).authorize_url(redirect_uri=WEB, state="s", verifier=VERIFIER)


def message(**content: str) -> bytes:
    told = {
        "client_key": CLIENT_KEY,
        "event": "post.publish.complete",
        "create_time": 1,
        "user_openid": "open-1",
        "content": json.dumps(content),
    }
    return json.dumps(told).encode()


def test_a_message_is_believed_where_tiktok_signed_it_lately(twin: TikTokTwin) -> None:
    app, now = app_of(twin), datetime.now(UTC)
    body = message(publish_id="v_pub_file~v2-1.5")
    headers = twin.signed(body)

    found = verify(body, {name.lower(): value for name, value in headers.items()}, app, now)

    assert (found.event, found.remote_ref, found.account_ref) == (
        "post.publish.complete",
        "v_pub_file~v2-1.5",
        "open-1",
    )
    assert found.delivery_id == verify(body, headers, app, now + timedelta(seconds=60)).delivery_id
    other = message(publish_id="v_pub_file~v2-1.6")
    with pytest.raises(Forged, match="fit"):
        verify(other, headers, app, now)
    with pytest.raises(Forged, match="it is"):
        verify(body, headers, app, now + timedelta(seconds=600))
    with pytest.raises(Forged, match="not signed"):
        verify(body, {"tiktok-signature": "s=1"}, app, now)
    with pytest.raises(Forged, match="another app"):
        verify(body, headers, app_of(twin, client_id="another"), now)
    with pytest.raises(Forged, match="not signed"):
        verify(body, headers, app_of(twin, client_secret=""), now)


def test_the_twin_tells_twice_and_in_any_order(twin: TikTokTwin) -> None:
    got: list[tuple[bytes, dict[str, str]]] = []

    class Ear(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"]))
            got.append((body, dict(self.headers.items())))
            self.send_response(200)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    server = HTTPServer(("127.0.0.1", 0), Ear)
    Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    url = f"http://127.0.0.1:{server.server_address[1]}/"
    twin.knobs.update(webhook_url=url, doubles=True, unordered=True, process_s=0, id_s=0)
    grant = twin.grant()
    headers = {"Authorization": f"Bearer {grant.access}"}
    opened = httpx.post(
        f"{twin.url}/v2/post/publish/video/init/",
        headers=headers,
        json={
            "post_info": {"privacy_level": "PUBLIC_TO_EVERYONE"},
            "source_info": {"source": "FILE_UPLOAD", "video_size": 4, "chunk_size": 4, "total_chunk_count": 1},
        },
    ).json()["data"]
    httpx.put(
        opened["upload_url"], content=b"film", headers={"Content-Range": "bytes 0-3/4", "Content-Type": "video/mp4"}
    )

    ends_at = time.monotonic() + 10
    while len(got) < 4 and time.monotonic() < ends_at:
        time.sleep(0.02)
    server.shutdown()
    server.server_close()
    told = [verify(body, headers, app_of(twin), datetime.now(UTC)) for body, headers in got]
    assert [one.event for one in told] == ["post.publish.publicly_available"] * 2 + ["post.publish.complete"] * 2
    assert len({one.delivery_id for one in told}) == 2
    assert {one.remote_ref for one in told} == {opened["publish_id"]}
