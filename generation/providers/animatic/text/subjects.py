"""Who an idea is about: its hero, whoever else it names, and how its first sentence brings them in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from .figures import Figure, invent, is_someone
from .parsing import Parse, Phrase
from .tagging import Tagged
from .tenses import base_form, is_finite
from .things import is_thing
from .words import given_names, kinds, lexicon, pick, singular, words, words_of

NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "both": 2, "twin": 2, "couple": 2, "pair": 2, "several": 3}
FIRST_PERSON = frozenset({"i", "i'm", "i've"})
NOT_ANOTHER = frozenset({"as", "is", "was", "be", "become", "becomes", "becoming", "like"})  # it is the same person
INDIRECT = frozenset({"of", "for", "from", "about", "to", "into", "like"})


@dataclass(frozen=True, slots=True)
class World:
    """What names and looks depend on."""

    genre: str
    era: str
    place: str
    seed: int


@dataclass(frozen=True, slots=True)
class Subjects:
    """The people of an idea. `named` is the idea's text with slots where they are brought in: "a fox named {H}"."""

    hero: Figure
    other: Figure | None
    third: Figure | None
    named: str
    introduction: str
    teller: bool
    own_hero: bool
    taken: tuple[Phrase, ...] = ()


def is_person(phrase: Phrase, parse: Parse) -> bool:
    """Say whether a noun phrase stands for somebody: by its noun, its name, or because a name does something."""
    head = phrase.head
    if head in {"somebody", "someone", "something"}:
        return False
    if head in words_of("ideas", "kinds", "words") or head in words_of("ideas", "people", "nobody"):
        return False
    if is_someone(head) or singular(head) in words_of("ideas", "people", "more"):
        return True
    last = phrase.tokens[-1]
    if not last.tag.startswith("NNP") or head in kinds() or head in words_of("ordinary", "never_people", "words"):
        return last.tag.startswith("NNP") and last.word in given_names()
    before = parse.tokens[phrase.start - 1].word.lower() if phrase.start else ""
    following = parse.tokens[phrase.end] if phrase.end < len(parse.tokens) else Tagged("", "")
    acts = following.word in {",", "and", "but", ""} or is_finite(parse.tokens, phrase.end)
    return last.word in given_names() or (acts and before in {"", ",", "and", "."})


def people_of(parse: Parse) -> list[Phrase]:
    """Return the phrases that stand for somebody, in order; "a statue" is somebody only where it acts."""
    return [p for p in parse.phrases if is_person(p, parse) and (p.start == 0 or not _is_thing_here(p, parse))]


def _is_thing_here(phrase: Phrase, parse: Parse) -> bool:
    following = parse.tokens[phrase.end].word.lower() if phrase.end < len(parse.tokens) else ""
    return (
        phrase.head in words_of("ideas", "people", "thinglike")
        and following not in {"who", "and"}
        and not is_finite(parse.tokens, min(phrase.end, len(parse.tokens) - 1))
    )


def read_subjects(parse: Parse, world: World) -> Subjects:
    """Return who the idea is about."""
    people = people_of(parse)
    said = words(parse.text)
    if said[:1] and (said[0] in FIRST_PERSON or (not _owned_kin(people) and "i" in said[:4])):
        return _first_person(parse, people, world)
    subject = _subject(parse, people)
    if subject is None:
        return _nobody(parse, world)
    rest = [phrase for phrase in people if phrase.start > subject.start]
    joined = _joined(subject, rest, parse)
    hero, used = _hero(subject, rest, parse, world, alone=joined is None)
    if not is_person(subject, parse) or (is_thing(subject.text) and _acts(parse, subject)):
        hero = replace(hero, nature="being", surname="", is_thing=is_thing(subject.text))
    said_of_hero = _apposition(subject, rest, parse) if _number(subject) == 1 else None
    rest = [p for p in rest if p not in used and p is not said_of_hero and not _same(p, subject)]
    number = _number(subject)
    other = third = None
    second: Phrase | None = None
    if number > 1:
        other = replace(_companion(subject, world, "other", (hero.name,)), nature=hero.nature, is_thing=hero.is_thing)
        if number > 2:
            third = _companion(subject, world, "third", (hero.name, other.name))
            third = replace(third, nature=hero.nature, is_thing=hero.is_thing)
    elif rest:
        other, second = _second(rest, subject, hero, parse, world)
    named, introduction = _introduced(parse, subject, hero, joined, number, other, second)
    if second is not None and other is not None and joined is None and other.name not in named and "{O}" not in named:
        introduction = f"{introduction} The {other.role.rsplit(' ', 1)[-1]} was called {{O}}.".strip()
    taken = (subject, *used, *([second] if second is not None else rest[:1]))
    return Subjects(hero, other, third, named, introduction, teller=False, own_hero=True, taken=taken)


