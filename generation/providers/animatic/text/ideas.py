"""Reads an idea: what kind of film it wants, who it is about, what happens, where, when and with which things.

A premise never contradicts the idea's own words; what they leave open is chosen by seed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from . import genres, objects
from .figures import Figure, invent, is_being
from .happenings import Happening, object_phrases, read_happening, verb_at
from .leads import lead_of, without_about, without_format
from .parsing import Parse, Phrase, parse_idea, spaced
from .reading import clean
from .subjects import Subjects, World, people_of, read_subjects
from .tagging import Tagged
from .things import is_thing
from .venues import venue_of
from .words import draw, index_of, lexicon, pick, singular, words, words_of

OLD_ERAS = frozenset({"medieval", "ancient", "prehistoric"})
DREADFUL = frozenset({"haunt", "omen"})  # conflicts that happen to somebody alive: a ghost has other worries
LENGTH_WORDS = re.compile(
    r"\b(?:an?\s+)?\d+\s*[- ]?(?:sec|secs|second|seconds|minute|minutes|min|mins)\b"
    r"|\b\d+s(?=\s+(?:ad|film|clip|video|spot|advert)\b)",
    re.IGNORECASE,
)
QUESTION = re.compile(
    r"^(?:(?:please\s+)?explain(?:\s+(?:to\s+\w+|me|us))?\s+|an?\s+(?:short\s+)?(?:explainer|documentary|lesson|tutorial)\s+(?:about|on)\s+)?"
    r"(why|how|what|where|when|who)\b(?!\s+if\b)(?!ever)(.*)",
    re.IGNORECASE,
)
TOPIC = re.compile(
    r"^(?:(?:please\s+)?explain\s+|an?\s+(?:[\w-]+\s+)?(?:explainer|documentary|lesson|tutorial)\s+(?:about|on|of)\s+|"
    r"(?=the\s+(?:history|story|science|origin|origins|invention)\s+of\s+(?!(?:a|an|my|our|her|his|two|three)\b)))",
    re.IGNORECASE,
)
FOR_WHOM = re.compile(
    r"[?.,]?\s+(?:(?:simply\s+)?explained\b.*|(?:to|for)\s+(?:an?|my|the|kids|children|beginners|dummies|everyone)\b.*|in\s+(?:\w+\s+)?minutes?)$",
    re.IGNORECASE,
)
EXPLAINED = re.compile(r"^(.+?),?\s+(?:simply\s+)?explained\b.*$", re.IGNORECASE)
ADVERT = re.compile(
    r"\b(?:ad|advert|advertisement|commercial|promo|advertising|launch film|product video|product film)\b"
    r"|\bspot\s+(?:for|about)\b|\bintroducing\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Premise:
    """What an idea is about. `form` is story, explain or advert; empty fields are open."""

    source: str
    form: str
    conflict: str
    genre: str
    era: str
    mood: str
    hero: Figure
    other: Figure | None = None
    third: Figure | None = None
    events: tuple[str, ...] = ()
    thing: str = ""
    own_thing: bool = False
    place: str = ""
    place_kind: str = ""
    town: str = ""
    time: str = ""
    weather: str = ""
    goal: str = ""
    fear: str = ""
    deed: str = ""
    did: str = ""
    topic: str = ""
    question: str = ""
    brand: str = ""
    title: str = ""
    teller: bool = False
    own_hero: bool = False
    setting: str = ""  # what is told before the story: "In 1920s Paris"

    @property
    def verbless(self) -> bool:
        """Say whether the idea names people, and nothing that they do."""
        return bool(self.title)

    @property
    def says_only_genre(self) -> bool:
        """Say whether the idea leaves everything but its kind open: "a noir detective story"."""
        return not (self.events or self.own_thing or self.place or self.title)


def read(source: str, seed: int) -> Premise:
    """Return the premise of an idea."""
    idea = " ".join(LENGTH_WORDS.sub(" ", clean(source)).split()) or source
    if not ADVERT.search(idea):
        idea = without_format(idea)
    if ADVERT.search(idea):
        return _advert(idea, seed)
    asked = QUESTION.match(idea.rstrip("?!. "))
    if asked and _is_question(idea, asked):
        return _explainer(idea, asked[1].lower(), asked[2].strip(), seed)
    explained = EXPLAINED.match(idea)
    if explained:
        return _explainer(idea, "", explained[1].strip(), seed)
    topic = TOPIC.match(idea)
    if topic:
        return _explainer(idea, "", idea[topic.end() :].strip(" .!?"), seed)
    return _story(idea, seed)


def _is_question(idea: str, asked: re.Match[str]) -> bool:
    """Say whether an idea asks something: "When the moon fell, a boy ..." is a story."""
    told = asked[1].lower() in {"when", "where", "who"} and not idea.rstrip().endswith("?")
    return not (told and ("," in idea or len(idea.split()) > 8)) and bool(asked[2].strip())


def _story(idea: str, seed: int) -> Premise:
    genre = genres.genre_of(idea, "")
    genre = "" if genre in {"documentary", "advert"} else genre
    lead = lead_of(without_about(idea))
    body = without_about(lead.story)
    parse = parse_idea(body)
    people = people_of(parse)
    place, kind, town = venue_of(parse, people, lead.setting)
    seed = draw(seed, idea).getrandbits(31)
    genre = genre or _genre_from(parse, people, kind)
    era = genres.era_of(idea, genre, idea=True)
    if kind and era in OLD_ERAS and place == f"the {kind}" and kind in words_of("settings", "worlds", "old"):
        place, kind = "", ""  # a thing of today brings no place of today into another time
    genre, era = _tempered(genre, era, idea, people, kind)
    only_genre = _says_only_genre(parse)
    subjects = read_subjects(parse, World(genre, era, town or place, seed))
    if subjects.hero.is_thing and genre in {"drama", "space"} and kind not in {"space", "planet"}:
        genre, era = "comedy", "present" if era == "future" else era
    happening = (
        read_happening(parse, subjects, genre, kind, seed)
        if not only_genre
        else Happening((), _any_conflict(genre, seed))
    )
    if happening.conflict == "search" and not _things(parse, subjects, place, (genre, era), seed)[1]:
        # Nothing that could lie on a shelf is missing: somebody is, or a way.
        happening = replace(happening, conflict="rescue" if subjects.other else "journey")
    if happening.conflict in DREADFUL and subjects.hero.nature == "being":
        happening = replace(happening, conflict="meet")
    if happening.conflict in DREADFUL and genre in {"drama", "children"}:
        genre = "horror"
    unnamed = genre in {"drama", ""} or len(words(body)) == 1
    motif = (
        not only_genre
        and unnamed
        and not subjects.own_hero
        and verb_at(parse) < 0
        and (not kind or len(words(body)) == 1)
    )
    events = tuple(event for event in happening.events if event)
    if lead.setting and events:
        events = (_after_setting(lead.setting, events[0], parse), *events[1:])
    thing, own = _things(parse, subjects, place, (genre, era), seed, happening.fear, made=happening.conflict == "make")
    said = words(idea)
    premise = Premise(
        idea, "story", "motif" if motif else happening.conflict, genre, era,
        _mood(genre, _feeling_words(said, subjects)),
        subjects.hero, subjects.other, subjects.third, events,
        thing, own, place, kind, town, _told_by(said, "time_of_day"), _told_by(said, "weather"),
        happening.goal, happening.fear, happening.deed, happening.did,
        teller=subjects.teller, own_hero=subjects.own_hero,
        title=_own_title(idea, body) if verb_at(parse) < 0 else "", setting=lead.setting,
    )  # fmt: skip
    if premise.conflict == "love" and premise.other is None:
        premise = replace(premise, other=_beloved(parse))
    if motif:
        return replace(premise, topic=_motif(body))
    return _seen_by_somebody(premise, seed) if _is_mute_hero(premise) else premise


def _after_setting(setting: str, event: str, parse: Parse) -> str:
    """Return a story's first sentence told after its setting: "On Mars, a lonely robot ..."."""
    proper = bool(parse.tokens) and parse.tokens[0].tag.startswith("NNP")
    kept = event if proper or event.startswith(("I ", "{")) else event[:1].lower() + event[1:]
    return f"{setting}, {kept}"


