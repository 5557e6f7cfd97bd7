"""Vendors and models on the screens: what is shut says why, hundreds of models stay findable, choices can be undone."""

from __future__ import annotations

import csv
import uuid
from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from entities.models import Library, Membership, Voice
from generation import recipes, vault
from generation.film import load_entities
from generation.models import Job, LedgerEntry, ModelOffer, Slot, Vendor, VendorGate, VendorKey, WebhookDelivery
from generation.providers.vendors import VENDORS
from generation.services import budget
from generation.views import model_words
from projects.models import Project, Shot
from tests.factories import JobFactory, MembershipFactory, ModelOfferFactory
from tests.generation.planned import clip_slots, film_in, seat, stranger
from tests.twins.fal import FalTwin
from tests.twins.openai import OpenAITwin

pytestmark = pytest.mark.django_db

PART = {"HX-Request": "true"}
MOST_QUERIES = 30


@pytest.fixture
def browser(library: Library) -> Client:
    """The owner's browser."""
    client = Client()
    client.force_login(MembershipFactory.create(library=library, role=Membership.Role.OWNER).user)
    return client


@pytest.fixture
def vendor() -> Vendor:
    """A vendor that is asked over the network."""
    return Vendor.objects.create(
        key="nine", label="Nine", offers="Clips", variable="NINE_KEY", account="a.look", webhook="a.verify"
    )


@pytest.fixture
def film(library: Library) -> Project:
    """A planned film."""
    return film_in(library)


def page(browser: Client, at: str, **more: str) -> str:
    """A section of the account."""
    return browser.get("/account/", {"at": at, **more}).content.decode()


def keep_key(library: Library, vendor: Vendor) -> None:
    """Keep a key without asking the vendor."""
    now = timezone.now()
    VendorKey.objects.create(
        library=library, vendor=vendor.key, sealed=vault.seal("sk-live-01"), written_at=now, tested_at=now
    )


def shut(vendor: Vendor, account: str, reason: str = VendorGate.Reason.OUT_OF_CREDIT) -> None:
    """Close a vendor's gate."""
    VendorGate.objects.create(
        vendor=vendor.key,
        account=account,
        reason=reason,
        words="Balance is $0.00.",
        closed_until=timezone.now() + timedelta(minutes=9),
    )


# --- Vendors ----------------------------------------------------------------------------------------


def test_a_vendor_that_is_not_asked_says_why_and_is_asked_again_at_a_press(
    browser: Client, library: Library, vendor: Vendor
) -> None:
    keep_key(library, vendor)
    shut(vendor, str(library.pk))

    before = page(browser, f"keys:{library.pk}")
    browser.post(f"/account/libraries/{library.pk}/vendor/reopen/", {"vendor": "nine"}, headers=PART)
    after = page(browser, f"keys:{library.pk}")

    assert "Out of credit" in before
    assert "Balance is $0.00." in before
    assert "Out of credit" not in after
    assert VendorGate.objects.get().closed_until is None


def test_vendors_without_a_key_stay_behind_a_fold_once_there_is_one(
    browser: Client, library: Library, vendor: Vendor
) -> None:
    Vendor.objects.create(key="ten", label="Ten", variable="TEN_KEY", account="a.look")
    is_open = '<details class="vendors-more" open>'

    before = page(browser, f"keys:{library.pk}")
    keep_key(library, vendor)
    after = page(browser, f"keys:{library.pk}")

    assert is_open in before
    assert is_open not in after
    assert after.index('id="vendor-nine"') < after.index("vendors-more") < after.index('id="vendor-ten"')


def test_prices_are_listed_from_the_smallest_piece_to_the_largest() -> None:
    tiers = [
        {"micros": 80_000, "when": {"megapixels": {"max": 2}}},
        {"micros": 120_000, "when": {"megapixels": {"max": 5}}},
    ]
    offer = ModelOfferFactory.build(price_micros=160_000, price_unit="image", prices=tiers)

    assert model_words.prices_of(offer) == (
        "up to 2 megapixels: $0.08 a picture",
        "up to 5 megapixels: $0.12 a picture",
        "otherwise: $0.16 a picture",
    )


