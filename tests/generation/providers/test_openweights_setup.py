"""What is said where packages, weights or memory are missing, and the rows: none of it needs PyTorch."""

from __future__ import annotations

import importlib.util
import os
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

from generation.providers.base import (
    Access,
    Capability,
    ClipRequest,
    ImageRequest,
    NeedsSetup,
    OutOfMemory,
    SpeechRequest,
    Unavailable,
    Unsupported,
)
from generation.providers.lengths import frames_for
from generation.providers.openweights.extents import extent_for
from generation.providers.openweights.image import OpenWeightsImage
from generation.providers.openweights.memory import Placement, Room, placements
from generation.providers.openweights.rows import MODELS, VENDORS
from generation.providers.openweights.sentences import sentences
from generation.providers.openweights.speech import OpenWeightsSpeech
from generation.providers.openweights.video import OpenWeightsVideo
from generation.providers.openweights.weights import weights_of
from generation.providers.openweights.xtts import OpenWeightsXtts

ROWS = {row.key.partition("/")[2]: row for row in MODELS}
FRAME_RULES = {"ltx": (8, 1), "wan": (4, 1), "hunyuan": (4, 1), "cogvideox": (16, 1), "animatediff": (8, 0)}
has_torch = importlib.util.find_spec("torch") is not None
has_xtts = importlib.util.find_spec("TTS") is not None
BIG = {"memory_gb": 79, "offload": {"model": 42, "sequential": 12}, "weights_gb": 69}


def card(free_gb: float, all_gb: float = 80, own_gb: float = 128) -> Room:
    return Room("cuda", free_gb, all_gb, own_gb)


# --- Rows ----------------------------------------------------------------------------------------------


def test_every_family_has_a_row_that_is_off_free_and_says_what_to_set_up() -> None:
    families = {row.family for row in MODELS}

    assert families == {"ltx", "wan", "hunyuan", "cogvideox", "animatediff", "qwen", "flux", "bark", "xtts"}
    for row in MODELS:
        assert not row.is_on
        assert row.price_unit == "free"
        assert row.price_micros == 0
        assert f"hf download {row.endpoint}" in row.setup
        assert row.settings["memory_gb"] > row.settings["weights_gb"] > 0, row.key


def test_the_vendor_asks_for_no_key_and_sends_its_jobs_to_graphics_cards() -> None:
    (vendor,) = VENDORS

    assert vendor.is_local
    assert not vendor.variable
    assert vendor.settings["queue"] == "gpu"


def test_keys_are_unique_and_text_fits_its_columns() -> None:
    assert len(ROWS) == len(MODELS)
    assert all(len(row.facts_source) <= 200 and len(row.label) <= 80 for row in MODELS)


@pytest.mark.parametrize("row", [row for row in MODELS if row.capability is Capability.VIDEO], ids=lambda row: row.key)
def test_numbers_of_pictures_keep_the_rule_of_their_family(row: object) -> None:
    step, rest = FRAME_RULES[row.family]  # type: ignore[attr-defined]

    count, rate = frames_for(2500, row.settings["frames"])  # type: ignore[attr-defined]

    assert count % step == rest
    assert count * 1000 >= 2500 * rate


@pytest.mark.parametrize("row", [row for row in MODELS if row.capability is Capability.VIDEO], ids=lambda row: row.key)
def test_a_film_of_720_lines_can_be_made(row: object) -> None:
    extent = extent_for(1280, 720, row.settings)  # type: ignore[attr-defined]

    assert extent.wanted == (1280, 720)
    assert row.family == "animatediff" or (extent.made[0] >= 1280 and extent.made[1] >= 720)  # type: ignore[attr-defined]


def test_what_is_enlarged_says_so() -> None:
    extent = extent_for(1280, 720, ROWS["animatediff"].settings)

    assert max(extent.made) <= 768
    assert "enlarged to 1280 x 720" in extent.notes[0]


def test_more_than_a_model_makes_is_refused() -> None:
    with pytest.raises(Unsupported, match="1920 x 1080"):
        extent_for(1920, 1080, ROWS["wan-2.2-i2v"].settings)


# --- Where a model is put --------------------------------------------------------------------------------


def test_a_model_that_fits_is_put_on_the_card_as_a_whole() -> None:
    first, second = placements(BIG, card(79.2))

    assert first == Placement("cuda", "whole")
    assert second == Placement("cuda", "model", is_lean=True)


