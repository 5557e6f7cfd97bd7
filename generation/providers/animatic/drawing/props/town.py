"""What stands about in towns and fields."""

from __future__ import annotations

import math

from .brush import BRASS, DARK_WOOD, INK, IRON, STEEL, WOOD, Brush, darker, draws


@draws("fountain, water fountain", 0.6, heads=3.4)
def fountain(brush: Brush) -> None:
    stone = brush.main("#b0aca3")
    brush.box(-0.70, -0.22, 1.40, 0.22, stone, 0.06)
    brush.oval(0, -0.22, 0.62, 0.08, "#7fc0dd")
    brush.box(-0.09, -0.62, 0.18, 0.42, stone)
    brush.shape([(-0.40, -0.64), (0.40, -0.64), (0.14, -0.50), (-0.14, -0.50)], stone, soft=True)
    for x in (-0.30, -0.14, 0.14, 0.30):
        brush.line([(0, -0.84), (x * 0.8, -0.94), (x * 1.5, -0.56), (x * 1.6, -0.24)], 0.03, "#cdeaf5", 0.85, soft=True)
    brush.line([(0, -0.64), (0, -0.98)], 0.05, "#cdeaf5", 0.9)


@draws("well, wishing well, water well", 0.5, heads=3.4)
def well(brush: Brush) -> None:
    stone = brush.main("#a09c94")
    for x in (-0.36, 0.36):
        brush.line([(x, -0.36), (x, -0.80)], 0.06, WOOD)
    brush.shape([(-0.58, -0.72), (0, -1.0), (0.58, -0.72)], "#a3503c")
    brush.line([(-0.36, -0.62), (0.36, -0.62)], 0.05, WOOD)
    brush.line([(0.05, -0.62), (0.05, -0.48)], 0.02, "#d9c49a")
    brush.box(-0.04, -0.50, 0.18, 0.14, "#8a6a42", 0.02)
    brush.box(-0.46, -0.40, 0.92, 0.40, stone, 0.04)
    for row in range(3):
        for step in range(4):
            brush.box(
                -0.44 + step * 0.22 + 0.08 * (row % 2),
                -0.38 + row * 0.13,
                0.19,
                0.10,
                darker(stone, 0.12 * ((row + step) % 3)),
                0.03,
            )


@draws(
    "gravestone, stone tablet, rune stone, runestone, tombstone, grave, headstone, tomb, cross, coffin, casket",
    0.44,
    heads=2.2,
)
def gravestone(brush: Brush) -> None:
    if brush.has("coffin", "casket"):
        brush.shape(
            [(-0.22, -1.0), (0.22, -1.0), (0.36, -0.72), (0.24, 0.0), (-0.24, 0.0), (-0.36, -0.72)],
            brush.main("#6a3f26"),
        )
        brush.box(-0.035, -0.84, 0.07, 0.50, BRASS)
        brush.box(-0.14, -0.72, 0.28, 0.07, BRASS)
        return
    stone = brush.main("#9a9a98")
    if brush.has("cross"):
        brush.box(-0.11, -1.0, 0.22, 1.0, stone, 0.02)
        brush.box(-0.36, -0.76, 0.72, 0.20, stone, 0.02)
        return
    brush.shape(
        [(-0.38, 0.0), (-0.38, -0.66), (-0.24, -0.92), (0.0, -1.0), (0.24, -0.92), (0.38, -0.66), (0.38, 0.0)], stone
    )
    for y, wide in ((-0.72, 0.32), (-0.56, 0.44), (-0.44, 0.36)):
        brush.box(-wide / 2, y, wide, 0.05, darker(stone, 0.4), flat=True)
    for x in (-0.40, -0.26, 0.30, 0.42):
        brush.line([(x, 0.0), (x + 0.04, -0.16)], 0.03, "#5f8a4f")


@draws("throne, royal chair", 0.46, heads=4.4)
def throne(brush: Brush) -> None:
    gold = brush.main("#d0a23f")
    brush.shape(
        [(-0.36, -0.36), (-0.40, -0.86), (-0.24, -0.92), (0, -1.0), (0.24, -0.92), (0.40, -0.86), (0.36, -0.36)], gold
    )
    brush.shape([(-0.26, -0.40), (-0.28, -0.80), (0, -0.88), (0.28, -0.80), (0.26, -0.40)], "#a3222f")
    brush.box(-0.42, -0.40, 0.84, 0.14, "#a3222f", 0.04)
    for x in (-0.46, 0.36):
        brush.box(x, -0.56, 0.10, 0.56, gold, 0.03)
    brush.box(-0.40, -0.26, 0.80, 0.10, gold)
    brush.ball(0, -0.94, 0.06, "#3f6fb5")


