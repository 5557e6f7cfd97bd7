"""What is eaten and drunk, and what it comes in."""

from __future__ import annotations

import math

from generation.providers.animatic.drawing.canvas import mix

from .brush import BRASS, GLASS, STEEL, WOOD, Brush, darker, draws, paler

# fmt: off
_LIQUIDS = {
    "whiskey": "#c77a26", "whisky": "#c77a26", "bourbon": "#c77a26", "rum": "#b5622a", "brandy": "#a9541f",
    "beer": "#e2a62f", "wine": "#8a1f3a", "water": "#a8d4e6", "milk": "#f4f1e8", "juice": "#eda13a",
    "coffee": "#5a3522", "tea": "#a8642c", "champagne": "#ecd38a", "poison": "#7fbf4a", "blood": "#8e1822",
    "ink": "#22304f", "medicine": "#b8562f", "lemonade": "#efe08a", "chocolate": "#6a4028",
    "cider": "#d99a3a",
}
# fmt: on


def _liquid(brush: Brush, otherwise: str) -> str:
    return next((colour for word, colour in _LIQUIDS.items() if word in brush.words), otherwise)


@draws("bottle, flask, wine, whiskey, whisky, rum, beer, champagne, decanter, liquor, medicine", 0.22)
def bottle(brush: Brush) -> None:
    glass = brush.accent or {"#f4f1e8": "#f4f1e8", "#a8d4e6": "#a8d4e6"}.get(_liquid(brush, ""), "#3f6b4a")
    if brush.has("whiskey", "whisky", "rum", "bourbon", "brandy", "medicine"):
        glass = brush.accent or "#a8652c"
    outline = [(0.08, -0.97), (0.08, -0.70), (0.21, -0.54), (0.22, -0.03), (0.18, 0.0)]
    brush.shape([(-x, y) for x, y in outline] + list(reversed(outline)), glass)
    brush.box(-0.09, -0.99, 0.18, 0.07, darker(glass, 0.3), 0.02)
    brush.box(-0.06, -1.0, 0.12, 0.05, "#a57a4c", 0.01)
    brush.box(-0.22, -0.42, 0.44, 0.26, "#efe4c8", flat=True)
    brush.box(-0.15, -0.36, 0.30, 0.04, "#8a3b34", flat=True)
    brush.box(-0.11, -0.28, 0.22, 0.025, "#6f665a", flat=True)
    brush.shine([(0.13, -0.52), (0.145, -0.46)], 0.03, 0.55)
    brush.shine([(0.145, -0.12), (0.145, -0.05)], 0.03, 0.4)


@draws(
    "glass, juice, lemonade, water, soda, tumbler, goblet, chalice, drink, martini, cocktail, wine glass, grail",
    0.3,
)
def glass(brush: Brush) -> None:
    liquid = _liquid(brush, "#c77a26")
    if brush.has("goblet", "chalice", "grail"):
        _goblet(brush, brush.main(BRASS))
    elif brush.has("wine", "champagne", "martini", "cocktail"):
        bowl = [(-0.28, -0.98), (-0.27, -0.70), (-0.12, -0.48), (0.12, -0.48), (0.27, -0.70), (0.28, -0.98)]
        brush.shape(bowl, GLASS, 0.40)
        brush.shape([(-0.275, -0.78), (-0.12, -0.50), (0.12, -0.50), (0.275, -0.78)], liquid)
        brush.line([(0, -0.48), (0, -0.05)], 0.045, GLASS)
        brush.oval(0, -0.03, 0.24, 0.04, GLASS)
        brush.shine([(0.20, -0.92), (0.20, -0.72)], 0.03, 0.8)
    else:
        brush.shape([(-0.36, -0.96), (0.36, -0.96), (0.30, 0.0), (-0.30, 0.0)], GLASS, 0.45)
        brush.shape([(-0.325, -0.56), (0.325, -0.56), (0.285, -0.07), (-0.285, -0.07)], liquid)
        brush.oval(0, -0.56, 0.325, 0.05, paler(liquid, 0.25), flat=True)
        if brush.has("whiskey", "whisky", "ice", "rum", "water", "lemonade"):
            brush.shape([(-0.20, -0.62), (0.0, -0.66), (0.05, -0.46), (-0.16, -0.42)], "#ffffff", 0.55)
            brush.shape([(0.06, -0.60), (0.23, -0.56), (0.19, -0.38), (0.04, -0.42)], "#ffffff", 0.40)
        brush.ring(0, -0.96, 0.36, 0.022, paler(GLASS, 0.5), 0.15)
        brush.shine([(0.27, -0.86), (0.235, -0.2)], 0.035, 0.7)


