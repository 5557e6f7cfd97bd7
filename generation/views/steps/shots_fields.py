"""Fields as a page shows them: what stands in them, what may be chosen, and what the user has seen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from generation.views.steps.shots_forms import Choices, PartialForm

GROUP = "generation/shots/_group.html"


@dataclass(frozen=True)
class Field:
    """One field of a form. `kind` says how it is shown: select, text, area, or number."""

    id: str
    name: str
    label: str
    kind: str
    value: str
    choices: tuple[tuple[str, str], ...] = ()
    most: int | None = None
    help: str = ""
    is_wide: bool = False


@dataclass(frozen=True)
class Group:
    """Fields that are sent together. `title` is empty where the words around it say enough."""

    key: str
    title: str
    action: str
    fields: tuple[Field, ...]
    may_edit: bool


class Fields:
    """Makes the fields of one row for one form."""

    def __init__(self, key: str, form: type[PartialForm], row: Any) -> None:
        self.key, self.form, self.row = key, form, row

    def select(self, name: str, choices: Choices, *, help_text: str = "") -> Field:
        """Return a choice of words. What stands there already may be any word."""
        value = self._value(name)
        read = tuple((str(key), str(label)) for key, label in choices)
        if value not in dict(read):
            read = (*read, (value, value.replace("_", " ").capitalize()))
        return self._field(name, "select", value, choices=read, help=help_text)

    def text(
        self, name: str, *, help_text: str = "", suggestions: tuple[str, ...] = (), is_wide: bool = False
    ) -> Field:
        """Return a line of text, with what might be meant."""
        read = tuple((word, word) for word in suggestions)
        return self._field(
            name, "text", self._value(name), choices=read, most=self._most(name), help=help_text, is_wide=is_wide
        )

    def area(self, name: str, *, help_text: str = "") -> Field:
        """Return a text of several lines."""
        return self._field(name, "area", self._value(name), most=self._most(name), help=help_text, is_wide=True)

    def _field(self, name: str, kind: str, value: str, **more: Any) -> Field:
        label = str(self.form.base_fields[name].label)
        return Field(f"{self.key}-{name}", name, label, kind, value, **more)

    def _value(self, name: str) -> str:
        value = getattr(self.row, name)
        return "" if value is None else str(value)

    def _most(self, name: str) -> int | None:
        return getattr(self.form.base_fields[name], "max_length", None)
