"""Which recordings of a General MIDI SoundFont play each instrument, and how they are set beside each other.

Banks other than 0 are those of MuseScore's fonts, which hold an orchestra's sections; a font without them plays
bank 0's program of the same number.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Voice:
    """One recording: `bank` and `program` (or kit 128 and its program, with the `key` of the drum).

    `db` is its level beside the instrument's others, `early_s` how long it takes to speak and so how much earlier
    it is played, `shift` semitones up.
    """

    program: int
    bank: int = 0
    db: float = 0.0
    early_s: float = 0.0
    shift: int = 0
    key: int = -1


_SLOW, _FAST = 49, 48
_VIOLINS, _VIOLAS, _CELLI, _BASSES = 20, 30, 40, 50
_KITS = 128
_STANDARD, _ROOM, _TR808, _JAZZ, _BRUSH, _ORCHESTRA = 0, 8, 25, 32, 40, 48

VOICES: dict[str, tuple[Voice, ...]] = {
    "piano": (Voice(0),), "honkytonk": (Voice(3), Voice(0, db=-4)), "rhodes": (Voice(4),), "harpsichord": (Voice(6),),
    "celesta": (Voice(8),), "glock": (Voice(9, db=-2),), "musicbox": (Voice(10),), "vibes": (Voice(11),),
    "marimba": (Voice(12),), "xylophone": (Voice(13),), "bells": (Voice(14),), "dulcimer": (Voice(15),),
    "organ": (Voice(19, early_s=0.04),), "accordion": (Voice(21),), "harmonica": (Voice(22, early_s=0.02),),
    "guitar": (Voice(24),), "lute": (Voice(24), Voice(46, db=-7)), "steel": (Voice(25),),
    "mandolin": (Voice(25, 16),), "clean": (Voice(27),), "upright": (Voice(32),), "ebass": (Voice(33),),
    "sub": (Voice(38), Voice(39, db=-5)),
    "violin": (Voice(40, 8, early_s=0.10), Voice(_SLOW, _VIOLINS, db=-8, early_s=0.08)),
    "fiddle": (Voice(110, early_s=0.05),), "viola": (Voice(41, early_s=0.09),),
    "cello": (Voice(42, early_s=0.12), Voice(_SLOW, _CELLI, db=-9, early_s=0.10)),
    "cellos": (Voice(_SLOW, _CELLI, early_s=0.08), Voice(_SLOW, _BASSES, db=-4, early_s=0.1)),
    "strings": (Voice(_SLOW, early_s=0.1), Voice(_SLOW, _VIOLINS, db=-5, early_s=0.1)),
    "spiccato": (Voice(_FAST, early_s=0.05), Voice(45, db=-2, early_s=0.02)),
    "tremolo": (Voice(44, early_s=0.05), Voice(44, _VIOLINS, db=-5, early_s=0.05)),
    "pizz": (Voice(45, early_s=0.02), Voice(45, _VIOLINS, db=-5, early_s=0.02)), "harp": (Voice(46),),
    "timpani": (Voice(47),), "choir": (Voice(52, early_s=0.1), Voice(53, db=-9, early_s=0.02)),
    "oohs": (Voice(53, early_s=0.03),), "trumpet": (Voice(56),), "trombone": (Voice(57),), "tuba": (Voice(58),),
    "mute": (Voice(59),), "horns": (Voice(60, early_s=0.03),), "brass": (Voice(61, early_s=0.02),),
    "sax": (Voice(65),), "tenor": (Voice(66),), "oboe": (Voice(68, early_s=0.05),),
    "englishhorn": (Voice(69, early_s=0.02),), "bassoon": (Voice(70),), "clarinet": (Voice(71, early_s=0.02),),
    "piccolo": (Voice(72),), "flute": (Voice(73, early_s=0.02),), "recorder": (Voice(74),), "whistle": (Voice(78),),
    "synth": (Voice(81), Voice(80, db=-5)), "saw": (Voice(81),), "pad": (Voice(89, early_s=0.15), Voice(_SLOW, db=-9)),
    "glass": (Voice(92, early_s=0.05),), "halo": (Voice(94, early_s=0.05), Voice(91, db=-4)), "pluck": (Voice(88),),
    "bagpipe": (Voice(109),), "banjo": (Voice(105),), "kalimba": (Voice(108),),
    # Drums.
    "kick": (Voice(_ROOM, _KITS, key=36),), "taiko": (Voice(116, key=45), Voice(116, 8, db=-3, key=41)),
    "frame": (Voice(117, key=52), Voice(_STANDARD, _KITS, db=-6, key=64)), "snare": (Voice(_ROOM, _KITS, key=38),),
    "tap": (Voice(_BRUSH, _KITS, key=38),), "brushtap": (Voice(_BRUSH, _KITS, key=40),),
    "swish": (Voice(_BRUSH, _KITS, key=39),), "ride": (Voice(_JAZZ, _KITS, key=51),),
    "hat": (Voice(_ROOM, _KITS, key=42),), "shaker": (Voice(_STANDARD, _KITS, key=70),),
    "tambourine": (Voice(_STANDARD, _KITS, key=54),), "cymbal": (Voice(_ORCHESTRA, _KITS, key=49),),
    "block": (Voice(_STANDARD, _KITS, key=76),), "tick": (Voice(_STANDARD, _KITS, key=42),),
    "clap": (Voice(_TR808, _KITS, key=39),), "march": (Voice(_ORCHESTRA, _KITS, key=38),),
}  # fmt: skip

# How loud an instrument is beside the others when all play with one force, in dB. High and bright ones carry, low
# ones are felt more than the ear's weighting says, and what is held all the time must lie back.
TRIM_DB: dict[str, float] = {
    "glock": -7, "celesta": -4, "musicbox": -4, "xylophone": -5, "bells": -6, "whistle": -5, "piccolo": -6,
    "strings": -9, "pad": -13, "choir": -7, "oohs": -6, "halo": -11, "glass": -7, "tremolo": -6, "organ": -8,
    "upright": -3, "ebass": -4, "sub": -5, "tuba": -4, "cellos": -5, "timpani": -4, "trumpet": -3, "brass": -3,
    "mute": -3, "harmonica": -1, "bagpipe": -7, "accordion": -6, "harpsichord": -3, "banjo": -4, "dulcimer": -4,
    "piano": 3, "violin": 2, "spiccato": -3, "synth": -2, "pluck": -4, "clean": -4, "horns": 2, "oboe": 0, "kick": -4,
    "taiko": -3, "frame": -5, "snare": -7, "tap": -9, "brushtap": -10, "swish": -11, "ride": -13, "hat": -15,
    "shaker": -14, "tambourine": -13, "cymbal": -9, "block": -9, "tick": -17, "clap": -9, "march": -7, "viola": -8,
    "pizz": -5, "rhodes": -3, "steel": -3, "harp": 2, "flute": 1, "recorder": 1, "clarinet": 2, "cello": 1,
    "bassoon": 1, "sax": 0, "fiddle": 0,
}  # fmt: skip

# Instruments that are heard mostly from the hall; others stand near.
FAR = frozenset(
    {
        "strings", "cellos", "violin", "viola", "cello", "spiccato", "tremolo", "choir", "oohs", "horns", "brass",
        "trumpet", "trombone", "oboe", "englishhorn", "flute", "piccolo", "clarinet", "bassoon", "harp", "celesta",
        "glock", "musicbox", "bells", "timpani", "taiko", "cymbal", "march", "halo", "glass", "pad", "organ",
        "recorder", "whistle", "bagpipe", "vibes", "tuba", "pizz", "xylophone",
    }
)  # fmt: skip

# Instruments that can grow and fade on one tone.
SWELLING = frozenset(
    {
        "strings", "cellos", "violin", "viola", "cello", "tremolo", "choir", "oohs", "horns", "brass", "trumpet",
        "trombone", "oboe", "englishhorn", "flute", "clarinet", "bassoon", "sax", "tenor", "harmonica", "accordion",
        "pad", "halo", "glass", "synth", "organ", "fiddle", "recorder", "whistle", "mute",
    }
)  # fmt: skip

_UNKNOWN = (Voice(0),)


def voices_of(instrument: str) -> tuple[Voice, ...]:
    """Return the recordings of `instrument`; of one that is not known, a piano's."""
    return VOICES.get(instrument, _UNKNOWN)
