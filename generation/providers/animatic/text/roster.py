"""Finds known people in a sentence: by name, by what they are called, by pronoun.

Planner and coverage both ask "who is in this sentence?"; the answer must be the same for both.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import Any

from .words import WORD, words_of

PRONOUNS = {"he": "male", "him": "male", "his": "male", "himself": "male"} | {
    "she": "female",
    "her": "female",
    "hers": "female",
    "herself": "female",
}
TOGETHER = frozenset({"they", "them", "both", "together"})
FIRST_PERSON = frozenset({"i", "me", "my", "i'm", "i'd", "i'll", "i've", "myself"})
SENTENCE_GAP = re.compile(r"(?<=[a-z]{3}[.!?…])\s+")  # not after "Mr."
WHILE = frozenset({"when", "as", "while", "after", "before", "until", "because", "if", "once", "since", "although"})
SUBJECT_WITHIN = 1  # words before the subject: "The", "Captain"
OBJECT_WITHIN = 3  # words between who does something and to whom: "My father told him"
LONGEST_ALIAS = 5


@dataclass(slots=True)
class Memory:
    """Who was spoken of last, so that a pronoun can be understood."""

    last: dict[str, str] = field(default_factory=dict)
    recent: list[str] = field(default_factory=list)

    def note(self, name: str, sex: str) -> None:
        """Remember that this person was just mentioned."""
        if sex:
            self.last[sex] = name
        if name in self.recent:
            self.recent.remove(name)
        self.recent.append(name)
        del self.recent[:-6]


@dataclass(slots=True)
class Roster:
    """The people of a film and all they are called."""

    sexes: dict[str, str]
    phrases: dict[tuple[str, ...], str]
    teller: str = ""
    beings: frozenset[str] = frozenset()  # who may be called "it"
    openings: frozenset[str] = field(init=False)  # the first words of all they are called

    def __post_init__(self) -> None:
        self.openings = frozenset(key[0] for key in self.phrases)

    def mentioned(self, text: str, memory: Memory, *, first_person: bool = True) -> list[str]:
        """Return the names of the people in a text, in order, each once; update the memory."""
        found: dict[str, None] = {}
        for sentence in SENTENCE_GAP.split(text.replace("’", "'")):
            places = self.places(WORD.findall(sentence), memory, first_person=first_person)
            found.update(dict.fromkeys(name for _, name in places))
        return list(found)

    def places(self, tokens: Sequence[str], memory: Memory, *, first_person: bool = True) -> list[tuple[int, str]]:
        """Return (position, name) wherever somebody is named or meant by a pronoun; update the memory."""
        found: list[tuple[int, str]] = []
        told_to = ""
        at = 0
        while at < len(tokens):
            name, length = self.named_at(tokens, at)
            if not name:
                name = self._by_pronoun(tokens[at].lower(), memory, first_person=first_person)
                if tokens[at].lower() == "him" and found and _is_its_subject(tokens, found[-1], at, name):
                    name = told_to = self._another(name, memory)  # "My father told him": he is somebody else
            if name:
                found.append((at, name))
                # Who tells the story is "I" and never "he".
                memory.note(name, self.sexes.get(name, "") if name != self.teller else "")
                if name in self.beings:
                    memory.last["being"] = name
            elif tokens[at].lower() in TOGETHER and not _many_things(tokens[:at]):
                found += [(at, other) for other in memory.recent[-2:]]
            at += length
        single = bool(found) and tokens[found[0][0]].lower() not in TOGETHER
        if single and found[0][0] <= SUBJECT_WITHIN and found[0][1] != self.teller and tokens[0].lower() not in WHILE:
            # "Imani thought of her daughter. She ...": she is Imani.
            memory.note(found[0][1], self.sexes.get(found[0][1], ""))
        if told_to and found[0][1] != told_to and len(found) == 2:
            memory.note(told_to, self.sexes.get(told_to, ""))  # and it is his turn to answer
        return found

    def clauses(self, tokens: Sequence[str], memory: Memory) -> list[tuple[str, list[str]]]:
        """Divide a sentence by who it speaks of: (name, the tokens from there to the next person)."""
        # "A boy, no older than she was, with wild hair": the hair is the boy's.
        compared = {at + 1 for at, token in enumerate(tokens) if token.lower() in {"than", "like"}}
        places = [(at, name) for at, name in self.places(tokens, memory) if at not in compared]
        places = [place for at, place in enumerate(places) if at == 0 or place[1] != places[at - 1][1]]
        starts = [*sorted({at for at, _ in places}), len(tokens)]
        return [(name, list(tokens[at : starts[starts.index(at) + 1]])) for at, name in places]

    def named_at(self, tokens: Sequence[str], at: int) -> tuple[str, int]:
        """Return who is named at a position, and by how many words (1 where nobody is)."""
        if bare(tokens[at]) not in self.openings:
            return "", 1
        for length in range(min(LONGEST_ALIAS, len(tokens) - at), 0, -1):
            key = tuple(bare(token) for token in tokens[at : at + length])
            name = self.phrases.get(key)
            # A name is written with a capital; "will" and "rose" are words.
            if name and (length > 1 or ("the", *key) in self.phrases or _capital_fits(tokens[at], name)):
                return name, length
        return "", 1

    def _another(self, name: str, memory: Memory) -> str:
        """Return who else of the same sex was spoken of, the last one first; the same where there is nobody else."""
        sex = self.sexes.get(name, "")
        return next(
            (other for other in reversed(memory.recent) if other != name and self.sexes.get(other) == sex), name
        )

    def _by_pronoun(self, word: str, memory: Memory, *, first_person: bool) -> str:
        if word in FIRST_PERSON:
            return self.teller if first_person else ""
        return memory.last.get(PRONOUNS.get(word, "-"), "")


def _is_its_subject(tokens: Sequence[str], place: tuple[int, str], at: int, name: str) -> bool:
    """Say whether the last one named, who does something to "him", is the one that "him" would be."""
    started, who = place
    return who == name and at - started <= OBJECT_WITHIN and tokens[started].lower() not in TOGETHER


def _many_things(tokens: Sequence[str]) -> bool:
    """Say whether "they" may be things: "the trains slowed down when they passed"."""
    return any(
        before.lower() == "the" and after.islower() and after.endswith("s") and not after.endswith(("ss", "us", "is"))
        for before, after in pairwise(tokens)
    )


def _capital_fits(token: str, name: str) -> bool:
    proper = not name.lower().startswith("the ") and token.lower() in name.lower().split()
    return token[0].isupper() or not proper


@lru_cache(maxsize=8192)
def bare(token: str) -> str:
    """Return a word as it is looked up: lower case, without a possessive ending."""
    low = token.lower().replace("’", "'")
    return low.removesuffix("'s") if low.endswith("'s") else low.rstrip("'")


def roster_of(characters: Iterable[Mapping[str, Any]], teller: str = "") -> Roster:
    """Build a roster from character entries ({"name", "aliases", "sex"})."""
    phrases: dict[tuple[str, ...], str] = {}
    sexes: dict[str, str] = {}
    creatures = words_of("people", "animals", "words") | words_of("people", "animals", "beings")
    beings: set[str] = set()
    for entry in characters:
        name = str(entry.get("name", ""))
        if str(entry.get("role", "")).split(" ")[-1] in creatures:
            beings.add(name)
        sexes[name] = str(entry.get("sex", ""))
        for called in [name, *entry.get("aliases", ())]:
            key = tuple(bare(token) for token in WORD.findall(str(called)))
            if key and key != ("i",):
                phrases.setdefault(key, name)
                if key[0] == "the" and len(key) > 1:
                    phrases.setdefault(key[1:], name)
            elif key:
                teller = teller or name
    return Roster(sexes, phrases, teller, frozenset(beings))
