"""What is open beside the list of shots: a shot, a scene, or who changed what."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from entities.models import Entity
from generation import forms_shots as forms
from generation import prompts, staging
from generation.film import Film
from generation.forms_shots import CastingForm, SceneForm, ShotForm
from generation.models import Slot
from generation.views import wording
from generation.views.media import media_url
from generation.views.parts import Part
from generation.views.steps.base import Studio
from generation.views.steps.shots_edits import EditLine
from generation.views.steps.shots_fields import Field, Fields, Group
from generation.views.steps.shots_heard import Word, words_around
from generation.views.steps.shots_standing import Standing
from projects.models import Casting, Scene, Segment, Shot

GROUP = "generation/shots/_group.html"


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
    stale: str
    price: str
    frame_price: str
    clip_price: str
    camera: str
    length: str
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
class Person:
    """Somebody in a shot, and what they do there."""

    pk: int
    film_id: int
    name: str
    doing: str
    picture: str
    main: Group
    more: Group
    may_edit: bool


@dataclass(frozen=True)
class Thing:
    """A prop in a shot."""

    pk: int
    name: str


@dataclass(frozen=True)
class Cast:
    """Whom and what can be put in, and the props that are in."""

    action: str
    film_id: int
    things: tuple[Thing, ...]
    choices: tuple[tuple[str, tuple[tuple[int, str], ...]], ...]
    has_people: bool
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
class Deeds:
    """What can be done with a whole shot or scene."""

    pk: int
    film_id: int
    is_first: bool
    is_last: bool
    is_only: bool
    can_divide_scene: bool
    lines: tuple[tuple[int, str], ...]
    may_edit: bool


@dataclass(frozen=True)
class Dress:
    """Somebody or something in a scene, with the looks to choose from."""

    pk: int
    name: str
    kind: str
    look: str
    looks: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class SceneCast:
    """Who and what is in a scene."""

    pk: int
    film_id: int
    people: tuple[Dress, ...]
    choices: tuple[tuple[str, tuple[tuple[int, str], ...]], ...]
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
        return _scene_panel(studio, scene)
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
        _person(studio, casting)
        for casting in film.shot_castings.get(shot.pk, ())
        if casting.entity_id in film.characters
    )
    children = (
        _top(studio, standing, shot),
        _group(studio, "happens", "", shot, _happens(shot)),
        Part(
            f"people-{shot.pk}", "generation/shots/_people.html", "" if people else _("Nobody is in this shot."), people
        ),
        _cast(studio, shot, has_people=bool(people)),
        _group(studio, "camera", _("Camera"), shot, _camera(shot)),
        _trim(studio, shot),
        _group(studio, "cut", _("In the cut"), shot, _in_the_cut(shot)),
        _prompt(studio, shot),
        _shot_deeds(studio, shot),
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
    stale = standing.stale([shot])
    worth = standing.worth(stale or slots.values())
    start, end = film.span_ms[shot.pk] if film.is_timed else (0, 0)
    scene = film.scene_by_id[shot.scene_id]
    prices = {role: wording.price(standing.price(slot)) for role, slot in slots.items()}
    shows = ShotTop(
        pk=shot.pk,
        film_id=film.project.pk,
        number=f"{scene.position + 1}.{shot.position + 1}",
        picture=_file(film, "shot", shot.pk, Slot.Role.FRAME),
        clip=_file(film, "shot", shot.pk, Slot.Role.CLIP),
        state=state,
        word=word,
        problem=standing.problem(shot) if state == "failed" else "",
        stale=worth.pieces if stale else "",
        price=worth.price,
        frame_price=prices.get(Slot.Role.FRAME, ""),
        clip_price=prices.get(Slot.Role.CLIP, ""),
        camera=wording.camera(shot.size, shot.angle, shot.move),
        length=f"{(end - start) / 1000:.1f} s" if end > start else _("length unknown"),
        is_working=state == "working",
        may_edit=studio.may_edit,
    )
    return Part(f"top-{shot.pk}", "generation/shots/_top.html", shows)


def _file(film: Film, owner: str, pk: int, role: str) -> str:
    take = film.take(owner, pk, role)
    return media_url(take.asset) if take else ""


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
        fields.text("focus", help_text=_("A person or a thing that the picture is about.")),
    )


def _in_the_cut(shot: Shot) -> tuple[Field, ...]:
    fields = Fields(f"shot-{shot.pk}", ShotForm, shot)
    return (
        fields.select("transition", forms.TRANSITIONS),
        fields.select("card", forms.CARDS),
        fields.select("caption_place", forms.CAPTIONS),
    )


def _person(studio: Studio, casting: Casting) -> Part:
    film = studio.film
    character = film.characters[casting.entity_id]
    fields = Fields(f"casting-{casting.pk}", CastingForm, casting)
    action = reverse("generation:shots-cast-change", args=(film.project.pk, casting.pk))
    main = (
        *_look_field(film, casting, fields),
        fields.select("pose", forms.POSES),
        fields.select("expression", forms.EXPRESSIONS),
        fields.select("gesture", forms.GESTURES),
        fields.select("place", forms.PLACES),
    )
    others = (row.name for row in (*film.characters.values(), *film.props.values()) if row.pk != casting.entity_id)
    more = (
        fields.text("holds", suggestions=tuple(row.name for row in film.props.values())),
        fields.select("facing", forms.FACINGS),
        fields.text("looks_at", suggestions=("camera", *others), help_text=_("Empty: whoever speaks.")),
        fields.select("enters", forms.DOORS),
        fields.select("leaves", forms.DOORS),
    )
    person = film.person(casting)
    look = person[1] if person else None
    doing = [word.replace("_", " ") for word in (casting.pose, casting.expression, casting.gesture) if word]
    shows = Person(
        pk=casting.pk,
        film_id=film.project.pk,
        name=character.name,
        doing=", ".join(doing),
        picture=_file(film, "look", look.pk, Slot.Role.REFERENCE) if look else "",
        main=Group(f"form-person-{casting.pk}", "", action, main, studio.may_edit),
        more=Group(f"form-more-{casting.pk}", "", action, more, studio.may_edit),
        may_edit=studio.may_edit,
    )
    return Part(f"casting-{casting.pk}", "generation/shots/_person.html", shows)


def _look_field(film: Film, casting: Casting, fields: Fields) -> tuple[Field, ...]:
    looks = _looks_of(film, casting.entity_id)
    return (fields.select("look_id", looks),) if len(looks) > 2 or casting.look_id else ()


def _looks_of(film: Film, entity_id: int) -> tuple[tuple[str, str], ...]:
    usual = film.usual_looks.get(entity_id)
    named = tuple((str(look.pk), look.name) for look in film.looks.values() if look.character_id == entity_id)
    return (("", _("Usual (%s)") % usual.name if usual and usual.name != "Usual" else _("Usual")), *named)


def _cast(studio: Studio, shot: Shot, *, has_people: bool) -> Part:
    film = studio.film
    castings = film.shot_castings.get(shot.pk, ())
    things = tuple(
        Thing(casting.pk, film.props[casting.entity_id].name) for casting in castings if casting.entity_id in film.props
    )
    shows = Cast(
        action=reverse("generation:shots-cast", args=(film.project.pk, shot.pk)),
        film_id=film.project.pk,
        things=things,
        choices=_choices(studio, {casting.entity_id for casting in castings}, first=shot.scene_id),
        has_people=has_people,
        may_edit=studio.may_edit,
    )
    return Part(f"cast-{shot.pk}", "generation/shots/_cast.html", shows)


def _choices(studio: Studio, taken: set[int], *, first: int = 0) -> tuple[tuple[str, tuple[tuple[int, str], ...]], ...]:
    """Whom and what of the library can be put in, by kind; what is in the scene `first` goes before the rest."""
    if not studio.may_edit:
        return ()
    here = {casting.entity_id for casting in studio.film.scene_castings.get(first, ())}
    rows = Entity.objects.filter(library=studio.film.project.library_id).exclude(kind=Entity.Kind.SET)
    listed = [row for row in rows.order_by("name", "pk").values_list("pk", "kind", "name") if row[0] not in taken]
    groups = (
        (_("In this scene"), [row for row in listed if row[0] in here]),
        (_("People"), [row for row in listed if row[0] not in here and row[1] == Entity.Kind.CHARACTER]),
        (_("Props"), [row for row in listed if row[0] not in here and row[1] == Entity.Kind.PROP]),
    )
    return tuple((label, tuple((pk, name) for pk, _kind, name in rows)) for label, rows in groups if rows)


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
        most_ms=forms.MOST_LEAD_MS,
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
        picture=shot.prompt or prompts.frame(built),
        clip=shot.prompt or prompts.clip(built),
        is_own=bool(shot.prompt),
        may_edit=studio.may_edit,
    )
    return Part(f"prompt-{shot.pk}", "generation/shots/_prompt.html", shows)


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


# --- A scene ---------------------------------------------------------------------------------------


def _scene_panel(studio: Studio, scene: Scene) -> Part:
    fields = Fields(f"scene-{scene.pk}", SceneForm, scene)
    action = reverse("generation:shots-scene-change", args=(studio.film.project.pk, scene.pk))
    told = Group(f"form-told-{scene.pk}", "", action, (fields.text("heading"), fields.area("summary")), studio.may_edit)
    where = (
        fields.select("set_id", _places(studio)),
        fields.select("time_of_day", forms.TIMES),
        fields.select("weather", forms.WEATHERS),
        fields.text("mood"),
        fields.text("music", help_text=_("The mood of its music, or “none”. Empty: as the scene feels.")),
        fields.select("transition", forms.TRANSITIONS),
    )
    children = (
        Part(f"told-{scene.pk}", GROUP, told),
        _scene_cast(studio, scene),
        Part(
            f"where-{scene.pk}",
            GROUP,
            Group(f"form-where-{scene.pk}", _("Where and when"), action, where, studio.may_edit),
        ),
        _scene_deeds(studio, scene),
    )
    title = _("Scene %d") % (scene.position + 1)
    shots = len(studio.film.shots_by_scene.get(scene.pk, ()))
    return _panel(studio, "scene", title, subtitle=wording.count(shots, "shot"), pk=scene.pk, children=children)


def _places(studio: Studio) -> tuple[tuple[str, str], ...]:
    rows = Entity.objects.filter(library=studio.film.project.library_id, kind=Entity.Kind.SET)
    known = {pk: row.name for pk, row in studio.film.sets.items()}
    known.update(rows.values_list("pk", "name"))
    return (("", _("None")), *((str(pk), name) for pk, name in sorted(known.items(), key=lambda item: item[1])))


def _scene_cast(studio: Studio, scene: Scene) -> Part:
    film = studio.film
    people = []
    for casting in film.scene_castings.get(scene.pk, ()):
        character, prop = film.characters.get(casting.entity_id), film.props.get(casting.entity_id)
        row = character or prop
        if row is None:
            continue
        looks = _looks_of(film, row.pk) if character else ()
        look = str(casting.look_id or "")
        kind = _("Person") if character else _("Prop")
        people.append(Dress(row.pk, row.name, kind, look, looks if len(looks) > 2 or look else ()))
    taken = {casting.entity_id for casting in film.scene_castings.get(scene.pk, ())}
    shows = SceneCast(scene.pk, film.project.pk, tuple(people), _choices(studio, taken), studio.may_edit)
    return Part(f"scene-cast-{scene.pk}", "generation/shots/_scene_cast.html", shows)


def _scene_deeds(studio: Studio, scene: Scene) -> Part:
    film = studio.film
    lines = [row for row in film.segments if row.scene_id == scene.pk]
    shows = Deeds(
        pk=scene.pk,
        film_id=film.project.pk,
        is_first=film.scenes[0].pk == scene.pk,
        is_last=film.scenes[-1].pk == scene.pk,
        is_only=len(film.scenes) == 1,
        can_divide_scene=len(lines) > 1,
        lines=tuple((row.pk, _line(row)) for row in lines[1:]),
        may_edit=studio.may_edit,
    )
    return Part(f"scene-deeds-{scene.pk}", "generation/shots/_scene_deeds.html", shows)


def _line(segment: Segment) -> str:
    text = " ".join(segment.text.split()[:9]) or _("(pause)")
    return f"{segment.speaker_name}: {text}" if segment.speaker_name else text
