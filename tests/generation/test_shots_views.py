"""The step of scenes and shots: what is seen, what is changed, how it is taken back, and what it costs."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext

from entities.models import Library, Membership
from generation.models import Job, LedgerEntry, ModelOffer, Slot
from generation.views.steps.shots_forms import ShotForm
from generation.views.steps.shots_panel import lead_words
from projects.models import Casting, Edit, Project, Scene, Segment, Shot
from tests.factories import (
    CastingFactory,
    CharacterFactory,
    JobFactory,
    LookFactory,
    ModelOfferFactory,
    PropFactory,
    RunFactory,
    SetFactory,
    TakeFactory,
)
from tests.fakes import FakeQueue, FakeVendor
from tests.generation.planned import clip_slots, film_in, seat, stranger

pytestmark = [pytest.mark.django_db, pytest.mark.servers]


@pytest.fixture
def film(library: Library) -> Project:
    """A film of four shots in two scenes."""
    film = film_in(library, shots=4, scenes=2)
    for scene in Scene.objects.filter(project=film):
        for position, shot in enumerate(Shot.objects.filter(scene=scene)):
            Shot.objects.filter(pk=shot.pk).update(position=position)
    return film


def shots(film: Project) -> list[Shot]:
    rows = Shot.objects.filter(scene__project=film).select_related("scene", "segment")
    return list(rows.order_by("scene__position", "position"))


def actions(film: Project) -> list[str]:
    return [shot.action for shot in shots(film)]


def page(browser: Client, film: Project, query: str = "") -> str:
    response = browser.get(f"/films/{film.pk}/shots/{query}")
    assert response.status_code == 200
    return response.content.decode()


def post(browser: Client, film: Project, path: str, opened: str = "", **values: Any) -> HttpResponse:
    """Send a form as htmx does, from the page that has `opened` in its address."""
    here = f"http://testserver/films/{film.pk}/shots/{opened}"
    headers = {"HX-Request": "true", "HX-Current-URL": here}
    return browser.post(f"/films/{film.pk}/{path}", values, headers=headers)  # type: ignore[return-value]


def change(browser: Client, film: Project, shot: Shot, name: str, value: str, was: str) -> HttpResponse:
    return post(browser, film, f"shots/{shot.pk}/change/", f"?shot={shot.pk}", **{name: value, f"was-{name}": was})


# --- What is seen


def test_the_page_shows_every_shot_with_what_is_seen_and_heard(client: Client, film: Project) -> None:
    html = page(client, film)

    for number in range(4):
        assert f"Action {number}." in html
        assert f"Line number {number}." in html
    assert html.count("data-shot=") == 4
    assert "Ana" in html


def test_an_address_opens_a_shot(client: Client, film: Project) -> None:
    shot = shots(film)[1]

    html = page(client, film, f"?shot={shot.pk}")

    assert f'id="shot-{shot.pk}-size"' in html
    assert 'aria-current="true"' in html


def test_an_address_opens_a_scene(client: Client, film: Project) -> None:
    scene = Scene.objects.filter(project=film)[0]

    assert f'id="scene-{scene.pk}-heading"' in page(client, film, f"?scene={scene.pk}")


@pytest.mark.parametrize("query", ["?shot=999999", "?shot=x", "?shot=1e9", "?scene=²", "?edits", "?shot=" + "9" * 40])
def test_an_address_that_names_nothing_still_shows_the_page(client: Client, film: Project, query: str) -> None:
    assert "data-shots" in page(client, film, query)


def test_a_shot_of_another_film_does_not_open_here(client: Client, film: Project, library: Library) -> None:
    other = shots(film_in(library))[0]

    assert f'id="shot-{other.pk}-size"' not in page(client, film, f"?shot={other.pk}")


def test_a_film_without_a_plan_says_what_to_do_next(client: Client, project: Project) -> None:
    html = page(client, project)

    assert "No scenes yet" in html
    assert f"/films/{project.pk}/run/start/" in html


def test_a_film_that_is_being_planned_shows_where_its_shots_will_stand(client: Client, project: Project) -> None:
    RunFactory.create(project=project)

    assert "shots-skeleton" in page(client, project)


def test_a_scene_without_shots_offers_to_plan_them(client: Client, film: Project) -> None:
    scene = Scene.objects.create(project=film, position=7, heading="Nowhere")

    assert f"/films/{film.pk}/scenes/{scene.pk}/plan/" in page(client, film)


def test_a_viewer_sees_everything_and_is_offered_no_change(library: Library, film: Project) -> None:
    viewer = seat(library, Membership.Role.VIEWER)

    html = page(viewer, film, f"?shot={shots(film)[0].pk}")

    assert "Action 0." in html
    assert "data-grip" not in html
    assert "/remove/" not in html
    assert "<fieldset disabled>" in html


def test_a_viewer_and_a_stranger_change_nothing(library: Library, film: Project) -> None:
    shot = shots(film)[0]

    assert change(seat(library, Membership.Role.VIEWER), film, shot, "size", "wide", "medium").status_code == 403
    assert change(stranger(), film, shot, "size", "wide", "medium").status_code == 404
    assert shots(film)[0].size == "medium"


def test_a_shot_is_not_changed_through_another_film(client: Client, film: Project, library: Library) -> None:
    other = film_in(library)

    assert change(client, other, shots(film)[0], "size", "wide", "medium").status_code == 404


@pytest.mark.parametrize("query", ["", "?shot={shot}", "?scene={scene}", "?edits"])
def test_the_number_of_questions_does_not_grow_with_the_shots(library: Library, client: Client, query: str) -> None:
    counts = []
    for number in (10, 60):
        film = film_in(library, shots=number, scenes=5)
        first = shots(film)[0]
        asked = query.format(shot=first.pk, scene=first.scene_id)
        page(client, film, asked)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            page(client, film, asked)
        counts.append(len(queries))

    assert counts[0] == counts[1] <= 30


# --- Fields


def test_a_changed_field_is_stored_and_can_be_taken_back(client: Client, film: Project) -> None:
    shot = shots(film)[0]

    response = change(client, film, shot, "size", "wide", "medium")

    edit = Edit.objects.get(project=film)
    assert shots(film)[0].size == "wide"
    assert f"/films/{film.pk}/edits/{edit.pk}/undo/" in response.content.decode()
    post(client, film, f"edits/{edit.pk}/undo/")
    assert shots(film)[0].size == "medium"


def test_the_answer_holds_the_parts_that_look_different(client: Client, film: Project) -> None:
    shot = shots(film)[0]

    html = change(client, film, shot, "size", "wide", "medium").content.decode()

    assert f'id="shot-{shot.pk}"' in html
    assert f'id="camera-{shot.pk}"' in html or 'id="detail"' in html


def test_two_people_may_change_different_fields_of_one_shot(client: Client, film: Project, library: Library) -> None:
    shot = shots(film)[0]

    change(seat(library), film, shot, "size", "wide", "medium")
    response = change(client, film, shot, "angle", "low", "eye")

    assert response.status_code == 200
    assert (shots(film)[0].size, shots(film)[0].angle) == ("wide", "low")


def test_the_second_to_change_the_same_field_sees_both_and_loses_nothing(
    client: Client, film: Project, library: Library
) -> None:
    shot = shots(film)[0]
    change(seat(library), film, shot, "action", "She leaves.", "Action 0.")

    response = change(client, film, shot, "action", "She stays.", "Action 0.")

    html = response.content.decode()
    assert response.status_code == 409
    assert "She leaves." in html and "She stays." in html
    assert shots(film)[0].action == "She leaves."


def test_the_second_may_insist(client: Client, film: Project, library: Library) -> None:
    shot = shots(film)[0]
    change(seat(library), film, shot, "action", "She leaves.", "Action 0.")

    change(client, film, shot, "action", "She stays.", "She leaves.")

    assert shots(film)[0].action == "She stays."


def test_without_scripts_a_conflict_is_a_page_with_both(client: Client, film: Project, library: Library) -> None:
    shot = shots(film)[0]
    change(seat(library), film, shot, "action", "She leaves.", "Action 0.")

    response = client.post(
        f"/films/{film.pk}/shots/{shot.pk}/change/", {"action": "She stays.", "was-action": "Action 0."}
    )

    assert response.status_code == 409
    assert "She leaves." in response.content.decode()
    assert "She stays." in response.content.decode()


@pytest.mark.parametrize(
    ("name", "value", "was"), [("lead_ms", "9000", "0"), ("transition", "explode", "cut"), ("size", "", "medium")]
)
def test_what_makes_no_sense_is_refused_with_a_sentence(
    client: Client, film: Project, name: str, value: str, was: str
) -> None:
    response = change(client, film, shots(film)[0], name, value, was)

    assert "notice is-error" in response.content.decode()
    assert not Edit.objects.exists()


def test_a_word_that_we_do_not_know_does_no_harm_to_its_neighbour() -> None:
    form = ShotForm({"size": "very odd and much too long a word", "was-size": "very odd and much too long a word",
                     "angle": "low", "was-angle": "eye"})  # fmt: skip

    assert form.is_valid()
    assert form.values == {"angle": "low"}


def test_lines_that_end_as_browsers_end_them_are_no_change() -> None:
    assert ShotForm({"action": "One\r\ntwo", "was-action": "One\ntwo"}).fields == {}


@pytest.mark.parametrize(
    ("lead", "words"),
    [
        (0, "Picture and voice together"),
        (300, "Picture 0.3 s after the voice"),
        (-50, "Picture 0.05 s before the voice"),
    ],
)
def test_a_lead_is_said_in_words(lead: int, words: str) -> None:
    assert lead_words(lead) == words


def test_a_nudge_moves_the_picture_by_ten_milliseconds(client: Client, film: Project) -> None:
    shot = shots(film)[1]

    post(client, film, f"shots/{shot.pk}/change/", **{"lead_ms": "0", "was-lead_ms": "0", "nudge": "-10"})

    assert shots(film)[1].lead_ms == -10


def test_a_scene_moves_to_another_place(client: Client, film: Project, library: Library) -> None:
    place = SetFactory.create(library=library, name="Harbour")
    scene = Scene.objects.filter(project=film)[0]

    post(
        client,
        film,
        f"scenes/{scene.pk}/change/",
        **{"set_id": place.pk, "was-set_id": "", "mood": "sad", "was-mood": ""},
    )

    scene.refresh_from_db()
    assert (scene.set_id, scene.mood) == (place.pk, "sad")


def test_a_place_of_another_library_is_not_taken(client: Client, film: Project) -> None:
    scene = Scene.objects.filter(project=film)[0]

    post(client, film, f"scenes/{scene.pk}/change/", **{"set_id": SetFactory.create().pk, "was-set_id": ""})

    scene.refresh_from_db()
    assert scene.set_id is None


# --- The prompt


def prompt(browser: Client, film: Project, shot: Shot, text: str, was: str, own: str = "") -> HttpResponse:
    values = {"prompt": text, "was-prompt": was, "is_own": own}
    return post(browser, film, f"shots/{shot.pk}/prompt/", f"?shot={shot.pk}", **values)


def test_the_prompt_is_shown_as_it_will_be_sent(client: Client, film: Project) -> None:
    assert "Medium shot at eye level. Action 0." in page(client, film, f"?shot={shots(film)[0].pk}")


def test_a_prompt_written_by_hand_is_kept_whatever_the_fields_say(client: Client, film: Project) -> None:
    shot = shots(film)[0]

    prompt(client, film, shot, "A lamp, alone.", "Medium shot. Action 0.")
    change(client, film, shot, "size", "wide", "medium")

    html = page(client, film, f"?shot={shot.pk}")
    assert shots(film)[0].prompt == "A lamp, alone."
    assert "Written by hand" in html


def test_one_press_goes_back_to_the_built_prompt(client: Client, film: Project) -> None:
    shot = shots(film)[0]
    prompt(client, film, shot, "A lamp, alone.", "Medium shot. Action 0.")

    prompt(client, film, shot, "", "A lamp, alone.", own="1")

    assert shots(film)[0].prompt == ""


def test_a_prompt_that_was_only_looked_at_stays_built(client: Client, film: Project) -> None:
    shot = shots(film)[0]

    prompt(client, film, shot, "Medium shot. Action 0.", "Medium shot. Action 0.")

    assert not Edit.objects.exists()


# --- Shots in their order


def test_a_shot_moves_and_stays_itself(client: Client, film: Project) -> None:
    before = [shot.pk for shot in shots(film)]

    response = post(client, film, f"shots/{before[0]}/move/", to="1")

    assert [shot.pk for shot in shots(film)] == [before[1], before[0], *before[2:]]
    assert "Undo" in response.content.decode()


def test_a_shot_steps_later_and_stops_at_the_end_of_its_scene(client: Client, film: Project) -> None:
    before = [shot.pk for shot in shots(film)]

    post(client, film, f"shots/{before[0]}/move/", by="1")
    post(client, film, f"shots/{before[0]}/move/", by="1")

    assert [shot.pk for shot in shots(film)] == [before[1], before[0], *before[2:]]


def test_a_removed_shot_comes_back(client: Client, film: Project) -> None:
    post(client, film, f"shots/{shots(film)[0].pk}/remove/")
    assert actions(film) == ["Action 1.", "Action 2.", "Action 3."]

    post(client, film, f"edits/{Edit.objects.get(project=film).pk}/undo/")

    assert actions(film) == ["Action 0.", "Action 1.", "Action 2.", "Action 3."]


def test_the_only_shot_of_a_scene_stays_and_says_why(client: Client, film: Project) -> None:
    post(client, film, f"shots/{shots(film)[0].pk}/remove/")

    response = post(client, film, f"shots/{shots(film)[0].pk}/remove/")

    assert "at least one shot" in response.content.decode()
    assert len(shots(film)) == 3


@pytest.mark.parametrize(("verb", "action"), [("duplicate", "Action 0."), ("add", "")])
def test_a_new_shot_shares_the_time_of_the_one_before_and_opens(
    client: Client, film: Project, verb: str, action: str
) -> None:
    response = post(client, film, f"shots/{shots(film)[0].pk}/{verb}/")

    fresh = shots(film)[1]
    assert (fresh.action, fresh.from_word) == (action, 1)
    assert f"?shot={fresh.pk}" in response.headers["HX-Trigger"]
    assert Edit.objects.filter(project=film).count() == 1


def test_shots_are_joined(client: Client, film: Project) -> None:
    post(client, film, f"shots/{shots(film)[0].pk}/join/")

    assert actions(film) == ["Action 0.", "Action 2.", "Action 3."]


def test_a_shot_begins_at_another_word(client: Client, film: Project) -> None:
    shot = shots(film)[1]
    line = Segment.objects.get(pk=shots(film)[0].segment_id)

    post(
        client,
        film,
        f"shots/{shot.pk}/trim/",
        **{"do": "begin", "at": f"{line.pk}:2", "was-at": f"{shot.segment_id}:0"},
    )

    assert (shots(film)[1].segment_id, shots(film)[1].from_word) == (line.pk, 2)


def test_a_trim_of_something_that_moved_meanwhile_is_not_done(client: Client, film: Project) -> None:
    shot = shots(film)[1]

    response = post(
        client, film, f"shots/{shot.pk}/trim/", **{"do": "begin", "at": f"{shot.segment_id}:1", "was-at": "1:9"}
    )

    assert "meanwhile" in response.content.decode()
    assert shots(film)[1].from_word == 0


def test_a_shot_is_divided_at_a_word(client: Client, film: Project) -> None:
    shot = shots(film)[0]

    post(client, film, f"shots/{shot.pk}/trim/", do="divide", at=f"{shot.segment_id}:2")

    assert [row.from_word for row in shots(film)][:2] == [0, 2]


@pytest.mark.parametrize("at", ["", "x:1", "1", "1:-1"])
def test_a_trim_at_no_word_is_not_found(client: Client, film: Project, at: str) -> None:
    assert post(client, film, f"shots/{shots(film)[0].pk}/trim/", at=at).status_code == 404


# --- Scenes


def test_a_scene_is_added_moved_doubled_joined_divided_and_removed(client: Client, film: Project) -> None:
    first = Scene.objects.filter(project=film)[0]
    second_line = Segment.objects.filter(scene=first)[1]

    def count() -> int:
        return Scene.objects.filter(project=film).count()

    post(client, film, f"scenes/{first.pk}/divide/", line=second_line.pk)
    assert count() == 3
    post(client, film, f"scenes/{first.pk}/join/")
    assert count() == 2
    post(client, film, f"scenes/{first.pk}/duplicate/")
    assert count() == 3
    post(client, film, f"scenes/{first.pk}/add/")
    assert count() == 4
    post(client, film, f"scenes/{first.pk}/move/", by="1")
    assert Scene.objects.get(pk=first.pk).position == 1
    post(client, film, f"scenes/{first.pk}/remove/")
    assert count() == 3
    post(client, film, "scenes/add/")
    assert count() == 4


def test_a_shot_begins_a_scene_of_its_own(client: Client, film: Project) -> None:
    post(client, film, f"shots/{shots(film)[1].pk}/divide-scene/")

    assert Scene.objects.filter(project=film).count() == 3


# --- Who and what


def test_somebody_new_is_in_a_shot_in_the_look_of_the_scene(client: Client, film: Project, library: Library) -> None:
    shot = shots(film)[0]
    person = CharacterFactory.create(library=library, name="Ben")
    look = LookFactory.create(character=person, name="Wet", is_usual=False)
    CastingFactory.create(project=None, scene=shot.scene, entity=person.entity, look=look)

    post(client, film, f"shots/{shot.pk}/cast/", entity=person.pk)

    assert Casting.objects.get(shot=shot, entity=person.entity).look_id == look.pk


def test_nobody_of_another_library_gets_into_a_shot(client: Client, film: Project) -> None:
    assert (
        post(client, film, f"shots/{shots(film)[0].pk}/cast/", entity=CharacterFactory.create().pk).status_code == 404
    )


def test_what_somebody_does_is_changed_and_they_can_be_taken_out(client: Client, film: Project) -> None:
    casting = Casting.objects.filter(shot=shots(film)[0])[0]

    post(
        client,
        film,
        f"castings/{casting.pk}/change/",
        **{"pose": "sit", "was-pose": "", "holds": "a cup", "was-holds": ""},
    )
    casting.refresh_from_db()
    assert (casting.pose, casting.holds) == ("sit", "a cup")

    post(client, film, f"castings/{casting.pk}/remove/")
    assert not Casting.objects.filter(pk=casting.pk).exists()


def test_a_look_for_a_scene_is_worn_in_all_its_shots(client: Client, film: Project) -> None:
    shot = shots(film)[0]
    casting = Casting.objects.filter(shot=shot)[0]
    look = LookFactory.create(character=casting.entity.character, name="Wet", is_usual=False)

    post(client, film, f"scenes/{shot.scene_id}/dress/", entity=casting.entity_id, look=look.pk)

    worn = Casting.objects.filter(shot__scene=shot.scene_id).values_list("look", flat=True)
    elsewhere = Casting.objects.filter(shot=shots(film)[3]).values_list("look", flat=True)
    assert set(worn) == {look.pk}
    assert set(elsewhere) == {None}


def test_a_prop_is_in_a_scene_until_it_is_taken_out_of_all_its_shots(
    client: Client, film: Project, library: Library
) -> None:
    shot = shots(film)[0]
    prop = PropFactory.create(library=library, name="Lamp")
    post(client, film, f"scenes/{shot.scene_id}/cast/", entity=prop.pk)
    post(client, film, f"shots/{shot.pk}/cast/", entity=prop.pk)
    assert "Lamp" in page(client, film, f"?shot={shot.pk}")

    post(client, film, f"scenes/{shot.scene_id}/cast/", entity=prop.pk, do="remove")

    assert not Casting.objects.filter(entity=prop.entity).exists()


# --- Taking back


def test_what_somebody_changed_since_is_not_taken_back_blindly(client: Client, film: Project) -> None:
    shot = shots(film)[0]
    change(client, film, shot, "size", "wide", "medium")
    first = Edit.objects.get(project=film)
    change(client, film, shot, "size", "close", "wide")

    response = post(client, film, f"edits/{first.pk}/undo/")

    assert "cannot be taken back alone" in response.content.decode()
    assert shots(film)[0].size == "close"


def test_what_was_taken_back_is_put_back_from_the_list(client: Client, film: Project) -> None:
    change(client, film, shots(film)[0], "size", "wide", "medium")
    post(client, film, f"edits/{Edit.objects.get(project=film).pk}/undo/")

    html = page(client, film, "?edits")
    assert "Redo" in html
    newest = Edit.objects.filter(project=film)[0]
    post(client, film, f"edits/{newest.pk}/undo/")

    assert shots(film)[0].size == "wide"


# --- Making


@pytest.fixture
def stale(film: Project, vendor: type[FakeVendor], task_queue: FakeQueue) -> Project:
    """The film with a first shot whose picture and clip were made from another plan."""
    for slot in Slot.objects.filter(shot=shots(film)[0], role__in=("frame", "clip")):
        slot.selected_take = TakeFactory.create(slot=slot, number=50, recipe_digest="0" * 64)
        slot.save()
    return film


def test_what_is_out_of_date_is_counted_and_priced(client: Client, stale: Project) -> None:
    html = page(client, stale)

    assert "1 picture and 1 clip out of date" in html
    assert "free" in html


def test_a_price_is_shown_before_the_press(client: Client, stale: Project) -> None:
    ModelOffer.objects.filter(capability="image").update(price_unit="call", price_micros=40_000)

    assert "$0.04" in page(client, stale, f"?shot={shots(stale)[0].pk}")


def test_a_price_that_depends_on_an_unknown_length_is_said_to_be_unknown(client: Client, stale: Project) -> None:
    ModelOffer.objects.filter(capability="video").update(price_unit="second", price_micros=40_000)

    assert "price unknown" in page(client, stale, f"?shot={shots(stale)[0].pk}")


def test_making_a_shot_again_asks_for_its_picture_first(client: Client, stale: Project) -> None:
    shot = shots(stale)[0]

    response = post(client, stale, f"shots/{shot.pk}/make/", f"?shot={shot.pk}")

    assert [job.slot.role for job in Job.objects.all()] == ["frame"]
    assert "is-working" in response.content.decode()


def test_asking_twice_makes_one_job(client: Client, stale: Project) -> None:
    path = f"shots/{shots(stale)[0].pk}/make/"

    post(client, stale, path)
    response = post(client, stale, path)

    assert Job.objects.count() == 1
    assert "being made already" in response.content.decode()


def test_one_more_picture_of_a_shot_is_another_take(
    client: Client, film: Project, vendor: type[FakeVendor], task_queue: FakeQueue
) -> None:
    shot = shots(film)[3]

    post(client, film, f"shots/{shot.pk}/make/", what="frame")

    assert Job.objects.get().variation == 1


def test_a_clip_that_cannot_be_made_yet_says_what_it_waits_for(
    client: Client, film: Project, vendor: type[FakeVendor], task_queue: FakeQueue
) -> None:
    response = post(client, film, f"shots/{shots(film)[3].pk}/make/", what="clip")

    assert "has to wait for" in response.content.decode()
    assert not Job.objects.exists()


def test_without_a_model_the_page_says_so(client: Client, film: Project) -> None:
    response = post(client, film, f"shots/{shots(film)[0].pk}/make/", what="frame")

    assert "No model for image" in response.content.decode()


def test_everything_out_of_date_is_made_picture_first_and_nothing_is_planned_anew(
    client: Client, stale: Project
) -> None:
    response = post(client, stale, "shots/make/")

    assert [job.slot.role for job in Job.objects.all()] == ["frame"]
    assert not stale.runs.exists()
    assert "Making 1 picture and 1 clip." in response.content.decode()


def test_what_is_out_of_date_is_made_even_where_a_scene_was_moved(client: Client, stale: Project) -> None:
    post(client, stale, f"scenes/{shots(stale)[0].scene_id}/move/", by="1")

    post(client, stale, "shots/make/")

    assert Job.objects.count() == 1


def test_the_shots_of_a_bare_scene_are_planned(
    client: Client, film: Project, vendor: type[FakeVendor], task_queue: FakeQueue
) -> None:
    scene = Scene.objects.create(project=film, position=7, planned_as=7, heading="Nowhere")

    response = post(client, film, f"scenes/{scene.pk}/plan/")

    assert response.status_code == 200
    assert "has to wait for" in response.content.decode()


def test_a_scene_made_by_hand_asks_for_its_shots_by_hand(client: Client, film: Project) -> None:
    scene = Scene.objects.create(project=film, position=7, heading="Nowhere")

    response = post(client, film, f"scenes/{scene.pk}/plan/")

    assert "made by hand" in response.content.decode()
    assert not Job.objects.filter(slot__scene=scene).exists()


def test_a_shot_says_what_it_has_cost_with_what_was_wasted(client: Client, library: Library) -> None:
    ModelOfferFactory.create(price_micros=250_000, price_unit="call")
    film = film_in(library)
    job = JobFactory.create(slot=clip_slots(film)[0])
    for kind, micros in (("settled", 500_000), ("wasted", 250_000)):
        LedgerEntry.objects.create(library=library, project=film, job=job, kind=kind, amount_micros=micros)
    spent, other = Shot.objects.filter(scene__project=film).order_by("position")

    page = client.get(f"/films/{film.pk}/shots/?shot={spent.pk}").content.decode()
    free = client.get(f"/films/{film.pk}/shots/?shot={other.pk}").content.decode()

    assert "$0.75, $0.25 of it wasted" in page
    assert "spent so far: nothing" in free
