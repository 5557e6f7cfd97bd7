"""What a face shows: one row of numbers per expression word."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Expression:
    """How brows, lids and mouth stand.

    `brow` raises both brows and `inner` their inner ends, in heads; `lid` is how far the eyes are open (1 is
    normal) and `slant` lowers the inner (positive) or outer (negative) end of the lids; `squint` raises the lower
    lids; `smile` is -1 to 1, `smirk` lifts one corner only; `gap` opens the mouth at rest.
    """

    brow: float = 0.0
    inner: float = 0.0
    lid: float = 1.0
    slant: float = 0.0
    squint: float = 0.0
    smile: float = 0.12
    smirk: float = 0.0
    gap: float = 0.0
    width: float = 1.0
    gaze: tuple[float, float] = (0.0, 0.0)
    blush: float = 0.22
    clench: bool = False


EXPRESSIONS: dict[str, Expression] = {
    "neutral": Expression(),
    "happy": Expression(brow=0.025, squint=0.42, smile=1.0, width=1.18, gap=0.13, blush=0.42),
    "sad": Expression(inner=0.085, brow=-0.01, lid=0.78, slant=-0.035, smile=-0.55, width=0.92, gaze=(0.0, 0.02)),
    "angry": Expression(
        inner=-0.105, brow=-0.03, lid=0.82, slant=0.05, squint=0.25, smile=-0.5, blush=0.34, clench=True
    ),
    "fear": Expression(brow=0.065, inner=0.07, lid=1.26, smile=-0.45, gap=0.24, width=0.92, blush=0.05),
    "surprise": Expression(brow=0.10, inner=0.02, lid=1.3, smile=0.0, gap=0.42, width=0.66, blush=0.25),
    "tense": Expression(inner=-0.05, brow=-0.005, lid=0.86, squint=0.2, slant=0.02, smile=-0.2, width=0.92),
    "tender": Expression(inner=0.04, brow=0.015, lid=0.84, squint=0.18, smile=0.55, width=1.0, blush=0.38),
    "tired": Expression(
        inner=0.03, brow=-0.012, lid=0.56, slant=-0.015, smile=-0.22, width=0.92, gaze=(0, 0.02), blush=0.12
    ),
    "sly": Expression(inner=-0.045, lid=0.72, squint=0.28, smile=0.35, smirk=0.9, width=1.05, gaze=(0.02, 0.0)),
}

_MEANS = {
    "joy": "happy", "smiling": "happy", "smile": "happy", "laughing": "happy", "excited": "happy", "crying": "sad",
    "grief": "sad", "worried": "fear", "afraid": "fear", "scared": "fear", "fearful": "fear", "nervous": "tense",
    "shocked": "surprise", "surprised": "surprise", "furious": "angry", "anger": "angry", "determined": "tense",
    "serious": "tense", "loving": "tender", "warm": "tender", "gentle": "tender", "exhausted": "tired",
    "sleepy": "tired", "smug": "sly", "suspicious": "sly",
}  # fmt: skip


def expression_of(word: str) -> Expression:
    """Return the expression that a word means; words it does not know mean a calm face."""
    return EXPRESSIONS.get(_MEANS.get(word, word), EXPRESSIONS["neutral"])
