"""What there is to say of all files of a workspace, for clients that ask for it (`workspaceDiagnostics`).

A client asks again as soon as it was answered. So a question of which nothing has changed is left open until a file
changes, on the disk or in an editor, or one that it rests on.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import PurePath
from typing import Any, Protocol

from lsprotocol import types
from pygls.exceptions import JsonRpcRequestCancelled

from nanproof.lsp.client import Client
from nanproof.lsp.configured import Configured
from nanproof.lsp.diagnostics import asked_for, sendable, to_diagnostics
from nanproof.lsp.documents import Documents, document_key
from nanproof.lsp.notebooks import Notebooks
from nanproof.lsp.proposal import propose
from nanproof.lsp.questions import Questions
from nanproof.lsp.remote import FailedError, GoneError, LostError
from nanproof.lsp.told import ServerCancelled, Told
from nanproof.lsp.uri import innermost, to_uri
from nanproof.lsp.wire import Examined, Stretch
from nanproof.lsp.worker import InterruptionError
from nanproof.source.reader import path_key

# The version of a text that no editor holds.
ON_DISK = 0
FAILURES = (FailedError, LostError, GoneError, InterruptionError)
Report = types.WorkspaceFullDocumentDiagnosticReport | types.WorkspaceUnchangedDocumentDiagnosticReport


class Session(Protocol):
    """What is needed of the server."""

    client: Client
    configured: Configured
    documents: Documents
    notebooks: Notebooks
    questions: Questions
    told: Told

    @property
    def work_done_progress(self) -> Any:
        """Where the client is told how far the work is."""
        ...

    @property
    def protocol(self) -> Any:
        """Where parts of an answer are sent."""
        ...

    def folders(self) -> list[str]:
        """Return the workspace folders."""
        ...

    def located(self, path: str, stretch: Stretch) -> types.Location:
        """Return the client's name for a place in a file."""
        ...


@dataclass(frozen=True, slots=True)
class Surveyed:
    """What was found in a file, under the id of that result."""

    path: str
    found: Sequence[types.Diagnostic]
    result_id: str


class Surveys:
    """What is known of the files that are not open."""

    def __init__(self, session: Session) -> None:
        self._ls = session
        self._known: dict[str, Surveyed] = {}
        self._results = 0
        self._news = asyncio.Event()
        self._is_halted = False

    def outdate(self, paths: Sequence[str]) -> None:
        """Take note that files changed, or something that they rest on."""
        for path in paths:
            self._known.pop(path_key(path), None)
        if paths:
            self._news.set()

    def forget(self) -> None:
        """Look at all files anew when they are asked for next."""
        self._known.clear()

    async def asked(self, params: types.WorkspaceDiagnosticParams) -> types.WorkspaceDiagnosticReport:
        """Answer with what has changed since the client was answered last, as soon as something has."""
        before = {document_key(each.uri): each for each in params.previous_result_ids}
        token = params.partial_result_token
        if self._is_halted:
            await self._news.wait()
        while True:
            self._is_halted = False
            self._news.clear()
            reports: list[Report] = []
            has_news = False
            async for report in self._reports(before, params.work_done_token):
                has_news |= isinstance(report, types.WorkspaceFullDocumentDiagnosticReport)
                if token is None:
                    reports.append(report)
                else:
                    part = types.WorkspaceDiagnosticReportPartialResult([report])
                    self._ls.protocol.notify(types.PROGRESS, types.ProgressParams(token, part))
            if has_news:
                return types.WorkspaceDiagnosticReport(reports)
            await self._news.wait()

    async def _reports(
        self, before: Mapping[str, types.PreviousResultId], token: types.ProgressToken | None
    ) -> AsyncIterator[Report]:
        seen: set[str] = set()
        async for each in self.survey(token):
            seen.add(path_key(each.path))
            known = before.get(path_key(each.path))
            yield self._report(each, known.value if known is not None else None)
        for key, gone in before.items():
            # What is said of an open notebook stands in its cells.
            if key not in seen and (self._ls.documents.uri_of(key) is None or self._ls.notebooks.get(gone.uri)):
                yield types.WorkspaceFullDocumentDiagnosticReport(gone.uri, [])

    def _report(self, each: Surveyed, before: str | None) -> Report:
        uri = self._ls.documents.uri_of(path_key(each.path)) or to_uri(each.path)
        opened = self._ls.documents.get(uri)
        version = opened.version if opened is not None else None
        if each.result_id == before:
            return types.WorkspaceUnchangedDocumentDiagnosticReport(uri, each.result_id, version)
        found = sendable(each.found, self._ls.client)
        return types.WorkspaceFullDocumentDiagnosticReport(uri, found, version, result_id=each.result_id)

    async def survey(self, token: types.ProgressToken | None = None) -> AsyncIterator[Surveyed]:
        """Yield what is found in each file; of an open one, what the client was told of it.

        Raises JsonRpcRequestCancelled when the client cancels the progress: then nothing is begun before there is news.
        """
        progress = self._ls.work_done_progress
        try:
            paths = await asyncio.wrap_future(self._ls.questions.files(self._ls.folders()))
        except FAILURES:
            raise ServerCancelled(again=True) from None
        if token is not None:
            progress.begin(token, types.WorkDoneProgressBegin("nanproof", cancellable=True, percentage=0))
        try:
            for number, path in enumerate(paths):
                if token is not None:
                    if progress.tokens[token].cancelled():
                        self._is_halted = True
                        raise JsonRpcRequestCancelled
                    share = types.WorkDoneProgressReport(
                        message=PurePath(path).name, percentage=100 * number // len(paths)
                    )
                    progress.report(token, share)
                found = await self._surveyed(path)
                if found is not None:
                    yield found
        finally:
            if token is not None:
                progress.end(token, types.WorkDoneProgressEnd())
                progress.tokens.pop(token, None)

    async def _surveyed(self, path: str) -> Surveyed | None:
        uri = self._ls.documents.uri_of(path_key(path))
        if uri is not None:
            known = self._ls.told.known(uri)
            return Surveyed(path, known[1], f"open {known[0]}") if known is not None else None
        held = self._known.get(path_key(path))
        if held is not None:
            return held
        configuration = self._ls.configured.of(path)
        if configuration.leaves_out(path):
            return None
        root = innermost(self._ls.folders(), PurePath(path))
        try:
            examined = await asyncio.wrap_future(self._ls.questions.examine_file(path, root))
        except FAILURES:  # one file must not cost the others their findings
            examined = Examined(())
        asked = asked_for(examined.reports, configuration.selection(path))
        reports, _ = self._ls.configured.known.parted(asked, path, configuration, root)
        found = to_diagnostics(reports, path, self._ls.located, partial(propose, version=ON_DISK), self._ls.client)
        self._results += 1
        self._known[path_key(path)] = surveyed = Surveyed(path, found, str(self._results))
        return surveyed
