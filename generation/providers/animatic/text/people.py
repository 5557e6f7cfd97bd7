"""Finds the people of a prose text, each once, with all they are called, their sex, age, trade and looks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from .looks import describe
from .names import add_known, clues_in, is_person, join, teller_of, title_case
from .persons import Company, Line, Person, age_of, sex_of
from .reading import Paragraph, sentences
from .roles import add_roles
from .roster import Memory, Roster

TOKEN = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*|[,.!?;:]|\d+s?\b")
SIBLINGS = frozenset({"brother", "sister", "twin", "friend", "cousin"})
MOST_PEOPLE = 40  # a longer list is a phone book: nobody could tell the figures apart


def find(
    paragraphs: Sequence[Paragraph], known: Sequence[str] = (), introduced: Sequence[tuple[str, str]] = ()
) -> Company:
    """Return the people of a text in the order of their first appearance.

    `known` are names that are people whatever the text says: the cues of a screenplay. `introduced` are (name, looks)
    of those whom a screenplay introduces.
    """
    lines = list(_lines(paragraphs))
    if known:
        title_case(lines, known)
    lower = Counter(token for line in lines for token in line.tokens if token.islower())
    clues = clues_in(lines)
    accepted = [phrase for phrase, clue in clues.items() if is_person(phrase, clue, lower)]
    people = join(accepted, clues)
    add_known(people, [*known, *(name for name, _ in introduced)])
    teller = "" if known else teller_of(lines, people, clues)
    add_roles(lines, people)
    for person in people:
        _fill(person)
    _introduce(people, introduced)
    company = Company(people[:MOST_PEOPLE], teller)
    _learn_sexes(lines, company)
    _observe(lines, company)
    _age_siblings(company)
    return company


def _introduce(people: Sequence[Person], introduced: Sequence[tuple[str, str]]) -> None:
    """Give people the looks that a screenplay introduces them with."""
    for name, looks in introduced:
        person = next((person for person in people if name in {person.name, *person.aliases}), None)
        if person is not None and looks:
            describe(person, TOKEN.findall(looks.replace("’", "'")), listed=True)


def _lines(paragraphs: Sequence[Paragraph]) -> Iterator[Line]:
    for paragraph in paragraphs:
        for span in paragraph.spans:
            for sentence in sentences(span.text):
                yield Line(TOKEN.findall(sentence.replace("’", "'")), span.quoted)


def _fill(person: Person) -> None:
    person.sex = person.sex or sex_of(person.role)
    person.age = person.age or age_of(person.role)
    person.aliases = list(dict.fromkeys(alias for alias in person.aliases if alias != person.name))


def _learn_sexes(lines: Sequence[Line], company: Company) -> None:
    """Learn sex from the pronouns that follow a name."""
    roster = company.roster()
    votes: dict[str, Counter[str]] = {person.name: Counter() for person in company.people}
    previous: list[str] = []
    for line in (line for line in lines if not line.quoted):
        named = _only_named(roster, " ".join(line.tokens))
        if _opens_with_pronoun(line) and named:
            _vote(votes, previous, line.tokens[:1])
        _vote(votes, named or previous, _after_name(roster, line.tokens) if named else line.tokens)
        previous = named or previous
    for person in company.people:
        if not person.sex and votes[person.name]:
            person.sex = votes[person.name].most_common(1)[0][0]


def _observe(lines: Sequence[Line], company: Company) -> None:
    """Learn looks from descriptions, sentence by sentence."""
    roster = company.roster()
    people = {person.name: person for person in company.people}
    memory = Memory()
    previous: list[str] = []
    waiting: list[Line] = []  # what is said of a "she" who is named only afterwards
    for line in lines:
        named = _only_named(roster, " ".join(line.tokens))
        for name in named:
            waiting = _describe_late(people[name], waiting)
        if line.quoted:
            continue
        clauses = roster.clauses(line.tokens, memory)
        # What stands before the first name belongs to it: "Wearing a red hat, Tom ran."
        lead = line.tokens[: max(0, len(line.tokens) - sum(len(tokens) for _, tokens in clauses))]
        for at, (name, tokens) in enumerate(clauses):
            describe(people[name], [*lead, *tokens] if at == 0 else tokens)
        if not clauses and (_opens_with_pronoun(line) or line.tokens[:1] in (["I"], ["My"])):
            if previous:
                describe(people[previous[0]], line.tokens)
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


def _describe_late(person: Person, waiting: Sequence[Line]) -> list[Line]:
    """Give a person who is named at last what was said of them before; return what waits for somebody else."""
    mine = {"male": {"he", "his"}, "female": {"she", "her"}}.get(person.sex, set())
    for line in waiting:
        if line.tokens[0].lower() in mine:
            describe(person, line.tokens)
    return [line for line in waiting if line.tokens[0].lower() not in mine]


def _after_name(roster: Roster, tokens: list[str]) -> list[str]:
    """Return the tokens after the first person named: a pronoun before that is somebody else's."""
    place = next((at for at in range(len(tokens)) if roster.named_at(tokens, at)[0]), 0)
    return tokens[place:]


def _only_named(roster: Roster, text: str) -> list[str]:
    return roster.mentioned(text, Memory(), first_person=False)


def _vote(votes: dict[str, Counter[str]], named: Sequence[str], tokens: Sequence[str]) -> None:
    if len(named) != 1:
        return
    for token in tokens:
        low = token.lower()
        if low in {"he", "his", "him", "himself"}:
            votes[named[0]]["male"] += 1
        elif low in {"she", "her", "hers", "herself"}:
            votes[named[0]]["female"] += 1
