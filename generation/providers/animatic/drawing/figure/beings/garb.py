"""What those who are not human wear: hats and glasses, scarves and ties, waistcoats, coats and capes."""

from __future__ import annotations

import math
import re

import skia

from generation.providers.animatic.drawing.canvas import Point, fill, smooth, stroke
from generation.providers.animatic.drawing.figure.colours import colour_of, darker, lighter, words_of
from generation.providers.animatic.drawing.figure.pen import blob, clipped, disc, facet, line, oval, turned
from generation.providers.animatic.drawing.stage import Face

from .being import Being, Garb, Motion
from .pelt import Knot, hull, pelt

_KINDS: dict[str, tuple[str, str]] = {
    "scarf": ("scarf", "#b5362f"), "shawl": ("scarf", "#8a4f6a"), "muffler": ("scarf", "#b5362f"),
    "bandana": ("bandana", "#b5362f"), "kerchief": ("bandana", "#b5362f"), "neckerchief": ("bandana", "#b5362f"),
    "collar": ("collar", "#b5362f"), "necklace": ("collar", "#d2a443"), "bell": ("bell", "#d2a443"),
    "ribbon": ("bowtie", "#c23b4a"), "bow": ("bowtie", "#c23b4a"), "bowtie": ("bowtie", "#b5362f"),
    "tie": ("tie", "#8a2f35"), "medal": ("medal", "#d2a443"), "amulet": ("medal", "#4f9fc0"),
    "hat": ("hat", "#4b3a34"), "fedora": ("hat", "#43454d"), "cap": ("cap", "#3f6ea8"), "beanie": ("beanie", "#b5362f"),
    "bonnet": ("beanie", "#e8d9e0"), "tophat": ("tophat", "#26242b"), "bowler": ("bowler", "#26242b"),
    "beret": ("beret", "#8a2f35"), "crown": ("crown", "#e0b443"), "tiara": ("crown", "#d7dde3"),
    "helmet": ("helmet", "#c9cfd6"), "wizard": ("pointed", "#3f3f80"), "witch": ("pointed", "#2b2636"),
    "sailor": ("beret", "#f1ede4"), "fez": ("bowler", "#a62639"), "cowboy": ("straw", "#8a5f3a"), "chef": ("beanie",
    "#f6f2ea"),
    "sombrero": ("straw", "#d9bd78"), "straw": ("straw", "#d9bd78"), "flower": ("flower", "#e297ad"),
    "flowers": ("flower", "#e297ad"), "party": ("pointed", "#d8436a"), "hood": ("hood", "#7a3038"),
    "glasses": ("glasses", "#2a2730"), "spectacles": ("glasses", "#8a6a32"), "sunglasses": ("shades", "#1f1d26"),
    "goggles": ("goggles", "#8a6a32"), "monocle": ("monocle", "#c79a45"), "eyepatch": ("eyepatch", "#26242b"),
    "headphones": ("headphones", "#33343c"), "earmuffs": ("headphones", "#c23b4a"),
    "waistcoat": ("vest", "#6e2236"), "vest": ("vest", "#6e2236"), "jacket": ("coat", "#3f5a7a"),
    "coat": ("coat", "#5a6b4a"), "raincoat": ("coat", "#e3b53f"), "overcoat": ("coat", "#6a5a48"),
    "blazer": ("coat", "#2f4a6a"), "suit": ("coat", "#3a3f4c"), "tuxedo": ("coat", "#26242b"),
    "uniform": ("coat", "#2f4a6a"), "robe": ("robe", "#5a3f7a"), "robes": ("robe", "#5a3f7a"),
    "dress": ("robe", "#c9678a"), "gown": ("robe", "#7a4f9e"), "nightgown": ("robe", "#e4dccf"),
    "pyjamas": ("sweater", "#8fb0d0"), "pajamas": ("sweater", "#8fb0d0"), "skirt": ("robe", "#c9678a"),
    "sweater": ("sweater", "#b5503a"), "jumper": ("sweater", "#b5503a"), "cardigan": ("sweater", "#8a6a4a"),
    "shirt": ("sweater", "#e3dccb"), "hoodie": ("sweater", "#6a7480"), "overalls": ("overalls", "#4a6a92"),
    "dungarees": ("overalls", "#4a6a92"), "apron": ("apron", "#f0e8da"), "cape": ("cape", "#a62639"),
    "cloak": ("cape", "#4a3a5f"), "saddle": ("saddle", "#7a4a2d"), "blanket": ("blanket", "#a5502f"),
    "harness": ("saddle", "#7a4a2d"), "backpack": ("pack", "#8a5a34"), "rucksack": ("pack", "#8a5a34"),
    "satchel": ("pack", "#8a5a34"), "bag": ("pack", "#8a5a34"), "armour": ("vest", "#aab4bd"), "armor": ("vest",
    "#aab4bd"),
    "boots": ("boots", "#5a3a2a"), "wellies": ("boots", "#c23b36"), "shoes": ("boots", "#5a3a2a"),
    "gloves": ("gloves", "#efe9dc"), "mittens": ("gloves", "#c23b36"),
}  # fmt: skip
_PHRASES = re.compile(r",|;|\band\b|\bwith\b|\bover\b|\bunder\b")
CLOTHED = frozenset({"vest", "coat", "robe", "sweater", "overalls", "apron"})
"""Garments that make whoever wears them go upright, as in picture books."""

