"""A plan changed by hand: rows keep their identity, time is never lost, and everything can be taken back."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from projects import editing, journal
from projects.editing import NotPossible
from projects.models import Casting, Edit, Project, Scene, Segment, Shot
from tests.factories import (
    CastingFactory,
    CharacterFactory,
    LookFactory,
    ProjectFactory,
    SceneFactory,
    SegmentFactory,
    ShotFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.servers]


def make_film(scenes: int = 2, lines: int = 2) -> Project:
    """A film with `lines` lines of six words in each scene and a shot for every line."""
    film = ProjectFactory.create()
    for at in range(scenes):
        scene = SceneFactory.create(project=film, position=at, heading=f"Scene {at}")
        for number in range(lines):
            text = f"scene {at} line {number} goes on"
            segment = SegmentFactory.create(project=film, scene=scene, position=at * lines + number, text=text)
            ShotFactory.create(scene=scene, segment=segment, position=number, action=f"{at}.{number}")
    return film


@pytest.fixture
def film() -> Project:
    return make_film()


def shots(film: Project) -> list[str]:
    """Every shot in film order: its name and where it begins."""
    rows = Shot.objects.filter(scene__project=film).order_by("scene__position", "position").select_related("segment")
    return [f"{row.action}@{row.segment.text.split()[1]}.{row.segment.text.split()[3]}+{row.from_word}" for row in rows]


def lines(film: Project) -> list[str]:
    return list(Segment.objects.filter(project=film).order_by("position").values_list("text", flat=True))


def shot(film: Project, name: str) -> Shot:
    found: Shot = Shot.objects.select_related("segment", "scene").get(scene__project=film, action=name)
    return found


def scene(film: Project, at: int) -> Scene:
    found: Scene = Scene.objects.get(project=film, position=at)
    return found


def is_in_order(film: Project) -> bool:
    """Positions count up from 0, every scene has a shot, and its shots begin one after the other where it begins."""
    scenes = list(Scene.objects.filter(project=film).order_by("position"))
    segments = list(Segment.objects.filter(project=film).order_by("position"))
    good = [row.position for row in scenes] == list(range(len(scenes)))
    good &= [row.position for row in segments] == list(range(len(segments)))
    good &= [row.scene_id for row in segments] == sorted(
        (row.scene_id for row in segments), key=[row.pk for row in scenes].index
    )
    for each in scenes:
        own = list(Shot.objects.filter(scene=each).order_by("position").select_related("segment"))
        starts = [(row.segment.position, row.from_word) for row in own]
        first = next(row for row in segments if row.scene_id == each.pk)
        good &= [row.position for row in own] == list(range(len(own))) and starts == sorted(set(starts))
        good &= starts[0] == (first.position, 0) and all(row.segment.scene_id == each.pk for row in own)
    return good


# Shots


def test_a_moved_shot_takes_the_time_of_its_new_place(film: Project) -> None:
    editing.move_shot(shot(film, "0.1"), 0, by_id=None)

    assert shots(film) == ["0.1@0.0+0", "0.0@0.1+0", "1.0@1.0+0", "1.1@1.1+0"]


def test_a_divided_shot_is_two_alike_that_share_its_words(film: Project) -> None:
    person = CharacterFactory.create(library=film.library)
    whole = shot(film, "0.0")
    CastingFactory.create(project=None, shot=whole, entity=person.entity, pose="sit")
    Shot.objects.filter(pk=whole.pk).update(size="close", prompt="by hand")

    fresh = editing.split_shot(shot(film, "0.0"), whole.segment, 3, by_id=None)

    assert shots(film)[:3] == ["0.0@0.0+0", "0.0@0.0+3", "0.1@0.1+0"]
    assert (fresh.size, fresh.prompt, fresh.castings.get().pose) == ("close", "by hand", "sit")


@pytest.mark.parametrize("word", [0, 6])
def test_a_shot_is_not_divided_where_nothing_would_be_left(film: Project, word: int) -> None:
    whole = shot(film, "0.1")
    editing.split_shot(whole, whole.segment, 3, by_id=None)

    with pytest.raises(NotPossible):
        editing.split_shot(whole, whole.segment, word, by_id=None)


def test_a_doubled_shot_shares_the_time_of_the_first(film: Project) -> None:
    editing.duplicate_shot(shot(film, "0.0"), by_id=None)

    assert shots(film)[:3] == ["0.0@0.0+0", "0.0@0.0+3", "0.1@0.1+0"]


def test_a_removed_shot_leaves_its_time_to_the_one_before_it(film: Project) -> None:
    editing.remove_shot(shot(film, "0.1"), by_id=None)

    assert shots(film) == ["0.0@0.0+0", "1.0@1.0+0", "1.1@1.1+0"]


def test_when_the_first_shot_goes_the_next_begins_where_the_scene_does(film: Project) -> None:
    editing.remove_shot(shot(film, "0.0"), by_id=None)

    assert shots(film)[0] == "0.1@0.0+0"
    assert is_in_order(film)


def test_the_only_shot_of_a_scene_stays(film: Project) -> None:
    editing.remove_shot(shot(film, "0.0"), by_id=None)

    with pytest.raises(NotPossible, match="at least one shot"):
        editing.remove_shot(shot(film, "0.1"), by_id=None)


def test_a_trimmed_shot_begins_at_another_word_and_stays_between_its_neighbours(film: Project) -> None:
    late = shot(film, "0.1")
    first = Segment.objects.get(project=film, position=0)

    editing.trim_shot(late, first, 4, 120, by_id=None)

    assert shots(film)[1] == "0.1@0.0+4"
    assert shot(film, "0.1").lead_ms == 120
    with pytest.raises(NotPossible):
        editing.trim_shot(late, first, 0, 0, by_id=None)


# Who and what is seen


def seen(film: Project) -> list[tuple[str, str, str]]:
    """Who is in which shot, in which look."""
    rows = Casting.objects.filter(shot__scene__project=film).select_related("shot", "entity", "look")
    return sorted((row.shot.action, row.entity.name, row.look.name if row.look else "") for row in rows if row.shot)


def test_a_new_shot_is_plain_and_shares_the_time_of_the_one_before(film: Project) -> None:
    CastingFactory.create(project=None, shot=shot(film, "0.0"), entity=CharacterFactory.create(name="Ana").entity)

    fresh = editing.add_shot(shot(film, "0.0"), by_id=None)

    assert (fresh.position, fresh.from_word) == (1, 3)
    assert Shot.objects.get(pk=fresh.pk).action == ""
    assert seen(film) == [("0.0", "Ana", "")]
    assert Edit.objects.filter(project=film).count() == 1
    assert is_in_order(film)


def test_somebody_comes_into_a_shot_in_the_look_of_its_scene(film: Project) -> None:
    ana = CharacterFactory.create(name="Ana")
    wet = LookFactory.create(character=ana, name="Wet", is_usual=False)
    editing.dress_in_scene(scene(film, 0), ana.pk, wet.pk, by_id=None)

    editing.cast_in_shot(shot(film, "0.1"), ana.pk, by_id=None)
    editing.cast_in_shot(shot(film, "1.0"), ana.pk, by_id=None)

    assert seen(film) == [("0.1", "Ana", "Wet"), ("1.0", "Ana", "")]
    with pytest.raises(NotPossible):
        editing.cast_in_shot(shot(film, "0.1"), ana.pk, by_id=None)


def test_who_is_taken_out_of_a_scene_is_in_none_of_its_shots_and_comes_back_whole(film: Project) -> None:
    ana = CharacterFactory.create(name="Ana")
    editing.cast_in_scene(scene(film, 0), ana.pk, by_id=None)
    for name in ("0.0", "0.1", "1.0"):
        editing.cast_in_shot(shot(film, name), ana.pk, by_id=None)
    before = seen(film)

    edit = editing.uncast_from_scene(scene(film, 0), ana.pk, by_id=None)

    assert seen(film) == [("1.0", "Ana", "")]
    assert edit is not None
    journal.undo(edit, None)
    assert seen(film) == before


def test_who_is_in_a_scene_already_is_not_put_in_twice(film: Project) -> None:
    ana = CharacterFactory.create(name="Ana")
    editing.cast_in_scene(scene(film, 0), ana.pk, by_id=None)

    assert editing.cast_in_scene(scene(film, 0), ana.pk, by_id=None) is None


def test_a_look_is_changed_in_one_scene_only(film: Project) -> None:
    ana = CharacterFactory.create(name="Ana")
    wet = LookFactory.create(character=ana, name="Wet", is_usual=False)
    for name in ("0.0", "1.0"):
        editing.cast_in_shot(shot(film, name), ana.pk, by_id=None)

    editing.dress_in_scene(scene(film, 0), ana.pk, wet.pk, by_id=None)

    assert seen(film) == [("0.0", "Ana", "Wet"), ("1.0", "Ana", "")]


def test_only_what_is_in_a_shot_is_taken_out_of_one(film: Project) -> None:
    ana = CharacterFactory.create(name="Ana")
    editing.cast_in_shot(shot(film, "0.0"), ana.pk, by_id=None)
    editing.cast_in_scene(scene(film, 0), ana.pk, by_id=None)

    editing.uncast(Casting.objects.get(shot__isnull=False, entity=ana.pk), by_id=None)

    assert seen(film) == []
    with pytest.raises(NotPossible):
        editing.uncast(Casting.objects.get(scene__isnull=False, entity=ana.pk), by_id=None)


# Scenes


def test_a_moved_scene_takes_its_lines_along(film: Project) -> None:
    editing.move_scene(scene(film, 1), 0, by_id=None)

    assert [text[:14] for text in lines(film)] == [
        "scene 1 line 0",
        "scene 1 line 1",
        "scene 0 line 0",
        "scene 0 line 1",
    ]
    assert is_in_order(film)


def test_a_removed_scene_is_gone_from_the_film_and_all_of_it_is_kept(film: Project) -> None:
    editing.remove_scene(scene(film, 0), by_id=None)

    assert shots(film) == ["1.0@1.0+0", "1.1@1.1+0"]
    assert Shot.everything.filter(scene__project=film).count() == 4
    assert is_in_order(film)


def test_a_divided_scene_is_two_in_the_same_place(film: Project) -> None:
    second = Segment.objects.get(project=film, position=1)

    editing.split_scene(scene(film, 0), second, by_id=None)

    headings = list(Scene.objects.filter(project=film).order_by("position").values_list("heading", flat=True))
    assert headings == ["Scene 0", "Scene 0", "Scene 1"]
    assert is_in_order(film)


def test_a_shot_that_runs_over_the_line_is_seen_in_both_halves(film: Project) -> None:
    editing.remove_shot(shot(film, "0.1"), by_id=None)

    editing.split_scene(scene(film, 0), Segment.objects.get(project=film, position=1), by_id=None)

    assert shots(film)[:2] == ["0.0@0.0+0", "0.0@0.1+0"]
    assert is_in_order(film)


def test_joined_scenes_keep_all_lines_and_shots(film: Project) -> None:
    before = lines(film)

    editing.merge_scene(scene(film, 0), by_id=None)

    assert Scene.objects.filter(project=film).count() == 1
    assert lines(film) == before
    assert len(shots(film)) == 4
    assert is_in_order(film)


def test_a_doubled_scene_has_lines_and_shots_of_its_own(film: Project) -> None:
    editing.duplicate_scene(scene(film, 0), by_id=None)

    assert len(lines(film)) == 6
    assert shots(film)[:4] == ["0.0@0.0+0", "0.1@0.1+0", "0.0@0.0+0", "0.1@0.1+0"]
    assert is_in_order(film)


def test_a_new_scene_is_a_quiet_view_that_can_be_filmed(film: Project) -> None:
    editing.add_scene(film.pk, scene(film, 0), by_id=None)

    assert Scene.objects.filter(project=film).count() == 3
    assert Segment.objects.get(scene=scene(film, 1)).kind == Segment.Kind.PAUSE
    assert is_in_order(film)


# Lines


def test_a_divided_line_takes_its_shots_and_sounds_along(film: Project) -> None:
    first = Segment.objects.get(project=film, position=0)
    editing.split_shot(shot(film, "0.0"), first, 4, by_id=None)
    Segment.objects.filter(pk=first.pk).update(sounds=[{"sound": "bell", "word": 1}, {"sound": "door", "word": 5}])

    fresh = editing.split_segment(Segment.objects.get(pk=first.pk), 3, by_id=None)

    assert lines(film)[:2] == ["scene 0 line", "0 goes on"]
    assert fresh.sounds == [{"sound": "door", "word": 2}]
    moved = Shot.objects.get(segment=fresh)
    assert moved.from_word == 1
    assert is_in_order_of_words(film)


def is_in_order_of_words(film: Project) -> bool:
    rows = Shot.objects.filter(scene__project=film).order_by("scene__position", "position").select_related("segment")
    starts = [(row.segment.position, row.from_word) for row in rows]
    return starts == sorted(set(starts))


def test_when_a_line_goes_its_shot_begins_with_the_next_one(film: Project) -> None:
    editing.remove_shot(shot(film, "0.1"), by_id=None)

    editing.remove_segment(Segment.objects.get(project=film, position=0), by_id=None)

    assert shots(film)[0] == "0.0@0.1+0"
    assert is_in_order(film)


def test_a_moved_line_leaves_the_pictures_where_they_are(film: Project) -> None:
    editing.move_segment(Segment.objects.get(project=film, position=1), 0, by_id=None)

    assert [text[:14] for text in lines(film)][:2] == ["scene 0 line 1", "scene 0 line 0"]
    assert [row.split("@")[0] for row in shots(film)][:2] == ["0.0", "0.1"]
    assert is_in_order(film)


# Fields, conflicts, undo


def test_two_people_who_change_different_fields_both_get_their_way(film: Project) -> None:
    row = shot(film, "0.0")
    was = {"size": row.size, "angle": row.angle}

    editing.change(row, {"size": "close", "angle": row.angle}, was=was, by_id=None, label="Size")
    editing.change(row, {"size": row.size, "angle": "low"}, was=was, by_id=None, label="Angle")

    row.refresh_from_db()
    assert (row.size, row.angle) == ("close", "low")


def test_the_second_to_change_the_same_field_is_told_and_nothing_is_stored(film: Project) -> None:
    row = shot(film, "0.0")
    was = {"size": row.size, "angle": row.angle}
    editing.change(row, {"size": "close"}, was=was, by_id=None, label="Size")

    with pytest.raises(journal.Conflict) as caught:
        editing.change(row, {"size": "wide", "angle": "low"}, was=was, by_id=None, label="Size")

    row.refresh_from_db()
    assert caught.value.fields == {"size": ("close", "wide")}
    assert (row.size, row.angle) == ("close", "eye")


EDITS: dict[str, Any] = {
    "move a shot": lambda film: editing.move_shot(shot(film, "0.1"), 0, by_id=None),
    "divide a shot": lambda film: editing.duplicate_shot(shot(film, "0.0"), by_id=None),
    "remove a shot": lambda film: editing.remove_shot(shot(film, "0.0"), by_id=None),
    "move a scene": lambda film: editing.move_scene(scene(film, 1), 0, by_id=None),
    "remove a scene": lambda film: editing.remove_scene(scene(film, 0), by_id=None),
    "double a scene": lambda film: editing.duplicate_scene(scene(film, 0), by_id=None),
    "join scenes": lambda film: editing.merge_scene(scene(film, 0), by_id=None),
    "divide a scene": lambda film: editing.split_scene(
        scene(film, 0), Segment.objects.get(project=film, position=1), by_id=None
    ),
    "add a scene": lambda film: editing.add_scene(film.pk, None, by_id=None),
    "divide a line": lambda film: editing.split_segment(Segment.objects.get(project=film, position=0), 2, by_id=None),
    "remove a line": lambda film: editing.remove_segment(Segment.objects.get(project=film, position=0), by_id=None),
}


@pytest.mark.parametrize("name", EDITS)
def test_every_change_can_be_taken_back(film: Project, name: str) -> None:
    before = (
        shots(film),
        lines(film),
        [row.heading for row in Scene.objects.filter(project=film).order_by("position")],
    )

    EDITS[name](film)
    assert is_in_order(film)
    edit = journal.last_edit(film.pk)
    assert edit is not None
    journal.undo(edit, None)

    after = (shots(film), lines(film), [row.heading for row in Scene.objects.filter(project=film).order_by("position")])
    assert after == before
    assert is_in_order(film)


def test_a_change_that_somebody_built_on_is_not_taken_back(film: Project) -> None:
    row = shot(film, "0.0")
    edit = editing.change(row, {"size": "close"}, was={"size": row.size}, by_id=None, label="Size")
    editing.change(row, {"size": "insert"}, was={"size": "close"}, by_id=None, label="Size")

    assert edit is not None
    with pytest.raises(journal.Conflict):
        journal.undo(edit, None)

    assert shot(film, "0.0").size == "insert"


def test_what_changed_nothing_is_not_written_down(film: Project) -> None:
    assert editing.move_shot(shot(film, "0.0"), 0, by_id=None) is None
    assert not Edit.objects.exists()


class AnyEdits(TestCase):
    """Whatever is done to a film, in whatever order: it stays in order, and taking all of it back restores it."""

    @settings(max_examples=15, deadline=None)
    @given(names=st.lists(st.sampled_from(sorted(EDITS)), min_size=1, max_size=6))
    def test_any_edits_keep_a_film_in_order_and_can_all_be_taken_back(self, names: list[str]) -> None:
        film = make_film(scenes=3, lines=3)
        before = (shots(film), lines(film))

        for name in names:
            try:
                EDITS[name](film)
            except (NotPossible, Shot.DoesNotExist, Shot.MultipleObjectsReturned, StopIteration):
                continue
            assert is_in_order(film), name

        while (edit := journal.last_edit(film.pk)) is not None:
            journal.undo(edit, None)
        assert (shots(film), lines(film)) == before
