"""What the engine has written down is read in the language of whoever looks, with its names and figures in it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from django.utils.translation import gettext, override

from entities.models import Library
from generation.models import Job, Run
from generation.routing import NoOffer
from generation.services.budget import OverBudget
from generation.services.jobs import LOST, NOT_MADE, UNSEEN
from generation.views import said
from tests.factories import JobFactory, RunFactory
from tests.generation.planned import clip_slots, film_in, seat


@pytest.mark.parametrize("template", said.TEMPLATES)
@pytest.mark.parametrize("language", ["de", "zh-hans"])
def test_every_sentence_has_a_translation(template: str, language: str) -> None:
    with override(language):
        assert gettext(template) != template


@pytest.mark.parametrize(
    "stored",
    [
        LOST,
        NOT_MADE,
        UNSEEN,
        str(NoOffer("image")),
        str(OverBudget(2_500_000, 1_000_000)),
        str(OverBudget(2_500_000, 1_000_000, "this film's")),
        "Script: ready. Look it over, then continue.",
        "The finished film: ready. Look it over, then continue.",
        "Shots cannot begin: a voice is missing.",
        "Line 4 (“Who is there?”) could not be spoken. There is no first frame to start from.",
        "Line 4 (“Who is there?”) could not be spoken.",
        "Something went wrong inside the studio (KeyError).",
    ],
)
def test_what_is_stored_is_read_in_german_whole(stored: str) -> None:
    with override("de"):
        read = said.words(stored)

    assert read != stored
    assert not {"the", "not", "ready", "made", "budget"} & set(read.replace(",", " ").split())


def test_names_and_figures_stay_in_it() -> None:
    with override("de"):
        read = said.words(str(OverBudget(2_500_000, 1_000_000)))

    assert "2.50" in read
    assert "1.00" in read


def test_in_english_nothing_changes() -> None:
    for stored in (LOST, str(NoOffer("image")), "Frames: 3 could not be made. The voice came back silent."):
        with override("en"):
            assert said.words(stored) == stored


def test_a_vendors_own_words_are_shown_as_they_are() -> None:
    with override("de"):
        assert said.words("Content policy 42: not today") == "Content policy 42: not today"


@pytest.mark.django_db
def test_a_german_studio_says_in_german_why_it_stopped_and_what_failed(library: Library) -> None:
    film = film_in(library)
    RunFactory.create(project=film, state=Run.State.PAUSED, message="Frames: ready. Look it over, then continue.")
    JobFactory.create(
        slot=clip_slots(film)[0],
        state=Job.State.FAILED,
        error_detail=LOST,
        finished_at=timezone.now() - timedelta(minutes=1),
    )
    browser: Client = seat(library)
    browser.cookies["django_language"] = "de"

    pages = browser.get(f"/films/{film.pk}/").content.decode() + browser.get("/activity/").content.decode()

    assert "Look it over" not in pages
    assert "It was made" not in pages
    with override("de"):
        assert gettext(LOST) in pages
