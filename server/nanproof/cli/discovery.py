"""From the paths that a person names to the Python files to check."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from nanproof.cli.ignore import NEVER_ENTERED, IgnoreRules, rules_around, rules_inside
from nanproof.cli.problem import Problem, spoken

SUFFIX = ".py"


@dataclass(frozen=True, slots=True)
class Discovery:
    """The files to check, absolute and each once, and the paths where there was nothing to find."""

    files: tuple[str, ...]
    problems: tuple[Problem, ...]


def discover(paths: Iterable[str]) -> Discovery:
    """Find the files to check: named files as they are, folders searched; in the order of the arguments.

    Symbolic links to folders are not followed, so that a loop of links has an end.
    """
    files: dict[str, None] = {}
    problems: list[Problem] = []
    for name in paths:
        path = Path(os.path.abspath(name))  # noqa: PTH100 - resolve() would replace links by their targets
        if not path.is_dir():
            files[str(path)] = None
            continue
        for found in _search(path):
            if isinstance(found, Problem):
                problems.append(found)
            else:
                files[found] = None
    return Discovery(tuple(files), tuple(problems))


def _search(top: Path) -> Iterator[str | Problem]:
    """Walk a folder depth first in the order of names, without recursion: trees can be deep."""
    waiting: list[tuple[str, bool, IgnoreRules | None]] = [(str(top), True, rules_around(top))]
    while waiting:
        path, is_folder, rules = waiting.pop()
        if not is_folder:
            yield path
            continue
        try:
            with os.scandir(path) as listing:
                entries = sorted(listing, key=lambda entry: entry.name, reverse=True)
        except OSError as error:
            yield Problem(path, spoken(error))
            continue
        rules = rules_inside(Path(path), rules)
        for entry in entries:
            enters = entry.is_dir(follow_symlinks=False)
            if _is_wanted(entry, enters) and not (rules and rules.ignore(entry.path, enters)):
                waiting.append((entry.path, enters, rules))


def _is_wanted(entry: os.DirEntry[str], enters: bool) -> bool:
    if enters:
        return entry.name not in NEVER_ENTERED
    # A link that leads to a folder or, like an editor's lock file, nowhere is no file to complain about.
    return entry.name.endswith(SUFFIX) and (not entry.is_symlink() or entry.is_file())