def _beloved(parse: Parse) -> Figure | None:
    """Return the thing somebody is in love with, as a figure: "the sun", "a lightbulb"."""
    for phrase in parse.phrases:
        before = parse.tokens[phrase.start - 1].word.lower() if phrase.start else ""
        if before == "with" and not phrase.tokens[-1].tag.startswith("NNP"):
            noun = " ".join(t.word for t in phrase.tokens if t.tag not in {"DT", "PRP$"})
            return Figure(f"The {noun}", noun, "", "female" if len(noun) % 2 else "male", "adult", "being")
    return None


def _is_mute_hero(premise: Premise) -> bool:
    """Say whether the hero is an animal in a story for grown-ups, where animals do not speak."""
    return premise.genre == "drama" and premise.hero.nature == "animal" and premise.conflict != "motif"


def _seen_by_somebody(premise: Premise, seed: int) -> Premise:
    """Return the story of a silent animal as that of somebody who meets it: whoever the idea names beside it."""
    if premise.other is not None and premise.other.nature == "human" and premise.verbless:
        return replace(premise, hero=premise.other, other=premise.hero, conflict="bond", deed="", did="")
    keeper = str(
        lexicon("ideas")["keeper"].get(premise.place_kind) or pick(("widow", "postman", "gardener"), seed, "witness")
    )
    world = (premise.genre, premise.era, premise.place)
    hero = invent([Tagged(word, "NN") for word in keeper.split()], *world, seed, "witness", (premise.hero.name,))
    events = tuple(event.replace("{H}", "{O}").replace("{H.", "{O.") for event in premise.events)
    return replace(
        premise, hero=hero, other=premise.hero, events=events, conflict="bond", deed="", did="", own_hero=False
    )


