"""Divisors that nothing is known of and that are 0 for some inputs by what they are: sums of squares, targets, shares.

What is divided tells: `(y - p) / y` is an error relative to a target, `v / (1 - iou + v)` a part of a whole,
`2 * (p * t).sum() / (p.sum() + t.sum())` an overlap, `w / sum(w)` a share.
"""

from __future__ import annotations

from collections.abc import Iterator

from nanproof.forms.overlaps import factors_of, factors_of_sum, is_overlap, summed_by
from nanproof.forms.quotients import what_is_divided
from nanproof.infer.evaluator import Evaluator
from nanproof.infer.structure import constant, essence, is_square, reduced, summands, uncast
from nanproof.infer.underflow import is_filter, is_sum_far_out, is_sum_of_what_underflows
from nanproof.infer.value import Holder, Number
from nanproof.infer.vanishing import MASKED, is_sum_along_an_axis, vanishes
from nanproof.names.syntax import assigned_name, is_a
from nanproof.sites.callee import operation_called
from nanproof.sites.operators import number_divided
from nanproof.sites.site import Site

_SUM = frozenset({"sum"})
_SIZES = frozenset({"sum", "max", "mean"})
_ABS = frozenset({"abs"})
_KEPT = frozenset({"same", "cast", "abs", "sqrt", "square"})
SETS_ARE_EMPTY, PART_IS_WHOLE = "where both sets are empty", "where the part is the whole"
A_CLASS_IS_MISSING = "where a class does not occur"
DEEPEST = 10
MOST = 40


def when_zero(site: Site) -> str | None:
    """Say when a divisor is 0, by what is divided by it; None where nothing shows that it can be."""
    divisor, engine = site.operand, site.engine
    if is_sum_of_what_underflows(divisor):
        return "where all of it underflows"
    if _is_known(divisor) or divisor.traits & MASKED or not divisor.range.interval.contains(0.0):
        return None
    dividend = what_is_divided(site)
    is_of_one = _is_of_one_over_a_sum(site)
    # What is given a name is a weight, and what it stands beside is weighed.
    if is_of_one and (assigned_name(site.node) or (dividend is not None and dividend.range.single == 1)):
        return A_CLASS_IS_MISSING
    if divisor.range.interval.low == 0:
        is_target = dividend is not None and _is_relative(engine, dividend, _signed(divisor))
        if is_target or (_is_sum(divisor) and vanishes(engine, divisor)):
            return "where all that it is computed from is 0"
    if dividend is None:
        return None
    if _is_relative(engine, dividend, divisor):
        return "where the target of the error is 0"
    if _is_weight(engine, dividend, divisor):
        return "where all weights are 0"
    if _is_homogeneous(engine, divisor) and is_overlap(engine, dividend, divisor):
        return SETS_ARE_EMPTY
    if sign := _sign_in_whole(engine, dividend, divisor):
        return "where the part and the rest are 0" if sign > 0 else PART_IS_WHOLE
    if _are_parts_of_one(engine, dividend, divisor) or _is_tangent(site):
        return "for an empty box, or padding"
    return A_CLASS_IS_MISSING if is_of_one else None


def _is_of_one_over_a_sum(site: Site) -> bool:
    """Say whether a weight is 1 over the sum of something along axes, or over its square: what a class takes up."""
    divisor, made = site.operand, uncast(site.operand).computation
    if made is not None and made.function.name in ("square", "pow", "multiply"):
        divisor = made.roles["x"]
    return number_divided(site) == 1 and is_sum_along_an_axis(divisor)


def _is_known(number: Number) -> bool:
    """Say whether something shows what a number takes, and not bounds at 0 alone: those of the sides of a box."""
    made, points = {each.producer for each in number.made}, number.range.points
    return is_filter(number) or any(each.value != 0 or not made.isdisjoint(dict(each.under)) for each in points)


def is_weighted_mean(site: Site) -> bool:
    """Say whether a sum of products is divided by the sum of one of the factors, a mask that comes from elsewhere.

    It is 0 throughout where a whole row is padding.
    """
    divisor, engine = site.operand, site.engine
    made = uncast(divisor).computation if is_sum_along_an_axis(divisor) else None
    if made is None or divisor.range.points:
        return False
    mask = made.roles["x"]
    if mask.traits & MASKED or not is_mask(engine, mask):
        return False
    dividend = what_is_divided(site)
    return dividend is not None and essence(engine, mask.term) in factors_of_sum(engine, dividend)


