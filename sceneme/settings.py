"""All settings, from the environment. With none set, everything runs from one folder on one machine."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import environ
import font_manrope
import font_source_serif_pro
from kombu import Exchange, Queue

from . import secrets

env = environ.Env()

BASE_DIR = Path(__file__).resolve().parent.parent
DATA_DIR = Path(env.str("SCENEME_DATA", default=str(BASE_DIR / "var"))).expanduser().resolve()
"""Where an embedded studio keeps all it has: database, queue, media, cache."""

# --- Django ---------------------------------------------------------------------------------------

DEBUG = env.bool("SCENEME_DEBUG", default=False)
SECRET_KEY = env.str("SCENEME_SECRET_KEY", default="") or secrets.from_folder(DATA_DIR)
ALLOWED_HOSTS: list[str] = env.list("SCENEME_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
PUBLIC_URL = env.str("SCENEME_PUBLIC_URL", default="")
"""Where vendors reach the studio from outside, such as https://films.example.org. Empty: they are only asked."""
if PUBLIC_URL and (_public_host := urlsplit(PUBLIC_URL).hostname):
    ALLOWED_HOSTS.append(_public_host)
CSRF_TRUSTED_ORIGINS: list[str] = env.list("SCENEME_ORIGINS", default=[])

INSTALLED_APPS = [
    "sceneme",
    "publishing",
    "generation",
    "projects",
    "entities",
    "django_htmx",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "sceneme.protection.ProtectionMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "sceneme.door.DoorMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "sceneme.logs.RequestLogMiddleware",
]

ROOT_URLCONF = "sceneme.urls"
WSGI_APPLICATION = "sceneme.wsgi.application"

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "generation.views.once.new_key",
                "generation.views.badge.badge_in",
                "generation.views.account.you_section.theme_in",
            ],
        },
    }
]

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("de", "Deutsch"), ("zh-hans", "简体中文")]
"""Each by its own name: whoever looks for a language knows it by that."""
LOCALE_PATHS = [BASE_DIR / "locale"]
LANGUAGE_COOKIE_AGE = 365 * 24 * 60 * 60
LANGUAGE_COOKIE_SAMESITE = "Lax"
TIME_ZONE = "UTC"
USE_I18N = True
USE_TZ = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "generation:films"
LOGOUT_REDIRECT_URL = "login"
SESSION_COOKIE_AGE = 60 * 60 * 24 * 60
CSRF_FAILURE_VIEW = "sceneme.views.csrf_failed"

HTTPS = env.bool("SCENEME_HTTPS", default=False)
BEHIND_PROXY = env.bool("SCENEME_BEHIND_PROXY", default=False)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_PROXY else None
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = HTTPS
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if HTTPS else 0
SECURE_REFERRER_POLICY = "same-origin"  # a form's own page is known by it, and no other host learns of a film
X_FRAME_OPTIONS = "DENY"

DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
"""All that a form may hold besides files."""
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.TemporaryFileUploadHandler"]
"""Uploads go to disk as they come, so that a few at once do not fill the memory."""
MOST_REQUEST_BYTES = 550_000_000
"""No request is larger: the largest file that is taken, and a form around it."""

# --- Database -------------------------------------------------------------------------------------

DATABASE_URL = env.str("DATABASE_URL", default="") or f"sqlite:///{DATA_DIR / 'sceneme.sqlite3'}"
DATABASES: dict[str, Any] = {"default": env.db_url_config(DATABASE_URL)}

if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["CONN_MAX_AGE"] = 600
    DATABASES["default"]["OPTIONS"] = {
        # Writers queue up at the start of a transaction instead of failing in the middle of one.
        "transaction_mode": "IMMEDIATE",
        "timeout": 30,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
    }
else:
    DATABASES["default"].setdefault("CONN_MAX_AGE", 60)
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True

# --- Files ----------------------------------------------------------------------------------------

STATIC_URL = "static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS: list[Path | tuple[str, Path]] = [
    BASE_DIR / "static",
    ("fonts", Path(font_manrope.__file__).parent / "files"),
    ("fonts", Path(font_source_serif_pro.__file__).parent / "files"),
]
WHITENOISE_USE_FINDERS = True

