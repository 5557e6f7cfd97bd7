"""Finds the people of a prose text, each once, with all they are called, their sex, age, trade and looks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from .calling import learn_names
from .hours import is_flashback, years_on
from .lines import lines_of, tokens_of
from .looks import describe, told_of
from .named import add_known, animals_told, named_people, title_case
from .persons import NARRATOR, Company, Line, Person, age_of, kin, role_words, sex_of
from .reading import Paragraph
from .roster import Memory, Roster, bare
from .tellers import teller_of
from .unnamed import add_unnamed
from .words import words_of

SIBLINGS = frozenset({"brother", "sister", "twin", "friend", "cousin"})
AFTER_HER = frozenset({"at", "in", "on", "to", "by", "with", "and", "from", "for", "into", "again", "up", "down", "as"})
MOST_PEOPLE = 40  # a longer list is a phone book: nobody could tell the figures apart


def find(
    paragraphs: Sequence[Paragraph], known: Sequence[str] = (), introduced: Sequence[tuple[str, str]] = ()
) -> Company:
    """Return the people of a text in the order of their first appearance.

    `known` are names that are people whatever the text says: the cues of a screenplay. `introduced` are (name, looks)
    of those whom a screenplay introduces.
    """
    lines = lines_of(paragraphs)
    if known:
        title_case(lines, known)
    people, clues = named_people(lines)
    add_known(people, [*known, *(name for name, _ in introduced)], animals_told(lines, clues))
    teller = "" if known else teller_of(lines, people, clues)
    people[:] = _told_of(people, known)
    for person in people:
        _fill(person)
    _learn_sexes(lines, Company(people, teller), carried=False)
    add_unnamed(lines, people, clues)
    for person in people:
        _fill(person)
    _introduce(people, introduced)
    company = Company(people[:MOST_PEOPLE], teller)
    _learn_sexes(lines, company)
    learn_names(paragraphs, company)
    _observe(lines, company)
    _age_siblings(company)
    return company


def _introduce(people: Sequence[Person], introduced: Sequence[tuple[str, str]]) -> None:
    """Give people the looks that a screenplay introduces them with."""
    for name, looks in introduced:
        person = next((person for person in people if name in {person.name, *person.aliases}), None)
        if person is not None and looks:
            describe(person, tokens_of(looks), listed=True)


def _told_of(people: Sequence[Person], known: Sequence[str]) -> list[Person]:
    """Leave out who is only called to or talked about, where there are others: nobody sees them."""
    told = [person for person in people if person.narrated or person.name == NARRATOR]
    return told if len(told) > 1 and not known else list(people)


def _fill(person: Person) -> None:
    person.sex = person.sex or sex_of(person.role)
    person.age = person.age or age_of(person.role)
    person.aliases = list(dict.fromkeys(alias for alias in person.aliases if alias != person.name))


def _learn_sexes(lines: Sequence[Line], company: Company, *, carried: bool = True) -> None:
    """Learn sex from the pronouns that follow a name, and with `carried` from those of the sentences after it."""
    roster = company.roster()
    votes: dict[str, Counter[str]] = {person.name: Counter() for person in company.people}
    previous: list[str] = []
    paragraph = 0
    tagged = False
    animals = words_of("people", "animals", "words")
    others = role_words() - kin()
    humans = {person.name for person in company.people if person.role not in animals}
    for line in (line for line in lines if not line.quoted):
        if line.paragraph > paragraph and tagged:
            previous = []  # "asked Anna." - "He thought about it.": he is who was asked
        tagged = line.beside
        if line.paragraph > paragraph + 1 or (line.beside and line.paragraph > paragraph):
            previous = []  # somebody else may have come while they talked, or may be who speaks now
        paragraph = line.paragraph
        named = _only_named(roster, " ".join(line.tokens))
        named = [name for name in named if name in humans] or named
        if not carried and any(token.islower() and bare(token) in others for token in line.tokens):
            continue  # "Tam saw the mermaid with a boot in her hand": hers is not Tam's
        if _opens_with_pronoun(line) and named:
            _vote(votes, previous, line.tokens[:1])
        _vote(votes, named or previous, _after_name(roster, line.tokens) if named else line.tokens)
        previous = (named or previous) if carried else []
    for person in company.people:
        if not person.sex and votes[person.name]:
            person.sex = votes[person.name].most_common(1)[0][0]


def _observe(lines: Sequence[Line], company: Company) -> None:
    """Learn looks from descriptions; what somebody wore as a child or wears years later is no usual look."""
    aside = _other_times(lines)
    roster = company.roster()
    usual = (line for line in lines if line.paragraph not in aside and not line.quoted)
    now = {name for line in usual for name in _only_named(roster, " ".join(line.tokens))}
    everybody = {person.name: person for person in company.people}
    elsewhere = {name: person if name not in now else Person(name) for name, person in everybody.items()}
    _describe_all(lines, roster, everybody, elsewhere, aside)


def _other_times(lines: Sequence[Line]) -> set[int]:
    """Return the paragraphs that go back in time, and those from where years have passed."""
    found: set[int] = set()
    later = False
    seen = -1
    for line in lines:
        if line.quoted or (line.paragraph == seen and line.paragraph not in found):
            continue
        first, seen = line.paragraph != seen, line.paragraph
        text = " ".join(line.tokens)
        later = later or (first and line.paragraph > 0 and years_on(text))
        if later or (first and line.paragraph > 0 and is_flashback(text)):
            found.add(line.paragraph)
    return found


def _describe_all(
    lines: Sequence[Line],
    roster: Roster,
    usual: Mapping[str, Person],
    elsewhere: Mapping[str, Person],
    aside: Collection[int],
) -> None:
    memory = Memory()
    previous: list[str] = []
    waiting: list[Line] = []  # what is said of a "she" who is named only afterwards
    for line in lines:
        people = elsewhere if line.paragraph in aside else usual
        named = _only_named(roster, " ".join(line.tokens))
        for name in named:
            waiting = _describe_late(people[name], waiting)
        if line.quoted:
            continue
        clauses = told_of(roster, line.tokens, memory)
        # What stands before the first name belongs to it: "Wearing a red hat, Tom ran."
        lead = line.tokens[: max(0, len(line.tokens) - sum(len(tokens) for _, tokens in clauses))]
        for at, (name, tokens) in enumerate(clauses):
            describe(people[name], [*lead, *tokens] if at == 0 else tokens)
        bare_list = not any(tag.startswith("V") or tag == "MD" for tag in line.tags)
        if not clauses and bare_list and len(previous) == 1:
            describe(people[previous[0]], line.tokens, listed=True)  # "A robot rolls on. Tin body, a bow tie."
            continue
        if not clauses and (_opens_with_pronoun(line) or line.tokens[:1] in (["I"], ["My"])):
            fits = [name for name in previous if _may_be(line.tokens[0], usual[name].sex)]
            if fits:
                describe(people[fits[0]], line.tokens)
            else:
                waiting = [*waiting[-3:], line]
        previous = named or previous


def _age_siblings(company: Company) -> None:
    """Let the brothers and sisters of a child who tells the story be children, unless it says otherwise."""
    teller = next((person for person in company.people if person.name == company.teller), None)
    for person in company.people:
        if teller is not None and teller.age == "child" and person.role in SIBLINGS:
            person.age = person.age or "child"


def _opens_with_pronoun(line: Line) -> bool:
    """Say whether a sentence goes on about somebody: "He", "Her robot"."""
    return bool(line.tokens) and line.tokens[0].lower() in {"he", "she", "his", "her"}


def _may_be(pronoun: str, sex: str) -> bool:
    """Say whether a sentence that starts with "He" or "Her" can be about somebody of a sex."""
    own = {"he": "male", "his": "male", "she": "female", "her": "female"}.get(pronoun.lower(), "")
    return not (own and sex and own != sex)


def _describe_late(person: Person, waiting: Sequence[Line]) -> list[Line]:
    """Give a person who is named at last what was said of them before; return what waits for somebody else."""
    mine = {"male": {"he", "his"}, "female": {"she", "her"}}.get(person.sex, set())
    for line in waiting:
        if line.tokens[0].lower() in mine:
            describe(person, line.tokens)
    return [line for line in waiting if line.tokens[0].lower() not in mine]


def _after_name(roster: Roster, tokens: list[str]) -> list[str]:
    """Return the tokens after the first person named: a pronoun before that is somebody else's."""
    for at in range(len(tokens)):
        name, length = roster.named_at(tokens, at)
        if name:
            return tokens[at + length :]
    return tokens


def _only_named(roster: Roster, text: str) -> list[str]:
    return roster.mentioned(text, Memory(), first_person=False)


def _vote(votes: dict[str, Counter[str]], named: Sequence[str], tokens: Sequence[str]) -> None:
    if len(named) != 1:
        return
    for at, token in enumerate(tokens):
        low = token.lower()
        # "Toma joined her in his pyjamas": whom somebody joins is somebody else.
        owns = low == "her" and tokens[at + 1 : at + 2] and tokens[at + 1].isalpha() and tokens[at + 1] not in AFTER_HER
        if low in {"he", "his", "him", "himself"}:
            votes[named[0]]["male"] += 1 + (low != "him")
        elif low in {"she", "her", "hers", "herself"}:
            votes[named[0]]["female"] += 1 + (low != "her" or bool(owns))
