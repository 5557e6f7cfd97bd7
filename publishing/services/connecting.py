"""Connecting accounts: out to a platform's consent page, and back with what its owner allowed.

What comes back is believed only in the browser session that went out, only once, and only for a quarter of an hour.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import structlog
from django.core import signing
from django.db import transaction
from django.utils import timezone

from generation import vault
from publishing.models import Channel, ConsentRequest
from publishing.platforms.base import App, Identity, Login, Tokens
from publishing.platforms.errors import AccountTrouble, MissingScope
from publishing.platforms.specs import LoginSpec, PlatformSpec

from . import sealed, tokens
from .apps import app_for
from .errors import NotPossible
from .platform_rows import login_of, spec_of
from .waking import wake

log = structlog.get_logger(__name__)

LASTS = timedelta(minutes=15)
CHOICE_LASTS = timedelta(hours=1)
_SALT = "publishing.consent"
GONE = "This sign-in is no longer open. Begin again from the channels page."


@dataclass(frozen=True, slots=True)
class Arrival:
    """What came back from a platform's consent page.

    Either `channels` are connected, or there are several `identities` and `attempt_id` says whose choice it is.
    """

    library_id: int
    platform: str
    channels: Sequence[Channel] = ()
    attempt_id: int | None = None
    identities: Sequence[Identity] = ()


# --- Out --------------------------------------------------------------------------------------------------


def begin_connecting(
    library_id: int, platform: str, login: str, *, user_id: int, session_key: str, redirect_uri: str
) -> str:
    """Return the address to send the user's browser to. `session_key` is the browser session's, and must be one.

    Raise `NeedsSetup` where there is no application, `NotPossible` where nothing has to be signed in to.
    """
    if not session_key:
        raise ValueError("a sign-in belongs to a browser session")
    spec = spec_of(platform)
    way = login_of(spec, login)
    there = _login(spec, way, app_for(library_id, spec, way.key))
    nonce, verifier = secrets.token_urlsafe(32), secrets.token_urlsafe(64)
    state = signing.TimestampSigner(salt=_SALT).sign(nonce)
    now = timezone.now()
    ConsentRequest.objects.filter(begun_at__lt=now - timedelta(days=1)).delete()
    ConsentRequest.objects.create(
        state_digest=_digest(state),
        session_digest=_digest(session_key),
        sealed_verifier=vault.seal(verifier),
        library_id=library_id,
        user_id=user_id,
        platform=platform,
        login=way.key,
        redirect_uri=redirect_uri,
        begun_at=now,
    )
    return there.authorize_url(redirect_uri=redirect_uri, state=state, verifier=verifier)


def _login(spec: PlatformSpec, way: LoginSpec, app: App) -> Login:
    found = tokens.login_for(spec, way.key, app)
    if found is None:
        raise NotPossible(f"{spec.label} needs no sign-in.")
    return found


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


# --- And back ---------------------------------------------------------------------------------------------


def finish_connecting(
    *, state: str, code: str, error: str, user_id: int, session_key: str, error_words: str = ""
) -> Arrival:
    """Take what a platform's redirect brought (`state`, `code`, `error`, `error_description`).

    Raise `NotPossible` where the state is not this session's, is too old or was used; `PlatformError` where the
    platform does not give tokens, or not what is needed.
    """
    request = _used(state, user_id, session_key)
    spec = spec_of(request.platform)
    if error or not code:
        raise AccountTrouble(_declined(spec, error), vendor_words=f"{error}: {error_words}"[:1000])
    way = login_of(spec, request.login)
    there = _login(spec, way, app_for(request.library_id, spec, way.key))
    given = there.exchange(code=code, redirect_uri=request.redirect_uri, verifier=vault.opened(request.sealed_verifier))
    missing = [scope for scope in there.needed if given.scopes and scope not in given.scopes]
    if missing:
        raise MissingScope(
            f"{spec.label} was not allowed to do what publishing needs: {_in_words(way, missing)}. "
            "Connect it again and leave everything ticked."
        )
    identities = list(there.identities(given))
    if not identities:
        raise AccountTrouble(f"This sign-in reaches no account on {spec.label} that can be published to.")
    if len(identities) == 1:
        channel = _connect(request, spec, way, there, given, identities[0])
        return Arrival(request.library_id, spec.key, channels=[channel])
    _keep_choice(request, given, identities)
    return Arrival(request.library_id, spec.key, attempt_id=request.pk, identities=identities)


def _used(state: str, user_id: int, session_key: str) -> ConsentRequest:
    """Return the request that a state belongs to, and use it up. Raise `NotPossible` for any other."""
    try:
        signing.TimestampSigner(salt=_SALT).unsign(state, max_age=LASTS)
    except signing.BadSignature as error:
        raise NotPossible(GONE) from error
    now = timezone.now()
    mine = ConsentRequest.objects.filter(
        state_digest=_digest(state), session_digest=_digest(session_key), user_id=user_id,
        used_at__isnull=True, begun_at__gt=now - LASTS,
    )  # fmt: skip
    request = mine.first()
    if request is None or not mine.filter(pk=request.pk).update(used_at=now):
        raise NotPossible(GONE)
    return request


def _declined(spec: PlatformSpec, error: str) -> str:
    if error == "access_denied":
        return f"{spec.label} was not allowed to be used. Nothing was connected."
    return f"{spec.label} did not connect the account. Try again, or look at what it says there."


def _in_words(way: LoginSpec, scopes: Sequence[str]) -> str:
    return ", ".join(way.scopes.get(scope, scope) for scope in scopes)


# --- One or several ---------------------------------------------------------------------------------------


def _keep_choice(request: ConsentRequest, given: Tokens, identities: Sequence[Identity]) -> None:
    told = {"tokens": sealed.tokens_as_json(given), "identities": [_as_json(one) for one in identities]}
    ConsentRequest.objects.filter(pk=request.pk).update(sealed_identities=sealed.seal(told))


def identities_of(attempt_id: int, *, user_id: int) -> Arrival:
    """Return what there is to choose from once more. Raise `NotPossible` where the choice is no longer open."""
    request, told = _open_choice(attempt_id, user_id)
    identities = [_identity(one) for one in told["identities"]]
    return Arrival(request.library_id, request.platform, attempt_id=request.pk, identities=identities)


def choose_identities(attempt_id: int, remote_ids: Sequence[str], *, user_id: int) -> list[Channel]:
    """Connect those of the identities that were chosen. Raise `NotPossible` where the choice is no longer open."""
    request, told = _open_choice(attempt_id, user_id)
    chosen = [one for one in map(_identity, told["identities"]) if one.remote_id in set(remote_ids)]
    if not chosen:
        raise NotPossible("Choose at least one account.")
    spec = spec_of(request.platform)
    way = login_of(spec, request.login)
    there = _login(spec, way, app_for(request.library_id, spec, way.key))
    given = sealed.tokens_of(told["tokens"])
    with transaction.atomic():
        # Used up with the choice, and the tokens of the rest forgotten.
        still = ConsentRequest.objects.filter(pk=request.pk, chosen_at__isnull=True)
        if not still.update(chosen_at=timezone.now(), sealed_identities=""):
            raise NotPossible(GONE)
        return [_connect(request, spec, way, there, given, one) for one in chosen]


def _open_choice(attempt_id: int, user_id: int) -> tuple[ConsentRequest, dict[str, Any]]:
    recent = ConsentRequest.objects.filter(used_at__gt=timezone.now() - CHOICE_LASTS, chosen_at__isnull=True)
    request = recent.filter(pk=attempt_id, user_id=user_id).exclude(sealed_identities="").first()
    if request is None:
        raise NotPossible(GONE)
    return request, sealed.opened(request.sealed_identities)


def _as_json(one: Identity) -> dict[str, Any]:
    return {
        "remote_id": one.remote_id, "name": one.name, "handle": one.handle, "url": one.url,
        "picture_url": one.picture_url, "facts": dict(one.facts),
        "tokens": sealed.tokens_as_json(one.tokens) if one.tokens else None,
    }  # fmt: skip


def _identity(told: dict[str, Any]) -> Identity:
    own = told["tokens"]
    return Identity(**{**told, "tokens": sealed.tokens_of(own) if own else None})


def _connect(
    request: ConsentRequest, spec: PlatformSpec, way: LoginSpec, there: Login, given: Tokens, one: Identity
) -> Channel:
    """Make or renew the channel of an account, and let go on what waited for it."""
    own = one.tokens or given
    scopes = own.scopes or given.scopes
    left_out = [scope for scope in there.scopes if scopes and scope not in scopes]
    problem = f"Not allowed: {_in_words(way, left_out)}. Connect it again to allow it." if left_out else ""
    with transaction.atomic():
        channel, _ = Channel.objects.update_or_create(
            library_id=request.library_id,
            platform=spec.key,
            remote_id=one.remote_id,
            defaults={
                "login": way.key,
                "name": (one.name or one.handle or one.remote_id)[:120],
                "handle": one.handle[:120],
                "url": one.url[:300],
                "state": Channel.State.LIMITED if left_out else Channel.State.READY,
                "problem": problem[:500],
                "vendor_words": "",
                "granted_scopes": list(scopes),
                "facts": {**one.facts, **({"picture_url": one.picture_url} if one.picture_url else {})},
                "closed_until": None,
                "closed_words": "",
                "connected_by_id": request.user_id,
                "disconnected_at": None,
                "refreshing_until": None,
                "refusals": 0,
            },
        )
        tokens.keep(channel, own)
        wake(channel)
    log.info("account connected", channel_id=channel.pk, platform=spec.key)
    return channel
