"""Birds: from the sparrow to the ostrich, standing, sitting and on the wing."""

from __future__ import annotations

import math
from dataclasses import dataclass

import skia

from generation.providers.animatic.drawing.canvas import Point, smooth
from generation.providers.animatic.drawing.figure.colours import darker, lighter
from generation.providers.animatic.drawing.figure.pen import blob, clipped, disc, line, oval, turned
from generation.providers.animatic.drawing.stage import Face

from .beaks import draw_bird_head
from .being import Being, Motion
from .garb import draw_headwear, draw_neckwear, draw_on_back
from .pelt import contour, hull, pelt


@dataclass(frozen=True, slots=True)
class Bird:
    """Measures of a bird in heads. `beak` is straight, hook, bill, long, big or chick; `lean` turns the body up."""

    leg: float
    body: float
    girth: float
    neck: float
    head: float
    beak: str = "straight"
    beak_colour: str = "#e0a03c"
    lean: float = 32.0
    tail: float = 0.5
    extras: tuple[str, ...] = ()
    leg_colour: str = "#d08f36"


def _middle(bird: Bird, being: Being, motion: Motion) -> Point:
    low = bird.leg * (0.10 if being.pose in {"sit", "sleep", "lie", "rest"} else 1.0)
    if being.pose == "swim":
        low = 0.0
    air = 1.1 if _flies(being, motion) else 0.0
    float_up = math.sin(math.tau * motion.stride) * 0.12 * air
    upright = math.sin(math.radians(bird.lean))
    return 0.0, -low - bird.girth - bird.body * 0.28 * upright - air + float_up - motion.bob * 0.02


def _flies(being: Being, motion: Motion) -> bool:
    return being.pose == "fly" or (being.pose != "swim" and motion.pace > 1.4 and "flightless" not in _extras(being))


def _extras(being: Being) -> tuple[str, ...]:
    return ("flightless",) if being.species in {"penguin", "ostrich", "chicken", "hen", "turkey"} else ()


def _head_of(bird: Bird, being: Being, middle: Point, motion: Motion) -> Point:
    if being.view != "side":
        return 0.0, middle[1] - bird.girth * 0.62 - bird.neck - bird.head * 0.55
    angle = math.radians(bird.lean)
    peck = math.sin(math.tau * motion.stride * 2) * 0.06 * min(1.0, motion.pace) * bird.head
    x = middle[0] + math.cos(angle) * bird.body * 0.52 + bird.neck * 0.22 + peck
    y = middle[1] - math.sin(angle) * bird.body * 0.52 - bird.neck - bird.head * 0.40
    if being.pose == "sleep":
        return x - bird.body * 0.35, y + bird.neck + bird.head * 0.2
    if _flies(being, motion):
        return middle[0] + bird.body * 0.62 + bird.neck * 0.75, middle[1] - bird.girth * 0.25 - bird.neck * 0.2
    return x, y


def measure(being: Being, bird: Bird) -> tuple[float, Point, float]:
    """Return height, middle of the head, and length of a bird at rest."""
    still = Motion()
    head = _head_of(bird, being, _middle(bird, being, still), still)
    tall = max(-head[1] + bird.head * 1.2, bird.leg + bird.girth * 2 + bird.neck)
    return tall, head, bird.body * 1.3 + bird.tail + bird.head


