"""What a derivative is asked of: the expressions that a loss is added up from, where `loss.backward()` stands below.

`loss = masked_mean(x, m) + 0.1 * penalty` is a sum of two terms: what computes one of them computes a loss. What they
are computed from, `criterion(model(x), y)`, is no term.
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from nanproof.infer.engine import Engine
from nanproof.names.scopes import scope_of
from nanproof.names.syntax import code_in, inside, text

# What takes the derivative of its first argument, or adds it to what is trained on.
_OF_ARGUMENT = frozenset(
    {"add_loss", "backward", "compute_gradients", "grad", "gradient", "gradients", "manual_backward", "minimize"}
)
_BACKWARD = "backward"
_ARITHMETIC = frozenset({"+", "-", "*", "/"})
# What one number is made with: the terms of what is reduced are the terms of the loss.
_REDUCES = frozenset({"mean", "sum", "reduce_mean", "reduce_sum", "scale", "squeeze", "float", "nanmean", "stack"})
_STATEMENTS = ("assignment", "augmented_assignment", "named_expression")
MOST_TERMS = 200


def is_objective(engine: Engine, node: Node) -> bool:
    """Say whether the value of an expression is a term of what a derivative is asked of in the same function."""
    scope = scope_of(node)
    return (node.start_byte, node.end_byte) in engine.once("terms of an objective", scope, lambda: _terms_in(scope))


def _terms_in(scope: Node) -> frozenset[tuple[int, int]]:
    """Return where the terms stand that a derivative is asked of in a function or module: names, calls, quotients."""
    body = [each for each in inside(scope) if scope_of(each) == scope]
    made: dict[str, list[Node]] = {}
    for each in body:
        if each.type in _STATEMENTS:
            left = each.child_by_field_name("left") or each.child_by_field_name("name")
            right = each.child_by_field_name("right") or each.child_by_field_name("value")
            if left is not None and right is not None and left.type in ("identifier", "attribute"):
                made.setdefault(text(left), []).append(right)
    waiting = [each for call in body if call.type == "call" for each in _differentiated(call)]
    found: set[tuple[int, int]] = set()
    for _ in range(MOST_TERMS):
        if not waiting:
            break
        for term in _terms(waiting.pop()):
            place = (term.start_byte, term.end_byte)
            if place not in found and term.type in ("identifier", "attribute"):
                waiting += made.get(text(term), ())
            found.add(place)
    return frozenset(found)


def _differentiated(call: Node) -> Iterator[Node]:
    """Yield what a call takes the derivative of."""
    callee = call.child_by_field_name("function")
    arguments = code_in(call.child_by_field_name("arguments"))
    attribute = callee.child_by_field_name("attribute") if callee is not None else None
    if callee is None or text(attribute or callee) not in _OF_ARGUMENT:
        return
    receiver = callee.child_by_field_name("object")
    if text(attribute) == _BACKWARD and receiver is not None:
        yield receiver
    if arguments and arguments[0].type != "keyword_argument":
        yield arguments[0]
    yield from (
        value
        for each in arguments
        if text(each.child_by_field_name("name")) in ("loss", "target", "tensors", "ys", "outputs")
        and (value := each.child_by_field_name("value")) is not None
    )


def _terms(expression: Node) -> Iterator[Node]:
    """Yield the terms of an expression, and all that is made of them on the way."""
    yield expression
    parts: tuple[Node | None, ...] = ()
    if expression.type == "binary_operator" and text(expression.child_by_field_name("operator")) in _ARITHMETIC:
        parts = (expression.child_by_field_name("left"), expression.child_by_field_name("right"))
    elif expression.type in ("parenthesized_expression", "unary_operator", "conditional_expression", "subscript"):
        parts = tuple(expression.named_children[:1])
    elif expression.type == "call":
        parts = tuple(_reduced(expression))
    for each in parts:
        if each is not None:
            yield from _terms(each)


def _reduced(call: Node) -> Iterator[Node]:
    """Yield what a reduction reduces: `x.mean()`, `torch.mean(x)`, `scaler.scale(x)`."""
    callee = call.child_by_field_name("function")
    attribute = callee.child_by_field_name("attribute") if callee is not None else None
    if callee is None or text(attribute or callee) not in _REDUCES:
        return
    arguments = code_in(call.child_by_field_name("arguments"))
    receiver = callee.child_by_field_name("object")
    if arguments and arguments[0].type not in ("keyword_argument", "integer", "unary_operator"):
        yield arguments[0]
    elif receiver is not None:
        yield receiver
