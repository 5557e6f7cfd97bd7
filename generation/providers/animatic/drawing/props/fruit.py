"""Fruit, vegetables and eggs."""

from __future__ import annotations

from .brush import INK, Brush, darker, draws, paler

_LEAF = "#5f9a45"


@draws("egg, eggs, easter egg, dragon egg", 0.3)
def egg(brush: Brush) -> None:
    shell = brush.main("#f1e2cc" if not brush.has("dragon") else "#4f8f7a")
    brush.shape(
        [
            (0, -1.0),
            (0.26, -0.78),
            (0.38, -0.40),
            (0.26, -0.06),
            (0, 0.0),
            (-0.26, -0.06),
            (-0.38, -0.40),
            (-0.26, -0.78),
        ],
        shell,
        soft=True,
    )
    if brush.has("dragon", "easter"):
        for row in range(4):
            for step in range(3 + row % 2):
                brush.oval(
                    -0.22 + step * 0.22 - 0.11 * (row % 2),
                    -0.72 + row * 0.18,
                    0.07,
                    0.05,
                    paler(shell, 0.3) if brush.has("dragon") else ("#e26d5c", "#4f8fe0", "#e9c24f")[step % 3],
                    0.7,
                )
    brush.shine([(0.12, -0.78), (0.22, -0.58)], 0.06, 0.6)


@draws("cheese, wheel of cheese, cheese wheel", 0.56)
def cheese(brush: Brush) -> None:
    tone = brush.main("#eec34f")
    brush.shape([(-0.70, -0.30), (0.40, -0.80), (0.70, -0.56), (0.70, -0.30)], paler(tone, 0.25))
    brush.shape([(-0.70, -0.30), (0.70, -0.30), (0.70, 0.0), (-0.70, 0.0)], tone)
    brush.shape([(-0.70, -0.30), (0.70, -0.56), (0.70, -0.28), (-0.70, -0.28)], tone)
    for x, y, r in ((-0.30, -0.14, 0.08), (0.10, -0.20, 0.11), (0.44, -0.10, 0.07), (0.40, -0.40, 0.06)):
        brush.oval(x, y, r, r * 0.85, darker(tone, 0.22))


@draws("carrot, carrots, parsnip, radish, turnip, beet", 0.4)
def carrot(brush: Brush) -> None:
    tone = brush.main("#e8842f")
    for x in (-0.14, 0.0, 0.14):
        brush.line([(0, -0.70), (x, -0.86), (x * 2, -0.99)], 0.06, _LEAF, soft=True)
    brush.shape(
        [(-0.20, -0.70), (0.0, -0.76), (0.20, -0.70), (0.14, -0.36), (0.0, 0.0), (-0.14, -0.36)], tone, soft=True
    )
    for y, x in ((-0.58, -0.12), (-0.46, 0.10), (-0.32, -0.06)):
        brush.line([(x - 0.05, y), (x + 0.06, y + 0.015)], 0.02, darker(tone, 0.35))


@draws("banana, bananas, plantain", 0.5)
def banana(brush: Brush) -> None:
    tone = brush.main("#f0d04a")
    brush.shape(
        [
            (-0.62, -0.80),
            (-0.52, -0.36),
            (-0.10, -0.06),
            (0.46, -0.12),
            (0.66, -0.30),
            (0.40, -0.36),
            (0.02, -0.42),
            (-0.34, -0.62),
            (-0.50, -0.86),
        ],
        tone,
        soft=True,
    )
    brush.line([(-0.56, -0.80), (-0.60, -0.96)], 0.08, "#7a5a2a")
    brush.line([(-0.50, -0.66), (-0.20, -0.30), (0.40, -0.22)], 0.025, darker(tone, 0.25), soft=True)


@draws("grapes, grape, raisin, bunch of grapes", 0.4)
def grapes(brush: Brush) -> None:
    tone = brush.main("#7a4f9e")
    brush.line([(0, -0.78), (0.06, -0.99)], 0.05, "#6a4a2a")
    brush.shape([(0.04, -0.90), (0.26, -0.98), (0.38, -0.82), (0.18, -0.76)], _LEAF, soft=True)
    for row, count in enumerate((4, 5, 4, 3, 2, 1)):
        for step in range(count):
            brush.ball((step - (count - 1) / 2) * 0.19, -0.74 + row * 0.13, 0.115, tone)


