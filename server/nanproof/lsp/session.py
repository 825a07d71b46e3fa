"""What the parts of the server know of the session that they belong to."""

from __future__ import annotations

from typing import Protocol

from lsprotocol import types

from nanproof.lsp.client import Client
from nanproof.lsp.documents import Documents, OpenDocument
from nanproof.lsp.questions import Questions
from nanproof.lsp.settings import Settings
from nanproof.lsp.told import Told


class Session(Protocol):
    """A client, what it holds open and wishes, and the ways to tell it something."""

    client: Client
    settings: Settings
    documents: Documents
    questions: Questions
    told: Told

    def root_of(self, opened: OpenDocument) -> str | None:
        """Return the innermost workspace folder that holds a document."""
        ...

    def log(self, message: str, kind: types.MessageType = ...) -> None:
        """Write a sentence to the client's log."""
        ...
