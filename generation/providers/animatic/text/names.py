"""Finds people by name: which capitalised words are names, and which of them belong to the same person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from .persons import NARRATOR, Line, Person, role_words, speech_verbs, titles
from .roster import FIRST_PERSON, bare
from .words import given_names, kinds, singular, words_of

INSIDE = words_of("grammar", "sets", "people_inside")
AUXILIARIES = words_of("grammar", "sets", "people_auxiliaries")
PARTICLES = words_of("grammar", "sets", "people_particles")


@dataclass(slots=True)
class Clue:
    """What the text says about one capitalised phrase."""

    score: float = 0.0
    count: int = 0
    inside_sentence: int = 0
    narrated: int = 0
    addressed: int = 0
    titles: Counter[str] = field(default_factory=Counter)


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


def clues_in(lines: Sequence[Line]) -> dict[tuple[str, ...], Clue]:
    found: dict[tuple[str, ...], Clue] = {}
    for line in lines:
        at = 0
        while at < len(line.tokens):
            end, title = _name_run(line.tokens, at)
            if end > at:
                phrase = tuple(
                    _unpossessed(token) for token in line.tokens[at:end] if token.isalpha() or len(token) > 1
                )
                phrase = phrase[1:] if title else phrase
                if phrase:
                    _weigh(found.setdefault(phrase, Clue()), line, at, end, title)
            at = max(end, at + 1)
    return found


def _unpossessed(token: str) -> str:
    return token[:-2] if token.endswith("'s") else token.rstrip("'")


def _name_run(tokens: Sequence[str], start: int) -> tuple[int, str]:
    """Return where a run of capitalised words that starts here ends (`start` if none), and its title."""
    title = ""
    end = start
    while end < len(tokens):
        token = tokens[end]
        low = bare(token)
        if end == start and low in titles() and token[0].isupper() and _title_follows(tokens, end):
            title = low
            end += 2 if tokens[end + 1] == "." else 1
            continue
        particle = end > start and low in PARTICLES and tokens[end + 1 : end + 2] and tokens[end + 1][0].isupper()
        if not (_looks_named(token) or particle):
            break
        end += 1
        if token.endswith("'s"):
            break
    return end, title


def _title_follows(tokens: Sequence[str], at: int) -> bool:
    following = [token for token in tokens[at + 1 : at + 3] if token not in {"."}]
    return bool(following) and _looks_named(following[0])


def _looks_named(token: str) -> bool:
    low = bare(token)
    small = words_of("ordinary", "small", "words")
    return (
        token[0].isupper()
        and len(token) > 1
        and (not token.isupper() or (len(token) > 3 and token.title() in given_names()))
        and low not in small
        and low not in FIRST_PERSON
    )


def _weigh(clue: Clue, line: Line, start: int, end: int, title: str) -> None:
    """Add what one occurrence says for or against a person."""
    tokens = line.tokens
    before = tokens[start - 1].lower() if start else ""
    after = tokens[end].lower() if end < len(tokens) else ""
    clue.count += 1
    clue.inside_sentence += start > 0
    clue.narrated += not line.quoted
    if title:
        clue.score += 3
        clue.titles[title] += 1
    if before in {"the", "a", "an"}:
        clue.score -= 3
    if before in INSIDE:
        clue.score -= 1
    speech = words_of("feeling", "poses", "walk") | speech_verbs()
    if after in speech or before in speech_verbs() or (after.endswith("ed") and len(after) > 4) or after in AUXILIARIES:
        clue.score += 1.5
    if tokens[end - 1].endswith("'s") or before in {"and", "with", "named", "called"}:
        clue.score += 0.5
    if (
        line.quoted
        and (before in {",", ""} or before in {"hello", "dear", "hey"})
        and after in {",", ".", "!", "?", ""}
    ):
        clue.addressed += 1
        clue.score += 1


def is_person(phrase: tuple[str, ...], clue: Clue, lower: Counter[str]) -> bool:
    lows = [word.lower() for word in phrase]
    if lows[-1] in words_of("ordinary", "venue_words", "words") and not clue.titles:
        return False
    if any(low in words_of("ordinary", "never_people", "words") for low in lows) and not clue.titles:
        return lows[0] in {"april", "may", "june", "august"} and clue.score >= 2.5
    role = len(phrase) == 1 and (lows[0] in role_words() or lows[0] in kinds() or singular(lows[0]) in role_words())
    if role and not clue.titles:
        return False
    known = phrase[0] in given_names() or phrase[0].title() in given_names()
    if known:
        return clue.score > -3
    if not clue.inside_sentence and lower[lows[0]]:
        return False
    need = 1.5 if clue.inside_sentence or clue.titles or clue.count > 1 else 2.5
    return clue.score >= need


def join(accepted: Sequence[tuple[str, ...]], clues: dict[tuple[str, ...], Clue]) -> list[Person]:
    """Make one person of all names that belong together: "Jack", "Jack Kane", "Mr. Kane"."""
    people: list[Person] = []
    order = {phrase: place for place, phrase in enumerate(accepted)}
    first: dict[int, int] = {}
    # Longest names first, so that short ones find the person they belong to.
    for phrase in sorted(accepted, key=lambda phrase: (-len(phrase), order[phrase])):
        title = clues[phrase].titles.most_common(1)
        sex = titles()[title[0][0]] if title else ""
        person = _owner(people, phrase, sex) or _new_person(people, phrase)
        first[id(person)] = min(first.get(id(person), order[phrase]), order[phrase])
        person.mentions += clues[phrase].count
        person.sex = person.sex or sex or given_names().get(phrase[0].title(), "") * (len(title) == 0)
        _call(person, " ".join(phrase), list(clues[phrase].titles))
    return sorted(people, key=lambda person: first[id(person)])


def add_known(people: list[Person], known: Sequence[str]) -> None:
    """Make sure that every known name is somebody; a cue's name is what the film calls them."""
    for name in known:
        words = name.split()
        title = words[0].lower().rstrip(".") if len(words) > 1 else ""
        phrase = tuple(words[1:]) if title in titles() else tuple(words)
        sex = titles().get(title, "")
        owner = next((person for person in people if name == person.name), None) or _owner(people, phrase, sex)
        if owner is None:
            role = next((bare(word) for word in reversed(words) if bare(word) in role_words()), "")
            owner = Person(name, role=role, sex=sex or given_names().get(words[0], ""))
            people.append(owner)
            owner.aliases += [f"the {role}"] if role else []
        if name != owner.name:
            owner.aliases.append(name)
        owner.mentions += 1


