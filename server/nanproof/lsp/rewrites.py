"""What is not told, for it is below the level or its rule is ignored, can be written otherwise all the same.

Like quick fixes these refactorings are made of what was found: asking for them analyses nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Protocol

from lsprotocol import types

from nanproof.lsp.actions import workspace_edit
from nanproof.lsp.cells import by_cell
from nanproof.lsp.client import Client
from nanproof.lsp.diagnostics import to_diagnostics
from nanproof.lsp.documents import OpenDocument, document_key
from nanproof.lsp.notebooks import Notebooks
from nanproof.lsp.proposal import Proposals, from_data
from nanproof.lsp.wire import Repair, Report, Stretch

KIND = types.CodeActionKind.RefactorRewrite
_ASKED_BY = (types.CodeActionKind.Empty, types.CodeActionKind.Refactor, KIND)


class Server(Protocol):
    """What is needed of the server."""

    client: Client
    notebooks: Notebooks

    def located(self, path: str, stretch: Stretch) -> types.Location:
        """Return the client's name for a place in a file."""
        ...

    def proposed(self, opened: OpenDocument, repairs: Sequence[Repair]) -> Proposals:
        """Return repairs as they are offered in a document as it is now."""
        ...


class Rewrites:
    """What was found in each open document and is not told."""

    def __init__(self, server: Server) -> None:
        self._ls = server
        self._known: dict[str, tuple[OpenDocument, Sequence[Report]]] = {}

    def tell(self, opened: OpenDocument, found: Sequence[Report]) -> None:
        """Take note of what is not told of a document as it is now."""
        self._known[document_key(opened.uri)] = opened, found

    def forget(self, uri: str) -> None:
        """Forget a document that is open no more."""
        self._known.pop(document_key(uri), None)

    def actions(self, opened: OpenDocument, params: types.CodeActionParams) -> Iterator[types.CodeAction]:
        """Yield the rewrites of the operations in a range, of a document or of a cell, where a client asks for such."""
        only, uri = params.context.only, params.text_document.uri
        looked_at, reports = self._known.get(document_key(opened.uri), (None, ()))
        if looked_at is not opened or not (only is None or set(_ASKED_BY) & set(only)):
            return
        ls, path = self._ls, opened.document.path
        found: Sequence[types.Diagnostic]
        found = to_diagnostics(reports, path, ls.located, partial(ls.proposed, opened), ls.client)
        notebook = ls.notebooks.get(opened.uri)
        if notebook is not None:
            found = next((part for cell, part in by_cell(notebook, found) if cell.uri == uri), ())
        for each in found:
            proposals = from_data(each.data)
            if proposals is not None and _meet(each.range, params.range):
                for proposal in proposals.fixes:
                    places = proposal.places(uri, opened.version)
                    edit = workspace_edit(places, ls.client, proposal.placeholder)
                    yield types.CodeAction(proposal.title, KIND, edit=edit)


def _meet(one: types.Range, other: types.Range) -> bool:
    return one.start <= other.end and other.start <= one.end
