"""Story, cast and script in the browser: what is changed, what becomes out of date, what is heard, what comes back."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from entities.models import Character, Library, Style, Voice
from generation import services
from generation.film import load
from generation.graph import State, work_out
from generation.models import Job, Slot, Take
from projects import journal
from projects.models import Casting, Edit, Project, Segment, Shot
from tests.factories import CharacterFactory
from tests.fakes import FakeQueue, FakeVendor
from tests.generation.planned import film_in, seat

pytestmark = pytest.mark.django_db

HTMX = {"HX-Request": "true"}


@pytest.fixture
def film(project: Project, vendor: type[FakeVendor], task_queue: FakeQueue) -> Project:
    """A film that is planned and spoken."""
    services.start_run(project, until="shots")
    task_queue.deliver_all()
    project.refresh_from_db()
    return project


@pytest.fixture
def browser(library: Library) -> Client:
    """The browser of somebody who may change the library."""
    return seat(library)


def line_of(film: Project, kind: str = "line") -> Segment:
    found: Segment = Segment.objects.filter(project=film, kind=kind).order_by("position")[0]
    return found


def send(browser: Client, film: Project, path: str, step: str = "script", **fields: Any) -> Any:
    """Post as the page does."""
    here = f"http://testserver/films/{film.pk}/{step}/"
    return browser.post(f"/films/{film.pk}/{path}", fields, headers={**HTMX, "HX-Current-URL": here})


def page(browser: Client, film: Project, step: str = "script", query: str = "") -> str:
    answer = browser.get(f"/films/{film.pk}/{step}/{query}")
    assert answer.status_code == 200
    return str(answer.content.decode())


def queries_of(browser: Client, path: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert browser.get(path).status_code == 200
    return len(queries)


# --- Lines ------------------------------------------------------------------------------------------


def test_a_line_is_stored_as_it_was_written_and_its_voice_is_out_of_date(browser: Client, film: Project) -> None:
    line = line_of(film)

    answer = send(browser, film, f"lines/{line.pk}/change/", text="Never again.", **{"was-text": line.text})

    line.refresh_from_db()
    assert answer.status_code == 200
    assert line.text == "Never again."
    body = answer.content.decode()
    assert f'id="line-{line.pk}"' in body
    assert "Its voice is older than its words." in body
    assert "Speak it again" in body
    assert "free," in body
    assert "Undo" in body


def test_before_a_change_it_is_said_what_it_makes_out_of_date_and_costs(browser: Client, film: Project) -> None:
    tools = browser.get(f"/films/{film.pk}/lines/{line_of(film).pk}/", headers=HTMX).content.decode()

    assert "A change of the words makes out of date: 1 voice" in tools
    assert re.search(r"All of it again: free, about \d+ s", tools)


def test_only_the_part_that_changed_is_sent(browser: Client, film: Project) -> None:
    before = page(browser, film)
    seen = ".".join(re.findall(r'data-v="([0-9a-f]{8})"', before))
    line = line_of(film)

    answer = send(browser, film, f"lines/{line.pk}/change/", direction="whispering", seen=seen, **{"was-direction": ""})

    sent = set(re.findall(r'id="(line-\d+)" data-v="[0-9a-f]{8}" hx-swap-oob', answer.content.decode()))
    assert sent == {f"line-{line.pk}"}


def test_two_people_change_different_fields_of_one_line_and_both_get_their_way(browser: Client, film: Project) -> None:
    line = line_of(film)
    seen = {"was-text": line.text, "was-direction": line.direction, "text": line.text, "direction": line.direction}

    send(browser, film, f"lines/{line.pk}/change/", **{**seen, "direction": "shouting"})
    answer = send(browser, film, f"lines/{line.pk}/change/", **{**seen, "text": "Come here!"})

    line.refresh_from_db()
    assert answer.status_code == 200
    assert (line.text, line.direction) == ("Come here!", "shouting")


def test_the_second_to_change_the_same_words_sees_both_versions_and_nothing_is_lost(
    browser: Client, film: Project
) -> None:
    line = line_of(film)
    was = line.text
    send(browser, film, f"lines/{line.pk}/change/", text="Hers.", **{"was-text": was})

    answer = send(browser, film, f"lines/{line.pk}/change/", text="His.", **{"was-text": was})

    line.refresh_from_db()
    assert answer.status_code == 409
    assert line.text == "Hers."
    body = answer.content.decode()
    assert 'id="conflict"' in body
    assert "<blockquote>Hers.</blockquote>" in body
    assert "<blockquote>His.</blockquote>" in body
    again = send(browser, film, f"lines/{line.pk}/change/", text="His.", **{"was-text": "Hers."})
    line.refresh_from_db()
    assert (again.status_code, line.text) == (200, "His.")


def test_a_line_without_words_is_refused_with_a_sentence(browser: Client, film: Project) -> None:
    line = line_of(film)

    answer = send(browser, film, f"lines/{line.pk}/change/", text="  ", **{"was-text": line.text})

    assert "A line has words." in answer.content.decode()
    assert Segment.objects.get(pk=line.pk).text == line.text


def test_a_silence_that_two_people_changed_is_shown_in_seconds_and_can_be_kept(browser: Client, film: Project) -> None:
    line = line_of(film)
    Segment.objects.filter(pk=line.pk).update(pause_before_ms=700)

    answer = send(browser, film, f"lines/{line.pk}/change/", before="2", **{"was-before": "0"})
    send(browser, film, f"lines/{line.pk}/change/", before="2", **{"was-before": "0.7"})

    assert answer.status_code == 409
    assert 'name="was-before" value="0.7"' in answer.content.decode()
    assert Segment.objects.get(pk=line.pk).pause_before_ms == 2000


@pytest.mark.parametrize("before", ["-1", "eleven", "99"])
def test_a_silence_that_makes_no_sense_is_refused(browser: Client, film: Project, before: str) -> None:
    line = line_of(film)

    answer = send(browser, film, f"lines/{line.pk}/change/", before=before, **{"was-before": "0"})

    assert "Give a length in seconds" in answer.content.decode()
    assert Segment.objects.get(pk=line.pk).pause_before_ms == line.pause_before_ms


def test_a_line_is_given_to_the_narrator_and_to_somebody_new(browser: Client, film: Project) -> None:
    line = line_of(film)
    seen = {"was-speaker": str(line.speaker_id)}

    send(browser, film, f"lines/{line.pk}/change/", speaker="", **seen)
    narrated = Segment.objects.get(pk=line.pk)
    send(browser, film, f"lines/{line.pk}/change/", speaker="new", new_name="Otto", **{"was-speaker": ""})
    given = Segment.objects.get(pk=line.pk)

    otto = Character.objects.get(name="Otto")
    assert (narrated.kind, narrated.speaker_id, narrated.speaker_name) == ("narration", None, "")
    assert (given.kind, given.speaker_id, given.speaker_name) == ("line", otto.pk, "Otto")
    assert Casting.objects.filter(project=film, entity=otto.pk).exists()


def test_a_line_cannot_be_given_to_somebody_of_another_library(browser: Client, film: Project) -> None:
    line, other = line_of(film), CharacterFactory.create(name="Foreigner")

    send(browser, film, f"lines/{line.pk}/change/", speaker=str(other.pk), **{"was-speaker": str(line.speaker_id)})

    assert Segment.objects.get(pk=line.pk).speaker_id == line.speaker_id


def test_effects_are_added_at_a_word_and_taken_away(browser: Client, film: Project) -> None:
    line = line_of(film)
    Segment.objects.filter(pk=line.pk).update(sounds=[])

    send(browser, film, f"lines/{line.pk}/sounds/", sound="knock", word="1", **{"was-sounds": "[]"})
    added = Segment.objects.get(pk=line.pk).sounds
    was = '[{"sound": "knock", "word": 1}]'
    send(browser, film, f"lines/{line.pk}/sounds/", remove="0", **{"was-sounds": was})

    assert added == [{"sound": "knock", "word": 1}]
    assert Segment.objects.get(pk=line.pk).sounds == []


def test_lines_are_added_divided_moved_and_removed_and_all_of_it_is_undone(browser: Client, film: Project) -> None:
    line = line_of(film)
    Segment.objects.filter(pk=line.pk).update(text="One two three four.")
    before = list(Segment.objects.filter(project=film).values_list("pk", "text", "position"))

    send(browser, film, f"lines/{line.pk}/add/", text="And then?", speaker=str(line.speaker_id))
    send(browser, film, f"lines/{line.pk}/add/", kind="pause")
    send(browser, film, f"lines/{line.pk}/divide/", word="2")
    send(browser, film, f"lines/{line.pk}/move/", to="0")
    fresh = Segment.objects.get(project=film, text="And then?")
    send(browser, film, f"lines/{fresh.pk}/remove/")
    texts = list(Segment.objects.filter(project=film).values_list("text", flat=True))
    while (edit := journal.last_edit(film.pk)) is not None:
        send(browser, film, f"script/edits/{edit.pk}/undo/")

    assert "One two" in texts
    assert "three four." in texts
    assert "And then?" not in texts
    assert list(Segment.objects.filter(project=film).values_list("pk", "text", "position")) == before


def test_a_form_sent_twice_adds_one_line(browser: Client, film: Project) -> None:
    line = line_of(film)

    for _ in range(2):
        send(browser, film, f"lines/{line.pk}/add/", text="Once only.", once="abc")

    assert Segment.objects.filter(project=film, text="Once only.").count() == 1


# --- Speaking ----------------------------------------------------------------------------------------


def test_a_changed_line_is_spoken_again_and_is_up_to_date(
    browser: Client, film: Project, task_queue: FakeQueue
) -> None:
    line = line_of(film)
    send(browser, film, f"lines/{line.pk}/change/", text="Never again.", **{"was-text": line.text})

    answer = send(browser, film, f"lines/{line.pk}/speak/")
    waiting = Job.objects.get(slot__segment=line, state=Job.State.QUEUED)
    task_queue.deliver_all()

    worked_out = work_out(load(film.pk))
    slot = Slot.objects.get(segment=line, role="speech")
    assert "Being spoken: 1 line." in answer.content.decode()
    assert waiting.recipe["arguments"]["text"] == "Never again."
    assert worked_out.states[slot.pk] is State.FRESH


def test_all_lines_that_changed_are_spoken_at_once(browser: Client, film: Project) -> None:
    lines = list(Segment.objects.filter(project=film).exclude(kind="pause"))
    for number, line in enumerate(lines[:2]):
        send(browser, film, f"lines/{line.pk}/change/", text=f"New words {number}.", **{"was-text": line.text})

    send(browser, film, "lines/speak/")

    assert Job.objects.filter(slot__role="speech", state=Job.State.QUEUED).count() == 2


def test_a_line_that_is_up_to_date_gets_another_recording_and_either_is_used(
    browser: Client, film: Project, task_queue: FakeQueue
) -> None:
    line = line_of(film)
    first = Slot.objects.get(segment=line, role="speech").selected_take_id

    send(browser, film, f"lines/{line.pk}/speak/")
    task_queue.deliver_all()
    second = Slot.objects.get(segment=line, role="speech").selected_take_id
    send(browser, film, f"lines/{line.pk}/take/", take=str(first))

    assert first != second
    assert Slot.objects.get(segment=line, role="speech").selected_take_id == first


def test_a_take_of_another_line_is_not_used(browser: Client, film: Project) -> None:
    line = line_of(film)
    foreign = Take.objects.filter(slot__role="speech").exclude(slot__segment=line)[0]
    before = Slot.objects.get(segment=line, role="speech").selected_take_id

    send(browser, film, f"lines/{line.pk}/take/", take=str(foreign.pk))

    assert Slot.objects.get(segment=line, role="speech").selected_take_id == before


# --- Voices -----------------------------------------------------------------------------------------


def test_a_voice_is_chosen_for_a_character_and_its_lines_are_out_of_date(browser: Client, film: Project) -> None:
    line = line_of(film)
    person = Character.objects.get(pk=line.speaker_id)
    other = Voice.objects.exclude(pk=person.voice_id)[0]

    sheet = page(browser, film, query=f"?voice={person.pk}")
    send(browser, film, "voices/choose/", of=str(person.pk), voice=str(other.pk), **{"was-voice": str(person.voice_id)})

    person.refresh_from_db()
    assert f"Voice of {person.name}" in sheet
    assert "would be out of date" in sheet
    assert person.voice_id == other.pk
    assert "Its voice is older than its words." in page(browser, film)


def test_two_people_who_choose_voices_for_one_character_are_shown_both(browser: Client, film: Project) -> None:
    person = Character.objects.get(pk=line_of(film).speaker_id)
    fresh = [Voice.objects.create(offer="fake/speech", key=f"v{number}", name=f"V{number}") for number in range(2)]
    was = {"was-voice": str(person.voice_id or "")}
    send(browser, film, "voices/choose/", of=str(person.pk), voice=str(fresh[0].pk), **was)

    answer = send(browser, film, "voices/choose/", of=str(person.pk), voice=str(fresh[1].pk), **was)

    assert answer.status_code == 409
    assert "<blockquote>V0</blockquote>" in answer.content.decode()
    assert Character.objects.get(pk=person.pk).voice_id == fresh[0].pk


def test_a_voice_is_heard_before_it_is_chosen(browser: Client, film: Project, task_queue: FakeQueue) -> None:
    voice = Voice.objects.all()[0]
    path = f"/films/{film.pk}/voices/{voice.pk}/sample/"

    asked = browser.post(path, headers=HTMX).content.decode()
    task_queue.deliver_all()
    spoken = browser.get(path, headers=HTMX).content.decode()

    assert "hx-get" in asked
    assert 'data-hear="/media/' in spoken
    assert "hx-get" not in spoken


def test_the_narrators_voice_can_be_taken_back(browser: Client, film: Project) -> None:
    before = film.narrator_id
    other = Voice.objects.exclude(pk=before)[0]

    send(browser, film, "voices/choose/", of="narrator", voice=str(other.pk), **{"was-voice": str(before)})
    changed = Project.objects.get(pk=film.pk).narrator_id
    edit = Edit.objects.filter(project=film).order_by("-pk")[0]
    send(browser, film, f"script/edits/{edit.pk}/undo/")

    assert changed == other.pk
    assert Project.objects.get(pk=film.pk).narrator_id == before


# --- Cast ---------------------------------------------------------------------------------------------


def test_somebody_is_added_from_the_library_and_taken_off_the_list(browser: Client, film: Project) -> None:
    guest = CharacterFactory.create(library=film.library, name="Guest")

    shelf = page(browser, film, "cast", "?add=1")
    send(browser, film, "cast/add/", "cast", entity=str(guest.pk))
    there = Casting.objects.filter(project=film, entity=guest.pk).exists()
    send(browser, film, f"cast/{guest.pk}/remove/", "cast")

    assert "Guest" in shelf
    assert there
    assert not Casting.objects.filter(project=film, entity=guest.pk).exists()


def test_who_is_in_the_film_stays_on_its_list(browser: Client, film: Project) -> None:
    person = line_of(film).speaker_id

    answer = send(browser, film, f"cast/{person}/remove/", "cast")

    assert "is seen or heard in this film" in answer.content.decode()
    assert Casting.objects.filter(project=film, entity=person).exists()


def test_two_characters_become_one_and_two_again(browser: Client, film: Project) -> None:
    line = line_of(film)
    person = Character.objects.get(pk=line.speaker_id)
    twin = CharacterFactory.create(library=film.library, name="The Twin")
    Casting.objects.create(project=film, entity_id=twin.pk, position=50)

    send(browser, film, f"cast/{person.pk}/merge/", "cast", into=str(twin.pk))
    merged = Segment.objects.get(pk=line.pk).speaker_id
    seen = Casting.objects.filter(shot__scene__project=film, entity=person.pk).exists()
    aliases = Character.objects.get(pk=twin.pk).aliases
    edit = Edit.objects.filter(project=film).order_by("-pk")[0]
    send(browser, film, f"script/edits/{edit.pk}/undo/", "cast")

    assert merged == twin.pk
    assert not seen
    assert person.name in aliases
    assert Segment.objects.get(pk=line.pk).speaker_id == person.pk


# --- Story --------------------------------------------------------------------------------------------


def test_a_style_says_what_it_makes_out_of_date_before_it_is_copied_into_the_film(
    browser: Client, film: Project, task_queue: FakeQueue
) -> None:
    services.start_run(film, until="frames")
    task_queue.deliver_all()
    style = Style.objects.create(library=film.library, name="Charcoal", contrast=0.9)

    asked = page(browser, film, "story", f"?style={style.pk}")
    untouched = Project.objects.get(pk=film.pk).style
    send(browser, film, "story/style/", "story", style=str(style.pk), **{"was-style": "0"})

    pictures = Shot.objects.filter(scene__project=film).count()
    assert "makes out of date:" in asked
    assert f"{pictures} picture" in asked
    assert untouched == {}
    assert Project.objects.get(pk=film.pk).style["name"] == "Charcoal"


def test_settings_are_changed_and_two_people_are_kept_apart(browser: Client, film: Project) -> None:
    send(browser, film, "story/change/", "story", shape="9:16", **{"was-shape": "16:9"})

    answer = send(browser, film, "story/change/", "story", shape="1:1", **{"was-shape": "16:9"})

    assert answer.status_code == 409
    assert Project.objects.get(pk=film.pk).shape == "9:16"


def test_a_script_written_again_replaces_all_lines_and_the_old_ones_come_back_as_they_were_changed(
    browser: Client, film: Project, task_queue: FakeQueue
) -> None:
    line = line_of(film)
    send(browser, film, f"lines/{line.pk}/change/", text="By my own hand.", **{"was-text": line.text})
    slot = Slot.objects.get(project=film, role="script")
    first, seed = slot.selected_take_id, film.seed

    send(browser, film, "story/write/", "story")
    task_queue.deliver_all()
    rewritten = Segment.objects.get(pk=line.pk).text
    second = Slot.objects.get(pk=slot.pk).selected_take_id
    edit = Edit.objects.filter(project=film, label__startswith="Use version 2").get()
    send(browser, film, f"script/edits/{edit.pk}/undo/", "story")

    assert rewritten != "By my own hand."
    assert second != first
    assert Segment.objects.get(pk=line.pk).text == "By my own hand."
    assert Slot.objects.get(pk=slot.pk).selected_take_id == first
    assert Project.objects.get(pk=film.pk).seed == seed + 1  # the seed was a change of its own


def test_versions_are_compared_and_the_planners_own_is_used_again(browser: Client, film: Project) -> None:
    line = line_of(film)
    written = line.text
    send(browser, film, f"lines/{line.pk}/change/", text="By my own hand.", **{"was-text": line.text})
    take = Slot.objects.get(project=film, role="script").selected_take_id

    compared = page(browser, film, "story", f"?compare={take}")
    send(browser, film, "story/version/", "story", take=str(take))

    assert "1 line differs." in compared
    assert "By my own hand." in compared
    assert Segment.objects.get(pk=line.pk).text == written


def test_every_gate_says_what_it_costs_and_how_long_it_takes(browser: Client, film: Project) -> None:
    story = page(browser, film, "story")

    assert len(re.findall(r'name="until" value="\w+"', story)) >= 6
    assert story.count("Up to date") >= 3
    assert re.search(r"The whole film<small>free, (about|time unknown)", story)


def test_a_film_without_a_script_says_what_to_do_next(browser: Client, library: Library) -> None:
    film = Project.objects.create(library=library, source="A lamp goes out.")

    assert "There is no script yet." in page(browser, film)
    assert "Nobody has been cast yet." in page(browser, film, "cast")
    assert "No script has been written yet." in page(browser, film, "story")


# --- What it costs ------------------------------------------------------------------------------------


@pytest.mark.parametrize("step", ["story", "cast", "script"])
def test_sixty_lines_cost_as_many_queries_as_ten(browser: Client, library: Library, step: str) -> None:
    small, large = film_in(library, shots=10), film_in(library, shots=60, scenes=6)

    few = queries_of(browser, f"/films/{small.pk}/{step}/")
    many = queries_of(browser, f"/films/{large.pk}/{step}/")

    assert many == few
    assert many <= 30
