"""The studio's pages: who sees them, what they cost, what they send when something changed."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from entities.models import Library, Membership
from generation.models import Job, Run
from generation.services import cancel_job
from projects.models import Project
from tests.factories import JobFactory, ModelOfferFactory, ProjectFactory, RunFactory
from tests.generation.planned import clip_slots, fill, film_in, seat, stranger

pytestmark = pytest.mark.django_db


def since(page: bytes) -> str:
    """The state that a page asks about."""
    found = re.search(rb"since=([0-9a-f]{8})", page)
    assert found is not None
    return found[1].decode()


def seen(page: bytes) -> str:
    """The versions that a page shows, as the browser sends them."""
    return ".".join(re.findall(r'data-v="([0-9a-f]{8})"', page.decode()))


def parts_in(answer: bytes) -> set[str]:
    """The ids of the parts that an answer replaces."""
    return set(re.findall(r'id="([\w-]+)" data-v="[0-9a-f]{8}" hx-swap-oob="true"', answer.decode()))


def queries_of(browser: Client, path: str) -> int:
    """How many queries a page takes."""
    with CaptureQueriesContext(connection) as queries:
        browser.get(path)
    return len(queries)


# --- Who sees what ------------------------------------------------------------------------------


def test_nobody_sees_anything_without_signing_in(library: Library) -> None:
    film = film_in(library)

    answers = [Client().get(path) for path in ("/", f"/films/{film.pk}/", f"/films/{film.pk}/live/", "/activity/")]

    assert [answer.status_code for answer in answers] == [302] * 4
    assert all(answer.headers["Location"].startswith("/sign-in/") for answer in answers)


@pytest.mark.parametrize("path", ["", "live/", "again/", "delete/"])
def test_a_stranger_is_told_that_the_film_does_not_exist(library: Library, path: str) -> None:
    film = film_in(library)

    answer = stranger().get(f"/films/{film.pk}/{path}")

    assert answer.status_code == 404


def test_a_stranger_can_change_nothing(library: Library) -> None:
    film = film_in(library)
    run, browser = RunFactory.create(project=film), stranger()
    job = JobFactory.create(slot=clip_slots(film)[0])

    answers = [
        browser.post(f"/films/{film.pk}/run/stop/"),
        browser.post(f"/films/{film.pk}/delete/"),
        browser.post(f"/activity/{job.pk}/cancel/"),
    ]

    run.refresh_from_db()
    job.refresh_from_db()
    assert [answer.status_code for answer in answers] == [404] * 3
    assert (run.state, job.state) == (Run.State.RUNNING, Job.State.QUEUED)


def test_a_viewer_may_look_and_is_told_why_nothing_can_be_changed(library: Library) -> None:
    film = film_in(library)
    run, browser = RunFactory.create(project=film), seat(library, Membership.Role.VIEWER)

    page, refusal = browser.get(f"/films/{film.pk}/"), browser.post(f"/films/{film.pk}/run/pause/")

    run.refresh_from_db()
    assert page.status_code == 200
    assert b"Pause" not in page.content
    assert refusal.status_code == 403
    assert b"You may look at this library, but not change it." in refusal.content
    assert run.state == Run.State.RUNNING


def test_the_first_page_lists_only_films_of_the_users_libraries(client: Client, library: Library) -> None:
    film_in(library)
    ProjectFactory.create(title="Somebody else's secret")

    page = client.get("/").content

    assert b"The Lamp on the Quay" in page
    assert b"secret" not in page


def test_changes_are_made_by_post_only(client: Client, library: Library) -> None:
    film = film_in(library)

    answer = client.get(f"/films/{film.pk}/run/start/")

    assert answer.status_code == 405


# --- What pages cost ----------------------------------------------------------------------------


def test_a_film_of_thirty_shots_costs_as_many_queries_as_one_of_three(client: Client, library: Library) -> None:
    small, large = film_in(library, shots=3), film_in(library, shots=30, scenes=5)

    few, many = queries_of(client, f"/films/{small.pk}/"), queries_of(client, f"/films/{large.pk}/")

    assert many == few


def test_many_films_are_listed_with_as_many_queries_as_two(client: Client, library: Library) -> None:
    for _ in range(2):
        RunFactory.create(project=film_in(library))
    few = queries_of(client, "/")
    for _ in range(6):
        RunFactory.create(project=film_in(library))

    many = queries_of(client, "/")

    assert many == few


def test_activity_costs_the_same_for_many_jobs(client: Client, library: Library) -> None:
    first, *others = clip_slots(film_in(library, shots=12))
    JobFactory.create(slot=first, offer=ModelOfferFactory.create())
    few = queries_of(client, "/activity/")
    for slot in others:
        JobFactory.create(slot=slot, offer=ModelOfferFactory.create())

    many = queries_of(client, "/activity/")

    assert many == few


# --- What is live -------------------------------------------------------------------------------


def test_a_page_that_is_up_to_date_gets_nothing_for_two_queries(client: Client, library: Library) -> None:
    film = film_in(library, shots=30, scenes=5)
    RunFactory.create(project=film)
    page = client.get(f"/films/{film.pk}/").content

    with CaptureQueriesContext(connection) as queries:
        answer = client.get(f"/films/{film.pk}/live/", {"since": since(page), "seen": seen(page)})

    assert answer.status_code == 204
    assert answer.content == b""
    # The session, who that is, and the two that look.
    assert len(queries) == 4


def test_only_the_shot_that_changed_is_sent_again(client: Client, library: Library) -> None:
    film = film_in(library, shots=4)
    RunFactory.create(project=film)
    page = client.get(f"/films/{film.pk}/").content
    slot = clip_slots(film)[2]
    fill(slot, library)

    answer = client.get(f"/films/{film.pk}/live/", {"since": since(page), "seen": seen(page)})

    assert answer.status_code == 200
    shots = {part for part in parts_in(answer.content) if part.startswith(("shot-", "scene"))}
    assert shots == {f"shot-{slot.shot_id}"}


def test_what_is_sent_while_live_is_what_a_reload_shows(client: Client, library: Library) -> None:
    film = film_in(library, shots=3)
    RunFactory.create(project=film)
    page = client.get(f"/films/{film.pk}/").content
    JobFactory.create(slot=clip_slots(film)[0], state=Job.State.RUNNING)

    answer = client.get(f"/films/{film.pk}/live/", {"since": since(page), "seen": seen(page)}).content
    reload = client.get(f"/films/{film.pk}/").content

    assert parts_in(answer)
    assert since(answer) == since(reload)
    assert set(seen(answer).split(".")) <= set(seen(reload).split("."))


def test_a_browser_that_shows_nothing_yet_gets_every_part(client: Client, library: Library) -> None:
    film = film_in(library)
    RunFactory.create(project=film)

    answer = client.get(f"/films/{film.pk}/live/").content

    assert {"head", "status", "steps", "film", "scenes", "script", "cast", "log"} <= parts_in(answer)


@pytest.mark.parametrize(
    "change",
    [
        lambda film, job: Run.objects.filter(project=film).update(state=Run.State.PAUSED),
        lambda film, job: Run.objects.get(project=film).events.create(text="Something happened."),
        lambda film, job: Job.objects.filter(pk=job.pk).update(progress=10),
        lambda film, job: cancel_job(job),
        lambda film, job: JobFactory.create(slot=clip_slots(film)[1]),
        lambda film, job: Project.objects.filter(pk=film.pk).update(title="Another title"),
    ],
    ids=["run", "log", "progress", "cancelled", "asked for", "title"],
)
def test_every_change_is_noticed(client: Client, library: Library, change: object) -> None:
    film = film_in(library)
    RunFactory.create(project=film)
    job = JobFactory.create(slot=clip_slots(film)[0])
    before = since(client.get(f"/films/{film.pk}/").content)
    assert callable(change)

    change(film, job)
    answer = client.get(f"/films/{film.pk}/live/", {"since": before})

    assert answer.status_code == 200


def test_work_on_one_film_changes_only_the_figures_of_the_bar_on_the_page_of_another(
    client: Client, library: Library
) -> None:
    one, other = film_in(library), film_in(library)
    RunFactory.create(project=one)
    RunFactory.create(project=other)
    page = client.get(f"/films/{one.pk}/").content
    JobFactory.create(slot=clip_slots(other)[0], state=Job.State.RUNNING)

    seen = ".".join(re.findall(r'data-v="(\w+)"', page.decode()))
    answer = client.get(f"/films/{one.pk}/live/", {"since": since(page), "seen": seen}).content.decode()

    assert "1 under way" in answer
    assert "data-v=" not in answer


def test_asking_stops_when_nothing_is_made_any_more(client: Client, library: Library) -> None:
    film = film_in(library)
    run = RunFactory.create(project=film)
    page = client.get(f"/films/{film.pk}/").content
    Run.objects.filter(pk=run.pk).update(state=Run.State.FINISHED, finished_at=timezone.now())

    answer = client.get(f"/films/{film.pk}/live/", {"since": since(page)}).content

    assert b'hx-trigger="every 2s, look"' in page
    assert b'id="live"' in answer
    assert b"every 2s" not in answer


def test_the_first_page_sends_the_card_that_changed(client: Client, library: Library) -> None:
    film, quiet = film_in(library), film_in(library)
    run = RunFactory.create(project=film)
    page = client.get("/").content
    Run.objects.filter(pk=run.pk).update(state=Run.State.FINISHED, finished_at=timezone.now())

    answer = client.get("/live/", {"since": since(page), "films": str(film.pk), "seen": seen(page)}).content

    assert parts_in(answer) == {f"film-{film.pk}"}
    assert f"film-{quiet.pk}".encode() not in answer


# --- What can be done ---------------------------------------------------------------------------


def test_a_run_is_paused_continued_and_stopped(client: Client, library: Library) -> None:
    film = film_in(library)
    run = RunFactory.create(project=film)
    states = []

    for word in ("pause", "continue", "stop"):
        client.post(f"/films/{film.pk}/run/{word}/")
        run.refresh_from_db()
        states.append(run.state)

    assert states == [Run.State.PAUSED, Run.State.RUNNING, Run.State.CANCELLED]


def test_a_run_that_waits_at_a_gate_says_what_to_look_at_and_goes_on_to_the_end(
    client: Client, library: Library
) -> None:
    film = ProjectFactory.create(library=library)
    run = RunFactory.create(project=film, state=Run.State.PAUSED, until=Run.Gate.SCRIPT, message="Script: ready.")
    client.get(f"/films/{film.pk}/")
    fill(film.slots.get(role="script"), library)

    page = client.get(f"/films/{film.pk}/").content.decode()
    client.post(f"/films/{film.pk}/run/continue/", {"until": "export"})

    run.refresh_from_db()
    assert "Read the script: who says what" in page
    assert 'value="export" selected' in page
    assert (run.state, run.until) == (Run.State.RUNNING, Run.Gate.EXPORT)


def test_a_button_pressed_in_the_page_gets_the_parts_that_changed(client: Client, library: Library) -> None:
    film = film_in(library)
    RunFactory.create(project=film)
    page = client.get(f"/films/{film.pk}/").content

    answer = client.post(f"/films/{film.pk}/run/pause/", {"seen": seen(page)}, headers={"HX-Request": "true"})

    assert answer.status_code == 200
    assert "status" in parts_in(answer.content)
    assert "scenes" not in parts_in(answer.content)


def test_a_failure_is_told_in_a_sentence_with_a_way_to_try_again(client: Client, library: Library) -> None:
    film = film_in(library)
    slot = clip_slots(film)[1]
    job = JobFactory.create(slot=slot, state=Job.State.FAILED, error_detail="The model turned this shot down.")

    page = client.get(f"/films/{film.pk}/").content.decode()

    assert "Clip of shot 1.2" in page
    assert "The model turned this shot down." in page
    assert f"/films/{film.pk}/retry/{job.pk}/" in page


def test_trying_again_without_a_model_for_it_says_which_is_missing(client: Client, library: Library) -> None:
    film = film_in(library)
    job = JobFactory.create(slot=clip_slots(film)[0], state=Job.State.FAILED)

    answer = client.post(f"/films/{film.pk}/retry/{job.pk}/", follow=True)

    assert "No model for video is switched on." in answer.content.decode()


def test_deleting_a_film_says_what_goes_before_it_goes(client: Client, library: Library) -> None:
    film = film_in(library, shots=3)
    job = JobFactory.create(slot=clip_slots(film)[0], run=RunFactory.create(project=film))

    question = client.get(f"/films/{film.pk}/delete/").content.decode()
    client.post(f"/films/{film.pk}/delete/")

    assert "3 shots" in question
    assert not Project.objects.filter(pk=film.pk).exists()
    assert not Job.objects.filter(pk=job.pk).exists()
    assert library.entities.count() == 1


# --- Activity -----------------------------------------------------------------------------------


def test_activity_shows_what_each_job_is_and_how_it_ended(client: Client, library: Library) -> None:
    film = film_in(library, shots=3)
    slots, now = clip_slots(film), timezone.now()
    JobFactory.create(slot=slots[0], offer=ModelOfferFactory.create(label="Painter"))
    JobFactory.create(slot=slots[1], state=Job.State.FAILED, error_detail="No light.")
    JobFactory.create(slot=slots[2], state=Job.State.SUCCEEDED, started_at=now - timedelta(seconds=4), finished_at=now)

    page = client.get("/activity/").content.decode()

    assert "Painter" in page
    assert "No light." in page
    assert "4.0 s" in page


def test_activity_can_be_narrowed_to_what_failed(client: Client, library: Library) -> None:
    slots = clip_slots(film_in(library))
    waiting = JobFactory.create(slot=slots[0])
    failed = JobFactory.create(slot=slots[1], state=Job.State.FAILED)

    page = client.get("/activity/", {"show": "failed"}).content.decode()

    assert f'id="job-{failed.pk}"' in page
    assert f'id="job-{waiting.pk}"' not in page


def test_a_waiting_job_can_be_cancelled(client: Client, library: Library) -> None:
    job = JobFactory.create(slot=clip_slots(film_in(library))[0])

    answer = client.post(f"/activity/{job.pk}/cancel/", headers={"HX-Request": "true"})

    job.refresh_from_db()
    assert job.state == Job.State.CANCELLED
    assert b"Cancelled." in answer.content


def test_activity_offers_nothing_to_a_viewer(library: Library) -> None:
    JobFactory.create(slot=clip_slots(film_in(library))[0])

    page = seat(library, Membership.Role.VIEWER).get("/activity/").content

    assert b"Waiting" in page
    assert b"/cancel/" not in page


def test_activity_is_left_alone_while_nothing_changes(client: Client, library: Library) -> None:
    JobFactory.create(slot=clip_slots(film_in(library))[0])
    page = client.get("/activity/").content

    answer = client.get("/activity/live/", {"since": since(page)})

    assert answer.status_code == 204