def test_the_gate_of_the_studios_key_is_no_matter_of_who_has_a_key_of_their_own(
    browser: Client, library: Library, vendor: Vendor
) -> None:
    keep_key(library, vendor)
    shut(vendor, "")

    assert "Out of credit" not in page(browser, f"keys:{library.pk}")


def test_only_an_owner_asks_a_vendor_again(library: Library, vendor: Vendor) -> None:
    shut(vendor, "")

    answer = seat(library).post(f"/account/libraries/{library.pk}/vendor/reopen/", {"vendor": "nine"}, headers=PART)

    assert answer.status_code == 403
    assert VendorGate.objects.get().closed_until is not None


def test_a_named_secret_is_kept_beside_the_key_and_never_shown(
    browser: Client, library: Library, vendor: Vendor
) -> None:
    form = {"vendor": "nine", "name": "webhook", "key": "whsec_0123456789"}

    answer = browser.post(f"/account/libraries/{library.pk}/keys/write/", form, headers=PART)

    row = VendorKey.objects.get(name="webhook")
    assert vault.unsealed(row) == "whsec_0123456789"
    assert "whsec_0123456789" not in answer.content.decode() + page(browser, f"keys:{library.pk}")


def test_a_secret_has_a_name_that_a_row_can_ask_for(browser: Client, library: Library, vendor: Vendor) -> None:
    form = {"vendor": "nine", "name": "two words", "key": "whsec_0123456789"}

    browser.post(f"/account/libraries/{library.pk}/keys/write/", form, headers=PART)

    assert not VendorKey.objects.exists()


@pytest.fixture
def server() -> Vendor:
    """A server on the studio's own network, at an address where nothing listens."""
    return Vendor.objects.create(
        key="home", label="Home", base_url="http://127.0.0.1:9", is_local=True, settings={"path": "/v1"}
    )


def seat_of_staff(library: Library) -> Client:
    """The browser of an owner who runs the studio too."""
    staff = seat(library, Membership.Role.OWNER)
    User.objects.filter(pk=staff.session["_auth_user_id"]).update(is_staff=True, username="root")
    return staff


def test_a_server_on_the_own_network_is_switched_and_others_are_not(
    library: Library, vendor: Vendor, server: Vendor
) -> None:
    staff = seat_of_staff(library)
    path = f"/account/libraries/{library.pk}/vendor/switch/"

    staff.post(path, {"vendor": "home"}, headers=PART)
    refused = staff.post(path, {"vendor": "nine"}, headers=PART)

    server.refresh_from_db()
    vendor.refresh_from_db()
    assert not server.is_on
    assert refused.status_code == 404
    assert vendor.is_on
    assert "http://127.0.0.1:9" in page(staff, f"keys:{library.pk}")


def test_an_owner_who_does_not_run_the_studio_switches_no_server_and_is_told_whom_to_ask(
    browser: Client, library: Library, server: Vendor
) -> None:
    seat_of_staff(library)

    answer = browser.post(f"/account/libraries/{library.pk}/vendor/switch/", {"vendor": "home"}, headers=PART)

    server.refresh_from_db()
    shown = page(browser, f"keys:{library.pk}")
    assert "Whoever runs the studio switches it." in answer.content.decode()
    assert server.is_on
    assert "Ask root." in shown
    assert 'id="server-home"' not in shown


def test_a_server_that_nobody_has_looked_at_is_not_called_ready(
    browser: Client, library: Library, server: Vendor
) -> None:
    shown = page(browser, f"keys:{library.pk}")

    assert "Not looked at yet" in shown
    assert "It is there" not in shown


@pytest.mark.servers
def test_a_look_says_whether_a_server_is_there_and_what_it_has(
    browser: Client, library: Library, server: Vendor
) -> None:
    path = f"/account/libraries/{library.pk}/vendor/reach/"

    without = browser.post(path, {"vendor": "home"}, headers=PART).content.decode()
    with OpenAITwin("ollama") as twin:
        Vendor.objects.filter(key="home").update(base_url=twin.url)
        there = browser.post(path, {"vendor": "home"}, headers=PART).content.decode()

    assert "Nothing answers there" in without
    assert "Not there" in without
    assert "It is there, with" in there


