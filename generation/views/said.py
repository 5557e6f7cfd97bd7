"""What the engine has written down, read in the language of whoever looks.

Jobs, runs and logs hold plain English sentences: they are the studio's memory, and outlive the language of whoever was
there. Each sentence that the engine says often stands here as a template; a stored one that fits it is translated, with
its names and figures put in. What fits none, such as a vendor's own words, is shown as it is.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from django.utils.translation import gettext, gettext_noop, override

from generation.graph import STEPS
from generation.media.preflight import SENTENCES
from generation.models import Run
from generation.shortening import REASONS

TEMPLATES: Final = (
    gettext_noop("Paused. What is being made now is still finished."),
    gettext_noop("%(gate)s: ready. Look it over, then continue."),
    gettext_noop("The film is finished."),
    gettext_noop("%(step)s cannot begin: %(missing)s is missing."),
    gettext_noop("%(step)s cannot begin."),
    gettext_noop("%(step)s: %(n)s could not be made. %(why)s"),
    gettext_noop("Scene %(n)s (%(scene)s) has no shots, so no picture was begun. %(why)s"),
    gettext_noop("Line %(n)s (“%(line)s”) could not be spoken. %(why)s"),
    gettext_noop("The disk is full. Make room, then continue: nothing that was made is lost."),
    gettext_noop("Something went wrong inside the studio (%(what)s)."),
    gettext_noop("The studio could not use a file: %(what)s."),
    gettext_noop("The work was cut off %(n)s times, so it was given up."),
    gettext_noop("It was made, but never arrived here. What it cost is counted as wasted."),
    gettext_noop("The vendor never made it, so it cost nothing. It can be tried again."),
    gettext_noop("It was sent, and no answer was seen. Whether it was made is being found out."),
    gettext_noop("There is no first frame to start from."),
    gettext_noop("The voice came back silent."),
    gettext_noop("The plan that came back is not of the shape that was asked for."),
    gettext_noop("What came back are no words for a post."),
    gettext_noop("%(vendor)s cannot be reached."),
    gettext_noop("No model for %(what)s is switched on. Switch one on in the admin, under Model offers."),
    gettext_noop(
        "The next piece of work costs %(price)s USD, but only %(left)s USD of %(whose)s budget is left. "
        "Raise the budget or choose another model."
    ),
    gettext_noop(
        "The next piece of work costs %(price)s USD, and this film has no budget. "
        "Set one under Account, Costs, or choose another model."
    ),
    gettext_noop("%(model)s takes %(most)s characters, but this has %(n)s."),
    gettext_noop("%(model)s takes %(most)s reference pictures, but this has %(n)s."),
    gettext_noop(
        "%(model)s makes clips of up to %(most)s s, but this shot lasts %(length)s s. "
        "Divide the shot or choose another model."
    ),
    gettext_noop("%(model)s makes %(shapes)s, not %(shape)s."),
    gettext_noop("No model that can change a picture is set up."),
    gettext_noop("This model cannot change a picture, or it is switched off."),
    gettext_noop("%(model)s changes the whole picture: it takes no mask. Mark no part, or choose another model."),
    gettext_noop("%(model)s changes only a part of a picture. Mark the part."),
    gettext_noop("Any model that is set up"),
    gettext_noop("Say what should change."),
    gettext_noop("A wish has up to %(most)s characters, but this has %(n)s."),
    gettext_noop("Mark the part that may change, or fill in all four of its numbers."),
    gettext_noop("The part that may change is empty, or lies outside the picture."),
    gettext_noop("The mask cannot be read."),
    gettext_noop("The mask is black all over: nothing may change."),
    gettext_noop("The picture to change, or its mask, is not there any more. Ask for the change anew."),
    gettext_noop("%(model)s takes no pictures; left out: %(names)s."),
    gettext_noop("%(model)s takes 1 picture; left out: %(names)s."),
    gettext_noop("%(model)s takes %(n)s pictures; left out: %(names)s."),
    gettext_noop("guide images %(which)s"),
    gettext_noop("guide image %(which)s"),
    gettext_noop("%(share)s %% of %(whose)s budget of %(sum)s USD is spent or set aside."),
    gettext_noop("%(model)s: the next of the route, after another model did not make it."),
    gettext_noop("%(model)s: chosen for this shot."),
    gettext_noop("%(model)s: chosen for this change."),
    gettext_noop("%(model)s: chosen for this film."),
    gettext_noop("%(model)s: chosen for the library."),
    gettext_noop("%(model)s: the best of %(n)s that can be used."),
    gettext_noop("%(model)s: the fastest of %(n)s that can be used."),
    gettext_noop("%(model)s: the cheapest of %(n)s that can be used."),
    gettext_noop("%(model)s: the usual one of %(n)s that can be used."),
    gettext_noop("%(model)s: the only one there is."),
    gettext_noop("%(vendor)s is switched off."),
    gettext_noop("%(vendor)s makes %(n)s pieces at once; this one is next."),
    gettext_noop("%(vendor)s takes so many requests a minute."),
    gettext_noop("%(model)s failed %(n)s times in a row: %(why)s"),
    gettext_noop("waiting for %(what)s"),
    gettext_noop("waiting for what it is made from"),
    gettext_noop("being made already"),
    gettext_noop("a voice"),
    gettext_noop("something else"),
    gettext_noop("the first frame and the voices"),
    gettext_noop("the voices of the scene"),
    gettext_noop("the film's length and its scenes"),
    gettext_noop("the film's times"),
    gettext_noop("the scene's length"),
    gettext_noop("the library's"),
    gettext_noop("this film's"),
    gettext_noop("this run's"),
    *SENTENCES.values(),
    *REASONS.values(),
)
"""Every sentence, and every part of one, that is translated; where two fit, the first one counts."""

_HOLE: Final = re.compile(r"%\((\w+)\)s")


def words(stored: str) -> str:
    """Return a stored sentence in the language of whoever looks; as it is where the studio does not know it."""
    text = stored.strip()
    for template, pattern in _patterns():
        found = pattern.fullmatch(text)
        if found is not None:
            facts = {name: words(value) for name, value in found.groupdict(default="").items()}
            return (gettext(template) % facts).strip()
    label, colon, why = text.partition(": ")
    if colon and label in _labels():
        return f"{gettext(label)}: {words(why)}"
    return gettext(text) if text in _labels() else stored


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((template, _pattern(template)) for template in TEMPLATES)


def _pattern(template: str) -> re.Pattern[str]:
    pieces = _HOLE.split(template)
    written = [
        f"(?P<{piece}>.+?)" if index % 2 else re.escape(piece.replace("%%", "%")) for index, piece in enumerate(pieces)
    ]
    # What follows a sentence may be nothing at all.
    return re.compile("".join(written).replace(r"\ (?P<why>.+?)", r"(?:\ (?P<why>.+?))?"), re.DOTALL)


@lru_cache(maxsize=1)
def _labels() -> frozenset[str]:
    """Every step and gate by its English name."""
    with override("en"):
        return frozenset({step.name for step in STEPS} | {str(gate.label) for gate in Run.Gate})
