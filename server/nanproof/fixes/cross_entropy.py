"""The loss that takes logits: `-sum(y * log(softmax(z)), axis)` becomes the framework's own cross-entropy."""

from __future__ import annotations

from dataclasses import dataclass

from tree_sitter import Node

from nanproof.fixes.fix import Applicability, Fix, Way
from nanproof.fixes.spelling import spelt
from nanproof.fixes.stable import titled
from nanproof.fixes.twin import logits_of
from nanproof.fixes.writing import result
from nanproof.forms.compositions import LogOf, log_of, negated
from nanproof.forms.expressions import Call, call_of, has_comment, origin
from nanproof.forms.infinite_logits import ASSUMPTION, makes_zero_times_infinity, may_be_infinite
from nanproof.names.syntax import bare, is_a, operands, parent_of, text
from nanproof.sites.site import Site
from nanproof.source.span import Span, TextEdit

_LOSSES = {
    "tensorflow": "tensorflow.nn.softmax_cross_entropy_with_logits",
    "torch": "torch.nn.functional.cross_entropy",
}
_ROWS = "the labels of a row sum to 1 and the classes stand on the last of two axes"
_LAST = frozenset({"1", "-1", "[1]", "[-1]", "(1,)"})


@dataclass(frozen=True, slots=True)
class Loss:
    """A cross-entropy written out: the whole expression, the labels, the sum, and whether the batch's mean is taken."""

    node: Node
    labels: Node
    summed: Call
    is_mean: bool

    @property
    def sums_all(self) -> bool:
        """Say whether all is summed, the batch too."""
        return "axis" not in self.summed.roles


def cross_entropy(site: Site) -> Fix | None:
    """Return the fix that calls the loss of the framework, where the sum runs along the last of two axes, or all."""
    found = log_of(site)
    canonical = _LOSSES.get(site.framework.name)
    if found is None or found.twin != "log_softmax" or canonical is None or site.function.name != "log":
        return None
    loss = _loss(site, found)
    if loss is None or has_comment(loss.node) or _are_weighted(site, loss.labels):
        return None
    if makes_zero_times_infinity(site, found.call):
        return None  # the loss multiplies by the labels too
    logits = logits_of(site, found)
    spelling = spelt(site.document, site.engine, found.call.callee, canonical)
    if logits is None or spelling is None:
        return None
    if may_be_infinite(site, found.call):
        logits = logits.under(ASSUMPTION)
    labels = site.document.slice(Span(loss.labels.start_byte, loss.labels.end_byte))
    span = Span(loss.node.start_byte, loss.node.end_byte)
    call = _call(site, loss, spelling.expression, labels, logits.written)
    edits = (*spelling.edits, *logits.edits, TextEdit(span, call))
    written = result(site.document, span, edits)
    return Fix(
        title=f"{titled('Use the loss that takes logits', logits.assumption)}: {written}",
        reason=f"right where {_ROWS}{f' and {logits.assumption}' if logits.assumption else ''}",
        result=written,
        applicability=Applicability.UNSAFE,
        edits=edits,
        lead="or better",
        introduces=logits.name,
        way=Way.STABLE,
    )


def _are_weighted(site: Site, labels: Node) -> bool:
    """Say whether labels are multiplied by weights, or a mask, where the loss differentiates as if rows sum to 1.

    The derivative of TensorFlow's is `softmax - labels`, that of PyTorch's the sum's own.
    """
    return site.framework.name == "tensorflow" and operands(origin(site, labels).node, "*") is not None


def _call(site: Site, loss: Loss, function: str, labels: str, logits: str) -> str:
    if site.framework.name == "torch":
        reduction = 'reduction="sum"' if loss.sums_all else 'reduction="none"'
        return f"{function}({logits}, {labels})" if loss.is_mean else f"{function}({logits}, {labels}, {reduction})"
    call = f"{function}(labels={labels}, logits={logits})"
    return f"{text(loss.summed.callee)}({call})" if loss.sums_all else call


def _loss(site: Site, found: LogOf) -> Loss | None:
    """Climb from the logarithm to the negative sum of its products with the labels."""
    factor, signs = _signed(site.node)
    product = parent_of(factor)
    sides = operands(product, "*")
    if sides is None:
        return None
    left, right = sides
    labels = left if right == factor else right
    if (argument := negated(labels)) is not None:
        labels, signs = argument, signs + 1
    summand, inner = _signed(product)
    reduction = _reduction(site, summand)
    if reduction is None or not _is_along_the_last(found.call, reduction):
        return None
    whole, outer = _signed(reduction.node)
    can_be_mean = site.framework.name == "torch" and "axis" in reduction.roles
    mean = _mean(site, whole) if can_be_mean else None
    if mean is not None:
        whole, of_mean = _signed(mean)
        outer += of_mean
    return Loss(whole, bare(labels), reduction, mean is not None) if (signs + inner + outer) % 2 == 1 else None


def _signed(node: Node) -> tuple[Node, int]:
    """Return the expression with the parentheses and minus signs around it, and the number of these."""
    signs = 0
    while node.parent is not None:
        parent = node.parent
        if parent.type == "unary_operator" and text(parent).startswith("-"):
            signs += 1
        elif parent.type != "parenthesized_expression":
            break
        node = parent
    return node, signs


def _reduction(site: Site, summand: Node) -> Call | None:
    """Return the sum that an expression is the operand of: `sum(e, 1)`, `e.sum(1)`."""
    call = _call_around(site, summand)
    if call is None or call.function != "sum" or not set(call.roles) <= {"x", "axis"}:
        return None
    return call


def _mean(site: Site, whole: Node) -> Node | None:
    """Return the mean over the batch that follows at once."""
    call = _call_around(site, whole)
    return call.node if call is not None and call.function == "mean" and set(call.roles) == {"x"} else None


def _call_around(site: Site, operand: Node) -> Call | None:
    above = operand.parent
    while is_a(above, "argument_list", "keyword_argument", "attribute"):
        above = above.parent
    call = call_of(site, above) if is_a(above, "call") else None
    return call if call is not None and bare(call.operand) == bare(operand) else None


def _is_along_the_last(softmax: Call, reduction: Call) -> bool:
    """Say whether a softmax and a sum run along the last axis, as far as their arguments say."""
    axis = softmax.roles.get("axis")
    if axis is not None and text(axis) not in _LAST:
        return False
    return "axis" not in reduction.roles or text(reduction.roles["axis"]) in _LAST
