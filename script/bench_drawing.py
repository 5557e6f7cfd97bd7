"""Drawing and encoding clips beside encoding the same pictures with x264 alone: frames a second, on one core."""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import av
import numpy as np
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from generation.providers.animatic.encode import ClipWriter
from generation.providers.animatic.video import make_clip
from generation.providers.base import ClipRequest, SpokenPart

SECONDS, RATE = 4, 24
SHAPES = ((1280, 720), (720, 1280))
ANA = {"name": "Ana", "sex": "female", "age": "adult", "hair": "long red", "wears": "green coat", "position": "left",
       "facing": "right"}  # fmt: skip
BEN = {"name": "Ben", "sex": "male", "age": "elder", "hair": "short grey", "wears": "brown suit, hat",
       "position": "right", "facing": "left"}  # fmt: skip
STREET = {"name": "Quay Street", "kind": "street", "interior": False, "era": "1960s"}
BAR = {"name": "The Blue Parrot", "kind": "bar", "interior": True, "era": "1960s"}
STAGINGS: dict[str, dict[str, Any]] = {
    "an empty street in the rain": {"set": STREET, "size": "extreme_wide", "weather": "rain", "move": "pan_right"},
    "two who talk in a bar": {
        "set": BAR,
        "size": "medium",
        "time_of_day": "night",
        "cast": [ANA, BEN],
        "speaks": "Ana",
    },
    "a close face": {"set": BAR, "size": "close", "move": "push_in", "cast": [ANA], "speaks": "Ana"},
    "over a shoulder": {"set": STREET, "size": "medium", "angle": "over_shoulder", "cast": [ANA, BEN], "speaks": "Ana"},
    "somebody walks in": {"set": STREET, "size": "full", "cast": [{**ANA, "enters": "left", "pose": "walk"}]},
    "a thing": {"set": BAR, "size": "insert", "props": ["revolver"], "focus": "revolver"},
}


def main() -> None:
    """Print one line for every staging and shape, and the ratio of all."""
    total_drawn = total_encoded = 0.0
    with tempfile.TemporaryDirectory() as name:
        for width, height in SHAPES:
            for what, staging in STAGINGS.items():
                path = Path(name) / "clip.mp4"
                drawn_s = _drawn(staging, width, height, path)
                pictures = _pictures(path)
                encoded_s = _encoded(pictures, path)
                total_drawn, total_encoded = total_drawn + drawn_s, total_encoded + encoded_s
                rates = f"{len(pictures) / drawn_s:6.0f} frames/s drawn, {len(pictures) / encoded_s:6.0f} only encoded"
                sys.stdout.write(f"  {width}x{height} {what:28} {rates}, {drawn_s / encoded_s:.2f} times\n")
    sys.stdout.write(f"  all together: {total_drawn / total_encoded:.2f} times the cost of x264 alone\n")


def _drawn(staging: dict[str, Any], width: int, height: int, path: Path) -> float:
    """Make the clip; return its seconds."""
    speech = (SpokenPart(staging["speaks"], 300, SECONDS * 1000 - 400),) if "speaks" in staging else ()
    request = ClipRequest("", width, height, SECONDS * 1000, RATE, staging=staging, speech=speech, seed=1)
    started = time.perf_counter()
    make_clip(request, path)
    return time.perf_counter() - started


def _pictures(path: Path) -> list[NDArray[np.uint8]]:
    with av.open(str(path)) as container:
        return [frame.to_ndarray(format="bgra").astype(np.uint8) for frame in container.decode(video=0)]


def _encoded(pictures: list[NDArray[np.uint8]], path: Path) -> float:
    """Encode pictures that are there already, as clips are encoded; return its seconds."""
    height, width = pictures[0].shape[:2]
    started = time.perf_counter()
    with ClipWriter(path, width, height, RATE) as clip:
        for picture in pictures:
            clip.pixels()[:] = picture
            clip.add()
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
