"""A place to be drawn: its size, its light and its seed, and the planes that a set is made of.

Sets are drawn in *set units*: a grown person in a wide shot is about 300 of them tall whatever the picture's
shape, so that a tall picture shows more sky and more floor and not narrower houses.
"""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import skia

from generation.providers.animatic.drawing.canvas import mix
from generation.providers.animatic.drawing.finish import Grade, brightness
from generation.providers.animatic.drawing.light import Light
from generation.providers.animatic.drawing.stage import OVERSCAN, Drifting, LivePainter

from .words import COLOURS, CROWDED, EMPTY, GRAND, WEST, WORN

Paint = Callable[[skia.Canvas], None]

_HEIGHT, _WIDTH = 720.0, 1280.0
_NARROWEST = 900.0
"""Things stand as far apart as in a picture at least this many set units wide."""

_SUN_IS_HIGH = 0.3
"""In the dark what stands higher than this is a moon and not a setting sun."""

_FOG_DEPTH = 2.2
"""How much faster than in clear air things vanish in the distance."""

_EDGE = 44.0
"""Set units painted beyond the overscan, so that soft edges stay outside."""


@dataclass(frozen=True, slots=True)
class Plane:
    """One depth of a set. `depth` is that of `stage.Layer`; planes of more than 1 are before the people.

    What moves as a whole has a `drift`, in set units; it is painted once and may be as fine as it likes. What changes
    its shape has a `live` painter, which is called for every frame and must be cheap (two milliseconds at most).
    """

    name: str
    depth: float
    paint: Paint
    drift: Drifting | None = None
    live: LivePainter | None = None

    @classmethod
    def living(cls, name: str, depth: float, live: LivePainter) -> Plane:
        """Return a plane whose still picture is what it looks like at the first moment."""
        return cls(name, depth, lambda canvas: live(canvas, 0.0), live=live)