HATS = frozenset(
    {"hat", "cap", "beanie", "tophat", "bowler", "beret", "crown", "helmet", "pointed", "straw", "flower", "hood"}
)


def garbs_of(wears: object) -> tuple[Garb, ...]:
    """Return what words about clothes name, each in its own colour."""
    found: dict[str, Garb] = {}
    for phrase in _PHRASES.split(str(wears or "").lower()):
        words = words_of(phrase)
        named = [word for word in words if word in _KINDS]
        if not named:
            continue
        word = (
            named[0]
            if named[0] in {"wizard", "witch", "straw", "party", "sailor", "cowboy", "chef", "bowler"}
            else named[-1]
        )
        kind, own = _KINDS[word]
        if word == "hat" and "top" in words:
            kind, own = "tophat", "#26242b"
        if word == "tie" and "bow" in words:
            kind = "bowtie"
        if word == "bow" and {"head", "hair", "ear", "ears"}.intersection(words):
            kind = "hairbow"
        found.setdefault(kind, Garb(kind, colour_of(phrase.replace("straw", "")) or own))
    return tuple(found.values())


def draw_headwear(canvas: skia.Canvas, being: Being, at: Point, radius: float, face: Face, *, long: bool) -> None:
    """Draw hats and glasses on a head of `radius` around `at`."""
    turn = 1.0 if being.view == "side" else 0.0
    with turned(canvas, at, 0.0, radius):
        for garb in being.garbs:
            if garb.kind in _EYEWEAR and being.view != "back":
                _EYEWEAR[garb.kind](canvas, garb.colour, turn, long)
        for garb in being.garbs:
            if garb.kind in _HATS:
                with turned(canvas, (-0.06 * turn - (0.18 if long else 0.0) * turn, -0.72), -5 * turn):
                    _HATS[garb.kind](canvas, garb.colour)


def _glasses(canvas: skia.Canvas, colour: str, turn: float, long: bool) -> None:  # noqa: FBT001
    spots = ((-0.42, 0.29), (0.42, 0.29))
    shift, y = 0.24 * turn, -0.16
    for x, radius in spots:
        canvas.drawCircle(x + shift, y, radius, fill("#eaf6ff", 0.22))
        canvas.drawCircle(x + shift, y, radius, stroke(colour, 0.065))
    line(canvas, [(shift - 0.14, y - 0.04), (shift, y - 0.10), (shift + 0.14, y - 0.04)], colour, 0.06)
    line(canvas, [(shift - 0.70, y - 0.04), (-0.92, y - 0.12)], colour, 0.06)


def _shades(canvas: skia.Canvas, colour: str, turn: float, long: bool) -> None:  # noqa: FBT001
    shift, y = 0.24 * turn, -0.16
    for x in (-0.42, 0.42):
        blob(canvas, [(shift + x - 0.34, y - 0.20), (shift + x + 0.34, y - 0.20), (shift + x + 0.26, y + 0.24),
                      (shift + x - 0.26, y + 0.24)], colour, tension=0.6)  # fmt: skip
        line(canvas, [(shift + x - 0.10, y - 0.12), (shift + x - 0.20, y + 0.04)], "#ffffff", 0.05, 0.5)
    line(canvas, [(shift - 0.9, y - 0.14), (shift + 0.7, y - 0.14)], colour, 0.08)


