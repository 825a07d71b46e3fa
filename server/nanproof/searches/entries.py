"""From what a person names, a script, a module, a notebook, a folder or `FILE:FUNCTION`, to where a search starts."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from nanproof.files.discovery import discover
from nanproof.files.loading import Source
from nanproof.files.paths import absolute
from nanproof.files.problem import Problem
from nanproof.files.roots import marked_root, root_of
from nanproof.printed.paths import friendly
from nanproof.source.document import Document
from nanproof.source.notebook import Notebook
from nanproof.suspects.search import Entry

_FUNCTION = re.compile(r"(?P<path>.+):(?P<function>[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)?)")
_DOTTED = re.compile(r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*")
_OF_MODULE = ("{}.py", "{}/__main__.py", "{}/__init__.py")


Load = Callable[[str], Source | Problem]


class EntryError(Exception):
    """What was named leads nowhere; the text is a sentence that says why."""


@dataclass(frozen=True, slots=True)
class Entries:
    """Where a search starts: the entries, the root of their project, and the notebooks among them by their paths."""

    root: str
    entries: tuple[Entry, ...]
    notebooks: dict[str, Notebook]


def entries(asked: Sequence[str], leaves_out: Callable[[str], bool], load: Load) -> Entries:
    """Return what some names mean that a person gave; raises EntryError."""
    found: list[Entry] = []
    notebooks: dict[str, Notebook] = {}
    roots: dict[str, str] = {}
    for each in asked:
        root, paths, function = _named(each, leaves_out)
        roots.setdefault(root, each)
        for path in paths:
            source = load(path)
            if isinstance(source, Problem):
                if len(paths) > 1:
                    continue  # a folder may hold anything
                raise EntryError(f"{friendly(path)}: {source.sentence}")
            found.append(Entry(Document.from_text(path, source.text), function))
            if source.notebook is not None:
                notebooks[path] = source.notebook
    if len(roots) > 1:
        one, other, *_ = roots.values()
        raise EntryError(f"{one} and {other} belong to two projects: ask about one at a time")
    return Entries(next(iter(roots)), tuple(found), notebooks)


def _named(asked: str, leaves_out: Callable[[str], bool]) -> tuple[str, Sequence[str], str]:
    """Return the root of the project, the files that something means, and the function of them that is meant."""
    path = Path(absolute(asked))
    if path.is_dir():
        files = discover([asked], leaves_out=leaves_out).files
        if not files:
            raise EntryError(f"{asked}: no Python file or notebook stands in this folder")
        return marked_root(path) or str(path), files, ""
    if path.exists():
        return root_of(str(path)), (str(path),), ""
    function = _FUNCTION.fullmatch(asked)
    if function is not None and Path(absolute(function["path"])).is_file():
        file = absolute(function["path"])
        return root_of(file), (file,), function["function"]
    module = _module(asked) or (_module(function["path"]) if function is not None else None)
    if module is None:
        raise EntryError(
            f"{asked}: there is no such file, folder or module; write FILE, FOLDER, MODULE or FILE:FUNCTION"
        )
    return root_of(module), (module,), function["function"] if function is not None else ""


def _module(name: str) -> str | None:
    """Return the file of a module, as Python finds it that is started here, or below `src`."""
    if not _DOTTED.fullmatch(name):
        return None
    below = name.replace(".", "/")
    written = (f"{top}{each.format(below)}" for top in ("", "src/") for each in _OF_MODULE)
    return next((path for each in written if Path(path := absolute(each)).is_file()), None)
