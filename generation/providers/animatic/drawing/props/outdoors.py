"""What is met out of doors: plants, vehicles, things that fly, and the sky in small."""

from __future__ import annotations

import math

from .brush import BRASS, DARK_WOOD, GLASS, INK, IRON, STEEL, WOOD, Brush, darker, draws, paler

_LEAF = "#4f8a4a"


@draws("flower, rose, tulip, lily, orchid", 0.24)
def flower(brush: Brush) -> None:
    petals = brush.accent or ("#e8c23c" if brush.has("sunflower", "daisy") else "#c42f45")
    brush.line([(0.0, 0.0), (-0.04, -0.35), (0.02, -0.70)], 0.04, _LEAF, soft=True)
    brush.shape([(-0.02, -0.22), (-0.22, -0.30), (-0.34, -0.50), (-0.12, -0.42)], _LEAF, soft=True)
    brush.shape([(-0.02, -0.38), (0.18, -0.42), (0.30, -0.60), (0.10, -0.56)], darker(_LEAF, 0.12), soft=True)
    if brush.has("sunflower", "daisy", "tulip", "lily"):
        for index in range(10):
            angle = math.tau * index / 10
            brush.oval(0.02 + 0.15 * math.cos(angle), -0.78 + 0.15 * math.sin(angle), 0.075, 0.075, petals)
        brush.oval(0.02, -0.78, 0.11, 0.11, "#6a4020")
        return
    for x, y, radius, share in (
        (-0.10, -0.74, 0.14, 0.25),
        (0.14, -0.74, 0.14, 0.18),
        (0.02, -0.86, 0.14, 0.08),
        (0.02, -0.76, 0.145, 0.0),
    ):
        brush.oval(x, y, radius, radius, darker(petals, share))
    brush.line(
        [(-0.06, -0.80), (0.04, -0.86), (0.10, -0.78), (0.02, -0.72), (-0.03, -0.78)],
        0.025,
        darker(petals, 0.4),
        soft=True,
    )


@draws("plant, potted plant, flower pot, houseplant, fern, pot plant", 0.34, heads=1.9)
def plant(brush: Brush) -> None:
    if brush.has("cactus"):
        brush.box(-0.13, -0.98, 0.26, 0.66, _LEAF, 0.13)
        brush.line([(-0.10, -0.52), (-0.30, -0.54), (-0.30, -0.74)], 0.12, darker(_LEAF, 0.1), soft=True)
        brush.line([(0.10, -0.60), (0.28, -0.62), (0.28, -0.82)], 0.12, _LEAF, soft=True)
    else:
        for angle, reach in ((-70, 0.48), (-42, 0.60), (-16, 0.66), (12, 0.66), (38, 0.60), (66, 0.48)):
            with brush.turned(angle, 0, -0.34):
                half = [(0.0, -0.34), (0.10, -0.34 - reach * 0.45), (0.0, -0.34 - reach), (-0.08, -0.34 - reach * 0.45)]
                brush.shape(half, darker(_LEAF, abs(angle) / 240), soft=True)
    clay = brush.main("#b5643f")
    brush.shape([(-0.24, -0.34), (0.24, -0.34), (0.17, 0.0), (-0.17, 0.0)], clay)
    brush.box(-0.28, -0.38, 0.56, 0.10, darker(clay, 0.1), 0.02)


@draws("tree, sapling, tree sapling, oak, seedling", 0.3, heads=7.5)
def tree(brush: Brush) -> None:
    brush.shape([(-0.05, 0.0), (-0.035, -0.5), (0.035, -0.5), (0.05, 0.0)], "#6a4a30")
    leaf = brush.main(_LEAF)
    if brush.has("pine", "christmas"):
        for top, half in ((-0.40, 0.40), (-0.62, 0.31), (-0.82, 0.20)):
            brush.shape(
                [(-half, top + 0.22), (0, top - 0.18), (half, top + 0.22)], darker(leaf, 0.2 + (top + 0.4) * 0.3)
            )
        for x, y, colour in (
            ((-0.18, -0.30, "#c43b34"), (0.14, -0.42, "#e8c23c"), (-0.05, -0.60, "#3a6fb5"))
            if brush.has("christmas")
            else ()
        ):
            brush.ball(x, y, 0.04, colour)
        return
    brush.line([(0, -0.40), (-0.16, -0.60)], 0.035, "#6a4a30")
    brush.line([(0, -0.46), (0.16, -0.64)], 0.035, "#6a4a30")
    for x, y, radius, share in (
        (-0.20, -0.58, 0.21, 0.25),
        (0.20, -0.60, 0.21, 0.15),
        (-0.08, -0.76, 0.22, 0.08),
        (0.10, -0.78, 0.20, 0.0),
    ):
        brush.oval(x, y, radius, radius * 0.92, darker(leaf, share))


