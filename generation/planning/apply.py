"""A checked plan becomes rows, in one transaction.

Rows that stand where the plan wants one are changed in place, so that what was made for them stays
with them. What a person added to a character is never overwritten.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from django.db import transaction
from django.utils import timezone

from entities.models import Character, Entity, Look, Prop, Set, Voice
from entities.services import style_that_suits
from generation import film as films
from generation.film import Film
from generation.models import Slot
from generation.planning import schema
from generation.planning.material import known_characters
from generation.recipes import plans
from projects.models import Casting, Project, Scene, Segment, Shot
from projects.services import copied_style


class BadPlan(Exception):
    """The document is well formed, but does not fit the film."""


@transaction.atomic
def apply(slot: Slot, document: Any) -> None:
    """Turn the selected plan of `slot` into rows. Raise `BadPlan` if it does not fit what is there."""
    _APPLY[slot.role](slot, schema.DOCUMENTS[slot.role].model_validate(document))


# --- Script ----------------------------------------------------------------------------------------


def _script(slot: Slot, plan: schema.Script) -> None:
    project = Project.objects.select_for_update(of=("self",)).select_related("library").get(pk=slot.owner_id)
    Project.objects.filter(pk=project.pk).update(
        title=plan.title,
        logline=plan.logline,
        genre=plan.genre,
        era=plan.era,
        mood=plan.mood,
        language=plan.language,
        notes=plan.notes,
        used_findings=_used(project, plan),
        planned_style=copied_style(style_that_suits(project.library, plan.genre)),
    )
    rows = list(project.segments.order_by("position"))
    surplus = [row.pk for row in rows[len(plan.segments) :]]
    Shot.objects.filter(segment__in=surplus).update(removed_at=timezone.now())
    Segment.objects.filter(pk__in=surplus).update(removed_at=timezone.now())
    wanted = [_segment(project, position, planned) for position, planned in enumerate(plan.segments)]
    for row, fresh in zip(rows, wanted, strict=False):
        fresh.pk = row.pk
    fields = ["kind", "speaker_name", "text", "direction", "pause_before_ms", "pause_ms", "sounds"]
    Segment.objects.bulk_update([row for row in wanted if row.pk], fields, batch_size=500)
    Segment.objects.bulk_create([row for row in wanted if not row.pk])


def _used(project: Project, plan: schema.Script) -> list[str]:
    """Return which of a film's findings are obeyed: as the planner says, and those that hold whoever plans."""
    return [
        finding["key"] for finding in project.findings if finding["key"] in plan.findings_used or plans.obeys(finding)
    ]


def _segment(project: Project, position: int, planned: schema.ScriptSegment) -> Segment:
    is_pause = planned.kind == "pause"
    return Segment(
        project=project,
        position=position,
        kind=planned.kind,
        speaker_name=planned.speaker if planned.kind == "line" else "",
        text="" if is_pause else planned.text,
        direction=planned.direction,
        pause_before_ms=planned.pause_before_ms,
        pause_ms=planned.duration_ms if is_pause else 0,
        sounds=[sound.model_dump() for sound in planned.sounds],
    )


# --- Cast ------------------------------------------------------------------------------------------


def _cast(slot: Slot, plan: schema.Cast) -> None:
    film = films.load(slot.owner_id)
    project = film.project
    voices = _voices_by_key(film)
    people = {row.name.casefold(): row for row in known_characters(film)}
    characters = [_character(project, planned, people, voices) for planned in plan.characters]
    places = {row.name.casefold(): row for row in film.sets.values()}
    sets = [_set(project, planned, places) for planned in plan.sets]
    things = {row.name.casefold(): row for row in film.props.values()}
    props = [_prop(project, planned, things, characters) for planned in plan.props]
    _cast_film(project, [*characters, *sets, *props])
    _give_lines(film, characters)
    narrator = voices.get(plan.narrator_voice) or next(iter(voices.values()), None)
    Project.objects.filter(pk=project.pk, narrator=None).update(narrator=narrator)


def _voices_by_key(film: Film) -> dict[str, Voice]:
    on = {offer.key for offer in film.offers if offer.is_on and offer.capability == "speech"}
    able = (voice for voice in film.voices.values() if voice.offer in on and voice.removed_at is None)
    return {voice.key: voice for voice in able}


