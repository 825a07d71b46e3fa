"""Quick fixes, answered from what the diagnostics carry: a slow answer would hold up every other tool's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import attrs
from lsprotocol import types

from nanproof.lsp.client import Client
from nanproof.lsp.diagnostics import SOURCE
from nanproof.lsp.fix_all import CELLS, TITLE, all_edits, automatic, kind_asked_for
from nanproof.lsp.proposal import PlacedEdits, Proposal, Proposals, from_data

# What is syntax in a snippet.
_SPECIAL = re.compile(r"[\\$}]")


@dataclass(frozen=True, slots=True)
class Asked:
    """The text that actions are asked for, a notebook's program for each of its cells, and what the client knows of it.

    `published` is what it was told of the document or cell, for clients that do not send a diagnostic's `data` back,
    `all_published` what it was told of all cells. A plain `source.fixAll` counts where nanproof `fixes_all`.
    """

    version: int
    published: Sequence[types.Diagnostic]
    all_published: Sequence[types.Diagnostic]
    is_cell: bool = False
    fixes_all: bool = False


def code_actions(params: types.CodeActionParams, asked: Asked, client: Client) -> list[types.CodeAction]:
    """Return the fixes of the diagnostics that the client names, and all safe ones in one where it asks for that.

    Where a menu of quick fixes is all that an editor has, as in Neovim, all safe ones of the text stand among these.
    """
    if not client.accepts_code_actions:
        return []
    uri, context = params.text_document.uri, params.context
    kind = kind_asked_for(context, is_cell=asked.is_cell or uri.startswith(CELLS), fixes_all=asked.fixes_all)
    together = _fix_all(uri, kind, asked, client) if kind is not None else []
    if not wants_quick_fixes(context.only):
        return together
    ours = [each for each in context.diagnostics if each.source == SOURCE]
    single = _once(
        _action(proposal, diagnostic, uri, asked.version, client)
        for diagnostic in ours
        for proposal in _proposals(diagnostic, asked.version, asked.published)
    )
    if ours and kind is None and len(automatic(asked.version, asked.all_published)) > 1:
        title = f"{TITLE} in this {'notebook' if asked.is_cell else 'file'}"
        single += _fix_all(uri, types.CodeActionKind.QuickFix, asked, client, title)
    return together + single


def _once(actions: Iterable[types.CodeAction]) -> list[types.CodeAction]:
    """Return actions of which no two make the same edit: one that mends several findings names them all."""
    offered: dict[str, types.CodeAction] = {}
    for action in actions:
        first = offered.setdefault(str(action.edit), action)
        if first is not action:
            first.diagnostics = [*(first.diagnostics or ()), *(action.diagnostics or ())]
            first.is_preferred = first.is_preferred or action.is_preferred
    return list(offered.values())


def wants_quick_fixes(only: Sequence[types.CodeActionKind | str] | None) -> bool:
    """Say whether quick fixes are among the kinds asked for; the empty kind is the root of all."""
    return only is None or types.CodeActionKind.QuickFix in only or types.CodeActionKind.Empty in only


def _proposals(
    diagnostic: types.Diagnostic, version: int, published: Sequence[types.Diagnostic]
) -> tuple[Proposal, ...]:
    """Return what may be offered for a diagnostic; nothing when its edits fit an older text."""
    data = diagnostic.data if diagnostic.data is not None else _data_sent(diagnostic, published)
    proposals = from_data(data) or Proposals(version, ())
    return proposals.fixes if proposals.version == version else ()


def _data_sent(diagnostic: types.Diagnostic, published: Sequence[types.Diagnostic]) -> object:
    """Return the data that a diagnostic was sent with, for a client that sends it back without.

    Neovim 0.7 counts its columns in bytes then, whatever was negotiated: the line is the same, the
    column need not be, and the nearest one is meant.
    """
    named = (diagnostic.range.start.line, diagnostic.code, diagnostic.message)
    same = [sent for sent in published if (sent.range.start.line, sent.code, sent.message) == named]
    column = diagnostic.range.start.character
    nearest = min(same, key=lambda sent: abs(sent.range.start.character - column), default=None)
    return nearest.data if nearest else None


def _action(
    proposal: Proposal, diagnostic: types.Diagnostic, uri: str, version: int, client: Client
) -> types.CodeAction:
    return types.CodeAction(
        title=proposal.title,
        kind=types.CodeActionKind.QuickFix,
        diagnostics=[light(diagnostic)],
        is_preferred=True if proposal.preferred and client.accepts_preferred else None,
        edit=workspace_edit(proposal.places(uri, version), client, proposal.placeholder),
    )


def light(diagnostic: types.Diagnostic) -> types.Diagnostic:
    """Return what names a diagnostic: editors have the rest of it, which is kilobytes for each action."""
    return attrs.evolve(diagnostic, data=None, related_information=None)


def _fix_all(uri: str, kind: str, asked: Asked, client: Client, title: str = TITLE) -> list[types.CodeAction]:
    edits = all_edits(uri, asked.version, asked.all_published)
    if not edits:
        return []
    return [types.CodeAction(title=title, kind=kind, edit=workspace_edit(edits, client))]


def workspace_edit(edits: Sequence[PlacedEdits], client: Client, placeholder: str = "") -> types.WorkspaceEdit:
    """Return edits of documents or cells as the client takes them; where it can, with a text to choose another for."""
    if not client.accepts_versioned_edits:
        return types.WorkspaceEdit(changes={each.uri: list(each.edits) for each in edits})
    chosen = placeholder if client.takes_snippets else ""
    return types.WorkspaceEdit(
        document_changes=[
            types.TextDocumentEdit(
                types.OptionalVersionedTextDocumentIdentifier(each.uri, each.version),
                [_with_placeholder(edit, chosen) for edit in each.edits],
            )
            for each in edits
        ]
    )


def _with_placeholder(edit: types.TextEdit, placeholder: str) -> types.TextEdit | types.SnippetTextEdit:
    """Return an edit that puts the cursor on a text in what it writes, where that stands there."""
    before, found, behind = edit.new_text.rpartition(placeholder) if placeholder else ("", "", "")
    if not found:
        return edit
    escaped = (_SPECIAL.sub(r"\\\g<0>", part) for part in (before, found, behind))
    return types.SnippetTextEdit(edit.range, types.StringValue("{}${{1:{}}}{}".format(*escaped)))
