"""The studio's pages."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from generation import webhooks
from generation.views import activity, film, films, media
from generation.views.account import urls as account_urls
from generation.views.library import urls as library_urls
from generation.views.steps import (
    cast_urls,
    cut_urls,
    export_urls,
    script_urls,
    shots_urls,
    sound_urls,
    story_urls,
    takes_urls,
)

app_name = "generation"

urlpatterns: list[URLPattern | URLResolver] = [
    path("", films.films, name="films"),
    path("live/", films.live, name="films-live"),
    path("films/<int:film_id>/", film.film, name="film"),
    path("films/<int:film_id>/live/", film.live, name="film-live"),
    path("films/<int:film_id>/run/<str:wish>/", film.run, name="film-run"),
    path("films/<int:film_id>/retry/<int:job_id>/", film.retry, name="film-retry"),
    path("films/<int:film_id>/again/", films.again, name="film-again"),
    path("films/<int:film_id>/next/", films.next_episode, name="film-next"),
    path("films/<int:film_id>/delete/", films.delete, name="film-delete"),
    *story_urls.urlpatterns,
    *cast_urls.urlpatterns,
    *script_urls.urlpatterns,
    *shots_urls.urlpatterns,
    *takes_urls.urlpatterns,
    *sound_urls.urlpatterns,
    *cut_urls.urlpatterns,
    *export_urls.urlpatterns,
    *library_urls.urlpatterns,
    path("films/<int:film_id>/<slug:step>/", film.film, name="film-step"),
    path("films/<int:film_id>/<slug:step>/live/", film.live, name="film-step-live"),
    path("activity/", activity.activity, name="activity"),
    path("activity/drawer/", activity.drawer, name="activity-drawer"),
    path("activity/live/", activity.live, name="activity-live"),
    path("activity/badge/", activity.badge, name="activity-badge"),
    path("activity/<int:job_id>/<str:wish>/", activity.change, name="job-change"),
    *account_urls.urlpatterns,
    path("hooks/<slug:vendor>/<slug:token>/", webhooks.receive, name="webhook"),
    path("media/<int:asset_id>/<slug:sha>/<slug:seal>.<slug:extension>", media.media, name="media"),
]
