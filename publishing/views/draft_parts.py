"""A draft's fields as its platform has them, each a part of its own: a save replaces nothing that is being typed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.core.cache import cache
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext as _

from generation.views.parts import Part
from publishing import services
from publishing.models import Channel, Publication
from publishing.platforms import counting
from publishing.platforms.base import Requirements
from publishing.platforms.errors import PlatformError
from publishing.platforms.specs import FieldSpec, PlatformSpec
from publishing.views import told

KEPT_S: Final = 300
"""How long what an account may do is not asked anew while somebody writes."""
YES, NO = "yes", "no"
MOST_RADIOS: Final = 5
JOINED_TO: Final = {"caption": "hashtags", "description": "hashtags"}
"""Texts that hashtags are added to as they go out, and count with."""


@dataclass(frozen=True)
class Choice:
    """One of several."""

    value: str
    label: str
    is_chosen: bool


@dataclass(frozen=True)
class FieldCard:
    """One field as it is shown. `theirs` is what somebody else wrote meanwhile, None where nobody did."""

    name: str
    label: str
    look: str
    value: str
    was: str
    choices: tuple[Choice, ...]
    limit: int | None
    unit: str
    used: int
    words_limits: tuple[tuple[str, int], ...]
    forbids: str
    joined_with: str
    hint: str
    is_locked: bool
    is_required: bool
    by_hand: bool
    url: str
    problems: tuple[str, ...]
    theirs: str | None
    may_edit: bool
    account: str
    unknown: str


# --- What the account may do --------------------------------------------------------------------------


def requirements(channel: Channel, *, ask: bool = False) -> Requirements | None:
    """Return what an account may do; None where it was not asked of late, or does not answer."""
    key = f"publishing-requirements-{channel.pk}"
    known: Requirements | None = cache.get(key)
    if known is not None or not ask:
        return known
    try:
        known = services.requirements_of(channel)
    except (PlatformError, KeyError):
        return None
    cache.set(key, known, KEPT_S)
    return known


# --- Values -------------------------------------------------------------------------------------------


def value_of(publication: Publication, spec: FieldSpec) -> Any:
    """Return what a draft says in a field: what was written, else the platform's default."""
    return publication.text.get(spec.name, spec.default)


def as_typed(spec: FieldSpec, value: Any) -> str:
    """Return a value as the form's field holds it."""
    if spec.kind == "switch":
        return "" if value is None or value == "" else YES if value else NO
    if spec.kind == "tags":
        return ", ".join(map(str, value or ()))
    return "" if value is None else str(value)


def as_kept(spec: FieldSpec, typed: str) -> Any:
    """Return a form's field as the draft keeps it."""
    if spec.kind == "switch":
        return None if typed == "" and spec.default is None else typed == YES
    if spec.kind == "tags":
        words = [" ".join(word.split()) for word in typed.replace("\n", ",").split(",")]
        if spec.name == "hashtags":
            words = [word.replace(" ", "").lstrip("#") for word in words]
        return list(dict.fromkeys(word for word in words if word))
    if spec.kind == "choice" and typed == "" and spec.default is None:
        return None
    return counting.plain(typed)


def shown_fields(publication: Publication, spec: PlatformSpec) -> list[FieldSpec]:
    """Return the fields that are asked for as the draft stands."""
    text = publication.text
    return [field for field in spec.fields if all(text.get(name) == value for name, value in field.asked.items())]


# --- Parts --------------------------------------------------------------------------------------------


def fields(publication: Publication, spec: PlatformSpec, *, may_edit: bool, ask: bool = False) -> Part:
    """Return the draft's fields."""
    known = requirements(publication.channel, ask=ask)
    problems = services.field_problems(spec, publication.text, known) if may_edit else []
    children = tuple(
        field_part(publication, spec, field, known, problems, may_edit=may_edit)
        for field in shown_fields(publication, spec)
    )
    return Part("draft-fields", "publishing/draft/_fields.html", spec.label, children)