def is_sum_of_own_row(site: Site) -> bool:
    """Say whether rows that are given are divided by their sums, `a / a.sum(1, keepdim=True)`: those of a graph."""
    made = uncast(site.operand).computation if is_sum_along_an_axis(site.operand) else None
    if made is None or site.operand.range.points:
        return False
    rows = made.roles["x"]
    if not rows.range.is_unknown or rows.computation is not None or rows.traits & MASKED:
        return False
    dividend = what_is_divided(site)
    return dividend is not None and essence(site.engine, dividend.term) == essence(site.engine, rows.term) != 0


def is_of_a_quadratic(site: Site) -> bool:
    """Say whether a quadratic equation is solved, `(-b + sqrt(b * b - 4 * a * c)) / (2 * a)`, that may be none."""
    engine, made = site.engine, uncast(site.operand).computation
    if made is None or made.function.name != "multiply" or site.operand.range.points:
        return False
    varying = [each for each in made.roles.values() if each.range.single is None]
    factor = essence(engine, varying[0].term) if len(varying) == 1 else 0
    dividend = what_is_divided(site) if factor else None
    roots = _roots(dividend) if dividend is not None else ()
    return any(_is_difference(each) and factor in _terms(engine, each) for each in roots)


def _is_difference(number: Number) -> bool:
    """Say whether a number is a discriminant, perhaps bounded from below."""
    made = number.computation
    while made is not None and made.function.name in ("clip", "maximum", "same"):
        made = made.roles["x"].computation
    return made is not None and made.function.name == "subtract"


def _roots(number: Number) -> Iterator[Number]:
    waiting = [number]
    for _ in range(MOST):
        made = waiting.pop().computation if waiting else None
        if made is not None and made.function.name == "sqrt":
            yield made.roles["x"]
        elif made is not None:
            waiting += made.roles.values()


def _terms(evaluator: Evaluator, number: Number) -> set[int]:
    """Return the terms of a number and of all that it is computed from."""
    found, waiting = set[int](), [number]
    for _ in range(MOST):
        if not waiting:
            break
        each = waiting.pop()
        found.add(essence(evaluator, each.term))
        waiting += each.computation.roles.values() if each.computation is not None else ()
    return found


def is_over_its_size(site: Site) -> bool:
    """Say whether something is divided by the sum, or the largest, of its absolute values along an axis."""
    engine, made = site.engine, uncast(site.operand).computation
    if site.operand.range.points or site.operand.traits & MASKED:
        return False
    if made is None or made.function.name not in _SIZES:
        return False
    dividend = what_is_divided(site)
    if dividend is None or not dividend.range.is_unknown:
        return False
    of = dividend.term
    return bool(of) and reduced(engine, made.roles["x"], _ABS) == essence(engine, of)


def is_squared_length(site: Site) -> bool:
    """Say whether a tensor is divided by the sum of squares along an axis: 0 for a vector of zeros, as its norm is."""
    divisor, engine = site.operand, site.engine
    if divisor.holder is not Holder.TENSOR or divisor.range.points or divisor.traits & MASKED:
        return False
    squares = reduced(engine, divisor, _SUM)
    return is_square(engine, squares) and is_sum_along_an_axis(divisor) and vanishes(engine, divisor)


def is_share_of_what_underflows(site: Site) -> bool:
    """Say whether densities are divided by their sum: a point that is far from all components is 0 / 0."""
    whole = reduced(site.engine, site.operand, _SUM)
    if not whole or not is_sum_far_out(site.operand):
        return False
    dividend = what_is_divided(site)
    return dividend is not None and essence(site.engine, dividend.term) == whole


def _is_sum(number: Number) -> bool:
    """Say whether several numbers make one: the square of a scale is none that a loss makes 0."""
    waiting = [number]
    for _ in range(DEEPEST):
        made = waiting.pop().computation if waiting else None
        if made is not None and made.function.name in ("sum", "mean", "add"):
            return True
        if made is not None and made.function.name in _KEPT | {"multiply"}:
            waiting += made.roles.values()
    return False


