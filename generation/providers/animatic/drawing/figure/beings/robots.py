"""Robots of three builds, whose faces are lights on a screen."""

from __future__ import annotations

import math

import skia

from generation.providers.animatic.drawing.canvas import Point, fill, rounded, smooth, stroke
from generation.providers.animatic.drawing.figure.colours import darker, lighter
from generation.providers.animatic.drawing.figure.expressions import Expression
from generation.providers.animatic.drawing.figure.pen import blob, clipped, disc, facet, limb, line, turned
from generation.providers.animatic.drawing.stage import Face

from .being import Being, Motion
from .faces import felt
from .gait import draw_arms, drop_of, stride_of, turn_of
from .garb import draw_headwear, draw_neckwear
from .pelt import contour, knee, pelt


def _screen_face(canvas: skia.Canvas, being: Being, at: Point, half: float, face: Face) -> None:
    """Draw eyes and a mouth of light on a dark screen."""
    shown, light = felt(being.expression), "#8fe9ff"
    shut = 1.0 if being.pose == "sleep" else face.blink
    for side in (-1, 1):
        x, y = at[0] + side * half * 0.42, at[1] - half * 0.12
        high = half * 0.24 * min(1.2, shown.lid) * (1 - shut)
        wide = half * 0.19
        if high < half * 0.05:
            line(canvas, [(x - wide, y), (x, y + half * 0.06), (x + wide, y)], light, half * 0.08)
        elif shown.squint > 0.35:
            line(
                canvas,
                [(x - wide, y + half * 0.08), (x, y - half * 0.14), (x + wide, y + half * 0.08)],
                light,
                half * 0.10,
            )
        else:
            canvas.drawOval(
                skia.Rect(x - wide * 1.5, y - high * 1.5, x + wide * 1.5, y + high * 1.5),
                fill(light, 0.25, blur=half * 0.08),
            )
            socket = skia.Path()
            socket.addRRect(rounded(x - wide, y - high, wide * 2, high * 2, wide * 0.8))
            canvas.drawPath(socket, fill(light))
            tilt = -shown.inner * half * 2.2 * side
            if abs(tilt) > 0.01:
                facet(
                    canvas,
                    [
                        (x - wide * 1.3, y - high * 1.5),
                        (x + wide * 1.3, y - high * 1.5),
                        (x + wide * 1.3, y - high * 0.6 - tilt),
                        (x - wide * 1.3, y - high * 0.6 + tilt),
                    ],
                    "#16202b",
                )
    _light_mouth(canvas, (at[0], at[1] + half * 0.42), half * 0.34, shown, face, light)


def _light_mouth(canvas: skia.Canvas, at: Point, wide: float, shown: Expression, face: Face, light: str) -> None:
    opening = max(face.mouth, shown.gap * 0.6)
    lift = wide * 0.4 * shown.smile
    if opening < 0.08:
        canvas.drawPath(
            smooth(
                [(at[0] - wide, at[1] - lift * 0.5), (at[0], at[1] + lift * 0.5), (at[0] + wide, at[1] - lift * 0.5)],
                tension=0.58,
            ),
            stroke(light, wide * 0.2),
        )
        return
    high = wide * (0.2 + 0.7 * opening)
    canvas.drawRRect(rounded(at[0] - wide * 0.9, at[1] - high * 0.5, wide * 1.8, high, high * 0.45), fill(light, 0.95))


