"""Stored files: only for members, whole or in ranges, never changing."""

from __future__ import annotations

import re
from pathlib import Path
from time import time

import pytest
from django.http.response import HttpResponseBase
from django.test import Client
from django.utils.http import base36_to_int, int_to_base36
from pytest_django import Settings

from entities.models import Library
from generation import links
from generation.models import Asset
from generation.views.media import media_url
from tests.factories import AssetFactory
from tests.generation.planned import stranger

pytestmark = pytest.mark.django_db

CONTENT = bytes(range(256)) * 8


@pytest.fixture
def film(library: Library) -> Asset:
    """A stored film of 2,048 bytes."""
    return AssetFactory.create(library=library, content=CONTENT, kind=Asset.Kind.VIDEO, media_type="video/mp4")


def body(answer: HttpResponseBase) -> bytes:
    """What came, read to its end."""
    return b"".join(answer.streaming_content)  # type: ignore[attr-defined]


def test_a_member_gets_the_whole_file_and_may_keep_it(client: Client, film: Asset) -> None:
    answer = client.get(media_url(film))

    assert answer.status_code == 200
    assert body(answer) == CONTENT
    assert answer.headers["Content-Type"] == "video/mp4"
    assert answer.headers["Content-Length"] == "2048"
    assert answer.headers["Accept-Ranges"] == "bytes"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    assert "Content-Disposition" not in answer.headers


def test_a_stranger_cannot_tell_that_the_file_exists(film: Asset) -> None:
    assert stranger().get(media_url(film)).status_code == 404
    assert Client().get(media_url(film)).status_code == 302


@pytest.mark.parametrize(
    ("asked", "start", "end"),
    [("bytes=0-99", 0, 99), ("bytes=2000-", 2000, 2047), ("bytes=-10", 2038, 2047), ("bytes=2040-9999", 2040, 2047)],
)
def test_a_player_may_jump(client: Client, film: Asset, asked: str, start: int, end: int) -> None:
    answer = client.get(media_url(film), headers={"Range": asked})

    assert answer.status_code == 206
    assert answer.headers["Content-Range"] == f"bytes {start}-{end}/2048"
    assert answer.headers["Content-Length"] == str(end - start + 1)
    assert body(answer) == CONTENT[start : end + 1]


@pytest.mark.parametrize("asked", ["bytes=2048-", "bytes=-0"])
def test_a_range_outside_the_file_is_refused_with_its_length(client: Client, film: Asset, asked: str) -> None:
    answer = client.get(media_url(film), headers={"Range": asked})

    assert answer.status_code == 416
    assert answer.headers["Content-Range"] == "bytes */2048"


@pytest.mark.parametrize("asked", ["bytes=0-9,20-29", "lines=1-2", "bytes=-", "bytes=9-3"])
def test_a_range_that_is_not_understood_gets_the_whole_file(client: Client, film: Asset, asked: str) -> None:
    answer = client.get(media_url(film), headers={"Range": asked})

    assert answer.status_code == 200
    assert body(answer) == CONTENT


def test_a_range_of_another_file_than_the_browser_began_with_gets_the_whole(client: Client, film: Asset) -> None:
    answer = client.get(media_url(film), headers={"Range": "bytes=5-9", "If-Range": '"another"'})

    assert answer.status_code == 200
    assert body(answer) == CONTENT


def test_a_file_that_the_browser_has_is_not_sent_again(client: Client, film: Asset) -> None:
    tag = client.head(media_url(film)).headers["ETag"]

    answer = client.get(media_url(film), headers={"If-None-Match": tag})

    assert answer.status_code == 304


def test_a_download_is_saved_under_its_title(client: Client, film: Asset) -> None:
    answer = client.head(media_url(film), {"download": 'Die "Lampe"/../am Kai é'})

    assert answer.headers["Content-Disposition"].startswith("attachment; filename")
    assert "/" not in answer.headers["Content-Disposition"]
    assert ".png" in answer.headers["Content-Disposition"]