@pytest.mark.servers
def test_something_else_at_the_address_is_no_server(browser: Client, library: Library, server: Vendor) -> None:
    with FalTwin() as twin:
        Vendor.objects.filter(key="home").update(base_url=twin.url)
        shown = browser.post(
            f"/account/libraries/{library.pk}/vendor/reach/", {"vendor": "home"}, headers=PART
        ).content.decode()

    assert "Something answers there, but it is not such a server." in shown


def test_no_two_vendors_have_one_name() -> None:
    labels = [spec.label for spec in VENDORS]

    assert len(labels) == len(set(labels))


# --- Hundreds of models -----------------------------------------------------------------------------


@pytest.fixture
def hundreds(vendor: Vendor) -> None:
    """As many models as the studio comes with."""
    for capability in ("image", "video", "speech"):
        ModelOfferFactory.create_batch(100, capability=capability, vendor="nine")
    ModelOffer.objects.filter(capability="video").update(
        price_unit="second",
        price_micros=50_000,
        prices=[{"when": {"resolution": "1080p", "sound": True}, "micros": 120_000}],
        sizes=[[1280, 720]],
        durations_ms=[5000, 10000],
        beyond="takes the first three",
        max_references=3,
        setup="Deploy the workflow first.",
        problem="It was retired.",
    )


@pytest.mark.usefixtures("hundreds")
def test_hundreds_of_models_are_a_short_page_with_few_queries(browser: Client, library: Library) -> None:
    page(browser, f"models:{library.pk}")

    with CaptureQueriesContext(connection) as queries:
        folded = page(browser, f"models:{library.pk}")

    assert len(queries) <= MOST_QUERIES
    assert len(folded) < 40_000
    assert "Model 1<" not in folded


@pytest.mark.usefixtures("hundreds")
def test_a_model_is_found_by_its_name_and_says_all_that_is_known(browser: Client, library: Library) -> None:
    wanted = ModelOffer.objects.filter(capability="video").earliest("pk")
    ModelOffer.objects.filter(pk=wanted.pk).update(label="Kingfisher Two")

    found = page(browser, f"models:{library.pk}", find="kingfisher TWO")

    assert found.count('class="line model') == 1
    for fact in (
        "up to 3 guide images", "beyond that: takes the first three", "5, 10 s", "1280×720", "$0.05 a second",
        "1080p, with sound: $0.12 a second", "Needs setup: Deploy the workflow first.", "Gone: It was retired.",
    ):  # fmt: skip
        assert fact in found


@pytest.mark.usefixtures("hundreds")
def test_a_switch_leaves_open_what_was_open(browser: Client, library: Library) -> None:
    offer = ModelOffer.objects.filter(capability="image").earliest("pk")

    answer = browser.post(
        f"/account/libraries/{library.pk}/models/switch/", {"offer": offer.pk, "open": "image"}, headers=PART
    )

    assert answer.content.decode().count('class="line model') == 100


# --- A film's models --------------------------------------------------------------------------------


def choose(browser: Client, film: Project, kind: str, model: str, was: str = "") -> None:
    """Choose a model for a film."""
    form = {"capability": kind, "model": model, "was-model": was}
    browser.post(f"/films/{film.pk}/models/choose/", form, headers=PART)
    film.refresh_from_db()


def test_a_films_model_is_chosen_left_out_and_taken_back(browser: Client, film: Project) -> None:
    ModelOfferFactory.create(key="nine/sync", capability="lipsync", vendor="nine")

    choose(browser, film, "lipsync", "nine/sync")
    chosen = film.offers
    choose(browser, film, "lipsync", "none", was="nine/sync")
    left_out = film.offers
    choose(browser, film, "lipsync", "", was="none")

    assert (chosen, left_out, film.offers) == ({"lipsync": "nine/sync"}, {"lipsync": "none"}, {})
    assert film.edits.count() == 3


def test_pictures_cannot_be_left_out(browser: Client, film: Project) -> None:
    choose(browser, film, "image", "none")

    assert film.offers == {}


