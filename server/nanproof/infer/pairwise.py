"""Each compared with each: `x[:, None] - x[None]` is 0 on its diagonal, where a thing is compared with itself."""

from __future__ import annotations

import re
from dataclasses import replace

from nanproof.catalog.model import Framework
from nanproof.infer.evaluator import Evaluator
from nanproof.infer.mapped_pairs import meets_itself
from nanproof.infer.rows import takes_away_a_row
from nanproof.infer.structure import Origin, Roles, essence, last_name, part_of, producing
from nanproof.infer.value import Number
from nanproof.source.document import Document

_AXIS = re.compile(r"None|(?:\w+\.)?newaxis")
_KEPT = frozenset({"", ":", "..."})
_OF_ONE_PACKAGE = {"tensorflow", "keras"}
FUNCTION = "pairwise_difference"
MAPPED = "mapped_difference"  # of one pair, whose features a sum adds up
ITSELF = "distance_to_itself"  # as a sum of squares less twice a product
LENGTH = "norm_of_pairs"
TO_EACH = frozenset({"cdist"})  # the distances that are of each row to each
DIAGONAL = frozenset({FUNCTION, ITSELF, LENGTH})
# How a second axis is written that a thing gets.
_SECOND = re.compile(
    r"^\[:,\s*(?:None|(?:\w+\.)?newaxis)(?:,\s*(?::|\.\.\.))*\]$|unsqueeze_?\((?:dim=)?1\)$|expand_dims\(.*[,=]\s*1\)$"
)
_EXPANDS = frozenset({"unsqueeze", "unsqueeze_", "expand_dims"})
# What picks elements by an index that is a tensor.
PICKS = frozenset(
    {"gather", "gather_nd", "index_select", "take", "take_along_axis", "take_along_dim", "embedding_lookup"}
)
_RESHAPED = frozenset({"same", "cast"})
_REDUCTIONS = frozenset({"sum", "mean", "norm"})
_ELEMENTWISE = frozenset({"abs", "square", "pow", "sqrt", "same", "cast", "detach", "multiply", "divide"})
_DEEPEST = 8  # operations between two sums


def adds_axes(index: str) -> bool:
    """Say whether an index only adds axes: `[:, None]`, `[None, :, :]`, `[..., tf.newaxis, :]`."""
    parts = ["".join(each.split()) for each in index.strip("[]").split(",")]
    axes = [each for each in parts if each not in _KEPT]
    return all(map(_AXIS.fullmatch, axes))


def without_new_axes(evaluator: Evaluator, term: int) -> int:
    """Return the term of what stands along another axis: `sq[:, None]` has the elements of `sq`."""
    while True:
        match evaluator.structure(term):
            case ("part", int(whole), index) if adds_axes(str(index)):
                term = essence(evaluator, whole)
            case _:
                return term


def difference_of_each_with_each(evaluator: Evaluator, result: Number, roles: Roles, origin: Origin) -> Number | None:
    """Return a difference of one value with itself along two axes, which is exactly 0 for each with itself."""
    x, y = roles["x"], roles["y"]
    one, other = _spread(evaluator, x), _spread(evaluator, y)
    is_of_each = one is not None and other is not None and one[0] == other[0] and one[1] != other[1]
    is_of_each = is_of_each or _is_beside(evaluator, one, y) or _is_beside(evaluator, other, x)
    is_of_each = is_of_each or takes_away_a_row(origin.where, evaluator.modules.bindings(origin.where.document))
    is_mapped = meets_itself(evaluator, origin.where)
    if not is_of_each and not is_mapped:
        return None
    document = origin.where.document
    framework = result.framework or only_framework(evaluator, document) or _of_arrays(evaluator, document)
    return producing(evaluator, replace(result, framework=framework), MAPPED if is_mapped else FUNCTION, (0.0,), origin)


