"""The people of an invented story: from the idea's own words, with a name that fits their world."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .persons import age_of, sex_of
from .tagging import Tagged
from .words import article, draw, given_names, lexicon, pick, singular, words_of

GENRE_NAMES = {"fantasy": "fantasy", "western": "western", "space": "scifi"}
BEING_NAMES = {"robot": "robot", "android": "robot", "cyborg": "robot", "machine": "robot", "toaster": "robot"} | {
    "ghost": "ghost",
    "spirit": "ghost",
    "vampire": "ghost",
    "skeleton": "ghost",
    "alien": "alien",
}
PRONOUNS = {
    "male": {"he": "he", "him": "him", "his": "his", "hers": "his", "himself": "himself"},
    "female": {"he": "she", "him": "her", "his": "her", "hers": "hers", "himself": "herself"},
}
TRADES = words_of("grammar", "sets", "figures_trades")
QUANTITIES = words_of("grammar", "sets", "figures_quantities")


@dataclass(frozen=True, slots=True)
class Figure:
    """Somebody in an invented story. `nature` is human, animal or being (robot, ghost ...)."""

    name: str
    role: str
    adjectives: str
    sex: str
    age: str
    nature: str
    surname: str = ""
    is_thing: bool = False  # a thing that is somebody: a printer, a toaster

    @property
    def described(self) -> str:
        """What they are, as the idea says it: "lonely lighthouse keeper"."""
        return f"{self.adjectives} {self.role}".strip()

    @property
    def full_name(self) -> str:
        """Their name with a family name, where they have one."""
        return f"{self.name} {self.surname}".strip()

    def word(self, key: str) -> str:
        """Return how a story refers to them: name, full, role, the, a, he, him, his, himself (capitals kept)."""
        forms = {
            "": self.name,
            "full": self.full_name,
            "role": self.role,
            "the": f"the {self.role}",
            "a": article(self.described),
            "described": self.described,
            "surname": self.surname or self.name,
            **PRONOUNS[self.sex],
        }
        found = forms[key.lower()]
        return found[:1].upper() + found[1:] if key[:1].isupper() else found


def single(word: str) -> str:
    """Return the singular of a noun for somebody; "zombies" are no "zombys"."""
    low = word.lower()
    known = low.endswith("ies") and (
        low[:-1] in words_of("people", "animals", "beings") or low[:-1] in lexicon("people")["roles"]
    )
    return low[:-1] if known else singular(low)


def is_someone(word: str) -> bool:
    """Say whether a noun stands for somebody a story can be about."""
    word = single(word)
    table = lexicon("people")
    listed = word in table["roles"] or is_being(word) or word in words_of("people", "animals", "words")
    kin = any(word in words_of("people", "kin", key) for key in ("male", "female", "either"))
    sexed = any(word in words_of("people", "sexed", key) for key in ("male", "female"))
    listed = listed or word in words_of("ideas", "people", "more")
    suffix = word.endswith(("maker", "keeper", "smith", "ologist", "wright", "monger", "herder", "tamer", "teller"))
    return listed or kin or sexed or suffix


def is_being(word: str) -> bool:
    """Say whether a noun is a creature of fancy that behaves like a person."""
    return single(word) in words_of("people", "animals", "beings")


def invent(
    tokens: Sequence[Tagged],
    genre: str,
    era: str,
    place: str,
    seed: int,
    slot: str,
    taken: Sequence[str] = (),
    sex: str = "",
) -> Figure:
    """Return the figure that a noun phrase describes, with a name if the phrase gives none."""
    parts = [token for token in tokens if token.tag not in {"DT", "PRP$", "CD", "POS"}]
    given = next((token.word for token in parts if token.tag.startswith("NNP") and token.word in given_names()), "")
    common = [token for token in parts if token.word != given and token.word.lower() not in QUANTITIES]
    nouns = [token.word.lower() for token in common if token.tag.startswith("N")]
    adjectives = [token.word.lower() for token in common if not token.tag.startswith("N") and token.word != "-"]
    adjectives = [word for word in adjectives if word not in words_of("ideas", "kinds", "words")]
    if nouns:
        nouns[-1] = single(nouns[-1])
    young = genre in {"children", "fantasy", "adventure"}
    own_sex = given_names().get(given, "") or "male"
    nameless = {"male": "boy" if young else "man", "female": "girl" if young else "woman"}[own_sex]
    if adjectives and adjectives[-1] in {"polar", "arctic"} and nouns:
        nouns.insert(len(nouns) - 1, adjectives.pop())  # a polar bear is a kind of its own
    role = " ".join(nouns) or (nameless if given else "stranger")
    head = nouns[-1] if nouns else role
    sex = given_names().get(given, "") or sex_of(head) or sex or pick(("male", "female"), seed, slot, "sex")
    nature = "animal" if head in words_of("people", "animals", "words") else "being" if is_being(head) else "human"
    if nature == "human" and is_animal_person(role):
        nature = "animal"
    name = given or a_name(sex, nature, head, (genre, place), seed, slot, taken)
    surname = a_surname((genre, place), seed, slot) if nature == "human" and not given else ""
    return Figure(name, role, " ".join(adjectives), sex, age_of(head, adjectives), nature, surname)


def is_animal_person(role: str) -> bool:
    """Say whether a role is an animal at its work: "rabbit detective", and not "cat burglar" or "dog walker"."""
    said = role.split()
    return len(said) > 1 and said[-1] in TRADES and said[-2] in words_of("people", "animals", "words")


def culture_of(genre: str, place: str) -> str:
    """Return whose names fit: those of the place, else of the genre, else English ones."""
    low = place.lower().split()
    for culture, cities in lexicon("names")["cities"].items():
        if any(city in low for city in cities.split()):
            return str(culture)
    return GENRE_NAMES.get(genre, "english")


def a_name(
    sex: str, nature: str, head: str, world: tuple[str, str], seed: int, slot: str, taken: Sequence[str] = ()
) -> str:
    """Return a given name nobody else in the story begins with: names that look alike are confused."""
    if nature == "animal":
        names = lexicon("ideas")["names"][f"animal_{sex}"]
    elif head in BEING_NAMES:
        names = lexicon("ideas")["names"][f"{BEING_NAMES[head]}_{sex}"]
    elif culture_of(*world) == "english":
        names = lexicon("ideas")["names"][f"human_{sex}"]
    else:
        names = lexicon("names")[sex][culture_of(*world)]
    options = str(names).split()
    letters = {name[:1] for name in taken}
    draw(seed, slot, "name").shuffle(options)
    common = [name for name in options if 2 < len(name) < 9 and name[:1] not in letters]
    return (common or [name for name in options if name not in taken] or options)[0]


def a_surname(world: tuple[str, str], seed: int, slot: str) -> str:
    """Return a family name that fits the world."""
    return pick(str(lexicon("names")["surnames"][culture_of(*world)]).split(), seed, slot, "surname")
