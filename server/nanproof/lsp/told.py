"""What the client is told of each document: a client that asks for it is answered, any other is sent it at once.

Which of the two is settled with `initialize`, so that no document comes both ways. A question waits until the text is
looked at as it is now. When the text changes meanwhile, whoever waits is told to ask again: an answer names no
version. When something else changes what was answered before, the client is asked to ask again.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from lsprotocol import types
from pygls.exceptions import JsonRpcException

from nanproof.lsp.client import Client
from nanproof.lsp.diagnostics import sendable
from nanproof.lsp.documents import document_key
from nanproof.lsp.refresh import Refresh

# Names the diagnostics of this server among those of others.
IDENTIFIER = "nanproof"

Report = types.RelatedFullDocumentDiagnosticReport | types.RelatedUnchangedDocumentDiagnosticReport


def options() -> types.DiagnosticOptions:
    """Return how diagnostics can be asked for; whether those of a workspace can, pygls adds."""
    return types.DiagnosticOptions(inter_file_dependencies=True, workspace_diagnostics=False, identifier=IDENTIFIER)


class ServerCancelled(JsonRpcException):
    """What was asked for is of use to nobody any more; `again` says whether to ask anew."""

    CODE = types.LSPErrorCodes.ServerCancelled.value
    MESSAGE = "the text changed before it was looked at"

    def __init__(self, *, again: bool) -> None:
        super().__init__(data=types.DiagnosticServerCancellationData(again))


class Channel(Protocol):
    """The client, and the two ways to tell it something."""

    client: Client

    def text_document_publish_diagnostics(self, params: types.PublishDiagnosticsParams) -> None:
        """Send what was found in a document."""
        ...

    def workspace_diagnostic_refresh_async(self, params: None) -> Any:
        """Have the client ask again for what it was answered."""
        ...


@dataclass(slots=True)
class _Entry:
    """What is known of one document. `found` is of the text as it is now only if it `is_current`."""

    version: int | None = None
    found: Sequence[types.Diagnostic] = ()
    result_id: str = ""
    is_current: bool = False
    answered: tuple[int | None, str] | None = None
    waiting: asyncio.Future[None] | None = field(default=None, repr=False)

    def was_answered_otherwise(self) -> bool:
        """Say whether the client knows something else of this text; of a new one it asks itself, when it wants to."""
        if self.answered is None:
            return False
        version, result_id = self.answered
        return result_id != self.result_id and self.version in (version, None)

    def wake(self, error: ServerCancelled | None = None) -> bool:
        """Go on with the question that waits; say whether there was one."""
        waiting, self.waiting = self.waiting, None
        if waiting is None or waiting.done():
            return False
        if error is None:
            waiting.set_result(None)
        else:
            waiting.set_exception(error)
        return True


class Told:
    """What the client is told of each document that it holds open."""

    def __init__(self, channel: Channel) -> None:
        self._channel = channel
        self._entries: dict[str, _Entry] = {}
        self._results = 0
        self._refresh = Refresh(channel.workspace_diagnostic_refresh_async)

    def of(self, uri: str) -> Sequence[types.Diagnostic]:
        """Return what the client was told of a document last."""
        entry = self._entries.get(document_key(uri))
        return entry.found if entry is not None else ()

    def known(self, uri: str) -> tuple[str, Sequence[types.Diagnostic]] | None:
        """Return the id and what was found of a document, if that is known of it as it is now."""
        entry = self._entries.get(document_key(uri))
        if entry is None or not entry.is_current:
            return None
        return entry.result_id, entry.found

    def outdate(self, uri: str) -> None:
        """Take note that a document has another text, of which nothing is known yet."""
        entry = self._entries.setdefault(document_key(uri), _Entry())
        entry.is_current = False
        entry.wake(ServerCancelled(again=True))

    def tell(self, uri: str, version: int | None, found: Sequence[types.Diagnostic]) -> None:
        """Tell what was found in the text of a document as it is now."""
        entry = self._entries.setdefault(document_key(uri), _Entry())
        if not entry.result_id or (entry.version, entry.found) != (version, found):
            self._results += 1
            entry.result_id = str(self._results)
        entry.version, entry.found, entry.is_current = version, found, True
        if not self._channel.client.pulls_diagnostics:
            self._push(uri, version, found)
        elif not entry.wake() and entry.was_answered_otherwise() and self._channel.client.refreshes_diagnostics:
            self._refresh.want()

    def forget(self, uri: str) -> None:
        """Take back what was told of a document: it is open no more."""
        entry = self._entries.pop(document_key(uri), None)
        if not self._channel.client.pulls_diagnostics:
            self._push(uri, None, ())
        elif entry is not None:
            entry.wake(ServerCancelled(again=False))

    async def asked(self, params: types.DocumentDiagnosticParams) -> Report:
        """Answer the client's question about a document; of several that wait, the newest."""
        entry = self._entries.get(document_key(params.text_document.uri))
        if entry is None:  # it is not open
            return types.RelatedFullDocumentDiagnosticReport([])
        if not entry.is_current:
            entry.wake(ServerCancelled(again=False))
            entry.waiting = asyncio.get_running_loop().create_future()
            await entry.waiting
            if not entry.is_current:  # it changed since, before this went on
                raise ServerCancelled(again=True)
        entry.answered = (entry.version, entry.result_id)
        if params.previous_result_id == entry.result_id:
            return types.RelatedUnchangedDocumentDiagnosticReport(entry.result_id)
        found = sendable(entry.found, self._channel.client)
        return types.RelatedFullDocumentDiagnosticReport(found, result_id=entry.result_id)

    def _push(self, uri: str, version: int | None, found: Sequence[types.Diagnostic]) -> None:
        params = types.PublishDiagnosticsParams(uri, sendable(found, self._channel.client), version)
        self._channel.text_document_publish_diagnostics(params)
