"""Platforms' messages: believed only as far as their signature goes, and even then only a reason to look."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping

import structlog
from django.contrib.auth.decorators import login_not_required
from django.db import transaction
from django.db.models import F
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.module_loading import import_string
from django.views.decorators.csrf import csrf_exempt

from generation import vault
from publishing import queue
from publishing.models import Channel, PlatformMessage, Publication
from publishing.platforms.base import Forged, Message
from publishing.platforms.errors import PlatformError
from publishing.platforms.specs import PlatformSpec
from publishing.services import apps, sealed, spec_of, working

log = structlog.get_logger(__name__)

LARGEST = 256 * 1024
State = Publication.State
_MAY_MOVE = (State.COMMITTING, State.UNKNOWN, State.PERSON, State.OBSERVING, State.HANDED_OVER, State.LIVE)


@login_not_required
@csrf_exempt
def receive(request: HttpRequest, platform: str) -> HttpResponse:
    """Take a platform's message and look at what it is about. It may come twice, late, early or forged."""
    spec = _known(platform)
    if request.method != "POST" or spec is None or not spec.webhook:
        raise Http404
    if int(request.headers.get("content-length") or 0) > LARGEST:
        return HttpResponse(status=413)
    body = request.body
    try:
        message = _verified(spec, body, {name.lower(): value for name, value in request.headers.items()})
    except (Forged, vault.Unreadable) as error:
        log.warning("message not believed", platform=platform, why=str(error))
        refused = Message(f"refused {hashlib.sha256(body).hexdigest()[:40]}", "")
        _kept(platform, refused, str(error))
        return HttpResponse(status=401)
    except PlatformError as error:
        log.warning("message cannot be checked now", platform=platform, why=str(error))
        return HttpResponse(status=503)
    with transaction.atomic():
        if _kept(platform, message, ""):
            _look(platform, message)
    return HttpResponse(status=200)


def _known(platform: str) -> PlatformSpec | None:
    try:
        return spec_of(platform)
    except KeyError:
        return None


def _verified(spec: PlatformSpec, body: bytes, headers: Mapping[str, str]) -> Message:
    """Return the message if one of our applications' secrets signed it. Raise `Forged` if none did."""
    verify = import_string(spec.webhook)
    refused: Exception = Forged("no application is registered")
    for app in apps.all_apps(spec):
        try:
            message: Message = verify(body, headers, app, timezone.now())
        except Forged as error:
            refused = error
        else:
            return message
    raise refused


def _kept(platform: str, message: Message, problem: str) -> bool:
    """Write a message down; tell whether it is a new one."""
    row, is_new = PlatformMessage.objects.get_or_create(
        platform=platform,
        delivery_id=message.delivery_id[:200],
        defaults={
            "event": message.event[:80], "remote_ref": message.remote_ref[:200],
            "account_ref": message.account_ref[:200], "problem": problem[:300], "at": timezone.now(),
        },
    )  # fmt: skip
    if not is_new:
        PlatformMessage.objects.filter(pk=row.pk).update(times=F("times") + 1)
    return is_new


def _look(platform: str, message: Message) -> None:
    """Look at the post or the account that a message names. It says nothing by itself."""
    channels = Channel.objects.filter(platform=platform)
    if message.account_ref:
        channels = channels.filter(remote_id=message.account_ref)
    if not message.remote_ref:
        for channel_id in channels.values_list("pk", flat=True)[:20]:
            queue.send(queue.LOOK_AT_CHANNEL, channel_id=channel_id)
        return
    for publication in _about(channels.values_list("pk", flat=True), message.remote_ref):
        if publication.state == State.LIVE:
            queue.send(queue.LOOK_AT_LIVE, publication_id=publication.pk)
        else:
            working.look_now(publication)


def _about(channels: Iterable[int], ref: str) -> list[Publication]:
    rows = Publication.objects.filter(channel__in=channels, state__in=_MAY_MOVE)
    found = list(rows.filter(remote_id=ref))
    if found:
        return found
    recent = rows.order_by("-pk")[:200]
    return [publication for publication in recent if ref in _texts(publication)]


def _texts(publication: Publication) -> set[str]:
    """Return the texts of a publication's handle: a platform names an upload as it was named to us."""
    try:
        handle = sealed.opened(publication.sealed_handle)
    except vault.Unreadable:
        return set()
    return {str(value) for value in handle.values()}
