"""Limbs, trunk and seat: the body under its clothes and in them, joint by joint."""

from __future__ import annotations

from dataclasses import dataclass

import skia

from generation.providers.animatic.drawing.canvas import Point, fill, linear, mix, smooth

from .colours import darker, lighter
from .hands import draw_hand
from .looks import Look
from .pen import along, blob, clipped, facet, limb, line, moved, turned
from .skeleton import Bone, Build, Joints
from .wardrobe import Outfit

_BARE_LEGS = {"dress", "sundress", "tunic", "gown", "sari", "leotard", "skins"}
_ALWAYS_BARE = {"leotard", "skins"}


@dataclass(frozen=True, slots=True)
class Body:
    """All that the drawing of a body needs; `view` is side, front or back."""

    build: Build
    joints: Joints
    outfit: Outfit
    look: Look
    sex: str
    view: str
    seated: bool

    @property
    def flat(self) -> bool:
        """Whether we see the body from the front or the back, evenly."""
        return self.view != "side"

    @property
    def middle(self) -> float:
        """Where the front of the body is: in the three-quarter view it is turned to the right."""
        return 0.0 if self.flat else self.build.shoulder * 0.30

    @property
    def chest(self) -> float:
        """Where the shoulders are in the frame of the trunk (negative: up)."""
        return -self.build.torso


def draw_legs(canvas: skia.Canvas, body: Body) -> None:
    """Draw both legs with their shoes, the farther one first."""
    farther, nearer = body.joints.lead_leg, body.joints.rear_leg
    if body.flat:
        _draw_leg(canvas, body, farther, 1.0, dim=0.06)
        _draw_leg(canvas, body, nearer, -1.0, dim=0.12)
        return
    _draw_leg(canvas, body, farther, 1.0, dim=0.30)
    _draw_leg(canvas, body, nearer, -1.0, dim=0.0)


def _leg_colours(body: Body) -> tuple[str, str]:
    """Return the colours above and below the knee."""
    outfit, skin = body.outfit, body.look.skin
    if outfit.dress and (
        outfit.dress.kind in _ALWAYS_BARE or (outfit.dress.kind in _BARE_LEGS and body.sex == "female")
    ):
        return skin, skin
    if outfit.dress and outfit.dress.kind in {"kimono", "habit"}:
        under = darker(outfit.dress.colour, 0.3)
        return under, under
    if outfit.trousers.kind in {"skirt", "tutu"}:
        return skin, skin
    if outfit.trousers.kind == "shorts":
        return outfit.trousers.colour, skin
    return outfit.trousers.colour, outfit.trousers.colour


def _draw_leg(canvas: skia.Canvas, body: Body, leg: Bone, side: float, *, dim: float) -> None:
    upper, lower = (darker(colour, dim) if dim else colour for colour in _leg_colours(body))
    size = body.build.limb
    bare = _leg_colours(body)[1] == body.look.skin
    slim = 0.86 if bare else 1.0
    widths = [0.46 * size * slim, 0.345 * size * slim, 0.245 * size * slim if bare else 0.275 * size]
    limb(canvas, leg, widths, lower)
    if upper != lower:
        short = [leg[0], along(leg, 0.25), along(leg, 0.47)]
        limb(canvas, short, [widths[0] * 1.04, widths[0] * 1.0, widths[1] * 1.12], upper)
    inner = [(x + 0.045 * size, y) for x, y in leg]
    if not body.flat:
        limb(canvas, inner, [width * 0.5 for width in widths], lighter(lower, 0.06))
        if upper != lower:
            limb(canvas, moved(short, 0.05, 0), [widths[0] * 0.55] * 2 + [widths[1] * 0.6], lighter(upper, 0.06))
    _draw_shoe(canvas, body, leg, side, dim=dim)


