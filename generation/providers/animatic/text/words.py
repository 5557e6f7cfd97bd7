"""The word lists the text vendor knows English by, loaded once from the files in `lexicon/`."""

from __future__ import annotations

import random
import re
import tomllib
import zlib
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

LEXICON = Path(__file__).parent / "lexicon"
WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*|\d+", re.UNICODE)

PLURALS = {
    "men": "man",
    "women": "woman",
    "children": "child",
    "wolves": "wolf",
    "mice": "mouse",
    "geese": "goose",
    "leaves": "leaf",
    "knives": "knife",
    "thieves": "thief",
    "elves": "elf",
    "dwarves": "dwarf",
    "wives": "wife",
    "feet": "foot",
    "loaves": "loaf",
    "halves": "half",
    "shelves": "shelf",
    "glasses": "glass",
    "matches": "match",
    "boxes": "box",
}
PLURAL_OF = {single: many for many, single in PLURALS.items()}

T = TypeVar("T")


@cache
def lexicon(name: str) -> dict[str, Any]:
    """Return the word lists of one file, as written there."""
    with (LEXICON / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


@cache
def words_of(name: str, table: str, key: str) -> frozenset[str]:
    """Return one list of a file as a set of lower-case words (hyphens stand for spaces)."""
    return frozenset(str(lexicon(name)[table][key]).split())


@cache
def index_of(name: str, table: str) -> dict[str, str]:
    """Return word -> key for a table whose values are lists of words; the first list that has a word wins."""
    found: dict[str, str] = {}
    for key, words in lexicon(name)[table].items():
        for word in str(words).split():
            found.setdefault(word, key)
    return found


@cache
def given_names() -> dict[str, str]:
    """Return given name -> "male" or "female"; a name of both sexes is left to other evidence ("")."""
    found: dict[str, str] = {}
    for sex in ("male", "female"):
        for names in lexicon("names")[sex].values():
            for name in names.split():
                found[name] = sex if found.get(name, sex) == sex else ""
        for name in lexicon("people")["given"][sex].split():
            found.setdefault(name, sex)
    return found


@cache
def kinds() -> dict[str, str]:
    """Return place word -> kind of set."""
    found: dict[str, str] = {}
    for kind, entry in lexicon("places")["kinds"].items():
        for word in [kind, *entry["words"].split()]:
            found.setdefault(word, kind)
    return found


def words(text: str) -> list[str]:
    """Return the words of a text in lower case, without punctuation."""
    return [word.lower().replace("’", "'") for word in WORD.findall(text)]


def singular(word: str) -> str:
    """Return the singular of an English noun, by rule and a short list of exceptions."""
    low = word.lower()
    if low in PLURALS:
        return PLURALS[low]
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith(("sses", "xes", "ches", "shes", "zes")):
        return low[:-2]
    if low.endswith("s") and not low.endswith(("ss", "us", "is")) and len(low) > 3:
        return low[:-1]
    return low


def plural(noun: str) -> str:
    """Return the plural of an English noun phrase (its last word is the noun)."""
    head, _, last = noun.rpartition(" ")
    if last in PLURAL_OF:
        many = PLURAL_OF[last]
    elif last.endswith(("s", "x", "ch", "sh", "z")):
        many = last + "es"
    elif last.endswith("y") and last[-2:-1] not in "aeiou":
        many = last[:-1] + "ies"
    else:
        many = last + "s"
    return f"{head} {many}".strip()


def article(phrase: str) -> str:
    """Return the phrase with "a" or "an" before it."""
    low = phrase.lower()
    vowel = low[:1] in "aeiou" and not low.startswith(("uni", "one", "use", "eu", "ufo"))
    return f"{'an' if vowel or low.startswith(('hour', 'honest', 'heir')) else 'a'} {phrase}"


def draw(seed: int, *purpose: object) -> random.Random:
    """Return a random source that is the same for the same seed and purpose on every machine."""
    return random.Random(zlib.crc32(repr((seed, *map(str, purpose))).encode()))


def pick(options: Sequence[T], seed: int, *purpose: object) -> T:
    """Return one of the options, always the same for the same seed and purpose."""
    return options[draw(seed, *purpose).randrange(len(options))]


def count(text_words: Iterable[str], vocabulary: frozenset[str]) -> int:
    """Return how many of the words are in the vocabulary."""
    return sum(1 for word in text_words if word in vocabulary)


def best_key(text_words: Sequence[str], name: str, table: str, default: str) -> str:
    """Return the key of the table whose words are most frequent in the text, or the default if none is."""
    by_word = index_of(name, table)
    scores: dict[str, int] = {}
    for word in text_words:
        key = by_word.get(word)
        if key is not None:
            scores[key] = scores.get(key, 0) + 1
    return max(scores, key=lambda key: scores[key]) if scores else default
