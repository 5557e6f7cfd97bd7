"""The cast of local voices: one recorded speaker, reshaped into many by pitch, formants and pace.

They share the speaker's prosody, so what tells them apart is how high, how large and how lively they are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class VoiceSpec:
    """One voice.

    `pitch`, `formant` and `pace` multiply the recorded speaker's (1 = as recorded; a formant below 1 is a
    longer throat). `liveliness` scales how far the melody moves around its mean (0 = monotone); `breath`
    is the share of breath noise (0 to 1) and `tremor` the depth of a slow shake of the pitch.
    """

    key: str
    name: str
    sex: str
    age: str
    tone: str
    pitch: float
    formant: float
    pace: float
    liveliness: float = 1.0
    breath: float = 0.0
    tremor: float = 0.0


NARRATOR = VoiceSpec("heart", "Narrator, woman", "female", "adult", "warm and clear", 1.0, 1.0, 1.0)

VOICES: tuple[VoiceSpec, ...] = (
    NARRATOR,
    VoiceSpec("storyteller", "Narrator, man", "male", "adult", "warm and measured", 0.57, 0.90, 0.93),
    VoiceSpec("low_woman", "Low-voiced woman", "female", "adult", "low and composed", 0.84, 0.95, 0.96, 0.9),
    VoiceSpec("young_woman", "Young woman", "female", "adult", "light and bright", 1.12, 1.04, 1.04, 1.1),
    VoiceSpec("man", "Man", "male", "adult", "plain and steady", 0.63, 0.89, 0.99),
    VoiceSpec("deep_man", "Deep-voiced man", "male", "adult", "deep and grave", 0.48, 0.83, 0.93, 0.9),
    VoiceSpec("young_man", "Young man", "male", "adult", "light and quick", 0.71, 0.93, 1.05, 1.1),
    VoiceSpec("teen_girl", "Teenage girl", "female", "teen", "quick and lively", 1.22, 1.08, 1.07, 1.15),
    VoiceSpec("teen_boy", "Teenage boy", "male", "teen", "breaking and eager", 0.92, 0.99, 1.06, 1.1),
    VoiceSpec("girl", "Girl", "female", "child", "high and sweet", 1.40, 1.17, 1.05, 1.1),
    VoiceSpec("boy", "Boy", "male", "child", "high and bold", 1.28, 1.13, 1.05, 1.1),
    VoiceSpec("old_woman", "Old woman", "female", "elder", "thin and kind", 0.90, 0.97, 0.86, 0.95, 0.15, 0.018),
    VoiceSpec("old_man", "Old man", "male", "elder", "dry and slow", 0.66, 0.92, 0.82, 0.9, 0.18, 0.018),
    VoiceSpec("giant", "Giant", "male", "adult", "huge and rumbling", 0.41, 0.78, 0.85, 0.85),
    VoiceSpec("fairy", "Fairy", "female", "adult", "tiny and sparkling", 1.55, 1.25, 1.10, 1.15),
    VoiceSpec("robot", "Machine", "", "adult", "flat machine", 0.80, 0.92, 0.97, 0.04),
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
