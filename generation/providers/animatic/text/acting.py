"""What people do and show while something is said or told: pose, expression, what they hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from .things import nouns_of_things
from .words import index_of, words, words_of

FROM_DIRECTION = {
    "whispering": "tender",
    "shouting": "tense",
    "angry": "angry",
    "sad": "sad",
    "happy": "happy",
    "afraid": "fear",
    "gentle": "tender",
    "slow": "tired",
    "gently": "tender",
    "softly": "tender",
    "crying": "sad",
    "laughing": "happy",
    "smiling": "happy",
    "nervous": "fear",
}
FROM_MOOD = {"sad": "sad", "tense": "tense", "scary": "fear", "joyful": "happy", "funny": "happy", "romantic": "tender"}
STRONG = frozenset({"angry", "fear", "surprise", "sad"})
LASTING = frozenset({"sit", "kneel", "sleep", "lean"})
RISING = words_of("grammar", "sets", "acting_rising")
TAKING = words_of("grammar", "sets", "acting_taking")
LEAVING = words_of("grammar", "sets", "acting_leaving")
SEATED = frozenset({"car", "train", "theatre", "airplane"})


@dataclass(slots=True)
class Acting:
    """One person through a scene: what lasts from shot to shot."""

    posture: str = ""
    holds: str = ""
    expression: str = ""


@dataclass(slots=True)
class Company:
    """Everybody's acting through one scene."""

    mood: str
    kind: str
    people: dict[str, Acting] = field(default_factory=dict)

    def of(self, name: str) -> Acting:
        """Return somebody's acting, new if they just came."""
        return self.people.setdefault(name, Acting("sit" if self.kind in SEATED else ""))

    def tell(self, name: str, text: str) -> tuple[str, str]:
        """Take in what the narration says of somebody; return their pose and expression."""
        acting, said = self.of(name), words(text)
        self._take(acting, text, said)
        pose = _first(said, "poses")
        if any(word in RISING for word in said):
            acting.posture = ""
        if pose in LASTING:
            acting.posture = pose
        if pose == "hold" and not acting.holds:
            pose = ""
        acting.expression = _first(said, "expressions") or acting.expression
        return pose or acting.posture or ("hold" if acting.holds else "stand"), self.expression(acting)

    def speak(self, name: str, text: str, direction: str) -> tuple[str, str]:
        """Return the pose and expression of somebody who says a line."""
        acting = self.of(name)
        given = FROM_DIRECTION.get(direction.split(",")[0].strip().lower(), "")
        feeling = given or _from_line(text)
        if feeling:
            acting.expression = feeling
        pose = (
            acting.posture
            if acting.posture in {"sit", "drive", "kneel"}
            else "phone"
            if "phone" in direction
            else "talk"
        )
        return pose, feeling or self.expression(acting)

    def listen(self, name: str) -> tuple[str, str]:
        """Return the pose and expression of somebody who is only there."""
        acting = self.of(name)
        return acting.posture or ("hold" if acting.holds else "stand"), self.expression(acting)

    def expression(self, acting: Acting) -> str:
        """Return what a face shows: its own feeling, else the scene's."""
        return acting.expression or FROM_MOOD.get(self.mood, "neutral")

    def _take(self, acting: Acting, text: str, said: Sequence[str]) -> None:
        things = [noun for noun, _ in nouns_of_things(text) if noun in words_of("things", "props", "hand")]
        if acting.holds and acting.holds in said and any(word in LEAVING for word in said):
            acting.holds = ""
        elif things and any(word in TAKING for word in said):
            acting.holds = things[0]


def _first(said: Sequence[str], table: str) -> str:
    by_word = index_of("feeling", table)
    return next((by_word[word] for word in said if word in by_word), "")


def _from_line(text: str) -> str:
    if text.endswith("!"):
        found = _first(words(text), "expressions")
        return found if found in {"happy", "fear", "sad"} else "surprise"
    return _first(words(text), "expressions") if len(text) < 60 else ""
