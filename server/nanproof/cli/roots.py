"""Which project a file belongs to, so that the files of one can be asked about each other."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

MARKERS = ("pyproject.toml", "setup.py", ".git")


def by_root(files: Sequence[str]) -> dict[str, list[str]]:
    """Group files by the root of their project, in the order in which the roots first come.

    The root is the nearest folder above a file that holds a marker; files without one share the folder that
    they have in common.
    """
    known: dict[Path, Path | None] = {}
    roots = [_marked_root(Path(file).parent, known) for file in files]
    unmarked = [str(Path(file).parent) for file, root in zip(files, roots, strict=True) if root is None]
    common = _common_folder(unmarked)
    groups: dict[str, list[str]] = {}
    for file, root in zip(files, roots, strict=True):
        groups.setdefault(str(root) if root else common or str(Path(file).parent), []).append(file)
    return groups


def _marked_root(folder: Path, known: dict[Path, Path | None]) -> Path | None:
    passed: list[Path] = []
    root: Path | None = None
    for parent in (folder, *folder.parents):
        if parent in known:
            root = known[parent]
            break
        passed.append(parent)
        if any((parent / marker).exists() for marker in MARKERS):
            root = parent
            break
    known.update(dict.fromkeys(passed, root))
    return root


def _common_folder(folders: Sequence[str]) -> str | None:
    """Return the folder above all of these; None where that is a whole disk, or none at all."""
    try:
        common = Path(os.path.commonpath(folders))
    except ValueError:  # no folders, or on different drives
        return None
    return str(common) if common.parent != common else None
