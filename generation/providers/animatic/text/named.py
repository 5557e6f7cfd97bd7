"""Finds people by name: which capitalised words are names, and which of them belong to the same person.

A ship, a street or a month has a capital too. What tells a person is what the text does with the name: it has a
title or a known given name, it speaks, feels and acts, it is spoken to, it is somebody's brother or a trade.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from .clues import NUMBERED, SMALL_TITLES, Clue, Phrase, clues_in
from .persons import Line, Person, age_of, beings, family, role_words, sex_of, titles
from .roster import bare
from .words import given_names, kinds, lexicon, singular, words_of

SHORT_TITLES = frozenset({"mr", "mrs", "ms", "dr"})
SHORTEST_NICKNAME = 3  # letters
LONGEST_NAME = 3  # words of what the film calls somebody
ENOUGH = 1.5  # points that make a name a person
ENOUGH_AT_START = 2.5  # where it only ever starts sentences


def title_case(lines: Sequence[Line], known: Sequence[str]) -> None:
    """Write names in capitals, as screenplays introduce people, like other names: "ANNA WELLS"."""
    parts = {part.lower() for name in known for part in name.split()}
    for line in lines:
        named = False
        for at, token in enumerate(line.tokens):
            shouted = token.isupper() and len(token) > 1
            named = shouted and (named or token.lower() in parts or token.title() in given_names())
            if named:
                line.tokens[at] = token.title()


def named_people(lines: Sequence[Line]) -> tuple[list[Person], dict[Phrase, Clue]]:
    """Return the people of a text who have a name, in order, and what the text says about every capitalised phrase."""
    clues = clues_in(lines)
    lower = Counter(token for line in lines for token in line.tokens if token.islower())
    told = animals_told(lines, clues)
    accepted = [
        phrase
        for phrase, clue in clues.items()
        # "Honest Ed's" is a sign; "honest" is a word and "Ed" is a name.
        if is_person(phrase, clue, lower) and not (lower.get(phrase[0].lower()) and phrase[1:] in clues)
    ]
    return join(accepted, clues, told), clues


def animals_told(lines: Sequence[Line], clues: Mapping[Phrase, Clue]) -> frozenset[str]:
    """Return the animals that a text speaks of as animals: Wren, Robin and Fox are names unless it does.

    It does where it says "a fox" or "the Fox", where the name has a tail or paws, and where several animals are called
    by nothing else, as in a fable. Who is said to be a girl or a baker is none, whatever the name means.
    """
    animals = words_of("people", "animals", "words")
    named = {phrase[0].lower(): clue for phrase, clue in clues.items() if len(phrase) == 1}
    called = {word for word, clue in named.items() if word in animals and not _is_said_human(clue)}
    fable = {word for word in called if named[word].acts or named[word].speaks or named[word].addressed}
    found = set(fable) if len(fable) > 1 else set()
    for line in lines:
        lows = {bare(token) for token in line.tokens}
        bodies = bool(lows & words_of("people", "animals", "body"))
        for token in line.tokens:
            word = bare(token)
            if token.islower() and singular(word) in animals and word.title() not in given_names():
                found.add(singular(word))
            elif bodies and word in animals and not line.quoted:
                found.add(word)
    if any(role in animals for clue in clues.values() for role in clue.roles):
        # Where "Anansi the spider" speaks, Turtle is a turtle.
        found |= {word for word in fable if word.title() not in given_names() and not named[word].roles}
    told = {word for word in called if named[word].after_the}
    return frozenset(found | told) - {word for word, clue in named.items() if _is_said_human(clue)}


def _is_said_human(clue: Clue) -> bool:
    return any(role not in beings() for role in clue.roles)


# --- deciding --------------------------------------------------------------------------------------------------------


def is_person(phrase: Phrase, clue: Clue, lower: Mapping[str, int]) -> bool:
    """Say whether a capitalised phrase is somebody's name."""
    lows = [word.lower() for word in phrase]
    if clue.belongs == clue.count and not (clue.acts or clue.speaks or clue.addressed or clue.roles):
        return False
    acting = phrase[0].title() in given_names() and len(phrase) > 1 and (clue.acts or clue.speaks)
    if len(lows) == 1 and lows[0] in words_of("ordinary", "cities", "words") and not (clue.titles or clue.addressed):
        return False
    if _is_place(lows) and not clue.titles and not acting and not (clue.speaks and clue.after_the):
        return False  # "The Moon" is nobody unless she says something
    creature = clue.after_the * 2 > clue.count and len(phrase) > 1 and lows[-1] in beings()
    creature = creature or (len(phrase) == 1 and clue.after_the > 0 and clue.speaks > 0)  # "said the Moon"
    if any(low in words_of("ordinary", "never_people", "words") for low in lows) and not clue.titles and not creature:
        # Months, nations and weekdays are names only of those who speak and act: "a man everybody called Tuesday".
        return clue.after_the == 0 and (clue.speaks > 0 or clue.acts > 1)
    if len(phrase) == 1 and (lows[0] in role_words() or singular(lows[0]) in role_words()):
        return _is_own_name(lows[0], clue)
    known = phrase[0].title() in given_names()
    if clue.after_the * 2 > clue.count:
        # "The Red Lion" is an inn unless it says or does something.
        return clue.speaks > 0 or (clue.acts > 0 and lows[-1] in role_words() - family().keys() and len(phrase) > 1)
    if known:
        return clue.score > -1 and (clue.inside_sentence > 0 or not lower.get(lows[0]) or clue.score >= ENOUGH)
    if any(word.isdigit() for word in phrase):
        return clue.speaks > 0 or clue.acts > 1
    if not clue.inside_sentence and (lower.get(lows[0]) or not clue.proper):
        return False
    acts = clue.acts > 0 and clue.proper == clue.count
    several = clue.count > 1 or clue.inside_sentence or clue.titles or clue.speaks or acts
    return clue.score + 0.5 * (len(phrase) > 1) >= (ENOUGH if several else ENOUGH_AT_START)


