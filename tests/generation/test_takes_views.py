"""Frames, clips, sound and export: what they show, what can be done there, and what it costs to show it."""

from __future__ import annotations

import io
import re
from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from entities.models import Library
from generation import graph, services, storage
from generation.film import load
from generation.models import Job, LedgerEntry, ModelOffer, Run, Slot, Take
from generation.services import start_run
from projects import journal
from projects.models import Edit, Project, Scene, Segment, Shot
from tests.factories import AssetFactory, JobFactory, ModelOfferFactory, TakeFactory
from tests.fakes import FakeQueue, FakeVendor
from tests.generation.planned import clip_slots, film_in, seat, stranger
from tests.generation.test_views import queries_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def film(project: Project, vendor: type[FakeVendor], task_queue: FakeQueue) -> Project:
    """A film of four shots in two scenes with all its clips, made by a vendor that costs nothing."""
    start_run(project, until=Run.Gate.CLIPS)
    task_queue.deliver_all()
    return project


@pytest.fixture
def finished(film: Project, task_queue: FakeQueue) -> Project:
    """The same film with its sound, cut."""
    start_run(film)
    task_queue.deliver_all()
    return film


@pytest.fixture
def editor(library: Library) -> Client:
    """Somebody who may change the film."""
    return seat(library)


def slots_of(film: Project, role: str = Slot.Role.FRAME) -> list[Slot]:
    """The slots of a role in film order, as they are now."""
    return graph.work_out(services.ensure_slots(load(film.pk))).of_role(role)


def says(answer: Any) -> str:
    """All that an answer tells."""
    return " ".join(str(message) for message in get_messages(answer.wsgi_request))


def make(browser: Client, film: Project, **words: object) -> Any:
    """Press a button that makes takes."""
    return browser.post(f"/films/{film.pk}/takes/make/", {"role": "frame", **words})


def change_look(film: Project) -> None:
    """Make every picture of the film stale."""
    Shot.objects.filter(scene__project=film).update(action="Everybody is looking up.", size="wide")


