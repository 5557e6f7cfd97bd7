"""A film's music, start to finish, as a function that can run in another process."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from .composer import Score, compose
from .film_score import SILENCE, Stretch, compose_film, cues_of
from .mood_words import dressing_for, mood_for
from .moods import Mood
from .renderer import finish, level_cues, render
from .soundfont import find_soundfont, render_with_font
from .wave import Samples, samples_in, write_wav

_LOWEST_MS = 500


@dataclass(frozen=True, slots=True)
class Words:
    """What a request says about the music."""

    prompt: str
    mood: str
    era: str = ""
    genre: str = ""


def compose_cue(
    prompt: str,
    mood: str,
    duration_ms: int,
    era: str,
    genre: str,
    seed: int,
    path: str,
    soundfont: str | None = None,
    sections: Sequence[tuple[int, int, str, float]] = (),
) -> dict[str, Any]:
    """Compose and write music of exactly `duration_ms` to `path`, and return what it is made of.

    `sections` are (start_ms, end_ms, mood, energy) in order; none is one mood throughout. `soundfont` None uses one
    found on the machine, "" the built-in synthesiser, else the font of that path.
    """  # fmt: skip
    words = Words(prompt, mood, era, genre)
    kind = mood_for(mood, prompt=prompt, genre=genre, era=era)
    dressing = dressing_for(kind, prompt=prompt, genre=genre, era=era)
    seconds = max(duration_ms, _LOWEST_MS) / 1000
    cues: list[dict[str, object]] = []
    if not sections and mood.strip().lower() in SILENCE:
        score = Score((), seconds, 0.0, "", ())
    elif sections:
        stretches = [Stretch(start / 1000, end / 1000, name, energy) for start, end, name, energy in sections]
        score, cues = compose_film(cues_of(stretches, seconds, _moods_for(words)), seconds, seed)
    else:
        score = compose(_dressed(words, mood), seconds, seed)
    music, renderer, notes = _rendered(score, samples_in(duration_ms), soundfont)
    write_wav(Path(path), music)
    return {
        "mood": kind.name,
        "dressing": dressing.name if dressing else "",
        "bpm": score.bpm,
        "key": score.key,
        "sections": [{"name": name, "start_ms": start} for name, start in score.sections],
        "cues": cues,
        "renderer": renderer,
        "notes": notes,
    }


def _dressed(words: Words, mood: str) -> Mood:
    """Return the music for a mood word, in the sound of the film's time and genre."""
    kind = mood_for(mood or words.mood, prompt=words.prompt, genre=words.genre, era=words.era)
    dressing = dressing_for(kind, prompt=words.prompt, genre=words.genre, era=words.era)
    return dressing.dress(kind) if dressing else kind


def _moods_for(words: Words) -> Any:
    """Return the look-up of moods for one film: words that mean one mood give one and the same object."""

    @cache
    def by_name(name: str) -> Mood:
        return _dressed(words, name)

    def mood_of(word: str) -> Mood:
        return by_name(mood_for(word or words.mood, prompt=words.prompt, genre=words.genre, era=words.era).name)

    return mood_of


def _rendered(score: Score, samples: int, soundfont: str | None) -> tuple[Samples, str, list[str]]:
    """Return the finished sound, which renderer made it, and sentences for the user."""
    if not score.notes:
        return np.zeros((samples, 2), np.float32), "silence", []
    font = find_soundfont() if soundfont is None else Path(soundfont) if soundfont else None
    sentences = []
    if font is not None:
        try:
            played = render_with_font(score, samples, font)
        except (RuntimeError, OSError, ImportError, ValueError) as error:
            sentences = [
                f"The SoundFont {font.name} could not be used ({error}); the built-in synthesiser plays instead."
            ]
        else:
            level_cues(*played, score.levels)
            return finish(*played, recorded=True), f"soundfont {font.name}", []
    played = render(score, samples)
    level_cues(*played, score.levels)
    return finish(*played), "synthesiser", sentences