def field_part(
    publication: Publication,
    spec: PlatformSpec,
    field: FieldSpec,
    known: Requirements | None,
    problems: Sequence[services.Problem],
    *,
    may_edit: bool,
    typed: str | None = None,
    theirs: str | None = None,
) -> Part:
    """Return one field. `typed` is shown instead of what is stored; `theirs` lets the user choose between the two."""
    stored = as_typed(field, value_of(publication, field))
    value = stored if typed is None else typed
    choices = _choices(field, value, known, spec)
    hashtags = publication.text.get(JOINED_TO.get(field.name, ""), ())
    has_hashtags = any(one.name == "hashtags" for one in spec.fields)
    kept = as_kept(field, value)
    whole = counting.joined(str(kept), hashtags) if field.name in JOINED_TO and hashtags else kept
    card = FieldCard(
        name=field.name,
        label=gettext(field.label),
        look=_look(field, choices),
        value=value,
        was=stored if theirs is None else theirs,
        choices=choices,
        limit=field.limit,
        unit=field.unit,
        used=counting.length(whole, field.unit) if field.limit else 0,
        words_limits=tuple(field.counts.items()),
        forbids=field.forbids,
        joined_with="hashtags" if field.name in JOINED_TO and has_hashtags else "",
        hint=gettext(field.hint) if field.hint else "",
        is_locked=known is not None and field.name in known.locked,
        is_required=field.is_required or (field.default is None and field.kind in {"choice", "switch"}),
        by_hand=field.name in publication.written_by_hand,
        url=reverse("publishing:publication-write", args=(publication.pk,)),
        problems=tuple(told.words(one.words) for one in problems if one.field == field.name),
        theirs=theirs,
        may_edit=may_edit,
        account=known.nickname if known is not None and field.name == "privacy" else "",
        unknown=_unknown(publication.channel) if field.kind == "choice" and not choices else "",
    )
    return Part(f"field-{field.name}", "publishing/draft/_field.html", card)


def _unknown(channel: Channel) -> str:
    if channel.is_usable:
        return _("The account is being asked what it allows.")
    return _("Only the account itself says what can be chosen: connect the channel again.")


def _look(field: FieldSpec, choices: Sequence[Choice]) -> str:
    if field.kind == "switch":
        return "radios" if field.default is None else "switch"
    if field.kind == "playlist":
        return "select"
    if field.kind == "choice":
        return "radios" if field.default is None or len(choices) <= MOST_RADIOS else "select"
    return field.kind


def _choices(field: FieldSpec, value: str, known: Requirements | None, spec: PlatformSpec) -> tuple[Choice, ...]:
    if field.kind == "switch":
        return (Choice(YES, _("Yes"), value == YES), Choice(NO, _("No"), value == NO))
    if field.kind not in {"choice", "playlist"}:
        return ()
    labels: Mapping[str, str] = spec.settings.get(f"{field.name}_labels", {})
    offered: list[tuple[str, str]] = [(key, gettext(label)) for key, label in field.choices]
    if not offered and known is not None:
        offered = [_told(one, labels) for one in known.choices.get(field.name, ())]
    if field.kind == "playlist":
        offered.insert(0, ("", _("None")))
    if value and value not in dict(offered):
        offered.append((value, gettext(labels.get(value, value))))
    return tuple(Choice(key, label, key == value) for key, label in offered)


def _told(one: Any, labels: Mapping[str, str]) -> tuple[str, str]:
    if isinstance(one, Mapping):
        return str(one["value"]), str(one.get("label") or one["value"])
    return str(one), gettext(labels.get(str(one), str(one)))


# --- Beside the fields --------------------------------------------------------------------------------


@dataclass(frozen=True)
class Preview:
    """The post as the platform will show it."""

    platform: str
    zone: str
    shape: str
    video: str
    poster: str
    cover: str
    cover_ms: int | None
    channel: str
    handle: str
    title: str
    text: str
    tags: tuple[str, ...]
    length: str


@dataclass(frozen=True)
class Cover:
    """The picture that stands for the film."""

    url: str
    video: str
    poster: str
    cover: str
    cover_ms: int | None
    duration_ms: int
    may_edit: bool
    takes_upload: bool
    accept: str


@dataclass(frozen=True)
class Terms:
    """What goes along with the post besides its text."""

    url: str
    consent: str
    links: tuple[tuple[str, str], ...]
    has_consented: bool
    sends_captions: bool
    captions: str
    keeps_schedule: bool
    is_kept: bool
    may_edit: bool


def terms(publication: Publication, spec: PlatformSpec, *, may_edit: bool) -> Part:
    """Return what is agreed to, and which files go along."""
    consent = spec.consent
    for name, words in spec.settings.get("consent_if", {}).items():
        if publication.text.get(name):
            consent = words
    links = spec.settings.get("consent_links", {})
    rendition = publication.rendition
    has_file = rendition is not None and rendition.srt_id is not None
    shows = Terms(
        url=reverse("publishing:publication-write", args=(publication.pk,)),
        consent=gettext(consent) if consent else "",
        links=tuple((gettext(label), href) for label, href in links.items() if label in consent),
        has_consented=publication.consented_at is not None,
        sends_captions=publication.sends_captions,
        captions=(publication.project.language or "en") if has_file else "",
        keeps_schedule=spec.keeps_schedule,
        is_kept=publication.is_kept_by_platform,
        may_edit=may_edit,
    )
    return Part("field-terms", "publishing/draft/_terms.html", shows)
