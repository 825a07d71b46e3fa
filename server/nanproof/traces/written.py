"""Whether a statement computes an operation of a log by the way it is written: JAX often names a line further out."""

from __future__ import annotations

from tree_sitter import Node

from nanproof.catalog import Catalog
from nanproof.catalog.logged import Logged
from nanproof.infer.operators import FUNCTIONS
from nanproof.names.syntax import called_name, inside, text

_OPERATORS = ("binary_operator", "augmented_assignment")


def holds(catalog: Catalog, operation: Logged, statement: Node) -> bool:
    """Say whether an operator or a call of a statement may be an operation, or may run it among others.

    A call is known by its last name, whatever it is a function of: `softmax` holds the division of one.
    """
    functions = operation.own | operation.inside
    names = catalog.last_names(functions)
    for each in inside(statement):
        if (
            each.type in _OPERATORS
            and FUNCTIONS.get(text(each.child_by_field_name("operator")).rstrip("=")) in functions
        ):
            return True
        if each.type == "call" and called_name(each) in names:
            return True
    return False
