"""Films for a product: what it is, whose brand, what trouble it ends, and what one can honestly say of it.

A film claims nothing that the idea does not say: the proof is what anybody sees who uses such a thing.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from .objects import is_plural, is_stuff
from .plots import Act, Beat, Plot, Unit, plots
from .settings import name_of
from .words import article, draw, lexicon, pick, singular, words

if TYPE_CHECKING:
    from .ideas import Premise

LEAD = re.compile(
    r"^.*?\b(?:ad|advert|advertisement|commercial|promo|spot|film|video|campaign)s?\s+(?:for|about|of|on)\s+|^introducing\s+",
    re.IGNORECASE,
)
TAIL = re.compile(r"\s+\b(?:ad|advert|advertisement|commercial|promo|spot)\b.*$", re.IGNORECASE)
ARTICLE = re.compile(r"^(?:an?|the|our|my|your|some)\s+", re.IGNORECASE)
NAMED = re.compile(r",?\s*\b(?:brand(?:ed)?|called|named|by)\s+([A-Z0-9][\w’'&-]*(?:\s+[A-Z0-9][\w’'&-]*){0,2})")
FIRST_NAMED = re.compile(r"^([A-Z][\w’'&-]*(?:\s+[A-Z][\w’'&-]*)?),\s+(?:an?|the|our)\s+(.+)$")
CAPITALS = re.compile(r"^([A-Z][\w’'&-]*(?:\s+[A-Z][\w’'&-]*)*)\s+([a-z].*)$")
FURTHER = re.compile(r"\s+(?:that|which|who|with|where|so|for)\s+.*$|[,;:.].*$", re.IGNORECASE)
EMPTY = re.compile(r"^(?:(?:new|brand-new|latest|small|little)\s+)+|\s+brand$|\bbrand\s+(?:of|for)\s+", re.IGNORECASE)


def product_of(idea: str) -> tuple[str, str]:
    """Return what an advert is for, without an article, and its brand or "": ("coffee", "Morrow")."""
    said = ARTICLE.sub("", TAIL.sub("", LEAD.sub("", idea)).strip(" .!?"))
    brand = ""
    first = FIRST_NAMED.match(said)
    named = NAMED.search(said)
    if first:
        brand, said = first[1], first[2]
    elif named:
        brand, said = named[1], (said[: named.start()] + said[named.end() :])
    else:
        capitals = CAPITALS.match(said)
        if capitals:
            brand, said = capitals[1], capitals[2]
        elif said[:1].isupper() and len(said.split()) <= 2:
            brand = said
    product = EMPTY.sub("", ARTICLE.sub("", FURTHER.sub("", said).strip())).strip()
    product = re.sub(r"\s+brand\b", "", product).strip()
    return product or brand or idea, brand


@cache
def _class_of() -> dict[str, str]:
    return {word: kind for kind, line in lexicon("products")["classes"].items() for word in str(line).split()}


def class_of(product: str) -> str:
    """Return what kind of product this is, by its last word that says so."""
    for word in reversed(words(product)):
        found = _class_of().get(word) or _class_of().get(singular(word))
        if found:
            return found
    return "other"


def plot(premise: Premise, seed: int) -> Plot:
    """Return an advert for the premise's product."""
    found = pick([p for p in plots() if "advert" in p.shapes], seed, "advert", premise.source)
    kind = class_of(premise.thing)
    table = lexicon("products")
    places = str(table["places"][kind]).split()
    proofs = str(table["proof"][kind]).split("|")
    values = {
        "trouble": pick(str(table["trouble"][kind]).split("|"), seed, "trouble"),
        "proof1": proofs[0],
        "proof2": proofs[1],
        "proof3": proofs[2],
        "claim": _claim(premise.thing),
        "call": pick(str(table["call"][kind]).split("|"), seed, "call"),
        "product": premise.thing,
        "a product": a_product(premise.thing),
        "A product": _first_upper(a_product(premise.thing)),
        "from brand": f" from {premise.brand}" if premise.brand else "",
    }
    where = {"$trouble": places[0], "$help": places[1], "$after": places[2]}
    acts = [_act(act, where, values) for act in found.acts]
    cast = dict(found.cast)
    for step, (letter, act) in enumerate(_witnesses(premise, seed), start=1):
        acts.insert(-1, replace(_act(act, where, values), step=step))
        cast.update(letter)
    loglines = [_put(line, values) for line in found.loglines]
    return replace(found, acts=acts, loglines=loglines, cast=cast)


def _witnesses(premise: Premise, seed: int) -> list[tuple[dict[str, str], Act]]:
    """Return others who use the product, each with their part, in drawn order: a longer advert hears more of them."""
    told = next(p for p in plots() if "testimony" in p.shapes)
    found = [({letter: told.cast[letter]}, act) for letter, act in zip("CDEFI", told.acts, strict=True)]
    draw(seed, "witnesses", premise.source).shuffle(found)
    return found


def _act(act: Act, where: dict[str, str], values: dict[str, str]) -> Act:
    kind = where.get(act.place, act.place)
    units = [Unit(u.tier, [Beat(_put(b.text, values), b.who, b.direction) for b in u.beats]) for u in act.units]
    kept = [unit for unit in units if all(beat.text for beat in unit.beats)]
    return Act(kind, act.time, act.weather, kept, 0, name_of(kind))


def _put(text: str, values: dict[str, str]) -> str:
    for key, value in values.items():
        text = text.replace("{" + key + "}", value)
    return text


def a_product(product: str) -> str:
    """Return a product with its article, if it takes one: "a solar lantern", "coffee", "running shoes"."""
    return product if is_stuff(product) or is_plural(product) else article(product)


def _first_upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def _claim(product: str) -> str:
    """Return what can honestly be said of a product: what its own words promise; "" where they promise nothing."""
    claims = lexicon("products")["claims"]
    said = [key for word in words(product) for key in (word, singular(word)) if key in claims]
    return " ".join(dict.fromkeys(str(claims[word]) for word in said[:2]))
