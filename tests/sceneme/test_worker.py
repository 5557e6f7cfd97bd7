"""The service worker and the links to our own files: what has changed has another link, and another worker."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.templatetags.static import static
from django.test import Client

from sceneme import static_links, worker


@pytest.fixture
def sheet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A style sheet that stands for one of ours."""
    file = tmp_path / "tokens.css"
    file.write_text("body {}")
    found = finders.find
    monkeypatch.setattr(finders, "find", lambda name, **_: str(file) if name == "css/tokens.css" else found(name))
    return file


def test_a_file_that_has_changed_has_another_link(sheet: Path) -> None:
    before = static("css/tokens.css")
    sheet.write_text("body { color: red }")

    after = static("css/tokens.css")

    assert before.partition("?v=")[0] == after.partition("?v=")[0] == "/static/css/tokens.css"
    assert before != after


def test_a_changed_file_is_another_version_of_the_worker(sheet: Path) -> None:
    before = worker.version()
    same = worker.version()
    sheet.write_text("body { color: red }")

    assert before == same != worker.version()


def test_fonts_keep_the_names_that_style_sheets_ask_for() -> None:
    assert static("fonts/Manrope-VariableFont_wght.ttf").endswith(".ttf")
    assert static_links.digest_of("css/no-such-file.css") == ""


@pytest.mark.django_db
def test_the_worker_is_never_kept_and_may_look_after_the_whole_studio() -> None:
    answer = Client().get("/worker.js")

    assert answer.headers["Content-Type"].startswith("text/javascript")
    assert answer.headers["Service-Worker-Allowed"] == "/"
    assert "no-cache" in answer.headers["Cache-Control"]
    assert answer.content.decode().startswith(f'const VERSION = "{worker.version()}";')


@pytest.mark.django_db
def test_the_page_without_a_line_says_nothing_about_anybody(client: Client) -> None:
    page = client.get("/offline/").content.decode()

    assert "cannot be reached" in page
    assert "topbar" not in page.partition("<body")[2]
    assert 'id="drawer"' not in page
