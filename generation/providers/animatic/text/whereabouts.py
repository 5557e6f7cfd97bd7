"""Finds the place a sentence plays at: where somebody goes or is, and not what is only spoken of or seen afar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .lines import tokens_of
from .place_grammar import (
    ACTIVE,
    DOUBTFUL,
    FAR,
    FRONTED,
    FURNITURE,
    LIVING,
    MOTION,
    NOT_REALLY,
    OWNERS,
    SCENIC,
    SEEN_AFAR,
    STRONG,
    VERBS,
    WEAK,
    following_place,
    is_beside,
    is_fronted,
    is_modifier,
    kind_at,
    led_by_verb,
    part_before,
    parts_of,
    phrase_start,
)
from .tagging import tags_of
from .words import kinds, lexicon, singular, words_of

BENEATH = frozenset({"bedroom", "bridge", "forest"})
ON_TOP = words_of("grammar", "sets", "places_on_top")
FAR_OFF = frozenset({"planet", "space", "sky", "sea", "mountain"})
VESSELS = frozenset({"ship", "train", "airplane"})
ENTERABLE = frozenset({"house", "lighthouse", "castle", "camp"})  # built from outside, unless somebody goes in
ENTERED = frozenset({"inside", "into", "in", "entered", "through"})
VEHICLES = frozenset({"car", "train", "airplane"})
PLAIN_ROOMS = frozenset({"room", "cabin", "hall", "ward"})  # "the lamp room" is more than a room
CALLING = frozenset({"telephoned", "phoned", "rang", "texted", "telephone"})  # whoever is called is elsewhere
AROUND = frozenset({"on", "in", "off", "near", "behind", "above", "opposite", "outside"})
AIMING = frozenset({"threw", "throw", "throws", "hurled", "aimed", "pointed", "looked", "stared", "shot", "fired"})
OUT_OF_DOORS = frozenset({"outside", "outdoors"})
OUTSIDE = frozenset({"outside", "behind", "front"})
HOMES = frozenset({"house", "kitchen", "bedroom", "room", "attic", "cellar", "bathroom"})
WITHOUT_STREET = frozenset(
    {"cave", "barn", "workshop", "lighthouse", "camp", "ship", "spaceship", "submarine", "stateroom", "train"}
    | {"airplane", "car", "temple", "castle", "observatory", "farm"}
)  # what is before their doors is whatever is around them
PORCHES = frozenset({"porch", "doorstep", "steps", "veranda", "gate"})  # of a building: before its door
COMPARTMENTS = frozenset({"compartment", "carriage", "backseat", "cockpit", "dashboard"})
LONGEST_INVERSION = 3  # tokens of "So down to" before "the harbour they went"
LEAVING = frozenset({"out"})
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
        plain = low not in DOUBTFUL and low not in FURNITURE and not is_modifier(tokens, tags, at)
        before = {token.lower() for token in tokens[max(0, at - 4) : at]}
        if kind and plain and tokens[at - 1].lower() in {"the", "his", "her"} and not before & {"like", "from", "to"}:
            return Place(kind, _name(tokens, at - 1, at), HINTED, tokens[at], is_interior(kind), tokens[at])
    return None


def leaves(text: str, kind: str) -> bool:
    """Say whether somebody leaves a kind of place: "crept out of the burrow", "left the office"."""
    tokens = [token.lower() for token in tokens_of(text)]
    for at, token in enumerate(tokens):
        before = tokens[max(0, at - 4) : at]
        if token in LEAVING and before[-1:] and before[-1] in MOTION and tokens[at + 1 : at + 2] in ([], ["."], [","]):
            return True
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
    tags: list[str] = []
    for at in range(len(tokens) - 1, 0, -1):
        kind, start = kind_at(tokens, at), phrase_start(tokens, at)
        opens = tokens[start].lower()
        owned = start < at and (opens in OWNERS or opens.endswith("'s"))
        enterable = is_interior(kind) or kind in ENTERABLE | VESSELS
        if not (enterable and owned) or singular(tokens[at].lower()) in FURNITURE:
            continue
        tags = tags or tags_of(tokens)
        if not is_modifier(tokens, tags, at):
            inside = is_interior(kind) or kind in ENTERABLE
            return Place(kind, _name(tokens, start, at), ARRIVED, " ".join(tokens[start : at + 1]), inside, tokens[at])
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
    start = phrase_start(tokens, at)
    score = _score(tokens, tags, start, at)
    if score <= 0:
        return None
    lows = [token.lower() for token in tokens]
    before = lows[max(0, start - 3) : start]
    kind = _cabin_or(kind, lows[max(0, at - 1) : at + 4])
    entered = kind in ENTERABLE and before[-1:] and before[-1] in ENTERED and not set(before) & LIVING
    interior = is_interior(kind) or bool(entered) or lows[max(0, at - 1) : at + 1] in (["at", "home"], ["back", "home"])
    fronts = before[-2:] == ["front", "of"] or before[-3:-1] == ["front", "of"]
    part = part_before(tokens, start, kind)
    fronts = fronts or (part >= 0 and tokens[part].lower() in PORCHES)
    if (set(before[-1:]) & OUTSIDE or fronts) and (interior or kind in ENTERABLE):
        kind, interior = outdoors_of(kind), False
        if not kind:
            return None
    return Place(kind, _name(tokens, start, at), score, " ".join(tokens[start : at + 1]), interior, tokens[at])


def _score(tokens: Sequence[str], tags: Sequence[str], start: int, at: int) -> float:
    before = tokens[start - 1].lower() if start else ""
    opens = tokens[start].lower() if start < at else ""
    owned = opens in OWNERS or opens.endswith("'s")
    proper = tokens[at][0].isupper() and (at > 0 or tags[at].startswith("NNP"))
    kind = kind_at(tokens, at)
    if is_modifier(tokens, tags, at) or {token.lower() for token in tokens[:start]} & CALLING:
        return 0.0
    if following_place(tokens, at):
        return 0.0  # "the night desk of the Hotel Meridian" is at the hotel
    part = part_before(tokens, start, kind)
    if part >= 0:
        return _score_of_part(tokens, tags, part, tokens[at].lower()) if owned or proper else 0.0
    if before == "of" and tokens[max(0, start - 3) : start - 1][-2:] == ["in", "front"]:
        return THERE
    scenic = _is_subject(tokens, tags, start, at)
    boarded = kind in ON_TOP and before == "on" and owned
    vehicles = VEHICLES if tokens[at].lower() not in COMPARTMENTS else frozenset()
    if start > 1 and before in AROUND and kind_at(tokens, start - 2) and tags[start - 2].startswith("NN"):
        return HINTED  # "the ballroom on Kant Street"
    at_it = is_beside(tokens, tags, start, before)
    if (before in FAR and not at_it) or (kind in vehicles and before not in STRONG and not scenic and not boarded):
        return 0.0
    if before in {"run", "runs"} or (kind == "rooftop" and before == "through"):
        return 0.0  # who runs a desk; what is heard through the roof
    if tokens[at].lower() == "home" and before in {"at", "back"} and start <= FRONTED and tokens[0][0].isupper():
        return ARRIVED  # "At home his sister was peeling potatoes."
    if tokens[at].lower() == "pool" and tokens[at + 1 : at + 2] == ["of"]:
        return 0.0
    if tokens[at].lower() == "home" and before in MOTION:
        return 0.0 if {token.lower() for token in tokens[max(0, at - 4) : at]} & NOT_REALLY else ARRIVED
    if kind == "rooftop" and {token.lower() for token in tokens[:start]} & {"rain", "hail", "snow"}:
        return 0.0  # what falls on a roof is heard from below
    paired = at > 0 and f"{tokens[at - 1].lower()}-{tokens[at].lower()}" in kinds()  # "flower beds" are no beds
    noun_before = start < at - 1 and tags[at - 1].startswith("NN") and tokens[at - 1].islower()
    if not paired and tokens[at].lower() in DOUBTFUL and noun_before:
        return 0.0  # "the sun square on her hat"
    several = not paired and singular(tokens[at].lower()) in DOUBTFUL and tokens[at].lower() not in kinds()
    if (tokens[at].lower() in DOUBTFUL and not owned and not proper) or several:
        return 0.0
    if before == "at" and {token.lower() for token in tokens[max(0, start - 6) : start]} & AIMING:
        return 0.0  # "threw the sack at the wall"
    led = led_by_verb(tokens, start)
    if led in {"elsewhere", "home"}:
        return HINTED * (led == "home")
    if any(tags[place] in {"WDT", "WP"} and tags[place + 1] in VERBS for place in range(max(0, start - 8), start - 1)):
        return HINTED  # "the truck that lost a wheel on the interstate"
    habit = tokens[0] in {"Every", "Each"}
    if before in {"was", "is"} and opens in {"a", "an", "the"}:
        return THERE
    away = tokens[max(0, start - 3)].lower() in {"so", "down", "up", "off", "out", "away"}
    if before in WEAK and away and start <= LONGEST_INVERSION:
        goes = any(token.lower() in MOTION for token in tokens[at + 1 : at + 4])
        led = "there" if goes else led  # "So down to the harbour they went"
    if led == "there" and (before in STRONG | WEAK or before in MOTION):
        return NEAR if habit else ARRIVED
    inside = before in STRONG or (before == "on" and kind in ON_TOP) or (before == "under" and kind in BENEATH)
    if tokens[0].lower() in SEEN_AFAR and tokens[1:2] == [","]:
        return HINTED  # "Below, in the street, a car went by."
    back_then = [token.lower() for token in tokens[at + 2 : at + 4]] in (["had", "been"], ["had", "always"])
    if back_then and not opens:
        return HINTED  # "At school he had been the handsome one."
    if (inside or at_it) and tokens[0][0].isupper() and is_fronted(tokens, tags, start):
        return NEAR if habit else ARRIVED  # "Down in the hold, ..."
    if inside or at_it:
        return 1.8 if owned or proper else THERE
    if scenic:
        return 1.9 if not any(tag in VERBS for tag in tags) else THERE
    if before in WEAK:
        return 1.2 if owned or proper else NEAR
    if opens in {"my", "his", "her", "their"}:
        return NEAR
    if start == 0 and opens in {"the", "our"} and kind not in VEHICLES | FAR_OFF and tags[at + 1 : at + 2] in ACTIVE:
        return NEAR  # "The ward makes its own noise."
    # "The moon" in the middle of a sentence is seen or thought of.
    seen = kind in FAR_OFF and tokens[start].islower()
    return HINTED if owned and not seen else 0.0


def _score_of_part(tokens: Sequence[str], tags: Sequence[str], part: int, whole: str) -> float:
    """Return how surely a sentence plays at a place of which it names a part, by what stands before that part."""
    start = phrase_start(tokens, part)
    before, led = tokens[start - 1].lower() if start else "", led_by_verb(tokens, start)
    if led == "elsewhere":
        return 0.0
    if before == "from":
        return HINTED
    if start > 1 and kind_at(tokens, start - 2):
        return HINTED  # "the laboratory at the end of the corridor"
    goes = led == "there" and (before in STRONG | {"on"} or (before in WEAK and whole not in DOUBTFUL))
    fronted = before in STRONG | {"on"} and tokens[0][0].isupper() and is_fronted(tokens, tags, start)
    return ARRIVED if goes or fronted else THERE


def _is_subject(tokens: Sequence[str], tags: Sequence[str], start: int, at: int) -> bool:
    """Say whether a sentence is about the place itself: "The hall was dark", "An empty platform."."""
    if singular(tokens[at].lower()) in FURNITURE:
        return False
    opening = start > 0 and is_fronted(tokens, tags, start + 1)
    if start > 0 and not opening and tokens[start - 1] not in {".", "!", "?", ":", ",", ";", "and", "but"}:
        return False
    if start == 0 and not any(tag in VERBS for tag in tags):
        return True
    verb = next((place for place in range(at + 1, min(len(tokens), at + 7)) if tags[place] in VERBS), -1)
    qualified = verb == at + 1 or (verb > at and tokens[at + 1].lower() in AROUND | {"of"})
    following = tokens[at + 1].lower() if at + 1 < len(tokens) else ""
    kind = kind_at(tokens, at)
    changing = is_interior(kind) and kind not in VEHICLES and following in {"went", "fell", "grew"}  # "went quiet"
    scenic = following in SCENIC or changing or (qualified and tokens[verb].lower() in SCENIC)
    return scenic and kind not in {"sea", "sky"}


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
