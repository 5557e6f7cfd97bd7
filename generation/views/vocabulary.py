"""Words that are stored or put together elsewhere, listed so that the catalogues have them."""

from __future__ import annotations

from typing import Final

from django.utils.functional import lazy
from django.utils.translation import gettext, gettext_noop, pgettext, pgettext_lazy

NOUNS: Final = (
    gettext_noop("scene"),
    gettext_noop("scenes"),
    gettext_noop("shot"),
    gettext_noop("shots"),
    gettext_noop("take"),
    gettext_noop("takes"),
    gettext_noop("line"),
    gettext_noop("lines"),
    gettext_noop("episode"),
    gettext_noop("episodes"),
    gettext_noop("guide"),
    gettext_noop("guides"),
    gettext_noop("picture"),
    gettext_noop("pictures"),
    gettext_noop("clip"),
    gettext_noop("clips"),
    gettext_noop("film"),
    gettext_noop("films"),
    gettext_noop("guide image"),
    gettext_noop("guide images"),
    gettext_noop("spoken line"),
    gettext_noop("spoken lines"),
    gettext_noop("sound of a scene"),
    gettext_noop("sounds of scenes"),
    gettext_noop("finished film"),
    gettext_noop("finished films"),
    gettext_noop("line of the script"),
    gettext_noop("lines of the script"),
)
"""What is counted, one and many."""

DEEDS: Final = (
    gettext_noop("Add a line"),
    gettext_noop("Add a scene"),
    gettext_noop("Add a shot"),
    gettext_noop("Cast in a scene"),
    gettext_noop("Cast in a shot"),
    gettext_noop("Change a look in a scene"),
    gettext_noop("Divide a line"),
    gettext_noop("Divide a scene"),
    gettext_noop("Duplicate a scene"),
    gettext_noop("Duplicate a shot"),
    gettext_noop("Join two scenes"),
    gettext_noop("Join two shots"),
    gettext_noop("Move a line"),
    gettext_noop("Move a scene"),
    gettext_noop("Move a shot"),
    gettext_noop("Remove a line"),
    gettext_noop("Remove a scene"),
    gettext_noop("Take out of a scene"),
    gettext_noop("Take out of a shot"),
    gettext_noop("Trim a shot"),
)
"""Changes of the plan, as they are written down."""

IN_A_PHRASE: Final = (
    gettext_noop("dawn"),
    gettext_noop("day"),
    gettext_noop("dusk"),
    gettext_noop("night"),
    gettext_noop("rain"),
    gettext_noop("snow"),
    gettext_noop("fog"),
    gettext_noop("storm"),
    gettext_noop("push in"),
    gettext_noop("pull out"),
    gettext_noop("pan left"),
    gettext_noop("pan right"),
    gettext_noop("tilt up"),
    gettext_noop("tilt down"),
    gettext_noop("handheld"),
)
"""What a shot or a scene has, in the middle of a sentence."""

STAGING: Final = (
    pgettext_lazy("staging", "Dawn"),
    pgettext_lazy("staging", "Day"),
    pgettext_lazy("staging", "Dusk"),
    pgettext_lazy("staging", "Night"),
    pgettext_lazy("staging", "Clear"),
    pgettext_lazy("staging", "Rain"),
    pgettext_lazy("staging", "Snow"),
    pgettext_lazy("staging", "Fog"),
    pgettext_lazy("staging", "Storm"),
    pgettext_lazy("staging", "Push in"),
    pgettext_lazy("staging", "Pull out"),
    pgettext_lazy("staging", "Pan left"),
    pgettext_lazy("staging", "Pan right"),
    pgettext_lazy("staging", "Tilt up"),
    pgettext_lazy("staging", "Tilt down"),
    pgettext_lazy("staging", "Handheld"),
    pgettext_lazy("staging", "Stand"),
    pgettext_lazy("staging", "Walk"),
    pgettext_lazy("staging", "Run"),
    pgettext_lazy("staging", "Sit"),
    pgettext_lazy("staging", "Talk"),
    pgettext_lazy("staging", "Point"),
    pgettext_lazy("staging", "Hold"),
    pgettext_lazy("staging", "Phone"),
    pgettext_lazy("staging", "Lean"),
    pgettext_lazy("staging", "Kneel"),
    pgettext_lazy("staging", "Fear"),
    pgettext_lazy("staging", "Hug"),
    pgettext_lazy("staging", "Read"),
    pgettext_lazy("staging", "Drive"),
    pgettext_lazy("staging", "Sleep"),
    pgettext_lazy("staging", "Wave"),
    pgettext_lazy("staging", "Neutral"),
    pgettext_lazy("staging", "Happy"),
    pgettext_lazy("staging", "Sad"),
    pgettext_lazy("staging", "Angry"),
    pgettext_lazy("staging", "Surprise"),
    pgettext_lazy("staging", "Tense"),
    pgettext_lazy("staging", "Tender"),
    pgettext_lazy("staging", "Tired"),
    pgettext_lazy("staging", "Sly"),
    pgettext_lazy("staging", "Nod"),
    pgettext_lazy("staging", "Shake head"),
    pgettext_lazy("staging", "Shrug"),
    pgettext_lazy("staging", "Laugh"),
    pgettext_lazy("staging", "Turn"),
    pgettext_lazy("staging", "Look around"),
    pgettext_lazy("staging", "Step back"),
    pgettext_lazy("staging", "Step forward"),
    pgettext_lazy("staging", "Bow"),
    pgettext_lazy("staging", "Clap"),
    pgettext_lazy("staging", "Cheer"),
    pgettext_lazy("staging", "Raise glass"),
    pgettext_lazy("staging", "Wipe eyes"),
    pgettext_lazy("staging", "Tremble"),
    pgettext_lazy("staging", "Reach"),
    pgettext_lazy("staging", "Give"),
    pgettext_lazy("staging", "Take"),
    pgettext_lazy("staging", "Stand up"),
    pgettext_lazy("staging", "Sit down"),
    pgettext_lazy("staging", "Fall"),
    pgettext_lazy("staging", "Jump"),
    pgettext_lazy("staging", "Dance"),
    pgettext_lazy("staging", "Knock"),
    pgettext_lazy("staging", "Type"),
    pgettext_lazy("staging", "Write"),
    pgettext_lazy("staging", "Drink"),
    pgettext_lazy("staging", "Eat"),
    pgettext_lazy("staging", "Play"),
    pgettext_lazy("staging", "Left"),
    pgettext_lazy("staging", "Center"),
    pgettext_lazy("staging", "Right"),
    pgettext_lazy("staging", "Back"),
    pgettext_lazy("staging", "Camera"),
    pgettext_lazy("staging", "Away"),
)
"""What can be chosen for a shot, as the choices read."""


def staged(value: str) -> str:
    """Return a word of the staging as a choice reads: “Push in” for `push_in`. Words that we do not know stay."""
    return pgettext("staging", value.replace("_", " ").capitalize())


def in_a_phrase(value: str) -> str:
    """Return a word of the staging as it stands in a sentence: “push in” for `push_in`."""
    return gettext(value.replace("_", " ")) if value else ""


staged_lazy = lazy(staged, str)
