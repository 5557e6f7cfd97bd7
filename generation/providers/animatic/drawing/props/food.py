"""Meals, sweets and what they are packed in."""

from __future__ import annotations

import math

from .brush import IRON, STEEL, WOOD, Brush, darker, draws, paler

_LEAF = "#5f9a45"


@draws("pizza, slice of pizza, pizza slice", 0.5)
def pizza(brush: Brush) -> None:
    brush.shape([(-0.60, -0.90), (0.60, -0.90), (0.0, 0.0)], "#f0c75a")
    brush.line([(-0.60, -0.90), (0.0, -0.98), (0.60, -0.90)], 0.14, "#c98a4a", soft=True)
    for x, y in ((-0.26, -0.68), (0.24, -0.66), (0.0, -0.42)):
        brush.oval(x, y, 0.12, 0.11, "#c8443a")
    for x, y in ((0.02, -0.74), (-0.12, -0.52), (0.14, -0.36)):
        brush.oval(x, y, 0.05, 0.035, _LEAF)


@draws("hamburger, burger, cheeseburger, sandwich, hoagie, toastie", 0.56)
def burger(brush: Brush) -> None:
    bun = brush.main("#d0914a")
    brush.box(-0.56, -0.20, 1.12, 0.20, darker(bun, 0.1), 0.09)
    brush.box(-0.60, -0.36, 1.20, 0.18, "#6a3f2a", 0.08)
    brush.shape([(-0.62, -0.38), (0.62, -0.38), (0.40, -0.26), (0.10, -0.38), (-0.20, -0.24)], "#f0c75a")
    brush.line([(-0.60, -0.44), (-0.30, -0.38), (0.0, -0.46), (0.30, -0.38), (0.60, -0.44)], 0.10, "#7fb04a", soft=True)
    brush.shape([(-0.60, -0.48), (-0.50, -0.80), (0.0, -0.96), (0.50, -0.80), (0.60, -0.48)], bun, soft=True)
    for x, y in ((-0.30, -0.74), (-0.06, -0.84), (0.20, -0.78), (0.36, -0.66), (0.04, -0.68)):
        brush.oval(x, y, 0.04, 0.025, "#f4e3bc", flat=True)


@draws("hot dog, hotdog, sausage, bratwurst", 0.6)
def hot_dog(brush: Brush) -> None:
    brush.box(-0.66, -0.40, 1.32, 0.38, "#d9a45f", 0.19)
    brush.box(-0.78, -0.54, 1.56, 0.26, brush.main("#b5502f"), 0.13)
    brush.line(
        [(-0.62, -0.44), (-0.40, -0.50), (-0.18, -0.40), (0.06, -0.50), (0.30, -0.40), (0.58, -0.48)],
        0.05,
        "#f0c93a",
        soft=True,
    )
    brush.box(-0.62, -0.28, 1.24, 0.26, "#e0b06a", 0.13)


@draws("soup, bowl, stew, noodles, ramen, rice, porridge, cereal, pasta, spaghetti, bowl of soup", 0.5)
def soup(brush: Brush) -> None:
    bowl = brush.main("#4f7f9a")
    tone = (
        "#f2e9d8"
        if brush.has("rice", "porridge", "cereal", "milk")
        else "#e9c56a"
        if brush.has("noodles", "ramen", "pasta", "spaghetti")
        else "#c8642f"
    )
    brush.shape(
        [(-0.62, -0.52), (0.62, -0.52), (0.44, -0.12), (0.24, 0.0), (-0.24, 0.0), (-0.44, -0.12)], bowl, soft=False
    )
    brush.oval(0, -0.52, 0.62, 0.13, paler(bowl, 0.3))
    brush.oval(0, -0.52, 0.54, 0.10, tone)
    if brush.has("noodles", "ramen", "pasta", "spaghetti"):
        for step in range(4):
            brush.ring(-0.24 + step * 0.16, -0.54, 0.12, 0.025, paler(tone, 0.3), 0.45)
        brush.line([(0.10, -0.56), (0.62, -0.98)], 0.03, WOOD)
        brush.line([(0.20, -0.54), (0.70, -0.90)], 0.03, WOOD)
    else:
        for x in (-0.22, 0.0, 0.22):
            brush.line(
                [(x, -0.64), (x + 0.05, -0.76), (x - 0.02, -0.88), (x + 0.03, -0.98)], 0.03, "#ffffff", 0.4, soft=True
            )


