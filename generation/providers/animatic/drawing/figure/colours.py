"""Colour words as people write them in descriptions ("dark navy", "faded red leather") and the colours they mean."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence

from generation.providers.animatic.drawing.canvas import channels, mix

NAMED: dict[str, str] = {
    "black": "#26242b", "white": "#f1ede4", "grey": "#8b8f96", "gray": "#8b8f96", "charcoal": "#43454d",
    "silver": "#b9bfc7", "slate": "#5d6876", "ash": "#a3a39c", "red": "#c23b36", "crimson": "#a62639",
    "scarlet": "#cf352e", "burgundy": "#6e2236", "maroon": "#6b2530", "wine": "#6e2236", "ruby": "#b0203f",
    "rust": "#a5502f", "brick": "#9c4a3c", "coral": "#e9806a", "salmon": "#e8957f", "pink": "#e297ad",
    "rose": "#d77a8f", "magenta": "#b23a86", "fuchsia": "#c33c8c", "purple": "#70488f", "violet": "#7a57a8",
    "lavender": "#a999c9", "lilac": "#b79fcb", "mauve": "#99768f", "plum": "#5f3358", "indigo": "#3f3f80",
    "blue": "#3f6ea8", "navy": "#27375c", "azure": "#4d95cf", "sky": "#7fb4dc", "cobalt": "#2f55a4",
    "royal": "#344fa3", "denim": "#4a6a92", "teal": "#2f7f80", "turquoise": "#3fa8a3", "cyan": "#4fb3c4",
    "aqua": "#5cb8b8", "mint": "#9fd0b3", "green": "#4c8556", "olive": "#6d6e3c", "emerald": "#2c8a5f",
    "forest": "#2f5a41", "sage": "#93a585", "lime": "#9cbf4a", "khaki": "#a3936a", "yellow": "#e3b53f",
    "gold": "#d2a443", "golden": "#d2a443", "mustard": "#c9982f", "amber": "#d8943a", "orange": "#dd7d3a",
    "peach": "#f0b490", "apricot": "#eeb07a", "copper": "#b26a3f", "bronze": "#97693f", "brown": "#6f4b34",
    "chocolate": "#4f3426", "chestnut": "#7a4630", "camel": "#b98c5a", "tan": "#bd976a", "beige": "#d4c0a0",
    "sand": "#cdb48a", "cream": "#efe3c8", "ivory": "#f2ead8", "leather": "#6a4632", "straw": "#d9bd78",
    "tweed": "#85735c", "blonde": "#d9b36a", "jade": "#4d9a7c", "steel": "#7f8a96", "bloodred": "#8a1f26",
}  # fmt: skip
"""Muted rather than pure: these sit together under one light."""

_SHADES: dict[str, tuple[str, float]] = {
    "dark": ("#15131f", 0.42), "deep": ("#15131f", 0.3), "midnight": ("#0c1024", 0.5), "light": ("#ffffff", 0.42),
    "pale": ("#fbf6ec", 0.52), "pastel": ("#ffffff", 0.48), "soft": ("#f4ece0", 0.25), "faded": ("#a9a49c", 0.35),
    "worn": ("#8a8078", 0.22), "dirty": ("#6e6252", 0.3), "dusty": ("#a9998c", 0.32),
}  # fmt: skip
_VIVID = {"bright", "vivid", "neon", "hot", "electric", "brilliant"}
_WORD = re.compile(r"[a-z]+")


def words_of(text: object) -> list[str]:
    """Return the lower-case words of whatever was written."""
    return _WORD.findall(str(text or "").lower())


def colour_of(phrase: str) -> str | None:
    """Return the colour that a phrase names with its adjectives, or None when it names none."""
    words = words_of(phrase)
    named = [word for word in words if word in NAMED]
    if not named:
        return None
    colour = NAMED[named[0]]
    for word in words:
        if word in _SHADES:
            colour = mix(colour, *_SHADES[word])
    return vivid(colour) if _VIVID.intersection(words) else colour


def vivid(colour: str, share: float = 0.45) -> str:
    """Return a stronger version of a colour: further from its own grey."""
    parts = channels(colour)
    grey = sum(parts) / 3
    return "#" + "".join(f"{round(min(255, max(0, part + (part - grey) * share + 12))):02x}" for part in parts)


def luminance(colour: str) -> float:
    """Return how light a colour looks, 0 to 1."""
    red, green, blue = channels(colour)
    return (0.3 * red + 0.59 * green + 0.11 * blue) / 255


def darker(colour: str, share: float = 0.28) -> str:
    """Return the colour in its own shade: towards a deep violet, which keeps it from going grey."""
    return mix(colour, "#14122a", share)


def lighter(colour: str, share: float = 0.14) -> str:
    """Return the colour in the light."""
    return mix(colour, "#fff4e0", share)


def pick(seed: str, choices: Sequence[str]) -> str:
    """Return one of `choices`, always the same for the same `seed`."""
    return choices[int.from_bytes(hashlib.sha256(seed.encode()).digest()[:4], "big") % len(choices)]
