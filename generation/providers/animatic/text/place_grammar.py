"""The grammar of places: which words mean one, where its phrase starts, what leads there, and what is only a part."""

from __future__ import annotations

from collections.abc import Sequence

from .words import index_of, kinds, lexicon, singular, words_of

STRONG = words_of("grammar", "sets", "places_strong")
WEAK = words_of("grammar", "sets", "places_weak")
OWNERS = words_of("grammar", "sets", "places_owners")
DOUBTFUL = words_of("grammar", "sets", "places_doubtful")  # often something else: they count only after an article
FAR = words_of("grammar", "sets", "places_far")
MOTION = words_of("grammar", "sets", "places_motion")
LIVING = words_of("grammar", "sets", "places_living")
HABITS = words_of("grammar", "sets", "places_habits")
SCENIC = words_of("grammar", "sets", "places_scenic")
FITTINGS = words_of("grammar", "sets", "places_fittings")
NOT_REALLY = frozenset(
    {"to", "would", "could", "never", "not", "didn't", "should", "might", "will", "can't", "couldn't"}
)
PARTS_OF_PLACES = words_of("grammar", "sets", "places_parts")
FURNITURE = frozenset(
    {
        "bed",
        "desk",
        "stove",
        "oven",
        "counter",
        "fireplace",
        "hearth",
        "armchair",
        "sofa",
        "workbench",
        "altar",
        "pew",
        "bunk",
        "cot",
        "stars",
        "waves",
        "dashboard",
        "bedside",
        "fireside",
    }
)
DRIVING = frozenset({"drove", "drive", "driving", "drives", "rode", "riding"})
PASSING = frozenset({"along", "past", "through", "across", "over", "by", "down", "up"})
SEEN_AFAR = frozenset({"below", "above", "beneath", "beyond", "far", "somewhere"})  # "Below, in the street, ..."
STEPS = frozenset({"stairs", "steps", "staircase", "stairwell", "doorway"})
TOWN_NAMES = frozenset({"port", "fort", "mount", "point", "cape", "bridge", "mill"})
THEMSELVES = frozenset({"himself", "herself", "themselves", "myself", "ourselves", "itself"})  # "flung herself into"
RESTING = words_of("grammar", "sets", "places_resting")
TIMES = words_of("grammar", "sets", "places_times") | index_of("places", "time_of_day").keys()
LONGEST_FRONT = 9  # tokens of "The next morning, down by the river"
VERBS = ("VBD", "VBZ", "VBP", "MD")
ACTIVE = (["VBD"], ["VBZ"])
FRONTED = 2  # words before the place: "Down in"
WITHIN_CLAUSE = 9  # tokens before a place, where the verb that leads there stands


def kind_at(tokens: Sequence[str], at: int) -> str:
    """Return the kind of place a token (with the one before it) stands for, or ""."""
    low = tokens[at].lower().removesuffix("'s")
    before = tokens[at - 1].lower() if at else ""
    joined = f"{before}-{low}"
    if low in STEPS and kinds().get(before):
        return kinds()[before]  # the stairs of a lighthouse are in it
    if low in TOWN_NAMES and tokens[at][0].isupper() and at + 1 < len(tokens) and tokens[at + 1][0].isupper():
        return ""  # "Port Hellas" is a town
    if low in parts_of(kinds().get(before, "")):
        return kinds()[before]
    return kinds().get(joined) or kinds().get(low) or kinds().get(singular(low), "")


def parts_of(kind: str) -> frozenset[str]:
    """Return the rooms that are a kind of place themselves: a "hospital room" is a hospital before it is a room."""
    return frozenset(str(lexicon("places")["parts"].get(kind, "")).split())


def phrase_start(tokens: Sequence[str], at: int) -> int:
    for start in range(at - 1, max(-1, at - 5), -1):
        if tokens[start].lower() in STRONG | WEAK | FAR or not tokens[start][0].isalpha():
            return start + 1
        if tokens[start].lower() in OWNERS or tokens[start].endswith("'s"):
            return start - (start > 0 and tokens[start - 1].lower() in OWNERS)
    return at


