"""The cut: how shots begin, what is written over them, and how the sounds of scenes meet."""

from __future__ import annotations

import pytest

from generation import cards, recipes, services
from generation.cut import TRANSITION_MS, cut
from generation.film import Film, load
from generation.media.formats import format_for
from generation.media.timeline import Captions, PictureClip
from generation.models import Asset, Run, Slot
from projects.models import Project, Scene, Segment, Shot
from tests.fakes import FakeQueue, FakeVendor

pytestmark = pytest.mark.django_db

DRAFT = format_for("16:9", "draft")


@pytest.fixture
def film(project: Project, vendor: type[FakeVendor], task_queue: FakeQueue) -> Film:
    """A film made up to its cut."""
    services.start_run(project, until=Run.Gate.CLIPS)
    task_queue.deliver_all()
    return load(project.pk)


@pytest.fixture
def heard(film: Film, project: Project, task_queue: FakeQueue) -> Film:
    """The same film with its music and effects."""
    services.start_run(project)
    task_queue.deliver_all()
    return load(project.pk)


def changed(film: Film, index: int, **values: object) -> PictureClip:
    """A shot of the cut after its row was changed."""
    Shot.objects.filter(pk=film.shots[index].pk).update(**values)
    return picture(film, index)


def picture(film: Film, index: int) -> PictureClip:
    return cut(load(film.project.pk), DRAFT).timeline.picture[index]


def test_the_film_comes_out_of_black(film: Film) -> None:
    first = picture(film, 0).transition

    assert first is not None
    assert first.dips
    assert first.frames == 10


def test_a_planned_transition_is_made(film: Film) -> None:
    for kind in TRANSITION_MS:
        begun = changed(film, 1, transition=kind).transition

        assert begun is not None
        assert begun.kind == kind
        assert 1 <= begun.frames <= picture(film, 1).frames // 2 + 1


def test_any_other_word_is_a_cut(film: Film) -> None:
    Scene.objects.update(transition="cut")

    assert changed(film, 1, transition="cut").transition is None
    assert changed(film, 1, transition="star wipe").transition is None


def test_a_film_goes_into_black_only_after_an_end_card(film: Film) -> None:
    last = film.shots[-1]
    assert cut(film, DRAFT).timeline.fade_out_frames == 0

    Shot.objects.filter(pk=last.pk).update(card=Shot.Card.END)

    assert cut(load(film.project.pk), DRAFT).timeline.fade_out_frames > 0


def test_a_title_card_has_the_title_and_nothing_of_the_logline(film: Film) -> None:
    Project.objects.update(title="The Last Lamp", logline="A keeper must choose.")

    card = changed(film, 0, card="title").card

    assert card is not None
    assert card.text == "The Last Lamp"
    assert card.note == ""
    assert not card.stays


def test_an_end_card_says_so_in_the_films_language(film: Film) -> None:
    for language, genre, text in (
        ("", "", "The End"),
        ("de-AT", "noir", "Ende"),
        ("ar", "", "النهاية"),
        ("tlh", "", "The Last Lamp"),
        ("en", "product film", "The Last Lamp"),
    ):
        Project.objects.update(title="The Last Lamp", language=language, genre=genre)

        card = changed(film, len(film.shots) - 1, card="end").card

        assert card is not None
        assert (card.text, card.note, card.stays) == (text, cards.CREDIT, True)


def test_a_film_that_sells_ends_with_its_call(film: Film) -> None:
    Shot.objects.filter(pk=film.shots[-1].pk).update(card="end")
    now = load(film.project.pk)

    card = cards.card(now, now.shots[-1], call="Book your room")

    assert card is not None
    assert card.text == "Book your room"


def test_a_film_without_a_title_has_no_title_card(film: Film) -> None:
    Project.objects.update(title="")

    assert changed(film, 0, card="title").card is None


def test_faces_of_a_clip_are_known_to_the_cut(film: Film) -> None:
    take = film.take("shot", film.shots[1].pk, Slot.Role.CLIP)
    assert take is not None
    Asset.objects.filter(pk=take.asset_id).update(details={"faces": [[0.1, 0.2, 0.3, 0.4]]}, width=1280, height=720)

    assert picture(film, 1).faces[0] == pytest.approx((0.1, 0.2, 0.3, 0.4))


def test_faces_are_where_the_picture_is_in_a_frame_of_another_shape(film: Film) -> None:
    take = film.take("shot", film.shots[1].pk, Slot.Role.CLIP)
    assert take is not None
    Asset.objects.filter(pk=take.asset_id).update(details={"faces": [[0.0, 0.0, 1.0, 1.0]]}, width=1280, height=720)

    tall = cut(load(film.project.pk), format_for("9:16", "draft")).timeline.picture[1]

    left, top, right, bottom = tall.faces[0]
    assert (left, right) == pytest.approx((0.0, 1.0))
    assert (bottom - top) == pytest.approx(720 * 720 / 1280 / 1280)
    assert (top + bottom) / 2 == pytest.approx(0.5)


def test_captions_look_as_the_film_says(film: Film) -> None:
    Project.objects.update(caption_style="pop", language="he", style={"name": "Neon", "palette": ["#112233"]})

    assert cut(load(film.project.pk), DRAFT).timeline.captions == Captions("pop", ("#112233",), "he")


def test_the_sounds_of_a_scene_go_while_the_next_come(heard: Film) -> None:
    effects = cut(heard, DRAFT).timeline.effects.clips

    assert effects
    for placed, scene in zip(effects, heard.scenes, strict=True):
        start, end = heard.scene_span_ms(scene)
        take = heard.take("scene", scene.pk, Slot.Role.EFFECTS)
        assert take is not None
        assert placed.start_ms == start
        assert placed.duration_ms is not None
        assert end - start <= placed.duration_ms <= end - start + recipes.EFFECTS_TAIL_MS
        assert placed.fade_out_ms > 0 < placed.fade_in_ms


def test_a_sound_at_the_start_of_a_scene_is_not_faded_in(heard: Film) -> None:
    soft = cut(heard, DRAFT).timeline.effects.clips[0].fade_in_ms
    Segment.objects.filter(pk=heard.segments[0].pk).update(sounds=[{"sound": "bell", "word": 0}])

    sudden = cut(load(heard.project.pk), DRAFT).timeline.effects.clips[0].fade_in_ms

    assert sudden < 10 < soft


def test_words_stay_where_they_are_heard_when_a_cut_is_led(film: Film) -> None:
    before = cut(film, DRAFT).timeline
    Shot.objects.filter(pk=film.shots[1].pk).update(lead_ms=-400)

    after = cut(load(film.project.pk), DRAFT).timeline

    assert after.words == before.words
    assert [clip.start_ms for clip in after.speech.clips] == [clip.start_ms for clip in before.speech.clips]
    assert after.picture[1].start_frame == before.picture[1].start_frame - round(0.4 * DRAFT.rate)


def test_what_cards_and_captions_look_like_makes_the_export_stale(film: Film) -> None:
    slot = next(slot for slot in services.ensure_slots(film).slots.values() if slot.role == Slot.Role.EXPORT)
    digests = [recipes.recipe_for(film, slot).digest]

    for change in ({"title": "Other"}, {"genre": "noir"}, {"language": "fr"}, {"caption_style": "box"}):
        Project.objects.update(**change)
        digests.append(recipes.recipe_for(load(film.project.pk), slot).digest)

    assert len(set(digests)) == len(digests)
