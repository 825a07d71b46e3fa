"""Whether a result becomes an integer of Python's, `int(np.log2(n))`, or nothing: `run.log()`, which tells a logger.

An integer is made of a single number, and raises an exception where that is 0.
"""

from __future__ import annotations

from nanproof.names.syntax import called_name, parent_of, text
from nanproof.sites.site import Site

_ROUNDS = frozenset({"ceil", "floor", "rint", "round", "trunc"})
_MAKES_INTEGERS = frozenset({"int", "range", *(f"math.{each}" for each in _ROUNDS)})
_CHOOSES = frozenset({"max", "min"})
_PASSED = frozenset({"argument_list", "binary_operator", "parenthesized_expression", "unary_operator"})


def is_counted(site: Site) -> bool:
    """Say whether a result goes into `int`, or a rounding of `math`, itself or rounded and reckoned with."""
    node = parent_of(site.node)
    while node.type in _PASSED or node.type == "call":
        if node.type == "call":
            written = text(node.child_by_field_name("function"))
            if written in _MAKES_INTEGERS:
                return True
            if called_name(node) not in _ROUNDS and written not in _CHOOSES:
                return False
        node = parent_of(node)
    return False


def is_dropped(site: Site) -> bool:
    """Say whether a method is called for what it does, and not for what it gives: no tensor has such a logarithm."""
    return site.is_method and not site.is_in_place and parent_of(site.node).type == "expression_statement"
