"""Clothes that nobody is wearing."""

from __future__ import annotations

from .brush import BRASS, INK, LEATHER, STEEL, Brush, darker, draws, paler


@draws("dress, gown, wedding dress, ball gown, skirt, nightgown, evening dress, tutu", 0.4, heads=2.6)
def dress(brush: Brush) -> None:
    cloth = brush.main("#f4f0ea" if brush.has("wedding") else "#b5506f")
    brush.shape(
        [
            (-0.16, -0.98),
            (-0.08, -0.86),
            (0.08, -0.86),
            (0.16, -0.98),
            (0.22, -0.76),
            (0.15, -0.56),
            (0.44, 0.0),
            (0.0, 0.03),
            (-0.44, 0.0),
            (-0.15, -0.56),
            (-0.22, -0.76),
        ],
        cloth,
    )
    brush.box(-0.155, -0.60, 0.31, 0.06, darker(cloth, 0.3), 0.02)
    for x in (-0.22, -0.06, 0.10, 0.24):
        brush.line([(x * 0.4, -0.52), (x, -0.04)], 0.018, darker(cloth, 0.25), 0.8)


@draws("shirt, t-shirt, tshirt, blouse, tee, jersey, sweater, jumper, hoodie, top", 0.46)
def shirt(brush: Brush) -> None:
    cloth = brush.main("#5f8fb5")
    brush.shape(
        [
            (-0.20, -0.94),
            (0.20, -0.94),
            (0.44, -0.86),
            (0.68, -0.56),
            (0.48, -0.42),
            (0.36, -0.56),
            (0.36, 0.0),
            (-0.36, 0.0),
            (-0.36, -0.56),
            (-0.48, -0.42),
            (-0.68, -0.56),
            (-0.44, -0.86),
        ],
        cloth,
    )
    brush.line([(-0.19, -0.94), (0.0, -0.82), (0.19, -0.94)], 0.05, darker(cloth, 0.3), soft=True)
    if brush.has("sweater", "jumper"):
        for y in (-0.44, -0.32):
            brush.line([(-0.34, y), (-0.17, y + 0.06), (0.0, y), (0.17, y + 0.06), (0.34, y)], 0.035, paler(cloth, 0.5))


@draws("trousers, pants, jeans, shorts, slacks, leggings", 0.36)
def trousers(brush: Brush) -> None:
    cloth = brush.main("#4a6a92")
    low = -0.46 if brush.has("shorts") else 0.0
    brush.shape(
        [(-0.30, -1.0), (0.30, -1.0), (0.40, low), (0.09, low), (0.0, -0.60), (-0.09, low), (-0.40, low)], cloth
    )
    brush.box(-0.30, -1.0, 0.60, 0.09, darker(cloth, 0.3))
    brush.line([(0, -0.92), (0, -0.66)], 0.02, darker(cloth, 0.4))


@draws("sock, socks, stocking, christmas stocking", 0.34)
def sock(brush: Brush) -> None:
    cloth = brush.main("#c8443a")
    brush.shape(
        [(-0.22, -0.96), (0.16, -0.96), (0.14, -0.42), (0.50, -0.20), (0.48, 0.0), (-0.10, 0.0), (-0.24, -0.30)],
        cloth,
        soft=False,
    )
    brush.box(-0.26, -1.0, 0.46, 0.16, "#f6f1e6", 0.04)
    brush.shape([(0.26, -0.34), (0.50, -0.20), (0.48, 0.0), (0.24, 0.0)], "#f6f1e6")


@draws("belt, strap, leash, dog leash, collar, dog collar, seat belt", 0.5)
def belt(brush: Brush) -> None:
    hide = brush.main(LEATHER)
    brush.ring(0, -0.36, 0.52, 0.16, hide, 0.5)
    brush.ring(0, -0.36, 0.52, 0.012, paler(hide, 0.4), 0.5)
    brush.box(-0.20, -0.30, 0.32, 0.34, BRASS, 0.04)
    brush.box(-0.14, -0.24, 0.20, 0.22, darker(hide, 0.35), 0.02)


