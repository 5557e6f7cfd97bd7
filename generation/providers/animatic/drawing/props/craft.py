"""Tools of craftsmen and gardeners."""

from __future__ import annotations

from .brush import IRON, STEEL, WOOD, Brush, darker, draws, paler


@draws("axe, hatchet, tomahawk, battle axe, ax", 0.3)
def axe(brush: Brush) -> None:
    with brush.turned(16):
        brush.line([(0.0, 0.0), (0.03, -0.50), (0.0, -0.96)], 0.09, WOOD, soft=True)
        brush.shape(
            [(-0.06, -0.94), (0.28, -1.02), (0.46, -0.76), (0.30, -0.52), (-0.06, -0.66)], brush.main(STEEL), soft=False
        )
        brush.shape([(0.28, -1.02), (0.46, -0.76), (0.30, -0.52), (0.32, -0.76)], paler(STEEL, 0.6))


@draws("saw, handsaw, hacksaw, chainsaw", 0.6)
def saw(brush: Brush) -> None:
    brush.shape([(-0.30, -0.70), (0.84, -0.46), (0.84, -0.36), (-0.30, -0.22)], STEEL)
    for step in range(12):
        x = -0.28 + step * 0.093
        y = -0.22 - step * 0.0125
        brush.shape([(x, y - 0.01), (x + 0.09, y - 0.02), (x + 0.045, y + 0.07)], darker(STEEL, 0.15))
    brush.shape(
        [(-0.84, -0.80), (-0.40, -0.82), (-0.26, -0.50), (-0.36, -0.12), (-0.80, -0.10)],
        brush.main("#b5502f"),
        soft=True,
    )
    brush.oval(-0.58, -0.46, 0.14, 0.18, darker("#b5502f", 0.6), flat=True)


@draws("scissors, shears, pair of scissors", 0.3)
def scissors(brush: Brush) -> None:
    for side in (-1, 1):
        brush.shape([(side * 0.02, -0.44), (-side * 0.20, -1.0), (-side * 0.09, -0.98), (side * 0.09, -0.50)], STEEL)
        brush.line([(side * 0.02, -0.46), (side * 0.16, -0.30)], 0.07, brush.main("#c8443a"))
        brush.ring(side * 0.22, -0.17, 0.13, 0.07, brush.main("#c8443a"))
    brush.oval(0, -0.48, 0.035, 0.035, IRON)


@draws("screwdriver, chisel, awl", 0.16)
def screwdriver(brush: Brush) -> None:
    with brush.turned(22):
        brush.box(-0.12, -0.40, 0.24, 0.42, brush.main("#e0a02f"), 0.09)
        brush.line([(0, -0.42), (0, -0.88)], 0.06, STEEL)
        brush.shape([(-0.05, -0.86), (0.05, -0.86), (0.035, -1.0), (-0.035, -1.0)], STEEL)


@draws("toolbox, tool box, tool kit, tools, toolkit", 0.6, heads=1.4)
def toolbox(brush: Brush) -> None:
    tone = brush.main("#c8402f")
    brush.line([(-0.30, -0.60), (-0.26, -0.92), (0.26, -0.92), (0.30, -0.60)], 0.07, IRON)
    brush.shape([(-0.60, -0.66), (0.60, -0.66), (0.70, -0.46), (-0.70, -0.46)], darker(tone, 0.2))
    brush.box(-0.70, -0.48, 1.40, 0.48, tone, 0.04)
    for x in (-0.36, 0.24):
        brush.box(x, -0.54, 0.12, 0.16, STEEL, 0.02)


@draws("drill, power drill, electric drill", 0.46)
def drill(brush: Brush) -> None:
    tone = brush.main("#e0a02f")
    brush.line([(0.36, -0.74), (0.80, -0.74)], 0.035, STEEL)
    brush.shape([(0.22, -0.84), (0.42, -0.80), (0.42, -0.68), (0.22, -0.64)], IRON)
    brush.box(-0.54, -0.92, 0.78, 0.36, tone, 0.10)
    brush.shape([(-0.40, -0.58), (-0.10, -0.58), (-0.16, -0.14), (-0.46, -0.14)], darker(tone, 0.2))
    brush.box(-0.60, -0.18, 0.56, 0.18, IRON, 0.04)


@draws("pickaxe, pick, rake, pitchfork, hoe, trident, spear, harpoon, lance, scythe", 0.24, heads=3.0)
def pickaxe(brush: Brush) -> None:
    brush.line([(0, 0.0), (0, -0.92)], 0.06, WOOD)
    metal = brush.main("#7f8a96")
    if brush.has("rake"):
        brush.box(-0.30, -0.98, 0.60, 0.06, metal, 0.02)
        for x in (-0.27, -0.14, 0.0, 0.14, 0.27):
            brush.line([(x, -0.94), (x, -0.82)], 0.03, metal)
    elif brush.has("pitchfork", "trident"):
        brush.line([(-0.16, -1.0), (-0.16, -0.80), (0.16, -0.80), (0.16, -1.0)], 0.045, metal)
        brush.line([(0, -1.0), (0, -0.74)], 0.045, metal)
    elif brush.has("spear", "lance", "harpoon"):
        brush.shape([(0, -1.0), (0.09, -0.84), (0.0, -0.74), (-0.09, -0.84)], metal)
    elif brush.has("scythe"):
        brush.shape([(0.0, -0.98), (-0.34, -0.94), (-0.58, -0.72), (-0.30, -0.86), (0.02, -0.88)], metal, soft=True)
    else:
        brush.line([(-0.42, -0.76), (-0.20, -0.92), (0.0, -0.95), (0.20, -0.92), (0.42, -0.76)], 0.09, metal, soft=True)


