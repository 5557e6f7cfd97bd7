"""Cards, tickets, scrolls and folders."""

from __future__ import annotations

from .brush import DARK_WOOD, GLASS, INK, IRON, PAPER, STEEL, WOOD, Brush, darker, draws


@draws(
    "greeting card, birthday card, christmas card, valentine, wedding invitation, thank you card, get well card", 0.46
)
def greeting_card(brush: Brush) -> None:
    paper = brush.main("#f6e9dc")
    brush.shape([(-0.10, -0.96), (0.52, -0.88), (0.52, -0.06), (-0.10, 0.0)], darker(paper, 0.18))
    brush.shape([(-0.46, -0.90), (0.16, -1.0), (0.16, -0.02), (-0.46, -0.10)], paper)
    if brush.has("valentine", "wedding"):
        brush.shape(
            [(-0.15, -0.34), (-0.34, -0.56), (-0.28, -0.72), (-0.15, -0.64), (-0.02, -0.72), (0.04, -0.56)],
            "#d0354f",
            soft=True,
        )
    elif brush.has("christmas"):
        for y, half in ((-0.36, 0.22), (-0.52, 0.17), (-0.66, 0.11)):
            brush.shape([(-0.15 - half, y), (-0.15, y - 0.20), (-0.15 + half, y)], "#3f8a4a")
    else:
        brush.box(-0.34, -0.46, 0.38, 0.18, "#e88aa5", 0.02)
        for x, tone in ((-0.25, "#4f8fe0"), (-0.15, "#e9c24f"), (-0.05, "#5fc48d")):
            brush.box(x - 0.015, -0.58, 0.03, 0.12, tone)
            brush.spark(x, -0.62, 0.03, "#ffb24d")
    brush.line([(-0.36, -0.20), (0.06, -0.17)], 0.025, "#b5707f")


@draws(
    "credit card, id card, business card, id, identity card, key card, keycard, badge card, access card, "
    "library card, ace card, license, driving license",
    0.6,
)
def plastic_card(brush: Brush) -> None:
    tone = brush.main("#3f6fb5")
    with brush.turned(-8):
        brush.box(-0.66, -0.86, 1.32, 0.82, tone, 0.08)
        if brush.has("id", "identity", "license", "badge"):
            brush.box(-0.58, -0.74, 0.40, 0.54, "#e6ecf0", 0.02)
            brush.oval(-0.38, -0.54, 0.10, 0.12, "#c9967a", flat=True)
            brush.box(-0.52, -0.38, 0.28, 0.18, "#4a5a70", 0.06, flat=True)
            for y in (-0.66, -0.52, -0.38):
                brush.box(-0.06, y, 0.60, 0.06, "#dfe8f2", flat=True)
        elif brush.has("business"):
            brush.box(-0.66, -0.86, 1.32, 0.82, "#f6f1e6", 0.02)
            for y, wide in ((-0.60, 0.7), (-0.44, 0.5), (-0.30, 0.6)):
                brush.box(-0.5, y, wide, 0.06, "#59616b", flat=True)
        else:
            brush.box(-0.66, -0.74, 1.32, 0.15, INK, flat=True)
            brush.box(-0.54, -0.50, 0.22, 0.17, "#e0b44f", 0.03)
            for step in range(4):
                brush.box(-0.54 + step * 0.27, -0.24, 0.20, 0.06, "#e6ecf4", flat=True)


@draws(
    "ticket, train ticket, boarding pass, movie ticket, raffle ticket, lottery ticket, coupon, bus ticket, voucher", 0.6
)
def ticket(brush: Brush) -> None:
    tone = brush.main("#e9cf8f")
    with brush.turned(-10):
        brush.box(-0.74, -0.80, 1.48, 0.66, tone, 0.04)
        for y in (-0.80, -0.14):
            brush.oval(0.34, y, 0.07, 0.07, darker(tone, 0.35), flat=True)
        for step in range(6):
            brush.box(0.33, -0.70 + step * 0.095, 0.025, 0.05, darker(tone, 0.4), flat=True)
        brush.box(-0.62, -0.70, 0.70, 0.12, "#8a3b34", flat=True)
        for y, wide in ((-0.50, 0.8), (-0.38, 0.6), (-0.27, 0.7)):
            brush.box(-0.62, y, wide, 0.04, darker(tone, 0.5), flat=True)
        brush.box(0.46, -0.66, 0.18, 0.38, darker(tone, 0.15), flat=True)


@draws("passport", 0.4)
def passport(brush: Brush) -> None:
    tone = brush.main("#6e2236")
    brush.box(-0.34, -0.98, 0.76, 0.96, PAPER, 0.03)
    brush.box(-0.40, -1.0, 0.76, 1.0, tone, 0.05)
    brush.ring(-0.02, -0.56, 0.19, 0.03, "#e0b44f")
    brush.ring(-0.02, -0.56, 0.19, 0.02, "#e0b44f", 0.4)
    brush.line([(-0.02, -0.75), (-0.02, -0.37)], 0.02, "#e0b44f")
    brush.box(-0.24, -0.90, 0.44, 0.06, "#e0b44f", flat=True)
    brush.box(-0.18, -0.22, 0.32, 0.05, "#e0b44f", flat=True)


