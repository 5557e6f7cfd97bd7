"""Those who are not human: animals, robots, ghosts, monsters, and things with a face; each alike in every shot."""

from __future__ import annotations

import skia

from generation.providers.animatic.drawing.figure.held import Held, draw_held
from generation.providers.animatic.drawing.figure.pen import turned
from generation.providers.animatic.drawing.stage import Face

from . import birds, crawlers, odd, quadruped, swimmers, talking, upright
from .being import AT_EASE, Being, Motion
from .birds import Bird
from .quadruped import Quad
from .reading import being_of, build_of
from .upright import Upright

__all__ = ["AT_EASE", "Being", "Motion", "being_of", "draw_being"]


def draw_being(canvas: skia.Canvas, being: Being, face: Face, motion: Motion = AT_EASE) -> None:
    """Draw a being with its feet at the origin, one human head being one unit, looking towards +x or as its view is."""
    canvas.save()
    if being.kind == "thing":
        talking.draw(canvas, being, face, motion)
        canvas.restore()
        return
    build = build_of(being)
    in_hand = isinstance(build, Upright) or being.kind == "odd"
    if being.held is not None and being.view == "side" and not in_hand:
        _draw_in_mouth(canvas, being, being.held, build)
    if isinstance(build, str):
        {"swim": swimmers, "crawl": crawlers, "odd": odd}[being.kind].draw(canvas, being, build, face, motion)
    else:
        canvas.scale(being.scale, being.scale)
        if isinstance(build, Quad):
            quadruped.draw(canvas, being, build, face, motion)
        elif isinstance(build, Bird):
            birds.draw(canvas, being, build, face, motion)
        elif isinstance(build, Upright):
            upright.draw(canvas, being, build, face, motion)
    canvas.restore()


def _draw_in_mouth(canvas: skia.Canvas, being: Being, held: Held, build: Quad | Bird | Upright | str) -> None:
    """Draw what somebody without hands carries: it hangs from the mouth, the head is drawn over it."""
    radius = build.head * being.scale if not isinstance(build, str) else 0.34 * being.scale
    x, y = being.head_center
    size = max(0.35, min(0.9, radius * 1.1))
    with turned(canvas, (x + radius * (1.15 if isinstance(build, Bird) else 0.85), y + radius * 0.55), 24, size):
        draw_held(canvas, held, (0.0, 0.0), ground=-y)
