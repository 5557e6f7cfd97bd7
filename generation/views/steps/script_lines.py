"""The script as it stands on its page: lines in their scenes, each with its length, its state and what follows."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from generation import staging
from generation.film import Film
from generation.graph import State
from generation.models import Slot
from generation.recipes.finishing import CHANGED_TO
from generation.services import asking
from generation.views import said, wording
from generation.views.folding import Fold, Folding
from generation.views.media import media_url
from generation.views.parts import Part
from generation.views.steps import takes_words
from generation.views.steps.base import Studio
from generation.views.steps.bills import Reckoning, pieces
from generation.views.steps.takes_words import Standing
from projects.models import Segment

WORDS_A_MINUTE = 150
"""How fast people speak in films: for how long a script takes that nobody has spoken yet."""

NOTICED_MS = 500
"""A silence shorter than this is how people breathe: it is not said at the line."""


@dataclass(frozen=True)
class Changed:
    """How a line stands that is to be heard in another voice than it was spoken with."""

    slot_id: int
    voice: str
    standing: Standing
    audio: str
    price: str
    can_make: bool


@dataclass(frozen=True)
class Line:
    """One line, sentence or pause."""

    pk: int
    film_id: int
    number: int
    kind: str
    speaker: str
    speaker_name: str
    direction: str
    text: str
    pause: str
    before: str
    is_silent_before: bool
    pause_ms: int
    before_ms: int
    effects: tuple[tuple[str, str], ...]
    audio: str
    length: str
    state: str
    word: str
    problem: str
    then: str
    bill: str
    changed: Changed | None
    may_edit: bool


@dataclass(frozen=True)
class SceneHead:
    """The heading of a scene, and after which line something may be added at its end."""

    pk: int
    film_id: int
    number: int
    heading: str
    facts: str
    last_line: int
    may_edit: bool
    fold: Fold | None


@dataclass(frozen=True)
class Summary:
    """How long the script is, and what in the film is older than it."""

    film_id: int
    lines: str
    words: str
    length: str
    is_spoken: bool
    stale: str
    stale_bill: str
    to_speak: int
    to_speak_words: str
    speak_bill: str
    speaking: int
    is_running: bool
    may_edit: bool
    is_empty: bool


def script(studio: Studio, reckoning: Reckoning) -> tuple[Part, Part]:
    """Return which scenes are open, and the script: a part for each scene, in it a part for each line."""
    groups: list[tuple[int, list[Segment]]] = []
    for segment in studio.film.segments:
        scene_id = segment.scene_id if segment.scene_id in studio.film.scene_by_id else 0
        if not groups or groups[-1][0] != scene_id:
            groups.append((scene_id or 0, []))
        groups[-1][1].append(segment)
    folding = Folding(
        studio.asked, {_key(scene_id, lines): [f"line-{line.pk}" for line in lines] for scene_id, lines in groups}
    )
    children = tuple(_scene(studio, reckoning, folding, scene_id, lines) for scene_id, lines in groups)
    return folding.part(), Part("script", "generation/script/_script.html", studio.may_edit, children)


def _key(scene_id: int, segments: list[Segment]) -> str:
    return f"pages-{scene_id or segments[0].pk}"


def _scene(studio: Studio, reckoning: Reckoning, folding: Folding, scene_id: int, segments: list[Segment]) -> Part:
    film, key = studio.film, _key(scene_id, segments)
    scene = film.scene_by_id.get(scene_id)
    place = film.sets.get(scene.set_id or 0) if scene else None
    head = SceneHead(
        pk=scene_id,
        film_id=film.project.pk,
        number=scene.position + 1 if scene else 0,
        heading=str(scene) if scene else "",
        facts=", ".join(filter(None, [place.name if place else "", scene.time_of_day, scene.mood])) if scene else "",
        last_line=segments[-1].pk,
        may_edit=studio.may_edit,
        fold=folding.fold(
            key,
            wording.count(len(segments), _("line"), _("lines")),
            (standing(studio, film.slot("segment", segment.pk, Slot.Role.SPEECH)) for segment in segments),
        ),
    )
    lines = tuple(
        Part(f"line-{segment.pk}", "generation/script/_line.html", line(studio, reckoning, segment))
        for segment in (segments if folding.is_open(key) else ())
    )
    return Part(key, "generation/script/_scene.html", head, lines)


def line(studio: Studio, reckoning: Reckoning, segment: Segment) -> Line:
    """Return one line as it stands."""
    film = studio.film
    slot = film.slot("segment", segment.pk, Slot.Role.SPEECH)
    take = slot.selected_take if slot else None
    state, word = standing(studio, slot)
    is_stale = state == "again"
    words = segment.text.split()
    return Line(
        pk=segment.pk,
        film_id=film.project.pk,
        number=film.segment_index[segment.pk] + 1,
        kind=segment.kind,
        speaker=str(segment.speaker_id or ""),
        speaker_name=speaker_name(film, segment),
        direction=segment.direction,
        text=segment.text,
        pause=_seconds(segment.pause_ms),
        before=_seconds(segment.pause_before_ms),
        is_silent_before=segment.pause_before_ms >= NOTICED_MS,
        pause_ms=segment.pause_ms,
        before_ms=segment.pause_before_ms,
        effects=tuple((str(sound["sound"]), _at(words, int(sound.get("word", 0)))) for sound in segment.sounds),
        audio=media_url(take.asset) if take else "",
        length=f"{(take.asset.duration_ms or 0) / 1000:.1f} s" if take else "",
        state=state,
        word=word,
        problem=said.words(studio.graph.problems.get(slot.pk, "")) if slot and state == "failed" else "",
        then=pieces(slot.role for slot in reckoning.followers(segment)) if is_stale else "",
        bill=reckoning.bill([slot]).words if slot and state in {"again", "waiting"} else "",
        changed=_changed(studio, segment),
        may_edit=studio.may_edit,
    )


def _changed(studio: Studio, segment: Segment) -> Changed | None:
    slot = studio.graph.slots.get(("segment", segment.pk, Slot.Role.VOICED, ""))
    if slot is None:
        return None
    take, piece = slot.selected_take, asking.piece(studio.graph, slot)
    stands = takes_words.standing(studio.graph, slot)
    return Changed(
        slot_id=slot.pk,
        voice=_heard_as(studio.film, segment),
        standing=stands,
        audio=media_url(take.asset) if take else "",
        price=wording.price(piece.micros) if not piece.problem else "",
        can_make=studio.may_edit and not piece.problem and stands.key != "done",
    )


def _heard_as(film: Film, segment: Segment) -> str:
    """Name the voice in which a line is heard in the end."""
    voice = staging.voice_of(film, segment)
    target = str(voice.settings.get(CHANGED_TO, "")) if voice else ""
    return next((one.name for one in film.voices.values() if one.key == target), target)


def standing(studio: Studio, slot: Slot | None) -> tuple[str, str]:
    """Return how the voice of a line stands, as the name of an icon and in words."""
    if slot is None:
        return "none", ""
    state = studio.graph.states.get(slot.pk)
    if state is State.WORKING:
        return "working", _("Being spoken")
    if state is State.FAILED:
        return "failed", _("Failed")
    if slot.selected_take is None:
        return ("waiting", _("Not spoken yet")) if state is State.READY else ("later", _("Not spoken yet"))
    return ("done", _("Up to date")) if state is State.FRESH else ("again", _("Out of date"))


def speaker_name(film: Film, segment: Segment) -> str:
    """Say who speaks a line."""
    speaker = film.characters.get(segment.speaker_id or 0)
    if speaker is not None:
        return speaker.name
    return segment.speaker_name or (_("Narrator") if segment.kind == Segment.Kind.NARRATION else _("Somebody"))


def _seconds(milliseconds: int) -> str:
    return f"{milliseconds / 1000:g}" if milliseconds else ""


def _at(words: list[str], word: int) -> str:
    """Say at which word of a line an effect is heard."""
    return words[min(word, len(words) - 1)].strip(".,;:!?…“”\"'") if words else ""


def summary(studio: Studio, reckoning: Reckoning) -> Part:
    """Return figures of the script, and what is to be done because of its changes."""
    film = studio.film
    words = sum(len(segment.text.split()) for segment in film.segments)
    to_speak, stale = reckoning.to_speak(), reckoning.stale()
    bill, speak = reckoning.bill(stale), reckoning.bill(to_speak)
    length = wording.clock(film.length_ms) if film.is_timed else wording.clock(_reading_ms(film, words))
    shows = Summary(
        film_id=film.project.pk,
        lines=wording.count(len(film.spoken), _("line"), _("lines")),
        words=wording.count(words, _("word"), _("words")),
        length=length,
        is_spoken=film.is_timed,
        stale=bill.pieces,
        stale_bill=bill.words,
        to_speak=speak.count,
        to_speak_words=wording.count(speak.count, _("line"), _("lines")),
        speak_bill=speak.words,
        speaking=sum(studio.graph.states[slot.pk] is State.WORKING for slot in studio.graph.of_role(Slot.Role.SPEECH)),
        is_running=studio.progress.is_live,
        may_edit=studio.may_edit,
        is_empty=not film.segments,
    )
    return Part("scriptsum", "generation/script/_summary.html", shows)


def _reading_ms(film: Film, words: int) -> int:
    silent = sum(segment.pause_ms + segment.pause_before_ms for segment in film.segments)
    return round(words / WORDS_A_MINUTE * 60_000) + silent