@draws("scroll, parchment, ancient scroll, decree, treaty, papyrus", 0.5)
def scroll(brush: Brush) -> None:
    paper = brush.main("#ead7a8")
    brush.shape([(-0.40, -0.88), (0.40, -0.88), (0.36, -0.12), (-0.44, -0.12)], paper)
    for row in range(6):
        brush.line(
            [(-0.28, -0.74 + row * 0.10), (0.26 - 0.08 * (row % 3), -0.74 + row * 0.10)], 0.02, darker(paper, 0.55)
        )
    for y in (-0.92, -0.08):
        brush.box(-0.54, y - 0.07, 1.08, 0.15, darker(paper, 0.15), 0.075)
        for x in (-0.58, 0.58):
            brush.ball(x, y, 0.07, DARK_WOOD)
    brush.ball(0.22, -0.20, 0.09, "#b5303a")


@draws("clipboard, checklist, form, questionnaire", 0.4)
def clipboard(brush: Brush) -> None:
    brush.box(-0.40, -0.96, 0.80, 0.96, brush.main(WOOD), 0.04)
    brush.box(-0.33, -0.86, 0.66, 0.80, "#f6f1e6", 0.01)
    brush.box(-0.15, -1.0, 0.30, 0.14, STEEL, 0.04)
    for row in range(5):
        brush.box(-0.27, -0.74 + row * 0.13, 0.07, 0.07, "#8fb4c9", 0.01, flat=True)
        brush.box(-0.14, -0.72 + row * 0.13, 0.38 - 0.1 * (row % 2), 0.035, "#8a8478", flat=True)


@draws("folder, file, dossier, case file, files, document folder, manila folder, paperwork", 0.6)
def folder(brush: Brush) -> None:
    tone = brush.main("#dbb56a")
    brush.shape(
        [(-0.66, -0.86), (-0.20, -0.86), (-0.12, -0.76), (0.64, -0.76), (0.64, 0.0), (-0.66, 0.0)], darker(tone, 0.18)
    )
    brush.shape([(-0.50, -0.84), (0.52, -0.88), (0.54, -0.10), (-0.48, -0.10)], "#f6f1e6")
    brush.shape([(-0.70, -0.64), (0.60, -0.64), (0.66, 0.0), (-0.64, 0.0)], tone)
    brush.box(-0.30, -0.46, 0.52, 0.20, "#c8443a", 0.02, 0.75)


@draws("calendar, advent calendar, planner", 0.42)
def calendar(brush: Brush) -> None:
    brush.box(-0.44, -0.94, 0.88, 0.94, "#f6f1e6", 0.03)
    brush.box(-0.44, -0.94, 0.88, 0.24, brush.main("#c8443a"), 0.03)
    for x in (-0.24, 0.0, 0.24):
        brush.line([(x, -1.0), (x, -0.86)], 0.045, IRON)
    for row in range(4):
        for step in range(5):
            tone = "#c8443a" if (row, step) == (2, 3) else "#b9c0c4"
            brush.box(-0.36 + step * 0.15, -0.60 + row * 0.145, 0.11, 0.10, tone, 0.01, flat=True)


@draws("stamp, postage stamp", 0.36)
def stamp(brush: Brush) -> None:
    brush.box(-0.40, -1.0, 0.80, 1.0, "#f6f1e6")
    for step in range(8):
        for x in (-0.40, 0.40):
            brush.oval(x, -0.94 + step * 0.125, 0.035, 0.035, "#c9bda3", flat=True)
    brush.box(-0.31, -0.90, 0.62, 0.80, brush.main("#4f86a5"))
    brush.shape(
        [(-0.31, -0.10), (-0.31, -0.34), (-0.08, -0.54), (0.10, -0.36), (0.20, -0.44), (0.31, -0.32), (0.31, -0.10)],
        "#2f5a6a",
    )
    brush.oval(0.14, -0.68, 0.09, 0.09, "#f4e2a8", flat=True)


@draws("inkwell, ink bottle, ink, inkpot, ink pot", 0.34)
def inkwell(brush: Brush) -> None:
    brush.shape([(0.04, -0.48), (0.30, -0.98), (0.40, -0.96), (0.30, -0.66), (0.10, -0.46)], "#e9e4da", soft=True)
    brush.shape(
        [
            (-0.36, 0.0),
            (-0.36, -0.32),
            (-0.14, -0.46),
            (-0.14, -0.56),
            (0.16, -0.56),
            (0.16, -0.46),
            (0.36, -0.32),
            (0.36, 0.0),
        ],
        GLASS,
        0.7,
    )
    brush.shape([(-0.32, -0.03), (-0.32, -0.28), (0.32, -0.28), (0.32, -0.03)], brush.main("#22304f"))
    brush.shine([(0.22, -0.34), (0.28, -0.14)], 0.04, 0.6)
