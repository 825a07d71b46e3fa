"""Walking a folder for Python files: for all who look for them in the same way.

Links to folders are not followed, so that each folder comes once, by its real path, and none outside of the one that
was asked for. What stands in a linked folder of the same tree is found where it stands.
"""

from __future__ import annotations

import posixpath
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from nanproof.source.reader import Kind, Reader

SUFFIX = ".py"
# A folder with such a file is a virtual environment, whatever it is called.
ENVIRONMENT = "pyvenv.cfg"

# Folders that hold what tools write or install: ruff's list, and `__pycache__`.
NEVER_ENTERED = frozenset(
    {
        ".bzr",
        ".direnv",
        ".eggs",
        ".git",
        ".git-rewrite",
        ".hg",
        ".ipynb_checkpoints",
        ".mypy_cache",
        ".nox",
        ".pants.d",
        ".pyenv",
        ".pytest_cache",
        ".pytype",
        ".ruff_cache",
        ".svn",
        ".tox",
        ".venv",
        ".vscode",
        "__pycache__",
        "__pypackages__",
        "_build",
        "buck-out",
        "build",
        "dist",
        "node_modules",
        "site-packages",
        "venv",
    }
)


class Rules(Protocol):
    """What else is left out."""

    def inside(self, folder: str) -> Rules:
        """Return the rules for what is in a folder, where these are the ones for what is around it."""
        ...

    def ignore(self, path: str, is_folder: bool) -> bool:
        """Say whether an entry is left out of a folder that is not left out itself."""
        ...


class Everything:
    """Leaves nothing out."""

    def inside(self, folder: str) -> Everything:  # noqa: ARG002 - as Rules has it
        """Return the same rules."""
        return self

    def ignore(self, path: str, is_folder: bool) -> bool:  # noqa: ARG002 - as Rules has it
        """Leave nothing out."""
        return False


@dataclass(frozen=True, slots=True)
class Found:
    """What is named like a Python file, or a folder that cannot be read."""

    path: str
    kind: Kind


def walk(
    reader: Reader,
    top: str,
    rules: Rules | None = None,
    most: int | None = None,
    suffixes: tuple[str, ...] = (SUFFIX,),
) -> Iterator[Found]:
    """Walk a folder, the upper folders first and each in the order of names, until so many entries were seen."""
    waiting = deque([(top, rules or Everything())])
    seen = 0
    while waiting and (most is None or seen < most):
        folder, around = waiting.popleft()
        entries = reader.entries(folder)
        if entries is None:
            yield Found(folder, Kind.FOLDER)
            continue
        if folder != top and any(entry.name == ENVIRONMENT for entry in entries):
            continue
        seen += len(entries)
        rules = around.inside(folder)
        for entry in entries:
            path = posixpath.join(folder, entry.name)
            is_folder = entry.kind is Kind.FOLDER
            is_wanted = entry.name not in NEVER_ENTERED if is_folder else entry.name.endswith(suffixes)
            if not is_wanted or rules.ignore(path, is_folder):
                continue
            if is_folder:
                waiting.append((path, rules))
            else:
                yield Found(path, entry.kind)
