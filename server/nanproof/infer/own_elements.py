"""Differences from an element of its own, `x - x[0]`: exactly 0 at that element, until a slice leaves it out.

So schedules are shifted to end at 0, and positions told relative to the first.
"""

from __future__ import annotations

import re
from dataclasses import replace

from nanproof.infer.evaluator import Evaluator
from nanproof.infer.parted import TABLES
from nanproof.infer.structure import Origin, Roles, beside, essence, part_of, producing
from nanproof.infer.value import Number, Value
from nanproof.names.binding import Binding, Binds
from nanproof.names.syntax import is_a, text

OWN_DIFFERENCE = "own_difference"
# An index that picks one element along an axis, whatever it takes of the others: `[-1]`, `[:, :1]`, `[..., 0]`.
_AXIS = r"(?:\.\.\.|:|None|(-?\d+|:1|0:1|-1:))"
_ONE = re.compile(rf"\[\s*{_AXIS}(?:\s*,\s*{_AXIS})*\s*(?:,\s*)?\]")
_ALL = re.compile(r"[\[\]\s.,:]*(?:None[\[\]\s.,:]*)*")


def minus_own_element(evaluator: Evaluator, result: Number, roles: Roles, origin: Origin) -> Number | None:
    """`x - x[0]` is exactly 0 at that element; which entry of evenly spaced numbers is 0 is known better."""
    whole = essence(evaluator, roles["x"].term)
    part = part_of(evaluator.structure(essence(evaluator, roles["y"].term)))
    if part is None or part[0] != whole or not TABLES.isdisjoint(evaluator.structure(whole)[:1]):
        return None
    index = _ONE.fullmatch(part[1])
    if index is None or not any(index.groups()):
        return None
    return beside(result, producing(evaluator, result, OWN_DIFFERENCE, (0.0,), origin))


def picked_of_own(number: Number, index: str) -> Number:
    """Return what an index picks of such a difference: a slice, or a number, may leave the element out."""
    return _without_own(number) if _leaves_out(index) else number


def is_put_elsewhere(binding: Binding) -> bool:
    """Say whether a binding puts something in the place of some elements, `x[0] = 1`; not of any one, `x[i] = 1`."""
    above = binding.name_node.parent if binding.kind is Binds.ITEM else None
    return is_a(above, "subscript") and _leaves_out(text(above)[len(text(binding.name_node)) :])


def written_over(value: Value) -> Value:
    """Return what is left of a value where other elements are put in the place of some."""
    return _without_own(value) if isinstance(value, Number) else value


def _leaves_out(index: str) -> bool:
    return not index.strip("[]").isidentifier() and _ALL.fullmatch(index) is None


def _without_own(number: Number) -> Number:
    own = {each.producer for each in number.made if each.function.name == OWN_DIFFERENCE}
    if not own:
        return number
    points = (each for each in number.range.points if own.isdisjoint(symbol for symbol, _ in each.under))
    return replace(number, range=replace(number.range, points=tuple(points)))