def _draw_shoe(canvas: skia.Canvas, body: Body, leg: Bone, side: float, *, dim: float) -> None:
    shoes, size = body.outfit.shoes, body.build.limb
    colour = body.look.skin if shoes.kind == "bare" else shoes.colour
    colour = darker(colour, dim) if dim else colour
    (kx, ky), (ax, ay) = leg[1], leg[2]
    # A lifted foot turns with its shin; a foot that carries weight lies flat.
    lifted = max(0.0, min(1.0, (-ay - 0.2) / 0.4)) if not body.flat else 0.0
    shin = (kx - ax) * 42.0 * lifted if ay < -0.2 else 0.0
    if not body.flat and ky > -0.5 and ax < kx - 0.4:
        shin = 70.0
    if shoes.kind == "boots":
        limb(canvas, [along(leg, 0.74), (ax, ay)], [0.33 * size, 0.30 * size], colour)
        limb(canvas, [along(leg, 0.73), along(leg, 0.76)], [0.345 * size] * 2, lighter(colour, 0.16))
    if shoes.kind == "fins":
        _draw_fin(canvas, body, (ax, ay), side, colour)
        return
    with turned(canvas, (ax, ay), shin, size**0.5):
        if body.flat:
            toe = [(-0.15, -0.08), (0.15, -0.08), (0.19, 0.06), (0.16, 0.14), (-0.16, 0.14), (-0.19, 0.06)]
            blob(canvas, moved(toe, side * 0.03, 0.0), colour)
            line(
                canvas, moved([(-0.16, 0.125), (0.0, 0.135), (0.16, 0.125)], side * 0.03, 0), darker(colour, 0.55), 0.03
            )
            return
        _draw_side_shoe(canvas, shoes.kind, colour)


def _draw_fin(canvas: skia.Canvas, body: Body, ankle: Point, side: float, colour: str) -> None:
    x, y = ankle
    if body.flat:
        blob(canvas, [(x - 0.12, y - 0.1), (x + 0.12, y - 0.1), (x + 0.24 + side * 0.1, y + 0.2),
                      (x - 0.24 + side * 0.1, y + 0.2)], colour, tension=0.3)  # fmt: skip
        return
    blob(canvas, [(x - 0.18, y + 0.13), (x - 0.15, y - 0.10), (x + 0.12, y - 0.08), (x + 0.82, y + 0.06),
                  (x + 0.90, y + 0.14)], colour, tension=0.3)  # fmt: skip
    line(canvas, [(x + 0.2, y + 0.02), (x + 0.8, y + 0.10)], darker(colour, 0.3), 0.03)


def _draw_side_shoe(canvas: skia.Canvas, kind: str, colour: str) -> None:
    if kind == "heels":
        blob(canvas, [(-0.15, 0.04), (-0.13, -0.09), (0.02, -0.08), (0.20, 0.05), (0.37, 0.10), (0.36, 0.14),
                      (0.12, 0.13), (-0.05, 0.04)], colour)  # fmt: skip
        line(canvas, [(-0.12, 0.02), (-0.13, 0.13)], colour, 0.045)
        return
    blob(canvas, [(-0.175, 0.135), (-0.185, -0.04), (-0.10, -0.13), (0.06, -0.13), (0.17, -0.02), (0.34, 0.035),
                  (0.40, 0.10), (0.38, 0.14)], colour, tension=0.55)  # fmt: skip
    sole = "#f1ede4" if kind == "sneakers" else darker(colour, 0.55)
    line(canvas, [(-0.16, 0.128), (0.12, 0.13), (0.37, 0.125)], sole, 0.034)
    if kind in {"shoes", "sneakers", "boots"}:
        line(canvas, [(0.06, -0.055), (0.13, -0.03)], lighter(colour, 0.4), 0.018, 0.8)
        line(canvas, [(0.11, -0.015), (0.18, 0.005)], lighter(colour, 0.4), 0.018, 0.8)


def draw_arm(canvas: skia.Canvas, body: Body, *, lead: bool, gesture: str, dim: float, edge: bool) -> None:
    """Draw an arm with its sleeve and hand; `edge` sets it off from the body behind it."""
    bone = body.joints.lead_arm if lead else body.joints.rear_arm
    outfit, size = body.outfit, body.build.limb
    sleeve = darker(outfit.sleeve, dim) if dim else outfit.sleeve
    skin = mix(body.look.skin, body.look.shadow, dim * 2) if dim else body.look.skin
    hand = darker(outfit.gloves, dim) if outfit.gloves else skin
    coat = bool(outfit.outer and outfit.outer.kind not in {"vest", "cardigan"})
    widths = [0.385 * size, 0.31 * size, 0.235 * size]
    if coat:
        widths = [width * 1.12 for width in widths]
    if edge:
        limb(canvas, bone, [width + 0.05 for width in widths], darker(outfit.sleeve, 0.36))
    draw_hand(canvas, bone[2], bone[1], hand, gesture, mirror=_thumb_down(body, lead=lead), size=size**0.5 * 0.98)
    if outfit.bare_arms:
        limb(canvas, bone, [width * 0.88 for width in widths], skin)
        if outfit.top.kind != "tank" or outfit.dress:
            end = 0.26 if outfit.dress is None else 0.16
            limb(canvas, [bone[0], along(bone, end)], [widths[0] * 1.02, widths[0] * 0.98], sleeve)
        return
    limb(canvas, bone, widths, sleeve)
    limb(canvas, moved(bone, 0.03, -0.03), [width * 0.55 for width in widths], lighter(sleeve, 0.08))
    _draw_cuff(canvas, body, bone, widths[2], sleeve)


