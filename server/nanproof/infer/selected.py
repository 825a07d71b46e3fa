"""What a comparison selects, counted: `keep.sum(-1)` of `keep = labels != PAD` is 0 where it selects nothing.

Numbers that are 1 where a comparison holds and 0 elsewhere have the trait "truth"; casts, products of several, `&`, `~`
and `1 - keep` keep it. A comparison of a thing with itself, `labels[:, None] == labels[None]`, holds on its diagonal
(the trait "paired"), unless that is taken away.
"""

from __future__ import annotations

import math
import re
from dataclasses import replace
from operator import eq, ge, gt, le, lt, ne

from tree_sitter import Node

from nanproof.catalog.model import Function, Operation
from nanproof.infer.evaluator import Evaluator
from nanproof.infer.pairwise import FUNCTION, LENGTH, PICKS, without
from nanproof.infer.parted import TABLES
from nanproof.infer.structure import Origin, Relation, Roles, last_name, narrowed, producing, uncast
from nanproof.infer.value import Frame, Holder, Made, Number, Value
from nanproof.names.bindings import Bindings
from nanproof.names.reaching import reaching
from nanproof.names.syntax import called_name, code_in, inside, is_a, node_at, required, text
from nanproof.source.place import Place
from nanproof.values.ranges import Range

TRUTH = frozenset({"truth"})
PAIRED = frozenset({"paired"})
DIAGONAL = frozenset({"diagonal"})
OTHERS = frozenset({"off the diagonal"})
PLACES = frozenset({"places"})
# The functions whose results count: no derivative leads through them.
COUNTS = frozenset(
    {"selected", "selected_of_outputs", "selected_of_row", "share_selected", "tally", "count_of_each_class"}
    | {"faded_count", "nonzero_count", "count"}
)
# The spreads of what a condition decides, and vectors of labels: no derivative leads through them either.
_OUTCOMES = frozenset({"std_of_outcomes", "var_of_outcomes", "one_hot"})
# Those of which there are several, some for what does not occur.
ROW_COUNT, ALL_COUNT = "selected_of_row", "selected"
OF_EACH = frozenset({"tally", "count_of_each_class", "faded_count", "selected_of_row"})
# What asks for a derivative of a tensor: a keyword, or a method.
_ASKED = "requires_grad"
_DEEPEST = 12
_COMPARES = {"==": eq, "!=": ne, "<": lt, "<=": le, ">": gt, ">=": ge}
_MOST_NAMES = 2  # between a comparison and the extreme that it compares with
_OF_ALL = frozenset({"multiply", "maximum", "minimum"})
_AXES = frozenset({"axis", "dim", "axes", "reduction_indices"})
_NAME = re.compile(r"[A-Za-z_]\w*")
_OWN_ELEMENTS = frozenset(
    {"unique", "max", "amax", "min", "amin", "topk", "top_k", "kthvalue", "reduce_max", "reduce_min"}
    | {"cat", "concat", "concatenate", "hstack", "vstack"}
)
_REPEATS = frozenset({"repeat", "expand", "expand_as", "view", "reshape", "unsqueeze"})
# What moves a thing to other axes is behind a dot: `t` alone is a name.
_SHAPING = re.compile(r"\bNone\b|\bnewaxis\b|\.(?:m?T|t|transpose|unsqueeze|expand_dims|view|reshape)\b")


def is_truth(number: Number) -> bool:
    """Say whether a number is 1 where a comparison holds, and 0 elsewhere."""
    return number.traits >= TRUTH


def is_truth_at(evaluator: Evaluator, frame: Frame, node: Node) -> bool:
    """Say whether an expression is 1 where a condition holds, and 0 elsewhere."""
    value = evaluator.value(frame, node)
    return isinstance(value, Number) and is_truth(value)


def negated(number: Number) -> frozenset[str]:
    """Return whether `~` of a number is 1 where a condition does not hold, or off the diagonal."""
    return TRUTH if is_truth(number) else OTHERS if number.traits >= DIAGONAL else frozenset()


