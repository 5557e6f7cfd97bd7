"""Strangers in the background: people in the clothes of their time who stand, shift, walk by."""

from __future__ import annotations

import math
import random
from dataclasses import dataclass

import skia

from generation.providers.animatic.drawing.canvas import fill, mix, smooth, stroke
from generation.providers.animatic.drawing.stage import LivePainter

from .life import Sprite, around
from .site import Site

_SKINS = ("#f0c8a0", "#d8a67a", "#b07a50", "#8a5a3a", "#5f3d2a")
_HAIRS = ("#2a1f1a", "#4a3020", "#7a5230", "#b8934a", "#8a8a8a", "#1c1c20")
_CLOTHES = {
    "medieval": ("#7a5a3a", "#5a6a4a", "#8a4a3a", "#6a5a70", "#a08a5a"),
    "victorian": ("#2f2f38", "#4a3a44", "#5a4a3a", "#3a4a44", "#6a3a3a"),
    "classic": ("#4a4238", "#3a3f4a", "#6a5a48", "#5a3a40", "#7a6a5a"),
    "retro": ("#c87a3a", "#3f7a7a", "#a83f3a", "#8a7a3a", "#5a5a8a"),
    "modern": ("#3f5a7a", "#8a3f4a", "#5a5f66", "#4a7a5a", "#c0a878", "#2f3440"),
    "future": ("#3a4a5a", "#5a4a7a", "#2f6a7a", "#7a7f8a", "#8a3f7a"),
}


_HATS = {"medieval": "hood", "victorian": "tall", "classic": "brim", "retro": "brim"}


@dataclass(frozen=True, slots=True)
class _Look:
    skin: str
    hair: str
    coat: str
    legs: str
    skirt: bool
    hat: str
    wide: float


def _look(site: Site, rng: random.Random, haze: float) -> _Look:
    clothes = _CLOTHES.get(site.era, _CLOTHES["modern"])
    woman = rng.random() < 0.5
    long = woman and (site.era in {"medieval", "victorian"} or rng.random() < (0.7 if site.era != "modern" else 0.16))
    hat = (
        _HATS.get(site.era, "cap")
        if rng.random() < {"victorian": 0.8, "classic": 0.7, "medieval": 0.4}.get(site.era, 0.05)
        else ""
    )
    shown = [rng.choice(_SKINS), rng.choice(_HAIRS), rng.choice(clothes), rng.choice(("#2a2c34", "#3a3530", "#2f3a4a"))]
    if site.interior:
        # In a room strangers are in the shade of the background, or they would take the eye from the cast.
        tint = [mix(site.tone(each), site.light.shade, 0.42) for each in shown]
    else:
        tint = [mix(site.tone(each, haze), site.light.shade, 0.12) for each in shown]
    skin, hair, coat, legs = tint
    return _Look(skin, hair, coat, legs, long, hat, rng.uniform(0.84, 1.0))


def _headgear(canvas: skia.Canvas, look: _Look, u: float) -> None:
    felt = fill(mix(look.legs, "#000000", 0.2))
    if look.hat in {"brim", "tall"}:
        top = -7.45 if look.hat == "brim" else -7.52
        canvas.drawOval(skia.Rect(-0.72 * u, -6.95 * u, 0.72 * u, -6.68 * u), felt)
        canvas.drawRRect(
            skia.RRect.MakeRectXY(skia.Rect(-0.44 * u, top * u, 0.44 * u, -6.78 * u), 0.16 * u, 0.16 * u), felt
        )
    elif look.hat == "hood":
        hood = skia.Path()
        hood.addOval(skia.Rect(-0.56 * u, -7.25 * u, 0.56 * u, -5.8 * u))
        hood.addOval(skia.Rect(-0.34 * u, -6.95 * u, 0.34 * u, -6.0 * u))
        hood.setFillType(skia.PathFillType.kEvenOdd)
        canvas.drawPath(hood, fill(mix(look.coat, "#000000", 0.2)))
    elif look.hat == "cap":
        canvas.drawRRect(
            skia.RRect.MakeRectXY(skia.Rect(-0.48 * u, -7.22 * u, 0.48 * u, -6.72 * u), 0.24 * u, 0.24 * u), felt
        )


