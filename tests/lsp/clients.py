"""What newer clients say of themselves, which pytest-lsp has no file of."""

from __future__ import annotations

from lsprotocol import types
from pytest_lsp import client_capabilities


def visual_studio_code() -> types.ClientCapabilities:
    """Return the capabilities of VS Code since it asks for diagnostics, hints and contents and knows notebooks."""
    capabilities = client_capabilities("visual-studio-code")
    text, workspace = capabilities.text_document, capabilities.workspace
    assert text is not None
    assert workspace is not None
    text.diagnostic = types.DiagnosticClientCapabilities(dynamic_registration=True, related_document_support=False)
    workspace.diagnostics = types.DiagnosticWorkspaceClientCapabilities(refresh_support=True)
    text.inlay_hint = types.InlayHintClientCapabilities(dynamic_registration=True)
    workspace.inlay_hint = types.InlayHintWorkspaceClientCapabilities(refresh_support=True)
    workspace.text_document_content = types.TextDocumentContentClientCapabilities(dynamic_registration=True)
    synchronization = types.NotebookDocumentSyncClientCapabilities(True, execution_summary_support=True)
    capabilities.notebook_document = types.NotebookDocumentClientCapabilities(synchronization)
    return capabilities


CLIENTS = {
    "visual-studio-code": visual_studio_code(),
    "neovim": client_capabilities("neovim@v0.11.0"),
    "emacs": client_capabilities("emacs@v29.1"),
}
