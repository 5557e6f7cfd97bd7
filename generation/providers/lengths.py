"""How long: the words in which a row says which lengths a model makes, and the one to ask it for.

A length is never shorter than what was asked for, since what is too long can be cut and what is too short cannot be
mended. The rule of a field that takes a length (all lengths in milliseconds):

    {"field": "duration", "as": "seconds", "choices_ms": [4000, 6000, 8000]}      one of these
    {"field": "duration", "as": "text_s", "least_ms": 2000, "most_ms": 15000}     any between these

`as` is how the vendor writes it: "seconds" (5), "float" (5.25), "text" ("5"), "text_s" ("5s") or "ms" (5250). Where
only whole seconds can be written, the next whole second is.

The rule of fields that take pictures and their rate:

    {"field": "num_frames", "least": 81, "most": 121, "step": 4,
     "rate_field": "frames_per_second", "rates": [12, 24], "rate": 16}

The counts are `least`, `least + step`, ... up to `most`; `choices` may list them instead. `rates` are the lowest and
the highest whole rate, `rate` the one at which things move as fast as they should; without `rates` it is the only one.
`as` may be "text" where the vendor wants the count in quotes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .base import Unsupported

Rule = Mapping[str, Any]

SLACK_MS = 125
"""Lengths that differ by less are as good as each other: a few frames are cut off in any case."""


def length_for(duration_ms: int, rule: Rule) -> int:
    """Return the length to ask for: the shortest the model makes that is not shorter. Raise `Unsupported`."""
    choices = sorted(int(choice) for choice in rule.get("choices_ms", ()))
    if choices:
        return _next(duration_ms, choices)
    wanted = max(duration_ms, int(rule.get("least_ms", 0)))
    if rule.get("as", "seconds") in {"seconds", "text", "text_s"}:
        wanted = -(-wanted // 1000) * 1000
    most = rule.get("most_ms")
    if most is not None and wanted > int(most):
        raise _too_long(duration_ms, int(most))
    return wanted


def written(duration_ms: int, rule: Rule) -> int | float | str:
    """Return a length as the vendor writes it."""
    way = rule.get("as", "seconds")
    if way == "ms":
        return duration_ms
    if way == "float":
        return duration_ms / 1000
    if way not in {"seconds", "text", "text_s"}:
        raise ValueError(f"{way!r} is no way to write a length")
    seconds = duration_ms // 1000
    return seconds if way == "seconds" else f"{seconds}s" if way == "text_s" else str(seconds)


def frames_for(duration_ms: int, rule: Rule) -> tuple[int, int]:
    """Return how many pictures to ask for, and at which rate.

    Of all that last long enough the shortest are taken, give or take `SLACK_MS`; of these the one whose rate is
    nearest to the model's own. Raise `Unsupported` if even the longest is too short.
    """
    own = int(rule["rate"])
    found: list[tuple[float, int, int]] = []
    for rate in _rates(rule):
        count = next((count for count in _counts(rule) if count * 1000 >= duration_ms * rate), None)
        if count is not None:
            found.append((count * 1000 / rate - duration_ms, count, rate))
    if not found:
        raise _too_long(duration_ms, frame_lengths(rule)[1])
    good = min(excess for excess, _, _ in found) + SLACK_MS
    _, count, rate = min((row for row in found if row[0] <= good), key=lambda row: (abs(row[2] - own), row[0]))
    return count, rate


def frame_lengths(rule: Rule) -> tuple[int, int]:
    """Return the shortest and the longest that a rule of pictures and rates can make, in whole milliseconds."""
    counts, rates = _counts(rule), _rates(rule)
    return -(-counts[0] * 1000 // max(rates)), counts[-1] * 1000 // min(rates)


def _counts(rule: Rule) -> Sequence[int]:
    if rule.get("choices"):
        return sorted(int(count) for count in rule["choices"])
    return range(int(rule["least"]), int(rule["most"]) + 1, int(rule.get("step", 1)))


def _rates(rule: Rule) -> Sequence[int]:
    if "rates" not in rule:
        return [int(rule["rate"])]
    lowest, highest = rule["rates"]
    return range(int(lowest), int(highest) + 1)


def _next(duration_ms: int, choices: Sequence[int]) -> int:
    longer = next((choice for choice in choices if choice >= duration_ms), None)
    if longer is None:
        raise _too_long(duration_ms, choices[-1])
    return longer


def _too_long(duration_ms: int, most_ms: int) -> Unsupported:
    return Unsupported(f"This model makes at most {most_ms / 1000:g} s, but {duration_ms / 1000:g} s are wanted.")
