"""Versions of a film in other shapes: what makes them stale, what is encoded again, and the page that frames shots."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.contrib.messages import get_messages
from django.test import Client
from pytest_django import Settings

from entities.models import Library
from generation import export, recipes
from generation.cut import cut
from generation.film import Film, load
from generation.media.boxes import boxes_of
from generation.media.formats import format_for
from generation.models import Asset, Slot
from projects.models import Project, Shot
from tests.factories import CastingFactory, CharacterFactory
from tests.generation.cut_film import cut_film, shots_of
from tests.generation.planned import seat

pytestmark = pytest.mark.django_db

OWN = ("16:9 draft", "16:9 full")
OTHERS = ("9:16 draft", "1:1 full", "4:5 full", "9:16 full tiktok")


@pytest.fixture
def library() -> Library:
    return Library.objects.create(name="Ours")


@pytest.fixture
def film(library: Library) -> Project:
    return cut_film(library, shots=3)


@pytest.fixture
def editor(library: Library) -> Client:
    return seat(library)


def digest(film: Project, variant: str) -> str:
    return recipes.recipe_for(load(film.pk), Slot(role=Slot.Role.EXPORT, variant=variant, project=film)).digest


def arguments(film: Project, variant: str) -> dict[str, object]:
    slot = Slot(role=Slot.Role.EXPORT, variant=variant, project=film)
    return dict(recipes.recipe_for(load(film.pk), slot).arguments)


def put(film: Project, index: int, **windows: float) -> Shot:
    shot = shots_of(film)[index]
    Shot.objects.filter(pk=shot.pk).update(framing={name.replace("x", ":"): at for name, at in windows.items()})
    return shot


def assembled(film: Film, variant: str, folder: Path) -> export.Made:
    folder.mkdir(exist_ok=True)
    slot = Slot(role=Slot.Role.EXPORT, variant=variant, project=film.project)
    return export.make(film, slot, folder, on_progress=lambda _part: None)


@pytest.mark.parametrize("variant", OWN)
def test_a_film_in_its_own_shape_is_asked_for_as_it_always_was(film: Project, variant: str) -> None:
    put(film, 1, **{"9x16": 0.3})

    assert not {"reframed", "kept_clear"} & arguments(film, variant).keys()


@pytest.mark.parametrize("variant", OTHERS)
def test_a_version_is_out_of_date_once_a_window_is_moved_in_its_shape_only(film: Project, variant: str) -> None:
    before = digest(film, variant)
    shape = variant.split(" ")[0]
    put(film, 1, **{"16x9": 0.3})
    untouched = digest(film, variant)

    put(film, 1, **{shape.replace(":", "x"): 0.3})

    assert untouched == before
    assert digest(film, variant) != before


def test_a_version_for_a_platform_is_another_file_than_one_for_none(film: Project) -> None:
    assert len({digest(film, "9:16 full"), digest(film, "9:16 full tiktok"), digest(film, "9:16 full reels")}) == 3


def test_moving_one_window_encodes_one_shot_of_the_film(film: Project, tmp_path: Path, settings: Settings) -> None:
    settings.CACHE_DIR = tmp_path / "cache"
    first = assembled(load(film.pk), "9:16 draft", tmp_path / "a").assembled
    put(film, 1, **{"9x16": 0.2})

    moved = assembled(load(film.pk), "9:16 draft", tmp_path / "b").assembled
    again = assembled(load(film.pk), "9:16 draft", tmp_path / "c").assembled

    assert first.encoded_segments == 3
    assert (moved.encoded_segments, again.encoded_segments) == (1, 0)
    assert boxes_of(tmp_path / "c" / "film.mp4").edit_lists == 0


def test_the_one_who_speaks_is_followed_by_name(film: Project, library: Library) -> None:
    shot = shots_of(film)[1]
    mara, tom = (CharacterFactory.create(library=library, name=name) for name in ("Mara", "Tom"))
    for person, place in ((mara, "left"), (tom, "right")):
        CastingFactory.create(project=None, scene=None, shot=shot, entity=person, place=place)
    shot.segment.kind, shot.segment.speaker = "line", tom
    shot.segment.save()

    wanted = cut(load(film.pk), format_for("9:16", "draft")).timeline.picture[1].follow

    assert wanted is not None
    assert [(turn.name, turn.start_ms) for turn in wanted.turns] == [("Tom", 0)]
    assert wanted.spots == (("Mara", "left"), ("Tom", "right"))


@pytest.mark.parametrize(
    ("details", "names"),
    [
        ({"people": [{"name": "Tom", "boxes": [[0, 0.1, 0.2, 0.2, 0.4], [250, 0.2, 0.2, 0.3, 0.4]]}]}, ["Tom"]),
        ({"faces": [[0.6, 0.2, 0.7, 0.4], [0.1, 0.2, 0.2, 0.4]]}, ["Mara", "Tom"]),
        ({"faces": [[0.6, 0.2, 0.7, 0.4]]}, [""]),
        ({}, []),
    ],
)
def test_what_a_clip_says_of_its_people_is_used(
    film: Project, library: Library, details: dict[str, object], names: list[str]
) -> None:
    shot = shots_of(film)[1]
    for name, place in (("Tom", "right"), ("Mara", "left")):
        person = CharacterFactory.create(library=library, name=name)
        CastingFactory.create(project=None, scene=None, shot=shot, entity=person, place=place)
    take = Slot.objects.get(shot=shot, role=Slot.Role.CLIP).selected_take
    assert take is not None
    Asset.objects.filter(pk=take.asset_id).update(details=details)

    wanted = cut(load(film.pk), format_for("9:16", "draft")).timeline.picture[1].follow

    assert wanted is not None
    assert [person.name for person in wanted.people] == names


# --- The page ----------------------------------------------------------------------------------------


def frame(editor: Client, shot: Shot, **words: object) -> object:
    wish = {"shape": "9:16", "at": "300", "was": "", **words}
    return editor.post(f"/films/{shot.scene.project_id}/export/shots/{shot.pk}/frame/", wish)


def test_the_page_shows_every_other_shape(film: Project, editor: Client) -> None:
    page = editor.get(f"/films/{film.pk}/export/").content.decode()

    assert re.findall(r'href="[^"]*\?frame=([^"]+)"', page) == ["9%3A16", "1%3A1", "4%3A5"]


def test_the_shots_of_a_shape_can_be_framed(film: Project, editor: Client) -> None:
    page = editor.get(f"/films/{film.pk}/export/?frame=9:16").content.decode()

    assert page.count('class="framed-slider"') == 3
    assert "share: 316" in page


def test_a_window_stays_where_it_is_put_and_follows_again_when_asked(film: Project, editor: Client) -> None:
    shot = shots_of(film)[1]

    frame(editor, shot)
    put_there = Shot.objects.get(pk=shot.pk).framing
    frame(editor, shot, at="", was="0.3")

    assert put_there == {"9:16": 0.3}
    assert Shot.objects.get(pk=shot.pk).framing == {}


def test_two_shapes_of_a_shot_are_framed_one_by_one(film: Project, editor: Client) -> None:
    shot = shots_of(film)[1]

    frame(editor, shot)
    frame(editor, shot, shape="1:1", at="700")

    assert Shot.objects.get(pk=shot.pk).framing == {"9:16": 0.3, "1:1": 0.7}


def test_whoever_comes_second_is_told(film: Project, editor: Client) -> None:
    shot = shots_of(film)[1]
    frame(editor, shot)

    answer = frame(editor, shot, at="900")

    (said,) = get_messages(answer.wsgi_request)  # type: ignore[attr-defined]
    assert str(said) == "Somebody else has moved this window. This is how it is now."
    assert Shot.objects.get(pk=shot.pk).framing == {"9:16": 0.3}


@pytest.mark.parametrize("words", [{"shape": "16:9"}, {"shape": "2:1"}, {"at": "1001"}, {"at": "-1"}, {"at": "nan"}])
def test_what_makes_no_sense_is_refused(film: Project, editor: Client, words: dict[str, str]) -> None:
    assert frame(editor, shots_of(film)[1], **words).status_code == 400  # type: ignore[attr-defined]


def test_a_long_film_is_framed_some_shots_at_once(library: Library) -> None:
    film = cut_film(library, shots=30)

    page = seat(library).get(f"/films/{film.pk}/export/?frame=9:16&from=24").content.decode()

    assert page.count('class="framed-slider"') == 6
    assert "Earlier shots" in page
    assert "Later shots" not in page


@pytest.mark.parametrize(
    ("wish", "variant"),
    [({"shape": "4:5"}, "4:5 full"), ({"shape": "9:16", "for": "tiktok"}, "9:16 full tiktok")],
)
def test_a_version_can_be_asked_for(film: Project, editor: Client, wish: dict[str, str], variant: str) -> None:
    editor.post(f"/films/{film.pk}/export/make/", {"quality": "full", **wish})

    assert Slot.objects.filter(project=film, role=Slot.Role.EXPORT, variant=variant).exists()


@pytest.mark.parametrize("wish", [{"shape": "16:9", "for": "tiktok"}, {"shape": "9:16", "for": "nowhere"}])
def test_a_version_for_a_platform_that_does_not_show_it_is_refused(
    film: Project, editor: Client, wish: dict[str, str]
) -> None:
    assert editor.post(f"/films/{film.pk}/export/make/", {"quality": "full", **wish}).status_code == 400
