"""The fields of the library's rows: what each is called, how it is read from a form, and how it is shown in one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from django.core.exceptions import ValidationError
from django.db.models import Model
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from entities.models import Character, Library, Look, Prop, Set, Style, Voice
from generation.film import offers_of
from generation.models import ModelOffer
from projects.models import Series

MOST_WORDS: Final = 20
MOST_COLOURS: Final = 8
LONG: Final = 4000
"""The longest description that is taken, in characters."""

_COLOUR = re.compile(r"#[0-9a-f]{6}")


@dataclass(frozen=True)
class Field:
    """One field. `kind` is line, long, choice, range, words or colours; `most` counts characters, or ends a range."""

    name: str
    label: Any
    kind: str = "line"
    most: float = 120
    least: float = 0
    choices: tuple[tuple[str, Any], ...] = ()
    suggestions: tuple[str, ...] = ()
    ends: tuple[Any, Any] = ("", "")
    help: Any = ""
    is_needed: bool = False
    is_more: bool = False

    def read(self, raw: Sequence[str]) -> Any:
        """Return the value that a form holds. Raise `ValidationError` with a sentence for the user."""
        text = raw[0].replace("\r\n", "\n").strip() if raw else ""
        if self.kind == "colours":
            return _colours(raw)
        if self.kind == "words":
            return _words(text)
        if self.kind == "range":
            return self._number(text)
        if self.kind == "choice":
            return self._chosen(text)
        return self._text(text)

    def shown(self, value: Any) -> str:
        """Return a value as a form holds it."""
        if self.kind == "colours":
            return " ".join(value)
        if self.kind == "words":
            return ", ".join(value)
        if self.kind == "range":
            return f"{value:g}"
        return "" if value is None else str(value)

    def _text(self, text: str) -> str:
        if "\x00" in text:
            raise ValidationError(_("This is not text."))
        if self.is_needed and not text:
            raise ValidationError(_("This cannot be empty."))
        if len(text) > self.most:
            raise ValidationError(
                _("This has %(length)s characters; up to %(most)s are kept."),
                params={"length": f"{len(text):,}", "most": f"{self.most:,.0f}"},
            )
        return text

    def _number(self, text: str) -> float:
        try:
            number = float(text)
        except ValueError as error:
            raise ValidationError(_("This is not a number.")) from error
        if not self.least <= number <= self.most:
            raise ValidationError(_("This is out of range."))
        return round(number, 2)

    def _chosen(self, text: str) -> Any:
        if text not in {value for value, _label in self.choices}:
            raise ValidationError(_("Choose one of the list."))
        if self.name.endswith("_id"):
            return int(text) if text else None
        return {"True": True, "False": False}.get(text, text)


def _words(text: str) -> list[str]:
    found = [word.strip() for word in text.split(",") if word.strip()]
    if len(found) > MOST_WORDS or any(len(word) > 120 for word in found):
        raise ValidationError(_("These are too many names, or too long ones."))
    return list(dict.fromkeys(found))


def _colours(raw: Sequence[str]) -> list[str]:
    found = [colour.lower() for part in raw for colour in part.split()]
    if len(found) > MOST_COLOURS or any(not _COLOUR.fullmatch(colour) for colour in found):
        raise ValidationError(_("These are not colours, or there are too many."))
    return found


_NAME = Field("name", _("Name"), is_needed=True)
_AGES = (("child", _("Child")), ("teen", _("Teen")), ("adult", _("Adult")), ("elder", _("Elder")))
_SEXES = (("", _("Not said")), ("female", _("Female")), ("male", _("Male")))
_BUILDS = ("slim", "average", "heavy", "tall", "short")
_MUSIC = ("noir", "tender", "wonder", "calm", "tense", "playful", "action", "western", "bright")


def _of_character(voices: Sequence[Voice], silent: int | None) -> tuple[Field, ...]:
    chosen = (("", _("None yet")), *((str(voice.pk), _voice_words(voice, silent)) for voice in voices))
    return (
        _NAME,
        Field("description", _("Who is this?"), "long", LONG),
        Field("role", _("Role in the story"), help=_("Detective, sister, captain …")),
        Field("sex", _("Sex"), "choice", choices=_SEXES),
        Field("age", _("Age"), "choice", choices=_AGES),
        Field("hair", _("Hair"), most=80),
        Field("features", _("Face and features"), most=200),
        Field("voice_id", _("Voice"), "choice", choices=chosen),
        Field("build", _("Build"), most=40, suggestions=_BUILDS, is_more=True),
        Field("skin", _("Skin"), most=40, is_more=True),
        Field("aliases", _("Other names in the story"), "words", help=_("With commas between them"), is_more=True),
    )


def _voice_words(voice: Voice, silent: int | None) -> str:
    words = f"{voice.name} · {voice.tone}" if voice.tone else voice.name
    return gettext("%s (switched off)") % words if voice.pk == silent else words


_SET = (
    _NAME,
    Field("description", _("What is to be seen there?"), "long", LONG),
    Field("place", _("Kind of place"), most=60, help=_("One word: street, bar, forest …")),
    Field("interior", _("Inside or outside"), "choice", choices=(("True", _("Inside")), ("False", _("Outside")))),
    Field("era", _("Time"), most=40, help=_("1920s, medieval, future …")),
)

_LOOK = (
    Field("name", _("Name of the look"), most=80, is_needed=True),
    Field("wears", _("Wears"), "long", 300),
    Field("hair", _("Hair in this look"), most=80, help=_("Empty: as always"), is_more=True),
    Field("age", _("Age in this look"), "choice", choices=(("", _("As always")), *_AGES), is_more=True),
    Field("features", _("Added in this look"), most=200, help=_("Wet, bandaged, sunburnt …"), is_more=True),
)

_VOICE = (
    Field("name", _("Name"), most=80, is_needed=True),
    Field("tone", _("How it sounds"), most=80),
    Field("sex", _("Sex"), "choice", choices=_SEXES),
    Field("age", _("Age"), "choice", choices=_AGES),
)

_STYLE = (
    Field("name", _("Name"), most=80, is_needed=True),
    Field("description", _("In words"), "long", 600),
    Field("palette", _("Palette"), "colours"),
    Field("light", _("Light"), "choice", choices=(("", _("As the scene has it")), *Style.Light.choices)),
    Field("framing", _("Framing"), "choice", choices=(("", _("As the scene has it")), *Style.Framing.choices)),
    Field("rhythm", _("Cutting rhythm"), "range", 1, -1, ends=(_("slow"), _("fast"))),
    Field("contrast", _("Contrast"), "range", 1, -1, ends=(_("flat"), _("hard"))),
    Field("warmth", _("Warmth"), "range", 1, -1, ends=(_("cold"), _("warm"))),
    Field("line", _("Ink line"), "range", 1, 0, ends=(_("none"), _("bold"))),
    Field("grain", _("Film grain"), "range", 1, 0, ends=(_("clean"), _("coarse"))),
    Field(
        "captions",
        _("Captions"),
        "choice",
        choices=(("", _("As the film has it")), ("classic", _("Classic")), ("box", _("Box")), ("pop", _("Pop"))),
    ),
    Field("music", _("Music"), suggestions=_MUSIC),
)

_SERIES = (Field("name", _("Name"), most=160, is_needed=True),)


def fields_of(
    row: Model, *, voices: Sequence[Voice] = (), silent: int | None = None, people: Sequence[Character] = ()
) -> tuple[Field, ...]:
    """Return the fields of a row, with what can be chosen from; `silent` is a voice that cannot speak any more.

    `people` may own a prop.
    """
    if isinstance(row, Character):
        found = _of_character(voices, silent)
    elif isinstance(row, Prop):
        owners = (("", _("Nobody")), *((str(person.pk), person.name) for person in people))
        described = Field("description", _("What does it look like?"), "long", LONG)
        found = (_NAME, described, Field("owner_id", _("Whose is it?"), "choice", choices=owners))
    else:
        rest = {Set: _SET, Look: _LOOK, Voice: _VOICE, Style: _STYLE, Series: _SERIES}
        found = rest[type(row)]
    return tuple(_with_own(field, row) for field in found)


def choices_for(
    row: Model, *, among: Iterable[Voice] | None = None, offers: Iterable[ModelOffer] | None = None
) -> dict[str, Any]:
    """Return what can be chosen from in the fields of a row, as `fields_of` takes it.

    Give the voices and models of the row's library where they are loaded already.
    """
    library: Library | None = getattr(row, "library", None)
    if isinstance(row, Character):
        voices, is_silent = voices_for(row, among, offers)
        return {"voices": voices, "silent": row.voice_id if is_silent else None}
    if isinstance(row, Prop):
        return {"people": list(Character.objects.filter(library=library).order_by("name"))}
    return {}


def voices_for(
    character: Character, among: Iterable[Voice] | None = None, offers: Iterable[ModelOffer] | None = None
) -> tuple[list[Voice], bool]:
    """Return the voices that a character may be given: everybody's and the library's own, of models that are on.

    The voice that the character has is among them whatever became of it; also tell whether it cannot speak any more.
    """
    if among is None:
        among = Voice.objects.filter(library=None) | Voice.objects.filter(library=character.library_id)
    on = {offer.key for offer in offers or offers_of(character.library_id) if offer.is_on}
    offered = (voice for voice in among if voice.removed_at is None and voice.offer in on)
    voices = sorted(offered, key=lambda voice: (voice.library_id is None, voice.name))
    has = character.voice
    if has is None or has in voices:
        return voices, False
    return [*voices, has], has.offer not in on


def _with_own(field: Field, row: Model) -> Field:
    """Let a field keep what it holds, also where a planner wrote a word that nobody would choose from a list."""
    own = field.shown(getattr(row, field.name))
    if field.kind != "choice" or own in {value for value, _label in field.choices}:
        return field
    return replace(field, choices=(*field.choices, (own, own)))
