"""One include per app."""

from __future__ import annotations

from django.contrib import admin
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import LogoutView
from django.urls import URLPattern, URLResolver, include, path
from django.views.i18n import set_language

from sceneme import metrics, views, worker

handler400 = "sceneme.views.unreadable"

urlpatterns: list[URLPattern | URLResolver] = [
    # First: a film's way out has its place among the film's steps.
    path("", include("publishing.urls")),
    path("", include("generation.urls")),
    path("sign-in/", views.SignIn.as_view(), name="login"),
    path("sign-out/", LogoutView.as_view(), name="logout"),
    path("enter/<str:token>/", views.enter, name="enter"),
    path("language/", login_not_required(set_language), name="set_language"),
    path("worker.js", worker.script, name="worker"),
    path("offline/", worker.offline, name="offline"),
    path("health/", views.health, name="health"),
    path("metrics", metrics.metrics, name="metrics"),
    path("admin/login/", views.admin_door),
    path("admin/", admin.site.urls),
]
