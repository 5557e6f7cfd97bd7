"""What is used, carried and fought with: keys, weapons, lights to carry, boxes, tools, instruments, machines."""

from __future__ import annotations

import math

from .brush import BRASS, DARK_WOOD, GLASS, INK, IRON, LEATHER, STEEL, WOOD, Brush, darker, draws, paler


@draws("key, skeleton key, key ring, car key", 0.3)
def key(brush: Brush) -> None:
    metal = brush.main(BRASS)
    with brush.turned(28):
        brush.ring(0, -0.80, 0.17, 0.085, metal)
        brush.oval(0, -0.80, 0.035, 0.035, metal, flat=True)
        brush.box(-0.045, -0.64, 0.09, 0.62, metal, 0.03)
        brush.box(-0.075, -0.62, 0.15, 0.06, metal, 0.02)
        brush.box(0.03, -0.20, 0.19, 0.07, metal)
        brush.box(0.03, -0.08, 0.23, 0.07, metal)
        brush.box(0.15, -0.13, 0.07, 0.08, metal)
        brush.shine([(-0.01, -0.54), (-0.01, -0.12)], 0.018, 0.45)


@draws("gun, revolver, weapon, six shooter", 0.6)
def gun(brush: Brush) -> None:
    metal = brush.main("#4d535e")
    brush.shape([(-0.30, -0.56), (-0.62, -0.02), (-0.36, 0.0), (-0.02, -0.50)], "#6e4429")
    brush.line([(-0.40, -0.16), (-0.24, -0.44)], 0.02, "#4a2c1c")
    brush.line([(-0.06, -0.48), (0.02, -0.28), (0.22, -0.30), (0.22, -0.50)], 0.04, metal, soft=True)
    brush.line([(0.06, -0.48), (0.10, -0.36)], 0.035, darker(metal))
    brush.box(-0.38, -0.84, 0.60, 0.36, metal, 0.06)
    brush.box(0.16, -0.86, 0.60, 0.15, metal, 0.02)
    brush.box(0.16, -0.70, 0.46, 0.07, darker(metal, 0.25), 0.02)
    brush.shape([(0.68, -0.86), (0.74, -0.86), (0.74, -0.92)], metal)
    brush.box(-0.14, -0.80, 0.34, 0.30, darker(metal, 0.2), 0.05)
    for y in (-0.72, -0.62):
        brush.line([(-0.08, y), (0.14, y)], 0.035, darker(metal, 0.55))
    brush.shape([(-0.38, -0.82), (-0.50, -0.98), (-0.40, -0.98), (-0.28, -0.82)], metal)
    brush.shine([(0.22, -0.835), (0.68, -0.835)], 0.02, 0.45)


@draws("rifle, shotgun, musket, machine gun, sniper rifle", 0.7)
def rifle(brush: Brush) -> None:
    with brush.turned(-16):
        brush.shape(
            [(-0.80, -0.52), (-0.80, -0.28), (-0.30, -0.42), (0.16, -0.43), (0.16, -0.54), (-0.30, -0.56)], WOOD
        )
        brush.box(-0.30, -0.60, 1.14, 0.07, brush.main("#4d535e"))
        brush.line([(-0.22, -0.42), (-0.16, -0.32), (-0.06, -0.34), (-0.06, -0.43)], 0.03, IRON, soft=True)
        brush.box(-0.20, -0.68, 0.26, 0.06, IRON, 0.03)


@draws("knife, dagger, blade, switchblade, cleaver, razor", 0.3)
def knife(brush: Brush) -> None:
    with brush.turned(22):
        brush.shape([(-0.09, -0.34), (-0.09, -0.74), (0.09, -1.0), (0.11, -0.34)], STEEL)
        brush.shape([(0.04, -0.34), (0.09, -1.0), (0.11, -0.34)], paler(STEEL, 0.5))
        brush.box(-0.15, -0.37, 0.32, 0.06, BRASS, 0.02)
        brush.box(-0.07, -0.32, 0.15, 0.32, brush.main(DARK_WOOD), 0.05)
        for y in (-0.24, -0.10):
            brush.oval(0.0, y, 0.022, 0.022, BRASS, flat=True)


