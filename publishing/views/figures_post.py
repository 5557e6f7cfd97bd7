"""The numbers of one post: each over time, and where people leave the film."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from django.db.models import F
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from generation.http import StudioRequest
from generation.models import Take
from generation.views.access import to_see
from publishing import retention, services, traits
from publishing.models import Publication, RetentionSnapshot, Snapshot
from publishing.retention import Watched
from publishing.views import figures_charts
from publishing.views.figures_words import COLUMNS, Column, cell, lag, share

BASE: Final = 220
"""Where nobody watches any more, in the picture's own units. Its top is all viewers, or more if some see it again."""


@dataclass(frozen=True)
class Figure:
    """One number: as it was last told, and over time."""

    label: str
    about: str
    told: str
    chart: SafeString
    breaks: tuple[str, ...]


@dataclass(frozen=True)
class Strip:
    """One shot under the curve. `left` and `width` are thousandths of the film's length."""

    number: int
    left: float
    width: float
    picture: str
    link: str
    words: str
    is_worst: bool


@dataclass(frozen=True)
class Leaving:
    """The curve over the shots, and what it says."""

    line: str
    area: str
    strips: tuple[Strip, ...]
    sentence: str
    opening: str


@require_safe
def post_numbers(request: StudioRequest, publication_id: int) -> HttpResponse:
    """Show one post's numbers."""
    post: Publication = to_see(request, Publication.objects.select_related(*traits.WITH), publication_id)
    snapshots = list(post.snapshots.all())
    spec = services.spec_of(post.channel.platform)
    told = [_figure(post, snapshots, column) for column in COLUMNS]
    return render(
        request,
        "publishing/post_numbers.html",
        {
            "post": post,
            "title": figures_charts.label_of(post),
            "platform": spec.label,
            "lag": lag(spec.figure_lag_h),
            "figures": [figure for figure in told if figure.told],
            "not_told": [figure.label for figure in told if not figure.told],
            "looked_at": snapshots[-1].taken_at if snapshots else None,
            "as_of": next((row.as_of for row in reversed(snapshots) if row.as_of), None),
            "leaving": _leaving(post),
            "nav": "publish",
            "tab": "numbers",
        },
    )


def _figure(post: Publication, snapshots: list[Snapshot], column: Column) -> Figure:
    latest = next(filter(None, (cell(row, column) for row in reversed(snapshots))), "")
    drawn = figures_charts.over_time(post, snapshots, column) if latest else ""
    breaks = [f"{at:%Y-%m-%d}: {words}" for at, words in figures_charts.breaks_of(post.channel.platform, column.name)]
    return Figure(
        str(column.label),
        str(column.about),
        latest,
        mark_safe(drawn),  # noqa: S308 - drawn and escaped by us
        tuple(breaks) if latest else (),
    )


def _leaving(post: Publication) -> Leaving | None:
    row = RetentionSnapshot.objects.filter(publication=post).first()
    shots = traits.shots_of(post)
    if row is None or not shots:
        return None
    curve = [(float(place), float(viewers)) for place, viewers in row.points]
    # What is told of the first moment holds from the beginning.
    curve = [(0.0, curve[0][1]), *curve] if curve[0][0] > 0 else curve
    watched = retention.watched(shots, curve)
    worst = retention.left_at(watched)
    most = max(1.0, *(viewers for _place, viewers in curve))
    line = " ".join(f"{place * 1000:.1f},{BASE - viewers / most * BASE:.1f}" for place, viewers in curve)
    clips = _clips({each.shot.sha256 for each in watched}, post)
    frames = _frames(clips.values())
    return Leaving(
        line=line,
        area=f"0,{BASE} {line} 1000,{BASE}",
        strips=tuple(
            _strip(number, each, watched[-1].shot.end_ms, clips.get(each.shot.sha256), frames, is_worst=each is worst)
            for number, each in enumerate(watched, 1)
        ),
        sentence=_sentence(watched, worst),
        opening=_opening(curve, shots[-1].end_ms),
    )


def _frames(takes: Iterable[Take]) -> dict[int, str]:
    """The link of each shot's first frame, by its shot."""
    shots = {take.slot.shot_id for take in takes}
    frames = Take.objects.filter(slot__shot__in=shots, slot__role="frame", slot__selected_take=F("pk"))
    return {take.slot.shot_id: take.asset.link for take in frames.select_related("asset", "slot") if take.slot.shot_id}


def _clips(digests: set[str], post: Publication) -> dict[str, Take]:
    """The takes of the clips that were seen, by digest, as far as the film still has them."""
    takes = Take.objects.filter(asset__sha256__in=digests, slot__shot__scene__project=post.project_id)
    return {take.asset.sha256: take for take in takes.select_related("asset", "slot__shot__scene")}


def _strip(
    number: int, each: Watched, length_ms: int, take: Take | None, frames: dict[int, str], *, is_worst: bool
) -> Strip:
    shot = take.slot.shot_id if take else None
    return Strip(
        number=number,
        left=round(each.shot.start_ms / length_ms * 1000, 2),
        width=round((each.shot.end_ms - each.shot.start_ms) / length_ms * 1000, 2),
        picture=frames.get(shot, "") if shot else "",
        link=_link(take),
        words=_("Shot %(number)d: %(begin)s of the viewers when it begins, %(end)s when it ends")
        % {"number": number, "begin": share(each.begin), "end": share(each.end)},
        is_worst=is_worst,
    )


def _link(take: Take | None) -> str:
    """Where the shot can be changed, if it is still in its film."""
    if take is None or take.slot.shot is None or take.slot.shot.removed_at is not None:
        return ""
    page = reverse("generation:film-step", args=(take.slot.shot.scene.project_id, "shots"))
    return f"{page}#shot-{take.slot.shot_id}"


def _sentence(watched: list[Watched], worst: Watched | None) -> str:
    if worst is None:
        return _("Nobody leaves: as many see its end as its beginning.")
    told = _("People leave fastest in shot %(number)d, at %(at)s: %(begin)s watch when it begins, %(end)s at its end.")
    return told % {
        "number": watched.index(worst) + 1,
        "at": f"{worst.shot.start_ms // 60_000}:{worst.shot.start_ms // 1000 % 60:02}",
        "begin": share(worst.begin),
        "end": share(worst.end),
    }  # fmt: skip


def _opening(curve: list[tuple[float, float]], length_ms: int) -> str:
    after = retention.at(curve, min(1.0, retention.OPENING_MS / length_ms))
    return _("%(share)s are still there after three seconds.") % {"share": share(after)}
