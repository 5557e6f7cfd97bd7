"""What is worn and treasured: hats, coats, shoes, jewels, money, and toys."""

from __future__ import annotations

import math

from generation.providers.animatic.drawing.canvas import mix

from .brush import BRASS, GLASS, INK, LEATHER, WOOD, Brush, darker, draws, paler


@draws("hat, fedora, bowler, cowboy hat, witch hat, wizard hat", 0.6)
def hat(brush: Brush) -> None:
    felt = brush.main("#4a4038")
    if brush.has("top", "magician"):
        brush.oval(0, -0.10, 0.62, 0.12, felt)
        brush.box(-0.36, -0.96, 0.72, 0.84, felt, 0.04)
        brush.box(-0.36, -0.34, 0.72, 0.16, "#a3222f", flat=True)
        brush.oval(0, -0.95, 0.36, 0.05, paler(felt, 0.15))
        return
    if brush.has("witch", "wizard"):
        brush.oval(0, -0.10, 0.66, 0.13, felt)
        brush.shape([(-0.40, -0.14), (-0.14, -0.62), (0.22, -1.0), (0.12, -0.62), (0.40, -0.14)], felt)
        brush.shape([(-0.40, -0.14), (-0.31, -0.30), (0.33, -0.30), (0.40, -0.14)], BRASS)
        return
    brush.oval(0, -0.16, 0.72, 0.17, felt)
    brush.shape(
        [
            (-0.44, -0.22),
            (-0.40, -0.72),
            (-0.22, -0.92),
            (0.0, -0.80),
            (0.22, -0.92),
            (0.40, -0.72),
            (0.44, -0.22),
            (0.0, -0.12),
        ],
        felt,
        soft=True,
    )
    brush.shape(
        [(-0.44, -0.26), (-0.42, -0.46), (0.0, -0.38), (0.42, -0.46), (0.44, -0.26), (0.0, -0.16)],
        darker(felt, 0.5),
        soft=True,
    )
    brush.shade([(-0.10, -0.86), (0.0, -0.80), (0.10, -0.86), (0.04, -0.60), (-0.04, -0.60)], 0.25, soft=True)


@draws("coat, jacket, cloak, robe, uniform, costume, cape, suit", 0.4)
def coat(brush: Brush) -> None:
    cloth = brush.main("#6d5a44")
    brush.line([(0, -0.92), (0.0, -0.98), (0.06, -1.0)], 0.02, "#b6c0c8", soft=True)
    for side in (-1, 1):
        brush.shape(
            [
                (side * 0.24, -0.86),
                (side * 0.36, -0.76),
                (side * 0.42, -0.30),
                (side * 0.30, -0.28),
                (side * 0.22, -0.62),
            ],
            darker(cloth, 0.16),
            soft=True,
        )
    brush.shape(
        [
            (-0.10, -0.92),
            (-0.30, -0.84),
            (-0.26, -0.46),
            (-0.36, -0.02),
            (0.36, -0.02),
            (0.26, -0.46),
            (0.30, -0.84),
            (0.10, -0.92),
        ],
        cloth,
    )
    brush.line([(0.0, -0.70), (0.02, -0.04)], 0.016, darker(cloth, 0.5))
    for side in (-1, 1):
        brush.shape([(side * 0.10, -0.93), (side * 0.22, -0.80), (side * 0.01, -0.60)], paler(cloth, 0.16))
        brush.line([(side * 0.14, -0.32), (side * 0.24, -0.30)], 0.025, darker(cloth, 0.4))
    for y in (-0.54, -0.42, -0.30):
        brush.oval(0.06, y, 0.022, 0.022, darker(cloth, 0.6), flat=True)
    brush.box(-0.28, -0.50, 0.56, 0.06, darker(cloth, 0.35), flat=True)