@draws("sword, saber, rapier, katana, cutlass, excalibur", 0.26)
def sword(brush: Brush) -> None:
    hilt = brush.main(BRASS)
    with brush.turned(14):
        brush.shape([(-0.055, -0.26), (-0.045, -0.92), (0.0, -1.0), (0.045, -0.92), (0.055, -0.26)], STEEL)
        brush.line([(0, -0.28), (0, -0.88)], 0.016, darker(STEEL, 0.3))
        brush.box(-0.20, -0.29, 0.40, 0.055, hilt, 0.025)
        brush.box(-0.035, -0.24, 0.07, 0.17, LEATHER)
        brush.ball(0, -0.05, 0.055, hilt)


@draws("arrow, crossbow", 0.3)
def bow(brush: Brush) -> None:
    brush.line(
        [(-0.20, -0.98), (0.18, -0.78), (0.26, -0.5), (0.18, -0.22), (-0.20, -0.02)], 0.06, brush.main(WOOD), soft=True
    )
    brush.line([(-0.20, -0.98), (-0.20, -0.02)], 0.012, "#e9e2d0")
    brush.line([(-0.44, -0.50), (0.52, -0.50)], 0.025, DARK_WOOD)
    brush.shape([(0.48, -0.56), (0.66, -0.50), (0.48, -0.44)], STEEL)
    for x in (-0.44, -0.36):
        brush.line([(x, -0.50), (x - 0.08, -0.57)], 0.025, "#c43b34")
        brush.line([(x, -0.50), (x - 0.08, -0.43)], 0.025, "#c43b34")


@draws("shield, coat of arms, crest, armor, armour", 0.4)
def shield(brush: Brush) -> None:
    colour = brush.main("#9c2f35")
    brush.shape([(-0.42, -0.94), (0, -1.0), (0.42, -0.94), (0.38, -0.42), (0, 0.0), (-0.38, -0.42)], STEEL, soft=False)
    brush.shape([(-0.35, -0.87), (0, -0.92), (0.35, -0.87), (0.31, -0.45), (0, -0.10), (-0.31, -0.45)], colour)
    brush.box(-0.05, -0.88, 0.10, 0.72, "#f0e4c4")
    brush.box(-0.32, -0.64, 0.64, 0.10, "#f0e4c4")


@draws("lantern, oil lamp, hurricane lamp", 0.3)
def lantern(brush: Brush) -> None:
    metal = brush.main("#3a3338")
    brush.line([(-0.24, -0.70), (-0.20, -0.98), (0.20, -0.98), (0.24, -0.70)], 0.035, metal, soft=True)
    brush.shape([(-0.12, -0.88), (0.12, -0.88), (0.28, -0.68), (-0.28, -0.68)], metal)
    brush.lit(-0.23, -0.68, 0.46, 0.54, "#ffd77a", 0.05)
    brush.spark(0, -0.38, 0.2, "#fff4c4")
    brush.flame(0, -0.20, 0.32)
    for x in (-0.23, 0.0, 0.23):
        brush.line([(x, -0.66), (x, -0.14)], 0.03, metal)
    brush.box(-0.31, -0.70, 0.62, 0.06, metal, 0.02)
    brush.box(-0.30, -0.15, 0.60, 0.15, metal, 0.03)
    brush.glow(0, -0.40, 0.95)


@draws("candle, candlestick, candelabra, taper", 0.28)
def candle(brush: Brush) -> None:
    brush.oval(0, -0.04, 0.28, 0.05, BRASS)
    brush.box(-0.05, -0.22, 0.10, 0.18, BRASS)
    brush.oval(0, -0.22, 0.17, 0.045, BRASS)
    brush.ring(0.30, -0.12, 0.08, 0.035, BRASS)
    wax = brush.main("#f2ead6")
    brush.box(-0.10, -0.76, 0.20, 0.54, wax, 0.04)
    brush.box(0.05, -0.74, 0.05, 0.20, paler(wax, 0.3), 0.025)
    brush.line([(0, -0.76), (0, -0.82)], 0.018, INK)
    brush.flame(0, -0.79, 0.21)
    brush.glow(0, -0.88, 0.7)


