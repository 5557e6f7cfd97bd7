"""Names inside spoken lines: by which somebody is called, says who they are, or presents somebody else."""

from __future__ import annotations

import re

from .persons import family, titles
from .roster import Roster, bare
from .words import given_names

NAME = r"((?:(?:Mr|Mrs|Ms|Dr)\. )?[A-ZÀ-Þ][\w'’\-]+(?: [A-ZÀ-Þ][\w'’\-]+)?)"
INTRODUCING = re.compile(rf"\b(?:[Mm]y name(?: is|['’]s)|I am called|[Tt]hey call me|[Cc]all me) {NAME}")
I_AM = re.compile(rf"\bI(?: am|['’]m) {NAME}(?=[.,!;]|$)")
NAMED_FIRST = re.compile(rf"^{NAME}[.,] (?:[Aa]nd )?[Tt]his is ")
PRESENTING = re.compile(rf"\b(?:[Tt]his is|[Tt]his here is|[Mm]eet|(?:[Hh]is|[Hh]er|[Ii]ts) name(?: is|['’]s)) {NAME}")


def own_name(said: str) -> str:
    """Return the name by which a line introduces whoever says it, or ""."""
    found = INTRODUCING.search(said) or NAMED_FIRST.match(said)
    if found is None:
        found = I_AM.search(said)
        first = found[1].split()[0] if found else ""
        found = found if first in given_names() or first.lower().rstrip(".") in titles() else None
    return found[1] if found else ""


def child_calling(text: str, roster: Roster) -> str:
    """Return whose child speaks: who calls somebody "Father" or "Mum" is the son or the daughter."""
    said = re.findall(r"[^\W\d_]+|[,.!?]", text)[:2]
    if len(said) < 2 or said[1] not in ",!?" or family().get(said[0].lower(), "") not in {"father", "mother"}:
        return ""
    children = [roster.phrases.get(("the", word), "") for word in ("daughter", "son")]
    found = [name for name in children if name]
    return found[0] if len(found) == 1 else ""


def addressed(text: str, roster: Roster) -> str:
    """Return who is spoken to by name in a quotation: `Come here, Tom.`"""
    tokens = re.findall(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*|[,.!?…]", text)
    for at, token in enumerate(tokens):
        if not token[0].isupper():
            continue
        for length in (3, 2, 1):
            name = roster.phrases.get(tuple(bare(word) for word in tokens[at : at + length] if word[0].isalpha()))
            before = tokens[at - 1] if at else ","
            after = tokens[at + length] if at + length < len(tokens) else "."
            # "Zoe." is an answer, "Zoe!" a call.
            answers = at == 0 and at + length >= len(tokens) - 1 and text.endswith(".")
            if (
                name
                and not answers
                and (before in ",.!?…" or before.lower() in {"dear", "hello", "hey"})
                and after in ",.!?…"
            ):
                return name
    return ""
