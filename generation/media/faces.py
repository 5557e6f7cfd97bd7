"""Finding the faces in a picture: what the network CenterFace is asked, and how its answer is read.

It was taught with photographs. Photographed faces are found well, drawn ones mostly, those of animals hardly ever. So
what is found mostly is a face, and where none is found there may be some all the same.

A picture is looked at twice, the second time in a very small copy: a large face with few lines is found only there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from . import face_model
from .framing import Box

LONGEST_SIDE = 512
"""Pixels. A photographed face of a fifteenth of a wide picture's height is still found. It takes 45 ms of one core;
half as much again on each side takes more than twice that."""
_SMALL_SIDE = 160
"""Pixels. Of the animatic's faces in close-ups a third is found at 512, nearly all at this. It takes 5 ms."""
SURE = 0.45
"""How sure the network must be, 0 to 1."""
_STEP = 32
"""The network halves a picture five times over, so its sides are multiples of this."""
_CELL = 4
"""Pixels between two places for which it answers."""
_SAME = 0.3
"""Two boxes that share more of what both cover are one face."""
_MOST = 200
"""Faces in one picture, at most: a crowd says nothing more with more of them."""

Picture = NDArray[np.uint8]
Map = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Face:
    """Where a face is, forehead to chin, as parts of the picture; and how sure that is, 0 to 1."""

    left: float
    top: float
    right: float
    bottom: float
    score: float

    @property
    def box(self) -> Box:
        return self.left, self.top, self.right, self.bottom


def can_find() -> bool:
    """Tell whether faces can be found on this machine: the model is there."""
    return face_model.model_file() is not None


def faces_in(picture: Picture, *, longest_side: int = LONGEST_SIDE, sure: float = SURE) -> list[Face]:
    """Return the faces in a picture (height, width, red green blue; 0 to 255), the surest first.

    Larger pictures are looked at in copies, the larger of which has `longest_side` pixels on its longer side. Raise
    FileNotFoundError where the model is not installed (see `can_find`).
    """
    height, width = picture.shape[:2]
    if min(height, width) < 1:
        return []
    sizes = {_looked_at(width, height, side): None for side in (longest_side, _SMALL_SIDE)}
    found: list[Face] = []
    for size in sizes:
        heat, scale, offset = face_model.run(_asked(picture, size))
        found += decoded(heat[0, 0], scale[0], offset[0], size, sure=sure)
    return _each_once(found) if len(sizes) > 1 else found


def _each_once(faces: Sequence[Face]) -> list[Face]:
    """Return faces of which some were found in both copies, where they are not alike in size: one in another is it."""
    kept: list[Face] = []
    for face in sorted(faces, key=lambda one: -one.score):
        if not any(_is_in(face, other) or _is_in(other, face) for other in kept):
            kept.append(face)
    return kept


def _is_in(one: Face, other: Face) -> bool:
    across, down = (one.left + one.right) / 2, (one.top + one.bottom) / 2
    return other.left < across < other.right and other.top < down < other.bottom


def _looked_at(width: int, height: int, longest_side: int) -> tuple[int, int]:
    """Return the width and the height that a picture is looked at in."""
    part = min(1.0, longest_side / max(width, height))
    across, down = (max(1, round(side * part / _STEP)) * _STEP for side in (width, height))
    return across, down


def _asked(picture: Picture, size: tuple[int, int]) -> Map:
    if (picture.shape[1], picture.shape[0]) != size:
        picture = np.asarray(Image.fromarray(picture).resize(size, Image.Resampling.BILINEAR))
    return np.ascontiguousarray(picture.transpose(2, 0, 1)[np.newaxis], dtype=np.float32)


def decoded(heat: Map, scale: Map, offset: Map, size: tuple[int, int], *, sure: float = SURE) -> list[Face]:
    """Return the faces that the network's maps speak of, the surest first.

    `heat` is (rows, columns), `scale` and `offset` are (2, rows, columns), heights first; `size` is the width and the
    height of the picture that was looked at.
    """
    rows, columns = np.nonzero(heat > sure)
    scores = heat[rows, columns]
    order = np.argsort(-scores, kind="stable")[: _MOST * 10]
    rows, columns, scores = rows[order], columns[order], scores[order]
    tall, wide = np.exp(scale[:, rows, columns]) * _CELL
    middle_y = (rows + offset[0, rows, columns] + 0.5) * _CELL
    middle_x = (columns + offset[1, rows, columns] + 0.5) * _CELL
    sides = np.stack([middle_x - wide / 2, middle_y - tall / 2, middle_x + wide / 2, middle_y + tall / 2], axis=1)
    boxes = np.clip(sides / np.array([*size, *size]), 0, 1)
    return [_face(boxes[index], float(scores[index])) for index in _apart(boxes)]


def _face(box: NDArray[np.floating], score: float) -> Face:
    left, top, right, bottom = (round(float(side), 4) for side in box)
    return Face(left, top, right, bottom, round(score, 3))


def _apart(boxes: NDArray[np.floating]) -> Sequence[int]:
    """Return which boxes, the first before the others, are faces of their own."""
    kept: list[int] = []
    for index, box in enumerate(boxes):
        if len(kept) < _MOST and not (kept and _shared(box, boxes[kept]).max() >= _SAME):
            kept.append(index)
    return kept


def _shared(box: NDArray[np.floating], others: NDArray[np.floating]) -> NDArray[np.floating]:
    """Return how much of what a box and each of others cover together both do."""
    low, high = np.maximum(box[:2], others[:, :2]), np.minimum(box[2:], others[:, 2:])
    both = np.prod(np.maximum(0, high - low), axis=1)
    one, other = np.prod(box[2:] - box[:2]), np.prod(others[:, 2:] - others[:, :2], axis=1)
    return np.asarray(both / np.maximum(one + other - both, 1e-12))
