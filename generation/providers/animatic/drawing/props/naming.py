"""From the name of a thing to what is drawn for it: which drawing, how many, in which colour.

A name is looked up by its head word ("glass of whiskey" is a glass, "car keys" are keys), two words together before
one; its colour and material words colour the thing, a number or a plural makes several. A word that has no drawing is
drawn as its own ending says ("snowboard" is a board), then as its sort of thing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from generation.providers.animatic.drawing.canvas import mix

from .animals import enter_animals
from .brush import DRAWINGS, Drawing
from .eras import VARIANTS, era_of

# fmt: off
COLOURS: dict[str, str] = {
    "red": "#c43b34", "scarlet": "#cf2f2a", "crimson": "#a3222f", "blue": "#3a6fb5", "navy": "#27406e",
    "green": "#4a8a4f", "emerald": "#2f9a6a", "jade": "#4fa582", "yellow": "#e8c23c", "orange": "#e5812e",
    "purple": "#7a4f9e", "violet": "#7f55b0", "pink": "#e38aa8", "white": "#f1eee6", "black": "#2c2a33",
    "grey": "#8b9098", "gray": "#8b9098", "brown": "#7d5233", "beige": "#d6c3a0", "cream": "#efe4c8",
    "turquoise": "#3fa9a5", "teal": "#2f8482", "golden": "#d9ac45", "gold": "#d9ac45", "silver": "#b9c2ca",
    "brass": "#cfa148", "bronze": "#a9743c", "copper": "#bb6f46", "iron": "#565b64", "steel": "#a9b4bd",
    "rusty": "#8f5236", "wooden": "#99683c", "leather": "#7b4a2d", "crystal": "#c6e6ef", "ruby": "#b0203c",
    "sapphire": "#2f57b8", "ivory": "#efe6d2", "stone": "#8f8c86", "velvet": "#6d2440", "amber": "#d98f2b",
    "maroon": "#6f2430", "tin": "#aab0b2", "porcelain": "#eef0ee", "lavender": "#a999c9", "lilac": "#b79fcb",
    "magenta": "#b23a86",
    "indigo": "#3f3f80", "khaki": "#a3936a", "olive": "#6d6e3c", "mint": "#9fd0b3", "coral": "#e9806a",
    "burgundy": "#6e2236",
    "tan": "#bd976a", "charcoal": "#43454d", "lime": "#9cbf4a", "cyan": "#4fb3c4", "sky": "#7fb4dc", "peach": "#f0b490",
    "metal": "#a9b4bd", "metallic": "#a9b4bd", "chrome": "#cfd6dc", "marble": "#e6e3dc", "clay": "#b5694a",
    "ceramic": "#e3dccb",
    "terracotta": "#b5653f", "bamboo": "#c9b06a", "straw": "#d9bd78", "wicker": "#b98a4f", "cardboard": "#b98f5f",
    "denim": "#4a6a92",
    "mahogany": "#6a2f24", "oak": "#a97a48", "ebony": "#2f2622", "concrete": "#a3a19c", "diamond": "#cfeaf4",
    "pewter": "#8d949a",
    "bone": "#e9e2cc", "obsidian": "#25232e", "plastic": "#d5d9dc", "bloody": "#8e1822",
}
_SHADES = {"dark": ("#15131f", 0.4), "deep": ("#15131f", 0.28), "light": ("#ffffff", 0.4), "pale": ("#fbf6ec", 0.5),
    "bright": ("#ffffff", 0.08),
           "faded": ("#a9a49c", 0.35), "dusty": ("#a9998c", 0.3)}
_NUMBERS = {
    "two": 2, "pair": 2, "couple": 2, "both": 2, "three": 3, "four": 4, "five": 5, "six": 5, "seven": 5, "eight": 5,
    "nine": 5, "ten": 5,
    "several": 3, "many": 5, "some": 3, "few": 3, "stack": 3, "pile": 5, "heap": 5, "dozen": 5, "dozens": 5,
    "hundreds": 5, "row": 4, "bunch": 3,
    "set": 3, "collection": 4, "group": 3,
}
_IRREGULAR = {
    "knives": "knife", "leaves": "leaf", "loaves": "loaf", "wolves": "wolf", "mice": "mouse", "keys": "key",
    "geese": "goose",
    "watches": "watch", "boxes": "box", "brushes": "brush", "torches": "torch", "matches": "match", "fishes": "fish",
    "sheep": "sheep",
    "glasses": "glass", "dresses": "dress", "compass": "compass", "canvas": "canvas", "shelves": "shelf",
    "scarves": "scarf",
    "potatoes": "potato", "tomatoes": "tomato", "cherries": "cherry", "teeth": "tooth", "feet": "foot",
    "dice": "dice", "axes": "axe",
    "buses": "bus", "lens": "lens", "cactus": "cactus", "children": "child",
}
# fmt: on
_JOINTS = re.compile(
    r"\b(?:of|with|in|inside|on|from|for|under|full|filled|containing|that|which|and|behind|near|beside|by|to|at)\b"
)
_ONE_BY_NATURE = frozenset(
    {"eyeglasses", "shoe", "coin", "scissors", "headphones", "pencil", "card", "dice", "binoculars", "grapes",
        "cherry", "blocks", "handcuffs",
     "popcorn", "trousers", "skis", "campfire", "bouquet", "sock", "jewel", "pill", "log", "bush", "strawberry",
     "potato", "nut", "high heel",
     "sneaker", "chain", "cutlery"}
)  # fmt: skip
"""Drawings that already show several, or a pair."""

_PILES = {"book": "pile of books", "note": "pile of papers", "letter": "pile of letters",
    "newspaper": "pile of papers", "plate": "pile of plates",
          "box": "pile of boxes", "parcel": "pile of boxes", "crate": "pile of boxes",
          "folder": "pile of papers"}  # fmt: skip
_HEAPS = frozenset({"pile", "stack", "heap", "tower", "mountain"})

_SORTS: dict[str, str] = {
    "bottle": "vial vessel canister thermos ampoule carafe flagon",
    "box": "container coffer caddy tub kit",
    "jar": "tin-jar cookie-tin canister",
    "note": "paperwork memo receipt bill-of-sale essay letterhead deed diploma leaflet flyer pamphlet brochure",
    "book": "textbook cookbook guidebook atlas dictionary encyclopedia grimoire almanac comic paperback",
    "wrench": "implement instrument utensil gadget-tool crowbar lever clamp",
    "plate": "snack treat lunch feast banquet dumpling dumplings sushi taco curry omelette",
    "apple": "plum apricot nectarine kiwi pomegranate lychee",
    "plant": "herb vine ivy moss basil weed orchid-plant",
    "coat": "clothing clothes garment outfit attire apparel laundry parka poncho kimono waistcoat cardigan",
    "car": "jeep suv sedan hatchback roadster racecar limousine buggy",
    "truck": "bulldozer digger excavator crane forklift harvester",
    "gear": "machinery apparatus appliance mechanism turbine motor reactor",
    "jewel": "gemstone topaz opal amethyst jewellery jewelry treasure-stone",
    "ring": "jewellery-ring signet",
    "gun": "firearm sidearm derringer",
    "sword": "scimitar broadsword longsword lightsaber",
    "hat": "beret bonnet fez turban sombrero",
    "shoe": "footwear clog loafer moccasin",
    "teddy": "plushie plaything",
    "painting": "print mural photograph-frame tapestry",
    "key": "keycard-key latchkey",
    "lamp": "lighting spotlight sconce",
    "statue": "monument gargoyle totem relic artefact artifact",
    "potion": "chemical acid solution venom antidote sample specimen",
    "flag": "ensign standard",
    "bucket": "trough barrel-tub trash rubbish garbage",
    "tablet": "touchscreen kindle",
    "crystal ball": "amulet-orb",
}  # fmt: skip
"""Sorts of things by a drawing that stands for them, for words that have none of their own."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a name asks for; `drawing` is None when nobody knows such a thing."""

    drawing: Drawing | None
    count: int
    accent: str
    words: frozenset[str]
    era: str = ""


