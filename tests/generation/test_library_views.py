"""The library's pages: what stands on them, what can be done there, what is said before it is done."""

from __future__ import annotations

import io
import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from PIL import Image

from entities.models import Character, GuideImage, Library, LibraryEdit, Look, Membership, Prop, Set, Style, Voice
from generation.film import load
from generation.models import Job, ModelOffer, Slot, Take
from generation.providers.base import ImageRequest, SpeechRequest
from generation.services import ensure_slots
from projects.models import Project, Scene, Series, Shot
from tests.factories import AssetFactory, CastingFactory, CharacterFactory, LookFactory, PropFactory, SetFactory
from tests.fakes import FakeQueue, FakeVendor
from tests.generation.planned import film_in, seat, stranger

pytestmark = pytest.mark.django_db


@pytest.fixture
def ana(library: Library) -> Character:
    """Somebody with a look whom no film uses."""
    person = CharacterFactory.create(library=library, name="Ana", hair="red")
    LookFactory.create(character=person, wears="oilskin")
    return person


@pytest.fixture
def browser(library: Library) -> Client:
    """An editor of the library."""
    return seat(library)


def picture(colour: str = "#a3553f", *, name: str = "a.png") -> SimpleUploadedFile:
    """A small picture as a browser sends it."""
    data = io.BytesIO()
    Image.new("RGB", (96, 72), colour).save(data, "PNG")
    return SimpleUploadedFile(name, data.getvalue(), content_type="image/png")


def guides(person: Character, count: int) -> list[GuideImage]:
    """Give somebody guide images."""
    return [
        GuideImage.objects.create(entity=person, asset=AssetFactory.create(library=person.library), position=index)
        for index in range(count)
    ]


def save(browser: Client, person: Character | Set | Prop, field: str, was: str, value: str) -> int:
    """Change a field as its form does; return the status of the answer."""
    path = f"/library/entities/{person.pk}/change/"
    return browser.post(path, {field: value, f"was-{field}": was}, headers={"HX-Request": "true"}).status_code


def offer(**fields: object) -> ModelOffer:
    """A model for pictures, made by the fake vendor."""
    given = {"vendor": "fake", "capability": "image", "adapter": "tests.fakes.FakeVendor", "endpoint": "image"}
    return ModelOffer.objects.create(**{**given, **fields})


def text(page: bytes) -> str:
    """The words of a page, without its tags."""
    return " ".join(re.sub(r"<[^>]+>", " ", page.decode()).replace("&amp;", "&").split())


def queries_of(browser: Client, path: str) -> int:
    """How many queries a page takes."""
    with CaptureQueriesContext(connection) as queries:
        assert browser.get(path).status_code == 200
    return len(queries)


# --- Shelves --------------------------------------------------------------------------------------


def test_everything_of_the_library_stands_on_its_shelf_and_nothing_of_another(
    browser: Client, library: Library, ana: Character
) -> None:
    SetFactory.create(library=library, name="The quay")
    PropFactory.create(library=library, name="Lamp")
    CharacterFactory.create(name="Somebody else")

    page = text(browser.get("/library/").content)

    assert all(name in page for name in ("Ana", "The quay", "Lamp"))
    assert "Somebody else" not in page


def test_a_shelf_shows_its_kind_only_and_can_be_searched(browser: Client, library: Library, ana: Character) -> None:
    SetFactory.create(library=library, name="The quay")

    sets, found = browser.get("/library/?kind=sets").content, browser.get("/library/?q=an").content

    assert b"The quay" in sets and b"Ana" not in sets
    assert b"Ana" in found and b"The quay" not in found


def test_pages_cost_the_same_for_many_characters_as_for_one(browser: Client, library: Library, ana: Character) -> None:
    film_in(library)
    few = queries_of(browser, "/library/"), queries_of(browser, f"/library/entities/{ana.pk}/")
    for _ in range(8):
        person = CharacterFactory.create(library=library)
        LookFactory.create(character=person)
        guides(person, 2)
    film_in(library, shots=12)

    many = queries_of(browser, "/library/"), queries_of(browser, f"/library/entities/{ana.pk}/")

    assert many[0] <= few[0] + 1
    assert many[1] <= few[1] + 1
    assert max(many) <= 30


@pytest.mark.parametrize("kind", ["", "characters", "sets", "props", "voices", "styles", "series", "nonsense"])
def test_every_shelf_can_be_opened_while_it_is_empty(browser: Client, kind: str) -> None:
    assert browser.get(f"/library/?kind={kind}").status_code == 200