def text_of(answer: Any) -> str:
    """The words of a page without its tags."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


# --- The grid ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("step", ["frames", "clips", "sound", "export"])
def test_a_page_opens_before_anything_was_made(library: Library, step: str) -> None:
    film = Project.objects.create(library=library, source="A lamp.")

    answer = seat(library).get(f"/films/{film.pk}/{step}/")

    assert answer.status_code == 200


def test_every_shot_is_shown_with_the_take_that_is_used(film: Project, editor: Client) -> None:
    page = editor.get(f"/films/{film.pk}/frames/").content.decode()

    for slot in slots_of(film):
        assert slot.selected_take is not None
        assert slot.selected_take.asset.link in page


def test_filters_show_only_the_shots_in_that_state(film: Project, editor: Client) -> None:
    first, second, *_ = slots_of(film)
    Slot.objects.filter(pk=first.pk).update(selected_take=None)
    second.takes.update(recipe_digest="f" * 64)

    missing = editor.get(f"/films/{film.pk}/frames/?show=missing").content.decode()
    stale = editor.get(f"/films/{film.pk}/frames/?show=stale").content.decode()

    assert re.findall(r'id="shot-(\d+)"', missing) == [str(first.shot_id)]
    assert re.findall(r'id="shot-(\d+)"', stale) == [str(second.shot_id)]


def test_a_failed_piece_shows_the_vendors_words_and_can_be_tried_again(film: Project, editor: Client) -> None:
    slot = slots_of(film)[0]
    digest = slot.selected_take.recipe_digest if slot.selected_take else ""
    Slot.objects.filter(pk=slot.pk).update(selected_take=None)
    JobFactory.create(
        slot=slot, project=film, library=film.library, state=Job.State.FAILED, recipe_digest=digest,
        error_detail="The vendor refused.", vendor_words="HTTP 418 teapot", is_permanent=True,
    )  # fmt: skip

    page = editor.get(f"/films/{film.pk}/frames/?shot={slot.shot_id}&show=failed")

    words = text_of(page)
    assert "The vendor refused." in words
    assert "HTTP 418 teapot" in words
    assert "Try again" in words
    assert f'id="shot-{slot.shot_id}"' in page.content.decode()


@pytest.mark.parametrize("step", ["frames", "clips", "sound", "export"])
def test_pages_take_no_more_queries_for_more_shots(library: Library, step: str) -> None:
    short, long = film_in(library, shots=10, scenes=2), film_in(library, shots=60, scenes=12)
    browser = seat(library)
    of_short, of_long = f"/films/{short.pk}/{step}/", f"/films/{long.pk}/{step}/"
    browser.get(of_short), browser.get(of_long)  # the first of all makes slots

    assert queries_of(browser, of_long) == queries_of(browser, of_short) <= 30


@pytest.mark.parametrize(("step", "role", "word"), [("frames", "frame", "shot"), ("clips", "clip", "shot")])
def test_an_open_shot_takes_no_more_queries_for_more_shots(library: Library, step: str, role: str, word: str) -> None:
    films = [film_in(library, shots=10), film_in(library, shots=60)]
    browser = seat(library)
    paths = []
    for film in films:
        slot = Slot.objects.filter(shot__scene__project=film, role=role).order_by("pk")[0]
        TakeFactory.create_batch(3, slot=slot, asset=AssetFactory.create(library=library))
        paths.append(f"/films/{film.pk}/{step}/?{word}={slot.shot_id}")
        browser.get(paths[-1])

    assert queries_of(browser, paths[1]) == queries_of(browser, paths[0]) <= 30


# --- Making -----------------------------------------------------------------------------------------


def test_one_shot_gets_another_take_and_the_old_one_stays(film: Project, editor: Client, task_queue: FakeQueue) -> None:
    slot = slots_of(film)[0]

    make(editor, film, slot=slot.pk)
    task_queue.deliver_all()

    takes = list(Take.objects.filter(slot=slot).order_by("number"))
    slot.refresh_from_db()
    assert [take.number for take in takes] == [1, 2]
    assert takes[0].asset_id != takes[1].asset_id
    assert slot.selected_take == takes[1]


def test_all_that_is_out_of_date_is_made_with_one_press_and_nothing_else(film: Project, editor: Client) -> None:
    change_look(film)
    kept = slots_of(film)[0]
    kept.takes.update(recipe_digest="")

    make(editor, film, wish="stale")

    assert set(Job.objects.filter(state="queued", slot__role="frame").values_list("slot", flat=True)) == {
        slot.pk for slot in slots_of(film)[1:]
    }


def test_a_double_press_makes_one_take(film: Project, editor: Client) -> None:
    slot = slots_of(film)[0]

    make(editor, film, slot=slot.pk)
    answer = make(editor, film, slot=slot.pk)

    assert Job.objects.filter(slot=slot, state="queued").count() == 1
    assert "being made already" in says(answer)


def test_the_price_and_the_time_of_a_selection_are_said_before_the_press(film: Project, editor: Client) -> None:
    ModelOffer.objects.filter(key="fake/image").update(price_unit="call", price_micros=40_000)
    chosen = [slot.pk for slot in slots_of(film)[:3]]

    words = "&".join(f"slot={slot_id}" for slot_id in chosen)
    answer = editor.get(f"/films/{film.pk}/takes/price/?role=frame&{words}")

    assert "3 pictures" in text_of(answer)
    assert "Fake image" in text_of(answer)
    assert "$0.12" in text_of(answer)
    assert "about" in text_of(answer)


def test_a_clip_whose_picture_is_out_of_date_waits_and_says_so(film: Project, editor: Client) -> None:
    change_look(film)
    clip = slots_of(film, Slot.Role.CLIP)[0]

    answer = make(editor, film, role="clip", slot=clip.pk)

    assert not Job.objects.filter(slot=clip, state="queued").exists()
    assert "not now" in says(answer)


def test_what_was_deleted_is_not_made_the_same_once_more(film: Project, editor: Client, task_queue: FakeQueue) -> None:
    slot = slots_of(film)[0]
    make(editor, film, slot=slot.pk)
    task_queue.deliver_all()
    first, second = Take.objects.filter(slot=slot).order_by("number")
    editor.post(f"/films/{film.pk}/takes/{first.pk}/delete/")
    Slot.objects.filter(pk=slot.pk).update(selected_take=None)
    Take.objects.filter(pk=second.pk).delete()

    make(editor, film, slot=slot.pk)
    task_queue.deliver_all()

    newest = Take.objects.filter(slot=slot).order_by("-pk")[0]
    assert newest.pk != first.pk
    assert newest.asset_id != first.asset_id


def test_the_model_of_a_film_is_chosen_and_the_usual_one_is_named(film: Project, editor: Client) -> None:
    ModelOfferFactory.create(key="other/image", label="Other pictures", capability="image")
    ModelOfferFactory.create(key="off/image", label="Off pictures", capability="image", is_on=False)
    ModelOfferFactory.create(key="tall/image", label="Tall pictures", capability="image", shapes=["9:16"])

    page = text_of(editor.get(f"/films/{film.pk}/frames/"))
    editor.post(f"/films/{film.pk}/takes/model/", {"capability": "image", "model": "other/image", "was-model": ""})

    film.refresh_from_db()
    assert "Default (Fake image)" in page
    assert "Off pictures" not in page
    assert "Tall pictures – makes 9:16 only" in page
    assert film.offers == {"image": "other/image"}


def test_a_model_that_somebody_else_chose_meanwhile_is_not_overruled(film: Project, editor: Client) -> None:
    ModelOfferFactory.create(key="other/image", capability="image")
    Project.objects.filter(pk=film.pk).update(offers={"image": "fake/image"})

    answer = editor.post(
        f"/films/{film.pk}/takes/model/", {"capability": "image", "model": "other/image", "was-model": ""}
    )

    film.refresh_from_db()
    assert film.offers == {"image": "fake/image"}
    assert "meanwhile" in says(answer)


def test_a_job_that_waits_can_be_cancelled(film: Project, editor: Client) -> None:
    slot = slots_of(film)[0]
    make(editor, film, slot=slot.pk)

    editor.post(f"/films/{film.pk}/slots/{slot.pk}/cancel/")

    assert not Job.objects.filter(slot=slot, state__in=Job.ACTIVE).exists()


def test_what_takes_cost_that_are_not_used_is_said(film: Project, editor: Client) -> None:
    slot = slots_of(film)[0]
    wasted = JobFactory.create(slot=slot, project=film, library=film.library, state=Job.State.SUCCEEDED)
    TakeFactory.create(slot=slot, number=9, job=wasted, asset=AssetFactory.create(library=film.library))
    LedgerEntry.objects.create(
        library=film.library, project=film, job=wasted, kind=LedgerEntry.Kind.SETTLED, amount_micros=80_000
    )

    page = text_of(editor.get(f"/films/{film.pk}/frames/"))

    assert "1 take not used · $0.08" in page


# --- One take ---------------------------------------------------------------------------------------


@pytest.fixture
def two(film: Project, editor: Client, task_queue: FakeQueue) -> tuple[Take, Take]:
    """Two takes of the first shot's picture; the second is in the film."""
    slot = slots_of(film)[0]
    make(editor, film, slot=slot.pk)
    task_queue.deliver_all()
    first, second = Take.objects.filter(slot=slot).order_by("number").select_related("slot")
    return first, second