def _goblet(brush: Brush, metal: str) -> None:
    brush.shape([(-0.34, -0.96), (0.34, -0.96), (0.26, -0.56), (0.07, -0.42), (-0.07, -0.42), (-0.26, -0.56)], metal)
    brush.oval(0, -0.96, 0.34, 0.06, darker(metal, 0.5))
    brush.box(-0.05, -0.44, 0.10, 0.36, metal)
    brush.ball(0, -0.30, 0.09, metal)
    brush.oval(0, -0.05, 0.26, 0.06, metal)
    for x in (-0.18, 0.0, 0.18):
        brush.ball(x, -0.72, 0.05, "#b0203c")


@draws("cup, hot chocolate, mug, coffee, tea, tankard, cocoa", 0.4)
def cup(brush: Brush) -> None:
    china = brush.main("#e9e4d8")
    brush.ring(0.44, -0.46, 0.17, 0.075, china)
    brush.shape([(-0.42, -0.80), (0.42, -0.80), (0.36, -0.06), (0.26, 0.0), (-0.26, 0.0), (-0.36, -0.06)], china)
    brush.oval(0, -0.80, 0.42, 0.09, paler(china, 0.3))
    brush.oval(0, -0.79, 0.36, 0.065, _liquid(brush, "#5a3522"), flat=True)
    brush.box(-0.395, -0.55, 0.79, 0.06, mix(china, "#3a6fb5", 0.6), flat=True)
    for x in (-0.12, 0.08):
        brush.line([(x, -0.86), (x + 0.05, -0.92), (x, -0.99)], 0.03, "#ffffff", 0.35, soft=True)


@draws("teapot, kettle, coffee pot, samovar, jug, pitcher, vase, urn, pot", 0.48)
def teapot(brush: Brush) -> None:
    china = brush.main("#4f7f9a" if not brush.has("vase", "urn", "pot") else "#a9563c")
    if brush.has("vase", "urn"):
        outline = [(0.15, -0.98), (0.12, -0.84), (0.33, -0.56), (0.30, -0.22), (0.16, 0.0)]
        brush.shape([(-x, y) for x, y in reversed(outline)] + outline, china, soft=True)
        brush.oval(0, -0.97, 0.16, 0.035, darker(china, 0.4))
        brush.line([(-0.29, -0.45), (0.0, -0.38), (0.29, -0.45)], 0.05, paler(china, 0.5), soft=True)
        return
    brush.ring(-0.48, -0.44, 0.20, 0.08, china)
    brush.shape(
        [(0.30, -0.52), (0.50, -0.42), (0.58, -0.66), (0.74, -0.74), (0.66, -0.44), (0.42, -0.14), (0.28, -0.16)], china
    )
    brush.oval(0, -0.40, 0.46, 0.38, china)
    brush.oval(0, -0.74, 0.26, 0.07, darker(china, 0.15))
    brush.ball(0, -0.88, 0.075, china)
    brush.box(-0.26, -0.05, 0.52, 0.05, darker(china), 0.02)
    brush.shine([(0.18, -0.62), (0.30, -0.50)], 0.05, 0.45)


