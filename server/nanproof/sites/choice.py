"""What is done with a result says that it is a tensor's: a framework's `where` chooses among it, a mean is taken of it.

`where(y != 0, x / y, 0)`, `r = x / y; where(y != 0, r, 0)`, `((a - b) ** 0.5).mean()`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from tree_sitter import Node

from nanproof.catalog.model import Framework
from nanproof.infer.engine import Engine
from nanproof.infer.pairwise import only_framework
from nanproof.infer.value import Frame, Holder, Number
from nanproof.names.scopes import scope_of
from nanproof.names.syntax import called_name, is_a, outwards, required, text
from nanproof.source.document import Document

_NAMES = frozenset({b"where", b"masked_fill"})
_PASSED = frozenset({"binary_operator", "unary_operator", "parenthesized_expression", "argument_list", "call"})
_REDUCTIONS = frozenset({"mean", "sum", "reduce_mean", "reduce_sum"})
_MOST_USES = 6
_MOST_STEPS = 16


def chosen_tensor(document: Document, engine: Engine, frame: Frame, node: Node, operand: Number) -> Number:
    """Return an operand as a tensor where the result is chosen among by a framework that has derivatives."""
    if _NAMES.isdisjoint(document.words):
        return operand
    framework = _around(engine, frame, node) or _of_name(document, engine, frame, node)
    if framework is None or framework.name == "numpy":
        return operand
    dtype = engine.precision(document).default(framework)
    return replace(operand, framework=framework, holder=Holder.TENSOR, dtype=dtype)


def tensor_of_reduction(document: Document, engine: Engine, node: Node, operand: Number) -> Number | None:
    """Return an operand as a tensor where what is computed of it is reduced: `((a - b) ** p).mean()`, `torch.sum(..)`.

    None where nothing says that it is one.
    """
    call = next(_calls_around(node, "attribute"), None)
    if call is None or called_name(call) not in _REDUCTIONS:
        return None
    operation = engine.operation_of(engine.value(engine.around(document, node), required(call, "function")))
    framework = operation.framework if operation is not None and operation.kind == "function" else None
    framework = framework or only_framework(engine, document)
    if framework is None or framework.tensor is None or framework.name == "numpy":
        return None
    dtype = engine.precision(document).default(framework)
    return replace(operand, framework=framework, holder=Holder.TENSOR, dtype=dtype)


def framework_given(engine: Engine, frame: Frame, node: Node) -> Framework | None:
    """Return the framework one of whose functions an expression is passed to: `F.softmax(x / t, -1)`."""
    call = next(_calls_around(node), None)
    operation = engine.operation_of(engine.value(frame, required(call, "function"))) if call is not None else None
    if operation is None or operation.kind != "function" or operation.framework.tensor is None:
        return None
    return operation.framework


def _calls_around(node: Node, *passed: str) -> Iterator[Node]:
    """Yield the calls that an expression is passed to, the nearest first."""
    for above in islice(outwards(node), _MOST_STEPS):
        if not is_a(above, *_PASSED, *passed):
            return
        if above.type == "call":
            yield above


def _around(engine: Engine, frame: Frame, node: Node) -> Framework | None:
    """Return the framework whose `where` stands around an expression."""
    call = next((each for each in _calls_around(node) if called_name(each).encode() in _NAMES), None)
    operation = engine.operation_of(engine.value(frame, required(call, "function"))) if call is not None else None
    return operation.framework if operation is not None else None


def _of_name(document: Document, engine: Engine, frame: Frame, node: Node) -> Framework | None:
    """Return the framework whose `where` chooses the name that an expression is bound to."""
    statement: Node | None = node
    while is_a(statement, *_PASSED, node.type):
        statement = statement.parent
    if not is_a(statement, "assignment"):
        return None
    target = required(statement, "left")
    if target.type != "identifier":
        return None
    bindings = engine.modules.bindings(document)
    uses = bindings.occurrences_in(text(target), statement.end_byte, scope_of(node).end_byte)
    return next(filter(None, (_around(engine, frame, use) for use in islice(uses, _MOST_USES))), None)
