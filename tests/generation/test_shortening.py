from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import settings as how
from hypothesis import strategies as st

from entities.models import Library
from generation.film import Film, load
from generation.shortening import BREATH_MS, Proposal, carry_out, propose
from projects import journal
from projects.models import Scene, Segment, Shot
from tests.factories import CastingFactory, CharacterFactory
from tests.generation.cut_film import cut_film, shots_of
from tests.generation.silent_film import pause_after, silent_film

pytestmark = pytest.mark.django_db


@pytest.fixture
def library() -> Library:
    return Library.objects.create(name="Ours")


def words_kept(before: Film, proposal: Proposal) -> bool:
    """Whether every spoken line is whole: none is touched but by leaving its whole scene out."""
    spoken = {row.pk for row in before.segments if row.kind != Segment.Kind.PAUSE}
    return not any(step.kind in {"remove_segment", "pause_ms"} and step.row_id in spoken for step in proposal.steps)


def test_a_film_that_is_short_enough_is_left_alone(library: Library) -> None:
    film = load(silent_film(library).pk)

    found = propose(film, film.length_ms)

    assert found.is_enough
    assert (found.changes, found.steps) == ((), ())


def test_a_shot_without_words_gives_up_its_time_first(library: Library) -> None:
    film = load(silent_film(library).pk)

    found = propose(film, film.length_ms - 2_000)

    (change,) = found.changes
    assert (change.action, change.to_ms, change.saves_ms) == ("trim", 4_000, 2_000)
    assert change.reason == "Nothing is said during shot 2.4, and nobody is in it."
    assert found.length_ms == film.length_ms - 2_000


def test_a_silent_shot_of_which_little_would_stay_goes(library: Library) -> None:
    film = load(silent_film(library).pk)

    found = propose(film, film.length_ms - 5_700)

    assert [(change.action, change.saves_ms) for change in found.changes] == [("drop", 6_000)]


def test_a_long_silence_after_words_comes_next_and_keeps_a_breath(library: Library) -> None:
    film = load(silent_film(library).pk)

    found = propose(film, film.length_ms - 9_500)

    assert [change.key for change in found.changes] == ["silent_empty", "tail"]
    assert found.steps[-1].value >= BREATH_MS
    assert found.length_ms == film.length_ms - 9_500


def test_scenes_go_last_and_never_the_first_or_the_last(library: Library) -> None:
    film = load(silent_film(library).pk)

    found = propose(film, 10_000)

    assert [step.row_id for step in found.steps if step.kind == "remove_scene"] == [film.scenes[1].pk]
    touched = {change.shot_id for change in found.changes}
    assert film.shots[0].pk not in touched
    assert film.shots[-1].pk not in touched


def test_a_scene_without_people_goes_before_one_with_lines(library: Library) -> None:
    project = cut_film(library, shots=8, scenes=4)
    scenes = list(Scene.objects.filter(project=project).order_by("position"))
    mara = CharacterFactory.create(library=library, name="Mara")
    Segment.objects.filter(scene=scenes[1]).update(kind="line", speaker=mara, speaker_name="Mara")
    film = load(project.pk)

    found = propose(film, film.length_ms - 3_000)

    assert [step.row_id for step in found.steps] == [scenes[2].pk]
    assert {change.key for change in found.changes} == {"scene_told"}


def test_people_keep_their_silent_shots_longer(library: Library) -> None:
    project = cut_film(library, shots=4, scenes=1)
    rows = shots_of(project)
    with_mara = pause_after(rows[0], 9_000)
    pause_after(shots_of(project)[2], 5_000)
    mara = CharacterFactory.create(library=library, name="Mara")
    CastingFactory.create(project=None, scene=None, shot=Shot.objects.get(segment=with_mara), entity=mara)
    film = load(project.pk)

    found = propose(film, film.length_ms - 4_000)

    assert [change.key for change in found.changes] == ["silent_empty"]


def test_what_cannot_be_short_enough_says_so(library: Library) -> None:
    film = load(silent_film(library).pk)

    found = propose(film, 1_000)

    assert not found.is_enough
    assert words_kept(film, found)


@pytest.mark.parametrize("less_ms", [2_000, 5_700, 9_500, 12_000])
def test_what_is_proposed_can_be_carried_out_and_comes_to_what_was_told(library: Library, less_ms: int) -> None:
    project = silent_film(library)
    film = load(project.pk)
    found = propose(film, film.length_ms - less_ms)

    carry_out(film, found.steps, by_id=None)

    after = load(project.pk)
    assert after.length_ms == found.length_ms
    assert (after.shots[0].pk, after.shots[-1].pk) == (film.shots[0].pk, film.shots[-1].pk)


def test_what_was_carried_out_is_one_change_that_is_taken_back_as_one(library: Library) -> None:
    project = silent_film(library)
    film = load(project.pk)
    found = propose(film, film.length_ms - 12_000)

    edit = carry_out(film, found.steps, by_id=None)

    assert len(found.steps) > 1
    assert edit is not None
    assert list(project.edits.all()) == [edit]
    journal.undo(edit, None)
    after = load(project.pk)
    assert after.length_ms == film.length_ms
    assert [shot.pk for shot in after.shots] == [shot.pk for shot in film.shots]


def test_each_part_can_be_left_out_and_the_lengths_add_up(library: Library) -> None:
    project = silent_film(library)
    film = load(project.pk)
    found = propose(film, film.length_ms - 9_500)
    (left_out, changes), *rest = found.parts

    carry_out(film, [step for step in found.steps if step.part != left_out], by_id=None)

    assert rest
    assert load(project.pk).length_ms == found.length_ms + sum(change.saves_ms for change in changes)


def test_a_film_is_never_changed_by_asking(library: Library) -> None:
    project = silent_film(library)
    film = load(project.pk)

    propose(film, 5_000)

    assert load(project.pk).length_ms == film.length_ms
    assert not project.edits.exists()


@how(max_examples=12, deadline=None)
@given(data=st.data())
def test_no_line_is_ever_cut_into(data: st.DataObject) -> None:
    library = Library.objects.create(name="Ours")
    project = cut_film(library, shots=6, scenes=3)
    for index in data.draw(st.lists(st.integers(0, 5), unique=True, max_size=4)):
        row = shots_of(project)[index]
        pause_after(row, data.draw(st.integers(300, 9_000)), shown=data.draw(st.booleans()))
    film = load(project.pk)

    found = propose(film, data.draw(st.integers(1_000, film.length_ms)))

    assert words_kept(film, found)
    assert found.length_ms == film.length_ms - sum(change.saves_ms for change in found.changes)
    carry_out(film, found.steps, by_id=None)
    assert load(project.pk).length_ms == found.length_ms
