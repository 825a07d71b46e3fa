"""Quick fixes that make the nearest configuration ignore a rule: the last that are offered, and never preferred."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePath
from typing import Protocol

from lsprotocol import types

from nanproof.configuration.ignoring import Insertion, ignoring
from nanproof.configuration.reading import OWN, PROJECT
from nanproof.lsp.actions import light, workspace_edit
from nanproof.lsp.client import Client
from nanproof.lsp.configured import Configured
from nanproof.lsp.diagnostics import SOURCE
from nanproof.lsp.documents import Documents, OpenDocument
from nanproof.lsp.proposal import PlacedEdits
from nanproof.lsp.uri import to_uri
from nanproof.source.document import Document, encode
from nanproof.source.reader import DiskReader, path_key

_KEY = "ignore"


class Server(Protocol):
    """What is needed of the server."""

    client: Client
    configured: Configured
    documents: Documents

    def root_of(self, opened: OpenDocument) -> str | None:
        """Return the innermost workspace folder that holds a document."""
        ...


def actions(ls: Server, opened: OpenDocument, diagnostics: Iterable[types.Diagnostic]) -> Iterator[types.CodeAction]:
    """Yield one for each rule whose findings a client names in a document."""
    path = opened.document.path
    if not PurePath(path).is_absolute() or ls.configured.is_set_by_editor(path, _KEY):
        return
    by_code: dict[str, list[types.Diagnostic]] = {}
    for each in diagnostics:
        if each.source == SOURCE and isinstance(each.code, str):
            by_code.setdefault(each.code, []).append(light(each))
    for code, named in by_code.items():
        found = _edit(ls, opened, code)
        if found is not None:
            edit, name = found
            yield types.CodeAction(f"Ignore {code} in {name}", types.CodeActionKind.QuickFix, named, edit=edit)


def _edit(ls: Server, opened: OpenDocument, code: str) -> tuple[types.WorkspaceEdit, str] | None:
    """Return what ignores a rule, and the name of the file that is to say so, which may be a new one."""
    file = ls.configured.file_of(opened.document.path)
    if file is None:
        return _new_file(ls, ls.root_of(opened), code)
    name = PurePath(file).name
    uri = ls.documents.uri_of(path_key(file)) or to_uri(file)
    held = ls.documents.get(uri)
    document = held.document if held is not None else Document(file, DiskReader().read(file) or b"")
    insertion = ignoring(document.text, code, is_project=name == PROJECT)
    if insertion is None:
        return None
    place = document.lines.position(len(encode(document.text[: insertion.at])), ls.client.encoding)
    at = types.Position(place.line, place.column)
    version = held.version if held is not None else None
    edits = PlacedEdits(uri, version, (types.TextEdit(types.Range(at, at), insertion.text),))
    return workspace_edit([edits], ls.client), name


def _new_file(ls: Server, folder: str | None, code: str) -> tuple[types.WorkspaceEdit, str] | None:
    if folder is None or not ls.client.creates_files:
        return None
    insertion = ignoring("", code, is_project=False) or Insertion(0, "")
    uri, start = to_uri(str(PurePath(folder) / OWN)), types.Position(0, 0)
    written = types.TextDocumentEdit(
        types.OptionalVersionedTextDocumentIdentifier(uri),
        [types.TextEdit(types.Range(start, start), insertion.text)],
    )
    created = types.CreateFile(uri, options=types.CreateFileOptions(ignore_if_exists=True))
    return types.WorkspaceEdit(document_changes=[created, written]), f"a new {OWN}"
