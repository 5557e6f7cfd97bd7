"""The timeline's cut: it is the one that films are made of, it can be trimmed, slipped and taken back."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from entities.models import Library, Membership
from generation import recipes
from generation.cut import cut
from generation.film import load
from generation.media.formats import format_for
from generation.models import Slot
from projects.models import Edit, Project, Shot
from tests.factories import SegmentFactory
from tests.generation.cut_film import CLIP_MS, LINE_MS, WORD_MS, cut_film, shots_of
from tests.generation.planned import seat, stranger

pytestmark = pytest.mark.django_db


@pytest.fixture
def film(library: Library) -> Project:
    """Four shots in two scenes, the third without a clip."""
    return cut_film(library, shots=4, scenes=2, without=(2,))


@pytest.fixture
def browser(library: Library) -> Client:
    """An editor's."""
    return seat(library)


def timeline(browser: Client, film: Project) -> dict[str, Any]:
    """The cut as the page asks for it."""
    answer: dict[str, Any] = browser.get(f"/films/{film.pk}/cut/timeline/").json()
    return answer


def fetched(browser: Client, link: str) -> int:
    """Fetch a file whole; return how that went."""
    answer = browser.get(link)
    answer.getvalue()
    answer.close()
    return answer.status_code


def trim(browser: Client, film: Project, shot: Shot, at_ms: int, was: str | None = None) -> Any:
    """Put the beginning of a shot somewhere."""
    seen = f"{shot.segment_id}.{shot.from_word}.{shot.lead_ms}" if was is None else was
    return browser.post(f"/films/{film.pk}/cut/shots/{shot.pk}/trim/", {"at_ms": at_ms, "was": seen})


def slip(browser: Client, film: Project, shot: Shot, in_ms: int, was: int = 0) -> Any:
    """Show another part of a clip."""
    return browser.post(f"/films/{film.pk}/cut/shots/{shot.pk}/slip/", {"in_ms": in_ms, "was": was})


def _export(film: Project) -> Slot:
    return Slot.objects.get(project=film, role=Slot.Role.EXPORT)


# --- The cut -------------------------------------------------------------------------------------


def test_the_timeline_shows_the_cut_that_films_are_made_of(browser: Client, film: Project) -> None:
    made = cut(load(film.pk), format_for("16:9", "draft")).timeline

    shown = timeline(browser, film)

    assert [(shot["start"], shot["frames"], shot["name"]) for shot in shown["shots"]] == [
        (clip.start_frame, clip.frames, clip.clip.name) for clip in made.picture
    ]
    assert [line["start_ms"] for line in shown["speech"]] == [clip.start_ms for clip in made.speech.clips]
    assert (shown["frames"], shown["rate"]) == (made.frames, [24, 1])
    assert [scene["heading"] for scene in shown["scenes"]] == ["Place 0", "Place 1"]


def test_every_clip_voice_and_bed_can_be_fetched_by_its_link(browser: Client, film: Project) -> None:
    shown = timeline(browser, film)

    links = [shot["clip"] for shot in shown["shots"] if shot["clip"]]
    links += [sound["url"] for kind in ("speech", "music", "effects") for sound in shown[kind]]

    assert len(links) == 3 + 4 + 1 + 1
    assert {fetched(browser, link) for link in links} == {200}


def test_a_missing_clip_is_said(browser: Client, film: Project) -> None:
    states = [shot["state"] for shot in timeline(browser, film)["shots"]]

    assert states[2] == "missing"
    assert "missing" not in states[:2]


def test_captions_come_shot_by_shot_with_every_word(browser: Client, film: Project) -> None:
    shots = timeline(browser, film)["shots"]

    words = [word[0] for shot in shots for event in shot["captions"] for line in event["lines"] for word in line]

    assert words[:4] == ["The", "lamp", "goes", "out."]
    assert {event["place"] for shot in shots for event in shot["captions"]} == {"bottom"}


def test_a_line_without_a_voice_gets_a_guess_and_the_rest_stays_to_be_seen(browser: Client, film: Project) -> None:
    SegmentFactory.create(project=film, scene=shots_of(film)[-1].scene, position=9, text="One more line of words.")

    shown = timeline(browser, film)

    assert shown["is_timed"] is False
    assert [line["state"] for line in shown["speech"]] == ["ready"] * 4 + ["missing"]
    assert shown["speech"][-1]["duration_ms"] > 1000
    assert len(shown["shots"]) == 4


