"""The sum of a softmax is 1 along its own axis; along another it may be 0, and that of all of it is no less than 1."""

from __future__ import annotations

from dataclasses import replace

from nanproof.catalog.model import Operation
from nanproof.infer.evaluator import Evaluator
from nanproof.infer.structure import Origin, Roles, narrowed, producing
from nanproof.infer.value import Number, Sequence, Value

_SIMPLEX = "simplex"
_ALONG = "simplex along "
OF_ALL = frozenset({"shares of all"})
OF_OTHERS = frozenset({"shares of others"})
OF_EACH_CLASS = frozenset({"shares of each class"})
_PERHAPS_ONE = {_ALONG + "1", _ALONG + "-1"}  # of a matrix


def without_axis(traits: frozenset[str]) -> frozenset[str]:
    """Return traits of what may have been transposed or cut: the axis may be another one."""
    return frozenset(each for each in traits if not each.startswith(_ALONG))


def along_its_axis(number: Number, operation: Operation, given: Value | None) -> Number:
    """Return the result of a softmax, which knows along which axis it sums to 1, where that is written out."""
    usual = operation.defaults.get("axis")
    axes = (usual,) if given is None else tuple(map(_single, _axes(given)))
    known = {f"{_ALONG}{int(axis)}" for axis in axes if isinstance(axis, int | float)}
    return replace(number, traits=number.traits | known) if len(known) == len(axes) else number


def added_up(number: Number, axis: Value | None) -> Number:
    """Return the operand of a sum, which knows whether shares are summed along another axis than their own."""
    own = {each for each in number.traits if each.startswith(_ALONG)}
    if not own or _SIMPLEX not in number.traits:
        return number
    if axis is None:
        return replace(number, traits=number.traits | OF_ALL)
    singles = list(map(_single, _axes(axis)))
    if None in singles:
        return replace(number, traits=number.traits | OF_OTHERS) if isinstance(axis, Sequence) else number
    along = {f"{_ALONG}{int(single)}" for single in singles if single is not None}
    if own <= along:
        return number if own == along else replace(number, traits=number.traits | OF_ALL)
    classes = OF_EACH_CLASS if len(along) == len(own) == 1 and own | along != _PERHAPS_ONE else frozenset()
    return replace(number, traits=number.traits | OF_OTHERS | classes)


def _axes(axis: Value) -> tuple[Value, ...]:
    return axis.items if isinstance(axis, Sequence) else (axis,)


def _single(axis: Value) -> float | None:
    return axis.range.single if isinstance(axis, Number) else None


def of_each_class(evaluator: Evaluator, result: Number, roles: Roles, origin: Origin) -> Number | None:
    """Return the sum or the mean of what all rows of a softmax give each class: 0 where none gives it anything.

    The mean of all predictions, and the weight of a cluster.
    """
    if not roles["x"].traits >= OF_EACH_CLASS:
        return None
    most = result.range.interval.high
    return producing(evaluator, narrowed(result, 0.0, most, ()), "share_of_each_class", (0.0,), origin)