@draws("cookie, biscuit, cracker, pancake, waffle", 0.42)
def cookie(brush: Brush) -> None:
    tone = brush.main("#c98f4f")
    brush.oval(0, -0.46, 0.46, 0.46, tone)
    for x, y, r in (
        (-0.20, -0.62, 0.07),
        (0.14, -0.70, 0.06),
        (0.24, -0.40, 0.08),
        (-0.06, -0.40, 0.06),
        (-0.26, -0.28, 0.06),
        (0.06, -0.18, 0.07),
    ):
        brush.oval(x, y, r, r, "#4a2c1c")


@draws("donut, doughnut, bagel", 0.46)
def donut(brush: Brush) -> None:
    brush.ring(0, -0.44, 0.30, 0.29, "#c98f4f")
    icing = brush.main("#ee93ae")
    brush.ring(0, -0.47, 0.30, 0.22, icing)
    for step in range(12):
        turn = math.tau * step / 12
        x, y = math.cos(turn) * 0.30, -0.47 + math.sin(turn) * 0.30
        brush.line(
            [(x - 0.03, y), (x + 0.03, y + 0.02 * (step % 3 - 1))],
            0.025,
            ("#4f8fe0", "#f0d04a", "#ffffff", "#5fc48d")[step % 4],
        )


@draws("ice cream, ice cream cone, icecream, gelato, popsicle, sundae", 0.2)
def ice_cream(brush: Brush) -> None:
    if brush.has("popsicle"):
        brush.box(-0.05, -0.30, 0.10, 0.30, "#d9b98a", 0.04)
        brush.box(-0.24, -1.0, 0.48, 0.74, brush.main("#e0655a"), 0.22)
        return
    brush.shape([(-0.24, -0.52), (0.24, -0.52), (0.0, 0.0)], "#d9a45f")
    for step in (-1, 0, 1):
        brush.line([(step * 0.12 - 0.06, -0.50), (step * 0.05 + 0.05, -0.14)], 0.014, "#a9743c")
        brush.line([(step * 0.12 + 0.06, -0.50), (step * 0.05 - 0.05, -0.14)], 0.014, "#a9743c")
    brush.ball(-0.13, -0.62, 0.20, "#f4e6cc")
    brush.ball(0.14, -0.62, 0.20, "#8fc9a0")
    brush.ball(0, -0.80, 0.21, brush.main("#ee93ae"))


@draws("candy, sweet, lollipop, sweets, candies, bonbon, candy cane", 0.3)
def candy(brush: Brush) -> None:
    tone = brush.main("#e0526a")
    if brush.has("cane"):
        brush.line(
            [(0.14, 0.0), (0.14, -0.74), (0.0, -0.94), (-0.18, -0.84), (-0.18, -0.70)], 0.13, "#f7f2ea", soft=True
        )
        for step in range(6):
            brush.line([(0.09, -0.06 - step * 0.13), (0.19, -0.12 - step * 0.13)], 0.05, "#d8322a")
        return
    if brush.has("lollipop"):
        brush.line([(0, 0.0), (0, -0.50)], 0.05, "#f4f1e8")
        brush.ball(0, -0.70, 0.30, tone)
        points = [
            (math.cos(step * 0.7) * 0.26 * (1 - step / 18), -0.70 + math.sin(step * 0.7) * 0.26 * (1 - step / 18))
            for step in range(18)
        ]
        brush.line(points, 0.045, "#fdf3f0", soft=True)
        return
    for side in (-1, 1):
        brush.shape([(side * 0.28, -0.40), (side * 0.66, -0.66), (side * 0.66, -0.14)], paler(tone, 0.25))
    brush.ball(0, -0.40, 0.34, tone)
    for x in (-0.14, 0.10):
        brush.line([(x, -0.68), (x + 0.10, -0.40), (x, -0.12)], 0.06, "#fdf3f0", soft=True)


