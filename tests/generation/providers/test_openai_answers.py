"""Reading documents out of what models say, schemas by the strict rules, and what answers cost."""

from __future__ import annotations

from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generation.planning.schema import DOCUMENTS
from generation.providers.openai.answers import NotADocument, read_document
from generation.providers.openai.costs import cost_micros, tokens
from generation.providers.openai.strict import strict_schema
from tests.generation.providers.openai_servers import SCHEMA
from tests.twins.openai_planning import completed
from tests.twins.openai_rules import unstrict

FREE: dict[str, Any] = {"type": "object", "properties": {"tags": {"type": "object", "additionalProperties": True}}}


@pytest.mark.parametrize(
    ("said", "document"),
    [
        ('{"title": "Sea"}', {"title": "Sea"}),
        ('\ufeff  {"title": "Sea"}\n', {"title": "Sea"}),
        ('```json\n{"title": "Sea"}\n```', {"title": "Sea"}),
        ('Here it is [as asked]:\n{"title": "Sea"} Enjoy!', {"title": "Sea"}),
        (
            '{"title": "Sea, ]", "scenes": [{"place": "Harbour",},],}',
            {"title": "Sea, ]", "scenes": [{"place": "Harbour"}]},
        ),
        ('<think>{"title": "no"}</think>{"title": "Sea"}', {"title": "Sea"}),
        ('{"answer": {"title": "Sea"}}', {"title": "Sea"}),
        ('[{"title": "Sea"}]', {"title": "Sea"}),
        ('[{"place": "Harbour"}]', {"scenes": [{"place": "Harbour"}]}),
        ('{"title": "A line\nbreak"}', {"title": "A line\nbreak"}),
        ('{"title": "```json\\n{}```"}', {"title": "```json\n{}```"}),
        ('{"title": 12, "seconds": "40"}', {"title": "12", "seconds": 40}),
        ('{"title": "x", "seconds": 99.6}', {"title": "x", "seconds": 60}),
        ('{"title": "x", "mood": "Tense "}', {"title": "x", "mood": "tense"}),
        ('{"title": "x", "mood": null, "seconds": NaN}', {"title": "x"}),
        ('{"title": ["a", "b"], "more": 1}', {"title": "a, b"}),
        ('{"title": "x", "scenes": {"place": "Harbour"}}', {"title": "x", "scenes": [{"place": "Harbour"}]}),
        ('{"title": "x", "scenes": null}', {"title": "x"}),
        (
            '{"title": "x", "scenes": [{"place": "a", "weather": null}, null]}',
            {"title": "x", "scenes": [{"place": "a", "weather": None}]},
        ),
    ],
)
def test_a_document_is_found_in_what_was_said(said: str, document: Any) -> None:
    assert read_document(said, SCHEMA) == document


@pytest.mark.parametrize(
    "said", ["", "No.", '{"title": "Sea", "scenes": [', "{title: Sea}", '"Sea"', "12", "```json\n```"]
)
def test_what_holds_no_document_is_none(said: str) -> None:
    with pytest.raises(NotADocument):
        read_document(said, SCHEMA)


def test_a_document_nested_without_end_is_none() -> None:
    with pytest.raises(NotADocument):
        read_document("[" * 100_000, SCHEMA)


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet='{}[]",:\\ \n`abc1<think>/', max_size=60))
def test_no_words_break_the_reading(said: str) -> None:
    try:
        found = read_document(said, SCHEMA)
    except NotADocument:
        return
    assert isinstance(found, dict | list)


@pytest.mark.parametrize("task", sorted(DOCUMENTS))
def test_every_plans_schema_obeys_the_strict_rules(task: str) -> None:
    schema = strict_schema(DOCUMENTS[task].model_json_schema())

    assert unstrict(schema, ()) == ""
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(completed(None, schema, schema), schema)


def test_limits_are_told_where_they_are_not_kept() -> None:
    told, kept = strict_schema(SCHEMA), strict_schema(SCHEMA, keeps_limits=True)

    assert told["properties"]["seconds"] == {"type": "integer", "description": "0 or more, 60 or less."}
    assert kept["properties"]["seconds"] == {"type": "integer", "minimum": 0, "maximum": 60}
    assert kept["properties"]["scenes"]["maxItems"] == 3


def test_nothing_stands_beside_a_reference() -> None:
    schema = {
        "type": "object",
        "properties": {"where": {"$ref": "#/$defs/Place", "description": "The place."}},
        "$defs": {"Place": {"type": "object", "properties": {"name": {"type": "string", "default": None}}}},
    }

    strict = strict_schema(schema)

    assert strict["properties"]["where"]["description"] == "The place."
    assert unstrict(strict, ()) == ""


def test_an_object_with_free_keys_goes_out_as_pairs_and_comes_back() -> None:
    strict = strict_schema(FREE)
    pairs = completed(None, strict, strict)["tags"]
    said = '{"tags": [{"key": "light", "value": "low"}]}'

    assert unstrict(strict, ()) == ""
    assert set(pairs[0]) == {"key", "value"}
    assert read_document(said, FREE) == {"tags": {"light": "low"}}


# --- Costs -----------------------------------------------------------------------------------------

PRICES = {"mtoken_micros": {"in": 1_000_000, "cached_in": 100_000, "out": 5_000_000}}


@pytest.mark.parametrize(
    ("usage", "ways", "micros"),
    [
        ({"prompt_tokens": 1000, "completion_tokens": 200}, PRICES, 2000),
        (
            {"prompt_tokens": 1000, "completion_tokens": 200, "prompt_tokens_details": {"cached_tokens": 500}},
            PRICES,
            1550,
        ),
        ({"prompt_tokens": 1, "completion_tokens": 0}, {"mtoken_micros": {"in": 499_999}}, 0),
        ({"prompt_tokens": 1, "completion_tokens": 0}, {"mtoken_micros": {"in": 500_000}}, 1),
        ({"prompt_tokens": 5, "completion_tokens": 5}, {}, None),
        ({"cost": 0.0123456, "prompt_tokens": 5}, {**PRICES, "tells_cost": True}, 12_346),
        ({"cost": 5, "prompt_tokens": 5}, PRICES, 5),
        (None, PRICES, None),
    ],
)
def test_an_answer_costs_what_its_tokens_cost(usage: Any, ways: dict[str, Any], micros: int | None) -> None:
    assert cost_micros(usage, ways) == micros


def test_each_token_of_a_picture_is_counted_once() -> None:
    usage = {
        "input_tokens": 400,
        "output_tokens": 1056,
        "input_tokens_details": {"text_tokens": 77, "image_tokens": 323},
    }

    assert tokens(usage) == {"in": 77, "image_in": 323, "image_out": 1056}
