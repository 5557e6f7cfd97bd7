"""Things in hands, drawn at the size of a hand, and the light that some of them give."""

from __future__ import annotations

import re
from dataclasses import dataclass

import skia

from generation.providers.animatic.drawing.canvas import Point
from generation.providers.animatic.drawing.light import TIMES
from generation.providers.animatic.drawing.props import (
    draw_prop,
    is_drawable,
    prop_count,
    prop_heads,
    prop_room,
    prop_word,
)

from .colours import colour_of, words_of
from .pen import turned
from .things import THINGS, draw_parcel
from .tools import TOOLS


@dataclass(frozen=True, slots=True)
class Shine:
    """Light from a thing: `at` is seen from the grip, `reach` is in heads."""

    at: Point
    colour: str
    reach: float
    strength: float


@dataclass(frozen=True, slots=True)
class Held:
    """A thing in a hand. `carry` is front (shown before the body), low (hangs from the arm) or upright (a pole).

    `kind` is "prop" for what is drawn after its whole `name`, as it would lie on a table; `count` are in the hand.
    """

    kind: str
    colour: str
    carry: str = "front"
    shine: Shine | None = None
    name: str = ""
    count: int = 1


_FLAME = Shine((0.0, -0.52), "#ffb24d", 2.6, 0.8)
_SHINES = {
    "lantern": Shine((0.0, 0.52), "#ffa63d", 3.2, 1.0), "candle": _FLAME, "match": Shine((0.1, -0.3),
        "#ffb24d", 1.8, 0.7),
    "torch": Shine((0.06, -0.86), "#ff9a3d", 3.4, 1.0), "flashlight": Shine((0.62, 0.0), "#fff2c4", 2.2, 0.8),
    "phone": Shine((0.02, -0.14), "#a9d4ff", 1.0, 0.35), "tablet": Shine((0.1, -0.14), "#a9d4ff", 1.3, 0.4),
    "wand": Shine((0.1, -0.72), "#c9b8ff", 1.5, 0.6), "sparkler": Shine((0.1, -0.6), "#fff0b8", 2.0, 0.9),
}  # fmt: skip
_KINDS = {
    "lantern": "lantern", "lamp": "lantern", "candle": "candle", "torch": "torch", "flashlight": "flashlight",
    "letter": "letter", "envelope": "letter", "note": "paper", "paper": "paper", "papers": "paper",
    "document": "paper", "contract": "paper", "photo": "paper", "photograph": "paper", "picture": "paper",
    "newspaper": "paper", "ticket": "ticket",
    "book": "book", "notebook": "book", "diary": "book", "journal": "book", "bible": "book", "folder": "book",
    "file": "book", "cup": "cup", "mug": "cup", "coffee": "cup", "tea": "cup", "glass": "glass", "whiskey": "glass",
    "whisky": "glass", "wine": "wineglass", "champagne": "wineglass", "drink": "glass", "beer": "bottle",
    "bottle": "bottle", "flask": "bottle", "potion": "bottle", "vial": "bottle", "gun": "gun", "revolver": "gun",
    "pistol": "gun", "handgun": "gun", "rifle": "rifle", "shotgun": "rifle", "phone": "phone", "smartphone": "phone",
    "cellphone": "phone", "mobile": "phone", "telephone": "receiver", "receiver": "receiver", "tablet": "tablet",
    "laptop": "tablet", "umbrella": "umbrella", "parasol": "umbrella", "knife": "knife", "dagger": "knife",
    "sword": "sword", "katana": "sword", "blade": "sword", "bag": "bag", "handbag": "bag", "purse": "bag",
    "basket": "basket", "suitcase": "suitcase", "briefcase": "suitcase", "case": "suitcase",
    "flower": "flower", "rose": "flower", "key": "key", "keys": "key",
    "camera": "camera", "cigarette": "cigarette", "cigar": "cigarette", "pipe": "pipe", "staff": "staff",
    "cane": "cane", "stick": "cane", "broom": "broom", "wand": "wand", "map": "map",
    "scroll": "map", "rope": "rope", "hammer": "hammer", "axe": "axe",
    "shovel": "shovel", "spade": "shovel", "pen": "pen", "pencil": "pen", "microphone": "microphone",
    "guitar": "guitar", "ball": "ball", "balloon": "balloon",
    "ring": "ring", "match": "match", "sparkler": "match", "wheel": "wheel",
    "tray": "tray", "bread": "bread",
    "teddy": "teddy", "shield": "shield",
}  # fmt: skip
_COLOURS = {
    "book": "#7a3a3a", "bottle": "#3f6b4a", "umbrella": "#33405c", "bag": "#6a4632", "suitcase": "#7a5235",
    "flower": "#c23b4a", "balloon": "#cf443f", "ball": "#c23b36", "cup": "#efe6d6", "staff": "#7a5a3c",
    "box": "#b8434a", "basket": "#b08a54", "guitar": "#a5642f", "teddy": "#a9784a", "shield": "#8a939c",
}  # fmt: skip
_CARRIES = {
    "bag": "low", "suitcase": "low", "basket": "low", "rope": "low", "staff": "upright", "cane": "upright",
    "umbrella": "upright", "broom": "upright", "shovel": "upright", "rifle": "upright", "torch": "front",
}  # fmt: skip


_PAINTERS = {**THINGS, **TOOLS}

