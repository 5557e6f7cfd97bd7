"""Dresses people: skin, hair, clothes and features that fit age, sex, trade and era, no two alike in one film."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random

from .figures import is_animal_person
from .things import thing_noun
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
BEARDS = frozenset({"beard", "moustache", "mustache", "stubble", "wrinkles"})  # never on a child
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
HUMANLIKE = frozenset(
    {"elf", "dwarf", "giant", "mermaid", "vampire", "fairy", "angel", "genie", "djinn", "witch", "gnome"}
)
MACHINES = words_of("grammar", "sets", "dressing_machines")  # things with no face of their own among the drawings
OLD = frozenset({"medieval", "ancient", "18th"})
NEW_CLOTHES = frozenset(
    {"suit", "tie", "jeans", "tracksuit", "sweater", "hooded", "hoodie", "uniform", "fedora", "jacket", "glasses"}
    | {"cap", "overalls", "raincoat", "t-shirt", "jumpsuit", "sunglasses", "blazer", "cardigan", "trench"}
)  # fmt: skip
PAIRED = frozenset(
    {"polar bear", "sea turtle", "sea lion", "teddy bear", "guinea pig", "killer whale", "mountain lion"}
)
FURRED = words_of("grammar", "sets", "dressing_furred")
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
    if rack.era in OLD and set(usual.replace(",", "").split()) & NEW_CLOTHES:
        usual = ""
    given = [_coloured(phrase, rack) for phrase in given]
    if any(phrase.split()[-1] in MAIN_GARMENTS for phrase in given):
        return _unlike(", ".join(given), rack)
    if last in words_of("people", "animals", "words") or (is_creature(role) and not usual):
        return _of_an_animal(", ".join(given), rack)
    base = usual or rack.rarest(_usual_clothes(rack.era, sex, age), source, "clothes").format(rack.colour())
    if any(phrase.endswith("tie") for phrase in given) and not is_creature(role):
        base = f"{rack.colour()} suit, white shirt"
    if usual and rack.seen[f"trade {usual}"]:
        base = _recoloured(usual, rack)
    rack.seen[f"trade {usual}"] += 1
    # A crown of which nothing else is said is the one that kings wear.
    given = [next((part for part in base.split(", ") if part.endswith(f" {phrase}")), phrase) for phrase in given]
    said = {SAME_PLACE.get(phrase.split()[-1], phrase.split()[-1]) for phrase in given}
    others = [part for part in base.split(", ") if SAME_PLACE.get(part.split()[-1], part.split()[-1]) not in said]
    return _unlike(", ".join([*given, *others]), rack)


def _recoloured(usual: str, rack: Wardrobe) -> str:
    """Return a trade's clothes with its main garment in a colour nobody wears: two astronauts are told apart."""
    first, *rest = usual.split(", ")
    named = words_of("things", "colours", "words") | {"dark", "and", "camel", "rose", "striped"}
    garment = first.split()
    while len(garment) > 1 and garment[0] in named:
        garment.pop(0)
    striped = "striped " if "striped" in first else ""
    return ", ".join([f"{rack.colour()} {striped}{' '.join(garment)}", *rest])


def species_of(role: str) -> str:
    """Return the word of a role for what somebody is: "rabbit" of "rabbit detective", else its last word."""
    said = role.split()
    return said[-2] if is_animal_person(role) else said[-1] if said else ""


def is_creature(role: str) -> bool:
    """Say whether a role is an animal, a creature of fancy, or a thing that is somebody."""
    last = species_of(role)
    fancy = words_of("people", "animals", "beings") - HUMANLIKE
    return last in SPECIES or last in words_of("people", "animals", "words") or last in fancy or bool(thing_noun(role))


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


def _of_an_animal(worn: str, rack: Wardrobe) -> str:
    """Return what an animal wears: what the text says and else nothing, but for a collar where two would be alike."""
    while worn in rack.used:
        worn = f"{worn}, {rack.colour()} collar".strip(", ")
    rack.used.add(worn)
    return worn


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
    species = species_of(role)
    if is_creature(role):
        return _hide(role, species)
    own = lexicon("people")["heads"].get(species, "")
    if own and rack.seen[f"head {own}"] == 0:
        rack.seen[f"head {own}"] += 1
        return str(own)
    if age == "elder":
        return rack.rarest(ELDER_HAIR[sex or "male"], source, f"{sex} hair")
    styles = HAIR[sex or "male"] if age != "child" else CHILD_HAIR[sex or "male"]
    style = rack.rarest(styles, source, "style")
    return style.format(rack.rarest(HAIR_COLOURS, source, "colour"))


def _hide(role: str, species: str) -> str:
    """Return what covers a creature in place of hair: fur, feathers, scales, steel, or just its skin."""
    if thing_noun(role) and species not in words_of("people", "animals", "words"):
        return "smooth"
    if species in FEATHERED:
        return f"{SPECIES.get(species, '')} feathers".strip()
    if species in BALD or species not in FURRED:
        return "smooth skin"
    colour = "white" if role.startswith(("polar", "arctic", "snow")) else SPECIES.get(species, "")
    return f"{colour} fur".strip()


def build_of(age: str, rack: Wardrobe, source: Random) -> str:
    """Return somebody's build, the one that is seen least in this film; children are slim or average."""
    return rack.rarest(("slim", "average", "short") if age == "child" else BUILDS, source, "build")


def skin_of(skins: Sequence[str], rack: Wardrobe, source: Random) -> str:
    """Return somebody's skin, one that is seen little in this film."""
    return rack.rarest(skins, source, "skin")


def hide_colour(role: str, skins: Sequence[str], rack: Wardrobe, source: Random) -> str:
    """Return the colour of somebody's skin; a creature has that of its kind."""
    species = species_of(role)
    if role.startswith(("polar", "arctic", "snow")):
        return "white"
    return SPECIES.get(species) or ("natural" if is_creature(role) else skin_of(skins, rack, source))


def features_of(given: Sequence[str], role: str, sex: str, age: str, rack: Wardrobe, source: Random) -> str:
    """Return somebody's features; every face gets at least one, and no two faces of a film the same.

    What a creature is comes first, and a thing that has no face of its own is drawn as a machine.
    """
    found = list(given)
    species = species_of(role)
    creature = is_creature(role)
    if creature and not any(species in phrase.split() for phrase in found):
        pair = " ".join(role.split()[-2:])
        whole = pair if pair in PAIRED else species
        found.insert(0, f"{species} machine" if species in MACHINES else whole)
    if creature:
        return ", ".join(dict.fromkeys([*found, *(["talking"] if thing_noun(role) else [])]))
    own = lexicon("people")["faces"].get(species, "")
    grown = age in {"adult", "elder"}
    if not grown:
        found = [phrase for phrase in found if phrase.split()[-1] not in BEARDS]
    if own and grown and sex != "female" and not any("beard" in phrase for phrase in found):
        found.append(str(own))
    if age == "elder" and not creature:
        found.append("wrinkles")
        if len(found) == 1:
            found.append(rack.rarest(ELDER_FACES[sex or "male"], source, "face"))
    if not found:
        found.append(rack.rarest(CHILD_FACES if age in {"child", "teen"} else FACES[sex or "male"], source, "face"))
    return ", ".join(dict.fromkeys(found))
