"""What the tests of models on this machine share: tiny models, built when they are asked for, and small pictures."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from generation.providers.base import MediaInput
from generation.providers.openweights.packages import need
from generation.providers.openweights.shelf import SHELF

from . import openweights_models, openweights_models_still

STEPS = 4
COMMON = {"dtype": "float32", "on_cpu": True, "steps": STEPS}
FINE = {"as": "sides", "multiple": 16, "most": 128}

Tiny = Callable[[str], Any]


def tiny_models(folders: pytest.TempPathFactory) -> Iterator[Tiny]:
    """Yield what builds a model of a family when it is first asked for; afterwards none stays loaded."""
    need("torch").set_num_threads(1)
    folder = folders.mktemp("models")
    built: dict[str, Any] = {}

    def build(family: str) -> Any:
        if family == "wan_i2v" and family not in built:
            built[family] = openweights_models.wan(folder / family, from_picture=True)
        if family not in built:
            where = openweights_models if hasattr(openweights_models, family) else openweights_models_still
            built[family] = getattr(where, family)(folder / family)
        return built[family]

    yield build
    SHELF.clear()


def picture(path: Path, colour: str) -> MediaInput:
    """Write a picture of one colour."""
    Image.new("RGB", (80, 64), colour).save(path)
    return MediaInput(path.stem, path, "image/png")