def _is_place(lows: Sequence[str]) -> bool:
    named = lows[0] in words_of("grammar", "sets", "people_names_before") and len(lows) > 1
    return named or lows[-1] in words_of("ordinary", "venue_words", "words") or (len(lows) == 1 and lows[0] in kinds())


def _is_own_name(word: str, clue: Clue) -> bool:
    """Say whether a word for a trade or an animal is used as a name: "Fox said", and never "the fox"."""
    if clue.roles and not clue.after_the and word not in family():
        return True  # "a dog called Duchess"
    if clue.titles and not set(clue.titles) <= {"madam", "mister", "sir", "lady", "mr", "mrs", *SMALL_TITLES, "great"}:
        return True
    if clue.titles and word not in beings():
        return False
    relation = word in family()
    given = word.title() in given_names() and not clue.after_the
    lives = clue.speaks > 0 or clue.acts > 1 or (clue.score >= ENOUGH and clue.count > 1)
    return given or (not relation and not clue.after_the and word in beings() and lives)


# --- joining ---------------------------------------------------------------------------------------------------------


def join(accepted: Sequence[Phrase], clues: Mapping[Phrase, Clue], told: Collection[str] = frozenset()) -> list[Person]:
    """Make one person of all names that belong together: "Jack", "Jack Kane", "Mr. Kane".

    `told` are the animals that the text speaks of as such.
    """
    people: list[Person] = []
    order = {phrase: place for place, phrase in enumerate(accepted)}
    first: dict[int, int] = {}
    # Longest names first, so that short ones find the person they belong to.
    for phrase in sorted(accepted, key=lambda phrase: (-len(phrase), order[phrase])):
        clue = clues[phrase]
        sex = next((titles()[title] for title, _ in clue.titles.most_common() if titles()[title]), "")
        other = next((title for title in clue.titles if titles()[title] not in {"", sex}), "")
        if other:
            first[id(_partner(people, phrase, clue, other))] = order[phrase] + 1
        short = _short_for(people, phrase) if not clue.narrated else None
        person = owner_of(people, phrase, sex) or short or _new_person(people, phrase, clue, told)
        first[id(person)] = min(first.get(id(person), order[phrase]), order[phrase])
        person.mentions += clue.count
        person.narrated += clue.narrated
        if clue.line >= 0:
            person.first = clue.line if person.first < 0 else min(person.first, clue.line)
        said = next((sex_of(role) for role in clue.roles if sex_of(role)), "")
        by_name = given_names().get(phrase[0].title(), "") or _sex_by_ending(phrase[-1])
        person.sex = person.sex or sex or said or by_name
        animal = phrase[-1].lower() if set(clue.titles) & family().keys() else ""
        if animal in words_of("people", "animals", "words"):
            person.role = person.role or animal  # "Mother Owl"
        _call(person, " ".join(phrase), list(clue.titles))
        _take_roles(person, clue.roles)
    return sorted(people, key=lambda person: first[id(person)])


