"""Heaps of flat things: books, papers and plates that lie on each other."""

from __future__ import annotations

from .brush import PAPER, Brush, darker, draws

_COVERS = ("#8a3b34", "#3f6a86", "#c9a045", "#4f7a55", "#6a4a7a")


@draws("pile of books, stack of books", 0.62)
def books(brush: Brush) -> None:
    for row in range(5):
        shift, wide = (-0.06, 0.05, -0.02, 0.08, -0.05)[row], (1.24, 1.14, 1.2, 1.0, 0.94)[row]
        cover = brush.accent or _COVERS[row]
        top = -0.19 * (row + 1)
        brush.box(shift - wide / 2, top, wide, 0.19, cover, 0.03)
        brush.box(shift - wide / 2 + 0.06, top + 0.045, wide - 0.07, 0.10, PAPER, flat=True)
        brush.box(shift - wide / 2, top, 0.14, 0.19, darker(cover, 0.15), 0.03)
        brush.box(shift - wide / 2 + 0.035, top + 0.05, 0.06, 0.02, "#e6c878", flat=True)


@draws("pile of papers, stack of papers, pile of letters, stack of letters", 0.56)
def papers(brush: Brush) -> None:
    for row in range(11):
        shift = ((row * 7) % 5 - 2) * 0.025
        top = -0.085 * (row + 1)
        brush.shape([(shift - 0.56, top + 0.085), (shift + 0.56, top + 0.085), (shift + 0.52, top + 0.02),
            (shift - 0.52, top + 0.02)],
                    darker(brush.main(PAPER), 0.05 * (row % 3)))  # fmt: skip
    for step in range(3):
        brush.box(-0.40, -0.965 + step * 0.02, 0.62 - 0.14 * step, 0.012, "#8a8478", flat=True)


@draws("pile of plates, stack of plates, pile of dishes", 0.56)
def plates(brush: Brush) -> None:
    china = brush.main("#efece2")
    for row in range(6):
        y = -0.10 - row * 0.14
        brush.oval(((row * 3) % 4 - 1.5) * 0.02, y, 0.58, 0.12, darker(china, 0.08 * (row % 2)))
    brush.oval(0, -0.82, 0.38, 0.06, darker(china, 0.12))


@draws(
    "pile of boxes, stack of boxes, pile of parcels, pile of presents, pile of gifts, pile of crates, stack of crates",
    0.7,
    heads=2.4,
)
def boxes(brush: Brush) -> None:
    for x, y, wide, high, tone in (
        (-0.68, 0.0, 0.66, 0.50, "#b98a56"),
        (0.0, 0.0, 0.70, 0.44, "#c8605a"),
        (-0.40, -0.50, 0.60, 0.48, "#5f8fa5"),
    ):
        brush.box(x, y - high, wide, high, brush.accent or tone, 0.02)
        brush.box(x + wide / 2 - 0.05, y - high, 0.10, high, "#ecdcb8", flat=True)
        brush.box(x, y - high * 0.62, wide, 0.09, "#ecdcb8", flat=True)


@draws("box, cardboard box, moving box, shoebox", 0.54, heads=1.2)
def box(brush: Brush) -> None:
    card = brush.main("#b98f5f")
    brush.shape([(-0.54, -0.66), (0.50, -0.66), (0.36, -0.86), (-0.40, -0.86)], darker(card, 0.45))
    brush.shape([(-0.54, -0.66), (-0.40, -0.86), (-0.72, -1.0), (-0.86, -0.78)], darker(card, 0.1))
    brush.shape([(0.50, -0.66), (0.36, -0.86), (0.70, -0.98), (0.84, -0.76)], darker(card, 0.18))
    brush.box(-0.54, -0.68, 1.04, 0.68, card, 0.01)
    brush.box(-0.08, -0.68, 0.14, 0.68, "#d9c49a", flat=True, alpha=0.8)
    brush.box(0.20, -0.24, 0.20, 0.13, darker(card, 0.35), 0.01, 0.6)
