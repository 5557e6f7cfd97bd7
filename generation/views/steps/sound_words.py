"""Moods and sounds as they are offered to people."""

from __future__ import annotations

from django.utils.translation import gettext as _

from generation import score
from generation.film import Film
from generation.providers.animatic.sound.foley_lexicon import NAMES
from projects.models import Scene

NO_MUSIC = "none"


def mood_of(film: Film, scene: Scene) -> str:
    """Return the mood of a scene's music where none was chosen for it."""
    return scene.mood or film.project.mood


def mood_word(mood: str) -> str:
    """Return a mood as it is read."""
    if mood == NO_MUSIC:
        return _("No music")
    return mood.replace("_", " ").capitalize() if mood else _("No mood yet")


def moods(film: Film, scene: Scene) -> tuple[tuple[str, str, bool], ...]:
    """Return what the music of a scene may be like: (value, label, is chosen)."""
    known = sorted({*score.ENERGY, scene.music} - {"", NO_MUSIC})
    own = _("As the scene (%(mood)s)") % {"mood": mood_word(mood_of(film, scene)).lower()}
    offered = [("", own), *((mood, mood_word(mood)) for mood in known), (NO_MUSIC, mood_word(NO_MUSIC))]
    return tuple((value, label, value == scene.music) for value, label in offered)


def known_sounds(film: Film) -> tuple[str, ...]:
    """Return the sounds that are offered: those that the film has, and those that can be made here."""
    own = {sound for scene in film.scenes for sound in scene.sounds}
    own |= {str(cue["sound"]) for segment in film.segments for cue in segment.sounds}
    return tuple(sorted(own | set(NAMES)))
