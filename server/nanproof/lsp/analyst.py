"""The analyst: the process beside the server that analyses, and that may be ended at any moment.

The server answers its client whatever a text does to the analysis: a loop without end, a pattern that holds Python's
lock, a stack that overflows end this process at most. It reads questions from its standard input and writes answers to
its standard output, one at a time; word that nobody waits for an answer overtakes, and ends the work on it.
"""

from __future__ import annotations

import faulthandler
import importlib
import os
import signal
import sys
import traceback
from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from pathlib import PurePath
from queue import SimpleQueue
from threading import Thread
from typing import BinaryIO, TypeAlias

from nanproof.files.discovery import discover
from nanproof.files.loading import Source, loaded
from nanproof.fixes.diagnosis import Diagnosis
from nanproof.fixes.fix import Preferences
from nanproof.lsp import mending, paper, report, searching
from nanproof.lsp.engine import Engines, MakeEngine
from nanproof.lsp.wire import (
    Affected,
    Answer,
    Closed,
    Describe,
    Edited,
    Examine,
    Examined,
    ExamineFile,
    Files,
    Interrupt,
    Load,
    Mend,
    Mended,
    News,
    Question,
    Search,
    Terms,
    Value,
    Whole,
    Write,
    read,
    write,
)
from nanproof.source.document import Document
from nanproof.source.reader import DiskReader, OverlayReader, path_key
from nanproof.watchdog import Limits, WatchedBudget, watchdog

# Code in C that never returns is ended with the process: after so many seconds, and so many times what a file may take.
SECONDS_OF_GRACE = 5.0
TIMES_THE_LIMIT = 10.0
# As many as are searched for callers.
MOST_ENTRIES = 50_000
# What is mended is looked at several times: that may take as long as a later round of an examination.
ROUNDS_TO_MEND = 2

# The engine that knows a file: of its folder, and for what is preferred there.
_Owner: TypeAlias = tuple[str | None, Preferences]


