"""The painted layers of a stage as pictures in memory, ready to be moved and laid over each other for every frame.

Painting takes a hundred times as long as moving what is painted, so every layer is painted once: as finely as the
camera will ever see it, no larger than it will ever show, cut to what is on it, and together with its neighbours
where their depths hardly differ.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import skia
from numpy.typing import NDArray

from .camera import Camera
from .drawing.figure import Actor
from .drawing.stage import AT_REST, Drifting, Layer, LivePainter, Placement, Stage, View, between, place
from .pieces import Piece

MOST_PLATES = 6
"""Without people: each plate that fills the picture costs 2.4 ms a frame at 1280 x 720."""

SAME_DEPTH = 0.08
"""Layers whose depths differ by less slide alike, as far as an eye can tell."""

FINEST = 2.2
"""The largest scale that is painted; a view nearer than this is slightly soft and four times cheaper."""

MARGIN_PX = 4
"""Painted beyond what shows, so that sampling between pixels never meets an edge."""

GAP_PX = 24
"""Clear columns or rows at least this wide cut a plate in two, so that they are not copied in every frame."""

SWAYING = frozenset({"foliage", "branches", "leaves", "grass", "reeds", "bushes", "ferns"})
"""Words in a layer's name that say that wind moves it."""

Area = tuple[float, float, float, float]
"""Left, top, right and bottom in picture units."""


@dataclass(frozen=True, slots=True)
class Painted:
    """A plate's pictures. From `solid_from` (a y in units, infinite if nowhere) down it hides all that is behind."""

    pieces: tuple[Piece, ...]
    solid_from: float


@dataclass(frozen=True, slots=True)
class Plate:
    """Layers that move as one, at `depth`: painted over `area` at `fineness` pixels a unit."""

    layers: tuple[Layer, ...]
    depth: float
    area: Area
    fineness: float
    at_start: View
    size: tuple[float, float]

    @property
    def person(self) -> str:
        """Who is on it, or ""."""
        return self.layers[0].person

    @property
    def sways(self) -> bool:
        """Whether wind moves it."""
        return not self.person and self.drift is None and all(_sways(layer) for layer in self.layers)

    @property
    def drift(self) -> Drifting | None:
        """How it moves by itself, if it does."""
        return self.layers[0].drift

    @property
    def live(self) -> LivePainter | None:
        """What paints it anew for every frame, if it must be."""
        return self.layers[0].live

    @property
    def actor(self) -> Actor | None:
        """Who is on it and moves."""
        return self.layers[0].actor

    @property
    def is_steady(self) -> bool:
        """Whether it stays where it is and as it is, so that it hides what is behind it for good."""
        return not (self.person or self.sways or self.drift or self.live)

    def paint(self) -> Painted:
        """Return what is on the plate; somebody who moves is not painted on it."""
        left, top, right, bottom = self.area
        width, height = round((right - left) * self.fineness), round((bottom - top) * self.fineness)
        if width < 1 or height < 1 or self.live or self.actor:
            return Painted((), math.inf)
        pixels: NDArray[np.uint8] = np.zeros((height, width, 4), np.uint8)
        surface = skia.Surface.MakeRasterDirect(
            skia.ImageInfo.Make(width, height, skia.ColorType.kBGRA_8888_ColorType, skia.AlphaType.kPremul_AlphaType),
            pixels,
            width * 4,
        )
        self._paint(surface.getCanvas(), (left * self.fineness, top * self.fineness))
        pieces = tuple(
            Piece.of(
                pixels[cut.top() : cut.bottom(), cut.left() : cut.right()],
                left * self.fineness + cut.left(),
                top * self.fineness + cut.top(),
            )
            for cut in _cuts(pixels[:, :, 3])
        )
        return Painted(pieces, top + _solid_from(pixels[:, :, 3]) / self.fineness)

    def _paint(self, canvas: skia.Canvas, corner: tuple[float, float]) -> None:
        """Paint the layers on a canvas whose top left pixel is the plate's pixel `corner`."""
        canvas.translate(-corner[0], -corner[1])
        canvas.scale(self.fineness, self.fineness)
        for layer in self.layers:
            # At the first frame every layer lies exactly where its own depth puts it.
            own, shared = (place(depth, self.at_start, *self.size) for depth in (layer.depth, self.depth))
            canvas.save()
            canvas.translate((own.dx - shared.dx) / shared.scale, (own.dy - shared.dy) / shared.scale)
            canvas.scale(own.scale / shared.scale, own.scale / shared.scale)
            layer.paint(canvas, AT_REST)
            canvas.restore()


def paint_all(plates: Sequence[Plate], camera: Camera) -> list[tuple[Plate, Painted]]:
    """Paint every plate at rest, the nearest first, leaving out what those before it always hide."""
    done: list[tuple[Plate, Painted]] = []
    for plate in reversed(plates):
        hiding = [other for other in done if other[0].is_steady]
        floor = min((_hidden_below(plate, *other, camera) for other in hiding), default=math.inf)
        left, top, right, bottom = plate.area
        seen = (
            plate
            if plate.person or plate.drift
            else replace(plate, area=(left, top, right, min(bottom, max(top, floor))))
        )
        done.append((seen, seen.paint()))
    return done[::-1]


