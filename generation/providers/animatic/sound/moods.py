"""What each mood is made of: tempo, mode, chord progressions and which instruments play which pattern.

All of it is data: the composer (`composer`) reads it. To add a mood, add a row and its words in `mood_words`.
"""

from __future__ import annotations

from dataclasses import dataclass

MAJOR = (0, 2, 4, 5, 7, 9, 11)
MINOR = (0, 2, 3, 5, 7, 8, 10)
HARMONIC = (0, 2, 3, 5, 7, 8, 11)
DORIAN = (0, 2, 3, 5, 7, 9, 10)
MIXOLYDIAN = (0, 2, 4, 5, 7, 9, 10)
LYDIAN = (0, 2, 4, 6, 7, 9, 11)
PHRYGIAN = (0, 1, 3, 5, 7, 8, 10)
PENTATONIC = (0, 2, 4, 7, 9)


@dataclass(frozen=True, slots=True)
class Layer:
    """One player: `pattern` is what (see `patterns`), `instrument` on what, `level` how loud (1 is normal).

    `enters` is the intensity of a section from which it plays: 1 always, 2 from the build, 3 in full
    sections, 4 at the climax only.
    """

    pattern: str
    instrument: str
    level: float = 1.0
    enters: int = 1


@dataclass(frozen=True, slots=True)
class Mood:
    """One kind of music. `tonic` is a low MIDI pitch; `swing` delays off-beats by that part of a beat."""

    name: str
    bpm: int
    tonic: int
    scale: tuple[int, ...]
    progressions: tuple[str, ...]
    layers: tuple[Layer, ...]
    beats: int = 4
    swing: float = 0.0
    rubato: float = 0.0
    lively: float = 0.5
    """How many notes a tune has: 0 long tones, 1 running."""

    @property
    def minor(self) -> bool:
        """Whether its third is small."""
        return 3 in self.scale


def _layers(*rows: str) -> tuple[Layer, ...]:
    """Read layers from rows of `pattern instrument level enters`."""
    layers = []
    for row in rows:
        pattern, instrument, level, enters = row.split()
        layers.append(Layer(pattern, instrument, float(level), int(enters)))
    return tuple(layers)


