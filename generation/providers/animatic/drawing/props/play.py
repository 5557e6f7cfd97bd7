"""Toys, games and sport."""

from __future__ import annotations

import math

from .brush import DARK_WOOD, INK, IRON, STEEL, WOOD, Brush, darker, draws, paler


@draws("football, soccer ball, soccer, volleyball", 0.4)
def football(brush: Brush) -> None:
    brush.ball(0, -0.48, 0.48, brush.main("#f4f1ea"))
    points = [
        (math.cos(math.tau * k / 5 - math.pi / 2) * 0.17, -0.48 + math.sin(math.tau * k / 5 - math.pi / 2) * 0.17)
        for k in range(5)
    ]
    brush.shape(points, INK)
    for k in range(5):
        turn = math.tau * k / 5 - math.pi / 2
        x, y = math.cos(turn), math.sin(turn)
        brush.line([(x * 0.17, -0.48 + y * 0.17), (x * 0.33, -0.48 + y * 0.33)], 0.02, INK)
        brush.shape(
            [
                (x * 0.47 - y * 0.10, -0.48 + y * 0.47 + x * 0.10),
                (x * 0.34 - y * 0.07, -0.48 + y * 0.34 + x * 0.07),
                (x * 0.34 + y * 0.07, -0.48 + y * 0.34 - x * 0.07),
                (x * 0.47 + y * 0.10, -0.48 + y * 0.47 - x * 0.10),
            ],
            INK,
        )


@draws("basketball, tennis ball, baseball, golf ball, bowling ball, rugby ball", 0.4)
def basketball(brush: Brush) -> None:
    tone = (
        "#cfe04a"
        if brush.has("tennis")
        else "#f4f1ea"
        if brush.has("baseball", "golf")
        else "#2f3550"
        if brush.has("bowling")
        else "#d9702f"
    )
    tone = brush.main(tone)
    brush.ball(0, -0.48, 0.48, tone)
    if brush.has("bowling"):
        for x, y in ((0.0, -0.70), (0.14, -0.66), (0.06, -0.54)):
            brush.oval(x, y, 0.05, 0.05, INK, flat=True)
        return
    seam = "#c8443a" if brush.has("baseball") else "#ffffff" if brush.has("tennis") else INK
    brush.line([(-0.38, -0.78), (-0.16, -0.48), (-0.38, -0.18)], 0.025, seam, soft=True)
    brush.line([(0.38, -0.78), (0.16, -0.48), (0.38, -0.18)], 0.025, seam, soft=True)
    if not brush.has("baseball", "tennis", "golf"):
        brush.line([(0, -0.96), (0, 0.0)], 0.025, seam)
        brush.line([(-0.48, -0.48), (0.48, -0.48)], 0.025, seam)


@draws("bat, baseball bat, cricket bat, club, cudgel, bowling pin, golf club, hockey stick", 0.2)
def bat_club(brush: Brush) -> None:
    with brush.turned(20):
        if brush.has("golf", "hockey"):
            brush.line([(0, -1.0), (0, -0.06)], 0.05, STEEL if brush.has("golf") else WOOD)
            brush.shape(
                [(-0.04, -0.12), (0.24, -0.10), (0.26, 0.0), (-0.04, 0.02)], IRON if brush.has("golf") else WOOD
            )
        else:
            brush.shape(
                [
                    (-0.05, 0.0),
                    (0.05, 0.0),
                    (0.06, -0.30),
                    (0.13, -0.70),
                    (0.11, -0.96),
                    (0.0, -1.02),
                    (-0.11, -0.96),
                    (-0.13, -0.70),
                    (-0.06, -0.30),
                ],
                brush.main("#c98a4a"),
                soft=False,
            )
            brush.box(-0.06, -0.22, 0.12, 0.20, DARK_WOOD, 0.02)


