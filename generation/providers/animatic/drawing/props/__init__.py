"""Things that people hold, ride and see: from a name in the story to a drawing in the light of its picture."""

from __future__ import annotations

from . import (  # noqa: F401  (importing a module enters its shapes)
    appliances,
    bags,
    care,
    clothes,
    clues,
    craft,
    curios,
    desk,
    devices,
    food,
    fruit,
    gadgets,
    garden,
    house,
    lamps,
    machines,
    magic,
    music,
    outdoors,
    papers,
    pastimes,
    piles,
    play,
    sky,
    table,
    tools,
    town,
    vans,
    vehicles,
    vessels,
    worn,
)
from .brush import DRAWINGS
from .showing import draw_prop, is_drawable, prop_count, prop_heads, prop_room, prop_word

__all__ = ["DRAWINGS", "draw_prop", "is_drawable", "prop_count", "prop_heads", "prop_room", "prop_word"]
