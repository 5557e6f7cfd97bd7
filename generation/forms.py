"""What somebody says before a film is made."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from entities.models import Library, Style
from generation.models import Run
from projects.models import SHAPES, Project
from projects.services import BadSource, checked_source

LENGTHS = ((15, "15 s"), (30, "30 s"), (60, "1 min"), (120, "2 min"), (300, "5 min"))
OWN_LENGTH = "own"
GATES = (
    (Run.Gate.EXPORT, gettext_lazy("Never, make it all")),
    (Run.Gate.SCRIPT, gettext_lazy("After the script")),
    (Run.Gate.CAST, gettext_lazy("After the cast")),
    (Run.Gate.SHOTS, gettext_lazy("After the shots")),
    (Run.Gate.FRAMES, gettext_lazy("After the frames")),
    (Run.Gate.CLIPS, gettext_lazy("After the clips")),
)
SHAPE_WORDS = {"16:9": gettext_lazy("Wide"), "9:16": gettext_lazy("Tall"), "1:1": gettext_lazy("Square")}

_LENGTH = re.compile(r"(?:(?P<minutes>\d+)\s*(?::|m[a-z]*))?\s*(?:(?P<seconds>\d+)\s*(?:s[a-z]*)?)?", re.IGNORECASE)


def seconds_in(text: str) -> int | None:
    """Read a length as people write it: 90, 90 s, 1:30, 2 min, 1 min 30; None if it is none."""
    found = _LENGTH.fullmatch(text.strip())
    if found is None or not any(found.groups()):
        return None
    return int(found["minutes"] or 0) * 60 + int(found["seconds"] or 0)


class FilmForm(forms.Form):
    """The one box and its quiet row of options."""

    source = forms.CharField(
        label=gettext_lazy("What is your film about?"),
        strip=False,
        required=False,  # an empty text gets the sentence that every other unusable text gets
        widget=forms.Textarea(
            attrs={
                "rows": 4,
                "placeholder": gettext_lazy("A lighthouse keeper finds a message in a bottle, addressed to her."),
                "autofocus": True,
                "spellcheck": "true",
            }
        ),
    )
    shape = forms.ChoiceField(
        label=gettext_lazy("Shape"),
        choices=[(shape, SHAPE_WORDS[shape]) for shape in SHAPES],
        initial=SHAPES[0],
        widget=forms.RadioSelect,
    )
    length = forms.ChoiceField(
        label=gettext_lazy("Length"),
        choices=[*((str(seconds), label) for seconds, label in LENGTHS), (OWN_LENGTH, gettext_lazy("Other"))],
        initial="60",
        widget=forms.RadioSelect,
    )
    own_length = forms.CharField(
        label=gettext_lazy("Length in minutes and seconds"),
        required=False,
        max_length=20,
        widget=forms.TextInput(attrs={"placeholder": "1:30", "inputmode": "text", "autocomplete": "off"}),
    )
    style = forms.ModelChoiceField(
        label=gettext_lazy("Style"),
        queryset=Style.objects.none(),
        required=False,
        blank=True,  # without it a row of radios has no empty choice
        empty_label=gettext_lazy("As the story wants"),
        widget=forms.RadioSelect,
    )
    until = forms.ChoiceField(label=gettext_lazy("Stop to look"), choices=GATES, initial=Run.Gate.EXPORT)
    library = forms.ModelChoiceField(label=gettext_lazy("Library"), queryset=Library.objects.none(), empty_label=None)
    seed = forms.IntegerField(min_value=1, max_value=2**31 - 1, initial=1, widget=forms.HiddenInput)

    def __init__(self, *args: Any, libraries: QuerySet[Library], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.libraries = list(libraries)
        self._field("library").queryset = libraries
        self._field("style").queryset = Style.objects.filter(Q(library=None) | Q(library__in=self.libraries)).order_by(
            "name"
        )
        if self.libraries:
            self.fields["library"].initial = self.libraries[0]

    @property
    def style_name(self) -> str:
        """The name of the style that is chosen as the form is shown."""
        chosen = self["style"].value()
        pk = str(chosen.pk if isinstance(chosen, Style) else chosen or "")
        named = (style.name for style in self._field("style").queryset or () if str(style.pk) == pk)
        return next(named, _("As the story wants"))

    def _field(self, name: str) -> forms.ModelChoiceField[Any]:
        field = self.fields[name]
        assert isinstance(field, forms.ModelChoiceField)  # noqa: S101
        return field

    def clean_source(self) -> str:
        """Refuse what no film can be made of."""
        text: str = self.cleaned_data["source"]
        try:
            checked_source(text)
        except BadSource as error:
            raise ValidationError(str(error)) from error
        return text

    def clean(self) -> dict[str, Any]:
        """Work out the seconds, and see that the style belongs to the library."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("length") == OWN_LENGTH:
            seconds = seconds_in(cleaned.get("own_length", ""))
            if seconds is None or not 5 <= seconds <= 10_800:
                self.add_error("own_length", _("Give a length between 5 seconds and 3 hours, such as 1:30 or 90 s."))
            cleaned["seconds"] = seconds
        elif cleaned.get("length"):
            cleaned["seconds"] = int(cleaned["length"])
        style, library = cleaned.get("style"), cleaned.get("library")
        if style and library and style.library_id not in {None, library.pk}:
            self.add_error("style", _("This style belongs to another library."))
        return cleaned


def as_before(film: Project, *, until: str) -> dict[str, Any]:
    """Return the form's first values for another version of a film."""
    known = {str(seconds) for seconds, _ in LENGTHS}
    is_known = str(film.seconds) in known
    style = Style.objects.filter(Q(library=None) | Q(library=film.library_id), name=film.style.get("name", ""))
    return {
        "source": film.source,
        "shape": film.shape,
        "length": str(film.seconds) if is_known else OWN_LENGTH,
        "own_length": "" if is_known else f"{film.seconds // 60}:{film.seconds % 60:02}",
        "style": style.order_by("-library").first(),
        "until": until,
        "library": film.library_id,
        "seed": film.seed + 1,
    }