@draws("torch, flashlight", 0.16)
def torch(brush: Brush) -> None:
    if brush.has("flashlight"):
        brush.box(-0.09, -0.66, 0.18, 0.66, brush.main("#3a3d46"), 0.04)
        brush.shape([(-0.10, -0.64), (0.10, -0.64), (0.19, -0.84), (-0.19, -0.84)], STEEL)
        brush.lit(-0.18, -0.88, 0.36, 0.05, "#fff4c4", 0.02)
        brush.glow(0, -0.90, 0.5)
        brush.box(-0.03, -0.52, 0.06, 0.12, "#c43b34", 0.02)
        return
    if brush.has("cigarette", "cigar"):
        with brush.turned(58):
            brush.box(-0.05, -0.90, 0.10, 0.60, "#efeade" if brush.has("cigarette") else "#7d5233")
            brush.box(-0.05, -0.30, 0.10, 0.26, "#d3964a")
            brush.lit(-0.05, -0.95, 0.10, 0.06, "#ff7a3a")
        return
    brush.shape([(-0.05, 0.0), (-0.10, -0.62), (0.10, -0.62), (0.05, 0.0)], brush.main(WOOD))
    brush.box(-0.13, -0.70, 0.26, 0.14, IRON, 0.03)
    brush.flame(0, -0.66, 0.34)
    brush.glow(0, -0.82, 0.8)


@draws("chest, treasure chest, trunk, treasure, jewelry box, music box", 0.56, heads=1.4)
def chest(brush: Brush) -> None:
    wood = brush.main("#8a5530")
    brush.shape([(-0.60, -0.56), (-0.52, -0.86), (-0.30, -0.98), (0.30, -0.98), (0.52, -0.86), (0.60, -0.56)], wood)
    brush.box(-0.60, -0.54, 1.20, 0.54, wood, 0.02)
    for y in (-0.36, -0.18):
        brush.line([(-0.58, y), (0.58, y)], 0.014, darker(wood, 0.45))
    for x in (-0.46, 0.34):
        brush.shape(
            [(x, -0.90 if x < 0 else -0.95), (x + 0.12, -0.95 if x < 0 else -0.90), (x + 0.12, 0), (x, 0)], BRASS
        )
    brush.box(-0.62, -0.59, 1.24, 0.075, darker(wood, 0.4))
    brush.box(-0.12, -0.64, 0.24, 0.26, BRASS, 0.04)
    brush.oval(0, -0.52, 0.035, 0.045, INK, flat=True)
    brush.line([(0, -0.52), (0, -0.43)], 0.03, INK)


@draws("parcel, gift box, seed packet, packet, package, gift, present, delivery, bundle", 0.5)
def parcel(brush: Brush) -> None:
    wrap = brush.main("#b98a56")
    brush.box(-0.54, -0.80, 1.08, 0.80, wrap, 0.03)
    brush.shape([(-0.54, -0.80), (-0.36, -0.94), (0.60, -0.94), (0.54, -0.80)], paler(wrap, 0.18))
    ribbon = "#c43b34" if brush.has("gift", "present") else "#e8dcc0"
    brush.box(-0.07, -0.80, 0.12, 0.80, ribbon)
    brush.shape([(-0.07, -0.80), (0.05, -0.80), (0.14, -0.94), (0.03, -0.94)], ribbon)
    brush.box(-0.54, -0.48, 1.08, 0.10, ribbon)
    for side in (-1, 1):
        brush.shape([(0.02, -0.86), (0.02 + side * 0.24, -1.0), (0.02 + side * 0.28, -0.84)], ribbon, soft=True)
    with brush.turned(14, 0.3, -0.3):
        brush.box(0.16, -0.36, 0.30, 0.18, "#f7efda", 0.02)
        brush.line([(0.22, -0.29), (0.40, -0.29)], 0.02, "#77706a")
        brush.line([(0.22, -0.24), (0.34, -0.24)], 0.02, "#77706a")