def test_a_stranger_is_told_that_nothing_is_there(ana: Character) -> None:
    other = stranger()

    answers = [
        other.get(f"/library/entities/{ana.pk}/").status_code,
        save(other, ana, "hair", "red", "black"),
        other.post(f"/library/entities/{ana.pk}/generate/").status_code,
    ]

    assert answers == [404, 404, 404]


def test_a_viewer_may_look_and_finds_nothing_to_press(library: Library, ana: Character) -> None:
    viewer = seat(library, Membership.Role.VIEWER)

    page = viewer.get(f"/library/entities/{ana.pk}/").content

    assert b"Ana" in page
    assert b"data-generate" not in page
    assert save(viewer, ana, "hair", "red", "black") == 403


# --- The panel ------------------------------------------------------------------------------------


def test_the_panel_goes_from_guides_by_reference_and_fields_to_generate(browser: Client, ana: Character) -> None:
    page = browser.get(f"/library/entities/{ana.pk}/").content.decode()

    order = [page.index(mark) for mark in ("guides-title", "reference-title", 'id="fields-', "data-generate")]

    assert order == sorted(order)


def test_no_field_and_no_button_stands_there_twice(browser: Client, ana: Character) -> None:
    guides(ana, 2)

    page = browser.get(f"/library/entities/{ana.pk}/").content.decode()

    names = re.findall(r'id="(input-[\w-]+|model-[\w-]+|guide-move-[\w-]+)"', page)
    assert len(names) == len(set(names))
    assert page.count("data-generate") == 1
    assert 'name="prompt"' not in page


def test_guides_that_the_model_cannot_take_are_marked_and_another_model_is_named(
    browser: Client, vendor: type[FakeVendor], ana: Character
) -> None:
    ModelOffer.objects.filter(capability="image").delete()
    offer(key="fake/two", label="Twain", max_references=2, preference=1)
    offer(key="fake/six", label="Sixtine", max_references=6, preference=2)
    guides(ana, 3)

    page = browser.get(f"/library/entities/{ana.pk}/").content

    assert page.count(b"is-unused") == 1
    assert "Twain takes 2 of them. Sixtine takes up to 6." in text(page)
    assert "2 of 3 guides" in text(page)


def test_whoever_has_guides_is_drawn_by_default_by_a_model_that_takes_some(
    browser: Client, vendor: type[FakeVendor], ana: Character
) -> None:
    ModelOffer.objects.filter(capability="image").delete()
    offer(key="fake/plain", label="Plain", preference=1)
    offer(key="fake/face", label="Face", max_references=4, preference=2)
    before = text(browser.get(f"/library/entities/{ana.pk}/").content)
    guides(ana, 1)

    after = text(browser.get(f"/library/entities/{ana.pk}/").content)

    assert "Default (Plain) · free · no guides" in before
    assert "Default (Face) · free · 1 guide" in after


def test_generate_says_what_a_model_costs(browser: Client, vendor: type[FakeVendor], ana: Character) -> None:
    ModelOffer.objects.filter(capability="image").delete()
    offer(key="fake/paid", label="Paid", price_micros=120_000, price_unit="call")

    page = text(browser.get(f"/library/entities/{ana.pk}/").content)

    assert "Default (Paid) · $0.12 · no guides" in page


def test_pictures_that_nobody_has_described_say_that_this_needs_setup(browser: Client, ana: Character) -> None:
    guides(ana, 1)

    assert "needs setup" in text(browser.get(f"/library/entities/{ana.pk}/").content)


# --- Fields ---------------------------------------------------------------------------------------


def test_a_field_is_stored_when_it_changes(browser: Client, ana: Character) -> None:
    status = save(browser, ana, "hair", "red", "black")

    ana.refresh_from_db()
    assert (status, ana.hair) == (200, "black")
    assert LibraryEdit.objects.get(row_id=ana.pk).user_id is not None


def test_the_second_to_save_sees_both_values_and_loses_nothing(browser: Client, ana: Character) -> None:
    save(browser, ana, "hair", "red", "black")

    answer = browser.post(
        f"/library/entities/{ana.pk}/change/", {"hair": "grey", "was-hair": "red"}, headers={"HX-Request": "true"}
    )

    ana.refresh_from_db()
    assert (answer.status_code, ana.hair) == (409, "black")
    assert b'value="grey"' in answer.content and b"black" in answer.content
    assert save(browser, ana, "hair", "black", "grey") == 200


