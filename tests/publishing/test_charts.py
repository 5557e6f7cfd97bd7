"""Charts are parts of a page: they keep its rules, follow its colours, and say what they show."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from xml.etree import ElementTree

from publishing.charts import MOST_LINES, Chart, Line, Mark, svg

START = datetime(2026, 8, 1, tzinfo=UTC)


def rising(label: str, days: int = 40) -> Line:
    return Line(label, [(START + timedelta(days=day), day * 100.0) for day in range(days)])


def drawn(*lines: Line, **more: object) -> str:
    return svg(Chart("Views", "Views, from 0 to 3,900", lines, **more))  # type: ignore[arg-type]


def test_a_chart_brings_no_style_of_its_own() -> None:
    picture = drawn(rising("One"), rising("Two"))

    # The pages allow no inline styles, and a chart's ids must not meet those of the page or of another chart.
    assert "style" not in picture
    assert "#0102" not in picture
    assert "font-family" not in picture


def test_a_chart_is_sound_and_says_what_it_shows() -> None:
    root = ElementTree.fromstring(drawn(rising("A <b> & B")))

    texts = [element.text for element in root.iter() if element.tag.endswith("}text")]
    assert root.get("role") == "img"
    assert root[0].text == "Views"
    assert root[1].text == "Views, from 0 to 3,900"
    assert "A <b> & B" in texts


def test_lines_differ_by_more_than_their_colour() -> None:
    root = ElementTree.fromstring(drawn(*(rising(str(number)) for number in range(MOST_LINES))))

    paths = [element for element in root.iter() if (element.get("class") or "").startswith("stroke-")]
    lines = {
        element.get("class"): element.get("stroke-dasharray") for element in paths if element.get("fill") == "none"
    }
    dashes = [lines[f"stroke-{number}"] for number in range(1, MOST_LINES + 1)]
    assert len(set(dashes)) == MOST_LINES


def test_a_change_of_meaning_is_marked() -> None:
    picture = drawn(rising("One"), marks=[Mark(START + timedelta(days=23), "Counted anew")])

    assert "Counted anew" in picture
    assert "stroke-accent" in picture


def test_one_number_is_shown_too() -> None:
    assert "<use" in drawn(Line("One", [(START, 5.0)]))


def test_the_same_numbers_are_drawn_alike() -> None:
    assert drawn(rising("One")) == drawn(rising("One"))
