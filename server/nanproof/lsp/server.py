"""What the server does with each message. Nothing here computes: that is the analyst's, in a process of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import PurePath
from typing import Any

from lsprotocol import types
from pygls.exceptions import JsonRpcException, JsonRpcInternalError
from pygls.lsp.server import LanguageServer

from nanproof import __version__
from nanproof.lsp import (
    agreement,
    asked_configuration,
    commands,
    fix_all,
    notebook_sync,
    offered,
    parent,
    searches,
    shown_report,
    watched_files,
    wire,
)
from nanproof.lsp.cells import by_cell, propose_in_cells
from nanproof.lsp.client import Client
from nanproof.lsp.configured import Configured
from nanproof.lsp.documents import Documents, Lost, OpenDocument
from nanproof.lsp.encoding import to_offset
from nanproof.lsp.examinations import Examinations
from nanproof.lsp.hover import to_hover
from nanproof.lsp.inlay_hints import InlayHints
from nanproof.lsp.notebooks import SYNCHRONIZATION, Notebooks
from nanproof.lsp.places import located
from nanproof.lsp.proposal import Proposals, propose
from nanproof.lsp.protocol import Protocol
from nanproof.lsp.questions import Questions
from nanproof.lsp.rewrites import KIND as REWRITE
from nanproof.lsp.rewrites import Rewrites
from nanproof.lsp.settings import options_of
from nanproof.lsp.shown_report import ShownReports
from nanproof.lsp.surveys import Surveys
from nanproof.lsp.told import Report, Told, options
from nanproof.lsp.uri import innermost, to_path

# What makes the engines, in the analyst's process.
ENGINE = "nanproof.lsp.engine:load_engine"


class Server(LanguageServer):
    """The language server's state, all of it the event loop's."""

    protocol: Protocol

    def __init__(self, engine: str = ENGINE) -> None:
        super().__init__("nanproof", __version__, notebook_document_sync=SYNCHRONIZATION, protocol_cls=Protocol)
        self.client = Client()
        self.options: object = None
        self.configured = Configured(partial(self.log, kind=types.MessageType.Warning))
        self.documents = Documents()
        self.notebooks = Notebooks()
        self.asks_for_whole_texts = False
        self.questions = Questions(engine, self.documents)
        self.told = Told(self)
        self.hints = InlayHints(self)
        self.reports = ShownReports(self)
        self.rewrites = Rewrites(self)
        self.surveys = Surveys(self)
        self.searches = searches.Searches(self, engine)
        self.examinations = Examinations(self)
        # pygls's own handlers keep a second copy of each text, which goes wrong: see documents.py.
        for feature in (
            types.TEXT_DOCUMENT_DID_OPEN,
            types.TEXT_DOCUMENT_DID_CHANGE,
            types.TEXT_DOCUMENT_DID_CLOSE,
            types.NOTEBOOK_DOCUMENT_DID_OPEN,
            types.NOTEBOOK_DOCUMENT_DID_CHANGE,
            types.NOTEBOOK_DOCUMENT_DID_CLOSE,
        ):
            del self.protocol.fm.builtin_features[feature]
        _register(self)

    def log(self, message: str, kind: types.MessageType = types.MessageType.Error) -> None:
        """Write a sentence to the client's log."""
        self.window_log_message(types.LogMessageParams(kind, message))

    def report_server_error(self, error: Exception, source: Any) -> None:
        """Log what pygls could not handle, where it would raise a popup each time."""
        if isinstance(error, JsonRpcException) and not isinstance(error, JsonRpcInternalError):
            return  # its sender was answered
        if source is not JsonRpcInternalError:  # that one says that nothing can be sent any more
            self.log(f"nanproof could not handle a message ({type(error).__name__}) and goes on; please report this.")

    def left_out(self, method: str, params: object) -> None:
        """Take note of a notification whose parameters cannot be read."""
        agreement.left_out(self, method, params)
        notebook_sync.left_out(self, method, params)

    def tell(
        self,
        opened: OpenDocument,
        found: Sequence[types.Diagnostic],
        reports: Sequence[wire.Report] = (),
        untold: Sequence[wire.Report] = (),
    ) -> None:
        """Tell the client what was found in a document as it is now, of a notebook cell by cell; keep the `untold`."""
        self.hints.tell(opened, reports)
        self.reports.tell(opened)
        self.rewrites.tell(opened, untold)
        notebook = self.notebooks.get(opened.uri)
        if notebook is None:
            self.told.tell(opened.uri, opened.version, found)
        else:
            for cell, part in by_cell(notebook, found):
                self.told.tell(cell.uri, cell.version, part)

    def changed(self, paths: Sequence[str]) -> None:
        """Take note that what is known of files may not hold any more."""
        self.surveys.outdate(paths)

    def located(self, path: str, stretch: wire.Stretch) -> types.Location:
        """Return the client's name for a place in a file."""
        return located(path, stretch, self.documents, self.notebooks)

    def proposed(self, opened: OpenDocument, repairs: Sequence[wire.Repair]) -> Proposals:
        """Return repairs as they are offered in a document as it is now."""
        notebook = self.notebooks.get(opened.uri)
        if notebook is None:
            return propose(repairs, opened.version)
        return propose_in_cells(repairs, notebook, self.client.encoding)

    def root_of(self, opened: OpenDocument) -> str | None:
        """Return the innermost workspace folder that holds a document."""
        return innermost(self.folders(), PurePath(opened.document.path))

    def folders(self) -> list[str]:
        """Return the workspace folders, or the one root of clients that know no folders."""
        named = [folder.uri for folder in self.workspace.folders.values()]
        folder_uris = named or [self.workspace.root_uri or ""]
        return [folder for uri in folder_uris if (folder := to_path(uri))]


