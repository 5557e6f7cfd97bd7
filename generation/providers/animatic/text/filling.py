"""Fills a line of a plot: makes its choices and puts the idea's own words into its slots."""

from __future__ import annotations

import re
from dataclasses import dataclass

from . import explaining
from .figures import Figure
from .ideas import Premise
from .parsing import gerund
from .plots import Plot
from .words import article, draw, lexicon, plural, singular, words, words_of

LETTER = re.compile(r"\{([A-Z])[.}]")
CHOICE = re.compile(r"\[([^\[\]]*)\]")
SLOT = re.compile(r"\{([^{}]+)\}")
FIRST_PERSON = {"": "I", "the": "I", "he": "I", "him": "me", "his": "my", "himself": "myself"}
ON = words_of("grammar", "sets", "telling_on")
AT = words_of("grammar", "sets", "telling_at")


@dataclass(frozen=True, slots=True)
class Stage:
    """A plot made ready for one premise: who plays, who tells, where home is."""

    premise: Premise
    plot: Plot
    cast: dict[str, Figure]
    home: str
    home_kind: str
    town: str
    seed: int


def fill(text: str, stage: Stage, *, spoken: bool, purpose: object) -> str:
    """Return a line of a plot with its choices made and its slots filled."""
    source = draw(stage.seed, stage.plot.key, purpose, text)
    while CHOICE.search(text):
        text = CHOICE.sub(lambda found: source.choice(found[1].split("|")), text, count=1)
    text = SLOT.sub(lambda found: _slot(found[1], stage, spoken=spoken), text)
    return _capitalised(" ".join(text.split()))


def _capitalised(text: str) -> str:
    """Put capitals where a filled slot starts a sentence."""
    return re.sub(r"(^[\"“]?|[.!?] [\"“]?)([a-z])", lambda found: found[1] + found[2].upper(), text)


def _slot(name: str, stage: Stage, *, spoken: bool) -> str:
    letter, _, key = name.partition(".")
    if len(letter) == 1 and letter.isupper():
        return _person_slot(letter, key, stage, spoken=spoken)
    premise = stage.premise
    thing = premise.thing
    values = {
        "thing": thing,
        "the thing": thing if thing[:1].isupper() and " " not in thing else f"the {thing}",
        "a thing": thing if _has_no_article(thing) else article(thing),
        "home": stage.home,
        "at home": f"{preposition(stage.home_kind)} {stage.home}",
        "town": stage.town,
        "place": with_article(premise.place) if premise.place else stage.home,
        "goal": premise.goal or f"keep the {thing} safe",
        "doing": gerund(premise.goal) if premise.goal else f"keeping the {thing} safe",
        "fear": premise.fear or "the dark",
        "wish": premise.goal or "be somebody, just once",
        "question": explaining.question(premise.question, premise.topic),
        "claim": _claim(premise.topic),
        "roles": plural(premise.hero.role),
        "topic": premise.topic or thing,
    }
    found = values[name[:1].lower() + name[1:]]
    return found[:1].upper() + found[1:] if name[:1].isupper() else found


def _claim(topic: str) -> str:
    """Return what can honestly be said of a product: what its own words promise."""
    claims = lexicon("products")["claims"]
    said = [word for word in words(topic) if word in claims] + [
        singular(w) for w in words(topic) if singular(w) in claims
    ]
    return " ".join(dict.fromkeys(claims[word] for word in said[:2])) or "As much as it needs to be, and nothing more."


def _has_no_article(noun: str) -> bool:
    """Say whether "a" does not go with a noun: it is plural, or a stuff like coffee."""
    last = noun.split()[-1].lower() if noun else ""
    return last in words_of("products", "kinds", "stuff") or (
        last.endswith("s") and not last.endswith(("ss", "us", "is"))
    )


def _person_slot(letter: str, key: str, stage: Stage, *, spoken: bool) -> str:
    figure = stage.cast.get(letter, stage.cast["H"])
    if letter == stage.plot.teller and not spoken and key.lower() in FIRST_PERSON:
        form = FIRST_PERSON[key.lower()]
        return form.capitalize() if key[:1].isupper() else form
    if not key and figure.name.startswith("The "):
        return f"the {figure.name[4:]}"
    return figure.word(key)


def preposition(kind: str) -> str:
    """Return "in", "on" or "at" for a kind of place."""
    return "on" if kind in ON else "at" if kind in AT else "in"


def with_article(place: str) -> str:
    first = place.split()[0].lower()
    proper = place[:1].isupper() and first not in {"the", "a", "an"}
    owned = first in {"the", "their", "his", "her", "my", "our"} or "'s" in place.split()[0]
    if first in {"a", "an"}:
        return "the " + place.split(maxsplit=1)[1]
    return place if proper or owned else f"the {place}"
