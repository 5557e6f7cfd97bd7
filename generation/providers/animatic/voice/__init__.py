"""The animatic's voices: words made speakable, spoken locally, and timed to the words on screen."""

from __future__ import annotations
