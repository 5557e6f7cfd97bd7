"""Puts an idea, which people write in the present, into the tense of a story: "a boy finds" -> "a boy found"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .tagging import Tagged
from .words import lexicon, singular

AUXILIARIES = {
    "is": "was", "are": "were", "am": "was", "'s": "was", "’s": "was", "'re": "were", "’re": "were", "'m": "was",
    "’m": "was", "has": "had", "have": "had", "'ve": "had", "does": "did", "do": "did", "can": "could", "ca": "could",
    "will": "would", "wo": "would", "'ll": "would", "’ll": "would", "may": "might", "must": "had to", "was": "was",
    "were": "were",
}  # fmt: skip
MUST_NOT = {"must": "could"}  # "must not fall" -> "could not fall"
SILENT_E = re.compile(
    r"(?:[aeiou][cgvz]|[^aeiou]{1,3}[aiou][dkmstpln]|[aeiou][^aeiou]?[aiu]t|rc|rg|ng|ns|rs|ps|dl|bl|ttl|ckl|gl|pl|zl|ar|ir"
    r"|or|ur|qu|cr|lv|rv|eiv|eav|as|os|us|is)$"
)
KEEPS_NO_E = re.compile(
    r"(?:ent|ait|eat|oat|ook|eak|ain|ean|oon|ell|ill|ess|iss|oss|ash|ush|ick|ock|ing|ong|ang|ort|art)$"
)


def base_form(verb: str, kind: str = "") -> str:
    """Return a verb's plain form: "repairs" -> "repair", "flying" -> "fly", "found" -> "find"."""
    low = verb.lower()
    irregular = _plain_of().get(low)
    if irregular:
        return irregular
    if kind == "VBG" or (low.endswith("ing") and len(low) > 5 and not kind.startswith("N")):
        return _unended(low, 3)
    if kind in {"VBD", "VBN"} and low.endswith("ed"):
        return low[:-3] + "y" if low.endswith("ied") else _unended(low, 2)
    if kind == "VBZ" or (low.endswith("s") and not low.endswith("ss")):
        if low[:-1] in _verbs_known():
            return low[:-1]
        return low[:-2] if low in {"goes", "does", "undergoes"} else singular(low)
    return low


def _unended(low: str, length: int) -> str:
    """Take an ending off: "baking" -> "bake", "running" -> "run", "hiding" -> "hide", "talking" -> "talk"."""
    stem = low[:-length]
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "lsz":
        return stem[:-1]
    if stem in _verbs_known():
        return stem
    if stem + "e" in _verbs_known():
        return stem + "e"
    if KEEPS_NO_E.search(stem):
        return stem
    return stem + "e" if SILENT_E.search(stem) else stem


def past(verb: str) -> str:
    """Return the past tense of a plain verb: "find" -> "found", "hurry" -> "hurried"."""
    low = verb.lower()
    if low in lexicon("happenings")["past"]:
        return str(lexicon("happenings")["past"][low])
    head, mark, tail = low.rpartition("-")
    if mark:
        return f"{head}-{past(tail)}"
    if low.endswith("e"):
        return low + "d"
    if low.endswith("y") and low[-2:-1] not in "aeiou":
        return low[:-1] + "ied"
    return (low + low[-1] if _doubles(low) else low) + "ed"


def _doubles(verb: str) -> bool:
    """Say whether a verb doubles its last letter: "stop", "rob", and not "open"."""
    return bool(re.fullmatch(r"[^aeiou]*[aeiou][bdgklmnprt]", verb)) or verb in {
        "admit",
        "commit",
        "prefer",
        "refer",
        "regret",
    }


def gerund(phrase: str) -> str:
    """Return a verb phrase as a doing: "bake bread" -> "baking bread"."""
    verb, _, rest = phrase.partition(" ")
    if verb == "be":
        form = "being"
    elif verb.endswith("ie"):
        form = verb[:-2] + "ying"
    elif verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        form = verb[:-1] + "ing"
    elif _doubles(verb):
        form = verb + verb[-1] + "ing"
    else:
        form = verb + "ing"
    return f"{form} {rest}".strip()


def is_finite(tokens: Sequence[Tagged], at: int) -> bool:
    """Say whether a word is what somebody does in the present or past, and no infinitive or participle."""
    token = tokens[at]
    if token.tag in {"VBZ", "VBP", "MD"}:
        return True
    return token.tag == "VBD" and not (at and tokens[at - 1].word == ",")


def told(text: str, tokens: Sequence[Tagged]) -> str:
    """Return a text with its present-tense verbs in the past, and everything else as it was written."""
    found: list[str] = []
    cursor = 0
    after_modal = False
    for at, token in enumerate(tokens):
        place = text.find(token.word, cursor)
        if place < 0:
            continue
        found.append(text[cursor:place])
        cursor = place + len(token.word)
        written, after_modal = _told_word(tokens, at, after_modal=after_modal)
        if token.word[:1] in "'’" and written != token.word and found[-1:] == [""]:
            written = f" {written}"
        glued = written != token.word and text[cursor : cursor + 3].lower() == "not"
        found.append(f"{written} " if glued else written)
    return "".join([*found, text[cursor:]])


def _told_word(tokens: Sequence[Tagged], at: int, *, after_modal: bool) -> tuple[str, bool]:
    word, kind, low = tokens[at].word, tokens[at].tag, tokens[at].word.lower()
    following = tokens[at + 1].word.lower() if at + 1 < len(tokens) else ""
    if kind == "MD" or (low in AUXILIARIES and kind in {"VBZ", "VBP"}):
        changed = MUST_NOT[low] if low in MUST_NOT and following in {"not", "n't", "n’t"} else AUXILIARIES.get(low, low)
        return _cased(changed, word), kind == "MD" or low in {"do", "does"}
    if kind in {"VBZ", "VBP"} and not after_modal and low.isascii():
        return _cased(past(base_form(low, kind)), word), False
    return word, after_modal and kind in {"RB", "PRP"}


def _cased(changed: str, like: str) -> str:
    return changed[:1].upper() + changed[1:] if like[:1].isupper() else changed


def _plain_of() -> dict[str, str]:
    return {form: verb for verb, form in lexicon("happenings")["past"].items()}


def _verbs_known() -> frozenset[str]:
    table = lexicon("happenings")
    return frozenset(word for line in table["verbs"].values() for word in str(line).split()) | frozenset(table["past"])
