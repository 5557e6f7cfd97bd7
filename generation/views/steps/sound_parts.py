"""What the sound step shows: the score with its cues, the sounds of every scene, and how loud both are."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from generation import score
from generation.film import Film
from generation.models import Slot
from generation.views import wording
from generation.views.media import media_url
from generation.views.parts import Part
from generation.views.steps import sound_words, takes_words
from generation.views.steps.base import Studio
from generation.views.steps.takes_words import Standing
from projects.models import LEAST_GAIN_DB, MOST_GAIN_DB, Scene, Segment


@dataclass(frozen=True)
class Gain:
    """How loud one kind of sound is."""

    name: str
    label: str
    value: float
    shown: str


@dataclass(frozen=True)
class Volumes:
    """How loud music and effects are against speech."""

    film_id: int
    gains: tuple[Gain, ...]
    least: float
    most: float
    may_edit: bool


@dataclass(frozen=True)
class Cue:
    """The music of one scene."""

    scene_id: int
    number: int
    heading: str
    span: str
    was: str
    moods: tuple[tuple[str, str, bool], ...]
    goes_on: bool


@dataclass(frozen=True)
class Score:
    """The music of the film."""

    film_id: int
    slot_id: int
    standing: Standing
    url: str
    length: str
    takes: int
    href: str
    cues: tuple[Cue, ...]
    words: str
    may_edit: bool


@dataclass(frozen=True)
class SceneSound:
    """The sounds of one scene."""

    number: int
    heading: str
    span: str
    room: str
    beds: tuple[str, ...]
    cues: tuple[str, ...]
    standing: Standing
    url: str
    takes: int
    href: str


@dataclass(frozen=True)
class LineCue:
    """One sound at a word."""

    index: int
    sound: str
    word: int
    at: str


@dataclass(frozen=True)
class Line:
    """One line of a scene with its sounds."""

    segment_id: int
    film_id: int
    speaker: str
    text: str
    words: tuple[tuple[int, str], ...]
    cues: tuple[LineCue, ...]


@dataclass(frozen=True)
class SceneSounds:
    """All that is heard in a scene beside voices and music."""

    film_id: int
    scene_id: int
    room: str
    beds: tuple[str, ...]
    lines: tuple[Line, ...]
    known: tuple[str, ...]
    may_edit: bool


def volumes(studio: Studio) -> Part:
    """Return how loud music and effects are."""
    project = studio.film.project
    gains = (
        Gain("music_gain_db", _("Music"), project.music_gain_db, decibels(project.music_gain_db)),
        Gain("effects_gain_db", _("Effects"), project.effects_gain_db, decibels(project.effects_gain_db)),
    )
    shows = Volumes(project.pk, gains, LEAST_GAIN_DB, MOST_GAIN_DB, studio.may_edit)
    return Part("volumes", "generation/takes/_volumes.html", shows)


def decibels(value: float) -> str:
    """Return a gain: “+3 dB”."""
    return f"{value:+g} dB" if value else "0 dB"


def music(studio: Studio, slot: Slot | None, takes: dict[int, int]) -> Part:
    """Return the score with its cues."""
    film = studio.film
    asset = slot.selected_take.asset if slot and slot.selected_take else None
    cues = _cues(film)
    shows = Score(
        film_id=film.project.pk,
        slot_id=slot.pk if slot else 0,
        standing=takes_words.standing(studio.graph, slot) if slot else Standing("missing", "none", _("Missing")),
        url=media_url(asset),
        length=wording.clock(asset.duration_ms) if asset else "",
        takes=takes.get(slot.pk, 0) if slot else 0,
        href="?music=1" if slot else "",
        cues=cues,
        words="" if cues else _("The music is composed once the voices are recorded and the scenes are known."),
        may_edit=studio.may_edit,
    )
    return Part("score", "generation/takes/_score.html", shows)


def _cues(film: Film) -> tuple[Cue, ...]:
    if not film.is_timed:
        return ()
    found: list[Cue] = []
    before = None
    for scene, start, end in score.heard_scenes(film):
        mood = scene.music or sound_words.mood_of(film, scene)
        heading = scene.heading or _("Scene %(n)s") % {"n": scene.position + 1}
        span = f"{wording.clock(start)} – {wording.clock(end)}"
        moods = sound_words.moods(film, scene)
        found.append(Cue(scene.pk, scene.position + 1, heading, span, scene.music, moods, mood == before))
        before = mood
    return tuple(found)


def scenes(studio: Studio, takes: dict[int, int]) -> Part:
    """Return every scene with its sounds."""
    film = studio.film
    children = []
    for scene in film.scenes:
        slot = film.slot("scene", scene.pk, Slot.Role.EFFECTS)
        if slot is not None and slot.pk in studio.graph.states:
            card = _scene(studio, scene, slot, takes.get(slot.pk, 0))
            children.append(Part(f"sounds-{scene.pk}", "generation/takes/_scene_sound.html", card))
    words = "" if children else _("The sounds of the scenes appear here once the scenes are known.")
    return Part("sounds", "generation/takes/_sounds.html", words, tuple(children))


def _scene(studio: Studio, scene: Scene, slot: Slot, takes: int) -> SceneSound:
    film = studio.film
    take = slot.selected_take
    cues = [str(cue["sound"]) for segment in _segments(film, scene) for cue in segment.sounds]
    return SceneSound(
        number=scene.position + 1,
        heading=scene.heading or _("Scene %(n)s") % {"n": scene.position + 1},
        span=_span(film, scene),
        room=room(film, scene),
        beds=tuple(str(sound) for sound in scene.sounds),
        cues=tuple(cues),
        standing=takes_words.standing(studio.graph, slot),
        url=media_url(take.asset) if take else "",
        takes=takes,
        href=f"?scene={scene.pk}",
    )


def _span(film: Film, scene: Scene) -> str:
    start, end = film.scene_span_ms(scene) if film.is_timed else (0, 0)
    return f"{wording.clock(start)} – {wording.clock(end)}" if end else ""


def room(film: Film, scene: Scene) -> str:
    """Say in what kind of place a scene is heard."""
    place = film.sets.get(scene.set_id or 0)
    if place is None:
        return _("no place")
    return (
        _("%(place)s, inside") % {"place": place.name}
        if place.interior
        else _("%(place)s, outside") % {"place": place.name}
    )


def _segments(film: Film, scene: Scene) -> list[Segment]:
    return [segment for segment in film.segments if segment.scene_id == scene.pk]


def scene_sounds(studio: Studio, scene: Scene) -> Part:
    """Return all that is heard in a scene, to be changed."""
    film = studio.film
    shows = SceneSounds(
        film_id=film.project.pk,
        scene_id=scene.pk,
        room=room(film, scene),
        beds=tuple(str(sound) for sound in scene.sounds),
        lines=tuple(_line(film, segment) for segment in _segments(film, scene)),
        known=sound_words.known_sounds(film),
        may_edit=studio.may_edit,
    )
    return Part("bench-sounds", "generation/takes/_bench_sounds.html", shows)


def _line(film: Film, segment: Segment) -> Line:
    words = segment.text.split()
    speaker = film.characters[segment.speaker_id].name if segment.speaker_id in film.characters else ""
    return Line(
        segment_id=segment.pk,
        film_id=film.project.pk,
        speaker=speaker or segment.speaker_name or _("Narrator") if segment.text else "",
        text=segment.text or _("A pause of %(s)s s") % {"s": f"{segment.pause_ms / 1000:g}"},
        words=tuple(enumerate(words)) or ((0, _("at the start")),),
        cues=tuple(
            LineCue(index, str(cue["sound"]), int(cue.get("word", 0)), _at(words, int(cue.get("word", 0))))
            for index, cue in enumerate(segment.sounds)
        ),
    )


def _at(words: list[str], word: int) -> str:
    return (
        _("at “%(word)s”") % {"word": words[word]}
        if word < len(words)
        else _("at the end")
        if words
        else _("at the start")
    )
