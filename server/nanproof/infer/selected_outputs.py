"""What a threshold selects of the outputs of a network: `(torch.relu(gap) > 0).sum()` is 0 once training succeeds.

Nothing keeps a network from staying below a threshold everywhere, as it does that has learnt what is most frequent.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from operator import ge, gt, le, lt

from tree_sitter import Node

from nanproof.infer.evaluator import Evaluator
from nanproof.infer.selected import goes_along_axis, is_truth, is_truth_at
from nanproof.infer.structure import Origin, Roles, narrowed, producing
from nanproof.infer.value import Frame, Number
from nanproof.names.binding import Binds
from nanproof.names.reaching import reaching
from nanproof.names.syntax import bare, code_in, node_at, required, text
from nanproof.source.place import Place

_ORDERS: dict[str, Callable[[float, float], bool]] = {">": gt, ">=": ge, "<": lt, "<=": le}
_OUTPUTS = frozenset({"relu", "relu6", "sigmoid", "hard_sigmoid", "softmax", "linear", "convolution"})
_HINGES = frozenset({"relu", "maximum", "clip"})
_DEEPEST = 6
SELECTED = "selected_of_outputs"


def selects_of_outputs(evaluator: Evaluator, where: Place) -> bool:
    """Say whether what is counted is where outputs of a network pass a threshold that they need not pass."""
    node = node_at(where.document.tree.root_node, where.span.start, where.span.end)
    frame = evaluator.around(where.document, node)
    for _ in range(_DEEPEST):
        node = bare(node)
        if node.type == "comparison_operator":
            return _may_fail(evaluator, frame, node)
        before = _before(evaluator, frame, node)
        if before is None:
            return False
        node = before
    return False


def _before(evaluator: Evaluator, frame: Frame, node: Node) -> Node | None:
    """Return what a name holds, or the comparison that a call counts, or casts."""
    if node.type == "identifier":
        bound = reaching(node, evaluator.modules.bindings(frame.document)).bindings
        is_plain = len(bound) == 1 and bound[0].kind is Binds.ASSIGNMENT and not bound[0].path
        return bound[0].value if is_plain else None
    if node.type != "call":
        return None
    owners = required(node, "function").children_by_field_name("object")
    given = code_in(node.child_by_field_name("arguments"))[:1]
    return next((each for each in (*owners, *given) if is_truth_at(evaluator, frame, each)), None)


def _may_fail(evaluator: Evaluator, frame: Frame, comparison: Node) -> bool:
    operators = [text(each) for each in comparison.children_by_field_name("operators")]
    values = [evaluator.value(frame, each) for each in code_in(comparison)]
    match values, operators:
        case [Number() as outputs, Number() as threshold], [operator] if operator in _ORDERS:
            order = _ORDERS[operator]
        case _:
            return False
    is_hinge = outputs.range.interval.low == 0 and _is_hinge(outputs)
    if not is_hinge and not any(each.function.name in _OUTPUTS for each in outputs.made):
        return False
    taken = [0.0] if is_hinge else [each.value for each in outputs.range.points]
    return any(not order(one, least.value) for one in taken for least in threshold.range.points)


def _is_hinge(number: Number) -> bool:
    """Say whether a number is what exceeds a margin: nothing does once training succeeds."""
    return number.computation is not None and number.computation.function.name in _HINGES


def counted_of_outputs(evaluator: Evaluator, result: Number, roles: Roles, origin: Origin) -> Number | None:
    """Return the sum of what is 1 where an output of a network passes a threshold, of all rows together."""
    if not is_truth(roles["x"]) or goes_along_axis(origin.where, origin.operation):
        return None
    if not selects_of_outputs(evaluator, origin.where):
        return None
    return producing(evaluator, narrowed(result, 0.0, math.inf, ()), SELECTED, (0.0,), origin)
