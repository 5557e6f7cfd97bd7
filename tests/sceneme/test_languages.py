"""The studio speaks the languages of its list: whole pages, whole catalogues, and nothing said outside of them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils.translation import gettext, override

from entities.models import Library
from generation.views.steps import PAGES
from tests.generation.planned import film_in

LANGUAGES = [language for language, _name in settings.LANGUAGES if language != settings.LANGUAGE_CODE]
CATALOGUES = sorted(Path(settings.BASE_DIR / "locale").rglob("django.po"))
TEMPLATES = sorted(Path(settings.BASE_DIR / "templates").rglob("*.html"))

STEP_WORDS = ["Story", "Cast", "Script & voices", "Shots", "Frames", "Sound", "Cut"]
KEY_WORDS = [*STEP_WORDS, "Films", "Library", "Activity", "Skip to the content", "How it stands", "Waiting"]

PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%%?[sd\d]|</?\w+>")
TAG = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}", re.DOTALL)
BLOCK = re.compile(r"\{%\s*(blocktranslate|comment)\b.*?\{%\s*end\1\s*%\}", re.DOTALL)
WORD_IN_TAG = re.compile(r"\{%\s*include\b[^%]*\b(?:word|label|title|text)=\"[A-Z]|\|default:\"[A-Z][a-z]+ ")
HEARD = {"aria-label", "placeholder", "title", "alt", "label", "aria-description", "aria-valuetext", "hx-confirm"}
SAME_EVERYWHERE = {"SceneMe", "Enter", "Alt", "Ctrl", "Esc", "Delete", "CC", "ms", "en"}
"""Names, keys of a keyboard and signs."""


# --- Catalogues -------------------------------------------------------------------------------------


def entries(catalogue: Path) -> Iterator[dict[str, str]]:
    """Yield every entry: {"msgid": …, "msgstr[0]": …}, and its flags under "#"."""
    for block in catalogue.read_text(encoding="utf-8").split("\n\n"):
        entry: dict[str, str] = {"#": ""}
        name = ""
        for line in block.splitlines():
            if line.startswith("#"):
                entry["#"] += line if line.startswith("#,") else ""
                continue
            keyword, _, rest = line.partition(" ") if not line.startswith('"') else (name, "", line)
            name = keyword
            entry[name] = entry.get(name, "") + ast.literal_eval(rest)
        if entry.get("msgid"):
            yield entry


def said(entry: dict[str, str]) -> list[str]:
    return [words for name, words in entry.items() if name.startswith("msgstr")]


@pytest.mark.parametrize("catalogue", CATALOGUES, ids=lambda path: path.parts[-3])
def test_a_catalogue_is_whole(catalogue: Path) -> None:
    gaps = [entry["msgid"] for entry in entries(catalogue) if not all(said(entry)) or "fuzzy" in entry["#"]]

    assert len(list(entries(catalogue))) > 1000
    assert gaps == []


@pytest.mark.parametrize("catalogue", CATALOGUES, ids=lambda path: path.parts[-3])
def test_figures_and_names_stand_in_every_translation(catalogue: Path) -> None:
    wrong = []
    for entry in entries(catalogue):
        wanted = {
            tuple(sorted(PLACEHOLDER.findall(entry[name]))) for name in ("msgid", "msgid_plural") if name in entry
        }
        wrong += [words for words in said(entry) if tuple(sorted(PLACEHOLDER.findall(words))) not in wanted]

    assert wrong == []


@pytest.mark.parametrize("catalogue", CATALOGUES, ids=lambda path: path.parts[-3])
def test_every_plural_has_all_its_forms(catalogue: Path) -> None:
    rule = re.search(r"nplurals=(\d)", catalogue.read_text(encoding="utf-8"))
    forms = {len(said(entry)) for entry in entries(catalogue) if "msgid_plural" in entry}

    assert rule is not None
    assert forms == {int(rule[1])}


def test_compiled_catalogues_say_what_their_sources_say() -> None:
    for language, name in (("de", "de"), ("zh-hans", "zh_Hans")):
        source = next(path for path in CATALOGUES if path.parts[-3] == name)
        plain = [entry for entry in entries(source) if not {"msgctxt", "msgid_plural"} & entry.keys()]

        with override(language):
            differing = [entry["msgid"] for entry in plain if gettext(entry["msgid"]) != entry["msgstr"]]

        assert differing == []


def test_every_marked_string_of_the_templates_is_in_the_catalogues() -> None:
    marked = re.compile(r"""(?:\{%\s*translate\s+|\b_\()(?:"([^"]+)"|'([^']+)')""")
    wanted = {one or other for path in TEMPLATES for one, other in marked.findall(path.read_text(encoding="utf-8"))}

    for catalogue in CATALOGUES:
        known = {entry["msgid"].replace("%%", "%") for entry in entries(catalogue)}

        assert sorted(wanted - known) == []


# --- Pages ------------------------------------------------------------------------------------------


@pytest.mark.django_db
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_of_a_film_speaks_the_language_that_was_chosen(
    client: Client, library: Library, language: str
) -> None:
    film = film_in(library)
    client.post(reverse("set_language"), {"language": language, "next": "/"})
    addresses = [reverse("generation:film", args=(film.pk,))]
    addresses += [reverse("generation:film-step", args=(film.pk, step)) for step in PAGES]
    addresses += [reverse(f"generation:{name}") for name in ("films", "library", "activity", "account")]

    for address in addresses:
        page = client.get(address)
        shown = page.content.decode()

        assert page.status_code == 200
        assert f'<html lang="{language}" dir="ltr"' in shown
        assert [word for word in KEY_WORDS if f">{word.replace('&', '&amp;')}<" in shown] == []


@pytest.mark.django_db
def test_the_language_is_chosen_in_the_account_and_stays(client: Client) -> None:
    assert 'name="language" value="de"' in client.get(reverse("generation:account")).content.decode()

    client.post(reverse("set_language"), {"language": "de", "next": "/"})

    assert client.cookies[settings.LANGUAGE_COOKIE_NAME].value == "de"
    assert "Bibliothek" in client.get("/").content.decode()


# --- Templates --------------------------------------------------------------------------------------


class Words(HTMLParser):
    """Collects what a page would say, or have read aloud."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value or "" for name, value in attrs if name in HEARD]

    def handle_data(self, data: str) -> None:
        self.found.append(data)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: str(path.relative_to(settings.BASE_DIR)))
def test_a_template_says_nothing_that_cannot_be_translated(template: Path) -> None:
    text = BLOCK.sub("", template.read_text(encoding="utf-8"))
    title_only = re.sub(r"\{% block body_class %\}.*?\{% endblock %\}", "", text)
    words = Words()
    words.feed(TAG.sub("", title_only))

    unmarked = [
        word
        for phrase in words.found
        for word in re.findall(r"[A-Za-z][A-Za-z'’]+", phrase)
        if word not in SAME_EVERYWHERE and not template.name.startswith("_part")
    ]

    assert unmarked == []
    assert WORD_IN_TAG.findall(text) == []
