"""The site that an operator is: `a / b`, `a // b`, `a % b`, `a ** b`, and their augmented assignments."""

from __future__ import annotations

import math
from dataclasses import replace

from tree_sitter import Node

from nanproof.catalog.model import Domain, Framework, Function
from nanproof.infer.engine import Engine
from nanproof.infer.operators import FUNCTIONS, as_number
from nanproof.infer.pairwise import only_framework
from nanproof.infer.selected import only_counts
from nanproof.infer.value import Frame, Holder, Number
from nanproof.names.syntax import required, text
from nanproof.sites.choice import chosen_tensor, framework_given, tensor_of_reduction
from nanproof.sites.extents import Extent, is_extent, selected_extent
from nanproof.sites.powers import (
    beside_a_tensor,
    derivative_of_power,
    domain_of_power,
    exponent_of_power,
    told_of_power,
)
from nanproof.sites.site import Site
from nanproof.source.document import Document
from nanproof.values.dtype import DType
from nanproof.values.interval import Interval
from nanproof.values.ranges import Range
from nanproof.values.transfer.arithmetic import is_bound_alone

# Of whole numbers these are no NaN for a divisor of 0: they are 0 (NumPy), or an exception (PyTorch).
_RAISES_FOR_INTEGERS = frozenset({"mod", "floor_divide"})
_MASKED = frozenset({"mask"})
_SIZE = Number(Range(Interval(0.0, math.inf)), DType.INTEGER, Holder.PYTHON)
OPERATIONS = frozenset({"binary_operator", "augmented_assignment"})


def site_of_operator(document: Document, engine: Engine, node: Node) -> Site | None:
    """Return the site that an operator is, None where its operand is no tensor or array.

    Of an operand that nothing is known of, nothing can be said here: whether `/` divides tensors or paths is unknown.
    """
    operator = required(node, "operator")
    function = engine.catalog.functions.get(FUNCTIONS.get(text(operator).rstrip("="), ""))
    if function is None or function.rule is None:
        return None
    operand_node = required(node, "right" if function.operand == "y" else "left")
    if operand_node.type == "string":
        return None
    frame = engine.around(document, node)
    # It is known before anything is evaluated, and the models behind `x` are what costs most.
    number = _SIZE if is_extent(operand_node) else as_number(engine, engine.value(frame, operand_node))
    selected = _selected(engine, frame, operand_node, function, number)
    number = number if selected is None else _SIZE
    # A number of Python's counts by what is divided by it: 0 itself, or what was read from a tensor that is 0 for some.
    if number is None:
        return None
    is_python = number.holder is Holder.PYTHON
    if is_python and selected is None and not _is_taken(function.domain, number):
        return None
    held_by = as_number(engine, engine.value(frame, required(node, "left"))) if is_python else number
    tensor = _assumed(document, engine, node, held_by)
    if tensor is None or tensor.framework is None:
        return None
    if is_python and tensor.holder not in (Holder.TENSOR, Holder.ARRAY):
        return None
    if function.name in _RAISES_FOR_INTEGERS and _is_integer(tensor) and _is_integer(_divided(engine, frame, node)):
        return None
    function, domain, gradient = _told(engine, frame, node, function, tensor.framework)
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
        number if is_python else tensor,
        False,
        domain,
        gradient,
        {"x": required(node, "left"), "y": required(node, "right")},
    )


def _divided(engine: Engine, frame: Frame, node: Node) -> Number | None:
    return as_number(engine, engine.value(frame, required(node, "left")))


def _is_integer(value: Number | None) -> bool:
    return value is not None and (value.dtype is DType.INTEGER or only_counts(value))


def _selected(engine: Engine, frame: Frame, divisor: Node, function: Function, number: Number | None) -> Extent | None:
    """Return how many a mask selects where that is divided by, and nothing else is known of it."""
    is_divisor = function.domain is not None and function.domain.hole == 0
    is_known = number is not None and (number.dtype is not DType.INTEGER or bool(number.range.points))
    return selected_extent(engine, frame, divisor) if is_divisor and not is_known else None


