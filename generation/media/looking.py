"""What can be told of a picture without asking anybody: its colours, how bright and how sharp it is, its faces.

Faces are found well in photographs and mostly in drawings, those of animals hardly ever: where no face was found,
somebody may be there all the same, so that nobody is there is never said. Writing is not looked for: no library that is
small enough to come with the studio finds it. Who does not know says so.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from PIL import Image, ImageOps, UnidentifiedImageError

from generation.media.colour_names import name_of
from generation.media.errors import BrokenMedia
from generation.media.faces import Face, can_find, faces_in

LONGEST_SIDE: Final = 256
"""Pixels. Colours and brightness are the same in a small copy, which is looked at in a few milliseconds."""
SHARPNESS_SIDE: Final = 512
"""Pixels. Sharpness is judged at one size, so that a large soft picture is not called sharp for its size."""
_LOOKED_FOR: Final = 24
MOST_COLOURS: Final = 5
_LEAST_SHARE: Final = 0.03
"""A colour of less than this share of the picture is not one of its main colours."""

DARK, BRIGHT = 0.22, 0.68
"""Mean brightness, 0 to 1, below which a picture is called dark and above which it is called bright."""
SOFT: Final = 0.012
"""Mean step between neighbouring pixels, 0 to 1, below which a picture is called soft: a blurred photograph has about
a third of it, a sharp one three times as much."""


@dataclass(frozen=True, slots=True)
class MainColour:
    """One of a picture's main colours: “#1b2a36”, “dark blue”, and its share of the picture, 0 to 1."""

    hex: str
    name: str
    share: float


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found. `brightness` is from 0 to 1, `sharpness` the mean step between neighbouring pixels.

    `seen_faces` are the faces that were found, the surest first; None where they were not looked for.
    """

    width: int
    height: int
    brightness: float
    sharpness: float
    colours: tuple[MainColour, ...]
    seen_faces: tuple[Face, ...] | None = None

    @property
    def words(self) -> tuple[str, ...]:
        """What was found, as somebody would ask for it."""
        light = "dark" if self.brightness < DARK else "bright" if self.brightness > BRIGHT else ""
        shape = "wide" if self.width > self.height else "tall" if self.height > self.width else "square"
        found = (light, "soft" if self.sharpness < SOFT else "", shape)
        faces = face_words(len(self.seen_faces or ()))
        return (*(colour.name for colour in self.colours), *(word for word in found if word), *faces)


def face_words(count: int) -> tuple[str, ...]:
    """Return the words by which somebody asks for a picture with so many faces."""
    return ("face", "faces") if count > 1 else ("face",) if count else ()


def depth() -> int:
    """Return how thoroughly this machine looks at a picture: more than it did before it could find faces."""
    return 2 if can_find() else 1


def look_at(path: Path) -> Looked:
    """Return what the picture in a file looks like. Raise `BrokenMedia` if it cannot be read, `FileNotFoundError` if
    there is none.
    """
    try:
        with Image.open(path) as opened:
            width, height = opened.size
            if opened.getexif().get(_ORIENTATION, 1) in _LYING:
                width, height = height, width
            # A large photograph is decoded no larger than it is looked at.
            opened.draft("RGB", (SHARPNESS_SIDE, SHARPNESS_SIDE))
            picture = _opaque(ImageOps.exif_transpose(opened))
    except FileNotFoundError:
        raise
    except (OSError, ValueError, UnidentifiedImageError, Image.DecompressionBombError) as error:
        raise BrokenMedia("This picture cannot be read.") from error
    picture.thumbnail((SHARPNESS_SIDE, SHARPNESS_SIDE), Image.Resampling.BOX, reducing_gap=2.0)
    sharpness = _sharpness(picture)
    faces = tuple(faces_in(np.asarray(picture))) if can_find() else None
    picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.BOX)
    return Looked(width, height, _brightness(picture), sharpness, _colours(picture), faces)


_ORIENTATION: Final = 0x0112
_LYING: Final = frozenset({5, 6, 7, 8})
"""EXIF orientations that lay a picture on its side."""


def _opaque(picture: Image.Image) -> Image.Image:
    """Return a picture on white, as pages show one with holes."""
    if picture.mode not in {"RGBA", "LA", "PA"} and "transparency" not in picture.info:
        return picture.convert("RGB")
    whole = picture.convert("RGBA")
    ground = Image.new("RGBA", whole.size, "white")
    return Image.alpha_composite(ground, whole).convert("RGB")


def _brightness(picture: Image.Image) -> float:
    grey = np.asarray(picture.convert("L"), dtype=np.float32)
    return round(float(grey.mean()) / 255, 3)


def _sharpness(picture: Image.Image) -> float:
    grey = np.asarray(picture.convert("L"), dtype=np.float32) / 255
    if min(grey.shape) < 2:
        return 0.0
    steps = np.abs(np.diff(grey, axis=0)).mean() + np.abs(np.diff(grey, axis=1)).mean()
    return round(float(steps) / 2, 4)


def _colours(picture: Image.Image) -> tuple[MainColour, ...]:
    """Return the main colours, the largest first; shades that have one name count as one colour."""
    few = picture.quantize(_LOOKED_FOR, method=Image.Quantize.MEDIANCUT)
    palette, counts = few.getpalette() or [], few.getcolors() or []
    whole = picture.width * picture.height
    shades: dict[str, list[tuple[int, tuple[int, int, int]]]] = defaultdict(list)
    for count, index in counts:
        red, green, blue = palette[3 * int(str(index)) : 3 * int(str(index)) + 3]
        shades[name_of((red, green, blue))].append((int(count), (red, green, blue)))
    shares = {name: sum(count for count, _ in found) / whole for name, found in shades.items()}
    ranked = sorted(shares, key=lambda name: (-shares[name], name))
    main = [name for name in ranked if shares[name] >= _LEAST_SHARE] or ranked[:1]
    return tuple(MainColour(_mean(shades[name]), name, round(shares[name], 3)) for name in main[:MOST_COLOURS])


def _mean(shades: list[tuple[int, tuple[int, int, int]]]) -> str:
    whole = sum(count for count, _ in shades)
    parts = (round(sum(count * colour[part] for count, colour in shades) / whole) for part in range(3))
    return "#" + "".join(f"{part:02x}" for part in parts)
