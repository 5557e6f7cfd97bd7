"""What people do and show while something is said or told: pose, expression, what they hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from .reading import sentences
from .roster import Memory, Roster
from .things import ARTICLES, nouns_of_things
from .words import WORD, index_of, words, words_of

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
GIVING = words_of("grammar", "sets", "acting_giving")
TOY = frozenset({"wooden", "paper", "glass", "toy", "tin", "clay", "golden", "silver", "brass", "stuffed"})
OWNERS = frozenset({"his", "her", "my", "their"})
PARTS_OF_THE_BODY = words_of("grammar", "sets", "acting_body")
OBJECTS = frozenset({"him", "me", "them", "us"})
ACTS = TAKING | LEAVING | GIVING | frozenset(index_of("feeling", "poses"))
FEW_OWNED = 3  # words that belong to an owner: "his old friend"; more are a clause of their own
NEAR = 8  # words from "carrying" to what is carried
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
    told: dict[str, list[str]] = field(default_factory=dict)

    def follow(self, roster: Roster, memory: Memory, text: str, *, going_on: str = "") -> list[str]:
        """Take in what a narrated text says of everybody; return who is seen in it, who acts first.

        `going_on` is who the sentence was about when the text goes on with it after a cut.
        """
        clauses: list[tuple[str, list[str]]] = []
        for sentence in sentences(text):
            tokens = WORD.findall(sentence.replace("’", "'"))
            found = roster.clauses(tokens, memory)
            lead = tokens[: len(tokens) - sum(len(part) for _, part in found)]
            clauses += [(going_on, lead)] if going_on and lead and not clauses else []
            clauses += _returned(found)
        self.told = {}
        for at, (name, tokens) in enumerate(clauses):
            said = [token.lower() for token in tokens]
            self.told[name] = [*self.told.get(name, ()), *said]
            self._leave(name, said, clauses[at + 1 :])
            following = clauses[at + 1][1] if at + 1 < len(clauses) else []
            # "I held her shoes": what is hers is in my hand.
            self._take(name, [*tokens, *following] if _only_owns(following) else tokens)
        seen = [name for name, tokens in clauses if not _only_owns(tokens)]
        return list(dict.fromkeys(seen or [name for name, _ in clauses[:1]]))

    def of(self, name: str) -> Acting:
        """Return somebody's acting, new if they just came."""
        return self.people.setdefault(name, Acting("sit" if self.kind in SEATED else ""))

    def tell(self, name: str, text: str) -> tuple[str, str]:
        """Take in what the narration says of somebody; return their pose and expression."""
        acting, said = self.of(name), self.told.get(name) or words(text)
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

    def _take(self, name: str, tokens: Sequence[str]) -> None:
        """Put the first thing that follows a word of taking into somebody's hand."""
        said = [token.lower() for token in tokens]
        for at, word in enumerate(said):
            after = set(said[at + 1 : at + 2])
            if word not in TAKING or after & {"off"} or (word == "with" and not after & ARTICLES):
                continue
            things = holdable(" ".join(tokens[at + 1 : at + 1 + NEAR]))
            if things and not (set(said) & LEAVING and things[0].split()[-1] == self.of(name).holds.split(" ")[-1]):
                self.of(name).holds = things[0]
                return

    def _leave(self, name: str, said: Sequence[str], following: Sequence[tuple[str, Sequence[str]]]) -> None:
        """Empty somebody's hand when the thing in it is put down or given away; whoever it is given to has it then."""
        gives = set(said) & GIVING
        others = [other for other, _ in following if other != name]
        after = [token.lower() for _, tokens in following for token in tokens]
        given = holdable(" ".join([*said, *after])) if gives else []
        if given and others:
            self.of(others[0]).holds = given[0]
        acting = self.of(name)
        noun = acting.holds.split(" ")[-1]
        if noun and (noun in said or "it" in said or (gives and noun in after)) and set(said) & (LEAVING | GIVING):
            acting.holds = ""


def holdable(text: str) -> list[str]:
    """Return the things in a text that fit into a hand, as they are called: "lantern", "wooden bird"."""
    return [
        phrase
        for noun, phrase in nouns_of_things(text)
        if noun in words_of("things", "props", "hand") or TOY & set(phrase.split()[:-1])
    ]


def _returned(clauses: Sequence[tuple[str, list[str]]]) -> list[tuple[str, list[str]]]:
    """Give what follows an object back to who acts: "She sat down beside him and opened the letter"."""
    found: list[tuple[str, list[str]]] = []
    for name, tokens in clauses:
        said = [token.lower() for token in tokens[:3]]
        goes_on = said[1:2] == ["and"] and said[2:3] and (said[2].endswith("ed") or said[2] in ACTS)
        if found and tokens and (said[0] in OBJECTS or goes_on):
            found.append((name, tokens[:1]))
            found.append((found[-2][0], tokens[1:]))
        else:
            found.append((name, tokens))
    return found


def _only_owns(tokens: Sequence[str]) -> bool:
    """Say whether somebody is only named for what is theirs: "his" in "his wife laughs", not in "his hand shook"."""
    owned = tokens[1].lower() if len(tokens) > 1 else ""
    owner = bool(tokens) and (tokens[0].lower() in OWNERS or tokens[0].endswith(("'s", "s'")))
    return owner and len(tokens) <= FEW_OWNED and owned not in PARTS_OF_THE_BODY


def _first(said: Sequence[str], table: str) -> str:
    by_word = index_of("feeling", table)
    return next((by_word[word] for word in said if word in by_word), "")


def _from_line(text: str) -> str:
    if text.endswith("!"):
        found = _first(words(text), "expressions")
        return found if found in {"happy", "fear", "sad"} else "surprise"
    return _first(words(text), "expressions") if len(text) < 60 else ""
