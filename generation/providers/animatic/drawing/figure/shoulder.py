"""How somebody moves who stands with their back right before the camera: breath, and weight from foot to foot."""

from __future__ import annotations

import math
import random
from hashlib import blake2b

from generation.providers.animatic.drawing.stage import Drift, Drifting

_BREATH_S, _SHIFT_S = (3.4, 4.4), (5.5, 8.0)
_RISE, _ASIDE = 0.014, 0.07
"""How far breath lifts a back and weight moves it, in heads. It does not turn: that costs ten times more."""


def shoulder_drift(name: str, unit: float) -> Drifting:
    """Return how the back of `name` moves, of which one head is `unit` units."""
    draw = random.Random(blake2b(name.casefold().encode(), digest_size=8).digest())
    breath, shift = draw.uniform(*_BREATH_S), draw.uniform(*_SHIFT_S)
    side = draw.choice((-1.0, 1.0))

    def moved(seconds: float) -> Drift:
        aside = side * (1 - math.cos(math.tau * seconds / shift)) / 2
        return Drift(
            dx=_ASIDE * unit * aside,
            dy=-_RISE * unit * math.sin(math.tau * seconds / breath),
        )

    return moved
