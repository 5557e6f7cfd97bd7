"""Which words mean which set. A new set is a function in one of the modules here and a row in this table."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from . import far_away, gatherings, homes, nature, public, settlements, town, transit, water
from .site import Plane, Site

Builder = Callable[[Site], list[Plane]]

OUTDOORS: dict[Builder, str] = {
    town.street: "street avenue boulevard road sidewalk crossroads downtown intersection traffic city town exterior",
    town.alley: "alley alleyway backstreet passage lane slum",
    town.rooftop: "rooftop roof skyline skyscraper balcony terrace metropolis penthouse",
    settlements.village: "village hamlet cottage cottages suburb neighbourhood neighborhood churchyard house home "
    "porch church chapel inn tavern farmhouse hut",
    settlements.market: "market bazaar marketplace square plaza fair carnival festival stall stalls piazza",
    settlements.castle: "castle fortress tower citadel ruins ruin keep palace kingdom",
    nature.forest: "forest wood woods woodland jungle grove trees swamp rainforest thicket wilderness camp campsite",
    nature.park: "park garden gardens backyard yard orchard courtyard lawn playground meadow cemetery "
    "graveyard zoo picnic",
    nature.mountain: "mountain mountains hill hills peak cliff summit valley canyon ridge snowfield glacier "
    "volcano pass",
    nature.field: "field fields farm farmland countryside pasture prairie barn ranch vineyard plain plains highway",
    nature.desert: "desert dune dunes wasteland oasis sahara badlands mesa western frontier",
    water.harbour: "harbour harbor dock docks pier port quay wharf marina lighthouse seaside riverside "
    "waterfront bridge",
    water.beach: "beach shore coast island sea ocean lake river seashore lagoon bay surf riverbank lakeside",
    water.deck: "ship deck boat vessel yacht ferry raft sailboat galleon",
    water.sea_bed: "underwater reef seabed submarine depths undersea coral",
    far_away.space: "space moon orbit asteroid galaxy cosmos lunar stars starfield",
    far_away.planet: "planet alien mars world colony",
    far_away.cave: "cave cavern grotto mine tunnel underground lair den",
}  # fmt: skip
"""Sets in the open and the words that ask for them."""

INDOORS: dict[Builder, str] = {
    public.office: "office bureau agency newsroom precinct headquarters study detective cubicle boardroom "
    "police desk",
    public.bar: "bar club pub tavern saloon nightclub cafe café coffee restaurant diner bistro lounge "
    "casino inn cabaret jazz",
    public.shop: "shop store boutique bakery pharmacy grocery supermarket bookshop pawnshop",
    public.corridor: "corridor hospital school hallway classroom clinic ward college university asylum elevator",
    transit.station: "station platform train railway subway metro terminal airport depot",
    homes.living_room: "living parlour parlor lounge sitting apartment flat house home mansion cottage villa family",
    homes.bedroom: "bedroom hotel motel bed suite nursery dormitory attic",
    homes.kitchen: "kitchen pantry dining breakfast scullery",
    homes.library: "library archive study bookshop reading museum",
    gatherings.workshop: "workshop garage factory warehouse studio forge smithy shed barn stable hangar atelier",
    gatherings.laboratory: "laboratory lab observatory spaceship spacecraft cockpit bridge control starship server",
    gatherings.theatre: "theatre theater stage opera auditorium concert circus cinema ballroom",
    gatherings.hall: "castle temple church cathedral chapel throne palace court courtroom courthouse "
    "monastery ballroom shrine great hall",
    gatherings.cell: "cell prison jail dungeon cellar basement crypt bunker vault bathroom sewer",
    transit.vehicle: "car taxi cab bus truck carriage wagon compartment airplane plane cabin limousine van",
    far_away.cave: "cave cavern grotto mine tunnel lair",
}  # fmt: skip
"""Sets under a roof and the words that ask for them."""

WITHOUT_WEATHER = frozenset({water.sea_bed, far_away.space, far_away.cave})
"""Sets out of doors where nothing falls from a sky."""

_ROOMS = (
    "office bar club pub tavern nightclub cafe café restaurant diner kitchen bedroom library laboratory lab classroom "
    "hospital corridor hallway apartment room theatre theater auditorium cinema prison cell dungeon cellar basement "
    "attic parlour parlor lounge garage workshop hotel motel shop store cathedral courtroom bathroom study interior "
    "indoors"
)
ALWAYS_INDOORS = frozenset(_ROOMS.split())
"""Words that mean a room when nobody has said whether the set is inside."""

ERAS: dict[str, str] = {
    "future": "future futuristic cyberpunk sci-fi scifi space neon 22nd 23rd 2100s",
    "medieval": "medieval ancient fantasy roman viking fairy middle",
    "victorian": "victorian 1700s 1800s 1850s 1860s 1870s 1880s 1890s 1900s 1910s 17th 18th 19th",
    "classic": "1920s 1930s 1940s 1950s noir",
    "modern": "modern contemporary present 1980s 1990s 2000s 2010s 2020s 21st",
}
"""Eras that look different, and the words that mean them, the strongest first."""

_WORD = re.compile(r"[\w-]+")


def words_of(text: object) -> list[str]:
    """Return the lower-case words of `text`, in order."""
    return _WORD.findall(str(text or "").lower())


def _row(builders: Mapping[Builder, str]) -> dict[str, Builder]:
    by_word: dict[str, Builder] = {}
    for builder, listed in builders.items():
        for word in listed.split():
            by_word.setdefault(word, builder)
    return by_word


_OUTDOOR_WORDS, _INDOOR_WORDS = _row(OUTDOORS), _row(INDOORS)


def is_interior(place: Mapping[str, Any]) -> bool:
    """Tell whether the set `place` is under a roof: as it says, else by its words."""
    said = place.get("interior")
    if isinstance(said, bool | int):
        return bool(said)
    words = [*words_of(place.get("kind")), *words_of(place.get("name")), *words_of(place.get("description"))]
    if not words:
        return False
    known = [word for word in words if word in _OUTDOOR_WORDS or word in ALWAYS_INDOORS]
    return bool(known) and known[0] in ALWAYS_INDOORS


def builder_for(place: Mapping[str, Any], *, interior: bool) -> Builder:
    """Return what draws the set `place`: by its kind, else its name, else its description, else a plain one.

    The last word of a kind or a name says what it is ("train station"), so those are read backwards.
    """
    first, second = (_INDOOR_WORDS, _OUTDOOR_WORDS) if interior else (_OUTDOOR_WORDS, _INDOOR_WORDS)
    kind, name, told = (words_of(place.get(key)) for key in ("kind", "name", "description"))
    for words in (kind[::-1], name[::-1], told):
        for known in (first, _only_fitting(second, interior=interior)):
            for word in words:
                builder = known.get(word) or known.get(word.removesuffix("s"))
                if builder:
                    return builder
    if interior:
        return homes.plain_room
    return town.street if any(word in _INDOOR_WORDS for word in (*kind, *name, *told)) else settlements.village


def _only_fitting(words: Mapping[str, Builder], *, interior: bool) -> Mapping[str, Builder]:
    """Keep the sets of the other table that can still be drawn: a platform has open sides, a room has not."""
    kept = (
        {far_away.cave, far_away.space, far_away.planet, water.deck, water.sea_bed} if interior else {transit.station}
    )
    return {word: builder for word, builder in words.items() if builder in kept}


def era_of(place: Mapping[str, Any]) -> str:
    """Return "medieval", "victorian", "classic", "modern" or "future", from the set's era and words."""
    words = {*words_of(place.get("era")), *words_of(place.get("kind")), *words_of(place.get("description"))}
    return next((era for era, listed in ERAS.items() if words & set(listed.split())), "classic")