def _goggles(canvas: skia.Canvas, colour: str, turn: float, long: bool) -> None:  # noqa: FBT001
    line(canvas, [(-0.92, -0.58), (0.0, -0.66), (0.92, -0.58)], darker(colour, 0.4), 0.16)
    for x in (-0.36, 0.36):
        disc(canvas, (x + 0.12 * turn, -0.66), 0.29, colour)
        disc(canvas, (x + 0.12 * turn, -0.66), 0.20, "#9fd0e6")
        disc(canvas, (x + 0.18 * turn, -0.72), 0.06, "#ffffff", 0.8)


def _monocle(canvas: skia.Canvas, colour: str, turn: float, long: bool) -> None:  # noqa: FBT001
    x = -0.40 + 0.24 * turn
    canvas.drawCircle(x, -0.16, 0.30, fill("#eaf6ff", 0.25))
    canvas.drawCircle(x, -0.16, 0.30, stroke(colour, 0.06))
    line(canvas, [(x - 0.2, 0.08), (x - 0.34, 0.6)], colour, 0.03)


def _eyepatch(canvas: skia.Canvas, colour: str, turn: float, long: bool) -> None:  # noqa: FBT001
    x = -0.40 + 0.24 * turn
    oval(canvas, (x, -0.14), 0.27, 0.30, colour)
    line(canvas, [(-0.85, -0.35), (x, -0.3), (0.8, -0.72)], colour, 0.07)


def _headphones(canvas: skia.Canvas, colour: str, turn: float, long: bool) -> None:  # noqa: FBT001
    line(canvas, [(-0.98, -0.1), (-0.62, -0.98), (0.0, -1.12), (0.62, -0.98), (0.98, -0.1)], colour, 0.13)
    for side in (-1, 1):
        oval(canvas, (side * 0.98, 0.0), 0.22, 0.33, colour)


_EYEWEAR = {"glasses": _glasses, "shades": _shades, "goggles": _goggles, "monocle": _monocle, "eyepatch": _eyepatch,
            "headphones": _headphones}  # fmt: skip


def _brimmed(canvas: skia.Canvas, colour: str, half: float, tall: float, brim: float, *, flare: float = 0.0) -> None:
    crown = smooth([(-half, 0.0), (-half * 0.98 - flare, -tall), (0.0, -tall - 0.08), (half * 0.98 + flare, -tall),
        (half, 0.0)],
                   closed=True, tension=0.5)  # fmt: skip
    canvas.drawPath(crown, pelt(colour, -tall, 0.2))
    facet(canvas, [(-half, -0.22), (half, -0.22), (half, -0.02), (-half, -0.02)], darker(colour, 0.45))
    oval(canvas, (0.0, 0.0), brim, 0.13, colour)
    oval(canvas, (0.0, -0.03), brim * 0.92, 0.07, lighter(colour, 0.12))


def _hat(canvas: skia.Canvas, colour: str) -> None:
    _brimmed(canvas, colour, 0.58, 0.58, 1.0)


def _tophat(canvas: skia.Canvas, colour: str) -> None:
    _brimmed(canvas, colour, 0.50, 0.98, 0.82, flare=0.08)


def _bowler(canvas: skia.Canvas, colour: str) -> None:
    blob(canvas, [(-0.58, 0.0), (-0.50, -0.46), (0.0, -0.64), (0.50, -0.46), (0.58, 0.0)], colour, tension=0.58)
    facet(canvas, [(-0.57, -0.18), (0.57, -0.18), (0.57, -0.02), (-0.57, -0.02)], darker(colour, 0.4))
    oval(canvas, (0.0, 0.0), 0.84, 0.12, colour)


def _straw(canvas: skia.Canvas, colour: str) -> None:
    _brimmed(canvas, colour, 0.54, 0.42, 1.2)
    facet(canvas, [(-0.54, -0.20), (0.54, -0.20), (0.54, -0.06), (-0.54, -0.06)], "#b5362f")


