"""What a thing does in a story: how it shows that it matters, fails, helps, and how it is seen last."""

from __future__ import annotations

from functools import cache

from .words import lexicon, singular, words_of

MOMENTS = ("sign", "fails", "works", "last")


@cache
def _class_of() -> dict[str, str]:
    return {word: kind for kind, line in lexicon("objects")["of"].items() for word in str(line).split()}


def kind_of(thing: str) -> str:
    """Return the class of a thing by its last words: "brass key" -> "key"."""
    said = thing.lower().split()
    for word in ("-".join(said[-2:]), said[-1] if said else "", singular(said[-1]) if said else ""):
        if word in _class_of():
            return _class_of()[word]
    return "other"


def moment(thing: str, which: str) -> str:
    """Return a sentence with slots about a thing at one of its `MOMENTS`."""
    return str(lexicon("objects")[kind_of(thing)][which])


def first_seen(thing: str, conflict: str) -> str:
    """Return the sentence with slots that shows a thing first; "" where the story's own words do."""
    table = lexicon("objects")["first"]
    if conflict == "heist" and kind_of(thing) != "picture":
        return str(table["heist_other"])
    return str(table[conflict]) if conflict in table else moment(thing, "sign")


def is_plural(noun: str) -> bool:
    """Say whether a noun phrase means several: "letters", not "compass"."""
    last = noun.split()[-1].lower() if noun else ""
    irregular = last in {"children", "people", "mice", "geese", "men", "women", "teeth", "feet"}
    return irregular or (
        last.endswith("s") and not last.endswith(("ss", "us", "is")) and last not in {"compass", "lens"}
    )


def is_stuff(noun: str) -> bool:
    """Say whether a noun takes no "a": coffee, bread, honey."""
    last = noun.split()[-1].lower() if noun else ""
    return last in words_of("products", "kinds", "stuff") or last in words_of("ideas", "people", "stuff")
