"""What is done to a library's affairs is written down: who, what and when, in words, and never what is secret."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.test import Client

from entities import audit
from entities.models import AuditEntry, Invitation, Library, Membership
from generation.models import ModelOffer
from tests.factories import LibraryFactory, MembershipFactory, ModelOfferFactory
from tests.generation.planned import film_in, seat, stranger

pytestmark = pytest.mark.django_db


@pytest.fixture
def owner(library: Library) -> User:
    """Whose library it is."""
    user: User = MembershipFactory.create(library=library, role=Membership.Role.OWNER).user
    return user


@pytest.fixture
def browser(owner: User) -> Client:
    """The owner's browser."""
    found = Client()
    found.force_login(owner)
    return found


def written(library: Library) -> list[str]:
    """What is written down of a library, oldest first."""
    return [audit.words(entry) for entry in AuditEntry.objects.filter(library=library).order_by("pk")]


def test_members_and_their_roles_are_written_down(browser: Client, library: Library, owner: User) -> None:
    User.objects.create_user("bo")

    browser.post(f"/account/libraries/{library.pk}/members/add/", {"name": "bo", "role": "viewer"})
    bo = Membership.objects.get(user__username="bo")
    browser.post(f"/account/members/{bo.pk}/role/", {"role": "editor"})
    browser.post(f"/account/members/{bo.pk}/role/", {"role": "editor"})
    browser.post(f"/account/members/{bo.pk}/remove/")

    assert written(library) == [
        "bo became a member: Viewer",
        "bo is now: Editor",
        "bo is not a member any more",
    ]
    assert set(AuditEntry.objects.values_list("user", flat=True)) == {owner.pk}


def test_links_are_written_down_without_the_link(browser: Client, library: Library) -> None:
    made = browser.post(f"/account/libraries/{library.pk}/invite/", {"role": "editor"}).content.decode()
    token = made.split("/join/")[1].split("/")[0]

    browser.post(f"/account/invitations/{Invitation.objects.get().pk}/take-back/")

    assert written(library) == [
        "A link was made that gives a seat: Editor",
        "A link was taken back that gave a seat: Editor",
    ]
    assert token not in str(list(AuditEntry.objects.values()))


def test_whoever_comes_in_by_a_link_is_written_down(browser: Client, library: Library) -> None:
    made = browser.post(f"/account/libraries/{library.pk}/invite/", {"role": "viewer"}).content.decode()
    token = made.split("/join/")[1].split("/")[0]
    guest = stranger()

    guest.post(f"/join/{token}/")

    assert written(library)[-1].endswith("came in by a link: Viewer")


def test_models_are_written_down_when_they_are_switched_and_only_then(browser: Client, library: Library) -> None:
    offer: ModelOffer = ModelOfferFactory.create(label="Painter")
    path = f"/account/libraries/{library.pk}/models/switch/"

    for is_on in ("", "", "on"):
        browser.post(path, {"offer": offer.pk, "is_on": is_on})

    assert written(library) == ["Painter was switched off", "Painter was switched on"]


def test_budgets_are_written_down(browser: Client, library: Library) -> None:
    film = film_in(library)

    browser.post(f"/account/libraries/{library.pk}/budget/", {"budget": "12.50"})
    browser.post(f"/account/films/{film.pk}/budget/", {"budget": "3"})
    browser.post(f"/account/films/{film.pk}/budget/", {"budget": ""})

    assert written(library) == [
        "The budget was set to $12.50",
        "The budget of “The Lamp on the Quay” was set to $3.00",
        "The budget of “The Lamp on the Quay” was lifted",
    ]


def test_the_account_shows_the_history_of_ones_own_library_only(browser: Client, library: Library) -> None:
    audit.write(library.pk, "model-off", by_id=None, model="Painter")
    audit.write(LibraryFactory.create().pk, "model-off", by_id=None, model="Somebody else's")

    page = browser.get("/account/", {"at": f"history:{library.pk}"}).content.decode()

    assert "Painter was switched off" in page
    assert "the studio" in page
    assert "Somebody else" not in page


def test_the_history_is_read_in_the_language_of_whoever_looks(library: Library, owner: User) -> None:
    audit.write(library.pk, "member-role", by_id=owner.pk, name="Bo", role="editor")
    browser = seat(library)
    browser.cookies["django_language"] = "de"

    page = browser.get("/account/", {"at": f"history:{library.pk}"}).content.decode()

    assert "Bo ist jetzt" in page


def test_the_admin_lists_the_history_and_lets_nobody_rewrite_it(admin_client: Client, library: Library) -> None:
    entry = audit.write(library.pk, "budget-set", by_id=None, sum="$5.00")

    page = admin_client.get("/admin/entities/auditentry/").content.decode()
    refused = admin_client.post(f"/admin/entities/auditentry/{entry.pk}/change/", {"code": "key-removed"})

    assert "The budget was set to $5.00" in page
    assert refused.status_code == 403
