"""What the server asks its analyst, and how long it waits for which answer."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from functools import partial
from typing import TypeVar

from nanproof.configuration.selection import Selection
from nanproof.lsp.documents import Documents, OpenDocument, document_key
from nanproof.lsp.remote import FailedError, GoneError, LostError, Remote, WithdrawnError
from nanproof.lsp.settings import Settings
from nanproof.lsp.wire import (
    Affected,
    Asked,
    Describe,
    Described,
    Examine,
    Examined,
    ExamineFile,
    Files,
    Load,
    Mend,
    Mended,
    Terms,
    Value,
    Write,
)
from nanproof.lsp.worker import InterruptionError, Worker
from nanproof.source.positions import Encoding

# A hover is waited for as long as a person would; where something else is computed, as long as nobody feels.
SECONDS_TO_HOVER = 1.0
SECONDS_TO_HOVER_MEANWHILE = 0.03
# Who asks for a report has clicked.
SECONDS_TO_WRITE = 5.0

V = TypeVar("V")


class Questions:
    """The questions that wait and the one that is asked. All but the asking is the event loop's."""

    def __init__(self, engine: str, documents: Documents) -> None:
        self._documents = documents
        self._encoding = Terms().encoding
        self._settings: Callable[[str], Settings] = _usual
        self._remote = Remote(engine)
        self._worker = Worker(self._remote.interrupt)
        self._loop: asyncio.AbstractEventLoop | None = None
        self.when_restarted: Callable[[], None] = _nothing
        """Called on the event loop when an analyst was started in the place of another: it remembers nothing."""

    def begin(self, encoding: Encoding, settings: Callable[[str], Settings]) -> None:
        """Count as the client does from now on; `settings` says what is wished of the document at a path."""
        self._encoding = encoding
        self._settings = settings
        self._loop = asyncio.get_running_loop()

    @property
    def starts(self) -> int:
        """How often an analyst was started."""
        return self._remote.starts

    def load(self, root: str | None) -> None:
        """Have the analysis loaded before it is needed."""
        self._worker.submit("load", partial(self._ask, Load(root)))

    def examine(
        self,
        opened: OpenDocument,
        root: str | None,
        *,
        anew: bool = False,
        round_: int = 0,
        first: bool = True,
        hurries: bool = False,
    ) -> Future[tuple[OpenDocument, Examined] | None]:
        """Ask for the findings of a document as it is when it is its turn; None when it is closed by then."""
        key = document_key(opened.uri)
        if anew:
            self._remote.forgive()

        def job() -> tuple[OpenDocument, Examined] | None:
            now = self._documents.get(opened.uri)
            value = self._ask(Examine(root, key, anew, round_, hurries), now) if now is not None else None
            return (now, value) if now is not None and isinstance(value, Examined) else None

        return self._worker.submit(key, job, first=first)

    def files(self, roots: Sequence[str]) -> Future[Sequence[str]]:
        """Ask which Python files there are in some folders."""

        def job() -> Sequence[str]:
            value = self._ask(Files(tuple(roots)))
            return value if isinstance(value, tuple) else ()

        return self._worker.submit(object(), job)

    def examine_file(self, path: str, root: str | None) -> Future[Examined]:
        """Ask for the findings of a file that is not open, as soon as there is nothing else to do."""

        def job() -> Examined:
            value = self._ask(ExamineFile(root, path), path=path)
            return value if isinstance(value, Examined) else Examined(())

        return self._worker.submit(("file", path, object()), job, is_idle=True)

    def mend(
        self,
        path: str,
        root: str | None,
        opened: OpenDocument | None,
        selection: Selection,
        borders: tuple[int, ...] | None = None,
    ) -> Future[Mended]:
        """Ask for all safe fixes of a file, or of an open document while it is as it is now."""
        key = document_key(opened.uri) if opened is not None else None
        asked = Mend(root, path, key, selection, borders)

        def job() -> Mended:
            is_current = opened is None or self._documents.get(opened.uri) is opened
            value = self._ask(asked, path=path) if is_current else None
            return value if isinstance(value, Mended) else Mended()

        return self._worker.submit(("mend", path, object()), job, is_idle=True)

    def affected(self, paths: Sequence[str], *, written: bool) -> Future[Sequence[str]]:
        """Ask which documents rest on some files."""

        def job() -> Sequence[str]:
            value = self._ask(Affected(tuple(paths), written))
            return value if isinstance(value, tuple) else ()

        return self._worker.submit(("affected", written, tuple(paths)), job)

    async def describe(
        self, opened: OpenDocument, root: str | None, offset: int, log: Callable[[str], None]
    ) -> Described | None:
        """Ask what is known of a place; None where that is nothing, or not within the time that a person waits."""
        seconds = SECONDS_TO_HOVER if self._worker.is_free else SECONDS_TO_HOVER_MEANWHILE
        value = await self._answer_to(Describe(root, document_key(opened.uri), offset), opened, seconds, log)
        return value if isinstance(value, Described) else None

    async def write(self, opened: OpenDocument, asked: Write, log: Callable[[str], None]) -> str:
        """Ask for the report of a finding; nothing where there is none, or not within the time that a person waits."""
        value = await self._answer_to(asked, opened, SECONDS_TO_WRITE, log)
        return value if isinstance(value, str) else ""

    async def _answer_to(self, asked: Asked, opened: OpenDocument, seconds: float, log: Callable[[str], None]) -> Value:
        """Ask before all else, and wait so long for the answer."""

        def job() -> Value:
            return self._ask(asked, opened) if self._documents.get(opened.uri) is opened else None

        key = object()
        future = self._worker.submit(key, job, is_urgent=True)
        try:
            return await asyncio.wait_for(asyncio.wrap_future(future), seconds)
        except (asyncio.TimeoutError, InterruptionError, LostError, GoneError):
            self._worker.withdraw(key)
        except FailedError as failure:
            log(f"nanproof could not explain a line of {opened.uri} ({failure}); please report this.")
        return None

    def withdraw(self, uri: str) -> None:
        """Ask nothing more about a document."""
        self._worker.withdraw(document_key(uri))

    def stop(self) -> None:
        """Ask nothing more at all, and end the analyst."""
        self._worker.stop()
        self._remote.stop()

    def _ask(self, asked: Asked, opened: OpenDocument | None = None, path: str | None = None) -> Value:
        """Ask the analyst about the documents as they are. On the worker's thread.

        `opened` is the version that is asked about, which the client may have changed meanwhile, or `path` a file that
        is not open.
        """
        now = {document_key(each.uri): each for each in self._documents}
        if opened is not None:
            now[document_key(opened.uri)], path = opened, opened.document.path
        starts = self._remote.starts
        terms = Terms(self._encoding, self._settings(path) if path is not None else Settings())
        try:
            return self._remote.ask(now.values(), asked, terms)
        except WithdrawnError:
            raise InterruptionError from None
        finally:
            if 0 < starts < self._remote.starts and self._loop is not None:
                self._loop.call_soon_threadsafe(self.when_restarted)


def _usual(_: str) -> Settings:
    """Wish nothing."""
    return Settings()


def _nothing() -> None:
    """Do nothing."""