@draws("tie, necktie, bow tie, bowtie, ribbon, bow", 0.24)
def tie(brush: Brush) -> None:
    cloth = brush.main("#8a2f35")
    if brush.has("bow", "bowtie", "ribbon"):
        for side in (-1, 1):
            brush.shape([(0, -0.50), (side * 0.60, -0.86), (side * 0.66, -0.20)], cloth, soft=False)
            brush.shape(
                [(0.0, -0.46), (side * 0.34, -0.02), (side * 0.16, 0.0), (-side * 0.02, -0.40)], darker(cloth, 0.15)
            )
        brush.box(-0.13, -0.64, 0.26, 0.27, darker(cloth, 0.2), 0.06)
        return
    brush.shape([(-0.13, -1.0), (0.13, -1.0), (0.08, -0.80), (-0.08, -0.80)], darker(cloth, 0.2))
    brush.shape([(-0.08, -0.80), (0.08, -0.80), (0.21, -0.20), (0.0, 0.0), (-0.21, -0.20)], cloth)
    for y in (-0.62, -0.42, -0.22):
        brush.line([(-0.13, y), (0.14, y + 0.11)], 0.035, paler(cloth, 0.45))


@draws("high heel, heels, high heels, stiletto, glass slipper, pump", 0.5)
def high_heel(brush: Brush) -> None:
    tone = "#c6e6ef" if brush.has("glass") else brush.main("#c8303a")
    brush.line([(-0.52, -0.66), (-0.56, -0.02)], 0.07, darker(tone, 0.3))
    brush.shape(
        [
            (-0.66, -0.92),
            (-0.44, -0.86),
            (-0.10, -0.44),
            (0.36, -0.26),
            (0.70, -0.10),
            (0.68, 0.0),
            (0.26, 0.0),
            (-0.16, -0.26),
            (-0.46, -0.56),
            (-0.66, -0.66),
        ],
        tone,
        soft=False,
    )
    brush.shine([(0.30, -0.18), (0.52, -0.09)], 0.05, 0.6)


@draws("sneaker, trainer, running shoe, tennis shoe, sneakers, trainers", 0.6)
def sneaker(brush: Brush) -> None:
    tone = brush.main("#3f8fd0")
    brush.shape(
        [(-0.66, -0.16), (-0.64, -0.76), (-0.30, -0.70), (-0.06, -0.62), (0.24, -0.40), (0.66, -0.30), (0.72, -0.14)],
        tone,
        soft=False,
    )
    brush.box(-0.72, -0.18, 1.48, 0.18, "#f6f3ea", 0.08)
    for step in range(3):
        brush.line(
            [(-0.12 + step * 0.13, -0.62 + step * 0.07), (-0.02 + step * 0.13, -0.44 + step * 0.06)], 0.045, "#ffffff"
        )
    brush.line([(-0.50, -0.30), (-0.20, -0.34), (0.10, -0.24)], 0.06, "#ffffff", soft=True)


@draws("top hat, magician hat, magic hat, stovepipe hat", 0.5)
def top_hat(brush: Brush) -> None:
    felt = brush.main("#2c2a33")
    brush.shape([(-0.40, -0.98), (0.40, -0.98), (0.34, -0.14), (-0.34, -0.14)], felt)
    brush.oval(0, -0.97, 0.40, 0.06, paler(felt, 0.12))
    brush.shape([(-0.36, -0.34), (0.36, -0.34), (0.34, -0.16), (-0.34, -0.16)], "#a3222f")
    brush.shape(
        [(-0.72, -0.20), (-0.34, -0.16), (0.34, -0.16), (0.72, -0.20), (0.56, -0.03), (-0.56, -0.03)], felt, soft=True
    )


@draws("cap, baseball cap, police cap, captain hat, sailor cap", 0.5)
def cap(brush: Brush) -> None:
    cloth = brush.main("#3f6ea8")
    brush.shape([(-0.56, -0.16), (-0.46, -0.62), (0.0, -0.82), (0.42, -0.62), (0.48, -0.18)], cloth, soft=True)
    brush.line([(-0.06, -0.76), (-0.10, -0.20)], 0.015, darker(cloth, 0.35))
    brush.shape(
        [(0.10, -0.24), (0.60, -0.26), (0.84, -0.06), (0.40, -0.08), (0.06, -0.12)], darker(cloth, 0.25), soft=False
    )
    brush.ball(-0.02, -0.82, 0.05, cloth)


