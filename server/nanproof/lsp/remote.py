"""The server's end of the pipes to its analyst: starts it, asks it, and starts another when it is gone."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterable
from contextlib import suppress
from threading import Lock
from typing import IO

from nanproof.lsp.documents import OpenDocument, document_key
from nanproof.lsp.wire import (
    Answer,
    Asked,
    Closed,
    Edited,
    Interrupt,
    Load,
    News,
    Question,
    Terms,
    Value,
    Whole,
    read,
    write,
)
from nanproof.source.common_ends import agreeing_at_end, agreeing_at_start
from nanproof.source.document import decode
from nanproof.source.span import Span, TextEdit

# The workspace must not lend its modules: in isolated mode neither the working directory nor the environment adds to
# Python's path, which is the server's own.
_PROGRAM = "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from nanproof.lsp.analyst import main; main()"
_NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)
MOST_FAILED_STARTS = 3
# Less than any text is given before the analyst is ended.
EARLY_SECONDS = 3.0


class WithdrawnError(Exception):
    """The question was interrupted."""


class FailedError(Exception):
    """nanproof itself failed on the question; its text says where."""


class LostError(Exception):
    """The analyst ended while it was asked. One that ended `early` was not ended for taking too much time."""

    def __init__(self, *, early: bool) -> None:
        super().__init__()
        self.early = early


class GoneError(Exception):
    """No analyst can be started: several ended before they answered anything."""


class Remote:
    """The analyst's process. One thread asks; any may interrupt."""

    def __init__(self, factory: str, folder: str | None = None) -> None:
        """Prepare an analyst that runs in a folder, in the server's if in none; the factory makes its engines."""
        self._factory = factory
        self._folder = folder
        self._process: subprocess.Popen[bytes] | None = None
        self._sent: dict[str, OpenDocument] = {}
        self._number = 0
        self._failed_starts = 0
        self.starts = 0
        self._writing = Lock()
        self._unwanted = 0
        self._is_stopped = False

    def start(self) -> None:
        """Start the analyst, which loads while nobody waits."""
        path = json.dumps([os.path.abspath(each) for each in sys.path])  # noqa: PTH100 - an entry need be no path
        flags = ["-I", *(["-B"] if sys.dont_write_bytecode else [])]
        self._process = subprocess.Popen(
            [sys.executable, *flags, "-c", _PROGRAM, path, self._factory],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            creationflags=_NO_WINDOW,
            cwd=self._folder,
        )
        self.starts += 1
        self._sent.clear()

    def ask(self, documents: Iterable[OpenDocument], asked: Asked, terms: Terms) -> Value:
        """Return the answer to a question, for the open documents as they are.

        Raises WithdrawnError, FailedError, LostError or GoneError.
        """
        if self._is_stopped:
            raise WithdrawnError
        if self._process is None or self._process.poll() is not None:
            self._begin(terms)
        return self._asked(documents, asked, terms)

    def forgive(self) -> None:
        """Try again to start an analyst, however many ended at once."""
        self._failed_starts = 0

    def _begin(self, terms: Terms) -> None:
        """Start an analyst in the place of one that is gone, and see that it answers."""
        self._end()
        if self._failed_starts >= MOST_FAILED_STARTS:
            raise GoneError
        self.start()
        try:
            self._asked((), Load(None), terms)
        except LostError:
            self._failed_starts += 1
            raise
        self._failed_starts = 0

    def _asked(self, documents: Iterable[OpenDocument], asked: Asked, terms: Terms) -> Value:
        asked_at = time.monotonic()
        question = Question(self._number + 1, self._news(documents), asked, terms)
        try:
            answer = self._answered(question)
        except (EOFError, OSError, ValueError):
            if self._is_stopped:
                raise WithdrawnError from None
            self._end()
            raise LostError(early=time.monotonic() - asked_at < EARLY_SECONDS) from None
        if answer.failure:
            raise FailedError(answer.failure)
        if answer.was_withdrawn:
            raise WithdrawnError
        return answer.value

    def _answered(self, question: Question) -> Answer:
        process = self._process
        if process is None or process.stdin is None or process.stdout is None:
            raise EOFError
        with self._writing:
            self._number = question.number
            write(process.stdin, question)
        if self._unwanted == question.number:
            self._send_interrupt(question.number)
        answer = read(process.stdout)
        if not isinstance(answer, Answer) or answer.number != question.number:
            raise EOFError
        return answer

    def interrupt(self) -> None:
        """Say that nobody waits for the answer to the question that is being asked. Never waits itself."""
        self._unwanted = self._number
        self._send_interrupt(self._number)

    def _send_interrupt(self, number: int) -> None:
        process = self._process
        if process is None or process.stdin is None or not self._writing.acquire(blocking=False):
            return  # whoever is writing looks at what is unwanted afterwards
        try:
            write(process.stdin, Interrupt(number))
        except (OSError, ValueError):
            pass  # it is gone, which whoever waits for its answer finds out
        finally:
            self._writing.release()

    def stop(self) -> None:
        """End the analyst at once, whatever it does, and start no other."""
        self._is_stopped = True
        self._end()

    def _end(self) -> None:
        process, self._process = self._process, None
        self._sent.clear()
        if process is not None:
            process.kill()
            for stream in (process.stdin, process.stdout):
                if stream is not None:
                    _close(stream)
            process.wait()

    def _news(self, documents: Iterable[OpenDocument]) -> tuple[News, ...]:
        now = {document_key(each.uri): each for each in documents}
        closed = [Closed(key) for key in self._sent if key not in now]
        changed = [news for key, each in now.items() if (news := _told(key, each, self._sent.get(key))) is not None]
        self._sent = now
        return (*closed, *changed)


def _close(stream: IO[bytes]) -> None:
    with suppress(OSError):  # what was still to be written has nobody to read it
        stream.close()


def _told(key: str, now: OpenDocument, before: OpenDocument | None) -> News | None:
    """Return what is to be told of a document that was told of before, or was not."""
    if before is None:
        return Whole(key, now.document.path, now.document.data)
    if now.document is before.document or now.document.data == before.document.data:
        return None
    return Edited(key, difference(before.document.data, now.document.data))


def difference(before: bytes, after: bytes) -> TextEdit:
    """Return the one edit that makes a text of another: all between their common beginning and end.

    It begins and ends between characters, so that what is put in is text.
    """
    start = agreeing_at_start(before, after, min(len(before), len(after)))
    while start and start < max(len(before), len(after)) and _is_inside(before, after, start):
        start -= 1
    most = min(len(before), len(after)) - start
    tail = agreeing_at_end(before, after, most)
    while tail and _is_inside(before, after, len(before) - tail, len(after) - tail):
        tail -= 1
    return TextEdit(Span(start, len(before) - tail), decode(after[start : len(after) - tail]))


def _is_inside(before: bytes, after: bytes, start: int, other: int | None = None) -> bool:
    """Say whether a byte of either text at an offset continues a character."""
    places = ((before, start), (after, start if other is None else other))
    return any(offset < len(text) and text[offset] & 0xC0 == 0x80 for text, offset in places)
