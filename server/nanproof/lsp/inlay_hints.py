"""Inlay hints: behind the operand of each finding the values that it takes, `log(y: [0, 1])`. Off unless wished.

They are made of what the examinations found, so asking costs nothing. Of a text that is being looked at the answer
waits for a moment; one that came too early is made good by asking the client to ask again.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any, Protocol

from lsprotocol import types

from nanproof.lsp.client import Client
from nanproof.lsp.documents import Documents, OpenDocument, document_key
from nanproof.lsp.hover import marked
from nanproof.lsp.notebooks import Notebooks, OpenNotebook
from nanproof.lsp.refresh import Refresh
from nanproof.lsp.wire import Report, Step, Stretch
from nanproof.source.quoting import code
from nanproof.values.interval import EVERYTHING, shown

# An editor asks with each scroll, and shows the text meanwhile.
SECONDS_TO_HINT = 1.0
_SAY_NOTHING = ("", shown(EVERYTHING))


class Session(Protocol):
    """What is needed of the server."""

    client: Client
    documents: Documents
    notebooks: Notebooks

    def located(self, path: str, stretch: Stretch) -> types.Location:
        """Return the client's name for a place in a file."""
        ...

    def workspace_inlay_hint_refresh_async(self, params: None) -> Any:
        """Have the client ask again for what it was answered."""
        ...


@dataclass(frozen=True, slots=True)
class _Known:
    """What was found in a document at one version."""

    opened: OpenDocument
    reports: Sequence[Report]


class InlayHints:
    """What was found last in each open document, and what the client was answered last."""

    def __init__(self, session: Session) -> None:
        self._ls = session
        self._known: dict[str, _Known] = {}
        self._answered: dict[str, _Known] = {}
        self._news = asyncio.Event()
        self._refresh = Refresh(session.workspace_inlay_hint_refresh_async)

    def tell(self, opened: OpenDocument, reports: Sequence[Report]) -> None:
        """Take note of what was found in a document as it is now."""
        key = document_key(opened.uri)
        self._known[key] = known = _Known(opened, reports)
        answered = self._answered.get(key)
        if answered is not None and answered.opened is opened and answered != known:
            del self._answered[key]
            if self._ls.client.refreshes_hints:
                self._refresh.want()
        self._news.set()  # whoever waits goes on
        self._news.clear()

    def forget(self, uri: str) -> None:
        """Forget a document that is open no more."""
        self._known.pop(document_key(uri), None)
        self._answered.pop(document_key(uri), None)

    async def asked(self, params: types.InlayHintParams) -> list[types.InlayHint]:
        """Return the hints of a range; none of a text that was not looked at in time."""
        uri = params.text_document.uri
        notebook = self._ls.notebooks.of_cell(uri)
        opened = notebook.program if notebook is not None else self._ls.documents.get(uri)
        if opened is None:
            return []
        uri = uri if notebook is not None else opened.uri
        with suppress(asyncio.TimeoutError):
            await asyncio.wait_for(self._looked_at(opened), SECONDS_TO_HINT)
        key = document_key(opened.uri)
        known = self._known.get(key)
        known = known if known is not None and known.opened is opened else _Known(opened, ())
        self._answered[key] = known
        return [hint for hint in self._hints(known, uri, notebook) if _is_in(hint.position, params.range)]

    async def _looked_at(self, opened: OpenDocument) -> None:
        """Wait until a text was looked at, or is another one: then nobody waits for it."""
        key = document_key(opened.uri)
        while self._ls.documents.get(opened.uri) is opened:
            known = self._known.get(key)
            if known is not None and known.opened is opened:
                return
            await self._news.wait()

    def _hints(self, known: _Known, uri: str, notebook: OpenNotebook | None) -> Iterator[types.InlayHint]:
        """Yield the hints of a document, or of one cell of a notebook."""
        for report in known.reports:
            location = self._ls.located(known.opened.document.path, report.operand)
            if report.value in _SAY_NOTHING or location.uri != uri:
                continue
            way = [
                f"- {self._where(step, uri, notebook)}: {step.message}"
                for step in report.way(known.opened.document.path)
            ]
            said = "\n".join((report.message.partition("\n")[0], *([""] if way else []), *way))
            yield types.InlayHint(
                location.range.end,
                f": {report.value}",
                types.InlayHintKind.Type,
                tooltip=marked(said, self._ls.client),
            )

    def _where(self, step: Step, uri: str, notebook: OpenNotebook | None) -> str:
        """Say where a step is: on a line of the same text, or of another cell or file."""
        location = self._ls.located(step.path, step.stretch)
        line = f"line {location.range.start.line + 1}"
        if location.uri == uri:
            return line
        if notebook is not None and step.path == notebook.program.document.path:
            return f"cell {notebook.layout.cell_at(step.stretch.start.line).number}, {line}"
        return f"{code(PurePath(step.path).name)}, {line}"


def _is_in(place: types.Position, stretch: types.Range) -> bool:
    return stretch.start <= place <= stretch.end