def _character(
    project: Project, planned: schema.CastCharacter, known: dict[str, Character], voices: dict[str, Voice]
) -> Character:
    fields = planned.model_dump(include={"role", "sex", "age", "build", "skin", "hair", "features", "description"})
    row = known.get(planned.name.casefold())
    if row is None:
        row = Character.objects.create(
            library_id=project.library_id,
            name=planned.name,
            aliases=planned.aliases,
            voice=voices.get(planned.voice),
            **fields,
        )
        Look.objects.create(character=row, is_usual=True, wears=planned.wears)
        known[planned.name.casefold()] = row
    else:
        _fill_gaps(row, {**fields, "aliases": planned.aliases, "voice": voices.get(planned.voice)})
    _add_looks(row, planned.looks)
    return row


def _add_looks(character: Character, planned: Iterable[schema.CastLook]) -> None:
    """Store the looks that somebody does not have yet; those that are there may have been changed by a person."""
    known = {name.casefold() for name in character.looks.values_list("name", flat=True)}
    for look in planned:
        if look.name.casefold() not in known:
            known.add(look.name.casefold())
            Look.objects.create(character=character, **look.model_dump())


def _fill_gaps(row: Entity, fields: dict[str, Any]) -> None:
    """Store what the row does not say yet; what it says, a person may have written."""
    gaps = {name: value for name, value in fields.items() if value and not getattr(row, name)}
    for name, value in gaps.items():
        setattr(row, name, value)
    if gaps:
        row.save(update_fields=list(gaps))


def _set(project: Project, planned: schema.CastSet, known: dict[str, Set]) -> Set:
    fields = {
        "place": planned.kind,
        "description": planned.description,
        "interior": planned.interior,
        "era": planned.era,
    }
    row = known.get(planned.name.casefold())
    if row is not None:
        _fill_gaps(row, fields)
        return row
    made: Set = Set.objects.create(library_id=project.library_id, name=planned.name, **fields)
    return made


def _prop(project: Project, planned: schema.CastProp, known: dict[str, Prop], characters: Iterable[Character]) -> Prop:
    row = known.get(planned.name.casefold())
    if row is not None:
        _fill_gaps(row, {"description": planned.description})
        return row
    owner = next((person for person in characters if person.name.casefold() == planned.owner.casefold()), None)
    made: Prop = Prop.objects.create(
        library_id=project.library_id, name=planned.name, description=planned.description, owner=owner
    )
    return made


def _cast_film(project: Project, entities: Iterable[Entity]) -> None:
    castings = [
        Casting(project=project, entity_id=entity.pk, position=position) for position, entity in enumerate(entities)
    ]
    Casting.objects.bulk_create(castings, ignore_conflicts=True)


def _give_lines(film: Film, characters: list[Character]) -> None:
    by_name = _by_name(characters)
    for segment in film.segments:
        segment.speaker = by_name.get(segment.speaker_name.casefold()) if segment.speaker_name else None
    Segment.objects.bulk_update(film.segments, ["speaker"], batch_size=500)


def _by_name(characters: Iterable[Character]) -> dict[str, Character]:
    found: dict[str, Character] = {}
    for character in characters:
        for name in (*character.aliases, character.name):
            found[str(name).casefold()] = character
    return found


# --- Scenes ----------------------------------------------------------------------------------------


def _scenes(slot: Slot, plan: schema.Scenes) -> None:
    film = films.load(slot.owner_id)
    # A scene that begins after the end has nothing in it.
    plan = plan.model_copy(
        update={"scenes": [scene for scene in plan.scenes if scene.first_segment < len(film.segments)]}
    )
    cast = _film_cast(film)
    rows = {row.position: row for row in film.scenes}
    kept = []
    for position, planned in enumerate(plan.scenes):
        row = rows.get(position) or Scene(project=film.project, position=position)
        _fill_scene(row, planned, cast)
        row.save()
        kept.append(row)
        _cast_scene(row, planned, cast, film)
    surplus = Scene.objects.filter(project=film.project, position__gte=len(kept))
    Shot.objects.filter(scene__in=surplus).update(removed_at=timezone.now())
    surplus.update(removed_at=timezone.now())
    firsts = [planned.first_segment for planned in plan.scenes] + [len(film.segments)]
    for row, first, end in zip(kept, firsts, firsts[1:], strict=False):
        for segment in film.segments[first:end]:
            segment.scene = row
    Segment.objects.bulk_update(film.segments, ["scene"], batch_size=500)


def _film_cast(film: Film) -> dict[str, Entity]:
    everything: list[Entity] = [*film.props.values(), *film.sets.values(), *film.characters.values()]
    found: dict[str, Entity] = {row.name.casefold(): row for row in everything}
    return {**{name: row for name, row in _by_name(film.characters.values()).items()}, **found}


