"""The same seed, the same outcome: random numbers are drawn by the processor, which is the same on every machine."""

from __future__ import annotations

from typing import Any

from .packages import need

LARGEST_SEED = 2**63


def generator(seed: int) -> Any:
    """Return PyTorch's source of random numbers for a seed."""
    return need("torch").Generator("cpu").manual_seed(seed % LARGEST_SEED)
