"""What every answer lets a browser do, and what is turned away before it is read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.conf import settings as studio
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import Settings

from entities.models import Library
from tests.factories import AssetFactory
from tests.generation.planned import film_in

pytestmark = pytest.mark.django_db

TEMPLATES = sorted(Path(studio.BASE_DIR / "templates").rglob("*.html"))
INLINE = re.compile(
    r"<style\b|<script\b(?![^>]*\bsrc=)|\sstyle\s*=|\son[a-z]+\s*=|javascript:|\shx-on\b|\shx-vals=['\"]js:"
)


def rules(policy: str) -> dict[str, str]:
    """A policy as a table."""
    return dict(rule.strip().partition(" ")[::2] for rule in policy.split(";"))


@pytest.mark.parametrize("path", ["/", "/activity/", "/films/999/", "/sign-in/", "/health/", "/static/js/live.js"])
def test_no_page_may_run_what_stands_in_it(client: Client, path: str) -> None:
    policy = rules(client.head(path).headers["Content-Security-Policy"])

    assert policy["default-src"] == policy["script-src"] == policy["style-src"] == "'self'"
    assert policy["frame-ancestors"] == policy["object-src"] == policy["base-uri"] == "'none'"
    assert "unsafe" not in str(policy)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_no_template_holds_script_or_style(template: Path) -> None:
    markup = re.sub(r"\{%.*?%\}", "", template.read_text(encoding="utf-8"))

    assert INLINE.findall(markup) == []


def test_pages_keep_to_themselves(client: Client) -> None:
    headers = client.get("/").headers

    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["X-Frame-Options"] == "DENY"
    assert "geolocation=()" in headers["Permissions-Policy"]


def test_films_may_be_fetched_from_the_store_that_keeps_them(client: Client, settings: Settings) -> None:
    backend = {"BACKEND": "tests.generation.stores.SigningStore", "OPTIONS": {}}
    settings.STORAGES = {**settings.STORAGES, "default": backend}

    policy = rules(client.get("/").headers["Content-Security-Policy"])

    assert policy["media-src"] == "'self' blob: https://store.example"
    assert policy["script-src"] == "'self'"


def test_the_admin_shows_nothing_that_the_policy_forbids(library: Library) -> None:
    curator = Client()
    curator.force_login(User.objects.create_superuser("curator"))
    film = film_in(library)
    AssetFactory.create(library=library)

    pages = [
        curator.get(path).content.decode()
        for path in (
            "/admin/",
            "/admin/generation/asset/",
            "/admin/entities/style/",
            f"/admin/projects/project/{film.pk}/change/",
        )
    ]

    assert [INLINE.findall(page) for page in pages] == [[]] * 4


def test_a_request_that_is_far_too_large_is_turned_away_unread(client: Client) -> None:
    page = client.post("/", b"", content_type="text/plain", CONTENT_LENGTH=str(studio.MOST_REQUEST_BYTES + 1))
    part = client.post(
        "/", b"", content_type="text/plain", CONTENT_LENGTH="999999999999", headers={"HX-Request": "true"}
    )

    assert (page.status_code, part.status_code) == (413, 413)
    assert b"This is more than 550 MB." in page.content
    assert part.content == b"This is more than 550 MB."


def test_more_text_than_a_form_takes_gets_a_sentence(client: Client) -> None:
    answer = client.post("/", {"source": "x" * (studio.DATA_UPLOAD_MAX_MEMORY_SIZE + 1)})

    assert answer.status_code == 413
    assert b"more text than a form takes" in answer.content


def test_a_file_with_a_name_of_ten_thousand_characters_gets_a_sentence(client: Client) -> None:
    name = "x" * 10_000
    body = (
        f'--cut\r\nContent-Disposition: form-data; name="file"; filename="{name}.png"\r\n\r\nbytes\r\n--cut--\r\n'
    ).encode()

    answer = client.post("/", body, content_type="multipart/form-data; boundary=cut")

    assert answer.status_code == 400
    assert b"The name of the file is too long." in answer.content


def test_a_form_from_before_the_last_sign_in_is_told_so(library: Library, client: Client) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = client.cookies

    answer = strict.post("/", {"source": "A lamp."})
    part = strict.post("/", {"source": "A lamp."}, headers={"HX-Request": "true"})

    assert (answer.status_code, part.status_code) == (403, 403)
    assert b"What you typed is kept: load the page again." in answer.content
    assert part.headers["Content-Type"].startswith("text/plain")


def test_uploads_go_to_disk_as_they_come() -> None:
    assert studio.FILE_UPLOAD_HANDLERS == ["django.core.files.uploadhandler.TemporaryFileUploadHandler"]
    assert SimpleUploadedFile("x" * 10_000 + ".png", b"").name == "x" * 251 + ".png"
