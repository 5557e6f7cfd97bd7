"""Pictures with a face in them, drawn on the spot: drawn by the studio itself, clear enough to be found."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from generation.media.runner import run
from generation.providers.animatic.image import draw_picture

from .samples import QUIET

WIDTH, HEIGHT = 640, 360
ANA = {"name": "Ana", "sex": "female", "hair": "brown braid", "facing": "left", "position": "center"}


def draw_ana(path: Path, size: str = "medium") -> Path:
    """A picture of Ana, who stands in the middle of a street."""
    staging = {"set": {"kind": "street"}, "time_of_day": "day", "size": size, "cast": [ANA]}
    draw_picture(staging, WIDTH, HEIGHT, 4, str(path))
    return path


def colours(path: Path) -> NDArray[np.uint8]:
    with Image.open(path) as picture:
        return np.asarray(picture.convert("RGB"), dtype=np.uint8)


def film_ana(folder: Path, *, lamp: bool = False) -> Path:
    """A clip of two seconds in which Ana's picture goes from left to right over a dark ground, 200 pixels a second.

    The middle of her face is at 162 pixels at first. With `lamp` a bright one goes on and off at the right.
    """
    whole = Image.fromarray(colours(draw_ana(folder / "ana.jpg")))
    # Head and shoulders, and little else.
    whole.crop((200, 0, 440, 360)).resize((180, 270)).save(folder / "portrait.png")
    path, parts = folder / "ana.mp4", ["color=0x202020:s=640x360:r=24:d=2"]
    if lamp:
        parts.append("drawbox=x=520:y=140:w=80:h=80:c=yellow:t=fill:enable='lt(mod(t,0.5),0.25)'")
    inputs = [
        "-f",
        "lavfi",
        "-i",
        ",".join(parts),
        "-loop",
        "1",
        "-r",
        "24",
        "-t",
        "2",
        "-i",
        str(folder / "portrait.png"),
    ]
    graph = "[0][1]overlay=x='40+t*200':y=90:shortest=1"
    run(
        [
            *QUIET,
            *inputs,
            "-filter_complex",
            graph,
            "-c:v",
            "libx264",
            "-preset",
            "ultrafast",
            "-pix_fmt",
            "yuv420p",
            str(path),
        ],
        timeout_s=60,
    )
    return path