@draws("scarf, shawl", 0.46)
def scarf(brush: Brush) -> None:
    wool = brush.main("#b5443c")
    brush.shape([(0.02, -0.80), (0.34, -0.66), (0.40, -0.10), (0.12, -0.06)], darker(wool, 0.12))
    brush.shape(
        [(-0.46, -0.72), (-0.20, -0.98), (0.30, -0.98), (0.46, -0.72), (0.20, -0.50), (-0.24, -0.50)], wool, soft=True
    )
    brush.shade([(-0.24, -0.78), (0.0, -0.86), (0.24, -0.78), (0.0, -0.70)], 0.4, soft=True)
    brush.shape([(-0.20, -0.60), (0.10, -0.60), (0.02, -0.06), (-0.30, -0.06)], wool)
    for y in (-0.42, -0.24):
        brush.line([(-0.22, y), (0.06, y)], 0.05, paler(wool, 0.55))
    for step in range(6):
        brush.line([(-0.28 + step * 0.055, -0.06), (-0.29 + step * 0.055, 0.0)], 0.02, wool)


@draws("glove, mitten, gauntlet", 0.28)
def glove(brush: Brush) -> None:
    hide = brush.main(LEATHER)
    brush.line([(0.20, -0.34), (0.34, -0.58)], 0.14, hide)
    for x, top in ((-0.18, -0.80), (-0.06, -0.92), (0.06, -0.90), (0.17, -0.78)):
        brush.line([(x, -0.46), (x, top)], 0.115, hide)
    brush.box(-0.24, -0.60, 0.47, 0.40, hide, 0.10)
    brush.box(-0.23, -0.20, 0.45, 0.20, darker(hide, 0.3), 0.03)


@draws("shoe, boot, slipper, heel, sandal", 0.62)
def shoe(brush: Brush) -> None:
    hide = brush.main("#6e4128")
    if brush.has("heel", "slipper"):
        brush.shape(
            [
                (-0.60, -0.62),
                (-0.40, -0.66),
                (-0.10, -0.34),
                (0.40, -0.26),
                (0.66, -0.08),
                (0.60, 0.0),
                (0.20, -0.02),
                (-0.40, -0.36),
            ],
            brush.main("#b0203c" if brush.has("heel") else GLASS),
            soft=True,
        )
        brush.shape(
            [(-0.58, -0.56), (-0.42, -0.40), (-0.46, 0.0), (-0.54, 0.0)],
            brush.main("#8a1830" if brush.has("heel") else GLASS),
        )
        return
    brush.shape(
        [(-0.52, -0.94), (-0.06, -0.94), (-0.02, -0.44), (0.40, -0.34), (0.64, -0.14), (0.62, -0.06), (-0.52, -0.06)],
        hide,
        soft=False,
    )
    brush.box(-0.56, -0.09, 1.24, 0.09, darker(hide, 0.6), 0.03)
    brush.box(-0.54, -0.98, 0.50, 0.10, darker(hide, 0.3), 0.03)
    for step in range(4):
        y = -0.80 + step * 0.115
        brush.line([(-0.16, y), (0.0 + step * 0.03, y + 0.04)], 0.03, "#e5d8b8")


@draws("umbrella, parasol", 0.5)
def umbrella(brush: Brush) -> None:
    cloth = brush.main("#b5362f")
    brush.line([(0, -0.92), (0, -0.12), (0.04, -0.03), (0.12, -0.03), (0.14, -0.12)], 0.04, WOOD, soft=True)
    brush.shape(
        [
            (-0.60, -0.52),
            (-0.52, -0.76),
            (-0.28, -0.92),
            (0, -0.97),
            (0.28, -0.92),
            (0.52, -0.76),
            (0.60, -0.52),
            (0.40, -0.59),
            (0.20, -0.52),
            (0.0, -0.59),
            (-0.20, -0.52),
            (-0.40, -0.59),
        ],
        cloth,
    )
    brush.shade([(-0.60, -0.52), (-0.50, -0.78), (-0.05, -0.96), (-0.28, -0.76), (-0.20, -0.52), (-0.40, -0.59)], 0.22)
    brush.line([(0.0, -0.95), (0.16, -0.78), (0.20, -0.53)], 0.012, darker(cloth, 0.5), soft=True)
    brush.line([(0, -0.95), (0, -1.0)], 0.03, WOOD)


