"""The form of a spot sound: given a generator, one mono event that begins at once."""

from __future__ import annotations

from collections.abc import Callable

from generation.providers.animatic.sound.textures import Rng
from generation.providers.animatic.sound.wave import Samples

Spot = Callable[[Rng], Samples]
