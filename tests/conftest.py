"""Fixtures for all tests."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.test import Client

from entities.models import Library, Membership
from tests.factories import LibraryFactory, MembershipFactory


@pytest.fixture(scope="session", autouse=True)
def static_folder() -> None:
    """Make the folder that WhiteNoise wants to find."""
    settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)


@pytest.fixture
def library(db: None) -> Library:
    """A library with nothing in it."""
    return LibraryFactory.create()


@pytest.fixture
def editor(library: Library) -> Membership:
    """Somebody who may change the library."""
    return MembershipFactory.create(library=library, role=Membership.Role.EDITOR)


@pytest.fixture
def client(editor: Membership) -> Client:
    """A browser in which the editor has signed in."""
    browser = Client()
    browser.force_login(editor.user)
    return browser
