"""When one picture gives way to the next: a scene's pace, the listener's face, cuts ahead of or after the voice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .runs import Run

QUICK = frozenset({"action", "tense", "funny", "playful", "joyful", "chaotic", "scary", "exciting"})
CALM = frozenset({"calm", "sad", "tender", "romantic", "lonely", "peaceful", "melancholy", "wistful"})
SHORTEST_REACTION_MS = 1500
LONG_LINE_MS = 5200
"""A line that lasts longer is not watched on one face."""
REACTION_FROM = 0.58
"""Where in a long line the listener is seen, as a share of its words."""
J_CUT_MS, L_CUT_MS = 320, -380
SHORTEST_LED_MS = 1600
"""A shot next to a led cut keeps at least this: a picture that flashes by is worse than a plain cut."""
TRANSITIONS = frozenset({"cut", "dissolve", "dip", "dip_white", "wipe", "match"})


def pace_of(mood: str, rhythm: float) -> float:
    """Return how long shots are beside the usual ones: under 1 is quicker, over 1 slower."""
    words = set(mood.casefold().replace(",", " ").split())
    pace = 0.8 if words & QUICK else 1.15 if words & CALM else 1.0
    return max(0.5, min(1.6, pace * (1 - 0.35 * max(-1.0, min(1.0, rhythm)))))


def with_reactions(runs: Sequence[Run], listeners: Sequence[str]) -> list[Run]:
    """Cut long lines for a look at who listens: the voice goes on, the picture leaves the speaker."""
    if len(listeners) < 2:
        return list(runs)
    found: list[Run] = []
    for run in runs:
        words = run.text.split()
        at = _clause_end(words, round(len(words) * REACTION_FROM))
        alone = run.kind == "line" and len(run.speakers) == 1 and len(run.texts) == 1 and not run.told_first
        rest_ms = run.length_ms * (len(words) - at) // max(1, len(words))
        if not alone or run.length_ms < LONG_LINE_MS or not 0 < at < len(words) or rest_ms < SHORTEST_REACTION_MS:
            found.append(run)
            continue
        found.append(replace(run, length_ms=run.length_ms - rest_ms, texts=[" ".join(words[:at])]))
        rest = replace(run, from_word=run.from_word + at, length_ms=rest_ms, texts=[" ".join(words[at:])])
        found.append(replace(rest, reaction=True))
    return found


def _clause_end(words: Sequence[str], at: int) -> int:
    """Return the nearest place to `at` where a clause ends, else `at` itself."""
    for distance in range(4):
        for near in (at + distance, at - distance):
            if 0 < near < len(words) and words[near - 1][-1] in ",;:.!?—…":
                return near
    return at


def lead_ms(before: Run | None, run: Run, *, people_before: Sequence[str], people: Sequence[str]) -> int:
    """Return how far a dialogue cut runs after its word (a J cut) or before it (an L cut); 0 for a plain one.

    A question sends the eye ahead to who must answer; any other line is heard a moment before its face is seen.
    """
    if before is None or before.kind != "line" or run.kind != "line" or run.from_word:
        return 0
    if before.speakers == run.speakers or list(people_before) == list(people):
        return 0
    if min(before.length_ms, run.length_ms) < SHORTEST_LED_MS:
        return 0
    return L_CUT_MS if before.text.rstrip("\"”’'").endswith("?") else J_CUT_MS


def transition_of(wanted: str) -> str:
    """Return a transition that the cut knows."""
    return wanted if wanted in TRANSITIONS else "cut"
