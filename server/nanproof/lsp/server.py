"""What the server does with each message. Nothing here computes: that is the worker's."""

from __future__ import annotations

import asyncio
import traceback
from collections.abc import Sequence
from concurrent.futures import Future
from contextlib import suppress
from functools import partial
from pathlib import PurePath
from typing import Any

import attrs
from lsprotocol import types
from pygls import uris
from pygls.exceptions import JsonRpcInternalError
from pygls.lsp.server import LanguageServer

from nanproof import __version__
from nanproof.lsp import fix_all, parent
from nanproof.lsp.actions import code_actions
from nanproof.lsp.client import Client
from nanproof.lsp.diagnostics import to_diagnostics
from nanproof.lsp.documents import Documents, OpenDocument, document_key
from nanproof.lsp.encoding import to_offset
from nanproof.lsp.engine import Engines, MakeEngine, load_engine
from nanproof.lsp.hover import to_hover
from nanproof.lsp.protocol import Protocol
from nanproof.lsp.settings import preferences_of
from nanproof.lsp.worker import Worker
from nanproof.source.reader import DiskReader, OverlayReader

SECONDS_TO_HOVER = 5.0


class Server(LanguageServer):
    """The language server's state: all of it the event loop's, except the engines, which are the worker's."""

    protocol: Protocol

    def __init__(self, make_engine: MakeEngine = load_engine) -> None:
        super().__init__("nanproof", __version__, protocol_cls=Protocol)
        self.client = Client()
        self.documents = Documents()
        self.published: dict[str, Sequence[types.Diagnostic]] = {}
        self.engines = Engines(make_engine, OverlayReader(self.documents.texts, DiskReader()))
        self.worker = Worker()
        # pygls's own handlers keep a second copy of each text, which goes wrong: see documents.py.
        for feature in (
            types.TEXT_DOCUMENT_DID_OPEN,
            types.TEXT_DOCUMENT_DID_CHANGE,
            types.TEXT_DOCUMENT_DID_CLOSE,
        ):
            del self.protocol.fm.builtin_features[feature]
        _register(self)

    def log(self, message: str, kind: types.MessageType = types.MessageType.Error) -> None:
        """Write a sentence to the client's log."""
        self.window_log_message(types.LogMessageParams(kind, message))

    def report_server_error(self, error: Exception, source: Any) -> None:
        """Log what pygls could not handle, where it would raise a popup each time."""
        if source is not JsonRpcInternalError:  # that one says that nothing can be sent any more
            self.log(f"nanproof could not handle a message ({_name(error)}); it goes on with the next one.")

    def root_of(self, opened: OpenDocument) -> str | None:
        """Return the innermost workspace folder that holds a document."""
        path = PurePath(opened.document.path)
        return max(filter(path.is_relative_to, self.folders()), key=len, default=None)

    def folders(self) -> list[str]:
        """Return the workspace folders, or the one root of clients that know no folders."""
        named = [folder.uri for folder in self.workspace.folders.values()]
        folder_uris = named or [self.workspace.root_uri or ""]
        return [folder for uri in folder_uris if (folder := uris.to_fs_path(uri))]


def _register(server: Server) -> None:
    server.feature(types.INITIALIZE)(_initialize)
    server.feature(types.INITIALIZED)(_initialized)
    server.feature(types.SHUTDOWN)(_shutdown)
    server.feature(types.TEXT_DOCUMENT_DID_OPEN)(_did_open)
    server.feature(types.TEXT_DOCUMENT_DID_CHANGE)(_did_change)
    server.feature(types.TEXT_DOCUMENT_DID_SAVE, types.SaveOptions(include_text=False))(_did_save)
    server.feature(types.TEXT_DOCUMENT_DID_CLOSE)(_did_close)
    server.feature(types.TEXT_DOCUMENT_HOVER)(_hover)
    server.feature(
        types.TEXT_DOCUMENT_CODE_ACTION,
        types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix, fix_all.KIND]),
    )(_code_action)


def _initialize(ls: Server, params: types.InitializeParams) -> None:
    ls.client = Client.of(params.capabilities)
    ls.engines.preferences = preferences_of(params.initialization_options)
    if params.process_id is not None:
        parent.watch(params.process_id)


def _initialized(ls: Server, _params: types.InitializedParams) -> None:
    """Load the analysis while the person still looks at the file."""
    ls.worker.submit("load", partial(ls.engines.of, next(iter(ls.folders()), None)))


