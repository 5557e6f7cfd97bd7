"""What the shipped rows of the servers that speak OpenAI's protocol promise."""

from __future__ import annotations

import json
import re
from importlib import import_module
from pathlib import Path

import pytest

from generation.planning.schema import DOCUMENTS
from generation.prompts import fingerprint, instructions
from generation.providers.base import Capability
from generation.providers.openai.rows import MODELS, VENDORS
from generation.providers.openai.voices import ALL_VOICES, VOICES
from generation.providers.specs import ModelSpec
from tests.generation.providers.openai_servers import adapter
from tests.twins.openai import OpenAITwin
from tests.twins.openai_rules import RETIRED

STAGING = Path(__file__).parents[3] / "docs" / "staging.md"


def test_every_row_has_its_own_key_and_a_vendor() -> None:
    vendors = {row.key for row in VENDORS}

    assert len({row.key for row in MODELS}) == len(MODELS)
    assert all(row.vendor in vendors and row.key.startswith(f"{row.vendor}/") for row in MODELS)


@pytest.mark.parametrize("row", MODELS, ids=lambda row: row.key)
def test_every_rows_adapter_can_be_built_and_its_settings_stored(row: ModelSpec) -> None:
    with OpenAITwin() as twin:
        made = adapter(twin, row.key)
        made.server.close()

    assert made.endpoint == row.endpoint
    assert json.loads(json.dumps(dict(row.settings))) == row.settings
    assert row.facts_date is not None
    assert row.facts_source


@pytest.mark.parametrize("row", VENDORS, ids=lambda row: row.key)
def test_every_vendors_functions_exist(row: object) -> None:
    paths = [path for path in (getattr(row, "account", ""), getattr(row, "webhook", "")) if path]

    for path in paths:
        module, _, name = path.rpartition(".")
        assert callable(getattr(import_module(module), name))


def test_no_row_names_a_model_that_is_gone() -> None:
    assert not {row.endpoint for row in MODELS} & RETIRED


def test_a_model_that_will_end_says_so_in_its_name() -> None:
    ending = [row for row in MODELS if row.settings.get("ends_on")]

    assert {"openai/whisper-1", "openai/tts-1", "openai/gpt-4o-mini-tts", "openai/gpt-4o"} <= {r.key for r in ending}
    assert all("(until " in row.label for row in ending)


def test_openrouter_is_first_among_language_models() -> None:
    texts = sorted((row for row in MODELS if row.capability is Capability.TEXT), key=lambda row: row.preference)

    assert texts[0].vendor == "openrouter"


def test_what_is_on_works_with_just_a_key() -> None:
    for row in MODELS:
        vendor = next(vendor for vendor in VENDORS if vendor.key == row.vendor)
        assert not row.is_on or (vendor.variable and not vendor.is_local), row.key
        assert row.is_on or row.setup, row.key


def test_estimates_and_bills_go_by_the_same_prices() -> None:
    for row in MODELS:
        if row.price_unit == "mtoken":
            billed = row.settings["mtoken_micros"]
            assert {price["kind"]: price["micros"] for price in row.prices} == {k: billed[k] for k in ("in", "out")}


def test_no_two_voices_share_a_key() -> None:
    assert len(set(ALL_VOICES)) == len(VOICES) == 13
    assert {voice.sex for voice in VOICES} == {"male", "female"}


# --- What language models are told -----------------------------------------------------------------


def test_the_instructions_for_shots_name_every_word_that_can_be_drawn() -> None:
    told = instructions("shots")
    rows = {
        field: re.split(r"[,;]\s*", words)
        for fields, words in re.findall(r"^\| (`[^|]+`) \| ([a-z_, ;]+) \|$", STAGING.read_text(), re.MULTILINE)
        for field in [fields.strip("`")]
    }

    for field in ("size", "angle", "move", "pose", "expression", "gesture"):
        assert len(rows[field]) > 3
        assert [word for word in rows[field] if f'"{word.strip()}"' not in told] == []


@pytest.mark.parametrize("task", sorted(DOCUMENTS))
def test_the_instructions_speak_of_every_field_of_their_document(task: str) -> None:
    told = instructions(task, with_findings=task == "script")
    schema = DOCUMENTS[task].model_json_schema()
    parts = [schema, *schema["$defs"].values()]

    fields = {name for part in parts for name in part["properties"]} - {"name", "segments", "shots", "scenes"}
    assert sorted(field for field in fields if f"`{field}`" not in told) == []


def test_each_task_has_its_own_fingerprint() -> None:
    assert len({fingerprint(task) for task in ("script", "cast", "scenes", "shots")}) == 4
