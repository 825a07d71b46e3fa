"""The commands that a client can have run by name."""

from __future__ import annotations

import asyncio
import platform
import sys
from collections.abc import Callable, Mapping
from importlib.metadata import version as version_of
from pathlib import PurePath
from types import MappingProxyType
from typing import Any, Protocol
from uuid import uuid4

from lsprotocol import types

from nanproof import __version__
from nanproof.lsp.actions import workspace_edit
from nanproof.lsp.cells import mended_cells
from nanproof.lsp.client import Client
from nanproof.lsp.configured import Configured
from nanproof.lsp.documents import Documents, OpenDocument
from nanproof.lsp.encoding import to_range
from nanproof.lsp.fix_all import TITLE, is_evident
from nanproof.lsp.notebooks import Notebooks
from nanproof.lsp.proposal import PlacedEdits
from nanproof.lsp.questions import Questions
from nanproof.lsp.surveys import FAILURES, Surveys
from nanproof.lsp.uri import innermost, to_uri
from nanproof.source.reader import path_key

DEBUG_INFO = "nanproof.debugInfo"
FIX_WORKSPACE = "nanproof.fixWorkspace"


class Server(Protocol):
    """What is needed of the server."""

    client: Client
    configured: Configured
    documents: Documents
    notebooks: Notebooks
    questions: Questions
    surveys: Surveys

    @property
    def work_done_progress(self) -> Any:
        """Where the client is told how far the work is."""
        ...

    def folders(self) -> list[str]:
        """Return the workspace folders."""
        ...

    def root_of(self, opened: OpenDocument) -> str | None:
        """Return the innermost workspace folder that holds a document."""
        ...

    def log(self, message: str, kind: types.MessageType = ...) -> None:
        """Write a sentence to the client's log."""
        ...

    def workspace_apply_edit_async(self, params: types.ApplyWorkspaceEditParams) -> Any:
        """Have the client make edits."""
        ...


def debug_info(ls: Server) -> str:
    """Return what a bug report should say, and write it to the log: most clients show no answer."""
    documents, notebooks, lost = list(ls.documents), list(ls.notebooks), ls.documents.lost
    way = "asked for" if ls.client.pulls_diagnostics else "sent"
    lines = [
        f"nanproof {__version__}, pygls {version_of('pygls')}, lsprotocol {version_of('lsprotocol')}",
        f"Python {platform.python_version()} at {sys.executable}, {platform.platform()}",
        f"diagnostics are {way}, columns are counted in {ls.client.encoding.value}",
        f"folders: {', '.join(ls.folders()) or 'none'}",
        f"settings: {ls.configured.options}",
        f"open: {len(documents)} documents, of which {len(notebooks)} are notebooks; {len(lost)} are lost",
        f"the analysis was started {ls.questions.starts} times",
    ]
    report = "\n".join(lines)
    ls.log(report, types.MessageType.Info)
    return report


async def fix_workspace(ls: Server) -> int:
    """Have the client apply all safe fixes of all warnings in all Python files and notebooks; return in how many.

    Each is mended until nothing is left to fix before the client is asked: one edit, which can be undone at once.
    """
    if not ls.client.applies_edits:
        ls.log("nanproof cannot fix a workspace in this editor, which makes no edits that a server asks for.")
        return 0
    if not ls.configured.options.switches.surveys:
        ls.surveys.forget()  # nobody told since whether they changed
    token = None
    if ls.client.shows_progress:
        token = f"nanproof-{uuid4()}"
        await ls.work_done_progress.create_async(token)
    paths = [each.path async for each in ls.surveys.survey(token) if any(map(is_evident, each.found))]
    books = [each.program.document.path for each in ls.notebooks if ls.root_of(each.program) is not None]
    mended = [await _mended(ls, path) for path in (*paths, *books)]
    edits = [each for opened, made in mended if _is_current(ls, opened) for each in made]
    if edits:
        params = types.ApplyWorkspaceEditParams(workspace_edit(edits, ls.client), TITLE)
        await ls.workspace_apply_edit_async(params)
    return sum(bool(made) for _, made in mended)


async def _mended(ls: Server, path: str) -> tuple[OpenDocument | None, list[PlacedEdits]]:
    """Return the edits that all safe fixes of a file are, and the open document that they were made for, if any."""
    uri = ls.documents.uri_of(path_key(path)) or to_uri(path)
    opened, notebook, configuration = ls.documents.get(uri), ls.notebooks.get(uri), ls.configured.of(path)
    if configuration.leaves_out(path):
        return opened, []
    root = innermost(ls.folders(), PurePath(path))
    borders = notebook.layout.borders if notebook is not None else None
    try:
        asked = ls.questions.mend(path, root, opened, configuration.selection(path), borders)
        mended = await asyncio.wrap_future(asked)
    except FAILURES:  # one file must not cost the others their fixes
        return opened, []
    if notebook is not None:
        return opened, mended_cells(notebook, mended, ls.client.encoding)
    edits = tuple(types.TextEdit(to_range(each.stretch), each.text) for each in mended.edits)
    version = opened.version if opened is not None else None
    return opened, [PlacedEdits(uri, version, edits)] if edits else []


def _is_current(ls: Server, opened: OpenDocument | None) -> bool:
    """Say whether a document is still as it was mended: not every client looks at the version."""
    return opened is None or ls.documents.get(opened.uri) is opened


COMMANDS: Mapping[str, Callable[..., Any]] = MappingProxyType({DEBUG_INFO: debug_info, FIX_WORKSPACE: fix_workspace})
