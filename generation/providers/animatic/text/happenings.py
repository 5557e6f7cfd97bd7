"""What happens in an idea: its sentences told in the past, and the kind of conflict they make."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from .clauses import main_verb, top_start
from .figures import is_someone
from .parsing import Parse, Phrase, parse_idea, spaced
from .reading import sentences
from .shaping import Clues, conflict_of, is_wish
from .subjects import Subjects
from .tagging import Tagged, tag
from .tenses import base_form, is_finite, past, told
from .things import is_thing
from .words import kinds, lexicon, words, words_of

LINKING = frozenset(
    {"is", "are", "was", "were", "be", "am", "has", "have", "had", "can", "cannot", "'s", "will", "must", "could"}
)
SUBORDINATE = frozenset(
    {
        "that",
        "who",
        "which",
        "when",
        "because",
        "if",
        "where",
        "while",
        "whose",
        "why",
        "how",
        "what",
        "before",
        "after",
        "until",
        "as",
        "but",
    }
)
PRONOUNS = frozenset({"he", "she", "it", "they", "i", "we", "you", "nobody", "everybody", "everyone", "no-one"})
ONE_DAY = re.compile(r"^(?:the|a) (day|night|morning|summer|winter|year|week)\s+(?:that\s+|when\s+)?", re.IGNORECASE)
WHAT_IF = re.compile(r"^what\s+(?:if|would happen if)\s+", re.IGNORECASE)
YOURS = {"his": "your", "her": "your", "my": "your", "their": "your", "its": "your", "himself": "yourself"} | {
    "herself": "yourself", "themselves": "yourselves", "he": "you", "she": "you", "him": "you", "me": "you",
}  # fmt: skip
WITHOUT_DEED = frozenset({"fear", "haunt", "omen", "wonder", "goal"})  # stories of what happens to people
LONGEST_DEED = 9  # words
LONGEST_FEAR = 4
AFRAID = frozenset({"afraid", "scared", "terrified", "frightened"})
BETWEEN = re.compile(r"^(.*?)\s+((?:on|in|at|under|aboard)\s+[^,]*?\s+)?between\s+(.+?)\s+and\s+(.+)$")
EVENTS = words_of("grammar", "sets", "ideas_events")  # nouns of what comes about: "a showdown between ..."
UNWILLED = words_of("grammar", "sets", "ideas_unwilled")  # what nobody decides to do: find, inherit, fall


@dataclass(frozen=True, slots=True)
class Happening:
    """What an idea says happens. `events` are sentences in the past tense with slots for names."""

    events: tuple[str, ...]
    conflict: str
    verb: str = ""
    goal: str = ""
    fear: str = ""
    deed: str = ""  # what the hero does, as said to them: "trade your shadow for a bicycle"
    did: str = ""  # the same in the past


def verb_at(parse: Parse) -> int:
    """Return where the idea's main verb stands; -1 if it has none.

    "A robot who learns to bake" has one in its relative clause: what it says of the robot is what happens.
    """
    inside = [*parse.asides, *((phrase.start, phrase.end) for phrase in parse.phrases)]
    at = main_verb(parse.tokens, inside, top_start(parse.tokens))
    return at if at >= 0 else _told_aside(parse)


def _told_aside(parse: Parse) -> int:
    """Return the verb of a relative clause that belongs to the idea's first noun, or -1."""
    if not parse.asides or not parse.phrases:
        return -1
    start, end = parse.asides[0]
    first = parse.phrases[0]
    pronoun = parse.tokens[start].word.lower()
    near = start == first.end or (start == first.end + 1 and parse.tokens[first.end].word == ",")
    if not near or pronoun in {"whose", "whom"} or parse.tokens[start + 1].tag in {"PRP", "DT", "NNP"}:
        return -1
    return next((at for at in range(start + 1, end) if is_finite(parse.tokens, at)), -1)