@draws("windmill, mill, wind turbine", 0.36, heads=7.5)
def windmill(brush: Brush) -> None:
    brush.shape([(-0.26, 0.0), (-0.15, -0.62), (0.15, -0.62), (0.26, 0.0)], brush.main("#e2d8c4"))
    brush.shape([(-0.19, -0.60), (0, -0.80), (0.19, -0.60)], "#8a4a3a")
    brush.box(-0.06, -0.18, 0.12, 0.18, DARK_WOOD, 0.02)
    for step in range(4):
        turn = math.tau * step / 4 + 0.5
        x, y = math.cos(turn), math.sin(turn)
        brush.line([(0, -0.60), (x * 0.40, -0.60 + y * 0.40)], 0.025, DARK_WOOD)
        brush.shape(
            [
                (x * 0.10, -0.60 + y * 0.10),
                (x * 0.40, -0.60 + y * 0.40),
                (x * 0.40 - y * 0.11, -0.60 + y * 0.40 + x * 0.11),
                (x * 0.10 - y * 0.11, -0.60 + y * 0.10 + x * 0.11),
            ],
            "#f4eedd",
            0.9,
        )
    brush.ball(0, -0.60, 0.045, IRON)


@draws("lighthouse, beacon", 0.36, heads=8.0)
def lighthouse(brush: Brush) -> None:
    brush.shape([(-0.50, 0.0), (-0.36, -0.10), (0.36, -0.10), (0.50, 0.0)], "#7d7a76", soft=False)
    for step in range(5):
        low, high = -0.08 - step * 0.13, -0.21 - step * 0.13
        w1, w2 = 0.21 - step * 0.016, 0.21 - (step + 1) * 0.016
        brush.shape([(-w1, low), (w1, low), (w2, high), (-w2, high)], "#c8443a" if step % 2 == 0 else "#f4f1ea")
    brush.box(-0.18, -0.76, 0.36, 0.04, IRON)
    brush.lit(-0.10, -0.88, 0.20, 0.12, "#fff0b0", 0.01)
    brush.shape([(-0.15, -0.88), (0, -1.0), (0.15, -0.88)], "#8a3230")
    brush.glow(0, -0.82, 0.5)


@draws(
    "house, home, cottage, dollhouse, doll house, cabin, hut, birdhouse, doghouse, model house, treehouse, barn",
    0.6,
    heads=5.5,
)
def house(brush: Brush) -> None:
    wall = brush.main("#e2cfa8" if not brush.has("barn") else "#a3382f")
    brush.box(0.24, -0.98, 0.12, 0.26, "#9a5f4a")
    brush.box(-0.50, -0.56, 1.0, 0.56, wall, 0.01)
    brush.shape([(-0.62, -0.52), (0.0, -1.0), (0.62, -0.52)], "#a3503c")
    brush.box(-0.10, -0.34, 0.20, 0.34, DARK_WOOD, 0.02)
    for x in (-0.40, 0.20):
        brush.lit(x, -0.42, 0.20, 0.20, "#ffe2a0" if brush.light.dark else "#a9d4ea", 0.01)
        brush.line([(x + 0.10, -0.42), (x + 0.10, -0.22)], 0.02, "#f6f1e4")
        brush.line([(x, -0.32), (x + 0.20, -0.32)], 0.02, "#f6f1e4")


@draws("castle, tower, sandcastle, sand castle, fortress, palace", 0.6, heads=7.0)
def castle(brush: Brush) -> None:
    wall = brush.main("#b0aca3" if not brush.has("sand", "sandcastle") else "#e0be84")
    for x, top in ((-0.44, -0.80), (0.44, -0.80), (0.0, -0.96)):
        half = 0.15 if x else 0.18
        brush.box(x - half, top, half * 2, -top, wall)
        for step in range(3):
            brush.box(x - half + step * half * 0.76, top - 0.08, half * 0.48, 0.10, wall)
        brush.box(x - 0.035, top + 0.14, 0.07, 0.14, INK, 0.03, flat=True)
    brush.box(-0.36, -0.44, 0.72, 0.44, darker(wall, 0.1))
    brush.shape([(-0.13, 0.0), (-0.13, -0.22), (0.0, -0.34), (0.13, -0.22), (0.13, 0.0)], DARK_WOOD)


@draws("fence, gate, wall, barricade, barrier, railing, garden gate", 0.66, heads=2.4)
def fence(brush: Brush) -> None:
    wood = brush.main("#e6dcc4")
    for y in (-0.70, -0.28):
        brush.box(-0.80, y, 1.60, 0.10, darker(wood, 0.1))
    for step in range(6):
        x = -0.74 + step * 0.27
        brush.shape([(x, 0.0), (x, -0.84), (x + 0.075, -0.98), (x + 0.15, -0.84), (x + 0.15, 0.0)], wood)


