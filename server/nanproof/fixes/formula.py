"""The function that a formula writes out by hand: `exp(x) / sum(exp(x))` becomes `softmax(x)`."""

from __future__ import annotations

from tree_sitter import Node

from nanproof.fixes.fix import Applicability, Fix, Way
from nanproof.fixes.spelling import spelt
from nanproof.fixes.twin import negative
from nanproof.fixes.writing import result
from nanproof.names.syntax import text
from nanproof.rules.compositions import Handwritten, handwritten
from nanproof.rules.expressions import Call, has_comment, means_the_same, statement_of
from nanproof.rules.site import Site
from nanproof.source.span import Span, TextEdit

_REASONS = {
    "softmax": "softmax subtracts the largest element first: no exponential overflows, and the sum is never 0",
    "softplus": "softplus is finite for every finite operand, in value and in gradient",
    "logsumexp": "logsumexp subtracts the largest element first: no exponential overflows, and the sum is never 0",
    "sigmoid": "the sigmoid has a finite gradient where exp overflows",
}


def formula(site: Site) -> Fix | None:
    """Return the fix that calls the function in place of the formula."""
    found = handwritten(site)
    canonical = site.framework.twins.get(found.twin) if found is not None else None
    if found is None or canonical is None or not _is_movable(site, found):
        return None
    arguments = _arguments(site, found)
    spelling = spelt(site.document, site.engine, found.exponential.callee, canonical)
    if arguments is None or spelling is None or (spelling.edits and site.framework.name == "numpy"):
        return None  # a file that does without SciPy would depend on it
    edits = (*spelling.edits, TextEdit(site.span, f"{spelling.expression}({arguments})"))
    written = result(site.document, site.span, edits)
    return Fix(
        title=f"Use the stable function: {written}",
        reason=_REASONS[found.twin],
        result=written,
        applicability=Applicability.SAFE,
        edits=edits,
        preferred=True,
        lead="write",
        way=Way.STABLE,
    )


def _is_movable(site: Site, found: Handwritten) -> bool:
    """Say whether what the formula is made of means the same where the function is called, and no comment is lost."""
    if has_comment(site.node):
        return False
    elsewhere = [each.node for each in (found.exponential, found.reduction) if each is not None]
    elsewhere = [each for each in elsewhere if not site.span.contains(each.start_byte)]
    return all(means_the_same(site, found.operand, statement_of(each)) for each in elsewhere)


def _arguments(site: Site, found: Handwritten) -> str | None:
    operand = site.document.slice(Span(found.operand.start_byte, found.operand.end_byte))
    match found.twin, found.reduction:
        case "softplus", _:
            return operand
        case "sigmoid", _:
            return negative(found.operand, operand)
        case "logsumexp", Call() as reduction:
            return _reduced(site, reduction, operand)
        case "softmax", Call() as reduction:
            return _normalised(site, reduction, operand)
        case _:
            return None


def _reduced(site: Site, reduction: Call, operand: str) -> str | None:
    """Return the operand, the axis and `keepdims` of a sum, as logsumexp takes them."""
    if not set(reduction.roles) <= {"x", "axis", "keepdims"}:
        return None
    written = [operand]
    for role in ("axis", "keepdims"):
        node, name = reduction.roles.get(role), _parameter(site, "logsumexp", role)
        if node is not None and name is not None:
            written.append(f"{name}={text(node)}")
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
    name = _parameter(site, "softmax", "axis")
    if number is None or name is None or (text(keeps) not in ("True", "1") and number != "0"):
        return None
    return f"{operand}, {name}={number}"


def _single_axis(axis: Node) -> str | None:
    """Return the one axis that an argument names: `1`, `[1]`, `(1,)`."""
    if axis.type in ("list", "tuple"):
        return text(axis.named_children[0]) if len(axis.named_children) == 1 else None
    return text(axis) if axis.type in ("integer", "unary_operator", "identifier", "attribute") else None


def _parameter(site: Site, twin: str, role: str) -> str | None:
    operation = site.engine.catalog.operation(site.framework.twins[twin])
    parameters = operation.parameters if operation is not None else ()
    return next((each.name for each in parameters if each.role == role), None)
