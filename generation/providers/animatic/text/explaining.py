"""What the studio knows by itself about things people ask: films that explain something.

Where it knows nothing it says so, and shows how one finds out; it never makes up a fact.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from .ideas import Premise
from .plots import FACTS, STORIES, Act, Beat, Plot, Unit, plots
from .settings import name_of
from .words import pick, singular, words, words_of

UNKNOWN = (
    "The studio knows no facts about this by itself, so the film only asks the question and shows how to find out; "
    "write the answer into the script, or connect a language model."
)
DESKS = ("workshop", "library", "laboratory", "kitchen", "rooftop", "room", "garden")
EMPTY_WORDS = words_of("ideas", "kinds", "asking")
FURTHER_TOPICS = 14
BOTH_ENDS = 2  # places of a topic; one more between them is where its presenter stands
FIRST_FURTHER = 2  # steps: films shorter than that keep to their own question
AND_THEN = (
    "And while we are at it: what about {}?",
    "That reminds me of something quite different: {}.",
    "Once one has started to ask, there is no end to it. Take {}.",
    "You can ask the same of {}.",
)
PARTS = {"one": (1,), "two": (2,), "three": (3, 4)}


@dataclass(frozen=True, slots=True)
class Topic:
    """Something the studio can explain: the words that mean it, facts with their tier, and where they are seen."""

    keys: frozenset[str]
    facts: tuple[tuple[int, str], ...]
    name: str
    places: tuple[str, ...]
    names: tuple[tuple[str, str], ...] = ()  # what a kind of place is called here: ("mountain", "the tea hills")

    def name_of(self, kind: str) -> str:
        """Return what this topic calls a kind of place."""
        return dict(self.names).get(kind) or name_of(kind)


@cache
def topics() -> tuple[Topic, ...]:
    """Return everything the studio can explain."""
    found: list[Topic] = []
    for path in sorted((STORIES / "facts").glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("@ "):
                keys, _, places = line[2:].partition(" > ")
                kinds, names = _places(places)
                found.append(Topic(frozenset(keys.split()), (), keys.split()[0], kinds, names))
            elif line[:1].isdigit():
                found[-1] = replace(found[-1], facts=(*found[-1].facts, (int(line[0]), line[2:])))
    return tuple(found)


def _places(line: str) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
    """Return the kinds of a line of places, and the names of those that have one: "mountain:the-tea-hills kitchen"."""
    pairs = [place.partition(":") for place in line.split()]
    return tuple(kind for kind, _, _ in pairs), tuple((kind, name.replace("-", " ")) for kind, _, name in pairs if name)


def topic_of(text: str) -> Topic | None:
    """Return the topic that a question is about, or None where the studio knows nothing of it."""
    asked = [word for word in words(text) if word not in EMPTY_WORDS]
    said = {*asked, *(singular(word) for word in asked)}
    scored = [(len(said & topic.keys) + (topic.name in said), -at, topic) for at, topic in enumerate(topics())]
    score, _, best = max(scored, key=lambda entry: entry[:2])
    meaning = [word for word in asked if len(word) > 2 and word not in {"the", "and", "are", "can", "for"}]
    # One shared word is chance unless the question is hardly more than that word.
    return best if score >= 2 or best.name in said or (score == 1 and len(meaning) <= 2) else None


def is_known(text: str) -> bool:
    """Say whether the studio has facts about a topic."""
    return topic_of(text) is not None


def plot(premise: Premise, seed: int) -> Plot:
    """Return a film that explains the premise's topic, or one that shows how to find out."""
    topic = topic_of(premise.topic)
    shape = "explain" if topic else "unknown"
    found = pick([p for p in plots() if shape in p.shapes], seed, "explain", premise.source)
    places = topic.places if topic else ("street", "library")
    own = places[1] if len(places) > BOTH_ENDS else ""
    desk = own or pick([kind for kind in DESKS if kind not in places], seed, "desk", premise.source)
    kinds = {"$desk": desk, "$topic1": places[0], "$topic2": places[-1]}
    acts = [_act(act, kinds, topic) for act in found.acts]
    if topic:
        acts[-1:-1] = _further(topic)
    return replace(found, acts=acts, cast=dict(found.cast))


def _further(topic: Topic) -> list[Act]:
    """Return what a long film goes on to: the topics beside its own, each as a step with a question of its own."""
    at = topics().index(topic)
    beside = [topics()[(at + step) % len(topics())] for step in range(1, FURTHER_TOPICS + 1)]
    acts = []
    for step, other in enumerate(beside, start=1):
        asked = Unit(1, [Beat(pick(AND_THEN, at, step).format(other.name), "H")])
        told = [
            Unit(min(tier, 2), [Beat(text, _teller("one", place))]) for place, (tier, text) in enumerate(other.facts)
        ]
        acts.append(Act(other.places[0], "", "", [asked, *told], step + FIRST_FURTHER, name_of(other.places[0])))
    return acts


def _act(act: Act, kinds: dict[str, str], topic: Topic | None) -> Act:
    kind = kinds.get(act.place, act.place)
    units: list[Unit] = []
    for unit in act.units:
        units += _facts(unit.beats[0].text, topic) if unit.tier == FACTS and topic else [unit]
    return Act(
        kind,
        act.time,
        act.weather,
        [unit for unit in units if unit.tier != FACTS],
        act.step,
        (topic.name_of if topic else name_of)(kind),
    )


def _facts(part: str, topic: Topic) -> list[Unit]:
    """Return one part of a topic's facts: the first is seen, the second is told by the presenter, and so on."""
    told = [(tier, text) for tier, text in topic.facts if tier in PARTS.get(part, ())]
    return [Unit(tier, [Beat(text, _teller(part, at))]) for at, (tier, text) in enumerate(told)]


def _teller(part: str, at: int) -> str:
    presenter = at % 2 == 1 if part != "two" else at % 2 == 0
    return "H" if presenter else ""