def _body(look: _Look, tall: float, *, long_hair: bool) -> Sprite:
    """Return the figure above the knees (or all of it in a long skirt), its feet at (0, 0), `tall` units high."""
    u = tall / 7.2

    def paint(canvas: skia.Canvas) -> None:
        if long_hair:
            canvas.drawRRect(
                skia.RRect.MakeRectXY(skia.Rect(-0.5 * u, -7.1 * u, 0.5 * u, -5.4 * u), 0.4 * u, 0.4 * u),
                fill(look.hair),
            )
        hem = -0.25 * u if look.skirt else -2.6 * u
        spread = 1.15 if look.skirt else 0.66
        coat = [
            (-0.62 * u * look.wide, -5.75 * u), (0.62 * u * look.wide, -5.75 * u), (0.54 * u * look.wide, -4.2 * u),
            (spread * u * look.wide, hem), (-spread * u * look.wide, hem), (-0.54 * u * look.wide, -4.2 * u),
        ]  # fmt: skip
        for side in (-1, 1):
            arm = [(side * 0.62 * u, -5.45 * u), (side * 0.82 * u, -4.3 * u), (side * 0.72 * u, -3.25 * u)]
            canvas.drawPath(smooth(arm, tension=1), stroke(mix(look.coat, "#000000", 0.16), 0.36 * u))
        canvas.drawPath(smooth(coat, closed=True, tension=0.25), fill(look.coat))
        canvas.drawRect(skia.Rect(-0.16 * u, -6.1 * u, 0.16 * u, -5.6 * u), fill(look.skin))
        canvas.drawOval(skia.Rect(-0.42 * u, -7.05 * u, 0.42 * u, -5.95 * u), fill(look.skin))
        cap = skia.Path()
        cap.addArc(skia.Rect(-0.47 * u, -7.18 * u, 0.47 * u, -6.1 * u), 180, 180)
        canvas.drawPath(cap, fill(look.hair))
        _headgear(canvas, look, u)

    return Sprite((-1.25 * u, -7.55 * u, 1.25 * u, 0.05 * u), paint)


class Stranger:
    """Someone of no importance, `tall` units high."""

    def __init__(self, site: Site, rng: random.Random, tall: float, haze: float) -> None:
        self._look = _look(site, rng, haze)
        self._tall, self._phase = tall * rng.uniform(0.93, 1.05), rng.uniform(0, math.tau)
        self._body = _body(self._look, self._tall, long_hair=self._look.skirt or rng.random() < 0.3)
        self._pace = rng.uniform(0.85, 1.1)
        self.shade = site.light.shade

    @property
    def speed(self) -> float:
        """How fast it walks, in units a second."""
        return self._tall * 0.62 * self._pace

    def stand(self, canvas: skia.Canvas, x: float, y: float, seconds: float) -> None:
        """Draw it standing, its weight going from one foot to the other."""
        lean = 1.4 * math.sin(seconds * 0.7 * self._pace + self._phase) - 1.4 * math.sin(self._phase)
        self._legs(canvas, x, y, 0.0)
        self._body.draw(canvas, x + lean * self._tall * 0.004, y)

    def walk(self, canvas: skia.Canvas, x: float, y: float, seconds: float) -> None:
        """Draw it in the middle of walking."""
        step = self._phase + seconds * 5.2 * self._pace
        self._legs(canvas, x, y, math.sin(step))
        self._body.draw(canvas, x, y - abs(math.cos(step)) * self._tall * 0.012)

    def dance(self, canvas: skia.Canvas, x: float, y: float, seconds: float) -> None:
        """Draw it dancing on the spot."""
        beat = seconds * math.tau * self._pace + self._phase
        self._legs(canvas, x, y, 0.35 * math.sin(beat))
        self._body.draw(canvas, x + math.sin(beat) * self._tall * 0.03, y - abs(math.sin(beat)) * self._tall * 0.03)

    def sit(self, canvas: skia.Canvas, x: float, y: float, seconds: float) -> None:
        """Draw it sitting, its seat at `y`."""
        lean, u = 1.6 * math.sin(seconds * 0.6 * self._pace + self._phase), self._tall / 7.2
        side = 1 if self._phase < math.pi else -1
        canvas.save()
        canvas.clipRect(skia.Rect(x - self._tall, y - self._tall, x + self._tall, y + 0.2 * u))
        self._body.draw(canvas, x + lean * self._tall * 0.004, y + self._tall * 0.42)
        canvas.restore()
        legs = stroke(self._look.coat if self._look.skirt else self._look.legs, 0.6 * u)
        canvas.drawLine(x, y, x + side * 1.1 * u, y + 0.1 * u, legs)
        canvas.drawLine(x + side * 1.1 * u, y + 0.1 * u, x + side * 1.0 * u, y + 2.0 * u, legs)

    def _legs(self, canvas: skia.Canvas, x: float, y: float, stride: float) -> None:
        u = self._tall / 7.2
        canvas.drawOval(skia.Rect(x - 1.1 * u, y - 0.14 * u, x + 1.1 * u, y + 0.2 * u), fill(self.shade, 0.25))
        if self._look.skirt:
            return
        paint = stroke(self._look.legs, 0.52 * u)
        for side in (-1, 1):
            foot = x + side * (0.22 + 0.85 * stride) * u
            canvas.drawLine(x + side * 0.24 * u, y - 2.9 * u, foot, y - 0.1 * u, paint)


