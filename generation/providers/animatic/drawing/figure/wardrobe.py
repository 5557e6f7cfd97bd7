"""Words to clothes: a phrase such as "grey trench coat, white shirt and a red scarf" becomes an outfit to draw."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from .clothing import GARMENTS, Garment, Meaning
from .colours import NAMED, colour_of, darker, luminance, pick, words_of
from .costume_words import HATS_OF, clothes_of, hinted
from .looks import body_words


@dataclass(frozen=True, slots=True)
class Outfit:
    """All that a person wears. Colours stand for small things that have no other choice."""

    top: Garment
    trousers: Garment
    shoes: Garment
    outer: Garment | None = None
    dress: Garment | None = None
    vest: Garment | None = None
    hat: Garment | None = None
    tie: str | None = None
    bow: str | None = None
    scarf: str | None = None
    apron: str | None = None
    belt: str | None = None
    gloves: str | None = None
    pearls: str | None = None
    cape: str | None = None
    bib: str | None = None
    badge: bool = False
    worn: tuple[Garment, ...] = ()
    """What is worn besides: masks, wings, bags and so on, in the order in which it was said."""

    @property
    def sleeve(self) -> str:
        """The colour of the arms."""
        return self._arms().colour

    @property
    def bare_arms(self) -> bool:
        """Whether the arms show below the shoulder."""
        return self._arms().kind in {"tshirt", "tank", "sundress", "gown", "leotard", "skins", "shells", "sari", "bare"}

    def wearing(self, kind: str) -> Garment | None:
        """Return the thing of this kind that is worn besides the clothes, if there is one."""
        return next((garment for garment in self.worn if garment.kind == kind), None)

    def _arms(self) -> Garment:
        if self.outer and self.outer.kind != "vest":
            return self.outer
        return self.dress or self.top


_LONGEST = sorted(GARMENTS, key=len, reverse=True)
_FINDERS = {word: re.compile(rf"\b{re.escape(word)}(?:es|s)?\b") for word in _LONGEST}
_PHRASES = re.compile(r"[,;.]|\band\b|\bwith\b|\bover\b|\bunder\b|\bbeneath\b")
_PATTERNS = {
    "striped": "stripes", "stripes": "stripes", "pinstripe": "pinstripe", "pinstriped": "pinstripe",
    "plaid": "plaid", "checked": "plaid",
    "chequered": "plaid", "flannel": "plaid", "tartan": "plaid", "floral": "dots", "flowered": "dots",
    "polka": "dots", "dotted": "dots", "spotted": "dots", "flowery": "dots", "patterned": "dots",
}  # fmt: skip
_TOPS = ("#3f6f80", "#8a4b4b", "#5b7a55", "#c98b3f", "#54618f", "#7d5a80", "#c2b49a", "#4f5a63")
_TROUSERS = ("#33405c", "#3d3a3c", "#5a4a3a", "#46505a", "#4f5340")
_SHOES = ("#2a2424", "#4a2f24", "#3a3338")


def outfit_of(entry: Mapping[str, Any], *, sex: str, age: str) -> Outfit:
    """Return the outfit that a cast entry describes; pieces it leaves out follow from the person."""
    said = _said(clothes_of(entry))
    if sex == "male":
        said = [(_for_men(meaning, phrase), phrase) for meaning, phrase in said]
    else:
        said = [
            (_M_TOP if meaning.kind == "bare" and meaning.part == "top" else meaning, phrase)
            for meaning, phrase in said
        ]
    seed = body_words(entry, leave_out="wears")
    outfit = _basics(seed, sex=sex, age=age, bare=not said)
    shown = _palette(seed)
    for meaning, phrase in said:
        if meaning.part == "hat" and meaning.kind in _MERE:
            meaning = _hat_meant(meaning, phrase, hinted(entry))
        own = NAMED.get(meaning.colour) or (meaning.colour if meaning.colour.startswith("#") else None)
        colour = colour_of(phrase) or own or pick(seed + meaning.kind, shown)
        outfit = _put_on(outfit, meaning, colour, _pattern(phrase))
    return _matched(outfit, {meaning.part for meaning, _ in said})


def _for_men(meaning: Meaning, phrase: str) -> Meaning:
    return GARMENTS["swim trunks"] if "swimsuit" in phrase and meaning.kind == "sundress" else meaning


_M_TOP = Meaning("top", "tank", "ivory")
_MERE = frozenset({"fedora", "cap", "helmet", "veil"})


def _hat_meant(meaning: Meaning, phrase: str, hints: set[str]) -> Meaning:
    """Return which hat is meant when only "hat", "cap", "helmet" or "veil" is said."""
    if not re.search(r"\b(hat|cap|helmet|veil)\b", phrase) or re.search(r"\b(hard|baseball|bike|cycle)\b", phrase):
        return meaning
    for words in (words_of(phrase), sorted(hints)):
        for word in words:
            kind, colour = HATS_OF.get(word, ("", ""))
            if kind and (meaning.kind == "veil") == (kind in {"wimple", "bridal"}):
                return Meaning("hat", kind, colour or meaning.colour)
    return meaning


def parts_of(wears: str) -> set[str]:
    """Return the parts of an outfit that words mention: outer, top, dress, hat and so on."""
    return {meaning.part for meaning, _ in _said(wears.lower())}


def _said(text: str) -> list[tuple[Meaning, str]]:
    found: list[tuple[Meaning, str]] = []
    for phrase in _PHRASES.split(text):
        rest = phrase
        for word in _LONGEST:
            if word in rest and _FINDERS[word].search(rest):
                rest = _FINDERS[word].sub(" ", rest)
                found.append((GARMENTS[word], phrase))
    # Whole suits first, so that the single pieces that were named replace parts of them.
    return sorted(found, key=lambda item: item[0].part != "suit")


def _palette(seed: str) -> tuple[str, ...]:
    turn = int(pick(seed + "turn", "01234567"))
    return _TOPS[turn:] + _TOPS[:turn]


def _basics(seed: str, *, sex: str, age: str, bare: bool) -> Outfit:
    top = Garment(pick(seed + "top", ("shirt", "sweater", "tshirt")), pick(seed + "colour", _TOPS))
    outfit = Outfit(
        top=top,
        trousers=Garment("trousers", pick(seed + "legs", _TROUSERS)),
        shoes=Garment("shoes", pick(seed + "feet", _SHOES)),
    )
    wants_dress = sex == "female" and pick(seed + "dress", "0123") in ("03" if age in {"adult", "teen"} else "012")
    if bare and wants_dress:
        return replace(outfit, dress=Garment("dress", pick(seed + "colour", _TOPS), 0.56))
    if bare and age == "adult" and pick(seed + "jacket", "012") == "0":
        return replace(outfit, outer=Garment("jacket", pick(seed + "outer", _TROUSERS), 0.06))
    return outfit


def _pattern(phrase: str) -> str:
    return next((_PATTERNS[word] for word in words_of(phrase) if word in _PATTERNS), "")


def _put_on(outfit: Outfit, meaning: Meaning, colour: str, pattern: str) -> Outfit:
    garment = Garment(meaning.kind, colour, meaning.hem, pattern)
    match meaning.part:
        case "suit":
            legs = Garment("trousers", colour)
            return replace(outfit, top=garment, trousers=legs, badge=meaning.kind == "uniform")
        case "outer" if meaning.kind == "suit":
            return replace(outfit, outer=garment, trousers=Garment("trousers", darker(colour, 0.1)))
        case "skirt":
            plaid = garment.pattern or ("plaid" if garment.kind == "kilt" else "")
            return replace(outfit, trousers=replace(garment, kind="skirt", pattern=plaid))
        case "bib":
            return replace(outfit, bib=colour, trousers=Garment("trousers", colour))
        case "tutu":
            return replace(outfit, trousers=replace(garment, kind="tutu"))
        case "trunks":
            return replace(outfit, trousers=garment, top=Garment("bare", ""), shoes=Garment("bare", ""))
        case "worn":
            return replace(outfit, worn=(*outfit.worn, garment))
        case "badge":
            return replace(outfit, badge=True)
        case "top" | "trousers" | "shoes" | "outer" | "dress" | "vest" | "hat":
            pieces: dict[str, Any] = {meaning.part: garment}
            return replace(outfit, **pieces)
        case small:
            colours: dict[str, Any] = {small: colour}
            return replace(outfit, **colours)


def _matched(outfit: Outfit, said: set[str]) -> Outfit:
    """Settle what was not said by what was: a white shirt below a suit, dark shoes below dark cloth."""
    kind = outfit.outer.kind if outfit.outer else ""
    if "top" not in said and "suit" not in said and (kind in {"suit", "labcoat", "trench"} or outfit.tie or outfit.bow):
        outfit = replace(outfit, top=Garment("shirt", NAMED["white"]))
    if outfit.hat and outfit.hat.kind == "hood" and (outfit.cape or outfit.dress):
        outfit = replace(outfit, hat=replace(outfit.hat, colour=outfit.cape or outfit.hat.colour))
    if "shoes" not in said and outfit.dress and luminance(outfit.dress.colour) > 0.62:
        outfit = replace(outfit, shoes=Garment("shoes", darker(outfit.dress.colour, 0.35)))
    return outfit
