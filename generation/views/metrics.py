"""Figures for Prometheus: how long work takes, how much waits, what vendors are asked for, and what it costs.

All of it is read from the database at the moment it is asked for, so it does not matter which process answers, or how
many there are. Rows of films that were deleted no longer count: then a counter starts anew, which Prometheus expects.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from typing import Any, Final

from django.db.models import Count, DurationField, ExpressionWrapper, F, Q, Sum
from django.utils import timezone
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, HistogramMetricFamily
from prometheus_client.metrics_core import Metric
from prometheus_client.registry import Collector

from generation.models import Job, LedgerEntry, VendorGate, WebhookDelivery

BUCKETS_S: Final = (1, 2, 5, 10, 20, 40, 60, 120, 300, 600, 1800)
"""Drawing takes seconds, a clip at a vendor minutes, a long one half an hour."""
OURS: Final = "sceneme"
"""Stands for a vendor where the studio itself does the work."""


class Figures(Collector):
    """Reads all figures from the database each time it is asked."""

    def describe(self) -> list[Metric]:
        """Nothing is read before somebody asks."""
        return []

    def collect(self) -> Iterator[Metric]:
        """Yield each figure with its labels."""
        yield _queue()
        yield _in_flight()
        yield _finished()
        yield _durations()
        yield _tries()
        yield _deliveries()
        yield from _money()
        yield _gates()


def _queue() -> Metric:
    """Every state is always there, so that nothing waiting reads as 0 rather than as unknown."""
    family = GaugeMetricFamily("sceneme_jobs", "Jobs that are not finished, by state.", labels=["state"])
    found = dict(Job.objects.filter(state__in=Job.ACTIVE).order_by().values_list("state").annotate(number=Count("pk")))
    for state in Job.ACTIVE:
        family.add_metric([str(state.value)], found.get(state, 0))
    return family


def _in_flight() -> Metric:
    family = GaugeMetricFamily("sceneme_jobs_in_flight", "Jobs being made, by vendor.", labels=["vendor"])
    under_way = Job.objects.filter(state__in=[Job.State.RUNNING, Job.State.WAITING, Job.State.COLLECTING])
    for vendor, number in under_way.order_by().values_list("offer__vendor").annotate(number=Count("pk")):
        family.add_metric([vendor or OURS], number)
    return family


def _finished() -> Metric:
    family = CounterMetricFamily(
        "sceneme_jobs_finished",
        "Jobs that ended, by kind of work, vendor and outcome.",
        labels=["role", "vendor", "state"],
    )
    rows = Job.objects.filter(state__in=Job.FINAL).order_by().values_list("slot__role", "offer__vendor", "state")
    for role, vendor, state, number in rows.annotate(number=Count("pk")):
        family.add_metric([role, vendor or OURS, state], number)
    return family


def _durations() -> Metric:
    family = HistogramMetricFamily(
        "sceneme_job_seconds", "From the start of a job to its take.", labels=["role", "vendor"]
    )
    took = ExpressionWrapper(F("finished_at") - F("started_at"), output_field=DurationField())
    done = Job.objects.filter(state=Job.State.SUCCEEDED, started_at__isnull=False).annotate(took=took).order_by()
    within = {f"within_{s}": Count("pk", filter=Q(took__lte=timedelta(seconds=s))) for s in BUCKETS_S}
    rows = done.values("slot__role", "offer__vendor").annotate(number=Count("pk"), whole=Sum("took"), **within)
    for row in map(dict[str, Any], rows):
        buckets = [(str(float(s)), float(row[f"within_{s}"])) for s in BUCKETS_S]
        buckets.append(("+Inf", float(row["number"])))
        family.add_metric([row["slot__role"], row["offer__vendor"] or OURS], buckets, row["whole"].total_seconds())
    return family


def _tries() -> Metric:
    family = CounterMetricFamily(
        "sceneme_vendor_retries", "Requests that were not taken at first, and asked again.", labels=["vendor"]
    )
    rows = Job.objects.filter(tries__gt=0, offer__isnull=False).order_by().values_list("offer__vendor")
    for vendor, number in rows.annotate(number=Sum("tries")):
        family.add_metric([vendor], number)
    return family


def _deliveries() -> Metric:
    family = CounterMetricFamily(
        "sceneme_webhook_deliveries", "Vendors' messages: taken, repeated, or refused.", labels=["vendor", "outcome"]
    )
    taken, refused = Q(problem=""), ~Q(problem="")
    rows = WebhookDelivery.objects.order_by().values("vendor")
    for row in rows.annotate(
        taken=Count("pk", filter=taken),
        came=Sum("times", filter=taken, default=0),
        refused=Sum("times", filter=refused, default=0),
    ):
        family.add_metric([row["vendor"], "taken"], row["taken"])
        family.add_metric([row["vendor"], "repeated"], row["came"] - row["taken"])
        family.add_metric([row["vendor"], "refused"], row["refused"])
    return family


def _money() -> Iterator[Metric]:
    spent = CounterMetricFamily(
        "sceneme_spend_dollars", "What vendors were paid: settled, or wasted.", labels=["vendor", "kind"]
    )
    reserved = GaugeMetricFamily("sceneme_reserved_dollars", "What is set aside.", labels=["vendor"])
    rows = LedgerEntry.objects.order_by().values_list("job__offer__vendor", "kind")
    for vendor, kind, micros in rows.annotate(total=Sum("amount_micros")):
        dollars = float(Decimal(micros) / 1_000_000)
        if kind == LedgerEntry.Kind.RESERVED:
            reserved.add_metric([vendor or "unknown"], dollars)
        else:
            spent.add_metric([vendor or "unknown", kind], dollars)
    yield spent
    yield reserved


def _gates() -> Metric:
    family = GaugeMetricFamily(
        "sceneme_gates_closed", "Vendors and models that are not asked now, by reason.", labels=["vendor", "reason"]
    )
    shut = VendorGate.objects.filter(closed_until__gt=timezone.now()).order_by()
    for vendor, reason, number in shut.values_list("vendor", "reason").annotate(number=Count("pk")):
        family.add_metric([vendor, reason or "unknown"], number)
    return family
