"""Finds people by what they are: trades and kinship of the named ("Tom, the baker"), and persons without a name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from .persons import NARRATOR, Line, Person, age_of, kin, role_words, sex_of, speech_verbs
from .roster import Memory, Roster, bare, roster_of
from .words import lexicon, words_of

DETERMINERS = words_of("grammar", "sets", "people_determiners")
NAMED = frozenset({"named", "called"})
GENERIC = words_of("grammar", "sets", "people_generic")
HANDING = words_of("grammar", "sets", "acting_giving") | {"waved", "spoke", "ran"}
DESCRIBED_WITHIN = 12  # tokens between somebody and what they do: "a girl in a red coat with a basket came"
FEW_PEOPLE = 6  # with more, somebody mentioned in passing is not worth a figure


def add_roles(lines: Sequence[Line], people: list[Person]) -> None:
    """Give named people their trade ("Tom, the baker") and make persons of the unnamed ("the old keeper")."""
    roster = roster_of({"name": p.name, "aliases": p.aliases, "sex": p.sex} for p in people)
    named = {person.name: person for person in people}
    unnamed: dict[str, _Unnamed] = {}
    memory = Memory()
    for line in lines:
        for at, token in enumerate(line.tokens):
            role = bare(token)
            if role not in role_words() or not _is_role_use(line, at):
                continue
            person = named.get(_beside(line.tokens, at, roster) or "")
            if person is not None:
                _take_role(person, role, _adjectives(line.tokens, at))
            else:
                _unnamed_for(unnamed, role, _adjectives(line.tokens, at)).note(line, at)
        if not line.quoted:
            roster.mentioned(" ".join(line.tokens), memory)
    for found in unnamed.values():
        _settle(found, people, lines)


def _unnamed_for(unnamed: dict[str, _Unnamed], role: str, adjectives: Sequence[str]) -> _Unnamed:
    """Return the unnamed person that is meant: "the old man" is not "the young man", and "the man" is the last one."""
    telling = next((word for word in adjectives if word in _telling_adjectives()), "")
    if not telling:
        same = [found for found in unnamed.values() if found.role == role]
        return same[-1] if same else unnamed.setdefault(role, _Unnamed(role))
    plain = unnamed.get(role)
    if plain is not None and not plain.adjectives:
        return plain
    return unnamed.setdefault(f"{telling} {role}", _Unnamed(role))


@dataclass(slots=True)
class _Unnamed:
    """What is known of somebody called only "the keeper"."""

    role: str
    count: int = 0
    speaks: int = 0
    acts: int = 0
    introduced: bool = False
    adjectives: list[str] = field(default_factory=list)
    kin: bool = False

    def note(self, line: Line, at: int) -> None:
        """Count one mention and what was said of them there."""
        tokens = line.tokens
        after = tokens[at + 1].lower() if at + 1 < len(tokens) else ""
        start = _phrase_start(tokens, at)
        before = tokens[start - 1].lower() if start else ""
        self.count += not line.quoted
        self.speaks += not line.quoted and (after in speech_verbs() or before in speech_verbs())
        self.acts += not line.quoted and (
            after.endswith("ed") or after in _acts() or _acts_described(tokens, start, at)
        )
        determiner = tokens[start].lower()
        self.introduced |= determiner in {"a", "an", "another"}
        self.kin |= determiner in {"my", "his", "her", "their"} or tokens[at][0].isupper()
        self.adjectives += [word for word in _adjectives(tokens, at) if word not in self.adjectives]


def _acts_described(tokens: Sequence[str], start: int, at: int) -> bool:
    """Say whether a described person does something: "a girl with a basket came", "they sent a young man"."""
    before = tokens[start - 1].lower() if start else ""
    if before in words_of("grammar", "sets", "people_arriving"):
        return True
    if before == "to" and any(token.lower() in HANDING for token in tokens[:start]):
        return True
    if tokens[at + 1 : at + 2] and tokens[at + 1].lower() in words_of("grammar", "sets", "people_described"):
        rest = [token.lower() for token in tokens[at + 2 : at + 2 + DESCRIBED_WITHIN]]
        return any(token.endswith("ed") or (token in _acts() and not token.endswith("ing")) for token in rest)
    return False


def _acts() -> frozenset[str]:
    poses = lexicon("feeling")["poses"]
    return frozenset(word for line in poses.values() for word in line.split()) | words_of(
        "grammar", "sets", "people_acts"
    )


def _is_role_use(line: Line, at: int) -> bool:
    """Say whether a trade or kinship word stands for somebody here: not "captain" in "the captain sailor"."""
    tokens = line.tokens
    start = _phrase_start(tokens, at)
    following = tokens[at + 1] if at + 1 < len(tokens) else ""
    if tokens[start].lower() in DETERMINERS:
        return not (following.islower() and bare(following) in role_words() and following not in _acts())
    kin = bare(tokens[at]) in words_of("people", "kin", "female") | words_of("people", "kin", "male")
    return tokens[at][0].isupper() and kin


def _phrase_start(tokens: Sequence[str], at: int) -> int:
    """Return where the noun phrase that ends here starts: its article, or the noun itself."""
    for start in range(at - 1, max(-1, at - 5), -1):
        if tokens[start].lower() in DETERMINERS:
            return start
        if not tokens[start].isalpha() and "-" not in tokens[start]:
            break
    return at


def _adjectives(tokens: Sequence[str], at: int) -> list[str]:
    start = _phrase_start(tokens, at)
    return [token.lower() for token in tokens[start + 1 : at] if token.islower()]


def _beside(tokens: Sequence[str], at: int, roster: Roster) -> str:
    """Return who the role belongs to, when a name stands beside it."""
    start = _phrase_start(tokens, at)
    after = tokens[at + 1 : at + 7]
    naming = next((place for place, token in enumerate(tokens) if place > at and token in NAMED), len(tokens))
    if after and after[0] in {"was", "is"} and naming < len(tokens):
        return _name_at(roster, tokens[naming + 1 : naming + 4])
    if after and after[0] in {",", *NAMED}:
        after = after[1:]
        after = after[3:] if [token.lower() for token in after[:2]] == ["whose", "name"] else after
    elif after and not after[0][0].isupper():
        after = []
    if after and after[0][0].isupper():
        name = _name_at(roster, after)
        if name:
            return name
    before = list(tokens[max(0, start - 4) : start])
    if before and before[-1] in {",", "was", "is", "as", "were"}:
        for length in (2, 1):
            name = roster.phrases.get(tuple(bare(token) for token in before[-1 - length : -1]), "")
            if name and (before[-2][0].isupper() or length > 1):
                return name
    return ""


def _name_at(roster: Roster, tokens: Sequence[str]) -> str:
    for length in range(len(tokens), 0, -1):
        key = tuple(bare(token) for token in tokens[:length])
        if key in roster.phrases:
            return roster.phrases[key]
    return ""


def _take_role(person: Person, role: str, adjectives: Sequence[str]) -> None:
    if not person.role or person.role in GENERIC:
        person.role = role
    person.sex = person.sex or sex_of(role)
    person.age = person.age or age_of(role, adjectives)
    person.aliases += [alias for alias in (f"the {role}",) if alias not in person.aliases]


def _settle(found: _Unnamed, people: list[Person], lines: Sequence[Line]) -> None:
    """Decide whether an unnamed person is somebody already known, somebody new, or nobody to show."""
    role = found.role
    person = _known_as(found, people)
    if person is not None:
        person.aliases.append(f"the {role}")
        person.age = person.age or age_of(role, found.adjectives)
        return
    beast = role in words_of("people", "animals", "words")
    lonely = not any(p.name != NARRATOR for p in people)
    few = len(people) < FEW_PEOPLE or found.count >= 2
    shown = found.speaks > 0 or (not beast and few and found.acts > 0) or (lonely and found.acts > 0)
    if not shown and not (lonely and found.count > 1):
        return
    telling = [word for word in found.adjectives if word in _telling_adjectives()][:1]
    related = found.kin and role in kin()
    name = role.title() if related else " ".join(["The", *telling, role])
    aliases = (
        [f"the {role}", f"my {role}", f"his {role}", f"her {role}", f"their {role}"] if related else [f"the {role}"]
    )
    new = Person(name, aliases, role, sex_of(role), age_of(role, found.adjectives), mentions=found.count)
    new.aliases = [alias for alias in new.aliases if alias != name]
    people.append(new)


def _telling_adjectives() -> frozenset[str]:
    return words_of("grammar", "sets", "people_telling")


def _known_as(found: _Unnamed, people: Sequence[Person]) -> Person | None:
    """Return the named person that "the girl" or "the keeper" stands for, if only one fits."""
    same = [person for person in people if person.role == found.role]
    apart = found.introduced and found.role in GENERIC and set(found.adjectives) & _telling_adjectives()
    if same and not apart:
        return same[0]
    if found.role not in GENERIC or found.introduced:
        return None
    sex, age = sex_of(found.role), age_of(found.role, found.adjectives)
    fits = [
        p
        for p in people
        if p.sex in {sex, ""} and p.age in {age, ""} and p.name != NARRATOR and p.role in {"", found.role}
    ]
    return fits[0] if len(fits) == 1 else None