def test_a_film_without_shots_has_an_empty_cut_and_a_page_that_says_so(browser: Client, library: Library) -> None:
    empty = Project.objects.create(library=library, source="A lamp goes out.")

    assert timeline(browser, empty)["shots"] == []
    assert b"Nothing to cut yet" in browser.get(f"/films/{empty.pk}/cut/").content


def test_what_has_not_changed_is_not_sent_again(browser: Client, film: Project) -> None:
    path = f"/films/{film.pk}/cut/timeline/"
    etag = browser.get(path).headers["ETag"]

    same = browser.get(path, headers={"If-None-Match": etag})
    trim(browser, film, shots_of(film)[1], 1500)
    other = browser.get(path, headers={"If-None-Match": etag})

    assert (same.status_code, same.content) == (304, b"")
    assert other.status_code == 200


def test_the_number_of_queries_does_not_grow_with_the_film(browser: Client, library: Library) -> None:
    counts = []
    for shots in (3, 12):
        path = f"/films/{cut_film(library, shots=shots).pk}/cut/timeline/"
        browser.get(path)
        with CaptureQueriesContext(connection) as queries:
            browser.get(path)
        counts.append(len(queries))

    assert counts[0] == counts[1]
    assert counts[0] <= 30


def test_the_page_says_when_the_cut_is_another_one(browser: Client, film: Project) -> None:
    def stamp() -> str:
        page = browser.get(f"/films/{film.pk}/cut/").content.decode()
        return page.split('data-cut="')[1].split('"')[0]

    before = stamp()
    unchanged = stamp()
    trim(browser, film, shots_of(film)[1], 1500)

    assert before == unchanged != stamp()


# --- Trimming ------------------------------------------------------------------------------------


def test_an_edge_at_a_word_begins_with_that_word(browser: Client, film: Project) -> None:
    second = shots_of(film)[1]

    answer = trim(browser, film, second, LINE_MS + WORD_MS).json()

    second.refresh_from_db()
    assert (second.from_word, second.lead_ms) == (1, 0)
    assert answer["timeline"]["shots"][1]["start_ms"] == LINE_MS + WORD_MS
    assert answer["label"] == "Trim a shot"


def test_an_edge_between_words_keeps_its_frame(browser: Client, film: Project) -> None:
    second = shots_of(film)[1]

    shown = trim(browser, film, second, LINE_MS + WORD_MS - 125).json()["timeline"]["shots"]

    second.refresh_from_db()
    assert (second.from_word, second.lead_ms) == (1, -125)
    assert shown[1]["start"] == 57
    assert shown[0]["frames"] == 57


def test_the_first_shot_of_a_scene_only_leads_or_lags(browser: Client, film: Project) -> None:
    third = shots_of(film)[2]

    trim(browser, film, third, 2 * LINE_MS - 400)

    third.refresh_from_db()
    assert (third.from_word, third.lead_ms) == (0, -400)


def test_neighbours_keep_a_frame(browser: Client, film: Project) -> None:
    shown = trim(browser, film, shots_of(film)[1], 10 * LINE_MS).json()["timeline"]["shots"]

    assert shown[1]["frames"] >= 1
    assert shown[2]["start_ms"] == 2 * LINE_MS


def test_the_beginning_of_the_film_cannot_be_moved(browser: Client, film: Project) -> None:
    answer = trim(browser, film, shots_of(film)[0], 500)

    assert answer.status_code == 409
    assert answer.json()["says"] == "The film begins with this shot."


def test_whoever_trims_what_somebody_else_has_trimmed_is_told_and_sees_it(browser: Client, film: Project) -> None:
    second = shots_of(film)[1]
    seen = f"{second.segment_id}.{second.from_word}.{second.lead_ms}"
    trim(browser, film, second, LINE_MS + WORD_MS)

    answer = trim(browser, film, second, LINE_MS - WORD_MS, was=seen)

    second.refresh_from_db()
    assert answer.status_code == 409
    assert "Somebody else" in answer.json()["says"]
    assert answer.json()["timeline"]["shots"][1]["start_ms"] == LINE_MS + WORD_MS
    assert second.from_word == 1


