"""What a face shows: one row of numbers per expression word."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Any

from generation.providers.animatic.drawing.stage import Face

GAZE = (0.034, 0.026)
"""How far the eyes of somebody who looks fully aside, or fully down, move, in heads."""

_BROW = 0.045
"""How far brows rise that stress a word, in heads."""


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
    "happy": Expression(brow=0.03, squint=0.46, smile=1.0, width=1.20, gap=0.15, blush=0.44),
    "sad": Expression(
        inner=0.115, brow=-0.015, lid=0.74, slant=-0.05, smile=-0.72, width=0.90, gaze=(0.0, 0.026), blush=0.12
    ),
    "angry": Expression(
        inner=-0.115, brow=-0.035, lid=0.80, slant=0.06, squint=0.30, smile=-0.55, blush=0.40, clench=True
    ),
    "fear": Expression(brow=0.050, inner=0.115, lid=1.28, slant=-0.03, smile=-0.75, gap=0.20, width=1.08, blush=0.0),
    "surprise": Expression(brow=0.125, lid=1.34, smile=0.05, gap=0.55, width=0.60, blush=0.25),
    "tense": Expression(inner=-0.062, brow=-0.012, lid=0.84, squint=0.34, slant=0.025, smile=-0.28, width=0.84),
    "tender": Expression(inner=0.06, brow=0.02, lid=0.78, squint=0.26, smile=0.66, width=1.02, blush=0.42),
    "tired": Expression(
        inner=0.035, brow=-0.022, lid=0.46, slant=-0.03, smile=-0.26, width=0.90, gaze=(0, 0.024), blush=0.10
    ),
    "sly": Expression(inner=-0.055, lid=0.66, squint=0.34, smile=0.42, smirk=1.0, width=1.08, gaze=(0.024, 0.0)),
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


def felt(shown: Expression, face: Face) -> Expression:
    """Return the expression as a face shows it at one moment: half felt, looking aside, brows raised."""
    now = shown if face.feeling >= 1 else _toward(shown, face.feeling)
    if face.gaze == (0.0, 0.0) and not face.brow:
        return now
    aside, down = (max(-1.0, min(1.0, share)) * reach for share, reach in zip(face.gaze, GAZE, strict=True))
    gaze = now.gaze[0] * 0.4 + aside, now.gaze[1] + down
    return replace(now, gaze=gaze if face.gaze != (0.0, 0.0) else now.gaze, brow=now.brow + face.brow * _BROW)


def _toward(shown: Expression, share: float) -> Expression:
    """Return what is `share` of the way from a calm face to `shown`."""
    calm = EXPRESSIONS["neutral"]
    mixed: dict[str, Any] = {}
    for each in fields(Expression):
        first, last = getattr(calm, each.name), getattr(shown, each.name)
        if isinstance(first, bool):
            mixed[each.name] = last and share > 0.6
        elif isinstance(first, tuple):
            mixed[each.name] = tuple(a + (b - a) * share for a, b in zip(first, last, strict=True))
        else:
            mixed[each.name] = first + (last - first) * share
    return Expression(**mixed)
