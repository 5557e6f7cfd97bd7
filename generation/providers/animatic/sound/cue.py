"""One cue, start to finish, as a function that can run in another process."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from .composer import Score, compose
from .mood_words import dressing_for, mood_for
from .renderer import finish, render
from .soundfont import find_soundfont, render_with_font
from .wave import Samples, samples_in, write_wav

_LOWEST_MS = 500


def compose_cue(
    prompt: str, mood: str, duration_ms: int, era: str, genre: str, seed: int, path: str, soundfont: str | None = None
) -> dict[str, Any]:
    """Compose and write a cue of exactly `duration_ms` to `path`, and return what it is made of.

    `soundfont` None uses one found on the machine, "" the built-in synthesiser, else the font of that path.
    """
    kind = mood_for(mood, prompt=prompt, genre=genre, era=era)
    dressing = dressing_for(kind, prompt=prompt, genre=genre, era=era)
    samples = samples_in(duration_ms)
    score = compose(dressing.dress(kind) if dressing else kind, max(duration_ms, _LOWEST_MS) / 1000, seed)
    cue, renderer, notes = _rendered(score, samples, soundfont)
    write_wav(Path(path), cue)
    return {
        "mood": kind.name,
        "dressing": dressing.name if dressing else "",
        "bpm": score.bpm,
        "key": score.key,
        "sections": [{"name": name, "start_ms": start} for name, start in score.sections],
        "renderer": renderer,
        "notes": notes,
    }


def _rendered(score: Score, samples: int, soundfont: str | None) -> tuple[Samples, str, list[str]]:
    """Return the finished sound, which renderer made it, and sentences for the user."""
    font = find_soundfont() if soundfont is None else Path(soundfont) if soundfont else None
    if font is not None:
        try:
            return finish(render_with_font(score, samples, font), None), f"soundfont {font.name}", []
        except (RuntimeError, OSError, ImportError) as error:
            sentence = f"The SoundFont {font.name} could not be used ({error}); the built-in synthesiser plays instead."
            return finish(*render(score, samples)), "synthesiser", [sentence]
    return finish(*render(score, samples)), "synthesiser", []