_JOINTS = re.compile(r"\b(?:of|with|in|inside|on|from|for|full|filled|containing|that|which|and|to)\b")
_HAND_SIZES = {
    "ring": 0.26, "jewel": 0.3, "coin": 0.32, "pill": 0.3, "nail": 0.3, "chip": 0.3, "usb stick": 0.26,
    "button": 0.32, "dice": 0.3, "egg": 0.3,
    "nut": 0.26, "cherry": 0.3, "strawberry": 0.28, "apple": 0.36, "orange": 0.36, "candy": 0.3, "cookie": 0.34,
    "whistle": 0.3, "lipstick": 0.32,
    "badge": 0.32, "stamp": 0.24, "watch": 0.42, "compass": 0.4, "bandage": 0.3, "credit card": 0.3,
    "passport": 0.42, "leaf": 0.34, "jar": 0.45,
    "trophy": 0.8, "sack": 0.8, "backpack": 0.95, "broom": 2.6, "crutch": 2.6, "pickaxe": 2.6, "skis": 3.0,
    "racket": 1.1, "bat": 1.2, "harp": 1.6,
    "axe": 1.1, "pile of books": 0.8, "pile of boxes": 1.2, "crate": 0.85, "box": 0.75, "bouquet": 0.8,
    "magnifying glass": 0.6, "vinyl record": 0.62,
    "pizza": 0.6, "dress": 1.6, "coat": 1.5, "shield": 1.2, "saxophone": 1.2, "drum": 0.9, "accordion": 0.9,
    "balloon": 1.4, "kite": 1.1,
    "boombox": 0.8, "megaphone": 0.75, "helmet": 0.75, "skateboard": 0.45, "house": 0.6, "statue": 0.9, "globe": 0.8,
    "flag": 1.5, "plate": 0.42,
}  # fmt: skip
"""How high things are drawn in a hand, in heads; all others are `_USUAL`."""

_USUAL, _MODEL = 0.72, 0.85
"""What has no size of its own, and what is far too large for a hand: it is held as a model of itself."""

_HANGING = frozenset({"picnic basket", "bucket", "handbag", "doctor's bag", "shopping bag", "suitcase", "toolbox",
    "cage", "watering can", "lantern",
                      "paint can", "sack", "backpack", "trolley case", "boombox", "bell"})  # fmt: skip
_OWN = frozenset(
    {"sack", "backpack", "wallet", "bouquet", "pile of books", "pile of papers", "doctor's bag", "shopping bag",
     "trolley case", "pistol", "magnifying glass", "message in a bottle", "greeting card", "credit card", "photo",
     "watch", "pill", "ray gun", "flintlock", "box"}
)  # fmt: skip
"""Drawings that say more than the thing that hands know under the same word."""
_POLES = frozenset({"broom", "crutch", "pickaxe", "shovel", "skis", "flag", "axe"})


def held_of(words: object) -> Held | None:
    """Return the thing that words name; an unknown thing is a small wrapped parcel, no words are no thing."""
    text = str(words or "").strip()
    named = words_of(text)
    if not named or named in (["nothing"], ["none"], ["empty"]):
        return None
    kind = _kind_of(text)
    drawn = prop_word(text)
    if drawn and (not kind or drawn in _OWN or (kind not in _CARRIES and kind not in _SHINES and prop_count(text) > 1)):
        carry = "low" if drawn in _HANGING else "upright" if drawn in _POLES else "front"
        return Held("prop", colour_of(text) or "#a98457", carry, None, text)
    colour = colour_of(text) or _COLOURS.get(kind, "#a98457")
    count = 2 if kind in _CARRIES and is_drawable(text) and prop_count(text) > 1 else 1
    return Held(kind, colour, _CARRIES.get(kind, "front"), _SHINES.get(kind), text, count)


def _kind_of(text: str) -> str:
    """Return the thing that the first part of a text names: in "photo of a man with a knife" it is the photo."""
    parts = [words_of(part) for part in _JOINTS.split(text.lower())]
    whole = " ".join(parts[0][-2:]) if parts else ""
    if " " in whole and prop_word(whole).count(" ") and prop_word(whole).split() == whole.split():
        return ""
    for part in parts:
        for word in reversed(part):
            kind = _KINDS.get(word) or (_KINDS.get(word[:-1]) if word.endswith("s") else None)
            if kind:
                return kind
            if is_drawable(word):
                return ""
    return ""


def draw_held(canvas: skia.Canvas, held: Held, at: Point, *, ground: float = 0.0) -> None:
    """Draw a thing gripped at `at`; `ground` is the y where poles may stand."""
    with turned(canvas, at):
        if held.kind == "prop":
            _draw_as_prop(canvas, held, ground - at[1])
            return
        painter = _PAINTERS.get(held.kind, draw_parcel)
        if held.count > 1:
            with turned(canvas, (0.46, 0.04), 0, 0.92):
                painter(canvas, held.colour, ground - at[1])
        painter(canvas, held.colour, ground - at[1])


def _draw_as_prop(canvas: skia.Canvas, held: Held, ground: float) -> None:
    word = prop_word(held.name)
    size = _HAND_SIZES.get(word, _MODEL if prop_heads(held.name) > 1.5 else _USUAL)
    left, top, right = prop_room(held.name)
    size *= 1.3 if size < 0.5 else 1.0
    size = min(size, 1.3 / (right - left)) if held.carry == "front" else size
    low = {"low": -top * size - 0.06, "upright": min(ground, size * 0.62)}.get(held.carry, size * 0.32)
    middle = 0.02 - left * size * 0.72 if held.carry == "front" else -(left + right) / 2 * size
    draw_prop(canvas, held.name, middle, low, size, TIMES["day"], grounded=False)
