"""`nanproof clean`: forget what earlier runs found."""

from __future__ import annotations

from pathlib import Path

from nanproof.cache.folder import FOLDER, cache_folder
from nanproof.cache.store import files_in
from nanproof.cli.output import complain
from nanproof.printed.paths import friendly

CLEAN, FAILED = 0, 2


def clean() -> int:
    """Remove the cache, and say how large it was."""
    folder = cache_folder()
    files = files_in(folder) if folder is not None else []
    if folder is None or not files:
        where = f" in {friendly(str(folder))}" if folder is not None else ""
        complain(f"there is no cache{where}; {FOLDER} names another folder")
        return CLEAN
    try:
        size = sum(map(_removed, files))
    except OSError as error:
        complain(f"the cache in {friendly(str(folder))} could not be removed: {error.strerror or error}")
        return FAILED
    complain(f"removed the cache in {friendly(str(folder))} ({size / 1e6:.1f} MB)")
    return CLEAN


def _removed(file: Path) -> int:
    """Remove a file and return how many bytes it had."""
    size = file.stat().st_size
    file.unlink()
    return size
