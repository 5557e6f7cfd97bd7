"""Words for the clothes of trades, times and tales, and whole costumes by the word for whoever wears them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from .clothing import GARMENTS, Meaning
from .colours import words_of

_M = Meaning
SPECIAL: dict[str, Meaning] = {
    "horned helmet": _M("hat", "horned", "steel"), "viking helmet": _M("hat", "horned", "steel"),
    "knight helmet": _M("hat", "knight", "silver"), "great helm": _M("hat", "knight", "silver"),
    "visor": _M("hat", "knight", "silver"), "tricorn": _M("hat", "tricorn", "black"),
    "tricorne": _M("hat", "tricorn", "black"), "pirate hat": _M("hat", "tricorn", "black"),
    "space helmet": _M("hat", "space", "white"), "astronaut helmet": _M("hat", "space", "white"),
    "wig": _M("hat", "wig", "ivory"), "powdered wig": _M("hat", "wig", "ivory"),
    "nurse cap": _M("hat", "nurse", "white"), "nurse's cap": _M("hat", "nurse", "white"),
    "santa hat": _M("hat", "santa", "red"), "santa claus hat": _M("hat", "santa", "red"),
    "elf hat": _M("hat", "santa", "green"), "kabuto": _M("hat", "kabuto", "black"),
    "samurai helmet": _M("hat", "kabuto", "black"), "crested helmet": _M("hat", "crest", "gold"),
    "roman helmet": _M("hat", "crest", "gold"), "centurion helmet": _M("hat", "crest", "gold"),
    "nemes": _M("hat", "nemes", "gold"), "headdress": _M("hat", "nemes", "gold"),
    "jester hat": _M("hat", "jester", "red"), "jester cap": _M("hat", "jester", "red"),
    "cap and bells": _M("hat", "jester", "red"), "sombrero": _M("hat", "sombrero", "straw"),
    "fire helmet": _M("hat", "fire", "red"), "firefighter helmet": _M("hat", "fire", "red"),
    "fireman's helmet": _M("hat", "fire", "red"), "army helmet": _M("hat", "army", "olive"),
    "combat helmet": _M("hat", "army", "olive"), "steel helmet": _M("hat", "brodie", "olive"),
    "tin hat": _M("hat", "brodie", "olive"), "kettle hat": _M("hat", "brodie", "steel"),
    "pith helmet": _M("hat", "pith", "sand"), "safari hat": _M("hat", "pith", "sand"),
    "swim cap": _M("hat", "swimcap", "teal"), "swimming cap": _M("hat", "swimcap", "teal"),
    "aviator cap": _M("hat", "aviator", "brown"), "flying helmet": _M("hat", "aviator", "brown"),
    "aviator goggles": _M("hat", "aviator", "brown"), "pilot goggles": _M("hat", "aviator", "brown"),
    "racing helmet": _M("hat", "racing", "red"), "motorcycle helmet": _M("hat", "racing", "black"),
    "crash helmet": _M("hat", "racing", "red"), "bike helmet": _M("hat", "helmet", "sky"),
    "wimple": _M("hat", "wimple", "black"), "nun's veil": _M("hat", "wimple", "black"),
    "bridal veil": _M("hat", "bridal", "white"), "wedding veil": _M("hat", "bridal", "white"),
    "bobby helmet": _M("hat", "custodian", "navy"), "custodian helmet": _M("hat", "custodian", "navy"),
    "mortarboard": _M("hat", "mortarboard", "black"), "graduation cap": _M("hat", "mortarboard", "black"),
    "fez": _M("hat", "fez", "red"), "laurel wreath": _M("hat", "laurel", "green"),
    "flower crown": _M("hat", "flowers", "pink"), "conical hat": _M("hat", "conical", "straw"),
    "bamboo hat": _M("hat", "conical", "straw"), "party hat": _M("hat", "cone", "pink"),
    "deerstalker": _M("hat", "deerstalker", "tweed"), "top-hat": _M("hat", "tophat", "black"),
    "ushanka": _M("hat", "ushanka", "brown"), "fur hat": _M("hat", "ushanka", "brown"),
    "kippah": _M("hat", "kippah", "navy"), "yarmulke": _M("hat", "kippah", "navy"),
    "diving helmet": _M("hat", "space", "copper"), "bunny ears": _M("hat", "ears", "white"),
    "cat ears": _M("hat", "ears", "black"), "mitre": _M("hat", "mitre", "white"),
    "eye mask": _M("worn", "eye mask", "black"), "domino mask": _M("worn", "eye mask", "black"),
    "masked": _M("worn", "eye mask", "black"), "mask": _M("worn", "eye mask", "black"),
    "surgical mask": _M("worn", "face mask", "mint"), "face mask": _M("worn", "face mask", "sky"),
    "medical mask": _M("worn", "face mask", "mint"), "balaclava": _M("hat", "balaclava", "black"),
    "ninja mask": _M("hat", "balaclava", "black"), "red nose": _M("worn", "red nose", "red"),
    "clown nose": _M("worn", "red nose", "red"), "clown wig": _M("hat", "curls", "orange"),
    "rainbow wig": _M("hat", "curls", "orange"), "diving mask": _M("worn", "diving mask", "black"),
    "snorkel": _M("worn", "snorkel", "orange"), "goggles": _M("worn", "goggles", "black"),
    "swimming goggles": _M("worn", "goggles", "navy"), "safety goggles": _M("worn", "goggles", "sky"),
    "headphones": _M("worn", "headphones", "charcoal"), "headset": _M("worn", "headphones", "charcoal"),
    "earphones": _M("worn", "headphones", "white"), "earmuffs": _M("worn", "headphones", "pink"),
    "earrings": _M("worn", "earrings", "gold"), "stethoscope": _M("worn", "stethoscope", "charcoal"),
    "wings": _M("worn", "wings", "sky"), "fairy wings": _M("worn", "wings", "sky"),
    "angel wings": _M("worn", "feathers", "white"), "air tank": _M("worn", "tank", "yellow"),
    "oxygen tank": _M("worn", "tank", "yellow"), "scuba tank": _M("worn", "tank", "yellow"),
    "backpack": _M("worn", "backpack", "green"), "rucksack": _M("worn", "backpack", "olive"),
    "knapsack": _M("worn", "backpack", "olive"), "school bag": _M("worn", "backpack", "red"),
    "schoolbag": _M("worn", "backpack", "red"), "jetpack": _M("worn", "jetpack", "silver"),
    "quiver": _M("worn", "quiver", "brown"), "emblem": _M("worn", "emblem", "gold"),
    "hi-vis vest": _M("worn", "hi-vis", "lime"), "hi-vis": _M("worn", "hi-vis", "lime"),
    "high-visibility vest": _M("worn", "hi-vis", "lime"), "safety vest": _M("worn", "hi-vis", "orange"),
    "reflective stripes": _M("worn", "reflectors", "lime"), "white collar": _M("worn", "clerical", "white"),
    "clerical collar": _M("worn", "clerical", "white"), "dog collar": _M("worn", "clerical", "white"),
    "gold collar": _M("worn", "gold collar", "gold"), "golden collar": _M("worn", "gold collar", "gold"),
    "ruff": _M("worn", "ruff", "white"), "fur collar": _M("worn", "fur collar", "camel"),
    "high collar": _M("worn", "high collar", "red"), "white bands": _M("worn", "jabot", "white"),
    "jabot": _M("worn", "jabot", "white"), "cross": _M("worn", "cross", "gold"),
    "sash": _M("worn", "sash", "red"), "medals": _M("worn", "medals", "gold"), "medal": _M("worn", "medals", "gold"),
    "sporran": _M("worn", "sporran", "brown"), "holster": _M("worn", "holster", "brown"),
    "tool belt": _M("worn", "holster", "brown"), "suspenders": _M("worn", "braces", "red"),
    "braces": _M("worn", "braces", "red"), "crutches": _M("worn", "crutches", "silver"),
    "crutch": _M("worn", "crutches", "silver"), "wheelchair": _M("worn", "wheelchair", "slate"),
    "mermaid tail": _M("worn", "fishtail", "teal"), "fish tail": _M("worn", "fishtail", "teal"),
    "fishtail": _M("worn", "fishtail", "teal"), "motley": _M("worn", "motley", "purple"),
    "pompoms": _M("worn", "pompoms", "red"), "white trim": _M("worn", "white trim", "white"),
    "breast feathers": _M("worn", "fur collar", "white"), "tutu": _M("tutu", "tutu", "pink", 0.16),
    "leotard": _M("dress", "leotard", "", 0.05), "bodysuit": _M("suit", "wetsuit", "black"),
    "wetsuit": _M("suit", "wetsuit", "black"), "diving suit": _M("suit", "wetsuit", "black"),
    "racing suit": _M("suit", "jumpsuit", "red"), "flight suit": _M("suit", "jumpsuit", "olive"),
    "boiler suit": _M("suit", "jumpsuit", "navy"), "animal skins": _M("dress", "skins", "camel", 0.3),
    "animal skin": _M("dress", "skins", "camel", 0.3), "loincloth": _M("skirt", "skirt", "camel", 0.3),
    "fur loincloth": _M("skirt", "skirt", "camel", 0.3), "leather skirt": _M("skirt", "skirt", "brown", 0.32),
    "linen kilt": _M("skirt", "skirt", "ivory", 0.4), "grass skirt": _M("skirt", "skirt", "sage", 0.45),
    "samurai armour": _M("suit", "lamellar", "maroon"), "samurai armor": _M("suit", "lamellar", "maroon"),
    "roman armour": _M("suit", "segmented", "silver"), "roman armor": _M("suit", "segmented", "silver"),
    "vampire cape": _M("cape", "cape", "black"), "judge's robe": _M("dress", "habit", "black", 0.93),
    "kilt": _M("skirt", "kilt", "green", 0.42), "poncho": _M("worn", "poncho", "rust"),
    "sari": _M("dress", "sari", "magenta", 0.95),
    "saree": _M("dress", "sari", "magenta", 0.95), "kurta": _M("dress", "kurta", "cream", 0.5),
    "tracksuit": _M("suit", "track", "navy"), "track suit": _M("suit", "track", "navy"),
    "shell top": _M("top", "shells", "violet"), "bikini": _M("dress", "sundress", "", 0.02),
    "swim trunks": _M("trunks", "shorts", "teal"), "swimming trunks": _M("trunks", "shorts", "teal"),
    "fur boots": _M("shoes", "boots", "camel"), "ballet shoes": _M("shoes", "shoes", "pink"),
    "flippers": _M("shoes", "fins", "yellow"), "fins": _M("shoes", "fins", "yellow"),
    "running vest": _M("top", "tank", "red"), "camouflage": _M("suit", "camo", "olive"),
    "camo": _M("suit", "camo", "olive"),
    "hi-vis jacket": _M("outer", "hi-vis jacket", "lime", 0.1), "rags": _M("worn", "patches", "brown"),
    "bare chest": _M("top", "bare"), "shirtless": _M("top", "bare"), "bare-chested": _M("top", "bare"),
    "frock coat": _M("outer", "coat", "", 0.4), "military coat": _M("outer", "coat", "red", 0.15),
    "santa coat": _M("outer", "coat", "red", 0.25), "ragged": _M("worn", "patches", "brown"), "patched": _M("worn",
    "patches", "brown"),
    "flower": _M("worn", "buttonhole", "red"), "lei": _M("worn", "lei", "pink"),
    "bandolier": _M("worn", "sash", "brown"), "satchel": _M("worn", "satchel", "brown"),
    "messenger bag": _M("worn", "satchel", "brown"), "shoulder bag": _M("worn", "satchel", "brown"),
    "qipao": _M("dress", "dress", "red", 0.8), "cheongsam": _M("dress", "dress", "red", 0.8),
    "abaya": _M("dress", "habit", "black", 0.94), "thobe": _M("dress", "habit", "white", 0.94),
    "hanbok": _M("dress", "gown", "pink", 0.95), "dashiki": _M("dress", "tunic", "orange", 0.3),
    "crop top": _M("top", "tshirt"), "football shirt": _M("top", "tshirt", "red"), "jersey": _M("top", "tshirt"),
}  # fmt: skip
"""What is added to `GARMENTS`; a part "worn" may be had several times."""

GARMENTS.update(SPECIAL)

COSTUMES: dict[str, str] = {
    "viking": "horned helmet, fur collar, brown leather tunic, belt, grey trousers, fur boots",
    "knight": "knight helmet, armour, silver gloves, silver boots", "cavalier": "tricorn, blue coat, boots, belt",
    "pirate": "tricorn, eye patch, red frock coat, white shirt, sash, brown trousers, black boots",
    "buccaneer": "tricorn, eye patch, red frock coat, white shirt, sash, brown trousers, black boots",
    "wizard": "pointed hat, indigo robe, belt", "sorcerer": "pointed hat, indigo robe, belt",
    "witch": "black witch hat, black long dress, purple cape",
    "astronaut": "space suit, space helmet, white boots, white gloves",
    "cosmonaut": "orange space suit, space helmet, white boots, white gloves",
    "diver": "wetsuit, diving mask, snorkel, air tank, flippers",
    "cowboy": "cowboy hat, brown vest, cream shirt, red bandana, jeans, holster, boots",
    "cowgirl": "cowboy hat, brown vest, cream shirt, red bandana, jeans, holster, boots",
    "gunslinger": "black cowboy hat, duster, white shirt, holster, boots",
    "sheriff": "cowboy hat, brown vest, badge, white shirt, holster, boots",
    "nun": "wimple, black habit, cross", "priest": "black cassock, clerical collar, cross",
    "vicar": "black shirt, clerical collar, black suit", "bishop": "mitre, purple cassock, cross",
    "chef": "chef hat, white jacket, red neckerchief, white apron, grey trousers",
    "judge": "wig, black robe, white bands", "lawyer": "charcoal suit, white shirt, tie",
    "clown": "clown wig, red nose, ruff, yellow shirt, pompoms, blue trousers, red shoes",
    "king": "crown, red cape, fur collar, royal tunic, belt, boots",
    "queen": "crown, red cape, fur collar, royal gown, necklace",
    "prince": "crown, blue cape, white tunic, belt, boots",
    "princess": "tiara, pink ball gown, necklace",
    "thief": "striped black shirt, eye mask, black beanie, black trousers, gloves",
    "burglar": "striped black shirt, eye mask, black beanie, black trousers, gloves",
    "robber": "striped black shirt, eye mask, black beanie, black trousers, gloves",
    "superhero": "red eye mask, red cape, blue bodysuit, emblem, gold belt, red gloves, red boots",
    "superheroine": "red eye mask, red cape, blue bodysuit, emblem, gold belt, red gloves, red boots",
    "scientist": "lab coat, blue shirt, tie", "doctor": "lab coat, blue shirt, stethoscope",
    "surgeon": "scrubs, surgical mask, stethoscope", "nurse": "nurse cap, white uniform, stethoscope, white shoes",
    "soldier": "camouflage, army helmet, black boots", "general": "olive uniform, olive officer cap, medals, belt",
    "police": "navy uniform, police cap, badge, black belt, black shoes",
    "policeman": "navy uniform, police cap, badge, black belt, black shoes",
    "policewoman": "navy uniform, police cap, badge, black belt, black shoes",
    "firefighter": "fire helmet, sand coat, reflective stripes, black boots, yellow gloves",
    "fireman": "fire helmet, sand coat, reflective stripes, black boots, yellow gloves",
    "construction worker": "hard hat, hi-vis vest, blue shirt, jeans, boots",
    "builder": "hard hat, hi-vis vest, blue shirt, jeans, boots",
    "miner": "hard hat, grey boiler suit, boots, gloves", "mechanic": "navy boiler suit, red cap",
    "ballerina": "pink leotard, tutu, ballet shoes", "ballet dancer": "pink leotard, tutu, ballet shoes",
    "bride": "wedding dress, bridal veil, pearls", "groom": "black tuxedo, white shirt, bow tie, white flower",
    "mermaid": "mermaid tail, shell top, flower crown", "fairy": "wings, green minidress, flower crown",
    "angel": "angel wings, white robe, gold headband", "vampire": "black cape, high collar, white shirt, red vest",
    "santa": "santa hat, santa coat, white trim, black belt, red trousers, black boots",
    "santa claus": "santa hat, santa coat, white trim, black belt, red trousers, black boots",
    "father christmas": "santa hat, santa coat, white trim, black belt, red trousers, black boots",
    "elf": "elf hat, green tunic, belt, red trousers, brown boots",
    "samurai": "samurai armour, kabuto, black boots", "ninja": "ninja mask, black bodysuit, black belt",
    "roman": "crested helmet, roman armour, red cape, leather skirt, sandals",
    "centurion": "crested helmet, roman armour, red cape, leather skirt, sandals",
    "gladiator": "crested helmet, roman armour, leather skirt, sandals",
    "emperor": "laurel wreath, white toga, purple cape",
    "pharaoh": "nemes, gold collar, linen kilt, bare chest, sandals",
    "caveman": "animal skins, barefoot", "cavewoman": "animal skins, barefoot",
    "farmer": "straw hat, overalls, plaid red shirt, boots",
    "sailor": "sailor hat, white shirt, neckerchief, navy trousers",
    "captain": "captain cap, navy blazer, white shirt, tie, white trousers",
    "pilot": "navy officer cap, navy suit, white shirt, tie",
    "aviator": "aviator cap, brown leather jacket, white scarf, boots",
    "racing driver": "racing suit, racing helmet, gloves",
    "biker": "motorcycle helmet, black leather jacket, jeans, boots",
    "athlete": "running vest, shorts, headband, trainers", "runner": "running vest, shorts, headband, trainers",
    "swimmer": "swimsuit, swim cap, swimming goggles, barefoot",
    "footballer": "red football shirt, white shorts, trainers", "boxer": "red gloves, tank top, red shorts, boots",
    "jester": "jester hat, motley, purple shirt, gold trousers", "monk": "brown robe, belt, sandals",
    "geisha": "red kimono, pearls", "explorer": "pith helmet, khaki shirt, khaki shorts, backpack, boots",
    "archaeologist": "brown fedora, khaki shirt, satchel, khaki trousers, boots",
    "graduate": "mortarboard, black robe", "waiter": "black vest, white shirt, bow tie, white apron",
    "waitress": "black dress, white apron", "butler": "black tailcoat, white shirt, bow tie",
    "maid": "black dress, white apron, nurse cap", "baker": "chef hat, white shirt, white apron",
    "butcher": "white shirt, red apron, white cap", "blacksmith": "brown apron, grey shirt, boots, brown gloves",
    "hiker": "backpack, red jacket, khaki shorts, boots",
    "mountaineer": "orange anorak, backpack, goggles, beanie, boots",
    "beggar": "patched brown coat, beanie, scarf",
    "magician": "top hat, black tailcoat, white shirt, bow tie, red cape",
    "ringmaster": "top hat, red tailcoat, white shirt, bow tie, black boots",
    "postman": "navy uniform, navy cap, satchel", "mailman": "blue uniform, blue cap, satchel",
    "archer": "green tunic, hood, quiver, boots",
    "cheerleader": "red tank top, red miniskirt, pompoms, sneakers", "prisoner": "striped white pyjamas",
}  # fmt: skip
"""What whoever is called by a word wears when nothing else is said of their clothes."""

_BY_ERA: dict[tuple[str, str], str] = {
    ("soldier", "medieval"): "kettle hat, chainmail, red tunic, boots, belt",
    ("soldier", "victorian"): "red military coat, officer cap, white trousers, black boots, sash",
    ("soldier", "classic"): "olive uniform, steel helmet, brown belt, brown boots",
    ("soldier", "retro"): "olive uniform, army helmet, brown boots",
    ("soldier", "future"): "white armour, white racing helmet, white boots",
    ("police", "victorian"): "navy coat, bobby helmet, badge, black belt",
    ("police", "medieval"): "kettle hat, chainmail, blue tunic, boots",
    ("police", "future"): "black armour, black racing helmet, badge, black boots",
    ("doctor", "victorian"): "black tailcoat, waistcoat, white shirt, stethoscope, top hat",
    ("nurse", "victorian"): "white nurse cap, grey long dress, white apron",
    ("nurse", "classic"): "nurse cap, white dress, white apron",
    ("pilot", "classic"): "aviator cap, brown leather jacket, white scarf, boots",
    ("pilot", "future"): "orange flight suit, headset, boots",
    ("firefighter", "victorian"): "brass crested helmet, navy coat, black belt, boots",
    ("racing driver", "classic"): "aviator cap, white boiler suit, scarf",
}  # fmt: skip
"""Costumes that looked different in other times."""

_ALIKE = {"policeman": "police", "policewoman": "police", "constable": "police", "officer": "police",
          "patrolman": "police", "cop": "police", "fireman": "firefighter", "builder": "construction worker",
          "ww1": "soldier", "ww2": "soldier", "trooper": "soldier", "infantryman": "soldier"}  # fmt: skip
_GENERIC = ("costume", "outfit", "clothes", "clothing", "garb", "gear", "suit", "uniform", "kit", "attire", "robes",
            "dress", "getup", "get-up", "garments", "regalia")  # fmt: skip
_NAMES = sorted({*COSTUMES, *_ALIKE}, key=len, reverse=True)
_NAMED = "|".join(re.escape(name) for name in _NAMES)
_WHOLE = re.compile(rf"\b({_NAMED})(?:'s|s)?\s+(?:{'|'.join(_GENERIC)})\b")
_ROLE = re.compile(rf"\b({_NAMED})s?\b")

HATS_OF: dict[str, tuple[str, str]] = {
    "viking": ("horned", "#7f8a96"), "knight": ("knight", "#b9bfc7"), "armour": ("knight", "#b9bfc7"),
    "armor": ("knight", "#b9bfc7"), "pirate": ("tricorn", "#26242b"), "wizard": ("wizard", ""), "witch": ("wizard",
    "#26242b"),
    "astronaut": ("space", "#f1ede4"), "space": ("space", "#f1ede4"), "spacesuit": ("space", "#f1ede4"),
    "cosmonaut": ("space", "#f1ede4"), "nurse": ("nurse", "#f1ede4"), "santa": ("santa", "#c23b36"),
    "samurai": ("kabuto", ""), "roman": ("crest", "#d2a443"), "centurion": ("crest", "#d2a443"),
    "gladiator": ("crest", "#d2a443"), "spartan": ("crest", "#b26a3f"), "jester": ("jester", "#c23b36"),
    "firefighter": ("fire", "#c23b36"), "fireman": ("fire", "#c23b36"), "soldier": ("army", "#6d6e3c"),
    "army": ("army", "#6d6e3c"),
    "camouflage": ("army", "#6d6e3c"), "infantry": ("army", "#6d6e3c"), "trench": ("brodie", "#6d6e3c"),
    "motorcycle": ("racing", ""), "biker": ("racing", ""), "racing": ("racing", ""), "racer": ("racing", ""),
    "chef": ("chef", "#f1ede4"), "cook": ("chef", "#f1ede4"), "cowboy": ("cowboy", ""), "cowgirl": ("cowboy", ""),
    "sheriff": ("cowboy", ""), "farmer": ("sunhat", ""), "sailor": ("sailor", "#f1ede4"), "swim": ("swimcap", ""),
    "swimmer": ("swimcap", ""), "explorer": ("pith", ""), "safari": ("pith", ""), "elf": ("santa", "#4c8556"),
    "police": ("officer", "#27375c"), "policeman": ("officer", "#27375c"), "captain": ("officer", ""),
    "aviator": ("aviator", ""), "construction": ("helmet", "#e3b53f"), "builder": ("helmet", "#e3b53f"),
    "miner": ("helmet", "#e3b53f"), "magician": ("tophat", ""), "christmas": ("santa", "#c23b36"),
    "graduation": ("mortarboard", ""), "baker": ("chef", "#f1ede4"), "nun": ("wimple", "#26242b"),
    "bride": ("bridal", "#f1ede4"), "wedding": ("bridal", "#f1ede4"), "bridal": ("bridal", "#f1ede4"),
}  # fmt: skip
"""What a mere "hat", "cap", "helmet" or "veil" is on somebody of whom this word is said, with its usual colour."""

BEARDED = re.compile(r"\b(viking|wizard|sorcerer|santa|father christmas|caveman)\b")
"""Men who have a beard unless something else is said of it."""


def clothes_of(entry: Mapping[str, Any]) -> str:
    """Return what somebody wears, in words for single pieces: costumes are taken apart, as their era had them."""
    wears, era = str(entry.get("wears") or "").lower(), str(entry.get("era") or "")
    aids = {"wheelchair", "crutches"}.intersection(words_of(entry.get("features")) + words_of(entry.get("holds")))
    wears = ", ".join([*([wears] if wears.strip() else []), *sorted(aids)])
    said = _WHOLE.sub(lambda found: _costume(found[1], era) + ",", wears)
    if said.strip() in COSTUMES:
        return _costume(said.strip(), era)
    if said.strip(" ,.;") and not set(words_of(said)) <= {"wheelchair", "crutches"}:
        return said
    role = _ROLE.search(str(entry.get("role") or "").lower())
    return ", ".join([*([_costume(role[1], era)] if role else []), *([said] if said else [])])


def hinted(entry: Mapping[str, Any]) -> set[str]:
    """Return the words that tell which sort of hat somebody's hat is."""
    return {*words_of(entry.get("role")), *words_of(entry.get("wears"))}


def _costume(name: str, era: str) -> str:
    plain = _ALIKE.get(name, name)
    return _BY_ERA.get((plain, era)) or COSTUMES[plain]
