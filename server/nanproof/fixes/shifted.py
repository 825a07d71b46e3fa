"""The exponent of a softmax by hand, less its largest element: `exp(s - max(s))` over its sum is the same softmax.

This is the repair at the exponential itself, and the only one where the framework has no softmax: NumPy without SciPy.
"""

from __future__ import annotations

from dataclasses import dataclass

from tree_sitter import Node

from nanproof.changes.stretch import stretch
from nanproof.changes.unchanged import changed, means_the_same
from nanproof.fixes.edited import after
from nanproof.fixes.fix import Applicability, Fix, Way
from nanproof.fixes.spelling import argument_of, at_hand
from nanproof.fixes.writing import is_primary
from nanproof.forms.expressions import Call, statement_of
from nanproof.forms.handwritten import Handwritten, handwritten
from nanproof.names.scopes import scope_of
from nanproof.names.syntax import bare, inside, is_a, outwards, parts, required, text
from nanproof.sites.candidates import site_of
from nanproof.sites.site import Site
from nanproof.source.span import Span, TextEdit

_LARGEST = {
    "torch": "torch.amax",
    "tensorflow": "tensorflow.reduce_max",
    "jax": "jax.numpy.max",
    "numpy": "numpy.max",
    "keras": "keras.ops.max",
}


@dataclass(frozen=True, slots=True)
class Softmax:
    """A softmax by hand: the quotient that it is, its formula, and the sum of its exponentials."""

    quotient: Node
    formula: Handwritten

    @property
    def reduction(self) -> Call:
        """The sum of the exponentials."""
        return self.formula.calls[-1]


def softmax_of(site: Site) -> Softmax | None:
    """Return the softmax by hand that a site is, or whose exponential it is."""
    if not site.function.overflows:
        return _softmax(site)
    for quotient in _quotients(site):
        other = site_of(site.document, site.engine, quotient)
        found = _softmax(other) if other is not None else None
        if found is not None and any(each.node == site.node for each in _exponentials(found)):
            return found
    return None


def _softmax(site: Site) -> Softmax | None:
    found = handwritten(site)
    return Softmax(site.node, found) if found is not None and found.twin == "softmax" else None


def shifted(site: Site) -> Fix | None:
    """Return the fix that takes the largest element from the exponents, along the axis of the sum."""
    found, canonical = softmax_of(site), _LARGEST.get(site.framework.name, "")
    if found is None or not _is_alone(site, found):
        return None
    exponentials = _exponentials(found)
    if not all(_is_movable(each) for each in exponentials) or not _are_of_one_value(site, exponentials):
        return None
    largest = at_hand(site.document, site.engine, exponentials[0].callee, canonical)
    arguments = _arguments(site, canonical, found.reduction)
    if not largest or arguments is None:
        return None
    edits = tuple(_shift(each, largest, arguments) for each in exponentials)
    is_inside = all(site.span.contains(edit.span.start) for edit in edits)
    whole = site.node if is_inside else statement_of(exponentials[0].node)
    shown = after(site.document, Span(whole.start_byte, whole.end_byte), edits)
    return Fix(
        title=f"Subtract the largest element first: {shown}",
        reason="the softmax is the same; no exponential is above 1, and their sum never below",
        result=shown,
        applicability=Applicability.SAFE,
        edits=edits,
        preferred=True,
        lead="write",
        way=Way.STABLE,
    )


def _are_of_one_value(site: Site, exponentials: list[Call]) -> bool:
    """Say whether what is spelt alike above and below the line is one value: each loses its own largest element."""
    first, *others = sorted(exponentials, key=lambda each: each.node.start_byte)
    for other in others:
        between = stretch(site, statement_of(first.node), other.node)
        is_apart = between.start < between.end
        if is_apart and not (means_the_same(first.operand, between) and changed(first.operand, between) is None):
            return False
    return True


def _quotients(site: Site) -> list[Node]:
    """Return the quotients that an exponential, or the name that holds it, stands in."""
    target = _target(site.node)
    uses: tuple[Node, ...] = (site.node,)
    if target is not None:
        bindings, scope = site.engine.modules.bindings(site.document), scope_of(site.node)
        uses = bindings.occurrences_in(text(target), target.end_byte, scope.end_byte)
    found: dict[Node, None] = {}
    for use in uses:
        around = outwards(use, "block", "module")
        found |= dict.fromkeys(each for each in around if each.type == "binary_operator" and parts(each)[1] == "/")
    return list(found)


def _target(node: Node) -> Node | None:
    """Return the name that an expression is assigned to at once."""
    statement = statement_of(node)
    right = statement.child_by_field_name("right") if statement.type == "assignment" else None
    target = required(statement, "left") if right is not None and bare(right) == node else None
    return target if is_a(target, "identifier") else None


def _exponentials(found: Softmax) -> list[Call]:
    """Return the exponentials above and below the line, each once."""
    return list({each.node: each for each in found.formula.exponentials}.values())


def _is_alone(site: Site, found: Softmax) -> bool:
    """Say whether exponentials and sum serve the softmax alone: another use would see that they are smaller."""
    bindings = site.engine.modules.bindings(site.document)
    nodes = [each.node for each in _exponentials(found)]
    spans = [Span(each.start_byte, each.end_byte) for each in (found.quotient, found.reduction.node)]
    for node in (*nodes, found.reduction.node):
        target, scope = _target(node), scope_of(node)
        if target is None:
            if not any(span.contains(node.start_byte) for span in spans):
                return False
            continue
        own = bindings.occurrences_in(text(target), scope.start_byte, scope.end_byte)
        reads = [each for each in own if each != target]
        if not all(any(span.contains(each.start_byte) for span in spans) for each in reads):
            return False
    return True


def _is_movable(exponential: Call) -> bool:
    """Say whether the operand of an exponential can be written twice."""
    operand = exponential.operand
    if operand == exponential.receiver:
        return False
    return (is_primary(operand) or parts(operand)[1] != "") and not any(
        each.type in ("call", "await", "lambda", "named_expression") for each in inside(operand)
    )


def _shift(exponential: Call, largest: str, arguments: str) -> TextEdit:
    operand = exponential.operand
    end = operand.end_byte
    return TextEdit(Span(end, end), f" - {largest}({text(bare(operand))}{arguments})")


def _arguments(site: Site, canonical: str, reduction: Call) -> str | None:
    """Return the axis of the sum, as the largest element takes it; of all elements there is none."""
    if not set(reduction.roles) <= {"x", "axis", "keepdims"}:
        return None
    axis, keeps = reduction.roles.get("axis"), text(reduction.roles.get("keepdims")) in ("True", "1")
    if axis is None:
        return ""
    along, keeping = (argument_of(site.engine, canonical, role) for role in ("axis", "keepdims"))
    return f", {along}={text(axis)}, {keeping}=True" if keeps else None
