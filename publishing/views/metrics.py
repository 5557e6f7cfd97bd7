"""Figures for Prometheus: what is to go out, what went out and how late, and what is left of platforms' shares.

All of it is read from the database at the moment it is asked for.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any, Final

from django.db.models import Count, DurationField, ExpressionWrapper, F, Q, Sum
from django.utils import timezone
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, HistogramMetricFamily
from prometheus_client.metrics_core import Metric
from prometheus_client.registry import Collector

from publishing.models import Channel, PlatformMessage, Publication, QuotaEntry, SideStep

LATE_S: Final = (5, 15, 30, 60, 300, 900, 3600)
_S = Publication.State
OPEN: Final = (_S.APPROVAL, _S.SCHEDULED, _S.MISSED, *Publication.UNDER_WAY, _S.PERSON, _S.HANDED_OVER)
"""In these something is still to happen, or somebody is asked."""


class Posts(Collector):
    """Reads all figures of publishing each time it is asked."""

    def describe(self) -> list[Metric]:
        """Nothing is read before somebody asks."""
        return []

    def collect(self) -> Iterator[Metric]:
        """Yield each figure with its labels."""
        yield _open()
        yield _ended()
        yield _lateness()
        yield _side_steps()
        yield _channels()
        yield _messages()
        yield _shares()


def _open() -> Metric:
    """Every state is always there, so that nothing waiting reads as 0 rather than as unknown."""
    family = GaugeMetricFamily("sceneme_publications", "Publications that are not over, by state.", labels=["state"])
    rows = Publication.objects.filter(state__in=OPEN).order_by().values_list("state")
    found = dict(rows.annotate(number=Count("pk")))
    for state in OPEN:
        family.add_metric([str(state.value)], found.get(state, 0))
    return family


def _ended() -> Metric:
    family = CounterMetricFamily(
        "sceneme_publications_finished",
        "Publications that ended, by platform and outcome.",
        labels=["platform", "state"],
    )
    rows = Publication.objects.filter(state__in=Publication.FINAL).order_by().values_list("channel__platform", "state")
    for platform, state, number in rows.annotate(number=Count("pk")):
        family.add_metric([platform, state], number)
    return family


def _lateness() -> Metric:
    family = HistogramMetricFamily(
        "sceneme_publication_late_seconds",
        "From a publication's time to the request that made it.",
        labels=["platform"],
    )
    late = ExpressionWrapper(F("commit_sent_at") - F("scheduled_at"), output_field=DurationField())
    sent = Publication.objects.filter(commit_sent_at__gte=F("scheduled_at"), is_kept_by_platform=False)
    within = {f"within_{s}": Count("pk", filter=Q(late__lte=timedelta(seconds=s))) for s in LATE_S}
    rows = sent.annotate(late=late).order_by().values("channel__platform")
    for row in map(dict[str, Any], rows.annotate(number=Count("pk"), whole=Sum("late"), **within)):
        buckets = [(str(float(s)), float(row[f"within_{s}"])) for s in LATE_S]
        buckets.append(("+Inf", float(row["number"])))
        family.add_metric([row["channel__platform"]], buckets, row["whole"].total_seconds())
    return family


def _side_steps() -> Metric:
    family = GaugeMetricFamily("sceneme_side_steps", "Steps beside posts, by kind and state.", labels=["kind", "state"])
    rows = SideStep.objects.order_by().values_list("kind", "state").annotate(number=Count("pk"))
    for kind, state, number in rows:
        family.add_metric([kind, state], number)
    return family


def _channels() -> Metric:
    family = GaugeMetricFamily(
        "sceneme_channels", "Connected accounts, by platform and state.", labels=["platform", "state"]
    )
    rows = Channel.objects.order_by().values_list("platform", "state").annotate(number=Count("pk"))
    for platform, state, number in rows:
        family.add_metric([platform, state], number)
    return family


def _messages() -> Metric:
    family = CounterMetricFamily(
        "sceneme_platform_messages", "Platforms' messages: taken, repeated, or refused.", labels=["platform", "outcome"]
    )
    taken, refused = Q(problem=""), ~Q(problem="")
    rows = PlatformMessage.objects.order_by().values("platform")
    for row in rows.annotate(
        taken=Count("pk", filter=taken),
        came=Sum("times", filter=taken, default=0),
        refused=Sum("times", filter=refused, default=0),
    ):
        family.add_metric([row["platform"], "taken"], row["taken"])
        family.add_metric([row["platform"], "repeated"], row["came"] - row["taken"])
        family.add_metric([row["platform"], "refused"], row["refused"])
    return family


def _shares() -> Metric:
    family = GaugeMetricFamily(
        "sceneme_platform_units_a_day", "Units of platforms' shares used in 24 hours.", labels=["platform", "bucket"]
    )
    today = QuotaEntry.objects.filter(at__gt=timezone.now() - timedelta(days=1)).order_by()
    for platform, bucket, units in today.values_list("platform", "bucket").annotate(units=Sum("units")):
        family.add_metric([platform, bucket], units)
    return family
