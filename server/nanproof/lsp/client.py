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
    pulls_diagnostics: bool = False
    refreshes_diagnostics: bool = False
    accepts_code_actions: bool = False
    applies_edits: bool = False
    shows_progress: bool = False
    accepts_preferred: bool = False
    accepts_versioned_edits: bool = False
    takes_snippets: bool = False
    registers_watched_files: bool = False
    registers_changes: bool = False
    registers_configuration: bool = False
    gives_configuration: bool = False
    creates_files: bool = False
    shows_documents: bool = False
    asks_for_contents: bool = False
    fades_unnecessary: bool = False
    shows_hints: bool = False
    refreshes_hints: bool = False
    hover_markup: types.MarkupKind = types.MarkupKind.PlainText

    @property
    def can_be_told_more(self) -> bool:
        """Whether something can be added to what was said of a text, while it stays as it is."""
        return self.refreshes_diagnostics or not self.pulls_diagnostics

    @classmethod
    def of(cls, capabilities: types.ClientCapabilities, *, may_pull: bool = True) -> Client:
        """Read the capabilities sent with `initialize`; without `may_pull` none asks for diagnostics."""
        general = capabilities.general or types.GeneralClientCapabilities()
        text = capabilities.text_document or types.TextDocumentClientCapabilities()
        sent = text.publish_diagnostics or types.PublishDiagnosticsClientCapabilities()
        # What is true of those that are sent holds for those that are asked for, unless a client says it there.
        diagnostics = text.diagnostic or sent
        actions = text.code_action or types.CodeActionClientCapabilities()
        hover = text.hover or types.HoverClientCapabilities()
        synchronization = text.synchronization or types.TextDocumentSyncClientCapabilities()
        window = capabilities.window or types.WindowClientCapabilities()
        workspace = capabilities.workspace or types.WorkspaceClientCapabilities()
        watched = workspace.did_change_watched_files or types.DidChangeWatchedFilesClientCapabilities()
        configuration = workspace.did_change_configuration or types.DidChangeConfigurationClientCapabilities()
        edits = workspace.workspace_edit or types.WorkspaceEditClientCapabilities()
        return cls(
            encoding=negotiate(general.position_encodings or ()),
            shows_related_information=bool(diagnostics.related_information or sent.related_information),
            shows_code_description=bool(diagnostics.code_description_support or sent.code_description_support),
            returns_diagnostic_data=bool(diagnostics.data_support or sent.data_support),
            pulls_diagnostics=text.diagnostic is not None and may_pull,
            refreshes_diagnostics=bool(workspace.diagnostics and workspace.diagnostics.refresh_support),
            accepts_code_actions=actions.code_action_literal_support is not None,
            applies_edits=bool(workspace.apply_edit),
            shows_progress=bool(window.work_done_progress),
            accepts_preferred=bool(actions.is_preferred_support),
            accepts_versioned_edits=bool(edits.document_changes),
            takes_snippets=bool(edits.document_changes and edits.snippet_edit_support),
            registers_watched_files=bool(watched.dynamic_registration),
            registers_configuration=bool(configuration.dynamic_registration),
            gives_configuration=bool(workspace.configuration),
            registers_changes=bool(synchronization.dynamic_registration),
            shows_documents=bool(window.show_document and window.show_document.support),
            asks_for_contents=workspace.text_document_content is not None,
            creates_files=types.ResourceOperationKind.Create in (edits.resource_operations or ()),
            fades_unnecessary=any(
                each.tag_support and types.DiagnosticTag.Unnecessary in each.tag_support.value_set
                for each in (diagnostics, sent)
            ),
            shows_hints=text.inlay_hint is not None,
            refreshes_hints=bool(workspace.inlay_hint and workspace.inlay_hint.refresh_support),
            hover_markup=next(iter(hover.content_format or ()), types.MarkupKind.PlainText),
        )
