"""What people do and sail and dig with: rods, hammocks, parachutes, buoys, looms, and what old tombs hold."""

from __future__ import annotations

import math

from .brush import BRASS, DARK_WOOD, IRON, WOOD, Brush, darker, draws, paler


@draws("fishing rod, fishing pole, rod, angling rod", 0.8)
def fishing_rod(brush: Brush) -> None:
    brush.line([(-0.70, -0.02), (0.10, -0.60), (0.66, -1.0)], 0.035, brush.main("#8a5f38"), soft=True)
    brush.line([(-0.72, 0.0), (-0.46, -0.20)], 0.08, "#c9a878")
    brush.ball(-0.40, -0.16, 0.09, "#3a3c46")
    brush.line([(0.66, -1.0), (0.74, -0.50), (0.72, -0.20)], 0.008, "#e6e9ea", soft=True)
    brush.ball(0.72, -0.18, 0.05, "#d8342c")


@draws("lifebuoy, life buoy, life ring, life preserver, lifebelt", 0.5)
def lifebuoy(brush: Brush) -> None:
    brush.ring(0.0, -0.5, 0.36, 0.22, brush.main("#e6552f"))
    for x, y in ((0, -0.86), (0, -0.14), (-0.36, -0.5), (0.36, -0.5)):
        brush.ball(x, y, 0.12, "#f4f1e8")


@draws("buoy, navigation buoy, sea buoy", 0.4, heads=2.6)
def buoy(brush: Brush) -> None:
    red = brush.main("#d8402f")
    brush.shape([(-0.44, -0.30), (0.44, -0.30), (0.32, 0.0), (-0.32, 0.0)], red)
    brush.shape([(-0.26, -0.32), (-0.10, -0.84), (0.10, -0.84), (0.26, -0.32)], paler(red, 0.1))
    brush.line([(-0.20, -0.48), (0.20, -0.48)], 0.10, "#f4f1e8")
    brush.ball(0.0, -0.92, 0.08, "#ffd97a")
    brush.glow(0.0, -0.92, 0.3)


@draws("lawn mower, lawnmower, mower", 0.7, heads=2.4)
def lawn_mower(brush: Brush) -> None:
    red = brush.main("#c2382f")
    brush.line([(-0.16, -0.34), (-0.70, -1.0), (-0.84, -0.98)], 0.05, IRON)
    brush.shape([(-0.40, -0.16), (-0.30, -0.46), (0.50, -0.46), (0.62, -0.16)], red)
    brush.box(-0.04, -0.62, 0.36, 0.20, "#33343c", 0.05)
    for x in (-0.34, 0.54):
        brush.ball(x, -0.14, 0.15, "#26242b")
        brush.ball(x, -0.14, 0.06, "#d9dde0")


@draws("gold bar, gold bars, ingot, bullion, gold brick", 0.5)
def gold_bar(brush: Brush) -> None:
    gold = brush.main("#e0b23c")
    brush.shape([(-0.60, 0.0), (-0.42, -0.60), (0.50, -0.60), (0.66, 0.0)], gold)
    brush.shape([(-0.42, -0.60), (-0.26, -0.74), (0.60, -0.74), (0.50, -0.60)], paler(gold, 0.45))
    brush.box(-0.20, -0.40, 0.44, 0.16, darker(gold, 0.25), 0.02)
    brush.spark(-0.30, -0.56, 0.08, "#ffffff")


@draws("sceptre, scepter, royal staff", 0.2)
def sceptre(brush: Brush) -> None:
    brush.line([(0.0, 0.0), (0.0, -0.78)], 0.07, BRASS)
    for y in (-0.10, -0.40, -0.70):
        brush.line([(-0.07, y), (0.07, y)], 0.05, paler(BRASS, 0.3))
    brush.ball(0.0, -0.86, 0.12, brush.main("#b0203c"))
    brush.line([(0.0, -0.96), (0.0, -1.0)], 0.05, BRASS)