def is_mask(evaluator: Evaluator, number: Number) -> bool:
    """Say whether a number is computed from nothing that is known, and may be 0 throughout."""
    return uncast(number).computation is None and vanishes(evaluator, number)


def is_share(site: Site) -> bool:
    """Say whether what is divided is a non-negative term of its divisor, or summed: `p / (p + q)` is 0 / 0 at worst."""
    dividend, divisor, engine = what_is_divided(site), site.operand, site.engine
    made = uncast(divisor).computation
    if dividend is None or made is None:
        return False
    whole = reduced(engine, divisor, _SUM)
    if whole and whole == essence(engine, dividend.term):
        return dividend.range.interval.low >= 0
    if made.function.name != "add":
        return False
    is_positive = all(each.range.interval.low >= 0 for each in made.roles.values())
    part = list(summands(engine, dividend.term))
    terms = [term for _, term in summands(engine, divisor.term)]
    return is_positive and len(part) == 1 and bool(part[0][1]) and part[0][1] in terms


def _is_tangent(site: Site) -> bool:
    """Say whether a quotient of lengths goes straight into an arc tangent, which has a form for two of them."""
    cover = site.node.parent
    while is_a(cover, "parenthesized_expression", "argument_list"):
        cover = cover.parent
    found = operation_called(site, cover) if is_a(cover, "call") else None
    return found is not None and found[0].function.name == "arctan"


def _signed(number: Number) -> Number:
    """Return what a number is the absolute value of."""
    made = uncast(number).computation
    return made.roles["x"] if made is not None and made.function.name == "abs" else number


def _is_relative(evaluator: Evaluator, dividend: Number, divisor: Number) -> bool:
    """Say whether a difference is divided by one of its sides: `(y - p) / y`."""
    made, of = uncast(dividend).computation, essence(evaluator, divisor.term)
    while made is not None and made.function.name in _KEPT:
        made = made.roles["x"].computation
    if not of or made is None or made.function.name != "subtract" or not divisor.range.is_unknown:
        return False
    return of in (essence(evaluator, made.roles[role].term) for role in ("x", "y"))


def _is_weight(evaluator: Evaluator, dividend: Number, divisor: Number) -> bool:
    """Say whether a product, or the sum of one, is divided by the sum or the mean of a factor: a weighted mean."""
    weight = summed_by(evaluator, divisor.term)
    factors = factors_of_sum(evaluator, dividend) | factors_of(evaluator, dividend.term)
    return bool(weight) and weight in factors


def _sign_in_whole(evaluator: Evaluator, dividend: Number, divisor: Number) -> int:
    """Return the sign that what is divided has in the divisor; 0: it is no part, or a constant keeps that from 0."""
    part = list(summands(evaluator, dividend.term))
    terms = list(summands(evaluator, divisor.term))
    if len(part) != 1 or len(terms) < 2 or not part[0][1]:
        return 0
    sign = next((sign for sign, term in terms if term == part[0][1]), 0)
    return sign if sign and _is_homogeneous(evaluator, divisor) else 0


def _is_homogeneous(evaluator: Evaluator, divisor: Number) -> bool:
    """Say whether no constant in a sum keeps it from 0: there is none, or something is subtracted from it."""
    terms = list(summands(evaluator, divisor.term))
    constants = [(sign, constant(evaluator, term)) for sign, term in terms]
    added = sum(sign * value for sign, value in constants if value is not None)
    is_named = any(sign > 0 and _is_name(evaluator, term) for sign, term in terms)  # most likely an epsilon
    return (added == 0 and not is_named) or any(sign < 0 for sign, value in constants if value is None)


def _is_name(evaluator: Evaluator, term: int) -> bool:
    structure = evaluator.structure(term)
    return not structure or structure[0] in ("attribute", "object", "name")


def _are_parts_of_one(evaluator: Evaluator, dividend: Number, divisor: Number) -> bool:
    """Say whether one column is divided by another one of the same thing: width by height."""
    one, other = (_part_of(evaluator, each) for each in (dividend, divisor))
    return one is not None and other is not None and one[0] == other[0] and one[1] != other[1]


def _part_of(evaluator: Evaluator, number: Number) -> tuple[int, str] | None:
    match evaluator.structure(number.term):
        case ("part", int() as whole, which):
            return essence(evaluator, whole), str(which)
        case _:
            return None
