"""What is open beside the list of shots: a shot, a scene, or who changed what."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from generation import prompts, staging
from generation.film import Film
from generation.models import Slot
from generation.services import budget
from generation.views import left_out, wording
from generation.views.parts import Part
from generation.views.steps import shots_forms as forms
from generation.views.steps import shots_models
from generation.views.steps.base import Studio
from generation.views.steps.shots_edits import EditLine
from generation.views.steps.shots_fields import GROUP, Field, Fields, Group
from generation.views.steps.shots_forms import ShotForm
from generation.views.steps.shots_heard import Word, words_around
from generation.views.steps.shots_people import cast, person
from generation.views.steps.shots_scene import Deeds, scene_parts
from generation.views.steps.shots_shelf import file_of
from generation.views.steps.shots_standing import Standing
from projects.models import MOST_LEAD_MS, Scene, Shot


@dataclass(frozen=True)
class Panel:
    """What is open: shot, scene, edits, gone, or nothing."""

    kind: str
    title: str
    subtitle: str
    film_id: int
    pk: int
    before: int
    after: int
    may_edit: bool


@dataclass(frozen=True)
class ShotTop:
    """A shot as it looks, how it stands, and what making it again comes to."""

    pk: int
    film_id: int
    number: str
    picture: str
    clip: str
    state: str
    word: str
    problem: str
    left_out: tuple[str, ...]
    price: str
    spent: str
    frame_price: str
    clip_price: str
    camera: str
    length: str
    is_working: bool
    may_edit: bool


@dataclass(frozen=True)
class Bar:
    """What is out of date, always in sight below what is open, and the press that makes it again."""

    pk: int
    film_id: int
    stale: str
    price: str
    is_fresh: bool
    is_working: bool
    may_edit: bool


@dataclass(frozen=True)
class Trim:
    """The words around a shot's beginning, and how far the picture is from its word."""

    pk: int
    film_id: int
    words: tuple[Word, ...]
    starts: int
    lead_ms: int
    lead: str
    most_ms: int
    is_first: bool
    may_edit: bool


@dataclass(frozen=True)
class Prompt:
    """What is sent to whoever makes the picture and the clip."""

    pk: int
    film_id: int
    picture: str
    clip: str
    is_own: bool
    may_edit: bool


@dataclass(frozen=True)
class Edits:
    """The list of changes."""

    lines: tuple[EditLine, ...]
    may_edit: bool


def panel(studio: Studio, standing: Standing, edits: tuple[EditLine, ...]) -> Part:
    """Return what is open, or a place for it."""
    asked, film = studio.asked, studio.film
    if "edits" in asked:
        return _panel(studio, "edits", _("Edits"), children=(_edits(studio, edits),))
    shot = film.shot_index.get(_number(asked.get("shot", "")))
    if shot is not None:
        return _shot_panel(studio, standing, film.shots[shot])
    scene = film.scene_by_id.get(_number(asked.get("scene", "")))
    if scene is not None:
        title = _("Scene %d") % (scene.position + 1)
        children = (*scene_parts(studio, scene), _film_bar(studio, standing, scene))
        shots = wording.count(len(film.shots_by_scene.get(scene.pk, ())), "shot")
        return _panel(studio, "scene", title, subtitle=shots, pk=scene.pk, children=children)
    return _panel(studio, "gone" if asked.get("shot") or asked.get("scene") else "", _("Nothing is open"))


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else 0


def _panel(
    studio: Studio,
    kind: str,
    title: str,
    *,
    subtitle: str = "",
    pk: int = 0,
    around: tuple[int, int] = (0, 0),
    children: tuple[Part, ...] = (),
) -> Part:
    shows = Panel(kind, title, subtitle, studio.film.project.pk, pk, *around, studio.may_edit)
    return Part("detail", "generation/shots/_panel.html", shows, children)


def _edits(studio: Studio, lines: tuple[EditLine, ...]) -> Part:
    return Part("edits", "generation/shots/_edits.html", Edits(lines, studio.may_edit))


# --- A shot ----------------------------------------------------------------------------------------