def following_place(tokens: Sequence[str], at: int) -> bool:
    """Say whether a place follows that this one is a part of: "the door of the shop", "room 12 of the hotel"."""
    low, of = tokens[at].lower(), at + 1 + (at + 1 < len(tokens) and tokens[at + 1].isdigit())
    if [token.lower() for token in tokens[of : of + 1]] != ["of"]:
        return False
    wholes = [kind_at(tokens, place) for place in range(of + 1, min(len(tokens), of + 4))]
    return any(kind and (low in PARTS_OF_PLACES or low in parts_of(kind)) for kind in wholes)


def part_before(tokens: Sequence[str], start: int, kind: str) -> int:
    """Return where the part of a place stands that is told before it ("the edge of the wood"), or -1."""
    if start < 2 or tokens[start - 1].lower() != "of":
        return -1
    part = start - 2 - (tokens[start - 2].isdigit() and start > 2)
    return part if tokens[part].lower() in PARTS_OF_PLACES | parts_of(kind) else -1


def is_beside(tokens: Sequence[str], tags: Sequence[str], start: int, before: str) -> bool:
    """Say whether somebody is at a place they are "by": "down by the river", "She sat by the pond"."""
    if before != "by":
        return False
    ahead = [token.lower() for token in tokens[max(0, start - 5) : start - 1]]
    return bool(ahead[-1:]) and (
        ahead[-1] in {"down", "back", "out"} or bool(set(ahead) & RESTING) or is_fronted(tokens, tags, start)
    )


def is_fronted(tokens: Sequence[str], tags: Sequence[str], start: int) -> bool:
    """Say whether only words of time and direction stand before a place: "The next day, back in the kitchen"."""
    if tokens[0].lower() in SEEN_AFAR:
        return False
    if start <= FRONTED:
        return True
    if start > LONGEST_FRONT:
        return False
    return all(
        not tag.startswith(("V", "PRP", "MD")) and (not tag.startswith("NN") or token.lower() in TIMES)
        for token, tag in zip(tokens[: start - 1], tags, strict=False)
    )


def is_modifier(tokens: Sequence[str], tags: Sequence[str], at: int) -> bool:
    """Say whether a place only says what kind of thing something is: a "library card", and not the "kitchen table"."""
    if tokens[at].endswith("'s") and at + 1 < len(tokens):
        return tokens[at + 1].lower() not in FITTINGS
    if at + 1 >= len(tokens) or not tags[at + 1].startswith("NN") or not tokens[at + 1][0].isalpha():
        return False
    if tokens[at + 1].lower() in SCENIC and tags[at + 1] == "NNS":
        return False  # "The kitchen smells of onions."
    if tokens[at].lower() == "deck":
        return True  # a "deck chair" is on no ship
    return tokens[at + 1].lower() not in FITTINGS and tokens[at + 1].islower() and tokens[at][0].islower()


def led_by_verb(tokens: Sequence[str], start: int) -> str:
    """Say where the verb before a place leads: "there", "elsewhere" (a habit, a wish, what is told), or ""."""
    clause = [token.lower() for token in tokens[max(0, start - WITHIN_CLAUSE) : start]]
    for back in range(len(clause) - 1, -1, -1):
        word = clause[back]
        if word in DRIVING and clause[-1:] and clause[-1] in PASSING:
            return "elsewhere"  # still in the car
        if word in HABITS | LIVING:
            return "elsewhere" if word in HABITS else "home"
        if word == "going" and clause[back + 1 : back + 2] == ["to"] and clause[back + 2 :]:
            continue  # "he was going to spring down the hill"
        if word in MOTION or word in THEMSELVES:
            kept = set(clause[max(0, back - 2) : back]) & NOT_REALLY
            return "elsewhere" if kept and "and" not in clause[back - 1 : back] else "there"
        goes_on = clause[back + 1 : back + 2] and clause[back + 1] in PASSING | STRONG | WEAK
        if word in {",", ";", "and", "but"} and back < len(clause) - 1 and not goes_on:
            return ""
    return ""
