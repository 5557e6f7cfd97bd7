"""Those who are not human: animals and robots, simple but never a person in disguise."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import skia

from generation.providers.animatic.drawing.canvas import Point, stroke
from generation.providers.animatic.drawing.stage import Face

from .colours import NAMED, colour_of, darker, lighter, words_of
from .looks import CUTS
from .pen import blob, disc, limb, line, oval
from .wardrobe import parts_of

_KINDS = {
    "dog": "dog", "puppy": "dog", "hound": "dog", "wolf": "dog", "fox": "fox", "terrier": "dog", "retriever": "dog",
    "cat": "cat", "kitten": "cat", "lion": "cat", "tiger": "cat", "horse": "horse", "pony": "horse", "mare": "horse",
    "stallion": "horse", "donkey": "horse", "mule": "horse", "cow": "horse", "deer": "horse", "unicorn": "horse",
    "bird": "bird", "crow": "bird", "raven": "bird", "parrot": "bird", "seagull": "bird", "gull": "bird", "owl": "bird",
    "chicken": "bird", "duck": "bird", "pigeon": "bird", "sparrow": "bird", "penguin": "bird", "robot": "robot",
    "android": "robot", "droid": "robot", "automaton": "robot", "bear": "dog", "rabbit": "cat", "mouse": "cat",
}  # fmt: skip
_COATS = {
    "dog": "#a97a4c", "wolf": "#74777d", "fox": "#c8692f", "cat": "#8a8079", "lion": "#cf9f57", "tiger": "#d5832f",
    "horse": "#7a4e33", "cow": "#e8e2d8", "deer": "#a9764a", "donkey": "#8b857f", "unicorn": "#efe9e4",
    "bird": "#5a7ba5", "crow": "#2a2a33", "raven": "#24242e", "parrot": "#3f9a58", "seagull": "#e6e9ec",
    "gull": "#e6e9ec", "owl": "#8a6a4a", "chicken": "#e9dfcb", "duck": "#d9c26a", "pigeon": "#8a93a3",
    "sparrow": "#8d6b4d", "penguin": "#2b2e38", "robot": "#93a3b0", "bear": "#5f4330", "rabbit": "#c9bba8",
    "mouse": "#9a9492",
}  # fmt: skip
_HUMAN = {"man", "woman", "boy", "girl", "owner", "walker", "trainer", "rider", "keeper", "catcher", "hunter", "lady"}
_MATERIALS = {"leather", "sand", "straw", "sky", "forest", "fair"}


@dataclass(frozen=True, slots=True)
class Being:
    """An animal or a robot. `height` and `head_center` are as a figure's; `length` is from tail to nose."""

    kind: str
    colour: str
    height: float
    head_center: Point
    length: float
    sad: bool


_SHAPES: dict[str, tuple[float, Point, float]] = {
    "dog": (2.2, (0.95, -1.72), 3.0),
    "fox": (2.0, (0.95, -1.66), 3.6),
    "cat": (1.5, (0.55, -1.16), 1.9),
    "horse": (5.3, (2.15, -4.62), 5.2),
    "bird": (1.1, (0.22, -0.86), 1.4),
    "robot": (5.2, (0.0, -4.55), 2.2),
}


def being_of(entry: Mapping[str, Any]) -> Being | None:
    """Return the animal or robot that an entry describes, or None when it describes a person."""
    word = _described(entry) or _named(entry)
    if word is None:
        return None
    kind = _KINDS[word]
    height, centre, length = _SHAPES[kind]
    said = " ".join(str(entry.get(key) or "") for key in ("hair", "skin", "description", "features"))
    said += " " + _word_before(word, entry.get("name"))
    named = [item for item in words_of(said) if item in NAMED and item not in _MATERIALS]
    colour = (colour_of(said) if named else None) or _COATS.get(word, _COATS[kind])
    return Being(kind, colour, height, centre, length, str(entry.get("expression") or "") in {"sad", "fear", "tired"})


def _word_before(word: str, text: object) -> str:
    words = words_of(text)
    return words[words.index(word) - 1] if word in words[1:] else ""


def _named(entry: Mapping[str, Any]) -> str | None:
    """Return the animal in a name ("Rex the dog"), unless it is the surname of somebody with clothes or a haircut."""
    words = words_of(entry.get("name")) + words_of(entry.get("role"))
    found = next((word for word in words if word in _KINDS), None)
    if found is None or _HUMAN.intersection(words):
        return None
    plain = len(words) == 1 or words[words.index(found) - 1] in {"the", "a", "an"}
    return found if plain or not _dressed(entry) else None


