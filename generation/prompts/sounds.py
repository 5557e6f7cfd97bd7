"""Prompts for music and effects: stretches of a score with their moods, sounds with their moments."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from . import families
from .pieces import Piece, Worth, joined, listed, sentence

_INSTRUMENTS = {
    "joyful": "bright strings, woodwinds and light percussion",
    "playful": "pizzicato strings, clarinet and xylophone",
    "tense": "low strings, pulsing bass and ticking percussion",
    "scary": "dissonant strings, low brass and scraped metal",
    "epic": "full orchestra, brass, choir-like strings and timpani",
    "action": "driving drums, brass stabs and fast strings",
    "angry": "distorted bass, heavy drums and low brass",
    "sad": "solo cello and piano",
    "tender": "soft piano and warm strings",
    "calm": "soft pads, harp and sparse piano",
    "mysterious": "celesta, low woodwinds and shimmering strings",
    "wonder": "harp, celesta and swelling strings",
    "lonely": "a single piano, far away",
    "romantic": "warm strings, piano and solo violin",
    "funny": "bassoon, pizzicato strings and muted trumpet",
    "noir": "muted trumpet, double bass and brushed drums",
}
"""What plays a mood where nothing else is asked for."""
_TEMPI = ((0.3, "slow", 64), (0.5, "moderate", 84), (0.7, "lively", 108), (0.85, "fast", 128), (1.01, "very fast", 146))
"""Up to which energy (0 to 1) music is of a tempo, in words and in beats a minute."""
_FORCE = ((0.3, "quiet"), (0.55, "restrained"), (0.75, "strong"), (1.01, "at full force"))


def music(
    title: str,
    words: Sequence[str],
    *,
    sections: Sequence[Mapping[str, Any]] = (),
    era: str = "",
    family: str = "",
    most: int | None = None,
) -> str:
    """Return the prompt for a film's score.

    `words` are style, mood and genre. `sections` say from when to when it has which mood and energy. `most` is how
    many characters the model takes.
    """
    if family in families.MUSIC_TAGS:
        return _music_tags(words, sections, era, most)
    moods = list(dict.fromkeys(str(section["mood"]) for section in sections if section["mood"]))
    played = [_INSTRUMENTS[mood] for mood in moods or words if mood in _INSTRUMENTS]
    pieces = [
        Piece(f"Instrumental film score for “{title}”: {', '.join(words) or 'calm'}.", Worth.ACTION),
        Piece(sentence(f"Era: {era}") if era else "", Worth.PLACE),
        *(Piece(sentence(_section(section)), Worth.PEOPLE) for section in sections if len(sections) > 1),
        Piece(sentence(f"Instruments: {'; '.join(dict.fromkeys(played))}") if played else "", Worth.STYLE),
        Piece(f"Tempo around {_tempo(sections)[2]} beats a minute." if sections else "", Worth.NICE),
        Piece("No vocals, no spoken words. It leaves room for a voice.", Worth.RULES),
    ]
    return joined(pieces, most)


def _section(section: Mapping[str, Any]) -> str:
    force = next(word for least, word in _FORCE if float(section.get("energy", 0.5)) < least)
    when = f"{_clock(section['start_ms'])} to {_clock(section['end_ms'])}"
    mood = str(section["mood"] or "calm")
    return f"{when}: silence" if mood == "none" else f"{when}: {mood}, {force}"


def _tempo(sections: Sequence[Mapping[str, Any]]) -> tuple[float, str, int]:
    lengths = [int(section["end_ms"]) - int(section["start_ms"]) for section in sections]
    energy = sum(float(one.get("energy", 0.5)) * length for one, length in zip(sections, lengths, strict=True))
    share = energy / sum(lengths) if sum(lengths) else 0.5
    return next(tempo for tempo in _TEMPI if share < tempo[0])


def _music_tags(words: Sequence[str], sections: Sequence[Mapping[str, Any]], era: str, most: int | None) -> str:
    moods = list(dict.fromkeys(str(section["mood"]) for section in sections if section["mood"] not in {"", "none"}))
    tempo = _tempo(sections) if sections else _TEMPI[1]
    tags = ["instrumental", "film score", *words, *moods, era]
    played = [_INSTRUMENTS[mood] for mood in moods or words if mood in _INSTRUMENTS]
    pieces = [
        *(Piece(tag.lower(), Worth.ACTION) for tag in dict.fromkeys(tags) if tag),
        *(Piece(one, Worth.STYLE) for words_of in played for one in words_of.replace(" and ", ", ").split(", ")),
        Piece(tempo[1], Worth.CAMERA),
        Piece(f"{tempo[2]} bpm", Worth.CAMERA),
    ]
    return joined(_once(pieces), most, between=", ")


def effects(
    summary: str,
    sounds: Sequence[str],
    *,
    cues: Sequence[Mapping[str, Any]] = (),
    place: str = "",
    interior: bool = False,
    family: str = "",
    most: int | None = None,
) -> str:
    """Return the prompt for the sound of a scene.

    `sounds` last all through it, `cues` happen at their moments, under all lies the sound of the `place`. `summary` is
    what happens; `most` is how many characters the model takes.
    """
    room = f"{'room tone' if interior else 'ambience'} of {_place(place)}" if place else ""
    if family in families.EFFECTS_TAGS:
        tags = [*sounds, *(str(cue["sound"]) for cue in cues), room]
        pieces = [Piece(tag.lower(), Worth.ACTION) for tag in tags if tag]
        return joined(_once(pieces), most, between=", ")
    timed = [f"{cue['sound']!s} at {int(cue['at_ms']) / 1000:.1f} s" for cue in cues]
    pieces = [
        Piece(sentence(listed(sounds)), Worth.ACTION),
        Piece(sentence(listed(timed)), Worth.PEOPLE),
        Piece(sentence(room), Worth.PLACE),
        Piece(sentence(f"Scene: {summary}") if summary else "", Worth.STYLE),
        Piece("No music, no speech.", Worth.RULES),
    ]
    return joined(pieces, most)


def _place(place: str) -> str:
    return f"a {place}" if place[:1].lower() not in "aeiou" else f"an {place}"


def _once(pieces: Sequence[Piece]) -> list[Piece]:
    return list({piece.text: piece for piece in reversed(pieces)}.values())[::-1]


def _clock(ms: int) -> str:
    seconds = round(int(ms) / 1000)
    return f"{seconds // 60}:{seconds % 60:02d}"
