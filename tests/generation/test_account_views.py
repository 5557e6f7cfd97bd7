"""The account: members and links, sessions, keys that are never shown again, models and budgets that hold."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from entities.models import Invitation, Library, Membership
from generation import services, vault
from generation.film import load
from generation.models import Budget, Job, LedgerEntry, ModelOffer, Run, SwitchedOff, Vendor, VendorKey
from generation.providers.base import Access, Account, Refused
from generation.services import budget, keys
from projects.models import Project
from tests.factories import JobFactory, MembershipFactory, ModelOfferFactory, UserFactory
from tests.generation.planned import clip_slots, film_in, seat

pytestmark = pytest.mark.django_db

PART = {"HX-Request": "true"}
SECRET = "sk-live-0123456789"


@pytest.fixture
def owner(library: Library) -> Membership:
    """Somebody whose library it is."""
    membership: Membership = MembershipFactory.create(library=library, role=Membership.Role.OWNER)
    return membership


@pytest.fixture
def browser(owner: Membership) -> Client:
    """The owner's browser."""
    client = Client()
    client.force_login(owner.user)
    return client


def look(access: Access) -> Account:
    """Know one key, say whose it is, and nothing about money."""
    if access.key != SECRET:
        raise Refused(f"We do not know {access.key}.")
    return Account(identity="Studio Nine")


@pytest.fixture
def vendor(monkeypatch: pytest.MonkeyPatch) -> Vendor:
    """A vendor that knows one key."""
    monkeypatch.delenv("NINE_KEY", raising=False)
    return Vendor.objects.create(
        key="nine", label="Nine", offers="Pictures", variable="NINE_KEY", account=f"{__name__}.look"
    )


# --- Members ----------------------------------------------------------------------------------------


def test_an_owner_adds_somebody_by_name(browser: Client, library: Library) -> None:
    user = UserFactory.create(username="Maria")

    browser.post(f"/account/libraries/{library.pk}/members/add/", {"name": "maria", "role": "editor"}, headers=PART)

    assert Membership.objects.get(library=library, user=user).role == "editor"


def test_a_name_that_nobody_has_is_kept_in_its_field(browser: Client, library: Library) -> None:
    answer = browser.post(f"/account/libraries/{library.pk}/members/add/", {"name": "Nobody"}, headers=PART)

    assert "Nobody here has this name" in answer.content.decode()
    assert 'value="Nobody"' in answer.content.decode()


def link_in(answer: Any) -> str:
    """The link that an answer shows."""
    found = re.search(r'value="http://testserver(/join/[^"]+)"', answer.content.decode())
    assert found
    return found[1]


def test_a_link_gives_one_seat_and_an_account_with_it(browser: Client, library: Library) -> None:
    path = link_in(browser.post(f"/account/libraries/{library.pk}/invite/", {"role": "editor"}, headers=PART))
    guest, late = Client(), Client()

    looked = guest.get(path)
    joined = guest.post(path, {"username": "Ana", "password": "lighthouse 7"})

    assert looked.status_code == 200
    assert joined.status_code == 302
    assert Membership.objects.get(library=library, user__username="Ana").role == "editor"
    assert guest.get("/").status_code == 200
    assert late.get(path).status_code == 410
    assert late.post(path, {"username": "Eve", "password": "lighthouse 7"}).status_code == 410
    assert not User.objects.filter(username="Eve").exists()


def test_a_link_is_not_kept_and_not_shown_again(browser: Client, library: Library) -> None:
    path = link_in(browser.post(f"/account/libraries/{library.pk}/invite/", {"role": "viewer"}, headers=PART))
    token = path.split("/")[2]

    assert token not in browser.get("/account/", {"at": "members"}).content.decode()
    assert token not in str(Invitation.objects.values_list())


