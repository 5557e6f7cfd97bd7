"""The animatic's pictures: JPEG files of the right size, the same for the same request."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import skia

from generation.providers.animatic.drawing.scene import build_stage
from generation.providers.animatic.drawing.sheet import build_sheet
from generation.providers.animatic.image import AnimaticImage, draw_picture, staging_from_words
from generation.providers.base import ImageRequest, Submitted, Unsupported

JACK = {"name": "Jack", "sex": "male", "wears": "grey coat, black fedora", "position": "left", "facing": "right"}
REQUEST = ImageRequest(
    prompt="Jack in the street",
    width=320,
    height=180,
    staging={"set": {"kind": "street"}, "time_of_day": "night", "weather": "rain", "size": "wide", "cast": [JACK]},
    seed=4,
)


def drawn(request: ImageRequest, folder: Path) -> bytes:
    path = folder / "drawn.jpg"
    draw_picture(request.staging or {}, request.width, request.height, request.seed, str(path))
    return path.read_bytes()


def decoded(data: bytes) -> np.ndarray[Any, Any]:
    image = skia.Image.MakeFromEncoded(skia.Data.MakeWithCopy(data))
    return np.asarray(image.toarray())[:, :, 2::-1].astype(int)


def test_a_request_becomes_a_jpeg_of_its_size(tmp_path: Path) -> None:
    finished = AnimaticImage("animatic", {}).submit(REQUEST, tmp_path)

    assert finished.media_type == "image/jpeg"
    assert finished.path.parent == tmp_path
    assert finished.path.read_bytes()[:2] == b"\xff\xd8"
    assert decoded(finished.path.read_bytes()).shape == (180, 320, 3)


def test_the_same_request_gives_the_same_bytes(tmp_path: Path) -> None:
    assert drawn(REQUEST, tmp_path) == drawn(REQUEST, tmp_path)


def test_another_staging_gives_another_picture(tmp_path: Path) -> None:
    other = replace(REQUEST, staging={**(REQUEST.staging or {}), "size": "close"})

    assert np.abs(decoded(drawn(REQUEST, tmp_path)) - decoded(drawn(other, tmp_path))).mean() > 5


def test_a_prompt_without_staging_is_drawn_from_its_words(tmp_path: Path) -> None:
    finished = AnimaticImage("animatic", {}).submit(replace(REQUEST, staging=None), tmp_path)

    assert decoded(finished.path.read_bytes()).std() > 10


def test_words_of_a_prompt_choose_place_hour_weather_and_people() -> None:
    staging = staging_from_words("A woman waits in a foggy harbour at night, wide shot")

    assert staging["set"]["kind"] == "harbour"
    assert (staging["time_of_day"], staging["weather"], staging["size"]) == ("night", "fog", "wide")
    assert [entry["sex"] for entry in staging["cast"]] == ["female"]


@pytest.mark.parametrize("prompt", ["", "%%% ???", "xyzzy plugh", "the " * 2000])
def test_no_prompt_fails(prompt: str, tmp_path: Path) -> None:
    path = tmp_path / "any.jpg"

    draw_picture(staging_from_words(prompt), 160, 90, 0, str(path))

    assert path.stat().st_size > 500


def test_a_size_that_cannot_be_drawn_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Unsupported):
        AnimaticImage("animatic", {}).submit(replace(REQUEST, width=9000), tmp_path)


def test_nothing_is_ever_waiting(tmp_path: Path) -> None:
    with pytest.raises(Unsupported):
        AnimaticImage("animatic", {}).collect(Submitted("job-1"), tmp_path)


def test_a_character_sheet_shows_one_person_whole_and_close() -> None:
    stage = build_sheet({"subject": "character", "cast": [JACK]}, 320, 180)

    assert [layer.person for layer in stage.layers] == ["", "Jack", "Jack"]


def test_a_set_sheet_has_no_people() -> None:
    stage = build_sheet({"subject": "set", "set": {"kind": "castle"}, "cast": [JACK]}, 320, 180)

    assert not any(layer.person for layer in stage.layers)


@pytest.mark.parametrize("subject", ["character", "prop", "set"])
def test_an_empty_sheet_is_still_a_picture(subject: str, tmp_path: Path) -> None:
    path = tmp_path / "sheet.jpg"

    draw_picture({"subject": subject, "cast": [], "props": []}, 160, 160, 0, str(path))

    assert path.stat().st_size > 500


def test_a_prop_sheet_draws_the_thing(tmp_path: Path) -> None:
    with_thing, without = tmp_path / "with.jpg", tmp_path / "without.jpg"

    draw_picture({"subject": "prop", "props": ["red umbrella"]}, 200, 200, 0, str(with_thing))
    draw_picture({"subject": "prop", "props": []}, 200, 200, 0, str(without))

    assert np.abs(decoded(with_thing.read_bytes()) - decoded(without.read_bytes())).mean() > 3


def test_things_that_lie_about_are_drawn_but_not_those_in_a_hand() -> None:
    staging = {"size": "full", "cast": [{**JACK, "holds": "lantern"}], "props": ["lantern", "car"]}

    names = [layer.name for layer in build_stage(staging, 320, 180).layers]

    assert "thing car" in names
    assert "thing lantern" not in names
