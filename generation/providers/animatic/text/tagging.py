"""Parts of speech, from the speech engine's own tagger: an idea is a few words and every one counts."""

from __future__ import annotations

import gzip
import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple


class Tagged(NamedTuple):
    """A word and its part of speech in Penn Treebank tags ("NN", "VBZ")."""

    word: str
    tag: str


def tag(text: str) -> list[Tagged]:
    """Return the words of a short text with their parts of speech."""
    tokenizer, tagger = _engine()
    tokens = [word for word, _ in tokenizer(text)]
    return [Tagged(str(word), str(kind)) for word, kind in zip(tokens, tagger(tokens), strict=True)]


def tags_of(tokens: Sequence[str]) -> list[str]:
    """Return the part of speech of each token of one sentence ("Tom's" has that of "Tom")."""
    parts: list[str] = []
    places: list[int] = []
    for token in tokens:
        places.append(len(parts))
        owner = token[:-2] if token.endswith("'s") and len(token) > 2 else token.rstrip("'") or token
        parts += [owner, "'s"] if owner != token else [token]
    kinds = _engine()[1](parts)
    return [str(kinds[place]) for place in places]


@cache
def _engine() -> tuple[Any, Any]:
    # Loaded when first needed: 0.15 s and 20 MB that a worker which never plans an idea does not pay.
    import hibari
    from hibari.g2p.tagger import Tagger
    from hibari.g2p.tokenize import Tokenizer

    assets = Path(hibari.__file__).parent / "assets"
    exceptions = json.loads((assets / "tokenizer_exceptions.json").read_text(encoding="utf-8"))
    with gzip.open(assets / "tagger.json.gz", "rt", encoding="utf-8") as file:
        weights = json.load(file)
    return Tokenizer(exceptions), Tagger(weights)