@draws("leaf, herb, clover", 0.3)
def leaf(brush: Brush) -> None:
    if brush.has("mushroom"):
        brush.shape([(-0.12, 0.0), (-0.09, -0.46), (0.09, -0.46), (0.12, 0.0)], "#efe6d2")
        brush.shape(
            [(-0.42, -0.42), (-0.30, -0.80), (0.0, -0.96), (0.30, -0.80), (0.42, -0.42), (0.0, -0.36)],
            brush.main("#c43b34"),
            soft=True,
        )
        for x, y in ((-0.18, -0.62), (0.06, -0.76), (0.22, -0.56)):
            brush.oval(x, y, 0.06, 0.05, "#f7f1e2", flat=True)
        return
    colour = brush.main(_LEAF)
    brush.shape(
        [(-0.10, -0.14), (-0.36, -0.40), (-0.22, -0.78), (0.20, -1.0), (0.34, -0.62), (0.20, -0.28)], colour, soft=True
    )
    brush.line([(-0.18, 0.0), (-0.02, -0.36), (0.18, -0.90)], 0.035, darker(colour, 0.35), soft=True)
    for y in (-0.36, -0.54, -0.70):
        brush.line([(-0.02 - (y + 0.36) * 0.35, y), (0.17, y - 0.12)], 0.018, darker(colour, 0.3))


@draws("kite", 0.2)
def kite(brush: Brush) -> None:
    cloth = brush.main("#d8433a")
    brush.line([(0.0, -0.36), (-0.16, -0.22), (0.06, -0.12), (-0.10, 0.0)], 0.022, "#e9e2d0", soft=True)
    brush.shape([(0, -1.0), (0.34, -0.70), (0, -0.32), (-0.34, -0.70)], cloth)
    brush.shape([(0, -1.0), (0, -0.70), (-0.34, -0.70)], "#e8c23c")
    brush.shape([(0, -0.70), (0.34, -0.70), (0, -0.32)], "#3a6fb5")
    for x, y in ((-0.14, -0.22), (0.03, -0.12)):
        brush.shape([(x, y), (x - 0.08, y - 0.05), (x - 0.08, y + 0.05)], cloth)
        brush.shape([(x, y), (x + 0.08, y - 0.05), (x + 0.08, y + 0.05)], cloth)


@draws("balloon", 0.18)
def balloon(brush: Brush) -> None:
    skin = brush.main("#d8433a")
    if brush.has("hot", "airship"):
        brush.ball(0, -0.66, 0.34, skin)
        brush.shape(
            [(-0.10, -0.99), (0.10, -0.99), (0.14, -0.66), (0.07, -0.33), (-0.07, -0.33), (-0.14, -0.66)],
            "#f2dfae",
            soft=True,
        )
        for x in (-0.18, 0.18):
            brush.line([(x, -0.38), (x * 0.6, -0.16)], 0.014, DARK_WOOD)
        brush.box(-0.13, -0.17, 0.26, 0.17, "#a97a45", 0.03)
        return
    brush.line([(0.0, -0.40), (0.05, -0.25), (-0.04, -0.12), (0.02, 0.0)], 0.014, "#e9e2d0", soft=True)
    brush.oval(0, -0.70, 0.25, 0.30, skin)
    brush.shape([(0, -0.41), (0.05, -0.35), (-0.05, -0.35)], skin)
    brush.shine([(0.10, -0.88), (0.16, -0.76)], 0.05, 0.6)