@dataclass(frozen=True, slots=True)
class Site:
    """Everything a set needs to be drawn, in set units.

    `horizon` is the y of the far line out of doors, `floor` the y where a wall meets the floor indoors.
    `light` falls on the place, `outside` is what a window shows. `words` are those of the set's description.
    """

    width: float
    height: float
    scale: float
    horizon: float
    floor: float
    light: Light
    outside: Light
    grade: Grade
    seed: int
    words: frozenset[str]
    interior: bool
    era: str

    @property
    def left(self) -> float:
        """The x from which every plane is painted."""
        return -self.width * (OVERSCAN - 1) / 2 - _EDGE

    @property
    def right(self) -> float:
        """The x up to which every plane is painted."""
        return self.width * (OVERSCAN + 1) / 2 + _EDGE

    @property
    def top(self) -> float:
        """The y from which every plane is painted."""
        return -self.height * (OVERSCAN - 1) / 2 - _EDGE

    @property
    def bottom(self) -> float:
        """The y down to which every plane is painted."""
        return self.height * (OVERSCAN + 1) / 2 + _EDGE

    @property
    def span(self) -> float:
        """How wide a plane is painted."""
        return self.right - self.left

    @property
    def eye(self) -> float:
        """The y that stays in place when the camera comes nearer."""
        return self.floor - self.height * 0.27 if self.interior else self.horizon

    @property
    def all(self) -> skia.Rect:
        """The whole painted area."""
        return skia.Rect(self.left, self.top, self.right, self.bottom)

    def rng(self, name: str) -> random.Random:
        """Return the randomness of the part called `name`: the same for this set in every shot."""
        return random.Random(f"{self.seed}:{name}")

    def at(self, share: float) -> float:
        """Return the x at `share` (0 left, 1 right) of the picture."""
        return self.width * share

    def across(self, share: float) -> float:
        """Return the x at `share`, kept as far apart in a narrow picture as things need to be."""
        return self.width / 2 + (share - 0.5) * max(self.width, _NARROWEST)

    @property
    def tall(self) -> bool:
        """Whether the picture is higher than wide."""
        return self.height > self.width * 1.05

    @property
    def rise(self) -> float:
        """How much higher than in a wide picture tall things may be, so that they fill it."""
        return max(1.0, self.height / _HEIGHT)

    @property
    def mirrored(self) -> bool:
        """Whether this set is laid out from right to left."""
        return self.variant("mirror", 2) == 1

    def variant(self, name: str, count: int) -> int:
        """Return which of `count` ways to do the part called `name` this set has."""
        return self.rng(f"variant {name}").randrange(count)

    def pick(self, name: str, values: Sequence[str]) -> str:
        """Return the one of `values` that this set has for the part called `name`."""
        return values[self.variant(name, len(values))]

    def has(self, *words: str) -> bool:
        """Tell whether the set's description holds one of `words`."""
        return not self.words.isdisjoint(words)

    def painted(self, thing: str, otherwise: str) -> str:
        """Return the colour that the description gives `thing` ("red door"), or another one."""
        for word, colour in COLOURS.items():
            if f"{word} {thing}" in self.words or f"{word} {thing}s" in self.words:
                return colour
        return otherwise

    @property
    def west(self) -> bool:
        """Whether this is the West of cowboys."""
        return self.era == "victorian" and not self.words.isdisjoint(WEST)

    @property
    def worn(self) -> bool:
        """Whether nobody has cared for this place for long."""
        return not self.words.isdisjoint(WORN)

    @property
    def grand(self) -> bool:
        """Whether this place is rich."""
        return not self.words.isdisjoint(GRAND)

    def peopled(self, otherwise: int) -> int:
        """Return how many strangers are about: more where it is crowded, none where it is deserted."""
        if not self.words.isdisjoint(EMPTY) or self.worn:
            return 0
        return max(4, round(otherwise * 1.8)) if not self.words.isdisjoint(CROWDED) else otherwise

    @property
    def night(self) -> bool:
        """Whether the sky outside is a night's."""
        light = self.outside
        return light.dark and (light.sun is None or light.sun.y < _SUN_IS_HIGH)

    @property
    def wet(self) -> bool:
        """Whether it rains here."""
        return self.outside.weather in {"rain", "storm"}

    @property
    def snowy(self) -> bool:
        """Whether snow lies here."""
        return self.outside.weather == "snow"

    def tone(self, colour: str, depth: float = 0.0) -> str:
        """Return `colour` in this light; `depth` (0 to 1) is how much of the far haze covers it."""
        light = self.light
        ambient, shade = self._weights()
        shown = mix(mix(self.grade.colour(colour), light.ambient, ambient), light.shade, shade)
        if light.weather == "fog" and not self.interior:
            depth = 1 - (1 - depth) ** _FOG_DEPTH
        return mix(shown, light.fog, depth)

    def _weights(self) -> tuple[float, float]:
        """Return how much of the ambient colour and of the shade lies over things in this light."""
        if self.interior:
            return (0.26, 0.08) if self.light.dark else (0.12, 0.0)
        if self.light.weather == "storm":
            return 0.34, 0.28
        if not self.light.dark:
            return 0.10, 0.0
        return (0.36, 0.18) if brightness(self.light.fog) > 0.42 else (0.36, 0.32)

    def shaded(self, colour: str, share: float) -> str:
        """Return a toned colour moved towards the shade."""
        return mix(colour, self.light.shade, share)

    def lit(self, colour: str, share: float) -> str:
        """Return a toned colour moved towards the key light."""
        return mix(colour, self.light.key, share)


def set_scale(width: float, height: float) -> float:
    """Return how many picture units a set unit is, for a picture of this shape."""
    return float((height / _HEIGHT) ** 0.86 * (width / _WIDTH) ** 0.14)


def seed_of(place: Mapping[str, Any]) -> int:
    """Return the number that decides how the set `place` differs from others of its kind."""
    named = "\n".join(str(place.get(key) or "") for key in ("name", "kind", "description"))
    return int.from_bytes(hashlib.sha256(named.encode()).digest()[:6], "big")
