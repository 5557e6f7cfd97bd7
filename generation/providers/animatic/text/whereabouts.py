"""Finds the place a sentence plays at: where somebody goes or is, and not what is only spoken of or seen afar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .lines import tokens_of
from .tagging import tags_of
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
BENEATH = frozenset({"bedroom", "bridge", "forest"})
ON_TOP = words_of("grammar", "sets", "places_on_top")
FITTINGS = words_of("grammar", "sets", "places_fittings")
NOT_REALLY = frozenset(
    {"to", "would", "could", "never", "not", "didn't", "should", "might", "will", "can't", "couldn't"}
)
FAR_OFF = frozenset({"planet", "space", "sky", "sea", "mountain"})
VESSELS = frozenset({"ship", "train", "airplane"})
ENTERABLE = frozenset({"house", "lighthouse", "castle", "camp"})  # built from outside, unless somebody goes in
ENTERED = frozenset({"inside", "into", "in", "entered", "through"})
VEHICLES = frozenset({"car", "train", "airplane"})
PARTS_OF_PLACES = words_of("grammar", "sets", "places_parts")
PLAIN_ROOMS = frozenset({"room", "cabin", "hall", "ward"})  # "the lamp room" is more than a room
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
CALLING = frozenset({"telephoned", "phoned", "rang", "texted", "telephone"})  # whoever is called is elsewhere
AIMING = frozenset({"threw", "throw", "throws", "hurled", "aimed", "pointed", "looked", "stared", "shot", "fired"})
OUT_OF_DOORS = frozenset({"outside", "outdoors"})
OUTSIDE = frozenset({"outside", "behind", "front"})
HOMES = frozenset({"house", "kitchen", "bedroom", "room", "attic", "cellar", "bathroom"})
WITHOUT_STREET = frozenset(
    {"cave", "barn", "workshop", "lighthouse", "camp", "ship", "spaceship", "submarine", "stateroom", "train", "airplane"}
    | {"car", "temple", "castle", "observatory", "farm"}
)  # what is before their doors is whatever is around them
SEEN_AFAR = frozenset({"below", "above", "beneath", "beyond", "far", "somewhere"})  # "Below, in the street, ..."
RESTING = words_of("grammar", "sets", "places_resting")
TIMES = words_of("grammar", "sets", "places_times") | index_of("places", "time_of_day").keys()
LONGEST_FRONT = 9  # tokens of "The next morning, down by the river"
VERBS = ("VBD", "VBZ", "VBP", "MD")
_ACTIVE = (["VBD"], ["VBZ"])
FRONTED = 2  # words before the place: "Down in"
WITHIN_CLAUSE = 7  # tokens before a place, where the verb that leads there stands
ARRIVED, THERE, NEAR, HINTED = 2.2, 1.6, 1.0, 0.8  # how surely a sentence plays at a place


@dataclass(slots=True)
class Place:
    """A place in a sentence. `score` says how surely the sentence plays there; `at` is the place's token."""

    kind: str
    name: str
    score: float
    phrase: str
    interior: bool
    word: str


def is_interior(kind: str) -> bool:
    """Say whether a kind of place is indoors."""
    return bool(lexicon("places")["kinds"].get(kind, {}).get("interior"))


def place_in(text: str) -> Place | None:
    """Return the place a sentence plays at, if it says so; the last one where somebody goes from one to the next."""
    tokens = tokens_of(text)
    if not any(kind_at(tokens, at) for at in range(len(tokens))):
        return None
    tags = tags_of(tokens)
    best: Place | None = None
    for at in range(len(tokens)):
        found = _place_at(tokens, tags, at)
        if found is not None and (best is None or found.score > best.score or found.score == best.score == ARRIVED):
            best = found
    return best


def place_named(text: str) -> Place | None:
    """Return the first place a text speaks of, where nothing says where it plays: "the lights of the arena"."""
    tokens = tokens_of(text)
    tags = tags_of(tokens)
    for at in range(1, len(tokens)):
        kind, low = kind_at(tokens, at), tokens[at].lower()
        plain = low not in DOUBTFUL and low not in FURNITURE and not _is_modifier(tokens, tags, at)
        before = {token.lower() for token in tokens[max(0, at - 4) : at]}
        if kind and plain and tokens[at - 1].lower() in {"the", "his", "her"} and not before & {"like", "from", "to"}:
            return Place(kind, _name(tokens, at - 1, at), HINTED, tokens[at], is_interior(kind), tokens[at])
    return None


