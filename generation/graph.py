"""The job graph, worked out each time from a loaded film: which slots there are, what each needs, what can be done now.

There are no stored edges to repair after a crash. A slot is worked on when it is empty or stale, all
it needs is fresh, and the same recipe has not failed for good.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from django.utils.translation import gettext, gettext_noop

from generation import recipes
from generation.film import Failure, Film, Place
from generation.models import Run, Slot
from generation.recipes import NotYet, Recipe, finishing
from generation.routing import NoOffer, OverLimit

Role = Slot.Role

OPTIONAL = (Role.ALIGNED, Role.VOICED, *finishing.STEPS, Role.FOLEY)
"""Steps that are told of only where there is something to do in them."""

FINISHING = (Role.VOICED, *finishing.STEPS, Role.FOLEY)
"""What is done to lines and clips once they are there, where it is wanted; a film is never held up by it."""

MOST_FAILURES = 3
"""How often the same recipe is tried before it is left to a person."""


class State(StrEnum):
    """How a slot stands."""

    FRESH = "fresh"
    WORKING = "working"
    READY = "ready"  # can be worked on now
    BLOCKED = "blocked"  # something it needs is not there yet
    FAILED = "failed"  # the same recipe would only fail again


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the way through a film: what the user sees as one kind of work."""

    key: str
    name: str
    role: str
    gate: str
    owners: tuple[str, ...]
    stops_film: bool = True

    @property
    def label(self) -> str:
        """Its name in the user's language."""
        return gettext(self.name)


STEPS: tuple[Step, ...] = (
    Step("script", gettext_noop("Script"), Role.SCRIPT, Run.Gate.SCRIPT, ("project",)),
    Step("voices", gettext_noop("Cast & voices"), Role.CAST, Run.Gate.CAST, ("project",)),
    Step("audio", gettext_noop("Audio"), Role.SPEECH, Run.Gate.SHOTS, ("segment",)),
    Step("aligned", gettext_noop("Times of words"), Role.ALIGNED, Run.Gate.SHOTS, ("segment",), stops_film=False),
    Step("scenes", gettext_noop("Scenes"), Role.SCENES, Run.Gate.SHOTS, ("project",)),
    Step("shots", gettext_noop("Shots"), Role.SHOTS, Run.Gate.SHOTS, ("scene",)),
    Step(
        "references", gettext_noop("References"), Role.REFERENCE, Run.Gate.FRAMES, ("look", "entity"), stops_film=False
    ),
    Step("frames", gettext_noop("Frames"), Role.FRAME, Run.Gate.FRAMES, ("shot",), stops_film=False),
    Step("clips", gettext_noop("Clips"), Role.CLIP, Run.Gate.CLIPS, ("shot",), stops_film=False),
    Step("voiced", gettext_noop("Changed voices"), Role.VOICED, Run.Gate.EXPORT, ("segment",), stops_film=False),
    Step("camera", gettext_noop("Camera"), Role.CAMERA, Run.Gate.EXPORT, ("shot",), stops_film=False),
    Step("lipsync", gettext_noop("Lip sync"), Role.LIPSYNC, Run.Gate.EXPORT, ("shot",), stops_film=False),
    Step("upscaled", gettext_noop("Finer clips"), Role.UPSCALED, Run.Gate.EXPORT, ("shot",), stops_film=False),
    Step("foley", gettext_noop("Sounds of clips"), Role.FOLEY, Run.Gate.EXPORT, ("shot",), stops_film=False),
    Step("music", gettext_noop("Music"), Role.MUSIC, Run.Gate.EXPORT, ("project",), stops_film=False),
    Step("effects", gettext_noop("Effects"), Role.EFFECTS, Run.Gate.EXPORT, ("scene",), stops_film=False),
    Step("export", gettext_noop("Film"), Role.EXPORT, Run.Gate.EXPORT, ("project",)),
)
SAMPLE = Step("sample", gettext_noop("Voice sample"), Role.SAMPLE, Run.Gate.CAST, ("voice",), stops_film=False)
"""Not on the way through a film: a voice of the library, to be judged by."""
DESCRIBED = Step("described", gettext_noop("Description"), Role.DESCRIBED, Run.Gate.CAST, ("asset",), stops_film=False)
"""Nor is this: what a picture of the library shows, in words."""
POST = Step("post", gettext_noop("Words of a post"), Role.POST, Run.Gate.EXPORT, ("project",), stops_film=False)
"""Nor this: what is said about a film where it is published."""
STEP_OF = {step.role: step for step in (*STEPS, SAMPLE, DESCRIBED, POST)}
GATES = [gate.value for gate in Run.Gate]


