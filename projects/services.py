"""Films are made and changed here."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from entities.models import Library, Style
from projects.models import SHAPES, Casting, Finding, Project, Series

MOST_WORDS = 27_000
"""Three hours of film at 150 spoken words a minute: the longest that one film takes."""
MOST_CHARACTERS = 400_000
"""The longest text that is looked at, however few spaces it has."""


class BadSource(Exception):
    """The text cannot become a film. The message is for the user."""


def source_kind_of(text: str) -> str:
    """Tell an idea from a story and a screenplay by how the text is written."""
    if re.search(r"(?m)^\s*(?:INT|EXT|EST|I/E|INT\./EXT)[. ]", text):
        return Project.SourceKind.SCREENPLAY
    sentences = re.findall(r"[.!?…。！？]+[\"'”’)\]]*(?:\s|$)", text)
    if len(text.split()) > 60 or (len(sentences) >= 4 and len(text.split()) > 30) or "\n\n" in text.strip():
        return Project.SourceKind.STORY
    return Project.SourceKind.IDEA


def checked_source(text: str) -> str:
    """Return the text as a film can be made from it: the words as they were typed, without control characters.

    Raise `BadSource` with a sentence for the user.
    """
    if "\x00" in text or "\ufffd" * 3 in text:
        raise BadSource(_("This is not text. Give an idea, a story or a screenplay in plain words."))
    clean = "".join(char for char in text if char in "\n\t" or unicodedata.category(char) not in {"Cc", "Cs", "Co"})
    clean = clean.strip()
    if not clean:
        raise BadSource(_("There is nothing to make a film from. Type an idea, a story or a screenplay."))
    letters = sum(unicodedata.category(char)[0] == "L" for char in clean)
    if letters < 2:
        raise BadSource(_("There are no words in this. Say in a few words what the film is about."))
    if len(clean) > MOST_CHARACTERS:
        raise BadSource(
            _("This text has %(n)s characters. One film takes up to %(most)s: divide it into episodes.")
            % {"n": f"{len(clean):,}", "most": f"{MOST_CHARACTERS:,}"}
        )
    words = len(clean.split())
    if words > MOST_WORDS:
        minutes = words // 150
        raise BadSource(
            _(
                "This text has %(n)s words and would make a film of %(hours)d h %(minutes)d min. "
                "One film takes up to %(most)s words (three hours): divide it into episodes."
            )
            % {"n": f"{words:,}", "hours": minutes // 60, "minutes": minutes % 60, "most": f"{MOST_WORDS:,}"}
        )
    return clean


def create_film(
    library: Library,
    source: str,
    *,
    source_kind: str = "",
    shape: str = "16:9",
    quality: str = Project.Quality.DRAFT,
    seconds: int = 60,
    seed: int = 1,
    style: Style | None = None,
    series: Series | None = None,
    created_by_id: int | None = None,
) -> Project:
    """Start a film from a text. Raise `BadSource` if none can be made of it."""
    text = checked_source(source)
    if shape not in SHAPES:
        raise BadSource(f"There is no shape “{shape}”. Choose one of {', '.join(SHAPES)}.")
    if quality not in Project.Quality.values:
        raise BadSource(f"There is no quality “{quality}”. Choose draft or full.")
    if not 5 <= seconds <= 10_800:
        raise BadSource(_("A film lasts between 5 seconds and 3 hours."))
    with transaction.atomic():
        return Project.objects.create(
            library=library,
            series=series,
            episode_number=_next_episode(series),
            source=text,
            source_kind=source_kind or source_kind_of(text),
            shape=shape,
            quality=quality,
            seconds=seconds,
            seed=seed,
            style=copied_style(style),
            findings=[finding.as_planned() for finding in Finding.objects.filter(library=library, is_off=False)],
            created_by_id=created_by_id,
        )


@transaction.atomic
def next_episode(
    after: Project, source: str, *, shape: str, seconds: int, seed: int, style: Style | None, created_by_id: int | None
) -> Project:
    """Start the film that follows another one: with its people, their voices, its models and its style.

    `style` is another style to go on with. What is no episode yet becomes the first of a series with its title. Raise
    `BadSource` if no film can be made of the text.
    """
    before = Project.objects.select_for_update().get(pk=after.pk)
    if before.series_id is None:
        before.series = Series.objects.create(library=before.library, name=_free_name(before))
        before.episode_number = 1
        before.save(update_fields=["series", "episode_number"])
    film = create_film(
        before.library,
        source,
        shape=shape,
        quality=before.quality,
        seconds=seconds,
        seed=seed,
        series=before.series,
        created_by_id=created_by_id,
    )
    look = before.style or before.planned_style
    film.style = copied_style(style) if style is not None and style.name != look.get("name") else look
    for name in ("narrator", "offers", "caption_style", "music_gain_db", "effects_gain_db"):
        setattr(film, name, getattr(before, name))
    film.save()
    _cast_again(before, film)
    return film


def _free_name(film: Project) -> str:
    name = str(film)[:140]
    taken = set(Series.objects.filter(library=film.library_id).values_list("name", flat=True))
    numbers = (f"{name} ({number})" for number in range(2, len(taken) + 3))
    return next(one for one in (name, *numbers) if one not in taken)


def _cast_again(before: Project, film: Project) -> None:
    castings = list(Casting.objects.filter(project=before, entity__removed_at=None))
    for casting in castings:
        casting.pk, casting.project = None, film
        casting._state.adding = True
    Casting.objects.bulk_create(castings)


def _next_episode(series: Series | None) -> int | None:
    if series is None:
        return None
    last = series.episodes.aggregate(last=Max("episode_number"))["last"] or 0
    return int(last) + 1


def copied_style(style: Style | None) -> dict[str, Any]:
    """Return a style as a film keeps it: a copy, so that editing the style later changes no film."""
    if style is None:
        return {}
    return {
        "name": style.name,
        "description": style.description,
        "palette": style.palette,
        "contrast": style.contrast,
        "warmth": style.warmth,
        "line": style.line,
        "grain": style.grain,
        "light": style.light,
        "framing": style.framing,
        "rhythm": style.rhythm,
        "captions": style.captions,
        "music": style.music,
    }