def tells_the_diagonal(compared: Value, operator: str, bound: Value) -> frozenset[str]:
    """Return whether a comparison of an identity matrix with a number holds on its diagonal alone, or off it alone."""
    match compared, bound:
        case Number(), Number(range=Range(single=float() as single)) if compared.traits >= DIAGONAL:
            compare = _COMPARES.get(operator, _tells_nothing)
        case _:
            return frozenset()
    on, off = compare(1.0, single), compare(0.0, single)
    return frozenset() if on == off else DIAGONAL if on else OTHERS


def _tells_nothing(_: float, __: float) -> bool:
    return False


def is_off_the_diagonal(condition: Value, *, holds: bool) -> bool:
    """Say whether a mask holds, or does not hold, for no element of a diagonal: `~eye`, or `eye`."""
    return isinstance(condition, Number) and condition.traits >= (OTHERS if holds else DIAGONAL)


def only_counts(number: Number, depth: int = _DEEPEST) -> bool:
    """Say whether a number is computed of counts, places and constants alone: nobody asks for its derivative."""
    if is_truth(number) or number.traits >= PLACES or (number.direct is not None and _counts(number.direct)):
        return True
    made = number.computation
    if made is None:
        return bool(number.made) and all(map(_counts, number.made))  # a stack of them
    if _ASKED in made.where.text:
        return False
    varying = [each for each in made.roles.values() if each.range.single is None and each.holder is not Holder.PYTHON]
    return depth > 0 and bool(varying) and all(only_counts(each, depth - 1) for each in varying)


def _counts(made: Made) -> bool:
    return made.function.name in COUNTS | _OUTCOMES


def places_of(operation: Operation | None, function: Function, operands: list[Number], where: Place) -> frozenset[str]:
    """Return whether a tensor numbers places, `arange(n)`, or is computed of such alone: nobody asks its derivative.

    A tensor of PyTorch's says so itself; of others it is said elsewhere, `tape.watch(t)`, `jax.grad(f)(t)`.
    """
    if function.name in TABLES:
        is_one = operation is not None and _ASKED in operation.framework.backward.attributes
    else:
        varying = [each for each in operands if each.range.single is None and each.holder is not Holder.PYTHON]
        is_one = bool(varying) and all(each.traits >= PLACES for each in varying)
    return PLACES if is_one and _ASKED not in where.text else frozenset()


def truths_of(function: str, operands: list[Number]) -> frozenset[str]:
    """Return whether a result is 1 where a comparison holds, or several hold, or on the diagonal, and 0 elsewhere."""
    if function == "comparison":
        return TRUTH
    if function == "boolean":
        return DIAGONAL if any(each.traits >= DIAGONAL for each in operands) else TRUTH
    if function == "identity" or (function == "diagonal_matrix" and [each.range.single for each in operands] == [1]):
        return DIAGONAL
    if function == "round":
        return TRUTH if operands and _is_rounded_to_truth(operands[0]) else frozenset()
    if function in ("number", "integer", "tensor"):
        return TRUTH if operands and is_truth(operands[0]) else frozenset()
    match function, operands:
        case "subtract", [one, other]:
            return _difference(one, other)
        case "filled_diagonal", [one, other]:
            return _filled_diagonal(one, other)
        case "scatter", [one, other, at]:
            return _filled_diagonal(one, other) if at.traits >= PLACES else frozenset()
    tensors = [each for each in operands if each.holder is not Holder.PYTHON]
    if function not in _OF_ALL or len(tensors) < len(operands):
        return frozenset()
    kinds = {kind for each in tensors for kind in (TRUTH, PAIRED, OTHERS) if each.traits >= kind}
    if not all(any(each.traits >= kind for kind in kinds) for each in tensors):
        return frozenset()
    if len(kinds) == 1:
        return next(iter(kinds))
    return TRUTH if function != "maximum" else frozenset()  # what holds on the diagonal or elsewhere is never empty