def places(film: Film) -> Iterator[Place]:
    """Yield every place that wants an asset, as far as the plan is known, in the order of the steps."""
    project = film.project.pk
    yield "project", project, Role.SCRIPT, ""
    yield "project", project, Role.CAST, ""
    yield from (("segment", segment.pk, Role.SPEECH, "") for segment in film.spoken)
    yield from (("segment", row.pk, Role.ALIGNED, "") for row in film.spoken if finishing.are_times_wanted(film, row))
    yield "project", project, Role.SCENES, ""
    # A scene that was made by hand is in no plan, and its shots are nobody's to plan again.
    yield from (("scene", scene.pk, Role.SHOTS, "") for scene in film.scenes if scene.planned_as is not None)
    yield from _reference_places(film)
    yield from (("shot", shot.pk, Role.FRAME, "") for shot in film.shots)
    yield from (("shot", shot.pk, Role.CLIP, "") for shot in film.shots)
    yield from (("segment", row.pk, Role.VOICED, "") for row in film.spoken if finishing.is_voice_wanted(film, row))
    for role in (*finishing.STEPS, Role.FOLEY):
        yield from (("shot", shot.pk, role, "") for shot in film.shots if finishing.is_wanted(film, shot, role))
    yield "project", project, Role.MUSIC, ""
    sounding = {segment.scene_id for segment in film.segments if segment.sounds}
    for scene in film.scenes:
        # A place is never silent: a scene without a sound of its own still has the one of its room.
        if scene.sounds or scene.set_id or scene.pk in sounding:
            yield "scene", scene.pk, Role.EFFECTS, ""
    yield "project", project, Role.EXPORT, f"{film.project.shape} {film.project.quality}"


def _all_places(film: Film) -> list[Place]:
    return film.once(("places",), lambda: list(places(film)))


def _reference_places(film: Film) -> Iterator[Place]:
    """The looks, sets and props that are really seen."""
    looks, entities = dict[int, None](), dict[int, None]()
    for scene in film.scenes:
        if scene.set_id:
            entities[scene.set_id] = None
    for castings in film.shot_castings.values():
        for casting in castings:
            person = film.person(casting)
            if person and person[1]:
                looks[person[1].pk] = None
            elif casting.entity_id in film.props:
                entities[casting.entity_id] = None
    yield from (("look", pk, Role.REFERENCE, "") for pk in looks)
    yield from (("entity", pk, Role.REFERENCE, "") for pk in entities)


