"""n8n: a workflow of one's own per capability, behind a webhook. `docs/gateways.md` has one to copy."""

from __future__ import annotations

from datetime import date
from typing import Any

from generation.providers.base import Capability
from generation.providers.specs import ModelSpec, VendorSpec

from .contract import MOST_REFERENCES, NAMES, NEEDS, SENT, TAKES, spoken

CHECKED = date(2026, 11, 20)
LARGEST_BODY = 16 * 1024 * 1024
"""N8N_PAYLOAD_SIZE_MAX is 16 MiB unless it is set."""
LONGEST_WAIT_S = 300
ESTIMATE_MICROS = 50_000

SETUP = (
    "Build the workflow in n8n as docs/gateways.md shows and activate it. Enter n8n's address under Vendors, the path "
    "of its webhook (such as webhook/sceneme-{name}) here as the endpoint, and the key that its webhook asks for under "
    "Keys. Enter what one call costs you; the price that stands here is only a guess."
)

N8N = VendorSpec(
    "n8n",
    "n8n",
    "Whatever your own workflows make",
    variable="N8N_WEBHOOK_KEY",
    site="https://docs.n8n.io/integrations/builtin/core-nodes/n8n-nodes-base.webhook/",
    webhook="generation.providers.gateway.webhook.verify",
    settings={"label": "n8n"},
    is_local=True,
    max_in_flight=10,
    poll_seconds=5.0,
    facts_date=CHECKED,
    facts_source="docs.n8n.io: Webhook and Respond to Webhook; what is answered is the workflow's own matter",
)


def settings_for(capability: Capability) -> dict[str, Any]:
    """Return what a workflow of n8n is sent, and how its answers are read."""
    found: dict[str, Any] = {
        "headers": {"X-Sceneme-Key": "{secret:key|}"},
        "limits": {"body_bytes": LARGEST_BODY},
        "submit": {
            "url": "{base_url}/{endpoint}",
            "body": {
                "capability": capability.value,
                "reference": "{reference}",
                "callback_url": "{callback_url}",
                "request": dict(SENT[capability]),
            },
            "timeout_s": LONGEST_WAIT_S,
        },
        "poll": {"url": "{base_url}/{endpoint}?reference={reference}"},
        "find": {"by": "id"},
        "state": {
            "path": ["status", "[0].status"],
            "working": ["queued", "working"],
            "done": ["done"],
            "failed": ["failed"],
            "stopped": ["stopped"],
            "lost": ["unknown"],
        },
        "progress": {"path": ["progress", "[0].progress"]},
        "error": ["error", "[0].error"],
        "output": {"path": ["output", "[0].output"]},
        "cost": {"path": ["cost_usd", "[0].cost_usd"], "micros": "1000000"},
        # A workflow that broke off has run: n8n says so with this number, whatever stands before it with others.
        "statuses": {"500": "failed"},
    }
    if capability is Capability.SPEECH:
        found["spoken"] = spoken("words")
    if "references" in TAKES.get(capability, ()):
        found["limits"]["references"] = MOST_REFERENCES
    return found


MODELS: tuple[ModelSpec, ...] = tuple(
    ModelSpec(
        key=f"n8n/{capability.value}",
        label=f"n8n workflow for {NAMES[capability]}",
        vendor="n8n",
        capability=capability,
        adapter="generation.providers.gateway.model.GatewayModel",
        endpoint=f"webhook/sceneme-{capability.value}",
        preference=300,
        is_on=False,
        takes=TAKES.get(capability, ()),
        needs=NEEDS.get(capability, ()),
        max_references=MOST_REFERENCES if "references" in TAKES.get(capability, ()) else 0,
        price_micros=ESTIMATE_MICROS,
        price_unit="call",
        facts_date=CHECKED,
        facts_source="your own workflow; the price is a guess until you enter yours",
        setup=SETUP.format(name=capability.value),
        settings=settings_for(capability),
    )
    for capability in Capability
)
