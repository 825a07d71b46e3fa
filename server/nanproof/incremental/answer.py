"""What was found in one piece of a text, what that was read from, and whether it still holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum, auto

from nanproof.findings.finding import Finding
from nanproof.fixes.diagnosis import Diagnosis
from nanproof.incremental.change import Change
from nanproof.incremental.moved import moved as moved_diagnosis
from nanproof.names.bindings import Bindings
from nanproof.names.dependencies import Dependencies
from nanproof.names.exports import Export
from nanproof.names.modules import Modules
from nanproof.names.pieces import Owner
from nanproof.source.span import Span


@dataclass(frozen=True, slots=True)
class Sources:
    """What an answer was read from in its own document: pieces, bodies of classes, what was looked up.

    `stretches` are first and last pieces of which all between was read.
    """

    pieces: frozenset[int]
    stretches: frozenset[tuple[int, int]]
    owners: frozenset[Owner]
    names: frozenset[str]
    members: frozenset[tuple[Owner, str]]
    calls: frozenset[bytes]
    attributes: frozenset[str]
    words: frozenset[bytes]

    @classmethod
    def of(cls, dependencies: Dependencies, piece: int, bindings: Bindings) -> Sources:
        """Read the sources of a piece's answer from its dependencies."""
        read = frozenset((piece, *(bindings.piece_at(offset) for offset in dependencies.offsets)))
        statements = (bindings.pieces[index] for index in read)
        owners = {each.owner for each in statements if each.function is None and each.owner is not None}
        members = {
            (owner, name)
            for start, name in dependencies.members
            if (owner := bindings.pieces[bindings.piece_at(start)].owner) is not None
        }
        return cls(
            read,
            frozenset((bindings.piece_at(first), bindings.piece_at(last)) for first, last in dependencies.stretches),
            frozenset(owners | {owner for owner, _ in members}),
            frozenset(dependencies.names),
            frozenset(members),
            frozenset(name.encode() for name in dependencies.calls),
            frozenset(dependencies.attributes),
            frozenset(word.encode() for word in dependencies.words),
        )

    def are_unchanged(self, change: Change) -> bool:
        """Say whether nothing that the answer was read from changed, and nothing came that it would have been."""
        if any(change.piece_now(index) is None for index in self.pieces) or self._moved_stretches(change) is None:
            return False
        return not (change.has_line_ends or any(map(self._heeds, change.exports)))

    def moved(self, change: Change) -> Sources:
        """Return the sources as they stand in the version after, where they are unchanged."""
        pieces = frozenset(now for each in self.pieces if (now := change.piece_now(each)) is not None)
        return replace(self, pieces=pieces, stretches=self._moved_stretches(change) or frozenset())

    def _moved_stretches(self, change: Change) -> frozenset[tuple[int, int]] | None:
        """Return where the stretches lie in the version after, None where something came or went between."""
        found = set()
        for first, last in self.stretches:
            now = change.piece_now(first), change.piece_now(last)
            if now[0] is None or now[1] is None or now[1] - now[0] != last - first:
                return None
            found.add((now[0], now[1]))
        return frozenset(found)

    def _heeds(self, export: Export) -> bool:
        """Say whether an answer of these sources may change with what a piece gives to the others."""
        return (
            export.has_import
            or not export.names.isdisjoint(self.names)
            or not export.members.isdisjoint(self.members)
            or not export.owners.isdisjoint(self.owners)
            or not export.attributes.isdisjoint(self.attributes)
            or not export.calls.isdisjoint(self.calls)
            or not export.words.isdisjoint(self.words)
        )


class Cut(Enum):
    """Where the budget of an examination ended: in the midst of a piece, or before it was its turn.

    Of a piece that had to wait, what was found in it before may be told meanwhile: it is `EARLIER`.
    """

    BEGUN = auto()
    WAITING = auto()
    EARLIER = auto()


@dataclass(frozen=True, slots=True)
class Answer:
    """The diagnoses of the sites of one piece; `cost` is the number of expressions that were evaluated for them.

    What comments `silenced` is known too: it says which comments are of use.
    One that was `cut` holds as long as its piece is the same: asking again would take as long again.
    """

    sites: tuple[Span, ...]
    diagnoses: tuple[Diagnosis, ...]
    cost: int
    dependencies: Dependencies
    sources: Sources
    cut: Cut | None = None
    silenced: tuple[Finding, ...] = ()


def cut_short(piece: int, sites: tuple[Span, ...], diagnoses: tuple[Diagnosis, ...], cut: Cut) -> Answer:
    """Return the answer of a piece for whose sites the budget was too small; `diagnoses` are those it sufficed for."""
    nothing = frozenset[str]()
    sources = Sources(
        frozenset({piece}), frozenset(), frozenset(), nothing, frozenset(), frozenset(), nothing, frozenset()
    )
    return Answer(sites, diagnoses, 0, Dependencies(), sources, cut)


@dataclass(frozen=True, slots=True)
class Version:
    """A version of a document, and what is known of its pieces, by their index."""

    bindings: Bindings
    answers: Mapping[int, Answer]


def still_holds(answer: Answer, change: Change, modules: Modules) -> bool:
    """Say whether what was found in a piece of the version before holds in the one after."""
    if answer.dependencies.is_endless or not answer.sources.are_unchanged(change):
        return False
    if not all(change.finds_as_before(pattern, found) for pattern, found in answer.dependencies.matches.items()):
        return False
    if not all(change.finds_all_as_before(*each) for each in answer.dependencies.all_matches.items()):
        return False
    return modules.follows_again(answer.dependencies)


def moved(answer: Answer, change: Change) -> Answer | None:
    """Return an answer as it reads in the version after, None where a place of it lies in what changed."""
    sites = tuple(filter(None, map(change.moved, answer.sites)))
    silent = (Diagnosis(finding, ()) for finding in answer.silenced)
    found, quiet = ([moved_diagnosis(each, change) for each in group] for group in (answer.diagnoses, silent))
    diagnoses = tuple(each for each in found if each is not None)
    silenced = tuple(each.finding for each in quiet if each is not None)
    if len(sites) < len(answer.sites) or None in found or None in quiet:
        return None
    sources = answer.sources.moved(change)
    return replace(answer, sites=sites, diagnoses=diagnoses, silenced=silenced, sources=sources)