def _tempered(genre: str, era: str, idea: str, people: Sequence[Phrase], kind: str) -> tuple[str, str]:
    """Let an idea's place outweigh what its creatures suggest: a dragon in an office is a comedy of today."""
    said = set(words(idea))
    if said & words_of("ideas", "people", "bygone") and said & words_of("ideas", "people", "newfangled"):
        # Vikings with a vending machine stay in their time; a knight in a supermarket is in ours.
        return "comedy", "present" if kind in words_of("settings", "worlds", "old") else era
    animal = bool(people) and singular(people[0].head) in words_of("people", "animals", "words")
    if animal and genre in {"noir", "crime", "space"} and genre not in said and kind not in {"space", "planet"}:
        return "comedy", "present" if era in {"1940s", "future"} else era
    if genre == "crime" and not said & {"crime", "thriller"} and said & words_of("ideas", "people", "harmless"):
        return "comedy", era
    being = bool(people) and is_being(people[0].head)
    if genre == "horror" and being and not said & {"horror", "scary", "terrifying", "terror", "nightmare", "creepy"}:
        genre = "comedy"
    if kind in words_of("ideas", "people", "modern"):
        era = "present" if era in OLD_ERAS else era
        genre = "comedy" if genre == "fantasy" else genre
        return genre, era
    if genre == "fantasy" and era in {"ancient", "prehistoric"}:
        return "drama", era
    return genre, era


def _mood(genre: str, said: Sequence[str]) -> str:
    """Return how a story feels: a comedy is funny whatever its people are afraid of."""
    usual = genres.usual_mood(genre)
    return usual if genre in {"comedy", "children", "western", "horror"} else genres.mood_of(said, usual)


def _feeling_words(said: Sequence[str], subjects: Subjects) -> list[str]:
    """Return the words of an idea that can say how it feels: what somebody is does not, a dragon may be funny."""
    roles = {word for figure in (subjects.hero, subjects.other) if figure for word in figure.role.split()}
    return [word for word in said if singular(word) not in roles]


def _says_only_genre(parse: Parse) -> bool:
    """Say whether every noun of an idea is a word for films: "a funny western"."""
    generic = (
        words_of("ideas", "kinds", "words") | set(lexicon("genres")["mood"]) | words_of("ideas", "kinds", "generic")
    )
    nouns = [
        token.word.lower() for token in parse.tokens if token.tag.startswith("N") and not re.search(r"\d", token.word)
    ]
    nouns = nouns or words(parse.text)
    return bool(nouns) and all(noun in generic for noun in nouns) and verb_at(parse) < 0


def _any_conflict(genre: str, seed: int) -> str:
    return pick(str(lexicon("ideas")["open"].get(genre, "find secret farewell")).split(), seed, "conflict")


def _motif(body: str) -> str:
    """Return what a film of moments is about: "Rain" -> "rain"."""
    text = re.sub(r"^(?:an?|the)\s+", "", body.strip(" .!?"), flags=re.IGNORECASE)
    return text if text.isupper() else text[:1].lower() + text[1:]


def _own_title(idea: str, body: str) -> str:
    """Return an idea that reads like a title: a few words without a verb, which do not speak of a film."""
    said = words(body)
    speaks_of_film = any(word in words_of("ideas", "kinds", "words") for word in words(idea))
    return body.strip(" .!?") if 0 < len(said) <= 7 and not speaks_of_film else ""


