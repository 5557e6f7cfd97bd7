"""Voices that come with a key: they are the library's as soon as its key is kept."""

from __future__ import annotations

import structlog

from entities.models import Library, Voice
from generation import vault
from generation.models import Vendor
from generation.providers import speakers
from generation.providers.base import ProviderError

log = structlog.get_logger(__name__)


def bring(library: Library, vendor: Vendor) -> int:
    """Add the voices that a library's key opens and that it does not have yet; return how many.

    A vendor that does not answer now brings those that everybody has there.
    """
    try:
        rows = speakers.of_account(vendor.key, vault.access_for(library.pk, vendor))
    except ProviderError as error:
        log.info("voices not listed", vendor=vendor.key, detail=str(error), vendor_words=error.vendor_words)
        rows = speakers.shipped(vendor.key)
    known = set(Voice.everything.filter(library=library).values_list("offer", "key"))
    fresh = [Voice(library=library, **row) for row in rows if (row["offer"], row["key"]) not in known]
    Voice.objects.bulk_create(fresh, ignore_conflicts=True)
    return len(fresh)
