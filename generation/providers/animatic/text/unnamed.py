"""Finds people by what they are: trades and kinship of the named ("Tom, the baker"), and persons without a name."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from .clues import NAMING, OWNERS, Clue, Phrase
from .mentions import Unnamed, adjectives_of, is_role_use, phrase_start, relations
from .persons import NARRATOR, Line, Person, age_of, beings, family, role_words, sex_of
from .roster import Roster, bare, roster_of
from .words import words_of

GENERIC = words_of("grammar", "sets", "people_generic")
DESCRIBED_SOON = 2  # sentences between "the foreman" and "Mr. Harker is a fat man"
NAMED_WITHIN = 20  # sentences between "a girl" and her name
FEW_PEOPLE = 6  # with more, somebody mentioned in passing is not worth a figure
OLDER_KIN = frozenset({"aunt", "uncle", "great-aunt", "great-uncle", "mother", "father"})
ANY_CHILD = frozenset({"child", "kid", "youngster", "baby"})
SIBLINGS = frozenset({"sister", "brother", "twin", "sibling"})
LIFELESS = frozenset({"machine", "drone", "statue", "puppet", "doll", "toaster", "teapot", "mannequin", "dummy"})
TOYS = words_of("grammar", "sets", "unnamed_toys")
ANY_BEAST = frozenset({"beast", "creature"})  # may be any animal of the story


def add_unnamed(lines: Sequence[Line], people: list[Person], clues: Mapping[Phrase, Clue]) -> None:
    """Give named people their trade ("Tom, the baker") and make persons of the unnamed ("the old keeper")."""
    roster = roster_of({"name": p.name, "aliases": p.aliases, "sex": p.sex} for p in people)
    named = {person.name: person for person in people}
    unnamed: dict[str, Unnamed] = {}
    recent: Unnamed | None = None
    for number, line in enumerate(lines):
        _learn_name(line, recent, named, roster)
        for at, token in enumerate(line.tokens):
            if bare(token) not in role_words():
                continue
            start = phrase_start(line.tokens, at)
            if not is_role_use(line, start, at):
                continue
            if _says_what_somebody_is(line.tokens, start):
                if recent is not None:
                    recent.adjectives += adjectives_of(line.tokens, start, at)
                continue
            role = _role_at(line.tokens, start, at)
            person = named.get(_beside(line.tokens, start, at, roster))
            if person is not None:
                _take_role(person, role, adjectives_of(line.tokens, start, at))
            elif not _is_known(roster, line.tokens, start, at):
                recent = _unnamed_for(unnamed, role, adjectives_of(line.tokens, start, at))
                recent.note(line, start, at)
                recent.line = number if recent.line < 0 and not line.quoted else recent.line
    for person in people:
        person.is_described = person.first >= 0 and _tells_who(lines[person.first], person)
    back = {p.name for p in people if p.first >= 0 and _tells_back(lines[p.first], p)}
    for found in unnamed.values():
        _settle(found, people, clues, back)


def _tells_who(line: Line, person: Person) -> bool:
    """Say whether a sentence begins with a name and what its owner is: "Mr. Harker is a small man"."""
    lows = [token.lower() for token in line.tokens]
    last = person.name.split()[-1].lower()
    at = lows.index(last) if last in lows[:3] else -1
    return at >= 0 and lows[at + 1 : at + 3] in (["is", "a"], ["was", "a"], ["is", "an"], ["was", "an"])


def _tells_back(line: Line, person: Person) -> bool:
    """Say whether somebody is first named where their past is told: "Rook had been twenty-four when they left"."""
    last = person.name.split()[-1]
    places = [at for at, token in enumerate(line.tokens) if token in {last, person.name.split()[0]}]
    return any(line.tokens[at + 1 : at + 2] == ["had"] and line.tags[at + 2 : at + 3] == ["VBN"] for at in places)


def _says_what_somebody_is(tokens: Sequence[str], start: int) -> bool:
    """Say whether a phrase tells of somebody who is there already: "He was an old man"."""
    before = [token.lower() for token in tokens[max(0, start - 2) : start]]
    said = before[-1:] in (["was"], ["is"]) and before[:1] in (["he"], ["she"], ["it"])
    return said and tokens[start].lower() in {"a", "an", "the"}


def _is_known(roster: Roster, tokens: Sequence[str], start: int, at: int) -> bool:
    """Say whether the phrase is already somebody's: "the captain" where Captain Ward is, or "Uncle Ray"."""
    return any(
        place + length > at
        for place in range(start, at + 1)
        for name, length in [roster.named_at(tokens, place)]
        if name
    )


