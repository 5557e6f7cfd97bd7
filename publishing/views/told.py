"""What the engine and the platforms' rows say in English, in the language of whoever looks."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from django.utils.translation import gettext, gettext_noop

from generation.views import said

TEMPLATES: Final = (
    gettext_noop("Choose: %(label)s. %(platform)s wants it."),
    gettext_noop("Fill in: %(label)s. %(platform)s wants it."),
    gettext_noop("%(label)s has %(used)s characters; %(platform)s takes %(limit)s. Leave out %(rest)s."),
    gettext_noop("%(label)s has %(used)s bytes; %(platform)s takes %(limit)s. Leave out %(rest)s."),
    gettext_noop("%(label)s may not hold %(signs)s on %(platform)s."),
    gettext_noop("%(label)s has %(used)s hashtags; %(platform)s takes %(limit)s."),
    gettext_noop("%(label)s has %(used)s mentions; %(platform)s takes %(limit)s."),
    gettext_noop("%(label)s: “%(value)s” cannot be chosen for this account. Choose another."),
    gettext_noop("%(label)s is switched off for this account by %(platform)s. Switch it off here too."),
    gettext_noop("%(platform)s wants its terms agreed to before a post."),
    gettext_noop("%(channel)s is disconnected. Connect it again."),
    gettext_noop("The consent of %(channel)s ends %(when)s. Connect it again before that."),
    gettext_noop("This film was published on %(channel)s already (%(day)s)."),
    gettext_noop("This film is scheduled for %(channel)s already (%(day)s)."),
    gettext_noop("It is not settled whether this film went out on %(channel)s. Look at that first."),
    gettext_noop("%(platform)s offers no way to change %(what)s from outside. Do it there."),
    gettext_noop("%(channel)s was disconnected."),
    gettext_noop("%(channel)s has to be connected again before this can go out."),
    gettext_noop("in %(n)s days"),
    gettext_noop("SceneMe is not registered at %(platform)s yet. %(setup)s"),
)
"""Sentences with holes; those without are looked up as they are."""

_HOLE: Final = re.compile(r"%\((\w+)\)s")


def words(told: str) -> str:
    """Return a sentence in the user's language; as it is where the studio does not know it."""
    text = told.strip()
    if not text:
        return ""
    for template, pattern in _patterns():
        found = pattern.fullmatch(text)
        if found is not None:
            return gettext(template) % {name: words(value) for name, value in found.groupdict().items()}
    known = gettext(text)
    return known if known != text else said.words(text)


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((template, _pattern(template)) for template in TEMPLATES)


def _pattern(template: str) -> re.Pattern[str]:
    pieces = _HOLE.split(template)
    written = [f"(?P<{piece}>.+?)" if index % 2 else re.escape(piece) for index, piece in enumerate(pieces)]
    return re.compile("".join(written), re.DOTALL)
