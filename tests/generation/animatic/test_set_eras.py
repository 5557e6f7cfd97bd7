"""A place shows its own time: timber and straw long ago, struts and pictures in the air in times to come."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import skia

from generation.providers.animatic.drawing.scene import build_stage, render_still
from generation.providers.animatic.drawing.sets.catalog import builder_for, era_of

ROOMS = ["classroom", "shop", "hospital ward", "office", "train", "car"]
PLACES = [
    *((kind, True) for kind in ROOMS),
    ("station", False),
    ("ship", True),
    ("ship deck", False),
    ("bridge", False),
]


def place(kind: str, era: str, *, interior: bool = True) -> dict[str, Any]:
    return {"name": kind.title(), "kind": kind, "era": era, "interior": interior}


def pixels(kind: str, era: str, *, interior: bool) -> Any:
    staging = {"set": place(kind, era, interior=interior), "time_of_day": "day", "size": "extreme_wide"}
    picture = render_still(build_stage(staging, 320, 180), 160, 90)
    return np.array(picture.toarray(colorType=skia.kRGBA_8888_ColorType))[:, :, :3].astype(float)


@pytest.mark.parametrize("kind", ["classroom", "shop", "hospital ward", "office", "train", "station"])
def test_the_middle_ages_have_rooms_of_their_own(kind: str) -> None:
    old, now = (builder_for(place(kind, era), interior=True) for era in ("medieval", "modern"))

    assert old is not now


@pytest.mark.parametrize("kind", ["classroom", "shop", "hospital ward", "office", "ship"])
def test_times_to_come_have_rooms_of_their_own(kind: str) -> None:
    new, now = (builder_for(place(kind, era), interior=True) for era in ("the year 2300", "modern"))

    assert new is not now


@pytest.mark.parametrize(("kind", "interior"), PLACES)
def test_long_ago_now_and_times_to_come_look_different(kind: str, interior: bool) -> None:  # noqa: FBT001
    old, now, new = (pixels(kind, era, interior=interior) for era in ("medieval", "", "future"))

    assert np.abs(old - now).mean() > 4
    if kind != "car":
        assert np.abs(new - now).mean() > 4


def test_a_carriage_of_a_train_is_not_drawn_by_horses() -> None:
    assert era_of({"kind": "train carriage"}) == "modern"
    assert era_of({"kind": "carriage"}) == "victorian"


@pytest.mark.parametrize("era", ["1800s", "1920s"])
def test_a_hospital_has_no_monitors_before_there_were_any(era: str) -> None:
    then, now = (pixels("hospital ward", when, interior=True) for when in (era, ""))

    assert np.abs(then - now).max() > 60


def test_a_royal_bedroom_of_the_middle_ages_has_no_bed_of_straw() -> None:
    poor, royal = (
        builder_for({"kind": "bedroom", "name": name, "era": "medieval"}, interior=True)
        for name in ("The miller's bedroom", "The royal bedroom")
    )

    assert poor is not royal