@draws("crate, wooden box, cargo, supply", 0.52, heads=1.9)
def crate(brush: Brush) -> None:
    wood = brush.main("#ad8050")
    brush.box(-0.52, -1.0, 1.04, 1.0, darker(wood, 0.25), 0.02)
    for row in range(4):
        brush.box(-0.50, -0.98 + row * 0.245, 1.0, 0.22, wood)
    brush.line([(-0.42, -0.10), (0.42, -0.90)], 0.13, darker(wood, 0.12))
    for x in (-0.52, 0.38):
        brush.box(x, -1.0, 0.14, 1.0, paler(wood, 0.08))
    for y in (-1.0, -0.14):
        brush.box(-0.52, y, 1.04, 0.14, wood)
    for x in (-0.45, 0.45):
        for y in (-0.93, -0.07):
            brush.oval(x, y, 0.022, 0.022, INK, flat=True)


@draws("rope, hose, garden hose, wire, cable", 0.5)
def rope(brush: Brush) -> None:
    hemp = brush.main("#c6a063" if not brush.has("chain", "wire", "cable") else STEEL)
    brush.line([(0.30, -0.10), (0.62, -0.16), (0.50, -0.40), (0.70, -0.55)], 0.085, hemp, soft=True)
    for row in range(4):
        brush.ring(0, -0.18 - row * 0.17, 0.46 - row * 0.02, 0.125, darker(hemp, 0.04 + 0.08 * (row % 2)), 0.36)
        for mark in range(6):
            x = -0.38 + mark * 0.15
            brush.line([(x, -0.02 - row * 0.17), (x + 0.06, -0.08 - row * 0.17)], 0.018, darker(hemp, 0.45), 0.7)


@draws("ladder, stairs, stepladder", 0.3, heads=5.0)
def ladder(brush: Brush) -> None:
    wood = brush.main(WOOD)
    for row in range(6):
        brush.line([(-0.22, -0.12 - row * 0.15), (0.22, -0.12 - row * 0.15)], 0.05, darker(wood, 0.15))
    for x in (-0.22, 0.22):
        brush.line([(x * 1.12, -0.02), (x * 0.9, -0.98)], 0.06, wood)


@draws("shovel, spade", 0.24)
def shovel(brush: Brush) -> None:
    with brush.turned(12):
        brush.line([(0, -0.30), (0, -0.95)], 0.06, WOOD)
        if brush.has("broom", "mop", "rake"):
            brush.box(-0.10, -0.36, 0.20, 0.08, IRON, 0.02)
            brush.shape([(-0.10, -0.29), (0.10, -0.29), (0.22, 0.0), (-0.22, 0.0)], brush.main("#d9b25e"))
            for x in (-0.10, 0.0, 0.10):
                brush.line([(x * 0.6, -0.26), (x * 1.4, -0.02)], 0.014, "#9a7434")
        elif brush.has("axe", "hatchet", "pickaxe"):
            brush.line([(0, -0.02), (0, -0.40)], 0.06, WOOD)
            brush.shape(
                [(-0.06, -0.94), (0.10, -0.94), (0.34, -1.0), (0.36, -0.62), (0.10, -0.72), (-0.06, -0.72)],
                brush.main(STEEL),
            )
        else:
            brush.box(-0.12, -1.0, 0.24, 0.07, WOOD, 0.03)
            metal = brush.main("#8b939c")
            brush.shape([(-0.17, -0.40), (0.17, -0.40), (0.17, -0.16), (0, 0.0), (-0.17, -0.16)], metal)
            brush.line([(0, -0.38), (0, -0.14)], 0.02, darker(metal, 0.35))