def draw_robot(canvas: skia.Canvas, being: Being, face: Face, motion: Motion) -> None:
    colour, shade, light = being.coat.main, darker(being.coat.main, 0.4), lighter(being.coat.main, 0.3)
    drop, shift = drop_of(being, "robot"), turn_of(being)
    for side in (-1, 1):
        ahead, lift = stride_of(being, motion, side < 0)
        hip = (side * 0.34, -2.0 + drop)
        foot = (side * 0.38 + ahead * 1.6 + (0.5 if drop > 0.6 else 0.0), -lift * 1.6)
        joint = knee(hip, (foot[0], foot[1] - 0.26), 0.92, 0.92, -1.0 if not drop else 1.0)
        tone = darker(colour, 0.2) if side > 0 else colour
        limb(canvas, [hip, joint, (foot[0], foot[1] - 0.2)], [0.34, 0.27, 0.32], tone)
        disc(canvas, joint, 0.19, shade)
        blob(
            canvas,
            [
                (foot[0] - 0.28, foot[1]),
                (foot[0] - 0.22, foot[1] - 0.30),
                (foot[0] + 0.22, foot[1] - 0.30),
                (foot[0] + 0.38, foot[1]),
            ],
            shade,
            tension=0.4,
        )
    canvas.save()
    canvas.translate(0, drop - motion.bob * 0.02)
    canvas.drawRoundRect(skia.Rect(-0.42, -2.25, 0.42, -1.95), 0.1, 0.1, fill(shade))
    chest = skia.Path()
    chest.addRRect(rounded(-0.82, -3.78, 1.64, 1.58, 0.22))
    canvas.drawPath(chest, pelt(colour, -3.8, -2.2))
    contour(canvas, chest, colour, 0.035, 0.5)
    if being.view != "back":
        canvas.drawRoundRect(skia.Rect(-0.48 + shift, -3.50, 0.48 + shift, -2.82), 0.1, 0.1, fill(shade))
        for index, tone in enumerate(("#e0655a", "#e9c24f", "#5fc48d")):
            disc(canvas, (-0.28 + shift + index * 0.28, -3.30), 0.095, tone)
        line(
            canvas,
            [(-0.34 + shift, -3.02), (0.0 + shift, -3.02 - 0.08 * motion.wag), (0.34 + shift, -3.02)],
            "#8fe9ff",
            0.045,
        )
        for step in range(4):
            line(canvas, [(-0.3 + shift + step * 0.2, -2.62), (-0.3 + shift + step * 0.2, -2.42)], shade, 0.06)
    else:
        canvas.drawRoundRect(skia.Rect(-0.5, -3.5, 0.5, -2.6), 0.1, 0.1, fill(shade, 0.6))
    for x, y in ((-0.70, -3.66), (0.70, -3.66), (-0.70, -2.32), (0.70, -2.32)):
        disc(canvas, (x, y), 0.045, light)
    canvas.drawRect(skia.Rect(-0.2, -3.95, 0.2, -3.72), fill(shade))
    for side in (-1, 1):
        disc(canvas, (side * 0.88, -3.52), 0.24, shade)
    with turned(canvas, (0.0, -3.90), motion.head * 5):
        line(canvas, [(0, -0.95), (0.04 * motion.wag, -1.28)], shade, 0.06)
        disc(canvas, (0.04 * motion.wag, -1.32), 0.10, "#e0655a")
        for side in (-1, 1):
            canvas.drawRoundRect(
                skia.Rect(side * 0.78 - 0.12, -0.66, side * 0.78 + 0.12, -0.22), 0.06, 0.06, fill(shade)
            )
        head = skia.Path()
        head.addRRect(rounded(-0.74, -0.96, 1.48, 1.0, 0.24))
        canvas.drawPath(head, pelt(colour, -1.0, 0.1))
        contour(canvas, head, colour, 0.035, 0.5)
        if being.view != "back":
            canvas.drawRRect(rounded(-0.58 + shift * 0.6, -0.82, 1.16, 0.72, 0.18), fill("#16202b"))
            _screen_face(canvas, being, (shift, -0.48), 0.52, face)
    draw_neckwear(canvas, being, (0.0, -3.76), 0.5, motion)
    draw_headwear(canvas, being, (0.0, -4.36), 0.72, face, long=False)
    draw_arms(canvas, being, motion, (0.90, -3.46), 1.55, 0.25, light, metal=True)
    canvas.restore()


def draw_roundbot(canvas: skia.Canvas, being: Being, face: Face, motion: Motion) -> None:
    colour, shade = being.coat.main, darker(being.coat.main, 0.42)
    drop, shift = drop_of(being, "roundbot"), turn_of(being)
    roll = motion.stride * 360 * min(1.0, motion.pace)
    with turned(canvas, (0.0, -0.42), roll):
        disc(canvas, (0, 0), 0.42, "#33343c")
        for step in range(6):
            turn = math.tau * step / 6
            line(canvas, [(0, 0), (math.cos(turn) * 0.3, math.sin(turn) * 0.3)], "#7d8792", 0.06)
    disc(canvas, (0, -0.42), 0.13, colour)
    canvas.save()
    canvas.translate(0, drop * 0.3 - motion.bob * 0.02)
    facet(canvas, [(-0.5, -1.15), (0.5, -1.15), (0.26, -0.42), (-0.26, -0.42)], shade)
    body = smooth(
        [
            (0, -3.05),
            (0.86, -2.70),
            (1.05, -2.0),
            (0.78, -1.25),
            (0, -1.0),
            (-0.78, -1.25),
            (-1.05, -2.0),
            (-0.86, -2.70),
        ],
        closed=True,
        tension=0.58,
    )
    canvas.drawPath(body, pelt(colour, -3.05, -1.0))
    with clipped(canvas, body):
        canvas.drawRect(skia.Rect(-1.2, -1.72, 1.2, -1.56), fill(shade, 0.8))
    contour(canvas, body, colour, 0.04, 0.45)
    line(canvas, [(-0.32, -2.98), (-0.42 + 0.05 * motion.wag, -3.35)], shade, 0.05)
    disc(canvas, (-0.42 + 0.05 * motion.wag, -3.38), 0.09, "#f0b23c")
    if being.view != "back":
        canvas.drawOval(skia.Rect(-0.70 + shift, -2.88, 0.70 + shift, -1.86), fill("#16202b"))
        _screen_face(canvas, being, (shift, -2.40), 0.62, face)
        disc(canvas, (shift, -1.36), 0.11, "#5fc48d")
    draw_neckwear(canvas, being, (0.0, -1.72), 0.85, motion)
    draw_headwear(canvas, being, (0.0, -2.38), 0.85, face, long=False)
    draw_arms(canvas, being, motion, (1.0, -1.98), 1.0, 0.17, shade, metal=True)
    canvas.restore()