def test_a_browser_may_keep_a_file_as_long_as_its_link_is_good(client: Client, film: Asset) -> None:
    kept = re.fullmatch(r"private, max-age=(\d+), immutable", client.head(media_url(film)).headers["Cache-Control"])

    assert kept is not None
    assert links.WINDOW_SECONDS - 60 <= int(kept[1]) <= 2 * links.WINDOW_SECONDS


def test_a_link_stays_the_same_for_hours_so_that_browsers_find_what_they_kept(
    film: Asset, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin = (links.window() + 1) * links.WINDOW_SECONDS
    made = []
    for after in (1, links.WINDOW_SECONDS - 1, links.WINDOW_SECONDS + 1):
        monkeypatch.setattr("generation.links.time", lambda at=begin + after: float(at))
        made.append(media_url(film))

    assert made[0] == made[1] != made[2]


def test_a_link_expires_and_says_so(client: Client, film: Asset, monkeypatch: pytest.MonkeyPatch) -> None:
    link = media_url(film)
    _wait(monkeypatch, 2 * links.WINDOW_SECONDS)

    answer = client.get(link)

    assert answer.status_code == 410
    assert answer.headers["Content-Type"] == "text/plain"
    assert b"This link has expired." in answer.content


def test_a_player_gets_the_next_link_for_one_that_has_expired(
    client: Client, film: Asset, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = media_url(film)
    _wait(monkeypatch, 2 * links.WINDOW_SECONDS)

    fresh = client.get(link, {"renew": ""}).json()["link"]

    assert fresh != link
    assert client.head(fresh).status_code == 200
    assert stranger().get(link, {"renew": ""}).status_code == 404


def test_a_link_that_was_made_up_leads_nowhere(client: Client, film: Asset) -> None:
    good = media_url(film)
    stamp, signature = re.findall(r"/([0-9a-z]+)-([0-9a-f]+)\.png", good)[0]
    later = good.replace(stamp, int_to_base36(base36_to_int(stamp) + 1_000_000))
    other = good.replace(signature, signature[::-1])

    answers = [client.head(link).status_code for link in (later, other, good.replace(f"{stamp}-{signature}", "x"))]

    assert answers == [404] * 3


def test_the_seal_of_one_file_opens_no_other(client: Client, film: Asset, library: Library) -> None:
    other = AssetFactory.create(library=library)
    seal = media_url(film).rpartition("/")[2]

    assert client.get(f"{media_url(other).rpartition('/')[0]}/{seal}").status_code == 404


def test_what_a_browser_does_not_show_is_saved_as_a_file(client: Client, library: Library) -> None:
    captions = AssetFactory.create(library=library, kind=Asset.Kind.TEXT, media_type="application/x-subrip")

    answer = client.head(media_url(captions))

    assert answer.headers["Content-Disposition"].startswith("attachment")


def test_a_link_with_another_digest_leads_nowhere(client: Client, film: Asset) -> None:
    wrong = media_url(film).replace(film.sha256[:16], film.sha256[:15])

    assert client.get(wrong).status_code == 404


def test_a_file_that_is_gone_is_not_found(client: Client, film: Asset, settings: Settings, tmp_path: Path) -> None:
    _store_in(settings, "django.core.files.storage.FileSystemStorage", tmp_path)

    assert client.get(media_url(film)).status_code == 404


def test_a_store_with_links_of_its_own_serves_the_film_itself(client: Client, film: Asset, settings: Settings) -> None:
    _store_in(settings, "tests.generation.stores.SigningStore")

    answer = client.get(media_url(film), {"download": "Lamp"})

    assert answer.status_code == 302
    assert film.key in answer.headers["Location"]


def _wait(monkeypatch: pytest.MonkeyPatch, seconds: float) -> None:
    later = time() + seconds + 1
    monkeypatch.setattr("generation.links.time", lambda: later)


def _store_in(settings: Settings, backend: str, folder: Path | None = None) -> None:
    options = {"location": folder} if folder else {}
    settings.STORAGES = {**settings.STORAGES, "default": {"BACKEND": backend, "OPTIONS": options}}