def _partner(people: list[Person], phrase: Phrase, clue: Clue, title: str) -> Person:
    """Make a person of the other one of this name: Mrs. Bennet beside Mr. Bennet, Mother Wolf beside Father Wolf."""
    written = f"{title.title()}. {' '.join(phrase)}" if title in SHORT_TITLES else f"{title.title()} {' '.join(phrase)}"
    role = title if title in family() | dict.fromkeys(family().values()) else ""
    low = phrase[-1].lower()
    partner = Person(written, role=low if low in beings() else role, sex=titles()[title])
    partner.mentions = partner.narrated = clue.titles.pop(title)
    people.append(partner)
    return partner


def _sex_by_ending(word: str) -> str:
    """Return the sex of "the Tin Woodman" and "the Snow Maiden"."""
    low = word.lower()
    female = low.endswith(("woman", "maid", "maiden", "lady", "queen", "witch"))
    return "female" if female else "male" if low.endswith(("man", "king", "boy")) and len(low) > 4 else ""


def add_known(people: list[Person], known: Sequence[str], told: Collection[str] = frozenset()) -> None:
    """Make sure that every known name is somebody; a cue's name is what the film calls them."""
    animals = words_of("people", "animals", "words")
    for name in sorted(dict.fromkeys(known), key=lambda name: -len(name.split())):
        words = name.split()
        title = words[0].lower().rstrip(".") if len(words) > 1 else ""
        phrase = tuple(words[1:]) if title in titles() else tuple(words)
        sex = titles().get(title, "")
        owner = next((person for person in people if name == person.name), None) or owner_of(people, phrase, sex)
        owner = owner or _longer(people, phrase)
        if owner is None:
            role = next((bare(word) for word in reversed(words) if bare(word) in role_words()), "")
            role = "" if role in animals and len(words) == 1 and role not in told else role
            owner = Person(name, role=role, sex=sex or given_names().get(words[0], "") or sex_of(role))
            owner.age = age_of(role, [word.lower() for word in words[:-1]])
            people.append(owner)
            owner.aliases += [f"the {role}"] if role else []
        if name != owner.name:
            owner.aliases.append(name)
        owner.mentions += 1


def _longer(people: Sequence[Person], phrase: Phrase) -> Person | None:
    """Return the person whose short name is part of this longer one, and give them the long name."""
    lows = {word.lower() for word in phrase}
    for person in people:
        if len(phrase) > 1 and set(person.name.lower().split()) < lows and person.name[:1].isupper():
            person.aliases.append(person.name)
            person.name = " ".join(phrase)
            return person
    return None


