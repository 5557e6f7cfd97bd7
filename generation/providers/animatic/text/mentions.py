"""What one mention says of somebody without a name: "a girl in a red coat came", "the keeper said"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from .clues import ACTING, OWNERS, PARTS, PLAYING, acts_together
from .persons import Line, beings, family, role_words, speech_verbs
from .roster import bare
from .words import lexicon, words_of

DETERMINERS = words_of("grammar", "sets", "people_determiners")
HANDING = words_of("grammar", "sets", "acting_giving") | {"waved", "spoke", "ran"}
COMPARING = frozenset({"like", "as", "than", "every", "no", "any", "be", "become", "became", "without"})
DESCRIBED_WITHIN = 12  # tokens between somebody and what they do: "a girl in a red coat with a basket came"


@dataclass(slots=True)
class Unnamed:
    """What is known of somebody called only "the keeper"."""

    role: str
    count: int = 0
    speaks: int = 0
    acts: int = 0
    introduced: bool = False
    voice: bool = False  # only heard: "said a girl's voice"
    line: int = -1  # where they first come
    proper: bool = False  # written like a name: "the Dormouse"
    adjectives: list[str] = field(default_factory=list)
    also: list[str] = field(default_factory=list)  # other words for the same: "the stranger was a messenger"
    called: Counter[str] = field(default_factory=Counter)
    owners: Counter[str] = field(default_factory=Counter)

    @property
    def related(self) -> bool:
        """Whether they are somebody's mother, brother or friend."""
        return self.role in relations()

    def note(self, line: Line, start: int, at: int) -> None:
        """Count one mention and what was said of them there."""
        tokens = line.tokens
        determiner = tokens[start]
        self.count += not line.quoted
        if not line.quoted:
            self.speaks += line.beside and _speaks(line, start, at)
            self.acts += _acts(line, start, at)
        told = determiner.lower() in {"a", "an", "another"} or tokens[at + 1 : at + 2] == ["who"]
        self.introduced |= told
        self.voice = self.count == 1 and is_voice(tokens, at)
        self.proper |= at > 0 and at > start and tokens[at][0].isupper()
        if tokens[at][0].isupper() and at == start:
            self.called[bare(tokens[at]).capitalize()] += 1
        if determiner.endswith("'s") and determiner[0].isupper():
            self.owners[determiner[:-2]] += 1
        elif determiner.lower() in OWNERS:
            self.owners[determiner.lower()] += 1
        self.adjectives += [word for word in adjectives_of(tokens, start, at) if word not in self.adjectives]


def _speaks(line: Line, start: int, at: int) -> bool:
    tokens = line.tokens
    after = [token.lower() for token in tokens[at + 1 : at + 3]]
    before = tokens[start - 1].lower() if start else ""
    return is_voice(tokens, at) or bool(set(after[:1]) & speech_verbs() or before in speech_verbs())


def _acts(line: Line, start: int, at: int) -> bool:
    """Say whether somebody does something: "the girl came", "a girl with a basket came", "they sent a young man"."""
    tokens, tags = line.tokens, line.tags
    if tokens[at].endswith("'s"):
        return is_voice(tokens, at)
    if tags[at + 1 : at + 2] == ["MD"] and tokens[start].lower() in {"a", "an"}:
        return False  # "a hungry friend should keep hold"
    if [token.lower() for token in tokens[at + 1 : at + 2]] == ["had"] and tags[at + 2 : at + 3] in (["VBN"], ["RB"]):
        return False  # "his sister had made him come": she is not there
    if tags[at + 1 : at + 2] and (tags[at + 1] in ACTING or tokens[at + 1].lower() in _known_acts()):
        return True
    before = tokens[start - 1].lower() if start else ""
    if before in words_of("grammar", "sets", "people_arriving") or acts_together(line, at + 1):
        return True
    if before == "," and tokens[0].lower() in {"he", "she"} and tokens[start].lower() in {"a", "an"}:
        return True  # "She came in at three, a young woman in a red coat"
    if before == "and" and start > 1 and tokens[start - 2][0].isalpha() and tags[at + 1 : at + 2] == ["VBD"]:
        return True
    if before == "to" and any(token.lower() in HANDING for token in tokens[:start]):
        return True
    if tokens[at + 1 : at + 2] and tokens[at + 1].lower() in words_of("grammar", "sets", "people_described"):
        if tokens[at + 1] == "," and tokens[at + 2 : at + 3] and tags[at + 2] not in {"WP", "IN", "VBG", "VBN", "DT"}:
            return False
        rest = range(at + 2, min(len(tokens), at + 2 + DESCRIBED_WITHIN))
        # The tagger takes "waited" in "A girl of sixteen waited." for a participle.
        acting = ACTING if any(tag in ACTING for tag in tags) else ("VBN",)
        return any(tags[place] in acting for place in rest)
    return False


def is_voice(tokens: Sequence[str], at: int) -> bool:
    """Say whether a possessive is that of somebody who is heard: "a man's voice"."""
    return tokens[at].endswith("'s") and [token.lower() for token in tokens[at + 1 : at + 2]] == ["voice"]


def _known_acts() -> frozenset[str]:
    poses = lexicon("feeling")["poses"]
    return frozenset(word for line in poses.values() for word in line.split()) | words_of(
        "grammar", "sets", "people_acts"
    )


def is_role_use(line: Line, start: int, at: int) -> bool:
    """Say whether a trade or kinship word stands for somebody here: not "captain" in "the captain sailor"."""
    tokens, tags = line.tokens, line.tags
    token, determiner = tokens[at], tokens[start]
    before = tokens[start - 1].lower() if start else ""
    if tags[at].startswith(("V", "R")) and start == at:
        return False
    # "The Blue Parrot" is a bar.
    if token[0].isupper() and any(word[0].isupper() for word in tokens[start + 1 : at]):
        return False
    two = [word.lower() for word in tokens[max(0, start - 2) : start]]
    if determiner.lower() == "the" and (before in PLAYING or two in PARTS):
        return False
    if determiner.lower() in DETERMINERS and start < at:
        following = tokens[at + 1] if at + 1 < len(tokens) else ""
        compound = following.islower() and bare(following) in role_words() and not tags[at + 1].startswith("V")
        fur = bare(token) in beings() and following.islower() and tags[at + 1].startswith("NN")
        compound = compound or (fur and following not in _known_acts())  # "a fox fur"
        thing = token.endswith("'s") and determiner.lower() in {"a", "an"} and not is_voice(tokens, at)
        return not (compound or thing or (before in COMPARING and determiner.lower() in {"a", "an"}))
    if determiner.endswith("'s") and start < at:
        return True
    relation = bare(token) in words_of("people", "kin", "female") | words_of("people", "kin", "male")
    return token[0].isupper() and relation and tokens[at - 1 : at] != ["the"] and start == at


def phrase_start(tokens: Sequence[str], at: int) -> int:
    """Return where the noun phrase that ends here starts: its article or owner, or the noun itself."""
    for start in range(at - 1, max(-1, at - 6), -1):
        token = tokens[start]
        if token.lower() in DETERMINERS or (token.endswith("'s") and token[0].isupper()):
            return start
        if not token[0].isalpha():
            break
    return at


def adjectives_of(tokens: Sequence[str], start: int, at: int) -> list[str]:
    return [token.lower() for token in tokens[start + 1 : at] if token.islower()]


def relations() -> frozenset[str]:
    return (
        words_of("people", "kin", "male")
        | words_of("people", "kin", "female")
        | words_of("people", "kin", "either")
        | frozenset(family().values())
    )