def read_happening(parse: Parse, subjects: Subjects, genre: str, place_kind: str, seed: int) -> Happening:
    """Return what happens, from an idea and the people it names."""
    first, *more = sentences(parse.text) or [parse.text]
    at = verb_at(parse)
    verb, finite = _main_verb(parse.tokens, at, subjects)
    goal = _goal(parse, at, verb) if finite else ""
    fear = _fear(parse) if _is_afraid(parse) else ""
    conflict = conflict_of(Clues(parse, subjects, verb, goal, fear, genre, place_kind, seed))
    opening = _opening(
        subjects, first, parse, at if finite else -1, seed, own_goal=conflict == "goal" and is_wish(verb)
    )
    later = tuple(_sentence(told(text, tag(text))) for text in more)
    deed, did = (
        _deed(parse, at, subjects)
        if finite and conflict not in {"fear", "haunt", "omen", "wonder", "goal"}
        else ("", "")
    )
    return Happening((opening, *later), conflict, verb, goal, fear, deed, did)


def _deed(parse: Parse, at: int, subjects: Subjects) -> tuple[str, str]:
    """Return what the hero does, in the plain form and in the past, as one says it to their face."""
    tokens = parse.tokens
    if at > 0 and tokens[at - 1].tag == "RB":
        return "", ""
    first = parse.phrases[0] if parse.phrases else None
    if first is None or first not in subjects.taken or first.start >= at:
        return "", ""
    if not subjects.own_hero or tokens[at].word.lower() in LINKING - {"must"} or parse.is_aside(at):
        return "", ""
    if base_form(tokens[at].word, tokens[at].tag) in UNWILLED:
        return "", ""
    at += tokens[at].word.lower() == "must"
    rest: list[str] = []
    for token in tokens[at + 1 :]:
        if token.word in {".", "!", "?", ",", ";"} or token.word.lower() in SUBORDINATE | {"and"}:
            break
        rest.append(YOURS.get(token.word.lower(), token.word))
    if tokens[min(at + len(rest), len(tokens) - 1)].tag in {"IN", "TO", "RP"}:
        return "", ""
    named = subjects.other.name in rest if subjects.other else False
    if named or not 1 <= len(rest) <= LONGEST_DEED:
        return "", ""
    plain = base_form(tokens[at].word, tokens[at].tag)
    return spaced([plain, *rest]), spaced([past(plain), *rest])


def _main_verb(tokens: Sequence[Tagged], at: int, subjects: Subjects) -> tuple[str, bool]:
    """Return the plain form of the verb that tells what happens: in "is hired by", "hire"."""
    if at < 0:
        moving = next((t for t in tokens if t.tag == "VBG" and (subjects.own_hero or t is tokens[0])), None)
        return (base_form(moving.word, "VBG"), False) if moving else ("", False)
    token = tokens[at]
    if token.word.lower() in LINKING:
        for following in tokens[at + 1 : at + 5]:
            if following.tag in {"VB", "VBN", "VBG", "VBD"}:
                return base_form(following.word, following.tag), True
        return "be", True
    plain = base_form(token.word, token.tag)
    following = tokens[at + 1] if at + 1 < len(tokens) else Tagged("", "")
    if plain in {"start", "begin", "keep", "stop"} and following.tag == "VBG":
        return base_form(following.word, "VBG"), True
    if plain in {"run", "sneak", "slip", "fly", "sail"} and following.word.lower() in {"away", "off"}:
        return "flee", True
    return plain, True


def _is_afraid(parse: Parse) -> bool:
    return bool(set(words(parse.text)) & {"afraid", "scared", "fears", "terrified", "frightened", "phobia"})


