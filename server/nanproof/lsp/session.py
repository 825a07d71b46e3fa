"""What the parts of the server know of the session that they belong to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from lsprotocol import types

from nanproof.lsp.client import Client
from nanproof.lsp.configured import Configured
from nanproof.lsp.documents import Documents, OpenDocument
from nanproof.lsp.proposal import Proposals
from nanproof.lsp.questions import Questions
from nanproof.lsp.wire import Repair, Report, Stretch


class Session(Protocol):
    """A client, what it holds open and wishes, and the ways to tell it something."""

    client: Client
    configured: Configured
    documents: Documents
    questions: Questions

    def root_of(self, opened: OpenDocument) -> str | None:
        """Return the innermost workspace folder that holds a document."""
        ...

    def tell(
        self,
        opened: OpenDocument,
        found: Sequence[types.Diagnostic],
        reports: Sequence[Report] = (),
        untold: Sequence[Report] = (),
    ) -> None:
        """Tell the client what was found in a document as it is now; `found` is what it shows of the reports.

        What is `untold` it does not show.
        """
        ...

    def changed(self, paths: Sequence[str]) -> None:
        """Take note that what is known of files may not hold any more."""
        ...

    def located(self, path: str, stretch: Stretch) -> types.Location:
        """Return the client's name for a place in a file."""
        ...

    def proposed(self, opened: OpenDocument, repairs: Sequence[Repair]) -> Proposals:
        """Return repairs as they are offered in a document as it is now."""
        ...

    def log(self, message: str, kind: types.MessageType = ...) -> None:
        """Write a sentence to the client's log."""
        ...
