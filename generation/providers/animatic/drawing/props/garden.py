"""What grows and lies about out of doors."""

from __future__ import annotations

import math

from .brush import GLASS, INK, WOOD, Brush, darker, draws, paler

_LEAF = "#4f8a4a"


@draws("feather, wing, quill pen, plume", 0.24)
def feather(brush: Brush) -> None:
    tone = brush.main("#8fa9c4")
    with brush.turned(16):
        brush.shape(
            [(0.0, -0.20), (-0.20, -0.36), (-0.24, -0.70), (0.0, -1.02), (0.17, -0.76), (0.18, -0.40)], tone, soft=True
        )
        brush.line([(0.02, 0.0), (0.0, -0.50), (0.0, -0.94)], 0.03, paler(tone, 0.5))
        for y in (-0.40, -0.54, -0.68):
            brush.line([(0.0, y), (-0.18, y - 0.08)], 0.014, darker(tone, 0.3))
            brush.line([(0.0, y), (0.14, y - 0.10)], 0.014, darker(tone, 0.3))


@draws("shell, seashell, conch, oyster, clam, scallop", 0.46)
def shell(brush: Brush) -> None:
    tone = brush.main("#e9b59a")
    brush.shape(
        [
            (-0.16, -0.06),
            (-0.60, -0.44),
            (-0.50, -0.80),
            (-0.18, -0.96),
            (0.18, -0.96),
            (0.50, -0.80),
            (0.60, -0.44),
            (0.16, -0.06),
        ],
        tone,
        soft=True,
    )
    brush.shape([(-0.24, -0.14), (0.24, -0.14), (0.16, 0.0), (-0.16, 0.0)], darker(tone, 0.15))
    for x in (-0.44, -0.24, 0.0, 0.24, 0.44):
        brush.line([(x * 0.2, -0.12), (x, -0.86 + abs(x) * 0.5)], 0.025, darker(tone, 0.3))
    if brush.has("oyster", "clam"):
        brush.ball(0, -0.34, 0.13, "#f8f4ee")


@draws("rock, stone, boulder, pebble, meteorite, asteroid, coal, lump of coal", 0.5)
def rock(brush: Brush) -> None:
    tone = brush.main("#8f8c86" if not brush.has("coal") else "#33313a")
    brush.shape(
        [(-0.62, 0.0), (-0.66, -0.34), (-0.36, -0.74), (0.06, -0.88), (0.46, -0.66), (0.66, -0.26), (0.56, 0.0)], tone
    )
    brush.shape([(-0.36, -0.74), (0.06, -0.88), (0.12, -0.50), (-0.22, -0.42)], paler(tone, 0.16))
    brush.shape([(0.12, -0.50), (0.46, -0.66), (0.66, -0.26), (0.30, -0.20)], darker(tone, 0.12))
    brush.shape([(-0.62, 0.0), (-0.66, -0.34), (-0.22, -0.42), (-0.16, 0.0)], darker(tone, 0.22))


@draws("log, firewood, wood, stump, tree stump, timber, branch, twig, plank, planks", 0.6)
def log(brush: Brush) -> None:
    bark = brush.main("#7a5236")
    if brush.has("stump"):
        brush.shape(
            [(-0.50, 0.0), (-0.38, -0.62), (0.38, -0.62), (0.54, 0.0), (0.30, -0.08), (0.0, 0.02), (-0.28, -0.08)], bark
        )
        brush.oval(0, -0.62, 0.38, 0.12, "#d9b57f")
        brush.ring(0, -0.62, 0.22, 0.02, "#a9804f", 0.32)
        return
    for x, y in ((-0.34, -0.22), (0.34, -0.22), (0.0, -0.62)):
        brush.box(x - 0.10, y - 0.22, 0.62 if x > 0 else 0.5, 0.44, bark, 0.10)
        brush.oval(x - 0.10, y, 0.22, 0.22, "#d9b57f")
        brush.ring(x - 0.10, y, 0.13, 0.018, "#a9804f")
        brush.oval(x - 0.10, y, 0.04, 0.04, "#a9804f")


