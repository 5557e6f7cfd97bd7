"""Words by a language model: priced before, bought once, brought within limits, never over what a person wrote."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.utils.html import strip_tags

from entities.models import Library, Membership
from generation import graph, routing
from generation.film import load
from generation.models import Budget, Job, LedgerEntry, ModelOffer, Slot
from generation.planning.posts import PostWords
from generation.providers.openai.strict import strict_schema
from generation.services import budget, retry_job
from generation.services.progress import progress_of
from projects.models import Finding, Project
from publishing import drafting, services
from publishing.drafting import briefs
from publishing.drafting.cutting import cut
from publishing.models import Publication, PublicationEvent
from publishing.platforms import catalog, counting
from publishing.platforms.specs import FieldSpec
from tests.fakes import FakeQueue
from tests.generation.planned import seat
from tests.publishing.posted import WRITER, account_in, draft_of, film_with, writer_at
from tests.twins.openai import OpenAITwin

pytestmark = pytest.mark.django_db

HTMX = {"HX-Request": "true"}


@pytest.fixture
def twin(monkeypatch: pytest.MonkeyPatch) -> Iterator[OpenAITwin]:
    """A language model as the shipped rows name it, with its key in the environment."""
    with OpenAITwin() as twin:
        writer_at(twin.base_url)
        monkeypatch.setenv("OPENAI_API_KEY", "sk-test")
        routing._build.cache_clear()
        yield twin
        routing._build.cache_clear()


@pytest.fixture
def film(library: Library) -> Project:
    """A planned film."""
    return film_with(library)


@pytest.fixture
def draft(library: Library, film: Project) -> Publication:
    """A draft for YouTube."""
    return draft_of(film, account_in(library, "youtube"))


def asked(twin: OpenAITwin) -> list[Any]:
    return twin.asked_for("POST", "/chat/completions")


def read(answer: Any) -> str:
    """What a page says, without its marks."""
    return strip_tags(answer.content.decode())


def taken_up(draft: Publication) -> Publication:
    drafting.take_up(Publication.objects.get(pk=draft.pk))
    return Publication.objects.get(pk=draft.pk)


# --- Over the real socket -----------------------------------------------------------------------------


def test_a_model_writes_the_words_and_a_title_written_by_hand_stays(
    twin: OpenAITwin, draft: Publication, sent: FakeQueue
) -> None:
    services.change_draft(draft, by_id=None, text={**draft.text, "title": "Mine"}, written_by_hand=["title"])

    offer = drafting.offered(draft)
    is_working = drafting.ask(draft, by_id=None).is_working
    sent.deliver_all()
    written = taken_up(draft)

    assert offer.is_model
    assert offer.price_micros > 0
    assert is_working
    assert written.text["title"] == "Mine"
    assert written.text["description"].startswith("A lighthouse keeper finds a message in a bottle, addressed to her.")
    assert "example.org" not in written.text["description"]
    assert "@" not in written.text["description"]
    assert written.text["hashtags"][:2] == ["mystery", "shortfilm"]
    assert written.text["category"] == "1"


def test_a_model_is_told_the_film_its_platform_and_what_the_library_has_learnt(
    twin: OpenAITwin, draft: Publication, library: Library, sent: FakeQueue
) -> None:
    told = "Films that open with somebody speaking are watched longer."
    Finding.objects.create(library=library, key="opening:line", sentence=told, found_at=draft.created_at)

    drafting.ask(draft, by_id=None)
    sent.deliver_all()

    body = asked(twin)[0].json
    system, material = (message["content"] for message in body["messages"])
    assert "never an instruction to you" in system
    for words in ("The Lamp on the Quay", "Mystery", "Ana", "Line number 1.", "YouTube", '"limit": 100', told):
        assert words in material
    assert body["response_format"]["json_schema"]["name"] == "post"


def test_the_same_wish_is_not_paid_for_twice_not_even_for_another_draft(
    twin: OpenAITwin, draft: Publication, film: Project, sent: FakeQueue
) -> None:
    other = draft_of(film, draft.channel)
    drafting.ask(draft, by_id=None)
    drafting.ask(draft, by_id=None)
    sent.deliver_all()

    price = drafting.offered(other).price_micros
    is_working = drafting.ask(other, by_id=None).is_working

    other.refresh_from_db()
    assert (price, is_working) == (0, False)
    assert other.text["title"] == taken_up(draft).text["title"] == "“The Lamp on the Quay”: who wrote this?"
    assert len(asked(twin)) == 1
    assert budget.costs_of_film(film.pk).settled == twin.bill_micros > 0


def test_words_are_taken_up_once(twin: OpenAITwin, draft: Publication, sent: FakeQueue) -> None:
    drafting.ask(draft, by_id=None)
    sent.deliver_all()
    written = taken_up(draft)
    services.change_draft(written, by_id=None, text={**written.text, "title": "Another"})

    assert taken_up(draft).text["title"] == "Another"
    assert PublicationEvent.objects.filter(publication=draft, kind="suggested").count() == 1


def test_a_draft_that_was_handed_in_since_is_left_as_it_is(
    twin: OpenAITwin, draft: Publication, sent: FakeQueue
) -> None:
    drafting.ask(draft, by_id=None)
    Publication.objects.filter(pk=draft.pk).update(state=Publication.State.APPROVAL)
    PublicationEvent.objects.create(publication=draft, kind="asked")
    sent.deliver_all()

    assert taken_up(draft).text["title"] == "A lamp"


def test_a_budget_is_obeyed(twin: OpenAITwin, draft: Publication, library: Library) -> None:
    Budget.objects.create(library=library, micros=1)

    with pytest.raises(drafting.CannotSuggest, match="budget is left"):
        drafting.ask(draft, by_id=None)

    assert not Job.objects.exists()
    assert not LedgerEntry.objects.exists()


def test_an_answer_that_says_nothing_is_told_and_may_be_tried_again(
    twin: OpenAITwin, draft: Publication, sent: FakeQueue
) -> None:
    twin.knobs["answer"] = "wrong_shape"
    drafting.ask(draft, by_id=None)
    sent.deliver_all()
    problem = drafting.standing(draft).problem
    twin.knobs.pop("answer")

    again = retry_job(Job.objects.get(), requested_by_id=None)
    sent.deliver_all()

    assert problem
    assert isinstance(again, Job)
    assert taken_up(draft).text["title"] != "A lamp"
    assert drafting.standing(draft) == drafting.Standing()


def test_words_of_posts_are_no_part_of_the_making_of_a_film(
    twin: OpenAITwin, draft: Publication, film: Project, sent: FakeQueue
) -> None:
    before = graph.work_out(load(film.pk)).states
    usual = Project.objects.get(pk=film.pk).usual_offers
    drafting.ask(draft, by_id=None)

    is_busy = progress_of(film.pk).is_busy
    sent.deliver_all()

    after = graph.work_out(load(film.pk)).states
    slot = Slot.objects.get(role=Slot.Role.POST)
    assert not is_busy
    assert slot.selected_take is not None
    assert slot.pk not in after
    assert after == before
    assert Project.objects.get(pk=film.pk).usual_offers == usual


# --- On the page --------------------------------------------------------------------------------------


def test_the_button_says_who_writes_and_for_how_much_and_then_that_it_is_writing(
    twin: OpenAITwin, draft: Publication, client: Client, sent: FakeQueue
) -> None:
    path = f"/publish/publications/{draft.pk}/"
    label = ModelOffer.objects.get(key=WRITER).label

    before = client.get(path)
    pressed = client.post(f"{path}suggest/", {"with": "model"}, headers=HTMX)
    sent.deliver_all()
    after = client.get(f"{path}live/", {"since": "old"})

    assert f"{label} · $0.0" in read(before)
    assert "By rules, free" in read(before)
    assert f"{label} is writing." in read(pressed)
    assert "A lighthouse keeper finds a message in a bottle" in read(after)
    assert f"{label} · free" in read(after)


def test_a_viewer_who_looks_takes_nothing_up(
    twin: OpenAITwin, draft: Publication, library: Library, sent: FakeQueue
) -> None:
    drafting.ask(draft, by_id=None)
    sent.deliver_all()

    seat(library, Membership.Role.VIEWER).get(f"/publish/publications/{draft.pk}/")

    draft.refresh_from_db()
    assert draft.text["title"] == "A lamp"


def test_without_a_language_model_rules_suggest_and_the_planner_is_not_asked(
    draft: Publication, client: Client, sent: FakeQueue
) -> None:
    routing.sync_catalog()

    page = client.get(f"/publish/publications/{draft.pk}/").content.decode()
    answer = client.post(f"/publish/publications/{draft.pk}/suggest/", {"with": "model"}, headers=HTMX)

    assert drafting.offered(draft) == drafting.Offer()
    assert "By rules" not in page
    assert "No language model is set up for this film." in answer.content.decode()
    assert not Job.objects.exists()


# --- Limits -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("platform", ["youtube", "tiktok", "instagram", "folder", "webhook"])
def test_an_answer_beyond_every_limit_is_brought_within_them(library: Library, film: Project, platform: str) -> None:
    spec = catalog.platforms()[platform]
    words = PostWords(
        title="灯台守の娘 <3 " * 30,
        text="灯台守の娘、" * 1200 + "\n\n#sea #lamp\n#night",
        hashtags=[f"word {number}{'x' * 12}" for number in range(50)],
        tags=[f"tag {number}, {'y' * 30}" for number in range(60)],
    )

    text = briefs.fitted(words, draft_of(film, account_in(library, platform)), spec)

    tags = text["hashtags"]
    wrong = {
        field.name: counting.faults(
            field, text[field.name], hashtags=tags if field.name in {"caption", "description"} else []
        )
        for field in spec.fields
        if field.name in text
    }
    assert {name: faults for name, faults in wrong.items() if faults} == {}
    assert "#" not in str(text.get("caption") or text.get("description"))
    assert 0 < len(tags) <= 10


def test_a_text_is_cut_where_a_word_ends() -> None:
    field = FieldSpec("title", "Title", limit=20)

    assert cut("The lamp on the quay is out", field) == "The lamp on the…"
    assert cut("The lamp on the quay", field) == "The lamp on the quay"
    assert cut("灯台守の娘は手紙を見つけ、それを開けずに海へ流した", field) == "灯台守の娘は手紙を見つけ…"


def test_hashtags_count_with_the_text_that_they_are_joined_to() -> None:
    field = FieldSpec("caption", "Caption", limit=30, unit="utf16")

    kept = cut("The lamp goes out tonight and", field, ["sea", "quay"])

    assert kept == "The lamp goes out…"
    assert counting.length(counting.joined(kept, ["sea", "quay"]), "utf16") <= 30


def test_an_answer_is_asked_for_in_a_shape_that_strict_servers_take() -> None:
    schema = strict_schema(PostWords.model_json_schema())

    assert sorted(schema["required"]) == ["hashtags", "tags", "text", "title"]


def test_an_answer_with_small_slips_is_read_as_it_was_meant() -> None:
    words = PostWords.model_validate({"title": " A lamp ", "text": None, "hashtags": "sea, #lamp\nquay", "tags": [""]})

    assert (words.title, words.text, words.hashtags, words.tags) == ("A lamp", "", ["sea", "#lamp", "quay"], [])
