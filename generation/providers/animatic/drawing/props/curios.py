"""Things of fields, tracks, museums and old ships: javelins, ploughs, fossils, sextants, sails."""

from __future__ import annotations

from .brush import BRASS, IRON, WOOD, Brush, darker, draws, paler


@draws("javelin, lance, relay baton, baton, conductor's baton", 0.9)
def javelin(brush: Brush) -> None:
    brush.line([(-0.90, -0.10), (0.80, -0.86)], 0.035, brush.main("#c9b48a"))
    brush.line([(0.70, -0.82), (0.96, -0.94)], 0.05, "#b9bfc7")
    brush.line([(-0.10, -0.46), (0.14, -0.56)], 0.06, "#c23b36")


@draws("hurdle, hurdles, barrier", 0.6, heads=2.2)
def hurdle(brush: Brush) -> None:
    for x in (-0.56, 0.56):
        brush.line([(x, -0.90), (x, 0.0), (x + 0.20, 0.0)], 0.05, IRON)
    brush.box(-0.64, -1.0, 1.28, 0.20, "#f4f1e8", 0.02)
    for x in (-0.46, 0.06):
        brush.box(x, -1.0, 0.26, 0.20, brush.main("#d8342c"), flat=True)


@draws("boomerang", 0.6)
def boomerang(brush: Brush) -> None:
    brush.line([(-0.60, -0.20), (0.0, -0.84), (0.60, -0.20)], 0.20, brush.main("#a8642f"), soft=True)
    for x in (-0.30, 0.30):
        brush.line([(x - 0.06, -0.52), (x + 0.06, -0.46)], 0.04, "#efe3c8")


@draws("didgeridoo", 0.8)
def didgeridoo(brush: Brush) -> None:
    brush.line([(-0.80, -0.20), (0.84, -0.60)], 0.16, brush.main("#8a5230"))
    for step in range(5):
        x = -0.5 + step * 0.28
        brush.line([(x, -0.34 - step * 0.07), (x + 0.03, -0.20 - step * 0.07)], 0.05, "#efe3c8")


@draws("plow, plough", 0.8, heads=2.6)
def plow(brush: Brush) -> None:
    brush.line([(-0.90, -0.96), (0.10, -0.30), (0.70, -0.42)], 0.09, WOOD, soft=True)
    brush.line([(-0.70, -1.0), (0.10, -0.30)], 0.06, WOOD)
    brush.shape([(-0.06, -0.34), (0.24, -0.40), (0.44, 0.0), (0.04, -0.06)], IRON)


@draws("bellows, fireplace bellows", 0.6)
def bellows(brush: Brush) -> None:
    wood = brush.main(WOOD)
    brush.shape(
        [(-0.30, -0.90), (0.30, -0.90), (0.40, -0.50), (0.08, -0.16), (-0.08, -0.16), (-0.40, -0.50)], wood, soft=True
    )
    brush.line([(0.0, -0.16), (0.0, 0.0)], 0.08, BRASS)
    for x in (-0.12, 0.12):
        brush.line([(x, -0.88), (x, -1.0)], 0.08, darker(wood, 0.2))


@draws("fossil, ammonite, trilobite", 0.5)
def fossil(brush: Brush) -> None:
    stone = brush.main("#a89a80")
    brush.shape(
        [(-0.50, -0.30), (-0.36, -0.90), (0.30, -0.98), (0.52, -0.50), (0.30, 0.0), (-0.30, 0.0)], stone, soft=True
    )
    for radius in (0.30, 0.20, 0.10):
        brush.ring(0.0, -0.50, radius, 0.06, darker(stone, 0.35))


@draws("sextant, astrolabe, octant", 0.5)
def sextant(brush: Brush) -> None:
    brush.line([(0.0, -1.0), (-0.44, -0.14), (0.0, -0.02), (0.44, -0.14), (0.0, -1.0)], 0.06, brush.main(BRASS))
    brush.line([(-0.44, -0.14), (0.0, 0.0), (0.44, -0.14)], 0.10, paler(BRASS, 0.2), soft=True)
    brush.line([(0.0, -0.96), (0.16, -0.08)], 0.04, IRON)
    brush.line([(-0.40, -0.62), (0.06, -0.70)], 0.11, "#33353c")


@draws("sail, mast, mainsail", 0.6, heads=8.0)
def sail(brush: Brush) -> None:
    brush.line([(0.0, 0.0), (0.0, -1.0)], 0.04, WOOD)
    brush.shape([(0.03, -0.94), (0.52, -0.30), (0.50, -0.16), (0.03, -0.16)], brush.main("#f1ead8"), soft=True)
    brush.shape([(-0.03, -0.84), (-0.36, -0.18), (-0.03, -0.18)], paler("#f1ead8", 0.3), soft=True)
    brush.line([(0.0, -0.14), (0.54, -0.14)], 0.03, WOOD)


@draws("hook, pirate hook, fish hook, peg leg", 0.3)
def hook(brush: Brush) -> None:
    brush.shape([(-0.20, 0.0), (-0.14, -0.26), (0.14, -0.26), (0.20, 0.0)], WOOD)
    brush.line([(0.0, -0.26), (0.0, -0.50), (0.24, -0.70), (0.14, -0.96), (-0.14, -0.92), (-0.22, -0.74)], 0.09,
               brush.main("#b9bfc7"), soft=True)  # fmt: skip


@draws("marbles, marble ball, glass marbles", 0.5)
def marbles(brush: Brush) -> None:
    for x, y, size, tone in (
        (-0.34, -0.28, 0.28, "#3f86c5"),
        (0.30, -0.24, 0.24, "#5fae6a"),
        (0.0, -0.62, 0.26, "#d8783c"),
    ):
        brush.ball(x, y, size, tone)
        brush.spark(x - size * 0.3, y - size * 0.35, size * 0.2, "#ffffff")
