"""All that decides what a take is like, written down and digested: the heart of "a film is a build".

`recipe_for` reckons from a loaded `Film` only; it asks the database nothing. A take whose digest is
no longer the one reckoned here is stale.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from typing import Any

from entities.models import Entity, Voice
from generation import cards, prompts, routing, score, staging
from generation.film import Film
from generation.media.formats import Format, format_for
from generation.models import Asset, ModelOffer, Slot
from generation.providers.base import Capability
from projects.models import Scene, Segment, Shot

HANDLE_MS = 500
"""Clips are made a little longer than they are seen, for dissolves and for cuts that move by a frame."""

EFFECTS_TAIL_MS = 250
"""How long the sounds of a scene are still heard while the next one has begun."""


CAPABILITY: dict[str, Capability] = {
    Slot.Role.SCRIPT: Capability.TEXT,
    Slot.Role.CAST: Capability.TEXT,
    Slot.Role.SCENES: Capability.TEXT,
    Slot.Role.SHOTS: Capability.TEXT,
    Slot.Role.SPEECH: Capability.SPEECH,
    Slot.Role.REFERENCE: Capability.IMAGE,
    Slot.Role.FRAME: Capability.IMAGE,
    Slot.Role.CLIP: Capability.VIDEO,
    Slot.Role.MUSIC: Capability.MUSIC,
    Slot.Role.EFFECTS: Capability.EFFECTS,
    Slot.Role.SAMPLE: Capability.SPEECH,
}

SAMPLE_TEXT = "Once, at the end of a long road, somebody left a lamp burning for me. I still don't know who."
"""What a voice says to be judged by: a statement, a pause, and something left open."""


class NotYet(Exception):
    """Something the recipe is reckoned from is still missing."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """What will be asked of which model. `references` are the sha256 of pictures sent along, in order."""

    offer: str
    endpoint: str
    arguments: dict[str, Any]
    references: tuple[str, ...] = field(default=())

    @property
    def digest(self) -> str:
        """The sha256 of all of it."""
        # Written out, because `asdict` copies all of it: a page of a long film asks for a thousand digests.
        whole = {"offer": self.offer, "endpoint": self.endpoint, "arguments": self.arguments}
        text = json.dumps(
            {**whole, "references": self.references},
            sort_keys=True,
            separators=(",", ":"),
            ensure_ascii=False,
            default=asdict,
        )
        return hashlib.sha256(text.encode()).hexdigest()


def recipe_for(film: Film, slot: Slot) -> Recipe:
    """Return the recipe of a slot as the film stands.

    Raise `NotYet` while its inputs are missing, `routing.NoOffer` if no model is there for it,
    `routing.OverLimit` if the chosen one cannot make it.
    """
    recipe = _RECIPES[Slot.Role(slot.role)](film, slot)
    check_limits(film, recipe)
    return recipe


def check_limits(film: Film, recipe: Recipe) -> None:
    """Raise `routing.OverLimit` if the model of a recipe cannot make it."""
    offer = next((offer for offer in film.offers if offer.key == recipe.offer), None)
    if offer is not None:
        routing.check_limits(offer, recipe.arguments, len(recipe.references), film.project.shape)


def offer_for(film: Film, slot: Slot) -> ModelOffer | None:
    """Return the model that fills a slot; None for what the studio does itself."""
    capability = CAPABILITY.get(slot.role)
    if capability is None:
        return None
    if slot.role == Slot.Role.SPEECH:
        return _speech_offer(film, _segment(film, slot))
    if slot.role == Slot.Role.SAMPLE:
        return _offer_of_voice(film, film.voices[slot.owner_id])
    if slot.role == Slot.Role.REFERENCE:
        return reference_offer(film, entity_of(film, slot))
    return routing.choose(film.offers, capability, film.project.offers)


def _recipe(offer: ModelOffer, arguments: dict[str, Any], references: tuple[str, ...] = ()) -> Recipe:
    return Recipe(offer.key, offer.endpoint, arguments, references)


def _offer(film: Film, capability: Capability) -> ModelOffer:
    return routing.choose(film.offers, capability, film.project.offers)


# --- Plans: what was planned before, and how it was asked ------------------------------------------


def _script(film: Film, slot: Slot) -> Recipe:
    project = film.project
    return _recipe(
        _offer(film, Capability.TEXT),
        {
            "task": "script",
            "instructions": prompts.fingerprint("script"),
            "source": hashlib.sha256(project.source.encode()).hexdigest(),
            "source_kind": project.source_kind,
            # A story given whole is as long as it is.
            "seconds": project.seconds if project.source_kind == project.SourceKind.IDEA else None,
            "style": project.style.get("name", ""),
            "seed": project.seed,
        },
    )


def _cast(film: Film, slot: Slot) -> Recipe:
    return _planned_from(film, "cast", Slot.Role.SCRIPT)


def _scenes(film: Film, slot: Slot) -> Recipe:
    return _planned_from(film, "scenes", Slot.Role.SCRIPT, Slot.Role.CAST)


def _shots(film: Film, slot: Slot) -> Recipe:
    scene = film.scene_by_id[slot.owner_id]
    if not all(segment.pk in film.speech for segment in film.spoken if segment.scene_id == scene.pk):
        raise NotYet("the voices of the scene")
    recipe = _planned_from(film, "shots", Slot.Role.SCRIPT, Slot.Role.CAST, Slot.Role.SCENES)
    hand = {name: film.style.get(name) for name in ("framing", "rhythm")}
    return _recipe(_offer(film, Capability.TEXT), {**recipe.arguments, "scene": scene.planned_as, "style": hand})


def _planned_from(film: Film, task: str, *roles: str) -> Recipe:
    documents: dict[str, str] = {}
    for role in roles:
        take = film.plan(role)
        if take is None:
            raise NotYet(role)
        documents[role] = take.asset.sha256
    return _recipe(
        _offer(film, Capability.TEXT),
        {
            "task": task,
            "instructions": prompts.fingerprint(task),
            "documents": documents,
            "seed": film.project.seed,
        },
    )


# --- Sound -----------------------------------------------------------------------------------------


def _segment(film: Film, slot: Slot) -> Segment:
    return film.segments[film.segment_index[slot.owner_id]]


def _speech_offer(film: Film, segment: Segment) -> ModelOffer:
    voice = staging.voice_of(film, segment)
    if voice is None:
        raise NotYet("a voice")
    return _offer_of_voice(film, voice)


def _offer_of_voice(film: Film, voice: Voice) -> ModelOffer:
    by_key = {offer.key: offer for offer in film.offers if offer.is_on}
    if voice.offer not in by_key:
        raise routing.NoOffer(Capability.SPEECH)
    return by_key[voice.offer]


def _sample(film: Film, slot: Slot) -> Recipe:
    voice = film.voices[slot.owner_id]
    return _recipe(
        _offer_of_voice(film, voice),
        {
            "text": SAMPLE_TEXT,
            "voice": voice.key,
            "settings": voice.settings,
            "direction": "",
            "language": "en",
            "seed": film.project.seed,
        },
    )


def _speech(film: Film, slot: Slot) -> Recipe:
    segment = _segment(film, slot)
    offer = _speech_offer(film, segment)
    voice = staging.voice_of(film, segment)
    if voice is None:
        raise NotYet("a voice")
    return _recipe(
        offer,
        {
            "text": segment.text,
            "voice": voice.key,
            "settings": voice.settings,
            "direction": segment.direction,
            "language": film.project.language or "en",
            "seed": film.project.seed,
        },
    )


def _music(film: Film, slot: Slot) -> Recipe:
    if not film.is_timed or not film.scenes or any(segment.scene_id is None for segment in film.segments):
        raise NotYet("the film's length and its scenes")
    project, offer = film.project, _offer(film, Capability.MUSIC)
    words = [film.style.get("music", ""), project.mood, project.genre, project.era]
    return _recipe(
        offer,
        {
            "prompt": prompts.music(project.title, [word for word in words if word]),
            "mood": project.mood or film.style.get("music", ""),
            "genre": project.genre,
            "era": project.era,
            # A film longer than the longest cue hears it again.
            "duration_ms": fitting_duration(offer, film.length_ms),
            "sections": score.sections(film),
            "seed": project.seed,
        },
    )


def _effects(film: Film, slot: Slot) -> Recipe:
    scene = film.scene_by_id[slot.owner_id]
    if not film.is_timed or not film.shots_by_scene.get(scene.pk):
        raise NotYet("the scene's length")
    start, end = film.scene_span_ms(scene)
    place = film.sets.get(scene.set_id or 0)
    offer = _offer(film, Capability.EFFECTS)
    return _recipe(
        offer,
        {
            "prompt": prompts.effects(scene.summary, scene.sounds),
            "sounds": list(scene.sounds),
            "cues": score.cues(film, scene),
            "place": place.place if place else "",
            "interior": bool(place and place.interior),
            # A little longer than the scene, so that it can go while the next one comes.
            "duration_ms": fitting_duration(offer, max(end - start + EFFECTS_TAIL_MS, 1000)),
            "seed": film.project.seed + scene.position,
        },
    )


# --- Pictures --------------------------------------------------------------------------------------


def entity_of(film: Film, slot: Slot) -> Entity:
    """Return whom, where or what a reference picture shows."""
    if slot.look_id:
        return film.characters[film.looks[slot.look_id].character_id]
    row = film.sets.get(slot.owner_id) or film.props.get(slot.owner_id)
    return row or film.characters[slot.owner_id]


def reference_offer(film: Film, entity: Entity) -> ModelOffer:
    """Return the model that draws an entity: its own, else the film's, else the default.

    By default whoever has guide images is drawn by the preferred model that takes some, where one is switched on.
    """
    if entity.offer:
        return routing.choose(film.offers, Capability.IMAGE, {Capability.IMAGE: entity.offer})
    return default_reference_offer(film, entity.pk)


def default_reference_offer(film: Film, entity_id: int) -> ModelOffer:
    """Return the model that draws an entity for which none was chosen."""
    if not film.project.offers.get(Capability.IMAGE) and film.guides.get(entity_id):
        led = [offer for offer in film.offers if offer.max_references]
        if any(offer.is_on and offer.capability == Capability.IMAGE for offer in led):
            return routing.choose(led, Capability.IMAGE, {})
    return _offer(film, Capability.IMAGE)


def _reference(film: Film, slot: Slot) -> Recipe:
    entity = entity_of(film, slot)
    offer = reference_offer(film, entity)
    scene = staging.reference(film, slot)
    guides = [asset.sha256 for asset in film.guides.get(entity.pk, ())][: offer.max_references]
    width, height = (1024, 1024) if scene["subject"] != "set" else (1280, 720)
    return _recipe(
        offer,
        {
            "prompt": prompts.reference(scene),
            "width": width,
            "height": height,
            "staging": scene,
            "seed": film.project.seed,
        },
        tuple(guides),
    )


def _shot(film: Film, slot: Slot) -> Shot:
    return film.shots[film.shot_index[slot.owner_id]]


def _frames(film: Film) -> Format:
    """Return the frames in which a film is made: its pictures and clips are as fine as its export will show them."""
    return format_for(film.project.shape, film.project.quality)


def _frame(film: Film, slot: Slot) -> Recipe:
    offer, shot = _offer(film, Capability.IMAGE), _shot(film, slot)
    scene = staging.shot(film, shot)
    frames = _frames(film)
    references = staging.references(film, shot, offer.max_references)
    return _recipe(
        offer,
        {
            "prompt": shot.prompt or prompts.frame(scene),
            "width": frames.width,
            "height": frames.height,
            "staging": scene,
            "seed": film.project.seed,
        },
        tuple(asset.sha256 for asset in references),
    )


def _clip(film: Film, slot: Slot) -> Recipe:
    offer, shot = _offer(film, Capability.VIDEO), _shot(film, slot)
    frame_slot = film.slot("shot", shot.pk, Slot.Role.FRAME)
    take = frame_slot.selected_take if frame_slot else None
    if take is None or not film.is_timed:
        raise NotYet("the first frame and the voices")
    scene = staging.shot(film, shot)
    start, end = film.span_ms[shot.pk]
    frames = _frames(film)
    # What was drawn from the plan may be drawn again in depth; any other picture is what must move.
    drawn = take.job_id is not None or take.reused_from_id is not None
    redraws = drawn and _vendor(film, Slot.Role.FRAME) == offer.vendor
    return _recipe(
        offer,
        {
            "prompt": shot.prompt or prompts.clip(scene),
            "width": frames.width,
            "height": frames.height,
            "duration_ms": _clip_duration(offer, end - start),
            "rate": round(frames.rate),
            "first_frame": take.asset.sha256,
            "staging": scene if redraws else None,
            "speech": staging.mouths(film, shot),
            "seed": film.project.seed + shot.position,
        },
    )


def _vendor(film: Film, role: str) -> str:
    return _offer(film, CAPABILITY[role]).vendor


def fitting_duration(offer: ModelOffer, wanted_ms: int) -> int:
    """Return the shortest length the model makes that is not shorter than `wanted_ms`; else its longest.

    What is longer is trimmed in the cut. Sound that is shorter is heard again.
    """
    if offer.durations_ms:
        lengths = sorted(int(length) for length in offer.durations_ms)
        return next((length for length in lengths if length >= wanted_ms), lengths[-1])
    return min(wanted_ms, offer.max_duration_ms or wanted_ms)


def _clip_duration(offer: ModelOffer, seen_ms: int) -> int:
    """Return the length to ask for a shot that is seen for `seen_ms`; the handle may be cut short, the shot may not."""
    made = fitting_duration(offer, seen_ms + HANDLE_MS)
    if made < seen_ms:
        raise routing.OverLimit(
            f"{offer.label} makes clips of up to {made / 1000:g} s, but this shot lasts {seen_ms / 1000:.1f} s. "
            "Divide the shot or choose another model."
        )
    return made


def _export(film: Film, slot: Slot) -> Recipe:
    if not film.is_timed or not film.shots:
        raise NotYet("the film's times")
    shape, _, quality = slot.variant.partition(" ")
    chosen = format_for(shape, quality)
    return Recipe(
        "",
        "assembly-2",
        {
            "format": chosen.key,
            "frames": f"{chosen.width}x{chosen.height}@{chosen.rate}",
            "shots": [_seen(film, shot) for shot in film.shots],
            "speech": [_spoken(film, segment) for segment in film.spoken],
            "music": _sha(film, "project", film.project.pk, Slot.Role.MUSIC),
            "effects": [_under(film, scene) for scene in film.scenes],
            "captions": caption_style(film),
            "cards": cards.facts(film),
            "length_ms": film.length_ms,
            **_gains(film),
        },
    )


def _gains(film: Film) -> dict[str, Any]:
    """Return what was turned up or down; nothing where nothing was, so that older films stay as they are."""
    project = film.project
    gains = {"music": project.music_gain_db, "effects": project.effects_gain_db}
    return {"gains_db": gains} if any(gains.values()) else {}


def _seen(film: Film, shot: Shot) -> list[Any]:
    seen = [_sha(film, "shot", shot.pk, Slot.Role.CLIP), *film.span_ms[shot.pk], transition(film, shot)]
    return [*seen, shot.card, shot.caption_place, clip_in_ms(film, shot)]


def clip_in_ms(film: Film, shot: Shot) -> int:
    """Return from where on a shot's clip is seen: as chosen, but never so late that the clip ends before the shot."""
    return min(shot.clip_in_ms, spare_ms(film, shot))