def _owned_kin(people: Sequence[Phrase]) -> bool:
    return bool(people) and people[0].tokens[0].word.lower() == "my" and people[0].start == 0


def _subject(parse: Parse, people: Sequence[Phrase]) -> Phrase | None:
    """Return the phrase of whoever the idea is about: the first person, else a thing that behaves like one."""
    direct = [p for p in people if not p.start or parse.tokens[p.start - 1].word.lower() not in INDIRECT]
    animate = _acting_thing(parse)
    if animate is not None and (not people or animate.start < people[0].start):
        return animate
    return next(iter(direct or people), None)


def _acting_thing(parse: Parse) -> Phrase | None:
    """Return a thing that does or feels what only somebody can: "a toaster who dreams of the sea"."""
    if not parse.phrases:
        return None
    first = parse.phrases[0]
    place = first.head in kinds() and first.head not in words_of("ideas", "people", "thinglike")
    following = [token.word.lower() for token in parse.tokens[first.end : first.end + 5]]
    feels = any(word in words_of("ideas", "people", "feels") for word in following)
    place = place and not (feels and is_thing(first.text))
    if first.start > 1 or first.head in words_of("ideas", "people", "nobody") or place or _is_time(first):
        return None
    acts = is_thing(first.text) and _acts(parse, first)
    return first if feels or acts or following[:1] == ["who"] else None


def _acts(parse: Parse, subject: Phrase) -> bool:
    """Say whether what a thing does takes a will: it runs away, gives advice, and does not just fall or stop."""
    tokens = parse.tokens
    at = subject.end
    if at < len(tokens) and tokens[at].word.lower() in {"that", "which"}:
        at += 1
    while at < len(tokens) and tokens[at].tag == "RB":
        at += 1
    if at >= len(tokens) or not is_finite(tokens, at):
        return False
    verb = base_form(tokens[at].word, tokens[at].tag)
    if verb in {"start", "begin", "keep", "stop", "want", "try", "go"} and at + 1 < len(tokens):
        further = next((t for t in tokens[at + 1 : at + 3] if t.tag in {"VBG", "VB"}), None)
        if further is None:
            return verb in {"want", "try"}
        verb = base_form(further.word, further.tag)
    if verb in {"have", "do", "can", "will", "must", "make", "let", "give", "take", "hold"} and tokens[at].tag != "MD":
        return (verb in {"give", "take"} and subject.start < at and tokens[at - 1].tag != "WDT") or verb == "give"
    return verb not in words_of("grammar", "sets", "ideas_lifeless")


def _is_time(phrase: Phrase) -> bool:
    return phrase.head in words_of("ideas", "people", "times")


def _same(phrase: Phrase, subject: Phrase) -> bool:
    """Say whether a phrase names the subject once more: "the robot" after "a robot"."""
    again = phrase.tokens[0].word.lower() in {"the", "this", "that"} and phrase.head == subject.head
    return again or phrase.text == subject.text or phrase.start < subject.end


