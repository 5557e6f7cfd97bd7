"""Vendors' messages: believed only as far as their signature goes, and even then only a reason to ask.

The address has a part that nobody but the vendor was told. A message says nothing by itself: the vendor is asked again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

import structlog
from django.contrib.auth.decorators import login_not_required
from django.db.models import F
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.module_loading import import_string
from django.views.decorators.csrf import csrf_exempt

from generation import queue, vault
from generation.models import Job, Vendor, WebhookDelivery
from generation.providers.base import Delivery, Forged, ProviderError
from generation.services import finding

log = structlog.get_logger(__name__)

LARGEST = 4 * 1024 * 1024
"""Less than Django reads of any body (`DATA_UPLOAD_MAX_MEMORY_SIZE`)."""


@login_not_required
@csrf_exempt
def receive(request: HttpRequest, vendor: str, token: str) -> HttpResponse:
    """Take a vendor's message and look at the job that it is about. It may come twice, late, early or forged."""
    job = Job.objects.select_related("offer").filter(token=token, offer__vendor=vendor).first() if token else None
    known = Vendor.objects.filter(key=vendor).first()
    if request.method != "POST" or job is None or known is None:
        raise Http404
    if int(request.headers.get("content-length") or 0) > LARGEST:
        return HttpResponse(status=413)
    try:
        delivery = _verified(known, job, request.body, {name.lower(): value for name, value in request.headers.items()})
    except (Forged, vault.Unreadable) as error:
        log.warning("message not believed", vendor=vendor, job_id=job.pk, why=str(error))
        _kept(job, Delivery(f"refused {hashlib.sha256(request.body).hexdigest()[:40]}"), str(error))
        return HttpResponse(status=401)
    except ProviderError as error:
        log.warning("message cannot be checked now", vendor=vendor, job_id=job.pk, why=str(error))
        return HttpResponse(status=503)
    if _kept(job, delivery, "") and finding.called(token, delivery):
        queue.send(queue.LOOK_AT_JOB, job_id=job.pk)
    return HttpResponse(status=200)


def _verified(vendor: Vendor, job: Job, body: bytes, headers: Mapping[str, str]) -> Delivery:
    if not vendor.webhook:
        # No signature is known: that the address is known is all there is, and the vendor is asked anyway.
        return Delivery(hashlib.sha256(body).hexdigest())
    access = vault.access_for(job.library_id, vendor)
    delivery: Delivery = import_string(vendor.webhook)(body, headers, access, timezone.now().timestamp())
    return delivery


def _kept(job: Job, delivery: Delivery, problem: str) -> bool:
    """Write a message down; tell whether it is a new one."""
    row, is_new = WebhookDelivery.objects.get_or_create(
        vendor=job.offer.vendor if job.offer else "",
        delivery_id=delivery.delivery_id[:200],
        defaults={"job": job, "provider_job_id": delivery.provider_job_id[:200], "problem": problem[:300]},
    )
    if not is_new:
        WebhookDelivery.objects.filter(pk=row.pk).update(times=F("times") + 1)
    return is_new
