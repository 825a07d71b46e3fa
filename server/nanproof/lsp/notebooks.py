"""The notebooks that the client holds open: their cells, and the one program that the Python cells are.

The program is a document of its own under the notebook's URI, and is looked at like any other. A cell that is in
another language, or is no code, has no part in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lsprotocol import types

from nanproof.lsp.changes import applied
from nanproof.lsp.documents import OpenDocument, document_key
from nanproof.lsp.uri import to_path
from nanproof.lsp.wire import Stretch
from nanproof.source.document import Document
from nanproof.source.notebook import Notebook, program_of
from nanproof.source.positions import Encoding, Position

LANGUAGE = "python"
SYNCHRONIZATION = types.NotebookDocumentSyncOptions(
    [types.NotebookDocumentFilterWithNotebook("*", [types.NotebookCellLanguage(LANGUAGE)])], save=True
)


@dataclass(frozen=True, slots=True)
class OpenCell:
    """A cell at one version, under the client's own URI."""

    uri: str
    version: int
    language: str
    document: Document
    is_code: bool = True

    @property
    def is_python(self) -> bool:
        """Whether the cell is a part of the program."""
        return self.is_code and self.language == LANGUAGE


@dataclass(frozen=True, slots=True)
class OpenNotebook:
    """A notebook at one version: all its cells in their order, and the program."""

    cells: tuple[OpenCell, ...]
    program: OpenDocument
    layout: Notebook

    @property
    def uri(self) -> str:
        """The notebook's URI."""
        return self.program.uri

    @property
    def python(self) -> tuple[OpenCell, ...]:
        """The cells that are the program, as the layout counts them."""
        return tuple(cell for cell in self.cells if cell.is_python)

    def place(self, stretch: Stretch) -> tuple[OpenCell, Stretch]:
        """Return the cell in which a stretch of the program begins, and its place there, cut at the cell's end."""
        cell = self.layout.cell_at(stretch.start.line)
        lines = cell.text.count("\n")
        start = Position(stretch.start.line - cell.first, stretch.start.column)
        end = Position(stretch.end.line - cell.first, stretch.end.column)
        return self.python[cell.number - 1], Stretch(start, end if end.line < lines else Position(lines, 0))

    def line_of(self, uri: str) -> int | None:
        """Return the line of the program that a cell begins on; None where it has no part in it."""
        cells = zip(self.python, self.layout.cells, strict=False)
        return next((place.first for cell, place in cells if cell.uri == uri), None)


class Notebooks:
    """The open notebooks, and the way from a cell to its notebook."""

    def __init__(self) -> None:
        self._open: dict[str, OpenNotebook] = {}

    def __iter__(self) -> Iterator[OpenNotebook]:
        return iter(tuple(self._open.values()))

    def get(self, uri: str) -> OpenNotebook | None:
        """Return the notebook with a URI."""
        return self._open.get(document_key(uri))

    def of_cell(self, uri: str) -> OpenNotebook | None:
        """Return the notebook that has a cell with a URI."""
        return next((each for each in self if any(cell.uri == uri for cell in each.cells)), None)

    def open(self, params: types.DidOpenNotebookDocumentParams) -> OpenNotebook:
        """Take in a notebook that the client opened."""
        cells = _cells(params.notebook_document.cells, {}, params.cell_text_documents)
        return self._keep(params.notebook_document.uri, cells, 1)

    def change(self, params: types.DidChangeNotebookDocumentParams, encoding: Encoding) -> OpenNotebook | str | None:
        """Make a client's changes, or say why they cannot be made; None where there is no such notebook."""
        before = self.get(params.notebook_document.uri)
        if before is None:
            return None
        cells, change = before.cells, params.change.cells or types.NotebookDocumentCellChanges()
        if change.structure is not None:
            array = change.structure.array
            known = {cell.uri: cell for cell in cells}
            new = _cells(array.cells or (), known, change.structure.did_open or ())
            cells = (*cells[: array.start], *new, *cells[array.start + array.delete_count :])
        kinds = {each.document: each.kind is types.NotebookCellKind.Code for each in change.data or ()}
        cells = tuple(replace(cell, is_code=kinds.get(cell.uri, cell.is_code)) for cell in cells)
        for content in change.text_content or ():
            changed = _changed(cells, content, encoding)
            if isinstance(changed, str):
                return changed
            cells = changed
        return self._keep(before.uri, cells, before.program.version + 1)

    def close(self, uri: str) -> OpenNotebook | None:
        """Forget a notebook."""
        return self._open.pop(document_key(uri), None)

    def _keep(self, uri: str, cells: tuple[OpenCell, ...], version: int) -> OpenNotebook:
        layout = program_of(cell.document.text for cell in cells if cell.is_python)
        program = OpenDocument(uri, version, Document.from_text(to_path(uri) or uri, layout.text))
        self._open[document_key(uri)] = notebook = OpenNotebook(cells, program, layout)
        return notebook


def _cells(
    listed: Sequence[types.NotebookCell], known: dict[str, OpenCell], opened: Sequence[types.TextDocumentItem]
) -> tuple[OpenCell, ...]:
    """Return the cells that a client lists; one that was there before keeps its text, unless it is opened anew."""
    texts = known | {
        each.uri: OpenCell(each.uri, each.version, str(each.language_id), Document.from_text(each.uri, each.text))
        for each in opened
    }
    return tuple(
        replace(texts[each.document], is_code=each.kind is types.NotebookCellKind.Code)
        for each in listed
        if each.document in texts
    )


def _changed(
    cells: tuple[OpenCell, ...], content: types.NotebookDocumentCellContentChanges, encoding: Encoding
) -> tuple[OpenCell, ...] | str:
    uri = content.document.uri
    found = next((cell for cell in cells if cell.uri == uri), None)
    if found is None:
        return "a cell was changed that is not there"
    text = applied(uri, found.document, content.changes, encoding)
    if isinstance(text, str):
        return text
    new = replace(found, version=content.document.version, document=text)
    return tuple(new if cell is found else cell for cell in cells)
