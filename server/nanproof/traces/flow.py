"""What an expression is computed of, read backwards through names, calls and attributes of some files.

Wider than what the engine knows: a line that may be on the way is on it, for the log says that something was.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from tree_sitter import Node

from nanproof.infer.objects import CALLED
from nanproof.names.binding import Binding, Binds
from nanproof.names.bindings import Bindings
from nanproof.names.reaching import reaching
from nanproof.names.scopes import scope_of
from nanproof.names.syntax import inside, is_a, is_label, text, undecorated
from nanproof.source.document import Document
from nanproof.source.span import Span

MOST_SEEN = 400
MOST_STEPS = 25
# What is run where an object is called: a module's, a layer's, a loss's.
_RUN = (*CALLED, "apply")
_SIMPLE = frozenset(
    {"assert_statement", "assignment", "augmented_assignment", "expression_statement", "return_statement"}
    | {"raise_statement", "delete_statement", "if_statement", "for_statement", "while_statement", "with_statement"}
    | {"decorator", "default_parameter", "lambda"}
)


@dataclass(frozen=True, slots=True)
class Source:
    """An expression that a value is computed of, and how many steps back it is."""

    document: Document
    span: Span
    steps: int


@dataclass(frozen=True, slots=True)
class _Definition:
    document: Document
    node: Node


class Flow:
    """The files of a project that a log is about."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self._bindings = {each.path: Bindings(each) for each in documents}
        self._documents = tuple(documents)
        self._known: dict[tuple[str, int, int], tuple[Source, ...]] = {}

    def sources(self, document: Document, node: Node) -> tuple[Source, ...]:
        """Return what an expression is computed of, itself first."""
        key = (document.path, node.start_byte, node.end_byte)
        if key not in self._known:
            self._known[key] = tuple(self._walk(document, node))
        return self._known[key]

    def statement(self, document: Document, line: int) -> Node | None:
        """Return the smallest statement that has a line, from 0; of one that has a body, what stands before that."""
        lines = document.lines
        start, end = lines.start(line), lines.end(line)
        held = document.data[start:end]
        first = start + len(held) - len(held.lstrip())
        node = document.tree.root_node.descendant_for_byte_range(first, min(first + 1, end))
        while node is not None and node.type not in _SIMPLE and node.parent is not None:
            if node.parent.type in ("block", "module"):
                break
            node = node.parent
        return _head(node) if node is not None else None

    def _walk(self, document: Document, first: Node) -> Iterator[Source]:
        waiting: list[tuple[Document, Node, int]] = [(document, first, 0)]
        seen = set[tuple[str, int, int]]()
        for each, node, steps in waiting:  # grows while it is walked: the nearest first
            key = (each.path, node.start_byte, node.end_byte)
            if key in seen or len(seen) >= MOST_SEEN:
                continue
            seen.add(key)
            yield Source(each, Span(node.start_byte, node.end_byte), steps)
            if steps < MOST_STEPS:
                waiting += ((there, other, steps + 1) for there, other in self._before(each, node))

    def _before(self, document: Document, node: Node) -> Iterator[tuple[Document, Node]]:
        bindings = self._bindings[document.path]
        for each in inside(node):
            if each.type != "identifier":
                continue
            if is_label(each):
                if is_a(each.parent, "attribute"):
                    yield from self._of_attribute(document, text(each))
                continue
            for binding in reaching(each, bindings).bindings:
                yield from self._of_binding(document, binding)

    def _of_binding(self, document: Document, binding: Binding) -> Iterator[tuple[Document, Node]]:
        match binding.kind:
            case Binds.PARAMETER:
                yield from self._arguments(scope_of(binding.name_node))
            case Binds.FUNCTION | Binds.CLASS:
                yield from self._returns(_Definition(document, binding.statement))
            case Binds.IMPORT:
                for definition in self._defined.get(binding.name, ()):
                    yield from self._returns(definition)
            case _:
                value = binding.value or binding.statement
                yield document, value

    def _of_attribute(self, document: Document, name: str) -> Iterator[tuple[Document, Node]]:
        for binding in self._bindings[document.path].of_attribute(name):
            if binding.value is not None:
                yield document, binding.value
        for definition in self._defined.get(name, ()):
            yield from self._returns(definition)

    def _arguments(self, function: Node) -> Iterator[tuple[Document, Node]]:
        name = text(function.child_by_field_name("name"))
        if not name:
            return
        around = function.parent.parent if function.parent is not None else None
        if name in _RUN or name == "__init__":
            name = text(around.child_by_field_name("name")) if is_a(around, "class_definition") else name
        for document in self._documents:
            for _, call in self._bindings[document.path].calls_of(name):
                arguments = call.child_by_field_name("arguments")
                if arguments is not None:
                    yield document, arguments

    def _returns(self, definition: _Definition) -> Iterator[tuple[Document, Node]]:
        node = undecorated(definition.node)
        body = node.child_by_field_name("body")
        if body is None:
            return
        if node.type == "class_definition":
            methods = (each for each in _functions_in(body) if text(each.child_by_field_name("name")) in _RUN)
            for method in methods:
                yield from self._returns(_Definition(definition.document, method))
            return
        for each in _statements(body):
            if each.type in ("return_statement", "expression_statement"):
                yield definition.document, each

    @cached_property
    def _defined(self) -> dict[str, tuple[_Definition, ...]]:
        found: dict[str, tuple[_Definition, ...]] = {}
        for document in self._documents:
            waiting = [document.tree.root_node]
            while waiting:
                node = waiting.pop()
                if node.type in ("function_definition", "class_definition"):
                    name = text(node.child_by_field_name("name"))
                    found[name] = (*found.get(name, ()), _Definition(document, node))
                waiting += (each for each in node.named_children if each.type in _HOLDS)
        return found


def _head(statement: Node) -> Node:
    """Return what of a statement stands before its body."""
    head = statement.child_by_field_name("right" if statement.type == "for_statement" else "condition")
    if head is not None:
        return head
    clause = next((each for each in statement.named_children if each.type == "with_clause"), None)
    return clause if clause is not None else statement


_HOLDS = frozenset(
    {"module", "block", "class_definition", "function_definition", "decorated_definition", "if_statement"}
    | {"else_clause", "elif_clause", "try_statement", "with_statement"}
)


def _functions_in(body: Node) -> Iterator[Node]:
    for each in body.named_children:
        inner = undecorated(each)
        if inner.type == "function_definition":
            yield inner


def _statements(block: Node) -> Iterator[Node]:
    """Yield the statements that a function runs, but for those of functions that it defines."""
    waiting = list(reversed(block.named_children))
    while waiting:
        node = waiting.pop()
        if node.type in ("function_definition", "class_definition", "decorated_definition"):
            continue
        if node.type in ("return_statement", "expression_statement"):
            yield node
        else:
            waiting += reversed(node.named_children)
