"""The shipped rows of Replicate against its models' published fields (an extract: tests/twins/schemas)."""

from __future__ import annotations

from pathlib import Path

import pytest

from generation.providers.fields import fill, known_fields
from generation.providers.filled import Filled
from generation.providers.replicate.rows import MODELS, VENDORS
from generation.providers.specs import ModelSpec
from tests.twins.schema import models_of, wrongs

from .asked import asked_of

KNOWN = models_of("replicate")


def _as_sent(filled: Filled) -> dict[str, object]:
    return filled.sent(lambda media: f"https://files.test/{media.sha256}")


@pytest.mark.parametrize("row", MODELS, ids=lambda row: row.key)
@pytest.mark.parametrize("everything", [False, True], ids=["needed", "everything"])
def test_every_row_sends_what_its_model_knows_and_needs(row: ModelSpec, tmp_path: Path, *, everything: bool) -> None:
    model = KNOWN[row.endpoint.partition(":")[0]]

    filled = fill(asked_of(row, tmp_path, everything=everything), row.settings)

    assert list(wrongs(model, _as_sent(filled))) == []


@pytest.mark.parametrize("row", MODELS, ids=lambda row: row.key)
def test_no_row_names_a_field_that_its_model_has_not(row: ModelSpec) -> None:
    model = KNOWN[row.endpoint.partition(":")[0]]

    assert known_fields(row.settings) <= set(model["fields"])


def test_rows_of_models_with_versions_name_one_or_have_it_looked_up() -> None:
    for row in MODELS:
        is_official = KNOWN[row.endpoint.partition(":")[0]]["official"]

        assert is_official == (":" not in row.endpoint and not row.settings.get("versioned")), row.key


def test_rows_are_dated_priced_and_their_own() -> None:
    assert len({row.key for row in MODELS}) == len(MODELS)
    for row in MODELS:
        assert row.facts_date and row.facts_source and len(row.facts_source) <= 200
        assert row.price_micros > 0 and row.price_unit != "free"
        assert row.vendor == VENDORS[0].key
        assert row.is_on or row.setup
