"""The cast of local voices: one recorded speaker, reshaped into many people by throat, pitch, breath and manner.

They share the speaker's prosody, so what tells them apart is how high, how large, how lively, how breathy, how
rough and how bright they are. Each differs from every other in several of these at once.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Shape:
    """What a voice is made of, against the recorded speaker.

    Multipliers (1 = as recorded): `pitch`; `formant`, the size of the head (below 1 is a longer throat); `throat`, the
    same for the first resonance alone; `pace`; `liveliness`, how far the melody moves (0 = monotone).
    Shares from 0 to 1: `breath`, of voice turned into air (1 = a whisper); `rough`, of every second pulse of the
    voice missing, as in a creak. Depths: `tremor`, of a slow shake of pitch and loudness; `shake`, of a quick one.
    In decibels: `tilt` for each octave up from 1 kHz; `chest`, `presence` and `nasal` around 220, 3000 and 1100 Hz.
    `lilt` is how many semitones the end of a sentence goes up.
    """

    pitch: float = 1.0
    formant: float = 1.0
    throat: float = 1.0
    pace: float = 1.0
    liveliness: float = 1.0
    breath: float = 0.0
    rough: float = 0.0
    tremor: float = 0.0
    shake: float = 0.0
    tilt: float = 0.0
    chest: float = 0.0
    presence: float = 0.0
    nasal: float = 0.0
    lilt: float = 0.0


@dataclass(frozen=True, slots=True)
class VoiceSpec:
    """One voice: how users choose it, what it is made of, and what it is heard through ("" or "robot")."""

    key: str
    name: str
    sex: str
    age: str
    tone: str
    shape: Shape = field(default_factory=Shape)
    channel: str = ""


NARRATOR = VoiceSpec("heart", "Narrator, woman", "female", "adult", "warm and clear")

VOICES: tuple[VoiceSpec, ...] = (
    NARRATOR,
    VoiceSpec(
        "storyteller",
        "Narrator, man",
        "male",
        "adult",
        "warm and measured",
        Shape(0.58, 0.87, 1.02, 0.93, 0.9, tilt=-0.6, chest=3.0),
    ),
    VoiceSpec(
        "low_woman",
        "Low-voiced woman",
        "female",
        "adult",
        "low and composed",
        Shape(0.83, 0.93, 0.97, 0.95, 0.8, breath=0.12, tilt=-1.2, chest=2.5),
    ),
    VoiceSpec(
        "young_woman",
        "Young woman",
        "female",
        "adult",
        "light and bright",
        Shape(1.13, 1.05, 1.0, 1.05, 1.2, tilt=0.9, presence=3.0, lilt=1.0),
    ),
    VoiceSpec(
        "man",
        "Man",
        "male",
        "adult",
        "plain and steady",
        Shape(0.64, 0.86, 0.97, 0.99, 0.95, tilt=0.3, presence=3.0, nasal=2.0),
    ),
    VoiceSpec(
        "deep_man",
        "Deep-voiced man",
        "male",
        "adult",
        "deep and grave",
        Shape(0.47, 0.80, 0.98, 0.92, 0.8, rough=0.04, tilt=-1.2, chest=4.0),
    ),
    VoiceSpec(
        "young_man",
        "Young man",
        "male",
        "adult",
        "light and quick",
        Shape(0.76, 0.93, 0.94, 1.07, 1.3, breath=0.08, tilt=0.3, lilt=1.0),
    ),
    VoiceSpec(
        "teen_girl",
        "Teenage girl",
        "female",
        "teen",
        "quick and lively",
        Shape(1.24, 1.10, 1.05, 1.09, 1.4, breath=0.10, tilt=0.4, nasal=2.5, lilt=2.0),
    ),
    VoiceSpec(
        "teen_boy",
        "Teenage boy",
        "male",
        "teen",
        "breaking and eager",
        Shape(0.83, 0.945, 0.92, 1.06, 1.3, rough=0.08, tilt=-0.6, nasal=3.5, lilt=0.5),
    ),
    VoiceSpec(
        "girl",
        "Girl",
        "female",
        "child",
        "high and sweet",
        Shape(1.46, 1.20, 1.10, 1.03, 1.15, breath=0.16, tilt=-0.8, lilt=1.5),
    ),
    VoiceSpec(
        "boy",
        "Boy",
        "male",
        "child",
        "high and bold",
        Shape(1.30, 1.14, 1.13, 1.06, 1.3, rough=0.05, tilt=1.4, presence=2.0),
    ),
    VoiceSpec(
        "old_woman",
        "Old woman",
        "female",
        "elder",
        "thin and kind",
        Shape(0.93, 0.99, 0.95, 0.85, 1.05, 0.30, 0.05, 0.026, tilt=0.6, chest=-4.0, nasal=2.5),
    ),
    VoiceSpec(
        "old_man",
        "Old man",
        "male",
        "elder",
        "dry and slow",
        Shape(0.70, 0.89, 0.96, 0.81, 0.85, 0.34, 0.12, 0.030, tilt=-0.3, chest=-3.0, nasal=-2.0),
    ),
    VoiceSpec(
        "giant",
        "Giant",
        "male",
        "adult",
        "huge and rumbling",
        Shape(0.39, 0.73, 0.98, 0.84, 0.75, rough=0.10, tilt=-1.0, chest=6.0),
    ),
    VoiceSpec(
        "fairy",
        "Fairy",
        "female",
        "adult",
        "tiny and sparkling",
        Shape(1.65, 1.30, 1.0, 1.08, 1.3, breath=0.10, tilt=1.5, presence=3.0),
    ),
    VoiceSpec(
        "robot",
        "Machine",
        "",
        "adult",
        "flat machine",
        Shape(0.72, 0.90, 1.08, 0.96, 0.0, presence=5.0, nasal=4.0),
        "robot",
    ),
    VoiceSpec(
        "gruff_man",
        "Gruff man",
        "male",
        "adult",
        "rough and grim",
        Shape(0.54, 0.84, 1.06, 0.95, 0.8, 0.20, 0.22, tilt=0.9, presence=2.0),
    ),
    VoiceSpec(
        "gentleman",
        "Gentleman",
        "male",
        "adult",
        "dry and precise",
        Shape(0.69, 0.91, 1.06, 0.94, 1.15, tilt=-1.6, nasal=4.0, lilt=-1.0),
    ),
    VoiceSpec(
        "stern_woman",
        "Stern woman",
        "female",
        "adult",
        "cool and commanding",
        Shape(0.91, 0.97, 1.06, 0.97, 0.75, tilt=1.8, presence=4.0, nasal=-2.0, lilt=-1.0),
    ),
    VoiceSpec(
        "soft_woman",
        "Soft-voiced woman",
        "female",
        "adult",
        "soft and dreamy",
        Shape(1.05, 1.01, 1.02, 0.91, 0.85, breath=0.45, tilt=-2.2, chest=1.0),
    ),
)

_BY_KEY = {voice.key: voice for voice in VOICES}

# What people write in a voice's name, in the words of the table above; the tone's own words count besides.
_SEX_WORDS = {
    "female": "female woman women lady girl mother mum mom grandmother grandma granny aunt sister daughter queen "
    "princess witch wife she her fairy nova shimmer alloy bella emma sarah",
    "male": "male man men gentleman guy boy father dad grandfather grandpa uncle brother son king prince wizard "
    "husband he him giant adam onyx echo george michael",
}
_AGE_WORDS = {
    "child": "child kid little girl boy toddler",
    "teen": "teen teenage teenager adolescent youth",
    "adult": "adult man woman grown",
    "elder": "elder elderly old aged ancient grandmother grandma granny grandfather grandpa witch wizard",
}
_SYNONYMS = {
    "low": "deep",
    "bass": "deep",
    "narration": "narrator",
    "android": "robot",
    "cyborg": "robot",
    "ai": "robot",
    "raspy": "rough",
    "gravelly": "rough",
    "hoarse": "rough",
    "breathy": "soft",
    "gentle": "soft",
}


def voice_for(key: str) -> tuple[VoiceSpec, bool]:
    """Return the voice called `key`, or the nearest to its words (else the narrator); say whether it is the one."""
    exact = _BY_KEY.get(key.strip().lower())
    if exact:
        return exact, True
    words = {_SYNONYMS.get(word, word) for word in re.findall(r"[a-z]+", key.lower())}
    best = max(VOICES, key=lambda voice: _likeness(voice, words))
    return (best if _likeness(best, words) > 0 else NARRATOR), False


def _likeness(voice: VoiceSpec, words: set[str]) -> float:
    """Count what `words` say of the voice; contradicting its sex or age costs more than a shared word earns."""
    named = set(re.findall(r"[a-z]+", f"{voice.key} {voice.name} {voice.tone}".lower())) - {"and", "voiced"}
    score = 1.0 * len(words & named)
    score += _agreement(voice.sex, words, _SEX_WORDS, weight=2.0)
    return score + _agreement(voice.age, words, _AGE_WORDS, weight=1.5)


def _agreement(value: str, words: set[str], vocabulary: dict[str, str], *, weight: float) -> float:
    meant = {name for name, known in vocabulary.items() if words & set(known.split())}
    if not meant:
        return 0.0
    return weight if value in meant else -weight
