"""Texts are counted as platforms count, and the browser counts while typing just as the studio does afterwards."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from publishing.platforms import counting
from publishing.platforms.specs import FieldSpec

EXAMPLES: dict[str, Any] = json.loads((Path(__file__).parent / "counting.json").read_text(encoding="utf-8"))
UNITS = ("chars", "utf8", "utf16")

ASKED_OF_THE_BROWSER = """
const counting = require(process.argv[1]);
const examples = JSON.parse(require("fs").readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify({
  lengths: examples.lengths.map((one) => Object.fromEntries(
    ["chars", "utf8", "utf16"].map((unit) => [unit, counting.length(one.value, unit)]))),
  tags: examples.tags.map((one) => counting.length(one.tags, "tags")),
  words: examples.words.map((one) => counting.wordsIn(one.text)),
  joined: examples.joined.map((one) => counting.joined(one.text, one.hashtags)),
}));
"""


def test_texts_are_as_long_as_each_platform_says() -> None:
    counted = [{unit: counting.length(one["value"], unit) for unit in UNITS} for one in EXAMPLES["lengths"]]

    assert counted == [{unit: one[unit] for unit in UNITS} for one in EXAMPLES["lengths"]]


def test_tags_are_as_long_as_youtube_says() -> None:
    assert [counting.length(one["tags"], "tags") for one in EXAMPLES["tags"]] == [
        one["length"] for one in EXAMPLES["tags"]
    ]


def test_hashtags_and_mentions_are_found_and_joined_once() -> None:
    found = [counting.words_in(one["text"]) for one in EXAMPLES["words"]]
    joined = [counting.joined(one["text"], one["hashtags"]) for one in EXAMPLES["joined"]]

    assert found == [{"hashtags": one["hashtags"], "mentions": one["mentions"]} for one in EXAMPLES["words"]]
    assert joined == [one["whole"] for one in EXAMPLES["joined"]]


@pytest.mark.skipif(shutil.which("node") is None, reason="needs node to run the browser's script")
def test_the_browser_counts_the_same() -> None:
    script = settings.BASE_DIR / "static" / "js" / "publishing" / "counting.js"
    command = ["node", "-e", ASKED_OF_THE_BROWSER, str(script)]

    answer = subprocess.run(command, input=json.dumps(EXAMPLES), capture_output=True, text=True, check=True)
    told = json.loads(answer.stdout)

    assert told["lengths"] == [{unit: one[unit] for unit in UNITS} for one in EXAMPLES["lengths"]]
    assert told["tags"] == [one["length"] for one in EXAMPLES["tags"]]
    assert told["words"] == [{"hashtags": one["hashtags"], "mentions": one["mentions"]} for one in EXAMPLES["words"]]
    assert told["joined"] == [one["whole"] for one in EXAMPLES["joined"]]


def test_what_a_field_would_not_take_is_told() -> None:
    title = FieldSpec("title", "Title", limit=10, forbids="<>", is_required=True)
    caption = FieldSpec("caption", "Caption", kind="text", limit=20, unit="utf16", counts={"hashtags": 2})
    privacy = FieldSpec("privacy", "Who can see it", kind="choice", default=None)

    assert counting.faults(title, "  ") == [counting.Fault("missing")]
    assert counting.faults(title, "x" * 10) == []
    assert counting.faults(title, "<" + "x" * 10) == [
        counting.Fault("long", "chars", 11, 10),
        counting.Fault("forbidden", "<"),
    ]
    assert counting.faults(caption, "A lamp goes out", hashtags=["a", "b", "c"]) == [
        counting.Fault("long", "utf16", 25, 20),
        counting.Fault("many", "hashtags", 3, 2),
    ]
    assert counting.faults(privacy, "") == [counting.Fault("missing")]
    assert counting.faults(privacy, "SELF_ONLY") == []
