"""Where each instrument sits: how loud our synthesiser's is, how far left or right, how deep in the hall."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Seat:
    """`level` matches instruments to each other, `pan` is -1 (left) to 1 (right), `depth` how much hall is heard."""

    level: float
    pan: float
    depth: float


SEATS: dict[str, Seat] = {
    "piano": Seat(0.34, -0.12, 0.30), "rhodes": Seat(0.34, -0.25, 0.25), "guitar": Seat(0.34, 0.25, 0.25),
    "banjo": Seat(0.24, 0.3, 0.2), "harp": Seat(0.38, 0.35, 0.45), "pizz": Seat(0.42, -0.3, 0.35),
    "pluck": Seat(0.26, -0.2, 0.45), "dulcimer": Seat(0.24, 0.3, 0.4), "vibes": Seat(0.32, 0.3, 0.45),
    "celesta": Seat(0.42, 0.25, 0.5), "glock": Seat(0.38, 0.4, 0.5), "musicbox": Seat(0.36, 0.1, 0.45),
    "xylophone": Seat(0.50, 0.35, 0.3), "bells": Seat(0.30, 0.1, 0.6), "upright": Seat(0.50, 0.0, 0.08),
    "sub": Seat(0.50, 0.0, 0.06), "tuba": Seat(0.42, 0.1, 0.2), "strings": Seat(0.15, -0.1, 0.5),
    "cellos": Seat(0.24, 0.2, 0.35), "cello": Seat(0.22, 0.25, 0.4), "violin": Seat(0.15, -0.25, 0.5),
    "spiccato": Seat(0.30, -0.15, 0.35), "tremolo": Seat(0.24, -0.1, 0.5), "choir": Seat(0.11, 0.0, 0.65),
    "pad": Seat(0.15, 0.0, 0.45), "glass": Seat(0.14, 0.1, 0.6), "horns": Seat(0.19, -0.25, 0.55),
    "brass": Seat(0.14, 0.25, 0.45), "trumpet": Seat(0.16, 0.2, 0.45), "sax": Seat(0.17, 0.22, 0.35),
    "clarinet": Seat(0.18, -0.15, 0.4), "bassoon": Seat(0.19, 0.2, 0.3), "oboe": Seat(0.12, 0.15, 0.45),
    "flute": Seat(0.20, -0.2, 0.5), "whistle": Seat(0.14, -0.1, 0.5), "harmonica": Seat(0.13, 0.1, 0.4),
    "synth": Seat(0.14, 0.0, 0.45), "harpsichord": Seat(0.20, 0.15, 0.35), "lute": Seat(0.34, 0.25, 0.3),
    "steel": Seat(0.30, 0.25, 0.2), "mandolin": Seat(0.24, -0.3, 0.25), "clean": Seat(0.30, -0.25, 0.2),
    "marimba": Seat(0.36, -0.25, 0.35), "kalimba": Seat(0.34, 0.2, 0.35),
    "ebass": Seat(0.50, 0.0, 0.05), "honkytonk": Seat(0.30, -0.15, 0.25),
    "timpani": Seat(0.50, 0.15, 0.5), "recorder": Seat(0.18, -0.15, 0.4),
    "accordion": Seat(0.13, 0.2, 0.25), "organ": Seat(0.13, 0.0, 0.7), "fiddle": Seat(0.15, -0.2, 0.3),
    "mute": Seat(0.12, 0.2, 0.35), "trombone": Seat(0.16, 0.3, 0.4),
    "englishhorn": Seat(0.13, 0.1, 0.45), "oohs": Seat(0.12, 0.0, 0.6), "halo": Seat(0.12, 0.0, 0.6),
    "saw": Seat(0.10, 0.0, 0.35), "viola": Seat(0.16, 0.1, 0.45), "piccolo": Seat(0.12, -0.2, 0.5),
    "tenor": Seat(0.17, 0.15, 0.35), "bagpipe": Seat(0.08, -0.1, 0.4),
    # Drums.
    "kick": Seat(0.55, 0.0, 0.05), "taiko": Seat(0.80, 0.05, 0.35), "frame": Seat(0.75, 0.1, 0.25),
    "snare": Seat(0.50, -0.05, 0.25), "tap": Seat(0.60, -0.05, 0.2), "brushtap": Seat(0.50, 0.1, 0.15),
    "swish": Seat(0.50, -0.2, 0.15), "ride": Seat(0.32, 0.3, 0.2), "hat": Seat(0.30, 0.2, 0.1),
    "shaker": Seat(0.50, 0.35, 0.15), "tambourine": Seat(0.38, -0.35, 0.25), "cymbal": Seat(0.35, 0.2, 0.4),
    "block": Seat(0.60, 0.25, 0.25), "tick": Seat(0.75, -0.25, 0.2), "clap": Seat(0.50, 0.0, 0.3),
}  # fmt: skip

_STANDING = Seat(0.2, 0.0, 0.3)


def seat_of(instrument: str) -> Seat:
    """Return the seat of `instrument`; one without a seat of its own stands in the middle."""
    return SEATS.get(instrument, _STANDING)