@draws("ring, engagement ring, wedding ring", 0.34)
def ring(brush: Brush) -> None:
    metal = brush.accent if brush.accent and not brush.has("ruby", "sapphire", "emerald", "diamond") else BRASS
    gem = (
        brush.accent if brush.has("ruby", "sapphire", "emerald", "red", "blue", "green") and brush.accent else "#bfe6f2"
    )
    brush.ring(0, -0.36, 0.31, 0.085, metal)
    brush.shine([(-0.20, -0.57), (-0.28, -0.46)], 0.025, 0.6)
    brush.shape([(-0.13, -0.70), (0.13, -0.70), (0.06, -0.60), (-0.06, -0.60)], metal)
    _gem(brush, (0.0, -0.82), 0.20, gem)
    brush.glow(0.08, -0.88, 0.3, "#ffffff")


@draws("necklace, amulet, pendant, locket, bracelet, chain necklace", 0.36)
def necklace(brush: Brush) -> None:
    metal = BRASS if not brush.has("silver") else "#b9c2ca"
    for step in range(23):
        angle = math.pi * (1.02 - step / 22 * 1.04)
        brush.ball(
            0.36 * math.cos(angle), -0.92 + 0.58 * math.sin(angle), 0.032, "#f2ece2" if brush.has("pearl") else metal
        )
    if brush.has("locket", "medal"):
        brush.ball(0, -0.18, 0.17, metal)
        brush.ring(0, -0.18, 0.11, 0.02, darker(metal))
    else:
        brush.ball(0, -0.20, 0.185, metal)
        _gem(brush, (0.0, -0.19), 0.14, brush.accent if brush.accent not in ("", "#d9ac45", "#b9c2ca") else "#2f57b8")


@draws("jewel, gem, diamond, ruby, emerald, sapphire, crystal, gemstone", 0.4)
def jewel(brush: Brush) -> None:
    gem = brush.main("#6fc8e6")
    brush.shape([(-0.28, -0.94), (0.28, -0.94), (0.50, -0.66), (0.0, -0.02), (-0.50, -0.66)], gem)
    brush.shape([(-0.28, -0.94), (0.28, -0.94), (0.18, -0.66), (-0.18, -0.66)], paler(gem, 0.5), flat=True)
    brush.shape([(-0.18, -0.66), (0.18, -0.66), (0.0, -0.02)], paler(gem, 0.22), flat=True)
    brush.shape([(-0.50, -0.66), (-0.18, -0.66), (0.0, -0.02)], darker(gem, 0.18), flat=True)
    brush.shape([(0.28, -0.94), (0.50, -0.66), (0.18, -0.66)], paler(gem, 0.32), flat=True)
    brush.glow(0.10, -0.74, 0.55, paler(gem, 0.6))


def _gem(brush: Brush, centre: tuple[float, float], radius: float, colour: str) -> None:
    x, y = centre
    points = [
        (x + radius * math.cos(math.tau * k / 8 + 0.39), y + radius * math.sin(math.tau * k / 8 + 0.39))
        for k in range(8)
    ]
    brush.shape(points, colour)
    inner = [(x + (px - x) * 0.52, y + (py - y) * 0.52) for px, py in points]
    brush.shape(inner, paler(colour, 0.5), flat=True)
    brush.shape([points[5], points[6], inner[6], inner[5]], paler(colour, 0.7), flat=True)


@draws("coin, money, cash, gold, dollar, penny, treasure coin, medal coin, bill, ransom", 0.5)
def coin(brush: Brush) -> None:
    metal = brush.main("#e0b347")
    if brush.has("cash", "dollar", "bill", "ransom", "money") and not brush.accent:
        for row in range(3):
            y = -0.26 - row * 0.20
            brush.box(-0.58 + 0.03 * row, y, 1.12, 0.24, "#7fa06d", 0.02)
            brush.box(-0.10 + 0.03 * row, y, 0.20, 0.24, "#efe6cc", flat=True)
        with brush.turned(-10, 0, -0.8):
            brush.box(-0.50, -1.0, 1.04, 0.44, "#93b581", 0.02)
            brush.oval(0.02, -0.78, 0.14, 0.16, "#6f9160")
            brush.box(-0.45, -0.95, 0.94, 0.34, "#5b7a4e", 0.02, 0.25)
        return
    for x, count in ((-0.34, 3), (0.36, 4), (0.0, 6)):
        for row in range(count):
            brush.oval(x, -0.10 - row * 0.095, 0.26, 0.085, darker(metal, 0.35))
            brush.oval(x, -0.13 - row * 0.095, 0.26, 0.085, metal)
    brush.ball(0.14, -0.78, 0.22, metal)
    brush.ring(0.14, -0.78, 0.16, 0.02, darker(metal))
    brush.line([(0.14, -0.87), (0.14, -0.69)], 0.045, darker(metal))