class Analyst:
    """The open documents as this process knows them, and the engines that are asked about them."""

    def __init__(self, make_engine: MakeEngine) -> None:
        self._documents: dict[str, Document] = {}
        self._texts: dict[str, bytes] = {}
        self._roots: dict[str, _Owner] = {}
        self._make_engine = make_engine
        self._reader = OverlayReader(self._texts, DiskReader())
        self._engines = Engines(make_engine, self._reader)
        # Files that are not open have engines of their own: they must not push out what is known of those that are.
        self._surveying = Engines(make_engine, self._reader)
        self._surveyed: dict[str, _Owner] = {}
        self._watchdog = watchdog()
        self._running: tuple[int, WatchedBudget] | None = None
        self._interrupted = -1

    def serve(self, questions: BinaryIO, answers: BinaryIO) -> None:
        """Answer questions until nobody asks any more."""
        waiting: SimpleQueue[Question] = SimpleQueue()
        Thread(target=self._listen, args=(questions, waiting), name="nanproof-questions", daemon=True).start()
        with open(os.devnull, "w") as nowhere:  # noqa: PTH123 - a descriptor is wanted
            while True:
                question = waiting.get()
                last = _last(question)
                faulthandler.dump_traceback_later(last, exit=True, file=nowhere)
                answer = self._answer(question)
                faulthandler.cancel_dump_traceback_later()
                write(answers, answer)

    def _listen(self, questions: BinaryIO, waiting: SimpleQueue[Question]) -> None:
        """Take in what the server says; leave when it is gone, whatever is being done."""
        try:
            while True:
                message = read(questions)
                if isinstance(message, Question):
                    waiting.put(message)
                elif isinstance(message, Interrupt):
                    self._interrupt(message.number)
        except (EOFError, OSError):
            os._exit(0)

    def _interrupt(self, number: int) -> None:
        self._interrupted = number
        running = self._running
        if running is not None and running[0] == number:
            running[1].withdraw()

    def _answer(self, question: Question) -> Answer:
        budget = self._watchdog.budget(_limits(question))
        self._running = (question.number, budget)
        if self._interrupted == question.number:
            budget.is_withdrawn = True
        try:
            self._take_in(question.news)
            value = self._value(question, budget)
        except Exception as error:  # a bug of ours in one text must not cost the others their findings
            return Answer(question.number, failure=_spoken(error))
        finally:
            self._running = None
        return Answer(question.number, value, was_withdrawn=budget.is_withdrawn)

    def _take_in(self, news: tuple[News, ...]) -> None:
        for each in news:
            match each:
                case Whole(key, path, data):
                    self._documents[key] = Document(path, data)
                case Edited(key, edit):
                    self._documents[key] = self._documents[key].changed([edit])
                case Closed(key):
                    path = self._documents.pop(key).path
                    self._roots.pop(key, None)
                    self._engines.forget(path)
                    self._texts.pop(path_key(path), None)
                    self._changed(path)
                    continue
            document = self._documents[key]
            self._texts[path_key(document.path)] = document.data
            self._changed(document.path)

    def _value(self, question: Question, budget: WatchedBudget) -> Value:
        encoding, preferences = question.terms.encoding, question.terms.settings.preferences
        match question.asked:
            case Load(root):
                self._engines.of(root)
                return None
            case Examine(root, key, anew, round_, hurries):
                engine, document = self._engines.of(root, preferences), self._documents[key]
                self._roots[key] = (root, preferences)
                if anew:
                    engine.forget_cuts(document.path)
                return report.examined(
                    engine.examine(document, budget, goes_on=round_ > 0, hurries=hurries), document, encoding
                )
            case Files(roots):
                return discover(roots, self._reader, MOST_ENTRIES).files
            case ExamineFile():
                return self._examine_file(question.asked, question.terms, budget)
            case Mend():
                return self._mend(question.asked, question.terms, budget)
            case Describe(root, key, offset):
                engine, document = self._engines.of(root, preferences), self._documents[key]
                found = budget.attempt(lambda: (engine.describe(document, offset),))
                description = found[0] if found is not None else None
                return report.described(description, document, encoding) if description is not None else None
            case Write(root, key):
                engine, document = self._engines.of(root, preferences), self._documents[key]
                return paper.written(engine.examine(document, budget).diagnoses, document, question.asked, encoding)
            case Search():
                return searching.searched(question.asked, self._texts, self._reader, self._make_engine, encoding)
            case Affected(paths, written):
                return self._affected(paths, budget, written=written)

    def _examine_file(self, asked: ExamineFile, terms: Terms, budget: WatchedBudget) -> Examined:
        path, source, preferences = asked.path, self._source(asked.path), terms.settings.preferences
        if source is None:
            self._surveyed.pop(path, None)
            return Examined(())
        self._surveyed[path] = (asked.root, preferences)
        engine, document = self._surveying.of(asked.root, preferences), Document.from_text(path, source.text)
        found = report.examined(engine.examine(document, budget), document, terms.encoding)
        if source.notebook is None:
            return found
        file = Document.from_text(path, source.data.decode("utf-8-sig"))
        return report.in_notebook(found, document, source.notebook, file, terms.encoding)

    def _mend(self, asked: Mend, terms: Terms, budget: WatchedBudget) -> Mended:
        engine = self._surveying.of(asked.root, terms.settings.preferences)

        def examine(document: Document) -> tuple[Diagnosis, ...]:
            return engine.examine(document, budget).diagnoses

        wish = mending.Wish(examine, asked.selection, terms.encoding)
        if asked.key is not None:
            mended = mending.of_document(self._documents[asked.key], asked.borders, wish)
        else:
            source = self._source(asked.path)
            mended = mending.of_file(asked.path, source, wish) if source is not None else Mended()
        return Mended() if budget.is_spent else mended  # what nobody looked at may still be there

    def _affected(self, paths: tuple[str, ...], budget: WatchedBudget, *, written: bool) -> tuple[str, ...]:
        """Return the documents and files that were examined and of which something may rest on one of some files."""
        for path in paths if written else ():
            self._changed(path, written=True)
        affected = budget.attempt(partial(self._resting_on, paths, written=written))
        # Where the time ended first, any of them may be affected: looked at again, each says so itself.
        if affected is not None:
            return affected
        return (*(self._documents[key].path for key in self._roots), *self._surveyed)

    def _resting_on(self, paths: tuple[str, ...], *, written: bool) -> tuple[str, ...]:
        opened = {self._documents[key].path: owner for key, owner in self._roots.items()}
        return tuple(
            path
            for engines, owners in ((self._engines, opened), (self._surveying, self._surveyed))
            for owner, among in _by_owner(owners).items()
            for path in engines.of(*owner).rest_on(paths, among, written=written)
        )

    def _source(self, path: str) -> Source | None:
        """Return what a file holds, where it can be checked."""
        data = self._reader.read(path)
        source = loaded(path, data) if data is not None else None
        return source if isinstance(source, Source) else None

    def _changed(self, path: str, *, written: bool = False) -> None:
        for engines in (self._engines, self._surveying):
            engines.changed(path, written=written)


def _by_owner(owners: Mapping[str, _Owner]) -> dict[_Owner, list[str]]:
    found: dict[_Owner, list[str]] = {}
    for path, owner in owners.items():
        found.setdefault(owner, []).append(path)
    return found


def _limits(question: Question) -> Limits:
    """Return what a question may cost."""
    limits, asked = question.terms.settings.limits, question.asked
    rounds = asked.round if isinstance(asked, Examine) else ROUNDS_TO_MEND if isinstance(asked, Mend) else 0
    return replace(limits, seconds=limits.seconds * 2**rounds)


def _last(question: Question) -> float:
    """Return after how many seconds this process is ended, whatever it does."""
    if isinstance(question.asked, Search):
        return searching.MOST_SECONDS  # who asked sees that it goes on, and can end it
    return SECONDS_OF_GRACE + TIMES_THE_LIMIT * _limits(question).seconds


def _spoken(error: BaseException) -> str:
    """Say in a few words what went wrong and where in nanproof."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f" in {PurePath(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    text = f": {error}" if str(error) else ""
    return f"{type(error).__name__}{text}{place}"


def main() -> None:
    """Serve the server that started this process; the one argument names what makes engines, as `module:name`."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the server's, whose end is the end of this process
    questions, answers = sys.stdin.buffer, os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    # A stray print must not break the pipe.
    os.dup2(sys.stderr.fileno() if sys.stderr is not None else os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    module, _, name = sys.argv[-1].partition(":")
    make_engine: MakeEngine = getattr(importlib.import_module(module), name)
    Analyst(make_engine).serve(questions, answers)
