"""Whether a result is only compared or ranked: -inf is smaller than every number, and no derivative leads through that.

`log(u) < log_ratio` accepts where u is 0, as it should, and `argmax(logits - log(-log(u)))` takes another class:
samplers are written so. So is `softmax(logits - log(-log(u)))`, where that class gets 0, and of noise nobody asks for a
derivative.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from tree_sitter import Node

from nanproof.infer.value import Holder, Number
from nanproof.names.bindings import Bindings
from nanproof.names.reaching import reaching
from nanproof.names.syntax import called_name, is_a, parent_of, required, text
from nanproof.sites.site import Site
from nanproof.uses.onward import Expression, only_places

_COMPARES = frozenset({"less", "less_equal", "greater", "greater_equal", "lt", "le", "gt", "ge"})
_RANKS = frozenset({"argmax", "argmin", "argsort"})
# What finds the largest: -inf as the noise of one of many is not among them.
_LARGEST = frozenset({"topk", "top_k"})
# What makes 0 of -inf: the noise of a Gumbel softmax is such a logit.
_VANISHES = frozenset({"softmax", "sigmoid"})
_NOISE = frozenset({"uniform"})
_RESHAPES = frozenset({"to", "cuda", "type_as", "view", "reshape", "unsqueeze", "squeeze", "expand_as"})
_NUMBER = re.compile(r"(?!-?[0.]+$)-?\d+(?:\.\d*)?")  # other than 0
_LOGARITHMS = frozenset({"log", "log2", "log10", "log1p"})
_PASSED = frozenset({"parenthesized_expression", "unary_operator"})
_SUMS = frozenset({"+", "-"})
MOST_NAMES = 3  # names that a result goes through, one into the next


@dataclass(frozen=True, slots=True)
class _Infinite:
    """What became of an infinite number so far: whether it is inf and not -inf, and whether it was divided.

    A divisor may have either sign; where it is the temperature of a softmax it is positive.
    """

    is_above: bool = False
    is_divided: bool = False
    is_noise: bool = False


def is_only_compared(site: Site) -> bool:
    """Say whether an infinite logarithm goes into nothing but comparisons and ranks, itself or in sums."""
    if site.function.rule != "NAN101":
        return False
    invalid = [point.value for point in site.operand.range.points if not site.holds(point.value)]
    is_infinite = all(value in site.edges for value in invalid)
    is_noise = bool(site.operand.made) and all(each.function.name in _NOISE for each in site.operand.made)
    return is_infinite and _is_compared(site, site.node, MOST_NAMES, _Infinite(is_noise=is_noise))


def _is_compared(site: Site, result: Node, names: int, infinite: _Infinite) -> bool:
    """Say whether an infinite result is compared, or vanishes where it goes."""
    node, parent = result, parent_of(result)
    while parent.type in _PASSED or _is_linear(parent, node):
        if _is_quotient(parent, node):
            is_noise = infinite.is_noise and _is_untrained(site, required(parent, "right"))
            infinite = replace(infinite, is_divided=True, is_noise=is_noise)
        infinite = replace(infinite, is_above=infinite.is_above is not _is_negated(parent, node))
        node, parent = parent, parent_of(parent)
    call = parent_of(parent)
    match parent.type:
        case "comparison_operator":
            return True
        case "attribute" if required(parent, "object") != node:
            return False
        case "attribute" if called_name(call) in _RESHAPES:
            return _is_compared(site, call, names, infinite)
        case "argument_list" if called_name(call).endswith("gather"):
            return _is_compared(site, call, names, infinite)
        case "argument_list" | "attribute" if called_name(call) in _LOGARITHMS:
            is_kept = infinite.is_above and not infinite.is_divided
            return is_kept and _is_compared(site, call, names, infinite)
        case "argument_list" | "attribute":
            is_zero = infinite.is_noise and not infinite.is_above and called_name(call) in _VANISHES | _LARGEST
            is_ranked = called_name(call) in _RANKS or only_places(site.engine, Expression(site.document, call))
            return is_zero or is_ranked or called_name(call) in _COMPARES
        case "assignment" if names > 0:
            return _is_name_compared(site, parent, names, infinite)
        case _:
            return False


def _is_untrained(site: Site, divisor: Node) -> bool:
    """Say whether a temperature is a number of Python's: the derivative by one that is trained is 0 times inf."""
    value = site.engine.value(site.frame, divisor)
    return isinstance(value, Number) and value.holder is Holder.PYTHON


def _is_linear(parent: Node, node: Node) -> bool:
    return _is_sum(parent) or _is_quotient(parent, node) or _factor(parent, node) is not None


def _factor(parent: Node, node: Node) -> float | None:
    """Return the number, other than 0, that an expression is multiplied by: `-1.0 * x`."""
    if text(parent.child_by_field_name("operator")) != "*":
        return None
    left, right = (parent.child_by_field_name(side) for side in ("left", "right"))
    written = text(left if right == node else right).replace(" ", "")
    return float(written) if _NUMBER.fullmatch(written) else None


def _is_negated(parent: Node, node: Node) -> bool:
    """Say whether an expression is the negative of a part, up to what is added: `-x`, `a - x`."""
    factor = _factor(parent, node)
    if factor is not None:
        return factor < 0
    is_minus = text(parent.child_by_field_name("operator")) == "-"
    return is_minus and (parent.type == "unary_operator" or parent.child_by_field_name("right") == node)


def _is_quotient(parent: Node, node: Node) -> bool:
    """Say whether an infinite number is divided, by a temperature: it stays infinite, of a sign that is not known."""
    return text(parent.child_by_field_name("operator")) == "/" and required(parent, "left") == node


def _is_sum(node: Node) -> bool:
    return text(node.child_by_field_name("operator")) in _SUMS


def _may_hold(use: Node, assignment: Node, bindings: Bindings) -> bool:
    """Say whether a name may still hold what it was assigned: in the same function, if nothing else was assigned."""
    if bindings.scope_of(use) != bindings.scope_of(assignment):
        return True
    return any(each.statement == assignment for each in reaching(use, bindings).bindings)


def _is_handed_on(use: Node) -> bool:
    """Say whether a number is handed on by its own name, to whoever wants to know it: `Extra(log_u=log_u)`."""
    return text(parent_of(use).child_by_field_name("name")) == text(use)


def _is_name_compared(site: Site, assignment: Node, names: int, infinite: _Infinite) -> bool:
    """Say whether all uses of the name that holds a result, in the function that it is local to, are comparisons."""
    bindings = site.engine.modules.bindings(site.document)
    target, scope = required(assignment, "left"), bindings.scope_of(assignment)
    if not is_a(target, "identifier") or scope.type != "function_definition":
        return False
    uses = (
        each
        for each in bindings.occurrences_in(text(target), assignment.end_byte, scope.end_byte)
        if parent_of(each).type != "assignment" or required(parent_of(each), "left") != each
    )
    if infinite.is_noise:
        uses = (each for each in uses if not _is_handed_on(each))
    is_met = False
    for use in uses:  # most often the first is no comparison, and the others need not be looked at
        if _may_hold(use, assignment, bindings):
            is_met = True
            if not _is_compared(site, use, names - 1, infinite):
                return False
    return is_met
