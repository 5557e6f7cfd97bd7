"""The shots of a film by scene, each with the take that is used: what the frames and the clips step show."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from generation.graph import Graph
from generation.models import Slot
from generation.services.asking import piece
from generation.views import wording
from generation.views.folding import Fold, Folding
from generation.views.media import media_url
from generation.views.parts import Part
from generation.views.steps.base import Studio
from generation.views.steps.takes_tally import Tally
from generation.views.steps.takes_words import Standing
from projects.models import Scene, Shot

FILTERS = ("all", "stale", "failed", "missing")


@dataclass(frozen=True)
class ShotCard:
    """One shot: what is used for it, and how that stands."""

    slot_id: int
    number: str
    camera: str
    action: str
    length: str
    picture: str
    clip: str
    standing: Standing
    takes: int
    is_open: bool
    href: str
    may_make: bool


@dataclass(frozen=True)
class SceneHead:
    """The head of a scene's shots."""

    pk: int
    number: int
    heading: str
    may_make: bool
    fold: Fold | None


@dataclass(frozen=True)
class Filter:
    """One way to look at fewer shots."""

    key: str
    label: str
    count: int
    is_on: bool
    href: str


@dataclass(frozen=True)
class Empty:
    """What stands where there is no shot to show."""

    words: str
    role: str


def shown(studio: Studio) -> str:
    """Return which shots the address asks for."""
    wanted = studio.asked.get("show", "all")
    return wanted if wanted in FILTERS else "all"


def address(studio: Studio, **changes: object) -> str:
    """Return the address of this page in another state; None takes a word out of it."""
    kept: dict[str, Any] = {name: studio.asked[name] for name in ("show",) if studio.asked.get(name)}
    words = {name: value for name, value in {**kept, **changes}.items() if value not in (None, "")}
    return f"?{urlencode(words)}"


def is_of(key: str, standing: Standing) -> bool:
    """Tell whether a piece belongs to what a filter shows. What is kept though older is not out of date."""
    if key == "stale":
        return standing.key == "stale"
    return key == "all" or standing.key == key


def slots_by_shot(worked_out: Graph, role: str) -> dict[int, Slot]:
    """Return the slot of each shot."""
    return {slot.shot_id: slot for slot in worked_out.of_role(role) if slot.shot_id}


def filters(studio: Studio, standings: dict[int, Standing]) -> Part:
    """Return the filters with their counts."""
    counts = Counter(standing.key for standing in standings.values())
    counts["all"] = len(standings)
    labels = {"all": _("All"), "stale": _("Out of date"), "failed": _("Failed"), "missing": _("Missing")}
    on = shown(studio)
    shows = tuple(
        Filter(key, label, counts[key], key == on, address(studio, show=None if key == "all" else key))
        for key, label in labels.items()
    )
    return Part("filters", "generation/takes/_filters.html", shows)


def grid(studio: Studio, role: str, standings: dict[int, Standing], tally: Tally) -> tuple[Part, Part]:
    """Return which scenes are open, and the scenes with their shots; only those that the filter lets through."""
    slots = slots_by_shot(studio.graph, role)
    seen = _seen(studio, slots, standings)
    folding = Folding(
        studio.asked, {f"scene-{scene.pk}": [f"shot-{shot.pk}" for shot in shots] for scene, shots in seen}
    )
    scenes = []
    for scene, shots in seen:
        key = f"scene-{scene.pk}"
        states = ((standings[slots[shot.pk].pk].icon, standings[slots[shot.pk].pk].word) for shot in shots)
        fold = folding.fold(key, wording.count(len(shots), _("shot"), _("shots")), states)
        some = shots if folding.is_open(key) else ()
        cards = tuple(_card(studio, role, scene, shot, slots[shot.pk], standings, tally) for shot in some)
        scenes.append(Part(key, "generation/takes/_scene.html", _head(studio, scene, fold), cards))
    words = (
        "" if scenes else _("No shot is in this state.") if slots else _("The shots appear here once they are planned.")
    )
    return folding.part(), Part("shots", "generation/takes/_grid.html", Empty(words, role), tuple(scenes))


def _seen(studio: Studio, slots: dict[int, Slot], standings: dict[int, Standing]) -> list[tuple[Scene, list[Shot]]]:
    """Return the scenes with the shots that the filter lets through, without those that have none."""
    key, found = shown(studio), []
    for scene in studio.film.scenes:
        shots = [shot for shot in studio.film.shots_by_scene.get(scene.pk, ()) if shot.pk in slots]
        if shots := [shot for shot in shots if is_of(key, standings[slots[shot.pk].pk])]:
            found.append((scene, shots))
    return found


def _head(studio: Studio, scene: Scene, fold: Fold | None) -> SceneHead:
    heading = scene.heading or _("Scene %(n)s") % {"n": scene.position + 1}
    return SceneHead(scene.pk, scene.position + 1, heading, studio.may_edit, fold)


def _card(
    studio: Studio, role: str, scene: Scene, shot: Shot, slot: Slot, standings: dict[int, Standing], tally: Tally
) -> Part:
    film = studio.film
    frame = film.take("shot", shot.pk, Slot.Role.FRAME)
    clip = film.take("shot", shot.pk, Slot.Role.CLIP) if role == Slot.Role.CLIP else None
    start, end = film.span_ms[shot.pk] if film.is_timed else (0, 0)
    card = ShotCard(
        slot_id=slot.pk,
        number=number_of(scene, shot),
        camera=wording.camera(shot.size, shot.angle, shot.move),
        action=shot.action,
        length=f"{(end - start) / 1000:.1f} s" if end > start else "",
        picture=media_url(frame.asset) if frame else "",
        clip=media_url(clip.asset) if clip else "",
        standing=standings[slot.pk],
        takes=tally.takes.get(slot.pk, 0),
        is_open=studio.asked.get("shot") == str(shot.pk),
        href=address(studio, shot=shot.pk),
        may_make=studio.may_edit and not piece(studio.graph, slot).problem,
    )
    return Part(f"shot-{shot.pk}", "generation/takes/_card.html", card)


def number_of(scene: Scene, shot: Shot) -> str:
    """Return what a shot is called: its scene and its place in it."""
    return f"{scene.position + 1}.{shot.position + 1}"
