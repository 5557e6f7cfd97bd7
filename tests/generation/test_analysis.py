"""Pictures are looked at once each, described by a model only where a library wants that, and found again by words."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from entities.models import Character, GuideImage, Library, Membership
from generation import tasks
from generation.models import Asset, AssetAnalysis, Budget, Describer, Job, LedgerEntry, ModelOffer, Slot, Take
from generation.providers.base import Capability, Finished, Refused, VisionRequest
from generation.services import analysis, describing, retry_job, sweeping, uploads
from generation.storage import store
from tests.factories import CharacterFactory, JobFactory, LookFactory, SetFactory, SlotFactory, TakeFactory
from tests.fakes import FakeQueue, FakeVendor
from tests.generation.media.drawn import draw_ana
from tests.generation.planned import film_in, seat

pytestmark = pytest.mark.django_db

SEEN = {
    "description": "A red-haired woman mends a net on a wooden quay at dusk.",
    "tags": ["net", "quay", "boats", "photo"],
    "people": ["a woman of about forty, sitting"],
    "text": "HARBOUR OFFICE",
}


def kept(library: Library, tmp_path: Path, colour: str = "#1b3a6b", size: tuple[int, int] = (64, 48)) -> Asset:
    """Store a picture of one colour."""
    path = tmp_path / f"{colour}{size[0]}.png"
    Image.new("RGB", size, colour).save(path)
    return store(path, "image/png", library_id=library.pk)


def says(document: Any) -> Any:
    """Return an answer of a model that looks at pictures."""

    def answer(request: VisionRequest, folder: Path) -> Finished:
        path = folder / "answer.json"
        path.write_text(json.dumps(document))
        return Finished(path, "application/json")

    return answer


@pytest.fixture
def eyes(vendor: type[FakeVendor]) -> ModelOffer:
    """A model that looks at pictures for money."""
    return ModelOffer.objects.create(
        key="fake/vision",
        label="Fake eyes",
        vendor="fake",
        capability="vision",
        adapter="tests.fakes.FakeVendor",
        endpoint="vision",
        takes=["picture"],
        needs=["picture"],
        price_micros=1_000_000,
        price_unit="mtoken",
    )


def describe_all(task_queue: FakeQueue, *documents: Any) -> None:
    """Let time pass: pictures are looked at, models are asked, jobs are worked on."""
    FakeVendor.scripted[Capability.VISION] = [answer if callable(answer) else says(answer) for answer in documents]
    tasks.look_at_pictures()
    task_queue.deliver_all()


# --- Locally ------------------------------------------------------------------------------------------


def test_every_new_picture_is_looked_at_once(library: Library, tmp_path: Path) -> None:
    picture = kept(library, tmp_path)

    first, second = analysis.look_at_new(), analysis.look_at_new()

    row = AssetAnalysis.objects.get(asset=picture)
    assert (first, second) == (1, 0)
    assert row.state == "local"
    assert row.facts["colours"][0]["name"] == "dark blue"
    assert " dark blue" in row.words or " blue" in row.words


def test_nothing_is_claimed_of_faces_where_nobody_looked_for_them(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_faces(monkeypatch)

    row = analysis.look(kept(library, tmp_path))

    assert "faces" not in row.facts
    assert row.facts["seen_faces"] is None
    assert row.description == ""


def without_faces(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let this machine have nothing that finds faces."""
    monkeypatch.setattr("generation.media.looking.can_find", lambda: False)


def ana(library: Library, tmp_path: Path) -> Asset:
    """Store a picture of somebody."""
    return store(draw_ana(tmp_path / "ana.jpg"), "image/jpeg", library_id=library.pk)


def test_a_picture_is_found_by_the_face_in_it(library: Library, tmp_path: Path) -> None:
    row = analysis.look(ana(library, tmp_path))

    ((face,), found) = row.facts["seen_faces"], analysis.pictures_with(library.pk, ["face"])
    assert 0.4 < face["left"] < face["right"] < 0.7
    assert list(found) == [row]
    assert not analysis.pictures_with(library.pk, ["faces"])


def test_no_face_found_does_not_mean_that_nobody_is_there(library: Library, tmp_path: Path) -> None:
    row = analysis.look(kept(library, tmp_path))

    row.refresh_from_db()
    assert row.facts["seen_faces"] == []
    assert not any(analysis.pictures_with(library.pk, [word]) for word in ("face", "nobody"))