@draws("chocolate, chocolate bar, candy bar, bar of chocolate, fudge", 0.4)
def chocolate(brush: Brush) -> None:
    brush.box(-0.34, -1.0, 0.68, 0.62, "#5a3522", 0.02)
    for row in range(3):
        for step in range(3):
            brush.box(-0.30 + step * 0.21, -0.96 + row * 0.19, 0.18, 0.16, "#6f4630", 0.02)
    brush.shape(
        [(-0.38, -0.46), (-0.2, -0.52), (0.0, -0.44), (0.2, -0.53), (0.38, -0.46), (0.38, 0.0), (-0.38, 0.0)],
        brush.main("#8a2f5a"),
    )
    brush.shape(
        [(-0.38, -0.46), (-0.2, -0.52), (0.0, -0.44), (0.2, -0.53), (0.38, -0.46), (0.38, -0.40), (-0.38, -0.40)],
        "#d9dde2",
    )


@draws("popcorn, fries, french fries, chips, crisps", 0.32)
def popcorn(brush: Brush) -> None:
    if brush.has("fries", "chips"):
        for step in range(7):
            brush.box(-0.28 + step * 0.085, -1.0 + 0.05 * (step % 3), 0.07, 0.60, "#eec34f", 0.01)
    else:
        for x, y in ((-0.26, -0.74), (0.0, -0.80), (0.26, -0.74), (-0.14, -0.90), (0.14, -0.90), (0.0, -0.68)):
            brush.ball(x, y, 0.13, "#faf0cc")
    tone = brush.main("#d8433a")
    brush.shape([(-0.38, -0.64), (0.38, -0.64), (0.28, 0.0), (-0.28, 0.0)], tone)
    for x in (-0.20, 0.08):
        brush.shape([(x, -0.64), (x + 0.13, -0.64), (x + 0.10, 0.0), (x + 0.02, 0.0)], "#f7f2ea")


@draws("cupcake, muffin", 0.36)
def cupcake(brush: Brush) -> None:
    brush.shape([(-0.36, -0.46), (0.36, -0.46), (0.26, 0.0), (-0.26, 0.0)], "#c9794a")
    for x in (-0.18, 0.0, 0.18):
        brush.line([(x * 1.2, -0.44), (x, -0.02)], 0.02, darker("#c9794a", 0.3))
    tone = brush.main("#f0b6c6")
    for x, y, wide in ((0, -0.50, 0.42), (0, -0.64, 0.34), (0, -0.77, 0.22)):
        brush.oval(x, y, wide, 0.11, tone)
    brush.ball(0, -0.90, 0.09, "#c8303a")


@draws("pie, tart, apple pie, quiche", 0.6)
def pie(brush: Brush) -> None:
    crust = brush.main("#d0954f")
    brush.shape([(-0.62, -0.34), (0.62, -0.34), (0.46, 0.0), (-0.46, 0.0)], STEEL)
    brush.shape([(-0.64, -0.34), (-0.40, -0.58), (0.0, -0.64), (0.40, -0.58), (0.64, -0.34)], crust, soft=True)
    for x in (-0.28, 0.0, 0.28):
        brush.line([(x, -0.56), (x + 0.06, -0.40)], 0.05, "#8a2f2a")
    for step in range(9):
        brush.oval(-0.58 + step * 0.145, -0.34, 0.09, 0.065, paler(crust, 0.15))