@dataclass
class Graph:
    """The standing of every slot of a film, reckoned once from one load."""

    film: Film
    places: list[Place]
    slots: dict[Place, Slot]
    states: dict[int, State]
    recipes: dict[int, Recipe]
    failures: dict[int, Failure]
    problems: dict[int, str]
    waits_for: dict[int, str] = field(default_factory=dict)
    """What a blocked slot is still missing, by its row."""
    is_made_elsewhere: bool = False
    """Something is being made for another film that this one will reuse."""
    done: dict[str, bool] = field(default_factory=dict)
    """Which steps are done. A step is reckoned once all before it are, so an answer stays true."""
    settled: dict[str, bool] = field(default_factory=dict)
    """Which steps are settled, likewise."""

    def of_role(self, role: str) -> list[Slot]:
        """Return the slots of a step, in film order."""
        return self._by_role.get(role, [])

    @cached_property
    def _by_role(self) -> dict[str, list[Slot]]:
        found: dict[str, list[Slot]] = defaultdict(list)
        for place in self.places:
            found[place[2]].append(self.slots[place])
        return dict(found)

    def ready(self, until: str) -> list[Slot]:
        """Return what can be worked on now, up to a gate."""
        roles = {step.role for step in STEPS if GATES.index(step.gate) <= GATES.index(until)}
        return [
            self.slots[place]
            for place in self.places
            if place[2] in roles and self.states[self.slots[place].pk] is State.READY
        ]

    def is_done(self, role: str) -> bool:
        """Tell whether a step needs nothing more: all fresh, and its slots are all known."""
        if role not in self.done:
            self.done[role] = is_known(self, role) and all(
                self.states[slot.pk] is State.FRESH for slot in self.of_role(role)
            )
        return self.done[role]

    def is_settled(self, role: str) -> bool:
        """Tell whether nothing more will come of a step by itself: each slot is fresh or has failed for good."""
        if role not in self.settled:
            self.settled[role] = is_known(self, role) and all(
                self.states[slot.pk] in {State.FRESH, State.FAILED} for slot in self.of_role(role)
            )
        return self.settled[role]


def is_known(graph: Graph, role: str) -> bool:
    """Tell whether all slots of a step are known yet: shots are known only once every scene has been planned."""
    plan_before = {
        Role.SPEECH: Role.CAST,
        Role.ALIGNED: Role.CAST,
        Role.SHOTS: Role.SCENES,
        Role.REFERENCE: Role.SHOTS,
        Role.FRAME: Role.SHOTS,
        Role.CLIP: Role.SHOTS,
        **dict.fromkeys(FINISHING, Role.SHOTS),
        Role.EFFECTS: Role.SCENES,
    }.get(Role(role))
    if plan_before is None:
        return True
    if plan_before is Role.SHOTS and not is_known(graph, Role.SHOTS):
        return False
    return bool(graph.of_role(plan_before)) and all(
        graph.states[slot.pk] is State.FRESH for slot in graph.of_role(plan_before)
    )


def work_out(film: Film) -> Graph:
    """Reckon how every slot of a film stands. All slots must exist (see `services.ensure_slots`)."""
    known = [place for place in _all_places(film) if place in film.slots]
    graph = Graph(film, known, {place: film.slots[place] for place in known}, {}, {}, {}, {})
    for place in known:
        slot = graph.slots[place]
        graph.states[slot.pk] = _state(graph, slot)
    return graph


def _state(graph: Graph, slot: Slot) -> State:
    film = graph.film
    if slot.pk in film.active:
        return State.WORKING
    if slot.role == Role.CLIP and slot.selected_take is None and _has_failed(graph, "shot", slot.owner_id, Role.FRAME):
        graph.problems[slot.pk] = "There is no first frame to start from."
        return State.FAILED
    try:
        recipe = recipes.recipe_for(film, slot)
    except NotYet as error:
        graph.waits_for[slot.pk] = str(error)
        return State.BLOCKED
    except (NoOffer, OverLimit) as error:
        graph.problems[slot.pk] = str(error)
        return State.FAILED
    digest = recipe.digest
    graph.recipes[slot.pk] = recipe
    take = slot.selected_take
    if take is not None and (not take.recipe_digest or take.is_kept or take.recipe_digest == digest):
        return State.FRESH
    failure = film.failures.get((slot.pk, digest))
    if failure and (failure.is_permanent or failure.times >= MOST_FAILURES):
        graph.failures[slot.pk] = failure
        graph.problems[slot.pk] = failure.detail
        return State.FAILED
    if not _inputs_ready(graph, slot):
        return State.BLOCKED
    if digest in film.active_digests:
        # The very same thing is being made for another slot: wait, then reuse it.
        graph.is_made_elsewhere = True
        return State.BLOCKED
    return State.READY