def spare_ms(film: Film, shot: Shot) -> int:
    """Return how much of a shot's clip is not seen; 0 without a clip. The film must be timed."""
    take = film.take("shot", shot.pk, Slot.Role.CLIP)
    start, end = film.span_ms[shot.pk]
    return max(0, (take.asset.duration_ms or 0) - (end - start)) if take else 0


NO_CAPTIONS = "none"
"""A caption style: nothing is written into the picture. The files with the captions come all the same."""


def caption_style(film: Film) -> str:
    """Return how captions look: as the film says, else as its style does."""
    return str(film.project.caption_style or film.style.get("captions", ""))


def transition(film: Film, shot: Shot) -> str:
    """Return how a shot begins: the first of a scene as the scene does, the first of the film by a cut."""
    if shot.pk == film.shots[0].pk:
        return "cut"
    first = film.shots_by_scene[shot.scene_id][0].pk == shot.pk
    scene: Scene = film.scene_by_id[shot.scene_id]
    return scene.transition if first and shot.transition == "cut" else shot.transition


def _spoken(film: Film, segment: Segment) -> list[Any]:
    return [film.speech[segment.pk].sha256, film.segment_starts[film.segment_index[segment.pk]]]


def _under(film: Film, scene: Scene) -> list[Any]:
    return [_sha(film, "scene", scene.pk, Slot.Role.EFFECTS), *film.scene_span_ms(scene)]


def _sha(film: Film, owner: str, owner_id: int, role: str) -> str:
    take = film.take(owner, owner_id, role)
    asset: Asset | None = take.asset if take else None
    return asset.sha256 if asset else ""


_RECIPES: dict[str, Callable[[Film, Slot], Recipe]] = {
    Slot.Role.SCRIPT: _script,
    Slot.Role.CAST: _cast,
    Slot.Role.SCENES: _scenes,
    Slot.Role.SHOTS: _shots,
    Slot.Role.SPEECH: _speech,
    Slot.Role.REFERENCE: _reference,
    Slot.Role.FRAME: _frame,
    Slot.Role.CLIP: _clip,
    Slot.Role.MUSIC: _music,
    Slot.Role.EFFECTS: _effects,
    Slot.Role.EXPORT: _export,
    Slot.Role.SAMPLE: _sample,
}
