"""The voices that come with the vendor's speaking models.

The vendor does not say of what sex or age they are: that is how they sound.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class VoiceSpec:
    """One voice, as users choose it."""

    key: str
    name: str
    sex: str
    age: str
    tone: str


VOICES: tuple[VoiceSpec, ...] = (
    VoiceSpec("marin", "Marin", "female", "adult", "natural and warm"),
    VoiceSpec("cedar", "Cedar", "male", "adult", "natural and calm"),
    VoiceSpec("alloy", "Alloy", "female", "adult", "even and clear"),
    VoiceSpec("ash", "Ash", "male", "adult", "firm and expressive"),
    VoiceSpec("ballad", "Ballad", "male", "adult", "soft and lyrical"),
    VoiceSpec("coral", "Coral", "female", "adult", "bright and friendly"),
    VoiceSpec("echo", "Echo", "male", "adult", "smooth and sober"),
    VoiceSpec("fable", "Fable", "male", "adult", "lively, a storyteller's"),
    VoiceSpec("nova", "Nova", "female", "adult", "young and energetic"),
    VoiceSpec("onyx", "Onyx", "male", "adult", "deep and grave"),
    VoiceSpec("sage", "Sage", "female", "adult", "gentle and thoughtful"),
    VoiceSpec("shimmer", "Shimmer", "female", "adult", "light and cheerful"),
    VoiceSpec("verse", "Verse", "male", "adult", "versatile and expressive"),
)
ALL_VOICES = tuple(voice.key for voice in VOICES)
FIRST_VOICES = ("alloy", "ash", "coral", "echo", "fable", "nova", "onyx", "sage", "shimmer")
"""Those that the first speaking models know too."""
