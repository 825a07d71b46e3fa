"""What the server does with the messages about notebooks: each change makes their program anew."""

from __future__ import annotations

from typing import Protocol

from lsprotocol import types

from nanproof.lsp.client import Client
from nanproof.lsp.documents import Documents
from nanproof.lsp.examinations import Examinations
from nanproof.lsp.inlay_hints import InlayHints
from nanproof.lsp.notebooks import Notebooks, OpenNotebook
from nanproof.lsp.rewrites import Rewrites
from nanproof.lsp.told import Told


class Server(Protocol):
    """What is needed of the server."""

    client: Client
    documents: Documents
    notebooks: Notebooks
    examinations: Examinations
    hints: InlayHints
    rewrites: Rewrites
    told: Told

    def log(self, message: str, kind: types.MessageType = ...) -> None:
        """Write a sentence to the client's log."""
        ...


def left_out(server: Server, method: str, params: object) -> None:
    """Take note of a message that cannot be read: a notebook that it may have changed is not known any more."""
    if method not in (types.NOTEBOOK_DOCUMENT_DID_OPEN, types.NOTEBOOK_DOCUMENT_DID_CHANGE):
        return
    document = params.get("notebookDocument") if isinstance(params, dict) else None
    uri = document.get("uri") if isinstance(document, dict) else None
    for notebook in server.notebooks:
        if uri in (notebook.uri, None):
            _give_up(server, notebook, f"a {method} message could not be read")


def did_open(ls: Server, params: types.DidOpenNotebookDocumentParams) -> None:
    """Look at a notebook that the client opened."""
    _look_at(ls, ls.notebooks.open(params), anew=True)


def did_change(ls: Server, params: types.DidChangeNotebookDocumentParams) -> None:
    """Make the changes, and take back what was told of cells that have no part in the program any more."""
    before = ls.notebooks.get(params.notebook_document.uri)
    after = ls.notebooks.change(params, ls.client.encoding)
    if before is None or after is None:
        return
    if isinstance(after, str):
        _give_up(ls, before, after)
        return
    stay = {cell.uri for cell in after.python}
    for cell in before.python:
        if cell.uri not in stay:
            ls.told.forget(cell.uri)
    _look_at(ls, after)


def did_save(ls: Server, params: types.DidSaveNotebookDocumentParams) -> None:
    """Look again at where a budget ended."""
    notebook = ls.notebooks.get(params.notebook_document.uri)
    if notebook is not None and ls.examinations.is_unfinished(notebook.program):
        ls.examinations.examine(notebook.program, anew=True)


def did_close(ls: Server, params: types.DidCloseNotebookDocumentParams) -> None:
    """Forget a notebook, and take back what was told of its cells."""
    _close(ls, params.notebook_document.uri)


def _look_at(ls: Server, notebook: OpenNotebook, *, anew: bool = False) -> None:
    """Have a notebook looked at that is new, or has changed: what is known of any cell may rest on the others."""
    for cell in notebook.python:
        ls.told.outdate(cell.uri)
    ls.examinations.examine(ls.documents.keep(notebook.program), anew=anew, hurries=not anew)
    ls.examinations.texts_changed(notebook.program.document.path)


def _close(ls: Server, uri: str) -> None:
    notebook = ls.notebooks.close(uri)
    if notebook is None:
        return
    ls.documents.close(notebook.uri)
    ls.examinations.forget(notebook.uri)
    ls.hints.forget(notebook.uri)
    ls.rewrites.forget(notebook.uri)
    for cell in notebook.python:
        ls.told.forget(cell.uri)
    ls.examinations.texts_changed(notebook.program.document.path)


def _give_up(ls: Server, notebook: OpenNotebook, why: str) -> None:
    """Say of a notebook whose text is not known any more that nothing is said of it."""
    _close(ls, notebook.uri)
    remedy = "close and open the notebook"
    ls.log(
        f"nanproof lost track of {notebook.uri}, because {why}: {remedy} to have it checked again.",
        types.MessageType.Warning,
    )
