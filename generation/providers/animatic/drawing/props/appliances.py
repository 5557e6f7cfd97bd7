"""Machines of kitchens and households."""

from __future__ import annotations

import math

from .brush import BRASS, DARK_WOOD, INK, IRON, STEEL, WOOD, Brush, darker, draws


@draws("vacuum cleaner, vacuum, hoover", 0.5, heads=1.6)
def vacuum(brush: Brush) -> None:
    tone = brush.main("#c8443a")
    brush.line([(-0.10, -0.50), (0.20, -0.98), (0.52, -0.60), (0.60, -0.08)], 0.06, "#4a4d57", soft=True)
    brush.shape([(0.42, -0.10), (0.80, -0.10), (0.84, 0.0), (0.38, 0.0)], "#33353d")
    brush.shape([(-0.60, -0.14), (-0.56, -0.46), (-0.20, -0.60), (0.20, -0.40), (0.22, -0.14)], tone, soft=True)
    for x in (-0.42, 0.06):
        brush.oval(x, -0.12, 0.12, 0.12, "#2a2830")


@draws("washing machine, washer, dryer, dishwasher", 0.46, heads=2.6)
def washing_machine(brush: Brush) -> None:
    brush.box(-0.46, -1.0, 0.92, 1.0, brush.main("#eef0f0"), 0.04)
    brush.box(-0.46, -1.0, 0.92, 0.18, "#c9d0d4", 0.03)
    brush.oval(0.30, -0.91, 0.05, 0.05, "#59616b")
    brush.oval(0, -0.42, 0.31, 0.31, "#aab4bb")
    brush.oval(0, -0.42, 0.24, 0.24, "#4f86b0")
    brush.shape(
        [(-0.22, -0.40), (-0.06, -0.48), (0.08, -0.38), (0.22, -0.44), (0.16, -0.24), (0.0, -0.18), (-0.16, -0.26)],
        "#e6eef4",
        0.8,
        soft=True,
    )


@draws("refrigerator, fridge, freezer, icebox", 0.36, heads=4.2)
def fridge(brush: Brush) -> None:
    tone = brush.main("#e4e8e6")
    brush.box(-0.34, -1.0, 0.68, 0.98, tone, 0.05 if brush.era != "1950s" else 0.12)
    brush.line([(-0.34, -0.66), (0.34, -0.66)], 0.018, darker(tone, 0.45))
    for y in (-0.86, -0.52):
        brush.line([(-0.24, y), (-0.24, y + 0.14)], 0.035, darker(tone, 0.4))
    for x, y, colour in ((0.06, -0.46, "#e9c24f"), (0.18, -0.40, "#e0655a")):
        brush.box(x, y, 0.09, 0.09, colour, flat=True)


@draws("stove, oven, cooker, range, furnace", 0.46, heads=2.6)
def stove(brush: Brush) -> None:
    tone = brush.main("#3a3c44" if brush.era in {"old", "1800s", "1920s"} else "#e4e4de")
    brush.box(-0.46, -0.90, 0.92, 0.90, tone, 0.03)
    brush.box(-0.34, -0.62, 0.68, 0.42, "#26282f", 0.04)
    brush.lit(-0.28, -0.56, 0.56, 0.30, "#e08a3a", 0.03)
    for x in (-0.30, -0.10, 0.10, 0.30):
        brush.oval(x, -0.76, 0.05, 0.05, darker(tone, 0.5))
    for x in (-0.24, 0.24):
        brush.oval(x, -0.91, 0.16, 0.03, "#26282f")
    brush.box(-0.12, -1.0, 0.30, 0.10, STEEL, 0.03)


@draws("toaster", 0.5)
def toaster(brush: Brush) -> None:
    for x in (-0.26, 0.06):
        brush.box(x, -0.98, 0.26, 0.40, "#d9a45f", 0.06)
    brush.box(-0.54, -0.74, 1.08, 0.70, brush.main("#c9d0d6"), 0.20)
    brush.box(-0.34, -0.76, 0.68, 0.06, IRON, 0.03)
    brush.box(0.50, -0.52, 0.12, 0.08, IRON, 0.02)
    brush.box(-0.44, -0.06, 0.88, 0.06, IRON, 0.02)
    brush.shine([(-0.40, -0.60), (-0.40, -0.24)], 0.04, 0.6)