def _register(server: Server) -> None:
    server.feature(types.INITIALIZE)(_initialize)
    server.feature(types.INITIALIZED)(_initialized)
    server.feature(types.SHUTDOWN)(_shutdown)
    server.feature(types.TEXT_DOCUMENT_DID_OPEN)(_did_open)
    server.feature(types.TEXT_DOCUMENT_DID_CHANGE)(_did_change)
    server.feature(types.TEXT_DOCUMENT_DID_SAVE, types.SaveOptions(include_text=False))(_did_save)
    server.feature(types.TEXT_DOCUMENT_DID_CLOSE)(_did_close)
    server.feature(types.NOTEBOOK_DOCUMENT_DID_OPEN)(notebook_sync.did_open)
    server.feature(types.NOTEBOOK_DOCUMENT_DID_CHANGE)(notebook_sync.did_change)
    server.feature(types.NOTEBOOK_DOCUMENT_DID_SAVE)(notebook_sync.did_save)
    server.feature(types.NOTEBOOK_DOCUMENT_DID_CLOSE)(notebook_sync.did_close)
    server.command(shown_report.COMMAND)(shown_report.show)
    for name, command in (*commands.COMMANDS.items(), *searches.COMMANDS.items()):
        server.command(name)(command)
    server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)(_did_change_watched_files)
    server.feature(types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS)(_did_change_workspace_folders)
    server.feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION)(_did_change_configuration)
    server.feature(types.TEXT_DOCUMENT_HOVER)(_hover)
    server.feature(
        types.TEXT_DOCUMENT_CODE_ACTION,
        types.CodeActionOptions([types.CodeActionKind.QuickFix, REWRITE, fix_all.KIND, fix_all.NOTEBOOK_KIND]),
    )(_code_action)


def _initialize(ls: Server, params: types.InitializeParams) -> None:
    ls.options = params.initialization_options
    ls.configured.options = options_of(ls.options)
    switches = ls.configured.options.switches
    ls.client = Client.of(params.capabilities, may_pull=switches.may_pull)
    if ls.client.pulls_diagnostics:
        ls.feature(types.TEXT_DOCUMENT_DIAGNOSTIC, options())(_diagnostic)
        if switches.surveys:
            ls.feature(types.WORKSPACE_DIAGNOSTIC)(_workspace_diagnostic)
    if ls.client.asks_for_contents:
        ls.feature(types.WORKSPACE_TEXT_DOCUMENT_CONTENT)(shown_report.content)
    if switches.hints and ls.client.shows_hints:
        ls.feature(types.TEXT_DOCUMENT_INLAY_HINT)(_inlay_hint)
    ls.questions.begin(ls.client.encoding, ls.configured.settings)
    if params.process_id is not None:
        parent.watch(params.process_id)


async def _initialized(ls: Server, _params: types.InitializedParams) -> None:
    """Load the analysis while the person still looks at the file."""
    ls.questions.load(next(iter(ls.folders()), None))
    _tell_faults(ls)
    if ls.client.registers_watched_files:
        await watched_files.register(ls)
    await asked_configuration.register(ls, ls.client)
    await _ask_for_configuration(ls)


def _shutdown(ls: Server, *_: object) -> None:
    ls.questions.stop()
    ls.searches.stop()
    ls.reports.close()


def _did_open(ls: Server, params: types.DidOpenTextDocumentParams) -> None:
    opened = ls.documents.open(params.text_document)
    ls.told.outdate(opened.uri)
    ls.examinations.examine(opened, anew=True)
    ls.examinations.texts_changed(opened.document.path)
    agreement.settle(ls)