@draws("racket, tennis racket, racquet, badminton racket", 0.3)
def racket(brush: Brush) -> None:
    with brush.turned(18):
        brush.line([(0, 0.0), (0, -0.36)], 0.09, INK)
        brush.line([(0, -0.34), (-0.10, -0.48)], 0.05, brush.main("#c8443a"))
        brush.line([(0, -0.34), (0.10, -0.48)], 0.05, brush.main("#c8443a"))
        for step in range(-2, 3):
            brush.line(
                [(step * 0.08, -0.94 + abs(step) * 0.05), (step * 0.08, -0.50 - abs(step) * 0.04)], 0.01, "#f4f1ea"
            )
            brush.line([(-0.20, -0.71 + step * 0.08), (0.20, -0.71 + step * 0.08)], 0.01, "#f4f1ea")
        brush.shape(
            [(0, -0.99), (0.25, -0.84), (0.25, -0.60), (0, -0.43), (-0.25, -0.60), (-0.25, -0.84)],
            "#ffffff",
            0.10,
            soft=True,
        )
        brush.line(
            [(0, -0.99), (0.25, -0.84), (0.25, -0.60), (0, -0.43), (-0.25, -0.60), (-0.25, -0.84), (0, -0.99)],
            0.05,
            brush.main("#c8443a"),
            soft=True,
        )


@draws("skis, ski, surfboard, snowboard, board, surf board", 0.2, heads=4.0)
def skis(brush: Brush) -> None:
    if brush.has("skis", "ski"):
        for x, lean in ((-0.14, -4), (0.14, 4)):
            with brush.turned(lean, x, 0.0):
                brush.shape(
                    [(x - 0.07, 0.0), (x + 0.07, 0.0), (x + 0.07, -0.86), (x, -1.0), (x - 0.07, -0.86)],
                    brush.main("#3f8fd0"),
                )
                brush.box(x - 0.07, -0.46, 0.14, 0.14, IRON)
        return
    tone = brush.main("#e9c24f")
    brush.shape(
        [(0, -1.0), (0.20, -0.70), (0.21, -0.30), (0.10, 0.0), (-0.10, 0.0), (-0.21, -0.30), (-0.20, -0.70)],
        tone,
        soft=True,
    )
    brush.line([(0, -0.96), (0, -0.02)], 0.04, "#f6f3ea")
    brush.shape([(-0.21, -0.56), (0.21, -0.66), (0.21, -0.54), (-0.21, -0.44)], "#d8503a")


@draws("ice skate, skates, ice skates, roller skates, roller skate, rollerblades", 0.5)
def skate(brush: Brush) -> None:
    tone = brush.main("#f1efe8")
    brush.shape(
        [(-0.44, -1.0), (-0.02, -1.0), (0.02, -0.56), (0.46, -0.40), (0.50, -0.22), (-0.46, -0.22)], tone, soft=False
    )
    for step in range(4):
        brush.line(
            [(-0.06 + step * 0.03, -0.90 + step * 0.11), (0.10 + step * 0.05, -0.92 + step * 0.12)],
            0.035,
            darker(tone, 0.5),
        )
    if brush.has("roller", "rollerblades"):
        for x in (-0.34, 0.0, 0.34):
            brush.oval(x, -0.10, 0.11, 0.11, "#c8443a")
    else:
        for x in (-0.30, 0.28):
            brush.line([(x, -0.22), (x, -0.08)], 0.06, STEEL)
        brush.line([(-0.56, -0.05), (0.56, -0.05), (0.64, -0.14)], 0.06, STEEL)


@draws("boxing glove, boxing gloves, baseball glove, catcher's mitt", 0.4)
def boxing_glove(brush: Brush) -> None:
    tone = brush.main("#c8303a")
    brush.shape(
        [(-0.30, -0.26), (-0.40, -0.66), (-0.16, -0.98), (0.30, -0.94), (0.46, -0.60), (0.30, -0.26)], tone, soft=True
    )
    brush.shape(
        [(-0.36, -0.36), (-0.50, -0.60), (-0.34, -0.76), (-0.14, -0.52), (-0.16, -0.34)], darker(tone, 0.12), soft=True
    )
    brush.box(-0.32, -0.28, 0.62, 0.28, "#f4f1ea", 0.05)
    brush.box(-0.32, -0.18, 0.62, 0.06, tone, flat=True)


