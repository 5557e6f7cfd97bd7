"""For the sick and for the bath."""

from __future__ import annotations

from .brush import BRASS, GLASS, INK, STEEL, WOOD, Brush, darker, draws, paler


@draws("syringe, needle, injection, vaccine, shot", 0.2)
def syringe(brush: Brush) -> None:
    with brush.turned(38):
        brush.line([(0, -0.16), (0, 0.06)], 0.022, STEEL)
        brush.box(-0.10, -0.76, 0.20, 0.60, GLASS, 0.03, 0.7)
        brush.box(-0.08, -0.52, 0.16, 0.34, brush.main("#6fc48a"), 0.02)
        brush.line([(0, -0.56), (0, -1.02)], 0.05, STEEL)
        brush.box(-0.14, -1.06, 0.28, 0.06, STEEL, 0.02)
        brush.box(-0.17, -0.80, 0.34, 0.05, STEEL, 0.02)


@draws(
    "pill, bottle of pills, pills, tablet pill, capsule, pill bottle, medicine bottle, medication, vitamins, aspirin",
    0.4,
)
def pill(brush: Brush) -> None:
    brush.box(-0.34, -0.76, 0.50, 0.76, "#e08a3a", 0.06, 0.9)
    brush.box(-0.38, -1.0, 0.58, 0.26, "#f4f3ee", 0.04)
    brush.box(-0.34, -0.58, 0.50, 0.34, "#f6f1e6", flat=True)
    brush.box(-0.15, -0.52, 0.10, 0.22, "#d0302a", flat=True)
    brush.box(-0.21, -0.46, 0.22, 0.10, "#d0302a", flat=True)
    with brush.turned(-24, 0.42, -0.08):
        brush.box(0.24, -0.16, 0.20, 0.16, brush.main("#c8443a"), 0.08)
        brush.box(0.38, -0.16, 0.20, 0.16, "#f4f3ee", 0.08)


@draws("stethoscope", 0.4)
def stethoscope(brush: Brush) -> None:
    tone = brush.main("#33475f")
    brush.line([(-0.30, -0.98), (-0.34, -0.60), (0.0, -0.40), (0.34, -0.60), (0.30, -0.98)], 0.05, tone, soft=True)
    brush.line([(0.0, -0.42), (0.02, -0.14), (0.30, -0.06), (0.46, -0.22)], 0.05, tone, soft=True)
    for side in (-1, 1):
        brush.line([(side * 0.30, -0.98), (side * 0.22, -1.0)], 0.06, STEEL)
    brush.ball(0.48, -0.26, 0.12, STEEL)


@draws("bandage, plaster, band-aid, gauze, sling, cast", 0.5)
def bandage(brush: Brush) -> None:
    with brush.turned(-24):
        brush.box(-0.70, -0.64, 1.40, 0.36, brush.main("#e9bd92"), 0.18)
        brush.box(-0.22, -0.64, 0.44, 0.36, paler("#e9bd92", 0.35), flat=True)
        for x in (-0.52, -0.40, 0.40, 0.52):
            for y in (-0.53, -0.40):
                brush.oval(x, y, 0.022, 0.022, darker("#e9bd92", 0.4), flat=True)


@draws("crutch, crutches, walking stick, cane, staff, stick, shepherd's crook, walking cane", 0.2, heads=3.0)
def crutch(brush: Brush) -> None:
    wood = brush.main(WOOD)
    if brush.has("crutch", "crutches"):
        brush.line([(0, 0.0), (0, -0.34), (-0.10, -0.92)], 0.05, wood)
        brush.line([(0, -0.34), (0.10, -0.92)], 0.05, wood)
        brush.line([(-0.09, -0.62), (0.09, -0.62)], 0.05, darker(wood, 0.2))
        brush.box(-0.18, -1.0, 0.36, 0.10, "#5f6f7d", 0.05)
    elif brush.has("staff"):
        brush.line([(0.02, 0.0), (-0.02, -0.5), (0.02, -0.90)], 0.06, wood, soft=True)
        brush.ring(0.0, -0.92, 0.075, 0.035, wood)
        brush.spark(0.0, -0.92, 0.05, "#8fe0ff")
        brush.glow(0.0, -0.92, 0.25, "#8fe0ff")
    else:
        brush.line([(0.04, 0.0), (0.04, -0.84), (-0.06, -0.98), (-0.18, -0.88)], 0.06, wood, soft=True)
        brush.box(0.01, -0.06, 0.06, 0.06, INK)


