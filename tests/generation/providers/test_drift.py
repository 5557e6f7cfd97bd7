"""Rows beside published schemas: each kind of difference is found, and what is the same is not reported."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from generation.providers.base import Access
from generation.providers.catalog import CATALOG
from generation.providers.drift.compare import allows
from generation.providers.drift.report import Report, against_folder, against_vendors
from generation.providers.drift.schemas import of_json_schema, of_script_fields, rule_of
from generation.providers.specs import ModelSpec
from generation.providers.vendors import VENDORS
from tests.twins import kling
from tests.twins.elevenlabs import ElevenLabsTwin
from tests.twins.fal import FalTwin
from tests.twins.google import GoogleTwin
from tests.twins.openai import OpenAITwin
from tests.twins.replicate import ReplicateTwin
from tests.twins.server import Twin

ROWS = {row.key: row for row in CATALOG}
KLING_ROW, WAN_ROW = "fal/kling-2.6", "replicate/wan-2.2-i2v-fast"
KEYS = {"fal": "key:secret", "replicate": "r8_key", "kling": kling.KEY}


def changed(key: str, **settings: Any) -> ModelSpec:
    row = ROWS[key]
    kept = {name: value for name, value in {**row.settings, **settings}.items() if value is not None}
    return replace(row, settings=kept)


def told(report: Report) -> list[tuple[str, str]]:
    return [(finding.kind, finding.says) for finding in report.findings]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with what two vendors publish of two models."""
    fal = {
        "prompt": {"type": "string", "required": True},
        "start_image_url": {"type": "string | Blob | File", "required": True},
        "end_image_url": {"type": "string | Blob | File"},
        "duration": {"type": '"5" | "10"', "default": "5"},
        "generate_audio": {"type": "boolean"},
    }
    wan = {
        "image": {"type": "ImageRef"},
        "prompt": {"type": "str | None"},
        "last_image": {"type": "ImageRef"},
        "num_frames": {"type": "int", "ge": 81, "le": 121},
        "frames_per_second": {"type": "int", "ge": 5, "le": 30},
        "resolution": {"enum": ["480p", "720p"]},
        "interpolate_output": {"type": "bool"},
        "go_fast": {"type": "bool"},
        "seed": {"type": "int | None"},
    }
    endpoints = {ROWS[KLING_ROW].endpoint: {"input": fal}}
    (tmp_path / "fal-model-inputs.json").write_text(json.dumps({"endpoints": endpoints}))
    models = {ROWS[WAN_ROW].endpoint: {"version": "f0", "input": wan}}
    (tmp_path / "replicate-model-inputs.json").write_text(json.dumps({"models": models}))
    return tmp_path


# --- Against a folder ------------------------------------------------------------------------------


@pytest.mark.parametrize("key", [KLING_ROW, WAN_ROW])
def test_a_row_that_says_what_is_published_is_not_reported(key: str, folder: Path) -> None:
    report = against_folder([ROWS[key]], folder)

    assert told(report) == []
    assert report.compared == [key]


@pytest.mark.parametrize(
    ("settings", "kind", "says"),
    [
        ({"extra": {"style": "noir"}}, "field", "that there is a field style"),
        ({"needs": []}, "required", "nothing of start_image_url, or not always"),
        ({"duration": {"field": "duration", "as": "text", "choices_ms": [5000, 8000]}}, "value", "duration = '8'"),
        ({"duration": {"field": "duration", "choices_ms": [5000]}}, "value", "duration = 5"),
    ],
    ids=["unknown field", "required", "value", "number for a text"],
)
def test_what_a_table_of_types_no_longer_allows_is_found(
    settings: dict[str, Any], kind: str, says: str, folder: Path
) -> None:
    assert told(against_folder([changed(KLING_ROW, **settings)], folder)) == [(kind, says)]


