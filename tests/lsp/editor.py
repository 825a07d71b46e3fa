"""An editor that keeps its own text, for driving the server as a real one does.

It counts positions by encoding characters one at a time and shares no code with the server.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from cattrs import Converter
from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.protocol import default_converter
from pytest_lsp import LanguageClient
from pytest_lsp.client import DEFAULT_CLIENT_FEATURES, register_lsp_features

ROOT = Path(__file__).parents[2]
REAL = [sys.executable, "-m", "nanproof", "server"]
STUB = [sys.executable, "-m", "tests.lsp.stub_server"]
SECONDS = 30.0

_UNITS = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}


class Editor:
    """One editor with one server."""

    def __init__(self, client: LanguageClient) -> None:
        self.client = client
        self.encoding = "utf-16"
        self.texts: dict[str, str] = {}
        self.versions: dict[str, int] = {}
        self.published: list[types.PublishDiagnosticsParams] = []
        self.registered: list[types.Registration] = []
        self.asked: list[str] = []
        self.pulls = False
        self.pulled: dict[str, types.RelatedFullDocumentDiagnosticReport] = {}
        self.progress: list[tuple[types.ProgressToken, Any]] = []
        self.applied: list[types.WorkspaceEdit] = []
        self.refreshed = 0
        self.shown: list[str] = []
        self.changed: list[str] = []
        self.server = types.ServerCapabilities()
        self.capabilities = types.ClientCapabilities()
        self._news = asyncio.Event()

    @classmethod
    async def start(
        cls,
        command: Sequence[str],
        capabilities: types.ClientCapabilities,
        root: str | None = None,
        options: object = None,
    ) -> Editor:
        """Start a server and initialize it."""
        client = LanguageClient(converter_factory=_converter)
        editor = cls(client)

        def publish(client: LanguageClient, params: types.PublishDiagnosticsParams) -> None:
            client.diagnostics[params.uri] = params.diagnostics
            editor.published.append(params)
            editor._news.set()

        def register(client: LanguageClient, params: types.RegistrationParams) -> None:  # noqa: ARG001 - pygls's form
            editor.registered += params.registrations
            editor.asked += [f"+{each.method}" for each in params.registrations]

        def unregister(client: LanguageClient, params: types.UnregistrationParams) -> None:  # noqa: ARG001 - as above
            editor.asked += [f"-{each.method}" for each in params.unregisterations]

        def note(client: LanguageClient, params: types.ProgressParams) -> None:  # noqa: ARG001 - as above
            editor.progress.append((params.token, params.value))
            editor._news.set()

        def apply(client: LanguageClient, params: types.ApplyWorkspaceEditParams) -> types.ApplyWorkspaceEditResult:  # noqa: ARG001 - as above
            editor.applied.append(params.edit)
            return types.ApplyWorkspaceEditResult(applied=True)

        def refresh_hints(client: LanguageClient, params: None) -> None:  # noqa: ARG001 - as above
            editor.refreshed += 1
            editor._news.set()

        def show(client: LanguageClient, params: types.ShowDocumentParams) -> types.ShowDocumentResult:  # noqa: ARG001 - as above
            editor.shown.append(params.uri)
            return types.ShowDocumentResult(success=True)

        def refresh_content(client: LanguageClient, params: types.TextDocumentContentRefreshParams) -> None:  # noqa: ARG001 - as above
            editor.changed.append(params.uri)

        features: dict[str, Callable[..., object]] = {
            **DEFAULT_CLIENT_FEATURES,
            types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS: publish,
            types.CLIENT_REGISTER_CAPABILITY: register,
            types.CLIENT_UNREGISTER_CAPABILITY: unregister,
            types.PROGRESS: note,
            types.WORKSPACE_APPLY_EDIT: apply,
            types.WINDOW_SHOW_DOCUMENT: show,
            types.WORKSPACE_INLAY_HINT_REFRESH: refresh_hints,
            types.WORKSPACE_TEXT_DOCUMENT_CONTENT_REFRESH: refresh_content,
        }
        register_lsp_features(client, features)
        await client.start_io(*command, cwd=ROOT)
        folders = [types.WorkspaceFolder(root, "root")] if root else None
        params = types.InitializeParams(
            capabilities=capabilities, root_uri=root, workspace_folders=folders, initialization_options=options
        )
        result = await asyncio.wait_for(client.initialize_session(params), SECONDS)
        editor.server, editor.capabilities = result.capabilities, capabilities
        editor.pulls = result.capabilities.diagnostic_provider is not None
        editor.encoding = str(types.PositionEncodingKind(result.capabilities.position_encoding).value)
        return editor

    @classmethod
    @asynccontextmanager
    async def quiet(
        cls,
        command: Sequence[str],
        capabilities: types.ClientCapabilities,
        root: str | None = None,
        options: object = None,
    ) -> AsyncIterator[Editor]:
        """Start an editor, and see it end without a word to the person: no popup, and the server's exit code is 0."""
        editor = await cls.start(command, capabilities, root, options)
        yield editor
        assert await editor.stop() == 0
        assert not editor.client.messages, "popups"

    async def stop(self) -> int | None:
        """Leave as a client should, and return the server's exit code."""
        server = self.client._server
        await asyncio.wait_for(self.client.shutdown_session(), SECONDS)
        await self.client.stop()  # type: ignore[no-untyped-call]  # pytest-lsp leaves it unannotated
        return server.returncode if server else None

    async def open(self, uri: str, text: str) -> list[types.Diagnostic]:
        """Open a document and wait for its diagnostics."""
        self.texts[uri], self.versions[uri] = text, 1
        item = types.TextDocumentItem(uri, "python", 1, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return await self.diagnostics(uri)

    def type(self, uri: str, start: int, end: int, new: str) -> None:
        """Replace characters, numbered from 0, in the own text and in the server's."""
        stretch = types.Range(self.position(uri, start), self.position(uri, end))
        self.change(uri, types.TextDocumentContentChangePartial(stretch, new))
        self.texts[uri] = self.texts[uri][:start] + new + self.texts[uri][end:]

    def change(self, uri: str, *changes: types.TextDocumentContentChangeEvent) -> None:
        """Send changes as they are."""
        self.versions[uri] += 1
        identifier = types.VersionedTextDocumentIdentifier(version=self.versions[uri], uri=uri)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(identifier, changes))

    async def diagnostics(self, uri: str) -> list[types.Diagnostic]:
        """Wait for the diagnostics of the newest version."""
        if self.pulls:
            return await self.pull(uri)

        async def wait() -> list[types.Diagnostic]:
            while True:
                for params in reversed(self.published):
                    if params.uri == uri and params.version == self.versions[uri]:
                        return list(params.diagnostics)
                self._news.clear()
                await self._news.wait()

        return await asyncio.wait_for(wait(), SECONDS)

    async def pull(self, uri: str) -> list[types.Diagnostic]:
        """Ask for the diagnostics of a document, and again where the server says so."""
        while True:
            try:
                report = await self.report(uri)
            except JsonRpcException as error:
                if error.code != types.LSPErrorCodes.ServerCancelled or error.data != {"retriggerRequest": True}:
                    raise
                continue
            if isinstance(report, types.RelatedFullDocumentDiagnosticReport):
                self.pulled[uri] = report
            return list(self.pulled[uri].items)

    async def report(self, uri: str) -> types.DocumentDiagnosticReport:
        """Ask once for the diagnostics of a document."""
        previous = self.pulled[uri].result_id if uri in self.pulled else None
        params = types.DocumentDiagnosticParams(types.TextDocumentIdentifier(uri), previous_result_id=previous)
        return await asyncio.wait_for(self.client.text_document_diagnostic_async(params), SECONDS)

    async def settle(self) -> None:
        """Wait until the server has handled all that was sent before, and what it sent has arrived."""
        await self.actions("file:///not-open.py", [])

    async def hover(self, uri: str, index: int) -> types.Hover | None:
        """Ask about a character."""
        identifier = types.TextDocumentIdentifier(uri)
        params = types.HoverParams(identifier, self.position(uri, index))
        return await asyncio.wait_for(self.client.text_document_hover_async(params), SECONDS)

    async def hints(self, uri: str, first: int = 0, last: int = 1000) -> list[types.InlayHint]:
        """Ask for the hints of some lines."""
        stretch = types.Range(types.Position(first, 0), types.Position(last, 0))
        params = types.InlayHintParams(types.TextDocumentIdentifier(uri), stretch)
        answer = await asyncio.wait_for(self.client.text_document_inlay_hint_async(params), SECONDS)
        return list(answer or ())

    async def actions(
        self, uri: str, diagnostics: Sequence[types.Diagnostic], only: Sequence[str] | None = None
    ) -> list[types.CodeAction]:
        """Ask for the code actions of some diagnostics."""
        params = types.CodeActionParams(
            types.TextDocumentIdentifier(uri),
            diagnostics[0].range if diagnostics else types.Range(types.Position(0, 0), types.Position(0, 0)),
            types.CodeActionContext(diagnostics, only),
        )
        answer = await asyncio.wait_for(self.client.text_document_code_action_async(params), SECONDS)
        return [action for action in answer or () if isinstance(action, types.CodeAction)]

    async def fixes(self, uri: str, diagnostics: Sequence[types.Diagnostic]) -> list[types.CodeAction]:
        """Ask for the quick fixes that change the document itself, and not what is set or shown."""
        actions = await self.actions(uri, diagnostics, ["quickfix"])
        return [each for each in actions if each.edit and {at for at, _ in _texts(each.edit)} == {uri}]

    def apply(self, action: types.CodeAction) -> None:
        """Apply an action's edits to the own text and tell the server, as an editor does."""
        assert action.edit is not None
        for uri, edits in self.edits(action.edit):
            spans = [(self.index(uri, edit.range.start), self.index(uri, edit.range.end)) for edit in edits]
            for (start, end), edit in sorted(zip(spans, edits, strict=True), key=lambda pair: pair[0], reverse=True):
                self.type(uri, start, end, edit.new_text)

    def edits(self, edit: types.WorkspaceEdit) -> list[tuple[str, Sequence[types.TextEdit]]]:
        """Return the edits by document, each of the version that the editor has: None where it has none open."""
        for change in edit.document_changes or ():
            if isinstance(change, types.TextDocumentEdit):
                assert change.text_document.version == self.versions.get(change.text_document.uri)
        return _texts(edit)

    def slice(self, uri: str, stretch: types.Range) -> str:
        """Return the own text of a range."""
        return self.texts[uri][self.index(uri, stretch.start) : self.index(uri, stretch.end)]

    def position(self, uri: str, index: int) -> types.Position:
        """Count a character's position."""
        codec, size = _UNITS[self.encoding]
        before = self.texts[uri][:index].replace("\r\n", "\n").replace("\r", "\n")
        line = before.rpartition("\n")[2]
        return types.Position(before.count("\n"), len(line.encode(codec, "surrogatepass")) // size)

    def index(self, uri: str, position: types.Position) -> int:
        """Find the character at a position, by trying them all."""
        return next(i for i in range(len(self.texts[uri]) + 1) if self.position(uri, i) == position)


def _texts(edit: types.WorkspaceEdit) -> list[tuple[str, Sequence[types.TextEdit]]]:
    found: list[tuple[str, Sequence[types.TextEdit]]] = list((edit.changes or {}).items())
    for change in edit.document_changes or ():
        if isinstance(change, types.TextDocumentEdit):
            texts = [each for each in change.edits if isinstance(each, types.TextEdit)]
            found.append((change.text_document.uri, texts))
    return found


def _converter() -> Converter:
    """Return pygls's converter, which knows an action that holds a command: lsprotocol's takes it for the command."""
    converter: Converter = default_converter()  # type: ignore[no-untyped-call]  # pygls leaves it unannotated

    def action_or_command(held: Any, _: object) -> Any:
        return converter.structure(held, types.Command if isinstance(held.get("command"), str) else types.CodeAction)

    converter.register_structure_hook(types.Command | types.CodeAction, action_or_command)
    return converter
