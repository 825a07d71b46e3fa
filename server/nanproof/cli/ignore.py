"""Which paths the `.gitignore` files of a tree leave out."""

from __future__ import annotations

import contextlib
import os
import re
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

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
class Pattern:
    """One line: what it matches, and whether that is ignored or, after a `!`, kept."""

    expression: re.Pattern[str]
    ignores: bool

    def is_about(self, path: str) -> bool:
        """Say whether the line is about a path itself, and not only about a folder around it."""
        matches = self.expression.finditer(path)
        return any(match.end() == len(path) or not match[0].endswith("/") for match in matches)


@dataclass(frozen=True, slots=True)
class IgnoreRules:
    """The patterns of one folder's `.gitignore`, last one first, and the rules around it, asked after it."""

    folder: str
    patterns: tuple[Pattern, ...]
    outer: IgnoreRules | None

    def ignore(self, path: str, is_folder: bool) -> bool:
        """Say whether an entry is left out of a folder that is not left out itself."""
        rules: IgnoreRules | None = self
        while rules is not None:
            relative = path[len(rules.folder) :].replace(os.sep, "/").lstrip("/") + "/" * is_folder
            for pattern in rules.patterns:
                # The first question is the cheap one: most lines match nothing of a path.
                if pattern.expression.search(relative) and pattern.is_about(relative):
                    return pattern.ignores
            rules = rules.outer
        return False


def rules_inside(folder: Path, outer: IgnoreRules | None) -> IgnoreRules | None:
    """Return the rules for what is in a folder: its own, if it has any, inside those around it."""
    try:
        text = (folder / FILE_NAME).read_bytes().decode("utf-8-sig", "replace")
    except OSError:
        return outer
    lines = [_as_git_means(line.removesuffix("\r")) for line in text.split("\n")]
    return IgnoreRules(str(folder), _compiled(lines), outer)


def rules_around(folder: Path) -> IgnoreRules | None:
    """Return the rules that a folder's repository has for what is inside the folder.

    None where there is no repository, and None where its rules leave out the folder or one around it: who
    names an ignored folder wants it searched.
    """
    repository = next((parent for parent in (folder, *folder.parents) if (parent / ".git").exists()), None)
    if repository is None:
        return None
    rules: IgnoreRules | None = None
    inside = [parent for parent in (*reversed(folder.parents), folder) if parent.is_relative_to(repository)]
    for parent, entered in pairwise(inside):
        rules = rules_inside(parent, rules)
        if rules is not None and rules.ignore(str(entered), is_folder=True):
            return None
    return rules


def _as_git_means(line: str) -> str:
    """Write `a/**` so that it is about what is inside of `a` only: to pathspec it is about `a` as well."""
    return f"{line}/*" if line.endswith("/**") else line


def _compiled(lines: list[str]) -> tuple[Pattern, ...]:
    # 60 ms to import, which a run over single files need not pay.
    from pathspec.patterns.gitignore.spec import GitIgnoreSpecPattern

    patterns: list[Pattern] = []
    for line in reversed(lines):
        with contextlib.suppress(ValueError):  # git passes over lines that it cannot read
            read = GitIgnoreSpecPattern(line)
            if read.regex is not None and read.include is not None:
                patterns.append(Pattern(read.regex, read.include))
    return tuple(patterns)
