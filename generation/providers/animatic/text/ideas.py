"""Reads an idea: who it is about, what they want, where, and what kind of story that is.

A premise never contradicts the idea's own words; what they leave open is chosen by seed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from . import genres
from .figures import Figure, invent, is_someone
from .parsing import Parse, Phrase, base_form, parse_idea, spaced
from .reading import clean
from .tagging import Tagged
from .words import draw, given_names, kinds, lexicon, pick, singular, words, words_of

PREPOSITIONS = words_of("grammar", "sets", "ideas_prepositions")
RIVALS = words_of("grammar", "sets", "ideas_rivals")
ORDINALS = frozenset({"first", "second", "last", "own", "only", "favourite", "favorite"})
TOLD_GENRES = frozenset({"noir", "romance", "horror", "comedy", "western"})
NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "both": 2, "twin": 2, "a pair of": 2}
LENGTH_WORDS = re.compile(
    r"\b\d+\s*[- ]?(?:sec|secs|second|seconds|minute|minutes|min|mins)\b"
    r"|\b\d+s(?=\s+(?:ad|film|clip|video|spot|advert)\b)",
    re.IGNORECASE,
)
QUESTION = re.compile(
    r"^(?:explain\s+|an?\s+explainer\s+(?:about|on)\s+)?(why|how|what|where|when|who)\b(.*)", re.IGNORECASE
)
ADVERT = re.compile(
    r"\b(?:ad|advert|advertisement|commercial|promo|advertising|launch film|product video)\b", re.IGNORECASE
)
ADVERT_LEAD = re.compile(
    r"^.*?\b(?:ad|advert|advertisement|commercial|promo|spot|film|video)s?\s+(?:for|about|of|on)\s+", re.IGNORECASE
)
ABOUT_LEAD = re.compile(
    r"^(?:please\s+)?(?:(?:write|tell|make|create|film|give|show)\s+(?:me\s+|us\s+)?)?"
    r"(?:(?:an?|the)\s+)?(?:[\w-]+\s+){0,3}?(?:story|tale|film|movie|video|short|fable|legend|documentary|explainer|"
    r"animation|drama|comedy|romance|thriller)\s+(?:about|of|on|in which|where)\s+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Premise:
    """What an idea is about. `shape` names the kind of plot; empty fields are open."""

    source: str
    shape: str
    genre: str
    era: str
    mood: str
    hero: Figure
    other: Figure | None = None
    thing: str = ""
    place: str = ""
    place_kind: str = ""
    goal: str = ""
    fear: str = ""
    topic: str = ""
    question: str = ""
    own_thing: bool = False
    town: str = ""
    title: str = ""
    own_hero: bool = False


def read(source: str, seed: int) -> Premise:
    """Return the premise of an idea."""
    idea = " ".join(LENGTH_WORDS.sub(" ", clean(source)).split()) or source
    asked = QUESTION.match(idea.rstrip("?!. "))
    if asked and not ADVERT.search(idea):
        return _question(idea, asked[1].lower(), asked[2].strip(), seed)
    if ADVERT.search(idea):
        return _advert(idea, seed)
    genre = genres.genre_of(idea, "")
    body = ABOUT_LEAD.sub("", idea).strip() or idea
    parse = parse_idea(body)
    return _story(idea, genre, parse, seed)


def _story(idea: str, genre: str, parse: Parse, seed: int) -> Premise:
    people = [phrase for phrase in parse.phrases if _is_person(phrase)]
    subject = people[0] if people else None
    verb_at, shape = _verb(parse, subject)
    sought = _sought(parse, people, verb_at) if shape in {"find", "search"} else None
    place, place_kind, town = _place(parse, [*people, *([sought] if sought else [])])
    seed = draw(seed, idea).getrandbits(31)
    hero_phrase = subject.tokens if subject else []
    body = parse.text
    genre = genre or _genre_from(parse, people, place_kind)
    era = genres.era_of(idea, genre, idea=True)
    hero = _hero(hero_phrase, genre, era, place, place_kind, seed, _sex_told(body, people))
    other = _other(people, subject, parse, hero, (genre, era, place), seed)
    goal = _goal(parse, verb_at) if shape in {"goal", ""} and verb_at >= 0 else ""
    thing, own = _thing(parse, people, place, genre, seed)
    if sought is not None:
        thing, own = _bare(sought, parse), True
    fear = _after(parse, verb_at, {"of"}) if shape == "fear" else ""
    # A library without a librarian is itself the story, unless the idea says what kind of story it wants.
    own = own or (subject is None and bool(place_kind) and genre not in TOLD_GENRES)
    shape = _shape(shape, idea, hero, other, goal, own=own)
    return Premise(
        source=idea,
        shape=shape,
        genre=genre,
        era=era,
        mood=genres.mood_of(words(idea), genres.usual_mood(genre)),
        hero=hero,
        other=other,
        thing=thing,
        place=place,
        place_kind=place_kind,
        goal=goal,
        fear=fear,
        own_thing=own,
        town=town,
        own_hero=subject is not None,
        title=_own_title(idea, body) if verb_at < 0 else "",
    )


def _own_title(idea: str, body: str) -> str:
    """Return an idea that reads like a title: a few words without a verb, which do not speak of a film."""
    said = words(body)
    speaks_of_film = any(word in words_of("ideas", "kinds", "words") for word in words(idea))
    return body.strip(" .!?") if 0 < len(said) <= 7 and not speaks_of_film else ""


def _sought(parse: Parse, people: Sequence[Phrase], verb_at: int) -> Phrase | None:
    """Return what is found or looked for: the first thing after the verb, even if it is a place ("the stolen moon")."""
    after = [phrase for phrase in parse.phrases if phrase.start > verb_at and not _is_part_of(phrase, people)]
    return next((p for p in after if parse.tokens[p.start - 1].word.lower() not in PREPOSITIONS), None)


def _is_part_of(phrase: Phrase, people: Sequence[Phrase]) -> bool:
    return any(phrase.start >= person.start and phrase.end <= person.end for person in people)


def _bare(phrase: Phrase, parse: Parse) -> str:
    """Return a noun phrase without its article and without what has happened to it ("stolen"), with its "of ..."."""
    dropped = {"stolen", "lost", "missing"}
    kept = [t.word for t in phrase.tokens if t.tag not in {"DT", "PRP$", "CD"} and t.word.lower() not in dropped]
    following = [token.word for token in parse.tokens[phrase.end : phrase.end + 1]]
    whole = next((other for other in parse.phrases if following == ["of"] and other.start == phrase.end + 1), None)
    found = spaced(kept) or phrase.text
    return f"{found} of {whole.text}" if whole is not None else found


def _is_person(phrase: Phrase) -> bool:
    head = phrase.head
    if head in words_of("ideas", "kinds", "words"):
        return False
    proper = phrase.tokens[-1].tag.startswith("NNP")
    return is_someone(head) or (proper and phrase.tokens[-1].word in given_names())


def _place(parse: Parse, taken: Sequence[Phrase]) -> tuple[str, str, str]:
    """Return the place an idea names ("their grandmother's attic"), its kind of set, and the town it is in."""
    town = place = kind = ""
    for phrase in parse.phrases:
        if phrase in taken:
            continue
        before = parse.tokens[phrase.start - 1].word.lower() if phrase.start else ""
        means = kinds().get(phrase.head) or kinds().get(singular(phrase.head), "")
        proper = phrase.tokens[-1].tag.startswith("NNP")
        if proper and (before in PREPOSITIONS or means):
            name = " ".join(token.word for token in phrase.tokens if token.tag.startswith("NNP"))
            town = town or name
            place, kind = place or name, kind or means or "city"
        elif means and (before in PREPOSITIONS or means not in {"bank", "gate", "sky"}) and (not kind or place == town):
            place, kind = phrase.text, means
    return place, kind, town


def _verb(parse: Parse, subject: Phrase | None) -> tuple[int, str]:
    """Return where the idea's own verb stands (-1 if it has none) and what shape of story it makes."""
    shapes = {word: shape for shape, line in lexicon("ideas")["verbs"].items() for word in line.split()}
    start = subject.end if subject else 0
    for at in range(start, len(parse.tokens)):
        token = parse.tokens[at]
        low = token.word.lower()
        inside = any(phrase.start <= at < phrase.end for phrase in parse.phrases)
        if (
            low in shapes
            and not (inside and low not in {"dreams", "hunts"})
            and (token.tag != "VBN" or low in {"scared", "terrified"})
        ):
            return at, shapes[low]
        if token.tag in {"VBZ", "VBP", "VB", "VBD"} and low not in {
            "is",
            "are",
            "was",
            "were",
            "be",
            "has",
            "can",
            "cannot",
        }:
            return at, "goal"
        if token.tag == "MD":
            return at, "goal"
    return -1, ""


