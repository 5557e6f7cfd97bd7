"""Figures and states as people read them."""

from __future__ import annotations

from django.utils.text import Truncator

from generation.models import Run
from generation.services.budget import Costs
from projects.models import Project

SIZES = {
    "extreme_wide": "Extreme wide",
    "wide": "Wide",
    "full": "Full",
    "medium": "Medium",
    "close": "Close",
    "extreme_close": "Extreme close",
    "insert": "Insert",
}
ANGLES = {
    "low": "from below",
    "high": "from above",
    "top": "straight down",
    "dutch": "tilted",
    "over_shoulder": "over the shoulder",
}
LOOK_OVER = {
    Run.Gate.SCRIPT: ("Read the script: who says what, and in which words.", "script"),
    Run.Gate.CAST: ("Meet the cast: who is who, and who speaks with which voice.", "cast"),
    Run.Gate.SHOTS: ("Listen to the lines and read the shots scene by scene.", "scenes"),
    Run.Gate.FRAMES: ("Look at the first picture of every shot.", "scenes"),
    Run.Gate.CLIPS: ("Play the clips.", "scenes"),
    Run.Gate.EXPORT: ("Watch the film.", "film"),
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
        return "unknown yet"
    if seconds < 50:
        return f"about {max(5, round(seconds / 5) * 5)} s"
    if seconds < 3600:
        return f"about {max(1, round(seconds / 60))} min"
    return f"about {seconds // 3600} h {seconds % 3600 // 60} min"


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
        return "price unknown"
    return dollars(micros) if micros else "free"


def costs(costs: Costs) -> str:
    """Return what something has cost against its budget: “$0.40 of $5.00 · $0.10 wasted”, or “free”."""
    if not costs.spent and not costs.wasted and costs.budget is None:
        return "free"
    words = [dollars(costs.spent) + (f" of {dollars(costs.budget)}" if costs.budget is not None else "")]
    if costs.reserved:
        words.append(f"{dollars(costs.reserved)} set aside")
    return " · ".join([*words, f"{dollars(costs.wasted)} wasted"])


def camera(size: str, angle: str, move: str) -> str:
    """Return how a shot is taken: “Close, from below, push in”."""
    words = [SIZES.get(size, size.replace("_", " ").capitalize())]
    if angle and angle != "eye":
        words.append(ANGLES.get(angle, angle.replace("_", " ")))
    if move and move != "hold":
        words.append(move.replace("_", " "))
    return ", ".join(word for word in words if word)


def count(number: int, one: str, many: str = "") -> str:
    """Return a number with its noun: “1 shot”, “12 shots”."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
