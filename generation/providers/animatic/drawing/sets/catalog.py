"""Which words mean which set. A new set is a function in one of the modules here and a row in this table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from . import (
    backdrops,
    care,
    caves,
    decks,
    dreams,
    dwellings,
    eating,
    fairs,
    far_away,
    far_places,
    forests,
    green_places,
    halls,
    homes,
    jungles,
    kitchens,
    lamp_rooms,
    learning,
    leisure,
    lost_places,
    nature,
    odd_rooms,
    old_worlds,
    play_rooms,
    riding,
    roads,
    sea_beds,
    settlements,
    shows,
    snowfields,
    streets,
    submarines,
    tombs,
    town,
    trade,
    transit,
    vessels,
    water,
    wetlands,
    wild_west,
    work,
)
from .site import Plane, Site
from .words import era_of, words_of
from .worlds import in_its_world

__all__ = [
    "ALWAYS_INDOORS",
    "INDOORS",
    "OUTDOORS",
    "WITHOUT_WEATHER",
    "Builder",
    "builder_for",
    "era_of",
    "is_interior",
    "words_of",
]

Builder = Callable[[Site], list[Plane]]

_OUT: tuple[tuple[Builder, str], ...] = (
    (wild_west.western_town,
     "western town, frontier town, desert town, ghost town, wild west, western street, western main street, boomtown, "
     "mining town, frontier, western, saloon street"),
    (wild_west.ranch, "ranch, homestead, corral, cattle ranch, rancho"),
    (old_worlds.forum, "forum, ancient rome, roman forum, agora, ancient city, ancient greece, acropolis, roman city"),
    (old_worlds.pagoda,
     "pagoda, japanese temple, buddhist temple, shinto shrine, torii, zen garden, japanese garden, temple garden, "
     "shinto, japan"),
    (old_worlds.bazaar, "bazaar, souk, market bazaar, medina, kasbah, spice market, casbah, bazaar square"),
    (green_places.tea_garden,
     "tea plantation, tea field, tea fields, tea garden, tea estate, tea hills, tea terraces, rice terraces"),
    (green_places.treehouse, "treehouse, tree house, treehouses"),
    (green_places.roof_garden, "rooftop garden, roof garden, roof terrace, rooftop terrace, rooftop bar"),
    (green_places.pool, "swimming pool, pool, poolside, lido, hotel pool, water park"),
    (green_places.parking_lot, "parking lot, car park, parking, carpark, parking space"),
    (far_places.igloos, "igloo, igloos, igloo village, ice village"),
    (far_places.orbit,
     "space station, spacestation, space-station, orbit, satellite, low orbit, orbital station, earth orbit"),
    (far_places.mars, "mars, martian, red planet, mars base, mars colony, martian surface"),
    (streets.street,
     "street, avenue, boulevard, sidewalk, pavement, crossroads, downtown, intersection, traffic, town, "
     "square, plaza, piazza, exterior, neighbourhood, neighborhood, main street, lane, promenade, corner, "
     "road, bus stop, station square, boardwalk, kerb, curb"),
    (town.alley, "alley, alleyway, backstreet, passage, slum, back street, back alley, ghetto"),
    (town.rooftop, "rooftop, roof, balcony, terrace, penthouse, helipad, chimney, chimneys"),
    (town.cityscape,
     "city, skyline, skyscraper, metropolis, cityscape, city skyline, megacity, overlook, waterfront, "
     "riverside, riverfront"),
    (settlements.village, "village, hamlet, cottages, settlement, shire, well, fountain, marketplace town"),
    (settlements.market,
     "market, bazaar, marketplace, fair stall, stall, stalls, souk, market square, flea market, farmers "
     "market, mercado, mercato, marché, fête, bazaar square"),
    (settlements.castle,
     "castle, fortress, tower, citadel, keep, palace, kingdom, gate, gates, wall, stronghold, drawbridge, "
     "throne, throne room, great hall, battlements, ramparts, turret"),
    (dwellings.home,
     "house, home, cottage, porch, farmhouse, hut, cabin, mansion, villa, bungalow, suburb, doorstep, "
     "driveway, front yard, manor, shack, lodge, residence, inn, tavern"),
    (dwellings.public_building,
     "church, chapel, cathedral, school, hospital, museum, court, courthouse, bank, theatre, theater, cinema, "
     "hotel, motel, police station, precinct, prison, jail, factory, mill, warehouse, library, university, "
     "college, opera, nightclub, casino, monastery, abbey, mosque, clinic, campus, headquarters, building, "
     "parliament, town hall, gallery, saloon"),
    (forests.forest,
     "forest, wood, woods, woodland, grove, trees, thicket, wilderness, clearing, glade, pine forest, copse, "
     "spruces, spruce, pines, pine, firs, fir, birches, birch, oaks, oak, treeline, treetops, bush, "
     "undergrowth"),
    (jungles.jungle, "jungle, rainforest, amazon, tropics"),
    (wetlands.swamp, "swamp, marsh, bog, bayou, wetland, moor, fen"),
    (leisure.camp, "camp, campsite, campfire, bonfire, camping, encampment, tent"),
    (nature.park,
     "park, garden, gardens, backyard, yard, orchard, courtyard, lawn, meadow park, picnic, botanical, "
     "greenhouse, arboretum, allotment, flowerbed, patio"),
    (leisure.playground, "playground, sandpit, schoolyard, swings, kindergarten"),
    (leisure.stadium,
     "stadium, arena, pitch, football, soccer, racetrack, sports field, baseball, field goal, track, "
     "colosseum, ring"),
    (fairs.fairground,
     "fairground, fair, carnival, festival, amusement park, funfair, theme park, circus, ferris wheel"),
    (leisure.zoo, "zoo, safari park, menagerie, enclosure, aviary"),
    (lost_places.graveyard,
     "cemetery, graveyard, churchyard, grave, graves, tomb, burial ground, mausoleum, funeral, graveside"),
    (nature.mountain,
     "mountain, mountains, hill, hills, peak, cliff, cliffs, summit, valley, canyon, ridge, volcano, pass, "
     "hillside, hilltop, alps, mountainside, gorge, ravine, clifftop, slope, slopes"),
    (snowfields.snowfield,
     "snowfield, glacier, arctic, antarctica, antarctic, tundra, iceberg, icefield, north pole, south pole, "
     "polar, ice, ski slope"),
    (nature.field,
     "field, fields, farm, farmland, countryside, pasture, prairie, barn, ranch, vineyard, plain, plains, "
     "meadow, grassland, paddock, barnyard, heath, steppe, savanna, savannah, stable, plantation, windmill, "
     "haystack, pigsty, wheatfield, cornfield, hayfield"),
    (nature.desert,
     "desert, dune, dunes, wasteland, oasis, sahara, badlands, mesa, western, frontier, sands, outback"),
    (lost_places.ruins, "ruins, ruin, pyramid, pyramids, temple, acropolis, shrine, excavation, dig"),
    (lost_places.battlefield,
     "battlefield, battle, trench, trenches, war zone, frontline, barricade, siege, warzone"),
    (roads.highway,
     "highway, freeway, motorway, country road, gas station, petrol station, roadside, route, desert road, "
     "mountain road, interstate"),
    (roads.bridge, "bridge, viaduct, overpass, footbridge, suspension bridge"),
    (roads.airfield, "airfield, runway, airstrip, airport, tarmac, hangar, air base"),
    (wetlands.river,
     "river, stream, lake, lakeside, riverbank, creek, waterfall, pond, canal, lakeshore, falls, stone bridge, "
     "brook, jetty, millpond, weir, dam"),
    (water.harbour,
     "harbour, harbor, dock, docks, pier, port, quay, wharf, marina, lighthouse, seaside, boathouse, fishing "
     "village, seafront, slipway, shipyard, gull rock, lamp room"),
    (water.beach,
     "beach, shore, coast, island, seashore, lagoon, bay, surf, cove, sandbank, coastline, rocks, rockpool"),
    (decks.deck,
     "ship, deck, boat, vessel, yacht, ferry, raft, sailboat, galleon, sea, ocean, schooner, steamer, rowboat, "
     "cruise, waves, ship deck, quarterdeck, foredeck, forecastle, crow's nest, lifeboat, ferryboat"),
    (sea_beds.sea_bed, "underwater, reef, seabed, depths, undersea, coral, sea bed, ocean floor, atlantis, aquarium"),
    (far_away.space,
     "space, moon, orbit, asteroid, galaxy, cosmos, lunar, stars, starfield, outer space, nebula, crater, "
     "meteor, universe"),
    (far_away.planet, "planet, alien, mars, world, colony, alien planet, exoplanet, venus, jupiter"),
    (caves.cave, "cave, cavern, grotto, mine, tunnel, underground, lair, den, burrow"),
    (dreams.dream, "sky, clouds, cloud, heaven, dream, dreamscape, limbo, afterlife, olympus"),
    (backdrops.backdrop,
     "backdrop, plain, abstract, white, background, void, infographic, explainer, product, seamless, plain "
     "background"),
)  # fmt: skip

_IN: tuple[tuple[Builder, str], ...] = (
    (wild_west.saloon, "saloon, western saloon"),
    (wild_west.sheriff_office,
     "sheriff's office, sheriff office, sheriffs office, marshal's office, jailhouse, sheriff's, sheriff"),
    (odd_rooms.igloo_room, "igloo, snow house"),
    (odd_rooms.tree_room, "treehouse, tree house"),
    (odd_rooms.glass_house, "greenhouse, glasshouse, conservatory, hothouse, orangery, winter garden, palm house"),
    (odd_rooms.wizard_study,
     "wizard's tower, wizard tower, wizard's study, wizard's, wizard, sorcerer's tower, witch's hut, witch's cottage, "
     "magic tower, potion room, tower room, alchemist's"),
    (tombs.tomb, "pyramid, tomb, burial chamber, egyptian tomb, pharaoh's tomb, pyramids, sarcophagus"),
    (play_rooms.pool_hall, "swimming pool, pool, indoor pool, swimming hall, swim hall, baths"),
    (play_rooms.bowling, "bowling alley, bowling, bowling lane"),
    (play_rooms.recording, "recording studio, recording, sound studio, control booth, radio station, radio studio"),
    (play_rooms.cockpit, "cockpit, plane cockpit, flight deck, airplane cockpit"),
    (play_rooms.bus, "bus, tram, trolley, streetcar, city bus, school bus, minibus"),
    (work.office,
     "office, bureau, agency, newsroom, precinct, headquarters, study office, detective, cubicle, boardroom, "
     "police, desk, police station, interrogation, workplace, conference room, meeting room, post office, call "
     "center, interrogation room"),
    (eating.bar, "bar, pub, tavern, saloon, lounge, inn, speakeasy, brewery, taproom"),
    (eating.club, "club, nightclub, disco, jazz, cabaret, casino, rave, dance floor, jazz club, night club, karaoke"),
    (eating.cafe,
     "cafe, café, coffee, diner, teahouse, coffeehouse, tearoom, canteen, cafeteria, coffee shop, ice cream "
     "parlor, tea room, luncheonette, coffeeshop"),
    (eating.restaurant, "restaurant, bistro, trattoria, dining car, brasserie, pizzeria, steakhouse, sushi bar"),
    (eating.bakery, "bakery, bakehouse, patisserie, pastry, baker, confectionery"),
    (trade.shop,
     "shop, store, boutique, pharmacy, grocery, supermarket, bookshop, pawnshop, market, bookstore, mall, "
     "showroom, florist, toyshop, tailor, apothecary, department store, drugstore, salon, barber, barbershop, "
     "chemist, antique shop, toy shop, newsagent, butcher, butcher's, laundromat, bazaar, counter"),
    (care.corridor,
     "corridor, hallway, passage, elevator, lockers, stairwell, staircase, asylum, school corridor, hospital "
     "corridor, stairs, lift, landing, passageway, escalator, stairway"),
    (care.ward,
     "hospital, clinic, ward, infirmary, surgery, hospital room, operating room, emergency room, sickroom, "
     "doctor, dentist, operating table, hospice, ambulance"),
    (learning.classroom,
     "school, classroom, college, university, schoolroom, lecture, academy, kindergarten, seminar, "
     "schoolhouse, lecture hall"),
    (care.gym,
     "gym, gymnasium, sports hall, boxing, dojo, ring, locker room, sports, fitness, boxing ring, basketball "
     "court, pool"),
    (care.lobby, "lobby, reception, foyer, hotel lobby, bank, atrium, concierge, entrance hall, vestibule"),
    (transit.station,
     "station, platform, railway, subway, metro, terminal, depot, train station, subway station, underground"),
    (riding.train,
     "train, carriage, wagon, compartment, railcar, tram, bus, train compartment, sleeper, locomotive, coach, "
     "subway car, boxcar"),
    (riding.car,
     "car, taxi, cab, limousine, van, truck, back seat, driver, automobile, car interior, vehicle, jeep, "
     "dashboard, stagecoach, minivan, backseat, front seat, sedan, buick, cadillac"),
    (riding.plane_cabin,
     "airplane, plane, aeroplane, jet, airliner, plane cabin, airship, helicopter, flight, aircraft"),
    (transit.airport, "airport, departure, gate, departure lounge, check-in, hangar"),
    (homes.living_room,
     "living, parlour, parlor, sitting, apartment, flat, house, home, mansion, cottage, villa, family, living "
     "room, drawing room, fireplace, den, room, lodge, farmhouse, loft, penthouse, sitting room, manor, cabin, "
     "hut, fireside, hearth, armchair, sofa"),
    (homes.bedroom,
     "bedroom, hotel, motel, bed, suite, nursery, dormitory, hotel room, guest room, chamber, bedside, "
     "playroom, boudoir, bunk, cot, guesthouse"),
    (kitchens.kitchen,
     "kitchen, pantry, dining, breakfast, scullery, dining room, cookhouse, galley, kitchenette, stove, oven"),
    (homes.bathroom, "bathroom, bath, toilet, shower, restroom, washroom, lavatory, bathhouse"),
    (homes.attic, "attic, loft space, garret, crawlspace, belfry"),
    (learning.library, "library, archive, study, reading, reading room, records, bookcase"),
    (learning.museum, "museum, gallery, museum hall, art museum, exhibition hall, exhibition, art gallery, exhibit, "
     "auction"),
    (learning.observatory, "observatory, planetarium, telescope"),
    (learning.laboratory,
     "laboratory, lab, server, research, alchemist, morgue, control room, server room, clean room, greenhouse "
     "lab"),
    (trade.workshop,
     "workshop, forge, smithy, atelier, shed, workroom, toolshed, blacksmith, workbench, studio, carpentry, "
     "art studio, pottery"),
    (trade.garage, "garage, repair, body shop, parking, parking garage, mechanic"),
    (trade.factory,
     "factory, warehouse, mill, plant, foundry, assembly, assembly line, engine room, power plant, boiler room"),
    (trade.barn, "barn, stable, cowshed, henhouse, stall, hayloft, granary"),
    (shows.theatre,
     "theatre, theater, stage, opera, auditorium, concert, backstage, concert hall, dressing room, recital, "
     "playhouse"),
    (shows.cinema, "cinema, movie, movies, movie theater, screening, screening room"),
    (shows.circus, "circus, big top, circus tent, ring master"),
    (shows.tv_studio,
     "tv, television, broadcast, news studio, tv studio, presenter, newscast, talk show, podcast, recording "
     "studio, television studio"),
    (backdrops.backdrop,
     "backdrop, plain, abstract, white, background, void, infographic, explainer, product, seamless, "
     "whiteboard, empty studio"),
    (halls.church,
     "church, cathedral, chapel, monastery, abbey, mass, altar, crypt chapel, confessional, convent, "
     "synagogue, pew, nave"),
    (halls.temple, "temple, shrine, pagoda, sanctuary, mosque, monastery temple, pyramid, tomb"),
    (halls.hall,
     "castle, throne, palace, ballroom, great, hall, throne room, great hall, banquet, court hall, fortress, "
     "tower"),
    (work.court, "court, courtroom, courthouse, tribunal, trial, judge, court room"),
    (work.cell, "cell, prison, jail, dungeon, jailhouse, prison cell, cage, holding cell"),
    (work.cellar,
     "cellar, basement, crypt, bunker, vault, sewer, catacomb, catacombs, wine cellar, storeroom, storage, "
     "shelter"),
    (vessels.spaceship,
     "spaceship, spacecraft, cockpit, starship, airlock, space station, spacestation, space-station, shuttle, "
     "spaceship cockpit, "
     "capsule, rocket, space ship, spaceship bridge, bridge, control, space, escape pod, command deck, "
     "mothership, module"),
    (submarines.submarine, "submarine, sub, submersible, bathyscaphe"),
    (submarines.ship_cabin,
     "stateroom, ship-cabin, ship cabin, boat cabin, yacht cabin, pirate ship, captain's cabin, ship, berth, hold, "
     "boat, galleon, wheelhouse"),
    (lamp_rooms.lamp_room, "lighthouse, lamp room, lamp-room"),
    (caves.cave, "cave, cavern, grotto, mine, tunnel, lair, burrow, mineshaft"),
    (leisure.camp, "tent, yurt, tepee"),
    (leisure.stadium, "stadium, arena"),
)  # fmt: skip


def _words(listed: tuple[tuple[Builder, str], ...]) -> dict[Builder, tuple[str, ...]]:
    return {builder: tuple(words.replace("'s", "").split(", ")) for builder, words in listed}


OUTDOORS = _words(_OUT)
"""Sets in the open and the words, or pairs of words, that ask for them."""

INDOORS = _words(_IN)
"""Sets under a roof and the words, or pairs of words, that ask for them."""

WITHOUT_WEATHER = frozenset(
    {far_places.orbit, far_places.mars, sea_beds.sea_bed, far_away.space, caves.cave, dreams.dream, backdrops.backdrop}
)
"""Sets out of doors where nothing falls from a sky."""

_ROOMS = (
    "office bar club pub tavern nightclub cafe café restaurant diner kitchen bedroom library laboratory lab classroom "
    "hospital corridor hallway apartment room theatre theater auditorium cinema prison cell dungeon cellar basement "
    "attic parlour parlor lounge garage workshop hotel motel shop store cathedral courtroom bathroom study interior "
    "igloo greenhouse bowling indoors bakery museum gallery gym lobby observatory courthouse spaceship starship "
    "cockpit submarine classroom ward"
)
ALWAYS_INDOORS = frozenset(_ROOMS.split())
"""Words that mean a room when nobody has said whether the set is inside."""


def _row(builders: Mapping[Builder, tuple[str, ...]]) -> dict[str, Builder]:
    by_word: dict[str, Builder] = {}
    for builder, listed in builders.items():
        for word in listed:
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

    Two words that mean something together ("train station") come first; the last word of a kind or a name says what it
    is, so those are read backwards.
    """
    first, second = (_INDOOR_WORDS, _OUTDOOR_WORDS) if interior else (_OUTDOOR_WORDS, _INDOOR_WORDS)
    kind, name, told = (words_of(place.get(key)) for key in ("kind", "name", "description"))
    for words in (kind[::-1], name[::-1], sorted(told, key=lambda word: " " not in word)):
        for known in (first, _only_fitting(second, interior=interior)):
            for word in words:
                builder = known.get(word) or known.get(word.removesuffix("s"))
                if builder:
                    return in_its_world(builder, place)
    if interior:
        return homes.plain_room
    return in_its_world(
        streets.street if any(word in _INDOOR_WORDS for word in (*kind, *name, *told)) else settlements.village, place
    )


def _only_fitting(words: Mapping[str, Builder], *, interior: bool) -> Mapping[str, Builder]:
    """Keep the sets of the other table that can still be drawn: a platform has open sides, a room has not."""
    kept = (
        {caves.cave, far_away.space, far_away.planet, far_places.mars, dreams.dream, decks.deck, sea_beds.sea_bed}
        if interior
        else {transit.station}
    )
    return {word: builder for word, builder in words.items() if builder in kept}
