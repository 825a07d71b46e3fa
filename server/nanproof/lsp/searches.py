"""The commands that look for what makes a loss NaN: `nanproof suspects` and `nanproof trace` from an editor.

A search may take seconds, and be given up at any moment. So each has an analyst of its own, which is ended with it:
whoever types meanwhile is not kept waiting.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import PurePath
from types import MappingProxyType
from typing import Any, Protocol
from uuid import uuid4

from lsprotocol import types
from pygls.exceptions import JsonRpcInvalidParams, JsonRpcRequestCancelled

from nanproof.lsp.client import Client
from nanproof.lsp.configured import Configured
from nanproof.lsp.documents import Documents
from nanproof.lsp.remote import FailedError, GoneError, LostError, Remote, WithdrawnError
from nanproof.lsp.uri import innermost, to_path
from nanproof.lsp.wire import Search, Searched, Stretch, Terms

SUSPECTS = "nanproof.suspects"
TRACE = "nanproof.trace"
_TITLE = "Looking for what makes the loss NaN"


class Server(Protocol):
    """What is needed of the server."""

    client: Client
    configured: Configured
    documents: Documents
    searches: Searches

    @property
    def work_done_progress(self) -> Any:
        """Where the client is told how far the work is."""
        ...

    def folders(self) -> list[str]:
        """Return the workspace folders."""
        ...

    def located(self, path: str, stretch: Stretch) -> types.Location:
        """Return the client's name for a place in a file."""
        ...

    def log(self, message: str, kind: types.MessageType = ...) -> None:
        """Write a sentence to the client's log."""
        ...


class Searches:
    """The searches that are being made."""

    def __init__(self, server: Server, factory: str) -> None:
        self._ls = server
        self._factory = factory
        self._running: set[Remote] = set()

    async def search(self, entry: str | None, log: str | None = None) -> dict[str, object]:
        """Return what a search comes to, and where in the client's own words each suspect stands.

        Raises JsonRpcRequestCancelled when the client cancels its progress.
        """
        folders = self._ls.folders()
        folder = innermost(folders, PurePath(entry)) if entry else None
        remote = Remote(self._factory, folder or next(iter(folders), None))
        asked = Search(
            (entry,) if entry else () if log is not None else (".",),
            log,
            dict(self._ls.configured.options.layer.values),
            tuple((each, dict(options.layer.values)) for each, options in self._ls.configured.by_folder.items()),
        )
        self._running.add(remote)
        try:
            found = await self._watched(remote, asked)
        finally:
            self._running.discard(remote)
            remote.stop()
        for sentence in found.complaints:
            self._ls.log(sentence, types.MessageType.Warning)
        return {
            "suspects": json.loads(found.suspects),
            "locations": [self._ls.located(path, stretch) for path, stretch in found.places],
            "text": found.text,
            "message": found.message,
            "failed": found.failed,
        }

    def stop(self) -> None:
        """End all searches."""
        for each in tuple(self._running):
            each.stop()

    async def _watched(self, remote: Remote, asked: Search) -> Searched:
        """Wait for an answer, and let the client see that, and end it."""
        terms = Terms(self._ls.client.encoding)
        answer = asyncio.ensure_future(asyncio.to_thread(remote.ask, tuple(self._ls.documents), asked, terms))
        token = await self._begun()
        cancelled = asyncio.wrap_future(self._ls.work_done_progress.tokens[token]) if token is not None else None
        try:
            await asyncio.wait([each for each in (answer, cancelled) if each], return_when=asyncio.FIRST_COMPLETED)
            if not answer.done():
                raise JsonRpcRequestCancelled
            value = answer.result()
        except (LostError, GoneError, WithdrawnError):
            return Searched(message="nanproof had to give up its search: see the log, and name less", failed=True)
        except FailedError as failure:
            self._ls.log(f"nanproof could not make a search ({failure}); please report this.")
            return Searched(message="nanproof failed in its search: see the log, and please report it", failed=True)
        finally:
            if not answer.done():
                remote.stop()
                answer.add_done_callback(_taken)
            if token is not None:
                self._ls.work_done_progress.end(token, types.WorkDoneProgressEnd())
                self._ls.work_done_progress.tokens.pop(token, None)
        return value if isinstance(value, Searched) else Searched(failed=True)

    async def _begun(self) -> str | None:
        if not self._ls.client.shows_progress:
            return None
        token = f"nanproof-{uuid4()}"
        await self._ls.work_done_progress.create_async(token)
        self._ls.work_done_progress.begin(token, types.WorkDoneProgressBegin(_TITLE, cancellable=True))
        return token


def _taken(answer: asyncio.Future[Any]) -> None:
    """Take what an answer ended with that nobody waits for any more."""
    if not answer.cancelled():
        answer.exception()


async def suspects(ls: Server, *asked: object) -> dict[str, object]:
    """Run the command: `{"entry": "a path, a URI, or FILE:FUNCTION"}`; without one the folder is looked through."""
    return await ls.searches.search(_entry(asked))


async def trace(ls: Server, *asked: object) -> dict[str, object]:
    """Run the command: `{"log": "its text", "entry": "a path or a URI"}`; the entry may be absent."""
    log = _of(asked, "log")
    if log is None:
        raise JsonRpcInvalidParams('nanproof.trace needs the text of a log: {"log": "..."}')
    return await ls.searches.search(_entry(asked), log)


def _entry(asked: Sequence[object]) -> str | None:
    named = _of(asked, "entry")
    return (to_path(named) or named) if named else None


def _of(asked: Sequence[object], name: str) -> str | None:
    """Return what the argument says by a name, however the client's libraries made an object of it."""
    said = (each.get(name) if isinstance(each, Mapping) else getattr(each, name, None) for each in asked)
    return next((each for each in said if isinstance(each, str)), None)


COMMANDS: Mapping[str, Callable[..., Any]] = MappingProxyType({SUSPECTS: suspects, TRACE: trace})
