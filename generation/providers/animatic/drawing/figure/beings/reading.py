"""From the words of a cast entry to a being, or to nobody when a human is meant."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise
from typing import Any

from generation.providers.animatic.drawing.canvas import mix
from generation.providers.animatic.drawing.figure.colours import NAMED, colour_of, words_of
from generation.providers.animatic.drawing.figure.held import held_of
from generation.providers.animatic.drawing.figure.looks import CUTS
from generation.providers.animatic.drawing.figure.wardrobe import parts_of
from generation.providers.animatic.drawing.props import prop_word

from . import birds, crawlers, odd, quadruped, swimmers, talking, upright
from .being import Being, Coat
from .birds import Bird
from .garb import CLOTHED, garbs_of
from .quadruped import Quad
from .species import SPECIES, Species
from .thing_faces import FACES
from .thing_words import thing_named
from .upright import Upright
from .words import HUMAN, LARGE, NAMES_OF_PEOPLE, PAIRS, WORDS, YOUNG

_MATERIALS = {"leather", "sand", "straw", "sky", "forest", "fair", "steel"}
_VIEWS = {"camera": "front", "front": "front", "away": "back", "back": "back"}
_POSES = {
    "talk": "stand", "stand": "stand", "": "stand", "lying": "lie", "asleep": "sleep", "sleeping": "sleep",
    "sitting": "sit", "flying": "fly",
    "swimming": "swim", "running": "run", "walking": "walk", "gallop": "run", "trot": "walk", "hover": "fly",
    "curl": "sleep", "lean": "stand",
    "perch": "sit", "crawl": "walk", "jump": "cheer",
}  # fmt: skip
_FELT = {
    "joy": "happy", "smiling": "happy", "smile": "happy", "excited": "happy", "crying": "sad", "worried": "fear",
    "afraid": "fear",
    "scared": "fear", "nervous": "tense", "shocked": "surprise", "surprised": "surprise", "furious": "angry",
    "determined": "tense",
    "serious": "tense", "loving": "tender", "gentle": "tender", "exhausted": "tired", "sleepy": "tired",
    "smug": "sly", "suspicious": "sly",
}  # fmt: skip
_PATTERNS = {"spotted": "spots", "spots": "spots", "speckled": "spots", "dotted": "spots", "striped": "stripes",
    "stripes": "stripes",
             "stripy": "stripes", "tabby": "stripes", "patches": "patches", "patched": "patches",
             "patchy": "patches", "piebald": "patches",
             "dalmatian": "spots", "calico": "patches"}  # fmt: skip
_FUR_COLOURS = {"ginger": "orange", "marmalade": "orange", "rusty": "rust", "sandy": "sand", "snowy": "white",
    "jet": "black", "golden": "mustard",
                "tawny": "camel", "furry": "", "grizzled": "grey", "chestnut": "chestnut", "blonde": "sand",
                "metal": "silver", "metallic": "silver",
                "brass": "gold", "tin": "silver", "emerald": "emerald", "snow": "white",
                "midnight": "navy"}  # fmt: skip
_FAMILIES: dict[str, Any] = {"swim": swimmers, "crawl": crawlers, "odd": odd}
_MONSTERS = ("#7f6fc0", "#4f9fa8", "#e0803f", "#6fae5a", "#d9628a", "#4f7fc9", "#c9a23a", "#a85ab5")
_BIPEDS = (
    "dog",
    "wolf",
    "fox",
    "cat",
    "lion",
    "tiger",
    "bear",
    "rabbit",
    "mouse",
    "rat",
    "hedgehog",
    "squirrel",
    "badger",
    "raccoon",
    "pig",
)


def being_of(entry: Mapping[str, Any]) -> Being | None:
    """Return the animal, robot or other creature that an entry describes, or None when it describes a human."""
    thing = thing_named(entry)
    if thing:
        return _as_thing(prop_word(thing) or thing, thing, entry)
    name, at = _described(entry) or _named(entry) or ("", "")
    if not name:
        return _thing_of(entry)
    species = SPECIES[name]
    said = _said(entry)
    words = set(words_of(said))
    garbs = garbs_of(entry.get("wears"))
    seed = _seed(name, said, str(entry.get("wears") or ""))
    if name == "robot":
        name = _robot_build(words)
        species = SPECIES[name]
    stance = "upright" if isinstance(species.build, Upright) or _goes_upright(entry, species, words, garbs) else ""
    if name == "monster":
        seed = _monster_seed(seed, words)
    being = Being(
        name, species.kind, _coat(name, species, said, at, entry, seed), _pose(entry), _view(entry), _felt(entry),
            stance,
        garbs, held_of(entry.get("holds")) if entry.get("holds") else None, seed, _scale(species, words, entry),
    )  # fmt: skip
    return measured(being)


def build_of(being: Being) -> Quad | Bird | Upright | str:
    """Return the measures of a being's body."""
    build = SPECIES[being.species].build
    if isinstance(build, Quad) and being.stance == "upright":
        return _raised(build)
    return build


