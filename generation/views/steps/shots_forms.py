"""What somebody says about a scene, a shot or a person in it: checked, and compared with what they saw before.

Each form takes any of its fields, and looks only at those that were changed: beside `size` a page sends `was-size`. So
a field that holds a word that we do not know (a planner may use any) does no harm to the one next to it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from entities.models import Look, Set
from generation.views import wording
from generation.views.vocabulary import staged_lazy
from projects.models import MOST_LEAD_MS, Shot

Choices = Sequence[tuple[str, Any]]


def words(*values: str, empty: Any = None) -> Choices:
    """Return choices of words as they are stored and as they are read; `empty` names the choice of none."""
    read: list[tuple[str, Any]] = [(value, staged_lazy(value)) for value in values]
    return read if empty is None else [("", empty), *read]


ANGLES = {
    "eye": _("Eye level"),
    "low": _("From below"),
    "high": _("From above"),
    "top": _("Straight down"),
    "dutch": _("Tilted"),
    "over_shoulder": _("Over the shoulder"),
}
TIMES = words("dawn", "day", "dusk", "night", empty=_("Any"))
WEATHERS = words("clear", "rain", "snow", "fog", "storm", empty=_("Any"))
SIZES: Choices = list(wording.SIZES.items())
MOVES: Choices = [
    ("hold", pgettext_lazy("camera move", "Still")),
    *words("push_in", "pull_out", "pan_left", "pan_right", "tilt_up", "tilt_down", "handheld"),
]
LENSES = words("18mm", "24mm", "28mm", "35mm", "50mm", "85mm", "100mm", empty=_("Any"))
TRANSITIONS: Choices = [("cut", pgettext_lazy("transition", "Cut")), ("dissolve", _("Dissolve"))]
CARDS: Choices = [("", _("None")), *Shot.Card.choices]
CAPTIONS: Choices = [("", _("Where there is room")), *Shot.CaptionPlace.choices]
POSES = words(
    "stand", "walk", "run", "sit", "talk", "point", "hold", "phone", "lean", "kneel", "fear", "hug", "read", "drive",
    "sleep", "wave", empty=_("Any"),
)  # fmt: skip
EXPRESSIONS = words(
    "neutral", "happy", "sad", "angry", "fear", "surprise", "tense", "tender", "tired", "sly", empty=_("Any")
)
GESTURES = words(
    "nod", "shake_head", "shrug", "laugh", "turn", "look_around", "step_back", "step_forward", "bow", "clap", "cheer",
    "raise_glass", "wipe_eyes", "tremble", "reach", "give", "take", "stand_up", "sit_down", "fall", "jump", "dance",
    "knock", "type", "write", "drink", "eat", "play", empty=_("None"),
)  # fmt: skip
PLACES = words("left", "center", "right", "back", empty=_("Any"))
FACINGS = words("left", "right", "camera", "away", empty=_("Any"))
DOORS = words("left", "right", "back", empty=_("No"))


class PartialForm(forms.Form):
    """Fields of a row, as many of them as were sent; only those that were changed are checked."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        super().__init__(data)
        for name in list(self.fields):
            if name not in data or self._line(name) == self._line(f"was-{name}"):
                del self.fields[name]

    @property
    def values(self) -> dict[str, Any]:
        """What was changed, as it is stored."""
        return {name: _plain(value) for name, value in self.cleaned_data.items()}

    @property
    def was(self) -> dict[str, Any]:
        """What the user saw where something was changed, as it is stored."""
        return {name: self._stored(name) for name in self.fields}

    @property
    def problem(self) -> str:
        """The first thing that is wrong, with the name of its field."""
        return next(f"{self.fields[name].label}: {errors[0]}" for name, errors in self.errors.items())

    def _line(self, name: str) -> str:
        return str(self.data.get(name, "")).replace("\r\n", "\n")

    def _stored(self, name: str) -> Any:
        text, field = self._line(f"was-{name}"), self.fields[name]
        if isinstance(field, forms.ModelChoiceField | forms.IntegerField):
            return int(text) if text.lstrip("-").isdigit() else None
        return text


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return value.replace("\r\n", "\n")
    return getattr(value, "pk", value)


def _word(label: Any, *, most: int = 20, required: bool = False) -> forms.CharField:
    return forms.CharField(label=label, max_length=most, required=required)


class ShotForm(PartialForm):
    """How a shot is taken and what happens in it."""

    action = _word(_("What happens"), most=2000)
    size = _word(_("Size"), required=True)
    angle = _word(_("Angle"), required=True)
    move = _word(_("Camera move"), required=True)
    lens = _word(_("Lens"))
    focus = _word(_("In focus"), most=120)
    transition = forms.ChoiceField(label=_("Begins with"), choices=TRANSITIONS)
    lead_ms = forms.IntegerField(label=_("Lead"), min_value=-MOST_LEAD_MS, max_value=MOST_LEAD_MS)
    card = forms.ChoiceField(label=_("Written over it"), choices=CARDS, required=False)
    caption_place = forms.ChoiceField(label=_("Captions"), choices=CAPTIONS, required=False)
    prompt = _word(_("Prompt"), most=8000)


class SceneForm(PartialForm):
    """Where and when a scene is, and how it feels."""

    heading = _word(_("Heading"), most=200)
    summary = _word(_("What happens"), most=4000)
    set_id = forms.ModelChoiceField(label=_("Place"), queryset=Set.objects.none(), required=False)
    time_of_day = _word(_("Time of day"))
    weather = _word(_("Weather"))
    mood = _word(_("Mood"), most=40)
    music = _word(_("Music"), most=40)
    transition = forms.ChoiceField(label=_("Begins with"), choices=TRANSITIONS)

    def __init__(self, data: Mapping[str, Any], *, library_id: int) -> None:
        super().__init__(data)
        place = self.fields.get("set_id")
        if isinstance(place, forms.ModelChoiceField):
            place.queryset = Set.objects.filter(library=library_id)


class CastingForm(PartialForm):
    """What somebody does in a shot, and in which look."""

    look_id = forms.ModelChoiceField(label=_("Look"), queryset=Look.objects.none(), required=False)
    pose = _word(_("Pose"), most=40)
    expression = _word(_("Expression"), most=40)
    gesture = _word(_("Gesture"))
    holds = _word(_("Holds"), most=80)
    place = _word(_("Place"))
    facing = _word(_("Faces"))
    looks_at = _word(_("Looks at"), most=120)
    enters = _word(_("Enters from"))
    leaves = _word(_("Leaves to"))

    def __init__(self, data: Mapping[str, Any], *, entity_id: int) -> None:
        super().__init__(data)
        look = self.fields.get("look_id")
        if isinstance(look, forms.ModelChoiceField):
            look.queryset = Look.objects.filter(character=entity_id)