def _dressed(entry: Mapping[str, Any]) -> bool:
    clothes = {"outer", "top", "dress", "suit", "trousers", "skirt", "shoes", "vest", "bib"}
    worn = any(part in clothes for part in parts_of(str(entry.get("wears") or "")))
    return worn or bool({*CUTS, "short", "long", "curly", "wavy"}.intersection(words_of(entry.get("hair"))))


def _described(entry: Mapping[str, Any]) -> str | None:
    """Return the animal that a description or "wears" is about: it must come first, as in "a black dog with ..."."""
    for key in ("description", "wears", "features", "age", "sex", "build"):
        words = words_of(entry.get(key))[:4]
        if _HUMAN.intersection(words):
            return None
        found = next((word for word in words if word in _KINDS), None)
        clothed = found and words_of(entry.get(key))[words.index(found) + 1 :][:1] in (["print"], ["mask"], ["costume"])
        if found and not clothed and (key != "wears" or len(words) <= 2):
            return found
    return None


def draw_being(canvas: skia.Canvas, being: Being, face: Face) -> None:
    """Draw an animal or a robot with its feet at the origin, looking towards +x."""
    _PAINTERS[being.kind](canvas, being, face)


def _eye(canvas: skia.Canvas, at: Point, size: float, face: Face) -> None:
    if face.blink > 0.6:
        line(canvas, [(at[0] - size, at[1]), (at[0], at[1] + size * 0.5), (at[0] + size, at[1])], "#1c1714", size * 0.5)
        return
    oval(canvas, at, size, size * (1.15 - face.blink * 0.6), "#1c1714")
    disc(canvas, (at[0] + size * 0.35, at[1] - size * 0.4), size * 0.32, "#ffffff", 0.95)


def _four_legs(canvas: skia.Canvas, colour: str, xs: tuple[float, ...], top: float, width: float) -> None:
    for index, x in enumerate(xs):
        tone = darker(colour, 0.26) if index % 2 else colour
        limb(canvas, [(x, top), (x + 0.03, top * 0.5), (x, -0.08)], [width * 1.5, width, width * 0.85], tone)
        oval(canvas, (x + width * 0.3, -0.08), width * 0.75, 0.09, darker(tone, 0.12))


def _dog(canvas: skia.Canvas, being: Being, face: Face) -> None:
    colour = being.colour
    fox = being.kind == "fox"
    if fox:
        blob(canvas, [(-0.8, -1.1), (-1.5, -1.0), (-2.1, -0.5), (-2.2, -0.2), (-1.6, -0.3), (-0.9, -0.8)], colour)
        blob(canvas, [(-1.9, -0.6), (-2.2, -0.2), (-1.8, -0.32)], "#f3ece0")
    else:
        drop = 0.5 if being.sad else 0.0
        line(canvas, [(-0.9, -1.15), (-1.3, -1.5 + drop), (-1.45, -1.95 + drop * 1.8)], colour, 0.20)
    _four_legs(canvas, colour, (-0.62, -0.82, 0.55, 0.36), -0.95, 0.21)
    blob(canvas, [(-1.0, -1.25), (-0.4, -1.42), (0.4, -1.42), (0.85, -1.35), (0.82, -0.85), (0.2, -0.68), (-0.5, -0.72),
                  (-0.98, -0.8)], colour)  # fmt: skip
    blob(canvas, [(0.45, -1.4), (0.65, -1.85), (1.05, -1.6), (0.9, -0.95)], colour)
    blob(canvas, [(-0.3, -0.72), (0.4, -0.70), (0.85, -0.95), (0.7, -0.74), (0.0, -0.62)], lighter(colour, 0.35), 0.8)
    _dog_head(canvas, being, face, fox=fox)


