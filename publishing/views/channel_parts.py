"""The channels' page: one card per platform, what is connected there, and what is left of its shares."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext, gettext_noop
from django.utils.translation import gettext as _

from generation.http import StudioRequest
from generation.views.parts import Part
from publishing import services
from publishing.models import Channel, Publication, PublishingRules
from publishing.platforms.specs import LoginSpec, PlatformSpec
from publishing.views import state_words, told, zones
from publishing.views.frame import Place

PLACES: Final = {"folder", "webhook"}
"""Platforms that need no account: a folder of this machine, an address that is told."""

LONG_S: Final = 3600
"""Shares of a shorter time come back before anybody looks."""


@dataclass(frozen=True)
class Share:
    """What is left of a platform's share, in plain words."""

    label: str
    figure: str
    words: str
    percent: int
    is_low: bool
    closed: str


@dataclass(frozen=True)
class WeekTime:
    """A time of the week at which a channel usually publishes."""

    pk: int
    words: str
    href: str


@dataclass(frozen=True)
class ChannelCard:
    """One connected channel."""

    pk: int
    name: str
    handle: str
    url: str
    icon: str
    word: str
    tone: str
    warning: str
    vendor_words: str
    connected: str
    may_reconnect: bool
    login: str
    missing: tuple[str, ...]
    shares: tuple[Share, ...]
    times: tuple[WeekTime, ...]
    scheduled: int


@dataclass(frozen=True)
class Way:
    """One way to connect an account."""

    key: str
    label: str
    connect: str
    write: str
    forget: str
    setup: str
    site: str
    redirect: str
    client_id: str
    source: str
    is_ready: bool
    scopes: tuple[str, ...]


@dataclass(frozen=True)
class PlatformCard:
    """One platform."""

    key: str
    label: str
    about: str
    hint: str
    example: str
    is_place: bool
    ways: tuple[Way, ...]
    channels: tuple[ChannelCard, ...]
    add: str
    may_edit: bool
    is_owner: bool
    weekdays: tuple[tuple[int, str], ...]


@dataclass(frozen=True)
class Rules:
    """How a library publishes."""

    href: str
    wants_approval: bool
    time_zone: str
    zones: tuple[str, ...]
    is_owner: bool


_ABOUT: Final = {
    "youtube": gettext_noop("Films and Shorts. It keeps a schedule by itself, also while the studio is off."),
    "tiktok": gettext_noop("Upright films."),
    "instagram": gettext_noop("Reels on a professional account."),
    "folder": gettext_noop("Puts the film and its text into a folder of this machine. No account is needed."),
    "webhook": gettext_noop("Tells another program, which does the rest. No account is needed."),
}


_EXAMPLES: Final = {"folder": "/srv/films", "webhook": "https://"}
"""What an address looks like."""


def parts_of(request: StudioRequest, place: Place) -> tuple[Part, ...]:
    """Return the page's parts: a card for each platform that is offered, and the library's rules."""
    rows = Channel.objects.filter(library=place.library.pk).prefetch_related("times").order_by("name", "pk")
    by_platform: dict[str, list[Channel]] = {}
    for row in rows:
        if row.state != Channel.State.DISCONNECTED:
            by_platform.setdefault(row.platform, []).append(row)
    cards = tuple(
        Part(
            f"platform-{spec.key}",
            "publishing/channels/_platform.html",
            _platform(request, place, spec, by_platform.get(spec.key, [])),
        )
        for spec in services.platforms_offered()
    )
    return Part("platforms", "publishing/channels/_platforms.html", "", cards), rules(place)


def _platform(request: StudioRequest, place: Place, spec: PlatformSpec, rows: list[Channel]) -> PlatformCard:
    library = place.library.pk
    return PlatformCard(
        key=spec.key,
        label=gettext(spec.label),
        about=gettext(_ABOUT[spec.key]) if spec.key in _ABOUT else "",
        hint=gettext(spec.logins[0].setup) if spec.key in PLACES and spec.logins and spec.logins[0].setup else "",
        example=_EXAMPLES.get(spec.key, ""),
        is_place=spec.key in PLACES,
        ways=tuple(_ways(request, place, spec)) if place.may_edit and spec.key not in PLACES else (),
        channels=tuple(_channel(row, spec, place) for row in rows),
        add=reverse("publishing:place-add", args=(library, spec.key)),
        may_edit=place.may_edit,
        is_owner=place.is_owner,
        weekdays=tuple((number, str(name)) for number, name in enumerate(state_words.WEEKDAYS)),
    )


