"""The sites that rules look at: calls of operations whose operand has a restricted domain."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tree_sitter import Node

from nanproof.catalog.model import Framework, Function, Operation
from nanproof.infer.engine import Engine
from nanproof.infer.operations import bound
from nanproof.infer.operators import as_number
from nanproof.infer.parameters import call_arguments
from nanproof.infer.value import Deferred, Frame, Holder, Method, Number, Unknown
from nanproof.names.bindings import words
from nanproof.names.scopes import scope_of
from nanproof.names.syntax import any_of, first_child, text
from nanproof.source.document import Document
from nanproof.source.place import Place
from nanproof.source.span import Span
from nanproof.values.dtype import DType
from nanproof.values.ranges import UNKNOWN_RANGE


@dataclass(frozen=True, slots=True)
class Site:
    """One call of an operation with a restricted operand.

    `node` is the whole call, `name` the catalogue's name of the operation. `operand` is what the engine knows of the
    operand; `callee` is the called expression as it is written, and `is_method` says that the operand is its receiver,
    `p.log()`.
    """

    document: Document
    name: str
    function: Function
    framework: Framework
    node: Node
    callee: Node
    operand_node: Node
    operand: Number
    is_method: bool

    @property
    def span(self) -> Span:
        """The whole operation."""
        return Span(self.node.start_byte, self.node.end_byte)

    @property
    def operand_span(self) -> Span:
        """The operand."""
        return Span(self.operand_node.start_byte, self.operand_node.end_byte)

    @property
    def place(self) -> Place:
        """Where the operation stands."""
        return Place(self.document, self.span)

    @property
    def operand_text(self) -> str:
        """The operand on one line."""
        return " ".join(text(self.operand_node).split())

    def covers(self, offset: int) -> bool:
        """Say whether an offset lies on the operation's name or on its operand."""
        if self.operand_span.contains(offset):
            return True
        return Span(self.callee.start_byte, self.callee.end_byte).contains(offset)


def site_of(document: Document, engine: Engine, call: Node) -> Site | None:
    """Return the site that a call is, None where it is no operation with a restricted operand."""
    callee = call.child_by_field_name("function")
    if callee is None:
        return None
    frame = engine.general(document, scope_of(call))
    operation, receiver = _operation(engine, frame, callee)
    if operation is None or operation.function.operand is None or operation.kind == "layer":
        return None
    if operation.framework.tensor is None:
        return None  # Python's own numbers raise an exception, and say where
    receiver_node = callee.child_by_field_name("object") if receiver is not None else None
    roles = bound(engine, operation.parameters, call_arguments(frame, call), receiver)
    argument = roles.get(operation.function.operand)
    if argument is None:
        return None
    node = argument.node if isinstance(argument, Deferred) else receiver_node
    number = as_number(engine, engine.argument(argument))
    if node is None or number is None:
        return None
    if number.holder is Holder.ANY:
        number = _as_tensor(number, operation)
    framework = operation.framework
    is_method = node == receiver_node
    return Site(document, operation.name, operation.function, framework, call, callee, node, number, is_method)


def _as_tensor(number: Number, operation: Operation) -> Number:
    holder = Holder.ARRAY if operation.framework.name == "numpy" else Holder.TENSOR
    dtype = DType(operation.framework.default_dtype)
    return replace(number, dtype=dtype, holder=holder, framework=operation.framework)


def _operation(engine: Engine, frame: Frame, callee: Node) -> tuple[Operation | None, Number | None]:
    """Return the operation that a callee is, and its receiver where it is a method of a tensor."""
    value = engine.value(frame, callee)
    if not isinstance(value, Method):
        return engine.operation_of(value), None
    if isinstance(value.receiver, Number):
        return engine.operation_of(value), value.receiver
    return _by_name(engine, frame, callee, value)


def _by_name(engine: Engine, frame: Frame, callee: Node, method: Method) -> tuple[Operation | None, Number | None]:
    """Ask the name resolver of last resort what a callee is whose receiver the engine does not know."""
    name = callee.child_by_field_name("attribute")
    if name is None or not isinstance(method.receiver, Unknown) or not _may_be_operation(engine, frame, callee):
        return None, None
    qualified = engine.asked(frame.document, name)
    operation = engine.catalog.operation(qualified) if qualified is not None else None
    if operation is None or operation.kind != "method":
        return operation, None
    receiver = Number(UNKNOWN_RANGE, DType(operation.framework.default_dtype), Holder.TENSOR, operation.framework)
    return operation, receiver


def _may_be_operation(engine: Engine, frame: Frame, callee: Node) -> bool:
    """Say whether a question to jedi is worth its price: a file that names a framework, no text as first argument."""
    arguments = callee.parent.child_by_field_name("arguments") if callee.parent is not None else None
    first = first_child(arguments)
    if first is not None and first.type in ("string", "concatenated_string", "dictionary"):
        return False
    frameworks = engine.catalog.frameworks.values()
    roots = frozenset(root.encode() for each in frameworks if each.tensor is not None for root in each.roots)
    return next(words(any_of(roots), frame.document.data), None) is not None
