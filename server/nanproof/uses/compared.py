"""Whether a result is only compared or ranked: -inf is smaller than every number, and no derivative leads through that.

`log(u) < log_ratio` accepts where u is 0, as it should, and `argmax(logits - log(-log(u)))` takes another class:
samplers are written so.
"""

from __future__ import annotations

from tree_sitter import Node

from nanproof.names.scopes import scope_of
from nanproof.names.syntax import called_name, text
from nanproof.sites.site import Site

_COMPARES = frozenset({"less", "less_equal", "greater", "greater_equal", "lt", "le", "gt", "ge"})
_RANKS = frozenset({"argmax", "argmin", "argsort"})
_LOGARITHMS = frozenset({"log", "log2", "log10", "log1p"})
_PASSED = frozenset({"parenthesized_expression", "unary_operator"})
_SUMS = frozenset({"+", "-"})
MOST_NAMES = 3  # names that a result goes through, one into the next


def is_only_compared(site: Site) -> bool:
    """Say whether an infinite logarithm goes into nothing but comparisons and ranks, itself or in sums."""
    domain = site.domain
    if domain is None or site.function.rule != "NAN101":
        return False
    invalid = [point.value for point in site.operand.range.points if not domain.holds(point.value)]
    is_infinite = all(value == domain.low for value in invalid)
    return is_infinite and _is_compared(site, site.node, MOST_NAMES, is_above=False)


def _is_compared(site: Site, result: Node, names: int, *, is_above: bool) -> bool:
    """Say whether an infinite result is compared; `is_above`: it is inf, whose logarithm is inf, and not -inf."""
    node, parent = result, result.parent
    while parent is not None and (parent.type in _PASSED or _is_sum(parent) or _is_quotient(parent, node)):
        is_above = not _is_quotient(parent, node) and is_above is not _is_negated(parent, node)
        node, parent = parent, parent.parent
    if parent is None:
        return False
    call = parent.parent if parent.type in ("argument_list", "attribute") else None
    match parent.type:
        case "comparison_operator":
            return True
        case "attribute" if parent.child_by_field_name("object") != node:
            return False
        case "argument_list" | "attribute" if call is not None and is_above and called_name(call) in _LOGARITHMS:
            return _is_compared(site, call, names, is_above=True)
        case "argument_list" | "attribute":
            return called_name(call) in _COMPARES | _RANKS
        case "assignment" if names > 0 and parent.child_by_field_name("right") == node:
            return _is_name_compared(site, parent, names, is_above=is_above)
        case _:
            return False


def _is_negated(parent: Node, node: Node) -> bool:
    """Say whether an expression is the negative of a part, up to what is added: `-x`, `a - x`."""
    is_minus = text(parent.child_by_field_name("operator")) == "-"
    return is_minus and (parent.type == "unary_operator" or parent.child_by_field_name("right") == node)


def _is_quotient(parent: Node, node: Node) -> bool:
    """Say whether an infinite number is divided, by a temperature: it stays infinite, of a sign that is not known."""
    is_division = parent.type == "binary_operator" and text(parent.child_by_field_name("operator")) == "/"
    return is_division and parent.child_by_field_name("left") == node


def _is_sum(node: Node) -> bool:
    return node.type == "binary_operator" and text(node.child_by_field_name("operator")) in _SUMS


def _is_name_compared(site: Site, assignment: Node, names: int, *, is_above: bool) -> bool:
    """Say whether all uses of the name that holds a result, in the function that it is local to, are comparisons."""
    target, scope = assignment.child_by_field_name("left"), scope_of(assignment)
    if target is None or target.type != "identifier" or scope.type != "function_definition":
        return False
    bindings = site.engine.modules.bindings(site.document)
    uses = [
        each
        for each in bindings.occurrences_in(text(target), assignment.end_byte, scope.end_byte)
        if each.parent is None or each.parent.child_by_field_name("left") != each or each.parent.type != "assignment"
    ]
    return bool(uses) and all(_is_compared(site, each, names - 1, is_above=is_above) for each in uses)
