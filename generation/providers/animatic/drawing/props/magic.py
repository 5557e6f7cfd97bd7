"""Magic, masks and wonders."""

from __future__ import annotations

import math

from .brush import BRASS, DARK_WOOD, INK, IRON, Brush, darker, draws, paler


@draws("trophy, cup trophy, award, prize, gold cup, winner's cup, oscar", 0.36)
def trophy(brush: Brush) -> None:
    gold = brush.main("#d9ac45")
    for side in (-1, 1):
        brush.line(
            [(side * 0.30, -0.88), (side * 0.52, -0.80), (side * 0.44, -0.58), (side * 0.22, -0.54)],
            0.06,
            gold,
            soft=True,
        )
    brush.shape(
        [(-0.34, -1.0), (0.34, -1.0), (0.28, -0.62), (0.08, -0.42), (-0.08, -0.42), (-0.28, -0.62)], gold, soft=False
    )
    brush.oval(0, -0.99, 0.34, 0.06, darker(gold, 0.4))
    brush.box(-0.05, -0.44, 0.10, 0.20, gold)
    brush.box(-0.24, -0.26, 0.48, 0.08, gold, 0.03)
    brush.box(-0.30, -0.19, 0.60, 0.19, DARK_WOOD, 0.02)
    brush.shine([(0.20, -0.92), (0.16, -0.66)], 0.05, 0.6)


@draws("statue, bust, sculpture, figurine, idol, stone statue, golden statue", 0.34, heads=5.0)
def statue(brush: Brush) -> None:
    stone = brush.main("#b5b2aa")
    brush.box(-0.32, -0.24, 0.64, 0.24, darker(stone, 0.18), 0.02)
    brush.box(-0.26, -0.30, 0.52, 0.08, stone, 0.02)
    brush.shape(
        [
            (-0.24, -0.30),
            (-0.28, -0.52),
            (-0.12, -0.62),
            (-0.08, -0.70),
            (0.08, -0.70),
            (0.12, -0.62),
            (0.28, -0.52),
            (0.24, -0.30),
        ],
        stone,
        soft=False,
    )
    brush.shape(
        [
            (0.0, -1.0),
            (0.15, -0.94),
            (0.17, -0.80),
            (0.10, -0.66),
            (0.0, -0.62),
            (-0.10, -0.66),
            (-0.16, -0.80),
            (-0.14, -0.94),
        ],
        stone,
        soft=True,
    )
    brush.line([(0.04, -0.84), (0.08, -0.76), (0.02, -0.75)], 0.02, darker(stone, 0.4))
    brush.line([(-0.10, -0.86), (-0.03, -0.86)], 0.02, darker(stone, 0.4))


@draws("snow globe, snowglobe, snow dome", 0.36)
def snow_globe(brush: Brush) -> None:
    brush.shape([(-0.40, 0.0), (-0.32, -0.24), (0.32, -0.24), (0.40, 0.0)], brush.main("#7a3038"))
    brush.ball(0, -0.58, 0.42, "#bfe0ee")
    brush.oval(0, -0.32, 0.32, 0.10, "#f6f9fb")
    brush.shape([(-0.14, -0.34), (-0.14, -0.50), (0.0, -0.62), (0.14, -0.50), (0.14, -0.34)], "#b5503f")
    brush.shape([(0.16, -0.34), (0.24, -0.56), (0.32, -0.34)], "#3f7a4f")
    for x, y in ((-0.22, -0.72), (0.04, -0.84), (0.24, -0.70), (-0.08, -0.74), (0.14, -0.62), (-0.26, -0.52)):
        brush.oval(x, y, 0.022, 0.022, "#ffffff", flat=True)
    brush.shine([(0.20, -0.86), (0.32, -0.70)], 0.05, 0.7)


@draws("crystal ball, orb, magic orb, energy orb, glowing orb, sphere, pearl", 0.36)
def crystal_ball(brush: Brush) -> None:
    tone = brush.main("#9a8fe0")
    if not brush.has("pearl", "sphere"):
        brush.shape([(-0.36, 0.0), (-0.20, -0.20), (0.20, -0.20), (0.36, 0.0)], BRASS)
    brush.ball(0, -0.56, 0.42, tone)
    brush.shape(
        [(-0.26, -0.50), (-0.10, -0.70), (0.12, -0.60), (0.24, -0.40), (0.0, -0.34)], paler(tone, 0.5), 0.5, soft=True
    )
    brush.glow(0, -0.56, 0.62, tone)
    brush.shine([(0.16, -0.86), (0.30, -0.70)], 0.06, 0.8)


