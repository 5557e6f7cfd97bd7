"""Somebody in a story, and the words that say what kind of somebody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from .roster import Roster, roster_of
from .words import lexicon, words_of

NARRATOR = "The narrator"
GROWN = frozenset({"man", "woman", "gentleman", "lady", "guy", "bloke", "chap", "foreman"})


@dataclass(slots=True)
class Person:
    """Somebody in the story, as far as the text tells."""

    name: str
    aliases: list[str] = field(default_factory=list)
    role: str = ""
    sex: str = ""
    age: str = ""
    years: int = -1  # as the text says in numbers; the age follows from it, whatever the trade or the title
    build: str = ""
    hair: str = ""
    wears: list[str] = field(default_factory=list)
    features: list[str] = field(default_factory=list)
    mentions: int = 0
    is_described: bool = False  # the sentence that names them says what they are
    first: int = -1  # the first sentence of the narration that names them
    narrated: int = 0  # how often the narration names them; who is only called to is perhaps never seen


@dataclass(slots=True)
class Company:
    """Everybody in the story. `teller` is the name of a first-person narrator, or ""."""

    people: list[Person]
    teller: str = ""

    def roster(self) -> Roster:
        """Return the roster that finds these people in sentences."""
        entries = [{"name": p.name, "aliases": p.aliases, "sex": p.sex, "role": p.role} for p in self.people]
        return roster_of(entries, self.teller)


@dataclass(slots=True)
class Line:
    """One sentence as tokens, punctuation included, with their parts of speech.

    `beside` says whether a quotation stands directly before or after it, so that its verb may be a speech tag.
    """

    tokens: list[str]
    quoted: bool
    tags: list[str] = field(default_factory=list)
    paragraph: int = 0
    beside: bool = False


@cache
def titles() -> dict[str, str]:
    """Return title -> sex ("" where either)."""
    return {
        word: sex if sex != "either" else ""
        for sex, line in lexicon("people")["titles"].items()
        for word in line.split()
    }


@cache
def role_words() -> frozenset[str]:
    """Return every word for somebody: trades, kin, "man" and "girl", animals and beings."""
    table = lexicon("people")
    found = set(table["roles"])
    for part, keys in (("kin", ("male", "female", "either")), ("sexed", ("male", "female"))):
        for key in keys:
            found |= words_of("people", part, key)
    return frozenset(found) | words_of("people", "animals", "words") | words_of("people", "animals", "beings")


def kin() -> frozenset[str]:
    return words_of("people", "kin", "male") | words_of("people", "kin", "female") | words_of("people", "kin", "either")


def beings() -> frozenset[str]:
    """Return the words for animals and creatures of fancy: whom a text may call "it"."""
    return words_of("people", "animals", "words") | words_of("people", "animals", "beings")


@cache
def family() -> dict[str, str]:
    """Return word -> the one word for this relation: "mum" and "mama" are both "mother"."""
    found: dict[str, str] = {}
    for relation, line in lexicon("people")["relations"].items():
        found |= dict.fromkeys([relation, *line.split()], relation)
    return found


def speech_verbs() -> frozenset[str]:
    return words_of("feeling", "speech", "verbs")


def sex_of(role: str) -> str:
    """Return the sex a role word implies, or ""."""
    for sex in ("male", "female"):
        if role in words_of("people", "kin", sex) or role in words_of("people", "sexed", sex):
            return sex
    return ""


def age_of(role: str, adjectives: Sequence[str] = ()) -> str:
    """Return the age a role word and its adjectives imply, or ""."""
    if any(word in words_of("people", "ages", "elder_words") for word in adjectives):
        return "elder"
    if any(word in words_of("people", "ages", "teen_words") for word in adjectives):
        return "teen"
    if role not in kin() and any(word in words_of("people", "ages", "adult_words") for word in adjectives):
        return "adult"
    for age in ("elder", "teen", "child"):
        if role in words_of("people", "ages", age):
            return age
    # A tiny librarian is grown up; a little brother is not.
    trade = bool(lexicon("people")["roles"].get(role)) or role in GROWN
    return (
        "child" if not trade and any(word in words_of("people", "ages", "child_words") for word in adjectives) else ""
    )