def _dog_head(canvas: skia.Canvas, being: Being, face: Face, *, fox: bool) -> None:
    colour, (x, y) = being.colour, being.head_center
    gape = 0.16 * face.mouth
    blob(canvas, [(x + 0.15, y + 0.18), (x + 0.62, y + 0.16 + gape), (x + 0.55, y + 0.30 + gape), (x + 0.1, y + 0.34)],
         darker(colour, 0.2))  # fmt: skip
    if gape > 0.02:
        blob(canvas, [(x + 0.2, y + 0.16), (x + 0.6, y + 0.14), (x + 0.5, y + 0.22 + gape)], "#8c3540")
    blob(canvas, [(x - 0.42, y - 0.2), (x - 0.15, y - 0.44), (x + 0.2, y - 0.36), (x + 0.4, y - 0.08),
        (x + 0.74, y + 0.0),
                  (x + 0.76, y + 0.17), (x + 0.35, y + 0.28), (x - 0.1, y + 0.34), (x - 0.4, y + 0.14)],
                      colour)  # fmt: skip
    blob(canvas, [(x + 0.3, y + 0.02), (x + 0.74, y + 0.02), (x + 0.74, y + 0.17), (x + 0.3, y + 0.26)],
         "#f3ece0" if fox else lighter(colour, 0.32))  # fmt: skip
    oval(canvas, (x + 0.75, y + 0.02), 0.085, 0.07, "#1c1714")
    if fox:
        for ex in (-0.28, 0.05):
            blob(
                canvas,
                [(x + ex - 0.14, y - 0.28), (x + ex - 0.02, y - 0.76), (x + ex + 0.16, y - 0.34)],
                colour,
                tension=0.4,
            )
            blob(
                canvas,
                [(x + ex - 0.06, y - 0.36), (x + ex - 0.01, y - 0.62), (x + ex + 0.08, y - 0.38)],
                "#2a1e1a",
                tension=0.3,
            )
    else:
        blob(canvas, [(x - 0.30, y - 0.38), (x - 0.06, y - 0.36), (x - 0.10, y + 0.14), (x - 0.32, y + 0.26),
                      (x - 0.46, y - 0.05)], darker(colour, 0.32))  # fmt: skip
    _eye(canvas, (x + 0.17, y - 0.10), 0.075, face)
    line(canvas, [(x + 0.10, y - 0.24), (x + 0.24, y - 0.26)], darker(colour, 0.45), 0.035)


def _cat(canvas: skia.Canvas, being: Being, face: Face) -> None:
    colour, (x, y) = being.colour, being.head_center
    line(canvas, [(-0.6, -0.35), (-1.05, -0.5), (-1.1, -1.05), (-0.86, -1.3)], colour, 0.17)
    blob(canvas, [(-0.62, -0.05), (-0.66, -0.6), (-0.2, -1.0), (0.4, -0.98), (0.62, -0.5), (0.6, -0.03)], colour)
    for lx in (0.22, 0.48):
        limb(canvas, [(lx, -0.6), (lx + 0.03, -0.08)], [0.24, 0.18], lighter(colour, 0.05))
        oval(canvas, (lx + 0.07, -0.07), 0.14, 0.08, lighter(colour, 0.2))
    line(canvas, [(-0.35, -0.1), (-0.05, -0.42), (0.1, -0.1)], darker(colour, 0.3), 0.03, 0.7)
    for ex in (-0.26, 0.20):
        blob(
            canvas,
            [(x + ex - 0.15, y - 0.2), (x + ex - 0.02, y - 0.58), (x + ex + 0.17, y - 0.24)],
            colour,
            tension=0.35,
        )
        blob(canvas, [(x + ex - 0.07, y - 0.26), (x + ex, y - 0.46), (x + ex + 0.09, y - 0.28)], "#d79a94", tension=0.3)
    oval(canvas, (x, y), 0.45, 0.37, colour)
    blob(canvas, [(x - 0.1, y + 0.08), (x + 0.12, y - 0.02), (x + 0.34, y + 0.08), (x + 0.3, y + 0.28),
        (x - 0.06, y + 0.28)],
         lighter(colour, 0.42))  # fmt: skip
    for ex in (-0.08, 0.27):
        oval(canvas, (x + ex, y - 0.06), 0.095, 0.10, "#cfd66a")
        _eye(canvas, (x + ex + 0.01, y - 0.06), 0.06, face)
    blob(canvas, [(x + 0.07, y + 0.07), (x + 0.19, y + 0.07), (x + 0.13, y + 0.13)], "#c9736f")
    gape = 0.03 + 0.12 * face.mouth
    blob(canvas, [(x + 0.05, y + 0.17), (x + 0.21, y + 0.17), (x + 0.13, y + 0.17 + gape)], "#7a2c38")
    for side in (-1, 1):
        for slope in (-0.04, 0.03):
            line(
                canvas,
                [(x + 0.13 + side * 0.14, y + 0.14), (x + 0.13 + side * 0.5, y + 0.14 + slope)],
                "#f6f2ea",
                0.014,
                0.8,
            )


