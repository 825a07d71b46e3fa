"""The sites that rules look at: calls of operations whose operand has a restricted domain.

Found by the operations' last names in the bytes (`log`, `log2`), and by the aliases that an import or an assignment
gives them; the tree and the engine are asked only about those.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from tree_sitter import Node

from nanproof.catalog.model import Operation
from nanproof.infer.engine import Engine
from nanproof.infer.operations import bound
from nanproof.infer.operators import as_number
from nanproof.infer.parameters import call_arguments
from nanproof.infer.value import Deferred, Frame, Holder, Method, Number, Unknown
from nanproof.names.bindings import binding_at, words
from nanproof.names.scopes import scope_of
from nanproof.names.syntax import first_child, text
from nanproof.source.document import Document
from nanproof.source.place import Place
from nanproof.source.span import Span
from nanproof.values.dtype import DType
from nanproof.values.ranges import UNKNOWN_RANGE


@dataclass(frozen=True, slots=True)
class Site:
    """One call of an operation with a restricted operand.

    `operand` is what the engine knows of the operand. `is_method` says that the operand is the receiver,
    `p.log()`; `function` is the callee as it is written.
    """

    document: Document
    operation: Operation
    call: Node
    function: Node
    operand_node: Node
    operand: Number
    is_method: bool

    @property
    def span(self) -> Span:
        """The whole call."""
        return Span(self.call.start_byte, self.call.end_byte)

    @property
    def operand_span(self) -> Span:
        """The operand."""
        return Span(self.operand_node.start_byte, self.operand_node.end_byte)

    @property
    def place(self) -> Place:
        """Where the call stands."""
        return Place(self.document, self.span)

    @property
    def operand_text(self) -> str:
        """The operand on one line."""
        return " ".join(text(self.operand_node).split())


def sites(document: Document, engine: Engine) -> Iterator[Site]:
    """Yield the sites of a document in the order in which they stand."""
    seen: set[int] = set()
    for call in sorted(_candidates(document, engine), key=lambda node: node.start_byte):
        if call.id not in seen:
            seen.add(call.id)
            site = site_of(document, engine, call)
            if site is not None:
                yield site


def site_of(document: Document, engine: Engine, call: Node) -> Site | None:
    """Return the site that a call is, None where it is no operation with a restricted operand."""
    function = call.child_by_field_name("function")
    if function is None:
        return None
    frame = engine.general(document, scope_of(call))
    operation, receiver = _operation(engine, frame, function)
    if operation is None or operation.function.operand is None or operation.kind == "layer":
        return None
    receiver_node = function.child_by_field_name("object") if receiver is not None else None
    arguments = call_arguments(frame, call)
    roles = bound(engine, operation.parameters, arguments, receiver)
    argument = roles.get(operation.function.operand)
    if argument is None:
        return None
    node = argument.node if isinstance(argument, Deferred) else receiver_node
    number = as_number(engine, engine.argument(argument))
    if node is None or number is None:
        return None
    if number.holder is Holder.ANY:
        number = _as_tensor(number, operation)
    return Site(document, operation, call, function, node, number, node == receiver_node)


def _as_tensor(number: Number, operation: Operation) -> Number:
    holder = Holder.ARRAY if operation.framework.name == "numpy" else Holder.TENSOR
    dtype = DType(operation.framework.default_dtype)
    return replace(number, dtype=dtype, holder=holder, framework=operation.framework)


def _operation(engine: Engine, frame: Frame, function: Node) -> tuple[Operation | None, Number | None]:
    """Return the operation that a callee is, and its receiver where it is a method of a tensor."""
    callee = engine.value(frame, function)
    if not isinstance(callee, Method):
        return engine.operation_of(callee), None
    if isinstance(callee.receiver, Number):
        return engine.operation_of(callee), callee.receiver
    return _by_name(engine, frame, function, callee)


def _by_name(engine: Engine, frame: Frame, function: Node, callee: Method) -> tuple[Operation | None, Number | None]:
    """Ask the name resolver of last resort what a callee is whose receiver the engine does not know."""
    name = function.child_by_field_name("attribute")
    if name is None or not isinstance(callee.receiver, Unknown) or not _may_be_operation(engine, frame, function):
        return None, None
    qualified = engine.asked(frame.document, name)
    operation = engine.catalog.operation(qualified) if qualified is not None else None
    if operation is None or operation.kind != "method":
        return operation, None
    receiver = Number(UNKNOWN_RANGE, DType(operation.framework.default_dtype), Holder.TENSOR, operation.framework)
    return operation, receiver


def _may_be_operation(engine: Engine, frame: Frame, function: Node) -> bool:
    """Say whether a question to jedi is worth its price: a file that names a framework, no text as first argument."""
    arguments = function.parent.child_by_field_name("arguments") if function.parent is not None else None
    first = first_child(arguments)
    if first is not None and first.type in ("string", "concatenated_string", "dictionary"):
        return False
    frameworks = engine.catalog.frameworks.values()
    roots = frozenset(root.encode() for each in frameworks if each.tensor is not None for root in each.roots)
    return next(words(_any_of(roots), frame.document.data), None) is not None


def _candidates(document: Document, engine: Engine) -> Iterator[Node]:
    """Yield calls whose callee is spelt like an operation with a restricted operand, or like an alias of one."""
    names = frozenset(name.encode() for name in engine.catalog.operand_names)
    aliases: set[bytes] = set()
    for node in _named(document, names):
        call = called_by(node)
        if call is not None:
            yield call
        else:
            aliases |= _aliases(node)
    for node in _named(document, frozenset(aliases - names)):
        call = called_by(node)
        if call is not None:
            yield call


def _named(document: Document, names: frozenset[bytes]) -> Iterator[Node]:
    """Yield the identifiers that are spelt like one of some names. A text without any of them is not parsed."""
    if not names:
        return
    for match in words(_any_of(names), document.data):
        node = document.tree.root_node.descendant_for_byte_range(match.start(), match.end())
        if node is not None and node.type == "identifier":
            yield node


@lru_cache(maxsize=64)
def _any_of(names: frozenset[bytes]) -> bytes:
    return b"(?:" + b"|".join(re.escape(name) for name in sorted(names, key=len, reverse=True)) + b")"


def called_by(name: Node) -> Node | None:
    """Return the call whose callee a name is (`log(...)`) or ends with (`tf.math.log(...)`)."""
    function = name
    if name.parent is not None and name.parent.type == "attribute":
        if name.parent.child_by_field_name("attribute") != name:
            return None
        function = name.parent
    call = function.parent
    if call is None or call.type != "call" or call.child_by_field_name("function") != function:
        return None
    return call


def _aliases(node: Node) -> set[bytes]:
    """Return the names that an uncalled operation is given: `import log as ln`, `ln = tf.log`, `self.ln = tf.log`."""
    expression = node.parent if node.parent is not None and node.parent.type == "attribute" else node
    parent = expression.parent
    if parent is not None and parent.type == "dotted_name":
        alias = parent.parent.child_by_field_name("alias") if parent.parent is not None else None
        return {alias.text or b""} if alias is not None else set()
    if parent is None or parent.type != "assignment" or binding_at(node) is not None:
        return set()
    target = parent.child_by_field_name("left")
    if target is not None and target.type == "attribute":
        target = target.child_by_field_name("attribute")
    return {target.text or b""} if target is not None and target.type == "identifier" else set()
