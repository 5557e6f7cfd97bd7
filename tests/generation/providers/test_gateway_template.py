"""The languages that rows of the gateway are written in: total, typed, and blind to what values hold."""

from __future__ import annotations

import json
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generation.providers.base import Invalid
from generation.providers.gateway import paths, requests, template
from generation.providers.gateway.template import ABSENT, BadTemplate, Field, fill
from generation.providers.gateway.values import Values

NAMES = ("prompt", "seed", "width", "sounds", "sections", "settings")
SCALARS = st.one_of(
    st.text(max_size=12), st.integers(), st.booleans(), st.floats(allow_nan=False, allow_infinity=False)
)
VALUES = st.one_of(
    st.none(),
    SCALARS,
    st.sampled_from(["{seed}", "{{prompt}}", "{secret:key}", "$if", '"}', "{prompt|x}", "}{"]),
    st.lists(SCALARS, max_size=3),
    st.dictionaries(st.text(max_size=4), SCALARS, max_size=3),
)
ASKED = st.fixed_dictionaries({name: VALUES for name in NAMES})
WORDS = st.text(max_size=8).map(lambda text: text.replace("{", "{{").replace("}", "}}"))
HOLES = st.sampled_from(
    [f"{{{name}}}" for name in NAMES] + ["{prompt|so}", "{sounds[]}", "{sounds[1]}", "{settings.pace}"]
)
STRINGS = st.lists(st.one_of(WORDS, HOLES), max_size=4).map("".join)
TEMPLATES: st.SearchStrategy[Any] = st.recursive(
    st.one_of(STRINGS, SCALARS.filter(lambda value: not isinstance(value, str)), st.none()),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(st.text("abc", max_size=3), inner, max_size=3),
        st.builds(lambda name, one: {"$if": name, "key": one}, st.sampled_from(NAMES), inner),
        st.builds(
            lambda name, one, two: {"$unless": name, "$then": one, "$else": two}, st.sampled_from(NAMES), inner, inner
        ),
    ),
    max_leaves=12,
)


@given(TEMPLATES, ASKED)
def test_a_good_template_is_filled_whatever_the_values_are(one: Any, asked: dict[str, Any]) -> None:
    list(template.holes(one))

    filled = fill(one, Values(asked))

    assert filled is ABSENT or json.loads(json.dumps(filled)) is not None or filled is None


@given(st.text(max_size=30))
def test_any_text_is_a_template_or_said_to_be_none(text: str) -> None:
    try:
        pieces = template.parse(text)
    except BadTemplate as error:
        assert "{" in text or "}" in text
        assert "character" in str(error)
        return
    assert "".join(piece for piece in pieces if isinstance(piece, str)).count("{") <= text.count("{{")


@given(st.text(max_size=30))
def test_signs_written_twice_mean_themselves(text: str) -> None:
    written = text.replace("{", "{{").replace("}", "}}")

    assert fill(written, Values({})) == text


@given(SCALARS.filter(lambda value: value != ""))
def test_a_value_alone_keeps_its_type(value: Any) -> None:
    filled = fill({"a": ["{seed}"]}, Values({"seed": value}))

    assert filled == {"a": [value]}
    assert type(filled["a"][0]) is type(value)


@given(VALUES.filter(lambda value: value not in (None, "", [], {})), VALUES)
def test_what_a_value_holds_is_never_read_as_a_template(value: Any, other: Any) -> None:
    asked: list[Field] = []

    def resolve(field: Field) -> Any:
        asked.append(field)
        return value if field == ("prompt",) else other

    alone, inside = fill("{prompt}", resolve), fill("a {prompt} b", resolve)

    assert alone == value
    assert inside == f"a {value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)} b"
    assert set(asked) == {("prompt",)}


@pytest.mark.parametrize("nothing", [None, "", [], (), {}])
def test_what_has_no_value_is_left_out(nothing: Any) -> None:
    one = {"kept": 1, "gone": "{prompt}", "part": "so {prompt}", "list": ["{prompt}", 2], "said": "{prompt|calmly}"}

    assert fill(one, Values({"prompt": nothing})) == {"kept": 1, "list": [2], "said": "calmly"}


