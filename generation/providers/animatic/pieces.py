"""A painted picture that is moved for every frame: with care where it has detail, quickly where it has none.

Mixing four pixels into one, as a picture that lies between pixels needs it, takes ten times as long as copying the
nearest one. Skies, walls, haze and whatever is out of focus look the same either way; so only the tiles of a picture
in which neighbouring pixels differ are mixed, and those in which there is nothing are left out.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
import skia
from numpy.typing import NDArray

TILE_PX = 32
"""Smaller tiles leave less to be mixed, but more corners to be counted in every frame."""

EVEN = 4
"""Neighbouring pixels that differ by so much (of 255) may be shown half a pixel aside: grain hides the difference."""

LINEAR = skia.SamplingOptions(skia.FilterMode.kLinear)
NEAREST = skia.SamplingOptions(skia.FilterMode.kNearest)

Rects = NDArray[np.int64]
"""Rows of left, top, right and bottom in pixels."""


@dataclass(slots=True)
class Piece:
    """A picture whose top left corner lies at (x, y), and where in it are details and where is none."""

    image: skia.Image
    x: float
    y: float
    fine: Rects
    even: Rects
    _clips: dict[str, tuple[bytes, skia.Region]] = field(default_factory=dict, init=False)

    @classmethod
    def of(cls, pixels: NDArray[np.uint8], x: float, y: float) -> Piece:
        """Return a copy of pixels (height x width x blue, green, red, opacity; premultiplied) as a piece."""
        height, width = pixels.shape[:2]
        kept = np.ascontiguousarray(pixels)
        opaque = bool(kept[:, :, 3].min(initial=255) == 255)
        kind = skia.AlphaType.kOpaque_AlphaType if opaque else skia.AlphaType.kPremul_AlphaType
        info = skia.ImageInfo.Make(width, height, skia.ColorType.kBGRA_8888_ColorType, kind)
        image = skia.Surface.MakeRasterDirect(info, kept, width * 4).makeImageSnapshot()
        steps, filled = _steps(kept), _tiled(kept[:, :, 3], 0, 1) > 0
        fine, even = steps > EVEN, filled & (steps <= EVEN)
        return cls(image, x, y, _rects(fine, width, height), _rects(even, width, height))

    def draw(self, canvas: skia.Canvas, paint: skia.Paint | None = None) -> None:
        """Draw the piece on a canvas whose units are its pixels, and which has no layers."""
        onto = canvas.getTotalMatrix()
        if not onto.isScaleTranslate():
            canvas.drawImage(self.image, self.x, self.y, LINEAR, paint)
            return
        for name, rects, sampling in (("even", self.even, NEAREST), ("fine", self.fine, LINEAR)):
            if len(rects):
                canvas.save()
                canvas.clipRegion(self._clip(name, rects, onto))
                canvas.drawImage(self.image, self.x, self.y, sampling, paint)
                canvas.restore()

    def _clip(self, name: str, rects: Rects, onto: skia.Matrix) -> skia.Region:
        """Return where on the canvas `rects` lie: neighbours meet on whole pixels, without a gap or an overlap."""
        scale = np.array((onto.getScaleX(), onto.getScaleY()) * 2)
        corner = np.array((onto.getTranslateX(), onto.getTranslateY()) * 2) + np.array((self.x, self.y) * 2) * scale
        corners = np.floor(rects * scale + corner + 0.5).astype(np.int32)
        key = corners.tobytes()
        known = self._clips.get(name)
        if known is None or known[0] != key:
            region = skia.Region()
            region.setRects([skia.IRect(*each) for each in corners.tolist()])
            known = self._clips[name] = key, region
        return known[1]


def _steps(pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return for every tile how much neighbouring pixels differ in it, or across its borders."""
    across = np.maximum(pixels[:, 1:], pixels[:, :-1]) - np.minimum(pixels[:, 1:], pixels[:, :-1])
    down = np.maximum(pixels[1:], pixels[:-1]) - np.minimum(pixels[1:], pixels[:-1])
    steps = np.zeros((-(-pixels.shape[0] // TILE_PX), -(-pixels.shape[1] // TILE_PX)), np.uint8)
    for differences, axis in ((across, 1), (down, 0)):
        if differences.size:
            found = _most(differences)
            tiled = _tiled(found, 0, 1)
            rows, columns = tiled.shape
            steps[:rows, :columns] = np.maximum(steps[:rows, :columns], tiled)
            # A step over a border is found in the tile before it and belongs to the one behind it as well.
            border = found[:, TILE_PX - 1 :: TILE_PX] if axis else found[TILE_PX - 1 :: TILE_PX]
            _behind_borders(steps, _tiled(border, 1 - axis), axis)
    return steps


def _most(differences: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return the largest of every pixel's four differences; numpy takes ten times as long over an axis so short."""
    first, second, third, fourth = (differences[:, :, channel] for channel in range(4))
    return np.asarray(np.maximum(np.maximum(first, second), np.maximum(third, fourth)))


def _behind_borders(steps: NDArray[np.uint8], borders: NDArray[np.uint8], axis: int) -> None:
    if axis:
        behind = steps[:, 1 : 1 + borders.shape[1]]
        np.maximum(behind, borders[:, : behind.shape[1]], out=behind)
    else:
        behind = steps[1 : 1 + borders.shape[0]]
        np.maximum(behind, borders[: behind.shape[0]], out=behind)


def _tiled(values: NDArray[Any], *axes: int) -> NDArray[Any]:
    """Return the largest value of every tile along `axes`."""
    for axis in axes:
        values = np.maximum.reduceat(values, range(0, values.shape[axis], TILE_PX), axis=axis)
    return values


def _rects(chosen: NDArray[np.bool_], width: int, height: int) -> Rects:
    """Return few rectangles, in pixels, that cover the chosen tiles and nothing else."""
    found: list[tuple[int, int, int, int]] = []
    open_runs: dict[tuple[int, int], int] = {}
    for row in range(len(chosen) + 1):
        runs = set(_runs(chosen[row])) if row < len(chosen) else set()
        for run in [run for run in open_runs if run not in runs]:
            found.append((run[0] * TILE_PX, open_runs.pop(run) * TILE_PX, run[1] * TILE_PX, row * TILE_PX))
        for run in runs:
            open_runs.setdefault(run, row)
    found.sort(key=lambda rect: (rect[1], rect[0]))
    rects = np.array(found, np.int64).reshape(-1, 4)
    return np.minimum(rects, (width, height, width, height))


def _runs(chosen: NDArray[np.bool_]) -> list[tuple[int, int]]:
    edges = np.flatnonzero(np.diff(np.concatenate(([False], chosen, [False])).astype(np.int8)))
    return list(zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True))
