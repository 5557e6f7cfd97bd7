"""What can be done to any row of the library: add, change field by field, delete, put back, copy."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Model
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from entities import editing
from entities import services as entity_services
from entities.models import Character, Entity, GuideImage, LibraryEdit, Look, Prop, Set, Style, Voice
from generation.http import StudioRequest, wants_partial
from generation.services import library as library_services
from generation.views import wording
from generation.views.access import to_change, to_see
from generation.views.library.address import Address, of_request
from generation.views.library.field_parts import field_part
from generation.views.library.forms import Field, choices_for, fields_of
from generation.views.library.page import answer, go, opened_library
from generation.views.library.page import library as shelf
from generation.views.once import once
from projects import usage
from projects.models import Project, Series

MOST_NAME: Final = 120
_WHOLE: Final[dict[str, type[Entity]]] = {"character": Character, "set": Set, "prop": Prop}
_OPENED: Final = {"character": "entity", "set": "entity", "prop": "entity", "voice": "voice", "style": "style"}
_UNDONE: Final[dict[str, Any]] = {**_WHOLE, "look": Look, "voice": Voice, "style": Style, "series": Series}


# --- Add --------------------------------------------------------------------------------------------


@require_http_methods(["GET", "HEAD", "POST"])
def library(request: StudioRequest) -> HttpResponse:
    """Show a shelf of the library; add something to it."""
    return add(request) if request.method == "POST" else shelf(request)


@once
def add(request: StudioRequest) -> HttpResponse:
    """Add a character, a set, a prop or a series, and open it."""
    library = opened_library(request)
    kind, name = request.POST.get("kind", ""), " ".join(request.POST.get("name", "").split())
    here = of_request(request)
    if not name or len(name) > MOST_NAME or "\x00" in name:
        words = _("Give it a name.") if not name else _("A name has up to %s characters.") % MOST_NAME
        messages.error(request, words)
        return go(request, here.closed())
    if kind == "series":
        row, _made = Series.objects.get_or_create(library=library, name=name)
        return go(request, here.of("series", row.pk))
    if kind not in _WHOLE:
        raise Http404
    entity = entity_services.create_entity(library, kind, name, by_id=request.user.pk)
    return go(request, here.of("entity", entity.pk))


# --- Change -----------------------------------------------------------------------------------------


@require_POST
def change_entity(request: StudioRequest, entity_id: int) -> HttpResponse:
    """Store fields of a character, a set or a prop."""
    return _changed(request, whole(request, entity_id), "entity", Address("entity", entity_id))


@require_POST
def change_look(request: StudioRequest, look_id: int) -> HttpResponse:
    """Store fields of a look."""
    look = to_change(request, Look.objects.select_related("character"), look_id)
    return _changed(request, look, "look", Address("entity", look.character_id, {"look": str(look.pk)}))


@require_POST
def change_voice(request: StudioRequest, voice_id: int) -> HttpResponse:
    """Store fields of a voice of one's own."""
    return _changed(request, to_change(request, Voice.objects.all(), voice_id), "voice", Address("voice", voice_id))


@require_POST
def change_style(request: StudioRequest, style_id: int) -> HttpResponse:
    """Store fields of a style of one's own."""
    return _changed(request, to_change(request, Style.objects.all(), style_id), "style", Address("style", style_id))


@require_POST
def change_series(request: StudioRequest, series_id: int) -> HttpResponse:
    """Store fields of a series."""
    row = to_change(request, Series.objects.all(), series_id)
    return _changed(request, row, "series", Address("series", series_id))


def whole(request: StudioRequest, entity_id: int) -> Entity:
    """Return a character, a set or a prop that the user may change, with all its fields."""
    entity = to_change(request, Entity.objects.select_related("library"), entity_id)
    row: Entity = _WHOLE[entity.kind].objects.select_related("library").get(pk=entity_id)
    return row


def _changed(request: StudioRequest, row: Model, owner: str, address: Address) -> HttpResponse:
    """Store the fields that a form holds beside what the user saw of each. Nothing is stored if one is wrong."""
    fields = {field.name: field for field in fields_of(row, **choices_for(row))}
    sent = _with_palette(request, fields)
    values, was, problems = {}, {}, {}
    for name, raw in sent.items():
        try:
            values[name] = fields[name].read(raw)
        except ValidationError as error:
            problems[name] = " ".join(error.messages)
        was[name] = _was(request, fields[name], row)
    if problems:
        return _refused(request, row, owner, fields, {name: sent[name] for name in problems}, problems, status=422)
    try:
        edit = _stored(request, row, values, was, [str(fields[name].label) for name in values])
    except editing.Conflict as conflict:
        return _in_conflict(request, row, owner, fields, sent, conflict)
    except IntegrityError:
        taken = dict.fromkeys(sent, _("There is one of this name already."))
        return _refused(request, row, owner, fields, sent, taken, status=422)
    impact = _impact_address(row) if edit is not None else ""
    return answer(request, address, impact=impact, edit=edit, row=row)