def test_ranges_that_a_model_no_longer_has_are_found(folder: Path) -> None:
    frames = {**ROWS[WAN_ROW].settings["frames"], "least": 41, "rates": [5, 60]}

    report = against_folder([changed(WAN_ROW, frames=frames)], folder)

    assert told(report) == [("range", "num_frames from 41"), ("range", "frames_per_second to 60")]


def test_a_pinned_version_that_was_superseded_is_found(folder: Path) -> None:
    row = replace(ROWS[WAN_ROW], endpoint=f"{ROWS[WAN_ROW].endpoint}:e9")

    assert told(against_folder([row], folder)) == [("version", "e9")]


def test_a_row_of_which_nothing_is_published_is_called_silent_and_not_wrong(folder: Path) -> None:
    rows = [ROWS["fal/flux-2-pro"], ROWS["n8n/image"], ROWS["animatic/frames"]]

    report = against_folder(rows, folder)

    assert (report.findings, report.compared) == ([], [])
    assert sorted(report.silent) == ["animatic/frames", "fal/flux-2-pro", "n8n/image"]


def test_a_document_that_cannot_be_read_is_a_trouble_of_its_vendor_only(folder: Path) -> None:
    (folder / "fal-model-inputs.json").write_text("{")

    report = against_folder([ROWS[KLING_ROW], ROWS[WAN_ROW]], folder)

    assert list(report.troubles) == ["fal"]
    assert report.compared == [WAN_ROW]


def test_requests_of_vendors_with_one_document_are_compared_with_it(tmp_path: Path) -> None:
    body = {
        "type": "object",
        "required": ["model_name", "image", "camera"],
        "properties": {
            "model_name": {"type": "string", "enum": ["kling-v9"]},
            "image": {"type": "string"},
            "prompt": {"type": "string", "maxLength": 1000},
            "camera": {"type": "string"},
            "mode": {"$ref": "#/components/schemas/Mode"},
            "duration": {"enum": ["5", "10"]},
            "callback_url": {"type": "string"},
            "external_task_id": {"type": "string"},
        },
    }
    posted = {"post": {"requestBody": {"content": {"application/json": {"schema": body}}}}}
    paths = {f"/v1/videos/{name}": posted for name in ("text2video", "image2video", "lip-sync", "avatar")}
    schemas = {"Mode": {"type": "string", "enum": ["std"]}}
    place = tmp_path / "kling-openapi-x.json"
    place.write_text(json.dumps({"paths": paths, "components": {"schemas": schemas}}))

    report = against_folder([ROWS["kling/v2-1-pro"]], tmp_path)

    assert told(report) == [
        ("field", "that there is a field image_tail"),
        ("required", "nothing of camera, or not always"),
        ("value", "model_name = 'kling-v2-1'"),
        ("words", "2500 characters in prompt"),
        ("value", "mode = 'pro'"),
    ]


# --- Against the vendors themselves ----------------------------------------------------------------


@pytest.fixture(scope="module")
def twins() -> Iterator[dict[str, Twin]]:
    makers: dict[str, Callable[[], Twin]] = {
        "fal": FalTwin,
        "replicate": ReplicateTwin,
        "elevenlabs": ElevenLabsTwin,
        "google": GoogleTwin,
        "openai": partial(OpenAITwin, "openai"),
    }
    with ExitStack() as running:
        yield {name: running.enter_context(make()) for name, make in makers.items()}


@pytest.fixture(autouse=True)
def _all_is_there(request: pytest.FixtureRequest) -> Iterator[None]:
    yield
    if "twins" in request.fixturenames:
        for twin in request.getfixturevalue("twins").values():
            twin.knobs.pop("gone", None)


def live(twins: dict[str, Twin], *rows: ModelSpec) -> Report:
    def access_of(vendor: str) -> Access:
        row = next(row for row in VENDORS if row.key == vendor)
        twin = twins[vendor]
        settings = {**row.settings, **getattr(twin, "settings", {})}
        address = f"{twin.url}/v1beta" if vendor == "google" else getattr(twin, "base_url", twin.url)
        key = KEYS.get(vendor, "made-up-by-nobody")
        return Access(vendor, address, key, settings=settings, allows_private=True)

    return against_vendors(rows, access_of)