def _number(subject: Phrase) -> int:
    for token in subject.tokens:
        if token.word.lower() in NUMBERS:
            return NUMBERS[token.word.lower()]
    many = subject.tokens[-1].tag in {"NNS", "NNPS"} or subject.head in words_of("ideas", "people", "many")
    return 3 if many or subject.head in words_of("ideas", "people", "groups") else 1


def _joined(subject: Phrase, rest: Sequence[Phrase], parse: Parse) -> Phrase | None:
    """Return the second half of "a violinist and a painter"."""
    if rest and parse.tokens[subject.end].word.lower() == "and" and rest[0].start == subject.end + 1:
        return rest[0]
    return None


def _hero(
    subject: Phrase, rest: Sequence[Phrase], parse: Parse, world: World, *, alone: bool
) -> tuple[Figure, tuple[Phrase, ...]]:
    tokens = list(subject.tokens)
    used: tuple[Phrase, ...] = ()
    proper = subject.tokens[-1].tag.startswith("NNP")
    role = _apposition(subject, rest, parse) if proper else None
    if role is not None:
        tokens, used = list(role.tokens), (role,)
    sex = _sex_told(parse, alone=alone)
    hero = _invented(tokens, world, "hero", (), sex)
    if proper and _number(subject) == 1:
        name = subject.text if not subject.text.lower().startswith("the ") else "The " + subject.text[4:]
        guess = "female" if subject.text.rstrip("'’s").endswith(("a", "ie", "elle", "ette")) else "male"
        given = given_names().get(subject.tokens[-1].word if len(subject.tokens) == 1 else subject.tokens[0].word, "")
        plain = not used and is_someone(subject.head)
        kept = (
            subject.head
            if plain or name.startswith("The ")
            else hero.role
            if used
            else _plain_role(given or sex or guess, world)
        )
        surname = ""
        if " " in name and not name.startswith("The "):
            name, surname = name.split()[0], name.split()[-1]
        hero = replace(
            hero,
            name=name,
            sex=given or sex or guess,
            role=kept,
            surname=surname,
            adjectives=hero.adjectives if used else "",
        )
    return hero, used


def _plain_role(sex: str, world: World) -> str:
    young = world.genre in {"children", "fantasy"}
    return {"male": "boy" if young else "man", "female": "girl" if young else "woman"}.get(sex, "traveller")


def _apposition(subject: Phrase, rest: Sequence[Phrase], parse: Parse) -> Phrase | None:
    """Return what a named person is: "Kwame, a taxi driver", "Mara is a painter", "the baker Anna" has it already."""
    between = [token.word.lower() for token in parse.tokens[subject.end : subject.end + 2]]
    for phrase in rest:
        near = phrase.start - subject.end
        if near <= 2 and (between[:1] == [","] or between[0] in {"is", "was"}) and phrase.tokens[0].tag == "DT":
            return phrase
    return None


def _invented(tokens: Sequence[Tagged], world: World, slot: str, taken: Sequence[str], sex: str = "") -> Figure:
    kept = [token for token in tokens if token.word.lower() not in NUMBERS and token.word.lower() not in {"of", "lost"}]
    mark = max((at for at, token in enumerate(kept) if token.tag == "POS"), default=-1)
    kept = _hyphened(kept[mark + 1 :] if mark + 1 < len(kept) else kept)
    head = kept[-1].word.lower() if kept else ""
    naming = "fantasy" if world.genre == "drama" and world.era in {"medieval", "ancient"} else world.genre
    lands = {"samurai": "japan", "ninja": "japan", "geisha": "japan", "viking": "norse"}
    place = lands.get(singular(head), world.place)
    figure = invent(kept, naming, world.era, place, world.seed, slot, taken, sex)
    compound = lexicon("ideas")["compounds"].get(figure.described.rsplit(" ", 2)[-1] if figure.role else "")
    if compound and compound.split()[0] in figure.described:
        adjectives = figure.adjectives.replace(compound.split()[0], "").strip()
        figure = replace(figure, role=compound, adjectives=adjectives)
    if figure.nature == "human" and figure.role.rsplit(" ", 1)[-1] in words_of("ideas", "people", "mythic"):
        figure = replace(figure, nature="being", surname="")
    collective = lexicon("ideas")["members"].get(figure.role.rsplit(" ", 1)[-1])
    return replace(figure, role=str(collective), nature="human") if collective else figure


