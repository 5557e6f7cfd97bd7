"""Prose as the search for people reads it: sentence by sentence, every word with its part of speech."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .persons import Line
from .reading import Paragraph, Span, sentences
from .tagging import tags_of

TOKEN = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*|[,.!?;:]|\d+s?\b")
SHORTENED = re.compile(r"\b(Mr|Mrs|Ms|Dr|St|Prof|Capt|Lt|Sgt|Col|Gen|Rev|Jr|Sr)\.")
DASH = re.compile(r"\s*(?:--+|[—–])\s*|\s*\(|\)|[\"“”„«»]")
LONGEST_TAGGED = 400  # tokens; a sentence without end is no sentence


def tokens_of(text: str) -> list[str]:
    """Return the words and marks of a sentence: "Mr." is one word, dashes and brackets part like commas."""
    plain = SHORTENED.sub(r"\1", DASH.sub(" , ", text.replace("’", "'")))
    return TOKEN.findall(plain)


def lines_of(paragraphs: Sequence[Paragraph]) -> list[Line]:
    """Return the sentences of a text in order."""
    return [line for at, paragraph in enumerate(paragraphs) for line in _lines(paragraph.spans, at)]


def _lines(spans: Sequence[Span], paragraph: int) -> Iterator[Line]:
    for at, span in enumerate(spans):
        told = sentences(span.text)
        for place, sentence in enumerate(told):
            tokens = tokens_of(sentence)
            if not tokens:
                continue
            after = place == 0 and at > 0 and spans[at - 1].quoted
            before = place == len(told) - 1 and at + 1 < len(spans) and spans[at + 1].quoted
            tags = tags_of(tokens[:LONGEST_TAGGED]) + ["NN"] * max(0, len(tokens) - LONGEST_TAGGED)
            yield Line(tokens, span.quoted, tags, paragraph, not span.quoted and (after or before))
