"""What a piece of a text exports to the others: the names it binds, what it sets, what it calls, what it mentions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nanproof.names.binding import Binding, Binds, attribute_binding_at, binding_at
from nanproof.names.bindings import Bindings, may_bind
from nanproof.names.pieces import Owner, Piece

# Wider than Python's words: every byte beyond ASCII belongs to one, as in the names of other alphabets.
_LETTERS = rb"[\w\x80-\xff]"
_WORD = re.compile(_LETTERS + rb"+")
_CALLED = re.compile(rb"(?<!def )(?<!" + _LETTERS + rb")(" + _LETTERS + rb"+)[\s\\]*\(")
# What stands behind a dot; a line may end between them.
_ATTRIBUTE = re.compile(rb"\.[\s\\]*(" + _LETTERS + rb"+)")
_MOVES_OUTWARDS = re.compile(rb"\b(?:global|nonlocal)\b|:=")
# A statement that says something of the names in it, for those that follow.
_CONDITION = re.compile(rb"\s*(?:assert|if)\b|[\w.]*\bassert_")
_STAR_IMPORT = re.compile(rb"import[ \t(]+\*")


@dataclass(frozen=True, slots=True)
class Export:
    """What a piece gives to the others.

    `names` it binds in the module, or says something of; `members` are the methods of the classes, `owners` the classes
    to whose body it adds a statement; `attributes` it sets, of whatever object; `calls` are the words that it may call.
    """

    names: frozenset[str]
    members: frozenset[tuple[Owner, str]]
    owners: frozenset[Owner]
    attributes: frozenset[str]
    calls: frozenset[bytes]
    words: frozenset[bytes]
    has_import: bool


def exported(bindings: Bindings, piece: Piece) -> Export:
    """Return what a piece of a document gives to the others."""
    bound = tuple(_bound_in(bindings, piece))
    names = {binding.name for binding in bound}
    words = frozenset(_WORD.findall(piece.data))
    if piece.function is None and _CONDITION.match(piece.data):
        names |= {word.decode("utf-8", "replace") for word in words}
    owner = frozenset({piece.owner} if piece.owner is not None else ())
    return Export(
        frozenset(names if piece.owner is None or piece.is_head or _MOVES_OUTWARDS.search(piece.data) else ()),
        frozenset((each, piece.function) for each in owner if piece.function is not None),
        owner if piece.function is None else frozenset(),
        frozenset(_attributes_set_in(bindings, piece)),
        frozenset(_CALLED.findall(piece.data)),
        words,
        any(binding.kind is Binds.IMPORT for binding in bound) or _STAR_IMPORT.search(piece.data) is not None,
    )


def _bound_in(bindings: Bindings, piece: Piece) -> Iterator[Binding]:
    """Yield the bindings of a piece that the module may see: of a function that moves none outwards, its own name."""
    for match in _WORD.finditer(bindings.document.data, piece.start, piece.end):
        if not may_bind(bindings.document.data, match.start(), match.end()):
            continue
        name = bindings.identifier(match.start(), match.end())
        binding = binding_at(name) if name is not None else None
        if binding is None:
            continue
        yield binding
        if piece.function is not None and binding.kind is Binds.FUNCTION and not _MOVES_OUTWARDS.search(piece.data):
            return


def _attributes_set_in(bindings: Bindings, piece: Piece) -> Iterator[str]:
    for match in _ATTRIBUTE.finditer(bindings.document.data, piece.start, piece.end):
        name = bindings.identifier(match.start(1), match.end(1))
        binding = attribute_binding_at(name) if name is not None else None
        if binding is not None:
            yield binding.name