@pytest.mark.parametrize("something", [0, False, 0.0, " "])
def test_zero_and_no_are_values(something: Any) -> None:
    assert fill({"a": "{seed}"}, Values({"seed": something})) == {"a": something}


def test_conditions_choose_between_things() -> None:
    one = {
        "node": {"$if": "seed", "kind": "A"},
        "link": {"$if": "prompt", "$then": ["A", 0], "$else": {"$unless": "seed", "$then": 1, "$else": 2}},
    }

    assert fill(one, Values({"seed": 1})) == {"node": {"kind": "A"}, "link": 2}
    assert fill(one, Values({"prompt": "x"})) == {"link": ["A", 0]}


@pytest.mark.parametrize("text", ["{", "}", "{Prompt}", "{prompt", "a } b", "{prompt.}", "{references[x]}", "{}"])
def test_a_sign_out_of_place_is_said_with_where_it_is(text: str) -> None:
    with pytest.raises(BadTemplate, match="character"):
        template.parse(text)


# --- Paths -----------------------------------------------------------------------------------------

JSON: st.SearchStrategy[Any] = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=4)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.text("abx.", max_size=2), inner, max_size=3)
    ),
    max_leaves=10,
)


@given(JSON, st.text('ab0.[]*"x', max_size=8))
def test_any_path_can_be_followed_in_any_answer_or_is_said_to_be_none(answer: Any, text: str) -> None:
    try:
        steps = paths.parse(text)
    except paths.BadPath:
        return
    assert None not in list(paths.all_at(answer, steps))


@given(JSON)
def test_every_place_of_an_answer_can_be_named(answer: Any) -> None:
    def walk(value: Any, path: str) -> None:
        if value is not None:
            assert paths.first_at(answer, path) == value
        for key, inner in value.items() if isinstance(value, dict) else ():
            walk(inner, f'{path}["{key}"]')
        for number, inner in enumerate(value) if isinstance(value, list) else ():
            walk(inner, f"{path}[{number}]")

    walk(answer, "")


def test_a_star_goes_on_until_the_rest_leads_somewhere() -> None:
    answer = {"id": {"outputs": {"3": {"text": ["x"]}, "9": {"images": [{"filename": "a.png"}]}}}}

    assert paths.first_at(answer, "*.outputs.*.images[0].filename") == "a.png"
    assert paths.first_at(answer, ["*.outputs.*.gifs[0]", "*.outputs.3.text[0]"]) == "x"
    assert paths.every_at({"running": [[1, "a"], [2, "b"]]}, "running.*[1]") == ["a", "b"]


@pytest.mark.parametrize("text", [".a", "a.", "a..b", "a[", "a[x]", "a b", "*a", "a[0]b"])
def test_what_is_no_path_is_said(text: str) -> None:
    with pytest.raises(paths.BadPath):
        paths.parse(text)


# --- Addresses -------------------------------------------------------------------------------------


@given(
    st.text(min_size=1, max_size=12)
    | st.sampled_from(["..", "../../x", "a/b", "?x=1", "#y", "@evil.example", "%2e%2e", "\ud800"])
)
def test_a_value_in_an_address_is_never_another_part_of_it(value: str) -> None:
    look = Values({"base_url": "http://own.example:8188/api", "id": value})
    if value in {".", ".."}:
        with pytest.raises(Invalid):
            requests.address("{base_url}/history/{id}", look)
        return

    url = httpx.URL(requests.address("{base_url}/history/{id}?full={id}", look))

    assert (url.scheme, url.host, url.port, url.fragment) == ("http", "own.example", 8188, "")
    assert url.raw_path.partition(b"?")[0].count(b"/") == 3
    assert url.path.startswith("/api/history/")
    assert list(url.params) == ["full"]


def test_an_address_without_its_value_is_none() -> None:
    with pytest.raises(Invalid, match=r"needs \{id\}"):
        requests.address("{base_url}/{id}", Values({"base_url": "http://own.example"}))