@draws("strawberry, raspberry, berry, blueberry, blackberry, berries", 0.32)
def strawberry(brush: Brush) -> None:
    if brush.has("blueberry", "blackberry"):
        for x, y in ((-0.26, -0.26), (0.26, -0.26), (0, -0.28), (-0.13, -0.56), (0.14, -0.56)):
            brush.ball(x, y, 0.24, brush.main("#4a5a9e"))
        return
    tone = brush.main("#d0353f")
    brush.shape(
        [(-0.36, -0.66), (-0.18, -0.84), (0.18, -0.84), (0.36, -0.66), (0.26, -0.28), (0.0, 0.0), (-0.26, -0.28)],
        tone,
        soft=True,
    )
    for row in range(3):
        for step in range(4 - row):
            brush.oval((step - (3 - row) / 2) * 0.19, -0.62 + row * 0.19, 0.022, 0.035, "#f2d98a", flat=True)
    for x in (-0.24, 0.0, 0.24):
        brush.shape([(x - 0.11, -0.84), (x, -0.66), (x + 0.11, -0.84), (x * 0.5, -0.96)], _LEAF, soft=True)


@draws("cherry, cherries", 0.42)
def cherry(brush: Brush) -> None:
    for x in (-0.26, 0.28):
        brush.line([(x, -0.40), (0.0, -0.96)], 0.035, _LEAF, soft=True)
        brush.ball(x, -0.24, 0.25, brush.main("#b51f33"))
    brush.shape([(0.0, -0.94), (0.20, -1.0), (0.42, -0.86), (0.18, -0.82)], _LEAF, soft=True)


@draws("pear, avocado, fig, mango, papaya", 0.34)
def pear(brush: Brush) -> None:
    tone = brush.main("#b8c24a")
    brush.line([(0, -0.86), (0.05, -1.0)], 0.045, "#5c3b22")
    brush.shape(
        [
            (0, -0.90),
            (0.17, -0.72),
            (0.36, -0.34),
            (0.26, -0.04),
            (0, 0.0),
            (-0.26, -0.04),
            (-0.36, -0.34),
            (-0.17, -0.72),
        ],
        tone,
        soft=True,
    )
    brush.shine([(0.16, -0.48), (0.22, -0.34)], 0.06, 0.45)


@draws("pineapple", 0.3)
def pineapple(brush: Brush) -> None:
    tone = brush.main("#dba53a")
    for x in (-0.22, -0.11, 0.0, 0.11, 0.22):
        brush.shape([(x * 0.5 - 0.06, -0.62), (x * 1.4, -1.0 + abs(x) * 0.5), (x * 0.5 + 0.06, -0.62)], _LEAF)
    brush.shape(
        [(-0.20, -0.66), (0.20, -0.66), (0.30, -0.34), (0.20, 0.0), (-0.20, 0.0), (-0.30, -0.34)], tone, soft=True
    )
    for step in range(-3, 4):
        brush.line([(step * 0.11 - 0.14, -0.62), (step * 0.11 + 0.14, -0.04)], 0.012, darker(tone, 0.4))
        brush.line([(step * 0.11 + 0.14, -0.62), (step * 0.11 - 0.14, -0.04)], 0.012, darker(tone, 0.4))


@draws("watermelon, melon, slice of melon", 0.6)
def watermelon(brush: Brush) -> None:
    brush.shape([(-0.74, -0.66), (0.74, -0.66), (0.50, -0.14), (0.0, 0.0), (-0.50, -0.14)], "#3f8a4a", soft=False)
    brush.shape([(-0.66, -0.66), (0.66, -0.66), (0.44, -0.20), (0.0, -0.08), (-0.44, -0.20)], "#e9f0c8", soft=False)
    brush.shape(
        [(-0.60, -0.66), (0.60, -0.66), (0.40, -0.24), (0.0, -0.13), (-0.40, -0.24)], brush.main("#dd4a52"), soft=False
    )
    for x, y in ((-0.32, -0.52), (-0.08, -0.40), (0.18, -0.54), (0.34, -0.42), (0.04, -0.24)):
        brush.oval(x, y, 0.028, 0.045, INK, flat=True)


