"""Operands that nothing is known of and that are valid all the same, by the way they are written.

A tensor of literal numbers, Python's own integers, the diagonal of a Cholesky factor, and a sum with a parameter whose
default is positive: a mask that its caller chooses.
"""

from __future__ import annotations

from itertools import islice

from tree_sitter import Node

from nanproof.forms.compositions import parts
from nanproof.forms.expressions import bare, origin
from nanproof.names.binding import Binds
from nanproof.names.reaching import reaching
from nanproof.names.syntax import called_name, inside, text
from nanproof.sites.site import Site

# A mask is a short term.
_MOST_PARTS = 20
_NUMBERS = frozenset({"integer", "float"})
_OF_PYTHON = frozenset({"int", "len"})
_OF_DATA = frozenset({"Tensor", "FloatTensor", "DoubleTensor", "tensor", "as_tensor", "array", "asarray", "constant"})
_DIAGONALS = frozenset({"diag", "diag_part", "diagonal"})


def is_told(site: Site) -> bool:
    """Say whether the way an operand is written shows that somebody keeps it valid."""
    node = origin(site, site.operand_node).node
    if node.type == "call" and text(node.child_by_field_name("function")) in _OF_PYTHON:
        return True
    return _is_literal(node) or _is_diagonal_of_a_factor(site, node) or _has_positive_default(site, node)


def _is_literal(node: Node) -> bool:
    """Say whether an expression calls something with literal numbers alone, all of them positive."""
    arguments = node.child_by_field_name("arguments")
    if node.type != "call" or called_name(node) not in _OF_DATA or arguments is None or not arguments.named_children:
        return False
    within = list(inside(arguments))
    is_named = any(each.type in ("identifier", "call", "unary_operator") for each in within)
    return not is_named and all(_is_positive_number(each) for each in within if each.type in _NUMBERS)


def _is_diagonal_of_a_factor(site: Site, node: Node) -> bool:
    if node.type != "call" or called_name(node) not in _DIAGONALS:
        return False
    callee, arguments = node.child_by_field_name("function"), node.child_by_field_name("arguments")
    receiver = callee.child_by_field_name("object") if callee is not None else None
    given = arguments.named_children if arguments is not None else []
    sources = (origin(site, each).node for each in (receiver, *given) if each is not None)
    return any(each.type == "call" and called_name(each).startswith("cholesky") for each in sources)


def _has_positive_default(site: Site, node: Node) -> bool:
    """Say whether a term of a sum is made of a parameter whose default is a positive number."""
    left, operator, right = parts(node)
    if operator != "+":
        return False
    bindings = site.engine.modules.bindings(site.document)
    for term in (left, right):
        for name in islice(inside(bare(term)), _MOST_PARTS) if term is not None else ():
            if name.type != "identifier":
                continue
            reached = reaching(name, bindings).bindings
            if len(reached) == 1 and reached[0].kind is Binds.PARAMETER and _is_positive(reached[0].name_node.parent):
                return True
    return False


def _is_positive(parameter: Node | None) -> bool:
    value = parameter.child_by_field_name("value") if parameter is not None else None
    return value is not None and value.type in _NUMBERS and _is_positive_number(value)


def _is_positive_number(number: Node) -> bool:
    try:
        return float(text(number)) > 0
    except ValueError:
        return False  # hexadecimal, complex
