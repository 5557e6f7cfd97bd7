"""Words of places that stand for several sounds, and of the grounds that steps are heard on."""

from __future__ import annotations

AT_PLACES: dict[str, tuple[str, ...]] = {
    "storm": ("wind", "rain", "thunder"),
    "thunderstorm": ("rain", "thunder"),
    "forest": ("birds", "wind"),
    "woods": ("birds", "wind"),
    "harbour": ("waves", "seagulls"),
    "harbor": ("waves", "seagulls"),
    "port": ("waves", "seagulls"),
    "city": ("traffic", "car horn"),
    "park": ("birds", "children"),
    "garden": ("birds", "wind"),
    "market": ("crowd",),
    "station": ("train", "crowd"),
    "swamp": ("crickets", "drip"),
    "factory": ("engine", "hammering"),
    "mountain": ("wind",),
    "village": ("birds", "rooster"),
    "party": ("crowd", "glass clink"),
    "farm": ("hen", "cow"),
    "kitchen noise": ("cutlery", "plates"),
    "restaurant": ("crowd", "cutlery"),
    "bar": ("crowd", "glass clink"),
    "pub": ("crowd", "glass clink"),
    "cafe": ("crowd", "set down"),
    "battlefield": ("sword fight", "explosion"),
    "construction site": ("hammer", "drill"),
    "street": ("traffic",),
    "desert": ("wind",),
    "hospital": ("heart monitor",),
    "casino": ("coins", "crowd"),
    "fair": ("crowd", "music box"),
    "zoo": ("lion", "elephant"),
    "circus": ("cheer", "drum roll"),
}

SURFACE_WORDS = {
    "wood": "wood wooden floorboard floorboards deck parquet plank",
    "stone": "stone pavement concrete marble tile tiles cobble cobbles cobblestones sidewalk corridor hallway asphalt",
    "heels": "heels heel stiletto",
    "gravel": "gravel pebbles path driveway",
    "snow": "snow snowy ice",
    "leaves": "leaves leaf forest woods",
    "grass": "grass lawn meadow field",
    "metal": "metal steel iron grating ship",
    "water": "water puddle puddles mud wet shallow",
    "carpet": "carpet rug",
}

RUNNING_WORDS = "running run runs ran sprint sprinting chase chasing hurried hurry fleeing racing"