@draws("plate, tray, dish, meal, dinner, breakfast, food, supper", 0.66)
def plate(brush: Brush) -> None:
    china = brush.main("#efece2")
    brush.oval(0, -0.16, 0.72, 0.17, china)
    brush.oval(0, -0.18, 0.52, 0.11, darker(china, 0.10))
    brush.ball(-0.20, -0.36, 0.21, "#a8622f")
    brush.oval(0.20, -0.30, 0.22, 0.15, "#e2c15c")
    for x, y in ((-0.02, -0.18), (0.09, -0.15), (0.20, -0.16), (0.02, -0.26), (0.32, -0.20)):
        brush.ball(x, y, 0.06, "#5d9a48")
    for x in (-0.22, -0.02, 0.18):
        brush.line(
            [(x, -0.62), (x + 0.05, -0.72), (x - 0.02, -0.84), (x + 0.04, -0.96)], 0.03, "#ffffff", 0.35, soft=True
        )


@draws("bread, loaf, toast, bun, baguette", 0.62)
def bread(brush: Brush) -> None:
    crust = brush.main("#b8783a")
    brush.canvas.translate(0, -0.05)
    loaf = [(-0.66, 0.0), (-0.72, -0.34), (-0.46, -0.62), (0.40, -0.64), (0.70, -0.36), (0.64, 0.0)]
    brush.shape(loaf, crust, soft=True)
    for x in (-0.36, -0.08, 0.20):
        brush.shape([(x, -0.50), (x + 0.18, -0.60), (x + 0.20, -0.52), (x + 0.05, -0.40)], "#ecd09a", soft=True)
    brush.oval(0.56, -0.30, 0.15, 0.27, "#f0dcae")
    brush.ring(0.56, -0.30, 0.20, 0.03, darker(crust, 0.2), 1.4)


@draws("cake, birthday cake, dessert", 0.56)
def cake(brush: Brush) -> None:
    brush.oval(0, -0.04, 0.66, 0.07, "#e8e6de")
    brush.box(-0.52, -0.54, 1.04, 0.48, "#c98a52", 0.05)
    brush.box(-0.52, -0.34, 1.04, 0.07, "#f3e4d0", flat=True)
    icing = brush.main("#f0a6b8")
    brush.box(-0.54, -0.62, 1.08, 0.17, icing, 0.07)
    for index in range(6):
        brush.oval(-0.45 + index * 0.18, -0.45, 0.085, 0.07 + 0.04 * (index % 2), icing)
    for x in (-0.30, 0.0, 0.30):
        brush.box(x - 0.025, -0.84, 0.05, 0.24, "#5fa8d3")
        brush.flame(x, -0.84, 0.13)


@draws("apple, fruit, peach, tomato", 0.36)
def apple(brush: Brush) -> None:
    skin = brush.main("#c23a33")
    half = [(0.0, -0.76), (0.22, -0.84), (0.46, -0.62), (0.40, -0.22), (0.18, 0.0), (0.0, -0.05)]
    brush.shape(half + [(-x, y) for x, y in reversed(half[1:-1])], skin, soft=True)
    brush.line([(0, -0.72), (0.04, -0.98)], 0.05, "#5c3b22", soft=True)
    brush.shape([(0.04, -0.86), (0.20, -1.0), (0.40, -0.96), (0.26, -0.82)], "#5f9a45", soft=True)
    brush.shine([(0.24, -0.66), (0.31, -0.52)], 0.07, 0.5)


@draws("orange, lemon, grapefruit", 0.4)
def orange(brush: Brush) -> None:
    skin = brush.accent or ("#e9cf3c" if brush.has("lemon") else "#e5812e")
    brush.ball(0, -0.44, 0.44, skin)
    for x in (-0.24, 0.0, 0.24) if brush.has("pumpkin") else ():
        brush.line([(x * 0.3, -0.86), (x * 1.3, -0.44), (x * 0.4, -0.02)], 0.025, darker(skin), 0.7, soft=True)
    brush.line([(0, -0.86), (0.03, -0.97)], 0.06, "#5c7a34")


