"""Pictures in templates: sent as wide as they stand on the page."""

from __future__ import annotations

from typing import Final

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from generation.media.thumbnails import WIDTHS

register = template.Library()

USUAL_WIDTH: Final = 640
"""For browsers that do not choose by themselves, and for posters."""


@register.filter
def at_width(link: str, width: int) -> str:
    """Return the link of a picture's copy of one of the widths that there are; nothing for none."""
    return f"{link}?w={width}" if link else ""


@register.simple_tag
def picture(link: str, sizes: str, shape: str = "") -> SafeString:
    """Return the attributes of an `<img>`: where each width is, how wide it stands, its `shape` such as "16:9"."""
    choices = ", ".join(f"{at_width(link, width)} {width}w" for width in WIDTHS)
    usual = format_html('src="{}" srcset="{}" sizes="{}"', at_width(link, USUAL_WIDTH), choices, sizes)
    across, _colon, down = shape.partition(":")
    if not down:
        return usual
    return format_html('{} width="{}" height="{}"', usual, USUAL_WIDTH, round(USUAL_WIDTH * int(down) / int(across)))
