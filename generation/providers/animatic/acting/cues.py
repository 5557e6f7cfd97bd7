"""What somebody is to do, from the plan's word for it or from the sentence that says what happens."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

GESTURES = frozenset({
    "nod", "shake_head", "shrug", "laugh", "turn", "look_around", "step_back", "step_forward", "bow", "clap", "cheer",
    "raise_glass", "wipe_eyes", "tremble", "reach", "give", "take", "stand_up", "sit_down", "fall", "jump", "dance",
    "knock", "type", "write", "drink", "eat", "play",
})  # fmt: skip

_PHRASES: tuple[tuple[str, str], ...] = (
    (r"shak\w+ (?:\w+ )?head", "shake_head"),
    (r"(?:nods|nodding|nodded)\b", "nod"),
    (r"shrug\w*", "shrug"),
    (r"(?:laughs|laughing|laughed|giggl\w+|chuckl\w+)\b", "laugh"),
    (r"look\w* (?:around|about)|glanc\w+ (?:around|about)|scans?\b", "look_around"),
    (r"step\w* back|backs? away|recoil\w*|draws? back", "step_back"),
    (r"step\w* (?:forward|closer|nearer)", "step_forward"),
    (r"(?:bows|bowed|bowing|curtsi\w+)\b", "bow"),
    (r"(?:claps|clapping|applau\w+)\b", "clap"),
    (r"(?:cheers|cheering|cheered|celebrat\w+)\b", "cheer"),
    (r"rais\w+ (?:\w+ )?glass|toasts?\b", "raise_glass"),
    (r"wip\w+ (?:\w+ ){0,2}(?:eyes|tears?|face)|sobs?\b|weeps?\b|cries\b", "wipe_eyes"),
    (r"trembl\w+|shiver\w+|shakes with", "tremble"),
    (r"(?:stands|standing|gets|rises) up|rises\b|gets to (?:his|her)", "stand_up"),
    (r"(?:sits|sitting|sat) down|takes a seat|sinks (?:into|down)", "sit_down"),
    (r"(?:falls|collaps\w+|tumbl\w+)\b", "fall"),
    (r"(?:jumps|leaps|jumping|leaping|hops)\b", "jump"),
    (r"danc\w+", "dance"),
    (r"knock\w*", "knock"),
    (r"(?:types|typing)\b", "type"),
    (r"(?:writes|writing|scribbl\w+)\b", "write"),
    (r"(?:drinks|drinking|sips|sipping|swallows)\b", "drink"),
    (r"(?:eats|eating|bites|chews)\b", "eat"),
    (r"(?:plays|playing|strums)\b", "play"),
    (r"(?:gives|offers|hands (?:him|her|them|it|over|the|an?)|passes (?:him|her|them|it|the|an?))\b", "give"),
    (r"(?:takes|grabs|picks|snatches|catches)\b", "take"),
    (r"(?:reaches|reaching|opens|opening|pushes|pulls|touches)\b", "reach"),
    (r"(?:turns|turning|turned|spins|whirls)\b", "turn"),
)
"""Verbs as they stand in a plan's sentences, the more telling ones first."""

_REACTS = re.compile(
    r"\b(realis|realiz|gasp|notic|sees|hears|discover|react|startl|freez|jolt|flinch|smil|grin|frown|wak|suddenly|"
    r"finds|surpris|shock|understand)\w*"
)


def gesture_of(entry: Mapping[str, Any], action: str, *, alone: bool) -> str:
    """Return the gesture a person makes: the plan's own word, else what the sentence `action` says of them.

    With several people a sentence counts for the one whose name stands before its verb.
    """
    word = str(entry.get("gesture") or "").strip().lower().replace(" ", "_")
    if word in GESTURES:
        return word
    said = _about(str(entry.get("name") or ""), action, alone=alone)
    return next((gesture for pattern, gesture in _PHRASES if re.search(rf"\b(?:{pattern})", said)), "") if said else ""


def reacts(entry: Mapping[str, Any], action: str, *, alone: bool) -> bool:
    """Whether the feeling comes up in somebody while we watch."""
    if entry.get("expression") in {"surprise", "fear"} and not entry.get("speaking"):
        return True
    return bool(_REACTS.search(_about(str(entry.get("name") or ""), action, alone=alone)))


def _about(name: str, action: str, *, alone: bool) -> str:
    """Return the part of a sentence that is about a person, in lower case.

    It begins after their name; for somebody who is alone also after a pronoun, or where the sentence itself begins
    with what they do. It ends where something else is spoken of.
    """
    text = action.lower()
    names = [word for word in re.findall(r"\w+", name.lower()) if len(word) > 2 and word not in _TITLES]
    found = [match.end() for word in names for match in re.finditer(rf"\b{re.escape(word)}\b(?!')", text)]
    if not found and alone:
        found = [match.end() for match in _PRONOUN.finditer(text)]
        if not found and _BEGINS.match(text):
            found = [0]
    return _ELSE.split(text[min(found) :])[0][:90] if found else ""


_TITLES = frozenset({"the", "mrs", "miss", "doctor", "captain"})
_PRONOUN = re.compile(r"\b(?:he|she|they)\b")
_BEGINS = re.compile(r"(?!this\b|his\b|its\b)[a-z]+(?:s|ing)\b")
_ELSE = re.compile(r"[.;!?]|\b(?:while|as|when|until|where|before|after|because)\b")