@draws("honey, honey pot, honey jar, jam, jar, pickle jar, cookie jar, mason jar, spice", 0.34)
def jar(brush: Brush) -> None:
    tone = "#e0a02f" if brush.has("honey") else "#b5303f" if brush.has("jam") else brush.main("#a9c9b0")
    brush.box(-0.34, -0.80, 0.68, 0.80, "#d9ecee", 0.12, 0.75)
    brush.box(-0.30, -0.66, 0.60, 0.62, tone, 0.10)
    brush.box(-0.30, -0.98, 0.60, 0.18, "#c8a05a", 0.04)
    brush.box(-0.20, -0.52, 0.40, 0.26, "#f4ecd8", 0.02)
    brush.shine([(0.24, -0.70), (0.24, -0.30)], 0.04, 0.7)


@draws("meat, steak, ham, chicken leg, drumstick, roast, turkey leg, roast chicken, bacon", 0.5)
def meat(brush: Brush) -> None:
    brush.line([(0.24, -0.34), (0.64, -0.12)], 0.10, "#f4ead6")
    for y in (-0.16, -0.06):
        brush.ball(0.68, y, 0.08, "#f4ead6")
    brush.shape(
        [(-0.66, -0.50), (-0.40, -0.84), (0.06, -0.80), (0.34, -0.42), (0.26, -0.22), (-0.10, -0.12), (-0.52, -0.18)],
        brush.main("#a8602f"),
        soft=True,
    )
    brush.shine([(-0.36, -0.68), (-0.10, -0.68)], 0.06, 0.4)


@draws("can, spray can, spray, aerosol, tin can, soda can, beer can, soup can, tin", 0.28)
def can(brush: Brush) -> None:
    tone = brush.main("#c8443a")
    brush.box(-0.28, -0.94, 0.56, 0.90, tone, 0.06)
    brush.oval(0, -0.93, 0.28, 0.07, STEEL)
    brush.oval(0, -0.05, 0.28, 0.06, darker(tone, 0.3))
    brush.box(-0.28, -0.64, 0.56, 0.30, "#f4ecd8", flat=True)
    brush.oval(0, -0.49, 0.12, 0.12, tone)
    brush.oval(0.04, -0.94, 0.06, 0.02, IRON)


@draws("milk carton, carton, juice box, milk", 0.3)
def carton(brush: Brush) -> None:
    tone = brush.main("#4f86c6")
    brush.box(-0.30, -0.70, 0.60, 0.70, "#f4f3ee")
    brush.shape([(-0.30, -0.70), (-0.10, -0.92), (0.10, -0.92), (0.30, -0.70)], "#e2e6e6")
    brush.box(-0.12, -1.0, 0.24, 0.10, "#d5dadb")
    brush.box(-0.30, -0.52, 0.60, 0.28, tone, flat=True)
    brush.oval(0, -0.38, 0.11, 0.09, "#f4f3ee", flat=True)


@draws("picnic basket, hamper, fruit basket, wicker basket, basket", 0.56)
def basket(brush: Brush) -> None:
    straw = brush.main("#b98a4f")
    brush.line([(-0.48, -0.50), (-0.34, -0.92), (0.34, -0.92), (0.48, -0.50)], 0.07, darker(straw, 0.25), soft=True)
    brush.shape([(-0.62, -0.54), (0.62, -0.54), (0.48, 0.0), (-0.48, 0.0)], straw)
    for row in range(3):
        for step in range(6):
            brush.box(-0.52 + step * 0.18 + 0.06 * (row % 2), -0.46 + row * 0.15, 0.12, 0.08, darker(straw, 0.22), 0.03)
    brush.box(-0.64, -0.58, 1.28, 0.10, darker(straw, 0.12), 0.05)
    if brush.has("picnic", "hamper"):
        brush.shape([(-0.50, -0.58), (0.30, -0.58), (0.16, -0.28), (-0.06, -0.44), (-0.28, -0.26)], "#d8433a")