def _difference(one: Number, other: Number) -> frozenset[str]:
    """Of `1 - keep`, `1 - eye`, and `same - eye`, which takes the diagonal away."""
    if one.range.single == 1:
        is_known = is_truth(other) or other.traits >= PAIRED
        return TRUTH if is_known else OTHERS if other.traits >= DIAGONAL else frozenset()
    return TRUTH if one.traits >= PAIRED and other.traits >= DIAGONAL else frozenset()


def _filled_diagonal(one: Number, other: Number) -> frozenset[str]:
    """Of `same.fill_diagonal_(0)`, which takes the diagonal away, and of ones with zeros there, which are `1 - eye`."""
    if other.range.single != 0:
        return frozenset()
    if one.range.single == 1:
        return OTHERS
    return TRUTH if one.traits >= PAIRED or is_truth(one) else frozenset()


def _is_rounded_to_truth(number: Number) -> bool:
    """Say whether a number is a probability, or a label, as it is given: who rounds it counts what is left."""
    is_given = number.computation is None and number.range.is_unknown
    return is_given or (number.range.interval.low >= 0 and number.range.interval.high <= 1)


def of_itself(evaluator: Evaluator, result: Number, _: Roles, origin: Origin) -> Number | None:
    """Return a comparison of a thing with itself along another axis: it holds for each with itself."""
    bindings = evaluator.modules.bindings(origin.where.document)
    return replace(result, traits=PAIRED) if compares_with_itself(origin.where, bindings) else None


def compares_with_itself(where: Place, bindings: Bindings) -> bool:
    """Say whether both sides of a comparison are made of the same names, moved to other axes.

    A name may hold an extreme, `m = x.max(); x >= m / 2`, what was found, `for c in y.unique(): y == c`, or the thing
    beside others: `torch.eq(x, torch.cat([x.t(), queue], 1))`.
    """
    node = where.document.tree.root_node.descendant_for_byte_range(where.span.start, where.span.end)
    sides = code_in(node)
    if is_a(node, "call"):
        sides = code_in(node.child_by_field_name("arguments"))
        owners = required(node, "function").children_by_field_name("object")
        sides = [*owners, *sides] if len(sides) == 1 else sides
    if len(sides) < 2:
        return False
    one, other = (_names(text(side)) for side in sides[:2])
    if not one or not other or text(sides[0]) == text(sides[1]):
        return False
    if one <= other or other <= one:
        return True
    one, other = one | _held_names(sides[0], bindings), other | _held_names(sides[1], bindings)
    return one <= other or other <= one


def _names(written: str) -> frozenset[str]:
    return frozenset(_NAME.findall(_SHAPING.sub("", written)))


def _held_names(side: Node, bindings: Bindings) -> frozenset[str]:
    """Return the names that the own elements are made of which the names of an expression hold."""
    identifiers = (each for each in inside(side) if each.type == "identifier")
    return _names(" ".join(_elements_held_by(each, bindings) for each in identifiers))


def _elements_held_by(name: Node, bindings: Bindings, depth: int = _MOST_NAMES) -> str:
    """Return how elements of a thing are written that a name of the same function holds, or a multiple of them."""
    found = reaching(name, bindings)
    value = found.bindings[0].value if found.is_local and len(found.bindings) == 1 else None
    if is_a(value, "binary_operator") and depth > 0:
        held = [each for each in (required(value, "left"), required(value, "right")) if each.type == "identifier"]
        return _elements_held_by(held[0], bindings, depth - 1) if len(held) == 1 else ""
    if called_name(value) in _REPEATS and is_a(value, "call") and depth > 0:
        owner = required(value, "function").child_by_field_name("object")
        return _elements_held_by(owner, bindings, depth - 1) if is_a(owner, "identifier") else ""
    while is_a(value, "subscript", "attribute"):
        value = required(value, "value" if value.type == "subscript" else "object")
    return text(value) if called_name(value) in _OWN_ELEMENTS else ""


