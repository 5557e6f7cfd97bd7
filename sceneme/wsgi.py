"""The WSGI application, for any server."""

from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application

from sceneme import memory

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sceneme.settings")

application = get_wsgi_application()
memory.settle()