def redirect_uri(request: StudioRequest) -> str:
    """Return where platforms send people back to: it has to be registered there to the letter."""
    return request.build_absolute_uri(reverse("publishing:connected"))


def _ways(request: StudioRequest, place: Place, spec: PlatformSpec) -> Iterable[Way]:
    for state in services.app_states(place.library.pk, spec.key):
        login: LoginSpec = state.login
        args = (place.library.pk, spec.key, login.key)
        yield Way(
            key=login.key,
            label=gettext(login.label),
            connect=reverse("publishing:connect", args=args),
            write=reverse("publishing:app-write", args=args),
            forget=reverse("publishing:app-forget", args=args),
            setup=gettext(login.setup),
            site=login.site,
            redirect=redirect_uri(request),
            client_id=state.client_id if place.is_owner else "",
            source=state.source,
            is_ready=state.is_ready,
            scopes=tuple(gettext(words) for words in login.scopes.values()),
        )


def _channel(row: Channel, spec: PlatformSpec, place: Place) -> ChannelCard:
    icon, tone = state_words.CHANNEL_STATES[row.state]
    waiting = Publication.objects.filter(channel=row, state=Publication.State.SCHEDULED).count()
    missing = tuple(_missing(row, spec))
    return ChannelCard(
        pk=row.pk,
        name=row.name,
        handle=row.handle,
        url=row.url if row.url.startswith(("https://", "http://")) else "",
        icon=icon,
        word=str(row.get_state_display()),
        tone=tone,
        warning="" if missing else told.words(services.warning_of(row)),
        vendor_words=row.vendor_words[:600],
        connected=date_format(row.connected_at.astimezone(place.zone), "j F Y"),
        may_reconnect=row.state in {Channel.State.RECONNECT, Channel.State.LIMITED} and spec.key not in PLACES,
        login=row.login or (spec.logins[0].key if spec.logins else ""),
        missing=missing,
        shares=tuple(_shares(row, spec, place)),
        times=tuple(
            WeekTime(
                time.pk,
                f"{state_words.WEEKDAYS[time.weekday]} {time.at:%H:%M}",
                reverse("publishing:time-remove", args=(time.pk,)),
            )
            for time in row.times.all()
        ),
        scheduled=waiting,
    )


def _missing(row: Channel, spec: PlatformSpec) -> Iterable[str]:
    """Say what the account's owner did not allow."""
    if row.state != Channel.State.LIMITED or not row.granted_scopes:
        return
    login = next((one for one in spec.logins if one.key == row.login), spec.logins[0] if spec.logins else None)
    for scope, what in (login.scopes if login else {}).items():
        if scope not in row.granted_scopes:
            yield gettext(what)


def _shares(row: Channel, spec: PlatformSpec, place: Place) -> Iterable[Share]:
    """Return the shares to look at: those of a day; of a minute's only one that is used up."""
    resets = {quota.bucket: quota.resets for quota in spec.quotas}
    for one in services.quotas_of(row):
        _way, _colon, seconds = resets.get(one.bucket, "").partition(":")
        is_short = seconds.isdecimal() and int(seconds) < LONG_S
        if not is_short or one.closed_words or not one.left:
            yield _share(one, place)


def _share(one: services.Quota, place: Place) -> Share:
    figure = _("%(used)s of %(limit)s used, %(left)s left") % {
        "used": f"{one.used:,}",
        "limit": f"{one.limit:,}",
        "left": f"{one.left:,}",
    }
    words = [_("shared by all channels of this application")] if one.is_shared else []
    if one.resets_at is not None:
        words.append(_("begins anew %(when)s") % {"when": state_words.at(one.resets_at, place.zone)})
    percent = min(100, 100 * one.used // one.limit) if one.limit else 0
    closed = told.words(one.closed_words)
    return Share(gettext(one.label), figure, " · ".join(words), percent, one.left * 5 < one.limit, closed)


def rules(place: Place) -> Part:
    """Return how the library publishes."""
    row = PublishingRules.objects.filter(library=place.library.pk).first()
    shows = Rules(
        href=reverse("publishing:rules", args=(place.library.pk,)),
        wants_approval=bool(row and row.wants_approval),
        time_zone=row.time_zone if row else "",
        zones=zones.OFFERED,
        is_owner=place.is_owner,
    )
    return Part("publishing-rules", "publishing/channels/_rules.html", shows)