def leaves(text: str, kind: str) -> bool:
    """Say whether somebody leaves a kind of place: "crept out of the burrow", "left the office"."""
    tokens = [token.lower() for token in tokens_of(text)]
    for at, token in enumerate(tokens):
        before = tokens[max(0, at - 4) : at]
        if (kinds().get(token) == kind and ("left" in before or before[-3:-1] == ["out", "of"])) or (
            token in OUT_OF_DOORS and before[-1:] and before[-1] in MOTION
        ):
            return True
    return False


def outdoors_of(kind: str) -> str:
    """Return the kind of place one steps into from the inside of another, or "" where the story must say it."""
    if kind in WITHOUT_STREET:
        return ""
    return "garden" if kind in HOMES else "street"


def doorway(text: str) -> Place | None:
    """Return the last place of a sentence that one can go into, though nobody is inside yet: "the den of a badger"."""
    tokens = tokens_of(text)
    tags = tags_of(tokens)
    for at in range(len(tokens) - 1, 0, -1):
        kind, start = kind_at(tokens, at), _phrase_start(tokens, at)
        opens = tokens[start].lower()
        owned = start < at and (opens in OWNERS or opens.endswith("'s"))
        enterable = is_interior(kind) or kind in ENTERABLE
        if enterable and owned and singular(tokens[at].lower()) not in FURNITURE and not _is_modifier(tokens, tags, at):
            return Place(kind, _name(tokens, start, at), ARRIVED, " ".join(tokens[start : at + 1]), True, tokens[at])
    return None


def kind_of(name: str) -> str:
    """Return the kind of set of a place's name: its last word that means a place."""
    found = ""
    said = [token.lower() for token in tokens_of(name) if token[0].isalnum()]
    for at in range(len(said)):
        # The office of a police station is still the station.
        kept = found if said[at] in parts_of(found) else ""
        found = kept or kind_at(said, at) or found
    return _cabin_or(found, said)


def kind_at(tokens: Sequence[str], at: int) -> str:
    """Return the kind of place a token (with the one before it) stands for, or ""."""
    low = tokens[at].lower().removesuffix("'s")
    before = tokens[at - 1].lower() if at else ""
    joined = f"{before}-{low}"
    if low in parts_of(kinds().get(before, "")):
        return kinds()[before]
    return kinds().get(joined) or kinds().get(low) or kinds().get(singular(low), "")


def parts_of(kind: str) -> frozenset[str]:
    """Return the rooms that are a kind of place themselves: a "hospital room" is a hospital before it is a room."""
    return frozenset(str(lexicon("places")["parts"].get(kind, "")).split())


def _place_at(tokens: Sequence[str], tags: Sequence[str], at: int) -> Place | None:
    kind = kind_at(tokens, at)
    following = tokens[at + 1].lower() if at + 1 < len(tokens) else ""
    # A "basement bar" is a bar.
    pair = f"{tokens[at].lower()}-{following}" in kinds()
    compound = following in kinds() and (tokens[at][0].isupper() == tokens[at + 1][0].isupper())
    if not kind or pair or (compound and (following not in DOUBTFUL or following[0].isupper())):
        return None
    if tags[at].startswith(("V", "R")) and tokens[at].lower() not in {"inn", "home"}:
        return None
    start = _phrase_start(tokens, at)
    score = _score(tokens, tags, start, at)
    if score <= 0:
        return None
    lows = [token.lower() for token in tokens]
    before = lows[max(0, start - 3) : start]
    kind = _cabin_or(kind, lows[max(0, at - 1) : at + 4])
    entered = kind in ENTERABLE and before[-1:] and before[-1] in ENTERED and not set(before) & LIVING
    interior = is_interior(kind) or bool(entered)
    fronts = before[-2:] == ["front", "of"] or before[-3:-1] == ["front", "of"]
    if (set(before[-1:]) & OUTSIDE or fronts) and (interior or kind in ENTERABLE):
        kind, interior = outdoors_of(kind), False
        if not kind:
            return None
    return Place(kind, _name(tokens, start, at), score, " ".join(tokens[start : at + 1]), interior, tokens[at])


