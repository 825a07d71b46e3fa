"""The function that a formula writes out by hand: `exp(x) / sum(exp(x))` becomes `softmax(x)`."""

from __future__ import annotations

from collections.abc import Sequence

from tree_sitter import Node

from nanproof.changes.unchanged import is_unchanged, means_the_same
from nanproof.fixes.fix import Fix
from nanproof.fixes.made import made_there
from nanproof.fixes.moved import Moved, as_it_stands, moved
from nanproof.fixes.spelling import argument_of, spelt_stable
from nanproof.fixes.stable import USE, stable
from nanproof.fixes.twin import negative
from nanproof.fixes.writing import enclosed
from nanproof.forms.expressions import Call, Origin, has_comment, is_integer, since
from nanproof.forms.handwritten import Handwritten, handwritten
from nanproof.names.syntax import text
from nanproof.sites.site import Site
from nanproof.source.span import TextEdit

_REASONS = {
    "softmax": "softmax subtracts the largest element first: no exponential overflows, and the sum is never 0",
    "softplus": "softplus is finite for every finite operand, in value and in gradient",
    "logsumexp": "logsumexp subtracts the largest element first: no exponential overflows, and the sum is never 0",
    "sigmoid": "the sigmoid is finite for every finite operand, in value and in gradient",
    "tanh": "tanh is finite for every finite operand, in value and in gradient",
}


def formula(site: Site) -> Fix | None:
    """Return the fix that calls the function in place of the formula."""
    found = handwritten(site)
    if found is None:
        return None
    canonical = site.framework.twins.get(found.twin, "")
    if has_comment(site.node) or is_integer(site, found.operand):
        return None
    spelling = spelt_stable(site, found.exponential.callee, canonical)
    if spelling is None:
        return None
    operand = operand_of(site, found)
    arguments = arguments_of(site, found, (operand or as_it_stands(site, found.exponential)).written)
    if arguments is None or not axes_hold(site, found):
        return None
    factor = _factor(site, found)
    if factor is None:
        return None
    target = site.node.child_by_field_name("left") if site.is_in_place else None
    call = f"{factor}{spelling.expression}({arguments})"
    if target is not None:
        call = f"{text(target)} = {call}"  # the name gets another tensor, and the exponentials stay as they are
    elif operand is None or operand.assumption:
        at_once = _made_there(site, found, spelling.expression)
        operand, call = at_once or operand, at_once.written if at_once is not None else call
    if operand is None:
        return None
    edits = (*spelling.edits, *operand.edits, TextEdit(site.span, call))
    return stable(
        site,
        USE,
        _REASONS[found.twin],
        edits,
        assumption=operand.assumption,
        introduces=operand.name,
        shown=operand.shown,
    )


def operand_of(site: Site, found: Handwritten, before: Sequence[Origin] = ()) -> Moved | None:
    """Return how the operand is written where the function is called, `before` which some names are followed."""
    steps = [*before, *(call.origin for call in found.calls if call.origin is not None)]
    distinct = {call.node: call for call in found.exponentials}
    return moved(site, tuple(distinct.values()), steps)


def _factor(site: Site, found: Handwritten) -> str | None:
    """Return the factor as it is written in front of the function, None where it cannot be written at the site."""
    if found.factor is None:
        return ""
    if not site.span.contains(found.factor.start_byte):
        return None
    return f"{enclosed(site.document, found.factor)} * "


def axes_hold(site: Site, found: Handwritten) -> bool:
    """Say whether what a sum is told, but for its operand, can be written again at the site."""
    between = since(site, found.reduction) if found.reduction is not None else None
    return between is None or all(is_unchanged(each, between) for each in _axes(found))


def _axes(found: Handwritten) -> list[Node]:
    return [node for role, node in found.reduction.roles.items() if role != "x"] if found.reduction is not None else []


def _made_there(site: Site, found: Handwritten, function: str) -> Moved | None:
    """Call the function where the exponential is: the only one, and the sum's axis is what it was there."""
    if any(each.node != found.exponential.node for each in found.exponentials):
        return None
    between = since(site, found.exponential)
    if between is not None and not all(means_the_same(each, between) for each in _axes(found)):
        return None
    arguments = arguments_of(site, found, as_it_stands(site, found.exponential).written)
    steps = [call.origin for call in found.calls if call.origin is not None]
    return made_there(site, found.exponential, steps, found.twin, f"{function}({arguments})")


def arguments_of(site: Site, found: Handwritten, operand: str, *, of_complement: bool = False) -> str | None:
    """Return what the function is called with, or one of its complement: 1 - sigmoid(x) is sigmoid(-x)."""
    match found.twin, found.reduction:
        case _ if found.of_half:
            return None
        case "sigmoid", _ if found.is_reciprocal != of_complement:
            return negative(found.operand, operand)
        case "softplus" | "sigmoid" | "tanh", _:
            return operand
        case "logsumexp", Call() as reduction:
            return _reduced(site, reduction, operand)
        case "softmax", Call() as reduction:
            return _normalised(site, reduction, operand)
        case _:
            return None


def _reduced(site: Site, reduction: Call, operand: str) -> str | None:
    """Return the operand, the axis and `keepdims` of a sum, as logsumexp takes them."""
    if reduction.function != "sum" or not set(reduction.roles) <= {"x", "axis", "keepdims"}:
        return None
    told = [role for role in ("axis", "keepdims") if role in reduction.roles]
    written = [operand, *(f"{_parameter(site, 'logsumexp', role)}={text(reduction.roles[role])}" for role in told)]
    needs_axis = site.framework.name == "torch"  # torch.logsumexp has no default
    return ", ".join(written) if "axis" in reduction.roles or not needs_axis else None


def _normalised(site: Site, reduction: Call, operand: str) -> str | None:
    """Return the operand and the axis of a softmax, None where the sum is not one along an axis that it keeps."""
    if not set(reduction.roles) <= {"x", "axis", "keepdims"}:
        return None
    axis, keeps = reduction.roles.get("axis"), reduction.roles.get("keepdims")
    if axis is None:
        # SciPy's softmax is over all elements unless told otherwise, as the sum is; the others take the last axis.
        return operand if site.framework.name == "numpy" and keeps is None else None
    number = _single_axis(axis)
    if number is None or (text(keeps) not in ("True", "1") and number != "0"):
        return None
    return f"{operand}, {_parameter(site, 'softmax', 'axis')}={number}"


def _single_axis(axis: Node) -> str | None:
    """Return the one axis that an argument names: `1`, `[1]`, `(1,)`."""
    if axis.type in ("list", "tuple"):
        return text(axis.named_children[0]) if len(axis.named_children) == 1 else None
    return text(axis) if axis.type in ("integer", "unary_operator", "identifier", "attribute") else None


def _parameter(site: Site, twin: str, role: str) -> str:
    """Return what the function calls an argument; it has each that is asked for (tests/fixes/test_formula.py)."""
    return argument_of(site.engine, site.framework.twins[twin], role)
