"""When which document is looked at, and what the client is told of it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future
from contextlib import suppress
from functools import partial
from typing import TypeVar

from lsprotocol import types

from nanproof.lsp.diagnostics import asked_for, not_asked_for, of_unseen, to_diagnostics
from nanproof.lsp.documents import OpenDocument, document_key
from nanproof.lsp.remote import FailedError, GoneError, LostError
from nanproof.lsp.session import Session
from nanproof.lsp.wire import Examined
from nanproof.lsp.worker import InterruptionError
from nanproof.source.reader import path_key
from nanproof.watchdog import stopped_after

# Other documents are looked at again when the typing pauses.
SECONDS_OF_A_PAUSE = 0.3
# What had to wait is looked at in so many more examinations, while nothing else is to be done: of 2, 4, 8 and 16 times
# what a file may take.
MOST_ROUNDS = 4

V = TypeVar("V")


class Examinations:
    """What is still to be looked at of each open document."""

    def __init__(self, session: Session) -> None:
        self._ls = session
        self._unfinished: set[str] = set()
        self._given_up: set[str] = set()
        self._tried_again: set[str] = set()
        self._rounds: dict[str, int] = {}
        self._changed_texts: set[str] = set()
        self._pause: asyncio.TimerHandle | None = None
        self._said_that_nobody_analyses = False
        session.questions.when_restarted = self.examine_all

    def examine_all(self) -> None:
        """Have all documents looked at again: what they say may rest on what nobody knows any more."""
        for opened in self._ls.documents:
            self.examine(opened, first=False)

    def examine(
        self,
        opened: OpenDocument,
        *,
        anew: bool = False,
        round_: int = 0,
        first: bool = True,
        hurries: bool = False,
    ) -> None:
        """Have a document looked at; `anew` also where a budget ended before, or the analyst; or in a later round.

        One that `hurries` is told of what changed at once, and of the rest a little later.
        """
        key = document_key(opened.uri)
        if anew:
            self._given_up.discard(key)
            self._tried_again.discard(key)
            self._rounds.pop(key, None)
        ls = self._ls
        if ls.configured.of(opened.document.path).leaves_out(opened.document.path):
            ls.questions.withdraw(opened.uri)
            ls.tell(opened, ())
        elif key not in self._given_up:
            hurries = hurries and ls.client.can_be_told_more
            future = ls.questions.examine(
                opened, ls.root_of(opened), anew=anew, round_=round_, first=first, hurries=hurries
            )
            _then(future, partial(self._examined, opened))
        elif ls.client.pulls_diagnostics:
            ls.tell(opened, ())  # who asked is not left without an answer

    def is_unfinished(self, opened: OpenDocument) -> bool:
        """Say whether some of a document was not looked at for want of time."""
        key = document_key(opened.uri)
        return key in self._unfinished or key in self._given_up

    def forget(self, uri: str) -> None:
        """Forget a document that is open no more, or whose text is lost."""
        key = document_key(uri)
        self._ls.questions.withdraw(uri)
        self._unfinished.discard(key)
        self._given_up.discard(key)
        self._tried_again.discard(key)
        self._rounds.pop(key, None)

    def texts_changed(self, path: str) -> None:
        """Have the documents looked at again, once the typing pauses, that rest on one whose text changed."""
        surveys = self._ls.configured.options.switches.surveys
        if not surveys and all(opened.document.path == path for opened in self._ls.documents):
            return  # there is no other
        self._changed_texts.add(path)
        if self._pause is not None:
            self._pause.cancel()
        self._pause = asyncio.get_running_loop().call_later(SECONDS_OF_A_PAUSE, self._after_a_pause)

    def _after_a_pause(self) -> None:
        changed, self._changed_texts = self._changed_texts, set()
        self._ls.changed(sorted(changed))
        self._look_again_at_what_rests_on(changed, written=False)

    def files_written(self, paths: Iterable[str]) -> None:
        """Have the documents looked at again that rest on files that were written, or are gone."""
        written = set(paths)
        self._ls.changed(sorted(written))
        self._look_again_at_what_rests_on(written, written=True)

    def _look_again_at_what_rests_on(self, paths: set[str], *, written: bool) -> None:
        if paths:
            _then(self._ls.questions.affected(sorted(paths), written=written), self._look_again)

    def _look_again(self, future: Future[Sequence[str]]) -> None:
        if future.cancelled() or future.exception() is not None:
            return  # the next change asks again
        self._ls.changed(future.result())
        affected = set(map(path_key, future.result()))
        for opened in self._ls.documents:
            if path_key(opened.document.path) in affected:
                self.examine(opened, first=False)

    def _examined(self, opened: OpenDocument, future: Future[tuple[OpenDocument, Examined] | None]) -> None:
        if future.cancelled():
            return
        match future.exception():
            case None:
                result = future.result()
                if result is not None:
                    self._publish(*result)
            case LostError() as lost:
                self._lost(opened, lost)
            case FailedError() as failure:
                self._ls.log(f"nanproof could not analyse {opened.uri} ({failure}); please report this.")
                self._publish(opened, Examined(()))
            case GoneError():
                self._say_once_that_nobody_analyses()
            case InterruptionError():
                pass  # a newer version is being looked at, or the document is closed
            case error:
                raise error

    def _publish(self, opened: OpenDocument, examined: Examined) -> None:
        """Send what was found, unless the text has changed since, or the document is left out by now."""
        ls, key = self._ls, document_key(opened.uri)
        path = opened.document.path
        if ls.documents.get(opened.uri) is not opened or ls.configured.of(path).leaves_out(path):
            return
        configuration = ls.configured.of(path)
        selection = configuration.selection(path)
        asked, untold = asked_for(examined.reports, selection), not_asked_for(examined.reports, selection)
        reports, known = ls.configured.known.parted(asked, path, configuration, ls.root_of(opened))
        untold += known
        found = to_diagnostics(reports, path, ls.located, partial(ls.proposed, opened), ls.client)
        if examined.is_provisional:
            ls.tell(opened, found, reports, untold)
            self.examine(opened, first=False)
            return
        goes_on = examined.may_go_on and self._rounds.get(key, 0) < MOST_ROUNDS
        if not goes_on:
            found += of_unseen(examined.unseen, ls.configured.settings(path).limits)
            self._note_unseen(opened, key, examined)
        if not goes_on or ls.client.can_be_told_more:
            ls.tell(opened, found, reports, untold)
        self._rounds[key] = self._rounds.get(key, 0) + 1 if goes_on else 0
        if goes_on:
            self.examine(opened, round_=self._rounds[key], first=False)

    def _note_unseen(self, opened: OpenDocument, key: str, examined: Examined) -> None:
        if not examined.unseen:
            self._unfinished.discard(key)
        elif key not in self._unfinished:
            self._unfinished.add(key)
            limits = self._ls.configured.settings(opened.document.path).limits
            self._ls.log(
                f"{stopped_after(limits, examined.unseen)} in {opened.uri}. Saving the file tries "
                "again; secondsPerFile among the initialization options allows more.",
                types.MessageType.Warning,
            )

    def _lost(self, opened: OpenDocument, lost: LostError) -> None:
        """Try once more where somebody else may have ended the analysis."""
        key, current = document_key(opened.uri), self._ls.documents.get(opened.uri)
        if lost.early and current is not None and key not in self._tried_again:
            self._tried_again.add(key)
            self.examine(current)
        else:
            self._give_up(opened)

    def _give_up(self, opened: OpenDocument) -> None:
        """Leave a document alone whose analysis had to be ended from outside: it would have to be, each time."""
        current = self._ls.documents.get(opened.uri)
        if current is None:
            return
        self._given_up.add(document_key(opened.uri))
        self._ls.log(
            f"nanproof had to break off its analysis of {opened.uri} and does not try it again until the file is "
            "saved; please report this, if you can with the file."
        )
        self._ls.tell(current, ())

    def _say_once_that_nobody_analyses(self) -> None:
        if not self._said_that_nobody_analyses:
            self._said_that_nobody_analyses = True
            self._ls.log("nanproof's analysis ended at once each time that it was started. Saving a file tries again.")
        for each in self._ls.documents:
            self._given_up.add(document_key(each.uri))
            self._ls.tell(each, ())


def _then(future: Future[V], deliver: Callable[[Future[V]], None]) -> None:
    """Have a future's outcome delivered on the event loop."""
    loop = asyncio.get_running_loop()

    def hand_over(done: Future[V]) -> None:
        with suppress(RuntimeError):  # the loop is closed: the server is leaving
            loop.call_soon_threadsafe(deliver, done)

    future.add_done_callback(hand_over)
