"""`manage.py check_models`: what it says, and with which code it leaves."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from generation import services
from generation.models import ModelOffer, Vendor
from sceneme.management.commands.check_models import DRIFTED
from tests.twins.replicate import ReplicateTwin

KEY = "replicate/wan-2.2-i2v-fast"
FIELDS = {
    "image": {"type": "ImageRef"},
    "prompt": {"type": "str"},
    "last_image": {"type": "ImageRef"},
    "num_frames": {"type": "int", "ge": 81, "le": 121},
    "frames_per_second": {"type": "int", "ge": 5, "le": 30},
    "resolution": {"enum": ["480p", "720p"]},
    "go_fast": {"type": "bool"},
    "interpolate_output": {"type": "bool"},
    "seed": {"type": "int"},
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    models = {"wan-video/wan-2.2-i2v-fast": {"input": FIELDS}}
    (tmp_path / "replicate-model-inputs.json").write_text(json.dumps({"models": models}))
    return tmp_path


def check(*given: str, **options: Any) -> tuple[int, str, str]:
    """Run the command: its code, what it says, and what it says beside that."""
    out, beside = StringIO(), StringIO()
    try:
        call_command("check_models", *given, stdout=out, stderr=beside, **options)
    except SystemExit as left:
        return int(left.code or 0), out.getvalue(), beside.getvalue()
    return 0, out.getvalue(), beside.getvalue()


def test_rows_without_a_difference_leave_with_nothing_to_say(folder: Path) -> None:
    code, said, beside = check(KEY, "--shipped", "--specs", str(folder))

    assert (code, said) == (0, "")
    assert beside == "1 models compared, 0 differences, 0 of which nothing was found.\n"


@pytest.mark.django_db
def test_a_row_that_somebody_changed_is_compared_as_it_is_now(folder: Path) -> None:
    services.sync_shipped()
    row = ModelOffer.objects.get(key=KEY)
    row.settings["size"]["names"]["1080p"] = [[1920, 1080]]
    row.save()

    code, said, _ = check(KEY, "--specs", str(folder))

    assert code == DRIFTED
    assert said == f"{KEY}: value: the row says resolution = '1080p'; the vendor says '480p', '720p'\n"


def test_a_machine_reads_json(folder: Path) -> None:
    _, said, _ = check("replicate", "--shipped", "--specs", str(folder), "--json")

    told = json.loads(said)
    assert told["compared"] == [KEY]
    assert told["findings"] == []
    assert "replicate/veo-3.1" in told["silent"]


@pytest.mark.django_db
def test_vendors_are_asked_with_the_studios_key(monkeypatch: pytest.MonkeyPatch) -> None:
    services.sync_shipped()
    monkeypatch.setenv("REPLICATE_API_TOKEN", "r8_of_the_environment")
    with ReplicateTwin() as twin:
        Vendor.objects.filter(key="replicate").update(base_url=twin.url)
        twin.knobs["gone"] = ["wan-video/wan-2.2-i2v-fast"]

        code, said, _ = check(KEY, "replicate/flux-2-pro", "--live")

    assert code == DRIFTED
    assert said == f"{KEY}: gone: the row says wan-video/wan-2.2-i2v-fast; the vendor says that it has no such model\n"
    assert {asked.headers["authorization"] for asked in twin.seen} == {"Bearer r8_of_the_environment"}


@pytest.mark.django_db
def test_a_vendor_without_a_key_is_named_and_is_no_difference(monkeypatch: pytest.MonkeyPatch) -> None:
    services.sync_shipped()
    monkeypatch.delenv("REPLICATE_API_TOKEN", raising=False)

    code, said, beside = check("replicate", "--live")

    assert (code, said) == (0, "")
    assert "replicate: not compared: There is no key for Replicate." in beside


def test_what_cannot_be_done_is_said_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="There is no folder"):
        check("--shipped", "--specs", str(tmp_path / "nowhere"))
    with pytest.raises(CommandError, match="no model or vendor fal/unheard-of"):
        check("fal/unheard-of", "--shipped", "--specs", str(tmp_path))