def _fill_scene(row: Scene, planned: schema.PlannedScene, cast: dict[str, Entity]) -> None:
    place = cast.get(planned.set.casefold())
    row.planned_as = row.position
    row.heading, row.summary = planned.heading, planned.summary
    row.set = place if isinstance(place, Set) else None
    row.time_of_day, row.weather, row.mood = planned.time_of_day, planned.weather, planned.mood
    row.sounds, row.music, row.transition = list(planned.sounds), planned.music, planned.transition


def _cast_scene(row: Scene, planned: schema.PlannedScene, cast: dict[str, Entity], film: Film) -> None:
    names = [*planned.characters, *planned.props]
    entities = [entity for name in names if (entity := cast.get(name.casefold())) and not isinstance(entity, Set)]
    row.castings.exclude(entity__in=entities).delete()
    castings = [Casting(scene=row, entity_id=entity.pk, position=index) for index, entity in enumerate(entities)]
    Casting.objects.bulk_create(castings, ignore_conflicts=True)
    _dress(row, planned, cast, film)


def _dress(row: Scene, planned: schema.PlannedScene, cast: dict[str, Entity], film: Film) -> None:
    """Give people the looks that the plan has for the scene; a look that a person chose stays."""
    looks = {(look.character_id, look.name.casefold()): look for look in film.looks.values()}
    for wanted in planned.looks:
        entity = cast.get(wanted.character.casefold())
        look = looks.get((entity.pk, wanted.look.casefold())) if entity else None
        if look is not None:
            row.castings.filter(entity_id=look.character_id, look=None).update(look=look)


# --- Shots -----------------------------------------------------------------------------------------


def _shots(slot: Slot, plan: schema.Shots) -> None:
    scene = Scene.objects.select_related("project").get(pk=slot.owner_id)
    film = films.load(scene.project_id)
    own = [index for index, segment in enumerate(film.segments) if segment.scene_id == scene.pk]
    shots = [shot for shot in plan.shots if shot.segment in own]
    if not shots:
        raise BadPlan("No shot of the plan is in its scene.")
    # A scene is seen from its first word on.
    first = shots[0].model_copy(update={"segment": own[0], "from_word": 0})
    plan = plan.model_copy(update={"shots": [first, *shots[1:]]})
    cast = _film_cast(film)
    rows = {row.position: row for row in scene.shots.all()}
    for position, planned in enumerate(plan.shots):
        row = rows.get(position) or Shot(scene=scene, position=position)
        _fill_shot(row, planned, film)
        row.save()
        _cast_shot(row, planned, cast, film)
    scene.shots.filter(position__gte=len(plan.shots)).update(removed_at=timezone.now())


def _fill_shot(row: Shot, planned: schema.PlannedShot, film: Film) -> None:
    segment = film.segments[planned.segment]
    row.segment = segment
    row.from_word = min(planned.from_word, max(0, len(segment.text.split()) - 1))
    row.action, row.focus, row.transition = planned.action, planned.focus, planned.transition
    row.size, row.angle, row.move, row.lens = planned.size, planned.angle, planned.move, planned.lens
    row.lead_ms, row.card, row.caption_place = planned.lead_ms, planned.card, planned.caption_place


def _cast_shot(row: Shot, planned: schema.PlannedShot, cast: dict[str, Entity], film: Film) -> None:
    looks = {casting.entity_id: casting.look_id for casting in film.scene_castings.get(row.scene_id, ())}
    castings: dict[int, Casting] = {}
    for person in planned.characters:
        entity = cast.get(person.name.casefold())
        if isinstance(entity, Character):
            castings.setdefault(entity.pk, _person(row, person, entity, looks.get(entity.pk), len(castings)))
    for name in planned.props:
        entity = cast.get(name.casefold())
        if isinstance(entity, Prop):
            castings.setdefault(entity.pk, Casting(shot=row, entity_id=entity.pk, position=len(castings)))
    row.castings.all().delete()
    Casting.objects.bulk_create(castings.values())


def _person(row: Shot, person: schema.ShotCharacter, entity: Entity, look_id: int | None, position: int) -> Casting:
    return Casting(
        shot=row,
        entity_id=entity.pk,
        look_id=look_id,
        position=position,
        pose=person.pose,
        expression=person.expression,
        holds=person.holds,
        place=person.position,
        facing=person.facing,
        looks_at=person.looks_at,
        enters=person.enters,
        leaves=person.leaves,
        gesture=person.gesture,
    )


_APPLY: dict[str, Callable[[Slot, Any], None]] = {
    Slot.Role.SCRIPT: _script,
    Slot.Role.CAST: _cast,
    Slot.Role.SCENES: _scenes,
    Slot.Role.SHOTS: _shots,
}
