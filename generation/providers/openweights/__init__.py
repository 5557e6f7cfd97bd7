"""Models whose weights are here: run on this machine by diffusers and transformers, with nobody to pay.

PyTorch and its friends are no part of the usual installation. Nothing here imports them before it is asked to make
something, and says how they are had where they are missing (see `docs/openweights.md`).
"""

from __future__ import annotations
