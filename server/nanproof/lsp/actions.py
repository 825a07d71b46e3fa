"""Quick fixes, answered from what the diagnostics carry: a slow answer would hold up every other tool's."""

from __future__ import annotations

from collections.abc import Sequence

import attrs
from lsprotocol import types

from nanproof.lsp.client import Client
from nanproof.lsp.diagnostics import SOURCE
from nanproof.lsp.fix_all import KIND, TITLE, all_edits, is_asked_for
from nanproof.lsp.proposal import Proposal, Proposals, from_data


def code_actions(
    params: types.CodeActionParams, version: int, published: Sequence[types.Diagnostic], client: Client
) -> list[types.CodeAction]:
    """Return the fixes of the diagnostics that the client names, for the text at `version`.

    `published` is what the client was last sent, for clients that do not send a diagnostic's `data` back.
    """
    if not client.accepts_code_actions:
        return []
    uri = params.text_document.uri
    together = _fix_all(uri, version, published, client) if is_asked_for(params.context.only) else []
    if not _wanted(params.context.only):
        return together
    return together + [
        _action(proposal, diagnostic, uri, version, client)
        for diagnostic in params.context.diagnostics
        if diagnostic.source == SOURCE
        for proposal in _proposals(diagnostic, version, published)
    ]


def _wanted(only: Sequence[types.CodeActionKind | str] | None) -> bool:
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
        diagnostics=[_light(diagnostic)],
        is_preferred=True if proposal.preferred and client.accepts_preferred else None,
        edit=_workspace_edit(proposal.edits, uri, version, client),
    )


def _light(diagnostic: types.Diagnostic) -> types.Diagnostic:
    """Return what names a diagnostic: editors have the rest of it, which is kilobytes for each action."""
    return attrs.evolve(diagnostic, data=None, related_information=None)


def _fix_all(uri: str, version: int, published: Sequence[types.Diagnostic], client: Client) -> list[types.CodeAction]:
    edits = all_edits(uri, version, published)
    if not edits:
        return []
    return [types.CodeAction(title=TITLE, kind=KIND, edit=_workspace_edit(edits, uri, version, client))]


def _workspace_edit(edits: Sequence[types.TextEdit], uri: str, version: int, client: Client) -> types.WorkspaceEdit:
    if not client.accepts_versioned_edits:
        return types.WorkspaceEdit(changes={uri: list(edits)})
    identifier = types.OptionalVersionedTextDocumentIdentifier(uri, version)
    return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(identifier, list(edits))])
