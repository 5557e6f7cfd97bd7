"""Other worlds than ours for the same word: a "street" is another one in the West, in Rome or in old Japan."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from . import (
    care,
    coaching,
    dwellings,
    eating,
    future_rooms,
    homes,
    learning,
    lost_places,
    nature,
    odd_rooms,
    old_rooms,
    old_worlds,
    riding,
    settlements,
    streets,
    submarines,
    town,
    trade,
    transit,
    wild_west,
    work,
)
from .site import Plane, Site
from .words import GRAND, WEST, era_of, words_of

Builder = Callable[[Site], list[Plane]]

_TOWNS: tuple[Builder, ...] = (streets.street, settlements.village, town.cityscape, settlements.market, town.alley,
                               dwellings.public_building)  # fmt: skip
_WESTERN: dict[Builder, Builder] = {
    **dict.fromkeys(_TOWNS, wild_west.western_town),
    nature.field: wild_west.ranch, eating.bar: wild_west.saloon, eating.club: wild_west.saloon,
    work.office: wild_west.sheriff_office, work.cell: wild_west.sheriff_office,
}  # fmt: skip
_ROMAN: dict[Builder, Builder] = {
    **dict.fromkeys(_TOWNS, old_worlds.forum), lost_places.ruins: old_worlds.forum,
}  # fmt: skip
_EGYPTIAN: dict[Builder, Builder] = {town.cityscape: lost_places.ruins, streets.street: old_worlds.bazaar,
                                     settlements.market: old_worlds.bazaar}  # fmt: skip
_JAPANESE: dict[Builder, Builder] = {lost_places.ruins: old_worlds.pagoda, nature.park: old_worlds.pagoda}
_ARABIAN: dict[Builder, Builder] = {settlements.market: old_worlds.bazaar, streets.street: old_worlds.bazaar,
                                    settlements.village: old_worlds.bazaar, town.alley: old_worlds.bazaar}  # fmt: skip
_MAGIC: dict[Builder, Builder] = {learning.laboratory: odd_rooms.wizard_study, trade.workshop: odd_rooms.wizard_study,
                                  learning.library: odd_rooms.wizard_study,
                                       work.office: odd_rooms.wizard_study}  # fmt: skip

_WORLDS: tuple[tuple[str, frozenset[str], dict[Builder, Builder]], ...] = (
    ("victorian", WEST, _WESTERN),
    ("medieval", frozenset({"rome", "roman", "romans", "ancient rome", "greek", "greece", "athens", "pompeii"}),
    _ROMAN),
    ("medieval", frozenset({"egypt", "egyptian", "pharaoh", "cairo", "thebes", "nile"}), _EGYPTIAN),
    ("", frozenset({"japan", "japanese", "kyoto", "shinto", "zen", "samurai", "chinese", "china"}), _JAPANESE),
    ("", frozenset({"arabian", "persian", "moroccan", "marrakesh", "marrakech", "baghdad", "souk", "medina", "istanbul",
                    "ottoman", "sultan", "aladdin"}), _ARABIAN),
    ("", frozenset({"wizard", "wizard's", "wizards", "witch", "witch's", "sorcerer", "magician's", "alchemist"}),
    _MAGIC),
)  # fmt: skip
"""Era ("" for any), the words that say which world it is, and what is drawn there instead."""

_TIMES: dict[str, dict[Builder, Builder]] = {
    "medieval": {
        learning.classroom: old_rooms.schoolroom, trade.shop: old_rooms.old_shop, care.ward: old_rooms.infirmary,
        work.office: old_rooms.scriptorium, riding.train: riding.coach, riding.car: riding.coach,
        transit.station: coaching.coach_stop, homes.living_room: old_rooms.hearth_room,
        homes.bedroom: old_rooms.bedchamber, learning.library: old_rooms.book_room,
    },
    "victorian": {riding.car: riding.coach},
    "classic": {learning.laboratory: old_rooms.chemists_room},
    "future": {
        learning.classroom: future_rooms.holo_classroom, trade.shop: future_rooms.holo_shop,
        care.ward: future_rooms.holo_ward, work.office: future_rooms.holo_office,
        submarines.ship_cabin: future_rooms.cabin, homes.living_room: future_rooms.lounge,
        homes.bedroom: future_rooms.quarters, learning.library: future_rooms.holo_office,
    },
}  # fmt: skip
"""By era: what is drawn instead of a set that is of other times all over."""


def in_its_world(builder: Builder, place: Mapping[str, Any]) -> Builder:
    """Return what draws a set of its sort in the world that its words speak of."""
    words = {word for key in ("name", "kind", "description", "era") for word in words_of(place.get(key))}
    era = era_of(place)
    for wanted, told, instead in _WORLDS:
        if builder in instead and wanted in {"", era} and not told.isdisjoint(words):
            return instead[builder]
    if era == "medieval" and not GRAND.isdisjoint(words):
        return builder  # Kings sleep on no straw.
    return _TIMES.get(era, {}).get(builder, builder)