def _horse(canvas: skia.Canvas, being: Being, face: Face) -> None:
    colour, mane = being.colour, darker(being.colour, 0.55)
    blob(canvas, [(-1.9, -3.2), (-2.4, -3.1), (-2.7, -2.2), (-2.5, -1.1), (-2.3, -1.9), (-2.05, -2.6)], mane)
    for index, x in enumerate((-1.45, -1.75, 1.15, 0.85)):
        tone = darker(colour, 0.26) if index % 2 else colour
        limb(canvas, [(x, -2.4), (x + 0.06, -1.25), (x, -0.2)], [0.66, 0.34, 0.24], tone)
        blob(canvas, [(x - 0.17, -0.28), (x + 0.15, -0.28), (x + 0.26, 0.0), (x - 0.18, 0.0)], "#2b2422", tension=0.4)
    blob(canvas, [(-2.0, -3.1), (-1.3, -3.45), (0.2, -3.25), (1.2, -3.45), (1.5, -2.8), (1.2, -2.1), (0.0, -1.95),
                  (-1.3, -2.05), (-2.0, -2.4)], colour)  # fmt: skip
    blob(canvas, [(0.6, -3.2), (1.3, -4.3), (1.75, -4.95), (2.2, -4.6), (1.75, -3.6), (1.5, -2.6)], colour)
    blob(canvas, [(0.5, -3.25), (1.0, -4.3), (1.6, -5.05), (1.85, -4.95), (1.45, -4.3), (1.0, -3.3)], mane)
    x, y = being.head_center
    gape = 0.12 * face.mouth
    blob(canvas, [(x + 0.3, y + 0.5), (x + 0.75, y + 0.9 + gape), (x + 0.5, y + 0.98 + gape), (x + 0.1, y + 0.6)],
         darker(colour, 0.25))  # fmt: skip
    blob(canvas, [(x - 0.5, y - 0.35), (x - 0.1, y - 0.5), (x + 0.45, y + 0.1), (x + 0.95, y + 0.62),
        (x + 0.88, y + 0.9),
                  (x + 0.5, y + 0.86), (x - 0.1, y + 0.42), (x - 0.45, y + 0.25)], colour)  # fmt: skip
    blob(
        canvas,
        [(x + 0.6, y + 0.5), (x + 0.95, y + 0.62), (x + 0.88, y + 0.9), (x + 0.55, y + 0.84)],
        darker(colour, 0.3),
    )
    blob(canvas, [(x - 0.36, y - 0.4), (x - 0.3, y - 0.82), (x - 0.1, y - 0.45)], colour, tension=0.4)
    _eye(canvas, (x + 0.1, y - 0.08), 0.095, face)
    disc(canvas, (x + 0.82, y + 0.68), 0.045, "#2b2422")


def _bird(canvas: skia.Canvas, being: Being, face: Face) -> None:
    colour, (x, y) = being.colour, being.head_center
    for lx in (-0.06, 0.12):
        line(canvas, [(lx, -0.3), (lx, -0.03)], "#c98a3a", 0.045)
        line(canvas, [(lx - 0.06, -0.02), (lx + 0.14, -0.02)], "#c98a3a", 0.045)
    blob(canvas, [(-0.4, -0.55), (-0.95, -0.25), (-0.9, -0.14), (-0.3, -0.3)], darker(colour, 0.3))
    blob(canvas, [(-0.45, -0.5), (-0.1, -0.85), (0.3, -0.85), (0.38, -0.45), (0.1, -0.2), (-0.25, -0.24)], colour)
    blob(canvas, [(0.1, -0.6), (0.36, -0.6), (0.3, -0.3), (0.05, -0.22)], lighter(colour, 0.5))
    disc(canvas, (x, y), 0.26, colour)
    gape = 0.14 * face.mouth
    blob(
        canvas,
        [(x + 0.2, y - 0.06 - gape * 0.4), (x + 0.55, y + 0.02 - gape), (x + 0.2, y + 0.05)],
        "#e0a03c",
        tension=0.4,
    )
    blob(
        canvas,
        [(x + 0.2, y + 0.03), (x + 0.5, y + 0.05 + gape), (x + 0.19, y + 0.11 + gape * 0.4)],
        "#c98a3a",
        tension=0.4,
    )
    blob(canvas, [(-0.5, -0.42), (-0.1, -0.72), (0.15, -0.55), (-0.05, -0.32)], darker(colour, 0.24))
    _eye(canvas, (x + 0.1, y - 0.06), 0.055, face)


