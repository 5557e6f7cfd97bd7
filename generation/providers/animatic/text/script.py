"""Writes the script: what is heard, in order, in pieces short enough to be one caption.

A story or a screenplay is told word for word. An idea is first made into an original story (`ideas`, `telling`).
A segment of kind "pause" is a silent shot; where a scene starts on purpose its direction is the scene's heading.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from generation.providers.animatic.voice.language import guess_language
from generation.providers.base import Unsupported

from . import dialogue, eras, genres, headings, ideas, people, screenplay, speech_tags, telling
from .cues import sounds_in
from .hours import DATE
from .moods import mood_of
from .persons import NARRATOR, Company
from .reading import Paragraph, Span, clean, pieces, read
from .roster import Memory
from .words import words

NOTHING_TO_TELL = "There are no words in this text, so there is nothing to tell."
LANGUAGES = {
    "de": "German",
    "fr": "French",
    "es": "Spanish",
    "it": "Italian",
    "pt": "Portuguese",
    "nl": "Dutch",
    "pl": "Polish",
    "tr": "Turkish",
    "sv": "Swedish",
    "cs": "Czech",
    "ro": "Romanian",
    "ru": "Russian",
    "uk": "Ukrainian",
    "el": "Greek",
    "ar": "Arabic",
    "he": "Hebrew",
    "hi": "Hindi",
    "ja": "Japanese",
    "zh": "Chinese",
    "ko": "Korean",
}
LONG_TITLE = 9  # words; a longer first line is a sentence and no title

# Breaths before a segment, in ms: inside a sentence, between sentences, at a new speaker, paragraph and scene.
CLAUSE_BREATH, SENTENCE_BREATH, TURN_BREATH, PARAGRAPH_BREATH, SCENE_BREATH = 120, 240, 300, 480, 800
ESTABLISHING_MS = 1600
BREAK_MS = 1200
# A film of more than so many words opens on its title and closes on an end card, both in silence.
SHORT_FILM = 50
TITLE_MS, END_MS = 2200, 2500


@dataclass(frozen=True, slots=True)
class Segment:
    """One timed piece of what is heard."""

    kind: str
    text: str = ""
    speaker: str = ""
    direction: str = ""
    pause_before_ms: int = SENTENCE_BREATH
    duration_ms: int = 0

    @property
    def document(self) -> dict[str, Any]:
        """The segment as it stands in the script, with the sounds that happen in it."""
        return {**asdict(self), "sounds": sounds_in(self.text) if self.kind == "narration" else []}


def write(material: Mapping[str, Any], seed: int) -> dict[str, Any]:
    """Return the script document for a source text. Raise `Unsupported` if it has no words."""
    source = clean(str(material.get("source", "")))
    if not words(source):
        raise Unsupported(NOTHING_TO_TELL)
    kind = str(material.get("source_kind") or "story")
    language = str(material.get("language") or "") or guess_language(source)
    if kind == "idea":
        return _from_idea(source, material, seed, language)
    if kind == "screenplay" or screenplay.is_screenplay(source):
        return _from_screenplay(source, language)
    return _from_story(source, language)


def company_of(source: str, kind: str) -> Company:
    """Return the people of a story or screenplay."""
    source = clean(source)
    if kind == "screenplay" or screenplay.is_screenplay(source):
        parts = screenplay.elements(source)
        return people.find(_as_paragraphs(parts), known=_cues(parts), introduced=_introduced(parts))
    return people.find(read(source))


# --- ideas -------------------------------------------------------------------------------------------------------


def _from_idea(source: str, material: Mapping[str, Any], seed: int, language: str) -> dict[str, Any]:
    premise = ideas.read(source, seed)
    tale = telling.tell(premise, seconds=int(material.get("seconds") or 60), seed=seed)
    notes = list(tale.notes)
    if language != "en":
        notes.append(_foreign_idea(language))
    segments = [
        Segment(part.kind, part.text, part.speaker, part.direction, part.pause_before_ms, part.duration_ms)
        for part in tale.parts
    ]
    used = [finding["key"] for finding in material.get("findings") or () if finding["key"] == AT_ONCE]
    if used and segments[0].kind == "pause":
        segments = segments[1:]
    return {
        "title": tale.title,
        "logline": tale.logline,
        "genre": premise.genre,
        "era": premise.era,
        "mood": premise.mood,
        "language": "en",
        "notes": notes,
        "findings_used": used,
        "segments": [segment.document for segment in segments],
    }


AT_ONCE = "title:without"
"""The finding that viewers stay where no title card stands before the story: the one that this writer can obey."""


def _foreign_idea(language: str) -> str:
    return (
        f"The idea seems to be {LANGUAGES.get(language, 'in another language')}; without a language model the story is "
        "written in English from the words it knows. A story you write yourself is told in its own words."
    )


# --- stories -----------------------------------------------------------------------------------------------------


def _from_story(source: str, language: str) -> dict[str, Any]:
    paragraphs = read(source)
    company = people.find(paragraphs)
    spoken_by = dialogue.speakers(paragraphs, company)
    segments: list[Segment] = []
    for paragraph, who in zip(paragraphs, spoken_by, strict=True):
        _add_paragraph(segments, paragraph, who)
    title = _title_line(paragraphs)
    return _document(source, title, segments, company, language, paragraphs)


def _add_paragraph(segments: list[Segment], paragraph: Paragraph, who: Sequence[str]) -> None:
    if not any(character.isalnum() for character in paragraph.text):
        segments.append(Segment("pause", pause_before_ms=PARAGRAPH_BREATH, duration_ms=BREAK_MS))
        return
    for at, span in enumerate(paragraph.spans):
        direction = speech_tags.direction_of(speech_tags.tag_beside(paragraph.spans, at)) if who[at] else ""
        breath = PARAGRAPH_BREATH if at == 0 else TURN_BREATH
        _add_span(segments, span.text, who[at], direction, breath)


def _add_span(segments: list[Segment], text: str, speaker: str, direction: str, breath: int) -> None:
    previous = ""
    for piece in pieces(text):
        if not any(character.isalnum() for character in piece):
            continue
        pause = breath if not previous else _breath_after(previous)
        kind = "line" if speaker else "narration"
        segments.append(Segment(kind, piece, speaker, direction, pause))
        previous = piece


def _breath_after(piece: str) -> int:
    return SENTENCE_BREATH if piece.rstrip("\"”’')").endswith((".", "!", "?", "…", ":")) else CLAUSE_BREATH


def _title_line(paragraphs: Sequence[Paragraph]) -> str:
    """Return the first line if it is a title: short, without a full stop, and with a story after it."""
    if len(paragraphs) < 2:
        return ""
    line = paragraphs[0].text.strip(" #*_=")
    titled = not DATE.search(line)
    fits = (
        titled and 0 < len(line.split()) <= LONG_TITLE and not line.endswith((".", "!", "?", ",", ":", "”", '"', "…"))
    )
    return line if fits and not any(span.quoted for span in paragraphs[0].spans) else ""


# --- screenplays -------------------------------------------------------------------------------------------------


def _from_screenplay(source: str, language: str) -> dict[str, Any]:
    parts = screenplay.elements(source)
    company = people.find(_as_paragraphs(parts), known=_cues(parts), introduced=_introduced(parts))
    names = company.roster()
    segments: list[Segment] = []
    cut = ""
    for part in parts:
        if part.kind == "transition":
            cut = part.text if segments else ""
        elif part.kind == "heading":
            direction = headings.marked(cut, part.text)
            segments.append(Segment("pause", direction=direction, pause_before_ms=240, duration_ms=ESTABLISHING_MS))
            cut = ""
        elif part.kind == "action":
            _add_span(segments, part.text, "", "", PARAGRAPH_BREATH)
        elif part.kind == "dialogue":
            speaker = (names.mentioned(part.speaker, Memory()) or [part.speaker])[0]
            _add_span(segments, part.text, speaker, part.direction, TURN_BREATH)
    if not any(segment.text for segment in segments):
        return _from_story(source, language)
    return _document(source, screenplay.title_of(source), segments, company, language, _as_paragraphs(parts))


def _as_paragraphs(parts: Sequence[screenplay.Element]) -> list[Paragraph]:
    return [
        Paragraph((Span(part.text, quoted=part.kind == "dialogue"),))
        for part in parts
        if part.kind in {"action", "dialogue"}
    ]


def _cues(parts: Sequence[screenplay.Element]) -> list[str]:
    return list(dict.fromkeys(part.speaker for part in parts if part.kind == "dialogue"))


def _introduced(parts: Sequence[screenplay.Element]) -> list[tuple[str, str]]:
    return [introduction for part in parts for introduction in part.introduced]


# --- both --------------------------------------------------------------------------------------------------------


def _document(
    source: str,
    title: str,
    segments: Sequence[Segment],
    company: Company,
    language: str,
    paragraphs: Sequence[Paragraph],
) -> dict[str, Any]:
    genre = genres.genre_of_story(source)
    return {
        "title": title or _title_for(company, source),
        "logline": _logline(segments),
        "genre": genre,
        "era": eras.era_of(paragraphs, genre),
        "mood": mood_of([segment.text for segment in segments], "", "", genres.usual_mood(genre)),
        "language": language,
        "notes": _notes(company, segments, language),
        "segments": [segment.document for segment in _between_cards(segments)],
    }


def _between_cards(segments: Sequence[Segment]) -> list[Segment]:
    """Return the segments with a silence for the title before them and one for the end card after them."""
    if sum(len(segment.text.split()) for segment in segments) <= SHORT_FILM:
        return list(segments)
    opening = Segment("pause", pause_before_ms=0, duration_ms=TITLE_MS)
    closing = Segment("pause", pause_before_ms=SENTENCE_BREATH, duration_ms=END_MS)
    return [opening, replace(segments[0], pause_before_ms=SENTENCE_BREATH), *segments[1:], closing]


def _title_for(company: Company, source: str) -> str:
    leads = sorted(company.people, key=lambda person: -person.mentions)[:2]
    names = [person.name for person in leads if person.name != NARRATOR]
    if len(names) == 2 and leads[1].mentions * 2 > leads[0].mentions:
        return f"{names[0]} and {_inside(names[1])}"
    if names:
        return names[0]
    opening = source.split()[:6]
    return " ".join(opening).strip(" ,;:—–-.\"“”'*#_")[:80] or "Untitled"


def _inside(name: str) -> str:
    return f"the {name[4:]}" if name.startswith("The ") else name


def _logline(segments: Sequence[Segment]) -> str:
    """Return the story's first sentence or so, as an editor would see it in a list."""
    opening: list[str] = []
    for segment in segments:
        opening += segment.text.split()
        if (len(opening) >= 8 and opening[-1].endswith((".", "!", "?"))) or len(opening) > 26:
            break
    return " ".join(opening)[:240]


def _notes(company: Company, segments: Sequence[Segment], language: str) -> list[str]:
    notes = []
    if language != "en":
        name = LANGUAGES.get(language, f"in another language ({language})")
        notes.append(
            f"The text seems to be {name}; the local voices speak English best, so it is read by a simpler voice. "
            "People and places are found by English words, so check the cast."
        )
    if company.teller == NARRATOR:
        notes.append("The story is told by somebody without a name; on screen they are called “The narrator”.")
    if sum(segment.kind == "line" for segment in segments) and not company.people:
        notes.append("Nobody in the text has a name, so its quotations are read by the narrator.")
    return notes
