"""Suggestions by rules: from the film itself, within every limit of its platform, and never over a person's words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from entities.models import Library
from publishing import drafting, services
from publishing.platforms import catalog, counting
from tests.publishing.posted import account_in, draft_of, film_with

FILM = drafting.Film(
    title="The Lamp on the Quay",
    logline="A lighthouse keeper finds a message in a bottle, addressed to her.",
    language="en",
    genre="Mystery",
    mood="melancholy",
    era="1960s",
    style="Golden hour",
    series="Lamps",
    episode=2,
    cast=("Ana", "Bo"),
    places=("Old quay",),
    hook="Nobody writes to me.",
)
HUGE = replace(
    FILM,
    title="灯台守の娘 <3 " * 60,
    logline="Ein Käfig voller 🎬 Möwen, und niemand öffnet ihn. " * 400,
    cast=("Ana " * 80,) * 6,
    style="x" * 400,
    places=("Ort " * 90,) * 3,
)


@pytest.mark.parametrize("platform", ["youtube", "tiktok", "instagram", "folder", "webhook"])
@pytest.mark.parametrize("film", [FILM, HUGE, replace(FILM, logline="", cast=(), places=(), genre="", style="")])
def test_whatever_is_suggested_is_within_the_limits_of_its_platform(film: drafting.Film, platform: str) -> None:
    spec = catalog.platforms()[platform]
    text = drafting.by_rules(film, spec)

    wrong = {
        field.name: counting.faults(
            field,
            text[field.name],
            hashtags=text.get("hashtags", []) if field.name in {"caption", "description"} else [],
        )
        for field in spec.fields
        if field.name in text
    }
    assert text
    assert {name: faults for name, faults in wrong.items() if faults} == {}


def test_a_title_names_the_series_and_its_episode() -> None:
    text = drafting.by_rules(FILM, catalog.platforms()["youtube"])

    assert text["title"] == "The Lamp on the Quay | Lamps 2"
    assert "With Ana, Bo." in text["description"]
    assert "SceneMe" in text["description"]


def test_hashtags_say_what_the_film_is_and_are_single_words() -> None:
    tags = drafting.by_rules(FILM, catalog.platforms()["instagram"])["hashtags"]

    assert tags[:3] == ["mystery", "lamps", "goldenhour"]
    assert "1960s" in tags
    assert all(" " not in tag and not tag.startswith("#") for tag in tags)
    assert len(drafting.by_rules(FILM, catalog.platforms()["tiktok"])["hashtags"]) == 5


def test_a_german_film_is_described_in_german() -> None:
    text = drafting.by_rules(replace(FILM, language="de-AT"), catalog.platforms()["youtube"])

    assert "Mit Ana, Bo." in text["description"]
    assert text["language"] == "de-AT"


def test_captions_have_the_tone_of_their_platform() -> None:
    tiktok = drafting.by_rules(FILM, catalog.platforms()["tiktok"])["caption"]
    instagram = drafting.by_rules(FILM, catalog.platforms()["instagram"])["caption"]

    assert tiktok == FILM.logline
    assert instagram.splitlines()[0] == FILM.title


@pytest.mark.django_db
def test_what_a_person_wrote_is_left_out_of_every_suggestion(library: Library) -> None:
    draft = draft_of(film_with(library), account_in(library, "youtube"))
    services.change_draft(draft, by_id=None, text={**draft.text, "title": "Mine"}, written_by_hand=["title"])

    written = drafting.suggest(draft)

    assert "title" not in written
    assert "description" in written


@pytest.mark.django_db
def test_a_film_that_says_nothing_of_itself_gets_a_sentence(library: Library) -> None:
    film = film_with(library)
    film.title = film.logline = ""
    film.save()
    draft = draft_of(film, account_in(library, "youtube"))

    with pytest.raises(drafting.CannotSuggest, match="no title"):
        drafting.suggest(draft)
