"""What the export step shows: every format a film can have, the files that were made, and what is missing in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from generation import recipes
from generation.graph import State
from generation.media.caption_styles import caption_style_choices
from generation.media.formats import QUALITIES, SHAPES, Format, format_for, variant_of
from generation.media.safe_zones import PLAIN, platforms_of
from generation.models import Asset, Job, Rendition, Slot
from generation.recipes import NO_CAPTIONS, NotYet
from generation.routing import NoOffer, OverLimit
from generation.views import wording
from generation.views.media import media_url
from generation.views.parts import Part
from generation.views.steps import takes_words
from generation.views.steps.base import Studio
from generation.views.steps.takes_words import STATES, Standing

_HISTORY = 40
"""How many finished files tell how long making one takes and how large it becomes."""


@dataclass(frozen=True)
class File:
    """A file to keep."""

    label: str
    about: str
    url: str


@dataclass(frozen=True)
class Made:
    """A finished file with all that was measured in it."""

    take_id: int
    film_id: int
    video: str
    captions: str
    facts: tuple[str, ...]
    missing: tuple[str, ...]
    files: tuple[File, ...]
    share_name: str


@dataclass(frozen=True)
class Version:
    """One shape in one quality: what there is of it, and what making it takes."""

    film_id: int
    shape: str
    shape_key: str
    quality: str
    platform: str
    title: str
    about: str
    poster: str
    standing: Standing | None
    made: Made | None
    earlier: tuple[Made, ...]
    press: str
    platforms: tuple[tuple[str, str], ...]
    takes: tuple[str, ...]
    not_now: str
    may_edit: bool


@dataclass(frozen=True)
class Captions:
    """How captions look."""

    film_id: int
    was: str
    styles: tuple[tuple[str, str, bool], ...]
    may_edit: bool


@dataclass(frozen=True)
class Missing:
    """What is not in the film yet."""

    slates: tuple[str, ...]
    words: tuple[str, ...]
    clips: str


@dataclass(frozen=True)
class _History:
    """What finished files say about those to come: seconds and bytes for each second of film, by format."""

    seconds: dict[str, float]
    bytes: dict[str, float]


def caption_styles(studio: Studio) -> tuple[tuple[str, str, bool], ...]:
    """Return how captions may look: (value, label, is chosen)."""
    known = caption_style_choices()
    usual = dict(known).get(str(studio.film.style.get("captions", "")), known[0][1])
    chosen = studio.film.project.caption_style
    offered = [("", _("As the style has it (%(name)s)") % {"name": usual}), *known, (NO_CAPTIONS, _("No captions"))]
    return tuple((value, str(label), value == chosen) for value, label in offered)


def captions(studio: Studio) -> Part:
    """Return the choice of captions."""
    project = studio.film.project
    shows = Captions(project.pk, project.caption_style, caption_styles(studio), studio.may_edit)
    return Part("captions", "generation/takes/_captions.html", shows)


def missing(studio: Studio) -> Part:
    """Say what a film made now would not show: shots without a clip, and what is out of date."""
    film, states = studio.film, studio.graph.states
    slates, stale = [], 0
    for shot in film.shots:
        slot = film.slot("shot", shot.pk, Slot.Role.CLIP)
        if slot is None or slot.selected_take is None:
            slates.append(f"{film.scene_by_id[shot.scene_id].position + 1}.{shot.position + 1}")
        elif states.get(slot.pk) is not State.FRESH:
            stale += 1
    words = [_("%(what)s out of date") % {"what": wording.count(stale, _("clip"), _("clips"))}] if stale else []
    if film.shots and film.plan(Slot.Role.MUSIC) is None:
        words.append(_("no music yet"))
    silent = [slot for slot in studio.graph.of_role(Slot.Role.EFFECTS) if slot.selected_take is None]
    if silent:
        words.append(_("no effects in %(what)s") % {"what": wording.count(len(silent), _("scene"), _("scenes"))})
    clips = reverse("generation:film-step", args=(film.project.pk, "clips"))
    shows = Missing(tuple(slates), tuple(words), f"{clips}?show={'missing' if slates else 'stale'}")
    return Part("missing", "generation/takes/_missing.html", shows)


def versions(studio: Studio) -> Part:
    """Return every format with the files that were made in it."""
    film = studio.film
    made = _made(film.project.pk)
    history = _history(film.project.library_id)
    first = (film.project.shape, QUALITIES[0], PLAIN)
    order = sorted(
        _formats(studio),
        key=lambda one: (
            not made[variant_of(*one)],
            one != first,
            one[0] != film.project.shape,
            one[0],
            one[1] != first[1],
        ),
    )
    children = tuple(
        Part(
            "-".join(filter(None, ("version", shape.replace(":", "x"), quality, platform))),
            "generation/takes/_version.html",
            _version(studio, (shape, quality, platform), made[variant_of(shape, quality, platform)], history),
        )
        for shape, quality, platform in order
    )
    words = "" if film.shots else _("Films can be made from here once the shots are planned.")
    return Part("versions", "generation/takes/_versions.html", words, children)


def _formats(studio: Studio) -> list[tuple[str, str, str]]:
    """Return every shape in every quality; for a platform once it was asked for."""
    film = studio.film
    return [
        (shape, quality, platform)
        for shape in SHAPES
        for quality in QUALITIES
        for platform in platforms_of(shape)
        if not platform
        or film.slot("project", film.project.pk, Slot.Role.EXPORT, variant_of(shape, quality, platform)) is not None
    ]


def _platform_name(platform: str) -> str:
    names = {PLAIN: _("anywhere"), "shorts": "YouTube Shorts", "reels": "Instagram Reels", "tiktok": "TikTok"}
    return names.get(platform, platform)


def _made(project_id: int) -> dict[str, list[Rendition]]:
    """Return what was made in each format, newest first."""
    rows = Rendition.objects.filter(project=project_id, take__removed_at=None)
    found: dict[str, list[Rendition]] = defaultdict(list)
    for row in rows.select_related("take__asset", "take__slot", "srt", "vtt").order_by("-pk")[:200]:
        found[row.take.slot.variant].append(row)
    return found


def _history(library_id: int) -> _History:
    rows = Rendition.objects.filter(project__library=library_id).select_related("take__asset", "take__job")
    seconds: dict[str, float] = {}
    bytes_: dict[str, float] = {}
    for row in rows.order_by("-pk")[:_HISTORY]:
        job, length = row.take.job, row.duration_ms / 1000
        if length:
            bytes_.setdefault(row.format_key, row.take.asset.size / length)
        if length and job is not None and job.started_at and job.finished_at:
            seconds.setdefault(row.format_key, (job.finished_at - job.started_at).total_seconds() / length)
    return _History(seconds, bytes_)


def _version(studio: Studio, wanted: tuple[str, str, str], made: list[Rendition], history: _History) -> Version:
    film = studio.film
    shape, quality, platform = wanted
    fmt = format_for(shape, quality, platform)
    variant = variant_of(shape, quality, platform)
    slot = film.slot("project", film.project.pk, Slot.Role.EXPORT, variant)
    digest, not_now = _recipe(studio, variant)
    standing = _standing(studio, slot, digest)
    used = next((row for row in made if slot and row.take_id == slot.selected_take_id), None)
    frame = film.take("shot", film.shots[0].pk, Slot.Role.FRAME) if film.shots else None
    is_busy = slot is not None and slot.pk in film.active
    press = "" if is_busy or not_now or (standing and standing.key == "done") else _press(standing)
    return Version(
        film_id=film.project.pk,
        shape=shape,
        shape_key=shape.replace(":", "x"),
        quality=quality,
        platform=platform,
        title=_title(shape, quality, platform),
        about=_("%(w)s × %(h)s, %(rate)s frames a second") % {"w": fmt.width, "h": fmt.height, "rate": fmt.rate},
        poster=media_url(frame.asset) if frame else "",
        standing=standing,
        made=_file_of(studio, used, fmt) if used else None,
        earlier=tuple(_file_of(studio, row, fmt) for row in made if row is not used),
        press=press,
        platforms=() if platform or not_now else _choices(shape, PLAIN if press else None),
        takes=_what_it_takes(studio, fmt, history),
        not_now="" if is_busy else not_now,
        may_edit=studio.may_edit,
    )


def _title(shape: str, quality: str, platform: str) -> str:
    words = [shape, _("full quality") if quality == "full" else _("draft")]
    return " · ".join([*words, *([_platform_name(platform)] if platform else [])])


def _choices(shape: str, usual: str | None) -> tuple[tuple[str, str], ...]:
    """Return whom a shape can be made for, beside the `usual` ones; nothing where there is no choice."""
    found = [(platform, _platform_name(platform)) for platform in platforms_of(shape) if platform or usual is not None]
    return tuple(found) if any(platform for platform, _name in found) else ()


def _press(standing: Standing | None) -> str:
    words = {"stale": _("Make it anew"), "failed": _("Try again")}
    return words.get(standing.key if standing else "", _("Make"))


def _recipe(studio: Studio, variant: str) -> tuple[str, str]:
    """Return the digest of a format as the film stands, or why it cannot be made."""
    wanted = Slot(role=Slot.Role.EXPORT, variant=variant, project=studio.film.project)
    try:
        return recipes.recipe_for(studio.film, wanted).digest, ""
    except NotYet as error:
        return "", _("waiting for %(what)s") % {"what": error}
    except (NoOffer, OverLimit) as error:
        return "", str(error)


def _standing(studio: Studio, slot: Slot | None, digest: str) -> Standing | None:
    """Say how a format stands; None where it was never asked for."""
    if slot is None:
        return None
    job: Job | None = studio.film.active.get(slot.pk)
    if job is not None:
        return takes_words.under_way(job)
    take = slot.selected_take
    if take is not None and take.recipe_digest in ("", digest):
        return Standing("done", STATES["done"], _("Up to date"))
    failure = studio.film.failures.get((slot.pk, digest))
    if failure:
        return Standing("failed", STATES["failed"], _("Failed"), problem=failure.detail)
    return Standing("stale", STATES["stale"], _("Older than the film")) if take else None


def _what_it_takes(studio: Studio, fmt: Format, history: _History) -> tuple[str, ...]:
    film = studio.film
    length = film.length_ms / 1000 if film.is_timed else 0
    seconds, rate = history.seconds.get(fmt.key), history.bytes.get(fmt.key)
    time = wording.rough(round(seconds * length) if seconds is not None and length else None)
    size = _("about %(size)s") % {"size": takes_words.bytes_of(round(rate * length))} if rate and length else ""
    return (
        wording.price(0),
        _("time %(time)s") % {"time": time},
        _("size %(size)s") % {"size": size or _("unknown yet")},
    )


def _file_of(studio: Studio, rendition: Rendition, fmt: Format) -> Made:
    asset = rendition.take.asset
    name = f"{wording.title(studio.film.project)} {fmt.width}x{fmt.height}"
    return Made(
        take_id=rendition.take_id,
        film_id=studio.film.project.pk,
        video=media_url(asset),
        captions=media_url(rendition.vtt),
        facts=tuple(_facts(rendition, asset)),
        missing=tuple(str(shot) for shot in rendition.missing_shots),
        files=tuple(_files(name, rendition, asset)),
        share_name=f"{name}.{asset.extension}",
    )


def _facts(rendition: Rendition, asset: Asset) -> Iterable[str]:
    yield _("made %(when)s") % {"when": takes_words.when(rendition.created_at)}
    yield wording.clock(rendition.duration_ms)
    yield takes_words.bytes_of(asset.size)
    if rendition.loudness_lufs is None:
        yield _("silent")
        return
    yield f"{rendition.loudness_lufs:.1f} LUFS"
    if rendition.true_peak_dbtp is not None:
        yield _("peak %(db)s dBTP") % {"db": f"{rendition.true_peak_dbtp:.1f}"}


def _files(name: str, rendition: Rendition, asset: Asset) -> Iterable[File]:
    query = urlencode({"download": name})
    for label, about, kept in ((_("Film"), "MP4", asset), ("SRT", "", rendition.srt), ("VTT", "", rendition.vtt)):
        if kept is not None:
            yield File(label, about, f"{media_url(kept)}?{query}")
