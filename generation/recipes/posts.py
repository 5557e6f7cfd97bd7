"""The recipe of a post's words: what the film is, where it goes, and how a language model is asked."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final

from generation import prompts, routing
from generation.film import Film
from generation.models import ModelOffer, Slot
from generation.providers.base import Capability
from generation.recipes.base import Recipe, recipe

SCRIPT_CHARACTERS: Final = 6_000
"""Of a longer script only its opening is told, and of the rest what the plan says of each scene."""
OPENING_CHARACTERS: Final = 2_000
SOURCE_CHARACTERS: Final = 2_000
MOST_PEOPLE: Final = 12
ANSWER_TOKENS: Final = 1_500
"""What an answer runs to, generously, with what a model thinks before it."""


def writer(film: Film, slot: Slot | None = None) -> ModelOffer:
    """Return the language model that writes: the film's own, else the usual one. Never the studio's own planner.

    Raise `routing.NoOffer` where there is none.
    """
    asked = ("writer", film.project.offers.get(Capability.TEXT))
    found = film.once(asked, lambda: _chosen(film))
    if found is None:
        raise routing.NoOffer(Capability.TEXT)
    return routing.diverted(film.offers, film.project, slot, found) if slot else found


def _chosen(film: Film) -> ModelOffer | None:
    offers, project = [offer for offer in film.offers if not offer.is_ours], film.project
    wanted = project.offers.get(Capability.TEXT, "")
    # Who had the film planned by rules did not choose anybody for words that rules cannot write.
    is_ours = any(offer.is_ours and offer.key == wanted for offer in film.offers)
    try:
        return routing.choose(
            offers,
            Capability.TEXT,
            {} if is_ours else {Capability.TEXT: wanted},
            usual=project.usual_offers,
            preference=project.preference,
            may_spend=film.may_spend,
        )
    except routing.NoOffer:
        return None


def post(film: Film, slot: Slot | None, brief: Mapping[str, Any]) -> Recipe:
    """Return what is asked for a post. `brief` says where it goes, as JSON: it is told as it is.

    Raise `routing.NoOffer` where no language model is set up.
    """
    offer = writer(film, slot)
    material = {"film": told(film), **brief}
    arguments: dict[str, Any] = {
        "task": "post",
        "instructions": prompts.posting_fingerprint(),
        "material": material,
        "seed": film.project.seed,
    }
    if offer.price_unit == ModelOffer.PriceUnit.MILLION_TOKENS:
        written = json.dumps(material, ensure_ascii=False, indent=1)
        arguments["reads_characters"] = len(prompts.posting()) + len(written)
        arguments["writes_tokens"] = ANSWER_TOKENS
    return recipe(offer, arguments)


def told(film: Film) -> dict[str, Any]:
    """Return what a model is told of a film, as JSON."""
    project = film.project
    people = [film.characters[one.entity_id] for one in film.castings if one.entity_id in film.characters]
    places = [film.sets[scene.set_id].name for scene in film.scenes if scene.set_id in film.sets]
    facts = {
        "title": project.title,
        "logline": project.logline,
        "genre": project.genre,
        "era": project.era,
        "mood": project.mood,
        "style": str(film.style.get("name", "")),
        "language": project.language,
        "episode": project.episode_number,
        "cast": [{"name": person.name, "role": person.role} for person in people][:MOST_PEOPLE],
        "places": list(dict.fromkeys(places))[:MOST_PEOPLE],
    }
    return {name: value for name, value in facts.items() if value} | _story(film)


def _story(film: Film) -> dict[str, Any]:
    script = "\n".join(_heard(film)).strip()
    if not script:
        return {"idea": film.project.source[:SOURCE_CHARACTERS]}
    if len(script) <= SCRIPT_CHARACTERS:
        return {"script": script}
    scenes = "\n".join(" ".join(filter(None, (scene.heading, scene.summary))) for scene in film.scenes)
    return {"opening": script[:OPENING_CHARACTERS], "summary": scenes[: SCRIPT_CHARACTERS - OPENING_CHARACTERS]}


def _heard(film: Film) -> list[str]:
    """Every line that is spoken, with who speaks it."""
    lines = []
    for segment in film.spoken:
        speaker = film.characters.get(segment.speaker_id or 0)
        name = speaker.name if speaker else segment.speaker_name
        lines.append(f"{name}: {segment.text}" if name else segment.text)
    return lines
