"""The Celery app. Messages carry a task's name and ids only; the database says what is true."""

from __future__ import annotations

import os

from celery import Celery

from sceneme import filebroker

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sceneme.settings")

filebroker.register()

app = Celery("sceneme")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks(["generation"])
