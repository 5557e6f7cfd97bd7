"""The Celery app. Messages carry a task's name and ids only; the database says what is true."""

from __future__ import annotations

import os
import sys
from typing import Any

from celery import Celery, signals
from django.db import close_old_connections

from sceneme import filebroker

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sceneme.settings")

filebroker.register()

app = Celery("sceneme")
app.config_from_object("django.conf:settings", namespace="CELERY")
# Celery would close every connection before and after each task; opening one costs as much as a small task.
app.conf.CELERY_DB_REUSE_MAX = sys.maxsize
app.autodiscover_tasks(["generation", "publishing"])


def _drop_broken_connections(**_: Any) -> None:
    """Let go of connections to the database that broke or are old; the others are used by the next task."""
    close_old_connections()


signals.task_prerun.connect(_drop_broken_connections)
signals.task_postrun.connect(_drop_broken_connections)