# In `progressions` the first two are the theme's, the third the contrast's, the rest variations.
_ROWS = (
    Mood(
        "noir", 68, 38, DORIAN,
        ("i6 bVImaj7 iim7b5 V7b9", "i6 iv7 bVI7 V7b9", "iv7 bVII7 bIIImaj7 bVImaj7", "i6 bVI7 iv6 V7b9"),
        _layers("walk upright 1 1", "brushes drums .8 1", "comp rhodes .7 1", "lead sax .95 2",
                "hold strings .45 3", "sparkle vibes .5 3", "counter cello .5 4"),
        swing=0.16, lively=0.45,
    ),
    Mood(
        "playful", 118, 48, MAJOR,
        ("I vi ii V7", "I IV I V7", "IV iii7 ii7 V7", "I III7 vi II7"),
        _layers("skip pizz .9 1", "two bassoon .8 1", "shaker drums .6 2", "lead clarinet .85 2",
                "sparkle glock .5 3", "hold strings .4 4", "counter flute .5 4"),
        swing=0.08, lively=0.8,
    ),
    Mood(
        "comic", 132, 43, MAJOR,
        ("I6 VI7 II7 V7", "I I7 IV #ivdim7", "IV #ivdim7 I6 VI7", "I6 #idim7 ii7 V7"),
        _layers("two tuba .8 1", "offbeat pizz .75 1", "blocks drums .6 2", "lead clarinet .85 2",
                "sparkle xylophone .5 3", "offbeat guitar .5 3", "counter bassoon .6 4"),
        swing=0.14, lively=0.9,
    ),
    Mood(
        "epic", 92, 38, MINOR,
        ("i bVI bIII bVII", "i bVI iv V", "iv bVI i bVII", "bVI bVII i bIII"),
        _layers("low cellos .85 1", "ostinato spiccato .7 1", "hold strings .6 2", "taiko drums .9 2",
                "timpani timpani .6 3",
                "lead horns .9 3", "hold choir .5 3", "counter brass .5 4"),
        lively=0.3,
    ),
    Mood(
        "heroic", 104, 43, MIXOLYDIAN,
        ("I bVII IV I", "I V vi IV", "vi IV I V", "IV bVII I V"),
        _layers("low cellos .75 1", "ostinato spiccato .6 1", "march drums .7 2", "hold strings .55 2",
                "lead trumpet .75 2", "counter horns .65 3", "hold choir .4 4"),
        lively=0.5,
    ),
    Mood(
        "adventure", 112, 45, MAJOR,
        ("I IV bVII IV", "I V vi IV", "vi IV I V", "ii IV V7 vi"),
        _layers("roots cellos .75 1", "arp guitar .7 1", "frame drums .65 2", "lead horns .75 2",
                "hold strings .55 2", "ostinato spiccato .5 3", "sparkle glock .35 4", "counter flute .5 3"),
        lively=0.6,
    ),
    Mood(
        "tender", 72, 45, MAJOR,
        ("Iadd9 vi7 IVmaj7 V7sus", "Iadd9 iii7 IVmaj7 V", "IVmaj7 iii7 ii7 V7sus", "vi7 IVadd9 Iadd9 V"),
        _layers("arp piano .8 1", "hold pad .5 1", "hold strings .5 2", "lead violin .6 2",
                "counter cello .6 3", "sparkle harp .4 3"),
        rubato=0.5, lively=0.35,
    ),
    Mood(
        "romantic", 88, 41, MAJOR,
        ("Imaj7 vi7 ii7 V7", "Imaj7 iii7 IVmaj7 iv6", "IVmaj7 iv6 iii7 VI7", "ii7 V7 Imaj7 vi7"),
        _layers("waltz piano .7 1", "hold strings .55 1", "lead violin .7 2", "counter cello .6 3",
                "sparkle harp .4 3", "hold horns .3 4"),
        beats=3, rubato=0.6, lively=0.45,
    ),
    Mood(
        "tense", 100, 40, PHRYGIAN,
        ("i i bII i", "i bVI bII V", "iv iv bII bII", "i #ivdim i bII"),
        _layers("pulse sub .75 1", "trem tremolo .5 1", "low cellos .6 1", "tick drums .5 2",
                "ostinato spiccato .6 3", "taiko drums .6 3", "lead horns .5 3", "stab piano .6 2"),
        lively=0.2,
    ),
    Mood(
        "dark", 60, 38, PHRYGIAN,
        ("i bII i bII", "i bVI v bII", "iv bII i #ivdim", "i #ivdim bII i"),
        _layers("drone cellos .7 1", "hold choir .5 1", "toll bells .45 1", "heart drums .6 2",
                "trem tremolo .4 3", "lead musicbox .6 2", "low cellos .6 3"),
        lively=0.2, rubato=0.2,
    ),
    Mood(
        "mysterious", 80, 41, HARMONIC,
        ("i IV i bVI", "i bVI iv V", "iv i bII V", "i biiidim7 iv V"),
        _layers("arp harp .7 1", "drone cellos .5 1", "hold pad .45 1", "tick drums .35 2", "lead clarinet .65 2",
                "sparkle vibes .5 2", "trem tremolo .35 3", "hold choir .35 4"),
        lively=0.4, rubato=0.2,
    ),
    Mood(
        "wonder", 84, 41, LYDIAN,
        ("Imaj7 II Imaj7 II", "Imaj7 II vii vi7", "vi7 II iii7 Imaj7", "IVmaj7 V Imaj7 vi7"),
        _layers("arp celesta .65 1", "hold pad .55 1", "sparkle harp .55 2", "hold strings .5 2",
                "lead flute .6 2", "hold choir .4 3", "counter horns .45 4", "roots cellos .5 2"),
        lively=0.4, rubato=0.3,
    ),
    Mood(
        "calm", 66, 43, PENTATONIC,
        ("Iadd9 IVmaj7 Iadd9 IVmaj7", "Iadd9 vi7 IVmaj7 V7sus", "vi7 IVmaj7 ii7 V7sus", "IVadd9 Iadd9 ii7 V7sus"),
        _layers("hold pad .6 1", "arp rhodes .6 1", "roots cellos .4 1", "lead flute .55 2",
                "sparkle harp .45 3", "hold strings .4 3"),
        rubato=0.3, lively=0.25,
    ),
    Mood(
        "sad", 62, 45, MINOR,
        ("iadd9 bVImaj7 iv7 V", "i bVII bVImaj7 V", "bVImaj7 bVII i iv", "iv7 i bVI V"),
        _layers("arp piano .75 1", "hold strings .5 2", "lead cello .75 2", "hold pad .4 1",
                "counter violin .45 4", "roots cellos .5 3"),
        rubato=0.6, lively=0.3,
    ),
    Mood(
        "melancholy", 84, 45, DORIAN,
        ("i7 IV7 i7 bVII", "i bVImaj7 bIII V7", "bIIImaj7 bVII iv7 V7", "i7 v7 iv7 bVII"),
        _layers("waltz guitar .7 1", "hold pad .4 1", "lead clarinet .7 2", "hold strings .45 2",
                "counter cello .55 3", "sparkle vibes .4 4"),
        beats=3, rubato=0.4, lively=0.35,
    ),
    Mood(
        "joyful", 120, 48, MAJOR,
        ("I V vi IV", "I IV I V", "vi IV I V", "ii IV I V"),
        _layers("strum guitar .75 1", "roots upright .8 1", "tambourine drums .6 2", "lead flute .65 2",
                "hold strings .45 3", "sparkle glock .4 3", "counter horns .4 4"),
        lively=0.7,
    ),
)  # fmt: skip

MOODS: dict[str, Mood] = {mood.name: mood for mood in _ROWS}
