"""What detectives look through and find."""

from __future__ import annotations

import math

from .brush import BRASS, DARK_WOOD, INK, IRON, STEEL, Brush, darker, draws, paler


@draws("magnifying glass, magnifier, loupe, hand lens, lens", 0.3)
def magnifying_glass(brush: Brush) -> None:
    with brush.turned(36, 0, -0.5):
        brush.box(-0.055, -0.40, 0.11, 0.48, brush.main(DARK_WOOD), 0.05)
        brush.ring(0, -0.68, 0.30, 0.075, BRASS)
        brush.oval(0, -0.68, 0.27, 0.27, "#cfeaf2", 0.6)
        brush.shine([(-0.16, -0.80), (-0.04, -0.88)], 0.05, 0.8)


@draws("microscope", 0.36)
def microscope(brush: Brush) -> None:
    metal = brush.main("#3d4653")
    brush.box(-0.40, -0.12, 0.80, 0.12, metal, 0.05)
    brush.line([(0.20, -0.12), (0.36, -0.46), (0.16, -0.80)], 0.12, metal, soft=True)
    brush.box(-0.30, -0.36, 0.48, 0.06, darker(metal, 0.3))
    with brush.turned(-22, 0, -0.6):
        brush.box(-0.11, -0.96, 0.22, 0.40, "#d9dde2", 0.03)
        brush.box(-0.08, -1.06, 0.16, 0.14, IRON, 0.02)
        brush.box(-0.06, -0.58, 0.12, 0.16, BRASS, 0.02)
    brush.oval(0.30, -0.44, 0.09, 0.09, IRON)


@draws("binoculars, opera glasses, field glasses", 0.5)
def binoculars(brush: Brush) -> None:
    tone = brush.main("#33353d")
    brush.box(-0.14, -0.74, 0.28, 0.26, darker(tone, 0.3), 0.04)
    for side in (-1, 1):
        brush.shape([(side * 0.16, -0.96), (side * 0.40, -0.96), (side * 0.62, -0.06), (side * 0.14, -0.06)], tone)
        brush.box(side * 0.28 - 0.14, -1.0, 0.28, 0.12, darker(tone, 0.4), 0.03)
        brush.oval(side * 0.38, -0.06, 0.25, 0.07, "#5f8fb5")


@draws("handcuffs, cuffs, shackles, manacles", 0.56)
def handcuffs(brush: Brush) -> None:
    metal = brush.main(STEEL)
    for x, y in ((-0.42, -0.46), (0.42, -0.40)):
        brush.ring(x, y, 0.32, 0.10, metal)
        brush.box(x - 0.10, y + 0.24, 0.20, 0.14, darker(metal, 0.2), 0.03)
    for step in range(3):
        brush.ring(-0.09 + step * 0.09, -0.46, 0.055, 0.025, IRON)


@draws("badge, police badge, sheriff badge, sheriff star, medal, rosette, pin badge", 0.34)
def badge(brush: Brush) -> None:
    metal = brush.main("#d9ac45")
    if brush.has("medal", "rosette"):
        brush.shape([(-0.26, -1.0), (-0.04, -1.0), (0.12, -0.56), (-0.06, -0.56)], "#3f6fb5")
        brush.shape([(0.26, -1.0), (0.04, -1.0), (-0.12, -0.56), (0.06, -0.56)], "#c8443a")
        brush.ball(0, -0.32, 0.32, metal)
        brush.oval(0, -0.32, 0.23, 0.23, paler(metal, 0.25))
        return
    points = [
        (math.sin(math.tau * k / 12) * r, -0.5 - math.cos(math.tau * k / 12) * r)
        for k, r in enumerate((0.50, 0.30) * 6)
    ]
    brush.shape(points, metal)
    brush.oval(0, -0.5, 0.24, 0.24, darker(metal, 0.2))
    brush.oval(0, -0.5, 0.19, 0.19, paler(metal, 0.25))
    brush.line([(-0.10, -0.50), (0.10, -0.50)], 0.05, darker(metal, 0.5))