@draws(
    "helmet, hard hat, knight helmet, motorcycle helmet, space helmet, army helmet, astronaut helmet, bike helmet, "
    "spacesuit",
    0.46,
)
def helmet(brush: Brush) -> None:
    if brush.has("space", "astronaut", "spacesuit"):
        brush.box(-0.40, -0.20, 0.80, 0.20, STEEL, 0.06)
        brush.ball(0, -0.54, 0.46, "#eef1f2")
        brush.oval(0.05, -0.54, 0.33, 0.29, "#33475f")
        brush.shine([(0.10, -0.74), (0.26, -0.60)], 0.05, 0.7)
        return
    metal = brush.main("#e0b03a" if brush.has("hard") else "#aab4bd")
    brush.shape([(-0.48, -0.20), (-0.46, -0.66), (0.0, -0.98), (0.46, -0.66), (0.48, -0.20)], metal, soft=False)
    if brush.has("knight"):
        brush.shape([(-0.48, -0.56), (0.48, -0.56), (0.40, 0.0), (-0.40, 0.0)], metal)
        brush.box(-0.36, -0.54, 0.72, 0.10, INK, 0.04, flat=True)
        for x in (-0.16, 0.0, 0.16):
            brush.line([(x, -0.34), (x, -0.08)], 0.035, INK)
        brush.shape([(-0.04, -0.96), (-0.40, -1.0), (-0.56, -0.70), (-0.20, -0.86)], "#c8303a", soft=True)
    else:
        brush.box(-0.64, -0.24, 1.28, 0.12, darker(metal, 0.15), 0.06)
        brush.line([(0.0, -0.96), (0.0, -0.26)], 0.07, darker(metal, 0.12))


@draws("pillow, cushion", 0.6)
def pillow(brush: Brush) -> None:
    cloth = brush.main("#e6e9f0")
    brush.shape(
        [
            (-0.72, -0.62),
            (0.0, -0.70),
            (0.72, -0.62),
            (0.66, -0.32),
            (0.72, -0.02),
            (0.0, 0.0),
            (-0.72, -0.02),
            (-0.66, -0.32),
        ],
        cloth,
    )
    brush.shade([(-0.40, -0.30), (0.0, -0.40), (0.40, -0.28), (0.0, -0.20)], 0.08, soft=True)


@draws("blanket, quilt, towel, cloth, rug, carpet, handkerchief, sheet, magic carpet, flying carpet", 0.6)
def blanket(brush: Brush) -> None:
    cloth = brush.main("#b5604a")
    if brush.has("rug", "carpet"):
        brush.shape(
            [(-0.84, -0.10), (-0.40, -0.50), (0.40, -0.50), (0.84, -0.10), (0.40, -0.02), (-0.40, -0.02)], cloth
        )
        brush.shape(
            [(-0.58, -0.14), (-0.30, -0.42), (0.30, -0.42), (0.58, -0.14), (0.30, -0.08), (-0.30, -0.08)], "#e6c27a"
        )
        brush.shape(
            [(-0.38, -0.18), (-0.20, -0.36), (0.20, -0.36), (0.38, -0.18), (0.20, -0.13), (-0.20, -0.13)],
            darker(cloth, 0.2),
        )
        return
    for row in range(3):
        brush.box(-0.62, -0.22 - row * 0.22, 1.24, 0.22, darker(cloth, 0.05 + 0.08 * (row % 2)), 0.10)
    brush.shape([(-0.62, -0.60), (0.30, -0.60), (0.40, -0.04), (-0.62, -0.04)], cloth)
    for x in (-0.50, -0.28, -0.06, 0.16):
        brush.box(x, -0.60, 0.06, 0.56, paler(cloth, 0.4), flat=True)
