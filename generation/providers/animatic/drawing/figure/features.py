"""Eyes, brows, nose and glasses: where a face looks and what it feels."""

from __future__ import annotations

from dataclasses import dataclass

import skia

from generation.providers.animatic.drawing.canvas import Point, fill, linear, mix, radial, stroke

from .colours import luminance
from .expressions import Expression
from .looks import Look
from .pen import blob, clipped, disc, line, oval

INK = "#241a20"
_EYE_Y = -0.015


@dataclass(frozen=True, slots=True)
class _Eye:
    """One eye: `inner` is -1 when the nose lies to its left, 1 when to its right."""

    x: float
    width: float
    height: float
    inner: float


def _eyes(*, front: bool, young: bool, broad: bool) -> tuple[_Eye, _Eye]:
    size = 1.14 if young else 1.05 if broad else 0.97
    wide, tall = 0.112 * size, 0.108 * size
    if front:
        return _Eye(-0.195, wide, tall, 1.0), _Eye(0.195, wide, tall, -1.0)
    return _Eye(-0.035, wide, tall, 1.0), _Eye(0.294, wide * 0.84, tall, -1.0)


def draw_eyes(
    canvas: skia.Canvas, look: Look, shown: Expression, *, front: bool, blink: float, young: bool, broad: bool
) -> None:
    """Draw both eyes, closed as far as `blink` (0 to 1) says, and what is worn before them."""
    pair = _eyes(front=front, young=young, broad=broad)
    for eye in pair:
        if look.eyepatch and eye is pair[0]:
            continue
        _draw_eye(canvas, eye, look, shown, blink, front=front)
    if look.eyepatch:
        _draw_patch(canvas, pair[0])
    if look.glasses:
        _draw_glasses(canvas, pair, look.glasses, front=front)


def _lids(eye: _Eye, shown: Expression, blink: float) -> tuple[list[Point], list[Point]]:
    """Return the control points of the upper and the lower lid, left to right."""
    open_share = max(0.0, shown.lid * (1 - min(max(blink, 0.0), 1.0)))
    low = eye.height * 0.72 * (1 - shown.squint * 0.75)
    high = low + 0.012 - (eye.height * 1.45 + low) * min(open_share, 1.35)
    tip_in, tip_out = (eye.width, -eye.width) if eye.inner > 0 else (-eye.width, eye.width)
    inner, outer = (tip_in, 0.022), (tip_out, -0.008)
    lowered = shown.slant * 1.5 * min(open_share, 1.0)
    arch_in, arch_out = (tip_in * 0.62, high + lowered), (tip_out * 0.62, high - lowered * 0.6 + 0.006)
    upper = [inner, arch_in, arch_out, outer]
    lower = [inner, (tip_in * 0.55, low), (tip_out * 0.55, low * 1.05), outer]
    return upper, lower


def _almond(upper: list[Point], lower: list[Point]) -> skia.Path:
    path = skia.Path()
    path.moveTo(*upper[0])
    path.cubicTo(*upper[1], *upper[2], *upper[3])
    path.cubicTo(*lower[2], *lower[1], *lower[0])
    path.close()
    return path


def _curve(points: list[Point]) -> skia.Path:
    path = skia.Path()
    path.moveTo(*points[0])
    path.cubicTo(*points[1], *points[2], *points[3])
    return path


def _lash_line(upper: list[Point], thick: float) -> skia.Path:
    """Return the edge of the upper lid: thin at the corners, thick in the middle."""
    path = _curve(upper)
    inner, first, last, _ = upper
    path.cubicTo(last[0] * 1.06, last[1] - thick * 1.5, first[0], first[1] - thick * 0.9, *inner)
    path.close()
    return path