@draws("whistle, referee whistle", 0.46)
def whistle(brush: Brush) -> None:
    metal = brush.main(STEEL)
    brush.box(-0.10, -0.70, 0.76, 0.26, metal, 0.04)
    brush.ball(-0.20, -0.36, 0.34, metal)
    brush.oval(-0.20, -0.36, 0.16, 0.16, darker(metal, 0.55))
    brush.ball(-0.18, -0.34, 0.09, "#b5803f")
    brush.ring(-0.50, -0.62, 0.09, 0.035, IRON)


@draws("lock, padlock, combination lock", 0.36)
def padlock(brush: Brush) -> None:
    brush.line([(-0.22, -0.50), (-0.22, -0.80), (0.0, -0.97), (0.22, -0.80), (0.22, -0.50)], 0.10, STEEL, soft=True)
    metal = brush.main(BRASS)
    brush.box(-0.38, -0.56, 0.76, 0.56, metal, 0.08)
    brush.oval(0, -0.32, 0.08, 0.08, INK, flat=True)
    brush.shape([(-0.035, -0.30), (0.035, -0.30), (0.06, -0.12), (-0.06, -0.12)], INK, flat=True)


@draws("chain, chains, iron chain", 0.5)
def chain(brush: Brush) -> None:
    metal = brush.main("#6a717b")
    for step in range(5):
        with brush.turned(-20 + step * 10, -0.60 + step * 0.30, -0.34):
            brush.ring(-0.60 + step * 0.30, -0.34 - 0.12 * (step % 2), 0.21, 0.08, metal, 0.62 if step % 2 else 0.9)


@draws("noose, whip, bullwhip, lasso, lariat", 0.3)
def lasso(brush: Brush) -> None:
    hemp = brush.main("#c6a063")
    brush.line([(0, -1.0), (0, -0.56)], 0.06, hemp)
    brush.ring(0, -0.30, 0.27, 0.06, hemp)
    for step in range(4):
        brush.line([(-0.06, -0.74 + step * 0.055), (0.06, -0.71 + step * 0.055)], 0.045, darker(hemp, 0.3))


@draws("cigarette, cigar, pipe, smoking pipe, cigarettes", 0.5)
def cigarette(brush: Brush) -> None:
    for x in (0.50, 0.58):
        brush.line(
            [(x, -0.50), (x + 0.08, -0.66), (x - 0.02, -0.82), (x + 0.06, -0.98)], 0.035, "#ffffff", 0.35, soft=True
        )
    if brush.has("pipe"):
        brush.line([(-0.76, -0.62), (-0.30, -0.44), (0.20, -0.14)], 0.08, INK, soft=True)
        brush.shape(
            [(0.14, -0.46), (0.62, -0.46), (0.60, -0.10), (0.36, 0.0), (0.14, -0.10)], brush.main("#6a3f26"), soft=False
        )
        return
    tone = "#7a4a2c" if brush.has("cigar") else "#f4f1e8"
    brush.box(-0.70, -0.40, 1.24, 0.20, brush.main(tone), 0.08)
    brush.box(-0.70, -0.40, 0.34, 0.20, "#d99a4a" if not brush.has("cigar") else "#c8443a", 0.06)
    brush.spark(0.56, -0.30, 0.09, "#ff7a3a")


@draws("lighter, zippo, match, matchbox, matches, box of matches, matchstick", 0.26)
def lighter(brush: Brush) -> None:
    if brush.has("match", "matchbox", "matches", "matchstick"):
        brush.line([(0, 0.0), (0, -0.66)], 0.07, "#d9bd88")
        brush.flame(0, -0.62, 0.34)
        brush.ball(0, -0.66, 0.06, "#7a2f26")
        return
    brush.flame(0.02, -0.64, 0.32)
    brush.box(-0.20, -0.64, 0.40, 0.64, brush.main(STEEL), 0.05)
    brush.box(-0.14, -0.72, 0.24, 0.10, IRON, 0.02)
    brush.shape([(-0.22, -0.60), (-0.46, -0.88), (-0.34, -0.98), (-0.16, -0.66)], darker(STEEL, 0.1))
