"""The site that an operator is: `a / b`, `a // b`, `a % b`, `a ** b`, and their augmented assignments."""

from __future__ import annotations

from tree_sitter import Node

from nanproof.catalog.model import Domain, Function
from nanproof.infer.engine import Engine
from nanproof.infer.operators import FUNCTIONS, as_number
from nanproof.infer.value import Frame, Holder, Number
from nanproof.names.scopes import scope_of
from nanproof.names.syntax import text
from nanproof.sites.choice import chosen_tensor
from nanproof.sites.powers import derivative_of_power, domain_of_power
from nanproof.sites.site import Site
from nanproof.source.document import Document

OPERATIONS = frozenset({"binary_operator", "augmented_assignment"})


def site_of_operator(document: Document, engine: Engine, node: Node) -> Site | None:
    """Return the site that an operator is, None where its operand is no tensor or array.

    Of an operand that nothing is known of, nothing can be said here: whether `/` divides tensors or paths is unknown.
    """
    operator = node.child_by_field_name("operator")
    function = engine.catalog.functions.get(FUNCTIONS.get(text(operator).rstrip("="), ""))
    if operator is None or function is None or function.rule is None:
        return None
    operand_node = node.child_by_field_name("right" if function.operand == "y" else "left")
    if operand_node is None or operand_node.type == "string":
        return None
    frame = engine.general(document, scope_of(node))
    # A number that is written out counts by what is divided by it: of Python's own numbers nobody needs to be told.
    is_literal = operand_node.type in ("integer", "float")
    held_by = node.child_by_field_name("left") if is_literal else operand_node
    tensor = as_number(engine, engine.value(frame, held_by)) if held_by is not None else None
    if tensor is not None and not is_literal and tensor.framework is None and tensor.holder is Holder.ANY:
        tensor = chosen_tensor(document, engine, frame, node, tensor)
    if tensor is None or tensor.framework is None or tensor.holder not in (Holder.TENSOR, Holder.ARRAY):
        return None
    number = as_number(engine, engine.value(frame, operand_node)) if is_literal else tensor
    if number is None or (is_literal and (function.domain is None or function.domain.hole != number.range.single)):
        return None
    domain, gradient = _domains(engine, frame, node, function, tensor)
    name = text(operator)
    return Site(
        document,
        engine,
        frame,
        name.rstrip("="),
        function,
        tensor.framework,
        node,
        operator,
        operand_node,
        number,
        False,
        domain,
        gradient,
    )


def _domains(
    engine: Engine, frame: Frame, node: Node, function: Function, operand: Number
) -> tuple[Domain | None, Domain | None]:
    if function.transfer != "pow":
        return function.domain, operand.framework.gradient_of(function) if operand.framework is not None else None
    right = node.child_by_field_name("right")
    number = as_number(engine, engine.value(frame, right)) if right is not None else None
    exponent = number.range.single if number is not None else None
    return domain_of_power(exponent), derivative_of_power(exponent)


def dividend(site: Site) -> float | None:
    """Return the number that is divided, where it is one that stands there: 1 of `1 / n` and `reciprocal(n)`."""
    if site.function.name == "reciprocal":
        return 1.0
    left = site.node.child_by_field_name("left") if site.is_operator else None
    number = site.engine.value(site.frame, left) if left is not None else None
    return number.range.single if isinstance(number, Number) else None