@draws("cauldron, witch's cauldron, pot of gold, cooking pot", 0.5, heads=1.8)
def cauldron(brush: Brush) -> None:
    iron = brush.main("#33343c")
    for x in (-0.34, 0.34):
        brush.line([(x, -0.16), (x * 1.2, 0.0)], 0.09, iron)
    brush.shape(
        [(-0.46, -0.76), (0.46, -0.76), (0.60, -0.40), (0.36, -0.10), (-0.36, -0.10), (-0.60, -0.40)], iron, soft=False
    )
    tone = "#e0b43f" if brush.has("gold") else "#7fc46a"
    brush.oval(0, -0.76, 0.48, 0.12, tone)
    for x, y, r in ((-0.20, -0.86, 0.09), (0.12, -0.92, 0.07), (0.26, -0.80, 0.06), (-0.02, -0.80, 0.08)):
        brush.ball(x, y, r, paler(tone, 0.2))
    brush.ring(0, -0.76, 0.50, 0.06, darker(iron, 0.2), 0.25)


@draws("wand, magic wand, fairy wand", 0.14)
def wand(brush: Brush) -> None:
    with brush.turned(28):
        brush.line([(0, 0.0), (0, -0.70)], 0.06, brush.main(DARK_WOOD))
        brush.line([(0, 0.0), (0, -0.16)], 0.075, BRASS)
        if brush.has("fairy"):
            points = [
                (math.sin(math.pi * k / 5) * r, -0.82 - math.cos(math.pi * k / 5) * r)
                for k, r in enumerate((0.20, 0.09) * 5)
            ]
            brush.shape(points, "#f0d04a")
        else:
            brush.spark(0, -0.74, 0.08, "#fff4c4")
    brush.glow(0.36, -0.78, 0.35, "#c9b8ff")
    for x, y in ((0.20, -0.98), (0.52, -0.92), (0.50, -0.64)):
        brush.spark(x, y, 0.025, "#fff4c4")


@draws("mask, theater mask, carnival mask, venetian mask, gas mask, ski mask, disguise, hockey mask", 0.4)
def mask(brush: Brush) -> None:
    if brush.has("gas"):
        brush.shape(
            [(-0.40, -0.60), (-0.26, -0.94), (0.26, -0.94), (0.40, -0.60), (0.26, -0.24), (-0.26, -0.24)],
            brush.main("#5a6048"),
            soft=True,
        )
        for x in (-0.18, 0.18):
            brush.oval(x, -0.64, 0.16, 0.16, IRON)
            brush.oval(x, -0.64, 0.12, 0.12, "#9fc4c4")
        brush.ball(0, -0.20, 0.20, "#6a7058")
        brush.oval(0, -0.18, 0.11, 0.11, IRON)
        return
    if brush.has("carnival", "venetian", "disguise"):
        tone = brush.main("#8a3f8f")
        for side in (-1, 1):
            brush.shape([(side * 0.34, -0.74), (side * 0.62, -1.0), (side * 0.52, -0.66)], "#4fa582", soft=True)
        brush.shape(
            [
                (-0.60, -0.66),
                (-0.20, -0.62),
                (0, -0.54),
                (0.20, -0.62),
                (0.60, -0.66),
                (0.48, -0.26),
                (0.16, -0.22),
                (0, -0.36),
                (-0.16, -0.22),
                (-0.48, -0.26),
            ],
            tone,
            soft=True,
        )
        for x in (-0.26, 0.26):
            brush.oval(x, -0.46, 0.13, 0.08, INK, flat=True)
        brush.line([(0.50, -0.30), (0.60, 0.0)], 0.05, BRASS)
        return
    tone = brush.main("#f1ece0")
    brush.shape(
        [(-0.46, -0.90), (0.0, -0.98), (0.46, -0.90), (0.42, -0.40), (0.0, 0.0), (-0.42, -0.40)], tone, soft=True
    )
    for x in (-0.19, 0.19):
        brush.shape([(x - 0.12, -0.62), (x, -0.70), (x + 0.12, -0.62), (x, -0.56)], INK, soft=True)
    brush.shape([(-0.20, -0.34), (0.0, -0.28), (0.20, -0.34), (0.0, -0.14)], INK, soft=True)


@draws("message in a bottle, message bottle, ship in a bottle", 0.5)
def bottle_message(brush: Brush) -> None:
    brush.canvas.translate(0, -0.04)
    with brush.turned(-12):
        brush.shape(
            [
                (-0.70, -0.60),
                (0.20, -0.60),
                (0.40, -0.44),
                (0.66, -0.42),
                (0.66, -0.24),
                (0.40, -0.22),
                (0.20, -0.06),
                (-0.70, -0.06),
            ],
            "#a8d4c4",
            0.65,
        )
        brush.box(-0.48, -0.46, 0.56, 0.26, "#ead7a8", 0.10)
        brush.line([(-0.20, -0.46), (-0.20, -0.20)], 0.04, "#b5303a")
        brush.box(0.64, -0.42, 0.14, 0.18, "#a9743c", 0.03)
        brush.shine([(-0.56, -0.52), (0.10, -0.52)], 0.04, 0.7)
