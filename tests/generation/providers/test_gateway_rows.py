"""Rows of the gateway: the shipped ones are right, and a wrong one is told by its field."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generation.providers.base import NO_TICKET, Access, Capability, ImageRequest, Invalid, NeedsSetup
from generation.providers.gateway import comfyui_graphs
from generation.providers.gateway.meanings import MEANINGS
from generation.providers.gateway.model import GatewayModel
from generation.providers.gateway.row import FIELDS, check
from generation.providers.gateway.rows import MODELS, VENDORS
from generation.providers.gateway.template import holes

GOOD: Mapping[str, Any] = {
    "submit": {"url": "{base_url}/make", "body": {"prompt": "{prompt}"}},
    "id": "id",
    "poll": {"url": "{base_url}/made/{id}"},
    "state": {"path": "status", "done": ["done"]},
    "output": {"path": "url"},
}


def test_every_shipped_row_is_right() -> None:
    found = {row.key: check(row.settings) for row in MODELS}

    assert {key: problems for key, problems in found.items() if problems} == {}
    assert len(found) == len(MODELS)


def test_every_row_can_be_stored_and_belongs_to_a_shipped_vendor() -> None:
    vendors = {vendor.key for vendor in VENDORS}

    for row in MODELS:
        assert json.loads(json.dumps(row.settings)) is not None
        assert row.vendor in vendors
        assert row.key.startswith(f"{row.vendor}/")
        assert len(row.key) <= 80
        assert (row.price_unit == "free") == (row.price_micros == 0)


def test_what_needs_setting_up_is_off_and_says_what_to_do() -> None:
    off = [row for row in MODELS if not row.is_on]

    assert all(len(row.setup) > 60 for row in off)
    assert {row.key for row in MODELS if row.is_on} == {"runpod/infinitetalk"}


def test_the_stack_that_nobody_hosts_has_its_rows() -> None:
    found = {row.key: row.capability for row in MODELS}

    assert found["runpod/worldgen"] is Capability.IMAGE
    assert found["runpod/infcam"] is Capability.CAMERA
    assert found["runpod/seed-vc"] is Capability.VOICE
    assert found["runpod/hunyuan-foley"] is Capability.FOLEY
    assert found["runpod/higgs-audio-v2"] is Capability.SPEECH
    assert {f"n8n/{capability.value}" for capability in Capability} <= set(found)
    assert all(row.price_unit == "free" for row in MODELS if row.vendor == "comfyui")


def test_a_graph_names_its_model_files_in_the_rows_setup() -> None:
    for row in MODELS:
        if row.vendor == "comfyui":
            assert all(name in row.setup for name in comfyui_graphs.FILES[row.endpoint])
            text = json.dumps(row.settings["submit"])
            assert all(name.rpartition("/")[2] in text for name in comfyui_graphs.FILES[row.endpoint])


def test_secrets_stand_in_headers_only() -> None:
    for row in MODELS:
        bodies = [row.settings["submit"].get("body"), *(rule.get("body") for rule in row.settings.get("cancel", ()))]
        assert not [hole for body in bodies for _, hole in holes(body) if hole.field[0] == "secret"]


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"submit": None}, "submit: this has to be an object"),
        ({"submit": {"body": {}}}, "submit.url: this is missing"),
        ({"sumbit": {}}, "sumbit: there is no such field; did you mean “submit”?"),
        ({"submit": {"url": "make"}}, "submit.url: an address begins with {base_url} or https://"),
        ({"submit": {"url": "https://{endpoint}.example/"}}, "submit.url: the name of a server cannot be"),
        ({"submit": {"url": "{base_url}/{secret:key}"}}, "submit.url: secrets may stand in headers only"),
        ({"submit": {"url": "{base_url}", "body": {"k": ["{secret:key}"]}}}, "submit.body.k[0]: secrets may stand in"),
        (
            {"submit": {"url": "{base_url}", "body": {"a": {"b": "{promt}"}}}},
            "submit.body.a.b: “promt” cannot be named",
        ),
        ({"submit": {"url": "{base_url}", "body": "{first_frame}"}}, "submit.body: “first_frame” is a file; its parts"),
        ({"submit": {"url": "{base_url}", "body": "{first_frame.pixels}"}}, "“first_frame.pixels” is a file"),
        ({"submit": {"url": "{base_url}", "body": "{first_frame.file}"}}, "can be sent under “multipart” only"),
        ({"submit": {"url": "{base_url}", "body": "{references.url}"}}, "write references[] or references[0]"),
        ({"submit": {"url": "{base_url}", "body": "{width.px}"}}, "submit.body: “width” has no parts"),
        (
            {"submit": {"url": "{base_url}", "body": "{prompt"}},
            "submit.body: the “{” at character 1 belongs to no field",
        ),
        ({"submit": {"url": "{base_url}", "body": {"$if": 1}}}, "submit.body.$if: a condition is the name of a field"),
        ({"submit": {"url": "{base_url}", "method": "SEND"}}, "submit.method: this has to be one of GET"),
        ({"headers": {"X": "{prompt}"}}, "headers.X: “prompt” cannot be named here"),
        ({"id": "a["}, "id: “a[” is no path"),
        ({"id": 4}, "id: this has to be a path"),
        ({"state": {"path": "a"}}, "state.done: this is missing"),
        ({"state": {"path": "a", "done": "yes"}}, "state.done: this has to be a list of words"),
        ({"state": {"path": "a", "done": ["x"], "fialed": []}}, "did you mean “failed”?"),
        ({"poll": {"url": "{base_url}/{prompt}"}}, "poll.url: “prompt” cannot be named here"),
        ({"output": {"as": "picture"}}, "output.as: this has to be one of auto"),
        ({"statuses": {"teapot": "invalid"}}, "statuses.teapot: this has to be the number"),
        ({"statuses": {"418": "tea"}}, "statuses.418: this has to be one of"),
        ({"meanings": {"unsafe": ["x"]}}, "meanings.unsafe: this has to be one of"),
        ({"cost": {"path": "cost", "micros": "much"}}, "cost.micros: this has to be a number above 0"),
        ({"frames": {"least": 9}}, "frames: this rule cannot be used"),
        ({"size": {"as": "huge"}}, "size: this rule cannot be used"),
        ({"uploads": [{"for": ["scene"], "steps": []}]}, "uploads[0].for[0]: this has to be one of first_frame"),
        ({"timeout_s": 0}, "timeout_s: this has to be a number above 0"),
        ({"find": {"by": "id"}, "poll": None}, "poll: this has to be an object"),
    ],
)
def test_a_wrong_row_is_told_by_its_field(changes: dict[str, Any], problem: str) -> None:
    found = check({**GOOD, **changes})

    assert [one for one in found if problem in one], found


def test_a_good_row_has_no_problems() -> None:
    assert check(GOOD) == []
    assert check({**GOOD, "output": {"path": ["a.*.b", "c[0]"], "as": "base64"}, "label": "Ours"}) == []


@given(
    st.recursive(
        st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=6)),
        lambda inner: st.one_of(
            st.lists(inner, max_size=2),
            st.dictionaries(st.sampled_from(["submit", "url", "poll", "state", "uploads", "find", "$if"]), inner),
        ),
        max_leaves=8,
    ),
    st.sampled_from(
        ["submit", "id", "state", "uploads", "output", "frames", "size", "limits", "cancel", "words", "find"]
    ),
)
def test_whatever_is_written_is_checked_and_never_breaks_the_form(value: Any, name: str) -> None:
    found = check({**GOOD, name: value})

    assert all(isinstance(problem, str) for problem in found)
    assert check(value) or value == {}


def test_a_wrong_row_sends_nothing(tmp_path: Path) -> None:
    model = GatewayModel("x", {**GOOD, "id": "a["}, Access("ours", "http://127.0.0.1:1", allows_private=True))

    with pytest.raises(Invalid, match="id: “a\\[” is no path"):
        model.submit(ImageRequest("a bar", 64, 36), tmp_path, NO_TICKET)
    model.close()


@pytest.mark.parametrize(("base_url", "endpoint"), [("", "x"), ("http://127.0.0.1:1", "ENDPOINT_ID")])
def test_a_row_that_is_not_set_up_yet_says_what_is_missing(tmp_path: Path, base_url: str, endpoint: str) -> None:
    model = GatewayModel(endpoint, GOOD, Access("ours", base_url, settings={"label": "Ours"}))

    with pytest.raises(NeedsSetup, match="Ours"):
        model.submit(ImageRequest("a bar", 64, 36), tmp_path)
    model.close()


def test_the_rows_in_the_manual_are_right() -> None:
    manual = (Path(__file__).parents[3] / "docs" / "gateways.md").read_text("utf-8")
    written = [json.loads(block) for block in re.findall(r"```json\n(.*?)```", manual, re.DOTALL)]
    rows = [block for block in written if "submit" in block]

    assert len(rows) == 3
    assert [check(row) for row in rows] == [[], [], []]


def test_the_manual_explains_every_field() -> None:
    manual = (Path(__file__).parents[3] / "docs" / "gateways.md").read_text("utf-8")

    assert [name for name in (*FIELDS, *MEANINGS) if f"`{name}`" not in manual] == []