def draw(canvas: skia.Canvas, being: Being, bird: Bird, face: Face, motion: Motion) -> None:
    """Draw a bird with its feet at the origin (a flying one keeps its height), looking towards +x."""
    middle = _middle(bird, being, motion)
    head = _head_of(bird, being, middle, motion)
    if being.view != "side":
        _draw_facing(canvas, being, bird, middle, head, face, motion)
        return
    flying = _flies(being, motion)
    angle = 4.0 if flying else 12.0 if being.pose == "swim" else bird.lean
    if flying:
        _spread_wing(canvas, being, bird, middle, motion, far=True)
    else:
        _draw_legs(canvas, being, bird, middle, motion)
    with turned(canvas, middle, -angle):
        _draw_tail(canvas, being, bird, motion)
        body = _body(bird)
        canvas.drawPath(body, pelt(being.coat.main, -bird.girth, bird.girth))
        with clipped(canvas, body):
            if "belly" in bird.extras or "breast" in bird.extras:
                tone = being.coat.pale if "belly" in bird.extras else being.coat.marks
                blob(canvas, [(-bird.body * 0.40, bird.girth * 0.62), (bird.body * 0.10, bird.girth * 0.20),
                    (bird.body * 0.46, -bird.girth * 0.72),
                              (bird.body * 0.95, 0.0), (bird.body * 0.4, bird.girth * 1.3)], tone,
                              tension=0.58)  # fmt: skip
            if being.coat.pattern:
                for step in range(10):
                    x, y = bird.body * (0.36 - 0.10 * (step % 4)), bird.girth * (0.5 - 0.24 * (step // 4))
                    line(
                        canvas, [(x - 0.05, y - 0.03), (x, y + 0.02), (x + 0.05, y - 0.03)], being.coat.marks, 0.03, 0.7
                    )
        contour(canvas, body, being.coat.main, 0.02, 0.3)
    neck = hull([(middle[0] + math.cos(math.radians(angle)) * bird.body * 0.34,
        middle[1] - math.sin(math.radians(angle)) * bird.body * 0.34, bird.girth * 0.52),
                 ((middle[0] + bird.body * 0.40 + head[0]) / 2, (middle[1] - bird.body * 0.2 + head[1]) / 2,
                 max(bird.head * 0.5, bird.girth * 0.26)),
                 (head[0], head[1] + bird.head * 0.1, bird.head * 0.72)])  # fmt: skip
    canvas.drawPath(neck, pelt(being.coat.main, head[1] - bird.head, middle[1] + bird.girth))
    draw_on_back(canvas, being, (middle[0] - bird.body * 0.3, middle[1], bird.girth), (middle[0] + bird.body * 0.25,
        middle[1] - bird.girth * 0.25, bird.girth),
                 hull([(middle[0] - bird.body * 0.3, middle[1] + bird.girth * 0.3, bird.girth * 0.8),
                     (middle[0] + bird.body * 0.25, middle[1] - bird.girth * 0.25, bird.girth * 0.9)]),
                     motion)  # fmt: skip
    if flying:
        _spread_wing(canvas, being, bird, middle, motion, far=False)
    else:
        with turned(canvas, middle, -angle - motion.wag * 8):
            _draw_wing(canvas, being, bird)
    draw_neckwear(canvas, being, (head[0] - bird.head * 0.15, head[1] + bird.head * 0.85), bird.head * 0.85, motion)
    draw_bird_head(canvas, being, bird, head, face, motion, turn=1.0)
    draw_headwear(canvas, being, head, bird.head, face, long=False)


def _body(bird: Bird) -> skia.Path:
    b, g = bird.body, bird.girth
    return smooth([(-b * 0.56, g * 0.05), (-b * 0.25, -g * 0.72), (b * 0.22, -g * 0.98), (b * 0.52, -g * 0.45),
        (b * 0.50, g * 0.36),
                   (b * 0.15, g * 0.98), (-b * 0.26, g * 0.72)], closed=True, tension=0.58)  # fmt: skip


def _draw_tail(canvas: skia.Canvas, being: Being, bird: Bird, motion: Motion) -> None:
    b, g, tail = bird.body, bird.girth, bird.tail
    dark = darker(being.coat.dark, 0.06)
    with turned(canvas, (-b * 0.42, 0.0), motion.wag * 8):
        if "rooster" in bird.extras:
            canvas.rotate(bird.lean + 22)
            for index, tone in enumerate((dark, lighter(dark, 0.15), "#2f6a55", dark)):
                blob(canvas, [(0.10, g * 0.2), (-tail * 0.5, -g * 0.5 - index * 0.08), (-tail * (1.0 - index * 0.14),
                    -tail * (0.55 + index * 0.16)),
                              (-tail * (1.12 - index * 0.2), -tail * (0.2 + index * 0.2)), (-tail * 0.4, 0.05)],
                              tone, tension=0.58)  # fmt: skip
        elif "train" in bird.extras:
            for step in range(7):
                turn = math.radians(92 + step * 15)
                tip = (math.cos(turn) * tail * 1.5, -math.sin(turn) * tail * 1.5)
                line(canvas, [(0, 0), tip], "#2f7a5a", 0.22)
                disc(canvas, tip, 0.15, "#2f8fb0")
                disc(canvas, tip, 0.07, "#27407a")
        else:
            blob(
                canvas,
                [
                    (0.16, -g * 0.34),
                    (-tail * 0.7, -g * 0.18),
                    (-tail * 1.05, g * 0.12),
                    (-tail * 0.8, g * 0.26),
                    (0.14, g * 0.34),
                ],
                dark,
                tension=0.5,
            )
            line(canvas, [(0.0, 0.0), (-tail * 0.85, g * 0.06)], darker(dark, 0.3), 0.025, 0.7)


def _draw_wing(canvas: skia.Canvas, being: Being, bird: Bird) -> None:
    b, g = bird.body, bird.girth
    tone = being.coat.dark
    wing = smooth([(b * 0.30, -g * 0.35), (0.02, -g * 0.62), (-b * 0.45, -g * 0.22), (-b * 0.72, g * 0.28),
        (-b * 0.30, g * 0.42), (b * 0.14, g * 0.34)],
                  closed=True, tension=0.58)  # fmt: skip
    canvas.drawPath(wing, pelt(tone, -g, g * 0.7))
    for step in range(3):
        line(canvas, [(b * 0.02 - step * b * 0.12, g * (0.20 - 0.04 * step)), (-b * 0.30 - step * 0.08 * b,
            g * (0.34 - 0.02 * step)),
                      (-b * (0.46 + 0.07 * step), g * (0.36 - 0.05 * step))], darker(tone, 0.32), 0.03,
                      0.8)  # fmt: skip
    contour(canvas, wing, tone, 0.02, 0.35)


def _spread_wing(canvas: skia.Canvas, being: Being, bird: Bird, middle: Point, motion: Motion, *, far: bool) -> None:
    beat = math.sin(math.tau * motion.stride) if motion.pace else 0.55
    reach = bird.body * 1.18
    tone = darker(being.coat.dark, 0.24 if far else 0.0)
    root = (middle[0] + bird.body * (0.16 if not far else 0.26), middle[1] - bird.girth * 0.42)
    with turned(canvas, root, 8 if far else -6):
        canvas.scale(1.0, max(0.18, abs(beat)) * (1 if beat >= 0 else -1))
        for step in range(6):
            share = step / 5
            tip = (-reach * (0.15 + 0.85 * share), -reach * (1.05 - 0.62 * share))
            blob(canvas, [(0.16 - 0.3 * share, 0.02), (tip[0] * 0.4 + 0.12, tip[1] * 0.62), tip,
                (tip[0] * 0.62 - 0.10, tip[1] * 0.5), (-0.34 * share - 0.1, 0.06)],
                 darker(tone, 0.12 * (step % 2)), tension=0.58)  # fmt: skip
        blob(canvas, [(0.24, 0.04), (0.18, -reach * 0.5), (-reach * 0.14, -reach * 0.80), (-reach * 0.36,
            -reach * 0.36), (-0.45 * bird.body, 0.06)],
             lighter(tone, 0.10), tension=0.58)  # fmt: skip


def _draw_legs(canvas: skia.Canvas, being: Being, bird: Bird, middle: Point, motion: Motion) -> None:
    if being.pose == "swim":
        return
    low = being.pose in {"sit", "sleep", "lie", "rest"}
    width = max(0.04, min(0.10, bird.leg * 0.09 + 0.02))
    if being.species == "ostrich":
        width *= 1.3
    for near in (False, True):
        x = 0.10 if near else -0.06
        pace = motion.pace or {"walk": 1.0, "run": 1.6}.get(being.pose, 0.0)
        moment = (motion.stride + (0.0 if near else 0.5) + (0.1 if not motion.pace else 0.0)) % 1.0
        reach = max(bird.leg, bird.girth * 0.4)
        swing = math.sin(math.tau * moment) * reach * 0.34 * min(1.4, pace)
        lift = max(0.0, math.cos(math.tau * moment)) * reach * 0.28 * min(1.4, pace)
        foot = (x + (0.0 if low else swing), -lift)
        tone = bird.leg_colour if near else darker(bird.leg_colour, 0.3)
        top = (x * 0.8, middle[1] + bird.girth * 0.7)
        if not low:
            knee_at = ((top[0] + foot[0]) / 2 - 0.10 * bird.leg, (top[1] + foot[1]) / 2)
            line(canvas, [top, knee_at, (foot[0], foot[1] - 0.02)], tone, width, tension=0.2)
        if "webbed" in bird.extras:
            size = max(0.16, bird.girth * 0.34)
            blob(
                canvas,
                [
                    (foot[0] - size * 0.3, foot[1] - 0.05),
                    (foot[0] + size * 0.3, foot[1] - 0.09),
                    (foot[0] + size, foot[1]),
                    (foot[0] - size * 0.3, foot[1]),
                ],
                tone,
                tension=0.5,
            )
            continue
        size = max(0.12, bird.girth * 0.36)
        for tip in ((size, 0.0), (size * 0.72, -0.06), (-size * 0.5, 0.0)):
            line(canvas, [foot, (foot[0] + tip[0], foot[1] + tip[1])], tone, width * 0.9)


def _draw_facing(
    canvas: skia.Canvas, being: Being, bird: Bird, middle: Point, head: Point, face: Face, motion: Motion
) -> None:
    wide, flying = bird.girth * 1.0, _flies(being, motion)
    if flying:
        for side in (-1, 1):
            canvas.save()
            canvas.scale(side, 1)
            _spread_wing(canvas, being, bird, (-bird.body * 0.30, middle[1]), motion, far=False)
            canvas.restore()
    elif being.pose not in {"swim"}:
        for side in (-1, 1):
            moment = (motion.stride + (0.5 if side > 0 else 0.0)) % 1.0
            lift = max(0.0, math.sin(math.tau * moment)) * bird.leg * 0.3 * min(1.0, motion.pace)
            x = side * wide * 0.42
            line(
                canvas,
                [(x * 0.9, middle[1] + bird.girth * 0.7), (x, -lift - 0.02)],
                bird.leg_colour,
                max(0.035, bird.leg * 0.09),
            )
            oval(canvas, (x, -lift - 0.03), max(0.10, wide * 0.28), 0.05, bird.leg_colour)
    body = hull(
        [
            (0.0, min(middle[1], head[1] + bird.head + bird.neck), wide * 0.80),
            (0.0, middle[1] + bird.girth * 0.15, wide),
        ]
    )
    canvas.drawPath(body, pelt(being.coat.main, middle[1] - bird.girth, middle[1] + bird.girth * 1.2))
    if bird.neck > 0.2:
        canvas.drawPath(
            hull([(0, middle[1] - bird.girth * 0.5, bird.head * 0.7), (head[0], head[1], bird.head * 0.62)]),
            pelt(being.coat.main, head[1], middle[1]),
        )
    if being.view == "front" and {"belly", "breast"}.intersection(bird.extras):
        oval(
            canvas,
            (0.0, middle[1] + bird.girth * 0.15),
            wide * 0.68,
            bird.girth * 0.86,
            being.coat.pale if "belly" in bird.extras else being.coat.marks,
        )
    if not flying:
        for side in (-1, 1):
            blob(canvas, [(side * wide * 0.70, middle[1] - bird.girth * 0.75), (side * wide * 1.12, middle[1]),
                (side * wide * 0.80, middle[1] + bird.girth * 0.85),
                          (side * wide * 0.62, middle[1] + bird.girth * 0.1)], being.coat.dark,
                          tension=0.58)  # fmt: skip
    contour(canvas, body, being.coat.main, 0.02, 0.3)
    if being.view == "back":
        blob(canvas, [(-wide * 0.3, middle[1] + bird.girth * 0.4), (wide * 0.3, middle[1] + bird.girth * 0.4),
            (wide * 0.24, middle[1] + bird.girth + bird.tail * 0.5),
                      (-wide * 0.24, middle[1] + bird.girth + bird.tail * 0.5)], being.coat.dark,
                      tension=0.5)  # fmt: skip
    draw_neckwear(canvas, being, (0.0, head[1] + bird.head * 0.95), bird.head * 0.85, motion)
    draw_bird_head(canvas, being, bird, head, face, motion, turn=0.0)
    draw_headwear(canvas, being, head, bird.head, face, long=False)
