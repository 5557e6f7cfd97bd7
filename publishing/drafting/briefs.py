"""What a language model is told of where a post goes, and its answer brought within what the platform takes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from generation.planning.posts import PostWords
from projects.models import Finding
from publishing.drafting.cutting import MOST_HASHTAGS, MOST_TAGS, USUAL_HASHTAGS, cut, hashtags_within, tags_within
from publishing.drafting.rules import by_rules, film_of
from publishing.models import Publication
from publishing.platforms import counting
from publishing.platforms.specs import FieldSpec, PlatformSpec

TONES: Final[Mapping[str, str]] = {
    "youtube": (
        "A title that people would click and that keeps its promise, up to about 70 characters. The description begins "
        "with two sentences that stand for the whole where it is folded, then a short paragraph. No emoji."
    ),
    "tiktok": (
        "Spoken, quick, as if to a friend: one or two short sentences that begin in the middle of the conflict and "
        "leave a question open. An emoji at most."
    ),
    "instagram": (
        "A first line that stops somebody who scrolls, then two to four short lines with room between them, warm and "
        "pictorial, ending in a question to the reader. Up to two emoji."
    ),
}
USUAL_TONE: Final = "Plain and inviting, as in the programme of a cinema: what it is about, for whom. No emoji."
UNITS: Final[Mapping[str, str]] = {
    "chars": "characters",
    "utf8": "bytes of UTF-8",
    "utf16": "UTF-16 code units",
    "tags": "characters of all together, commas counted",
}
TEXTS: Final = ("description", "caption")
"""What the words' `text` is called, by the platform."""
ASKED: Final = ("title", *TEXTS, "hashtags", "tags")
MOST_FINDINGS: Final = 10

_LINK: Final = re.compile(r"\b(?:https?://|www\.)\S+", re.IGNORECASE)
_ONLY_HASHTAGS: Final = re.compile(r"^\s*(?:#\w+[\s,]*)+$", re.MULTILINE)
_QUOTED: Final = re.compile(r"[\"'“„«‹‘「《]([^\"“”„«»「」《》]*)[\"'”“»›’」》]")


def asked_of(publication: Publication, spec: PlatformSpec) -> list[FieldSpec]:
    """Return the fields that words are asked for: those of the platform that nobody wrote by hand."""
    return [field for field in spec.fields if field.name in ASKED and field.name not in publication.written_by_hand]


def brief_of(publication: Publication, spec: PlatformSpec) -> dict[str, Any]:
    """Return what is told of where a post goes, as JSON. Alike for drafts that want the same."""
    project = publication.project
    by_hand = [name for name in ASKED if name in publication.written_by_hand and publication.text.get(name)]
    findings = Finding.objects.filter(library=publication.library_id, is_off=False).values_list("sentence", flat=True)
    brief: dict[str, Any] = {
        "post": {
            "platform": spec.label,
            "tone": TONES.get(spec.key, USUAL_TONE),
            "fields": [_told(field, spec) for field in asked_of(publication, spec)],
        },
        "series": project.series.name if project.series else "",
        "written": {name: publication.text[name] for name in by_hand},
        "findings": list(findings.order_by("key")[:MOST_FINDINGS]),
    }
    return {name: value for name, value in brief.items() if value}


def _told(field: FieldSpec, spec: PlatformSpec) -> dict[str, Any]:
    if field.name == "hashtags":
        return {"field": "hashtags", "most": MOST_HASHTAGS.get(spec.key, USUAL_HASHTAGS)}
    is_text = field.name in TEXTS
    told: dict[str, Any] = {"field": "text", "is": f"the {field.name}"} if is_text else {"field": field.name}
    if field.name == "tags":
        told["most"] = MOST_TAGS
    if field.limit is not None:
        told |= {"limit": field.limit, "counted_in": UNITS[field.unit]}
    if is_text and any(other.name == "hashtags" for other in spec.fields):
        told["hashtags_count_with_it"] = True
    return told


def fitted(words: PostWords, publication: Publication, spec: PlatformSpec) -> dict[str, Any]:
    """Return a draft's fields from the words of a model, within every limit, without those that were written by hand.

    What it left empty, and what it was not asked, is as rules write it.
    """
    fields = {field.name: field for field in spec.fields}
    ruled = by_rules(film_of(publication.project), spec)
    hashtags = hashtags_within(words.hashtags, fields.get("hashtags"), spec.key) or ruled.get("hashtags", [])
    if "hashtags" in publication.written_by_hand:
        hashtags = list(publication.text.get("hashtags") or ())
    text = next((name for name in TEXTS if name in fields), "")
    told: dict[str, Any] = {"title": _title(words.title), text: _text(words.text), "hashtags": hashtags}
    found = {
        name: cut(value, fields[name], hashtags if name == text else ()) if isinstance(value, str) else value
        for name, value in told.items()
        if name in fields
    }
    if "tags" in fields:
        found["tags"] = tags_within(words.tags, fields["tags"])
    kept = ruled | {name: value for name, value in found.items() if value}
    return {name: value for name, value in kept.items() if name not in publication.written_by_hand}


def _title(told: str) -> str:
    title = " ".join(_LINK.sub("", told).split())
    quoted = _QUOTED.fullmatch(title)
    return quoted[1].strip() if quoted else title


def _text(told: str) -> str:
    """Leave out what a stranger must not write for somebody: links, accounts that are called, a pile of hashtags."""
    text = _ONLY_HASHTAGS.sub("", _LINK.sub("", counting.plain(told)))
    for pattern in (counting.MENTION, counting.HASHTAG):
        text = pattern.sub(lambda found: found[0][1:], text)
    lines = [" ".join(line.split()) for line in text.strip().splitlines()]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