def _new_person(people: list[Person], phrase: tuple[str, ...]) -> Person:
    people.append(Person(" ".join(phrase)))
    return people[-1]


def _owner(people: Sequence[Person], phrase: tuple[str, ...], sex: str) -> Person | None:
    lows = {word.lower() for word in phrase}
    for person in people:
        words = person.name.lower().split()
        clash = sex and person.sex and sex != person.sex
        if lows <= set(words) and not clash:
            return person
    return None


def _call(person: Person, name: str, used: Sequence[str]) -> None:
    known = titles()
    for title in used:
        role = title in role_words() and title not in {"little", "old", "young", "big"}
        written = f"{title.title()}. {name}" if title in {"mr", "mrs", "ms", "dr"} else f"{title.title()} {name}"
        person.aliases.append(written)
        if role and not person.role and title not in {"doctor", "lady", "miss", "sir"}:
            person.role = title
        if title in {"dr", "doctor"}:
            person.role = person.role or "doctor"
        if " " not in person.name and title in {"mr", "mrs", "ms", "dr", "miss"} and person.name == name:
            person.name = written
        person.sex = person.sex or known[title]
        person.age = person.age or {"old": "elder", "little": "child"}.get(title, "")
    if name != person.name and name not in person.aliases:
        person.aliases.append(name)


def teller_of(lines: Sequence[Line], people: list[Person], clues: dict[tuple[str, ...], Clue]) -> str:
    """Return the name of a first-person narrator: what others call them and the narration never does."""
    own = sum(token.lower() in FIRST_PERSON for line in lines if not line.quoted for token in line.tokens)
    total = sum(len(line.tokens) for line in lines if not line.quoted)
    if own < 2 or own * 60 < total:
        return ""
    mine = _introduced_by_themselves(lines, people) or [p for p in people if _only_addressed(p, people, clues)]
    if not mine:
        people.insert(0, Person(NARRATOR, aliases=["I"], mentions=own))
        return NARRATOR
    teller = mine[0]
    for other in mine[1:]:
        if " " not in _plain(other.name) or " " not in _plain(teller.name):
            _merge(teller, other)
            people.remove(other)
    teller.mentions += own
    teller.aliases.append("I")
    people.remove(teller)
    people.insert(0, teller)
    return teller.name


def _introduced_by_themselves(lines: Sequence[Line], people: Sequence[Person]) -> list[Person]:
    """Return whom the narration introduces with "my name is"."""
    for line in lines:
        lows = [token.lower() for token in line.tokens]
        for at in range(len(lows) - 3):
            if not line.quoted and lows[at : at + 3] == ["my", "name", "is"]:
                found = _owner(people, (line.tokens[at + 3],), "")
                return [found] if found is not None else []
    return []


def _only_addressed(person: Person, people: Sequence[Person], clues: dict[tuple[str, ...], Clue]) -> bool:
    """Say whether others call this person by name and the narration never does."""
    own = [
        clue
        for phrase, clue in clues.items()
        if _owner(people, phrase, titles().get(next(iter(clue.titles), ""), "")) is person
    ]
    return any(clue.addressed for clue in own) and not any(clue.narrated for clue in own)


def _plain(name: str) -> str:
    first, _, rest = name.partition(" ")
    return rest if first.rstrip(".").lower() in titles() else name


def _merge(teller: Person, other: Person) -> None:
    """Join "Jack" with "Mr. Kane" under "Jack Kane"."""
    old = [teller.name, other.name]
    titled = next((name for name in old if _plain(name) != name), "")
    given = next((name for name in old if name != titled), old[0])
    if titled and " " not in given:
        teller.name = f"{given} {_plain(titled)}"
    called = [*old, *(_plain(name) for name in old), *teller.aliases, *other.aliases]
    teller.aliases = list(dict.fromkeys(name for name in called if name != teller.name))
    teller.sex = teller.sex or other.sex
    teller.role = teller.role or other.role
    teller.mentions += other.mentions