def size_at(site: Site, y: float) -> float:
    """Return how tall someone is whose feet are at `y`, in a set that people of 300 units stand in the front of."""
    if site.interior:
        return 205 + (y - site.floor) * 0.5
    return max(34.0, 56 + (y - site.horizon) * 1.15)


def passers(site: Site, name: str, y: float, count: int, *, haze: float = 0.3, tall: float = 0.0) -> LivePainter:
    """Return people who walk by along `y`, to both sides."""
    rng, people = site.rng(f"passers {name}"), []
    left, right = site.left - 80, site.right + 80
    for index in range(count):
        depth = y + rng.uniform(-4, 8)
        person = Stranger(site, rng, tall or size_at(site, depth), haze)
        way = 1 if rng.random() < 0.5 else -1
        start = left + (right - left) * (index + rng.random()) / max(1, count)
        people.append((depth, person, around(start, way * person.speed, left, right)))
    people.sort(key=lambda entry: entry[0])

    def live(canvas: skia.Canvas, seconds: float) -> None:
        for depth, person, track in people:
            person.walk(canvas, track(seconds), depth, seconds)

    return live


def bystanders(
    site: Site,
    name: str,
    spots: list[tuple[float, float]],
    *,
    haze: float = 0.3,
    tall: float = 0.0,
    manner: str = "stand",
) -> LivePainter:
    """Return people at `spots` who "stand", "sit" or "dance"."""
    rng = site.rng(f"bystanders {name}")
    people = [(x, y, Stranger(site, rng, tall or size_at(site, y), haze)) for x, y in sorted(spots, key=lambda s: s[1])]

    def live(canvas: skia.Canvas, seconds: float) -> None:
        for x, y, person in people:
            getattr(person, manner)(canvas, x, y, seconds)

    return live


def audience(site: Site, name: str, y: float, step: float, size: float, colour: str) -> LivePainter:
    """Return a row of heads in the dark, seen from behind, that move a little."""
    rng, count = site.rng(f"audience {name}"), int(site.span / step) + 2
    heads = [
        (site.left + (index - rng.random() * 0.4) * step, rng.uniform(0, math.tau), rng.uniform(0.9, 1.1))
        for index in range(count)
    ]
    shape = Sprite(
        (-1.3 * size, -1.5 * size, 1.3 * size, 3 * size),
        lambda canvas: (
            canvas.drawPath(
                smooth(
                    [
                        (-size * 1.25, size * 3),
                        (-size * 1.1, size * 0.5),
                        (0, size * 0.2),
                        (size * 1.1, size * 0.5),
                        (size * 1.25, size * 3),
                    ],
                    closed=True,
                    tension=0.7,
                ),
                fill(colour),
            ),
            canvas.drawOval(skia.Rect(-size * 0.62, -size * 0.9, size * 0.62, size * 0.6), fill(colour)),
        )[0],
    )

    def live(canvas: skia.Canvas, seconds: float) -> None:
        for x, phase, scale in heads:
            shape.draw(canvas, x + 3 * (math.sin(seconds * 0.9 + phase) - math.sin(phase)), y, scale=scale)

    return live
