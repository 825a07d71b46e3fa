"""Whether logits may hold -inf, as the masks of attention and of invalid actions leave them.

Where a logit is -inf the probability is 0, and so is its product with a logarithm that is finite: a mask keeps that.
The stable function answers -inf there, as it must, and 0 * -inf is NaN.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from tree_sitter import Node

from nanproof.forms.expressions import Call, number_at
from nanproof.infer.value import Computation, Number
from nanproof.names.binding import Binds
from nanproof.names.reaching import reaching
from nanproof.names.scopes import scope_of
from nanproof.names.syntax import bare, inside, is_a, is_label, parent_of, parts, required, text
from nanproof.sites.callee import function_called
from nanproof.sites.site import Site

ASSUMPTION = "no logit is -inf"

_INFINITY = re.compile(r"(?<![A-Za-z0-9])(?<!is_)N?inf(?:ty|inity)?(?![A-Za-z0-9])", re.IGNORECASE)
_STATEMENTS = frozenset({"expression_statement", "assignment", "augmented_assignment", "return_statement"})
# What is computed from many numbers at once is NaN, and not -inf, where one of them is -inf.
_MIXES = frozenset({"linear", "convolution", "matmul", "embedding", "padded_embedding", "gated", "recurrent"})
_OVERFLOWS = frozenset({"add", "multiply", "pow", "square", "subtract", "sum"})
_MOST_NODES = 200


def may_be_infinite(site: Site, activation: Call) -> bool:
    """Say whether a logit may be -inf, as far as its values and the text that makes it tell, or counts as -inf."""
    if _leaves_out(activation):
        return True
    logits = activation.operand
    number = number_at(site, logits)
    if number is not None and _is_finite(number):
        return False  # whatever was masked with, it is clipped since
    return (number is not None and _is_computed(number)) or _is_written(site, logits)


def _is_finite(number: Number) -> bool:
    interval = number.range.interval
    return math.isfinite(interval.low) and math.isfinite(interval.high)


def _is_infinite_for_certain(site: Site, activation: Call) -> bool:
    """Say whether a logit is known to be -inf: it is masked with it."""
    match number_at(site, activation.operand):
        case Number() as number:
            return any(each.value == -math.inf for each in number.range.points)
        case _:
            return False


def makes_zero_times_infinity(site: Site, activation: Call) -> bool:
    """Say whether the stable function would be multiplied where it is -inf for certain: by 0, which is NaN."""
    return is_factor(site.node) and _is_infinite_for_certain(site, activation)


def _leaves_out(activation: Call) -> bool:
    """Say whether a softmax is told which elements count: of the others it is 0, and its logarithm -inf."""
    return "where" in activation.roles


def is_factor(node: Node) -> bool:
    """Say whether an expression is multiplied with something at once, or what it is added to."""
    above = parent_of(node)
    while above.type in ("parenthesized_expression", "unary_operator") or parts(above)[1] in ("+", "-"):
        above = parent_of(above)
    return parts(above)[1] == "*"


def _is_computed(number: Number) -> bool:
    """Say whether an infinity is known on the way to a number."""
    waiting, seen = [number], set[int]()
    for _ in range(_MOST_NODES):
        if not waiting:
            break
        each = waiting.pop()
        if id(each) in seen or _is_finite(each):
            continue
        seen.add(id(each))
        computation = each.computation
        if _takes_infinity(each) and (computation is None or _makes_infinity(computation)):
            return True
        if computation is not None and computation.function.name not in _MIXES:
            waiting += computation.roles.values()
    return False


def _takes_infinity(number: Number) -> bool:
    return any(math.isinf(point.value) for point in number.range.points)


def _makes_infinity(made: Computation) -> bool:
    """Say whether an infinity is made of finite numbers, and meant: that of a product that overflows is not."""
    if made.function.overflows or made.function.name in _OVERFLOWS:
        return False
    return not any(_takes_infinity(each) for each in made.roles.values())


def _is_written(site: Site, logits: Node) -> bool:
    """Say whether an infinity is written, or a mask added, in a statement that the logits may come from."""
    waiting, seen = [logits], set[int]()
    for _ in range(_MOST_NODES):
        if not waiting:
            break
        node = waiting.pop()
        if node.id in seen:
            continue
        seen.add(node.id)
        if _names_infinity(node):
            return True
        for each in inside(node):
            if _is_of_helper(site, each) or _adds_mask(site, each):
                return True
            if each.type in ("identifier", "attribute"):
                waiting += _makers(site, each)
    return False


def _names_infinity(node: Node) -> bool:
    return _INFINITY.search(text(node)) is not None


def _is_of_helper(site: Site, call: Node) -> bool:
    """Say whether an expression calls a function of the project that writes an infinity."""
    function = function_called(site, call) if call.type == "call" else None
    return function is not None and _names_infinity(function.node)


def _adds_mask(site: Site, node: Node) -> bool:
    """Say whether a mask is added that comes from elsewhere: it holds -inf as often as it holds -1e9."""
    if node.type not in ("binary_operator", "augmented_assignment"):
        return False
    operator = text(node.child_by_field_name("operator"))
    operands = (required(node, "left"), required(node, "right"))
    return operator in ("+", "+=") and any(_is_mask(site, each) for each in operands)


def _is_mask(site: Site, node: Node) -> bool:
    """Say whether an expression is named a mask, however it is shaped, and nothing here says what it is made of."""
    node = bare(node)
    while node.type in ("subscript", "call"):
        if node.type == "subscript":
            node = required(node, "value")
            continue
        callee = required(node, "function")
        inner = callee.child_by_field_name("object")
        if inner is None or "mask" in text(callee.child_by_field_name("attribute")):
            return "mask" in text(callee)
        node = inner
    name = text(node.child_by_field_name("attribute") or node) if node.type in ("identifier", "attribute") else ""
    return "mask" in name.lower() and all(each.type == "call" for each in _values(site, node))


def _values(site: Site, use: Node) -> Iterator[Node]:
    """Yield what a name is assigned."""
    found = reaching(use, site.engine.modules.bindings(site.document)).bindings
    assigned = (each.value for each in found if each.kind in (Binds.ASSIGNMENT, Binds.AUGMENTED))
    yield from (bare(each) for each in assigned if each is not None)


def _makers(site: Site, use: Node) -> Iterator[Node]:
    """Yield the statements that bind a name or an attribute, or that may write an infinity into what it holds."""
    bindings = site.engine.modules.bindings(site.document)
    if use.type == "attribute":
        known = bindings.of_attribute(text(use.child_by_field_name("attribute")))
        yield from (each.statement for each in known if text(each.name_node.parent) == text(use))
        return
    if is_label(use):
        return
    for binding in reaching(use, bindings).bindings:
        if binding.kind is Binds.LOOP:
            yield required(binding.statement, "right")
        elif binding.value is not None and binding.kind is not Binds.WITH:
            yield binding.statement
    for other in bindings.occurrences_in(text(use), scope_of(use).start_byte, site.span.end):
        statement = _changing(other)
        if statement is not None and (_names_infinity(statement) or _is_of_helper(site, statement)):
            yield statement


def _changing(use: Node) -> Node | None:
    """Return the call that stands as a statement, or the assignment into something, that a name stands in."""
    above = use.parent
    while above is not None and above.type not in _STATEMENTS and not above.type.endswith("block"):
        above = above.parent
    if not is_a(above, *_STATEMENTS):
        return None
    inner = above.named_children[0] if above.type == "expression_statement" else above
    if inner.type == "call":
        return inner
    left = inner.child_by_field_name("left")
    if not is_a(left, "subscript", "attribute"):
        return None
    return inner if left.start_byte <= use.start_byte < left.end_byte else None
