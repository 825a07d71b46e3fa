"""What the parts of the server know of the session that they belong to."""

from __future__ import annotations

from typing import Protocol

from lsprotocol import types

from nanproof.lsp.client import Client
from nanproof.lsp.configured import Configured
from nanproof.lsp.documents import Documents, OpenDocument
from nanproof.lsp.questions import Questions


class Session(Protocol):
    """A client, what it holds open and wishes, and the ways to tell it something."""

    client: Client
    configured: Configured
    documents: Documents
    questions: Questions

    def root_of(self, opened: OpenDocument) -> str | None:
        """Return the innermost workspace folder that holds a document."""
        ...

    def log(self, message: str, kind: types.MessageType = ...) -> None:
        """Write a sentence to the client's log."""
        ...

    def text_document_publish_diagnostics(self, params: types.PublishDiagnosticsParams) -> None:
        """Send what was found in a document."""
        ...
