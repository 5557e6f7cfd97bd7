"""The shape an answer about a picture must have."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

TASK = "picture"


def _short(most: int) -> BeforeValidator:
    # PostgreSQL cannot store NUL, and no picture needs it.
    return BeforeValidator(lambda value: str(value if value is not None else "").replace("\x00", "")[:most])


class Seen(BaseModel):
    """What a picture shows, in words."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    description: Annotated[str, _short(2000)] = Field(min_length=1)
    tags: list[Annotated[str, _short(60)]] = Field(default=[], max_length=40)
    people: list[Annotated[str, _short(400)]] = Field(default=[], max_length=40)
    text: Annotated[str, _short(2000)] = ""