def measured(being: Being) -> Being:
    """Return the being with its height, head and length for its pose and view."""
    build = build_of(being) if being.kind != "thing" else ""
    if being.kind == "thing":
        sizes = talking.measure(being)
    elif isinstance(build, Quad):
        sizes = quadruped.measure(being, build)
    elif isinstance(build, Upright):
        sizes = upright.measure(being, build)
    elif isinstance(build, Bird):
        sizes = birds.measure(being, build)
    else:
        sizes = _FAMILIES[being.kind].measure(being, build)
    tall, head, long = sizes
    if isinstance(build, Quad | Upright | Bird):
        tall, head, long = tall * being.scale, (head[0] * being.scale, head[1] * being.scale), long * being.scale
    return replace(being, height=tall, head_center=head, length=long)


def _raised(quad: Quad) -> Upright:
    """Return the upright body of somebody who goes on four legs in the wild, in the proportions of a picture book."""
    head = max(0.52, min(0.86, quad.head * 1.12))
    bulk = max(0.36, min(1.0, quad.chest * 0.95))
    return Upright(
        max(0.55, min(1.6, quad.leg * 0.8 + 0.3)), max(1.0, min(2.1, quad.body * 0.62 + 0.62)), bulk * 0.98,
            bulk * 0.84,
        max(0.22, min(0.5, quad.limb * 1.1)), max(0.85, min(1.7, quad.body * 0.5 + 0.6)), head, quad.skull, quad.tail,
        min(1.3, max(0.5, quad.tail_length)) if quad.tail != "stub" else 0.28, 0.05, ("belly", *({"spines",
            "wool"} & set(quad.extras))),
    )  # fmt: skip


