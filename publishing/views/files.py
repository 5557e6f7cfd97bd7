"""Which of a film's files goes out: the newest of each shape, and the one that a draft has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from generation.film import load
from generation.media.formats import parted
from generation.models import Rendition, Slot
from generation.views import wording
from generation.views.parts import Part
from projects.models import Project
from publishing import services
from publishing.models import Publication
from publishing.platforms.specs import PlatformSpec
from publishing.views import lengths, state_words

FULL = "full"


@dataclass(frozen=True)
class File:
    """One file that could go out."""

    pk: int
    shape: str
    shape_key: str
    about: str
    is_chosen: bool


@dataclass(frozen=True)
class Files:
    """All of them. `newer` says that the one that was chosen is not the newest of its shape, `too_long` that it, or
    the film that it is made from, lasts longer than the channel takes, which `shorter` helps with."""

    url: str
    film: str
    wanted: str
    files: tuple[File, ...]
    newer: str
    too_long: str
    shorter: str
    may_edit: bool


def newest_of(project: Project) -> dict[str, Rendition]:
    """Return the best file of each shape that a film has now: full quality before a draft."""
    rows = Rendition.objects.filter(project=project, take__removed_at=None, take__slot__role=Slot.Role.EXPORT)
    found: dict[str, Rendition] = {}
    for row in rows.select_related("take__asset", "take__slot").order_by("pk"):
        if row.take.slot.selected_take_id != row.take_id:
            continue
        shape, quality, _platform = parted(row.take.slot.variant)
        known = found.get(shape)
        if known is None or quality == FULL or parted(known.take.slot.variant)[1] != FULL:
            found[shape] = row
    return found


def attach(publication: Publication, *, by_id: int | None) -> None:
    """Give a draft that waits for its file the one that was made since, if there is one."""
    if publication.rendition_id is not None:
        return
    row = newest_of(publication.project).get(parted(publication.variant)[0])
    if row is not None:
        services.change_draft(publication, by_id=by_id, **chosen(row))


def chosen(row: Rendition) -> dict[str, Any]:
    """Return what a draft says of the file that it has."""
    return {"rendition_id": row.pk, "variant": row.take.slot.variant}


def files(publication: Publication, spec: PlatformSpec, *, may_edit: bool) -> Part:
    """Return the choice of the file."""
    newest = newest_of(publication.project)
    has = publication.rendition_id
    mine = publication.rendition.take.slot.variant if publication.rendition else publication.variant
    shape = parted(mine)[0]
    best = newest.get(shape)
    shows = Files(
        url=reverse("publishing:publication-write", args=(publication.pk,)),
        film=reverse("publishing:film", args=(publication.project_id,)),
        wanted="" if has else shape,
        files=tuple(
            File(row.pk, key, key.replace(":", "x"), _about(row), row.pk == has)
            for key, row in newest.items()
            if key in spec.media.shapes
        ),
        newer=_("There is a newer file of this version.") if has and best is not None and best.pk != has else "",
        too_long=_too_long(publication) if may_edit else "",
        shorter=reverse("publishing:film-shorter", args=(publication.project_id, publication.channel_id)),
        may_edit=may_edit,
    )
    return Part("field-file", "publishing/draft/_files.html", shows)


def _too_long(publication: Publication) -> str:
    """Say that the file is too long for the channel, or that it would be if it were made now."""
    if lengths.limit_of(publication.channel) is None:
        return ""
    made = publication.rendition
    length_ms = made.duration_ms if made is not None else lengths.planned_ms(load(publication.project_id))
    return lengths.too_long(length_ms, publication.channel)


def _about(row: Rendition) -> str:
    asset = row.take.asset
    return f"{asset.width} × {asset.height} · {wording.clock(row.duration_ms)} · {state_words.size_of(asset.size)}"