def _told_by(said: Sequence[str], table: str) -> str:
    """Return the hour or weather an idea names; only words that mean nothing else count."""
    by_word = index_of("places", table)
    unsure = words_of("ideas", "kinds", "unsure")
    return next((by_word[word] for word in said if word in by_word and word not in unsure), "")


def _genre_from(parse: Parse, people: Sequence[Phrase], place_kind: str) -> str:
    """Guess the genre from who and where, when no word of the idea names it."""
    animals = words_of("people", "animals", "words")
    if people and singular(people[0].head) in animals and not any(p.head not in animals for p in people[1:]):
        return "children"
    said = set(words(parse.text))
    if said & words_of("genres", "words", "crime"):
        return "crime"
    if place_kind in {"space", "spaceship", "planet"}:
        return "space"
    if place_kind in {"castle"}:
        return "fantasy"
    return "drama"


# --- with what ---------------------------------------------------------------------------------------------------


def _things(
    parse: Parse,
    subjects: Subjects,
    place: str,
    world: tuple[str, str],
    seed: int,
    fear: str = "",
    *,
    made: bool = False,
) -> tuple[str, bool]:
    """Return the thing the story turns on, without an article, and whether the idea named it."""
    genre, era = world
    named: list[str] = []
    for phrase in object_phrases(
        parse, [*subjects.taken, *(p for p in people_of(parse) if not _is_loot(p, subjects))], place
    ):
        tokens = [
            t
            for t in phrase.tokens
            if t.tag not in {"DT", "PRP$", "CD"}
            and t.word.lower()
            not in {"own", "same", "stolen", "lost", "missing", "last", "first", "single", "perfect", "only", "new"}
        ]
        proper = tokens and tokens[-1].tag.startswith("NNP")
        owner = next((at for at, t in enumerate(tokens) if t.tag == "POS"), -1)
        tokens = tokens[owner + 1 :]
        if tokens and tokens[-1].word.lower() in words(fear):
            continue
        if tokens and tokens[-1].tag.startswith("N") and not proper and not re.search(r"\d", phrase.text):
            named.append(spaced([t.word for t in tokens]))
    loose = [name for name in named if len(name.split()) > 1]
    animals = words_of("people", "animals", "words")
    drawable = words_of("things", "props", "hand") | words_of("things", "props", "big")
    named = [
        name
        for name in named
        if objects.kind_of(name) != "other" or _last(name) & (drawable | animals) or is_thing(name)
    ]
    if named:
        return named[0], True
    if made and loose:
        return loose[0], True
    if era in OLD_ERAS:
        return pick(str(lexicon("ideas")["old_things"]["things"]).split("|"), seed, "thing"), False
    return pick(str(lexicon("ideas")["thing"].get(genre, "letter")).split("|"), seed, "thing"), False


# --- explainers and adverts --------------------------------------------------------------------------------------


def _is_loot(phrase: Phrase, subjects: Subjects) -> bool:
    """Say whether an animal is what the story is about and nobody in it: "two cowboys fight over a mule"."""
    other = subjects.other.role if subjects.other else ""
    return singular(phrase.head) in words_of("people", "animals", "words") and phrase.head not in other.split()


def _last(name: str) -> set[str]:
    last = name.split()[-1].lower()
    return {last, singular(last)}


def _explainer(idea: str, question: str, rest: str, seed: int) -> Premise:
    rest = FOR_WHOM.sub("", rest).strip(" .,?!") or rest
    seed = draw(seed, idea).getrandbits(31)
    role = pick(("teacher", "scientist", "inventor", "reporter", "professor", "gardener"), seed, "presenter")
    hero = invent([Tagged(role, "NN")], "documentary", "present", "", seed, "hero")
    return Premise(idea, "explain", "", "documentary", "present", "calm", hero, topic=rest, question=question)


def _advert(idea: str, seed: int) -> Premise:
    # Imported here: an advert reads its product with the words of this module.
    from .advertising import product_of

    product, brand = product_of(idea)
    hero = invent([Tagged("customer", "NN")], "advert", "present", "", draw(seed, idea).getrandbits(31), "hero")
    era = genres.era_of(idea, "advert", idea=True)
    return Premise(
        idea, "advert", "", "advert", era, "joyful", hero,
        thing=product, own_thing=True, topic=brand or product, brand=brand,
    )  # fmt: skip