def _phrase_start(tokens: Sequence[str], at: int) -> int:
    for start in range(at - 1, max(-1, at - 5), -1):
        if tokens[start].lower() in STRONG | WEAK | FAR or not tokens[start][0].isalpha():
            return start + 1
        if tokens[start].lower() in OWNERS or tokens[start].endswith("'s"):
            return start - (start > 0 and tokens[start - 1].lower() in OWNERS)
    return at


def _score(tokens: Sequence[str], tags: Sequence[str], start: int, at: int) -> float:
    before = tokens[start - 1].lower() if start else ""
    opens = tokens[start].lower() if start < at else ""
    owned = opens in OWNERS or opens.endswith("'s")
    proper = tokens[at][0].isupper() and (at > 0 or tags[at].startswith("NNP"))
    kind = kind_at(tokens, at)
    if _is_modifier(tokens, tags, at) or {token.lower() for token in tokens[:start]} & CALLING:
        return 0.0
    if following_place(tokens, at):
        return 0.0  # "the night desk of the Hotel Meridian" is at the hotel
    part = _part_before(tokens, start, kind)
    if part >= 0:
        return _score_of_part(tokens, tags, part, tokens[at].lower()) if owned or proper else 0.0
    if before == "of" and tokens[max(0, start - 3) : start - 1][-2:] == ["in", "front"]:
        return THERE
    scenic = _is_subject(tokens, tags, start, at)
    boarded = kind in ON_TOP and before == "on" and owned
    at_it = _is_beside(tokens, tags, start, before)
    if (before in FAR and not at_it) or (kind in VEHICLES and before not in STRONG and not scenic and not boarded):
        return 0.0
    if before in {"run", "runs"} or (kind == "rooftop" and before == "through"):
        return 0.0  # who runs a desk; what is heard through the roof
    if tokens[at].lower() == "home" and before in MOTION:
        return ARRIVED
    several = singular(tokens[at].lower()) in DOUBTFUL and tokens[at].lower() not in kinds()
    if (tokens[at].lower() in DOUBTFUL and not owned and not proper) or several:
        return 0.0
    if before == "at" and {token.lower() for token in tokens[max(0, start - 6) : start]} & AIMING:
        return 0.0  # "threw the sack at the wall"
    led = _led(tokens, start)
    if led in {"elsewhere", "home"}:
        return HINTED * (led == "home")
    habit = tokens[0] in {"Every", "Each"}
    if before in {"was", "is"} and opens in {"a", "an", "the"}:
        return THERE
    if led == "there" and (before in STRONG | WEAK or before in MOTION):
        return NEAR if habit else ARRIVED
    inside = before in STRONG or (before == "on" and kind in ON_TOP) or (before == "under" and kind in BENEATH)
    if (inside or at_it) and tokens[0][0].isupper() and _is_fronted(tokens, tags, start):
        return NEAR if habit else ARRIVED  # "Down in the hold, ..."
    if inside or at_it:
        return 1.8 if owned or proper else THERE
    if scenic:
        return 1.9 if not any(tag in VERBS for tag in tags) else THERE
    if before in WEAK:
        return 1.2 if owned or proper else NEAR
    if opens in {"my", "his", "her", "their"}:
        return NEAR
    if start == 0 and opens in {"the", "our"} and kind not in VEHICLES | FAR_OFF and tags[at + 1 : at + 2] in _ACTIVE:
        return NEAR  # "The ward makes its own noise."
    # "The moon" in the middle of a sentence is seen or thought of.
    seen = kind in FAR_OFF and tokens[start].islower()
    return HINTED if owned and not seen else 0.0


def following_place(tokens: Sequence[str], at: int) -> bool:
    """Say whether a place follows that this one is a part of: "the door of the shop", "room 12 of the hotel"."""
    low, of = tokens[at].lower(), at + 1 + (at + 1 < len(tokens) and tokens[at + 1].isdigit())
    if [token.lower() for token in tokens[of : of + 1]] != ["of"]:
        return False
    wholes = [kind_at(tokens, place) for place in range(of + 1, min(len(tokens), of + 4))]
    return any(kind and (low in PARTS_OF_PLACES or low in parts_of(kind)) for kind in wholes)


def _part_before(tokens: Sequence[str], start: int, kind: str) -> int:
    """Return where the part of a place stands that is told before it ("the edge of the wood"), or -1."""
    if start < 2 or tokens[start - 1].lower() != "of":
        return -1
    part = start - 2 - (tokens[start - 2].isdigit() and start > 2)
    return part if tokens[part].lower() in PARTS_OF_PLACES | parts_of(kind) else -1