def _is_taken(domain: Domain | None, number: Number) -> bool:
    """Say whether a number of Python's is what a divisor must not be, or was a tensor's that can be."""
    hole = domain.hole if domain is not None else None
    is_read = number.framework is not None and any(each.value == hole for each in number.range.points)
    return hole is not None and (number.range.single == hole or is_read)


def _assumed(document: Document, engine: Engine, node: Node, number: Number | None) -> Number | None:
    """Return a tensor or an array, and what nothing at all is known of as it is, of the only framework of its file.

    Nobody can say of the latter that it is a tensor: a rule must see by what is computed of it that it is one.
    """
    if number is None or (number.framework is not None and number.holder in (Holder.TENSOR, Holder.ARRAY)):
        return number
    if number.holder is not Holder.ANY:
        return None
    frame = engine.around(document, node)
    if number.range.points:
        return _bounded_at_0(engine, frame, node, number)
    chosen = chosen_tensor(document, engine, frame, node, number)
    if chosen.framework is not None:
        return chosen
    operator = text(node.child_by_field_name("operator")).rstrip("=")
    if operator == "**":
        raised = engine.value(frame, required(node, "right"))
        return beside_a_tensor(raised) or tensor_of_reduction(document, engine, node, number)
    if operator != "/":
        return tensor_of_reduction(document, engine, node, number)
    return replace(number, framework=_framework_divided(engine, frame, node) or only_framework(engine, document))


def _framework_divided(engine: Engine, frame: Frame, node: Node) -> Framework | None:
    """Return the framework of the tensor that is divided, None where nothing says that it is one."""
    divided = engine.value(frame, required(node, "left"))
    return divided.framework if isinstance(divided, Number) and divided.holder is Holder.TENSOR else None


def _bounded_at_0(engine: Engine, frame: Frame, node: Node, number: Number) -> Number | None:
    """Return a number that divides a tensor and that somebody let fall to 0: `logits / max(1 - step / steps, 0.0)`."""
    if not any(each.value == 0 and is_bound_alone(each) for each in number.range.points):
        return None
    framework = _framework_divided(engine, frame, node) or framework_given(engine, frame, node)
    if framework is None:
        return None
    return replace(number, framework=framework, holder=Holder.PYTHON, traits=number.traits | _MASKED)


def _told(
    engine: Engine, frame: Frame, node: Node, function: Function, framework: Framework
) -> tuple[Function, Domain | None, Domain | None]:
    """Return the function of an operator and its domains: a power's depend on the exponent, and so do its sentences."""
    if function.transfer != "pow":
        return function, function.domain, framework.gradient_of(function)
    number = as_number(engine, engine.value(frame, required(node, "right")))
    exponent = exponent_of_power(engine, number)
    return told_of_power(function, number), domain_of_power(exponent), derivative_of_power(exponent)


def number_divided(site: Site) -> float | None:
    """Return the number that is divided, where it is one: 1 of `1 / n`, `div(1, n)`, `n.reciprocal()`, `n ** -1`."""
    if site.function.name == "reciprocal" or is_inverse(site):
        return 1.0
    divided = site.roles.get("x") if site.function.operand == "y" else None
    number = site.engine.value(site.frame, divided) if divided is not None else None
    return number.range.single if isinstance(number, Number) else None


def is_division(site: Site) -> bool:
    """Say whether something is divided by an operand, by an operator, a call, or the power -1."""
    return site.function.rule == "NAN102" or is_inverse(site)


def is_inverse(site: Site) -> bool:
    """Say whether a power is a reciprocal: its exponent is -1."""
    raised = site.roles.get("y") if site.function.transfer == "pow" else None
    number = as_number(site.engine, site.engine.value(site.frame, raised)) if raised is not None else None
    return number is not None and number.range.single == -1
