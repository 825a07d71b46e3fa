"""What the parts of the engine may ask of each other."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

from tree_sitter import Node

from nanproof.catalog.index import Catalog
from nanproof.catalog.model import Operation
from nanproof.declarations import Declarations
from nanproof.infer.guards import Guards
from nanproof.infer.precision import Precision
from nanproof.infer.value import (
    Arguments,
    Deferred,
    Frame,
    Method,
    Number,
    Unknown,
    UserFunction,
    Value,
)
from nanproof.names.modules import Modules
from nanproof.names.resolve import Names
from nanproof.source.document import Document
from nanproof.source.place import Place
from nanproof.source.span import Span

T = TypeVar("T")

# The attributes that hold an array with its axes in another order.
_TRANSPOSED = frozenset({"T", "mT", "H"})


class Evaluator(Protocol):
    """Evaluates expressions on demand. Never raises; what is too deep or too long is unknown."""

    catalog: Catalog
    names: Names
    modules: Modules
    declarations: Declarations

    def once(self, what: str, node: Node, work: Callable[[], T], until: int = 0) -> T:
        """Return what is found out of an expression, or of the text up to some offset, found out once."""

    def guards(self, document: Document) -> Guards:
        """Return what the conditions of a document say."""

    def precision(self, document: Document) -> Precision:
        """Return the dtypes in which a document computes by default."""

    def parameters(self, document: Document, function: Node) -> list[str]:
        """Return the names of the parameters of a function."""

    def value(self, frame: Frame, node: Node) -> Value:
        """Return what an expression evaluates to in a frame."""

    def argument(self, argument: Deferred | Value) -> Value:
        """Return the value of an argument, evaluating it if nobody has yet."""

    def interned(self, key: tuple[object, ...]) -> int:
        """Return the term of a structure: the same number for the same structure, never 0."""

    def structure(self, term: int) -> tuple[object, ...]:
        """Return the structure of a term; the empty tuple for 0."""

    def general(self, document: Document, scope: Node) -> Frame:
        """Return the frame of a scope that is looked at for itself, for whichever call may come."""

    def kept_frame(self, key: tuple[object, ...]) -> Frame | None:
        """Return the frame of a key, where it is one of a scope that is looked at for itself."""

    def around(self, document: Document, node: Node) -> Frame:
        """Return the frame of the scope that an expression stands in, looked at for itself."""

    def exported(self, document: Document, name: str) -> Value:
        """Return what a module of the project holds under a name."""

    def returned(self, function: UserFunction, arguments: Arguments | None, context: tuple[object, ...]) -> Value:
        """Return what a call of a project function gives back."""

    def called(self, callee: Value, arguments: Arguments, where: Place, context: tuple[object, ...]) -> Value:
        """Return what calling a value gives back."""

    def call_sites(self, document: Document, function: Node) -> tuple[tuple[Document, Node], ...]:
        """Return the calls of a function that the project shows."""

    def of_callers(self, evaluate: Callable[[], Value], *, makes_objects: bool) -> Value:
        """Return what is found at the call sites of a function, unknown where that was asked for too often in a row."""

    def bound(self, frame: Frame, node: Node) -> Value:
        """Return what a bound evaluates to, from a small budget of its own."""

    def operation_of(self, callee: Value) -> Operation | None:
        """Return the catalogue's operation that a callee is, None where it is something else."""


def place(frame: Frame, node: Node) -> Place:
    """Return where a node stands."""
    return Place(frame.document, Span(node.start_byte, node.end_byte))


def term_of(evaluator: Evaluator, value: Value) -> int:
    """Return the term of a value of which nothing is known but which one it is."""
    match value:
        case Number() | Unknown():
            return value.term
        case Method():
            receiver = value.receiver.term
            if receiver and value.name in _TRANSPOSED:
                return evaluator.interned(("same", (("x", receiver),)))
            return evaluator.interned(("attribute", receiver, value.name)) if receiver else 0
        case _:
            return 0
