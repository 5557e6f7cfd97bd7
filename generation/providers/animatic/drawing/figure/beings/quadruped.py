"""Whoever goes on four legs: one body with a spine and jointed legs, in the measures of a dog, a horse or a mouse."""

from __future__ import annotations

import math
from dataclasses import dataclass

import skia

from generation.providers.animatic.drawing.canvas import Point, fill
from generation.providers.animatic.drawing.figure.colours import darker, lighter
from generation.providers.animatic.drawing.figure.pen import blob, clipped, disc, line, oval
from generation.providers.animatic.drawing.stage import Face

from .being import AT_EASE, Being, Motion
from .garb import draw_headwear, draw_neckwear, draw_on_back
from .legs import draw_facing_leg, draw_leg
from .pelt import contour, hull, patterned, pelt
from .skulls import Skull, draw_skull
from .tails import draw_tail, draw_wings


@dataclass(frozen=True, slots=True)
class Quad:
    """Measures of a four-legged body in heads; `rise` is how steeply the neck stands, in degrees."""

    leg: float
    body: float
    chest: float
    rump: float
    limb: float
    neck: float
    rise: float
    head: float
    skull: Skull
    tail: str = "up"
    tail_length: float = 0.8
    foot: str = "paw"
    extras: tuple[str, ...] = ()

    @property
    def back(self) -> float:
        """How high the spine is over the ground, standing."""
        return self.leg + self.chest


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the joints of a posed body are."""

    hip: Point
    shoulder: Point
    nape: Point
    head: Point
    pose: str


_SITS = {"sit", "read", "phone", "drive", "wave", "point", "type", "pray", "drink", "eat"}
_LIES = {"lie", "sleep", "rest"}
_CROUCHES = {"kneel", "fear", "crouch", "hide", "bow"}


def frame_of(quad: Quad, pose: str, motion: Motion = AT_EASE) -> Frame:
    """Return where the joints are in a pose, seen from the side."""
    half = quad.body / 2
    breath = motion.bob * 0.03 * quad.chest
    rise, hip, shoulder = quad.rise, (-half, -(quad.leg + quad.rump) - breath), (half, -quad.back - breath)
    heavy = quad.foot == "hoof" and quad.leg > 0.9
    if heavy and pose in _SITS:
        pose = "stand" if pose in {"wave", "point", "drink", "eat"} else "lie"
    kept = pose
    if pose == "fly" and "wings" in quad.extras:
        drift = math.sin(math.tau * motion.stride) * 0.15 + 1.1
        hip, shoulder, rise = (hip[0], hip[1] - drift + 0.3), (shoulder[0], shoulder[1] - drift), quad.rise - 12
    elif pose in _SITS:
        kept = "sit"
        low = (-half * 0.62, -quad.rump * 0.98)
        high = -quad.back * 1.02 - breath
        across = math.sqrt(max(0.16, quad.body**2 - (high - low[1]) ** 2)) if quad.body > abs(high - low[1]) else 0.0
        hip, shoulder = low, (low[0] + max(across, quad.body * 0.42), high)
        rise = min(85.0, quad.rise + 22)
    elif pose in _LIES:
        kept = "sleep" if pose == "sleep" else "lie"
        hip, shoulder = (-half, -quad.rump * 0.96 - breath), (half, -quad.chest * 0.98 - breath)
        rise = -12.0 if pose == "sleep" else quad.rise
    elif pose in _CROUCHES:
        kept = "crouch"
        hip = (-half, -(quad.leg * 0.72 + quad.rump))
        shoulder = (half, -(quad.leg * 0.42 + quad.chest))
        rise = quad.rise - 40
    elif motion.pace > 1.2 or pose == "run":
        sway = math.sin(math.tau * motion.stride) * 0.10 * quad.leg
        hip, shoulder = (hip[0], hip[1] - sway), (shoulder[0], shoulder[1] + sway)
        rise = quad.rise - 14
    else:
        bob = abs(math.sin(math.tau * motion.stride)) * 0.05 * quad.leg * min(1.0, motion.pace)
        hip, shoulder = (hip[0], hip[1] + bob), (shoulder[0], shoulder[1] + bob)
    angle = math.radians(rise + motion.head * 4)
    nape = (shoulder[0] + quad.chest * 0.35, shoulder[1] - quad.chest * 0.25)
    reach = quad.neck + quad.head * 0.75
    head = (nape[0] + math.cos(angle) * reach, nape[1] - math.sin(angle) * reach)
    if kept == "sleep":
        head = (nape[0] + quad.head * 0.7 + quad.neck * 0.5, -quad.head * 0.78)
    return Frame(hip, shoulder, nape, head, kept)


def measure(being: Being, quad: Quad) -> tuple[float, Point, float]:
    """Return height, middle of the head, and length of a being at rest."""
    frame = frame_of(quad, being.pose)
    standing = frame_of(quad, "stand")
    tall = -standing.head[1] + quad.head * 1.15
    tail = 0.0 if quad.tail in {"none", "stub", "puff", "pig", "hair", "cow"} else quad.tail_length * 0.7
    length = quad.body + quad.chest + quad.rump + quad.neck * math.cos(math.radians(quad.rise)) + quad.head * 1.6 + tail
    head = frame.head if being.view == "side" else _facing_head(quad, frame)
    return tall, head, length


def _facing_head(quad: Quad, frame: Frame) -> Point:
    return 0.0, min(-quad.head * 0.9, frame.shoulder[1] - math.sin(math.radians(max(20.0, quad.rise))) * quad.neck
                    - quad.head * 0.35)  # fmt: skip


def draw(canvas: skia.Canvas, being: Being, quad: Quad, face: Face, motion: Motion) -> None:
    """Draw a four-legged being with its feet at the origin, looking towards +x, or towards or away from us."""
    frame = frame_of(quad, being.pose, motion)
    if being.view != "side":
        _draw_facing(canvas, being, quad, frame, face, motion)
        return
    if "wings" in quad.extras:
        draw_wings(canvas, being, (frame.shoulder[0] - quad.chest * 0.4, frame.shoulder[1] - quad.chest * 0.5),
                   quad.body * 0.8, motion, far=True)  # fmt: skip
    draw_tail(canvas, being, quad.tail, frame.hip, quad.rump, quad.tail_length, quad.limb, motion, seated=frame.pose)
    for near in (False, True):
        if near:
            _draw_trunk(canvas, being, quad, frame, motion)
        draw_leg(canvas, being, quad, frame, motion, front=False, near=near)
        draw_leg(canvas, being, quad, frame, motion, front=True, near=near)
    if "wings" in quad.extras:
        draw_wings(canvas, being, (frame.shoulder[0] - quad.chest * 0.2, frame.shoulder[1] - quad.chest * 0.4),
                   quad.body * 0.8, motion, far=False)  # fmt: skip
    draw_skull(canvas, being, quad.skull, frame.head, quad.head, face, motion)
    throat = (
        frame.nape[0] * 0.55 + frame.head[0] * 0.45,
        frame.nape[1] * 0.55 + frame.head[1] * 0.45 + quad.head * 0.32,
    )
    draw_neckwear(canvas, being, throat, max(quad.head * 0.62, quad.chest * 0.5), motion, tilt=quad.rise - 90)
    draw_headwear(canvas, being, frame.head, quad.head, face, long=quad.skull.long)


def _draw_trunk(canvas: skia.Canvas, being: Being, quad: Quad, frame: Frame, motion: Motion) -> None:
    coat, (hx, hy), (sx, sy) = being.coat, frame.hip, frame.shoulder
    swell = 1 + motion.bob * 0.02
    middle = ((hx + sx) / 2, (hy + sy) / 2 + 0.06 * quad.chest, (quad.chest + quad.rump) / 2 * 0.93 * swell)
    body = hull([(hx, hy, quad.rump), middle, (sx, sy, quad.chest * swell)])
    wide = quad.head * 0.62
    neck = hull([(sx + quad.chest * 0.10, sy - quad.chest * 0.05, quad.chest * 0.80),
                 ((frame.nape[0] + frame.head[0]) / 2, (frame.nape[1] + frame.head[1]) / 2, wide * 1.02),
                 (frame.head[0] - quad.head * 0.15, frame.head[1] + quad.head * 0.1, wide * 0.9)])  # fmt: skip
    top, bottom = min(hy, sy) - quad.chest * 1.2, max(hy, sy) + quad.chest
    whole = skia.Path(body)
    if "hump" in quad.extras or "humps" in quad.extras:
        spots = (0.35, 0.72) if "humps" in quad.extras else (0.5,)
        for share in spots:
            x = hx + (sx - hx) * share
            hump = hull([(x - 0.30, hy - quad.rump * 0.55, 0.42), (x, hy - quad.rump * 1.05, 0.36),
                         (x + 0.30, hy - quad.rump * 0.55, 0.42)])  # fmt: skip
            canvas.drawPath(hump, pelt(coat.main, top, bottom))
    if "wool" in quad.extras:
        _draw_wool(canvas, being, quad, frame)
    canvas.drawPath(neck, pelt(coat.main, top, bottom))
    if "wool" not in quad.extras:
        canvas.drawPath(body, pelt(coat.main, top, bottom))
        contour(canvas, body, coat.main, 0.02 * quad.chest + 0.008, 0.3)
        canvas.drawPath(neck, pelt(coat.main, top, bottom))
    with clipped(canvas, whole):
        if "belly" in quad.extras:
            blob(canvas, [(hx - quad.rump * 0.3, hy + quad.rump * 0.62), ((hx + sx) / 2,
                (hy + sy) / 2 + quad.chest * 0.52),
                          (sx + quad.chest, sy + quad.chest * 0.1), (sx + quad.chest, sy + quad.chest * 1.4),
                          (hx, hy + quad.rump * 1.5)], coat.pale, 0.9, tension=0.58)  # fmt: skip
        if "saddlemark" in quad.extras:
            blob(canvas, [(hx - quad.rump, hy - quad.rump), (sx, sy - quad.chest * 1.2), (sx, sy - quad.chest * 0.1),
                          (hx, hy + quad.rump * 0.1)], coat.dark, 0.85, tension=0.55)  # fmt: skip
        if "band" in quad.extras:
            oval(canvas, (sx, sy), quad.chest * 0.75, quad.chest * 1.3, coat.dark)
    if coat.pattern and "wool" not in quad.extras:
        patterned(canvas, body, coat, being.variant)
        patterned(canvas, neck, coat, being.variant + 1)
    if "bib" in quad.extras:
        bib = hull([(frame.nape[0] + quad.chest * 0.35, frame.nape[1] + quad.chest * 0.1, quad.chest * 0.42),
                    (sx + quad.chest * 0.55, sy + quad.chest * 0.55, quad.chest * 0.34)])  # fmt: skip
        with clipped(canvas, skia.Path(whole)):
            canvas.drawPath(bib, fill(coat.pale))
    if "mane" in quad.extras:
        _draw_crest(canvas, being, quad, frame, motion)
    if "spines" in quad.extras:
        _draw_spines(canvas, being, quad, frame)
    if "plates" in quad.extras:
        _draw_plates(canvas, being, quad, frame)
    draw_on_back(canvas, being, (hx, hy, quad.rump), (sx, sy, quad.chest), whole, motion)


def _draw_wool(canvas: skia.Canvas, being: Being, quad: Quad, frame: Frame) -> None:
    (hx, hy), (sx, sy) = frame.hip, frame.shoulder
    colour, radius = being.coat.pale, quad.chest * 0.46
    spots: list[Point] = []
    for step in range(12):
        turn = math.tau * step / 12
        spots.append(((hx + sx) / 2 + math.cos(turn) * (abs(sx - hx) / 2 + quad.chest * 0.55),
                      (hy + sy) / 2 + math.sin(turn) * quad.chest * 0.66))  # fmt: skip
    for x, y in spots:
        disc(canvas, (x, y), radius * 1.06, darker(colour, 0.20))
    for x, y in spots:
        disc(canvas, (x, y - radius * 0.06), radius, colour if y < (hy + sy) / 2 else darker(colour, 0.09))
    canvas.drawPath(hull([(hx, hy, quad.rump * 0.9), (sx, sy, quad.chest * 0.9)]), fill(colour))
    for x, y in ((hx * 0.5, hy * 0.96), (sx * 0.45, sy * 1.08), ((hx + sx) / 2, (hy + sy) / 2 + 0.12)):
        line(canvas, [(x - 0.12, y), (x, y + 0.10), (x + 0.12, y)], darker(colour, 0.22), 0.03, 0.8)


def _draw_crest(canvas: skia.Canvas, being: Being, quad: Quad, frame: Frame, motion: Motion) -> None:
    """Draw the mane of a horse along its neck."""
    colour, flow = being.coat.dark, 0.10 * motion.wag + 0.18 * min(2.0, motion.pace)
    x0, y0 = frame.head[0] - quad.head * 0.2, frame.head[1] - quad.head * 0.95
    x1, y1 = frame.shoulder[0] - quad.chest * 0.35, frame.shoulder[1] - quad.chest * 0.85
    points: list[Point] = [(x0 + quad.head * 0.3, y0), (x0 - quad.head * 0.4, y0 + 0.05)]
    for step in range(1, 5):
        share = step / 4
        points.append((x0 + (x1 - x0) * share - 0.30 - flow + 0.05 * (step % 2), y0 + (y1 - y0) * share + 0.05))
    points += [(x1 + quad.chest * 0.45, y1 + 0.25), (x0 + quad.head * 0.05 - 0.12, y0 + (y1 - y0) * 0.45)]
    blob(canvas, points, colour, tension=0.55)
    blob(canvas, [(x0 + quad.head * 0.6, y0 + 0.5), (x0 + quad.head * 0.45, y0 - 0.05), (x0, y0 + 0.05)], colour)


def _draw_spines(canvas: skia.Canvas, being: Being, quad: Quad, frame: Frame) -> None:
    (hx, hy), (sx, sy) = frame.hip, frame.shoulder
    coat, middle = being.coat, ((hx + sx) / 2, (hy + sy) / 2)
    wide, high = (sx - hx) / 2 + quad.rump * 1.25, quad.rump * 1.5
    for ring, tone in ((1.0, darker(coat.dark, 0.15)), (0.76, coat.dark), (0.5, lighter(coat.dark, 0.12))):
        points: list[Point] = []
        for step in range(25):
            turn = math.pi * (0.97 + 1.0 * step / 24)
            reach = ring * (1.14 if step % 2 else 0.9)
            points.append(
                (middle[0] - 0.06 + math.cos(turn) * wide * reach, middle[1] + 0.16 + math.sin(turn) * high * reach)
            )
        points += [
            (middle[0] + wide * 0.6 * ring, middle[1] + high * 0.28 * ring),
            (middle[0] - wide * 0.8 * ring, middle[1] + high * 0.42 * ring),
        ]
        blob(canvas, points, tone, tension=0.12)


def _draw_plates(canvas: skia.Canvas, being: Being, quad: Quad, frame: Frame) -> None:
    (hx, hy), (sx, sy) = frame.hip, frame.shoulder
    tone = being.coat.dark
    for step in range(7):
        share = step / 6
        x, y = hx - quad.rump * 0.7 + (sx - hx + quad.rump * 0.5) * share, hy + (sy - hy) * share
        lift = quad.chest * (0.22 + 0.16 * math.sin(math.pi * share))
        y -= (quad.rump + (quad.chest - quad.rump) * share) * (0.74 if step in {0} else 0.92)
        blob(canvas, [(x - 0.15, y + 0.08), (x - 0.02, y - lift), (x + 0.17, y + 0.08)], tone, tension=0.4)


def _draw_facing(canvas: skia.Canvas, being: Being, quad: Quad, frame: Frame, face: Face, motion: Motion) -> None:
    """Draw a four-legged being from before or from behind."""
    coat, behind = being.coat, being.view == "back"
    head = _facing_head(quad, frame)
    low = frame.pose in {"lie", "sleep"}
    body_y = frame.shoulder[1] if frame.pose != "sit" else (frame.shoulder[1] + frame.hip[1]) / 2
    wide = quad.chest * (0.92 if frame.pose != "sit" else 1.0)
    body = hull(
        [
            (0.0, min(body_y, -quad.chest * 0.9), wide),
            (0.0, (frame.hip[1] if frame.pose == "sit" else body_y) + quad.chest * 0.12, wide * 1.02),
        ]
    )
    if behind:
        draw_skull(canvas, being, quad.skull, head, quad.head, face, motion)
        draw_headwear(canvas, being, head, quad.head, face, long=False)
    else:
        draw_tail(canvas, being, quad.tail, (-wide * 0.5, body_y), quad.rump * 0.5, quad.tail_length * 0.8,
            quad.limb, motion,
                  seated="stand")  # fmt: skip
    if "wings" in quad.extras:
        for side in (-1, 1):
            canvas.save()
            canvas.scale(side, 1)
            draw_wings(canvas, being, (-wide * 0.5, body_y - quad.chest * 0.4), quad.body * 0.7, motion, far=False)
            canvas.restore()
    for front in (False, True):
        if front:
            neck = hull([(0.0, body_y, quad.chest * 0.72), (head[0], head[1] + quad.head * 0.4, quad.head * 0.66)])
            paint = pelt(coat.main, body_y - quad.chest, body_y + quad.chest * 1.1)
            if "wool" in quad.extras:
                for step in range(12):
                    turn = math.tau * step / 12
                    disc(
                        canvas,
                        (math.cos(turn) * wide * 0.86, body_y + math.sin(turn) * wide * 0.8),
                        wide * 0.42,
                        coat.pale,
                    )
                disc(canvas, (0, body_y), wide * 0.9, coat.pale)
            else:
                canvas.drawPath(neck, paint)
                canvas.drawPath(body, paint)
                patterned(canvas, body, coat, being.variant)
                contour(canvas, body, coat.main, 0.03, 0.28)
            if "spines" in quad.extras:
                _facing_spines(canvas, coat.dark, (0.0, body_y), wide * 1.5)
        if low:
            for side in (-1, 1):
                oval(canvas, (side * wide * 0.62, -quad.limb * 0.4), quad.limb * 0.8, quad.limb * 0.42, coat.main)
            continue
        for side in (-1, 1):
            draw_facing_leg(canvas, being, quad, side, body_y, wide, motion, front=front)
    if behind:
        draw_tail(canvas, being, quad.tail, (wide * 0.05, body_y - quad.rump * 0.2), 0.1, quad.tail_length * 0.8,
            quad.limb, motion,
                  seated="stand")  # fmt: skip
    elif "belly" in quad.extras or "bib" in quad.extras:
        oval(canvas, (0.0, body_y + quad.chest * 0.2), wide * 0.5, quad.chest * 0.66, coat.pale, 0.9)
    draw_on_back(canvas, being, (0.0, body_y, wide), (0.0, body_y, wide), body, motion)
    if not behind:
        draw_skull(canvas, being, quad.skull, head, quad.head, face, motion)
    throat = (0.0, (head[1] + quad.head * 0.85 + body_y - quad.chest * 0.3) / 2)
    draw_neckwear(canvas, being, throat, max(quad.head * 0.66, quad.chest * 0.5), motion, tilt=0.0)
    if not behind:
        draw_headwear(canvas, being, head, quad.head, face, long=False)


def _facing_spines(canvas: skia.Canvas, colour: str, at: Point, radius: float) -> None:
    points: list[Point] = []
    for step in range(34):
        turn = math.pi * (0.85 + 1.3 * step / 33)
        reach = radius * (1.1 if step % 2 else 0.88)
        points.append((at[0] + math.cos(turn) * reach, at[1] + math.sin(turn) * reach))
    blob(canvas, points, colour, tension=0.1)