def draw_android(canvas: skia.Canvas, being: Being, face: Face, motion: Motion) -> None:
    colour, shade = being.coat.main, darker(being.coat.main, 0.5)
    drop, shift = drop_of(being, "android"), turn_of(being)
    for side in (-1, 1):
        ahead, lift = stride_of(being, motion, side < 0)
        hip = (side * 0.24, -2.35 + drop)
        foot = (side * 0.26 + ahead * 1.9 + (0.6 if drop > 0.6 else 0.0), -lift * 1.8)
        joint = knee(hip, (foot[0], foot[1] - 0.2), 1.12, 1.12, -1.0 if not drop else 1.0)
        limb(
            canvas,
            [hip, joint, (foot[0], foot[1] - 0.14)],
            [0.40, 0.30, 0.24],
            darker(colour, 0.16) if side > 0 else colour,
        )
        line(canvas, [(joint[0] - 0.14, joint[1]), (joint[0] + 0.14, joint[1])], shade, 0.05)
        blob(
            canvas,
            [
                (foot[0] - 0.18, foot[1]),
                (foot[0] - 0.16, foot[1] - 0.22),
                (foot[0] + 0.14, foot[1] - 0.24),
                (foot[0] + 0.36, foot[1]),
            ],
            shade,
            tension=0.5,
        )
    canvas.save()
    canvas.translate(0, drop - motion.bob * 0.02)
    torso = smooth(
        [
            (0, -4.42),
            (0.62, -4.22),
            (0.58, -3.5),
            (0.36, -2.85),
            (0.44, -2.25),
            (-0.44, -2.25),
            (-0.36, -2.85),
            (-0.58, -3.5),
            (-0.62, -4.22),
        ],
        closed=True,
        tension=0.58,
    )
    canvas.drawPath(torso, pelt(colour, -4.4, -2.2))
    contour(canvas, torso, colour, 0.03, 0.4)
    line(canvas, [(-0.36, -2.86), (0.0, -2.78), (0.36, -2.86)], shade, 0.05)
    if being.view != "back":
        disc(canvas, (shift, -3.72), 0.19, shade)
        disc(canvas, (shift, -3.72), 0.12, "#8fe9ff")
    canvas.drawRect(skia.Rect(-0.14, -4.62, 0.14, -4.32), fill(shade))
    with turned(canvas, (0, -4.5), motion.head * 5):
        head = smooth(
            [(0, -1.0), (0.42, -0.86), (0.50, -0.42), (0.28, 0.02), (-0.28, 0.02), (-0.50, -0.42), (-0.42, -0.86)],
            closed=True,
            tension=0.58,
        )
        canvas.drawPath(head, pelt(colour, -1.0, 0.05))
        contour(canvas, head, colour, 0.03, 0.4)
        if being.view != "back":
            canvas.drawOval(skia.Rect(-0.38 + shift * 0.5, -0.72, 0.38 + shift * 0.5, -0.06), fill("#16202b"))
            _screen_face(canvas, being, (shift * 0.6, -0.42), 0.36, face)
    draw_neckwear(canvas, being, (0.0, -4.36), 0.42, motion)
    draw_headwear(canvas, being, (0.0, -4.96), 0.52, face, long=False)
    draw_arms(canvas, being, motion, (0.62, -4.12), 1.75, 0.21, colour)
    canvas.restore()