def _cap(canvas: skia.Canvas, colour: str) -> None:
    blob(canvas, [(-0.70, 0.08), (-0.60, -0.34), (0.0, -0.52), (0.60, -0.34), (0.70, 0.08)], colour, tension=0.58)
    blob(canvas, [(0.10, -0.02), (0.72, -0.06), (1.12, 0.10), (0.60, 0.14), (0.10, 0.12)], darker(colour, 0.25))
    disc(canvas, (0.0, -0.50), 0.07, lighter(colour, 0.3))


def _beanie(canvas: skia.Canvas, colour: str) -> None:
    blob(canvas, [(-0.74, 0.05), (-0.60, -0.46), (0.0, -0.66), (0.60, -0.46), (0.74, 0.05)], colour, tension=0.58)
    canvas.drawRoundRect(skia.Rect(-0.80, -0.12, 0.80, 0.16), 0.12, 0.12, fill(lighter(colour, 0.25)))
    disc(canvas, (0.0, -0.70), 0.19, lighter(colour, 0.45))


def _beret(canvas: skia.Canvas, colour: str) -> None:
    blob(
        canvas,
        [(-0.80, -0.02), (-0.72, -0.34), (0.0, -0.46), (0.86, -0.28), (0.92, 0.0), (0.0, 0.08)],
        colour,
        tension=0.58,
    )
    line(canvas, [(0.05, -0.44), (0.10, -0.60)], darker(colour, 0.3), 0.07)


def _crown(canvas: skia.Canvas, colour: str) -> None:
    facet(
        canvas,
        [(-0.55, 0.05), (-0.66, -0.52), (-0.32, -0.24), (0.0, -0.66), (0.32, -0.24), (0.66, -0.52), (0.55, 0.05)],
        colour,
    )
    facet(canvas, [(-0.55, 0.05), (-0.57, -0.12), (0.57, -0.12), (0.55, 0.05)], darker(colour, 0.2))
    for x, y in ((-0.66, -0.54), (0.0, -0.68), (0.66, -0.54)):
        disc(canvas, (x, y), 0.08, "#c23b4a")
    disc(canvas, (0.0, -0.05), 0.07, "#3f8fd0")


def _helmet(canvas: skia.Canvas, colour: str) -> None:
    blob(canvas, [(-0.86, 0.30), (-0.80, -0.30), (0.0, -0.62), (0.80, -0.30), (0.86, 0.22), (0.4, 0.0), (-0.4, 0.0)],
        colour,
         tension=0.58)  # fmt: skip
    line(canvas, [(-0.02, -0.58), (0.02, -0.02)], darker(colour, 0.3), 0.09)


def _pointed(canvas: skia.Canvas, colour: str) -> None:
    blob(canvas, [(-0.56, 0.0), (-0.22, -0.80), (0.10, -1.50), (0.20, -0.80), (0.56, 0.0)], colour, tension=0.4)
    oval(canvas, (0.0, 0.0), 0.94, 0.14, darker(colour, 0.12))
    for x, y in ((-0.12, -0.40), (0.14, -0.62), (0.06, -1.02)):
        disc(canvas, (x, y), 0.06, "#f0cf6a")


def _flower(canvas: skia.Canvas, colour: str) -> None:
    with turned(canvas, (-0.46, -0.05)):
        for step in range(5):
            turn = math.tau * step / 5
            disc(canvas, (math.cos(turn) * 0.16, math.sin(turn) * 0.16), 0.13, colour)
        disc(canvas, (0, 0), 0.10, "#f0cf6a")


def _hood(canvas: skia.Canvas, colour: str) -> None:
    path = smooth([(-1.02, 0.9), (-1.14, -0.1), (-0.5, -0.62), (0.3, -0.56), (0.66, -0.18), (0.1, -0.22), (-0.55,
        0.1), (-0.6, 1.0)],
                  closed=True, tension=0.58)  # fmt: skip
    canvas.drawPath(path, pelt(colour, -0.6, 1.0))


def _hairbow(canvas: skia.Canvas, colour: str) -> None:
    with turned(canvas, (-0.42, -0.12), -16):
        _draw_bow(canvas, colour, 0.34)


_HATS = {
    "hat": _hat, "tophat": _tophat, "bowler": _bowler, "straw": _straw, "cap": _cap, "beanie": _beanie, "beret": _beret,
    "crown": _crown, "helmet": _helmet, "pointed": _pointed, "flower": _flower, "hood": _hood, "hairbow": _hairbow,
}  # fmt: skip