@draws("comb, hairbrush, hair brush", 0.4)
def comb(brush: Brush) -> None:
    tone = brush.main("#b5603a")
    with brush.turned(-18):
        brush.box(-0.62, -0.66, 1.24, 0.18, tone, 0.06)
        for step in range(14):
            brush.box(-0.57 + step * 0.085, -0.50, 0.045, 0.32, tone, 0.02)


@draws("toothbrush, tooth brush", 0.16)
def toothbrush(brush: Brush) -> None:
    with brush.turned(18):
        brush.box(-0.055, -0.66, 0.11, 0.68, brush.main("#4f8fe0"), 0.05)
        brush.box(-0.045, -1.0, 0.09, 0.36, brush.main("#4f8fe0"), 0.03)
        brush.box(0.04, -0.98, 0.14, 0.26, "#f4f6f8", 0.02)


@draws("lipstick, makeup, make-up", 0.2)
def lipstick(brush: Brush) -> None:
    brush.shape([(-0.13, -0.66), (-0.13, -0.90), (0.13, -1.0), (0.13, -0.66)], brush.main("#c8303f"))
    brush.box(-0.16, -0.70, 0.32, 0.30, BRASS, 0.02)
    brush.box(-0.20, -0.42, 0.40, 0.42, "#2b2a33", 0.03)


@draws("perfume bottle, perfume, cologne, lotion", 0.34)
def perfume(brush: Brush) -> None:
    brush.box(-0.12, -1.0, 0.24, 0.20, BRASS, 0.03)
    brush.box(-0.08, -0.82, 0.16, 0.10, STEEL)
    brush.box(-0.38, -0.74, 0.76, 0.74, "#dceef2", 0.10, 0.7)
    brush.box(-0.32, -0.52, 0.64, 0.48, brush.main("#e8a8b8"), 0.08, 0.9)
    brush.shine([(0.26, -0.64), (0.26, -0.20)], 0.05, 0.7)


@draws("soap, bar of soap, sponge", 0.5)
def soap(brush: Brush) -> None:
    tone = brush.main("#a8d5c4")
    brush.box(-0.56, -0.42, 1.12, 0.42, tone, 0.16)
    brush.box(-0.34, -0.34, 0.68, 0.18, paler(tone, 0.3), 0.08)
    for x, y, r in (
        (-0.44, -0.56, 0.13),
        (-0.20, -0.66, 0.09),
        (0.40, -0.52, 0.10),
        (0.24, -0.76, 0.06),
        (-0.34, -0.88, 0.05),
    ):
        brush.oval(x, y, r, r, "#eaf8fb", 0.75)


@draws("bathtub, bath, tub, washtub", 0.7, heads=2.2)
def bathtub(brush: Brush) -> None:
    tone = brush.main("#f1f0ec")
    for x in (-0.24, 0.0, 0.22, 0.40):
        brush.ball(x, -0.80, 0.14, "#f8fcff")
    for x in (-0.50, 0.50):
        brush.ball(x, -0.06, 0.08, BRASS)
    brush.shape(
        [(-0.80, -0.80), (0.80, -0.80), (0.66, -0.22), (0.40, -0.08), (-0.40, -0.08), (-0.66, -0.22)], tone, soft=False
    )
    brush.box(-0.86, -0.86, 1.72, 0.11, tone, 0.05)
    brush.line([(0.66, -0.86), (0.66, -1.0), (0.52, -1.0)], 0.05, BRASS)


@draws("toilet, lavatory", 0.4, heads=2.0)
def toilet(brush: Brush) -> None:
    tone = brush.main("#f1f0ec")
    brush.box(-0.46, -1.0, 0.32, 0.52, tone, 0.04)
    brush.box(-0.30, -0.20, 0.40, 0.20, darker(tone, 0.08), 0.04)
    brush.shape([(-0.40, -0.52), (0.50, -0.52), (0.42, -0.28), (0.10, -0.14), (-0.32, -0.16)], tone, soft=False)
    brush.box(-0.42, -0.57, 0.96, 0.08, darker(tone, 0.1), 0.04)