@draws("fish, salmon, trout, herring, goldfish", 0.6)
def fish(brush: Brush) -> None:
    scales = brush.accent or ("#e8892e" if brush.has("goldfish") else "#7fa3b5")
    brush.shape([(-0.40, -0.42), (-0.76, -0.74), (-0.70, -0.42), (-0.78, -0.12)], darker(scales, 0.15))
    brush.shape([(-0.10, -0.68), (0.10, -0.92), (0.32, -0.66)], darker(scales, 0.2))
    brush.shape(
        [(-0.50, -0.42), (-0.10, -0.74), (0.40, -0.70), (0.74, -0.40), (0.40, -0.12), (-0.10, -0.12)], scales, soft=True
    )
    brush.shape(
        [(-0.36, -0.32), (0.30, -0.34), (0.58, -0.26), (0.30, -0.13), (-0.10, -0.14)], "#f0ead8", 0.55, soft=True
    )
    for x in (-0.16, 0.02, 0.20):
        brush.line([(x, -0.56), (x - 0.06, -0.44), (x, -0.32)], 0.02, darker(scales, 0.4), 0.6, soft=True)
    brush.line([(0.40, -0.60), (0.34, -0.42), (0.40, -0.26)], 0.025, darker(scales, 0.4), soft=True)
    brush.oval(0.55, -0.48, 0.06, 0.06, "#f8f4ea", flat=True)
    brush.oval(0.56, -0.48, 0.032, 0.032, "#1b1524", flat=True)


@draws("potion, vial, elixir, poison, antidote, serum, test tube, beaker", 0.34)
def potion(brush: Brush) -> None:
    liquid = brush.accent or _liquid(brush, "#5fb06a" if brush.has("poison") else "#8a5fc4")
    brush.oval(0, -0.36, 0.38, 0.36, GLASS, 0.55)
    level = [
        (0.36 * math.sin(turn * math.pi / 12), -0.36 + 0.34 * math.cos(turn * math.pi / 12)) for turn in range(-14, 15)
    ]
    brush.shape(level, liquid)
    brush.box(-0.11, -0.92, 0.22, 0.26, GLASS, 0.02, 0.7)
    brush.box(-0.15, -0.90, 0.30, 0.06, paler(GLASS, 0.3), 0.03)
    brush.box(-0.09, -1.0, 0.18, 0.13, "#a57a4c", 0.02)
    for x, y, r in ((-0.12, -0.28, 0.04), (0.08, -0.20, 0.05), (0.15, -0.36, 0.03), (-0.02, -0.38, 0.025)):
        brush.oval(x, y, r, r, "#ffffff", 0.5)
    brush.shine([(0.22, -0.56), (0.29, -0.42)], 0.05, 0.7)
    brush.glow(0, -0.3, 0.45, liquid)


@draws("cutlery, fork, spoon, ladle", 0.14)
def fork(brush: Brush) -> None:
    metal = brush.main(STEEL)
    brush.line([(0, -0.56), (0, -0.03)], 0.07, metal)
    if brush.has("spoon", "ladle"):
        brush.oval(0, -0.78, 0.15, 0.22, metal)
        brush.oval(0, -0.78, 0.10, 0.16, darker(metal, 0.18))
        return
    brush.shape([(-0.13, -0.74), (0.13, -0.74), (0.10, -0.58), (0.03, -0.5), (-0.03, -0.5), (-0.10, -0.58)], metal)
    for x in (-0.105, -0.035, 0.035, 0.105):
        brush.line([(x, -0.72), (x, -0.97)], 0.04, metal)


@draws("barrel, keg, cask", 0.42, heads=1.9)
def barrel(brush: Brush) -> None:
    wood = brush.main(WOOD)
    side = [(0.36, -0.98), (0.46, -0.70), (0.48, -0.48), (0.46, -0.28), (0.36, 0.0)]
    brush.shape([(-x, y) for x, y in reversed(side)] + side, wood, soft=False)
    for x in (-0.26, -0.09, 0.09, 0.26):
        brush.line([(x * 0.9, -0.96), (x * 1.12, -0.48), (x * 0.9, -0.02)], 0.016, darker(wood, 0.5), soft=True)
    for y, half in ((-0.84, 0.42), (-0.66, 0.468), (-0.32, 0.468), (-0.14, 0.42)):
        brush.box(-half, y, half * 2, 0.075, "#565b64")
    brush.oval(0, -0.97, 0.36, 0.055, darker(wood, 0.3))