def test_nobody_undoes_unseen_what_somebody_else_chose(browser: Client, film: Project) -> None:
    for key in ("nine/a", "nine/b"):
        ModelOfferFactory.create(key=key, capability="video", vendor="nine")

    choose(browser, film, "video", "nine/a")
    choose(browser, film, "video", "nine/b", was="")

    assert film.offers == {"video": "nine/a"}


def test_the_models_that_follow_are_a_list_in_order(browser: Client, film: Project) -> None:
    for key in ("nine/a", "nine/b", "nine/c"):
        ModelOfferFactory.create(key=key, capability="video", vendor="nine")
    path, wanted = f"/films/{film.pk}/models/fallbacks/", {"capability": "video"}

    for key in ("nine/a", "nine/b", "nine/c", "nine/unknown"):
        browser.post(path, {**wanted, "do": "add", "model": key}, headers=PART)
    browser.post(path, {**wanted, "do": "up", "model": "nine/c"}, headers=PART)
    browser.post(path, {**wanted, "do": "remove", "model": "nine/a"}, headers=PART)
    browser.post(path, {**wanted, "do": "remove", "model": "nine/b", "was": "nine/a,nine/b"}, headers=PART)

    film.refresh_from_db()
    assert film.fallbacks == {"video": ["nine/c", "nine/b"]}


def test_a_preference_is_stored_and_nonsense_is_not(browser: Client, film: Project) -> None:
    path = f"/films/{film.pk}/models/preference/"

    browser.post(path, {"preference": "cost"}, headers=PART)
    answer = browser.post(path, {"preference": "luck"}, headers=PART)

    film.refresh_from_db()
    assert film.preference == "cost"
    assert answer.status_code == 404


def test_a_shots_own_model_is_chosen_and_taken_back(browser: Client, film: Project) -> None:
    ModelOfferFactory.create(key="nine/a", capability="video", vendor="nine")
    shot = Shot.objects.filter(scene__project=film).earliest("pk")

    browser.post(f"/films/{film.pk}/shots/{shot.pk}/model/", {"capability": "video", "model": "nine/a"}, headers=PART)
    shot.refresh_from_db()
    chosen = shot.offers
    edit = film.edits.latest("pk")
    browser.post(reverse("generation:script-undo", args=(film.pk, edit.pk)), headers=PART)

    shot.refresh_from_db()
    assert chosen == {"video": "nine/a"}
    assert shot.offers == {}


def test_the_story_page_names_the_chosen_model_and_opens_one_kind(browser: Client, film: Project) -> None:
    ModelOfferFactory.create(key="nine/a", label="Kingfisher", capability="video", vendor="nine")
    choose(browser, film, "video", "nine/a")

    folded = browser.get(f"/films/{film.pk}/story/").content.decode()
    opened = browser.get(f"/films/{film.pk}/story/", {"models": "video"}).content.decode()

    assert "Clips: Kingfisher" in folded
    assert "models-choose" not in folded
    assert f"/films/{film.pk}/models/fallbacks/" in opened


# --- What is done to clips --------------------------------------------------------------------------


def test_a_clips_steps_are_on_its_bench_and_can_be_asked_for(browser: Client, film: Project) -> None:
    ModelOfferFactory.create(key="nine/foley", capability="foley", vendor="nine", takes=["clip"])
    choose(browser, film, "foley", "nine/foley")
    shot = Shot.objects.filter(scene__project=film).earliest("pk")

    shown = browser.get(f"/films/{film.pk}/clips/", {"shot": shot.pk}).content.decode()
    story = browser.get(f"/films/{film.pk}/story/")

    assert "Sounds of clips" in shown
    assert Slot.objects.filter(shot=shot, role=Slot.Role.FOLEY).exists()
    assert story.status_code == 200


