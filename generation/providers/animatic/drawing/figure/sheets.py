"""One side of a person in lit pictures: every part is painted when first seen and kept while it stays the same."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

import numpy as np
import skia
from numpy.typing import NDArray

from generation.providers.animatic.drawing.canvas import Point
from generation.providers.animatic.drawing.ink import outlined
from generation.providers.animatic.drawing.stage import Face

from .actor import Actor
from .beings import Motion, draw_being
from .lighting import Sheet, lighting_of
from .parts import Frame, Human, Part, is_two_handed, parts_of
from .person import Figure, extent_of, laid_over, posed
from .poses import POSES
from .rooms import Room, room_of

ARMS = frozenset({Frame.LEAD_ARM, Frame.REAR_ARM})
LOWER = frozenset({Frame.LEGS, Frame.SKIRT})

_HEADS_KEPT = 32
_AROUND_PX = 3
_EYES: Room = (-0.47, -0.50, 0.47, 0.15)
_MOUTH: Room = (-0.58, 0.15, 0.58, 0.92)
"""Where in a head, from its middle, eyes with their brows and a mouth with its jaw change the picture."""

_LIT_AROUND = 0.09
"""How much more of a head than an eye or a mouth is painted, for the light on its edges, in heads."""

_BEING_ROOM = 0.5
"""Heads around a resting animal that its legs, wings and tail may reach."""

Paint = Callable[[skia.Canvas], None]


@dataclass(frozen=True, slots=True)
class Laid:
    """A sheet and where the joint that it hangs from was when it was painted, in pixels."""

    sheet: Sheet
    anchor: Point


class Side:
    """The sheets of somebody seen from one side. `to_pixels` leads from picture units to pixels, a head has `head`."""

    def __init__(
        self, figure: Figure, actor: Actor, to_pixels: skia.Matrix, head: float, seen: skia.Rect | None
    ) -> None:
        self.figure = figure
        self.human = figure.human
        self.parts = parts_of(self.human) if self.human else ()
        self.heads = copied(to_pixels).preTranslate(actor.x, actor.y).preScale(actor.unit, actor.unit)
        self.drawn = copied(self.heads)
        if figure.mirrored:
            self.drawn.preScale(-1, 1)
        self._ink, self._seen = actor.ink, seen
        self._lighting = lighting_of(
            figure, extent_of(figure), actor.light, actor.sunward, self.heads, head, actor.colours, seen
        )
        self._kept: dict[str, dict[object, Laid | None]] = {}
        self._patches: dict[object, Sheet | None] = {}
        self._bodies: dict[bool, Sheet | None] = {}
        self._beings: dict[object, Sheet | None] = {}

    def pixel(self, human: Human, point: Point) -> Point:
        """Return where a point of a body, in heads, lies among the pixels."""
        at = laid_over(human).mapXY(*point)
        seen = self.drawn.mapXY(at.x(), at.y())
        return seen.x(), seen.y()

    def laid(self, part: Part, human: Human, face: Face) -> Laid | None:
        """Return a part's picture for now, one that is kept if its joints are as they were; None if it is not seen."""
        key = _key(part, human, face)
        kept = self._kept.setdefault(part.name, {})
        if key not in kept:
            base = self.human or human
            if part.frame is Frame.HEAD and human.body.view != "back":
                kept[key] = self._head(part, base, face, kept)
            else:
                if len(kept) > 1:
                    del kept[list(kept)[1]]
                kept[key] = self._part(part, self._painted(part, base, human), face)
        return kept[key]

    def being(self, face: Face, motion: Motion) -> Sheet | None:
        """Return the picture of an animal that moves."""
        key, being = (face, motion), self.figure.being
        if key not in self._beings and being is not None:
            if len(self._beings) > _HEADS_KEPT:
                self._beings.clear()
            left, top, right, bottom = extent_of(self.figure)
            if self.figure.mirrored:
                left, right = -right, -left
            room = left - _BEING_ROOM, top - _BEING_ROOM, right + _BEING_ROOM, bottom
            self._beings[key] = self._sheet(room, lambda sheet: draw_being(sheet, being, face, motion), None)
        return self._beings.get(key)

    def _painted(self, part: Part, base: Human, human: Human) -> Human:
        """Return who is painted for a part: heads as they are at rest, chairs as they are sat on."""
        if part.frame in {Frame.HEAD, Frame.HAIR}:
            return base
        if part.frame is Frame.GROUND and human.pose.seated < 1:
            return posed(self.figure, POSES["sit"]).human or human
        return human

    def _part(self, part: Part, human: Human, face: Face) -> Laid | None:
        body = self._body(arms=part.frame not in ARMS) if part.frame not in LOWER else None
        over = laid_over(human)
        sheet = self._sheet(room_of(part, human), lambda canvas: part.paint(canvas, human, face), body, over=over)
        return Laid(sheet, self.pixel(human, anchor_of(part, human))) if sheet else None

    def _head(self, part: Part, base: Human, face: Face, kept: dict[object, Laid | None]) -> Laid | None:
        """Return a head with a face: the head at rest with only its eyes and its mouth painted anew."""
        rest = Face(feeling=face.feeling, blink=1.0 if base.pose.asleep else 0.0)
        if len(kept) > _HEADS_KEPT:
            for old in [key for key in kept if key != rest][: _HEADS_KEPT // 2]:
                del kept[old]
        if rest not in kept:
            kept[rest] = self._part(part, base, rest)
        whole = kept[rest]
        if whole is None or face == rest:
            return whole
        sheet, room = whole.sheet, self._with_jaw(base, whole.sheet)
        surface = skia.Surface(room.width(), room.height())
        canvas = surface.getCanvas()
        canvas.translate(-room.left(), -room.top())
        canvas.drawImage(sheet.image, sheet.left, sheet.top)
        eyes, mouth = replace(face, mouth=rest.mouth), replace(rest, mouth=face.mouth)
        for area, changed in ((_EYES, eyes), (_MOUTH, mouth)):
            if changed != rest:
                self._patch(canvas, part, base, area, changed)
        return Laid(Sheet(surface.makeImageSnapshot(), room.left(), room.top()), whole.anchor)

    def _with_jaw(self, base: Human, sheet: Sheet) -> skia.IRect:
        """Return the pixels of a head together with those that its chin reaches when the mouth opens."""
        room = skia.IRect.MakeXYWH(sheet.left, sheet.top, sheet.image.width(), sheet.image.height())
        low = self._area(base, _MOUTH)
        jaw = skia.IRect(max(room.left(), low.left()), room.bottom() - 1, min(room.right(), low.right()), low.bottom())
        if self._seen is not None and jaw.bottom() > self._seen.bottom():
            return room
        if not jaw.isEmpty():
            room.join(jaw)
        return room

    def _area(self, base: Human, room: Room) -> skia.IRect:
        """Return the pixels of a part of a head."""
        return copied(self.drawn).preConcat(laid_over(base)).mapRect(skia.Rect(*_in_head(base, room))).round()

    def _patch(self, canvas: skia.Canvas, part: Part, base: Human, room: Room, face: Face) -> None:
        """Put another look on a part of a head's picture; it is painted a little wider than it is shown."""
        key = room, face
        if key not in self._patches:
            wider = _in_head(base, room, more=_LIT_AROUND)
            self._patches[key] = self._sheet(
                wider, lambda sheet: part.paint(sheet, base, face), self._body(arms=True), crop=False,
                over=laid_over(base),
            )  # fmt: skip
        patch = self._patches[key]
        if patch is None:
            return
        canvas.save()
        canvas.clipRect(skia.Rect.Make(self._area(base, room)))
        instead = skia.Paint(BlendMode=skia.BlendMode.kSrc)
        canvas.drawImage(patch.image, patch.left, patch.top, skia.SamplingOptions(), instead)
        canvas.restore()

    def _body(self, *, arms: bool) -> Sheet | None:
        """Return the body without light, which keeps light from the edges that lie before it."""
        human = self.human
        if arms not in self._bodies and human is not None:
            shown = [part for part in self.parts if part.frame is not Frame.GROUND and (arms or part.frame not in ARMS)]

            def paint(canvas: skia.Canvas) -> None:
                for part in shown:
                    part.paint(canvas, human, Face())

            lefts, tops, rights, bottoms = zip(*[room_of(part, human) for part in shown], strict=True)
            room = min(lefts), min(tops), max(rights), max(bottoms)
            self._bodies[arms] = self._sheet(room, paint, None, over=laid_over(human), lit=False)
        return self._bodies.get(arms)

    def _sheet(
        self, room: Room, paint: Paint, body: Sheet | None, *, crop: bool = True, over: skia.Matrix | None = None,
        lit: bool = True,
    ) -> Sheet | None:  # fmt: skip
        """Paint something in heads on a sheet of whole pixels and light it; None when nothing of it is seen."""
        matrix = copied(self.drawn)
        if over is not None:
            matrix.preConcat(over)
        bounds = matrix.mapRect(skia.Rect(*room))
        if self._seen is not None and not bounds.intersect(self._seen):
            return None
        left, top = math.floor(bounds.left()) - _AROUND_PX, math.floor(bounds.top()) - _AROUND_PX
        columns = math.ceil(bounds.right()) + _AROUND_PX - left
        rows = math.ceil(bounds.bottom()) + _AROUND_PX - top
        pixels: NDArray[np.uint8] = np.zeros((rows, columns, 4), np.uint8)
        surface = skia.Surface.MakeRasterDirect(skia.ImageInfo.MakeN32Premul(columns, rows), pixels, columns * 4)
        canvas = surface.getCanvas()
        canvas.translate(-left, -top)
        canvas.concat(matrix)
        paint(canvas)
        cut = filled(pixels) if crop else skia.IRect(0, 0, columns, rows)
        if cut is None:
            return None
        image, left, top = surface.makeImageSnapshot(cut), left + cut.left(), top + cut.top()
        if not lit:
            return Sheet(image, left, top)
        image = self._lighting.lit(image, left, top, body)
        return Sheet(outlined(image, self._ink) if self._ink else image, left, top)


def _in_head(base: Human, room: Room, *, more: float = 0.0) -> Room:
    (x, y), size = base.body.joints.head, base.body.build.head
    left, top, right, bottom = room
    return x + (left - more) * size, y + (top - more) * size, x + (right + more) * size, y + (bottom + more) * size


def _key(part: Part, human: Human, face: Face) -> object:
    """Return what a part looks like as a value: as long as it stays the same, so does the part's picture."""
    joints, pose = human.body.joints, human.pose
    if part.frame is Frame.HEAD:
        return face
    if part.frame in {Frame.HAIR, Frame.GROUND}:
        return part.name
    if part.frame is Frame.TRUNK:
        return _near((joints.lean,)), human.body.seated
    if part.frame is Frame.NECK:
        return _near((joints.head[0] - joints.neck[0], joints.head[1] - joints.neck[1]))
    if part.frame in LOWER:
        legs = [number for point in (*joints.lead_leg, *joints.rear_leg, joints.pelvis) for number in point]
        return _near((*legs, joints.lean)), human.body.seated
    lead = part.frame is Frame.LEAD_ARM
    bone: tuple[Point, ...] = joints.lead_arm if lead else joints.rear_arm
    held = human.held.name or human.held.kind if human.held is not None else ""
    if human.held is not None and is_two_handed(human.pose, human.held):
        bone = (*joints.lead_arm, *joints.rear_arm)
    x, y = bone[0]
    hand = pose.lead_hand if lead else pose.rear_hand
    return _near([number for point in bone[1:] for number in (point[0] - x, point[1] - y)]), hand, held


def _near(numbers: Iterable[float]) -> tuple[float, ...]:
    return tuple(round(number, 4) for number in numbers)


def anchor_of(part: Part, human: Human) -> Point:
    """Return the joint that a part hangs from, in heads."""
    joints = human.body.joints
    return {
        Frame.GROUND: (0.0, 0.0),
        Frame.LEGS: (0.0, 0.0),
        Frame.SKIRT: (0.0, 0.0),
        Frame.TRUNK: joints.pelvis,
        Frame.NECK: joints.neck,
        Frame.HEAD: joints.head,
        Frame.HAIR: joints.head,
        Frame.LEAD_ARM: joints.lead_arm[0],
        Frame.REAR_ARM: joints.rear_arm[0],
    }[part.frame]


def copied(matrix: skia.Matrix) -> skia.Matrix:
    """Return a matrix of its own with the same values."""
    return skia.Matrix.Concat(matrix, skia.Matrix.I())


def filled(pixels: NDArray[np.uint8]) -> skia.IRect | None:
    """Return the part of a sheet that holds something, with clear pixels around it; None when it is empty."""
    marked = pixels.view(np.uint32)[:, :, 0] != 0
    rows = np.flatnonzero(marked.any(axis=1))
    if not len(rows):
        return None
    top, bottom = max(0, int(rows[0]) - 2), min(len(pixels), int(rows[-1]) + 3)
    columns = np.flatnonzero(marked[top:bottom].any(axis=0))
    return skia.IRect(max(0, int(columns[0]) - 2), top, min(pixels.shape[1], int(columns[-1]) + 3), bottom)