def _draw_bow(canvas: skia.Canvas, colour: str, size: float) -> None:
    for side in (-1, 1):
        blob(canvas, [(0, 0), (side * size, -size * 0.62), (side * size * 1.1, size * 0.55)], colour, tension=0.5)
        line(canvas, [(side * size * 0.25, 0.0), (side * size * 0.75, -size * 0.08)], darker(colour, 0.35), size * 0.08)
    disc(canvas, (0, 0), size * 0.26, darker(colour, 0.2))


def draw_neckwear(
    canvas: skia.Canvas, being: Being, at: Point, radius: float, motion: Motion, *, tilt: float = 0.0
) -> None:
    """Draw what goes around a neck of half width `radius` at `at`; `tilt` turns it as the neck is turned."""
    for garb in being.garbs:
        if garb.kind in _NECKWEAR:
            with turned(canvas, at, max(-40.0, min(40.0, -tilt * 0.45)), radius):
                _NECKWEAR[garb.kind](canvas, garb.colour, motion.wag * 0.15 + 0.2 * min(1.0, motion.pace))


def _scarf(canvas: skia.Canvas, colour: str, flow: float) -> None:
    tail = smooth([(-0.50, 0.10), (-0.95 - flow, 0.70), (-1.05 - flow * 2.6, 1.40 - flow), (-0.60 - flow * 2.4,
        1.46 - flow),
                   (-0.42 - flow, 0.75), (-0.05, 0.2)], closed=True, tension=0.58)  # fmt: skip
    canvas.drawPath(tail, pelt(darker(colour, 0.12), 0.0, 1.5))
    for step in range(4):
        x = -1.02 - flow * 2.6 + step * 0.12
        line(canvas, [(x, 1.40 - flow), (x - 0.02, 1.56 - flow)], darker(colour, 0.1), 0.05)
    wrap = smooth(
        [(-1.06, -0.24), (0.0, -0.02), (1.06, -0.30), (1.10, 0.08), (0.0, 0.42), (-1.10, 0.16)],
        closed=True,
        tension=0.58,
    )
    canvas.drawPath(wrap, pelt(colour, -0.3, 0.5))
    line(canvas, [(-0.96, -0.02), (0.0, 0.20), (0.98, -0.08)], darker(colour, 0.3), 0.05, 0.6)


def _bandana(canvas: skia.Canvas, colour: str, flow: float) -> None:
    blob(
        canvas,
        [(-1.0, -0.22), (0.0, 0.0), (1.0, -0.26), (0.92, 0.0), (0.30, 0.92), (-0.20, 0.74), (-0.92, 0.06)],
        colour,
        tension=0.5,
    )
    for x, y in ((0.3, 0.5), (-0.3, 0.25), (0.6, 0.1), (0.1, 0.25)):
        disc(canvas, (x, y), 0.07, lighter(colour, 0.6))


def _collar(canvas: skia.Canvas, colour: str, flow: float) -> None:
    line(canvas, [(-0.96, -0.16), (0.0, 0.08), (0.96, -0.20)], colour, 0.22)
    disc(canvas, (0.12, 0.30), 0.19, "#e0b443")


def _bell(canvas: skia.Canvas, colour: str, flow: float) -> None:
    line(canvas, [(-0.96, -0.16), (0.0, 0.08), (0.96, -0.20)], "#7a4a2d", 0.20)
    blob(canvas, [(-0.10, 0.10), (0.22, 0.10), (0.36, 0.62), (-0.24, 0.62)], colour, tension=0.5)
    disc(canvas, (0.06, 0.68), 0.09, darker(colour, 0.3))


def _bowtie(canvas: skia.Canvas, colour: str, flow: float) -> None:
    with turned(canvas, (0.10, 0.18)):
        _draw_bow(canvas, colour, 0.62)


def _tie(canvas: skia.Canvas, colour: str, flow: float) -> None:
    facet(canvas, [(-0.16, 0.0), (0.20, 0.0), (0.13, 0.26), (-0.09, 0.26)], darker(colour, 0.2))
    facet(canvas, [(-0.09, 0.26), (0.13, 0.26), (0.30, 1.3), (0.02, 1.6), (-0.24, 1.3)], colour)