def _inputs_ready(graph: Graph, slot: Slot) -> bool:
    """Tell whether what a slot is made from is itself fresh. Earlier steps are reckoned already."""
    role = Role(slot.role)
    if role is Role.FRAME:
        return _pictures_may_start(graph) and _references_ready(graph, slot)
    if role is Role.CLIP:
        frame = graph.film.slot("shot", slot.owner_id, Role.FRAME)
        return _pictures_may_start(graph) and _all_fresh(graph, Role.SPEECH) and _is_fresh(graph, frame)
    if role is Role.REFERENCE:
        return _pictures_may_start(graph)
    if role is Role.ALIGNED:
        return _is_fresh(graph, graph.film.slot("segment", slot.owner_id, Role.SPEECH))
    if role is Role.SHOTS and not graph.is_settled(Role.ALIGNED):
        return False
    if role in FINISHING:
        return _before_is_settled(graph, slot)
    if role is Role.EXPORT:
        needed = (Role.SPEECH, Role.CLIP, *FINISHING, Role.MUSIC, Role.EFFECTS)
        return all(graph.is_settled(role) for role in needed) and _all_fresh(graph, Role.SPEECH)
    return all(_all_fresh(graph, needed) for needed in _NEEDS[role])


_NEEDS: dict[Role, tuple[Role, ...]] = {
    Role.SCRIPT: (),
    Role.CAST: (Role.SCRIPT,),
    Role.SPEECH: (Role.SCRIPT, Role.CAST),
    Role.SCENES: (Role.SCRIPT, Role.CAST),
    Role.SHOTS: (Role.SCENES, Role.SPEECH),
    Role.MUSIC: (Role.SPEECH, Role.SCENES),
    Role.EFFECTS: (Role.SPEECH, Role.SHOTS),
}


def _before_is_settled(graph: Graph, slot: Slot) -> bool:
    """Tell whether what a finishing step works on will not change any more by itself."""
    if slot.role == Role.VOICED:
        return _is_fresh(graph, graph.film.slot("segment", slot.owner_id, Role.SPEECH))
    steps = (Role.CLIP, *finishing.STEPS)
    before = steps[: steps.index(Role(slot.role))] if slot.role in steps else steps
    slots = [graph.film.slot("shot", slot.owner_id, role) for role in before]
    known = [graph.states.get(one.pk) for one in slots if one is not None]
    return all(state in {State.FRESH, State.FAILED, None} for state in known)


def _pictures_may_start(graph: Graph) -> bool:
    """No picture is made before every scene has a shot."""
    film = graph.film
    return graph.is_done(Role.SHOTS) and film.once(
        ("all scenes seen",), lambda: all(film.shots_by_scene.get(scene.pk) for scene in film.scenes)
    )


def _references_ready(graph: Graph, slot: Slot) -> bool:
    """Only a model that takes references has to wait for them."""
    offer = recipes.offer_for(graph.film, slot)
    if offer is None or not offer.max_references:
        return True
    return graph.is_settled(Role.REFERENCE)


def _all_fresh(graph: Graph, role: Role) -> bool:
    return bool(graph.of_role(role)) and graph.is_done(role)


def _has_failed(graph: Graph, owner: str, owner_id: int, role: Role) -> bool:
    slot = graph.film.slot(owner, owner_id, role)
    return slot is not None and graph.states.get(slot.pk) is State.FAILED


def _is_fresh(graph: Graph, slot: Slot | None) -> bool:
    return slot is not None and graph.states.get(slot.pk) is State.FRESH


def missing_places(film: Film) -> list[Place]:
    """Return the places that have no slot yet."""
    return [place for place in _all_places(film) if place not in film.slots]


def failed(graph: Graph, until: str, *, stops_film: bool) -> Iterator[tuple[Step, Slot]]:
    """Yield the slots up to a gate that have failed for good, in step order: those that stop a film, or the others."""
    for step in STEPS:
        if step.stops_film is stops_film and GATES.index(step.gate) <= GATES.index(until):
            yield from ((step, slot) for slot in graph.of_role(step.role) if graph.states[slot.pk] is State.FAILED)