def _hidden_below(plate: Plate, nearer: Plate, painted: Painted, camera: Camera) -> float:
    """Return the y on `plate` below which `nearer` hides it at every moment."""
    if painted.solid_from == math.inf:
        return math.inf
    lowest = -math.inf
    for share in (0.0, 0.25, 0.5, 0.75, 1.0):
        view = between(camera.start, camera.end, share)
        front, back = place(nearer.depth, view, *plate.size), place(plate.depth, view, *plate.size)
        lowest = max(lowest, (front.dy + front.scale * painted.solid_from - back.dy) / back.scale)
    return lowest + MARGIN_PX + camera.reach() * plate.size[1]


def lay_out(stage: Stage, camera: Camera, pixels_per_unit: float) -> list[Plate]:
    """Return the plates of `stage`, back to front, as fine as `camera` will ever see them."""
    return [_plate(group, stage, camera, pixels_per_unit) for group in _groups(stage.layers, moving=camera.moves)]


def _sways(layer: Layer) -> bool:
    return not SWAYING.isdisjoint(layer.name.lower().replace("-", " ").split())


def _together(first: Layer, second: Layer) -> bool:
    if any(layer.person or layer.drift or layer.live for layer in (first, second)):
        return False
    return _sways(first) == _sways(second)


def _groups(layers: Sequence[Layer], *, moving: bool) -> list[list[Layer]]:
    """Return neighbours that may share a plate: all that are alike in depth, then the most alike until they are few."""
    groups = [[layer] for layer in layers]
    while True:
        gaps = {
            index: abs(groups[index + 1][-1].depth - groups[index][0].depth)
            for index in range(len(groups) - 1)
            if _together(groups[index][0], groups[index + 1][0])
        }
        closest = min(gaps, key=lambda index: gaps[index], default=None)
        if closest is None:
            return groups
        too_many = sum(not group[0].person for group in groups) > MOST_PLATES
        if moving and gaps[closest] > SAME_DEPTH and not too_many:
            return groups
        groups[closest : closest + 2] = [groups[closest] + groups[closest + 1]]


def _plate(group: Sequence[Layer], stage: Stage, camera: Camera, pixels_per_unit: float) -> Plate:
    depth = sum(layer.depth for layer in group) / len(group)
    size = (float(stage.width), float(stage.height))
    places = [place(depth, view, *size) for view in (camera.start, camera.end)]
    fineness = min(FINEST, max(each.scale for each in places)) * pixels_per_unit
    area = _on_whole_pixels(_seen(places, size, camera.reach(), pixels_per_unit), fineness)
    return Plate(tuple(group), depth, area, fineness, camera.start, size)


def _seen(places: Sequence[Placement], size: tuple[float, float], reach: float, pixels_per_unit: float) -> Area:
    """Return the part of a layer that ever shows. Between two views no more shows than at the two together."""
    width, height = size
    spare = MARGIN_PX / pixels_per_unit
    edges = [
        (
            -(each.dx + spare) / each.scale,
            -(each.dy + spare) / each.scale,
            (width - each.dx + spare) / each.scale,
            (height - each.dy + spare) / each.scale,
        )
        for each in places
    ]
    left, top, right, bottom = zip(*edges, strict=True)
    aside, above = width * reach, height * reach
    return min(left) - aside, min(top) - above, max(right) + aside, max(bottom) + above


def _on_whole_pixels(area: Area, fineness: float) -> Area:
    left, top, right, bottom = area
    return (
        math.floor(left * fineness) / fineness,
        math.floor(top * fineness) / fineness,
        math.ceil(right * fineness) / fineness,
        math.ceil(bottom * fineness) / fineness,
    )


def _cuts(opacity: NDArray[np.uint8]) -> list[skia.IRect]:
    """Return the areas that hold something, cut apart where wide bands hold nothing."""
    cuts = []
    for left, right in _runs(np.any(opacity, axis=0)):
        for top, bottom in _runs(np.any(opacity[:, left:right], axis=1)):
            cuts.append(skia.IRect(left, top, right, bottom))
    return cuts


def _solid_from(opacity: NDArray[np.uint8]) -> float:
    """Return the row from which everything down to the last row is opaque from side to side."""
    clear = np.flatnonzero(~np.all(opacity == 255, axis=1))
    first = int(clear[-1]) + 1 if len(clear) else 0
    return float(first) if first < len(opacity) else math.inf


def _runs(filled: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Return the (start, end) of runs of True, joined over gaps shorter than `GAP_PX`, one clear pixel around each."""
    places = np.flatnonzero(filled)
    if not len(places):
        return []
    breaks = np.flatnonzero(np.diff(places) > GAP_PX)
    starts = [int(places[0]), *(int(places[index + 1]) for index in breaks)]
    ends = [*(int(places[index]) + 1 for index in breaks), int(places[-1]) + 1]
    # The clear pixel lets the picture fade out at its border when it lies between two pixels of the frame.
    return [(max(0, start - 1), min(len(filled), end + 1)) for start, end in zip(starts, ends, strict=True)]