def _fear(parse: Parse) -> str:
    """Return what somebody is afraid of, up to the next verb: "fire" of "who is afraid of fire opens a bakery"."""
    tokens = parse.tokens
    for at, token in enumerate(tokens[:-1]):
        afraid = token.word.lower() in AFRAID and tokens[at + 1].word.lower() == "of"
        fears = token.word.lower() == "fears" and at > 0
        if not (afraid or fears):
            continue
        kept: list[str] = []
        for place in range(at + 1 + afraid, len(tokens)):
            low = tokens[place].word.lower()
            ends = low in SUBORDINATE | {"and", "or", ".", ",", "!", "?", ";"} or is_finite(tokens, place)
            if (kept and ends) or len(kept) > LONGEST_FEAR:
                break
            kept.append(tokens[place].word)
        return spaced(kept)
    return ""


def _goal(parse: Parse, at: int, verb: str) -> str:
    """Return what the hero wants to do, in the verb's plain form: "bake bread"."""
    tokens = parse.tokens
    if is_wish(verb):
        start = at + 1
        while start < len(tokens) and tokens[start].word.lower() in {"to", "of", "how", "that"}:
            start += 1
    elif tokens[at].tag == "MD":
        start = at + 1
    else:
        return ""
    rest: list[Tagged] = []
    for token in tokens[start:]:
        if token.word in {".", "!", "?", ",", ";"} or (
            rest and token.word.lower() in {"but", "and", "who", "while", "because"}
        ):
            break
        rest.append(token)
    if not rest or not rest[0].tag.startswith(("VB", "NN")):
        return ""
    plain = rest[0].tag.startswith("VB")
    verb_form = base_form(rest[0].word, rest[0].tag) if plain else rest[0].word.lower()
    if not plain and verb_form not in _known():
        return ""
    return spaced([verb_form, *(token.word for token in rest[1:])])


@cache
def _known() -> frozenset[str]:
    return frozenset(word for line in lexicon("happenings")["verbs"].values() for word in str(line).split())


# --- the first sentence ------------------------------------------------------------------------------------------


def _opening(subjects: Subjects, first: str, parse: Parse, at: int, seed: int, *, own_goal: bool) -> str:
    """Return the idea's first sentence as the story tells it."""
    named = (sentences(subjects.named) or [subjects.named])[0]
    day = ONE_DAY.match(named)
    if day and at >= 0:
        return _sentence(f"One {day[1].lower()}, {_told(named[day.end() :])}")
    if WHAT_IF.match(named):
        return _sentence(f"One morning, {_told(WHAT_IF.sub('', named))}")
    del first
    if at < 0:
        moving = re.match(r"^(.*?\{H\}(?:,? (?:and )?\{[OB]\},?)*|I) (\w+ing\b.*)$", named)
        if moving:
            were = "were" if "{O}" in moving[1] else "was"
            return _and_name(_sentence(f"{moving[1]} {were} {moving[2]}"), subjects)
        return _and_name(_sentence(_stated(named, parse, subjects)), subjects)
    done = _told(_without_relative(named, parse, at))
    if own_goal:
        # That they learn it is the story's end.
        done = re.sub(r"\blearn(?:ed|t) (?:how )?to\b", "wanted to learn to", done, count=1)
    return _and_name(_sentence(done), subjects)


def _stated(named: str, parse: Parse, subjects: Subjects) -> str:
    """Tell an idea that has no main verb: "a showdown ..." comes about, somebody "there once was"."""
    text = _told(_lowered(named, parse))
    between = BETWEEN.match(text)
    first = parse.phrases[0] if parse.phrases else None
    if (
        between
        and subjects.other is not None
        and first is not None
        and first.head in words_of("ideas", "kinds", "words")
    ):
        where = f" {between[2].strip()}" if between[2] else ""
        return f"This is how {between[3]} met {between[4]}{where}"
    if first is not None and first.head in EVENTS:
        return f"It came to {text}"
    if not subjects.own_hero:
        return "" if len(words(text)) < 3 else f"It began with {text}"
    if (
        first is not None
        and first in subjects.taken
        and first.start <= 1
        and not first.tokens[-1].tag.startswith("NNP")
    ):
        several = first.tokens[-1].tag == "NNS" or "{O}" in text.split(" who ")[0] or "{O}" in text[:60]
        return f"There {'were' if several else 'was'} once {text}"
    return f"This is the story of {text}"


