"""A figure in the light of its picture, as it stands still: shadows on the ground, shade, rim light, its own light."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import skia

from generation.providers.animatic.drawing.light import Light
from generation.providers.animatic.drawing.stage import Face

from .actor import Actor
from .parts import Frame
from .person import Figure
from .puppet import Puppet
from .shade import draw_glow, draw_shadows
from .stance import Stance


def draw_person(
    canvas: skia.Canvas,
    figure: Figure,
    x: float,
    y: float,
    unit: float,
    light: Light,
    face: Face,
    *,
    width: float = 1280,
) -> None:
    """Draw a figure with its feet at (x, y) in the light of the picture.

    `unit` is one head in picture units and `width` the picture's width, which tells the side the sun is on. What
    is drawn is as sharp as the canvas' own scale allows.
    """
    draw_actor(canvas, Actor(figure, x, y, unit, light, width), face)


def draw_actor(canvas: skia.Canvas, actor: Actor, face: Face) -> None:
    """Draw an actor at rest on a canvas in picture units."""
    figure, light, whole = actor.figure, actor.light, Frame.HEAD in actor.shown
    if whole:
        with _graded(canvas, actor):
            draw_shadows(canvas, figure, actor.x, actor.y, actor.unit, light, actor.sunward)
    seen = canvas.getDeviceClipBounds()
    puppet = Puppet(actor, canvas.getTotalMatrix(), skia.Rect.Make(seen), soft=False)
    canvas.save()
    canvas.resetMatrix()
    puppet.draw(canvas, Stance(face=face), exact=True)
    canvas.restore()
    if not whole:
        return
    with _graded(canvas, actor):
        draw_glow(canvas, figure, actor.x, actor.y, actor.unit, light)


@contextmanager
def _graded(canvas: skia.Canvas, actor: Actor) -> Iterator[None]:
    if actor.colours is None:
        yield
        return
    canvas.saveLayer(None, skia.Paint(ColorFilter=actor.colours))
    yield
    canvas.restore()
