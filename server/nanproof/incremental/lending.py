"""Which engine answers for a piece of a document: one of its own, or the one that answered for those before.

Of a text that nobody edits all pieces rest on the same, so that one engine finds out once what each of them asks. Where
people type, each piece has its own: so it is known what each of them rests on, and the others need not be asked again.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from nanproof.incremental.answer import Answer, Sources
from nanproof.infer.engine import Engine
from nanproof.names.bindings import Bindings
from nanproof.names.dependencies import Dependencies
from nanproof.source.document import Document

MakeEngine = Callable[[Document, int], Engine]


class Lender:
    """Hands out the engines that answer for the pieces of one document after the other."""

    def __init__(self, make: MakeEngine, *, is_one_for_all: bool) -> None:
        self._make = make
        self._is_one_for_all = is_one_for_all
        self._held: Engine | None = None
        self._document: Document | None = None
        self._read: dict[int, Dependencies] = {}

    def borrow(self, document: Document, spent: int) -> Engine:
        """Return an engine on whose document some evaluations were spent; it is given back, or was interrupted."""
        if document is not self._document:
            self._forget()
            self._document = document
        held, self._held = self._held, None
        if held is None:
            return self._make(document, spent)
        held.resume(spent)
        return held

    def give_back(self, engine: Engine) -> None:
        """Take an engine back that has answered."""
        if self._is_one_for_all:
            self._held = engine
            self._read[id(engine.dependencies)] = engine.dependencies

    def sources(self, engine: Engine, piece: int, bindings: Bindings) -> Sources:
        """Return what a piece's answer was read from; of one engine for all that is known when all have answered."""
        return Sources.nothing(piece) if self._is_one_for_all else Sources.of(engine.dependencies, piece, bindings)

    def settled(self, answers: Mapping[int, Answer], bindings: Bindings) -> dict[int, Answer]:
        """Return the answers of a document, each with what it was read from, and forget its engines."""
        read = {key: Sources.of(each, 0, bindings) for key, each in self._read.items()}
        self._forget()
        return {piece: _with(each, piece, read.get(id(each.dependencies))) for piece, each in answers.items()}

    def _forget(self) -> None:
        self._held, self._document, self._read = None, None, {}


def _with(answer: Answer, piece: int, read: Sources | None) -> Answer:
    return replace(answer, sources=replace(read, pieces=read.pieces | {piece})) if read is not None else answer
