"""The latest versions of the documents that are asked about again and again, as an editor does with each key."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from nanproof.fixes.diagnosis import Diagnosis
from nanproof.incremental.answer import Answer, Cut, Version, moved, still_holds
from nanproof.incremental.change import Change
from nanproof.names.bindings import Bindings
from nanproof.names.modules import Modules
from nanproof.source.span import Span

MOST_DOCUMENTS = 100


class Memory:
    """What is known of the latest version of each document, and of its latest one without syntax errors.

    While a line is typed, a bracket that is still open may hide all functions below it from the parser.
    """

    def __init__(self, most: int = MOST_DOCUMENTS) -> None:
        """Remember so many documents at most, those that were asked about last."""
        self._most = most
        self._versions: OrderedDict[str, tuple[Version, ...]] = OrderedDict()

    def keep(self, version: Version, *, is_whole: bool) -> None:
        """Remember a version of a document; one that is not `is_whole` lacks answers that those before it have."""
        path = version.bindings.document.path
        before = self._versions.pop(path, ())
        if is_whole:
            sound = [each for each in before if not _has_error(each.bindings)]
            is_enough = not sound or not _has_error(version.bindings)
            self._versions[path] = (version,) if is_enough else (version, *sound[:1])
        else:
            self._versions[path] = (version, *before[-2:])
        if len(self._versions) > self._most:
            self._versions.popitem(last=False)

    def forget_cuts(self, path: str) -> None:
        """Forget where a budget ended in a document."""
        held = self._versions.get(path)
        if held is not None:
            self._versions[path] = tuple(map(_without_cuts, held))

    def forget(self, path: str) -> None:
        """Forget a document."""
        self._versions.pop(path, None)

    def rest_on(
        self, paths: frozenset[str], among: Iterable[str], modules: Modules, *, written: bool
    ) -> tuple[str, ...]:
        """Return those of some documents of which an answer may change with some files, or nothing is remembered."""
        return tuple(
            path
            for path in among
            if path not in self._versions
            or any(_rests_on(each, paths - {path}, modules, written) for each in self._versions[path][:1])
        )

    def compared_with(self, bindings: Bindings, modules: Modules) -> Recollection:
        """Return what earlier versions of a document tell of this one."""
        versions = self._versions.get(bindings.document.path, ())
        changes = tuple((each, Change.between(each.bindings, bindings)) for each in versions)
        return Recollection(modules, changes)


class Recollection:
    """What is remembered of a document's earlier versions, as it reads in this one."""

    def __init__(self, modules: Modules, changes: Sequence[tuple[Version, Change]]) -> None:
        self._modules = modules
        self._changes = changes

    def answer(
        self, piece: int, sites: tuple[Span, ...], budget: int, *, without_waiting: bool = False
    ) -> Answer | None:
        """Return what is known of a piece with certain sites, None where it must be looked at again.

        `budget` is how many evaluations it may have cost: with less it would have been cut short. An answer
        `without_waiting` is none that says that the piece had to wait.
        """

        def is_known(answer: Answer, change: Change) -> bool:
            if answer.cut is not None:
                return answer.cut is Cut.BEGUN or (answer.cut is Cut.WAITING and not without_waiting)
            return answer.cost <= budget and still_holds(answer, change, self._modules)

        return self._moved(piece, sites, is_known)

    def stood_before(self, piece: int) -> bool:
        """Say whether a piece is as it was in an earlier version."""
        return any(change.piece_before(piece) is not None for _, change in self._changes)

    def earlier(self, piece: int, sites: tuple[Span, ...], least: int) -> Answer | None:
        """Return what was known of a piece that is as it was, though what it rests on may have changed.

        Of one that cost so many evaluations at `least`. Without the fixes: those are known to work only where what they
        rest on is as it was.
        """
        now = self._moved(piece, sites, lambda answer, _: answer.cut in (None, Cut.EARLIER) and answer.cost >= least)
        if now is None:
            return None
        return replace(now, diagnoses=tuple(Diagnosis(each.finding, ()) for each in now.diagnoses), cut=Cut.EARLIER)

    def _moved(self, piece: int, sites: tuple[Span, ...], counts: Callable[[Answer, Change], bool]) -> Answer | None:
        """Return the first answer that counts, of a piece that is as it was, as it reads now with certain sites."""
        for version, change in self._changes:
            before = change.piece_before(piece)
            answer = version.answers.get(before) if before is not None else None
            now = moved(answer, change) if answer is not None and counts(answer, change) else None
            if now is not None and now.sites == sites:
                return now
        return None


def _has_error(bindings: Bindings) -> bool:
    return bindings.document.has_error


def _without_cuts(version: Version) -> Version:
    return Version(version.bindings, {piece: each for piece, each in version.answers.items() if each.cut is None})


def _rests_on(version: Version, paths: frozenset[str], modules: Modules, written: bool) -> bool:
    if not paths:
        return False
    found = [answer.dependencies for answer in version.answers.values()]
    if written and any(dependencies.is_endless for dependencies in found):
        return True
    return any(modules.may_lead_to(dependencies, paths) for dependencies in found)
