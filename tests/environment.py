"""Loaded before the settings are: every test process has a data folder of its own, gone when it ends."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile

_folder = tempfile.mkdtemp(prefix="sceneme-tests-")
atexit.register(shutil.rmtree, _folder, ignore_errors=True)

os.environ["SCENEME_DATA"] = _folder
os.environ.setdefault("SCENEME_LOG_LEVEL", "ERROR")
# One core of two is left to the tests themselves.
os.environ.setdefault("SCENEME_PROCESSES", "1")