def _did_change(ls: Server, params: types.DidChangeTextDocumentParams) -> None:
    changed = ls.documents.change(params, ls.client.encoding)
    if isinstance(changed, Lost):
        agreement.give_up(ls, changed)
    elif changed is not None:
        ls.told.outdate(changed.uri)
        ls.examinations.examine(changed, hurries=True)
        ls.examinations.texts_changed(changed.document.path)
    agreement.settle(ls)


def _did_save(ls: Server, params: types.DidSaveTextDocumentParams) -> None:
    """Look again at where a budget ended, and at the other documents: what they say may rest on the saved one."""
    if not ls.client.registers_watched_files:
        ls.configured.forget()  # nobody tells when a file that configures changes
    saved = ls.documents.get(params.text_document.uri)
    if saved is not None:
        is_unfinished = ls.examinations.is_unfinished(saved)
        if is_unfinished or not ls.client.registers_watched_files:
            ls.examinations.examine(saved, anew=is_unfinished)
        ls.examinations.files_written([saved.document.path])


def _did_close(ls: Server, params: types.DidCloseTextDocumentParams) -> None:
    closed = ls.documents.close(params.text_document.uri)
    if closed is not None:
        ls.examinations.forget(closed.uri)
        ls.hints.forget(closed.uri)
        ls.rewrites.forget(closed.uri)
        ls.told.forget(closed.uri)
        ls.examinations.texts_changed(to_path(closed.uri) or closed.uri)
    agreement.settle(ls)


def _did_change_watched_files(ls: Server, params: types.DidChangeWatchedFilesParams) -> None:
    if watched_files.configure(params.changes) or ls.configured.known.is_baseline(watched_files.named(params.changes)):
        ls.configured.forget()
        ls.surveys.forget()
        ls.examinations.examine_all()
    ls.examinations.files_written(watched_files.paths(params.changes, ls.folders()))


async def _did_change_workspace_folders(ls: Server, _: types.DidChangeWorkspaceFoldersParams) -> None:
    await _ask_for_configuration(ls)
    ls.examinations.examine_all()


async def _did_change_configuration(ls: Server, params: types.DidChangeConfigurationParams) -> None:
    """Do as is wished from now on, and look again: another wish may have other findings, and other fixes."""
    options = options_of(ls.options, params.settings)
    if options != ls.configured.options:  # some clients say at once what they said with `initialize`, or nothing
        ls.configured.options = options
        _look_again(ls)
    await _ask_for_configuration(ls)


async def _ask_for_configuration(ls: Server) -> None:
    folders = [folder.uri for folder in ls.workspace.folders.values()]
    by_folder = await asked_configuration.asked(ls, ls.client, folders)
    if by_folder != ls.configured.by_folder:
        ls.configured.by_folder = by_folder
        _look_again(ls)


def _look_again(ls: Server) -> None:
    ls.configured.forget()
    ls.surveys.forget()
    _tell_faults(ls)
    ls.examinations.examine_all()


def _tell_faults(ls: Server) -> None:
    for fault in ls.configured.faults:
        ls.log(f"nanproof left out a setting: {fault}.", types.MessageType.Warning)


async def _hover(ls: Server, params: types.HoverParams) -> types.Hover | None:
    notebook, client = ls.notebooks.of_cell(params.text_document.uri), ls.client
    first = notebook.line_of(params.text_document.uri) if notebook is not None else 0
    opened = notebook.program if notebook is not None else ls.documents.get(params.text_document.uri)
    if opened is None or first is None:
        return None
    position = types.Position(first + params.position.line, params.position.character)
    offset = to_offset(position, opened.document.lines, client.encoding)
    described = await ls.questions.describe(opened, ls.root_of(opened), offset, ls.log)
    if described is None or ls.documents.get(opened.uri) is not opened:
        return None
    if notebook is not None:
        described = replace(described, stretch=notebook.place(described.stretch)[1])
    told = ls.told.of(params.text_document.uri) if ls.configured.options.switches.tells else ()
    return to_hover(described, client, told, params.position)


def _code_action(ls: Server, params: types.CodeActionParams) -> list[types.CodeAction]:
    return offered.code_action(ls, params)


async def _diagnostic(ls: Server, params: types.DocumentDiagnosticParams) -> Report:
    return await ls.told.asked(params)


async def _workspace_diagnostic(ls: Server, params: types.WorkspaceDiagnosticParams) -> types.WorkspaceDiagnosticReport:
    return await ls.surveys.asked(params)


async def _inlay_hint(ls: Server, params: types.InlayHintParams) -> list[types.InlayHint]:
    return await ls.hints.asked(params)
