"""From the paths that a person names to the Python files and notebooks to check."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from nanproof.files.ignore import rules_around
from nanproof.files.paths import absolute
from nanproof.files.problem import Problem, spoken
from nanproof.files.roots import marked_root
from nanproof.source.notebook import SUFFIX as NOTEBOOK
from nanproof.source.reader import DiskReader, Kind, Reader
from nanproof.source.tree import SUFFIX as PYTHON
from nanproof.source.tree import Rules, walk


@dataclass(frozen=True, slots=True)
class Discovery:
    """The files to check, absolute and each once, and the paths where there was nothing to find."""

    files: tuple[str, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class _Entered:
    """Leaves out what the repository ignores, and the folders that a configuration excludes."""

    ignored: Rules
    leaves_out: Callable[[str], bool]

    def inside(self, folder: str) -> _Entered:
        return _Entered(self.ignored.inside(folder), self.leaves_out)

    def ignore(self, path: str, is_folder: bool) -> bool:
        return self.ignored.ignore(path, is_folder) or (is_folder and self.leaves_out(path))


def discover(
    paths: Iterable[str],
    reader: Reader | None = None,
    most: int | None = None,
    leaves_out: Callable[[str], bool] = lambda _: False,
) -> Discovery:
    """Find the files to check: named files as they are, folders searched; in the order of the arguments.

    A folder is searched until so many entries were seen, through a reader, which is the disk's if there is no other.
    Folders inside that are left out are not entered.

    What is found through a link to a file lies in the project of the named folder, and is not found without it.
    """
    files: dict[str, None] = {}
    problems: list[Problem] = []
    for name in paths:
        path = absolute(name)
        if not os.path.isdir(path):  # noqa: PTH112 - Path.is_dir raises for a name that is too long
            files[path] = None
            continue
        for found in _search(path, reader or DiskReader(), most, leaves_out):
            if isinstance(found, Problem):
                problems.append(found)
            else:
                files[found] = None
    return Discovery(tuple(files), tuple(problems))


def _search(top: str, reader: Reader, most: int | None, leaves_out: Callable[[str], bool]) -> list[str | Problem]:
    """Return what there is in a folder, depth first in the order of names."""
    found: dict[str, str | Problem] = {}
    links = []
    rules = _Entered(rules_around(Path(top)), leaves_out)
    for each in walk(reader, top, rules, most, (PYTHON, NOTEBOOK)):
        path = os.path.normpath(each.path)
        match each.kind:
            case Kind.FOLDER:
                found[path] = Problem(path, _why_unreadable(path))
            case Kind.LINK:
                links.append(path)
            case _:
                found[path] = path
    if links:
        found |= _behind(links, top, found)
    return [found[path] for path in sorted(found, key=_parts)]


def _parts(path: str) -> list[str]:
    return path.split(os.sep)  # noqa: PTH206 - ten times faster than Path


def _why_unreadable(folder: str) -> str:
    try:
        os.scandir(folder).close()
    except OSError as error:
        return spoken(error)
    return "it could not be read for a moment; run nanproof again"


def _behind(links: Sequence[str], top: str, found: Iterable[str]) -> dict[str, str | Problem]:
    """Return what links to files give that is not found without them."""
    real_top = os.path.realpath(top)
    boundary = marked_root(Path(real_top)) or real_top
    known = {real_top + path[len(top) :] for path in found}
    behind: dict[str, str | Problem] = {}
    for link in links:
        try:
            Path(link).stat()
        except FileNotFoundError:  # an editor's lock file leads nowhere
            continue
        except OSError as error:
            behind[link] = Problem(link, spoken(error))
            continue
        target = os.path.realpath(link)
        if os.path.isdir(target) or target in known:  # noqa: PTH112 - as above
            continue
        known.add(target)
        is_inside = Path(target).is_relative_to(boundary)
        sentence = f"this is a link that leads out of {boundary}: it is not read; name it to have it checked"
        behind[link] = link if is_inside else Problem(link, sentence)
    return behind
