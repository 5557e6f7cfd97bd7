"""Dresses people: skin, hair, clothes and features that fit age, sex, trade and era, no two alike in one film."""

from __future__ import annotations

from collections import Counter
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
BUILDS = ("average", "slim", "tall", "heavy", "short")
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
ELDER_FACES = {"male": ("white beard", "glasses", "grey moustache"), "female": ("glasses", "round cheeks")}
CHILD_FACES = ("freckles", "round cheeks", "dimples", "glasses")
CHILD_HAIR = {
    "male": ("short {}", "tousled {}", "curly {}", "cropped {}"),
    "female": ("{} braids", "{} ponytail", "curly {}", "short {}", "long {}"),
}
SKIN_BY_CULTURE = {
    "japanese": ("light",),
    "indian": ("brown", "dark brown"),
    "arabic": ("olive", "tan"),
    "spanish": ("tan", "olive"),
    "italian": ("olive", "tan"),
}
ERAS = {
    "18th century": "18th",
    "prehistoric": "ancient",
    "1900s": "victorian",
    "1910s": "victorian",
    "1930s": "1940s",
    "1950s": "1940s",
    "1970s": "1960s",
    "1990s": "present",
    "2000s": "present",
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
    "monster": "blue",
    "beast": "dark brown",
    "troll": "grey green",
    "goblin": "green",
    "ogre": "green",
    "dormouse": "brown",
    "scarecrow": "straw",
    "skeleton": "bone white",
    "zombie": "grey green",
    "demon": "dark red",
    "puppet": "light",
    "imp": "red",
    "yeti": "white",
    "golem": "clay brown",
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
    """What is already seen in this film, so that the next person looks different."""

    era: str
    colours: list[str]
    used: set[str] = field(default_factory=set)
    seen: Counter[str] = field(default_factory=Counter)

    def colour(self) -> str:
        """Return the next colour nobody wears yet; after the last they start again."""
        self.colours.append(self.colours[0])
        return self.colours.pop(0)

    def rarest(self, options: Sequence[str], source: Random, purpose: str) -> str:
        """Return the option that is seen least in this film, and count it as seen."""
        shuffled = list(options)
        source.shuffle(shuffled)
        chosen = min(shuffled, key=lambda option: self.seen[f"{purpose} {option}"])
        self.seen[f"{purpose} {chosen}"] += 1
        return chosen


def wardrobe(era: str, source: Random, taken: Sequence[str]) -> Wardrobe:
    """Return a wardrobe for an era whose colours avoid those already worn."""
    worn = " ".join(taken)
    colours = list(COLOURS)
    source.shuffle(colours)
    colours.sort(key=lambda colour: colour in worn or colour.split()[-1] in worn)
    known = lexicon("things")["wardrobe"]
    key = ERAS.get(era, era)
    return Wardrobe(key if f"{key}_male" in known else "present", colours)


def clothes(given: Sequence[str], role: str, sex: str, rack: Wardrobe, source: Random, *, age: str = "adult") -> str:
    """Return what somebody wears: what the text says, then what their trade wears, then what the era does."""
    last = role.split()[-1] if role else ""
    table: dict[str, str] = lexicon("people")["roles"]
    usual = str(table.get(role.replace(" ", "-"), "") or table.get(last, ""))
    given = [_coloured(phrase, rack) for phrase in given]
    if any(phrase.split()[-1] in MAIN_GARMENTS for phrase in given):
        return _unlike(", ".join(given), rack)
    if last in words_of("people", "animals", "words"):
        return _unlike(", ".join(given) or f"{rack.colour()} scarf", rack)
    base = usual or rack.rarest(_usual_clothes(rack.era, sex, age), source, "clothes").format(rack.colour())
    if any(phrase.endswith("tie") for phrase in given):
        base = f"{rack.colour()} suit, white shirt"
    if usual and usual in rack.used:
        base = f"{rack.colour()} {usual.split(', ')[0].split()[-1]}, {', '.join(usual.split(', ')[1:]) or 'scarf'}"
    said = {SAME_PLACE.get(phrase.split()[-1], phrase.split()[-1]) for phrase in given}
    others = [part for part in base.split(", ") if SAME_PLACE.get(part.split()[-1], part.split()[-1]) not in said]
    return _unlike(", ".join([*given, *others]), rack)


def _usual_clothes(era: str, sex: str, age: str) -> list[str]:
    """Return the outfits of an era for somebody of a sex and age; a boy of any era wears no dress."""
    table = lexicon("things")["wardrobe"]
    line = str(table.get(f"{era}_child", "")) if age == "child" else ""
    outfits = [outfit.strip() for outfit in (line or str(table[f"{era}_{sex or 'male'}"])).split("|")]
    other = {"male": ("dress",), "female": ("shorts", "suspenders")}.get(sex, ())
    return [outfit for outfit in outfits if not any(word in outfit for word in other)] or outfits


def _coloured(phrase: str, rack: Wardrobe) -> str:
    """Give a garment that the text only names, such as "jacket", a colour nobody else wears."""
    plain = phrase in MAIN_GARMENTS and not phrase.startswith(("armour", "armor"))
    return f"{rack.colour()} {phrase}" if plain else phrase


def _unlike(worn: str, rack: Wardrobe) -> str:
    """Add a scarf in a free colour to what somebody else wears already."""
    while worn in rack.used:
        worn = f"{worn}, {rack.colour()} scarf"
    rack.used.add(worn)
    return worn


def hair_of(given: str, role: str, sex: str, age: str, rack: Wardrobe, source: Random) -> str:
    """Return somebody's hair; what the text says comes first, and no two people have the same."""
    if given in HAIR_COLOURS or given in {"dark", "fair", "blonde", "ginger", "golden", "grey", "white", "silver"}:
        return rack.rarest(HAIR[sex or "male"], source, "style").format(given)
    if given:
        return given
    species = role.split()[-1] if role else ""
    if species in SPECIES or species in words_of("people", "animals", "words"):
        coat = "feathers" if species in FEATHERED else "fur"
        return "bald" if species in BALD else f"{SPECIES.get(species, 'brown')} {coat}"
    if age == "elder":
        return rack.rarest(ELDER_HAIR[sex or "male"], source, f"{sex} hair")
    styles = HAIR[sex or "male"] if age != "child" else CHILD_HAIR[sex or "male"]
    style = rack.rarest(styles, source, "style")
    return style.format(rack.rarest(HAIR_COLOURS, source, "colour"))


def build_of(age: str, rack: Wardrobe, source: Random) -> str:
    """Return somebody's build, the one that is seen least in this film; children are slim or average."""
    return rack.rarest(("slim", "average", "short") if age == "child" else BUILDS, source, "build")


def skin_of(skins: Sequence[str], rack: Wardrobe, source: Random) -> str:
    """Return somebody's skin, one that is seen little in this film."""
    return rack.rarest(skins, source, "skin")


def features_of(given: Sequence[str], role: str, sex: str, age: str, rack: Wardrobe, source: Random) -> str:
    """Return somebody's features; every face gets at least one, and no two faces of a film the same."""
    found = list(given)
    species = role.split()[-1] if role else ""
    creature = species in SPECIES or species in words_of("people", "animals", "words")
    if creature:
        found.insert(0, species)
    if age == "elder" and not creature:
        found.append("wrinkles")
        if len(found) == 1:
            found.append(rack.rarest(ELDER_FACES[sex or "male"], source, "face"))
    if not found:
        found.append(rack.rarest(CHILD_FACES if age in {"child", "teen"} else FACES[sex or "male"], source, "face"))
    return ", ".join(dict.fromkeys(found))