@draws("dice, die", 0.5)
def dice(brush: Brush) -> None:
    tone = brush.main("#f6f2e8")
    for x, y, size, turn, pips in (
        (-0.34, -0.30, 0.56, -10, ((0, 0), (-0.15, -0.15), (0.15, 0.15))),
        (0.36, -0.34, 0.58, 14, ((-0.15, -0.15), (0.15, 0.15), (-0.15, 0.15), (0.15, -0.15))),
    ):
        with brush.turned(turn, x, y):
            brush.box(x - size / 2, y - size / 2, size, size, tone, 0.09)
            for dx, dy in pips:
                brush.oval(x + dx, y + dy, 0.055, 0.055, "#c8303a" if len(pips) == 3 else INK, flat=True)


@draws(
    "chess piece, chess, knight piece, king piece, pawn, queen piece, chessboard, chess board, checkers, board game",
    0.4,
)
def chess(brush: Brush) -> None:
    if brush.has("chessboard", "board", "checkers"):
        for row in range(4):
            low, high = -0.10 - row * 0.12, -0.22 - row * 0.12
            for step in range(6):
                left, right = 0.84 - row * 0.10, 0.74 - row * 0.10
                x = [-left + 2 * left * (step + k) / 6 for k in (0, 1)]
                t = [-right + 2 * right * (step + k) / 6 for k in (0, 1)]
                brush.shape(
                    [(x[0], low), (x[1], low), (t[1], high), (t[0], high)], "#f0dfb8" if (row + step) % 2 else "#5a3a26"
                )
        for across, tone, size in ((-0.36, "#f4ead2", 0.30), (0.06, "#33282a", 0.38), (0.40, "#f4ead2", 0.26)):
            _piece(brush, across, -0.26, size, tone)
        brush.box(-0.86, -0.11, 1.72, 0.10, DARK_WOOD, 0.02)
        return
    _piece(brush, 0.0, 0.0, 1.0, brush.main("#f0e2c2"))


def _piece(brush: Brush, x: float, y: float, size: float, tone: str) -> None:
    points = [
        (-0.30, 0.0),
        (-0.30, -0.12),
        (-0.14, -0.22),
        (-0.12, -0.50),
        (-0.22, -0.62),
        (0.22, -0.62),
        (0.12, -0.50),
        (0.14, -0.22),
        (0.30, -0.12),
        (0.30, 0.0),
    ]
    brush.shape([(x + px * size, y + py * size) for px, py in points], tone)
    brush.ball(x, y - 0.74 * size, 0.19 * size, tone)
    brush.box(x - 0.03 * size, y - 1.0 * size, 0.06 * size, 0.14 * size, tone)


@draws("puzzle, puzzle piece, jigsaw, jigsaw piece, rubik's cube, cube", 0.44)
def puzzle(brush: Brush) -> None:
    if brush.has("rubik", "cube"):
        tones = ("#c8303a", "#f0d04a", "#3f8fd0", "#5fae5a", "#f4f1ea", "#e0803f")
        for row in range(3):
            for step in range(3):
                brush.box(-0.45 + step * 0.24, -0.70 + row * 0.235, 0.22, 0.215, tones[(row * 2 + step * 5) % 6], 0.03)
        for step in range(3):
            brush.shape(
                [
                    (-0.45 + step * 0.24, -0.73),
                    (-0.23 + step * 0.24, -0.73),
                    (0.0 + step * 0.22, -0.96),
                    (-0.20 + step * 0.22, -0.96),
                ],
                tones[(step * 4 + 1) % 6],
            )
            brush.shape(
                [
                    (0.29, -0.70 + step * 0.235),
                    (0.48, -0.90 + step * 0.23),
                    (0.48, -0.70 + step * 0.23),
                    (0.29, -0.48 + step * 0.235),
                ],
                tones[(step * 3 + 2) % 6],
            )
        return
    tone = brush.main("#4f9aa0")
    brush.box(-0.40, -0.76, 0.72, 0.72, tone, 0.04)
    brush.ball(-0.04, -0.84, 0.15, tone)
    brush.ball(0.40, -0.40, 0.15, tone)
    brush.oval(-0.40, -0.40, 0.13, 0.13, darker(tone, 0.45), flat=True)
    brush.oval(-0.04, -0.04, 0.13, 0.10, darker(tone, 0.45), flat=True)