def _draw_cuff(canvas: skia.Canvas, body: Body, bone: Bone, width: float, sleeve: str) -> None:
    outer = body.outfit.outer
    if body.outfit.dress and body.outfit.dress.kind in {"kimono", "habit"}:
        x, y = bone[2]
        elbow = bone[1]
        drop = 0.62 if body.outfit.dress.kind == "kimono" else 0.36
        blob(canvas, [elbow, (x + 0.08, y - 0.14), (x + 0.10, y + 0.14), (x - 0.02, y + drop),
                      ((x + elbow[0]) / 2 - 0.08, (y + elbow[1]) / 2 + drop * 0.75)], darker(sleeve, 0.10))  # fmt: skip
        return
    if outer and outer.kind in {"suit", "labcoat"}:
        limb(canvas, [along(bone, 0.965), bone[2]], [width * 1.02, width * 0.98], lighter(body.outfit.top.colour, 0.1))
        limb(canvas, [along(bone, 0.88), along(bone, 0.955)], [width * 1.1, width * 1.05], sleeve)
    else:
        limb(canvas, [along(bone, 0.955), bone[2]], [width * 1.10, width * 1.08], lighter(sleeve, 0.16))


def _thumb_down(body: Body, *, lead: bool) -> bool:
    bone = body.joints.lead_arm if lead else body.joints.rear_arm
    return bone[2][0] < bone[1][0] if not body.flat else not lead


def trunk_outline(body: Body, *, hem: float = 0.14, loose: float = 0.0) -> list[Point]:
    """Return the outline of the trunk in its own frame: the pelvis at (0, 0), the neck above it."""
    b, top = body.build, body.chest
    wide, waist, hips = b.shoulder, b.waist + loose, b.hips + loose
    bust = b.bust if not body.flat else 0.0
    belly = b.belly
    chest, far = wide * 0.88 + bust + belly * 0.4 + loose * 0.4, wide * (0.98 if body.flat else 0.90)
    return [
        (-0.21, top - 0.09), (-wide * 0.66, top + 0.015), (-wide * 0.98, top + 0.20),
        (-wide * 0.93 - loose * 0.4, top + 0.62), (-waist - belly * 0.4, top * 0.44), (-hips, -0.12),
        (-hips * 0.99, hem * 0.7), (-hips * 0.86, hem), (hips * 0.86, hem), (hips * 0.99 + belly * 0.15, hem * 0.7),
        (hips + belly * 0.3, -0.12), (waist + belly + 0.02, top * 0.40), (chest, top + 0.66), (far, top + 0.20),
        (wide * 0.62, top + 0.015), (0.20, top - 0.09),
    ]  # fmt: skip


def draw_neck(canvas: skia.Canvas, body: Body) -> None:
    """Draw the neck from the collar up into the head, in the shade of the chin."""
    (nx, ny), (hx, hy) = body.joints.neck, body.joints.head
    half = 0.165 if body.sex == "female" or body.build.height < 4.6 else 0.205
    base, head_y = ny + 0.14, hy + 0.30
    shift = 0.0 if body.flat else 0.05
    path = smooth([(hx - shift - half, head_y), (hx - shift + half, head_y), (nx + half * 1.02 + shift, base - 0.12),
                   (nx + half * 1.5 + shift, base + 0.06), (nx - half * 1.5, base + 0.06), (nx - half * 1.02,
                       base - 0.12)],
                  closed=True, tension=0.5)  # fmt: skip
    deep = body.look.shadow
    shade = linear((0, head_y + 0.05), (0, base), [mix(deep, "#5a2030", 0.18), mix(deep, body.look.skin, 0.45)])
    canvas.drawPath(path, fill(deep, shader=shade))