def _role_at(tokens: Sequence[str], start: int, at: int) -> str:
    role = bare(tokens[at])
    if role == "lady" and tokens[start].lower() in {"his", "my"}:
        return "wife"
    return family().get(role, role)


def _learn_name(line: Line, recent: Unnamed | None, named: Mapping[str, Person], roster: Roster) -> None:
    """Understand "Her name was Zoe" and "It was Zoe" of the girl who was just spoken of."""
    lows = [token.lower() for token in line.tokens]
    if line.quoted or recent is None:
        return
    for at in range(len(lows) - 2):
        name_is = at > 0 and lows[at - 1] in OWNERS and lows[at] == "name" and lows[at + 1] in {"was", "is"}
        it_is = at == 0 and lows[0] == "it" and lows[1] == "was"
        if name_is or it_is:
            person = named.get(_name_at(roster, line.tokens[at + 2 : at + 5]))
            alike = person is not None and (not sex_of(recent.role) or person.sex in {"", sex_of(recent.role)})
            if person is not None and alike and (not person.role or recent.role not in GENERIC):
                _take_role(person, recent.role, recent.adjectives)


def _unnamed_for(unnamed: dict[str, Unnamed], role: str, adjectives: Sequence[str]) -> Unnamed:
    """Return the unnamed person that is meant: "the old man" is not "the young man", and "the man" is the last one."""
    telling = next((word for word in adjectives if word in _telling_adjectives()), "")
    if not telling or role in family():
        same = [found for found in unnamed.values() if found.role == role]
        return same[-1] if same else unnamed.setdefault(role, Unnamed(role))
    plain = unnamed.get(role)
    if plain is not None and (not plain.adjectives or role not in GENERIC):
        return plain
    return unnamed.setdefault(f"{telling} {role}", Unnamed(role))


def _beside(tokens: Sequence[str], start: int, at: int, roster: Roster) -> str:
    """Return who the role belongs to, when a name stands beside it."""
    after = list(tokens[at + 1 : at + 12])
    if after[:1] and (after[0] in NAMING or after[0][0].isupper()):
        return _name_at(roster, after[1:4] if after[0] in NAMING else after[:3])
    naming = next((place for place, token in enumerate(after) if token in {*NAMING, "name"}), -1)
    clause = next((place for place, token in enumerate(after[1:], 1) if token in {",", ";", ".", "and"}), len(after))
    if naming >= 0 and (naming < clause or after[:1] == [","]):
        rest = after[naming + 1 :]
        name = _name_at(roster, rest[1:] if rest[:1] in (["was"], ["is"]) else rest)
        if name:
            return name
    if after[:1] == [","] and after[1:2] and after[1][0].isupper() and _ends_apposition(after, 2):
        name = _name_at(roster, after[1:5])
        if name:
            return name
    before = list(tokens[max(0, start - 4) : start])
    if before and tokens[start].lower() == "the" and before[-1][0].isupper():
        name = roster.phrases.get((bare(before[-1]),), "")
        if name:
            return name  # "Pip the hedgehog"
    if before and before[-1] in {",", "was", "is", "as", "were"}:
        for length in (3, 2, 1):
            name = roster.phrases.get(tuple(bare(token) for token in before[-1 - length : -1]), "")
            if name and (before[-2][0].isupper() or length > 1):
                return name
    return ""


def _ends_apposition(after: Sequence[str], at: int) -> bool:
    """Say whether a name after a comma is in apposition: "the mate, Mr Pike, climbed" and not "the mate, Tom and"."""
    while at < len(after) and after[at][0].isupper():
        at += 1
    return at >= len(after) or after[at] != "and"