@pytest.mark.parametrize(
    ("field", "value"), [("name", ""), ("name", "x" * 10_000), ("age", "ancient"), ("hair", "\x00")]
)
def test_what_cannot_be_stored_comes_back_with_a_sentence(
    browser: Client, ana: Character, field: str, value: str
) -> None:
    was = str(getattr(ana, field))

    status = save(browser, ana, field, was, value)

    ana.refresh_from_db()
    assert (status, getattr(ana, field)) == (422, was)


def test_a_change_says_truthfully_what_is_out_of_date(
    browser: Client, library: Library, vendor: type[FakeVendor], task_queue: FakeQueue
) -> None:
    film = film_in(library, shots=3)
    ana = Character.objects.get(library=library)
    _draw_all(film)
    nothing = text(browser.get(f"/library/entities/{ana.pk}/impact/").content)
    save(browser, ana, "hair", "", "white")

    words = text(browser.get(f"/library/entities/{ana.pk}/impact/").content)

    assert "Nothing that was made is out of date." in nothing
    assert "3 pictures in 1 film are out of date. Making them again: free." in words


@pytest.mark.parametrize("kind", ["set", "prop"])
def test_a_change_of_a_place_or_a_thing_says_as_much(
    kind: str, browser: Client, library: Library, vendor: type[FakeVendor], task_queue: FakeQueue
) -> None:
    film = film_in(library, shots=3)
    row: Any
    if kind == "set":
        row = SetFactory.create(library=library)
        Scene.objects.filter(project=film).update(set=row)
    else:
        row = PropFactory.create(library=library)
        for shot in Shot.objects.filter(scene__project=film)[:2]:
            CastingFactory.create(project=None, shot=shot, entity=row.entity)
    _draw_all(film)
    path = f"/library/entities/{row.pk}/impact/"
    nothing = text(browser.get(path).content)
    field = "description" if kind == "set" else "name"
    save(browser, row, field, getattr(row, field), "Quite another one")

    words = text(browser.get(path).content)

    assert "Nothing that was made is out of date." in nothing
    assert f"{3 if kind == 'set' else 2} pictures in 1 film are out of date." in words


def _draw_all(film: Project) -> None:
    """Give every shot the frame that its recipe asks for."""
    from generation import graph

    worked_out = graph.work_out(ensure_slots(load(film.pk)))
    for slot in worked_out.of_role(Slot.Role.FRAME):
        digest = worked_out.recipes[slot.pk].digest
        Take.objects.filter(slot=slot).update(recipe_digest=digest)


def test_a_change_can_be_taken_back_unless_somebody_changed_it_since(browser: Client, ana: Character) -> None:
    save(browser, ana, "hair", "red", "black")
    first = LibraryEdit.objects.get()
    browser.post(f"/library/edits/{first.pk}/undo/")
    ana.refresh_from_db()
    back = ana.hair
    save(browser, ana, "hair", "red", "grey")

    browser.post(f"/library/edits/{first.pk}/undo/")

    ana.refresh_from_db()
    assert (back, ana.hair) == ("red", "grey")


# --- Pictures -------------------------------------------------------------------------------------


def test_many_guides_come_at_once_and_what_is_no_picture_is_named(browser: Client, ana: Character) -> None:
    files = [picture("#a3553f"), picture("#3f8a86"), SimpleUploadedFile("notes.png", b"not a picture")]

    answer = browser.post(f"/library/entities/{ana.pk}/guides/", {"pictures": files}, follow=True)

    assert ana.guide_images.count() == 2
    assert b"notes.png" in answer.content


def test_guides_are_ordered_removed_and_brought_back(browser: Client, ana: Character) -> None:
    one, two, three = guides(ana, 3)

    browser.post(f"/library/entities/{ana.pk}/guides/order/", {"order": f"{three.pk}.{one.pk}.{two.pk}"})
    browser.post(f"/library/guides/{one.pk}/remove/")
    left = list(ana.guide_images.values_list("pk", flat=True))
    browser.post(f"/library/edits/{LibraryEdit.objects.order_by('-pk')[0].pk}/undo/")

    assert left == [three.pk, two.pk]
    assert list(ana.guide_images.values_list("asset", flat=True)) == [three.asset_id, one.asset_id, two.asset_id]


