"""Finds people by what they are: trades and kinship of the named ("Tom, the baker"), and persons without a name."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from .clues import NAMING, OWNERS, Clue, Phrase
from .identities import GENERIC, ROBOTS, SIBLINGS, known_as, telling_adjectives, who_is_named_so
from .mentions import Unnamed, adjectives_of, is_role_use, phrase_start, relations
from .persons import NARRATOR, Line, Person, age_of, beings, family, role_words, sex_of
from .roster import Roster, bare, roster_of
from .words import words_of

FEW_PEOPLE = 6  # with more, somebody mentioned in passing is not worth a figure
LIFELESS = frozenset({"machine", "drone", "statue", "puppet", "doll", "toaster", "teapot", "mannequin", "dummy"})
SPEAKING_MACHINES = words_of("grammar", "sets", "unnamed_machines")
PLAIN_SAYING = words_of("grammar", "sets", "unnamed_saying")
WORDLESS = words_of("grammar", "sets", "unnamed_wordless")
TOYS = words_of("grammar", "sets", "unnamed_toys")
ANY_BEAST = frozenset({"beast", "creature"})  # may be any animal of the story


def add_unnamed(lines: Sequence[Line], people: list[Person], clues: Mapping[Phrase, Clue]) -> None:
    """Give named people their trade ("Tom, the baker") and make persons of the unnamed ("the old keeper")."""
    roster = roster_of({"name": p.name, "aliases": p.aliases, "sex": p.sex} for p in people)
    named = {person.name: person for person in people}
    unnamed: dict[str, Unnamed] = {}
    recent: Unnamed | None = None
    talkers = _talkers(lines)
    for number, line in enumerate(lines):
        _learn_name(line, recent, named, roster)
        for at, token in enumerate(line.tokens):
            if bare(token) not in role_words() and not (bare(token) in talkers and line.tags[at].startswith("NN")):
                continue
            start = phrase_start(line.tokens, at)
            if not is_role_use(line, start, at):
                continue
            if _says_what_somebody_is(line.tokens, start):
                pronoun = line.tokens[start - 2].lower()
                if recent is not None and not (pronoun in {"he", "she"} and recent.role in beings()):
                    recent.adjectives += adjectives_of(line.tokens, start, at)
                continue
            role = _role_at(line.tokens, start, at)
            person = named.get(_beside(line.tokens, start, at, roster))
            if person is not None:
                _take_role(person, role, adjectives_of(line.tokens, start, at))
            elif not _is_known(roster, line.tokens, start, at):
                _join_roles(line.tokens, start, role, unnamed)
                recent = _unnamed_for(unnamed, role, adjectives_of(line.tokens, start, at))
                recent.note(line, start, at)
                recent.line = number if recent.line < 0 and not line.quoted else recent.line
    for person in people:
        person.is_described = person.first >= 0 and _tells_who(lines[person.first], person)
    back = {p.name for p in people if p.first >= 0 and _tells_back(lines[p.first], p)}
    for found in {id(found): found for found in unnamed.values()}.values():
        owner = who_is_named_so(found, people, lines)
        if owner is not None:
            owner.aliases += [alias for alias in _aliases(found) if alias not in owner.aliases]
            owner.age = owner.age or age_of(found.role, found.adjectives)
        else:
            _settle(found, people, clues, back)


def _talkers(lines: Sequence[Line]) -> frozenset[str]:
    """Return the nouns that speech tags let speak, whatever they mean: "said the notary", "the ship said"."""
    found: set[str] = set()
    for line in lines:
        if not line.beside:
            continue
        for at, tag in enumerate(line.tags):
            if tag == "NN" and line.tokens[at].islower() and _is_said_by(line, at):
                found.add(bare(line.tokens[at]))
    return frozenset(found) - WORDLESS


def _is_said_by(line: Line, at: int) -> bool:
    start = phrase_start(line.tokens, at)
    # "said the notary" follows what is said; "He said the meadow was sold" does not.
    before, after = line.tokens[:1] if start == 1 else [], line.tokens[at + 1 : at + 2]
    beside = {token.lower() for token in (*before, *after)}
    return start < at and line.tokens[start].lower() == "the" and bool(beside & PLAIN_SAYING)


def _join_roles(tokens: Sequence[str], start: int, role: str, unnamed: dict[str, Unnamed]) -> None:
    """Understand "The stranger was a messenger": the messenger of later is the stranger."""
    said = [token.lower() for token in tokens[max(0, start - 3) : start]]
    if len(said) < 2 or said[-1] not in {"was", "is"} or tokens[start].lower() not in {"a", "an"}:
        return
    before = next((found for found in unnamed.values() if found.role == bare(said[-2])), None)
    if before is not None and role not in unnamed and (said[0] == "the" or len(said) == 2):
        before.also.append(before.role)
        before.role = role
        unnamed[role] = before


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
    # "It was a boy with a torch": he has only just come.
    said = before[-1:] in (["was"], ["is"]) and before[:1] in (["he"], ["she"])
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
            if person is not None and alike:
                _take_role(person, recent.role, recent.adjectives)


def _unnamed_for(unnamed: dict[str, Unnamed], role: str, adjectives: Sequence[str]) -> Unnamed:
    """Return the unnamed person that is meant: "the old man" is not "the young man", and "the man" is the last one."""
    telling = next((word for word in adjectives if word in telling_adjectives()), "")
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
    if after[:1] == ["of"] and "," in after[:6]:
        after = after[after.index(",") :]  # "the director of the museum, Celeste Duval, ..."
    naming = next((place for place, token in enumerate(after) if token in {*NAMING, "name"}), -1)
    clause = next((place for place, token in enumerate(after[1:], 1) if token in {",", ";", ".", "and"}), len(after))
    if naming >= 0 and (naming < clause or after[:1] == [","]):
        rest = after[naming + 1 :]
        rest = rest[1:] if rest[:1] == ["of"] else rest  # "by the name of Hobnail"
        name = _name_at(roster, rest[1:] if rest[:1] in (["was"], ["is"]) else rest)
        if name:
            return name
    if after[:1] == [","] and after[1:2] and after[1][0].isupper() and _ends_apposition(after, 2):
        name = _name_at(roster, after[1:5])
        if name:
            return name
    told = _subject_apposed(tokens, start, at, roster)
    if told:
        return told
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


def _subject_apposed(tokens: Sequence[str], start: int, at: int, roster: Roster) -> str:
    """Return who "a big grey man" is at the end of "The colonel stood by the window, a big grey man who ..."."""
    indefinite = tokens[start].lower() in {"a", "an"} and tokens[start - 1 : start] == [","]
    if bare(tokens[at]) not in GENERIC or not indefinite:
        return ""
    ends = tokens[at + 1 : at + 2]
    if ends and ends[0] not in {".", ";", "who", "with", "in", "whose", "of"}:
        return ""
    sex = sex_of(bare(tokens[at]))
    named = [name for place in range(min(2, start)) for name, _ in [roster.named_at(tokens, place)] if name]
    return next((name for name in named[:1] if roster.sexes.get(name, "") in {sex, ""}), "")


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
    machine = role in ROBOTS and person.role not in beings()
    if not person.role or (person.role in GENERIC and role not in GENERIC) or machine:
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
    person = known_as(found, people, back)
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
    role = "machine" if found.role in SPEAKING_MACHINES else found.role
    new = Person(name, _aliases(found), role, sex_of(found.role), age_of(found.role, found.adjectives))
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
    if found.speaks or found.role in LIFELESS | SPEAKING_MACHINES or toy or asleep:
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
    telling = [] if found.related else [word for word in found.adjectives if word in telling_adjectives()][:1]
    return " ".join(["The", *telling, role])


def _aliases(found: Unnamed) -> list[str]:
    role = found.role
    owned = [f"{owner}'s {role}" for owner in found.owners if owner[0].isupper()]
    forms = [form for form in found.called if found.related]
    wife = ["his lady"] if role == "wife" else []
    telling = [f"the {word} {role}" for word in found.adjectives if word in telling_adjectives()][:1]
    also = [alias for other in found.also for alias in _called_by(other)]
    return list(dict.fromkeys([*forms, *telling, *_called_by(role), *also, *owned, *wife]))
