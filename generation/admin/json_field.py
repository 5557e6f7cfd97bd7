"""JSON as people read and write it in the admin: in lines, and with the place of a mistake."""

from __future__ import annotations

import json
from typing import Any, Final

from django import forms
from django.db import models

SHORT = 90
"""What fits into so many characters stands in one line."""


def written(value: Any) -> str:
    """Return a value as JSON: short ones in a line, lists item by item, the rest set out in full."""
    line = json.dumps(value, ensure_ascii=False)
    if len(line) <= SHORT:
        return line
    if isinstance(value, list):
        return "[\n" + ",\n".join(f"  {json.dumps(item, ensure_ascii=False)}" for item in value) + "\n]"
    return json.dumps(value, indent=2, ensure_ascii=False)


class ReadableJson(forms.JSONField):
    """A JSON field that is set out in lines, and says where it cannot be read."""

    widget = forms.Textarea(attrs={"rows": 6, "cols": 100, "spellcheck": "false", "class": "vLargeTextField"})

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.required = False

    def prepare_value(self, value: Any) -> Any:
        """Set a stored value out in lines; leave what somebody is writing as it is."""
        if isinstance(value, str):
            return value
        return written(value)

    def to_python(self, value: Any) -> Any:
        """Read what was written. Raise a sentence with the line of a mistake."""
        try:
            if isinstance(value, str) and value.strip():
                json.loads(value)
        except json.JSONDecodeError as error:
            raise forms.ValidationError(
                f"This is not JSON: {error.msg}, in line {error.lineno}, column {error.colno}."
            ) from error
        return super().to_python(value)


READABLE_JSON: Final[Any] = {models.JSONField: {"form_class": ReadableJson}}
"""For an admin's `formfield_overrides`."""
