"""Compositions for which frameworks have one function that is stable: what a site is really computing.

`log(softmax(z))` is `log_softmax(z)`, `exp(x) / sum(exp(x))` is `softmax(x)`. Observed (FACTS, T6 and T15): the
composition is infinite or NaN where its parts underflow or overflow, and the one function is not.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from tree_sitter import Node

from nanproof.changes.mutations import RANDOM
from nanproof.forms.expressions import Call, Origin, call_of, is_number, layer_call_of, number_at, origin
from nanproof.infer.value import Number
from nanproof.masks.asked import is_asked_before
from nanproof.names.binding import Binding, Binds
from nanproof.names.syntax import bare, called_name, code_in, operands, required, sides, text
from nanproof.sites.site import Site

MOST_STEPS = 4
# What is added to a probability as a mask, and not as a term of a formula.
LARGEST_EPSILON = 1e-2
_LOG_OF = {"softmax": "log_softmax", "sigmoid": "log_sigmoid"}


_REDUCTIONS = frozenset({"amax", "max"})  # as `scatter(x, index, reduce="max")` is told
_LARGEST = frozenset({"amax", "logsumexp", "max", "maximum", "reduce_logsumexp", "reduce_max"})


@dataclass(frozen=True, slots=True)
class LogOf:
    """The logarithm of an activation: `twin` names the function that computes both at once.

    `call` is the activation, `assignment` the statement that it stands in where that is another one. Of a
    complement, `1 - sigmoid(z)`, the twin takes the negative; something small `is_masked` was added to it. `steps` are
    the names that were followed to it.
    """

    twin: str
    call: Call
    assignment: Node | None = None
    is_complement: bool = False
    is_masked: bool = False
    steps: tuple[Origin, ...] = ()


def log_of(site: Site) -> LogOf | None:
    """Return which activation a site takes the logarithm of, to any base."""
    node, is_complement = site.operand_node, False
    if site.function.name == "log1p":
        argument = negated(node)
        if argument is None:
            return None
        node, is_complement = argument, True
    elif site.function.name not in ("log", "log2", "log10"):
        return None
    steps: list[Origin] = []
    is_masked = False
    for _ in range(MOST_STEPS):
        source = origin(site, node)
        node = source.node
        steps += [source] if source.assignment is not None else []
        without, subtracted = _without_epsilon(site, node), complemented(node)
        if without is not None and not is_complement:
            node, is_masked = without, True
        elif subtracted is not None and not is_complement:
            node, is_complement = subtracted, True
        elif source.assignment is None or node.type != "identifier":
            break
    call = call_of(site, node) or layer_call_of(site, node)
    if call is None:
        return None
    twin = twin_of(call)
    if twin is None or (is_complement and call.function != "sigmoid"):
        return None
    assignment = steps[-1].assignment if steps else None
    return LogOf(twin, call, assignment, is_complement, is_masked, tuple(steps))


def twin_of(call: Call) -> str | None:
    """Return the function that computes the logarithm of an activation at once: none where noise is drawn as well."""
    is_drawn = call.operation.name.rpartition(".")[2] in RANDOM
    return None if is_drawn else _LOG_OF.get(call.function)


def negated(node: Node) -> Node | None:
    """Return the operand of a minus sign."""
    node = bare(node)
    if node.type != "unary_operator" or text(node.child_by_field_name("operator")) != "-":
        return None
    return required(node, "argument")


def complemented(node: Node) -> Node | None:
    """Return what is subtracted from 1: `p` of `1 - p`."""
    found = operands(node, "-")
    return found[1] if found is not None and is_number(found[0], 1.0) else None


def taken_from_one(site: Site, node: Node) -> Node | None:
    """Return what a logarithm takes from 1, where `node` is its operand: p of `log(1 - p)` and of `log1p(-p)`."""
    asked = {"log": complemented, "log1p": negated}.get(site.function.name)
    return asked(node) if asked is not None else None


def multiplied(binding: Binding) -> tuple[Node, ...]:
    """Return both sides of the product that a name is bound to: of `w = p * m`, and of `w *= m`."""
    match binding:
        case Binding(kind=Binds.ASSIGNMENT, value=Node() as value):
            return operands(value, "*") or ()
        case Binding(kind=Binds.AUGMENTED, statement=statement):
            is_product = text(required(statement, "operator")) == "*="
            return (required(statement, "left"), required(statement, "right")) if is_product else ()
        case _:
            return ()


def is_shifted_by_largest(site: Site) -> bool:
    """Say whether the largest of something is subtracted from an operand, by what is not known to compute it.

    `src - src_max[index]` with `src_max = segment(src, ptr, reduce="max")`: the largest in its group.
    """
    difference = operands(origin(site, site.operand_node).node, "-")
    if difference is None:
        return False
    match number_at(site, difference[1]):
        case Number() as number:
            return math.isinf(number.range.interval.low) and is_largest(site, difference[1])
        case _:
            return False


def is_largest(site: Site, subtrahend: Node) -> bool:
    """Say whether what is subtracted is the larger one of two, computed or asked for: a `logaddexp` by hand."""
    made = origin(site, subtrahend).node
    while made.type == "subscript":  # `largest[index]`: that of each one's group
        made = origin(site, required(made, "value")).node
    if called_name(made) in _LARGEST or "max" in text(subtrahend):
        return True
    given = code_in(made.child_by_field_name("arguments")) if made.type == "call" else []
    if any(text(each).rpartition("=")[2].strip("\"' ") in _REDUCTIONS for each in given):
        return True
    return is_asked_before(site, frozenset({text(subtrahend)}))


def squared(site: Site, node: Node) -> Node | None:
    """Return what an expression is the square of, however that is written."""
    match sides(node):
        case base, "**", exponent:
            return base if is_number(exponent, 2.0) else None
        case left, "*", right:
            return left if text(bare(left)) == text(bare(right)) else None
        case None:
            call = call_of(site, node)
        case _:
            return None
    if call is None:
        return None
    is_power = call.function == "pow" and is_number(call.roles.get("y"), 2.0)
    return call.operand if call.function == "square" or is_power else None


def _without_epsilon(site: Site, node: Node) -> Node | None:
    """Return what a small positive constant was added to."""
    terms = operands(node, "+")
    if terms is None:
        return None
    for term, other in (terms, reversed(terms)):
        number = number_at(site, other)
        single = number.range.single if number is not None else None
        if single is not None and 0 < single <= LARGEST_EPSILON:
            return term
    return None