@draws("campfire, bonfire, fire, flame, flames, fire pit", 0.5, heads=1.4)
def campfire(brush: Brush) -> None:
    brush.line([(-0.54, -0.04), (0.44, -0.22)], 0.13, "#6a452c")
    brush.line([(0.54, -0.04), (-0.44, -0.22)], 0.13, "#5a3a26")
    brush.flame(-0.20, -0.12, 0.56)
    brush.flame(0.22, -0.12, 0.50)
    brush.flame(0.0, -0.10, 0.86)


@draws("nest, bird nest, bird's nest", 0.56)
def nest(brush: Brush) -> None:
    straw = brush.main("#8f6a42")
    for x in (-0.24, 0.02, 0.26):
        brush.oval(x, -0.50, 0.16, 0.21, "#a9d0d8")
    brush.shape([(-0.66, -0.46), (0.66, -0.46), (0.44, -0.06), (0.0, 0.0), (-0.44, -0.06)], straw, soft=False)
    for step in range(9):
        x = -0.56 + step * 0.14
        brush.line(
            [(x - 0.10, -0.48 + 0.03 * (step % 2)), (x + 0.16, -0.30), (x + 0.04, -0.10)],
            0.025,
            darker(straw, 0.3 if step % 2 else -0.0),
            soft=True,
        )


@draws("cactus, cacti", 0.3)
def cactus(brush: Brush) -> None:
    tone = brush.main("#4f8f5a")
    brush.box(-0.15, -0.98, 0.30, 0.74, tone, 0.15)
    brush.line([(-0.12, -0.52), (-0.34, -0.54), (-0.34, -0.76)], 0.14, darker(tone, 0.1), soft=True)
    brush.line([(0.12, -0.60), (0.32, -0.62), (0.32, -0.84)], 0.14, tone, soft=True)
    for x, y in ((-0.06, -0.84), (0.05, -0.70), (-0.05, -0.56), (0.06, -0.42)):
        brush.line([(x - 0.02, y), (x + 0.03, y - 0.03)], 0.014, "#f4efd0")
    brush.shape([(-0.30, -0.28), (0.30, -0.28), (0.22, 0.0), (-0.22, 0.0)], "#b5653f")
    brush.box(-0.34, -0.34, 0.68, 0.10, "#c8744a", 0.02)


@draws("mushroom, toadstool, fungus", 0.36)
def mushroom(brush: Brush) -> None:
    brush.shape([(-0.14, 0.0), (-0.10, -0.48), (0.10, -0.48), (0.16, 0.0)], "#efe6d2")
    cap = brush.main("#c43b34")
    brush.shape(
        [(-0.52, -0.44), (-0.36, -0.80), (0.0, -0.98), (0.36, -0.80), (0.52, -0.44), (0.0, -0.36)], cap, soft=True
    )
    for x, y, r in ((-0.24, -0.62, 0.08), (0.06, -0.78, 0.09), (0.28, -0.58, 0.07), (0.0, -0.50, 0.05)):
        brush.oval(x, y, r, r * 0.85, "#f8f3e6")


@draws("palm tree, palm, coconut tree, coconut", 0.3, heads=7.0)
def palm(brush: Brush) -> None:
    if brush.has("coconut") and not brush.has("tree"):
        brush.ball(0, -0.44, 0.44, "#6a452c")
        brush.oval(0.14, -0.48, 0.26, 0.30, "#f4f0e6")
        return
    brush.line([(0.0, 0.0), (-0.06, -0.40), (0.06, -0.74)], 0.08, "#9a7048", soft=True)
    for dx, dy in ((-0.46, -0.60), (-0.40, -0.86), (0.10, -0.98), (0.46, -0.86), (0.52, -0.58)):
        brush.shape(
            [(0.06, -0.76), (dx * 0.6, (dy - 0.86) / 2 - 0.06), (dx, dy), (dx * 0.5, (dy - 0.66) / 2 - 0.02)],
            brush.main(_LEAF),
            soft=True,
        )
    for x in (0.0, 0.12):
        brush.ball(x, -0.70, 0.05, "#6a452c")