def test_a_model_that_does_not_fit_waits_in_the_computers_memory() -> None:
    assert placements(BIG, card(47))[0] == Placement("cuda", "model", is_lean=True)
    assert placements(BIG, card(15)) == [Placement("cuda", "sequential", is_lean=True)]


def test_a_card_that_is_too_small_is_told_from_one_that_is_busy() -> None:
    with pytest.raises(OutOfMemory, match=r"at least 12 GB on the graphics card; 7\.5 GB are free.*8\.0 GB in all"):
        placements(BIG, card(7.5, 8))
    with pytest.raises(Unavailable, match="Other programs use the rest"):
        placements(BIG, card(7.5, 24))


def test_weights_that_the_computer_cannot_hold_are_not_loaded() -> None:
    with pytest.raises(OutOfMemory, match=r"needs 69 GB of it; 31\.0 GB are free"):
        placements(BIG, card(80, own_gb=31))


def test_a_model_for_graphics_cards_is_not_tried_without_one() -> None:
    with pytest.raises(NeedsSetup, match="needs a graphics card"):
        placements(BIG, Room("cpu", 500, 500, 500, shared=True))


def test_where_nothing_is_decoded_in_tiles_there_is_no_second_try() -> None:
    assert placements(ROWS["bark"].settings, Room("cpu", 16, 16, 16, shared=True)) == [Placement("cpu")]


# --- What is missing -----------------------------------------------------------------------------------


@pytest.mark.skipif(has_torch, reason="PyTorch is installed here")
@pytest.mark.parametrize("name", sorted(ROWS))
def test_without_the_packages_every_row_says_how_to_install_them(name: str, tmp_path: Path) -> None:
    row = ROWS[name]
    kinds: dict[Capability, tuple[Any, Any]] = {
        Capability.VIDEO: (OpenWeightsVideo, ClipRequest("a lamp", 1280, 720, 2000)),
        Capability.IMAGE: (OpenWeightsImage, ImageRequest("a lamp", 1024, 1024)),
        Capability.SPEECH: (OpenWeightsSpeech if name == "bark" else OpenWeightsXtts, SpeechRequest("Hello.", "")),
    }
    adapter, request = kinds[row.capability]
    settings = {**row.settings, "needs": None, "pipeline": row.settings.get("pipeline", "None")}

    with pytest.raises(NeedsSetup, match=r"python\S* -m pip install torch==2\.13\.0"):
        adapter(row.endpoint, settings, Access()).submit(request, tmp_path)


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(NeedsSetup, match=re.escape(f"no folder {tmp_path / 'ltx'}")):
        weights_of(str(tmp_path / "ltx"), {})


def test_a_folder_is_used_as_it_is(tmp_path: Path) -> None:
    assert weights_of(str(tmp_path), {}).options == {"local_files_only": True}


def test_a_language_that_a_voice_does_not_speak_is_refused(tmp_path: Path) -> None:
    row = ROWS["xtts-v2"]

    with pytest.raises(Unsupported, match="does not speak the language 'sv'"):
        OpenWeightsXtts(row.endpoint, row.settings, Access()).submit(
            SpeechRequest("Hej.", "Ana Florence", language="sv"), tmp_path
        )


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("One. Two! Three?", ["One. Two! Three?"]),
        ("The lamp swings slowly. The lamp goes out.", ["The lamp swings slowly.", "The lamp goes out."]),
        ("The lamp, which was red, swings slowly now.", ["The lamp, which was red,", "swings slowly now."]),
        ("他走了。她留下。", ["他走了。 她留下。"]),
        ("a" * 60, ["a" * 30, "a" * 30]),
    ],
)
def test_long_lines_are_cut_where_one_would_breathe(text: str, pieces: list[str]) -> None:
    assert sentences(text, 30) == pieces


# --- The worker of a card --------------------------------------------------------------------------------


def test_the_worker_of_a_card_wants_the_number_of_a_card() -> None:
    script = Path(__file__).parents[3] / "script" / "gpu-worker"

    done = subprocess.run(
        [script, "two"], capture_output=True, text=True, timeout=30, check=False, env=dict(os.environ)
    )

    assert done.returncode == 1
    assert "number of a graphics card" in done.stderr