def _shutdown(ls: Server, *_: object) -> None:
    ls.worker.stop()


def _did_open(ls: Server, params: types.DidOpenTextDocumentParams) -> None:
    _diagnose(ls, ls.documents.open(params.text_document))


def _did_change(ls: Server, params: types.DidChangeTextDocumentParams) -> None:
    changed = ls.documents.change(params, ls.client.encoding)
    if changed is not None:
        _diagnose(ls, changed)


def _did_save(ls: Server, params: types.DidSaveTextDocumentParams) -> None:
    """Look again at the other documents: what they say may rest on the saved one."""
    saved = ls.documents.get(params.text_document.uri)
    if saved is not None:
        ls.worker.submit(object(), partial(ls.engines.changed, saved.document.path))
    for opened in ls.documents:
        if opened is not saved:
            _diagnose(ls, opened, first=False)


def _did_close(ls: Server, params: types.DidCloseTextDocumentParams) -> None:
    closed = ls.documents.close(params.text_document.uri)
    if closed is not None:
        key = document_key(closed.uri)
        ls.worker.withdraw(key)
        ls.published.pop(key, None)
        ls.text_document_publish_diagnostics(types.PublishDiagnosticsParams(closed.uri, []))


def _diagnose(ls: Server, opened: OpenDocument, *, first: bool = True) -> None:
    root, client = ls.root_of(opened), ls.client
    open_uris = {document_key(other.uri): other.uri for other in ls.documents}

    def job() -> tuple[types.Diagnostic, ...]:
        return to_diagnostics(ls.engines.of(root).diagnose(opened.document), opened, open_uris, client)

    future = ls.worker.submit(document_key(opened.uri), job, first=first)
    loop = asyncio.get_running_loop()

    def deliver(done: Future[tuple[types.Diagnostic, ...]]) -> None:
        with suppress(RuntimeError):  # the loop is closed: the server is leaving
            loop.call_soon_threadsafe(_publish, ls, opened, done)

    future.add_done_callback(deliver)


def _publish(ls: Server, opened: OpenDocument, future: Future[tuple[types.Diagnostic, ...]]) -> None:
    """Send what was found, unless the text has changed since."""
    if future.cancelled() or ls.documents.get(opened.uri) is not opened:
        return
    error = future.exception()
    if error is not None:
        ls.log(f"nanproof could not analyse {opened.uri} ({_name(error)}); please report this.")
    found = future.result() if error is None else ()
    ls.published[document_key(opened.uri)] = found
    if not ls.client.returns_diagnostic_data:
        found = tuple(_without_data(diagnostic) for diagnostic in found)
    ls.text_document_publish_diagnostics(types.PublishDiagnosticsParams(opened.uri, found, opened.version))


def _without_data(diagnostic: types.Diagnostic) -> types.Diagnostic:
    return attrs.evolve(diagnostic, data=None)


async def _hover(ls: Server, params: types.HoverParams) -> types.Hover | None:
    opened, client = ls.documents.get(params.text_document.uri), ls.client
    if opened is None:
        return None
    document, root = opened.document, ls.root_of(opened)
    offset = to_offset(params.position, document.lines, client.encoding)

    def job() -> types.Hover | None:
        description = ls.engines.of(root).describe(document, offset)
        return to_hover(description, document.lines, client) if description else None

    future = ls.worker.submit(object(), job, first=True)
    try:
        hover = await asyncio.wait_for(asyncio.wrap_future(future), SECONDS_TO_HOVER)
    except asyncio.TimeoutError:
        return None
    except Exception as error:
        ls.log(f"nanproof could not explain a line of {opened.uri} ({_name(error)}); please report this.")
        return None
    return hover if ls.documents.get(opened.uri) is opened else None


def _code_action(ls: Server, params: types.CodeActionParams) -> list[types.CodeAction]:
    opened = ls.documents.get(params.text_document.uri)
    if opened is None:
        return []
    published = ls.published.get(document_key(opened.uri), ())
    return code_actions(params, opened.version, published, ls.client)


def _name(error: BaseException) -> str:
    """Say in a few words what went wrong and where in nanproof."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f" in {PurePath(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    text = f": {error}" if str(error) else ""
    return f"{type(error).__name__}{text}{place}"
