"""Whether a result becomes an integer of Python's, `int(np.log2(n))`, or nothing: `run.log()`, which tells a logger.

An integer is made of a single number, and raises an exception where that is 0.
"""

from __future__ import annotations

from nanproof.names.syntax import called_name, is_a, text
from nanproof.sites.site import Site

_MAKES_INTEGERS = frozenset({"int", "range"})
_ROUNDS = frozenset({"ceil", "floor", "rint", "round", "trunc"})
_CHOOSES = frozenset({"max", "min"})
_PASSED = frozenset({"argument_list", "binary_operator", "parenthesized_expression", "unary_operator"})


def is_counted(site: Site) -> bool:
    """Say whether a result goes into `int`, or a rounding of `math`, itself or rounded and reckoned with."""
    node = site.node.parent
    while node is not None and (node.type in _PASSED or node.type == "call"):
        if node.type == "call":
            written, name = text(node.child_by_field_name("function")), called_name(node)
            if written in _MAKES_INTEGERS or (name in _ROUNDS and written == f"math.{name}"):
                return True
            if name not in _ROUNDS and written not in _CHOOSES:
                return False
        node = node.parent
    return False


def is_dropped(site: Site) -> bool:
    """Say whether a method is called for what it does, and not for what it gives: no tensor has such a logarithm."""
    parent = site.node.parent
    return site.is_method and not site.is_in_place and is_a(parent, "expression_statement")