@draws("pine, pine tree, fir, christmas tree, fir tree, spruce", 0.34, heads=6.5)
def pine(brush: Brush) -> None:
    brush.box(-0.06, -0.16, 0.12, 0.16, "#6a4a30")
    leaf = brush.main("#3f7a4f")
    for top, low, half in ((-0.56, -0.12, 0.42), (-0.76, -0.36, 0.33), (-0.96, -0.60, 0.23)):
        brush.shape(
            [
                (0, top),
                (half, low),
                (half * 0.5, low - 0.03),
                (0.0, low + 0.02),
                (-half * 0.5, low - 0.03),
                (-half, low),
            ],
            leaf,
        )
    if brush.has("christmas"):
        for x, y, tone in (
            (-0.20, -0.22, "#d0353f"),
            (0.16, -0.28, "#f0d04a"),
            (-0.06, -0.44, "#3f8fd0"),
            (0.12, -0.58, "#d0353f"),
            (-0.10, -0.68, "#f0d04a"),
            (0.02, -0.20, "#c98fd0"),
        ):
            brush.ball(x, y, 0.045, tone)
        points = [
            (math.sin(math.pi * k / 5) * r, -0.96 - math.cos(math.pi * k / 5) * r)
            for k, r in enumerate((0.085, 0.04) * 5)
        ]
        brush.shape(points, "#f4cf3f")


@draws("bush, shrub, hedge, grass, reeds, haystack, hay, hay bale", 0.56, heads=1.9)
def bush(brush: Brush) -> None:
    tone = brush.main(_LEAF if not brush.has("hay", "haystack") else "#d9b25e")
    if brush.has("hay", "haystack"):
        brush.shape([(-0.70, 0.0), (-0.56, -0.56), (0.0, -0.96), (0.56, -0.56), (0.70, 0.0)], tone, soft=True)
        for step in range(10):
            x = -0.50 + step * 0.11
            brush.line(
                [(x, -0.12 - 0.3 * (step % 3) * 0.6), (x + 0.10, -0.24 - 0.3 * (step % 3) * 0.6)],
                0.02,
                darker(tone, 0.3),
            )
        return
    for x, y, r, share in (
        (-0.40, -0.30, 0.30, 0.18),
        (0.42, -0.30, 0.30, 0.12),
        (0.0, -0.52, 0.42, 0.0),
        (-0.20, -0.34, 0.30, 0.06),
        (0.24, -0.30, 0.28, 0.0),
    ):
        brush.oval(x, y, r, r * 0.95, darker(tone, share))


@draws("sunflower, daisy, daffodil, marigold", 0.2)
def sunflower(brush: Brush) -> None:
    brush.line([(0.0, 0.0), (-0.03, -0.30), (0.0, -0.62)], 0.045, _LEAF, soft=True)
    for side in (-1, 1):
        brush.shape([(0, -0.22), (side * 0.26, -0.42), (side * 0.32, -0.26), (side * 0.10, -0.14)], _LEAF, soft=True)
    tone = brush.main("#f0bf3a" if not brush.has("daisy") else "#f6f4ee")
    for step in range(14):
        turn = math.tau * step / 14
        x, y = math.cos(turn), math.sin(turn)
        brush.shape(
            [
                (x * 0.10, -0.72 + y * 0.10),
                (x * 0.22 - y * 0.05, -0.72 + y * 0.22 + x * 0.05),
                (x * 0.29, -0.72 + y * 0.29),
                (x * 0.22 + y * 0.05, -0.72 + y * 0.22 - x * 0.05),
            ],
            tone,
        )
    brush.ball(0, -0.72, 0.145, "#6a4326" if not brush.has("daisy") else "#f0c53a")


@draws("bouquet, flowers, bunch of flowers, wedding bouquet, posy, flower bouquet", 0.3)
def bouquet(brush: Brush) -> None:
    for x in (-0.22, 0.0, 0.22):
        brush.line([(0, -0.30), (x, -0.62)], 0.03, _LEAF)
    for x, y in ((-0.40, -0.54), (0.40, -0.54), (-0.30, -0.80), (0.30, -0.80)):
        brush.shape([(0, -0.40), (x * 0.8, y + 0.10), (x * 1.1, y - 0.06), (x * 0.6, y - 0.02)], _LEAF, soft=True)
    tone = brush.main("#d0506a")
    for x, y, r, colour in (
        (-0.26, -0.62, 0.17, tone),
        (0.26, -0.62, 0.17, "#f0c75a"),
        (0.0, -0.56, 0.18, "#f4f1ea"),
        (-0.13, -0.82, 0.17, "#e9a0b8"),
        (0.15, -0.84, 0.17, tone),
    ):
        brush.ball(x, y, r, colour)
        brush.ring(x, y, r * 0.5, 0.025, darker(colour, 0.25))
    brush.shape([(-0.34, -0.46), (0.34, -0.46), (0.10, 0.0), (-0.10, 0.0)], "#e6dcc8")
    brush.shape(
        [(-0.06, -0.18), (-0.20, -0.08), (-0.16, -0.26), (0.16, -0.26), (0.20, -0.08), (0.06, -0.18)], "#c8443a"
    )


