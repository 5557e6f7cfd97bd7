"""The styles that every studio starts with. They are copied into the database once; there they may be changed."""

from __future__ import annotations

from typing import Any

STYLES: tuple[dict[str, Any], ...] = (
    {
        "name": "Noir",
        "description": "Hard light, deep shadow, wet streets, almost no colour.",
        "palette": ["#0d1117", "#2b323c", "#6d7683", "#d9d2c0"],
        "contrast": 0.8,
        "warmth": -0.2,
        "music": "noir",
        "suits": ["noir", "crime", "detective"],
    },
    {
        "name": "Golden hour",
        "description": "Low warm sun, long shadows, honey and rose.",
        "palette": ["#3a2230", "#a3553f", "#f0a860", "#ffe3b0"],
        "contrast": 0.1,
        "warmth": 0.7,
        "music": "tender",
        "suits": ["romance", "western"],
    },
    {
        "name": "Storybook",
        "description": "Clear, friendly colours like a printed picture book.",
        "palette": ["#22324f", "#3f8a86", "#e8b04a", "#f6ecd4"],
        "contrast": 0.0,
        "warmth": 0.3,
        "music": "wonder",
        "suits": ["fairy tale", "fantasy", "children"],
    },
    {
        "name": "Nordic",
        "description": "Cold daylight, slate and fog, quiet rooms.",
        "palette": ["#1b2a36", "#4a6272", "#9fb4bd", "#e6ecec"],
        "contrast": 0.2,
        "warmth": -0.6,
        "music": "calm",
        "suits": ["horror", "thriller"],
    },
    {
        "name": "Neon",
        "description": "Night, magenta and cyan, glass and rain.",
        "palette": ["#0b0820", "#5b1a6e", "#e0308a", "#25d0e0"],
        "contrast": 0.6,
        "warmth": -0.1,
        "music": "tense",
        "suits": ["sci-fi", "cyberpunk"],
    },
    {
        "name": "Faded seventies",
        "description": "Brown and ochre, soft blacks, an old print.",
        "palette": ["#2e2118", "#7a5230", "#c9923f", "#e9d9b4"],
        "contrast": -0.4,
        "warmth": 0.5,
        "music": "playful",
    },
)
