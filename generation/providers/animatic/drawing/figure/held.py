"""Things in hands, drawn at the size of a hand, and the light that some of them give."""

from __future__ import annotations

from dataclasses import dataclass

import skia

from generation.providers.animatic.drawing.canvas import Point

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
    """A thing in a hand. `carry` is front (shown before the body), low (hangs from the arm) or upright (a pole)."""

    kind: str
    colour: str
    carry: str = "front"
    shine: Shine | None = None


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
    "newspaper": "paper", "ticket": "ticket", "card": "ticket", "money": "ticket", "cash": "ticket",
    "book": "book", "notebook": "book", "diary": "book", "journal": "book", "bible": "book", "folder": "book",
    "file": "book", "cup": "cup", "mug": "cup", "coffee": "cup", "tea": "cup", "glass": "glass", "whiskey": "glass",
    "whisky": "glass", "wine": "wineglass", "champagne": "wineglass", "drink": "glass", "beer": "bottle",
    "bottle": "bottle", "flask": "bottle", "potion": "bottle", "vial": "bottle", "gun": "gun", "revolver": "gun",
    "pistol": "gun", "handgun": "gun", "rifle": "rifle", "shotgun": "rifle", "phone": "phone", "smartphone": "phone",
    "cellphone": "phone", "mobile": "phone", "telephone": "receiver", "receiver": "receiver", "tablet": "tablet",
    "laptop": "tablet", "umbrella": "umbrella", "parasol": "umbrella", "knife": "knife", "dagger": "knife",
    "sword": "sword", "katana": "sword", "blade": "sword", "bag": "bag", "handbag": "bag", "purse": "bag",
    "basket": "basket", "bucket": "basket", "suitcase": "suitcase", "briefcase": "suitcase", "case": "suitcase",
    "flower": "flower", "rose": "flower", "flowers": "flower", "bouquet": "flower", "key": "key", "keys": "key",
    "camera": "camera", "cigarette": "cigarette", "cigar": "cigarette", "pipe": "pipe", "staff": "staff",
    "cane": "cane", "stick": "cane", "spear": "staff", "broom": "broom", "wand": "wand", "map": "map",
    "scroll": "map", "rope": "rope", "hammer": "hammer", "wrench": "hammer", "tool": "hammer", "axe": "axe",
    "shovel": "shovel", "spade": "shovel", "pen": "pen", "pencil": "pen", "brush": "pen", "microphone": "microphone",
    "guitar": "guitar", "ball": "ball", "apple": "ball", "balloon": "balloon", "box": "box", "gift": "box",
    "ring": "ring", "watch": "ring", "necklace": "ring", "match": "match", "sparkler": "match", "wheel": "wheel",
    "tray": "tray", "plate": "tray", "bread": "bread", "food": "bread", "compass": "watchcase",
    "binoculars": "camera", "teddy": "teddy", "doll": "teddy", "toy": "teddy", "shield": "shield",
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


def held_of(words: object) -> Held | None:
    """Return the thing that words name; an unknown thing is a small wrapped parcel, no words are no thing."""
    named = words_of(words)
    if not named or named in (["nothing"], ["none"], ["empty"]):
        return None
    kind = next((_KINDS[word] for word in reversed(named) if word in _KINDS), None)
    kind = kind or next(
        (_KINDS[word[:-1]] for word in reversed(named) if word.endswith("s") and word[:-1] in _KINDS), ""
    )
    colour = colour_of(str(words)) or _COLOURS.get(kind, "#a98457")
    return Held(kind, colour, _CARRIES.get(kind, "front"), _SHINES.get(kind))


def draw_held(canvas: skia.Canvas, held: Held, at: Point, *, ground: float = 0.0) -> None:
    """Draw a thing gripped at `at`; `ground` is the y where poles may stand."""
    with turned(canvas, at):
        _PAINTERS.get(held.kind, draw_parcel)(canvas, held.colour, ground - at[1])