@draws("crown, tiara, diadem", 0.5)
def crown(brush: Brush) -> None:
    metal = brush.main("#e2b440")
    brush.shape(
        [(-0.50, -0.12), (-0.58, -0.84), (-0.26, -0.46), (0.0, -0.98), (0.26, -0.46), (0.58, -0.84), (0.50, -0.12)],
        metal,
    )
    brush.box(-0.51, -0.22, 1.02, 0.22, darker(metal, 0.10), 0.05)
    for x, y, gem in ((-0.58, -0.86, "#c2333f"), (0.0, -0.97, "#3a6fb5"), (0.58, -0.86, "#c2333f")):
        brush.ball(x, y, 0.065, gem)
    for x, gem in ((-0.32, "#3a6fb5"), (0.0, "#c2333f"), (0.32, "#2f9a6a")):
        brush.ball(x, -0.11, 0.065, gem)
    brush.shine([(-0.40, -0.62), (-0.36, -0.32)], 0.03, 0.4)


@draws("eyeglasses, spectacles, sunglasses, goggles, reading glasses, monocle", 0.66)
def eyeglasses(brush: Brush) -> None:
    brush.canvas.translate(0, 0.17)
    frame = brush.main("#3a2e2a")
    lens = "#2f3038" if brush.has("sunglasses") else GLASS
    for x in (-0.38, 0.38):
        brush.oval(x, -0.44, 0.28, 0.26, lens, 0.75 if brush.has("sunglasses") else 0.45)
        brush.ring(x, -0.44, 0.28, 0.055, frame, 0.93)
        brush.shine([(x - 0.10, -0.56), (x - 0.02, -0.62)], 0.04, 0.7)
    brush.line([(-0.11, -0.48), (0.0, -0.56), (0.11, -0.48)], 0.05, frame, soft=True)
    for side in (-1, 1):
        brush.line([(side * 0.66, -0.48), (side * 0.74, -0.72), (side * 0.66, -0.82)], 0.04, frame, soft=True)


@draws("ball, beach ball", 0.42)
def ball(brush: Brush) -> None:
    colour = brush.main("#d9622e" if brush.has("basketball") else "#d8433a")
    brush.ball(0, -0.46, 0.46, colour)
    brush.shape(
        [(-0.16, -0.86), (0.16, -0.86), (0.26, -0.46), (0.16, -0.06), (-0.16, -0.06), (-0.26, -0.46)],
        "#f4efe2",
        0.92,
        soft=True,
    )
    brush.shape(
        [(-0.05, -0.88), (0.05, -0.88), (0.09, -0.46), (0.05, -0.05), (-0.05, -0.05), (-0.09, -0.46)],
        mix(colour, "#3a6fb5", 0.9),
        soft=True,
    )
    brush.shine([(0.20, -0.76), (0.31, -0.62)], 0.06, 0.55)


