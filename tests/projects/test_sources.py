"""What a film can be made from, and what is said where it cannot."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from entities.models import Library, Style
from projects.models import Project
from projects.services import BadSource, checked_source, create_film, source_kind_of


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "nothing to make a film from"),
        ("  \n\t ", "nothing to make a film from"),
        ("x", "no words"),
        ("🎬🔥🍕", "no words"),
        ("12 34", "no words"),
        ("PK\x03\x04\x00\x00\x08", "not text"),
        ("word " * 40_000, "40,000 words"),
        ("灯" * 400_001, "400,001 characters"),
    ],
)
def test_what_is_no_story_is_turned_down_in_one_sentence_or_two(text: str, says: str) -> None:
    with pytest.raises(BadSource) as refusal:
        checked_source(text)

    assert says in str(refusal.value)
    assert str(refusal.value).endswith(".")


@pytest.mark.parametrize(
    "text",
    [
        "She said \"no\", then 'yes' & <b>left</b>.\n\nTwice; DROP TABLE films; --",
        "Ein alter Leuchtturmwärter findet einen Brief.",
        "一个老人在海边等船",
        "a cat 🐈 in Paris",
    ],
)
def test_quotes_newlines_markup_and_other_languages_come_through_as_they_were_typed(text: str) -> None:
    assert checked_source(text) == text


@given(st.text(max_size=300))
def test_any_text_is_either_kept_or_turned_down_with_a_sentence(text: str) -> None:
    try:
        kept = checked_source(text)
    except BadSource as error:
        assert str(error).endswith(".")
    else:
        assert kept
        assert "\x00" not in kept


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A 60s noir detective story", "idea"),
        ("a robot who learns to bake bread. It is shy.", "idea"),
        ("INT. BAR - NIGHT\n\nJACK sits alone.\n\nJACK\nOne more.", "screenplay"),
        ("Once there was a fox.\n\nIt lived alone.", "story"),
        ("She ran. " * 30, "story"),
    ],
)
def test_an_idea_a_story_and_a_screenplay_are_told_apart(text: str, kind: str) -> None:
    assert source_kind_of(text) == kind


@pytest.mark.django_db
def test_a_style_is_copied_when_it_is_chosen(library: Library) -> None:
    style = Style.objects.create(name="Mine", palette=["#112233"], contrast=0.5)
    film = create_film(library, "a cat in Paris", style=style)

    Style.objects.update(palette=["#ffffff"])

    assert Project.objects.get(pk=film.pk).style["palette"] == ["#112233"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("wish", "says"),
    [
        ({"shape": "4:3"}, "16:9, 9:16, 1:1"),
        ({"seconds": 2}, "between 5 seconds and 3 hours"),
        ({"seconds": 20_000}, "3 hours"),
    ],
)
def test_a_wish_that_cannot_be_met_names_what_can(library: Library, wish: dict[str, object], says: str) -> None:
    with pytest.raises(BadSource, match=says):
        create_film(library, "a cat in Paris", **wish)  # type: ignore[arg-type]

    assert not Project.objects.exists()