def draw_skirt(
    canvas: skia.Canvas, body: Body, colour: str, hem: float, flare: float, *, split: bool = False, plaid: bool = False
) -> None:
    """Draw cloth that hangs from the hips and follows the legs down to `hem` (0 hip, 1 ankle)."""
    path = _seated_skirt(body, hem) if body.seated and not body.flat else _standing_skirt(body, hem, flare)
    b = body.build
    shade = linear(
        (-b.hips * 1.4, 0), (b.hips * 1.6, 0), [darker(colour, 0.34), colour, lighter(colour, 0.07)], [0, 0.55, 1]
    )
    canvas.drawPath(path, fill(colour, shader=shade))
    if body.seated and not body.flat:
        return
    with clipped(canvas, path):
        _draw_folds(canvas, body, colour, hem, flare, split=split)
        if plaid:
            _draw_tartan(canvas, body, colour)


def _draw_tartan(canvas: skia.Canvas, body: Body, colour: str) -> None:
    px, py = body.joints.pelvis
    for step in range(-5, 6):
        line(canvas, [(px + step * 0.16, py - 0.8), (px + step * 0.22, py + 1.6)], "#26375c", 0.05, 0.7)
        line(canvas, [(px + step * 0.16 + 0.07, py - 0.8), (px + step * 0.22 + 0.1, py + 1.6)], "#c23b36", 0.018, 0.9)
    for step in range(9):
        line(canvas, [(px - 1.4, py - 0.7 + step * 0.24), (px + 1.4, py - 0.7 + step * 0.24)], "#26375c", 0.06, 0.6)
        line(canvas, [(px - 1.4, py - 0.6 + step * 0.24), (px + 1.4, py - 0.6 + step * 0.24)], "#e3b53f", 0.016, 0.9)


def draw_tutu(canvas: skia.Canvas, body: Body, colour: str) -> None:
    """Draw the stiff round skirt of a dancer."""
    (px, py), wide = body.joints.pelvis, body.build.hips * 3.0
    for step, tone in enumerate((darker(colour, 0.15), colour, lighter(colour, 0.35))):
        y, half = py + 0.10 - step * 0.09, wide * (1 - step * 0.10)
        canvas.drawOval(skia.Rect(px - half, y - 0.20, px + half, y + 0.24), fill(tone))
    for step in range(-6, 7):
        x = step * wide * 0.13
        line(canvas, [(px + x * 0.3, py - 0.16), (px + x, py + 0.08)], darker(colour, 0.2), 0.02, 0.5)


def _standing_skirt(body: Body, hem: float, flare: float) -> skia.Path:
    joints, b = body.joints, body.build
    px, py = joints.pelvis
    points = [along(joints.lead_leg, hem), along(joints.rear_leg, hem)]
    half = 0.24 * b.limb + flare
    left, right = min(x for x, _ in points) - half, max(x for x, _ in points) + half
    low = max(y for _, y in points)
    if hem < 0.12:
        left, right = min(left, px - b.hips - flare), max(right, px + b.hips + flare)
        low = py + 0.14 + hem
    left, right = min(left, px - b.hips - flare * 0.6), max(right, px + b.hips + flare * 0.6)
    top = body.chest * (0.42 if body.outfit.trousers.kind != "skirt" or body.outfit.dress else 0.12)
    waist = b.waist + b.belly * 0.5
    trunk = _on_trunk(body, [(waist + 0.03, top), (-waist - 0.03, top)])
    return smooth(
        [trunk[1], (px - b.hips - 0.035, py - 0.08), (left, low), (left * 0.45 + right * 0.1, low + 0.055),
         (right * 0.5, low + 0.065), (right, low), (px + b.hips + 0.035 + b.belly * 0.4, py - 0.08), trunk[0]],
        closed=True, tension=0.62,
    )  # fmt: skip


def _seated_skirt(body: Body, hem: float) -> skia.Path:
    joints, b = body.joints, body.build
    px, py = joints.pelvis
    kx, ky = max(joints.lead_leg[1], joints.rear_leg[1])
    drop = max(0.14, (hem - 0.5) * 2 * (-0.14 - ky))
    reach = px + (kx - px) * min(1.0, hem * 2)
    top = _on_trunk(body, [(-b.waist - 0.02, body.chest * 0.42), (b.waist + 0.04, body.chest * 0.40)])
    return smooth(
        [top[0], (px - b.hips - 0.06, py), (px - b.hips, py + 0.28), (reach - 0.24, py + 0.30),
         (reach - 0.18, ky + drop), (reach + 0.26, ky + drop), (reach + 0.27, ky - 0.06), (reach, ky - 0.24),
         (px + b.hips + 0.12, py - 0.28), top[1]], closed=True, tension=0.6,
    )  # fmt: skip