@draws("cannon, cannons, field gun, howitzer", 0.8, heads=2.2)
def cannon(brush: Brush) -> None:
    iron = brush.main("#33353c")
    brush.shape([(-0.60, -0.44), (-0.60, -0.78), (0.84, -0.98), (0.90, -0.74)], iron)
    brush.line([(0.86, -1.0), (0.92, -0.72)], 0.08, paler(iron, 0.2))
    brush.line([(-0.90, -0.02), (0.10, -0.46)], 0.12, WOOD)
    brush.ring(0.0, -0.32, 0.30, 0.08, WOOD)
    brush.spokes(0.0, -0.32, 0.04, 0.30, 8, 0.04, DARK_WOOD)


@draws("saddle, riding saddle", 0.6)
def saddle(brush: Brush) -> None:
    leather = brush.main("#7b4a2d")
    brush.shape(
        [
            (-0.56, -0.78),
            (-0.34, -0.92),
            (0.0, -0.66),
            (0.36, -0.84),
            (0.50, -1.0),
            (0.60, -0.86),
            (0.46, -0.54),
            (0.20, -0.10),
            (-0.30, -0.10),
            (-0.50, -0.50),
        ],
        leather,
        soft=True,
    )
    brush.line([(0.0, -0.20), (0.02, -0.06)], 0.05, "#3a2a20")
    brush.ring(0.02, -0.06, 0.09, 0.03, "#b9bfc7")
    brush.line([(-0.40, -0.60), (0.0, -0.42), (0.36, -0.58)], 0.03, darker(leather, 0.4), soft=True)


@draws("yo-yo, yoyo", 0.4)
def yoyo(brush: Brush) -> None:
    brush.line([(0.0, -1.0), (0.0, -0.5)], 0.02, "#f1eee6")
    brush.ball(0.0, -0.34, 0.32, brush.main("#d8402f"))
    brush.oval(0.0, -0.34, 0.17, 0.17, "#f0c23c")


@draws("incense, incense stick, joss stick", 0.3)
def incense(brush: Brush) -> None:
    brush.shape([(-0.34, -0.18), (0.34, -0.18), (0.24, 0.0), (-0.24, 0.0)], BRASS)
    for x in (-0.12, 0.0, 0.12):
        brush.line([(x * 0.5, -0.16), (x, -0.62)], 0.02, "#8a5230")
        brush.spark(x, -0.64, 0.03, "#ff8a3c")
    brush.line([(0.0, -0.66), (0.10, -0.80), (-0.04, -0.90), (0.06, -1.0)], 0.04, "#cfd6dc", soft=True)


@draws("prayer beads, rosary, mala, beads, worry beads", 0.4)
def beads(brush: Brush) -> None:
    for step in range(18):
        turn = step * math.tau / 18
        brush.ball(0.30 * math.sin(turn), -0.62 - 0.30 * math.cos(turn), 0.055, brush.main("#7a4a2c"))
    brush.line([(0.0, -0.32), (0.0, -0.10)], 0.04, "#c23b36")


@draws("lotus, lotus flower, water lily, lily pad", 0.6)
def lotus(brush: Brush) -> None:
    pink = brush.main("#e893b4")
    brush.oval(0.0, -0.10, 0.62, 0.10, "#4f8f56")
    for x, top in ((-0.52, -0.50), (0.52, -0.50), (-0.30, -0.76), (0.30, -0.76), (0.0, -0.96)):
        brush.shape(
            [(0.0, -0.12), (x - 0.10, (top - 0.12) / 2 - 0.08), (x, top), (x + 0.10, (top - 0.12) / 2 - 0.08)],
            paler(pink, 0.3) if x else pink,
            soft=True,
        )
    brush.ball(0.0, -0.30, 0.09, "#f0c23c")


@draws("bonsai, bonsai tree", 0.5)
def bonsai(brush: Brush) -> None:
    brush.shape([(-0.42, -0.20), (0.42, -0.20), (0.34, 0.0), (-0.34, 0.0)], "#3f6a8a")
    brush.line([(0.0, -0.20), (-0.16, -0.42), (0.10, -0.58), (0.0, -0.78)], 0.10, "#6a4a30", soft=True)
    for x, y, wide in ((-0.32, -0.56, 0.26), (0.32, -0.66, 0.28), (0.0, -0.86, 0.30)):
        brush.oval(x, y, wide, 0.13, brush.main("#4f8a4a"))
        brush.oval(x - 0.04, y - 0.04, wide * 0.7, 0.07, "#7ab06a")


