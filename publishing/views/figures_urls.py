"""Where the numbers are."""

from __future__ import annotations

from django.urls import URLPattern, path

from publishing.views import figures, figures_post

urlpatterns: list[URLPattern] = [
    path("numbers/", figures.numbers, name="numbers"),
    path("numbers/table/", figures.numbers_file, name="numbers-file"),
    path("numbers/findings/<int:finding_id>/", figures.switch_finding, name="finding-switch"),
    path("<int:publication_id>/numbers/", figures_post.post_numbers, name="post-numbers"),
]
