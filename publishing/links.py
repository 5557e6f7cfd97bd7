"""Links to a publication's files for platforms that fetch them: without a sign-in, so nobody can guess one.

A link is good for a day at least, which is as long as a platform keeps what it has begun, and for two at most; whoever
asks for it later gets the next one. It holds for one file of one publication, and no longer than that is to go out.
"""

from __future__ import annotations

import hmac
from time import time
from typing import Any, Final

from django.conf import settings
from django.core.files.storage import FileSystemStorage, default_storage
from django.urls import reverse
from django.utils.crypto import salted_hmac
from django.utils.http import base36_to_int, int_to_base36

from generation.models import Asset
from publishing.models import Publication

WINDOW_S: Final = 24 * 60 * 60
"""A link is good for one of these at least and two at most; it stays the same while one lasts."""
SHOWN_SHA: Final = 16
_SALT: Final = "publishing.links"
_SEAL_LENGTH: Final = 32

_S = Publication.State
_CLOSED: Final = frozenset({_S.DRAFT, _S.APPROVAL, _S.CANCELLED, _S.FAILED, _S.TAKEN_DOWN})
"""In these nobody has been asked to fetch anything, or is to do so any more."""


def public_url_for(publication: Publication) -> str:
    """Return where a publication's film may be fetched; "" where the studio cannot be reached, or there is no film."""
    return _public_url(publication, _film_of(publication))


def public_cover_url_for(publication: Publication) -> str:
    """Return where the picture that was chosen as its cover may be fetched; "" where there is none."""
    return _public_url(publication, publication.cover)


def asset_behind(publication_id: int, sha: str, seal: str, extension: str) -> Asset | None:
    """Return the file that a link stands for; None where it is false, too old, or no longer to be fetched."""
    stamp, _, signature = seal.partition("-")
    try:
        expires = base36_to_int(stamp)
    except ValueError:
        return None
    rows = Publication.objects.select_related("rendition__take__asset", "cover")
    publication = rows.filter(pk=publication_id).first()
    if publication is None or publication.state in _CLOSED or expires <= time():
        return None
    for asset in (_film_of(publication), publication.cover):
        if asset is not None and _is_meant(asset, sha, extension):
            is_true = hmac.compare_digest(signature, _signature(publication, asset, expires))
            return asset if is_true else None
    return None


def _public_url(publication: Publication, asset: Asset | None) -> str:
    if asset is None:
        return ""
    if not isinstance(default_storage, FileSystemStorage):
        store: Any = default_storage
        link: str = store.url(asset.key, parameters={"ResponseContentType": asset.media_type}, expire=2 * WINDOW_S)
        return link
    if not settings.PUBLIC_URL:
        return ""
    expires = (int(time()) // WINDOW_S + 2) * WINDOW_S
    seal = f"{int_to_base36(expires)}-{_signature(publication, asset, expires)}"
    path = reverse("publishing:file", args=[publication.pk, asset.sha256[:SHOWN_SHA], seal, asset.extension])
    return str(settings.PUBLIC_URL).rstrip("/") + path


def _film_of(publication: Publication) -> Asset | None:
    return publication.rendition.take.asset if publication.rendition else None


def _is_meant(asset: Asset, sha: str, extension: str) -> bool:
    return asset.sha256[:SHOWN_SHA] == sha and asset.extension == extension


def _signature(publication: Publication, asset: Asset, expires: int) -> str:
    # The marker is a secret of the publication's: it is signed, and never stands in an address.
    signed = f"{publication.pk}/{publication.marker}/{asset.pk}/{asset.sha256}/{expires}"
    return salted_hmac(_SALT, signed, algorithm="sha256").hexdigest()[:_SEAL_LENGTH]