def _monster_seed(seed: int, words: set[str]) -> int:
    """Return the next seed that draws a monster with the eyes and horns that words ask for."""
    one, three = bool(words & {"one", "cyclops", "single"}), "three" in words
    horned, two = bool(words & {"horns", "horned", "horn"}), "two" in words and "eyes" in words

    def fits(number: int) -> bool:
        eyes = {0: 1, 1: 3, 2: 2, 3: 2}[number % 4]
        wanted = 1 if one else 3 if three else 2 if two else eyes
        return eyes == wanted and (not horned or (number // 3) % 4 == 0)

    return next((number for number in range(seed, seed + 48) if fits(number)), seed)


def _robot_build(words: set[str]) -> str:
    if words & {"round", "small", "little", "tiny", "ball", "wheel", "cute", "spherical"}:
        return "roundbot"
    if words & {"android", "humanoid", "sleek", "white", "slender"}:
        return "android"
    return "robot"


def _goes_upright(entry: Mapping[str, Any], species: Species, words: set[str], garbs: tuple[Any, ...]) -> bool:
    if species.kind != "quad":
        return False
    said = words & {"upright", "anthropomorphic", "humanlike"} or {"two", "legs"} <= words
    return bool(said) or any(garb.kind in CLOTHED for garb in garbs)


def _said(entry: Mapping[str, Any]) -> str:
    return " ".join(str(entry.get(key) or "") for key in ("hair", "skin", "description", "features"))


def _seed(*words: str) -> int:
    return hashlib.blake2b("|".join(words).casefold().encode(), digest_size=1).digest()[0]


def _scale(species: Species, words: set[str], entry: Mapping[str, Any]) -> float:
    every = words | set(words_of(entry.get("name"))) | set(words_of(entry.get("build")))
    factor = 1.0
    if entry.get("age") == "child" or every & YOUNG:
        factor = 0.74
    elif every & LARGE:
        factor = 1.25
    if every & {"slim", "heavy"} and factor == 1.0:
        factor = 1.06 if "heavy" in every else 0.95
    build = species.build
    tall = 0.0
    if isinstance(build, Quad):
        tall = build.back + build.neck
    return species.scale * (min(factor, 1.06) if tall > 3.2 else factor)


def _pose(entry: Mapping[str, Any]) -> str:
    word = str(entry.get("pose") or "").strip().lower()
    word = word if word in {"lie", "fly", "swim"} or word not in _POSES else _POSES[word]
    return word if word.isalpha() else "stand"


def _view(entry: Mapping[str, Any]) -> str:
    return next((_VIEWS[word] for word in words_of(entry.get("facing")) if word in _VIEWS), "side")


def _felt(entry: Mapping[str, Any]) -> str:
    word = str(entry.get("expression") or "neutral").strip().lower()
    return _FELT.get(word, word)


def _coat(name: str, species: Species, said: str, at: str, entry: Mapping[str, Any], seed: int) -> Coat:
    words = words_of(said)
    before = _word_before(at, entry.get("name")) + " " + _word_before(at, entry.get("wears"))
    phrases = [
        part
        for part in f"{before},{said}".replace(";", ",").split(",")
        if not {"eyes", "eye", "nose", "collar"} & set(words_of(part))
    ]
    text = " ".join(_FUR_COLOURS.get(word, word) for word in words_of(" ".join(phrases)))
    named = [word for word in words_of(text) if word in NAMED and word not in _MATERIALS]
    coat = species.coat
    if name == "monster" and not named:
        own = _MONSTERS[(seed // 5) % len(_MONSTERS)]
        coat = Coat(
            own,
            mix(own, "#ffffff", 0.62),
            mix(own, "#14122a", 0.32),
            ("", "spots", "", "stripes")[(seed // 5) % 4],
            mix(own, "#ffd27a", 0.7),
        )
    colour = colour_of(text) if named else None
    if "white" in named and len(named) > 1 and any(word in _PATTERNS for word in words):
        other = next((word for word in named if word != "white"), "black")
        named, colour = ["white", other], NAMED["white"]
    pattern = next((_PATTERNS[word] for word in words if word in _PATTERNS), coat.pattern)
    if colour and name not in {"panda", "zebra", "badger", "magpie", "skunk", "penguin", "orca"}:
        coat = _dyed(coat, colour, named)
    if pattern != coat.pattern:
        marks = NAMED[named[1]] if len(named) > 1 else mix(coat.main, "#1c1620", 0.62)
        coat = replace(coat, pattern=pattern, marks=marks)
    return coat


def _dyed(coat: Coat, colour: str, named: list[str]) -> Coat:
    pale = (
        NAMED[named[1]] if len(named) > 1 and named[1] in {"white", "cream", "yellow"} else mix(colour, "#fff6e4", 0.62)
    )
    return replace(coat, main=colour, pale=pale, dark=mix(colour, "#14122a", 0.34))


def _word_before(word: str, text: object) -> str:
    words = words_of(text)
    return words[words.index(word) - 1] if word in words[1:] else ""


def _species_in(words: list[str]) -> tuple[str, str] | None:
    """Return the kind of being that words name, two together first, and the word that did."""
    for first, second in pairwise(words):
        if (first, second) in PAIRS:
            return PAIRS[first, second], second
    for word in words:
        single = word if word in WORDS else word[:-1] if word.endswith("s") and word[:-1] in WORDS else ""
        if single:
            return WORDS[single], word
    return None


def _named(entry: Mapping[str, Any]) -> tuple[str, str] | None:
    """Return the being in a role or a name ("Rex the dog"), unless it is the surname of somebody with clothes."""
    role = words_of(entry.get("role"))
    name = words_of(entry.get("name"))
    if HUMAN.intersection(role + name):
        return None
    in_role = _species_in(role[-1:]) or _species_in(role[-2:])
    if in_role:
        return in_role
    found = _species_in(name)
    if found is None:
        return None
    at = name.index(found[1])
    plain = (len(name) == 1 and found[1] not in NAMES_OF_PEOPLE) or (
        at > 0 and name[at - 1] in {"the", "a", "an", "little", "old", "big"}
    )
    if plain:
        return found
    return found if not _dressed(entry) and found[1] not in NAMES_OF_PEOPLE else None


def _dressed(entry: Mapping[str, Any]) -> bool:
    clothes = {"outer", "top", "dress", "suit", "trousers", "skirt", "shoes", "vest", "bib"}
    worn = any(part in clothes for part in parts_of(str(entry.get("wears") or "")))
    return worn or bool({*CUTS, "short", "long", "curly", "wavy"}.intersection(words_of(entry.get("hair"))))


def _described(entry: Mapping[str, Any]) -> tuple[str, str] | None:
    """Return the being that a description or "features" is about: it must come first, as in "a black dog with ..."."""
    for key in ("features", "description", "wears", "age", "sex", "build"):
        words = words_of(entry.get(key))[:4]
        if HUMAN.intersection(words):
            return None
        found = _species_in(words)
        if not found:
            continue
        after = words_of(entry.get(key))[words.index(found[1]) + 1 :][:1]
        clothed = after in (
            ["print"],
            ["mask"],
            ["costume"],
            ["tattoo"],
            ["skin"],
            ["fur"],
            ["hat"],
            ["coat"],
            ["eyes"],
            ["ears"],
        )
        clothed = clothed or (key == "wears" and bool(garbs_of(entry.get(key))))
        if (
            not clothed
            and (key != "wears" or len(words) <= 2)
            and (key not in {"age", "sex", "build"} or len(words) <= 2)
        ):
            return found
    return None


def _thing_of(entry: Mapping[str, Any]) -> Being | None:
    """Return the thing that is somebody ("a talking teapot"), or None."""
    spoken = "talking" in words_of(_said(entry))
    for key in ("features", "role", "name"):
        words = words_of(entry.get(key))
        if HUMAN.intersection(words):
            return None
        found = next((word for word in words[:3] if word in FACES), "")
        if not found:
            continue
        first = key == "features" and words.index(found) <= 1 and not _follows(words, found)
        is_role = key == "role" and words[-1] == found
        is_name = (
            key == "name"
            and not _dressed(entry)
            and (spoken or words[:1] == ["the"] or not entry.get("sex"))
            and words[-1] == found
        )
        if first or is_role or is_name:
            said = f"{entry.get('name') or ''} {found} {_said(entry)}"
            colour = next((word for word in words_of(said) if word in NAMED), "")
            return _as_thing(found, f"{colour} {found}".strip(), entry)
    return None


def _as_thing(word: str, drawn: str, entry: Mapping[str, Any]) -> Being:
    """Return somebody who is the thing `word`, drawn after the name `drawn`."""
    coat = Coat("#8a7a74", "#efe6dc", "#4a4046")
    held = held_of(entry.get("holds")) if entry.get("holds") else None
    seed = _seed(f"{word} {_said(entry)}")
    garbs = garbs_of(entry.get("wears"))
    being = Being(word, "thing", coat, _pose(entry), _view(entry), _felt(entry), drawn, garbs, held, seed)
    return measured(being)


def _follows(words: list[str], found: str) -> bool:
    """Tell whether a thing is only part of a look: "star tattoo", "hat hair"."""
    after = words[words.index(found) + 1 :][:1]
    return bool(after) and after[0] in {
        "tattoo",
        "scar",
        "shaped",
        "earrings",
        "pin",
        "hair",
        "marks",
        "birthmark",
        "eyes",
        "face",
    }
