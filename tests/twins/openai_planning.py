"""What the twin's language model says: a plan worked out by the studio's own planner, or a sample of any schema."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generation.providers.animatic.text import AnimaticText
from generation.providers.base import TextRequest

_PLACE_OF_TASKS = (("scene", "shots"), ("cast", "scenes"), ("voices", "cast"), ("source", "script"))


def document(words: str, schema: Mapping[str, Any], about: str = "Sample") -> Any:
    """The answer to what was asked: a plan where the words hold a plan's material, else a sample of the schema."""
    material = _material(words)
    if "post" in material:
        return completed(_post(material), schema, schema, about)
    task = next((task for field, task in _PLACE_OF_TASKS if field in material), "")
    found = _plan(task, material) if task else {}
    return completed(found, schema, schema, about)


def _material(words: str) -> dict[str, Any]:
    at = words.find("{")
    if at < 0:
        return {}
    try:
        found, _ = json.JSONDecoder().raw_decode(words[at:])
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _plan(task: str, material: Mapping[str, Any]) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        request = TextRequest(task, "", "", {}, material, int(material.get("seed") or 0))
        answer = AnimaticText("planner", {}).submit(request, Path(folder))
        found: dict[str, Any] = json.loads(answer.path.read_text())
    return found


def _post(material: Mapping[str, Any]) -> dict[str, Any]:
    """The words of a post, with the slips that such models make: signs before hashtags, a link, one more field."""
    film, post = material["film"], material["post"]
    fields = {field["field"] for field in post["fields"]}
    name = str(film.get("title") or "A short film")
    first = str(film.get("logline") or film.get("script") or film.get("idea") or name).splitlines()[0]
    kinds = [str(film[kind]) for kind in ("genre", "mood", "style") if film.get(kind)]
    return {
        "title": f"“{name}”: who wrote this?" if "title" in fields else "",
        "text": f"{first}\n\nWhat would you do, @everybody? Watch it on https://example.org/{post['platform']} now.",
        "hashtags": [f"#{kind}" for kind in (*kinds, "Short Film", "Short Film", "animated", "story", "sea")],
        "tags": [*kinds, name, "short film"] if "tags" in fields else [],
    }


def completed(value: Any, schema: Mapping[str, Any], root: Mapping[str, Any], about: str = "Sample") -> Any:
    """The value with all that a strict schema wants and it lacks; None asks for a sample."""
    if "$ref" in schema:
        part: Any = root
        for name in str(schema["$ref"]).removeprefix("#/").split("/"):
            part = part[name]
        return completed(value, part, root, about)
    if "anyOf" in schema:
        return completed(value, schema["anyOf"][0], root, about) if value is None else value
    if schema.get("type") == "object":
        have = value if isinstance(value, dict) else {}
        fields = schema.get("properties") or {}
        plain = value is not None and have
        return {
            name: completed(have[name], inner, root, about)
            if name in have
            else (_plainest(inner) if plain else completed(None, inner, root, about))
            for name, inner in fields.items()
        }
    if schema.get("type") == "array":
        items = value if isinstance(value, list) else [None]
        return [completed(item, schema["items"], root, about) for item in items]
    return _plainest(schema, about) if value is None else value


def _plainest(schema: Mapping[str, Any], text: str = "") -> Any:
    if "enum" in schema:
        return schema["enum"][0]
    plain = {"string": text, "integer": 0, "number": 0, "boolean": False, "array": [], "object": {}}
    return plain.get(str(schema.get("type")))
