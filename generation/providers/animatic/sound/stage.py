"""Where each instrument sits: how loud, how far left or right, how deep in the hall, and its General MIDI number."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Seat:
    """`level` matches instruments to each other, `pan` is -1 (left) to 1 (right), `depth` how much hall is heard.

    `program` is the General MIDI program (from 0) or, for drums, the key on the drum channel.
    """

    level: float
    pan: float
    depth: float
    program: int


SEATS: dict[str, Seat] = {
    "piano": Seat(0.34, -0.12, 0.30, 0), "rhodes": Seat(0.34, -0.25, 0.25, 4), "guitar": Seat(0.34, 0.25, 0.25, 24),
    "banjo": Seat(0.24, 0.3, 0.2, 105), "harp": Seat(0.38, 0.35, 0.45, 46), "pizz": Seat(0.42, -0.3, 0.35, 45),
    "pluck": Seat(0.26, -0.2, 0.45, 84), "dulcimer": Seat(0.24, 0.3, 0.4, 15), "vibes": Seat(0.32, 0.3, 0.45, 11),
    "celesta": Seat(0.42, 0.25, 0.5, 8), "glock": Seat(0.38, 0.4, 0.5, 9), "musicbox": Seat(0.36, 0.1, 0.45, 10),
    "xylophone": Seat(0.50, 0.35, 0.3, 13), "bells": Seat(0.30, 0.1, 0.6, 14), "upright": Seat(0.50, 0.0, 0.08, 32),
    "sub": Seat(0.50, 0.0, 0.06, 38), "tuba": Seat(0.42, 0.1, 0.2, 58), "strings": Seat(0.15, -0.1, 0.5, 48),
    "cellos": Seat(0.24, 0.2, 0.35, 43), "cello": Seat(0.22, 0.25, 0.4, 42), "violin": Seat(0.15, -0.25, 0.5, 40),
    "spiccato": Seat(0.30, -0.15, 0.35, 48), "tremolo": Seat(0.24, -0.1, 0.5, 44), "choir": Seat(0.11, 0.0, 0.65, 52),
    "pad": Seat(0.15, 0.0, 0.45, 89), "glass": Seat(0.14, 0.1, 0.6, 92), "horns": Seat(0.19, -0.25, 0.55, 60),
    "brass": Seat(0.14, 0.25, 0.45, 61), "trumpet": Seat(0.16, 0.2, 0.45, 56), "sax": Seat(0.17, 0.22, 0.35, 66),
    "clarinet": Seat(0.18, -0.15, 0.4, 71), "bassoon": Seat(0.19, 0.2, 0.3, 70), "oboe": Seat(0.12, 0.15, 0.45, 68),
    "flute": Seat(0.20, -0.2, 0.5, 73), "whistle": Seat(0.14, -0.1, 0.5, 78), "harmonica": Seat(0.13, 0.1, 0.4, 22),
    "synth": Seat(0.14, 0.0, 0.45, 81),
    # Drums: the keys of General MIDI's drum channel.
    "kick": Seat(0.55, 0.0, 0.05, 36), "taiko": Seat(0.80, 0.05, 0.35, 41), "frame": Seat(0.75, 0.1, 0.25, 64),
    "snare": Seat(0.50, -0.05, 0.25, 38), "tap": Seat(0.60, -0.05, 0.2, 40), "brushtap": Seat(0.50, 0.1, 0.15, 37),
    "swish": Seat(0.50, -0.2, 0.15, 39), "ride": Seat(0.32, 0.3, 0.2, 51), "hat": Seat(0.30, 0.2, 0.1, 42),
    "shaker": Seat(0.50, 0.35, 0.15, 70), "tambourine": Seat(0.38, -0.35, 0.25, 54), "cymbal": Seat(0.35, 0.2, 0.4, 49),
    "block": Seat(0.60, 0.25, 0.25, 76), "tick": Seat(0.75, -0.25, 0.2, 42), "clap": Seat(0.50, 0.0, 0.3, 39),
}  # fmt: skip

_STANDING = Seat(0.2, 0.0, 0.3, 0)


def seat_of(instrument: str) -> Seat:
    """Return the seat of `instrument`; one without a seat of its own stands in the middle."""
    return SEATS.get(instrument, _STANDING)