def _goal(parse: Parse, verb_at: int) -> str:
    """Return what the hero wants to do, in the verb's plain form: "bake bread"."""
    tokens = parse.tokens
    at = verb_at
    goals = words_of("ideas", "verbs", "goal")
    following = [token.word.lower() for token in tokens[at + 1 : at + 3]]
    if tokens[at].word.lower() in goals or tokens[at].tag == "MD":
        at += 1 + (following[:1] in (["to"], ["of"], ["how"])) + (following[:2] == ["how", "to"])
    rest = [token.word for token in tokens[at:]]
    while rest and rest[-1] in {".", "!", "?", ","}:
        rest.pop()
    if not rest or not (tokens[at].tag.startswith(("VB", "NN"))):
        return ""
    return spaced([base_form(rest[0], tokens[at].tag), *rest[1:]])


def _after(parse: Parse, at: int, glue: set[str]) -> str:
    """Return the words after the verb, without a small word that joins them."""
    rest = [token.word for token in parse.tokens[at + 1 :]]
    if rest and rest[0].lower() in glue:
        rest = rest[1:]
    return spaced(rest).rstrip(" .!?,")


def _thing(parse: Parse, people: Sequence[Phrase], place: str, genre: str, seed: int) -> tuple[str, bool]:
    """Return the thing the story turns on (no article), and whether the idea named it."""
    skip = (
        words_of("ideas", "kinds", "words") | set(lexicon("genres")["mood"]) | {"people", "way", "time", "love", "life"}
    )
    for phrase in parse.phrases:
        inside = phrase.text == place or phrase in people or phrase.head in skip
        if inside or phrase.tokens[-1].tag.startswith("NNP") or re.search(r"\d", phrase.text):
            continue
        kept = [t.word for t in phrase.tokens if t.tag not in {"DT", "PRP$", "CD"} and t.word.lower() not in ORDINALS]
        if kept and phrase.head in words_of("things", "props", "hand") and "POS" not in {t.tag for t in phrase.tokens}:
            return spaced(kept), True
    return pick(str(lexicon("ideas")["thing"].get(genre, "letter")).split("|"), seed, "thing"), False