@draws("firework, fireworks, firecracker", 0.6)
def firework(brush: Brush) -> None:
    for ring, tone in ((0.46, "#ff5a7a"), (0.32, "#ffd27a"), (0.18, "#7fe0ff")):
        for step in range(12):
            turn = step * math.tau / 12 + ring
            x, y = ring * math.cos(turn), -0.56 + ring * 0.9 * math.sin(turn)
            brush.line([(x * 0.6, -0.56 + (y + 0.56) * 0.6), (x, y)], 0.03, tone)
            brush.spark(x, y, 0.03, tone)
    brush.glow(0.0, -0.56, 0.6, "#ffd27a")


@draws("sparkler, sparklers", 0.3)
def sparkler(brush: Brush) -> None:
    brush.line([(0.0, 0.0), (0.0, -0.66)], 0.03, "#8a929a")
    for step in range(14):
        turn = step * math.tau / 14
        brush.line([(0.0, -0.74), (0.24 * math.cos(turn), -0.74 + 0.24 * math.sin(turn))], 0.014, "#fff0b8")
    brush.glow(0.0, -0.74, 0.4, "#ffe2a0")


@draws("canteen, water canteen, flask bottle", 0.4)
def canteen(brush: Brush) -> None:
    body = brush.main("#6d6e3c")
    brush.box(-0.08, -1.0, 0.16, 0.18, "#26242b", 0.04)
    brush.ball(0.0, -0.44, 0.42, body)
    brush.ring(0.0, -0.44, 0.30, 0.03, darker(body, 0.3))
    brush.line([(-0.36, -0.66), (-0.50, -0.96), (0.50, -0.96), (0.36, -0.66)], 0.05, "#5a4030", soft=True)


@draws("snorkel, diving mask, swim mask, goggles and snorkel", 0.5)
def snorkel(brush: Brush) -> None:
    tone = brush.main("#2f8ab0")
    brush.box(-0.50, -0.62, 0.80, 0.46, tone, 0.14)
    brush.box(-0.42, -0.55, 0.64, 0.32, "#bfe6f2", 0.10)
    brush.line([(0.34, -0.16), (0.50, -0.20), (0.50, -1.0)], 0.10, "#e0823c")


@draws("swim fins, flippers, swim fin, diving fins", 0.5)
def fins(brush: Brush) -> None:
    tone = brush.main("#e8b83c")
    for x in (-0.28, 0.28):
        brush.shape([(x - 0.24, -1.0), (x + 0.24, -1.0), (x + 0.10, -0.26), (x - 0.10, -0.26)], tone)
        brush.oval(x, -0.16, 0.12, 0.16, "#26242b")
        for dx in (-0.10, 0.0, 0.10):
            brush.line([(x + dx, -0.94), (x + dx * 0.5, -0.34)], 0.02, darker(tone, 0.3))


@draws("hammock, hanging bed", 0.9, heads=2.4)
def hammock(brush: Brush) -> None:
    for x in (-0.96, 0.96):
        brush.line([(x, 0.0), (x, -1.0)], 0.08, WOOD)
    cloth = brush.main("#d8783c")
    brush.shape(
        [
            (-0.96, -0.86),
            (-0.60, -0.50),
            (0.0, -0.36),
            (0.60, -0.50),
            (0.96, -0.86),
            (0.60, -0.32),
            (0.0, -0.12),
            (-0.60, -0.32),
        ],
        cloth,
        soft=True,
    )
    brush.line([(-0.6, -0.42), (0.0, -0.26), (0.6, -0.42)], 0.05, "#f4f1e8", soft=True)


@draws("beehive, hive, bee hive", 0.5)
def beehive(brush: Brush) -> None:
    straw = brush.main("#dca63c")
    for row, wide in enumerate((0.46, 0.50, 0.46, 0.36, 0.22)):
        brush.box(-wide, -0.20 - row * 0.19, wide * 2, 0.19, straw if row % 2 else darker(straw, 0.12), 0.09)
    brush.oval(0.0, -0.18, 0.12, 0.13, "#3a2a1c")
    for x, y in ((0.56, -0.70), (-0.60, -0.44)):
        brush.oval(x, y, 0.07, 0.05, "#26242b")
        brush.oval(x, y - 0.05, 0.05, 0.03, "#e6f2f6")


