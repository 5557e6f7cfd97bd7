"""Links for platforms that fetch a film: open to who has one, for a day or two, for one file, in whole or in parts."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.storage import InMemoryStorage
from django.http.response import HttpResponseBase
from django.test import Client
from django.urls import include, path
from pytest_django import Settings

from generation.models import Asset, Rendition
from publishing import links
from publishing.links import public_cover_url_for, public_url_for
from publishing.models import Channel, Publication
from publishing.views import public_file
from tests.factories import AssetFactory, RenditionFactory

pytestmark = [pytest.mark.django_db, pytest.mark.urls(__name__)]

_ADDRESS = "publish/file/<int:publication_id>/<slug:sha>/<slug:seal>.<slug:extension>"
urlpatterns = [path("", include(([path(_ADDRESS, public_file.file, name="file")], "publishing")))]

CONTENT = bytes(range(256)) * 8
HOST = "https://films.example.org"
State = Publication.State


@pytest.fixture(autouse=True)
def public(settings: Settings) -> None:
    """A studio that can be reached from outside."""
    settings.PUBLIC_URL = f"{HOST}/"
    settings.ALLOWED_HOSTS = ["films.example.org", "testserver"]


def filmed(**more: Any) -> Publication:
    """A publication whose film is being fetched."""
    rendition: Rendition = RenditionFactory.create()
    film = AssetFactory.create(
        library=rendition.project.library, content=CONTENT, kind=Asset.Kind.VIDEO, media_type="video/mp4"
    )
    rendition.take.asset = film
    rendition.take.save()
    library = rendition.project.library
    channel = Channel.objects.create(library=library, platform="instagram", remote_id="1", name="Films")
    made: dict[str, Any] = {"state": State.DRAFT, "rendition": rendition, **more}
    return Publication.objects.create(
        library=library, project=rendition.project, channel=channel, variant="9:16 full", **made
    )


def under_way(publication: Publication, state: str = State.TRANSFERRING) -> Publication:
    """The same, in another state."""
    from django.utils import timezone

    now = timezone.now()
    Publication.objects.filter(pk=publication.pk).update(
        state=state, not_before=now, commit_sent_at=now, scheduled_at=now
    )
    publication.refresh_from_db()
    return publication


def fetched(url: str, method: str = "get", **headers: str) -> HttpResponseBase:
    """What a platform gets that has only the link."""
    assert url.startswith(f"{HOST}/")
    answer: HttpResponseBase = getattr(Client(), method)(url.removeprefix(HOST), headers=headers)
    return answer


def status_of(url: str) -> int:
    """How a link is answered."""
    answer = fetched(url)
    answer.close()
    return answer.status_code


def body(answer: HttpResponseBase) -> bytes:
    """What came, read to its end."""
    return b"".join(answer.streaming_content)  # type: ignore[attr-defined]


def test_a_platform_gets_the_film_without_a_sign_in_and_without_being_sent_elsewhere() -> None:
    answer = fetched(public_url_for(under_way(filmed())))

    assert answer.status_code == 200
    assert body(answer) == CONTENT
    assert answer.headers["Content-Type"] == "video/mp4"
    assert answer.headers["Content-Length"] == str(len(CONTENT))
    assert answer.headers["Accept-Ranges"] == "bytes"
    assert "no-store" in answer.headers["Cache-Control"]


def test_the_head_alone_tells_kind_and_length() -> None:
    answer = fetched(public_url_for(under_way(filmed())), "head")

    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "video/mp4"
    assert answer.headers["Content-Length"] == str(len(CONTENT))


@pytest.mark.parametrize(
    ("asked", "start", "end"),
    [("bytes=0-99", 0, 99), ("bytes=2000-", 2000, 2047), ("bytes=-10", 2038, 2047), ("bytes=2040-9999", 2040, 2047)],
)
def test_a_platform_may_fetch_in_parts(asked: str, start: int, end: int) -> None:
    answer = fetched(public_url_for(under_way(filmed())), range=asked)

    assert answer.status_code == 206
    assert answer.headers["Content-Range"] == f"bytes {start}-{end}/2048"
    assert answer.headers["Content-Length"] == str(end - start + 1)
    assert body(answer) == CONTENT[start : end + 1]


def test_a_part_outside_the_film_is_refused_and_a_part_of_another_film_is_the_whole() -> None:
    url = public_url_for(under_way(filmed()))

    outside, other = fetched(url, range="bytes=5000-"), fetched(url, **{"range": "bytes=0-9", "if-range": '"other"'})

    assert outside.status_code == 416
    assert outside.headers["Content-Range"] == "bytes */2048"
    assert other.status_code == 200
    assert body(other) == CONTENT


@pytest.mark.parametrize("place", [-1, -8, -30])
def test_a_link_with_another_sign_in_it_is_worth_nothing(place: int) -> None:
    url = public_url_for(under_way(filmed()))
    head, _, ending = url.rpartition(".")
    changed = head[:place] + ("a" if head[place] != "a" else "b") + head[place:][1:]

    assert status_of(f"{changed}.{ending}") == 404
    assert status_of(url) == 200


def test_a_link_of_one_publication_opens_no_other() -> None:
    mine, other = under_way(filmed()), under_way(filmed())
    swapped = public_url_for(mine).replace(f"/file/{mine.pk}/", f"/file/{other.pk}/")

    assert status_of(swapped) == 404


def test_the_publications_secret_stands_in_no_link() -> None:
    publication = under_way(filmed())

    assert publication.marker not in public_url_for(publication)


@pytest.mark.parametrize("hour", [0, 12, 23.9])
def test_a_link_lasts_a_day_at_least_and_two_at_most(monkeypatch: pytest.MonkeyPatch, hour: float) -> None:
    publication = under_way(filmed())
    now = [20_000 * 86_400.0 + hour * 3600]
    monkeypatch.setattr(links, "time", lambda: now[0])
    url = public_url_for(publication)

    now[0] += 86_400
    after_a_day = status_of(url)
    now[0] += 86_400
    after_two = status_of(url)
    renewed = status_of(public_url_for(publication))

    assert (after_a_day, after_two, renewed) == (200, 404, 200)


def test_a_link_stays_the_same_while_it_is_fresh(monkeypatch: pytest.MonkeyPatch) -> None:
    publication = under_way(filmed())
    monkeypatch.setattr(links, "time", lambda: 20_000 * 86_400.0)
    first = public_url_for(publication)
    monkeypatch.setattr(links, "time", lambda: 20_000 * 86_400.0 + 80_000)

    assert public_url_for(publication) == first


@pytest.mark.parametrize(
    ("state", "status"),
    [
        (State.STARTING, 200),
        (State.UNKNOWN, 200),
        (State.LIVE, 200),
        (State.DRAFT, 404),
        (State.CANCELLED, 404),
        (State.FAILED, 404),
        (State.TAKEN_DOWN, 404),
    ],
)
def test_a_link_is_open_only_while_the_film_is_to_go_out(state: str, status: int) -> None:
    publication = under_way(filmed(), state)

    assert status_of(public_url_for(publication)) == status


def test_a_film_that_was_made_anew_is_not_behind_the_old_link() -> None:
    publication = under_way(filmed())
    url = public_url_for(publication)
    take = publication.rendition.take if publication.rendition else None
    assert take is not None
    take.asset = AssetFactory.create(library=publication.library, content=b"new", media_type="video/mp4")
    take.save()

    assert status_of(url) == 404


def test_a_cover_has_a_link_of_its_own() -> None:
    publication = filmed()
    publication.cover = AssetFactory.create(library=publication.library, content=b"picture", media_type="image/jpeg")
    publication.save()

    answer = fetched(public_cover_url_for(under_way(publication)))

    assert body(answer) == b"picture"
    assert answer.headers["Content-Type"] == "image/jpeg"


def test_where_there_is_nothing_to_fetch_there_is_no_link() -> None:
    publication = filmed(rendition=None)

    assert public_url_for(publication) == ""
    assert public_cover_url_for(publication) == ""


def test_a_studio_that_cannot_be_reached_has_no_links(settings: Settings) -> None:
    settings.PUBLIC_URL = ""

    assert public_url_for(under_way(filmed())) == ""


class _Signing(InMemoryStorage):
    """A store that hands out links, as S3 does."""

    def url(self, name: str | None, parameters: dict[str, str] | None = None, expire: int = 3600) -> str:
        """Return a link that shows what it was made with."""
        return f"https://store.example/{name}?{parameters}&{expire}"


def test_a_store_with_links_of_its_own_gives_one_for_two_days(monkeypatch: pytest.MonkeyPatch) -> None:
    publication = under_way(filmed())
    monkeypatch.setattr(links, "default_storage", _Signing())

    url = public_url_for(publication)

    assert url.startswith("https://store.example/")
    assert "'ResponseContentType': 'video/mp4'" in url
    assert url.endswith(f"&{48 * 3600}")