def _score_of_part(tokens: Sequence[str], tags: Sequence[str], part: int, whole: str) -> float:
    """Return how surely a sentence plays at a place of which it names a part, by what stands before that part."""
    start = _phrase_start(tokens, part)
    before, led = tokens[start - 1].lower() if start else "", _led(tokens, start)
    if led == "elsewhere":
        return 0.0
    if start > 1 and kind_at(tokens, start - 2):
        return HINTED  # "the laboratory at the end of the corridor"
    goes = led == "there" and (before in STRONG | {"on"} or (before in WEAK and whole not in DOUBTFUL))
    fronted = before in STRONG | {"on"} and tokens[0][0].isupper() and _is_fronted(tokens, tags, start)
    return ARRIVED if goes or fronted else THERE


def _is_beside(tokens: Sequence[str], tags: Sequence[str], start: int, before: str) -> bool:
    """Say whether somebody is at a place they are "by": "down by the river", "She sat by the pond"."""
    if before != "by":
        return False
    ahead = [token.lower() for token in tokens[max(0, start - 5) : start - 1]]
    return bool(ahead[-1:]) and (
        ahead[-1] in {"down", "back", "out"} or bool(set(ahead) & RESTING) or _is_fronted(tokens, tags, start)
    )


def _is_fronted(tokens: Sequence[str], tags: Sequence[str], start: int) -> bool:
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


def _is_modifier(tokens: Sequence[str], tags: Sequence[str], at: int) -> bool:
    """Say whether a place only says what kind of thing something is: a "library card", and not the "kitchen table"."""
    if tokens[at].endswith("'s") and at + 1 < len(tokens):
        return tokens[at + 1].lower() not in FITTINGS
    if at + 1 >= len(tokens) or not tags[at + 1].startswith("NN") or not tokens[at + 1][0].isalpha():
        return False
    if tokens[at].lower() == "deck":
        return True  # a "deck chair" is on no ship
    return tokens[at + 1].lower() not in FITTINGS and tokens[at + 1].islower() and tokens[at][0].islower()


def _led(tokens: Sequence[str], start: int) -> str:
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
        if word in MOTION:
            kept = set(clause[max(0, back - 2) : back]) & NOT_REALLY
            return "elsewhere" if kept and "and" not in clause[back - 1 : back] else "there"
        if word in {",", ";", "and", "but"} and back < len(clause) - 1:
            return ""
    return ""


def _is_subject(tokens: Sequence[str], tags: Sequence[str], start: int, at: int) -> bool:
    """Say whether a sentence is about the place itself: "The hall was dark", "An empty platform."."""
    if singular(tokens[at].lower()) in FURNITURE:
        return False
    if start > 0 and tokens[start - 1] not in {".", "!", "?", ":", ",", ";", "and", "but"}:
        return False
    if start == 0 and not any(tag in VERBS for tag in tags):
        return True
    return at + 1 < len(tokens) and tokens[at + 1].lower() in SCENIC and kind_at(tokens, at) not in {"sea", "sky"}


def _cabin_or(kind: str, said: Sequence[str]) -> str:
    """Return "stateroom" for the inside of a vessel: a "ferry cabin", "the cabin of the ship"."""
    inside = "cabin" in said and any(kinds().get(word) in VESSELS for word in said)
    return "stateroom" if inside else kind


def _name(tokens: Sequence[str], start: int, at: int) -> str:
    """Return what to call the place: its own name where it has one, else "The" and what it is."""
    run = at
    while run > start and tokens[run - 1][0].isupper() and tokens[run - 1].lower() not in OWNERS:
        run -= 1
    if tokens[at][0].isupper() and run < at:
        return " ".join(tokens[run : at + 1])
    after = tokens[at + 1] if at + 1 < len(tokens) else ""
    if tokens[at][0].isupper() and at > start and after[:1].isupper():
        return f"{tokens[at]} {after}"
    noun = singular(tokens[at]) if tokens[at].lower() not in kinds() else tokens[at].lower()
    noun = noun.removesuffix("'s").lower()
    if noun in FURNITURE:
        return f"The {kind_at([noun], 0)}"
    before = tokens[at - 1].lower() if at > start else ""
    whole = noun in PLAIN_ROOMS or f"{before}-{noun}" in kinds()
    described = whole and before and before not in OWNERS and not before.endswith("'s")
    return f"The {before} {noun}" if described else f"The {noun}"
