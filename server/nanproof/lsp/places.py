"""The client's names for places in files: its own URIs of what is open, and cells instead of a notebook's program."""

from __future__ import annotations

from lsprotocol import types

from nanproof.lsp.documents import Documents
from nanproof.lsp.encoding import to_range
from nanproof.lsp.notebooks import Notebooks
from nanproof.lsp.uri import to_uri
from nanproof.lsp.wire import Stretch
from nanproof.source.reader import path_key


def located(path: str, stretch: Stretch, documents: Documents, notebooks: Notebooks) -> types.Location:
    """Return where a stretch of the file at a path is for the client."""
    uri = documents.uri_of(path_key(path)) or to_uri(path)
    notebook = notebooks.get(uri)
    if notebook is None:
        return types.Location(uri, to_range(stretch))
    cell, inside = notebook.place(stretch)
    return types.Location(cell.uri, to_range(inside))