def _hyphened(tokens: Sequence[Tagged]) -> list[Tagged]:
    """Join "one - armed" into one word."""
    found: list[Tagged] = []
    for token in tokens:
        joins = found and (token.word == "-" or found[-1].word.endswith("-"))
        if joins:
            found[-1] = Tagged(found[-1].word + token.word, "JJ" if token.tag in {"HYPH", "JJ", "VBN"} else token.tag)
        else:
            found.append(token)
    return found


def _companion(subject: Phrase, world: World, slot: str, taken: Sequence[str]) -> Figure:
    return _invented(subject.tokens, world, slot, taken)


def _second(
    rest: Sequence[Phrase], subject: Phrase, hero: Figure, parse: Parse, world: World
) -> tuple[Figure | None, Phrase | None]:
    """Return the second figure an idea names: "and a whale", "her grandson", not "for soldiers"."""
    for phrase in rest:
        following = parse.tokens[phrase.end].word if phrase.end < len(parse.tokens) else ""
        many = phrase.tokens[-1].tag in {"NNS", "NNPS"}
        before = parse.tokens[phrase.start - 1].word.lower() if phrase.start else ""
        owner = following in {"'s", "’s"} and kind_of_owned(parse, phrase) == ""
        if owner or many or phrase.head in {"people", "friend", "god"} or before in NOT_ANOTHER:
            continue
        figure = _invented(phrase.tokens, world, "other", (hero.name,))
        if phrase.tokens[-1].tag.startswith("NNP") and phrase.text.split()[-1] not in {hero.name}:
            figure = replace(figure, name=phrase.text.split()[0])
        return figure, phrase
    return None, None


def kind_of_owned(parse: Parse, owner: Phrase) -> str:
    """Return the kind of place that belongs to somebody: "a girl's bed" is where both are, or ""."""
    after = [token.word.lower() for token in parse.tokens[owner.end : owner.end + 4]]
    return next((kinds()[word] for word in after if word in kinds()), "")


def _sex_told(parse: Parse, *, alone: bool) -> str:
    """Return the sex an idea's pronouns give its hero: "who loses her hearing"."""
    said = set(words(parse.text))
    female, male = bool(said & {"she", "her", "herself"}), bool(said & {"he", "his", "him", "himself"})
    return "" if not alone or female == male else "female" if female else "male"


def _introduced(
    parse: Parse,
    subject: Phrase,
    hero: Figure,
    joined: Phrase | None,
    number: int,
    other: Figure | None,
    second: Phrase | None,
) -> tuple[str, str]:
    """Return the idea with its people's names in it, and a sentence that names them where that did not fit."""
    if joined is not None:
        proper = subject.tokens[-1].tag.startswith("NNP")
        if not proper and _is_unknown(subject) and _is_unknown(joined) and _number(subject) == _number(joined) == 1:
            text = _put(parse.text, joined, " named {O}")
            return _put(text, subject, " named {H}"), ""
        return parse.text, "" if proper else "Their names were {H} and {O}."
    text = _second_named(parse, subject, other, second)
    if subject.tokens[-1].tag.startswith("NNP") and number == 1:
        return text, ""
    counted = any(token.word.lower() in NUMBERS for token in subject.tokens)
    if number > 1:
        if not counted:
            return parse.text, "{H} and {O} were two of them." if subject.head in words_of(
                "ideas", "people", "everyone"
            ) or subject.tokens[-1].tag in {"NNS", "NNPS"} else "{H} was there, and {O}, and nobody forgot it."
        names = ", {H} and {O}," if number == 2 else ", {H}, {O} and {B},"
        return _put(parse.text, _with_whereabouts(parse, subject), names), ""
    if _is_unknown(subject):
        return _put(text, subject, " named {H}"), ""
    owner = subject.end < len(parse.tokens) and parse.tokens[subject.end].tag == "POS"
    owner = owner or any(token.tag == "POS" for token in subject.tokens)
    return text, f"The {hero.role} was called {{H}}." if owner else "{H.His} name was {H}."