@draws("wreath, garland, laurel", 0.3)
def wreath(brush: Brush) -> None:
    leaf = brush.main("#3f7a4f")
    for step in range(20):
        turn = math.tau * step / 20
        brush.oval(math.cos(turn) * 0.38, -0.50 + math.sin(turn) * 0.38, 0.12, 0.12, darker(leaf, 0.14 * (step % 2)))
    for step in range(6):
        turn = math.tau * step / 6 + 0.3
        brush.ball(math.cos(turn) * 0.38, -0.50 + math.sin(turn) * 0.38, 0.05, "#c8303a")
    for side in (-1, 1):
        brush.shape([(0, -0.12), (side * 0.24, -0.24), (side * 0.24, 0.0)], "#c8443a")


@draws("aquarium, fish tank, fishbowl, fish bowl, goldfish bowl, terrarium", 0.46)
def aquarium(brush: Brush) -> None:
    brush.oval(0, -0.46, 0.54, 0.46, GLASS, 0.55)
    brush.shape(
        [(-0.51, -0.54), (0.51, -0.54), (0.46, -0.18), (0.20, -0.02), (-0.20, -0.02), (-0.46, -0.18)],
        "#8fc9e0",
        0.75,
        soft=False,
    )
    brush.shape([(-0.34, -0.10), (0.0, -0.18), (0.34, -0.10), (0.18, -0.02), (-0.18, -0.02)], "#e6cf9a", soft=True)
    brush.line([(-0.24, -0.12), (-0.30, -0.30), (-0.20, -0.44)], 0.04, _LEAF, soft=True)
    tone = brush.main("#e8842f")
    brush.oval(0.08, -0.34, 0.15, 0.09, tone)
    brush.shape([(-0.04, -0.34), (-0.17, -0.44), (-0.17, -0.24)], tone)
    brush.oval(0.15, -0.37, 0.02, 0.02, INK, flat=True)
    brush.ring(0, -0.88, 0.34, 0.035, paler(GLASS, 0.5), 0.2)
    brush.shine([(0.34, -0.70), (0.44, -0.50)], 0.05, 0.7)


@draws("vase of flowers, flower vase, vase of roses", 0.3)
def vase_of_flowers(brush: Brush) -> None:
    tone = brush.main("#4f7f9a")
    heads = ((-0.30, -0.74, "#e9a0b8"), (0.28, -0.76, "#f0c75a"), (0.0, -0.86, "#d0506a"), (-0.12, -0.66, "#f4f1ea"))
    for x, y, colour in heads:
        brush.line([(0, -0.40), (x, y)], 0.03, _LEAF)
        brush.ball(x, y, 0.14, colour)
    for side in (-1, 1):
        brush.shape([(0, -0.44), (side * 0.30, -0.62), (side * 0.38, -0.50), (side * 0.12, -0.42)], _LEAF, soft=True)
    body = [(-0.14, -0.50), (0.14, -0.50), (0.26, -0.26), (0.16, 0.0), (-0.16, 0.0), (-0.26, -0.26)]
    brush.shape(body, tone, soft=True)
    brush.shine([(0.12, -0.34), (0.15, -0.16)], 0.04, 0.6)


@draws("oar, paddle, oars", 0.16, heads=3.0)
def oar(brush: Brush) -> None:
    wood = brush.main(WOOD)
    with brush.turned(14):
        brush.line([(0, -0.30), (0, -1.0)], 0.06, wood)
        blade = [(-0.05, -0.34), (0.05, -0.34), (0.12, -0.10), (0.08, 0.0), (-0.08, 0.0), (-0.12, -0.10)]
        brush.shape(blade, wood)
