"""The round little faces of insects and their like."""

from __future__ import annotations

import skia

from generation.providers.animatic.drawing.canvas import Point
from generation.providers.animatic.drawing.stage import Face

from .being import Being
from .faces import brow, eye, felt, mouth


def lids_of(being: Being, face: Face) -> float:
    return 1.0 if being.pose == "sleep" else face.blink


def draw_small_face(
    canvas: skia.Canvas,
    being: Being,
    at: Point,
    radius: float,
    face: Face,
    *,
    smile: bool = True,
    iris: str = "#3a2a22",
) -> None:
    """Draw a round little face of `radius`, half turned or towards us; nothing from behind."""
    if being.view == "back":
        return
    shown, shift = felt(being.expression), radius * (0.22 if being.view == "side" else 0.0)
    for side in (-1, 1):
        spot = (at[0] + shift + side * radius * 0.40, at[1] - radius * 0.14)
        size = radius * (0.30 if side < 0 else 0.27)
        eye(canvas, spot, size, shown, lids_of(being, face), being.coat.main, inner=-side, iris=iris)
        brow(canvas, spot, size, shown, being.coat.main, -side)
    if smile:
        mouth(canvas, (at[0] + shift, at[1] + radius * 0.44), radius * 0.34, shown, face, line=radius * 0.07)
