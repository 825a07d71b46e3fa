"""What is done when the editor's text and nanproof's are not the same any more.

Nothing is said of a text that is known to be wrong. LSP has no request for a whole text, but a client that lets changes
be registered later can be asked to send whole texts beside them, from the next edit on, until all is known again.
Other clients send it when the file is opened again. What `didSave` could bring is not used: some clients send it before
changes that they hold back, and a text that these are applied to twice would be wrong without a sign.
"""

from __future__ import annotations

from typing import Any, Protocol

from lsprotocol import types

from nanproof.lsp.client import Client
from nanproof.lsp.diagnostics import SOURCE
from nanproof.lsp.documents import Documents, Lost
from nanproof.lsp.examinations import Examinations
from nanproof.lsp.told import Told

_REGISTRATION = "nanproof-whole-texts"
_START = types.Range(types.Position(0, 0), types.Position(0, 0))
_TEXTS = (types.TEXT_DOCUMENT_DID_OPEN, types.TEXT_DOCUMENT_DID_CHANGE)


class Server(Protocol):
    """What is needed of the server."""

    client: Client
    documents: Documents
    examinations: Examinations
    told: Told
    asks_for_whole_texts: bool

    def log(self, message: str, kind: types.MessageType = ...) -> None:
        """Write a sentence to the client's log."""
        ...

    def client_register_capability(self, params: types.RegistrationParams) -> Any:
        """Ask the client to register."""
        ...

    def client_unregister_capability(self, params: types.UnregistrationParams) -> Any:
        """Ask the client to register no longer."""
        ...


def give_up(ls: Server, lost: Lost) -> None:
    """Say once, in the file and in the log, that a text is lost, and ask for it where that is possible."""
    ls.examinations.forget(lost.uri)
    remedy = "close and open the file"
    if ls.client.registers_changes:
        remedy = f"type something, or {remedy}"
    sentence = f"nanproof lost track of {lost.uri}, because {lost.why}: {remedy} to have it checked again."
    ls.log(sentence, types.MessageType.Warning)
    message = f"nanproof and the editor disagree about this text, so nothing is reported here: {remedy}."
    told = types.Diagnostic(_START, message, severity=types.DiagnosticSeverity.Warning, source=SOURCE)
    ls.told.tell(lost.uri, None, (told,))
    if ls.client.registers_changes and not ls.asks_for_whole_texts:
        ls.asks_for_whole_texts = ls.documents.come_twice = True
        ls.client_register_capability(types.RegistrationParams([_registration()]))


def settle(ls: Server) -> None:
    """Ask for whole texts no longer when every text is known."""
    if ls.asks_for_whole_texts and not ls.documents.lost:
        ls.asks_for_whole_texts = False
        done = types.Unregistration(_REGISTRATION, types.TEXT_DOCUMENT_DID_CHANGE)
        ls.client_unregister_capability(types.UnregistrationParams([done]))


def left_out(ls: Server, method: str, params: object) -> None:
    """Say that a notification cannot be read; a text that it may have changed is not known any more."""
    fault = "its parameters are not those that the protocol gives it; tell the makers of the editor's plugin"
    ls.log(f"nanproof passed over a {method} message: {fault}.")
    if method not in _TEXTS:
        return
    named = _uri(params)
    for uri in [named] if named else [opened.uri for opened in ls.documents]:
        lost = ls.documents.lose(uri, f"a {method} message could not be read")
        if lost is not None:
            give_up(ls, lost)


def _registration() -> types.Registration:
    selector = [types.TextDocumentFilterLanguage(language="python")]
    options = types.TextDocumentChangeRegistrationOptions(types.TextDocumentSyncKind.Full, selector)
    return types.Registration(_REGISTRATION, types.TEXT_DOCUMENT_DID_CHANGE, options)


def _uri(params: object) -> str | None:
    """Return the URI that parameters name, however little else of them can be read."""
    document = params.get("textDocument") if isinstance(params, dict) else None
    uri = document.get("uri") if isinstance(document, dict) else None
    return uri if isinstance(uri, str) else None