@draws("teddy, teddy bear, toy, stuffed animal, plush, stuffed bear", 0.42)
def teddy(brush: Brush) -> None:
    fur = brush.main("#b07a45")
    for side in (-1, 1):
        brush.ball(side * 0.24, -0.90, 0.105, fur)
        brush.oval(side * 0.24, -0.89, 0.055, 0.055, paler(fur, 0.4), flat=True)
        brush.oval(side * 0.36, -0.42, 0.12, 0.17, darker(fur, 0.10))
        brush.oval(side * 0.26, -0.10, 0.18, 0.12, fur)
        brush.oval(side * 0.29, -0.09, 0.09, 0.07, paler(fur, 0.4), flat=True)
    brush.oval(0, -0.32, 0.32, 0.32, fur)
    brush.oval(0, -0.28, 0.20, 0.21, paler(fur, 0.35), flat=True)
    brush.ball(0, -0.72, 0.29, fur)
    brush.oval(0, -0.64, 0.14, 0.11, paler(fur, 0.5), flat=True)
    for x in (-0.12, 0.12):
        brush.oval(x, -0.77, 0.035, 0.04, INK, flat=True)
    brush.oval(0, -0.69, 0.05, 0.035, INK, flat=True)
    brush.line([(-0.06, -0.60), (0, -0.57), (0.06, -0.60)], 0.018, INK, soft=True)
    for side in (-1, 1):
        brush.shape([(0, -0.46), (side * 0.15, -0.53), (side * 0.15, -0.39)], "#c43b34")


@draws("doll, gnome, garden gnome, toy soldier, tin soldier, nutcracker, puppet, marionette, action figure", 0.3)
def doll(brush: Brush) -> None:
    if brush.has("statue", "figurine", "trophy"):
        metal = brush.main("#d9ac45")
        brush.box(-0.26, -0.16, 0.52, 0.16, "#3a3338", 0.02)
        brush.shape([(-0.08, -0.16), (-0.16, -0.62), (0.16, -0.62), (0.08, -0.16)], metal)
        brush.line([(-0.14, -0.60), (-0.30, -0.92)], 0.07, metal)
        brush.line([(0.14, -0.60), (0.30, -0.92)], 0.07, metal)
        brush.ball(0, -0.76, 0.13, metal)
        return
    cloth = brush.main("#c65a7a")
    for side in (-1, 1):
        brush.line([(side * 0.10, -0.20), (side * 0.12, -0.04)], 0.09, "#f0d2b8")
        brush.line([(side * 0.14, -0.52), (side * 0.32, -0.34)], 0.09, "#f0d2b8")
    brush.shape([(-0.13, -0.58), (0.13, -0.58), (0.33, -0.16), (-0.33, -0.16)], cloth)
    brush.oval(0, -0.78, 0.25, 0.22, "#8a4a2a")
    brush.oval(0, -0.75, 0.18, 0.19, "#f0d2b8")
    for x in (-0.07, 0.07):
        brush.oval(x, -0.76, 0.022, 0.028, INK, flat=True)
    brush.line([(-0.05, -0.66), (0, -0.64), (0.05, -0.66)], 0.02, "#b5362f", soft=True)


@draws("card, playing card, tarot, game, domino", 0.48)
def card(brush: Brush) -> None:
    if brush.has("chess", "chessboard"):
        piece = brush.main("#efe6d2")
        brush.oval(0, -0.06, 0.30, 0.07, darker(piece, 0.2))
        brush.shape([(-0.24, -0.08), (-0.12, -0.50), (0.12, -0.50), (0.24, -0.08)], piece)
        brush.oval(0, -0.54, 0.20, 0.05, piece)
        brush.shape([(-0.16, -0.56), (-0.22, -0.84), (0.22, -0.84), (0.16, -0.56)], piece)
        brush.line([(0, -0.84), (0, -1.0)], 0.05, piece)
        brush.line([(-0.07, -0.94), (0.07, -0.94)], 0.05, piece)
        return
    for angle, x in ((-20, -0.16), (0, 0.0), (20, 0.16)):
        with brush.turned(angle, x, 0.0):
            brush.box(x - 0.28, -0.90, 0.56, 0.84, "#f7f2e6", 0.05)
            brush.box(x - 0.28, -0.90, 0.56, 0.84, INK, 0.05, 0.06)
            colour = brush.main("#c2333f") if angle >= 0 else "#2c2a33"
            brush.shape([(x, -0.66), (x + 0.12, -0.48), (x, -0.30), (x - 0.12, -0.48)], colour, flat=True)
            brush.shape([(x - 0.20, -0.84), (x - 0.15, -0.77), (x - 0.20, -0.70), (x - 0.25, -0.77)], colour, flat=True)