@draws("mailbox, letterbox, post box, postbox, letter box", 0.3, heads=3.2)
def mailbox(brush: Brush) -> None:
    tone = brush.main("#c8302f")
    if brush.has("post", "postbox"):
        brush.box(-0.28, -0.88, 0.56, 0.84, tone, 0.03)
        brush.shape([(-0.32, -0.86), (-0.20, -0.98), (0.20, -0.98), (0.32, -0.86)], tone)
        brush.box(-0.18, -0.74, 0.36, 0.06, INK, 0.02, flat=True)
        brush.box(-0.32, -0.08, 0.64, 0.08, darker(tone, 0.35))
        return
    brush.box(-0.05, -0.60, 0.10, 0.60, WOOD)
    brush.shape(
        [(-0.46, -0.56), (-0.46, -0.82), (-0.30, -0.98), (0.36, -0.98), (0.46, -0.82), (0.46, -0.56)],
        brush.main("#6a8fb0"),
    )
    brush.line([(0.10, -0.70), (0.10, -1.0)], 0.04, "#c8302f")
    brush.box(0.08, -1.0, 0.18, 0.10, "#c8302f")


@draws("swing, playground swing, slide, seesaw, merry-go-round, carousel, ferris wheel", 0.6, heads=4.6)
def swing(brush: Brush) -> None:
    tone = brush.main("#c8443a")
    if brush.has("ferris", "carousel"):
        brush.line([(-0.34, 0.0), (0.0, -0.54), (0.34, 0.0)], 0.06, IRON)
        brush.ring(0, -0.54, 0.42, 0.04, tone)
        brush.spokes(0, -0.54, 0.04, 0.42, 8, 0.02, STEEL)
        for step in range(8):
            turn = math.tau * step / 8
            brush.box(
                math.cos(turn) * 0.42 - 0.07,
                -0.54 + math.sin(turn) * 0.42 - 0.02,
                0.14,
                0.12,
                ("#e9c24f", "#3f8fd0", "#5fae5a", "#c8443a")[step % 4],
                0.03,
            )
        return
    for side in (-1, 1):
        brush.line([(side * 0.70, 0.0), (side * 0.54, -0.96), (side * 0.40, 0.0)], 0.06, tone)
    brush.line([(-0.56, -0.96), (0.56, -0.96)], 0.07, tone)
    for x in (-0.18, 0.18):
        brush.line([(x, -0.94), (x, -0.28)], 0.02, IRON)
    brush.box(-0.26, -0.30, 0.52, 0.07, WOOD, 0.02)


@draws("bench, park bench, pew", 0.7, heads=1.9)
def bench(brush: Brush) -> None:
    wood = brush.main(WOOD)
    for x in (-0.60, 0.60):
        brush.line([(x, 0.0), (x, -0.46)], 0.06, IRON)
        brush.line([(x, -0.46), (x * 1.06, -0.96)], 0.05, IRON)
    for y in (-0.94, -0.78, -0.62):
        brush.box(-0.76, y, 1.52, 0.11, wood, 0.03)
    brush.box(-0.80, -0.48, 1.60, 0.12, darker(wood, 0.12), 0.03)


@draws("basketball hoop, hoop, goal, goalpost, net, fishing net", 0.3, heads=5.0)
def hoop(brush: Brush) -> None:
    if brush.has("net", "goal", "goalpost"):
        for step in range(9):
            brush.line([(-0.72 + step * 0.18, -0.90), (-0.72 + step * 0.18, 0.0)], 0.012, "#f4f1ea")
        for step in range(6):
            brush.line([(-0.72, -0.86 + step * 0.17), (0.72, -0.86 + step * 0.17)], 0.012, "#f4f1ea")
        brush.line([(-0.74, 0.0), (-0.74, -0.94), (0.74, -0.94), (0.74, 0.0)], 0.06, brush.main("#e6e6e2"))
        return
    brush.line([(-0.10, 0.0), (-0.10, -0.80)], 0.06, IRON)
    brush.box(-0.44, -1.0, 0.80, 0.46, "#f4f1ea", 0.02)
    brush.line([(-0.16, -0.70), (-0.16, -0.88), (0.14, -0.88), (0.14, -0.70)], 0.025, "#c8443a")
    brush.ring(0.0, -0.60, 0.16, 0.03, "#e0702f", 0.3)
    for x in (-0.12, -0.04, 0.04, 0.12):
        brush.line([(x, -0.58), (x * 0.6, -0.36)], 0.014, "#ffffff")