def counted(evaluator: Evaluator, result: Number, roles: Roles, origin: Origin) -> Number | None:
    """Return the sum of what is 1 where a comparison holds, or of the counts of all rows."""
    is_of_rows = goes_along_axis(origin.where, origin.operation)
    made = uncast(roles["x"]).direct
    if made is not None and made.function.name == ROW_COUNT and not is_of_rows:
        return producing(evaluator, narrowed(result, 0.0, math.inf, ()), ALL_COUNT, (0.0,), origin)
    name = ROW_COUNT if is_of_rows else ALL_COUNT
    return _counted(evaluator, result, roles, origin, name, math.inf)


def share(evaluator: Evaluator, result: Number, roles: Roles, origin: Origin) -> Number | None:
    """Return the mean of what is 1 where a comparison holds."""
    return _counted(evaluator, result, roles, origin, "share_selected", 1.0)


def scattered(evaluator: Evaluator, result: Number, roles: Roles, origin: Origin) -> Number | None:
    """Return zeros to which others were added, each at its place: the sums of segments."""
    return _of_segments(evaluator, result, roles["y"], origin) if roles["x"].range.single == 0 else None


def of_segments(evaluator: Evaluator, result: Number, roles: Roles, origin: Origin) -> Number | None:
    """Return what is added up of each segment."""
    return _of_segments(evaluator, result, roles["x"], origin)


def _of_segments(evaluator: Evaluator, result: Number, added: Number, origin: Origin) -> Number | None:
    """Return the sums of ones that go to the places of a segment: a count of each.

    Of `exp(x - largest of its segment)` one is 1 in each segment that is not empty.
    """
    if "touches one" in added.traits:
        return replace(result, range=replace(result.range, points=()))
    single = added.range.single
    if single is None or single <= 0:
        return None
    return producing(evaluator, narrowed(result, 0.0, math.inf, ()), "tally", (0.0,), origin)


def of_what_occurs(number: Number) -> Number:
    """Return what is picked of counts by an index that is a tensor: how often each occurs of those that occur.

    `1 / torch.bincount(labels)[labels]`: what is not there has no place in the index.
    """
    return without(number, OF_EACH)


def picked(_: Evaluator, result: Number, __: Roles, origin: Origin) -> Number | None:
    """Return what `gather` and its kind pick: no pair of one with itself, and no count of what does not occur."""
    return without(result, OF_EACH | {FUNCTION, LENGTH}) if last_name(origin.operation) in PICKS else None


def spread_of_outcomes(function: str) -> Relation:
    """Return a relation: a spread of what has one of two values, a reward or a hit, is 0 where all have the same."""

    def relation(evaluator: Evaluator, result: Number, roles: Roles, origin: Origin) -> Number | None:
        is_spread = is_truth(roles["x"]) or _is_one_of_constants(roles["x"])
        return producing(evaluator, result, function, (0.0,), origin) if is_spread else None

    return relation


def _is_one_of_constants(number: Number) -> bool:
    """Say whether each element is one of several numbers, as a condition decides: `1.0 if won else 0.0`."""
    points, interval = number.range.points, number.range.interval
    if not all(each.way and not each.under and not math.isnan(each.value) for each in points):
        return False
    taken = {each.value for each in points}
    return len(taken) > 1 and (interval.low, interval.high) == (min(taken), max(taken))


def _counted(
    evaluator: Evaluator, result: Number, roles: Roles, origin: Origin, function: str, most: float
) -> Number | None:
    if not is_truth(roles["x"]):
        return None
    return producing(evaluator, narrowed(result, 0.0, most, ()), function, (0.0,), origin)


def goes_along_axis(where: Place, operation: Operation | None) -> bool:
    """Say whether a reduction is told the axis along which it goes: then one row that selects nothing is enough."""
    node = node_at(where.document.tree.root_node, where.span.start, where.span.end)
    if operation is None:
        return False
    given = code_in(node.child_by_field_name("arguments"))
    named = {text(each.child_by_field_name("name")) for each in given if each.type == "keyword_argument"}
    by_place = [each for each in given if each.type != "keyword_argument"]
    return bool(named & _AXES) or len(by_place) > (0 if operation.kind == "method" else 1)
