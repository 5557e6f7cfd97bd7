"""What is written over the first and the last shot: the film's title, and that it is over."""

from __future__ import annotations

from typing import Any

from generation.film import Film
from generation.media.card_designs import design_for
from generation.media.timeline import Card
from projects.models import Shot

CREDIT = "Made with SceneMe"

THE_END = {
    "en": "The End", "de": "Ende", "fr": "Fin", "es": "Fin", "it": "Fine", "pt": "Fim", "nl": "Einde", "sv": "Slut",
    "da": "Slut", "no": "Slutt", "nb": "Slutt", "fi": "Loppu", "is": "Endir", "pl": "Koniec", "cs": "Konec",
    "sk": "Koniec", "hu": "Vége", "ro": "Sfârșit", "bg": "Край", "ru": "Конец", "uk": "Кінець", "sr": "Крај",
    "hr": "Kraj", "sl": "Konec", "el": "Τέλος", "tr": "Son", "ar": "النهاية", "he": "הסוף", "fa": "پایان",
    "ur": "اختتام", "hi": "समाप्त", "bn": "সমাপ্ত", "ta": "முற்றும்", "th": "จบบริบูรณ์", "vi": "Hết", "id": "Tamat",
    "ms": "Tamat", "ja": "終わり", "zh": "剧终", "ko": "끝", "ca": "Fi", "et": "Lõpp", "lv": "Beigas", "lt": "Pabaiga",
}  # fmt: skip
"""How films say that they are over, by language; one that is not here shows its title again."""

NOT_STORIES = ("explainer", "product", "advert", "ad", "advertisement", "commercial", "promo", "how-to", "education",
               "news", "trailer")  # fmt: skip
"""Kinds of film that end with their title, because there is no tale to be over."""


def card(film: Film, shot: Shot, *, call: str = "") -> Card | None:
    """Return what is written over a shot, or None. `call` is what a film that sells asks of its viewers at its end."""
    if not shot.card:
        return None
    ends = shot.card == Shot.Card.END
    text = (call or _end(film)) if ends else film.project.title
    if not text.strip():
        return None
    return Card(
        text=text.strip(),
        note=CREDIT if ends else "",
        design=design(film),
        palette=palette(film),
        stays=shot.pk == film.shots[-1].pk,
    )


def design(film: Film) -> str:
    """Return the key of the card design that suits the film: its style first, then its genre, era and mood."""
    project = film.project
    style = film.style
    return design_for(style.get("name", ""), project.genre, project.era, project.mood, style.get("music", ""))


def palette(film: Film) -> tuple[str, ...]:
    """Return the film's colours as "#rrggbb"."""
    return tuple(str(colour) for colour in film.style.get("palette", ()))


def facts(film: Film) -> list[Any]:
    """Return all that decides what the film's cards and captions look like, beside which shots have them."""
    return [film.project.title, design(film), palette(film), film.project.language]


def _end(film: Film) -> str:
    project = film.project
    if any(word in project.genre.casefold().split() for word in NOT_STORIES):
        return project.title
    return THE_END.get((project.language or "en").partition("-")[0].casefold(), project.title)