def test_a_voice_is_heard_as_one_of_the_vendors_or_by_an_id_and_that_changes_no_spoken_line(
    browser: Client, film: Project
) -> None:
    ModelOfferFactory.create(key="fake/speech", capability="speech")
    ModelOfferFactory.create(key="nine/voice", label="Nine Voices", capability="voice", vendor="nine", takes=["sound"])
    Voice.objects.create(library=film.library, offer="nine/speech", key="ada-1", name="Ada", tone="clear")
    voice = Voice.objects.create(library=film.library, offer="fake/speech", key="x", name="Own")
    address = f"/library/voices/{voice.pk}/heard-as/"
    before = recipes.recipe_for(load_entities(film.library, set()), Slot(role=Slot.Role.SAMPLE, voice=voice)).digest

    shown = browser.get(f"/library/voices/{voice.pk}/").content.decode()
    browser.post(address, {"voice": "ada-1", "own": ""}, headers=PART)
    voice.refresh_from_db()
    chosen = voice.settings
    browser.post(address, {"voice": "ada-1", "own": "their-id"}, headers=PART)
    voice.refresh_from_db()
    after = recipes.recipe_for(load_entities(film.library, set()), Slot(role=Slot.Role.SAMPLE, voice=voice)).digest

    assert "Ada · clear" in shown
    assert "For nine." in shown
    assert chosen == {"changed_to": "ada-1"}
    assert voice.settings == {"changed_to": "their-id"}
    assert before == after


def test_without_a_model_that_changes_voices_it_says_that_it_needs_setup(browser: Client, film: Project) -> None:
    voice = Voice.objects.create(library=film.library, offer="fake/speech", key="x", name="Own")

    shown = browser.get(f"/library/voices/{voice.pk}/").content.decode()

    assert "Needs setup" in shown
    assert "No model that changes voices is set up." in shown
    assert "heard-as" not in shown


def test_a_line_in_another_voice_stands_on_the_script(browser: Client, film: Project) -> None:
    ModelOfferFactory.create(key="nine/voice", capability="voice", vendor="nine", takes=["sound"])
    voice = Voice.objects.create(library=film.library, offer="fake/speech", key="x", settings={"changed_to": "Ada"})
    Project.objects.filter(pk=film.pk).update(narrator=voice)
    choose(browser, film, "voice", "nine/voice")

    shown = browser.get(f"/films/{film.pk}/script/")

    assert "Changed voice" in shown.content.decode()


def test_what_a_shot_costs_again_is_of_its_own_model_and_size(browser: Client, film: Project) -> None:
    rule = {"when": {"resolution": "720p"}, "micros": 70_000}
    ModelOfferFactory.create(
        key="nine/a", capability="image", vendor="nine", price_unit="image", price_micros=990_000, prices=[rule]
    )
    ModelOfferFactory.create(key="nine/free", capability="image", vendor="nine", preference=1)
    first, second = Shot.objects.filter(scene__project=film).order_by("position")
    Shot.objects.filter(pk=first.pk).update(offers={"image": "nine/a"})

    shown = [browser.get(f"/films/{film.pk}/shots/", {"shot": shot.pk}).content.decode() for shot in (first, second)]

    assert "<small>$0.07</small>" in shown[0]
    assert "<small>$0.07</small>" not in shown[1]


# --- Jobs -------------------------------------------------------------------------------------------


def test_a_doubtful_job_shows_its_evidence_and_is_fetched_by_its_number(browser: Client, film: Project) -> None:
    offer = ModelOfferFactory.create(vendor="nine", price_unit="call", price_micros=250_000, capability="video")
    job = JobFactory.create(
        slot=clip_slots(film)[0],
        project=film,
        offer=offer,
        state=Job.State.UNCONFIRMED,
        sent_at=timezone.now(),
        vendor_words="upstream reset",
    )
    WebhookDelivery.objects.create(vendor="nine", delivery_id="m1", job=job, problem="The signature does not fit.")

    shown = browser.get("/activity/").content.decode()
    browser.post(f"/activity/{job.pk}/made/", {"number": ""}, headers=PART)
    job.refresh_from_db()

    assert job.state == Job.State.UNCONFIRMED
    for words in ("upstream reset", "not believed: The signature does not fit.", "It was made and is lost"):
        assert words in shown


def test_a_waiting_job_says_what_for_and_every_job_why_this_model(browser: Client, film: Project) -> None:
    JobFactory.create(
        slot=clip_slots(film)[0],
        project=film,
        waits_for="Nine makes 2 pieces at once; this one is next.",
        route="Kingfisher: chosen for this film.",
        not_before=timezone.now() + timedelta(seconds=5),
    )

    shown = browser.get("/activity/").content.decode()

    assert "Nine makes 2 pieces at once; this one is next. Again at" in shown
    assert "Kingfisher: chosen for this film." in shown