def _name_at(roster: Roster, tokens: Sequence[str]) -> str:
    for length in range(len(tokens), 0, -1):
        key = tuple(bare(token) for token in tokens[:length])
        if key in roster.phrases and tokens[0][0].isupper():
            return roster.phrases[key]
    return ""


def _take_role(person: Person, role: str, adjectives: Sequence[str]) -> None:
    if not person.role or (person.role in GENERIC and role not in GENERIC):
        person.role = role
    person.sex = person.sex or sex_of(role)
    person.age = person.age or age_of(role, adjectives)
    person.aliases += [alias for alias in _called_by(role) if alias not in person.aliases]
    person.features = person.features or _hide(role, adjectives)


def _hide(role: str, adjectives: Sequence[str]) -> list[str]:
    """Return what an animal looks like by the words before it: "brown dog"."""
    told = words_of("things", "colours", "words") | words_of("grammar", "sets", "unnamed_hides")
    said = [word for word in adjectives if word in told]
    return [" ".join([*said, role])] if said and role in words_of("people", "animals", "words") else []


def _called_by(role: str) -> list[str]:
    """Return what somebody of this role is called: "the mother", "my mother", "mum"."""
    if role not in relations():
        return [f"the {role}"]
    said = [role, *(word for word, relation in family().items() if relation == role and word != role)]
    return [f"{owner} {word}" for word in said for owner in ("the", "my", "his", "her", "their", "our")]


# --- who they are --------------------------------------------------------------------------------------------------


def _settle(found: Unnamed, people: list[Person], clues: Mapping[Phrase, Clue], back: Collection[str]) -> None:
    """Decide whether an unnamed person is somebody already known, somebody new, or nobody to show."""
    person = _known_as(found, people, back)
    if person is not None and found.voice:
        return
    if person is not None:
        person.aliases += [alias for alias in _aliases(found) if alias not in person.aliases]
        person.age = person.age or age_of(found.role, found.adjectives)
        person.sex = person.sex or sex_of(found.role)
        return
    if not _is_shown(found, people):
        return
    name = _name_of(found, people)
    new = Person(name, _aliases(found), found.role, sex_of(found.role), age_of(found.role, found.adjectives))
    new.mentions = new.narrated = found.count
    new.features = _hide(found.role, found.adjectives)
    new.aliases += [f"{title.title()} {found.role.title()}" for title in _courtesies(found.role, clues)]
    new.aliases = [alias for alias in dict.fromkeys(new.aliases) if alias != name]
    people.append(new)


def _are_siblings(found: Unnamed, people: Sequence[Person]) -> bool:
    """Say whether "her sister" is one of two named people, each the other's."""
    sex = sex_of(found.role)
    named = [person for person in people if not person.name.startswith("The ") and person.sex in {sex, ""}]
    return len(named) == 2 and not found.introduced and all(owner in OWNERS for owner in found.owners)


def _is_shown(found: Unnamed, people: Sequence[Person]) -> bool:
    if found.role in ANY_BEAST and any(person.role in beings() for person in people):
        return False
    beast = found.role in words_of("people", "animals", "words")
    lonely = not any(p.name != NARRATOR for p in people)
    few = len(people) < FEW_PEOPLE or found.count >= 2
    if found.role in SIBLINGS and _are_siblings(found, people):
        return False
    toy = bool(set(found.adjectives) & TOYS)
    asleep = found.role == "baby" and found.count < 2
    if found.speaks or found.role in LIFELESS or toy or asleep:
        return found.speaks > 0
    if beast:
        company = found.introduced and found.count > 1
        return company or (found.acts > 0 and (lonely or found.count > 1 or found.proper))
    return (few and found.acts > 0) or (lonely and found.count > 1)


def _courtesies(role: str, clues: Mapping[Phrase, Clue]) -> list[str]:
    clue = clues.get((role.title(),))
    return list(clue.titles) if clue is not None else []


