"""What a film tells, and who tells it: the script with its voices, the cast with its pictures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import gettext as _

from entities.models import Character
from generation.film import Film
from generation.models import Slot
from generation.views import wording
from generation.views.folding import Fold, Folding
from generation.views.media import media_url
from generation.views.parts import Part
from projects.models import Segment


@dataclass(frozen=True)
class Line:
    """One piece of the script."""

    kind: str
    speaker: str
    direction: str
    text: str
    audio: str
    length: str
    is_working: bool


@dataclass(frozen=True)
class SceneLines:
    """The heading above the lines of a scene."""

    heading: str
    fold: Fold | None


@dataclass(frozen=True)
class CastCard:
    """Somebody, a place or a thing, as it is drawn."""

    kind: str
    name: str
    words: str
    voice: str
    picture: str
    is_working: bool


def script(film: Film, asked: Mapping[str, str]) -> Part:
    """Return the script: a part for the lines of each scene, in it a part for each line."""
    groups = [(known, list(lines)) for known, lines in groupby(film.segments, lambda segment: _scene_of(film, segment))]
    keys = [f"lines-{lines[0].pk}" for _scene, lines in groups]
    folding = Folding(
        asked,
        {key: [f"line-{line.pk}" for line in lines] for key, (_scene, lines) in zip(keys, groups, strict=True)},
    )
    children = tuple(
        _lines(film, folding, key, scene_id, lines) for key, (scene_id, lines) in zip(keys, groups, strict=True)
    )
    return Part("script", "generation/film/_script.html", len(film.segments), children)


def _scene_of(film: Film, segment: Segment) -> int:
    return segment.scene_id if segment.scene_id in film.scene_by_id else 0


def _lines(film: Film, folding: Folding, key: str, scene_id: int, lines: list[Segment]) -> Part:
    count = wording.count(len(lines), _("line"), _("lines"))
    shows = SceneLines(str(film.scene_by_id[scene_id]) if scene_id else "", folding.fold(key, count, ()))
    children = tuple(
        Part(f"line-{line.pk}", "generation/film/_line.html", _line(film, line))
        for line in (lines if folding.is_open(key) else ())
    )
    return Part(key, "generation/film/_lines.html", shows, children)


def _line(film: Film, segment: Segment) -> Line:
    slot = film.slot("segment", segment.pk, Slot.Role.SPEECH)
    take = slot.selected_take if slot else None
    if segment.kind == Segment.Kind.PAUSE:
        speaker, text = "", _("%s s without words") % f"{segment.pause_ms / 1000:.1f}"
    else:
        speaker = _("Narrator") if segment.kind == Segment.Kind.NARRATION else segment.speaker_name or _("Somebody")
        text = segment.text
    return Line(
        kind=segment.kind,
        speaker=speaker,
        direction=segment.direction,
        text=text,
        audio=media_url(take.asset) if take else "",
        length=wording.clock(take.asset.duration_ms) if take else "",
        is_working=slot is not None and slot.pk in film.active,
    )


def cast(film: Film) -> Part:
    """Return the cast: people first, then places, then things, in the order of the plan."""
    order = [casting.entity_id for casting in film.castings]
    people = [_person(film, film.characters[pk]) for pk in order if pk in film.characters]
    places = [
        _thing(film, pk, _("Place"), film.sets[pk].name, film.sets[pk].description) for pk in order if pk in film.sets
    ]
    things = [
        _thing(film, pk, _("Thing"), film.props[pk].name, film.props[pk].description)
        for pk in order
        if pk in film.props
    ]
    children = tuple(
        Part(f"cast-{pk}", "generation/film/_cast_card.html", card) for pk, card in [*people, *places, *things]
    )
    return Part("cast", "generation/film/_cast.html", "", children)


def _person(film: Film, person: Character) -> tuple[int, CastCard]:
    look = film.usual_looks.get(person.pk)
    slot = film.slot("look", look.pk, Slot.Role.REFERENCE) if look else None
    voice = film.voices.get(person.voice_id or 0)
    words = [person.role, person.age if person.age != "adult" else "", person.hair and _("%s hair") % person.hair]
    words += [person.features, look.wears if look else ""]
    return person.pk, _card(film, slot, _("Character"), person.name, _sentence(words), f"{voice}" if voice else "")


def _thing(film: Film, pk: int, kind: str, name: str, words: str) -> tuple[int, CastCard]:
    return pk, _card(film, film.slot("entity", pk, Slot.Role.REFERENCE), kind, name, _sentence([words]), "")


def _card(film: Film, slot: Slot | None, kind: str, name: str, words: str, voice: str) -> CastCard:
    take = slot.selected_take if slot else None
    is_working = slot is not None and slot.pk in film.active
    return CastCard(kind, name, words, voice, media_url(take.asset) if take else "", is_working)


def _sentence(words: list[str]) -> str:
    text = ", ".join(word for word in words if word)
    return text[:1].upper() + text[1:]
