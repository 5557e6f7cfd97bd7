"""Charts, drawn on the server as SVG that takes its colours from the page.

Only figures without a window are used (`matplotlib.figure.Figure`), one per chart, one at a time.
Colours are classes that the page's own style fills in, so a chart follows a light or a dark page; each line has its own
dash and its label at its end, because colours alone tell nothing to many.
"""

from __future__ import annotations

import io
import re
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from xml.sax.saxutils import escape

SIZE_IN, WIDE_IN = (7.2, 3.0), (14.0, 4.2)
"""At 72 dots an inch these are the units of the picture; the page scales it to the room there is."""

_DRAWING = threading.Lock()
# Stand-ins that are no colours of anything else, by the class that the page's own style colours.
_INKS = {
    "#010203": "text",
    "#010204": "muted",
    "#010205": "line",
    "#010206": "accent",
    "#010211": "1",
    "#010212": "2",
    "#010213": "3",
    "#010214": "4",
    "#010215": "5",
    "#010216": "6",
}
_TEXT, _MUTED, _LINE, _ACCENT = "#010203", "#010204", "#010205", "#010206"
_SERIES = tuple(f"#01021{number}" for number in range(1, 7))
_DASHES: tuple[Any, ...] = ("-", (0, (6, 2)), (0, (2, 2)), (0, (8, 2, 2, 2)), (0, (1, 1)), (0, (10, 3)))
MOST_LINES = len(_SERIES)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a chart: points (x, y) in order; x are moments or plain numbers, alike in all lines of a chart."""

    label: str
    points: Sequence[tuple[Any, float]]


@dataclass(frozen=True, slots=True)
class Mark:
    """A moment at which something changed its meaning, with what is said there."""

    at: Any
    label: str


@dataclass(frozen=True, slots=True)
class Chart:
    """What is drawn. `told` formats a value of the vertical axis, `summary` is said to those who cannot see it.

    `is_share` goes from 0 to 1, `is_time` is in seconds, everything else is counted. `is_wide` fills a page's width.
    """

    title: str
    summary: str
    lines: Sequence[Line]
    marks: Sequence[Mark] = ()
    x_label: str = ""
    told: Callable[[float], str] = field(default=lambda value: f"{value:,.0f}")
    is_share: bool = False
    is_time: bool = False
    is_wide: bool = False

    @property
    def size_in(self) -> tuple[float, float]:
        """How large it is drawn, in inches."""
        return WIDE_IN if self.is_wide else SIZE_IN


def svg(chart: Chart) -> str:
    """Return a chart as an SVG element. It has no ids or styles that could meet those of the page."""
    # Loading it takes a second, and only these pages need it.
    import matplotlib as mpl
    from matplotlib.figure import Figure

    settings: Any = {
        "svg.fonttype": "none",
        "svg.hashsalt": chart.title,
        "font.size": 10.5,
        "font.family": "sans-serif",
        "axes.edgecolor": _LINE,
        "axes.labelcolor": _MUTED,
        "text.color": _TEXT,
        "xtick.color": _MUTED,
        "ytick.color": _MUTED,
    }
    with _DRAWING, mpl.rc_context(settings):
        figure = Figure(figsize=chart.size_in, layout="constrained")
        figure.patch.set_alpha(0)
        _draw(figure.add_subplot(), chart)
        file = io.StringIO()
        figure.savefig(file, format="svg", metadata={"Date": None, "Creator": None})
    return _for_the_page(file.getvalue(), chart)


def _draw(axes: Any, chart: Chart) -> None:
    axes.patch.set_alpha(0)
    axes.grid(visible=True, axis="y", color=_LINE, linewidth=0.8)
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    axes.tick_params(length=0)
    for number, line in enumerate(chart.lines[:MOST_LINES]):
        _draw_line(axes, line, number)
    for mark in chart.marks:
        axes.axvline(mark.at, color=_ACCENT, linewidth=1, linestyle=(0, (2, 3)))
        axes.annotate(
            mark.label, (mark.at, 1), xycoords=("data", "axes fraction"), xytext=(4, -4), textcoords="offset points",
            color=_ACCENT, fontsize=9, va="top",
        )  # fmt: skip
    axes.set_ylim(bottom=0, **({"top": max(1.0, *_highest(chart))} if chart.is_share else {}))
    axes.margins(x=0.02)
    axes.yaxis.set_major_locator(_steps(chart))
    axes.yaxis.set_major_formatter(lambda value, _: chart.told(value))
    axes.set_xlabel(chart.x_label)
    if any(isinstance(x, datetime) for line in chart.lines for x, _ in line.points[:1]):
        _as_days(axes)


def _draw_line(axes: Any, line: Line, number: int) -> None:
    xs, ys = [x for x, _ in line.points], [y for _, y in line.points]
    style = {"color": _SERIES[number], "linestyle": _DASHES[number], "linewidth": 2}
    # A single point is no line; it is shown all the same.
    axes.plot(xs, ys, marker="o" if len(xs) < 12 else "", markersize=4, **style)
    if xs and line.label:
        axes.annotate(
            line.label, (xs[-1], ys[-1]), xytext=(5, 0), textcoords="offset points", color=_SERIES[number],
            fontsize=9.5, va="center", annotation_clip=False,
        )  # fmt: skip


def _highest(chart: Chart) -> list[float]:
    return [max((y for _, y in line.points), default=0.0) for line in chart.lines] or [0.0]


_TIMES_S = (1, 5, 15, 60, 300, 900, 3600, 7200, 18_000, 36_000, 86_400, 180_000, 360_000, 900_000, 1_800_000, 3_600_000)


def _steps(chart: Chart) -> Any:
    """Return where the lines behind the drawing are: at numbers that people count in."""
    from matplotlib.ticker import MaxNLocator, MultipleLocator

    most = max(_highest(chart))
    if chart.is_time:
        return MultipleLocator(next((step for step in _TIMES_S if most / step <= 6), _TIMES_S[-1] * 10))
    return MaxNLocator(6, integer=not chart.is_share, steps=[1, 2, 2.5, 5, 10])


def _as_days(axes: Any) -> None:
    from matplotlib import dates

    locator = dates.AutoDateLocator(minticks=3, maxticks=7, tz=UTC)  # type: ignore[no-untyped-call]
    axes.xaxis.set_major_locator(locator)
    axes.xaxis.set_major_formatter(dates.ConciseDateFormatter(locator, tz=UTC))  # type: ignore[no-untyped-call]


def _for_the_page(drawn: str, chart: Chart) -> str:
    """Make a part of the page of a file: without styles of its own (the page allows none), ids, sizes and fonts."""
    drawn = drawn[drawn.index("<svg") :]
    drawn = re.sub(
        r"<metadata>.*?</metadata>|<defs>\s*<style.*?</style>\s*</defs>|<!--.*?-->", "", drawn, flags=re.DOTALL
    )
    used = set(re.findall(r'(?:href="|url\()#([^")]+)', drawn))
    drawn = re.sub(r' id="([^"]*)"', lambda found: found[0] if found[1] in used else "", drawn)
    drawn = re.sub(r' style="([^"]*)"', lambda found: _attributes(found[1]), drawn)
    said = f"<title>{escape(chart.title)}</title><desc>{escape(chart.summary)}</desc>"
    wide, high = chart.size_in
    opened = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide * 72:g} {high * 72:g}" role="img" '
    return re.sub(
        r"^<svg[^>]*>", lambda _: opened + f'class="chart{" is-wide" if chart.is_wide else ""}">' + said, drawn
    ).strip()


def _attributes(style: str) -> str:
    """Return what a style says as attributes, its colours as classes."""
    classes, kept = [], []
    for declared in style.split(";"):
        name, _, value = (part.strip() for part in declared.partition(":"))
        if value in _INKS:
            classes.append(f"{name}-{_INKS[value]}")
        elif value and name not in {"font-family", "font"}:
            kept.append(f' {name}="{value}"')
    return "".join(kept) + (f' class="{" ".join(classes)}"' if classes else "")
