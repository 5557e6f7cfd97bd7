"""Addresses of what can be done on a step of a film."""

from __future__ import annotations

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
