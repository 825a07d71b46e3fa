"""The commands that a client can have run by name."""

from __future__ import annotations

import platform
import sys
from importlib.metadata import version
from typing import Any, Protocol
from uuid import uuid4

from lsprotocol import types

from nanproof import __version__
from nanproof.lsp.actions import workspace_edit
from nanproof.lsp.client import Client
from nanproof.lsp.configured import Configured
from nanproof.lsp.documents import Documents
from nanproof.lsp.fix_all import TITLE, all_edits
from nanproof.lsp.notebooks import Notebooks
from nanproof.lsp.proposal import PlacedEdits
from nanproof.lsp.questions import Questions
from nanproof.lsp.surveys import ON_DISK, Surveys
from nanproof.lsp.uri import to_uri
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
        f"nanproof {__version__}, pygls {version('pygls')}, lsprotocol {version('lsprotocol')}",
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
    """Have the client apply all safe fixes of all warnings in all Python files; return in how many files."""
    if not ls.client.applies_edits:
        ls.log("nanproof cannot fix a workspace in this editor, which makes no edits that a server asks for.")
        return 0
    if not ls.configured.options.switches.surveys:
        ls.surveys.forget()  # nobody told since whether they changed
    token = None
    if ls.client.shows_progress:
        token = f"nanproof-{uuid4()}"
        await ls.work_done_progress.create_async(token)
    edits: list[PlacedEdits] = []
    async for each in ls.surveys.survey(token):
        uri = ls.documents.uri_of(path_key(each.path)) or to_uri(each.path)
        opened = ls.documents.get(uri)
        made = all_edits(uri, opened.version if opened is not None else ON_DISK, each.found)
        edits += made if opened is not None else [PlacedEdits(uri, None, one.edits) for one in made]
    if edits:
        params = types.ApplyWorkspaceEditParams(workspace_edit(edits, ls.client), TITLE)
        await ls.workspace_apply_edit_async(params)
    return len(edits)
