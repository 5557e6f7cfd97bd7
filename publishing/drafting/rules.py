"""What can be written on a draft without asking anybody: from what the film says, within its platform's limits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from projects.models import Casting, Project, Scene
from publishing.drafting.cutting import cut, hashtags_within, tags_within
from publishing.drafting.errors import CannotSuggest
from publishing.models import Publication
from publishing.platforms import catalog
from publishing.platforms.specs import FieldSpec, PlatformSpec

MOST_CAST: Final = 6
_CATEGORIES: Final = (
    ("23", ("comedy", "komödie", "funny", "satire")),
    ("27", ("explainer", "education", "lesson", "documentary", "how-to")),
    ("26", ("how-to", "product", "advert")),
    ("10", ("music", "musical")),
)
"""YouTube's categories by what a film's genre says; anything else is what the platform's row begins with."""


@dataclass(frozen=True)
class Film:
    """What there is to say about a film."""

    title: str
    logline: str
    language: str
    genre: str
    mood: str
    era: str
    style: str
    series: str
    episode: int | None
    cast: tuple[str, ...]
    places: tuple[str, ...]
    hook: str


def suggest(publication: Publication, *, by_id: int | None = None) -> dict[str, Any]:
    """Return the fields that rules can suggest, by name, without those that were written by hand.

    Raise `CannotSuggest` where nothing is known of the film.
    """
    film = film_of(publication.project)
    if not (film.title or film.logline):
        raise CannotSuggest("The film has no title and no story yet: there is nothing to go by.")
    by_hand = set(publication.written_by_hand)
    written = by_rules(film, catalog.platforms()[publication.channel.platform])
    return {name: value for name, value in written.items() if name not in by_hand}


def film_of(project: Project) -> Film:
    """Return what can be said about a film."""
    named = Casting.objects.filter(project=project).select_related("entity").order_by("pk")
    people = [one.entity.name for one in named if hasattr(one.entity, "character")]
    scenes = Scene.objects.filter(project=project).select_related("set").order_by("position")
    places = [scene.set.name for scene in scenes if scene.set is not None]
    first = project.segments.exclude(text="").order_by("position").first()
    return Film(
        title=project.title.strip(),
        logline=" ".join(project.logline.split()),
        language=project.language or "en",
        genre=project.genre,
        mood=project.mood,
        era=project.era,
        style=str((project.style or project.planned_style or {}).get("name", "")),
        series=project.series.name if project.series else "",
        episode=project.episode_number,
        cast=tuple(dict.fromkeys(people))[:MOST_CAST],
        places=tuple(dict.fromkeys(places))[:3],
        hook=first.text.strip() if first else "",
    )


# --- Rules --------------------------------------------------------------------------------------------


def by_rules(film: Film, spec: PlatformSpec) -> dict[str, Any]:
    """Return what can be written without asking anybody. Every value is within the platform's limits."""
    fields = {field.name: field for field in spec.fields}
    hashtags = hashtags_within(words_for_hashtags(film), fields.get("hashtags"), spec.key)
    makers: dict[str, Any] = {
        "title": lambda: _title(film),
        "description": lambda: _description(film),
        "caption": lambda: _caption(film, spec.key),
        "hashtags": lambda: hashtags,
        "tags": lambda: tags_within(_words_for_tags(film), fields["tags"]),
        "category": lambda: _category(film, fields["category"]),
        "language": lambda: film.language,
        "audio_name": lambda: film.title,
    }
    found = {name: make() for name, make in makers.items() if name in fields}
    joined = "caption" if "caption" in fields else "description"
    return {
        name: cut(str(value), fields[name], hashtags if name == joined else ()) if isinstance(value, str) else value
        for name, value in found.items()
        if value
    }


def _title(film: Film) -> str:
    if film.series and film.episode and film.title:
        return f"{film.title} | {film.series} {film.episode}"
    return film.title or film.logline


def _description(film: Film) -> str:
    people = ", ".join(film.cast)
    parts = [
        film.logline,
        f"{_word('with', film.language)} {people}." if people else "",
        _word("music", film.language),
    ]
    return "\n\n".join(part for part in parts if part)


def _caption(film: Film, platform: str) -> str:
    """A caption is short and begins with what makes people stay; on Instagram there is room for the story below."""
    hook = film.logline or film.title
    if platform == "instagram":
        return "\n\n".join(part for part in (film.title, film.logline) if part)
    return hook


_WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "with": {
        "en": "With",
        "de": "Mit",
        "fr": "Avec",
        "es": "Con",
        "it": "Con",
        "pt": "Com",
        "nl": "Met",
        "zh": "出演：",
    },
    "music": {
        "en": "Film and music made with SceneMe.",
        "de": "Film und Musik mit SceneMe gemacht.",
        "fr": "Film et musique réalisés avec SceneMe.",
        "es": "Película y música hechas con SceneMe.",
        "it": "Film e musica realizzati con SceneMe.",
        "pt": "Filme e música feitos com SceneMe.",
        "nl": "Film en muziek gemaakt met SceneMe.",
        "zh": "影片与音乐由 SceneMe 制作。",
    },
}


def _word(key: str, language: str) -> str:
    known = _WORDS[key]
    return known.get(language.partition("-")[0].lower(), known["en"])


def words_for_hashtags(film: Film) -> tuple[str, ...]:
    """Return what the film is: its kind, its look, its place, its series. Most telling first."""
    return (film.genre, film.series, film.style, film.mood, *film.places, film.era, "short film", "animation")


def _words_for_tags(film: Film) -> tuple[str, ...]:
    what = (film.genre, film.mood, film.style, film.era, film.series)
    return (*what, *film.cast, *film.places, "short film", "animation")


def _category(film: Film, field: FieldSpec) -> str:
    offered_there = {value for value, _label in field.choices}
    for value, genres in _CATEGORIES:
        if value in offered_there and any(genre in film.genre.lower() for genre in genres):
            return value
    return str(field.default or "")
