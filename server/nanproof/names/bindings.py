"""Where a name is given its value, found on demand.

Nothing is tabulated in advance: the occurrences of one name are found with a regular expression over the bytes
(C speed), and only those are looked up in the tree. The cost follows the questions, not the file's length.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import TypeVar, cast

from tree_sitter import Node

from nanproof.names.binding import CHANGES, Binding, Binds, Reaching, attribute_binding_at, binding_at
from nanproof.names.dependencies import Dependencies
from nanproof.names.imports import Imported, star_imports
from nanproof.names.leaving import has_left
from nanproof.names.pieces import Piece, pieces
from nanproof.names.scopes import DIVIDED, LOCAL, scope_of
from nanproof.names.syntax import is_a, is_label, required
from nanproof.source.document import Document

# What follows a name whose value a method replaces: `x.clamp_(`, `x.data.clamp_(`.
_REPLACED = re.compile(rb"(?:\.data)?\.\w*[a-z]_\(")
# What stands before a name that binds although an attribute or a call seems to follow: `import a.b`, `def f(`.
_INTRODUCED = re.compile(rb"(?:\b(?:import|def|class)|,|\\)\Z")

_REST = re.compile(rb"\w*")
_CARRIAGE_RETURN = re.compile(rb"\r\n")
MOVING = re.compile(rb"\b(?:global|nonlocal)[ \t\\]")
T = TypeVar("T")
_WORD = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_")


def word_starts(word: bytes, data: bytes) -> Iterator[int]:
    """Yield where a word stands in a text; found without a pattern, which would have to be compiled for every name.

    The empty word, which the parser puts where a name is missing, stands nowhere.
    """
    start, length = data.find(word) if word else -1, len(word)
    while start >= 0:
        end = start + length
        before, after = data[start - 1] if start else 0, data[end] if end < len(data) else 0
        if before not in _WORD and after not in _WORD:
            yield start
        elif after in _WORD and word[-1] in _WORD:  # not once more in the rest of a longer word
            rest = _REST.match(data, end)
            end = rest.end() if rest is not None else end
        start = data.find(word, end)


def may_bind(data: bytes, start: int, end: int) -> bool:
    """Say whether a word may be a name that is bound, or changed, by what stands before and after it."""
    if data[start - 1 : start] == b".":
        return False
    follows = data[end : end + 1]
    return follows not in (b".", b"(") or bool(_REPLACED.match(data, end)) or _is_introduced(data, start)


def _is_introduced(data: bytes, start: int) -> bool:
    """Say whether what stands before a name makes it one that is bound; most often its last letter says no."""
    before = data[max(0, start - 32) : start].rstrip()
    return before[-1:] in (b"t", b"f", b"s", b",", b"\\") and _INTRODUCED.search(before) is not None


class Bindings:
    """The bindings of one document, by name. Answers are kept: the document never changes.

    `reaching` holds the answers of `reaching.py`, by the use's node. Each question is noted in the `dependencies` of
    whoever asks at the time, whether the answer is new or kept.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self.dependencies = Dependencies()
        self._matches: dict[re.Pattern[bytes], re.Match[bytes] | None] = {}
        self._all_matches: dict[re.Pattern[bytes], tuple[bytes, ...]] = {}
        self.reaching: dict[int, Reaching] = {}
        self._moves: bool | None = None
        self._occurrences: dict[str, tuple[Node, ...]] = {}
        self._variables: dict[str, tuple[Node, ...]] = {}
        self._names: dict[str, tuple[tuple[Binding, Node], ...]] = {}
        self._of: dict[tuple[str, int], tuple[Binding, ...]] = {}
        self._attributes: dict[str, tuple[Binding, ...]] = {}
        self._read_off: dict[tuple[object, ...], object] = {}
        self._made: dict[object, object] = {}
        self._scopes: dict[int, Node] = {}

    def once(self, read: Callable[..., T], *nodes: Node) -> T:
        """Return what a function reads off some nodes of the tree, and off nothing else: read once.

        The same place is asked about in each call of its function, and by each piece that the document is asked for.
        """
        key = (read, *(node.id for node in nodes))
        if key not in self._read_off:
            self._read_off[key] = read(*nodes)
        return cast(T, self._read_off[key])

    def scope_of(self, node: Node) -> Node:
        """Return the scope that an expression is evaluated in; that of what stands around it is found once.

        The way outwards is walked as far as something whose scope is known: from the leaves of a long sum one step.
        """
        below: list[int] = []
        each = node
        while (found := self._scopes.get(each.id)) is None:
            below.append(each.id)
            above = each.parent
            if above is None or above.type in DIVIDED:
                found = scope_of(each)
                break
            each = above
        self._scopes.update(dict.fromkeys(below, found))
        return found

    def kept(self, make: Callable[[Document], T]) -> T:
        """Return what is made of the text alone, and lives as long as these bindings: made once."""
        if make not in self._made:
            self._made[make] = make(self.document)
        return cast(T, self._made[make])

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """The outermost functions of the document, and the statements around them."""
        return pieces(self.document)

    @cached_property
    def star_imports(self) -> tuple[Imported, ...]:
        """The modules of `from m import *`, last first: the last one wins."""
        return star_imports(self.document)

    def piece_at(self, offset: int) -> int:
        """Return the index of the piece in which an offset lies; of the end of the text, the last."""
        return bisect_right(self._starts, offset) - 1

    @cached_property
    def _starts(self) -> list[int]:
        return [piece.start for piece in self.pieces]

    def search(self, pattern: re.Pattern[bytes]) -> re.Match[bytes] | None:
        """Return the first match of a pattern anywhere in the text."""
        if pattern not in self._matches:
            self._matches[pattern] = pattern.search(self.document.data)
        match = self._matches[pattern]
        self.dependencies.matches[pattern] = match[0] if match is not None else None
        return match

    def search_all(self, pattern: re.Pattern[bytes]) -> tuple[bytes, ...]:
        """Return all that a pattern matches anywhere in the text, in order."""
        if pattern not in self._all_matches:
            self._all_matches[pattern] = tuple(each[0] for each in pattern.finditer(self.document.data))
        found = self.dependencies.all_matches[pattern] = self._all_matches[pattern]
        return found

    @property
    def line_end(self) -> str:
        """What ends the lines of the document."""
        return "\r\n" if self.search(_CARRIAGE_RETURN) is not None else "\n"

    def occurrences(self, name: str) -> tuple[Node, ...]:
        """Return the identifiers of the tree that are spelt `name`, in order."""
        self.dependencies.words.add(name)
        return self._all_occurrences(name)

    def calls_of(self, name: str) -> Iterator[tuple[Node, Node]]:
        """Yield the calls of `name` or of an attribute that is spelt so: what is called, and the call."""
        self.dependencies.calls.add(name)
        for occurrence in self._all_occurrences(name):
            called, parent = occurrence, occurrence.parent
            if parent is not None and parent.child_by_field_name("attribute") == occurrence:
                called = parent
            call = called.parent
            if is_a(call, "call") and required(call, "function") == called:
                yield called, call

    def occurrences_in(self, name: str, start: int, end: int) -> tuple[Node, ...]:
        """Return where a stretch of the text names the variable `name`, in order; `x.name` and `f(name=x)` do not."""
        self._note_stretch(name, start, end)
        if name not in self._variables:
            self._variables[name] = tuple(each for each in self._all_occurrences(name) if not is_label(each))
        occurrences = self._variables[name]
        first = bisect_left(occurrences, start, key=_place)
        return occurrences[first : bisect_left(occurrences, end, first, key=_place)]

    def _all_occurrences(self, name: str) -> tuple[Node, ...]:
        if name not in self._occurrences:
            self._occurrences[name] = tuple(self._spelt(name))
        return self._occurrences[name]

    def _note_stretch(self, name: str, start: int, end: int) -> None:
        """Note that a name was looked for in a stretch; within one function nothing else can change the answer."""
        index = self.piece_at(start)
        if index >= 0 and self.pieces[index].function is not None and end <= self.pieces[index].end:
            self.dependencies.offsets.add(start)
        else:
            self.dependencies.words.add(name)

    def _spelt(self, name: str) -> Iterator[Node]:
        word = name.encode()
        return self._identifiers(word_starts(word, self.document.data), len(word))

    def _identifiers(self, starts: Iterable[int], length: int) -> Iterator[Node]:
        for start in starts:
            node = self.identifier(start, start + length)
            if node is not None:
                yield node

    def identifier(self, start: int, end: int) -> Node | None:
        """Return the identifier that stands at a place of the text, None where none does."""
        node = self.document.tree.root_node.descendant_for_byte_range(start, end)
        return node if is_a(node, "identifier") and node.start_byte == start else None

    def _bindable(self, name: str) -> tuple[Node, ...]:
        """Return the occurrences that may bind a name.

        Most uses of a module's alias are `alias.name` and `alias(...)`, and need not be looked up in the tree.
        """
        held = self._occurrences.get(name)
        if held is not None:
            return held
        data, word = self.document.data, name.encode()
        starts = (start for start in word_starts(word, data) if may_bind(data, start, start + len(word)))
        return tuple(self._identifiers(starts, len(word)))

    def of(self, name: str, scope: Node) -> tuple[Binding, ...]:
        """Return the bindings of a name in one scope, in order; none where the scope does not bind it."""
        key = (name, scope.id)
        if key not in self._of:
            self._of[key] = tuple(binding for binding, owner in self._all(name) if owner == scope)
        found = self._of[key]
        if scope.type not in LOCAL:
            owner = scope.start_byte if scope.type == "class_definition" else None
            self.dependencies.name(name, owner, (binding.name_node.start_byte for binding in found))
        return found

    def bound_between(self, name: str, start: int, end: int, use: Node | None = None) -> bool:
        """Say whether a name is bound anywhere in a stretch of the text.

        What a `use` is the value of is bound behind it: `x` of `x = x / norm(x)`. What is bound in a branch that left
        before it is bound for nobody who comes to it.
        """
        self._note_stretch(name, start, end)
        within = (binding for binding, _ in self._all(name) if start <= binding.name_node.start_byte < end)
        return any(
            use is None or not (_is_value_of(use, binding) or has_left(binding.name_node, use)) for binding in within
        )

    def of_attribute(self, name: str) -> tuple[Binding, ...]:
        """Return the bindings of `self.name` (any receiver that is a plain name), anywhere in the file."""
        self.dependencies.attributes.add(name)
        if name not in self._attributes:
            found = (attribute_binding_at(node) for node in self._all_occurrences(name))
            self._attributes[name] = tuple(binding for binding in found if binding is not None)
        return self._attributes[name]

    def _all(self, name: str) -> tuple[tuple[Binding, Node], ...]:
        if name not in self._names:
            outer = self._moved_outwards(name)
            found = []
            for node in self._bindable(name):
                binding = binding_at(node)
                if binding is None:
                    continue
                scope = _binding_scope(binding, self.scope_of(binding.name_node))
                found.append((binding, outer.get(scope.id, scope)))
            bound = {scope.id for binding, scope in found if binding.kind not in CHANGES}
            # A change to a name of another scope is seen by nobody here: `x[0] = 1` does not make x local.
            self._names[name] = tuple(each for each in found if each[1].id in bound)
        return self._names[name]

    def _moved_outwards(self, name: str) -> dict[int, Node]:
        """Return the scopes in which `global name` or `nonlocal name` stands, with the scope it really means."""
        moved: dict[int, Node] = {}
        if self._moves is None:
            self._moves = MOVING.search(self.document.data) is not None
        if not self._moves:
            return moved
        for node in self._bindable(name):
            statement = node.parent
            if not is_a(statement, "global_statement", "nonlocal_statement"):
                continue
            scope = scope_of(node)
            outwards = scope_of(scope) if statement.type == "nonlocal_statement" else self.document.tree.root_node
            moved[scope.id] = outwards
        return moved


def _is_value_of(use: Node, binding: Binding) -> bool:
    """Say whether an expression stands in what a name is bound to."""
    value = binding.value
    return value is not None and value.start_byte <= use.start_byte < value.end_byte


def _place(node: Node) -> int:
    return node.start_byte


def _binding_scope(binding: Binding, scope: Node) -> Node:
    """Return the scope that a binding binds its name in, of the one that the name stands in."""
    if binding.kind in (Binds.FUNCTION, Binds.CLASS):
        return scope_of(binding.statement)
    while binding.kind is Binds.WALRUS and scope.type.endswith(("comprehension", "generator_expression")):
        scope = scope_of(scope)  # PEP 572: a walrus binds outside comprehensions
    return scope
