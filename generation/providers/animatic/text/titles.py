"""Names a film: two to six words of the story, put together from who it is about and what they do, have and find."""

from __future__ import annotations

import re
from collections.abc import Iterator

from . import objects
from .ideas import Premise
from .questions import statement
from .settings import preposition
from .tagging import tag
from .words import article, draw, plural, words

FEWEST, MOST = 2, 6  # words
SMALL = frozenset(
    {"a", "an", "the", "of", "and", "in", "on", "at", "to", "for", "with", "from", "into", "by", "or", "as"}
)
NUMBERS = {2: "Two", 3: "Three"}
NO_ENDING = SMALL | frozenset(
    {"who", "that", "which", "is", "was", "her", "his", "their", "its", "under", "over", "about"}
)
LONG_OBJECT = 3
PLAIN_ROLES = frozenset(
    {"man", "woman", "boy", "girl", "stranger", "traveller", "person", "child", "sister", "brother"}
)
GROUPED = frozenset(
    {"heist", "find", "make", "rivals", "journey", "meet", "survive", "farewell", "goal", "rescue", "search"}
)


def in_capitals(text: str) -> str:
    """Return a title with its words in capitals, all but the small ones."""
    said = text.split()
    last = len(said) - 1
    titled = [word if 0 < at < last and word in SMALL else _upper(word) for at, word in enumerate(said)]
    return " ".join(titled)


def _upper(word: str) -> str:
    start = 1 if word[:1] in "“\"'(" else 0
    return word[:start] + word[start : start + 1].upper() + word[start + 1 :]


def is_title(text: str, source: str = "") -> bool:
    """Say whether a text can be a title: short, whole, and not the idea itself."""
    said = text.split()
    if not FEWEST <= len(said) <= MOST or words(text)[-1:] == [] or words(text)[-1] in NO_ENDING:
        return False
    if re.search(r"\b(?:the|an?) (?:the|an?|his|her|my|their)\b", text.lower()):
        return False
    told = [word for word in words(text) if word not in SMALL]
    if len(set(told)) < len(told):
        return False
    same = source and words(text) == words(source) and len(words(source)) > MOST
    return not same and not re.search(r"[{}|\[\]]|[.,;:]$", text)


def title_for(premise: Premise, told: list[str], seed: int) -> str:
    """Return the film's title; `told` are titles of the plot with their slots filled."""
    if premise.form == "explain":
        return _explained(premise)
    if premise.form == "advert":
        return _advertised(premise)
    if premise.title and is_title(premise.title):
        return in_capitals(premise.title)
    own = [title for title in dict.fromkeys(map(in_capitals, _own(premise))) if is_title(title, premise.source)]
    given = [title for title in map(in_capitals, told) if is_title(title, premise.source)]
    source = draw(seed, "title", premise.source)
    source.shuffle(own)
    source.shuffle(given)
    if premise.says_only_genre or premise.conflict == "motif":
        options = [*given, *own]
    else:
        options = [*own, *given] if source.random() < 0.8 or not given else [*given, *own]
    return options[0] if options else f"The Story of {premise.hero.name}"


def _own(premise: Premise) -> Iterator[str]:
    """Yield titles that speak of the idea's own people, thing, place and deed."""
    hero, other = premise.hero, premise.other
    role = hero.role.replace("private eye", "detective")
    short = role.split(" ")[-1] if hero.is_thing and len(role.split()) > 1 else role
    several = _count(premise)
    if premise.own_hero and not several:
        if role not in PLAIN_ROLES:
            if premise.did and len(premise.did.split()) <= LONG_OBJECT:
                yield f"the {short} who {_from_your(premise.did, hero.sex)}"
            verb = _verb_title(premise)
            if verb:
                yield f"the {short} who {verb}"
            if hero.adjectives and len(hero.described.split()) <= LONG_OBJECT:
                yield f"the {hero.described}"
        if premise.fear and len(premise.fear.split()) <= LONG_OBJECT - 1:
            yield f"afraid of {premise.fear}"
    if other is not None and not several and other.role != hero.role and premise.own_hero:
        last, second = hero.role.split(" ")[-1], other.role.split(" ")[-1]
        yield f"the {last} and the {second}"
        yield f"{article(last)} and {article(second)}"
    if several:
        yield f"{several} {plural(role)}"
        if premise.own_thing and premise.conflict in GROUPED and not objects.is_plural(premise.thing):
            yield f"{several} {plural(role.split(' ')[-1])}, one {premise.thing}"
    yield from _of_thing(premise, short)


