"""What a film asks of music and effects: the moods of its scenes, and its sounds at the words that bring them."""

from __future__ import annotations

from itertools import pairwise

import pytest

from entities.models import Look
from generation import recipes, score, services
from generation.film import Film, load
from generation.models import Run, Slot
from generation.planning import apply as planning
from generation.providers.base import EffectsRequest, MusicRequest
from projects.models import Casting, Project, Scene, Segment, Shot
from tests.fakes import FakeQueue, FakeVendor

pytestmark = pytest.mark.django_db


@pytest.fixture
def film(project: Project, vendor: type[FakeVendor], task_queue: FakeQueue) -> Film:
    """A film made up to its clips."""
    services.start_run(project, until=Run.Gate.CLIPS)
    task_queue.deliver_all()
    return load(project.pk)


def slot(film: Film, role: str) -> Slot:
    return next(slot for slot in services.ensure_slots(film).slots.values() if slot.role == role)


def test_music_follows_the_moods_of_the_scenes_without_a_gap(film: Film) -> None:
    for scene, mood in zip(film.scenes, ("calm", "tense"), strict=False):
        Scene.objects.filter(pk=scene.pk).update(mood=mood)

    sections = score.sections(load(film.project.pk))

    assert [section["mood"] for section in sections] == ["calm", "tense"][: len(film.scenes)]
    assert sections[0]["start_ms"] == 0
    assert sections[-1]["end_ms"] == film.length_ms
    assert all(first["end_ms"] == second["start_ms"] for first, second in pairwise(sections))


def test_a_scene_may_ask_for_other_music_than_its_mood_or_for_none(film: Film) -> None:
    Scene.objects.update(mood="calm", music="none")

    assert {section["mood"] for section in score.sections(load(film.project.pk))} == {"none"}


def test_another_mood_of_a_scene_makes_the_music_stale(film: Film) -> None:
    wanted = slot(film, Slot.Role.MUSIC)
    before = recipes.recipe_for(film, wanted).digest

    Scene.objects.filter(pk=film.scenes[-1].pk).update(mood="joyful")

    assert recipes.recipe_for(load(film.project.pk), wanted).digest != before


def test_an_effect_is_asked_for_when_its_word_is_heard(film: Film) -> None:
    segment = next(
        segment for segment in film.spoken if len(film.heard[film.segment_index[segment.pk]].word_starts_ms) > 1
    )
    Segment.objects.filter(pk=segment.pk).update(sounds=[{"sound": "bell", "word": 1}])

    now = load(film.project.pk)

    index = now.segment_index[segment.pk]
    scene = now.scene_by_id[segment.scene_id or 0]
    expected = now.segment_starts[index] + now.heard[index].word_starts_ms[1] - now.scene_span_ms(scene)[0]
    assert score.cues(now, scene) == [{"sound": "bell", "at_ms": expected}]


def test_a_sound_at_a_word_that_is_gone_is_heard_with_the_last_word(film: Film) -> None:
    segment = film.spoken[0]
    Segment.objects.filter(pk=segment.pk).update(sounds=[{"sound": "bell", "word": 999}])

    now = load(film.project.pk)

    heard = now.heard[now.segment_index[segment.pk]]
    cue = score.cues(now, now.scenes[0])[0]
    assert cue["at_ms"] <= now.segment_starts[now.segment_index[segment.pk]] + heard.duration_ms


def test_vendors_are_told_of_sections_and_cues(
    film: Film, vendor: type[FakeVendor], task_queue: FakeQueue, project: Project
) -> None:
    Segment.objects.filter(pk=film.spoken[0].pk).update(sounds=[{"sound": "bell", "word": 0}])

    services.start_run(project)
    task_queue.deliver_all()

    assert vendor.asked(MusicRequest)[0].sections
    assert [cue.sound for request in vendor.asked(EffectsRequest) for cue in request.cues] == ["bell"]


def test_a_planned_look_is_worn_in_its_scene_and_a_chosen_one_stays(film: Film) -> None:
    person = next(iter(film.characters.values()))
    document = {"name": person.name, "looks": [{"name": "Ball gown", "wears": "red gown"}]}
    planning.apply(slot(film, Slot.Role.CAST), {"characters": [document]})
    scene = film.scenes[0]
    plan = {"first_segment": 0, "characters": [person.name], "looks": [{"character": person.name, "look": "ball gown"}]}

    planning.apply(slot(film, Slot.Role.SCENES), {"scenes": [plan]})

    gown = Look.objects.get(character=person, name="Ball gown")
    assert Casting.objects.get(scene=scene, entity=person.entity).look == gown

    other = Look.objects.create(character=person, name="Raincoat", wears="yellow raincoat")
    Casting.objects.filter(scene=scene, entity=person.entity).update(look=other)
    planning.apply(slot(film, Slot.Role.SCENES), {"scenes": [plan]})
    assert Casting.objects.get(scene=scene, entity=person.entity).look == other


def test_a_led_cut_moves_the_picture_and_not_the_voice(film: Film) -> None:
    shot = film.shots[1]
    before, starts = film.span_ms[shot.pk], film.segment_starts

    Shot.objects.filter(pk=shot.pk).update(lead_ms=300)

    now = load(film.project.pk)
    assert now.span_ms[shot.pk][0] == before[0] + 300
    assert now.segment_starts == starts
    assert now.length_ms == film.length_ms