@draws("parachute, parachute pack, chute", 0.6, heads=6.0)
def parachute(brush: Brush) -> None:
    cloth = brush.main("#e0553c")
    brush.shape(
        [
            (-0.56, -0.58),
            (-0.40, -0.90),
            (0.0, -1.0),
            (0.40, -0.90),
            (0.56, -0.58),
            (0.28, -0.64),
            (0.0, -0.58),
            (-0.28, -0.64),
        ],
        cloth,
        soft=True,
    )
    brush.shape([(-0.18, -0.62), (-0.10, -0.98), (0.10, -0.98), (0.18, -0.62), (0.0, -0.58)], "#f4f1e8", soft=True)
    for x in (-0.54, -0.28, 0.0, 0.28, 0.54):
        brush.line([(x, -0.60), (0.0, -0.10)], 0.008, "#e6e9ea")
    brush.box(-0.05, -0.14, 0.10, 0.14, "#5a4030", 0.02)


@draws("glider, hang glider, sailplane", 0.9, heads=3.0)
def glider(brush: Brush) -> None:
    brush.shape([(-0.98, -0.62), (0.0, -1.0), (0.98, -0.62), (0.0, -0.74)], brush.main("#e0823c"))
    brush.line([(0.0, -0.92), (-0.26, -0.18), (0.26, -0.18), (0.0, -0.92)], 0.03, IRON)


@draws("periscope, sub periscope", 0.3, heads=4.0)
def periscope(brush: Brush) -> None:
    brush.line([(0.0, 0.0), (0.0, -0.90)], 0.14, brush.main("#6a7a72"))
    brush.box(-0.10, -1.0, 0.36, 0.18, "#5a6a62", 0.04)
    brush.oval(0.26, -0.91, 0.04, 0.07, "#a9dcec")
    brush.box(-0.14, -0.40, 0.30, 0.18, "#33353c", 0.03)
    for x in (-0.30, 0.30):
        brush.line([(0.0, -0.30), (x, -0.30)], 0.05, IRON)


@draws("abacus, counting frame", 0.6)
def abacus(brush: Brush) -> None:
    wood = brush.main(WOOD)
    brush.box(-0.60, -1.0, 1.20, 1.0, wood, 0.04)
    brush.box(-0.52, -0.92, 1.04, 0.84, "#efe3c8", 0.02)
    for row in range(5):
        y = -0.82 + row * 0.16
        brush.line([(-0.52, y), (0.52, y)], 0.02, IRON)
        for step in range(6):
            x = -0.44 + step * 0.13 + (0.18 if step > row else 0.0)
            brush.ball(x, y, 0.06, ("#c23b36", "#3f6ea8", "#e3b53f")[(row + step) % 3])


@draws("loom, weaving loom, weaver's loom", 0.7, heads=3.4)
def loom(brush: Brush) -> None:
    wood = brush.main(WOOD)
    for x in (-0.60, 0.60):
        brush.line([(x, 0.0), (x, -1.0)], 0.08, wood)
    for y in (-0.96, -0.30):
        brush.line([(-0.64, y), (0.64, y)], 0.08, wood)
    for step in range(15):
        brush.line([(-0.52 + step * 0.074, -0.94), (-0.52 + step * 0.074, -0.30)], 0.012, "#efe3c8")
    for row, tone in enumerate(("#a83a3a", "#e3b53f", "#2f6a80", "#a83a3a")):
        brush.line([(-0.54, -0.36 - row * 0.08), (0.54, -0.36 - row * 0.08)], 0.07, tone)


