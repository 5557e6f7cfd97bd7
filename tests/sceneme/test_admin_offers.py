"""Rows of models and vendors in the admin: checked with clear words, switched in one go, used from the next job on."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.forms.models import model_to_dict, modelform_factory
from django.test import Client

from generation.admin.offers import ModelOfferForm
from generation.admin.vendors import VendorForm
from generation.film import offers_of
from generation.models import ModelOffer, Vendor
from generation.routing import sync_catalog
from tests.factories import LibraryFactory, ModelOfferFactory

pytestmark = pytest.mark.django_db

LIST = "/admin/generation/modeloffer/"
JSON = ("settings", "takes", "needs", "durations_ms", "shapes", "sizes", "prices")


@pytest.fixture
def curator() -> Client:
    """A browser in which an administrator has signed in."""
    browser = Client()
    browser.force_login(User.objects.create_superuser("curator"))
    return browser


@pytest.fixture
def offer() -> ModelOffer:
    """A row with its vendor."""
    Vendor.objects.create(key="nine", label="Nine")
    row: ModelOffer = ModelOfferFactory.create(key="nine/a", vendor="nine", adapter="tests.fakes.FakeVendor")
    return row


def sent(offer: ModelOffer, **changes: Any) -> dict[str, Any]:
    """The form of a row as a browser sends it."""
    values = {name: "" if value is None else value for name, value in model_to_dict(offer).items()}
    values |= {name: json.dumps(values[name]) for name in JSON}
    values |= changes
    if not values.get("is_on"):
        values.pop("is_on", None)
    return values


def save(curator: Client, offer: ModelOffer, **changes: Any) -> str:
    """Save a row; return the page that says why not, or nothing."""
    answer = curator.post(f"{LIST}{offer.pk}/change/", sent(offer, **changes))
    return "" if answer.status_code == 302 else answer.content.decode()


def test_a_changed_row_counts_for_the_next_job(curator: Client, offer: ModelOffer) -> None:
    library = LibraryFactory.create()

    problem = save(curator, offer, durations_ms="[4000, 8000]", label="Kingfisher")

    row = next(row for row in offers_of(library.pk) if row.key == "nine/a")
    assert problem == ""
    assert (row.label, row.durations_ms) == ("Kingfisher", [4000, 8000])


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"settings": "{"}, "This is not JSON"),
        ({"settings": "[1]"}, "names with values"),
        ({"shapes": '["wide"]'}, "A shape is written like 16:9"),
        ({"sizes": "[[1280]]"}, "[width, height]"),
        ({"durations_ms": "[0.5]"}, "whole number of milliseconds"),
        ({"prices": '[{"micros": 0.5}]'}, "millionths of a dollar"),
        ({"price_unit": "second", "price_micros": "0"}, "$0.05 is 50000"),
        ({"price_unit": "free", "price_micros": "5"}, "What is free has no price"),
        ({"vendor": "none"}, "There is no vendor"),
        ({"key": "ten/a"}, "begins with nine/"),
        ({"adapter": "nowhere.Adapter"}, "There is nothing at nowhere.Adapter"),
    ],
)
def test_what_is_wrong_with_a_row_is_said(
    curator: Client, offer: ModelOffer, changes: dict[str, str], words: str
) -> None:
    page = save(curator, offer, **changes)

    offer.refresh_from_db()
    assert words in page.replace("&#x27;", "'")
    assert offer.key == "nine/a"


def test_a_row_of_the_gateway_is_checked_before_it_is_used(curator: Client, offer: ModelOffer) -> None:
    page = save(curator, offer, adapter="generation.providers.gateway.model.GatewayModel", settings='{"sumbit": {}}')

    assert "sumbit: there is no such field" in page
    assert "submit: it says where the request goes, and is missing" in page


def test_rows_are_switched_and_a_problem_is_forgotten(curator: Client, offer: ModelOffer) -> None:
    ModelOffer.objects.filter(pk=offer.pk).update(problem="It was retired.")

    for action in ("switch_off", "forget_problem"):
        curator.post(LIST, {"action": action, "_selected_action": [offer.pk]})

    offer.refresh_from_db()
    assert (offer.is_on, offer.problem) == (False, "")


def test_a_vendors_address_and_hosts_are_checked(curator: Client, offer: ModelOffer) -> None:
    vendor = Vendor.objects.get(key="nine")
    values = {name: "" if value is None else value for name, value in model_to_dict(vendor).items()}
    values |= {"settings": "{}", "download_hosts": '["https://cdn.example.org/x"]', "base_url": "10.0.0.9"}

    page = curator.post(f"/admin/generation/vendor/{vendor.pk}/change/", values).content.decode()

    assert "An address begins with http:// or https://." in page
    assert "A host is written without https://" in page


def test_every_row_that_ships_can_be_saved_as_it_is() -> None:
    sync_catalog()
    form = modelform_factory(ModelOffer, form=ModelOfferForm, fields="__all__")
    vendor_form = modelform_factory(Vendor, form=VendorForm, exclude=["site"])

    refused = {row.key: form(sent(row), instance=row).errors.as_text() for row in ModelOffer.objects.all()}
    refused |= {row.key: vendor_form(_plain(row), instance=row).errors.as_text() for row in Vendor.objects.all()}

    assert {key: words for key, words in refused.items() if words} == {}


def _plain(vendor: Vendor) -> dict[str, Any]:
    values = {name: "" if value is None else value for name, value in model_to_dict(vendor).items()}
    return values | {name: json.dumps(values[name]) for name in ("settings", "download_hosts")}
