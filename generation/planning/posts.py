"""The words of a post: what is asked of a language model, and the shape that its answer must have.

What each platform takes of them is not decided here: whoever publishes cuts them to its limits.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, model_validator

from generation import prompts
from generation.providers.base import TextRequest

TASK = "post"
MOST_WORDS = 60
"""Hashtags or tags that are read of an answer: more than any platform takes."""


def _text(value: object, most: int) -> str:
    # PostgreSQL cannot store NUL, and no post needs it.
    return str(value if value is not None else "").replace("\x00", "").strip()[:most]


def _short(most: int) -> BeforeValidator:
    return BeforeValidator(lambda value: _text(value, most))


def _words(value: object) -> object:
    """Take what was told as one text for the list that it was meant to be; leave out what is empty."""
    told = value.replace("\n", ",").split(",") if isinstance(value, str) else value
    if not isinstance(told, list):
        return told
    return [word for word in (_text(one, 80) for one in told) if word][:MOST_WORDS]


Words = Annotated[list[str], BeforeValidator(_words)]


class PostWords(BaseModel):
    """What a post says. `text` is its description or its caption."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    title: Annotated[str, _short(400)] = ""
    text: Annotated[str, _short(10_000)] = ""
    hashtags: Words = []
    tags: Words = []

    @model_validator(mode="after")
    def _something_is_said(self) -> Self:
        if not (self.title or self.text):
            raise ValueError("a post has a title or a text")
        return self


def post_request(arguments: Mapping[str, Any]) -> TextRequest:
    """Return the request for the words of a post, from its recipe's arguments, which hold all that is told."""
    material = {**arguments["material"], "seed": arguments["seed"]}
    return TextRequest(
        task=TASK,
        instructions=prompts.posting(),
        prompt=prompts.plan_prompt(material),
        answer_schema=PostWords.model_json_schema(),
        material=material,
        seed=int(arguments["seed"]),
    )
