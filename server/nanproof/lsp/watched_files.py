"""Has the client tell of Python files that others write: a `git checkout` changes what open documents mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

if TYPE_CHECKING:
    from nanproof.lsp.server import Server

_ID = "nanproof-python-files"


def register(ls: Server) -> None:
    """Ask for it. A client that refuses goes on without: what it saves itself is known all the same."""
    options = types.DidChangeWatchedFilesRegistrationOptions([types.FileSystemWatcher("**/*.py")])
    registration = types.Registration(_ID, types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
    ls.client_register_capability(types.RegistrationParams([registration]), lambda _: None)
