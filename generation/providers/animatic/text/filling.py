"""Fills a line of a plot: makes its choices and puts the idea's own words into its slots."""

from __future__ import annotations

import re
from dataclasses import dataclass

from . import gifts, objects
from .figures import Figure
from .ideas import Premise
from .plots import Plot
from .questions import question
from .settings import name_of, named_place, preposition
from .tenses import gerund
from .words import article, draw, lexicon, pick, plural

LETTER = re.compile(r"\{([A-Z])[.}]")
CHOICE = re.compile(r"\[([^\[\]]*)\]")
SLOT = re.compile(r"\{([^{}]+)\}")
SENTENCE = re.compile(r"(^[\"“]?|[.!?][”\"]? [\"“]?|: “)([a-z])")
FIRST_PERSON = {
    "": "I", "the": "I", "he": "I", "him": "me", "his": "my", "hers": "mine", "himself": "myself", "s": "my",
}  # fmt: skip
ABOUT_A_THING = frozenset({"search", "mystery", "heist"})  # their openings bring the thing in, whoever names it
MOST_DEPTH = 4  # a slot may bring in a sentence with slots of its own


class Unfilled(LookupError):
    """A slot that this premise has nothing for; the unit that needs it is left out."""


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
    """Return a line of a plot with its choices made and its slots filled. Raise `Unfilled` if one cannot be."""
    source = draw(stage.seed, stage.plot.key, purpose, text)
    while CHOICE.search(text):
        text = CHOICE.sub(lambda found: source.choice(found[1].split("|")), text, count=1)
    for _ in range(MOST_DEPTH):
        if not SLOT.search(text):
            break
        text = SLOT.sub(lambda found: _slot(found[1], stage, spoken=spoken), text)
    return _mended(" ".join(text.split()))


def _mended(text: str) -> str:
    """Put capitals where a filled slot starts a sentence, and one full stop where two met."""
    text = re.sub(r"(?<!\.)([.!?])\.(?!\.)", r"\1", text)
    return SENTENCE.sub(lambda found: found[1] + found[2].upper(), text)


def _slot(name: str, stage: Stage, *, spoken: bool) -> str:
    letter, _, key = name.partition(".")
    if letter == "T":
        if not (stage.premise.own_thing or stage.premise.conflict in ABOUT_A_THING):
            raise Unfilled(name)
        return objects.moment(stage.premise.thing, key)
    if len(letter) == 1 and letter.isupper():
        return _person_slot(letter, key, stage, spoken=spoken)
    found = _value(name.lower(), stage, spoken=spoken)
    if not found:
        raise Unfilled(name)
    return found[:1].upper() + found[1:] if name != name.lower() else found


def _value(name: str, stage: Stage, *, spoken: bool) -> str:
    premise, thing = stage.premise, stage.premise.thing
    place = _place(stage)
    several = objects.is_plural(thing)
    values = {
        "thing": thing,
        "the thing": f"the {thing}",
        "a thing": thing if several or objects.is_stuff(thing) else article(thing),
        "it": "they" if several else "it",
        "them": "them" if several else "it",
        "itself": "themselves" if several else "itself",
        "was": "were" if several else "was",
        "home": stage.home,
        "at home": f"{preposition(stage.home_kind)} {stage.home}",
        "town": stage.town,
        "place": place,
        "goal": premise.goal or ("" if premise.conflict == "goal" else f"keep the {thing} safe"),
        "doing": gerund(premise.goal) if premise.goal else f"keeping the {thing} safe",
        "fear": premise.fear or "the dark",
        "wish": premise.goal or "be somebody, just once",
        "question": question(premise.question, premise.topic),
        "roles": plural(premise.hero.role),
        "topic": premise.topic or thing,
        "brand": premise.brand or (premise.topic if several or objects.is_stuff(thing) else f"the {premise.topic}"),
        "both": _both(stage, spoken=spoken) if "O" in stage.cast else "",
        "crisis": gifts.crisis(premise.hero, premise.conflict, stage.seed),
        "gift": gifts.gift(premise.hero, premise.conflict, stage.seed),
        "slip": gifts.slip(premise.hero),
        "slip.": f"{gifts.slip(premise.hero)}.",
        "tool": gifts.tool(premise.hero),
        "deed": premise.deed,
        "did": premise.did,
        "event": _event(stage) if premise.conflict else "",
    }
    if name not in values:
        raise Unfilled(name)
    return values[name]


def _event(stage: Stage) -> str:
    if stage.premise.events:
        event = stage.premise.events[0]
        if stage.premise.conflict == "bond":
            event = event.replace("{O.His} name was {O}.", "")
        return event.replace(" named {H}", "", 1).replace("{H.His} name was {H}.", "") if stage.plot.teller else event
    options = str(lexicon("ideas")["events"][stage.premise.conflict]).split("|")
    return pick(options, stage.seed, "event")


def _place(stage: Stage) -> str:
    return named_place(stage.premise) if stage.premise.place else stage.home or name_of(stage.home_kind)


def _both(stage: Stage, *, spoken: bool) -> str:
    other = _person_slot("O", "", stage, spoken=spoken)
    if stage.plot.teller == "H" and not spoken:
        return f"{other} and I"
    return f"{_person_slot('H', '', stage, spoken=spoken)} and {other}"


def _person_slot(letter: str, key: str, stage: Stage, *, spoken: bool) -> str:
    figure = stage.cast.get(letter)
    if figure is None:
        raise Unfilled(letter)
    if letter == stage.plot.teller and not spoken and key.lower() in FIRST_PERSON:
        form = FIRST_PERSON[key.lower()]
        return form.capitalize() if key[:1].isupper() else form
    called = f"the {figure.name[4:]}" if figure.name.startswith("The ") else figure.name
    if not key:
        return called
    if key.lower() == "s":
        return f"{called}'s"
    return figure.word(key)
