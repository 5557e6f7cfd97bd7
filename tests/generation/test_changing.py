"""A picture changed with words: a new take beside the old one, by a model that can do it, and never bought twice."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from PIL import Image

from entities.models import Library
from generation import graph, recipes, routing, services, storage, vault
from generation.film import Film, load
from generation.media import masks
from generation.media.errors import BrokenMedia
from generation.models import Asset, Job, LedgerEntry, ModelOffer, Run, Slot, Take, Vendor, VendorKey
from generation.prompts import change, wish
from generation.providers.base import Capability, ImageRequest, Refused
from generation.providers.openai import rows as openai_rows
from generation.recipes import changing
from generation.routing import OverLimit
from generation.services import budget, uploads
from generation.services import library as library_services
from generation.services.changing import Wish, change_picture
from projects.models import Project, Shot
from tests.factories import ModelOfferFactory, PropFactory
from tests.fakes import FakeQueue, FakeVendor
from tests.generation.planned import seat
from tests.twins.openai import OpenAITwin

pytestmark = pytest.mark.django_db

WORDS = "The coat is red"
BOX = (25.0, 25.0, 50.0, 50.0)


@pytest.fixture
def film(project: Project, vendor: type[FakeVendor], task_queue: FakeQueue) -> Project:
    """A film whose first frames were made by a model that can change pictures too, also in part."""
    ModelOffer.objects.filter(key="fake/image").update(takes=["edit", "mask"])
    services.start_run(project, until=Run.Gate.FRAMES)
    task_queue.deliver_all()
    return project


def frame_of(film: Project) -> tuple[Film, Slot]:
    """The film as it is now, and the place of its first picture."""
    loaded = services.ensure_slots(load(film.pk))
    return loaded, graph.work_out(loaded).of_role(Slot.Role.FRAME)[0]


def ask(film: Project, words: str = WORDS, **more: Any) -> Job | Take:
    """Wish for a change of the first picture."""
    loaded, slot = frame_of(film)
    assert slot.selected_take is not None
    return change_picture(loaded, slot, Wish(take=slot.selected_take, words=words, **more), requested_by_id=None)


def made(film: Project, queue: FakeQueue, **more: Any) -> Take:
    """The take that comes of a wish."""
    job = ask(film, **more)
    assert isinstance(job, Job)
    queue.deliver_all()
    return Take.objects.select_related("asset", "job").get(job=job)


def offer(**changes: Any) -> ModelOffer:
    """A model for pictures."""
    given: ModelOffer = ModelOfferFactory.build(capability=Capability.IMAGE, **changes)
    return given


def says(answer: Any) -> str:
    """All that an answer tells."""
    return " ".join(str(message) for message in get_messages(answer.wsgi_request))


# --- Words and masks -------------------------------------------------------------------------------------


def test_what_is_asked_for_is_found_again_in_the_prompt() -> None:
    prompt = change("the coat is red")

    assert prompt.startswith("The coat is red.")
    assert "exactly as it is" in prompt
    assert wish(prompt) == "The coat is red."


def test_a_box_becomes_a_mask_that_is_white_where_the_picture_may_change(tmp_path: Path) -> None:
    place = masks.draw_mask((200, 100), BOX, tmp_path / "mask.png")

    with Image.open(place) as mask:
        assert mask.size == (200, 100)
        assert mask.getbbox() == (50, 25, 150, 75)


@pytest.mark.parametrize("box", [(100, 0, 10, 10), (-5, 0, 10, 10), (0, 0, 0.2, 50)])
def test_a_box_that_marks_nothing_is_refused(tmp_path: Path, box: masks.Box) -> None:
    with pytest.raises(BrokenMedia, match="empty, or lies outside"):
        masks.draw_mask((200, 100), box, tmp_path / "mask.png")


def test_a_mask_of_ones_own_may_be_white_or_see_through_and_never_black_all_over(tmp_path: Path) -> None:
    clear = Image.new("RGBA", (40, 40), (9, 9, 9, 255))
    clear.paste((0, 0, 0, 0), (0, 0, 20, 40))
    clear.save(tmp_path / "clear.png")
    Image.new("L", (40, 40), 0).save(tmp_path / "black.png")

    read = masks.read_mask(tmp_path / "clear.png", (80, 80), tmp_path / "mask.png")

    with Image.open(read) as mask:
        assert (mask.size, mask.getpixel((5, 40)), mask.getpixel((75, 40))) == ((80, 80), 255, 0)
    with pytest.raises(BrokenMedia, match="black all over"):
        masks.read_mask(tmp_path / "black.png", (80, 80), tmp_path / "mask.png")


# --- Which models ------------------------------------------------------------------------------------------


def test_only_a_model_that_takes_the_picture_to_change_is_asked() -> None:
    by_pictures = offer(key="a", takes=["references"], max_references=4)
    edits = offer(key="b", takes=["references", "edit"], needs=["references"], settings={"edit": "references"})
    in_part = offer(key="c", takes=["edit", "mask"], needs=["edit", "mask"])
    off = offer(key="d", takes=["edit"], is_on=False)
    gone = offer(key="e", takes=["edit"], problem="It is no more.")

    able = routing.editors([by_pictures, in_part, off, gone, edits])

    assert [one.key for one in able] == ["b", "c"]
    assert not routing.can_edit(edits, in_part=True)
    assert not routing.can_edit(in_part, in_part=False)


def test_the_films_own_model_comes_first_where_it_can_do_it() -> None:
    usual, own = offer(key="a", takes=["edit"], preference=1), offer(key="b", takes=["edit"], preference=90)

    assert [one.key for one in routing.editors([usual, own], chosen="b")] == ["b", "a"]


def test_without_a_model_that_can_do_it_a_sentence_says_so_and_nothing_is_made(film: Project) -> None:
    ModelOffer.objects.filter(key="fake/image").update(takes=["references"], max_references=4)
    before = Job.objects.count()

    with pytest.raises(OverLimit, match="No model that can change a picture is set up"):
        ask(film)

    assert Job.objects.count() == before


def test_a_model_that_changes_the_whole_is_not_given_a_part(film: Project) -> None:
    ModelOffer.objects.filter(key="fake/image").update(takes=["edit"])

    with pytest.raises(OverLimit, match="takes no mask"):
        ask(film, box=BOX, model="fake/image")


# --- What comes of it ---------------------------------------------------------------------------------------


def test_a_change_is_a_new_take_made_from_the_picture_in_use_and_the_old_one_stays(
    film: Project, task_queue: FakeQueue
) -> None:
    before = frame_of(film)[1].selected_take

    take = made(film, task_queue, box=BOX)

    asked = FakeVendor.asked(ImageRequest)[-1]
    assert before is not None
    assert asked.edit.sha256 == before.asset.sha256
    assert asked.references == ()
    with Image.open(asked.mask.path) as mask:
        assert mask.size == (before.asset.width, before.asset.height)
    assert frame_of(film)[1].selected_take == take
    assert Take.objects.filter(pk=before.pk, removed_at=None).exists()


def test_the_recipe_says_what_in_which_picture_and_inside_which_mask(film: Project) -> None:
    loaded, slot = frame_of(film)
    assert slot.selected_take is not None
    picture = slot.selected_take.asset
    model = changing.editor(loaded, "", in_part=False)
    mask = Asset(sha256="f" * 64)

    plain = changing.change(model, picture, WORDS)

    assert plain.arguments["edit"] == picture.sha256
    assert plain.digest == changing.change(model, picture, WORDS).digest
    assert plain.digest != changing.change(model, picture, "It rains").digest
    assert plain.digest != changing.change(model, picture, WORDS, mask=mask).digest
    assert recipes.recipe_for(loaded, slot).arguments.get("edit") is None


def test_the_same_wish_is_not_made_twice(film: Project, task_queue: FakeQueue) -> None:
    loaded, slot = frame_of(film)
    source = slot.selected_take
    assert source is not None
    take = made(film, task_queue, box=BOX)
    asked = len(FakeVendor.asked(ImageRequest))

    again = change_picture(loaded, slot, Wish(take=source, words=WORDS, box=BOX), requested_by_id=None)

    assert again == take
    assert len(FakeVendor.asked(ImageRequest)) == asked


def test_a_change_is_never_out_of_date_and_nothing_made_later_takes_its_place(
    film: Project, task_queue: FakeQueue
) -> None:
    take = made(film, task_queue)
    Shot.objects.update(action="Everybody looks up.", size="wide")

    loaded, slot = frame_of(film)
    worked_out = graph.work_out(loaded)
    services.request_take(loaded, slot)
    task_queue.deliver_all()

    assert worked_out.states[slot.pk] is graph.State.FRESH
    assert slot.takes.count() == 3
    assert frame_of(film)[1].selected_take == take


def test_a_later_picture_is_not_made_from_the_one_in_use(film: Project, task_queue: FakeQueue) -> None:
    made(film, task_queue)
    loaded, slot = frame_of(film)

    services.request_take(loaded, slot, again=True)
    task_queue.deliver_all()

    asked = FakeVendor.asked(ImageRequest)[-1]
    assert asked.edit is None
    assert asked.references == ()


def test_whoever_chose_another_take_meanwhile_keeps_it(film: Project, task_queue: FakeQueue) -> None:
    ask(film)
    slot = frame_of(film)[1]
    other = services.upload_take(slot, _picture_file(), "image/png", library_id=film.library_id, details={})

    task_queue.deliver_all()

    assert frame_of(film)[1].selected_take == other
    assert slot.takes.count() == 3


def test_a_clip_moves_the_changed_picture_and_is_not_drawn_from_the_plan_again(
    film: Project, task_queue: FakeQueue
) -> None:
    take = made(film, task_queue)
    loaded, slot = frame_of(film)
    clip = loaded.slots["shot", slot.owner_id, Slot.Role.CLIP, ""]

    recipe = recipes.recipe_for(loaded, clip)

    assert recipe.arguments["first_frame"] == take.asset.sha256
    assert recipe.arguments["staging"] is None


def test_the_model_of_a_change_does_not_become_the_films_usual_one(film: Project, task_queue: FakeQueue) -> None:
    ModelOfferFactory.create(
        key="fake/editor",
        vendor="fake",
        capability="image",
        adapter="tests.fakes.FakeVendor",
        endpoint="image",
        takes=["edit"],
    )
    Project.objects.update(usual_offers={})

    made(film, task_queue, model="fake/editor")

    assert "image" not in Project.objects.get().usual_offers


def test_a_change_that_was_refused_diverts_nothing_and_is_tried_again_as_it_was(
    film: Project, task_queue: FakeQueue
) -> None:
    Project.objects.update(fallbacks={"image": ["fake/image", "fake/other"]})
    ModelOfferFactory.create(key="fake/other", vendor="fake", capability="image", adapter="tests.fakes.FakeVendor")
    FakeVendor.scripted[Capability.IMAGE] = [Refused("It was refused.")]
    job = ask(film, box=BOX)
    task_queue.deliver_all()
    assert isinstance(job, Job)
    job.refresh_from_db()

    services.retry_job(job, requested_by_id=None)
    task_queue.deliver_all()

    first, second = FakeVendor.asked(ImageRequest)[-2:]
    assert job.state == Job.State.FAILED
    assert Slot.objects.exclude(diverted_to="").count() == 0
    assert first == second
    assert second.mask is not None


def test_a_prop_of_no_film_can_be_changed_too(
    library: Library, vendor: type[FakeVendor], task_queue: FakeQueue
) -> None:
    ModelOffer.objects.filter(key="fake/image").update(takes=["edit"])
    entity = PropFactory.create(library=library, name="lamp").entity
    slot = library_services.reference_slot(entity, None)
    library_services.draw(entity, None, requested_by_id=None)
    task_queue.deliver_all()

    answer = seat(library).post(f"/library/entities/{entity.pk}/reference/change/", {"words": WORDS})
    task_queue.deliver_all()

    slot.refresh_from_db()
    assert "is being changed" in says(answer)
    assert slot.takes.count() == 2
    assert slot.selected_take is not None
    assert slot.selected_take.job is not None
    assert slot.selected_take.job.is_change


# --- The page --------------------------------------------------------------------------------------------------


def test_the_form_names_models_that_can_do_it_with_their_price(film: Project, library: Library) -> None:
    ModelOffer.objects.filter(key="fake/image").update(price_micros=40_000, price_unit="call")
    slot = frame_of(film)[1]

    page = seat(library).get(f"/films/{film.pk}/frames/?shot={slot.owner_id}").content.decode()

    assert "Change it with words" in page
    assert re.search(r"data-change-told>Fake image · \$0\.04<", page)


def test_the_form_says_what_is_missing_and_where_it_is_set_up(film: Project, library: Library) -> None:
    ModelOffer.objects.filter(key="fake/image").update(takes=[])
    slot = frame_of(film)[1]

    page = seat(library).get(f"/films/{film.pk}/frames/?shot={slot.owner_id}").content.decode()

    assert "No model that can change a picture is set up." in page
    assert f"/account/?at=keys:{library.pk}" in page


def test_a_box_in_numbers_and_a_mask_from_a_file_are_both_taken(
    film: Project, library: Library, task_queue: FakeQueue
) -> None:
    slot, browser = frame_of(film)[1], seat(library)
    address = f"/films/{film.pk}/slots/{slot.pk}/change/"
    box = {"left": "25", "top": "25", "width": "50", "height": "50,0"}

    browser.post(address, {"words": WORDS, **box})
    task_queue.deliver_all()
    browser.post(address, {"words": WORDS, "mask": _upload()})
    task_queue.deliver_all()

    drawn, given = FakeVendor.asked(ImageRequest)[-2:]
    with Image.open(drawn.mask.path) as mask:
        width, height = mask.size
        assert mask.getbbox() == (round(width / 4), round(height / 4), round(width * 3 / 4), round(height * 3 / 4))
    assert given.mask.sha256 != drawn.mask.sha256


def test_half_a_box_is_refused_with_a_sentence(film: Project, library: Library) -> None:
    slot = frame_of(film)[1]

    answer = seat(library).post(f"/films/{film.pk}/slots/{slot.pk}/change/", {"words": WORDS, "left": "10"})

    assert "all four of its numbers" in says(answer)


def test_the_take_shows_the_wish_that_made_it(film: Project, library: Library, task_queue: FakeQueue) -> None:
    slot = frame_of(film)[1]
    made(film, task_queue)

    page = seat(library).get(f"/films/{film.pk}/frames/?shot={slot.owner_id}").content.decode()

    assert "Changed with words" in page
    assert f"“{WORDS}.”" in page


def test_somebody_elses_picture_cannot_be_changed(film: Project) -> None:
    slot = frame_of(film)[1]
    stranger: Client = seat(Library.objects.create(name="Elsewhere"))

    answer = stranger.post(f"/films/{film.pk}/slots/{slot.pk}/change/", {"words": WORDS})

    assert answer.status_code == 404


# --- Over the wire ------------------------------------------------------------------------------------------------


@pytest.fixture
def openai(library: Library) -> Iterator[OpenAITwin]:
    """The twin of OpenAI, with a key and GPT Image 2."""
    with OpenAITwin() as twin:
        spec = next(row for row in openai_rows.VENDORS if row.key == "openai")
        Vendor.objects.create(**{**routing._row(asdict(spec)), "base_url": twin.base_url, "is_local": True})
        now = timezone.now()
        VendorKey.objects.create(
            library=library, vendor="openai", sealed=vault.seal("sk-made-up"), written_at=now, tested_at=now
        )
        row = next(row for row in openai_rows.MODELS if row.key == "openai/gpt-image-2")
        ModelOffer.objects.create(**routing._row(asdict(row)))
        routing._build.cache_clear()
        yield twin
        routing._build.cache_clear()


@pytest.mark.servers
def test_a_change_inside_a_mask_is_bought_once_from_a_real_server(
    film: Project, openai: OpenAITwin, task_queue: FakeQueue
) -> None:
    budget.set_budget(film.library_id, film.pk, 5_000_000, by_id=None)
    _loaded, slot = frame_of(film)
    source = services.upload_take(slot, _picture_file((1280, 720)), "image/png", library_id=film.library_id, details={})
    wished: dict[str, Any] = {"model": "openai/gpt-image-2", "box": BOX}

    take = made(film, task_queue, **wished)
    services.select_take(slot, source)
    again = ask(film, **wished)

    asked = [one for one in openai.seen if one.path.endswith("/images/edits")]
    parts = {name: content for name, _file, content in asked[0].parts}
    with Image.open(io.BytesIO(parts["mask"])) as mask:
        clear = mask.getchannel("A")
        assert (mask.size, clear.getpixel((640, 360)), clear.getpixel((5, 5))) == ((1280, 720), 0, 255)
    assert parts["prompt"].decode().startswith("The coat is red.")
    assert (len(asked), again) == (1, take)
    assert len(openai.charges) == 1
    assert (take.asset.width, take.asset.height) == (1280, 720)
    spent = LedgerEntry.objects.filter(job=take.job, kind=LedgerEntry.Kind.SETTLED).get()
    assert spent.amount_micros == openai.bill_micros


# --- Small things ---------------------------------------------------------------------------------------------------


def _png(size: tuple[int, int] = (320, 180)) -> bytes:
    out = io.BytesIO()
    picture = Image.new("RGB", size, (0, 0, 0))
    picture.paste((255, 255, 255), (0, 0, size[0] // 3, size[1]))
    picture.save(out, "PNG")
    return out.getvalue()


def _upload() -> SimpleUploadedFile:
    return SimpleUploadedFile("mask.png", _png(), "image/png")


def _picture_file(size: tuple[int, int] = (320, 180)) -> Path:
    library = Library.objects.get()
    content = SimpleUploadedFile("picture.png", _png(size), "image/png")
    return storage.local_path(uploads.receive(content, Asset.Kind.IMAGE, library))
