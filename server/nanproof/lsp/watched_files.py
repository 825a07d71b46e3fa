"""Has the client tell of Python files that others write: a `git checkout` changes what open documents mean."""

from __future__ import annotations

from contextlib import suppress

from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.lsp.server import LanguageServer

_ID = "nanproof-python-files"


async def register(ls: LanguageServer) -> None:
    """Ask for it. A client that refuses goes on without: what it saves itself is known all the same."""
    watchers = [
        types.FileSystemWatcher("**/*.py"),
        types.FileSystemWatcher("**/*", types.WatchKind.Delete),  # of a folder that is gone only its own name is told
    ]
    options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
    registration = types.Registration(_ID, types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
    with suppress(JsonRpcException):
        await ls.client_register_capability_async(types.RegistrationParams([registration]))