def _of_thing(premise: Premise, role: str) -> Iterator[str]:
    thing, place = premise.thing, _short_place(premise)
    if premise.own_thing:
        several = objects.is_plural(thing) or objects.is_stuff(thing)
        if place and premise.place_kind:
            before = "on" if place in {"Mars", "the moon", "Venus"} else preposition(premise.place_kind)
            before = "on" if premise.place_kind == "sea" else before
            before = "in" if place.split()[-1] in {"town", "village", "city"} else before
            yield f"{'the ' if several else ''}{thing if several else article(thing)} {before} {place}"
        if premise.town and premise.town.isascii():
            yield f"the {premise.town} {thing}"
        if premise.own_hero and not _count(premise) and role not in PLAIN_ROLES:
            yield f"the {role} and the {thing}"
        if len(thing.split()) > 1:
            yield f"the {thing}"
        elif not several:
            yield f"the last {thing}"
    elif place and premise.own_hero and premise.place_kind and not _count(premise):
        before = "in" if place.split()[-1] in {"town", "village", "city"} else preposition(premise.place_kind)
        if premise.place_kind not in {"underwater", "city"}:
            yield f"{article(role)} {before} {place}"


def _short_place(premise: Premise) -> str:
    place = premise.town if premise.place == premise.town else premise.place
    if (
        not place
        or len(place.split()) > LONG_OBJECT
        or any(word in {"his", "her", "their", "my"} for word in words(place))
    ):
        return premise.town
    first = place.split()[0].lower()
    if first in {"a", "an"}:
        return "the " + " ".join(place.split()[-2:] if len(place.split()) > LONG_OBJECT else place.split()[1:])
    if first == "the":
        return f"the {place.split(maxsplit=1)[-1]}"
    if first == "home" or place == premise.town == "":
        return ""
    article_needed = not place[:1].isupper() or premise.place_kind == "sea"
    return f"the {place}" if article_needed else place


def _verb_title(premise: Premise) -> str:
    """Return what the hero did in three words or so: "opened a bakery", of a longer deed."""
    said = premise.did.split()
    tokens = tag(premise.did) if said else []
    if not tokens:
        return past_of_goal(premise)
    for at, token in enumerate(tokens):
        if at and token.tag in {"IN", "TO", "CC", ",", "WDT", "RB"} and 1 < at <= LONG_OBJECT + 1:
            return _from_your(" ".join(said[:at]), premise.hero.sex)
    return ""


def past_of_goal(premise: Premise) -> str:
    """Return "wanted to fly" for a goal that is short."""
    goal = premise.goal.split()
    return f"wanted to {premise.goal}" if 0 < len(goal) <= 1 else ""


def _from_your(text: str, sex: str) -> str:
    """Turn what is said to somebody's face back: "sold your shadow" -> "sold his shadow"."""
    return re.sub(r"\byour\b", "her" if sex == "female" else "his", text)


def _count(premise: Premise) -> str:
    """Return "Two" or "Three" where the idea's people are several of one kind."""
    hero, other, third = premise.hero, premise.other, premise.third
    if other is None or other.role != hero.role:
        return ""
    return NUMBERS[3 if third is not None and third.role == hero.role else 2]


def _explained(premise: Premise) -> str:
    stated = statement(premise.question, premise.topic)
    asks_what = premise.question == "what"
    topic = re.sub(r"^(?:is|are|was|were) (?:an? |the )?", "", premise.topic)
    for option in (f"all about {topic}" if asks_what else stated, f"all about {topic}", f"{topic}, explained"):
        if is_title(in_capitals(option)):
            return in_capitals(option)
    nouns = [t.word for t in tag(premise.topic) if t.tag.startswith("N")]
    return in_capitals(f"all about {nouns[0] if nouns else 'it'}")


def _advertised(premise: Premise) -> str:
    product = premise.thing
    if premise.brand:
        noun = " ".join(product.split()[-2:])
        if premise.brand.lower() != product.lower():
            return in_capitals(f"{premise.brand}: {noun}")
        return f"This Is {premise.brand}"
    return in_capitals(f"the {product}" if len(product.split()) < MOST else product)