def _lowered(text: str, parse: Parse) -> str:
    proper = parse.tokens and parse.tokens[0].tag.startswith("NNP")
    return text if proper else text[:1].lower() + text[1:]


def _told(text: str) -> str:
    """Return a sentence with slots in the past; the slots read as names while it is tagged."""
    plain = text.replace("{H}", "Anna").replace("{O}", "Bertha").replace("{B}", "Clara")
    tokens = tag(plain)
    mended = [Tagged(t.word, k) for t, k in zip(tokens, _mended_tags(plain, tokens), strict=True)]
    done = told(plain, mended)
    done = re.sub(r"\b(\w+ed) yesterday\b", r"had \1 the day before", done)
    return done.replace("Anna", "{H}").replace("Bertha", "{O}").replace("Clara", "{B}")


def _mended_tags(text: str, tokens: Sequence[Tagged]) -> list[str]:
    """Return the tags that the idea's parser gives, so that "waits" is an action here too."""
    parsed = parse_idea(text).tokens
    if [t.word for t in parsed] != [t.word for t in tokens]:
        return [t.tag for t in tokens]
    tags = [t.tag for t in parsed]
    for at in range(2, len(tokens)):
        # "but never speak" goes on with whoever the sentence is about.
        if tags[at] == "VB" and tags[at - 1] == "RB" and tags[at - 2] == "CC":
            tags[at] = "VBP"
    for at, token in enumerate(tokens):
        # After a name, a plural or a stem is what the named one does: "two sisters, Anna and Bertha, inherit".
        named = at and (
            tokens[at - 1].word in {"Anna", "Bertha", "Clara"}
            or (at > 1 and tokens[at - 1].word == "," and tokens[at - 2].word in {"Bertha", "Clara"})
        )
        if (
            named
            and tags[at] in {"NN", "NNS", "NNP", "VB", "JJ", "NNPS"}
            and (
                base_form(token.word, "VBZ") in _known()
                or base_form(token.word, "VBZ") in lexicon("happenings")["past"]
            )
        ):
            tags[at] = "VBZ" if token.word.endswith("s") else "VBP"
    return tags


def _without_relative(text: str, parse: Parse, at: int) -> str:
    """Turn "a robot named X who learns" into "a robot named X learns", where the main verb is the clause's own."""
    if not parse.is_aside(at):
        return text
    start = next(start for start, end in parse.asides if start <= at < end)
    pronoun = parse.tokens[start].word
    found = re.search(rf",?\s+{re.escape(pronoun)}\s+", text)
    return f"{text[: found.start()]} {text[found.end() :]}" if found else text


def _sentence(text: str) -> str:
    text = " ".join(text.strip().rstrip(".!?;, ").split())
    return f"{text[:1].upper()}{text[1:]}." if text else ""


def _and_name(sentence: str, subjects: Subjects) -> str:
    return f"{sentence} {subjects.introduction}".strip()


def _belongs_to(phrase: Phrase, owner: Phrase) -> bool:
    """Say whether a phrase is something of somebody: "the baker's last loaf" of "the baker"."""
    longer = phrase.start == owner.start and phrase.end > owner.end
    return longer and not is_someone(phrase.head)


def object_phrases(parse: Parse, taken: Sequence[Phrase], place: str) -> list[Phrase]:
    """Return the phrases of things an idea names: neither its people nor its place nor hours and numbers."""
    skip = (
        words_of("ideas", "kinds", "words")
        | words_of("ideas", "people", "times")
        | words_of("ideas", "people", "abstract")
    )
    found = []
    for phrase in parse.phrases:
        inside = any(phrase.start < p.end and phrase.end > p.start and not _belongs_to(phrase, p) for p in taken)
        site = phrase.head in kinds() and not is_thing(phrase.text)
        if inside or phrase.text == place or phrase.head in skip or site:
            continue
        found.append(phrase)
    return found
