"""Everything that speaks OpenAI's protocol: OpenAI, OpenRouter, Anthropic, Gemini, Ollama, llama.cpp and the like.

One adapter per capability serves them all. What one server does differently is in its vendor's row (`rows.py`), never
in code: see `server.py` for the words.
"""

from __future__ import annotations
