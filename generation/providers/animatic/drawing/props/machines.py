"""Machines and furnishings of offices, homes and hospitals: printers, cash machines, cribs, showers, drips."""

from __future__ import annotations

import math

from .brush import IRON, WOOD, Brush, darker, draws, paler

_STEEL = "#b4bcc4"


@draws("printer, laser printer, inkjet, label printer, 3d printer", 0.5)
def printer(brush: Brush) -> None:
    case = brush.main("#d5d9dc")
    brush.shape([(-0.30, -0.72), (-0.24, -1.0), (0.24, -1.0), (0.30, -0.72)], "#f6f3ea")
    brush.box(-0.54, -0.74, 1.08, 0.56, case, 0.08)
    brush.box(-0.54, -0.34, 1.08, 0.30, darker(case, 0.2), 0.06)
    brush.shape([(-0.34, -0.22), (0.34, -0.22), (0.42, 0.0), (-0.42, 0.0)], "#f6f3ea")
    for row in range(3):
        brush.line([(-0.24, -0.16 + row * 0.05), (0.20, -0.16 + row * 0.05)], 0.015, "#6a7078")
    brush.lit(0.18, -0.66, 0.26, 0.12, "#7fd0e8", 0.02)
    brush.spark(-0.42, -0.60, 0.03, "#5fc48d")


@draws("photocopier, copier, copy machine, xerox, xerox machine, fax machine, scanner", 0.5, heads=3.2)
def photocopier(brush: Brush) -> None:
    case = brush.main("#c9ced2")
    brush.box(-0.46, -0.66, 0.92, 0.66, case, 0.04)
    for y in (-0.50, -0.32, -0.14):
        brush.box(-0.40, y, 0.80, 0.13, darker(case, 0.12), 0.02)
        brush.line([(-0.10, y + 0.06), (0.10, y + 0.06)], 0.03, darker(case, 0.5))
    brush.box(-0.52, -0.78, 1.04, 0.14, paler(case, 0.3), 0.03)
    brush.shape([(-0.50, -0.80), (0.34, -0.80), (0.28, -1.0), (-0.46, -1.0)], darker(case, 0.3))
    brush.lit(0.36, -0.92, 0.18, 0.12, "#7fd0e8", 0.02)
    brush.box(-0.72, -0.60, 0.28, 0.05, "#f6f3ea")
    brush.glow(-0.05, -0.80, 0.3, "#c8f6d8")


