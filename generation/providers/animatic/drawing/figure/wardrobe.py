"""Words to clothes: a phrase such as "grey trench coat, white shirt and a red scarf" becomes an outfit to draw."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from .colours import NAMED, colour_of, darker, luminance, pick, words_of
from .looks import body_words


@dataclass(frozen=True, slots=True)
class Garment:
    """One piece of clothing. `hem` is how far down the legs it reaches, 0 (hip) to 1 (ankle)."""

    kind: str
    colour: str
    hem: float = 0.0
    pattern: str = ""


@dataclass(frozen=True, slots=True)
class Outfit:
    """All that a person wears. Colours stand for small things that have no other choice."""

    top: Garment
    trousers: Garment
    shoes: Garment
    outer: Garment | None = None
    dress: Garment | None = None
    vest: Garment | None = None
    hat: Garment | None = None
    tie: str | None = None
    bow: str | None = None
    scarf: str | None = None
    apron: str | None = None
    belt: str | None = None
    gloves: str | None = None
    pearls: str | None = None
    cape: str | None = None
    bib: str | None = None
    badge: bool = False

    @property
    def sleeve(self) -> str:
        """The colour of the arms."""
        return self._arms().colour

    @property
    def bare_arms(self) -> bool:
        """Whether the arms show below the shoulder."""
        return self._arms().kind in {"tshirt", "tank", "sundress", "gown"}

    def _arms(self) -> Garment:
        if self.outer and self.outer.kind != "vest":
            return self.outer
        return self.dress or self.top


@dataclass(frozen=True, slots=True)
class _Meaning:
    part: str
    kind: str
    colour: str = ""
    hem: float = 0.0


_M = _Meaning
GARMENTS: dict[str, _Meaning] = {
    "trench coat": _M("outer", "trench", "camel", 0.5), "trenchcoat": _M("outer", "trench", "camel", 0.5),
    "lab coat": _M("outer", "labcoat", "white", 0.48), "labcoat": _M("outer", "labcoat", "white", 0.48),
    "overcoat": _M("outer", "coat", "charcoal", 0.5), "greatcoat": _M("outer", "coat", "charcoal", 0.6),
    "raincoat": _M("outer", "coat", "yellow", 0.45), "fur coat": _M("outer", "fur", "tan", 0.45),
    "coat": _M("outer", "coat", "", 0.5), "duster": _M("outer", "coat", "brown", 0.6),
    "parka": _M("outer", "coat", "olive", 0.25), "peacoat": _M("outer", "coat", "navy", 0.2),
    "anorak": _M("outer", "coat", "orange", 0.15), "jacket": _M("outer", "jacket", "", 0.06),
    "blazer": _M("outer", "suit", "navy", 0.1), "tuxedo": _M("outer", "suit", "black", 0.1),
    "tailcoat": _M("outer", "suit", "black", 0.3), "suit": _M("outer", "suit", "charcoal", 0.1),
    "waistcoat": _M("vest", "vest"), "vest": _M("vest", "vest"), "cardigan": _M("outer", "cardigan", "", 0.06),
    "bathrobe": _M("outer", "robe", "cream", 0.75), "dressing gown": _M("outer", "robe", "burgundy", 0.75),
    "kimono": _M("dress", "kimono", "indigo", 0.92), "yukata": _M("dress", "kimono", "indigo", 0.92),
    "robes": _M("dress", "habit", "", 0.93), "robe": _M("dress", "habit", "", 0.93),
    "cassock": _M("dress", "habit", "black", 0.93), "habit": _M("dress", "habit", "black", 0.93),
    "toga": _M("dress", "habit", "white", 0.85), "tunic": _M("dress", "tunic", "", 0.3),
    "cloak": _M("cape", "cape"), "cape": _M("cape", "cape", "red"), "poncho": _M("cape", "cape", "rust"),
    "shawl": _M("scarf", "scarf"), "scarf": _M("scarf", "scarf", "red"), "bandana": _M("scarf", "scarf", "red"),
    "neckerchief": _M("scarf", "scarf", "red"), "evening gown": _M("dress", "gown", "", 0.95),
    "wedding dress": _M("dress", "gown", "ivory", 0.95), "ball gown": _M("dress", "gown", "", 0.95),
    "gown": _M("dress", "gown", "", 0.95), "nightgown": _M("dress", "dress", "cream", 0.8),
    "sundress": _M("dress", "sundress", "", 0.5), "minidress": _M("dress", "dress", "", 0.35),
    "long dress": _M("dress", "dress", "", 0.92), "dress": _M("dress", "dress", "", 0.56),
    "frock": _M("dress", "dress", "", 0.56), "sari": _M("dress", "gown", "magenta", 0.95),
    "t-shirt": _M("top", "tshirt"), "tshirt": _M("top", "tshirt"), "tee": _M("top", "tshirt"),
    "tank top": _M("top", "tank"), "undershirt": _M("top", "tank", "white"), "sweatshirt": _M("top", "sweater"),
    "sweater": _M("top", "sweater"), "jumper": _M("top", "sweater"), "pullover": _M("top", "sweater"),
    "turtleneck": _M("top", "turtleneck"), "polo": _M("top", "shirt"), "hoodie": _M("top", "hoodie"),
    "blouse": _M("top", "blouse", "cream"), "shirt": _M("top", "shirt", "white"), "top": _M("top", "sweater"),
    "pyjamas": _M("suit", "pyjamas", "sky"), "pajamas": _M("suit", "pyjamas", "sky"),
    "overalls": _M("bib", "bib", "denim"), "dungarees": _M("bib", "bib", "denim"),
    "jumpsuit": _M("suit", "jumpsuit", "orange"), "spacesuit": _M("suit", "spacesuit", "white"),
    "space suit": _M("suit", "spacesuit", "white"), "tracksuit": _M("suit", "jumpsuit", "navy"),
    "scrubs": _M("suit", "tshirt", "teal"), "uniform": _M("suit", "uniform", "navy"),
    "fatigues": _M("suit", "uniform", "olive"), "armour": _M("suit", "armour", "steel"),
    "armor": _M("suit", "armour", "steel"), "chainmail": _M("suit", "armour", "steel"),
    "breastplate": _M("suit", "armour", "steel"), "swimsuit": _M("dress", "sundress", "", 0.08),
    "miniskirt": _M("skirt", "skirt", "", 0.3), "long skirt": _M("skirt", "skirt", "", 0.9),
    "skirt": _M("skirt", "skirt", "", 0.52), "kilt": _M("skirt", "skirt", "green", 0.42),
    "jeans": _M("trousers", "jeans", "denim"), "shorts": _M("trousers", "shorts"),
    "trousers": _M("trousers", "trousers"), "pants": _M("trousers", "trousers"), "slacks": _M("trousers", "trousers"),
    "leggings": _M("trousers", "trousers", "black"), "chinos": _M("trousers", "trousers", "khaki"),
    "boots": _M("shoes", "boots", "brown"), "wellingtons": _M("shoes", "boots", "green"),
    "sneakers": _M("shoes", "sneakers", "white"), "trainers": _M("shoes", "sneakers", "white"),
    "sandals": _M("shoes", "sandals", "brown"), "heels": _M("shoes", "heels", "black"),
    "barefoot": _M("shoes", "bare"), "slippers": _M("shoes", "shoes", "burgundy"), "shoes": _M("shoes", "shoes"),
    "bow tie": _M("bow", "bow", "black"), "bowtie": _M("bow", "bow", "black"), "necktie": _M("tie", "tie", "burgundy"),
    "tie": _M("tie", "tie", "burgundy"), "apron": _M("apron", "apron", "cream"), "belt": _M("belt", "belt", "brown"),
    "gloves": _M("gloves", "gloves", "brown"), "mittens": _M("gloves", "gloves", "red"),
    "pearls": _M("pearls", "pearls", "ivory"), "necklace": _M("pearls", "pearls", "gold"),
    "badge": _M("badge", "badge"), "police cap": _M("hat", "officer", "navy"),
    "officer": _M("hat", "officer", "navy"), "captain": _M("hat", "officer", "navy"),
    "sailor": _M("hat", "sailor", "white"), "top hat": _M("hat", "tophat", "black"),
    "bowler": _M("hat", "bowler", "black"), "derby": _M("hat", "bowler", "black"),
    "fedora": _M("hat", "fedora", "charcoal"), "trilby": _M("hat", "fedora", "brown"),
    "cowboy hat": _M("hat", "cowboy", "brown"), "stetson": _M("hat", "cowboy", "brown"),
    "straw hat": _M("hat", "sunhat", "straw"), "sun hat": _M("hat", "sunhat", "straw"),
    "witch hat": _M("hat", "wizard", "black"), "wizard hat": _M("hat", "wizard", "indigo"),
    "pointed hat": _M("hat", "wizard", "indigo"), "hard hat": _M("hat", "helmet", "yellow"),
    "chef": _M("hat", "chef", "white"), "hat": _M("hat", "fedora"), "flat cap": _M("hat", "flatcap", "tweed"),
    "newsboy": _M("hat", "flatcap", "tweed"), "beret": _M("hat", "beret", "red"), "cap": _M("hat", "cap"),
    "beanie": _M("hat", "beanie"), "woolly hat": _M("hat", "beanie"), "bobble hat": _M("hat", "beanie"),
    "headscarf": _M("hat", "veil"), "hijab": _M("hat", "veil"), "veil": _M("hat", "veil", "white"),
    "turban": _M("hat", "turban", "orange"), "hood": _M("hat", "hood"), "hooded": _M("hat", "hood"),
    "helmet": _M("hat", "helmet", "steel"), "crown": _M("hat", "crown", "gold"),
    "tiara": _M("hat", "tiara", "silver"), "headband": _M("hat", "band", "red"), "bonnet": _M("hat", "veil", "white"),
}  # fmt: skip
"""Words for clothes, longest first when they are looked for. A colour is what the thing has when none is said."""

_LONGEST = sorted(GARMENTS, key=len, reverse=True)
_FINDERS = {word: re.compile(rf"\b{re.escape(word)}(?:es|s)?\b") for word in _LONGEST}
_PHRASES = re.compile(r"[,;.]|\band\b|\bwith\b|\bover\b|\bunder\b|\bbeneath\b")
_PATTERNS = {
    "striped": "stripes", "stripes": "stripes", "pinstripe": "pinstripe", "pinstriped": "pinstripe",
    "plaid": "plaid", "checked": "plaid",
    "chequered": "plaid", "flannel": "plaid", "tartan": "plaid", "floral": "dots", "flowered": "dots",
    "polka": "dots", "dotted": "dots", "spotted": "dots", "flowery": "dots", "patterned": "dots",
}  # fmt: skip
_TOPS = ("#3f6f80", "#8a4b4b", "#5b7a55", "#c98b3f", "#54618f", "#7d5a80", "#c2b49a", "#4f5a63")
_TROUSERS = ("#33405c", "#3d3a3c", "#5a4a3a", "#46505a", "#4f5340")
_SHOES = ("#2a2424", "#4a2f24", "#3a3338")


def outfit_of(entry: Mapping[str, Any], *, sex: str, age: str) -> Outfit:
    """Return the outfit that a cast entry describes; pieces it leaves out follow from the person."""
    said = _said(str(entry.get("wears") or "").lower())
    seed = body_words(entry, leave_out="wears")
    outfit = _basics(seed, sex=sex, age=age, bare=not said)
    shown = _palette(seed)
    for meaning, phrase in said:
        colour = colour_of(phrase) or NAMED.get(meaning.colour) or pick(seed + meaning.kind, shown)
        outfit = _put_on(outfit, meaning, colour, _pattern(phrase))
    return _matched(outfit, {meaning.part for meaning, _ in said})


def parts_of(wears: str) -> set[str]:
    """Return the parts of an outfit that words mention: outer, top, dress, hat and so on."""
    return {meaning.part for meaning, _ in _said(wears.lower())}


def _said(text: str) -> list[tuple[_Meaning, str]]:
    found: list[tuple[_Meaning, str]] = []
    for phrase in _PHRASES.split(text):
        rest = phrase
        for word in _LONGEST:
            if _FINDERS[word].search(rest):
                rest = _FINDERS[word].sub(" ", rest)
                found.append((GARMENTS[word], phrase))
    # Whole suits first, so that the single pieces that were named replace parts of them.
    return sorted(found, key=lambda item: item[0].part != "suit")


def _palette(seed: str) -> tuple[str, ...]:
    turn = int(pick(seed + "turn", "01234567"))
    return _TOPS[turn:] + _TOPS[:turn]


def _basics(seed: str, *, sex: str, age: str, bare: bool) -> Outfit:
    top = Garment(pick(seed + "top", ("shirt", "sweater", "tshirt")), pick(seed + "colour", _TOPS))
    outfit = Outfit(
        top=top,
        trousers=Garment("trousers", pick(seed + "legs", _TROUSERS)),
        shoes=Garment("shoes", pick(seed + "feet", _SHOES)),
    )
    wants_dress = sex == "female" and pick(seed + "dress", "0123") in ("03" if age in {"adult", "teen"} else "012")
    if bare and wants_dress:
        return replace(outfit, dress=Garment("dress", pick(seed + "colour", _TOPS), 0.56))
    if bare and age == "adult" and pick(seed + "jacket", "012") == "0":
        return replace(outfit, outer=Garment("jacket", pick(seed + "outer", _TROUSERS), 0.06))
    return outfit


def _pattern(phrase: str) -> str:
    return next((_PATTERNS[word] for word in words_of(phrase) if word in _PATTERNS), "")


def _put_on(outfit: Outfit, meaning: _Meaning, colour: str, pattern: str) -> Outfit:
    garment = Garment(meaning.kind, colour, meaning.hem, pattern)
    match meaning.part:
        case "suit":
            legs = Garment("trousers", colour)
            return replace(outfit, top=garment, trousers=legs, badge=meaning.kind == "uniform")
        case "outer" if meaning.kind == "suit":
            return replace(outfit, outer=garment, trousers=Garment("trousers", darker(colour, 0.1)))
        case "skirt":
            return replace(outfit, trousers=replace(garment, kind="skirt"))
        case "bib":
            return replace(outfit, bib=colour, trousers=Garment("trousers", colour))
        case "badge":
            return replace(outfit, badge=True)
        case "top" | "trousers" | "shoes" | "outer" | "dress" | "vest" | "hat":
            pieces: dict[str, Any] = {meaning.part: garment}
            return replace(outfit, **pieces)
        case small:
            colours: dict[str, Any] = {small: colour}
            return replace(outfit, **colours)


def _matched(outfit: Outfit, said: set[str]) -> Outfit:
    """Settle what was not said by what was: a white shirt below a suit, dark shoes below dark cloth."""
    kind = outfit.outer.kind if outfit.outer else ""
    if "top" not in said and "suit" not in said and (kind in {"suit", "labcoat", "trench"} or outfit.tie or outfit.bow):
        outfit = replace(outfit, top=Garment("shirt", NAMED["white"]))
    if outfit.hat and outfit.hat.kind == "hood" and (outfit.cape or outfit.dress):
        outfit = replace(outfit, hat=replace(outfit.hat, colour=outfit.cape or outfit.hat.colour))
    if "shoes" not in said and outfit.dress and luminance(outfit.dress.colour) > 0.62:
        outfit = replace(outfit, shoes=Garment("shoes", darker(outfit.dress.colour, 0.35)))
    return outfit
