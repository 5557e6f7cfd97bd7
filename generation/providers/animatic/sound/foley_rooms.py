"""What a place sounds like when nothing happens in it, and how it answers what does.

Each place has a room tone made of beds at their levels (one for the day, one for the night where they differ) and
the room or the open air around it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

Tone = tuple[tuple[str, float], ...]
"""Beds and their levels in dB beside each other."""


@dataclass(frozen=True, slots=True)
class Place:
    """`ring_s` and `wet` are how long and how strongly the place answers a sound; `louder_db` raises its tone."""

    tone: Tone
    ring_s: float = 0.5
    wet: float = 0.12
    night: Tone = ()
    louder_db: float = 0.0


_QUIET: Tone = (("room tone", 0.0),)
_ROOM = Place(_QUIET, 0.45, 0.12)
_OPEN = Place((("wind", 0.0), ("birds", -9)), 0.9, 0.04, (("wind", 0.0), ("crickets", -6)))

# Words of a place, most telling first, and what is heard there.
_ROWS: tuple[tuple[str, Place], ...] = (
    ("underwater undersea seabed submarine ocean-floor reef", Place((("underwater", 0),), 1.2, 0.3, louder_db=4)),
    (
        "spaceship spacecraft starship ship-bridge cockpit space-station space capsule orbit airlock",
        Place((("hum", 0), ("vent", -3)), 0.6, 0.18, louder_db=3),
    ),
    ("alien planet moon mars", Place((("wind", 0), ("hum", -12)), 1.8, 0.12)),
    (
        "bar pub saloon tavern nightclub club casino speakeasy diner cafe coffee restaurant bistro inn",
        Place((("crowd", 0), ("room tone", -6)), 0.5, 0.12, louder_db=5),
    ),
    ("hospital clinic ward surgery icu", Place((("vent", 0), ("hum", -8)), 0.8, 0.16)),
    ("laboratory lab server computer control-room", Place((("hum", 0), ("vent", -4)), 0.5, 0.12, louder_db=1)),
    ("library archive study reading-room bookshop", Place((("room tone", 0), ("vent", -8)), 0.9, 0.14, louder_db=-3)),
    ("school classroom gym corridor hallway university", Place((("room tone", 0), ("crowd", -14)), 1.0, 0.18)),
    ("office newsroom bureau bank police-station precinct", Place((("vent", 0), ("hum", -12)), 0.45, 0.1)),
    (
        "museum gallery courthouse courtroom hall lobby palace mansion ballroom hotel foyer castle-hall throne",
        Place((("room tone", 0),), 1.8, 0.24),
    ),
    ("temple church cathedral chapel monastery crypt tomb abbey mosque shrine", Place((("room tone", 0),), 3.0, 0.32)),
    ("cave cavern tunnel sewer mine dungeon catacomb", Place((("room tone", 0), ("drip", -6)), 2.6, 0.34)),
    (
        "stage theatre theater opera concert auditorium cinema studio",
        Place((("room tone", 0), ("crowd", -12)), 1.4, 0.18),
    ),
    ("stadium arena colosseum racetrack", Place((("crowd", 0),), 1.5, 0.14, louder_db=6)),
    (
        "station platform terminal airport subway metro",
        Place((("crowd", 0), ("hum", -6), ("vent", -6)), 1.8, 0.22, louder_db=4),
    ),
    ("train carriage railcar compartment tram", Place((("train", 0),), 0.3, 0.08, louder_db=7)),
    ("car bus taxi truck van interior-car vehicle", Place((("engine", 0), ("vent", -6)), 0.2, 0.05, louder_db=6)),
    (
        "plane aeroplane airplane aircraft helicopter cabin-plane",
        Place((("engine", -4), ("vent", 0)), 0.3, 0.06, louder_db=8),
    ),
    (
        "workshop garage factory warehouse forge mill shipyard foundry",
        Place((("hum", 0), ("engine", -9)), 1.2, 0.2, louder_db=3),
    ),
    (
        "harbour harbor port dock docks pier quay marina wharf",
        Place((("waves", -3), ("seagulls", -5), ("wind", -5)), 1.0, 0.05, (("waves", 0), ("wind", -6)), louder_db=5),
    ),
    ("ship deck boat sailboat raft yacht ferry vessel", Place((("waves", 0), ("wind", -4)), 0.7, 0.05, louder_db=6)),
    (
        "beach sea ocean shore coast seaside island lighthouse cliff",
        Place((("waves", 0), ("seagulls", -10)), 0.9, 0.03, (("waves", 0), ("wind", -8)), louder_db=6),
    ),
    (
        "river stream lake waterfall brook pond canal bridge",
        Place((("stream", 0), ("birds", -8)), 0.9, 0.04, (("stream", 0), ("crickets", -6)), louder_db=3),
    ),
    (
        "swamp marsh bog jungle rainforest",
        Place((("insects", 0), ("drip", -6)), 1.0, 0.06, (("crickets", 0), ("drip", -6)), louder_db=3),
    ),
    (
        "forest woods wood grove park garden orchard meadow field farm countryside village valley camp hill",
        Place((("birds", 0), ("wind", -4)), 1.1, 0.05, (("crickets", 0), ("wind", -6)), louder_db=2),
    ),
    (
        "graveyard cemetery ruins ruin moor",
        Place((("wind", 0), ("birds", -12)), 1.2, 0.06, (("wind", 0), ("crickets", -8))),
    ),
    ("desert dune wasteland canyon prairie steppe", Place((("wind", 0),), 1.4, 0.05, louder_db=1)),
    (
        "mountain peak summit glacier arctic tundra snow sky rooftop roof tower balcony",
        Place((("wind", 0),), 1.5, 0.06, louder_db=2),
    ),
    (
        "market bazaar square plaza fair festival carnival",
        Place((("crowd", 0), ("traffic", -9)), 0.9, 0.06, (("crowd", -6), ("wind", 0)), louder_db=4),
    ),
    (
        "alley backstreet yard courtyard",
        Place((("traffic", -3), ("hum", -8)), 0.9, 0.14, (("traffic", -6), ("night", -3))),
    ),
    (
        "street road city town skyline downtown avenue highway crossroads sidewalk parking",
        Place((("traffic", 0), ("crowd", -8)), 1.0, 0.08, (("traffic", 0), ("night", -8)), louder_db=4),
    ),
    (
        "castle fortress battlement keep",
        Place((("wind", 0), ("birds", -10)), 1.6, 0.16, (("wind", 0), ("crickets", -10))),
    ),
    ("kitchen bathroom laundry", Place((("room tone", 0), ("hum", -6)), 0.5, 0.16)),
    (
        "bedroom bed nursery livingroom living apartment flat house home room cottage cabin hut attic basement cellar",
        Place(_QUIET, 0.4, 0.1, louder_db=-2),
    ),
    (
        "shop store supermarket mall boutique bakery pharmacy",
        Place((("hum", 0), ("vent", 0), ("crowd", -10)), 0.5, 0.12, louder_db=1),
    ),
    ("prison cell jail interrogation bunker vault", Place((("vent", 0), ("drip", -14)), 1.1, 0.22)),
)

_PLACES = {word: place for words, place in reversed(_ROWS) for word in words.split()}
_NIGHT = frozenset(
    [
        "night",
        "midnight",
        "evening",
        "dusk",
        "nightfall",
        "moonlight",
        "moonlit",
        "moon",
        "stars",
        "starry",
        "nocturnal",
    ]
)
_OUTDOOR_BEDS = frozenset(
    {"wind", "birds", "crickets", "night", "traffic", "waves", "seagulls", "insects", "stream", "rain"}
)

OUTSIDE = frozenset({"rain", "wind", "waves", "traffic", "birds", "crickets", "night", "seagulls", "insects", "stream"})
"""Beds that are heard through walls by who is inside."""


def place_named(words: str, *, interior: bool) -> Place:
    """Return the place that `words` name, the first that is known; else a quiet room, or the open air."""
    told = re.findall(r"[a-z]+", words.lower())
    forms = [form for word in told for form in (word, word.removesuffix("s"))]
    pairs = [f"{first}-{second}" for first, second in pairwise(told)]
    known = next((_PLACES[form] for form in (*pairs, *forms) if form in _PLACES), None)
    if known is None:
        return _ROOM if interior else _OPEN
    if interior and known.tone[0][0] in _OUTDOOR_BEDS:
        # A room in a place out of doors: its walls, and a little of what is outside.
        return replace(_ROOM, tone=(("room tone", 0.0), *((bed, level - 12) for bed, level in known.tone)))
    return known


def is_night(words: str) -> bool:
    """Return whether `words` speak of the night."""
    return bool(_NIGHT & set(re.findall(r"[a-z]+", words.lower())))
