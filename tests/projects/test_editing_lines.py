"""A line that is written anew: shots and effects stay with their words, and somebody else's change is not lost."""

from __future__ import annotations

import pytest

from projects import editing, journal
from projects.editing import NotPossible
from projects.models import Segment, Shot
from tests.factories import (
    CastingFactory,
    CharacterFactory,
    ProjectFactory,
    SceneFactory,
    SegmentFactory,
    ShotFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.servers]


@pytest.fixture
def line() -> Segment:
    """A line of six words, with shots that begin at its first, third and last word, and a knock at the fourth."""
    scene = SceneFactory.create(project=ProjectFactory.create())
    sounds = [{"sound": "knock", "word": 3}]
    segment: Segment = SegmentFactory.create(
        project=scene.project, scene=scene, position=0, text="one two three four five six", sounds=sounds
    )
    for position, word in enumerate((0, 2, 5)):
        ShotFactory.create(scene=scene, segment=segment, from_word=word, position=position)
    return segment


def write(line: Segment, text: str) -> None:
    editing.change_line(line, {"text": text}, was={"text": line.text}, by_id=None, label="Words")


def places(line: Segment) -> list[int]:
    return list(Shot.objects.filter(segment=line).order_by("position").values_list("from_word", flat=True))


@pytest.mark.parametrize(
    ("text", "shots", "knock"),
    [
        ("zero one two three four five six", [0, 3, 6], 4),
        ("one three four five six", [0, 1, 4], 2),
        ("one two THREE four five six", [0, 2, 5], 3),
        ("alas", [0], 0),
        ("one two", [0, 1], 1),
    ],
)
def test_shots_and_effects_stay_with_their_words(line: Segment, text: str, shots: list[int], knock: int) -> None:
    write(line, text)

    assert places(line) == shots
    assert Segment.objects.get(pk=line.pk).sounds == [{"sound": "knock", "word": knock}]
    positions = Shot.objects.filter(segment=line).order_by("position").values_list("position", flat=True)
    assert list(positions) == list(range(len(shots)))


def test_a_rewritten_line_comes_back_with_its_shots(line: Segment) -> None:
    edit = editing.change_line(line, {"text": "alas"}, was={"text": line.text}, by_id=None, label="Words")
    assert edit is not None

    journal.undo(edit, None)

    assert Segment.objects.get(pk=line.pk).text == line.text
    assert places(line) == [0, 2, 5]


def test_a_line_keeps_a_word(line: Segment) -> None:
    with pytest.raises(NotPossible, match="has words"):
        write(line, " ")

    assert Segment.objects.get(pk=line.pk).text == line.text


def test_a_line_that_somebody_else_wrote_anew_is_not_overwritten(line: Segment) -> None:
    write(line, "hers")

    with pytest.raises(journal.Conflict) as conflict:
        write(line, "his")

    assert conflict.value.fields == {"text": ("hers", "his")}


def test_two_characters_made_one_say_and_do_what_both_did() -> None:
    film = ProjectFactory.create()
    scene = SceneFactory.create(project=film)
    first, second = (CharacterFactory.create(library=film.library, name=name) for name in ("Ana", "The stranger"))
    segment = SegmentFactory.create(project=film, scene=scene, kind="line", speaker=second, speaker_name="The stranger")
    both = ShotFactory.create(scene=scene, segment=segment, position=0)
    alone = ShotFactory.create(scene=scene, segment=segment, from_word=1, position=1)
    for shot, people in ((both, (first, second)), (alone, (second,))):
        for person in people:
            CastingFactory.create(project=None, shot=shot, entity=person.entity)

    edit = editing.merge_people(film, second, first, by_id=None)

    def seen(shot: Shot) -> list[int]:
        return sorted(shot.castings.values_list("entity", flat=True))

    segment.refresh_from_db()
    assert segment.speaker_id == first.pk
    assert (seen(both), seen(alone)) == ([first.pk], [first.pk])
    assert edit is not None
    journal.undo(edit, None)
    segment.refresh_from_db()
    assert segment.speaker_id == second.pk
    assert (seen(both), seen(alone)) == (sorted([first.pk, second.pk]), [second.pk])
