"""Bags of every kind."""

from __future__ import annotations

from .brush import BRASS, DARK_WOOD, INK, IRON, LEATHER, STEEL, Brush, darker, draws, paler


@draws("handbag, purse, clutch, shoulder bag, bag", 0.46)
def handbag(brush: Brush) -> None:
    hide = brush.main("#8a3b4a" if not brush.has("leather") else LEATHER)
    brush.line([(-0.28, -0.56), (-0.20, -0.96), (0.20, -0.96), (0.28, -0.56)], 0.06, darker(hide, 0.3), soft=True)
    brush.shape([(-0.40, -0.60), (0.40, -0.60), (0.54, 0.0), (-0.54, 0.0)], hide)
    brush.shape([(-0.41, -0.60), (0.41, -0.60), (0.30, -0.34), (-0.30, -0.34)], darker(hide, 0.2))
    brush.box(-0.07, -0.42, 0.14, 0.12, BRASS, 0.03)


@draws("backpack, rucksack, knapsack, school bag, schoolbag", 0.42, heads=1.4)
def backpack(brush: Brush) -> None:
    cloth = brush.main("#3f6f8a")
    brush.line([(-0.12, -0.94), (0.0, -1.0), (0.12, -0.94)], 0.05, darker(cloth, 0.4), soft=True)
    brush.shape(
        [(-0.42, 0.0), (-0.44, -0.60), (-0.30, -0.92), (0.30, -0.92), (0.44, -0.60), (0.42, 0.0)], cloth, soft=False
    )
    brush.shape([(-0.44, -0.58), (-0.28, -0.93), (0.28, -0.93), (0.44, -0.58), (0.0, -0.50)], darker(cloth, 0.15))
    brush.box(-0.30, -0.38, 0.60, 0.32, darker(cloth, 0.12), 0.06)
    for x in (-0.20, 0.14):
        brush.box(x, -0.66, 0.06, 0.32, LEATHER)
        brush.box(x - 0.015, -0.42, 0.09, 0.08, BRASS, 0.02)


@draws(
    "sack, money bag, bag of money, bag of gold, burlap sack, pouch, coin purse, bag of coins, loot, flour sack",
    0.48,
    heads=1.4,
)
def sack(brush: Brush) -> None:
    cloth = brush.main("#b89a68")
    brush.shape(
        [(-0.46, 0.0), (-0.52, -0.34), (-0.16, -0.74), (0.16, -0.74), (0.52, -0.34), (0.46, 0.0)], cloth, soft=True
    )
    brush.shape([(-0.14, -0.74), (-0.26, -0.98), (0.0, -0.90), (0.26, -0.98), (0.14, -0.74)], cloth)
    brush.line([(-0.16, -0.74), (0.16, -0.74)], 0.06, DARK_WOOD)
    if brush.has("money", "gold", "coins", "loot", "coin"):
        brush.oval(0, -0.34, 0.20, 0.20, "#d9ac45")
        brush.line(
            [(0.07, -0.42), (-0.05, -0.42), (-0.05, -0.34), (0.06, -0.34), (0.06, -0.26), (-0.07, -0.26)], 0.03, INK
        )


@draws("wallet, billfold", 0.5)
def wallet(brush: Brush) -> None:
    hide = brush.main(LEATHER)
    brush.box(-0.50, -0.86, 0.94, 0.40, "#8fb07f", 0.02)
    brush.box(-0.56, -0.76, 1.12, 0.76, hide, 0.08)
    brush.line([(-0.50, -0.70), (0.50, -0.70), (0.50, -0.06), (-0.50, -0.06)], 0.016, paler(hide, 0.3))
    brush.box(0.28, -0.48, 0.32, 0.20, darker(hide, 0.2), 0.06)
    brush.oval(0.40, -0.38, 0.05, 0.05, BRASS)


@draws("trolley case, rolling suitcase, wheeled suitcase, carry-on", 0.36, heads=1.6)
def trolley_case(brush: Brush) -> None:
    shell = brush.main("#3f7f8a")
    brush.line([(-0.16, -0.70), (-0.16, -0.98), (0.16, -0.98), (0.16, -0.70)], 0.04, STEEL)
    brush.box(-0.36, -0.74, 0.72, 0.68, shell, 0.08)
    for x in (-0.20, 0.0, 0.20):
        brush.line([(x, -0.66), (x, -0.14)], 0.025, darker(shell, 0.25))
    for x in (-0.26, 0.26):
        brush.oval(x, -0.04, 0.05, 0.05, IRON)


@draws("shopping bag, paper bag, grocery bag, gift bag, groceries, plastic bag", 0.4)
def shopping_bag(brush: Brush) -> None:
    paper = brush.main("#c9a06a")
    if brush.has("groceries", "grocery"):
        brush.line([(-0.16, -0.60), (-0.20, -0.98)], 0.13, "#d9a45f")
        brush.ball(0.16, -0.74, 0.14, "#c8443a")
        brush.oval(0.0, -0.76, 0.14, 0.16, "#7fb04a")
    else:
        for x in (-0.16, 0.16):
            brush.line([(x - 0.1, -0.68), (x, -0.96), (x + 0.1, -0.68)], 0.03, darker(paper, 0.4), soft=True)
    brush.shape([(-0.40, -0.70), (0.40, -0.70), (0.42, 0.0), (-0.42, 0.0)], paper)
    brush.shape([(0.20, -0.70), (0.40, -0.70), (0.42, 0.0), (0.26, 0.0)], darker(paper, 0.15))


@draws("doctor's bag, doctor bag, medical bag, first aid kit, medical kit, medkit, first-aid kit", 0.54)
def first_aid(brush: Brush) -> None:
    tone = brush.main("#f1efe8" if brush.has("aid", "medkit", "kit") else LEATHER)
    brush.line([(-0.20, -0.72), (-0.16, -0.92), (0.16, -0.92), (0.20, -0.72)], 0.07, darker(tone, 0.4), soft=True)
    brush.box(-0.60, -0.76, 1.20, 0.76, tone, 0.10)
    brush.line([(-0.58, -0.54), (0.58, -0.54)], 0.02, darker(tone, 0.4))
    brush.box(-0.08, -0.46, 0.16, 0.40, "#d0302a", flat=True)
    brush.box(-0.20, -0.34, 0.40, 0.16, "#d0302a", flat=True)
