"""Recipes of what is heard: lines, samples of voices, the score, the sound of scenes."""

from __future__ import annotations

from typing import Any

from entities.models import Voice
from generation import prompts, routing, score, staging
from generation.film import Film
from generation.models import ModelOffer, Slot
from generation.providers.base import Capability
from generation.recipes import finishing
from generation.recipes.base import NotYet, Recipe, fitting_duration, offer_of, recipe
from projects.models import Segment

EFFECTS_TAIL_MS = 250
"""How long the sounds of a scene are still heard while the next one has begun."""

SAMPLE_TEXT = "Once, at the end of a long road, somebody left a lamp burning for me. I still don't know who."
"""What a voice says to be judged by: a statement, a pause, and something left open."""


def segment_of(film: Film, slot: Slot) -> Segment:
    return film.segments[film.segment_index[slot.owner_id]]


def speech_offer(film: Film, segment: Segment) -> ModelOffer:
    voice = staging.voice_of(film, segment)
    if voice is None:
        raise NotYet("a voice")
    return offer_of_voice(film, voice)


def offer_of_voice(film: Film, voice: Voice) -> ModelOffer:
    offer = film.offer_by_key.get(voice.offer)
    if offer is None or not offer.is_on:
        raise routing.NoOffer(Capability.SPEECH)
    return offer


def sample(film: Film, slot: Slot) -> Recipe:
    voice = film.voices[slot.owner_id]
    return recipe(
        offer_of_voice(film, voice),
        {
            "text": SAMPLE_TEXT,
            "voice": voice.key,
            "settings": _spoken_with(voice),
            "direction": "",
            "language": "en",
            "seed": film.project.seed,
        },
    )


def _spoken_with(voice: Voice) -> dict[str, Any]:
    """Return how a voice speaks. What voice it is heard in afterwards changes nothing about the speaking."""
    return {name: value for name, value in voice.settings.items() if name != finishing.CHANGED_TO}


def speech(film: Film, slot: Slot) -> Recipe:
    segment = segment_of(film, slot)
    offer = speech_offer(film, segment)
    voice = staging.voice_of(film, segment)
    if voice is None:
        raise NotYet("a voice")
    return recipe(
        offer,
        {
            "text": segment.text,
            "voice": voice.key,
            "settings": _spoken_with(voice),
            "direction": segment.direction,
            "language": film.project.language or "en",
            "seed": film.project.seed,
        },
    )


def music(film: Film, slot: Slot) -> Recipe:
    if not film.is_timed or not film.scenes or any(segment.scene_id is None for segment in film.segments):
        raise NotYet("the film's length and its scenes")
    project, offer = film.project, offer_of(film, slot, Capability.MUSIC)
    words = dict.fromkeys((str(film.style.get("music", "")), project.mood, project.genre))
    sections = score.sections(film)
    return recipe(
        offer,
        {
            "prompt": prompts.music(
                project.title,
                [word for word in words if word],
                sections=sections,
                era=project.era,
                family=offer.family,
                most=offer.max_prompt_chars,
            ),
            "mood": project.mood or film.style.get("music", ""),
            "genre": project.genre,
            "era": project.era,
            # A film longer than the longest cue hears it again.
            "duration_ms": fitting_duration(offer, film.length_ms),
            "sections": sections,
            "seed": project.seed,
        },
    )


def effects(film: Film, slot: Slot) -> Recipe:
    scene = film.scene_by_id[slot.owner_id]
    if not film.is_timed or not film.shots_by_scene.get(scene.pk):
        raise NotYet("the scene's length")
    start, end = film.scene_span_ms(scene)
    place = film.sets.get(scene.set_id or 0)
    offer = offer_of(film, slot, Capability.EFFECTS)
    cues = score.cues(film, scene)
    return recipe(
        offer,
        {
            "prompt": prompts.effects(
                scene.summary,
                scene.sounds,
                cues=cues,
                place=place.place if place else "",
                interior=bool(place and place.interior),
                family=offer.family,
                most=offer.max_prompt_chars,
            ),
            "sounds": list(scene.sounds),
            "cues": cues,
            "place": place.place if place else "",
            "interior": bool(place and place.interior),
            # A little longer than the scene, so that it can go while the next one comes.
            "duration_ms": fitting_duration(offer, max(end - start + EFFECTS_TAIL_MS, 1000)),
            "seed": film.project.seed + scene.position,
        },
    )