def _stored(
    request: StudioRequest, row: Model, values: Mapping[str, Any], was: Mapping[str, Any], labels: list[str]
) -> LibraryEdit | None:
    label = editing.label_for(row, ", ".join(labels))
    with transaction.atomic():
        return editing.change(row, values, was=was, by_id=request.user.pk, label=label)


def _with_palette(request: StudioRequest, fields: Mapping[str, Field]) -> dict[str, list[str]]:
    """Return the fields that were sent; a palette comes with the wish to add a colour or to drop one."""
    sent = {name: request.POST.getlist(name) for name in fields if name in request.POST}
    wish = request.POST.get("colour", "")
    if wish and "palette" in fields:
        colours = [colour for colour in sent.get("palette", []) if colour]
        if wish == "add":
            sent["palette"] = [*colours, colours[-1] if colours else "#808080"]
        elif wish.isdecimal():
            sent["palette"] = [colour for number, colour in enumerate(colours, 1) if number != int(wish)]
    return sent


def _was(request: StudioRequest, field: Field, row: Model) -> Any:
    """Return what the user saw; where a form does not say it, what is stored."""
    raw = request.POST.get(f"was-{field.name}")
    if raw is None:
        return getattr(row, field.name)
    try:
        return field.read([raw])
    except ValidationError:
        return raw


def _refused(
    request: StudioRequest,
    row: Model,
    owner: str,
    fields: Mapping[str, Field],
    sent: Mapping[str, list[str]],
    problems: Mapping[str, str],
    *,
    status: int,
) -> HttpResponse:
    """Send the fields again with what is wrong about them and what was typed."""
    fresh = [
        field_part(row, fields[name], owner, may_edit=True, typed=" ".join(sent[name]), problem=problem)
        for name, problem in problems.items()
    ]
    return _fields(request, fresh, status=status)


def _in_conflict(
    request: StudioRequest,
    row: Model,
    owner: str,
    fields: Mapping[str, Field],
    sent: Mapping[str, list[str]],
    conflict: editing.Conflict,
) -> HttpResponse:
    """Send the fields that somebody else changed too: theirs beside yours, and nothing is lost."""
    fresh = [
        field_part(
            row, fields[name], owner, may_edit=True, typed=" ".join(sent[name]), theirs=fields[name].shown(theirs)
        )
        for name, (theirs, _yours) in conflict.fields.items()
    ]
    return _fields(request, fresh, status=409)


def _fields(request: StudioRequest, fresh: list[Any], *, status: int) -> HttpResponse:
    template = "library/fields_live.html" if wants_partial(request) else "library/fields.html"
    context = {"changed": fresh, "oob": wants_partial(request), "nav": "library"}
    return render(request, template, context, status=status)


# --- What a change makes out of date ----------------------------------------------------------------


def _impact_address(row: Model) -> str:
    if isinstance(row, Look):
        return reverse("generation:library-entity-impact", kwargs={"entity_id": row.character_id})
    if isinstance(row, Entity):
        return reverse("generation:library-entity-impact", kwargs={"entity_id": row.pk})
    return ""


@require_safe
def impact(request: StudioRequest, entity_id: int) -> HttpResponse:
    """Say what of the films that use an entity was made from something that has changed since."""
    entity = to_see(request, Entity.objects.all(), entity_id)
    films = sorted(usage.of_entities([entity.pk]).film_ids(), reverse=True)
    found = library_services.out_of_date(films, library_services.shows(entity.pk))
    words = _impact_words(found) if films else _("No film uses it yet, so nothing is out of date.")
    edit = (
        LibraryEdit.objects.filter(pk=request.GET.get("edit") or 0, library=entity.library_id).first()
        if request.GET.get("edit", "").isdecimal()
        else None
    )
    context = {"words": words, "is_stale": bool(found.films), "edit": edit, "owner": f"entity-{entity.pk}"}
    return render(request, "library/_impact.html", context)


def _impact_words(found: library_services.OutOfDate) -> str:
    """Return the sentence: “12 pictures and 3 clips in 2 films are out of date; making them again is free.”."""
    kinds = (
        (found.pictures, "picture", "pictures"),
        (found.clips, "clip", "clips"),
        (found.lines, "spoken line", "spoken lines"),
        (found.sounds, "sound of a scene", "sounds of scenes"),
    )
    amounts = [wording.count(number, one, many) for number, one, many in kinds if number]
    if not amounts:
        return _("Nothing that was made is out of date.")
    listed = wording.listed(amounts)
    total = found.pictures + found.clips + found.lines + found.sounds
    cost = _("free") if not found.micros else _("about %s") % wording.price(found.micros)
    films = wording.count(found.films, "film")
    sentence = ngettext(
        "%(what)s in %(films)s is out of date. Making it again: %(cost)s.",
        "%(what)s in %(films)s are out of date. Making them again: %(cost)s.",
        total,
    )
    if found.is_at_least:
        sentence = ngettext(
            "At least %(what)s in %(films)s is out of date. Making it again: %(cost)s.",
            "At least %(what)s in %(films)s are out of date. Making them again: %(cost)s.",
            total,
        )
    return sentence % {"what": listed, "films": films, "cost": cost}


