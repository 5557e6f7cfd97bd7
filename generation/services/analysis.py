"""Pictures are looked at here, once each and in the background, and found again by what was seen.

Everything local is free and done for every picture of a library. What a model says of one is added to it when it comes
(see `generation.services.describing`).
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any, Final

import structlog
from django.db import IntegrityError, transaction
from django.db.models import Q, QuerySet

from generation import storage
from generation.media.errors import BrokenMedia
from generation.media.looking import depth, face_words, look_at
from generation.models import Asset, AssetAnalysis, Job, Slot, Take

log = structlog.get_logger(__name__)

State = AssetAnalysis.State

BATCH: Final = 40
"""Pictures looked at in one go, at most."""
BATCH_SECONDS: Final = 1.0
"""How long one go lasts, at most: films are made by the same machine."""

_WORD: Final = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def look_at_new() -> int:
    """Look at pictures that nobody has looked at yet, the newest first, then again at those that can be looked at more
    thoroughly than before; return how many.
    """
    until = time.monotonic() + BATCH_SECONDS
    looked = 0
    new = Asset.objects.filter(kind=Asset.Kind.IMAGE, analysis=None).order_by("-pk")[:BATCH]
    before = Asset.objects.filter(analysis__looked_with__lt=depth()).order_by("-pk")[:BATCH]
    for assets, step in ((new, look), (before, _look_again)):
        for asset in assets:
            step(asset)
            looked += 1
            if time.monotonic() > until:
                return looked
    return looked


def look(asset: Asset) -> AssetAnalysis:
    """Look at one picture, unless that has been done; return what is known of it."""
    known = AssetAnalysis.objects.filter(asset=asset).first()
    if known is not None:
        return known
    made = _job_of(asset)
    row = AssetAnalysis(asset=asset, asked_for=_asked_for(made), looked_with=depth(), **_found(asset, made))
    row.words = words_of(row)
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:  # another worker was quicker, or the picture is gone
        log.info("picture was looked at meanwhile", asset_id=asset.pk)
        return AssetAnalysis.objects.filter(asset=asset).first() or row
    return row


def _look_again(asset: Asset) -> None:
    """Look at a picture more thoroughly than before; what a model said of it stays."""
    found, looked_with = _found(asset, _job_of(asset)), depth()
    with transaction.atomic():
        row = AssetAnalysis.objects.select_for_update().filter(asset=asset).first()
        if row is None:  # the picture is gone
            return
        row.looked_with = looked_with
        # A file that is out of reach today was seen before: what was found then still holds.
        if "facts" in found:
            row.facts = found["facts"]
            row.state = found["state"] if row.state == State.UNREADABLE else row.state
        row.words = words_of(row)
        row.save(update_fields=["looked_with", "state", "facts", "words"])


def _found(asset: Asset, made: Job | None) -> dict[str, Any]:
    try:
        found = look_at(storage.local_path(asset))
    except (BrokenMedia, FileNotFoundError):
        log.warning("picture cannot be looked at", asset_id=asset.pk)
        return {"state": State.UNREADABLE}
    facts = {**asdict(found), "words": list(found.words)}
    if (faces := _faces_drawn(made)) is not None:
        facts["faces"] = faces
        facts["words"] += face_words(faces)
    return {"state": State.LOCAL, "facts": facts}


def _job_of(asset: Asset) -> Job | None:
    return Job.objects.filter(take__asset=asset).select_related("offer").order_by("pk").first()


def _faces_drawn(made: Job | None) -> int | None:
    """How many faces were drawn into a picture of our own; None for one that somebody else made."""
    staging = made.recipe["arguments"].get("staging") if made else None
    if not staging:
        return None
    hidden = staging.get("size") == "insert"
    return 0 if hidden else sum(person.get("facing") != "away" for person in staging.get("cast") or ())


def _asked_for(made: Job | None) -> str:
    """Return in words what a picture was made from: the facts of its staging, else its prompt."""
    if made is None:
        return ""
    arguments = made.recipe["arguments"]
    staging = arguments.get("staging")
    return ", ".join(_facts_of(staging)) if staging else str(arguments.get("prompt") or "")


def _facts_of(staging: Mapping[str, Any]) -> Iterable[str]:
    place = staging.get("set") or {}
    people = [
        str(person.get(name) or "")
        for person in staging.get("cast") or ()
        for name in ("name", "role", "age", "hair", "features", "wears", "holds", "pose", "expression")
    ]
    around = [str(staging.get(name) or "") for name in ("action", "time_of_day", "weather", "mood", "description")]
    where = [str(place.get(name) or "") for name in ("name", "kind", "description", "era")]
    said = (*around, *people, *where, *map(str, staging.get("props") or ()))
    return dict.fromkeys(words for words in said if words and words != "neutral")


# --- What a model said -----------------------------------------------------------------------------------


def adopt(slot: Slot, take: Take) -> None:
    """Add what a model said of a picture to what is known of it."""
    if slot.asset is None:
        return
    said = storage.read_json(take.asset)
    row = look(slot.asset)
    made = take.job or (take.reused_from.job if take.reused_from else None)
    row.state = State.DESCRIBED
    row.described_by = made.offer.label if made and made.offer else "a model"
    row.description, row.written = str(said["description"]), str(said.get("text", ""))
    row.tags, row.people = list(said.get("tags", ())), list(said.get("people", ()))
    row.words = words_of(row)
    row.save()


# --- Finding ---------------------------------------------------------------------------------------------


def words_of(row: AssetAnalysis) -> str:
    """Return all words by which a picture is found, small and each after a space."""
    name = str(row.asset.details.get("uploaded_as", "")).rpartition(".")[0]
    texts = [row.description, *map(str, row.tags), *map(str, row.people), row.written, row.asked_for, name]
    texts += [str(word) for word in row.facts.get("words", ())]
    found = dict.fromkeys(word for text in texts for word in _WORD.findall(text.casefold()))
    return "".join(f" {word}" for word in found)


def wanted_words(query: str) -> list[str]:
    """Return the words of a search, small; ten at most."""
    return list(dict.fromkeys(_WORD.findall(query.casefold())))[:10]


def has_word(word: str, path: str = "") -> Q:
    """Return the condition that a picture is found by a word's beginning. `path` leads to its analysis.

    Words of scripts without spaces are found anywhere.
    """
    return Q(**{f"{path}words__contains": f" {word}" if word.isascii() else word})


def pictures_with(library_id: int, words: Iterable[str]) -> QuerySet[AssetAnalysis]:
    """Return the pictures of a library that are found by all of `words`, the newest first."""
    rows = AssetAnalysis.objects.filter(asset__library=library_id)
    for word in words:
        rows = rows.filter(has_word(word))
    return rows.order_by("-asset")
