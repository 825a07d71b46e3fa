"""Has the client tell of Python files that others write: a `git checkout` changes what open documents mean."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import PurePath

from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.lsp.server import LanguageServer

from nanproof.lsp.configured import FILES
from nanproof.lsp.uri import to_path
from nanproof.source.notebook import SUFFIX as NOTEBOOK
from nanproof.source.tree import SUFFIX as PYTHON

# What a baseline may be called, wherever it is.
BASELINES = "*.json"
_ID = "nanproof-python-files"


async def register(ls: LanguageServer) -> None:
    """Ask for it. A client that refuses goes on without: what it saves itself is known all the same."""
    watchers = [
        *(types.FileSystemWatcher(f"**/*{suffix}") for suffix in (PYTHON, NOTEBOOK)),
        *(types.FileSystemWatcher(f"**/{name}") for name in (*FILES, BASELINES)),
        types.FileSystemWatcher("**/*", types.WatchKind.Delete),  # of a folder that is gone only its own name is told
    ]
    options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
    registration = types.Registration(_ID, types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
    with suppress(JsonRpcException):
        await ls.client_register_capability_async(types.RegistrationParams([registration]))


def configure(changes: Iterable[types.FileEvent]) -> bool:
    """Say whether one of the files may configure nanproof, or is a folder that may have held such a file."""
    return any(path.name in FILES or not path.suffix for path in map(PurePath, named(changes)))


def named(changes: Iterable[types.FileEvent]) -> list[str]:
    """Return the paths of all files that were written or are gone."""
    return [path for each in changes if (path := to_path(each.uri))]


def paths(changes: Iterable[types.FileEvent], folders: Sequence[str]) -> list[str]:
    """Return the paths of Python files, notebooks and folders that were written or are gone.

    A client may tell of a workspace that is reached through a link by its real path; documents are open under the
    link's. Such a path is returned in both forms.
    """
    told = [PurePath(path) for each in changes if (path := to_path(each.uri))]
    python = [path for path in told if path.suffix in ("", PYTHON, NOTEBOOK)]
    linked = [(folder, real) for folder in folders if (real := os.path.realpath(folder)) != folder]
    below = [
        PurePath(folder) / path.relative_to(real)
        for folder, real in linked
        for path in python
        if path.is_relative_to(real)
    ]
    return [str(path) for path in (*python, *below)]
