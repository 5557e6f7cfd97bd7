"""What memory there is, where a model is put for it, and how running out of it is known.

A model is put whole on the graphics card where it fits. Where it does not, its parts wait in the computer's own memory
and are brought to the card by turns ("model"), or layer by layer ("sequential"), which is slow and takes little.
"""

from __future__ import annotations

import gc
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import psutil

from generation.providers.base import NeedsSetup, OutOfMemory, Unavailable

GIB = 1024**3
_WORDS = ("out of memory", "not enough memory", "can't allocate memory", "cannot allocate memory")


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a model runs.

    `way` is "whole", "model" or "sequential". `is_lean`: pictures are decoded in tiles and one by one, which takes less
    memory and a little longer.
    """

    device: str
    way: str = "whole"
    is_lean: bool = False


@dataclass(frozen=True, slots=True)
class Room:
    """The memory of a device: free now, and in all, in GiB. `own_gb` is what is free of the computer's own memory.

    `shared`: the device has no other.
    """

    device: str
    free_gb: float
    all_gb: float
    own_gb: float
    shared: bool = False


def room(torch: Any) -> Room:
    """Return the memory of the graphics card that this process sees, of the computer where there is none."""
    own = psutil.virtual_memory()
    if torch.cuda.is_available():
        free, whole = torch.cuda.mem_get_info()
        return Room("cuda", free / GIB, whole / GIB, own.available / GIB)
    device = "mps" if torch.backends.mps.is_available() else "cpu"
    return Room(device, own.available / GIB, own.total / GIB, own.available / GIB, shared=True)


def placements(settings: Mapping[str, Any], here: Room) -> list[Placement]:
    """Return where a model may be put, the quickest first: at most two, the second for when the first is too much.

    Settings: `memory_gb`, what it takes as a whole; `offload`, what it takes on the card in other ways ({"model": 24,
    "sequential": 8}), in the order to try; `weights_gb`, what it takes of the computer's own memory while it is loaded
    and where its parts wait; `on_cpu`, whether it is of any use without a graphics card; `tiles`, false where nothing
    is decoded that could be decoded in tiles. Raise `NeedsSetup`, `OutOfMemory` (it never fits) or `Unavailable`
    (others use the memory now).
    """
    if here.device == "cpu" and not settings.get("on_cpu"):
        raise NeedsSetup(
            "This model needs a graphics card that PyTorch can use, and there is none. "
            "(With on_cpu in the settings of its row it is tried without one, which may take hours.)"
        )
    if not here.shared and float(settings.get("weights_gb", 0)) > here.own_gb:
        raise OutOfMemory(
            f"This model is loaded through the computer's own memory and needs {settings['weights_gb']:g} GB of it; "
            f"{here.own_gb:.1f} GB are free."
        )
    needs = {"whole": float(settings.get("memory_gb", 0)), **({} if here.shared else settings.get("offload", {}))}
    fitting = [way for way, gb in needs.items() if float(gb) <= here.free_gb]
    if not fitting:
        raise _no_room(min(map(float, needs.values())), here)
    if not settings.get("tiles", True):
        return [Placement(here.device, fitting[0])]
    # What the row counts on may not be enough for a long clip: then the next way, and decoding bit by bit.
    first = Placement(here.device, fitting[0], is_lean=fitting[0] != "whole")
    leaner = Placement(here.device, fitting[1] if len(fitting) > 1 else fitting[0], is_lean=True)
    return [first] if leaner == first else [first, leaner]


def _no_room(least_gb: float, here: Room) -> OutOfMemory | Unavailable:
    where = "of memory" if here.shared else "on the graphics card"
    words = f"This model needs at least {least_gb:g} GB {where}; {here.free_gb:.1f} GB are free."
    if least_gb <= here.all_gb:
        return Unavailable(f"{words} Other programs use the rest: end them, then try again.")
    return OutOfMemory(f"{words} There are {here.all_gb:.1f} GB in all, so a smaller model has to be chosen.")


def is_out_of_memory(error: BaseException) -> bool:
    """Tell whether an error means that memory ran out: PyTorch has several words for it."""
    if isinstance(error, MemoryError) or type(error).__name__ == "OutOfMemoryError":
        return True
    return isinstance(error, RuntimeError) and any(word in str(error).lower() for word in _WORDS)


def give_back(torch: Any) -> None:
    """Return the memory of what nobody holds any more to the card."""
    gc.collect()
    if torch.cuda.is_available():
        torch.cuda.empty_cache()