S3_BUCKET = env.str("S3_BUCKET", default="")
MEDIA_STORAGE: dict[str, Any] = (
    {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            "bucket_name": S3_BUCKET,
            "endpoint_url": env.str("S3_ENDPOINT_URL", default="") or None,
            "region_name": env.str("S3_REGION", default="") or None,
            "access_key": env.str("S3_ACCESS_KEY", default="") or None,
            "secret_key": env.str("S3_SECRET_KEY", default="") or None,
            "addressing_style": env.str("S3_ADDRESSING", default="auto"),
            "signature_version": "s3v4",
            "querystring_expire": 3600,
            "file_overwrite": True,  # keys are digests: the same key is the same bytes
            "default_acl": None,
        },
    }
    if S3_BUCKET
    else {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": DATA_DIR / "media"}}
)
STORAGES: dict[str, Any] = {
    "default": MEDIA_STORAGE,
    "staticfiles": {"BACKEND": "sceneme.static_links.DigestedLinks"},
}
CACHE_DIR = Path(env.str("SCENEME_CACHE", default=str(DATA_DIR / "cache")))
CACHE_MAX_BYTES = env.int("SCENEME_CACHE_MAX_BYTES", default=20 * 1024**3)
"""Conformed shots are kept here so that they need not be encoded again; it may be deleted at any time."""

# --- The task runner ------------------------------------------------------------------------------

REDIS_URL = env.str("REDIS_URL", default="")
QUEUE_DIR = DATA_DIR / "queue"

CELERY_BROKER_URL = REDIS_URL or "files://"
CELERY_BROKER_TRANSPORT_OPTIONS: dict[str, Any] = (
    {
        # Longer than any task: our own leases notice a dead worker long before the broker does.
        "visibility_timeout": 3600,
    }
    if REDIS_URL
    else {
        "data_folder_in": str(QUEUE_DIR / "messages"),
        "data_folder_out": str(QUEUE_DIR / "messages"),
        "processed_folder": str(QUEUE_DIR / "done"),
        "control_folder": str(QUEUE_DIR / "control"),
        "polling_interval": 0.05,
    }
)
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
# Looking at films is quick, and must not wait behind an hour of clips. A worker takes from both in turn.
CELERY_TASK_QUEUES = [Queue(name, Exchange(name), routing_key=name) for name in ("control", "work", "gpu")]
CELERY_TASK_DEFAULT_QUEUE = CELERY_TASK_DEFAULT_EXCHANGE = CELERY_TASK_DEFAULT_ROUTING_KEY = "work"
CELERY_TASK_ROUTES = [
    [
        ("generation.run_job", {"queue": "work"}),
        ("generation.*", {"queue": "control"}),
        # What is due goes out on time, whatever else is being made.
        ("publishing.*", {"queue": "control"}),
    ]
]
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_TASK_SERIALIZER = "json"
CELERY_TIMEZONE = TIME_ZONE
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_BEAT_SCHEDULE_FILENAME = str(DATA_DIR / "beat")
CELERY_BEAT_SCHEDULE = {
    "recover": {"task": "generation.recover_interrupted", "schedule": 10.0},
    "advance": {"task": "generation.advance_runs", "schedule": 15.0},
    "poll": {"task": "generation.poll_waiting", "schedule": 2.0},
    "sweep": {"task": "generation.sweep", "schedule": 6 * 3600.0},
    "look": {"task": "generation.look_at_pictures", "schedule": 20.0},
    "publish": {"task": "publishing.publish_due", "schedule": 10.0},
    "tokens": {"task": "publishing.keep_tokens", "schedule": 600.0},
    "figures": {"task": "publishing.take_figures", "schedule": 60.0},
}

JOB_LEASE_SECONDS = env.int("SCENEME_JOB_LEASE", default=60)
"""A running job whose worker has not been heard of for this long belongs to nobody."""
JOB_HEARTBEAT_SECONDS = max(1, JOB_LEASE_SECONDS // 6)
JOB_TIMEOUT_SECONDS = env.int("SCENEME_JOB_TIMEOUT", default=6 * 3600)
"""Work that takes longer hangs: its lease is left to run out, and somebody else tries."""

PUBLISH_LEASE_SECONDS = env.int("SCENEME_PUBLISH_LEASE", default=90)
"""A publication whose worker has not been heard of for this long belongs to nobody."""
PUBLISH_TIMEOUT_SECONDS = env.int("SCENEME_PUBLISH_TIMEOUT", default=1800)
"""A step that takes longer hangs: its lease is left to run out, and somebody else looks."""
PUBLISH_TASK_SECONDS = env.int("SCENEME_PUBLISH_TASK", default=60)
"""So long one worker moves bytes; then the next goes on, so that no upload keeps others waiting."""
PUBLISH_GRACE_SECONDS = env.int("SCENEME_PUBLISH_GRACE", default=600)
"""What is later than this when the studio notices is not posted, but asked about."""

METRICS_TOKEN = env.str("SCENEME_METRICS_TOKEN", default="")
"""What Prometheus shows to read /metrics/. Empty: only staff of the studio read it."""

# --- The studio -----------------------------------------------------------------------------------

LOG_FORMAT = env.str("SCENEME_LOG_FORMAT", default="json")
LOGGING_CONFIG = "sceneme.logs.configure"
LOGGING = {
    "level": env.str("SCENEME_LOG_LEVEL", default="INFO"),
    "format": LOG_FORMAT,
}