@lru_cache(maxsize=1024)
def wanted(name: str, era: str = "") -> Wanted:
    """Return what `name` asks for in a film of an `era` (any words; "" for none)."""
    _enter()
    parts = [
        re.findall(r"[a-z]+(?:'[a-z]+)?", part) for part in _JOINTS.split(re.sub(r"'s\b(?! bag)", "", name.casefold()))
    ]
    spoken = re.findall(r"[a-z]+(?:'[a-z]+)?", name.casefold())
    phrase = next((" ".join(spoken[-length:]) for length in (5, 4, 3) if " ".join(spoken[-length:]) in DRAWINGS), "")
    if phrase:
        parts = [[*spoken[: -len(phrase.split())], phrase]]
    words = frozenset(word for part in (*parts, spoken) for word in (*part, *map(singular, part)))
    when = era_of(name, era)
    for part in parts:
        found = _head(part)
        if found:
            word, drawing, plural, used = found
            accent = _accent(parts, used)
            newer = VARIANTS.get(word, {}).get(when, "")
            drawing = DRAWINGS.get(newer, drawing)
            said = [_NUMBERS[each] for each in words if each in _NUMBERS]
            if _HEAPS & words and drawing.word in _PILES:
                return Wanted(DRAWINGS[_PILES[drawing.word]], 1, accent, words, when)
            count = 1 if drawing.word in _ONE_BY_NATURE else max(said) if said else 3 if plural else 1
            return Wanted(drawing, count, accent, words | set(newer.split()), when)
    return Wanted(None, 1, _accent(parts, ()), words, when)