@draws("hammer, mallet, gavel", 0.3)
def hammer(brush: Brush) -> None:
    with brush.turned(16):
        brush.box(-0.055, -0.78, 0.11, 0.78, WOOD, 0.04)
        brush.box(-0.30, -0.98, 0.56, 0.24, brush.main("#6a7079"), 0.04)
        brush.shape([(-0.28, -0.98), (-0.46, -0.80), (-0.28, -0.80)], brush.main("#6a7079"))


@draws("wrench, spanner, tool, pliers, equipment", 0.24)
def wrench(brush: Brush) -> None:
    metal = brush.main(STEEL)
    with brush.turned(20):
        if brush.has("scissors", "pliers"):
            for side in (-1, 1):
                brush.ring(side * 0.15, -0.16, 0.12, 0.06, "#c43b34")
                brush.shape(
                    [(side * 0.09, -0.26), (-side * 0.14, -0.98), (-side * 0.02, -0.42), (side * 0.15, -0.28)], metal
                )
            brush.oval(0, -0.46, 0.03, 0.03, INK, flat=True)
            return
        brush.box(-0.07, -0.80, 0.14, 0.66, metal, 0.04)
        brush.shape(
            [
                (-0.22, -0.98),
                (-0.08, -0.90),
                (-0.08, -0.80),
                (0.08, -0.80),
                (0.08, -0.90),
                (0.22, -0.98),
                (0.24, -0.78),
                (0.08, -0.64),
                (-0.08, -0.64),
                (-0.24, -0.78),
            ],
            metal,
        )
        brush.ring(0, -0.13, 0.10, 0.07, metal)


@draws("telescope, spyglass", 0.44, heads=2.5)
def telescope(brush: Brush) -> None:
    tube = brush.main(BRASS)
    for x in (-0.34, 0.02, 0.36):
        brush.line([(0, -0.46), (x, -0.02)], 0.05, DARK_WOOD)
    with brush.turned(-26, 0, -0.58):
        brush.box(-0.62, -0.64, 0.40, 0.13, darker(tube, 0.2))
        brush.box(-0.26, -0.67, 0.44, 0.19, tube)
        brush.box(0.16, -0.70, 0.44, 0.25, darker(tube, 0.12))
        brush.box(0.56, -0.73, 0.10, 0.31, tube, 0.03)
        brush.box(-0.68, -0.66, 0.08, 0.17, INK, 0.02)
        brush.shine([(-0.2, -0.63), (0.5, -0.66)], 0.02, 0.5)


@draws("compass, astrolabe, sundial, medallion", 0.4)
def compass(brush: Brush) -> None:
    metal = brush.main(BRASS)
    brush.ring(0, -0.93, 0.07, 0.035, metal)
    brush.ball(0, -0.43, 0.43, metal)
    brush.oval(0, -0.43, 0.35, 0.35, "#f4ecd6", flat=True)
    brush.spokes(0, -0.43, 0.29, 0.33, 16, 0.014, INK)
    for turn in range(4):
        with brush.turned(turn * 90, 0, -0.43):
            brush.shape([(0, -0.71), (0.05, -0.43), (-0.05, -0.43)], "#c9b88c", flat=True)
    with brush.turned(32, 0, -0.43):
        brush.shape([(0, -0.73), (0.065, -0.43), (-0.065, -0.43)], "#c2332c", flat=True)
        brush.shape([(0, -0.13), (0.065, -0.43), (-0.065, -0.43)], "#34506e", flat=True)
    brush.oval(0, -0.43, 0.04, 0.04, metal, flat=True)


@draws(
    "gear, machine, engine, device, mechanism, cog, generator, invention, gadget, contraption",
    0.5,
    heads=2.5,
)
def gear(brush: Brush) -> None:
    metal = brush.main("#8d97a0")
    _cog(brush, (-0.14, -0.50), 0.46, 10, metal)
    _cog(brush, (0.42, -0.24), 0.23, 8, BRASS)
    _cog(brush, (0.40, -0.80), 0.19, 8, "#bb6f46")


