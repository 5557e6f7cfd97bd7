"""Animals that are part of a scene and no character: drawn as they are when they play a part, standing or sitting."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import skia

from generation.providers.animatic.drawing.canvas import rgb

from .brush import DRAWINGS, Brush, Drawing

if TYPE_CHECKING:
    from generation.providers.animatic.drawing.figure.beings import Being

_SEATED = frozenset({"dog", "cat", "puppy", "kitten"})
_ELSEWHERE = frozenset({"robot", "android", "turkey", "crane", "swift", "ram", "bat", "mole", "seal", "fly",
    "creature", "spirit", "bot", "sow",
                        "calf", "kid", "bull"})  # fmt: skip
"""Words that mean a thing, a meal or a verb as often as an animal; they keep other drawings or none."""


@lru_cache(maxsize=256)
def _being(word: str, name: str) -> Being | None:
    # Beings draw what they hold with props, so they can only be imported when both are there.
    from generation.providers.animatic.drawing.figure.beings import being_of

    pose = next(
        (pose for pose in ("sleep", "fly", "swim", "run", "sit") if pose in name), "sit" if word in _SEATED else "stand"
    )
    return being_of({"features": word, "skin": name, "pose": pose})


def _draw(brush: Brush, word: str) -> None:
    from generation.providers.animatic.drawing.figure.beings import draw_being
    from generation.providers.animatic.drawing.stage import AT_REST

    being = _being(word, brush.name.casefold())
    if being is None:
        return
    shade = rgb(brush.light.ambient, 0.30 if brush.light.dark else 0.08).toColor()
    tint = skia.ColorFilters.Blend(shade, skia.BlendMode.kSrcATop)
    brush.canvas.saveLayer(skia.Rect(-4, -4, 4, 1), skia.Paint(ColorFilter=tint))
    brush.canvas.scale(1 / being.height, 1 / being.height)
    draw_being(brush.canvas, being, AT_REST)
    brush.canvas.restore()


def animal_heads(word: str) -> float:
    """Return how high an animal stands, in human heads; 0 when `word` means none."""
    being = _being(word, "")
    return being.height if being else 0.0


def enter_animals() -> None:
    """Enter every word that means an animal and has no drawing yet."""
    from generation.providers.animatic.drawing.figure.beings.words import PAIRS, WORDS

    for word in (*(" ".join(pair) for pair in PAIRS), *WORDS):
        if word not in DRAWINGS and word not in _ELSEWHERE:
            DRAWINGS[word] = Drawing(word, lambda brush, word=word: _draw(brush, word), 0.4, -1.0)  # type: ignore[misc]