def test_a_reference_of_ones_own_is_used_cleared_and_chosen_again_and_the_guides_stay(
    browser: Client, ana: Character
) -> None:
    guides(ana, 2)
    browser.post(f"/library/entities/{ana.pk}/reference/", {"picture": picture()})
    slot = Slot.objects.get(look__character=ana)
    own = slot.selected_take
    browser.post(f"/library/entities/{ana.pk}/reference/clear/")
    slot.refresh_from_db()
    cleared = slot.selected_take
    assert own is not None

    browser.post(f"/library/entities/{ana.pk}/reference/take/", {"take": own.pk})

    slot.refresh_from_db()
    assert (cleared, slot.selected_take) == (None, own)
    assert ana.guide_images.count() == 2


def test_somebody_in_no_film_can_be_drawn_from_the_fields(
    browser: Client, vendor: type[FakeVendor], task_queue: FakeQueue, ana: Character
) -> None:
    browser.post(f"/library/entities/{ana.pk}/generate/")
    task_queue.deliver_all()

    slot = Slot.objects.get(look__character=ana)
    assert slot.selected_take is not None
    assert "red hair" in vendor.asked(ImageRequest)[0].prompt
    assert "Up to date" in text(browser.get(f"/library/entities/{ana.pk}/").content)


def test_what_a_film_uses_is_drawn_as_that_film_would_have_it(
    browser: Client, library: Library, vendor: type[FakeVendor], task_queue: FakeQueue
) -> None:
    film = film_in(library)
    Project.objects.filter(pk=film.pk).update(style={"name": "Noir"})
    ana = Character.objects.get(library=library)

    browser.post(f"/library/entities/{ana.pk}/generate/")
    task_queue.deliver_all()

    assert "Style: Noir." in vendor.asked(ImageRequest)[0].prompt
    assert Job.objects.get().project_id == film.pk


def test_generate_pressed_twice_asks_once_while_it_is_being_drawn(
    browser: Client, vendor: type[FakeVendor], task_queue: FakeQueue, ana: Character
) -> None:
    for _ in range(2):
        browser.post(f"/library/entities/{ana.pk}/generate/")

    assert Job.objects.count() == 1


def test_an_upload_stays_in_use_when_another_picture_is_generated(
    browser: Client, vendor: type[FakeVendor], task_queue: FakeQueue, ana: Character
) -> None:
    browser.post(f"/library/entities/{ana.pk}/reference/", {"picture": picture()})
    browser.post(f"/library/entities/{ana.pk}/generate/")
    task_queue.deliver_all()

    slot = Slot.objects.select_related("selected_take").get(look__character=ana)
    assert slot.takes.count() == 2
    assert slot.selected_take is not None and slot.selected_take.recipe_digest == ""


def test_a_model_chosen_for_somebody_draws_them_and_is_named(
    browser: Client, vendor: type[FakeVendor], ana: Character
) -> None:
    offer(key="fake/other", label="Other", preference=500)

    browser.post(f"/library/entities/{ana.pk}/model/", {"offer": "fake/other"})
    page = text(browser.get(f"/library/entities/{ana.pk}/").content)

    assert "Other · free · no guides" in page
    assert "Default (Fake image)" in page


def test_a_page_that_shows_what_is_drawn_asks_on_and_gets_the_picture(
    browser: Client, vendor: type[FakeVendor], task_queue: FakeQueue, ana: Character
) -> None:
    browser.post(f"/library/entities/{ana.pk}/generate/")
    page = browser.get(f"/library/entities/{ana.pk}/").content.decode()
    since = re.search(r"since=([0-9a-f]{8})", page)
    assert since is not None
    here = {"HX-Request": "true", "HX-Current-URL": f"http://testserver/library/entities/{ana.pk}/"}
    quiet = browser.get(f"/library/live/?since={since[1]}", headers=here)
    task_queue.deliver_all()

    answer = browser.get(f"/library/live/?since={since[1]}", headers=here).content.decode()

    assert quiet.status_code == 204
    assert f'id="reference-{ana.pk}"' in answer
    assert "every 2s" not in answer.split("</div>")[0]


# --- Looks ----------------------------------------------------------------------------------------


def test_looks_stand_side_by_side_and_each_is_drawn_for_itself(
    browser: Client, vendor: type[FakeVendor], task_queue: FakeQueue, ana: Character
) -> None:
    browser.post(f"/library/entities/{ana.pk}/looks/")
    look = Look.objects.get(character=ana, is_usual=False)

    browser.post(f"/library/entities/{ana.pk}/generate/", {"look": look.pk})
    task_queue.deliver_all()
    page = browser.get(f"/library/entities/{ana.pk}/?look={look.pk}").content.decode()

    assert Slot.objects.get(selected_take__isnull=False).look_id == look.pk
    assert page.count('class="look is-') == 2