def _draw_eye(canvas: skia.Canvas, eye: _Eye, look: Look, shown: Expression, blink: float, *, front: bool) -> None:
    canvas.save()
    canvas.translate(eye.x, _EYE_Y)
    upper, lower = _lids(eye, shown, blink)
    shadow = mix(look.skin, "#6f2a2c", 0.34)
    oval(canvas, (0, -0.02), eye.width * 1.18, eye.height * 1.2, shadow, 0.16)
    path = _almond(upper, lower)
    canvas.drawPath(path, fill("#fbf6ef"))
    with clipped(canvas, path):
        _draw_iris(canvas, eye, look, shown, front=front)
        canvas.drawPath(_curve([(x, y + 0.016) for x, y in upper]), stroke("#5a4150", 0.04, 0.28))
    canvas.drawPath(_curve(lower), stroke(mix(look.skin, "#5c2226", 0.5), 0.011, 0.75))
    if blink < 0.5:
        crease = [(x * 0.96, y - 0.042) for x, y in upper]
        canvas.drawPath(_curve(crease), stroke(mix(look.skin, "#5c2226", 0.5), 0.013, 0.55))
    canvas.drawPath(_lash_line(upper, 0.050 if look.lashes else 0.040), fill(INK))
    canvas.drawPath(_curve(upper), stroke(INK, 0.012))
    if look.lashes:
        _draw_lashes(canvas, eye, upper, 1.0 if front or eye.inner > 0 else 0.5)
    canvas.restore()


def _draw_iris(canvas: skia.Canvas, eye: _Eye, look: Look, shown: Expression, *, front: bool) -> None:
    x = shown.gaze[0] + (0.0 if front else 0.014) - eye.inner * (0.0 if front else -0.004)
    y, radius = -0.006 + shown.gaze[1], eye.height * 0.75
    tone = look.eyes
    shade = radial((x, y + radius * 0.35), radius * 1.25, [mix(tone, "#fff0cf", 0.32), tone, mix(tone, INK, 0.62)],
                   [0, 0.45, 1])  # fmt: skip
    canvas.drawCircle(x, y, radius, fill(tone, shader=shade))
    canvas.drawCircle(x, y, radius, stroke(mix(tone, INK, 0.75), 0.014))
    disc(canvas, (x, y), radius * 0.5, "#120d12")
    disc(canvas, (x + radius * 0.36, y - radius * 0.42), radius * 0.27, "#ffffff", 0.96)
    disc(canvas, (x - radius * 0.36, y + radius * 0.42), radius * 0.13, "#ffffff", 0.45)


def _draw_lashes(canvas: skia.Canvas, eye: _Eye, upper: list[Point], size: float) -> None:
    x, y = upper[3]
    out = -eye.inner
    flick = [(x - out * 0.048, y - 0.050), (x + out * 0.046 * size, y - 0.056), (x - out * 0.004, y + 0.004)]
    blob(canvas, flick, INK, tension=0.22)


def draw_brows(canvas: skia.Canvas, look: Look, shown: Expression, *, front: bool, sex: str, age: str) -> None:
    """Draw both brows; they carry most of what a face says from afar."""
    pale = luminance(look.hair) > 0.72
    colour = mix(look.hair, "#5f4630", 0.60) if pale else mix(look.hair, "#17101a", 0.34)
    thick = {"female": 0.040, "male": 0.062}.get(sex, 0.05) * (0.8 if age == "child" else 1.0)
    for eye in _eyes(front=front, young=age == "child", broad=sex == "female"):
        inner_x, outer_x = eye.x + eye.inner * eye.width * 0.95, eye.x - eye.inner * eye.width * 1.28
        base = _EYE_Y - 0.205 - shown.brow
        inner_y, outer_y = base + 0.012 - shown.inner, base + 0.03 + shown.inner * 0.22
        if shown.smirk and eye.inner < 0:
            inner_y, outer_y = inner_y - 0.07 * shown.smirk, outer_y - 0.05 * shown.smirk
        crest = (
            eye.x - eye.inner * eye.width * 0.35,
            min(inner_y, outer_y) * 0.45 + (inner_y + outer_y) * 0.275 - 0.03,
        )
        blob(
            canvas,
            [(inner_x, inner_y - thick * 0.45), (crest[0], crest[1] - thick * 0.5), (outer_x, outer_y - 0.006),
             (outer_x, outer_y + 0.006), (crest[0], crest[1] + thick * 0.5), (inner_x, inner_y + thick * 0.55)],
            colour, tension=0.58,
        )  # fmt: skip


