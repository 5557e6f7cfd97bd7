"""A film's way out: which versions of it there are, where it may go, and what has been begun."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from generation import recipes
from generation.film import Film
from generation.http import StudioRequest
from generation.media.formats import SHAPES, parted
from generation.models import Job, Rendition, Slot
from generation.recipes import NotYet
from generation.routing import NoOffer, OverLimit
from generation.views import parts, wording
from generation.views.access import film_to_change, film_to_see
from generation.views.media import media_url
from generation.views.once import once
from generation.views.parts import Part
from generation.views.step_row import row as step_row
from generation.views.steps import PAGES
from generation.views.steps.base import open_studio
from projects.models import Edit, Project
from publishing import drafting, services
from publishing.models import Channel, Publication
from publishing.platforms.specs import PlatformSpec
from publishing.views import cards, files, frame, lengths, pulse, shorter, state_words, told
from publishing.views.frame import Place

_SHAPES_FOR = {"16:9": "YouTube", "9:16": "Shorts, TikTok, Reels", "1:1": "", "4:5": ""}


@dataclass(frozen=True)
class Version:
    """One shape of the film, as it could go out."""

    shape: str
    shape_key: str
    suits: str
    state: str
    icon: str
    word: str
    about: str
    poster: str
    video: str
    percent: int
    press: str
    make: str
    export: str
    may_edit: bool


@dataclass(frozen=True)
class Target:
    """A channel that the film may go to, and in which versions."""

    pk: int
    name: str
    platform: str
    label: str
    is_usable: bool
    warning: str
    versions: tuple[tuple[str, str, bool, bool], ...]
    already: str
    too_long: str
    shorter: str


@dataclass(frozen=True)
class Targets:
    """All channels, and the form's address."""

    href: str
    channels: str
    rows: tuple[Target, ...]
    may_edit: bool


@require_safe
def film(request: StudioRequest, film_id: int) -> HttpResponse:
    """Show which versions of a film there are and where they go."""
    project = film_to_see(request, film_id)
    return render(request, "publishing/film.html", _context(request, project))


@require_safe
def live(request: StudioRequest, film_id: int) -> HttpResponse:
    """Send the parts that changed; nothing (204) while none did."""
    project = film_to_see(request, film_id)
    if _since(request, project) == request.GET.get("since"):
        return HttpResponse(status=204)
    context = _context(request, project)
    context["changed"] = list(parts.changed(context["parts"].values(), parts.seen_by(request.GET)))
    return render(request, "publishing/live.html", {**context, "oob": True})


def _since(request: StudioRequest, project: Project) -> str:
    slots = Slot.objects.filter(project=project, role=Slot.Role.EXPORT).order_by("pk")
    jobs = Job.objects.filter(project=project, slot__role=Slot.Role.EXPORT, state__in=Job.ACTIVE).order_by("pk")
    made = list(slots.values_list("pk", "selected_take")), list(jobs.values_list("pk", "state", "progress"))
    edits = Edit.objects.filter(project=project).order_by("-pk").values_list("pk", flat=True).first()
    return parts.digest(pulse.of_library(request.user, project.library_id), made, edits)


def _context(request: StudioRequest, project: Project) -> dict[str, Any]:
    place = frame.place_of(request, project.library_id)
    since = _since(request, project)
    studio = open_studio(request, project)
    shown = (
        step_row(studio, PAGES, ""),
        versions(studio.film, place),
        targets(studio.film, place),
        going(project, place),
    )
    busy = Job.objects.filter(project=project, slot__role=Slot.Role.EXPORT, state__in=Job.ACTIVE).exists()
    return {
        **frame.frame(request, place, "film"),
        "nav": "films",
        "film": project,
        "title": wording.title(project),
        "parts": {part.key: part for part in shown},
        "since": since,
        "live_at": f"{reverse('publishing:film-live', args=(project.pk,))}?since={since}",
        "is_live": busy or pulse.is_live(project.library_id),
    }


# --- Versions -----------------------------------------------------------------------------------------


def versions(film: Film, place: Place) -> Part:
    """Return the film's versions: one for each shape, the best quality there is of it."""
    project = film.project
    made = files.newest_of(project)
    active = {
        parted(job.slot.variant)[0]: job
        for job in Job.objects.filter(
            project=project, slot__role=Slot.Role.EXPORT, state__in=Job.ACTIVE
        ).select_related("slot")
    }
    shapes = sorted(SHAPES, key=lambda shape: (shape not in made, shape != project.shape, SHAPES.index(shape)))
    shows = tuple(_version(film, place, shape, made.get(shape), active.get(shape)) for shape in shapes)
    return Part("film-versions", "publishing/film/_versions.html", shows)


