"""A large finite number in place of the infinity that masks: 0 times it is 0, and its exponential is 0 as well."""

from __future__ import annotations

import math

from tree_sitter import Node

from nanproof.findings.finding import Finding
from nanproof.fixes.fix import Applicability, Fix
from nanproof.fixes.writing import result
from nanproof.infer.parts import node_of
from nanproof.infer.value import Number
from nanproof.names.syntax import code_in, is_a, operands, parent_of, passed, required, text
from nanproof.sites.masked_rows import masking_of_rows
from nanproof.sites.site import Site
from nanproof.source.span import Span, TextEdit
from nanproof.values.dtype import DType

# exp of these is 0 in the dtype, and sums of some stay finite.
_LARGE = {DType.FLOAT16: "1e4"}
_LARGE_IN_SINGLE = "1e9"
_LOWEST = {DType.FLOAT16: -65504.0}
_FILLS = frozenset({"where", "masked_fill"})
_LONGEST_WAY = 8


def finite_mask(finding: Finding, site: Site) -> Fix | None:
    """Return the fix that masks with a large number where an infinity meets 0."""
    constants = _constants(site) if finding.code == "NAN107" else ()
    if not constants:
        return None
    large = _LARGE.get(_dtype(site), _LARGE_IN_SINGLE)
    edits = tuple(TextEdit(Span(each.start_byte, each.end_byte), f"-{large}") for each in constants)
    around = _around(constants[0])
    written = result(site.document, Span(around.start_byte, around.end_byte), edits[:1])
    return Fix(
        title=f"Mask with a large number: {written}",
        reason=f"0 times -{large} is 0, and exp(-{large}) is 0 as exp(-inf) is; a row that is masked as a whole "
        "becomes uniform",
        result=written,
        applicability=Applicability.UNSAFE,
        edits=edits,
        preferred=True,
        lead="write",
    )


def _constants(site: Site) -> tuple[Node, ...]:
    """Return where the text writes the infinities that meet: as a factor, or where logits are masked with them."""
    if (masking := masking_of_rows(site)) is not None:
        filling = _filling(site, masking.node)
        return (filling,) if filling is not None else ()
    if site.operand.range.single is not None:
        written = _filling(site, site.operand_node) or site.operand_node
        return (written,) if _is_written(site, written) else ()
    value = site.engine.value(site.frame, site.node)
    made = value.computation if isinstance(value, Number) else None
    both = tuple(made.roles.values()) if made is not None and made.function.name != "multiply" else (site.operand,)
    found = {_masking(site, each): None for each in both}
    return tuple(each for each in found if each is not None) if None not in found else ()


def _masking(site: Site, number: Number | None) -> Node | None:
    """Return the infinity with which the logits of a number are masked."""
    for _ in range(_LONGEST_WAY):
        made = number.computation if number is not None else None
        if made is None:
            return None
        if made.function.name in _FILLS:
            return _filling(site, node_of(made)) if made.where.document is site.document else None
        number = made.roles.get("x")
    return None


def _filling(site: Site, node: Node) -> Node | None:
    """Return the infinity that a call is given, or an assignment gives: a tensor of it stays one, of the same shape."""
    is_assigned = is_a(node, "assignment")
    given = [required(node, "right")] if is_assigned else code_in(node.child_by_field_name("arguments"))
    given = list(operands(node, "*") or given)  # `(1 - mask) * -1e9`
    return next((each for each in map(passed, given) if _is_written(site, each)), None)


def _is_written(site: Site, node: Node) -> bool:
    """Say whether an expression is minus infinity, `float("-inf")`, or a number that is in half precision, `-1e9`."""
    value = site.engine.value(site.engine.around(site.document, node), node)
    single = value.range.single if isinstance(value, Number) else None
    if single == -math.inf:
        return "inf" in text(node).lower() and node.type in ("call", "attribute", "unary_operator")
    is_number = node.type == "unary_operator" and is_a(required(node, "argument"), "float", "integer")
    return is_number and single is not None and single < _LOWEST.get(_dtype(site), -math.inf)


def _dtype(site: Site) -> DType:
    """Return the dtype of what a site gives: a number beside a tensor in half precision is in half precision."""
    value = site.engine.value(site.frame, site.node)
    return value.dtype if isinstance(value, Number) else site.operand.dtype


def _around(node: Node) -> Node:
    """Return the call that a constant is an argument of, or the product that it is a factor of."""
    around = parent_of(node)
    while is_a(around, "argument_list", "keyword_argument"):
        around = parent_of(around)
    return around
