"""People in words: who they are, what never changes about them, and what they do in a shot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .pieces import article, listed

Person = Mapping[str, Any]

_NOUNS = {
    ("child", "female"): "girl",
    ("child", "male"): "boy",
    ("child", ""): "child",
    ("teen", "female"): "teenage girl",
    ("teen", "male"): "teenage boy",
    ("teen", ""): "teenager",
    ("adult", "female"): "woman",
    ("adult", "male"): "man",
    ("elder", "female"): "elderly woman",
    ("elder", "male"): "elderly man",
    ("elder", ""): "elderly person",
}
_POSES = {
    "stand": "standing",
    "walk": "walking",
    "run": "running",
    "sit": "sitting",
    "talk": "talking with the hands",
    "point": "pointing",
    "hold": "holding something up",
    "phone": "on the phone",
    "lean": "leaning",
    "kneel": "kneeling",
    "fear": "shrinking back in fear",
    "hug": "in an embrace",
    "read": "reading",
    "drive": "at the wheel, driving",
    "sleep": "asleep",
    "wave": "waving",
    "dance": "dancing",
    "crouch": "crouching",
    "lie": "lying down",
    "carry": "carrying a load",
    "climb": "climbing",
    "ground": "on the ground",
    "hips": "with hands on hips",
    "crossed": "with arms crossed",
    "pray": "with hands folded in prayer",
    "fight": "in a fighting stance",
}
_FACES = {
    "happy": "smiling",
    "sad": "with a sad face",
    "angry": "with an angry face",
    "fear": "with a frightened face",
    "surprise": "with a surprised face",
    "tense": "with a tense face",
    "tender": "with a tender look",
    "tired": "with a tired face",
    "sly": "with a sly smile",
    "neutral": "with a calm face",
}
_PLACES = {
    "left": "in the left third of the frame",
    "right": "in the right third of the frame",
    "center": "in the middle of the frame",
    "back": "in the background",
}
_SHORT_PLACES = {"left": "on the left", "right": "on the right", "center": "in the middle", "back": "in the background"}
_FACING = {
    "left": "turned to the left",
    "right": "turned to the right",
    "camera": "facing the camera",
    "away": "seen from behind",
}
_GESTURES = {
    "nod": "nods",
    "shake_head": "shakes the head",
    "shrug": "shrugs",
    "laugh": "laughs",
    "turn": "turns around",
    "look_around": "looks around",
    "step_back": "takes a step back",
    "step_forward": "takes a step forward",
    "bow": "bows",
    "clap": "claps",
    "cheer": "cheers",
    "raise_glass": "raises a glass",
    "wipe_eyes": "wipes the eyes",
    "tremble": "trembles",
    "reach": "reaches out",
    "give": "hands something over",
    "take": "takes what is handed over",
    "stand_up": "stands up",
    "sit_down": "sits down",
    "fall": "falls",
    "jump": "jumps",
    "dance": "dances",
    "knock": "knocks",
    "type": "types",
    "write": "writes",
    "drink": "drinks",
    "eat": "eats",
    "play": "plays",
}


def cast_of(staging: Mapping[str, Any]) -> list[Person]:
    """Return who is seen in a shot."""
    return list(staging.get("cast") or ())


def name_of(person: Person) -> str:
    """Return what somebody is called."""
    return str(person.get("name") or "Somebody")


def noun_of(person: Person) -> str:
    """Return what somebody is at first sight: “elderly woman”, “girl”; a being without a sex is what its role says."""
    sex, age = str(person.get("sex") or ""), str(person.get("age") or "adult")
    if noun := _NOUNS.get((age, sex)):
        return noun
    if not sex:
        return str(person.get("role") or "person")
    # An age in words of its own ("forty") goes beside it.
    return f"{_NOUNS[('adult', sex)]} ({age})" if sex in {"female", "male"} else "person"


def looks_of(person: Person) -> list[str]:
    """Return what never changes about somebody in this look: build, skin, hair, face, clothes."""
    wears = str(person.get("wears") or "")
    return [
        look
        for look in (
            _with(person.get("build"), "build"),
            _with(person.get("skin"), "skin"),
            _with(person.get("hair"), "hair"),
            str(person.get("features") or ""),
            f"wearing {wears}" if wears else "",
        )
        if look
    ]


def _with(value: Any, noun: str) -> str:
    words = str(value or "")
    return words if not words or noun in words.lower().split() else f"{words} {noun}"


def described(person: Person) -> str:
    """Return somebody whole: “Ana, a woman (keeper): slim build, pale skin, ...”. The same words in every shot."""
    noun, role = noun_of(person), str(person.get("role") or "")
    trade = f" ({role})" if role and role != noun else ""
    looks = ", ".join(looks_of(person))
    return f"{name_of(person)}, {article(noun)}{trade}" + (f": {looks}" if looks else "")


def doing(person: Person, staging: Mapping[str, Any]) -> str:
    """Return what somebody does in the first frame of a shot: where, how, with what, with which face, looking where."""
    enters = str(person.get("enters") or "")
    holds = str(person.get("holds") or "")
    pose = _POSES.get(str(person.get("pose") or ""), str(person.get("pose") or ""))
    if holds and person.get("pose") == "hold":
        pose = "standing"
    parts = [
        pose,
        _PLACES.get(str(person.get("position") or ""), ""),
        _entering(enters),
        _FACING.get(str(person.get("facing") or ""), ""),
        f"holding {_a_thing(holds)}" if holds else "",
        "" if person.get("facing") == "away" else _face(person),
        "speaking" if person.get("speaking") else "",
        _looking(person, staging),
    ]
    return ", ".join(part for part in parts if part)


def _face(person: Person) -> str:
    expression = str(person.get("expression") or "")
    return _FACES.get(expression, f"with a face that is {expression}" if expression else "")


def _entering(side: str) -> str:
    return {"back": "just coming from the background"}.get(side, f"just coming in from the {side}") if side else ""


def _a_thing(words: str) -> str:
    first = words.split(" ")[0].lower()
    known = first in {"a", "an", "the", "his", "her", "their", "its", "some", "two", "three"} or words.endswith("s")
    return words if known or words[:1].isupper() else article(words)


def _looking(person: Person, staging: Mapping[str, Any]) -> str:
    at = str(person.get("looks_at") or "")
    if at == "camera":
        return "looking into the camera"
    if at:
        return f"looking at {at}"
    others = [name_of(other) for other in cast_of(staging) if other.get("speaking") and other is not person]
    return f"looking at {others[0]}" if others and person.get("facing") != "away" else ""


def told_apart(people: Sequence[Person]) -> str:
    """Return who is who in a picture that names nobody: “Ana is the woman on the left and Ben the man on the right”."""
    seen = [person for person in people if not person.get("enters")]
    if not seen:
        return ""
    short = [f"{name_of(person)} is the {_short(person, many=len(seen) > 1)}" for person in seen]
    return listed(short)


def _short(person: Person, *, many: bool) -> str:
    place = _SHORT_PLACES.get(str(person.get("position") or ""), "") if many else ""
    return f"{noun_of(person)} {place}".strip()


def moving(person: Person) -> list[str]:
    """Return what somebody does while a clip runs: comes, gestures, speaks, goes."""
    name, gesture = name_of(person), str(person.get("gesture") or "")
    enters, leaves = str(person.get("enters") or ""), str(person.get("leaves") or "")
    walks = {"walk": "walks on", "run": "runs on", "dance": "dances", "drive": "drives on", "climb": "climbs on"}
    return [
        part
        for part in (
            f"{article(noun_of(person))}, {name}, comes in from the {enters}" if enters else "",
            f"{name} {walks[str(person.get('pose'))]}"
            if str(person.get("pose")) in walks and not (enters or leaves)
            else "",
            f"{name} {_GESTURES.get(gesture, gesture.replace('_', ' '))}" if gesture else "",
            f"{name} is speaking, the mouth moving naturally" if person.get("speaking") else "",
            f"{name} walks off to the {leaves}" if leaves else "",
        )
        if part
    ]