def _version(film: Film, place: Place, shape: str, row: Rendition | None, job: Job | None) -> Version:
    project, press = film.project, ""
    if job is not None:
        state, icon, word = "working", "working", _("Being made")
    elif row is not None and _is_stale(film, row):
        state, icon, word, press = "stale", "later", _("Older than the film"), _("Make it anew")
    elif row is not None:
        state, icon, word = "done", "done", _("Ready")
    else:
        state, icon, word, press = "none", "later", _("Not made yet"), _("Make this version")
    about = ""
    if row is not None:
        asset = row.take.asset
        about = " · ".join(
            [f"{asset.width} × {asset.height}", wording.clock(row.duration_ms), state_words.size_of(asset.size)]
        )
    return Version(
        shape=shape,
        shape_key=shape.replace(":", "x"),
        suits=_SHAPES_FOR[shape],
        state=state,
        icon=icon,
        word=word,
        about=about,
        poster="",
        video=media_url(row.take.asset) if row else "",
        percent=job.progress if job is not None and job.state == Job.State.RUNNING else 0,
        press=press,
        make=reverse("generation:export-make", args=(project.pk,)),
        export=reverse("generation:film-step", args=(project.pk, "export")),
        may_edit=place.may_edit,
    )


def _is_stale(film: Film, row: Rendition) -> bool:
    """Tell whether the film would be another one now. One that cannot be made now counts as it is."""
    try:
        return row.take.recipe_digest not in ("", recipes.recipe_for(film, row.take.slot).digest)
    except (NotYet, NoOffer, OverLimit):
        return False


# --- Where to -----------------------------------------------------------------------------------------


def targets(film: Film, place: Place) -> Part:
    """Return the channels that the film may go to."""
    project = film.project
    made = files.newest_of(project)
    rows = Channel.objects.filter(library=project.library_id).exclude(state=Channel.State.DISCONNECTED)
    there = Publication.objects.filter(project=project).exclude(state=Publication.State.CANCELLED)
    already = dict(there.values_list("channel", "state"))
    shows = Targets(
        href=reverse("publishing:film-drafts", args=(project.pk,)),
        channels=reverse("publishing:channels", args=(project.library_id,)),
        rows=tuple(_targets(film, rows.order_by("platform", "name", "pk"), made, already)),
        may_edit=place.may_edit,
    )
    return Part("film-targets", "publishing/film/_targets.html", shows)


def _targets(
    film: Film, rows: Iterable[Channel], made: dict[str, Rendition], already: dict[int, str]
) -> Iterable[Target]:
    length_ms = lengths.planned_ms(film)
    for row in rows:
        try:
            spec = services.spec_of(row.platform)
        except KeyError:
            continue
        best = best_shape(spec, made)
        state = already.get(row.pk)
        yield Target(
            pk=row.pk,
            name=row.name,
            platform=row.platform,
            label=gettext(spec.label),
            is_usable=row.is_usable,
            warning=told.words(services.warning_of(row)),
            versions=tuple(
                (shape, shape.replace(":", "x"), shape in made, shape == best) for shape in spec.media.shapes
            ),
            already=str(Publication.State(state).label) if state else "",
            too_long=lengths.too_long(length_ms, row),
            shorter=reverse("publishing:film-shorter", args=(film.project.pk, row.pk)),
        )


def best_shape(spec: PlatformSpec, made: dict[str, Rendition]) -> str:
    """Return the shape that suits a platform best of those that there are; its favourite where there is none."""
    favourite = spec.media.best.partition(" ")[0]
    order = [favourite, *spec.media.shapes]
    return next((shape for shape in order if shape in made), favourite)


def going(project: Project, place: Place) -> Part:
    """Return what has been begun of this film."""
    rows = cards.watched(cards.listed(Publication.objects.filter(project=project))).order_by("-pk")
    return Part(
        "film-going",
        "publishing/film/_going.html",
        tuple(cards.cards(list(rows[:100]), place.zone, may_edit=place.may_edit)),
    )


@require_POST
@once
def drafts(request: StudioRequest, film_id: int) -> HttpResponse:
    """Begin a draft for each channel that was chosen, with what can be suggested written into it."""
    project = film_to_change(request, film_id)
    place = frame.place_of(request, project.library_id)
    chosen = [int(one) for one in request.POST.getlist("channel") if one.isdecimal()]
    rows = Channel.objects.filter(library=project.library_id, pk__in=chosen)
    begun = [_begin(request, project, row, place) for row in rows if row.is_usable]
    if not begun:
        messages.info(request, _("Choose at least one channel."))
        return redirect("publishing:film", project.pk)
    if len(begun) == 1:
        return shorter.to(request, reverse("publishing:publication", args=(begun[0].pk,)))
    words = ngettext("%d draft begun.", "%d drafts begun.", len(begun)) % len(begun)
    messages.success(request, words)
    return shorter.to(request, reverse("publishing:film", args=(project.pk,)))


def _begin(request: StudioRequest, project: Project, channel: Channel, place: Place) -> Publication:
    spec, made = services.spec_of(channel.platform), files.newest_of(project)
    wanted = request.POST.get(f"shape-{channel.pk}", "")
    shape = wanted if wanted in spec.media.shapes else best_shape(spec, made)
    rendition = made.get(shape)
    variant = rendition.take.slot.variant if rendition else f"{shape} {files.FULL}"
    row = services.make_draft(
        channel,
        project.pk,
        variant,
        by_id=request.user.pk,
        rendition_id=rendition.pk if rendition else None,
        time_zone=place.zone.key,
    )
    try:
        written = drafting.suggest(row, by_id=request.user.pk)
    except drafting.CannotSuggest:
        written = {}
    if written:
        services.change_draft(row, by_id=request.user.pk, text={**row.text, **written})
    return row
