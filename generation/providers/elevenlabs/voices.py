"""The voices that ElevenLabs speaks with: those that every account has, and those of one account."""

from __future__ import annotations

from contextlib import closing
from typing import Any

from generation.providers.base import Access

from .client import open_wire, read

OFFER = "elevenlabs/eleven-v3"
"""The model that shipped voices speak with, unless the user chooses another."""

MOST_PAGES = 20
"""Two thousand voices: more than anybody looks through."""

_SEXES = frozenset({"male", "female"})
_AGES = {"young": "adult", "middle": "adult", "old": "elder", "child": "child", "kid": "child", "teen": "teen"}

# Premade voices, whose ids are the same for all accounts.
_PREMADE: tuple[tuple[str, str, str, str, str], ...] = (
    ("JBFqnCBsd6RMkjVDRZzb", "George", "male", "adult", "warm storyteller, British"),
    ("EXAVITQu4vr4xnSDxMaL", "Sarah", "female", "adult", "mature and reassuring, American"),
    ("CwhRBWXzGAHq8TQ4Fs17", "Roger", "male", "adult", "laid-back and resonant, American"),
    ("FGY2WhTYpPnrIDTdsKH5", "Laura", "female", "adult", "quirky and bright, American"),
    ("IKne3meq5aSn9XLyUdCD", "Charlie", "male", "adult", "deep and confident, Australian"),
    ("N2lVS1w4EtoT3dr4eOWO", "Callum", "male", "adult", "husky trickster, American"),
    ("SAz9YHcvj6GT2YYXdXww", "River", "", "adult", "relaxed and neutral, American"),
    ("SOYHLrjzK2X1ezoPC6cr", "Harry", "male", "adult", "fierce and rough, American"),
    ("TX3LPaxmHKxFdv7VOQHJ", "Liam", "male", "adult", "young and energetic, American"),
    ("Xb7hH8MSUJpSbSDYk0k2", "Alice", "female", "adult", "clear and engaging, British"),
    ("XrExE9yKIg1WjnnlVkGX", "Matilda", "female", "adult", "knowing and professional, American"),
    ("bIHbv24MWmeRgasZH58o", "Will", "male", "adult", "relaxed optimist, American"),
    ("cgSgspJ2msm6clMCkdW9", "Jessica", "female", "adult", "playful, bright and warm, American"),
    ("cjVigY5qzO86Huf0OWal", "Eric", "male", "adult", "smooth and trustworthy, American"),
    ("iP95p4xoKVk53GoZ742B", "Chris", "male", "adult", "charming and down to earth, American"),
    ("nPczCjzI2devNBz1zQrb", "Brian", "male", "adult", "deep, resonant and comforting, American"),
    ("onwK4e9ZLuTAKqWW03F9", "Daniel", "male", "adult", "steady newsreader, British"),
    ("pFZP5JQG7iQjIQuC4Bku", "Lily", "female", "adult", "velvety actress, British"),
    ("pNInz6obpgDQGcFmaJgB", "Adam", "male", "adult", "dominant and firm, American"),
    ("pqHfZKP75CvOlQylNhV4", "Bill", "male", "elder", "wise and balanced, American"),
)


def shipped_voices(offer: str = OFFER) -> list[dict[str, Any]]:
    """Return the voices that every account has, as rows of a library's voices."""
    return [_row(offer, *voice) for voice in _PREMADE]


def account_voices(access: Access, offer: str = OFFER) -> list[dict[str, Any]]:
    """Return all voices of an account, as rows of a library's voices. Raise `BadKey`, `Unavailable`, `NeedsSetup`."""
    asked: dict[str, Any] = {"page_size": 100}
    found: dict[str, dict[str, Any]] = {}
    with closing(open_wire(access)) as wire:
        for _ in range(MOST_PAGES):
            page = read(wire, "/v2/voices", **asked)
            # The first page may hold the premade voices too, and they may come again.
            found.update((str(voice["voice_id"]), _told(offer, voice)) for voice in page.get("voices") or ())
            if not page.get("has_more") or not page.get("next_page_token"):
                break
            asked["next_page_token"] = page["next_page_token"]
    return list(found.values())


def _told(offer: str, voice: dict[str, Any]) -> dict[str, Any]:
    labels = {str(name): str(value).strip() for name, value in (voice.get("labels") or {}).items()}
    # "George - Warm storyteller": what follows the dash is a description.
    name, _, remark = str(voice.get("name") or "").partition(" - ")
    sex = labels.get("gender", "").lower()
    manner = remark or labels.get("descriptive") or labels.get("description") or ""
    tone = ", ".join(word.replace("_", " ") for word in (manner, labels.get("accent", "")) if word)
    return _row(
        offer, str(voice["voice_id"]), name.strip(), sex if sex in _SEXES else "", _age(labels.get("age", "")), tone
    )


def _age(label: str) -> str:
    return next((age for begin, age in _AGES.items() if label.lower().startswith(begin)), "adult")


def _row(offer: str, key: str, name: str, sex: str, age: str, tone: str) -> dict[str, Any]:
    return {"offer": offer, "key": key, "name": name, "sex": sex, "age": age, "tone": tone}