@draws("corn, maize, corncob, wheat, grain, rice stalk", 0.26)
def corn(brush: Brush) -> None:
    if brush.has("wheat", "grain"):
        for x in (-0.20, 0.0, 0.20):
            brush.line([(x * 0.3, 0.0), (x, -0.56)], 0.025, "#b5892f")
            for step in range(5):
                for side in (-1, 1):
                    brush.oval(x + side * 0.05, -0.60 - step * 0.085, 0.045, 0.065, brush.main("#e0b54a"))
        return
    brush.shape(
        [(0, -1.0), (0.16, -0.76), (0.18, -0.30), (0.0, -0.06), (-0.18, -0.30), (-0.16, -0.76)],
        brush.main("#eec34f"),
        soft=True,
    )
    for row in range(6):
        for step in range(4):
            brush.oval(-0.11 + step * 0.075, -0.84 + row * 0.12, 0.035, 0.05, paler("#eec34f", 0.35))
    brush.shape([(-0.02, 0.0), (-0.36, -0.30), (-0.24, -0.72), (-0.10, -0.30)], _LEAF, soft=True)
    brush.shape([(0.02, 0.0), (0.36, -0.30), (0.24, -0.66), (0.10, -0.30)], darker(_LEAF, 0.15), soft=True)


@draws("potato, potatoes, onion, garlic, vegetable, vegetables, cabbage, lettuce, salad", 0.46)
def potato(brush: Brush) -> None:
    if brush.has("cabbage", "lettuce", "salad", "vegetable"):
        for x, y, r, share in (
            (-0.30, -0.32, 0.34, 0.2),
            (0.30, -0.32, 0.34, 0.1),
            (0.0, -0.46, 0.42, 0.0),
            (0.0, -0.36, 0.28, -1),
        ):
            brush.oval(x, y, r, r * 0.86, darker("#7fae4a", share) if share >= 0 else "#b5d27a")
        brush.line([(0, -0.12), (0, -0.60)], 0.03, "#d9e8b0")
        return
    if brush.has("onion", "garlic"):
        brush.shape(
            [(0, -1.0), (0.10, -0.76), (0.42, -0.46), (0.28, -0.06), (-0.28, -0.06), (-0.42, -0.46), (-0.10, -0.76)],
            brush.main("#c98a4a"),
            soft=True,
        )
        for x in (-0.2, 0.0, 0.2):
            brush.line([(0, -0.80), (x * 1.2, -0.42), (x * 0.5, -0.08)], 0.015, darker("#c98a4a", 0.3), soft=True)
        return
    tone = brush.main("#b5905a")
    brush.shape(
        [(-0.56, -0.34), (-0.34, -0.66), (0.20, -0.72), (0.56, -0.46), (0.50, -0.14), (0.10, 0.0), (-0.40, -0.06)],
        tone,
        soft=True,
    )
    for x, y in ((-0.24, -0.40), (0.12, -0.50), (0.30, -0.26), (-0.08, -0.20)):
        brush.oval(x, y, 0.04, 0.025, darker(tone, 0.4))


@draws("nut, acorn, walnut, chestnut, hazelnut, peanut, seed, bean, beans, pea", 0.32)
def nut(brush: Brush) -> None:
    tone = brush.main("#b5803f")
    brush.shape([(-0.30, -0.58), (0.30, -0.58), (0.26, -0.22), (0.0, 0.0), (-0.26, -0.22)], tone, soft=True)
    brush.shape(
        [(-0.40, -0.56), (-0.28, -0.82), (0.28, -0.82), (0.40, -0.56), (0.0, -0.50)], darker(tone, 0.4), soft=True
    )
    brush.line([(0, -0.80), (0.04, -0.98)], 0.06, darker(tone, 0.5))
    brush.shine([(0.14, -0.44), (0.12, -0.30)], 0.05, 0.5)


@draws("pumpkin, jack-o-lantern, jack o lantern, squash", 0.5)
def pumpkin(brush: Brush) -> None:
    tone = brush.main("#e5812e")
    for x, wide in ((-0.36, 0.26), (0.36, 0.26), (-0.19, 0.26), (0.19, 0.26), (0.0, 0.25)):
        brush.oval(x, -0.40, wide, 0.40, tone)
    brush.line([(0, -0.78), (0.06, -0.98)], 0.09, "#5c7a34")
    if brush.has("jack", "halloween", "lantern"):
        for x in (-0.20, 0.20):
            brush.shape([(x - 0.11, -0.44), (x, -0.62), (x + 0.11, -0.44)], "#ffd766", flat=True)
        brush.shape(
            [(-0.34, -0.30), (-0.18, -0.24), (0.0, -0.30), (0.18, -0.24), (0.34, -0.30), (0.18, -0.10), (-0.18, -0.10)],
            "#ffd766",
            flat=True,
        )
        brush.glow(0, -0.36, 0.5)