# --- Money ------------------------------------------------------------------------------------------


def paid(film: Project, offer: ModelOffer, kind: str, micros: int) -> Job:
    """A finished job with its sum in the books."""
    job = JobFactory.create(
        slot=clip_slots(film)[0],
        project=film,
        offer=offer,
        state=Job.State.SUCCEEDED,
        finished_at=timezone.now(),
        recipe_digest=uuid.uuid4().hex,
        provider_job_id="req-1",
    )
    LedgerEntry.objects.create(library=film.library, project=film, job=job, kind=kind, amount_micros=micros)
    return job


@pytest.fixture
def bought(film: Project, vendor: Vendor) -> Project:
    """A film for which two vendors were paid odd sums, and something is set aside."""
    mine = ModelOfferFactory.create(key="nine/a", label="Kingfisher", vendor="nine")
    other = ModelOfferFactory.create(key="ten/b", label="Heron", vendor="ten")
    paid(film, mine, "settled", 333_333)
    paid(film, mine, "wasted", 1)
    paid(film, other, "settled", 666_666)
    job = paid(film, mine, "reserved", 40_000)
    LedgerEntry.objects.create(library=film.library, project=film, job=job, kind="reserved", amount_micros=-40_000)
    return film


def test_a_statement_is_what_the_vendors_bill_to_the_last_millionth(browser: Client, bought: Project) -> None:
    of_film = browser.get(f"/account/films/{bought.pk}/statement/").content.decode()
    of_library = browser.get(f"/account/libraries/{bought.library_id}/statement/").content.decode()

    for shown in (of_film, of_library):
        assert "$1.00" in shown
        assert "$0.333334" in shown
        assert "$0.000001 of it wasted" in shown
        assert "$0.666666" in shown
        assert "$0.04" not in shown


def test_the_table_of_a_statement_has_every_line_and_adds_up(browser: Client, bought: Project) -> None:
    Project.objects.filter(pk=bought.pk).update(title="=1+1")

    answer = browser.get(f"/account/films/{bought.pk}/statement.csv")
    text = b"".join(answer.streaming_content).decode()  # type: ignore[attr-defined]
    rows = list(csv.DictReader(text.splitlines()))

    assert [row["amount_usd"] for row in rows] == ["0.333333", "0.000001", "0.666666"]
    assert {row["film"] for row in rows} == {"'=1+1"}


def test_a_stranger_sees_no_statement(bought: Project) -> None:
    somebody = stranger()

    for path in (f"films/{bought.pk}", f"libraries/{bought.library_id}"):
        assert somebody.get(f"/account/{path}/statement/").status_code == 404
        assert somebody.get(f"/account/{path}/statement.csv").status_code == 404


def test_a_daily_budget_stands_beside_the_whole_one(browser: Client, film: Project) -> None:
    path = f"/account/films/{film.pk}/budget/"

    browser.post(path, {"budget": "9"}, headers=PART)
    browser.post(path, {"budget": "2", "is_daily": "on"}, headers=PART)

    limits = film.budgets.values_list("is_daily", "micros").order_by("is_daily")
    assert list(limits) == [(False, 9_000_000), (True, 2_000_000)]


def test_a_warning_stands_on_every_page_of_the_film(browser: Client, film: Project) -> None:
    budget.set_budget(film.library_id, film.pk, 1_000_000, by_id=None)
    film.budgets.update(warned_percent=80)

    assert "80 % of this film" in browser.get(f"/films/{film.pk}/shots/").content.decode()


def test_yesterdays_warning_of_a_daily_budget_is_over(browser: Client, film: Project) -> None:
    budget.set_budget(film.library_id, film.pk, 1_000_000, by_id=None, is_daily=True)
    film.budgets.update(warned_percent=80, warned_on=timezone.localdate() - timedelta(days=1))

    assert "for today are spoken for" not in browser.get(f"/films/{film.pk}/shots/").content.decode()
