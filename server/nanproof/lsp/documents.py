"""The texts that the client holds open.

pygls keeps texts too, but splits lines where `str.splitlines` does: after a form feed its copy goes wrong.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lsprotocol import types
from pygls import uris

from nanproof.lsp.encoding import to_span
from nanproof.source.document import Document
from nanproof.source.positions import Encoding
from nanproof.source.reader import path_key
from nanproof.source.span import TextEdit


@dataclass(frozen=True, slots=True)
class OpenDocument:
    """A document at one version, under the URI that the client itself uses for it."""

    uri: str
    version: int
    document: Document


class Documents:
    """The open documents, by a key that is the same however a client spells a URI."""

    def __init__(self) -> None:
        self._open: dict[str, OpenDocument] = {}

    def __iter__(self) -> Iterator[OpenDocument]:
        return iter(tuple(self._open.values()))

    def get(self, uri: str) -> OpenDocument | None:
        """Return the document as it is now, if it is open."""
        return self._open.get(document_key(uri))

    def open(self, item: types.TextDocumentItem) -> OpenDocument:
        """Take in a document that the client opened."""
        path = uris.to_fs_path(item.uri) or item.uri
        return self._keep(OpenDocument(item.uri, item.version, Document.from_text(path, item.text)))

    def change(self, params: types.DidChangeTextDocumentParams, encoding: Encoding) -> OpenDocument | None:
        """Apply a client's changes, each to the text that the one before it left."""
        current = self.get(params.text_document.uri)
        if current is None:
            return None
        document = current.document
        for change in params.content_changes:
            if isinstance(change, types.TextDocumentContentChangePartial):
                span = to_span(change.range, document.lines, encoding)
                document = document.changed([TextEdit(span, change.text)])
            else:
                document = Document.from_text(document.path, change.text)
        return self._keep(OpenDocument(current.uri, params.text_document.version, document))

    def close(self, uri: str) -> OpenDocument | None:
        """Forget a document."""
        key = document_key(uri)
        return self._open.pop(key, None)

    def _keep(self, opened: OpenDocument) -> OpenDocument:
        self._open[document_key(opened.uri)] = opened
        return opened


def document_key(uri: str) -> str:
    """Return the key of a document: of a file its path, of anything else its URI."""
    path = uris.to_fs_path(uri)
    return path_key(path) if path else uri
