"""The library changed by hand: two people at once, what is written down, what comes back."""

from __future__ import annotations

import pytest

from entities import editing, services
from entities.models import Character, Entity, Library, LibraryEdit, Style
from tests.factories import AssetFactory, CharacterFactory, LibraryFactory, LookFactory

pytestmark = pytest.mark.django_db


def change(row: Character, **values: tuple[str, str]) -> LibraryEdit | None:
    """Change fields from what was seen to what is wanted."""
    was = {name: before for name, (before, _) in values.items()}
    wanted = {name: after for name, (_, after) in values.items()}
    return editing.change(row, wanted, was=was, by_id=None, label="change")


def test_two_people_who_change_different_fields_both_get_their_way() -> None:
    ana = CharacterFactory.create(hair="red", build="tall")

    change(ana, hair=("red", "black"))
    change(ana, build=("tall", "slim"))

    ana.refresh_from_db()
    assert (ana.hair, ana.build) == ("black", "slim")


def test_the_second_to_change_the_same_field_is_told_what_the_first_wrote_and_nothing_is_stored() -> None:
    ana = CharacterFactory.create(hair="red", build="tall")
    change(ana, hair=("red", "black"))

    with pytest.raises(editing.Conflict) as conflict:
        change(ana, hair=("red", "grey"), build=("tall", "slim"))

    ana.refresh_from_db()
    assert conflict.value.fields == {"hair": ("black", "grey")}
    assert (ana.hair, ana.build) == ("black", "tall")


def test_line_ends_and_spaces_of_a_browser_are_no_conflict() -> None:
    ana = CharacterFactory.create(description="One.\nTwo. ")

    edit = change(ana, description=("One.\r\nTwo.", "One.\nTwo.\nThree."))

    assert edit is not None


def test_a_change_says_who_changed_what_from_what_to_what() -> None:
    ana = CharacterFactory.create(hair="red")

    edit = change(ana, hair=("red", "black"))

    assert edit is not None
    assert (edit.model, edit.row_id, edit.before, edit.after) == (
        "character",
        ana.pk,
        {"hair": "red"},
        {"hair": "black"},
    )


def test_saving_what_is_there_already_writes_nothing_down() -> None:
    ana = CharacterFactory.create(hair="red")

    assert change(ana, hair=("red", "red")) is None
    assert not LibraryEdit.objects.exists()


def test_what_is_deleted_leaves_the_shelf_and_can_be_put_back() -> None:
    ana = CharacterFactory.create()

    editing.take_off(ana, by_id=None)
    gone = Character.objects.filter(pk=ana.pk).exists(), Entity.objects.filter(pk=ana.pk).exists()
    editing.put_back(ana, by_id=None)

    assert gone == (False, False)
    assert Character.objects.filter(pk=ana.pk).exists()


def test_a_style_that_comes_back_to_a_taken_name_gets_a_number(library: Library) -> None:
    first = Style.objects.create(library=library, name="Rust")
    editing.take_off(first, by_id=None)
    Style.objects.create(library=library, name="Rust")

    editing.put_back(first, by_id=None)

    assert sorted(Style.objects.filter(library=library).values_list("name", flat=True)) == ["Rust", "Rust 2"]


def test_guide_images_keep_the_order_they_are_given() -> None:
    ana = CharacterFactory.create()
    guides = [services.add_guide(ana, AssetFactory.create(library=ana.library).pk, by_id=None).pk for _ in range(4)]

    services.order_guides(ana, [guides[3], guides[1]], by_id=None)

    assert list(ana.guide_images.values_list("pk", flat=True)) == [guides[3], guides[1], guides[0], guides[2]]


def test_the_same_picture_is_not_added_twice() -> None:
    ana = CharacterFactory.create()
    asset = AssetFactory.create(library=ana.library)
    services.add_guide(ana, asset.pk, by_id=None)

    with pytest.raises(services.NotPossible, match="already"):
        services.add_guide(ana, asset.pk, by_id=None)


def test_a_new_character_has_a_look_to_be_drawn_in(library: Library) -> None:
    ana = services.create_entity(library, "character", "Ana", by_id=None)

    assert [look.is_usual for look in Character.objects.get(pk=ana.pk).looks.all()] == [True]


def test_the_usual_look_cannot_be_deleted() -> None:
    look = LookFactory.create()

    with pytest.raises(services.NotPossible):
        services.remove_look(look, by_id=None)


def test_a_copy_of_a_shipped_style_belongs_to_the_library_and_leaves_the_original_alone() -> None:
    shipped = Style.objects.create(library=None, name="Rust", palette=["#aa5500"])
    library = LibraryFactory.create()

    own = services.copy_style(shipped, library, by_id=None)
    Style.objects.filter(pk=own.pk).update(palette=["#000000"])

    shipped.refresh_from_db()
    assert (own.library, own.name, shipped.palette) == (library, "Rust", ["#aa5500"])
