"""Everything between clips and the finished film. Start at `assembly`."""

from __future__ import annotations