@draws("broom, broomstick, mop, witch broom", 0.2, heads=2.8)
def broom(brush: Brush) -> None:
    brush.line([(0, -0.30), (0, -1.0)], 0.05, WOOD)
    brush.box(-0.08, -0.36, 0.16, 0.10, "#c8443a", 0.02)
    straw = brush.main("#d9b25e" if not brush.has("mop") else "#e6e3dc")
    brush.shape([(-0.08, -0.27), (0.08, -0.27), (0.22, 0.0), (-0.22, 0.0)], straw)
    for x in (-0.12, -0.04, 0.04, 0.12):
        brush.line([(x * 0.4, -0.26), (x * 1.3, -0.01)], 0.014, darker(straw, 0.35))


@draws("nail, screw, bolt, nut and bolt, thumbtack, pin, safety pin, paper clip, paperclip", 0.14)
def nail(brush: Brush) -> None:
    with brush.turned(26):
        brush.shape([(-0.055, -0.88), (0.055, -0.88), (0.045, -0.16), (0.0, 0.0), (-0.045, -0.16)], brush.main(STEEL))
        brush.oval(0, -0.92, 0.17, 0.07, brush.main(STEEL))
        if brush.has("screw", "bolt"):
            for step in range(6):
                brush.line([(-0.06, -0.70 + step * 0.1), (0.06, -0.66 + step * 0.1)], 0.03, IRON)


@draws("needle and thread, thread, spool, yarn, wool, knitting, ball of yarn, string, spool of thread", 0.36)
def yarn(brush: Brush) -> None:
    tone = brush.main("#c9678a")
    if brush.has("knitting", "yarn", "wool"):
        for side in (-1, 1):
            brush.line([(side * 0.10, -0.30), (side * 0.54, -0.98)], 0.035, WOOD)
    brush.ball(0, -0.40, 0.40, tone)
    for lift in (-0.2, -0.06, 0.08):
        brush.line(
            [(-0.34, -0.40 + lift), (0.0, -0.52 + lift), (0.34, -0.34 + lift)], 0.035, darker(tone, 0.25), soft=True
        )
    brush.line([(0.16, -0.70), (-0.10, -0.42), (-0.16, -0.10)], 0.035, darker(tone, 0.25), soft=True)
    brush.line([(0.30, -0.12), (0.56, -0.03), (0.80, -0.06)], 0.03, tone, soft=True)


@draws("paint can, paint bucket, paint, palette, paint palette, easel", 0.36)
def paint(brush: Brush) -> None:
    if brush.has("palette"):
        brush.shape(
            [
                (-0.66, -0.40),
                (-0.40, -0.80),
                (0.20, -0.86),
                (0.66, -0.50),
                (0.50, -0.10),
                (0.16, -0.20),
                (-0.10, -0.02),
                (-0.54, -0.10),
            ],
            WOOD,
            soft=True,
        )
        for x, y, tone in (
            (-0.40, -0.52, "#c8443a"),
            (-0.16, -0.68, "#e9c24f"),
            (0.14, -0.70, "#4f8fe0"),
            (0.40, -0.50, "#5fae5a"),
        ):
            brush.oval(x, y, 0.10, 0.075, tone)
        return
    if brush.has("easel"):
        for x in (-0.34, 0.34):
            brush.line([(0, -1.0), (x, 0.0)], 0.05, WOOD)
        brush.box(-0.36, -0.86, 0.72, 0.50, "#f4f1e8")
        brush.shape(
            [(-0.34, -0.38), (-0.34, -0.52), (-0.10, -0.68), (0.10, -0.50), (0.34, -0.60), (0.34, -0.38)], "#6a9a7a"
        )
        brush.box(-0.40, -0.36, 0.80, 0.06, WOOD)
        return
    tone = brush.main("#4f8fe0")
    brush.line([(-0.36, -0.70), (-0.24, -0.98), (0.24, -0.98), (0.36, -0.70)], 0.025, IRON, soft=True)
    brush.box(-0.38, -0.72, 0.76, 0.70, STEEL, 0.03)
    brush.oval(0, -0.72, 0.38, 0.09, tone)
    brush.shape(
        [(-0.36, -0.70), (-0.10, -0.64), (-0.06, -0.40), (-0.16, -0.28), (-0.24, -0.44), (-0.34, -0.50)],
        tone,
        soft=True,
    )


@draws("anvil", 0.5, heads=1.4)
def anvil(brush: Brush) -> None:
    iron = brush.main("#4a4e57")
    brush.shape(
        [
            (-0.84, -0.84),
            (-0.30, -0.92),
            (0.60, -0.92),
            (0.60, -0.66),
            (0.20, -0.52),
            (0.20, -0.26),
            (0.46, 0.0),
            (-0.46, 0.0),
            (-0.20, -0.26),
            (-0.20, -0.52),
            (-0.36, -0.66),
        ],
        iron,
    )
    brush.shine([(-0.26, -0.87), (0.52, -0.87)], 0.03, 0.4)


@draws("watering can, sprinkler", 0.56)
def watering_can(brush: Brush) -> None:
    tone = brush.main("#4f9a8a")
    brush.ring(-0.34, -0.46, 0.28, 0.06, darker(tone, 0.2))
    brush.shape([(-0.36, -0.66), (0.24, -0.66), (0.32, 0.0), (-0.44, 0.0)], tone)
    brush.shape([(0.22, -0.20), (0.60, -0.82), (0.70, -0.78), (0.30, -0.06)], tone)
    brush.shape([(0.52, -0.90), (0.80, -0.74), (0.74, -0.66), (0.48, -0.84)], darker(tone, 0.2))
