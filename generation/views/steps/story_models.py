"""What a film is made with: the model of each kind of work, those that follow where it cannot, and what counts most."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext as _

from generation.models import ModelOffer
from generation.providers.base import Capability
from generation.recipes.finishing import NO_MODEL
from generation.views import model_choices, model_words
from generation.views.model_choices import ModelChoice
from generation.views.parts import Part
from generation.views.steps.base import Studio
from projects.models import Project

KINDS: Final = tuple(
    str(kind.value)
    for kind in (
        Capability.TEXT, Capability.SPEECH, Capability.IMAGE, Capability.VIDEO, Capability.CAMERA, Capability.LIPSYNC,
        Capability.UPSCALE, Capability.FOLEY, Capability.VOICE, Capability.MUSIC, Capability.EFFECTS,
    )
)  # fmt: skip
"""In the order in which a film is made."""
BY_VOICE: Final = str(Capability.SPEECH.value)
"""Each voice is of one model: it is chosen with the voice."""


@dataclass(frozen=True)
class Fallback:
    """One model that follows."""

    key: str
    label: str
    is_first: bool
    is_last: bool
    is_usable: bool


@dataclass(frozen=True)
class KindRow:
    """One kind of work. What can be changed is there only while it is open."""

    key: str
    label: str
    model: str
    price: str
    problem: str
    follow: str
    chosen: str
    is_open: bool
    choices: tuple[ModelChoice, ...]
    fallbacks: tuple[Fallback, ...]
    addable: tuple[tuple[str, str], ...]
    route: str


@dataclass(frozen=True)
class Models:
    """All kinds, and what models are chosen by where none is."""

    film_id: int
    rows: tuple[KindRow, ...]
    preference: str
    preferences: tuple[tuple[str, str], ...]
    chosen: tuple[str, ...]
    is_open: bool
    may_edit: bool


def models(studio: Studio) -> Part:
    """Return what a film is made with, in a line; all kinds, and one of them open, where the address says so."""
    asked = studio.asked.get("models", "")
    rows = tuple(_row(studio, kind, is_open=kind == asked) for kind in KINDS)
    shows = Models(
        film_id=studio.film.project.pk,
        rows=rows if asked else tuple(row for row in rows if row.problem),
        preference=studio.film.project.preference,
        preferences=(("", _("The studio's order")), *_preferences()),
        chosen=tuple(f"{row.label}: {row.model}" for row in rows if row.chosen),
        is_open=bool(asked),
        may_edit=studio.may_edit,
    )
    return Part("models", "generation/story/_models.html", shows)


def _preferences() -> tuple[tuple[str, str], ...]:
    return tuple((str(value), str(label)) for value, label in Project.Preference.choices if value)


def _row(studio: Studio, kind: str, *, is_open: bool) -> KindRow:
    film = studio.film
    chosen = str(film.project.offers.get(kind, ""))
    offer = model_choices.usual_or_chosen(film, kind)
    able = {one.key: one for one in film.offers if one.capability == kind}
    route = [str(key) for key in film.project.fallbacks.get(kind, ())]
    listed = model_choices.choices(film, kind, chosen) if kind != BY_VOICE else ()
    follow = tuple(_fallback(able.get(key), key, at, len(route)) for at, key in enumerate(route))
    is_unpriced = kind == BY_VOICE or (not chosen and model_choices.is_needless(film, kind))
    left = [one for one in able.values() if one.is_on and not one.problem and one.key not in route]
    return KindRow(
        key=kind,
        label=str(model_words.MAKES[kind]),
        model=_model(studio, kind, chosen, offer),
        price=model_words.price_of(offer) if offer and not is_unpriced else "",
        problem=model_choices.problem(listed) if listed else "",
        follow=" → ".join(able[key].label if key in able else key for key in route),
        chosen=chosen,
        is_open=is_open,
        choices=listed if is_open else (),
        fallbacks=follow if is_open else (),
        addable=_addable(left) if is_open else (),
        route=",".join(route),
    )


def _addable(offers: list[ModelOffer]) -> tuple[tuple[str, str], ...]:
    ordered = sorted(offers, key=lambda one: (one.preference, one.key))
    return tuple((one.key, f"{one.label} · {model_words.price_of(one)}") for one in ordered)


def _model(studio: Studio, kind: str, chosen: str, offer: ModelOffer | None) -> str:
    if kind == BY_VOICE:
        used = {voice.offer for voice in studio.film.voices.values() if voice.pk in _spoken(studio)}
        names = sorted(one.label for one in studio.film.offers if one.key in used)
        return ", ".join(names) or _("with each voice")
    if chosen == NO_MODEL:
        return _("No")
    if not chosen:
        return model_choices.usual_words(studio.film, kind)
    return offer.label if offer else chosen


def _spoken(studio: Studio) -> set[int]:
    """Return the voices that somebody in the film speaks with."""
    people = studio.film.characters.values()
    return {pk for pk in (studio.film.project.narrator_id, *(one.voice_id for one in people)) if pk}


def _fallback(offer: ModelOffer | None, key: str, at: int, number: int) -> Fallback:
    return Fallback(key, offer.label if offer else key, at == 0, at == number - 1, bool(offer and offer.is_on))