def test_a_link_that_was_taken_back_opens_nothing(browser: Client, library: Library) -> None:
    path = link_in(browser.post(f"/account/libraries/{library.pk}/invite/", {"role": "viewer"}, headers=PART))

    browser.post(f"/account/invitations/{Invitation.objects.get().pk}/take-back/", headers=PART)

    assert Client().get(path).status_code == 410


def test_a_member_does_not_lose_a_role_by_a_link(browser: Client, owner: Membership) -> None:
    path = link_in(browser.post(f"/account/libraries/{owner.library_id}/invite/", {"role": "viewer"}, headers=PART))

    answer = browser.post(path)

    owner.refresh_from_db()
    assert "member of this library already" in answer.content.decode()
    assert owner.role == Membership.Role.OWNER
    assert Invitation.objects.get().used_at is None


@pytest.mark.parametrize("wish", ["role", "remove"])
def test_the_last_owner_stays(browser: Client, owner: Membership, wish: str) -> None:
    answer = browser.post(f"/account/members/{owner.pk}/{wish}/", {"role": "viewer"}, headers=PART)

    owner.refresh_from_db()
    assert owner.role == Membership.Role.OWNER
    assert "keeps at least one owner" in answer.content.decode()


def test_an_editor_changes_no_roles_but_may_leave(library: Library, owner: Membership) -> None:
    membership = MembershipFactory.create(library=library, role=Membership.Role.EDITOR)
    editor = Client()
    editor.force_login(membership.user)

    promoted = editor.post(f"/account/members/{membership.pk}/role/", {"role": "owner"}, headers=PART)
    editor.post(f"/account/members/{membership.pk}/remove/", headers=PART)

    assert promoted.status_code == 403
    assert list(Membership.objects.filter(library=library)) == [owner]


# --- Oneself ----------------------------------------------------------------------------------------


def test_other_browsers_are_signed_out_and_this_one_stays(browser: Client, owner: Membership) -> None:
    phone, somebody = Client(headers={"User-Agent": "Mozilla (iPhone) Safari"}), seat(owner.library)
    phone.force_login(owner.user)

    browser.post("/account/sessions/end/", headers=PART)

    assert browser.get("/account/").status_code == 200
    assert phone.get("/account/").status_code == 302
    assert somebody.get("/account/").status_code == 200


def test_the_list_of_sessions_says_which_browser_and_gives_no_key_away(owner: Membership) -> None:
    owner.user.set_password("lighthouse 7")
    owner.user.save()
    phone = Client(headers={"User-Agent": "Mozilla/5.0 (iPhone) CriOS/120 Safari/600"})
    phone.post("/sign-in/", {"username": owner.user.username, "password": "lighthouse 7"})

    page = phone.get("/account/").content.decode()

    assert "Chrome on iPhone" in page
    assert "This browser" in page
    assert Session.objects.get().session_key not in page


def test_a_password_needs_the_old_one_and_signs_the_others_out(browser: Client, owner: Membership) -> None:
    owner.user.set_password("lighthouse 7")
    owner.user.save()
    browser.force_login(owner.user)
    other = Client()
    other.force_login(owner.user)

    wrong = browser.post("/account/password/", {"old_password": "no", "new_password": "harbour 1234"}, headers=PART)
    browser.post("/account/password/", {"old_password": "lighthouse 7", "new_password": "harbour 1234"}, headers=PART)

    owner.user.refresh_from_db()
    assert "another one" in wrong.content.decode()
    assert owner.user.check_password("harbour 1234")
    assert browser.get("/account/").status_code == 200
    assert other.get("/account/").status_code == 302


def test_a_page_comes_in_the_colours_that_were_chosen(browser: Client) -> None:
    browser.post("/account/theme/", {"theme": "light"}, headers=PART)
    light = browser.get("/").content.decode()
    browser.post("/account/theme/", {"theme": "system"}, headers=PART)
    system = browser.get("/").content.decode()

    assert ' data-theme="light">' in light.partition("<head>")[0]
    assert "data-theme" not in system


# --- Keys -------------------------------------------------------------------------------------------


