"""All that pages, tasks and webhooks do with publications goes through here.

Nothing here asks a platform while somebody waits for a page, but for `requirements_of`, `finish_connecting`,
`choose_identities`, `connect_place` and `disconnect`. Everything else writes down what is wanted and sends for a
worker. Errors: `NotPossible` (as things stand; words for the user), `PlatformError` where a platform was asked.
"""

from __future__ import annotations

from .accounts import requirements_of, warning_of
from .ahead import is_ahead, is_ready
from .allowed import what_may_be_done
from .apps import AppState, app_states, forget_app, keep_app
from .changing import cancel, reschedule, retry_side_step, take_down, unlist
from .channels import connect_place, disconnect
from .checking import Problem, check_file, draft_problems, field_problems, limits_of
from .clock import moment_of
from .connecting import Arrival, begin_connecting, choose_identities, finish_connecting, identities_of
from .drafts import change_draft, make_draft, usual_text, wants_approval
from .errors import NotPossible
from .platform_rows import login_of, platforms_offered, spec_of
from .platform_rows import sync_shipped as sync_shipped
from .quotas import Quota, quotas_of
from .scheduling import Outcome, approve, back_to_draft, doubles, publish_now, schedule, send_back
from .settling import settle
from .working import resume_after_restart

__all__ = [
    "AppState",
    "Arrival",
    "NotPossible",
    "Outcome",
    "Problem",
    "Quota",
    "app_states",
    "approve",
    "back_to_draft",
    "begin_connecting",
    "cancel",
    "change_draft",
    "check_file",
    "choose_identities",
    "connect_place",
    "disconnect",
    "doubles",
    "draft_problems",
    "field_problems",
    "finish_connecting",
    "forget_app",
    "identities_of",
    "is_ahead",
    "is_ready",
    "keep_app",
    "limits_of",
    "login_of",
    "make_draft",
    "moment_of",
    "platforms_offered",
    "publish_now",
    "quotas_of",
    "requirements_of",
    "reschedule",
    "resume_after_restart",
    "retry_side_step",
    "schedule",
    "send_back",
    "settle",
    "spec_of",
    "sync_shipped",
    "take_down",
    "unlist",
    "usual_text",
    "wants_approval",
    "warning_of",
    "what_may_be_done",
]
