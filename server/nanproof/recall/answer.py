"""What was found in one scope of a text, what that was read from, and whether it still holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from nanproof.fixes.diagnosis import Diagnosis
from nanproof.names.bindings import Bindings
from nanproof.names.modules import Modules
from nanproof.names.pieces import Owner
from nanproof.names.trail import Trail
from nanproof.recall.change import Change
from nanproof.recall.moved import moved as moved_diagnosis
from nanproof.source.document import Document
from nanproof.source.span import Span

# The scope of all that stands in no function, among the indices of pieces, which name the others.
OUTSIDE = -1


@dataclass(frozen=True, slots=True)
class Sources:
    """What an answer was read from in its own document: pieces, bodies of classes, what was looked up."""

    pieces: frozenset[int]
    owners: frozenset[Owner]
    names: frozenset[bytes]
    members: frozenset[tuple[Owner, bytes]]
    calls: frozenset[bytes]
    attributes: frozenset[str]
    words: frozenset[bytes]

    @classmethod
    def of(cls, trail: Trail, scope: int, bindings: Bindings) -> Sources:
        """Read the sources of a scope's answer from its trail."""
        read = frozenset((scope, *(bindings.piece_at(offset) for offset in trail.offsets))) - {OUTSIDE}
        statements = (bindings.pieces[index] for index in read)
        owners = {each.owner for each in statements if each.function is None and each.owner is not None}
        members = {
            (owner, name.encode())
            for start, name in trail.members
            if (owner := bindings.pieces[bindings.piece_at(start)].owner) is not None
        }
        return cls(
            read,
            frozenset(owners | {owner for owner, _ in members}),
            frozenset(name.encode() for name in trail.names),
            frozenset(members),
            frozenset(name.encode() for name in trail.calls),
            frozenset(trail.attributes),
            frozenset(word.encode() for word in trail.words),
        )

    def are_unchanged(self, change: Change) -> bool:
        """Say whether nothing that the answer was read from changed, and nothing came that it would have been."""
        return (
            not (change.has_imports or change.has_line_ends)
            and change.bound.isdisjoint(self.names)
            and change.members.isdisjoint(self.members)
            and change.called.isdisjoint(self.calls)
            and change.attributes.isdisjoint(self.attributes)
            and change.words.isdisjoint(self.words)
            and change.owners.isdisjoint(self.owners)
            and all(change.piece_now(index) is not None for index in self.pieces)
        )


@dataclass(frozen=True, slots=True)
class Answer:
    """The diagnoses of the sites of one scope; `cost` is the number of expressions that were evaluated for them."""

    sites: tuple[Span, ...]
    diagnoses: tuple[Diagnosis, ...]
    cost: int
    trail: Trail
    sources: Sources


@dataclass(frozen=True, slots=True)
class Version:
    """A version of a document, and what is known of its scopes, by their place among the pieces."""

    document: Document
    bindings: Bindings
    answers: Mapping[int, Answer]


def still_holds(answer: Answer, scope: int, change: Change, modules: Modules) -> bool:
    """Say whether what was found in a scope of the version before holds in the one after."""
    if scope == OUTSIDE and change.has_statements:
        return False
    if answer.trail.is_endless or not answer.sources.are_unchanged(change):
        return False
    if not all(change.finds_as_before(pattern, found) for pattern, found in answer.trail.matches.items()):
        return False
    return modules.follows_again(answer.trail)


def moved(answer: Answer, change: Change, before: Document, after: Document) -> Answer | None:
    """Return an answer as it reads in the version after, None where a place of it lies in what changed."""
    sites = tuple(filter(None, map(change.moved, answer.sites)))
    found = (moved_diagnosis(each, change, before, after) for each in answer.diagnoses)
    diagnoses = tuple(each for each in found if each is not None)
    if len(sites) < len(answer.sites) or len(diagnoses) < len(answer.diagnoses):
        return None
    pieces = frozenset(now for each in answer.sources.pieces if (now := change.piece_now(each)) is not None)
    sources = replace(answer.sources, pieces=pieces)
    return replace(answer, sites=sites, diagnoses=diagnoses, sources=sources)