def _on_trunk(body: Body, points: list[Point]) -> list[Point]:
    """Return points of the trunk's frame where they lie in the picture."""
    matrix = skia.Matrix.Translate(*body.joints.pelvis)
    matrix.preRotate(body.joints.lean)
    return [(point.fX, point.fY) for point in matrix.mapPoints([skia.Point(*point) for point in points])]


def _draw_folds(canvas: skia.Canvas, body: Body, colour: str, hem: float, flare: float, *, split: bool) -> None:
    px, py = body.joints.pelvis
    b = body.build
    low = max(along(body.joints.lead_leg, hem)[1], along(body.joints.rear_leg, hem)[1]) + 0.1
    if split:
        x = px + body.middle
        line(canvas, [(x, py - 0.6), (x + 0.03, py), (x + 0.05, low)], darker(colour, 0.4), 0.03, 0.8)
    if flare > 0.15:
        for step in range(-2, 3):
            x = px + step * b.hips * 0.42
            line(
                canvas, [(x, py + 0.05), (x * 1.3, (py + low) / 2), (x * 1.75, low)], darker(colour, 0.34), 0.026, 0.45
            )


def draw_hips(canvas: skia.Canvas, body: Body) -> None:
    """Draw the seat of the trousers, which joins both legs."""
    px, py = body.joints.pelvis
    b = body.build
    colour, _ = _leg_colours(body)
    if body.seated and not body.flat:
        blob(canvas, [(px - b.hips, py - 0.25), (px + b.hips, py - 0.25), (px + b.hips + 0.15, py + 0.14),
                      (px - b.hips + 0.05, py + 0.22)], colour)  # fmt: skip
        return
    blob(canvas, [(px - b.hips * 0.9, py - 0.3), (px + b.hips * 0.9, py - 0.3), (px + b.hips * 0.92, py + 0.10),
                  (px + 0.08, py + 0.30), (px - 0.08, py + 0.30), (px - b.hips * 0.92, py + 0.10)], colour)  # fmt: skip


def draw_seat(canvas: skia.Canvas, body: Body, *, arms: bool) -> None:
    """Draw a plain wooden chair, so that nobody sits on air; `arms` makes it an armchair."""
    px, py = body.joints.pelvis
    wood, cloth = "#5b4334", "#7a5350"
    seat = py + 0.25
    back = seat - (2.1 if arms else 1.55)
    if body.flat:
        half = body.build.hips + 0.22
        for x in (-half + 0.05, half - 0.05):
            line(canvas, [(x, seat), (x, -0.02)], darker(wood, 0.25), 0.11)
        canvas.drawRoundRect(skia.Rect(px - half, back, px + half, seat + 0.1), 0.16, 0.16, fill(darker(cloth, 0.2)))
        canvas.drawRoundRect(skia.Rect(px - half, seat - 0.06, px + half, seat + 0.14), 0.08, 0.08, fill(wood))
        return
    for x in (px - 0.52, px + 0.62):
        line(canvas, [(x, seat), (x - 0.04, -0.02)], darker(wood, 0.25), 0.11)
    left = px - 0.66
    if arms:
        blob(canvas, [(left - 0.22, back), (left + 0.16, back + 0.05), (left + 0.36, seat), (left - 0.05, seat + 0.1)],
             cloth, tension=0.5)  # fmt: skip
    else:
        line(canvas, [(left - 0.14, back), (left + 0.06, seat), (left + 0.04, -0.02)], wood, 0.12, tension=0.5)
        for y in (back + 0.12, back + 0.5, back + 0.88):
            line(canvas, [(left - 0.10, y), (left + 0.22, y + 0.04)], darker(wood, 0.12), 0.15)
    canvas.drawRoundRect(skia.Rect(px - 0.66, seat - 0.06, px + 0.82, seat + 0.13), 0.07, 0.07, fill(cloth))
    facet(canvas, [(px - 0.62, seat + 0.10), (px + 0.78, seat + 0.10), (px + 0.76, seat + 0.20), (px - 0.60,
        seat + 0.20)],
          wood)  # fmt: skip