def write(browser: Client, library: Library, key: str, vendor: str = "nine") -> str:
    """Write a key; return the answer."""
    sent = {"vendor": vendor, "key": key}
    answer: str = browser.post(f"/account/libraries/{library.pk}/keys/write/", sent, headers=PART).content.decode()
    return answer


def test_a_key_is_tried_sealed_and_never_shown_again(browser: Client, library: Library, vendor: Vendor) -> None:
    answer = write(browser, library, f" {SECRET} ")
    pages = answer + "".join(browser.get("/account/", {"at": at}).content.decode() for at in ("keys", "models"))

    row = VendorKey.objects.get()
    assert "Studio Nine" in answer
    assert "not available with this key" in answer
    assert SECRET not in pages
    assert SECRET not in str(VendorKey.objects.values_list())
    assert row.sealed not in pages
    assert vault.access_for(library.pk, vendor).key == SECRET


def test_a_key_that_is_refused_is_not_kept_and_not_repeated(browser: Client, library: Library, vendor: Vendor) -> None:
    write(browser, library, SECRET)

    answer = write(browser, library, "sk-wrong-987654")

    assert "We do not know …" in answer
    assert "sk-wrong" not in answer
    assert vault.access_for(library.pk, vendor).key == SECRET


def test_a_key_that_stopped_working_says_so(browser: Client, library: Library, vendor: Vendor) -> None:
    write(browser, library, SECRET)
    row = VendorKey.objects.get()
    VendorKey.objects.update(sealed=vault.seal("sk-old-12345678"))

    answer = browser.post(f"/account/keys/{row.pk}/test/", headers=PART).content.decode()

    assert "Does not work" in answer
    assert "sk-old" not in answer


def test_a_key_that_nobody_can_be_asked_about_is_kept_untried(browser: Client, library: Library) -> None:
    Vendor.objects.create(key="flow", label="Flow", variable="FLOW_KEY")

    write(browser, library, SECRET, "flow")

    row = VendorKey.objects.get(vendor="flow")
    assert (row.identity, row.balance, row.problem) == ("", "", "")
    assert vault.unsealed(row) == SECRET


def test_an_editor_writes_no_keys(library: Library, vendor: Vendor) -> None:
    editor = seat(library)

    page = editor.get("/account/", {"at": f"keys:{library.pk}"}).content.decode()
    answer = editor.post(f"/account/libraries/{library.pk}/keys/write/", {"vendor": "nine", "key": SECRET})

    assert 'name="key"' not in page
    assert answer.status_code == 403