# --- Delete, put back, copy -------------------------------------------------------------------------


@require_POST
def delete_entity(request: StudioRequest, entity_id: int) -> HttpResponse:
    """Take a character, a set or a prop off the shelf; films keep it."""
    return _deleted(request, whole(request, entity_id))


@require_POST
def delete_voice(request: StudioRequest, voice_id: int) -> HttpResponse:
    """Take a voice off the shelf; whoever speaks with it goes on."""
    return _deleted(request, to_change(request, Voice.objects.all(), voice_id))


@require_POST
def delete_style(request: StudioRequest, style_id: int) -> HttpResponse:
    """Take a style off the shelf; films keep their copies."""
    return _deleted(request, to_change(request, Style.objects.all(), style_id))


@require_POST
def delete_series(request: StudioRequest, series_id: int) -> HttpResponse:
    """Delete a series; its films stay."""
    row = to_change(request, Series.objects.all(), series_id)
    with transaction.atomic():
        Project.objects.filter(series=row).update(episode_number=None)
        editing.write_down(row, {"name": row.name}, {}, by_id=request.user.pk, label=f"Deleted “{row.name}”")
        row.delete()
    messages.success(request, _("“%s” is deleted. Its films are still there.") % row.name)
    return go(request, of_request(request).closed())


def _deleted(request: StudioRequest, row: Entity | Voice | Style) -> HttpResponse:
    edit = editing.take_off(row, by_id=request.user.pk)
    messages.success(request, undoable(_("“%s” is deleted.") % row.name, edit))
    return go(request, of_request(request).closed())


def undoable(words: str, edit: LibraryEdit) -> str:
    """Return a notice with a button that takes the change back."""
    address = reverse("generation:library-edit-undo", kwargs={"library_edit_id": edit.pk})
    button = '{} <button class="button is-small" type="button" hx-post="{}" hx-swap="none">{}</button>'
    return format_html(button, words, address, _("Undo"))


@require_POST
def undo(request: StudioRequest, library_edit_id: int) -> HttpResponse:
    """Take a change back, where nobody has changed the same since."""
    edit = to_change(request, LibraryEdit.objects.all(), library_edit_id)
    model = _UNDONE.get(edit.model)
    row = getattr(model, "everything", model._default_manager).filter(pk=edit.row_id).first() if model else None
    if row is None:
        messages.info(request, _("This is not here any more, so nothing can be taken back."))
        return answer(request)
    here = of_request(request)
    if "removed_at" in edit.before:
        editing.put_back(row, by_id=request.user.pk)
        messages.success(request, _("“%s” is back.") % row)
        return go(request, here.of(_OPENED[edit.model], row.pk))
    if "guide" in edit.before:
        _guide_back(request, row, edit)
        return answer(request)
    try:
        words = f"Undo: {edit.label}"
        editing.change(
            row, _whole_values(row, edit.before), was=_whole_values(row, edit.after), by_id=request.user.pk, label=words
        )
    except editing.Conflict:
        messages.error(request, _("Somebody has changed the same since, so it stays as it is."))
    else:
        messages.success(request, _("Taken back."))
    return answer(request)


def _whole_values(row: Model, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values of fields that a row really has; an edit may be about something else."""
    names = {field.attname for field in row._meta.concrete_fields}
    return {name: value for name, value in values.items() if name in names}


def _guide_back(request: StudioRequest, entity: Entity, edit: LibraryEdit) -> None:
    try:
        guide = entity_services.add_guide(entity, edit.before["guide"], by_id=request.user.pk)
    except entity_services.NotPossible as error:
        messages.info(request, str(error))
        return
    ids = list(
        GuideImage.objects.filter(entity=entity.pk)
        .exclude(pk=guide.pk)
        .order_by("position")
        .values_list("pk", flat=True)
    )
    ids.insert(min(edit.before.get("position", len(ids)), len(ids)), guide.pk)
    entity_services.order_guides(entity, ids, by_id=request.user.pk)
    messages.success(request, _("The picture is back."))


@require_POST
@once
def copy_style(request: StudioRequest, style_id: int) -> HttpResponse:
    """Save a style as one's own copy, and open that."""
    row = to_see(request, Style.objects.all(), style_id)
    own = entity_services.copy_style(row, opened_library(request), by_id=request.user.pk)
    messages.success(request, _("“%s” is your own copy. Change it as you like.") % own.name)
    return go(request, of_request(request).of("style", own.pk))


@require_POST
@once
def copy_voice(request: StudioRequest, voice_id: int) -> HttpResponse:
    """Save a voice as one's own copy, and open that."""
    row = to_see(request, Voice.objects.all(), voice_id)
    own = entity_services.copy_voice(row, opened_library(request), by_id=request.user.pk)
    messages.success(request, _("“%s” is your own copy. Change it as you like.") % own.name)
    return go(request, of_request(request).of("voice", own.pk))