def test_a_trim_can_be_taken_back_once(browser: Client, film: Project) -> None:
    second = shots_of(film)[1]
    edit = trim(browser, film, second, LINE_MS + WORD_MS).json()["edit"]
    path = f"/films/{film.pk}/cut/edits/{edit}/undo/"

    back = browser.post(path)
    again = browser.post(path)

    second.refresh_from_db()
    assert (second.from_word, second.lead_ms) == (0, 0)
    assert back.json()["timeline"]["shots"][1]["start_ms"] == LINE_MS
    assert again.status_code == 409


@pytest.mark.parametrize("at_ms", ["", "soon", "-5", "9" * 400, "１２"])
def test_a_moment_that_is_none_breaks_nothing(browser: Client, film: Project, at_ms: str) -> None:
    second = shots_of(film)[1]
    was = f"{second.segment_id}.{second.from_word}.{second.lead_ms}"

    answer = browser.post(f"/films/{film.pk}/cut/shots/{second.pk}/trim/", {"at_ms": at_ms, "was": was})

    frames = [shot["frames"] for shot in answer.json()["timeline"]["shots"]]
    assert answer.status_code == 200
    assert min(frames) >= 1


# --- Slipping --------------------------------------------------------------------------------------


def test_another_part_of_a_clip_is_seen_and_the_film_is_out_of_date(browser: Client, film: Project) -> None:
    second = shots_of(film)[1]
    before = recipes.recipe_for(load(film.pk), _export(film)).digest

    shown = slip(browser, film, second, 700).json()["timeline"]["shots"][1]

    clip = cut(load(film.pk), format_for("16:9", "draft")).timeline.picture[1].clip
    assert shown["in_ms"] == clip.source_start_ms == 700
    assert recipes.recipe_for(load(film.pk), _export(film)).digest != before


def test_a_clip_is_never_seen_beyond_its_end(browser: Client, film: Project) -> None:
    second = shots_of(film)[1]

    shown = slip(browser, film, second, 60_000).json()["timeline"]["shots"][1]

    assert shown["in_ms"] == shown["spare_ms"] == CLIP_MS - LINE_MS


def test_a_shot_without_a_clip_is_a_slate_wherever_its_clip_would_begin(film: Project) -> None:
    Shot.objects.filter(pk=shots_of(film)[2].pk).update(clip_in_ms=500)

    clip = cut(load(film.pk), format_for("16:9", "draft")).timeline.picture[2].clip

    assert clip.media is None
    assert clip.source_start_ms == 0


def test_two_who_slip_the_same_clip_do_not_overwrite_each_other(browser: Client, film: Project) -> None:
    second = shots_of(film)[1]
    slip(browser, film, second, 300)

    answer = slip(browser, film, second, 700)

    second.refresh_from_db()
    assert (answer.status_code, second.clip_in_ms) == (409, 300)


# --- Who may ---------------------------------------------------------------------------------------


def test_a_viewer_sees_the_cut_and_changes_nothing(library: Library, film: Project) -> None:
    viewer = seat(library, Membership.Role.VIEWER)
    second = shots_of(film)[1]

    shown = timeline(viewer, film)
    answers = [trim(viewer, film, second, 100), slip(viewer, film, second, 100)]

    assert shown["may_edit"] is False
    assert [answer.status_code for answer in answers] == [403, 403]
    assert not Edit.objects.exists()


def test_a_stranger_finds_nothing(film: Project) -> None:
    browser, second = stranger(), shots_of(film)[1]

    answers = [browser.get(f"/films/{film.pk}/cut/timeline/"), trim(browser, film, second, 0)]

    assert [answer.status_code for answer in answers] == [404, 404]


def test_a_shot_of_another_film_is_not_trimmed_through_this_one(browser: Client, library: Library) -> None:
    one, other = cut_film(library), cut_film(library)

    answer = trim(browser, one, shots_of(other)[1], 100)

    assert answer.status_code == 404


def test_a_shot_of_no_length_is_left_out(browser: Client, film: Project) -> None:
    first, second = shots_of(film)[:2]
    Shot.objects.filter(pk=second.pk).update(segment=first.segment, from_word=0)

    shown = timeline(browser, film)["shots"]

    assert first.pk not in [shot["id"] for shot in shown]
    assert sum(shot["frames"] for shot in shown) == timeline(browser, film)["frames"]
