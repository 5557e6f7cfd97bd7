"""A film that is too long for a channel: said early, a shorter cut proposed, made only when somebody says so."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.cache import cache
from django.test import Client

from entities.models import Library
from generation.film import load
from generation.models import Rendition, Take
from projects.models import Project
from publishing.models import Channel
from publishing.platforms.base import Requirements
from tests.generation.planned import seat, stranger
from tests.generation.silent_film import silent_film
from tests.publishing.posted import account_in, draft_of, folder_in, rendition_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("sent")]


@pytest.fixture
def film(library: Library) -> Project:
    """A film of 23 seconds, ten of them silent."""
    return silent_film(library)


@pytest.fixture
def channel(library: Library) -> Iterator[Channel]:
    """A channel whose account takes 15 seconds."""
    made = account_in(library, "tiktok")
    takes(made, 15_000)
    yield made
    cache.clear()


def takes(channel: Channel, longest_ms: int) -> None:
    cache.set(f"publishing-requirements-{channel.pk}", Requirements(longest_ms=longest_ms))


def proposal(film: Project, channel: Channel) -> str:
    return f"/films/{film.pk}/publish/shorter/{channel.pk}/"


def state_of(client: Client, film: Project, channel: Channel) -> str:
    return str(client.get(proposal(film, channel)).context["cut"].state)


def ticked(client: Client, film: Project, channel: Channel) -> list[str]:
    return [piece.key for piece in client.get(proposal(film, channel)).context["cut"].pieces]


def test_it_is_said_before_a_file_is_made(client: Client, film: Project, channel: Channel) -> None:
    page = client.get(f"/films/{film.pk}/publish/").content.decode()

    assert "The film lasts 0:23, and TikTok takes 0:15 at most." in page
    assert proposal(film, channel) in page


def test_nothing_is_said_where_the_film_is_short_enough(client: Client, film: Project, channel: Channel) -> None:
    takes(channel, 60_000)

    assert "Propose a shorter cut" not in client.get(f"/films/{film.pk}/publish/").content.decode()


def test_a_file_that_is_too_long_offers_a_shorter_cut_at_its_draft(
    client: Client, film: Project, channel: Channel
) -> None:
    rendition_of(film, "9:16")
    Rendition.objects.update(duration_ms=23_000)
    draft = draft_of(film, channel, shape="9:16")

    page = client.get(f"/publish/publications/{draft.pk}/").content.decode()

    assert "The film lasts 0:23, and TikTok takes 0:15 at most." in page
    assert proposal(film, channel) in page


def test_the_proposal_says_what_goes_why_and_what_it_comes_to(client: Client, film: Project, channel: Channel) -> None:
    page = client.get(proposal(film, channel))

    cut = page.context["cut"]
    assert cut.is_enough
    assert cut.length_ms == cut.is_ms - sum(piece.saves_ms for piece in cut.pieces) <= 15_000
    assert "Nothing is said during shot 2.4, and nobody is in it." in page.content.decode()
    assert not film.edits.exists()


def test_what_is_not_enough_is_said(client: Client, film: Project, channel: Channel) -> None:
    takes(channel, 3_000)

    page = client.get(proposal(film, channel)).content.decode()

    assert "All of it together is not enough" in page


def test_the_cut_is_one_change_that_is_taken_back_as_one(client: Client, film: Project, channel: Channel) -> None:
    before = load(film.pk)
    state, parts = state_of(client, film, channel), ticked(client, film, channel)

    answer = client.post(f"{proposal(film, channel)}make/", {"state": state, "part": parts}, follow=True)

    assert answer.redirect_chain == [(f"/films/{film.pk}/publish/", 302)]
    assert load(film.pk).length_ms <= 15_000
    edit = film.edits.get()
    assert f"/films/{film.pk}/publish/shorter/undo/{edit.pk}/" in answer.content.decode()
    client.post(f"/films/{film.pk}/publish/shorter/undo/{edit.pk}/")
    assert load(film.pk).length_ms == before.length_ms


def test_only_what_is_ticked_is_done(client: Client, film: Project, channel: Channel) -> None:
    before = load(film.pk).length_ms
    cut = client.get(proposal(film, channel)).context["cut"]
    chosen = cut.pieces[0]

    client.post(f"{proposal(film, channel)}make/", {"state": cut.state, "part": [chosen.key]})

    assert load(film.pk).length_ms == before - chosen.saves_ms


def test_a_film_that_was_changed_meanwhile_is_left_alone(client: Client, film: Project, channel: Channel) -> None:
    state, parts = state_of(client, film, channel), ticked(client, film, channel)
    film.segments.filter(kind="pause").update(pause_ms=9_000)

    answer = client.post(f"{proposal(film, channel)}make/", {"state": state, "part": parts}, follow=True)

    assert "The film was changed meanwhile." in answer.content.decode()
    assert not film.edits.exists()


def test_nothing_ticked_changes_nothing(client: Client, film: Project, channel: Channel) -> None:
    answer = client.post(f"{proposal(film, channel)}make/", {"state": state_of(client, film, channel)}, follow=True)

    assert "Nothing is ticked" in answer.content.decode()
    assert not film.edits.exists()


def test_only_editors_make_it_and_strangers_see_nothing(client: Client, film: Project, channel: Channel) -> None:
    address, sent = f"{proposal(film, channel)}make/", {"state": state_of(client, film, channel)}

    assert stranger().get(proposal(film, channel)).status_code == 404
    assert stranger().post(address, sent).status_code == 404
    viewer = seat(film.library, "viewer")
    assert b"data-go>" not in viewer.get(proposal(film, channel)).content
    assert viewer.post(address, sent).status_code == 403


def test_a_channel_without_a_limit_has_nothing_to_propose(client: Client, film: Project, tmp_path: Path) -> None:
    answer = client.get(proposal(film, folder_in(film.library, tmp_path / "shelf")), follow=True)

    assert [str(told) for told in answer.context["messages"]] == ["Shelf takes films of any length."]


def test_a_version_that_is_older_than_the_film_can_be_made_anew(
    client: Client, film: Project, channel: Channel
) -> None:
    made = rendition_of(film, "16:9")
    Take.objects.filter(pk=made.take_id).update(recipe_digest="of-an-earlier-cut")

    page = client.get(f"/films/{film.pk}/publish/").content.decode()

    assert "Older than the film" in page
    assert "Make it anew" in page
