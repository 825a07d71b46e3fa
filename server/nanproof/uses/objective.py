"""What a derivative is asked of: the expressions that a loss is added up from, where `loss.backward()` stands below.

`loss = masked_mean(x, m) + 0.1 * penalty` is a sum of two terms: what computes one of them computes a loss. What they
are computed from, `criterion(model(x), y)`, is no term.
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from nanproof.infer.engine import Engine
from nanproof.names.binding import Binds
from nanproof.names.bindings import Bindings
from nanproof.names.scopes import scope_of
from nanproof.names.syntax import called_name, code_in, required, text
from nanproof.source.document import Document

# What takes the derivative of its first argument, or adds it to what is trained on.
TAKERS = (
    "add_loss", "backward", "compute_gradients", "grad", "gradient", "gradients", "manual_backward", "minimize",
)  # fmt: skip
_NAMED = frozenset({"loss", "target", "tensors", "ys", "outputs"})
_BACKWARD = "backward"
_ARITHMETIC = frozenset({"+", "-", "*", "/"})
_OF_ONE = frozenset({"parenthesized_expression", "unary_operator", "conditional_expression", "subscript"})
# What makes one number of several.
REDUCTIONS = frozenset({"mean", "sum", "reduce_mean", "reduce_sum", "nanmean"})
# What a reduction calls its operand.
_OPERANDS = frozenset({"input", "input_tensor", "a", "x", "tensors"})
# The terms of what is reduced, or scaled, are the terms of the loss.
_KEEPS_TERMS = REDUCTIONS | {"scale", "squeeze", "float", "stack"}
_ASSIGNED = frozenset({Binds.ASSIGNMENT, Binds.AUGMENTED, Binds.WALRUS})
MOST_TERMS = 200


def is_objective(engine: Engine, document: Document, node: Node) -> bool:
    """Say whether the value of an expression is a term of what a derivative is asked of in the same function."""
    scope, bindings = scope_of(node), engine.modules.bindings(document)
    terms = engine.once("terms of an objective", scope, lambda: _terms_in(bindings, scope))
    return (node.start_byte, node.end_byte) in terms


def _terms_in(bindings: Bindings, scope: Node) -> frozenset[tuple[int, int]]:
    """Return where the terms stand that a derivative is asked of in a function or module: names, calls, quotients."""
    calls = (call for name in TAKERS for _, call in bindings.calls_of(name))
    waiting = [each for call in calls if scope_of(call) == scope for each in differentiated_by(call)]
    found: set[tuple[int, int]] = set()
    for _ in range(MOST_TERMS):
        if not waiting:
            break
        for term in _terms(waiting.pop()):
            place = (term.start_byte, term.end_byte)
            if place not in found:
                waiting += _assigned(bindings, term, scope)
            found.add(place)
    return frozenset(found)


def differentiated_by(call: Node) -> Iterator[Node]:
    """Yield what a call takes the derivative of."""
    callee, arguments = required(call, "function"), code_in(call.child_by_field_name("arguments"))
    receiver = callee.child_by_field_name("object")
    if called_name(call) == _BACKWARD and receiver is not None:
        yield receiver
    yield from arguments[:1]
    named = (
        each.child_by_field_name("value") for each in arguments if text(each.child_by_field_name("name")) in _NAMED
    )
    yield from (each for each in named if each is not None)


def _assigned(bindings: Bindings, term: Node, scope: Node) -> list[Node]:
    """Return what a name, or an attribute, is assigned in a scope."""
    if term.type == "identifier":
        bound = bindings.of(text(term), scope)
    elif term.type == "attribute":
        known = bindings.of_attribute(text(term.child_by_field_name("attribute")))
        bound = tuple(each for each in known if scope_of(each.statement) == scope)
    else:
        return []
    whole = (each for each in bound if each.kind in _ASSIGNED and _target(each.statement) == text(term))
    return [each.value for each in whole if each.value is not None]


def _target(statement: Node) -> str:
    return text(statement.child_by_field_name("left") or statement.child_by_field_name("name"))


def _terms(expression: Node) -> Iterator[Node]:
    """Yield the terms of an expression, and all that is made of them on the way."""
    waiting = [expression]
    while waiting:
        each = waiting.pop()
        yield each
        if each.type == "binary_operator" and text(each.child_by_field_name("operator")) in _ARITHMETIC:
            waiting += [side for side in map(each.child_by_field_name, ("left", "right")) if side is not None]
        elif each.type in _OF_ONE:
            waiting += each.named_children[:1]
        elif each.type == "call":
            waiting += _reduced(each)


def _reduced(call: Node) -> list[Node]:
    """Return what a reduction reduces: `x.mean()`, `torch.mean(x)`, `scaler.scale(x)`."""
    arguments = code_in(call.child_by_field_name("arguments"))
    if called_name(call) not in _KEEPS_TERMS:
        return []
    if arguments and arguments[0].type not in ("keyword_argument", "integer", "unary_operator"):
        return arguments[:1]
    for each in arguments:
        if text(each.child_by_field_name("name")) in _OPERANDS:
            return [required(each, "value")]
    return required(call, "function").children_by_field_name("object")
