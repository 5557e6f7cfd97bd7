"""What a planner is given: the rows and earlier documents as plain values, and the request made from them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.db.models import Q

from entities.models import Character, Voice
from generation import prompts, recipes, routing
from generation.film import Film
from generation.models import Asset, Slot
from generation.planning.schema import DOCUMENTS
from generation.providers.base import Capability, TextRequest
from generation.recipes import plans
from generation.storage import read_json
from projects.models import Scene, Segment


def plan_request(film: Film, slot: Slot, arguments: Mapping[str, Any]) -> TextRequest:
    """Return the request for a plan, from its recipe's arguments and the documents they name."""
    task = str(arguments["task"])
    material = {**_MATERIAL[task](film, slot, _documents(film, arguments)), "seed": arguments["seed"]}
    return TextRequest(
        task=task,
        instructions=prompts.instructions(task, with_findings="findings" in material),
        prompt=prompts.plan_prompt(material),
        answer_schema=DOCUMENTS[task].model_json_schema(),
        material=material,
        seed=int(arguments["seed"]),
    )


def _documents(film: Film, arguments: Mapping[str, Any]) -> dict[str, Any]:
    wanted: dict[str, str] = arguments.get("documents", {})
    assets = Asset.objects.filter(library=film.project.library_id, sha256__in=wanted.values())
    by_digest = {asset.sha256: asset for asset in assets}
    return {role: read_json(by_digest[digest]) for role, digest in wanted.items()}


def _script(film: Film, slot: Slot, documents: dict[str, Any]) -> dict[str, Any]:
    project = film.project
    return {
        "source": project.source,
        "source_kind": project.source_kind,
        "seconds": project.seconds,
        "language": project.language,
        **plans.findings(film),
    }


def _cast(film: Film, slot: Slot, documents: dict[str, Any]) -> dict[str, Any]:
    return {
        "source": film.project.source,
        "source_kind": film.project.source_kind,
        "script": documents["script"],
        "voices": [_voice(voice) for voice in film.voices.values() if _can_speak(film, voice)],
        "known": [_known(character) for character in known_characters(film)],
    }


def _can_speak(film: Film, voice: Voice) -> bool:
    """Tell whether a voice may be cast: one of the film's speaking model, chosen or usual."""
    if voice.removed_at is not None:
        return False
    try:
        return voice.offer == recipes.offer_of(film, None, Capability.SPEECH).key
    except routing.NoOffer:
        return False


def _voice(voice: Voice) -> dict[str, Any]:
    return {"key": voice.key, "name": voice.name, "sex": voice.sex, "age": voice.age, "tone": voice.tone}


def known_characters(film: Film) -> list[Character]:
    """Return who has been cast already: in this film, or in another episode of its series."""
    here = Q(castings__project=film.project.pk) | Q(lines__project=film.project.pk)
    if film.project.series_id:
        here |= Q(castings__project__series=film.project.series_id, removed_at=None)
    return list(
        Character.everything.filter(here).select_related("voice").prefetch_related("looks").distinct().order_by("pk")
    )


def _known(character: Character) -> dict[str, Any]:
    usual = next((look for look in character.looks.all() if look.is_usual), None)
    return {
        "name": character.name,
        "aliases": character.aliases,
        "role": character.role,
        "sex": character.sex,
        "age": character.age,
        "build": character.build,
        "skin": character.skin,
        "hair": character.hair,
        "features": character.features,
        "wears": usual.wears if usual else "",
        "description": character.description,
        "voice": character.voice.key if character.voice else "",
    }


def _scenes(film: Film, slot: Slot, documents: dict[str, Any]) -> dict[str, Any]:
    return {"script": documents["script"], "cast": documents["cast"]}


def _shots(film: Film, slot: Slot, documents: dict[str, Any]) -> dict[str, Any]:
    row: Scene = film.scene_by_id[slot.owner_id]
    scene = documents["scenes"]["scenes"][row.planned_as or 0]
    cast = documents["cast"]
    segments = [segment for segment in film.segments if segment.scene_id == row.pk]
    speakers = {segment.speaker_id for segment in segments}
    seen = set(scene["characters"]) | {film.characters[pk].name for pk in speakers if pk in film.characters}
    return {
        "scene": scene,
        "segments": [_segment(film, segment) for segment in segments],
        "characters": [person for person in cast["characters"] if person["name"] in seen],
        "set": next((place for place in cast["sets"] if place["name"] == scene["set"]), None),
        "props": [prop for prop in cast["props"] if prop["name"] in scene["props"]],
        "previous": None,
        "title": film.project.title,
        "opens": row.position == film.scenes[0].position,
        "closes": row.position == film.scenes[-1].position,
        "mood": row.mood,
        "style": {**film.style, "rhythm": plans.rhythm(film)},
    }


def _segment(film: Film, segment: Segment) -> dict[str, Any]:
    speaker = film.characters.get(segment.speaker_id or 0)
    index = film.segment_index[segment.pk]
    return {
        "index": index,
        "kind": segment.kind,
        "speaker": speaker.name if speaker else segment.speaker_name,
        "text": segment.text,
        "direction": segment.direction,
        "duration_ms": film.heard[index].duration_ms,
        "words": len(segment.text.split()),
    }


_MATERIAL: dict[str, Callable[[Film, Slot, dict[str, Any]], dict[str, Any]]] = {
    "script": _script,
    "cast": _cast,
    "scenes": _scenes,
    "shots": _shots,
}