def _genre_from(parse: Parse, people: Sequence[Phrase], place_kind: str) -> str:
    """Guess the genre from who and where, when no word of the idea names it."""
    animals = words_of("people", "animals", "words")
    if people and singular(people[0].head) in animals:
        return "children"
    if place_kind in {"space", "spaceship", "planet"}:
        return "space"
    if place_kind in {"castle"}:
        return "fantasy"
    return "drama"


def _hero(tokens: Sequence[Tagged], genre: str, era: str, place: str, place_kind: str, seed: int, sex: str) -> Figure:
    if tokens:
        return invent(tokens, genre, era, place, seed, "hero", sex=sex)
    role = lexicon("ideas")["keeper"].get(place_kind) or lexicon("ideas")["hero"].get(genre, "clockmaker")
    made = [Tagged(word, "NN") for word in str(role).split()]
    return invent(made, genre, era, place, seed, "hero")


def _sex_told(body: str, people: Sequence[Phrase]) -> str:
    """Return the sex an idea's pronouns give its only person: "who loses her hearing"."""
    said = set(words(body))
    female, male = bool(said & {"she", "her", "herself"}), bool(said & {"he", "his", "him", "himself"})
    return "" if len(people) != 1 or female == male else "female" if female else "male"


def _other(
    people: Sequence[Phrase],
    subject: Phrase | None,
    parse: Parse,
    hero: Figure,
    world: tuple[str, str, str],
    seed: int,
) -> Figure | None:
    """Return the second figure an idea names: "and a whale", "two sisters"."""
    if subject is None:
        return None
    genre, era, place = world
    for phrase in people[1:]:
        owned = phrase.end < len(parse.tokens) and parse.tokens[phrase.end].word in {"'s", "’s"}
        if not owned and phrase.head not in {"people", "friend", "friends"}:
            return invent(phrase.tokens, genre, era, place, seed, "other", taken=(hero.name,))
    many = any(token.word.lower() in NUMBERS for token in subject.tokens) or subject.tokens[-1].tag in {"NNS", "NNPS"}
    if many:
        return invent(subject.tokens, genre, era, place, seed, "other", taken=(hero.name,))
    return None


def _shape(verb: str, idea: str, hero: Figure, other: Figure | None, goal: str, *, own: bool) -> str:
    said = set(words(idea))
    if said & RIVALS and other is not None:
        return "rivals"
    if verb in {"fear", "find", "search", "love"}:
        return verb
    if other is not None and verb in {"", "meet"}:
        animal = other.nature == "animal" and hero.nature != "animal"
        return "pair-animal" if animal else "pair"
    if goal:
        return "goal"
    genre_named = said & (set(lexicon("genres")["mood"]) | set(genres.NAMED_GENRES))
    return "thing" if own and not genre_named else "open"


def _question(idea: str, question: str, rest: str, seed: int) -> Premise:
    hero = invent([Tagged("teacher", "NN")], "documentary", "present", "", seed, "hero")
    return Premise(
        source=idea,
        shape="explain",
        genre="documentary",
        era="present",
        mood="calm",
        hero=hero,
        topic=rest,
        question=question,
    )


def _advert(idea: str, seed: int) -> Premise:
    product = ADVERT_LEAD.sub("", idea).strip(" .!") or idea
    product = re.sub(r"\s+\b(?:ad|advert|commercial|promo|spot)\b.*$", "", product, flags=re.IGNORECASE)
    product = re.sub(r"^(?:an?|the|our|my|your)\s+", "", product, flags=re.IGNORECASE)
    hero = invent([Tagged("customer", "NN")], "advert", "present", "", seed, "hero")
    genre_era = genres.era_of(idea, "advert", idea=True)
    return Premise(
        source=idea,
        shape="advert",
        genre="advert",
        era=genre_era,
        mood="joyful",
        hero=hero,
        thing=product,
        topic=product,
        own_thing=True,
    )