def test_an_earlier_take_is_chosen_again_with_a_way_back(film: Project, editor: Client, two: tuple[Take, Take]) -> None:
    first, second = two

    answer = editor.post(f"/films/{film.pk}/takes/{first.pk}/select/")

    first.slot.refresh_from_db()
    assert first.slot.selected_take == first
    assert f"/takes/{second.pk}/select/" in says(answer)


def test_a_deleted_take_comes_back_and_its_file_was_never_gone(
    film: Project, editor: Client, two: tuple[Take, Take]
) -> None:
    first, _second = two

    answer = editor.post(f"/films/{film.pk}/takes/{first.pk}/delete/")
    gone = editor.get(f"/films/{film.pk}/frames/?shot={first.slot.shot_id}").content.decode()
    editor.post(f"/films/{film.pk}/takes/{first.pk}/restore/")

    first.refresh_from_db()
    assert f"/takes/{first.pk}/restore/" in says(answer)
    assert "1 deleted take" in gone
    assert storage.is_kept(first.asset)
    assert first.removed_at is None


def test_the_take_that_the_film_uses_cannot_be_deleted(film: Project, editor: Client, two: tuple[Take, Take]) -> None:
    _first, second = two

    answer = editor.post(f"/films/{film.pk}/takes/{second.pk}/delete/")

    second.refresh_from_db()
    assert second.removed_at is None
    assert "Choose another one first" in says(answer)


def test_a_kept_take_stays_in_the_film_when_it_is_out_of_date(film: Project, editor: Client) -> None:
    slot = slots_of(film)[0]

    editor.post(f"/films/{film.pk}/takes/{slot.selected_take_id}/keep/", {"kept": "yes"})
    change_look(film)
    worked_out = graph.work_out(load(film.pk))

    assert worked_out.states[slot.pk] is graph.State.FRESH
    assert "Kept, older" in text_of(editor.get(f"/films/{film.pk}/frames/"))


