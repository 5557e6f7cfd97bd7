"""Weighs what a text says about a capitalised phrase: is it somebody's name, or a ship's, a street's, a month's?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from .persons import Line, family, role_words, speech_verbs, titles
from .roster import FIRST_PERSON, bare
from .words import given_names, kinds, lexicon, words_of

Phrase = tuple[str, ...]

INSIDE = words_of("grammar", "sets", "people_inside") | {"near", "past", "outside", "down", "across"}
PARTICLES = words_of("grammar", "sets", "people_particles")
THINKING = words_of("grammar", "sets", "people_thinking")
BODY = words_of("grammar", "sets", "people_body")
TIMES = words_of("grammar", "sets", "people_times")
PLACES = words_of("grammar", "sets", "people_vessels")
PLAYING = words_of("grammar", "sets", "clues_playing")
PARTS = (["part", "of"], ["role", "of"], ["cast", "as"], ["dressed", "as"], ["read", "for"], ["audition", "for"])
NUMBERED = words_of("grammar", "sets", "clues_numbers")
MONTHS = frozenset({"may", "june", "april", "august"})
ARTICLES = frozenset({"the", "a", "an"})
OWNERS = frozenset({"his", "her", "my", "their", "our", "your", "its"})
NAMING = frozenset({"named", "called", "nicknamed"})
SMALL_TITLES = frozenset({"old", "little", "young", "poor", "big"})
GREETINGS = frozenset({"hello", "dear", "hey", "hi", "oh", "goodbye", "thanks"})
ACTING = ("VBD", "VBZ", "MD")


@dataclass(slots=True)
class Clue:
    """What the text says about one capitalised phrase."""

    score: float = 0.0
    count: int = 0
    inside_sentence: int = 0
    narrated: int = 0
    addressed: int = 0
    speaks: int = 0
    acts: int = 0
    line: int = -1  # the first sentence of the narration that has it
    after_the: int = 0
    belongs: int = 0  # how often only something of theirs is spoken of: "the head of Lord Nelson"
    proper: int = 0
    titles: Counter[str] = field(default_factory=Counter)
    roles: list[str] = field(default_factory=list)


def clues_in(lines: Sequence[Line]) -> dict[Phrase, Clue]:
    """Return what the text says about every capitalised phrase, in the order of their first appearance."""
    clues: dict[Phrase, Clue] = {}
    for number, line in enumerate(lines):
        for start, end, title in name_runs(line.tokens):
            phrase = _phrase(line.tokens, start, end, title)
            if phrase:
                clue = clues.setdefault(phrase, Clue())
                clue.line = number if clue.line < 0 and not line.quoted else clue.line
                _weigh(clue, line, start, end, title)
    _share(clues)
    return clues


def name_runs(tokens: Sequence[str]) -> list[tuple[int, int, str]]:
    """Return (start, end, title) of every run of capitalised words: "Captain Elizabeth Ward" has a title."""
    found = []
    at = 0
    while at < len(tokens):
        end, title = _name_run(tokens, at)
        if end > at:
            found.append((at, end, title))
        at = max(end, at + 1)
    return found


def _phrase(tokens: Sequence[str], start: int, end: int, title: str) -> Phrase:
    words = tuple(_unpossessed(token) for token in tokens[start:end] if token.isalpha() or len(token) > 1 or end > 1)
    return words[len(title.split()) :] if title else words


def _unpossessed(token: str) -> str:
    return token[:-2] if token.endswith("'s") else token.rstrip("'")


def _name_run(tokens: Sequence[str], start: int) -> tuple[int, str]:
    """Return where a run of capitalised words that starts here ends (`start` if none), and its titles."""
    used: list[str] = []
    end = start
    while end < len(tokens):
        token = tokens[end]
        low = bare(token)
        if end == start + len(used) and _is_title(tokens, end):
            used.append(low)
            end += 1
            continue
        particle = end > start and low in PARTICLES and tokens[end + 1 : end + 2] and tokens[end + 1][0].isupper()
        # "Unit 7" and "R 2" are names; a chapter's number is not, but nobody speaks to a chapter.
        number = end == start + 1 + len(used) and token.isdigit() and bool(tokens[end - 1][0].isupper())
        number = number or (low in NUMBERED and end > start + len(used) and token[0].isupper())
        if not (_looks_named(token) or particle or number or _is_name_here(tokens, end, titled=bool(used))):
            break
        end += 1
        if token.endswith("'s"):
            break
    return (end, " ".join(used)) if end > start + len(used) else (start, "")


def _is_title(tokens: Sequence[str], at: int) -> bool:
    low = bare(tokens[at])
    written = tokens[at][0].isupper() or low in SMALL_TITLES
    following = tokens[at + 1 : at + 2]
    if low not in titles() or not written or tokens[at].endswith("'s") or not following:
        return False
    named = _looks_named(following[0]) or _is_name_here(tokens, at + 1, titled=True)
    return named or (bare(following[0]) in titles() and following[0][0].isupper())


def _is_name_here(tokens: Sequence[str], at: int, *, titled: bool) -> bool:
    """Say whether a small word is a name here: "asked Will", "Aunt May", "May shouted"; "Will" may open a question."""
    token = tokens[at]
    if token[:1] + token[1:].lower() != token or token[:1].islower() or bare(token).title() not in called_names():
        return False
    if titled:
        return True
    before = tokens[at - 1] if at else "."
    after = tokens[at + 1].lower() if at + 1 < len(tokens) else "."
    if before in {".", "!", "?", ":", ";"}:
        return after in speech_verbs() or after in THINKING or token.endswith("'s")
    return bare(token) not in MONTHS or before.lower() in speech_verbs()


@cache
def called_names() -> frozenset[str]:
    """Return every given name and every short form of one."""
    table = lexicon("people")["nicknames"]
    return frozenset(given_names()) | {name for line in table.values() for name in str(line).split()}


def _looks_named(token: str) -> bool:
    low = bare(token)
    if not token[0].isupper() or len(token) < 2 or low in FIRST_PERSON:
        return False
    shouted = token.isupper() and not (len(token) > 3 and token.title() in given_names())
    return not shouted and low not in words_of("ordinary", "small", "words")


# --- what one occurrence says --------------------------------------------------------------------------------------


def _weigh(clue: Clue, line: Line, start: int, end: int, title: str) -> None:
    """Add what one occurrence says for or against a person."""
    tokens, tags = line.tokens, line.tags
    before = tokens[start - 1].lower() if start else ""
    after = tokens[end].lower() if end < len(tokens) else ""
    owns = tokens[end - 1].endswith(("'s", "s'"))
    clue.count += 1
    clue.inside_sentence += start > 0 and tokens[start - 1] not in {".", "!", "?", ":"}
    clue.narrated += not line.quoted
    clue.proper += tags[end - 1].startswith("NNP")
    if title:
        clue.score += 3
        clue.titles.update(title.split())
    clue.score += _before(clue, line, start, before)
    clue.score += _after(clue, line, end, after) if not owns else (2 if after in BODY | family().keys() else 0.5)
    clue.belongs += before in {"of", "like", "under"} and not owns
    if line.quoted and _is_called(before, after):
        clue.addressed += 1
        clue.score += 1.5


def _is_called(before: str, after: str) -> bool:
    return (before in {",", ""} or before in GREETINGS) and after in {",", ".", "!", "?", ""}


def _before(clue: Clue, line: Line, start: int, before: str) -> float:
    """Return what stands before a name: "the", "said", "named", "the frigate", "his brother", "in"."""
    tokens, tags = line.tokens, line.tags
    article = start - 1
    while article > 0 and tags[article].startswith("JJ"):
        article -= 1
    if before in ARTICLES or (start and article < start - 1 and tokens[article].lower() == "the"):
        clue.after_the += before != "a"
        clue.speaks += line.beside and article > 0 and tokens[article - 1].lower() in speech_verbs()
        return -3.0
    if before in NAMING or [token.lower() for token in tokens[max(0, start - 2) : start]] in (
        ["name", "was"],
        ["name", "is"],
    ):
        return _by_naming(clue, line, start)
    if before in PLAYING or [token.lower() for token in tokens[max(0, start - 2) : start]] in PARTS:
        return -3.0  # a part in a play
    if before in INSIDE or before == "from":
        return -1.5
    if before in speech_verbs():
        clue.speaks += line.beside
        return 3.0 if line.beside else 1.0
    noun = bare(before)
    if start and tokens[start - 1].islower() and noun in role_words():
        clue.roles.append(noun)
        return 2.5
    apposed = start > 1 and tags[start - 1].startswith("NN") and tokens[start - 2].lower() in ARTICLES | OWNERS
    if noun in PLACES or (apposed and tokens[start - 1].islower() and noun not in TIMES):
        return -4.0
    owned = {token.lower() for token in tokens[max(0, start - 6) : max(0, start - 2)]} & (ARTICLES | OWNERS)
    trade = start > 1 and bare(tokens[start - 2]) in role_words() and tags[start - 2].startswith("NN")
    if before == "," and trade and owned and tokens[start - 2].islower():
        clue.roles.append(bare(tokens[start - 2]))
        return 2.5
    return 0.5 if before in {"and", "with"} else 0.0


def _by_naming(clue: Clue, line: Line, start: int) -> float:
    """Return what "a cat called" and "whose name was" say: the noun before decides."""
    nouns = [
        bare(token)
        for token, tag in zip(line.tokens[:start], line.tags, strict=False)
        if tag.startswith("NN") and bare(token) not in {"name", *BODY}
    ]
    if line.tokens[start - 2 : start - 1] == ["one"]:
        return -4.0  # "There is one called Mr. Chamberlain": one of the hens
    roles = [noun for noun in nouns if noun in role_words()]
    near = nouns[-1] if nouns else ""
    if near in PLACES or (near in kinds() and near not in role_words()):
        return -4.0
    if roles:
        clue.roles.append(roles[-1] if near == roles[-1] or near not in role_words() else near)
    return 3.0


def _after(clue: Clue, line: Line, end: int, after: str) -> float:
    """Return what follows a name: what it does, "who", "the baker"."""
    tokens, tags = line.tokens, line.tags
    if after == "who" or (after == "," and tokens[end + 1 : end + 2] in (["who"], ["whom"], ["whose"])):
        return 2.0
    if after == "," or after == "the":
        return _apposed(clue, line, end + (after == ","))
    at = end + 1 if after.endswith("ly") else end
    verb, tag = (tokens[at].lower(), tags[at]) if at < len(tokens) else ("", "")
    if verb in speech_verbs():
        clue.speaks += line.beside
        clue.acts += 1
        return 3.0 if line.beside else 1.5
    if verb in THINKING or verb.rstrip("s") in THINKING:
        clue.acts += 1
        return 1.5
    if verb in {"and", ","} and acts_together(line, at):
        return 1.0
    if verb in {"was", "is"} and any(bare(token) in role_words() for token in tokens[at + 1 : at + 5]):
        return 1.5
    if verb in {"of", "'s"}:
        return -0.5
    if verb in {"was", "is", "had"} and ["years", "old"] in [tokens[place : place + 2] for place in range(at, at + 6)]:
        return 2.0
    return (0.75 if verb not in {"was", "is", "had", "has"} else 0.5) if tag in ACTING else 0.0


def acts_together(line: Line, at: int) -> bool:
    """Say whether "and the Tin Woodman came" goes on from here: two who do something together."""
    for place in range(at + 1, min(len(line.tokens), at + 6)):
        if line.tags[place] in ACTING or line.tokens[place].lower() in speech_verbs():
            return line.tokens[at] == "and" and place > at + 1
        if not line.tags[place].startswith(("DT", "NN", "JJ", "PRP$")):
            return False
    return False


def _apposed(clue: Clue, line: Line, at: int) -> float:
    """Return what ", the village baker" or ", her little black dog" after a name says."""
    tokens = line.tokens
    if tokens[at : at + 1] and (tokens[at].lower() in ARTICLES | OWNERS or tokens[at].endswith("'s")):
        for place in range(at + 1, min(len(tokens), at + 8)):
            noun = bare(tokens[place])
            if tokens[place] in {".", ";", "!", "?"} or line.tags[place].startswith("V"):
                break
            if noun in role_words() and tokens[place].islower():
                clue.roles.append(noun)
                return 2.5
            if noun in words_of("grammar", "sets", "people_things_of"):
                return -3.0
    return 0.0


def _share(clues: Mapping[Phrase, Clue]) -> None:
    """Let a long name gain what its parts have: "Sherlock Holmes" is the Holmes who speaks."""
    for phrase, clue in clues.items():
        if len(phrase) > 1:
            parts = [clues[(word,)] for word in (phrase[0], phrase[-1]) if (word,) in clues]
            clue.score += max((part.score for part in parts), default=0.0) * (clue.score > -3)
