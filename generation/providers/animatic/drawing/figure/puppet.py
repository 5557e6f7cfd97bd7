"""A drawn person taken apart: every part a lit picture that is moved, and painted anew only while its own joints move.

Painting a whole figure for every frame costs ten times what moving its parts costs. Heads turn about their necks,
bodies bend in rows, arms and legs are painted anew while they bend, and what rests is never painted twice.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import skia
from numpy.typing import NDArray

from .actor import Actor
from .bands import SMOOTH, Shift, draw_bent, draw_turned, following, share_of, swinging
from .beings import Motion
from .lighting import Sheet
from .parts import Frame, Human, Part, grip_of, parts_of
from .person import face_in, laid_over, posed, turned_to
from .shade import draw_glow, draw_shadows
from .sheets import ARMS, Laid, Side, anchor_of, filled
from .stance import AT_EASE, OWN, Stance
from .yaw import Turned

_STILL_PX = 0.05
"""Movements of fewer pixels are left out: nobody sees them."""

_HEM_SWINGS = 0.7
"""How far a hem swings beside hair."""

_NECK = 0.45
"""How far below the middle of a head it turns, in heads."""

_PHASES, _STEPS = 64, 8
"""In how many steps animals walk and wag: nobody sees more, and their pictures can be used again."""

_SHADE_COARSE, _GLOW_COARSE = 2, 4
"""How many pixels of the picture one pixel of what has no edges is wide."""


class Puppet:
    """An actor on pixels. `to_pixels` leads from picture units to them; only what is in `seen` pixels is painted.

    Without `soft` the shadow on the ground and the light of a lamp are left to the caller.
    """

    def __init__(
        self, actor: Actor, to_pixels: skia.Matrix, seen: skia.Rect | None = None, *, soft: bool = True
    ) -> None:
        self.actor = actor
        self._to_pixels = skia.Matrix.Concat(to_pixels, actor.onto)
        self._seen = seen
        middle = actor.y - actor.figure.height * actor.unit * 0.5
        here, aside = (self._to_pixels.mapXY(x, middle) for x in (actor.x, actor.x + actor.unit))
        self._head = math.hypot(aside.x() - here.x(), aside.y() - here.y())
        self._sides: dict[str, Side] = {}
        self._turned = Turned()
        bare = not soft or Frame.HEAD not in actor.shown
        self._shade: list[Sheet | None] = [None] if bare else []
        self._glow: list[Sheet | None] = [None] if bare else []

    def draw(self, canvas: skia.Canvas, stance: Stance = AT_EASE, *, exact: bool = False) -> None:
        """Draw the actor on a canvas whose units are the puppet's pixels; `exact` lays pixels on pixels."""
        side = self._side(stance.facing or self.actor.figure.facing)
        here, gone = side.heads.mapXY(0, 0), side.heads.mapXY(stance.dx, stance.dy)
        canvas.save()
        canvas.translate(gone.x() - here.x(), gone.y() - here.y())
        self._lay_soft(canvas, self._shade, _SHADE_COARSE, self._paint_shade)
        canvas.translate(0, -stance.hop * self._head)
        if stance.size != 1 or stance.squash != 1:
            canvas.translate(here.x(), here.y())
            canvas.scale(stance.size * stance.squash, stance.size)
            canvas.translate(-here.x(), -here.y())
        sampling = skia.SamplingOptions() if exact else SMOOTH
        if side.human is None:
            self._draw_being(canvas, side, stance, sampling)
        else:
            self._draw_human(canvas, side, side.human, stance, sampling)
        canvas.restore()

    def _side(self, facing: str) -> Side:
        if facing not in self._sides:
            own = self.actor.figure
            figure = own if facing == own.facing else turned_to(own, facing)
            self._sides[facing] = Side(figure, self.actor, self._to_pixels, self._head, self._seen)
        return self._sides[facing]

    def _draw_being(self, canvas: skia.Canvas, side: Side, stance: Stance, sampling: skia.SamplingOptions) -> None:
        sheet = side.being(stance.face, _motion(stance))
        if sheet is None:
            return
        if abs(stance.rise) * self._head < _STILL_PX:
            canvas.drawImage(sheet.image, sheet.left, sheet.top, sampling)
            return
        low = side.heads.mapXY(0, 0).y()
        high, lift = low - side.figure.height * self._head, stance.rise * self._head
        draw_bent(canvas, sheet, 0, 0, lambda y: (0.0, -lift * share_of(y, low, high)))

    def _draw_human(
        self, canvas: skia.Canvas, side: Side, base: Human, stance: Stance, sampling: skia.SamplingOptions
    ) -> None:
        human = (posed(side.figure, stance.pose).human if stance.pose else base) or base
        if stance.held is not OWN and stance.held is not human.held:
            human = replace(human, held=stance.held)
        if human.pose.roll != base.pose.roll:
            human = self._lay_over(canvas, side, base, human)
        parts = side.parts
        if stance.pose is not None and stance.seat != any(part.frame is Frame.GROUND for part in parts):
            parts = parts_of(human, seat=stance.seat)
        bent, face = self._bent(side, human, stance), face_in(human.pose, stance.face)
        for part in parts:
            laid = side.laid(part, human, face) if part.frame in self.actor.shown else None
            if laid is not None:
                self._lay(canvas, side, part, laid, human, stance, bent, sampling)
        self._draw_glow(canvas, side, human)

    def _lay_over(self, canvas: skia.Canvas, side: Side, base: Human, human: Human) -> Human:
        """Turn the canvas as far as a falling body is turned; return the body as it is in that turned frame."""
        before = skia.Matrix()
        if not skia.Matrix.Concat(side.drawn, laid_over(base)).invert(before):
            return human
        canvas.concat(skia.Matrix.Concat(skia.Matrix.Concat(side.drawn, laid_over(human)), before))
        return posed(side.figure, replace(human.pose, roll=base.pose.roll)).human or human

    def _bent(self, side: Side, human: Human, stance: Stance) -> Shift | None:
        """Return how far each height of the body is moved by the small movements, or None when by nothing."""
        ahead, head, joints = self.actor.ahead, self._head, human.body.joints
        sway, lean, rise = stance.sway * ahead, stance.lean * ahead, stance.rise
        if human.pose.roll or max(abs(sway), abs(lean), abs(rise)) * head < _STILL_PX:
            return None
        low, middle, high = (side.pixel(human, point)[1] for point in ((0.0, 0.0), joints.pelvis, joints.neck))
        if human.pose.seated > 0.5 or human.pose.kneeling > 0.5:
            sway = 0.0

        def moved(y: float) -> tuple[float, float]:
            legs, trunk = share_of(y, low, middle), share_of(y, middle, high)
            return (sway * legs * legs * (3 - 2 * legs) + lean * trunk * trunk) * head, -rise * trunk * head

        return moved

    def _lay(
        self, canvas: skia.Canvas, side: Side, part: Part, laid: Laid, human: Human, stance: Stance,
        bent: Shift | None, sampling: skia.SamplingOptions,
    ) -> None:  # fmt: skip
        anchor = side.pixel(human, anchor_of(part, human))
        dx, dy = anchor[0] - laid.anchor[0], anchor[1] - laid.anchor[1]
        if part.frame in {Frame.HEAD, Frame.HAIR}:
            self._lay_head(canvas, side, part, laid, human, stance, bent, (dx, dy), sampling)
            return
        if part.frame in ARMS and bent is not None:
            # An arm hangs from its shoulder and goes along with it as a whole.
            aside, above = bent(anchor[1])
            dx, dy, bent = dx + aside, dy + above, None
        bending = self._bending(side, part, human, stance, bent)
        if bending is None:
            canvas.drawImage(laid.sheet.image, laid.sheet.left + dx, laid.sheet.top + dy, sampling)
        else:
            draw_bent(canvas, laid.sheet, dx, dy, bending)

    def _bending(self, side: Side, part: Part, human: Human, stance: Stance, bent: Shift | None) -> Shift | None:
        """Return how a part bends besides going along with the body: necks follow heads, cloth swings."""
        head, joints = self._head, human.body.joints
        if part.frame is Frame.GROUND:
            return None
        if part.frame is Frame.NECK and (stance.glide or stance.nod):
            neck = side.pixel(human, joints.neck)[1]
            way = stance.glide * self.actor.ahead * head, stance.nod * head
            return following(bent, neck, neck - _NECK * head, way)
        if part.name in {"cape", "neckwear"} and stance.swing:
            neck = side.pixel(human, joints.neck)[1]
            return swinging(bent, neck, stance.swing * head, 2 * head)
        if part.frame is Frame.SKIRT and abs(stance.swing) * head > _STILL_PX and not human.pose.seated:
            hip = side.pixel(human, joints.pelvis)[1]
            return swinging(bent, hip, stance.swing * _HEM_SWINGS * head, 2 * head)
        return bent

    def _lay_head(
        self, canvas: skia.Canvas, side: Side, part: Part, laid: Laid, human: Human, stance: Stance,
        bent: Shift | None, moved: tuple[float, float], sampling: skia.SamplingOptions,
    ) -> None:  # fmt: skip
        base, ahead, head = side.human or human, self.actor.ahead, self._head
        x, y = laid.anchor
        aside, above = bent(y + moved[1]) if bent else (0.0, 0.0)
        dx = moved[0] + aside + stance.glide * ahead * head
        dy = moved[1] + above + stance.nod * head
        own = -1.0 if side.figure.mirrored else 1.0
        turn = (human.body.joints.tilt - base.body.joints.tilt) * own + stance.tilt * ahead
        neck = y + _NECK * head
        sheet = laid.sheet
        if stance.yaw and part.frame is Frame.HEAD and human.body.view != "back" and not human.pose.roll:
            sheet = self._turned.sheet(sheet, x, head * human.body.build.head, stance.yaw * own)
        if part.frame is Frame.HAIR:
            slope, swing = -math.tan(math.radians(turn)), stance.swing * head
            if abs(slope) > 1e-4 or abs(swing) > _STILL_PX:
                draw_bent(canvas, laid.sheet, dx, dy, _hanging(neck + dy, y + dy, head, slope, swing))
                return
        elif abs(turn) >= 0.01:
            canvas.save()
            canvas.translate(dx, dy)
            canvas.rotate(turn, x, neck)
            canvas.translate(sheet.left, sheet.top)
            draw_turned(canvas, sheet.image)
            canvas.restore()
            return
        canvas.drawImage(sheet.image, sheet.left + dx, sheet.top + dy, sampling)

    # What has no edges

    def _paint_shade(self, canvas: skia.Canvas) -> None:
        actor = self.actor
        draw_shadows(canvas, actor.figure, actor.x, actor.y, actor.unit, actor.light, actor.sunward)

    def _paint_glow(self, canvas: skia.Canvas) -> None:
        actor = self.actor
        draw_glow(canvas, actor.figure, actor.x, actor.y, actor.unit, actor.light)

    def _draw_glow(self, canvas: skia.Canvas, side: Side, human: Human) -> None:
        """Let the light of a lamp go along with the hand that holds it."""
        first = self.actor.figure.human
        if first is None or first.held is None or first.held.shine is None or human.body.view == "back":
            return
        if human.held is None:
            return
        own = self._side(self.actor.figure.facing)
        was = own.pixel(first, grip_of(first.body.joints, first.pose, first.held))
        at = side.pixel(human, grip_of(human.body.joints, human.pose, first.held))
        canvas.save()
        canvas.translate(at[0] - was[0], at[1] - was[1])
        self._lay_soft(canvas, self._glow, _GLOW_COARSE, self._paint_glow)
        canvas.restore()

    def _lay_soft(
        self, canvas: skia.Canvas, kept: list[Sheet | None], coarse: int, paint: Callable[[skia.Canvas], None]
    ) -> None:
        """Draw something without edges from few pixels; it is painted when it is first needed."""
        if not kept:
            kept.append(self._soft(coarse, paint))
        sheet = kept[0]
        if sheet is not None:
            wide, high = sheet.image.width() * coarse, sheet.image.height() * coarse
            canvas.drawImageRect(sheet.image, skia.Rect.MakeXYWH(sheet.left, sheet.top, wide, high), SMOOTH)

    def _soft(self, coarse: int, paint: Callable[[skia.Canvas], None]) -> Sheet | None:
        actor = self.actor
        reach, high = actor.unit * 4.2, (actor.figure.height + 3.6) * actor.unit
        bounds = self._to_pixels.mapRect(
            skia.Rect(actor.x - reach, actor.y - high, actor.x + reach, actor.y + actor.unit)
        )
        if self._seen is not None and not bounds.intersect(self._seen):
            return None
        left, top = math.floor(bounds.left()), math.floor(bounds.top())
        columns, rows = math.ceil((bounds.right() - left) / coarse) + 1, math.ceil((bounds.bottom() - top) / coarse) + 1
        pixels: NDArray[np.uint8] = np.zeros((rows, columns, 4), np.uint8)
        surface = skia.Surface.MakeRasterDirect(skia.ImageInfo.MakeN32Premul(columns, rows), pixels, columns * 4)
        canvas = surface.getCanvas()
        canvas.scale(1 / coarse, 1 / coarse)
        canvas.translate(-left, -top)
        canvas.concat(self._to_pixels)
        if actor.colours is not None:
            canvas.saveLayer(None, skia.Paint(ColorFilter=actor.colours))
        paint(canvas)
        canvas.restoreToCount(1)
        cut = filled(pixels)
        if cut is None:
            return None
        return Sheet(surface.makeImageSnapshot(cut), left + cut.left() * coarse, top + cut.top() * coarse)


def _hanging(neck: float, middle: float, head: float, slope: float, swing: float) -> Shift:
    """Return how hair hangs from a head that is turned: it leans with the head and its ends swing."""

    def moved(y: float) -> tuple[float, float]:
        low = max(0.0, y - middle) / head
        return slope * (y - neck) + swing * low * low, 0.0

    return moved


def _motion(stance: Stance) -> Motion:
    """Return how an animal's body moves, in steps."""
    stride = round(stance.gait % 1.0 * _PHASES) % _PHASES / _PHASES
    pace, wag, head = (round(number * _STEPS) / _STEPS for number in (stance.pace, stance.wag, stance.nod * 10))
    return Motion(stride if pace else 0.0, pace, wag, 0.0, max(-1.0, min(1.0, head)))