@draws("car, taxi, automobile, cab, vehicle, limousine", 0.8, heads=3.2)
def car(brush: Brush) -> None:
    body = brush.accent or ("#e8b92e" if brush.has("taxi", "cab", "bus") else "#3f6fa5")
    if brush.has("truck", "van", "bus"):
        brush.box(-0.80, -0.96, 1.56, 0.76, body, 0.08)
        for x in (-0.68, -0.30, 0.08):
            brush.box(x, -0.84, 0.30, 0.26, GLASS, 0.03)
        brush.box(0.46, -0.84, 0.28, 0.30, GLASS, 0.04)
    else:
        brush.shape([(-0.46, -0.54), (-0.28, -0.92), (0.24, -0.92), (0.50, -0.54)], body)
        brush.shape([(-0.36, -0.56), (-0.23, -0.84), (-0.04, -0.84), (-0.04, -0.56)], GLASS)
        brush.shape([(0.03, -0.56), (0.03, -0.84), (0.20, -0.84), (0.38, -0.56)], GLASS)
        brush.shape([(-0.80, -0.18), (-0.78, -0.48), (-0.46, -0.58), (0.50, -0.56), (0.78, -0.46), (0.82, -0.18)], body)
    if brush.has("police", "taxi", "cab"):
        brush.lit(-0.10, -1.0, 0.20, 0.09, "#5f9cff" if brush.has("police") else "#fff1b0", 0.03)
    brush.box(-0.82, -0.28, 1.66, 0.10, STEEL, 0.04)
    brush.oval(0.76, -0.38, 0.05, 0.07, "#fff3c0", flat=True)
    brush.box(-0.80, -0.43, 0.06, 0.10, "#c2332c", flat=True)
    if brush.light.dark:
        brush.glow(0.80, -0.38, 0.4, "#ffeeb0")
    for x in (-0.46, 0.46):
        _wheel(brush, x, 0.19)


def _wheel(brush: Brush, x: float, radius: float) -> None:
    brush.oval(x, -radius, radius, radius, "#2a2830")
    brush.oval(x, -radius, radius * 0.55, radius * 0.55, STEEL)
    brush.oval(x, -radius, radius * 0.18, radius * 0.18, IRON, flat=True)


@draws("bicycle, bike, tricycle", 0.78, heads=2.5)
def bicycle(brush: Brush) -> None:
    frame = brush.main("#b5362f")
    for x in (-0.46, 0.46):
        brush.ring(x, -0.32, 0.29, 0.055, "#2a2830")
        brush.spokes(x, -0.32, 0.02, 0.27, 14, 0.008, STEEL)
    for line in (
        [(-0.46, -0.32), (-0.20, -0.74), (0.32, -0.74), (-0.04, -0.30), (-0.46, -0.32)],
        [(-0.04, -0.30), (-0.24, -0.84)],
        [(0.46, -0.32), (0.30, -0.90)],
    ):
        brush.line(line, 0.05, frame)
    brush.line([(0.16, -0.95), (0.30, -0.92), (0.40, -0.86)], 0.045, STEEL, soft=True)
    brush.shape([(-0.38, -0.88), (-0.12, -0.88), (-0.16, -0.82), (-0.32, -0.82)], DARK_WOOD)
    brush.ring(-0.04, -0.30, 0.08, 0.03, IRON)
    brush.line([(-0.04, -0.30), (0.06, -0.16), (0.13, -0.16)], 0.03, IRON)


@draws("boat, sailboat, yacht, model ship", 0.74, heads=5.0)
def boat(brush: Brush) -> None:
    hull = brush.main("#8a3b34")
    if not brush.has("rowboat", "canoe", "raft"):
        brush.line([(0.0, -0.26), (0.0, -1.0)], 0.035, WOOD)
        brush.shape([(-0.03, -0.96), (-0.03, -0.34), (-0.56, -0.34)], "#f1e8d4")
        brush.shape([(0.04, -0.90), (0.04, -0.34), (0.46, -0.34)], darker("#f1e8d4", 0.08))
        brush.shape([(0.0, -1.0), (0.18, -0.96), (0.0, -0.91)], "#c43b34")
    brush.shape([(-0.72, -0.28), (0.76, -0.28), (0.52, 0.0), (-0.50, 0.0)], hull)
    brush.line([(-0.71, -0.27), (0.75, -0.27)], 0.045, paler(hull, 0.5))
    brush.line([(-0.60, -0.13), (0.63, -0.13)], 0.02, darker(hull, 0.4))
    brush.line([(-0.78, 0.0), (-0.40, -0.03), (0.0, 0.01), (0.40, -0.03), (0.78, 0.0)], 0.04, "#8cc3d8", soft=True)