@draws("microwave, microwave oven", 0.6)
def microwave(brush: Brush) -> None:
    brush.box(-0.72, -0.80, 1.44, 0.80, brush.main("#d5d9dc"), 0.05)
    brush.box(-0.64, -0.70, 0.94, 0.60, "#2a2d36", 0.03)
    brush.lit(-0.54, -0.60, 0.74, 0.40, "#c98a3a", 0.03)
    brush.lit(0.40, -0.68, 0.24, 0.12, "#8fe0a0", 0.01)
    for index in range(9):
        brush.box(0.40 + (index % 3) * 0.09, -0.48 + (index // 3) * 0.12, 0.06, 0.07, "#8d949e", 0.01)


@draws("sewing machine", 0.6)
def sewing_machine(brush: Brush) -> None:
    tone = brush.main("#2c2c33")
    brush.box(-0.70, -0.16, 1.40, 0.16, WOOD, 0.02)
    brush.shape(
        [
            (0.30, -0.16),
            (0.26, -0.60),
            (-0.30, -0.60),
            (-0.34, -0.30),
            (-0.56, -0.30),
            (-0.56, -0.80),
            (0.30, -0.86),
            (0.58, -0.80),
            (0.58, -0.16),
        ],
        tone,
    )
    brush.ring(0.66, -0.62, 0.20, 0.06, STEEL)
    brush.line([(-0.45, -0.30), (-0.45, -0.14)], 0.03, STEEL)
    brush.line([(-0.40, -0.72), (0.20, -0.76)], 0.03, BRASS)
    brush.box(-0.04, -1.0, 0.14, 0.15, "#c8443a", 0.02)


@draws("iron, flat iron, clothes iron", 0.5)
def flat_iron(brush: Brush) -> None:
    brush.shape([(-0.64, 0.0), (-0.60, -0.20), (0.30, -0.26), (0.72, 0.0)], STEEL)
    brush.shape([(-0.60, -0.20), (-0.52, -0.52), (0.10, -0.50), (0.46, -0.20)], brush.main("#3f8fb0"))
    brush.line([(-0.44, -0.50), (-0.42, -0.78), (0.14, -0.80), (0.26, -0.42)], 0.11, "#33353d", soft=True)


@draws("fan, ventilator, electric fan", 0.3)
def fan(brush: Brush) -> None:
    brush.oval(0, -0.05, 0.28, 0.06, IRON)
    brush.line([(0, -0.06), (0, -0.40)], 0.06, IRON)
    for step in range(3):
        turn = math.tau * step / 3 - 0.4
        x, y = math.cos(turn), math.sin(turn)
        brush.shape(
            [
                (0, -0.62),
                (x * 0.34 - y * 0.16, -0.62 + y * 0.34 + x * 0.16),
                (x * 0.36 + y * 0.10, -0.62 + y * 0.36 - x * 0.10),
            ],
            brush.main("#8fb4c4"),
            soft=True,
        )
    brush.ring(0, -0.62, 0.36, 0.03, STEEL)
    brush.ring(0, -0.62, 0.22, 0.015, STEEL)
    brush.ball(0, -0.62, 0.07, IRON)


@draws("fire extinguisher, extinguisher, gas cylinder, oxygen tank, gas tank, scuba tank", 0.26)
def extinguisher(brush: Brush) -> None:
    tone = brush.main("#c8302a" if brush.has("extinguisher") else "#5f8fa5")
    brush.line([(0.02, -0.86), (0.34, -0.74), (0.34, -0.34)], 0.05, INK, soft=True)
    brush.box(-0.22, -0.80, 0.44, 0.80, tone, 0.16)
    brush.box(-0.07, -0.90, 0.14, 0.14, STEEL, 0.02)
    brush.line([(-0.20, -0.96), (0.16, -0.90)], 0.05, IRON)
    brush.box(-0.16, -0.52, 0.32, 0.22, "#f4f1ea", 0.02)


@draws("pan, frying pan, skillet, wok, saucepan, cooking pan", 0.6)
def pan(brush: Brush) -> None:
    iron = brush.main("#3a3c44")
    brush.line([(0.30, -0.36), (0.86, -0.54)], 0.09, DARK_WOOD)
    brush.shape([(-0.66, -0.44), (0.42, -0.44), (0.30, -0.08), (-0.54, -0.08)], iron)
    brush.oval(-0.12, -0.44, 0.54, 0.12, darker(iron, 0.3))
    if brush.has("frying", "skillet"):
        brush.oval(-0.14, -0.45, 0.26, 0.07, "#f8f5ec")
        brush.oval(-0.12, -0.47, 0.10, 0.04, "#f0b53a")


@draws("hair dryer, hairdryer, blow dryer", 0.5)
def hair_dryer(brush: Brush) -> None:
    tone = brush.main("#d0608a")
    brush.shape([(-0.34, -0.56), (-0.06, -0.56), (-0.02, 0.0), (-0.26, 0.0)], darker(tone, 0.18))
    barrel = [
        (-0.52, -0.80),
        (-0.30, -0.98),
        (0.20, -0.90),
        (0.66, -0.84),
        (0.66, -0.52),
        (0.20, -0.50),
        (-0.34, -0.46),
    ]
    brush.shape(barrel, tone)
    brush.oval(0.66, -0.68, 0.05, 0.16, IRON)


@draws("ruler, tape measure, measuring tape, yardstick", 0.6)
def ruler(brush: Brush) -> None:
    tone = brush.main("#e9c24f")
    with brush.turned(-16):
        brush.box(-0.80, -0.62, 1.60, 0.26, tone, 0.02)
        for step in range(16):
            brush.line([(-0.74 + step * 0.1, -0.62), (-0.74 + step * 0.1, -0.50 if step % 5 else -0.44)], 0.014, INK)