def _new_person(people: list[Person], phrase: Phrase, clue: Clue, told: Collection[str]) -> Person:
    name = " ".join(phrase if len(phrase) <= LONGEST_NAME else (phrase[0], phrase[-1]))
    if clue.after_the * 2 > clue.count and not clue.titles:
        name = f"The {name}"
        people.append(Person(name, aliases=[" ".join(phrase)]))
        role = phrase[-1].lower()
        people[-1].role = role if role in role_words() or len(phrase) == 1 else ""
    else:
        people.append(Person(name))
        low = phrase[0].lower()
        named = low in words_of("people", "animals", "words") and low not in told
        people[-1].role = low if len(phrase) == 1 and low in beings() and not named else ""
    if len(phrase) == 2 and phrase[1].lower() in NUMBERED and phrase[0].lower() in role_words():
        people[-1].role = phrase[0].lower()
        people[-1].aliases.append(f"the {phrase[0].lower()}")  # "Clerk Nine"
    if any(word.isdigit() for word in phrase):
        people[-1].role = "robot"
        people[-1].aliases.append("the robot")
    return people[-1]


def owner_of(people: Sequence[Person], phrase: Phrase, sex: str) -> Person | None:
    """Return the person a name belongs to: who has all of its words, or whose nickname it is."""
    lows = {word.lower() for word in phrase}
    for person in people:
        words = person.name.lower().removeprefix("the ").split()
        if lows <= set(words) and not _clashes(person, sex):
            return person
    for person in people:
        if _is_nickname(phrase, person.name) and not _clashes(person, sex):
            return person
    return None


def _short_for(people: Sequence[Person], phrase: Phrase) -> Person | None:
    """Return whose name somebody shortens who is only called so in speech: "Seun" of Oluwaseun, "Bash" of Bashir."""
    low = phrase[0].lower()
    if len(phrase) > 1 or len(low) < SHORTEST_NICKNAME:
        return None
    given = [(person, person.name.split()[0].lower()) for person in people]
    fits = [p for p, name in given if len(name) > len(low) + 1 and (name.startswith(low) or name.endswith(low))]
    return fits[0] if len(fits) == 1 else None


def _clashes(person: Person, sex: str) -> bool:
    return bool(sex and person.sex and sex != person.sex)


def _is_nickname(phrase: Phrase, name: str) -> bool:
    """Say whether "Ed" or "Ed Kowalski" is short for somebody's name."""
    words = name.split()
    if len(phrase) > 1 and (len(words) < 2 or phrase[-1] != words[-1]):
        return False
    table = lexicon("people")["nicknames"]
    known = phrase[0] in str(table.get(words[0], "")).split() or words[0] in str(table.get(phrase[0], "")).split()
    return known and given_names().get(phrase[0], "") in {given_names().get(words[0], ""), ""}


def _call(person: Person, name: str, used: Sequence[str]) -> None:
    known = titles()
    for title in used:
        role = title in role_words() and title not in SMALL_TITLES
        short = title in SHORT_TITLES
        written = f"{title.title()}. {name}" if short else f"{title.capitalize()} {name}"
        person.aliases.append(written)
        if role and not person.role and title not in {"doctor", "lady", "miss", "sir"}:
            person.role = title
            if title not in family():
                person.aliases.append(f"the {title}")
        if title == "sergeant":
            person.aliases.append("Sarge")
        if title in {"dr", "doctor"}:
            person.role = person.role or "doctor"
        if title == "father" and person.role == "father":
            person.role = "priest"
        if " " not in person.name and title not in SMALL_TITLES and person.name == name:
            person.name = written
            person.aliases.append(name)
        person.sex = person.sex or known[title] or sex_of(title)
        person.age = person.age or {"old": "elder", "little": "child"}.get(title, "")
    if name != person.name and name not in person.aliases:
        person.aliases.append(name)


def _take_roles(person: Person, roles: Sequence[str]) -> None:
    for role in roles:
        person.role = person.role or role
        person.sex = person.sex or sex_of(role)
        if role not in family():
            person.aliases.append(f"the {role}")
