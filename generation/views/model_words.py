"""What is known of a model, in words: what it makes, its limits, its price under each condition."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from generation.models import ModelOffer
from generation.views import wording

MAKES: Final = {
    "text": gettext_lazy("Writing and planning"),
    "image": gettext_lazy("Pictures"),
    "video": gettext_lazy("Clips"),
    "speech": gettext_lazy("Voices"),
    "music": gettext_lazy("Music"),
    "effects": gettext_lazy("Sound effects"),
    "lipsync": gettext_lazy("Lip sync"),
    "camera": gettext_lazy("Camera moves"),
    "upscale": gettext_lazy("Finer pictures"),
    "foley": gettext_lazy("Sound for clips"),
    "voice": gettext_lazy("Changing voices"),
    "align": gettext_lazy("Word times"),
    "vision": gettext_lazy("Describing pictures"),
}
UNITS: Final = {
    "call": gettext_lazy("each"),
    "second": gettext_lazy("a second"),
    "image": gettext_lazy("a picture"),
    "megapixel": gettext_lazy("a megapixel"),
    "kchar": gettext_lazy("per 1,000 characters"),
    "mtoken": gettext_lazy("per million tokens"),
}
_CONDITIONS: Final[Mapping[str, Mapping[Any, Any]]] = {
    "sound": {True: gettext_lazy("with sound"), False: gettext_lazy("without sound")},
    "shape": {"wide": gettext_lazy("wide"), "tall": gettext_lazy("tall"), "square": gettext_lazy("square")},
}
_TOKENS: Final = {"in": gettext_lazy("read"), "out": gettext_lazy("written")}
SIZES_NAMED: Final = 2


def price_of(offer: ModelOffer) -> str:
    """Return a price with what it is for: “free”, “$0.05 a second”."""
    if offer.is_free:
        return wording.price(0)
    return f"{wording.price(offer.price_micros)} {UNITS[offer.price_unit]}"


def prices_of(offer: ModelOffer) -> tuple[str, ...]:
    """Return every price of a model: the usual one, and those under a condition (“720p: $0.10 a second”).

    Where prices are for the smaller pieces, the usual one is what remains, and is said last.
    """
    rules = [rule for rule in offer.prices if isinstance(rule, Mapping) and "micros" in rule]
    ruled = [_ruled(offer, rule) for rule in sorted(rules, key=_begins)]
    if offer.price_unit == ModelOffer.PriceUnit.MILLION_TOKENS and ruled:
        return tuple(ruled)
    if any("max" in bounds for rule in rules for bounds in _bounds(rule)):
        return (*ruled, _("otherwise: %s") % price_of(offer))
    return (price_of(offer), *ruled)


def _begins(rule: Mapping[str, Any]) -> float:
    """Return from where on a price holds: they are listed from the smallest piece to the largest."""
    return max((float(bounds.get("min", 0)) for bounds in _bounds(rule)), default=0.0)


def _bounds(rule: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    return [value for value in rule.get("when", {}).values() if isinstance(value, Mapping)]


def _ruled(offer: ModelOffer, rule: Mapping[str, Any]) -> str:
    unit = UNITS.get(str(rule.get("unit", offer.price_unit)), "")
    price = f"{wording.price(int(rule['micros']))} {unit}"
    if "kind" in rule:
        return f"{_TOKENS.get(str(rule['kind']), rule['kind'])}: {price}"
    when = rule.get("when", {})
    return f"{', '.join(_condition(name, value) for name, value in when.items())}: {price}" if when else price


def _condition(name: str, value: Any) -> str:
    if isinstance(value, Mapping):
        bounds = (("min", _("from %s")), ("max", _("up to %s")))
        words = " ".join(said % value[bound] for bound, said in bounds if bound in value)
        return f"{words} {_noun(name)}".strip()
    known = _CONDITIONS.get(name, {})
    return str(known.get(value, value if name == "resolution" else f"{value} {_noun(name)}"))


def _noun(name: str) -> str:
    return {"seconds": "s", "megapixels": _("megapixels"), "references": _("guide images")}.get(
        name, "" if name == "resolution" else name.replace("_", " ")
    )


def limits_of(offer: ModelOffer) -> list[str]:
    """Return what a model cannot go beyond."""
    words: list[str] = []
    if offer.max_references:
        words.append(_("up to %s") % wording.count(offer.max_references, "guide image"))
    elif offer.capability in {"image", "video"}:
        words.append(_("no guide images"))
    if offer.beyond:
        words.append(_("beyond that: %s") % offer.beyond)
    if offer.max_prompt_chars:
        words.append(_("%s characters") % f"{offer.max_prompt_chars:,}")
    words += _lengths(offer)
    if offer.shapes:
        words.append(", ".join(map(str, offer.shapes)))
    words += _sizes(offer)
    return words


def _lengths(offer: ModelOffer) -> list[str]:
    if offer.durations_ms:
        lengths = [ms / 1000 for ms in sorted(offer.durations_ms)]
        if len(lengths) > 4:
            return [f"{lengths[0]:g}–{lengths[-1]:g} s"]
        return [f"{', '.join(f'{seconds:g}' for seconds in lengths)} s"]
    words = []
    if offer.min_duration_ms:
        words.append(_("from %s") % f"{offer.min_duration_ms / 1000:g} s")
    if offer.max_duration_ms:
        words.append(_("up to %s") % wording.clock(offer.max_duration_ms))
    return words


def _sizes(offer: ModelOffer) -> list[str]:
    sizes = [f"{width}×{height}" for width, height in offer.sizes]
    if len(sizes) > SIZES_NAMED:
        return [_("%(n)s sizes, %(least)s to %(most)s") % {"n": len(sizes), "least": sizes[0], "most": sizes[-1]}]
    return [", ".join(sizes)] if sizes else []