def test_two_takes_are_compared_under_an_address_of_its_own(
    film: Project, editor: Client, two: tuple[Take, Take]
) -> None:
    first, second = two

    page = editor.get(f"/films/{film.pk}/frames/?shot={first.slot.shot_id}&take={second.pk}&with={first.pk}")

    assert "data-compare-slider" in page.content.decode()


def test_an_own_picture_is_used_and_says_who_gave_it(film: Project, library: Library) -> None:
    slot = slots_of(film)[0]
    browser = seat(library)
    file = io.BytesIO()
    Image.new("RGB", (640, 360), "teal").save(file, "PNG")

    browser.post(f"/films/{film.pk}/slots/{slot.pk}/upload/", {"file": SimpleUploadedFile("mine.png", file.getvalue())})

    slot.refresh_from_db()
    page = text_of(browser.get(f"/films/{film.pk}/frames/?shot={slot.shot_id}"))
    assert slot.selected_take is not None
    assert slot.selected_take.recipe_digest == ""
    assert "by person" in page


def test_a_file_that_is_no_picture_is_refused_and_nothing_changes(film: Project, editor: Client) -> None:
    slot = slots_of(film)[0]

    answer = editor.post(
        f"/films/{film.pk}/slots/{slot.pk}/upload/", {"file": SimpleUploadedFile("mine.png", b"GIF89a not really")}
    )

    assert says(answer)
    assert slots_of(film)[0].selected_take_id == slot.selected_take_id


def test_a_take_of_another_film_is_not_found_in_this_one(film: Project, library: Library, editor: Client) -> None:
    other = film_in(library)
    take = Take.objects.filter(slot__shot__scene__project=other)[0]

    answers = [editor.post(f"/films/{film.pk}/takes/{take.pk}/{verb}/") for verb in ("select", "keep", "delete")]

    assert [answer.status_code for answer in answers] == [404, 404, 404]


def test_strangers_find_nothing_and_viewers_change_nothing(film: Project, library: Library) -> None:
    take_id = slots_of(film)[0].selected_take_id
    viewer = seat(library, "viewer")

    assert stranger().post(f"/films/{film.pk}/takes/{take_id}/keep/").status_code == 404
    assert viewer.post(f"/films/{film.pk}/takes/{take_id}/keep/").status_code == 403
    assert b"Another take" not in viewer.get(f"/films/{film.pk}/frames/").content


# --- Sound ------------------------------------------------------------------------------------------


def test_a_scene_gets_music_of_another_mood_and_the_score_is_out_of_date(finished: Project, editor: Client) -> None:
    scene = Scene.objects.filter(project=finished)[0]

    answer = editor.post(f"/films/{finished.pk}/sound/scenes/{scene.pk}/music/", {"music": "epic", "was-music": ""})

    scene.refresh_from_db()
    music = slots_of(finished, Slot.Role.MUSIC)[0]
    assert scene.music == "epic"
    assert graph.work_out(load(finished.pk)).states[music.pk] is graph.State.READY
    assert "Undo" in says(answer)


def test_the_second_to_change_a_mood_is_told_what_it_is_now(film: Project, editor: Client) -> None:
    scene = Scene.objects.filter(project=film)[0]
    Scene.objects.filter(pk=scene.pk).update(music="sad")

    answer = editor.post(f"/films/{film.pk}/sound/scenes/{scene.pk}/music/", {"music": "epic", "was-music": ""})

    scene.refresh_from_db()
    assert scene.music == "sad"
    assert "Sad" in says(answer)
    assert "Epic" in says(answer)


def test_sounds_of_a_scene_are_added_taken_out_and_put_back(film: Project, editor: Client) -> None:
    scene = Scene.objects.filter(project=film)[0]
    path = f"/films/{film.pk}/sound/scenes/{scene.pk}/beds/"

    editor.post(path, {"add": "  Rain "})
    editor.post(path, {"remove": "wind"})
    after = Scene.objects.get(pk=scene.pk).sounds
    journal.undo(Edit.objects.filter(project=film).order_by("-pk")[0], None)

    assert after == ["rain"]
    assert sorted(Scene.objects.get(pk=scene.pk).sounds) == ["rain", "wind"]