@draws("sarcophagus, coffin of a pharaoh, mummy, mummy case", 0.3, heads=5.0)
def sarcophagus(brush: Brush) -> None:
    gold = brush.main("#e0b23c")
    brush.shape(
        [
            (-0.10, -1.0),
            (0.10, -1.0),
            (0.22, -0.86),
            (0.26, -0.66),
            (0.16, 0.0),
            (-0.16, 0.0),
            (-0.26, -0.66),
            (-0.22, -0.86),
        ],
        gold,
        soft=True,
    )
    brush.oval(0.0, -0.86, 0.09, 0.11, "#d8a878")
    for row in range(5):
        half = 0.20 - row * 0.02
        brush.line([(-half, -0.58 + row * 0.11), (half, -0.58 + row * 0.11)], 0.04, "#2f55a4")
    brush.line([(-0.16, -0.70), (0.16, -0.64)], 0.03, "#c23b36")
    brush.line([(0.16, -0.70), (-0.16, -0.64)], 0.03, "#c23b36")


@draws("pyramid, pyramids, ziggurat", 1.0, heads=7.0)
def pyramid(brush: Brush) -> None:
    sand = brush.main("#d8b070")
    brush.shape([(-1.0, 0.0), (0.0, -1.0), (0.20, 0.0)], paler(sand, 0.15))
    brush.shape([(0.20, 0.0), (0.0, -1.0), (1.0, 0.0)], darker(sand, 0.25))
    for row in range(1, 7):
        y = -row * 0.145
        brush.line([(-1.0 - y, y), (1.0 + y, y)], 0.008, darker(sand, 0.3))


@draws("telegraph, telegraph key, morse key, morse", 0.5)
def telegraph(brush: Brush) -> None:
    brush.box(-0.60, -0.18, 1.20, 0.18, DARK_WOOD, 0.03)
    brush.line([(-0.46, -0.40), (0.42, -0.46)], 0.08, BRASS)
    brush.line([(-0.10, -0.18), (-0.10, -0.44)], 0.10, BRASS)
    brush.ball(0.46, -0.54, 0.14, "#26242b")
    for x in (-0.40, 0.16):
        brush.ball(x, -0.24, 0.08, paler(BRASS, 0.2))


@draws("barber pole, barber's pole", 0.2, heads=3.6)
def barber_pole(brush: Brush) -> None:
    brush.box(-0.14, -0.86, 0.28, 0.72, "#f4f1e8", 0.04)
    for row in range(5):
        y = -0.80 + row * 0.14
        brush.shape(
            [(-0.14, y + 0.08), (0.14, y), (0.14, y + 0.05), (-0.14, y + 0.13)], "#d8342c" if row % 2 else "#2f55a4"
        )
    for y in (-0.96, -0.14):
        brush.box(-0.18, y, 0.36, 0.12, "#b9bfc7", 0.04)
    brush.ball(0.0, -0.97, 0.08, "#f4f1e8")


@draws("confetti, streamers, paper streamers", 0.6)
def confetti(brush: Brush) -> None:
    tones = ("#e2574a", "#f0b53c", "#3fa0a8", "#7a5ab0", "#6ab06a")
    for step in range(34):
        x, y = ((step * 37) % 100) / 100 * 1.2 - 0.6, -((step * 53) % 100) / 100
        brush.box(x, y, 0.07, 0.05, tones[step % 5], 0.01, flat=True)


@draws("pinata, piñata", 0.5)
def pinata(brush: Brush) -> None:
    brush.line([(0.0, -1.0), (0.0, -0.80)], 0.02, "#8a5f38")
    for row, tone in enumerate(("#e2574a", "#f0b53c", "#3fa0a8", "#e38aa8")):
        brush.box(-0.46, -0.66 + row * 0.09, 0.80, 0.10, tone, 0.02)
    brush.box(0.22, -0.90, 0.22, 0.34, "#f0b53c", 0.05)
    for x in (-0.38, -0.18, 0.06, 0.24):
        brush.box(x, -0.32, 0.12, 0.32, "#3fa0a8", 0.02)
    brush.spark(0.38, -0.80, 0.03, "#26242b")


@draws("yoga mat, exercise mat, sleeping mat", 0.6)
def yoga_mat(brush: Brush) -> None:
    tone = brush.main("#8a5ab0")
    brush.box(-0.20, -0.10, 0.90, 0.10, tone, 0.03)
    brush.ball(-0.30, -0.30, 0.30, darker(tone, 0.1))
    brush.ring(-0.30, -0.30, 0.18, 0.03, paler(tone, 0.4))
    brush.ring(-0.30, -0.30, 0.08, 0.03, paler(tone, 0.4))
