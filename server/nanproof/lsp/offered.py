"""All that is offered at a place: what mends a finding, what shows, silences or ignores it, rewrites of the rest."""

from __future__ import annotations

from typing import Protocol

from lsprotocol import types

from nanproof.lsp import ignored_rule
from nanproof.lsp.actions import Asked, code_actions, wants_quick_fixes
from nanproof.lsp.client import Client
from nanproof.lsp.configured import Configured
from nanproof.lsp.documents import Documents, OpenDocument
from nanproof.lsp.notebooks import Notebooks
from nanproof.lsp.rewrites import Rewrites
from nanproof.lsp.shown_report import ShownReports
from nanproof.lsp.told import Told


class Server(Protocol):
    """What is needed of the server."""

    client: Client
    configured: Configured
    documents: Documents
    notebooks: Notebooks
    told: Told
    reports: ShownReports
    rewrites: Rewrites

    def root_of(self, opened: OpenDocument) -> str | None:
        """Return the innermost workspace folder that holds a document."""
        ...


def code_action(ls: Server, params: types.CodeActionParams) -> list[types.CodeAction]:
    """Answer what is offered."""
    uri, fixes_all = params.text_document.uri, ls.configured.options.switches.fixes_all
    notebook = ls.notebooks.of_cell(uri)
    opened = notebook.program if notebook is not None else ls.documents.get(uri)
    if opened is None or not ls.client.accepts_code_actions:
        return []
    parts = [cell.uri for cell in notebook.python] if notebook is not None else [uri]
    published = [each for part in parts for each in ls.told.of(part)]
    is_cell = notebook is not None
    asked = Asked(opened.version, ls.told.of(uri), published, is_cell=is_cell, fixes_all=fixes_all)
    found = code_actions(params, asked, ls.client)
    if wants_quick_fixes(params.context.only):
        found += ls.reports.actions(uri, params.context.diagnostics)
        found += ignored_rule.actions(ls, opened, params.context.diagnostics)
    return [*found, *ls.rewrites.actions(opened, params)]
