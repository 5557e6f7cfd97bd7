"""Vans that sell something from their side."""

from __future__ import annotations

from .brush import GLASS, Brush, darker, draws, paler
from .vehicles import wheel


@draws("ice cream truck, ice cream van, icecream truck, icecream van, food truck", 0.84, heads=4.4)
def ice_cream_truck(brush: Brush) -> None:
    """Draw a van with a hatch, an awning in stripes, and a cone on its roof (none when it sells other food)."""
    body = brush.main("#f2b8c6")
    brush.box(-0.82, -0.84, 1.18, 0.62, body, 0.05)
    brush.shape([(0.34, -0.76), (0.60, -0.76), (0.76, -0.48), (0.82, -0.44), (0.82, -0.20), (0.34, -0.20)], body)
    brush.shape([(0.43, -0.70), (0.57, -0.70), (0.69, -0.48), (0.43, -0.48)], GLASS)
    brush.box(-0.82, -0.32, 1.64, 0.08, paler(body, 0.6), flat=True)
    brush.box(-0.70, -0.74, 0.92, 0.05, darker(body, 0.35), 0.02)
    for stripe in range(8):
        colour = "#ffffff" if stripe % 2 else "#d8564a"
        left = -0.72 + stripe * 0.12
        brush.shape(
            [(left, -0.74), (left + 0.12, -0.74), (left + 0.13, -0.63), (left - 0.01, -0.63)], colour, flat=True
        )
    if not brush.has("food"):
        brush.shape([(-0.36, -0.84), (-0.14, -0.84), (-0.25, -0.72)], "#d9a65c")
        brush.shape([(-0.38, -0.84), (-0.12, -0.84), (-0.19, -0.92), (-0.31, -0.92)], "#d9a65c")
        brush.ball(-0.30, -0.93, 0.075, "#fbf1dc")
        brush.ball(-0.20, -0.93, 0.075, "#e58aa4")
        brush.ball(-0.25, -0.985, 0.065, "#8a5a3c")
    for x in (-0.52, 0.52):
        wheel(brush, x, 0.17)
    brush.spark(0.80, -0.34, 0.045, "#fff2c4")