@lru_cache(maxsize=1)
def _enter() -> None:
    enter_animals()
    for word, listed in _SORTS.items():
        for other in listed.split():
            DRAWINGS.setdefault(other, DRAWINGS[word])


def _accent(parts: list[list[str]], used: tuple[str, ...]) -> str:
    """Return the colour that the words before the thing give it; a word that is the thing itself is no colour."""
    words = [word for part in parts for word in part]
    colour = next((COLOURS[word] for word in words if word in COLOURS and word not in used), "")
    for word in words if colour else ():
        if word in _SHADES:
            colour = mix(colour, *_SHADES[word])
    return colour


def _head(words: list[str]) -> tuple[str, Drawing, bool, tuple[str, ...]] | None:
    """Return the last words with a drawing, that drawing, whether they are a plural, and the words as they stood."""
    for end in range(len(words), 0, -1):
        for length in (3, 2, 1):
            if end < length:
                continue
            *before, last = words[end - length : end]
            for form in (last, singular(last)):
                word = " ".join([*before, form])
                drawing = DRAWINGS.get(word)
                if drawing and not (length == 1 and form in COLOURS and end < len(words)):
                    return word, drawing, form != last, (*before, form, last)
        ending = _ending(singular(words[end - 1])) if end == len(words) else None
        if ending:
            return ending, DRAWINGS[ending], singular(words[end - 1]) != words[end - 1], (words[end - 1],)
    return None


_SHORT_ENDINGS = frozenset({"bag", "box", "pot", "jar", "gun", "bus", "pen", "hat", "cup", "car", "bell", "ring"})


def _ending(word: str) -> str | None:
    """Return the thing that a compound ends with: "snowboard" is a board, "mailbag" a bag."""
    for start in range(3, len(word) - 2):
        tail = word[start:]
        if tail in DRAWINGS and (len(tail) > 4 or tail in _SHORT_ENDINGS or (len(tail) == 4 and start > 3)):
            return tail
    return None


def singular(word: str) -> str:
    """Return a noun's singular."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word in DRAWINGS:
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-1] if word[:-1] in DRAWINGS else word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us")) else word