@draws("train, locomotive, steam engine, toy train", 0.8, heads=5.0)
def train(brush: Brush) -> None:
    body = brush.main("#35604f")
    for x, y, radius in ((0.52, -0.92, 0.06), (0.40, -0.98, 0.08), (0.24, -1.0, 0.09)):
        brush.oval(x, y, radius, radius * 0.8, "#ffffff", 0.45)
    brush.shape([(0.42, -0.62), (0.40, -0.84), (0.62, -0.84), (0.60, -0.62)], IRON)
    brush.box(-0.28, -0.64, 1.00, 0.36, body, 0.16)
    brush.box(-0.76, -0.90, 0.54, 0.66, body, 0.03)
    brush.box(-0.82, -0.96, 0.66, 0.09, "#a3222f", 0.03)
    brush.box(-0.66, -0.78, 0.34, 0.24, GLASS, 0.03)
    brush.box(0.04, -0.76, 0.16, 0.14, BRASS, 0.06)
    for x in (-0.02, 0.30):
        brush.box(x, -0.64, 0.05, 0.36, BRASS)
    brush.oval(0.72, -0.46, 0.06, 0.08, "#fff1b0", flat=True)
    brush.box(-0.78, -0.30, 1.50, 0.10, "#a3222f", 0.02)
    brush.shape([(0.66, -0.22), (0.84, -0.02), (0.56, -0.02)], IRON)
    for x, radius in ((-0.54, 0.19), (-0.10, 0.15), (0.22, 0.15), (0.50, 0.13)):
        _wheel(brush, x, radius)


@draws("rocket, rocket ship, spaceship, missile, shuttle, spacecraft", 0.32, heads=7.0)
def rocket(brush: Brush) -> None:
    if brush.has("ufo"):
        brush.oval(0, -0.58, 0.30, 0.34, GLASS)
        brush.oval(0, -0.42, 0.74, 0.20, brush.main("#9aa8b2"))
        for x in (-0.48, -0.16, 0.16, 0.48):
            brush.ball(x, -0.36, 0.05, "#ffd75e")
        return
    for side in (-1, 1):
        brush.shape([(side * 0.16, -0.40), (side * 0.36, -0.12), (side * 0.34, -0.02), (side * 0.14, -0.14)], "#b5302f")
    brush.flame(0, 0.0, 0.16)
    brush.shape(
        [(0, -1.0), (0.17, -0.74), (0.20, -0.40), (0.13, -0.12), (-0.13, -0.12), (-0.20, -0.40), (-0.17, -0.74)],
        brush.main("#e8e6e0"),
        soft=True,
    )
    brush.shape([(0, -1.0), (0.10, -0.89), (0.155, -0.77), (-0.155, -0.77), (-0.10, -0.89)], "#c43b34")
    brush.oval(0, -0.58, 0.10, 0.10, STEEL)
    brush.oval(0, -0.58, 0.07, 0.07, "#4f86c6")
    brush.box(-0.05, -0.34, 0.10, 0.28, "#b5302f", 0.04)


@draws("airplane, plane, aircraft, jet", 0.6, heads=5.0)
def airplane(brush: Brush) -> None:
    body = brush.main("#d6dbe0")
    brush.shape([(-0.56, -0.56), (-0.78, -0.92), (-0.60, -0.92), (-0.34, -0.58)], darker(body, 0.15))
    brush.shape(
        [(-0.70, -0.50), (-0.40, -0.64), (0.40, -0.66), (0.76, -0.48), (0.40, -0.34), (-0.40, -0.38)], body, soft=True
    )
    brush.shape([(-0.08, -0.46), (-0.34, -0.08), (-0.14, -0.08), (0.26, -0.46)], "#b5362f")
    for x in (-0.24, -0.06, 0.12, 0.30):
        brush.oval(x, -0.55, 0.045, 0.045, "#4f86c6", flat=True)
    brush.shape([(0.46, -0.60), (0.60, -0.55), (0.50, -0.52)], GLASS)


