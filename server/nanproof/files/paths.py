"""Paths as files are found and compared by them."""

from __future__ import annotations

import os


def absolute(path: str) -> str:
    """Return a path from the root, without `..`; a link stays one, as `Path.resolve` would not leave it."""
    return os.path.abspath(path)  # noqa: PTH100 - Path has nothing that does both
