"""The command `nanproof.showReport`, and the read-only documents in which an editor shows what it returns.

Where the editor asks for the contents of documents (LSP 3.18), a document is the finding's place and is written when it
is opened; it follows the finding from there, and the editor is asked to ask again. Elsewhere it is a file in a folder
that is gone with the server.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory
from typing import Any, Protocol
from urllib.parse import quote, unquote, urlsplit

from lsprotocol import types
from pygls.exceptions import JsonRpcInvalidParams

from nanproof.lsp.actions import light
from nanproof.lsp.client import Client
from nanproof.lsp.diagnostics import SOURCE
from nanproof.lsp.documents import Documents, OpenDocument, document_key
from nanproof.lsp.encoding import to_offset
from nanproof.lsp.notebooks import Notebooks
from nanproof.lsp.questions import Questions
from nanproof.lsp.uri import REPORT_SCHEME
from nanproof.lsp.wire import Write
from nanproof.source.document import Document

COMMAND = "nanproof.showReport"

_TITLE = "Show the whole report"
_GONE = "nanproof finds nothing there any more, or is not done with the text as it is now.\n"
_NOT_IN_NAMES = re.compile(r"[^\w.-]+")
# Nobody says when one is closed: so many of the newest follow their findings.
_MOST_FOLLOWED = 20


class Server(Protocol):
    """What is needed of the server."""

    client: Client
    documents: Documents
    notebooks: Notebooks
    questions: Questions
    reports: ShownReports

    def root_of(self, opened: OpenDocument) -> str | None:
        """Return the innermost workspace folder that holds a document."""
        ...

    def log(self, message: str, kind: types.MessageType = ...) -> None:
        """Write a sentence to the client's log."""
        ...

    def window_show_document_async(self, params: types.ShowDocumentParams) -> Any:
        """Have the client show a document."""
        ...

    def workspace_text_document_content_refresh(self, params: types.TextDocumentContentRefreshParams) -> Any:
        """Have the client ask again for what stands in a document of ours."""
        ...


@dataclass(frozen=True, slots=True)
class Place:
    """Where a finding begins, in the client's units, and its rule."""

    uri: str
    code: str
    line: int
    character: int


@dataclass(slots=True)
class _Followed:
    """A finding of which a document of ours speaks: where it begins in the newest text that was looked at."""

    code: str
    uri: str
    document: Document
    offset: int

    def move_to(self, document: Document) -> None:
        """Find it in a newer text: what stands behind an edit is as far from the end as before."""
        rest = self.document.data[self.offset :]
        if document.data.endswith(rest):
            self.offset = len(document.data) - len(rest)
        self.document = document


class ShownReports:
    """The reports that a client was shown."""

    def __init__(self, server: Server) -> None:
        self._ls = server
        self._folder: TemporaryDirectory[str] | None = None
        self._followed: dict[str, _Followed] = {}

    def actions(self, uri: str, diagnostics: Iterable[types.Diagnostic]) -> Iterator[types.CodeAction]:
        """Yield an action for each finding of a document, where the client can show what it leads to."""
        for each in diagnostics if self._ls.client.shows_documents else ():
            if each.source == SOURCE and isinstance(each.code, str):
                place = Place(uri, each.code, each.range.start.line, each.range.start.character)
                command = types.Command(_TITLE, COMMAND, arguments=astuple(place))
                yield types.CodeAction(_TITLE, types.CodeActionKind.QuickFix, [light(each)], command=command)

    async def show(self, place: Place) -> str:
        """Return the report of a finding, and have it shown."""
        text = await self._written(self._found(place))
        if self._ls.client.shows_documents:
            shown = self._virtual(place) if self._ls.client.asks_for_contents else self._file(place, text)
            await self._ls.window_show_document_async(types.ShowDocumentParams(shown, take_focus=True))
        return text

    async def content(self, uri: str, place: Place) -> str:
        """Return what stands in a document that was made for a place, and follow what it speaks of from now on."""
        followed = self._followed.pop(uri, None) or self._found(place)
        if followed is not None:
            self._followed[uri] = followed
        for oldest in list(self._followed)[:-_MOST_FOLLOWED]:
            del self._followed[oldest]
        return await self._written(followed)

    def tell(self, opened: OpenDocument) -> None:
        """Take note that a document was looked at as it is now."""
        for uri, each in self._followed.items():
            if document_key(each.uri) == document_key(opened.uri):
                each.move_to(opened.document)
                params = types.TextDocumentContentRefreshParams(uri)
                self._ls.workspace_text_document_content_refresh(params)

    def close(self) -> None:
        """Take away the files that were written."""
        if self._folder is not None:
            self._folder.cleanup()

    def _found(self, place: Place) -> _Followed | None:
        """Find what begins at a place of the text as it is now; None where no such text is open."""
        notebook = self._ls.notebooks.of_cell(place.uri)
        opened = notebook.program if notebook is not None else self._ls.documents.get(place.uri)
        first = notebook.line_of(place.uri) if notebook is not None else 0
        if opened is None or first is None:
            return None
        start = types.Position(first + place.line, place.character)
        offset = to_offset(start, opened.document.lines, self._ls.client.encoding)
        return _Followed(place.code, opened.uri, opened.document, offset)

    async def _written(self, followed: _Followed | None) -> str:
        """Return the report of a finding, or that there is none."""
        opened = self._ls.documents.get(followed.uri) if followed is not None else None
        if followed is None or opened is None:
            return _GONE
        followed.move_to(opened.document)
        notebook = self._ls.notebooks.get(opened.uri)
        asked = Write(
            self._ls.root_of(opened),
            document_key(opened.uri),
            followed.code,
            opened.document.lines.position(followed.offset, self._ls.client.encoding),
            notebook.layout if notebook is not None else None,
        )
        return await self._ls.questions.write(opened, asked, self._ls.log) or _GONE

    def _virtual(self, place: Place) -> str:
        return f"{REPORT_SCHEME}:/{quote(_name(place))}?{quote(json.dumps(astuple(place)), safe='')}"

    def _file(self, place: Place, text: str) -> str:
        if self._folder is None:
            self._folder = TemporaryDirectory(prefix="nanproof-")
        file = Path(self._folder.name) / _name(place)
        file.unlink(missing_ok=True)  # it is read-only
        file.write_text(text, encoding="utf-8")
        file.chmod(0o444)
        return file.as_uri()


def _name(place: Place) -> str:
    """Return a name that says which finding a document is about."""
    name = _NOT_IN_NAMES.sub("-", PurePath(unquote(urlsplit(place.uri).path)).name)
    return f"{name}-{place.line + 1}-{place.code}.txt"


async def show(ls: Server, uri: str, code: str, line: int, character: int) -> str:
    """Run the command."""
    return await ls.reports.show(Place(uri, code, line, character))


async def content(ls: Server, params: types.TextDocumentContentParams) -> types.TextDocumentContentResult:
    """Answer what stands in a document of ours."""
    try:
        uri, code, line, character = json.loads(unquote(urlsplit(params.uri).query))
        place = Place(str(uri), str(code), int(line), int(character))
    except (ValueError, TypeError):
        raise JsonRpcInvalidParams("this is no document of nanproof") from None
    return types.TextDocumentContentResult(await ls.reports.content(params.uri, place))