def _shot_panel(studio: Studio, standing: Standing, shot: Shot) -> Part:
    film = studio.film
    scene = film.scene_by_id[shot.scene_id]
    at = film.shot_index[shot.pk]
    around = (
        film.shots[at - 1].pk if at else 0,
        film.shots[at + 1].pk if at + 1 < len(film.shots) else 0,
    )
    people = tuple(
        person(studio, casting)
        for casting in film.shot_castings.get(shot.pk, ())
        if casting.entity_id in film.characters
    )
    children = (
        _top(studio, standing, shot),
        _group(studio, "happens", "", shot, _happens(shot)),
        Part(
            f"people-{shot.pk}", "generation/shots/_people.html", "" if people else _("Nobody is in this shot."), people
        ),
        cast(studio, shot, has_people=bool(people)),
        _group(studio, "camera", _("Camera"), shot, _camera(shot)),
        _trim(studio, shot),
        _group(studio, "cut", _("In the cut"), shot, _in_the_cut(shot)),
        _prompt(studio, shot),
        shots_models.models(studio, shot),
        _shot_deeds(studio, shot),
        _shot_bar(studio, standing, shot),
    )
    number = f"{scene.position + 1}.{shot.position + 1}"
    subtitle = scene.heading or _("Scene %d") % (scene.position + 1)
    return _panel(
        studio, "shot", _("Shot %s") % number, subtitle=subtitle, pk=shot.pk, around=around, children=children
    )


def _top(studio: Studio, standing: Standing, shot: Shot) -> Part:
    film = studio.film
    state, word = standing.state(shot)
    slots = {slot.role: slot for slot in standing.slots(shot)}
    start, end = film.span_ms[shot.pk] if film.is_timed else (0, 0)
    scene = film.scene_by_id[shot.scene_id]
    prices = {role: wording.price(standing.price(slot)) for role, slot in slots.items()}
    shows = ShotTop(
        pk=shot.pk,
        film_id=film.project.pk,
        number=f"{scene.position + 1}.{shot.position + 1}",
        picture=file_of(film, "shot", shot.pk, Slot.Role.FRAME),
        clip=file_of(film, "shot", shot.pk, Slot.Role.CLIP),
        state=state,
        word=word,
        problem=standing.problem(shot) if state == "failed" else "",
        left_out=_left_out(film, slots.get(Slot.Role.FRAME)),
        price=standing.worth(slots.values()).price,
        spent=_spent(film, shot),
        frame_price=prices.get(Slot.Role.FRAME, ""),
        clip_price=prices.get(Slot.Role.CLIP, ""),
        camera=wording.camera(shot.size, shot.angle, shot.move),
        length=f"{(end - start) / 1000:.1f} s" if end > start else _("length unknown"),
        is_working=state == "working",
        may_edit=studio.may_edit,
    )
    return Part(f"top-{shot.pk}", "generation/shots/_top.html", shows)


def _left_out(film: Film, slot: Slot | None) -> tuple[str, ...]:
    """Say which pictures do not go along with the next first frame, and which did not with the one in use."""
    if slot is None:
        return ()
    return tuple(dict.fromkeys(filter(None, (left_out.of_slot(film, slot), *left_out.of_take(slot.selected_take)))))


def _spent(film: Film, shot: Shot) -> str:
    """Say what a shot has cost, wasted takes included; nothing in a film in which nothing can be bought."""
    if all(offer.is_free for offer in film.offers):
        return ""
    costs = budget.costs_of_shots(film.project.pk).get(shot.pk)
    if costs is None or not costs.spent:
        return _("nothing")
    wasted = _("%s of it wasted") % wording.dollars(costs.wasted) if costs.wasted else ""
    return ", ".join(filter(None, [wording.dollars(costs.spent), wasted]))


def _shot_bar(studio: Studio, standing: Standing, shot: Shot) -> Part:
    stale = standing.stale([shot])
    made = any(slot.role == Slot.Role.CLIP and slot.selected_take_id for slot in standing.slots(shot))
    worth = standing.worth(stale or standing.slots(shot))
    shows = Bar(
        pk=shot.pk,
        film_id=studio.film.project.pk,
        stale=worth.pieces if stale else "",
        price=worth.price,
        is_fresh=not stale and not made,
        is_working=standing.state(shot)[0] == "working",
        may_edit=studio.may_edit,
    )
    return Part(f"bar-{shot.pk}", "generation/shots/_bar.html", shows)