def draw_nose(canvas: skia.Canvas, look: Look, *, front: bool, age: str, sex: str) -> None:
    """Draw the nose by its shadow and one line."""
    shadow, ink = look.shadow, mix(look.skin, "#6b2426", 0.52)
    size = {"child": 0.72, "elder": 1.12}.get(age, 0.92 if sex == "female" else 1.05)
    shine = mix(look.skin, "#fff6e6", 0.2 + 0.4 * luminance(look.skin))
    if front:
        tip = 0.10 + 0.055 * size
        blob(canvas, [(-0.02, -0.06), (-0.025, 0.06), (-0.085 * size, tip + 0.01), (0.0, tip + 0.045)], shadow, 0.55)
        disc(canvas, (0.008, tip - 0.03), 0.034 * size, shine, 0.34)
        line(canvas, [(-0.062 * size, tip + 0.008), (0.0, tip + 0.038), (0.062 * size, tip + 0.008)], ink, 0.026, 0.85)
        return
    tip, low = 0.20 + 0.075 * size, 0.095 + 0.03 * size
    nose = [(0.155, -0.12), (0.205, -0.04), (tip, low - 0.025), (tip - 0.008, low + 0.022), (0.205, low + 0.05),
            (0.140, low + 0.035), (0.135, low - 0.02)]  # fmt: skip
    blob(canvas, nose, mix(look.skin, "#fff0dc", 0.10), tension=0.58)
    blob(canvas, [(0.125, low - 0.01), (0.185, low - 0.005), (0.20, low + 0.052), (0.135, low + 0.045)], shadow, 0.55)
    disc(canvas, (tip - 0.045, low - 0.012), 0.022 * size, shine, 0.6)
    line(canvas, [(0.222, 0.020), (0.236, 0.040), (tip, low - 0.012), (tip - 0.02, low + 0.036), (0.185, low + 0.048)],
         ink, 0.026, 0.8, tension=0.58)  # fmt: skip


def _draw_patch(canvas: skia.Canvas, eye: _Eye) -> None:
    line(canvas, [(-0.47, -0.10), (eye.x, -0.17), (0.42, -0.42)], "#1c171b", 0.032, tension=0.6)
    blob(canvas, [(eye.x - 0.16, -0.13), (eye.x + 0.15, -0.15), (eye.x + 0.13, 0.05), (eye.x, 0.13),
                  (eye.x - 0.13, 0.06)], "#1c171b")  # fmt: skip


def _draw_glasses(canvas: skia.Canvas, pair: tuple[_Eye, _Eye], kind: str, *, front: bool) -> None:
    frame = "#2b2428"
    shown = pair[1:] if kind == "monocle" else pair
    for eye in shown:
        rx, ry = eye.width * 1.42, 0.155
        box = skia.Rect(eye.x - rx, _EYE_Y - ry, eye.x + rx, _EYE_Y + ry)
        if kind == "dark":
            lens = linear((0, _EYE_Y - ry), (0, _EYE_Y + ry), ["#17151c", "#4a4452"])
            canvas.drawRoundRect(box, rx * 0.7, ry * 0.8, fill(frame, shader=lens))
            line(canvas, [(eye.x - rx * 0.4, -0.09), (eye.x + rx * 0.1, -0.12)], "#ffffff", 0.022, 0.4)
        else:
            canvas.drawRoundRect(box, rx, ry, fill("#ffffff", 0.10))
            line(canvas, [(eye.x - rx * 0.5, 0.02), (eye.x - rx * 0.05, -0.10)], "#ffffff", 0.022, 0.45)
        canvas.drawRoundRect(box, rx, ry, stroke(frame, 0.026))
    if kind == "monocle":
        return
    first, second = pair
    line(canvas, [(first.x + first.width * 1.42, -0.04), ((first.x + second.x) / 2 + 0.01, -0.065),
                  (second.x - second.width * 1.42, -0.04)], frame, 0.026)  # fmt: skip
    line(canvas, [(first.x - first.width * 1.42, -0.05), (-0.44 if front else -0.36, -0.06)], frame, 0.026)
    if front:
        line(canvas, [(second.x + second.width * 1.42, -0.05), (0.44, -0.06)], frame, 0.026)
