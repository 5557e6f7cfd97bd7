"""What fal says when something goes wrong."""

from __future__ import annotations

from typing import Any

LOCKED = "User is locked. Reason: Exhausted balance. Top up your balance at fal.ai/dashboard/billing."


def wrong(kind: str, message: str, place: str = "prompt") -> dict[str, Any]:
    """The body of a model's own error."""
    return {
        "detail": [{"loc": ["body", place], "msg": message, "type": kind, "url": f"https://docs.fal.ai/errors#{kind}"}]
    }


FAILURES: dict[str, tuple[int, dict[str, Any]]] = {
    "policy": (
        422,
        wrong("content_policy_violation", "The content could not be processed as it violates our policy."),
    ),
    "no_media": (422, wrong("no_media_generated", "The model did not generate the expected output.")),
    "face": (422, wrong("face_detection_error", "Could not detect a face in the picture.", "video_url")),
    "internal": (500, wrong("internal_server_error", "Internal server error", "")),
    "downstream": (500, wrong("downstream_service_error", "Downstream service error", "")),
    "unavailable": (500, wrong("downstream_service_unavailable", "Downstream service unavailable", "")),
    "timeout": (504, wrong("generation_timeout", "Generation timeout", "")),
    "memory": (500, {"detail": "CUDA out of memory. Tried to allocate 20.00 MiB", "error_type": "runner_server_error"}),
    "runner": (503, {"detail": "Runner disconnected", "error_type": "runner_disconnected"}),
    "late": (504, {"detail": "Request timed out", "error_type": "request_timeout"}),
}