def test_a_key_sealed_with_the_first_secret_is_read_after_there_is_another(
    library: Library, vendor: Vendor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SCENEME_KEY", raising=False)
    keys.write_key(library, vendor, SECRET, by_id=None)

    monkeypatch.setenv("SCENEME_KEY", "a secret of its own")

    assert vault.access_for(library.pk, vendor).key == SECRET


# --- Models -----------------------------------------------------------------------------------------


def test_a_model_is_switched_off_for_one_library_only(browser: Client, library: Library) -> None:
    offer = ModelOfferFactory.create(label="Painter")
    mine, other = film_in(library), film_in(Library.objects.create(name="Elsewhere"))

    browser.post(f"/account/libraries/{library.pk}/models/switch/", {"offer": offer.pk, "is_on": ""}, headers=PART)

    assert [one.is_on for one in load(mine.pk).offers] == [False]
    assert [one.is_on for one in load(other.pk).offers] == [True]
    assert ModelOffer.objects.get().is_on

    browser.post(f"/account/libraries/{library.pk}/models/switch/", {"offer": offer.pk, "is_on": "on"}, headers=PART)

    assert not SwitchedOff.objects.exists()


def test_a_model_is_shown_with_its_limits_its_price_and_their_date(browser: Client) -> None:
    ModelOfferFactory.create(
        label="Painter",
        capability="video",
        price_micros=50_000,
        price_unit="second",
        max_references=2,
        durations_ms=[5000, 8000],
        facts_date="2026-11-18",
    )

    page = browser.get("/account/", {"at": "models"}).content.decode()

    assert "up to 2 guide images" in page
    assert "5, 8 s" in page
    assert "$0.05 a second" in page
    assert "18 Nov 2026" in page


# --- Budgets ----------------------------------------------------------------------------------------


def reserve(film: Project, index: int, **fields: Any) -> Job:
    """Set the price of a clip aside: 0.25 dollars."""
    offer = ModelOffer.objects.filter(label="Paid").first()
    offer = offer or ModelOfferFactory.create(label="Paid", price_micros=250_000, price_unit="call")
    job: Job = JobFactory.create(slot=clip_slots(film)[index], offer=offer, recipe={"arguments": {}}, **fields)
    budget.reserve(job)
    return job


def test_a_film_never_costs_more_than_its_budget(browser: Client, library: Library) -> None:
    film = film_in(library)
    browser.post(f"/account/films/{film.pk}/budget/", {"budget": "$0.40"}, headers=PART)

    reserve(film, 0)

    with pytest.raises(services.OverBudget, match="this film's budget"):
        reserve(film, 1)
    assert budget.costs_of_film(film.pk).spent == 250_000


def test_a_library_never_costs_more_than_its_budget(browser: Client, library: Library) -> None:
    first, second = film_in(library), film_in(library)
    browser.post(f"/account/libraries/{library.pk}/budget/", {"budget": "0.4"}, headers=PART)

    reserve(first, 0)

    with pytest.raises(services.OverBudget, match="the library's budget"):
        reserve(second, 0)


def test_a_run_without_a_budget_may_spend_what_its_film_may(library: Library) -> None:
    film = film_in(library)
    run = Run.objects.create(project=film)

    with pytest.raises(services.OverBudget, match="this film has no budget"):
        reserve(film, 0, run=run)
    Job.objects.all().delete()
    budget.set_budget(library.pk, film.pk, 300_000, by_id=None)

    assert reserve(film, 0, run=run).ledger.count() == 1


def test_a_budget_is_lifted_by_leaving_it_empty_and_nonsense_changes_nothing(browser: Client, library: Library) -> None:
    path = f"/account/libraries/{library.pk}/budget/"
    browser.post(path, {"budget": "5"}, headers=PART)

    nonsense = [browser.post(path, {"budget": word}, headers=PART) for word in ("much", "-1", "1e99", "nan", "inf")]

    assert [b"problem" in answer.content for answer in nonsense] == [True] * 5
    assert Budget.objects.get().micros == 5_000_000
    browser.post(path, {"budget": ""}, headers=PART)
    assert not Budget.objects.exists()


def test_a_film_says_what_it_cost_wasted_takes_included(browser: Client, library: Library) -> None:
    film = film_in(library)
    free = browser.get(f"/films/{film.pk}/shots/").content.decode()
    job = reserve(film, 0)
    budget.waste(job)
    budget.set_budget(library.pk, film.pk, 5_000_000, by_id=None)

    paid = browser.get(f"/films/{film.pk}/shots/").content.decode()

    assert re.search(r"free</a>", free)
    assert "$0.25 of $5.00 · $0.25 wasted" in paid
    assert budget.costs_of_shots(film.pk)[job.slot.shot_id or 0].wasted == 250_000
    assert LedgerEntry.objects.filter(project=film).count() == 3


def test_sections_cost_the_same_for_many_rows(browser: Client, library: Library) -> None:
    def asked(at: str) -> int:
        with CaptureQueriesContext(connection) as queries:
            browser.get("/account/drawer/", {"at": at})
        return len(queries)

    film_in(library)
    sections = ("you", "members", "keys", "models", "costs")
    few = [asked(at) for at in sections]
    for _ in range(4):
        film_in(library)
        MembershipFactory.create(library=library)
        ModelOfferFactory.create()

    assert [asked(at) for at in sections] == few
    assert max(few) < 15
