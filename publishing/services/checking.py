"""What keeps a draft from going out: its fields, its film's file, its channel. Asks nobody."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from stat import S_ISREG
from typing import Any

from generation import storage
from generation.media import preflight
from publishing.models import Publication
from publishing.platforms import counting
from publishing.platforms.base import Requirements
from publishing.platforms.specs import FieldSpec, PlatformSpec

from .platform_rows import spec_for

_UNITS = {"chars": "characters", "utf8": "bytes", "utf16": "characters", "tags": "characters"}


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a draft: the field (or "file", "channel", "consent", "when", ""), and a sentence."""

    field: str
    words: str


def draft_problems(publication: Publication, requirements: Requirements | None = None) -> list[Problem]:
    """Return what keeps a draft from going out."""
    spec = spec_for(publication.channel)
    found = field_problems(spec, publication.text, requirements)
    found += [Problem("file", words) for words in check_file(publication, spec, requirements)]
    if spec.consent and publication.consented_at is None:
        found.append(Problem("consent", f"{spec.label} wants its terms agreed to before a post."))
    if publication.channel.state == publication.channel.State.DISCONNECTED:
        found.append(Problem("channel", f"{publication.channel.name} is disconnected. Connect it again."))
    return found


def field_problems(
    spec: PlatformSpec, text: Mapping[str, Any], requirements: Requirements | None = None
) -> list[Problem]:
    """Return what is wrong with the fields of a draft."""
    found = []
    for one in spec.fields:
        if _is_asked(one, text):
            found += [Problem(one.name, words) for words in _wrong(one, spec, text, requirements)]
    return found


def _is_asked(one: FieldSpec, text: Mapping[str, Any]) -> bool:
    return all(text.get(name) == value for name, value in one.asked.items())


def _wrong(
    one: FieldSpec, spec: PlatformSpec, text: Mapping[str, Any], requirements: Requirements | None
) -> Iterator[str]:
    value = text.get(one.name)
    hashtags = text.get("hashtags") if one.name == _joined_to(spec) else None
    for fault in counting.faults(one, value, hashtags=hashtags if isinstance(hashtags, list) else ()):
        yield _sentence(one, spec, fault)
    if one.kind in {"choice", "playlist"} and value not in (None, "", []):
        known = _choices(one, requirements)
        if known is not None and str(value) not in known:
            yield f"{one.label}: “{value}” cannot be chosen for this account. Choose another."
    if requirements is not None and one.kind == "switch" and value and one.name in requirements.locked:
        yield f"{one.label} is switched off for this account by {spec.label}. Switch it off here too."


def _joined_to(spec: PlatformSpec) -> str:
    """Return the field that a platform's hashtags are written into."""
    names = {one.name for one in spec.fields}
    return "caption" if "caption" in names else "description"


def _choices(one: FieldSpec, requirements: Requirements | None) -> set[str] | None:
    """Return what may be chosen; None where only the account knows, and was not asked."""
    if requirements is not None and one.name in requirements.choices:
        told = requirements.choices[one.name]
        return {str(choice["value"] if isinstance(choice, Mapping) else choice) for choice in told}
    return {str(value) for value, _ in one.choices} if one.choices else None


def _sentence(one: FieldSpec, spec: PlatformSpec, fault: counting.Fault) -> str:
    if fault.kind == "missing":
        what = "Choose" if one.kind in {"choice", "switch", "playlist"} else "Fill in"
        return f"{what}: {one.label}. {spec.label} wants it."
    if fault.kind == "long":
        return (
            f"{one.label} has {fault.used} {_UNITS.get(one.unit, one.unit)}; {spec.label} takes {fault.limit}. "
            f"Leave out {fault.used - fault.limit}."
        )
    if fault.kind == "forbidden":
        return f"{one.label} may not hold {' '.join(fault.what)} on {spec.label}."
    return f"{one.label} has {fault.used} {fault.what}; {spec.label} takes {fault.limit}."


# --- The file ---------------------------------------------------------------------------------------------


def check_file(publication: Publication, spec: PlatformSpec, requirements: Requirements | None) -> list[str]:
    """Return why a platform would not take the film's file, in sentences that say what to do."""
    rendition = publication.rendition
    if rendition is None:
        return ["The film has not been made in this version yet. Make it, then schedule it."]
    levels = preflight.Levels(rendition.loudness_lufs, rendition.true_peak_dbtp)
    try:
        path = storage.local_path(rendition.take.asset)
        facts = path.stat()
        if not S_ISREG(facts.st_mode):
            raise FileNotFoundError(path)
    except OSError:
        return ["The film's file is no longer there. Make the version again."]
    return list(_obstacles(path, (facts.st_mtime_ns, facts.st_size), limits_of(spec, requirements), levels))


@lru_cache(maxsize=512)
def _obstacles(
    path: Path, version: tuple[int, int], limits: preflight.Limits, levels: preflight.Levels
) -> tuple[str, ...]:
    """Return what a file lacks: looked into once for each file and limits, since it is checked at each step."""
    return tuple(problem.text for problem in preflight.check(path, limits, levels) if problem.is_obstacle)


def limits_of(spec: PlatformSpec, requirements: Requirements | None = None) -> preflight.Limits:
    """Return a platform's limits as the check of files wants them, cut by what the account says of itself."""
    media = spec.media
    longest = [most for most in (media.longest_ms, requirements.longest_ms if requirements else None) if most]
    return preflight.Limits(
        name=spec.label,
        shortest_ms=media.shortest_ms or None,
        longest_ms=min(longest, default=None),
        largest_bytes=media.largest_bytes,
        containers=media.containers,
        video_codecs=media.video_codecs,
        audio_codecs=media.audio_codecs,
        smallest_side=media.smallest_side,
        largest_side=media.largest_side,
        largest_width=media.largest_width,
        shapes=media.shapes,
        best_shape=media.best.partition(" ")[0],
        least_rate=media.fps[0] if media.fps else None,
        most_rate=media.fps[1] if media.fps else None,
        largest_kbps=media.largest_video_kbps,
        audio_rates=media.audio_rates,
        loudness_lufs=media.loudness_lufs,
        peak_dbtp=media.peak_dbtp,
        refuses_edit_lists=not media.allows_edit_lists,
        needs_index_first=media.needs_moov_first,
    )
