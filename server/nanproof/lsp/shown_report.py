"""The command `nanproof.showReport`, and the read-only documents in which an editor shows what it returns.

Where the editor asks for the contents of documents (LSP 3.18), a document is the finding's place and is written when it
is opened; elsewhere it is a file in a folder that is gone with the server.
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
from nanproof.lsp.notebooks import Notebooks
from nanproof.lsp.questions import Questions
from nanproof.lsp.uri import REPORT_SCHEME
from nanproof.lsp.wire import Write
from nanproof.source.positions import Position

COMMAND = "nanproof.showReport"

_TITLE = "Show the whole report"
_GONE = "nanproof finds nothing there any more, or is not done with the text as it is now.\n"
_NOT_IN_NAMES = re.compile(r"[^\w.-]+")


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


@dataclass(frozen=True, slots=True)
class Place:
    """Where a finding begins, in the client's units, and its rule."""

    uri: str
    code: str
    line: int
    character: int


class ShownReports:
    """The reports that a client was shown."""

    def __init__(self, server: Server) -> None:
        self._ls = server
        self._folder: TemporaryDirectory[str] | None = None

    def actions(self, uri: str, diagnostics: Iterable[types.Diagnostic]) -> Iterator[types.CodeAction]:
        """Yield an action for each finding of a document, where the client can show what it leads to."""
        for each in diagnostics if self._ls.client.shows_documents else ():
            if each.source == SOURCE and isinstance(each.code, str):
                place = Place(uri, each.code, each.range.start.line, each.range.start.character)
                command = types.Command(_TITLE, COMMAND, arguments=astuple(place))
                yield types.CodeAction(_TITLE, types.CodeActionKind.QuickFix, [light(each)], command=command)

    async def show(self, place: Place) -> str:
        """Return the report of a finding, and have it shown."""
        text = await self.written(place)
        if self._ls.client.shows_documents:
            shown = self._virtual(place) if self._ls.client.asks_for_contents else self._file(place, text)
            await self._ls.window_show_document_async(types.ShowDocumentParams(shown, take_focus=True))
        return text

    def close(self) -> None:
        """Take away the files that were written."""
        if self._folder is not None:
            self._folder.cleanup()

    async def written(self, place: Place) -> str:
        """Return the report of a finding, or that there is none."""
        notebook = self._ls.notebooks.of_cell(place.uri)
        opened = notebook.program if notebook is not None else self._ls.documents.get(place.uri)
        first = notebook.line_of(place.uri) if notebook is not None else 0
        if opened is None or first is None:
            return _GONE
        layout = notebook.layout if notebook is not None else None
        asked = Write(
            self._ls.root_of(opened),
            document_key(opened.uri),
            place.code,
            Position(first + place.line, place.character),
            layout,
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
    return types.TextDocumentContentResult(await ls.reports.written(place))