def _medal(canvas: skia.Canvas, colour: str, flow: float) -> None:
    line(canvas, [(-0.8, -0.2), (0.0, 0.75), (0.8, -0.2)], "#3f6ea8", 0.12)
    disc(canvas, (0.0, 0.9), 0.26, colour)
    disc(canvas, (0.0, 0.9), 0.16, lighter(colour, 0.3))


_NECKWEAR = {
    "scarf": _scarf,
    "bandana": _bandana,
    "collar": _collar,
    "bell": _bell,
    "bowtie": _bowtie,
    "tie": _tie,
    "medal": _medal,
}


def draw_on_back(canvas: skia.Canvas, being: Being, hip: Knot, shoulder: Knot, body: skia.Path, motion: Motion) -> None:
    """Draw what lies around or on the body of somebody on four legs, between two knots of its spine."""
    (hx, hy, hr), (sx, sy, sr) = hip, shoulder
    for garb in being.garbs:
        colour = garb.colour
        if garb.kind in CLOTHED:
            with clipped(canvas, body):
                cover = hull([(hx * 0.35 + sx * 0.65, hy * 0.35 + sy * 0.65, sr * 1.3), (sx + sr * 0.5, sy, sr * 1.4)])
                canvas.drawPath(cover, pelt(colour, sy - sr, sy + sr))
                line(
                    canvas,
                    [(hx * 0.5 + sx * 0.5, sy - sr), (hx * 0.5 + sx * 0.5 - 0.05, sy + sr)],
                    darker(colour, 0.3),
                    0.07,
                )
        elif garb.kind in {"saddle", "blanket"}:
            middle = (hx * 0.45 + sx * 0.55, hy * 0.45 + sy * 0.55)
            with clipped(canvas, body):
                blob(canvas, [(middle[0] - sr * 0.7, middle[1] - sr * 1.3), (middle[0] + sr * 0.6,
                    middle[1] - sr * 1.3),
                              (middle[0] + sr * 0.5, middle[1] + sr * 0.3), (middle[0] - sr * 0.6,
                              middle[1] + sr * 0.3)],
                     colour, tension=0.4)  # fmt: skip
                line(
                    canvas,
                    [(middle[0] - sr * 0.6, middle[1] + sr * 0.22), (middle[0] + sr * 0.5, middle[1] + sr * 0.22)],
                    "#e0b443",
                    0.05,
                )
            if garb.kind == "saddle":
                blob(canvas, [(middle[0] - sr * 0.5, middle[1] - sr * 1.12), (middle[0], middle[1] - sr * 0.86),
                              (middle[0] + sr * 0.44, middle[1] - sr * 1.18), (middle[0] + sr * 0.3,
                              middle[1] - sr * 0.66),
                              (middle[0] - sr * 0.4, middle[1] - sr * 0.64)], darker(colour, 0.2),
                              tension=0.55)  # fmt: skip
        elif garb.kind == "cape":
            flow = 0.2 * motion.wag + 0.35 * motion.pace
            path = smooth([(sx + sr * 0.5, sy - sr * 0.9), (hx, hy - hr * 1.12), (hx - hr * 1.3 - flow,
                hy - hr * 0.3 - flow * 0.3),
                           (hx - hr * 0.7 - flow, hy + hr * 0.9), ((hx + sx) / 2, hy + hr * 0.5), (sx + sr * 0.2,
                           sy + sr * 0.2)],
                          closed=True, tension=0.55)  # fmt: skip
            canvas.drawPath(path, pelt(colour, sy - sr, hy + hr))
        elif garb.kind == "pack":
            x, y = hx * 0.4 + sx * 0.6, hy * 0.4 + sy * 0.6
            canvas.drawRoundRect(skia.Rect(x - sr * 0.75, y - sr * 1.75, x + sr * 0.35, y - sr * 0.55), sr * 0.25,
                sr * 0.25,
                                 pelt(colour, y - sr * 1.75, y - sr * 0.55))  # fmt: skip
            line(canvas, [(x - sr * 0.5, y - sr * 1.2), (x + sr * 0.1, y - sr * 1.2)], darker(colour, 0.4), sr * 0.1)
            line(canvas, [(x + sr * 0.3, y - sr * 0.9), (x + sr * 0.45, y + sr * 0.8)], darker(colour, 0.3), sr * 0.12)
