"""Which words mean which piece of clothing: the table that a wardrobe is looked up in."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Garment:
    """One piece of clothing. `hem` is how far down the legs it reaches, 0 (hip) to 1 (ankle)."""

    kind: str
    colour: str
    hem: float = 0.0
    pattern: str = ""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a word means: the part of an outfit, the kind of it, its own colour and how far down it reaches."""

    part: str
    kind: str
    colour: str = ""
    hem: float = 0.0


_M = Meaning
GARMENTS: dict[str, Meaning] = {
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
