"""The shipped rows of fal against its endpoints' published fields (an extract: tests/twins/schemas)."""

from __future__ import annotations

from pathlib import Path

import pytest

from generation.providers.fal.rows import MODELS, VENDORS
from generation.providers.fields import fill, known_fields
from generation.providers.filled import Filled
from generation.providers.specs import ModelSpec
from tests.twins.schema import models_of, wrongs

from .asked import asked_of

KNOWN = models_of("fal")


def _as_sent(filled: Filled) -> dict[str, object]:
    return filled.sent(lambda media: f"https://files.test/{media.sha256}")


@pytest.mark.parametrize("row", MODELS, ids=lambda row: row.key)
@pytest.mark.parametrize("everything", [False, True], ids=["needed", "everything"])
def test_every_row_sends_what_its_model_knows_and_needs(row: ModelSpec, tmp_path: Path, *, everything: bool) -> None:
    filled = fill(asked_of(row, tmp_path, everything=everything), row.settings)

    assert list(wrongs(KNOWN[row.endpoint], _as_sent(filled))) == []


@pytest.mark.parametrize("row", MODELS, ids=lambda row: row.key)
def test_no_row_names_a_field_that_its_model_has_not(row: ModelSpec) -> None:
    assert known_fields(row.settings) <= set(KNOWN[row.endpoint]["fields"])


def test_rows_are_dated_priced_and_their_own() -> None:
    assert len({row.key for row in MODELS}) == len(MODELS)
    for row in MODELS:
        assert row.facts_date and row.facts_source and len(row.facts_source) <= 200
        assert row.price_micros > 0 and row.price_unit != "free"
        assert row.vendor == VENDORS[0].key
        assert row.is_on or row.setup
        assert len(row.key) <= 80 and len(row.label) <= 120 and len(row.beyond) <= 200


def test_a_model_never_makes_sound_that_nobody_asked_for(tmp_path: Path) -> None:
    for row in MODELS:
        if row.settings.get("audio"):
            assert fill(asked_of(row, tmp_path), row.settings).get("generate_audio") is False, row.key
