"""Dresses people: skin, hair, clothes and features that fit age, sex, trade and era, no two alike in one film."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random

from .words import lexicon, words_of

COLOURS = (
    "navy blue",
    "burgundy",
    "forest green",
    "mustard yellow",
    "charcoal grey",
    "rust orange",
    "teal",
    "plum",
    "cream",
    "brown",
    "sky blue",
    "olive green",
    "black",
    "crimson red",
)
SKINS = ("fair", "light", "tan", "olive", "brown", "dark brown")
BUILDS = ("average", "slim", "tall", "heavy", "average", "short")
HAIR_COLOURS = ("dark brown", "black", "blond", "auburn", "brown", "red")
HAIR = {
    "male": ("short {}", "neat {}", "curly {}", "wavy {}", "cropped {}", "tousled {}"),
    "female": ("long {}", "{} bun", "shoulder-length {}", "curly {}", "short {}", "{} braid"),
}
ELDER_HAIR = {"male": ("white", "thin grey", "bald", "silver"), "female": ("silver bun", "white curly", "long grey")}
FACES = {
    "male": ("stubble", "moustache", "square jaw", "short beard", "thick eyebrows", "glasses"),
    "female": ("freckles", "round cheeks", "high cheekbones", "glasses", "dark lashes", "dimples"),
}
SKIN_BY_CULTURE = {
    "japanese": ("light",),
    "indian": ("brown", "dark brown"),
    "arabic": ("olive", "tan"),
    "spanish": ("tan", "olive"),
    "italian": ("olive", "tan"),
}
# What people wear who do nothing in particular: by era, then sex. "{}" is a colour nobody else wears.
CLOTHES: dict[str, dict[str, tuple[str, ...]]] = {
    "present": {
        "male": (
            "{} jacket, white shirt",
            "{} sweater",
            "{} hooded sweater",
            "{} coat, scarf",
            "{} shirt, open collar",
        ),
        "female": ("{} dress", "{} coat, white blouse", "{} sweater", "{} jacket, white shirt", "{} cardigan, skirt"),
    },
    "1940s": {
        "male": ("{} suit, white shirt, tie", "{} overcoat, grey hat", "{} jacket, vest", "{} suit, bow tie"),
        "female": ("{} evening dress", "{} suit, small hat", "{} coat, white gloves", "{} dress, pearl necklace"),
    },
    "medieval": {
        "male": ("{} tunic, leather belt", "{} cloak, linen shirt", "{} robe", "{} vest, linen shirt"),
        "female": ("{} gown", "{} dress, white apron", "{} cloak, linen dress", "{} robe"),
    },
    "1880s": {
        "male": ("{} shirt, brown vest", "{} coat, neckerchief", "{} vest, white shirt", "{} shirt, suspenders"),
        "female": ("{} long dress", "{} dress, white apron", "{} shawl, long skirt", "{} coat, bonnet"),
    },
    "future": {
        "male": ("{} jumpsuit", "{} uniform", "{} vest, white jumpsuit", "{} jacket, high collar"),
        "female": ("{} jumpsuit", "{} uniform", "{} jacket, high collar", "{} tunic"),
    },
}
ERAS = {
    "victorian": "1880s",
    "18th century": "1880s",
    "ancient": "medieval",
    "prehistoric": "medieval",
    "1920s": "1940s",
    "1930s": "1940s",
    "1950s": "1940s",
    "1960s": "1940s",
}
SPECIES = {
    "fox": "orange",
    "bear": "brown",
    "owl": "brown",
    "mouse": "grey",
    "rabbit": "white",
    "hare": "brown",
    "cat": "grey",
    "dog": "brown",
    "wolf": "grey",
    "badger": "black and white",
    "penguin": "black and white",
    "hedgehog": "brown",
    "frog": "green",
    "dragon": "green",
    "squirrel": "red brown",
    "lion": "golden",
    "moth": "pale grey",
    "robot": "steel grey",
    "android": "white",
    "ghost": "pale white",
    "alien": "pale green",
    "vampire": "very pale",
    "whale": "dark blue",
    "goose": "white",
    "crow": "black",
    "magpie": "black and white",
    "pigeon": "grey",
    "gull": "white",
    "seagull": "white",
    "duck": "yellow",
    "hen": "brown",
    "swan": "white",
    "elephant": "grey",
    "pig": "pink",
    "sheep": "white",
    "goat": "white",
    "mole": "black",
    "raven": "black",
    "snowman": "white",
}
# Garments that are worn in the same place: a green hat takes the place of a cap.
SAME_PLACE = dict.fromkeys(words_of("grammar", "sets", "dressing_hats"), "hat") | (
    dict.fromkeys(words_of("grammar", "sets", "dressing_scarves"), "scarf")
)
BALD = words_of("grammar", "sets", "dressing_bald")
FEATHERED = words_of("grammar", "sets", "dressing_feathered")
MAIN_GARMENTS = words_of("grammar", "sets", "dressing_main_garments")


@dataclass(slots=True)
class Wardrobe:
    """What is already worn in this film, so that the next person looks different."""

    era: str
    colours: list[str]
    used: set[str] = field(default_factory=set)
    hair: set[str] = field(default_factory=set)

    def colour(self) -> str:
        """Return the next colour nobody wears yet; after the last they start again."""
        self.colours.append(self.colours[0])
        return self.colours.pop(0)


def wardrobe(era: str, source: Random, taken: Sequence[str]) -> Wardrobe:
    """Return a wardrobe for an era whose colours avoid those already worn."""
    worn = " ".join(taken)
    colours = list(COLOURS)
    source.shuffle(colours)
    colours.sort(key=lambda colour: colour in worn or colour.split()[-1] in worn)
    return Wardrobe(ERAS.get(era, era if era in CLOTHES else "present"), colours)


def clothes(given: Sequence[str], role: str, sex: str, rack: Wardrobe, source: Random) -> str:
    """Return what somebody wears: what the text says, then what their trade wears, then what the era does."""
    last = role.split()[-1] if role else ""
    table: dict[str, str] = lexicon("people")["roles"]
    usual = str(table.get(role.replace(" ", "-"), "") or table.get(last, ""))
    if any(phrase.split()[-1] in MAIN_GARMENTS for phrase in given):
        return _unlike(", ".join(given), rack)
    if last in words_of("people", "animals", "words"):
        return _unlike(", ".join(given) or f"{rack.colour()} scarf", rack)
    base = usual or source.choice(CLOTHES[rack.era][sex or "male"]).format(rack.colour())
    if any(phrase.endswith("tie") for phrase in given):
        base = f"{rack.colour()} suit, white shirt"
    if usual and usual in rack.used:
        base = f"{rack.colour()} {usual.split(', ')[0].split()[-1]}, {', '.join(usual.split(', ')[1:]) or 'scarf'}"
    said = {SAME_PLACE.get(phrase.split()[-1], phrase.split()[-1]) for phrase in given}
    others = [part for part in base.split(", ") if SAME_PLACE.get(part.split()[-1], part.split()[-1]) not in said]
    return _unlike(", ".join([*given, *others]), rack)


def _unlike(worn: str, rack: Wardrobe) -> str:
    """Add a scarf in a free colour to what somebody else wears already."""
    while worn in rack.used:
        worn = f"{worn}, {rack.colour()} scarf"
    rack.used.add(worn)
    return worn


def hair_of(given: str, role: str, sex: str, age: str, rack: Wardrobe, source: Random) -> str:
    """Return somebody's hair; what the text says comes first."""
    if given:
        return given
    species = role.split()[-1] if role else ""
    if species in SPECIES or species in words_of("people", "animals", "words"):
        coat = "feathers" if species in FEATHERED else "fur"
        return "bald" if species in BALD else f"{SPECIES.get(species, 'brown')} {coat}"
    if age == "elder":
        options = list(ELDER_HAIR[sex or "male"])
    else:
        options = [style.format(colour) for style in HAIR[sex or "male"] for colour in HAIR_COLOURS]
    source.shuffle(options)
    chosen = next((style for style in options if style not in rack.hair), options[0])
    rack.hair.add(chosen)
    return chosen


def features_of(given: Sequence[str], role: str, sex: str, age: str, source: Random) -> str:
    """Return somebody's features; every face gets at least one."""
    found = list(given)
    species = role.split()[-1] if role else ""
    creature = species in SPECIES or species in words_of("people", "animals", "words")
    if creature:
        found.insert(0, species)
    if age == "elder" and not creature:
        found.append("wrinkles")
    if not found:
        found.append("freckles" if age == "child" else source.choice(FACES[sex or "male"]))
    return ", ".join(dict.fromkeys(found))
