"""Shots. Scenes and shots: who and what is seen from where.

What is open stands in the page's address: `?shot=12`, `?scene=3` or `?edits`.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from generation.film import Film
from generation.graph import State
from generation.models import Slot
from generation.views import wording
from generation.views.folding import Fold, Folding
from generation.views.media import media_url
from generation.views.parts import Part
from generation.views.steps import shots_panel, shots_selection
from generation.views.steps.base import StepPage, Studio
from generation.views.steps.shots_edits import EditLine, lines_of
from generation.views.steps.shots_heard import heard
from generation.views.steps.shots_standing import Standing
from projects.models import Scene, Shot


@dataclass(frozen=True)
class Tools:
    """What can be done with all of it: take back, make again what is out of date, see who changed what."""

    film_id: int
    may_edit: bool
    stale: str
    stale_shots: tuple[int, ...]
    price: str
    working: str
    undo: EditLine | None
    has_edits: bool


@dataclass(frozen=True)
class Empty:
    """What is there in place of scenes: why, and what to do next."""

    film_id: int
    may_edit: bool
    is_coming: bool


@dataclass(frozen=True)
class SceneHead:
    """The head of a scene in the list."""

    pk: int
    film_id: int
    number: int
    heading: str
    facts: str
    people: tuple[str, ...]
    length: str
    shots: tuple[int, ...]
    is_open: bool
    is_planning: bool
    may_edit: bool
    fold: Fold | None


@dataclass(frozen=True)
class ShotRow:
    """One shot in the list."""

    pk: int
    number: str
    camera: str
    length: str
    action: str
    who: str
    heard: str
    picture: str
    clip: str
    state: str
    word: str
    price: str
    problem: str
    has_own_prompt: bool
    follows: str
    is_open: bool
    may_edit: bool


def parts(studio: Studio) -> tuple[Part, ...]:
    """Return what the page shows: tools, the list, and what is open beside it."""
    standing = Standing(studio.film, studio.graph, studio.progress.pace)
    edits = lines_of(studio.film.project.pk)
    folding = folded(studio)
    stale = standing.stale(studio.film.shots)
    return (
        _tools(studio, standing, stale, edits),
        folding.part(),
        _scenes(studio, standing, folding),
        shots_panel.panel(studio, standing, edits),
        shots_selection.bar(studio, stale),
    )


def _tools(studio: Studio, standing: Standing, slots: list[Slot], edits: tuple[EditLine, ...]) -> Part:
    worth = standing.worth(slots)
    working = sum(standing.state(shot)[0] == "working" for shot in studio.film.shots)
    shows = Tools(
        film_id=studio.film.project.pk,
        may_edit=studio.may_edit,
        stale="" if worth.is_nothing else worth.pieces,
        stale_shots=shots_selection.out_of_date(slots),
        price="" if worth.is_nothing else worth.price,
        working=wording.count(working, _("shot is"), _("shots are")) if working else "",
        undo=next((line for line in edits if line.can_undo and not line.is_undo), None),
        has_edits=bool(edits),
    )
    return Part("tools", "generation/shots/_tools.html", shows)


def folded(studio: Studio) -> Folding:
    """Return which scenes of a long film are open, where each shows its shots."""
    shots = studio.film.shots_by_scene
    rows = {
        f"scene-{scene.pk}": [f"shot-{shot.pk}" for shot in shots.get(scene.pk, ())] for scene in studio.film.scenes
    }
    return Folding(studio.asked, rows)


def _scenes(studio: Studio, standing: Standing, folding: Folding) -> Part:
    scenes = tuple(_scene(studio, standing, folding, scene) for scene in studio.film.scenes)
    shows = Empty(studio.film.project.pk, studio.may_edit, studio.progress.is_live)
    return Part("scenes", "generation/shots/_scenes.html", shows, scenes)


def _scene(studio: Studio, standing: Standing, folding: Folding, scene: Scene) -> Part:
    film, key = studio.film, f"scene-{scene.pk}"
    place = film.sets.get(scene.set_id or 0)
    weather = scene.weather if scene.weather != "clear" else ""
    start, end = film.scene_span_ms(scene) if film.is_timed else (0, 0)
    shots = film.shots_by_scene.get(scene.pk, [])
    plan = film.slot("scene", scene.pk, Slot.Role.SHOTS)
    shows = SceneHead(
        pk=scene.pk,
        film_id=film.project.pk,
        number=scene.position + 1,
        heading=scene.heading or (place.name if place else _("Scene")),
        facts=", ".join(filter(None, [place.name if place else "", scene.time_of_day, weather, scene.mood])),
        people=_people(film, scene),
        length=wording.clock(end - start) if end > start else "",
        shots=tuple(shot.pk for shot in shots),
        is_open=studio.asked.get("scene") == str(scene.pk),
        is_planning=studio.progress.is_live or (plan is not None and studio.graph.states.get(plan.pk) is State.WORKING),
        may_edit=studio.may_edit,
        fold=folding.fold(
            key, wording.count(len(shots), _("shot"), _("shots")), (standing.state(shot) for shot in shots)
        ),
    )
    seen = shots if folding.is_open(key) else ()
    rows = tuple(
        Part(f"shot-{shot.pk}", "generation/shots/_row.html", _row(studio, standing, scene, shot)) for shot in seen
    )
    return Part(key, "generation/shots/_scene.html", shows, rows)


def _people(film: Film, scene: Scene) -> tuple[str, ...]:
    """Who is in a scene, with the look where it is not the usual one."""
    names = []
    for casting in film.scene_castings.get(scene.pk, ()):
        person = film.person(casting)
        if person is not None:
            character, look = person
            names.append(f"{character.name} ({look.name})" if look and not look.is_usual else character.name)
    return tuple(names)


def _row(studio: Studio, standing: Standing, scene: Scene, shot: Shot) -> ShotRow:
    film = studio.film
    state, word = standing.state(shot)
    slots = standing.slots(shot)
    stale = [slot.role for slot in slots if standing.is_stale(slot)]
    return ShotRow(
        pk=shot.pk,
        number=number_of(scene, shot),
        camera=wording.camera(shot.size, shot.angle, shot.move),
        length=length_of(film, shot),
        action=shot.action,
        who=", ".join(_seen_in(film, shot)),
        heard=heard(film, shot),
        picture=file_of(film, shot, Slot.Role.FRAME),
        clip=file_of(film, shot, Slot.Role.CLIP),
        state=state,
        word=word,
        price=wording.price(standing.worth(slots).micros),
        problem=standing.problem(shot) if state == "failed" else "",
        has_own_prompt=bool(shot.prompt),
        follows="clip" if stale == [Slot.Role.CLIP] and state != "working" else state,
        is_open=studio.asked.get("shot") == str(shot.pk),
        may_edit=studio.may_edit,
    )


def _seen_in(film: Film, shot: Shot) -> list[str]:
    seen = (casting.entity_id for casting in film.shot_castings.get(shot.pk, ()))
    return [row.name for pk in seen if (row := film.characters.get(pk) or film.props.get(pk))]


def number_of(scene: Scene, shot: Shot) -> str:
    """Return what a shot is called: “2.3”."""
    return f"{scene.position + 1}.{shot.position + 1}"


def length_of(film: Film, shot: Shot) -> str:
    """Return how long a shot is seen; nothing while that is not known."""
    start, end = film.span_ms[shot.pk] if film.is_timed else (0, 0)
    return f"{(end - start) / 1000:.1f} s" if end > start else ""


def file_of(film: Film, shot: Shot, role: str) -> str:
    """Return where the browser finds a shot's picture or clip."""
    take = film.take("shot", shot.pk, role)
    return media_url(take.asset) if take else ""


PAGE = StepPage(
    "shots",
    gettext_noop("Shots"),
    "generation/steps/shots.html",
    parts,
    roles=(Slot.Role.SCENES, Slot.Role.SHOTS),
    script="js/shots.js",
    styles="css/shots.css",
)