@draws("globe, moon globe, star globe", 0.36)
def globe(brush: Brush) -> None:
    if brush.has("star"):
        points = [
            (0.48 * r * math.sin(math.pi * k / 5), -0.52 - 0.48 * r * math.cos(math.pi * k / 5))
            for k, r in enumerate((1, 0.45) * 5)
        ]
        brush.shape(points, brush.main("#f2c84a"))
        brush.glow(0, -0.5, 0.6)
        return
    if brush.has("moon"):
        brush.glow(0, -0.52, 0.75, "#cfe0ff")
        brush.ball(0, -0.52, 0.46, brush.main("#e9e6d4"))
        for x, y, radius in ((-0.14, -0.66, 0.10), (0.12, -0.40, 0.13), (-0.20, -0.36, 0.06), (0.22, -0.70, 0.05)):
            brush.oval(x, y, radius, radius, "#cbc8b6", 0.8)
        return
    brush.shape([(-0.12, -0.12), (0.12, -0.12), (0.26, 0.0), (-0.26, 0.0)], DARK_WOOD)
    if brush.has("crystal", "orb", "snow"):
        brush.glow(0, -0.52, 0.7, "#b9a8ff")
        brush.ball(0, -0.54, 0.42, brush.accent or "#a9b8ee")
        brush.line([(-0.2, -0.5), (0.0, -0.66), (0.16, -0.46), (0.05, -0.36)], 0.05, "#ffffff", 0.4, soft=True)
        return
    brush.line([(0.16, -0.97), (0.42, -0.72), (0.38, -0.36), (0.06, -0.14)], 0.045, BRASS, soft=True)
    brush.ball(-0.02, -0.56, 0.38, brush.main("#4f8fb5"))
    brush.shape([(-0.26, -0.80), (0.0, -0.86), (0.02, -0.66), (-0.14, -0.52), (-0.30, -0.60)], "#7fa860", soft=True)
    brush.shape([(0.06, -0.60), (0.26, -0.68), (0.28, -0.46), (0.14, -0.30), (0.06, -0.44)], "#7fa860", soft=True)


@draws("flag, banner, pennant", 0.14)
def flag(brush: Brush) -> None:
    cloth = brush.main("#b5362f")
    brush.line([(-0.32, 0.0), (-0.32, -0.97)], 0.045, WOOD)
    brush.shape(
        [
            (-0.30, -0.95),
            (-0.05, -1.0),
            (0.20, -0.92),
            (0.46, -0.97),
            (0.44, -0.50),
            (0.20, -0.46),
            (-0.05, -0.55),
            (-0.30, -0.50),
        ],
        cloth,
        soft=False,
    )
    brush.shade([(0.05, -0.97), (0.20, -0.92), (0.20, -0.46), (0.05, -0.51)], 0.22)
    brush.ball(-0.32, -0.97, 0.045, BRASS)


@draws("anchor, steering wheel, wheel, propeller", 0.4)
def anchor(brush: Brush) -> None:
    if brush.has("wheel"):
        wood = brush.main(WOOD)
        brush.spokes(0, -0.50, 0.08, 0.49, 8, 0.055, wood)
        brush.ring(0, -0.50, 0.34, 0.085, wood)
        brush.ball(0, -0.50, 0.11, BRASS)
        return
    metal = brush.main(IRON)
    brush.ring(0, -0.90, 0.08, 0.05, metal)
    brush.line([(0, -0.82), (0, -0.04)], 0.085, metal)
    brush.line([(-0.22, -0.66), (0.22, -0.66)], 0.075, metal)
    brush.line([(-0.42, -0.32), (-0.30, -0.10), (0.0, -0.02), (0.30, -0.10), (0.42, -0.32)], 0.085, metal, soft=True)
    for side in (-1, 1):
        brush.shape([(side * 0.50, -0.26), (side * 0.44, -0.46), (side * 0.30, -0.26)], metal)


@draws("skull, bone, skeleton", 0.38)
def skull(brush: Brush) -> None:
    bone = brush.main("#e9e2cc")
    brush.shape(
        [(-0.40, -0.56), (-0.28, -0.90), (0.0, -0.98), (0.28, -0.90), (0.40, -0.56), (0.26, -0.28), (-0.26, -0.28)],
        bone,
        soft=True,
    )
    brush.box(-0.21, -0.36, 0.42, 0.32, bone, 0.06)
    for x in (-0.17, 0.17):
        brush.oval(x, -0.54, 0.12, 0.13, INK, flat=True)
    brush.shape([(0, -0.42), (0.055, -0.31), (-0.055, -0.31)], INK, flat=True)
    for x in (-0.10, 0.0, 0.10):
        brush.line([(x, -0.20), (x, -0.06)], 0.018, INK)
