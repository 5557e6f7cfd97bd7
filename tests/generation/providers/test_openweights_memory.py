"""Memory that runs out: in processes of their own, under a real limit of the system."""

from __future__ import annotations

import dataclasses
import json
import subprocess
import sys
import textwrap
from pathlib import Path
from typing import Any

import pytest

from generation.providers.openweights.memory import Placement, is_out_of_memory
from generation.providers.openweights.pipelines import pipeline_model
from generation.providers.openweights.shelf import Shelf

from . import openweights_models

torch: Any = pytest.importorskip("torch", reason="PyTorch is not installed (docs/openweights.md)")
pytest.importorskip("diffusers", reason="requirements-openweights.lock is not installed (docs/openweights.md)")

pytestmark = [
    pytest.mark.openweights,
    pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::FutureWarning", "ignore::UserWarning"),
]

ROOT = Path(__file__).parents[3]

# Makes a clip under a limit, then a small one; prints how the model was put each time and what came of it.
PROGRAM = """
    import json, resource, sys
    from pathlib import Path
    import torch
    from generation.providers.base import Access, ClipRequest, ProviderError
    from generation.providers.openweights.shelf import SHELF
    from generation.providers.openweights.video import OpenWeightsVideo

    torch.set_num_threads(1)
    model, folder, size, megabytes = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
    settings = {
        "dtype": "float32", "on_cpu": True, "steps": 1, "pipeline": "LTXPipeline",
        "frames": {"least": 9, "most": 257, "step": 8, "rate": 24},
        "size": {"as": "sides", "multiple": 32, "most": 1 << 20},
        "call": {"guidance_scale": 1.0},
    }
    ltx = OpenWeightsVideo(model, settings, Access())

    def make(side):
        made = {}
        try:
            ltx.submit(ClipRequest("a red lamp", side, side, 300), folder)
            made["words"] = "made"
        except ProviderError as error:
            made = {"code": error.code, "words": str(error), "vendor_words": error.vendor_words}
        made["is_lean"] = SHELF._ladder[0].is_lean if SHELF.key else None
        return made

    told = [make(64)]
    if megabytes:
        used = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (used + megabytes * 2**20,) * 2)
    told += [make(size), make(64)]
    print(json.dumps(told))
"""


@pytest.fixture(scope="module")
def ltx(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return openweights_models.ltx(tmp_path_factory.mktemp("models") / "ltx")


def made_within(model: Path, folder: Path, size: int, megabytes: int) -> list[dict[str, Any]]:
    """Return what became of a small clip, of one of `size`, and of a small one again."""
    command = [sys.executable, "-W", "ignore", "-c", textwrap.dedent(PROGRAM)]
    done = subprocess.run(
        [*command, str(model), str(folder), str(size), str(megabytes)],
        capture_output=True,
        text=True,
        timeout=200,
        check=False,
        cwd=ROOT,
    )
    assert done.returncode == 0, done.stderr
    told: list[dict[str, Any]] = json.loads(done.stdout.splitlines()[-1])
    return told


def test_a_clip_that_does_not_fit_is_refused_in_plain_words_and_the_next_one_is_made(ltx: Path, tmp_path: Path) -> None:
    before, large, after = made_within(ltx, tmp_path, 1536, 300)

    assert before == {"words": "made", "is_lean": False}
    assert large["code"] == "out_of_memory"
    assert large["words"].startswith("The memory ran out, in the leanest way as well.")
    assert large["vendor_words"]
    assert large["is_lean"] is None
    assert after["words"] == "made"


def test_where_memory_runs_out_a_leaner_way_is_tried_and_kept(ltx: Path) -> None:
    shelf, loads = Shelf(), list[Any]()
    model = pipeline_model(str(ltx), "LTXPipeline", {"dtype": "float32", "on_cpu": True})

    def load(placement: Placement) -> Any:
        loads.append(placement)
        return model.load(placement)

    def work(pipe: Any) -> bool:
        if not pipe.vae.use_tiling:
            torch.empty(1 << 50, dtype=torch.uint8)
        return bool(pipe.vae.use_tiling and pipe.vae.use_slicing)

    counted = dataclasses.replace(model, load=load)

    assert shelf.make(counted, work)
    assert shelf.make(counted, work)
    assert loads == [Placement("cpu"), Placement("cpu", is_lean=True)]


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (MemoryError(), True),
        (torch.cuda.OutOfMemoryError("CUDA out of memory. Tried to allocate 2.00 GiB."), True),
        (RuntimeError("[enforce fail at alloc_cpu.cpp] DefaultCPUAllocator: can't allocate memory"), True),
        (RuntimeError("DefaultCPUAllocator: not enough memory: you tried to allocate 9 bytes."), True),
        (RuntimeError("The size of tensor a (3) must match the size of tensor b (4)"), False),
        (ValueError("out of memory"), False),
    ],
)
def test_the_words_for_running_out_are_known(error: Exception, expected: object) -> None:
    assert is_out_of_memory(error) is expected