def test_a_sound_is_put_at_a_word_and_taken_out_again(film: Project, editor: Client) -> None:
    line = Segment.objects.filter(project=film).exclude(text="")[0]
    path = f"/films/{film.pk}/sound/segments/{line.pk}/cues/"

    editor.post(path, {"add": "bell", "word": "2"})
    put = Segment.objects.get(pk=line.pk).sounds
    editor.post(path, {"remove": "bell", "word": "2"})

    assert put == [{"sound": "bell", "word": 2}]
    assert Segment.objects.get(pk=line.pk).sounds == []


def test_softer_music_makes_the_film_out_of_date_and_usual_music_makes_it_current_again(
    finished: Project, editor: Client
) -> None:
    export = slots_of(finished, Slot.Role.EXPORT)[0]
    path = f"/films/{finished.pk}/sound/volume/"

    editor.post(path, {"name": "music_gain_db", "value": "-6", "was": "0.0"})
    softer = graph.work_out(load(finished.pk)).states[export.pk]
    editor.post(path, {"name": "music_gain_db", "value": "0", "was": "-6.0"})
    usual = graph.work_out(load(finished.pk)).states[export.pk]

    assert (softer, usual) == (graph.State.READY, graph.State.FRESH)


@pytest.mark.parametrize("value", ["99", "nan", "loud", ""])
def test_a_volume_out_of_range_is_refused(film: Project, editor: Client, value: str) -> None:
    answer = editor.post(f"/films/{film.pk}/sound/volume/", {"name": "music_gain_db", "value": value, "was": "0"})

    film.refresh_from_db()
    assert answer.status_code == 400
    assert film.music_gain_db == 0


def test_music_has_takes_as_pictures_have(finished: Project, editor: Client, task_queue: FakeQueue) -> None:
    music = slots_of(finished, Slot.Role.MUSIC)[0]

    make(editor, finished, role="music", slot=music.pk)
    task_queue.deliver_all()

    page = text_of(editor.get(f"/films/{finished.pk}/sound/?music=1"))
    assert "Take 2" in page
    assert "Take 1" in page


# --- Export -----------------------------------------------------------------------------------------


def test_the_film_is_made_in_another_shape_beside_the_first(
    finished: Project, editor: Client, task_queue: FakeQueue
) -> None:
    editor.post(f"/films/{finished.pk}/export/make/", {"shape": "9:16", "quality": "draft"})
    task_queue.deliver_all()

    page = text_of(editor.get(f"/films/{finished.pk}/export/"))
    assert Slot.objects.filter(project=finished, role="export", selected_take__isnull=False).count() == 2
    assert "9:16 · draft" in page
    assert "LUFS" in page
    assert page.count("Up to date") == 2


def test_a_file_that_is_up_to_date_is_not_made_again(finished: Project, editor: Client) -> None:
    answer = editor.post(f"/films/{finished.pk}/export/make/", {"shape": "16:9", "quality": "draft"})

    assert "up to date already" in says(answer)
    assert not Job.objects.filter(state="queued").exists()


def test_what_has_never_been_made_has_an_unknown_time_and_size(film: Project, editor: Client) -> None:
    page = text_of(editor.get(f"/films/{film.pk}/export/"))

    assert "time unknown yet" in page
    assert "size unknown yet" in page


def test_slates_are_said_before_the_film_is_made(film: Project, editor: Client) -> None:
    Slot.objects.filter(pk=clip_slots(film)[0].pk).update(selected_take=None)

    page = text_of(editor.get(f"/films/{film.pk}/export/"))

    assert "1 shot has no clip yet and is shown as a slate: 1.1" in page


def test_captions_can_be_left_out_of_the_picture(finished: Project, editor: Client) -> None:
    export = slots_of(finished, Slot.Role.EXPORT)[0]

    editor.post(f"/films/{finished.pk}/export/captions/", {"captions": "none", "was": ""})

    finished.refresh_from_db()
    assert finished.caption_style == "none"
    assert graph.work_out(load(finished.pk)).states[export.pk] is graph.State.READY


def test_the_page_stays_live_while_another_format_is_made(film: Project, editor: Client) -> None:
    editor.post(f"/films/{film.pk}/export/make/", {"shape": "1:1", "quality": "draft"})

    page = editor.get(f"/films/{film.pk}/export/").content.decode()

    assert 'hx-trigger="every 2s, look"' in page