@draws("blocks, toy blocks, building blocks, lego, toy brick, bricks, brick", 0.56)
def blocks(brush: Brush) -> None:
    if brush.has("brick", "bricks") and not brush.has("toy", "lego"):
        brush.box(-0.66, -0.46, 1.32, 0.46, brush.main("#b5553f"), 0.03)
        brush.shape([(-0.66, -0.46), (-0.50, -0.62), (0.80, -0.62), (0.66, -0.46)], paler("#b5553f", 0.2))
        return
    for x, y, tone in ((-0.32, -0.46, "#d8503a"), (0.20, -0.46, "#3f8fd0"), (-0.06, -0.96, "#e9c24f")):
        brush.box(x - 0.24, y, 0.46, 0.46, tone, 0.04)
        brush.box(x - 0.18, y + 0.06, 0.34, 0.34, "#f6efdc", 0.03)
        brush.ring(x - 0.01, y + 0.23, 0.09, 0.045, tone)


@draws("spinning top, top toy, yo-yo, yoyo, dreidel", 0.3)
def spinning_top(brush: Brush) -> None:
    tone = brush.main("#c8443a")
    brush.line([(0, -0.60), (0, -0.96)], 0.07, WOOD)
    brush.shape([(-0.42, -0.56), (0.42, -0.56), (0.30, -0.34), (0.0, 0.0), (-0.30, -0.34)], tone)
    brush.oval(0, -0.56, 0.42, 0.12, paler(tone, 0.25))
    brush.line([(-0.34, -0.38), (0.34, -0.38)], 0.06, "#f0d04a")


@draws("rocking horse, hobby horse, toy horse", 0.6, heads=2.0)
def rocking_horse(brush: Brush) -> None:
    wood = brush.main("#c98a4a")
    brush.line([(-0.74, -0.20), (-0.40, -0.05), (0.36, -0.05), (0.74, -0.20)], 0.08, "#b5362f", soft=True)
    for x in (-0.34, 0.26):
        brush.line([(x, -0.40), (x * 1.15, -0.08)], 0.09, wood)
    brush.shape(
        [
            (-0.48, -0.62),
            (0.20, -0.60),
            (0.30, -0.90),
            (0.46, -1.0),
            (0.72, -0.80),
            (0.64, -0.70),
            (0.50, -0.74),
            (0.40, -0.36),
            (-0.44, -0.36),
        ],
        wood,
        soft=False,
    )
    brush.line([(0.28, -0.96), (0.16, -0.78), (0.14, -0.60)], 0.09, "#5a3624", soft=True)
    brush.shape([(-0.22, -0.66), (0.10, -0.66), (0.08, -0.46), (-0.20, -0.46)], "#b5362f")
    brush.line([(-0.48, -0.58), (-0.64, -0.36)], 0.08, "#5a3624")
    brush.oval(0.52, -0.86, 0.03, 0.035, INK, flat=True)


@draws("tent, camping tent, circus tent, tepee, teepee, wigwam", 0.7, heads=4.6)
def tent(brush: Brush) -> None:
    tone = brush.main("#d9843a")
    if brush.has("circus"):
        brush.shape([(-0.70, 0.0), (-0.70, -0.46), (0, -0.90), (0.70, -0.46), (0.70, 0.0)], tone)
        for x in (-0.42, 0.14):
            brush.shape([(x, 0.0), (x, -0.50), (0, -0.88), (x + 0.26, -0.50), (x + 0.26, 0.0)], "#f6efdc")
        brush.line([(0, -0.88), (0, -1.0)], 0.02, WOOD)
        brush.shape([(0, -1.0), (0.18, -0.95), (0, -0.90)], "#3f8fd0")
        return
    brush.shape([(-0.80, 0.0), (-0.06, -0.94), (0.56, 0.0)], tone)
    brush.shape([(0.56, 0.0), (-0.06, -0.94), (0.34, -0.86), (0.84, 0.0)], darker(tone, 0.22))
    brush.shape([(-0.36, 0.0), (-0.06, -0.74), (0.18, 0.0)], "#3a2a2a")
    brush.shape([(0.18, 0.0), (-0.06, -0.74), (0.06, -0.30), (0.34, 0.0)], paler(tone, 0.2))
