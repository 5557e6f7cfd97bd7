"""Loaded before the settings are: every test process has a data folder of its own, gone when it ends."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile

from hypothesis import HealthCheck, settings

_folder = tempfile.mkdtemp(prefix="sceneme-tests-")
atexit.register(shutil.rmtree, _folder, ignore_errors=True)

os.environ["SCENEME_DATA"] = _folder
# Whoever runs the tests may have keys of their own: no test shall ever find them.
for _name in [name for name in os.environ if name.endswith(("_API_KEY", "_API_TOKEN", "_KEY_ID")) or name == "FAL_KEY"]:
    del os.environ[_name]
os.environ.setdefault("SCENEME_LOG_LEVEL", "ERROR")
# One core of two is left to the tests themselves.
os.environ.setdefault("SCENEME_PROCESSES", "1")

# A busy machine is no counterexample, and what failed for one must fail for all.
settings.register_profile("suite", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("suite")