def _name_of(found: Unnamed, people: Sequence[Person]) -> str:
    role = found.role
    if role == "wife":
        husbands = [p.name for p in people if p.name.startswith("Mr. ")]
        wife = husbands[0].replace("Mr.", "Mrs.", 1) if len(husbands) == 1 else ""
        if wife and wife not in {p.name for p in people}:
            return wife
    if found.called and found.related:
        return found.called.most_common(1)[0][0]
    telling = [] if found.related else [word for word in found.adjectives if word in _telling_adjectives()][:1]
    return " ".join(["The", *telling, role])


def _aliases(found: Unnamed) -> list[str]:
    role = found.role
    owned = [f"{owner}'s {role}" for owner in found.owners if owner[0].isupper()]
    forms = [form for form in found.called if found.related]
    wife = ["his lady"] if role == "wife" else []
    telling = [f"the {word} {role}" for word in found.adjectives if word in _telling_adjectives()][:1]
    return list(dict.fromkeys([*forms, *telling, *_called_by(role), *owned, *wife]))


def _telling_adjectives() -> frozenset[str]:
    return words_of("grammar", "sets", "people_telling")


def _known_as(found: Unnamed, people: Sequence[Person], back: Collection[str]) -> Person | None:
    """Return the named person that "the girl" or "the keeper" stands for, if only one fits."""
    same = [person for person in people if person.role and family().get(person.role, person.role) == found.role]
    apart = found.introduced and found.role in GENERIC and set(found.adjectives) & _telling_adjectives()
    if same and not apart:
        return same[0]
    if found.role == "father":
        return next((person for person in people if person.name.endswith((" Senior", " Sr"))), None)
    if found.role in ANY_CHILD and not found.introduced:
        children = [person for person in people if person.age == "child"]
        return children[-1] if children else None
    if found.role in GENERIC and found.introduced:
        return _named_later(found, people, back)
    if found.role not in GENERIC and found.role not in relations() | beings():
        return _described_later(found, people)
    if found.role not in GENERIC or found.introduced:
        return None
    fits = _those_it_may_be(found, people)
    return fits[0] if len(fits) == 1 else None


def _described_later(found: Unnamed, people: Sequence[Person]) -> Person | None:
    """Return who "the foreman" is, where the next sentences name one man: "Mr. Harker is a small fat man"."""
    sex = sex_of(found.role)
    near = [p for p in people if 0 < p.first - found.line <= DESCRIBED_SOON and p.name != NARRATOR]
    fits = [p for p in near if p.sex in {sex, ""} | ({"male", "female"} if not sex else set()) and p.is_described]
    return fits[0] if len(near) == len(fits) == 1 and fits[0].role in {"", *GENERIC} else None


def _those_it_may_be(found: Unnamed, people: Sequence[Person]) -> list[Person]:
    """Return who "the old man" may be of those who are known: their sex and age fit, those without a trade first."""
    sex, age = sex_of(found.role), age_of(found.role, found.adjectives)
    ages = {age, ""} if age else {"", "adult", "child" if found.role in {"boy", "girl"} else "adult"}
    fits = [p for p in people if p.sex in {sex, ""} and p.age in ages and p.name != NARRATOR and p.role not in beings()]
    older = [p for p in fits if age == "elder" and p.role in OLDER_KIN]
    fits = [p for p in fits if age and p.age == age] or older or fits
    if older and len(fits) == 1:
        return fits
    plain = [p for p in fits if p.role in {"", found.role}]
    if age == "child":
        return plain  # no girl is the Mrs. Chaudhry who has a trade
    return plain if len(plain) == 1 else fits


def _named_later(found: Unnamed, people: Sequence[Person], back: Collection[str]) -> Person | None:
    """Return the one person without a trade whose name comes only after "a girl" has come: she is the girl."""
    sex, age = sex_of(found.role), age_of(found.role, found.adjectives)
    fits = [
        p
        for p in people
        if p.first > found.line >= 0
        and p.sex in {sex, ""}
        and (p.age in {age, ""} or found.voice)
        and (not p.role or found.voice or p.name in back)
        and " the " not in p.name
    ]
    fits = [p for p in fits if p.name != NARRATOR and p.first - found.line <= NAMED_WITHIN]
    if len(fits) == 1 and age == "child" and not found.voice:
        fits[0].age = fits[0].age or age
    return fits[0] if len(fits) == 1 else None