def _film_bar(studio: Studio, standing: Standing, scene: Scene) -> Part:
    worth = standing.worth(standing.stale(studio.film.shots))
    shows = Bar(
        pk=0,
        film_id=studio.film.project.pk,
        stale="" if worth.is_nothing else worth.pieces,
        price=worth.price,
        is_fresh=False,
        is_working=False,
        may_edit=studio.may_edit,
    )
    return Part(f"scene-bar-{scene.pk}", "generation/shots/_bar.html", shows)


def _group(studio: Studio, key: str, title: str, shot: Shot, fields: tuple[Field, ...]) -> Part:
    action = reverse("generation:shots-change", args=(studio.film.project.pk, shot.pk))
    key = f"{key}-{shot.pk}"
    return Part(key, GROUP, Group(f"form-{key}", title, action, fields, studio.may_edit))


def _happens(shot: Shot) -> tuple[Field, ...]:
    fields = Fields(f"shot-{shot.pk}", ShotForm, shot)
    return (fields.area("action"),)


def _camera(shot: Shot) -> tuple[Field, ...]:
    fields = Fields(f"shot-{shot.pk}", ShotForm, shot)
    return (
        fields.select("size", forms.SIZES),
        fields.select("angle", tuple(forms.ANGLES.items())),
        fields.select("move", forms.MOVES),
        fields.select("lens", forms.LENSES),
        fields.text("focus", is_wide=True, help_text=_("A person or a thing that the picture is about.")),
    )


def _in_the_cut(shot: Shot) -> tuple[Field, ...]:
    fields = Fields(f"shot-{shot.pk}", ShotForm, shot)
    return (
        fields.select("transition", forms.TRANSITIONS),
        fields.select("card", forms.CARDS),
        fields.select("caption_place", forms.CAPTIONS),
    )


def _trim(studio: Studio, shot: Shot) -> Part:
    film = studio.film
    found = words_around(film, shot)
    shows = Trim(
        pk=shot.pk,
        film_id=film.project.pk,
        words=found,
        starts=next((index for index, word in enumerate(found) if word.is_first), 0),
        lead_ms=shot.lead_ms,
        lead=lead_words(shot.lead_ms),
        most_ms=MOST_LEAD_MS,
        is_first=film.shots_by_scene[shot.scene_id][0].pk == shot.pk,
        may_edit=studio.may_edit,
    )
    return Part(f"trim-{shot.pk}", "generation/shots/_trim.html", shows)


def lead_words(lead_ms: int) -> str:
    """Say how a picture stands to its word: “picture 0.3 s after the voice”."""
    if not lead_ms:
        return _("Picture and voice together")
    seconds = f"{abs(lead_ms) / 1000:.2f}".rstrip("0").rstrip(".")
    return (_("Picture %s s after the voice") if lead_ms > 0 else _("Picture %s s before the voice")) % seconds


def _prompt(studio: Studio, shot: Shot) -> Part:
    built = staging.shot(studio.film, shot)
    shows = Prompt(
        pk=shot.pk,
        film_id=studio.film.project.pk,
        picture=_as_sent(studio, shot, Slot.Role.FRAME) or prompts.frame(built),
        clip=_as_sent(studio, shot, Slot.Role.CLIP) or prompts.clip(built),
        is_own=bool(shot.prompt),
        may_edit=studio.may_edit,
    )
    return Part(f"prompt-{shot.pk}", "generation/shots/_prompt.html", shows)


def _as_sent(studio: Studio, shot: Shot, role: str) -> str:
    """Return what the chosen model will be told, in its family's words; "" while that cannot be worked out."""
    slot = studio.film.slot("shot", shot.pk, role)
    recipe = studio.graph.recipes.get(slot.pk) if slot else None
    return shot.prompt or (str(recipe.arguments["prompt"]) if recipe else "")


def _shot_deeds(studio: Studio, shot: Shot) -> Part:
    film = studio.film
    rows = film.shots_by_scene[shot.scene_id]
    lines = [row for row in film.segments if row.scene_id == shot.scene_id]
    shows = Deeds(
        pk=shot.pk,
        film_id=film.project.pk,
        is_first=rows[0].pk == shot.pk,
        is_last=rows[-1].pk == shot.pk,
        is_only=len(rows) == 1,
        can_divide_scene=not shot.from_word and bool(lines) and lines[0].pk != shot.segment_id,
        lines=(),
        may_edit=studio.may_edit,
    )
    return Part(f"deeds-{shot.pk}", "generation/shots/_shot_deeds.html", shows)
