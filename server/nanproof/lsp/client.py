"""What the client can do, read once from its long list of capabilities."""

from __future__ import annotations

from dataclasses import dataclass

from lsprotocol import types

from nanproof.lsp.encoding import negotiate
from nanproof.source.positions import Encoding


@dataclass(frozen=True, slots=True)
class Client:
    """The abilities that change what the server sends. The defaults: a client that says nothing."""

    encoding: Encoding = Encoding.UTF16
    shows_related_information: bool = False
    shows_code_description: bool = False
    returns_diagnostic_data: bool = False
    accepts_code_actions: bool = False
    accepts_preferred: bool = False
    accepts_versioned_edits: bool = False
    registers_watched_files: bool = False
    registers_changes: bool = False
    registers_configuration: bool = False
    gives_configuration: bool = False
    hover_markup: types.MarkupKind = types.MarkupKind.PlainText

    @classmethod
    def of(cls, capabilities: types.ClientCapabilities) -> Client:
        """Read the capabilities sent with `initialize`."""
        general = capabilities.general or types.GeneralClientCapabilities()
        text = capabilities.text_document or types.TextDocumentClientCapabilities()
        diagnostics = text.publish_diagnostics or types.PublishDiagnosticsClientCapabilities()
        actions = text.code_action or types.CodeActionClientCapabilities()
        hover = text.hover or types.HoverClientCapabilities()
        synchronization = text.synchronization or types.TextDocumentSyncClientCapabilities()
        workspace = capabilities.workspace or types.WorkspaceClientCapabilities()
        watched = workspace.did_change_watched_files or types.DidChangeWatchedFilesClientCapabilities()
        configuration = workspace.did_change_configuration or types.DidChangeConfigurationClientCapabilities()
        edits = workspace.workspace_edit or types.WorkspaceEditClientCapabilities()
        return cls(
            encoding=negotiate(general.position_encodings or ()),
            shows_related_information=bool(diagnostics.related_information),
            shows_code_description=bool(diagnostics.code_description_support),
            returns_diagnostic_data=bool(diagnostics.data_support),
            accepts_code_actions=actions.code_action_literal_support is not None,
            accepts_preferred=bool(actions.is_preferred_support),
            accepts_versioned_edits=bool(edits.document_changes),
            registers_watched_files=bool(watched.dynamic_registration),
            registers_configuration=bool(configuration.dynamic_registration),
            gives_configuration=bool(workspace.configuration),
            registers_changes=bool(synchronization.dynamic_registration),
            hover_markup=next(iter(hover.content_format or ()), types.MarkupKind.PlainText),
        )