def _robot(canvas: skia.Canvas, being: Being, face: Face) -> None:
    colour, shade, light = being.colour, darker(being.colour, 0.4), lighter(being.colour, 0.3)
    for side in (-1, 1):
        limb(canvas, [(side * 0.3, -2.1), (side * 0.32, -1.1), (side * 0.3, -0.25)], [0.34, 0.28, 0.34],
             darker(colour, 0.2) if side > 0 else colour)  # fmt: skip
        disc(canvas, (side * 0.32, -1.1), 0.19, shade)
        canvas.drawRoundRect(
            skia.Rect(side * 0.32 - 0.28, -0.28, side * 0.32 + 0.32, 0.0), 0.1, 0.1, stroke(shade, 0.01)
        )
        blob(canvas, [(side * 0.32 - 0.26, -0.02), (side * 0.32 - 0.2, -0.3), (side * 0.32 + 0.2, -0.3),
                      (side * 0.32 + 0.34, -0.02)], shade, tension=0.4)  # fmt: skip
        limb(canvas, [(side * 0.82, -3.7), (side * 1.02, -2.9), (side * 0.92, -2.15)], [0.3, 0.24, 0.26], light)
        disc(canvas, (side * 1.02, -2.9), 0.17, shade)
        for dx in (-0.1, 0.08):
            line(canvas, [(side * 0.92 + dx, -2.1), (side * 0.92 + dx * 1.3, -1.85)], shade, 0.09)
    blob(
        canvas,
        [(-0.78, -3.9), (0.78, -3.9), (0.7, -2.5), (0.4, -2.0), (-0.4, -2.0), (-0.7, -2.5)],
        colour,
        tension=0.45,
    )
    blob(canvas, [(-0.78, -3.9), (-0.4, -3.9), (-0.4, -2.1), (-0.6, -2.3)], shade, 0.45, tension=0.4)
    blob(canvas, [(-0.34, -3.55), (0.42, -3.55), (0.38, -3.0), (-0.30, -3.0)], shade, tension=0.3)
    for x, tone in ((-0.14, "#e0655a"), (0.06, "#e9c24f"), (0.26, "#5fc48d")):
        disc(canvas, (x, -3.28), 0.08, tone)
    limb(canvas, [(0.0, -3.9), (0.0, -4.2)], [0.3, 0.3], shade)
    _robot_head(canvas, being, face)


def _robot_head(canvas: skia.Canvas, being: Being, face: Face) -> None:
    colour, shade = being.colour, darker(being.colour, 0.4)
    x, y = being.head_center
    line(canvas, [(x, y - 0.5), (x, y - 0.85)], shade, 0.06)
    disc(canvas, (x, y - 0.88), 0.09, "#e0655a")
    for side in (-1, 1):
        disc(canvas, (x + side * 0.6, y), 0.16, shade)
    blob(
        canvas,
        [(x - 0.56, y - 0.45), (x + 0.56, y - 0.45), (x + 0.58, y + 0.38), (x - 0.58, y + 0.38)],
        colour,
        tension=0.35,
    )
    blob(
        canvas,
        [(x - 0.44, y - 0.26), (x + 0.50, y - 0.26), (x + 0.48, y + 0.10), (x - 0.42, y + 0.10)],
        "#1c2430",
        tension=0.3,
    )
    for ex in (-0.17, 0.24):
        tall = max(0.015, 0.11 * (1 - face.blink))
        oval(canvas, (x + ex, y - 0.08), 0.10, tall, "#7fe3ff")
        oval(canvas, (x + ex, y - 0.08), 0.05, tall * 0.6, "#eafcff")
    oval(canvas, (x + 0.03, y + 0.24), 0.20, 0.03 + 0.07 * face.mouth, "#1c2430")
    if face.mouth > 0.05:
        oval(canvas, (x + 0.03, y + 0.24), 0.16, 0.05 * face.mouth, "#7fe3ff")


_PAINTERS: dict[str, Callable[[skia.Canvas, Being, Face], None]] = {
    "dog": _dog, "fox": _dog, "cat": _cat, "horse": _horse, "bird": _bird, "robot": _robot,
}  # fmt: skip
