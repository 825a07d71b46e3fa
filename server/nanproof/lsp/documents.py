"""The texts that the client holds open.

pygls keeps texts too, but splits lines where `str.splitlines` does: after a form feed its copy goes wrong.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lsprotocol import types

from nanproof.lsp.changes import applied, holds_whole_text
from nanproof.lsp.uri import to_path
from nanproof.source.document import Document
from nanproof.source.positions import Encoding
from nanproof.source.reader import path_key


@dataclass(frozen=True, slots=True)
class OpenDocument:
    """A document at one version, under the URI that the client itself uses for it."""

    uri: str
    version: int
    document: Document


@dataclass(frozen=True, slots=True)
class Lost:
    """A document that the client holds open and whose text is not known: what is kept of it would be wrong."""

    uri: str
    why: str


class Documents:
    """The open documents, by a key that is the same however a client spells a URI."""

    def __init__(self) -> None:
        self._open: dict[str, OpenDocument] = {}
        self._lost: dict[str, Lost] = {}
        self._whole: dict[str, int] = {}
        self.come_twice = False
        """Whether the client was asked for whole texts beside its changes: then either may come first."""

    def __iter__(self) -> Iterator[OpenDocument]:
        return iter(tuple(self._open.values()))

    @property
    def lost(self) -> tuple[Lost, ...]:
        """The documents whose text is not known."""
        return tuple(self._lost.values())

    def get(self, uri: str) -> OpenDocument | None:
        """Return the document as it is now, if it is open and its text is known."""
        return self._open.get(document_key(uri))

    def uri_of(self, key: str) -> str | None:
        """Return the client's URI of the open document with a key."""
        opened = self._open.get(key)
        return opened.uri if opened is not None else None

    def keep(self, opened: OpenDocument) -> OpenDocument:
        """Hold a document as it is now."""
        key = document_key(opened.uri)
        self._lost.pop(key, None)
        self._open[key] = opened
        return opened

    def open(self, item: types.TextDocumentItem) -> OpenDocument:
        """Take in a document that the client opened."""
        self._whole.pop(document_key(item.uri), None)
        return self.keep(OpenDocument(item.uri, item.version, Document.from_text(_path(item.uri), item.text)))

    def change(self, params: types.DidChangeTextDocumentParams, encoding: Encoding) -> OpenDocument | Lost | None:
        """Apply a client's changes, each to the text that the one before it left.

        None when that leaves all as it is: the text is lost and stays so, or the changes are in it already.
        """
        uri, version, key = (
            params.text_document.uri,
            params.text_document.version,
            document_key(params.text_document.uri),
        )
        current, is_whole = self._open.get(key), holds_whole_text(params.content_changes)
        if not is_whole and (key in self._lost or (self.come_twice and version <= self._whole.get(key, version - 1))):
            return None
        text = applied(_path(uri), _before(current, version), params.content_changes, encoding)
        if isinstance(text, str):
            return self.lose(uri, text)
        if is_whole:
            self._whole[key] = version
        return self.keep(OpenDocument(current.uri if current else uri, version, text))

    def lose(self, uri: str, why: str) -> Lost | None:
        """Forget a text that the client has otherwise; None when it is lost already."""
        key = document_key(uri)
        if key in self._lost:
            return None
        current = self._open.pop(key, None)
        self._lost[key] = Lost(current.uri if current else uri, why)
        return self._lost[key]

    def close(self, uri: str) -> OpenDocument | Lost | None:
        """Forget a document."""
        key = document_key(uri)
        self._whole.pop(key, None)
        return self._lost.pop(key, None) or self._open.pop(key, None)


def document_key(uri: str) -> str:
    """Return the key of a document: of a file its path, of anything else its URI."""
    path = to_path(uri)
    return path_key(path) if path else uri


def _path(uri: str) -> str:
    return to_path(uri) or uri


def _before(current: OpenDocument | None, version: int) -> Document | str:
    """Return the text that changes up to a version are made to, or why there is none."""
    if current is None:
        return "it was changed before it was opened"
    if version < current.version:
        return f"its version went back from {current.version} to {version}"
    return current.document