@draws("atm, cash machine, cashpoint, cash dispenser, ticket machine, kiosk terminal", 0.4, heads=4.6)
def cash_machine(brush: Brush) -> None:
    case = brush.main("#3f6a9a")
    brush.box(-0.34, -1.0, 0.68, 1.0, case, 0.05)
    brush.box(-0.34, -1.0, 0.68, 0.16, darker(case, 0.3), 0.04)
    brush.lit(-0.24, -0.78, 0.48, 0.26, "#a9dcec", 0.02)
    for index in range(12):
        brush.box(-0.18 + index % 3 * 0.10, -0.44 + index // 3 * 0.06, 0.07, 0.04, "#e6e9ea")
    brush.box(0.16, -0.44, 0.12, 0.03, "#23242b")
    brush.box(-0.22, -0.16, 0.44, 0.04, "#23242b")
    brush.box(-0.16, -0.14, 0.32, 0.07, "#8fbf8a")


@draws("dna model, dna, double helix, helix, dna strand", 0.3)
def dna(brush: Brush) -> None:
    for step in range(15):
        y, turn = -0.04 - step * 0.066, step * 0.62
        x = 0.22 * math.cos(turn)
        brush.line([(x, y), (-x, y)], 0.022, "#e6e9ea")
        brush.ball(x, y, 0.05, "#e0655a")
        brush.ball(-x, y, 0.05, "#4f86c5")


@draws("crib, cot, baby bed, baby crib", 0.6, heads=2.2)
def crib(brush: Brush) -> None:
    wood = brush.main("#e4cfa8")
    brush.box(-0.56, -0.42, 1.12, 0.16, "#a9d0e0", 0.05)
    for step in range(10):
        x = -0.58 + step * 0.129
        brush.line([(x, -0.92), (x, -0.22)], 0.035, wood)
    for y in (-0.92, -0.22):
        brush.line([(-0.62, y), (0.62, y)], 0.06, wood)
    for x in (-0.62, 0.62):
        brush.line([(x, -1.0), (x, 0.0)], 0.08, darker(wood, 0.12))


@draws("dresser, chest of drawers, vanity, commode, bureau", 0.6, heads=3.0)
def dresser(brush: Brush) -> None:
    wood = brush.main(WOOD)
    brush.box(-0.56, -0.92, 1.12, 0.86, wood, 0.02)
    brush.box(-0.60, -1.0, 1.20, 0.10, paler(wood, 0.15), 0.02)
    for row in range(3):
        brush.box(-0.50, -0.84 + row * 0.26, 1.0, 0.22, darker(wood, 0.14), 0.02)
        for x in (-0.26, 0.26):
            brush.ball(x, -0.73 + row * 0.26, 0.04, "#d9b04c")
    for x in (-0.48, 0.48):
        brush.line([(x, -0.06), (x, 0.0)], 0.08, darker(wood, 0.3))


@draws("curtain, curtains, drapes, blind, blinds", 0.6, heads=5.5)
def curtain(brush: Brush) -> None:
    cloth = brush.main("#9a3a46")
    brush.line([(-0.60, -0.98), (0.60, -0.98)], 0.04, "#d9b04c")
    for step in range(8):
        x = -0.52 + step * 0.15
        brush.shape(
            [(x - 0.08, -0.96), (x + 0.08, -0.96), (x + 0.09, 0.0), (x - 0.09, 0.0)],
            cloth if step % 2 else darker(cloth, 0.18),
        )


@draws("tripod, camera tripod, surveyor's level", 0.44, heads=4.4)
def tripod(brush: Brush) -> None:
    for x in (-0.36, 0.0, 0.36):
        brush.line([(0.0, -0.66), (x, 0.0)], 0.05, IRON)
    brush.line([(0.0, -0.74), (0.0, -0.60)], 0.10, IRON)
    brush.box(-0.22, -1.0, 0.44, 0.26, "#2b2d35", 0.04)
    brush.ball(0.0, -0.87, 0.10, "#5a7a9a")
    brush.spark(0.03, -0.90, 0.03, "#ffffff")


@draws("film reel, movie reel, reel, tape reel", 0.5)
def film_reel(brush: Brush) -> None:
    brush.ring(0.0, -0.5, 0.48, 0.06, _STEEL)
    brush.oval(0.0, -0.5, 0.45, 0.45, "#3a3c46")
    for x, y in ((0, -0.74), (0.23, -0.57), (0.14, -0.30), (-0.14, -0.30), (-0.23, -0.57)):
        brush.oval(x, y, 0.11, 0.11, "#cfd6dc")
    brush.ball(0.0, -0.5, 0.06, _STEEL)
    brush.line([(0.40, -0.24), (0.64, -0.06), (0.90, -0.02)], 0.10, "#2a2420", soft=True)


@draws("calculator, adding machine", 0.36)
def calculator(brush: Brush) -> None:
    case = brush.main("#4a4f5a")
    brush.box(-0.34, -1.0, 0.68, 1.0, case, 0.07)
    brush.lit(-0.26, -0.92, 0.52, 0.20, "#b8d8b0", 0.02)
    for index in range(16):
        tone = "#e0823c" if index % 4 == 3 else "#e6e9ea"
        brush.box(-0.27 + index % 4 * 0.14, -0.64 + index // 4 * 0.15, 0.11, 0.11, tone, 0.02)


@draws("stapler, hole punch", 0.5)
def stapler(brush: Brush) -> None:
    case = brush.main("#c23b36")
    brush.box(-0.60, -0.14, 1.20, 0.14, darker(case, 0.4), 0.04)
    brush.shape([(-0.60, -0.30), (-0.56, -0.62), (0.40, -0.54), (0.62, -0.34), (0.60, -0.22), (-0.50, -0.24)], case)
    brush.line([(-0.44, -0.26), (0.52, -0.22)], 0.06, _STEEL)


@draws("glue, glue bottle, glue stick, paste", 0.28)
def glue(brush: Brush) -> None:
    brush.box(-0.22, -0.68, 0.44, 0.68, "#f4f1e8", 0.08)
    brush.shape([(-0.14, -0.68), (0.14, -0.68), (0.05, -1.0), (-0.05, -1.0)], brush.main("#e0823c"))
    brush.box(-0.22, -0.48, 0.44, 0.24, "#4f86c5")


@draws("blender, food processor, mixer, juicer", 0.34)
def blender(brush: Brush) -> None:
    base = brush.main("#c23b36")
    brush.shape([(-0.24, -0.88), (0.24, -0.88), (0.18, -0.34), (-0.18, -0.34)], "#cfe6ee", 0.75)
    brush.shape([(-0.21, -0.64), (0.21, -0.64), (0.18, -0.36), (-0.18, -0.36)], "#e0657a", 0.85)
    brush.box(-0.20, -1.0, 0.40, 0.12, "#2b2d35", 0.03)
    brush.shape([(-0.20, -0.34), (0.20, -0.34), (0.28, 0.0), (-0.28, 0.0)], base)
    brush.ball(0.0, -0.14, 0.07, _STEEL)


@draws("sink, washbasin, basin, washstand", 0.5, heads=2.8)
def sink(brush: Brush) -> None:
    brush.box(-0.10, -0.70, 0.20, 0.70, "#dfe4e6", 0.04)
    brush.shape([(-0.54, -0.86), (0.54, -0.86), (0.36, -0.60), (-0.36, -0.60)], "#f2f5f6", soft=False)
    brush.line([(0.0, -0.86), (0.0, -1.0), (0.18, -0.98), (0.20, -0.90)], 0.06, _STEEL)
    for x in (-0.26, 0.36):
        brush.ball(x, -0.90, 0.06, _STEEL)


@draws("shower, shower head, shower cabin", 0.4, heads=6.0)
def shower(brush: Brush) -> None:
    brush.line([(-0.30, 0.0), (-0.30, -0.94), (-0.02, -0.98), (0.06, -0.90)], 0.03, _STEEL)
    brush.shape([(-0.06, -0.90), (0.18, -0.90), (0.22, -0.86), (-0.10, -0.86)], _STEEL)
    for step in range(6):
        brush.line([(-0.06 + step * 0.05, -0.84), (-0.10 + step * 0.07, -0.08)], 0.010, "#9fd0e8")
    brush.box(-0.34, -0.03, 0.68, 0.03, "#f2f5f6")


@draws("iv drip, drip, iv stand, iv bag, infusion", 0.3, heads=5.2)
def iv_drip(brush: Brush) -> None:
    brush.line([(0.0, 0.0), (0.0, -0.98)], 0.025, _STEEL)
    brush.line([(-0.20, 0.0), (0.20, 0.0)], 0.03, IRON)
    brush.line([(-0.14, -0.98), (0.14, -0.98)], 0.02, _STEEL)
    brush.box(0.06, -0.96, 0.16, 0.24, "#d6ecf4", 0.05)
    brush.box(0.07, -0.86, 0.14, 0.13, "#a9d4ec", 0.04)
    brush.line([(0.14, -0.72), (0.16, -0.50), (0.28, -0.30)], 0.012, "#cfe6ee", soft=True)


@draws("x-ray, xray, x ray, radiograph", 0.44)
def x_ray(brush: Brush) -> None:
    brush.box(-0.42, -1.0, 0.84, 1.0, "#14242e", 0.03)
    brush.lit(-0.37, -0.95, 0.74, 0.90, "#2f6a80", 0.02)
    brush.line([(0.0, -0.90), (0.0, -0.12)], 0.06, "#e6f4f6")
    for row in range(5):
        y = -0.80 + row * 0.13
        for side in (-1, 1):
            brush.line([(0.0, y), (side * 0.22, y + 0.02), (side * 0.27, y + 0.10)], 0.035, "#cfe6ec", soft=True)


@draws("stretcher, gurney, litter", 0.9, heads=2.4)
def stretcher(brush: Brush) -> None:
    brush.box(-0.90, -0.72, 1.80, 0.16, "#f2f5f6", 0.06)
    brush.box(-0.86, -0.88, 0.40, 0.18, "#dfe8ec", 0.08)
    brush.line([(-0.98, -0.54), (0.98, -0.54)], 0.06, _STEEL)
    for a, b in ((-0.6, 0.6), (0.6, -0.6)):
        brush.line([(a, -0.54), (b, -0.14)], 0.05, _STEEL)
    for x in (-0.62, 0.62):
        brush.ball(x, -0.08, 0.10, "#33343c")


@draws("webcam, dashcam, doorbell camera", 0.3)
def webcam(brush: Brush) -> None:
    brush.oval(0.0, -0.06, 0.28, 0.07, IRON)
    brush.line([(0.0, -0.10), (0.0, -0.44)], 0.08, IRON)
    brush.ball(0.0, -0.68, 0.32, brush.main("#33353d"))
    brush.oval(0.0, -0.68, 0.18, 0.18, "#14161c")
    brush.oval(0.0, -0.68, 0.09, 0.09, "#4f86c5")
    brush.spark(0.05, -0.74, 0.04, "#ffffff")


@draws("router, modem, wifi router, wi-fi", 0.5)
def router(brush: Brush) -> None:
    for x in (-0.40, 0.0, 0.40):
        brush.line([(x * 0.8, -0.30), (x, -1.0)], 0.06, IRON)
    brush.box(-0.56, -0.34, 1.12, 0.32, brush.main("#2f323a"), 0.08)
    for step in range(5):
        brush.spark(-0.38 + step * 0.19, -0.18, 0.03, "#5fc48d" if step % 2 else "#7fd0e8")


@draws("mannequin, tailor's dummy, dress form, dummy", 0.34, heads=5.2)
def mannequin(brush: Brush) -> None:
    cloth = brush.main("#d8c4a0")
    brush.line([(0.0, 0.0), (0.0, -0.44)], 0.04, WOOD)
    brush.line([(-0.20, 0.0), (0.0, -0.10), (0.20, 0.0)], 0.04, WOOD)
    brush.shape(
        [
            (-0.07, -0.98),
            (0.07, -0.98),
            (0.20, -0.88),
            (0.17, -0.70),
            (0.12, -0.62),
            (0.20, -0.42),
            (-0.20, -0.42),
            (-0.12, -0.62),
            (-0.17, -0.70),
            (-0.20, -0.88),
        ],
        cloth,
        soft=True,
    )
    brush.line([(0.0, -0.94), (0.0, -0.44)], 0.012, darker(cloth, 0.3))
    brush.ball(0.0, -0.99, 0.05, WOOD)


@draws("plug, power plug, socket, power cord, charger, power outlet", 0.3)
def plug(brush: Brush) -> None:
    case = brush.main("#f1eee6")
    for x in (-0.11, 0.11):
        brush.line([(x, -0.74), (x, -1.0)], 0.07, "#d9b04c")
    brush.box(-0.26, -0.76, 0.52, 0.44, case, 0.12)
    brush.line([(0.0, -0.32), (0.02, -0.14), (0.26, -0.02), (0.56, -0.03)], 0.08, darker(case, 0.3), soft=True)


@draws("podium, lectern, rostrum, pulpit", 0.4, heads=3.4)
def podium(brush: Brush) -> None:
    wood = brush.main(WOOD)
    brush.shape([(-0.28, -0.84), (0.28, -0.84), (0.24, 0.0), (-0.24, 0.0)], wood)
    brush.shape([(-0.38, -0.92), (0.38, -0.80), (0.38, -0.72), (-0.38, -0.84)], darker(wood, 0.2))
    brush.ball(0.0, -0.46, 0.12, "#d9b04c")
    brush.line([(0.12, -0.82), (0.16, -1.0)], 0.03, IRON)


@draws("siren, police siren, warning light, beacon light, alarm light", 0.4)
def siren(brush: Brush) -> None:
    light = brush.main("#e0403a")
    brush.box(-0.40, -0.22, 0.80, 0.22, IRON, 0.05)
    brush.shape([(-0.30, -0.22), (-0.26, -0.76), (0.0, -0.96), (0.26, -0.76), (0.30, -0.22)], light, 0.9, soft=True)
    brush.glow(0.0, -0.6, 0.9, light)
    brush.spark(-0.10, -0.66, 0.06, "#ffffff")


@draws("vending machine, snack machine, drinks machine", 0.5, heads=5.0)
def vending_machine(brush: Brush) -> None:
    case = brush.main("#c2382f")
    brush.box(-0.46, -1.0, 0.92, 1.0, case, 0.04)
    brush.lit(-0.40, -0.92, 0.56, 0.70, "#dff0f6", 0.02)
    tones = ("#e2574a", "#f0b53c", "#3f86c5", "#5fae6a", "#d8783c")
    for row in range(4):
        for step in range(4):
            brush.box(-0.37 + step * 0.135, -0.88 + row * 0.17, 0.09, 0.11, tones[(row * 2 + step) % 5], 0.03)
        brush.line([(-0.40, -0.755 + row * 0.17), (0.16, -0.755 + row * 0.17)], 0.015, "#8a929a")
    brush.box(0.22, -0.80, 0.18, 0.10, "#23242b", 0.02)
    for index in range(9):
        brush.box(0.23 + index % 3 * 0.06, -0.64 + index // 3 * 0.06, 0.045, 0.04, "#e6e9ea", 0.01)
    brush.box(-0.36, -0.16, 0.48, 0.11, "#23242b", 0.02)


@draws("coffee machine, coffee maker, espresso machine, coffeemaker", 0.44)
def coffee_machine(brush: Brush) -> None:
    case = brush.main("#b4bcc4")
    brush.box(-0.46, -1.0, 0.92, 0.40, case, 0.07)
    brush.box(-0.46, -0.64, 0.26, 0.64, darker(case, 0.25), 0.03)
    brush.box(-0.46, -0.10, 0.92, 0.10, darker(case, 0.4), 0.03)
    for x in (0.0, 0.28):
        brush.line([(x, -0.60), (x, -0.48)], 0.08, "#33343c")
    brush.line([(0.30, -0.50), (0.56, -0.46)], 0.06, "#26242b")
    brush.shape([(-0.02, -0.30), (0.28, -0.30), (0.24, -0.10), (0.02, -0.10)], "#f4f1e8")
    brush.line([(0.13, -0.46), (0.13, -0.30)], 0.03, "#5a3a26")
    for x in (-0.30, -0.14):
        brush.spark(x, -0.82, 0.04, "#5fc48d" if x > -0.2 else "#e0655a")
    brush.ball(0.24, -0.82, 0.10, "#33343c")


@draws("arcade machine, arcade, arcade game, arcade cabinet, pinball machine", 0.44, heads=4.8)
def arcade_machine(brush: Brush) -> None:
    case = brush.main("#3a3f8a")
    brush.shape([(-0.36, 0.0), (-0.36, -1.0), (0.36, -1.0), (0.36, 0.0)], case)
    brush.lit(-0.34, -0.98, 0.68, 0.13, "#ffd23c", 0.02)
    brush.lit(-0.28, -0.80, 0.56, 0.34, "#14182c", 0.02)
    for x, y, tone in (
        (-0.16, -0.72, "#5fe08a"),
        (0.0, -0.72, "#5fe08a"),
        (0.16, -0.72, "#5fe08a"),
        (0.04, -0.52, "#ff5a7a"),
    ):
        brush.spark(x, y, 0.035, tone)
    brush.shape([(-0.36, -0.44), (0.36, -0.44), (0.44, -0.34), (-0.44, -0.34)], "#23242b")
    brush.line([(-0.18, -0.40), (-0.18, -0.50)], 0.03, "#d9dde0")
    brush.ball(-0.18, -0.51, 0.04, "#e2574a")
    for x in (0.06, 0.18):
        brush.ball(x, -0.39, 0.03, "#f0b53c")
    brush.box(-0.12, -0.24, 0.24, 0.14, "#23242b", 0.02)
    brush.glow(0.0, -0.64, 0.4, "#7fb0ff")


@draws("jukebox, juke box, wurlitzer", 0.44, heads=3.8)
def jukebox(brush: Brush) -> None:
    wood = brush.main("#8a3f2a")
    brush.shape(
        [(-0.42, 0.0), (-0.42, -0.66), (-0.30, -0.92), (0.0, -1.0), (0.30, -0.92), (0.42, -0.66), (0.42, 0.0)], wood
    )
    brush.ring(0.0, -0.62, 0.33, 0.07, "#ffb03c")
    brush.ring(0.0, -0.62, 0.25, 0.05, "#ff5a7a")
    brush.shape([(-0.22, -0.48), (-0.22, -0.70), (0.0, -0.86), (0.22, -0.70), (0.22, -0.48)], "#fbe6b0")
    brush.oval(0.0, -0.62, 0.13, 0.05, "#26242b")
    brush.box(-0.24, -0.44, 0.48, 0.07, "#e6e9ea", 0.02)
    for step in range(5):
        brush.line([(-0.20 + step * 0.10, -0.32), (-0.20 + step * 0.10, -0.06)], 0.04, "#d9b04c")
    for x in (-0.35, 0.35):
        brush.line([(x, -0.56), (x, -0.04)], 0.06, "#5fe0c8")
    brush.glow(0.0, -0.62, 0.5, "#ffb03c")


@draws("time machine, time capsule", 0.6, heads=4.6)
def time_machine(brush: Brush) -> None:
    brass = brush.main("#c9963c")
    brush.box(-0.56, -0.14, 1.12, 0.14, darker(brass, 0.45), 0.04)
    brush.ring(0.0, -0.58, 0.42, 0.06, brass)
    brush.ring(0.0, -0.58, 0.42, 0.05, paler(brass, 0.3), 0.4)
    brush.oval(0.0, -0.58, 0.30, 0.30, "#5ad8f0")
    brush.ring(0.0, -0.58, 0.30, 0.02, "#ffffff")
    brush.line([(0.0, -0.58), (0.0, -0.80)], 0.03, "#26242b")
    brush.line([(0.0, -0.58), (0.14, -0.50)], 0.03, "#26242b")
    for x in (-0.46, 0.46):
        brush.line([(x, -0.14), (x, -0.72)], 0.06, darker(brass, 0.2))
        brush.ball(x, -0.78, 0.07, "#e0655a")
    brush.box(-0.30, -0.10, 0.60, 0.05, "#ffd97a", 0.02)
    brush.glow(0.0, -0.58, 0.7, "#5ad8f0")


@draws("robot arm, robotic arm, mechanical arm, industrial robot", 0.5, heads=3.4)
def robot_arm(brush: Brush) -> None:
    tone = brush.main("#e8963c")
    brush.shape([(-0.40, 0.0), (-0.28, -0.18), (0.12, -0.18), (0.24, 0.0)], "#4a4f5a")
    brush.line([(-0.08, -0.18), (-0.30, -0.66)], 0.17, tone)
    brush.line([(-0.30, -0.66), (0.30, -0.88)], 0.13, tone)
    brush.line([(0.30, -0.88), (0.46, -0.56)], 0.08, "#8a929a")
    for x, y, size in ((-0.08, -0.18, 0.13), (-0.30, -0.66, 0.12), (0.30, -0.88, 0.10)):
        brush.ball(x, y, size, "#4a4f5a")
        brush.ball(x, y, size * 0.45, "#d9dde0")
    brush.line([(0.46, -0.56), (0.36, -0.44), (0.40, -0.34)], 0.05, "#33343c")
    brush.line([(0.46, -0.56), (0.58, -0.44), (0.54, -0.34)], 0.05, "#33343c")
