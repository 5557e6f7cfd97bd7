"""Decides what kind of story an idea makes: its conflict, by its verb, its words, its people and its place."""

from __future__ import annotations

from dataclasses import dataclass

from .figures import Figure
from .parsing import Parse
from .subjects import Subjects
from .tenses import base_form, is_finite
from .things import is_thing
from .words import lexicon, pick, words, words_of

NO_SHAPE = frozenset({"plain", "goal"})  # rows of verbs that do not make a conflict by themselves
AWAY = frozenset({"flee", "travel", "escape", "become", "win", "race"})
DUELS = frozenset({"showdown", "duel", "standoff", "shootout"})
QUARRELS = frozenset({"agree", "quarrel", "argue", "share", "fight", "inherit", "divide"})
AFRAID = frozenset({"afraid", "scared", "terrified", "frightened", "fears"})
PLAIN_SHAPES = frozenset({"goal", "change", "make"})  # what a thing that nobody does cannot be


@dataclass(frozen=True, slots=True)
class Clues:
    """What is known of an idea when its conflict is decided. `verb` and `goal` are in the plain form, or ""."""

    parse: Parse
    subjects: Subjects
    verb: str
    goal: str
    fear: str
    genre: str
    place_kind: str
    seed: int

    @property
    def has_thing(self) -> bool:
        """Say whether the idea names a thing."""
        return any(is_thing(phrase.text) for phrase in self.parse.phrases if phrase not in self.subjects.taken)


def conflict_of(clues: Clues) -> str:
    """Return the kind of story an idea makes: the name of a conflict."""
    said = set(words(clues.parse.text))
    named = _by_people(clues, said) or _by_word(clues, said)
    if named:
        return named
    if is_wish(clues.verb) and clues.goal:
        wanted = clues.goal.split()[0]
        return next(
            (shape for shape in ("rescue", "heist") if wanted in words_of("happenings", "verbs", shape)), "goal"
        )
    shape = _by_verb(clues, said)
    if clues.genre == "horror" and shape not in {"fear", "survive"}:
        return pick(("haunt", "omen"), clues.seed, "horror")
    other = clues.subjects.other
    if shape == "meet" and other is not None and _is_animal_pair(clues.subjects.hero, other):
        return "bond"
    return shape or _open_conflict(clues)


def is_wish(verb: str) -> bool:
    """Say whether a verb only says that somebody wants something: "learn", "dream", "try"."""
    return verb in words_of("happenings", "verbs", "goal")


def _by_people(clues: Clues, said: set[str]) -> str:
    if clues.fear and not _is_beside_the_point(clues):
        return "fear"
    if said & {"friend", "friends", "friendship", "befriend", "befriends"} and clues.subjects.other is not None:
        return "bond" if _is_animal_pair(clues.subjects.hero, clues.subjects.other) else "meet"
    other = clues.subjects.other
    if said & DUELS and other is not None and not _is_animal_pair(clues.subjects.hero, other):
        return "duel"
    if other is not None and other.role == clues.subjects.hero.role and said & QUARRELS and clues.has_thing:
        return "share"
    if clues.subjects.hero.is_thing and not clues.subjects.other and clues.verb not in AWAY and not clues.goal:
        return "awake"
    if said & words_of("grammar", "sets", "ideas_rivals") and clues.subjects.other is not None:
        return "rivals"
    if "for" in said and clues.verb == "fall" and clues.subjects.other is not None:
        return "love"
    in_love = "love" in said and (said & {"falls", "fall", "in", "story"} or clues.verb in {"love", "fall"})
    return "love" if in_love else ""


def _is_beside_the_point(clues: Clues) -> bool:
    """Say whether a fear only tells who somebody is: "a dragon who is afraid of fire opens a bakery"."""
    tokens = clues.parse.tokens
    afraid = next((at for at, token in enumerate(tokens) if token.word.lower() in AFRAID), -1)
    return afraid >= 0 and clues.parse.is_aside(afraid) and bool(_of_verb(clues.verb))


def _by_word(clues: Clues, said: set[str]) -> str:
    """Return the conflict that a single word gives away: "murder", "stranded", "tournament"."""
    for conflict, line in lexicon("happenings")["signs"].items():
        if said & set(str(line).split()) and not (conflict == "mistake" and clues.genre == "horror"):
            return str(conflict)
    return ""


def _by_verb(clues: Clues, said: set[str]) -> str:
    shape = _of_verb(base_form(clues.goal.split()[0]) if clues.goal else clues.verb)
    opens = clues.verb in {"open", "run", "start", "reopen"}
    if opens and (clues.place_kind or said & words_of("ideas", "people", "shops")):
        shape = "venture"
    if not clues.subjects.own_hero:
        shape = "wonder" if clues.verb and not shape else "" if shape in PLAIN_SHAPES else shape
    return shape or next(iter(filter(None, map(_of_verb, _further_verbs(clues)))), "")


def _further_verbs(clues: Clues) -> list[str]:
    """Return the other verbs of an idea whose first says little: "Mara is a painter. She finds ..."."""
    tokens = clues.parse.tokens
    told = [at for at in range(len(tokens)) if is_finite(tokens, at) and not clues.parse.is_aside(at)]
    found = [base_form(tokens[at].word, tokens[at].tag) for at in told]
    return [other for other in found if other != clues.verb and other not in {"be", "have"}]


def _of_verb(verb: str) -> str:
    for shape, line in lexicon("happenings")["verbs"].items():
        if shape not in NO_SHAPE and verb in str(line).split():
            return str(shape)
    return ""


def _is_animal_pair(hero: Figure, other: Figure) -> bool:
    return (other.nature == "animal") != (hero.nature == "animal")


def _open_conflict(clues: Clues) -> str:
    """Return a conflict for an idea that names people, a place or a thing but nothing that happens."""
    subjects = clues.subjects
    if subjects.own_hero and subjects.other is not None:
        pair = ("bond",) if _is_animal_pair(subjects.hero, subjects.other) else ("meet", "rivals", "journey")
        return pick(pair, clues.seed, "pair")
    table = "open_place" if clues.place_kind and not subjects.own_hero else "open"
    options = str(lexicon("ideas")[table].get(clues.genre, "secret find farewell defend")).split()
    return pick(options, clues.seed, "conflict")
