"""Where the cache lies, and whether there is one."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

FOLDER, OFF = "NANPROOF_CACHE_DIR", "NANPROOF_NO_CACHE"


def cache_folder(environment: Mapping[str, str] = os.environ) -> Path | None:
    """Return the folder of the cache, None where somebody said that there is to be none.

    It is the user's own folder for caches, as the system has it, unless `NANPROOF_CACHE_DIR` names another: never the
    project, which may come from anybody.
    """
    if environment.get(OFF, "") not in ("", "0"):
        return None
    named = environment.get(FOLDER)
    if named:
        return Path(named)
    from platformdirs import user_cache_path

    return user_cache_path("nanproof", appauthor=False)
