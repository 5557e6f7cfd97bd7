"""What can be done to a film's slots, takes, jobs and runs: the only place where two models change together."""

from __future__ import annotations

from .changing import change_picture
from .jobs import cancel_job, fail_job, recover_interrupted, retry_job, settle_unconfirmed
from .requests import request_of
from .restart import resume_after_restart, sync_shipped
from .results import finish_job
from .runs import advance_run, cancel_run, continue_run, notice, pause_run, start_run, want_advance
from .takes import AlreadyActive, OverBudget, ensure_slots, record_take, request_take, select_take, upload_take

__all__ = [
    "AlreadyActive",
    "OverBudget",
    "advance_run",
    "cancel_job",
    "cancel_run",
    "change_picture",
    "continue_run",
    "ensure_slots",
    "fail_job",
    "finish_job",
    "notice",
    "pause_run",
    "record_take",
    "recover_interrupted",
    "request_of",
    "request_take",
    "resume_after_restart",
    "retry_job",
    "select_take",
    "settle_unconfirmed",
    "start_run",
    "sync_shipped",
    "upload_take",
    "want_advance",
]