def _of_arrays(evaluator: Evaluator, document: Document) -> Framework | None:
    """Return NumPy where a file names it and no framework with derivatives: then it is an array that gets an axis."""
    named = [each for each in evaluator.catalog.frameworks.values() if each.tensor is not None]
    found = [each for each in named if evaluator.modules.bindings(document).search(each.mention) is not None]
    return found[0] if [each.name for each in found] == ["numpy"] else None


def is_of_each_with_each(number: Number) -> bool:
    """Say whether a number is 0 where what is compared with each meets itself."""
    pairs = {(each.producer, 0.0) for each in number.made if each.function.name == FUNCTION}
    return any(not pairs.isdisjoint(point.under) for point in number.range.points if point.value == 0)


def off_the_diagonal(number: Number, index: str) -> Number:
    """Return what an index picks that names things: pairs of which nobody knows whether any is of one with itself."""
    return without(number, DIAGONAL) if names_what_it_picks(index) else number


def names_what_it_picks(index: str) -> bool:
    """Say whether an index speaks of what it picks by a name, and does more than to add axes."""
    return any(each.isalpha() for each in index) and not adds_axes(index)


def without(number: Number, functions: frozenset[str]) -> Number:
    """Return a number without the values that it takes where what some functions make is 0."""
    made = {each.producer for each in number.made if each.function.name in functions}
    zeros = {(producer, 0.0) for producer in made}
    kept = tuple(each for each in number.range.points if zeros.isdisjoint(each.under))
    return replace(number, range=replace(number.range, points=kept)) if made else number


def of_all_pairs(result: Number, pairs: Number) -> Number | None:
    """Return a sum of each compared with each, which is not 0 for the diagonal alone; None of anything else."""
    made = {each.producer for each in pairs.made if each.function.name in DIAGONAL}
    if not made:
        return None
    points = tuple(each for each in result.range.points if each.value != 0 or made.isdisjoint(dict(each.under)))
    return replace(result, range=replace(result.range, points=points))


def is_reduced_before(pairs: Number) -> bool:
    """Say whether the features of pairs were added up already, so that their next sum goes over the pairs."""
    made = pairs.computation
    for _ in range(_DEEPEST):
        if made is None or made.function.name in _REDUCTIONS:
            return made is not None
        made = made.roles["x"].computation if made.function.name in _ELEMENTWISE else None
    return False


def only_framework(evaluator: Evaluator, document: Document) -> Framework | None:
    """Return the one framework with derivatives that a file names: of what nobody knows it is the likeliest."""
    bindings = evaluator.modules.bindings(document)
    named = [each for each in evaluator.catalog.frameworks.values() if each.tensor is not None and each.name != "numpy"]
    found = [each for each in named if bindings.search(each.mention) is not None]
    if {each.name for each in found} == _OF_ONE_PACKAGE:
        found = [each for each in found if each.name == "tensorflow"]
    return found[0] if len(found) == 1 else None


def _is_beside(evaluator: Evaluator, spread: tuple[tuple[object, ...], str] | None, plain: Number) -> bool:
    """Say whether one side is the other one with a second axis more: of `x[:, None] - x` each meets each."""
    term = essence(evaluator, plain.term)
    return spread is not None and spread[0] == (term,) and _SECOND.search(spread[1]) is not None


def _spread(evaluator: Evaluator, number: Number) -> tuple[tuple[object, ...], str] | None:
    """Return what a number is a copy of along another axis, and how the axis is written; else None.

    What is picked by an index, `gather(x, i)`, is known by how it is picked: `gather(x, j)` is another thing.
    """
    part = part_of(evaluator.structure(number.term))
    if part is not None:
        return ((essence(evaluator, part[0]),), part[1]) if adds_axes(part[1]) else None
    axis, picked, made = "", list[object](), number.computation
    while made is not None and made.function.name in _RESHAPED:
        name = last_name(made.operation)
        if name in _EXPANDS:
            axis = axis or made.where.text
        if name in PICKS:
            picked.append(made.where.text)
        made = made.roles["x"].computation
    return ((essence(evaluator, number.term), *picked), axis) if axis else None