def test_a_look_of_somebody_else_is_not_drawn_by_a_form(browser: Client, ana: Character) -> None:
    other = LookFactory.create()

    answer = browser.post(f"/library/entities/{ana.pk}/generate/", {"look": other.pk})

    assert answer.status_code == 404


# --- Add, delete ----------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["character", "set", "prop"])
def test_something_is_added_by_its_name_and_opened(browser: Client, library: Library, kind: str) -> None:
    answer = browser.post("/library/", {"kind": kind, "name": "New one", "library": library.pk}, follow=True)

    assert answer.status_code == 200
    assert "New one" in text(answer.content)
    assert library.entities.get().kind == kind


def test_a_form_sent_twice_adds_once(browser: Client, library: Library) -> None:
    wish = {"kind": "prop", "name": "Lamp", "library": library.pk, "once": "a1"}

    for _ in range(2):
        browser.post("/library/", wish)

    assert library.entities.count() == 1


def test_before_something_is_deleted_the_films_that_use_it_are_named(browser: Client, library: Library) -> None:
    film_in(library)
    ana = Character.objects.get(library=library)

    page = text(browser.get(f"/library/entities/{ana.pk}/?ask=delete").content)

    assert "The Lamp on the Quay" in page
    assert "These films keep it as it is" in page


def test_what_is_deleted_stays_in_its_films_and_comes_back_by_undo(browser: Client, library: Library) -> None:
    film = film_in(library)
    ana = Character.objects.get(library=library)

    browser.post(f"/library/entities/{ana.pk}/delete/")
    shelf, in_film = browser.get("/library/").content, load(film.pk).characters
    browser.post(f"/library/edits/{LibraryEdit.objects.order_by('-pk')[0].pk}/undo/")

    assert b"card-link" not in shelf
    assert ana.pk in in_film
    assert b"card-link" in browser.get("/library/").content


# --- Voices, styles, series -----------------------------------------------------------------------


def test_a_voice_says_a_line_once_for_a_library_however_often_it_is_asked(
    browser: Client, library: Library, vendor: type[FakeVendor], task_queue: FakeQueue
) -> None:
    voice = Voice.objects.filter(library=None)[0]
    for _ in range(2):
        browser.post(f"/library/voices/{voice.pk}/sample/", {"library": library.pk})
        task_queue.deliver_all()

    page = browser.get(f"/library/voices/{voice.pk}/").content

    assert b"<audio" in page
    assert len(vendor.asked(SpeechRequest)) == 1


def test_a_shipped_style_is_changed_only_as_a_copy(browser: Client, library: Library) -> None:
    shipped = Style.objects.create(name="Rust and salt", palette=["#aa5500", "#003344"])
    refused = browser.post(f"/library/styles/{shipped.pk}/change/", {"grain": "1", "was-grain": "0"})
    browser.post(f"/library/styles/{shipped.pk}/copy/", {"library": library.pk})
    own = Style.objects.get(library=library)

    change = {"palette": ["#aa5500", "#112233"], "was-palette": "#aa5500 #003344"}
    answer = browser.post(f"/library/styles/{own.pk}/change/", change, headers={"HX-Request": "true"})
    added = browser.post(
        f"/library/styles/{own.pk}/change/", {**change, "was-palette": "#aa5500 #112233", "colour": "add"}
    )

    own.refresh_from_db()
    shipped.refresh_from_db()
    assert (refused.status_code, answer.status_code, added.status_code) == (403, 200, 302)
    assert own.palette == ["#aa5500", "#112233", "#112233"]
    assert shipped.palette == ["#aa5500", "#003344"]


def test_a_series_shows_its_episodes_and_who_is_in_them(browser: Client, library: Library) -> None:
    film = film_in(library)
    series = Series.objects.create(library=library, name="Quay tales")
    Project.objects.filter(pk=film.pk).update(series=series, episode_number=1)

    page = text(browser.get(f"/library/series/{series.pk}/").content)
    browser.post(f"/library/series/{series.pk}/delete/")

    film.refresh_from_db()
    assert "The Lamp on the Quay" in page and "Character, 1 episode" in page
    assert film.series_id is None