def test_pictures_looked_at_before_faces_could_be_found_are_looked_at_again_once(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    picture = ana(library, tmp_path)
    with monkeypatch.context() as before:
        without_faces(before)
        analysis.look(picture)
        assert analysis.look_at_new() == 0
    AssetAnalysis.objects.update(state="described", described_by="Eyes", description="A street.")

    first, second = analysis.look_at_new(), analysis.look_at_new()

    row = AssetAnalysis.objects.get(asset=picture)
    assert (first, second) == (1, 0)
    assert len(row.facts["seen_faces"]) == 1
    assert (row.state, row.description) == ("described", "A street.")
    assert " street" in row.words
    assert " face" in row.words


def test_what_was_found_before_stays_if_the_file_is_out_of_reach(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    picture = ana(library, tmp_path)
    with monkeypatch.context() as before:
        without_faces(before)
        known = analysis.look(picture)
    known.refresh_from_db()
    Asset.objects.filter(pk=picture.pk).update(key="libraries/0/gone.png")

    first, second = analysis.look_at_new(), analysis.look_at_new()

    row = AssetAnalysis.objects.get(asset=picture)
    assert (first, second) == (1, 0)
    assert (row.state, row.facts) == ("local", known.facts)


def test_of_what_was_drawn_here_the_faces_are_known(library: Library, tmp_path: Path) -> None:
    staging = {"size": "medium", "action": "They wait.", "cast": [{"name": "Ana", "hair": "red"}, {"facing": "away"}]}
    slot = SlotFactory.create()
    job = JobFactory.create(library=library, slot=slot, recipe={"arguments": {"staging": staging}}, recipe_digest="d")
    picture = kept(library, tmp_path)
    TakeFactory.create(slot=slot, asset=picture, job=job)

    row = analysis.look(picture)

    assert row.facts["faces"] == 1
    assert " face" in row.words
    assert "They wait." in row.asked_for
    assert list(analysis.pictures_with(library.pk, ["ana", "red"])) == [row]


def test_a_file_that_shows_nothing_is_said_to_be_unreadable_and_left_alone(library: Library, tmp_path: Path) -> None:
    picture = kept(library, tmp_path)
    Asset.objects.filter(pk=picture.pk).update(key="libraries/0/gone.png")

    analysis.look_at_new()

    assert AssetAnalysis.objects.get(asset=picture).state == "unreadable"


def test_what_is_known_of_a_picture_goes_with_it(library: Library, tmp_path: Path, eyes: ModelOffer) -> None:
    picture = kept(library, tmp_path)
    analysis.look(picture)
    SlotFactory.create(role=Slot.Role.DESCRIBED, shot=None, asset=picture)
    Asset.objects.update(created_at="2020-01-01T00:00Z")

    swept = sweeping.sweep()

    assert swept.assets == 1
    assert not AssetAnalysis.objects.exists()
    assert not Slot.objects.exists()


# --- By a model ---------------------------------------------------------------------------------------


def test_nobody_is_asked_and_nothing_is_paid_unless_the_library_wants_it(
    library: Library, tmp_path: Path, eyes: ModelOffer, task_queue: FakeQueue
) -> None:
    kept(library, tmp_path)

    describe_all(task_queue, SEEN)

    assert not Job.objects.exists()
    assert not LedgerEntry.objects.exists()


def test_a_chosen_model_describes_a_picture_once_and_is_paid_for_it(
    library: Library, tmp_path: Path, eyes: ModelOffer, task_queue: FakeQueue, vendor: type[FakeVendor]
) -> None:
    picture = kept(library, tmp_path)
    describing.choose(library, eyes)

    describe_all(task_queue, SEEN)
    describe_all(task_queue, SEEN)

    row = AssetAnalysis.objects.get(asset=picture)
    asked = vendor.asked(VisionRequest)
    assert (row.state, row.described_by, row.description) == ("described", "Fake eyes", SEEN["description"])
    assert row.written == "HARBOUR OFFICE"
    assert [request.picture.sha256 for request in asked] == [picture.sha256]
    assert "description" in asked[0].answer_schema["properties"]
    assert LedgerEntry.objects.filter(kind="settled").count() == 1


def test_a_library_is_not_described_because_another_one_is(
    library: Library, tmp_path: Path, eyes: ModelOffer, task_queue: FakeQueue
) -> None:
    elsewhere = Library.objects.create(name="Elsewhere")
    kept(elsewhere, tmp_path)
    describing.choose(library, eyes)

    describe_all(task_queue, SEEN)

    assert not Job.objects.exists()


def test_descriptions_stop_at_the_librarys_budget(
    library: Library, tmp_path: Path, eyes: ModelOffer, task_queue: FakeQueue, vendor: type[FakeVendor]
) -> None:
    for number in range(4):
        kept(library, tmp_path, size=(32 + number, 32))
    describing.choose(library, eyes)
    Budget.objects.create(library=library, micros=8_000)

    for _ in range(3):
        describe_all(task_queue, *[SEEN] * 4)

    spent = sum(LedgerEntry.objects.values_list("amount_micros", flat=True))
    assert spent <= 8_000
    assert len(vendor.asked(VisionRequest)) == 2


def test_what_a_model_refuses_is_not_asked_again_by_itself_but_by_a_person(
    library: Library, tmp_path: Path, eyes: ModelOffer, task_queue: FakeQueue
) -> None:
    picture = kept(library, tmp_path)
    describing.choose(library, eyes)
    refused = Refused("It does not look at this.")
    FakeVendor.scripted[Capability.VISION] = [refused]
    tasks.look_at_pictures()
    task_queue.deliver_all()
    tasks.look_at_pictures()
    job = Job.objects.get()
    FakeVendor.scripted[Capability.VISION] = [says(SEEN)]

    retry_job(job, requested_by_id=None)
    task_queue.deliver_all()

    assert job.state == Job.State.FAILED
    assert AssetAnalysis.objects.get(asset=picture).state == "described"


def test_an_answer_of_another_shape_is_paid_for_but_not_believed(
    library: Library, tmp_path: Path, eyes: ModelOffer, task_queue: FakeQueue
) -> None:
    picture = kept(library, tmp_path)
    describing.choose(library, eyes)

    describe_all(task_queue, {"tags": ["quay"]})

    assert AssetAnalysis.objects.get(asset=picture).state == "local"
    assert Job.objects.get().state == Job.State.FAILED
    assert LedgerEntry.objects.filter(kind="wasted").exists()


def test_a_model_that_is_switched_off_is_not_asked(
    library: Library, tmp_path: Path, eyes: ModelOffer, task_queue: FakeQueue
) -> None:
    kept(library, tmp_path)
    describing.choose(library, eyes)
    ModelOffer.objects.filter(pk=eyes.pk).update(is_on=False)

    describe_all(task_queue, SEEN)

    assert not Job.objects.exists()


def test_only_a_few_are_asked_about_at_a_time(
    library: Library, tmp_path: Path, eyes: ModelOffer, task_queue: FakeQueue
) -> None:
    for number in range(describing.AT_ONCE + 3):
        kept(library, tmp_path, size=(32 + number, 32))
    describing.choose(library, eyes)

    tasks.look_at_pictures()
    tasks.look_at_pictures()

    assert Job.objects.count() == describing.AT_ONCE


def test_an_owner_chooses_who_describes_and_what_it_costs_is_said(
    library: Library, eyes: ModelOffer, django_user_model: Any
) -> None:
    owner = seat(library, Membership.Role.OWNER)

    page = owner.get(f"/account/?at=models:{library.pk}").content.decode()
    owner.post(f"/account/libraries/{library.pk}/describer/", {"offer": eyes.key})

    assert "Fake eyes, up to $" in page
    assert Describer.objects.get(library=library).offer == eyes.key
    owner.post(f"/account/libraries/{library.pk}/describer/", {"offer": ""})
    assert not Describer.objects.exists()


def test_nobody_but_an_owner_lets_a_library_pay_for_descriptions(library: Library, eyes: ModelOffer) -> None:
    editor = seat(library)

    answer = editor.post(f"/account/libraries/{library.pk}/describer/", {"offer": eyes.key})

    assert answer.status_code == 403
    assert not Describer.objects.exists()


# --- Finding ------------------------------------------------------------------------------------------


@pytest.fixture
def browser(library: Library) -> Client:
    """An editor of the library."""
    return seat(library)


def with_guide(person: Character, tmp_path: Path, **said: Any) -> AssetAnalysis:
    """Give somebody a guide image of which something is known."""
    picture = kept(person.library, tmp_path)
    GuideImage.objects.create(entity=person.entity, asset=picture, position=0)
    row = analysis.look(picture)
    for name, value in said.items():
        setattr(row, name, value)
    row.words = analysis.words_of(row)
    row.save()
    return row


def test_a_character_is_found_by_what_is_seen_in_a_picture_of_it(
    browser: Client, library: Library, tmp_path: Path
) -> None:
    ana = CharacterFactory.create(library=library, name="Ana")
    CharacterFactory.create(library=library, name="Somebody else")
    with_guide(ana, tmp_path, state="described", described_by="Eyes", description=SEEN["description"])

    page = browser.get("/library/", {"q": "net quay"}).content.decode()

    assert "Ana, guide image" in page
    assert f'id="card-entity-{ana.pk}"' in page
    assert "Somebody else" not in page


@pytest.mark.parametrize(("query", "found"), [("blue", 1), ("BLUE", 1), ("blu", 1), ("red", 0), ("lue", 0)])
def test_pictures_are_found_by_their_colours_by_the_beginning_of_a_word(
    browser: Client, library: Library, tmp_path: Path, query: str, found: int
) -> None:
    with_guide(CharacterFactory.create(library=library, name="Ana"), tmp_path)

    page = browser.get("/library/", {"q": query}).content.decode()

    assert page.count("Ana, guide image") == found


def test_colours_are_found_in_the_users_language(browser: Client, library: Library, tmp_path: Path) -> None:
    with_guide(CharacterFactory.create(library=library, name="Ana"), tmp_path)

    page = browser.get("/library/", {"q": "blau"}, headers={"Accept-Language": "de"}).content.decode()

    assert "Ana" in page


def test_things_are_still_found_by_name_and_now_by_their_fields(browser: Client, library: Library) -> None:
    quay = SetFactory.create(library=library, name="The Quay", place="harbour")
    LookFactory.create(character=CharacterFactory.create(library=library, name="Ben"))

    by_name = browser.get("/library/", {"q": "quay the"}).content.decode()
    by_field = browser.get("/library/", {"q": "harbour"}).content.decode()

    assert f'id="card-entity-{quay.pk}"' in by_name
    assert f'id="card-entity-{quay.pk}"' in by_field
    assert "Ben" not in by_name


def test_a_frame_of_a_film_is_found_and_leads_to_its_shot(browser: Client, library: Library, tmp_path: Path) -> None:
    film = film_in(library)
    slot = Slot.objects.filter(shot__scene__project=film, role=Slot.Role.FRAME).order_by("pk")[0]
    picture = kept(library, tmp_path, "#c01020")
    Take.objects.create(slot=slot, asset=picture, number=9)
    analysis.look(picture)

    page = browser.get("/library/", {"q": "red"}).content.decode()

    assert f"/films/{film.pk}/frames/?shot={slot.shot_id}" in page


def test_nothing_of_another_library_is_found(browser: Client, library: Library, tmp_path: Path) -> None:
    elsewhere = Library.objects.create(name="Elsewhere")
    with_guide(CharacterFactory.create(library=elsewhere, name="Stranger"), tmp_path)

    assert "Stranger" not in browser.get("/library/", {"q": "blue"}).content.decode()


def test_a_search_says_what_needs_setup(browser: Client, library: Library, eyes: ModelOffer) -> None:
    before = browser.get("/library/", {"q": "blue"}).content.decode()
    describing.choose(library, eyes)

    after = browser.get("/library/", {"q": "blue"}).content.decode()

    assert "needs setup" in before
    assert "needs setup" not in after


def test_what_is_known_of_a_picture_stands_beside_it(browser: Client, library: Library, tmp_path: Path) -> None:
    ana = CharacterFactory.create(library=library, name="Ana")
    LookFactory.create(character=ana)
    with_guide(ana, tmp_path, state="described", described_by="Eyes", description="A net on a quay.", tags=["net"])

    page = browser.get(f"/library/entities/{ana.pk}/").content.decode()

    assert "A net on a quay." in page
    assert "Described by Eyes" in page
    assert "dark blue" in page
    assert "needs setup" not in page.split("What they show")[1].split("Current reference")[0]


@pytest.mark.parametrize(("faces", "said"), [(0, "no face found"), (1, "1 face found"), (3, "3 faces found")])
def test_how_many_faces_were_found_stands_beside_a_picture(
    browser: Client, library: Library, tmp_path: Path, faces: int, said: str
) -> None:
    person = CharacterFactory.create(library=library, name="Ana")
    LookFactory.create(character=person)
    row = with_guide(person, tmp_path)
    face = {"left": 0.1, "top": 0.1, "right": 0.2, "bottom": 0.2, "score": 0.9}
    row.facts["seen_faces"] = [face] * faces
    row.save()

    page = browser.get(f"/library/entities/{person.pk}/").content.decode()

    assert said in page


def test_an_uploaded_picture_is_found_by_the_name_of_its_file(library: Library) -> None:
    data = io.BytesIO()
    Image.new("RGB", (40, 40), "#888888").save(data, "PNG")
    asset = uploads.receive(SimpleUploadedFile("harbour-at-dawn.png", data.getvalue()), "image", library)

    row = analysis.look(asset)

    assert list(analysis.pictures_with(library.pk, ["harbour", "dawn"])) == [row]