def _cog(brush: Brush, centre: tuple[float, float], radius: float, teeth: int, metal: str) -> None:
    points = []
    for tooth in range(teeth):
        for share, reach in ((0.0, 0.8), (0.18, 1.0), (0.5, 1.0), (0.68, 0.8)):
            angle = math.tau * (tooth + share) / teeth
            points.append((centre[0] + radius * reach * math.cos(angle), centre[1] + radius * reach * math.sin(angle)))
    brush.shape(points, metal)
    brush.oval(*centre, radius * 0.58, radius * 0.58, darker(metal, 0.22))
    brush.oval(*centre, radius * 0.42, radius * 0.42, metal)
    brush.oval(*centre, radius * 0.16, radius * 0.16, INK, flat=True)


@draws("robot, android, droid", 0.36)
def robot(brush: Brush) -> None:
    metal = brush.main("#9fb0bb")
    brush.line([(0, -0.88), (0, -0.97)], 0.025, IRON)
    brush.ball(0, -0.97, 0.035, "#e8523f")
    for side in (-1, 1):
        brush.line(
            [(side * 0.27, -0.52), (side * 0.40, -0.36), (side * 0.38, -0.20)], 0.07, darker(metal, 0.25), soft=True
        )
        brush.ball(side * 0.38, -0.19, 0.06, metal)
        brush.box(side * 0.13 - 0.06, -0.22, 0.12, 0.18, darker(metal, 0.3))
        brush.box(side * 0.15 - 0.10, -0.08, 0.20, 0.08, metal, 0.04)
    brush.box(-0.26, -0.58, 0.52, 0.38, metal, 0.07)
    brush.box(-0.16, -0.50, 0.32, 0.20, darker(metal, 0.5), 0.03)
    for x, colour in ((-0.08, "#e8523f"), (0.0, "#ffd75e"), (0.08, "#6fd08c")):
        brush.spark(x, -0.40, 0.034, colour)
    brush.box(-0.07, -0.63, 0.14, 0.07, IRON)
    brush.box(-0.24, -0.89, 0.48, 0.28, metal, 0.09)
    for x in (-0.10, 0.10):
        brush.oval(x, -0.76, 0.065, 0.065, "#203040", flat=True)
        brush.spark(x, -0.76, 0.042, "#7fe6ff")
    brush.line([(-0.10, -0.66), (0.10, -0.66)], 0.022, IRON)


@draws("bomb, dynamite, grenade, explosive", 0.4)
def bomb(brush: Brush) -> None:
    brush.ball(-0.04, -0.38, 0.38, brush.main("#34343e"))
    brush.box(-0.04, -0.84, 0.20, 0.14, IRON, 0.03)
    brush.line([(0.06, -0.82), (0.16, -0.94), (0.32, -0.90)], 0.035, "#d9c49a", soft=True)
    brush.flame(0.34, -0.85, 0.15)


@draws("hourglass, sandglass", 0.3)
def hourglass(brush: Brush) -> None:
    wood, sand = brush.main(DARK_WOOD), "#e3c27a"
    brush.shape(
        [
            (-0.24, -0.90),
            (0.24, -0.90),
            (0.20, -0.66),
            (0.03, -0.50),
            (0.20, -0.34),
            (0.24, -0.10),
            (-0.24, -0.10),
            (-0.20, -0.34),
            (-0.03, -0.50),
            (-0.20, -0.66),
        ],
        GLASS,
        0.5,
    )
    brush.shape([(-0.17, -0.68), (0.17, -0.68), (0.0, -0.51)], sand)
    brush.shape([(0.0, -0.34), (0.22, -0.11), (-0.22, -0.11)], sand)
    brush.line([(0, -0.52), (0, -0.2)], 0.014, sand)
    for x in (-0.28, 0.28):
        brush.line([(x, -0.92), (x, -0.08)], 0.04, wood)
    for y in (-1.0, -0.10):
        brush.box(-0.34, y, 0.68, 0.10, wood, 0.03)
