"""The look of a person as their words describe it: skin, hair, eyes and the marks on a face."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from generation.providers.animatic.drawing.canvas import mix

from .colours import NAMED, colour_of, luminance, pick, words_of

SKINS: dict[str, str] = {
    "porcelain": "#f8e0cf", "white": "#f3d3bb", "pale": "#f5d9c6", "fair": "#f0c8aa", "light": "#ecbf9b",
    "freckled": "#f0c8aa", "pink": "#f2c2ae", "rosy": "#f0bfa8", "ruddy": "#e2a184", "peach": "#f0c3a0",
    "warm": "#dca67d", "medium": "#d8a47a", "beige": "#e0b48d", "golden": "#d9a76f", "olive": "#c79b6e",
    "tan": "#cb9468", "tanned": "#cb9468", "sun": "#c68d60", "bronze": "#b77d52", "caramel": "#b9804f",
    "brown": "#97633f", "hazel": "#a9744c", "dark": "#704629", "deep": "#56331f", "black": "#583722",
    "ebony": "#472a1b", "chocolate": "#6a4028",
}  # fmt: skip
_SKIN_CHOICES = ("fair", "light", "medium", "olive", "tan", "brown", "dark")

HAIR_COLOURS: dict[str, str] = {
    "black": "#231f24", "raven": "#1f1d26", "brown": "#5b3b29", "brunette": "#50342a", "chestnut": "#6f3f28",
    "auburn": "#803c24", "red": "#a9482a", "redhead": "#b4532a", "ginger": "#c0632f", "copper": "#b35c30",
    "blonde": "#dcb76f", "blond": "#dcb76f", "golden": "#d8ab57", "fair": "#dfc086", "sandy": "#c4a16c",
    "platinum": "#ece0c2", "strawberry": "#d2925f", "grey": "#9c9da3", "gray": "#9c9da3", "greying": "#8b8789",
    "silver": "#c4c8cf", "white": "#f0ece4", "salt": "#85858b",
}  # fmt: skip

CUTS: dict[str, str] = {
    "bald": "bald", "shaved": "bald", "hairless": "bald", "balding": "balding", "receding": "balding",
    "thinning": "balding", "buzz": "crop", "buzzcut": "crop", "crew": "crop", "cropped": "crop", "crop": "crop",
    "military": "crop", "afro": "afro", "mohawk": "mohawk", "dreadlocks": "dreads", "dreads": "dreads",
    "locs": "dreads", "cornrows": "crop", "pigtails": "pigtails", "bunches": "pigtails", "braids": "braids",
    "plaits": "braids", "braid": "braid", "braided": "braid", "plait": "braid", "ponytail": "pony", "pony": "pony",
    "bun": "bun", "chignon": "bun", "updo": "bun", "topknot": "bun", "knot": "bun", "tied": "bun", "pinned": "bun",
    "bob": "bob", "chin": "bob", "slicked": "slick", "slick": "slick", "combed": "slick", "pompadour": "slick",
    "quiff": "slick", "messy": "messy", "tousled": "messy", "spiky": "messy", "spiked": "messy", "unkempt": "messy",
    "shaggy": "messy", "wild": "messy", "pixie": "short",
}  # fmt: skip
"""Words that settle the cut alone; length and curl words are weighed together in `_cut`."""

_LONG = {"long", "flowing", "waist", "shoulder", "medium"}
_CURLY = {"curly", "curls", "frizzy", "coiled", "kinky", "ringlets"}
_WAVY = {"wavy", "waves", "wave"}

EYES: dict[str, str] = {
    "blue": "#4f86b5", "green": "#5c8f63", "grey": "#7d8b96", "gray": "#7d8b96", "hazel": "#8b6b3c",
    "amber": "#b57d33", "brown": "#6b4128", "dark": "#3d261c", "black": "#2a1e1c", "violet": "#7a64a8",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Look:
    """A face: colours are "#rrggbb"; `cut` is a word of `CUTS`; `beard` is full, goatee, moustache, stubble or ""."""

    skin: str
    hair: str
    cut: str
    eyes: str
    beard: str
    fringe: bool
    glasses: str
    freckles: bool
    scar: bool
    eyepatch: bool
    wrinkles: bool
    lashes: bool
    lips: str

    @property
    def shadow(self) -> str:
        """The skin in its own shade."""
        return mix(self.skin, "#6f2a2c", 0.27)


def body_words(entry: Mapping[str, Any], *, leave_out: str) -> str:
    """Return the lasting words of a body but one, as the seed of what that one does not say.

    Clothes are left out so that a change of costume is no change of face; the name counts only for
    people of whom nothing else is known, or all of them would be twins.
    """
    lasting = ("sex", "age", "build", "skin", "hair", "features")
    words = [f"{key}={' '.join(words_of(entry.get(key)))}" for key in lasting if key != leave_out]
    if not any(words_of(entry.get(key)) for key in ("skin", "hair", "features", "wears")):
        words.append(f"name={' '.join(words_of(entry.get('name')))}")
    return ";".join([leave_out, *words])


def look_of(entry: Mapping[str, Any], *, sex: str, age: str) -> Look:
    """Return the look that a cast entry describes; what it leaves open follows from the rest of it."""
    features = words_of(entry.get("features"))
    hair_words = words_of(entry.get("hair"))
    skin = _skin(entry)
    return Look(
        skin=skin,
        hair=_hair_colour(entry, skin, age=age),
        cut=_cut(entry, sex=sex, age=age),
        eyes=_eyes(features, skin, seed=body_words(entry, leave_out="eyes")),
        beard=_beard([*features, *hair_words], sex=sex, age=age),
        fringe=bool({"fringe", "bangs"}.intersection(hair_words)),
        glasses=_glasses(features + words_of(entry.get("wears"))),
        freckles=bool({"freckles", "freckled"}.intersection(features + words_of(entry.get("skin")))),
        scar=bool({"scar", "scarred", "scars"}.intersection(features)),
        eyepatch="eyepatch" in features or {"eye", "patch"} <= set(features),
        wrinkles=age == "elder" or bool({"wrinkles", "wrinkled", "weathered", "lined"}.intersection(features)),
        lashes=sex == "female" and age != "child",
        lips=_lips(features, skin, sex=sex),
    )


def _skin(entry: Mapping[str, Any]) -> str:
    words = words_of(entry.get("skin"))
    known = [word for word in words if word in SKINS]
    if known:
        colour = SKINS[known[0]]
        if known[0] in {"dark", "deep", "light"} and len(known) > 1:
            colour = mix(SKINS[known[1]], "#2a150c" if known[0] != "light" else "#f6dcc6", 0.35)
        return colour
    odd = next((NAMED[word] for word in words if word in NAMED), None)
    return odd or SKINS[pick(body_words(entry, leave_out="skin"), _SKIN_CHOICES)]


def _hair_colour(entry: Mapping[str, Any], skin: str, *, age: str) -> str:
    words = words_of(entry.get("hair"))
    colour = next((HAIR_COLOURS[word] for word in words if word in HAIR_COLOURS), None)
    if colour is None:
        colour = next((NAMED[word] for word in words if word in NAMED), None)
    seed = body_words(entry, leave_out="hair")
    if colour is None and age == "elder":
        return HAIR_COLOURS[pick(seed, ("grey", "silver", "white"))]
    if colour is None and "dark" in words:
        return "#33241f"
    if colour is None:
        deep = luminance(skin) < 0.55
        names = ("black", "black", "brown") if deep else ("brown", "chestnut", "black", "auburn", "sandy")
        return HAIR_COLOURS[pick(seed, names)]
    if "dark" in words:
        return mix(colour, "#17121a", 0.42)
    return mix(colour, "#f6e6c6", 0.3) if {"light", "pale"}.intersection(words) else colour


def _cut(entry: Mapping[str, Any], *, sex: str, age: str) -> str:
    words = words_of(entry.get("hair"))
    bold = {"bald", "shaved", "hairless"}.intersection(words)
    if bold:
        return "bald"
    settled = next((CUTS[word] for word in words if word in CUTS), None)
    if settled:
        return settled
    long = bool(_LONG.intersection(words)) or (sex == "female" and "short" not in words)
    if _CURLY.intersection(words):
        return "curly_long" if long else "curly"
    if _WAVY.intersection(words):
        return "wavy" if long else "messy"
    if "short" in words:
        return "bob" if sex == "female" and age != "elder" else "short"
    if _LONG.intersection(words):
        return "long"
    if words and sex != "female":
        return "short"
    choices = {"female": ("bob", "long", "wavy", "pony", "bun"), "male": ("short", "short", "slick", "messy", "crop")}
    return pick(body_words(entry, leave_out="hair") + "cut", choices.get(sex, ("short", "bob", "curly", "messy")))


def _eyes(features: list[str], skin: str, *, seed: str) -> str:
    if "eyes" in features or "eyed" in features:
        named = next((EYES[word] for word in features if word in EYES), None)
        if named:
            return named
    if luminance(skin) < 0.55:
        return EYES["dark"]
    return EYES[pick(seed, ("brown", "brown", "hazel", "green", "blue", "grey"))]


def _beard(words: list[str], *, sex: str, age: str) -> str:
    if age == "child" or sex == "female":
        return ""
    if {"stubble", "unshaven", "shadow", "stubbly"}.intersection(words):
        return "stubble"
    if "goatee" in words:
        return "goatee"
    if {"beard", "bearded", "whiskers"}.intersection(words):
        return "full"
    return "moustache" if {"moustache", "mustache", "mustached", "moustached"}.intersection(words) else ""


def _glasses(words: list[str]) -> str:
    if {"sunglasses", "shades"}.intersection(words):
        return "dark"
    if "monocle" in words:
        return "monocle"
    return "clear" if {"glasses", "spectacles", "bespectacled", "goggles"}.intersection(words) else ""


def _lips(features: list[str], skin: str, *, sex: str) -> str:
    if "lipstick" in features or "lips" in features:
        return mix(skin, colour_of(" ".join(features)) or "#b3243a", 0.75)
    return mix(skin, "#a02c3c", 0.42 if sex == "female" else 0.26)