@pytest.mark.parametrize("vendor", ["fal", "replicate"])
def test_the_shipped_rows_are_what_the_twins_publish(vendor: str, twins: dict[str, Twin]) -> None:
    rows = [row for row in CATALOG if row.vendor == vendor]

    report = live(twins, *rows)

    assert [str(finding) for finding in report.findings] == []
    assert len(report.compared) == len(rows)


@pytest.mark.parametrize(
    "key", ["fal/flux-2-pro", WAN_ROW, "elevenlabs/eleven-v3", "google/gemini-omni-1.1-flash", "openai/gpt-6.1-terra"]
)
def test_a_model_that_is_gone_is_found(key: str, twins: dict[str, Twin]) -> None:
    row = ROWS[key]
    before = live(twins, row)

    twins[row.vendor].knobs["gone"] = [row.endpoint]
    after = live(twins, row)

    assert told(before) == []
    assert told(after) == [("gone", row.endpoint)]


def test_more_references_than_the_vendor_takes_are_found(twins: dict[str, Twin]) -> None:
    row = changed("replicate/flux-2-pro", references={"field": "input_images", "most": 9})

    assert told(live(twins, row)) == [("references", "up to 9 in input_images")]


def test_a_price_that_has_changed_is_found(twins: dict[str, Twin]) -> None:
    row = replace(ROWS["fal/kling-2.6"], price_micros=60_000, prices=())

    (finding,) = live(twins, row).findings

    assert finding.kind == "price"
    assert (finding.says, finding.published) == ("0.06 USD per second", "0.07 USD per second")


def test_a_vendor_that_does_not_take_the_key_is_a_trouble(twins: dict[str, Twin]) -> None:
    access = Access("replicate", twins["replicate"].url, "r8_wrong", allows_private=True)

    report = against_vendors([ROWS[WAN_ROW]], lambda vendor: access)

    assert report.findings == []
    assert report.troubles == {"replicate": "Replicate does not accept the key."}


def test_asking_vendors_costs_nothing(twins: dict[str, Twin]) -> None:
    live(twins, *(ROWS[key] for key in ("fal/flux-2-pro", WAN_ROW, "elevenlabs/eleven-v3", "openai/gpt-6.1-terra")))

    assert {name: twin.bill_micros for name, twin in twins.items()} == dict.fromkeys(twins, 0)
    assert not [asked for twin in twins.values() for asked in twin.seen if asked.method != "GET"]


# --- Schemas ---------------------------------------------------------------------------------------


def test_parts_and_references_of_a_schema_are_one() -> None:
    document = {"components": {"schemas": {"Length": {"type": "integer", "enum": [5, 10]}}}}
    node = {
        "allOf": [{"properties": {"seed": {"type": "integer"}}, "required": ["seed"]}],
        "properties": {"duration": {"allOf": [{"$ref": "#/components/schemas/Length"}], "default": 5}},
        "required": ["duration"],
    }

    schema = of_json_schema(document, node)

    assert schema.required == frozenset({"seed", "duration"})
    assert allows(schema.fields["duration"], 10)
    assert not allows(schema.fields["duration"], 6)


def test_names_that_are_only_examples_close_nothing() -> None:
    rule = rule_of({}, {"anyOf": [{"type": "string"}, {"type": "string", "enum": ["tts-1"]}]})

    assert allows(rule, "anything")
    assert not allows(rule, 5)


@pytest.mark.parametrize(
    ("text", "allowed", "refused"),
    [
        ('"5" | "10"', "5", 5),
        ("Array<string>", ["a"], "a"),
        ('ImageSize | "square_hd"', {"width": 1}, True),
        ("number | null", 4, "4"),
    ],
)
def test_types_are_read_as_they_are_written(text: str, allowed: Any, refused: Any) -> None:
    rule = of_script_fields({"it": {"type": text}}).fields["it"]

    assert allows(rule, allowed)
    assert not allows(rule, refused)
