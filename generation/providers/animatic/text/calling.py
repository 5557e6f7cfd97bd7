"""Learns names from conversations: somebody known only as "the girl" is Zoe when her answer or a greeting says so."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

from .clues import name_runs
from .dialogue import speakers
from .lines import tokens_of
from .persons import Company, Person, role_words, speech_verbs, titles
from .reading import Paragraph, sentences
from .roster import Memory, Roster
from .vocatives import PRESENTING, addressed, own_name
from .words import given_names, kinds, words, words_of

PRONOUNS = {"he": "male", "she": "female"}
GROWN_UP = frozenset({"Mr", "Mrs", "Ms", "Dr"})
ASKING = frozenset({"name", "called"})


def learn_names(paragraphs: Sequence[Paragraph], company: Company) -> None:
    """Add to people without a name what they are called when they are spoken to, or what they answer."""
    spoken = speakers(paragraphs, company, learning=True)
    _learn_sexes(paragraphs, spoken, company)
    _learn_children(paragraphs, spoken, company)
    nameless = {person.name: person for person in company.people if _is_nameless(person, company)}
    if not nameless and not any(person.role == "machine" for person in company.people):
        return
    turns = [
        (who, span.text)
        for paragraph, names in zip(paragraphs, spoken, strict=True)
        for span, who in zip(paragraph.spans, names, strict=True)
        if span.quoted and who
    ]
    _name_machines(turns, company)
    _introduce_themselves(turns, nameless, company)
    _introduce_others(paragraphs, spoken, nameless, company)
    known = _known_words(company)
    for (before, said), (who, answer) in pairwise(turns):
        name = _called(answer, known) if before != who else ""
        if before in nameless and given_names().get(name.split(" ")[0], "") not in {"", nameless[before].sex or ""}:
            name = "" if nameless[before].sex else name
        if before in nameless and name:
            known |= _name(nameless.pop(before), name)
            continue
        own = _only_name(answer) if _asks(said) else _called_alone(said, known) if before != who else ""
        if who in nameless and own:
            known |= _name(nameless.pop(who), own)


def _name_machines(turns: Sequence[tuple[str, str]], company: Company) -> None:
    """Understand that the ship that answers to "And the others, Juno?" is Juno."""
    machines = {p.name: p for p in company.people if p.role == "machine" and p.name.startswith("The ")}
    roster = company.roster()
    heard: set[str] = set()
    for (before, said), (who, answer) in pairwise(turns):
        heard.add(before)
        called, machine = (addressed(said, roster), who) if who in machines else (addressed(answer, roster), before)
        known = machine == before and called in given_names()  # "Tom, did you hear that?" is said to Tom
        named = next((p for p in company.people if p.name == called not in heard and not p.role and not known), None)
        if named is not None and machine in machines and before != who:
            old = machines.pop(machine)
            named.role = "machine"
            named.aliases = list(dict.fromkeys([*named.aliases, old.name, *old.aliases]))
            company.people.remove(old)


def _known_words(company: Company) -> set[str]:
    """Return the words of all that people are called: "Sarge" is no new name."""
    called = [name for person in company.people for name in (person.name, *person.aliases)]
    return {word.lower() for name in called for word in name.split()}


def _introduce_themselves(turns: Sequence[tuple[str, str]], nameless: dict[str, Person], company: Company) -> None:
    """Understand that the man who says "Walter." is the Walter whom the story names later."""
    spoken: set[str] = set()
    for who, said in turns:
        spoken.add(who)
        answers = who in nameless and not said.rstrip().endswith(("!", "?"))
        name = (own_name(said) or _only_name(said)) if answers else ""
        named = next(
            (p for p in company.people if name and name in {p.name, *p.aliases} and p.name not in spoken), None
        )
        old = nameless.get(who)
        fits = named is not None and old is not None and not (named.sex and old.sex and named.sex != old.sex)
        if named is not None and old is not None and fits and who != named.name:
            named.aliases = list(dict.fromkeys([*named.aliases, old.name, *old.aliases]))
            named.role, named.sex, named.age = named.role or old.role, named.sex or old.sex, named.age or old.age
            named.years = named.years if named.years >= 0 else old.years
            company.people.remove(old)
            del nameless[who]
        elif old is not None and own_name(said):
            _name(nameless.pop(who), own_name(said))


def _introduce_others(
    paragraphs: Sequence[Paragraph],
    spoken: Sequence[Sequence[str]],
    nameless: dict[str, Person],
    company: Company,
) -> None:
    """Understand "This is Admiral" of the dog that is told of beside the line."""
    known = _known_words(company)
    for at, (paragraph, names) in enumerate(zip(paragraphs, spoken, strict=True)):
        for place, (span, who) in enumerate(zip(paragraph.spans, names, strict=True)):
            found = PRESENTING.search(span.text) if span.quoted else None
            if found is None or set(found[1].lower().split()) & known:
                continue
            after = [other.text for other in paragraph.spans[place + 1 :] if not other.quoted]
            before = [other.text for other in paragraph.spans[:place] if not other.quoted]
            earlier = [
                other.text for part in paragraphs[max(0, at - 2) : at] for other in part.spans if not other.quoted
            ]
            roster = company.roster()
            told = [name for text in (*after, *before, *reversed(earlier)) for name in roster.mentioned(text, Memory())]
            meant = next((name for name in told if name in nameless and name != who), "")
            if meant:
                known |= _name(nameless.pop(meant), found[1])


def _learn_sexes(paragraphs: Sequence[Paragraph], spoken: Sequence[Sequence[str]], company: Company) -> None:
    """Learn from "she said" that whoever says the line is a woman."""
    unknown = {person.name: person for person in company.people if not person.sex}
    for paragraph, names in zip(paragraphs, spoken, strict=True):
        for span, who, following in zip(paragraph.spans, names, paragraph.spans[1:], strict=False):
            said = words(following.text)[:2]
            tag = not following.quoted and span.quoted and len(said) == 2 and bool(set(said) & speech_verbs())
            pronoun = next((word for word in said if word in PRONOUNS), "")
            if who in unknown and tag and pronoun:
                unknown.pop(who).sex = PRONOUNS[pronoun]


def _learn_children(paragraphs: Sequence[Paragraph], spoken: Sequence[Sequence[str]], company: Company) -> None:
    """Learn from "Mum's at work" and from a nursery that somebody without a trade is a child."""
    signs = words_of("people", "ages", "child_signs")
    young = {person.name: person for person in company.people if not person.age and not person.role}
    roster = company.roster()
    for paragraph, names in zip(paragraphs, spoken, strict=True):
        for span, who in zip(paragraph.spans, names, strict=True):
            if signs & {word.removesuffix("'s") for word in words(span.text)}:
                for name in [who] if span.quoted else _told_with(span.text, signs, roster):
                    if name in young and name.split(".")[0] not in GROWN_UP:
                        young[name].age = "child"


def _told_with(text: str, signs: Collection[str], roster: Roster) -> list[str]:
    """Return who is told of in the sentences of a text that have one of these words."""
    told = [one for one in sentences(text) if set(signs) & {word.removesuffix("'s") for word in words(one)}]
    return roster.mentioned(" ".join(told), Memory(), first_person=False)


def _is_nameless(person: Person, company: Company) -> bool:
    role = person.name.removeprefix("The ").split()[-1].lower() in role_words()
    return role and person.name != company.teller and (person.name.startswith("The ") or " " not in person.name)


def _called(text: str, known: set[str]) -> str:
    """Return the name somebody is called by, if nobody is known by it."""
    tokens = tokens_of(text)
    for start, end, title in name_runs(tokens):
        before = tokens[start - 1].lower() if start else ""
        after = tokens[end] if end < len(tokens) else "."
        plain = [token.lower() for token in tokens[start + len(title.split()) : end]]
        if after not in ",.!?" or not (before == "," or (not before and after == ",")) or known & set(plain):
            continue
        closing = before == "," and tokens[start].islower() is False and end >= len(tokens) - 1
        if title or tokens[start] in given_names() or (closing and end - start == 1 and _is_no_word(tokens[start])):
            return _written(tokens[start:end])
    return ""


def _is_no_word(token: str) -> bool:
    """Say whether a capitalised word can only be a name: no trade, no place, no month and no nation."""
    low = token.lower()
    return low not in role_words() | titles().keys() | kinds().keys() | words_of("ordinary", "never_people", "words")


def _called_alone(text: str, known: set[str]) -> str:
    """Return the name of a line that is nothing but a call: "Mrs. Lim?"; whoever answers has it."""
    tokens = tokens_of(text)
    runs = name_runs(tokens)
    whole = len(runs) == 1 and runs[0][0] == 0 and runs[0][1] == len(tokens) - 1 and tokens[-1] in {"?", "!"}
    plain = {token.lower() for token in tokens} & known
    return _written(tokens[: runs[0][1]]) if whole and runs[0][2] and not plain else ""


def _written(tokens: Sequence[str]) -> str:
    return " ".join(f"{token}." if token in {"Mr", "Mrs", "Ms", "Dr"} else token for token in tokens)


def _asks(text: str) -> bool:
    said = {token.lower() for token in tokens_of(text)}
    return (text.rstrip().endswith("?") or bool({"know", "tell"} & said)) and bool(ASKING & said)


def _only_name(text: str) -> str:
    tokens = tokens_of(text)
    runs = name_runs(tokens)
    return _written(tokens[: runs[0][1]]) if runs and runs[0][0] == 0 and len(tokens) <= 4 else ""


def _name(person: Person, name: str) -> set[str]:
    """Call "the girl" by her name; a mother stays "Mother", whatever others call her."""
    old = person.name
    person.name = name if old.startswith("The ") else old
    called = [*person.aliases, old, name, *([name.split()[-1]] if " " in name else [])]
    person.aliases = [alias for alias in dict.fromkeys(called) if alias != person.name]
    person.sex = person.sex or given_names().get(name.split()[0], "")
    return set(name.lower().split())
