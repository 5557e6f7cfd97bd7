"""Figures and states as people read them."""

from __future__ import annotations

from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from generation.models import Run
from generation.services.budget import Costs
from generation.views.vocabulary import in_a_phrase
from projects.models import Project

SIZES = {
    "extreme_wide": pgettext_lazy("shot size", "Extreme wide"),
    "wide": pgettext_lazy("shot size", "Wide"),
    "full": pgettext_lazy("shot size", "Full"),
    "medium": pgettext_lazy("shot size", "Medium"),
    "close": pgettext_lazy("shot size", "Close"),
    "extreme_close": pgettext_lazy("shot size", "Extreme close"),
    "insert": pgettext_lazy("shot size", "Insert"),
}
ANGLES = {
    "low": gettext_lazy("from below"),
    "high": gettext_lazy("from above"),
    "top": gettext_lazy("straight down"),
    "dutch": gettext_lazy("tilted"),
    "over_shoulder": gettext_lazy("over the shoulder"),
}
LOOK_OVER = {
    Run.Gate.SCRIPT: (gettext_lazy("Read the script: who says what, and in which words."), "script"),
    Run.Gate.CAST: (gettext_lazy("Meet the cast: who is who, and who speaks with which voice."), "cast"),
    Run.Gate.SHOTS: (gettext_lazy("Listen to the lines and read the shots scene by scene."), "scenes"),
    Run.Gate.FRAMES: (gettext_lazy("Look at the first picture of every shot."), "scenes"),
    Run.Gate.CLIPS: (gettext_lazy("Play the clips."), "scenes"),
    Run.Gate.EXPORT: (gettext_lazy("Watch the film."), "film"),
}
"""What there is to look at when a run waits at a gate, and where on the page it is."""


def title(film: Project) -> str:
    """Return a film's title; as long as it has none, the beginning of what was typed."""
    return film.title or Truncator(" ".join(film.source.split())).words(9, truncate="…")


def clock(milliseconds: int | None) -> str:
    """Return a length as on a player: 0:07, 12:30, 1:02:03."""
    seconds = round((milliseconds or 0) / 1000)
    hours, minutes = seconds // 3600, seconds // 60 % 60
    return f"{hours}:{minutes:02}:{seconds % 60:02}" if hours else f"{minutes}:{seconds % 60:02}"


def rough(seconds: int | None) -> str:
    """Return a time to wait in words; “unknown yet” for none."""
    if seconds is None:
        return _("unknown yet")
    if seconds < 50:
        return _("about %s s") % max(5, round(seconds / 5) * 5)
    if seconds < 3600:
        return _("about %s min") % max(1, round(seconds / 60))
    return _("about %(h)s h %(min)s min") % {"h": seconds // 3600, "min": seconds % 3600 // 60}


def took(seconds: float | None) -> str:
    """Return how long work took."""
    if seconds is None:
        return ""
    return f"{seconds:.1f} s" if seconds < 10 else f"{seconds:.0f} s" if seconds < 120 else clock(int(seconds * 1000))


def dollars(micros: int) -> str:
    """Return a sum of money; small sums with enough digits to be told apart from nothing."""
    amount = micros / 1_000_000
    return f"${amount:.2f}" if micros == 0 or amount >= 0.1 else f"${amount:.4f}".rstrip("0")


def price(micros: int | None) -> str:
    """Return what something costs: “free”, “$0.12”, “price unknown”."""
    if micros is None:
        return _("price unknown")
    return dollars(micros) if micros else _("free")


def costs(costs: Costs) -> str:
    """Return what something has cost against its budget: “$0.40 of $5.00 · $0.10 wasted”, or “free”."""
    if not costs.spent and not costs.wasted and costs.budget is None:
        return _("free")
    spent = dollars(costs.spent)
    if costs.budget is not None:
        spent = _("%(spent)s of %(budget)s") % {"spent": spent, "budget": dollars(costs.budget)}
    words = [spent]
    if costs.reserved:
        words.append(_("%s set aside") % dollars(costs.reserved))
    if costs.wasted:
        words.append(_("%s wasted") % dollars(costs.wasted))
    return " · ".join(words)


def camera(size: str, angle: str, move: str) -> str:
    """Return how a shot is taken: “Close, from below, push in”."""
    words = [str(SIZES.get(size, size.replace("_", " ").capitalize()))]
    if angle and angle != "eye":
        words.append(str(ANGLES.get(angle, angle.replace("_", " "))))
    if move and move != "hold":
        words.append(in_a_phrase(move))
    return ", ".join(word for word in words if word)


def count(number: int, one: str, many: str = "") -> str:
    """Return a number with its noun, in the user's language: “1 shot”, “12 shots”. Nouns stand in `vocabulary`."""
    return f"{number:,} {_(one if number == 1 else many or one + 's')}"


def listed(words: list[str]) -> str:
    """Return a phrase: “2 voices, 1 clip and the film”."""
    if len(words) < 2:
        return "".join(words)
    return _("%(first)s and %(last)s") % {"first": _(", ").join(words[:-1]), "last": words[-1]}


def deed(label: str) -> str:
    """Return the words under which a change of the plan was written down, in the language of who reads them."""
    undone = label.removeprefix("Undo: ")
    return label if _(undone) == undone else label.replace(undone, _(undone))


def exact(micros: int) -> str:
    """Return a sum to its last millionth, as it stands on a bill: “$0.05”, “$0.001234”."""
    whole, part = divmod(abs(micros), 1_000_000)
    digits = f"{part:06}".rstrip("0").ljust(2, "0")
    return f"{'-' if micros < 0 else ''}${whole:,}.{digits}"
