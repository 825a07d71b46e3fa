"""Which paths the `.gitignore` files of a tree leave out."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

FILE_NAME = ".gitignore"

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


@dataclass(frozen=True, slots=True)
class IgnoreRules:
    """The patterns of one folder's `.gitignore`, and the rules around it, which are asked after it."""

    folder: str
    patterns: GitIgnoreSpec
    outer: IgnoreRules | None

    def ignore(self, path: str, is_folder: bool) -> bool:
        """Say whether a path below the folder is left out: the innermost rules with an opinion decide."""
        rules: IgnoreRules | None = self
        while rules is not None:
            relative = path[len(rules.folder) :].replace(os.sep, "/").lstrip("/") + "/" * is_folder
            verdict = rules.patterns.check_file(relative).include
            if verdict is not None:
                return verdict
            rules = rules.outer
        return False


def rules_inside(folder: Path, outer: IgnoreRules | None) -> IgnoreRules | None:
    """Return the rules for what is in a folder: its own, if it has any, inside those around it."""
    try:
        text = (folder / FILE_NAME).read_bytes().decode("utf-8-sig", "replace")
    except OSError:
        return outer
    lines = [line.removesuffix("\r") for line in text.split("\n")]
    return IgnoreRules(str(folder), _compiled(lines), outer)


def rules_around(folder: Path) -> IgnoreRules | None:
    """Return the rules that a folder's repository has for what is inside the folder.

    None where there is no repository, and None where its rules leave out the folder itself: who names an
    ignored folder wants it searched.
    """
    repository = next((parent for parent in (folder, *folder.parents) if (parent / ".git").exists()), None)
    if repository is None:
        return None
    rules: IgnoreRules | None = None
    for parent in reversed(folder.parents):
        if parent.is_relative_to(repository):
            rules = rules_inside(parent, rules)
    return None if rules is None or rules.ignore(str(folder), is_folder=True) else rules


def _compiled(lines: list[str]) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec  # 60 ms to import, which a run over single files need not pay

    try:
        return GitIgnoreSpec.from_lines(lines)
    except ValueError:
        return GitIgnoreSpec.from_lines([line for line in lines if _is_pattern(line)])


def _is_pattern(line: str) -> bool:
    """Say whether a line can be read as a pattern; git passes over those that cannot."""
    from pathspec import GitIgnoreSpec

    try:
        GitIgnoreSpec.from_lines([line])
    except ValueError:
        return False
    return True