def _with_whereabouts(parse: Parse, subject: Phrase) -> Phrase:
    """Return a phrase with where its people are: "two astronauts on Mars" is one, before what they do."""
    at = subject.end
    if at < len(parse.tokens) and parse.tokens[at].tag == "IN" and parse.tokens[at].word.lower() != "that":
        place = next((phrase for phrase in parse.phrases if phrase.start == at + 1), None)
        if place is not None and place.end < len(parse.tokens) and is_finite(parse.tokens, place.end):
            return Phrase(parse.tokens[subject.start : place.end], subject.start, place.end)
    return subject


def _is_unknown(phrase: Phrase) -> bool:
    """Say whether somebody is spoken of for the first time, so that a name fits in: "a fox", not "her uncle"."""
    return phrase.tokens[0].word.lower() in {"a", "an"} or phrase.tokens[0].tag.startswith(("NN", "JJ"))


def _second_named(parse: Parse, subject: Phrase, other: Figure | None, second: Phrase | None) -> str:
    """Return the idea with the second figure's name put in: "teaches a robot named {O} to laugh"."""
    if other is None or second is None or second.tokens[0].word.lower() not in {"a", "an"}:
        return parse.text
    following = parse.tokens[second.end].tag if second.end < len(parse.tokens) else ""
    if following == "POS" or second.start < subject.end or second.tokens[-1].tag.startswith("NNP"):
        return parse.text
    return _put(parse.text, second, " named {O}")


def _put(text: str, phrase: Phrase, name: str) -> str:
    """Return the idea with `name` put in right after a phrase."""
    pattern = r"\W{0,2}".join(re.escape(token.word) for token in phrase.tokens)
    found = re.search(rf"\b{pattern}(?!\w)", text)
    if not found:
        return text
    before, after = text[: found.end()], text[found.end() :]
    if name.endswith(",") and after.lstrip()[:1] in {",", "", "."}:
        name = name[:-1]
    return f"{before}{name}{after}"


def _first_person(parse: Parse, people: Sequence[Phrase], world: World) -> Subjects:
    sex = pick(("female", "male"), world.seed, "teller")
    role = _plain_role(sex, world)
    own = re.search(r"\bI(?:'m| am| was) (?:an?|the) ([a-z-]+(?: [a-z-]+)?)", parse.text)
    if own and is_someone(own[1].split()[-1]):
        role = own[1]
    hero = _invented([Tagged(word, "NN") for word in role.split()], world, "hero", (), sex)
    others = [p for p in people if p.head not in role.split()]
    other = _invented(others[0].tokens, world, "other", (hero.name,)) if others else None
    return Subjects(hero, other, None, parse.text, "", teller=True, own_hero=True, taken=tuple(people[:1]))


def _nobody(parse: Parse, world: World) -> Subjects:
    """Return somebody for an idea that names nobody: whoever is at home where it plays."""
    kind = next((kinds()[p.head] for p in parse.phrases if p.head in kinds()), "")
    role = lexicon("ideas")["keeper"].get(kind) or pick(
        str(lexicon("ideas")["hero"].get(world.genre, "clockmaker")).split("|"), world.seed, "hero role"
    )
    hero = _invented([Tagged(word, "NN") for word in str(role).split()], world, "hero", ())
    return Subjects(hero, None, None, parse.text, "", teller=False, own_hero=False)
